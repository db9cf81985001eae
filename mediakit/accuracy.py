"""How often the analysis is right, as it was measured; the lesson says so beside the machine's answers."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mediakit import codec
from mediakit.taxonomy import Kind


@dataclass(frozen=True, slots=True)
class Rates:
    """Times in 100, on `articles` news articles with known answers; see docs/accuracy.md.

    `kinds` gives for each source kind how often the machine was right when it gave this answer, and out of how many.
    """

    articles: int
    claims: int
    unsure: int
    direct: int
    indirect: int
    kinds: dict[str, tuple[int, int]]


@lru_cache(maxsize=1)
def rates() -> Rates | None:
    """From the benchmark's own file; None where it is missing or says something else."""
    path = codec.shipped("results", "benchmarks/results") / "accuracy.json"
    return _read(path) if path.is_file() else None


def _read(path: Path) -> Rates | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        spans = found["spans"]
        claim, scores = spans["confidence"]["claim"], spans["scores"]
        sure = claim["answers"] - claim["unsure"]
        right = claim["right when sure"] * sure + (claim["right when unsure"] or 0) * claim["unsure"]
        return Rates(
            spans["articles"],
            round(100 * right / claim["answers"]),
            round(100 * (claim["right when unsure"] or 0)),
            round(100 * scores["direct"]["value"]),
            round(100 * scores["indirect"]["value"]),
            _kinds([*found["hard"]["confusion"], *found["kinds"]["confusion"]]),
        )
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError):
        return None  # a lesson goes on without the figures


def _kinds(confusion: list[tuple[str, str, int]]) -> dict[str, tuple[int, int]]:
    """Right and all, by the machine's answer; the corpus of kinds knows one name for two of them."""
    table: dict[str, tuple[int, int]] = {}
    for gold, mine, count in confusion:
        if mine in set(Kind):
            right, of = table.get(mine, (0, 0))
            good = mine == gold or (gold == "unnamed_or_vague" and mine in (Kind.UNNAMED, Kind.VAGUE))
            table[mine] = (right + good * count, of + count)
    return table
