"""The noun that introduces a person: "his nephew Kipp", "a reader, Moira,", "the speaker of the house, Emil Brand"."""

from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_ones_own(name: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Her friend Zara", "a reader, Moira, writes", whatever else is called so."""
    if len(name) != 1 or not name[0].i:
        return False
    return is_ones(name[0].nbor(-1), lexicon) or _is_beside(name[0], lexicon)


def _is_beside(name: "Token", lexicon: Lexicon) -> bool:
    """Somebody between two commas, and the noun for one stands before them: not "a resident, Halden," of a place."""
    before, after = name.doc[max(0, name.i - 3) : name.i], name.doc[name.i + 1 : name.i + 2].text
    if len(before) < 3 or (before[-1].text, after) != (",", ","):
        return False
    noun, new = before[-2], before[-3]
    one = noun.tag_ == "NN" and noun.lower_ in lexicon.people and new.lower_ in ("a", "an")
    return one and name.lower_ not in lexicon.places and name.text.istitle()


def over(noun: "Token", lexicon: Lexicon) -> "Token":
    """The speaker of "the speaker of the lower house of parliament, Emil Brand"; the noun itself, where nobody stands over it."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i < noun.i:
        noun = noun.head.head
        if is_persons(noun, lexicon):
            return noun
    return noun


def is_persons(role: "Token", lexicon: Lexicon) -> bool:
    return role.pos_ == "NOUN" and role.lower_ in lexicon.roles and role.lower_ not in lexicon.trading_roles


def is_ones(role: "Token", lexicon: Lexicon) -> bool:
    """ "His nephew"."""
    owned = any(c.lower_ in ("his", "her", "my") or c.lower_ in lexicon.tenures for c in role.lefts)
    return is_persons(role, lexicon) and owned  # "former bandmate"


def speaks_for(body: "Token", lexicon: Lexicon) -> bool:
    """The name in "a spokesman for the ministry, Arman Stone" is not the ministry's."""
    of = body.head
    return body.dep_ == "pobj" and of.head.lower_ in lexicon.speaking_roles
