"""Many students' records as a class: progress, claims to discuss, confusion, rounds, agreement, objections. Pure; no clock."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mediakit import agreement
from mediakit.model import Answer, Contest, Exercise, Record
from mediakit.report import Report, Row, rows, summarize
from mediakit.scoring import DETAILS, compare
from mediakit.taxonomy import QUESTIONS

SPLIT = (0.30, 0.70)
"""Claims that this share of the class has right are worth a talk: enough see it, enough do not."""
Find = Callable[[str], Exercise | None]


@dataclass(frozen=True, slots=True)
class Hand:
    """One student's pass, as it was handed in; `altered` says that it was changed outside the lesson."""

    student: str
    record: Record
    altered: bool = False


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim of an exercise over the class: how often each answer was given (verdict, and kind or need), and how many were right."""

    claim: str
    text: str
    key: Answer
    machine: Answer
    given: tuple[tuple[str, str, int], ...]
    answers: int
    right: int
    right_first: int
    first: int

    @property
    def share(self) -> float:
        return self.right / self.answers if self.answers else 0.0

    @property
    def to_discuss(self) -> bool:
        return self.answers > 1 and SPLIT[0] <= self.share <= SPLIT[1]

    @property
    def machine_right(self) -> bool:
        return compare(self.machine, self.key) == "same"


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise over the class. `alpha` is by question, None where it says nothing; `rounds` counts right answers (first, second, of)."""

    name: str
    title: str
    students: int
    open: int
    claims: tuple[ClaimView, ...]
    alpha: tuple[tuple[str, float | None], ...]
    confusion: tuple[tuple[str, str, int], ...]
    rounds: tuple[int, int, int]

    @property
    def to_discuss(self) -> tuple[ClaimView, ...]:
        """The claims worth a talk, those nearest to one half first."""
        return tuple(
            sorted((c for c in self.claims if c.to_discuss), key=lambda c: (abs(c.share - 0.5), c.claim))
        )


@dataclass(frozen=True, slots=True)
class StudentView:
    """One student: exercises closed and open, the report over all closed ones, and one after each of them in order."""

    student: str
    closed: tuple[str, ...]
    open: tuple[str, ...]
    altered: int
    report: Report
    course: tuple[tuple[str, Report], ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """A student's objection to the machine; `contest.ruling` is empty while it waits."""

    student: str
    exercise: str
    contest: Contest


@dataclass(frozen=True, slots=True)
class ClassView:
    """Everything that the class page shows. `strange` names exercises that are not here or have no key."""

    exercises: tuple[ExerciseView, ...]
    students: tuple[StudentView, ...]
    objections: tuple[Objection, ...]
    strange: tuple[str, ...] = ()

    @property
    def waiting(self) -> tuple[Objection, ...]:
        return tuple(o for o in self.objections if not o.contest.ruling)


def view(hands: Iterable[Hand], find: Find) -> ClassView:
    """The class, from records in the order in which they came in.

    Of several closed passes of a student through one exercise the first counts on the exercise's page: the later ones
    were made with the key known. The student's own page has them all. Altered records are listed, and counted nowhere.
    """
    hands = tuple(hands)
    whole = tuple(h for h in hands if not h.altered)
    known = {name: find(name) for name in dict.fromkeys(h.record.exercise for h in hands)}
    here = {name: exercise for name, exercise in known.items() if exercise is not None}
    return ClassView(
        tuple(
            _exercise(exercise, _first(whole, name), _open(whole, name)) for name, exercise in here.items()
        ),
        tuple(_student(student, hands, here) for student in sorted({h.student for h in hands})),
        tuple(Objection(h.student, h.record.exercise, c) for h in whole for c in h.record.contests),
        tuple(name for name, exercise in known.items() if exercise is None),
    )


def _first(hands: tuple[Hand, ...], name: str) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for hand in hands:
        if hand.record.exercise == name and hand.record.committed and hand.record.help != "worked":
            found.setdefault(hand.student, hand.record)
    return found


def _open(hands: tuple[Hand, ...], name: str) -> set[str]:
    return {h.student for h in hands if h.record.exercise == name and not h.record.committed}


def _exercise(exercise: Exercise, closed: Mapping[str, Record], begun: set[str]) -> ExerciseView:
    by_student = {student: rows(record, exercise.machine, exercise) for student, record in closed.items()}
    everything = [row for found in by_student.values() for row in found]
    both = [row for row in everything if row.first is not None]
    return ExerciseView(
        exercise.slug,
        exercise.title,
        len(closed),
        len(begun - set(closed)),
        tuple(_claims(exercise, everything)),
        tuple((question, _alpha(question, by_student)) for question in _asked(closed.values())),
        _confusion(everything),
        (
            sum(row.first is not None and compare(row.first, row.right) == "same" for row in both),
            sum(compare(row.mine, row.right) == "same" for row in both),
            len(both),
        ),
    )


def _asked(records: Iterable[Record]) -> tuple[str, ...]:
    found = {question for record in records for question in record.questions}
    return tuple(q for q in QUESTIONS if q in found and q != "sure")


def _claims(exercise: Exercise, everything: list[Row]) -> Iterable[ClaimView]:
    text = exercise.article.text
    for claim in exercise.machine.claims:
        found = [row for row in everything if row.claim == claim.id]
        if not found:
            continue
        given = Counter((str(row.mine.verdict), str(row.mine.detail or "")) for row in found)
        first = [row.first for row in found if row.first is not None]
        yield ClaimView(
            claim.id,
            " ".join(text[claim.start : claim.end].split()),
            found[0].right,
            found[0].machine,
            tuple(
                (verdict, detail, n)
                for (verdict, detail), n in sorted(given.items(), key=lambda x: (-x[1], x[0]))
            ),
            len(found),
            sum(compare(row.mine, row.right) == "same" for row in found),
            sum(compare(answer, found[0].right) == "same" for answer in first),
            len(first),
        )


def _alpha(question: str, by_student: Mapping[str, tuple[Row, ...]]) -> float | None:
    """Agreement of the class on one question, over the claims of which it was asked."""
    return agreement.alpha(
        {
            student: {row.claim: word for row in found if (word := row.mine.given(question)) is not None}
            for student, found in by_student.items()
        }
    )


def _confusion(everything: list[Row]) -> tuple[tuple[str, str, int], ...]:
    """(key's kind or need, class's kind or need, how often), the verdict where one of them was left open."""
    counts = Counter((_word(row.right), _word(row.mine)) for row in everything)
    return tuple((key, mine, n) for (key, mine), n in sorted(counts.items()))


def _word(answer: Answer) -> str:
    return next((str(w) for q in DETAILS if (w := answer.given(q)) is not None), str(answer.verdict))


def _student(student: str, hands: tuple[Hand, ...], here: Mapping[str, Exercise]) -> StudentView:
    own = [h for h in hands if h.student == student]
    done = [
        h.record
        for h in own
        if h.record.committed and not h.altered and h.record.exercise in here and h.record.help != "worked"
    ]
    course, so_far = [], list[Row]()
    for record in done:
        found = rows(record, here[record.exercise].machine, here[record.exercise])
        so_far += found
        course.append((record.exercise, summarize(found)))
    closed = tuple(dict.fromkeys(record.exercise for record in done))
    begun = dict.fromkeys(h.record.exercise for h in own if not h.record.committed and not h.altered)
    return StudentView(
        student,
        closed,
        tuple(name for name in begun if name not in closed),
        sum(h.altered for h in own),
        summarize(so_far),
        tuple(course),
    )
