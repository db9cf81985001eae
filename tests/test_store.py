"""The class store, the same suite in SQLite and in PostgreSQL."""

import threading
from dataclasses import replace

import pytest
from simulated import passes

from mediakit import archive
from mediakit.model import MediakitError
from mediakit.store import Kept, Store
from mediakit.taxonomy import Verdict

ONE = "who-says-so/night-ferry"
NOON = "2026-11-24T12:00:00+00:00"


@pytest.fixture(scope="module")
def states():
    return passes(ONE, "fox", 1)


def test_a_record_comes_back_as_it_was_handed_in(store, states):
    assert store.add("fox", states[-1], NOON) == "new"

    assert store.records() == (Kept("fox", states[-1], NOON),)
    assert store.records(student="owl") == ()
    assert store.records(exercise=ONE)[0].record.committed


def test_the_same_record_counts_once(store, states):
    assert [store.add("fox", states[-1], NOON) for _ in range(3)] == ["new", "same", "same"]

    assert len(store.records()) == 1


def test_a_later_state_takes_the_place_of_an_earlier_one_and_not_the_other_way_round(store, states):
    assert [store.add("fox", s, NOON) for s in (states[0], states[-1], states[0])] == [
        "new",
        "later",
        "earlier",
    ]

    assert [k.record for k in store.records()] == [states[-1]]


def test_two_students_and_two_attempts_stay_apart(store, states):
    again = passes(ONE, "fox", 2)[-1]

    assert [store.add(s, r, NOON) for s, r in (("fox", states[-1]), ("owl", states[-1]), ("fox", again))] == [
        "new"
    ] * 3


def test_a_changed_answer_is_seen_and_kept_apart(store, states):
    store.add("fox", states[-1], NOON)
    first = states[-1].answers[0]
    other = Verdict.SOURCED if first.verdict is not Verdict.SOURCED else Verdict.PARTLY
    changed = replace(
        states[-1], answers=(replace(first, verdict=other, kind=None, need=None), *states[-1].answers[1:])
    )

    assert [store.add("fox", changed, NOON) for _ in range(2)] == ["altered", "same"]
    assert sorted(k.altered for k in store.records()) == [False, True]


def test_a_record_whose_line_parted_is_kept_beside_the_other(store, states):
    store.add("fox", states[-1], NOON)
    parted = replace(passes(ONE, "fox", 3)[-1], attempt=states[-1].attempt)
    from mediakit import seals

    parted = seals.extend(replace(parted, chain=()), ())

    assert store.add("fox", parted, NOON) == "altered"


def test_forgetting_one_student_leaves_the_others(store, states):
    store.add("fox", states[-1], NOON)
    store.add("owl", states[-1], NOON)

    assert store.forget("fox") == 1
    assert [k.student for k in store.records()] == ["owl"]
    assert store.forget(None) == 1
    assert store.records() == ()


def test_what_is_forgotten_is_in_no_file_of_the_store(tmp_path, states):
    store = Store(f"sqlite:///{tmp_path / 'class.db'}")
    store.add("a-very-odd-nickname", states[-1], NOON)
    there = lambda: any(b"a-very-odd-nickname" in p.read_bytes() for p in tmp_path.iterdir())  # noqa: E731
    assert there()

    store.forget("a-very-odd-nickname")

    assert not there()


def test_many_writers_at_once_lose_nothing_and_double_nothing(store):
    records = [(f"s{n}", passes(ONE, f"s{n}", n)[-1]) for n in range(8)]
    told: list[str] = []

    def hand_in(student, record):
        other = Store(store.url)
        told.extend(other.add(student, record, NOON) for _ in range(3))
        other.close()

    workers = [threading.Thread(target=hand_in, args=pair) for pair in records for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(told) == 48
    assert told.count("new") == 8
    assert told.count("same") == 40
    assert {k.student for k in store.records()} == {s for s, _ in records}


def test_a_store_of_a_newer_program_is_told_and_left_alone(tmp_path):
    import sqlalchemy as sa

    url = f"sqlite:///{tmp_path / 'class.db'}"
    Store(url).close()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO migrations VALUES ('m999_future')"))

    with pytest.raises(MediakitError, match=r"newer mediakit .m999_future"):
        Store(url)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "cannot be used"),
        ("sqlite:////proc/nowhere/class.db", "cannot be used"),
        ("postgresql://someone:secret@127.0.0.1:1/none", "cannot be used"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(url, said):
    with pytest.raises(MediakitError, match=said) as told:
        Store(url)

    assert "secret" not in str(told.value)


def test_a_file_that_is_no_store_is_told_and_left_as_it_is(tmp_path):
    path = tmp_path / "class.db"
    path.write_bytes(b"no database at all, but somebody's homework" * 99)
    before = path.read_bytes()

    with pytest.raises(MediakitError, match="cannot be used"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_an_archive_that_is_too_large_is_told_as_such(tmp_path, monkeypatch):
    path = tmp_path / "class.zip"
    path.write_bytes(archive.pack([]))
    monkeypatch.setattr(archive, "LARGEST", 3)

    with pytest.raises(MediakitError, match="larger than"):
        archive.unpack(path, Store(f"sqlite:///{tmp_path / 'x.db'}"))
