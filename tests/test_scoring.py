import pytest

from mediakit import catalogue, scoring
from mediakit.model import Answer, Article, Sheet, Span
from mediakit.taxonomy import Kind, Need, Quote, Stance, Verdict

S, P, N = Verdict.SOURCED, Verdict.PARTLY, Verdict.UNSOURCED


@pytest.mark.parametrize(
    ("mine", "key", "agrees"),
    [
        (Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.VAGUE), "same"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.HIDDEN), "kind"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", S, Kind.HIDDEN, accept=("vague",)), "same"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", P, Kind.VAGUE), "verdict"),
        (Answer("c1", S, Kind.VAGUE), Answer("c1", P, Kind.VAGUE, accept=("sourced",)), "same"),
        (Answer("c1", N), Answer("c1", N, need=Need.OPINION), "need"),
        (Answer("c1", N, need=Need.COMMON), Answer("c1", N, need=Need.OPINION), "need"),
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


@pytest.mark.parametrize("mine", list(Verdict))
@pytest.mark.parametrize("right", list(Verdict))
def test_feedback_never_stops_at_a_bare_answer(mine, right):
    words = catalogue.load()
    article = Article("Experts say it will fail.")
    key = Answer("c1", Verdict(right), Kind.VAGUE if right != N else None, rule="empty", words=(Span(0, 7),))
    for kind in [*Kind, *Need]:
        answer = Answer(
            "c1",
            Verdict(mine),
            kind if kind in set(Kind) and mine != N else None,
            kind if kind in set(Need) and mine == N else None,
        )
        told = scoring.explain(article, answer, key, None, words)
        assert "Experts" in told.lines[0]
        assert told.lines[-1].startswith("Try this")
        assert (told.agrees == "same") == (not told.why_not)
        assert not any("{" in line for line in (*told.lines, *told.why_not))


def test_quote_type_and_stance_are_compared_where_they_are_asked():
    key = Answer("c1", S, Kind.VAGUE, quote=Quote.DIRECT, stance=Stance.LOADED)
    mine = Answer("c1", S, Kind.VAGUE, quote=Quote.PARTIAL, stance=Stance.NEUTRAL)
    asked = ("kind", "quote", "stance")
    assert scoring.differences(mine, key) == ()
    assert scoring.differences(mine, key, asked) == ("quote", "stance")
    told = scoring.explain(Article("x"), mine, key, None, catalogue.load(), asked)
    assert len(told.why_not) == 2
    open_stance = Answer("c1", S, Kind.VAGUE, quote=Quote.PARTIAL)
    assert scoring.differences(mine, open_stance, asked) == (), "style books disagree, so nothing is compared"


def test_a_contested_cue_has_no_stance_to_compare():
    import mediakit

    found = mediakit.analyze("“The dam is safe,” asserted Lena Ortiz. “It will hold,” said Ortiz.")
    sheet = scoring.sheet_of(found)
    assert sheet.get("c1").stance is None
    assert sheet.get("c2").stance is Stance.NEUTRAL


@pytest.mark.parametrize(
    ("text", "name", "rule", "line"),
    [
        ("Tarn Foods", "Tarn Foods", "institution", "“Tarn Foods” is a named institution."),
        ("The Department", "Department of Parks", "institution", "“The Department” means Department of Parks, a named institution."),
        ("The hotel", "The hotel", "institution", "“The hotel” is an institution: a body speaks, not a person."),
        ("a spokesman", "Tarn Foods", "spokesperson", "“a spokesman” speaks for Tarn Foods and has no name here, so the body speaks."),
        ("Ortiz", "Lena Ortiz", "name", "The text gives a name: “Ortiz” is Lena Ortiz. That is somebody you could look up."),
    ],
)  # fmt: skip
def test_the_reason_gives_the_full_name_where_the_words_do_not(text, name, rule, line):
    answer = Answer("c1", S, Kind.ORGANIZATION, source=name, rule=rule, words=(Span(0, len(text)),))
    assert scoring.rule_line(Article(text), answer, catalogue.load()) == line
