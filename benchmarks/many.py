"""Many articles, disturbed: `python -m benchmarks.many CORPUS.jsonl... [--articles 1000]`.

`mediakit corpus` reads them with one worker and with two, then with two while the run is killed twice with SIGKILL and
resumed, then on a Dask cluster of two workers one of which is killed. All tables must be equal. Writes
benchmarks/results/many.json.
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        source = home / "articles.jsonl"
        count = gather(given.sources, given.articles, source)
        two = Run(source, home / "two.parquet", "--workers", "2").whole()
        table = corpus.load(home / "two.parquet")
        kills = killed(Run(source, home / "killed.parquet", "--workers", "2"), count)
        dask = on_dask(source, home / "dask.parquet", count)
        one = Run(source, home / "one.parquet", "--workers", "1").whole()
        result = {
            "commit": store.commit(),
            "command": f"python -m benchmarks.many {' '.join(s.name for s in given.sources)} --articles {given.articles}",
            "articles": count, "rows": len(table),
            "one worker over two": round(one / two, 2), "articles a second with two": round(count / two, 2),
            "killed at": kills, "Dask worker killed at": dask,
            "equal": {n: corpus.load(home / f"{n}.parquet") == table for n in ("one", "killed", "dask")},
        }  # fmt: skip
    store.save("many", result)
    print(json.dumps(result, indent=1))
    if not all(result["equal"].values()):
        sys.exit("the tables differ")


if __name__ == "__main__":
    main()
