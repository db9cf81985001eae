"""Runs of capitals that name an office or a party member, and nobody: "the Prime Minister", "a Tory MP", "Federal Policy Manager"."""

from typing import TYPE_CHECKING

from mediakit.analysis import joints
from mediakit.lexicon import Lexicon
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_office(run: "list[Token]", lexicon: Lexicon, surnames: set[str]) -> bool:
    """ "The Dean of Wexcombe", "the Prime Minister", "the Finn", "her MP", "Minister denies it": a role, though it looks like a name."""
    words = [t.lower_ for t in run if not t.is_space and not joints.is_hyphen(t)]
    before = run[0].nbor(-1).lower_ if run[0].i else ""
    at = next((i for i, word in enumerate(words) if i and word in joints.OF), len(words))
    office, place = words[:at], words[at + 1 :]  # "the Secretary of State", but not "of State Ana Stone"
    place = place[1:] if place[:1] == ["the"] else place
    if len(place) > 2 or any(lexicon.first_name(word) for word in place[1:]):
        return False
    following = next((t.lower_ for t in run[0].doc[run[-1].i + 1 : run[-1].i + 2]), "")
    ends = len(words) > at or (following == "of" and all(_is_rank(w, lexicon) for w in office))
    chief = len(office) > 1 and office[0] in lexicon.before_roles and _is_rank(office[-1], lexicon)
    if chief and not any(lexicon.first_name(word) for word in office):
        return True  # "Chief Commercial Officer"
    if not place and ends and len(run) > 1 and _is_rank(office[-1], lexicon):
        return True  # "Speaker of | the House Ana Stone", "Deputy Leader | of the House"
    ranks = lexicon.titles.keys() | lexicon.departments | lexicon.tenures
    nations = {t.lower_ for t in run if t.ent_type_ == "NORP"}  # "German Ambassador to"
    held = office[-1] in lexicon.titles and all(w in ranks or w in nations for w in office)
    alone = run[0].is_sent_start or following == "and" or len(office) > 1  # "and also Vice Chancellor, was"
    free = words[-1] not in surnames and alone
    if held and (before in ("the", ",", "as") or free):
        return True  # "Prime Minister | and acting leader Ana Stone"
    party = run[0].text.removesuffix("s") in lexicon.stand_ins
    if party and len(words) > 1 and all(w.removesuffix("s") in lexicon.after_names for w in words[1:]):
        return True  # "a Tory MP"
    if len(run) > 1:
        return _is_post(run, words, lexicon) or (before == "the" and _is_public(run, office, lexicon))
    kin = words[0] not in surnames and (words[0] in lexicon.women or words[0] in lexicon.men)
    relative = run[0].is_sent_start and kin  # "Mum said"
    if relative or (run[0].text.isupper() and words[0] in lexicon.roles):
        return True
    of_place = following == "of" and words[0] in lexicon.roles
    paper = words[0] in lexicon.press or words[0] in lexicon.known_bodies  # "The Economist"
    post = words[0] in lexicon.roles and not paper
    held = run[0].text in lexicon.stand_ins or (post and words[0] not in surnames)
    begins = before in ("the", ",", "as") or run[0].is_sent_start is True
    return (before in ("the", "as") and held) or (begins and of_place)


def _is_rank(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.roles or word in lexicon.titles or word in lexicon.under


def _is_public(run: "list[Token]", words: list[str], lexicon: Lexicon) -> bool:
    """ "State Pathologist", "Chief Vet", "UNICEF Regional Director", "ARB President"; "City Observer" is a paper."""
    ranks = all(w in lexicon.place_nouns or w in lexicon.departments for w in words[:-1])
    bodys = words[0] in lexicon.known_bodies or run[0].text.isupper()
    paper = words[-1] in lexicon.press or words[-1] in lexicon.organization_words
    return words[-1] in lexicon.roles and not paper and (ranks or bodys)


def _is_post(run: "list[Token]", words: list[str], lexicon: Lexicon) -> bool:
    """ "Federal Policy Manager", behind a name: common words with capitals."""
    behind = run[0].i > 0 and run[0].nbor(-1).text in (",", "(", "–", "—")
    common = word_classes("noun")
    plain = all(w in common for w in words[1:]) and (words[0] in common or words[0] in lexicon.ranking)
    return (
        behind
        and len(words) > 1
        and plain
        and words[-1] in lexicon.speaking_roles
        and lexicon.first_name(words[0]) is None
    )
