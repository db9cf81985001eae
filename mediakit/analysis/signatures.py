"""Who signs a quotation: the name behind a dash, or on the line below; and who only signs the text."""

import re
from bisect import bisect_left
from dataclasses import replace

from mediakit.analysis import roles, spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.quotes import Quotation
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import SOURCE
from mediakit.model import Span

NAME = r"(?:[^\W\d_a-z][\w.’'-]*[ \u00a0]+){0,4}[^\W\d_a-z][\w.’'-]*"
SIGNATURE = re.compile(
    rf"\s{{0,3}}[―—–][ \u00a0]*({NAME}?(?:,[^\n“”]{{2,60}}?)?)[ \u00a0]*(?:\(@\w+\)[^\n]*)?\.?[ \u00a0]*(?=\n|\Z)"
)
BELOW = re.compile(rf"[ \u00a0]*\n?[ \u00a0]*(({NAME})(,[^\n“”‘.!?:]{{1,60}})?)[ \u00a0]*(?=\n|\Z)")
""" "“It was loud.” Anna Roth, 34, nurse", or so in the next line."""


DESCRIBED = (3, 12)
"""Words of a role and a name, from and to."""
BYLINE = re.compile(r"\W*(?:[A-Z]\w+ (?:and \w+ )?)?[Bb][Yy] ")


def in_byline(source: Tagged, page: Page) -> bool:
    """ "Words by Ann Stone", "By our correspondent": who wrote the text has not spoken in it."""
    home = page.sentence(source.span)
    return BYLINE.fullmatch(page.text[home.start : source.span.start]) is not None


def signed(link: Link, page: Page) -> Link | None:
    """ "“I am ashamed.” ― Pamela Padilla": the name behind the dash, up to the end of the line, signs the quotation."""
    content = link.contents[-1].span
    quoted = next((q for q in page.quotes(content) if q.span.end >= content.end), None)
    if quoted is None:
        return None
    match = SIGNATURE.match(page.lines, quoted.span.end) or _below(quoted, page)
    name = Span(*match.span(1)) if match is not None else _behind(quoted, page)
    if name is None:
        return None
    return replace(link, source=page.cover(name, SOURCE), cue=None, after=None)


def _behind(quoted: Quotation, page: Page) -> Span | None:
    """ "“It is the best match of my life.” Rovers forward Ned Moor.": a sentence of a role and a name, and no verb."""
    at = bisect_left(page.sentences, quoted.span.end, key=lambda s: s.start)
    home = page.sentences[at] if at < len(page.sentences) else None
    if home is None or page.text[quoted.inner.end - 1] not in ".!?…":
        return None
    own = spans.trim(page.text, home, spans.EDGE, spans.EDGE)
    words = page.tokens(own)
    if not DESCRIBED[0] <= len(words) <= DESCRIBED[1] or page.text[quoted.span.end : own.start].strip():
        return None
    named = words[-1].ent_type_ == "PERSON" and page.text[home.start : home.end].rstrip().endswith(".")
    somebody = page.lexicon.callings | page.lexicon.epithets
    called = any(roles.is_role(t, page.lexicon) or t.lower_ in somebody for t in words[:-1])
    plain = all((t.dep_ != "ROOT" or t.pos_ in ("NOUN", "PROPN")) and t.text != ":" for t in words)
    return own if named and called and plain else None


def _below(quoted: Quotation, page: Page) -> re.Match[str] | None:
    """Who signs a quotation that ends its sentence, by a name (with an age, a trade or a house) that nothing else stands behind."""
    match = BELOW.match(page.lines, quoted.span.end)
    if match is None or page.text[quoted.inner.end - 1] not in ".!?…":
        return None
    words = page.tokens(Span(*match.span(1)))
    named = page.tokens(Span(*match.span(2)))
    lexicon = page.lexicon
    person = named[0].ent_type_ == "PERSON" or lexicon.first_name(named[0].text) is not None
    person = person or named[0].lower_ in lexicon.titles
    body = named[-1].lower_ in lexicon.press | lexicon.organization_words
    name = (person and len(named) > 1) or body
    aged = re.match(r",\s*\d", match[3] or "") is not None  # "Jan Moor, 61, retired"
    told = any(t.tag_ in verbs.FINITE for t in words) and not aged
    return match if name and not told else None
