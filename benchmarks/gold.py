"""An analysis against an annotated article: which attributions, claims and kinds are right.

Matching follows the corpus's own description (Newell, Margolin and Ruths 2018) in the lenient form that the field
uses: contents and sources match from half their letters on (intersection over union), one to one, best pairs first.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.model import Analysis, Attribution
from mediakit.taxonomy import Kind, Verdict

Letters = frozenset[int]
HALF = 0.5
MARKS = '"“”„‟«»〝〞'
SINGLE = ("‘'`", "’'")
ALSO_FITS = {
    "unnamed_or_vague": {"unnamed", "vague"},
    "anonymous": {"anonymous", "unnamed", "vague"},
    "organization": {"organization", "unnamed"},
}
"""Where the annotators' classes and the taxonomy's part: unstated anonymity, and officials of a named body."""


def read(path: Path) -> list[dict[str, Any]]:
    """A corpus: one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(frozen=True, slots=True)
class Piece:
    """One attribution in letters: offsets of the characters that are no blanks."""

    ids: tuple[str, ...]
    content: Letters
    source: Letters
    cue: Letters
    spans: tuple[tuple[int, int], ...]


def letters(text: str, spans: Iterable[Iterable[int]]) -> Letters:
    """Offsets of everything but blanks in these spans."""
    return frozenset(
        i for start, end in spans for i in range(max(0, start), min(end, len(text))) if not text[i].isspace()
    )


def overlap(a: Letters, b: Letters) -> float:
    """Intersection over union; 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


def annotated(article: dict[str, Any]) -> list[Piece]:
    """The corpus's attributions of an article."""
    text = article["text"]
    return [
        Piece(
            (str(n),),
            *(letters(text, a[role]) for role in ("content", "source", "cue")),
            tuple((s, e) for s, e in a["content"]),
        )
        for n, a in enumerate(article["attributions"])
        if a["content"]
    ]


def found(analysis: Analysis) -> list[Piece]:
    """The machine's, with continued quotations joined to the one they go on from, as the corpus has them."""
    groups: dict[str, list[Attribution]] = {}
    root: dict[str, str] = {}
    for attribution in analysis.attributions:
        before = attribution.continued
        root[attribution.id] = root.get(before, before) if before else attribution.id
        groups.setdefault(root[attribution.id], []).append(attribution)
    return [
        Piece(
            tuple(a.id for a in group),
            letters(analysis.text, (s for a in group for s in a.content)),
            letters(analysis.text, group[0].source),
            letters(analysis.text, group[0].cue),
            tuple((s.start, s.end) for a in group for s in a.content),
        )
        for group in groups.values()
    ]


def match(gold: list[Piece], machine: list[Piece]) -> dict[int, int]:
    """Gold index -> machine index, best content overlap first."""
    candidates = sorted(
        (-share, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(machine)
        if a.content & b.content and (share := overlap(a.content, b.content)) >= HALF
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def same_source(gold: Piece, machine: Piece) -> bool:
    """Half of the letters, or none on both sides."""
    if not gold.source:
        return not machine.source
    return overlap(gold.source, machine.source) >= HALF


def attributions_right(article: dict[str, Any], analysis: Analysis) -> dict[str, bool]:
    """Attribution id -> are content and source right? A continued one shares the answer of its first."""
    gold, machine = annotated(article), found(analysis)
    right = {j for i, j in match(gold, machine).items() if same_source(gold[i], machine[j])}
    return {name: j in right for j, piece in enumerate(machine) for name in piece.ids}


def claims_right(article: dict[str, Any], analysis: Analysis) -> list[bool]:
    """For each claim: do both call it sourced, or neither? By the taxonomy: half of what is neither cue nor source."""
    pieces = annotated(article)
    covered = frozenset().union(*(p.content for p in pieces))
    told = frozenset().union(*(p.source | p.cue for p in pieces)) - covered
    answers = []
    for claim in analysis.claims:
        own = letters(analysis.text, [(claim.start, claim.end)]) - told
        sourced = bool(own & covered) and 2 * len(own & covered) >= len(own)
        answers.append(sourced == (claim.verdict is Verdict.SOURCED))
    return answers


def kinds_right(story: dict[str, Any], analysis: Analysis) -> Iterator[tuple[str, bool]]:
    """For each annotated statement that an attribution touches: the rule that decided its kind, and was it right?"""
    text = analysis.text
    contents = [(a, letters(text, a.content)) for a in analysis.attributions]
    for statement in story["statements"]:
        own = letters(text, statement["spans"])
        touching = [(len(own & c), a) for a, c in contents if own & c]
        if not touching:
            continue
        best = max(touching, key=lambda pair: pair[0])[1]
        fitting = ALSO_FITS.get(statement["kind"], {statement["kind"]})
        yield best.why.rule, best.kind in {Kind(k) for k in fitting}


def quote_type(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """direct, partial or indirect, by the marks of an annotated content."""
    words = "".join(text[a:b] for a, b in sorted(spans)).strip().rstrip(".,;: ")
    if not words:
        return "indirect"
    if words[0] in MARKS and words[-1] in MARKS:
        return "direct"
    if words[0] in SINGLE[0] and words[-1] in SINGLE[1] and len(words) > 2:
        return "direct"
    return "partial" if any(c in MARKS for c in words) else "indirect"
