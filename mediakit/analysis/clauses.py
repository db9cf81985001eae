"""Short clauses that tell of an attribution and that the tagger has seen too few of.

", the witness answered" behind a claim; "the plan was criticised" and "complaints were made" without anybody who did;
"denied it", where the claim is one word that points back.
"""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, nlp, spans, verbs
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, touching
from mediakit.taxonomy import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEHIND = 4
"""Words that may follow the cue: "the mayor said on Thursday"."""

STOPS = (";", ":", "—", "–", "“", "”", "‘", '"')
HAVING = ("like", "have")
""" "Or so the navy would like its rivals to think"."""
INVERTED = frozenset(
    {"say", "retort", "counter", "reply", "argue", "insist", "add", "claim", "reckon", "joke", "protest"}
)
REFUSAL = 60
"""Characters in which "asked that his name be withheld" gives itself away."""


def find(doc: "Doc", sentence: Span, lexicon: Lexicon, quoted: Spans) -> list[Pattern]:
    """The patterns of one sentence."""
    tokens = nlp.tokens_in(doc, sentence)
    found, told = [], []
    for verb in tokens:
        if not verb.tag_.startswith("V"):
            continue
        if not any(c.dep_ == "neg" for c in verb.children) and not verbs.nobody_does(verb, lexicon):
            pattern = (
                _behind(doc, tokens, verb, sentence, lexicon)
                or _judged(doc, tokens, verb, lexicon)
                or _voiced(doc, tokens, verb, lexicon)
                or _pointed_back(doc, tokens, verb, lexicon)
                or _put_at(doc, tokens, verb, sentence, lexicon)
                or _goes(doc, tokens, verb, lexicon)
            )
            found += [pattern] if pattern else []
            told += _told_that(doc, verb, lexicon) or _there_are(doc, verb, lexicon)
            told += _or_so(doc, tokens, verb, lexicon) or _told_to(doc, verb, quoted, lexicon)
            told += _urged(doc, verb, quoted, lexicon) or _let_know(doc, verb, lexicon)
    between = _between_commas(doc, tokens, lexicon) or _behind_verb(doc, tokens, lexicon)
    return [*found[:1], *told, *between]


def _span(doc: "Doc", first: "Token", last: "Token") -> Span:
    return spans.trim(nlp.text(doc), Span(first.idx, last.idx + len(last)), spans.EDGE, spans.EDGE)


def _spoken(doc: "Doc", verb: "Token") -> Span:
    """The cue that a verb makes, with its particle."""
    return _span(doc, verb, verbs.end(verb))


def _subject(verb: "Token", *kinds: str) -> "Token | None":
    """The nearest one before the verb: of two, the parser took the further one from another verb."""
    return next((c for c in reversed(list(verb.lefts)) if c.dep_ in kinds), None)


def _behind(
    doc: "Doc", tokens: "list[Token]", verb: "Token", sentence: Span, lexicon: Lexicon
) -> Pattern | None:
    """ "It was February, the witness answered." The claim comes first, whole, and without marks."""
    subject = _subject(verb, "nsubj")
    if subject is None or not verbs.speaks(verb, lexicon) or verb.tag_ == "VBG":
        return None
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    comma = doc[first.i - 1] if first.i > tokens[0].i else None
    rest = [t for t in tokens if t.i > verb.i and not t.is_punct]
    claim = [t for t in tokens if t.i < first.i]
    if (
        comma is None
        or comma.text != ","
        or len(rest) > BEHIND
        or any(t.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr") for t in rest)
        or subject.tag_ in ("WDT", "WP")
        or verb.dep_ in ("relcl", "advcl", "conj")
        or not any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i < first.i for t in claim)
        or claim[0].lower_ in lexicon.openers
    ):
        return None
    helper = next((c for c in verb.children if c.dep_ == "aux"), verb)
    return Pattern(
        _span(doc, helper, verbs.end(verb)),
        None if verbs.hears(verb, lexicon) else _span(doc, first, verbs.last(subject)),
        (_span(doc, tokens[0], comma),),
    )


def _between_commas(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "The harbour, two engineers told the inquiry, had not been dredged": who says it stands between two pieces of it."""
    for verb in tokens:
        if not verb.tag_.startswith("V"):
            continue
        subject = _beside(verb) or _subject(verb, *verbs.SUBJECTS)
        listens = (
            subject is not None and subject.dep_ == "nsubjpass" and verb.lemma_.lower() in lexicon.hearing
        )
        speaks = verbs.speaks(verb, lexicon) and verb.tag_ in verbs.FINITE
        unsaid = subject is not None and subject.lower_ == "it" and _is_thought(verb, lexicon)
        if subject is None or not (listens or speaks or unsaid):
            continue
        first = doc[max(subject.left_edge.i, tokens[0].i)]
        opening = doc[first.i - 1] if doc[first.i - 1].lower_ == "as" and first.i > tokens[0].i else first
        told = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
        when = next(
            (c for c in verb.children if c.i > verb.i and listens and c.dep_ in ("prep", "npadvmod")), told
        )
        last = (
            when.right_edge if when is not None and when.right_edge.i - verb.i <= BEHIND else verbs.end(verb)
        )
        commas = [doc[i] for i in (opening.i - 1, last.i + 1) if tokens[0].i < i < tokens[-1].i]
        if [t.text for t in commas] != [",", ","] or subject.tag_ in ("WDT", "WP"):
            continue
        before = [t for t in tokens if t.i < commas[0].i]
        after = [t for t in tokens if t.i > commas[1].i]
        stops = [t.i for t in before if t.text in STOPS]
        before = [t for t in before if not stops or t.i > stops[-1]]
        after = list(itertools.takewhile(lambda t: t.text not in STOPS, after))
        if not before or not after or after[0].tag_ in ("CC", "VBG", "WDT", "WP", "WRB"):
            continue
        if before[0].lower_ in ("but", "and", "yet"):
            before = before[1:]
        pieces = [_span(doc, piece[0], piece[-1]) for piece in (before, after) if piece]
        heard = listens or unsaid
        cue = _span(doc, subject if heard else verb, last)
        return [Pattern(cue, None if heard else _span(doc, first, subject), tuple(pieces), lone=True)]
    return []


def _behind_verb(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "Instead, say those who were there, it nearly sank", "Not so, retort the families": the speaker behind the verb."""
    for verb in tokens:
        finite = verb.tag_ in verbs.FINITE or (verb.tag_ == "VB" and verb.lemma_ in INVERTED)
        if not finite or not verbs.speaks(verb, lexicon) or doc[max(0, verb.i - 1)].text != ",":
            continue
        # the parser takes "retort the families" for an object
        alone = verb.lemma_ in INVERTED and _subject(verb, *verbs.SUBJECTS) is None
        kinds = ("nsubj", "dobj") if alone else ("nsubj",)
        behind = (c for c in verb.rights if c.dep_ in kinds and c.left_edge.i == verb.i + 1)
        subject = next(behind, None)
        before = [t for t in tokens if t.i < verb.i - 1]
        if subject is None or not before or subject.tag_ in ("WDT", "WP"):
            continue
        last = subject.right_edge
        after = [t for t in tokens if t.i > last.i]
        inside = len(after) > 1 and after[0].text == "," and after[1].tag_ != "CC"
        if not (inside or all(t.is_punct for t in after)) or any(t.text in STOPS for t in (*before, *after)):
            continue
        pieces = [_span(doc, before[0], before[-1])]
        pieces += [_span(doc, after[1], after[-1])] if inside else []
        return [Pattern(_spoken(doc, verb), _span(doc, subject.left_edge, last), tuple(pieces), lone=True)]
    return []


def _told_to(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "Instructs Pell to ‘keep the second book closed’": an order with marks."""
    subject = _subject(verb, "nsubj")
    told = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if subject is None or told is None or not verbs.speaks(verb, lexicon) or subject.tag_ in ("WDT", "WP"):
        return []
    whole = _span(doc, doc[verb.i + 1], told.right_edge)
    if not touching(quoted, whole) or not any(c.lower_ == "to" for c in told.lefts):
        return []
    source = _span(doc, subject.left_edge, verbs.last(subject))
    return [Pattern(_spoken(doc, verb), source, (whole,), lone=True)]


def _urged(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "The register recommended a new roof ‘within two years’": something asked for or promised, with marks at its end."""
    if lexicon.stances.get(verb.lemma_.lower()) is not Stance.ACT:
        return []
    subject = _subject(verb, "nsubj")
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if subject is None or thing is None or verb.tag_ not in verbs.FINITE or subject.tag_ in ("WDT", "WP"):
        return []
    right = verb.right_edge
    marks = touching(quoted, Span(thing.idx + len(thing), right.idx + len(right)))
    if not marks:
        return []
    whole = spans.trim(nlp.text(doc), Span(verb.nbor(1).idx, marks[-1].end), spans.EDGE, spans.EDGE)
    return [
        Pattern(_spoken(doc, verb), _span(doc, subject.left_edge, verbs.last(subject)), (whole,), lone=True)
    ]


def _let_know(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "His office let it be known that he would stay": the office tells it."""
    if verb.lemma_ not in lexicon.letting:
        return []
    known = next((c for c in verb.rights if c.dep_ == "ccomp" and verbs.passive(c)), None)
    subject = _subject(verb, "nsubj")
    if known is None or subject is None:
        return []
    told = next((c for c in known.rights if c.dep_ == "ccomp"), None)
    if told is None or known.lemma_.lower() not in lexicon.hidden_verbs:
        return []
    source, content = (
        _span(doc, subject.left_edge, verbs.last(subject)),
        _span(doc, told.left_edge, told.right_edge),
    )
    return [Pattern(_span(doc, verb, known), source, (content,))]


def _beside(verb: "Token") -> "Token | None":
    """The subject of "Kuiper, critics point out, erred", which the parser takes for one more Kuiper."""
    near = verb.doc[max(0, verb.i - 1)]
    first = near.left_edge.i
    apart = near.pos_ in ("NOUN", "PROPN") and near.dep_ in ("conj", "appos", "dep") and first > 0
    return near if apart and verb.doc[first - 1].text == "," else None


def _is_thought(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The boat, it is feared, has sunk": nobody says who fears it."""
    return verbs.passive(verb) and verb.lemma_.lower() in lexicon.hidden_verbs


def _told_that(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "The firm, which has long maintained that the site is empty": a verb of speaking and its "that"."""
    subject = _subject(verb, "nsubj")
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if subject is None or told is None:
        return []
    listens = verbs.hears(verb, lexicon)
    if not verbs.speaks(verb, lexicon) and not listens:
        return []
    if not _says_plainly(verb, told) and not any(
        c.lower_ == "that" or (listens and c.lower_ == "how")
        for c in told.children
        if c.dep_ in ("mark", "advmod")
    ):
        return []
    if subject.pos_ == "PRON" and lexicon.pronouns.get(subject.lower_, "s") == "s" and subject.tag_ != "WDT":
        return []
    if any(c.tag_ == "MD" for c in verb.children):
        return []
    near = nlp.text(doc)[verb.idx : verb.idx + REFUSAL].lower().replace("’", "'")
    if anonymity.begins(near, lexicon) or near.startswith(tuple(lexicon.no_claim)):
        return []
    return [
        Pattern(
            _spoken(doc, verb),
            None if listens else _span(doc, subject.left_edge, subject),
            (_span(doc, told.left_edge, told.right_edge),),
            lone=True,
        )
    ]


def _there_are(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "There have been suggestions that ministers would step in": something said, and nobody who said it."""
    there = next((c for c in verb.lefts if c.dep_ == "expl"), None)
    noun = next((c for c in verb.rights if c.dep_ == "attr"), None)
    if there is None or noun is None or noun.lemma_.lower() not in lexicon.things_of_speech:
        return []
    if any(c.lower_ in lexicon.nobody or c.lower_ in ("no", "little") for c in noun.lefts):
        return []
    told = next((c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl")), None)
    mark = told.left_edge if told is not None else noun
    if told is None or mark.lower_ != "that" or mark.tag_ == "WDT":
        return []
    cue = _span(doc, there, noun)
    return [Pattern(cue, None, (_span(doc, mark, told.right_edge),), lone=True)]


def _says_plainly(verb: "Token", told: "Token") -> bool:
    """ "Two neighbours told me they had lunch": without "that", but with a subject and a verb of its own."""
    subject = verbs.subject(told)
    finite = told.tag_ in verbs.FINITE or any(c.tag_ in (*verbs.FINITE, "MD") for c in told.lefts)
    return verb.lemma_ in ("say", "tell") and subject is not None and finite and told.left_edge.i > verb.i


def _or_so(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "Everyone loves the tram, or so its makers say": the claim stands before the comma."""
    subject = _subject(verb, *verbs.SUBJECTS)
    first = subject.left_edge.i - 3 if subject is not None else 0
    before = [t.lower_ for t in doc[first : first + 3]]
    if first <= tokens[0].i or before[1:] != ["or", "so"] or before[0] not in (",", "—", "–"):
        return []
    heard = subject is not None and (
        subject.dep_ == "nsubjpass" or subject.lemma_.lower() in lexicon.going_round
    )
    if subject is None or not (heard or verbs.speaks(verb, lexicon) or verb.lemma_ in HAVING):
        return []
    cue = _span(doc, subject if heard else verb, verbs.end(verb))
    source = None if heard else _span(doc, subject.left_edge, subject)
    return [Pattern(cue, source, (_span(doc, tokens[0], doc[first - 1]),), aside=True)]


def _goes(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "Each move is too small, the thinking goes": a thought without anybody who has it."""
    subject = _subject(verb, "nsubj")
    if subject is None or verb.lemma_ != "go" or subject.lemma_.lower() not in lexicon.going_round:
        return None
    first, after = subject.left_edge, doc[verb.i + 1 : verb.i + 2]
    if first.i <= tokens[0].i or doc[first.i - 1].text != "," or not (len(after) and after[0].is_punct):
        return None
    return Pattern(_span(doc, first, verb), None, (_span(doc, tokens[0], doc[first.i - 1]),))


def _passive(verb: "Token") -> "Token | None":
    """The first helper of a passive that names nobody."""
    helpers = [c for c in verb.children if c.dep_ in ("auxpass", "aux") and c.i < verb.i]
    by = any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children)
    return helpers[0] if verb.tag_ == "VBN" and any(h.dep_ == "auxpass" for h in helpers) and not by else None


def _judged(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "The method has been doubted." What was judged is the content; who judged it is missing."""
    helper, subject = _passive(verb), _subject(verb, "nsubjpass")
    if (
        helper is None
        or subject is None
        or verb.lemma_.lower() not in lexicon.judging
        or subject.tag_ == "WDT"
    ):
        return None
    if sum(not t.is_punct for t in tokens if t.i > verb.i) > BEHIND:
        return None
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    return Pattern(_span(doc, helper, verbs.end(verb)), None, (_span(doc, first, verbs.last(subject)),))


def _voiced(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "Complaints have been made about dying trees." A noun of speaking, and nobody who spoke."""
    helper, subject = _passive(verb), _subject(verb, "nsubjpass")
    if helper is None or subject is None or verb.lemma_.lower() not in lexicon.voicing:
        return None
    if subject.lemma_.lower() not in lexicon.things_of_speech:
        return None
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    pieces = [_span(doc, first, verbs.last(subject))]
    after = doc[verb.i + 1] if verb.i < tokens[-1].i else None
    if after is not None and after.dep_ in ("prep", "mark"):
        pieces.append(_span(doc, after, tokens[-1]))
    return Pattern(_span(doc, helper, verbs.end(verb)), None, tuple(p for p in pieces if p.length))


def _pointed_back(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "The owner rejected that." The claim stands before; here it is one word."""
    subject = _subject(verb, "nsubj")
    target = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if verbs.speaks(verb, lexicon) and (as_much := _as_much(doc, verb, subject)):
        return as_much
    if subject is None or target is None or verb.lemma_.lower() not in lexicon.taking_up:
        return None
    if target.lower_ not in ("it", "that", "this") or subject.tag_ in ("WDT", "WP", "PRP"):
        return None
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    describing = [c.left_edge.i for c in subject.children if c.dep_ in ("relcl", "appos") and c.i > subject.i]
    last = doc[min(describing) - 1] if describing else verbs.last(subject)
    return Pattern(_spoken(doc, verb), _span(doc, first, last), (_span(doc, target, target),))


def _as_much(doc: "Doc", verb: "Token", subject: "Token | None") -> Pattern | None:
    """ "The ministry admitted as much." The claim stands before, too."""
    after = doc[verb.i + 1 : verb.i + 3]
    if subject is None or [t.lower_ for t in after] != ["as", "much"] or subject.tag_ in ("WDT", "WP"):
        return None
    return Pattern(
        _spoken(doc, verb),
        _span(doc, subject.left_edge, verbs.last(subject)),
        (_span(doc, after[0], after[1]),),
    )


def _put_at(
    doc: "Doc", tokens: "list[Token]", verb: "Token", sentence: Span, lexicon: Lexicon
) -> Pattern | None:
    """ "The police put the figure at 14"."""
    subject = _subject(verb, "nsubj")
    amount = next((c for c in verb.children if c.dep_ == "dobj"), None)
    at = next((t for t in tokens if amount is not None and t.i > amount.i and t.lower_ == "at"), None)
    if verb.lemma_ not in ("put", "estimate") or subject is None or amount is None or at is None:
        return None
    if amount.lemma_.lower() not in lexicon.amounts or subject.tag_ in ("WDT", "WP"):
        return None
    stop = next((t for t in tokens if t.i > at.i and t.text == ";"), None)
    told = Span(amount.left_edge.idx, stop.idx if stop is not None else sentence.end)
    return Pattern(
        _spoken(doc, verb),
        _span(doc, subject.left_edge, verbs.last(subject)),
        (spans.trim(nlp.text(doc), told, spans.EDGE, spans.EDGE),),
    )
