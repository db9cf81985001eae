"""From the chances of each word to unbroken spans: the best path that does not change its mind too often."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mediakit.analysis.tagger import CONTENT, CUE, OUTSIDE, SOURCE, Reading
from mediakit.model import Span

CHANGE = -0.6
"""Log cost of a change of role between two words; keeps lone words from being tagged."""
BEGIN = 0.5
EDGE = " \t\r\n\u00a0,;:.(–—-"
"""What never belongs to the edge of a source or of a form's content."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged span: code points, words [first, last) of the reading, and the mean chance of its role."""

    span: Span
    first: int
    last: int
    chance: float


def find(reading: Reading, sentences: tuple[Span, ...]) -> dict[int, list[Tagged]]:
    """Role -> spans in order. A new content begins where the tagger marks a begin; a source or a cue ends with its sentence.

    The tagger does not see lines: in "“Pit to close,” says Keller | The coal minister said" the name would have both.
    """
    begins = reading.begins > BEGIN
    fresh = np.isin(reading.offsets[:, 0], [s.start for s in sentences])
    path = _best_path(np.log(reading.roles + 1e-6))
    found: dict[int, list[Tagged]] = {SOURCE: [], CONTENT: [], CUE: []}
    for role, first, last in _runs(path):
        if role == OUTSIDE:
            continue
        new = begins if role == CONTENT else fresh
        cuts = [i for i in range(first + 1, last) if new[i]]
        for a, b in zip([first, *cuts], [*cuts, last], strict=True):
            found[role].append(make(reading, a, b, role))
    return found


def make(reading: Reading, first: int, last: int, role: int) -> Tagged:
    """Words [first, last) as a tagged span."""
    start, end = int(reading.offsets[first, 0]), int(reading.offsets[last - 1, 1])
    return Tagged(Span(start, end), first, last, float(reading.roles[first:last, role].mean()))


def cover(reading: Reading, span: Span, role: int) -> Tagged:
    """Any span of the text as if it had been tagged, with the chance that the tagger gives to it."""
    first = int(np.searchsorted(reading.offsets[:, 1], span.start, side="right"))
    last = int(np.searchsorted(reading.offsets[:, 0], span.end, side="left"))
    last = max(last, first + 1)
    chances = reading.roles[first:last, role]
    return Tagged(span, first, last, float(chances.mean()) if len(chances) else 0.0)


def _best_path(scores: NDArray[np.float32]) -> list[int]:
    """Viterbi over four roles with one cost for every change."""
    if not len(scores):
        return []
    best, came = scores[0].copy(), np.zeros(scores.shape, np.int64)
    roles = np.arange(scores.shape[1])
    for i in range(1, len(scores)):
        change = int(best.argmax())
        moves = best[change] + CHANGE > best
        came[i] = np.where(moves, change, roles)
        best = np.where(moves, best[change] + CHANGE, best) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(came[i][path[-1]]))
    return path[::-1]


def _runs(path: list[int]) -> list[tuple[int, int, int]]:
    runs: list[tuple[int, int, int]] = []
    for i, role in enumerate(path):
        if runs and runs[-1][0] == role:
            runs[-1] = (role, runs[-1][1], i + 1)
        else:
            runs.append((role, i, i + 1))
    return runs


def trim(text: str, span: Span, leading: str, trailing: str) -> Span:
    """Without these characters at its two ends; what is left of nothing is an empty span."""
    start, end = span
    while start < end and text[start] in leading:
        start += 1
    while end > start and text[end - 1] in trailing:
        end -= 1
    return Span(start, end)
