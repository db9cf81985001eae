"""Headlines in Title Case: which of their capitals a sentence would not have.

The parser takes "Glenn Harker Blasts Rivals" for one name. Words that English has, and that the rest of the text does not
write with a capital inside a sentence, are shown to it in small letters; the text itself stays as it is.
"""

import re
from typing import TYPE_CHECKING, Any

from mediakit.lexicon import Lexicon
from mediakit.model import Span, is_line
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.language import Language

WORD = re.compile(r"[^\W\d_]+")
AGED = re.compile(r",\s\d{1,3}\b")
"""What signs a quotation: "Ann Marie Stone, 34"."""
BEHIND_COLON = re.compile(r":\s(?P<word>[^\W\d_]+)\s(?=[^\W\d_a-z])")
"""What may describe a name: "Rovers 2-1 Albion: Late Stone header"."""
LONG = 4
"""Letters from which on Title Case writes a capital even for small words."""
FEWEST = 3
"""Long words by which a headline is known."""
PARTS = ("verb", "adj", "adv", "noun")


class Words:
    """The words of a language: those of the lexicon, and those of which the model's lemmatizer knows the base."""

    def __init__(self, nlp: "Language", lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        pipe = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
        tables: Any = getattr(pipe, "lookups", None)
        self._index = tables.get_table("lemma_index", {}) if tables else {}
        self._rules = tables.get_table("lemma_rules", {}) if tables else {}
        self._odd = tables.get_table("lemma_exc", {}) if tables else {}

    def __contains__(self, word: str) -> bool:
        words = self._lexicon
        if word in words.known_bodies or word in words.places or words.first_name(word) is not None:
            return False
        if word in words.function_words or word in words.people or word in words.organization_words:
            return True
        return word in word_classes("noun") or any(self._has(part, word) for part in PARTS)

    def describes(self, word: str) -> bool:
        """ "Late", "fresh": an adjective or an adverb, and no noun."""
        return (
            word in self
            and not self._has("noun", word)
            and (self._has("adj", word) or self._has("adv", word))
        )

    def bids(self, word: str) -> bool:
        """ "Take", "meet": a verb that may begin a sentence, and nothing that somebody is."""
        words = self._lexicon
        somebody = word in words.people or word in words.titles or word in words.organization_words
        return word in self and not somebody and word in self._index.get("verb", ())

    def name(self, first: str, word: str) -> bool:
        """Are two words a name? "Calls Anna Quill a Disgrace", but not "Warren Hammers Bank"."""
        return self._lexicon.first_name(first) is not None and not self._has("verb", word.lower())

    def _has(self, part: str, word: str) -> bool:
        index = self._index.get(part, ())
        forms = (word[: -len(old)] + new for old, new in self._rules.get(part, ()) if word.endswith(old))
        return word in index or word in self._odd.get(part, ()) or any(form in index for form in forms)


def lowered(text: str, sentences: tuple[Span, ...], words: Words) -> str:
    """The text with plain words of its headlines in small letters; every character keeps its place."""
    heads = [span for span in sentences if _is_headline(text, span, words)]
    led = [span for span in sentences if span not in heads and is_line(text, span)]
    describing = [at for span in led for at in _behind_colon(text, span, words)]
    if not (heads or describing):
        return text
    kept = _capitals(text, [span for span in sentences if span not in heads])
    plain = list(text)
    for at in describing:
        plain[at] = text[at].lower()
    for span in heads:
        before = ""
        for match in WORD.finditer(text, *span):
            word = match.group()
            named = word in kept or words.name(before, word) or _is_letter(text, match)
            if word.istitle() and not named and word.lower() in words:
                plain[match.start()] = word[0].lower()
            before = word
    return "".join(plain)


def _behind_colon(text: str, line: Span, words: Words) -> list[int]:
    """Where a describing word begins that only stands with a capital since a colon is before it."""
    found = BEHIND_COLON.finditer(text, *line)
    return [m.start("word") for m in found if words.describes(m["word"].lower())]


def _is_letter(text: str, word: re.Match[str]) -> bool:
    """One of "I.M.F."."""
    return len(word.group()) == 1 and text[word.end() : word.end() + 1] == "."


def _is_headline(text: str, span: Span, words: Words) -> bool:
    """A line of its own, each of whose long words has a capital; it ends with a full stop only where most are no names."""
    line = text[slice(*span)]
    long = [word for word in WORD.findall(line) if len(word) >= LONG]
    if len(long) < FEWEST or not all(word[0].isupper() for word in long) or not is_line(text, span):
        return False
    if AGED.search(line):
        return False
    # not "Present: Cllrs Fearn (Chair) and Moor."
    return line[-1:] != "." or ("(" not in line and sum(word.lower() in words for word in long) >= FEWEST)


def _capitals(text: str, sentences: list[Span]) -> set[str]:
    """The names of the article: words with a capital inside a sentence, and those at its head that come in no small letters."""
    found: set[str] = set()
    first: set[str] = set()
    for span in sentences:
        head, *inside = [match.group() for match in WORD.finditer(text, *span)] or [""]
        first.add(head)
        found.update(inside)
    return {w for w in found if w[0].isupper()} | {w for w in first if w.lower() not in found}
