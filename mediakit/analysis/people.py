"""Names in the text: every way in which a person or an institution is called, under one full name.

Own rules: the coreference libraries that spaCy 3.8 can load need a second, larger neural model or are no longer
maintained (docs/decisions/0004-coreference.md).
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediakit.analysis import names, nlp, roles, verbs
from mediakit.analysis.places import Places
from mediakit.lexicon import Lexicon, folded
from mediakit.model import Span, Spans, touching
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INITIAL = re.compile(r"[A-Z]\.$")
SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
SHORT = 3
"""Sentences."""
SHORTEST = 2
"""Letters of what is no name yet, though it reads like one."""
MOST_LETTERS = 4
MOST_HEARD = 3
"""Times as many pronouns of one gender as of the other tell a person's."""
PLACES = ("GPE", "NORP", "LOC")
INSTITUTIONS = {"ORG", "NORP", "GPE", "FAC", "LOC", "PRODUCT", "EVENT", "LAW"}


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name; `mentions` are its places in order of the text, `acts` those as a subject.

    `gender` is that of a title or first name; `heard` that of a rare name or of the pronouns near: less sure.
    """

    name: str
    person: bool
    gender: str = ""
    heard: str = ""
    mentions: list[Span] = field(default_factory=list)
    acts: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)

    @property
    def words(self) -> tuple[str, ...]:
        return names.folded_words(self.name)

    @property
    def calls(self) -> tuple[str, ...]:
        """The words of a person's name without "Jr." and the like: the last one is the surname."""
        words = self.words
        return words[:-1] if len(words) > 2 and words[-1].rstrip(".") in SUFFIXES else words

    def may_be(self, gender: str) -> bool:
        """Does nothing speak against this gender?"""
        return (self.gender or self.heard) in ("", gender)

    def before(self, offset: int) -> int:
        """How many mentions begin before an offset."""
        return bisect_left(self.mentions, offset, key=lambda m: m.start)

    def last_before(self, offset: int) -> int:
        """Where the last mention before an offset begins; -1 when there is none."""
        count = self.before(offset)
        return self.mentions[count - 1].start if count else -1

    def acted_before(self, offset: int) -> int:
        """Where this one was last a subject before an offset; -1 when it never was."""
        count = bisect_left(self.acts, offset)
        return self.acts[count - 1] if count else -1


def find(doc: "Doc", lexicon: Lexicon, quoted: Spans) -> list[Entity]:
    """All entities with a proper name, persons first under their fullest form; who acts in a quotation does not act in the text."""
    runs = names.without_epithets(names.runs(doc, lexicon), lexicon)
    cores = [(run, names.core(run, lexicon)) for run in runs]
    surnames = {core[-1].lower_ for _, core in cores if len(core) > 1}
    cores = [(run, core) for run, core in cores if not names.is_office(run, lexicon, surnames)]
    runs = [run for run, _ in cores]
    alone = {core[0].lower_ for run, core in cores if len(core) == 1 and _stands_free(doc, run)}
    lone = [run[0] for run in runs if len(run) == 1]
    titled = {core[-1].lower_ for run, core in cores if len(core) < len(run)}
    firms = {  # "Corvin", where the text has "Corvin Bank"
        core[0].lower_
        for _, core in cores
        if len(core) == 2 and core[-1].lower_ in lexicon.organization_words
    } - titled
    firms |= {t.lower_ for t in lone if _is_it(t, lexicon) or _is_firm(doc, t, lexicon)} - surnames
    located = firms | {t.lower_ for t in lone if _stands_in(doc, t, lexicon)}
    located -= surnames
    speaking = {run[0].lower_ for run in runs if len(run) == 1 and _speaks(run[0], lexicon)}
    named = [
        (
            run,
            not _is_located(run, located, firms, lexicon) and _is_person(doc, run, lexicon, alone, speaking),
        )
        for run in runs
    ]
    persons = sorted((s for s, person in named if person), key=lambda s: -len(names.words_of(s, lexicon)))
    register = Register()
    for tokens in persons:
        _add(register, doc, tokens, lexicon, person=True)
    bodies = sorted((s for s, person in named if not person), key=lambda s: -len(names.words_of(s, lexicon)))
    for tokens in bodies:
        _add(register, doc, tokens, lexicon, person=False)
    _add_surnames(doc, register.entities)
    for entity in register.entities:
        entity.mentions.sort()
        entity.acts = sorted(at for at in entity.acts if not touching(quoted, Span(at, at + 1)))
    _hear_pronouns(doc, register.entities, lexicon)
    return register.entities


def _hear_pronouns(doc: "Doc", entities: list[Entity], lexicon: Lexicon) -> None:
    """The gender of a person whose first name tells none, from "Kipp sold her van": one name in a sentence, pronouns behind it."""
    homes: dict[int, set[int]] = {}
    first: dict[int, int] = {}
    for number, entity in enumerate(entities):
        for mention in entity.mentions if entity.person else ():
            token = nlp.tokens_in(doc, mention)[0]
            homes.setdefault(token.sent.start, set()).add(number)
            first[token.sent.start] = token.i
    votes: dict[int, list[str]] = {}
    for start, numbers in homes.items():
        (number, *others) = numbers
        if others or entities[number].gender:
            continue
        for token in doc[first[start] : doc[start].sent.end]:
            if (gender := lexicon.pronouns.get(token.lower_, "")) in ("m", "f"):
                votes.setdefault(number, []).append(gender)
    for number, heard in votes.items():
        often = max("fm", key=heard.count)
        if heard.count(often) >= MOST_HEARD * (len(heard) - heard.count(often)) and len(heard) > 1:
            entities[number].heard = often


def _add_surnames(doc: "Doc", entities: list[Entity]) -> None:
    """A known surname, or a body's short name, that the tagger of word classes did not take for a name: "Yarrow said"."""
    bodies = [(nlp.tokens_in(doc, m), e) for e in reversed(entities) if not e.person for m in e.mentions]
    known = {words[0].lower_: e for words, e in bodies if len(words) == 1}
    known |= {e.calls[-1]: e for e in reversed(entities) if e.person and len(e.calls) > 1}
    named = Places([m for e in entities for m in e.mentions])
    for token in doc:
        entity = known.get(token.lower_)
        if entity is not None and token.text[:1].isupper() and len(token) > SHORTEST:
            span = Span(token.idx, token.idx + len(token))
            if not named.overlapping(span):
                entity.mentions.append(span)
                entity.acts += [token.idx] if _acts(token) else []


def _stands_in(doc: "Doc", token: "Token", lexicon: Lexicon) -> bool:
    """ "In Marenne", "the island of Marenne": a place, whatever the model takes it for."""
    before = [t.lower_ for t in doc[max(0, token.i - 2) : token.i]]
    if before[1:] == ["of"] and before[0] in lexicon.place_nouns:
        return True
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    return token.i > 0 and doc[token.i - 1].lower_ in ("in", "across") and after not in ("’s", "'s")


def _is_firm(doc: "Doc", token: "Token", lexicon: Lexicon) -> bool:
    """ "The state operator, Karskom", "Karskom, which": what it is called elsewhere in the text, too."""
    after = [t.lower_ for t in doc[token.i + 1 : token.i + 3]]
    if after == [",", "which"]:
        return True
    before = doc[token.i - 2].lower_ if token.i > 1 and doc[token.i - 1].text == "," else ""
    return before in lexicon.organization_words or before in lexicon.trading_roles


def _is_it(token: "Token", lexicon: Lexicon) -> bool:
    """ "Venbrook says it never received them", "says its planes are safe": what calls itself "it" is nobody."""
    if not _speaks(token, lexicon):
        return False
    told = next((c for c in token.head.rights if c.dep_ == "ccomp"), None)
    subject = next((c for c in told.lefts if c.dep_ == "nsubj"), None) if told is not None else None
    if subject is None or told is None:
        return False
    return subject.left_edge.lower_ == "its" or (subject.lower_ == "it" and told.lemma_ != "be")


def _is_located(run: "list[Token]", located: set[str], firms: set[str], lexicon: Lexicon) -> bool:
    """A name of one word that the text has somewhere as a place, or one that begins with a firm's, and with no first name."""
    name = names.core(run, lexicon)
    if not name or folded(name[0].text) in lexicon.first_names:
        return False
    return name[0].lower_ in (located if len(name) == 1 else firms)


def _stands_free(doc: "Doc", run: "list[Token]") -> bool:
    before = doc[run[0].i - 1].lower_ if run[0].i else ""
    return before not in ("the", "in", "at", "from", "near", "of", "to")


def _speaks(token: "Token", lexicon: Lexicon) -> bool:
    return token.dep_ == "nsubj" and verbs.speaks(token.head, lexicon)


def _is_person(
    doc: "Doc", tokens: "list[Token]", lexicon: Lexicon, alone: set[str], speaking: set[str]
) -> bool:
    """Titles and first names decide, then what stands before; a last word that is used alone is a surname.

    A place is not called by its last word either, so where that word speaks, it is a surname, too.
    """
    name = names.core(tokens, lexicon)
    if not name:
        return False
    words = [t.lower_ for t in name]
    titled = name[0] is not tokens[0]
    before = doc[name[0].i - 1] if name[0].i else None
    if words[-1] in lexicon.organization_words or "of" in words or tokens[0].lower_ == "the":
        return False
    if " ".join(words) in lexicon.places:
        return False
    if titled or folded(words[0]) in lexicon.first_names or _has_initial(name):
        return True
    if before is not None and (
        before.lower_ in ("the", "in", "at", "from", "near", "on")
        or before.lower_ in lexicon.organization_words
    ):
        return False
    if len(words) == 1 and (words[0] in lexicon.known_bodies or words[0] in lexicon.nouns[Kind.VAGUE]):
        return False
    told = _by_neighbours(doc, tokens, name, lexicon)
    if told is not None:
        return told
    name = [t for t in name if not names.is_hyphen(t)]  # "Kim Jong-un" has three words
    labels = [t.ent_type_ for t in name]
    if len(name) > 1 and lexicon.first_name(words[0]) and words[-1] not in lexicon.nouns[Kind.DOCUMENT]:
        return True
    if _described(doc, tokens, lexicon):
        return True
    surname = words[-1] if len(name) in (2, 3) and not _is_letters(name[-1]) else ""
    place = bool({"GPE", "NORP", "LOC"} & set(labels))
    apart = words[0] not in lexicon.place_words and all(t.tag_ == "NNP" for t in name)
    if "PERSON" in labels or (surname in alone and not place) or (surname in speaking and apart):
        return True
    if words[0] in lexicon.place_words or words[-1] in lexicon.nouns[Kind.DOCUMENT]:
        return False
    if len(name) == 1:
        return not place and _speaks(name[0], lexicon) and _called_so(name[0], lexicon)
    return not any(labels) and len(name) in (2, 3) and all(t.pos_ == "PROPN" for t in name)


def _by_neighbours(doc: "Doc", tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon) -> bool | None:
    """What the words around a name say of it: "the harbourmaster, Eskil Brand" is a person, "the operator, Karskom" is none."""
    before = doc[name[0].i - 1] if name[0].i else None
    role = doc[before.i - 1] if before is not None and before.i and before.text == "," else before
    if role is not None and role.pos_ == "NOUN" and role.lower_ in lexicon.roles and len(name) > 1:
        return True  # "the writer Gwyn Parry", "the harbourmaster, Eskil Brand"
    if (
        role is not None
        and not _speaks_for(role, lexicon)
        and (
            role.lower_ in lexicon.organization_words
            or (role.lower_ in lexicon.trading_roles and len(name) == 1)
        )
    ):
        return False  # "the manufacturer, Alpen Cord", "the operator, Karskom"
    after = [t.lower_ for t in doc[tokens[-1].i + 1 : tokens[-1].i + 4]]
    if after[:2] == [",", "the"] and after[2:] and after[2] in lexicon.organization_words:
        return False  # "Parlance, the company"
    return False if _institution_near(doc, tokens, lexicon) else None


def _speaks_for(body: "Token", lexicon: Lexicon) -> bool:
    """The name in "a spokesman for the ministry, Arman Stone" is not the ministry's."""
    of = body.head
    return body.dep_ == "pobj" and of.head.lower_ in lexicon.spokespeople | lexicon.roles


def _called_so(token: "Token", lexicon: Lexicon) -> bool:
    """ "Ibarra called it a mistake" and nothing more: an article gives a person's first name, a few sentences need not."""
    surname = token.tag_ == "NNP" and token.text[1:].islower() and token.lower_ not in lexicon.known_bodies
    several = token.is_sent_start and token.lower_.endswith("s")  # "Jurors"
    trades = any(t.lemma_.lower() in lexicon.earnings for t in token.head.subtree)  # "expects sales to fall"
    return surname and not several and not trades and sum(1 for _ in token.doc.sents) <= SHORT


def _has_initial(name: "list[Token]") -> bool:
    """ "Vera R. Stone", "V. Stone", "Vera Stone Jr.": only people have those."""
    initial = any(INITIAL.match(t.text) for t in name[:-1])
    return initial or (len(name) > 2 and name[-1].lower_.rstrip(".") in SUFFIXES)


def _is_letters(token: "Token") -> bool:
    """ "Capital B", "Super UW": letters that stand for words are no surname."""
    return token.text.isupper() and len(token) <= MOST_LETTERS


def _institution_near(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> bool:
    """ "A spokesperson for Halden Water", "Halden Water officials": only a body has those."""
    first, last = tokens[0].i, tokens[-1].i
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if after in lexicon.staff:
        return True
    before = [t.lower_ for t in doc[max(0, first - 2) : first]]
    return len(before) == 2 and before[0] in lexicon.spokespeople and before[1] in ("for", "of", "at", "from")


def _described(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Lena Ortiz, director of the clinic" or "Lena Ortiz, 34,": only a person has a role or an age."""
    rest = [t for t in doc[tokens[-1].i + 1 : tokens[-1].i + 10] if not t.is_space]
    if len(rest) < 2 or rest[0].text != ",":
        return False
    if rest[1].lower_ == "who":
        return True
    if re.fullmatch(r"\d{1,2}", rest[1].text):
        return len(rest) > 2 and rest[2].text in (",", ".")
    for token in rest[1:]:
        if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "PROPN"):
            return False
        if token.pos_ == "NOUN" and (token.i + 1 >= len(doc) or doc[token.i + 1].pos_ != "NOUN"):
            return roles.is_role(token, lexicon)
    return False


class Register:
    """Entities in the order in which they were found, each under every form of words that stands for it."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._forms: dict[tuple[str, ...], list[Entity]] = {}
        self._short: dict[str, list[Entity]] = {}

    def add(self, entity: Entity) -> None:
        """`Peskov`, after `Dmitry Peskov`: a surname (or, in some countries, a first word) stands for the whole."""
        self.entities.append(entity)
        words = entity.calls
        forms = [entity.words, words]
        if entity.person and words:
            forms += [(words[-1],), (words[0],)]
            forms += [(words[0], words[-1])] if len(words) > 2 else []
        for form in forms:
            self._forms.setdefault(form, []).append(entity)
        shorts = () if entity.person else (words[0], words[-1])
        for short in (*shorts, names.initials(entity.name)) if len(words) > 1 else ():
            self._short.setdefault(short, []).append(entity)

    def find(self, words: tuple[str, ...], gender: str) -> Entity | None:
        """Whose name these words are, or else the one found first that they stand for; "Mr. Stone" is not Ann Stone."""
        fitting = [e for e in self._forms.get(words, []) if not gender or e.gender in ("", gender)]
        return next((e for e in fitting if e.words == words), fitting[0] if fitting else None)

    def find_short(self, token: "Token", lexicon: Lexicon) -> Entity | None:
        """ "Meridian" for Meridian Foods, "HSE" for the Health and Safety Executive; no place is short for a body in it."""
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        speaks = after in lexicon.spokespeople | lexicon.staff  # "a Lumen spokesperson", of Lumen AI
        place = (token.ent_type_ in PLACES and not speaks) or token.lower_ in lexicon.places
        label = after == ":"  # "HW:" in an interview
        short = [] if place else self._short.get(folded(token.text), [])
        meant = [e for e in short if label or not e.person]
        return meant[0] if len(meant) == 1 else None


def _add(register: Register, doc: "Doc", tokens: "list[Token]", lexicon: Lexicon, *, person: bool) -> None:
    name = names.core(tokens, lexicon)
    gender = roles.title_gender(tokens, name, lexicon) if person else ""
    entity = register.find(names.words_of(tokens, lexicon), gender)
    if entity is None and not person and len(name) == 1:
        entity = register.find_short(name[0], lexicon)
    if entity is None:
        if not name:
            return
        entity = Entity(names.plain_name(nlp.text(doc)[name[0].idx : name[-1].idx + len(name[-1])]), person)
        register.add(entity)
    _mention(entity, tokens, lexicon)


def _mention(entity: Entity, tokens: "list[Token]", lexicon: Lexicon) -> None:
    entity.mentions.append(Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
    name = names.core(tokens, lexicon)
    if any(_acts(token) for token in name):
        entity.acts.append(tokens[0].idx)
    if not entity.person:
        return
    entity.gender = entity.gender or roles.gender(tokens, name, lexicon)
    first = lexicon.first_name(name[0].text) if name else None
    entity.heard = first if first in ("f", "m") and not entity.heard else entity.heard
    entity.roles |= roles.of(tokens, name, lexicon)


def _acts(token: "Token") -> bool:
    """The subject of a verb, the name beside it ("the captain, Moore, disagreed"), or whom a sentence is about: "For Moore, it is late"."""
    subjects = ("nsubj", "nsubjpass")
    topic = token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.is_sent_start
    beside = token.dep_ == "appos" and token.head.dep_ in subjects
    return token.dep_ in subjects or topic or beside
