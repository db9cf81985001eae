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
    if verb is not None and len(tokens) > 2 and _is_told_to(tokens[0], verb) and tokens[1].text == ",":
        return page.cover(Span(tokens[2].idx, content.span.end), CONTENT)
    if verb is None or len(tokens) < 3 or tokens[0].i != verb.i + 1:
        return content
    if _is_court(tokens, verb, page):
        return page.cover(Span(tokens[2].idx, content.span.end), CONTENT)
    hears = tokens[0].tag_ == "PRP" and tokens[0].dep_ in ("dobj", "dative") and tokens[0].head == verb
    told = tokens[2] if tokens[1].text == "," else tokens[1] if tokens[1].dep_ in verbs.SUBJECTS else None
    return page.cover(Span(told.idx, content.span.end), CONTENT) if hears and told is not None else content


def _is_court(words: "list[Token]", verb: "Token", page: Page) -> bool:
    """The court of "told | the court dachshunds were brave", which the parser takes for a kind of dachshunds."""
    the, court = words[:2]
    named = the.lower_ == "the" and court.lemma_.lower() in page.lexicon.hearers
    return named and court.dep_ == "compound" and verb.lemma_ in page.lexicon.hearing


def _is_told_to(hearer: "Token", verb: "Token") -> bool:
    """The "me" of "as one veteran remarked to | me, is what he says"."""
    return hearer.tag_ == "PRP" and hearer.dep_ == "pobj" and hearer.head.i == verb.i + 1
