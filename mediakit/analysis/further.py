"""What is told further behind a noun that somebody praises, blames or cites, or behind what they want: that is the writer's."""

from itertools import takewhile
from typing import TYPE_CHECKING

from mediakit.analysis import asides, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOSE = ("IN", "TO", "DT", "PRP$", "PRP", "CC")
JOINED = ("CC", "RB", ",")


def cut(link: Link, page: Page) -> Link:
    """ "Praised her plan, | which would close two schools", "denounced it | in an interview": the noun alone is said.

    What is cut, and what is not, was counted in annotated articles (docs/decisions/0021-content-borders.md).
    """
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    if verb is None or last.start < verb.idx:
        return link
    words = page.tokens(last)
    if not words:
        return link
    kept = _to_second_verb(_to_mark(words, page), verb, page)
    while _is_noun(kept, verb) and (first := _further(verb, kept, page)) is not None:
        kept = [t for t in kept if t.i < first.i]
    kept = _without_loose(kept, page)
    return link if len(kept) == len(words) else asides.until(link, verbs.stretch(kept[0], kept[-1]).end, page)


def _to_mark(words: "list[Token]", page: Page) -> "list[Token]":
    """ "Said | “we will win” | when we were behind": what happened then stands behind the quotation."""
    first = page.quoting(words[0])
    inside = [t for t in words if first and t.idx < first[0].span.end]
    behind = words[len(inside) :]
    when = page.lexicon.circumstances | page.lexicon.meanwhile
    told = inside and behind and behind[0].lower_ in when and not page.quoting(behind[0])
    return inside if told and any(verbs.is_finite(t) for t in behind) else words


def _to_second_verb(words: "list[Token]", verb: "Token", page: Page) -> "list[Token]":
    """ "Praised the work | but had to pay", "hoped to stay | and left": no finite verb goes on from a noun or a "to"."""
    quoted = page.quotes(verbs.stretch(words[0], words[-1]))
    # "wrote that “it is late”, | and then deleted it"
    behind = [t for t in words if quoted and t.idx >= quoted[-1].span.end] or words
    if behind is not words and _is_anothers(behind, verb):
        return [t for t in words if t.i < behind[0].i]
    finite = next((t for t in behind if verbs.is_finite(t) and t.tag_ != "VBP"), None)
    if finite is None or finite.dep_ != "conj" or verbs.subject(finite) is not None:
        return words
    if finite.head != verb and not (behind is not words and finite.head.i < words[0].i):
        return words
    if verbs.speaks(finite, page.lexicon):
        return words  # another attribution begins there
    before = [t for t in words if t.i < finite.i]
    joint = list(takewhile(lambda t: t.tag_ in JOINED, reversed(before)))
    if not any(t.tag_ == "CC" for t in joint) or page.quoting(finite):
        return words
    return before[: len(before) - len(joint)] or words


def _is_anothers(behind: "list[Token]", verb: "Token") -> bool:
    """ "Messages in which he called them “vermin” | were leaked": the verb of a clause around the cue's."""
    main = behind[0].head if behind and behind[0].dep_ in verbs.HELPING else behind[0] if behind else verb
    begins = bool(behind) and verbs.is_finite(behind[0]) and main.i >= behind[0].i
    return begins and main.head.i < verb.i and main.dep_ not in ("ccomp", "relcl")


def _without_loose(words: "list[Token]", page: Page) -> "list[Token]":
    """ "Supported the union | during his", "“I broke it”, | it | was alleged": half a phrase, whose other half stands outside."""
    kept = words
    while len(kept) > 1 and kept[-1].tag_ in LOOSE and kept[-1].is_lower and not page.quoting(kept[-1]):
        last = kept[-1]
        own = last.head if last.tag_ in ("DT", "PRP$", "PRP") else verbs.governed(last)
        if last.tag_ == "PRP" and last.dep_ not in verbs.SUBJECTS:
            break
        if own is None or own.i <= last.i:
            break
        kept = kept[:-1]
    return kept


def _is_noun(words: "list[Token]", verb: "Token") -> bool:
    """A noun that the verb has, or its preposition: "the plan", "her ties to them", "it", but no clause."""
    inside = set(words)
    head = next((t for t in words if t.head not in inside and not t.is_punct), None)
    clause = any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights)
    return head is not None and head.dep_ in ("dobj", "pobj") and not clause


def _further(verb: "Token", words: "list[Token]", page: Page) -> "Token | None":
    """The first word of what is told further and goes on to the end."""
    last = words[-1]
    for word in words:
        first = word.left_edge
        if first.i <= words[0].i or page.quotes(Span(first.idx, last.idx + 1)):
            continue
        marked = first.nbor(-1).is_quote
        if word.right_edge.i < last.i and not (marked and _is_setting(word, words)):
            continue
        if _tells_of(word, verb, page.lexicon) or (
            (marked or word.head == verb) and _is_occasion(word, page.lexicon)
        ):
            return first
    return None


def _is_setting(word: "Token", words: "list[Token]") -> bool:
    """ "As a “disgrace” | on Tuesday on the radio": behind a quotation, all that tells where and when."""
    rest = {t for t in words if t.i >= word.left_edge.i}
    heads = [t for t in rest if t.head not in rest and not t.is_punct]
    return all(t.head == word.head and t.dep_ in asides.SETTING for t in heads)


def _tells_of(word: "Token", verb: "Token", lexicon: Lexicon) -> bool:
    """ "…, | which would close two schools", "…, | encouraging the raids"."""
    first = word.left_edge
    relative = word.dep_ == "relcl" and (first.tag_ in (*verbs.RELATIVE, "IN") or first.lower_ == "where")
    # "teaches respect, taking care and being kind", "wants changes, starting with the bus"
    listed = any(c.dep_ == "conj" for c in word.rights) or word.lemma_.lower() in lexicon.ranging
    participle = word.head == verb and word.dep_ == "advcl" and word.tag_ == "VBG" and not listed
    return first.nbor(-1).text == "," and (relative or participle)


def _is_occasion(word: "Token", lexicon: Lexicon) -> bool:
    """ "While needling a rival", "as the south fired back", "in an interview", "on Tuesday", "without proof"."""
    if word.dep_ == "advcl":
        during = any(c.lower_ == "while" for c in word.lefts) and verbs.subject(word) is None
        when = any(c.lower_ == "as" for c in word.lefts) and verbs.subject(word) is not None
        return during or (when and verbs.is_past(word))
    if word.dep_ == "npadvmod":
        return word.ent_type_ == "DATE" and word.left_edge == word
    if word.dep_ != "prep":
        return False
    if word.lower_ == "without":
        return any(c.dep_ == "pcomp" for c in word.children)
    noun = verbs.governed(word)
    if noun is None or word.lower_ not in ("in", "at", "on", "during"):
        return False
    day = noun.ent_type_ == "DATE" and word.lower_ == "on"
    shown = word.head.lemma_.lower() in lexicon.capturing  # "photos showing her in meetings"
    return day or (noun.lemma_.lower() in lexicon.occasions and not shown)
