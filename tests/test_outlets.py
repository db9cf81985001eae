"""Outlets compared in a notebook: nothing before the guess, figures that say no more than they can, any table refused or shown."""

import pytest

from benchmarks import stress
from mediakit import catalogue, codec, corpus, lesson, pictures
from mediakit.model import MediakitError
from mediakit.ui.outlets import FIGURES, Outlets

DESKS = codec.shipped("notebooks") / "student" / "desks.csv"


@pytest.fixture
def opened():
    return lesson.outlets(DESKS)


def test_the_table_that_comes_along_is_of_the_invented_texts():
    rows = corpus.load(DESKS)
    names = {t.genre.replace("-", " ") for t in stress.load() if t.genre not in stress.NO_DESK}

    assert {row["outlet"] for row in rows} == names
    assert len(rows) == sum(t.genre not in stress.NO_DESK for t in stress.load())


def test_nothing_is_told_before_the_guess(opened):
    state = opened.get_state()

    assert (state["found"], state["status"]) == ({}, "")
    assert "'articles'" not in str(state)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_figure_is_told_with_its_doubt(figure, language):
    opened = lesson.outlets(DESKS, language)
    told = opened.look(figure, "court")

    rows = opened.found["rows"]
    means = [float(row[2]) for row in rows]
    assert means == sorted(means, reverse=True)
    assert len(rows) == len(opened.names)
    assert opened.status.replace("«", "").strip() in told
    assert any(row[3] != "–" for row in rows)


def test_a_right_and_a_wrong_guess_are_told_apart(opened):
    opened.look("share_unsourced", opened.names[0])
    first = opened.found["rows"][0][0]

    assert "has most" in opened.look("share_unsourced", first)
    assert f"it is {first}" in opened.look("share_unsourced", opened.found["rows"][-1][0])


def table(**values):
    base = corpus.load(DESKS)[0]
    return [
        base | {"id": f"{o}{n}", "outlet": o, "share_hidden": v}
        for o, vs in values.items()
        for n, v in enumerate(vs)
    ]


def test_what_chance_can_make_is_not_told_as_a_difference():
    words = catalogue.load("en")
    told = Outlets(table(a=[0.4, 0.6] * 15, b=[0.3, 0.7] * 15, c=[0.0] * 40), words).look("share_hidden", "a")

    assert "may have as much" in told
    assert ": b." in told
    assert "more than chance" in Outlets(table(a=[0.4, 0.6] * 15, c=[0.0] * 40), words).look(
        "share_hidden", "a"
    )
    assert "fewer than 20 articles" in Outlets(table(a=[0.9] * 4, c=[0.0] * 40), words).look(
        "share_hidden", "c"
    )


def test_what_a_page_sends_is_checked(opened):
    for message in (
        "odd",
        {"do": "x"},
        {"do": "look"},
        {"do": "look", "figure": "id", "guess": "court"},
        {"do": "look", "figure": "sources", "guess": "<b>"},
    ):
        opened._receive(opened, message, None)
        assert opened.found == {}
    opened._receive(opened, {"do": "look", "figure": "sources", "guess": "court"}, None)
    assert opened.found["rows"]


def test_names_of_outlets_are_text(tmp_path):
    words = catalogue.load("en")
    opened = Outlets(table(**{"<script>alert(1)</script>": [0.1] * 3}), words)
    opened.look("share_hidden", "<script>alert(1)</script>")

    assert "<script>" not in pictures.svg_text(opened.found["picture"])


@pytest.mark.parametrize("odd", ["nan", "inf", "abc", None, ""])
def test_a_table_with_an_odd_figure_is_told_by_article(odd):
    rows = table(a=[0.1] * 3)
    rows[2] = rows[2] | {"share_hidden": odd}
    opened = Outlets(rows, catalogue.load("en"))
    opened._receive(opened, {"do": "look", "figure": "share_hidden", "guess": "a"}, None)

    assert "'a2' has no number" in opened.status
    assert opened.found == {}


def test_articles_without_an_outlet_are_one():
    rows = [{k: v for k, v in row.items() if k != "outlet"} for row in table(a=[0.1, 0.2, 0.3])]
    opened = Outlets(rows, catalogue.load("en"))

    assert opened.names == [""]
    assert "–" in opened.look("share_hidden", "")


@pytest.mark.parametrize("content", [None, b"", b"a,b\n1,2\n", b"\xff\xfe", b"id,outlet,claims\n1,x,2\n"])
def test_a_file_that_is_no_table_is_told(tmp_path, content):
    path = tmp_path / "t.csv"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(MediakitError):
        lesson.outlets(path).look("share_hidden", "x")
