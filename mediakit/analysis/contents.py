"""Brings the tagger's contents and the quotation marks together: marks win where they are clear."""

import itertools
import re
from bisect import bisect_left, bisect_right

from mediakit.analysis import quotes, spans
from mediakit.analysis.quotes import Quotation, is_speech
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, Reading
from mediakit.model import Span, bounds

SURE_ENOUGH = 0.5
LEAST = 0.2
LONG = 12
LABEL = re.compile(r"[A-Z][^.!?:;\n“”\"]{2,60}:\s*")
"""What stands before a quotation at the head of a line and names who speaks."""
DESCRIBING = re.compile(
    r",\s+(?:which|whose|who)\b|\s*([–—])(?!.*\1\s*[a-z])|\s(--?)\s(?!.*\s\2\s[a-z])|,\s+[a-z]+ing\b"
)
"""What stands behind a quotation and tells about it; what two dashes part off does not."""
ARTICLE = re.compile(r"\b(?:the|a|an|this|its|his|her|their|so-called)\s+\Z")
""" "The “Moor effect,”"."""
MARKS = '“"‘«'
PAUSES = ",;:–—"
FEW = 3
"""Words; fewer in a sentence of their own, without marks, are no content that goes on."""
SURE = {1: 0.8, 2: 0.55}
"""How likely so many loose words must be, or they are a slip (chosen on the held-out articles)."""
STILL = 0.85
"""How likely a further sentence without marks must be."""
LEADING = ",;:-–—•*"
TRAILING = " \t\r\n\u00a0"


def merge(
    text: str,
    reading: Reading,
    tagged: list[Tagged],
    quotations: tuple[Quotation, ...],
    sentences: tuple[Span, ...],
) -> list[Tagged]:
    """Contents in order, none overlapping: every spoken quotation is one, whole, whatever the tagger cut."""
    contents = [
        p for t in tagged for p in _in_lines(text, reading, t, quotations, sentences) if _worth(text, p)
    ]
    for quotation in quotations:
        first, last = bounds(contents, quotation.span, lambda t: t.span)
        touching = contents[first:last]
        if not touching:
            if (
                _has_words(text, quotation.inner)
                and is_speech(text, quotation)
                and _trusted(text, reading, quotation)
            ):
                contents.insert(first, spans.cover(reading, quotation.span, CONTENT))
            continue
        start, end = quotation.span if quotation.closed else _tagged_part(quotation, touching)
        outside = [_outside(text, t, quotation, sentences) for t in touching]
        start = min(start, *(span.start for span in outside))
        end = max(end, *(span.end for span in outside))
        contents[first:last] = [spans.cover(reading, _trim(text, Span(start, end)), CONTENT)]
    return _apart(sorted(contents, key=lambda t: t.span))


def _in_lines(
    text: str,
    reading: Reading,
    tagged: Tagged,
    quotations: tuple[Quotation, ...],
    sentences: tuple[Span, ...],
) -> list[Tagged]:
    """Content ends with its line where a line break ends a sentence, and where a sentence begins with a quotation.

    The tagger does not see lines, and takes `said it was "grim". "The roof fell"` for one.
    """
    first = bisect_right(sentences, tagged.span.start, key=lambda s: s.start)
    last = bisect_left(sentences, tagged.span.end, key=lambda s: s.start)
    if first < last and not quotes.touching(quotations, tagged.span):
        if any(
            text[s.end - 1] == "?" for s in sentences[max(first - 1, 0) : last - 1]
        ):  # "Is it true? | Not so, says Quill"
            tagged = spans.cover(reading, Span(sentences[last - 1].start, tagged.span.end), CONTENT)
        while first < last and not _goes_on(text, reading, tagged, sentences[last - 2 : last]):
            upto = _trim_end(text, Span(tagged.span.start, sentences[last - 2].end))
            tagged, last = spans.cover(reading, upto, CONTENT), last - 1
    cuts = [
        s.start
        for before, s in itertools.pairwise(sentences[max(first - 1, 0) : last])
        if _ends(text, before, s, quotations)
    ]
    edges = [tagged.span.start, *cuts, tagged.span.end]
    pieces = [_trim(text, Span(a, b)) for a, b in itertools.pairwise(edges)]
    pieces = [*(_trim_end(text, p) for p in pieces[:-1]), pieces[-1]]
    if len(pieces) > 1 or text[tagged.span.start] in LEADING:
        return [spans.cover(reading, p, CONTENT) for p in pieces if _has_words(text, p)]
    return [tagged] if _has_words(text, tagged.span) else []


def _goes_on(text: str, reading: Reading, tagged: Tagged, sentences: tuple[Span, ...]) -> bool:
    """Does a content without marks go on into the second of two sentences? "Critics say it is late. | The gate is blue"."""
    before, sentence = sentences
    rest = Span(sentence.start, tagged.span.end)
    scrap, whole = (len(text[slice(*span)].split()) for span in (rest, Span(tagged.span.start, before.end)))
    if scrap < FEW and whole > 2 * FEW:  # "Better than no answer. | Perhaps"
        return False
    return spans.cover(reading, rest, CONTENT).chance > STILL


def _ends(text: str, before: Span, sentence: Span, quotations: tuple[Quotation, ...]) -> bool:
    """Is the content over with the sentence before?"""
    if any(q.span.start == sentence.start and q.closed for q in quotes.touching(quotations, sentence)):
        return True
    broken = "\n" in text[before.end : sentence.start]
    return broken and not quotes.touching(quotations, Span(sentence.start, sentence.start))


def _has_words(text: str, span: Span) -> bool:
    return any(c.isalnum() for c in text[span.start : span.end])


def _outside(text: str, tagged: Tagged, quotation: Quotation, sentences: tuple[Span, ...]) -> Span:
    """The tagged span, cut at the quotation where what stands out belongs to another sentence.

    A quotation that ends in a full stop (or in a comma, if no other one follows) is over; a cue comes next, or words
    of the writer's. A few words woven into the sentence, “like these,” do not end it.
    """
    start, end = tagged.span
    last, tail = text[quotation.inner.end - 1], text[quotation.span.end : end]
    if LABEL.fullmatch(text[start : quotation.span.start]) and text[start - 1 : start] in ("", "\n"):
        start = quotation.span.start
    if _at(sentences, quotation.span.start).start > start:
        start = quotation.span.start
    comma = last == "," and not _is_woven(text, start, quotation)
    # "appears to bear her out: | ‘Happy to eat crow,’ the general writes", "nobody liked her – | “Born rich,” he said –"
    if comma and text[start : quotation.span.start].rstrip().endswith((":", "–", "—", " -", " --")):
        start = quotation.span.start
    sentence = _at(sentences, quotation.span.end - 1)
    over = last in ".?!" or (not any(mark in tail for mark in MARKS) and (comma or DESCRIBING.match(tail)))
    if quotation.closed and over and not _goes_past(text, Span(start, end), quotation, sentence):
        end = quotation.span.end
    elif quotation.closed and end > sentence.end:
        end = _trim_end(text, Span(start, sentence.end)).end
    return Span(start, end)


def _goes_past(text: str, tagged: Span, quotation: Quotation, sentence: Span) -> bool:
    """ "He was met with cries of “Shame!” | at a fair, the union says": the words behind are no cue and no new sentence.

    What begins its sentence has its cue behind it, and goes on until there.
    """
    last, tail = text[quotation.inner.end - 1], text[quotation.span.end : tagged.end]
    before = text[tagged.start : quotation.span.start].rstrip()
    woven = bool(before) and before[-1] not in PAUSES
    if last in ".?!":
        return last != "." and tail[1:2].islower() and (woven or len(tail.split()) > FEW)
    begins = not text[sentence.start : tagged.start].strip("( ")
    return begins and (woven or len(tail.split()) > FEW)


def _is_woven(text: str, start: int, quotation: Quotation) -> bool:
    """ "Promised to give them “their streets back,” | in part by closing two lanes", "hopes that the “Moor effect,” | as it is called, will help": words of the sentence around them."""
    term = ARTICLE.search(text, start, quotation.span.start) is not None
    return start < quotation.span.start and (text[quotation.inner.start].islower() or term)


def _at(sentences: tuple[Span, ...], offset: int) -> Span:
    return sentences[max(0, bisect_right(sentences, offset, key=lambda s: s.start) - 1)]


def _tagged_part(quotation: Quotation, touching: list[Tagged]) -> Span:
    """Where a mark was lost, the tagger knows better than the sentence how far the quotation goes."""
    begins = quotation.inner.start > quotation.span.start
    start = quotation.span.start if begins else min(t.span.start for t in touching)
    end = max(t.span.end for t in touching) if begins else quotation.span.end
    return Span(min(start, *(t.span.start for t in touching)), min(max(end, start), quotation.span.end))


def _trusted(text: str, reading: Reading, quotation: Quotation) -> bool:
    """A quotation with a lost mark, or one over many sentences, must also look like content to the tagger.

    A dozen words or more that end in a punctuation mark before the closing one are hardly ever anything but speech.
    """
    whole = quotation.words(text) >= LONG and text[quotation.inner.end - 1] in ".,?!"
    needed = LEAST / 2 if whole else LEAST
    if not quotation.closed or quotation.span.length >= 600:
        needed = SURE_ENOUGH
    return spans.cover(reading, quotation.span, CONTENT).chance > needed


def _worth(text: str, tagged: Tagged) -> bool:
    """One or two loose words inside untagged text are a slip of an unsure tagger, but "rejected that" is none."""
    words = text[tagged.span.start : tagged.span.end].lower().split()
    needed = SURE.get(len(words), 0.0)
    return tagged.chance > needed or words in (["that"], ["this"], ["it"], ["so"])


def _trim(text: str, span: Span) -> Span:
    return spans.trim(text, span, TRAILING + LEADING, TRAILING)


def _trim_end(text: str, span: Span) -> Span:
    """Without the full stop of a sentence that goes on in nobody's marks."""
    return Span(span.start, span.end - 1) if text[span.start : span.end].endswith(".") else span


def _apart(contents: list[Tagged]) -> list[Tagged]:
    kept: list[Tagged] = []
    for tagged in contents:
        if kept and kept[-1].span.overlaps(tagged.span):
            continue
        kept.append(tagged)
    return kept
