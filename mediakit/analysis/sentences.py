"""Cuts a text into sentences, which become the claims: by marks, line breaks and a list of abbreviations.

spaCy's parser ends sentences inside single curly quotes and at soft line breaks, so its cuts are not used.
"""

import itertools
import re

from mediakit.lexicon import Lexicon
from mediakit.model import WIDEST, Span, flows, paragraph_break

CLOSERS = "”’\"'»)]"
MARKS = tuple('”’"»')
"""With these a line may end that holds whole words of somebody's, a post for one."""
END = re.compile(rf"(?:[.!?…]+|[。！？])[{re.escape(CLOSERS)}]*(?:\[\d+\])*")
OPENERS = "“‘\"'«([—–-•"
BULLET = re.compile(r"\s*(?:[-*•–—‣◦]|(?:1?\d|20)[.)])[ \t]+")
INITIALS = re.compile(r"(?:\b[A-Za-z]\.)+$")
WRITER = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+"
BYLINE = re.compile(rf"[Bb]y {WRITER}|B[yY] ")
SIGNED = re.compile(rf"By {WRITER}[ \t]*(?:\n|\Z)")
"""A whole line that tells who wrote what follows."""
DATELINE = re.compile(
    r"[A-Z][A-Z.,' ]{2,}(?:(?:[A-Z][a-z.]+|\d{1,2}),* ){0,4}(?:\([A-Za-z ]+\) ?)?[—–-]+\s*|\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\b\.?)?:?\s*"
)
"""The place or the time before a report."""
PLACED = re.compile(r"[A-Z]{3,}(?:[ /-][A-Z]{2,}){0,2}: (?=\S)")
"""The same before a colon, as Indian papers have it; a label of who speaks looks alike."""
ENTRY = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?=\W|$)")
"""The time that begins an entry of a live blog."""
SALUTATION = re.compile(r"Dear [^\n!?]{1,60},")
"""The whole line "Dear Dr Nell,"."""
DATED = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z]|\d{1,4}[-./:]\d|\d{4}\b")
"""What a line begins with that tells a day or a time, and does not go on from the line before."""
NUMBERED = {
    "plan",
    "group",
    "part",
    "section",
    "grade",
    "vitamin",
    "hepatitis",
    "appendix",
    "exhibit",
    "type",
    "class",
}
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "to",
        "in",
        "for",
        "by",
        "at",
        "on",
        "with",
        "from",
        "that",
        "as",
        "but",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "said",
        "says",
        "u.s.",
    ]
)
"""Words that go on in the next line."""
CLOCK = re.compile(r"[ap]\.m\.")
SHORT_LINE = 65
"""Characters; a line of broken prose is longer, a headline, byline or bullet shorter."""

HEADLINE = 5
"""Words that a headline has, and few names."""

INSIDE = re.compile(r"[,.?!][”’\"']|[a-z]{4,}[.!]\s+[A-Z“‘]")
"""What a headline does not hold: a quotation that ends, or a sentence that ends before the line does."""
TAIL = re.compile(r"(?:[A-Z][\w'’-]*\s+){1,3}([a-z]+)\b")


def find(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Sentences in order, without the blanks between them; together they hold every other character."""
    cuts = sorted({0, len(text)} | _line_cuts(text) | _mark_cuts(text, lexicon))
    pieces = (_stripped(text, start, end) for start, end in itertools.pairwise(cuts))
    return tuple(_join_marks(text, [piece for piece in pieces if piece.start < piece.end]))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Blocks parted by an empty line, or by any line break where none is for the width of a page."""
    breaks = [m.span() for m in paragraph_break(text).finditer(text)]
    edges = itertools.pairwise([(0, 0), *breaks, (len(text), len(text))])
    blocks = (_stripped(text, before[1], after[0]) for before, after in edges)
    return tuple(block for block in blocks if block.start < block.end)


def _stripped(text: str, start: int, end: int) -> Span:
    """Without the blanks at both ends."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _join_marks(text: str, spans: list[Span]) -> list[Span]:
    """A piece without a letter or digit (a lone mark) belongs to the sentence before it."""
    joined: list[Span] = []
    for span in spans:
        if joined and not any(c.isalnum() for c in text[span.start : span.end]):
            if "\n" not in text[joined[-1].end : span.start]:
                joined[-1] = Span(joined[-1].start, span.end)
                continue
        joined.append(span)
    return joined


def _line_cuts(text: str) -> set[int]:
    """Ends of paragraphs, and single line breaks after a headline, a byline or a bullet."""
    cuts = set()
    flowing = flows(text)
    for match in re.finditer(r"\n[ \t\u00a0]*(?:\n\s*)?", text):
        rest = text[match.end() : match.end() + 60]
        bullet = BULLET.match(rest)
        item = bullet and rest[bullet.end() :].split("\n")[0].strip()
        line_start = text.rfind("\n", 0, match.start()) + 1
        line = text[line_start : match.start()].strip()
        greets = SALUTATION.fullmatch(line)
        if match.group().count("\n") > 1 or item or greets or _begins_report(text, match.end()):
            cuts.add(match.end())
            continue
        top = not text[:line_start].strip() and not INSIDE.search(line)
        after_bullet = BULLET.match(text[line_start : match.start()])
        heads = (
            top
            or after_bullet
            or line.isupper()
            or ENTRY.match(line)
            or BYLINE.match(line)
            or BYLINE.match(rest)
            or _is_heading(text, line_start, match.end())
            or (flowing and _is_subhead(text, line_start, line, own=line_start in cuts))
        )
        starts_anew = bool(rest[:1]) and (
            rest[0].isupper()
            or rest[0] in OPENERS
            or DATED.match(rest) is not None
            or (flowing and rest[0].isdigit())
        )
        quoted = flowing and line[-1:] in MARKS  # “… We were told. #justice”
        whole = quoted or (len(line) > WIDEST and _is_headline(text, match.end()))
        heads, short = heads or whole, whole or len(line) < (WIDEST if flowing else SHORT_LINE)
        if heads and starts_anew and line and short and line[-1] not in ",;:-–—":
            ends = BYLINE.match(rest) or (flowing and top) or not _ends_short(line)
            if ends and (len(line) > WIDEST or not _is_wrapped(text, line_start, match.end())):
                cuts.add(match.end())
    return cuts


def _begins_report(text: str, at: int) -> bool:
    """A line that names the writer or begins with a place: whatever stands before it is over."""
    dateline = DATELINE.match(text, at)
    return SIGNED.match(text, at) is not None or (dateline is not None and dateline[0][0].isalpha())


def _is_heading(text: str, start: int, after: int) -> bool:
    """Does a line follow the time of an entry, and stay so short that the next word would have fitted?"""
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
    line, following = (text[at : _line_end(text, at)].strip() for at in (start, after))
    fitted = following and len(line) + 1 + len(following.split(None, 1)[0]) <= len(following)
    return bool(ENTRY.fullmatch(before) and fitted and line[-1:].isalnum())


def _is_subhead(text: str, start: int, line: str, *, own: bool) -> bool:
    """Does a line without an end stand between paragraphs, or behind another of its `own`?

    Not the first line of "the U.S. | State Department", nor one inside a sentence.
    """
    before = text[:start].rstrip()[-1:]
    closed = own or not before or before in ".!?…" + CLOSERS
    begins = line.lstrip(OPENERS)[:1]
    whole = line.rstrip(CLOSERS)[-1:].isalnum() and not INSIDE.search(line)
    return closed and (begins.isupper() or begins.isdigit()) and whole


def _is_headline(text: str, start: int) -> bool:
    """Is a line one, so that the paragraph before it has only lost its full stop? Not a name on which the sentence goes on."""
    line = text[start : _line_end(text, start)].strip()
    return len(line) < WIDEST and len(line.split()) >= HEADLINE and line[-1:].isalnum()


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _is_wrapped(text: str, start: int, after: int) -> bool:
    """Is the line full? Then its break is the width's, not the writer's: the next word would not have fitted.

    Told only in a block of three lines or more; the longest line is taken for the width.
    """
    end = text.find("\n\n", start)
    block = text[start : len(text) if end < 0 else end].split("\n")
    line, word = block[0], text[after : after + 60].split(None, 1)[0]
    return len(block) > 2 and len(line.rstrip()) + 1 + len(word) > max(len(row) for row in block)


def _ends_short(line: str) -> bool:
    """A line that ends in a small word goes on in the next one."""
    return line.rsplit(None, 1)[-1].lower() in SMALL


def _mark_cuts(text: str, lexicon: Lexicon) -> set[int]:
    cuts = set()
    for match in END.finditer(text):
        end = match.end()
        marks = match.group()
        end = _give_back(text, match.start(), end)
        following = text[end : end + 80]
        rest = following.lstrip()
        if not rest:
            continue
        if following[0].isspace():
            if _is_tail(marks, rest, lexicon) or _numbers_item(text, end):
                continue
            if _begins(rest) and not (marks == "." and _abbreviates(text, match.start(), rest, lexicon)):
                if not (marks[0] == "…" or marks.startswith("..")) or rest[0] in OPENERS or rest[0].isupper():
                    cuts.add(end)
        elif _lost_space(text, match.start(), end):
            cuts.add(end)
    return cuts


def _is_tail(marks: str, rest: str, lexicon: Lexicon) -> bool:
    """`“Why?” Lena Ortiz asked.` is one sentence: the mark ends the question, and the cue belongs to it."""
    tail = TAIL.match(rest)
    return tail is not None and marks[0] in "?!" and marks[-1] in CLOSERS and tail.group(1) in lexicon.tails


def _numbers_item(text: str, end: int) -> bool:
    """The full stop of "2. The pool is open" at the head of a line."""
    bullet = BULLET.match(text, text.rfind("\n", 0, end) + 1)
    return bullet is not None and bullet.start() < end <= bullet.end() and text[end - 2].isdigit()


def _give_back(text: str, mark: int, end: int) -> int:
    """In `word.‘Next` and `word. "Next` a straight or closing mark may open what follows."""
    if end < len(text) and text[end - 1] in "\"'" and text[end].isalnum() and end - mark > 1:
        return end - 1
    return end


def _begins(rest: str) -> bool:
    bare = rest.lstrip(OPENERS + " ")
    return bool(bare) and (
        bare[0].isupper()
        or bare[0].isdigit()
        or (rest[0] in "“‘«" and bare != rest)
        or not bare[0].isascii()
        or bool(BULLET.match(rest))
    )


def _lost_space(text: str, mark: int, end: int) -> bool:
    """`it fell.Then` ends a sentence; `Booking.com`, `3.5` and `U.S.Army` do not."""
    before = re.search(r"[a-z0-9)%]{2,}$", text[max(0, mark - 12) : mark])
    after = re.match(r"[“‘\"'«]?[A-Z](?:[a-z]|['’]| )", text[end : end + 4])
    return bool(before and after)


def _abbreviates(text: str, mark: int, rest: str, lexicon: Lexicon) -> bool:
    """Does this full stop belong to an abbreviation that the sentence goes on after?"""
    word = re.search(r"[^\s“‘\"'(«]+$", text[max(0, mark - 20) : mark])
    if word is None:
        return False
    token = word.group() + "."
    lower = token.lower()
    if lower in lexicon.before_names:
        return True
    if re.fullmatch(r"[A-Z]\.", token):
        return _is_initial(text[: mark - 1], token, rest, lexicon)
    dotted = bool(INITIALS.search(token)) and token.count(".") > 1
    if dotted or lower in lexicon.abbreviations:
        first = re.match(r"[“‘\"'(]*([^\s.,;:’'”]+)", rest)
        nextword = first.group(1) if first else ""
        if rest[0] in '“‘"«':
            return False
        if lower in lexicon.firms_short and lexicon.first_name(nextword) and nextword[:1].isupper():
            return False  # "a shareholder of North Line Co. Ruth Stone said"
        tail = TAIL.match(rest) if lower in lexicon.firms_short else None
        if tail is not None and tail.group(1) in lexicon.tails and not _describes(rest, lexicon):
            return False  # "it took money from North Line Corp. Stone says"
        if CLOCK.fullmatch(lower) and nextword[:1].isupper():
            return nextword.isupper() or nextword.lower() in lexicon.times  # "9 a.m. GMT", "9 a.m. Monday"
        return nextword.lower() not in lexicon.function_words or nextword[:1].islower()
    return False


def _describes(rest: str, lexicon: Lexicon) -> bool:
    """ "North Line Co. Chairman Ruth Stone said"."""
    return rest.split(None, 1)[0].lower() in lexicon.people | lexicon.titles.keys()


def _is_initial(before: str, token: str, rest: str, lexicon: Lexicon) -> bool:
    """ "J. Smith", "said J. Smith", "leader M. Palan", "the A. Burke Institute" and "George W. Bush" go on; "Plan B. Then", "patient B. Then" and "vitamin C. Then" do not."""
    previous = before.rstrip().rsplit(None, 1)[-1:] or [""]
    if previous[0] in lexicon.people or previous[0] in lexicon.titles:
        return rest[:1].isupper() and rest.split(None, 1)[0].lower() not in lexicon.function_words
    starts = not before.strip() or before.rstrip()[-1] in ".!?“‘(,;:"
    if starts or previous[0].lower() in lexicon.tails or previous[0].lower() == "the":
        return True
    return previous[0][:1].isupper() and previous[0].lower() not in NUMBERED and token != "I."
