"""One student through one article: guess, commit, compare. A pure state machine; no machine answer lives in it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mediakit.catalogue import problem
from mediakit.model import Analysis, Answer, Article, Claim, Contest, MediakitError, Record, Sheet, text_of
from mediakit.packs import SLUG
from mediakit.taxonomy import OWN, QUESTIONS, USUAL, Verdict, asked_of, is_sourced

LONG = 20
"""Claims; a longer article offers a selection."""
SELECTED = 12
HELP = ("worked", "half", "alone")
"""How much is shown beforehand: everything, the cues, nothing."""
SHORT_LINE = 90
"""Characters; a line without an end mark under this is a headline, byline or bullet, and is not asked."""


@dataclass(frozen=True, slots=True)
class Session:
    """What the student has done so far; every step returns a new one.

    `questions` are asked of every claim that they fit. With two `rounds` the first commit keeps the guesses in `first`
    and opens them again; with `weigh` the machine's answers are shown before the key, to be taken over or not.
    """

    exercise: str
    fingerprint: str
    claims: tuple[str, ...]
    sheet: Sheet = field(default_factory=Sheet)
    committed: bool = False
    questions: tuple[str, ...] = USUAL
    rounds: int = 1
    first: tuple[Answer, ...] = ()
    weigh: bool = False
    weighed: bool = False
    moved: tuple[str, ...] = ()
    contests: tuple[Contest, ...] = ()
    help: str = "alone"

    @property
    def phase(self) -> str:
        """`guess`, `weigh` (the machine is shown, the key is not) or `compare`."""
        if not self.committed:
            return "guess"
        return "weigh" if self.weigh and not self.weighed else "compare"

    @property
    def round(self) -> int:
        return 2 if self.first else 1

    def missing(self) -> tuple[str, ...]:
        """Claims without a verdict; they must be guessed before the commit."""
        return tuple(c for c in self.claims if self.sheet.get(c) is None)

    def unfinished(self) -> tuple[str, ...]:
        """Claims with a verdict that lack an answer to another question."""
        return tuple(
            c for c in self.claims if (a := self.sheet.get(c)) is not None and not self.is_complete(a)
        )

    def is_complete(self, answer: Answer) -> bool:
        """Is every question answered that is asked of a claim with this verdict?"""
        return all(answer.given(q) for q in self.questions if asked_of(q, answer.verdict))


def fingerprint(text: str) -> str:
    """A short name for a text, by which a record finds its article; it does not give the text away."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def start(
    exercise: str,
    article: Article,
    claims: tuple[str, ...],
    *,
    questions: tuple[str, ...] = USUAL,
    rounds: int = 1,
    weigh: bool = False,
    support: str = "alone",
) -> Session:
    """A fresh session over the claims that are asked. Raises MediakitError for questions or rounds there are not."""
    unknown = [q for q in questions if q not in QUESTIONS]
    if unknown:
        raise MediakitError(f"There is no question {unknown[0]!r}; there are: {', '.join(QUESTIONS)}.")
    if rounds not in (1, 2):
        raise MediakitError(f"rounds = {rounds!r}: it must be 1 or 2.")
    wanted = {"verdict", *questions}
    asked = tuple(q for q in QUESTIONS if q in wanted)
    return Session(
        exercise, fingerprint(article.text), claims, questions=asked, rounds=rounds, weigh=weigh, help=support
    )


def guess(session: Session, claim: str, **given: str | None) -> Session:
    """One guess, or a part of one, by question (`verdict="sourced"`); what is not given keeps its value.

    Raises MediakitError for a claim that is not asked, a word that is no answer, or after the commit.
    """
    if session.committed:
        open_again = replace(session, committed=False)
        if guess(open_again, claim, **given).sheet.get(claim) == session.sheet.get(claim):
            return session  # the same cell run again
        raise MediakitError("Your guesses are committed; they cannot be changed any more.")
    if claim not in session.claims:
        raise MediakitError(f"There is no claim {claim!r} to guess. Claims: {', '.join(session.claims)}.")
    return replace(session, sheet=session.sheet.put(answer_with(session.sheet.get(claim), claim, given)))


def answer_with(old: Answer | None, claim: str, given: Mapping[str, str | None]) -> Answer:
    """An answer with some questions answered anew. A change between the writer and somebody else drops the details."""
    words = {q: _word(q, word) for q, word in given.items() if word}
    chosen = words.get("verdict", old.verdict if old else None)
    if chosen is None:
        raise MediakitError(f"Claim {claim}: say first whether it is {', '.join(Verdict)}.")
    answer = replace(old, verdict=chosen) if old else Answer(claim, chosen)
    dropped: dict[str, Any] = {q: None for q in DETAILS if not asked_of(q, chosen)}
    if misfit := next((q for q in dropped if words.get(q)), None):
        raise MediakitError(f"Claim {claim}: {_NO_FIT[misfit in OWN]}.")
    return replace(answer, **(dropped | words))


DETAILS = ("kind", "need", "quote", "stance")


_NO_FIT = {
    False: "a claim in the writer's own voice has no source kind, quote type or stance",
    True: "only a claim in the writer's own voice is asked for its need",
}


def _word(question: str, word: str) -> Any:
    if question not in QUESTIONS:
        raise MediakitError(f"There is no question {question!r}; there are: {', '.join(QUESTIONS)}.")
    try:
        return QUESTIONS[question](word)
    except ValueError:
        known = ", ".join(str(w) for w in QUESTIONS[question])
        raise MediakitError(f"{question} = {word!r}: it must be one of {known}.") from None


def commit(session: Session) -> Session:
    """Close the guesses, or of two rounds the first. Raises MediakitError naming the claims that have no verdict."""
    open_claims = session.missing()
    if open_claims:
        raise problem("not_complete", a=", ".join(open_claims))
    if session.rounds == 2 and not session.first:
        return replace(session, first=session.sheet.answers)
    return replace(session, committed=True)


def move(session: Session, claim: str, over: bool) -> Session:
    """While weighing: take over the machine's answer to a claim, or go back to one's own."""
    if session.phase != "weigh" or claim not in session.claims:
        raise problem("not_weighing", c=claim)
    rest = tuple(c for c in session.moved if c != claim)
    return replace(session, moved=(*rest, claim) if over else rest)


def finish(session: Session) -> Session:
    """End the weighing, so that the key can be shown."""
    if not session.committed:
        raise problem("not_committed")
    return replace(session, weighed=True)


def contest(session: Session, article: Article, claim: Claim, contested: Contest) -> Session:
    """Keep an objection to the machine's answer; a second one to the same claim takes the place of the first.

    Raises MediakitError before the commit, for words that do not stand in the claim, and without a reason.
    """
    if not session.committed or claim.id not in session.claims:
        raise problem("contest_early", c=claim.id)
    answer_with(None, claim.id, {"verdict": contested.verdict, _detail(contested.verdict): contested.detail})
    said, spoken = " ".join(contested.words.split()), text_of(article.text, (claim.span,))
    if said and said.casefold() not in spoken.casefold():
        raise problem("contest_words", c=claim.id, a=said)
    if not said or not contested.reason.strip():
        raise problem("contest_empty", c=claim.id)
    kept = tuple(c for c in session.contests if c.claim != claim.id)
    return replace(session, contests=(*kept, replace(contested, words=said, reason=contested.reason.strip())))


def _detail(verdict: Verdict) -> str:
    return "need" if verdict is Verdict.UNSOURCED else "kind"


SAME = ("exercise", "fingerprint", "claims", "committed", "questions", "rounds", "first", "weigh", "weighed", "moved", "contests", "help")  # fmt: skip
"""What a session and its record have in common; a record has `answers` for the sheet."""


def record(session: Session) -> Record:
    """The session as it is stored: answers only, never the text."""
    return Record(answers=session.sheet.answers, **{name: getattr(session, name) for name in SAME})


def resume(fresh: Session, old: Record) -> Session:
    """A fresh session with the answers of a record. Raises MediakitError when it belongs to another text."""
    if old.fingerprint != fresh.fingerprint:
        raise MediakitError("it belongs to another article")
    asked = old.claims if set(old.claims) >= {a.claim for a in old.answers} else fresh.claims
    answers = tuple(a for a in old.answers if a.claim in asked)
    if old.committed and {a.claim for a in answers} != set(asked):
        raise MediakitError("it is committed but lacks answers")
    if not old.committed:  # how the lesson asks may have changed; what is committed stays as it was asked
        return replace(
            fresh, claims=asked, sheet=Sheet(answers), first=old.first if fresh.rounds == 2 else ()
        )
    return Session(
        sheet=Sheet(answers), **{name: getattr(old, name) for name in SAME if name != "claims"}, claims=asked
    )


LONGEST_NAME = 40
"""Characters of a nickname."""


def nickname(name: str) -> str:
    """A nickname or code as it is shown: one line, no control signs. Raises MediakitError for one that is none."""
    chosen = " ".join(name.split())
    if not chosen or len(chosen) > LONGEST_NAME or not chosen.isprintable():
        raise problem("nickname", a=str(LONGEST_NAME))
    return chosen


def check(record: Record) -> None:
    """What a record may hold, whoever made it. Raises MediakitError naming the place.

    The border with JSON has checked the types; here it is about sense and size.
    """
    parts = record.exercise.split("/")
    if len(parts) > 2 or not all(SLUG.match(part) for part in parts):
        raise MediakitError(f"exercise = {record.exercise[:60]!r}: this names no exercise.")
    if not MARK.fullmatch(record.fingerprint):
        raise MediakitError("fingerprint: this is none.")
    if bad := next((c for c in record.claims if not CLAIM.fullmatch(c)), None):
        raise MediakitError(f"claims: {bad[:20]!r} is no claim.")
    if len(set(record.claims)) != len(record.claims) or len(record.claims) > MOST_CLAIMS:
        raise MediakitError(f"claims: they must be different ones, {MOST_CLAIMS} at most.")
    if bad := next((q for q in record.questions if q not in QUESTIONS), None):
        raise MediakitError(f"questions: there is no question {bad[:20]!r}.")
    for place in ("answers", "first", "contests"):
        given = [part.claim for part in getattr(record, place)]
        if len(set(given)) != len(given) or not set(given) <= set(record.claims):
            raise MediakitError(f"{place}: they must be of different claims that were asked.")
    if record.committed and {a.claim for a in record.answers} != set(record.claims):
        raise MediakitError("committed: answers are missing.")
    for contested in record.contests:
        answer_with(
            None,
            contested.claim,
            {"verdict": contested.verdict, _detail(contested.verdict): contested.detail},
        )
    if record.student:
        nickname(record.student)
    long = [
        record.attempt,
        *record.chain,
        record.help,
        *(x for c in record.contests for x in (c.words, c.reason)),
    ]
    if max(map(len, long)) > LONGEST_TEXT or len(record.chain) > MOST_SEALS:
        raise MediakitError("a text in it is longer than any lesson writes.")


MARK = re.compile(r"[0-9a-f]{16}")
CLAIM = re.compile(r"c[1-9][0-9]{0,4}")
MOST_CLAIMS, MOST_SEALS, LONGEST_TEXT = 5_000, 20_000, 600


def is_prose(text: str) -> bool:
    """False for a headline, a byline or a caption: a short piece without an end mark."""
    plain = " ".join(text.split())
    ends = re.search(r"[.!?…][”’\"')»\]]*$", plain)
    return bool(ends) or len(plain) > SHORT_LINE or bool(re.match(r"[-*•–]\s", plain))


def select(analysis: Analysis, sheet: Sheet, *, everything: bool = False) -> tuple[str, ...]:
    """The claims to ask, in order of the text: all, or a balanced dozen of a long article.

    `sheet` (the key, else the machine's) decides the balance: kinds in turn, sourced and not sourced alike,
    spread over the text. Which were chosen gives no answer away.
    """
    asked = [c.id for c in analysis.claims if is_prose(analysis.text[c.start : c.end])]
    asked = asked or [c.id for c in analysis.claims]
    if everything or len(asked) <= LONG:
        return tuple(asked)
    sourced = [c for c in asked if (a := sheet.get(c)) is not None and is_sourced(a.verdict)]
    rest = [c for c in asked if c not in sourced]
    wanted = min(len(rest), max(SELECTED // 2, SELECTED - len(sourced)))
    chosen = {*_spread(rest, sheet, wanted), *_spread(sourced, sheet, SELECTED - wanted)}
    return tuple(c for c in asked if c in chosen)


def _spread(claims: list[str], sheet: Sheet, count: int) -> list[str]:
    """`count` claims: kinds (or needs) in turn, each from the middle of its claims outwards."""
    groups: dict[str, list[str]] = {}
    for claim in claims:
        answer = sheet.get(claim)
        groups.setdefault(str(answer and (answer.kind or answer.need)), []).append(claim)
    chosen: list[str] = []
    while len(chosen) < min(count, len(claims)):
        for members in groups.values():
            if members and len(chosen) < count:
                chosen.append(members.pop(len(members) // 2))
    return chosen
