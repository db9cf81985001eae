"""The project's own hard texts: short, invented, with their keys in the text, one file a genre.

`{s:source}`, `{q:cue}` and `{c:content}` mark the words (a digit tells attributions apart: `{c2:...}`); each line
`> kind | name | quote type` keys one attribution in their order, `> writer` says that there is none. `%%` parts texts.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from mediakit.taxonomy import Kind, Quote

FOLDER = Path(__file__).parent / "stress"
TAG = re.compile(r"\{([sqc])(\d?):|\}")
NO_DESK = ("anonymity", "broken-lines", "hidden", "marks")
"""Genres that are hard in one way, and no part of a newspaper."""
ROLES = {"s": "source", "q": "cue", "c": "content"}


@dataclass(frozen=True, slots=True)
class Key:
    """What one attribution must be; spans are (start, end) in code points; `name` is "" where none is asked."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    kind: Kind
    name: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a genre, without its marks."""

    genre: str
    text: str
    keys: tuple[Key, ...]


def load(folder: Path = FOLDER) -> list[Text]:
    """All texts, genre by genre. Raises ValueError for a text whose marks and keys do not fit."""
    return [
        parse(block, path.stem)
        for path in sorted(folder.glob("*.txt"))
        for block in path.read_text(encoding="utf-8").split("\n%%\n")
    ]


def parse(block: str, genre: str) -> Text:
    lines = block.strip("\n").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("> "))
    answers = [line[2:] for line in lines if line.startswith("> ") and line != "> writer"]
    text, spans = _without_marks(body)
    if sorted(spans) != [str(n) if n > 1 else "" for n in range(1, len(answers) + 1)] or not any(
        line.startswith("> ") for line in lines
    ):
        raise ValueError(f"{genre}: marks and keys do not fit: {block!r}")
    keys = []
    for number, line in enumerate(answers, 1):
        kind, name, quote = (part.strip() for part in line.split("|"))
        mine = spans[str(number) if number > 1 else ""]
        keys.append(
            Key(
                *(tuple(mine.get(role, ())) for role in ("source", "cue", "content")),
                Kind(kind),
                name,
                Quote(quote),
            )
        )
    return Text(genre, text, tuple(keys))


def _without_marks(body: str) -> tuple[str, dict[str, dict[str, list[tuple[int, int]]]]]:
    parts: list[str] = []
    spans: dict[str, dict[str, list[tuple[int, int]]]] = {}
    opened: list[tuple[str, str, int]] = []
    at = length = 0
    for match in TAG.finditer(body):
        parts.append(body[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match.group(1):
            opened.append((ROLES[match.group(1)], match.group(2), length))
        else:
            role, number, start = opened.pop()
            spans.setdefault(number, {}).setdefault(role, []).append((start, length))
    return "".join([*parts, body[at:]]), spans


def main() -> None:
    """`python -m benchmarks.stress TABLE.csv`: what the analysis says of each, as a table of outlets, one a desk."""
    import sys

    from mediakit import analyze, corpus

    texts = [t for t in load() if t.genre not in NO_DESK]
    rows = [
        corpus.row(corpus.Item(f"{t.genre} {n}", t.genre.replace("-", " "), t.text), analyze)
        for n, t in enumerate(texts, 1)
    ]
    corpus.save(rows, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
