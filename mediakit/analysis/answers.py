"""Who answers: whom somebody spoke to, and never who put the question or of whom a sentence tells."""

from typing import TYPE_CHECKING

from mediakit.analysis import verbs
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Scene
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def answering(scene: Scene, pronoun: "Token", gender: str) -> Entity | None:
    """ "She suggested to Mr Moss that he was wrong. “Never,” he replied": whom somebody spoke to in the sentence before."""
    start = pronoun.sent.start
    if pronoun.head.lemma_.lower() not in scene.lexicon.replying or not start:
        return None
    for token in reversed(scene.doc[scene.doc[start - 1].sent.start : start]):
        to = token.dep_ == "pobj" and token.head.lower_ == "to"
        verb = token.head.head if to else token.head
        entity = scene.persons.at(Span(token.idx, token.idx + len(token)))
        if entity is None or not (to or token.dep_ in ("dobj", "dative")) or not entity.may_be(gender):
            continue
        if verbs.speaks(verb, scene.lexicon) or verb.lemma_.lower() in scene.lexicon.asking_verbs:
            return entity
    return None


def not_asking(scene: Scene, pronoun: "Token", gender: str) -> list[Entity]:
    """ "Shaw asked whether he had fed the dog. “Once,” he admitted": anybody but Shaw."""
    fitting = not_told_of(scene, pronoun)
    if not pronoun.sent.start:
        return fitting
    verb = scene.doc[pronoun.sent.start - 1].sent.root
    who = verbs.subject(verb, "nsubj")
    inside = (t for c in verb.rights if c.dep_ in ("ccomp", "xcomp") for t in c.subtree)
    asked = any(scene.lexicon.pronouns.get(t.lower_) == gender for t in inside)
    if who is None or not asked or verb.lemma_.lower() not in scene.lexicon.asking_verbs:
        return fitting
    asker = scene.persons.at(Span(who.idx, who.idx + len(who)))
    return [e for e in fitting if e is not asker]


def not_told_of(scene: Scene, pronoun: "Token") -> list[Entity]:
    """ "Bertha, she argues, is a work of art": anybody but Bertha."""
    before, verb = pronoun.doc[max(0, pronoun.i - 2) : pronoun.i], pronoun.head
    after = pronoun.doc[verbs.end(verb).i + 1 : verbs.end(verb).i + 2]
    aside = [t.text for t in (*before[1:], *after)] == [",", ","]
    if not aside or not verb.tag_.startswith("V") or verb.i < pronoun.i:
        return scene.entities
    named = scene.persons.at(Span(before[0].idx, before[0].idx + len(before[0])))
    return [e for e in scene.entities if e is not named]
