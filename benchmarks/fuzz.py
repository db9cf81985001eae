"""Hours of inputs over every door: `python -m benchmarks.fuzz [--minutes 120] [--each 30] [--at-once 4] [DOOR...]`.

The analysis gets news-like text from hypothesis; the readers get bytes from atheris, which looks for bytes that reach
new code, or from hypothesis where atheris is not installed. An input is at fault when its check raises, or when it takes
more than `SLOW` times the usual time for its length. What is at fault is kept in build/fuzz. Writes benchmarks/results/fuzz.json.
"""

import argparse
import hashlib
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import store

SLOW = 20
"""Times the usual; asked for in processor time, so that other work on the machine does not count."""
BUILD = Path("build/fuzz")
AT_A_TIME = 500
LEAST = 0.02
"""Seconds; what takes less is not called slow, whatever its ratio."""


class Watch:
    """Runs a door's check on inputs, counts them, and compares their times with those of right inputs of like length."""

    def __init__(self, name: str, minutes: float) -> None:
        from benchmarks.doors import DOORS

        self.door = DOORS[name]
        self.began, self.until = time.monotonic(), time.monotonic() + 60 * minutes
        self.inputs, self.slowest, self.faults = 0, 0.0, 0
        self.told = 0.0
        self.floor, self.rate = self._usual()

    def _usual(self) -> tuple[float, float]:
        """Seconds of a right input and, for text, seconds a byte: a line through the times of a short and a long one."""
        seed = self.door.seed()
        self._time(seed)
        whole = statistics.median(self._time(seed) for _ in range(9))
        if self.door.name != "analysis":
            return whole, whole / len(seed)
        short = statistics.median(self._time(b"The gate is blue.") for _ in range(9))
        return short, max(whole - short, 0.0) / len(seed)

    def _time(self, data: bytes) -> float:
        began = time.process_time()
        self.door.check(data)
        return time.process_time() - began

    def ratio(self, data: bytes, took: float) -> float:
        return took / max(self.floor + self.rate * len(data), LEAST / SLOW)

    def try_one(self, data: bytes) -> None:
        self.inputs += 1
        try:
            ratio = self.ratio(data, self._time(data))
            if ratio > self.slowest:  # a collection of garbage may hit any input: the best of three counts
                ratio = min(ratio, *(self.ratio(data, self._time(data)) for _ in range(2)))
                self.slowest = max(self.slowest, ratio)
                if ratio > SLOW:
                    self._keep(data, f"{ratio:.0f} times the usual time")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
            self._keep(data, f"{type(error).__name__}: {error}")
        if time.monotonic() - self.told > 5:
            self.tell()

    def _keep(self, data: bytes, why: str) -> None:
        self.faults += 1
        if self.faults <= 50:
            path = BUILD / f"{self.door.name}-{hashlib.sha256(data).hexdigest()[:10]}"
            path.write_bytes(data)
            with (BUILD / "faults.txt").open("a", encoding="utf-8") as file:
                file.write(f"{path.name}: {why[:400]!r}\n")

    def tell(self) -> None:
        self.told = time.monotonic()
        (BUILD / f"{self.door.name}.count").write_text(json.dumps(self.count()))

    def count(self) -> dict[str, float | int | str]:
        return {
            "what": self.door.what,
            "minutes": round((time.monotonic() - self.began) / 60, 1),
            "inputs": self.inputs,
            "faults": self.faults,
            "slowest": round(self.slowest, 1),
        }

    @property
    def over(self) -> bool:
        return time.monotonic() >= self.until


def by_hypothesis(watch: Watch) -> None:
    from hypothesis import HealthCheck, Phase, given, settings

    while not watch.over:

        @settings(max_examples=AT_A_TIME, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(data=watch.door.inputs())
        def check(data: bytes) -> None:
            if not watch.over:
                watch.try_one(data)

        check()


def by_atheris(watch: Watch) -> None:
    """Never returns: libFuzzer ends the process."""
    import atheris

    seeds = BUILD / f"{watch.door.name}.seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    (seeds / "right").write_bytes(watch.door.seed())
    for number, word in enumerate(_spices(watch)):
        (seeds / f"spiced-{number}").write_bytes(word)
    left = max(1, int(watch.until - time.monotonic()))
    flags = [f"-max_total_time={left}", "-verbosity=0", "-print_final_stats=0", "-max_len=200000", "-rss_limit_mb=4000", "-timeout=300", f"-artifact_prefix={BUILD}/{watch.door.name}-"]  # fmt: skip
    atheris.Setup([sys.argv[0], *flags, str(seeds)], watch.try_one)
    atheris.Fuzz()


def _spices(watch: Watch) -> list[bytes]:
    """Inputs to begin from: odd bytes in odd places, and odd values in each field."""
    from benchmarks.doors import SPICE, VALUE, VALUES, misvalued

    chance, seed = random.Random(watch.door.name), watch.door.seed()
    cuts = [(chance.randrange(len(seed) + 1), spice) for spice in SPICE]
    fields = min(40, len(VALUE.findall(seed)))
    odd = [misvalued(seed, at, value) for at in range(fields) for value in VALUES]
    return [seed[:at] + spice + seed[at:] for at, spice in cuts] + odd


def child(name: str, minutes: float, engine: str) -> None:
    if engine == "atheris":
        import atheris

        with atheris.instrument_imports(include=["mediakit", "docx", "pypdf", "zipfile", "tomllib"]):
            from benchmarks import doors  # noqa: F401
    watch = Watch(name, minutes)
    (by_atheris if engine == "atheris" else by_hypothesis)(watch)
    watch.tell()


def _engine(name: str) -> str:
    try:
        import atheris  # noqa: F401
    except ImportError:
        return "hypothesis"
    return "hypothesis" if name == "analysis" else "atheris"


def start(name: str, minutes: float) -> subprocess.Popen[bytes]:
    (BUILD / f"{name}.count").unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.fuzz", name, "--child", _engine(name), "--minutes", str(minutes), "--each", str(minutes)]  # fmt: skip
    with (BUILD / f"{name}.log").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=os.environ | {"MEDIAKIT_THREADS": "1"})  # fmt: skip


def gather(
    todo: list[tuple[str, float]], at_once: int, keep: Callable[[str, dict[str, object]], None]
) -> None:
    """Run the doors, some at a time, and keep the count of each as soon as it has ended."""
    running: dict[str, subprocess.Popen[bytes]] = {}
    dead = {"what": "did not start", "minutes": 0, "inputs": 0, "faults": 1, "slowest": 0}
    while todo or running:
        while todo and len(running) < at_once:
            name, minutes = todo.pop(0)
            running[name] = start(name, minutes)
        time.sleep(2)
        for name in [n for n, process in running.items() if process.poll() is not None]:
            running.pop(name)
            path = BUILD / f"{name}.count"
            count = json.loads(path.read_text()) if path.exists() else dead
            keep(name, count | {"engine": _engine(name)})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("doors", nargs="*", help="names of doors; all, where none is given")
    parser.add_argument("--minutes", type=float, default=120, help="over the analysis")
    parser.add_argument("--each", type=float, default=30, help="over each reader")
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    given = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    if given.child:
        child(given.doors[0], given.minutes, given.child)
        return
    from benchmarks.doors import DOORS  # not before: a child sees to it that they are watched when they load

    result = store.load("fuzz") or {"doors": {}}

    def keep(name: str, count: dict[str, object]) -> None:
        result["doors"][name] = count | {"commit": store.commit()}
        result["command"] = "python -m benchmarks.fuzz"
        store.save("fuzz", result)
        print(name, count, flush=True)

    if unknown := set(given.doors) - set(DOORS):
        parser.error(f"there is no door {min(unknown)}; there are: {', '.join(DOORS)}")
    names = given.doors or list(DOORS)
    gather(
        [(n, given.minutes if n == "analysis" else given.each) for n in names], max(1, given.at_once), keep
    )
    if faults := sum(int(count["faults"]) for n, count in result["doors"].items() if n in names):
        sys.exit(f"{faults} inputs are at fault: see {BUILD}/faults.txt")


if __name__ == "__main__":
    main()
