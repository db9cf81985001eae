"""The verb beside a quotation says who speaks, and so does the name before its colon."""

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import joints, nlp, spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.quotes import Quotation
from mediakit.analysis.tagger import CONTENT, CUE, SOURCE
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HANDLE = re.compile(r"\s+(@\w+)")
NEAR = 40
"""Characters beside a quotation in which its verb may stand."""


def mend(
    link: Link,
    page: Page,
) -> Link:
    """ "A statement spoke of “a great day”", "“Tales,” an officer snapped": the verb beside the marks says who speaks."""
    if link.cue is not None and _is_name(page.tokens(link.cue.span)):
        link = replace(link, cue=None)
    link = _with_handle(_with_name_behind(link, page), page)
    inside = _told_inside(link, page)
    if inside is not None:
        return inside
    content = link.contents[0].span
    quoted = next((q for q in page.quotes(content) if q.closed), None)
    if quoted is None or quoted.span.start != content.start or len(link.contents) > 1:
        return link
    home = touching(page.sentences, content)
    if link.cue is not None and any(s.overlaps(link.cue.span) for s in home):
        return _turned_round(_with_who(link, quoted, page), quoted, page)
    verb = _verb_before(page, quoted) or (
        _verb_behind(page, quoted) if quoted.span.end >= content.end else None
    )
    if verb is None and (told := _was_all(page, quoted)) is not None:
        verb, speaker = told
        first = next((c for c in verb.lefts if c.dep_ == "aux"), verb)
        return _with(link, Span(first.idx, verb.idx + len(verb)), speaker, page)
    if verb is None:
        return _labelled(link, quoted, page)
    subject = _speaker(verb)
    if subject is None or subject.tag_ in ("WDT", "WP") or quoted.span.start <= subject.idx < quoted.span.end:
        return link
    return _told_by(link, verb, subject, quoted, page)


def _with_who(link: Link, quoted: Quotation, page: Page) -> Link:
    """ "She told CNN that she had seen Hale, who promised | “all she needs”": he promises it.

    So does the somebody of "somebody shouted “Shame!” and | somebody else | shouted | that he should sit down".
    """
    verb = _verb_before(page, quoted)
    who = _speaker(verb) if verb is not None else None
    if verb is None or who is None or link.cue is None or verb.tag_ not in verbs.FINITE:
        return link
    behind = page.tokens(Span(quoted.span.end, max(quoted.span.end, min(s.start for s in link.told))))
    another = [t.tag_ for t in behind if not t.is_space] == ["CC"] and who.idx < quoted.span.start
    if not another and (who.lower_ != "who" or link.cue.span.end > who.idx):
        return link
    return _told_by(link, verb, who, quoted, page)


def _turned_round(link: Link, quoted: Quotation, page: Page) -> Link:
    """ "| Moor | was angry. “They were first,” | shrugged | waitress Molly Brand": who stands right behind the verb says it."""
    verb, source = verbs.main(link.cue, page.doc), link.source
    if verb is None or verb.idx < quoted.span.end or page.text[quoted.span.end : verb.idx].strip():
        return link
    home, subject = page.sentence(Span(verb.idx, verb.idx + 1)), verbs.subject(verb)
    own = subject is not None and subject.idx >= quoted.span.end
    near = source is not None and home.overlaps(source.span)
    if source is None or near or verb.lemma_ in page.lexicon.hearing or own:
        return link
    behind = (c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1)
    who = next((c for c in behind if c.pos_ == "PROPN" or _is_last(c)), None)
    return link if who is None else _told_by(link, verb, who, quoted, page)


def _is_last(word: "Token") -> bool:
    """ "“A generation lost,” thundered | one newspaper |."."""
    return all(t.is_punct or t.is_space for t in word.doc[word.right_edge.i + 1 : word.sent.end])


def _is_name(cue: "list[Token]") -> bool:
    """ "Reader Sue from Bude": no cue."""
    after = cue[-1].nbor(1).pos_ if cue and cue[-1].i + 1 < len(cue[-1].doc) else ""
    return after == "ADP" and all(t.ent_type_ == "PERSON" for t in cue)


def _with_name_behind(link: Link, page: Page) -> Link:
    """ "The others, joked Bae, “were asleep”": the parser takes the verb for a name, and the tagger the others for the source."""
    cue = page.tokens(link.cue.span) if link.cue is not None else []
    if len(cue) != 1 or cue[0].pos_ != "PROPN" or not cue[0].text.islower() or not cue[0].i:
        return link
    behind = page.doc[cue[0].i + 1 :]
    name = list(itertools.takewhile(lambda t: t.pos_ == "PROPN" and t.text[:1].isupper(), behind))
    if not name or page.doc[cue[0].i - 1].text != ",":
        return link
    before = link.source if link.source is not None and link.source.span.end <= cue[0].idx else None
    told = (page.cover(before.span, CONTENT), *link.contents) if before is not None else link.contents
    source = page.cover(Span(name[0].idx, name[-1].idx + len(name[-1])), SOURCE)
    return replace(link, source=source, contents=told)


def _with_handle(link: Link, page: Page) -> Link:
    """ "“A taxi,” posted | @skyeguy": which the parser does not take for a subject."""
    if link.source is not None or link.cue is None:
        return link
    match = HANDLE.match(page.text, link.cue.span.end)
    return link if match is None else replace(link, source=page.cover(Span(*match.span(1)), SOURCE))


def _told_by(link: Link, verb: "Token", subject: "Token", quoted: Quotation, page: Page) -> Link:
    """The link with this verb as its cue, and the subject as its source."""
    before = quoted.span.start if verb.idx < quoted.span.start else verb.idx + len(verb)
    cue = spans.trim(page.text, Span(verb.idx, before), spans.EDGE, spans.EDGE)
    return _with(link, cue, subject, page)


def _with(link: Link, cue: Span, subject: "Token", page: Page) -> Link:
    first, last = subject.left_edge, verbs.last(subject)
    first = (
        first.nbor(1) if first.lower_ == "what" and first != subject else first
    )  # "what | captain Bassi called"
    span = Span(first.idx, last.idx + len(last))
    made = page.cover(cue, CUE), page.cover(span, SOURCE)
    return replace(link, cue=made[0], source=made[1], after=None)


def _was_all(page: Page, quoted: Quotation) -> "tuple[Token, Token] | None":
    """The verb and its subject in what is told right behind a quotation."""
    behind = page.tokens(Span(quoted.span.end, min(quoted.span.end + 2 * NEAR, len(page.text))))
    return verbs.was_all(behind, page.lexicon)


def _told_inside(link: Link, page: Page) -> Link | None:
    """ "Preparing | what aides called “his finest hour”", "| to be heard saying, “Stop!”": the cue stands in the content."""
    content = link.contents[-1].span
    quoted = next((q for q in page.quotes(content) if q.closed), None)
    if quoted is None or quoted.span.start <= content.start or content.end > quoted.span.end:
        return None
    before = page.tokens(Span(content.start, quoted.span.start))
    opening = before[-1].text in (",", ":") and page.text[quoted.inner.start].isupper()
    words = before[:-1] if opening else before
    verb = (
        words[-2] if len(words) > 1 and words[-1].pos_ in ("ADP", "SCONJ") else words[-1] if words else None
    )
    if verb is None or not verb.tag_.startswith("V"):
        return None
    if not verbs.speaks(verb, page.lexicon) and verb.lemma_.lower() not in page.lexicon.called_as:
        return None
    bare = all(t.pos_ in ("AUX", "ADV") for t in words[: words.index(verb)])
    subject = verbs.subject(verb, "nsubj") if bare else verbs.leant_on(verb)
    cued = verbs.main(link.cue, page.doc)
    other = words[0].lower_ == "what" and subject is not None and subject.pos_ in ("NOUN", "PROPN")
    if (
        not other
        and cued is not None
        and verbs.speaks(cued, page.lexicon)
        and not bare
        and verb.lower_ != "saying"
    ):
        return None
    if not (opening or bare or words[0].lower_ == "what") or subject is None:
        return None
    if subject.idx < content.start and words[0].lower_ == "what":
        return None
    told = replace(link, contents=(page.cover(quoted.span, CONTENT),))
    return _told_by(told, verb, subject, quoted, page)


def _verb_before(page: Page, quoted: Quotation) -> "Token | None":
    """The verb of speaking right before a quotation, or with one small word between."""
    near = Span(max(0, quoted.span.start - NEAR), quoted.span.start)
    before = [t for t in page.tokens(near) if t.text != ":"]
    if before and before[-1].pos_ == "ADP":
        before = before[:-1]
    verb = before[-1] if before else None
    return verb if verb is not None and _speaks(verb, page.lexicon) else None


def _verb_behind(page: Page, quoted: Quotation) -> "Token | None":
    """The verb of speaking behind a quotation, whose subject stands between or follows."""
    last = page.text[quoted.inner.end - 1]
    behind = page.tokens(Span(quoted.span.end, min(quoted.span.end + NEAR, len(page.text))))
    verb = next((t for t in behind if t.pos_ == "VERB"), None)
    if last not in ",?!" or verb is None or not _speaks(verb, page.lexicon):
        return None
    subject = _speaker(verb)
    if subject is None or verb.is_sent_start or any(t.is_sent_start and t.i <= verb.i for t in behind[1:]):
        return None
    first = min(subject.left_edge.i, verb.i)
    return verb if first == behind[0].i and "\n" not in page.lines[quoted.span.end : verb.idx] else None


def _speaker(verb: "Token") -> "Token | None":
    """The subject of a verb of speaking; the parser takes the one in "began the engineer" for an object."""
    subject = verbs.subject(verb, "nsubj")
    behind = (c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr") and c.left_edge.i == verb.i + 1)
    return subject or next(behind, None)


def _speaks(verb: "Token", lexicon: Lexicon) -> bool:
    told = verbs.speaks(verb, lexicon) or verb.lower_ in lexicon.tails
    return told and verb.tag_ in verbs.FINITE


def _labelled(link: Link, quoted: Quotation, page: Page) -> Link:
    """The link whose cue is the colon before its quotation, with the name at the head of the line."""
    home = page.sentence(quoted.span)
    line = page.text[home.start : quoted.span.start].rstrip()
    head = Span(home.start, quoted.span.start)
    named = _name_at_head(page.doc, head, page.lexicon) if line.endswith(":") else None
    if named is None:
        return link
    colon = Span(home.start + len(line) - 1, home.start + len(line))
    source, cue = page.cover(named, SOURCE), page.cover(colon, CUE)
    return replace(link, cue=cue, source=source, after=None)


def _name_at_head(doc: "Doc", line: Span, lexicon: Lexicon) -> Span | None:
    """The name that a line begins with, and what stands before it; of "and from a caretaker, on a card:" the caretaker."""
    tokens = nlp.tokens_in(doc, line)
    led = list(itertools.takewhile(lambda t: t.pos_ == "CCONJ" or t.lower_ == "from", tokens[:2]))
    sent = bool(led) and led[-1].lower_ == "from"
    tokens = tokens[len(led) :] if sent else tokens
    nouns = itertools.takewhile(
        lambda t: t.pos_ in ("DET", "ADJ", "NOUN", "PROPN") or joints.is_hyphen(t), tokens[1:]
    )
    run = [*tokens[:1], *nouns]
    somebody = sent and run[-1].lemma_.lower() in lexicon.people
    if not somebody and not any(t.pos_ == "PROPN" for t in run):
        return None
    return Span(run[0].idx, run[-1].idx + len(run[-1]))
