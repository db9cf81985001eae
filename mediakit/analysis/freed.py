"""Who speaks is no content: subjects that the tagger took for what is said."""

from dataclasses import replace

from mediakit.analysis import subjects, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.tagger import CONTENT, SOURCE
from mediakit.model import Span

NEAR = 3
"""Characters between a cue and the quotation that it leads to."""


def of_second(link: Link, page: Page) -> Link:
    """ "| Guards hear nothing and | do not know | how many there are": who does not know it was taken for content."""
    verb, (first, *rest) = verbs.main(link.cue, page.doc), link.contents
    if verb is None or not rest or first.span.end > verb.idx or page.quotes(first.span):
        return link
    if link.source is not None and link.source.span.start < rest[0].span.start:
        return link
    governed = any(t.head == verb and t.dep_ in ("ccomp", "dobj", "xcomp") for t in page.tokens(rest[0].span))
    second = verb.dep_ == "conj" and verbs.subject(verb) is None
    subject = verbs.subject(verb.head, "nsubj") if second and governed else None
    if subject is None or not first.span.start <= subject.idx < verb.head.idx < first.span.end:
        return link
    return replace(link, contents=tuple(rest), source=page.cover(subjects.without_clauses(subject), SOURCE))


def of_quoted(link: Link, page: Page) -> Link:
    """ "| The chief, Ruud Bakker, | is recorded as replying: | ‘Noted.’": who is quoted is not what he says."""
    verb, first = verbs.main(link.cue, page.doc), link.contents[0].span
    who = subjects.quoted_as(verb, page.lexicon) if verb is not None else None
    if link.cue is None or who is None or not first.start <= who.idx < first.end or page.quotes(first):
        return link
    end = link.cue.span.end
    behind = page.quotes(Span(end, end + NEAR))
    told = link.contents[1:] or tuple(page.cover(q.span, CONTENT) for q in behind if q.span.start >= end)
    return replace(link, contents=told) if told else link
