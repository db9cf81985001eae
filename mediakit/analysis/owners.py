"""Whose officer somebody is: "the union’s president" is not the president of the school board."""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, roles, sources, verbs
from mediakit.analysis.names import initials
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Scene
from mediakit.analysis.sources import Phrase
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

OF = frozenset({"of", "at", "for"})


def teller(phrase: Phrase, lexicon: Lexicon) -> Span | None:
    """ "According to his account", "to Moor's version": who tells it speaks, and no paper."""
    head = phrase.head
    owner = next((c for c in head.lefts if c.dep_ == "poss" and c.tag_ in ("PRP$", "NNP")), None)
    told = head.lemma_.lower() in lexicon.tellings and head.dep_ == "pobj"
    return phrase.span((owner,)) if owner is not None and told else None


def others(scene: Scene, phrase: Phrase, entity: Entity) -> bool:
    """Does a phrase like "the union’s president" tell of another body than the one that a person holds that office in?"""
    own = phrase.span(phrase.tokens)
    names = [nlp.tokens_in(scene.doc, m) for m in entity.mentions if not m.overlaps(own)]
    beside = [(name, roles.described(name)) for name in names]
    held = [token for pair in beside for words in pair for token in words if token.lower_ in phrase.heads]
    if phrase.heads & scene.lexicon.seated and _is_only(scene, phrase):
        return False  # "The Lagan Valley MP", where the text has one MP
    return (
        _other_name(phrase, [_words(scene, (*name, *words)) for name, words in beside], scene.lexicon)
        or _other_noun(phrase, held, scene.lexicon)
        or _other_rank(phrase, held, scene.lexicon)
    )


def _is_only(scene: Scene, phrase: Phrase) -> bool:
    """Has the text one person of that role?"""
    return sum(e.person and bool(e.roles & phrase.heads) for e in scene.entities) == 1


def _words(scene: Scene, beside: "tuple[Token, ...]") -> set[str]:
    """The words beside a name, and the letters of the bodies there: "dup" of "Democratic Unionist Party leader Ada Stone"."""
    bodies = (scene.bodies.at(Span(t.idx, t.idx + len(t))) for t in beside)
    return {t.lower_ for t in beside} | {initials(b.name) for b in bodies if b is not None}


def _other_name(phrase: Phrase, beside: list[set[str]], lexicon: Lexicon) -> bool:
    """ "The Halden Water spokesman" is not another body's, nor a press secretary "the secretary of state"; "the Prime Minister" is nobody's.

    Nor is "the minister, who met Ann Stone" Ann Stone's.
    """
    known = lexicon.titles.keys() | lexicon.departments | {phrase.word}
    own = itertools.takewhile(lambda t: t.tag_ not in verbs.RELATIVE, phrase.tokens)
    named = {t.lower_ for t in own if t.pos_ == "PROPN" and t.text[0].isupper()} - known
    if phrase.rest and phrase.rest[0].lower_ == "of":
        named |= {c.lower_ for c in phrase.rest[0].children if c.dep_ == "pobj" and c.pos_ in sources.NOUNS}
    owner = next((c for c in phrase.head.lefts if c.dep_ == "poss"), None)
    # "Kestrel council's lawyer"
    body = owner is not None and owner.lemma_.lower() in lexicon.organization_words
    if not body and named and named <= lexicon.places and not any(words & lexicon.places for words in beside):
        return False  # "Kestrel’s president" is President Ann Stone
    return bool(named) and not any(named <= words for words in beside)


def _other_rank(phrase: Phrase, held: "list[Token]", lexicon: Lexicon) -> bool:
    """ "The mayor" is not deputy mayor Ann Stone, nor "their teacher" the head teacher."""
    ranks = [_posts(role, lexicon) for role in held]
    return bool(ranks) and not any(rank <= _posts(phrase.head, lexicon) for rank in ranks)


def _posts(role: "Token", lexicon: Lexicon) -> set[str]:
    """The words before a role that make another post of it: the "deputy" of a deputy mayor."""
    before = [t.lower_ for t in role.doc[max(0, role.i - 2) : role.i]]  # "deputy prime minister"
    return {*before, f"{' '.join(before[-1:])} {role.lower_}"} & lexicon.other_posts


def _other_noun(phrase: Phrase, held: "list[Token]", lexicon: Lexicon) -> bool:
    """ "The union’s president" is not "Board president Ann Stone", nor "the fire chief" the chief of police."""
    here = _owners(phrase.head, lexicon)
    if not here:
        return False
    there = set[str]().union(*(_owners(token, lexicon) for token in held))
    return bool(there) and not any(_alike(a, b, lexicon) for a in here for b in there)


def _owners(role: "Token", lexicon: Lexicon) -> set[str]:
    """The bodies without a name that an office belongs to: "union" of "the union’s president" and of "president of the teachers’ union"."""
    beside = [c for c in role.children if c.dep_ in ("compound", "poss", "nmod", "amod")]
    beside += [role.nbor(-1)] if role.i else []  # "First | Minister Ann Stone"
    behind = [o for c in role.children if c.lower_ in OF for o in c.children if o.dep_ == "pobj"]
    words = {t.lemma_.lower() for t in (*beside, *behind)}
    return words & (lexicon.organization_words | lexicon.departments)


def _alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """A hospital’s chief executive may be the trust’s."""
    return one == other or other in lexicon.alike_bodies.get(one, ())
