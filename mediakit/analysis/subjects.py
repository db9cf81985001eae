"""Whose verb a cue is: the subject of the verb of speaking, where the tagger marked somebody else or nobody."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, spans, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.sources import described
from mediakit.analysis.spans import Tagged
from mediakit.analysis.tagger import CUE, SOURCE
from mediakit.lexicon import Lexicon
from mediakit.model import Span, touching
from mediakit.taxonomy import Kind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AGENT = 3
"""Words behind a passive verb in which its agent begins; a later "by" belongs to what was told."""


def own(
    link: Link,
    source: Tagged | None,
    page: Page,
) -> Tagged | None:
    """The subject of the cue's own verb, where the tagger went to another sentence, another verb or nowhere: "said a parent"."""
    verb = verbs.main(link.cue, page.doc)
    if verb is not None and (quoted := quoted_as(verb, page.lexicon)) is not None:
        return page.cover(Span(quoted.left_edge.idx, quoted.idx + len(quoted)), SOURCE)
    if link.cue is None or verb is None:
        return source
    if source is not None and (inner := _inner(verb, source, page)) is not None:
        return inner
    if verbs.am_told(verb, page.lexicon):
        return None
    if (source is not None and _is_place(verb, source, page.doc)) or _is_target(verb, source, page.lexicon):
        return None
    while (
        verb.dep_ == "xcomp" and verb.head.i < verb.i and link.cue.span.holds(Span(verb.head.idx, verb.idx))
    ):
        verb = verb.head  # "he liked to say"
    home = next(iter(touching(page.sentences, Span(verb.idx, verb.idx + 1))), None)
    if verbs.passive(verb):
        return _of_passive(verb, source, home, page)
    if verbs.hears(verb, page.lexicon) or _is_reduced(verb, page.lexicon) or _emerges(verb, page.lexicon):
        return None
    relative = _relative(verb, source, page.lexicon)
    if relative is not None and source is not None and _is_nearer(source, relative, verb):
        return source
    if relative is not None:
        return page.cover(Span(relative.idx, relative.idx + len(relative)), SOURCE)
    if source is not None and _is_behind(verb, source, link):
        second = verb.dep_ == "conj"
        subject = verbs.subject(verb.head if second else verb.sent.root, "nsubj")
        subject = _last_subject(verb) if second and subject is None else subject
        source = source if subject is None else None
    else:
        subject = _subject(verb, source, home, page.doc)
    if home is None or subject is None or _stays(source, verb, subject, home, page.doc):
        return source
    span = without_clauses(subject)
    free = home.holds(span) and not any(span.overlaps(c.span) for c in link.contents)
    return page.cover(span, SOURCE) if free else source


def _who_told(verb: "Token", source: Tagged | None, page: Page) -> Tagged | None:
    """ "| I | was told by a bus driver that": the driver, not who hears it."""
    hearer, who = verbs.subject(verb, "nsubjpass"), verbs.governed(verbs.by(verb))
    if source is None or hearer is None or who is None or verb.lemma_ not in page.lexicon.hearing:
        return None
    hears = source.span.holds(Span(hearer.idx, hearer.idx + len(hearer)))
    return page.cover(verbs.span(who), SOURCE) if hears else None


def _inner(verb: "Token", source: Tagged, page: Page) -> Tagged | None:
    """ "Ann Moor, head of a board that | critics | say is weak, left": who says it stands at the end of the source, in a clause that only describes."""
    who, words = verbs.subject(verb, "nsubj"), page.tokens(source.span)
    first = verb.head if verb.dep_ == "conj" else verb
    if who is None or first.dep_ not in ("relcl", "ccomp", "parataxis") or not words or words[-1] != who:
        return None
    own = verbs.stretch(who.left_edge, who)
    clause = page.doc[who.left_edge.i - 1] if who.left_edge.i > words[0].i else None
    # "a move | landlords | called “mad”"
    contact = first.dep_ == "relcl" and words[0].i <= first.head.i < who.left_edge.i and who.pos_ == "NOUN"
    led = clause is not None and clause.tag_ in ("WDT", "WP", "IN")
    return page.cover(own, SOURCE) if led or contact else None


def _of_passive(verb: "Token", source: Tagged | None, home: Span | None, page: Page) -> Tagged | None:
    """The tagger's source, unless it hears, asks or does something else."""
    if (told := _who_told(verb, source, page)) is not None:
        return told
    if source is None or home is None or not home.overlaps(source.span) or _is_of_before(verb, source, page):
        return None
    if (paper := _seen_paper(verb, source, page)) is not None:
        return page.cover(paper, SOURCE)
    other = _is_told(verb, source, page.lexicon) or _has_asked(verb, source, page.doc)
    other = other or (verbs.is_it(verb) and _acts_behind(verb, source, page.doc))
    return None if other or _acts_before(verb, source, page.doc) else source


def _is_of_before(verb: "Token", source: Tagged, page: Page) -> bool:
    """ "It leaked, according to | emails, | yet parents | were told": the emails do not tell the parents."""
    words = page.tokens(source.span)
    joined = verb.dep_ == "conj" and verb.lemma_ in page.lexicon.hearing and verbs.subject(verb) is not None
    return joined and bool(words) and words[-1].i < verb.left_edge.i


def with_clause(link: Link, page: Page) -> Link:
    """ "| The firm for which | she worked | said | it was sorry", "the club at which | he trained | insisted": the firm and the club speak."""
    verb, source = verbs.main(link.cue, page.doc), link.source
    who = verbs.subject(verb, "nsubj") if verb is not None else None
    if link.cue is None or verb is None or who is None or not verbs.speaks(verb, page.lexicon):
        return link
    clauses = (c for c in who.rights if c.dep_ in ("relcl", "acl"))
    clause = next((c for c in clauses if c.left_edge.lower_ != "who"), None)
    whole, ends = verbs.stretch(who.left_edge, who.right_edge), link.cue.span.end
    if clause is None or whole.end > verb.idx or (source is not None and not whole.holds(source.span)):
        return link
    told = [c for c in link.contents if not whole.holds(c.span) or page.quotes(c.span)]
    fits = source is not None and source.span.start <= who.idx and len(told) == len(link.contents)
    if not told or (fits and link.cue.span.start >= whole.end):  # "an official | reached by | phone said"
        return link
    own = spans.trim(page.text, Span(max(whole.end, link.cue.span.start), ends), spans.EDGE, spans.EDGE)
    return replace(link, contents=tuple(told), source=page.cover(whole, SOURCE), cue=page.cover(own, CUE))


def _emerges(verb: "Token", lexicon: Lexicon) -> bool:
    """ "It emerged on Friday that", "news broke that": from whom, nobody tells."""
    subject = verbs.subject(verb, "nsubj")
    news = subject is not None and subject.lower_ in lexicon.news_of and verb.lemma_ in lexicon.breaking
    return news or (verb.lemma_ in lexicon.emerging and verbs.is_it(verb))


def _is_behind(verb: "Token", source: Tagged, link: Link) -> bool:
    """ "Adding that it rose, figures | from the office | show": the source belongs to what comes next.

    So it does in "Moor called it wrong, but said it was legal, a view | the court | shared".
    """
    bare = (verb.tag_ == "VBG" and verb.dep_ == "advcl") or (verb.dep_ == "conj" and verb.idx < link.start)
    bare = bare and verbs.subject(verb, "nsubj") is None
    return bare and source.span.start >= link.contents[-1].span.end


def _subject(verb: "Token", source: Tagged | None, home: Span | None, doc: "Doc") -> "Token | None":
    """Whose verb it is; of a second verb, the subject of the first, where the source is none of its own."""
    own = verbs.acting(verb)
    bare = own is None and verb.tag_ in verbs.FINITE
    if bare and source is not None and _is_agent(source, verb, doc):
        return _last_subject(verb)
    # "the court rebuked them, observing that", "he came to announce that"
    if own is None and source is None and verb.tag_ in ("VBG", "VB") and verb.dep_ == "advcl":
        return verbs.subject(verb.head, "nsubj")
    if own is not None or verb.dep_ != "conj":
        return own
    first = verbs.subject(verb.head, "nsubj")
    away = source is not None and home is not None and not home.overlaps(source.span)
    if source is None or first is None:
        return None
    # "a letter, which the mayor has seen, warns of it and recommends"
    if away or _in_relative(source, doc) or _within(source, first, doc):
        return first
    # "no group has claimed it, but suspicion fell on the league, which opposes it and had vowed"
    return first if first.tag_ == "WDT" and _has_own_verb(source, verb.head, first, doc) else None


def _is_agent(source: Tagged, verb: "Token", doc: "Doc") -> bool:
    """ "Was scolded by | the bishop; praised the king": the one who did it to the other did not go on."""
    words = nlp.tokens_in(doc, source.span)
    by = next((t.head for t in words if t.dep_ == "pobj" and t.head.dep_ == "agent"), None)
    return by is not None and by.head.i < verb.i and any(t.text == ";" for t in doc[by.i : verb.i])


def _last_subject(verb: "Token") -> "Token | None":
    """Who did what stands before a verb without a subject: "she was booed; was scolded by the bishop; and declared"."""
    before = verb.doc[verb.sent.start : verb.i]
    return next((t for t in reversed(before) if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ != "WDT"), None)


def _stays(source: Tagged | None, verb: "Token", subject: "Token", home: Span, doc: "Doc") -> bool:
    """Is the tagger's source as good as the subject?"""
    if source is None or not home.overlaps(source.span):
        return False
    if subject.i < verb.i < nlp.tokens_in(doc, source.span)[0].i and verbs.breaks_in(verb):
        return True
    if _has_own_verb(source, verb, subject, doc) or _is_agent(source, verb, doc):
        return False
    return not _in_clause_of(source, subject, doc)


def without_clauses(subject: "Token") -> Span:
    """A subject up to what only describes it."""
    describing = [
        c
        for c in subject.children
        if c.dep_ in ("relcl", "appos", "acl", "punct")
        and c.i > subject.i
        and not (c.dep_ == "appos" and c.left_edge.i == subject.i + 1)  # "rail operator NorthLine"
    ]
    edge = min((c.left_edge.i - 1 for c in describing), default=verbs.last(subject).i)
    whole = set(subject.subtree)  # "commanders accused the army – a claim that": the claim stands apart
    edge = next((t.i - 1 for t in subject.doc[subject.i : edge + 1] if t not in whole), edge)
    last = subject.doc[edge]
    return Span(subject.left_edge.idx, last.idx + len(last))


def _relative(verb: "Token", source: Tagged | None, lexicon: Lexicon) -> "Token | None":
    """The "who" before a verb, or the "that" of "a letter that told her she was dead", where the source is neither it nor its noun."""
    word = verbs.subject(verb, "nsubj")
    if word is None or word.tag_ not in ("WP", "WDT") or verb.dep_ != "relcl":
        return None
    if source is None:
        return word if verbs.speaks(verb, lexicon) else None  # "a study from 2020, which concluded"
    noun = described(verb)
    if word.lower_ != "who" and noun.lemma_.lower() not in lexicon.nouns[Kind.DOCUMENT]:
        return None
    return None if any(source.span.start <= t.idx < source.span.end for t in (noun, word)) else word


def _is_nearer(source: Tagged, who: "Token", verb: "Token") -> bool:
    """ "The man who | police | believe set the fire": who believes it stands between."""
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj" and c.i > who.i]
    return any(source.span.holds(Span(c.idx, c.idx + len(c))) for c in subjects)


def _in_relative(source: Tagged, doc: "Doc") -> bool:
    """Is the source the subject of a clause with "which" or "who"?"""
    words = nlp.tokens_in(doc, source.span)
    return any(t.dep_ == "nsubj" and t.head.dep_ == "relcl" and t.tag_ not in ("WP", "WDT") for t in words)


def _within(source: Tagged, subject: "Token", doc: "Doc") -> bool:
    """ "A report published in | 2021 by the auditor | warned ... and recommended": words that only describe the subject."""
    words = nlp.tokens_in(doc, source.span)
    return bool(words) and all(subject in t.ancestors for t in words)


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
    if words and subject.i < words[0].i and doc[words[0].i - 1].lower_ == "as":
        return True  # "a driver who asked to be known as | Jan | told"
    clause = next((c for c in subject.subtree if c.dep_ == "relcl"), None)
    if clause is None or any(t.i <= subject.i or t.pos_ == "PRON" for t in words):
        return False
    return all(clause.left_edge.i < t.i <= clause.right_edge.i for t in words)


def _is_told(verb: "Token", source: Tagged, lexicon: Lexicon) -> bool:
    """ "Moss was told", "came only to be told", "is expected to": Moss does not speak, nor does anybody in "it was believed"."""
    without = verb.dep_ == "conj" or any(c.tag_ == "TO" for c in verb.lefts)
    # past "the first to be told"
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), verb)
    holders = (verb, above) if without else (verb,)
    subjects = (c for v in holders for c in v.children if c.dep_ in ("nsubjpass", "nsubj"))
    subject = next(subjects, None)
    asked = lexicon.stances.get(verb.lemma_.lower()) is Stance.ACT and any(
        c.dep_ == "xcomp" for c in verb.rights
    )
    told = asked or verb.lemma_.lower() in lexicon.hearing | lexicon.thought_of
    if subject is not None and subject.lower_ == "it" and source.span.start < verb.idx:
        return True  # "it’s claimed", "Moor is to go, it was announced"
    if not told or subject is None:
        return False
    agent = any(c.lower_ in ("by", "among") and c.i <= verb.i + AGENT for c in verb.children)
    listens = asked or verb.lemma_.lower() in lexicon.hearing
    if listens and subject.tag_ == "WP" and source.span.start <= described(holders[-1]).idx < source.span.end:
        return True  # "recalled Lyle, who was told by her doctor"
    empty = subject.lower_ == "it" or (not agent and listens)
    edge = subject.right_edge
    edge = edge if edge.whitespace_ or edge.i + 1 == len(edge.doc) else edge.nbor(1)  # "I’m told"
    return empty or Span(subject.left_edge.idx, edge.idx + len(edge)).holds(source.span)


def _seen_paper(verb: "Token", source: Tagged, page: Page) -> Span | None:
    """ "Staff were told to go, in | a letter obtained by the Courier": the letter tells it, not who has seen it."""
    by = next((t.head for t in page.tokens(source.span) if t.dep_ == "pobj" and t.head.lower_ == "by"), None)
    return verbs.seen_paper(by, page.lexicon) if by is not None and by.head != verb else None


def _acts_before(verb: "Token", source: Tagged, doc: "Doc") -> bool:
    """ "In a camp that | the army | has never shown, troops | are said | to be held": the army shows it, and does not say so."""
    words = nlp.tokens_in(doc, source.span)
    acts = next((t.head for t in words if t.dep_ == "nsubj" and t.head not in words), None)
    return acts is not None and acts.dep_ == "relcl" and source.span.end <= acts.idx < verb.idx


def _acts_behind(verb: "Token", source: Tagged, doc: "Doc") -> bool:
    """ "It was confirmed that the bridge, which | experts | say is weak, would close": the experts confirm nothing."""
    words = nlp.tokens_in(doc, source.span)
    return any(t.dep_ == "nsubj" and t.i > verb.i for t in words)


def _has_asked(verb: "Token", source: Tagged, doc: "Doc") -> bool:
    """ "Asked by her lawyer, she is said to have wept": the lawyer does not say it."""
    words = nlp.tokens_in(doc, source.span)
    by = next((t.head for t in words if t.dep_ == "pobj" and t.head.lower_ == "by"), None)
    return by is not None and by.i < words[0].i < verb.i and by.head != verb


def _is_reduced(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The victim, believed to be thirty, was taken away", "Moor, once hailed as a saviour, lost": a passive without its helper, whatever the parser takes it for."""
    to = verbs.thought_to(verb, lexicon)
    first = next((t.i + 1 for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.tag_ != "RB"), verb.i)
    before = [t for t in verb.doc[max(verb.sent.start, first - 2) : first] if not t.is_space]
    behind_noun = [t.text for t in before[1:]] == [","] and before[0].pos_ in ("NOUN", "PROPN", "NUM")
    called = verb.lemma_.lower() in lexicon.called_as and verb.doc[verb.i + 1 : verb.i + 2].text == "as"
    called = called and ((verb.dep_ == "acl" and verbs.is_finite(verb.sent.root)) or _is_parted(verb))
    built = to is not None and to.i + 2 < len(to.doc) and to.nbor(2).tag_ == "VBN"
    having = built and verb.lemma_ == "say" and to is not None and to.nbor(1).lower_ == "have"
    return (behind_noun and (to is not None or called)) or having  # "the firm said to have built it"


def _is_parted(verb: "Token") -> bool:
    """ "Moor, once hailed as a saviour, | lost", not "critics, led by Moor, described as “absurd” the idea"."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return any(t.text == "," and verbs.is_finite(then) for t, then in itertools.pairwise(behind))


def _is_place(verb: "Token", source: Tagged, doc: "Doc") -> bool:
    """ "There have been reports in Portugal that": that is where, not who."""
    there = any(c.dep_ == "expl" for c in verb.children)
    last = nlp.tokens_in(doc, source.span)[-1]
    return there and last.dep_ == "pobj" and last.head.lower_ == "in" and last.head.head.head == verb


def _is_target(verb: "Token", source: Tagged | None, lexicon: Lexicon) -> bool:
    """ "The mayor faces accusations that he lied": others accuse him."""
    told = any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon.things_of_speech for c in verb.children)
    subject = verbs.subject(verb, "nsubj")
    if subject is None or not told or verb.lemma_.lower() not in lexicon.drawing:
        return False
    return source is None or source.span.start <= subject.idx < source.span.end


def quoted_as(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """Who spoke in "the envoy was quoted as saying": the subject of a passive, for once."""
    quotes = verbs.over_as(verb)
    says = quotes.lemma_ in lexicon.quoting and verbs.as_saying(quotes) is not None
    if says and not verbs.passive(quotes):
        return next((c for c in quotes.rights if c.dep_ == "dobj"), None)  # "the paper quoted Moor as saying"
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "hear" and verbs.passive(verb.head):
        return verbs.subject(verb.head, "nsubjpass")  # "was heard to mutter"
    if _goes_along(verb):
        return verbs.subject(verb.head, "nsubjpass")
    outer = verb.head.head
    if verb.tag_ != "VBG" or verb.head.lower_ != "as" or not verbs.passive(outer):
        return None
    return verbs.subject(outer, "nsubjpass")


def _goes_along(verb: "Token") -> bool:
    """ "Moss was led away | muttering that", "muttering that it was late, Moss was led away": who goes along speaks."""
    bare = verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "advcl") and verbs.subject(verb) is None
    apart = verb.i > 0 and verb.nbor(-1).text == ","
    return bare and not apart and verbs.passive(verb.head)
