"""Finds what stands at a place of a text without looking through all of it, so that the cost grows with the text and no faster."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from mediakit.model import Span


class Places:
    """Spans in any order, which may lie over one another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda i: spans[i])
        self._spans = [spans[i] for i in self._order]
        self._reach = list(accumulate((s.end for s in self._spans), max))

    def overlapping(self, span: Span) -> list[int]:
        """The numbers of those that overlap a span, in ascending order."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._spans, span.end, lo=first, key=lambda s: s.start)
        return sorted(self._order[i] for i in range(first, last) if self._spans[i].overlaps(span))
