"""What sort of thing a noun names and what a verb tells of: `python -m training.word_classes WORDNET`.

Writes `mediakit/lang/word-classes.txt`: the one-word nouns and verbs of WordNet 3.0 that are not rare, by the lexicographers'
file in which their commonest meaning stands ("noun.artifact", "verb.possession"). `mediakit/analysis/needs.py` asks for them.
Needs `pip install wordfreq`; WORDNET may be Debian's /usr/share/wordnet (package wordnet-base).
"""

import argparse
import textwrap
from pathlib import Path

from mediakit import lexicon
from training.role_nouns import WIDTH, lines

OUT = Path(lexicon.__file__).parent / "lang" / "word-classes.txt"
FILES = {
    "noun": """
Tops act animal artifact attribute body cognition communication event feeling food group location motive object person phenomenon
plant possession process quantity relation shape state substance time
""",
    "verb": """
body change cognition communication competition consumption contact creation emotion motion perception possession social stative
weather
""",
}
"""The lexicographers' files by their numbers (lexnames(5WN))."""
FIRST = {"noun": 3, "verb": 29}
LEAST = 3.0
"""Zipf frequency: once in a million words."""


def classes(folder: Path, part: str) -> dict[str, str]:
    """The class of each word that is written small, by its commonest meaning."""
    number = {offset: int(file) for offset, file, *_ in lines(folder / f"data.{part}")}
    first = {word: rest[int(count) + 2] for word, _, _, count, *rest in lines(folder / f"index.{part}")}
    names = FILES[part].split()
    return {w: names[number[at] - FIRST[part]] for w, at in first.items() if w.isalpha()}


def main() -> None:
    from wordfreq import zipf_frequency

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    given = parser.parse_args()
    rows, count = [], 0
    for part in FILES:
        found = classes(given.wordnet, part)
        for name in FILES[part].split():
            words = sorted(w for w, c in found.items() if c == name and zipf_frequency(w, "en") >= LEAST)
            count += len(words)
            rows += [f"{part}.{name} {row}" for row in textwrap.wrap(" ".join(words), WIDTH)]
    OUT.write_text("\n".join(rows) + "\n", encoding="ascii")
    print(f"{count} words in {OUT.name}")


if __name__ == "__main__":
    main()
