import mediakit
from mediakit import catalogue, ledger, packs, pictures, telling
from mediakit.taxonomy import Kind

TEXT = """Nordlane will sell two ships, according to a letter of the company. "We are sad," said Ilse Aarup, the captain.
She added that the crews had not been asked. The letter says that 34 jobs will stay. Critics say the plan will fail.
It is believed that a buyer has been found. The harbour was quiet on Monday."""


def found():
    return ledger.build(mediakit.analyze(TEXT))


def test_one_person_under_two_names_is_one_source():
    aarup = next(s for s in found().sources if "Aarup" in s.name)
    assert (aarup.claims, aarup.kind, aarup.reach) == (("c2", "c3"), Kind.NAMED_PERSON, "full")


def test_the_same_document_twice_is_one_source():
    papers = [s for s in found().sources if s.kind is Kind.DOCUMENT]
    assert [s.claims for s in papers] == [("c1", "c4")]
    told = telling.ledger(found(), catalogue.load("en"))
    assert "Used 2 times, but it is one source." in next(
        r["notes"] for r in told["rows"] if r["icon"] == "full" and "c4" in r["claims"]
    )


def test_what_nobody_answers_for_is_the_writers():
    assert found().own == ("c7",)


def test_taking_sources_away_lets_claims_fall():
    book = found()
    aarup = next(i for i, s in enumerate(book.sources) if "Aarup" in s.name)
    assert book.fallen(aarup) == ("c2", "c3")
    everything = book.fallen(*range(len(book.sources)))
    assert set(everything) == {c for s in book.sources for c in s.claims}
    assert book.fallen() == ()


def test_hidden_sources_stay_apart():
    book = ledger.build(
        mediakit.analyze("It is believed that he fled. The plan was widely described as a disaster.")
    )
    assert [s.claims for s in book.sources] == [("c1",), ("c2",)]
    assert {s.name for s in book.sources} == {""}


def test_a_key_goes_before_the_machine():
    exercise = packs.load("who-says-so/two-hands")
    book = ledger.build(exercise.machine, exercise.key)
    own = {a.claim for a in exercise.key.answers if a.verdict == "unsourced"}
    assert own <= set(book.own)


def test_a_picture_has_a_row_a_source_and_escapes_names():
    text = '"It is dry," said Lena <Script> Ortiz. "It is dry," said Tom Brandt.'
    book = ledger.build(mediakit.analyze(text))
    names = tuple(f"<b>{s.name}" for s in book.sources)
    drawn = pictures.svg_text(pictures.ledger(book, names, "writer"))
    assert drawn.count("&lt;b&gt;") == len(book.sources)
    assert "<b>" not in drawn
