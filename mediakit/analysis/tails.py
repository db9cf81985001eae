"""What hangs behind a content, and whether it is part of it: a joining word, a refusal, what becomes of a demand, a half phrase, a contrast."""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import asides, spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

STOPS = (".", ",", ";", ":")
TAIL = 4
"""Words at the end of a content that may stand behind its last comma by mistake."""


def cut(content: Tagged, page: Page) -> Tagged | None:
    """A content without what stands behind it; None where nothing is left."""
    content = _to_refusal(_without_and(_without_verb(content, page), page), page)
    told = _to_wording(content, page)
    return None if told is None else _to_comma(told, page)


def with_contrast(link: Link, page: Page) -> Link:
    """ "Says it is dragged|, not rolled": to the end of the sentence, if nothing else is told there."""
    last = link.contents[-1].span
    if link.cue is None or link.cue.span.start > last.start or page.quotes(Span(last.end - 1, last.end)):
        return link
    behind = page.tokens(Span(last.end, max(last.end, page.sentence(last).end)))
    told = list(itertools.takewhile(lambda t: not t.is_punct, behind[1:]))
    apart = len(told) > 1 and behind[0].text == "," and told[0].dep_ == "neg"
    others = any(verbs.is_finite(t) or t.tag_ == "VBG" for t in told) or len(behind) > len(told) + 2
    return asides.until(link, told[-1].idx + len(told[-1]), page) if apart and not others else link


def _without_verb(content: Tagged, page: Page) -> Tagged:
    """ "Said that it was a cliche | adding “a bad one”": the verb right before a quotation leads that one in."""
    tokens = page.tokens(content.span)
    if len(tokens) < 2 or tokens[-1].tag_ != "VBG" or tokens[-1].lemma_.lower() not in page.lexicon.going_on:
        return content
    next_at = tokens[-1].i + 1
    if not page.doc[next_at : next_at + 1].text or not page.doc[next_at].is_quote:
        return content
    told = Span(content.span.start, tokens[-2].idx + len(tokens[-2]))
    return page.cover(told, CONTENT)


def _without_and(content: Tagged, page: Page) -> Tagged:
    """ "Calls it grim | and demands", "the only copy, | which", "it is true, | as": the word that joins two verbs is in neither content."""
    tokens = page.tokens(content.span)
    if [t.lower_ for t in tokens[-2:]] == ["or", "so"]:
        tokens = tokens[:-1]  # "it is dry, or so | the mayor says"
    if len(tokens) < 2:
        return content
    when = tokens[-1].lower_ == "when" and tokens[-1].head.idx >= content.span.end and len(tokens) > 2
    if when or (tokens[-1].lower_ in page.lexicon.contrasting and tokens[-1].dep_ == "mark"):
        tokens = tokens[:-1]  # "called it “cruel” | while"
        return page.cover(Span(content.span.start, tokens[-1].idx + len(tokens[-1])), CONTENT)
    if tokens[-1].tag_ in verbs.RELATIVE and tokens[-2].tag_ == "CC" and len(tokens) > 2:
        tokens = tokens[:-1]  # "it owns | and which | the other denies"
    if tokens[-1].text in asides.DASHES and not page.quotes(content.span):
        return page.cover(Span(content.span.start, tokens[-2].idx + len(tokens[-2])), CONTENT)
    ahead = tokens[-1].tag_ in ("WP", "WDT") and tokens[-1].head.idx >= content.span.end
    if ahead and tokens[-1].dep_ == "nsubj" and tokens[-1].head.dep_ == "relcl":
        return page.cover(Span(content.span.start, tokens[-2].idx + len(tokens[-2])), CONTENT)
    loose = tokens[-1].lower_ == "that" and tokens[-1].tag_ in ("IN", "WDT") and tokens[-2].tag_ != "IN"
    relative = tokens[-2].text == "," and (tokens[-1].tag_ in verbs.RELATIVE or tokens[-1].lower_ == "as")
    if tokens[-1].tag_ != "CC" and not relative and not loose:
        return content
    told = Span(content.span.start, tokens[-1].idx)
    return page.cover(spans.trim(page.text, told, spans.EDGE, spans.EDGE), CONTENT)


def _to_wording(content: Tagged, page: Page) -> Tagged | None:
    """ "Called for an inquiry, | a demand that the state resists": what becomes of a demand is the writer's."""
    nouns = page.lexicon.things_of_speech | page.lexicon.wordings
    tokens = page.tokens(content.span)
    before = page.doc[tokens[0].i - 1 : tokens[0].i] if tokens else ()
    behind = page.doc[tokens[-1].i + 1 : tokens[-1].i + 3] if tokens else ()
    tokens = [*before, *tokens, *behind]
    for comma, small, noun, which in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        apart = _parts(comma, page)
        if (
            apart
            and small.pos_ == "DET"
            and noun.lemma_.lower() in nouns
            and (which.lower_ in ("that", "which") or _told_of(noun) or _is_used(which, noun))
        ) or (apart and _taken_up(small, nouns, page.lexicon)):
            told = spans.trim(page.text, Span(content.span.start, small.idx), spans.EDGE, spans.EDGE)
            return page.cover(told, CONTENT) if told.length > 0 else None
    return content


def _parts(mark: "Token", page: Page) -> bool:
    """A comma or a dash outside of a quotation, or the mark behind a quotation that ends with a comma."""
    quoted = page.quoting(mark)
    if quoted:
        return quoted[0].span.end == mark.idx + len(mark) and page.text[quoted[0].inner.end - 1] == ","
    return mark.text == "," or mark.text in asides.DASHES


def _told_of(noun: "Token") -> bool:
    """ "A suggestion | that Boyle called vile", with or without the "that"."""
    return any(c.dep_ in ("relcl", "acl") and verbs.subject(c, "nsubj") is not None for c in noun.rights)


def _is_used(word: "Token", noun: "Token") -> bool:
    """ "Black money, a term | used for untaxed wealth"."""
    return word.tag_ == "VBN" and word.dep_ == "acl" and word.head == noun


def _taken_up(noun: "Token", nouns: frozenset[str], lexicon: Lexicon) -> bool:
    """ "It was recalled, | something the maker denies": another one's answer."""
    if noun.lower_ != "something" and noun.lemma_.lower() not in nouns:
        return False
    clauses = (c for c in noun.children if c.dep_ == "relcl" and verbs.subject(c, "nsubj") is not None)
    return any(c.lemma_.lower() in lexicon.taking_up | lexicon.stances.keys() for c in clauses)


def _to_refusal(content: Tagged, page: Page) -> Tagged:
    """ "Confirmed an inquiry was under way | but would not say into what", "| though he did not say why": a refusal is no claim."""
    tokens = page.tokens(content.span)
    for at in range(1, len(tokens) - 3):
        joint, behind = tokens[at], at + 1
        if joint.lower_ in page.lexicon.contrasting and tokens[behind].tag_ == "PRP":
            behind += 1
        joint = _before_as(joint)
        refusing = joint.lower_ in ("but", "and", "even") or behind > at + 1
        if refusing and _refuses(tokens[behind : behind + 3], page.lexicon):
            told = spans.trim(page.text, Span(content.span.start, joint.idx), spans.EDGE, spans.EDGE)
            return page.cover(told, CONTENT)
    return content


def _refuses(words: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Would not say", "declined to comment", "would not be drawn"."""
    if len(words) < 3:
        return False
    verb, no, silent = words
    refused = no.dep_ == "neg" or (no.lower_ == "to" and verb.lemma_.lower() in lexicon.declining)
    mute = silent.head if silent.dep_ == "auxpass" else silent
    return refused and (mute.lemma_.lower() in lexicon.silent_verbs or mute.lower_ == "drawn")


def _before_as(token: "Token") -> "Token":
    """The "even" before the she of "even as she refused to name it"."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return before[0] if [t.lower_ for t in before] == ["even", "as"] and token.pos_ == "PRON" else token


def _to_comma(content: Tagged, page: Page) -> Tagged:
    """ "It will delay a rule, drawing sharp | criticism": cut in a phrase, it ends at the comma before."""
    tokens = page.tokens(content.span)
    if len(tokens) < TAIL + 2 or page.quotes(Span(content.span.end - 1, content.span.end)):
        return content
    last = tokens[-1]
    half = last.dep_ in ("amod", "det", "compound", "poss") and last.head.idx >= content.span.end
    half = half or (
        last.dep_ == "appos" and tokens[-3].text == "," and last.right_edge.idx >= content.span.end
    )
    tells = any(c.dep_ == "ccomp" and c.idx >= content.span.end for c in last.children)
    half = half or (tells and verbs.speaks(last, page.lexicon))  # "a study he paid for, | which concluded"
    # "five years before | it told", "an incident that | was never reported"
    half = half or ((last.dep_ == "mark" or last.tag_ == "WDT") and last.head.idx >= content.span.end)
    comma = next((t for t in reversed(tokens[-TAIL:]) if t.text == ","), None)
    stop = next((t for t in reversed(tokens[-TAIL:]) if t.text == ";"), None)
    cut = last.i + 1 < len(page.doc) and page.doc[last.i + 1].pos_ in ("VERB", "AUX")
    if stop is not None and cut and not any(t.pos_ in ("VERB", "AUX") for t in tokens if t.i > stop.i):
        half, comma = True, stop
    if not half or comma is None:
        return content
    return page.cover(Span(content.span.start, comma.idx), CONTENT)
