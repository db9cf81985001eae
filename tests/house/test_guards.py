"""Every promise of docs/reliability.md has a guard that can be taken out, and the text of each guard stands where it says."""

import re
from pathlib import Path

import pytest

from benchmarks.guards import guards

ROOT = Path(__file__).parents[2]


def test_every_row_of_the_fault_table_has_a_guard_and_a_test_that_there_is():
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| `(test_\w+)`", (ROOT / "docs/reliability.md").read_text(encoding="utf-8"), re.MULTILINE)  # fmt: skip

    assert len(rows) >= 20
    assert set(rows) == {(g.fault, g.test.partition("::")[2]) for g in guards()}


@pytest.mark.parametrize("guard", guards(), ids=lambda g: g.fault)
def test_a_guard_stands_where_it_says(guard):
    file, _, name = guard.test.partition("::")

    assert (ROOT / guard.file).read_text(encoding="utf-8").count(guard.text) == 1
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
