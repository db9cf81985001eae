"""Who of several speaks, and where a source begins and ends: what the tagger marked badly, mended by the parse."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import beside, nlp, quotes, spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.quotes import Quotation
from mediakit.analysis.sources import REFLEXIVE
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE, Reading
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SIGNATURE = re.compile(
    r"\s{0,3}[―—–][ \u00a0]*((?:[^\W\d_a-z][\w.’'-]*[ \u00a0]+){0,4}[^\W\d_a-z][\w.’'-]*?)[ \u00a0]*(?:\(@\w+\)[^\n]*|,[^\n“”]{3,60})?\.?[ \u00a0]*(?=\n|\Z)"
)
BYLINE = re.compile(r"\W*(?:[A-Z]\w+ (?:and \w+ )?)?[Bb][Yy] ")
HEADING = 80
"""Characters at the head of a content in which its document may be named."""
AGENT = 3
"""Words behind a passive verb in which its agent begins; a later "by" belongs to what was told."""
DASHES = ",;:–—-"
NEAR_HEAD = 3
"""So many words before its noun a source can have been cut."""
RELATIVE = re.compile(
    r"(?<=\S)(?<!\bof)[\s,;:(–—-]+\b(?:\w+ of (?:whom|which)|who|which|that|whose)[\s,;:(–—-]*$"
)


def mend(
    link: Link,
    doc: "Doc",
    lexicon: Lexicon,
    sentences: tuple[Span, ...],
    quotations: tuple[Quotation, ...],
    reading: Reading,
) -> Link:
    """The link with its own cue and source."""
    signed = _signed(link, doc, quotations, reading)
    if signed is not None:
        return signed
    link = beside.mend(link, doc, lexicon, sentences, quotations, reading)
    source = _in_line(link.source, nlp.lines(doc), sentences, reading)
    if source is not None and link.cue is None and _in_byline(source, nlp.text(doc), sentences):
        source = None
    source = _own_subject(link, source, doc, lexicon, sentences, reading)
    link = replace(link, source=_trim_source(source, doc, lexicon, reading))
    link = _whole_clause(link, doc, reading)
    link = _subject_beside(link, doc, lexicon, reading)
    return _speaking_document(link, doc, lexicon, reading)


def _signed(link: Link, doc: "Doc", quotations: tuple[Quotation, ...], reading: Reading) -> Link | None:
    """ "“I am ashamed.” ― Pamela Padilla": the name behind the dash, up to the end of the line, signs the quotation."""
    content = link.contents[-1].span
    quoted = next((q for q in quotes.touching(quotations, content) if q.span.end >= content.end), None)
    match = SIGNATURE.match(nlp.lines(doc), quoted.span.end) if quoted is not None else None
    if match is None:
        return None
    return replace(link, source=spans.cover(reading, Span(*match.span(1)), SOURCE), cue=None, after=None)


def _in_line(
    source: Tagged | None, text: str, sentences: tuple[Span, ...], reading: Reading
) -> Tagged | None:
    """A source ends where a line break ends a sentence; the tagger does not see lines."""
    if source is None or "\n" not in text[slice(*source.span)]:
        return source
    last = touching(sentences, source.span)[-1]
    start = max(source.span.start, last.start)
    crosses = "\n" in text[source.span.start : start]
    return spans.cover(reading, Span(start, source.span.end), SOURCE) if crosses else source


def _in_byline(source: Tagged, text: str, sentences: tuple[Span, ...]) -> bool:
    """ "Words by Ann Stone", "By our correspondent": who wrote the text has not spoken in it."""
    home = next(iter(touching(sentences, source.span)), source.span)
    return BYLINE.fullmatch(text[home.start : source.span.start]) is not None


def _subject_beside(link: Link, doc: "Doc", lexicon: Lexicon, reading: Reading) -> Link:
    """ "Pictures of the site | appear | to show a crane": the first piece is no content, the pictures speak."""
    verb = verbs.main(link.cue, doc)
    if (
        verb is None
        or len(link.contents) < 2
        or verbs.passive(verb)
        or verb.lemma_.lower() not in lexicon.seeming
    ):
        return link
    subject = verbs.subject(verb, "nsubj")
    first = link.contents[0]
    if subject is None or not first.span.start <= subject.idx < first.span.end <= verb.idx:
        return link
    if not {subject.lower_, subject.lemma_.lower()} & lexicon.nouns[Kind.DOCUMENT]:
        return link
    return replace(link, source=spans.cover(reading, first.span, SOURCE), contents=link.contents[1:])


def _trim_source(source: Tagged | None, doc: "Doc", lexicon: Lexicon, reading: Reading) -> Tagged | None:
    """Without marks at its ends and the relative word at its end: "a former officer, who"."""
    if source is None:
        return None
    start = source.span.start
    dateline = spans.DATELINE.match(nlp.text(doc), start, source.span.end)
    if dateline is not None:
        start = dateline.end()
    while start < source.span.end and nlp.text(doc)[start] in spans.EDGE:
        start += 1
    tokens = nlp.tokens_in(doc, Span(start, source.span.end))
    if len(tokens) > 1 and tokens[0].lower_ in lexicon.times and tokens[1].pos_ in ("PROPN", "DET"):
        start = tokens[1].idx
    if len(tokens) > 1 and (tokens[0].lower_ == "by" or tokens[0].tag_ == "WDT"):
        start = tokens[1].idx
    text = nlp.text(doc)[start : source.span.end]
    text = re.sub(
        r"(\bwho\b[^:;]+)[:;].*", r"\1", text, flags=re.DOTALL
    )  # "Bauer, who chairs it: | without money"
    text = re.sub(r"(?<=\S)[\s,;:(–—-]+$", "", RELATIVE.sub("", text))
    if not text:
        return None
    end = start + len(text)
    kept = nlp.tokens_in(doc, Span(start, end))
    while len(kept) > 2 and kept[-1].tag_ in ("IN", "RB", "WRB", "CC", "TO") and kept[-1].dep_ != "prt":
        kept = kept[:-1]  # "an officer, who agreed to speak | only if"
    if len(kept) > 2 and kept[-2].text == "," and kept[-1].tag_ == "VBN":
        kept = kept[:-2]  # "the owner, reached | by phone"
    if len(kept) > 1 and kept[-1].lower_.endswith(REFLEXIVE):
        kept = kept[:-1]  # "the ministry itself"
    kept = _without_time(kept)
    last = kept[-1]
    end = last.idx + len(last)
    if last.tag_ == "DT" and last.head.i == last.i + 1 and last.i > tokens[0].i:
        end = last.head.idx + len(last.head)  # "one mother at the | gate"
    return spans.cover(reading, _whole_name(doc, kept, lexicon, Span(start, end)), SOURCE)


def _whole_name(doc: "Doc", kept: "list[Token]", lexicon: Lexicon, span: Span) -> Span:
    """ "Our reporter Tom | Ashby", "the late, | great Jane Jacobs": what is cut off belongs to the source."""
    first, last = kept[0], kept[-1]
    if last.lower_ in lexicon.first_names and last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I":
        last = doc[last.i + 1]
    cut = last.dep_ == "det" or (last.dep_ == "compound" and last.head.ent_type_ == "PERSON")
    if cut and 0 < last.head.i - last.i <= NEAR_HEAD:  # "A | statement", "Reader | Sue"
        last = last.head
    head = next((t for t in kept if t.pos_ in ("NOUN", "PROPN") and t.head not in kept), first)
    described = doc[head.left_edge.i : first.i]
    if 0 < len(described) < 5 and all(t.pos_ in ("DET", "ADJ", "ADV") or t.text == "," for t in described):
        first = described[0] if described[0].text != "," else first
    whole = Span(min(span.start, first.idx), max(span.end, last.idx + len(last)))
    return spans.trim(nlp.text(doc), whole, "", DASHES)


def _whole_clause(link: Link, doc: "Doc", reading: Reading) -> Link:
    """ "Specialists who examined | the log at our request": the clause of "who" is cut nowhere, or where a cue or content begins."""
    if link.source is None:
        return link
    span = link.source.span
    words = nlp.tokens_in(doc, span)
    who = next((t for t in words[1:] if t.tag_ in ("WP", "WDT", "WP$") and t.dep_ in ("nsubj", "poss")), None)
    clause = next((v for v in who.ancestors if v.dep_ == "relcl"), None) if who is not None else None
    if who is None or clause is None or (who.dep_ == "nsubj" and who.head not in words):
        return link
    stops = (t.i for t in doc[who.i : clause.right_edge.i + 1] if t.text in (":", ";"))
    edge = doc[next(stops, clause.right_edge.i + 1) - 1]
    whole = spans.trim(nlp.text(doc), Span(span.start, edge.idx + len(edge)), "", spans.EDGE)
    told = [t.span.start for t in (*link.contents, link.cue) if t is not None and t.span.start >= span.end]
    if not span.end < whole.end <= min(told, default=whole.end):
        return link
    return replace(link, source=spans.cover(reading, whole, SOURCE))


def _own_subject(
    link: Link,
    source: Tagged | None,
    doc: "Doc",
    lexicon: Lexicon,
    sentences: tuple[Span, ...],
    reading: Reading,
) -> Tagged | None:
    """The subject of the cue's own verb, where the tagger went to another sentence, another verb or nowhere: "said a parent"."""
    verb = verbs.main(link.cue, doc)
    if verb is not None and (quoted := _quoted_as(verb)) is not None:
        return spans.cover(reading, Span(quoted.left_edge.idx, quoted.idx + len(quoted)), SOURCE)
    if link.cue is not None and verb is None:
        return beside.before_colon(link.cue, source, doc, sentences, reading)
    if link.cue is None or verb is None:
        return source
    while (
        verb.dep_ == "xcomp" and verb.head.i < verb.i and link.cue.span.holds(Span(verb.head.idx, verb.idx))
    ):
        verb = verb.head  # "he liked to say"
    home = next(iter(touching(sentences, Span(verb.idx, verb.idx + 1))), None)
    if verbs.passive(verb):
        if source is None or home is None or not home.overlaps(source.span):
            return None
        return None if _is_told(verb, source, lexicon) else source
    if verbs.hears(verb, lexicon):
        return None
    relative = _relative(verb, lexicon)
    if relative is not None and verb.dep_ == "relcl" and source is not None:
        described = (verb.head.idx, relative.idx)
        if not any(source.span.start <= at < source.span.end for at in described):
            return spans.cover(reading, Span(relative.idx, relative.idx + len(relative)), SOURCE)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")), None)
    if subject is None and verb.tag_ == "VBG" and verb.dep_ == "advcl" and source is not None:
        behind = (
            source.span.start >= link.contents[-1].span.end
        )  # "adding that it rose, figures | from the office | show"
        subject = verbs.subject(verb.sent.root, "nsubj") if behind else None
        source = source if subject is None else None
    if (
        subject is None and verb.dep_ == "conj"
    ):  # "a letter, which the mayor has seen, warns of it and recommends"
        away = source is not None and home is not None and not home.overlaps(source.span)
        subject = verbs.subject(verb.head, "nsubj") if away or _in_relative(source, doc) else None
    if home is None or subject is None:
        return source
    own = source is not None and home.overlaps(source.span) and not _has_own_verb(source, verb, subject, doc)
    if own and source is not None and not _in_clause_of(source, subject, doc):
        return source
    describing = [
        c
        for c in subject.children
        if c.dep_ in ("relcl", "appos", "acl", "punct")
        and c.i > subject.i
        and not (c.dep_ == "appos" and c.left_edge.i == subject.i + 1)  # "rail operator NorthLine"
    ]
    last = doc[min((c.left_edge.i - 1 for c in describing), default=subject.right_edge.i)]
    span = Span(subject.left_edge.idx, last.idx + len(last))
    free = home.holds(span) and not any(span.overlaps(c.span) for c in link.contents)
    return spans.cover(reading, span, SOURCE) if free else source


def _relative(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """The "who" before a verb, or the "that" of "a letter that told her she was dead"."""
    word = verbs.subject(verb, "nsubj")
    if word is None or word.tag_ not in ("WP", "WDT"):
        return None
    return word if word.lower_ == "who" or verb.head.lemma_.lower() in lexicon.nouns[Kind.DOCUMENT] else None


def _in_relative(source: Tagged | None, doc: "Doc") -> bool:
    """Is the source the subject of a clause with "which" or "who"?"""
    words = nlp.tokens_in(doc, source.span) if source is not None else []
    return any(t.dep_ == "nsubj" and t.head.dep_ == "relcl" and t.tag_ not in ("WP", "WDT") for t in words)


def _has_own_verb(source: Tagged, verb: "Token", subject: "Token", doc: "Doc") -> bool:
    """In "Russia backs the army, and the West supports the rebels" Russia is the subject of another verb, and the West of this."""
    words = nlp.tokens_in(doc, source.span)
    if source.span.start <= subject.idx < source.span.end or subject.i > verb.i:
        return False
    if any(t.dep_ == "pobj" and t.head.head.dep_ == "acl" and t.head.head.head == subject for t in words):
        return True  # "a manifest seen by two agencies lists", "figures released under the law show"
    return any(t.dep_ == "nsubj" and t.head != verb for t in words)


def _in_clause_of(source: Tagged, subject: "Token", doc: "Doc") -> bool:
    """In "one of them, who gives only a nickname, Petrel, says" Petrel stands in the clause of "who", and one of them speaks."""
    words = nlp.tokens_in(doc, source.span)
    clause = next((c for c in subject.subtree if c.dep_ == "relcl"), None)
    if clause is None or any(t.i <= subject.i or t.pos_ == "PRON" for t in words):
        return False
    return all(clause.left_edge.i < t.i <= clause.right_edge.i for t in words)


def _without_time(tokens: "list[Token]") -> "list[Token]":
    """ "The audit office | this month", "Basil Thorne | in 1998"."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].ent_type_ in ("DATE", "TIME") and tokens[end - 1].dep_ != "nsubj":
        end -= 1
    if end < len(tokens) and end > 1 and tokens[end - 1].tag_ == "IN":
        end -= 1
    whole = tokens[end - 1].pos_ in ("NOUN", "PROPN") and not any(
        t.text == "," or t.pos_ == "VERB" for t in tokens[end:]
    )
    return tokens[:end] if whole else tokens


def _is_told(verb: "Token", source: Tagged, lexicon: Lexicon) -> bool:
    """ "Moss was told", "Moss is expected to": Moss does not speak, nor does anybody in "it was believed"."""
    holders = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    subjects = (c for v in holders for c in v.children if c.dep_ in ("nsubjpass", "nsubj"))
    subject = next(subjects, None)
    told = verb.lemma_.lower() in lexicon.hearing | lexicon.thought_of
    if not told or subject is None:
        return False
    agent = any(c.lower_ in ("by", "among") and c.i <= verb.i + AGENT for c in verb.children)
    empty = subject.lower_ == "it" or (not agent and verb.lemma_.lower() in lexicon.hearing)
    edge = subject.right_edge
    return empty or Span(subject.left_edge.idx, edge.idx + len(edge)).holds(source.span)


def _quoted_as(verb: "Token") -> "Token | None":
    """Who spoke in "the envoy was quoted as saying": the subject of a passive, for once."""
    outer = verb.head.head
    if verb.tag_ != "VBG" or verb.head.lower_ != "as" or not verbs.passive(outer):
        return None
    return verbs.subject(outer, "nsubjpass")


def _speaking_document(link: Link, doc: "Doc", lexicon: Lexicon, reading: Reading) -> Link:
    """In "released a report alleging" the report speaks, not who released it."""
    if link.cue is None or link.source is None:
        return link
    first = link.contents[0]
    heading = Span(link.cue.span.start, min(first.span.start + HEADING, first.span.end))
    for verb in nlp.tokens_in(doc, heading):
        noun = doc[verb.i - 1] if verb.i else verb
        begin = _document_begin(doc, verb, noun, lexicon)
        if begin is None or link.source.span.holds(Span(noun.idx, noun.idx + len(noun))):
            continue
        contents = link.contents
        if verb.idx >= first.span.start:
            if not verbs.speaks(verb, lexicon) or begin.idx > first.span.start:
                continue
            if verb.i + 1 >= len(doc) or doc[verb.i + 1].idx >= first.span.end:
                continue
            claimed = Span(doc[verb.i + 1].idx, first.span.end)
            contents = (spans.cover(reading, claimed, CONTENT), *link.contents[1:])
        document = spans.cover(reading, Span(begin.idx, noun.idx + len(noun)), SOURCE)
        cue = spans.cover(reading, Span(verb.idx, verb.idx + len(verb)), CUE)
        return replace(link, source=document, issuer=link.source, cue=cue, contents=contents)
    return link


def _document_begin(doc: "Doc", verb: "Token", noun: "Token", lexicon: Lexicon) -> "Token | None":
    """The first word of "a classified report" before "alleging"; None where no document speaks."""
    if verb.tag_ != "VBG" or noun.pos_ != "NOUN" or noun.lemma_.lower() not in lexicon.nouns[Kind.DOCUMENT]:
        return None
    begin = noun.i
    while begin and doc[begin - 1].pos_ in ("DET", "ADJ", "NOUN") and doc[begin - 1].sent == noun.sent:
        begin -= 1
    return doc[begin]
