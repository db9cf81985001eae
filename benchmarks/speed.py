"""How long an analysis takes, as a multiple of the bare spaCy pipeline on the same texts in the same run.

`python -m benchmarks.speed [CORPUS.jsonl]`: the articles of the exercises, or 24 of a corpus. The two take turns, so that other
work on the machine hits both; the ratio of the medians counts. Writes benchmarks/results/speed.json.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mediakit
from benchmarks import gold, store
from mediakit import lexicon, packs
from mediakit.analysis import nlp

ROUNDS, ARTICLES = 5, 24


def texts(corpus: Path | None) -> list[str]:
    if corpus:
        return [a["text"] for a in gold.read(corpus)[:ARTICLES]]
    return [packs.load(f"{p.slug}/{e}").article.text for p in packs.list_packs() for e in p.exercises]


def seconds(work: Callable[[str], Any], over: list[str]) -> float:
    began = time.perf_counter()
    for text in over:
        work(text)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?")
    given = parser.parse_args()
    over = texts(given.corpus)
    bare = nlp.pipeline(lexicon.load().models)
    seconds(bare, over[:2])
    seconds(mediakit.analyze, over[:2])
    turns = [(seconds(bare, over), seconds(mediakit.analyze, over)) for _ in range(ROUNDS)]
    words = sum(len(t.split()) for t in over)
    base, whole = (statistics.median(column) for column in zip(*turns, strict=True))
    package = Path(mediakit.__file__).parent
    size = sum(p.stat().st_size for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    result = {
        "commit": store.commit(),
        "command": f"python -m benchmarks.speed {given.corpus.name if given.corpus else ''}".strip(),
        "texts": len(over), "words": words, "times spaCy": round(whole / base, 2),
        "seconds for 1,000 words": round(1000 * whole / words, 2),
        "package megabytes": round(size / 1e6, 1),
    }  # fmt: skip
    store.save("speed", result)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
