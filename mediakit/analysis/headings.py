"""What of a heading is whose: labels, "as" clauses, and words in marks that somebody says of the subject, not the subject."""

import itertools
from dataclasses import replace

from mediakit.analysis import asides, titles, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

NEAR = 2
"""Words of a cue in a heading: "fumes over"."""


def mend(link: Link, page: Page) -> Link:
    """The link with its own source and contents, where it stands in a heading."""
    link = _without_accused(_without_blamed(link, page), page)
    heading = page.sentence(link.contents[0].span)
    if not titles.heads(page.lines, heading):
        return link
    return _of_claims(_to_mark(_of_meanwhile(link, page), page), page)


def past_label(link: Link, page: Page) -> Link:
    """ "Exclusive: | Harbour was sold, emails show", "Video: | Pilot describes": the label is nobody's, and nobody."""
    words = page.tokens(page.sentence(link.contents[0].span))
    colon = next((n for n, t in enumerate(words[:3]) if n and t.text == ":"), len(words))
    if colon + 1 >= len(words) or words[colon - 1].lower_ not in page.lexicon.headings:
        return link
    start = words[colon + 1].idx
    source, first = link.source, link.contents[0]
    if first.span.start < start < first.span.end:
        first = page.cover(Span(start, first.span.end), CONTENT)
    if source is not None and source.span.start < start < source.span.end:
        source = page.cover(Span(start, source.span.end), SOURCE)
    return replace(link, source=source, contents=(first, *link.contents[1:]))


def _without_accused(link: Link, page: Page) -> Link:
    """ "Mayor | ‘misled council’": whoever says so, it is not the mayor."""
    first, source = link.contents[0].span, link.source
    if link.cue is not None or source is None or not 0 <= first.start - source.span.end <= 1:
        return link
    return replace(link, source=None) if accuses(first, page) else link


def accuses(content: Span, page: Page) -> bool:
    """Does a heading put in marks what somebody does: "Mayor ‘misled council’", "Minister ‘knew for months’"?"""
    quoted = page.quotes(content)
    heading = page.sentence(content)
    verb = next((t for t in page.tokens(quoted[0].span) if not t.is_quote), None) if quoted else None
    does = verb is not None and (verbs.is_finite(verb) or verb.tag_ in ("VBN", "VBD"))
    return does and quoted[0].span.start > heading.start and titles.heads(page.lines, heading)


def _without_blamed(link: Link, page: Page) -> Link:
    """ "The minister is | under fire for | “insulting” farmers": others blame the minister."""
    if link.cue is None or link.source is None or link.source.span.start > link.cue.span.start:
        return link
    words = (t.lower_ for t in page.tokens(link.cue.span))
    blamed = any(a == "under" and b in page.lexicon.blaming for a, b in itertools.pairwise(words))
    return replace(link, source=None) if blamed else link


def _of_meanwhile(link: Link, page: Page) -> Link:
    """ "Winger ruled out | as coach fumes over ‘mouse’ pitch": the coach says so, and the winger nothing."""
    first = link.contents[0].span
    words, quoted = page.tokens(first), page.quotes(first)
    if len(link.contents) > 1 or not quoted or words[0].lower_ not in page.lexicon.meanwhile:
        return link
    before = [t for t in words[1:] if t.idx < quoted[0].span.start]
    # the parser takes "fumes" for a noun
    speaking = (n for n, t in enumerate(before) if n and _has_stance(t.lower_, page.lexicon))
    at = next(speaking, None)
    if at is None or len(before) - at > NEAR:
        return link
    source = verbs.stretch(before[0], before[at - 1])
    cue, told = verbs.stretch(before[at], before[-1]), Span(quoted[0].span.start, first.end)
    return replace(
        link,
        source=page.cover(source, SOURCE),
        cue=page.cover(cue, CUE),
        contents=(page.cover(told, CONTENT),),
    )


def _has_stance(word: str, lexicon: Lexicon) -> bool:
    """ "Fumes", "blasts"."""
    return any(word.removesuffix(end) in lexicon.stances for end in ("s", "es") if word.endswith(end))


def _of_claims(link: Link, page: Page) -> Link:
    """ "Rail chief quits over | ‘culture of fear’ claims", "over | ‘vile’ texts": those who claim it are others, and nobody says who."""
    lexicon, told = page.lexicon, link.contents[-1].span
    last, quoted = page.tokens(told)[-1:], page.quotes(told)
    known = (lexicon.things_of_speech, lexicon.rumours, lexicon.nouns[Kind.DOCUMENT])
    claims = bool(last) and any(last[0].lower_.removesuffix("s") in words for words in known)
    if not claims or not quoted or quoted[-1].span.end + 1 != last[0].idx or link.cue is None:
        return link
    cue = page.tokens(link.cue.span)
    over = cue[-1].lower_ in lexicon.over_claims and not any(verbs.speaks(t, lexicon) for t in cue)
    return replace(link, source=None) if over else link


def _to_mark(link: Link, page: Page) -> Link:
    """ "Warns of ‘dark days’ | as mill shuts", "hits out at ‘lazy’ landlords | as rents soar": what happens meanwhile is the writer's."""
    last = link.contents[-1].span
    quoted = page.quotes(last)
    if not quoted or (link.cue is not None and link.cue.span.start > last.start):
        return link
    behind = [t for t in page.tokens(last) if t.idx >= quoted[-1].span.end]
    at = next((n for n, t in enumerate(behind) if t.lower_ in page.lexicon.meanwhile), len(behind))
    # not "‘unfit’ for work as a nurse"
    happens = at == 0 or any(t.pos_ in ("VERB", "AUX") for t in behind[at:])
    if at == len(behind) or not happens:
        return link
    before = behind[at].nbor(-1)
    return asides.until(link, before.idx + len(before), page)
