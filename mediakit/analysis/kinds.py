"""Which kind a source is, by the decision order of the taxonomy: the first yes wins, and says why."""

from dataclasses import replace

from mediakit.analysis import (
    answers,
    back,
    coref,
    described,
    doors,
    interviews,
    labels,
    nameless,
    owners,
    silent,
    things,
    verbs,
)
from mediakit.analysis.coref import Speaker
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase, antecedent, parse
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind


def classify(
    scene: Scene,
    source: Span | None,
    cue: Span | None,
    sentence: Span,
    issuer: Span | None = None,
    answers: int | None = None,
    label: bool = False,
) -> Ruling:
    """The ruling for one source; `sentence` is where it stands, `answers` where the answers of an interview begin.

    `label`: it stands before a turn of a transcript.
    """
    if source is None and cue is None and answers is not None:
        who = interviews.answering(scene.doc, scene.persons.entities, answers, scene.lexicon)
        return _answering(who)
    if source is None:
        adverb = cue is not None and scene.text(cue).lower() in scene.lexicon.adverbs
        rule = "adverb" if adverb else "no_agent" if cue else "no_speaker"
        return Ruling(Kind.HIDDEN, rule, (cue,) if cue else (), runner_up=Kind.VAGUE)
    if label and (labelled := labels.ruling(scene, source)) is not None:
        return labelled
    phrase = parse(scene.doc, source, scene.lexicon)
    if phrase is not None and (meant := antecedent(phrase)) is not None:
        phrase = parse(scene.doc, meant, scene.lexicon)
    if phrase is not None and (teller := owners.teller(phrase, scene.lexicon)) is not None:
        phrase = parse(scene.doc, teller, scene.lexicon)
    if phrase is None:
        return Ruling(Kind.VAGUE, "empty", (source,), runner_up=Kind.HIDDEN)
    ruling = (
        things.known_body(scene, phrase)
        or described.renamed(scene, phrase, sentence)
        or described.name_given(scene, phrase, cue)
        or _named(scene, phrase)
        or described.anonymous(scene, phrase, sentence)
        or back.pointing_back(scene, phrase)
        or things.document(scene, phrase, issuer or source)
        or things.organization(scene, phrase)
        or doors.by_role(scene, phrase)
    )
    ruling = _still_renamed(scene, described.promised(scene, phrase, sentence, ruling))
    _remember(scene, phrase, ruling)
    return ruling


def _still_renamed(scene: Scene, ruling: Ruling) -> Ruling:
    """ "“Bob” (not his real name) agreed. He said": a name that was given up stays given up."""
    if ruling.kind is not Kind.NAMED_PERSON or ruling.entity is None:
        return ruling
    answers = (s.answer for s in scene.speakers if isinstance(s.answer, Ruling))
    given = next((a for a in answers if a.kind is Kind.ANONYMOUS and a.entity is ruling.entity), None)
    reason = given.reason if given is not None else described.given_up(scene, ruling.entity)
    if reason is None:
        return ruling
    return replace(
        ruling, kind=Kind.ANONYMOUS, rule="same", name=None, reason=reason, runner_up=Kind.NAMED_PERSON
    )


def _answering(entity: Entity | None) -> Ruling:
    if entity is None:
        return Ruling(Kind.HIDDEN, "answer", (), runner_up=Kind.VAGUE)
    return Ruling(Kind.NAMED_PERSON, "interview", (), entity.name, runner_up=Kind.HIDDEN, entity=entity)


def _remember(scene: Scene, phrase: Phrase, ruling: Ruling) -> None:
    thing = ruling.kind in (Kind.ORGANIZATION, Kind.DOCUMENT) or phrase.word == "it"
    person = (
        not thing or ruling.rule == "spokesperson" or scene.lexicon.pronouns.get(phrase.word) in ("m", "f")
    )
    heads = frozenset(w for w in phrase.heads if w not in scene.lexicon.pronouns)
    pairs = [(t, t.head) for t in phrase.tokens if t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN")]
    joined = any(phrase.head in pair and pair[1] in phrase.tokens for pair in pairs)
    before = [t.lower_ for t in scene.doc[max(0, phrase.tokens[0].i - 2) : phrase.tokens[0].i]]
    one = before[1:] == ["of"] and before[0] in scene.lexicon.parts  # "one of the cooks"
    many = not one and (phrase.plural or (joined and person))  # "Ortiz and her deputy said"
    thing = thing and not _is_ours(phrase, scene.lexicon)
    scene.speakers.append(Speaker(phrase.tokens[0].idx, heads, ruling, person, thing, many))
    over = verbs.asks(phrase.head, scene.lexicon) or verbs.acts_on_person(phrase.head)
    if ruling.kind is Kind.NAMED_PERSON and not over:
        scene.last_person, scene.spoke_at = ruling.entity, phrase.tokens[0].idx


def _is_ours(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "After this newspaper threatened to sue": no "it" of the text."""
    return phrase.tokens[0].lower_ == "this" and bool(phrase.heads & lexicon.own_papers)


def _first_of(scene: Scene, phrase: Phrase, entity: Entity | None) -> Entity | None:
    """ "Graham and Whitehouse": the first of two stands for both, whatever the model takes them for."""
    joint = next((t for t in phrase.base if t.tag_ == "CC"), None)
    if entity is None or joint is None or joint.i + 1 != phrase.head.i or phrase.base[0] == joint:
        return entity
    first = joint.nbor(-1)
    return scene.persons.at(Span(first.idx, first.idx + len(first))) or entity


def _by_pronoun(scene: Scene, phrase: Phrase, gender: str) -> Ruling | None:
    """Who is "he" or "she"."""
    head = phrase.span((phrase.head,))
    entity = back.told_with(scene, phrase.head, gender) or answers.answering(scene, phrase.head, gender)
    entity = entity or coref.by_pronoun(
        answers.not_asking(scene, phrase.head, gender),
        gender,
        head.start,
        scene.last_person,
        scene.spoke_at,
    )
    entity = entity or silent.unlike(scene, phrase.head, gender)
    fresh = silent.that_one(scene, phrase.head, entity, gender)
    fresh = fresh or silent.met(scene, phrase.head, entity, gender)
    fresh = fresh or silent.asked(scene, phrase.head, entity, gender)
    if fresh is not None:
        return fresh
    unnamed = nameless.last_unnamed(scene, entity, gender, phrase.head)
    if entity is not None and back.is_another(scene, phrase.head, gender, entity):
        entity = None
    if unnamed is None and entity is not None:
        entity.heard = entity.heard or gender  # who was "she" once is no "he"
        return Ruling(
            Kind.NAMED_PERSON, "pronoun", (head,), entity.name, runner_up=Kind.UNNAMED, entity=entity
        )
    return None


def _named(scene: Scene, phrase: Phrase) -> Ruling | None:
    lexicon = scene.lexicon
    head = phrase.span((phrase.head,))
    entity = scene.persons.at(head)
    entity = _first_of(scene, phrase, entity)
    if entity is None:
        asked = (described.title_behind, described.second_role, described.apposition)
        entity = next((e for e in (ask(scene, phrase) for ask in asked) if e is not None), None)
    if entity is not None:
        words = next((m for m in entity.mentions if m.overlaps(phrase.span(phrase.tokens))), head)
        return Ruling(
            Kind.NAMED_PERSON, "name", (words,), entity.name, runner_up=Kind.ORGANIZATION, entity=entity
        )
    gender = lexicon.pronouns.get(phrase.word, "")
    if gender in ("m", "f"):
        return _by_pronoun(scene, phrase, gender)
    if (known := back.by_stand_in(scene, phrase)) is not None:
        words = phrase.span()
        return Ruling(Kind.NAMED_PERSON, "role", (words,), known.name, runner_up=Kind.UNNAMED, entity=known)
    if (
        (phrase.definite or phrase.bare)
        and not phrase.plural
        and (phrase.word in lexicon.speaking_roles or phrase.word in lexicon.titles)
    ):
        fitting = [
            e for e in scene.entities if not e.roles & phrase.heads or not owners.others(scene, phrase, e)
        ]
        entity = coref.by_role(fitting, phrase.head, head.start, lexicon, owned=phrase.base[0].tag_ == "PRP$")
        entity = entity or back.just_named(scene, phrase)
        unnamed = coref.by_head(scene.speakers, phrase.heads)
        newer = unnamed is not None and entity is not None and unnamed.at > entity.last_before(head.start)
        newer = newer and unnamed is not None and unnamed.answer.entity is not entity  # type: ignore[attr-defined]
        if entity is not None and not newer and not owners.others(scene, phrase, entity):
            return Ruling(
                Kind.NAMED_PERSON,
                "role",
                (phrase.span(),),
                entity.name,
                runner_up=Kind.UNNAMED,
                entity=entity,
            )
    return None
