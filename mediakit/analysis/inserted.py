"""Who says it, put between two pieces of what is said or behind it: ", two engineers told the inquiry,"; ", or so its makers say"."""

import itertools
import re
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, spans, verbs
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans
from mediakit.taxonomy import Kind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEHIND = 4
"""Words that may follow the cue: "the mayor said on Thursday"."""

SO_CALLED = re.compile(r"""([“‘"'«][^“”"«»\n]{1,80}[”’"'»])\s+(?=(?:is|was)\s+how\s)""")
QUOTES = ("“", "”", "‘", '"')
STOPS = (";", ":", "—", "–", *QUOTES)
OPEN = ("be", "become", "remain")
"""Verbs that no content ends with."""
HAVING = ("like", "have")
""" "Or so the navy would like its rivals to think"."""
AS_TOLD = (Stance.NEUTRAL, Stance.ENDORSING)
INVERTED = frozenset(
    {"say", "retort", "counter", "reply", "argue", "insist", "add", "claim", "reckon", "joke", "protest"}
)


def find(doc: "Doc", tokens: "list[Token]", affirmed: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """The patterns of one sentence, given as its tokens and those of its verbs that nothing denies."""
    between = _between_commas(doc, tokens, lexicon) or _behind_verb(doc, tokens, lexicon)
    between += [*_was_how(doc, tokens, lexicon), *_behind_who(doc, tokens, lexicon)]
    between += [*_before_subject(doc, tokens, lexicon), *_as_told(doc, tokens, affirmed, lexicon)]
    return [*between, *(pattern for verb in affirmed for pattern in _or_so(doc, tokens, verb, lexicon))]


def _between_commas(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "The harbour, two engineers told the inquiry, had not been dredged": who says it stands between two pieces of it."""
    for verb in tokens:
        if not verb.tag_.startswith("V"):
            continue
        reported = _reported(verb, lexicon)
        we = _told_us(verb, lexicon)
        subject = reported or we or _beside(verb) or verbs.nearest(verb, *verbs.SUBJECTS)
        listens = we is not None or (
            subject is not None and subject.dep_ == "nsubjpass" and verb.lemma_.lower() in lexicon.hearing
        )
        speaks = verbs.speaks(verb, lexicon) and (verb.tag_ in verbs.FINITE or reported is not None)
        unsaid = subject is not None and subject.lower_ == "it" and _is_thought(verb, lexicon)
        unsaid = unsaid or _goes_round(verb, subject, lexicon)
        unsaid = unsaid or (verbs.is_it(verb) and verb.lemma_ in lexicon.emerging)
        if subject is None or not (listens or speaks or unsaid) or _has_object(verb, lexicon):
            continue
        if subject.lower_ in lexicon.everybody:
            continue  # "to, heaven forbid, make a profit"
        if subject.tag_ == "PRP" and lexicon.pronouns.get(subject.lower_, "s") == "s" and not listens:
            continue  # "banks, we saw in 2009, can fail"
        first = doc[max(subject.left_edge.i, tokens[0].i)]
        led = doc[first.i - 1].lower_ in ("as", "so") and first.i > tokens[0].i
        opening = doc[first.i - 1] if led else first
        last = _before_comma(verb, lexicon, listens=listens)
        commas = [doc[i] for i in (opening.i - 1, last.i + 1) if tokens[0].i < i < tokens[-1].i]
        if [t.text for t in commas] != [",", ","] or subject.tag_ in ("WDT", "WP"):
            continue
        before = [t for t in tokens if t.i < commas[0].i]
        after = [t for t in tokens if t.i > commas[1].i]
        before = _since_stop(before)
        after = list(itertools.takewhile(lambda t: t.text not in STOPS, after))
        if len(before) > 1 and verbs.reaches_over(before[-1], commas[1].idx + 1):
            which, before = before[-1], before[-1:]  # "a plan that, residents say, will ruin the square"
            after = [t for t in after if t.i <= which.head.right_edge.i]
        if after and after[0].tag_ == "CC":  # "It was a gift, he maintains, and the family lent it"
            after = after[1:] if any(t.dep_ in verbs.SUBJECTS and t.head.i > t.i for t in after[1:]) else []
        if not before or not after or after[0].tag_ in ("VBG", "WDT", "WP", "WRB"):
            continue
        if before[0].lower_ in ("but", "and", "yet"):
            before = before[1:]
        pieces = [verbs.stretch(piece[0], piece[-1]) for piece in (before, after) if piece]
        heard = listens or unsaid
        cue = verbs.stretch(subject if heard else verb, last)
        return [
            Pattern(
                cue, None if heard else verbs.stretch(first, verbs.last(subject)), tuple(pieces), lone=True
            )
        ]
    return []


def _told_us(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """The "I" of "the boy, I’m told, is fine", which the parser takes for one who told."""
    before = verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]
    ours = len(before) == 2 and before[0].tag_ == "PRP" and verbs.am_told(verb, lexicon)
    return before[0] if ours else None


def _since_stop(before: "list[Token]", stops: tuple[str, ...] = STOPS) -> "list[Token]":
    """What stands behind the last semicolon, colon or dash."""
    return list(itertools.takewhile(lambda t: t.text not in stops, reversed(before)))[::-1]


def _has_object(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The firm offers loans": what is said stands behind the verb; behind "told" it is who hears it."""
    return verb.lemma_.lower() not in lexicon.hearing and any(c.dep_ == "dobj" for c in verb.rights)


def _before_comma(verb: "Token", lexicon: Lexicon, *, listens: bool) -> "Token":
    """The last word of the cue: with the listener, with "on Monday" behind who was told, and with "in her memoir"."""
    near = itertools.takewhile(lambda c: c.text != ",", verb.rights)  # "we are told, by eleven votes"
    behind = [c for c in near if not c.is_punct]
    told = next((c for c in behind if c.dep_ in ("dobj", "dative")), None)
    kinds = ("prep", "npadvmod") if listens else ("dative", "prep")
    more = next((c for c in behind if c.dep_ in kinds and (listens or c.lower_ in ("to", "from"))), told)
    more = more or next((c for c in behind if _is_when(c)), None)  # "an audit found last year"
    if more is None and (paper := next((c for c in behind if _is_in_paper(c, lexicon)), None)) is not None:
        return paper.right_edge
    words = (
        BEHIND + 2 if more is not None and more.lower_ == "from" else BEHIND
    )  # "calculates from the same data"
    return more.right_edge if more is not None and more.right_edge.i - verb.i <= words else verbs.end(verb)


def _is_in_paper(token: "Token", lexicon: Lexicon) -> bool:
    """ "In her memoir The Wrong Seeds"."""
    written = (c for c in token.children if c.dep_ == "pobj")
    return token.lower_ == "in" and any(c.lemma_.lower() in lexicon.nouns[Kind.DOCUMENT] for c in written)


def _is_when(token: "Token") -> bool:
    """ "Last year", "on Monday", "in 2016"."""
    times = ("DATE", "TIME")
    behind = any(c.ent_type_ in times for c in token.children if c.dep_ == "pobj")
    return (token.dep_ == "npadvmod" and token.ent_type_ in times) or (token.dep_ == "prep" and behind)


def _beside(verb: "Token") -> "Token | None":
    """The subject of "Kuiper, critics point out, erred", which the parser takes for one more Kuiper."""
    near = verb.doc[max(0, verb.i - 1)]
    first = near.left_edge.i
    apart = near.pos_ in ("NOUN", "PROPN") and near.dep_ in ("conj", "appos", "dep") and first > 0
    return near if apart and verb.doc[first - 1].text == "," else None


def _reported(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """The audit of "most of them, an audit found last year, are gone", which the parser takes for one that was found."""
    paper = verb.head if verb.tag_ == "VBN" and verb.dep_ == "acl" else None
    before = paper.left_edge.i - 1 if paper is not None and paper.i == verb.i - 1 else -1
    alone = before >= 0 and verb.doc[before].text == ","
    known = paper is not None and paper.lemma_.lower() in lexicon.nouns[Kind.DOCUMENT]
    return paper if alone and known else None


def _is_thought(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The boat, it is feared, has sunk": nobody says who fears it."""
    return verbs.passive(verb) and verb.lemma_.lower() in lexicon.hidden_verbs


def _goes_round(verb: "Token", subject: "Token | None", lexicon: Lexicon) -> bool:
    """ "It had bid, so the story goes, for the frame"."""
    return verb.lemma_ == "go" and subject is not None and subject.lemma_.lower() in lexicon.going_round


def _behind_verb(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "Instead, say those who were there, it nearly sank", "Not so, retort the families": the speaker behind the verb."""
    for verb in tokens:
        finite = verb.tag_ in verbs.FINITE or (verb.tag_ == "VB" and verb.lemma_ in INVERTED)
        if not finite or not verbs.speaks(verb, lexicon) or doc[max(0, verb.i - 1)].text != ",":
            continue
        # the parser takes "retort the families" for an object
        alone = verb.lemma_ in INVERTED and verbs.nearest(verb, *verbs.SUBJECTS) is None
        kinds = ("nsubj", "dobj") if alone else ("nsubj",)
        behind = (c for c in verb.rights if c.dep_ in kinds and c.left_edge.i == verb.i + 1)
        close = _close(verb)
        subject = next(behind, None) or close
        before = [t for t in tokens if t.i < verb.i - 1]
        if subject is None or not before or subject.tag_ in ("WDT", "WP"):
            continue
        last = subject.head.right_edge if subject == close else _before_rest(subject, before[-1])
        after = [t for t in tokens if t.i > last.i]
        if any(t.text in QUOTES for t in (*before, *after)):
            continue
        before, after = _since_stop(before), list(itertools.takewhile(lambda t: t.text not in STOPS, after))
        inside = len(after) > 1 and after[0].text == "," and after[1].tag_ != "CC"
        if not before or not (inside or all(t.is_punct for t in after)):
            continue
        pieces = [verbs.stretch(before[0], before[-1])]
        pieces += [verbs.stretch(after[1], after[-1])] if inside else []
        return [Pattern(verbs.spoken(verb), verbs.stretch(subject.left_edge, last), tuple(pieces), lone=True)]
    return []


def _close(verb: "Token") -> "Token | None":
    """The people of "say people close to the palace", of whom the parser takes it that they are close."""
    told = next((c for c in verb.rights if c.dep_ == "ccomp" and c.pos_ == "ADJ"), None)
    who = verbs.nearest(told, "nsubj") if told is not None else None
    return who if who is not None and who.left_edge.i == verb.i + 1 else None


def _before_rest(subject: "Token", broken: "Token") -> "Token":
    """The owner of "the pier is, says its owner, a great place", which the parser takes for another word for him."""
    edge = subject.right_edge
    comma = next((t for t in subject.doc[subject.i : edge.i] if t.text == ","), None)
    return edge if comma is None or broken.lemma_ not in OPEN else subject.doc[comma.i - 1]


def _behind_who(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "The pier, which according to divers | is rotten": with or without commas, what describes the pier is what they say."""
    frame = re.compile(rf",?\s*({'|'.join(lexicon.frames)})\s", re.IGNORECASE)
    for who in tokens:
        verb = who.head
        stands = verb.dep_ in ("relcl", "ccomp", "conj") and (
            (who.tag_ in ("WP", "WDT") and who.dep_ in verbs.SUBJECTS)
            or (who.dep_ == "mark" and who.lower_ == "that" and verbs.subject(verb) is None)
        )
        led = frame.match(nlp.text(doc), who.idx + len(who)) if stands else None
        if led is None:
            continue
        first = next((t for t in doc[who.i :] if t.idx >= led.end()), who)
        helpers = [t for t in verb.lefts if t.i > first.i and t.dep_ in verbs.HELPING]
        behind = doc[min((t.left_edge.i for t in helpers), default=verb.i)]
        behind = doc[behind.i - 1] if doc[behind.i - 1].is_quote else behind
        last = doc[behind.i - 1] if doc[behind.i - 1].text != "," else doc[behind.i - 2]
        if first.i > last.i or verb.right_edge.i < behind.i:
            continue
        told = spans.trim(nlp.text(doc), verbs.stretch(behind, verb.right_edge), "", spans.EDGE)
        return [Pattern(Span(*led.span(1)), verbs.stretch(first, last), (told,), aside=True)]
    return []


def _before_subject(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "And according to diplomats | a treaty is near": without a comma, up to what stands before the verb."""
    if not tokens:
        return []
    end = tokens[-1].idx + len(tokens[-1])
    frame = re.compile(rf"\b({'|'.join(lexicon.frames)})(?=\s)", re.IGNORECASE)
    for led in frame.finditer(nlp.text(doc), tokens[0].idx, end):
        before = next((t for t in reversed(tokens) if t.idx < led.start()), None)
        last = next((t for t in reversed(tokens) if t.idx < led.end()), tokens[0])
        opens = before is None or before.tag_ == "CC"
        noun = next((c for c in last.rights if c.dep_ == "pobj"), None) if opens else None
        behind = doc[noun.right_edge.i + 1 : noun.right_edge.i + 2] if noun is not None else ()
        subjects = (t for t in tokens if t.dep_ in verbs.SUBJECTS and behind and t.left_edge == behind[0])
        subject = next((t for t in subjects if verbs.is_finite(t.head) or t.head.dep_ == "ROOT"), None)
        if noun is not None and subject is not None and subject.head.right_edge.i > subject.i:
            told = verbs.stretch(subject.left_edge, subject.head.right_edge)
            return [
                Pattern(Span(*led.span(1)), verbs.stretch(last.nbor(1), noun.right_edge), (told,), lone=True)
            ]
    return []


def _as_told(doc: "Doc", tokens: "list[Token]", affirmed: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "Nobody looked, as the group Clear Facts pointed out within hours": the claim stands before the comma."""
    for verb in affirmed:
        subject, led = verbs.nearest(verb, "nsubj"), verb.left_edge
        words = [verb.lemma_, *(c.lower_ for c in verb.rights if c.dep_ == "prt")]
        told = lexicon.stances.get(" ".join(words))
        if subject is None or told not in AS_TOLD or verb.lemma_ in lexicon.bare_speech or led.lower_ != "as":
            continue
        comma = doc[led.i - 1] if led.i > tokens[0].i + 1 else led
        rest = [t for t in tokens if t.i > verbs.end(verb).i and not t.is_punct]
        alone = verb.right_edge.i >= (rest[-1].i if rest else verb.i) and len(rest) <= BEHIND
        objects = any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr") for c in verb.rights)
        ours = lexicon.pronouns.get(subject.lower_) == "s"
        before = _since_stop([t for t in tokens if t.i < comma.i], STOPS[: -len(QUOTES)])
        within = verb.dep_ != "advcl" or verb.head.dep_ != "ROOT"
        within = within or any(c.dep_ == "ccomp" for c in verb.head.rights)
        if (
            within
            or comma.text != ","
            or not alone
            or objects
            or ours
            or subject.tag_ in verbs.RELATIVE
            or not before
        ):
            continue
        source = verbs.stretch(subject.left_edge, subject.right_edge)
        whole = verbs.stretch(before[0], before[-1])
        return [Pattern(verbs.spoken(verb), source, (whole,), aside=True)]
    return []


def _was_how(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "“Theoretical,” was how the minister described it to parliament"."""
    if not tokens:
        return []
    match = SO_CALLED.match(nlp.text(doc), tokens[0].idx, tokens[-1].idx)
    if match is None:
        return []
    told = verbs.was_all([t for t in tokens if t.idx >= match.end()], lexicon)
    if told is None:
        return []
    verb, subject = told
    last = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "PRON"), verb)
    to = last.nbor(1) if last.i + 1 < len(last.doc) else last
    last = to if to.pos_ == "ADP" else last
    return [Pattern(verbs.stretch(verb, last), verbs.span(subject), (Span(*match.span(1)),), aside=True)]


def _or_so(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "Everyone loves the tram, or so its makers say": the claim stands before the comma."""
    subject = verbs.nearest(verb, *verbs.SUBJECTS)
    first = subject.left_edge.i - 3 if subject is not None else 0
    before = [t.lower_ for t in doc[first : first + 3]]
    if first <= tokens[0].i or before[1:] != ["or", "so"] or before[0] not in (",", "—", "–"):
        return []
    heard = subject is not None and (
        subject.dep_ == "nsubjpass" or subject.lemma_.lower() in lexicon.going_round
    )
    if subject is None or not (heard or verbs.speaks(verb, lexicon) or verb.lemma_ in HAVING):
        return []
    cue = verbs.stretch(subject if heard else verb, verbs.end(verb))
    source = None if heard else verbs.stretch(subject.left_edge, subject)
    told = (verbs.stretch(tokens[0], doc[first - 1]), *_main_clause(doc, tokens, doc[first], verbs.end(verb)))
    return [Pattern(cue, source, told, aside=True)]


def _main_clause(doc: "Doc", tokens: "list[Token]", comma: "Token", last: "Token") -> Spans:
    """ "In 1976, or so the story goes, | a farmer crossed it": what stands behind, if no verb stands before."""
    begun = any(t.pos_ in ("VERB", "AUX") for t in tokens if t.i < comma.i)
    behind = doc[last.i + 1 : last.i + 3]
    if begun or len(behind) < 2 or behind[0].text != "," or behind[1].i > tokens[-1].i:
        return ()
    return (spans.trim(nlp.text(doc), verbs.stretch(behind[1], tokens[-1]), "", spans.EDGE),)
