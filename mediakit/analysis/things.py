"""Sources that are no people: documents, and bodies with those who speak for them."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.analysis import bodies, coref, names, nlp, spokespeople, verbs
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase, parse
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

APPOSITION = 8
"""Words behind a source in which the name of a body may end."""
SEEN = 1000
"""Words before "the paper" in which the text may have "a working paper"."""
OBJECTS = ("pobj", "dobj", "attr")
FAR = 60
"""Words before "it" in which a document may be named."""


def document(scene: Scene, phrase: Phrase, made_by: Span) -> Ruling | None:
    if (whole := _with_passage(scene, phrase)) is not None:
        return whole
    nouns = scene.lexicon.nouns[Kind.DOCUMENT]
    statement = bool(phrase.heads & scene.lexicon.spokespeople & {"statement"})
    owned = bool(phrase.rest) or any(t.tag_ in ("POS", "PRP$") for t in phrase.base)
    books = phrase.word == "accounts" and owned  # "accounts filed last month", "the firm's accounts"
    if phrase.word in ("figures", "numbers") and _are_people(phrase, scene.lexicon):
        return None
    if (
        not statement
        and not books
        and not _is_programme(phrase, scene.lexicon)
        and (not phrase.heads & nouns or phrase.heads & scene.lexicon.spokespeople)
    ):
        return None
    if statement and _is_a_bodys(scene, phrase):
        return None
    bodies = scene.lexicon.organization_words
    described = any(
        t.lower_ in bodies for t in phrase.base if t.pos_ != "PROPN"
    )  # "the watchdog Open Ledger"
    plain = phrase.head.is_sent_start and len(phrase.base) == 1  # "Records filed with the state"
    if phrase.head.pos_ == "PROPN" and not plain and (phrase.heads & bodies or described or _is_firm(phrase)):
        return None
    if _is_paper(phrase, scene.lexicon):
        return None
    issuer = _maker(scene, phrase, made_by)
    base = [t for t in phrase.base if t.pos_ != "DET" and t.tag_ != "PRP$"]
    name = (
        names.plain_name(nlp.text(scene.doc)[base[0].idx : phrase.head.idx + len(phrase.head)])
        if base
        else None
    )
    return Ruling(
        Kind.DOCUMENT,
        "document",
        (phrase.span(),),
        name,
        second_hand=second_hand(scene, phrase),
        issuer=issuer.name if issuer else None,
        runner_up=Kind.ORGANIZATION,
    )


def _with_passage(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "A chapter of the book", "the summary of the report": the document that it is a part of."""
    rest = phrase.rest
    if (
        not phrase.heads & scene.lexicon.passages
        or len(rest) < 2
        or rest[0].lower_ not in ("of", "in", "from", "to")
    ):
        return None
    inner = Span(rest[1].idx, phrase.tokens[-1].idx + len(phrase.tokens[-1]))
    paper = parse(scene.doc, inner, scene.lexicon)
    ruling = document(scene, paper, inner) if paper is not None else None
    return replace(ruling, words=(phrase.span(),)) if ruling is not None else None


def _is_programme(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "The party platform", "the Republican platform" can be read; another platform is a firm."""
    ours = any(t.lower_ in lexicon.electing or t.ent_type_ == "NORP" for t in phrase.base)
    return bool(phrase.heads & lexicon.programmes) and ours


def _is_a_bodys(scene: Scene, phrase: Phrase) -> bool:
    """A named body's statement is the body, and so is "the statement" of a body that acted before."""
    named = scene.bodies.at(phrase.span(phrase.tokens)) is not None
    return named or (phrase.definite and spokespeople.body(scene, phrase)[0])


def _are_people(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "Senior figures", "party figures", and the figures that "say" or "believe": numbers only "show"."""
    verb = phrase.head.head
    spoken = phrase.head.dep_ == "nsubj" and verbs.speaks(verb, lexicon)
    ranked = any(t.lower_ in lexicon.ranking | lexicon.with_figures for t in phrase.base)
    return ranked or (spoken and verb.lemma_.lower() not in lexicon.showing_verbs)


def _is_firm(phrase: Phrase) -> bool:
    """ "Corbin Paper", without an article, is called so; "the Mueller Report" is a report."""
    return len(phrase.base) > 1 and all(t.pos_ == "PROPN" for t in phrase.base) and not phrase.plural


def _is_paper(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "The Ledger has seen it", "the Kestrel Gazette": with a capital letter, and what stands before it, too."""
    capital = all(t.text.istitle() for t in (*phrase.base[1:], phrase.head))
    the = [t.lower_ for t in phrase.base[:1]] == ["the"]
    return the and capital and phrase.head.lower_ in lexicon.press


def _maker(scene: Scene, phrase: Phrase, made_by: Span) -> Entity | None:
    """Whose document it is: the body named by the head of the issuer, else any in the source."""
    maker = parse(scene.doc, made_by, scene.lexicon)
    if maker is not None and maker.head != phrase.head:
        entity = scene.bodies.at(maker.span((maker.head,)))
        if entity is not None:
            return entity
    return scene.bodies.at(made_by)


def second_hand(scene: Scene, phrase: Phrase) -> bool:
    """Somebody else obtained it: the words stand in the source or right after it."""
    end = phrase.tokens[-1].idx + len(phrase.tokens[-1])
    near = " ".join(nlp.text(scene.doc)[phrase.tokens[0].idx : end + 60].split()).lower()
    near = near[: near.find(".")] if "." in near[end - phrase.tokens[0].idx :] else near
    return any(words in near for words in scene.lexicon.second_hand)


def told_of(scene: Scene, pronoun: "Token", since: int) -> Ruling | None:
    """ "A leaked cable goes further. “Work has begun,” it states": a document that was the subject before, after any speaker."""
    for token in reversed(scene.doc[max(0, pronoun.i - FAR) : pronoun.i]):
        if token.idx <= since:
            return None
        if token.dep_ in verbs.SUBJECTS and token.pos_ in ("NOUN", "PROPN") and token.tag_ in ("NN", "NNP"):
            if token.left_edge.idx <= since:
                return None
            if scene.acting.is_told(token):
                continue  # "Norvik said the report was late. It added"
            if _acts(scene, token, pronoun):
                return None
            ruling = _document_at(scene, token)
            if ruling is not None:
                return ruling
    return None


def _acts(scene: Scene, subject: "Token", pronoun: "Token") -> bool:
    """ "The inquiry is secret. Norvik gave no answer. In a statement, it said": a body that acted later, unless "it" does what only papers do."""
    body = scene.bodies.at(Span(subject.idx, subject.idx + len(subject)))
    if body is None or subject.head.dep_ != "ROOT" or subject.sent == pronoun.sent:
        return False
    papers = scene.lexicon.recording | scene.lexicon.reading
    return pronoun.head.lemma_.lower() not in papers and bodies.may_speak(body, scene)


def recorded(scene: Scene, pronoun: "Token", since: int) -> Ruling | None:
    """ "That is hard to square with the draft. It records": what records is the document named last, in the sentence before, after any speaker."""
    if pronoun.head.lemma_.lower() not in scene.lexicon.recording | scene.lexicon.reading:
        return None
    start = pronoun.sent.start
    before = scene.doc[scene.doc[start - 1].sent.start if start else 0 : start]
    named = (t for t in reversed(before) if t.left_edge.idx > since and t.dep_ in OBJECTS)
    # not the story of "an e-mail tells another story. It reads"
    papers = (_document_at(scene, t) for t in named if not verbs.speaks(t.head, scene.lexicon))
    return next((ruling for ruling in papers if ruling is not None), None)


def made(scene: Scene, pronoun: "Token", since: int) -> Ruling | None:
    """ "Ortiz founded the Halden Trust. It says": the body or document that was named last in the sentence before, where none has spoken."""
    start = pronoun.sent.start
    if since >= 0 or not start:
        return None
    for token in reversed(scene.doc[scene.doc[start - 1].sent.start : start]):
        if token.dep_ in OBJECTS and token.pos_ in ("NOUN", "PROPN"):
            body = scene.bodies.at(Span(token.idx, token.idx + len(token)))
            if body is not None and bodies.may_speak(body, scene):
                words = (Span(pronoun.idx, pronoun.idx + len(pronoun)),)
                return Ruling(
                    Kind.ORGANIZATION, "pronoun", words, body.name, runner_up=Kind.VAGUE, entity=body
                )
            if token.tag_ == "NN" and (ruling := _document_at(scene, token)) is not None:
                return ruling
    return None


def _document_at(scene: Scene, noun: "Token") -> Ruling | None:
    """The document that a noun and what stands before it name, if it is one."""
    span = Span(noun.left_edge.idx, noun.idx + len(noun))
    phrase = parse(scene.doc, span, scene.lexicon)
    return document(scene, phrase, span) if phrase is not None else None


def one_of_those(scene: Scene, one: "Token", since: int) -> Ruling | None:
    """ "Some of the slips are sad. One, of last May, records": one of several documents, named after those who spoke."""
    nouns = scene.lexicon.nouns[Kind.DOCUMENT]
    if not verbs.deeds(one) & scene.lexicon.recording and _people_near(scene, one, since):
        return None
    for token in reversed(scene.doc[max(0, one.sent.start - 2 * FAR) : one.sent.start]):
        if token.idx <= since:
            return None
        if (
            token.tag_ == "NNS"
            and token.left_edge.idx > since
            and {token.lower_, token.lemma_.lower()} & nouns
            and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
        ):
            return _document_at(scene, token)
    return None


def _people_near(scene: Scene, one: "Token", since: int) -> bool:
    """ "The mothers wait, and the judge has the lists. “Patience!” said one": people say sooner than papers."""
    lexicon = scene.lexicon
    near = (t for t in scene.doc[max(0, one.sent.start - FAR) : one.sent.start] if t.idx >= since)
    return any(t.tag_ == "NNS" and {t.lower_, t.lemma_.lower()} & lexicon.people for t in near)


def seen_before(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "A working paper was leaked. The paper recommends": the document of that name, though it has not spoken."""
    if not phrase.heads & scene.lexicon.nouns[Kind.DOCUMENT] or len(phrase.base) > 2:
        return None
    first = phrase.tokens[0].i
    for token in reversed(scene.doc[max(0, first - SEEN) : first]):
        if token.lemma_ == phrase.head.lemma_ and token.pos_ == "NOUN" and token.i - token.left_edge.i > 1:
            return _document_at(scene, token)
    return None


def known_body(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "Save the Children", "Formula One", which readers know, or "Women on Waves": whatever its words mean."""
    body = scene.bodies.at(phrase.span((phrase.head,)))
    name = body.name.lower() if body is not None else ""
    told = scene.text(phrase.span(phrase.tokens)).lower()
    known = name in scene.lexicon.known_bodies and told.startswith(name)  # not "a spokesman for Formula One"
    joined = any(word.islower() for word in body.name.split()[1:-1]) if body is not None else False
    whole = told.split(",")[0] == name
    if body is None or " " not in name or not (known or (joined and whole)):
        return None
    return bodies.institution(phrase, body)


def organization(scene: Scene, phrase: Phrase) -> Ruling | None:
    lexicon = scene.lexicon
    if phrase.heads & lexicon.spokespeople:
        known, body = spokespeople.body(scene, phrase)
        if not known:
            return None
        words, name = (phrase.span(),), body.name if body is not None else None
        return Ruling(Kind.ORGANIZATION, "spokesperson", words, name, runner_up=Kind.UNNAMED, entity=body)
    if " ".join(t.lower_ for t in phrase.base[-2:]) in lexicon.forces:  # "the coast guard"
        return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), runner_up=Kind.UNNAMED)
    capital = phrase.head.pos_ == "PROPN" and not phrase.head.text.isupper()  # "a Labour MP"
    common = not capital or (len(phrase.base) == 1 and phrase.head.is_sent_start)
    if (
        phrase.heads & lexicon.trading_roles
        and (firm := _behind(scene, phrase) or _capital(phrase) or _trading(scene, phrase)) is not None
    ):
        return firm
    if phrase.word == "group" and any(t.lower_ in lexicon.parts for t in phrase.base):
        return None  # "a third group wants to know"
    if (phrase.heads & lexicon.roles and common) or one_of_a_group(phrase, lexicon):
        return None
    body = scene.bodies.at(phrase.span((phrase.head,)))
    plain = " ".join(t.lower_ for t in phrase.base)
    states = phrase.head.text == names.US
    if states or plain in lexicon.places or plain.removeprefix("the ") in lexicon.places:
        name = body.name if body else names.plain_name(scene.text(phrase.span()))
        return Ruling(Kind.ORGANIZATION, "place", (phrase.span(),), name, runner_up=Kind.VAGUE, entity=body)
    if (land := bodies.land(scene, phrase)) is not None:
        return Ruling(
            Kind.ORGANIZATION, "place", (phrase.span(),), land.name, runner_up=Kind.VAGUE, entity=land
        )
    if (led := bodies.led_by(scene, phrase)) is not None:
        return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), led, runner_up=Kind.VAGUE)
    if body is not None and (not phrase.heads & lexicon.nouns[Kind.VAGUE] or _is_called(phrase)):
        return bodies.institution(phrase, body)
    if phrase.heads & lexicon.organization_words and not phrase.plural:
        acting = _named_behind(scene, phrase) or bodies.acting_firm(scene, phrase)
        acting = acting or bodies.shortened(scene, phrase)
        named = bodies.called(scene, phrase) or bodies.before_head(scene, phrase)
        name = acting.name if acting is not None else named
        words = (phrase.span(),)
        return Ruling(Kind.ORGANIZATION, "institution", words, name, runner_up=Kind.VAGUE, entity=acting)
    its = phrase.word in lexicon.counterparts and phrase.base[0].lower_ == "its"  # "its Irish counterpart"
    if phrase.word in lexicon.forces or its:
        return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), None, runner_up=Kind.VAGUE)
    if (trader := bodies.acting_firm(scene, phrase)) is not None:  # "the business", "the giant"
        return bodies.institution(phrase, trader)
    part = bodies.has_branch(scene, phrase) or bodies.by_names(scene, phrase)
    return part or (_behind(scene, phrase) if not phrase.heads & lexicon.roles else None)


def _is_called(phrase: Phrase) -> bool:
    """ "The Social Democrats", "the Observer", though democrats and observers are a crowd."""
    capitals = sum(t.pos_ == "PROPN" and t.text[:1].isupper() for t in phrase.base)
    one = phrase.head.pos_ == "PROPN" and not phrase.plural and len(phrase.base) == 2
    return phrase.definite and (capitals > 1 or one)


def _behind(scene: Scene, phrase: Phrase) -> Ruling | None:
    body = _named_behind(scene, phrase)
    return bodies.institution(phrase, body) if body is not None else None


def _capital(phrase: Phrase) -> Ruling | None:
    """ "The vendor, Permitly, said": one capital word between commas, whatever the model takes it for."""
    after = list(phrase.head.doc[phrase.head.i + 1 : phrase.head.i + 4])
    if not phrase.definite or [t.text for t in after[::2]] != [",", ","] or not after[1].text[0].isupper():
        return None
    return Ruling(Kind.ORGANIZATION, "institution", (phrase.span(),), after[1].text, runner_up=Kind.VAGUE)


def _trading(scene: Scene, phrase: Phrase) -> Ruling | None:
    """ "Shares in Alder & Finch fell after the kettle maker warned": the body that acted last."""
    firm = bodies.acting_firm(scene, phrase)
    return bodies.institution(phrase, firm) if firm is not None else None


def _named_behind(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "The concession holder, Borex Timber, says", "the firm behind it, Borex Timber,": the name between the commas behind."""
    behind = scene.doc[phrase.head.i + 1 : phrase.head.i + 2 * APPOSITION]
    after = list(itertools.dropwhile(lambda t: t.pos_ in ("ADP", "DET", "NOUN", "PRON"), behind))
    if not after or after[0].text != "," or not phrase.definite or phrase.plural:
        return None
    described = list(itertools.takewhile(lambda t: t.pos_ in ("DET", "ADJ", "NOUN"), after[1:]))
    named = list(itertools.takewhile(lambda t: t.pos_ == "PROPN", after[len(described) + 1 :]))
    end = 1 + len(described) + len(named)
    closed = end < len(after) and after[end].text == ","
    return scene.bodies.at(Span(named[0].idx, named[-1].idx + 1)) if named and closed else None


def acted(scene: Scene, pronoun: "Token", since: int) -> Ruling | None:
    """ "Halden Foods declined to comment. It has said": the body that was the subject after whoever spoke last."""
    start = pronoun.sent.start
    # "documents show that the firm knew, years before it told", "e-mails show that the firm knew. It told"
    told = since >= pronoun.sent.start_char or several_papers(scene)
    for token in reversed(scene.doc[max(0, start - FAR) : pronoun.i]):
        if token.idx <= since:
            return None
        beside = token.i >= start and token.head.head == pronoun.head  # "The agency is full, it said"
        beside = beside or (told and _is_named_so(scene, token))
        if scene.page.quoting(token):
            continue  # "The board disagreed. “We think so,” it said"
        if token.dep_ in verbs.SUBJECTS and (beside or (token.i < start and token.head.dep_ == "ROOT")):
            if token.left_edge.idx <= since:
                return None
            body = scene.bodies.at(Span(token.idx, token.idx + len(token)))
            words = (Span(pronoun.idx, pronoun.idx + len(pronoun)),)
            if body is None and token.i >= start and token.tag_ == "NNS":
                continue  # "The agency met. People should wait, it says"
            if body is None:
                return _nameless_body(scene, token)
            return Ruling(Kind.ORGANIZATION, "pronoun", words, body.name, runner_up=Kind.VAGUE, entity=body)
    return None


def several_papers(scene: Scene) -> bool:
    """Was the thing that spoke last "e-mails" or the like, which are no "it"?"""
    last = coref.last_of(scene.speakers, thing=True)
    return last is not None and last.many and last.answer.kind is Kind.DOCUMENT  # type: ignore[attr-defined]


def _is_named_so(scene: Scene, noun: "Token") -> bool:
    """Is a noun a body, by its name or by its word?"""
    body = scene.bodies.at(Span(noun.idx, noun.idx + len(noun)))
    return body is not None or (noun.tag_ == "NN" and noun.lower_ in scene.lexicon.organization_words)


def _nameless_body(scene: Scene, noun: "Token") -> Ruling | None:
    """ "The company did not reply. In an earlier statement, it called": what acted is a body, though it has no name here."""
    phrase = parse(scene.doc, Span(noun.left_edge.idx, noun.idx + len(noun)), scene.lexicon)
    if phrase is None or not phrase.definite or not phrase.heads & scene.lexicon.organization_words:
        return None
    return organization(scene, phrase)


def one_of_a_group(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "A senior Conservative", "the Kentucky Democrat" is somebody of a party, not the party."""
    if phrase.definite and phrase.head.text in lexicon.stand_ins:
        return True
    people = phrase.head.ent_type_ == "NORP" or phrase.head.text.removesuffix("s") in lexicon.stand_ins
    if not phrase.definite and phrase.head.tag_ in ("NNPS", "NNS") and people:
        return True  # "many Greeks"
    counted = any(t.lower_ in ("a", "an", "one", "another") for t in phrase.base[:1])
    if phrase.head.lower_ in lexicon.organization_words:
        return False  # "a divided Supreme Court"
    return counted and phrase.head.ent_type_ in ("NORP", "ORG") and phrase.head.tag_ in ("NNP", "JJ", "NN")
