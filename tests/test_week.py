"""A week in a school, from the lesson file to the report: 3 classes of 30, the service killed each day, files lost and found.

Long, and therefore out of the usual tests: `make week`.
"""

import contextlib
import random
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from simulated import passes
from test_class import judged, key_of
from test_hub import Service, token

from mediakit import building, classroom, codec, collecting, export
from mediakit.building import Plan
from mediakit.catalogue import load as load_words
from mediakit.collecting import Shelf, hands
from mediakit.model import Record
from mediakit.store import Store

pytestmark = pytest.mark.week
DAYS = ("who-says-so/night-ferry", "names-and-no-names/lock-keeper", "inside-the-marks/moon-cheese", "tangled/derby", "does-it-need-a-source/night-library")  # fmt: skip
CLASSES = ("7a", "8b", "9c")
EACH = 30


def hand_in(address: str, student: str, states: list[Record], chance: random.Random) -> Record:
    """Sends every state, some twice, some out of order, with nonsense between them, until the last is acknowledged."""
    sent = [*states, states[-1]] if chance.random() < 0.3 else list(states)
    if chance.random() < 0.2:
        sent.insert(0, states[-1])
    with httpx.Client(base_url=address, headers=token(student), timeout=30) as client:
        for record in sent:
            if chance.random() < 0.1:
                with contextlib.suppress(httpx.HTTPError):  # the service may be away just now
                    assert client.post("/records", content=b'{"format": 3').status_code == 422
            for _ in range(600):
                try:
                    if client.post("/records", content=codec.write_json(record)).status_code == 200:
                        break
                except httpx.HTTPError:
                    pass
                time.sleep(0.1)
            else:
                raise AssertionError(f"{student}: never acknowledged")
    return states[-1]


def test_a_week_in_a_school(tmp_path):
    service, truth = Service(tmp_path), {}
    service.start()
    students = [f"{name}-{n:02d}" for name in CLASSES for n in range(EACH)]
    try:
        for day, exercise in enumerate(DAYS):
            built = building.build(
                Plan(f"Day {day + 1}", (exercise,), rounds=2), tmp_path / f"day-{day}", run=False
            )
            assert all(p.stat().st_size > 200 for p in built)
            with ThreadPoolExecutor(30) as pool:
                jobs = {}
                for number, student in enumerate(students):
                    chance = random.Random(f"{day} {student}")
                    states = passes(exercise, student, day, rounds=2, skill=0.35 + number % EACH / 60)
                    if (
                        chance.random() < 0.15
                    ):  # absent from the computer room: a file comes in at the end of the week
                        path = tmp_path / "files" / student / f"{day}.json"
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_text(codec.write_json(states[-1]), encoding="utf-8")
                        truth[student, exercise] = states[-1]
                    else:
                        jobs[student] = pool.submit(hand_in, service.address, student, states, chance)
                time.sleep(1)
                service.kill()
                service.start()
                truth |= {(student, exercise): job.result() for student, job in jobs.items()}
        (tmp_path / "files" / "broken.json").write_text("{", encoding="utf-8")
        store = Store(service.store)
        outcomes = collecting.add(
            store, [tmp_path / "files", tmp_path / "files"], "2026-11-27T14:00:00+00:00"
        )
        assert [o.file for o in outcomes if o.state == "refused"] == ["broken.json"] * 2
    finally:
        service.kill()

    kept = store.records()
    assert {(k.student, k.record.exercise): k.record for k in kept} == truth
    assert len(kept) == len(truth) == len(students) * len(DAYS)
    for name in CLASSES:
        own = [h for h in hands(kept) if h.student.startswith(name)]
        found = classroom.view(own, Shelf().find)
        assert len(found.students) == EACH
        for view in found.exercises:
            key, records = key_of(view.name), [truth[s, view.name] for s in students if s.startswith(name)]
            assert view.students == EACH
            for claim in view.claims:
                given = [next(a for a in r.answers if a.claim == claim.claim) for r in records]
                assert claim.right == sum(judged(a, key[claim.claim])[1] for a in given)
            firsts = sum(judged(a, key[a.claim])[1] for r in records for a in r.first)
            assert view.rounds[0] == firsts
        assert name not in export.class_page(found, load_words())
