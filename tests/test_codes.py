import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit import codes
from mediakit.model import Answer, MediakitError, Record
from mediakit.taxonomy import USUAL

BLANK = Record("a/b", "00ff00ff00ff00ff", ("c1", "c2", "c5"))
EVERYTHING = ("verdict", "kind", "need", "quote", "stance", "sure")


def given_answer(claim: str, number: int, questions: tuple[str, ...]) -> Answer | None:
    table = codes.combinations(questions)
    plain = table[number % len(table)]
    return codes._answer(claim, plain) if plain else None


@given(
    st.lists(st.integers(0, 10_000), min_size=3, max_size=3),
    st.sampled_from([USUAL, EVERYTHING, ("verdict",)]),
)
def test_a_code_gives_the_answers_back(numbers, questions):
    from dataclasses import replace

    blank = replace(BLANK, questions=questions)
    answers = [given_answer(c, n, questions) for c, n in zip(BLANK.claims, numbers, strict=True)]
    record = replace(blank, answers=tuple(a for a in answers if a), committed=True)
    assert record == codes.read(codes.write(record), blank)


def test_every_combination_fits_its_digits():
    assert len(codes.combinations(USUAL)) <= 32**2
    assert len(codes.combinations(EVERYTHING)) <= 32**3


@given(st.integers(0, 11), st.sampled_from(codes.DIGITS))
def test_every_slip_is_noticed(place, digit):
    code = codes.write(Record("a/b", BLANK.fingerprint, BLANK.claims, (given_answer("c1", 33, USUAL),)))
    plain = code.removeprefix("MK2").replace(" ", "")
    slipped = plain[:place] + digit + plain[place + 1 :]
    if slipped != plain:
        with pytest.raises(MediakitError):
            codes.read(f"MK2{slipped}", BLANK)


@given(st.integers(0, 10))
def test_neighbours_that_changed_places_are_noticed(place):
    code = codes.write(Record("a/b", BLANK.fingerprint, BLANK.claims, (given_answer("c1", 33, USUAL),)))
    plain = code.removeprefix("MK2").replace(" ", "")
    slipped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if slipped != plain:
        with pytest.raises(MediakitError):
            codes.read(f"MK2{slipped}", BLANK)


def test_what_looks_alike_is_read_alike():
    code = codes.write(BLANK)
    assert codes.read(code.lower().replace("0", "o").replace("1", "l"), BLANK).answers == ()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("hello", "must begin with MK2"),
        ("MK2", "has a slip"),
        ("MK2 $$$$ 00", "has the sign '\\$'"),
        ("MK2 0000 0000 00 00", "slip|another article"),
    ],
)
def test_what_is_no_code_is_told(code, said):
    with pytest.raises(MediakitError, match=said):
        codes.read(code, BLANK)


def test_a_code_of_another_lesson_is_told():
    code = codes.write(Record("a/b", BLANK.fingerprint, ("c1",)))
    with pytest.raises(MediakitError, match="3 claims were asked"):
        codes.read(code, BLANK)
