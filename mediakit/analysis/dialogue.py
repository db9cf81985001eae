"""Interviews and transcripts: a label and a colon begin a line, what follows is that speaker's up to the next label.

"Nora Feld: In March." names who speaks; "Q:" and "A:" do not, nor do questions in lines of their own, so that the answers
have no source in their own line.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.analysis import labels, nlp, sentences, spans
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, paragraph_break

if TYPE_CHECKING:
    from spacy.tokens import Doc

LETTER = re.compile(r"^[ \t]*([QA])([.:])[ \t\n]+(?=[\w“\"‘])", re.MULTILINE)
DIRECTION = re.compile(r"\s*\n[ \t]*[“\"]?[(\[][^()\[\]\n]{3,40}[)\]][”\"]?[ \t]*$", re.MULTILINE)
""" "(Laughter)" in a line of its own."""
SECOND_PERSON = re.compile(rf"\b(?:{labels.SECOND})\b", re.IGNORECASE)
FEWEST = 3
"""Questions with answers that make an interview."""
LONGEST = 300
"""Characters of a question."""
SHORTEST = 3
"""Letters of a name."""
SHORT = 120
"""Characters of what is put to somebody without a question mark."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a turn begins and its words begin; `speaker` is None for an answer without a name, and the "Q" of a question, which is nobody's claim."""

    begin: int
    words: int
    speaker: Span | None
    question: bool


def find(doc: "Doc", lexicon: Lexicon) -> list[Pattern]:
    """One pattern for every turn, in order; one that only asks is told to ask."""
    text = nlp.lines(doc)
    named = (Turn(begin, words, who, False) for begin, words, who in labels.find(doc, text, lexicon))
    turns = sorted([*_letters(text), *named], key=lambda t: t.begin)
    if not turns:
        return _answers(text, lexicon)
    found, breaks = [], paragraph_break(text)
    for turn, after in pairwise([*turns, None]):
        assert turn is not None
        if after is None:
            end = _paragraph(text, turn.words, breaks)
        else:
            end = _own_words(text, turn, after.begin, breaks, lexicon)
        content = spans.trim(text, Span(turn.words, end), spans.EDGE, spans.EDGE)
        asks = turn.question or _only_asks(text, content)
        if content.length and (not asks or turn.speaker is not None):
            found.append(Pattern(None, turn.speaker, (content,), asks=asks))
    return found


def _own_words(text: str, turn: Turn, end: int, breaks: re.Pattern[str], lexicon: Lexicon) -> int:
    """Where a turn ends: before a paragraph that names its speaker, as the article under the headline "Roth: I will stay" does.

    A host may say her own name, but says "I" with it.
    """
    aside = DIRECTION.search(text, turn.words, end)
    end = aside.start() if aside is not None else end
    name = text[slice(*turn.speaker)].split()[-1].lower() if turn.speaker is not None else ""
    if len(name) < SHORTEST or name in lexicon.people | lexicon.organization_words:
        return end
    named = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    start = turn.words
    while start < end:
        stop = min(end, _paragraph(text, start, breaks))
        told = text[start:stop]
        if named.search(told) is not None and labels.FIRST_PERSON.search(told) is None:
            return start
        start = stop + 1
    return end


def _paragraph(text: str, start: int, breaks: re.Pattern[str]) -> int:
    """The end of a paragraph: the last turn does not take the rest of the article."""
    end = breaks.search(text, start)
    return end.start() if end else len(text)


def _letters(text: str) -> list[Turn]:
    """Q and A; a lone "A." is an initial, so both must be there with the same mark."""
    matches = list(LETTER.finditer(text))
    seen = {(m.group(1), m.group(2)) for m in matches}
    return [
        Turn(m.start(), m.end(), Span(*m.span(1)) if m.group(1) == "Q" else None, m.group(1) == "Q")
        for m in matches
        if {("Q", m.group(2)), ("A", m.group(2))} <= seen
    ]


def _answers(text: str, lexicon: Lexicon) -> list[Pattern]:
    """Questions that are paragraphs (or lines) of their own, and what stands behind each, told by "I" and "we".

    Half of the questions are put to "you", or the text tells before them that somebody was asked.
    """
    blocks = sentences.paragraphs(text)
    pairs = _pairs(text, blocks)
    if len(pairs) < FEWEST:  # an answer in the line below its question
        blocks = tuple(Span(*m.span()) for m in re.finditer(r"\S.*\S|\S", text))
        pairs = _pairs(text, blocks)
    told = sum(labels.FIRST_PERSON.search(text[slice(*answer)]) is not None for _, answer in pairs)
    asked = sum(SECOND_PERSON.search(text[slice(*question)]) is not None for question, _ in pairs)
    if len(pairs) < FEWEST:
        return []
    before = text[: pairs[0][0].start]
    introduced = re.search(lexicon.interviewing, before, re.IGNORECASE) is not None
    if 2 * told < len(pairs) or (2 * asked < len(pairs) and not introduced):
        return []
    begin, end = pairs[0][0].start, _end(text, blocks, pairs[-1][1].end)
    inside = [block for block in blocks if begin <= block.start < end]
    asking = [_is_question(text[slice(*b)]) or _prompts(text[slice(*b)]) for b in inside]
    answers = [
        block
        for block, asks, after in zip(inside[1:], asking[1:], asking, strict=False)
        if not asks and (after or labels.FIRST_PERSON.search(text[slice(*block)]))
    ]
    return [Pattern(None, None, (spans.trim(text, answer, spans.EDGE, spans.EDGE),)) for answer in answers]


def _pairs(text: str, blocks: tuple[Span, ...]) -> list[tuple[Span, Span]]:
    """Each question with the block behind it, if that is none."""
    return [
        (question, answer)
        for question, answer in pairwise(blocks)
        if _is_question(text[slice(*question)]) and not _is_question(text[slice(*answer)])
    ]


def _end(text: str, blocks: tuple[Span, ...], end: int) -> int:
    """Where the last answer ends: what is put without a question mark is answered, too."""
    for prompt, answer in pairwise(blocks):
        if prompt.start > end and _prompts(text[slice(*prompt)]) and not text[end : prompt.start].strip():
            end = answer.end
    return end


def _prompts(block: str) -> bool:
    """ "Some say you train too hard.", put to somebody who answers."""
    own = SECOND_PERSON.search(block) and not labels.FIRST_PERSON.search(block)
    return bool(own) and len(block) < SHORT and block[0] not in "“‘\"'"


def _is_question(block: str) -> bool:
    return block.rstrip().endswith("?") and len(block) < LONGEST and block[0] not in "“‘\"'"


def _only_asks(text: str, content: Span) -> bool:
    words = text[content.start : content.end + 1]
    return words.rstrip().endswith("?") and not re.search(r"[.!]\s", words)
