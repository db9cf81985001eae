"""Somebody without a name who spoke last, and may be "he" or "she": "a clerk told us it was late. She wept"."""

from typing import TYPE_CHECKING

from mediakit.analysis import nlp, silent
from mediakit.analysis.coref import Speaker
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Scene
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

ABOUT = 4
"""Attributions of somebody with whom an interview or a portrait goes on."""


def last_unnamed(scene: Scene, entity: Entity | None, gender: str, pronoun: "Token") -> Speaker | None:
    """A speaker without a name who spoke after the last mention of any fitting person: "he" is that one, if no mother."""
    last = scene.last
    if last is None or not last.person:
        return None
    if last.answer.kind is Kind.NAMED_PERSON or last.many:  # type: ignore[attr-defined]
        return None  # "is accused by rights groups. He denies it"
    words = nlp.tokens_in(scene.doc, Span(last.at, last.at + 1))[0].ancestors
    verb = next((a for a in words if a.pos_ == "VERB"), None)
    asked = entity is not None and verb is not None and silent.asked_of(verb, scene.lexicon)
    if last.heads & scene.lexicon.asking or asked:
        return None  # "a reporter asked whether. He answered"
    if last.heads & scene.lexicon.contrary(gender):
        return None
    # "A clerk told her to wait. She wept", "a clerk, who fell out with her, laughed. She wept"
    others = (*verb.rights, *(t for c in verb.lefts for t in c.subtree)) if verb is not None else ()
    objects = [t.lower_ for t in others if t.tag_ == "PRP" and t.dep_ in ("dobj", "dative", "pobj")]
    # "the planner later called her “the most stubborn person”"
    called = verb is not None and verb.lemma_.lower() in scene.lexicon.called_as | scene.lexicon.entitling
    objects += [t.lower_ for t in scene.doc[verb.i + 1 : verb.i + 2]] if called and verb is not None else []
    if entity is not None and any(scene.lexicon.pronouns.get(word) == gender for word in objects):
        return None
    before = pronoun.idx
    named = max((at for at in _mentioned(scene, entity, last, pronoun) if at < before), default=-1)
    return last if last.at > named and not _is_passing(scene, last, entity, before) else None


def _mentioned(scene: Scene, entity: Entity | None, last: Speaker, pronoun: "Token") -> list[int]:
    """Where somebody is named, but not in a quotation, nor by the speaker who goes on.

    Not the Patton of "“He thinks he is Patton,” she said", nor the Stone of "a spokeswoman said Ann Stone was ill. She added"
    or "the mayor said that Stone's plan was cynical. She said".
    """
    if entity is None:
        return []
    unquoted = [m for m in entity.mentions if not _is_quoted(scene, m) and not _is_within(scene, m, last)]
    told = touching(scene.acting.told, Span(last.at, pronoun.sent.start_char))
    goes_on = _goes_on(pronoun, scene.lexicon)
    return [
        m.start
        for m in unquoted
        if not ((goes_on or _owns(scene, m)) and m.start >= last.at and any(t.holds(m) for t in told))
    ]


def _owns(scene: Scene, mention: Span) -> bool:
    """ "Stone's plan"."""
    return any(t.dep_ == "poss" for t in nlp.tokens_in(scene.doc, mention))


def _is_within(scene: Scene, mention: Span, speaker: Speaker) -> bool:
    """The Moor of "the father of Tom Moor told us. He said": that is whose father it is."""
    if mention.start <= speaker.at:
        return False
    first = nlp.tokens_in(scene.doc, Span(speaker.at, speaker.at + 1))[0]
    noun = first.head if first.dep_ in ("det", "amod", "compound") else first
    name = nlp.tokens_in(scene.doc, mention)[-1]
    of = name.head if name.dep_ == "pobj" else name
    return of.lower_ == "of" and of.head == noun


def _is_passing(scene: Scene, last: Speaker, entity: Entity | None, before: int) -> bool:
    """ "The dealer has told a court otherwise. | “I was sorry,” he says" in the next paragraph: not who spoke once, but whom the text is about."""
    ours = sum(s.answer.entity is entity for s in scene.speakers if entity is not None)  # type: ignore[attr-defined]
    once = sum(bool(s.heads & last.heads) for s in scene.speakers) <= 1
    apart = "\n" in nlp.lines(scene.doc)[last.at : before]
    plain = last.answer.kind is not Kind.ANONYMOUS  # type: ignore[attr-defined]
    return ours >= ABOUT and once and apart and plain


def _is_quoted(scene: Scene, mention: Span) -> bool:
    return any(q.holds(mention) for q in touching(scene.page.quoted, mention))


def _goes_on(pronoun: "Token", lexicon: Lexicon) -> bool:
    """ "She added": who spoke before."""
    return pronoun.head.lemma_ in lexicon.going_on
