"""The same article in other typography gives the same answers."""

import textwrap

import pytest

import mediakit
from mediakit import packs
from mediakit.model import Analysis
from mediakit.session import is_prose

NAMES = [f"{p.slug}/{e}" for p in packs.list_packs() for e in p.exercises]
ARTICLES = [f"{p.slug}/{e}" for p in packs.list_packs() if p.form == "article" for e in p.exercises]


def answers(found: Analysis) -> tuple:
    verdicts = [c.verdict for c in found.claims]
    return verdicts, [(a.kind, a.name, a.quote, a.continued) for a in found.attributions]


def claims(found: Analysis) -> list[str]:
    return [" ".join(found.text[c.start : c.end].split()) for c in found.claims]


def other_verdicts(one: Analysis, two: Analysis) -> int:
    return sum(a.verdict is not b.verdict for a, b in zip(one.claims, two.claims, strict=True))


def broken(text: str, width: int) -> str:
    """A break after a hyphen would make another word, so there is none."""
    return "\n\n".join("\n".join(textwrap.wrap(p, width, break_on_hyphens=False)) for p in text.split("\n\n"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 60, 72])
def test_a_text_broken_into_lines_has_the_same_claims_and_all_but_one_verdict(name, width):
    text = packs.load(name).article.text
    one, two = mediakit.analyze(text), mediakit.analyze(broken(text, width))
    assert claims(one) == claims(two)
    assert other_verdicts(one, two) <= 1


@pytest.mark.parametrize("name", [n for n in ARTICLES if n != "tangled/flood-live"])
def test_a_text_on_one_line_has_all_but_one_verdict(name):
    """Without its paragraphs: headlines run into the text, and a live blog is none any more."""
    text = "\n\n".join(p for p in packs.load(name).article.text.split("\n\n") if is_prose(p))
    one, two = mediakit.analyze(text), mediakit.analyze(" ".join(text.split()))
    if claims(one) == claims(two):
        assert other_verdicts(one, two) <= 1
    else:
        assert len(one.claims) - len(two.claims) in (1, 2), (
            "a headline without a full stop joins the sentence after it"
        )


@pytest.mark.parametrize("name", ["sunday-library", "night-ferry", "two-hands"])
@pytest.mark.parametrize("width", [40, 60, 72])
def test_a_text_broken_into_lines_is_read_the_same(name, width):
    text = packs.load(f"who-says-so/{name}").article.text
    assert answers(mediakit.analyze(text)) == answers(mediakit.analyze(broken(text, width)))


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»")])
def test_every_style_of_marks_is_read_the_same(opening, closing):
    text = packs.load("who-says-so/sunday-library").article.text
    other = text.replace("“", opening).replace("”", closing)
    assert answers(mediakit.analyze(text)) == answers(mediakit.analyze(other))
