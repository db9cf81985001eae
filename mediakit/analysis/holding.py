"""What the text says somebody is, away from the name: "Ortiz became mayor", "As a farmer, Ortiz knows"."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mediakit.analysis import roles, verbs
from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

BEING = frozenset({"be", "become", "remain"})
COMPLEMENT = ("attr", "oprd", "dobj")
UNSURE = ("neg", "mark")
""" "Is not a farmer", "if she became mayor"."""
PARTIES = {"r": "republican", "d": "democrat"}
""" "Rep. Lena Ortiz (R-Texas)"."""


def told(name: "list[Token]", lexicon: Lexicon) -> set[str]:
    """The role nouns that the clause around a name gives to whoever has it, small."""
    nouns = (t for noun in _said_of(_head(name), lexicon) for t in _with_others(noun) if t.pos_ != "PRON")
    return {t.lower_ for t in nouns if roles.is_role(t, lexicon)} | _party(name)


def is_kin(name: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Le Gall won. Her father, Jean-Marie Le Gall": not the one who won."""
    head = _head(name)
    noun = head.head if head.dep_ == "appos" else head
    # "her father and founder, Jean-Marie Le Gall", "her father Jean-Marie"
    nouns = [noun, *(noun.ancestors if noun.dep_ == "conj" else ()), *_before(name[0])]
    return any(t.lower_ in lexicon.kin and _is_owned(t) for t in nouns)


def _is_owned(noun: "Token") -> bool:
    return any(t.tag_ == "PRP$" for t in (*noun.lefts, *_before(noun)))


def _before(token: "Token") -> "Span":
    """The word before one; none before the first."""
    return token.doc[max(token.i - 1, 0) : token.i]


def told_of_body(name: "list[Token]", lexicon: Lexicon) -> set[str]:
    """What a body is called, with what stands before the noun: "company" and "food company" of "Norvik, a food company"."""
    # "the food company Norvik"
    beside = [name[0].nbor(-1)] if name[0].i and not name[0].is_sent_start else []
    nouns = [t for t in (*beside, *_said_of(_head(name), lexicon)) if t.pos_ == "NOUN" and t.tag_ == "NN"]
    before = ([c for c in t.doc[t.left_edge.i : t.i] if c.pos_ in ("NOUN", "PROPN")] for t in nouns)
    whole = {" ".join(t.lower_ for t in (*words, noun)) for words, noun in zip(before, nouns, strict=True)}
    return whole | {t.lower_ for t in nouns}


def _head(name: "list[Token]") -> "Token":
    inside = {t.i for t in name}
    return next((t for t in name if t.head.i not in inside), name[-1])


def _said_of(head: "Token", lexicon: Lexicon) -> "Iterator[Token]":
    verb = head.head
    if head.dep_ == "appos":  # "the witness, Lena Ortiz"
        yield verb
        if verb.dep_ == "pobj" and verb.pos_ == "PROPN":  # "the mayor of Halden, Lena Ortiz"
            yield verb.head.head
    # "Lena Ortiz (mayor of Halden)", but not "Lena Ortiz; the mayor"
    yield from (c for c in head.children if c.dep_ == "appos" and not _apart(head, c))
    for clause in (c for c in head.children if c.dep_ == "relcl"):
        if any(c.lower_ == "who" and c.dep_ in verbs.SUBJECTS for c in clause.lefts):
            yield from _predicates(clause, lexicon)
    if head.dep_ in verbs.SUBJECTS:
        yield from _predicates(verb, lexicon)
        before = [c for c in verb.lefts if c.i < head.i]
        yield from _as(before)
        yield from (c for c in before if c.dep_ == head.dep_)  # "A farmer by trade, Ortiz sold"
    if head.dep_ == "attr" and verb.lemma_ == "be":  # "the new mayor is Lena Ortiz"
        yield from (c for c in verb.lefts if c.dep_ == "nsubj")


def _apart(name: "Token", noun: "Token") -> bool:
    return any(t.text == ";" for t in name.doc[name.i : noun.i])


def _predicates(verb: "Token", lexicon: Lexicon) -> "Iterator[Token]":
    if any(c.dep_ in UNSURE or c.tag_ == "MD" for c in verb.children):
        return
    passive = verbs.passive(verb)
    if verb.lemma_ in BEING or (passive and verb.lemma_ in lexicon.naming):
        yield from (c for c in verb.rights if c.dep_ in COMPLEMENT)
    if verb.lemma_ in lexicon.working:
        yield from _as(verb.rights)


def _as(children: "Iterable[Token]") -> "Iterator[Token]":
    for child in children:
        if child.dep_ == "prep" and child.lower_ == "as":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _with_others(noun: "Token") -> "Iterator[Token]":
    """ "A farmer and lay preacher"."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ == "NOUN":
            yield from _with_others(child)


def _party(name: "list[Token]") -> set[str]:
    after = name[-1].doc[name[-1].i + 1 : name[-1].i + 4]
    if len(after) < 3 or after[0].text not in ("(", ",") or after[2].text not in ("-", "–", ")"):
        return set()
    party = PARTIES.get(after[1].text.lower()) if after[1].text.isupper() else None
    return {party} if party else set()
