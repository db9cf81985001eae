"""A class of 40 that writes into the service for a minute: `python -m benchmarks.service [--students 40] [--seconds 60]`.

In the middle the service is killed with SIGKILL and started again. Every acknowledged record must be in the store, none
twice; the times of the answers are told as percentiles. Writes benchmarks/results/service.json.
"""

import argparse
import json
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import httpx

from benchmarks import store as results
from mediakit import codec, packs, seals, session
from mediakit.model import Record
from mediakit.store import Store

EXERCISE = "who-says-so/night-ferry"


def start(port: int, url: str) -> subprocess.Popen[bytes]:
    made = subprocess.Popen([sys.executable, "-m", "benchmarks.hub_stand_in", str(port), url])
    for _ in range(200):
        try:
            httpx.get(f"http://127.0.0.1:{port}")
            return made
        except httpx.HTTPError:
            time.sleep(0.1)
    raise RuntimeError("the service did not start")


def blank(name: str = EXERCISE) -> Record:
    """A committed record, the same answer to every claim."""
    exercise = packs.load(name)
    at = session.start(name, exercise.article, session.select(exercise.machine, exercise.key))
    for claim in at.claims:
        at = session.guess(at, claim, verdict="sourced", kind="vague", sure="fairly")
    return session.record(session.commit(at))


def student(
    name: str, base: Record, address: str, until: float, acknowledged: set[tuple[str, str]], took: list[float]
) -> None:
    """Hand in one attempt after another; what was not acknowledged is sent again."""
    number = 0
    with httpx.Client(base_url=address, headers={"Authorization": f"token t-{name}"}, timeout=30) as client:
        while time.monotonic() < until:
            number += 1
            record = seals.extend(replace(base, attempt=f"{number:016x}"), ())
            while time.monotonic() < until:
                began = time.perf_counter()
                try:
                    if client.post("/records", content=codec.write_json(record)).status_code == 200:
                        took.append(time.perf_counter() - began)
                        acknowledged.add((name, record.attempt))
                        break
                except httpx.HTTPError:
                    pass
                time.sleep(0.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--url", help="of the store; else a new SQLite file")
    given = parser.parse_args()
    with socket.socket() as probe, tempfile.TemporaryDirectory() as folder:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        url = given.url or f"sqlite:///{Path(folder) / 'class.db'}"
        service = start(port, url)
        acknowledged: set[tuple[str, str]] = set()
        took: list[float] = []
        base, until = blank(), time.monotonic() + given.seconds
        writers = [
            threading.Thread(
                target=student, args=(f"s{n}", base, f"http://127.0.0.1:{port}", until, acknowledged, took)
            )
            for n in range(given.students)
        ]
        for writer in writers:
            writer.start()
        time.sleep(given.seconds / 2)
        service.send_signal(signal.SIGKILL)
        service.wait()
        service = start(port, url)
        for writer in writers:
            writer.join()
        service.kill()
        kept = [(k.student, k.record.attempt) for k in Store(url).records()]
    parts = statistics.quantiles(took, n=100)
    result = {
        "commit": results.commit(), "command": f"python -m benchmarks.service --students {given.students} --seconds {given.seconds:g}",
        "store": url.split(":")[0], "acknowledged": len(acknowledged), "lost": len(acknowledged - set(kept)),
        "double": len(kept) - len(set(kept)), "p50 milliseconds": round(1000 * parts[49]), "p95 milliseconds": round(1000 * parts[94]),
    }  # fmt: skip
    results.save("service", result)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
