"""Windows of the training articles: labels follow every edit, batches have few shapes and one fold each."""

import csv
import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit.analysis
from training import news
from training import windows as w
from training.bases import load_tokenizer

TOKENIZER = load_tokenizer(Path(mediakit.analysis.__file__).parent / "models")
TEXT = "The mill will close in May, the owner said. “We tried,” Ada Brook told reporters, and left by bus."
PARTS = {"content": "The mill will close in May", "source": "the owner", "cue": "said"}
QUIET = {"restyle_quotes": 0.0, "lose_marks": 0.0, "lose_each_mark": 0.0, "lose_spaces": 0.0}
LOUD = {"restyle_quotes": 1.0, "lose_marks": 1.0, "lose_each_mark": 0.5, "lose_spaces": 1.0}


def article() -> dict:
    spans = {role: [[TEXT.index(part), TEXT.index(part) + len(part)]] for role, part in PARTS.items()}
    return {"id": "mill", "text": TEXT, "attributions": [spans]}


def config(augment: dict, **sizes: object) -> dict:
    usual = {"pieces": 254, "short_share": 0.0, "short_pieces": 72, "wide_share": 0.0, "wide_pieces": 510}
    rest = {"lose_each_space": 0.5, "swap_names": 0.0}
    return {"windows": usual | sizes, "data": {"folds": 3}, "augment": augment | rest}


def read(window: w.Window, tag: int) -> str:
    return TOKENIZER.decode([i for i, t in zip(window.ids, window.tags, strict=True) if t == tag])


@pytest.mark.parametrize("augment", [QUIET, LOUD], ids=["as it is", "disturbed"])
def test_each_role_keeps_its_words(augment: dict) -> None:
    for seed in range(20):
        (window,) = w.epoch([article()], TOKENIZER, config(augment), random.Random(seed))
        assert read(window, w.SOURCE) == "the owner"
        assert read(window, w.CUE) == "said"
        assert read(window, w.BEGIN) + " " + read(window, w.CONTENT) == "the mill will close in may"


def test_content_points_to_its_source_and_cue() -> None:
    (window,) = w.epoch([article()], TOKENIZER, config(QUIET), random.Random(1))
    for places, part in ((window.sources[0], "the owner"), (window.cues[0], "said")):
        assert places is not None and TOKENIZER.decode([window.ids[i] for i in places]) == part


def test_a_source_outside_the_window_is_not_asked_for() -> None:
    ids, tags, owners, positions = w.label(article(), TOKENIZER, TEXT, lambda i: i)
    window = w.cut(ids, tags, owners, positions, 0, 4, (101, 102), 0)
    assert window.sources == {0: None} and window.cues == {0: None}


@given(
    st.lists(st.tuples(st.integers(8, 510), st.integers(0, 2)), min_size=1, max_size=60),
    st.integers(512, 4096),
)
def test_batches_hold_every_window_once(sizes: list[tuple[int, int]], pieces: int) -> None:
    windows = [
        w.Window([n] * length, [0] * length, [-1] * length, {}, {}, fold)
        for n, (length, fold) in enumerate(sizes)
    ]
    batches = w.batches(windows, pieces, random.Random(0))
    assert sorted(window.ids[0] for batch in batches for window in batch) == list(range(len(windows)))
    for batch in batches:
        assert len({window.fold for window in batch}) == 1
        assert len(batch) == 1 or len(batch) * w.padded(max(len(x.ids) for x in batch)) <= pieces


def test_folds_part_the_articles() -> None:
    folds = {w.fold_of(f"article-{n}", 3) for n in range(50)}
    assert folds == {0, 1, 2}
    assert {w.fold_of(f"article-{n}", 1) for n in range(50)} == {0}


def test_news_are_read_once_each_with_their_title_and_mended(tmp_path, monkeypatch) -> None:
    long = 'The mill is safe, "?the owner said. ' * 20
    rows = [
        ("1", "Mill Is Safe", long),
        ("2", "Again", long),
        ("3", "Caption", "Too short."),
        ("4", "Mill", long + "M\ufffdller -"),
    ]
    with zipfile.ZipFile(tmp_path / "News.zip", "w") as archive:
        table = io.StringIO()
        writer = csv.writer(table)
        writer.writerows([("article_id", "title", "text"), *rows])
        archive.writestr("News.csv", table.getvalue())
    monkeypatch.setattr(news, "file_of", lambda package, ending: tmp_path / "News.zip")
    first, other = news.articles()
    assert first["text"].startswith('Mill Is Safe.\n\nThe mill is safe, " the owner said.')
    assert (first["id"], other["id"], first["attributions"]) == ("news-1", "news-4", [])
    assert other["text"].endswith("M ller")
