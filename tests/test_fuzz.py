"""Anything over every door: some inputs in each run of the tests, hours of them in `make fuzz`.

What the doors are, what may come and what must hold stands in benchmarks/doors.py. What was found stays here.
"""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fuzz
from benchmarks.doors import DOORS, Door, misvalued
from mediakit import codec, collecting, packs
from mediakit.building import Plan
from mediakit.model import MediakitError, Record

INPUTS = 40
"""How many inputs each door gets."""
few = settings(
    max_examples=INPUTS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
HUGE = b"9" * 5000
"""More digits than Python turns into a number; the readers of JSON and TOML do not call that their own error."""


FOUND = {
    "analysis": ["“‘”’".encode(), b"\x00"],
    "pack.toml": [
        b'format = 1\ntitle = "x"\nlanguage = "en"\nlicence = "x"\nexercises = [1]',
        b'format = 1\ntitle = "x"\nlanguage = "en"\nlicence = "x"\nexercises = []\norder = "x"',
        b'format = 1\ntitle = "x"\nlanguage = "en"\nlicence = "x"\nexercises = [{slug = "sunday-library", minutes = "x"}]',
        b"format = " + HUGE,
    ],
    "key.toml": [b"claim = 3", b"claim = [1]", b'[[claim]]\nquote = 3\nverdict = "sourced"'],
    "a.zip": [DOORS["a.zip"].seed().replace(b"fox/", b"\x91ox/").replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x08"), DOORS["a.zip"].seed().replace(b"fox/", b"\x00ox/")],
    "a.json": [misvalued(DOORS["a.json"].seed(), 0, HUGE), b"[" * 100_000],
    "draft.json": [misvalued(DOORS["draft.json"].seed(), 0, HUGE)],
    "lesson.toml": [b"format = " + HUGE, b"x = " + b"[" * 5000],
}  # fmt: skip
"""Inputs that once broke something."""


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_what_is_right_comes_in(door):
    door.check(door.seed())


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_anything_over_a_door_comes_in_or_is_refused(door):
    @given(data=door.inputs())
    @few
    def check(data):
        door.check(data)

    check()


@pytest.mark.parametrize("name", FOUND)
def test_what_once_broke_something_breaks_it_no_more(name):
    for data in FOUND[name]:
        DOORS[name].check(data)


def test_an_archive_with_a_name_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    for data in FOUND["a.zip"]:
        path.write_bytes(data)
        found = collecting.read(path, collecting.Shelf())
        assert [f.reason for f in found] == ["this is no zip archive that can be read"]


def test_the_long_run_notices_what_breaks_and_what_takes_long(tmp_path, monkeypatch):
    clock = [0.0]  # seconds, told by the check: how fast the machine is must not count

    def check(data: bytes) -> None:
        if data == b"bad":
            raise ValueError("bad")
        clock[0] += 60 if data == b"slow" else 0.001

    monkeypatch.setattr(fuzz, "BUILD", tmp_path)
    monkeypatch.setattr(fuzz.time, "process_time", lambda: clock[0])
    monkeypatch.setitem(DOORS, "x", Door("x", "", lambda: b"good", check, st.binary))
    watch = fuzz.Watch("x", 1)
    for data in (b"good", b"bad", b"slow"):
        watch.try_one(data)
    count = json.loads((tmp_path / "x.count").read_text())
    watch.tell()
    told = (tmp_path / "faults.txt").read_text()

    assert count["inputs"] >= 1
    assert (watch.inputs, watch.faults) == (3, 2)
    assert "ValueError: bad" in told
    assert "times the usual time" in told


@given(raw=st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["format", "exercise", "claims", "answers", "title", "x"]), inner, max_size=5), max_leaves=12))  # fmt: skip
@few
def test_any_json_is_a_record_or_one_error(raw):
    for kind in (Record, Plan):
        try:
            codec.from_plain(kind, raw, "x")
        except MediakitError as error:
            assert "Traceback" not in str(error)


@given(
    name=st.text(max_size=30)
    | st.sampled_from(["../x/y", "/etc/passwd", "a/../../b", "a/b/c", "a//b", "con/nul", "a/.."])
)
@few
def test_a_name_never_leads_out_of_its_folder(name):
    root = Path("/nowhere/packs")
    with contextlib.suppress(MediakitError):
        assert packs.place(name, root).parents[1] == root
    with contextlib.suppress(MediakitError):
        packs.find(name)
