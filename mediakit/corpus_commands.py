"""`mediakit corpus`: many articles to one table, outlets compared, articles picked for a lesson."""

from pathlib import Path
from typing import Annotated, Any, Optional

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table
from typer.core import TyperGroup

from mediakit import corpus, outlets
from mediakit.corpus import Item, Results


class Reading(TyperGroup):
    """`mediakit corpus FOLDER` reads; `compare` and `pick` are words of their own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] != "--help":
            args = ["read", *args]
        found: list[str] = super().parse_args(ctx, args)
        return found


app = typer.Typer(
    no_args_is_help=True,
    help="Read many articles into one table; compare outlets; pick articles for a lesson.",
)


@app.command("read")
def read(
    source: Annotated[Path, typer.Argument(help="A folder (its folders are outlets), or a .jsonl file with a text in each line.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The table: .parquet or .csv.")] = Path("table.parquet"),
    workers: Annotated[int, typer.Option(min=1, help="Processes on this machine.")] = 1,
    scheduler: Annotated[Optional[str], typer.Option(help="Address of a Dask scheduler, to use many machines.")] = None,  # noqa: UP045 - typer on 3.10
) -> None:  # fmt: skip
    """Read every article. A run that was stopped goes on where it was; a bad article is listed and stops nothing."""

    def results(todo: list[Item]) -> Results:
        return corpus.on_dask(todo, scheduler) if scheduler else corpus.here(todo, workers)

    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("Reading", total=None)
        bad = corpus.run(source, output, results, lambda done, of: bar.update(task, completed=done, total=of))
    console = Console()
    for name, reason in bad:
        console.print(f"{name}: {reason}", markup=False, highlight=False, soft_wrap=True)
    console.print(
        f"Written: {output}; {len(bad)} articles could not be read.",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )


@app.command("compare")
def compare(
    table: Annotated[Path, typer.Argument(help="A table that `corpus read` wrote.")],
    column: Annotated[
        str, typer.Option(help="Which figure, such as share_unsourced or share_hidden.")
    ] = "share_unsourced",
) -> None:
    """Each outlet's mean with the interval that chance allows; outlets with few articles are flagged."""
    shown = Table("outlet", "articles", "mean", "95 % interval", "", title=column)
    for o in outlets.compare(corpus.load(table), column):
        interval = "–" if o.low is None else f"{o.low:.3f} to {o.high:.3f}"
        shown.add_row(
            escape(o.name or "–"),
            str(o.articles),
            f"{o.mean:.3f}",
            interval,
            "too few articles to say much" if o.few else "",
        )
    Console().print(shown)


@app.command("pick")
def pick(
    table: Annotated[Path, typer.Argument(help="A table that `corpus read` wrote.")],
    level: Annotated[str, typer.Option(help="easy, middle or hard.")] = "middle",
    count: Annotated[int, typer.Option(min=1, help="How many.")] = 10,
) -> None:
    """Articles of a level that would make a balanced lesson, best first."""
    shown = Table("article", "outlet", "claims", "writer's own", "sources")
    for row in outlets.pick(corpus.load(table), level, count):
        shown.add_row(
            escape(str(row["id"])),
            escape(str(row["outlet"])),
            str(row["claims"]),
            f"{row['share_unsourced']:.0%}",
            str(row["sources"]),
        )
    Console().print(shown)
