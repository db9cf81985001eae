"""What stands before a name and is no part of it: "River Bank CEO Ann Stone", "Activist Ann Stone"."""

from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

DOERS = ("er", "or", "ist", "man")
FEWEST = 3
"""Letters of a word that is not short for others."""


def core(name: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The person of "River Bank CEO John Stone" and "Activist Angela Stone": behind what describes, a first name begins."""
    words = [t.lower_ for t in name]
    if len(name) > 1 and words[0] in lexicon.describing:
        return name[1:]  # "Rival Oakhouse"
    if (land := _behind_land(words, lexicon)) is not None:
        return name[land:]
    nation = len(name) > 2 and name[0].ent_type_ == "NORP" and name[0].tag_ == "JJ"
    seat = name[1:] if nation else name  # "Israeli | MK Ana Stone"
    if len(seat) > 2 and seat[0].lower_ in lexicon.seated and seat[0].text.isupper():
        return seat[1:]
    party = len(name) > 2 and name[0].text in lexicon.stand_ins and not lexicon.first_name(words[0])
    if party and lexicon.first_name(words[1]):
        return name[1:]  # "The local MP, Conservative Oliver Stone"
    sells = name and name[0].is_sent_start and words[0] in lexicon.trading_roles | lexicon.generic_bodies
    if len(name) > 1 and sells and (_is_strange(name[1], lexicon) or name[1].text.isupper()):
        return name[1:]  # "Airline Norvik", "Brokerage KGI"
    if len(name) > 2 and _does(name[0], lexicon) and lexicon.first_name(words[1]):
        return name[1:]  # "Crofter Donald Stone"
    role = len(name) > 2 and words[0] in lexicon.roles and lexicon.organization_words.isdisjoint(words)
    if role and (lexicon.first_name(words[1]) or words[0] not in lexicon.trade_names):
        return name[1:]  # "Librarian Ana Stone", but "Hunter S. Stone"
    if name and (words[-1] in lexicon.organization_words or "of" in words):
        return name
    if (post := _behind_post(words, lexicon)) is not None:
        return name[post:]
    if name and name[0].ent_type_ == "PERSON":
        return name
    return _from_first(name, words, lexicon)


def _from_first(name: "list[Token]", words: list[str], lexicon: Lexicon) -> "list[Token]":
    """ "River Bank Ann Stone" from where a first name, or what the model takes for a person, begins."""
    plain = name[0].ent_type_ in ("", "GPE") and _is_strange(name[0], lexicon) if name else False
    if len(name) == 3 and plain and lexicon.first_name(words[1]):
        return name  # "Troy Alan Stone"
    for i in range(1, len(name) - 1):
        letters = name[i - 1].text.isupper() and words[i - 1] not in lexicon.ships  # "UN Ann Stone"
        if words[i - 1].endswith(".") or (lexicon.first_name(words[i - 1]) and not letters):
            continue
        apart = name[i].ent_type_ in ("", "PERSON") and name[i].ent_iob_ != "I"
        known = lexicon.first_name(words[i]) is not None
        first = known or (
            name[i].ent_type_ == "PERSON"
            and not (i == 1 and not name[0].ent_type_ and _is_strange(name[0], lexicon))
        )
        if (apart and first) or (letters and known):
            return name[i:]
    return name


def _behind_post(words: list[str], lexicon: Lexicon) -> int | None:
    """Where the name begins in "Norvik CEO Helena Stone", whatever the model takes Norvik for."""
    posts = (
        i for i in range(1, len(words) - 2) if words[i] in lexicon.roles and not lexicon.first_name(words[i])
    )
    return next((i + 1 for i in posts if lexicon.first_name(words[i + 1])), None)


def _behind_land(words: list[str], lexicon: Lexicon) -> int | None:
    """Where "China Michael Stone", "New Zealand Ruth Stone" has its name: "the ambassador to China Michael Stone"."""
    for length in (1, 2):
        land, rest = " ".join(words[:length]), words[length:]
        if len(rest) > 1 and land in lexicon.places and lexicon.first_name(rest[0]):
            return None if lexicon.first_name(words[0]) and length == 1 else length
    return None


def _does(word: "Token", lexicon: Lexicon) -> bool:
    """Does the first word of a sentence end like what somebody is, and is it no first name?"""
    return bool(word.is_sent_start) and word.lower_.endswith(DOERS) and not lexicon.first_name(word.text)


def _is_strange(word: "Token", lexicon: Lexicon) -> bool:
    """The first word of "Nguyen Phu Stone": no word that describes."""
    plain = (lexicon.people, lexicon.organization_words, lexicon.known_bodies, lexicon.function_words)
    letters = word.text.isupper() or len(word) < FEWEST  # "CEO Ann Stone"
    return word.tag_ == "NNP" and not letters and not any(word.lower_ in words for words in plain)
