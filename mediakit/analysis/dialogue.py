"""Interviews and transcripts: a label and a colon begin a line, what follows is that speaker's up to the next label.

"Nora Feld: In March." names who speaks; "Q:" and "A:" do not, nor do questions in lines of their own, so that the answers
have no source in their own line.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, sentences, spans
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, paragraph_break

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMED = re.compile(
    r"^[ \t]*(?:\d{1,2}[.:]\d{2}\s+)?((?:[A-Z][\w’'.-]+ ?){1,4}):[ \t\n]+(?=[\w“\"‘])", re.MULTILINE
)
LETTER = re.compile(r"^[ \t]*([QA])([.:])[ \t\n]+(?=[\w“\"‘])", re.MULTILINE)
FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b", re.IGNORECASE)
SECOND_PERSON = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
FEWEST = 3
"""Questions with answers that make an interview."""
LONGEST = 300
"""Characters of a question."""
SHORT = 120
"""Characters of what is put to somebody without a question mark."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a turn begins and its words begin; `speaker` is None for an answer without a name. A question is nobody's claim."""

    begin: int
    words: int
    speaker: Span | None
    question: bool


def find(doc: "Doc", lexicon: Lexicon) -> list[Pattern]:
    """One pattern for every turn that claims something, in order."""
    text = nlp.lines(doc)
    turns = sorted([*_letters(text), *_names(doc, text, lexicon)], key=lambda t: t.begin)
    if not turns:
        return _answers(text)
    found = []
    for turn, after in pairwise([*turns, None]):
        assert turn is not None
        end = after.begin if after else _paragraph(text, turn.words)
        content = spans.trim(text, Span(turn.words, end), spans.EDGE, spans.EDGE)
        if content.length and not turn.question and not _only_asks(text, content):
            found.append(Pattern(None, turn.speaker, (content,)))
    return found


def _paragraph(text: str, start: int) -> int:
    """The end of a paragraph: the last turn does not take the rest of the article."""
    end = paragraph_break(text).search(text, start)
    return end.start() if end else len(text)


def _letters(text: str) -> list[Turn]:
    """Q and A; a lone "A." is an initial, so both must be there with the same mark."""
    matches = list(LETTER.finditer(text))
    seen = {(m.group(1), m.group(2)) for m in matches}
    return [
        Turn(m.start(), m.end(), None, m.group(1) == "Q")
        for m in matches
        if {("Q", m.group(2)), ("A", m.group(2))} <= seen
    ]


def _answers(text: str) -> list[Pattern]:
    """Questions to "you" that are paragraphs (or lines) of their own, and what stands behind each, told by "I" and "we"."""
    blocks = sentences.paragraphs(text)
    if len(blocks) == 1:
        blocks = tuple(Span(*m.span()) for m in re.finditer(r"\S.*\S|\S", text))
    pairs = [
        (question, answer)
        for question, answer in pairwise(blocks)
        if _is_question(text[slice(*question)]) and not _is_question(text[slice(*answer)])
    ]
    told = sum(FIRST_PERSON.search(text[slice(*answer)]) is not None for _, answer in pairs)
    asked = sum(SECOND_PERSON.search(text[slice(*question)]) is not None for question, _ in pairs)
    if len(pairs) < FEWEST or 2 * min(told, asked) < len(pairs):
        return []
    begin, end = pairs[0][0].start, pairs[-1][1].end
    inside = [block for block in blocks if begin <= block.start < end]
    asking = [_is_question(text[slice(*b)]) or _prompts(text[slice(*b)]) for b in inside]
    answers = [
        block
        for block, asks, after in zip(inside[1:], asking[1:], asking, strict=False)
        if not asks and (after or FIRST_PERSON.search(text[slice(*block)]))
    ]
    return [Pattern(None, None, (spans.trim(text, answer, spans.EDGE, spans.EDGE),)) for answer in answers]


def _prompts(block: str) -> bool:
    """ "Some say you train too hard.", put to somebody who answers."""
    own = SECOND_PERSON.search(block) and not FIRST_PERSON.search(block)
    return bool(own) and len(block) < SHORT and block[0] not in "“‘\"'"


def _is_question(block: str) -> bool:
    return block.rstrip().endswith("?") and len(block) < LONGEST and block[0] not in "“‘\"'"


def _names(doc: "Doc", text: str, lexicon: Lexicon) -> list[Turn]:
    """Labels that name people; "Correction:" and "Editorial:" begin lines, too."""
    matches = [(m, nlp.tokens_in(doc, Span(*m.span(1)))) for m in NAMED.finditer(text)]
    counts = Counter(m.group(1).casefold() for m, _ in matches)
    people = {
        tokens[-1].lower_
        for m, tokens in matches
        if _is_person(tokens, counts[m.group(1).casefold()], lexicon)
    }
    return [
        Turn(m.start(), m.end(), Span(*m.span(1)), False)
        for m, tokens in matches
        if tokens and (tokens[-1].lower_ in people or _initials_of(m.group(1), counts, text))
    ]


def _initials_of(label: str, times: Counter[str], text: str) -> bool:
    """ "HW:", which comes back, after "Hana Weil"."""
    if not re.fullmatch(r"[A-Z]{2,3}", label) or times[label.casefold()] < 2:
        return False
    return re.search(r"\b" + r"[\w’'-]+ ".join(label) + r"[\w’'-]+", text) is not None


def _is_person(tokens: "list[Token]", times: int, lexicon: Lexicon) -> bool:
    """A label with a first name or a title, or one that comes back and looks like a person."""
    if not tokens:
        return False
    first = tokens[0].lower_
    if len(tokens) > 1 and (lexicon.first_name(first) or first in lexicon.titles):
        return True
    return times > 1 and all(t.ent_type_ == "PERSON" for t in tokens)


def _only_asks(text: str, content: Span) -> bool:
    words = text[content.start : content.end + 1]
    return words.rstrip().endswith("?") and not re.search(r"[.!]\s", words)
