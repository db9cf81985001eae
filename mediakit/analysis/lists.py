"""Names of bodies with commas in them: the fields of a department, of a committee or of a union."""

import itertools
from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 24
"""Words that such a name has, marks included."""
JOINING = ("and", "&")
LEADING = ("of", "for", "on")


def whole(token: "Token", lexicon: Lexicon) -> "list[Token] | None":
    """All words of "Department for Trade, Crafts and Rural Affairs" or "Senate Trade, Crafts and Labor Committee", from the first one."""
    if not token.text[:1].isupper():
        return None
    led = token.lower_ in lexicon.fields_of and token.doc[token.i + 1 : token.i + 2].text.lower() in LEADING
    if not led and not _begins(token, lexicon):
        return None
    behind = list(token.doc[token.i : token.i + LONGEST])
    end = _end(behind[2:] if led else behind, lexicon)
    if end is None or not (led or end.lower_ in lexicon.boards or end.lower_ in lexicon.offices):
        return None
    return list(token.doc[token.i : end.i + 1])


def _begins(token: "Token", lexicon: Lexicon) -> bool:
    """Behind "the" or "the Senate’s", or with the name of a chamber."""
    before = token.nbor(-1).tag_ if token.i else ""
    return before in ("DT", "POS", "PRP$") or token.lower_ in lexicon.chambers


def _end(words: "list[Token]", lexicon: Lexicon) -> "Token | None":
    """The last word of "Trade, Crafts and Rural Affairs"; none where it is no list of fields."""
    first, rest = _field(words, lexicon)
    commas, joined = 0, False
    while first and rest and not joined:
        mark, joined = rest[0].text, rest[0].lower_ in JOINING
        commas += mark == ","
        rest = rest[1:]
        if mark == "," and rest and rest[0].lower_ in JOINING:
            joined, rest = True, rest[1:]
        if mark != "," and not joined:
            return None
        first, rest = _field(rest, lexicon)
        if not _is_common(first, lexicon):
            return None
    return first[-1] if first and commas and joined else None


def _field(words: "list[Token]", lexicon: Lexicon) -> "tuple[list[Token], list[Token]]":
    """The capital words that come first, up to a name or a title, and all behind them."""
    field = list(itertools.takewhile(lambda t: _is_field(t, lexicon), words))
    return field, words[len(field) :]


def _is_field(word: "Token", lexicon: Lexicon) -> bool:
    """A capital word that is no title ("Dr"; "Justice" is a field, too), no first name and no day."""
    titled = word.lower_ in lexicon.titles and _class(word) in ("", "person")
    somebody = titled or lexicon.first_name(word.text) is not None
    return word.text.istitle() and not somebody and word.lower_ not in lexicon.times


def _class(word: "Token") -> str:
    nouns = word_classes("noun")
    return nouns.get(word.lower_, nouns.get(word.lower_.removesuffix("s"), ""))


def _is_common(field: "list[Token]", lexicon: Lexicon) -> bool:
    """Does a word of the language end it: "Crafts", "Rural Affairs", "Media"?"""
    return bool(field) and (_class(field[-1]) != "" or field[-1].lower_ in lexicon.fields)


def around(first: "Token", last: "Token", lexicon: Lexicon) -> "tuple[Token, Token]":
    """The ends of a source, past what is cut off of the listed name in which it ends."""
    for token in last.doc[max(0, last.i - LONGEST) : last.i + 1]:
        name = whole(token, lexicon)
        if name and name[-1].i >= last.i:
            return min(name[0].left_edge, first, key=lambda t: t.i), name[-1]
    return first, last
