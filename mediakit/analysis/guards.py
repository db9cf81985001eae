"""What the tagger marks but the taxonomy does not count."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, nlp, quotes, spans
from mediakit.analysis.agents import passive, verb_of
from mediakit.analysis.linking import Link
from mediakit.analysis.quotes import Quotation, is_title
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE, Reading
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BESIDE = 12
"""Characters that the tagger may have taken along beside a title."""
HEADING = 80
"""Characters at the head of a content in which its document may be named."""
RELATIVE = re.compile(r"(?<=\S)[\s,;:(–—-]+\b(?:who|which|that|whose)[\s,;:(–—-]*$")
SURE = 0.85
"""From here on a quotation without cue and source is believed to be somebody's words."""
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
        mended = _mend(link, doc, lexicon, sentences, quotations, reading)
        if link.after is not None or not _is_none(mended, doc, lexicon, sentences, quotations):
            kept.append((number, mended))
    numbers = {old: new for new, (old, _) in enumerate(kept)}
    return [
        replace(link, after=numbers.get(link.after) if link.after is not None else None) for _, link in kept
    ]


def _mend(
    link: Link,
    doc: "Doc",
    lexicon: Lexicon,
    sentences: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    reading: Reading,
) -> Link:
    source = _own_subject(
        link, _in_line(link.source, nlp.text(doc), sentences, reading), doc, sentences, reading
    )
    link = replace(link, source=_trim_source(source, doc, lexicon, reading))
    link = _subject_beside(link, doc, lexicon, reading)
    link = replace(link, contents=tuple(_with_determiner(c, doc, reading) for c in link.contents))
    link = _in_relative_clause(link, doc, quotations, reading)
    return _speaking_document(link, doc, lexicon, reading)


def _with_determiner(content: Tagged, doc: "Doc", reading: Reading) -> Tagged:
    """ "Adler told her | the | pump was dry": the article belongs to the noun after it."""
    tokens = nlp.tokens_in(doc, content.span)
    if not tokens or tokens[0].i == 0 or tokens[0].idx != content.span.start:
        return content
    before = doc[tokens[0].i - 1]
    belongs = before.tag_ in ("DT", "PRP$") and content.span.start <= before.head.idx < content.span.end
    return spans.cover(reading, Span(before.idx, content.span.end), CONTENT) if belongs else content


def _in_line(
    source: Tagged | None, text: str, sentences: tuple[Span, ...], reading: Reading
) -> Tagged | None:
    """A source ends where a line break ends a sentence; the tagger does not see lines."""
    if source is None or "\n" not in text[slice(*source.span)]:
        return source
    last = touching(sentences, source.span)[-1]
    start = max(source.span.start, last.start)
    crosses = "\n" in text[source.span.start : start]
    return spans.cover(reading, Span(start, source.span.end), SOURCE) if crosses else source


def _subject_beside(link: Link, doc: "Doc", lexicon: Lexicon, reading: Reading) -> Link:
    """ "Pictures of the site | appear | to show a crane": the first piece is no content, the pictures speak."""
    verb = verb_of(link.cue, doc) if link.cue is not None else None
    if verb is None or len(link.contents) < 2 or passive(verb) or verb.lemma_.lower() not in lexicon.seeming:
        return link
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    first = link.contents[0]
    if subject is None or not first.span.start <= subject.idx < first.span.end <= verb.idx:
        return link
    if not {subject.lower_, subject.lemma_.lower()} & lexicon.nouns[Kind.DOCUMENT]:
        return link
    return replace(link, source=spans.cover(reading, first.span, SOURCE), contents=link.contents[1:])


def _trim_source(source: Tagged | None, doc: "Doc", lexicon: Lexicon, reading: Reading) -> Tagged | None:
    """Without marks at its ends and the relative word at its end: "a former officer, who"."""
    if source is None:
        return None
    start = source.span.start
    dateline = spans.DATELINE.match(nlp.text(doc), start, source.span.end)
    if dateline is not None:
        start = dateline.end()
    while start < source.span.end and nlp.text(doc)[start] in spans.EDGE:
        start += 1
    tokens = nlp.tokens_in(doc, Span(start, source.span.end))
    if len(tokens) > 1 and tokens[0].lower_ in lexicon.times and tokens[1].pos_ in ("PROPN", "DET"):
        start = tokens[1].idx
    text = nlp.text(doc)[start : source.span.end]
    text = re.sub(r"(?<=\S)[\s,;:(–—-]+$", "", RELATIVE.sub("", text))
    if not text:
        return None
    end = start + len(text)
    kept = nlp.tokens_in(doc, Span(start, end))
    while len(kept) > 2 and kept[-1].tag_ in ("IN", "RB", "WRB", "CC", "TO") and kept[-1].dep_ != "prt":
        kept = kept[:-1]  # "an officer, who agreed to speak | only if"
    last = kept[-1]
    end = last.idx + len(last)
    if last.tag_ == "DT" and last.head.i == last.i + 1 and last.i > tokens[0].i:
        end = last.head.idx + len(last.head)  # "one mother at the | gate"
    return spans.cover(reading, Span(start, end), SOURCE)


def _own_subject(
    link: Link, source: Tagged | None, doc: "Doc", sentences: tuple[Span, ...], reading: Reading
) -> Tagged | None:
    """The subject of the cue's own verb, where the tagger went to another sentence or nowhere: "said a parent"."""
    verb = verb_of(link.cue, doc) if link.cue is not None else None
    if verb is not None and (quoted := _quoted_as(verb)) is not None:
        return spans.cover(reading, Span(quoted.left_edge.idx, quoted.idx + len(quoted)), SOURCE)
    if link.cue is None or verb is None or passive(verb):
        return source
    home = next(iter(touching(sentences, Span(verb.idx, verb.idx + 1))), None)
    relative = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ == "who"), None)
    if relative is not None and verb.dep_ == "relcl" and source is not None:
        described = (verb.head.idx, relative.idx)
        if not any(source.span.start <= at < source.span.end for at in described):
            return spans.cover(reading, Span(relative.idx, relative.idx + len(relative)), SOURCE)
    if home is None or (source is not None and home.overlaps(source.span)):
        return source
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")), None)
    if subject is None:
        return source
    describing = [
        c
        for c in subject.children
        if c.dep_ in ("relcl", "appos", "acl", "punct")
        and c.i > subject.i
        and not (c.dep_ == "appos" and c.left_edge.i == subject.i + 1)  # "rail operator NorthLine"
    ]
    last = doc[min((c.left_edge.i - 1 for c in describing), default=subject.right_edge.i)]
    span = Span(subject.left_edge.idx, last.idx + len(last))
    free = home.holds(span) and not any(span.overlaps(c.span) for c in link.contents)
    return spans.cover(reading, span, SOURCE) if free else source


def _quoted_as(verb: "Token") -> "Token | None":
    """Who spoke in "the envoy was quoted as saying": the subject of a passive, for once."""
    outer = verb.head.head
    if verb.tag_ != "VBG" or verb.head.lower_ != "as" or not passive(outer):
        return None
    return next((c for c in outer.children if c.dep_ == "nsubjpass"), None)


def _in_relative_clause(link: Link, doc: "Doc", quotations: tuple[Quotation, ...], reading: Reading) -> Link:
    """In "neighbours who said the lights went out, have moved away" the content ends with the clause of "who"."""
    last = link.contents[-1]
    if link.source is None or link.cue is None or quotes.touching(quotations, last.span):
        return link
    words = nlp.tokens_in(doc, link.source.span)
    if len(words) != 1 or words[0].tag_ not in ("WP", "WDT") or words[0].head.dep_ != "relcl":
        return link
    edge = words[0].head.right_edge
    end = edge.idx + len(edge)
    if not last.span.start < end < last.span.end or edge.i < _last_token(link.cue, doc):
        return link
    return replace(
        link, contents=(*link.contents[:-1], spans.cover(reading, Span(last.span.start, end), CONTENT))
    )


def _last_token(cue: Tagged, doc: "Doc") -> int:
    """The place of the last token of a cue."""
    tokens = nlp.tokens_in(doc, cue.span)
    return tokens[-1].i if tokens else 0


def _speaking_document(link: Link, doc: "Doc", lexicon: Lexicon, reading: Reading) -> Link:
    """In "released a report alleging" the report speaks, not who released it."""
    if link.cue is None or link.source is None:
        return link
    first = link.contents[0]
    heading = Span(link.cue.span.start, min(first.span.start + HEADING, first.span.end))
    for verb in nlp.tokens_in(doc, heading):
        noun = doc[verb.i - 1] if verb.i else verb
        begin = _document_begin(doc, verb, noun, lexicon)
        if begin is None or link.source.span.holds(Span(noun.idx, noun.idx + len(noun))):
            continue
        contents = link.contents
        if verb.idx >= first.span.start:
            if verb.lemma_.lower() not in lexicon.stances or begin.idx > first.span.start:
                continue
            if verb.i + 1 >= len(doc) or doc[verb.i + 1].idx >= first.span.end:
                continue
            claimed = Span(doc[verb.i + 1].idx, first.span.end)
            contents = (spans.cover(reading, claimed, CONTENT), *link.contents[1:])
        document = spans.cover(reading, Span(begin.idx, noun.idx + len(noun)), SOURCE)
        cue = spans.cover(reading, Span(verb.idx, verb.idx + len(verb)), CUE)
        return replace(link, source=document, issuer=link.source, cue=cue, contents=contents)
    return link


def _document_begin(doc: "Doc", verb: "Token", noun: "Token", lexicon: Lexicon) -> "Token | None":
    """The first word of "a classified report" before "alleging"; None where no document speaks."""
    if verb.tag_ != "VBG" or noun.pos_ != "NOUN" or noun.lemma_.lower() not in lexicon.nouns[Kind.DOCUMENT]:
        return None
    begin = noun.i
    while begin and doc[begin - 1].pos_ in ("DET", "ADJ", "NOUN") and doc[begin - 1].sent == noun.sent:
        begin -= 1
    return doc[begin]


def _is_none(
    link: Link, doc: "Doc", lexicon: Lexicon, sentences: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> bool:
    """Is this no attribution at all?"""
    quoted = any(quotes.touching(quotations, c.span) for c in link.contents)
    if link.cue is not None and _refuses(link, doc, lexicon, sentences):
        return True
    if link.cue is not None and (_denied_passive(link.cue, doc) or _was_asked(link.cue, doc)):
        return True
    if not quoted and link.source is not None and _nobody(link.source, doc, lexicon):
        return True
    if quoted and _is_title(link, nlp.text(doc), quotations):
        return True
    if link.cue is None and link.source is None:
        return not quoted or (not _whole(link, doc, quotations) and _chance(link) < SURE)
    if not quoted and link.source is None and link.cue is not None and _strayed(link, sentences):
        return True
    if not quoted and link.source is None and link.cue is not None and not _removed(link.cue, doc, lexicon):
        return True
    return not quoted and (_relative(link, doc, lexicon) or _bare_passive(link, doc))


def _bare_passive(link: Link, doc: "Doc") -> bool:
    """ "The verdict is expected on Friday": a thing and a passive, but nothing that was said of it."""
    if (
        link.source is not None
        or link.cue is None
        or any(c.span.start > link.cue.span.start for c in link.contents)
    ):
        return False
    verb = verb_of(link.cue, doc)
    tokens = [t for c in link.contents for t in nlp.tokens_in(doc, c.span)]
    return verb is not None and passive(verb) and not any(t.pos_ in ("VERB", "AUX") for t in tokens)


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


def _denied_passive(cue: Tagged, doc: "Doc") -> bool:
    """ "A move that has not been acknowledged by either side": nobody said it, so nothing is attributed."""
    verb = verb_of(cue, doc)
    if verb is None or not passive(verb) or not any(c.dep_ == "neg" for c in verb.children):
        return False
    return verb.dep_ in ("relcl", "ROOT", "conj") and not any(
        c.dep_ in ("ccomp", "xcomp", "oprd") for c in verb.children
    )


def _was_asked(cue: Tagged, doc: "Doc") -> bool:
    """ "Asked whether he had read it, Nunes replied": a question put to a speaker is no claim."""
    verb = verb_of(cue, doc)
    return (
        verb is not None
        and verb.tag_ == "VBN"
        and verb.is_sent_start is True
        and verb.dep_ in ("advcl", "dep", "acl")
        and any(c.dep_ in ("ccomp", "prep") for c in verb.children)
    )


def _refuses(link: Link, doc: "Doc", lexicon: Lexicon, sentences: tuple[Span, ...]) -> bool:
    """ "declined to comment" makes no claim; what stands beside the refusal may."""
    assert link.cue is not None
    end = min(link.cue.span.end + 40, len(nlp.text(doc)))
    near = " ".join(nlp.text(doc)[link.cue.span.start : end].split()).lower().replace("’", "'")
    cue = " ".join(nlp.text(doc)[slice(*link.cue.span)].split()).lower()
    if any(near.startswith(p) or p in cue for p in lexicon.no_claim):
        return True
    if anonymity.begins(near, lexicon):
        return True
    tokens = nlp.tokens_in(doc, link.cue.span)
    if any(_declines(t, lexicon) for t in tokens):
        return True
    negated = any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "n’t", "never") for t in tokens)
    return negated and any(t.lemma_.lower() in lexicon.silent_verbs for t in tokens)


def _declines(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Refused to discuss", "declines to say whether"."""
    told = (c for c in verb.children if c.dep_ == "xcomp")
    return verb.lemma_.lower() in lexicon.declining and any(
        c.lemma_.lower() in lexicon.silent_verbs for c in told
    )


def _nobody(source: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """ "The world knows" and the writer's own "I" make nobody else responsible."""
    words = " ".join(nlp.text(doc)[slice(*source.span)].lower().split())
    return words in lexicon.everybody or words in NOBODY


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


def _strayed(link: Link, sentences: tuple[Span, ...]) -> bool:
    """Unquoted words whose cue stands in another sentence, and without anybody who spoke."""
    assert link.cue is not None
    home = touching(sentences, link.cue.span)
    return not any(s.overlaps(c.span) for s in home for c in link.contents)


def _removed(cue: Tagged, doc: "Doc", lexicon: Lexicon) -> bool:
    """Does a cue without a source tell of a speaker? "The world watches, knowing that" does not,"""
    verb = verb_of(cue, doc)
    if verb is None:
        return True
    subject = _subject(verb)
    return subject is None or (subject.lower_ not in NOBODY and _words(subject) not in lexicon.everybody)


def _subject(verb: "Token") -> "Token | None":
    """The subject of a verb, or of the verb that it leans on ("watches, knowing")."""
    for token in (verb, verb.head, verb.head.head):
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
    return None


def _words(noun: "Token") -> str:
    return " ".join(t.lower_ for t in noun.doc[noun.left_edge.i : noun.i + 1])


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
    return (
        token.tag_ == "WDT"
        and before.pos_ == "NOUN"
        and token.head.dep_ in ("relcl", "acl", "aux", "auxpass")
    )
