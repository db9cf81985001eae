"""What stands in a content and is none: the verb that says it, the agent of a passive, and the place or time before a report."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import headings, nlp, spans, tails, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.sentences import DATELINE, PLACED
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMED = ("PERSON", "ORG", "NORP")


def apply(links: list[Link], page: Page) -> list[Link]:
    """The links, each with what is its own."""
    made = []
    for link in links:
        link = headings.past_label(link, page)
        own = _without_which(_past_dateline(link.contents, page), page.doc)
        own_verb = _with_verb(replace(link, contents=own), page)
        told = _as_called(_with_finding(own_verb, links, page), page)
        made.append(tails.with_contrast(_with_teller(_with_agent(told, page), page), page))
    return made


def _with_verb(link: Link, page: Page) -> Link:
    """ "The accounts, filed late, | show losses": the verb of the source is the cue."""
    tokens = page.tokens(link.contents[0].span)
    if link.cue is not None or link.source is None or len(tokens) < 2 or page.quotes(link.contents[0].span):
        return link
    verb, who = tokens[0], verbs.subject(tokens[0], "nsubj")
    ours = who is not None and link.source.span.start <= who.idx < link.source.span.end < verb.idx
    if not ours or not verbs.speaks(verb, page.lexicon):
        return link
    rest = page.cover(Span(tokens[1].idx, link.contents[0].span.end), CONTENT)
    cue = page.cover(Span(verb.idx, verb.idx + len(verb)), CUE)
    return replace(link, contents=(rest, *link.contents[1:]), cue=cue, by_form=True)


def _with_finding(link: Link, links: list[Link], page: Page) -> Link:
    """ "Findings indicate | that he drowned, | according to the office": what they indicate, the office says, too."""
    content = link.contents[0].span
    that = next(iter(page.tokens(content)), None)
    if that is None or len(link.contents) > 1 or link.cue is None or not link.by_form:
        return link
    verb = that.head.head if that.lower_ == "that" and that.dep_ == "mark" else None
    who = verbs.subject(verb, "nsubj") if verb is not None else None
    if verb is None or who is None or not who.idx < verb.idx < content.start < link.cue.span.start:
        return link
    whole = Span(who.left_edge.idx, content.end)
    taken = any(span.overlaps(whole) for other in links for span in other.told)
    return link if taken else replace(link, contents=(page.cover(whole, CONTENT),))


def _as_called(link: Link, page: Page) -> Link:
    """ "The pictures show men, and were dismissed by the ministry | as ‘theatre’": the ministry calls them so."""
    words = page.tokens(link.contents[0].span)
    # "rumours were described | by one executive as “theatre”"
    who = verbs.governed(words[0]) if words and words[0].lower_ == "by" else None
    first = next((t for t in words if who is None or t.i > who.right_edge.i), None)
    if first is None or first.lower_ != "as" or first.dep_ != "prep":
        return link
    verb = first.head
    noun = verbs.governed(verbs.by(verb))
    cue = Span(verb.idx, verb.idx + len(verb))
    if noun is None or verb.lemma_ not in page.lexicon.called_as or not verbs.passive(verb):
        return link
    if link.cue is not None and link.cue.span.overlaps(cue):
        return link
    source = page.cover(Span(noun.left_edge.idx, _end(noun)), SOURCE)
    told = page.cover(Span(first.idx, link.contents[0].span.end), CONTENT)
    return replace(link, cue=page.cover(cue, CUE), source=source, contents=(told, *link.contents[1:]))


def _with_agent(link: Link, page: Page) -> Link:
    """In "was condemned as “a mess” by residents" the residents speak."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None or link.source is not None or not verbs.passive(verb):
        return link
    for by in page.doc[verb.i + 1 : verb.sent.end]:
        noun = verbs.governed(by) if by.lower_ == "by" else None
        other = by.dep_ == "agent" and by.head != verb and verbs.passive(by.head)
        if other and (verb.lemma_.lower() in page.lexicon.hearing or by.head.i > verb.i + 1):
            continue  # "was told that it was opened by a guard", "is said to have been warned by police"
        if _of_next(by, verb):
            continue  # "was named dean in May, but was asked to go by the bishop"
        if noun is None or not _can_speak(noun, page.lexicon) or page.quotes(Span(by.idx, by.idx + 2)):
            continue
        # "was told that it would close, in a letter obtained by the Courier"
        paper = verbs.seen_paper(by, page.lexicon)
        source = paper or Span(noun.left_edge.idx, _end(noun))
        lead = by.head.head.head if paper is not None else by
        agent = Span(min(lead.idx, source.start), source.end)
        kept = [p for c in link.contents for p in _before(c.span, agent, page.text)]
        if kept:
            contents = tuple(page.cover(p, CONTENT) for p in kept)
            return replace(link, source=page.cover(source, SOURCE), contents=contents)
    return link


def _of_next(by: "Token", verb: "Token") -> bool:
    """Does a "by" belong to a passive that is joined to this one, with an auxiliary of its own?"""
    above = itertools.takewhile(lambda t: t != verb, by.ancestors)
    return any(t.dep_ == "conj" and any(c.dep_ == "auxpass" for c in t.children) for t in above)


def _with_teller(link: Link, page: Page) -> Link:
    """In "Moss learned from residents that it was empty" the residents tell it."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None and link.cue is not None:
        verb = page.tokens(link.cue.span)[-1].head  # "got | a text | from"
    if verb is not None and verb.lemma_ in page.lexicon.receiving:
        return _with_letter(link, verb, page)
    if verb is None or verb.lemma_ not in page.lexicon.learning:
        return link
    whom = (w for c in verb.rights if c.lower_ == "from" for w in c.children if w.dep_ == "pobj")
    teller = next((w for w in whom if w.idx < link.contents[0].span.start), None)
    if teller is None or not (teller.pos_ == "PROPN" or _can_speak(teller, page.lexicon)):
        return link
    cue, source = verbs.stretch(verb, teller.head), Span(teller.left_edge.idx, _end(teller))
    return replace(link, cue=page.cover(cue, CUE), source=page.cover(source, SOURCE))


def _with_letter(link: Link, verb: "Token", page: Page) -> Link:
    """In "Moss got a text from his sister: “It is empty.”" the text tells it."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.idx < link.contents[0].span.start), None)
    documents = page.lexicon.nouns[Kind.DOCUMENT] - page.lexicon.things_of_speech
    if thing is None or thing.lemma_.lower() not in documents:
        return link
    cue, source = Span(verb.idx, verb.idx + len(verb)), Span(thing.left_edge.idx, _end(thing))
    return replace(link, cue=page.cover(cue, CUE), source=page.cover(source, SOURCE))


def _without_which(contents: tuple[Tagged, ...], doc: "Doc") -> tuple[Tagged, ...]:
    """Without a lone "which" between the pieces, or the "it" of "it is whispered that"."""
    pieces = [(c, nlp.tokens_in(doc, c.span)) for c in contents]
    several = len(contents) > 1
    return tuple(c for c, ts in pieces if len(ts) != 1 or not _is_empty(ts[0], several)) or contents


def _is_empty(token: "Token", several: bool) -> bool:
    verb = token.head
    told = token.lower_ == "it" and verbs.passive(verb) and any(c.dep_ == "ccomp" for c in verb.children)
    return token.tag_ in ("WDT", "WP") or told or (several and token.lower_ == "that")


def _past_dateline(contents: tuple[Tagged, ...], page: Page) -> tuple[Tagged, ...]:
    """Without the place or the time before a report: "TOWN HALL — Plans to close"."""
    kept = []
    for content in contents:
        start, end = content.span
        begins = start == 0 or page.lines[start - 1] == "\n"
        dateline = DATELINE.match(page.lines, start) or PLACED.match(page.lines, start) if begins else None
        if dateline is None:
            kept.append(content)
        elif dateline.end() < end:
            kept.append(page.cover(Span(dateline.end(), end), CONTENT))
    return tuple(kept) or contents


def _can_speak(noun: "Token", lexicon: Lexicon) -> bool:
    words = {noun.lower_, noun.lemma_.lower()}
    speaking = (lexicon.people, lexicon.organization_words, lexicon.spokespeople)
    return noun.ent_type_ in NAMED or any(words & group for group in speaking)


def _end(noun: "Token") -> int:
    """The end of the agent: with "of ..." and "in ...", but without a time or a clause, as in "accused by some | of lying"."""
    last = noun
    for child in noun.children:
        if (
            child.i > noun.i
            and child.dep_ == "prep"
            and not any(c.ent_type_ in ("DATE", "TIME") or c.tag_ == "VBG" for c in child.children)
        ):
            last = child.right_edge if child.i == last.i + 1 else last
        if child.dep_ == "conj" and not child.nbor(-1).is_quote:  # "“mad” by the owner and | “sad” by fans"
            last = child.right_edge
    return last.idx + len(last)


def _before(content: Span, agent: Span, text: str) -> list[Span]:
    """What of a content stands before the agent; all of it, where the agent is elsewhere."""
    if not content.overlaps(agent):
        return [content]
    before = spans.trim(text, Span(content.start, agent.start), spans.EDGE, spans.EDGE)
    return [before] if before.length else []
