"""What the tagger marks but the taxonomy does not count."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, borders, nlp, quotes, spans, speakers, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.quotes import Quotation, is_title
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, Reading
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BESIDE = 12
"""Characters that the tagger may have taken along beside a title."""
SURE = 0.85
"""From here on a quotation without cue and source is believed to be somebody's words."""
FEW = 24
"""Characters before the cue in which "what is beyond dispute" may begin."""
APPOINTING = frozenset({"name", "appoint", "elect", "crown"})
APPEARING = ("appear", "seem")
ASKED = frozenset(["whether", "if", "about", "why", "what", "how", "when", "where", "who"])
NOBODY = frozenset({"i", "we", "you", "me", "us"})


def apply(
    links: list[Link],
    doc: "Doc",
    lexicon: Lexicon,
    sentences: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    reading: Reading,
) -> list[Link]:
    """The links that stay, mended; `after` is renumbered."""
    kept: list[tuple[int, Link]] = []
    for number, link in enumerate(links):
        mended = speakers.mend(link, doc, lexicon, sentences, quotations, reading)
        mended = borders.mend(mended, doc, lexicon, quotations, reading)
        if link.after is None:
            stays = not _is_none(mended, doc, lexicon, sentences, quotations)
        else:
            stays = _goes_on(link, quotations)
        if stays:
            kept += [(number, part) for part in borders.parts(mended, doc, lexicon, quotations, reading)]
    kept = _apart(_once(kept), nlp.text(doc), quotations, reading)
    numbers = {old: new for new, (old, _) in enumerate(kept)}
    return [
        replace(link, after=numbers.get(link.after) if link.after is not None else None) for _, link in kept
    ]


def _goes_on(link: Link, quotations: tuple[Quotation, ...]) -> bool:
    """A quotation goes on from the one before; what has no marks ends with its sentence."""
    return any(quotes.touching(quotations, c.span) for c in link.contents)


def _once(kept: list[tuple[int, Link]]) -> list[tuple[int, Link]]:
    """Without links all of whose contents stand in a larger link with the same cue."""
    largest: dict[Span, Link] = {}
    for _, link in kept:
        if link.cue is not None:
            known = largest.get(link.cue.span)
            if known is None or len(known.contents) < len(link.contents):
                largest[link.cue.span] = link
    return [(n, link) for n, link in kept if link.cue is None or not _within(link, largest[link.cue.span])]


def _apart(
    kept: list[tuple[int, Link]], text: str, quotations: tuple[Quotation, ...], reading: Reading
) -> list[tuple[int, Link]]:
    """ "She doubts that it matters: | ships, she notes, can be seen": the words of the second are not the first's, too."""
    made = list(kept)
    for at, ((number, link), (_, after)) in enumerate(pairwise(kept)):
        last, first = link.contents[-1].span, after.contents[0].span
        if link.cue == after.cue or not last.start < first.start < last.end <= first.end:
            continue
        own = spans.trim(text, Span(last.start, first.start), spans.EDGE, spans.EDGE)
        if own.length > 0 and not quotes.touching(quotations, last):
            contents = (*link.contents[:-1], spans.cover(reading, own, CONTENT))
            made[at] = (number, replace(link, contents=contents))
    return made


def _within(link: Link, larger: Link) -> bool:
    return len(larger.contents) > len(link.contents) and all(
        any(other.span.holds(c.span) for other in larger.contents) for c in link.contents
    )


def _is_none(
    link: Link, doc: "Doc", lexicon: Lexicon, sentences: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> bool:
    """Is this no attribution at all?"""
    quoted = any(quotes.touching(quotations, c.span) for c in link.contents)
    if link.cue is not None and _refuses(link, doc, lexicon, sentences):
        return True
    if not quoted and link.cue is not None and (_calls_off(link.cue, doc) or _shows(link.cue, doc, lexicon)):
        return True
    if link.cue is not None and (_denied_passive(link.cue, doc) or _was_asked(link.cue, doc)):
        return True
    if not quoted and link.source is not None and _nobody(link.source, doc, lexicon):
        return True
    if link.source is not None and link.cue is not None and _is_heading(link.source, link.cue, doc, lexicon):
        return True
    verb = verbs.main(link.cue, doc)
    if not quoted and verb is not None and verbs.nobody_does(verb, lexicon):
        return True
    told = [t for c in link.contents for t in nlp.tokens_in(doc, c.span)]
    if all(t.tag_ in ("WP", "WDT", "WRB") and t.lower_ != "that" for t in told):
        return True  # "what the chatbot told her"
    if not quoted and link.cue is not None and _only_adverb(link.cue, doc, lexicon):
        return True
    if quoted and _is_title(link, nlp.text(doc), quotations):
        return True
    if link.cue is None and link.source is None:
        led_in = nlp.text(doc)[: link.start].rstrip().endswith(":")  # "It was short: “Ask Ann.”"
        return not quoted or not (led_in or _whole(link, doc, quotations) or _chance(link) >= SURE)
    if not quoted and (_strayed(link, nlp.text(doc), sentences) or _names_words(link, doc, lexicon)):
        return True
    empty = link.source is None or nlp.text(doc)[slice(*link.source.span)].lower() == "it"
    if (
        not quoted
        and empty
        and link.cue is not None
        and (_appears(link.cue, doc) or _undisputed(link.cue, doc, lexicon))
    ):
        return True
    if not quoted and link.source is None and link.cue is not None and not _removed(link.cue, doc, lexicon):
        return True
    return not quoted and (_relative(link, doc, lexicon) or _bare_passive(link, doc))


def _bare_passive(link: Link, doc: "Doc") -> bool:
    """ "The verdict is expected on Friday": a thing and a passive, but nothing that was said of it."""
    if link.source is not None or link.cue is None:
        return False
    verb = verbs.main(link.cue, doc)
    if verb is not None and verb.lemma_ in APPOINTING and verbs.passive(verb):
        return True  # "was named operator of the year"
    if any(c.span.start > link.cue.span.start for c in link.contents):
        return False
    tokens = [t for c in link.contents for t in nlp.tokens_in(doc, c.span)]
    return verb is not None and verbs.passive(verb) and not any(t.pos_ in ("VERB", "AUX") for t in tokens)


def _is_title(link: Link, text: str, quotations: tuple[Quotation, ...]) -> bool:
    """ "She has read “The Long Road to Nowhere”": the marks are those of a title."""
    return all(
        any(
            c.span.length - q.span.length <= BESIDE and is_title(text, q)
            for q in quotes.touching(quotations, c.span)
        )
        for c in link.contents
    )


def _chance(link: Link) -> float:
    return max(content.chance for content in link.contents)


def _calls_off(cue: Tagged, doc: "Doc") -> bool:
    """ "The strike was called off": with a small word behind it the verb is another."""
    verb = verbs.main(cue, doc)
    small = {c.lower_ for c in verb.children if c.dep_ == "prt"} if verb is not None else set()
    return verb is not None and verb.lemma_ == "call" and bool(small & {"off", "up", "in", "back"})


def _denied_passive(cue: Tagged, doc: "Doc") -> bool:
    """ "A move that has not been acknowledged by either side": nobody said it, so nothing is attributed."""
    verb = verbs.main(cue, doc)
    if verb is None or not verbs.passive(verb):
        return False
    what = verbs.subject(verb, "nsubjpass")
    if what is not None and what.lower_ == "what" and any(c.tag_ == "MD" for c in verb.children):
        return True  # "what can be said is that"
    if not any(c.dep_ == "neg" for c in verb.children):
        return False
    return verb.dep_ in ("relcl", "ROOT", "conj") and not any(
        c.dep_ in ("ccomp", "xcomp", "oprd") for c in verb.children
    )


def _was_asked(cue: Tagged, doc: "Doc") -> bool:
    """ "Asked whether he had read it, Nunes replied": a question put to a speaker is no claim."""
    verb = verbs.main(cue, doc)
    if verb is not None and verb.lemma_ == "ask" and any(c.dep_ == "auxpass" for c in verb.children):
        told = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
        if told is not None and told.left_edge.lower_ in ASKED:
            return True  # "Aziri was asked whether he drinks it"
    before = doc[verb.i - 1].text if verb is not None and verb.i else ""
    if verb is not None and verb.lemma_ == "ask" and before in (",", ":", ";", "when", "once", "if"):
        after = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
        if verb.dep_ != "ROOT" or after in ASKED:
            return True  # "the president, asked about his daughter’s role, smiled"
    return (
        verb is not None
        and verb.tag_ in ("VBN", "VBD")
        and verb.is_sent_start is True
        and verb.dep_ in ("advcl", "dep", "acl")
        and any(
            c.dep_ in ("ccomp", "prep") or (c.dep_ == "advcl" and verb.lemma_ == "ask") for c in verb.children
        )
    )


def _refuses(link: Link, doc: "Doc", lexicon: Lexicon, sentences: tuple[Span, ...]) -> bool:
    """ "declined to comment" makes no claim; what stands beside the refusal may."""
    assert link.cue is not None
    end = min(link.cue.span.end + 40, len(nlp.text(doc)))
    near = " ".join(nlp.text(doc)[link.cue.span.start : end].split()).lower().replace("’", "'")
    cue = " ".join(nlp.text(doc)[slice(*link.cue.span)].split()).lower()
    if any(near.startswith(p) or p in cue for p in lexicon.no_claim):
        return True
    if anonymity.begins(near, lexicon) or _to_discuss(link.cue, doc, lexicon, sentences):
        return True
    tokens = nlp.tokens_in(doc, link.cue.span)
    if any(_declines(t, lexicon) for t in tokens):
        return True
    negated = any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "n’t", "never") for t in tokens)
    return negated and any(t.lemma_.lower() in lexicon.silent_verbs for t in tokens)


def _to_discuss(cue: Tagged, doc: "Doc", lexicon: Lexicon, sentences: tuple[Span, ...]) -> bool:
    """ "Spoke on condition of anonymity to discuss the talks": what for, not what."""
    home = next(iter(touching(sentences, cue.span)), cue.span)
    words = nlp.text(doc)[home.start : cue.span.end].lower().split()
    words = words[: -len(nlp.text(doc)[slice(*cue.span)].removeprefix("to ").split())]
    return words[-1:] == ["to"] and anonymity.says(" ".join(words), lexicon)


def _declines(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Refused to discuss", "declines to say whether", "declined to go further"."""
    told = (c for c in verb.children if c.dep_ == "xcomp")
    return verb.lemma_.lower() in lexicon.declining and any(
        c.lemma_.lower() in lexicon.silent_verbs or c.lemma_ == "go" for c in told
    )


def _shows(cue: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "Gave reporters a rare look at the plans", "the deal promises a rare success": something is had, and nothing said."""
    tokens = nlp.tokens_in(doc, cue.span)
    verb = verbs.main(cue, doc)
    gives = verb is not None and verb.lemma_.lower() in lexicon.giving
    things = (*tokens, *(verb.rights if verb is not None and gives else ()))
    if any(t.pos_ == "NOUN" and t.lemma_.lower() in lexicon.glimpses for t in things):
        return True
    subject = verbs.subject(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or verb.lemma_.lower() not in lexicon.promising:
        return False
    bargain = subject.lemma_.lower() in lexicon.bargains
    return bargain and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights)


def _undisputed(cue: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "What is beyond dispute is that the wall is watched": the writer says so."""
    home = nlp.tokens_in(doc, cue.span)[0].sent
    words = nlp.text(doc)[home.start_char : cue.span.end].lower()
    return re.search(lexicon.undisputed, words[max(0, cue.span.start - home.start_char - FEW) :]) is not None


def _nobody(source: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "The world knows" and the writer's own "I" make nobody else responsible."""
    words = " ".join(nlp.text(doc)[slice(*source.span)].lower().split())
    return words in lexicon.everybody or words in NOBODY or _writers_one(source, doc, lexicon)


def _writers_one(source: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "The rest, one suspects, stayed away": that one is the writer."""
    first = next(iter(nlp.tokens_in(doc, source.span)), None)
    if first is None or first.lower_ != "one" or first.i + 1 == len(doc):
        return False
    lemma = first.nbor(1).lemma_.lower()
    return lemma in lexicon.musing and first.nbor(1).lower_ != lemma


def _is_heading(source: Tagged, cue: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "Analysis: Why so strong?" tells what comes, not who speaks."""
    text = nlp.text(doc)
    return text[slice(*source.span)].lower() in lexicon.headings and text[slice(*cue.span)].strip() == ":"


def _appears(cue: Tagged, doc: "Doc") -> bool:
    """ "The remarks seemed calculated to provoke": it seems so to the writer."""
    tokens = [t for t in nlp.tokens_in(doc, cue.span) if t.pos_ in ("VERB", "AUX")]
    return bool(tokens) and all(t.lower_.startswith(APPEARING) or t.dep_ == "aux" for t in tokens)


def _only_adverb(cue: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "Admittedly", "probably", "up": a word of the writer's, unless it is one like "reportedly"."""
    tokens = nlp.tokens_in(doc, cue.span)
    return bool(tokens) and all(t.tag_ in ("RB", "RP") and t.lower_ not in lexicon.adverbs for t in tokens)


def _whole(link: Link, doc: "Doc", quotations: tuple[Quotation, ...]) -> bool:
    """Marks round a whole sentence: somebody's words, though nobody says whose."""
    content = link.contents[0].span
    fitting = [q for q in quotes.touching(quotations, content) if q.closed]
    return any(
        q.span.length >= 0.8 * content.length
        and q.words(nlp.text(doc)) >= 5
        and _sentence_like(nlp.text(doc), q)
        for q in fitting
    )


def _sentence_like(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    return inner[:1].isupper() and inner[-1:] in ".,!?—…"


def _strayed(link: Link, text: str, sentences: tuple[Span, ...]) -> bool:
    """Unquoted words whose cue or speaker comes in a later sentence, or whose cue in one before names nobody or leads to a question."""
    own = touching(sentences, link.contents[-1].span)
    if own and any(span.start >= own[-1].end for span in link.told):
        return True
    if link.cue is None or any(
        s.overlaps(c.span) for s in touching(sentences, link.cue.span) for c in link.contents
    ):
        return False
    return link.source is None or any(text[s.end - 1] == "?" for s in own)


def _names_words(link: Link, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "The remarks mark a departure": what is said of words is the writer's."""
    verb = verbs.main(link.cue, doc)
    if verb is None or link.source is None or verbs.speaks(verb, lexicon) or verb.tag_ == "VBG":
        return False
    subject = verbs.subject(verb, "nsubj")
    if subject is None or not link.source.span.start <= subject.idx < link.source.span.end:
        return False
    return subject.lemma_.lower() in lexicon.things_of_speech | lexicon.wordings


def _removed(cue: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """Does a cue without a source tell of a speaker? "The world watches, knowing that" does not,"""
    verb = verbs.main(cue, doc)
    if verb is None:
        return True
    subject = verbs.leant_on(verb)
    return subject is None or (subject.lower_ not in NOBODY and _words(subject) not in lexicon.everybody)


def _words(noun: "Token") -> str:
    return " ".join(t.lower_ for t in noun.doc[noun.left_edge.i : noun.i + 1])


def _recalled(token: "Token", lexicon: Lexicon) -> bool:
    """ "Spoke of ‘an iron bridge’, a phrase that recalls | the old treaty": the writer says so."""
    for verb in token.ancestors:
        if verb.dep_ == "relcl" and verb.head.lemma_.lower() in lexicon.wordings:
            return verb.head.idx < token.idx
    return False


def _relative(link: Link, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "remarks that underscored": a relative clause describes, it is not what was said."""
    first = nlp.tokens_in(doc, link.contents[0].span)
    if not first or len(link.contents) > 1 or first[0].i == 0:
        return False
    at = next((i for i, t in enumerate(first[:5]) if t.pos_ == "NOUN"), -1)
    if (
        0 <= at < len(first) - 1
        and first[at + 1].tag_ == "WDT"
        and first[at].lemma_.lower() in lexicon.things_of_speech
    ):
        return True  # "delivered remarks that underscored": what is said of a speech
    token, before = first[0], doc[first[0].i - 1]
    if _recalled(token, lexicon):
        return True
    return (
        token.tag_ == "WDT"
        and before.pos_ == "NOUN"
        and token.head.dep_ in ("relcl", "acl", "aux", "auxpass")
    )
