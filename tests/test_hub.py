"""The service of a JupyterHub: who may do what, many students at once, kill -9, and a queue that waits."""

import json
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from postgres import free_port
from simulated import passes

from benchmarks.hub_stand_in import who
from mediakit import codec, lesson, seals
from mediakit.store import Store

pytest.importorskip("fastapi", reason="FastAPI is not installed; pip install 'mediakit-literacy[hub]'")
from fastapi.testclient import TestClient

from mediakit.hub.service import create
from mediakit.ui import outbox

ONE = "who-says-so/night-ferry"


def token(name: str) -> dict[str, str]:
    return {"Authorization": f"token t-{name}"}


@pytest.fixture
def client(store: Store) -> TestClient:
    return TestClient(create(store, who))


@pytest.fixture(scope="module")
def record():
    return passes(ONE, "fox", 1)[-1]


def test_a_student_hands_in_and_reads_only_what_is_their_own(client, record):
    assert client.post("/records", content=codec.write_json(record), headers=token("fox")).json() == {
        "state": "new"
    }
    assert client.post("/records", content=codec.write_json(record), headers=token("fox")).json() == {
        "state": "same"
    }

    assert [k["student"] for k in client.get("/records", headers=token("fox")).json()] == ["fox"]
    assert client.get("/records", headers=token("owl")).json() == []


def test_nobody_can_hand_in_for_somebody_else(client, store, record):
    forged = replace(record, student="teacher's pet", chain=())

    client.post("/records", content=codec.write_json(forged), headers=token("owl"))

    assert {k.student for k in store.records()} == {"owl"}


def test_nobody_can_change_or_delete_what_is_of_somebody_else(client, store, record):
    client.post("/records", content=codec.write_json(record), headers=token("fox"))

    changed = seals.extend(replace(record, answers=record.answers[1:], committed=False), record.chain)
    client.post("/records", content=codec.write_json(changed), headers=token("owl"))
    assert client.delete("/records", headers=token("owl")).json() == {"deleted": 1}

    assert [(k.student, k.record) for k in store.records()] == [("fox", record)]
    assert client.delete("/records", headers=token("fox")).json() == {"deleted": 1}


@pytest.mark.parametrize("path", ["/records", "/class"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "token "}, {"Authorization": "token x-fox"}, {"Authorization": "Basic t-fox"}],
)
def test_without_a_token_nothing_is_told(client, path, headers):
    assert client.get(path, headers=headers).status_code == 401


def test_only_teachers_see_the_class(client, record):
    client.post("/records", content=codec.write_json(record), headers=token("fox"))

    assert client.get("/class", headers=token("fox")).status_code == 403
    assert [k["student"] for k in client.get("/class", headers=token("teacher")).json()] == ["fox"]


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"[" * 50_000, 422),
        (b"\xff\xfe", 422),
        (b'{"format": 99}', 422),
        (b'{"format": 3, "exercise": "../../x", "fingerprint": "0000000000000000", "claims": []}', 422),
        (b" " * 2_000_001, 413),
    ],
)
def test_what_is_no_record_is_refused_with_a_reason(client, store, content, status):
    answer = client.post("/records", content=content, headers=token("fox"))

    assert answer.status_code == status
    assert answer.json()["detail"]
    assert store.records() == ()


# ---- a process of its own


class Service:
    """The service as a process that can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.port, self.store = free_port(), f"sqlite:///{folder / 'class.db'}"
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "benchmarks.hub_stand_in", str(self.port), self.store]
        self.process = subprocess.Popen(command, cwd=Path(__file__).parents[1])
        for _ in range(200):
            try:
                httpx.get(self.address)
                return
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError("the service did not start")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)


@pytest.fixture
def service(tmp_path):
    made = Service(tmp_path)
    made.start()
    yield made
    made.kill()


@pytest.mark.slow
def test_what_was_acknowledged_survives_kill_9_and_nothing_is_double(service):
    """Twelve students write all the time; the service is killed in the middle and started again."""
    acknowledged: set[tuple[str, str]] = set()
    stop = threading.Event()

    def student(name: str) -> None:
        with httpx.Client(base_url=service.address, headers=token(name), timeout=20) as client:
            for seed in range(10_000):
                record = passes(ONE, name, seed)[-1]
                while not stop.is_set():
                    try:
                        if client.post("/records", content=codec.write_json(record)).status_code == 200:
                            acknowledged.add((name, record.attempt))
                            break
                    except httpx.HTTPError:
                        time.sleep(0.05)
                if stop.is_set():
                    return

    writers = [threading.Thread(target=student, args=(f"s{n}",)) for n in range(12)]
    for writer in writers:
        writer.start()
    time.sleep(2)
    service.kill()
    before = len(acknowledged)
    service.start()
    time.sleep(2)
    stop.set()
    for writer in writers:
        writer.join()

    kept = [(k.student, k.record.attempt) for k in Store(service.store).records()]
    assert before > 0
    assert len(acknowledged) > before
    assert acknowledged <= set(kept)
    assert len(kept) == len(set(kept))


def answer(opened) -> None:
    for claim in opened.session.claims:
        opened.guess(claim, "sourced", "vague", "fairly")
    opened.commit()


@pytest.mark.slow
def test_the_lesson_sends_when_the_service_is_there_and_queues_when_it_is_not(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    service = Service(tmp_path)
    monkeypatch.setenv(outbox.SERVICE, service.address)
    monkeypatch.setenv(outbox.TOKEN, "t-fox")
    queue = tmp_path / "answers" / outbox.QUEUE

    answer(lesson.exercise(ONE))
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon and "send" in thread.name:
            thread.join(5)
    assert len(list(queue.glob("*.json"))) == 1

    service.start()
    try:
        assert outbox.send(queue) == 1
        assert list(queue.iterdir()) == []
        answer(lesson.exercise("who-says-so/missing-parrot"))
        for _ in range(100):
            if len(Store(service.store).records(student="fox")) == 2:
                break
            time.sleep(0.1)
        assert {k.record.exercise for k in Store(service.store).records(student="fox")} == {
            ONE,
            "who-says-so/missing-parrot",
        }
    finally:
        service.kill()


def test_what_the_service_refuses_is_put_aside_and_holds_up_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv(outbox.SERVICE, "http://127.0.0.1:1")
    monkeypatch.setenv(outbox.TOKEN, "t-fox")
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"name": name}), encoding="utf-8")
    monkeypatch.setattr(outbox, "_send", lambda data: 422 if b'"a"' in data else 200)

    assert outbox.send(tmp_path) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["a.refused"]


def test_without_a_service_nothing_is_queued_or_sent(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(outbox.SERVICE, raising=False)

    answer(lesson.exercise(ONE))

    assert not (tmp_path / "answers" / outbox.QUEUE).exists()
