"""Attributions that a fixed form of words gives away: "it is believed", "reportedly", "in the words of".

The tagger has seen few of them; where it marked the content, the pattern gives it the cue, else it makes a new one.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, spans
from mediakit.analysis.linking import Link
from mediakit.analysis.spans import Tagged
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

EDGE = " \t\r\n\u00a0,;:.(–—-"
BY_RULE = 0.6
"""The chance that is given to what a rule found and the tagger did not."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of words that was found in a sentence."""

    cue: Span
    source: Span | None
    content: Spans


def apply(
    links: list[Link], doc: "Doc", lexicon: Lexicon, sentences: tuple[Span, ...], quoted: Spans
) -> list[Link]:
    """The links with what the patterns add, in the order of the text."""
    links = list(links)
    for sentence in sentences:
        tokens = nlp.tokens_in(doc, sentence)
        found = [
            *_frames(doc.text, sentence, lexicon),
            *_documents(doc, tokens, sentence, lexicon),
            *_hidden(doc, tokens, sentence, lexicon),
            *_adverbs(doc, tokens, sentence, lexicon),
        ]
        for pattern in found:
            whole = pattern.content and all(span.length for span in (*pattern.content, pattern.cue))
            if whole and not any(span.overlaps(pattern.cue) for span in quoted):
                _put(links, pattern, sentence)
    return _in_order(links)


def _put(links: list[Link], pattern: Pattern, sentence: Span) -> None:
    """Mend the link that has this content without a fitting cue, else add one if its words are free."""
    for i, link in enumerate(links):
        touches = any(c.span.overlaps(p) for c in link.contents for p in pattern.content)
        if not touches or link.after is not None:
            continue
        if link.cue is None or link.cue.span.overlaps(pattern.cue):
            inside = link.source is not None and sentence.holds(link.source.span)
            cue, source = _made(pattern.cue), _made(pattern.source) if pattern.source else None
            if pattern.source is None and inside and link.cue is not None:
                return
            contents = tuple(c for c in link.contents if not c.span.overlaps(pattern.cue)) or link.contents
            links[i] = replace(
                link, contents=contents, cue=cue, source=source, chance=max(link.chance, BY_RULE)
            )
        return
    taken = [s.span for link in links for s in (*link.contents, link.cue, link.source) if s is not None]
    if (
        not any(span.overlaps(p) for span in taken for p in (*pattern.content, pattern.cue))
        and pattern.content
    ):
        contents = tuple(_made(span) for span in pattern.content)
        links.append(
            Link(
                contents, _made(pattern.cue), _made(pattern.source) if pattern.source else None, None, BY_RULE
            )
        )


def _made(span: Span) -> Tagged:
    return Tagged(span, 0, 0, BY_RULE)


def _frames(text: str, sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "In the words of one shopkeeper, “nobody tells us a thing”", and ", according to the police" at the end."""
    words = text[sentence.start : sentence.end]
    for frame in lexicon.frames:
        match = re.match(rf"({frame})\s+([^,“‘\"]+?),\s*", words, re.IGNORECASE)
        if match:
            content = Span(sentence.start + match.end(), sentence.end)
        else:
            match = re.search(rf",\s*({frame})\s+([^,“‘\"]+?)[.!?]*\Z", words, re.IGNORECASE)
            if match is None:
                continue
            content = Span(sentence.start, sentence.start + match.start())
        cue, source = (Span(sentence.start + match.start(g), sentence.start + match.end(g)) for g in (1, 2))
        return [Pattern(cue, source, (_trim(text, content),))]
    return []


def _documents(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "The annual report puts the profit at 12 million": a document as the subject of a verb of showing."""
    for verb in tokens:
        if verb.lemma_.lower() not in lexicon.showing_verbs or verb.tag_ not in ("VBZ", "VBP", "VBD"):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if (
            subject is None
            or subject.lemma_.lower() not in lexicon.nouns[Kind.DOCUMENT]
            or verb.dep_ not in ("ROOT", "ccomp")
        ):
            continue
        first = doc[max(subject.left_edge.i, tokens[0].i)]
        source = _trim(
            doc.text, Span(first.idx, doc[subject.right_edge.i].idx + len(doc[subject.right_edge.i]))
        )
        content = _trim(doc.text, Span(verb.idx + len(verb), sentence.end))
        if content.length > 0 and not any(c.dep_ == "neg" for c in verb.children):
            return [Pattern(Span(verb.idx, verb.idx + len(verb)), source, (content,))]
    return []


def _hidden(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """A passive of saying or thinking that leaves its agent out."""
    found = []
    for verb in tokens:
        if verb.tag_ != "VBN" or verb.lemma_.lower() not in lexicon.hidden_verbs:
            continue
        helper = [
            c for c in verb.children if c.lemma_ == "be" and c.i < verb.i and c.dep_ in ("auxpass", "aux")
        ]
        if not helper or any(c.dep_ in ("agent", "neg") for c in verb.children):
            continue
        subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj", "expl")), None)
        cue_start = next(
            (c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i), helper[0]
        )
        cue = Span(cue_start.idx, verb.idx + len(verb))
        content = _complement(doc, verb, subject, sentence, lexicon)
        if content:
            found.append(
                Pattern(
                    cue if subject is None or subject.lower_ != "it" else Span(subject.idx, cue.end),
                    None,
                    content,
                )
            )
    return found


def _complement(
    doc: "Doc", verb: "Token", subject: "Token | None", sentence: Span, lexicon: Lexicon
) -> Spans:
    """What was said or thought: the clause after "it is believed", else the subject and what it was called."""
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if after is None or subject is None:
        return ()
    rest = _trim(doc.text, Span(after.idx, _clause_end(doc, verb, sentence)))
    if rest.end <= rest.start:
        return ()
    clause = any(
        c.dep_ in ("ccomp", "xcomp", "oprd", "acl", "advcl") or (c.dep_ == "prep" and c.lower_ == "as")
        for c in verb.children
    )
    if subject.lower_ in ("we", "i") and verb.lemma_.lower() == "tell" and after.lower_ not in ("by", "to"):
        return (rest,)
    if subject.lower_ == "it" and (clause or after.lower_ == "that"):
        return (rest,) if after.lower_ not in ("by", "as") else ()
    named = after.lower_ == "as" and verb.lemma_.lower() in lexicon.called_as
    thought = after.lower_ == "to" and verb.lemma_.lower() in lexicon.thought_of
    if not named and not thought:
        return ()
    first = doc[max(subject.left_edge.i, _start_of(doc, sentence))]
    return (_trim(doc.text, Span(first.idx, subject.idx + len(subject))), rest)


def _clause_end(doc: "Doc", verb: "Token", sentence: Span) -> int:
    """The end of the sentence, or of the verb's own clause where another main verb follows."""
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.i > verb.i
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        ):
            return child.left_edge.idx
    return sentence.end


def _start_of(doc: "Doc", sentence: Span) -> int:
    tokens = nlp.tokens_in(doc, sentence)
    return tokens[0].i if tokens else 0


def _adverbs(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "The minister reportedly resigned": one word says that somebody else told it."""
    found = []
    for token in tokens:
        if token.lower_ in lexicon.adverbs:
            cue = Span(token.idx, token.idx + len(token))
            pieces = (
                _trim(doc.text, Span(sentence.start, cue.start)),
                _trim(doc.text, Span(cue.end, sentence.end)),
            )
            found.append(Pattern(cue, None, tuple(p for p in pieces if p.end > p.start)))
    return found[:1]


def _in_order(links: list[Link]) -> list[Link]:
    order = sorted(range(len(links)), key=lambda i: links[i].start)
    numbers = {old: new for new, old in enumerate(order)}

    def move(after: int | None) -> int | None:
        return None if after is None else numbers[after]

    return [replace(links[i], after=move(links[i].after)) for i in order]


def _trim(text: str, span: Span) -> Span:
    return spans.trim(text, span, EDGE, EDGE)
