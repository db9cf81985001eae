import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit import authoring, packs, scoring
from mediakit.model import Analysis, Answer, Article, Claim, MediakitError, Sheet
from mediakit.taxonomy import Kind, Need, Verdict

SENTENCES = st.lists(
    st.sampled_from(
        [
            "It rained.",
            "Who said so?",
            'He wrote "a\\b" there.',
            "It rained again.",
            "A “quote” stands here.",
            "Ünïcode 🌉 too.",
        ]
    ),
    min_size=1,
    max_size=8,
)


def analysis(sentences: list[str]) -> Analysis:
    text, claims = "", []
    for number, sentence in enumerate(sentences, 1):
        claims.append(
            Claim(f"c{number}", len(text), len(text) + len(sentence), Verdict.UNSOURCED, Need.COMMON, (), 0.9)
        )
        text += sentence + ("\n" if number % 3 == 0 else " ")
    return Analysis(text, "en", {}, (), tuple(claims), ())


@settings(deadline=None)
@given(SENTENCES, st.text(max_size=40).filter(lambda t: "\0" not in t))
def test_a_key_that_is_written_is_read_again(tmp_path_factory, sentences, why):
    made = analysis(sentences)
    why = why.encode("utf-8", "replace").decode()
    sheet = Sheet(
        tuple(
            Answer(c.id, Verdict.SOURCED, Kind.VAGUE, source="“Nobody” \\ said", why=why, accept=("hidden",))
            for c in made.claims
        )
    )
    path = tmp_path_factory.mktemp("key") / "key.toml"
    path.write_bytes(authoring.key_toml(made, sheet).encode())
    assert sheet == packs.read_key(path, Article(made.text), made.claims, "key.toml")


def test_an_exercise_is_saved_and_nothing_is_overwritten(tmp_path):
    found = packs.load("who-says-so/night-ferry")
    folder = tmp_path / "mine" / "ferry"
    authoring.save_exercise(found.machine, found.key, folder, "The ferry")
    again = packs.load("mine/ferry", tmp_path)
    assert again.title == "The ferry"
    assert len(again.key.answers) == scoring.score(again.key, found.key).kinds
    with pytest.raises(MediakitError, match="there already"):
        authoring.save_exercise(found.machine, found.key, folder, "The ferry")
    with pytest.raises(MediakitError, match="small letters"):
        authoring.save_exercise(found.machine, found.key, tmp_path / "mine" / "The Ferry", "x")
    authoring.save_exercise(found.machine, found.key, tmp_path / "mine" / "second", "Second")
    assert packs.load_pack("mine", tmp_path).exercises == ("ferry", "second")


def test_a_ruling_makes_an_objection_the_key(tmp_path, monkeypatch):
    from mediakit import lesson, packs
    from mediakit.ui import instructor

    monkeypatch.chdir(tmp_path)
    shutil.copytree(packs.home() / "who-says-so", tmp_path / "my-exercises" / "who-says-so")
    name = "who-says-so/sunday-library"
    opened = lesson.exercise(name)
    for claim in opened.session.claims:
        opened.guess(claim, "sourced", "vague", "fairly")
    opened.commit()
    opened.contest("c1", "sourced", "document", "the town council", "A decision is a paper.")
    folder, file = tmp_path / "my-exercises" / "who-says-so" / "sunday-library", opened.file.path

    assert "Organisation" in instructor.rule(name, str(file), "c1", upheld=False)
    assert lesson.exercise(name).session.contests[0].ruling == "rejected"
    assert "Document" in instructor.rule(name, str(file), "c1", upheld=True)
    again = packs.load(name, tmp_path / "my-exercises")
    assert again.key.get("c1").kind == "document"
    assert again.key.get("c1").why == "“the town council”: A decision is a paper."
    assert len(again.key.answers) == len(opened.exercise.key.answers)
    assert lesson.exercise(name).exercise.key.get("c1").kind == "document", (
        "one's own pack goes before the shipped one"
    )
    assert "A teacher agreed" in lesson.exercise(name).reader.reveal["claims"]["c1"]["contest"]["ruling"]
    with pytest.raises(MediakitError, match="no objection to claim 'c2'"):
        instructor.rule(name, str(file), "c2", upheld=True)
    assert folder.is_dir()


def test_a_draft_is_an_exercise_to_be_corrected(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from mediakit import cli, packs

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(
        "“It held,” said Lena Ortiz, the mayor. The square was empty.", encoding="utf-8"
    )
    done = CliRunner().invoke(cli.app, ["exercises", "draft", "a.txt", "my-pack/bridge", "--title", "Bridge"])
    assert done.exit_code == 0, done.output
    found = packs.load("my-pack/bridge", tmp_path / "my-exercises")
    assert (found.title, len(found.key.answers)) == ("Bridge", 2)
