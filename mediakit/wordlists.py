"""Lists of words as the files in `lang/` write them, and the tables that come of them."""

import unicodedata
from functools import lru_cache
from importlib.resources import files

Words = frozenset[str]
PLAIN = str.maketrans("łøđıß", "lodis")
"""Letters that have no accent to take away."""


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Lower case without accents: "Martínez" and "Martinez" are one name."""
    apart = unicodedata.normalize("NFKD", name.lower().translate(PLAIN))
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(folded(name).split())


@lru_cache(maxsize=1)
def role_nouns() -> Words:
    """What people are called by trade or office (docs/decisions/0019-role-nouns.md)."""
    return read((files("mediakit") / "lang" / "role-nouns.txt").read_text(encoding="ascii"))


@lru_cache(maxsize=2)
def word_classes(part: str) -> dict[str, str]:
    """The class of each noun, or verb, by its commonest meaning: "artifact", "possession" (training/word_classes.py)."""
    found: dict[str, str] = {}
    for line in (files("mediakit") / "lang" / "word-classes.txt").read_text(encoding="ascii").splitlines():
        name, _, words = line.partition(" ")
        if name.startswith(part):
            found |= dict.fromkeys(words.split(), name.partition(".")[2])
    return found


def read(text: str) -> Words:
    """Words parted by blanks; an underscore stands for a blank inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def by_group(lines: list[str]) -> dict[str, Words]:
    """Words that may stand for each other, as the group (or groups) of each."""
    groups = [read(line) for line in lines]
    return {
        word: frozenset[str]().union(*(g for g in groups if word in g)) for group in groups for word in group
    }


def by_word(table: dict[str, str]) -> dict[str, Words]:
    """A table of words by heading, as the headings of each word."""
    headings: dict[str, set[str]] = {}
    for heading, words in table.items():
        for word in read(words):
            headings.setdefault(word, set()).add(heading)
    return {word: frozenset(found) for word, found in headings.items()}


def by_first_word(phrases: Words) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of two words or more, the longest first, by the first of them."""
    words = sorted((tuple(p.split()) for p in phrases if " " in p), key=lambda w: (-len(w), w))
    return {first: tuple(w for w in words if w[0] == first) for first in {w[0] for w in words}}


def rare_names() -> dict[str, str]:
    """What training/first_names.py wrote, of many countries; a language's own list knows better."""
    lines = (files("mediakit") / "lang" / "first-names.txt").read_text(encoding="utf-8").splitlines()
    return {name: line[0] for line in lines for name in line.split()[1:]}


def gendered(table: dict[str, str]) -> dict[str, str]:
    return {word: gender for gender, words in table.items() for word in words.split()}
