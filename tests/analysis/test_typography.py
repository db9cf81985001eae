"""The same article in other typography gives the same answers."""

import textwrap

import pytest

import mediakit
from mediakit import packs
from mediakit.model import Analysis

NAMES = [f"{p.slug}/{e}" for p in packs.list_packs() for e in p.exercises]


def answers(found: Analysis) -> tuple:
    verdicts = [c.verdict for c in found.claims]
    return verdicts, [(a.kind, a.name, a.quote, a.continued) for a in found.attributions]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 60, 72])
def test_a_text_broken_into_lines_is_read_the_same(name, width):
    text = packs.load(name).article.text
    broken = "\n\n".join("\n".join(textwrap.wrap(p, width)) for p in text.split("\n\n"))
    assert answers(mediakit.analyze(text)) == answers(mediakit.analyze(broken))


@pytest.mark.parametrize("name", NAMES)
def test_a_text_on_one_line_is_read_the_same(name):
    text = packs.load(name).article.text
    assert answers(mediakit.analyze(text)) == answers(mediakit.analyze(" ".join(text.split())))


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»")])
def test_every_style_of_marks_is_read_the_same(opening, closing):
    text = packs.load("who-says-so/sunday-library").article.text
    other = text.replace("“", opening).replace("”", closing)
    assert answers(mediakit.analyze(text)) == answers(mediakit.analyze(other))
