"""Brings the tagger's contents and the quotation marks together: marks win where they are clear."""

from mediakit.analysis import spans
from mediakit.analysis.quotes import Quotation, is_speech
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, Reading
from mediakit.model import Span

SURE_ENOUGH = 0.5
TRAILING = " \t\r\n\u00a0"


def merge(text: str, reading: Reading, tagged: list[Tagged], quotations: tuple[Quotation, ...]) -> list[Tagged]:
    """Contents in order, none overlapping: every spoken quotation is one, whole, whatever the tagger cut."""
    contents = [t for t in tagged if _worth(text, t)]
    for quotation in quotations:
        touching = [t for t in contents if t.span.overlaps(quotation.span)]
        if not touching:
            if is_speech(text, quotation) and _trusted(reading, quotation):
                contents.append(spans.cover(reading, quotation.span, CONTENT))
            continue
        start = min(quotation.span.start, *(_outside(t, quotation).start for t in touching))
        end = max(quotation.span.end, *(_outside(t, quotation).end for t in touching))
        contents = [t for t in contents if t not in touching]
        contents.append(spans.cover(reading, _trim(text, Span(start, end)), CONTENT))
    return _apart(sorted(contents, key=lambda t: t.span))


def _outside(tagged: Tagged, quotation: Quotation) -> Span:
    """The tagged span, or the quotation when what stands out on a side is a slip of a word or two."""
    start = tagged.span.start if quotation.span.start - tagged.span.start > 12 else quotation.span.start
    end = tagged.span.end if tagged.span.end - quotation.span.end > 12 else quotation.span.end
    return Span(start, end)


def _trusted(reading: Reading, quotation: Quotation) -> bool:
    """A quotation with a lost mark, or a long one, must also look like content to the tagger."""
    if quotation.closed and quotation.span.length < 600:
        return True
    return spans.cover(reading, quotation.span, CONTENT).chance > SURE_ENOUGH


def _worth(text: str, tagged: Tagged) -> bool:
    """One or two loose words inside untagged text are a slip of the tagger."""
    words = len(text[tagged.span.start : tagged.span.end].split())
    return words >= 3 or tagged.chance > 0.8


def _trim(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    return Span(
        span.start + len(piece) - len(piece.lstrip(TRAILING)),
        span.end - (len(piece) - len(piece.rstrip(TRAILING))),
    )


def _apart(contents: list[Tagged]) -> list[Tagged]:
    kept: list[Tagged] = []
    for tagged in contents:
        if kept and kept[-1].span.overlaps(tagged.span):
            continue
        kept.append(tagged)
    return kept
