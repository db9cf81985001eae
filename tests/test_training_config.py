"""Configurations of the training: each says what it does otherwise, and a slip in a name is an error."""

from pathlib import Path

import pytest

pytest.importorskip("tomllib", reason="Python 3.11 and later")

from training.config import load

FOLDER = Path(__file__).parent.parent / "training"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_each_is_whole(path: Path):
    whole, one = load(FOLDER / "tagger.toml"), load(path)
    assert one.keys() == whole.keys()
    assert all(one[name].keys() == table.keys() for name, table in whole.items() if isinstance(table, dict))


def test_what_it_says_beats_what_it_is_like(tmp_path: Path):
    (tmp_path / "a.toml").write_text("seed = 1\n[data]\nfolds = 2\npasses = 3\n")
    (tmp_path / "b.toml").write_text('like = "a.toml"\n[data]\nfolds = 5\n')
    assert load(tmp_path / "b.toml") == {"seed": 1, "data": {"folds": 5, "passes": 3}}


def test_a_slip_in_a_name_is_an_error(tmp_path: Path):
    (tmp_path / "a.toml").write_text("[data]\nfolds = 2\n")
    (tmp_path / "b.toml").write_text('like = "a.toml"\n[data]\nfold = 5\n')
    with pytest.raises(KeyError, match="fold"):
        load(tmp_path / "b.toml")
