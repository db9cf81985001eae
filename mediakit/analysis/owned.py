"""A claim that stands in the words of another: "the town was surprised by the engineer’s claim that the bridge was safe"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PHRASE = ("ADP", "DET", "ADJ", "NOUN", "PROPN")


def mend(link: Link, page: Page) -> Link:
    """The link with whose claim it is as its source: the nearest speaker of the words behind "that"."""
    content = link.contents[0].span
    if len(link.contents) > 1 or page.quotes(content):
        return link
    found = _claim(page.tokens(content), page)
    if found is None:
        return link
    noun, owner, that = found
    contents = page.cover(Span(that.idx, content.end), CONTENT)
    cue, source = page.cover(verbs.stretch(noun, noun), CUE), page.cover(_whole(owner, that), SOURCE)
    return replace(link, contents=(contents,), cue=cue, source=source)


def _claim(tokens: "list[Token]", page: Page) -> "tuple[Token, Token, Token] | None":
    """The noun of speech that a content begins with, whose it is, and the "that" behind the two."""
    for noun in tokens:
        if noun.lemma_.lower() not in page.lexicon.things_of_speech or noun.pos_ != "NOUN":
            continue
        owner = _owner(noun)
        if owner is None or noun.left_edge not in tokens[:1]:
            return None
        # the parser may give the clause, or "by", to the verb before: "dismissed claims by the union that"
        behind = (t for t in page.doc[max(owner.i, noun.i) + 1 :] if t.pos_ not in PHRASE)
        that = next(behind, noun)
        told = that.lower_ == "that" and that.dep_ == "mark" and that in tokens
        return (noun, owner, that) if told else None
    return None


def _owner(noun: "Token") -> "Token | None":
    """ "The engineer’s claim", "claims by the union"."""
    by = next(iter(noun.doc[noun.i + 1 : noun.i + 2]), noun)
    behind = verbs.governed(by) if by.lower_ in ("by", "from") else None
    before = next((c for c in noun.lefts if c.dep_ == "poss" and c.tag_ not in ("PRP$", "WP$")), None)
    return before or behind


def _whole(owner: "Token", that: "Token") -> Span:
    """All of whose claim it is, up to the "that"."""
    last = min(owner.right_edge.i, that.i - 1) if owner.dep_ == "pobj" else owner.right_edge.i
    return verbs.stretch(owner.left_edge, owner.doc[last])
