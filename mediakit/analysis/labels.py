"""Labels of a transcript: "Hana Weil:", "HOST:" or "Speaker 1:" before what somebody says, or "WEIL" in a line of its own."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from mediakit.analysis import nlp
from mediakit.analysis.scene import Ruling, Scene
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TIME = r"(?:[\[(]?\d{1,2}(?:[.:]\d{2}){1,2}[\])]?\s+(?:[–—-]\s+)?)?"
ASIDE = r"(?: ?\([^()\n]{1,20}\))?"
NAMED = re.compile(
    rf"^[ \t]*[“\"]?{TIME}([A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){{0,3}}(?: \d{{1,2}})?){ASIDE}:[ \t\n]+(?=[\w“\"‘(\[])",
    re.MULTILINE,
)
ALONE = re.compile(
    rf"^[ \t]*([A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){{0,3}}){ASIDE}[ \t]*\n\s*(?=[\w“\"‘(\[])", re.MULTILINE
)
"""As a play has it."""
FIGURES = re.compile(r"[^\w\n]*\d[\d\W]*(?:\n|\Z)")
"""All of a line: "Weil: 1,201" is a score."""
FIRST, SECOND = "I(?!-)|my|me|we|our|us", "you|your|yours"
FIRST_PERSON = re.compile(rf"\b(?:{FIRST})\b", re.IGNORECASE)
TALK = re.compile(rf"[^\n]*(?:\b(?:{FIRST}|{SECOND})\b|\?[”\"]?[ \t]*$)", re.IGNORECASE | re.MULTILINE)
""" "Is it safe?", "I think so"."""
PARTNERS = 2
"""Speakers who come back."""


def find(doc: "Doc", text: str, lexicon: Lexicon) -> list[tuple[int, int, Span]]:
    """Where each labelled line begins, where its words begin, and the label."""
    return _speaking(doc, text, lexicon, NAMED) or _speaking(doc, text, lexicon, ALONE)


def _speaking(doc: "Doc", text: str, lexicon: Lexicon, form: re.Pattern[str]) -> list[tuple[int, int, Span]]:
    """Labels that name people; "Correction:" and "Editorial:" begin lines, too."""
    speaking = (
        m
        for m in form.finditer(text)
        if _plain(m.group(1)).split()[-1] not in lexicon.headings and FIGURES.match(text, m.end()) is None
    )
    matches = [(m, nlp.tokens_in(doc, Span(*m.span(1)))) for m in speaking]
    times = Counter(_plain(m.group(1)) for m, _ in matches)
    often = {label for label, count in times.items() if count > 1}
    labels = {m.group(1) for m, _ in matches}  # each is asked once, however often it comes back
    known = {_plain(label) for label in labels if _is_surname(label, text)}
    sure = known & often
    sure |= {_plain(m.group(1)) for m, tokens in matches if _is_person(tokens, m.group(1), often, lexicon)}
    roles = {label for label in times if label.rstrip(" 0123456789").split()[-1] in lexicon.roles}
    maybe = {_plain(label) for label in labels if _may_speak(label, lexicon)} & often
    talking = sum(TALK.match(text, m.end()) is not None for m, _ in matches) >= PARTNERS
    if len(sure | maybe) >= PARTNERS and (roles or talking or len(sure) >= PARTNERS):
        sure |= maybe | roles | known  # no "Score:" and "Time:", again and again
    elif form is ALONE:
        return []
    surnames = {label.split()[-1] for label in sure}
    return [
        (m.start(), m.end(), Span(*m.span(1)))
        for m, tokens in matches
        if tokens and (_plain(m.group(1)).split()[-1] in surnames or _initials_of(m.group(1), often, text))
    ]


def _plain(label: str) -> str:
    return " ".join(label.casefold().split())


def _initials_of(label: str, often: set[str], text: str) -> bool:
    """ "HW:", which comes back, after "Hana Weil"."""
    if not re.fullmatch(r"[A-Z]{2,3}", label) or _plain(label) not in often:
        return False
    return re.search(r"\b" + r"[\w’'-]+ ".join(label) + r"[\w’'-]+", text) is not None


def _is_surname(label: str, text: str) -> bool:
    """ "WEIL:" where the text has "Hana Weil", whatever names the model knows."""
    if not re.fullmatch(r"[\w’'-]{3,}", label):
        return False
    return re.search(rf"\b[A-Z][\w’'-]*[a-z] {re.escape(label[0] + label[1:].lower())}\b", text) is not None


def _may_speak(label: str, lexicon: Lexicon) -> bool:
    """A role, a court, the number of a speaker, or a word that is no other noun: "HOST", "The court", "Speaker 2", "REYES"; of capitals any word."""
    words = [w for w in _plain(label).split() if w != "the" and not w.isdigit()]
    if not words or label.isupper():
        return bool(words)
    if words[0] in lexicon.titles or words[-1] in lexicon.people | lexicon.organization_words:
        return True
    return words[-1] not in word_classes("noun") and words[-1].rstrip("s") not in word_classes("noun")


def _is_person(tokens: "list[Token]", label: str, often: set[str], lexicon: Lexicon) -> bool:
    """A label with a first name or a title, or one that comes back and looks like a person."""
    if not tokens:
        return False
    first = tokens[0].lower_
    if len(tokens) > 1 and (lexicon.first_name(first) or first in lexicon.titles):
        return True
    return _plain(label) in often and all(t.ent_type_ == "PERSON" for t in tokens)


def ruling(scene: Scene, label: Span) -> Ruling | None:
    """The kind of a label, whatever word classes the model gives it; None for what must be looked at as any source."""
    entity = scene.persons.at(label)
    if entity is not None:
        return Ruling(Kind.NAMED_PERSON, "name", (label,), entity.name, runner_up=Kind.UNNAMED, entity=entity)
    lexicon = scene.lexicon
    words = [w for w in scene.text(label).split() if w.lower() != "the" and not w.isdigit()]
    last = words[-1].lower() if words else ""
    if last in lexicon.roles:
        return Ruling(Kind.UNNAMED, "door", (label,), runner_up=Kind.VAGUE)
    if last in lexicon.people:
        return Ruling(Kind.VAGUE, "empty", (label,), runner_up=Kind.UNNAMED)
    if last in lexicon.organization_words:
        return Ruling(Kind.ORGANIZATION, "institution", (label,), runner_up=Kind.UNNAMED)
    names = [w for w in words if w.lower() not in lexicon.titles]
    if not names or not all(w.isupper() for w in names):
        return None
    name = " ".join(re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), w) for w in names)
    return Ruling(Kind.NAMED_PERSON, "name", (label,), name, runner_up=Kind.UNNAMED)
