"""Who is seen or heard speaking in a recording: "a video shows the mayor saying"; the words are the mayor's, not the video's.

So it is with whom a paper quotes: "the Courier quoted officials saying".
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend(link: Link, page: Page) -> Link:
    """The link whose source is who speaks in the recording, if that is who holds the words."""
    if link.cue is None or link.start < link.cue.span.start:
        return link
    start = link.cue.span.start if link.source is None else min(link.cue.span.start, link.source.span.end)
    words = page.tokens(Span(start, link.contents[-1].span.end))
    saying = next((t for t in words[1:] if t.tag_ == "VBG" and verbs.speaks(t, page.lexicon)), None)
    if saying is None:
        return link
    before = [t for t in words if t.i < saying.i]
    speaker = _heard(saying, before, page) or _speaker(before, link, page)
    told = _told(saying, link, page) if speaker else []
    if not told:
        return link
    if not any(page.quotes(span) for span in told) and not _tells(saying, page):
        return link
    source, cue = verbs.stretch(speaker[0], speaker[-1]), verbs.stretch(saying, saying)
    contents = tuple(page.cover(span, CONTENT) for span in told)
    return replace(link, source=page.cover(source, SOURCE), cue=page.cover(cue, CUE), contents=contents)


def _heard(saying: "Token", words: "list[Token]", page: Page) -> "list[Token]":
    """The chairman of "calmed talk | after a tape in which the chairman can be heard telling donors": in a clause of its own."""
    verb, speaker = saying.head, verbs.subject(saying.head)
    passive = verb.tag_ == "VBN" and verb.lemma_.lower() in page.lexicon.capturing
    if not passive or speaker is None or speaker.tag_ in verbs.RELATIVE or speaker not in words:
        return []
    return list(verb.doc[speaker.left_edge.i : verbs.last(speaker).i + 1])


def _speaker(words: "list[Token]", link: Link, page: Page) -> "list[Token]":
    """The noun, and no verb, between "shows" or "footage of" and the participle; the parser reads it in many ways."""
    source = page.tokens(link.source.span) if link.source is not None else []
    what = {(t.head.head if t.tag_ in verbs.RELATIVE else t).lemma_.lower() for t in source}
    recordings, capturing = page.lexicon.recordings, page.lexicon.capturing
    leads = [
        t.i
        for t in words
        if (t.lemma_.lower() in capturing and what & recordings)
        or t.lemma_.lower() in page.lexicon.quoting
        or (t.lower_ == "of" and t.nbor(-1).lemma_.lower() in recordings)
    ]
    noun = [t for t in words if leads and t.i > leads[-1]]
    named = bool(noun) and any(t.pos_ in ("NOUN", "PROPN") for t in noun[-2:])
    return noun if named and not any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in noun) else []


def _told(saying: "Token", link: Link, page: Page) -> list[Span]:
    """The quotations behind the participle, with the clause that they stand in, or all that the link holds behind it."""
    start = saying.idx + len(saying)
    spans = [Span(max(c.span.start, start), c.span.end) for c in link.contents if c.span.end > start]
    quoted = [q.span for span in spans for q in page.quotes(span) if q.span.start >= start]
    clause = _clause(saying, page)
    words = ([t for t in page.tokens(span) if t.i > saying.i] for span in spans)
    told = quoted or [verbs.stretch(behind[0], behind[-1]) for behind in words if behind]
    if clause is None or not told or (not quoted and clause.left_edge.idx >= told[0].end):
        return told
    begin = clause.left_edge.idx
    return [Span(min(begin, told[0].start) if quoted else begin, told[0].end), *told[1:]]


def _clause(saying: "Token", page: Page) -> "Token | None":
    """What is told: "saying | he would go", "telling a girl | that she was late", which the parser may hang on the girl."""
    held = {c.dep_: c for c in saying.rights}
    hearer, told = held.get("dobj"), held.get("ccomp")
    if hearer is None:
        return told
    if saying.lemma_.lower() not in page.lexicon.hearing:
        return None
    if told is not None:
        return told
    that = next((c for c in hearer.rights if c.dep_ == "relcl"), None)
    own = that is not None and that.left_edge.lower_ == "that" and verbs.subject(that) != that.left_edge
    return that if own else None


def _tells(saying: "Token", page: Page) -> bool:
    """ "Saying that he had", "telling her she was late", but not "contradicting a claim that it was"."""
    return _clause(saying, page) is not None
