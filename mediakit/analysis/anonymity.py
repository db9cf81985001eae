"""Where the text says that a source wants no name, and whom it says that of.

The phrases stand in `lang/` as regular expressions. What somebody says about anonymity in quotation marks is no such place.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, verbs
from mediakit.analysis.page import Page
from mediakit.analysis.sources import Phrase
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, among, touching
from mediakit.taxonomy import Reason

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from mediakit.analysis.people import Entity


NEXT = 4
"""Characters between a sentence and the next: no other sentence fits between."""


NEAR = 300
"""Characters between those who want no names and "one" of them."""
REACH = {"both": 200, "neither": 200, "all": 600, "none": 600}
"""Characters between "Both spoke on condition of anonymity" and the first of the two, or of all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that withholds a name: the words that say so, and why, if it tells.

    `since` is where the quotations begin that stand between it and the sentence before; `whom` are the places of the
    noun to which its "who" belongs, and of those that it stands beside; `heads` are the nouns for people that stand before the words there ("official"), `many` says that one is a plural; `back` says that
    the sentence begins with a word for those who spoke before it ("He asked not to be named"), `reach` how far behind it those may stand, `by_pronoun` that "he" or "they" is its subject.
    """

    sentence: Span
    since: int
    words: Span
    reason: Reason
    heads: frozenset[str]
    whom: frozenset[int]
    many: bool
    back: bool
    reach: int
    by_pronoun: bool


def find(page: Page) -> "Statements":
    """All such sentences."""
    lexicon, quoted, found = page.lexicon, page.quoted, []
    for number, sentence in enumerate(page.sentences):
        own = _own_words(page.text, sentence, touching(quoted, sentence))
        stock = _said(own, lexicon, Reason.STOCK)
        words = _said(own, lexicon, Reason.NONE) or stock
        if words is None:
            continue
        if _is_anothers(page.doc, Span(sentence.start + words.start, sentence.start + words.end), lexicon):
            continue
        given = _said(own, lexicon, Reason.GIVEN) is not None
        reason = Reason.STOCK if stock else Reason.GIVEN if given else Reason.NONE
        at = Span(sentence.start + words.start, sentence.start + words.end)
        since = _since(page.text, page.sentences[: number + 1], quoted)
        found.append(_statement(page.doc, sentence, since, at, reason, quoted, lexicon))
    return Statements(tuple(found), lexicon)


def _is_anothers(doc: "Doc", words: Span, lexicon: Lexicon) -> bool:
    """ "The police said a man had died, but declined to give his name", "though they did not give his name": not theirs."""
    tokens = nlp.tokens_in(doc, words)
    verb = next((t for t in tokens if t.pos_ in ("VERB", "AUX")), None)
    who = _subject(verb, words.start) if verb is not None else None
    if who is None or not any(t.lower_ in ("his", "her") for t in tokens):
        return False
    if who.lower_ == "they" and any(t.lemma_ == "give" for t in tokens):
        return True
    return who.lower_ in lexicon.forces or who.lower_ in lexicon.organization_words or who.ent_type_ == "ORG"


def begins(text: str, lexicon: Lexicon, reason: Reason = Reason.NONE) -> bool:
    """Does a text begin with such a phrase, or with why somebody gives no name ("feared for his job")?"""
    return any(p.match(text.lower()) for p in _compiled(lexicon, reason))


def covers(text: str, sentence: Span, cue: Span, content: Span, lexicon: Lexicon) -> bool:
    """Do such words begin before a content, and go on into it: "did not want | her name used", "spoke on | the understanding that"?"""
    words = text[slice(*sentence)].lower()
    begin, into = cue.end - sentence.start, content.start - sentence.start
    patterns = (*_compiled(lexicon, Reason.NONE), *_compiled(lexicon, Reason.STOCK))
    found = (m.span() for p in patterns for m in p.finditer(words))
    return any(start < max(begin, into + 1) and end > into for start, end in found)


def says(text: str, lexicon: Lexicon) -> bool:
    """Does a text have such a phrase?"""
    return _said(text, lexicon, Reason.NONE) is not None or _said(text, lexicon, Reason.STOCK) is not None


class Statements:
    """All of a text, in order, and which of them are about whom."""

    def __init__(self, all_: tuple[Statement, ...], lexicon: Lexicon) -> None:
        self._all, self._lexicon = all_, lexicon
        self._about: dict[str, list[Statement]] = {}
        for statement in all_:
            for head in statement.heads:
                self._about.setdefault(head, []).append(statement)

    def of(self, phrase: Phrase, home: Span) -> Statement | None:
        """What is said of a source: in its own sentence, in the next one, or of all like it in an earlier one."""
        own = among(self._all, home, lambda s: s.sentence)
        told = [s for s in own if not s.whom or _nouns(phrase) & s.whom]
        if told:
            return told[0]
        return self._next(phrase, home) or self._blanket(phrase, home) or self._part(phrase, home)

    def naming(self, entity: "Entity | None") -> Statement | None:
        """A sentence about a name itself: "Amira is not her real name"."""
        mentions = entity.mentions if entity is not None else ()
        return next(
            (s for s in self._all if any(s.sentence.holds(m) and m.end <= s.words.start for m in mentions)),
            None,
        )

    def _part(self, phrase: Phrase, home: Span) -> Statement | None:
        """ "Five cooks spoke to the paper on condition of anonymity. “It is late,” one said"."""
        at = bisect_right(self._all, home.start, key=lambda s: s.sentence.end)
        if not at or not phrase.heads & self._lexicon.parts or len(phrase.tokens) > 1:
            return None
        if phrase.head.dep_ == "pobj":
            return None  # "according to one account; according to another"
        last = self._all[at - 1]
        return last if last.many and home.start - last.sentence.end <= NEAR else None

    def _next(self, phrase: Phrase, home: Span) -> Statement | None:
        at = bisect_left(self._all, home.end, key=lambda s: s.sentence.start)
        if at == len(self._all):
            return None
        following = self._all[at]
        fits = following.by_pronoun or not following.heads or following.heads & phrase.heads
        near = following.since - home.end <= following.reach
        near = near and not _counted_between(phrase, home.end, following.sentence.start)
        return following if following.back and fits and near else None

    def _blanket(self, phrase: Phrase, home: Span) -> Statement | None:
        if any(t.pos_ == "PROPN" for t in phrase.base) or _is_new(phrase):
            return None
        for head in phrase.heads:
            about = self._about.get(head, [])
            at = bisect_right(about, home.start, key=lambda s: s.sentence.end)
            if at and (about[at - 1].many or phrase.definite):
                last = about[at - 1]
                return None if _is_from_elsewhere(phrase, last, self._lexicon) else last
        return None


def _counted_between(phrase: Phrase, start: int, end: int) -> bool:
    """ "A voice told him so. Two officers knew it. Both asked for anonymity": the two of the sentence between."""
    between = nlp.tokens_in(phrase.head.doc, Span(start, end)) if start < end else []
    subjects = (t for t in between if t.tag_ == "NNS" and t.dep_ in verbs.SUBJECTS)
    return any(c.dep_ == "nummod" for t in subjects for c in t.lefts)


def _nouns(phrase: Phrase) -> set[int]:
    """The places of a source's words, with the "one" of "one of them"."""
    head, places = phrase.head, {t.idx for t in phrase.tokens}
    while head.dep_ in ("pobj", "prep") and head.head.i < head.i:
        head = head.head
        places.add(head.idx)
    return places


def _is_new(phrase: Phrase) -> bool:
    """ "One petty officer, who has served for years" is not one of the officers who asked for anonymity before."""
    narrowed = any(t.pos_ in ("ADJ", "NOUN") and t != phrase.head for t in phrase.base)
    return not phrase.definite and narrowed and any(t.tag_ in ("WP", "WDT") for t in phrase.rest)


def _is_from_elsewhere(phrase: Phrase, said: Statement, lexicon: Lexicon) -> bool:
    """ "A European official", "some former officials" are none of the American ones who asked for anonymity."""
    words = [t.lower_ for t in phrase.base if t.ent_type_ == "NORP" or t.lower_ in lexicon.tenures]
    near = nlp.text(phrase.head.doc)[max(0, said.sentence.start - NEAR) : said.sentence.end].lower()
    return not phrase.definite and any(word not in near for word in words)


def _statement(
    doc: "Doc", sentence: Span, since: int, words: Span, reason: Reason, quoted: Spans, lexicon: Lexicon
) -> Statement:
    marked = touching(quoted, sentence)
    before = [
        t
        for t in nlp.tokens_in(doc, sentence)
        if t.idx < words.start and not any(q.start <= t.idx < q.end for q in marked)
    ]
    nouns = [t for t in before if t.pos_ == "NOUN" and {t.lower_, t.lemma_.lower()} & lexicon.people]
    own = (t for t in nlp.tokens_in(doc, sentence) if not t.is_punct and t.idx < words.end)
    first = next((t for t in own if not any(q.start <= t.idx < q.end for q in marked)), None)
    back = first is not None and (
        first.lower_ in lexicon.pronouns or first.lower_ in lexicon.backward or first.tag_ == "PRP$"
    )
    whom = _whom(doc, words, lexicon.people | lexicon.parts)
    # "an officer, who briefed reporters and cannot be named": one officer
    nouns = (
        [t for t in nouns if t.idx in whom]
        or nouns
        or [t for t in before if t.idx in whom and t.pos_ == "NOUN"]
    )
    # "he said a colleague, who declined to be named, had lit it", "the paper quoted an anonymous clerk"
    other = any(t.idx in whom for t in nouns) or any(at > words.start for at in whom)
    pronouns = (t for t in before if t.dep_ == "nsubj" and not other)
    by_pronoun = any(lexicon.pronouns.get(t.lower_) in ("m", "f", "p") for t in pronouns)
    return Statement(
        sentence,
        since,
        words,
        reason,
        frozenset(w for t in nouns for w in (t.lower_, t.lemma_.lower())),
        whom,
        any(t.tag_ == "NNS" for t in nouns)
        or (not nouns and first is not None and (first.lower_ in lexicon.counting or first.lower_ in REACH)),
        (back and not other) or by_pronoun,
        REACH.get(first.lower_, NEXT) if first is not None else NEXT,
        by_pronoun,
    )


def _since(text: str, sentences: Spans, quoted: Spans) -> int:
    """ "“It is over,” said a guard. “Go home.” He asked not to be named": nothing but the guard's words stands between."""
    at = len(sentences) - 1
    while at and not _own_words(text, sentences[at - 1], touching(quoted, sentences[at - 1])).strip():
        at -= 1
    return sentences[at].start


def _whom(doc: "Doc", words: Span, people: frozenset[str]) -> frozenset[int]:
    """ "A colonel insisted, and a judge, who cannot be named, agreed": it is the judge; empty where no such clause is found."""
    told = nlp.tokens_in(doc, words)
    if len(told) == 1 and told[0].dep_ == "amod":
        return frozenset((told[0].head.idx,))  # "an anonymous member of staff"
    verb = next((t for t in told if t.pos_ in ("VERB", "AUX")), None)
    clause = (
        next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None) if verb is not None else None
    )
    who = _subject(verb, words.start) if verb is not None and clause is None else None
    if who is not None and who.pos_ in ("NOUN", "PROPN"):
        return frozenset((who.idx,))  # "Players were told not to speak, a coach said"
    noun = _described_by(clause, people) if clause is not None else None
    if clause is None or noun is None:
        return frozenset()
    beside = [noun, *(t for t in noun.children if t.dep_ == "appos")]
    while noun.dep_ == "appos":
        noun = noun.head
        beside.append(noun)
    return frozenset(t.idx for t in beside)


def _described_by(clause: "Token", people: frozenset[str]) -> "Token | None":
    """Whom a "who" describes; the parser takes the noise in "complained of noise, and one, who would not be named"."""
    before = clause.doc[max(0, clause.left_edge.i - 2) : clause.left_edge.i]
    beside = [before[0]] if len(before) == 2 and before[1].text == "," else []
    known = (t for t in (clause.head, *beside) if {t.lower_, t.lemma_.lower()} & people)
    return next(known, clause.head if _is_whose(clause) else None)


def _is_whose(clause: "Token") -> bool:
    """ "The operator, whom we are calling Claire": somebody, whatever a list of people has."""
    return clause.head.pos_ == "NOUN" and any(t.lower_ == "whom" for t in clause.lefts)


def _subject(verb: "Token", before: int) -> "Token | None":
    """Whose verb it is, or whose the verb is over it: "her brother | had asked not | to be named"."""
    while (subject := verbs.subject(verb)) is None or subject.idx >= before:
        if verb.dep_ not in ("xcomp", "ccomp", "conj", "aux", "auxpass"):
            return None
        verb = verb.head
    return subject


def _said(text: str, lexicon: Lexicon, reason: Reason) -> Span | None:
    """The last of such words: "one anonymous official, speaking on condition of anonymity"."""
    matches = [m.span() for p in _compiled(lexicon, reason) if (m := p.search(text))]
    return Span(*max(matches)) if matches else None


@lru_cache(maxsize=16)
def _patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            r"\b(?:" + phrase.replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "[’']") + r")(?!\w)"
        )
        for phrase in phrases
    )


def _compiled(lexicon: Lexicon, reason: Reason) -> tuple[re.Pattern[str], ...]:
    return _patterns(lexicon.anonymity[reason])


def _own_words(text: str, sentence: Span, quoted: Spans) -> str:
    """The sentence with everything quoted blanked out: a speaker may talk about anonymity, too."""
    chars = list(text[sentence.start : sentence.end])
    for span in quoted:
        for i in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            chars[i - sentence.start] = " "
    return "".join(chars).lower()
