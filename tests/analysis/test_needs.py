"""Whether the writer's own claims need a source, on invented sentences that the model was not fitted on."""

import hashlib
from pathlib import Path

import pytest

import mediakit
from mediakit import wordlists
from mediakit.analysis import needs
from mediakit.taxonomy import Need

DATA = Path(__file__).parent.parent.parent / "training" / "needs.txt"
TABLE = [
    ("The chapel was empty at nine.", Need.COMMON),
    ("A lantern hung over the gate.", Need.COMMON),
    ("The drummer wore a green scarf.", Need.COMMON),
    ("The cook did not answer the door.", Need.COMMON),
    ("Two goats stood on the path.", Need.COMMON),
    ("The choir sang and the children clapped.", Need.COMMON),
    ("Burglaries rose by nine per cent last year.", Need.CHECKABLE),
    ("The quarry was founded in 1911.", Need.CHECKABLE),
    ("The firm owes its workers three months of wages.", Need.CHECKABLE),
    ("The minister owns a third of the vineyard.", Need.CHECKABLE),
    ("The sheriff met the smuggler in secret in March.", Need.CHECKABLE),
    ("The tower is 140 metres high.", Need.CHECKABLE),
    ("The decision is a disgrace and a danger.", Need.OPINION),
    ("The council should be ashamed.", Need.OPINION),
    ("It will be the best summer of all.", Need.OPINION),
    ("The village deserves a better road.", Need.OPINION),
    ("Perhaps nobody wanted to know the truth.", Need.OPINION),
    ("The play is a small masterpiece.", Need.OPINION),
]


@pytest.mark.parametrize(("text", "need"), TABLE)
def test_the_need_of_a_sentence(text: str, need: Need):
    (claim,) = mediakit.analyze(text).claims
    assert claim.need == need
    assert claim.why is not None
    assert claim.why.rule == needs.RULES[need]
    words = [text[s.start : s.end] for s in claim.why.words]
    assert 1 <= len(words) <= needs.SHOWN and all(
        word in text.split() or word + "." in text.split() for word in words
    )
    assert claim.why.runner_up in set(Need) - {need}


def test_no_sentence_of_the_table_was_fitted_on():
    known = DATA.read_text(encoding="utf-8")
    assert not [text for text, _ in TABLE if text in known]


def test_the_model_is_the_one_of_the_data():
    model = needs._model()
    assert model["data"] == hashlib.sha256(DATA.read_bytes()).hexdigest(), "run: python -m training.needs"
    assert model["needs"] == list(Need)


def test_words_have_one_class():
    assert wordlists.word_classes("noun")["lantern"] == "artifact"
    assert wordlists.word_classes("verb")["own"] == "possession"
    assert not set(wordlists.word_classes("verb")) & {"", "verb"}
