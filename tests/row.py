"""One row of the tables of invented sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One text, and one attribution that must be found in it; None is not asked, "" is none; `whole`: neither content nor source is longer than that."""

    text: str
    content: str
    source: str | None = None
    kind: str | None = None
    name: str | None = None
    quote: str | None = None
    stance: str | None = None
    reason: str | None = None
    continued: bool | None = None
    cue: str | None = None
    whole: bool = False
    fails: str = ""
