"""Studying alone, over several sessions in one folder."""

import json

import pytest

from mediakit import lesson, packs, study
from mediakit.ui import answers


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def play(opened, right: bool) -> None:
    for claim in opened.session.claims:
        key = opened.exercise.key.get(claim)
        if right:
            given = {"need": key.need} if key.need and not key.kind else {"kind": key.kind}
            opened.guess(claim, key.verdict, sure="certain", **given)
        else:
            opened.guess(claim, "sourced", "vague", "certain")
    opened.commit()


def test_the_first_step_is_a_worked_example_that_counts_once_it_was_read(own_folder):
    assert "worked example" in study.next_step()
    opened = study.go()
    assert opened.session.phase == "compare"
    assert all(c["agrees"] == "same" for c in opened.reader.reveal["claims"].values())
    assert not (own_folder / "answers").exists()
    assert "worked example" in study.next_step(), "opening is not reading"
    opened.reader._receive(None, {"do": "read"}, None)
    assert "half worked" in study.next_step()


def test_success_fades_the_help_and_failure_brings_kinds_back():
    study.go("who-says-so").read()
    half = study.go("who-says-so")
    assert half.plan.help == "half"
    hinted = [c for p in half.reader.page["paragraphs"] for c in p if "hint" in c]
    assert {role for c in hinted for _, role in c["hint"]} <= {"", "cue"}
    play(half, right=True)
    alone = study.go("who-says-so")
    assert alone.plan.help == "alone"
    play(alone, right=False)
    assert "comes back today" in study.next_step("who-says-so")
    for _ in range(2):
        play(study.go("who-says-so"), right=False)
    assert study.go("who-says-so") == study.next_step("who-says-so")
    assert "every exercise" in study.next_step("who-says-so")
    assert "claims" in study.summary()


def test_the_worked_example_is_not_counted_as_the_students_answers():
    study.go().read()
    half = study.go()
    play(half, right=False)
    assert f"of {len(half.session.claims)} claims" in study.summary()


def test_an_exercise_can_be_done_again_and_both_times_count(own_folder):
    name = "who-says-so/night-ferry"
    play(lesson.exercise(name), right=False)
    again = lesson.exercise(name, again=True)
    assert again.session.phase == "guess"
    play(again, right=True)
    assert [r.exercise for r in answers.closed()] == [name, name]
    assert len(list((own_folder / "answers").glob("*aside*"))) == 1


def test_running_all_cells_again_counts_once():
    name = "who-says-so/night-ferry"
    play(lesson.exercise(name), right=True)
    play(lesson.exercise(name), right=True)
    assert len(answers.closed()) == 1


def test_a_broken_progress_file_is_put_aside_and_nothing_is_lost(own_folder):
    play(lesson.exercise("who-says-so/night-ferry"), right=True)
    path = own_folder / "answers" / "progress.json"
    path.write_text("{", encoding="utf-8")
    assert answers.closed() == ()
    assert (own_folder / "answers" / "progress.aside-1.json").read_text(encoding="utf-8") == "{"
    play(lesson.exercise("who-says-so/sunday-library"), right=True)
    assert len(answers.closed()) == 1


def test_no_text_of_an_article_is_in_the_progress(own_folder):
    opened = lesson.article("“The dam is safe,” said Lena Ortiz, the mayor of Ellport. Critics doubt it.")
    for claim in opened.session.claims:
        opened.guess(claim, "sourced", "vague", "fairly")
    opened.commit()
    stored = (own_folder / "answers" / "progress.json").read_text(encoding="utf-8")
    assert "Ortiz" not in stored
    assert json.loads(stored)["sessions"][0]["exercise"].startswith("pasted-")


def test_every_pack_has_a_first_step():
    for pack in packs.list_packs():
        assert study.plan(pack.slug).exercise.startswith(pack.slug)
