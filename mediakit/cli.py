"""The command line: `mediakit analyze`, `mediakit open`, `mediakit exercises`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mediakit import codec, intake, lexicon, packs, scoring
from mediakit.model import Analysis, Article, Exercise, MediakitError, text_of
from mediakit.taxonomy import Verdict, describe

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Guess which claims of an article are sourced, then compare.",
)
exercises = typer.Typer(no_args_is_help=True, help="List, check and renew the exercises.")
app.add_typer(exercises, name="exercises")
WRONG_USE = 2


def run() -> None:
    """The entry point: one clear line instead of a traceback, exit code 2 for input that cannot be used."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="replace"
            )  # a Windows console may not know curly quotes
    try:
        app()
    except MediakitError as error:
        _fail(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


def _fail(message: str) -> NoReturn:
    Console(stderr=True).print(f"mediakit: {message}", markup=False, highlight=False, soft_wrap=True)
    raise SystemExit(WRONG_USE)


@app.command()
def analyze(
    file: Annotated[str, typer.Argument(help="A UTF-8 text file, or - for standard input.")],
    json: Annotated[bool, typer.Option("--json", help="Print the analysis as JSON (format 1).")] = False,
) -> None:
    """Find who the text holds responsible for each of its claims."""
    import mediakit

    article = (
        intake.from_bytes(sys.stdin.buffer.read(), "standard input")
        if file == "-"
        else intake.from_file(file)
    )
    found = mediakit.analyze(article)
    if json:
        sys.stdout.write(codec.write_json(found))
    else:
        _report(found)


def _report(found: Analysis) -> None:
    words = lexicon.load(found.language)
    console = Console()
    sheet = scoring.sheet_of(found)
    for note in found.notes:
        console.print(f"[bold]Note:[/bold] {escape(words.notes[note])}")
    table = Table("", "claim", "answer", "source", "how", title="Claims", show_lines=True)
    for claim in found.claims:
        answer = sheet.get(claim.id)
        assert answer is not None
        detail = answer.need if claim.verdict is Verdict.UNSOURCED else answer.kind
        label = ": ".join(describe(t).label for t in (answer.verdict, detail) if t)
        how = ", ".join(describe(t).label for t in (answer.quote, answer.stance) if t)
        table.add_row(
            claim.id, escape(text_of(found.text, (claim.span,))), label, escape(answer.source or "–"), how
        )
    console.print(table)
    console.print(_ledger(found))
    counts = [sum(c.verdict is v for c in found.claims) for v in Verdict]
    parts = [f"{n} {describe(v).label.lower()}" for n, v in zip(counts, Verdict, strict=True)]
    console.print(
        f"{len(found.claims)} claims: {', '.join(parts)}. The analysis is often wrong; read it with the text beside it."
    )


def _ledger(found: Analysis) -> Table:
    """The sources, each once, with the claims that rest on it."""
    rows: dict[tuple[str, str], list[str]] = {}
    for attribution in found.attributions:
        source = attribution.name or text_of(found.text, attribution.source) or "–"
        claims = [c.id for c in found.claims if attribution.id in c.attributions]
        rows.setdefault((source, describe(attribution.kind).label), []).extend(claims)
    table = Table("source", "kind", "claims", title="Sources")
    for (source, kind), claims in rows.items():
        table.add_row(escape(source), kind, ", ".join(dict.fromkeys(claims)))
    return table


@app.command("open")
def open_notebook(
    folder: Annotated[
        Path, typer.Option(help="Where your notebooks are kept; they are copied there once.")
    ] = Path("mediakit-lessons"),
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser, too.")] = True,
) -> None:
    """Start JupyterLab on the first lesson."""
    first = copy_notebooks(folder)
    page = f"/lab/tree/{first.relative_to(folder).as_posix()}"
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"]
    command.append(f"--LabApp.default_url={page}")
    # a classroom may have no network: no news, no look for updates
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # in a container; JupyterLab refuses otherwise
    raise SystemExit(subprocess.call(command, cwd=folder))  # noqa: S603 - our own interpreter, no shell


def copy_notebooks(folder: Path) -> Path:
    """The lessons in a folder of the user's own; a notebook that is there already stays as it is."""
    for path in sorted(codec.shipped("notebooks").glob("*/*.ipynb")):
        target = folder / path.parent.name / path.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return min((folder / "student").glob("*.ipynb"))


@exercises.command("list")
def list_exercises() -> None:
    """The packs and their exercises in order."""
    console = Console()
    for pack in packs.list_packs():
        console.print(f"[bold]{escape(pack.title)}[/bold]")
        for slug in pack.exercises:
            found = packs.load(f"{pack.slug}/{slug}")
            console.print(
                f"  {found.slug}  {escape(found.title)} ({found.level}, {len(found.key.answers)} keyed claims)"
            )


@exercises.command()
def check(name: Annotated[str, typer.Argument(help="pack/exercise")]) -> None:
    """Compare the machine with the key of an exercise."""
    found = packs.load(name)
    score = scoring.score(scoring.sheet_of(found.machine), found.key)
    Console().print(
        f"{name}: same verdict on {score.verdicts} of {score.claims} claims, same verdict and kind on {score.kinds}."
    )


@exercises.command()
def freeze(name: Annotated[str, typer.Argument(help="pack/exercise")]) -> None:
    """Renew the machine's frozen analysis of an exercise."""
    folder = packs.home() / name
    if not (folder / "article.txt").is_file():
        raise MediakitError(f"{name}: there is no article.txt in {folder}.")
    codec.save(folder / "machine.json", codec.write_json(fresh_analysis(folder)))


def fresh_analysis(folder: Path) -> Analysis:
    """What the machine says today of an exercise's article."""
    import mediakit

    return mediakit.analyze(Article(codec.read_file(folder / "article.txt")))


def is_stale(found: Exercise, today: Analysis) -> bool:
    """Does the frozen analysis differ from today's? Engine versions and the last digits of chances do not count."""

    def answers(analysis: Analysis) -> Any:
        plain = codec.plain(analysis)
        plain.pop("engine")
        for part in (*plain["claims"], *plain["attributions"]):
            part.pop("confidence")
        return plain

    return bool(answers(found.machine) != answers(today))
