"""Who speaks on which side of two dashes: "The club — records show it paid nothing — insists that it did"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import commons, joints, spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import SOURCE
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend(link: Link, page: Page) -> Link:
    """The link with the source that stands on its cue's side."""
    source, cue = link.source, link.cue
    pair = _around(source, cue, page) if source is not None and cue is not None else None
    if source is None or cue is None or pair is None:
        return link
    first, second = pair
    inside = first.idx < cue.span.start < second.idx
    if inside:
        own = Span(max(source.span.start, first.idx + len(first)), source.span.end)
    elif source.span.start < first.idx:
        own = Span(source.span.start, first.idx)
    else:
        own = _before(first)
    own = spans.trim(page.text, own, spans.EDGE, spans.EDGE)
    return replace(link, source=page.cover(own, SOURCE)) if own.length else link


def _around(source: Tagged, cue: Tagged, page: Page) -> "tuple[Token, Token] | None":
    """The two dashes, where a clause stands between them and the first verb behind it is the cue's.

    None where the source stands on one side of them with its cue.
    """
    words = page.tokens(page.sentence(cue.span))
    pair = [t for t in words if t.text in commons.DASHES and not joints.is_hyphen(t)]
    if len(pair) != 2 or source.span.start > cue.span.start:
        return None
    first, second = pair
    inside = first.idx < cue.span.start < second.idx
    over = source.span.start < first.idx < source.span.end
    behind = [t for t in words if t.i > second.i]
    goes_on = bool(behind) and (verbs.is_finite(behind[0]) or behind[0].pos_ == "AUX")
    # its verb is no part of the source: not "the head of Ora – the firm that owns it – told"
    clause = any(verbs.is_finite(t) for t in words if source.span.end <= t.idx < second.idx)
    strayed = first.idx < source.span.start < second.idx < cue.span.start
    stands = (inside and over) or (
        goes_on and (over or strayed) and cue.span.start < behind[0].idx + len(behind[0])
    )
    return (first, second) if clause and stands else None


def _before(dash: "Token") -> Span:
    """The subject that stands before a dash, and its verb behind it."""
    before = (t for t in reversed(dash.doc[dash.sent.start : dash.i]) if t.dep_ in verbs.SUBJECTS)
    subject = next((t for t in before if t.head.i > dash.i), None)
    return verbs.stretch(subject.left_edge, subject) if subject is not None else Span(0, 0)
