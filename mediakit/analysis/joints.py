"""What joins the words of one name: hyphens, "of", "and", "de", "’s"."""

import itertools
from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWNING = ("’s", "'s")
OF = ("of", "for")
NO_S = ("children", "people")
FEWEST = 3
"""Words in which a name goes on behind its small words."""
MOST_SMALL = 6
"""Letters that the second half of "Hyun-woo" has not."""


def links(token: "Token", lexicon: Lexicon) -> bool:
    """Does a small word or mark behind a part of a name lead to another part of it?"""
    joins = (
        token.lower_ in OF
        or (token.text == "the" and token.i > 0 and token.nbor(-1).lower_ in OF)
        or _is_on(token, lexicon)
        or token.lower_ in lexicon.name_particles
        or _is_in(token, lexicon)
        or is_hyphen(token)
        or _is_joined(token, lexicon)
        or _is_owner(token, lexicon)
    )
    return joins and (capital_next(token, lexicon) or _hyphened(token, lexicon) or is_given(token, 1))


def is_legal(token: "Token", lexicon: Lexicon) -> bool:
    """Halvorsen Marine AS: what firms of other countries are called behind their names."""
    return token.text in lexicon.legal_forms


def _is_on(token: "Token", lexicon: Lexicon) -> bool:
    """The Commission on Human Rights; but "the Council on Friday"."""
    about = token.lower_ == "on" and token.i > 0 and token.nbor(-1).lower_ in lexicon.boards
    return about and token.i + 1 < len(token.doc) and token.nbor(1).lower_ not in lexicon.times


def _is_in(token: "Token", lexicon: Lexicon) -> bool:
    """Sofie in 't Veen, the Church in Wales; but "Sofie in Den Haag", "Holy Trinity Church in Halden"."""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    behind = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    national = behind[:1] == ["the"] and behind[-1] in lexicon.churches
    return token.lower_ == "in" and (national or (after in lexicon.name_particles and not after.isalpha()))


def is_hyphen(token: "Token") -> bool:
    """ "Soto-Mendez" is one name."""
    return token.text in "-‐–" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_


def is_given(token: "Token", behind: int = 0) -> bool:
    """The "un" of "Kim Jong-un", so many words behind a token: no capital, but right behind the hyphen of two names."""
    word = next(iter(token.doc[token.i + behind : token.i + behind + 1]), None)
    if word is None or word.i < 2 or not is_hyphen(word.nbor(-1)):
        return False
    if _before_surname(word):
        return True
    if word.i < 3:
        return False
    two = all(word.nbor(-k).text[:1].isupper() for k in (2, 3))
    # "the Tom Brandt-era rules"
    described = word.i + 1 < len(word.doc) and word.nbor(1).pos_ in ("NOUN", "PROPN")
    return word.tag_ == "NNP" or (word.tag_ == "NN" and two and not described)


def _before_surname(word: "Token") -> bool:
    """The "woo" of "Hyun-woo Bae", but not the "era" of "Harlan-era Kestrel"."""
    common, first = word_classes("noun"), word.nbor(-2)
    small = word.text.islower() and len(word) < MOST_SMALL and word.tag_ in ("NN", "NNP", "UH")
    strange = not {first.lower_, word.lower_} & common.keys() or first.tag_ == word.tag_ == "NNP"
    after = word.doc[word.i + 1].text if word.i + 1 < len(word.doc) else ""
    return small and first.text.istitle() and strange and after.istitle()


def _hyphened(token: "Token", lexicon: Lexicon) -> bool:
    """ "Hamid al-Rashed"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return (
        token.lower_ in lexicon.name_particles
        and len(after) == 2
        and is_hyphen(after[0])
        and after[1].text[:1].isupper()
    )


def capital_next(token: "Token", lexicon: Lexicon) -> bool:
    behind = token.doc[token.i + 1 : token.i + 1 + FEWEST]
    small = (t.text == "the" or t.text in lexicon.name_particles for t in behind)  # "Ursula von der Leyen"
    following = next((t for t, goes_on in zip(behind, small, strict=True) if not goes_on), None)
    return following is not None and following.text[:1].isupper()


def one_body(token: "Token") -> bool:
    """Does the model take what stands on both sides of "of" for one institution?"""
    following = token.doc[token.i + 1 : token.i + 2]
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I"
    return inside and bool(len(following)) and following[0].ent_type_ == "ORG"


def _is_joined(token: "Token", lexicon: Lexicon) -> bool:
    """The "and" of the Centers for Disease Control and Prevention, and of Devon and Cornwall Police."""
    if token.lower_ != "and":
        return token.text == "&"
    return (
        one_body(token) or _two_places(token, lexicon) or _abbreviated(token) or _two_fields(token, lexicon)
    )


def _abbreviated(token: "Token") -> bool:
    """The "and" of "the Medicines and Healthcare Agency (MHA)": the letters in brackets tell how far the name goes back."""
    capitals = list(itertools.takewhile(lambda t: t.text[:1].isupper(), token.doc[token.i + 1 :]))
    short = in_brackets(token.doc, token.i + 1 + len(capitals)) if capitals else ""
    if not short:
        return False
    before = list(itertools.takewhile(_stands_in_name, reversed(token.doc[: token.i])))
    letters = [t.text[0] for t in (*reversed(before), *capitals) if t.text[0].isupper() and t.lower_ != "the"]
    return "".join(letters) == short


def in_brackets(doc: "Doc", at: int) -> str:
    """The one word in brackets that begin at a token; "" where there is none."""
    words = [t.text for t in doc[at : at + 3]]
    return words[1] if words[::2] == ["(", ")"] else ""


def _stands_in_name(word: "Token") -> bool:
    return word.text[:1].isupper() or word.lower_ in ("of", "for", "the")


def _two_places(token: "Token", lexicon: Lexicon) -> bool:
    """Has a council two places in its name, or "the Maritime and Coastguard Agency" two fields, and the first no body of its own?"""
    first, after = token.nbor(-1), token.doc[token.i + 1 : token.i + 4]
    names = list(itertools.takewhile(lambda t: t.text[:1].isupper(), after))
    alone = first.lower_ not in lexicon.organization_words and first.lower_ not in lexicon.known_bodies
    before = first.nbor(-1) if first.i else None
    while before is not None and before.lower_ in lexicon.sweeping and before.i:
        before = before.nbor(-1)  # "the | National | Bus and Rail Union"
    the = before is not None and before.lower_ == "the" and all(t.ent_type_ != "PERSON" for t in names[:1])
    single = before is None or not before.text[:1].isupper() or the
    last = names[-1].lower_ if len(names) > 1 else ""
    return alone and single and (last in lexicon.local_bodies or (the and last in lexicon.organization_words))


def _two_fields(token: "Token", lexicon: Lexicon) -> bool:
    """The "and" of "the Department of Parks and Green Spaces", but not of "Secretary of State and Democratic senator"."""
    before = list(itertools.takewhile(lambda t: t.text[:1].isupper(), reversed(token.doc[: token.i])))
    head = token.i - len(before) - 2
    if not before or head < 0 or token.doc[head + 1].lower_ not in ("of", "for"):
        return False
    office = token.doc[head].lower_ in lexicon.fields_of and token.doc[head].text[:1].isupper()
    if not office or token.i + 1 == len(token.doc):
        return False
    after = token.nbor(1)
    somebody = lexicon.first_name(after.text) is not None or after.lower_ in lexicon.titles
    return after.text[:1].isupper() and not somebody and after.ent_type_ != "NORP"


def _are_people(word: str, lexicon: Lexicon) -> bool:
    """The women of "Women’s Institute" and the fishermen of "Skarn Fishermen’s Association", a person's name to the model."""
    one = word[:-2] + "an" if word.endswith("men") else word.removesuffix("s")
    return word in NO_S or (one != word and one in lexicon.people)


def _is_owner(token: "Token", lexicon: Lexicon) -> bool:
    """The "’s" of the Information Commissioner’s Office, St Mary’s Hospital, the Teachers’ Union, the Traders’ Joint Committee and St Peter’s Square."""
    following = next(iter(token.doc[token.i + 1 : token.i + 2]), None)
    if token.text not in ("’s", "'s", "’", "'") or following is None or not following.text[:1].isupper():
        return False
    owner = token.nbor(-1)
    name = list(itertools.takewhile(lambda t: t.text[:1].isupper(), token.doc[following.i :]))
    last = following if lexicon.first_name(following.text) is not None else name[-1]
    if any(
        t.lower_ in words for t in (following, last) for words in (lexicon.organization_words, lexicon.boards)
    ):
        saint = owner.i > 0 and owner.nbor(-1).lower_ in lexicon.saints
        several = token.text in ("’", "'") and owner.lower_.endswith("s") and owner.ent_type_ != "PERSON"
        several = several or owner.tag_ in ("NNS", "NNPS") or _are_people(owner.lower_, lexicon)
        if saint or several:
            return True
    if following.lower_ in lexicon.place_ends:
        return True  # "St Peter’s Square"
    whole = token.text in OWNING and following.text == "Office"
    return whole and owner.ent_type_ not in ("GPE", "PERSON")
