"""One text with all that was read of it, as the rules that mend attributions see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, quotes, spans
from mediakit.analysis.quotes import Quotation
from mediakit.analysis.sentences import DATELINE
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import Reading
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, touching

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Page:
    """The parsed words, the language's word lists, the borders of the sentences, the quotations, and what the tagger read."""

    doc: "Doc"
    lexicon: Lexicon
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    reading: Reading

    @property
    def text(self) -> str:
        """With blanks for line breaks."""
        return nlp.text(self.doc)

    @property
    def lines(self) -> str:
        """With its line breaks."""
        return nlp.lines(self.doc)

    @property
    def quoted(self) -> Spans:
        """Where the quotations stand, with their marks."""
        return tuple(q.span for q in self.quotations)

    def tokens(self, span: Span) -> "list[Token]":
        """The tokens that a span touches, without blanks."""
        return nlp.tokens_in(self.doc, span)

    @property
    def datelines(self) -> Spans:
        """The places and times before reports: "HALDEN (Wire) –"."""
        begin = (DATELINE.match(self.lines, sentence.start) for sentence in self.sentences)
        return tuple(Span(*match.span()) for match in begin if match is not None)

    @property
    def apart(self) -> Spans:
        """Where nobody acts: in quotations and datelines."""
        return tuple(sorted((*self.quoted, *self.datelines)))

    def sentence(self, span: Span) -> Span:
        """The first sentence that a span touches; itself, where it touches none."""
        return next(iter(touching(self.sentences, span)), span)

    def quotes(self, span: Span) -> Sequence[Quotation]:
        """The quotations that a span touches."""
        return quotes.touching(self.quotations, span)

    def quoting(self, word: "Token") -> Sequence[Quotation]:
        """The quotation that a word stands in, if any."""
        return self.quotes(Span(word.idx, word.idx + 1))

    def cover(self, span: Span, role: int) -> Tagged:
        """Any span as if it had been tagged with `role`, with the chance that the tagger gives to it."""
        return spans.cover(self.reading, span, role)
