"""Loads `lang/<code>.toml`: the words by which the rules decide, for one language."""

import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mediakit import wordlists
from mediakit.model import MediakitError
from mediakit.taxonomy import Kind, Reason, Stance
from mediakit.wordlists import Words, folded

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


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
    branding: Words
    thought_of: Words
    frames: tuple[str, ...]
    no_claim: tuple[str, ...]
    own_saying: tuple[str, ...]
    tails: Words
    hearing: Words
    hearers: Words
    going_round: Words
    wordings: Words
    whose_accounts: tuple[str, ...]
    own_accounts: str
    accounts: str
    amounts: Words
    adverbs: Words
    alleging: Words
    judging: Words
    voicing: Words
    taking_up: Words
    openers: Words
    views: Words
    positions: Words
    spokespeople: Words
    organization_words: Words
    generic_bodies: Words
    branches: Words
    forces: Words
    press: Words
    animals: Words
    plainly: Words
    public_bodies: Words
    staff: Words
    fields_of: Words
    chambers: Words
    fields: Words
    sweeping: Words
    passages: Words
    when_and_where: Words
    speaking_at: Words
    news_trades: Words
    related_bodies: Words
    ships: Words
    saints: Words
    kin: Words
    months: Words
    contrasting: Words
    news_of: Words
    following: Words
    works: Words
    written_works: Words
    breaking: Words
    sole_offices: Words
    offices: Words
    ranking: Words
    with_figures: Words
    places: Words
    known_bodies: Words
    known_phrases: dict[str, tuple[tuple[str, ...], ...]]
    earnings: Words
    traded: Words
    roles: Words
    speaking_roles: Words
    known_names: Words
    empty_heads: Words
    papers: Words
    parts: Words
    counting: Words
    anchors: Words
    anonymity: dict[Reason, tuple[str, ...]]
    renamed: str
    footnote: str
    given_name: str
    put_it: tuple[str, ...]
    called: str
    describing: Words
    second_hand: tuple[str, ...]
    titles: dict[str, str]
    departments: Words
    people: Words
    """Every noun for a human being that is no title: roles, crowds, women, men, and "person" itself."""
    also_called: dict[str, Words]
    alike_bodies: dict[str, Words]
    by_task: Words
    media: Words
    legal_forms: Words
    local_bodies: Words
    boards: Words
    before_roles: Words
    tenures: Words
    other_posts: Words
    """What somebody may be called later, by what the text calls that person first."""
    seated: Words
    pronouns: dict[str, str]
    women: Words
    men: Words
    stand_ins: Words
    epithets: Words
    callings: Words
    abbreviations: Words
    firms_short: Words
    before_names: Words
    times: Words
    silent_verbs: Words
    declining: Words
    failing: Words
    quoting: Words
    happenings: Words
    entitling: Words
    circumstances: Words
    occasions: Words
    ranging: Words
    recordings: Words
    capturing: Words
    agreeing: Words
    seeming: Words
    making: Words
    plain: Words
    learning: Words
    meeting: Words
    receiving: Words
    letting: Words
    slipping: Words
    leading_in: Words
    undisputed: str
    interviewing: str
    unclear: Words
    emerging: Words
    greeting: Words
    glimpses: Words
    giving: Words
    bargains: Words
    gestures: Words
    reacting: Words
    attitudes: Words
    programmes: Words
    identifying: Words
    spouses: Words
    willing: Words
    titles_too: Words
    counterparts: Words
    electing: Words
    under: Words
    rumours: Words
    asking_verbs: Words
    naming: Words
    working: Words
    deeds: Words
    drawing: Words
    swirling: Words
    replying: Words
    amid: Words
    promising: Words
    showing_verbs: Words
    recording: Words
    reading: Words
    replies: Words
    appointing: Words
    question_words: Words
    open_questions: Words
    trying: Words
    answered: Words
    near_figures: Words
    commenting: Words
    weighing: Words
    demanding: Words
    supposing: Words
    going_on: Words
    everybody: Words
    nobody: Words
    whoever: Words
    led_bodies: Words
    lands: Words
    owned_by_firms: Words
    likening: Words
    headings: Words
    headline_papers: Words
    backward: Words
    opinion: Words
    prediction: Words
    checkable: Words
    function_words: Words
    name_particles: Words
    first_names: dict[str, str]
    rare_names: dict[str, str]
    """First names that may be something else, too: they count where nothing else speaks against a person."""
    place_words: Words
    place_nouns: Words
    churches: Words
    place_ends: Words
    cause_ends: Words
    place_surnames: Words
    after_names: Words
    trade_names: Words
    brand_ends: Words
    whereabouts: Words
    surnames_too: Words
    quantifiers: Words
    things_of_speech: Words
    musing: Words
    uttering: Words
    bare_speech: Words
    no_cues: Words
    own_papers: Words
    tellings: Words
    same_again: Words
    speaking: Words
    purporting: Words
    trading_roles: Words
    trades: Words
    meanwhile: Words
    elsewise: Words
    storms: Words
    supposing_by: Words
    blaming: Words
    over_claims: Words
    asking: Words

    def contrary(self, gender: str) -> Words:
        """What nobody of a gender is: "mother" for "m"."""
        return {"m": self.women, "f": self.men}.get(gender, frozenset())

    def first_name(self, word: str) -> str | None:
        """Whose first name a word is: f, m, n for either, mn and fn for mostly one; None for what is none. Of "Jean-Luc" the first part tells."""
        first = folded(word.split("-")[0])
        return self.first_names.get(first) or self.rare_names.get(first)


SETS = {
    "cue": """
        contested hidden_verbs called_as branding thought_of tails hearing hearers going_round wordings amounts adverbs alleging judging
        voicing taking_up openers views positions silent_verbs declining failing quoting happenings entitling circumstances meanwhile elsewise blaming over_claims supposing_by occasions ranging recordings capturing agreeing plainly seeming making plain unclear emerging greeting learning meeting receiving letting slipping leading_in glimpses giving bargains gestures reacting attitudes programmes identifying spouses willing titles_too counterparts electing deeds drawing replying swirling amid promising showing_verbs recording things_of_speech
        musing going_on near_figures commenting weighing demanding supposing answered question_words open_questions trying appointing replies reading uttering bare_speech no_cues own_papers tellings same_again speaking purporting rumours asking_verbs naming working under
    """,
    "source": """
        whoever likening led_bodies lands owned_by_firms spokespeople organization_words generic_bodies branches forces press public_bodies staff fields_of chambers fields sweeping passages when_and_where speaking_at news_trades related_bodies ships saints kin months contrasting news_of following works written_works breaking sole_offices offices ranking with_figures roles trading_roles trades asking empty_heads papers parts counting anchors describing
        headings storms headline_papers boards local_bodies legal_forms media quantifiers backward by_task animals places known_bodies earnings traded
    """,
    "person": """
        departments before_roles tenures other_posts seated women men stand_ins epithets callings name_particles place_words place_nouns churches place_ends cause_ends place_surnames after_names trade_names brand_ends whereabouts surnames_too
    """,
    "claim": """
        opinion prediction checkable
    """,
}
"""The plain sets of words by their section of a language's file; every field has its name."""


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
    cue, source, person = raw["cue"], raw["source"], raw["person"]
    sets = {
        name: wordlists.read(raw[section][name]) for section, names in SETS.items() for name in names.split()
    }
    sets["trading_roles"] |= sets["trades"]
    nouns = {Kind(k): wordlists.read(v) for k, v in source["nouns"].items()}
    other = (*nouns.values(), sets["spokespeople"], sets["organization_words"], sets["empty_heads"])
    sets["roles"] |= wordlists.role_nouns().difference(*other)
    people = [sets[name] for name in ("roles", "empty_heads", "women", "men")]
    return Lexicon(
        code=code,
        name=raw["name"],
        models=tuple(raw["models"]),
        stances={w: Stance(s) for s, words in cue["stance"].items() for w in wordlists.read(words)},
        nouns=nouns,
        people=nouns[Kind.VAGUE].union(*people),
        frames=tuple(cue["frames"]),
        no_claim=tuple(cue["no_claim"]),
        own_saying=tuple(cue["own_saying"]),
        undisputed=cue["undisputed"],
        interviewing=cue["interviewing"],
        whose_accounts=tuple(cue["whose_accounts"]),
        own_accounts=cue["own_accounts"],
        accounts=cue["accounts"],
        anonymity={Reason(k): tuple(v) for k, v in source["anonymity"].items()},
        renamed=source["renamed"],
        footnote=source["footnote"],
        given_name=source["given_name"],
        called=source["called"],
        put_it=tuple(source["put_it"]),
        second_hand=tuple(source["second_hand"]),
        titles=wordlists.gendered(person["titles"]),
        also_called=wordlists.by_word(person["also_called"]),
        alike_bodies=wordlists.by_group(source["alike_bodies"]),
        pronouns=dict(person["pronouns"]),
        abbreviations=frozenset(w.lower() for w in raw["abbreviations"].split()),
        firms_short=frozenset(raw["abbreviations_of_firms"].split()),
        before_names=frozenset(raw["abbreviations_before_names"].split()),
        everybody=frozenset(source["everybody"]),
        nobody=frozenset(source["nobody"]),
        first_names={folded(w): g for w, g in wordlists.gendered(person["first_names"]).items()},
        rare_names=wordlists.rare_names(),
        known_phrases=wordlists.by_first_word(sets["known_bodies"]),
        speaking_roles=sets["roles"] | sets["spokespeople"],
        known_names=sets["places"] | sets["known_bodies"],
        times=wordlists.read(raw["times"]),
        function_words=wordlists.read(raw["function_words"]),
        **sets,
    )


def _raw(code: str) -> dict[str, Any]:
    raw = languages().get(code, {})
    if "models" not in raw:
        known = ", ".join(c for c, r in languages().items() if "models" in r)
        raise MediakitError(f"There are no words for the analysis of the language {code!r}; known: {known}.")
    return raw
