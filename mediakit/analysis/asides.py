"""Contents that an aside breaks into or stands in: between commas, dashes or brackets."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTES = ("“", "‘", '"', "'", "«")
CLOSING = ("”", "’", "»")
DASHES = ("—", "–")
SETTING = ("advcl", "prep", "npadvmod", "advmod")
NOUN = 5
"""Words of a noun with what stands before it."""
HOLE = 16
"""Words between two pieces of a content that may belong to it."""


def mend(link: Link, page: Page) -> Link:
    """The link with both sides of the aside that names its speaker, and no more than the aside that it stands in."""
    link = _in_relative(_with_verb(_with_subject(_past_insert(link, page), page), page), page)
    link = _to_comment(_without_setting(_from_noun(link, page), page), page)
    return _within_brackets(_to_dash(_without_hole(link, page), page), page)


def until(link: Link, end: int, page: Page) -> Link:
    """The link whose last content ends there."""
    kept = spans.trim(page.text, Span(link.contents[-1].span.start, end), "", " \n")
    last = page.cover(kept, CONTENT)
    return replace(link, contents=(*link.contents[:-1], last))


def _past_insert(link: Link, page: Page) -> Link:
    """ "Said – on the radio, | as it happens – | that it had won": what breaks in before the "that" is not said."""
    verb, start = verbs.main(link.cue, page.doc), link.start
    if verb is None or start < verb.idx:
        return link
    words = page.tokens(Span(start, link.contents[-1].span.end))
    that = next((t for t in words[1:] if t.lower_ == "that" and verbs.governs(verb, t)), None)
    if that is None or that.nbor(-1).text not in DASHES:
        return link
    behind = (Span(max(c.span.start, that.idx), c.span.end) for c in link.contents)
    return replace(link, contents=tuple(page.cover(s, CONTENT) for s in behind if s.start < s.end))


def _from_noun(link: Link, page: Page) -> Link:
    """ "Nobody knows where they are, | a gap that experts say | makes it useless": they say so of the gap alone."""
    first, *rest = link.contents
    if not rest or not link.told or page.quotes(first.span) or min(link.told).start < first.span.end:
        return link
    words = page.tokens(Span(first.span.start, min(link.told).start))
    if (which := _broken_in_on(words)) is not None:
        return replace(link, contents=(page.cover(verbs.span(which), CONTENT), *rest))
    which = words.pop() if words and words[-1].lower_ in ("that", "which") else None
    comma = next((t for t in reversed(words) if t.text == "," or t.text in DASHES), None)
    noun = [t for t in words if comma is not None and t.i > comma.i]
    if which is None or not 1 < len(noun) <= NOUN or noun[0].tag_ != "DT":
        return link
    end = noun[-1].idx + len(noun[-1])
    return replace(link, contents=(page.cover(Span(noun[0].idx, end), CONTENT), *rest))


def _broken_in_on(words: "list[Token]") -> "Token | None":
    """The "that" of "she works in a shop that, | according to its owner, | is dying": what stands before it is the writer's."""
    which = words[-2] if len(words) > 2 and words[-1].text == "," else None
    if which is None or which.head.dep_ != "relcl" or which.head.head.i > which.i:
        return None
    return which if verbs.reaches_over(which, words[-1].idx + 1) else None


def _to_comment(link: Link, page: Page) -> Link:
    """ "Said it took her two months, | highlighting the gap": what her words show is the writer's."""
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    if verb is None or last.start < verb.idx or page.quotes(last):
        return link
    words = page.tokens(last)
    comment = next((t for t in words[2:] if t.tag_ == "VBG" and t.lemma_ in page.lexicon.commenting), None)
    if comment is None or comment.dep_ != "advcl" or comment.nbor(-1).text != ",":
        return link
    return until(link, comment.nbor(-1).idx, page)


def _without_setting(link: Link, page: Page) -> Link:
    """ "On the day that a film emerged, | Roth said, | “I don’t like it”": when, and to what question, is the writer's."""
    verb, (first, *rest) = verbs.main(link.cue, page.doc), link.contents
    if verb is None or not rest or not first.span.end <= verb.idx < rest[0].span.start:
        return link
    setting, told = page.tokens(first.span), page.tokens(rest[0].span)
    if not setting or not told:
        return link
    between = page.tokens(Span(verb.idx, told[0].idx)) if verb.idx < told[0].idx else []
    # "were old, she said, and “I wept”"
    if not between or between[-1].tag_ == "CC" or page.quotes(first.span):
        return link
    quoted = page.quotes(rest[0].span)
    begins = bool(quoted) and quoted[0].span.start == rest[0].span.start
    spoken = (
        begins and page.text[quoted[0].inner.start].isupper() and _is_setting(setting, verb, page.lexicon)
    )
    # "Weighing the soil, | she found | that"
    apart = spoken or (verbs.governs(verb, told[0]) and not any(verbs.is_finite(t) for t in setting))
    return replace(link, contents=tuple(rest)) if apart else link


def _is_setting(words: "list[Token]", verb: "Token", lexicon: Lexicon) -> bool:
    """ "Asked if he was late", "on Monday": a question, or what only tells of the verb."""
    asked = words[0].tag_ in ("VBN", "VBD") and words[0].lemma_ in lexicon.asking_verbs
    tops = [t for t in words if t.head not in words and t.dep_ != "punct"]
    return asked or all(t.head == verb and t.dep_ in SETTING for t in tops)


def _with_subject(link: Link, page: Page) -> Link:
    """ "The pump, Quill insists, | is dry": what is dry belongs to the content."""
    first = link.contents[0]
    tokens = list(itertools.dropwhile(lambda t: t.text in QUOTES, page.tokens(first.span)))
    if link.cue is None or not tokens or tokens[0].pos_ not in ("VERB", "AUX"):
        return link
    verb = tokens[0].head if tokens[0].dep_ in ("aux", "auxpass") else tokens[0]
    holders = (verb, tokens[0])
    subject = next((c for v in holders for c in v.children if c.dep_ in verbs.SUBJECTS), None)
    if subject is None and verb.dep_ == "ccomp":  # the parser hangs it on the verb of speaking, or nowhere
        subject = next((c for c in verb.head.lefts if c.dep_ == "dep" and c.pos_ in ("NOUN", "PROPN")), None)
    aside = min(link.told).start
    subject = subject or _taken(link, page) or _behind_colon(aside, tokens[0], page)
    if subject is None or not subject.idx < aside < first.span.start:
        return link
    helping = itertools.takewhile(
        lambda t: t.head == verb and t.dep_ in verbs.HELPING, page.doc[subject.i + 1 :]
    )
    helpers = list(helping)  # "she has also, critics note, | appointed him"
    ends = (
        t
        for t in (subject.right_edge, subject, *helpers[-1:])
        if t.i + 1 < len(page.doc) and page.doc[t.i + 1].text == ","
    )
    last = next((t for t in ends if t.idx < aside), None)
    if last is None:
        return link
    span = Span(subject.left_edge.idx, last.idx + len(last))
    if span.end > aside or subject.sent != verb.sent:
        return link
    return replace(link, contents=(page.cover(span, CONTENT), *link.contents))


def _taken(link: Link, page: Page) -> "Token | None":
    """The dam of "the dam, an engineer tells me, | was drained", of which the parser makes another one who tells."""
    verb = verbs.main(link.cue, page.doc)
    source = link.source.span if link.source is not None else None
    apart = page.text[: link.contents[0].span.start].rstrip().endswith(",")
    if verb is None or source is None or not apart:
        return None
    # "Honey, she pointed out, | is not sterile"
    nouns = (c for c in verb.lefts if c.dep_ in ("nsubj", "npadvmod") and c.pos_ in ("NOUN", "PROPN"))
    return next((c for c in nouns if c.idx < source.start), None)


def _behind_colon(aside: int, verb: "Token", page: Page) -> "Token | None":
    """The hail of "it may rain: hail, she adds, “is another matter”", whatever the parser takes it for."""
    before = [t for t in page.doc[verb.sent.start : verb.i] if t.idx < aside][-2:]
    noun = before[0] if len(before) == 2 and before[1].text == "," else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or not verbs.is_finite(verb):
        return None
    return noun if noun.left_edge.i and noun.left_edge.nbor(-1).text in (":", ";") else None


def _in_relative(link: Link, page: Page) -> Link:
    """ "The pier, which divers say is rotten, was closed": that which is rotten, and not that it was closed."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None or verb.dep_ not in ("relcl", "acl") or any(page.quotes(c.span) for c in link.contents):
        return link
    own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    told = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    which = next((c for c in told.lefts if c.dep_ in verbs.SUBJECTS), None) if told is not None else None
    if own is None or told is None or which is None or not which.i < own.i < verb.i or which.i < verb.head.i:
        return link
    whole = verbs.stretch(page.doc[verb.i + 1], told.right_edge)
    behind = (c.span.end for c in link.contents if c.span.start >= whole.start)
    end = min(behind, default=whole.end)
    return replace(link, contents=(page.cover(Span(whole.start, min(end, whole.end)), CONTENT),))


def _with_verb(link: Link, page: Page) -> Link:
    """ "It was, he conceded, | a foreign map": so does the verb before what the speaker breaks in on."""
    verb, first = verbs.main(link.cue, page.doc), link.contents[0]
    tokens = page.tokens(first.span)
    if verb is None or not tokens or verb.i > tokens[0].i or len(link.contents) > 1:
        return link
    opening = (verbs.subject(verb, "nsubj") or verb).left_edge
    commas = [t.text for t in (page.doc[max(opening.i - 1, 0)], page.doc[tokens[0].i - 1])]
    told = next((c for c in verb.lefts if c.dep_ == "ccomp"), verb.head if verb.dep_ == "parataxis" else None)
    if (
        told is None
        or told.i > opening.i
        or commas != [",", ","]
        or any(t.text == "(" for t in page.doc[told.i : opening.i])
        or any(t.head not in (told, verb, *tokens) for t in tokens)
    ):
        return link
    left = told.left_edge.i
    left = next((t.i + 1 for t in reversed(page.doc[left : opening.i]) if t.text in ";:"), left)
    before = Span(page.doc[left].idx, page.doc[opening.i - 1].idx)
    return replace(link, contents=(page.cover(before, CONTENT), *link.contents))


def _without_hole(link: Link, page: Page) -> Link:
    """ "Figures show: the wait at St Bran’s has | doubled since May, and | a woman waited a day": between are no other's words."""
    made: list[Tagged] = []
    for content in link.contents:
        gap = Span(made[-1].span.end, content.span.start) if made else None
        between = page.tokens(gap) if gap is not None and gap.length > 1 else []
        if (
            gap is None
            or (not between and page.sentence(made[-1].span) != page.sentence(content.span))
            or len(between) > HOLE
            or any(span.overlaps(gap) for span in link.told)
            or any(t.text in QUOTES or t.text in CLOSING or t.is_sent_start for t in between)
            or any(verbs.speaks(t, page.lexicon) and t.dep_ not in ("aux", "amod") for t in between)
        ):
            made.append(content)
        else:
            made[-1] = page.cover(Span(made[-1].span.start, content.span.end), CONTENT)
    return replace(link, contents=tuple(made))


def _to_dash(link: Link, page: Page) -> Link:
    """ "The state—whose engineers are believed to help | —has said nothing": what stands between dashes ends with them."""
    text, last = page.text, link.contents[-1].span
    home = next(iter(page.tokens(link.contents[0].span)), None)
    if home is None or link.cue is None or last.start < link.cue.span.start:
        return link
    opened = sum(text[home.sent.start_char : link.start].count(d) for d in DASHES) % 2 == 1
    close = min((at for d in DASHES if (at := text.find(d, last.start, last.end)) >= 0), default=-1)
    if not opened or close < 0 or close <= last.start:
        return link
    return until(link, close, page)


def _within_brackets(link: Link, page: Page) -> Link:
    """ "Four thousand (the police said | nine hundred) | came": what is said in brackets begins and ends there."""
    told = link.told
    if not told:
        return link
    home = page.sentence(min(told))
    opened = page.text.rfind("(", home.start, min(told).start)
    close = page.text.find(")", opened, home.end + 1)
    if opened < 0 or close < max(told).end or page.text[opened:close].count("(") > 1:
        return link
    inside = [Span(max(c.span.start, opened + 1), min(c.span.end, close)) for c in link.contents]
    kept = tuple(page.cover(span, CONTENT) for span in inside if span.start < span.end)
    return replace(link, contents=kept) if kept else link
