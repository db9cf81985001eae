"""A confidence is a chance, made from features that fitting and use share."""

import json
from importlib.resources import files

import pytest

import mediakit
from mediakit.analysis import confidence, examine
from training import calibrate

TEXT = "“The pump is dry,” said Mara Quill. It was seen by some as a kind of loss of sorts in the way of things.\n\nThe square was empty."


def models() -> dict:
    return json.loads((files("mediakit.analysis") / "models" / "confidence.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", list(confidence.FEATURES))
def test_every_feature_has_a_weight(name: str):
    assert models()[name]["features"] == list(confidence.FEATURES[name])
    assert len(models()[name]["weights"]) == len(confidence.FEATURES[name])


def test_the_weights_belong_to_the_shipped_tagger():
    from mediakit.analysis import tagger

    assert models()["fitted_on"]["tagger"] == tagger.card()["sha256"]


def test_every_answer_has_a_chance():
    analysis = mediakit.analyze(TEXT)
    chances = [c.confidence for c in analysis.claims] + [a.confidence for a in analysis.attributions]
    assert all(confidence.LEAST <= c <= confidence.MOST for c in chances)
    assert all(a.kind_confidence is not None and 0 < a.kind_confidence < 1 for a in analysis.attributions)


def test_a_plain_quotation_is_surer_than_a_loose_view():
    sure = mediakit.analyze("“The pump has been dry since May,” said Mara Quill, the mayor.").attributions[0]
    loose = mediakit.analyze("Mara Quill has eyed the pump with the unease of a banker.").attributions
    assert sure.confidence > 0.9
    assert all(a.confidence < sure.confidence - 0.1 for a in loose)


def test_links_and_attributions_go_together():
    seen = examine(TEXT)
    assert len(seen.links) == len(seen.analysis.attributions)
    for link, attribution in zip(seen.links, seen.analysis.attributions, strict=True):
        assert {c.span for c in link.contents} == set(attribution.content)


def test_a_rule_that_was_never_measured_gets_the_mean():
    assert confidence.of_kind("no such rule") == models()["kind"]["other"]


def test_the_fit_sees_every_answer_with_all_its_features():
    said = "“The pump is dry,”"
    gold = {
        "text": TEXT,
        "attributions": [{"content": [[0, len(said)]], "cue": [[19, 23]], "source": [[24, 34]]}],
    }
    seen = examine(TEXT)
    for name, rows, answers in (
        ("attribution", calibrate.attribution_rows(seen, gold), seen.analysis.attributions),
        ("claim", calibrate.claim_rows(seen, gold), seen.analysis.claims),
    ):
        assert len(rows) == len(answers)
        assert all(len(features) == len(confidence.FEATURES[name]) for features, _ in rows)
        assert rows[0][1], "the quotation is Quill's, as annotated"
