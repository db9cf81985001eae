"""Who a pronoun, a surname or "the minister" means: the last fitting speaker before it."""

from bisect import insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mediakit.analysis.acting import Acting
from mediakit.analysis.people import Entity
from mediakit.analysis.places import Places
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


KNOWN = 20
"""Characters by which a person of the known right gender may stand further off."""

NEXT = 250
"""Characters behind "he" in which the text tells who that is."""

LEADING = 3
"""Times that somebody acts whom a text is about."""

SEVERAL = 900
"""Characters behind several speakers in which "one" and "others" may be of them."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who was made responsible earlier in the text, with what a later word needs to point back."""

    at: int
    heads: frozenset[str]
    answer: object
    person: bool
    thing: bool
    many: bool = False


class Named:
    """Entities by the places where they are named."""

    def __init__(self, entities: list[Entity]) -> None:
        self.entities = entities
        self._mentions = sorted((m, number) for number, e in enumerate(entities) for m in e.mentions)
        self._places = Places([m for m, _ in self._mentions])

    def at(self, span: Span) -> Entity | None:
        """The entity that is mentioned inside a span, the earliest mention first."""
        inside = self._places.overlapping(span)
        if not inside:
            return None
        return self.entities[min((self._mentions[i][0].start, self._mentions[i][1]) for i in inside)[1]]


def by_role(
    entities: list[Entity], role: "Token", before: int, lexicon: Lexicon, *, owned: bool = False
) -> Entity | None:
    """ "The minister": the person of that role who was named last, else the only one whom the text names later, but for "her minister"."""
    words = {role.lower_, role.lemma_.lower()}
    party = {t.lower_ for t in role.lefts if t.ent_type_ == "NORP"}
    beside = {t.lower_ for t in role.lefts if t.dep_ == "compound"}  # the band leader is not the party leader
    persons = [e for e in entities if e.person]
    under = {t.lower_ for t in role.lefts} & lexicon.under
    holders = [e for e in persons if e.roles & words and under <= e.roles]
    if not holders:
        called = [e for e in persons if e.called & words and beside <= e.called | e.roles]
        other = _introduced(role, before) if called else -1
        holders = [e for e in called if other <= e.mentions[0].start]
    if party:  # "the Democratic nominee" is not the Republican one
        holders = [e for e in holders if not e.parties or e.parties & party]
    holders = [e for e in holders if not _is_other(e, persons, role)]
    named = [e for e in holders if e.before(before)]
    if named:
        return max(named, key=lambda e: e.last_before(before))
    return holders[0] if len(holders) == 1 and not owned else None


def _is_other(holder: Entity, persons: list[Entity], role: "Token") -> bool:
    """ "Moor spoke. The president was asked who told him that President Adler had left. The president said": not Adler, who does nothing here, where Moor does all."""
    first = holder.mentions[0].start
    named = {mention.start for mention in holder.mentions}
    if any(counts >= start for start, counts in holder.acts if start in named):
        return False
    before = (t for t in role.doc[1 : role.i] if t.idx < first and t.lower_ == role.lower_)
    called = any(t.nbor(-1).lower_ == "the" and t.nbor(1).tag_ != "NNP" for t in before)
    return called and any(
        sum(counts >= start for start, counts in e.acts if start < role.idx) >= LEADING
        for e in persons
        if e is not holder
    )


def _introduced(role: "Token", before: int) -> int:
    """Where "An official at the ministry disagreed. The official said" has somebody without a name whom the text calls so, last; -1 where it has nobody."""
    some = (t for t in role.doc[: role.i] if t.idx < before and t.lower_ == role.lower_ and t.pos_ == "NOUN")
    new = (t.idx for t in some if any(c.lower_ in ("a", "an", "another", "one") for c in t.lefts))
    return max(new, default=-1)


def by_party(entities: list[Entity], stand_in: "Token", before: int) -> Entity | None:
    """ "The Norwegian", "the Republican": the person who was called so beside the name, the last one."""
    named = [e for e in entities if e.person and stand_in.lower_ in e.parties and e.before(before)]
    return max(named, key=lambda e: e.last_before(before), default=None)


def hear_roles(doc: "Doc", entities: list[Entity], acting: Acting) -> None:
    """ "Whether the mayor would sign": who is meant by a role acts as if by name, so that "she" behind it is the mayor."""
    from spacy import symbols  # it is loaded by now, and slow to load

    kinds = doc.to_array(["DEP", "POS"])  # asking each token for the words costs as much as all else here
    nouns = np.isin(kinds[:, 0], [symbols.nsubj, symbols.nsubjpass]) & (kinds[:, 1] == symbols.NOUN)
    for token in (doc[int(i)] for i in np.flatnonzero(nouns)):
        if token.lower_ not in acting.lexicon.roles:
            continue
        before = [c for c in token.children if c.i < token.i]
        if [c.lower_ for c in before] != ["the"]:
            continue
        entity = by_role(entities, token, token.idx, acting.lexicon)
        place = acting.place([token])
        if entity is not None and place is not None:
            insort(entity.acts, (token.idx, place))


def by_pronoun(
    entities: list[Entity], gender: str, before: int, speaker: Entity | None, spoke_at: int
) -> Entity | None:
    """ "He": the person who acted or spoke last, if the gender fits; a known gender beats an unknown one nearby.

    Without a gender, as in "the Finn", anybody fits.
    Subjects come before objects: in "Moore thanked Adler. He said" it is Moore. Where nobody was named before, it is
    the only one who fits and is named later, or the one who acts right behind.
    """
    anybody = [e for e in entities if e.person and (not gender or e.may_be(gender))]
    fitting = [e for e in anybody if e.before(before) or (e is speaker and spoke_at <= before)]
    if not fitting:
        later = anybody if gender else []
        return later[0] if len(later) == 1 else _introduced_next(later, before)

    def nearness(entity: Entity) -> tuple[float, int]:
        near = entity.near_before(before)
        if entity is speaker and spoke_at <= before:  # the same "he" may say two things
            near = max(near, spoke_at)
        return (near + (KNOWN if entity.gender == gender else 0), entity.last_before(before))

    return max(fitting, key=nearness)


def by_head(speakers: list[Speaker], words: set[str]) -> Speaker | None:
    """ "The report", "the official", "the company": the last speaker with that head word."""
    return next((s for s in reversed(speakers) if s.heads & words), None)


def one_of(speakers: list[Speaker], before: int) -> Speaker | None:
    """ "One of them": those who spoke last as several, and not long ago."""
    return next((s for s in reversed(speakers) if s.many and s.person and before - s.at <= SEVERAL), None)


def last_of(speakers: list[Speaker], *, thing: bool) -> Speaker | None:
    """ "It" means the last institution or document that spoke, "they" whoever spoke last."""
    return next((s for s in reversed(speakers) if s.thing or not thing), None)


def _introduced_next(later: list[Entity], before: int) -> Entity | None:
    """ "He never learned to swim, he told them. | Edwin Stone, who died on Sunday, wrote plays": who it is, the next sentence tells."""
    first = min(later, key=lambda e: e.mentions[0], default=None)
    acts = first is not None and bool(first.acts) and first.acts[0][0] < first.mentions[0].end
    return first if first is not None and acts and first.mentions[0].start - before <= NEXT else None
