"""Cuts a piece of text by spans into flat runs, which the widget and the exports paint."""

import itertools

from mediakit.model import Span, paragraph_break

Run = tuple[str, str]
"""A piece of text and its role, "" for none; the pieces of a span join to its text."""


def runs(text: str, span: Span, marks: list[tuple[Span, str]]) -> tuple[Run, ...]:
    """The runs of `span`; where marks overlap, the one that comes first in `marks` is painted."""
    edges = {span.start, span.end}
    for mark, _ in marks:
        edges |= {max(span.start, min(span.end, mark.start)), max(span.start, min(span.end, mark.end))}
    cuts = sorted(edges)
    cut: list[Run] = []
    for start, end in itertools.pairwise(cuts):
        role = next((r for m, r in marks if m.start <= start and end <= m.end), "")
        if cut and cut[-1][1] == role:
            cut[-1] = (cut[-1][0] + text[start:end], role)
        else:
            cut.append((text[start:end], role))
    return tuple(cut)


def paragraphs(text: str, claims: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """The claims grouped as the text shows them: where its paragraphs end, and after a line without a full stop."""
    groups: list[list[Span]] = []
    breaks = paragraph_break(text)
    for claim in claims:
        between = text[groups[-1][-1].end : claim.start] if groups else "\n\n"
        last = text[groups[-1][-1].start : groups[-1][-1].end] if groups else ""
        heading = "\n" in between and last[-1:] not in ".!?…”’\"')»:;,"
        if breaks.search(between) or heading:
            groups.append([claim])
        else:
            groups[-1].append(claim)
    return tuple(tuple(group) for group in groups)
