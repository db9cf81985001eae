"""`mediakit class`: collect what a class hands in, look at it, give it out, delete it."""

import json
from datetime import datetime, timezone
from enum import Enum
from pathlib import Path
from typing import Annotated, Optional

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mediakit import archive, authoring, catalogue, classroom, codec, collecting, export, handout, packs
from mediakit.collecting import Shelf, hands
from mediakit.handout import Scheme
from mediakit.model import MediakitError
from mediakit.store import Kept, Store
from mediakit.taxonomy import USUAL

app = typer.Typer(no_args_is_help=True, help="Collect answers, see the class, give results out, delete them.")
REFUSED = 1


class Sort(str, Enum):
    """What can be given out."""

    GRADEBOOK = "gradebook"
    ANSWERS = "answers"
    RECORDS = "records"
    ANNOTATIONS = "annotations"
    ARCHIVE = "archive"


Address = Annotated[
    Optional[str],  # noqa: UP045 - typer on 3.10
    typer.Option("--store", help="The class store: sqlite:///FILE.db or postgresql://...; else MEDIAKIT_STORE, else mediakit-class.db here."),
]  # fmt: skip
Only = Annotated[Optional[str], typer.Option(help="One exercise, as pack/exercise.")]  # noqa: UP045


def written(path: Path, data: bytes) -> None:
    """Write a file and say so."""
    export.write(path, data)
    Console().print(f"Written: {path}", markup=False, highlight=False)


@app.command("add")
def add(
    paths: Annotated[list[Path], typer.Argument(help="Answer files, folders, zip archives, or .csv lists of nickname and code.")],
    store: Address = None,
    questions: Annotated[str, typer.Option(help="What the codes answer, if the lesson asked something of its own.")] = " ".join(USUAL),
) -> None:  # fmt: skip
    """Put answers into the class store. The same file counts once; a bad one is named, and the others go in. Exit code 1 if any was refused."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    found = collecting.add(Store(store), paths, now, tuple(questions.split()))
    console = Console()
    for outcome in found:
        if outcome.state in ("refused", "altered"):
            reason = outcome.reason or "its answers were changed outside the lesson; kept apart, not counted"
            console.print(
                f"{outcome.file}: {outcome.state}: {reason}", markup=False, highlight=False, soft_wrap=True
            )
    states = {
        s: sum(o.state == s for o in found) for s in ("new", "later", "same", "earlier", "altered", "refused")
    }
    console.print(", ".join(f"{n} {state}" for state, n in states.items() if n) or "Nothing was found.")
    if states["refused"]:
        raise SystemExit(REFUSED)


@app.command("list")
def listing(store: Address = None) -> None:
    """Who has handed in what."""
    table = Table("student", "exercise", "state", "received")
    for kept in Store(store).records():
        state = (
            "changed outside the lesson" if kept.altered else "closed" if kept.record.committed else "open"
        )
        table.add_row(escape(kept.student), escape(kept.record.exercise), state, kept.received)
    Console().print(table)


@app.command("report")
def report(
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("class.html"),
    names: Annotated[bool, typer.Option("--names/--no-names", help="With nicknames; without them it can be projected.")] = False,
    language: Annotated[Optional[str], typer.Option(help="Language of the page, such as fr.")] = None,  # noqa: UP045
    exercise: Only = None,
    store: Address = None,
) -> None:  # fmt: skip
    """One page about the class: what to discuss first, every claim, what is taken for what, rounds, agreement, students."""
    found = classroom.view(hands(Store(store).records(exercise=exercise)), Shelf().find)
    if not found.students:
        raise MediakitError("The class store is empty. Put answers in first: mediakit class add FOLDER")
    written(output, export.class_page(found, catalogue.load(language), names=names).encode())


@app.command("export")
def give_out(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    sort: Annotated[Sort, typer.Option("--as", help="gradebook and answers are CSV, records and annotations JSON, archive a zip.")] = Sort.ANSWERS,
    gradebook: Annotated[str, typer.Option(help=f"Column order: {', '.join(handout.GRADEBOOKS)}.")] = "plain",
    points: Annotated[float, typer.Option(help="Most points of an exercise.")] = 10.0,
    part: Annotated[float, typer.Option(help="Weight of having taken part.")] = 1.0,
    verdict: Annotated[float, typer.Option(help="Weight of right verdicts.")] = 0.0,
    kind: Annotated[float, typer.Option(help="Weight of right verdicts with kind or need.")] = 0.0,
    exercise: Only = None,
    store: Address = None,
) -> None:  # fmt: skip
    """Give out results: for a gradebook, as answers, records, W3C annotations, or an archive for another computer."""
    kept, find = Store(store).records(exercise=exercise), Shelf().find
    if sort is Sort.ARCHIVE:
        made = archive.pack(kept)
    elif sort is Sort.GRADEBOOK:
        made = handout.gradebook(hands(kept), find, Scheme(points, part, verdict, kind), gradebook).encode()
    elif sort is Sort.ANSWERS:
        made = handout.answers_table(hands(kept), find).encode()
    elif sort is Sort.RECORDS:
        made = (json.dumps([codec.plain(k) for k in kept], ensure_ascii=False, indent=1) + "\n").encode()
    else:
        here = [h for h in hands(kept) if find(h.record.exercise) is not None]
        made = (
            json.dumps([handout.annotations(h, find) for h in here], ensure_ascii=False, indent=1) + "\n"
        ).encode()
    written(output, made)


@app.command("import")
def take_in(
    file: Annotated[Path, typer.Argument(help="The archive of a class.")], store: Address = None
) -> None:
    """Put the archive of a class into the store of this computer."""
    counts = archive.unpack(file, Store(store))
    Console().print(", ".join(f"{n} {state}" for state, n in counts.items()) or "The archive is empty.")


@app.command("rule")
def rule(
    student: Annotated[str, typer.Argument(help="Nickname of who objected.")],
    name: Annotated[str, typer.Argument(help="pack/exercise")],
    claim: Annotated[str, typer.Argument(help="The claim, such as c4.")],
    upheld: Annotated[bool, typer.Option("--upheld/--rejected", help="Is the student right?")],
    store: Address = None,
) -> None:
    """Decide on an objection to the machine. If it is upheld, the key of an exercise in my-exercises takes it over."""
    place = Store(store)
    kept = next(
        (k for k in place.records(student, name) if any(c.claim == claim for c in k.record.contests)), None
    )
    if kept is None:
        raise MediakitError(f"{student} has not objected to claim {claim} of {name}.")
    place.replace(
        Kept(kept.student, authoring.ruled(kept.record, claim, upheld=upheld), kept.received, kept.altered)
    )
    folder = Path(packs.OWN) / name
    if upheld and (folder / "key.toml").is_file():
        authoring.take_over(folder, kept.record, claim)
        Console().print(f"The key of {name} has it now.", markup=False, highlight=False)
    Console().print(f"{name}, {claim}: {'upheld' if upheld else 'rejected'}.", markup=False, highlight=False)


@app.command("forget")
def forget(
    student: Annotated[Optional[str], typer.Argument(help="A nickname.")] = None,  # noqa: UP045
    everybody: Annotated[bool, typer.Option("--all", help="Everybody.")] = False,
    store: Address = None,
) -> None:
    """Delete the answers of one student, or of all, for good. mediakit makes no copies of its own; those you made stay."""
    if (student is None) is not everybody:
        raise MediakitError("Name one student, or --all.")
    count = Store(store).forget(student)
    Console().print(f"{count} records deleted.")
