"""Loads `lang/<code>.toml`: the words by which the rules decide, for one language."""

import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mediakit.model import MediakitError
from mediakit.taxonomy import Kind, Reason, Stance

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case lemmas or phrases, by what they decide."""

    code: str
    name: str
    models: tuple[str, ...]
    stances: dict[str, Stance]
    contested: Words
    nouns: dict[Kind, Words]
    hidden_verbs: Words
    called_as: Words
    thought_of: Words
    frames: tuple[str, ...]
    no_claim: tuple[str, ...]
    tails: Words
    hearing: Words
    wordings: Words
    whose_accounts: tuple[str, ...]
    amounts: Words
    adverbs: Words
    alleging: Words
    judging: Words
    voicing: Words
    taking_up: Words
    openers: Words
    views: Words
    spokespeople: Words
    organization_words: Words
    generic_bodies: Words
    staff: Words
    places: Words
    roles: Words
    empty_heads: Words
    parts: Words
    anchors: Words
    anonymity: dict[Reason, tuple[str, ...]]
    renamed: str
    given_name: str
    describing: Words
    second_hand: tuple[str, ...]
    titles: dict[str, str]
    departments: Words
    short_titles: dict[str, Words]
    pronouns: dict[str, str]
    women: Words
    men: Words
    abbreviations: Words
    before_names: Words
    times: Words
    silent_verbs: Words
    declining: Words
    seeming: Words
    showing_verbs: Words
    everybody: Words
    nobody: Words
    headings: Words
    opinion: Words
    prediction: Words
    checkable: Words
    function_words: Words
    name_particles: Words
    first_names: dict[str, str]
    place_words: Words
    quantifiers: Words
    things_of_speech: Words


@lru_cache(maxsize=1)
def languages() -> dict[str, dict[str, Any]]:
    """What `lang/` holds, by language code: words for the analysis, for the interface, or both."""
    found = sorted((files("mediakit") / "lang").iterdir(), key=lambda f: f.name)
    return {
        f.name.removesuffix(".toml"): tomllib.loads(f.read_text(encoding="utf-8"))
        for f in found
        if f.name.endswith(".toml")
    }


@lru_cache(maxsize=4)
def load(code: str = "en") -> Lexicon:
    """The lexicon of a language. Raises MediakitError naming the languages that there are."""
    raw = _raw(code)
    cue, source, person, claim = raw["cue"], raw["source"], raw["person"], raw["claim"]
    return Lexicon(
        code=code,
        name=raw["name"],
        models=tuple(raw["models"]),
        stances={w: Stance(s) for s, words in cue["stance"].items() for w in _words(words)},
        contested=_words(cue["contested"]),
        nouns={Kind(k): _words(v) for k, v in source["nouns"].items()},
        hidden_verbs=_words(cue["hidden"]),
        called_as=_words(cue["called_as"]),
        thought_of=_words(cue["thought_of"]),
        frames=tuple(cue["frames"]),
        no_claim=tuple(cue["no_claim"]),
        tails=_words(cue["tails"]),
        hearing=_words(cue["hearing"]),
        wordings=_words(cue["wordings"]),
        whose_accounts=tuple(cue["whose_accounts"]),
        amounts=_words(cue["amounts"]),
        adverbs=_words(cue["adverbs"]),
        alleging=_words(cue["alleging"]),
        judging=_words(cue["judging"]),
        voicing=_words(cue["voicing"]),
        taking_up=_words(cue["taking_up"]),
        openers=_words(cue["openers"]),
        views=_words(cue["views"]),
        spokespeople=_words(source["spokespeople"]),
        organization_words=_words(source["organization_words"]),
        generic_bodies=_words(source["generic_bodies"]),
        staff=_words(source["staff"]),
        places=frozenset(source["places"]),
        roles=_words(source["roles"]),
        empty_heads=_words(source["empty_heads"]),
        parts=_words(source["parts"]),
        anchors=_words(source["anchors"]),
        anonymity={Reason(k): tuple(v) for k, v in source["anonymity"].items()},
        renamed=source["renamed"],
        given_name=source["given_name"],
        describing=_words(source["describing"]),
        second_hand=tuple(source["second_hand"]),
        titles=_gendered(person["titles"]),
        departments=_words(person["departments"]),
        short_titles={short: _words(words) for short, words in person["short_titles"].items()},
        pronouns=dict(person["pronouns"]),
        women=_words(person["women"]),
        men=_words(person["men"]),
        abbreviations=frozenset(w.lower() for w in raw["abbreviations"].split()),
        before_names=frozenset(raw["abbreviations_before_names"].split()),
        times=_words(raw["times"]),
        silent_verbs=_words(cue["silent"]),
        declining=_words(cue["declining"]),
        seeming=_words(cue["seeming"]),
        showing_verbs=_words(cue["showing"]),
        everybody=frozenset(source["everybody"]),
        nobody=frozenset(source["nobody"]),
        headings=_words(source["headings"]),
        opinion=_words(claim["opinion"]),
        prediction=_words(claim["prediction"]),
        checkable=_words(claim["checkable"]),
        function_words=_words(raw["function_words"]),
        name_particles=_words(person["particles"]),
        first_names=_gendered(person["first_names"]),
        place_words=_words(person["place_words"]),
        quantifiers=_words(source["quantifiers"]),
        things_of_speech=_words(cue["nouns"]),
    )


def _raw(code: str) -> dict[str, Any]:
    raw = languages().get(code, {})
    if "models" not in raw:
        known = ", ".join(c for c, r in languages().items() if "models" in r)
        raise MediakitError(f"There are no words for the analysis of the language {code!r}; known: {known}.")
    return raw


def _words(text: str) -> Words:
    """Words parted by blanks; an underscore stands for a blank inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def _gendered(table: dict[str, str]) -> dict[str, str]:
    return {word: gender for gender, words in table.items() for word in words.split()}
