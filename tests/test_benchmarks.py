"""The benchmark measures what it says: keys that fit their texts, and the same figures as the field's own scorer."""

import importlib
import importlib.util
import json
from collections import Counter

import pytest

import mediakit
from benchmarks import ablation, report, stress, tally
from benchmarks import gold as g
from benchmarks.accuracy import calibration
from mediakit import accuracy
from mediakit.analysis import tagger
from mediakit.model import UNSURE
from mediakit.taxonomy import Kind

TEXTS = stress.load()


def test_the_hard_texts_are_many_and_of_many_kinds():
    assert len(TEXTS) >= 300
    assert {k.kind for t in TEXTS for k in t.keys} == set(Kind)
    assert len({t.genre for t in TEXTS}) >= 12
    assert len({t.text for t in TEXTS}) == len(TEXTS)


def test_the_hard_texts_have_no_marks_left_and_no_empty_key():
    for item in TEXTS:
        assert not set("{}") & set(item.text), item.text
        for key in item.keys:
            assert key.content and all(item.text[a:b].strip() for a, b in key.content), item.text
            assert (key.kind is Kind.HIDDEN) == (not key.source), item.text


def test_every_rule_that_can_be_taken_out_exists_once():
    places = [(module.__name__, function) for _, module, function, _ in ablation.RULES]
    assert [place for place in places if not hasattr(importlib.import_module(place[0]), place[1])] == []
    assert len(set(places)) == len(places) and len({name for name, *_ in ablation.RULES}) == len(places)


def test_a_key_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="marks and keys do not fit"):
        stress.parse("{s:Mara Quill} {q:said} {c:no}.\n> writer", "test")


def test_the_analysis_is_right_on_most_hard_texts():
    """Far under the stored figures: it fails when a stage is broken, not when a rule shifts."""
    whole = sum((tally.of_stress(t, mediakit.analyze(t.text))[0] for t in TEXTS[::6]), Counter())
    assert tally.f1(whole, "found") > 0.8
    assert tally.rate(whole, "kind") > 0.7


def test_the_stored_results_are_of_the_shipped_tagger():
    result = report.load("accuracy")
    assert result["tagger"] == tagger.card()["sha256"]
    assert {"spans", "kinds", "hard", "exercises"} <= set(result)


def test_the_lesson_tells_the_stored_rates():
    rates = accuracy.rates()
    assert rates is not None
    assert rates.direct == round(100 * report.load("accuracy")["spans"]["scores"]["direct"]["value"])
    assert rates.unsure < rates.claims


def test_calibration_of_known_answers():
    answers = [(0.85, True)] * 8 + [(0.85, False)] * 2 + [(0.25, False)] * 9 + [(0.25, True)]
    result = calibration(answers)
    assert result["bins"] == [[0.25, 0.1, 10], [0.85, 0.8, 10]]
    assert result["error"] == pytest.approx((0.15 + 0.05) / 2)
    assert result["unsure"] == sum(chance < UNSURE for chance, _ in answers)


def test_the_interval_holds_the_value():
    tallies = [Counter({"x.right": n % 3, "x.of": 2}) for n in range(30)]
    value = tally.with_interval(tallies, "x")
    assert value["low"] <= value["value"] == 0.5 <= value["high"]


def test_our_scores_are_those_of_the_corpus_scorer(shared):
    spec = importlib.util.spec_from_file_location("scorer", shared / "bench" / "attribution_bench.py")
    assert spec is not None and spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    articles = g.read(shared / "data" / "polnear-dev.jsonl")[:8]
    pieces = [g.found(mediakit.analyze(a["text"])) for a in articles]
    mine = sum((tally.of_corpus(a, p) for a, p in zip(articles, pieces, strict=True)), Counter())
    given = [
        {"id": a["id"], "attributions": [
            {role: [[i, i + 1] for i in sorted(getattr(p, role))] for role in ("source", "cue")} | {"content": p.spans} for p in ps
        ]} for a, ps in zip(articles, pieces, strict=True)
    ]  # fmt: skip
    known = theirs.score(articles, json.loads(json.dumps(given)))
    recall = known["recall_by_type"]
    assert {q: round(tally.score(mine, q), 4) for q in ("sentence", "found", "source", "end to end", "exact", "direct", "partial", "indirect")} == {
        "sentence": known["sentence"]["f1"], "found": known["content_lenient"]["f1"], "source": known["source_accuracy"]["iou50"],
        "end to end": known["end_to_end"]["f1"], "exact": known["content_exact"]["f1"],
        "direct": recall["direct"]["content_recall"], "partial": recall["mixed"]["content_recall"], "indirect": recall["indirect"]["content_recall"],
    }  # fmt: skip
