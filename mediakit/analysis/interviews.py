"""Who answers in an interview whose answers name nobody: who is named before them and does not ask."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, verbs
from mediakit.analysis.people import Entity
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CREDIT = re.compile(r"(?:\bby|:)\s*$", re.IGNORECASE)
""" "By Owen Pratt", "Photograph: Owen Pratt"."""
BESIDE = ("appos", "compound", "nmod")


def answering(doc: "Doc", persons: list[Entity], answers: int, lexicon: Lexicon) -> Entity | None:
    """The person whom the text names most often, of those who stand before the first answer and do not ask."""
    named = [e for e in persons if any(_answers(doc, m, lexicon) for m in e.mentions)]
    named = named or [e for e in persons if e.before(answers)]
    if not named:  # in the lines below
        named = [e for e in persons if any(_is_introduced(doc, m, lexicon) for m in e.mentions)][-1:]
    if len(named) > 1:
        named = [e for e in named if not any(_asks(doc, m, lexicon) for m in e.mentions if m.start < answers)]
    return max(named, key=lambda e: (len(e.mentions), -e.mentions[0].start), default=None)


def _is_introduced(doc: "Doc", mention: Span, lexicon: Lexicon) -> bool:
    """ "Dr Ann Stone is a sleep scientist", below the answers; not the Tom of "Tom is my brother" in one of them."""
    name = nlp.tokens_in(doc, mention)
    if name[0].i != name[0].sent.start or name[-1].head.lemma_ != "be" or name[-1].dep_ != "nsubj":
        return False
    is_ = (c for c in name[-1].head.rights if c.dep_ == "attr")
    return any(c.lemma_.lower() in lexicon.people and not any(p.tag_ == "PRP$" for p in c.lefts) for c in is_)


def _answers(doc: "Doc", mention: Span, lexicon: Lexicon) -> bool:
    """ "Dr Ann Stone answers your questions every Saturday"."""
    verb = nlp.tokens_in(doc, mention)[-1].head
    return verb.lemma_ == "answer" and any(
        c.lemma_ in lexicon.answered for c in verb.rights if c.dep_ == "dobj"
    )


def _asks(doc: "Doc", mention: Span, lexicon: Lexicon) -> bool:
    """ "By Owen Pratt", "she talks to Owen Pratt", "Owen Pratt met the swimmer Nia Brand"."""
    line = nlp.lines(doc)[: mention.start].rpartition("\n")[2]
    last = nlp.tokens_in(doc, mention)[-1]
    while last.dep_ in BESIDE:
        last = last.head
    if CREDIT.search(line):
        return True
    if last.dep_ == "pobj":
        over = last.head.head
        other = verbs.subject(over)
        if over.lemma_ == "conversation":
            return True
        meets = last.head.lower_ in ("to", "with") and over.lemma_ in lexicon.meeting
        return meets and other is not None and (other.tag_ == "PRP" or _is_described(other, lexicon))
    verb = last.head
    if last.dep_ in ("dobj", "dative"):
        subject = verbs.subject(verb)
        return verb.lemma_ in ("tell", "meet") and subject is not None and subject.tag_ == "PRP"
    met = [w for c in verb.rights for w in (c, *c.children) if w.dep_ in ("dobj", "pobj")]
    talks = last.dep_ == "nsubj" and verb.lemma_ in lexicon.meeting
    return talks and any(w.tag_ == "PRP" or _is_described(w, lexicon) for w in met)


def _is_described(name: "Token", lexicon: Lexicon) -> bool:
    """ "Swimmer Nia Brand"."""
    words = (t.lower_ for t in name.subtree if t.i <= name.i and t.pos_ in ("NOUN", "PROPN", "ADJ"))
    return any(word in lexicon.people for word in words)
