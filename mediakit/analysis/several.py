"""Several who came before: "they", "one of them", "both", "the couple"."""

from typing import TYPE_CHECKING

from mediakit.analysis import bodies, coref, doors, nlp, things, verbs
from mediakit.analysis.coref import Speaker
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase, parse
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind
from mediakit.wordlists import folded

if TYPE_CHECKING:
    from spacy.tokens import Token

MEANT = 60
"""Words before a sentence in which its "they" may stand."""


def counted(scene: Scene, phrase: Phrase) -> Speaker | Ruling | None:
    """ "One of them", "both", "the pair": those who spoke, or two with names who did something, in the sentence before."""
    if not _counts(phrase, scene.lexicon):
        return None
    spoke = _papers(scene, phrase.head) or _spoke(scene, phrase.head)
    return spoke if spoke is not None or phrase.head.lower_ == "them" else _two(scene, phrase.head)


def _counts(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "One of them", "both", "the pair", "all three": of several who came before, or all of those."""
    of_them = phrase.head.lower_ == "them" and phrase.head.dep_ == "pobj"
    return of_them or {t.lower_ for t in phrase.tokens} <= lexicon.counting


def _papers(scene: Scene, them: "Token") -> Speaker | None:
    """ "Text messages told another story. “Not now,” one of them read": the messages, if they spoke last."""
    last = scene.last
    written = last is not None and last.answer.kind is Kind.DOCUMENT and last.many  # type: ignore[attr-defined]
    return last if written and verbs.deeds(them.head.head) & scene.lexicon.recording else None


def _spoke(scene: Scene, pronoun: "Token") -> Speaker | None:
    """Those who spoke last as several, if no other people came in between."""
    speaker = coref.one_of(scene.speakers, pronoun.idx)
    if speaker is None:
        return None
    said = nlp.tokens_in(scene.doc, Span(speaker.at, speaker.at + 1))[0].sent.end
    between = pronoun.doc[said : pronoun.sent.start]
    people = (t for t in between if t.tag_ in ("NNS", "NNPS") and t.lemma_.lower() in scene.lexicon.people)
    return None if next(people, None) is not None else speaker


def _several_spoke(scene: Scene) -> bool:
    """ "They played him recordings. He was right, they said": those who spoke last, and no recordings."""
    last = scene.last
    if last is None or not last.person:
        return False
    first = nlp.tokens_in(scene.doc, Span(last.at, last.at + 1))
    return last.many or (bool(first) and scene.lexicon.pronouns.get(first[0].lower_) == "p")


def those(scene: Scene, pronoun: "Token") -> Ruling | None:
    """ "The authors concede as much. They write": several who were the subject of the sentence before, but did not speak."""
    spoke = scene.last_at
    start = pronoun.sent.start
    verb, lexicon = pronoun.head.lemma_.lower(), scene.lexicon
    if verb in lexicon.recording or (verb in lexicon.showing_verbs and not _several_spoke(scene)):
        papers = things.one_of_those(scene, pronoun, spoke)
        if papers is not None:
            return papers
    for token in reversed(pronoun.doc[max(0, start - MEANT) : pronoun.i]):
        if min(token.idx, token.left_edge.idx) <= spoke:
            return None
        if token.dep_ in verbs.SUBJECTS and token.pos_ != "PRON" and token.head.dep_ == "ROOT":
            if token.i < start and (two := _joined(scene, token, pronoun)) is not None:
                return two
            phrase = parse(scene.doc, Span(token.left_edge.idx, token.idx + len(token)), scene.lexicon)
            body = scene.bodies.at(Span(token.idx, token.idx + len(token)))
            if phrase is not None and body is not None and not phrase.plural and token.i < start:
                others = pronoun.doc[token.i : start]  # "The agency asked twenty workers. They said"
                several = any(
                    t.tag_ in ("NNS", "NNPS") and t.lemma_.lower() in scene.lexicon.people for t in others
                )
                return None if several else bodies.institution(phrase, body)
            if phrase is None or not phrase.plural or not phrase.heads & scene.lexicon.people:
                if token.i >= start:
                    continue  # "Small towns, they say, are hit"
                return None
            return doors.by_role(scene, parse(scene.doc, verbs.span(token), scene.lexicon) or phrase)
    return None


def _two(scene: Scene, noun: "Token") -> Ruling | None:
    """ "Ortiz and Hale married. The couple said": two with names who were the subject of the sentence before."""
    before = noun.doc[max(0, noun.sent.start - MEANT) : noun.sent.start]
    subjects = (t for t in reversed(before) if t.dep_ in verbs.SUBJECTS and t.head.dep_ == "ROOT")
    subject = next(subjects, None)
    return _joined(scene, subject, noun) if subject is not None else None


def _joined(scene: Scene, subject: "Token", pointing: "Token") -> Ruling | None:
    entity = scene.persons.at(Span(subject.idx, subject.idx + len(subject)))
    if entity is None:
        return None
    family = subject.lower_.endswith("s") and folded(subject.text) not in entity.words  # "the Prices"
    if not family and not any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in subject.rights):
        return None
    words = Span(pointing.idx, pointing.idx + len(pointing))
    return Ruling(Kind.NAMED_PERSON, "pronoun", (words,), entity.name, runner_up=Kind.UNNAMED, entity=entity)
