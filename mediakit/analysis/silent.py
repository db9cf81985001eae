"""Somebody who acted and has not spoken yet: "A former curator tells another story. She claims"."""

from typing import TYPE_CHECKING

from mediakit.analysis import coref, described, doors, offices, several, things, verbs
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase, parse
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def that_one(scene: Scene, pronoun: "Token", entity: Entity | None, gender: str) -> Ruling | None:
    """ "A former curator tells another story. She claims": somebody without a name who acted after anybody with one, and has not spoken."""
    acted = entity.acted_before(pronoun.idx) if entity is not None else -1
    spoke = _spoke(scene, gender)
    start = pronoun.sent.start
    for token in (
        *_in_clause(pronoun, scene.lexicon),
        *reversed(pronoun.doc[max(0, start - several.MEANT) : start]),
    ):
        if min(token.idx, token.left_edge.idx) <= max(acted, spoke):
            return None
        if token.idx > pronoun.sent[0].idx or (
            token.pos_ != "PRON" and (brought_in(token) or _in_paper(token, scene.lexicon))
        ):
            span, phrase = whole(scene, token)
            office = phrase is not None and _is_office(phrase, scene.lexicon)
            if phrase is None or phrase.plural or not (token.pos_ == "NOUN" or office):
                return None
            if (
                (entity is not None and asked_of(token.head, scene.lexicon))
                or phrase.heads & scene.lexicon.asking
                or described.apposition(scene, phrase)
                or described.name_given(scene, phrase, None)
            ):
                return None
            other = scene.lexicon.contrary(gender)
            if phrase.definite and phrase.base[0].tag_ != "PRP$" and (office or not describes(phrase)):
                return described.anonymous(scene, phrase, span) or _the_one(scene, phrase, entity)
            some = scene.lexicon.speaking_roles
            if not phrase.heads & some or phrase.heads & other:
                return None
            return (
                described.anonymous(scene, phrase, span)
                or things.organization(scene, phrase)
                or doors.by_role(scene, phrase)
            )
    return None


def _spoke(scene: Scene, gender: str) -> int:
    """Where somebody spoke last who may be meant: no "videos that say so" by "he"."""
    if gender not in ("m", "f"):
        return scene.last_at
    living = (s.at for s in reversed(scene.speakers) if s.answer.kind is not Kind.DOCUMENT)  # type: ignore[attr-defined]
    return next(living, -1)


def unlike(scene: Scene, pronoun: "Token", gender: str) -> Entity | None:
    """ "Nino Bell leads the party. She said": where nobody in the text may be "she", who acted right before, whatever the first name is elsewhere."""
    if any(e.person and e.may_be(gender) for e in scene.entities) or not pronoun.sent.start:
        return None
    home = pronoun.doc[pronoun.sent.start - 1].sent
    subject = verbs.subject(home.root, "nsubj")
    others = scene.lexicon.speaking_roles | scene.lexicon.titles.keys()
    if subject is None or any(t.lower_ in others for t in home if subject not in t.ancestors):
        return None
    return scene.persons.at(Span(subject.idx, subject.idx + len(subject)))


def met(scene: Scene, pronoun: "Token", entity: Entity | None, gender: str) -> Ruling | None:
    """ "She poured tea for a man in grey. He looked up. “So were they,” he said": whom somebody else met, and nobody whom the sentence names."""
    doc, same = pronoun.doc, scene.lexicon.women if gender == "f" else scene.lexicon.men
    home = doc[max(pronoun.sent.start - 1, 0)].sent
    mine = any(t.dep_ == "nsubj" and scene.lexicon.pronouns.get(t.lower_) == gender for t in home)
    home = doc[max(home.start - 1, 0)].sent if mine else home  # past "he looked up"
    someone = next((t for t in reversed(home) if t.tag_ == "NN" and t.lower_ in same), None)
    if someone is None or someone.i >= pronoun.i or someone.dep_ not in ("dobj", "pobj", "dative", "poss"):
        return None
    if scene.page.quoting(someone):
        return None  # "“I am a mum with a lock.” On Friday she said": nobody whom she met
    named = entity.last_before(pronoun.idx) if entity is not None else -1
    spoke = scene.last_at
    hims = any(scene.lexicon.pronouns.get(t.lower_) == gender for t in home)
    # "it was his mother's favourite. She used to say"
    new = any(c.lower_ in ("a", "an") or (c.tag_ == "PRP$" and someone.dep_ == "poss") for c in someone.lefts)
    # "her brother's sauce. He says": whom the text names further on
    later = someone.dep_ == "poss" and named < 0
    if hims or not new or later or named >= home.start_char or spoke > someone.idx:
        return None
    _, phrase = whole(scene, someone)
    return doors.by_role(scene, phrase) if phrase is not None else None


def asked(scene: Scene, pronoun: "Token", entity: Entity | None, gender: str) -> Ruling | None:
    """ "I asked a former engineer, who didn’t want his name in print, if it was true. He laughed. “No,” he said": whom the writer spoke to last."""
    doc, lexicon = pronoun.doc, scene.lexicon
    meeting = lexicon.asking_verbs | lexicon.meeting
    since = max(scene.last_at, entity.last_before(pronoun.idx) if entity is not None else -1)
    for token in reversed(doc[max(0, pronoun.sent.start - several.MEANT) : pronoun.sent.start]):
        if token.idx <= since:
            return None
        verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("to", "with") else token.head
        us = verbs.subject(verb, "nsubj") if token.dep_ in ("dobj", "dative", "pobj") else None
        spoken = verb.lemma_.lower() in meeting
        if us is None or lexicon.pronouns.get(us.lower_) != "s" or not spoken or scene.page.quoting(token):
            continue
        if token.pos_ == "PRON":
            return None  # "I asked her": who she is, stands before
        span, phrase = whole(scene, token)
        if phrase is None or phrase.plural or phrase.heads & lexicon.contrary(gender):
            return None
        known = phrase.heads & (lexicon.speaking_roles | lexicon.people)
        if not known or phrase.definite or described.apposition(scene, phrase):
            return None
        return described.anonymous(scene, phrase, span) or doors.by_role(scene, phrase)
    return None


def _is_office(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "The Prime Minister", which looks like a name."""
    run = [t for t in phrase.base if t.pos_ != "DET"]
    return bool(run) and phrase.head.pos_ == "PROPN" and offices.is_office(run, lexicon, set())


def _in_clause(pronoun: "Token", lexicon: Lexicon) -> "list[Token]":
    """ "When the owner returned he said": the subject of the clause before, if that one did not ask.

    So is the spokesman of "a spokesman refused to discuss what he called “gossip”".
    """
    if any(c.lower_ == "what" for c in pronoun.head.lefts):
        over = (verbs.subject(a, "nsubj") for a in pronoun.head.ancestors)
        return [s for s in over if s is not None and s.pos_ == "NOUN" and s.i < pronoun.i][:1]
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    if not len(before) or before[0].lower_ not in lexicon.openers:
        return []
    subjects = [t for t in before if t.dep_ == "nsubj" and t.pos_ == "NOUN"][:1]
    return [s for s in subjects if not asked_of(s.head, lexicon)]


def whole(scene: Scene, noun: "Token") -> tuple[Span, Phrase | None]:
    """A noun with all that belongs to it."""
    span = Span(noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
    return span, parse(scene.doc, span, scene.lexicon)


def _the_one(scene: Scene, phrase: Phrase, entity: Entity | None) -> Ruling | None:
    """ "The president was asked. He replied": who spoke under that noun; or somebody whom no person of the text can be."""
    if not phrase.heads & scene.lexicon.roles:
        return None
    again = coref.by_head(scene.speakers, phrase.heads)
    if again is not None and again.answer.kind is not Kind.NAMED_PERSON:  # type: ignore[attr-defined]
        return again.answer  # type: ignore[return-value]
    held = coref.by_role(scene.entities, phrase.head, phrase.head.idx, scene.lexicon)
    apart = phrase.heads & scene.lexicon.titles.keys() or _is_nameless(phrase, scene.lexicon)
    if again is not None or held is not None or (entity is not None and not apart):
        return None
    return doors.by_role(scene, phrase)


def _is_nameless(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "The surgeon, who has not been named"."""
    named = (t for t in phrase.rest if t.lemma_ in lexicon.identifying)
    return any(c.dep_ == "neg" for t in named for c in t.lefts)


def brought_in(noun: "Token") -> bool:
    """The subject of a sentence, or who "an answer comes from"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "from":
        return noun.head.head.lemma_ == "come"
    main = noun.head.head if noun.head.dep_ == "advcl" else noun.head
    empty = (subject := verbs.subject(main)) is not None and subject.lower_ == "it"
    return noun.dep_ in verbs.SUBJECTS and main.dep_ == "ROOT" and (main == noun.head or empty)


def _in_paper(noun: "Token", lexicon: Lexicon) -> bool:
    """ "A memo suggests that the minister thinks it worthless. In it he writes": whom a paper tells of."""
    main = noun.head.head if noun.dep_ in verbs.SUBJECTS and noun.head.dep_ == "ccomp" else None
    paper = verbs.subject(main, "nsubj") if main is not None and main.dep_ == "ROOT" else None
    return paper is not None and paper.lemma_.lower() in lexicon.nouns[Kind.DOCUMENT]


def describes(phrase: Phrase) -> bool:
    """A definite phrase with names or a place of its own brings in somebody new: "the head of Ferry Lane School"."""
    return any(t.pos_ == "PROPN" for t in phrase.base) or any(t.lower_ == "of" for t in phrase.rest[:1])


def asked_of(verb: "Token", lexicon: Lexicon) -> bool:
    """ "A nurse asked her about it": no wish, but a question."""
    wish = any(
        c.dep_ in ("xcomp", "ccomp") and c.left_edge.lower_ in ("to", "that", "for") for c in verb.rights
    )
    return verb.lemma_.lower() in lexicon.asking_verbs and not wish
