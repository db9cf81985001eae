import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit import lexicon
from mediakit.analysis import quotes, sentences

LONG = f"The river is {'very ' * 30}long"
TABLE = [
    ("He said “no”.", ["“no”"]),
    ("‘The town’s pump is dry,’ he said.", ["‘The town’s pump is dry,’"]),
    ("‘The generals’ talks were long,’ he said.", ["‘The generals’ talks were long,’"]),
    ("‘It was the drivers’ fault’, he said.", ["‘It was the drivers’ fault’"]),
    ("'It was the drivers' fault', he said.", ["'It was the drivers' fault'"]),
    ("In the ’90s the drivers’ bus was ‘free’.", ["‘free’"]),
    ("\"We came,\" he said. \"We left.\"", ['"We came,"', '"We left."']),
    ("It is 6'2\" tall and 3' wide.", []),
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ("«Bonjour», dit-il.", ["«Bonjour»"]),
    ("''We came,'' he said.", ["''We came,''"]),
    ("“One paragraph.\n\n“Second one.” He left.", ["“One paragraph.", "“Second one.”"]),
    ("“Lost mark, he said. The river is long. It is cold.", ["“Lost mark, he said."]),
    ("He said: “One. Two.\n\n“Three.” He left.", ["“One. Two.", "“Three.”"]),
    ("He said: “One, he said. Two.\n\n“Three.” He left.", ["“One, he said.", "“Three.”"]),
    ("He said: \"One. Two. \"Three.\" He left.", ['"One. Two.', '"Three."']),
    ("He had “one. Two. It was late.\nThen \"Three.\" He left.", ["“one.", '"Three."']),
    (f"“{LONG}. It is cold.\n“Second one.” He left.", [f"“{LONG}. It is cold.", "“Second one.”"]),
    ("“Lost mark. It is cold.\nThe mill said it was a \"new hope\" for all.", ["“Lost mark.", '"new hope"']),
    ("“She said \"no\" to me,” he said.", ["“She said \"no\" to me,”"]),
    ("It was lost,” he said. Then it rained.", ["It was lost,”"]),
    ("The mayor‘s plan was “not for sale.”", ["“not for sale.”"]),
    ("Jan van 't Hof said 'no'.", ["'no'"]),
    ("Don't say 'never', it's 'maybe'.", ["'never'", "'maybe'"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), TABLE)
def test_quotations_are_found_by_their_marks(text, found):
    cuts = sentences.find(text, lexicon.load())
    assert found == [text[q.span.start : q.span.end] for q in quotes.find(text, cuts)]


@given(st.text(alphabet=st.sampled_from(list("ab .,\n“”‘’\"'«»sS")), max_size=120))
def test_quotations_are_in_order_and_inside_the_text(text):
    cuts = sentences.find(text, lexicon.load())
    found = quotes.find(text, cuts) if cuts else ()
    assert all(0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
