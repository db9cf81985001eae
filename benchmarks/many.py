"""Many articles, disturbed: `python -m benchmarks.many CORPUS.jsonl... [--articles 1000]`.

`mediakit corpus` reads them with two workers, then while the run is killed twice with SIGKILL and resumed, then on a Dask
cluster of two workers one of which is killed; all tables must be equal. How much faster two workers are than one is
measured on a few, one run right after the other. Writes benchmarks/results/many.json.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import store
from mediakit import corpus, packs


def gather(sources: list[Path], count: int, target: Path) -> int:
    """The first articles of some corpora and of the exercises in one file; how many they are."""
    lines = [line for source in sources for line in source.read_text(encoding="utf-8").splitlines()]
    kept = [{k: v for k, v in json.loads(line).items() if k in ("id", "publisher", "text")} for line in lines]
    kept = [*kept, *({"id": n, "text": packs.load(n).article.text} for n in packs.names())][:count]
    target.write_text("".join(json.dumps(k, ensure_ascii=False) + "\n" for k in kept), encoding="utf-8")
    return len(kept)


class Run:
    """One run of the command, with its log to watch."""

    def __init__(self, source: Path, output: Path, *options: str) -> None:
        self.output, self.log = output, output.with_name(f"{output.name}.log.jsonl")
        self.command = [sys.executable, "-m", "mediakit", "corpus", str(source), "-o", str(output), *options]

    def start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def done(self) -> int:
        return self.log.read_bytes().count(b"\n") if self.log.exists() else 0

    def until(self, articles: int, process: "subprocess.Popen[bytes]") -> None:
        while self.done() < articles and process.poll() is None:
            time.sleep(0.2)

    def whole(self) -> float:
        began = time.monotonic()
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - began


def killed(run: Run, count: int) -> list[int]:
    """Killed at a third and at two thirds, then resumed to the end; how many articles were done at each kill."""
    at = []
    for part in (count // 3, 2 * count // 3):
        process = run.start()
        run.until(part, process)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        at.append(run.done())
    run.whole()
    return at


def on_dask(source: Path, output: Path, count: int) -> int:
    """On a local cluster, one of whose workers is killed after a third; how many articles were done then."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        run = Run(source, output, "--scheduler", cluster.scheduler_address)
        process = run.start()
        run.until(count // 3, process)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        at = run.done()
        if process.wait() != 0:
            raise RuntimeError("the command failed on Dask")
        return at


def twice_as_fast(source: Path, home: Path, articles: int) -> float:
    """Seconds of one worker over those of two, on the first articles, one right after the other; the tables must be equal."""
    few = home / "few.jsonl"
    few.write_text(
        "".join(f"{line}\n" for line in source.read_text(encoding="utf-8").splitlines()[:articles]),
        encoding="utf-8",
    )
    runs = {n: Run(few, home / f"few-{n}.parquet", "--workers", str(n)) for n in (1, 2)}
    took = {n: run.whole() for n, run in runs.items()}
    if corpus.load(runs[1].output) != corpus.load(runs[2].output):
        raise RuntimeError("the tables of one and of two workers differ")
    return round(took[1] / took[2], 2)


def disturbed(source: Path, home: Path, count: int) -> dict[str, object]:
    """Undisturbed, killed twice, and on Dask; which tables equal the first."""
    Run(source, home / "two.parquet", "--workers", "2").whole()
    table = corpus.load(home / "two.parquet")
    kills = killed(Run(source, home / "killed.parquet", "--workers", "2"), count)
    dask = on_dask(source, home / "dask.parquet", count)
    return {
        "articles": count, "rows": len(table), "killed at": kills, "Dask worker killed at": dask,
        "equal": {n: corpus.load(home / f"{n}.parquet") == table for n in ("killed", "dask")},
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--few", type=int, default=60, help="articles for the speed of two workers")
    parser.add_argument("--speed", action="store_true", help="measure only that, and keep the rest")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        source = home / "articles.jsonl"
        count = gather(given.sources, given.articles, source)
        result = store.load("many") if given.speed else disturbed(source, home, count)
        result["one worker over two"] = twice_as_fast(source, home, given.few)
    if not given.speed:
        result["commit"] = store.commit()
        result["command"] = (
            f"python -m benchmarks.many {' '.join(s.name for s in given.sources)} --articles {given.articles}"
        )
    store.save("many", result)
    print(json.dumps(result, indent=1))
    if not all(result["equal"].values()):
        sys.exit("the tables differ")


if __name__ == "__main__":
    main()
