"""From attributions to claims: the verdict of each sentence, and whether the writer's own ones need a source."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import confidence, needs, nlp, verbs
from mediakit.analysis.page import Page
from mediakit.analysis.places import Places
from mediakit.lexicon import Lexicon
from mediakit.model import Attribution, Claim, Span, Why
from mediakit.taxonomy import Kind, Need, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HALF = 0.5
LITTLE = 0.04
"""A share of attributed letters under this is a slip at a border, not a part of the claim."""
LINK_WORDS = re.compile(
    r"^\W*(?:but|and|yet|so|however|meanwhile|also|still|then|though|while|that)\b\W*", re.IGNORECASE
)


def judge(
    page: Page, attributions: tuple[Attribution, ...], turns: frozenset[str] = frozenset()
) -> tuple[Claim, ...]:
    """One claim a sentence, in order; ids c1, c2, ... `turns` are the attributions that a dialogue gives away."""
    claims, quoted = [], page.quoted
    reach = Places([_reach(a) for a in attributions])
    for number, sentence in enumerate(page.sentences, 1):
        near = tuple(attributions[i] for i in reach.overlapping(sentence))
        own = tuple(a for a in near if any(s.overlaps(sentence) for s in a.content))
        share, beside = attributed(page, sentence, near)
        verdict = (
            Verdict.SOURCED
            if share >= HALF
            else Verdict.PARTLY
            if own and share > LITTLE
            else Verdict.UNSOURCED
        )
        features = confidence.claim_features(page.reading, sentence, verdict, share, beside, quoted)
        sure = confidence.of_claim(features)
        if verdict is Verdict.SOURCED and turns & {a.id for a in own}:
            sure = max(sure, confidence.TURN)
        need, why = None, None
        if verdict is not Verdict.SOURCED:
            need, why = _need(page.doc, sentence, near, page.lexicon)
        claims.append(
            Claim(
                f"c{number}",
                sentence.start,
                sentence.end,
                verdict,
                need,
                tuple(a.id for a in own),
                sure,
                why,
            )
        )
    return tuple(claims)


def _reach(attribution: Attribution) -> Span:
    """From the first to the last of everything that the attribution stands on."""
    spans = (*attribution.content, *attribution.cue, *attribution.source, *attribution.why.words)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def attributed(
    page: Page, sentence: Span, attributions: tuple[Attribution, ...]
) -> tuple[float, frozenset[int]]:
    """Content characters over all that are neither cue nor source, and those that are one of the two.

    Blanks, and marks at the edges, are not counted. A long description of the speaker is not a claim of the writer's,
    so the whole source counts as source.
    """
    text, role = page.text, _roles(page, sentence, attributions)
    lead = LINK_WORDS.match(text[sentence.start : sentence.end])
    skip = range(sentence.start, sentence.start + (lead.end() if lead else 0))
    letters = [
        i
        for i in range(sentence.start, sentence.end)
        if text[i].isalnum() and (i not in skip or role.get(i) == "content")
    ]
    content = sum(role.get(i) == "content" for i in letters)
    rest = sum(i not in role for i in letters)
    share = content / (content + rest) if content else 0.0
    return share, frozenset(i for i, name in role.items() if name != "content")


def _roles(page: Page, sentence: Span, attributions: tuple[Attribution, ...]) -> dict[int, str]:
    """What each attributed character is: "source", "cue" or "content"; content wins."""
    doc, role = page.doc, dict[int, str]()
    for attribution in attributions:
        for span in attribution.source:
            for i in _description(doc, span) if span.overlaps(sentence) else ():
                role.setdefault(i, "source")
        for span in attribution.cue:
            for i in _circumstances(doc, span, page.lexicon) if span.overlaps(sentence) else ():
                role.setdefault(i, "cue")
        last = attribution.content[-1]
        behind = Span(last.end, sentence.end)
        if attribution.cue and last.overlaps(sentence) and behind.length > 0:
            for i in _occasion(doc, behind, page.lexicon):
                role.setdefault(i, "cue")
        for name, spans in (
            ("source", attribution.source),
            ("cue", attribution.cue),
            ("content", attribution.content),
        ):
            for span in spans:
                if span.overlaps(sentence):
                    for i in range(max(span.start, sentence.start), min(span.end, sentence.end)):
                        role[i] = name
        _mark_promise(page.text, sentence, attribution, role)
    return role


def _description(doc: "Doc", source: Span) -> range:
    """The characters of ", who voted for the plan" or ", the mayor" behind a source: they tell about the speaker."""
    tokens = nlp.tokens_in(doc, source)
    if not tokens:
        return range(0)
    last = tokens[-1]
    behind = [
        c
        for t in tokens
        for c in t.children
        if c.dep_ in ("relcl", "appos", "acl") and c.i > last.i and c.left_edge.i <= last.i + 2
    ]
    edge = max((c.right_edge for c in behind), key=lambda t: t.i, default=last)
    return range(source.end, edge.idx + len(edge))


def _circumstances(doc: "Doc", cue: Span, lexicon: Lexicon) -> list[int]:
    """The characters of "told | the Courier | on Sunday", "speaking in Halden", "asked whether it was late": they tell when, where, to whom and why it was said."""
    verb = verbs.main_in(cue, doc)
    if verb is None:
        return _spreading(doc, cue, lexicon)
    beside = (c for c in verb.children if _tells_when(c, verb, lexicon))
    told = [i for c in beside for i in range(*verbs.stretch(c.left_edge, c.right_edge))]
    return [*_quoted_by(verb, lexicon), *told]


def _quoted_by(verb: "Token", lexicon: Lexicon) -> list[int]:
    """The characters of "the paper also quoted a guard as | saying": who passes it on claims nothing by that."""
    over = verbs.over_as(verb)
    if over.lemma_.lower() not in lexicon.quoting:
        return []
    last, first = verbs.as_saying(over) or over, (verbs.subject(over) or over).left_edge
    return list(range(first.idx, last.idx + len(last))) if first.i < last.i else []


def _spreading(doc: "Doc", cue: Span, lexicon: Lexicon) -> list[int]:
    """The characters of "claims that it was rigged | have been circulating since May": how a rumour goes round is no claim."""
    noun = next(iter(nlp.tokens_in(doc, cue)[-1:]), None)
    verb = noun.head if noun is not None and noun.dep_ in verbs.SUBJECTS else None
    if verb is None or verb.lemma_.lower() not in lexicon.swirling or verb.lemma_ == "be":
        return []
    beside = (c for c in verb.children if c != noun and not _has_clause(c))
    words = (verbs.stretch(verb, verb), *(verbs.stretch(c.left_edge, c.right_edge) for c in beside))
    return [i for span in words for i in range(*span)]


def _has_clause(word: "Token") -> bool:
    return word.dep_ not in ("aux", "auxpass") and any(verbs.is_finite(t) for t in word.subtree)


def _occasion(doc: "Doc", behind: Span, lexicon: Lexicon) -> list[int]:
    """The characters of "blasted it as “a disgrace” | on Tuesday on the radio", whatever noun the parser hangs them on."""
    told: list[int] = []
    for token in (t for t in nlp.tokens_in(doc, behind) if t.idx >= behind.start and not t.is_quote):
        if told and token.idx < told[-1]:
            continue  # within the phrase
        day = token.ent_type_ == "DATE" and token.left_edge == token
        when = token.dep_ == "prep" and token.lower_ in lexicon.when_and_where
        if not (day or when) or any(verbs.is_finite(t) for t in token.subtree):
            break
        told += range(token.idx, token.right_edge.idx + len(token.right_edge))
    return told


def _tells_when(word: "Token", verb: "Token", lexicon: Lexicon) -> bool:
    """Does a word beside a verb of speaking lead into when, where, to whom or on what question it spoke, and into no claim?"""
    if word.dep_ == "advcl" and word.tag_ == "VBN":
        return word.lemma_.lower() in lexicon.asking_verbs
    speaks = word.dep_ in ("advcl", "xcomp") and word.tag_ == "VBG"
    speaks = speaks and word.lemma_.lower() in lexicon.speaking_at
    hears = word.dep_ in ("dobj", "dative") and verb.lemma_.lower() in lexicon.hearing
    when = word.dep_ == "npadvmod" or (word.dep_ == "prep" and word.lower_ in lexicon.when_and_where)
    paper = verbs.governed(word) if when and word.i < verb.i else None
    papers = lexicon.nouns[Kind.DOCUMENT] | lexicon.occasions
    if paper is not None and word.lower_ == "in" and paper.lemma_.lower() in papers:
        return True  # "in a letter, which has been seen by the Courier, she says"
    return (hears or when or speaks) and not any(verbs.is_finite(t) for t in word.subtree)


def _mark_promise(text: str, sentence: Span, attribution: Attribution, role: dict[int, str]) -> None:
    """ "speaking on condition of anonymity" tells about the source, like a description does."""
    if attribution.kind is not Kind.ANONYMOUS:
        return
    for span in attribution.why.words:
        start = max(
            (e.end for e in (*attribution.source, *attribution.cue) if e.end <= span.start),
            default=span.start,
        )
        if span.overlaps(sentence) and span.start - start < 80:
            for i in range(max(start, sentence.start), min(span.end, sentence.end)):
                role.setdefault(i, "source")


def _need(doc: "Doc", sentence: Span, near: tuple[Attribution, ...], lexicon: Lexicon) -> tuple[Need, Why]:
    """The need of what no attribution takes; a line that only signs a quotation claims nothing."""
    signing = [s for a in near for s in a.source]
    taken = [s for a in near for s in (*a.content, *a.cue)]
    words = [t for t in nlp.tokens_in(doc, sentence) if needs.counts(t)]
    if words and all(any(s.start <= t.idx < s.end for s in signing) for t in words):
        return Need.COMMON, Why("seen", (Span(words[0].idx, words[-1].idx + len(words[-1])),), Need.CHECKABLE)
    tokens = [t for t in words if not any(s.start <= t.idx < s.end for s in taken)]
    need, rule, shown, second = needs.judge(tokens, lexicon)
    return need, Why(rule, shown, second)
