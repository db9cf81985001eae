"""Who signs a quotation: the name behind a dash, or on the line below; and who only signs the text."""

import re
from dataclasses import replace

from mediakit.analysis import verbs
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
    if match is None:
        return None
    return replace(link, source=page.cover(Span(*match.span(1)), SOURCE), cue=None, after=None)


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
