"""The editor without a browser: every step as the page asks for it, undo, what is kept, and what is odd."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit import drafting, packs, seals, session
from mediakit.drafting import Draft, History
from mediakit.model import Answer, Contest, MediakitError
from mediakit.store import Store
from mediakit.taxonomy import Kind, Need, Verdict
from mediakit.ui.editor import STEPS, editor

ARTICLE = "The pool will shut, Mayor Ann Ost said. It is believed to leak. The gate is blue."
NOON = "2026-11-24T12:00:00+00:00"


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def opened():
    made = editor()
    ask(made, "open", text=ARTICLE)
    return made


def ask(made, step: str, **more) -> None:
    made._receive(made, {"do": step} | more, [])


def test_a_change_is_kept_undone_and_done_again(opened, desk):
    ask(opened, "change", claim="c2", given={"verdict": "unsourced", "need": "opinion", "why": "A view."})
    assert opened.sheet["c2"] | {"accept": []} == {
        "verdict": "unsourced",
        "need": "opinion",
        "why": "A view.",
        "source": "",
        "accept": [],
    }
    assert opened.looked == ["c2"]

    ask(opened, "undo")
    assert opened.sheet["c2"]["verdict"] == "sourced"
    assert opened.looked == []
    ask(opened, "redo")
    assert opened.sheet["c2"]["why"] == "A view."

    again = editor()
    ask(again, "open", text=ARTICLE)
    assert again.sheet == opened.sheet
    assert "taken up again" in again.notice


def test_saving_needs_a_name_writes_a_folder_and_tells_the_findings(opened, desk):
    ask(opened, "save")
    assert "title and a folder" in opened.notice
    ask(opened, "about", given={"title": "The pool", "name": "pools/blue-gate"})
    ask(opened, "change", claim="c3", given={"accept": ["checkable"]})
    ask(opened, "save")

    assert "my-exercises/pools/blue-gate" in opened.notice
    assert any("licence" in f for f in opened.findings)
    assert packs.find("pools/blue-gate").key.get("c3").accept == ("checkable",)

    ask(opened, "change", claim="c3", given={"why": "Anybody can see the gate."})
    ask(opened, "save")
    assert packs.find("pools/blue-gate").key.get("c3").why == "Anybody can see the gate."
    assert packs.find_pack("pools").exercises == ("blue-gate",)


def test_another_exercise_is_never_overwritten(opened, desk):
    ask(opened, "about", given={"title": "The pool", "name": "pools/one"})
    ask(opened, "save")
    other = editor()
    ask(other, "open", text=f"{ARTICLE} It is shut.")
    ask(other, "about", given={"title": "Another", "name": "pools/one"})

    ask(other, "save")

    assert "is there already" in other.notice
    assert packs.find("pools/one").title == "The pool"


def test_the_preview_is_the_students_page(opened):
    ask(opened, "preview")
    assert "default-src &#39;none&#39;" in opened.preview
    ask(opened, "close")
    assert opened.preview == ""


@pytest.mark.parametrize(
    "message",
    [
        None,
        "open",
        {"do": "nothing"},
        {"do": "open"},
        {"do": "open", "text": "  "},
        {"do": "change"},
        {"do": "change", "claim": "c99", "given": {}},
        {"do": "change", "claim": "c1", "given": {"verdict": "true"}},
        {"do": "change", "claim": "c1", "given": {"points": "10"}},
        {"do": "change", "claim": "c1", "given": {"accept": ["anything"]}},
        {"do": "change", "claim": "c1", "given": {"need": "opinion"}},
        {"do": "about", "given": {"folder": "x"}},
        {"do": "about", "given": "x"},
        {"do": "rule", "id": "7|c1", "upheld": True},
        {"do": "build", "questions": [], "rounds": True, "weigh": True},
        {"do": "file", "name": "../../x.pdf"},
    ],
)
def test_an_odd_message_loses_nothing_and_is_told(opened, message):
    before = opened.sheet

    opened._receive(opened, message, [])

    assert opened.sheet == before
    assert message in (None, "open", {"do": "nothing"}) or opened.notice


@pytest.mark.parametrize("name", ["../up/x", "a/../../b", "UP/x", "x", "/etc/passwd", "a/b/c"])
def test_a_folder_never_leaves_the_place_for_own_packs(opened, desk, name):
    before = set(desk.parent.parent.rglob("key.toml"))
    ask(opened, "about", given={"title": "t", "name": name})
    ask(opened, "save")

    assert opened.notice
    assert set(desk.parent.parent.rglob("key.toml")) == before


def test_before_an_article_is_open_every_step_says_what_to_do():
    for step in STEPS:
        made = editor()
        ask(
            made,
            step,
            text="",
            name="x",
            claim="c1",
            given={},
            questions=[],
            rounds=1,
            weigh=1,
            id="0|c1",
            upheld=True,
        )
        assert made.notice or step == "close", step


def test_an_objection_from_the_store_lands_in_the_key_with_its_reason(desk):
    made = editor()
    ask(made, "open", text=ARTICLE)
    ask(made, "about", given={"title": "The pool", "name": "pools/one"})
    ask(made, "save")
    exercise = packs.find("pools/one")
    at = session.start("pools/one", exercise.article, ("c1", "c2", "c3"))
    for claim in at.claims:
        at = session.guess(at, claim, verdict="sourced", kind="vague")
    record = replace(session.record(session.commit(at)), student="fox", attempt="1")
    record = seals.extend(
        replace(
            record, contests=(Contest("c2", Verdict.UNSOURCED, "opinion", "believed", "Nobody else speaks."),)
        ),
        (),
    )
    store = Store()
    store.add("fox", record, NOON)

    again = editor("pools/one")
    assert [o["claim"] for o in again.objections] == ["c2"]
    assert "Nobody else speaks." in again.objections[0]["text"]
    ask(again, "rule", id=again.objections[0]["id"], upheld=True)
    ask(again, "save")

    key = packs.find("pools/one").key.get("c2")
    assert (key.verdict, key.need) == (Verdict.UNSOURCED, Need.OPINION)
    assert "Nobody else speaks." in key.why
    assert store.records()[0].record.contests[0].ruling == "upheld"
    assert again.objections == []


def test_without_a_store_the_editor_makes_none(opened, desk):
    assert not list(desk.glob("*.db"))


STEP = st.fixed_dictionaries(
    {},
    optional={
        "verdict": st.sampled_from([*Verdict, "true"]),
        "kind": st.sampled_from([*Kind, ""]),
        "need": st.sampled_from([*Need, ""]),
        "source": st.text(max_size=300),
        "why": st.text(max_size=900),
        "accept": st.lists(st.sampled_from([*Kind, "x"]), max_size=3),
    },
)


@given(steps=st.lists(st.tuples(st.sampled_from(["c1", "c2", "c9"]), STEP), max_size=12))
@settings(max_examples=60)
def test_whatever_is_done_can_be_undone_to_the_beginning(steps):
    begun = Draft(
        "x",
        (Answer("c1", Verdict.SOURCED, kind=Kind.VAGUE), Answer("c2", Verdict.UNSOURCED, need=Need.COMMON)),
    )
    history = History(begun)
    for claim, given_answer in steps:
        try:
            history.step(drafting.change(history.now, claim, given_answer))
        except MediakitError:
            continue
    last = history.now
    count = len(history.before)
    assert all(len(a.why) <= 600 and len(a.source or "") <= 200 for a in last.answers)

    for _ in range(count):
        history.undo()
    assert history.now == begun
    for _ in range(count):
        history.redo()
    assert history.now == last
