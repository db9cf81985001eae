"""Two courses as notebooks, from one ordered list: for a class with notes for its teacher, and for a person alone."""

from pathlib import Path
from typing import Any

from mediakit import codec, notebook, packs
from mediakit.model import MediakitError
from mediakit.notebook import Cell

LIST = "courses.toml"
MINUTES = (("Warm up: a drill, alone", 8), ("Read the article, guess, commit", 17), ("Compare, in pairs", 8), ("Discuss", 9), ("Homework", 3))  # fmt: skip
KEYS = {"slug", "title", "aim", "warm", "read", "plan", "ask", "mistakes", "homework", "say"}


def load(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The lessons of both courses in order. Raises MediakitError naming a key or an exercise that there is not."""
    raw = codec.read_toml(folder / LIST, LIST)
    for course, lessons in raw.items():
        for number, lesson in enumerate(lessons, 1):
            if unknown := set(lesson) - KEYS:
                raise MediakitError(f"{LIST}, {course} {number}: unknown key {min(unknown)}.")
            for key in ("warm", "read"):
                if key in lesson:
                    packs.load(lesson[key])
    return raw


def notebooks(folder: Path) -> dict[str, list[Cell]]:
    """Every notebook of both courses, by its path under the notebooks folder."""
    raw, made = load(folder), dict[str, list[Cell]]()
    for number, lesson in enumerate(raw["classroom"], 1):
        name = f"{number:02d}-{lesson['slug']}.ipynb"
        made[f"classroom/{name}"] = _student(lesson, number)
        made[f"classroom-notes/{name}"] = _teacher(lesson, number)
    for number, lesson in enumerate(raw["alone"], 1):
        made[f"alone/{number:02d}-{lesson['slug']}.ipynb"] = _alone(lesson, number, raw["alone"])
    return made


def _call(exercise: str, plan: str = "") -> Cell:
    return Cell(f'lesson.exercise("{exercise}"{", " if plan else ""}{plan})', code=True)


IMPORT = Cell("from mediakit import lesson", code=True)


def _student(lesson: dict[str, Any], number: int) -> list[Cell]:
    return [
        Cell(f"# {number}. {lesson['title']}\n\n{lesson['aim']}\n\nChoose **Run → Run All Cells**."),
        IMPORT,
        Cell("## Warm up\n\nPairs of sentences. In each pair one change makes another answer."),
        _call(lesson["warm"]),
        Cell("## The article\n\nRead it once without the questions. Then guess every claim, and commit."),
        _call(lesson["read"], lesson["plan"]),
        Cell("## To discuss\n\n" + "\n".join(f"- {question}" for question in lesson["ask"])),
        Cell(f"## At home\n\n{lesson['homework']}"),
    ]


def _teacher(lesson: dict[str, Any], number: int) -> list[Cell]:
    rows = "\n".join(f"| {what} | {minutes} min |" for what, minutes in MINUTES)
    mistakes = "\n".join(f"- {mistake}" for mistake in lesson["mistakes"])
    questions = "\n".join(f"- {question}" for question in lesson["ask"])
    return [
        Cell(f"# {number}. {lesson['title']}: notes for the teacher\n\n**Aim.** {lesson['aim']}"),
        Cell(f"## 45 minutes\n\n| what | time |\n|---|---|\n{rows}"),
        Cell(f"## Likely mistakes\n\n{mistakes}\n\n## Questions\n\n{questions}\n\n## Homework\n\n{lesson['homework']}"),
        Cell("## Every claim with its key\n\nThe article as a student sees it when all is filled in. Do not project this before the class has committed."),
        IMPORT,
        _call(lesson["read"], ", ".join(p for p in (_questions(lesson["plan"]), 'help="worked"') if p)),
        Cell(f"Without computers: `mediakit export print {lesson['read']} -o sheet.pdf` makes a sheet and its key."),
    ]  # fmt: skip


def _questions(plan: str) -> str:
    return plan if plan.startswith("questions") else ""


def _alone(lesson: dict[str, Any], number: int, course: list[dict[str, Any]]) -> list[Cell]:
    after = f"Next: [{course[number]['title']}]({number + 1:02d}-{course[number]['slug']}.ipynb)." if number < len(course) else "This was the last lesson. `student/00-start-here.ipynb` brings back what you missed."  # fmt: skip
    return [
        Cell(
            f"# {number}. {lesson['title']}\n\n{lesson['say']}\n\nChoose **Run → Run All Cells**. About ten minutes."
        ),
        IMPORT,
        _call(lesson["read"], lesson["plan"]),
        Cell(f"Open **My report** when you have committed. {after}"),
    ]


def write(folder: Path) -> list[Path]:
    """Write every notebook of both courses without outputs; run them with `make renew`."""
    made = {folder / name: cells for name, cells in notebooks(folder).items()}
    for path, cells in made.items():
        notebook.save(notebook.make(cells), path)
    return list(made)
