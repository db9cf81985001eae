"""Outlets compared on the screen: say first which one has most of something, then look at the figures and how sure they are."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from mediakit import catalogue, corpus, outlets, pictures
from mediakit.catalogue import Catalogue, problem
from mediakit.model import MediakitError
from mediakit.outlets import Outlet, Row
from mediakit.ui.lesson import Summary

HERE = Path(__file__).parent
FIGURES = ("share_unsourced", "share_hidden", "share_vague", "share_anonymous", "share_unnamed", "share_named_person", "sources")  # fmt: skip
"""Columns of a table that a class can compare, first the one that opens."""
MOST = 30
"""Outlets that are shown, those with most articles."""


class Outlets(anywidget.AnyWidget):
    """`figures` and `names` to choose from; `found` holds picture, rows and lines, and is empty until somebody has guessed."""

    _esm = f"{(HERE / 'parts.js').read_text(encoding='utf-8')}\n{(HERE / 'outlets.js').read_text(encoding='utf-8')}"
    _css = HERE / "reader.css"
    words = traitlets.Dict().tag(sync=True)
    figures: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    names: traitlets.List[str] = traitlets.List().tag(sync=True)
    found = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)

    def __init__(self, rows: list[Row], words: Catalogue) -> None:
        self._words, self._rows = words, _largest(rows)
        figures = [[column, _label(column, words)] for column in FIGURES]
        names = sorted({outlets.outlet_of(row) for row in self._rows})
        super().__init__(words=words.strings, figures=figures, names=names)
        self.on_msg(self._receive)

    def _receive(self, _widget: object, content: Any, _buffers: object) -> None:
        if not isinstance(content, dict) or content.get("do") != "look":
            return
        try:
            self.look(str(content.get("figure")), str(content.get("guess")))
        except MediakitError as error:
            self.status, self.found = self._words.tell(error), {}

    def look(self, figure: str, guess: str) -> Summary:
        """Show a figure after a guess of which outlet has most of it. Raises MediakitError for what there is not."""
        if figure not in FIGURES or guess not in self.names:
            raise problem("outlet_unknown", a=figure if figure not in FIGURES else guess)
        strings, compared = self._words.strings, outlets.compare(self._rows, figure)
        ranked = sorted(compared, key=lambda o: -o.mean)
        self.found = {
            "caption": _label(figure, self._words),
            "picture": pictures.intervals([(o.name, o.mean, o.low, o.high) for o in ranked]),
            "heads": [
                strings["outlets_outlet"],
                strings["outlets_articles"],
                strings["outlets_mean"],
                strings["outlets_interval"],
                strings["outlets_note"],
            ],
            "rows": [_row(o, self._words) for o in ranked],
            "lines": _lines(ranked, guess, self._words),
        }
        self.status = self.found["lines"][0]
        return Summary("\n".join([*self.found["lines"], *(" · ".join(r) for r in self.found["rows"])]))

    def __repr__(self) -> str:
        return f"Outlets({len(self.names)} outlets, {len(self._rows)} articles)"


def _largest(rows: list[Row]) -> list[Row]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[outlets.outlet_of(row)] = counts.get(outlets.outlet_of(row), 0) + 1
    kept = set(sorted(counts, key=lambda name: (-counts[name], name))[:MOST])
    return [row for row in rows if outlets.outlet_of(row) in kept]


def _label(column: str, words: Catalogue) -> str:
    term = column.removeprefix("share_")
    if term == column:
        return words.strings["outlets_sources"]
    return words.strings["outlets_share"].format(a=words.label(term))


def _number(value: float) -> str:
    return f"{value:.2f}"


def _row(outlet: Outlet, words: Catalogue) -> list[str]:
    strings = words.strings
    interval = "–"
    if outlet.low is not None and outlet.high is not None:
        interval = strings["outlets_from_to"].format(a=_number(outlet.low), b=_number(outlet.high))
    note = strings["outlets_few"] if outlet.few else ""
    return [outlet.name or "–", str(outlet.articles), _number(outlet.mean), interval, note]


def _lines(ranked: list[Outlet], guess: str, words: Catalogue) -> list[str]:
    """What the figures say, and no more: those whose intervals reach the first one's cannot be told from it."""
    strings, first = words.strings, ranked[0]
    likely = [o.name or "–" for o in ranked[1:] if outlets.overlap(first, o)]
    lines = [
        strings["outlets_most" if first.name == guess else "outlets_other"].format(
            a=first.name or "–", b=guess or "–"
        )
    ]
    if first.few:
        lines.append(strings["outlets_first_few"].format(a=first.name or "–", b=outlets.FEW))
    if likely:
        lines.append(strings["outlets_close"].format(a=", ".join(likely)))
    elif len(ranked) > 1:
        lines.append(strings["outlets_apart"])
    return [*lines, strings["outlets_machine"]]


def compare(table: str | Path, language: str | None = None) -> Outlets:
    """A table of `mediakit corpus` to compare outlets in. Raises MediakitError for a file that is none."""
    return Outlets(corpus.load(Path(table)), catalogue.load(language))
