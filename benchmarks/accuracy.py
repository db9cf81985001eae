"""How often the analysis is right: `python -m benchmarks.accuracy [--spans CORPUS] [--kinds CORPUS] [--peer]`.

Always: the project's own exercises and hard texts. Where the user has them: a corpus of annotated attributions
(PolNeAR) and one of annotated kinds and names (SCU), as JSON lines; `--peer` also runs textacy on the first.
Every figure comes with the middle 95 % of 1,000 resamplings of the texts. Writes benchmarks/results/accuracy.json,
from which the tables of README and docs/accuracy.md are generated, and which the lesson quotes.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

import mediakit
from benchmarks import gold as g
from benchmarks import peers, readers, store, stress, tally
from mediakit import packs, scoring
from mediakit.analysis import tagger
from mediakit.model import UNSURE, Analysis

SPANS = (
    "sentence",
    "content",
    "exact",
    "found",
    "source",
    "cue",
    "end to end",
    "direct",
    "partial",
    "indirect",
)
BINS = 10


def own_exercises() -> dict[str, Any]:
    """The project's own keys, question by question; details are asked of claims on which the verdict agrees.

    `kinds` counts claims with the same verdict and kind (or need); `confusion` is [key's kind, machine's kind, how often].
    """
    counts = {"claims": 0, "verdicts": 0, "kinds": 0}
    tallies: list[tally.Tally] = []
    confusion: Counter[tuple[str, str]] = Counter()
    for pack in packs.list_packs():
        for slug in pack.exercises:
            exercise = packs.load(f"{pack.slug}/{slug}")
            machine = scoring.sheet_of(exercise.machine)
            score = scoring.score(machine, exercise.key)
            for field in counts:
                counts[field] += getattr(score, field)
            own, seen = tally.of_key(machine, exercise.key)
            tallies.append(own)
            confusion += seen
    return counts | {
        "articles": len(tallies),
        "scores": {q: tally.with_interval(tallies, q) for q in tally.ASKED},
        "confusion": _confusion(confusion),
    }


def hard_texts() -> dict[str, Any]:
    """The stress set: all, and genre by genre; `confusion` is [key's kind, machine's kind, how often]."""
    items = stress.load()
    results = [tally.of_stress(item, mediakit.analyze(item.text)) for item in items]
    tallies, names = [t for t, _ in results], [item.genre for item in items]
    asked = ("found", "source", "kind", "name", "quote", "writer", "all right")
    return {
        "texts": len(items),
        "attributions": sum(len(item.keys) for item in items),
        "scores": {q: tally.with_interval(tallies, q) for q in asked},
        "genres": tally.grouped(tallies, names, lambda t: {q: round(tally.score(t, q), 3) for q in asked if _asked(t, q)}),
        "confusion": _confusion(sum((c for _, c in results), Counter())),
    }  # fmt: skip


def _asked(counts: tally.Tally, question: str) -> bool:
    return bool(counts[f"{question}.of"] or counts[f"{question}.gold"])


def _confusion(counts: Counter[tuple[str, str]]) -> list[list[Any]]:
    return [[a, b, n] for (a, b), n in sorted(counts.items())]


def spans(path: Path, peer: bool) -> dict[str, Any]:
    """Scores on annotated attributions, by publisher, and how honest the confidence is."""
    articles = g.read(path)
    analyses = [mediakit.analyze(a["text"]) for a in articles]
    tallies = [tally.of_corpus(a, g.found(b)) for a, b in zip(articles, analyses, strict=True)]
    result = {
        "name": path.stem,
        "articles": len(articles),
        "attributions": sum(len(a["attributions"]) for a in articles),
        "scores": {q: tally.with_interval(tallies, q) for q in SPANS},
        "precision": round(_share(tallies, "found.hit", "found.given"), 4),
        "publishers": tally.grouped(
            tallies, [a["publisher"] for a in articles], lambda t: {q: round(tally.score(t, q), 3) for q in SPANS}
        ),
        "confidence": honesty(articles, analyses),
    }  # fmt: skip
    if peer:
        theirs = [tally.of_corpus(a, peers.textacy(a["text"])) for a in articles]
        result["textacy"] = {q: tally.with_interval(theirs, q) for q in SPANS}
    return result


def _share(tallies: list[tally.Tally], hits: str, of: str) -> float:
    whole = sum(tallies, Counter[str]())
    return whole[hits] / max(whole[of], 1)


def honesty(articles: list[dict[str, Any]], analyses: list[Analysis]) -> dict[str, Any]:
    """Calibration of attributions and claims."""
    attributions, claims = [], []
    for article, analysis in zip(articles, analyses, strict=True):
        right = g.attributions_right(article, analysis)
        attributions += [(a.confidence, right[a.id]) for a in analysis.attributions]
        claims += list(
            zip((c.confidence for c in analysis.claims), g.claims_right(article, analysis), strict=True)
        )
    return {"attribution": calibration(attributions), "claim": calibration(claims)}


def calibration(answers: list[tuple[float, bool]]) -> dict[str, Any]:
    """Expected calibration error over ten bins (Guo et al. 2017), the bins, and the rate below and above UNSURE."""
    table = np.array(answers, float)
    places = np.minimum((table[:, 0] * BINS).astype(int), BINS - 1)
    bins = [
        [round(float(table[places == b, 0].mean()), 3), round(float(table[places == b, 1].mean()), 3), int((places == b).sum())]
        for b in range(BINS) if (places == b).any()
    ]  # fmt: skip
    unsure = table[:, 0] < UNSURE
    return {
        "error": round(sum(n * abs(said - was) for said, was, n in bins) / len(table), 4),
        "bins": bins,
        "answers": len(table),
        "unsure": int(unsure.sum()),
        "right when unsure": round(float(table[unsure, 1].mean()), 3) if unsure.any() else None,
        "right when sure": round(float(table[~unsure, 1].mean()), 3),
    }


def kinds(path: Path) -> dict[str, Any]:
    """Scores on stories annotated with kinds and names."""
    stories = g.read(path)
    analyses = [mediakit.analyze(s["text"]) for s in stories]
    results = [tally.of_story(s, a) for s, a in zip(stories, analyses, strict=True)]
    tallies = [t for t, _ in results]
    rates = []
    for story, analysis in zip(stories, analyses, strict=True):
        chance = {a.why.rule: a.kind_confidence for a in analysis.attributions}
        rates += [(float(chance[rule] or 0), good) for rule, good in g.kinds_right(story, analysis)]
    return {
        "name": path.stem,
        "stories": len(stories),
        "statements": sum(len(s["statements"]) for s in stories),
        "scores": {q: tally.with_interval(tallies, q) for q in tally.questions(tallies)},
        "confusion": _confusion(sum((c for _, c in results), Counter())),
        "confidence": calibration(rates),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spans", type=Path, help="annotated attributions (PolNeAR), JSON lines")
    parser.add_argument("--kinds", type=Path, help="annotated kinds and names (SCU), JSON lines")
    parser.add_argument("--peer", action="store_true", help="run textacy, too")
    given = parser.parse_args()
    commit = store.commit()
    command = " ".join(Path(a).name if "/" in a else a for a in sys.argv[1:])
    old = store.load("accuracy")
    result: dict[str, Any] = {
        "commit": commit,
        "command": f"python -m benchmarks.accuracy {command}".strip(),
        "tagger": tagger.card()["sha256"],
        "exercises": own_exercises(),
        "hard": hard_texts(),
        "readers": readers.agree(),
        "planted": readers.planted(),
    }
    same = old.get("tagger") == result["tagger"]
    for section, path in (("spans", given.spans), ("kinds", given.kinds)):
        if path:
            result[section] = (spans(path, given.peer) if section == "spans" else kinds(path)) | {
                "commit": commit
            }
        elif same and section in old:
            result[section] = old[section]  # measured where the corpus is; it keeps its own commit
    store.save("accuracy", result)
    print(
        json.dumps(
            {k: v for k, v in result.items() if k != "hard"} | {"hard": result["hard"]["scores"]}, indent=1
        )
    )


if __name__ == "__main__":
    main()
