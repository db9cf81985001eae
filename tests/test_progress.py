"""What comes next for a person learning alone."""

from dataclasses import replace

import pytest

from mediakit import packs, progress, report
from mediakit.model import Answer, Sheet
from mediakit.taxonomy import Kind, Verdict

LIBRARY = packs.load("who-says-so/sunday-library")


def session(exercise: str, right: int, of: int, kind: Kind = Kind.VAGUE) -> tuple[report.Row, ...]:
    key = Answer("c1", Verdict.SOURCED, kind)
    wrong = replace(key, kind=Kind.DOCUMENT if kind is not Kind.DOCUMENT else Kind.VAGUE)
    return tuple(report.Row(exercise, f"c{i}", key if i < right else wrong, key, key) for i in range(of))


def exercises(count: int, kinds: tuple[Kind, ...] = (Kind.NAMED_PERSON,), levels=("easy",)):
    key = Sheet(tuple(Answer(f"c{i}", Verdict.SOURCED, k) for i, k in enumerate(kinds)))
    return [replace(LIBRARY, slug=f"p/e{i}", key=key, level=levels[i % len(levels)]) for i in range(count)]


def test_the_first_thing_is_a_worked_example():
    found = progress.choose([], [], exercises(3))
    assert (found.exercise, found.help, found.because) == ("p/e0", "worked", "start")


@pytest.mark.parametrize(
    ("results", "help_then"),
    [
        ([("worked", 10)], "half"),
        ([("worked", 10), ("half", 8)], "alone"),
        ([("worked", 10), ("half", 3)], "half"),
        ([("worked", 10), ("half", 8), ("alone", 2)], "half"),
        ([("worked", 10), ("half", 8), ("alone", 9)], "alone"),
    ],
)
def test_help_fades_with_success_and_comes_back_with_failure(results, help_then):
    history = [session(f"p/e{i}", right, 10) for i, (_, right) in enumerate(results)]
    assert help_then == progress.support(history, [given for given, _ in results])


def test_a_missed_kind_comes_back_after_one_three_and_seven_sessions():
    other = lambda n: session(f"p/x{n}", 4, 4, Kind.NAMED_PERSON)  # noqa: E731
    history, back = [session("p/e0", 2, 4)], []
    for number in range(1, 16):
        if any(d.is_due(len(history)) for d in progress.due(history)):
            back.append(number)
            history.append(session(f"p/e{number}", 4, 4))
        else:
            history.append(other(number))
    assert back == [1, 1 + 3, 1 + 3 + 7]
    assert progress.due(history) == ()


def test_a_second_miss_begins_the_steps_anew():
    history = [session("p/e0", 2, 4), session("p/e1", 4, 4, Kind.NAMED_PERSON), session("p/e2", 1, 4)]
    assert progress.due(history) == (progress.Due("vague", 2, 0),)


@pytest.mark.parametrize(
    ("rights", "level"),
    [
        ([], "easy"),
        ([10], "middle"),
        ([10, 10], "hard"),
        ([10, 10, 10], "hard"),
        ([8], "easy"),
        ([3], "easy"),
        ([10, 2], "easy"),
    ],
)
def test_difficulty_follows_success(rights, level):
    assert level == progress.level([session(f"p/e{i}", right, 10) for i, right in enumerate(rights)])


def test_what_is_due_decides_on_the_exercise_and_what_is_done_is_not_offered():
    offered = [*exercises(1), replace(exercises(1, (Kind.VAGUE, Kind.VAGUE))[0], slug="p/vague")]
    history = [session("p/done", 1, 4), session("p/done2", 4, 4, Kind.NAMED_PERSON)]
    found = progress.choose(history, ["worked", "half"], [*offered, replace(offered[0], slug="p/done")])
    assert (found.exercise, found.because, found.kind) == ("p/vague", "review", "vague")
    assert progress.choose(history, ["worked", "half"], [replace(offered[0], slug="p/done")]) is None
