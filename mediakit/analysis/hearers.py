"""Who hears something is in no content: "tells | me, was drained", "warns | a superior: | “Get out!”"."""

from typing import TYPE_CHECKING

from mediakit.analysis import verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def past(content: Tagged, link: Link, page: Page) -> Tagged:
    """ "The dam, an engineer tells | me, was drained", "tells | us it was", "warns | a superior: | “Get out!”": who hears it is in no content."""
    tokens = page.tokens(content.span)
    verb = verbs.main(link.cue, page.doc)
    colon = next((t for t in tokens if t.text == ":"), None)
    quoted = page.quotes(content.span)
    if colon is not None and quoted and verbs.is_whom([t for t in tokens if t.i < colon.i], verb):
        return page.cover(Span(quoted[0].span.start, content.span.end), CONTENT)
    first = _behind_hearer(tokens, verb, page) if verb is not None and len(tokens) > 2 else None
    return content if first is None else page.cover(Span(first.idx, content.span.end), CONTENT)


def _behind_hearer(words: "list[Token]", verb: "Token", page: Page) -> "Token | None":
    """Where what is told begins behind "me,", "us" or "the court"; None where no hearer stands before it."""
    hearer, second, third = words[:3]
    if _is_told_to(hearer, verb) and second.text == ",":
        return third
    if hearer.i != verb.i + 1:
        return None
    if _is_court(words, verb, page):
        return third
    if hearer.tag_ != "PRP" or hearer.dep_ not in ("dobj", "dative") or hearer.head != verb:
        return None
    return third if second.text == "," else second if second.dep_ in verbs.SUBJECTS else None


def _is_court(words: "list[Token]", verb: "Token", page: Page) -> bool:
    """The court of "told | the court dachshunds were brave", which the parser takes for a kind of dachshunds."""
    the, court = words[:2]
    named = the.lower_ == "the" and court.lemma_.lower() in page.lexicon.hearers
    return named and court.dep_ == "compound" and verb.lemma_ in page.lexicon.hearing


def _is_told_to(hearer: "Token", verb: "Token") -> bool:
    """The "me" of "as one veteran remarked to | me, is what he says"."""
    return hearer.tag_ == "PRP" and hearer.dep_ == "pobj" and hearer.head.i == verb.i + 1
