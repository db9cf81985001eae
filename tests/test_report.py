"""The figures of the report against published worked values, and what they say in words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit import catalogue, packs, report, session, telling
from mediakit.model import Answer, Record, Score
from mediakit.taxonomy import Kind, Need, Sure, Verdict

S, P, N = Verdict.SOURCED, Verdict.PARTLY, Verdict.UNSOURCED


def test_d_prime_and_criterion_as_in_stanislaw_and_todorov():
    """Their example (1999, table 1 and text): hit rate .8, false alarm rate .4."""
    assert report.d_prime(0.8, 0.4) == pytest.approx(1.095, abs=0.001)
    assert report.criterion(0.8, 0.4) == pytest.approx(-0.294, abs=0.001)


def test_the_log_linear_correction_adds_half_an_answer_to_each_cell():
    """Hautus (1995): (hits + .5) / (signals + 1)."""
    assert report.log_linear(25, 25) == pytest.approx(25.5 / 26)
    assert report.log_linear(0, 25) == pytest.approx(0.5 / 26)
    found = report.discern(Score(50, 0, 0, hits=25, misses=0, false_alarms=0, correct_rejections=25))
    assert found.d == pytest.approx(2 * 2.0699, abs=0.001)
    assert found.c == pytest.approx(0)


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_intervals_as_in_newcombe(yes, of, low, high):
    """Newcombe (1998), table I, method 3."""
    assert report.wilson(yes, of) == pytest.approx((low, high), abs=0.00006)


def test_the_brier_score_of_worked_forecasts():
    """Of a forecast of 70 % that comes true 0.09, of one that does not 0.49; always one half gives 0.25."""
    assert report.brier([(0.7, True)]) == pytest.approx(0.09)
    assert report.brier([(0.7, False)]) == pytest.approx(0.49)
    assert report.brier([(0.5, True), (0.5, False)]) == pytest.approx(0.25)


def test_who_always_says_unsourced_is_told_of_the_bias():
    counted = Score(16, 0, 0, hits=0, misses=8, false_alarms=0, correct_rejections=8)
    found = report.discern(counted)
    assert abs(found.d) < 0.3
    assert report.leaning(found) == "doubting"
    assert telling.lead(counted, catalogue.load("en")).startswith(
        "You called 8 of 8 claims that have a source"
    )


def test_who_always_says_sourced_is_told_of_the_bias():
    counted = Score(16, 0, 0, hits=8, misses=0, false_alarms=8, correct_rejections=0)
    assert report.leaning(report.discern(counted)) == "trusting"


def test_with_too_few_claims_nothing_is_said_of_bias():
    assert report.discern(Score(4, 0, 0, hits=2, misses=0, false_alarms=0, correct_rejections=2)) is None
    assert report.leaning(None) == "few"


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_figures_are_finite_and_the_lean_is_one_of_five(hits, misses, alarms, rejections):
    found = report.discern(Score(0, 0, 0, hits, misses, alarms, rejections))
    if found is not None:
        assert math.isfinite(found.d) and math.isfinite(found.c)
    assert f"lean_{report.leaning(found)}" in catalogue.load("en").strings


@given(st.integers(0, 60), st.integers(1, 60))
def test_an_interval_holds_its_rate(yes, of):
    yes = min(yes, of)
    low, high = report.wilson(yes, of)
    assert 0 <= low <= yes / of <= high <= 1


def row(mine, right, machine, **more):
    return report.Row("a/b", "c1", mine, right, machine, **more)


def test_reliance_counts_held_and_moved():
    vague, hidden = Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.HIDDEN)
    rows = (
        row(vague, vague, hidden, weighed=True),  # held against a wrong machine
        row(vague, vague, hidden, weighed=True, moved=True),  # moved to a wrong machine
        row(hidden, vague, vague, weighed=True, moved=True),  # moved to a right machine
        row(hidden, vague, vague, weighed=True),  # did not move to a right machine
        row(vague, vague, vague, weighed=True),  # nothing to weigh
        row(vague, vague, hidden),  # not weighed
    )
    assert report.rely(rows) == report.Reliance(held=1, wrong=2, moved=1, right=2)
    assert report.rely(rows[-1:]) is None


def test_confidence_is_called_off_only_outside_the_interval():
    few = report.calibrate([(Sure.CERTAIN, True)] * 3 + [(Sure.CERTAIN, False)])
    many = report.calibrate([(Sure.CERTAIN, True)] * 14 + [(Sure.CERTAIN, False)] * 10)
    assert [report.off(level) for level in few.levels] == [""]
    assert [report.off(level) for level in many.levels] == ["over"]
    under = report.calibrate([(Sure.GUESSING, True)] * 20)
    assert [report.off(level) for level in under.levels] == ["under"]


def test_a_picture_of_calibration_only_from_twenty_answers_on():
    words = catalogue.load("en")
    right = Answer("c1", S, Kind.VAGUE, sure=Sure.CERTAIN)
    for count, drawn in ((19, False), (20, True)):
        told = telling.report(report.summarize([row(right, right, right)] * count), words)
        assert (told["picture"] is not None) == drawn
        assert told["levels"] == [["Certain", "95%", f"{count} / {count}", told["levels"][0][3]]]


def test_rounds_count_gains_and_losses():
    right, wrong = Answer("c1", N, need=Need.COMMON), Answer("c1", S)
    found = report.summarize(
        [
            row(right, right, right, first=wrong),
            row(wrong, right, right, first=right),
            row(wrong, right, right, first=wrong),
        ]
    )
    assert (found.gained, found.lost) == (1, 1)


def test_the_key_of_an_exercise_gets_a_full_report_and_misses_nothing():
    found = packs.load("who-says-so/sunday-library")
    record = Record(
        found.slug,
        session.fingerprint(found.article.text),
        tuple(a.claim for a in found.key.answers),
        found.key.answers,
        committed=True,
    )
    rows = report.rows(record, found.machine, found)
    told = report.summarize(rows)
    assert told.score.kinds == told.score.claims == len(found.key.answers)
    assert told.lean == "fair"
    assert report.missed(rows) == ()
