"""What the parse says of a verb: is it passive, who is its subject, which one is the main verb of a cue."""

from typing import TYPE_CHECKING

from mediakit.analysis import nlp
from mediakit.analysis.spans import Tagged
from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
FINITE = ("VBD", "VBZ", "VBP")


def passive(verb: "Token") -> bool:
    """Is this the main verb of a passive?"""
    return verb.tag_ == "VBN" and any(
        c.dep_ in ("auxpass", "nsubjpass") or (c.lemma_ == "be" and c.i < verb.i) for c in verb.children
    )


def main(cue: Tagged | None, doc: "Doc") -> "Token | None":
    """The main verb of a cue."""
    verbs = [t for t in nlp.tokens_in(doc, cue.span) if t.tag_.startswith("V")] if cue is not None else []
    if not verbs:
        return None
    last = verbs[-1]
    return last.head if last.dep_ in ("aux", "auxpass") and last.head.tag_.startswith("V") else last


def subject(verb: "Token", *kinds: str) -> "Token | None":
    """The verb's own subject: of these kinds, or of any."""
    return next((c for c in verb.children if c.dep_ in (kinds or SUBJECTS)), None)


def leant_on(verb: "Token") -> "Token | None":
    """The subject of a verb, or of the verb that it leans on: "the world watches, knowing"."""
    return next((s for t in (verb, verb.head, verb.head.head) if (s := subject(t)) is not None), None)


def speaks(verb: "Token", lexicon: Lexicon) -> bool:
    """Is this a verb of speaking, alone or with its particle: "say", "point out"?"""
    lemma = verb.lemma_.lower()
    return lemma in lexicon.stances or any(
        f"{lemma} {c.lower_}" in lexicon.stances for c in verb.rights if c.dep_ == "prt"
    )


def end(verb: "Token") -> "Token":
    """The verb or, where it has one behind it, its particle."""
    return next((c for c in verb.rights if c.dep_ == "prt" and c.i == verb.i + 1), verb)


def hears(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The inquest heard that", "the story goes": those who sit and listen do not speak, nor does what goes round."""
    listener = subject(verb, "nsubj")
    if verb.lemma_ in lexicon.hearing and not any(c.i > verb.i for c in verb.children if not c.is_punct):
        return listener is not None and listener.lemma_.lower() in lexicon.hearers  # "..., inquiry told"
    silent = {"hear": lexicon.hearers, "go": lexicon.going_round}.get(verb.lemma_, frozenset())
    return listener is not None and listener.lemma_.lower() in silent
