"""Frozen data that all rooms share. Offsets count Unicode code points of `Article.text`, half open."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from mediakit.taxonomy import USUAL, Kind, Need, Quote, Reason, Stance, Sure, Verdict, asked_of


class MediakitError(ValueError):
    """Input that cannot be used. The message names the thing, the place and the repair.

    What a student can bring about by clicking has a `key` of the catalogue, so that a page can say it in its language.
    """

    def __init__(self, message: str, key: str = "", values: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.key, self.values = key, values or {}

    def _render_traceback_(self) -> list[str]:
        """Notebooks print this in place of a traceback: one clear line for a student."""
        return [f"mediakit: {self}"]


class Span(NamedTuple):
    """`[start, end)` in code points of the article's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def length(self) -> int:
        return self.end - self.start


Spans = tuple[Span, ...]
T = TypeVar("T")


def bounds(things: Sequence[T], span: Span, place: Callable[[T], Span]) -> tuple[int, int]:
    """From where to where those of some things lie that overlap a span; both their starts and their ends ascend."""
    first = bisect_right(things, span.start, key=lambda t: place(t).end)
    return first, bisect_left(things, span.end, lo=first, key=lambda t: place(t).start)


def among(things: Sequence[T], span: Span, place: Callable[[T], Span]) -> Sequence[T]:
    """Those of some things that overlap a span, found in logarithmic time; both their starts and their ends ascend."""
    first, last = bounds(things, span, place)
    return things[first:last]


def touching(spans: Spans, span: Span) -> Spans:
    """Those of some spans in order, none over another, that overlap one span."""
    return tuple(among(spans, span, lambda s: s))


def text_of(text: str, spans: Spans) -> str:
    """The words of some spans on one line, for people: blanks and line breaks become one blank."""
    return " ".join(" ".join(text[span.start : span.end].split()) for span in spans)


WIDEST = 150
"""Characters of a line that no page has: a text with such a line breaks its lines where paragraphs end."""
EMPTY_LINE, LINE_BREAK = re.compile(r"\n[ \t\u00a0]*\n\s*"), re.compile(r"\n\s*")


def flows(text: str) -> bool:
    """Does a text break no line for the width of a page, so that every line break is meant?"""
    return any(len(line) > WIDEST for line in text.split("\n"))


def is_line(text: str, span: Span) -> bool:
    """Does a span fill its line, blanks apart?"""
    begin, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    behind = text[span.end : end] if end >= 0 else text[span.end :]
    return not text[begin : span.start].strip() and not behind.strip()


def paragraph_break(text: str) -> re.Pattern[str]:
    """What parts the paragraphs of a text: an empty line, or any line break where none is for the width."""
    return LINE_BREAK if flows(text) else EMPTY_LINE


UNSURE = 0.6
"""Under this confidence the machine says that it does not know; see docs/accuracy.md for how often it is right there."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given: decoded, without byte order mark, CRLF as LF, nothing else changed."""

    text: str
    language: str = "en"

    @classmethod
    def of(cls, text: str, language: str = "en") -> "Article":
        """Text as it was pasted or decoded; a lone surrogate, which no file can hold, becomes a question mark."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return cls(text.encode("utf-8", "replace").decode("utf-8"), language)


@dataclass(frozen=True, slots=True)
class Why:
    """Which rule decided, on which words, and which answer came second."""

    rule: str
    words: Spans = ()
    runner_up: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue, its content and its source; `cue` and `source` may be empty.

    `name` is the source's canonical name in this text. `continued` is the id of the attribution
    that this one goes on from. `confidence` is the chance that content and source are right, `kind_confidence`
    the chance that the kind is, by the rule that decided it. `issuer` names who made a document, `contested` marks a cue on
    which style books disagree, `listed` is False for a cue that is in no list.
    """

    id: str
    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    name: str | None
    quote: Quote
    stance: Stance
    continued: str | None
    reason: Reason | None
    second_hand: bool
    why: Why
    confidence: float
    issuer: str | None = None
    contested: bool = False
    listed: bool = True
    kind_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an article; `need` is None unless the writer speaks in it."""

    id: str
    start: int
    end: int
    verdict: Verdict
    need: Need | None
    attributions: tuple[str, ...]
    confidence: float
    why: Why | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the machine found in one text; the public interface of `mediakit analyze --json`."""

    text: str
    language: str
    engine: dict[str, str]
    notes: tuple[str, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    format: int = 1

    def attribution(self, attribution_id: str) -> Attribution:
        return next(a for a in self.attributions if a.id == attribution_id)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one sheet says of one claim. A student, a key and the machine fill the same fields."""

    claim: str
    verdict: Verdict
    kind: Kind | None = None
    need: Need | None = None
    source: str | None = None
    quote: Quote | None = None
    stance: Stance | None = None
    sure: Sure | None = None
    accept: tuple[str, ...] = ()
    why: str = ""
    rule: str = ""
    words: Spans = ()
    runner_up: str | None = None
    confidence: float | None = None
    kind_confidence: float | None = None

    @property
    def detail(self) -> Kind | Need | None:
        """The kind of a claim that somebody else speaks in, or the need of the writer's own."""
        return self.need if self.verdict is Verdict.UNSOURCED else self.kind

    def given(self, question: str) -> str | None:
        """What this answer says to a question of the taxonomy, if it says anything."""
        if not asked_of(question, self.verdict):
            return None
        word = getattr(self, question)
        return None if word is None else str(word)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers to the same questions about one article, whoever gave them; at most one a claim."""

    answers: tuple[Answer, ...] = ()

    def get(self, claim: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.claim == claim), None)

    def only(self, claims: tuple[str, ...]) -> "Sheet":
        """The answers to some of the claims."""
        return Sheet(tuple(answer for answer in self.answers if answer.claim in claims))

    def put(self, answer: Answer) -> "Sheet":
        kept = tuple(a for a in self.answers if a.claim != answer.claim)
        return Sheet((*kept, answer))


@dataclass(frozen=True, slots=True)
class Exercise:
    """An article with a key and the machine's frozen analysis."""

    slug: str
    title: str
    article: Article
    machine: Analysis
    key: Sheet
    level: str = "middle"
    minutes: int = 15
    skills: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """An ordered set of exercises with one thread; `form` is article or drill, `teaches` names words of the taxonomy.

    Packs are offered by their `order`, then by name.
    """

    slug: str
    title: str
    language: str
    licence: str
    exercises: tuple[str, ...]
    about: str = ""
    origin: str = ""
    teaches: tuple[str, ...] = ()
    form: str = "article"
    order: int = 99


@dataclass(frozen=True, slots=True)
class Feedback:
    """How one answer stands against another.

    `agrees` is same, verdict (another verdict) or the first question after it that differs; `differs` lists all.
    `why_not` says for each of those what the student's answer would have needed.
    """

    claim: str
    agrees: str
    accepted: bool
    lines: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over two sheets, and no grade: claims compared, same verdict, same verdict and kind."""

    claims: int
    verdicts: int
    kinds: int
    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    correct_rejections: int = 0


@dataclass(frozen=True, slots=True)
class Contest:
    """A student's objection to the machine: another answer, the words that speak for it, and why.

    `ruling` is empty until a teacher has decided: "upheld" or "rejected".
    """

    claim: str
    verdict: Verdict
    detail: str | None
    words: str
    reason: str
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One student's pass through one article, as it is stored beside the notebook.

    `first` holds the answers of the first round where there were two. `moved` are the claims in which the student
    took over the machine's answer when it was shown; `weighed` says that this step is done (or was not asked).
    `student` is a nickname or code that the student chose, `attempt` tells two passes through one article apart, and
    `chain` holds a seal for each saved step, see `seals`.
    """

    exercise: str
    fingerprint: str
    claims: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    committed: bool = False
    format: int = 3
    questions: tuple[str, ...] = USUAL
    rounds: int = 1
    first: tuple[Answer, ...] = ()
    weigh: bool = False
    weighed: bool = False
    moved: tuple[str, ...] = ()
    contests: tuple[Contest, ...] = ()
    help: str = "alone"
    student: str = ""
    attempt: str = ""
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """One person's closed sessions in order, for studying alone."""

    sessions: tuple[Record, ...] = ()
    format: int = 1
