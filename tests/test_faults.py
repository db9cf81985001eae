"""What may go wrong on a school's computers, and what is promised then; the table is in docs/reliability.md."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from simulated import passes

from mediakit import codec, lesson
from mediakit.collecting import hands
from mediakit.model import MediakitError, Record
from mediakit.store import Store, StoreError

ONE = "who-says-so/sunday-library"
FILE = Path("answers") / "who-says-so--sunday-library.json"
NOON = "2026-11-24T12:00:00+00:00"


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def in_a_process(code: str, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)


def test_a_full_disk_leaves_the_old_answers_and_is_told(desk):
    opened = lesson.exercise(ONE)
    opened.guess("c1", "sourced", "vague", "fairly")
    before = FILE.read_bytes()
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))\n"
        "from mediakit import lesson\n"
        f"x = lesson.exercise({ONE!r})\nx.guess('c2', 'sourced', 'vague', 'fairly')\nprint(x.reader.notice, x.reader.saves)"
    )

    done = in_a_process(code, desk)

    assert "could not be saved" in done.stdout, done.stderr
    assert FILE.read_bytes() == before
    assert [p.name for p in FILE.parent.iterdir()] == [FILE.name]


@pytest.mark.slow
def test_kill_9_in_the_middle_of_writing_leaves_a_whole_file(desk):
    code = (
        "from mediakit import codec\nfrom pathlib import Path\nn = 0\n"
        "while True:\n    n += 1; codec.save(Path('x.json'), '{\"n\": [' + ', '.join([str(n)] * 40000) + ']}')\n    print(n, flush=True)"
    )
    chance = random.Random(5)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", code], cwd=desk, stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(chance.random() / 20)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = json.loads((desk / "x.json").read_text(encoding="utf-8"))["n"]
        assert len(found) == 40000
        assert len(set(found)) == 1


def test_two_windows_on_one_article_lose_nothing(desk):
    one, two = lesson.exercise(ONE), lesson.exercise(ONE)
    one.guess("c1", "sourced", "vague", "fairly")
    two.guess("c2", "partly", "vague", "fairly")
    one.guess("c3", "sourced", "hidden", "fairly")

    answered = set()
    for path in FILE.parent.glob("*.json"):
        if path.name != "progress.json":
            record = codec.read_json(Record, path.read_text(encoding="utf-8"), path.name)
            answered |= {a.claim for a in record.answers}
    assert answered == {"c1", "c2", "c3"}
    assert "another window" in two.reader.notice


def test_one_window_is_never_told_of_another_one(desk):
    opened = lesson.exercise(ONE)
    for claim in opened.session.claims:
        opened.guess(claim, "sourced", "vague", "fairly")
    opened.commit()
    again = lesson.exercise(ONE)

    assert "another window" not in opened.reader.notice + again.reader.notice
    assert not list(FILE.parent.glob("*.aside-*"))


def test_a_clock_that_jumps_changes_no_order(store):
    first, second = (passes(ONE, "fox", n)[-1] for n in (1, 2))
    store.add("fox", first, "2026-11-24T12:00:00+00:00")
    store.add("fox", second, "1999-01-01T00:00:00+00:00")

    assert [h.record for h in hands(store.records())] == [first, second]


def test_a_store_that_vanishes_is_told_and_taken_up_when_it_is_back(desk):
    path = desk / "class.db"
    store = Store(f"sqlite:///{path}")
    store.add("fox", passes(ONE, "fox", 1)[-1], NOON)
    away = [(p, p.with_name(f"away-{p.name}")) for p in desk.glob("class.db*")]
    for here, there in away:
        here.rename(there)

    with pytest.raises(StoreError):
        store.add("owl", passes(ONE, "owl", 1)[-1], NOON)
    for here, there in away:
        there.replace(here)

    assert store.add("owl", passes(ONE, "owl", 1)[-1], NOON) == "new"
    assert {k.student for k in store.records()} == {"fox", "owl"}


def test_while_the_store_is_away_the_service_asks_to_try_again(desk):
    pytest.importorskip("fastapi", reason="FastAPI is not installed; pip install 'mediakit-literacy[hub]'")
    from fastapi.testclient import TestClient

    from benchmarks.hub_stand_in import who
    from mediakit.hub.service import create

    path = desk / "class.db"
    client = TestClient(create(Store(f"sqlite:///{path}"), who))
    path.unlink()

    answer = client.post(
        "/records",
        content=codec.write_json(passes(ONE, "fox", 1)[-1]),
        headers={"Authorization": "token t-fox"},
    )

    assert answer.status_code == 503


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_a_store_whose_file_is_damaged_is_told_and_left_as_it_is(desk, cut):
    path = desk / "class.db"
    store = Store(f"sqlite:///{path}")
    for n in range(20):
        store.add(f"s{n}", passes(ONE, f"s{n}", n)[-1], NOON)
    store.close()
    data = bytearray(path.read_bytes())
    for extra in desk.glob("class.db-*"):
        extra.unlink()
    data[cut : cut + 60_000] = os.urandom(min(60_000, len(data) - cut))
    path.write_bytes(data)

    with pytest.raises(MediakitError):
        Store(f"sqlite:///{path}").records()
    assert path.read_bytes() == data


def test_a_file_of_a_newer_program_is_told_put_aside_and_not_changed(desk):
    FILE.parent.mkdir()
    newer = json.dumps(codec.plain(passes(ONE, "fox", 1)[-1]) | {"format": 99})
    FILE.write_text(newer, encoding="utf-8")

    opened = lesson.exercise(ONE)
    opened.guess("c1", "sourced", "vague", "fairly")

    assert "newer" in opened.reader.notice or "put aside" in opened.reader.notice
    assert next(FILE.parent.glob("*.aside-1.json")).read_text(encoding="utf-8") == newer


@pytest.mark.parametrize("number", [1, 2])
def test_a_file_of_an_older_program_is_taken_up(desk, number):
    state = passes(ONE, "fox", 1, closed=False)[-1]
    old = codec.plain(replace(state, student="", attempt="", chain=())) | {"format": number}
    for name in ("student", "attempt", "chain"):
        del old[name]
    FILE.parent.mkdir()
    FILE.write_text(json.dumps(old), encoding="utf-8")

    opened = lesson.exercise(ONE)
    assert len(opened.sheet.answers) == len(state.answers)
    opened.guess("c1", "partly")
    assert not list(FILE.parent.glob("*.aside-*"))
