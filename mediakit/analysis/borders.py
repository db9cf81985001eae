"""Where a content begins and ends: what the tagger marked badly, mended by the parse."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import asides, further, hearers, joints, nlp, spans, tails, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def mend(link: Link, page: Page) -> Link:
    """The link with its own contents, whole."""
    link = _in_one_sentence(_without_aside(_past_citing(_from_frame(link, page), page), page), page)
    link = _past_manner(_past_is(_past_when(link, page), page), page)
    link = asides.mend(_past_colon(link, page), page)
    told = (hearers.past(_past_adverb(c, link, page), link, page) for c in link.contents)
    whole = (tails.cut(_with_determiner(c, link, page), page) for c in told)
    link = replace(link, contents=tuple(c for c in whole if c is not None) or link.contents)
    link = _to_now(_to_semicolon(_of_participle(_of_noun(link, page), page), page), page)
    link = _without_work(further.cut(_to_circumstance(_to_next_verb(link, page), page), page), page)
    return _whole_report(_without_stop(_in_relative_clause(link, page), page), page)


def _from_frame(link: Link, page: Page) -> Link:
    """ "In a survey by PollWise, 41 per cent backed | the deal": all behind the comma is what the survey found."""
    first = link.contents[0].span
    if link.cue is None or link.source is None or page.quotes(first):
        return link
    cue, source = link.cue.span, link.source.span
    opens = page.sentence(first).start == cue.start and cue.end + 1 == source.start
    if not opens or page.text[source.end : source.end + 2] != ", " or first.start <= source.end + 2:
        return link
    whole = page.cover(Span(source.end + 2, first.end), CONTENT)
    return replace(link, contents=(whole, *link.contents[1:]))


def _in_one_sentence(link: Link, page: Page) -> Link:
    """ "The report changes little. | She never doubted him, she says": without marks, nobody says the sentence before."""
    cue = page.tokens(link.cue.span) if link.cue is not None else []
    if not cue:
        return link
    start = cue[0].sent.start_char
    own = (
        page.cover(Span(start, c.span.end), CONTENT)
        if c.span.start < start < c.span.end and not page.quotes(c.span)
        else c
        for c in link.contents
    )
    return replace(link, contents=tuple(own))


def _whole_report(link: Link, page: Page) -> Link:
    """ "The pair told | customers it was ready, the court heard": all that stands before is what it heard."""
    verb, content = verbs.main(link.cue, page.doc), link.contents[0].span
    report = verbs.nearest(verb, "ccomp") if verb is not None else None
    if report is None or not report.is_alpha or len(link.contents) > 1 or link.after is not None:
        return link
    start, end = report.left_edge, report.right_edge
    if not start.is_sent_start or not report.idx < content.start < content.end == end.idx + len(end):
        return link
    return replace(link, contents=(page.cover(Span(start.idx, content.end), CONTENT),))


def _past_citing(link: Link, page: Page) -> Link:
    """ "The agency said, citing | two officials, | that it was safe": whom it cites is in no content."""
    words = page.tokens(link.cue.span) if link.cue is not None else []
    verb, told = next((t for t in words if t.pos_ == "VERB"), None), link.contents[-1]
    that = next(iter(page.tokens(told.span)), None)
    comma = next((t for t in words if t.text == ","), None)
    if verb is None or comma is None or that is None or that.lower_ != "that" or len(link.contents) < 2:
        return link
    aside = all(c.span.start > comma.idx for c in link.contents) and any(t.tag_ == "VBG" for t in words)
    if not aside or that.dep_ != "mark" or that.head.head not in words:
        return link
    return replace(link, cue=page.cover(Span(verb.idx, comma.idx), CUE), contents=(told,))


def _past_when(link: Link, page: Page) -> Link:
    """ "Has advised | since 2014 | that they begin late", "said | at the time | he was ill": since when is in no content."""
    first, *rest = (page.tokens(c.span) for c in link.contents)
    then = [t.lower_ for t in first[:3]] == ["at", "the", "time"]
    when = list(itertools.takewhile(lambda t: t.ent_type_ == "DATE" or t.tag_ in ("IN", "RB"), first))
    when = first[:3] if then else when
    told = first[len(when) :] or (rest[0] if rest else [])
    # not "with that issue unresolved"
    mark = bool(told) and told[0].lower_ == "that" and told[0].tag_ != "DT"
    leads = told and (mark or (then and told[0].tag_ != "IN"))
    if not when or not leads or told[0].i != when[-1].i + 1:
        return link
    if len(when) == len(first):
        return replace(link, contents=link.contents[1:])
    whole = page.cover(Span(told[0].idx, link.contents[0].span.end), CONTENT)
    return replace(link, contents=(whole, *link.contents[1:]))


def _past_is(link: Link, page: Page) -> Link:
    """ "What he forgot to say | is | that it leaks"."""
    content = link.contents[0].span
    words = page.tokens(content)
    if len(words) < 2 or words[0].lemma_ != "be" or words[1].lower_ != "that":
        return link
    told = page.cover(Span(words[1].idx, content.end), CONTENT)
    return replace(link, contents=(told, *link.contents[1:]))


def _past_manner(link: Link, page: Page) -> Link:
    """ "Which, she says with | some satisfaction, | has been shut": how she says it is in no content."""
    words = page.tokens(link.cue.span) if link.cue is not None else []
    last = words[-1] if words and words[-1].lower_ == "with" else None
    noun = verbs.governed(last)
    if noun is None or noun.right_edge.i + 2 >= len(page.doc) or noun.right_edge.nbor(1).text != ",":
        return link
    behind = noun.right_edge.nbor(2)
    if behind.pos_ not in ("AUX", "VERB"):
        return link  # "agreed with the tax, the board and all"
    made = tuple(
        page.cover(Span(behind.idx, c.span.end), CONTENT)
        if c.span.start == noun.left_edge.idx and behind.idx < c.span.end and not page.quotes(c.span)
        else c
        for c in link.contents
    )
    return replace(link, contents=made)


def _past_adverb(content: Tagged, link: Link, page: Page) -> Tagged:
    """ "The authors note | drily, | “it was late”", "he said | only: | “No.”": nor is the adverb."""
    tokens = page.tokens(content.span)[:3]
    if link.cue is None or len(tokens) < 3 or tokens[0].tag_ != "RB" or tokens[1].text not in (",", ":"):
        return content
    start, beside = tokens[2].idx, 0 <= content.span.start - link.cue.span.end <= 1
    quoted = any(q.span.start == start for q in page.quotes(content.span))
    return page.cover(Span(start, content.span.end), CONTENT) if beside and quoted else content


def _past_colon(link: Link, page: Page) -> Link:
    """ "It is open whether they will: | a bill, its sponsors say, | has failed": what stands before the colon is the writer's.

    So is the "it differently" of "he tells it differently: | they left".
    """
    if link.cue is None:
        return link
    cue = link.cue.span
    first = page.tokens(link.contents[0].span)
    colon = next(
        (t for t in first[1:-1] if t.text == ":" and not page.quotes(Span(first[0].idx, t.idx))), None
    )
    if colon is not None and (_so_told(first, colon) or _leads_in(first, colon, link)):
        told = spans.trim(page.text, Span(colon.idx, link.contents[0].span.end), spans.EDGE, spans.EDGE)
        return replace(link, contents=(page.cover(told, CONTENT), *link.contents[1:]))

    def apart(content: Tagged) -> bool:
        closed = page.text[content.span.start : content.span.end + 1].rstrip().endswith(":")
        return closed and content.span.end < cue.start and not page.quotes(content.span)

    kept = tuple(c for c in link.contents if not apart(c))
    return replace(link, contents=kept or link.contents)


def _so_told(words: "list[Token]", colon: "Token") -> bool:
    """The "it more bluntly" of "puts it more bluntly: | “It is dead.”"."""
    before = [t for t in words if t.i < colon.i]
    return before[0].lower_ == "it" and all(t.tag_.startswith("RB") for t in before[1:])


def _leads_in(words: "list[Token]", colon: "Token", link: Link) -> bool:
    """ "Here is where we stand: | the road is shut, the council says, | and the ferry is off": the writer leads that in."""
    between = (
        link.cue is not None
        and link.contents[0].span.end <= link.cue.span.start < link.contents[-1].span.start
    )
    before, behind = ([t for t in words if (t.i < colon.i) == side] for side in (True, False))
    return between and all(any(verbs.is_finite(t) for t in part) for part in (before, behind))


def _with_determiner(content: Tagged, link: Link, page: Page) -> Tagged:
    """ "Adler told her | the | pump was dry": the article belongs to the noun after it, as "to" to its verb, and as "it is not, she says, | against | cars"."""
    tokens, quoted = page.tokens(content.span), page.quotes(content.span)
    if not tokens or tokens[0].i == 0 or tokens[0].idx != content.span.start:
        return content
    before = page.doc[tokens[0].i - 1]
    last = tokens[-1]
    if last.tag_ == "POS" and last.i + 1 < len(page.doc) and last.nbor(1).is_quote:
        title = page.quoting(last.nbor(1))  # "a line in Roth's | "Atlas""
        if title and title[0].span.start > last.idx:
            return page.cover(Span(content.span.start, title[0].span.end), CONTENT)
    if joints.is_hyphen(before) and quoted and quoted[0].span.end == content.span.end:
        return page.cover(quoted[0].span, CONTENT)  # "told mum-of-| three | “It is stress.”"
    opens = before.is_sent_start is True or (before.i > 0 and before.nbor(-1).text == ",")
    parted = (
        len(link.contents) > 1 and link.cue is not None and not link.cue.span.start < before.idx < link.start
    )
    behind = before.dep_ == "prep" and opens and parted
    over = verbs.governed(before) if behind else before.head
    belongs = (behind or before.tag_ in ("DT", "PRP$", "TO")) and over in tokens
    if not belongs and (first := _whole_noun(tokens[0])) is not None:
        whole = Span(first.idx, content.span.end)
        return content if any(span.overlaps(whole) for span in link.told) else page.cover(whole, CONTENT)
    return page.cover(Span(before.idx, content.span.end), CONTENT) if belongs else content


def _whole_noun(first: "Token") -> "Token | None":
    """The Boeing of "CHICAGO (Wire) – Boeing | supplier Hartwell Aero will pay": with what a line, or a report, begins."""
    whole = first.head if first.dep_ == "compound" and first.head.dep_ in verbs.SUBJECTS else first
    left = whole.left_edge
    opens = left.is_sent_start or (left.i > 0 and left.nbor(-1).text in (*asides.DASHES, "-"))
    beside = all(
        left.i <= t.head.i <= whole.i and t.dep_ in ("compound", "det") for t in left.doc[left.i : first.i]
    )
    return left if left.i < first.i and opens and beside else None


def _without_aside(link: Link, page: Page) -> Link:
    """ "He caught | the mood when he warned | that the museum would fail": only what the cue's verb governs is said."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None or len(link.contents) != 2:
        return link
    first, second = (page.tokens(c.span) for c in link.contents)
    if not first or not second or not first[-1].i < verb.i < second[0].i:
        return link
    governed = next((t for t in second if t.head == verb and t.dep_ in ("ccomp", "dobj", "xcomp")), None)
    own = governed is not None and any(c.dep_ in verbs.SUBJECTS and c in second for c in governed.children)
    tops = [t for t in first if t.head not in first]
    bound = any(t.head in (verb, governed) or verb.head in first or t in verb.ancestors for t in tops)
    quoted = page.quotes(link.contents[0].span)
    if not own or bound or quoted:
        return link
    return replace(link, contents=link.contents[1:])


def _without_work(link: Link, page: Page) -> Link:
    """ "It was “cold”, she wrote in her memoir, | “Tough Seas.”": that is where she wrote it."""
    kept = tuple(c for c in link.contents if c is link.contents[0] or not _is_work(c, page))
    return replace(link, contents=kept)


def _is_work(content: Tagged, page: Page) -> bool:
    words = [t for t in page.tokens(content.span) if not t.is_punct and not t.is_quote]
    first = page.tokens(content.span)[0].i if words else 0
    if first < 2 or page.doc[first - 1].text != "," or not page.quotes(content.span):
        return False
    noun = page.doc[first - 2]
    capitals = all(t.text[0].isupper() for t in words if len(t) > 3)
    return capitals and noun.pos_ == "NOUN" and noun.lemma_.lower() in page.lexicon.nouns[Kind.DOCUMENT]


def _to_next_verb(link: Link, page: Page) -> Link:
    """ "Calls it “beneath comment”, | and then comments": what else the speaker does is not said."""
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    if verb is None or last.start < verb.idx or not page.quotes(last):
        return link
    edge = page.quotes(last)[-1].span.end
    tail = page.tokens(Span(edge, last.end)) if edge < last.end else []
    own = [t for t in tail if t.head == verb]
    other = next((t for t in own if (t.dep_, t.tag_) in (("conj", verb.tag_), ("advcl", "VBG"))), None)
    if other is None or verbs.subject(other) is not None:
        return link
    return asides.until(link, edge, page)


def _to_circumstance(link: Link, page: Page) -> Link:
    """ "Accused the school of bias | after he was turned down": when it was done is no part of what was said."""
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    mark = verbs.circumstance(verb, page.lexicon) if verb is not None else None
    if mark is None or not last.start < mark.idx < last.end or page.quotes(Span(mark.idx, last.end)):
        return link
    return asides.until(link, verbs.stretch(page.tokens(last)[0], mark.nbor(-1)).end, page)


def _of_noun(link: Link, page: Page) -> Link:
    """ "The mayor’s claim that it is dry | is false": what is made of the claim is the writer's."""
    last = next(iter(page.tokens(link.cue.span)[-1:]), None) if link.cue is not None else None
    content = link.contents[0].span
    if last is not None and last.tag_ == "VBG" and last.dep_ == "acl":
        last = last.head  # "a claim going round that it is dry"
    if last is None or last.pos_ != "NOUN" or len(link.contents) > 1:
        return link
    first = next(iter(page.tokens(content)), None)
    clause = next((c for c in last.rights if c.dep_ in ("acl", "ccomp") and c.left_edge == first), None)
    if clause is None or last.dep_ not in verbs.SUBJECTS or last.head.idx > content.end:
        return link
    end = clause.right_edge.idx + len(clause.right_edge)
    if end >= content.end or page.quotes(Span(content.start, end)):
        return link
    return replace(link, contents=(page.cover(Span(content.start, end), CONTENT),))


def _of_participle(link: Link, page: Page) -> Link:
    """ "A petition demanding that he go | had 11,000 names": what is told of the petition is the writer's.

    So is what is told of "a book, in which she argued that trees grieve, | was mocked", and of "calling him a fool | is rude".
    """
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    if verb is None:
        return link
    if verb.dep_ == "csubj" and verb.tag_ == "VBG" and last.start < verb.head.idx < last.end:
        helpers = [c.idx for c in verb.head.lefts if c.i > verb.i and c.dep_ in ("aux", "auxpass", "neg")]
        own = spans.trim(page.text, Span(last.start, min([verb.head.idx, *helpers])), "", " ")
        return asides.until(link, own.end, page)
    if verb.dep_ != "relcl" and (verb.tag_ != "VBG" or verb.dep_ != "acl"):
        return link
    noun, edge = verb.head, verb.right_edge
    end = edge.idx + len(edge)
    whole = all(q.span.end <= end for q in page.quotes(last))
    told = whole and noun.dep_ in verbs.SUBJECTS and last.start < end <= noun.head.idx < last.end
    return asides.until(link, end, page) if told else link


def _to_semicolon(link: Link, page: Page) -> Link:
    """ "She was misquoted, says her office; | they stand by it": what governs the cue is no content of it."""
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    tokens = page.tokens(last)
    first, cue = link.contents[0].span, link.cue.span if link.cue is not None else last
    if first.end <= cue.start < cue.end <= last.start and page.text[cue.end : last.start].strip()[:1] == ";":
        return replace(link, contents=link.contents[:-1])  # "300 came, they said; | the town put it at 120"
    stop = next((t for t in tokens if t.text == ";"), None)
    if verb is None or stop is None or page.quotes(last):
        return link
    over = any(t.i > stop.i and t in tokens and t.tag_ in verbs.FINITE for t in verb.ancestors)
    # "Dull outlook; | it will close, according to a poll"
    if over and last.end <= verb.idx and not tokens[-1].is_space:
        begin = next(t for t in tokens if t.i > stop.i and not t.is_space)
        told = page.cover(Span(begin.idx, last.end), CONTENT)
        return replace(link, contents=(*link.contents[:-1], told))
    return asides.until(link, stop.idx, page) if over else link


def _to_now(link: Link, page: Page) -> Link:
    """ "Warned that a slide was likely, | and a bridge has collapsed": another tense than the told one is the writer's."""
    verb, last = verbs.main(link.cue, page.doc), link.contents[-1].span
    if verb is None or verb.tag_ != "VBD":
        return link
    told = [c for c in verb.rights if c.dep_ == "ccomp"]
    if len(told) != 1 or page.quotes(last) or not verbs.is_past(told[0]):
        return link
    other = next((c for v in (told[0], verb) for c in v.rights if c.dep_ == "conj" and c.i > told[0].i), None)
    subject = verbs.subject(other) if other is not None else None
    joint = page.doc[subject.left_edge.i - 1] if subject is not None else None
    if other is None or joint is None or joint.lower_ not in ("and", "but") or not verbs.is_present(other):
        return link
    comma = page.doc[joint.i - 1]
    apart = comma.text == "," and last.start < comma.idx < last.end
    return asides.until(link, comma.idx, page) if apart else link


def _without_stop(link: Link, page: Page) -> Link:
    """ "She said that Kraus had lied|.", "if it is true|,| he said, | it is bad": outside of marks these are the sentence's."""
    return replace(link, contents=tuple(_to_last_word(c, page) for c in link.contents))


def _to_last_word(content: Tagged, page: Page) -> Tagged:
    start, end = content.span
    stop = next(iter(page.tokens(content.span)[-1:]), None)
    if stop is None or stop.text not in tails.STOPS or stop.idx == start or page.quotes(Span(stop.idx, end)):
        return content
    return page.cover(Span(start, page.doc[stop.i - 1].idx + len(page.doc[stop.i - 1])), CONTENT)


def _in_relative_clause(link: Link, page: Page) -> Link:
    """In "neighbours who said the lights went out, have moved away" the content ends with the clause of "who"."""
    last = link.contents[-1]
    if link.source is None or link.cue is None or page.quotes(last.span):
        return link
    words = page.tokens(link.source.span)
    if len(words) != 1 or words[0].tag_ not in ("WP", "WDT") or words[0].head.dep_ != "relcl":
        return link
    edge = words[0].head.right_edge
    end = edge.idx + len(edge)
    if not last.span.start < end < last.span.end or edge.i < _last_token(link.cue, page.doc):
        return link
    if edge.tag_ == "CC" or [t.lower_ for t in page.doc[edge.i + 1 : edge.i + 3]] == ["as", "well"]:
        return link  # "who lost pills, papers and, | in one case, a van"; "accused Japan | as well as others"
    return asides.until(link, end, page)


def _last_token(cue: Tagged, doc: "Doc") -> int:
    """The place of the last token of a cue."""
    tokens = nlp.tokens_in(doc, cue.span)
    return tokens[-1].i if tokens else 0
