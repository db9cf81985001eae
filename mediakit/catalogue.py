"""The interface in one language: every string that a student sees, from `lang/<code>.toml`."""

import os
from dataclasses import dataclass
from functools import lru_cache

from mediakit.lexicon import languages
from mediakit.model import MediakitError
from mediakit.taxonomy import QUESTIONS, sign

ENV = "MEDIAKIT_LANGUAGE"
PARTS = ("questions", "terms", "rules", "why_not", "tips", "style", "notes", "errors", "strings")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary, as people meet it.

    `short` is for narrow columns on paper, `hot` is its key in the reader, `mark` the letter of a verdict, `icon` the sign of a kind's group.
    """

    id: str
    label: str
    definition: str
    example: str = ""
    short: str = ""
    hot: str = ""
    mark: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Strings by what they are for; `{a}` and the like are filled in."""

    code: str
    name: str
    terms: dict[str, Term]
    questions: dict[str, str]
    rules: dict[str, str]
    why_not: dict[str, str]
    tips: dict[str, str]
    style: dict[str, str]
    notes: dict[str, str]
    errors: dict[str, str]
    strings: dict[str, str]

    def label(self, term_id: str) -> str:
        return self.terms[term_id].label

    def tell(self, error: MediakitError) -> str:
        """An error in this language; one that no click brings about stays in English."""
        return self.errors[error.key].format(**error.values) if error.key else str(error)

    def group(self, question: str) -> tuple[Term, ...]:
        """The answers to a question, in the order in which they are offered."""
        return tuple(self.terms[word] for word in QUESTIONS[question])


@lru_cache(maxsize=8)
def _load(code: str) -> Catalogue:
    raw = languages().get(code, {})
    if "strings" not in raw:
        known = ", ".join(c for c, r in languages().items() if "strings" in r)
        raise MediakitError(f"The lessons do not speak the language {code!r}; known: {known}.")
    parts = {part: dict(raw[part]) for part in PARTS if part != "terms"}
    terms = {key: Term(id=key, icon=sign(key), **words) for key, words in raw["terms"].items()}
    return Catalogue(code=code, name=raw["name"], terms=terms, **parts)


def load(code: str | None = None) -> Catalogue:
    """The strings of a language; without a code that of the environment variable MEDIAKIT_LANGUAGE, else English.

    Raises MediakitError naming the languages that there are.
    """
    return _load(code or os.environ.get(ENV) or "en")


def problem(key: str, **values: object) -> MediakitError:
    """An error of the catalogue: its message in English, and what another language needs to say it."""
    told = {name: str(value) for name, value in values.items()}
    return MediakitError(_load("en").errors[key].format(**told), key, told)
