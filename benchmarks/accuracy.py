"""How often the analysis is right: `python -m benchmarks.accuracy [CORPUS.jsonl] --scorer SCORER.py`.

Two measurements. On the project's own exercises: verdicts and kinds against the hand-made keys. On a corpus of
annotated attributions that the user has (PolNeAR, in the form that `../shared/data/README.md` describes), with that
corpus's own scorer. Writes benchmarks/results/accuracy.json, from which the README's table is generated.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import mediakit
from mediakit import codec, packs, scoring
from mediakit.analysis import tagger

RESULT = Path(__file__).parent / "results" / "accuracy.json"


def own_exercises() -> dict[str, Any]:
    """Same verdict, and same verdict and kind (or need), over every keyed claim of every pack."""
    counts = {"claims": 0, "verdicts": 0, "kinds": 0}
    for pack in packs.list_packs():
        for slug in pack.exercises:
            found = packs.load(f"{pack.slug}/{slug}")
            score = scoring.score(scoring.sheet_of(found.machine), found.key)
            for field in counts:
                counts[field] += getattr(score, field)
    return counts


def merge_continued(analysis: dict[str, Any]) -> list[dict[str, Any]]:
    """PolNeAR joins a continued quotation to the one it goes on from."""
    by_id = {a["id"]: dict(a) for a in analysis["attributions"]}
    kept = []
    for attribution in by_id.values():
        root = attribution
        while root["continued"] is not None:
            root = by_id[root["continued"]]
        if root is attribution:
            kept.append(root)
        else:
            root["content"] = sorted([*root["content"], *attribution["content"]])
    return kept


def on_corpus(path: Path, scorer: Path) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    predicted = [
        {"id": g["id"], "attributions": merge_continued(codec.plain(mediakit.analyze(g["text"])))}
        for g in gold
    ]
    scores: dict[str, Any] = module.score(gold, predicted)
    return {
        "name": path.stem,
        "articles": len(gold),
        "attributions": sum(len(g["attributions"]) for g in gold),
        "scores": scores,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--scorer", type=Path)
    given = parser.parse_args()
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    result: dict[str, Any] = {
        "commit": commit,
        "command": "python -m benchmarks.accuracy "
        + " ".join(Path(a).name if "/" in a else a for a in sys.argv[1:]),
    }
    result |= {"tagger": tagger.card()["sha256"], "exercises": own_exercises()}
    if given.corpus and given.scorer:
        result["corpus"] = on_corpus(given.corpus, given.scorer)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(table(result))


def table(result: dict[str, Any]) -> str:
    """The README's table: measured, beside the best programs that existed before, and two people."""
    scores = result["corpus"]["scores"]
    recall = scores["recall_by_type"]
    rows = [
        ("A sentence is sourced or not, F1", scores["sentence"]["f1"], "0.72", "–"),
        ("Attribution found, F1", scores["content_lenient"]["f1"], "0.59", "–"),
        ("Right source, of those found", scores["source_accuracy"]["iou50"], "0.89", "0.93"),
        ("Found with the right source, F1", scores["end_to_end"]["f1"], "0.51", "–"),
        ("Direct quotes found", recall["direct"]["content_recall"], "0.77", "–"),
        ("Partial quotes found", recall["mixed"]["content_recall"], "–", "–"),
        ("Indirect speech found", recall["indirect"]["content_recall"], "–", "–"),
    ]
    lines = ["| question | mediakit | best earlier program | two people |", "|---|--:|--:|--:|"]
    lines += [f"| {name} | {value:.2f} | {peer} | {people} |" for name, value, peer, people in rows]
    return "\n".join(lines)


def exercise_line(result: dict[str, Any]) -> str:
    """One sentence about the project's own keys."""
    own = result["exercises"]
    return (
        f"On the {own['claims']} claims of the exercises that come with it, it gives the key's verdict on {own['verdicts']}, "
        f"and verdict and kind on {own['kinds']}. Its rules were mended with these very texts in view, so expect less on others."
    )


if __name__ == "__main__":
    main()
