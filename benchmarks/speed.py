"""How long an analysis takes, as a multiple of the bare spaCy pipeline on the same texts in the same run.

`python -m benchmarks.speed [CORPUS.jsonl]`: the articles of the exercises, or 24 of a corpus. All take turns, so that other
work on the machine hits all; the ratio of the medians counts. Then the cost by length, the cold start and the memory.
Writes benchmarks/results/speed.json.
"""

import argparse
import json
import math
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import mediakit
from benchmarks import gold, store
from mediakit import lexicon, packs
from mediakit.analysis import nlp, tagger

ROUNDS, ARTICLES = 3, 24


def texts(corpus: Path | None) -> list[str]:
    if corpus:
        return [a["text"] for a in gold.read(corpus)[:ARTICLES]]
    return [packs.load(f"{p.slug}/{e}").article.text for p in packs.list_packs() for e in p.exercises]


def seconds(work: Callable[[str], Any], over: list[str]) -> tuple[float, float]:
    """By the clock, and of all cores together."""
    clock, cores = time.perf_counter(), time.process_time()
    for text in over:
        work(text)
    return time.perf_counter() - clock, time.process_time() - cores


def processor(text: str) -> float:
    """Seconds of all cores together: other work on the machine does not count."""
    began = time.process_time()
    mediakit.analyze(text)
    return time.process_time() - began


LENGTHS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
"""Words; the cost must grow with them and no faster."""
COLD = "import time; t = time.perf_counter(); import mediakit; mediakit.analyze('The gate is blue.'); print(time.perf_counter() - t)"
RESIDENT = (
    "import resource, sys, mediakit; [mediakit.analyze(t) for t in sys.stdin.read().split('\\0')];"
    " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def growth(over: list[str]) -> dict[str, Any]:
    """Processor seconds by length, and the exponent of a power law through them (least squares on logarithms); 1 is linear."""
    words = re.findall(r"\s*\S+", "\n\n".join(over))  # with their line breaks: a text has paragraphs
    table = []
    for length in LENGTHS:
        text = "".join((words * (length // len(words) + 1))[:length])
        table.append(
            [
                length,
                round(min(processor(text) for _ in range(3 if length <= 3_000 else 1)), 3),
            ]
        )
    logs = [(math.log(n), math.log(s)) for n, s in table if n >= 1_000]
    mean_x, mean_y = (statistics.mean(column) for column in zip(*logs, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)
    return {"processor seconds by words": table, "exponent": round(slope, 3)}


def alone(code: str, given: str = "") -> float:
    """What a fresh Python prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], input=given, capture_output=True, text=True, check=True
    )
    return round(float(done.stdout.splitlines()[-1]), 2)


def _peer() -> Callable[[str], Any] | None:
    """textacy, where it is installed."""
    try:
        import textacy  # noqa: F401
    except ImportError:
        return None
    from benchmarks import peers

    return peers.textacy


def machine() -> str:
    """What the ratios depend on: a processor that multiplies fast reads the tagger's numbers faster, not spaCy's."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return f"{next(named, platform.processor() or platform.machine())}, {os.cpu_count()} cores"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument(
        "--also",
        metavar="NAME=MODULE:FUNCTION",
        action="append",
        default=[],
        help="another program that you have: a function of a text",
    )
    given = parser.parse_args()
    over = texts(given.corpus)
    works = {
        "spaCy": nlp.pipeline(lexicon.load().models),
        "mediakit": mediakit.analyze,
        "tagger": tagger.read,
    }
    if (peer := _peer()) is not None:
        works["textacy"] = peer
    for peer_name, _, place in (also.partition("=") for also in given.also):
        module, _, function = place.partition(":")
        works[peer_name] = getattr(import_module(module), function)
    for work in works.values():
        seconds(work, over[:2])
    turns = [{name: seconds(work, over) for name, work in works.items()} for _ in range(ROUNDS)]
    took = {name: statistics.median(turn[name][0] for turn in turns) for name in works}
    cores = {name: statistics.median(turn[name][1] for turn in turns) for name in works}
    words = sum(len(t.split()) for t in over)
    models = cores["spaCy"] + cores["tagger"]
    package = Path(mediakit.__file__).parent
    size = sum(p.stat().st_size for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    result = {
        "commit": store.commit(),
        "processor": machine(),
        "command": f"python -m benchmarks.speed {given.corpus.name if given.corpus else ''}".strip(),
        "texts": len(over), "words": words, "times spaCy": round(took["mediakit"] / took["spaCy"], 2),
        "tagger times spaCy": round(took["tagger"] / took["spaCy"], 2),
        **{f"{n} times spaCy": round(t / took["spaCy"], 2) for n, t in took.items() if n not in ("spaCy", "mediakit", "tagger")},
        "rules over both models": round((cores["mediakit"] - models) / models, 3),
        "seconds for 1,000 words": round(1000 * took["mediakit"] / words, 2),
        "seconds from nothing to a first answer": alone(COLD),
        "resident megabytes": alone(RESIDENT, "\0".join(over)),
        "package megabytes": round(size / 1e6, 1),
    } | growth(over)  # fmt: skip
    store.save("speed", result)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
