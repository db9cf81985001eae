"""One lesson file to everything a lesson needs: a student's notebook, the teacher's, pages without Jupyter, sheets for paper."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from mediakit import catalogue, codec, export, notebook, packs
from mediakit.handout import Scheme
from mediakit.model import Exercise, MediakitError
from mediakit.notebook import Cell
from mediakit.session import HELP
from mediakit.taxonomy import QUESTIONS, USUAL

FORMAT = 1
FILE = "lesson.toml"
MOST = 12
"""Exercises in one lesson."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A lesson as it stands in `lesson.toml`. `nbgrader` adds a cell of points, by `scheme`, to the student's notebook."""

    title: str
    exercises: tuple[str, ...]
    questions: tuple[str, ...] = USUAL
    rounds: int = 1
    weigh: bool = False
    help: str = "alone"
    minutes: int = 45
    aim: str = ""
    discuss: tuple[str, ...] = ()
    language: str = "en"
    nbgrader: bool = False
    scheme: Scheme = field(default_factory=Scheme)
    format: int = FORMAT


def check(plan: Plan) -> tuple[Exercise, ...]:
    """The exercises of a lesson. Raises MediakitError naming the line that cannot be."""
    if plan.format != FORMAT:
        raise MediakitError(f"format = {plan.format}: this program knows {FORMAT}. Install a newer mediakit.")
    if not 0 < len(plan.exercises) <= MOST:
        raise MediakitError(f"exercises: a lesson has 1 to {MOST} of them.")
    if bad := next((q for q in plan.questions if q not in QUESTIONS), None):
        raise MediakitError(f"questions: there is no {bad!r}; there are: {', '.join(QUESTIONS)}.")
    if plan.rounds not in (1, 2):
        raise MediakitError(f"rounds = {plan.rounds}: it must be 1 or 2.")
    if plan.help not in HELP:
        raise MediakitError(f"help = {plan.help!r}: it must be one of {', '.join(HELP)}.")
    if min(plan.scheme.points, plan.scheme.taking_part, plan.scheme.verdict, plan.scheme.kind) < 0:
        raise MediakitError("scheme: points and weights cannot be under 0.")
    catalogue.load(plan.language)
    return tuple(packs.find(name) for name in plan.exercises)


def read(path: Path) -> Plan:
    """A lesson file. Raises MediakitError naming file, line and repair."""
    plan = codec.from_plain(Plan, codec.read_toml(path, path.name), path.name)
    try:
        check(plan)
    except MediakitError as error:
        raise MediakitError(f"{path.name}: {error}") from None
    return plan


def to_toml(plan: Plan) -> str:
    """The lesson file of a plan."""
    plain = codec.plain(plan)
    lines = [f"format = {plain.pop('format')}"]
    scheme = plain.pop("scheme")
    for table in (plain, {"[scheme]": None} | scheme):
        lines += [key if value is None else f"{key} = {_value(value)}" for key, value in table.items()]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return codec.toml_string(value) if isinstance(value, str) else str(value).lower()


def build(plan: Plan, folder: Path, stem: str = "lesson", *, run: bool = True) -> tuple[Path, ...]:
    """Write the lesson into `folder`; what is there under the same names is written anew.

    With `run` the notebooks are executed, so that nbval can compare them. Own packs that are used are copied beside
    them. Raises MediakitError for a plan that cannot be, and where the folder cannot be written.
    """
    exercises, words = check(plan), catalogue.load(plan.language)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _take_along(exercises, folder)
        codec.save(folder / FILE, to_toml(plan))
        written = [folder / FILE]
        for name, cells in (
            (f"{stem}.ipynb", student(plan, exercises)),
            (f"{stem}-notes.ipynb", teacher(plan, exercises)),
        ):
            made = notebook.make(cells)
            notebook.save(notebook.run(made, folder) if run else made, folder / name)
            written.append(folder / name)
        for exercise in exercises:
            name = f"{stem}-{exercise.slug.rpartition('/')[2]}"
            page = export.page(exercise, words, questions=plan.questions)
            sheet = export.sheet(exercise, words, questions=plan.questions)
            for path, text in ((folder / f"{name}.html", page), (folder / f"{name}-sheet.html", sheet)):
                codec.save(path, text)
                written.append(path)
    except OSError as error:
        raise MediakitError(f"{folder}: cannot be written ({error.strerror}). Name another folder.") from None
    return tuple(written)


def _take_along(exercises: tuple[Exercise, ...], folder: Path) -> None:
    """Copy the own packs of a lesson beside its notebooks."""
    own = Path.cwd() / packs.OWN
    for slug in sorted({exercise.slug.partition("/")[0] for exercise in exercises}):
        target = folder / packs.OWN / slug
        if (own / slug / "pack.toml").is_file() and target.resolve() != (own / slug).resolve():
            shutil.copytree(own / slug, target, dirs_exist_ok=True)


def student(plan: Plan, exercises: tuple[Exercise, ...]) -> list[Cell]:
    """The student's notebook: read, guess, commit, compare, hand in."""
    aim = f"{plan.aim}\n\n" if plan.aim else ""
    cells = [
        Cell(f"# {plan.title}\n\n{aim}Choose **Run → Run All Cells**. About {plan.minutes} minutes."),
        Cell("from mediakit import lesson", code=True),
    ]
    for exercise in exercises:
        cells += [Cell(f"## {exercise.title}"), Cell(_call(exercise, plan), code=True)]
    if plan.discuss:
        cells.append(Cell("## To discuss\n\n" + "\n".join(f"- {question}" for question in plan.discuss)))
    cells += [
        Cell(
            "## Hand in\n\nWhen all is committed, run the cell below again: it says what to hand in. Your name is not "
            "needed; if your teacher asks for a nickname or a code, take away the `#`, write it between the quotation marks, and run the cell."
        ),
        Cell('# lesson.nickname("")', code=True),
        Cell("lesson.hand_in()", code=True),
    ]
    if plan.nbgrader:
        s = plan.scheme
        weights = f"taking_part={s.taking_part:g}, verdict={s.verdict:g}, kind={s.kind:g}"
        cells += [
            Cell(f'lesson.points("{e.slug}", points={s.points:g}, {weights})', code=True, points=s.points) for e in exercises
        ]  # fmt: skip
    return cells


def _call(exercise: Exercise, plan: Plan) -> str:
    settings = []
    if plan.questions != USUAL:
        settings.append(f'questions="{" ".join(plan.questions)}"')
    for name, usual in (("rounds", 1), ("weigh", False), ("help", "alone"), ("language", "en")):
        value = getattr(plan, name)
        if value != usual:
            settings.append(f'{name}="{value}"' if isinstance(value, str) else f"{name}={value}")
    return f"lesson.exercise({', '.join([codec.toml_string(exercise.slug), *settings])})"


def teacher(plan: Plan, exercises: tuple[Exercise, ...]) -> list[Cell]:
    """The teacher's notebook: what is asked, the notes, and every claim with its key."""
    asked = ", ".join(plan.questions)
    steps = ["guess and commit"] + (["talk, guess again"] if plan.rounds == 2 else []) + (["weigh the machine"] if plan.weigh else []) + ["compare"]  # fmt: skip
    cells = [
        Cell(f"# {plan.title}: for the teacher\n\n{plan.aim or 'Who is responsible for these words?'}\n\nAsked: {asked}. Steps: {', '.join(steps)}. {plan.minutes} minutes."),
        Cell("Do not project this before the class has committed: every key is below.\n\nCollect the answers with `mediakit class add FOLDER`, then look at the class with `mediakit class report`."),
        Cell("from mediakit import lesson", code=True),
    ]  # fmt: skip
    for exercise in exercises:
        # notes are prose of a pack: as a quotation of plain lines they cannot become markup of this notebook
        notes = "\n".join(f"    {line}" for line in exercise.notes.splitlines())
        cells.append(Cell(f"## {exercise.title}" + (f"\n\n{notes}" if notes else "")))
        shown = f'lesson.exercise({codec.toml_string(exercise.slug)}, help="worked")'
        cells.append(Cell(shown, code=True))
    return cells
