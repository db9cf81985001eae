"""The notebooks of both courses are what the one list says, and no lesson is orphaned."""

import json
from pathlib import Path

import pytest

from mediakit import codec, courses
from mediakit.model import MediakitError

FOLDER = codec.shipped("notebooks")
MADE = courses.notebooks(FOLDER)


def test_there_are_eight_lessons_for_a_class_and_twelve_for_one_alone():
    raw = courses.load(FOLDER)
    assert (len(raw["classroom"]), len(raw["alone"])) == (8, 12)
    assert sum(minutes for _, minutes in courses.MINUTES) == 45


@pytest.mark.parametrize("name", list(MADE))
def test_a_notebook_is_what_the_list_says(name):
    stored = json.loads((FOLDER / name).read_text(encoding="utf-8"))["cells"]
    assert [("".join(c["source"]), c["cell_type"] == "code") for c in stored] == [
        (c.text, c.code) for c in MADE[name]
    ]


@pytest.mark.parametrize("course", ["classroom", "classroom-notes", "alone"])
def test_no_lesson_is_orphaned(course):
    there = {f"{course}/{p.name}" for p in (FOLDER / course).glob("*.ipynb")}
    assert there == {name for name in MADE if name.startswith(f"{course}/")}


@pytest.mark.parametrize(
    ("line", "said"), [('colour = "red"', "unknown key colour"), ('read = "a/b"', "no pack 'a'")]
)
def test_a_wrong_line_is_told(tmp_path: Path, line, said):
    (tmp_path / courses.LIST).write_text(f"[[alone]]\n{line}\n", encoding="utf-8")
    with pytest.raises(MediakitError, match=said):
        courses.load(tmp_path)
