"""Words that the end of a line cut in two, "sug-|gests", as text from a printed page has them.

The analysis reads them whole; every place that it names is one in the text as it was.
"""

import dataclasses
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from mediakit.analysis import headlines
from mediakit.model import Span

CUT = re.compile(
    r"(?<![\w-])(?P<head>[^\W\d_]{2,})(?P<gap>-[ \t]*\n[ \t]*|\u00ad[ \t]*\n?[ \t]*)(?P<tail>[a-z]{2,})(?P<end>[^\s\w-]*)(?=\s|\Z)"
)
"""A soft hyphen also stands in the middle of a line."""
LOOSE = re.compile(r"(?<=\s)\u00ad")
"""A soft hyphen before a word parts nothing."""


@dataclass(frozen=True, slots=True)
class Whole:
    """`text` is as long as the one it was made of; each of `cuts` is where a word's second half was, where it is now, and how far it moved."""

    text: str
    cuts: tuple[tuple[Span, Span], ...] = ()

    def back(self, value: Any) -> Any:
        """The same value, of any of the model's types, with its places in the text as it was."""
        if not self.cuts:
            return value
        if isinstance(value, Span):
            return Span(self._place(value.start), self._place(value.end))
        if isinstance(value, tuple):
            return tuple(self.back(part) for part in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            parts = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
            places = {name: self._place(parts.pop(name)) for name in ("start", "end") if name in parts}
            return dataclasses.replace(
                value, **{name: self.back(part) for name, part in parts.items()}, **places
            )
        return value

    def _place(self, offset: int) -> int:
        at = bisect_right(self.cuts, offset - 1, key=lambda cut: cut[1].start) - 1
        if at < 0:
            return offset
        was, now = self.cuts[at]
        if offset <= now.end:
            return offset + was.start - now.start
        return max(offset, was.end)


def join(text: str, words: headlines.Words) -> Whole:
    """The text with its cut words whole, and the line's end behind them.

    "Well-|known" stays: only what is a word without its hyphen, or stands so elsewhere in the text, is joined.
    """
    text = LOOSE.sub(" ", text)
    parts, cuts, done = [], [], 0
    for cut in CUT.finditer(text):
        whole, soft = cut["head"] + cut["tail"], cut["gap"][0] == "\u00ad"
        if not soft and whole.lower() not in words and not re.search(rf"\b{whole}\b", text):
            continue
        begin, moved = cut.end("head"), cut["tail"] + cut["end"]
        blank = cut["gap"][1:] if "\n" in cut["gap"] else " " * (len(cut["gap"]) - 1)
        parts += [text[done:begin], moved, blank, " "]
        cuts.append((Span(cut.start("tail"), cut.end()), Span(begin, begin + len(moved))))
        done = cut.end()
    return Whole("".join([*parts, text[done:]]), tuple(cuts))
