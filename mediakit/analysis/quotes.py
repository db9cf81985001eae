"""Finds quotations by their marks, also where the marks are ambiguous, nested or lost.

The hard case is the single curly quote: its closing mark is the apostrophe of "North Korea’s". One rule decides: a mark
between letters is an apostrophe; after a punctuation mark it closes; after a plain letter it closes unless a surer closing
mark follows before anything else opens. A lost mark never reaches further than its paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.model import Span, among, paragraph_break

PAIRS = {"“": '”"“', "”": "”", "„": "“”", "«": "»", "‘": "’'", '"': '"”', "'": "'’", "‚": "‘’", "»": "«"}
WIDEST_INSIDE = 60
"""Characters of what stands in straight marks inside of others."""
DOUBLED = "''"
"""Two straight single marks, which some news agencies type for a double one."""
MARKS = re.compile("''|``|[“”„«»‘’‚\"']")
ELISION = re.compile(r"[‘’'](?:\d0s|t\b|em\b|tis\b|twas\b|til\b|cause\b|n[’']|round\b)", re.IGNORECASE)
ENDING = re.compile(r"[‘'](?:s|t|d|m|re|ve|ll)\b")
""" "The mayor‘s": an opening mark typed for an apostrophe; "“Red Hill”'s crew"."""
MOST_TITLE = 8
"""Words of what is told to be a title, though it has no capitals."""
READ_OUT = re.compile(r"\b(?:(?:reads?|reading)[:,]|(?:said|says|saying)[:,]?)\s+\Z")
""" "The banner read: “Labour is a Friend”"."""
TITLED = re.compile(r"\b(?:en)?titled\s+\Z|\bheadlined\s+\Z")
WORK = re.compile(
    r"\b(?:show|film|movie|book|novel|album|song|play|series|magazine|documentary|single|memoir|painting|opera|musical|poem|podcast|comedy|drama|essay|exhibition),?\s+\Z"
)
""" "His show “Neo Magazin.”": a title may have a full stop before the mark."""
CALLED = re.compile(r",\s+(?:called|named|nicknamed|dubbed|known as)\s+\Z")
""" "The tool, called “Ask Henry”, was new"."""
SAYING = re.compile(
    r"[,.] (?:he|she|they|it|[A-Z]\w+) (?:said|says|added|told)\b|\b(?:said|says) (?:he|she|they|[A-Z]\w+)\b"
)
""" "“We won, he said. It rained.⏎“No,” she said": a mark that was lost, not left out."""
LEADING_IN = re.compile(r"\b(?:says?|asks?|goes|think|yells?|shouts?|like|answers?),\s+\Z")
""" "If somebody says, "I want ten," you wonder,": in the present nobody but a speaker's own example speaks so."""
PLURAL = "sSzx"
"""Letters behind which an apostrophe may stand at the end of a word."""
LONGEST = 2500
"""Characters; a quotation over more is taken for a lost mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`span` includes the marks; `inner` is what stands between them; `closed` tells that both were found."""

    span: Span
    inner: Span
    closed: bool

    def words(self, text: str) -> int:
        return len(text[self.inner.start : self.inner.end].split())


def find(text: str, sentences: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Outermost quotations in order of the text; nested ones are left inside."""
    found: list[Quotation] = []
    position = 0
    original, text = text, _single_out_doubled(text)
    marks = [m.start() for m in MARKS.finditer(text)]
    breaks = paragraph_break(text)
    index = 0
    while index < len(marks):
        at = marks[index]
        index += 1
        if at < position:
            continue
        if _opens(text, at):
            quotation = _close(text, at, marks[index:], sentences, breaks)
        elif _closes_alone(text, at):
            quotation = _lost_opening(text, at, sentences, found)
        else:
            continue
        if quotation is not None:
            found.append(_with_doubled(original, quotation))
            position = quotation.span.end
    return tuple(found)


def touching(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of the quotations of a text that overlap a span."""
    return among(quotations, span, lambda q: q.span)


def _single_out_doubled(text: str) -> str:
    """The same length, with '' as one straight double mark and a character that is no mark."""
    return text.replace("''", '"\x00').replace("``", '"\x00') if "''" in text or "``" in text else text


def _with_doubled(text: str, quotation: Quotation) -> Quotation:
    """The span with both halves of a doubled closing mark."""
    end = quotation.span.end
    doubled = text[end - 1 : end + 1] == DOUBLED
    inner = Span(
        quotation.inner.start + (text[quotation.span.start : quotation.inner.start + 1] in (DOUBLED, "``")),
        quotation.inner.end,
    )
    return Quotation(Span(quotation.span.start, end + doubled), inner, quotation.closed)


def is_speech(text: str, quotation: Quotation) -> bool:
    """False for marks round a term, a title or irony: few words, or the capitals of a title."""
    words = text[quotation.inner.start : quotation.inner.end].split()
    if not words or is_title(text, quotation):
        return False
    whole = text[quotation.inner.end - 1] in ".,?!—…-" and words[0].lstrip("“‘\"'")[:1].isupper()
    return len(words) >= 5 or (whole and len(words) >= 2)


def is_title(text: str, quotation: Quotation) -> bool:
    """Two long words or more, all with a capital, and no punctuation before the closing mark."""
    words = [w.strip("“”‘’\"'.,?!:;()") for w in text[quotation.inner.start : quotation.inner.end].split()]
    long_words = [w for w in words if len(w) > 3 and w[0].isalpha()]
    capitals = len(words) >= 3 and len(long_words) >= 2 and all(w[0].isupper() for w in long_words)
    if READ_OUT.search(text, max(0, quotation.span.start - 20), quotation.span.start) is not None:
        return False
    named = TITLED.search(text, max(0, quotation.span.start - 20), quotation.span.start) is not None
    called = named or CALLED.search(text, max(0, quotation.span.start - 20), quotation.span.start) is not None
    short = called and len(words) in (2, 3) and all(w[:1].isupper() for w in words)
    work = WORK.search(text, max(0, quotation.span.start - 20), quotation.span.start) is not None
    short = short or (work and len(words) > 1 and all(w[0].isupper() for w in long_words))
    short = short or (named and 0 < len(words) <= MOST_TITLE)  # "a note titled “Sell the truffle”"
    return short or (capitals and (named or text[quotation.inner.end - 1] not in ".,?!"))


def _opens(text: str, at: int) -> bool:
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if after == "\x00":
        after = text[at + 2 : at + 3]
    if not after or ELISION.match(text, at):
        return False
    if mark == "”":  # typed by mistake at the head of a paragraph
        return after.isalnum() and (not before or before == "\n")
    if mark in "“„«":
        return not after.isspace() or mark == "«"
    if mark == "»":
        return False
    if mark in "‘‚":
        return not after.isspace() and not (before.isalpha() and ENDING.match(text, at))
    if mark == '"':
        return (
            not after.isspace()
            and (not before or before.isspace() or before in "([—–-/:“‘'.,?!" or not before.isalnum())
            and after not in ",;:)"
        )
    if mark == "'":
        return (
            after.isalnum()
            and (not before or before.isspace() or before in '([—–-“"')
            and not (before == '"' and ENDING.match(text, at))
            and not _inch(text, at)
        )
    return False


def _inch(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit()


def _closes_alone(text: str, at: int) -> bool:
    """A closing mark whose opening one was lost; an apostrophe is none."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    after = text[at + 2 : at + 3] if after == "\x00" else after
    free = not after or after.isspace() or after in ").,;—–"
    return bool(before) and before in ".,?!" and free and text[at] in '”"»’“'


def _single_closes(text: str, at: int, later: list[int], breaks: re.Pattern[str]) -> bool:
    """Is this apostrophe-like mark the end of a single quotation?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after and after.isalnum():
        return False
    if before in '.,?!…—–”";:)':
        return True
    if before.isspace():  # "'Where is it? ' asked one"
        return text[at - 2 : at - 1] in tuple(".,?!…") and (not after or after.isspace())
    if before not in PLURAL or not re.match(r"\s+[a-z0-9]", text[at + 1 : at + 4]):
        return True
    # "the generals’ talks" or a quotation that ends in s: a surer closing mark further on decides.
    for other in later:
        if text[other] in '‘“"«' or (text[other] == "'" and _opens(text, other)):
            return True
        last, free = text[other - 1], not text[other + 1 : other + 2].isalnum()
        if text[other] in "’'" and free and (last in ".,?!" or (last.isalnum() and last not in PLURAL)):
            return breaks.search(text, at, other) is not None
    return True


def _close(
    text: str, at: int, later: list[int], sentences: tuple[Span, ...], breaks: re.Pattern[str]
) -> Quotation | None:
    """The quotation that opens at `at`: to its closing mark, else to the end of its sentence."""
    mark = text[at]
    closers = PAIRS[mark]
    single = mark in "‘'‚"
    depth = 0
    later = _without_inside(text, _without_curly(text, at, later, breaks), breaks) if mark == '"' else later
    for number, other in enumerate(later):
        char = text[other]
        if other - at > LONGEST:
            break
        new_paragraph = breaks.search(text, at, other) is not None
        if char == "“" and not _closes_alone(text, other):
            closes = False
        else:
            closes = char in closers and (
                not single or _single_closes(text, other, later[number + 1 :], breaks)
            )
        if closes:
            if mark == '"' and new_paragraph and _opens(text, other):
                break
            if char == '"' and mark in "“„«" and text[other - 1].isspace() and _opens(text, other):
                if "\n" in text[at:other]:
                    break  # another quotation begins: the closing mark of this one was lost
                depth += 1
                continue
            if depth and char != mark:
                depth -= 1
                continue
            if mark == '"' and _opens(text, other) and text[other - 1].isspace():
                break
            return Quotation(Span(at, other + 1), Span(at + 1, other), closed=True)
        if mark == '"' and char == "“":
            return None  # another style begins: the straight mark is a stray one
        if char == mark and mark in "“«‘" and _opens(text, other):
            if new_paragraph:
                break  # every paragraph of a long quotation opens anew; only the last one closes
            if mark == "‘" or (text[other - 1].isspace() and text[other - 2] in ".!?,"):
                break
            depth += 1
    return _lost_closing(text, at, sentences, breaks)


def _without_curly(text: str, start: int, later: list[int], breaks: re.Pattern[str]) -> list[int]:
    """Without the curly marks in "I read it: “Is it safe?” Forty, yes.", which ends in a straight one."""
    double = [at for at in later if text[at] in '“”"'][:3]
    if [text[at] for at in double] != ["“", "”", '"']:
        return later
    opening, closing, last = double
    ends = not _opens(text, last) and text[last - 1] in ".,?!…" and breaks.search(text, start, last) is None
    return [at for at in later if not opening <= at <= closing] if ends else later


def _without_inside(text: str, later: list[int], breaks: re.Pattern[str]) -> list[int]:
    """Without the straight marks of "dormant" in "given the number of "dormant" cells it may rise," before the one that closes both.

    So it is where no punctuation stands before the second mark, but before the third.
    """
    straight = [at for at in later if text[at] == '"' and at - later[0] <= LONGEST]
    three = zip(straight, straight[1:], straight[2:], strict=False)
    first = next((t for t in three if _is_inside(text, *t, breaks)), None)
    if first is None or first[0] != straight[0]:
        return later
    return _without_inside(text, [at for at in later if at not in first[:2]], breaks)


def _is_inside(text: str, opening: int, closing: int, last: int, breaks: re.Pattern[str]) -> bool:
    if closing - opening > WIDEST_INSIDE or breaks.search(text, opening, last) is not None:
        return False
    led = LEADING_IN.search(text, max(0, opening - 20), opening) is not None
    opens = (
        _opens(text, opening) and text[opening - 1].isspace() and (led or text[opening - 2] not in ".,?!…")
    )
    plain = (led or text[closing - 1].isalnum()) and not _opens(text, closing)
    return opens and plain and text[last - 1] in ".,?!…" and not _opens(text, last)


def _lost_closing(
    text: str, at: int, sentences: tuple[Span, ...], breaks: re.Pattern[str]
) -> Quotation | None:
    """No closing mark: a paragraph that opens with a mark is quoted to its end, else the sentence is."""
    broken = breaks.search(text, at)
    paragraph_end = broken.start() if broken else len(text)
    starts_paragraph = not text[:at].strip() or re.search(r"\n\s*\Z", text[:at]) is not None
    next_opens = text[paragraph_end:].lstrip()[:1] == text[at] and text[at] in '“"‘«'
    end = paragraph_end if "\n" in text[at:] else _paragraph_lost(text, at)
    next_opens = next_opens or end < paragraph_end
    if not (next_opens and (starts_paragraph or _is_led_in(text, at, end))):
        sentence = sentences[max(0, bisect_right(sentences, at, key=lambda s: s.start) - 1)]
        end = min(paragraph_end, sentence.end)
    end = at + len(text[at:end].rstrip())
    return Quotation(Span(at, end), Span(at + 1, end), closed=False) if end > at + 2 else None


def _is_led_in(text: str, at: int, end: int) -> bool:
    """ "Cull said: “We won. It was hard.⏎“We are glad.”": the next paragraph goes on, where no other speaker comes in between."""
    return text[:at].rstrip()[-1:] in tuple(".!?:,") and SAYING.search(text, at, end) is None


def _paragraph_lost(text: str, at: int) -> int:
    """Where a text without any line breaks opens the same mark anew behind a sentence; its end where it does not."""
    opening = re.compile(rf"(?<=[.!?])\s+{re.escape(text[at])}(?=\w)").search(text, at + 1)
    other = next((m.start() for m in MARKS.finditer(text, at + 1) if not text[m.start() - 1].isalnum()), -1)
    return opening.start() if opening and opening.end() - 1 == other else len(text)


def _lost_opening(
    text: str, at: int, sentences: tuple[Span, ...], found: list[Quotation]
) -> Quotation | None:
    """No opening mark: the quotation begins with its sentence, or after the one before it."""
    index = max(0, bisect_right(sentences, at, key=lambda s: s.start) - 1)
    start = sentences[index].start
    if found and found[-1].span.end > start:
        return None
    return Quotation(Span(start, at + 1), Span(start, at), closed=False)
