"""Whom "a spokeswoman" speaks for: a body with a name, one without, or nobody that the text tells."""

import itertools
import re
from typing import TYPE_CHECKING

from mediakit.analysis import bodies, verbs
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 400
"""Characters between a body that speaks and "a spokesman" of it."""


def body(scene: Scene, phrase: Phrase) -> tuple[bool, Entity | None]:
    """Whether a spokesperson speaks for a body, and for which, where that has a name."""
    heard = itertools.takewhile(_is_near, phrase.rest)
    own = (*phrase.base, *heard)
    known = scene.bodies.at(phrase.span(own)) or _owner(scene, phrase, own)
    tasks = (bodies.by_task(scene, t) for t in own if t != phrase.head)  # "a force spokesman"
    known = known or next(filter(None, tasks), None)
    if known is not None:
        return True, known
    if phrase.base[0].lower_ in scene.lexicon.whose_accounts and re.fullmatch(
        scene.lexicon.accounts, phrase.word
    ):
        return False, None  # "according to one account"
    speaking, acting = _speaking(scene, phrase)
    return speaking or _of_the_body(scene, phrase), acting


def _is_near(word: "Token") -> bool:
    """Not the Senate of "an account given to the Senate", nor the zoo of "for the council, which licenses the zoo"."""
    return word.tag_ not in verbs.RELATIVE and (word.lower_ != "to" or word.tag_ != "IN")


def _owner(scene: Scene, phrase: Phrase, words: "tuple[Token, ...]") -> Entity | None:
    """ "A spokesperson for the company": the body that was named last. A council's one is that of a council."""
    called = {t.lower_ for t in words} & scene.lexicon.organization_words
    if not called:
        noun = _body_noun(scene, phrase)
        return bodies.called_by(scene, noun.lower_, phrase.tokens[0].idx) if noun is not None else None
    before = phrase.tokens[0].idx
    named = [e for e in scene.bodies.entities if e.before(before)]
    fitting = [e for e in named if set(e.words) & called]
    if not fitting and called & scene.lexicon.generic_bodies:
        lone = sum(e.before(before) for e in named) == 1
        fitting = [e for e in named if lone or set(e.words) & scene.lexicon.organization_words]
        if not fitting:
            return bodies.trading(scene, before)
    return bodies.named_last(fitting, before)


def _of_the_body(scene: Scene, phrase: Phrase) -> bool:
    """ "A spokesman for the overseas ministry", "the ministry’s spokesman": of a body that has no name here."""
    words, bodies = [t.lower_ for t in phrase.rest], scene.lexicon.organization_words
    owned = any(t.lower_ in bodies and t.nbor(1).tag_ == "POS" for t in phrase.base[:-1])
    police = words[:2] == ["for", "police"] or any(t.lower_ == "police" for t in phrase.base)
    return owned or police or _body_noun(scene, phrase) is not None


def _body_noun(scene: Scene, phrase: Phrase) -> "Token | None":
    """The noun of "for the zoo", unless it is somebody: "for the mayor", "for the victims"."""
    if [t.lower_ for t in phrase.rest[:2]] != ["for", "the"]:
        return None
    noun = next(
        (c for c in phrase.rest[0].children if c.dep_ == "pobj" and (c.pos_ == "NOUN" or c.text.islower())),
        None,
    )
    if noun is None or noun not in phrase.rest:
        return None
    words, lexicon = {noun.lower_, noun.lemma_.lower()}, scene.lexicon
    somebody = words & lexicon.people or words & lexicon.titles.keys()
    body = noun.tag_ == "NN" and not somebody
    return noun if body or words & lexicon.organization_words else None


def _speaking(scene: Scene, phrase: Phrase) -> tuple[bool, Entity | None]:
    """Whether "a spokesman", and nothing more, speaks for a body that acted or spoke just before, and for which."""
    again = {"the"} if phrase.word == "statement" else {"a", "the", "one", "another", "its"}
    if len(phrase.tokens) > 2 or phrase.plural or phrase.base[0].lower_ not in again:
        return False, None
    before = phrase.tokens[0]
    last = scene.last
    start = before.sent.start
    near = before.doc[before.doc[start - 1].sent.start if start else 0 : before.i]
    since = last.at if last is not None else -1
    subjects = [t for t in near if t.dep_ in verbs.SUBJECTS and t.idx >= since and t.pos_ != "PRON"]
    bodies = (scene.bodies.at(Span(t.idx, t.idx + len(t))) for t in reversed(subjects))
    acting = next((b for b in bodies if b is not None), None)
    if acting is None and subjects and subjects[-1].lemma_.lower() in scene.lexicon.organization_words:
        return True, None  # "The palace is silent. A spokesperson said"
    its = before.lower_ == "its"
    if acting is not None or last is None or before.idx - last.at > NEAR:
        return its or acting is not None, acting
    spoken: Ruling = last.answer  # type: ignore[assignment]
    body = spoken.kind is Kind.ORGANIZATION
    return its or body, spoken.entity if body else None
