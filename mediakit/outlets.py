"""Compares outlets over a table of `corpus`, with honest intervals, and picks articles for a lesson.

A figure of one outlet is the mean over its articles with the interval of a bootstrap (bias-corrected and accelerated,
Efron 1987, by SciPy). Under `FEW` articles nothing is compared: the interval is told, and that it says little.
"""

from dataclasses import dataclass
from math import isfinite, nan
from typing import Any

from mediakit.model import MediakitError
from mediakit.taxonomy import Kind

Row = dict[str, Any]
FEW = 20
"""Articles; fewer say little about an outlet."""
LEAST = 3
"""With fewer articles there is no interval at all."""
LEAST_SPREAD = 1e-6
"""Under this, articles are alike, and the bootstrap would divide by nothing."""
CLAIMS = {"easy": (8, 16), "middle": (12, 26), "hard": (18, 45)}
"""How many claims an article of each level has."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet's mean of a column, and the middle 95 % of its bootstrap; `few` says that it rests on too few articles."""

    name: str
    articles: int
    mean: float
    low: float | None
    high: float | None

    @property
    def few(self) -> bool:
        return self.articles < FEW


def compare(rows: list[Row], column: str, *, seed: int = 0) -> tuple[Outlet, ...]:
    """Every outlet's mean of a column, by name. Raises MediakitError for a column that is no number."""
    if not rows or column not in rows[0] or isinstance(rows[0][column], str):
        known = ", ".join(c for c, v in (rows[0] if rows else {}).items() if not isinstance(v, str))
        raise MediakitError(f"There is no figure {column!r} in the table; there are: {known}.")
    groups: dict[str, list[float]] = {}
    for row in rows:
        groups.setdefault(outlet_of(row), []).append(_figure(row, column))
    share = column.startswith("share_")
    return tuple(_outlet(name, values, seed, share=share) for name, values in sorted(groups.items()))


def outlet_of(row: Row) -> str:
    """The outlet of an article; empty where none is told."""
    return str(row.get("outlet") or "")


def _figure(row: Row, column: str) -> float:
    try:
        value = float(row[column])
    except (KeyError, TypeError, ValueError):
        value = nan
    if not isfinite(value):
        raise MediakitError(
            f"The article {row.get('id')!r} has no number as {column}. Make the table anew: mediakit corpus FOLDER -o table.csv"
        )
    return value


def overlap(one: Outlet, other: Outlet) -> bool:
    """Can chance alone make the difference? True where their intervals meet, and where one of them has none."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return True
    return one.low <= other.high and other.low <= one.high


def _outlet(name: str, values: list[float], seed: int, *, share: bool) -> Outlet:
    mean = sum(values) / len(values)
    if len(values) < LEAST:
        return Outlet(name, len(values), mean, None, None)
    if max(values) - min(values) < LEAST_SPREAD:
        return Outlet(name, len(values), mean, *(_of_alike(mean, len(values)) if share else (None, None)))
    import numpy as np
    from scipy.stats import bootstrap

    found = bootstrap(
        (np.array(values),), np.mean, n_resamples=2000, rng=np.random.default_rng(seed)
    ).confidence_interval
    return Outlet(name, len(values), mean, float(found.low), float(found.high))


def _of_alike(mean: float, articles: int) -> tuple[float, float]:
    """Where every article has the same share, a bootstrap knows no doubt. Other articles may differ, in 3 of n at most.

    The rule of three (Hanley and Lippman-Hand 1983): with 95 % sureness fewer than 3/n of all articles differ.
    """
    others = min(1.0, 3 / articles)
    return mean * (1 - others), mean + (1 - mean) * others


def pick(rows: list[Row], level: str = "middle", count: int = 10) -> tuple[Row, ...]:
    """Articles of a level that make good lessons, best first: enough of the writer's own claims, several kinds of sources.

    A set that is nearly all sourced or nearly all not teaches doubt or trust instead of reading.
    Raises MediakitError for a level that there is not.
    """
    if level not in CLAIMS:
        raise MediakitError(f"There is no level {level!r}; there are: {', '.join(CLAIMS)}.")
    low, high = CLAIMS[level]
    fit = [r for r in rows if low <= r["claims"] <= high and r["share_unsure"] <= 0.3 and not r["notes"]]
    return tuple(sorted(fit, key=lambda r: (-_worth(r), str(r["id"])))[:count])


def _worth(row: Row) -> float:
    kinds = len([k for k in Kind if row[f"share_{k}"] > 0])
    return kinds / len(Kind) - abs(float(row["share_unsourced"]) - 0.45)
