"""Puts the attributions that a fixed form of words gives away beside the tagger's.

The tagger has seen few of these forms; where it marked the content, the form gives it the cue, else it makes a new one.
"""

import re
from dataclasses import replace

from mediakit.analysis import clauses, dialogue, forms, spans, titles
from mediakit.analysis.forms import Pattern
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CLOSING
from mediakit.model import Span, touching

AS = 4
"""Characters of the " as " between a verb and the words that it names."""
BRACKETS = re.compile(r" \(([^()]{8,300})\)")
BY_RULE = 0.6
"""The chance that is given to what a rule found and the tagger did not."""


def apply(links: list[Link], page: Page) -> list[Link]:
    """The links with what the patterns add, in the order of the text."""
    doc, lexicon, quoted = page.doc, page.lexicon, page.quoted
    board = Board(links, page.sentences)
    for turn in dialogue.find(doc, lexicon):
        _take_turn(board, turn)
    for sentence in page.sentences:
        for pattern in (
            *titles.find(doc, sentence, lexicon),
            *forms.find(doc, sentence, lexicon),
            *clauses.find(doc, sentence, lexicon, quoted),
        ):
            pattern = _with_marks(pattern, page)
            told = pattern.cue or pattern.source
            whole = pattern.content and all(span.length for span in pattern.content)
            if told is not None and told.length and whole and not touching(quoted, told):
                _put(board, pattern, sentence)
        for inner in _brackets(page.text, sentence):
            for pattern in (*forms.find(doc, inner, lexicon), *clauses.bracketed(doc, inner, lexicon)):
                _put_in_brackets(board, pattern, inner)
    return _in_order(board.links)


def _brackets(text: str, sentence: Span) -> list[Span]:
    """What stands between the brackets of a sentence."""
    return [Span(*match.span(1)) for match in BRACKETS.finditer(text, sentence.start, sentence.end)]


def _with_marks(pattern: Pattern, page: Page) -> Pattern:
    """ "As saying that he would “not blink, | nor shoot”": a content that ends in a quotation ends with it, and no source begins with its mark."""

    def whole(span: Span) -> Span:
        cut = [q.end for q in touching(page.quoted, span) if span.start <= q.start < span.end < q.end]
        return Span(span.start, max(cut, default=span.end))

    source = pattern.source
    if source is not None:
        source = spans.trim(page.text, source, CLOSING, "")
    return replace(pattern, content=tuple(whole(span) for span in pattern.content), source=source)


class Board:
    """Links by number, and which of them stand in which sentence: a pattern only meets those of its own sentences."""

    def __init__(self, links: list[Link], sentences: tuple[Span, ...]) -> None:
        self.links = list(links)
        self._sentences = sentences
        self._near: dict[Span, set[int]] = {}
        for number in range(len(links)):
            self._place(number)

    def _place(self, number: int) -> None:
        for tagged in _told(self.links[number]):
            for sentence in touching(self._sentences, tagged.span):
                self._near.setdefault(sentence, set()).add(number)

    def near(self, pattern: Pattern) -> list[int]:
        """The numbers of the links that stand, or once stood, in a sentence that the pattern touches, in order."""
        spans = (*pattern.content, pattern.cue, pattern.source)
        home = {s for span in spans if span is not None for s in touching(self._sentences, span)}
        return sorted({number for sentence in home for number in self._near.get(sentence, ())})

    def put(self, number: int, link: Link) -> None:
        self.links[number] = link
        self._place(number)

    def drop(self, number: int) -> None:
        """Leave a link out; its number stays, for those that go on from it."""
        self.put(number, replace(self.links[number], contents=(), cue=None, source=None))

    def add(self, link: Link) -> None:
        self.links.append(link)
        self._place(len(self.links) - 1)


def _take_turn(board: Board, turn: Pattern) -> None:
    """The whole turn is its speaker's; what others are told to have said in it stays inside, as in a quotation."""
    (whole,) = turn.content
    for i in board.near(turn):
        contents = [c.span for c in board.links[i].contents]
        if contents and all(whole.start <= span.start < whole.end for span in contents):
            board.drop(i)
    if not any(c.span.overlaps(whole) for i in board.near(turn) for c in board.links[i].contents):
        told = (Tagged(whole, 0, 0, BY_RULE),)
        board.add(Link(told, None, _made(turn.source), None, BY_RULE, by_form=True, turn=True))


def _put(board: Board, pattern: Pattern, sentence: Span) -> None:
    """Mend the link that has this content without a fitting cue, else add one if its words are free."""
    links, near = board.links, board.near(pattern)
    same_words = [
        i
        for i in near
        if links[i].after is None
        and any(c.span.overlaps(p) for c in links[i].contents for p in pattern.content)
    ]
    if any(links[i].turn for i in same_words):
        return  # what others are told to have said in a turn stays inside
    if _stops(board, pattern, near):
        return
    tests = (_swallows, _names_it, _runs_over)
    wrong_about_all = (i for i in same_words if any(test(links[i], pattern) for test in tests))
    if (at := next(wrong_about_all, None)) is not None:
        for i in near:  # "unveiled | what he termed | ‘the future’"
            if i != at and all(_before(c.span, pattern) for c in links[i].contents):
                board.drop(i)
        cue, source = _made(pattern.cue), _made(pattern.source)
        board.put(at, replace(links[at], contents=_told_in(pattern), cue=cue, source=source, by_form=True))
        return
    if same_words and pattern.lone:
        wrong = [i for i in same_words if _misplaced(links[i], pattern) or _elsewhere(links[i], sentence)]
        if not wrong:
            return
        pattern = replace(pattern, aside=True)
        for i in wrong:
            board.put(i, replace(links[i], source=None))
    if same_words:
        alike = (_shares_cue, _shares_source, _part_of)
        same = [i for i in same_words if any(like(links[i], pattern) for like in alike)]
        at = max(same, key=lambda i: sum(c.span.length for c in links[i].contents), default=same_words[0])
        if at in same or not _has_cue_in(sentence, links[at]):
            twice = [
                i
                for i in same
                if i != at and all(any(p.holds(c.span) for p in pattern.content) for c in links[i].contents)
            ]
            _mend(board, at, pattern, sentence, twice)
        return
    claimed = next((i for i in near if _shares_cue(links[i], pattern)), None)
    if claimed is not None and pattern.source is not None and links[claimed].after is None:
        strayed = not any(sentence.overlaps(c.span) for c in links[claimed].contents)
        beside = [pattern.cue] if links[claimed].source is not None else [pattern.cue, pattern.source]
        no_claim = all(any(s and s.holds(c.span) for s in beside) for c in links[claimed].contents)
        # "According to the handbook, ..." given to the sentence before; "remarked to | nobody", "noted | Quill"
        if strayed or no_claim:
            link = replace(
                links[claimed], contents=_told_in(pattern), source=_made(pattern.source), by_form=True
            )
            board.put(claimed, link)
            return
    taken = [s.span for i in near for s in _told(links[i])]
    mine = [s for s in (*pattern.content, pattern.cue) if s is not None]
    if not any(span.overlaps(p) for span in taken for p in mine):
        board.add(
            Link(_told_in(pattern), _made(pattern.cue), _made(pattern.source), None, BY_RULE, by_form=True)
        )


def _put_in_brackets(board: Board, pattern: Pattern, inner: Span) -> None:
    """ "Her marks (at one point one in ten, | Moor says) | hurt her": nobody else says what stands there, nor does Moor say more."""
    if pattern.cue is None or pattern.source is None or pattern.content[0].start != inner.start:
        return
    for number in board.near(pattern):
        link = board.links[number]
        if _shares_cue(link, pattern):
            board.drop(number)
        else:
            cut = tuple(_before_bracket(c, inner) for c in link.contents)
            board.put(number, replace(link, contents=cut))
    board.add(Link(_told_in(pattern), _made(pattern.cue), _made(pattern.source), None, BY_RULE, by_form=True))


def _before_bracket(content: Tagged, inner: Span) -> Tagged:
    end = inner.start - len(" (")
    over = content.span.start < end and inner.start <= content.span.end <= inner.end
    return replace(content, span=Span(content.span.start, end)) if over else content


def _stops(board: Board, pattern: Pattern, near: list[int]) -> bool:
    """Give a quotation that went on from the one before to whom the form names, if there is such a one."""
    again = next((i for i in near if _goes_on(board.links[i], pattern)), None)
    if again is not None:
        cue, source = _made(pattern.cue), _made(pattern.source)
        told = _told_in(pattern)
        board.put(
            again,
            replace(board.links[again], contents=told, cue=cue, source=source, after=None, by_form=True),
        )
    return again is not None


def _goes_on(link: Link, pattern: Pattern) -> bool:
    """ "She smiled. “No,” she said. | A system that, in the words of a clerk, | “is held by tape”": not her words, too."""
    if link.after is None or not link.contents or pattern.lone or pattern.source is None:
        return False
    swallowed = any(pattern.cue is not None and c.span.holds(pattern.cue) for c in link.contents)
    return swallowed or all(any(p.holds(c.span) for p in pattern.content) for c in link.contents)


def _misplaced(link: Link, pattern: Pattern) -> bool:
    """ "The weather, says the coast guard, will hold": the guard is no content, nor is the weather a source."""
    if link.cue is None:  # "Neighbours who know them | both told me they had lunch"
        swallowed = any(pattern.cue is not None and c.span.holds(pattern.cue) for c in link.contents)
        return swallowed or _is_beside(link, pattern)
    if not _shares_cue(link, pattern):
        return False
    if pattern.source is None:  # "the two, | it | is reported, have not spoken"
        return any(pattern.cue is not None and pattern.cue.holds(c.span) for c in link.contents)
    swallowed = any(c.span.holds(pattern.source) for c in link.contents)
    return swallowed or (
        link.source is not None and any(link.source.span.overlaps(p) for p in pattern.content)
    )


def _is_beside(link: Link, pattern: Pattern) -> bool:
    """ "| The spokesman | left after a film in which the chairman is heard telling | donors to pay": the chairman stands nearer."""
    source, cue, told = pattern.source, pattern.cue, link.contents[0].span if link.contents else None
    if link.source is None or source is None or cue is None or told is None:
        return False
    return link.source.span.end <= source.start < cue.end <= told.start


def _swallows(link: Link, pattern: Pattern) -> bool:
    """ "According to two guards, the general, who | told": the source goes on into what the guards say.

    "As per the letter, they | were asked | to sign" is what the letter says, too.
    """
    if link.cue is None or pattern.source is None or pattern.cue is None:
        return False
    if link.source is None:
        return (
            not pattern.lone
            and pattern.cue.end < link.cue.span.start
            and any(p.holds(link.cue.span) for p in pattern.content)
        )
    longer = link.source.span.start == pattern.source.start and link.source.span.end > pattern.source.end
    return longer and any(p.holds(link.cue.span) and p.overlaps(link.source.span) for p in pattern.content)


def _names_it(link: Link, pattern: Pattern) -> bool:
    """ "Unveiled | what he termed ‘the future’": who chose the words stands right before them, and the link's cue further off."""
    if not pattern.aside or link.cue is None or pattern.cue is None or pattern.source is None:
        return False
    first = pattern.content[0]
    beside = pattern.source.end < pattern.cue.end < first.start <= pattern.cue.end + AS
    inside = any(c.span.start == first.start and c.span.end >= first.end for c in link.contents)
    return beside and inside and link.cue.span.end < pattern.source.start


def _runs_over(link: Link, pattern: Pattern) -> bool:
    """ "Clips shared on | WhatsApp purport to show men": what describes the source was taken for the cue."""
    if link.cue is None or link.source is None or pattern.cue is None or pattern.source is None:
        return False
    inside = pattern.source.holds(link.cue.span) and pattern.source.start == link.source.span.start
    return inside and any(c.span.holds(pattern.cue) for c in link.contents)


def _before(content: Span, pattern: Pattern) -> bool:
    """Is a content the "what he termed" before the words?"""
    return pattern.cue is not None and content.holds(pattern.cue) and content.end <= pattern.content[0].start


def _elsewhere(link: Link, sentence: Span) -> bool:
    """ "The audit recommended repairs ‘by May’. Nothing was done, Quill said.": Quill says nothing of the first."""
    return bool(link.told) and not any(sentence.overlaps(span) for span in link.told)


def _shares_source(link: Link, pattern: Pattern) -> bool:
    """ "According to three guards, they agreed on nothing": the guards are no source of "agreed"."""
    if not pattern.aside or link.source is None or pattern.source is None:
        return False
    return link.source.span.overlaps(pattern.source)


def _part_of(link: Link, pattern: Pattern) -> bool:
    """ "Two men came and, according to three guards, agreed on nothing": that they agreed is what the guards say."""
    if not pattern.aside or link.cue is None or link.source is None:
        return False
    inside = [any(p.holds(s.span) for p in pattern.content) for s in (*link.contents, link.cue, link.source)]
    return all(inside[:-1]) and not inside[-1]


def _longer(source: Tagged | None, pattern: Pattern) -> Tagged | None:
    """The tagger's source, where it only goes further: "according to Tom Brandt, a clerk"."""
    inside = source is not None and pattern.source is not None and source.span.holds(pattern.source)
    cued = source is not None and pattern.cue is not None and source.span.overlaps(pattern.cue)
    return source if inside and not cued else _made(pattern.source)


def _has_cue_in(sentence: Span, link: Link) -> bool:
    """A cue in another sentence does not hold against a form of words in the content's own."""
    return link.cue is not None and (
        sentence.overlaps(link.cue.span) or not all(sentence.holds(c.span) for c in link.contents)
    )


def _shares_cue(link: Link, pattern: Pattern) -> bool:
    return link.cue is not None and pattern.cue is not None and link.cue.span.overlaps(pattern.cue)


def _mend(board: Board, at: int, pattern: Pattern, sentence: Span, twice: list[int]) -> None:
    """Give a link the form's cue, source and content, unless the tagger found a speaker of its own in the sentence.

    `twice` tell the same words under the same cue; they go, and the form's content takes their place.
    """
    links = board.links
    link = links[at]
    speaker = link.source is not None and sentence.holds(link.source.span)
    described = link.source is not None and any(link.source.span.overlaps(p) for p in pattern.content)
    legend = link.source is not None and pattern.cue is not None and pattern.cue.holds(link.source.span)
    own = speaker and not described and not legend  # "Legend has it that": no legend speaks
    if pattern.source is None and own and link.cue is not None:
        return
    for i in twice:
        board.drop(i)
    told = [s for s in (pattern.cue, pattern.source) if s is not None]
    kept = [
        c
        for c in link.contents
        if not any(c.span.overlaps(s) for s in told)
        and not (pattern.aside and any(p.holds(c.span) for p in pattern.content))
        and not _led_into(c.span, pattern)
    ]
    kept = [_with_verb(c, link, pattern) for c in kept]
    others = [s.span for i in board.near(pattern) if i != at for s in _told(links[i])]
    missing = [
        Tagged(s, 0, 0, BY_RULE)
        for s in pattern.content
        if not any(s.overlaps(t) for t in (*others, *(c.span for c in kept)))
    ]
    contents = tuple(sorted([*kept, *missing], key=lambda c: c.span)) or link.contents
    mended = replace(
        link,
        contents=contents,
        cue=_made(pattern.cue),
        source=_longer(link.source, pattern) if pattern.aside else _made(pattern.source),
        chance=max(link.chance, BY_RULE),
        by_form=True,
    )
    board.put(at, mended)


def _led_into(content: Span, pattern: Pattern) -> bool:
    """ "According to the file, which Lena | keeps in a tin, | it was late": what is told of the file leads into the content."""
    first = pattern.content[0]
    behind = pattern.source is not None and pattern.source.end <= content.start
    return behind and content.start + AS < first.start < content.end


def _with_verb(content: Tagged, link: Link, pattern: Pattern) -> Tagged:
    """ "The Courier, Moor | said, called | it “unfair”": of what the form takes for content, the tagger gave a word to the cue."""
    span = content.span
    start = next((p.start for p in pattern.content if p.start < span.start < p.end), span.start)
    led = start < span.start and link.cue is not None and link.cue.span.holds(Span(start, span.start - 1))
    return Tagged(Span(start, span.end), 0, 0, BY_RULE) if led else content


def _told(link: Link) -> list[Tagged]:
    return [s for s in (*link.contents, link.cue, link.source) if s is not None]


def _told_in(pattern: Pattern) -> tuple[Tagged, ...]:
    return tuple(Tagged(span, 0, 0, BY_RULE) for span in pattern.content)


def _made(span: Span | None) -> Tagged | None:
    return None if span is None else Tagged(span, 0, 0, BY_RULE)


def _in_order(links: list[Link]) -> list[Link]:
    order = sorted((i for i, link in enumerate(links) if link.contents), key=lambda i: links[i].start)
    numbers = {old: new for new, old in enumerate(order)}

    def move(after: int | None) -> int | None:
        return None if after is None else numbers.get(after)

    return [replace(links[i], after=move(links[i].after)) for i in order]
