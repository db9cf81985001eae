"""Gives each content its cue and its source, and joins the pieces that one cue holds together.

The tagger points from content to source and cue (see `training/network.py`); here the pointing is summed over
tagged spans and the strongest one is taken.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mediakit.analysis import quotes, spans
from mediakit.analysis.quotes import Quotation
from mediakit.analysis.sentences import DATELINE
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CUE, ONE, SOURCE, Reading
from mediakit.model import Span, among

ENOUGH = 0.2
"""The least share of the pointing that makes a link."""


RELATIVE = frozenset({"who", "which", "that"})
FAR = 400
"""Words; a quotation's cue and source stand nearer."""
SURE = 0.8
"""A second, unquoted content beside a quotation of the same cue must be this likely."""


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution in the making; `after` is the index of the link that this one goes on from.

    `issuer` is who published the document that speaks; `by_form` says that a fixed form of words gave it away, `turn` that
    it is a turn of a dialogue, `block` that it is a quotation set apart.
    """

    contents: tuple[Tagged, ...]
    cue: Tagged | None
    source: Tagged | None
    after: int | None
    chance: float
    issuer: Tagged | None = None
    by_form: bool = False
    turn: bool = False
    block: bool = False

    @property
    def start(self) -> int:
        return self.contents[0].span.start

    @property
    def told(self) -> list[Span]:
        """Where the cue and the source stand, as far as there are any."""
        return [t.span for t in (self.cue, self.source) if t is not None]


def find(
    text: str,
    reading: Reading,
    contents: list[Tagged],
    tagged: dict[int, list[Tagged]],
    sentences: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
) -> list[Link]:
    """Links in the order of their contents."""
    cues = [_past_comma(text, cue) for cue in tagged[CUE]]
    free = {role: _uncovered(some, contents) for role, some in ((SOURCE, tagged[SOURCE]), (CUE, cues))}
    starts = {c.span.start for c in contents if quotes.touching(quotations, c.span)}
    chosen: list[Link] = []
    for content in contents:
        quoted = content.span.start in starts and not _is_entry(text, sentences, content.span)
        block = None if quoted else _block(text, sentences, content.span)
        cue, cue_chance = _choose(reading, content, free[CUE], CUE, block)
        if block is not None and cue is not None:
            cue = _beside(free[CUE], content) or cue
        source, source_chance = _choose(reading, content, free[SOURCE], SOURCE, block)
        source = _last_word(text, reading, content, source)
        if quoted and cue is not None and _is_over(text, content, cue):
            cue = source = None
        chosen.append(Link((content,), cue, source, None, min(cue_chance, source_chance)))
    return _continue(text, _group(chosen, sentences, starts), sentences, quotations)


def _is_over(text: str, content: Tagged, cue: Tagged) -> bool:
    """The next paragraph's cue is another's, for a finished quotation behind other words, and for one within words, as in a heading."""
    if "\n" not in text[content.span.end : cue.span.start]:
        return False
    told = text[content.span.start : content.span.end]
    if told[0].isalnum():
        return True  # "The trouble with “common sense”"
    if told.rstrip("”’»\"'")[-1:] not in ".?!":
        return False
    return bool(text[text.rfind("\n", 0, content.span.start) + 1 : content.span.start].strip())


def _beside(cues: list[Tagged], content: Tagged) -> Tagged | None:
    """The cue right before a content: in "argued that it was wrong and vowed | to sue" that is the vow."""
    at = bisect_left(cues, content.first, key=lambda t: t.last)
    return cues[at] if at < len(cues) and cues[at].last == content.first else None


def _uncovered(tagged: list[Tagged], contents: list[Tagged]) -> list[Tagged]:
    """Spans that no content swallowed when it was widened to its quotation marks."""
    holding = [among(contents, t.span, lambda c: c.span) for t in tagged]
    return [t for t, near in zip(tagged, holding, strict=True) if not any(c.span.holds(t.span) for c in near)]


def _past_comma(text: str, cue: Tagged) -> Tagged:
    """ "Its secretary, however|, warned | that", "a friend of Mark’|s retorted": the comma is in no cue, nor half a word."""
    start = cue.span.start
    inside = start > 0 and text[start - 1] in "’'" and text[start].isalnum()
    whole = text.find(" ", start, cue.span.end) if inside else start
    own = spans.trim(text, Span(max(whole, start), cue.span.end), ", ", "")
    return replace(cue, span=own) if 0 < own.length < cue.span.length else cue


def _block(text: str, sentences: tuple[Span, ...], span: Span) -> Span:
    """The sentences around a span up to the line breaks that end sentences: a headline, a bullet, a paragraph."""
    first = last = _sentence(sentences, span.start)
    while first and "\n" not in text[sentences[first - 1].end : sentences[first].start]:
        first -= 1
    while last + 1 < len(sentences) and "\n" not in text[sentences[last].end : sentences[last + 1].start]:
        last += 1
    return Span(sentences[first].start, sentences[last].end)


def _choose(
    reading: Reading, content: Tagged, targets: list[Tagged], role: int, block: Span | None
) -> tuple[Tagged | None, float]:
    """The span of `role` that the content points to, and the share of the pointing that it gets.

    Unquoted content finds cue and source in its own `block`; the tagger does not see lines.
    """
    pointing = _pointing(reading, content, role)
    nothing = pointing.nothing
    near = _near(targets, content, block)
    if not near:
        return None, nothing
    shares = [pointing.at(*_pieces(reading, t.first, t.last)) for t in near]
    if block is not None:
        total = sum(shares) + nothing + 1e-6
        shares = [share / total for share in shares]
    best = int(np.argmax(shares))
    if shares[best] < ENOUGH or shares[best] < nothing * 0.5:
        return None, nothing
    return near[best], shares[best]


def _near(targets: list[Tagged], content: Tagged, block: Span | None) -> list[Tagged]:
    """Those of the targets, which stand in order, that lie in the block, or not too far from a quotation."""
    if block is not None:
        begin = bisect_left(targets, block.start, key=lambda t: t.span.start)
        end = bisect_left(targets, block.end, key=lambda t: t.span.start)
        return [t for t in targets[begin:end] if block.holds(t.span)]
    begin = bisect_left(targets, content.first - FAR + 1, key=lambda t: t.first)
    return targets[begin : bisect_left(targets, content.first + FAR, key=lambda t: t.first)]


def _last_word(text: str, reading: Reading, content: Tagged, source: Tagged | None) -> Tagged | None:
    """Only "who" of "the mayor, who", where that one word is what the content points to."""
    if source is None or source.last - source.first < 2:
        return source
    start, end = reading.offsets[source.last - 1]
    if text[start:end] not in RELATIVE:
        return source
    pointing = _pointing(reading, content, SOURCE)
    first, (last, stop) = int(reading.pieces[source.first, 0]), reading.pieces[source.last - 1]
    alone = pointing.at(int(last), int(stop)) > pointing.at(first, int(last))
    return spans.make(reading, source.last - 1, source.last, SOURCE) if alone else source


@dataclass(frozen=True, slots=True)
class Pointing:
    """Mean share that a content's pieces give to each piece from `begin` on, and to nothing."""

    begin: int
    mass: NDArray[np.float32]
    nothing: float

    def at(self, first: int, last: int) -> float:
        """The share that pieces [first, last) of the text get."""
        return float(self.mass[max(first - self.begin, 0) : max(last - self.begin, 0)].sum())


def _pieces(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The word pieces of words [first, last)."""
    return int(reading.pieces[first, 0]), int(reading.pieces[last - 1, 1])


def _pointing(reading: Reading, content: Tagged, role: int) -> Pointing:
    first, last = _pieces(reading, content.first, content.last)
    near = among(reading.windows, Span(first, last), lambda w: Span(w.start, w.end))
    begin = near[0].start
    total = np.zeros(near[-1].end - begin, np.float32)
    seen = np.zeros_like(total)
    nothing = rows = 0.0
    for window in near:
        a, b = max(first, window.start), min(last, window.end)
        rows_here = window.links[role][a - window.start + 1 : b - window.start + 1]
        share = rows_here.sum(0, dtype=np.float32) / ONE
        total[window.start - begin : window.end - begin] += share[1:]
        seen[window.start - begin : window.end - begin] += b - a
        nothing += float(share[0])
        rows += b - a
    return Pointing(begin, total / np.maximum(seen, np.float32(1e-9)), nothing / max(rows, 1.0))


def _sentence(sentences: tuple[Span, ...], offset: int) -> int:
    return max(0, bisect_right(sentences, offset, key=lambda s: s.start) - 1)


def _group(links: list[Link], sentences: tuple[Span, ...], quoted: set[int]) -> list[Link]:
    """Pieces that share a cue in one sentence are one attribution; in a later sentence they go on from it."""
    grouped: list[Link] = []
    home: dict[Span, int] = {}
    for link in links:
        if link.cue is None or link.cue.span not in home:
            if link.cue is not None:
                home[link.cue.span] = len(grouped)
            grouped.append(link)
            continue
        at = home[link.cue.span]
        first = grouped[at]
        cue_sentence = _sentence(sentences, link.cue.span.start)
        if _sentence(sentences, link.start) <= cue_sentence:
            if not _one_content(first, link, quoted, sentences):
                lone = link.contents[0].last - link.contents[0].first == 1
                if not lone and (
                    first.start not in quoted or link.start in quoted or link.contents[0].chance > SURE
                ):
                    grouped.append(link)
                continue
            grouped[at] = replace(
                first, contents=(*first.contents, *link.contents), source=first.source or link.source
            )
        elif link.source is not None and first.source is not None and link.source != first.source:
            grouped.append(replace(link, cue=None))  # the same "said" cannot serve two speakers
        else:
            grouped.append(replace(link, cue=None, source=first.source, after=at))
    return grouped


def _one_content(first: Link, other: Link, quoted: set[int], sentences: tuple[Span, ...]) -> bool:
    """Two pieces are one content when source and sentence are one and both are quoted or neither.

    The subject of a passive may be unquoted: "The visit was described as a ‘discussion’".
    """
    if first.source is not None and other.source is not None and first.source != other.source:
        return False
    assert first.cue is not None
    if other.contents[0].last - other.contents[0].first == 1:
        return False
    if _sentence(sentences, first.start) != _sentence(sentences, first.cue.span.start):
        return False
    if (first.start in quoted) == (other.start in quoted):
        return True
    return first.start not in quoted and first.start < first.cue.span.start < other.start


def _continue(
    text: str, links: list[Link], sentences: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> list[Link]:
    """A quotation without cue and source, right after an attributed one, inherits its speaker."""
    starts = {q.span.start for q in quotations}
    joined: list[Link] = []
    for link in links:
        content = link.contents[0]
        quoted = content.span.start in starts
        entry = _is_entry(text, sentences, content.span)
        if quoted and not entry and link.cue is None and link.after is None and joined:
            at = _last_quoted(joined, content, sentences, starts)
            if at is not None and (link.source is None or link.source == joined[at].source):
                link = replace(link, source=joined[at].source, after=at, chance=joined[at].chance)
        joined.append(link)
    return joined


def _is_entry(text: str, sentences: tuple[Span, ...], span: Span) -> bool:
    """Does its line begin with a time? "14:20 “Stay at home.”" is a new entry of a live blog."""
    start = sentences[_sentence(sentences, span.start)].start
    begins = start == 0 or text[start - 1] == "\n"
    return begins and DATELINE.match(text, start) is not None


def _last_quoted(
    joined: list[Link], content: Tagged, sentences: tuple[Span, ...], starts: set[int]
) -> int | None:
    """The nearest attribution before, if no more than one sentence of other text stands between."""
    at = len(joined) - 1
    previous = joined[at]
    if previous.source is None and previous.after is None:
        return None
    end = max(c.span.end for c in previous.contents)
    if previous.cue is not None:
        end = max(end, previous.cue.span.end)
    here, there = _sentence(sentences, content.span.start), _sentence(sentences, end - 1)
    return at if here - there <= 1 else None
