"""What the tagger marks but the taxonomy does not count."""

from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import borders, headings, pairs, recorded, speakers, splits, unsaid, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.quotes import Quotation, is_title
from mediakit.analysis.spans import Tagged
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = 12
"""Characters that the tagger may have taken along beside a title."""
LED = 4
"""Characters in which a colon stands before a quotation."""
SURE = 0.85
"""From here on a quotation without cue and source is believed to be somebody's words."""
NOBODY = frozenset({"i", "we", "you", "me", "us", "my", "our", "my own", "our own", "let’s", "let's"})


def apply(
    links: list[Link],
    page: Page,
) -> list[Link]:
    """The links that stay, mended; `after` is renumbered."""
    kept: list[tuple[int, Link]] = []
    for number, link in enumerate(links):
        mended = speakers.mend(recorded.mend(link, page), page)
        mended = headings.mend(borders.mend(mended, page), page)
        stays = not _is_none(mended, page) if link.after is None else _goes_on(link, page)
        if stays:
            kept += [(number, part) for part in splits.parts(mended, page)]
    kept = pairs.mend(_once(kept), page)
    numbers = {old: new for new, (old, _) in enumerate(kept)}
    by_cue = {link.cue: new for new, (_, link) in reversed(list(enumerate(kept))) if link.cue is not None}
    return [replace(link, after=_followed(link.after, links, numbers, by_cue)) for _, link in kept]


def _followed(
    after: int | None, links: list[Link], numbers: dict[int, int], by_cue: dict[Tagged, int]
) -> int | None:
    """The new number of what a link goes on from; where that is gone, of what has its cue."""
    if after is None:
        return None
    cue = links[after].cue
    return numbers.get(after, by_cue.get(cue) if cue is not None else None)


def _goes_on(link: Link, page: Page) -> bool:
    """A quotation goes on from the one before; a title does not, and what has no marks ends with its sentence."""
    return any(page.quotes(c.span) for c in link.contents) and not _is_title(link, page)


def _once(kept: list[tuple[int, Link]]) -> list[tuple[int, Link]]:
    """Without links all of whose contents stand in a larger link with the same cue."""
    largest: dict[Span, Link] = {}
    for _, link in kept:
        if link.cue is not None:
            known = largest.get(link.cue.span)
            if known is None or len(known.contents) < len(link.contents):
                largest[link.cue.span] = link
    return [(n, link) for n, link in kept if link.cue is None or not _within(link, largest[link.cue.span])]


def _within(link: Link, larger: Link) -> bool:
    held = (
        any(o.span.start <= c.span.start and c.span.end <= o.span.end + 1 for o in larger.contents)  # a comma
        for c in link.contents
    )
    return len(larger.contents) > len(link.contents) and all(held)


def _is_none(link: Link, page: Page) -> bool:
    """Is this no attribution at all?"""
    quoted = any(page.quotes(c.span) for c in link.contents)
    if link.cue is not None and unsaid.refuses(link, page):
        return True
    if not quoted and link.cue is not None and unsaid.acts(link.cue, page):
        return True
    if link.cue is not None and (unsaid.denied_passive(link.cue, page) or unsaid.was_asked(link.cue, page)):
        return True
    if link.source is not None and _nobody(link.source, page):
        return not quoted or not (_whole(link, page) or page.quotes(link.source.span))
    if link.source is not None and link.cue is not None and _tells_what_comes(link, link.source, page):
        return True
    verb = verbs.main(link.cue, page.doc)
    if not quoted and (
        _is_no_cue(link, page) or (verb is not None and verbs.says_nothing(verb, page.lexicon))
    ):
        return True
    told = [t for c in link.contents for t in page.tokens(c.span)]
    said = [t for t in told if t.tag_ != "CD"] or told  # "12.04 | What | the papers say"
    if all(t.tag_ in ("WP", "WDT", "WRB") and t.lower_ != "that" for t in said):
        return True  # "what the chatbot told her"
    if not quoted and (_is_beside(link, told, verb, page) or _is_elsewise(told, page)):
        return True
    if quoted and _is_title(link, page):
        return True
    if link.cue is None and link.source is None:
        # "It was short: “Ask Ann.”"
        led_in = page.text[max(link.start - LED, 0) : link.start].rstrip().endswith(":")
        known = led_in or _whole(link, page) or headings.accuses(link.contents[0].span, page)
        return not quoted or not (known or _chance(link) >= SURE)
    if not quoted and (
        unsaid.open_question(link, page)
        or unsaid.names_paper(link, page)
        or _strayed(link, page)
        or _names_words(link, page)
        or _is_hearer(link, page)
    ):
        return True
    empty = link.source is None or page.text[slice(*link.source.span)].lower() == "it"
    if (
        not quoted
        and empty
        and link.cue is not None
        and (
            unsaid.appears(link.cue, page.doc)
            or unsaid.undisputed(link.cue, page)
            or unsaid.unclear(link, page)
        )
    ):
        return True
    if not quoted and link.source is None and link.cue is not None and not _removed(link.cue, page):
        return True
    return not quoted and (_relative(link, page) or _bare_passive(link, page))


def _bare_passive(link: Link, page: Page) -> bool:
    """ "The verdict is expected on Friday": a thing and a passive, but nothing that was said of it."""
    if link.source is not None or link.cue is None:
        return False
    verb = verbs.main(link.cue, page.doc)
    if verb is not None and verb.lemma_ in page.lexicon.appointing and verbs.passive(verb):
        return True  # "was named operator of the year"
    if any(c.span.start > link.cue.span.start for c in link.contents):
        return False
    tokens = [t for c in link.contents for t in page.tokens(c.span)]
    return verb is not None and verbs.passive(verb) and not any(t.pos_ in ("VERB", "AUX") for t in tokens)


def _is_title(link: Link, page: Page) -> bool:
    """ "She has read “The Long Road to Nowhere”": the marks are those of a title."""
    return all(
        any(c.span.length - q.span.length <= BESIDE and is_title(page.text, q) for q in page.quotes(c.span))
        for c in link.contents
    )


def _is_no_cue(link: Link, page: Page) -> bool:
    """The "about" of "and about that, as one veteran puts it, “polls know nothing”"."""
    if link.cue is None or link.source is None or link.source.span.start < link.start:
        return False
    return page.text[slice(*link.cue.span)].lower() in page.lexicon.no_cues


def _chance(link: Link) -> float:
    return max(content.chance for content in link.contents)


def _nobody(source: Tagged, page: Page) -> bool:
    """ "The world knows" and the writer's own "I" make nobody else responsible."""
    words = " ".join(page.text[slice(*source.span)].lower().split())
    anybody = words == "who" and _is_anybody(source, page)
    return words in page.lexicon.everybody or words in NOBODY or anybody or _writers_one(source, page)


def _is_anybody(who: Tagged, page: Page) -> bool:
    """ "Anyone who cares about the law", "for someone who wants a change": whoever that may be."""
    verb = page.tokens(who.span)[0].head
    head = verb.head if verb.dep_ == "relcl" else verb
    led = head.dep_ == "pobj" and head.head.lower_ in page.lexicon.likening
    return head.lower_ in page.lexicon.everybody or (led and head.lower_ in page.lexicon.whoever)


def _writers_one(source: Tagged, page: Page) -> bool:
    """ "The rest, one suspects, stayed away": that one is the writer."""
    first = next(iter(page.tokens(source.span)), None)
    if first is None or first.lower_ != "one" or first.i + 1 == len(page.doc):
        return False
    lemma = first.nbor(1).lemma_.lower()
    musing = lemma in page.lexicon.musing and first.nbor(1).lower_ != lemma
    return musing or (lemma == "see" and first.nbor(1).tag_ == "VBZ")


def _tells_what_comes(link: Link, source: Tagged, page: Page) -> bool:
    """ "Analysis: Why so strong?", "Police: what we know so far": nobody speaks."""
    if link.cue is None or page.text[slice(*link.cue.span)].strip() != ":":
        return False
    told = page.tokens(link.contents[0].span)
    behind = bool(told) and told[0].idx > link.cue.span.start
    asks = behind and told[0].tag_ in ("WP", "WRB") and not told[0].nbor(-1).is_quote
    return asks or page.text[slice(*source.span)].lower() in page.lexicon.headings


def _is_when(told: "list[Token]") -> bool:
    """ "The firm, which reports next week"; "as the parish has believed since 1953"."""
    told = told[1:] if told and told[0].lower_ == "since" else told
    dated = bool(told) and all(t.ent_type_ in ("DATE", "TIME") for t in told)
    return dated and ("npadvmod" in (told[0].dep_, told[0].head.dep_) or told[0].head.lower_ == "since")


def _is_elsewise(told: "list[Token]", page: Page) -> bool:
    """ "The figures suggest | otherwise": that is no claim."""
    return {t.lower_ for t in told} <= page.lexicon.elsewise


def _is_beside(link: Link, told: "list[Token]", verb: "Token | None", page: Page) -> bool:
    """Is all that is told when somebody spoke, what else they did, or how?"""
    if verb is None:
        return (link.cue is not None and _only_adverb(link.cue, page)) or _is_when(told)
    when = _is_when(told) or _is_circumstance(told, verb, page)
    return when or _meanwhile(told, verb, page) or _describes(told, verb)


def _describes(told: "list[Token]", verb: "Token") -> bool:
    """ "A man who | gave his name only | as Karim said": what tells who speaks is not what is said."""
    speakers = (c for c in verb.lefts if c.dep_ in verbs.SUBJECTS)
    clauses = (c for speaker in speakers for c in speaker.rights if c.dep_ == "relcl")
    return any(c.left_edge.i <= told[0].i and told[-1].i < verb.i for c in clauses)


def _meanwhile(told: "list[Token]", verb: "Token", page: Page) -> bool:
    """ "“It is late,” he tells me, not looking round": what else somebody does, saying it."""
    if told[0].dep_ == "cc" and told[0].head == verb and told[0].i > verb.i:
        return True  # "“A mother knows,” she says, and will say no more"
    doing = told[1:] if told[0].lower_ == "not" else told
    behind_comma = page.text[: told[0].idx].rstrip().endswith(",")
    return (
        bool(doing)
        and behind_comma
        and doing[0].tag_ == "VBG"
        and doing[0].dep_ in ("advcl", "xcomp")
        and doing[0].head == verb
    )


def _is_circumstance(told: "list[Token]", verb: "Token", page: Page) -> bool:
    """ "Wrote to the bishop after | a council failed to agree", "apologised | after the leak": when, not what."""
    mark = verbs.circumstance(verb, page.lexicon)
    return mark is not None and told[0].i in (mark.i, mark.i + 1)


def _only_adverb(cue: Tagged, page: Page) -> bool:
    """ "Admittedly", "probably", "up": a word of the writer's, unless it is one like "reportedly"."""
    tokens = page.tokens(cue.span)
    return bool(tokens) and all(
        t.tag_ in ("RB", "RP") and t.lower_ not in page.lexicon.adverbs for t in tokens
    )


def _whole(link: Link, page: Page) -> bool:
    """Marks round a whole sentence: somebody's words, though nobody says whose."""
    content = link.contents[0].span
    fitting = [q for q in page.quotes(content) if q.closed]
    return any(
        q.span.length >= 0.8 * content.length and q.words(page.text) >= 5 and _sentence_like(page.text, q)
        for q in fitting
    )


def _sentence_like(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.inner.start : quotation.inner.end].strip()
    return inner[:1].isupper() and inner[-1:] in ".,!?—…"


def _strayed(link: Link, page: Page) -> bool:
    """Unquoted words whose cue or speaker comes in a later sentence, or whose cue in one before names nobody or leads to a question."""
    own = touching(page.sentences, link.contents[-1].span)
    if own and any(span.start >= own[-1].end for span in link.told):
        return True
    if link.cue is None or any(
        s.overlaps(c.span) for s in touching(page.sentences, link.cue.span) for c in link.contents
    ):
        return False
    return link.source is None or any(page.text[s.end - 1] == "?" for s in own)


def _is_hearer(link: Link, page: Page) -> bool:
    """ "A text told | one driver: | “Just go.”": who is told stands before the colon."""
    content, verb = link.contents[-1].span, verbs.main(link.cue, page.doc)
    colon = page.text[content.start : content.end + 1].rstrip().endswith(":")
    tells = verb is not None and verb.lemma_ in page.lexicon.hearing
    return colon and tells and verbs.is_whom(page.tokens(content), verb)


def _names_words(link: Link, page: Page) -> bool:
    """ "The remarks mark a departure": what is said of words is the writer's."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None or link.source is None or verbs.speaks(verb, page.lexicon) or verb.tag_ == "VBG":
        return False
    if verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.rights):
        return False  # "it was shut, the report went on, since May"
    subject = verbs.subject(verb, "nsubj")
    if subject is None or not link.source.span.start <= subject.idx < link.source.span.end:
        return False
    return subject.lemma_.lower() in page.lexicon.things_of_speech | page.lexicon.wordings


def _removed(cue: Tagged, page: Page) -> bool:
    """Does a cue without a source tell of a speaker? "The world watches, knowing that" does not,"""
    verb = verbs.main(cue, page.doc)
    if verb is None:
        return True
    subject = verbs.leant_on(verb)
    return subject is None or (subject.lower_ not in NOBODY and _words(subject) not in page.lexicon.everybody)


def _words(noun: "Token") -> str:
    return " ".join(t.lower_ for t in noun.doc[noun.left_edge.i : noun.i + 1])


def _recalled(token: "Token", lexicon: Lexicon) -> bool:
    """ "Spoke of ‘an iron bridge’, a phrase that recalls | the old treaty": the writer says so."""
    for verb in token.ancestors:
        if verb.dep_ == "relcl" and verb.head.lemma_.lower() in lexicon.wordings:
            return verb.head.idx < token.idx
    return False


def _relative(link: Link, page: Page) -> bool:
    """ "remarks that underscored": a relative clause describes, it is not what was said."""
    first = page.tokens(link.contents[0].span)
    if not first or len(link.contents) > 1 or first[0].i == 0:
        return False
    at = next((i for i, t in enumerate(first[:5]) if t.pos_ == "NOUN"), -1)
    if (
        0 <= at < len(first) - 1
        and first[at + 1].tag_ == "WDT"
        and first[at].lemma_.lower() in page.lexicon.things_of_speech
    ):
        return True  # "delivered remarks that underscored": what is said of a speech
    token, before = first[0], page.doc[first[0].i - 1]
    if _recalled(token, page.lexicon):
        return True
    misread = all(verbs.is_finite(t) for t in first[1:3])  # "that mould had spread": mould is no verb
    return (
        not misread
        and token.tag_ == "WDT"
        and token.dep_ != "mark"  # "wrote in a letter that the bridge was safe"
        and before.pos_ == "NOUN"
        and token.head.dep_ in ("relcl", "acl", "aux", "auxpass")
    )
