"""Which words are the cue: what the tagger marked too short, too long, or not at all."""

from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def whole(link: Link, page: Page) -> Link:
    """ "She appeared to | suggest that it was safe": what she did with the words belongs to the cue."""
    told = next(iter(page.tokens(link.contents[0].span)), None)
    words = page.tokens(link.cue.span) if link.cue is not None else []
    led = [t for t in words if t.lemma_ in page.lexicon.leading_in]
    if told is None or not led or any(t.lemma_.lower() in page.lexicon.speaking for t in words):
        return link
    behind = (v for t in (led[0], *led[0].rights) for v in t.rights if v.dep_ == "xcomp" and v.tag_ == "VB")
    verb = next((v for v in behind if v not in words and verbs.speaks(v, page.lexicon)), None)
    if (
        verb is None
        or not _told_that(verb)
        or not verb.i - 1 <= told.i <= verb.i + 1
        or words[-1].i not in (verb.i - 2, verb.i - 1)
    ):
        return link
    cue = page.cover(Span(words[0].idx, verb.idx + len(verb)), CUE)
    behind_cue = (Span(max(c.span.start, cue.span.end), c.span.end) for c in link.contents)
    cut = [spans.trim(page.text, s, spans.EDGE, spans.EDGE) for s in behind_cue if s.start < s.end]
    kept = tuple(page.cover(s, CONTENT) for s in cut if s.start < s.end)
    return replace(link, cue=cue, contents=kept) if kept else link


def _told_that(verb: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for told in verb.rights for c in told.lefts)


def behind_clause(link: Link, page: Page) -> Link:
    """ "A letter, which the paper | has seen, complains | that": the cue is the letter's own verb."""
    words = page.tokens(link.cue.span) if link.cue is not None else []
    clause = next((t for t in words[:-1] if t.dep_ == "relcl"), None)
    comma = next((t for t in words[1:-1] if t.text == ","), None)
    # "a man whose name | has been cut urged"
    closed = clause is not None and clause.right_edge.i + 1 == words[-1].i and clause.head not in words
    before = comma or (clause.right_edge if clause is not None and closed else None)
    if clause is None or before is None:
        return link
    if words[-1].tag_ not in verbs.FINITE and (
        comma is not None or not verbs.speaks(words[-1], page.lexicon)
    ):
        return link
    own = Span(before.nbor(1).idx, words[-1].idx + len(words[-1]))
    return replace(link, cue=page.cover(own, CUE))


def before_question(link: Link, page: Page) -> Link:
    """ "“You bet,” Roth said | when asked | whether he would": that he was asked is the writer's."""
    words = page.tokens(link.cue.span) if link.cue is not None else []
    asked = next((t for t in words if t.tag_ == "VBN" and t.lemma_ in page.lexicon.asking_verbs), None)
    led = [t for t in words if asked is not None and t.i < asked.i]
    told = [t for t in led if t.tag_ in verbs.FINITE and verbs.speaks(t, page.lexicon)]
    if not told or not (led[-1].tag_ == "WRB" or led[-1].text == ","):
        return link
    kept = tuple(c for c in (_answered(c, led[-1].idx, page) for c in link.contents) if c is not None)
    cue = page.cover(Span(words[0].idx, told[-1].idx + len(told[-1])), CUE)
    return replace(link, cue=cue, contents=kept) if kept else link


def before_answer(link: Link, page: Page) -> Link:
    """ "Moor, | asked | if it was dry, chose her words: “It is not.”": she answers, and does not ask."""
    words, first = page.tokens(link.cue.span) if link.cue is not None else [], link.contents[0].span
    led = page.text[: first.start].rstrip().endswith(":") and page.quotes(first)
    if not led or len(words) != 1 or words[0].lemma_ not in page.lexicon.asking_verbs:
        return link
    return replace(link, cue=None) if words[0].i and words[0].nbor(-1).text == "," else link


def _answered(content: Tagged, asked: int, page: Page) -> Tagged | None:
    """A content without the question that is told behind "when asked"; None where it is nothing else."""
    quoted = page.quotes(content.span)
    if content.span.end <= asked or (quoted and content.span.start <= asked):
        return content
    return page.cover(Span(quoted[0].span.start, content.span.end), CONTENT) if quoted else None


def behind_contact(link: Link, page: Page) -> Link:
    """ "A committee I | had never heard of announced | that": what the writer had heard describes the committee."""
    words = page.tokens(link.source.span) if link.source is not None else []
    cue = page.tokens(link.cue.span) if link.cue is not None else []
    if len(words) < 2 or not cue or words[-1].tag_ != "PRP" or words[-1].i + 1 != cue[0].i:
        return link
    clause = words[-1].head
    noun, verb = clause.head, cue[-1]
    if clause.dep_ != "relcl" or noun not in words or noun.head != verb:
        return link
    source = Span(noun.left_edge.idx, page.doc[verb.i - 1].idx + len(page.doc[verb.i - 1]))
    told = Span(verb.idx, verb.idx + len(verb))
    return replace(link, source=page.cover(source, SOURCE), cue=page.cover(told, CUE))


def own(link: Link, page: Page) -> Link:
    """ "She points to a study, which concluded | that it was safe": the verb right before its own "that" is the cue."""
    that = next(iter(page.tokens(link.contents[0].span)), None)
    led = link.cue or link.source
    if that is None or not that.i or led is None:
        return link
    verb = page.doc[that.i - 1]
    subject = verbs.subject(verb, "nsubj")
    which = subject is not None and subject.tag_ == "WDT"
    span = Span(verb.idx, verb.idx + len(verb))
    told = verbs.governs(verb, that) and verbs.speaks(verb, page.lexicon)
    if not told or led.span.overlaps(span):
        return link
    cue = page.cover(span, CUE)
    who = verbs.leant_on(verb) if led.span.start > that.sent.end_char else None
    if who is not None:  # "He edited it to say | that it might. That is false, | according to the board"
        return replace(link, cue=cue, source=page.cover(verbs.span(who), SOURCE), after=None)
    return replace(link, cue=cue, source=None, after=None) if which and link.cue is not None else link


def of_clause(link: Link, page: Page) -> Link:
    """ "He alleged that it was sold, a charge | the firm dismissed | as “false”": whose verb has the quotation, says it."""
    first = next(iter(page.tokens(link.contents[0].span)), None)
    verb = first.head if first is not None and first.lower_ == "as" else None
    who = verbs.subject(verb, "nsubj") if verb is not None else None
    if link.cue is None or first is None or verb is None or who is None or link.after is not None:
        return link
    clause = verb.dep_ == "relcl" and verb.i + 1 == first.i and verb.lemma_.lower() in page.lexicon.called_as
    quoted = page.quotes(link.contents[0].span)
    if not clause or not quoted or not link.cue.span.end <= who.left_edge.idx or who.tag_ in verbs.RELATIVE:
        return link
    cue, source = Span(verb.idx, verb.idx + len(verb)), verbs.span(who)
    return replace(link, cue=page.cover(cue, CUE), source=page.cover(source, SOURCE))


def within_source(link: Link, page: Page) -> Link:
    """ "“Goats,” | deadpanned farm spokesman Ivo Stone": the verb is no part of who says it."""
    tokens = page.tokens(link.source.span) if link.source is not None else []
    if link.cue is not None or len(tokens) < 2 or tokens[0].tag_ not in verbs.FINITE:
        return link
    verb, who = tokens[0], tokens[1:]
    if not verb.text.islower() or not verbs.speaks(verb, page.lexicon) or any(t.is_punct for t in who[:1]):
        return link
    source = page.cover(Span(who[0].idx, who[-1].idx + len(who[-1])), SOURCE)
    cue = page.cover(Span(verb.idx, verb.idx + len(verb)), CUE) if link.after is None else None
    return replace(link, source=source, cue=cue)


def without_name(link: Link, page: Page) -> Link:
    """ "The charity Roof | First says": the last word of a name, which the tagger gave to the cue."""
    words = page.tokens(link.cue.span) if link.cue is not None else []
    named = page.tokens(link.source.span) if link.source is not None else []
    if link.source is None or len(words) < 2 or not words[0].text.istitle() or verbs.is_finite(words[0]):
        return link
    if not named or named[-1].i != words[0].i - 1 or not named[-1].text.istitle() or named[-1].tag_ == "PRP":
        return link
    source = Span(link.source.span.start, words[0].idx + len(words[0]))
    cue = Span(words[1].idx, words[-1].idx + len(words[-1]))
    return replace(link, source=page.cover(source, SOURCE), cue=page.cover(cue, CUE))


def before_source(link: Link, page: Page) -> Link:
    """ "The paper | quoted | Moor | as saying": the cue up to who stands in it."""
    if link.cue is None or link.source is None or not link.cue.span.holds(link.source.span):
        return link
    if not any(t.dep_ == "dobj" for t in page.tokens(link.source.span)):
        return link  # "a report | that | promises"
    own = spans.trim(page.text, Span(link.cue.span.start, link.source.span.start), "", spans.EDGE)
    return replace(link, cue=page.cover(own, CUE)) if own.length > 0 else link


def between(link: Link, page: Page) -> Link:
    """ "My mum | thinks | I should pay", "and | blamed | “the rain”": the verb right before the content, where the tagger marked none."""
    told = next(iter(page.tokens(link.contents[0].span)), None)
    if link.cue is not None or link.source is None or link.after is not None or told is None or not told.i:
        return link
    verb = page.doc[told.i - 1]
    behind = link.source.span.end <= verb.idx and verb.sent.start_char <= link.source.span.start
    if not behind or verb.tag_ not in verbs.FINITE or not verbs.speaks(verb, page.lexicon):
        return link
    return replace(link, cue=page.cover(Span(verb.idx, verb.idx + len(verb)), CUE))
