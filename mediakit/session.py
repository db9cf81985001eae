"""One student through one article: guess, commit, compare. A pure state machine; no machine answer lives in it."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mediakit.model import Analysis, Answer, Article, MediakitError, Record, Sheet
from mediakit.taxonomy import Kind, Need, StrEnum, Sure, Verdict, is_sourced

Word = TypeVar("Word", bound=StrEnum)
LONG = 20
"""Claims; a longer article offers a selection."""
SELECTED = 12
SHORT_LINE = 90
"""Characters; a line without an end mark under this is a headline, byline or bullet, and is not asked."""


@dataclass(frozen=True, slots=True)
class Session:
    """What the student has done so far; every step returns a new one."""

    exercise: str
    fingerprint: str
    claims: tuple[str, ...]
    sheet: Sheet = field(default_factory=Sheet)
    committed: bool = False

    def missing(self) -> tuple[str, ...]:
        """Claims without a verdict; they must be guessed before the commit."""
        return tuple(c for c in self.claims if self.sheet.get(c) is None)

    def unfinished(self) -> tuple[str, ...]:
        """Claims with a verdict that lack a kind or how sure the student is."""
        return tuple(c for c in self.claims if (a := self.sheet.get(c)) is not None and not is_complete(a))


def is_complete(answer: Answer) -> bool:
    """Verdict, its kind or need, and confidence are all given."""
    detail = answer.need if answer.verdict is Verdict.UNSOURCED else answer.kind
    return detail is not None and answer.sure is not None


def fingerprint(text: str) -> str:
    """A short name for a text, by which a record finds its article; it does not give the text away."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def start(exercise: str, article: Article, claims: tuple[str, ...]) -> Session:
    """A fresh session over the claims that are asked."""
    return Session(exercise, fingerprint(article.text), claims)


def guess(
    session: Session,
    claim: str,
    verdict: str | None = None,
    kind: str | None = None,
    need: str | None = None,
    sure: str | None = None,
) -> Session:
    """One guess, or a part of one; what is not given keeps its value.

    Raises MediakitError for a claim that is not asked, a word that is no answer, or after the commit.
    """
    if session.committed:
        open_again = replace(session, committed=False)
        if guess(open_again, claim, verdict, kind, need, sure).sheet.get(claim) == session.sheet.get(claim):
            return session  # the same cell run again
        raise MediakitError("Your guesses are committed; they cannot be changed any more.")
    if claim not in session.claims:
        raise MediakitError(f"There is no claim {claim!r} to guess. Claims: {', '.join(session.claims)}.")
    old = session.sheet.get(claim)
    chosen = _word(Verdict, verdict, "verdict") if verdict else old.verdict if old else None
    if chosen is None:
        raise MediakitError(f"Claim {claim}: say first whether it is {', '.join(Verdict)}.")
    answer = replace(old, verdict=chosen) if old else Answer(claim, chosen)
    if (old is not None) and (old.verdict is Verdict.UNSOURCED) != (chosen is Verdict.UNSOURCED):
        answer = replace(answer, kind=None, need=None)
    if kind:
        _fits(claim, chosen is not Verdict.UNSOURCED, "A claim in the writer's own voice has no source kind")
        answer = replace(answer, kind=_word(Kind, kind, "kind"))
    if need:
        _fits(
            claim, chosen is Verdict.UNSOURCED, "Only a claim in the writer's own voice is asked for its need"
        )
        answer = replace(answer, need=_word(Need, need, "need"))
    if sure:
        answer = replace(answer, sure=_word(Sure, sure, "sure"))
    return replace(session, sheet=session.sheet.put(answer))


def _fits(claim: str, yes: bool, message: str) -> None:
    if not yes:
        raise MediakitError(f"Claim {claim}: {message[0].lower()}{message[1:]}.")


def _word(vocabulary: type[Word], word: str, field: str) -> Word:
    try:
        return vocabulary(word)
    except ValueError:
        known = ", ".join(str(w) for w in vocabulary)
        raise MediakitError(f"{field} = {word!r}: it must be one of {known}.") from None


def commit(session: Session) -> Session:
    """Close the guesses. Raises MediakitError naming the claims that have no verdict."""
    open_claims = session.missing()
    if open_claims:
        raise MediakitError(f"Not yet complete: no guess for {', '.join(open_claims)}.")
    return replace(session, committed=True)


def record(session: Session) -> Record:
    """The session as it is stored: answers only, never the text."""
    return Record(
        session.exercise, session.fingerprint, session.claims, session.sheet.answers, session.committed
    )


def resume(fresh: Session, old: Record) -> Session:
    """A fresh session with the answers of a record. Raises MediakitError when it belongs to another text."""
    if old.fingerprint != fresh.fingerprint:
        raise MediakitError("it belongs to another article")
    asked = old.claims if set(old.claims) >= {a.claim for a in old.answers} else fresh.claims
    answers = tuple(a for a in old.answers if a.claim in asked)
    if old.committed and {a.claim for a in answers} != set(asked):
        raise MediakitError("it is committed but lacks answers")
    return replace(fresh, claims=asked, sheet=Sheet(answers), committed=old.committed)


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
