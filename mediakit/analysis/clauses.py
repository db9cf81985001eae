"""Short clauses that tell of an attribution and that the tagger has seen too few of.

", the witness answered" behind a claim; "the plan was criticised" and "complaints were made" without anybody who did;
"denied it", where the claim is one word that points back. What is told behind a verb is in `told`, who says it between
two pieces in `inserted`.
"""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import inserted, nlp, spans, told, verbs
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find(doc: "Doc", sentence: Span, lexicon: Lexicon, quoted: Spans) -> list[Pattern]:
    """The patterns of one sentence."""
    tokens = nlp.tokens_in(doc, sentence)
    affirmed = [t for t in tokens if t.tag_.startswith("V") and _affirmed(t, lexicon)]
    short = (_short(doc, tokens, verb, sentence, lexicon) for verb in affirmed)
    behind = (pattern for verb in affirmed for pattern in told.find(doc, verb, lexicon, quoted))
    first = list(itertools.islice(filter(None, short), 1))
    return [*first, *behind, *told.amid(tokens, lexicon), *inserted.find(doc, tokens, affirmed, lexicon)]


def bracketed(doc: "Doc", inner: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "(at one point one in ten, Moor says)", the brackets left out: with or without a verb, it is Moor's."""
    tokens = nlp.tokens_in(doc, inner)
    verb = tokens[-1] if tokens else None
    subject = verbs.nearest(verb, "nsubj") if verb is not None and verb.tag_ in verbs.FINITE else None
    if verb is None or subject is None or not verbs.speaks(verb, lexicon):
        return []
    comma = doc[subject.left_edge.i - 1]
    if not tokens[0].i < comma.i or comma.text != ",":
        return []
    source, cue = verbs.stretch(subject.left_edge, subject), verbs.stretch(verb, verb)
    return [Pattern(cue, source, (Span(inner.start, comma.idx),))]


def _affirmed(verb: "Token", lexicon: Lexicon) -> bool:
    return not any(c.dep_ == "neg" for c in verb.children) and not verbs.nobody_does(verb, lexicon)


def _short(
    doc: "Doc", tokens: "list[Token]", verb: "Token", sentence: Span, lexicon: Lexicon
) -> Pattern | None:
    """The short clause that this verb makes, of whatever form."""
    return (
        _behind(doc, tokens, verb, sentence, lexicon)
        or _told_behind(doc, tokens, verb, lexicon)
        or _judged(doc, tokens, verb, lexicon)
        or _voiced(doc, tokens, verb, lexicon)
        or _pointed_back(doc, tokens, verb, lexicon)
        or _put_at(doc, tokens, verb, sentence, lexicon)
        or _goes(doc, tokens, verb, lexicon)
    )


def _behind(
    doc: "Doc", tokens: "list[Token]", verb: "Token", sentence: Span, lexicon: Lexicon
) -> Pattern | None:
    """ "It was February, the witness answered." The claim comes first, whole, and without marks."""
    subject = verbs.nearest(verb, "nsubj")
    told = verbs.speaks(verb, lexicon) or verbs.hears(verb, lexicon)  # "..., a jury has heard."
    if subject is None or not told or verb.tag_ == "VBG" or verbs.am_told(verb, lexicon):
        return None
    claim = _claim_before(doc, tokens, subject, lexicon)
    rest = [t for t in tokens if t.i > verb.i and not t.is_punct]
    if (
        not claim
        or len(rest) > inserted.BEHIND
        or any(t.dep_ in ("ccomp", "xcomp", "acomp", "attr") for t in rest)
        or (verb.lemma_ not in lexicon.hearing and any(t.dep_ == "dobj" for t in rest))  # "told the Courier"
        or subject.tag_ in ("WDT", "WP")
        or verb.dep_ in ("relcl", "advcl", "conj")
    ):
        return None
    helper = next((c for c in verb.children if c.dep_ == "aux"), verb)
    return Pattern(
        verbs.stretch(helper, verbs.end(verb)),
        None if verbs.hears(verb, lexicon) else verbs.stretch(claim[-1].nbor(1), verbs.last(subject)),
        (verbs.stretch(claim[0], claim[-1]),),
    )


def _told_behind(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "The cellar was shut, Ed Moss was told by a guard": whoever tells it, or nobody."""
    hearer, by = verbs.nearest(verb, "nsubjpass"), verbs.by(verb)
    if hearer is None or verb.lemma_ not in lexicon.hearing or not verbs.passive(verb):
        return None
    claim, last = _claim_before(doc, tokens, hearer, lexicon), by.right_edge if by is not None else verb
    ends = all(t.is_punct for t in tokens if t.i > last.i)
    if not claim or not ends or verb.dep_ in ("relcl", "advcl", "conj"):
        return None
    teller = verbs.governed(by)
    helper = next((c for c in verb.lefts if c.dep_ in verbs.HELPING and c.i > hearer.i), verb)
    source = verbs.stretch(teller.left_edge, teller.right_edge) if teller is not None else None
    return Pattern(verbs.stretch(helper, by or verb), source, (verbs.stretch(claim[0], claim[-1]),))


def _claim_before(doc: "Doc", tokens: "list[Token]", speaker: "Token", lexicon: Lexicon) -> "list[Token]":
    """The words of a claim up to the comma before who speaks, or hears it; none, where no claim stands there."""
    first = doc[max(speaker.left_edge.i, tokens[0].i)]
    claim = [t for t in tokens if t.i < first.i]
    if not claim or claim[-1].text != "," or claim[-1].i + 1 != first.i or claim[0].lower_ in lexicon.openers:
        return []
    return claim if any(_claims(t, first) for t in claim) else []


def _claims(token: "Token", speaker: "Token") -> bool:
    """Is this the subject of a clause before the speaker, and of no lesser one, as in "asked how it was, she said"?"""
    within = any(a.i < speaker.i for a in token.head.ancestors)
    return token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.i < speaker.i and not within


def _goes(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "Each move is too small, the thinking goes", "rumour has it that": a thought without anybody who has it."""
    subject = verbs.nearest(verb, "nsubj")
    if subject is None or subject.lemma_.lower() not in lexicon.going_round:
        return None
    first, after = subject.left_edge, doc[verb.i + 1 : verb.i + 2]
    if verb.lemma_ == "have" and len(after) and after[0].lower_ == "it" and tokens[-1].i > after[0].i:
        return Pattern(
            verbs.stretch(first, after[0]), None, (verbs.stretch(after[0].nbor(1), verb.right_edge),)
        )
    if verb.lemma_ != "go":
        return None
    if first.i <= tokens[0].i or doc[first.i - 1].text != "," or not (len(after) and after[0].is_punct):
        return None
    return Pattern(verbs.stretch(first, verb), None, (verbs.stretch(tokens[0], doc[first.i - 1]),))


def _passive(verb: "Token") -> "Token | None":
    """The first helper of a passive that names nobody."""
    helpers = [c for c in verb.children if c.dep_ in ("auxpass", "aux") and c.i < verb.i]
    by = any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children)
    return helpers[0] if verb.tag_ == "VBN" and any(h.dep_ == "auxpass" for h in helpers) and not by else None


def _judged(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "The method has been doubted." What was judged is the content; who judged it is missing."""
    helper, subject = _passive(verb), verbs.nearest(verb, "nsubjpass")
    if (
        helper is None
        or subject is None
        or verb.lemma_.lower() not in lexicon.judging
        or subject.tag_ == "WDT"
    ):
        return None
    if sum(not t.is_punct for t in tokens if t.i > verb.i) > inserted.BEHIND:
        return None
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    return Pattern(verbs.stretch(helper, verbs.end(verb)), None, (verbs.stretch(first, verbs.last(subject)),))


def _voiced(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "Complaints have been made about dying trees." A noun of speaking, and nobody who spoke."""
    helper, subject = _passive(verb), verbs.nearest(verb, "nsubjpass")
    if helper is None or subject is None or verb.lemma_.lower() not in lexicon.voicing:
        return None
    if subject.lemma_.lower() not in lexicon.things_of_speech:
        return None
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    pieces = [verbs.stretch(first, verbs.last(subject))]
    after = doc[verb.i + 1] if verb.i < tokens[-1].i else None
    if after is not None and after.dep_ in ("prep", "mark"):
        pieces.append(verbs.stretch(after, tokens[-1]))
    return Pattern(verbs.stretch(helper, verbs.end(verb)), None, tuple(p for p in pieces if p.length))


def _pointed_back(doc: "Doc", tokens: "list[Token]", verb: "Token", lexicon: Lexicon) -> Pattern | None:
    """ "The owner rejected that." The claim stands before; here it is one word."""
    subject = verbs.nearest(verb, "nsubj")
    target = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if verbs.speaks(verb, lexicon) and (as_much := _as_much(doc, verb, subject, lexicon)):
        return as_much
    if subject is None or target is None or verb.lemma_.lower() not in lexicon.taking_up:
        return None
    if target.lower_ not in ("it", "that", "this") or subject.tag_ in ("WDT", "WP", "PRP"):
        return None
    if subject.lower_ in lexicon.everybody or subject.lower_ in lexicon.whoever:
        return None  # "can anyone confirm this?"
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    describing = [c.left_edge.i for c in subject.children if c.dep_ in ("relcl", "appos") and c.i > subject.i]
    last = doc[min(describing) - 1] if describing else verbs.last(subject)
    return Pattern(verbs.spoken(verb), verbs.stretch(first, last), (verbs.stretch(target, target),))


def _as_much(doc: "Doc", verb: "Token", subject: "Token | None", lexicon: Lexicon) -> Pattern | None:
    """ "The ministry admitted as much", "it said the same last May", "one found the opposite". The claim stands before, too."""
    after = doc[verb.i + 1 : verb.i + 3]
    words = " ".join(t.lower_ for t in after)
    alone = words in lexicon.same_again and verbs.subject(verb) is not None and after[-1].dep_ == "dobj"
    if subject is None or not (words == "as much" or alone) or subject.tag_ in ("WDT", "WP"):
        return None
    return Pattern(
        verbs.spoken(verb),
        verbs.span(subject),
        (verbs.stretch(after[0], after[1]),),
    )


def _put_at(
    doc: "Doc", tokens: "list[Token]", verb: "Token", sentence: Span, lexicon: Lexicon
) -> Pattern | None:
    """ "The police put the figure at 14", "two curators put it at $400,000", "it found rust and put the cost at £6m"."""
    subject = verbs.nearest(verb, "nsubj")
    if subject is None and verb.dep_ == "conj":
        subject = verbs.nearest(verb.head, "nsubj")
    amount = next((c for c in verb.children if c.dep_ == "dobj"), None)
    behind = [t for t in tokens if amount is not None and t.i > amount.i]
    behind = list(itertools.takewhile(lambda t: t.text != ":" and not t.is_quote, behind))
    # not "puts it so: “At ten I sing.”"
    at = next((t for t in behind if t.lower_ in lexicon.near_figures), None)
    if verb.lemma_ not in ("put", "estimate") or subject is None or amount is None or at is None:
        return None
    counted = (amount.pos_ == "NOUN" or amount.lower_ == "it") and any(
        t.like_num and t.ent_type_ not in ("TIME", "DATE") for t in at.subtree
    )
    if not (counted or amount.lemma_.lower() in lexicon.amounts) or subject.tag_ in ("WDT", "WP"):
        return None
    whole = Span(amount.left_edge.idx, verbs.to_semicolon(tokens, at, sentence.end))
    return Pattern(
        verbs.spoken(verb),
        verbs.span(subject),
        (spans.trim(nlp.text(doc), whole, spans.EDGE, spans.EDGE),),
    )
