"""Speech within what somebody else reports: "Ortiz reportedly said that", "the paper quoted Ortiz as saying".

The taxonomy labels the nearest speaker of a claim; that it was only reported shows in the stance.
"""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, verbs
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CLOSING = re.compile(r"[.,!?]?[”’\"']")
OPENING = "“‘\"'"
Speech = tuple[Span, Span, Span]
"""Cue, source, content."""


def find(tokens: "list[Token]", lexicon: Lexicon) -> list[Speech]:
    """What the words of one sentence hold of it."""
    found = []
    for token in tokens:
        speech = None
        if token.lower_ in lexicon.adverbs:
            speech = by_adverb(token, lexicon)
        elif token.lemma_ in lexicon.quoting:
            speech = _quoted(token)
        elif verbs.passive(token):
            speech = by_passive(token, lexicon)
        found += [speech] if speech is not None else []
    return found


def by_adverb(adverb: "Token", lexicon: Lexicon) -> Speech | None:
    """ "Ortiz reportedly told staff that the mill would close"."""
    verb = adverb.head
    if adverb.i > verb.i or not verbs.speaks(verb, lexicon) or verbs.passive(verb):
        return None
    return _speech(adverb, verb, verbs.subject(verb), verb)


def by_passive(verb: "Token", lexicon: Lexicon) -> Speech | None:
    """ "Ortiz is reported to have said that the mill would close"."""
    if verb.lemma_.lower() not in lexicon.hidden_verbs:
        return None
    saying = next((c for c in verb.rights if c.dep_ == "xcomp" and verbs.speaks(c, lexicon)), None)
    return _speech(verb, saying, verbs.subject(verb), saying) if saying is not None else None


def _quoted(verb: "Token") -> Speech | None:
    """ "Quoted Ortiz as saying that", "was quoted by the paper as saying that"; the parser may hang the "as" on Ortiz."""
    quoted = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    phrases = (p for t in (verb, quoted) if t is not None for p in t.rights if p.lower_ == "as")
    saying = next((c for p in phrases for c in p.children if c.dep_ == "pcomp"), None)
    if saying is None:
        return None
    return _speech(verb, verb, verbs.subject(verb, "nsubjpass") or quoted, saying)


def _speech(first: "Token", last: "Token", speaker: "Token | None", verb: "Token") -> Speech | None:
    told = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if told is None or speaker is None or speaker.tag_ in ("WDT", "EX"):
        return None
    begin = next((c for c in told.lefts if c.dep_ == "mark"), told.left_edge)
    edge = next((c.nbor(-1) for c in speaker.rights if c.lower_ == "as"), speaker.right_edge)
    source = verbs.stretch(speaker.left_edge, edge)
    content = _to_mark(nlp.text(verb.doc), verbs.stretch(begin, told.right_edge))
    apart = source.end <= content.start
    return (verbs.stretch(first, last), source, content) if apart else None


def _to_mark(text: str, content: Span) -> Span:
    """With the mark that closes a quotation in it."""
    behind = CLOSING.match(text, content.end)
    inside = any(mark in text[content.start : content.end] for mark in OPENING)
    return Span(content.start, behind.end()) if behind is not None and inside else content
