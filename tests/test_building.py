"""From a fresh article to a built lesson: three commands, notebooks that nbval accepts, and points by nbgrader."""

import csv
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from mediakit import building, codec, lesson, packs
from mediakit.building import Plan
from mediakit.cli import app
from mediakit.handout import Scheme
from mediakit.model import MediakitError

ARTICLE = """The footbridge in Marlow Dale will stay closed until spring, the county said on Monday.

“We found rust in all nine joints,” said Petra Lind, the county's bridge engineer. It is believed that salt did the damage. Critics say the county slept through three warnings.

The detour takes twelve minutes on foot.
"""
ONE = "who-says-so/sunday-library"


def run(*words: object) -> str:
    done = CliRunner().invoke(app, list(map(str, words)))
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def built(desk) -> Path:
    """A lesson with an exercise of one's own and a shipped one, as a teacher would build it."""
    (desk / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    run("exercises", "draft", "bridge.txt", "my-pack/bridge", "--title", "The bridge")
    run(
        "lesson",
        "new",
        "my-pack/bridge",
        ONE,
        "-o",
        "out/lesson.ipynb",
        "--rounds",
        2,
        "--nbgrader",
        "--part",
        1,
        "--verdict",
        1,
    )
    return desk / "out"


@pytest.mark.slow
def test_three_commands_make_notebooks_pages_and_sheets_that_nbval_accepts(built):
    names = {p.name for p in built.iterdir() if p.is_file()}
    assert names == {"lesson.toml", "lesson.ipynb", "lesson-notes.ipynb", "lesson-bridge.html", "lesson-bridge-sheet.html", "lesson-sunday-library.html", "lesson-sunday-library-sheet.html"}  # fmt: skip

    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "nbval",
        "--nbval",
        "-p",
        "no:cacheprovider",
        "lesson.ipynb",
        "lesson-notes.ipynb",
    ]
    done = subprocess.run(command, cwd=built, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-2000:]
    assert not (built / "answers").exists()
    student = json.loads((built / "lesson.ipynb").read_text(encoding="utf-8"))
    assert "widgets" not in student["metadata"]
    key = packs.load(ONE).key
    outputs = json.dumps([c.get("outputs") for c in student["cells"]], ensure_ascii=False)
    assert not [a.why for a in key.answers if a.why and a.why in outputs]


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("nbgrader") is None, reason="nbgrader is not installed; pip install nbgrader"
)
def test_nbgrader_gives_points_by_the_scheme(built):
    course = built.parent / "course"
    shutil.copytree(built, course / "source" / "ps1")
    (course / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "x"\n', encoding="utf-8"
    )
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    def nbgrader(*words: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *words],
            cwd=course,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-2000:]

    nbgrader("generate_assignment", "ps1")
    for student, skilled in (("fox", True), ("owl", False), ("hen", None)):
        shutil.copytree(course / "release" / "ps1", course / "submitted" / student / "ps1")
        if skilled is not None:
            answer(course / "submitted" / student / "ps1", skilled)
    nbgrader("autograde", "ps1")
    nbgrader("export")

    with (course / "grades.csv").open(encoding="utf-8") as file:
        grades = {
            row["student_id"]: float(row["score"] if "score" in row else row["raw_score"])
            for row in csv.DictReader(file)
        }
    assert grades["fox"] == 20.0
    assert 10.0 <= grades["owl"] < 20.0
    assert grades["hen"] == 0.0


def answer(folder: Path, skilled: bool) -> None:
    """Both exercises of the lesson, right or all with one answer, in a student's folder."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        for name in ("my-pack/bridge", ONE):
            opened, key = lesson.exercise(name), packs.find(name).key
            for claim in opened.session.claims:
                right = key.get(claim)
                assert right is not None
                verdict = str(right.verdict) if skilled else "partly"
                opened.guess(claim, verdict, sure="fairly")
            opened.commit()
    finally:
        os.chdir(here)


def test_a_lesson_is_built_anew_from_its_file(desk):
    plan = Plan(
        "Two “quotes” and a \\ backslash",
        (ONE,),
        questions=("verdict", "stance"),
        discuss=("Why?", "Who?"),
        scheme=Scheme(5, 1, 2, 3),
    )
    building.build(plan, desk / "a", run=False)
    assert building.read(desk / "a" / building.FILE) == plan

    text = (desk / "a" / building.FILE).read_text(encoding="utf-8").replace("rounds = 1", "rounds = 2")
    (desk / "a" / building.FILE).write_text(text, encoding="utf-8")
    run("lesson", "build", "a/lesson.toml")

    cells = json.loads((desk / "a" / "lesson.ipynb").read_text(encoding="utf-8"))["cells"]
    assert any("rounds=2" in "".join(c["source"]) for c in cells)


@given(
    title=st.text(max_size=60).filter(lambda t: t.isprintable()),
    minutes=st.integers(1, 300),
    weigh=st.booleans(),
)
def test_a_lesson_file_gives_its_plan_back(title, minutes, weigh):
    import tomllib

    plan = Plan(title, (ONE,), minutes=minutes, weigh=weigh)

    assert codec.from_plain(Plan, tomllib.loads(building.to_toml(plan)), "lesson.toml") == plan


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"exercises": ()}, "1 to 12"),
        ({"exercises": ("no/where",)}, "no"),
        ({"exercises": ("../../etc/passwd",)}, "no"),
        ({"questions": ("truth",)}, "no 'truth'"),
        ({"rounds": 3}, "1 or 2"),
        ({"help": "all"}, "worked, half, alone"),
        ({"language": "xx"}, "xx"),
        ({"format": 7}, "newer"),
        ({"scheme": Scheme(points=-1)}, "under 0"),
    ],
)
def test_a_plan_that_cannot_be_is_told(desk, wrong, said):
    with pytest.raises(MediakitError, match=said):
        building.build(replace(Plan("x", (ONE,)), **wrong), desk / "out", run=False)

    assert not (desk / "out").exists()


def test_what_is_handed_in_is_told_with_its_code(desk):
    opened = lesson.exercise(ONE)
    assert "Nothing is committed" in lesson.hand_in()
    lesson.nickname("  blue   fox ")
    for claim in opened.session.claims:
        opened.guess(claim, "sourced", "vague", "fairly")
    opened.commit()

    told = str(lesson.hand_in())

    assert "answers/who-says-so--sunday-library.json" in told
    assert "MK2 " in told
    record = codec.read_json(
        codec.Record, (desk / "answers" / "who-says-so--sunday-library.json").read_text(encoding="utf-8"), "x"
    )
    assert record.student == "blue fox"
    assert len(record.chain) > 5
    assert lesson.points(ONE, points=10, verdict=0) == 10.0


@pytest.mark.parametrize("name", ["", " ", "x" * 41, "a\x00b", "a\u202eb"])
def test_a_nickname_that_cannot_be_shown_is_told(desk, name):
    with pytest.raises(MediakitError, match="nickname"):
        lesson.nickname(name)
