"""Does the test of each promise fail when its guard is taken out? `python -m benchmarks.guards [WORD...]`.

For each entry of guards.toml (or those with one of the words in them) the guard is taken out of a copy of the program and
the test is run on it; it must fail, and pass on the copy as it is. Writes benchmarks/results/guards.json.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import tomllib

from benchmarks import store

ROOT = Path(__file__).parent.parent
TABLE = Path(__file__).with_name("guards.toml")
PASSED, FAILED = 0, 1
SECONDS = 600


@dataclass(frozen=True)
class Guard:
    """`text` in `file` keeps a promise, `instead` does not."""

    fault: str
    test: str
    file: str
    text: str
    instead: str

    def take_out(self, root: Path) -> None:
        path = root / self.file
        source = path.read_text(encoding="utf-8")
        if source.count(self.text) != 1:
            raise SystemExit(f"{self.file}: the guard of {self.fault!r} does not stand there once.")
        path.write_text(source.replace(self.text, self.instead), encoding="utf-8")


def guards() -> tuple[Guard, ...]:
    return tuple(Guard(**entry) for entry in tomllib.loads(TABLE.read_text(encoding="utf-8"))["guard"])


def copy(target: Path) -> None:
    """What is checked out, with what is not committed yet."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def outcome(root: Path, tests: list[str]) -> int:
    """pytest's exit status; a test that hangs has failed. The copy is found first by every process that a test starts."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, timeout=SECONDS * len(tests)
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return FAILED
    told = done.stdout.splitlines()[-1] if done.stdout else ""
    if "skipped" in told and "passed" not in told:
        raise SystemExit(f"{tests}: skipped here, so nothing is known.\n{done.stdout}")
    return done.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    given = parser.parse_args()
    chosen = [g for g in guards() if not given.words or any(w in f"{g.fault} {g.test}" for w in given.words)]
    held: dict[str, bool] = {}
    for guard in chosen:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "main"
            copy(root)
            whole = outcome(root, [guard.test])
            guard.take_out(root)
            without = outcome(root, [guard.test])
        held[guard.fault] = (whole, without) == (PASSED, FAILED)
        print("ok " if held[guard.fault] else f"NOT HELD {whole} {without}", guard.fault, flush=True)
    if not given.words:
        store.save(
            "guards", {"commit": store.commit(), "command": "python -m benchmarks.guards", "held": held}
        )
    if not all(held.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
