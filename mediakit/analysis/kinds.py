"""Which kind a source is, by the decision order of the taxonomy: the first yes wins, and says why."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, coref, dialogue, names, nlp, people
from mediakit.analysis.coref import Speaker
from mediakit.analysis.people import Entity
from mediakit.analysis.sources import Phrase, antecedent, parse, past_describing
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, text_of
from mediakit.taxonomy import Kind, Reason

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Ruling:
    """The kind of one source, with the rule and the words that decided."""

    kind: Kind
    rule: str
    words: Spans = ()
    name: str | None = None
    reason: Reason | None = None
    second_hand: bool = False
    issuer: str | None = None
    runner_up: Kind | None = None
    entity: Entity | None = None


@dataclass(slots=True)
class Scene:
    """What the text has told so far; filled from attribution to attribution."""

    doc: "Doc"
    lexicon: Lexicon
    entities: list[Entity]
    statements: anonymity.Statements
    speakers: list[Speaker] = field(default_factory=list)
    last_person: Entity | None = None
    spoke_at: int = -1
    persons: coref.Named = field(init=False)
    bodies: coref.Named = field(init=False)

    def __post_init__(self) -> None:
        coref.hear_roles(self.doc, self.entities, self.lexicon)
        self.persons = coref.Named([e for e in self.entities if e.person])
        self.bodies = coref.Named([e for e in self.entities if not e.person])

    def text(self, span: Span) -> str:
        return text_of(nlp.text(self.doc), (span,))


def classify(
    scene: Scene,
    source: Span | None,
    cue: Span | None,
    sentence: Span,
    issuer: Span | None = None,
    content: Span | None = None,
) -> Ruling:
    """The ruling for one source; `sentence` is where it stands."""
    if source is None and cue is None and content is not None and dialogue.is_answer(scene.doc, content):
        return _answering(coref.only_before(scene.persons.entities, content.start))
    if source is None:
        adverb = cue is not None and scene.text(cue).lower() in scene.lexicon.adverbs
        rule = "adverb" if adverb else "no_agent" if cue else "no_speaker"
        return Ruling(Kind.HIDDEN, rule, (cue,) if cue else (), runner_up=Kind.VAGUE)
    phrase = parse(scene.doc, source, scene.lexicon)
    if phrase is not None and (described := antecedent(phrase)) is not None:
        phrase = parse(scene.doc, described, scene.lexicon)
    if phrase is None:
        return Ruling(Kind.VAGUE, "empty", (source,), runner_up=Kind.HIDDEN)
    ruling = (
        _named(scene, phrase)
        or _anonymous(scene, phrase, sentence)
        or _pointing_back(scene, phrase)
        or _document(scene, phrase, issuer or source)
        or _organization(scene, phrase)
        or _by_role(scene, phrase)
    )
    _remember(scene, phrase, ruling)
    return ruling


def _answering(entity: Entity | None) -> Ruling:
    if entity is None:
        return Ruling(Kind.HIDDEN, "answer", (), runner_up=Kind.VAGUE)
    return Ruling(Kind.NAMED_PERSON, "interview", (), entity.name, runner_up=Kind.HIDDEN, entity=entity)


def _remember(scene: Scene, phrase: Phrase, ruling: Ruling) -> None:
    person = ruling.kind is not Kind.ORGANIZATION and ruling.kind is not Kind.DOCUMENT
    heads = frozenset(w for w in phrase.heads if w not in scene.lexicon.pronouns)
    scene.speakers.append(Speaker(phrase.tokens[0].idx, heads, ruling, person, not person, phrase.plural))
    if ruling.kind is Kind.NAMED_PERSON:
        scene.last_person, scene.spoke_at = ruling.entity, phrase.tokens[0].idx


def _named(scene: Scene, phrase: Phrase) -> Ruling | None:
    lexicon = scene.lexicon
    head = phrase.span((phrase.head,))
    entity = scene.persons.at(head)
    if entity is None:
        entity = _apposition(scene, phrase)
    if entity is not None:
        words = next((m for m in entity.mentions if m.overlaps(phrase.span(phrase.tokens))), head)
        return Ruling(
            Kind.NAMED_PERSON, "name", (words,), entity.name, runner_up=Kind.ORGANIZATION, entity=entity
        )
    gender = lexicon.pronouns.get(phrase.word, "")
    if gender in ("m", "f"):
        entity = coref.by_pronoun(scene.entities, gender, head.start, scene.last_person, scene.spoke_at)
        unnamed = _last_unnamed(scene, entity, head.start)
        if unnamed is None and entity is not None:
            return Ruling(
                Kind.NAMED_PERSON, "pronoun", (head,), entity.name, runner_up=Kind.UNNAMED, entity=entity
            )
        return None
    if (
        phrase.definite
        and not phrase.plural
        and phrase.word in lexicon.roles | lexicon.spokespeople | set(lexicon.titles)
    ):
        entity = coref.by_role(scene.entities, phrase.head, head.start)
        unnamed = coref.by_head(scene.speakers, phrase.heads)
        newer = unnamed is not None and entity is not None and unnamed.at > entity.last_before(head.start)
        if entity is not None and not newer and not _other_body(phrase):
            return Ruling(
                Kind.NAMED_PERSON,
                "role",
                (phrase.span(),),
                entity.name,
                runner_up=Kind.UNNAMED,
                entity=entity,
            )
    return None


def _last_unnamed(scene: Scene, entity: Entity | None, before: int) -> Speaker | None:
    """A speaker without a name who spoke after the last mention of any fitting person: "he" is that one."""
    if not scene.speakers or not scene.speakers[-1].person:
        return None
    last = scene.speakers[-1]
    if last.answer.kind is Kind.NAMED_PERSON:  # type: ignore[attr-defined]
        return None
    named = entity.last_before(before) if entity else -1
    return last if last.at > named else None


def _other_body(phrase: Phrase) -> bool:
    """ "The Halden Water spokesman" is not the spokesman of another body."""
    names = [t for t in phrase.tokens if t.pos_ == "PROPN"]
    return bool(names)


def _apposition(scene: Scene, phrase: Phrase) -> Entity | None:
    """`the mayor, Lena Ortiz`: a name right after the comma of a described person."""
    rest = [t for t in phrase.rest if not t.is_space]
    for i, token in enumerate(rest[:-1]):
        if token.text == ",":
            begin = rest[past_describing(rest, i + 1)].idx
            entity = scene.persons.at(Span(begin, begin + 1))
            if entity:
                return entity
        if token.tag_ in ("WP", "WDT"):
            return None
    return None


def _anonymous(scene: Scene, phrase: Phrase, sentence: Span) -> Ruling | None:
    if phrase.word in scene.lexicon.pronouns and phrase.word not in ("who", "one"):
        return None
    if phrase.head.pos_ == "PROPN" and not phrase.heads & scene.lexicon.roles:
        return None
    said = scene.statements.of(phrase, sentence)
    if said is None:
        return None
    runner_up = _by_role(scene, phrase).kind
    return Ruling(Kind.ANONYMOUS, "anonymity", (said.words,), reason=said.reason, runner_up=runner_up)


def _pointing_back(scene: Scene, phrase: Phrase) -> Ruling | None:
    """A pronoun or a definite noun for a speaker that came before; it keeps that speaker's kind."""
    lexicon, words = scene.lexicon, (phrase.span(),)
    gender = lexicon.pronouns.get(phrase.word)
    speaker = None
    if phrase.heads & lexicon.parts and len(phrase.tokens) <= 2:
        speaker = coref.one_of(scene.speakers)
    elif gender == "n":
        speaker = coref.last_of(scene.speakers, thing=True)
    elif gender == "p" and len(phrase.tokens) > 1:
        return None  # "several of them" are not the one who spoke last
    elif gender in ("p", "m", "f", "w"):
        living = [s for s in scene.speakers if s.answer.kind is not Kind.DOCUMENT]  # type: ignore[attr-defined]
        speaker = coref.last_of(living, thing=False)
    elif phrase.definite and not _describes(phrase):
        speaker = coref.by_head(scene.speakers, phrase.heads)
        if speaker is None and phrase.heads & lexicon.nouns[Kind.DOCUMENT]:
            document = coref.last_of(scene.speakers, thing=True)
            if document and document.answer.kind is Kind.DOCUMENT:  # type: ignore[attr-defined]
                speaker = document
        if speaker is None and phrase.heads & lexicon.organization_words:
            return _same_body(scene, phrase)
    if speaker is None:
        return None
    old: Ruling = speaker.answer  # type: ignore[assignment]
    rule = "pronoun" if gender and old.name and old.kind is Kind.NAMED_PERSON else "same"
    second_hand = old.second_hand or _second_hand(scene, phrase)
    return Ruling(
        old.kind, rule, words, old.name, old.reason, second_hand, old.issuer, Kind.VAGUE, old.entity
    )


def _describes(phrase: Phrase) -> bool:
    """A definite phrase with names or a place of its own brings in somebody new: "the head of Ferry Lane School"."""
    return any(t.pos_ == "PROPN" for t in phrase.base) or any(t.lower_ == "of" for t in phrase.rest[:1])


def _same_body(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "The ministry" after "the Ministry of Health": the institution with that word in its name."""
    before = phrase.head.idx
    known = [
        (e.last_before(before), e)
        for e in scene.bodies.entities
        if set(e.words) & phrase.heads and e.before(before)
    ]
    if not known:
        return None
    entity = max(known, key=lambda pair: pair[0])[1]
    return Ruling(
        Kind.ORGANIZATION, "institution", (phrase.span(),), entity.name, runner_up=Kind.VAGUE, entity=entity
    )


def _document(scene: Scene, phrase: Phrase, made_by: Span) -> Ruling | None:
    nouns = scene.lexicon.nouns[Kind.DOCUMENT]
    statement = bool(phrase.heads & scene.lexicon.spokespeople & {"statement"}) and not phrase.definite
    if not statement and (not phrase.heads & nouns or phrase.heads & scene.lexicon.spokespeople):
        return None
    if statement and scene.bodies.at(phrase.span(phrase.tokens)):
        return None  # a named body's statement is the body
    if phrase.head.pos_ == "PROPN" and phrase.heads & scene.lexicon.organization_words:
        return None
    issuer = _maker(scene, phrase, made_by)
    base = [t for t in phrase.base if t.pos_ != "DET" and t.tag_ != "PRP$"]
    name = (
        names.plain_name(nlp.text(scene.doc)[base[0].idx : phrase.head.idx + len(phrase.head)])
        if base
        else None
    )
    return Ruling(
        Kind.DOCUMENT,
        "document",
        (phrase.span(),),
        name,
        second_hand=_second_hand(scene, phrase),
        issuer=issuer.name if issuer else None,
        runner_up=Kind.ORGANIZATION,
    )


def _maker(scene: Scene, phrase: Phrase, made_by: Span) -> Entity | None:
    """Whose document it is: the body named by the head of the issuer, else any in the source."""
    maker = parse(scene.doc, made_by, scene.lexicon)
    if maker is not None and maker.head != phrase.head:
        entity = scene.bodies.at(maker.span((maker.head,)))
        if entity is not None:
            return entity
    return scene.bodies.at(made_by)


def _second_hand(scene: Scene, phrase: Phrase) -> bool:
    """Somebody else obtained it: the words stand in the source or right after it."""
    end = phrase.tokens[-1].idx + len(phrase.tokens[-1])
    near = " ".join(nlp.text(scene.doc)[phrase.tokens[0].idx : end + 60].split()).lower()
    near = near[: near.find(".")] if "." in near[end - phrase.tokens[0].idx :] else near
    return any(words in near for words in scene.lexicon.second_hand)


def _organization(scene: Scene, phrase: Phrase) -> Ruling | None:
    lexicon = scene.lexicon
    if phrase.heads & lexicon.spokespeople:
        body = scene.bodies.at(phrase.span(phrase.tokens)) or _owner(scene, phrase)
        if body is not None:
            return Ruling(
                Kind.ORGANIZATION,
                "spokesperson",
                (phrase.span(),),
                body.name,
                runner_up=Kind.UNNAMED,
                entity=body,
            )
        return None
    if phrase.heads & lexicon.roles and phrase.head.pos_ != "PROPN":
        return None
    body = scene.bodies.at(phrase.span((phrase.head,)))
    plain = " ".join(t.lower_ for t in phrase.base)
    if plain in lexicon.places or plain.removeprefix("the ") in lexicon.places:
        name = body.name if body else names.plain_name(scene.text(phrase.span()))
        return Ruling(Kind.ORGANIZATION, "place", (phrase.span(),), name, runner_up=Kind.VAGUE, entity=body)
    if body is not None and not phrase.heads & lexicon.nouns[Kind.VAGUE]:
        return Ruling(
            Kind.ORGANIZATION, "institution", (phrase.span(),), body.name, runner_up=Kind.VAGUE, entity=body
        )
    if phrase.heads & lexicon.organization_words and not phrase.plural:
        return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), None, runner_up=Kind.VAGUE)
    if phrase.word == "police":
        return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), None, runner_up=Kind.VAGUE)
    return None


def _owner(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "A spokesperson for the company": the body that was named last. A council's one is that of a council."""
    called = {t.lower_ for t in phrase.tokens} & scene.lexicon.organization_words
    if not called:
        return None
    before = phrase.tokens[0].idx
    named = [e for e in scene.bodies.entities if e.before(before)]
    fitting = [e for e in named if set(e.words) & called]
    if not fitting and called & scene.lexicon.generic_bodies:
        lone = sum(e.before(before) for e in named) == 1
        fitting = [e for e in named if lone or set(e.words) & scene.lexicon.organization_words]
    return max(fitting, key=lambda e: e.last_before(before), default=None)


def _by_role(scene: Scene, phrase: Phrase) -> Ruling:
    """The door test: a role with something that narrows it is unnamed, all else is vague."""
    lexicon, words = scene.lexicon, (phrase.span(phrase.tokens),)
    if (
        phrase.head.pos_ == "PROPN"
        and phrase.head.text[:1].isupper()
        and not phrase.heads & (lexicon.nouns[Kind.VAGUE] | lexicon.roles)
    ):
        name = names.plain_name(scene.text(phrase.span()))
        return Ruling(Kind.NAMED_PERSON, "name", (phrase.span(),), name, runner_up=Kind.ORGANIZATION)
    anchored = _anchored(phrase, lexicon)
    if _leads_to_a_door(phrase, lexicon, anchored):
        return Ruling(Kind.UNNAMED, "door", words, runner_up=Kind.VAGUE)
    return Ruling(
        Kind.VAGUE, "crowd" if phrase.plural and anchored else "empty", words, runner_up=Kind.UNNAMED
    )


def _leads_to_a_door(phrase: Phrase, lexicon: Lexicon, anchored: bool) -> bool:
    empty = bool(phrase.heads & lexicon.empty_heads)
    few = any(t.lower_ in lexicon.quantifiers or t.like_num for t in phrase.base if t is not phrase.head)
    employer = any(
        t.tag_ == "POS" or t.ent_type_ in ("ORG", "PERSON") for t in phrase.tokens if t is not phrase.head
    )
    if phrase.plural:
        if empty:
            return phrase.word == "officials" and employer
        crowd = bool(phrase.heads & lexicon.nouns[Kind.VAGUE])
        return bool(phrase.heads & lexicon.roles) and (employer or (anchored and (few or not crowd)))
    if empty:
        return False
    role = bool(phrase.heads & lexicon.roles)
    return anchored or (role and phrase.definite)


def _anchored(phrase: Phrase, lexicon: Lexicon) -> bool:
    """A place, employer or event: a name or owner before the head, or a preposition or clause with a noun after it."""
    before = [t for t in phrase.base if t is not phrase.head]
    if any(
        t.pos_ == "PROPN" or t.tag_ in ("POS", "PRP$") or t.ent_type_ in people.INSTITUTIONS for t in before
    ):
        return True
    if not phrase.plural and any(t.lower_ in lexicon.organization_words for t in before):
        return True  # "a council spokesman"
    rest = [t for t in phrase.rest if not t.is_space]
    after = " ".join(t.lower_ for t in rest)
    prepositions = any(after.startswith(a + " ") or f" {a} " in after[:40] for a in lexicon.anchors)
    clause = after.startswith("who ") and bool(
        phrase.heads & lexicon.roles
    )  # "engineers who inspected the mill"
    return (prepositions or clause) and any(t.pos_ in ("NOUN", "PROPN") for t in rest)
