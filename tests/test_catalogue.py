"""One catalogue a language: the same keys, the same places to fill, nothing unused, nothing missing."""

import re
from pathlib import Path

import pytest

from mediakit import catalogue, lexicon
from mediakit.model import MediakitError
from mediakit.taxonomy import QUESTIONS

CODES = [code for code, raw in lexicon.languages().items() if "strings" in raw]
ENGLISH = lexicon.languages()["en"]
ROOT = Path(catalogue.__file__).parent


def flat(raw: dict, before: str = "") -> dict[str, str]:
    found = {}
    for key, value in raw.items():
        found |= flat(value, f"{before}{key}.") if isinstance(value, dict) else {f"{before}{key}": value}
    return found


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("part", catalogue.PARTS)
def test_a_language_has_every_key_and_fills_the_same_places(code, part):
    own, english = flat(lexicon.languages()[code][part]), flat(ENGLISH[part])
    assert sorted(own) == sorted(english)
    for key, text in own.items():
        assert text.strip(), key
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key])), key


@pytest.mark.parametrize("code", CODES)
def test_every_term_is_there_and_keys_are_single_and_apart_within_a_question(code):
    words = catalogue.load(code)
    for question in QUESTIONS:
        terms = words.group(question)
        assert [t.id for t in terms] == [str(w) for w in QUESTIONS[question]]
        hot = [t.hot for t in terms]
        assert len(set(hot)) == len(hot)
        assert all(len(h) == 1 for h in hot)
    usual = [t.hot for q in ("verdict", "sure") for t in words.group(q)]
    for question in ("kind", "need"):
        assert not set(usual) & {t.hot for t in words.group(question)}, (
            "the usual questions are answered in any order"
        )


def test_every_string_is_used():
    code = "\n".join(
        p.read_text(encoding="utf-8")
        for p in [*ROOT.rglob("*.py"), *ROOT.rglob("*.js"), *ROOT.rglob("*.html")]
    )
    built = re.compile(
        r"^(?:same|verdict|detail)_(?:key|machine)$|^lean_|^reach_|^ruling_|^role_|^(?:over|under)_confident$|^next_(?:help|harder|easier|same)|^class_lean_|^class_note|^edit_(?:name|level|saved)|^sheet_step_|^name_"
    )
    found = re.compile(r"\b[Ww]\.(\w+)|strings\[f?['\"](\w+)['\"](?: if [^\]]+ else ['\"](\w+)['\"])?")
    used = {name for match in found.findall(code) for name in match if name}
    unused = [k for k in ENGLISH["strings"] if not built.search(k) and k not in used]
    assert unused == []


def test_an_error_that_a_click_brings_about_is_told_in_the_language():
    error = catalogue.problem("contest_empty", c="c1")
    assert str(error) == "Claim c1: name the words that decide, and give a reason."
    assert catalogue.load("fr").tell(error).startswith("Affirmation c1")
    assert catalogue.load("fr").tell(MediakitError("plain")) == "plain"


def test_every_error_is_raised_somewhere():
    code = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.rglob("*.py"))
    assert [k for k in ENGLISH["errors"] if f'problem("{k}"' not in code] == []


def test_an_unknown_language_is_told_with_the_known_ones():
    with pytest.raises(MediakitError, match=r"known: .*en"):
        catalogue.load("xx")
    with pytest.raises(MediakitError, match="analysis of the language"):
        lexicon.load("xx")


def test_the_environment_chooses_the_language(monkeypatch):
    monkeypatch.setenv(catalogue.ENV, CODES[-1])
    assert catalogue.load().code == CODES[-1]
