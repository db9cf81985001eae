"""What the parse says of a verb: is it passive, who is its subject, which one is the main verb of a cue."""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import nlp, spans
from mediakit.analysis.spans import Tagged
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
AM = ("’m", "'m", "’re", "'re")
"""What a parser takes for no helper: "I’m told"."""
FINITE = ("VBD", "VBZ", "VBP")
RELATIVE = ("WDT", "WP", "WP$")
HELPING = ("aux", "auxpass", "advmod", "neg")
"""What may stand between a subject and its verb."""
NEAR = 5
"""Tokens behind a verb in which its "to be" stands, line breaks among them."""
NOR = 4
"""Words before a verb in which its "nor" stands."""


def passive(verb: "Token") -> bool:
    """Is this the main verb of a passive?"""
    return verb.tag_ == "VBN" and any(
        c.dep_ in ("auxpass", "nsubjpass") or (c.lemma_ == "be" and c.i < verb.i and subject(c) is None)
        for c in verb.children
    )


def is_finite(word: "Token") -> bool:
    """ "Was", "says", "can"."""
    return word.tag_ in (*FINITE, "MD")


def only_may(verb: "Token", lexicon: Lexicon) -> bool:
    """ "It should be noted", "can be seen as a farce": the writer weighs it, and nobody is said to have said it."""
    weighed = bool(_modals(verb) & lexicon.weighing)
    return weighed and passive(verb) and not any(c.dep_ == "agent" for c in verb.rights)


def only_ought(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Ministers should explain why", "she must know that": the writer demands it or infers it, and nobody has said it."""
    return bool(_modals(verb) & lexicon.demanding) and not passive(verb)


def supposed(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Farmers may not welcome that", "a child would have foreseen it", "they have yet to say": so the writer supposes, or misses it."""
    modals = _modals(verb)
    would = "would" in modals and any(c.lower_ == "have" for c in verb.lefts)
    later = (*verb.head.rights, *verb.lefts) if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" else ()
    yet = any(c.lower_ == "yet" for c in later)
    return (would or yet or bool(modals & lexicon.supposing_by)) and not passive(verb)


def _modals(verb: "Token") -> set[str]:
    return {c.lower_ for c in verb.lefts if c.tag_ == "MD"}


def over_as(verb: "Token") -> "Token":
    """The quoted of "quoted Moor as | saying"; any other verb itself."""
    return verb.head.head if verb.tag_ == "VBG" and verb.head.lower_ == "as" else verb


def as_saying(verb: "Token") -> "Token | None":
    """The saying of "| quoted | Moor as saying"."""
    return next((c for a in verb.rights if a.lower_ == "as" for c in a.children if c.tag_ == "VBG"), None)


def reaches_over(which: "Token", place: int) -> bool:
    """Has a "that" or "who" its verb only behind a place of the text: "a shop that, | according to its owner, | is dying"?"""
    return which.tag_ in RELATIVE and which.head.idx >= place


def am_told(verb: "Token", lexicon: Lexicon) -> bool:
    """The "told" of "I’m told", which the parser takes for one who told."""
    return verb.i > 0 and verb.nbor(-1).lower_ in AM and verb.lemma_.lower() in lexicon.hearing


def main(cue: Tagged | None, doc: "Doc") -> "Token | None":
    """The main verb of a cue."""
    return main_in(cue.span, doc) if cue is not None else None


def main_in(cue: Span, doc: "Doc") -> "Token | None":
    """The main verb in the words of a cue."""
    verbs = [t for t in nlp.tokens_in(doc, cue) if t.tag_.startswith("V")]
    if not verbs:
        return None
    # "warned in a report released" on Monday
    own = [t for t in verbs if not (t.dep_ == "acl" and any(v.i < t.head.i < t.i for v in verbs))]
    last = (own or verbs)[-1]
    return last.head if last.dep_ in ("aux", "auxpass") and last.head.tag_.startswith("V") else last


def subject(verb: "Token", *kinds: str) -> "Token | None":
    """The verb's own subject: of these kinds, or of any; no "»", which the parser may take for a noun."""
    return next((c for c in verb.children if c.dep_ in (kinds or SUBJECTS) and not c.is_quote), None)


def governed(preposition: "Token | None") -> "Token | None":
    """The noun that a preposition has."""
    children = preposition.children if preposition is not None else ()
    return next((c for c in children if c.dep_ == "pobj"), None)


def by(verb: "Token") -> "Token | None":
    """The "by" of a passive that names who did it."""
    return next((c for c in verb.children if c.dep_ == "agent"), None)


def governs(verb: "Token", that: "Token") -> bool:
    """Is this the "that" with which begins what a verb tells?"""
    return that.lower_ == "that" and that.dep_ == "mark" and that.head.head == verb


def to_semicolon(tokens: "list[Token]", behind: "Token", end: int) -> int:
    """Where the first semicolon behind a word stands, or the end that is given."""
    return next((t.idx for t in tokens if t.i > behind.i and t.text == ";"), end)


def is_it(verb: "Token") -> bool:
    """ "It emerged", "it became clear"."""
    own = subject(verb)
    return own is not None and own.lower_ == "it"


def deeds(subject: "Token") -> set[str]:
    """What a subject does; the parser takes the "stamped" of "one, stamped in May, lists" for the first of two deeds."""
    verb = subject.head
    return {verb.lemma_.lower(), *(v.lemma_.lower() for v in verb.rights if v.dep_ == "conj")}


def acting(verb: "Token") -> "Token | None":
    """The subject with a noun; of "in one e-mail, Ann Stone warns" the parser takes both for one, and may of "weighing the soil, she found"."""
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
    if len(own) < 2:
        return next(iter(own), None) or misled(verb)
    before = verb.doc[max(own[-1].left_edge.i - 1, 0)]
    return own[-1] if before.text == "," or verb.sent[0].pos_ == "ADP" else own[0]


def misled(verb: "Token") -> "Token | None":
    """The pictures of "pictures reviewed by a lab appear to show it", where the parser takes "reviewed" for what they did."""
    first = verb.head
    bare = (
        verb.dep_ == "conj" and first.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in first.lefts)
    )
    joined = any(c.dep_ == "cc" and c.i < verb.i for c in first.rights)
    return subject(first, "nsubj") if bare and not joined and is_finite(verb) else None


def breaks_in(verb: "Token") -> bool:
    """ "The audit, | said Moor and others, | was late", whatever the parser takes the audit for: the speaker stands behind."""
    if verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    for word, before in zip(behind, verb.doc[verb.i : verb.sent.end], strict=False):
        relative = word.dep_ == "relcl" or before.tag_ in ("WDT", "WP")
        if is_finite(word) and not relative:
            return before.text == "," and before.i > verb.i + 1
    return False


def nearest(verb: "Token", *kinds: str) -> "Token | None":
    """The nearest one before the verb: of two, the parser took the further one from another verb."""
    return next((c for c in reversed(list(verb.lefts)) if c.dep_ in kinds and not c.is_quote), None)


def is_present(verb: "Token") -> bool:
    """ "Has gone", "are", but not "was gone"."""
    return any(t.tag_ in ("VBP", "VBZ") for t in (verb, *(c for c in verb.lefts if c.dep_.startswith("aux"))))


def is_past(verb: "Token") -> bool:
    """ "Was", "had gone", "would go"."""
    helpers = [c for c in verb.lefts if c.dep_.startswith("aux")]
    first = helpers[0] if helpers else verb
    return first.tag_ == "VBD" or first.lower_ in ("would", "could", "might", "should")


def circumstance(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """The "after" of "denied the charge | after he was seen", "apologised when it came out".

    Not that of "said that it broke after", "remembers when it closed", "shows it before it broke".
    """
    tells = any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights)
    if tells or verb.lemma_.lower() in lexicon.recording:
        return None
    clauses = (c for c in verb.rights if c.dep_ == "advcl" and is_past(c))
    marks = (m for c in clauses for m in c.lefts if m.dep_ in ("mark", "advmod"))
    mark = next((m for m in marks if m.lower_ in lexicon.circumstances), None)
    if mark is None or (mark.lower_ == "when" and mark.i == verb.i + 1):
        return None
    return None if mark.nbor(-1).ent_type_ in ("DATE", "TIME") else mark


def stretch(first: "Token", last: "Token") -> Span:
    """From one word to another, without what never belongs to the edge of a form's content."""
    return spans.trim(nlp.text(first.doc), Span(first.idx, last.idx + len(last)), spans.EDGE, spans.EDGE)


def span(subject: "Token") -> Span:
    """The whole subject."""
    return stretch(subject.left_edge, last(subject))


def spoken(verb: "Token") -> Span:
    """The cue that a verb makes, with its particle."""
    return stretch(verb, end(verb))


def last(subject: "Token") -> "Token":
    """The last word of a subject: the parser hangs words on it that stand behind its verb, in "a poll suggests: 58 per cent"."""
    verb, edge = subject.head, subject.right_edge
    if not subject.i < verb.i <= edge.i:
        return named_beside(edge)
    helpers = [c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass") and c.i > subject.i]
    return subject.doc[min([verb.i, *helpers]) - 1]


def named_beside(noun: "Token") -> "Token":
    """The end of "published by the group PolarWatch", whose name the parser takes for another subject."""
    names = itertools.takewhile(
        lambda t: t.pos_ == "PROPN" and t.ent_type_ not in ("DATE", "TIME"), noun.doc[noun.i + 1 :]
    )
    name = next((t for t in names if t.dep_ == "nsubj"), None)
    return name if name is not None and noun.pos_ == "NOUN" and name.head.i > name.i else noun


def leant_on(verb: "Token") -> "Token | None":
    """The subject of a verb, or of the verb that it leans on: "the world watches, knowing"."""
    return next((s for t in (verb, verb.head, verb.head.head) if (s := subject(t)) is not None), None)


def speaks(verb: "Token", lexicon: Lexicon) -> bool:
    """Is this a verb of speaking, alone or with its particle: "say", "point out"?"""
    lemma = verb.lemma_.lower()
    return (
        lemma in lexicon.stances
        or lemma in lexicon.speaking
        or any(f"{lemma} {c.lower_}" in lexicon.stances for c in verb.rights if c.dep_ == "prt")
    )


def is_speaker(token: "Token", lexicon: Lexicon) -> bool:
    """Is this the subject of a verb of speaking?"""
    return token.dep_ == "nsubj" and speaks(token.head, lexicon)


def asks(subject: "Token", lexicon: Lexicon) -> bool:
    """ "Hale asked her about the list": who asks somebody is not who answers."""
    if subject.dep_ != "nsubj" or subject.head.lemma_ not in lexicon.asking_verbs:
        return False
    asked = (c for c in subject.head.rights if c.dep_ in ("dobj", "dative"))
    return any(c.pos_ == "PROPN" or c.tag_ == "PRP" for c in asked)


def acts_on_person(agent: "Token") -> bool:
    """ "Hale was asked to go by Moor. He refused": to whom it is done comes before who does it."""
    by = agent.head.head if agent.dep_ == "appos" else agent.head
    verb, done = by.head, subject(by.head, "nsubjpass")
    while done is None and verb.dep_ in ("xcomp", "conj"):
        verb = verb.head
        done = subject(verb, "nsubjpass")
    return (
        by.lower_ == "by" and done is not None and (done.ent_type_ == "PERSON" or done.tag_ in ("NNP", "PRP"))
    )


def is_whom(words: "list[Token]", verb: "Token | None") -> bool:
    """Are these words, without any verb, whom a verb tells it to: "told | one driver"?"""
    whom = any(t.head == verb and t.dep_ in ("dobj", "dative") for t in words)
    return verb is not None and whom and not any(t.pos_ in ("VERB", "AUX") for t in words)


def thought_to(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """The "to" of "believed to be thirty", "thought to have left", if this verb has one right behind it."""
    if verb.lemma_.lower() not in lexicon.thought_of:
        return None
    words = [t for t in verb.doc[verb.i + 1 : verb.i + NEAR] if not t.is_space][:2]
    return words[0] if [t.lower_ for t in words] in (["to", "be"], ["to", "have"]) else None


def end(verb: "Token") -> "Token":
    """The verb or, where it has one behind it, its particle."""
    return next((c for c in verb.rights if c.dep_ == "prt" and c.i == verb.i + 1), verb)


def seen_paper(by: "Token", lexicon: Lexicon) -> Span | None:
    """The "letter obtained by the Courier", if that is what this "by" belongs to."""
    seen = by.head
    noun = seen.head
    if seen.dep_ != "acl" or noun.i > seen.i or noun.lemma_.lower() not in lexicon.nouns[Kind.DOCUMENT]:
        return None
    return stretch(noun.left_edge, seen.right_edge)


def was_all(behind: "list[Token]", lexicon: Lexicon) -> "tuple[Token, Token] | None":
    """The verb and its subject of "“Wait,” was all that the dean would offer", "“Chaos” was how a nurse described it", given what stands behind the quotation."""
    if len(behind) < 3 or behind[0].lemma_ != "be" or behind[1].lower_ not in ("all", "how", "what"):
        return None
    verb = next((t for t in behind[2:] if t.pos_ == "VERB" or t.is_sent_start), behind[0])
    who = subject(verb, "nsubj")
    said = speaks(verb, lexicon) or verb.lemma_.lower() in lexicon.uttering
    if not said or who is None or who not in behind or who.tag_ in ("WP", "WDT"):
        return None
    return verb, who


def nobody_does(verb: "Token", lexicon: Lexicon) -> bool:
    """ "What nobody disputes", "neither side acknowledged it", "nobody is willing to say": nobody is made responsible."""
    while (noun := subject(verb)) is None and verb.dep_ in ("xcomp", "acomp"):
        verb = verb.head
    if noun is None or noun.pos_ == "PROPN" or (noun.like_num and noun.lower_ != "one"):  # "No. 10 said"
        return False
    words = noun.doc[noun.left_edge.i : noun.i + 1]
    none = words[0].lower_ == "no" and words[0].dep_ == "det"  # "no document says so"
    first = " ".join(t.lower_ for t in words[:2])  # "not all botanists"
    return none or bool({noun.lower_, words[0].lower_, first, words.text.lower()} & lexicon.nobody)


def only_if(verb: "Token", lexicon: Lexicon) -> bool:
    """ "It will be moved if a test shows that it is a wolf": nothing has been shown yet."""
    marks = (c.lower_ for c in verb.lefts if c.dep_ == "mark")
    return verb.dep_ == "advcl" and any(word in lexicon.supposing for word in marks)


def happens(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The meeting showed that the ministry is not afraid": what an event shows, the writer reads into it."""
    shows = verb.lemma_.lower() in lexicon.showing_verbs | lexicon.commenting
    event = subject(verb, "nsubj") if shows else None
    return event is not None and event.pos_ == "NOUN" and event.lemma_.lower() in lexicon.happenings


def says_nothing(verb: "Token", lexicon: Lexicon) -> bool:
    """Is it nobody who says it, or did the one who should not say it yet?"""
    return any(ask(verb, lexicon) for ask in (nobody_does, only_ought, only_if, supposed, happens))


def behind_nor(verb: "Token | None") -> bool:
    """ "Neither confirmed it nor | explained | why", "nor did she | say | who"."""
    before = list(verb.doc[max(verb.sent.start, verb.i - NOR) : verb.i]) if verb is not None else []
    nor = next((t for t in before if t.lower_ == "nor"), None)
    return nor is not None and not any(t.text == "," for t in before if t.i > nor.i)


def heard_from(preposition: "Token") -> bool:
    """ "The jury heard from Quill": Quill spoke."""
    return preposition.lower_ == "from" and preposition.head.lemma_ == "hear"


def hears(verb: "Token", lexicon: Lexicon) -> bool:
    """ "The inquest heard that", "the story goes": those who sit and listen do not speak, nor does what goes round."""
    listener = nearest(verb, "nsubj") or subject(verb, "nsubj")
    behind = (c for c in verb.rights if not (c.is_punct or c.is_space))
    if verb.lemma_ in lexicon.hearing and next(behind, None) is None:
        return listener is not None and listener.lemma_.lower() in lexicon.hearers  # "..., inquiry told"
    silent = {"hear": lexicon.hearers, "go": lexicon.going_round}.get(verb.lemma_, frozenset())
    return listener is not None and listener.lemma_.lower() in silent
