"""The command line: `mediakit analyze`, `mediakit open`, `mediakit exercises`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, NoReturn, Optional

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mediakit import (
    authoring,
    catalogue,
    class_commands,
    codec,
    corpus_commands,
    export,
    intake,
    ledger,
    lesson_commands,
    lint,
    packs,
    painting,
    scoring,
)
from mediakit.model import Analysis, Article, MediakitError, text_of
from mediakit.taxonomy import USUAL, Verdict

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Guess which claims of an article are sourced, then compare.",
)
exercises = typer.Typer(no_args_is_help=True, help="List, check and renew the exercises.")
app.add_typer(exercises, name="exercises")
exports = typer.Typer(
    no_args_is_help=True, help="Write an exercise as a page without Jupyter, or as a sheet for paper."
)
app.add_typer(exports, name="export")
app.add_typer(lesson_commands.app, name="lesson")
app.add_typer(class_commands.app, name="class")
app.add_typer(corpus_commands.app, name="corpus", cls=corpus_commands.Reading)
WRONG_USE = 2
FOUND = 1


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
    file: Annotated[
        str, typer.Argument(help="A file (.txt, .html, .docx, .pdf), or - for text on standard input.")
    ],
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
    words = catalogue.load()
    console = Console()
    sheet = scoring.sheet_of(found)
    for note in found.notes:
        console.print(f"[bold]Note:[/bold] {escape(words.notes[note])}")
    table = Table("", "claim", "answer", "source", "how", title="Claims", show_lines=True)
    for claim in found.claims:
        answer = sheet.get(claim.id)
        assert answer is not None
        label = painting.in_words(answer, words)
        how = ", ".join(words.label(t) for t in (answer.quote, answer.stance) if t)
        table.add_row(
            claim.id, escape(text_of(found.text, (claim.span,))), label, escape(answer.source or "–"), how
        )
    console.print(table)
    console.print(_ledger(found, words))
    counts = [sum(c.verdict is v for c in found.claims) for v in Verdict]
    parts = [f"{n} {words.label(v).lower()}" for n, v in zip(counts, Verdict, strict=True)]
    console.print(
        f"{len(found.claims)} claims: {', '.join(parts)}. The analysis is often wrong; read it with the text beside it."
    )


def _ledger(found: Analysis, words: catalogue.Catalogue) -> Table:
    """The sources, each once, with the claims that rest on it."""
    table = Table("source", "kind", "claims", title="Sources")
    for source in ledger.build(found).sources:
        table.add_row(escape(source.name or "–"), words.label(source.kind), ", ".join(source.claims))
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
    quiet = os.pathsep.join(
        [str(Path(__file__).parent / "lab"), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    )
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # in a container; JupyterLab refuses otherwise
    raise SystemExit(subprocess.call(command, cwd=folder, env=os.environ | {"JUPYTER_CONFIG_PATH": quiet}))  # noqa: S603 - our own interpreter, no shell


def copy_notebooks(folder: Path) -> Path:
    """The lessons in a folder of the user's own; a notebook that is there already stays as it is."""
    home = codec.shipped("notebooks")
    for path in sorted([*home.glob("*/*.ipynb"), *home.glob("*/*.csv")]):
        target = folder / path.parent.name / path.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return min((folder / "student").glob("*.ipynb"))


Name = Annotated[str, typer.Argument(help="pack/exercise, such as who-says-so/night-ferry")]
Output = Annotated[Path, typer.Option("--output", "-o", help="The file to write.")]
Key = Annotated[bool, typer.Option("--key/--no-key", help="With the key, or without it.")]
Language = Annotated[Optional[str], typer.Option(help="Language of the interface, such as fr.")]  # noqa: UP045 - typer on 3.10
Questions = Annotated[str, typer.Option(help="What is asked, such as 'verdict kind quote stance'.")]


@exports.command("html")
def export_html(
    name: Name,
    output: Output = Path("page.html"),
    key: Key = True,
    language: Language = None,
    questions: Questions = " ".join(USUAL),
) -> None:
    """One page that works from a USB stick, on a school laptop or a phone, without a network."""
    made = export.page(
        packs.load(name), catalogue.load(language), key=key, questions=tuple(questions.split())
    )
    class_commands.written(output, made.encode())


@exports.command("print")
def export_print(
    name: Name,
    output: Output = Path("sheet.html"),
    key: Key = True,
    language: Language = None,
    questions: Questions = " ".join(USUAL),
) -> None:
    """A sheet with numbered claims and boxes, and the key on a page of its own; .html or .pdf by the file's name."""
    made = export.sheet(
        packs.load(name), catalogue.load(language), key=key, questions=tuple(questions.split())
    )
    class_commands.written(output, export.pdf(made) if output.suffix.lower() == ".pdf" else made.encode())


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
    """Compare the machine with the key of an exercise, claim by claim where they differ."""
    found, words = packs.load(name), catalogue.load()
    machine = scoring.sheet_of(found.machine)
    score = scoring.score(machine, found.key)
    console = Console()
    for claim in found.machine.claims:
        mine, right = machine.get(claim.id), found.key.get(claim.id)
        if mine is None or right is None or scoring.compare(mine, right) == "same":
            continue
        said = text_of(found.article.text, (claim.span,))
        console.print(f"[bold]{claim.id}[/bold] {escape(said)}")
        console.print(f"   key: {painting.in_words(right, words)}; machine: {painting.in_words(mine, words)}")
    console.print(
        f"{name}: same verdict on {score.verdicts} of {score.claims} claims, same verdict and kind on {score.kinds}."
    )


@exercises.command()
def draft(
    article: Annotated[Path, typer.Argument(help="The article: .txt, .html, .docx or .pdf.")],
    name: Annotated[str, typer.Argument(help="pack/exercise, in small letters, such as my-pack/bridge.")],
    title: Annotated[str, typer.Option(help="What students see above the text.")] = "",
    folder: Annotated[Path, typer.Option(help="Where your packs are.")] = Path("my-exercises"),
) -> None:
    """Write an exercise folder with the machine's answers as a proposed key, for you to correct."""
    import mediakit

    target = packs.place(name, folder)
    found = mediakit.analyze(intake.from_file(article))
    if not found.claims:
        raise catalogue.problem("no_text", f=article)
    made = authoring.save_exercise(found, scoring.sheet_of(found), target, title or article.stem)
    Console().print(
        f"Written: {made}. Now correct key.toml by hand, then: mediakit exercises lint --folder {folder}",
        markup=False, highlight=False,
    )  # fmt: skip


@exercises.command("lint")
def lint_packs(
    pack: Annotated[str, typer.Argument(help="One pack; all without it.")] = "",
    folder: Annotated[Optional[Path], typer.Option(help="A folder of packs of your own.")] = None,  # noqa: UP045 - typer on 3.10
) -> None:
    """Check packs: keys, balance, reading level, names, licences. Says file, place and repair; exit code 1 if anything is found."""
    import mediakit

    found = lint.lint(folder or packs.home(), pack, mediakit.analyze, codec.shipped("notebooks"))
    for finding in found:
        Console().print(str(finding), markup=False, highlight=False, soft_wrap=True)
    if found:
        raise SystemExit(FOUND)
    Console().print("Nothing to mend.")


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
