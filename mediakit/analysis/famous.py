"""People whom a text does not introduce: "Theresa May has spoken. The prime minister did not say when"."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, verbs
from mediakit.analysis.people import Entity
from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FEWEST = 3
"""Times that a text names whom it is about."""
AGE = re.compile(r"[,(] ?(?:aged )?\d{1,2}\b")


def hear_offices(doc: "Doc", entities: list[Entity], lexicon: Lexicon) -> None:
    """Give an office that nobody is said to hold to who acted in the sentence before, where readers know who that is."""
    people = [e for e in entities if e.person]
    known = [e for e in people if _is_known(doc, e, lexicon)]
    for token in doc if known else ():
        if token.lower_ not in lexicon.sole_offices or token.dep_ not in verbs.SUBJECTS:
            continue
        office = _office(token, lexicon)
        if not office or any(office <= {role.lower() for role in e.roles} for e in people):
            continue
        acting = [e for e in people if _acts_before(e, token)]
        if len(acting) == 1 and acting[0] in known:
            acting[0].roles |= office


def _is_known(doc: "Doc", person: Entity, lexicon: Lexicon) -> bool:
    """Is somebody named often, and never said to be anything?"""
    ranks = {role for role in person.roles if lexicon.titles.get(role.lower()) not in ("f", "m")}  # "Mrs"
    if ranks or len(person.mentions) < FEWEST:
        return False
    text = nlp.text(doc)
    aged = any(AGE.match(text, mention.end) for mention in person.mentions)
    named = (nlp.tokens_in(doc, mention)[-1] for mention in person.mentions)
    return not aged and not any(_beside(t) & lexicon.people for t in named)


def _beside(name: "Token") -> set[str]:
    """The nouns that stand beside a name for the same: "the clerk, Ann Stone"."""
    words = [c for c in name.rights if c.dep_ == "appos"] + ([name.head] if name.dep_ == "appos" else [])
    return {w.lower_ for w in words} | {w.lemma_.lower() for w in words}


def _office(noun: "Token", lexicon: Lexicon) -> set[str]:
    """The words of "the president", "the prime minister"; none where more is told of whom it is of."""
    before = [c.lower_ for c in noun.lefts]
    plain = before[:1] == ["the"] and all(word in lexicon.departments for word in before[1:])
    return {*before[1:], noun.lower_} if plain and not any(True for _ in noun.rights) else set()


def _acts_before(person: Entity, noun: "Token") -> bool:
    """Did somebody act in the sentence before, and not only in what another one says?"""
    start = noun.sent.start
    if not start:
        return False
    before = noun.doc[start - 1].sent
    return any(before.start_char <= at < before.end_char and counts >= at for at, counts in person.acts)
