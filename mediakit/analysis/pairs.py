"""Two attributions that stand next to each other: what belongs to the other one, and what is one with it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from mediakit.analysis import spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.tagger import CONTENT
from mediakit.model import Span

Numbered = tuple[int, Link]
Pair = tuple[Link | None, Link | None]
NEAR = 4
"""Words behind a "what" in which its speaker begins."""
Mend = Callable[[Link, Link, Page], Pair]


def mend(links: list[Numbered], page: Page) -> list[Numbered]:
    """Numbered links, each mended with the next one; what belongs to the other one alone is left out."""
    for rule in (
        _apart,
        _leads_in,
        _in_what,
        _with_condition,
        _with_own_cue,
        _with_predicate,
        _in_one_piece,
        _same_voice,
    ):
        links = _in_pairs(links, page, rule)
    return links


def _in_pairs(kept: list[Numbered], page: Page, rule: Mend) -> list[Numbered]:
    """What becomes of each link and the next one; None is left out."""
    made: list[tuple[int, Link | None]] = list(kept)
    for at, ((number, link), (following, after)) in enumerate(pairwise(kept)):
        first, second = rule(link, after, page)
        if first is not link:
            made[at] = (number, first)
        if second is not after:
            made[at + 1] = (following, second)
    return [(number, link) for number, link in made if link is not None]


def _apart(link: Link, after: Link, page: Page) -> Pair:
    """ "She doubts that it matters: | ships, she notes, can be seen": the words of the second are not the first's, too."""
    last, first = link.contents[-1].span, after.contents[0].span
    if link.cue == after.cue or not last.start < first.start < last.end <= first.end or page.quotes(last):
        return link, after
    own = spans.trim(page.text, Span(last.start, first.start), spans.EDGE, spans.EDGE)
    if own.length <= 0:
        return link, after
    return replace(link, contents=(*link.contents[:-1], page.cover(own, CONTENT))), after


def _leads_in(link: Link, after: Link, page: Page) -> Pair:
    """ "Explains | the mission: | “We teach”": what a colon leads from is in no content of its own."""
    last, first = link.contents[-1].span, after.contents[0].span
    led = page.text[last.end - 1 : first.start].rstrip(" ‘“\"'").endswith(":") and bool(page.quotes(first))
    if led and after.cue is not None and last.holds(after.cue.span):
        return None, after  # "shows | Moor telling them: | “We teach”"
    if (
        link.cue is None
        or link.cue != after.cue
        or not link.cue.span.end <= last.start < last.end < first.start
    ):
        return link, after
    plain = not page.quotes(last) and all(t.pos_ not in ("VERB", "AUX") for t in page.tokens(last))
    return (None, after) if led and plain else (link, after)


def _in_what(link: Link, after: Link, page: Page) -> Pair:
    """ "Signalling | that work on what President | Moor | called a “dumb deal” has begun": all of it is signalled by the first."""
    last, first = link.contents[-1].span, after.contents[0].span
    if link.cue is None or link.cue != after.cue or after.source is None or link.source == after.source:
        return link, after
    what = any(t.lower_ == "what" for t in page.tokens(last)[-NEAR:])
    told = page.text[last.end : first.start].strip() == page.text[slice(*after.source.span)].strip()
    if not what or not told or page.tokens(first)[0].pos_ not in ("VERB", "AUX"):
        return link, after
    whole = page.cover(Span(last.start, after.contents[-1].span.end), CONTENT)
    return replace(link, contents=(*link.contents[:-1], whole)), None


def _with_condition(link: Link, after: Link, page: Page) -> Pair:
    """ "Went further: | if it was true, | he said, | the contract would end": the condition belongs to what it is for."""
    if len(link.contents) > 1 or link.after is not None or after.cue is None or after.source is None:
        return link, after
    if link.cue is not None and link.cue.span.start < link.start:
        return link, after  # "said if it was true the contract would end": its own cue holds it
    first = next(iter(page.tokens(link.contents[0].span)), None)
    condition = first is not None and first.dep_ in ("mark", "advmod") and first.head.dep_ == "advcl"
    told = sorted((after.source.span, after.cue.span))
    beside = (link.contents[0].span.end, told[0].start), (told[1].end, after.contents[0].span.start)
    if condition and all(start < end and page.text[start:end].strip(" ,") == "" for start, end in beside):
        return None, replace(after, contents=(*link.contents, *after.contents))
    return link, after


def _with_own_cue(link: Link, after: Link, page: Page) -> Pair:
    """ "It was refused entry, | the charity | said, in the latest dispute | over who pays": what the dispute is over is the writer's."""
    if link.cue is not None or link.after is not None or link.source is None or after.cue is None:
        return link, after
    cue, behind = after.cue.span, after.contents[0].span
    same = after.source is not None and after.source.span == link.source.span
    between = page.text[cue.end : behind.start].strip()
    inside = link.contents[-1].span.end < cue.start < behind.start and not page.quotes(behind)
    if same and inside and between.startswith(",") and between.strip(" ,"):
        return replace(link, cue=after.cue), None
    return link, after


def _with_predicate(link: Link, after: Link, page: Page) -> Pair:
    """ "“Only the sea,” | Roth said, | can tell you": what the sea can do belongs to the quotation."""
    last = after.contents[-1].span
    first = next(iter(page.tokens(last)), None)
    if first is None or link.cue is None or link.cue != after.cue or last.start < link.cue.span.end:
        return link, after
    bare = verbs.is_finite(first) and not page.quotes(last)
    if not bare or not all(page.quotes(c.span) for c in link.contents):
        return link, after
    end = min(last.end, page.sentence(Span(first.idx, first.idx + 1)).end)
    told = spans.trim(page.text, Span(last.start, end), spans.EDGE, spans.EDGE)
    return replace(link, contents=(*link.contents, page.cover(told, CONTENT))), None


def _in_one_piece(link: Link, after: Link, page: Page) -> Pair:
    """ "The paper reported | that she was for hire, noting | her “limited time”": nothing stands between, and one cue holds both."""
    last, first = link.contents[-1].span, after.contents[0].span
    beside = link.cue is not None and link.cue == after.cue and link.source == after.source
    if not beside or not last.end < first.start or page.text[last.end : first.start].strip():
        return link, after
    if any(t.lower_ == "what" for t in page.tokens(last)[:1]):
        return link, after  # "unveiled | what he termed ‘the future’": his words are another attribution
    whole = page.cover(Span(last.start, first.end), CONTENT)
    return replace(link, contents=(*link.contents[:-1], whole, *after.contents[1:])), None


def _same_voice(link: Link, after: Link, page: Page) -> Pair:
    """ "“It is,” he replied. “And I was right.”": of nobody else, the second is his who has just spoken, if that was no question."""
    empty = after.source is None and after.cue is None and after.after is None
    if not empty or link.source is None or not link.contents[-1].span.end <= link.source.span.start:
        return link, after
    between = page.text[max(span.end for span in link.told) : after.start]
    quoted = all(page.quotes(one.contents[0].span) for one in (link, after))
    asked = "?" in page.text[link.contents[-1].span.start : link.contents[-1].span.end]
    if not quoted or asked or between.strip(" ") != ".":
        return link, after
    return link, replace(after, source=link.source)
