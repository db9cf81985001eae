"""Whether a capital word is a name at all: a day, a trade, what stands elsewhere with a small letter."""

from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = ("–", "—", "―", "-", "--")
PROPER = "mediakit.proper"
"""Where a document keeps the words that it has as names in the middle of sentences."""
SMALL = "mediakit.small"
"""Where a document keeps the nouns that it has with small letters."""


def is_common(run: "list[Token]", lexicon: Lexicon) -> bool:
    """One word that is no name, whatever its capital says: "Monday", "Republican" before a noun, "Scholars" at a start."""
    first = run[0]
    opens = begins(first, lexicon) or first.nbor(-1).text in DASHES  # "HALDEN (Wire) – Shares"
    noun = first.tag_ == "NN" and first.lower_ in word_classes("noun") and not lexicon.first_name(first.text)
    noun = noun and first.lower_ not in lexicon.known_bodies  # "UNICEF"
    # "Turnout among the young"
    plain = opens and (first.tag_ == "NNS" or noun or _is_trade(first, lexicon) or _is_small(first, lexicon))
    several = first.lower_[-1] == "s" and first.lower_[:-1] in lexicon.titles  # "Ministers"
    # "FOOD COMPANY SAYS SORRY"
    bodies = lexicon.organization_words | lexicon.generic_bodies
    shouted = first.text.isupper() and first.lower_ in bodies
    shouted = shouted and (first.lower_ in word_classes("noun") or first.lower_ in lexicon.generic_bodies)
    dated = first.lower_ in lexicon.times or first.tag_ == "JJ"
    if len(run) == 2 and first.ent_type_ == "NORP" and first.tag_ == "JJ":
        kind = run[1].text.removesuffix("s")  # "Israeli NGOs"
        return kind.isupper() and kind.lower() in lexicon.generic_bodies
    # "Secrets of the Strait"
    land = first.lower_ in lexicon.place_nouns and first.i > 0 and first.nbor(-1).lower_ == "the"
    if len(run) > 1 and run[-1].tag_ == "NNPS" and all(t.ent_type_ == "NORP" for t in run):
        # "these Muslim Americans", but "the Social Democrats"
        before = first.doc[max(first.i - 1, 0) : first.i]
        return any(t.tag_ in ("DT", "JJ", "CD") and t.lower_ != "the" for t in before)
    return len(run) == 1 and (dated or bool(plain) or several or shouted or land)


def begins(word: "Token", lexicon: Lexicon) -> bool:
    """Does a sentence begin with the word, or with a number or a label before it: "12.58 Power cuts", "Watch: Mayor sings"?"""
    if word.is_sent_start or word.i == 0:
        return True
    before = word.nbor(-1)
    if before.is_quote and before.is_sent_start:
        return True  # "“Sirens worked,” he wrote"
    if before.text == ":" and before.i:
        return bool(before.nbor(-1).is_sent_start) and before.nbor(-1).lower_ in lexicon.headings
    return bool(before.is_sent_start) and before.like_num


def _is_trade(first: "Token", lexicon: Lexicon) -> bool:
    """ "Nurse warns of heat", "Council pays": no name, where the text has no capital for that word in the middle of a sentence."""
    known = first.lower_ in lexicon.people or first.lower_ in lexicon.organization_words
    if not known or first.ent_type_ == "PERSON" or lexicon.first_name(first.text):
        return False
    return first.text not in _proper(first.doc, lexicon)


def _is_small(first: "Token", lexicon: Lexicon) -> bool:
    """ "Fentanyl has done it", where the text has "fentanyl" elsewhere, and never so with a capital."""
    doc, words = first.doc, first.doc.user_data
    if SMALL not in words:
        words[SMALL] = frozenset(t.lower_ for t in doc if t.text.islower() and t.pos_ == "NOUN")
    known = lexicon.first_name(first.text) is not None or first.lower_ in lexicon.known_bodies
    return first.lower_ in words[SMALL] and not known and first.text not in _proper(doc, lexicon)


def _proper(doc: "Doc", lexicon: Lexicon) -> frozenset[str]:
    """The words that a text has as names in the middle of sentences."""
    if PROPER not in doc.user_data:
        proper = (t.text for t in doc if t.tag_ == "NNP" and not begins(t, lexicon))
        doc.user_data[PROPER] = frozenset(proper)
    kept: frozenset[str] = doc.user_data[PROPER]
    return kept
