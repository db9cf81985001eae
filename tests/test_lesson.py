"""The lesson by code: the same door that the click uses, and the answer file beside the notebook."""

import json

import pytest

from mediakit import lesson
from mediakit.model import MediakitError

NAME = "who-says-so/sunday-library"


@pytest.fixture(autouse=True)
def beside_the_notebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(opened) -> None:
    for claim in opened.session.claims:
        opened.guess(claim, "sourced", "vague", "fairly")


def test_nothing_of_an_answer_is_in_the_widget_before_the_commit():
    opened = lesson.exercise(NAME)
    fill(opened)
    state = json.dumps(opened.reader.get_state(), default=str)
    assert opened.reader.reveal == {}
    for answer in opened.exercise.key.answers:
        assert not answer.why or answer.why not in state
    with pytest.raises(MediakitError, match="commit"):
        lesson.feedback("c1")


def test_commit_shows_machine_key_and_feedback():
    opened = lesson.exercise(NAME)
    fill(opened)
    assert "11 of 16" in lesson.commit()
    told = opened.reader.reveal["claims"]["c8"]
    assert told["key"] | {"verdict": "sourced", "kind": "vague"} == told["key"]
    assert told["agrees"] == "same"
    assert "why_not" in told
    assert "Critics" in lesson.feedback("c8")
    assert "You chose" in lesson.feedback("c2")


def test_commit_refuses_while_claims_are_open():
    opened = lesson.exercise(NAME)
    opened.guess("c1", "sourced")
    with pytest.raises(MediakitError, match="c2"):
        lesson.commit()


def test_a_click_and_a_call_are_the_same_door():
    clicked, called = lesson.exercise(NAME), None
    clicked.reader.guesses = {"c1": {"verdict": "sourced", "kind": "document", "sure": "certain"}}
    first = clicked.sheet
    clicked.file.path.unlink()
    called = lesson.exercise(NAME)
    called.guess("c1", "sourced", "document", "certain")
    assert first == called.sheet


@pytest.mark.parametrize(
    "odd",
    [
        {"c1": {"verdict": "<b>"}},
        {"c99": {"verdict": "sourced"}},
        {"c1": "sourced"},
        {"c1": {"kind": "vague"}},
        {"c1": {"verdict": ["sourced"]}},
    ],
)
def test_what_a_page_sends_is_checked(odd):
    opened = lesson.exercise(NAME)
    opened.reader.guesses = odd
    assert opened.sheet.answers == ()


def test_guesses_come_back_after_a_restart(tmp_path):
    fill(lesson.exercise(NAME))
    again = lesson.exercise(NAME)
    assert again.session.missing() == ()
    assert "Welcome back" in again.reader.notice
    lesson.commit()
    assert lesson.exercise(NAME).reader.phase == "compare"


@pytest.mark.parametrize(
    "content",
    [
        "{",
        '{"format": 9}',
        "",
        '{"format": 1, "exercise": "x", "fingerprint": "other", "claims": ["c1"]}',
        "\0\0",
    ],
)
def test_a_broken_or_foreign_answer_file_is_put_aside_and_never_overwritten(tmp_path, content):
    path = tmp_path / "answers" / "who-says-so--sunday-library.json"
    path.parent.mkdir()
    path.write_text(content)
    opened = lesson.exercise(NAME)
    opened.guess("c1", "sourced")
    aside = path.with_suffix(".aside-1.json")
    assert content == aside.read_text()
    assert aside.name in opened.reader.notice
    assert json.loads(path.read_text())["answers"][0]["claim"] == "c1"


def test_a_folder_that_cannot_be_written_is_told_and_loses_nothing(monkeypatch):
    opened = lesson.exercise(NAME)
    monkeypatch.setattr(
        "mediakit.codec.save", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))
    )
    opened.guess("c1", "sourced")
    assert "Permission denied" in opened.reader.notice
    assert opened.sheet.answers[0].claim == "c1"


def test_the_answer_file_holds_no_text_of_the_article(tmp_path):
    opened = lesson.paste("“The pump is dry,” said Mara Quill. The river is cold today.")
    opened.guess("c1", "sourced", "named_person")
    written = opened.file.path.read_text()
    assert "pump" not in written
    assert "Quill" not in written


def test_an_example_begins_anew_on_every_run(tmp_path):
    for _ in range(2):
        opened = lesson.example("Critics say it will fail. It rained all night.")
        assert "2 claims, 0 guessed" in repr(opened)
        opened.guess("c1", "sourced")
    assert not (tmp_path / "answers").exists()


def test_pasting_nothing_says_what_to_do():
    box = lesson.paste()
    box.read("  ")
    assert "Paste the text" in box.box.status
    box.read("Critics say it will fail.")
    assert box.box.status == ""
    assert len(box.children) == 2
    assert lesson.paste().box.earlier[0]["title"] == "Critics say it will fail."


def test_no_open_article_says_how_to_open_one(monkeypatch):
    monkeypatch.setattr("mediakit.ui.lesson._current", None)
    with pytest.raises(MediakitError, match=r"lesson\.exercise"):
        lesson.commit()
