"""What one student's answers say: discernment, bias, calibration and reliance, with the counts behind each. No grade.

No clock and no chance in here; the same rows give the same report.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

from mediakit.model import Analysis, Answer, Exercise, Record, Score, Sheet
from mediakit.scoring import compare, score, sheet_of
from mediakit.taxonomy import SURE_AS_PROBABILITY, Sure

NORMAL = NormalDist()
FEWEST = 3
"""Claims of each sort, sourced and not; with fewer nothing is said of bias."""
LEAN = 0.35
"""A criterion further from 0 than this is called a bias; 0.35 is about 14 points in each rate at d' = 0."""
PLOT_FROM = 20
"""Answers with a confidence; under this no calibration is drawn."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim: the student's answer, the right one, the machine's, and what the student did on seeing the machine's."""

    exercise: str
    claim: str
    mine: Answer
    right: Answer
    machine: Answer
    moved: bool = False
    weighed: bool = False
    first: Answer | None = None


@dataclass(frozen=True, slots=True)
class Discernment:
    """Signal detection for "sourced or not": `d` tells apart (0 is chance), `c` leans (over 0: doubts too much)."""

    d: float
    c: float
    hits: int
    sourced: int
    false_alarms: int
    own: int


@dataclass(frozen=True, slots=True)
class Level:
    """Answers given with one confidence: how many, how many right, and a 95 % interval of the rate."""

    sure: Sure
    said: float
    answers: int
    right: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The Brier score (0 best, 0.25 for saying one half always) and the levels of confidence."""

    brier: float
    answers: int
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Reliance:
    """What became of claims where student and machine differed: kept against a wrong machine, moved to a right one."""

    held: int
    wrong: int
    moved: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is told to a student about a set of rows; None where there is too little to tell."""

    score: Score
    machine: Score
    discernment: Discernment | None
    calibration: Calibration | None
    reliance: Reliance | None
    gained: int = 0
    lost: int = 0
    lean: str = "few"


def rows(record: Record, analysis: Analysis, exercise: Exercise | None) -> tuple[Row, ...]:
    """A committed record beside key and machine; without a key the machine's answers are taken for the right ones."""
    machine = sheet_of(analysis)
    key = exercise.key if exercise else machine
    mine, first = Sheet(record.answers), Sheet(record.first)
    found = []
    for claim in record.claims:
        given, right, told = mine.get(claim), key.get(claim), machine.get(claim)
        if given is None or told is None or right is None:
            continue
        moved = claim in record.moved
        found.append(Row(record.exercise, claim, given, right, told, moved, record.weighed, first.get(claim)))
    return tuple(found)


def summarize(found: Iterable[Row]) -> Report:
    """The report on some rows, of one exercise or of many."""
    found = tuple(found)
    scores = [score(Sheet((r.mine,)), Sheet((r.right,))) for r in found]
    total = _sum(scores)
    before = [r for r in found if r.first is not None]
    was = [compare(r.first, r.right) == "same" for r in before if r.first is not None]
    now = [compare(r.mine, r.right) == "same" for r in before]
    known = discern(total)
    return Report(
        total,
        _sum([score(Sheet((r.machine,)), Sheet((r.right,))) for r in found]),
        known,
        calibrate([(r.mine.sure, compare(r.mine, r.right) == "same") for r in found if r.mine.sure]),
        rely(found),
        gained=sum(b and not a for a, b in zip(was, now, strict=True)),
        lost=sum(a and not b for a, b in zip(was, now, strict=True)),
        lean=leaning(known),
    )


def _sum(scores: list[Score]) -> Score:
    names = ("claims", "verdicts", "kinds", "hits", "misses", "false_alarms", "correct_rejections")
    return Score(**{name: sum(getattr(s, name) for s in scores) for name in names})


def d_prime(hit_rate: float, false_alarm_rate: float) -> float:
    """z(H) - z(F); Green and Swets (1966), as given by Stanislaw and Todorov (1999), formula 1. Rates in (0, 1)."""
    return NORMAL.inv_cdf(hit_rate) - NORMAL.inv_cdf(false_alarm_rate)


def criterion(hit_rate: float, false_alarm_rate: float) -> float:
    """-(z(H) + z(F)) / 2; Macmillan and Creelman (1990), as given by Stanislaw and Todorov (1999), formula 7."""
    return -(NORMAL.inv_cdf(hit_rate) + NORMAL.inv_cdf(false_alarm_rate)) / 2


def log_linear(yes: int, of: int) -> float:
    """A rate that is never 0 or 1: half an answer is added to each cell (Hautus 1995)."""
    return (yes + 0.5) / (of + 1)


def discern(counted: Score) -> Discernment | None:
    """Discernment and bias from counts; None under `FEWEST` claims of either sort."""
    sourced = counted.hits + counted.misses
    own = counted.false_alarms + counted.correct_rejections
    if min(sourced, own) < FEWEST:
        return None
    hit, alarm = log_linear(counted.hits, sourced), log_linear(counted.false_alarms, own)
    return Discernment(
        d_prime(hit, alarm), criterion(hit, alarm), counted.hits, sourced, counted.false_alarms, own
    )


def leaning(known: Discernment | None) -> str:
    """`doubting` or `trusting` too much, `guessing` (no lean, but answers that do not follow the text), `fair` or `few`."""
    if known is None:
        return "few"
    if known.c > LEAN:
        return "doubting"
    if known.c < -LEAN:
        return "trusting"
    return "guessing" if known.d < 0.5 else "fair"


def brier(pairs: list[tuple[float, bool]]) -> float:
    """Mean squared distance of a stated chance from what came (Brier 1950, for two outcomes and one of them counted)."""
    return sum((p - right) ** 2 for p, right in pairs) / len(pairs)


def wilson(yes: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """The score interval of a rate (Wilson 1927); Newcombe (1998), method 3. (0, 1) for no cases."""
    if of == 0:
        return 0.0, 1.0
    z = NORMAL.inv_cdf((1 + level) / 2)
    middle = (2 * yes + z * z) / (2 * (of + z * z))
    half = z * math.sqrt(z * z + 4 * yes * (1 - yes / of)) / (2 * (of + z * z))
    return 0.0 if yes == 0 else max(0.0, middle - half), 1.0 if yes == of else min(1.0, middle + half)


def calibrate(answers: list[tuple[Sure, bool]]) -> Calibration | None:
    """How well confidence and success go together; None without any confidence."""
    if not answers:
        return None
    levels = []
    for sure, said in SURE_AS_PROBABILITY.items():
        right = [r for s, r in answers if s is sure]
        if right:
            levels.append(Level(sure, said, len(right), sum(right), *wilson(sum(right), len(right))))
    stated = [(SURE_AS_PROBABILITY[s], r) for s, r in answers]
    return Calibration(brier(stated), len(answers), tuple(levels))


def rely(found: tuple[Row, ...]) -> Reliance | None:
    """Reliance on the machine, over the claims in which student and machine differed; None if nothing was weighed."""
    open_ones = [r for r in found if r.weighed and compare(r.mine, r.machine) != "same"]
    if not open_ones:
        return None
    wrong = [r for r in open_ones if compare(r.machine, r.right) != "same"]
    right = [r for r in open_ones if compare(r.machine, r.right) == "same"]
    return Reliance(sum(not r.moved for r in wrong), len(wrong), sum(r.moved for r in right), len(right))


def missed(found: Iterable[Row]) -> tuple[str, ...]:
    """The kinds and needs of claims that were answered wrongly, each once, most often missed first."""
    wrong = [str(r.right.detail) for r in found if r.right.detail and compare(r.mine, r.right) != "same"]
    return tuple(sorted(set(wrong), key=lambda k: (-wrong.count(k), k)))


def off(level: Level) -> str:
    """`over` or `under` confident at one level: said so only if what was stated lies outside the 95 % interval."""
    if level.said > level.high:
        return "over"
    return "under" if level.said < level.low else ""
