"""Fit whether a writer's claim needs a source: `python -m training.needs`.

On the invented sentences of `training/needs.txt`, one a line with its need. Writes mediakit/analysis/models/needs.json with
how often the model is right on sentences that it was not fitted on (tenfold). The lessons' own keys take no part: they say
in `make accuracy` how often it is right on articles.
"""

import hashlib
import json
from math import log
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline

from mediakit import lexicon
from mediakit.analysis import needs, nlp
from mediakit.model import Span
from mediakit.taxonomy import Need

DATA = Path(__file__).parent / "needs.txt"
OUT = Path(__file__).parent.parent / "mediakit" / "analysis" / "models" / "needs.json"
FIRMNESS = 0.5
"""Inverse strength of the L2 penalty."""
SEED = 7
PRIOR = {Need.COMMON: 0.4, Need.CHECKABLE: 0.4, Need.OPINION: 0.2}
"""Shares in news and reports; the sentences have a third of each."""
LEAST = 0.02
"""A weight under this is left out."""


def counted(text: str) -> dict[str, float]:
    """The features of one sentence, added up."""
    words = lexicon.load()
    doc = nlp.read(text, (Span(0, len(text)),), words)
    found: dict[str, float] = {}
    for name, _, value in needs.features([t for t in doc if needs.counts(t)], words):
        found[name] = found.get(name, 0.0) + value
    return found


def main() -> None:
    rows = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()]
    data, right = [counted(text) for _, text in rows], [need for need, _ in rows]
    model = make_pipeline(DictVectorizer(), LogisticRegression(C=FIRMNESS, max_iter=5000))
    folds = StratifiedKFold(10, shuffle=True, random_state=SEED)
    share = cross_val_score(model, data, right, cv=folds).mean()
    model.fit(data, right)
    names, fitted = model[0].get_feature_names_out(), model[1]
    order = [list(fitted.classes_).index(need) for need in Need]
    weights = {str(n): [round(float(w), 3) for w in fitted.coef_[order, i]] for i, n in enumerate(names)}
    kept = {name: ws for name, ws in weights.items() if np.abs(ws).max() >= LEAST}
    card = {
        "needs": list(Need),
        "sentences": len(rows),
        "data": hashlib.sha256(DATA.read_bytes()).hexdigest(),
        "right": round(float(share), 3),
        "bias": [
            round(float(b) + log(3 * PRIOR[n]), 3)
            for n, b in zip(Need, fitted.intercept_[order], strict=True)
        ],
        "weights": kept,
    }
    lines = json.dumps(card, ensure_ascii=False).replace("], ", "],\n")
    OUT.write_text(lines + "\n", encoding="utf-8")
    print(f"{len(rows)} sentences, {len(kept)} features, {share:.3f} right when not fitted on")


if __name__ == "__main__":
    main()
