import pytest

from mediakit import lexicon, scoring
from mediakit.model import Answer, Article, Sheet, Span
from mediakit.taxonomy import KINDS, NEEDS, VERDICTS, Kind, Need, Verdict

S, P, N = Verdict.SOURCED, Verdict.PARTLY, Verdict.UNSOURCED


@pytest.mark.parametrize(
    ("mine", "key", "agrees"),
    [
        (Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.VAGUE), "same"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.HIDDEN), "kind"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.HIDDEN, accept=("vague",)), "same"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", P, Kind.VAGUE), "verdict"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", P, Kind.VAGUE, accept=("sourced",)), "same"),
        (Answer("c1", N), Answer("c1", N, need=Need.OPINION), "same"),
        (Answer("c1", N, need=Need.COMMON), Answer("c1", N, need=Need.OPINION), "kind"),
        (Answer("c1", S), Answer("c1", S, Kind.VAGUE), "kind"),
    ],
)
def test_two_answers_are_compared(mine, key, agrees):
    assert agrees == scoring.compare(mine, key)


def test_a_sheet_scores_full_against_itself():
    sheet = Sheet(
        (Answer("c1", S, Kind.VAGUE), Answer("c2", N, need=Need.COMMON), Answer("c3", P, Kind.DOCUMENT))
    )
    score = scoring.score(sheet, sheet)
    assert (
        score.claims,
        score.verdicts,
        score.kinds,
        score.hits,
        score.misses,
        score.false_alarms,
        score.correct_rejections,
    ) == (3, 3, 3, 1, 0, 0, 2)


def test_only_claims_that_both_sheets_answer_are_counted():
    score = scoring.score(Sheet((Answer("c1", S),)), Sheet((Answer("c2", S),)))
    assert score.claims == 0


@pytest.mark.parametrize("mine", [t.id for t in VERDICTS])
@pytest.mark.parametrize("right", [t.id for t in VERDICTS])
def test_feedback_never_stops_at_a_bare_answer(mine, right):
    words = lexicon.load()
    article = Article("Experts say it will fail.")
    key = Answer("c1", Verdict(right), Kind.VAGUE if right != N else None, rule="empty", words=(Span(0, 7),))
    for kind in [*KINDS, *NEEDS]:
        answer = Answer(
            "c1",
            Verdict(mine),
            Kind(kind.id) if kind in KINDS and mine != N else None,
            Need(kind.id) if kind in NEEDS and mine == N else None,
        )
        told = scoring.explain(article, answer, key, None, words)
        assert "Experts" in told.lines[0]
        assert told.lines[-1].startswith("Try this")
        assert (told.agrees == "same") == (len(told.lines) == 2)
        assert not any("{" in line for line in told.lines)
