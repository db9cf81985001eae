"""Answers as a short code that can be read aloud, typed from paper or sent in a message.

`MK2` and the digits in groups of four: the article's mark, two digits a claim (three where quote type or stance is
asked), two check digits. Base 32 after Crockford: no I, L, O or U, and what looks alike is read alike.
"""

import itertools
import re

from mediakit.model import Answer, MediakitError, Record
from mediakit.taxonomy import QUESTIONS, Verdict, asked_of

HEAD = "MK2"
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("ILOU", "110V")
MARK, CHECK, PRIME = 4, 2, 1021
LONG = ("quote", "stance")
"""Where one of these is asked, a claim takes three digits."""


def combinations(questions: tuple[str, ...]) -> list[dict[str, str]]:
    """Every answer that can be given to a claim, in the order of its number; the first is none at all."""
    found: list[dict[str, str]] = [{}]
    for verdict in Verdict:
        fit = [q for q in questions if q != "verdict" and asked_of(q, verdict)]
        choices = [[None, *QUESTIONS[q]] for q in fit]
        for words in itertools.product(*choices):
            given = {q: str(w) for q, w in zip(fit, words, strict=True) if w is not None}
            found.append({"verdict": str(verdict)} | given)
    return found


def width(questions: tuple[str, ...]) -> int:
    """Digits a claim."""
    return 3 if any(q in questions for q in LONG) else 2


def mark(fingerprint: str) -> str:
    """Four digits that tell one article from another."""
    return _digits(int(fingerprint[:8], 16) % 32**MARK, MARK)


def check(digits: str) -> str:
    """Two digits that change with every single slip and with every swap of neighbours."""
    return _digits(sum((i + 2) * DIGITS.index(d) for i, d in enumerate(digits)) % PRIME, CHECK)


def _digits(number: int, count: int) -> str:
    return "".join(DIGITS[number // 32**place % 32] for place in reversed(range(count)))


def write(record: Record) -> str:
    """The code of a record's answers."""
    table = {tuple(sorted(c.items())): i for i, c in enumerate(combinations(record.questions))}
    given = {a.claim: a for a in record.answers}
    size = width(record.questions)
    numbers = [table[_plain(given.get(c), record.questions)] for c in record.claims]
    body = mark(record.fingerprint) + "".join(_digits(n, size) for n in numbers)
    whole = body + check(body)
    return " ".join([HEAD, *(whole[i : i + 4] for i in range(0, len(whole), 4))])


def _plain(answer: Answer | None, questions: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if answer is None:
        return ()
    given = {q: w for q in questions if (w := answer.given(q)) is not None}
    return tuple(sorted(given.items()))


def digits_of(code: str) -> str:
    """The digits behind the head, checked. Raises MediakitError for what is no code, or one with a slip."""
    plain = re.sub(r"[\s-]+", "", code.upper())
    if not plain.startswith(HEAD):
        raise MediakitError(f"This is no answer code: it must begin with {HEAD}.")
    digits = plain[len(HEAD) :].translate(ALIKE)
    if bad := sorted({d for d in digits if d not in DIGITS}):
        raise MediakitError(
            f"The code has the sign {bad[0]!r}, which no code has. Compare it with the student's."
        )
    if len(digits) < MARK + CHECK or check(digits[:-CHECK]) != digits[-CHECK:]:
        raise MediakitError(
            "The code has a slip: its last two signs do not fit the rest. Compare it with the student's."
        )
    return digits


def read(code: str, blank: Record) -> Record:
    """A committed record from a code; `blank` says which claims of which article were asked, and what.

    Raises MediakitError for a code with a slip, of another article or of another length.
    """
    digits = digits_of(code)
    body = digits[:-CHECK]
    if body[:MARK] != mark(blank.fingerprint):
        raise MediakitError("The code belongs to another article.")
    size = width(blank.questions)
    if len(body) != MARK + size * len(blank.claims):
        raise MediakitError(f"The code is not of this lesson: {len(blank.claims)} claims were asked.")
    table = combinations(blank.questions)
    answers = []
    for place, claim in enumerate(blank.claims):
        number = 0
        for digit in body[MARK + place * size : MARK + (place + 1) * size]:
            number = 32 * number + DIGITS.index(digit)
        if number >= len(table):
            raise MediakitError(f"The code says nothing that can be answered for claim {claim}.")
        answers += [_answer(claim, table[number])] if table[number] else []
    return Record(
        blank.exercise,
        blank.fingerprint,
        blank.claims,
        tuple(answers),
        committed=True,
        questions=blank.questions,
    )


def _answer(claim: str, given: dict[str, str]) -> Answer:
    words = {q: QUESTIONS[q](w) for q, w in given.items()}
    verdict = Verdict(words.pop("verdict"))
    return Answer(claim, verdict, **words)  # type: ignore[arg-type] # by question, each of its own vocabulary
