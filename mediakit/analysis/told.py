"""A verb of speaking, or "there are rumours", and what is told behind it, where the tagger has seen too few of its kind."""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, nlp, spans, verbs
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, touching
from mediakit.taxonomy import Kind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECT = 8
"""Words between "what" and "called"."""
ASIDE = 16
"""Words of a clause with "who" between a speaker and the verb."""
PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP")
SAYING = 2
"""Words on a sign that say something."""
REFUSAL = 60
"""Characters in which "asked that his name be withheld" gives itself away."""


def find(doc: "Doc", verb: "Token", lexicon: Lexicon, quoted: Spans) -> list[Pattern]:
    """The patterns of one verb."""
    return [
        *_told_that(doc, verb, lexicon),
        *_there_are(doc, verb, lexicon),
        *_shown_there(verb, lexicon),
        *_swirls(verb, lexicon),
        *_is_that(verb, lexicon),
        *_spoke_of(verb),
        *_were_told(verb, lexicon),
        *_is_heard(doc, verb, lexicon),
        *_told_to(doc, verb, quoted, lexicon),
        *_urged(doc, verb, quoted, lexicon),
        *_what_called(doc, verb, quoted, lexicon),
        *_called_by(doc, verb, quoted, lexicon),
        *_let_know(doc, verb, lexicon),
        *_put_about(verb),
        *_reads(doc, verb, quoted, lexicon),
    ]


def _told_that(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "The firm, which has long maintained that the site is empty": a verb of speaking and its "that"."""
    subject = verbs.nearest(verb, "nsubj")
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    told = told or _behind_time(verb) or _behind_hearers(verb, lexicon)
    if subject is None or told is None or verbs.breaks_in(verb) or verbs.says_nothing(verb, lexicon):
        return []
    if {verb.lower_, verb.lower_.removesuffix("s")} & lexicon.news_of and (
        nlp.vocabulary(lexicon).describes(subject.lower_)
    ):
        # "unconfirmed reports that", a verb to the parser
        return [
            Pattern(verbs.stretch(subject, verb), None, (verbs.stretch(told.left_edge, told.right_edge),))
        ]
    listens = verbs.hears(verb, lexicon)
    if not verbs.speaks(verb, lexicon) and not listens:
        return []
    if not _says_plainly(verb, told, lexicon) and not any(
        c.lower_ == "that" or (listens and c.lower_ == "how")
        for c in told.children
        if c.dep_ in ("mark", "advmod") or c.tag_ == "WDT"
    ):
        return []
    if subject.pos_ == "PRON" and lexicon.pronouns.get(subject.lower_, "s") == "s" and subject.tag_ != "WDT":
        return []
    if any(c.tag_ == "MD" for c in verb.children):
        return []
    if _refuses(verb, lexicon):
        return []
    # "a machine that officials say will save money"
    first = told.left_edge if told.left_edge.i > verb.i else doc[verb.i + 1]
    return [
        Pattern(
            verbs.spoken(verb),
            None if listens else verbs.stretch(subject.left_edge, subject),
            (verbs.stretch(first, told.right_edge),),
            lone=True,
        )
    ]


def _were_told(verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "We are assured that a boat is coming": by whom, nobody says."""
    ours = (subject := verbs.subject(verb, "nsubjpass")) is not None and subject.lower_ in ("i", "we")
    clauses = (c for c in verb.rights if c.dep_ == "ccomp")
    told = next((c for c in clauses if c.left_edge.lower_ == "that" or ours), None)
    helper = next((c for c in verb.lefts if c.dep_ == "auxpass"), None)
    silent = any(c.dep_ in ("agent", "neg") or c.tag_ == "MD" for c in verb.children)
    silent = silent or verb.lemma_ not in lexicon.hearing
    if told is None or helper is None or silent or verbs.nobody_does(verb, lexicon):
        return []
    content = verbs.stretch(told.left_edge, told.right_edge)
    return [Pattern(verbs.stretch(helper, verb), None, (content,), lone=True)]


def _is_heard(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "A film in which the chairman can be heard telling donors to pay": he says it, and the film lets him be heard."""
    saying = next((c for c in verb.rights if c.tag_ == "VBG" and verbs.speaks(c, lexicon)), None)
    subject = verbs.subject(verb, "nsubjpass")
    if verb.lemma_ != "hear" or saying is None or subject is None or subject.tag_ in ("WDT", "WP"):
        return []
    if saying.right_edge == saying:
        return []
    helper = next((c for c in verb.lefts if c.dep_.startswith("aux")), verb)
    told = verbs.stretch(doc[saying.i + 1], saying.right_edge)
    return [Pattern(verbs.stretch(helper, saying), verbs.span(subject), (told,), lone=True)]


def _refuses(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Asked not to be named because", "declined to comment on “private matters”"."""
    near = nlp.text(verb.doc)[verb.idx : verb.idx + REFUSAL].lower().replace("’", "'")
    silent = verb.lemma_.lower() in lexicon.silent_verbs and verbs.behind_nor(verb)
    return silent or anonymity.begins(near, lexicon) or near.startswith(tuple(lexicon.no_claim))


def _swirls(verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "Rumours swirled that the mayor would go", "a claim circulating online that": nobody says whose."""
    round_ = verb.tag_ == "VBG" and verb.dep_ == "acl"
    noun = verb.head if round_ else verbs.subject(verb, "nsubj")
    own = noun.rights if noun is not None else ()
    # "reports that the mill burns are coming in": that stands before the verb
    clauses = [
        c for c in (*verb.rights, *own) if noun is not None and (c.i > verb.i or c.left_edge.i == noun.i + 1)
    ]
    rife = [c for c in verb.rights if c.dep_ == "acomp"]
    clauses += [c for adjective in rife for c in adjective.rights]
    told = next((c for c in clauses if c.dep_ in ("ccomp", "acl") and c.left_edge.lower_ == "that"), None)
    if noun is None or told is None or verb.lemma_.lower() not in lexicon.swirling:
        return []
    owned = any(c.dep_ in ("poss", "prep", "det") for c in noun.lefts)
    if (
        (owned and not round_)
        or noun.lemma_.lower() not in lexicon.things_of_speech | lexicon.rumours
        or (verb.lemma_ == "be" and not rife)
    ):
        return []
    cue = verbs.stretch(noun.left_edge, noun if told.i < verb.i else rife[0] if rife else verb)
    return [Pattern(cue, None, (verbs.stretch(told.left_edge, told.right_edge),), lone=True)]


def _is_that(verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "The mayor’s position is that the bridge was safe": whose position it is says so; "the rumour is that" hides who."""
    noun = verbs.subject(verb, "nsubj") if verb.lemma_ in ("be", "hold") else None
    told = next((c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"), None)
    if noun is None or told is None:
        return []
    if noun.lemma_.lower() in lexicon.rumours and not any(c.dep_ in ("poss", "prep") for c in noun.children):
        return [
            Pattern(
                verbs.stretch(noun, verb), None, (verbs.stretch(told.left_edge, told.right_edge),), lone=True
            )
        ]
    if verb.lemma_ != "be" or noun.lemma_.lower() not in lexicon.positions:
        return []
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None or (owner.tag_ == "PRP$" and lexicon.pronouns.get(owner.lower_) in (None, "s")):
        return []  # "my own view is that"
    content = verbs.stretch(told.left_edge, told.right_edge)
    return [Pattern(verbs.stretch(noun, verb), verbs.span(owner), (content,), lone=True)]


def _spoke_of(verb: "Token") -> list[Pattern]:
    """ "Villagers spoke of wells that turned brown": what they speak of, where a clause tells something of it."""
    if verb.lemma_ != "speak" or verb.tag_ not in verbs.FINITE:
        return []
    subject = verbs.nearest(verb, "nsubj")
    of = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    thing = verbs.governed(of)
    if subject is None or thing is None:
        return []
    if subject.tag_ in ("WDT", "WP") or not any(c.dep_ in ("relcl", "acl") for c in thing.rights):
        return []
    content = verbs.stretch(thing.left_edge, thing.right_edge)
    return [Pattern(verbs.stretch(verb, thing.head), verbs.span(subject), (content,), lone=True)]


def _behind_time(verb: "Token") -> "Token | None":
    """ "Wrote shortly after 2 a.m. that debris had fallen", "said at the time that": the parser takes the clause for one that describes the hour."""
    for token in verb.subtree:
        when = token.head.ent_type_ in ("TIME", "DATE", "CARDINAL") or token.head.lower_ == "time"
        described = token.dep_ == "relcl" and when
        if token.i > verb.i and described and token.left_edge.lower_ == "that":
            subject = verbs.subject(token)
            return token if subject is not None and subject.tag_ != "WDT" else None
    return None


def _behind_hearers(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """ "Told workers at the plant that it would close", "told the officer he had swerved": that describes no hearer."""
    hearer = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if verb.lemma_ not in lexicon.hearing or hearer is None:
        return None
    if hearer.lemma_.lower() in lexicon.things_of_speech | lexicon.going_round:
        return None
    behind = [c for c in verb.rights if c.i >= hearer.i and not c.is_punct]
    if not behind:  # the parser may take a mark for the hearer
        return None
    clauses = (c for c in behind[-1].subtree if c.dep_ == "relcl")
    clause = next((c for c in clauses if c.left_edge.lower_ == "that" or _says_more(c)), None)
    others = any(c.dep_ not in ("dobj", "prep") or c.lower_ in ("of", "about") for c in behind)
    if clause is None or others or clause.right_edge != behind[-1].right_edge:
        return None
    subject = verbs.subject(clause)
    return clause if subject is not None and subject.tag_ != "WDT" else None


def _says_more(clause: "Token") -> bool:
    """The "he had swerved" of "told the officer he had swerved", but not that of "told the man she loved"."""
    return clause.left_edge.tag_ == "PRP" and clause.right_edge.i > clause.left_edge.i + 1


def _says_plainly(verb: "Token", told: "Token", lexicon: Lexicon) -> bool:
    """ "Two neighbours told me they had lunch": without "that", but with a subject and a verb of its own."""
    subject = verbs.subject(told)
    finite = told.tag_ in verbs.FINITE or any(verbs.is_finite(c) for c in told.lefts)
    return verb.lemma_ in lexicon.plainly and subject is not None and finite and told.left_edge.i > verb.i


def _told_to(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "Instructs Pell to ‘keep the second book closed’": an order with marks."""
    subject = verbs.nearest(verb, "nsubj")
    told = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if subject is None or told is None or not verbs.speaks(verb, lexicon) or subject.tag_ in ("WDT", "WP"):
        return []
    whole = verbs.stretch(doc[verb.i + 1], told.right_edge)
    if (
        not touching(quoted, whole)
        or _refuses(verb, lexicon)
        or not any(c.lower_ == "to" for c in told.lefts)
    ):
        return []
    return [Pattern(verbs.spoken(verb), verbs.span(subject), (whole,), lone=True)]


def _what_called(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "Deliver what aides described as ‘the speech of his life’": who chose the words with marks stands between "what" and the verb.

    So do the critics of "approved a bill that critics have branded ‘a disgrace’".
    """
    behind = doc[verb.i + 1 : verb.i + 3]
    if len(behind) < 2:
        return []
    marks = behind[1] if behind[0].lower_ == "as" else behind[0]
    told = touching(quoted, Span(marks.idx, marks.idx + 1))
    edge = _before_aside(doc, verb)
    before = list(doc[max(verb.sent.start, edge - SUBJECT) : edge]) if told else []
    what = next((t for t in before if t.lower_ == "what" or _is_which(t, verb, lexicon)), None)
    who = [t for t in before if what is not None and t.i > what.i and t.pos_ not in ("AUX", "ADV")]
    if not who or any(t.pos_ not in PHRASE for t in who):
        return []
    return [Pattern(verbs.spoken(verb), verbs.stretch(who[0], who[-1]), told[:1], aside=True)]


def _called_by(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "Rumours of a sale were described by one executive as “wishful thinking”"."""
    by = verbs.governed(verbs.by(verb))
    if by is None or not verbs.passive(verb) or verb.lemma_.lower() not in lexicon.called_as:
        return []
    behind = doc[by.right_edge.i + 1 : by.right_edge.i + 3]
    told = touching(quoted, Span(behind[1].idx, behind[1].idx + 1)) if len(behind) > 1 else ()
    if not told or behind[0].lower_ != "as":
        return []
    whole = Span(behind[0].idx, told[0].end)
    return [Pattern(verbs.spoken(verb), verbs.stretch(by.left_edge, by.right_edge), (whole,), aside=True)]


def _is_which(that: "Token", verb: "Token", lexicon: Lexicon) -> bool:
    """The "that" of "a plan that critics have called ‘a joke’", not of "a claim that it hid “letters”"."""
    calls = verbs.speaks(verb, lexicon) or verb.lemma_.lower() in lexicon.called_as | lexicon.branding
    relative = that.tag_ == "WDT" or (that.dep_ == "mark" and that.head == verb and verb.dep_ == "acl")
    return calls and relative and that.lower_ in ("that", "which")


def _before_aside(doc: "Doc", verb: "Token") -> int:
    """The place of the comma in "what two officials, neither of whom would be named, | described as"; else the verb's own."""
    if verb.i == 0 or verb.nbor(-1).text != ",":
        return verb.i
    back = doc[max(verb.sent.start, verb.i - ASIDE) : verb.i - 1]
    comma = next((t for t in reversed(back) if t.text == ","), None)
    clause = doc[comma.i + 1 : verb.i] if comma is not None else ()
    return comma.i if comma is not None and any(t.tag_ in ("WP", "WDT") for t in clause) else verb.i


def _urged(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "The register recommended a new roof ‘within two years’": something asked for or promised, with marks at its end."""
    if lexicon.stances.get(verb.lemma_.lower()) is not Stance.ACT:
        return []
    subject = verbs.nearest(verb, "nsubj")
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if subject is None or thing is None or verb.tag_ not in verbs.FINITE or subject.tag_ in ("WDT", "WP"):
        return []
    right = verb.right_edge
    marks = touching(quoted, Span(thing.idx + len(thing), right.idx + len(right)))
    if not marks:
        return []
    whole = spans.trim(nlp.text(doc), Span(verb.nbor(1).idx, marks[-1].end), spans.EDGE, spans.EDGE)
    return [Pattern(verbs.spoken(verb), verbs.span(subject), (whole,), lone=True)]


def _reads(doc: "Doc", verb: "Token", quoted: Spans, lexicon: Lexicon) -> list[Pattern]:
    """ "He held up a sign that read “Stay”", "a message reading: “Thank you”": what is written says so."""
    behind = itertools.dropwhile(lambda t: t.text in (":", ","), doc[verb.i + 1 : verb.i + 3])
    mark = next(behind, None)
    inside = touching(quoted, Span(mark.idx, mark.idx + len(mark))) if mark is not None else ()
    if verb.lemma_ != "read" or mark is None or not inside or inside[0].start != mark.idx:
        return []
    if len(nlp.text(doc)[slice(*inside[0])].split()) < SAYING:  # "the sign read “Closed”"
        return []
    noun = verb.head if verb.dep_ in ("acl", "relcl") else verbs.subject(verb, "nsubj")
    if noun is None or noun.i > verb.i or noun.pos_ != "NOUN" or noun.lemma_.lower() in lexicon.people:
        return []
    source = verbs.stretch(noun.left_edge, noun)
    return [Pattern(verbs.spoken(verb), source, (inside[0],))]


def _let_know(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "His office let it be known that he would stay", "let slip that": the office tells it."""
    if verb.lemma_ not in lexicon.letting:
        return []
    slipped = (
        c for c in verb.rights if c.dep_ == "ccomp" and (verbs.passive(c) or c.lemma_ in lexicon.slipping)
    )
    known = next(slipped, None)
    subject = verbs.nearest(verb, "nsubj")
    if known is None or subject is None:
        return []
    clauses = (c for c in known.rights if c.dep_ == "ccomp" or c.left_edge.lower_ == "that")
    told = next(clauses, None)
    if told is None or known.lemma_.lower() not in lexicon.hidden_verbs | lexicon.slipping:
        return []
    content = verbs.stretch(told.left_edge, told.right_edge)
    return [Pattern(verbs.stretch(verb, known), verbs.span(subject), (content,))]


def _put_about(verb: "Token") -> list[Pattern]:
    """ "His people put it about that he was happy"."""
    behind, subject = verb.doc[verb.i + 1 : verb.i + 4], verbs.nearest(verb, "nsubj")
    if verb.lemma_ != "put" or [t.lower_ for t in behind] != ["it", "about", "that"] or subject is None:
        return []
    told = verbs.stretch(behind[2], verb.right_edge)
    return [Pattern(verbs.stretch(verb, behind[1]), verbs.span(subject), (told,))]


def _shown_there(verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "There’s research, much of it paid for, suggesting that paper is better": the research suggests it."""
    told = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    root = next((a for a in verb.ancestors if any(c.dep_ == "expl" for c in a.lefts)), None)
    paper = next((c for c in root.rights if c.dep_ == "attr"), None) if root is not None else None
    if told is None or paper is None or verb.tag_ != "VBG" or verb.lemma_ not in lexicon.showing_verbs:
        return []
    if told.left_edge.lower_ != "that" or paper.lemma_.lower() not in lexicon.nouns[Kind.DOCUMENT]:
        return []
    source = verbs.stretch(paper.left_edge, paper)
    return [Pattern(verbs.spoken(verb), source, (verbs.stretch(told.left_edge, told.right_edge),))]


def _there_are(doc: "Doc", verb: "Token", lexicon: Lexicon) -> list[Pattern]:
    """ "There have been suggestions that ministers would step in": something said, and nobody who said it."""
    there = next((c for c in verb.lefts if c.dep_ == "expl"), None)
    noun = next((c for c in verb.rights if c.dep_ == "attr"), None)
    if there is None or noun is None or noun.lemma_.lower() not in lexicon.things_of_speech:
        return []
    if any(c.lower_ in lexicon.nobody or c.lower_ in ("no", "little") for c in noun.lefts):
        return []
    told = _that(noun)
    return [] if told is None else [Pattern(verbs.stretch(there, noun), None, (told,), lone=True)]


def amid(tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "Oil rose on reports that exporters would pump less": the same behind a preposition."""
    return [
        Pattern(verbs.stretch(noun, noun), None, (told,), lone=True)
        for noun in tokens
        if noun.tag_ == "NNS"
        and noun.head.lower_ in lexicon.amid
        and noun.lemma_.lower() in lexicon.things_of_speech
        if not any(c.dep_ in ("poss", "det", "compound") or c.lower_ == "by" for c in noun.children)
        if (told := _that(noun)) is not None
    ]


def _that(noun: "Token") -> Span | None:
    """The "that we would close" of "suggestions that we would close"."""
    told = next((c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl")), None)
    if told is None or told.left_edge.lower_ != "that" or told.left_edge.tag_ == "WDT":
        return None
    return verbs.stretch(told.left_edge, told.right_edge)
