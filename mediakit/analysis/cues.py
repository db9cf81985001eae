"""Stance of a cue, and the quote type of its content."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, quotes
from mediakit.analysis.quotes import Quotation
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans
from mediakit.taxonomy import Quote, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

ORDER = (Stance.ACT, Stance.ENDORSING, Stance.DOUBTING, Stance.LOADED, Stance.NEUTRAL)
SMALL = 0.2
"""The share of unquoted letters up to which a quotation still counts as all of the content."""


def judge(doc: "Doc", cue: Span | None, lexicon: Lexicon) -> tuple[Stance, bool, bool]:
    """Stance, whether style books disagree on the cue, and whether it is in a list at all.

    The last verb of a cue decides ("went on to deny"), else its strongest word or phrase.
    """
    if cue is None:
        return Stance.NEUTRAL, False, True
    tokens = nlp.tokens_in(doc, cue)
    lemmas = [t.lemma_.lower() for t in tokens]
    line = " ".join(lemmas)
    phrases = [
        p
        for p in lexicon.stances
        if " " in p and re.search(rf"\b{p}\b", line + " " + " ".join(t.lower_ for t in tokens))
    ]
    verbs = [t.lemma_.lower() for t in tokens if t.pos_ in ("VERB", "AUX")]
    words = (
        phrases
        or [v for v in reversed(verbs) if v in lexicon.stances][:1]
        or [w for w in [*lemmas, *(t.lower_ for t in tokens)] if w in lexicon.stances]
    )
    adverbs = [t.lower_ for t in tokens if t.lower_ in lexicon.adverbs]
    if adverbs:
        words = adverbs
    if not words:
        nouns = [_verb_of(w) for w in lemmas]
        words = [w for w in nouns if w in lexicon.stances]
    if not words:
        return Stance.NEUTRAL, False, "according" in lemmas
    contested = any(w in lexicon.contested for w in words)
    stance = min((lexicon.stances[w] for w in words), key=ORDER.index)
    return stance, contested, True


def _verb_of(noun: str) -> str:
    """The verb of a noun cue: "allegation" asks like "allege"."""
    for ending, verb in (
        ("ation", "e"),
        ("ial", "y"),
        ("urance", "ure"),
        ("ance", ""),
        ("ment", ""),
        ("sion", "de"),
        ("ism", "ize"),
        ("estion", "est"),
    ):
        if noun.endswith(ending):
            return noun[: -len(ending)] + verb
    return noun


def quote_type(text: str, content: Spans, quotations: tuple[Quotation, ...]) -> Quote:
    """Direct: all of it in marks; partial: a spoken part of it; titles and lone words in marks do not count."""
    total = inside = 0
    whole = Span(min(s.start for s in content), max(s.end for s in content))
    marked: set[int] = set()
    for quotation in quotes.touching(quotations, whole):
        marked.update(range(quotation.span.start, quotation.span.end))
    for span in content:
        for i in range(span.start, span.end):
            if text[i].isalnum():
                total += 1
                inside += i in marked
    if not total or not inside:
        return Quote.INDIRECT
    return Quote.DIRECT if total - inside <= 0 else Quote.PARTIAL
