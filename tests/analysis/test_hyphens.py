"""Words that the end of a line cut in two are read whole, and every place is one in the text as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit
from mediakit import lexicon
from mediakit.analysis import hyphens, nlp
from mediakit.model import Span, text_of

WORDS = nlp.vocabulary(lexicon.load("en"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("an e-mail sug-\ngests, that", "an e-mail suggests,\n  that"),
        ("the well-\nknown pier", "the well-\nknown pier"),
        ("Wood-\nward left. Woodward said", "Woodward\n  left. Woodward said"),
        ("Or-\ntiz left.", "Or-\ntiz left."),
        ("a news\u00adpaper", "a newspaper "),
        ("a news\u00ad\npaper shop", "a newspaper\n  shop"),
        ("it was de-\n\nnied", "it was de-\n\nnied"),
        ("pre-\n  sented", "presented\n   "),
        ("said Doug \u00adAndres", "said Doug  Andres"),
    ],
)
def test_what_is_joined(text, whole):
    joined = hyphens.join(text, WORDS)
    assert joined.text == whole
    assert len(whole) == len(text)


@given(
    st.text(alphabet="ab \n-\u00ad.,", max_size=40),
    st.sampled_from(["sug-\ngests", "news\u00adpaper", "de-\nnied,"]),
)
def test_every_letter_is_found_again(around, word):
    text = f"{around} {word} {around}"
    joined = hyphens.join(text, WORDS)
    assert len(joined.text) == len(text)
    for at, letter in enumerate(joined.text):
        span = joined.back(Span(at, at + 1))
        assert 0 <= span.start < span.end <= len(text) or letter.isspace()
        if not letter.isspace():
            assert text[slice(*span)].strip("-\u00ad \n") == letter.strip("-\u00ad")


def test_a_cut_text_is_read_like_the_whole_one():
    plain = "The mill was shut in May, a leaked report suggests. “It was late,” said Mira Osei, who denied that it was empty. It is believed that the owner left."
    cut = (
        plain.replace("suggests", "sug-\ngests")
        .replace("denied", "de-\nnied")
        .replace("believed", "be-\nlieved")
    )

    def told(text):
        return [
            (a.kind, a.name, a.quote, a.stance, *(re.sub(r"-\s|\s", "", text_of(text, part)) for part in (a.content, a.cue)))
            for a in mediakit.analyze(text).attributions
        ]  # fmt: skip

    assert told(cut) == told(plain)
    assert [c.end for c in mediakit.analyze(cut).claims][-1] == len(cut)
