"""Edits that make clean newspaper text look like what students paste, with the labels carried along.

An edit is `(start, end, replacement)` on the old text; `apply` carries a span by mapping its two ends.
Line breaks need no edit: the tokenizer reads them as blanks.
"""

import random
import re
from collections import Counter
from collections.abc import Callable

Edit = tuple[int, int, str]
STYLES = {
    "single curly": ("‘", "’", "“", "”"),
    "straight single": ("'", "'", '"', '"'),
    "guillemets": ("«", "»", "“", "”"),
    "straight": ('"', '"', "'", "'"),
    "curly": ("“", "”", "‘", "’"),
}
STYLE_WEIGHTS = (4, 1, 1.5, 2, 1)
SYLLABLES = [
    "ba",
    "ko",
    "ri",
    "ten",
    "mar",
    "lo",
    "va",
    "shi",
    "an",
    "del",
    "or",
    "wick",
    "ham",
    "ny",
    "es",
    "tur",
    "bel",
    "qua",
    "zim",
    "hol",
    "fen",
    "ra",
    "mi",
    "ston",
    "by",
    "gar",
]


def apply(text: str, edits: list[Edit]) -> tuple[str, Callable[[int], int]]:
    """The new text, and a function from an old offset to the new one."""
    edits = sorted(edits)
    parts, shifts, at, shift = [], [], 0, 0
    for start, end, new in edits:
        if start < at:
            continue
        parts += [text[at:start], new]
        at = end
        shifts.append((start, end, shift, len(new)))
        shift += len(new) - (end - start)
    parts.append(text[at:])

    table = [0] * (len(text) + 1)
    position, delta = 0, 0
    for start, end, before, length in shifts:
        for i in range(position, start + 1):
            table[i] = i + before
        for i in range(start + 1, end + 1):
            table[i] = start + before + min(i - start, length) if i < end else start + before + length
        position, delta = end + 1, before + length - (end - start)
    for i in range(position, len(text) + 1):
        table[i] = i + delta
    return "".join(parts), table.__getitem__


def carried(attribution: dict, move: Callable[[int], int]) -> dict[str, list[tuple[int, int]]]:
    """The spans of each role on the new text."""
    return {role: [(move(s), move(e)) for s, e in attribution[role]] for role in ("source", "cue", "content")}


def restyle_quotes(text: str, rng: random.Random) -> list[Edit]:
    style = rng.choices(list(STYLES), STYLE_WEIGHTS)[0]
    opening, closing, inner_open, inner_close = STYLES[style]
    edits: list[Edit] = []
    straight_open = False
    for match in re.finditer(r'["“”]|(?<!\w)[‘\'](?=\w)|(?<=[\w.,?!])[’\'](?!\w)', text):
        mark = match.group()
        if mark == '"':
            straight_open = not straight_open
            new = opening if straight_open else closing
        elif mark in "“”":
            new = opening if mark == "“" else closing
        else:
            new = inner_open if not text[match.start() - 1 : match.start()].strip() else inner_close
        if "\n\n" in text[match.end() : match.end() + 2]:
            straight_open = False
        edits.append((match.start(), match.end(), new))
    return edits


def lose_marks(text: str, rng: random.Random, share: float) -> list[Edit]:
    return [(m.start(), m.end(), "") for m in re.finditer(r'["“”«»]|‘', text) if rng.random() < share]


def lose_spaces(text: str, rng: random.Random, share: float) -> list[Edit]:
    return [
        (m.start(), m.end(), "")
        for m in re.finditer(r"(?<=[a-z][.?!”’])\s+(?=[A-Z“‘])", text)
        if rng.random() < share
    ]


def swap_names(text: str, rng: random.Random) -> list[Edit]:
    """The commonest names of an article become invented ones, so that the tagger learns places, not people."""
    names = Counter(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text))
    chosen = {
        name: "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize()
        for name, count in names.items()
        if count >= 2 and rng.random() < 0.6
    }
    if not chosen:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, chosen))})\b")
    return [(m.start(), m.end(), chosen[m.group()]) for m in pattern.finditer(text)]


def disturb(text: str, rng: random.Random, chances: dict[str, float]) -> tuple[str, Callable[[int], int]]:
    edits: list[Edit] = []
    if rng.random() < chances["swap_names"]:
        edits += swap_names(text, rng)
    if rng.random() < chances["lose_spaces"]:
        edits += lose_spaces(text, rng, chances["lose_each_space"])
    lost = lose_marks(text, rng, chances["lose_each_mark"]) if rng.random() < chances["lose_marks"] else []
    gone = {start for start, _, _ in lost}
    edits += lost
    if rng.random() < chances["restyle_quotes"]:
        edits += [edit for edit in restyle_quotes(text, rng) if edit[0] not in gone]
    return apply(text, edits)
