"""What comes back when, for one person learning alone: spaced review, fading help, difficulty. Pure; no clock.

Missed kinds come back after 1, 3 and 7 sessions (expanding practice, Landauer and Bjork 1978); a session is one
committed article. Help goes from a worked example over a half worked one to none (fading, Renkl and Atkinson 2003).
Difficulty aims at 70 to 85 claims in 100 right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.model import Exercise
from mediakit.report import Row, missed
from mediakit.scoring import compare
from mediakit.session import HELP

STEPS = (1, 3, 7)
"""Sessions after which a missed kind comes back; each success moves it one step on, a miss back to the first."""
LOW, HIGH = 0.70, 0.85
LAST = 30
"""Claims; how many of the last ones decide on the difficulty."""
LEVELS = ("easy", "middle", "hard")
FADE = 0.7
"""Share of right claims at which the next article of a thread comes with less help."""


@dataclass(frozen=True, slots=True)
class Due:
    """A kind (or need) that was missed: the session of its last miss or review, and its place in `STEPS`."""

    kind: str
    since: int
    step: int

    def is_due(self, sessions: int) -> bool:
        return sessions - self.since >= STEPS[self.step]


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next: an exercise, how much help, why, and the kind that comes back, if one does."""

    exercise: str
    help: str
    because: str
    kind: str = ""
    ago: int = 0
    right: int = 0
    of: int = 0


def due(history: Sequence[tuple[Row, ...]]) -> tuple[Due, ...]:
    """The kinds that wait to come back, oldest first; `history` holds the rows of each session in order."""
    waiting: dict[str, Due] = {}
    for number, rows in enumerate(history):
        wrong = set(missed(rows))
        seen = {str(r.right.detail) for r in rows if r.right.detail}
        for kind in sorted(seen):
            old = waiting.get(kind)
            if kind in wrong:
                waiting[kind] = Due(kind, number, 0)
            elif old is not None and old.is_due(number):
                if old.step + 1 == len(STEPS):
                    del waiting[kind]
                else:
                    waiting[kind] = Due(kind, number, old.step + 1)
    return tuple(sorted(waiting.values(), key=lambda d: (d.since, d.kind)))


def success(history: Sequence[tuple[Row, ...]]) -> tuple[int, int]:
    """Right claims and all, over the last `LAST`."""
    last = [r for rows in history for r in rows][-LAST:]
    return sum(compare(r.mine, r.right) == "same" for r in last), len(last)


def level(history: Sequence[tuple[Row, ...]]) -> str:
    """The level to offer: one up after more than 85 in 100 right, one down after fewer than 70, from easy on."""
    at = 0
    for number in range(1, len(history) + 1):
        right, of = success(history[:number])
        if right > HIGH * of:
            at = min(at + 1, len(LEVELS) - 1)
        elif right < LOW * of:
            at = max(at - 1, 0)
    return LEVELS[at]


def support(history: Sequence[tuple[Row, ...]], helped: Sequence[str]) -> str:
    """How much help comes next: the first article is worked, then less with each success, more after a failure."""
    at = 0
    for rows, given in zip(history, helped, strict=True):
        if given == HELP[0]:
            at = max(at, 1)
            continue
        right, of = success([rows])
        at = min(at + 1, 2) if right >= FADE * of else max(at - 1, 1)
    return HELP[at]


def choose(
    history: Sequence[tuple[Row, ...]], helped: Sequence[str], exercises: Iterable[Exercise]
) -> Next | None:
    """What to do next among exercises in their order; None when all are done.

    A kind that is due decides first, by the exercise that has most of it; else the level does, nearest first.
    """
    done = {r.exercise for rows in history for r in rows}
    open_ones = [e for e in exercises if e.slug not in done]
    if not open_ones:
        return None
    help_now, (right, of) = support(history, helped), success(history)
    back = next((d for d in due(history) if d.is_due(len(history))), None)
    if back is not None:
        best = max(open_ones, key=lambda e: sum(a.detail == back.kind for a in e.key.answers))
        if any(a.detail == back.kind for a in best.key.answers):
            return Next(best.slug, help_now, "review", back.kind, len(history) - back.since, right, of)
    wanted = LEVELS.index(level(history))
    nearest = min(open_ones, key=lambda e: abs(LEVELS.index(e.level) - wanted))
    return Next(nearest.slug, help_now, "start" if not history else "level", right=right, of=of)
