"""Whom "she", "it", "the official" or "the report" means: who spoke before, or who was only told of."""

import itertools
import re
from typing import TYPE_CHECKING

from mediakit.analysis import (
    bodies,
    coref,
    described,
    doors,
    nameless,
    nlp,
    owners,
    several,
    silent,
    things,
    verbs,
)
from mediakit.analysis.coref import Speaker
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE = re.compile(r"the ((?:\d{1,3}|[a-z]+)[- –]years?[- –]old)")
CHILDREN = re.compile(r"[ -]?of[ -]\w+$")
AGED = 40
"""Characters in which a name follows the age."""
NEXT = 12
"""Characters behind what is told, as of " -- when ", in which a pronoun still stands beside it."""
NEAR = 400
"""Characters behind somebody without a name in which "the official" may be that one."""
LONG = 1000
"""Characters behind somebody who asked for no name, and spoke last, in which "the man" is that one."""
ONE = 250
"""Characters behind a person of unknown gender in which "they" may be that one."""
IT = (bodies.met, things.told_of, things.recorded, things.acted, things.made)
"""What "it" may be, before whoever spoke last."""


def just_named(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "“Not so,” says Emil Rade. The former surveyor maintains": who spoke by name in the sentence before, and had no role yet.

    "The surveyor" alone, or in another paragraph, may be anybody.
    """
    entity, start = scene.last_person, phrase.head.sent.start
    full = len(phrase.base) > 2 and phrase.base[0].lower_ == "the" and phrase.heads & scene.lexicon.roles
    if entity is None or not start or entity.roles or not full or _is_introduced(scene, entity):
        return None
    last = phrase.head.doc[start - 1].sent
    replies = phrase.head.head.lemma_.lower() in scene.lexicon.replying
    if replies and any(t.lemma_.lower() in scene.lexicon.asking_verbs for t in last):
        return None  # "Ben Stone asked whether they knew. They had not, the health secretary replied"
    before = last.start_char
    near = before <= entity.last_before(phrase.head.idx) < phrase.head.sent.start_char
    others = scene.lexicon.contrary(entity.gender)
    known = phrase.heads & others or coref.by_head(scene.speakers, phrase.heads) is not None
    return (
        entity if near and not known and "\n" not in nlp.lines(scene.doc)[before : phrase.head.idx] else None
    )


def by_stand_in(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "Mara Quill lost. The 34-year-old said", "the Finn said": who acted or spoke last, if not somebody without a name."""
    told = phrase.rest and phrase.rest[0].text != ","  # "the Finn from Turku", but "the Finn, who won"
    if phrase.heads & scene.lexicon.epithets and told:
        told = CHILDREN.match(scene.text(phrase.span(phrase.rest))) is None  # "the father of two"
    if told or phrase.plural or not phrase.base or phrase.base[0].lower_ != "the":
        return None
    if (entity := _by_epithet(scene, phrase)) is not None:
        return entity
    aged, at = AGE.fullmatch(" ".join(scene.text(phrase.span()).lower().split())), phrase.tokens[0].idx
    if not aged and phrase.head.text not in scene.lexicon.stand_ins:
        return None
    if aged and _is_aged_other(scene, aged[1], at):
        return None
    entity = (
        _of_age(scene, aged[1], at) if aged else coref.by_role(scene.entities, phrase.head, at, scene.lexicon)
    )
    entity = entity or coref.by_party(scene.entities, phrase.head, at)
    entity = entity or coref.by_pronoun(scene.entities, "", at, scene.last_person, scene.spoke_at)
    return entity if nameless.last_unnamed(scene, entity, "", phrase.head) is None else None


def _by_epithet(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "Kofi Dale scored. The 18-year-old striker said": a word for somebody that nobody was called by before, so that it is who acted last."""
    lexicon, head = scene.lexicon, phrase.head
    called = phrase.heads & lexicon.callings
    if not (called or phrase.heads & lexicon.epithets) or len(phrase.base) < 2:
        return None
    somebodys = (t for t, then in itertools.pairwise(phrase.base) if then.tag_ == "POS")
    if phrase.heads & lexicon.organization_words or any(t.lower_ in lexicon.people for t in somebodys):
        return None  # "the broadcaster" is one that has viewers, "the boy's father" somebody else
    at, words = phrase.tokens[0].idx, {head.lower_, head.lemma_.lower()}
    before = (t for t in scene.doc[: phrase.tokens[0].i] if t.lower_ in words or t.lemma_ in words)
    if any(all(c.lower_ != "the" for c in t.lefts) for t in before):
        return None  # but "the actress is known. The actress said"
    gender = "f" if words & lexicon.women else "m" if words & lexicon.men else ""
    entity = coref.by_pronoun(scene.entities, gender, at, scene.last_person, scene.spoke_at)
    near = entity is not None and 0 <= at - entity.last_before(at) <= NEAR
    if entity is None or (called and entity.roles & lexicon.callings):
        return None  # "Striker Ana Stone left. The goalkeeper said"
    return entity if near and nameless.last_unnamed(scene, entity, gender, head) is None else None


def _of_age(scene: Scene, age: str, before: int) -> Entity | None:
    """ "Mara Quill, 34,", "34-year-old Mara Quill": whose age the text has given so, the last one."""
    text, years = nlp.text(scene.doc), re.escape(re.split(r"[- –]", age)[0])
    told = [
        (mention.start, entity)
        for entity in scene.persons.entities
        for mention in entity.mentions[: entity.before(before)]
        if re.match(rf"[,\s(]{{1,3}}(?:aged )?{years}\b(?![-–])", text[mention.end :][:12])
        or re.search(
            rf"\b{re.escape(age)}\W[^.,;]*$",
            text[max(0, mention.start - AGED) : mention.start],
            re.IGNORECASE,
        )
    ]
    return max(told, key=lambda t: t[0])[1] if told else None


def _is_aged_other(scene: Scene, age: str, before: int) -> bool:
    """Has the text "a 34-year-old man" without a name?"""
    text = nlp.text(scene.doc)
    told = [m.span() for m in re.finditer(re.escape(age), text[:before], re.IGNORECASE)]
    if not told:
        return False
    start, end = told[-1]
    stop = text.find(".", end, end + AGED)
    return scene.persons.at(Span(start, stop if stop >= 0 else end + AGED)) is None


def _is_introduced(scene: Scene, entity: Entity) -> bool:
    """ "His neighbour, Lidia Costas": who is told already, though not by a role."""
    named = (t for mention in entity.mentions for t in nlp.tokens_in(scene.doc, mention))
    return any(t.dep_ == "appos" and t.head.pos_ == "NOUN" for t in named)


def told_with(scene: Scene, pronoun: "Token", gender: str) -> Entity | None:
    """ "Spicer said that Moor was joking when he claimed": who acts in what is told, and no longer who tells it."""
    if not pronoun.i or pronoun.nbor(-1).tag_ not in ("WRB", "IN"):
        return None  # "Needles, she alleges, were used again"
    home = next((t for t in reversed(scene.acting.told) if t.start < pronoun.idx), None)
    if home is None or home.end < pronoun.idx - NEXT or home.start < pronoun.sent.start_char:
        return None
    inside = (t for t in reversed(scene.doc[pronoun.sent.start : pronoun.i]) if t.idx >= home.start)
    subjects = (t for t in inside if t.dep_ in verbs.SUBJECTS and t.pos_ == "PROPN")
    named = (scene.persons.at(Span(t.idx, t.idx + len(t))) for t in subjects)
    return next((e for e in named if e is not None and e.may_be(gender)), None)


def is_another(scene: Scene, pronoun: "Token", gender: str, entity: Entity) -> bool:
    """ "A woman claimed her ex-husband had let down her tyres. He denied it": a name that only a later paragraph has is another man's.

    So is the Kraus of "he said that Kraus had lied".
    """
    first, lexicon = entity.mentions[0].start, scene.lexicon
    if pronoun.idx < first and any(t.idx == first for t in pronoun.head.subtree if t.i > pronoun.head.i):
        return True
    if first < pronoun.idx or "\n" not in nlp.lines(scene.doc)[pronoun.idx : first]:
        return False
    other = lexicon.contrary(gender)
    near = pronoun.doc[max(0, pronoun.sent.start - several.MEANT) : pronoun.sent.start]
    words = ({t.lower_, t.lemma_.lower()} for t in near if t.tag_ == "NN")
    return any(w & lexicon.roles and not w & other for w in words)


def pointing_back(scene: Scene, phrase: Phrase) -> Ruling | None:
    """A pronoun or a definite noun for a speaker that came before; it keeps that speaker's kind."""
    lexicon = scene.lexicon
    gender = lexicon.pronouns.get(phrase.word)
    speaker = None
    if (other := _another(scene, phrase)) is not None:
        return other
    if (counted := several.counted(scene, phrase)) is not None:
        return counted if isinstance(counted, Ruling) else _again(scene, phrase, counted)
    bare = not phrase.rest or phrase.rest[0].text == ","  # "one", "one, dated last May"
    if phrase.heads & lexicon.parts and len(phrase.base) <= 2 and bare:
        speaker = coref.one_of(scene.speakers, phrase.head.idx)
        paper = _one_paper(scene, phrase, speaker)
        if paper is not None:
            return paper
    elif gender == "n":
        speaker = coref.last_of(scene.speakers, thing=True)
        since = speaker.at if speaker else -1
        fresh = next((f for f in (ask(scene, phrase.head, since) for ask in IT) if f is not None), None)
        if fresh is not None or things.several_papers(scene):
            return fresh
    elif gender == "p" and len(phrase.tokens) > 1:
        return None  # "several of them" are not the one who spoke last
    elif gender == "p" and (those := several.those(scene, phrase.head)) is not None:
        return those
    elif gender == "p" and (one := silent.that_one(scene, phrase.head, None, gender)) is not None:
        return one
    elif gender in ("p", "m", "f", "w"):
        mouths = _has_spokesperson(phrase.head, lexicon) or gender not in ("m", "f")
        fitting = [s for s in scene.speakers if mouths or s.person]
        living = [s for s in fitting if _may_be(s, gender, phrase.head.idx, lexicon)]
        speaker = coref.last_of(living, thing=False)
    elif phrase.definite and (not silent.describes(phrase) or _is_same(scene, phrase)):
        again = _noun_again(scene, phrase)
        if again is None or isinstance(again, Ruling):
            return again
        speaker = None if _says_more(scene, phrase, again) else again
    return _again(scene, phrase, speaker) if speaker is not None else None


def _says_more(scene: Scene, phrase: Phrase, before: Speaker) -> bool:
    """ "The only diplomat in the room", where only "a diplomat" stands before."""
    old: Ruling = before.answer  # type: ignore[assignment]
    return old.kind is Kind.VAGUE and doors.by_role(scene, phrase).kind is Kind.UNNAMED


def _has_spokesperson(pronoun: "Token", lexicon: Lexicon) -> bool:
    """Only where "a spokesman shrugs" stands before "he explained" may a firm be "he"."""
    before = pronoun.doc[max(0, pronoun.i - several.MEANT) : pronoun.i]
    return any(t.lower_ in lexicon.spokespeople for t in before)


def _is_same(scene: Scene, phrase: Phrase) -> bool:
    """ "An FSA commander spoke. The FSA commander said": one who spoke under the same words."""
    again = coref.by_head(scene.speakers, phrase.heads)
    if again is None or phrase.plural:
        return False
    words = [t.lower_ for t in phrase.base[1:]]
    start = nlp.tokens_in(scene.doc, Span(again.at, again.at + 1))[0].i + 1
    return len(words) > 1 and [t.lower_ for t in scene.doc[start : start + len(words)]] == words


def _one_paper(scene: Scene, phrase: Phrase, speaker: Speaker | None) -> Ruling | None:
    """ "Some of the slips are sad. One records it. Another says": what shows is a document, not one of those who spoke."""
    deeds, lexicon = verbs.deeds(phrase.head), scene.lexicon
    if any(t.lower_ == "who" for t in phrase.rest):
        return None  # "Messages show it. Another, who sits on the committee, said"
    if not deeds & (lexicon.showing_verbs | lexicon.reading):
        return None
    last = scene.last
    papers = last is not None and last.answer.kind is Kind.DOCUMENT  # type: ignore[attr-defined]
    if last is not None and papers and last.heads & lexicon.parts:
        return _again(scene, phrase, last)
    if speaker is None or papers or deeds & (lexicon.recording | lexicon.reading):
        return things.one_of_those(scene, phrase.head, speaker.at if speaker else -1)
    return None


def _again(scene: Scene, phrase: Phrase, speaker: Speaker) -> Ruling:
    gender, words = scene.lexicon.pronouns.get(phrase.word), (phrase.span(),)
    old: Ruling = speaker.answer  # type: ignore[assignment]
    rule = "pronoun" if gender and old.name and old.kind is Kind.NAMED_PERSON else "same"
    second_hand = old.second_hand or things.second_hand(scene, phrase)
    return Ruling(
        old.kind, rule, words, old.name, old.reason, second_hand, old.issuer, Kind.VAGUE, old.entity
    )


def _another(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "A Norwegian study found none. A British one": a document like the one that spoke last."""
    last = scene.last.answer if scene.last is not None else None
    if (
        isinstance(last, Ruling)
        and phrase.word == "another"
        and last.kind in (Kind.UNNAMED, Kind.VAGUE)
        and not phrase.rest
    ):
        return Ruling(last.kind, "same", (phrase.span(),), runner_up=Kind.VAGUE)  # "another minister"
    if not isinstance(last, Ruling) or last.kind is not Kind.DOCUMENT:
        return None
    alike = phrase.word == "one" and phrase.base[0].lower_ in ("a", "another")
    return Ruling(Kind.DOCUMENT, "same", (phrase.span(),), runner_up=Kind.VAGUE) if alike else None


def _noun_again(scene: Scene, phrase: Phrase) -> Speaker | Ruling | None:
    """ "The official", "the report", "the ministry": who spoke under that noun, or what the text has under it."""
    again = coref.by_head(scene.speakers, phrase.heads)
    if again is not None and _is_one_of(phrase, again):
        again = None
    if again is not None and not _is_others(scene, phrase, again):
        return _of_another(scene, phrase, again) or again
    if (nobody := _nameless(scene, phrase)) is not None:
        return nobody
    if phrase.heads & scene.lexicon.nouns[Kind.DOCUMENT]:
        seen = things.seen_before(scene, phrase)
        if seen is not None:
            return seen
        paper = coref.last_of(scene.speakers, thing=True)
        alike = (
            paper is not None
            and paper.many == phrase.plural
            and len(phrase.base) == 2  # not "the local paper", nor "her research"
            and phrase.base[0].tag_ != "PRP$"
            and phrase.heads & scene.lexicon.papers  # an agreement is not the letter that spoke before
        )
        if paper and alike and paper.answer.kind is Kind.DOCUMENT:  # type: ignore[attr-defined]
            return paper
    return bodies.same_body(scene, phrase)


def _is_others(scene: Scene, phrase: Phrase, speaker: Speaker) -> bool:
    """ "The shadow home secretary" is not the permanent secretary who spoke, nor "the council’s spokesman" that of Halden Water."""
    entity: Entity | None = speaker.answer.entity  # type: ignore[attr-defined]
    if entity is None or entity.person:
        return entity is not None and owners.others(scene, phrase, entity)
    owner = next((t.lower_ for t in phrase.head.lefts if t.dep_ == "poss" and t.pos_ == "NOUN"), "")
    body = owner in scene.lexicon.organization_words - scene.lexicon.generic_bodies
    return body and owner not in entity.words


def _is_one_of(phrase: Phrase, speaker: Speaker) -> bool:
    """ "The authors" are not the lead author alone, who has a name; nor are "officials" the one official."""
    named = speaker.answer.kind is Kind.NAMED_PERSON  # type: ignore[attr-defined]
    if speaker.many and phrase.definite and phrase.head.tag_ == "NN":
        return True  # "Councils say so. The council said"
    bare = phrase.base[0].pos_ not in ("DET", "PRON")
    other = phrase.word not in speaker.heads if named else bare and phrase.head.lower_ not in speaker.heads
    return phrase.plural and not speaker.many and other


def _of_another(scene: Scene, phrase: Phrase, speaker: Speaker) -> Ruling | None:
    """ "The county’s lawyers disagreed. Her lawyers said": whose they are leads to another door than a crowd's."""
    crowd = speaker.answer.kind is Kind.VAGUE  # type: ignore[attr-defined]
    if not crowd or phrase.base[0].tag_ != "PRP$":
        return None
    ruling = doors.by_role(scene, phrase)
    return ruling if ruling.kind is Kind.UNNAMED else None


def _nameless(scene: Scene, phrase: Phrase) -> Speaker | Ruling | None:
    """ "A senior figure at the bank, granted anonymity, disagreed. The official said": whoever spoke or acted last, where neither has more than an empty noun."""
    last = scene.last
    if last is not None and _is_again(scene, phrase, last):
        return last
    if phrase.plural or not phrase.heads & scene.lexicon.empty_heads:
        return None
    start, since = phrase.head.sent.start, last.at if last is not None else -1
    for token in reversed(scene.doc[scene.doc[start - 1].sent.start if start else 0 : start]):
        if token.idx > since and token.pos_ == "NOUN" and silent.brought_in(token):
            span, acting = silent.whole(scene, token)
            if acting is not None and acting.heads & scene.lexicon.empty_heads and not acting.plural:
                return described.anonymous(scene, acting, span)
    if last is None or not last.person:
        return None
    nobody = last.answer.kind in (Kind.ANONYMOUS, Kind.VAGUE)  # type: ignore[attr-defined]
    alike = last.heads & (scene.lexicon.empty_heads | scene.lexicon.nouns[Kind.VAGUE])
    return last if nobody and alike and not last.many and phrase.head.idx - last.at <= NEAR else None


def _is_again(scene: Scene, phrase: Phrase, last: Speaker) -> bool:
    """ "A nurse, who asked not to be named, agreed. The woman said"."""
    lexicon = scene.lexicon
    anybody = lexicon.empty_heads | lexicon.women | lexicon.men | lexicon.nouns[Kind.VAGUE]
    anonymous = last.answer.kind is Kind.ANONYMOUS and not last.many  # type: ignore[attr-defined]
    near = phrase.head.idx - last.at <= LONG and phrase.base[0].tag_ != "PRP$"  # "his wife"
    return anonymous and near and not phrase.plural and bool(phrase.heads & anybody)


def _may_be(speaker: Speaker, gender: str, before: int, lexicon: Lexicon) -> bool:
    """No document; and "they" are not one person whose gender the text tells, or who spoke long ago."""
    old: Ruling = speaker.answer  # type: ignore[assignment]
    known = old.entity is not None and (old.entity.gender or old.entity.heard) != ""
    one = old.kind is Kind.NAMED_PERSON and not speaker.many and (known or before - speaker.at > ONE)
    if gender in ("m", "f") and (speaker.many or (old.entity is not None and not old.entity.may_be(gender))):
        return False
    if speaker.heads & lexicon.contrary(gender):
        return False  # "A woman claimed it. He denied it"
    return old.kind is not Kind.DOCUMENT and not (one and gender == "p")
