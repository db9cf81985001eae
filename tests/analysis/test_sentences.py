import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit import lexicon
from mediakit.analysis import sentences

LONG = f"The harbour was dredged {'again and ' * 15}again."
"""A paragraph on one line."""
TABLE = [
    ("It rained. It snowed.", 2),
    ("Mr. Adler left. Dr. Quill stayed.", 2),
    ("The U.S.\nState Department said so.", 1),
    ("He lives in the U.S. She does not.", 2),
    ("It cost $3.5 million. Nobody paid.", 2),
    ("“It rained.” He left.", 2),
    ("“It rained,” he said. “It snowed.”", 2),
    ("It rained.It snowed.", 2),
    ("See Example.com for more.", 1),
    ("J. Smith and George W. Bush met.", 1),
    ("That was plan B. Then it rained.", 2),
    ("Opposition leader M. Palan left. Trader R. K. Nair stayed.", 2),
    ("It was patient B. Then it rained.", 2),
    ("Pool to close in March\nThe pool will close.", 2),
    ("Pool to close\nBy Mara Quill\n\nThe pool will close.", 3),
    (
        "‘A total circus’: neighbours’ fury as the ‘zoo mansion’ of a star is raided\nBy Mara Quill\nIt rained.",
        3,
    ),
    ("BREWER DENIES LETTING RAIN IN\nBy Mara Quill, Beer Correspondent\nIt rained.", 3),
    (f"Is the harbour safe? Here’s what the record really says\nIt is late.\n{LONG}", 4),
    ("PRESS RELEASE\nBrightwell launches the world’s first kettle that talks\nLEEDS, 4 March – It talks.", 3),
    ("A line that is broken in the\nmiddle goes on.", 1),
    ("- Milk\n- Bread\n- Eggs", 3),
    ("Why? Nobody knows! It rained…", 3),
    ("He waited ... and left.", 1),
    ("At 5 p.m. the pool closed.", 1),
    ("It closed at 5 p.m. Swimmers left.", 2),
    ("It closed at 5 p.m. Monday and at 6 p.m. GMT.", 1),
    ("Both keys were used at 2.14 a.m.\nSuspicion fell on the cook.", 2),
    ("‘The town’s pool is dry.’ Nobody swims.", 2),
    ("“Why?” Lena Ortiz asked. “It broke!” Tom Brandt said.", 2),
    ("“Why?” Ortiz left. “It is over!” Nobody moved.", 4),
    (f"{LONG}\nWhat residents say about the noise from the old harbour at night\n{LONG}", 3),
    (f"{LONG}\nA headline that is long but that no page breaks into two, as it seems\n{LONG}", 3),
    (f"{LONG[:-1]} in the U.S.\nState Department\n{LONG}", 2),
    (f"{LONG[:-2]}\nHarbour office said.", 1),
    (f"Ferry sorry\nShare\n3 hours ago\nMara Quill\n{LONG}\n‘Utter chaos’\n{LONG}", 7),
    (f"{LONG[:-1]}\nMore boats are there since May\nIn all, nine boats left.", 3),
    (f"{LONG}\nThe firm posted: “We are so proud 🎉”\nNobody clapped.\n{LONG}", 4),
    ("It is the longest of all lines\nHarbour office\nwas shut.", 1),
    ("‘There is no canal,’ said a clerk of the Ostrian\nMinistry of Rivers.", 1),
]


@pytest.mark.parametrize(("text", "count"), TABLE)
def test_a_text_is_cut_into_sentences(text, count):
    found = sentences.find(text, lexicon.load())
    assert count == len(found), [text[s.start : s.end] for s in found]


@given(st.text(alphabet=st.sampled_from(list("aB .!?\n“”‘’\"'-—1…\u00a0é🌉")), max_size=120))
def test_sentences_hold_every_character_that_is_no_blank(text):
    found = sentences.find(text, lexicon.load())
    assert "".join(text.split()) == "".join("".join(text[s.start : s.end].split()) for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
