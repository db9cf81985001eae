import pytest

from mediakit import instructor, packs
from mediakit.model import MediakitError

TEXT = "The pool will close, the town council said. It is the <script>worst</script> plan in years."


def test_an_analysis_is_looked_at_corrected_and_saved(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    draft = instructor.look(TEXT)
    assert "<script>" not in draft._repr_html_()
    assert "the town council" in draft._repr_html_()
    assert (
        str(instructor.correct("c2", "unsourced", "opinion", why="A view."))
        == "c2: Not sourced: Opinion or prediction"
    )
    instructor.save("mine/pool", "The pool")
    found = packs.load("mine/pool", tmp_path / "my-exercises")
    assert found.key.get("c2").why == "A view."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("c9", "sourced"), "no claim 'c9'"),
        (("c1", "maybe"), "sourced, partly"),
        (("c1", "sourced", "opinion"), "named_person"),
    ],
)
def test_a_wrong_correction_is_named(arguments, said):
    instructor.look(TEXT)
    with pytest.raises(MediakitError, match=said):
        instructor.correct(*arguments)


def test_a_lesson_of_several_exercises_is_built_from_the_notebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    told = str(
        instructor.build(
            "who-says-so/night-ferry", "tangled/derby", folder="week-1", questions="verdict stance", rounds=2
        )
    )

    assert "week-1/lesson.ipynb" in told
    assert "week-1/lesson-derby-sheet.html" in told
    assert "rounds=2" in (tmp_path / "week-1" / "lesson.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize(("asked", "said"), [({"points": 3}, "no setting"), ({"rounds": 9}, "1 or 2")])
def test_a_lesson_that_cannot_be_built_is_told(tmp_path, monkeypatch, asked, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MediakitError, match=said):
        instructor.build("who-says-so/night-ferry", **asked)
