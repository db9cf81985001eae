"""Every exercise that is shipped, and what the loader says of broken ones."""

import shutil

import pytest

from mediakit import cli, lint, packs, scoring
from mediakit.model import Article, MediakitError, text_of

ALL = [f"{p.slug}/{e}" for p in packs.list_packs() for e in p.exercises]
NAME = "who-says-so/sunday-library"


@pytest.mark.parametrize("name", ALL)
def test_a_key_scores_full_against_itself(name):
    found = packs.load(name)
    score = scoring.score(found.key, found.key)
    assert len(found.key.answers) == score.verdicts == score.kinds


@pytest.mark.parametrize("name", ALL)
def test_the_frozen_analysis_is_todays(name):
    found = packs.load(name)
    assert not lint.is_stale(found.machine, cli.fresh_analysis(packs.home() / name)), (
        f"renew it: mediakit exercises freeze {name}"
    )


@pytest.fixture
def root(tmp_path):
    shutil.copytree(packs.home() / "who-says-so", tmp_path / "who-says-so")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'quote = "The first open Sunday"',
            'quote = "The first closed Sunday"',
            r"key.toml, claim 2: quote not found",
        ),
        ('quote = "The first open Sunday"', 'quote = "the"', r"stands \d+ times"),
        ('quote = "The first open Sunday"', 'quote = ""', "quote is empty"),
        ('quote = "The first open Sunday"', 'quote = "The library in Marrow"', "has a key already"),
        ('verdict = "unsourced"', 'verdict = "wrong"', "sourced, partly, unsourced"),
        ('accept = ["common"]', 'accept = ["seen"]', "accept has 'seen'"),
        ("need = ", "needs = ", "unknown key needs"),
        ("[[claim]]", "[[claim", "key.toml"),
    ],
)
def test_a_broken_key_is_named_with_file_claim_and_repair(root, old, new, said):
    path = root / NAME / "key.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(MediakitError, match=said):
        packs.load(NAME, root)


@pytest.mark.parametrize(
    "name",
    [
        "who-says-so",
        "who-says-so/none",
        "../who-says-so/sunday-library",
        "who-says-so/../../etc",
        "none/none",
    ],
)
def test_what_is_no_exercise_is_named_with_what_there_is(name):
    with pytest.raises(MediakitError):
        packs.load(name)


def test_a_changed_article_is_told_from_its_frozen_analysis(root):
    path = root / NAME / "article.txt"
    path.write_text(path.read_text() + "More.\n")
    with pytest.raises(MediakitError, match="exercises freeze"):
        packs.load(NAME, root)


def test_quoted_words_are_found_over_a_line_break():
    text = "the Ostrian\nMinistry of Rivers"
    span = packs.find_quote(text, "Ostrian Ministry", None, "x")
    assert text_of(text, (span,)) == "Ostrian Ministry"


def test_an_article_is_read_as_it_is():
    found = packs.load(NAME)
    assert isinstance(found.article, Article)
    assert found.article.text == (packs.home() / NAME / "article.txt").read_text(encoding="utf-8")
