"""One word changed, and what the analysis says then."""

import pytest

import mediakit
from mediakit import swap
from mediakit.model import MediakitError
from mediakit.ui.bench import bench

TEXT = "The bridge in Ellport was closed on Monday. Lena Ortiz, the mayor, claimed that it was safe. Critics say it cost too much."


@pytest.mark.parametrize(
    ("claim", "sentence", "changed", "now"),
    [
        ("c2", "Lena Ortiz, the mayor, said that it was safe.", {"stance"}, {"stance": "neutral"}),
        ("c2", "It is believed that it was safe.", {"kind"}, {"kind": "hidden"}),
        ("c2", "It was safe.", {"verdict"}, {"verdict": "unsourced"}),
        ("c3", "Tom Brandt, a baker, says it cost too much.", {"kind", "source"}, {"kind": "named_person"}),
        (
            "c1",
            "The bridge in Ellport was closed on Monday, Halden Water said.",
            {"verdict"},
            {"kind": "organization"},
        ),
        ("c2", "Lena Ortiz, the mayor, claimed that it was safe.", set(), {}),
    ],
)
def test_a_changed_sentence_changes_what_it_should(claim, sentence, changed, now):
    before = mediakit.analyze(TEXT)
    text, place = swap.rewrite(before, claim, sentence)
    found = swap.compare(before, claim, mediakit.analyze(text), place)
    assert changed <= set(found.changed)
    assert changed or not found.changed
    for question, word in now.items():
        assert found.after.given(question) == word


@pytest.mark.parametrize(("claim", "sentence"), [("c9", "Yes."), ("c1", "  "), ("c1", "x" * 2001)])
def test_what_cannot_be_swapped_is_told(claim, sentence):
    with pytest.raises(MediakitError):
        swap.rewrite(mediakit.analyze(TEXT), claim, sentence)


def test_the_bench_tells_what_changed_by_call_and_by_message():
    made = bench(TEXT)
    told = made.swap("c2", "Lena Ortiz, the mayor, said that it was safe.")
    assert "Doubting → Neutral" in told
    made._receive(made, {"do": "swap", "claim": "c99", "text": "x"}, None)
    assert "no claim “c99”" in made.status
    assert made.rows == []
    made._receive(made, ["odd"], None)
    assert repr(made) == "Bench(3 claims)"
