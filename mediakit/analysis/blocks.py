"""Block quotations: "She added:" ends a paragraph, and her words are the next one, without marks.

Pages set such words apart by their margin, which is lost where the text is pasted.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, sentences, spans, verbs
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MARKS = "“‘\"'«("
WORDS = re.compile(r"(?:\S+\s+){3}\S*")
""" "Ada Moor" alone is no speech."""
AFTER = ("dobj", "dative")
CLAUSES = ("ccomp", "xcomp", "attr", "acomp", "oprd")


def find(doc: "Doc", lexicon: Lexicon) -> list[Pattern]:
    """One pattern for every block, in order."""
    text = nlp.lines(doc)
    paragraphs = sentences.paragraphs(text)
    found = []
    for number, (before, after) in enumerate(pairwise(paragraphs)):
        if text[before.end - 1] != ":" or not _is_block(text[slice(*after)], lexicon):
            continue
        verb = _leading(doc, before, lexicon)
        subject = verbs.subject(verb, "nsubj") if verb is not None else None
        if verb is None or subject is None:
            continue
        end = _end(text, paragraphs, number + 1)
        content = spans.trim(text, Span(after.start, end), spans.EDGE, spans.EDGE)
        found.append(
            Pattern(
                verbs.stretch(verb, verb), verbs.stretch(subject.left_edge, subject.right_edge), (content,)
            )
        )
    return found


def _is_block(text: str, lexicon: Lexicon) -> bool:
    """No quotation with marks, no line that leads on, and no "Read more: ..."."""
    heading = text.partition(":")[0].lower() in lexicon.headings
    return text[0] not in MARKS and text[-1] != ":" and not heading and WORDS.match(text) is not None


def _leading(doc: "Doc", paragraph: Span, lexicon: Lexicon) -> "Token | None":
    """The "added" of "the mayor added:", the "told" of "he told the hall:"; not that of "she said it had three faults:"."""
    tokens = nlp.tokens_in(doc, paragraph)
    verb = next((t for t in reversed(tokens) if t.tag_ in verbs.FINITE), None)
    if verb is None or verb.dep_ not in ("ROOT", "conj", "advcl"):
        return None
    speaks = verbs.speaks(verb, lexicon) or verb.lemma_.lower() in lexicon.reading
    told = [c for c in verb.rights if c.dep_ in AFTER]
    hears = verb.lemma_.lower() in lexicon.hearing or all(t.lower_ in ("following", "this") for t in told)
    negated = any(c.dep_ == "neg" for c in verb.lefts)
    return (
        verb if speaks and hears and not negated and not any(c.dep_ in CLAUSES for c in verb.rights) else None
    )


def _end(text: str, paragraphs: tuple[Span, ...], number: int) -> int:
    """Of the block's one paragraph, or of all the points of a list."""
    if sentences.BULLET.match(text, paragraphs[number].start):
        while number + 1 < len(paragraphs) and sentences.BULLET.match(text, paragraphs[number + 1].start):
            number += 1
    return paragraphs[number].end
