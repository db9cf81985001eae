"""What the text says of a speaker beside the noun: a name in a clause or between commas, or that he wants none."""

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, doors, joints, nlp, roles, verbs
from mediakit.analysis.people import Entity
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase, past_describing
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind, Reason
from mediakit.wordlists import folded

if TYPE_CHECKING:
    from spacy.tokens import Token

APPOSITION = 8
"""Words behind a source in which its name may follow: ", Democratic state Sen. Lena Ortiz"."""
APART = frozenset(",;:()—–")
"""What ends the words that belong to a noun."""
OPENING = (",", "—", "–", "-", "(")
"""Behind what a name follows a description."""
DESCRIBING = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
BESIDE = ("NOUN", "PROPN", "NUM")
"""What may stand right before a name: "mum-of-two Ann Stone"."""


def renamed(scene: Scene, phrase: Phrase, sentence: Span) -> Ruling | None:
    """ "“Amira”, whose name has been changed", "Amira*" with a footnote: the name in the text is not the source's."""
    entity = scene.persons.at(phrase.span((phrase.head,)))
    said = scene.statements.of(phrase, sentence) or scene.statements.naming(entity)
    if said is not None and _renames(scene, said):
        words, reason = said.words, said.reason
    elif (note := _footnote(scene, phrase)) is not None:
        words, reason = note, Reason.NONE
    else:
        return None
    return Ruling(
        Kind.ANONYMOUS, "anonymity", (words,), reason=reason, runner_up=Kind.NAMED_PERSON, entity=entity
    )


def given_up(scene: Scene, entity: Entity) -> Reason | None:
    """Why, where the text says of a name that it is not the real one: "Karen (I have changed her name). She told me"."""
    said = scene.statements.naming(entity)
    return said.reason if said is not None and _renames(scene, said) else None


def _renames(scene: Scene, said: anonymity.Statement) -> bool:
    return re.search(scene.lexicon.renamed, scene.text(said.words)) is not None


def _footnote(scene: Scene, phrase: Phrase) -> Span | None:
    """ "Amira*", where a line below says "* Name changed"."""
    text, end = nlp.lines(scene.doc), phrase.head.idx + len(phrase.head)
    starred = phrase.head.text.endswith("*") or text[end : end + 1] == "*"
    note = re.search(scene.lexicon.footnote, text, re.MULTILINE | re.IGNORECASE) if starred else None
    return Span(*note.span()) if note is not None else None


def name_given(scene: Scene, phrase: Phrase, cue: Span | None) -> Ruling | None:
    """ "A baker who gave only his first name, Yusuf": that is a name, though it stands in a clause of its own."""
    if (known := _identified(scene, phrase)) is not None:
        given = next((m for m in known.mentions if m.start > phrase.head.idx), known.mentions[0])
        return Ruling(Kind.NAMED_PERSON, "name", (given,), known.name, runner_up=Kind.UNNAMED, entity=known)
    begin = phrase.tokens[0].idx
    words = nlp.text(scene.doc)[
        begin : min(phrase.tokens[-1].idx + APPOSITION * 8, phrase.head.sent.end_char)
    ]
    match = re.search(rf"\b{scene.lexicon.given_name}\s+([^\W\d_][\w’'-]+)", words)
    if match is None or phrase.head.pos_ == "PROPN" or not match[1][0].isupper():
        return None
    span = Span(begin + match.start(1), begin + match.end(1))
    entity = scene.persons.at(span)
    if match[0].startswith(("named", "called")):
        verb = nlp.tokens_in(scene.doc, Span(begin + match.start(), begin + match.start() + 1))[0]
        own = verb in phrase.tokens or (verb.dep_ == "acl" and verb.head in phrase.base)
        told = cue is not None and cue.start <= verb.idx < cue.end  # "a critic called Moor a fool"
        if entity is None or told or not own:
            return None  # "a firm called Alder"
    name = match[1] if entity is None else entity.name
    return Ruling(Kind.NAMED_PERSON, "name", (span,), name, runner_up=Kind.UNNAMED, entity=entity)


def _identified(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "A man identified as the engineer Paul Stone", "a woman named by the police as Rita Stone"."""
    named = (c for c in phrase.head.rights if c.tag_ == "VBN" and c.lemma_ in scene.lexicon.identifying)
    given = next((c for verb in named for c in verb.rights if c.lower_ == "as"), None)
    if given is None:
        return None
    return scene.persons.at(Span(given.idx, given.right_edge.idx + len(given.right_edge)))


def anonymous(scene: Scene, phrase: Phrase, sentence: Span) -> Ruling | None:
    several = scene.lexicon.pronouns.get(phrase.word) == "p"  # "one of them, who declined to be named"
    if phrase.word in scene.lexicon.pronouns and phrase.word not in ("who", "one") and not several:
        return None
    if phrase.head.pos_ == "PROPN" and not phrase.heads & scene.lexicon.roles:
        return None
    said = scene.statements.of(phrase, sentence)
    if said is None or (not said.whom and _is_the_body(phrase, scene.lexicon)):
        return None
    runner_up, alias = doors.by_role(scene, phrase).kind, _alias(scene, said)
    return Ruling(
        Kind.ANONYMOUS, "anonymity", (said.words,), reason=said.reason, runner_up=runner_up, entity=alias
    )


def _is_the_body(phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "The palace added, off the record": a body that everybody knows."""
    body = phrase.heads & (lexicon.organization_words | lexicon.public_bodies)
    return bool(body) and phrase.definite and not phrase.plural and not phrase.heads & lexicon.people


def _alias(scene: Scene, said: anonymity.Statement) -> Entity | None:
    """The R. of "who asked to be called only R.", so that R. stays as anonymous later on."""
    words = scene.text(Span(said.words.start, said.sentence.end))
    match = re.search(rf"\b(?:{scene.lexicon.called})\s+(?=[A-Z])", words)
    # else "whom we are calling Claire"
    last = nlp.tokens_in(scene.doc, said.words)[-1:] if match is None else []
    begins = (
        [t.idx for t in last if t.text[:1].isupper()] if match is None else [said.words.start + match.end()]
    )
    return next((scene.persons.at(Span(at, at + 1)) for at in begins), None)


def promised(scene: Scene, phrase: Phrase, sentence: Span, ruling: Ruling) -> Ruling:
    """ "A mechanic disagreed. He told us so, declining to give his name": what the sentence says of a pronoun, or of "K."."""
    alone = scene.lexicon.pronouns.get(phrase.word) in ("m", "f") and len(phrase.tokens) == 1
    letter = ruling.entity is not None and len(ruling.entity.name) == 1
    if not letter and not (alone and ruling.kind in (Kind.UNNAMED, Kind.VAGUE)):
        return ruling
    said = scene.statements.of(phrase, sentence)
    if said is None:
        return ruling
    whose = ruling.entity
    return Ruling(
        Kind.ANONYMOUS, "anonymity", (said.words,), reason=said.reason, runner_up=ruling.kind, entity=whose
    )


def apposition(scene: Scene, phrase: Phrase) -> Entity | None:
    """`the mayor, Lena Ortiz`: a name right after the comma of a described person, in the source or behind it."""
    last = phrase.tokens[-1]
    behind = list(last.doc[last.i + 1 : last.sent.end][:APPOSITION])
    lexicon = scene.lexicon
    things = (lexicon.nouns[Kind.DOCUMENT], lexicon.organization_words, lexicon.public_bodies)
    thing = any(phrase.heads & some for some in things) and not phrase.heads & lexicon.people
    if thing and phrase.heads & lexicon.nouns[Kind.DOCUMENT] and phrase.head.pos_ == "NOUN":
        return None  # "a letter from its lawyers, Ann Stone"
    if phrase.plural and phrase.heads & lexicon.organization_words and phrase.head.pos_ != "PRON":
        return None  # "three groups, Peace Now, Roof First"
    if len(behind) > 1 and (behind[0].text != "," or phrase.head.pos_ == "PROPN" or thing):
        behind = []  # "according to a complaint, Ann Stone, 43, took it"
    rest = [t for t in (*phrase.rest, *behind) if not t.is_space]
    for i, token in enumerate(rest[:-1]):
        if token.text in OPENING:
            begin = rest[past_describing(rest, i + 1)].idx
            entity = scene.persons.at(Span(begin, begin + 1))
            if (last_named := _at_end(rest[i + 1 :], scene)) is not None:
                entity, begin = (
                    last_named  # "its owner, Per Stone" has none, Per being a preposition to the model
                )
            if entity and (_owns(entity, begin, phrase.head) or _of_another(rest[:i], phrase, scene)):
                entity = None  # "its chairman, a Norwood ally"
            if entity and (token.i <= last.i or _closed(entity, begin, scene)):
                return entity
        if token.tag_ in verbs.RELATIVE:
            return None
    return None


def _at_end(rest: "list[Token]", scene: Scene) -> tuple[Entity, int] | None:
    """ "His wife, longtime Moor aide | Huma Abed |, said": the name with which a description ends, and where it begins."""
    run = list(itertools.takewhile(lambda t: _describes(t, scene.lexicon), rest))
    entity = scene.persons.at(Span(run[-1].idx, run[-1].idx + 1)) if run else None
    return (entity, _mention(entity, run[-1].idx).start) if entity is not None else None


def _describes(token: "Token", lexicon: Lexicon) -> bool:
    if token.lower_ in lexicon.people:
        return True  # "counsel for the union, | advocate Ann Stone", to the parser a verb
    return token.pos_ in DESCRIBING or token.dep_ == "amod" or token.tag_ in ("POS", "PRP$", "HYPH")


def title_behind(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "The secretary of state John Quill", "the actor and former inmate Joe Tully": a name right behind what a person is.

    In "the wife of the actor Joe Tully" the name is the actor's.
    """
    if phrase.plural or not phrase.heads & scene.lexicon.people:
        return None
    titled = list(itertools.takewhile(lambda t: t.text not in APART, _without_letters(phrase.rest)))
    entity = scene.persons.at(phrase.span((titled[-1],))) if titled else None
    if entity is None:
        return None
    mention = _mention(entity, titled[-1].idx)
    between = [t for t in titled if t.idx < mention.start]
    if [t.lower_ for t in between] == ["of", "the"] and phrase.base[0].pos_ not in ("DET", "PRON"):
        return entity if _has_more(entity, mention, scene) else None  # "Speaker of the House Ana Stone"
    if not between or between[-1].pos_ not in BESIDE or _owns(entity, mention.start, phrase.head):
        return None
    another = any(t.tag_ == "CC" and t.nbor().pos_ in ("DET", "PRON") for t in between)
    somebody = scene.lexicon.people | scene.lexicon.stand_ins | scene.lexicon.titles.keys()
    inside = any(t.pos_ == "ADP" for t in between) and between[-1].lower_ in somebody
    return None if another or inside else entity


def _without_letters(words: "tuple[Token, ...]") -> "Iterator[Token]":
    """ "Of the Association of Banks | (ARB) | Garegin Tosunyan"."""
    short = (i for i, t in enumerate(words) if joints.in_brackets(t.doc, t.i))
    cut = {i + k for i in short for k in range(3)}
    return (t for i, t in enumerate(words) if i not in cut)


def _has_more(entity: Entity, mention: Span, scene: Scene) -> bool:
    """Does another word stand before the name, as in "House Ana Stone"?"""
    return folded(nlp.tokens_in(scene.doc, mention)[0].text) not in entity.words


def second_role(scene: Scene, phrase: Phrase) -> Entity | None:
    """ "Former Secretary of State and Republican donor Ann Stone": one person, since no article parts the two that she is."""
    if not phrase.base or phrase.base[0].pos_ in ("DET", "PRON") or phrase.plural:
        return None
    last = phrase.tokens[-1]
    entity = scene.persons.at(phrase.span((last,)))
    if entity is None or not phrase.heads & (scene.lexicon.people | scene.lexicon.titles.keys()):
        return None
    before = [t for t in phrase.tokens if t.idx < _mention(entity, last.idx).start]
    joint = next((i for i in reversed(range(len(before))) if before[i].tag_ == "CC"), None)
    other = before[joint + 1 :] if joint else []
    plain = other and all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in other)
    return entity if plain and roles.is_role(other[-1], scene.lexicon) else None


def _of_another(between: "list[Token]", phrase: Phrase, scene: Scene) -> bool:
    """In "a source close to the governor, Alan Stone," and "lawyers for the owner, Ann Stone," the name is the governor's, and the owner's."""
    nobody = phrase.plural or bool(phrase.heads & scene.lexicon.empty_heads)
    return nobody and bool(between) and roles.is_role(between[-1], scene.lexicon)


def _mention(entity: Entity, offset: int) -> Span:
    """The mention that holds an offset."""
    return next(m for m in entity.mentions if m.start <= offset < m.end)


def _owns(entity: Entity, begin: int, head: "Token") -> bool:
    """Does the name only describe the noun behind it?"""
    mention = _mention(entity, begin)
    last = nlp.tokens_in(head.doc, mention)[-1]
    return last.dep_ in ("compound", "poss", "nmod", "amod") and last.head.idx >= mention.end


def _closed(entity: Entity, begin: int, scene: Scene) -> bool:
    """Does a comma follow the name? In "said a clerk, Lena Ortiz left" none of the two is the other."""
    mention = _mention(entity, begin)
    return nlp.text(scene.doc)[mention.end : mention.end + 1] in (",", ".")
