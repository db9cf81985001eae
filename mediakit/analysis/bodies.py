"""Bodies that the text has named before: which one "the company", "the ministry" or "the zoo" is."""

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mediakit.analysis import coref, joints, names, nlp, verbs
from mediakit.analysis.people import PLACES, Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching
from mediakit.taxonomy import Kind
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_BODY = ("GPE", "LOC", "NORP", "PERSON", "DATE")
SPOKE = 1000
"""Characters behind a body that spoke in which "the whistleblower group" may be that one."""
SEEN = 1000
"""Words before "the service" in which the text may have another one."""


def institution(phrase: Phrase, body: Entity) -> Ruling:
    """The ruling for a source that is a body with a name."""
    words = (phrase.span(),)
    return Ruling(Kind.ORGANIZATION, "institution", words, body.name, runner_up=Kind.VAGUE, entity=body)


def named_last(some: Iterable[Entity], before: int) -> Entity | None:
    """The one whose last mention before an offset is the last of all."""
    return max(some, key=lambda e: e.last_before(before), default=None)


def shortened(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "The Lords committee" for the Lords Transport Committee: the last one that has all those words, and more."""
    words = {t.lower_ for t in phrase.base if t.pos_ != "DET"}
    named = any(t.text[:1].isupper() for t in phrase.base if t.pos_ == "PROPN")
    before = phrase.tokens[0].idx
    longer = (e for e in scene.bodies.entities if e.before(before) and words < set(e.words))
    return named_last(longer, before) if named and phrase.definite and len(words) > 1 else None


def acting_firm(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "Halden Foods cut its outlook. The company said": the nearest body that may be called so."""
    plain = all(_is_compound(t) for t in phrase.base[1:-1])  # "the family-owned company"
    generic = len(phrase.base) > 1 and plain and phrase.heads & scene.lexicon.generic_bodies
    # "the kettle maker"
    making = len(phrase.base) == 3 and phrase.heads & scene.lexicon.trades and phrase.base[1].pos_ == "NOUN"
    # "the maker of Truffle Dream"
    making = making or (phrase.word in scene.lexicon.trades and [t.lower_ for t in phrase.rest[:1]] == ["of"])
    itself = phrase.rest[:1] and phrase.rest[0].tag_ in ("WDT", "WP")  # "the group that led the strike"
    if not generic and not making and not itself:
        return _spoke_last(scene, phrase)
    if not phrase.definite or itself or not (generic or making) or _has_other(scene, phrase):
        return None
    gender = scene.lexicon.pronouns.get(phrase.base[0].lower_, "")
    if phrase.base[0].tag_ == "PRP$" and gender in ("m", "f"):
        return _of_somebody(scene, phrase, gender)
    return trading(scene, phrase.tokens[0].idx)  # not the York of "the York-based maker of sweets"


def _spoke_last(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "Openleak said it had the files. “They are real,” the whistleblower group said": who spoke right before, where the text has no other group."""
    last = scene.last
    body: Entity | None = last.answer.entity if last is not None else None  # type: ignore[attr-defined]
    kind = phrase.base[1].lower_ if len(phrase.base) == 3 and phrase.base[0].lower_ == "the" else ""
    described = kind in word_classes("noun") and kind not in scene.lexicon.related_bodies
    if last is None or body is None or body.person or not described or phrase.plural or phrase.rest:
        return None
    near = phrase.head.idx - last.at <= SPOKE and phrase.heads & scene.lexicon.generic_bodies
    return body if near and may_trade(body, scene) and not _has_other(scene, phrase) else None


def _of_somebody(scene: Scene, phrase: Phrase, gender: str) -> Entity | None:
    """ "Noor Stone of Fair Machine agreed. Her group": the body that stands behind her name, or none."""
    before = phrase.tokens[0].idx
    whose = coref.by_pronoun(scene.entities, gender, before, scene.last_person, scene.spoke_at)
    for mention in whose.mentions if whose is not None else ():
        last = nlp.tokens_in(scene.doc, mention)[-1]
        behind = [t for c in last.rights if c.dep_ in ("prep", "appos") for t in c.subtree]
        found = (scene.bodies.at(Span(t.idx, t.idx + len(t))) for t in behind if mention.start < before)
        body = next((b for b in found if b is not None and may_trade(b, scene)), None)
        if body is not None:
            return body
    return None


def _is_compound(token: "Token") -> bool:
    """A part of "family-owned"."""
    beside = (token, token.nbor(-1), token.nbor(1))
    return any(joints.is_hyphen(t) for t in beside)


def trading(scene: Scene, before: int) -> Entity | None:
    """The body nearest before an offset that may be a company."""
    lines = scene.page.apart  # neither in a dateline nor within marks: ‘Project Heron’
    told = (e for e in scene.bodies.entities if not all(touching(lines, m) for m in e.mentions))
    named = [(e.near_before(before), e) for e in told if e.before(before)]
    # papers last: "The Gazette asked the company"
    named.sort(key=lambda pair: (_is_paper(pair[1], scene), -pair[0]))
    # one after the other: whether one may trade is asked of all its mentions
    return next((e for _, e in named if may_trade(e, scene)), None)


def told_so(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "The food company Norvik", "Norvik, an airline": the body, named last, that the text calls what the phrase does."""
    if not phrase.definite or phrase.plural or phrase.rest:
        return None
    called = " ".join(t.lower_ for t in phrase.base[1:] if t.pos_ in ("NOUN", "PROPN"))
    named = [e for e in scene.bodies.entities if called in e.roles and e.before(phrase.head.idx)]
    return named_last(named, phrase.head.idx)


def _has_other(scene: Scene, phrase: Phrase) -> bool:
    """ "The service" is the security service of which the text has told, not a paper that acted last."""
    first = phrase.tokens[0].i
    before = (t for t in scene.doc[max(0, first - SEEN) : first] if t.lemma_ == phrase.head.lemma_)
    others = (t for t in before if t.pos_ == "NOUN" and not _describes(t))
    return any(c.dep_ in ("compound", "amod") for t in others for c in t.lefts)


def _describes(noun: "Token") -> bool:
    """ "Norvik, a cloud company", "the cloud company Norvik": it is that body's."""
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    return noun.dep_ in ("appos", "attr") or behind.pos_ == "PROPN"


def _is_paper(entity: Entity, scene: Scene) -> bool:
    return entity.words[-1] in scene.lexicon.press


def may_trade(entity: Entity, scene: Scene) -> bool:
    """Nobody calls a ministry, a court or "the regulator Norvik" the company."""
    public = scene.lexicon.public_bodies
    named = [nlp.tokens_in(scene.doc, mention) for mention in entity.mentions]
    described = any(tokens[0].i and tokens[0].nbor(-1).lower_ in public for tokens in named)
    idle = not entity.acts and _is_place(entity, scene) and not _has_spoken(entity, scene)
    place = " ".join(entity.words) in scene.lexicon.places or idle
    bare = () if "&" in entity.words else (word.removesuffix("s") for word in entity.words)  # "& Sons"
    people = not scene.lexicon.people.isdisjoint(bare)  # "Villagers Recall"
    people = people or entity.name.removesuffix("s") in scene.lexicon.stand_ins  # "Democrats"
    place = place or entity.words[-1] in scene.lexicon.place_ends  # "Kestrel Street"
    behind = {t.lower_ for tokens in named for t in scene.doc[tokens[-1].i + 1 : tokens[-1].i + 2]}
    place = place or not behind.isdisjoint(scene.lexicon.place_nouns)  # "Milan’s Brera district"
    paper = not entity.acts and _is_paper(entity, scene)  # "messages seen by the Gazette"
    return not (described or place or people or paper or public & frozenset(entity.words))


def _has_spoken(entity: Entity, scene: Scene) -> bool:
    """ "According to Alder Grid", which the model takes for a place."""
    return any(s.answer.entity is entity for s in scene.speakers)  # type: ignore[attr-defined]


def may_speak(entity: Entity, scene: Scene) -> bool:
    """No place: "She moved to Halden. It says"."""
    return " ".join(entity.words) not in scene.lexicon.places and not _is_place(entity, scene)


def _is_place(entity: Entity, scene: Scene) -> bool:
    named = (nlp.tokens_in(scene.doc, mention) for mention in entity.mentions)
    return all(t.ent_type_ in PLACES for tokens in named for t in tokens)


def same_body(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "The ministry" after "the Ministry of Health", "the zoo" after "Harrow Zoo": what has that word in its name, or as its last."""
    before, lexicon = phrase.head.idx, scene.lexicon
    if (described := told_so(scene, phrase)) is not None:
        return institution(phrase, described)
    if phrase.heads & lexicon.organization_words:
        named = (e for e in scene.bodies.entities if e.before(before) and set(e.words) & phrase.heads)
        entity = named_last(named, before) or _alike(scene, phrase)
    elif (
        phrase.rest
        or phrase.plural
        or phrase.heads & lexicon.people
        or phrase.heads & lexicon.nouns[Kind.DOCUMENT]
    ):
        entity = None
    else:
        entity = called_by(scene, phrase.word, before)
    return institution(phrase, entity) if entity is not None else None


def _alike(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "The regulator" after "the Halden Safety Authority", "the force" after "Halden Police": called by its task."""
    if [t.lower_ for t in phrase.base[:-1]] != ["the"] or phrase.rest:
        return None
    return by_task(scene, phrase.head)


def by_task(scene: Scene, noun: "Token") -> Entity | None:
    """The body named last that a noun like "force" may mean; none where the text has had "a force" before."""
    lexicon = scene.lexicon
    if noun.lower_ not in lexicon.by_task or any(
        t.lower_ == noun.lower_ and t.pos_ == "NOUN" for t in scene.doc[: noun.i]
    ):
        return None
    alike = lexicon.alike_bodies.get(noun.lower_, frozenset())
    named = (
        e
        for e in scene.bodies.entities
        if len(e.words) > 1 and e.acts and e.before(noun.idx) and alike & set(e.words)
    )
    return named_last(named, noun.idx)


def called_by(scene: Scene, noun: str, before: int) -> Entity | None:
    """The body named last whose name ends in a noun: "Harrow Zoo"."""
    named = (
        e for e in scene.bodies.entities if e.before(before) and len(e.words) > 1 and e.words[-1] == noun
    )
    return named_last(named, before)


def called(scene: Scene, phrase: Phrase) -> str | None:
    """ "The regulator, Ofwat": the name behind the comma; "industry body the Society of Car Makers" has none."""
    rest = [t for t in phrase.rest if not t.is_space]
    if [t.lower_ for t in rest[:1]] == ["the"] and not phrase.definite:
        known = scene.bodies.at(phrase.span((rest[1],))) if len(rest) > 1 else None
        return known.name if known is not None else None
    named = list(itertools.takewhile(lambda t: t.pos_ == "PROPN", rest[1:]))
    if not named or rest[0].text != ",":
        return None
    body = scene.bodies.at(Span(named[0].idx, named[0].idx + 1))
    return names.plain_name(scene.text(phrase.span(tuple(named)))) if body is None else body.name


def land(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "China closed its mines. The country plans to": the place that acted or was named last."""
    plain = [t.lower_ for t in phrase.base[:-1]] == ["the"] and not phrase.rest
    if not plain or phrase.word not in scene.lexicon.lands:
        return None
    before = phrase.tokens[0].idx
    lands = [e for e in scene.bodies.entities if e.before(before) and e.name.lower() in scene.lexicon.places]
    acting = [e for e in lands if e.acted_before(before) >= 0]
    return max(acting, key=lambda e: e.acted_before(before), default=named_last(lands, before))


def led_by(scene: Scene, phrase: Phrase) -> str | None:
    """ "The Ortiz administration": a body that is called by whoever leads it."""
    leader = phrase.head.nbor(-1) if phrase.head.i else phrase.head
    led = phrase.head.text in scene.lexicon.led_bodies  # "the Aviation Administration" is called so itself
    if not led or leader.tag_ != "NNP" or leader.ent_type_ in PLACES:
        return None
    if leader.lower_ in scene.lexicon.known_bodies or leader.lower_ in scene.lexicon.places:
        return None
    return names.plain_name(scene.text(Span(leader.idx, phrase.head.idx + len(phrase.head))))


def before_head(scene: Scene, phrase: Phrase) -> str | None:
    """ "The Nordlys newspaper": the name right before the noun, if it is no place's and no person's."""
    before = reversed([t for t in phrase.base if t.i < phrase.head.i])
    named = list(itertools.takewhile(_is_named, _before_trade(before, scene.lexicon)))
    paper = phrase.heads & scene.lexicon.media or any(
        t.lower_ in scene.lexicon.news_trades for t in phrase.base
    )
    strange = any(t.ent_type_ in NO_BODY for t in named) and not paper
    # "the Nordland bank", "the Guatemalan military"
    known = any({t.lower_, t.lower_.removesuffix("n")} & scene.lexicon.places for t in named)
    own = bool(named) and phrase.head.text.islower() and not strange and not known
    if not own:
        return None
    called = phrase.span(tuple(reversed(named)))
    body = scene.bodies.at(called)  # "the | Jewish Home | party"
    return body.name if body is not None else names.plain_name(scene.text(called))


def _before_trade(words: "Iterator[Token]", lexicon: Lexicon) -> "Iterator[Token]":
    """What stands before the "news" of "the Nordlys news agency", from its end."""
    trades = (t for t in itertools.dropwhile(lambda t: t.is_quote, words))  # "the “Nordlys” newspaper"
    return itertools.dropwhile(lambda t: t.text.islower() and t.lower_ in lexicon.news_trades, trades)


def _is_named(word: "Token") -> bool:
    """A part of "the Lunde-Guyane newspaper"."""
    return (word.pos_ == "PROPN" and word.text[:1].isupper()) or joints.is_hyphen(word)


def has_branch(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "The Kestrel branch of Greenpeace", "the youth wing of the union": the body that the part is of speaks."""
    lexicon, rest = scene.lexicon, phrase.rest
    if phrase.plural or not phrase.heads & lexicon.branches or not rest or rest[0].lower_ != "of":
        return None
    noun = verbs.governed(rest[0])
    if noun is None:
        return None
    # "the Kestrel branch of the rights group Greenpeace"
    body = scene.bodies.at(Span(noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)))
    if body is not None and may_speak(body, scene):
        return institution(phrase, body)
    if body is not None or noun.lemma_.lower() not in lexicon.organization_words:
        return None
    return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), runner_up=Kind.UNNAMED)


def met(scene: Scene, pronoun: "Token", _since: int) -> Ruling | None:
    """ "He apologised to the ministry after it said": the body that somebody has to do with in the clause above."""
    clause = pronoun.head
    above = clause.head
    who = verbs.subject(above, "nsubj")
    if clause.dep_ != "advcl" or clause.i < above.i or who is None or who.tag_ not in ("PRP", "NNP"):
        return None
    if who.lower_ == "it" or scene.bodies.at(verbs.span(who)) is not None:
        return None
    nouns = [t for c in above.rights if c.i < clause.i for t in (c, verbs.governed(c)) if t is not None]
    for noun in reversed(nouns):
        body = scene.bodies.at(Span(noun.left_edge.idx, noun.idx + len(noun)))
        plain = noun.tag_ == "NN" and noun.lower_ in scene.lexicon.organization_words
        if noun.dep_ in ("dobj", "pobj") and (plain or (body is not None and may_speak(body, scene))):
            words = (Span(pronoun.idx, pronoun.idx + len(pronoun)),)
            name = body.name if body is not None else None
            return Ruling(Kind.ORGANIZATION, "pronoun", words, name, runner_up=Kind.VAGUE, entity=body)
    return None


def by_names(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "Three charities – Roof First, Bread Now and the Halden Trust –": the first of them stands for all."""
    if not phrase.plural or not phrase.heads & scene.lexicon.organization_words or not phrase.rest:
        return None
    if phrase.rest[0].text not in (",", ":", "-", "–", "—", "("):
        return None
    first = scene.bodies.at(phrase.span(phrase.rest))
    return institution(phrase, first) if first is not None and may_speak(first, scene) else None
