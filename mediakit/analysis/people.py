"""Names in the text: every way in which a person or an institution is called, under one full name.

Own rules: the coreference libraries that spaCy 3.8 can load need a second, larger neural model or are no longer
maintained (docs/decisions/0004-coreference.md).
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from mediakit.analysis import nlp
from mediakit.analysis.places import Places
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INSTITUTIONS = {"ORG", "NORP", "GPE", "FAC", "LOC", "PRODUCT", "EVENT", "LAW"}
POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name; `mentions` are its places in order of the text, `acts` those as a subject."""

    name: str
    person: bool
    gender: str = ""
    mentions: list[Span] = field(default_factory=list)
    acts: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)

    @property
    def words(self) -> tuple[str, ...]:
        return folded_words(self.name)

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


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Lower case without accents: "Martínez" and "Martinez" are one name."""
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def folded_words(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


def find(doc: "Doc", lexicon: Lexicon) -> list[Entity]:
    """All entities with a proper name, persons first under their fullest form."""
    runs = _name_runs(doc, lexicon)
    alone = {
        core(run, lexicon)[0].lower_
        for run in runs
        if len(core(run, lexicon)) == 1 and _stands_free(doc, run)
    }
    named = [(run, _is_person(doc, run, lexicon, alone)) for run in runs]
    persons = sorted((s for s, person in named if person), key=lambda s: -len(_name_words(s, lexicon)))
    register = Register()
    for tokens in persons:
        _add(register, doc, tokens, lexicon, person=True)
    for tokens, person in named:
        if not person:
            _add(register, doc, tokens, lexicon, person=False)
    _add_surnames(doc, register.entities)
    for entity in register.entities:
        entity.mentions.sort()
        entity.acts.sort()
    return register.entities


def _add_surnames(doc: "Doc", entities: list[Entity]) -> None:
    """A known surname that the tagger of word classes did not take for a name: "Yarrow said"."""
    known = {
        e.words[-1]: e for e in reversed(entities) if e.person and len(e.words) > 1 and len(e.words[-1]) > 2
    }
    named = Places([m for e in entities for m in e.mentions])
    for token in doc:
        entity = known.get(token.lower_)
        if entity is not None and token.text[:1].isupper():
            span = Span(token.idx, token.idx + len(token))
            if not named.overlapping(span):
                entity.mentions.append(span)


def plain_name(text: str) -> str:
    """A name on one line, without a possessive ending."""
    return POSSESSIVE.sub("", " ".join(text.split())).strip(" ,.;:“”‘’\"'")


def _name_runs(doc: "Doc", lexicon: Lexicon) -> "list[list[Token]]":
    """Unbroken runs of capitalised words (with "of the" or "de" inside), not the plain first word of a sentence."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in doc:
        linking = (
            run
            and (token.lower_ in lexicon.name_particles | {"of", "for"} or _is_hyphen(token))
            and _capital_next(token)
        )
        numbered = run and token.text[0].isdigit() and token.text[-1].isupper()  # "Christopher 2X"
        if _is_name_word(token, lexicon) or linking or numbered:
            if token.is_sent_start and run:
                runs.append(run)
                run = []
            run.append(token)
        elif token.is_space and run and _capital_next(token) and "\n\n" not in token.text:
            continue
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [r for run in runs for r in _unlink(run, lexicon)]


def _is_hyphen(token: "Token") -> bool:
    """ "Soto-Mendez" is one name."""
    return token.text in "-‐–" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_


def _unlink(run: "list[Token]", lexicon: Lexicon) -> "list[list[Token]]":
    """`Ministry of Health` holds together, `Peskov of Russia` does not."""
    for i, token in enumerate(run):
        holds = run[i - 1].lower_ in lexicon.organization_words or run[i - 1].lower_ in lexicon.titles
        if token.lower_ in ("of", "for") and not holds:
            return [run[:i], *_unlink(run[i + 1 :], lexicon)]
    return [run] if run else []


def _is_name_word(token: "Token", lexicon: Lexicon) -> bool:
    if not token.text[:1].isupper() or token.lower_ in lexicon.pronouns:
        return False
    if token.is_sent_start or (token.i and _opened_by_mark(token)):
        if token.lower_ in lexicon.function_words:
            return False
        return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    return (
        token.lower_ not in lexicon.function_words
        or token.ent_type_ == "PERSON"
        or _after_title(token, lexicon)
    )


def _opened_by_mark(token: "Token") -> bool:
    """Does the token stand right after an opening quotation mark?"""
    before = token.nbor(-1)
    return before.text in "“‘\"'«" and bool(before.text)


def _after_title(token: "Token", lexicon: Lexicon) -> bool:
    """ "General No": a surname may be a common word."""
    return token.i > 0 and token.nbor(-1).lower_ in lexicon.titles and token.nbor(-1).text[:1].isupper()


def _capital_next(token: "Token") -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    if len(following) and following[0].lower_ == "the":
        following = token.doc[token.i + 2 : token.i + 3]
    return bool(len(following)) and following[0].text[:1].isupper()


def core(tokens: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The name without titles before it ("Democratic Gov.", "Secretary of Education") and the possessive after it."""
    kept = [t for t in tokens if not t.is_space]
    while kept and kept[-1].text in ("’s", "'s", "’", "'"):
        kept = kept[:-1]
    titles = [i for i, t in enumerate(kept[:-1]) if t.lower_ in lexicon.titles]
    if titles:
        rest = kept[titles[-1] + 1 :]
        if rest[0].lower_ in ("of", "for"):
            rest = rest[2:] if len(rest) > 2 else []
        kept = rest or kept
    while len(kept) > 1 and kept[0].lower_ in ("the", "a", "an"):
        kept = kept[1:]
    return kept


def _name_words(tokens: "list[Token]", lexicon: Lexicon) -> tuple[str, ...]:
    return folded_words(plain_name("".join(t.text_with_ws for t in core(tokens, lexicon))))


def _stands_free(doc: "Doc", run: "list[Token]") -> bool:
    before = doc[run[0].i - 1].lower_ if run[0].i else ""
    return before not in ("the", "in", "at", "from", "near", "of", "to")


def _is_person(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon, alone: set[str]) -> bool:
    """Titles and first names decide, then what stands before; a last word that is used alone is a surname."""
    name = core(tokens, lexicon)
    if not name:
        return False
    words = [t.lower_ for t in name]
    titled = name[0] is not tokens[0]
    before = doc[name[0].i - 1] if name[0].i else None
    if words[-1] in lexicon.organization_words or "of" in words or tokens[0].lower_ == "the":
        return False
    if " ".join(words) in lexicon.places:
        return False
    if titled or words[0] in lexicon.first_names:
        return True
    if before is not None and (
        before.lower_ in ("the", "in", "at", "from", "near") or before.lower_ in lexicon.organization_words
    ):
        return False
    if _institution_near(doc, tokens, lexicon):
        return False
    labels = [t.ent_type_ for t in name]
    if _described(doc, tokens, lexicon):
        return True
    if "PERSON" in labels or (
        len(name) in (2, 3) and words[-1] in alone and not {"GPE", "NORP", "LOC"} & set(labels)
    ):
        return True
    return not any(labels) and len(name) in (2, 3) and all(t.pos_ == "PROPN" for t in name)


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
    if re.fullmatch(r"\d{1,2}", rest[1].text):
        return len(rest) > 2 and rest[2].text in (",", ".")
    for token in rest[1:]:
        if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "PROPN"):
            return False
        if token.pos_ == "NOUN" and (token.i + 1 >= len(doc) or doc[token.i + 1].pos_ != "NOUN"):
            return _is_role(token, lexicon)
    return False


class Register:
    """Entities in the order in which they were found, each under every form of words that stands for it."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._forms: dict[tuple[str, ...], Entity] = {}

    def add(self, entity: Entity) -> None:
        """`Peskov`, after `Dmitry Peskov`: a surname (or, in some countries, a first word) stands for the whole."""
        self.entities.append(entity)
        words = entity.words
        forms = [words]
        if entity.person and words:
            forms += [(words[-1],), (words[0],)]
            forms += [(words[0], words[-1])] if len(words) > 2 else []
        for form in forms:
            self._forms.setdefault(form, entity)

    def find(self, words: tuple[str, ...]) -> Entity | None:
        """The one found first that these words stand for."""
        return self._forms.get(words)


def _add(register: Register, doc: "Doc", tokens: "list[Token]", lexicon: Lexicon, *, person: bool) -> None:
    entity = register.find(_name_words(tokens, lexicon))
    if entity is None:
        name = core(tokens, lexicon)
        if not name:
            return
        entity = Entity(plain_name(nlp.text(doc)[name[0].idx : name[-1].idx + len(name[-1])]), person)
        register.add(entity)
    _mention(entity, tokens, lexicon)


def _mention(entity: Entity, tokens: "list[Token]", lexicon: Lexicon) -> None:
    entity.mentions.append(Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
    if not entity.person:
        return
    name = core(tokens, lexicon)
    if any(_acts(token) for token in name):
        entity.acts.append(tokens[0].idx)
    entity.gender = entity.gender or _gender(tokens, name, lexicon)
    entity.roles |= _roles(tokens, name, lexicon)


def _gender(tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon) -> str:
    for token in tokens[: len(tokens) - len(name)]:
        if lexicon.titles.get(token.lower_, "n") != "n":
            return lexicon.titles[token.lower_]
    first = lexicon.first_names.get(name[0].lower_, "") if name else ""
    if first:
        return first
    for word in _roles(tokens, name, lexicon):
        if word in lexicon.women:
            return "f"
        if word in lexicon.men:
            return "m"
    return ""


def _roles(tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon) -> set[str]:
    """The titles before a name and the role nouns of an apposition after it: what "the minister" may point to."""
    doc, start, end = tokens[0].doc, name[0].i if name else tokens[0].i, tokens[-1].i + 1
    roles = {
        t.lower_
        for t in doc[max(0, start - 6) : start]
        if not t.is_punct and t.sent == doc[start].sent and _is_role(t, lexicon) and _glued(doc, t.i, start)
    }
    if end < len(doc) and doc[end].text == ",":
        for token in doc[end + 1 : end + 14]:
            if (
                token.is_sent_start
                or token.pos_ in ("VERB", "AUX")
                or token.text in ".;“”‘"
                or token.lower_ in ("said", "who", "whose", "which", "and")
            ):
                break
            if _is_role(token, lexicon):
                roles.add(token.lower_)
    return roles | {lexicon.short_titles[r] for r in roles if r in lexicon.short_titles}


def _glued(doc: "Doc", first: int, last: int) -> bool:
    return all(
        t.text != "," and t.pos_ in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART", "SPACE")
        for t in doc[first:last]
    )


def _is_role(token: "Token", lexicon: Lexicon) -> bool:
    return (
        token.lower_ in lexicon.roles | lexicon.spokespeople
        or token.lower_ in lexicon.titles
        or token.lemma_.lower() in lexicon.roles
    )


def _acts(token: "Token") -> bool:
    """The subject of a verb, or the name that stands beside it: "the captain, Moore, disagreed"."""
    subjects = ("nsubj", "nsubjpass")
    return token.dep_ in subjects or (token.dep_ == "appos" and token.head.dep_ in subjects)
