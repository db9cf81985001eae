"""The lesson by code: the same door that the click uses, and the answer file beside the notebook."""

import json
import re

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


def test_a_commit_that_overtakes_the_last_guesses_brings_them_along():
    opened = lesson.exercise(NAME)
    given = {"verdict": "sourced", "kind": "vague", "sure": "fairly"}
    sheet = {claim: dict(given) for claim in opened.session.claims}
    opened.reader._receive(None, {"do": "commit", "guesses": sheet | {"c99": {"verdict": "sourced"}}}, None)
    assert opened.session.committed
    assert sheet == opened.reader.guesses
    opened.reader.guesses = sheet | {"c1": {"verdict": "unsourced"}}
    assert opened.sheet.get("c1").verdict == "sourced"


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


def test_two_rounds_and_the_weighing_come_back_after_a_restart_at_every_step(beside_the_notebook):
    plan = {"rounds": 2, "weigh": True, "questions": "verdict kind need quote stance sure"}
    opened = lesson.exercise(NAME, **plan)
    fill(opened)
    steps = [
        lambda x: x.commit(),
        lambda x: x.guess("c2", "partly", "vague", "fairly", quote="indirect"),
        lambda x: x.commit(),
        lambda x: x.move("c3"),
        lambda x: x.show_key(),
        lambda x: x.contest("c1", "sourced", "document", "library", "because I say so"),
    ]
    for step in steps:
        step(opened)
        again = lesson.exercise(NAME, **plan)
        assert again.session == opened.session
        assert again.reader.phase == opened.reader.phase
        assert json.dumps(again.reader.reveal) == json.dumps(opened.reader.reveal)
        opened = again
    assert "No ruling yet" in json.dumps(opened.reader.reveal["claims"]["c1"]["contest"])
    assert "From round 1 to round 2" in lesson.report() or opened.reader.reveal["report"]["lines"]


def test_between_two_rounds_and_while_weighing_no_key_is_in_the_state():
    opened = lesson.exercise(NAME, rounds=2, weigh=True)
    fill(opened)
    opened.commit()
    assert opened.reader.reveal == {}
    opened.commit()
    assert opened.reader.phase == "weigh"
    state = json.dumps(opened.reader.get_state(), default=str)
    for answer in opened.exercise.key.answers:
        assert not answer.why or answer.why not in state
    assert '"key"' not in json.dumps(opened.reader.reveal)
    with pytest.raises(MediakitError, match="commit"):
        lesson.feedback("c1")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"colour": 1}, "no setting 'colour'"),
        ({"help": "lots"}, "help = 'lots'"),
        ({"rounds": 7}, "rounds = 7"),
        ({"questions": "verdict mood"}, "no question 'mood'"),
        ({"language": "xx"}, "do not speak"),
    ],
)
def test_a_setting_that_there_is_not_is_told(plan, said):
    with pytest.raises(MediakitError, match=said):
        lesson.exercise(NAME, **plan)


@pytest.mark.parametrize(
    "message",
    [
        {"do": "contest"},
        {"do": "contest", "claim": "c1", "verdict": "<b>", "detail": None, "words": 3, "reason": []},
        {"do": "move", "claim": None, "over": "yes"},
        {"do": "explode"},
        {"do": "commit", "guesses": ["c1"]},
        "commit",
        None,
    ],
)
def test_an_odd_message_changes_nothing(message):
    opened = lesson.exercise(NAME)
    fill(opened)
    before = opened.session
    opened.reader._receive(None, message, None)
    assert opened.session == before


def test_an_old_answer_file_is_read_by_the_new_program(beside_the_notebook):
    opened = lesson.exercise(NAME)
    opened.guess("c1", "sourced", "document", "certain")
    old = json.loads(opened.file.path.read_text(encoding="utf-8"))
    kept = {k: old[k] for k in ("exercise", "fingerprint", "claims", "answers", "committed")} | {"format": 1}
    opened.file.path.write_text(json.dumps(kept), encoding="utf-8")
    assert lesson.exercise(NAME).sheet.get("c1").kind == "document"


def test_a_file_is_opened_like_a_pasted_text(beside_the_notebook):
    (beside_the_notebook / "a.txt").write_text("“It held,” said Lena Ortiz, the mayor.", encoding="cp1252")
    assert len(lesson.open_file("a.txt").session.claims) == 1
    with pytest.raises(MediakitError, match=r"none\.pdf: there is no such file"):
        lesson.open_file("none.pdf")


def test_an_uploaded_file_is_read_by_its_type_and_its_path_plays_no_part():
    box = lesson.paste()
    box.box._handle_custom_msg(
        {"do": "file", "name": "../../etc/passwd.txt"}, [memoryview("“It held,” said Lena Ortiz.".encode())]
    )
    assert box.lesson is not None
    box.box._handle_custom_msg({"do": "file", "name": "a.pdf"}, [memoryview(b"junk")])
    assert box.box.status.startswith("a.pdf: this is no PDF")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)> said Lena Ortiz.",
        "\u202eright to left\u202c, said Lena Ortiz.",
        "a\0b said Lena Ortiz.",
        "🌉🌉🌉",
        "   ",
    ],
)
def test_odd_texts_are_shown_as_text_or_refused_in_one_sentence(text):
    try:
        opened = lesson.article(text)
    except MediakitError as error:
        assert "\n" not in str(error)
    else:
        shown = "".join(c["text"] for p in opened.reader.page["paragraphs"] for c in p)
        assert "".join(shown.split()) == "".join(text.split())


def test_a_text_of_a_hundred_thousand_words_is_refused_in_one_sentence():
    with pytest.raises(MediakitError, match="100,000 words; a lesson takes 10,000"):
        lesson.article("word " * 100_000)


def test_a_lesson_in_french_says_everything_in_french():
    opened = lesson.exercise(NAME, language="fr")
    fill(opened)
    assert "corrigé" in lesson.commit()
    opened.reader._receive(
        None,
        {
            "do": "contest",
            "claim": "c1",
            "verdict": "sourced",
            "detail": "vague",
            "words": "xyz",
            "reason": "non",
        },
        None,
    )
    assert "Copie-les" in opened.reader.notice
    assert "The " not in lesson.report()


def test_the_machine_is_counted_over_the_claims_that_were_asked(beside_the_notebook):
    long = lesson.exercise("who-says-so/night-ferry")
    assert len(long.session.claims) < len(long.analysis.claims)
    for claim in long.session.claims:
        long.guess(claim, "sourced", "vague", "fairly")

    told = str(long.commit())

    counts = [int(n) for n in re.findall(r"\d+", told)]
    assert max(counts) == len(long.session.claims), told
