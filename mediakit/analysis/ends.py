"""Where a source begins and ends: what the tagger cut off, or took from the words around it."""

import itertools
import re
from typing import TYPE_CHECKING

from mediakit.analysis import lists, spans, verbs
from mediakit.analysis.joints import OWNING
from mediakit.analysis.page import Page
from mediakit.analysis.sentences import DATELINE, PLACED
from mediakit.analysis.sources import REFLEXIVE
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import SOURCE
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINED = re.compile(r"\b(?:but|and|or)\s+(?:which|whom|that)\s+(?=\w)")
""" "Confirmed by either state, but which | officials describe as": who is no part of it stands before."""
MANNER = re.compile(r"\s(?:[a-z]+-)+[a-z]+ly\b(?=\s*[,.;:]|\s*$)")
""" "Moor | matter-of-factly"."""
RELATIVE = re.compile(
    r"(?<=\S)(?<!\bof)[\s,;:(–—-]+\b(?:\w+ of (?:whom|which)|(?:who|which)(?: (?:has|had|have|is|was|are|were))?|that|whose|whom (?:he|she|they|it|we|I))[\s,;:(–—-]*$"
)
LOOSE = ("IN", "RB", "WRB", "CC", "TO")
DASHES = ",;:–—-"
OPENING = ("“", "‘")
MANNER_LONG = 20
"""Characters of an adverb with hyphens that a source may have been cut in."""
TITLE = 60
"""Characters of a title in marks."""
NEAR_HEAD = 3
"""So many words before its noun a source can have been cut."""


def _ends_clause(token: "Token") -> bool:
    """The "of" of "a committee I had never heard of", the "up" of "he who gave up"."""
    return token.dep_ == "prt" or (token.head.dep_ == "relcl" and not any(token.children))


def _behind_phrase(tokens: "list[Token]", lexicon: Lexicon) -> int | None:
    """Where "for president, | Mike Moor" has its name: a phrase before a comma is no part of it, nor "outside court | Mrs Hale"."""
    first = tokens[0].lower_ if tokens else ""
    if first in lexicon.whereabouts and (titled := [t for t in tokens[2:4] if t.lower_ in lexicon.titles]):
        return titled[0].idx if titled[0].text[0].isupper() else None
    if not tokens or tokens[0].tag_ != "IN":
        two = len(tokens) > 1 and tokens[-2].pos_ == "NOUN" and not any(t.text == "," for t in tokens)
        # "through lawyers | he"
        return tokens[-1].idx if two and (tokens[-1].dep_, tokens[-1].tag_) == ("nsubj", "PRP") else None
    behind = itertools.dropwhile(lambda t: t.text != ",", tokens)
    comma, named = next(behind, None), next(behind, None)
    return named.idx if comma is not None and named is not None and named.pos_ in ("PROPN", "DET") else None


def _from_name(first: "Token") -> int:
    """The place of the Abdul of "Abdul | Wasi Rahimi": no source begins within a name, but in "told the Post | Trump said"."""
    name = first.head if first.dep_ == "compound" else first
    kind, start = ("compound", name, name.ent_type_, "PROPN"), first
    while start.i and first.pos_ == "PROPN" and start.nbor(-1).whitespace_:
        before = start.nbor(-1)
        if (before.dep_, before.head, before.ent_type_, before.pos_) != kind:
            break
        start = before
    led = start.i > 0 and start.nbor(-1).pos_ in ("DET", "PROPN")
    return first.idx if led else start.idx


def _is_kicker(first: "Token", lexicon: Lexicon) -> bool:
    """The "BREAKING" of "BREAKING Police say", not the "NEW" of "NEW YORK"."""
    shouts = first.text.isupper() and not first.nbor(1).text.isupper()
    return shouts and first.is_sent_start is True and first.lower_ in lexicon.headings


def _loose(tokens: "list[Token]", lexicon: Lexicon) -> int:
    """How many words at its head are no part of a source."""
    if len(tokens) > 1 and _is_kicker(tokens[0], lexicon):
        return 1
    return 2 if len(tokens) > 2 and _is_mismatched(tokens) else 0


def _is_mismatched(tokens: "list[Token]") -> bool:
    """ "A move unions | vowed to fight": "a" has no plural, so the move is not theirs."""
    article, noun, head = tokens[:3]
    return (
        article.lower_ in ("a", "an") and noun.dep_ == "compound" and head.tag_ == "NNS" and noun.head == head
    )


def _without_and(text: str, tokens: "list[Token]") -> str:
    """ "Pryce, who moved in in May and | says | it was dry"."""
    return text[: -len(tokens[-1])] if tokens and tokens[-1].tag_ == "CC" else text


def _past_place(source: Span, page: Page) -> int | None:
    """Where a source begins behind a dateline; None where it is a part of one."""
    begin = next((t.idx for t in page.tokens(source)), source.start)  # "12| .41 Ruiz"
    placed = PLACED.match(page.text, begin, source.end)
    start = placed.end() if placed is not None else min(begin, source.start)
    dateline = DATELINE.match(page.text, start)
    if dateline is not None and dateline.end() <= source.end:
        return dateline.end()
    inside = dateline is not None and not page.lines[page.lines.rfind("\n", 0, start) + 1 : start].strip()
    return None if inside else start


def trim(source: Tagged | None, page: Page) -> Tagged | None:
    """Without marks at its ends and the relative word at its end: "a former officer, who"."""
    if source is None:
        return None
    past_place = _past_place(source.span, page)
    if past_place is None:
        return None  # "| WEXLEY |, Kent – Anna Moor won"
    start = past_place
    while start < source.span.end and page.text[start] in spans.EDGE:
        start += 1
    start = _from_mark(start, source.span.end, page)
    tokens = page.tokens(Span(start, source.span.end))
    if tokens and (loose := _loose(tokens, page.lexicon)):
        start = tokens[loose].idx
    if len(tokens) > 1 and tokens[0].lower_ in page.lexicon.times and tokens[1].pos_ in ("PROPN", "DET"):
        start = tokens[1].idx
    # "here | ’s the Prime Minister"
    leading = len(tokens) > 1 and any(t.pos_ != "ADV" for t in tokens[1:])  # "which together vowed"
    if leading and (
        tokens[0].text in ("of", "as", "As", "by", "By", *OWNING) or _leads(tokens[0], page.lexicon)
    ):
        start = tokens[1].idx
    start = _behind_phrase(tokens, page.lexicon) or start
    joined = JOINED.search(page.text, start, source.span.end)
    goes_on = joined is not None and any(verbs.is_finite(t) for t in tokens if t.idx == joined.end())
    if joined is not None and not goes_on:  # "a union that backs her and that | sent its members" does
        start = joined.end()
    text = page.text[start : source.span.end]
    text = re.sub(
        r"(\bwho\b[^:;]+)[:;].*", r"\1", text, flags=re.DOTALL
    )  # "Bauer, who chairs it: | without money"
    text = re.sub(r"(?<=\S)[\s,;:(–—-]+$", "", RELATIVE.sub("", _without_and(text, tokens)))
    manner = MANNER.search(page.text, start + 1, start + len(text) + MANNER_LONG)
    text = text[: manner.start() - start] if manner is not None else text
    if not text or (text.islower() and all(t.pos_ == "ADV" for t in tokens)):
        return None  # "a claim circulating | online"
    end = start + len(text)
    kept = page.tokens(Span(start, end))
    start = min(start, _from_name(kept[0])) if kept else start
    start = max(start, past_place) if past_place > source.span.start else start  # not "12.41 | Ruiz"
    if len(kept) > 1 and (kept[-1].text == "." or (kept[-1].text in OWNING and kept[-2].tag_ == "PRP")):
        kept = kept[:-1]  # "he | ’s | said"
    # "an officer, who agreed to speak | only if", "an official | ‘with direct knowledge’"
    while len(kept) > 2 and (
        kept[-1].text in OPENING or (kept[-1].tag_ in LOOSE and not _ends_clause(kept[-1]))
    ):
        kept = kept[:-1]
    if len(kept) > 2 and kept[-2].text == "," and kept[-1].tag_ == "VBN":
        kept = kept[:-2]  # "the owner, reached | by phone"
    if len(kept) > 1 and kept[-1].lower_.endswith(REFLEXIVE):
        kept = kept[:-1]  # "the ministry itself"
    kept = _without_topic(_without_half(kept))
    when = next((i for i, t in enumerate(kept) if i and t.tag_ == "WRB" and kept[i - 1].text == ","), None)
    kept = kept[: when - 1] if when is not None and when > 1 else kept  # "Moor, | when I asked her"
    kept = _without_time(kept)
    last = kept[-1]
    end = last.idx + len(last)
    if last.tag_ == "DT" and last.head.i == last.i + 1 and last.i > tokens[0].i:
        end = last.head.idx + len(last.head)  # "one mother at the | gate"
    return page.cover(_whole_name(page, kept, Span(start, end)), SOURCE)


def _without_half(kept: "list[Token]") -> "list[Token]":
    """ "Ann Moor, head of a board | that critics | say is weak": half of a clause."""
    last = kept[-1]
    half = last.dep_ == "nsubj" and last.head.i > last.i and last.left_edge.i > kept[0].i + 1
    which = last.doc[last.left_edge.i - 1]
    return [t for t in kept if t.i < which.i] if half and which.tag_ in ("WDT", "WP") else kept


def _without_topic(kept: "list[Token]") -> "list[Token]":
    """ "Said Moor | on how to rid the town of mice", "President Moor | during the race | pledged"."""
    for at, word in enumerate(kept[1:], 1):
        asks = [t.tag_ for t in word.doc[word.i + 1 : word.i + 2]] in (["WRB"], ["WP"])
        on = word.lower_ == "on" and asks
        during = word.lower_ == "during" and kept[-1].dep_ == "pobj"
        if kept[at - 1].pos_ == "PROPN" and (on or during):
            return kept[:at]
    return kept


def _from_mark(start: int, end: int, page: Page) -> int:
    """ "“Moonlit” star Ann Stone": from the opening mark, where the source goes on behind the closing one."""
    titles = (q.span for q in page.quotes(Span(start, end)) if q.span.start <= start < q.span.end < end)
    return next((span.start for span in titles if span.length <= TITLE), start)


def _leads(word: "Token", lexicon: Lexicon) -> bool:
    """The "that" of "a figure | that engineers | call", not that of "that man"; the verb of "| counselled Sir Ivor Stone", "| used figures", "for | selling books"."""
    finite = word.tag_ in verbs.FINITE and word.text.islower()
    has = any(c.dep_ == "dobj" for c in word.rights) and (finite or word.dep_ == "pcomp")
    if has or (finite and verbs.speaks(word, lexicon)):
        return True
    return word.tag_ == "WDT" or (word.lower_ == "that" and word.dep_ not in ("det", "nsubj"))


def _whole_name(page: Page, kept: "list[Token]", span: Span) -> Span:
    """ "Our reporter Tom | Ashby", "the late, | great Jane Jacobs": what is cut off belongs to the source."""
    first, last = lists.around(kept[0], verbs.named_beside(kept[-1]), page.lexicon)
    if (
        page.lexicon.first_name(last.text)
        and last.i + 1 < len(page.doc)
        and page.doc[last.i + 1].ent_iob_ == "I"
    ):
        last = page.doc[last.i + 1]
    cut = last.dep_ == "det" or (last.dep_ == "compound" and last.head.ent_type_ == "PERSON")
    if cut and 0 < last.head.i - last.i <= NEAR_HEAD:  # "A | statement", "Reader | Sue"
        last = last.head
    head = next((t for t in kept if t.pos_ in ("NOUN", "PROPN") and t.head not in kept), first)
    described = page.doc[head.left_edge.i : first.i]
    # "Kerala | IT minister Priya Hegde", but not "told Wire | Priya Hegde had left"
    kinds = ("DET", "ADJ", "ADV", "PROPN" if len(described) and described[0].is_sent_start else "")
    if 0 < len(described) < 5 and all(t.pos_ in kinds or t.text == "," for t in described):
        first = described[0] if described[0].text != "," else first
    whole = Span(min(span.start, first.idx), max(span.end, last.idx + len(last)))
    return spans.trim(page.text, whole, "", DASHES)


def _without_time(tokens: "list[Token]") -> "list[Token]":
    """ "The audit office | this month", "Basil Thorne | in 1998"."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].ent_type_ in ("DATE", "TIME") and tokens[end - 1].dep_ != "nsubj":
        end -= 1
    if end < len(tokens) and end > 1 and tokens[end - 1].tag_ == "IN":
        end -= 1
    whole = tokens[end - 1].pos_ in ("NOUN", "PROPN") and not any(
        t.text == "," or t.pos_ == "VERB" for t in tokens[end:]
    )
    return tokens[:end] if whole else tokens
