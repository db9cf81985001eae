"""Contents that tell of two attributions: a second verb of speaking goes on in them."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import spans, verbs
from mediakit.analysis.asides import QUOTES
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def parts(link: Link, page: Page) -> tuple[Link, ...]:
    """ "Said | that it was late and warned against floods": two verbs of speaking are two attributions."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None or link.source is None:
        return (link,)
    two = _in_what(link, page) or _another_says(link, verb, page) or _behind_semicolon(link, verb, page)
    if two is not None:
        return two
    for number, content in enumerate(link.contents):
        tokens = page.tokens(content.span) if content.span.start > verb.idx else []
        for joint, other in itertools.pairwise(tokens):
            if not verbs.speaks(other, page.lexicon) or verbs.subject(other, "nsubj") is not None:
                continue
            if page.quotes(Span(joint.idx, other.idx + 1)):
                continue  # “has apologised and expressed regret” is all of one voice
            if not (_joined(joint, other, verb) or _before_claiming(joint, other, verb, page)):
                continue
            edges = Span(content.span.start, joint.idx), Span(other.idx + len(other), content.span.end)
            before, behind = (_piece(span, page) for span in edges)
            told = (*behind, *link.contents[number + 1 :])
            if told and before:
                cue = page.cover(Span(other.idx, other.idx + len(other)), CUE)
                second = replace(link, contents=told, cue=cue, after=None)
                return replace(link, contents=(*link.contents[:number], *before)), second
    return (link,)


def _in_what(link: Link, page: Page) -> tuple[Link, Link] | None:
    """ "It was stolen, in what police called | the largest theft": what the police called it is theirs."""
    tokens = [t for c in link.contents for t in page.tokens(c.span)]
    for comma, small, what in zip(tokens, tokens[1:], tokens[2:], strict=False):
        verb = what.head
        subject = verbs.subject(verb, "nsubj")
        if [t.lower_ for t in (comma, small, what)] != [",", "in", "what"] or subject is None:
            continue
        if verb.head != small or not verbs.speaks(verb, page.lexicon) or page.quotes(link.contents[0].span):
            continue
        last = next((t for t in page.doc[verb.i + 1 : verb.i + 2] if t.lower_ == "as"), verb)
        edges = (
            (
                Span(c.span.start, min(c.span.end, comma.idx)),
                Span(max(c.span.start, last.idx + len(last)), c.span.end),
            )
            for c in link.contents
        )
        before, behind = (
            tuple(p for span in side for p in _piece(span, page)) for side in zip(*edges, strict=True)
        )
        if before and behind:
            cue = page.cover(verbs.stretch(verb, last), CUE)
            second = replace(link, contents=behind, cue=cue, source=_told_by(subject, page), after=None)
            return replace(link, contents=before), second
    return None


def _another_says(link: Link, verb: "Token", page: Page) -> tuple[Link, Link] | None:
    """ "The paper reported that she threw him in, | and a doctor demanded | that she be banned": the nearest speaker of the second is the doctor."""
    content = link.contents[-1].span
    tokens = page.tokens(content) if content.start > verb.idx and not page.quotes(content) else []
    for other in tokens:
        subject = verbs.subject(other, "nsubj") if verbs.speaks(other, page.lexicon) else None
        if subject is None or other.tag_ != verb.tag_ or subject.pos_ not in ("NOUN", "PROPN"):
            continue
        after = page.doc[other.i + 1].lower_ if other.i + 1 < len(page.doc) else ""
        joint = page.doc[max(subject.left_edge.i - 2, 0) : subject.left_edge.i]
        comma, word = ([t.lower_ for t in joint] + ["", ""])[:2]
        if after != "that" or comma != "," or word not in ("and", "but", "while") or joint[0] not in tokens:
            continue
        before = _piece(Span(content.start, joint[0].idx), page)
        behind = _piece(Span(other.idx + len(other), content.end), page)
        if before and behind:
            return _parted(link, before, behind, other, subject, page)
    return None


def _behind_semicolon(link: Link, verb: "Token", page: Page) -> tuple[Link, Link] | None:
    """ "Said the camps were “an inch apart”; | another spoke | of “theatre”": who speaks behind the semicolon is another."""
    content = link.contents[-1].span
    tokens = page.tokens(content) if content.start > verb.idx else []
    stop = next((t for t in tokens if t.text == ";" and not page.quoting(t)), None)
    behind = [t for t in tokens if stop is not None and t.i > stop.i]
    other = next((t for t in behind if t.tag_ == verb.tag_ and verbs.speaks(t, page.lexicon)), None)
    if stop is None or other is None or page.quoting(other):
        return None
    own = verbs.subject(other, "nsubj")
    first = behind[0] if behind[0].tag_ in ("DT", "NN", "NNS", "NNP") else None
    subject = own if own is not None and own.i > stop.i else first
    before, told = (
        _piece(span, page)
        for span in (Span(content.start, stop.idx), Span(other.idx + len(other), content.end))
    )
    if subject is None or subject.tag_ == "PRP" or subject.i >= other.i or not before or not told:
        return None
    return _parted(link, before, told, other, subject, page)


def _parted(
    link: Link,
    before: tuple[Tagged, ...],
    behind: tuple[Tagged, ...],
    verb: "Token",
    subject: "Token",
    page: Page,
) -> tuple[Link, Link]:
    """The link up to the second verb of speaking in its last content, and what the subject of that one says."""
    cue = page.cover(Span(verb.idx, verb.idx + len(verb)), CUE)
    second = replace(link, contents=behind, cue=cue, source=_told_by(subject, page), after=None)
    return replace(link, contents=(*link.contents[:-1], *before)), second


def _told_by(subject: "Token", page: Page) -> Tagged:
    return page.cover(Span(subject.left_edge.idx, subject.idx + len(subject)), SOURCE)


def _piece(span: Span, page: Page) -> tuple[Tagged, ...]:
    """What is left of a content between its new borders, if anything is."""
    left = spans.trim(page.text, span, spans.EDGE, spans.EDGE) if span.length > 0 else span
    return (page.cover(left, CONTENT),) if left.length > 0 else ()


def _joined(joint: "Token", other: "Token", verb: "Token") -> bool:
    """ "Said ... and warned"; the parser joins "would order" or "was opposed" and "warned"."""
    if joint.lower_ == "but":  # "has admitted that it was made | but denies that"
        after = other.nbor(1) if other.i + 1 < len(other.doc) else other
        # "it doesn't add up | but blamed"
        back = other.tag_ == verb.tag_ == "VBD" and verbs.is_present(other.head)
        return other.dep_ == "conj" and other.tag_ in verbs.FINITE and (after.lower_ == "that" or back)
    alike = other.dep_ == "conj" and other.tag_ == verb.tag_ and other.tag_ in verbs.FINITE
    it = verbs.subject(other.head)
    thing = other.head.pos_ == "AUX" and it is not None and it.lower_ in ("it", "this", "that", "there")
    free = other.head == verb or other.head.tag_ in ("VB", "VBN", "JJ") or thing
    return alike and joint.lower_ == "and" and free


def _before_claiming(joint: "Token", other: "Token", verb: "Token", page: Page) -> bool:
    """ "Said it was late | before claiming that", "said it was late, adding that"."""
    leads = (joint.text == "," and other.head == verb) or joint.lower_ in ("before", "after", "while")
    after = other.nbor(1) if other.i + 1 < len(other.doc) else other
    if not leads or other.tag_ != "VBG" or not (after.lower_ == "that" or after.text in QUOTES):
        return False
    return not page.quoting(other)
