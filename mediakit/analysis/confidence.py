"""How sure each answer is: logistic models over a few features, fitted on articles that the tagger never saw.

`training/calibrate.py` fits the weights and writes `models/confidence.json`; the features are made here, so that
fitting and use cannot differ. A confidence is a chance: of the answers given with 0.8, about 80 in 100 are right.
Method: Platt (1999), with features beside the raw score; kinds have one smoothed rate a rule.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log
from typing import Any

import numpy as np

from mediakit.analysis import spans
from mediakit.analysis.linking import Link
from mediakit.analysis.tagger import CONTENT, CUE, OUTSIDE, Reading
from mediakit.model import Span, Spans, touching
from mediakit.taxonomy import Quote, Verdict

FEATURES = {
    "attribution": (
        "content", "border", "link", "cue", "direct", "partial", "indirect", "has_source", "has_cue", "continued", "pieces", "short", "form",
    ),
    "claim": ("share", "quoted", "attributed", "partly", "cue_near", "short"),
}  # fmt: skip
LEAST, MOST = 0.02, 0.99
TURN = 0.75
"""The least chance of a turn of a dialogue, and of a quotation set apart: the tagger does not see lines, so its doubt says nothing there. About the share
that is right in the interviews of benchmarks/stress."""
KEEP = 0.2
"""An unquoted attribution under this chance is left out. Measured on held-out articles; see training/README.md."""


@lru_cache(maxsize=1)
def _models() -> dict[str, Any]:
    text = (files("mediakit.analysis") / "models" / "confidence.json").read_text(encoding="utf-8")
    models: dict[str, Any] = json.loads(text)
    return models


def of_attribution(features: Sequence[float]) -> float:
    """The chance that content (half of it or more) and source are both right."""
    return _logistic("attribution", features)


def of_claim(features: Sequence[float]) -> float:
    """The chance that the verdict is right, "partly" counting as not sourced."""
    return _logistic("claim", features)


def of_kind(rule: str) -> float:
    """The chance that the kind is right: how often the rule that decided it was."""
    kind = _models()["kind"]
    return float(kind["rules"].get(rule, kind["other"]))


def _logistic(name: str, features: Sequence[float]) -> float:
    model = _models()[name]
    score = model["bias"] + sum(w * f for w, f in zip(model["weights"], features, strict=True))
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-score)))), 3)


def attribution_features(reading: Reading, link: Link, quote: Quote) -> tuple[float, ...]:
    """One number for each name in `FEATURES["attribution"]`."""
    made = [spans.cover(reading, c.span, CONTENT) for c in link.contents]
    first, last = made[0], made[-1]
    content = float(np.mean([c.chance for c in made]))
    before = reading.roles[first.first - 1, CONTENT] if first.first else 0.0
    after = reading.roles[last.last, CONTENT] if last.last < len(reading.roles) else 0.0
    words = sum(c.last - c.first for c in made)
    return (
        _logit(content), 1.0 - float(before + after) / 2, _logit(link.chance),
        spans.cover(reading, link.cue.span, CUE).chance if link.cue else 0.0,
        float(quote is Quote.DIRECT), float(quote is Quote.PARTIAL), float(quote is Quote.INDIRECT),
        float(link.source is not None), float(link.cue is not None), float(link.after is not None),
        float(len(made) > 1), 1.0 / words, float(link.by_form),
    )  # fmt: skip


def claim_features(
    reading: Reading,
    sentence: Span,
    verdict: Verdict,
    share: float,
    beside: frozenset[int],
    quoted: Spans,
) -> tuple[float, ...]:
    """One number for each name in `FEATURES["claim"]`; positive ones speak for the verdict.

    `beside` are the characters that tell of the speaker and the speaking: they speak for no verdict.
    """
    side = 1.0 if verdict is Verdict.SOURCED else -1.0
    whole = spans.cover(reading, sentence, CONTENT)
    roles = reading.roles[whole.first : whole.last]
    if not len(roles):
        return (side * -1.0, 0.0, side * -1.0, 0.0, 0.0, 1.0)  # no letters, nothing tagged
    pieces = reading.offsets[whole.first : whole.last]
    lengths = [sum(i not in beside for i in range(start, end)) for start, end in pieces]
    mass = (roles * np.array(lengths)[:, None]).sum(0)
    inside = float(mass[CONTENT] / max(mass[CONTENT] + mass[OUTSIDE], 1e-6))
    marked = sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in touching(quoted, sentence))
    return (
        side * _logit(inside), side * marked / max(sentence.length, 1), side * (2 * share - 1),
        float(verdict is Verdict.PARTLY), side * float(roles[:, CUE].max()), 1.0 / (whole.last - whole.first),
    )  # fmt: skip


def _logit(chance: float) -> float:
    kept = min(0.995, max(0.005, chance))
    return log(kept / (1 - kept))
