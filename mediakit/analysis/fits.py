"""How a fixed form of words and the tagger's link go together: where the link is wrong about who says it, or about what."""

from mediakit.analysis.forms import Pattern
from mediakit.analysis.linking import Link
from mediakit.model import Span

AS = 4
"""Characters of the " as " between a verb and the words that it names."""


def goes_on(link: Link, pattern: Pattern) -> bool:
    """ "She smiled. “No,” she said. | A system that, in the words of a clerk, | “is held by tape”": not her words, too."""
    if link.after is None or not link.contents or pattern.lone or pattern.source is None:
        return False
    swallowed = any(pattern.cue is not None and c.span.holds(pattern.cue) for c in link.contents)
    return swallowed or all(any(p.holds(c.span) for p in pattern.content) for c in link.contents)


def misplaced(link: Link, pattern: Pattern) -> bool:
    """ "The weather, says the coast guard, will hold": the guard is no content, nor is the weather a source."""
    if link.cue is None:  # "Neighbours who know them | both told me they had lunch"
        swallowed = any(pattern.cue is not None and c.span.holds(pattern.cue) for c in link.contents)
        return swallowed or is_beside(link, pattern)
    if not shares_cue(link, pattern):
        return is_beside(link, pattern) and right_behind(link, pattern)
    if pattern.source is None:  # "the two, | it | is reported, have not spoken"
        return any(pattern.cue is not None and pattern.cue.holds(c.span) for c in link.contents)
    swallowed = any(c.span.holds(pattern.source) for c in link.contents)
    return swallowed or (
        link.source is not None and any(link.source.span.overlaps(p) for p in pattern.content)
    )


def is_beside(link: Link, pattern: Pattern) -> bool:
    """ "| The spokesman | left after a film in which the chairman is heard telling | donors to pay": the chairman stands nearer."""
    source, cue, told = pattern.source, pattern.cue, link.contents[0].span if link.contents else None
    if link.source is None or source is None or cue is None or told is None:
        return False
    return link.source.span.end <= source.start < cue.end <= told.start


def right_behind(link: Link, pattern: Pattern) -> bool:
    """ "It | published | what it said was a film in which a voice is heard saying: | “Help.”": no cue stands nearer than its own."""
    told, first = link.contents[0].span, pattern.content[0]
    if link.cue is None or pattern.source is None or pattern.cue is None or told.start != first.start:
        return False
    return link.cue.span.end <= pattern.source.start and told.start <= pattern.cue.end + AS


def swallows(link: Link, pattern: Pattern) -> bool:
    """ "According to two guards, the general, who | told": the source goes on into what the guards say.

    "As per the letter, they | were asked | to sign" is what the letter says, too, as "they | were asked | to, the
    letter says" is.
    """
    if link.cue is None or pattern.source is None or pattern.cue is None:
        return False
    if link.source is None:
        return not pattern.lone and any(p.holds(link.cue.span) for p in pattern.content)
    longer = link.source.span.start == pattern.source.start and link.source.span.end > pattern.source.end
    return longer and any(p.holds(link.cue.span) and p.overlaps(link.source.span) for p in pattern.content)


def names_it(link: Link, pattern: Pattern) -> bool:
    """ "Unveiled | what he termed ‘the future’": who chose the words stands right before them, and the link's cue further off."""
    if not pattern.aside or link.cue is None or pattern.cue is None or pattern.source is None:
        return False
    first = pattern.content[0]
    beside = pattern.source.end < pattern.cue.end < first.start <= pattern.cue.end + AS
    inside = any(c.span.start == first.start and c.span.end >= first.end for c in link.contents)
    return beside and inside and link.cue.span.end < pattern.source.start


def runs_over(link: Link, pattern: Pattern) -> bool:
    """ "Clips shared on | WhatsApp purport to show men": what describes the source was taken for the cue."""
    if link.cue is None or link.source is None or pattern.cue is None or pattern.source is None:
        return False
    inside = pattern.source.holds(link.cue.span) and pattern.source.start == link.source.span.start
    return inside and any(c.span.holds(pattern.cue) for c in link.contents)


def surrounds(link: Link, pattern: Pattern) -> bool:
    """Does the form stand inside of what others are told to have said without it?"""
    if link.source is None or link.cue is None or pattern.cue is None or link.turn:
        return False
    apart = all(s.span.end <= pattern.cue.start for s in (link.source, link.cue))
    return apart and any(
        c.span.start < pattern.cue.start and c.span.holds(pattern.cue) for c in link.contents
    )


def before(content: Span, pattern: Pattern) -> bool:
    """Is a content the "what he termed" before the words?"""
    return pattern.cue is not None and content.holds(pattern.cue) and content.end <= pattern.content[0].start


def elsewhere(link: Link, sentence: Span) -> bool:
    """ "The audit recommended repairs ‘by May’. Nothing was done, Quill said.": Quill says nothing of the first.

    But of "“It was late. We left,” Quill said" both.
    """
    over = bool(link.contents) and not sentence.holds(link.contents[0].span)
    return bool(link.told) and not over and not any(sentence.overlaps(span) for span in link.told)


def shares_source(link: Link, pattern: Pattern) -> bool:
    """ "According to three guards, they agreed on nothing": the guards are no source of "agreed"."""
    if not pattern.aside or link.source is None or pattern.source is None:
        return False
    return link.source.span.overlaps(pattern.source)


def part_of(link: Link, pattern: Pattern) -> bool:
    """ "Two men came and, according to three guards, agreed on nothing": that they agreed is what the guards say."""
    if not pattern.aside or link.cue is None or link.source is None:
        return False
    inside = [any(p.holds(s.span) for p in pattern.content) for s in (*link.contents, link.cue, link.source)]
    return all(inside[:-1]) and not inside[-1]


def tells_less(link: Link, pattern: Pattern) -> bool:
    """Does a link tell a part of what the form tells, under the same cue?"""
    part = all(any(p.holds(c.span) for p in pattern.content) for c in link.contents)
    return part and shares_cue(link, pattern)


def has_cue_in(sentence: Span, link: Link) -> bool:
    """A cue in another sentence does not hold against a form of words in the content's own."""
    return link.cue is not None and (
        sentence.overlaps(link.cue.span) or not all(sentence.holds(c.span) for c in link.contents)
    )


def shares_cue(link: Link, pattern: Pattern) -> bool:
    return link.cue is not None and pattern.cue is not None and link.cue.span.overlaps(pattern.cue)


def led_into(content: Span, pattern: Pattern) -> bool:
    """ "According to the file, which Lena | keeps in a tin, | it was late": what is told of the file leads into the content."""
    first = pattern.content[0]
    behind = pattern.source is not None and pattern.source.end <= content.start
    return behind and content.start + AS < first.start < content.end
