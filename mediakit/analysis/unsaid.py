"""Cues that make no claim: refusals, questions put to a speaker, what is done or shown and not said."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, nlp, verbs
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.spans import Tagged
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind, Reason
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FEW = 24
"""Characters before the cue in which "what is beyond dispute" may begin."""
LEAD = 24
"""Characters before the end of a cue in which "suffice it to say" has room."""
APPEARING = ("appear", "seem")
SMALL = 3
"""Letters of a word that a title may have without a capital."""
LIFELESS = ("artifact", "object", "phenomenon", "substance", "event", "plant", "body", "food", "process")
"""Classes of nouns in WordNet for what has no will."""
MINDLESS = ("act", "event", "state", "phenomenon", "communication", "cognition")
"""Classes of nouns for what asks no question."""
NOTHING = frozenset({"nothing", "little"})


def acts(cue: Tagged, page: Page) -> bool:
    """Something is done, shown or called off, and nothing said."""
    asks = (_calls_off, _is_seen, _withholds, _only_looks)
    mute = (shows, does, lifeless, only_tries, _is_about, _makes)
    return any(ask(cue, page) for ask in mute) or any(ask(cue, page.doc) for ask in asks)


def _withholds(cue: Tagged, doc: "Doc") -> bool:
    """ "A penalty denied his side a win": something is kept from somebody."""
    verb = verbs.main(cue, doc)
    things = [c for c in verb.rights if c.dep_ in ("dobj", "dative")] if verb is not None else []
    return verb is not None and verb.lemma_ == "deny" and len(things) > 1


def _only_looks(cue: Tagged, doc: "Doc") -> bool:
    """ "The minister looked like a man who hears his own obituary"."""
    verb = verbs.main(cue, doc)
    return verb is not None and verb.lemma_ != "feel" and _looks(verb)


def _is_about(cue: Tagged, page: Page) -> bool:
    """ "The film is about a boy who learns to fly", "the film sees him learn it": what a work is about, the writer tells."""
    tokens, verb = page.tokens(cue.span), verbs.main(cue, page.doc)
    follows = verb is not None and verb.lemma_ in page.lexicon.following
    work = verbs.subject(verb, "nsubj") if verb is not None and follows else None
    told = work is not None and work.lower_ in page.lexicon.works
    return told or (bool(tokens) and tokens[-1].lower_ == "about" and tokens[-1].head.lemma_ == "be")


def _makes(cue: Tagged, page: Page) -> bool:
    """ "She wrote the first version of the app", "a song about it": a work is made, and no word of it told."""
    verb = verbs.main(cue, page.doc)
    work = next((c for c in verb.rights if c.dep_ == "dobj"), None) if verb is not None else None
    made = work is not None and work.lemma_.lower() in page.lexicon.written_works
    return made and verb is not None and verb.lemma_ == "write" and verb.tag_ in verbs.FINITE


def _is_seen(cue: Tagged, doc: "Doc") -> bool:
    """ "Under the plan, seen by this newspaper, towns would be exempt": who has seen it does not say it."""
    verb = verbs.main(cue, doc)
    seen = verb is not None and verb.lemma_ in ("see", "obtain", "view") and verb.dep_ == "acl"
    return verb is not None and seen and not any(c.lower_ == "as" for c in verb.rights)


def _calls_off(cue: Tagged, doc: "Doc") -> bool:
    """ "The strike was called off": with a small word behind it the verb is another."""
    verb = verbs.main(cue, doc)
    small = {c.lower_ for c in verb.children if c.dep_ == "prt"} if verb is not None else set()
    return verb is not None and verb.lemma_ == "call" and bool(small & {"off", "up", "in", "back"})


def denied_passive(cue: Tagged, page: Page) -> bool:
    """ "A move that has not been acknowledged by either side": nobody said it, so nothing is attributed."""
    verb = verbs.main(cue, page.doc)
    if verb is None or not verbs.passive(verb):
        return False
    if verbs.only_may(verb, page.lexicon):
        return True
    what = verbs.subject(verb, "nsubjpass")
    if what is not None and what.lower_ == "what" and any(c.tag_ == "MD" for c in verb.children):
        return True  # "what can be said is that"
    if not any(c.dep_ == "neg" for c in verb.children):
        return False
    return verb.dep_ in ("relcl", "ROOT", "conj") and not any(
        c.dep_ in ("ccomp", "xcomp", "oprd") for c in verb.children
    )


def was_asked(cue: Tagged, page: Page) -> bool:
    """ "Asked whether he had read it, Nunes replied": a question put to a speaker is no claim."""
    doc = page.doc
    verb = verbs.main(cue, doc)
    if verb is not None and verb.head.lemma_ == "ask" and cue.span.holds(Span(verb.head.idx, verb.idx)):
        verb = verb.head  # "asked to name"
    if verb is not None and verb.lemma_ == "ask" and any(c.dep_ == "auxpass" for c in verb.children):
        told = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl")), None)
        asked = told.left_edge if told is not None else verb
        if asked.lower_ in page.lexicon.question_words and not doc[asked.i - 1].is_quote:
            return True  # "Aziri was asked whether he drinks it", but not "was asked by Ben Maas: “Why?”"
    before = doc[verb.i - 1].lower_ if verb is not None and verb.i else ""
    put = verb is not None and verb.lemma_ == "ask" and verb.tag_ != "VBG"
    if verb is not None and before == "when" and verb.tag_ == "VBN":
        put = put or verb.lemma_ in page.lexicon.asking_verbs  # "when pressed about whether"
    if verb is not None and put and before in (",", ":", ";", "when", "once", "if"):
        after = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
        apart = before == "," and doc[verb.i - 2] == verbs.subject(verb, "nsubj")
        if verb.dep_ != "ROOT" or apart or after in page.lexicon.question_words:
            return True  # "the president, asked about his daughter’s role, smiled"
    if verb is not None and put and verb.is_sent_start and _asks_behind(verb, page.lexicon):
        return True  # "asked which bank, she said"
    return (
        verb is not None
        and verb.tag_ in ("VBN", "VBD")
        and verb.is_sent_start is True
        and verb.dep_ in ("advcl", "dep", "acl")
        and any(
            c.dep_ in ("ccomp", "prep") or (c.dep_ == "advcl" and verb.lemma_ == "ask") for c in verb.children
        )
    )


def _asks_behind(verb: "Token", lexicon: Lexicon) -> bool:
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return len(after) == 1 and (after[0].tag_.startswith("W") or after[0].lower_ in lexicon.question_words)


def refuses(link: Link, page: Page) -> bool:
    """ "declined to comment" makes no claim; what stands beside the refusal may."""
    assert link.cue is not None
    end = min(link.cue.span.end + 40, len(page.text))
    near = " ".join(page.text[link.cue.span.start : end].split()).lower().replace("’", "'")
    cue = " ".join(page.text[slice(*link.cue.span)].split()).lower()
    if any(near.startswith(p) or p in cue for p in page.lexicon.no_claim) or _says_nothing(link, page):
        return True
    led = page.text[max(link.cue.span.end - LEAD, 0) : link.cue.span.end].lower()
    if led.endswith(page.lexicon.own_saying):
        return True
    home, told = page.sentence(link.cue.span), link.contents[0].span
    unnamed = told.start >= link.cue.span.end and not page.quotes(told)
    if unnamed and (
        anonymity.covers(page.text, home, link.cue.span, told, page.lexicon)
        or _only_speaks(link.cue, told, page)
    ):
        return True
    if _fears(near, home, page):
        return not page.quotes(told)
    if anonymity.begins(near, page.lexicon) or _to_discuss(link.cue, page) or _contrary(link, page):
        return True
    tokens = page.tokens(link.cue.span)
    if any(_declines(t, page.lexicon) for t in tokens):
        return True
    negated = any(t.dep_ == "neg" or t.lower_ in ("not", "n't", "n’t", "never") for t in tokens)
    negated = negated or verbs.behind_nor(verbs.main(link.cue, page.doc))
    return negated and any(t.lemma_.lower() in page.lexicon.silent_verbs for t in tokens)


def _only_speaks(cue: Tagged, told: Span, page: Page) -> bool:
    """ "Spoke to | the Echo on the understanding that they would not be named": how, and not what."""
    verb = verbs.main(cue, page.doc)
    speaks = verb is not None and verb.lemma_ in page.lexicon.bare_speech
    return speaks and anonymity.says(page.text[slice(*told)].lower(), page.lexicon)


def _fears(near: str, home: Span, page: Page) -> bool:
    """ "Who feared for his job and asked that his name not be printed": why he gives none."""
    why = anonymity.begins(near, page.lexicon, Reason.GIVEN)
    return why and anonymity.says(page.text[slice(*home)].lower(), page.lexicon)


def _says_nothing(link: Link, page: Page) -> bool:
    """ "The ministry has said little", "he named no country": not "said nothing had changed"."""
    first = next(iter(page.tokens(link.contents[0].span)), None)
    if _only_learns(link, page) or _is_no_word(link, page):
        return True
    if first is not None and first.lower_ == "no" and first.dep_ == "det" and first.head.dep_ == "dobj":
        return first.head.head.lemma_.lower() in page.lexicon.silent_verbs
    return (
        first is not None
        and first.lower_ in NOTHING
        and first.dep_ == "dobj"
        and verbs.speaks(first.head, page.lexicon)
    )


def _only_learns(link: Link, page: Page) -> bool:
    """ "Laughed when told | of this", "heard | of it": that somebody learns of it is no claim of what it is."""
    verb = verbs.main(link.cue, page.doc)
    told = [t for c in link.contents for t in page.tokens(c.span)]
    if (
        verb is not None
        and verbs.hears(verb, page.lexicon)
        and all(t.pos_ not in ("VERB", "AUX") for t in told)
    ):
        return True  # "the judge heard | the case against her"
    if verb is None or any(t.tag_ not in ("IN", "PRP", "DT") for t in told):
        return False
    hears = verb.tag_ == "VBN" and verb.lemma_ in page.lexicon.hearing and not verbs.passive(verb)
    return hears or verb.lemma_ in page.lexicon.learning


def _is_no_word(link: Link, page: Page) -> bool:
    """ "There is no suggestion that she was hurt": nobody suggests it."""
    told = [t for t in page.tokens(link.cue.span) if t.dep_ == "attr"] if link.cue is not None else []
    named = (t for t in told if t.lemma_.lower() in page.lexicon.things_of_speech | page.lexicon.rumours)
    return any(c.lower_ == "no" for t in named for c in t.lefts)


def _contrary(link: Link, page: Page) -> bool:
    """ "Contrary to the mayor’s claim, it is safe": that it is safe is what the mayor did not claim."""
    spoken = [s.span for s in (link.source, link.cue) if s is not None]
    begin, end = min(s.start for s in spoken), max(s.end for s in spoken)
    before = page.text[page.sentence(Span(begin, begin + 1)).start : begin].lower().split()
    return before[-2:] == ["contrary", "to"] and "," in page.text[end : link.contents[0].span.start]


def _to_discuss(cue: Tagged, page: Page) -> bool:
    """ "Spoke on condition of anonymity to discuss the talks": what for, not what."""
    home = page.sentence(cue.span)
    words = page.text[home.start : cue.span.end].lower().split()
    words = words[: -len(page.text[slice(*cue.span)].removeprefix("to ").split())]
    return words[-1:] == ["to"] and anonymity.says(" ".join(words), page.lexicon)


def _declines(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Refused to discuss", "declines to say whether", "declined to go further", "failed to agree on how"."""
    told = (c for c in verb.children if c.dep_ == "xcomp")
    declines, fails = verb.lemma_.lower() in lexicon.declining, verb.lemma_.lower() in lexicon.failing
    return any(
        (declines and (c.lemma_.lower() in lexicon.silent_verbs or c.lemma_ == "go"))
        or (fails and c.lemma_.lower() in lexicon.silent_verbs | lexicon.agreeing)
        for c in told
    )


def shows(cue: Tagged, page: Page) -> bool:
    """ "Gave reporters a rare look at the plans", "the deal promises a rare success": something is had, and nothing said."""
    tokens = page.tokens(cue.span)
    verb = verbs.main(cue, page.doc)
    gives = verb is not None and verb.lemma_.lower() in page.lexicon.giving
    things = (*tokens, *(verb.rights if verb is not None and gives else ()))
    if any(t.pos_ == "NOUN" and t.lemma_.lower() in page.lexicon.glimpses for t in things):
        return True
    subject = verbs.subject(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or verb.lemma_.lower() not in page.lexicon.promising:
        return False
    bargain = subject.lemma_.lower() in page.lexicon.bargains
    return bargain and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.rights)


def does(cue: Tagged, page: Page) -> bool:
    """ "Published the names", "sentenced him to four years": something is done to somebody or something, and nothing said.

    So it is in "welcomed Ada Stone to the palace", but not in "welcomed the plan".
    """
    verb = verbs.main(cue, page.doc)
    whom = next((c for c in verb.rights if c.dep_ == "dobj"), None) if verb is not None else None
    if verb is not None and whom is not None and verb.lemma_ in page.lexicon.greeting:
        return whom.ent_type_ == "PERSON"
    if verb is None or verb.lemma_.lower() not in page.lexicon.deeds:
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass")]
    speech = (page.lexicon.things_of_speech, page.lexicon.nouns[Kind.DOCUMENT])  # "sent a letter opposing it"
    said = any(c.lemma_.lower() in words for c in things for words in speech)
    return not said and all(c.dep_ in ("dobj", "nsubjpass") for c in things)


def names_paper(link: Link, page: Page) -> bool:
    """ "Released a report, | titled | Life on the Coast", "released | a report, called The Coast": what it is called is no claim."""
    lexicon, cue = page.lexicon, page.tokens(link.cue.span) if link.cue is not None else []
    told = [t for c in link.contents for t in page.tokens(c.span)]
    called = [t for t in (*cue, *told) if t.tag_ == "VBN" and t.dep_ == "acl"]
    named = next((t for t in called if t.lemma_.lower() in lexicon.entitling), None)
    paper = named.head.lemma_.lower() if named is not None else ""
    if paper not in lexicon.nouns[Kind.DOCUMENT]:
        return False
    title = [t for t in told if named is not None and t.i > named.i and len(t) > SMALL]
    return bool(title) and all(t.text[0].isupper() for t in title)


def only_tries(cue: Tagged, page: Page) -> bool:
    """ "The chairman sought to calm nerves", but not "sought to portray him as a liar"."""
    lexicon, first = page.lexicon, next((t for t in page.tokens(cue.span) if t.tag_.startswith("V")), None)
    if first is None or first.lemma_ not in lexicon.trying:
        return False
    to, told = [*page.doc[first.i + 1 : first.i + 3], first, first][:2]
    says = verbs.speaks(told, lexicon) or told.lemma_.lower() in lexicon.called_as | lexicon.hearing
    # "tried to convince a court to block it", "to make the case that it was bad"
    clauses = (t.dep_ for t in told.subtree if t.i > told.i and t.lower_ in ("to", "that"))
    says = says or any(dep in ("aux", "mark") for dep in clauses)
    return to.lower_ == "to" and told.tag_ == "VB" and not says


def lifeless(cue: Tagged, page: Page) -> bool:
    """ "His phone refused to open it", "rain threatened to spoil it": a thing has no will."""
    verb, lexicon = verbs.main(cue, page.doc), page.lexicon
    wills = verb is not None and verb.lemma_ in lexicon.willing | lexicon.declining
    thing = verbs.subject(verb, "nsubj") if verb is not None and wills else None
    if thing is None or thing.pos_ != "NOUN":
        return False
    words = {thing.lower_, thing.lemma_.lower()}
    somebodys = lexicon.nouns[Kind.DOCUMENT] | lexicon.organization_words | lexicon.people
    return word_classes("noun").get(thing.lemma_.lower()) in LIFELESS and not words & somebodys


def undisputed(cue: Tagged, page: Page) -> bool:
    """ "What is beyond dispute is that the wall is watched": the writer says so."""
    home = page.tokens(cue.span)[0].sent
    words = page.text[home.start_char : cue.span.end].lower()
    return (
        re.search(page.lexicon.undisputed, words[max(0, cue.span.start - home.start_char - FEW) :])
        is not None
    )


def unclear(link: Link, page: Page) -> bool:
    """ "It was not clear whether they would come", "it became clear that": to the writer, where the text does not say to whom."""
    assert link.cue is not None
    tokens = page.tokens(link.cue.span)
    known = any(t.lemma_.lower() in page.lexicon.unclear and t.dep_ == "acomp" for t in tokens)
    # "it is not known whether"
    known = known or any(t.lower_ == "known" and any(c.dep_ == "neg" for c in t.lefts) for t in tokens)
    asked = any(t.lower_ in page.lexicon.question_words for t in page.tokens(link.contents[0].span)[:1])
    asked = asked or any(verbs.is_it(t) for t in tokens)
    asked = asked or any(_asks_how_far(t) for t in tokens)
    whom = any(c.lower_ in ("to", "for") for t in tokens for c in (t, *t.rights) if not _asks_how_far(c))
    return known and asked and not whom


def _asks_how_far(to: "Token") -> bool:
    """ "To what extent"."""
    return to.lower_ == "to" and to.i + 1 < len(to.doc) and to.nbor(1).lower_ == "what"


def open_question(link: Link, page: Page) -> bool:
    """ "The question of who owns it remains open", "a debate about the law": nobody is said to ask it."""
    told = [
        *(page.tokens(link.cue.span) if link.cue is not None else ()),
        *page.tokens(link.contents[0].span),
    ]
    noun = next((t for t in told if t.lemma_.lower() in page.lexicon.open_questions), None)
    if noun is None or any(c.dep_ == "poss" for c in noun.lefts):
        return False
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    asked = len(behind) == 2 and behind[0].tag_ == "IN" and behind[1].lower_ in page.lexicon.question_words
    asked = asked or (link.source is None and not any(t.pos_ in ("VERB", "AUX") for t in told))
    source = page.tokens(link.source.span) if link.source is not None else []
    nouns = [t for t in source if t.tag_ != "DT"]
    if any(t.lemma_.lower() in page.lexicon.nouns[Kind.DOCUMENT] for t in nouns):
        return False  # "the audit raised questions about whether"
    classes = word_classes("noun")
    return asked and all(t.lower_ == "it" or classes.get(t.lemma_.lower()) in MINDLESS for t in nouns)


def appears(cue: Tagged, doc: "Doc") -> bool:
    """ "The remarks seemed calculated to provoke", "it looks as if": it seems so to the writer."""
    tokens = [t for t in nlp.tokens_in(doc, cue.span) if t.pos_ in ("VERB", "AUX")]
    return bool(tokens) and all(
        t.lower_.startswith(APPEARING) or t.dep_ == "aux" or _looks(t) for t in tokens
    )


def _looks(verb: "Token") -> bool:
    """ "It looks as if", "it sounded like"."""
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.lemma_ in ("look", "sound", "feel") and after in ("as", "like")
