"""textacy's quotation finder, in the same run: fed by paragraph, as it wants, with the same spaCy model."""

from benchmarks import gold as g


def textacy(text: str) -> list[g.Piece]:
    """Its quotations as pieces; empty where it finds none."""
    from mediakit import lexicon
    from mediakit.analysis import nlp

    pipeline = nlp.pipeline(lexicon.load().models)
    pieces, at = [], 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            pieces += [_piece(text, at, quote) for quote in _quotes(pipeline(paragraph))]
        at += len(paragraph) + 1
    return pieces


def _quotes(doc):  # type: ignore[no-untyped-def]
    from textacy.extract import direct_quotations

    try:
        return list(direct_quotations(doc))
    except ValueError:  # it refuses paragraphs with an odd number of marks
        return []


def _piece(text: str, at: int, quote) -> g.Piece:  # type: ignore[no-untyped-def]
    spans = {
        "content": [(at + quote.content.start_char, at + quote.content.end_char)],
        "source": [(at + t.idx, at + t.idx + len(t)) for t in quote.speaker],
        "cue": [(at + t.idx, at + t.idx + len(t)) for t in quote.cue],
    }
    return g.Piece(
        ("peer",),
        *(g.letters(text, spans[role]) for role in ("content", "source", "cue")),
        tuple(spans["content"]),
    )
