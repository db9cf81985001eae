"""What stands beside a name and says who that is: a title, a role, a gender."""

import itertools
from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon
from mediakit.wordlists import folded

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AROUND = 5
"""Words before or behind a name in which "Republican" may stand."""


def title_gender(tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon) -> str:
    """ "f" of "Mrs. Stone", "" of "Dr. Stone"."""
    told = (lexicon.titles.get(t.lower_, "n") for t in tokens[: len(tokens) - len(name)])
    return next((gender for gender in told if gender != "n"), "")


def gender(tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon, *, given: bool) -> str:
    """By the first name, where the word is one (`given`), or by what somebody is."""
    first = lexicon.first_names.get(folded(name[0].text)) if given else None
    if first in ("f", "m"):
        return first
    for word in (*of(tokens, name, lexicon), *_called(name)):
        if word in lexicon.women:
            return "f"
        if word in lexicon.men:
            return "m"
    return ""


def _called(name: "list[Token]") -> "list[str]":
    """The father of "one father named Firas", "the father, Firas Halabi,"."""
    first, last = name[0], name[-1]
    named = first.doc[max(0, first.i - 2) : first.i]
    if len(named) == 2 and named[1].lower_ in ("named", "called") and named[0].pos_ == "NOUN":
        return [named[0].lower_]
    beside = last.dep_ == "appos" and last.head.pos_ == "NOUN" and last.head.i < first.i
    return [last.head.lower_] if beside else []


def of(tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon) -> set[str]:
    """The titles before a name and the role nouns of an apposition after it: what "the minister" may point to."""
    doc, start, end = tokens[0].doc, name[0].i if name else tokens[0].i, tokens[-1].i + 1
    roles = {
        t.lower_
        for t in doc[max(0, start - 6) : start]
        if not t.is_punct
        and t.sent == doc[start].sent
        and is_role(t, lexicon)
        and not _ranks(t, lexicon)
        and _glued(doc, t.i, start, lexicon)
    }
    roles |= {t.text for t in doc[tokens[0].i : start]}  # "Father", "Sister": a title, and no relative
    behind = doc[name[-1].i + 1 : end] if name else ()
    roles |= {t.lower_ for t in behind if t.lower_ in lexicon.after_names}  # "Tom Hale MP"
    if end < len(doc) and doc[end].text == ",":
        for token in doc[end + 1 : end + 14]:
            if (
                token.is_sent_start
                or token.pos_ in ("VERB", "AUX")
                or token.text in ".;“”‘"
                or token.lower_ in ("said", "who", "whose", "which", "and")
                or _is_next(token)
            ):
                break
            if (is_role(token, lexicon) and not _ranks(token, lexicon)) or token.text in lexicon.stand_ins:
                if token.dep_ == "nsubj" and token.head.i > token.i:
                    break  # "his aide, Segun Falade, the governor promised"
                roles.add(token.lower_)
    return roles


def _is_next(token: "Token") -> bool:
    """The Dunn of "present: R. Moss, S. Dunn, the clerk": another one of a list."""
    top = token
    while top.dep_ == "compound" and top.head.i > top.i:
        top = top.head
    return top.pos_ == "PROPN" and top.dep_ == "conj" and token.nbor(-1).text == ","


def also_called(roles: set[str], lexicon: Lexicon) -> set[str]:
    """What a later word may say instead: "the governor" for "Gov.", "the officer" for a detective."""
    return set[str]().union(*(lexicon.also_called[r] for r in roles if r in lexicon.also_called))


def parties(tokens: "list[Token]", name: "list[Token]") -> set[str]:
    """The "Republican" of "the Republican nominee, Ann Stone", of "Ann Stone, the Republican nominee" and of "Republican Ann Stone"."""
    if not name:
        return set()
    around = (t for t in described(name) if t.ent_type_ == "NORP")
    return {t.lower_ for t in around if t.head.pos_ == "NOUN" or t.head in name}


def described(name: "list[Token]") -> "list[Token]":
    """The words before and behind a name up to the next verb, a few of each."""
    doc = name[0].doc
    before = itertools.takewhile(_beside, reversed(doc[max(0, name[0].i - AROUND) : name[0].i]))
    after = itertools.takewhile(_beside, doc[name[-1].i + 1 : name[-1].i + 1 + AROUND])
    return [t for t in (*before, *after) if t.sent == name[0].sent]


def _beside(token: "Token") -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PUNCT", "PART", "SPACE")


def _glued(doc: "Doc", first: int, last: int, lexicon: Lexicon) -> bool:
    """Do the words between role and name belong to them? "An aide to Ilse Marten", "a voice in the Marten film" is somebody else."""
    words = (t for t in reversed(doc[first:last]) if t.lower_ not in lexicon.titles and t.pos_ != "DET")
    before = next(words, doc[first])
    return before.pos_ != "ADP" and all(
        t.text != "," and t.pos_ in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART", "SPACE")
        for t in doc[first:last]
    )


def is_role(token: "Token", lexicon: Lexicon) -> bool:
    return (
        token.lower_ in lexicon.speaking_roles
        or token.lower_ in lexicon.titles
        or token.lemma_.lower() in lexicon.roles
    )


def _ranks(token: "Token", lexicon: Lexicon) -> bool:
    """The "chief" of a chief strategist, who is not "the finance chief"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in lexicon.before_roles and after != token and is_role(after, lexicon)
