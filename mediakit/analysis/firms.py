"""Whether a lone name is a firm's or a place's: what stands before and behind it, and what it is made of."""

from typing import TYPE_CHECKING

from mediakit.analysis import joints, names, verbs
from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BOSS = "boss"
"""The heading in the language's file of those who lead a firm."""
FEWEST = 4
"""Letters before the "tech" of "Nordtech"."""


def stands_in(doc: "Doc", token: "Token", lexicon: Lexicon) -> bool:
    """ "In Marenne", "the island of Marenne": a place, whatever the model takes it for."""
    before = [t.lower_ for t in doc[max(0, token.i - 2) : token.i]]
    if before[1:] == ["of"] and before[0] in lexicon.place_nouns:
        return True
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    return token.i > 0 and doc[token.i - 1].lower_ in ("in", "across") and after not in joints.OWNING


def is_firm(doc: "Doc", token: "Token", lexicon: Lexicon) -> bool:
    """ "The state operator, Karskom", "Karskom, which": what it is called elsewhere in the text, too."""
    after = [t.lower_ for t in doc[token.i + 1 : token.i + 3]]
    if after in ([",", "which"], [",", "based"]) or _owns_as_firm(token, lexicon):
        return True
    noun = doc[token.i - 1] if token.i else token
    one = noun.head == token or (noun.head == token.head and noun.dep_ == token.dep_ == "nsubj")
    if noun.lower_ in lexicon.organization_words and noun.text.islower() and one:
        return True  # "the news agency SANA"
    beside = token.i > 1 and doc[token.i - 1].text == "," and after[:1] in ([","], ["."])
    before = doc[token.i - 2].lower_ if beside else ""  # not "after the campaign, Quill urged"
    return before in lexicon.organization_words or before in lexicon.trading_roles


def _owns_as_firm(token: "Token", lexicon: Lexicon) -> bool:
    """ "Karskom’s shareholders", "Karskom’s headquarters"."""
    owned = token.head if token.dep_ == "poss" else token
    return owned is not token and owned.lemma_.lower() in lexicon.owned_by_firms


def is_brand(token: "Token", lexicon: Lexicon) -> bool:
    """ "Meadowline", "Nordtech": made of a word that ends no surname."""
    word = token.lower_
    end = next((e for e in lexicon.brand_ends if word.endswith(e)), "")
    return bool(end) and len(word) - len(end) >= FEWEST


def is_it(token: "Token", lexicon: Lexicon) -> bool:
    """ "Venbrook says it never received them", "says its planes are safe", "Venbrook agreed. It added": what calls itself "it" is nobody."""
    if not verbs.is_speaker(token, lexicon):
        return False
    following = next(iter(token.doc[token.sent.end : token.sent.end + 1]), None)
    if following is not None and following.lower_ == "it" and verbs.is_speaker(following, lexicon):
        return True
    told = next((c for c in token.head.rights if c.dep_ == "ccomp"), None)
    subject = next((c for c in told.lefts if c.dep_ == "nsubj"), None) if told is not None else None
    if subject is None or told is None:
        return False
    return subject.left_edge.lower_ == "its" or (subject.lower_ == "it" and told.lemma_ != "be")


def is_trading(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """ "Dalian Wanda Group": three words, of which the second alone may be the firm."""
    last = words[-1] if len(words) == 3 else ""
    return (
        last in lexicon.generic_bodies and not lexicon.first_name(words[0]) and words[1] not in lexicon.places
    )


def is_led(run: "list[Token]", lexicon: Lexicon) -> bool:
    """ "The chief executive of Meridian Health": the firm may be called Meridian."""
    before = run[0].doc[max(0, run[0].i - 2) : run[0].i]
    led = len(before) == 2 and before[1].lower_ in ("of", "at") and len(run) > 1
    return led and BOSS in lexicon.also_called.get(before[0].lemma_.lower(), ())


def is_paper(token: "Token", lexicon: Lexicon) -> bool:
    """Does ", a newspaper" or the like follow?"""
    beside = (c for c in token.rights if c.dep_ == "appos" and c.left_edge.i == token.i + 2)
    return any(c.lower_ in lexicon.media or c.lower_ in lexicon.generic_bodies for c in beside)


def has_seat(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> bool:
    """Does the text call it an owner, a maker or the like, and say where it is based?"""
    first, last = tokens[0].i, tokens[-1].i
    role = doc[first - 2].lower_ if first > 1 and doc[first - 1].text == "," else ""
    return role in lexicon.trading_roles and doc[last + 1 : last + 4].text.lower() == ", based in"


def short(
    cores: "list[tuple[list[Token], list[Token]]]", known: set[str], lexicon: Lexicon
) -> set[tuple[str, ...]]:
    """ "Halvorsen Marine", where the text has "Halvorsen Marine AS", and "Wanda", first name or not, where it has "Dalian Wanda Group"."""
    legal = {
        names.words_of(core)[:-1] for _, core in cores if core[-1:] and joints.is_legal(core[-1], lexicon)
    }
    whole = (names.words_of(core) for _, core in cores)
    middles = {words[1] for words in whole if words and is_trading(words, lexicon)}
    return legal | {(word,) for word in middles - known}


def with_staff(
    doc: "Doc", cores: "list[tuple[list[Token], list[Token]]]", lexicon: Lexicon
) -> set[tuple[str, ...]]:
    """ "Norvik Vale", where the text has "a spokesperson for Norvik Vale" somewhere, and the model takes it for no person."""
    return {
        names.words_of(core)
        for run, core in cores
        if len(core) == len(run) > 1
        and not lexicon.first_name(core[0].text)  # not the head of "the service Igor Stone"
        and (_is_called_firm(doc, run, lexicon) or _is_staffed(doc, run, lexicon))
    }


def _is_staffed(doc: "Doc", run: "list[Token]", lexicon: Lexicon) -> bool:
    return has_staff(doc, run, lexicon) and all(t.ent_type_ != "PERSON" for t in run)


def _is_called_firm(doc: "Doc", run: "list[Token]", lexicon: Lexicon) -> bool:
    """ "British company Noble Calder"."""
    before = doc[run[0].i - 1] if run[0].i else run[0]
    beside = before.head == run[-1] or before.dep_ == "compound"
    beside = beside or any(t.dep_ == "appos" and t.head == before for t in run)
    return before.text.islower() and before.lower_ in lexicon.generic_bodies and beside


def has_staff(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> bool:
    """ "A spokesperson for Halden Water", "Halden Water officials": only a body has those."""
    first, last = tokens[0].i, tokens[-1].i
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if after in lexicon.staff:
        return True
    before = [t.lower_ for t in doc[max(0, first - 2) : first]]
    return len(before) == 2 and before[0] in lexicon.spokespeople and before[1] in ("for", "of", "at", "from")
