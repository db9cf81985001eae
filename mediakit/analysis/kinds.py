"""Which kind a source is, by the decision order of the taxonomy: the first yes wins, and says why."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import coref, doors, nlp, things, verbs
from mediakit.analysis.coref import Speaker
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase, antecedent, parse, past_describing
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

MEANT = 60
"""Words before a sentence in which its "they" may stand."""
READING = frozenset({"read", "run", "begin", "end"})
""" "“We are finished,” runs one"."""
ONE = 250
"""Characters behind a person of unknown gender in which "they" may be that one."""
APPOSITION = 8
"""Words behind a source in which its name may follow: ", Democratic state Sen. Lena Ortiz"."""


def classify(
    scene: Scene,
    source: Span | None,
    cue: Span | None,
    sentence: Span,
    issuer: Span | None = None,
    answers: int | None = None,
) -> Ruling:
    """The ruling for one source; `sentence` is where it stands, `answers` where the answers of an interview begin."""
    if source is None and cue is None and answers is not None:
        return _answering(coref.only_before(scene.persons.entities, answers))
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
        _renamed(scene, phrase, sentence)
        or _name_given(scene, phrase)
        or _named(scene, phrase)
        or _anonymous(scene, phrase, sentence)
        or _pointing_back(scene, phrase)
        or things.document(scene, phrase, issuer or source)
        or things.organization(scene, phrase)
        or doors.by_role(scene, phrase)
    )
    _remember(scene, phrase, ruling)
    return ruling


def _renamed(scene: Scene, phrase: Phrase, sentence: Span) -> Ruling | None:
    """ "“Amira”, whose name has been changed": the name in the text is not the source's."""
    said = scene.statements.of(phrase, sentence) if phrase.head.pos_ == "PROPN" else None
    if said is None or not re.search(scene.lexicon.renamed, scene.text(said.words)):
        return None
    return Ruling(Kind.ANONYMOUS, "anonymity", (said.words,), reason=said.reason, runner_up=Kind.NAMED_PERSON)


def _name_given(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "A baker who gave only his first name, Yusuf": that is a name, though it stands in a clause of its own."""
    begin = phrase.tokens[0].idx
    words = nlp.text(scene.doc)[
        begin : min(phrase.tokens[-1].idx + APPOSITION * 8, phrase.head.sent.end_char)
    ]
    match = re.search(rf"\b{scene.lexicon.given_name}\s+([^\W\d_][\w’'-]+)", words)
    if match is None or phrase.head.pos_ == "PROPN" or not match[1][0].isupper():
        return None
    span = Span(begin + match.start(1), begin + match.end(1))
    entity = scene.persons.at(span)
    if entity is None and match[0].startswith(("named", "called")):
        return None  # "a firm called Alder"
    name = match[1] if entity is None else entity.name
    return Ruling(Kind.NAMED_PERSON, "name", (span,), name, runner_up=Kind.UNNAMED, entity=entity)


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
    scene.speakers.append(Speaker(phrase.tokens[0].idx, heads, ruling, person, thing, phrase.plural))
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
        fresh = _that_one(scene, phrase.head, entity, gender)
        if fresh is not None:
            return fresh
        unnamed = _last_unnamed(scene, entity, gender, head.start)
        if unnamed is None and entity is not None:
            return Ruling(
                Kind.NAMED_PERSON, "pronoun", (head,), entity.name, runner_up=Kind.UNNAMED, entity=entity
            )
        return None
    if (
        (phrase.definite or phrase.bare)
        and not phrase.plural
        and phrase.word in lexicon.roles | lexicon.spokespeople | set(lexicon.titles)
    ):
        entity = coref.by_role(scene.entities, phrase.head, head.start, owned=phrase.base[0].tag_ == "PRP$")
        entity = entity or _just_named(scene, phrase)
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


def _just_named(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "“Not so,” says Emil Rade. The former surveyor maintains": who spoke by name in the sentence before, and had no role yet.

    "The surveyor" alone, or in another paragraph, may be anybody.
    """
    entity, start = scene.last_person, phrase.head.sent.start
    described = len(phrase.base) > 2 and phrase.base[0].lower_ == "the" and phrase.heads & scene.lexicon.roles
    if entity is None or not start or entity.roles or not described:
        return None
    before = phrase.head.doc[start - 1].sent.start_char
    near = before <= entity.last_before(phrase.head.idx) < phrase.head.sent.start_char
    women, men = scene.lexicon.women, scene.lexicon.men
    others = {"m": women, "f": men}.get(entity.gender, frozenset())
    known = phrase.heads & others or coref.by_head(scene.speakers, phrase.heads) is not None
    return (
        entity if near and not known and "\n" not in nlp.lines(scene.doc)[before : phrase.head.idx] else None
    )


def _last_unnamed(scene: Scene, entity: Entity | None, gender: str, before: int) -> Speaker | None:
    """A speaker without a name who spoke after the last mention of any fitting person: "he" is that one, if no mother."""
    if not scene.speakers or not scene.speakers[-1].person:
        return None
    last = scene.speakers[-1]
    if last.answer.kind is Kind.NAMED_PERSON:  # type: ignore[attr-defined]
        return None
    if last.heads & scene.lexicon.asking:  # "a reporter asked whether. He answered"
        return None
    if last.heads & (scene.lexicon.women if gender == "m" else scene.lexicon.men):
        return None
    named = entity.last_before(before) if entity else -1
    return last if last.at > named else None


def _other_body(phrase: Phrase) -> bool:
    """ "The Halden Water spokesman" is not the spokesman of another body."""
    names = [t for t in phrase.tokens if t.pos_ == "PROPN"]
    return bool(names)


def _apposition(scene: Scene, phrase: Phrase) -> Entity | None:
    """`the mayor, Lena Ortiz`: a name right after the comma of a described person, in the source or behind it."""
    last = phrase.tokens[-1]
    behind = list(last.doc[last.i + 1 : last.sent.end][:APPOSITION])
    if len(behind) > 1 and (behind[0].text != "," or phrase.head.pos_ == "PROPN"):
        behind = []
    rest = [t for t in (*phrase.rest, *behind) if not t.is_space]
    for i, token in enumerate(rest[:-1]):
        if token.text == ",":
            begin = rest[past_describing(rest, i + 1)].idx
            entity = scene.persons.at(Span(begin, begin + 1))
            if entity and _owns(entity, begin, phrase.head):  # "its chairman, a Norwood ally"
                entity = None
            if entity and (token.i <= last.i or _closed(entity, begin, scene)):
                return entity
        if token.tag_ in ("WP", "WDT"):
            return None
    return None


def _owns(entity: Entity, begin: int, head: "Token") -> bool:
    """Does the name only describe the noun behind it?"""
    mention = next(m for m in entity.mentions if m.start <= begin < m.end)
    last = nlp.tokens_in(head.doc, mention)[-1]
    return last.dep_ in ("compound", "poss", "nmod", "amod") and last.head.idx >= mention.end


def _closed(entity: Entity, begin: int, scene: Scene) -> bool:
    """Does a comma follow the name? In "said a clerk, Lena Ortiz left" none of the two is the other."""
    mention = next(m for m in entity.mentions if m.start <= begin < m.end)
    return nlp.text(scene.doc)[mention.end : mention.end + 1] in (",", ".")


def _anonymous(scene: Scene, phrase: Phrase, sentence: Span) -> Ruling | None:
    several = scene.lexicon.pronouns.get(phrase.word) == "p"  # "one of them, who declined to be named"
    if phrase.word in scene.lexicon.pronouns and phrase.word not in ("who", "one") and not several:
        return None
    if phrase.head.pos_ == "PROPN" and not phrase.heads & scene.lexicon.roles:
        return None
    said = scene.statements.of(phrase, sentence)
    if said is None:
        return None
    runner_up = doors.by_role(scene, phrase).kind
    return Ruling(Kind.ANONYMOUS, "anonymity", (said.words,), reason=said.reason, runner_up=runner_up)


def _pointing_back(scene: Scene, phrase: Phrase) -> Ruling | None:
    """A pronoun or a definite noun for a speaker that came before; it keeps that speaker's kind."""
    lexicon, words = scene.lexicon, (phrase.span(),)
    gender = lexicon.pronouns.get(phrase.word)
    speaker = None
    if phrase.heads & lexicon.parts and len(phrase.tokens) <= 2:
        speaker = coref.one_of(scene.speakers, phrase.head.idx)
        shown = phrase.head.head.lemma_.lower() in lexicon.showing_verbs | READING
        if shown and (speaker is None or phrase.head.head.lemma_ != "say"):
            paper = things.one_of_those(scene, phrase.head, speaker.at if speaker else -1)
            if paper is not None:
                return paper
    elif gender == "n":
        speaker = coref.last_of(scene.speakers, thing=True)
        since = speaker.at if speaker else -1
        fresh = things.told_of(scene, phrase.head, since) or things.acted(scene, phrase.head, since)
        if fresh is not None:
            return fresh
    elif gender == "p" and len(phrase.tokens) > 1:
        return None  # "several of them" are not the one who spoke last
    elif gender == "p" and (several := _those(scene, phrase.head)) is not None:
        return several
    elif gender in ("p", "m", "f", "w"):
        living = [s for s in scene.speakers if _may_be(s, gender, phrase.head.idx)]
        speaker = coref.last_of(living, thing=False)
    elif phrase.definite and not _describes(phrase):
        again = _noun_again(scene, phrase)
        if again is None or isinstance(again, Ruling):
            return again
        speaker = again
    if speaker is None:
        return None
    old: Ruling = speaker.answer  # type: ignore[assignment]
    rule = "pronoun" if gender and old.name and old.kind is Kind.NAMED_PERSON else "same"
    second_hand = old.second_hand or things.second_hand(scene, phrase)
    return Ruling(
        old.kind, rule, words, old.name, old.reason, second_hand, old.issuer, Kind.VAGUE, old.entity
    )


def _noun_again(scene: Scene, phrase: Phrase) -> Speaker | Ruling | None:
    """ "The official", "the report", "the ministry": who spoke under that noun, or what the text has under it."""
    speaker = coref.by_head(scene.speakers, phrase.heads)
    if speaker is not None:
        return speaker
    if phrase.heads & scene.lexicon.nouns[Kind.DOCUMENT]:
        seen = things.seen_before(scene, phrase)
        if seen is not None:
            return seen
        paper = coref.last_of(scene.speakers, thing=True)
        alike = paper is not None and paper.many == phrase.plural
        if paper and alike and paper.answer.kind is Kind.DOCUMENT:  # type: ignore[attr-defined]
            return paper
    return things.same_body(scene, phrase) if phrase.heads & scene.lexicon.organization_words else None


def _may_be(speaker: Speaker, gender: str, before: int) -> bool:
    """No document; and "they" are not one person whose gender the text tells, or who spoke long ago."""
    old: Ruling = speaker.answer  # type: ignore[assignment]
    known = old.entity is not None and (old.entity.gender or old.entity.heard) != ""
    one = old.kind is Kind.NAMED_PERSON and (known or before - speaker.at > ONE)
    return old.kind is not Kind.DOCUMENT and not (one and gender == "p")


def _those(scene: Scene, pronoun: "Token") -> Ruling | None:
    """ "The authors concede as much. They write": several who were the subject of the sentence before, but did not speak."""
    spoke = scene.speakers[-1].at if scene.speakers else -1
    start = pronoun.sent.start
    if pronoun.head.lemma_.lower() in scene.lexicon.showing_verbs:
        papers = things.one_of_those(scene, pronoun, spoke)
        if papers is not None:
            return papers
    for token in reversed(pronoun.doc[max(0, start - MEANT) : pronoun.i]):
        if token.idx <= spoke:
            return None
        if token.dep_ in verbs.SUBJECTS and token.pos_ != "PRON" and token.head.dep_ == "ROOT":
            phrase = parse(scene.doc, Span(token.left_edge.idx, token.idx + len(token)), scene.lexicon)
            people = scene.lexicon.roles | scene.lexicon.nouns[Kind.VAGUE]
            if phrase is None or not phrase.plural or not phrase.heads & people:
                return None
            return doors.by_role(scene, phrase)
    return None


def _that_one(scene: Scene, pronoun: "Token", entity: Entity | None, gender: str) -> Ruling | None:
    """ "A former curator tells another story. She claims": somebody without a name who acted after anybody with one, and has not spoken."""
    acted = entity.acted_before(pronoun.idx) if entity is not None else -1
    spoke = scene.speakers[-1].at if scene.speakers else -1
    start = pronoun.sent.start
    for token in reversed(pronoun.doc[max(0, start - MEANT) : start]):
        if token.idx <= max(acted, spoke):
            return None
        if _brought_in(token) and token.pos_ != "PRON":
            span = Span(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))
            phrase = parse(scene.doc, span, scene.lexicon)
            if phrase is None or phrase.plural or token.pos_ != "NOUN":
                return None
            if (
                phrase.heads & scene.lexicon.asking
                or _apposition(scene, phrase)
                or _name_given(scene, phrase)
            ):
                return None
            other = scene.lexicon.women if gender == "m" else scene.lexicon.men
            if phrase.definite and phrase.base[0].tag_ != "PRP$":  # "her neighbour" may be new
                return _the_one(scene, phrase, entity)
            some = scene.lexicon.roles | scene.lexicon.spokespeople
            if not phrase.heads & some or phrase.heads & other:
                return None
            return (
                _anonymous(scene, phrase, span)
                or things.organization(scene, phrase)
                or doors.by_role(scene, phrase)
            )
    return None


def _the_one(scene: Scene, phrase: Phrase, entity: Entity | None) -> Ruling | None:
    """ "The president was asked. He replied": who spoke under that noun; or somebody whom no person of the text can be."""
    if not phrase.heads & scene.lexicon.roles:
        return None
    again = coref.by_head(scene.speakers, phrase.heads)
    if again is not None and again.answer.kind is not Kind.NAMED_PERSON:  # type: ignore[attr-defined]
        return again.answer  # type: ignore[return-value]
    held = coref.by_role(scene.entities, phrase.head, phrase.head.idx)
    if (
        again is not None
        or held is not None
        or (entity is not None and not phrase.heads & scene.lexicon.titles.keys())
    ):
        return None
    return doors.by_role(scene, phrase)


def _brought_in(noun: "Token") -> bool:
    """The subject of a sentence, or who "an answer comes from"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "from":
        return noun.head.head.lemma_ == "come"
    main = noun.head.head if noun.head.dep_ == "advcl" else noun.head
    empty = (subject := verbs.subject(main)) is not None and subject.lower_ == "it"
    return noun.dep_ in verbs.SUBJECTS and main.dep_ == "ROOT" and (main == noun.head or empty)


def _describes(phrase: Phrase) -> bool:
    """A definite phrase with names or a place of its own brings in somebody new: "the head of Ferry Lane School"."""
    return any(t.pos_ == "PROPN" for t in phrase.base) or any(t.lower_ == "of" for t in phrase.rest[:1])
