"""Who of several speaks: what the tagger marked badly, mended by the parse."""

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import beside, cueing, dashes, ends, freed, owned, signatures, spans, subjects, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADING = 80
"""Characters at the head of a content in which its document may be named."""


def mend(
    link: Link,
    page: Page,
) -> Link:
    """The link with its own cue and source."""
    signed = signatures.signed(link, page)
    if signed is not None:
        return signed
    link = dashes.mend(link, page)
    link = cueing.of_clause(cueing.before_answer(link, page), page)
    link = cueing.without_name(cueing.within_source(link, page), page)
    link = subjects.with_clause(freed.of_second(freed.of_quoted(link, page), page), page)
    link = cueing.behind_clause(cueing.before_question(link, page), page)
    link = cueing.behind_contact(link, page)
    link = beside.mend(link, page)
    link = _after_deed(cueing.own(cueing.whole(link, page), page), page)
    source = link.source
    if (
        source is not None
        and link.cue is None
        and (signatures.in_byline(source, page) or _is_below(link, source, page))
    ):
        source = None
    if source is not None and _is_of_before(link, source, page):
        source = None
    source = ends.trim(subjects.own(link, source, page), page)
    link = cueing.before_source(replace(link, source=_before_cue(source, link, page)), page)
    link = _whole_clause(link, page)
    link = _whose(link, page)
    link = cueing.between(_subject_beside(link, page), page)
    return owned.mend(_speaking_document(link, page), page)


def _after_deed(
    link: Link,
    page: Page,
) -> Link:
    """ "She shook her head. “Who would protect me?”": who did something right before a quotation says it.

    Who only laughed or shrugged says it even where somebody else spoke before.
    """
    content = link.contents[0].span
    whole = any(q.span == content and q.closed for q in page.quotes(content))
    at = bisect_left(page.sentences, content.start, key=lambda s: s.start)
    if not whole or not 0 < at < len(page.sentences) or link.cue is not None:
        return link
    before = page.sentences[at - 1]
    if page.sentences[at].start != content.start or "\n" in page.lines[before.start : content.start]:
        return link
    root = next((t for t in page.tokens(before) if t.dep_ == "ROOT" and _is_deed(t)), None)
    who = verbs.subject(root, "nsubj") if root is not None else None
    if root is None or who is None:
        return link
    named = who.ent_type_ == "PERSON"
    gesture = root.lemma_.lower() in page.lexicon.gestures
    speaks = gesture and _is_somebody(who, page.lexicon)
    alone = link.source is None and link.after is None
    speaks = speaks or (root.lemma_ in ("come", "arrive") and who.lower_ in page.lexicon.replies)
    speaks = speaks or (_reacts(root, page.lexicon) and _is_somebody(who, page.lexicon))
    if not (speaks or (alone and (named or who.lower_ in ("he", "she")))):
        return link
    if page.quoting(who):
        return link
    span = Span(who.left_edge.idx, verbs.last(who).idx + len(verbs.last(who)))
    return replace(link, source=page.cover(span, SOURCE), after=None)


def _reacts(root: "Token", lexicon: Lexicon) -> bool:
    """ "Her mother disagreed", "his rival was less sure": it says how somebody takes what was said, and then come the words."""
    felt = (c for c in root.rights if c.dep_ == "acomp")
    return root.lemma_.lower() in lexicon.reacting or any(c.lower_ in lexicon.attitudes for c in felt)


def _is_somebody(who: "Token", lexicon: Lexicon) -> bool:
    """ "Moor", "her mother"."""
    return who.ent_type_ == "PERSON" or who.tag_ == "NNP" or who.lower_ in lexicon.speaking_roles


def _is_deed(root: "Token") -> bool:
    """ "He hung up", "he was coy"."""
    return root.pos_ == "VERB" or any(c.dep_ == "acomp" for c in root.rights)


def _is_below(link: Link, source: Tagged, page: Page) -> bool:
    """ "Mayor to quit after ‘worst week’ | In a recording, a man says": who speaks in the next paragraph is no source of the headline."""
    told = page.sentence(link.contents[-1].span)
    return "\n" in page.lines[told.end : source.span.start] and source.span.start > told.end


def _is_of_before(link: Link, source: Tagged, page: Page) -> bool:
    """ "Modern scholars doubt it. | Estimates of | the dead range widely": not the scholars' estimates, as far as the text tells."""
    cue = page.tokens(link.cue.span) if link.cue is not None else []
    alone = bool(cue) and not any(t.pos_ in ("VERB", "AUX", "PRON") or t.tag_ == "PRP$" for t in cue)
    nouns = alone and any(t.pos_ == "NOUN" for t in cue)
    return nouns and source.span.end <= cue[0].sent.start_char and not page.quotes(link.contents[0].span)


def _before_cue(source: Tagged | None, link: Link, page: Page) -> Tagged | None:
    """ "Museum | admits star fossil": the source ends where its cue begins."""
    if source is None or link.cue is None or not source.span.start < link.cue.span.start < source.span.end:
        return source
    first = next(iter(page.tokens(link.cue.span)), None)
    if first is None or first.pos_ == "NOUN" or not first.i or not first.nbor(-1).whitespace_:
        return source  # "another | critic | of the deal"
    own = spans.trim(page.text, Span(source.span.start, link.cue.span.start), spans.EDGE, spans.EDGE)
    return page.cover(own, SOURCE) if own.length else source


def _subject_beside(link: Link, page: Page) -> Link:
    """ "Pictures of the site | appear | to show a crane", "the force | claimed | to have", "a petition | demanding | that": the first piece speaks."""
    verb = verbs.main(link.cue, page.doc)
    if verb is None or len(link.contents) < 2 or verbs.passive(verb):
        return link
    asks = verb.tag_ == "VBG" and verb.dep_ == "acl"
    subject = verb.head if asks else verbs.subject(verb, "nsubj")
    first = link.contents[0]
    if subject is None or not first.span.start <= subject.idx < first.span.end <= verb.idx:
        return link
    paper = bool({subject.lower_, subject.lemma_.lower()} & page.lexicon.nouns[Kind.DOCUMENT])
    seems = verb.lemma_.lower() in page.lexicon.seeming
    whole = verbs.span(subject) if subject.head == verb else verbs.stretch(subject.left_edge, subject)
    says = link.source is None and verbs.speaks(verb, page.lexicon) and whole == first.span
    if not (paper if seems else says):
        return link
    return replace(link, source=page.cover(first.span, SOURCE), contents=link.contents[1:])


def _whole_clause(link: Link, page: Page) -> Link:
    """ "Specialists who examined | the log at our request": the clause of "who" is cut nowhere, or where a cue or content begins."""
    if link.source is None:
        return link
    span = link.source.span
    words = page.tokens(span)
    who = next(
        (t for t in words[1:] if t.tag_ in verbs.RELATIVE and t.dep_ in ("nsubj", "nsubjpass", "poss")),
        None,
    )
    clause = next((v for v in who.ancestors if v.dep_ == "relcl"), None) if who is not None else None
    if who is None or clause is None:
        return link
    begun = any(t == who.head or t.head == who.head for t in words if t.i > who.i)  # "who didn’t | want"
    if who.dep_ == "nsubj" and not begun:
        return link
    stops = (t.i for t in page.doc[who.i : clause.right_edge.i + 1] if t.text in (":", ";"))
    edge = page.doc[next(stops, clause.right_edge.i + 1) - 1]
    whole = spans.trim(page.text, Span(span.start, edge.idx + len(edge)), "", spans.EDGE)
    told = [t.span.start for t in (*link.contents, link.cue) if t is not None and t.span.start >= span.end]
    if not span.end < whole.end <= min(told, default=whole.end):
        return link
    return replace(link, source=page.cover(whole, SOURCE))


def _whose(link: Link, page: Page) -> Link:
    """ "Disputed by the ministry, whose spokeswoman, Hala Qasim, called it a lie": each of the two verbs has its own."""
    words = page.tokens(link.source.span) if link.source is not None else []
    whose = next((t for t in words[1:] if t.tag_ == "WP$"), None)
    verb = verbs.main(link.cue, page.doc)
    if whose is None or verb is None or page.doc[whose.i - 1].text != ",":
        return link
    span = Span(words[0].idx, page.doc[whose.i - 2].idx + len(page.doc[whose.i - 2]))
    if verbs.subject(verb) == whose.head:
        span = Span(whose.idx, words[-1].idx + len(words[-1]))
    elif verb.i > whose.i or any(t.pos_ in ("VERB", "AUX") for t in words if t.i > whose.i):
        return link  # "said the cook, whose name the Echo knows"
    return replace(link, source=page.cover(span, SOURCE))


def _speaking_document(link: Link, page: Page) -> Link:
    """In "released a report alleging" the report speaks, not who released it."""
    if link.cue is None or link.source is None:
        return link
    first = link.contents[0]
    heading = Span(link.cue.span.start, min(first.span.start + HEADING, first.span.end))
    for verb in page.tokens(heading):
        noun = _noun_before(verb, page)
        begin = _document_begin(page, verb, noun)
        if begin is None or link.source.span.holds(Span(noun.idx, noun.idx + len(noun))):
            continue
        contents = link.contents
        if verb.idx >= first.span.start:
            # "said the polls showing her behind are wrong"
            about = noun.dep_ in verbs.SUBJECTS and noun.head.i > verb.i
            if not verbs.speaks(verb, page.lexicon) or begin.idx > first.span.start or about:
                continue
            contents = _behind(verb, link.contents, page)
            if not contents:
                continue
        received = noun.dep_ == "dobj" and noun.head.lemma_ in page.lexicon.receiving
        end = page.doc[verb.i - 1] if received or (noun.dep_ == "dobj" and verb.dep_ == "acl") else noun
        document = page.cover(Span(begin.idx, end.idx + len(end)), SOURCE)
        cue = page.cover(Span(verb.idx, verb.idx + len(verb)), CUE)
        # not Quill in "a tweet claiming it was late, which Quill denies"
        issued = not received and link.source.span.start < contents[-1].span.end
        return replace(
            link, source=document, issuer=link.source if issued else None, cue=cue, contents=contents
        )
    return link


def _behind(verb: "Token", contents: tuple[Tagged, ...], page: Page) -> tuple[Tagged, ...]:
    """What stands behind a verb that the first content holds; nothing where that content ends the text."""
    first, rest = contents[0].span, contents[1:]
    if verb.i + 1 >= len(page.doc) or page.doc[verb.i + 1].idx >= first.end:
        return rest
    return (page.cover(Span(page.doc[verb.i + 1].idx, first.end), CONTENT), *rest)


def _noun_before(verb: "Token", page: Page) -> "Token":
    """ "A report | alleging", "signed a letter to the council this month | asking": what may speak in a participle's place."""
    noun = verb.doc[verb.i - 1] if verb.i else verb
    described = _described(verb, page)
    objects = [c for c in verb.head.rights if c.dep_ == "dobj" and c.i < verb.i]
    if described is not None:
        return described
    if objects and verb.head.lemma_ in page.lexicon.receiving:
        return objects[0]
    if noun.pos_ == "NOUN" and noun.ent_type_ not in ("DATE", "TIME"):
        return noun
    thing = objects[0] if objects and verb.dep_ == "advcl" else noun
    apart = any(t.text in (",", ";") for t in verb.doc[thing.i : verb.i])
    return noun if apart else thing


def _described(verb: "Token", page: Page) -> "Token | None":
    """ "Received a letter from the head of the firm | asking": the object that a participle describes, whatever stands between."""
    noun, documents = verb.head, page.lexicon.nouns[Kind.DOCUMENT]
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.lemma_.lower() not in documents:
        noun = noun.head.head
    found = verb.dep_ == "acl" and noun.dep_ == "dobj" and "," not in verb.doc[noun.i : verb.i].text
    return noun if found else None


def _document_begin(page: Page, verb: "Token", noun: "Token") -> "Token | None":
    """The first word of "a classified report" before "alleging"; None where no document speaks."""
    if (
        verb.tag_ != "VBG"
        or noun.pos_ != "NOUN"
        or noun.lemma_.lower() not in page.lexicon.nouns[Kind.DOCUMENT]
    ):
        return None
    begin = noun.i
    while (
        begin and page.doc[begin - 1].pos_ in ("DET", "ADJ", "NOUN") and page.doc[begin - 1].sent == noun.sent
    ):
        begin -= 1
    return page.doc[begin]
