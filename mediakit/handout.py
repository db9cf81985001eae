"""What leaves a class for other programs: tables for gradebooks, answers, and annotations.

A table of points is made only when a teacher asks for it, by a scheme of the teacher's own.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mediakit.classroom import Find, Hand
from mediakit.model import Answer, MediakitError, Record
from mediakit.report import rows
from mediakit.scoring import compare, same_verdict

GRADEBOOKS = ("plain", "canvas", "moodle", "google")


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a teacher gives points for: sharing in, right verdicts, right verdicts with kind (or need); `points` is the most."""

    points: float = 10.0
    taking_part: float = 1.0
    verdict: float = 0.0
    kind: float = 0.0

    @property
    def whole(self) -> float:
        return self.taking_part + self.verdict + self.kind


def points(record: Record, find: Find, scheme: Scheme) -> float:
    """Points of one closed record, rounded to two places; 0 for one that was not committed."""
    exercise = find(record.exercise)
    found = rows(record, exercise.machine, exercise) if exercise and record.committed else ()
    if not found or scheme.whole <= 0:
        return 0.0
    verdicts = sum(same_verdict(r.mine, r.right) for r in found) / len(found)
    kinds = sum(compare(r.mine, r.right) == "same" for r in found) / len(found)
    share = (scheme.taking_part + scheme.verdict * verdicts + scheme.kind * kinds) / scheme.whole
    return round(scheme.points * share, 2)


def gradebook(hands: Iterable[Hand], find: Find, scheme: Scheme, sort: str = "plain") -> str:
    """A table, a row a student and a column an exercise, in the column order that a gradebook imports.

    Of several passes through one exercise the first closed one counts. Raises MediakitError for an unknown gradebook.
    """
    if sort not in GRADEBOOKS:
        raise MediakitError(f"There is no gradebook {sort!r}; there are: {', '.join(GRADEBOOKS)}.")
    closed: dict[tuple[str, str], Record] = {}
    for hand in hands:
        if hand.record.committed and not hand.altered and find(hand.record.exercise) is not None:
            closed.setdefault((hand.student, hand.record.exercise), hand.record)
    exercises = sorted({exercise for _, exercise in closed})
    students = sorted({student for student, _ in closed})
    lead, fixed = _HEADS[sort]
    table = [[*lead, *exercises]]
    if sort == "canvas":
        table.append(["    Points Possible", "", "", "", "", *[f"{scheme.points:g}"] * len(exercises)])
    for student in students:
        marks = [
            points(closed[student, e], find, scheme) if (student, e) in closed else "" for e in exercises
        ]
        table.append([*(student if part == "student" else "" for part in fixed), *(str(m) for m in marks)])
    return to_csv(table)


_HEADS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "plain": (("Student",), ("student",)),
    "canvas": (
        ("Student", "ID", "SIS User ID", "SIS Login ID", "Section"),
        ("student", "", "", "student", ""),
    ),
    "moodle": (("Username",), ("student",)),
    "google": (("Last Name", "First Name", "Email Address"), ("", "student", "")),
}
"""Column heads, and where the nickname goes: the columns of Canvas' gradebook import, of Moodle's grade import by user
name, and of Google Classroom's exported grade sheet."""


def answers_table(hands: Iterable[Hand], find: Find) -> str:
    """A row an answer: what each student said of each claim, in both rounds, beside key and machine."""
    table = [["student", "exercise", "claim", "verdict", "detail", "sure", "first verdict", "first detail", "key verdict", "key detail", "machine verdict", "machine detail", "right", "altered"]]  # fmt: skip
    for hand in hands:
        exercise = find(hand.record.exercise)
        if exercise is None:
            continue
        for row in rows(hand.record, exercise.machine, exercise):
            parts = [
                hand.student,
                row.exercise,
                row.claim,
                *_pair(row.mine),
                str(row.mine.sure or ""),
                *_pair(row.first),
                *_pair(row.right),
                *_pair(row.machine),
            ]
            right = compare(row.mine, row.right) == "same"
            table.append([*parts, "yes" if right else "no", "yes" if hand.altered else "no"])
    return to_csv(table)


def _pair(answer: Answer | None) -> tuple[str, str]:
    return (str(answer.verdict), str(answer.detail or "")) if answer else ("", "")


def to_csv(table: list[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([[_harmless(cell) for cell in row] for row in table])
    return made.getvalue()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def annotations(hand: Hand, find: Find) -> dict[str, Any]:
    """A record as a W3C Web Annotation collection (2017): a tagging body a claim, with position and quote selectors."""
    exercise = find(hand.record.exercise)
    if exercise is None:
        raise MediakitError(f"{hand.record.exercise}: it is not here, so its claims cannot be pointed at.")
    text, spans = exercise.article.text, {c.id: c.span for c in exercise.machine.claims}
    items = []
    for number, answer in enumerate(hand.record.answers, 1):
        span = spans[answer.claim]
        said = [str(w) for q in hand.record.questions if (w := answer.given(q)) is not None]
        items.append(
            {
                "id": f"urn:mediakit:{hand.record.fingerprint}:{number}",
                "type": "Annotation",
                "motivation": "classifying",
                "creator": {"type": "Person", "nickname": hand.student},
                "body": [{"type": "TextualBody", "purpose": "tagging", "value": word} for word in said],
                "target": {
                    "source": f"urn:mediakit:{hand.record.exercise}",
                    "selector": [
                        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                        {"type": "TextQuoteSelector", "exact": text[span.start : span.end], "prefix": text[max(0, span.start - 32) : span.start], "suffix": text[span.end : span.end + 32]},
                    ],
                },
            }
        )  # fmt: skip
    page = {"type": "AnnotationPage", "items": items}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": page,
    }
