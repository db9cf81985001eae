"""A teacher's draft of a key: each change gives a new draft, so that it can be undone, saved and taken up again. Pure."""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from mediakit import session
from mediakit.model import Answer, MediakitError, Sheet
from mediakit.taxonomy import Kind, Need, Quote, Stance, Verdict

CHOICES = ("verdict", "kind", "need", "quote", "stance")
TEXTS = {"source": 200, "why": 600}
"""Fields of free text and the most characters of each."""
ABOUT = {"title": 120, "name": 120, "level": 10, "licence": 40, "origin": 200}
MOST = 300
"""Steps that can be undone."""
ACCEPTED = {str(word) for group in (Verdict, Kind, Need, Quote, Stance) for word in group}


@dataclass(frozen=True, slots=True)
class Draft:
    """An article with a key in the making; `looked` are the claims that the teacher has decided on.

    `name` is pack/exercise; `level`, `licence` and `origin` go into the pack's table of contents.
    """

    FORMAT: ClassVar[int] = 1
    text: str
    answers: tuple[Answer, ...]
    looked: tuple[str, ...] = ()
    title: str = ""
    name: str = ""
    level: str = "middle"
    licence: str = ""
    origin: str = ""
    format: int = 1

    @property
    def sheet(self) -> Sheet:
        return Sheet(self.answers)


def change(draft: Draft, claim: str, given: dict[str, Any]) -> Draft:
    """One claim answered otherwise: any of the choices, `source`, `why`, and `accept` (words that are right, too).

    Raises MediakitError for a claim or a word that there is not.
    """
    old = draft.sheet.get(claim)
    if old is None:
        raise MediakitError(f"There is no claim {claim!r}. Claims: c1 to c{len(draft.answers)}.")
    if unknown := sorted(set(given) - {*CHOICES, *TEXTS, "accept"}):
        raise MediakitError(f"Claim {claim}: nothing is kept as {unknown[0]!r}.")
    words = {q: str(given[q]) for q in CHOICES if given.get(q)}
    new = session.answer_with(replace(old, sure=None), claim, words) if words else old
    dropped: dict[str, Any] = {q: None for q in CHOICES[1:] if q in given and not given[q]}
    new = replace(new, **dropped)
    for name, longest in TEXTS.items():
        if name in given:
            text: dict[str, Any] = {name: _line(given[name], longest)}
            new = replace(new, **text)
    if "accept" in given:
        new = replace(new, accept=_accepted(claim, given["accept"]))
    place = [a.claim for a in draft.answers].index(claim)
    answers = (*draft.answers[:place], new, *draft.answers[place + 1 :])
    return replace(draft, answers=answers, looked=tuple(dict.fromkeys((*draft.looked, claim))))


def describe(draft: Draft, **about: str) -> Draft:
    """Title, name, level, licence or origin of the exercise."""
    if unknown := sorted(set(about) - set(ABOUT)):
        raise MediakitError(f"Nothing is kept as {unknown[0]!r}.")
    lines: dict[str, Any] = {name: _line(value, ABOUT[name]) for name, value in about.items()}
    return replace(draft, **lines)


def _line(value: object, longest: int) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())[:longest]


def _accepted(claim: str, words: Any) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(str(word) for word in words)) if isinstance(words, (list, tuple)) else ()
    if bad := next((word for word in chosen if word not in ACCEPTED), None):
        raise MediakitError(f"accept has {bad!r}; it must be one of {', '.join(sorted(ACCEPTED))}.")
    return chosen


@dataclass(slots=True)
class History:
    """The drafts before this one and those that were undone."""

    now: Draft
    before: list[Draft] = field(default_factory=list)
    undone: list[Draft] = field(default_factory=list)

    def step(self, after: Draft) -> None:
        if after != self.now:
            self.before = [*self.before[-MOST + 1 :], self.now]
            self.undone = []
            self.now = after

    def undo(self) -> None:
        if self.before:
            self.undone.append(self.now)
            self.now = self.before.pop()

    def redo(self) -> None:
        if self.undone:
            self.before.append(self.now)
            self.now = self.undone.pop()
