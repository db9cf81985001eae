"""What holds for every text: offsets are valid, nothing crashes, the text is unchanged."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mediakit
from mediakit import codec
from mediakit.analysis import tagger
from mediakit.model import Analysis

WORDS = ["Mara", "Quill", "said", "“", "”", "‘", "’", '"', "'", "the", "dry", "pump", ".", ",", "\n", "\n\n", "—", "It", "is", "believed", "according", "to",
         "reportedly", "he", "She", "U.S.", "«", "»", "…", "2019", "🌉", "spokesperson", "for", "\u00a0", "(", ")", "who", "claim", "not", "''", "-"]  # fmt: skip


def check(text: str, found: Analysis) -> None:
    assert text == found.text
    size = len(text)
    ids = {a.id for a in found.attributions}
    for claim in found.claims:
        assert 0 <= claim.start < claim.end <= size
        assert set(claim.attributions) <= ids
        assert (claim.need is None) == (claim.verdict == "sourced")
    for attribution in found.attributions:
        spans = (*attribution.content, *attribution.cue, *attribution.source, *attribution.why.words)
        assert attribution.content
        assert all(0 <= s.start < s.end <= size for s in spans), (text, attribution)
        assert attribution.continued is None or (attribution.continued in ids and not attribution.cue)
        assert 0 <= attribution.confidence <= 1
    assert found == codec.read_json(Analysis, codec.write_json(found), "x")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_news_like_text_never_crashes(text):
    check(text, mediakit.analyze(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80).filter(lambda t: "\r" not in t and not t.startswith("\ufeff")))
def test_any_text_never_crashes(text):
    check(text, mediakit.analyze(text))


def test_real_articles_have_valid_offsets(shared):
    lines = (shared / "data" / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()[:25]
    for line in lines:
        text = json.loads(line)["text"]
        check(text, mediakit.analyze(text))


ENDLESS = (
    "HALDEN (Wire) – Shares in Pell & Sons fell, the Maritime and Coastguard Agency and Save the Children said of "
    "“the drivers’ fault”, a claim by the Ministry of Rivers and Old Canals that, an audit found last year, Kim Jong-un "
    "and the Prime Minister’s aide, Ana Stone of Halden, were felt to have been warned by police"
)


ENDLESS_TOO = (
    "Asked whether Adler would play, a man identified as the engineer Paul Stone can be heard telling her husband, who "
    "according to divers is rotten, that we were told; and according to growers a plum, a farmer contacted by phone "
    "warned in a report released Monday, was what two clerks, neither of whom would be named, described as “tape”"
)

ENDLESS_STILL = (
    "What the charity Roof First forgot to say is that, asked whether it was dry, one of them read: “No,” and a claim "
    "circulating online that more than thirty current and former staff, say people close to it, came only to be told"
)


@pytest.mark.parametrize("text", [ENDLESS, ENDLESS_TOO, ENDLESS_STILL])
def test_a_text_may_end_anywhere(text: str):
    """A rule that looks at the word behind must not look past the last one."""
    words = text.split()
    for number in range(1, len(words)):
        for part in (" ".join(words[:number]), " ".join(words[-number:])):
            check(part, mediakit.analyze(part))


@pytest.mark.parametrize("text", ["told رك».", "told «ترك».", "a Os',hayo reportedly.\x00By M Os"])
def test_a_mark_may_be_taken_for_a_word(text):
    """The parser takes a closing mark behind letters that it does not know for whom somebody told."""
    check(text, mediakit.analyze(text))


def test_the_same_text_gives_the_same_answer():
    text = "“The pump is dry,” said Mara Quill. Critics say it will fail."
    assert mediakit.analyze(text) == mediakit.analyze(text)


@pytest.mark.slow
def test_a_long_text_is_read(shared):
    text = (
        json.loads((shared / "data" / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()[0])[
            "text"
        ]
        * 10
    )
    check(text, mediakit.analyze(text))


def test_an_answer_does_not_depend_on_how_many_cores_there_are(monkeypatch):
    text = "\n\n".join(f"Pump {n} is dry, Mara Quill said. It is believed to leak." for n in range(60))
    answers = []
    for cores in ("1", "2", "7"):
        monkeypatch.setenv(tagger.THREADS, cores)
        answers.append(mediakit.analyze(text))
    assert len(answers[0].attributions) >= 60
    assert answers[0] == answers[1] == answers[2]
