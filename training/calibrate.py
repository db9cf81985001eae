"""Fit how sure the answers are: `python -m training.calibrate POLNEAR-TRAIN.jsonl --kinds SCU-DEV.jsonl`.

On the training articles that the tagger never saw. An attribution is right when its content overlaps an annotated
one by half (intersection over union of its letters) and the source does, too; a claim when both call it sourced or
neither does. A kind's rate is that of the rule which decided, over stories annotated with kinds, drawn towards the
mean of all (five pseudo-counts). Writes mediakit/analysis/models/confidence.json.
"""

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks import gold as g
from mediakit.analysis import Examined, claims, confidence, examine
from mediakit.analysis.tagger import card
from mediakit.model import Span
from training import windows as w

OUT = Path(__file__).parent.parent / "mediakit" / "analysis" / "models" / "confidence.json"
PSEUDO = 5


def attribution_rows(seen: Examined, article: dict) -> list[tuple[tuple[float, ...], bool]]:
    assert seen.reading is not None
    right = g.attributions_right(article, seen.analysis)
    return [
        (confidence.attribution_features(seen.reading, link, attribution.quote), right[attribution.id])
        for link, attribution in zip(seen.links, seen.analysis.attributions, strict=True)
    ]


def claim_rows(seen: Examined, article: dict) -> list[tuple[tuple[float, ...], bool]]:
    assert seen.reading is not None and seen.page is not None
    quoted = [q.span for q in seen.quotations]
    rows = []
    for claim, right in zip(seen.analysis.claims, g.claims_right(article, seen.analysis), strict=True):
        span = Span(claim.start, claim.end)
        share, beside = claims.attributed(seen.page, span, seen.analysis.attributions)
        features = confidence.claim_features(seen.reading, span, claim.verdict, share, beside, quoted)
        rows.append((features, right))
    return rows


def fit(name: str, rows: list[tuple[tuple[float, ...], bool]]) -> dict:
    from sklearn.linear_model import LogisticRegression

    features, right = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
    model = LogisticRegression(C=1.0, max_iter=2000).fit(features, right)
    return {
        "features": list(confidence.FEATURES[name]),
        "weights": [round(float(x), 4) for x in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
        "answers": len(rows),
        "right": int(right.sum()),
    }


def kind_rates(stories: list[dict]) -> dict:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for story in stories:
        for rule, good in g.kinds_right(story, examine(story["text"]).analysis):
            asked[rule] += 1
            right[rule] += good
    mean = sum(right.values()) / max(sum(asked.values()), 1)
    rates = {r: round((right[r] + PSEUDO * mean) / (asked[r] + PSEUDO), 3) for r in sorted(asked)}
    return {
        "rules": rates,
        "other": round(mean, 3),
        "answers": sum(asked.values()),
        "right": sum(right.values()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kinds", type=Path, required=True)
    given = parser.parse_args()
    percent = card()["config"].get("data", {}).get("held_out_percent", 5)
    held = [a for a in g.read(given.data) if w.held_out(a["id"], percent)]
    with patch.object(confidence, "KEEP", 0.0):  # also from the ones that will be left out
        seen = [(examine(a["text"]), a) for a in held]
    table = {
        "attribution": fit("attribution", [r for s, a in seen for r in attribution_rows(s, a)]),
        "claim": fit("claim", [r for s, a in seen for r in claim_rows(s, a)]),
        "kind": kind_rates(g.read(given.kinds)),
        "fitted_on": {
            "spans": f"{len(held)} held-out articles of {given.data.name}",
            "kinds": given.kinds.name,
            "sha256": [hashlib.sha256(p.read_bytes()).hexdigest() for p in (given.data, given.kinds)],
            "tagger": card()["sha256"],
        },
    }
    OUT.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
