"""`mediakit lesson`: build a lesson from exercises, or anew from its file."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from mediakit import building, packs
from mediakit.building import Plan
from mediakit.handout import Scheme
from mediakit.model import MediakitError
from mediakit.taxonomy import USUAL

app = typer.Typer(
    no_args_is_help=True, help="Build a lesson: notebooks, pages without Jupyter, sheets for paper."
)


@app.command("new")
def new(
    exercises: Annotated[list[str], typer.Argument(help="pack/exercise, one or more.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The student's notebook; the rest goes beside it.")] = Path("my-lesson/lesson.ipynb"),
    title: Annotated[str, typer.Option(help="Title of the lesson.")] = "",
    questions: Annotated[str, typer.Option(help="What is asked, such as 'verdict kind quote stance'.")] = " ".join(USUAL),
    rounds: Annotated[int, typer.Option(help="2: guess, talk, guess again.")] = 1,
    weigh: Annotated[bool, typer.Option("--weigh/--no-weigh", help="Show the machine's answers before the key.")] = False,
    support: Annotated[str, typer.Option("--help-level", help="worked, half or alone.")] = "alone",
    minutes: Annotated[int, typer.Option(help="How long it takes.")] = 45,
    aim: Annotated[str, typer.Option(help="One sentence for the students.")] = "",
    discuss: Annotated[list[str], typer.Option(help="A question for the talk afterwards; may be given more than once.")] = [],
    language: Annotated[str, typer.Option(help="Language of the interface, such as fr.")] = "en",
    nbgrader: Annotated[bool, typer.Option("--nbgrader/--no-nbgrader", help="Add a cell of points that nbgrader grades.")] = False,
    points: Annotated[float, typer.Option(help="Most points of an exercise.")] = 10.0,
    part: Annotated[float, typer.Option(help="Weight of having taken part.")] = 1.0,
    verdict: Annotated[float, typer.Option(help="Weight of right verdicts.")] = 0.0,
    kind: Annotated[float, typer.Option(help="Weight of right verdicts with kind or need.")] = 0.0,
) -> None:  # fmt: skip
    """Write a student's notebook, the teacher's, a page and a sheet for each exercise, and lesson.toml to build it anew."""
    if output.suffix != ".ipynb":
        raise MediakitError(f"{output}: name the notebook, such as my-lesson/lesson.ipynb.")
    plan = Plan(
        title or packs.find(exercises[0]).title, tuple(exercises), tuple(questions.split()), rounds, weigh, support,
        minutes, aim, tuple(discuss), language, nbgrader, Scheme(points, part, verdict, kind),
    )  # fmt: skip
    _say(building.build(plan, output.parent, output.stem))


@app.command("build")
def build(
    file: Annotated[Path, typer.Argument(help="A lesson.toml.")],
    name: Annotated[str, typer.Option(help="First word of the files that are written.")] = "lesson",
) -> None:
    """Build a lesson anew after its lesson.toml was changed."""
    _say(building.build(building.read(file), file.parent, name))


def _say(written: tuple[Path, ...]) -> None:
    for path in written:
        Console().print(f"Written: {path}", markup=False, highlight=False, soft_wrap=True)
