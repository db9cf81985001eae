"""Names in the text: every way in which a person or an institution is called, under one full name.

Own rules: the coreference libraries that spaCy 3.8 can load need a second, larger neural model or are no longer
maintained (docs/decisions/0004-coreference.md).
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediakit.analysis import animals, firms, holding, joints, names, nlp, offices, persons, roles, verbs
from mediakit.analysis.acting import Acting
from mediakit.analysis.places import Places
from mediakit.analysis.sentences import BYLINE
from mediakit.lexicon import Lexicon
from mediakit.model import Span, is_line
from mediakit.wordlists import folded, folded_words, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHORTEST = 2
"""Letters of what is no name yet, though it reads like one."""
MOST_HEARD = 3
"""Times as many pronouns of one gender as of the other tell a person's."""
ARTICLES = ("al-", "el-", "ul-", "ad-", "as-", "ash-", "at-", "ar-", "bin-")
JUST = 400
"""Characters behind one of two with the same surname in which the surname alone is that one."""
CONTRARY = 2
"""Pronouns, and none of the other gender, that speak against a first name."""
PLACES = ("GPE", "NORP", "LOC")
INSTITUTIONS = {"ORG", "NORP", "GPE", "FAC", "LOC", "PRODUCT", "EVENT", "LAW"}


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name; `mentions` are its places in order of the text.

    `roles` are what the text says this one is, `called` what it may say later instead; `acts` are those as a subject with where they count (`Acting.place`), `seen` all with what a mere mention counts.
    `gender` is that of a title or first name (`titled`: of a title); `heard` that of a rare name or of the pronouns near: less sure.
    `kin` tells that the text introduces this one as somebody's father, wife or the like.
    """

    name: str
    person: bool
    gender: str = ""
    titled: bool = False
    heard: str = ""
    kin: bool = False
    mentions: list[Span] = field(default_factory=list)
    acts: list[tuple[int, int]] = field(default_factory=list)
    seen: list[tuple[int, int]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)

    @property
    def words(self) -> tuple[str, ...]:
        return folded_words(self.name)

    @property
    def calls(self) -> tuple[str, ...]:
        """The words of a person's name without "Jr." and the like: the last one is the surname."""
        words = self.words
        return words[:-1] if len(words) > 2 and words[-1].rstrip(".") in names.SUFFIXES else words

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
        return max(_counting(self.acts, offset), default=-1)

    def near_before(self, offset: int) -> int:
        """The same, where a mere mention counts less than acting in the same sentence."""
        counting = (*_counting(self.acts, offset), *_counting(self.seen, offset))
        return max(counting, default=-1)  # a mere mention at the head of a text may count less than that


def _counting(places: list[tuple[int, int]], offset: int) -> list[int]:
    return [counts for _, counts in places[: bisect_left(places, (offset,))]]


def find(doc: "Doc", lexicon: Lexicon, acting: Acting) -> list[Entity]:
    """All entities with a proper name, persons first under their fullest form, with where they act."""
    runs = names.without_epithets(names.runs(doc, lexicon), lexicon)
    cores = [(run, names.core(run, lexicon)) for run in runs]
    whole = (core for _, core in cores if not any(t.lower_ in ("and", "&", *joints.OF) for t in core))
    surnames = {core[-1].lower_ for core in whole if len(core) > 1}
    cores = [(run, core) for run, core in cores if not offices.is_office(run, lexicon, surnames)]
    cores = [(run, core) for run, core in cores if not _is_nobody(doc, run, lexicon)]
    beasts = animals.find([core for _, core in cores], lexicon)
    cores = [(run, core) for run, core in cores if names.words_of(core) not in beasts]
    named = persons.judge(doc, cores, surnames, lexicon)
    register = Register(persons.like_places([core for _, core in cores], lexicon))
    # persons first, and the fullest names first
    for run, name, person in sorted(named, key=lambda n: (not n[2], -len(names.words_of(n[1])))):
        _add(register, run, name, acting, person=person)
    _add_surnames(doc, register.entities, acting)
    for entity in register.entities:
        entity.mentions.sort()
        entity.name = _in_small_letters(entity, nlp.text(doc))
        entity.called = roles.also_called(entity.roles, lexicon)
        entity.acts.sort()
        entity.seen.sort()
    _hear_pronouns(doc, register.entities, acting)
    return register.entities


def _in_small_letters(entity: Entity, text: str) -> str:
    """ "Darvan", though a dateline has "DARVAN" before."""
    written = (text[slice(*mention)] for mention in entity.mentions)
    plain = (w for w in written if w.upper() == entity.name and not w.isupper())
    return next(plain, entity.name) if entity.name.isupper() else entity.name


def _is_nobody(doc: "Doc", run: "list[Token]", lexicon: Lexicon) -> bool:
    mum = len(run) == 1 and run[0].lower_ in lexicon.kin
    return mum or _is_kicker(doc, run) or _is_storm(run, lexicon) or _is_writer(doc, run)


def _is_kicker(doc: "Doc", run: "list[Token]") -> bool:
    """ "POLITICAL SKETCH" in a line of its own is nobody."""
    if len(run) < 2 or not all(t.text.isupper() for t in run):
        return False
    return is_line(nlp.lines(doc), Span(run[0].idx, run[-1].idx + len(run[-1])))


def _is_writer(doc: "Doc", run: "list[Token]") -> bool:
    """The Ann Stone of "By Ann Stone and agencies", in a line of its own: nobody whom the text tells of."""
    text, at = nlp.lines(doc), run[0].idx
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start:end].strip() if end >= 0 else ""
    return BYLINE.match(line) is not None and line[-1].isalnum()


def _is_storm(run: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Storm Edda" is nobody, though she has a first name; Storm Reid, who speaks, is somebody."""
    return len(run) == 2 and run[0].lower_ in lexicon.storms and not verbs.is_speaker(run[1], lexicon)


def _hear_pronouns(doc: "Doc", entities: list[Entity], acting: Acting) -> None:
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
        if others:
            continue
        for token in doc[first[start] : doc[start].sent.end]:
            gender = acting.lexicon.pronouns.get(token.lower_, "")
            # not "Moore said that she", "Moore is among her fans"
            if gender in ("m", "f") and not acting.is_told(token) and not _is_anothers(token, first[start]):
                votes.setdefault(number, []).extend(
                    [gender] * (CONTRARY if _has_spouse(token, acting) else 1)
                )
    for number, heard in votes.items():
        often = max("fm", key=heard.count)
        entity, times = entities[number], heard.count(often)
        if entity.titled:
            continue  # "Hale hid Ms Moor's letter in his shed"
        if entity.gender:
            against = times == len(heard) >= CONTRARY and entity.gender != often  # she is called Demetrius
            entity.gender, entity.heard = ("", often) if against else (entity.gender, entity.heard)
        elif times >= MOST_HEARD * (len(heard) - times):
            # one pronoun tells nothing, but a rare name that speaks against it tells nothing either
            entity.heard = often if times > 1 or entity.heard == often else ""


def _is_anothers(pronoun: "Token", name: int) -> bool:
    """ "Kipp is among her fans": not Kipp's own."""
    above = list(itertools.takewhile(lambda t: t.lemma_ != "be", pronoun.ancestors))
    verb = above[-1].head if above else pronoun.head
    of_some = any(t.dep_ == "attr" or t.lower_ in ("among", "amongst") for t in above)
    subject = verbs.subject(verb, "nsubj") if verb.lemma_ == "be" else None
    return of_some and subject is not None and subject.left_edge.i <= name <= subject.i


def _has_spouse(pronoun: "Token", acting: Acting) -> bool:
    """ "Bernie Walsh, who came with her husband": it tells as much as two pronouns."""
    return pronoun.tag_ == "PRP$" and pronoun.head.lower_ in acting.lexicon.spouses


def _add_surnames(doc: "Doc", entities: list[Entity], acting: Acting) -> None:
    """A known surname, or a body's short name, that the tagger of word classes did not take for a name: "Yarrow said"."""
    bodies = [(nlp.tokens_in(doc, m), e) for e in reversed(entities) if not e.person for m in e.mentions]
    known = {words[0].lower_: e for words, e in bodies if len(words) == 1}
    people = [e for e in reversed(entities) if e.person and (len(e.calls) > 1 or len(e.mentions) > 1)]
    known |= {e.calls[-1]: e for e in people if e.calls}
    named = Places([m for e in entities for m in e.mentions])
    for token in doc:
        entity = known.get(token.lower_)
        if entity is not None and token.text[:1].isupper() and len(token) > SHORTEST:
            span = Span(token.idx, token.idx + len(token))
            if not named.overlapping(span):
                _see(entity, span, [token], acting)


def _shorts(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The single words that may stand for a body: "Meridian", "Foods"; "Wanda" for Dalian Wanda Group; but no "Norvik" for its Defence Ministry."""
    if len(words) > 1 and words[-1] in lexicon.offices:
        return words[-1:]
    return (words[0], *words[1:-1], words[-1]) if firms.is_trading(words, lexicon) else (words[0], words[-1])


class Register:
    """Entities in the order in which they were found, each under every form of words that stands for it."""

    def __init__(self, no_places: set[str]) -> None:
        self._no_places = no_places
        self.entities: list[Entity] = []
        self._forms: dict[tuple[str, ...], list[Entity]] = {}
        self._short: dict[str, list[Entity]] = {}
        self._told: dict[str, Entity] = {}

    def add(self, entity: Entity, lexicon: Lexicon) -> None:
        """`Peskov`, after `Dmitry Peskov`: a surname (or, in some countries, a first word) stands for the whole."""
        self.entities.append(entity)
        words = entity.calls
        forms = [entity.words, words]
        if entity.person and words:
            forms += [(words[-1],), (words[0],)]
            forms += [(words[0], words[-1])] if len(words) > 2 else []
            forms += [words[i:] for i in range(1, len(words) - 1)]  # "van der Berg", "Suu Kyi"
            forms += [words[:i] for i in range(2, len(words))]  # "Mary Beth", "Dom Richard"
            forms += [(w,) for w in _strange(words, lexicon)]  # "Apandi", of Mohamed Apandi Ali
            forms += [(words[-1].split("-", 1)[1],)] if words[-1].startswith(ARTICLES) else []  # "al-Sayed"
        for form in forms:
            self._forms.setdefault(form, []).append(entity)
        shorts = () if entity.person else _shorts(words, lexicon)
        for short in (*shorts, names.initials(entity.name)) if len(words) > 1 else ():
            self._short.setdefault(short, []).append(entity)

    def call(self, entity: Entity, short: str) -> None:
        """A word that stands for a body and for no other one, since the text says so."""
        if short:
            self._told[short] = entity

    def find(self, words: tuple[str, ...], gender: str, at: int, ranks: set[str]) -> Entity | None:
        """Whose name these words are, or else the one named first that they stand for; "Mr. Stone" is not Ann Stone.

        Of two with one surname it is who has the rank ("Ambassador Kim"), or who acted right before by the whole name.
        """
        fitting = [e for e in self._forms.get(words, []) if not gender or e.gender in ("", gender)]
        fitting = [e for e in fitting if not self._is_namesake(e, words, at)]
        # Ann Hale, not her brother
        fitting = [e for e in fitting if not e.kin or e.words == words] or fitting
        fitting = [e for e in fitting if ranks & e.roles] or fitting
        first = min(fitting, key=lambda e: e.mentions[0].start, default=None)  # full names come in order
        near = [e for e in fitting if 0 <= at - e.acted_before(at) <= JUST] if len(fitting) > 1 else []
        last = max(near, key=lambda e: e.acted_before(at), default=first)
        return next((e for e in fitting if e.words == words), last)

    def has_kin(self, words: tuple[str, ...], at: int) -> bool:
        """Is it the surname that somebody's father has who is named further on?"""
        return any(self._is_namesake(e, words, at) for e in self._forms.get(words, []))

    def _is_namesake(self, entity: Entity, words: tuple[str, ...], at: int) -> bool:
        return entity.kin and entity.words != words and at < entity.mentions[0].start

    def find_short(self, token: "Token", lexicon: Lexicon) -> Entity | None:
        """ "Meridian" for Meridian Foods, "HSE" for the Health and Safety Executive; no place is short for a body in it."""
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        speaks = after in lexicon.spokespeople | lexicon.staff  # "a Lumen spokesperson", of Lumen AI
        speaks = speaks or token.lower_ in self._no_places
        place = (token.ent_type_ in PLACES and not speaks) or token.lower_ in lexicon.places
        label = after == ":"  # "HW:" in an interview
        word = folded(token.text).replace(".", "")
        short = [] if place else [self._told[word]] if word in self._told else self._short.get(word, [])
        meant = [e for e in short if label or not e.person]
        return meant[0] if len(meant) == 1 else None


def _add(
    register: Register, tokens: "list[Token]", name: "list[Token]", acting: Acting, *, person: bool
) -> None:
    lexicon = acting.lexicon
    if not name:
        return
    title = roles.title_gender(tokens, name, lexicon)
    ranks = {t.lower_ for t in tokens if t not in name and lexicon.titles.get(t.lower_) == "n"}
    words, at = names.words_of(name), name[0].idx
    entity = register.find(words, title if person else "", at, ranks) or _family(register, name)
    person = person or register.has_kin(words, at)
    if entity is None and not person and len(name) == 1:
        entity = register.find_short(name[0], lexicon)
    if entity is None:
        text = nlp.text(name[0].doc)[name[0].idx : name[-1].idx + len(name[-1])]
        entity = Entity(names.plain_name(text), person)
        register.add(entity, lexicon)
    if not entity.person:
        register.call(entity, _in_brackets(name, lexicon))
    _mention(entity, tokens, name, title, acting)


def _family(register: Register, name: "list[Token]") -> Entity | None:
    """ "The Prices", of Darnell Price."""
    if len(name) > 1 or not name[0].i or name[0].nbor(-1).lower_ != "the":
        return None
    word = folded(name[0].text)
    surnames = (word.removesuffix(end) for end in ("es", "s") if word.endswith(end))
    called = (register.find((surname,), "", name[0].idx, set()) for surname in surnames)
    return next((e for e in called if e is not None and e.person and len(e.calls) > 1), None)


def _strange(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[str]:
    """The words within a name that are nobody's first name; not those of a line "Lena Moor Election Day"."""
    if word_classes("noun").get(words[-1], "person") != "person":
        return
    for word in words[1:-1]:
        if word.isalpha() and not lexicon.first_name(word.title()) and word not in lexicon.name_particles:
            yield word


def _in_brackets(name: "list[Token]", lexicon: Lexicon) -> str:
    """The "msf" of "Doctors Without Borders (MSF)", the "board" of "the Halden Water Board (Board)"; not the land of "the Ledger Group (UK)", nor an agency."""
    letters = joints.in_brackets(name[-1].doc, name[-1].i + 1) if len(name) > 1 else ""
    called = letters.istitle() and letters.lower() in {t.lower_ for t in name} & lexicon.organization_words
    stands = called or (len(letters) > 1 and letters.isalpha() and letters.isupper())
    short = letters.lower() if stands else ""
    return "" if short in lexicon.places or short in lexicon.media else short


def _mention(entity: Entity, tokens: "list[Token]", name: "list[Token]", title: str, acting: Acting) -> None:
    lexicon = acting.lexicon
    _see(entity, Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])), tokens, acting)
    if not entity.person:
        entity.roles |= holding.told_of_body(name, lexicon)
        return
    # "Thomas said" of Anna Thomas tells nothing
    given = (folded(name[0].text),) == entity.words[:1]
    entity.titled = entity.titled or title != ""
    entity.gender = entity.gender or title or roles.gender(tokens, name, lexicon, given=given)
    first = (lexicon.first_name(name[0].text) or "").removesuffix("n") if given else ""
    entity.heard = entity.heard or first
    held = roles.of(tokens, name, lexicon)
    entity.roles |= held | holding.told(name, lexicon)
    entity.parties |= roles.parties(tokens, name)
    entity.kin = entity.kin or (len(entity.mentions) == 1 and holding.is_kin(name, lexicon))


def _see(entity: Entity, span: Span, words: "list[Token]", acting: Acting) -> None:
    entity.mentions.append(span)
    entity.seen.append((span.start, acting.beside(words[0])))
    place = acting.place(words)
    if place is not None:
        entity.acts.append((span.start, place))
