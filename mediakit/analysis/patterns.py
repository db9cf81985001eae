"""Puts the attributions that a fixed form of words gives away beside the tagger's.

The tagger has seen few of these forms; where it marked the content, the form gives it the cue, else it makes a new one.
"""

import re
from dataclasses import replace

from mediakit.analysis import accounts, blocks, clauses, dialogue, fits, forms, spans, titles, verbs
from mediakit.analysis.forms import Pattern
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CLOSING, CONTENT
from mediakit.model import Span, touching

BRACKETS = re.compile(r" \(([^()]{8,300})\)")
OWNED = 2
"""Characters of "’s"."""
BY_RULE = 0.6
"""The chance that is given to what a rule found and the tagger did not."""


def apply(links: list[Link], page: Page) -> list[Link]:
    """The links with what the patterns add, in the order of the text."""
    doc, lexicon, quoted = page.doc, page.lexicon, page.quoted
    board = Board(links, page)
    for turn in dialogue.find(doc, lexicon):
        _take_turn(board, turn)
    for block in blocks.find(doc, lexicon):
        _take_block(board, block)
    for sentence in page.sentences:
        for pattern in (
            *titles.find(doc, sentence, lexicon),
            *accounts.find(doc, sentence, lexicon),
            *forms.find(doc, sentence, lexicon),
            *clauses.find(doc, sentence, lexicon, quoted),
        ):
            pattern = _with_marks(pattern, page)
            told = pattern.cue or pattern.source
            whole = pattern.content and all(span.length for span in pattern.content)
            if told is not None and told.length and whole and not touching(quoted, told):
                _put(board, pattern, sentence)
        for inner in _brackets(page.text, sentence):
            for pattern in (
                *accounts.find(doc, inner, lexicon),
                *forms.find(doc, inner, lexicon),
                *clauses.bracketed(doc, inner, lexicon),
            ):
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

    def __init__(self, links: list[Link], page: Page) -> None:
        self.links = list(links)
        self.page = page
        self._sentences = page.sentences
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
    begin = whole.start if turn.source is None else min(whole.start, turn.source.start - 1)
    for i in board.near(turn):
        labelled = turn.source is not None and any(t.overlaps(turn.source) for t in board.links[i].told)
        if _stands_in(board.links[i], Span(begin, whole.end)) and (labelled or not turn.asks):
            board.drop(i)
    if not turn.asks and not _is_taken(board, turn):
        told = (Tagged(whole, 0, 0, BY_RULE),)
        board.add(Link(told, None, _made(turn.source), None, BY_RULE, by_form=True, turn=True))


def _take_block(board: Board, block: Pattern) -> None:
    """The whole block is theirs whose words lead it in."""
    for i in board.near(block):
        if _stands_in(board.links[i], block.content[0]) or fits.shares_cue(board.links[i], block):
            board.drop(i)
    if not _is_taken(board, block):
        cue, source = _made(block.cue), _made(block.source)
        board.add(Link(_told_in(block), cue, source, None, BY_RULE, by_form=True, block=True))


def _stands_in(link: Link, whole: Span) -> bool:
    contents = [c.span for c in link.contents]
    return bool(contents) and all(whole.start <= span.start < whole.end for span in contents)


def _is_taken(board: Board, pattern: Pattern) -> bool:
    (whole,) = pattern.content
    return any(c.span.overlaps(whole) for i in board.near(pattern) for c in board.links[i].contents)


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
    if _stops(board, pattern, near) or _breaks_in(board, pattern, near):
        return
    tests = (fits.swallows, fits.names_it, fits.runs_over)
    wrong_about_all = (i for i in same_words if any(test(links[i], pattern) for test in tests))
    if (at := next(wrong_about_all, None)) is not None:
        for i in near:  # "unveiled | what he termed | ‘the future’"
            if i != at and (
                all(fits.before(c.span, pattern) for c in links[i].contents)
                or fits.tells_less(links[i], pattern)
            ):
                board.drop(i)
        board.put(at, _as_formed(links[at], pattern))
        return
    if same_words and pattern.lone:
        wrong = [
            i for i in same_words if fits.misplaced(links[i], pattern) or fits.elsewhere(links[i], sentence)
        ]
        if not wrong:
            _confirm(board, pattern, same_words)
            return
        pattern = replace(pattern, aside=True)
        for i in wrong:
            cue = None if fits.right_behind(links[i], pattern) else links[i].cue
            board.put(i, replace(links[i], source=None, cue=cue))
    if same_words:
        alike = (fits.shares_cue, fits.shares_source, fits.part_of)
        same = [i for i in same_words if any(like(links[i], pattern) for like in alike)]
        at = max(same, key=lambda i: sum(c.span.length for c in links[i].contents), default=same_words[0])
        if at in same or not fits.has_cue_in(sentence, links[at]):
            twice = [
                i
                for i in same
                if i != at and all(any(p.holds(c.span) for p in pattern.content) for c in links[i].contents)
            ]
            _mend(board, at, pattern, sentence, twice)
        return
    if _takes_over(board, pattern, sentence, near):
        return
    taken = [s.span for i in near for s in _told(links[i])]
    mine = [s for s in (*pattern.content, pattern.cue) if s is not None]
    if not any(span.overlaps(p) for span in taken for p in mine):
        board.add(
            Link(_told_in(pattern), _made(pattern.cue), _made(pattern.source), None, BY_RULE, by_form=True)
        )


def _confirm(board: Board, pattern: Pattern, same_words: list[int]) -> None:
    """ "Reports | that it burns | are coming in": where the form and the tagger see the same, it is no doubtful one."""
    for i in same_words:
        link = board.links[i]
        if fits.shares_cue(link, pattern) and tuple(c.span for c in link.contents) == pattern.content:
            board.put(i, replace(link, by_form=True))


def _breaks_in(board: Board, pattern: Pattern, near: list[int]) -> bool:
    """ "Critics | blame | the rain and, in the words of one trader, “sheer greed”": the trader's words are not the critics'.

    Nor are the critics' those of whom "announced a plan that critics have called ‘a joke’" tells.
    """
    cue, source, told = pattern.cue, pattern.source, pattern.content[0]
    if cue is None or source is None or not pattern.aside:
        return False
    begin, end = min(cue.start, source.start), max(cue.end, source.end)
    around = next((i for i in near if fits.surrounds(board.links[i], pattern)), None)
    if around is None or not end < told.start <= end + fits.AS:
        return False
    link = board.links[around]
    behind = (Span(told.end, c.span.end) for c in link.contents if c.span.end > told.end)
    if any(t.is_alpha for span in behind for t in board.page.tokens(span)):
        return False  # "said that the plan, which critics call ‘a joke’, would work"
    if _in_own_words(link, source, begin, board.page):
        return True
    cut = (Span(c.span.start, min(c.span.end, begin)) for c in link.contents if c.span.start < begin)
    before = [made for s in cut if (made := _before_joint(s, board.page)) is not None]
    if not before:
        return False
    board.put(around, replace(link, contents=tuple(before)))
    if any(fits.shares_cue(board.links[i], pattern) for i in near if i != around):
        return True  # the tagger has found whose it is, too
    board.add(Link(_told_in(pattern), _made(cue), _made(source), None, BY_RULE, by_form=True))
    return True


def _in_own_words(link: Link, source: Span, begin: int, page: Page) -> bool:
    """ "Pledged to fine the firm for what it called ‘a breach’": nobody but who pledges calls it so; after "said the firm paid" it may be the firm."""
    own = [t.tag_ for t in page.tokens(source)] == ["PRP"]
    before = page.tokens(Span(link.start, begin)) if link.start < begin else []
    named = [t.lower_ for t in before] in ([], ["what"])  # "unveiled what he termed ‘the future’"
    return own and not named and not any(t.dep_ in verbs.SUBJECTS for t in before)


def _before_joint(span: Span, page: Page) -> Tagged | None:
    """ "The rain| and,", "a plan| that"; None for "what"."""
    words = page.tokens(span)
    while words and (words[-1].tag_ in ("CC", "IN", "TO", *verbs.RELATIVE) or words[-1].is_punct):
        words.pop()
    return page.cover(Span(span.start, words[-1].idx + len(words[-1])), CONTENT) if words else None


def _as_formed(link: Link, pattern: Pattern) -> Link:
    """The link with the form's words in place of its own."""
    cue, source = _made(pattern.cue), _made(pattern.source)
    return replace(link, contents=_told_in(pattern), cue=cue, source=source, by_form=True)


def _takes_over(board: Board, pattern: Pattern, sentence: Span, near: list[int]) -> bool:
    """Give the form's words to the link that has its cue, where what that link tells cannot be: "remarked to | nobody", "noted | Quill"."""
    links = board.links
    claimed = next((i for i in near if fits.shares_cue(links[i], pattern)), None)
    if claimed is None or pattern.source is None or links[claimed].after is not None:
        return False
    strayed = not any(sentence.overlaps(c.span) for c in links[claimed].contents)
    beside = [pattern.cue] if links[claimed].source is not None else [pattern.cue, pattern.source]
    no_claim = all(any(s and s.holds(c.span) for s in beside) for c in links[claimed].contents)
    # "According to the handbook, ..." given to the sentence before
    if not strayed and not no_claim:
        return False
    link = replace(links[claimed], contents=_told_in(pattern), source=_made(pattern.source), by_form=True)
    board.put(claimed, link)
    return True


def _put_in_brackets(board: Board, pattern: Pattern, inner: Span) -> None:
    """ "Her marks (at one point one in ten, | Moor says) | hurt her": nobody else says what stands there, nor does Moor say more."""
    if pattern.cue is None or pattern.source is None or pattern.content[0].start != inner.start:
        return
    for number in board.near(pattern):
        link = board.links[number]
        if fits.shares_cue(link, pattern):
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
    again = next((i for i in near if fits.goes_on(board.links[i], pattern)), None)
    if again is not None:
        board.put(again, replace(_as_formed(board.links[again], pattern), after=None))
    return again is not None


def _longer(source: Tagged | None, pattern: Pattern, page: Page) -> Tagged | None:
    """The tagger's source, where it goes further by a word at least: "according to Tom Brandt, a clerk"."""
    if source is None or pattern.source is None or not source.span.holds(pattern.source):
        return _made(pattern.source)
    further = source.span.length > pattern.source.length + OWNED
    cued = pattern.cue is not None and source.span.overlaps(pattern.cue)
    beyond = page.tokens(Span(pattern.source.end, source.span.end)) if further else []
    # "the file, which Marta | keeps in a tin"
    cut = any(t.tag_ in verbs.RELATIVE for t in beyond) and not any(verbs.is_finite(t) for t in beyond)
    return source if further and not cued and not cut else _made(pattern.source)


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
        and not fits.led_into(c.span, pattern)
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
        source=_longer(link.source, pattern, board.page),
        chance=max(link.chance, BY_RULE),
        by_form=True,
    )
    board.put(at, mended)


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
