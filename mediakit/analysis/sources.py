"""Takes a source apart: its head word, what stands before and after it."""

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediakit.analysis import joints, nlp
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INDEFINITE = ("a", "an", "some", "any", "another")
REFLEXIVE = ("self", "selves")
"""The ministry itself, the players themselves: no head."""
JOINING = frozenset({"of", "for", "and", "the", "&"})
"""What a long name has between its capitals."""
APART = ("PERSON", "GPE", "ORG")
"""What two of, with an "and" between them, are two and not one name."""
ENDING = ("WP", "WDT", "WP$", "WRB", "VBD", "VBP", "VBZ", "MD", "TO")
"""Tags of words with which what describes somebody begins, or what somebody does."""
PAST_ADVERBS = 4
"""Words before the "written" of "a memo, apparently written by"."""
NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}


WHO = "WHO"
"""A health organisation, and no pronoun."""
OWN = "own"


@dataclass(frozen=True, slots=True)
class Phrase:
    """`base` is the first noun phrase, `head` its last noun, `rest` what follows it in the source."""

    tokens: "tuple[Token, ...]"
    base: "tuple[Token, ...]"
    head: "Token"
    rest: "tuple[Token, ...]"

    @property
    def word(self) -> str:
        return self.head.text if self.head.text == WHO else self.head.lower_

    @property
    def heads(self) -> set[str]:
        """The head word as written and as a lemma; "Jurors" at the head of a sentence passes for a name and has none."""
        one = (
            self.word.removesuffix("s")
            if self.head.pos_ == "PROPN" and self.head.is_sent_start
            else self.word
        )
        before = self.head.nbor(-1) if self.head.i else self.head
        two = {f"{before.lower_} {self.word}"} if before.dep_ == "compound" else set()  # "press officer"
        return {self.word, self.head.lemma_.lower(), one, *two}

    @property
    def definite(self) -> bool:
        owned = any(t.lower_ in joints.OWNING for t in self.base)  # "Alder’s maker"
        first = self.base[:1]
        return owned or any(t.tag_ in ("DT", "PRP$") and t.lower_ not in INDEFINITE for t in first)

    @property
    def bare(self) -> bool:
        """ "Pumps at sea, says mayor", "Fire chief: pumps were late": a headline has no articles."""
        before = self.base[:-1]
        joined = self.base[-1:] == (self.head,) and all(
            t.tag_ == "NN" and t.dep_ == "compound" for t in before
        )
        return joined and self.head.tag_ in ("NN", "NNP") and not self.rest

    @property
    def plural(self) -> bool:
        return self.head.tag_ in ("NNS", "NNPS") or self.head.lower_ in (
            "people",
            "police",
            "some",
            "many",
            "others",
            "several",
            "most",
        )

    def span(self, tokens: "tuple[Token, ...] | None" = None) -> Span:
        some = tokens or self.base or self.tokens
        return Span(some[0].idx, some[-1].idx + len(some[-1]))


def parse(doc: "Doc", source: Span, lexicon: Lexicon) -> Phrase | None:
    """None for a source without any noun or pronoun."""
    tokens = tuple(t for t in nlp.tokens_in(doc, source))
    base = _base(tokens, lexicon)
    nouns = [t for t in base if t.pos_ in NOUNS and not _possessor(t) and not t.lower_.endswith(REFLEXIVE)]
    if not nouns:
        counted = lexicon.quantifiers | lexicon.parts
        nouns = [t for t in base if t.lower_ in counted]  # "many in the town", "the second, from May"
    if not nouns:
        nouns = [t for t in tokens if t.pos_ in NOUNS or t.tag_.startswith("N")] or [
            t for t in base if t.pos_ == "ADJ"
        ]  # "the other", "the injured"
    if not nouns:
        nouns = [t for t in tokens if t.text.istitle() and t.tag_ == "RB"]  # "Pike, who was sent off"
    if not nouns:
        nouns = [t for t in tokens if t.ent_type_ == "ORG"]  # "Spotify", a verb to the parser
        base = base or tuple(nouns)
    if not nouns:
        nouns = [t for t in tokens if t.lower_ in lexicon.headline_papers]  # "Dam was unsafe, says report"
        base = base or tuple(nouns)
    if not nouns:
        return None
    head = _relative(nouns[-1])
    named = _described(head)
    apart = any(t.is_punct for t in doc[head.i + 1 : named.i])  # "Ann Stone - Moor's friend"
    if named.ent_type_ == "PERSON" and named in tokens[len(base) :] and not apart:
        head, base = named, tuple(t for t in tokens if t.i <= named.i)
    rest = tuple(t for t in tokens if t.i > base[-1].i) if base else ()
    if head.lower_ in lexicon.quantifiers and rest and rest[0].lower_ in ("of", "more"):
        inner = (
            parse(doc, Span(rest[1].idx, tokens[-1].idx + len(tokens[-1])), lexicon)
            if len(rest) > 1
            else None
        )
        return inner or Phrase(tokens, base, head, rest)
    return Phrase(tokens, base, head, rest)


def _described(noun: "Token") -> "Token":
    """The Stone of "Port of Kestrel director Ann Stone"."""
    while noun.dep_ in ("nmod", "compound") and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _relative(noun: "Token") -> "Token":
    """The son of a "son-in-law", who is no law, and the mother of "the mother-of-two"."""
    before = [t.lower_ for t in noun.doc[max(0, noun.i - 3) : noun.i]]
    joined = before in (["-", "in", "-"], ["-", "of", "-"])
    return noun.nbor(-4) if joined and noun.i > 3 else noun


def antecedent(phrase: Phrase) -> Span | None:
    """What a lone "who", or "who has a boat", points back to: the noun that its clause describes, with what stands before it."""
    who = phrase.tokens[0]
    if who.tag_ == "PRP$" and [t.lower_ for t in phrase.tokens[1:]] == [OWN]:
        return _owner(who)
    if who.tag_ not in ("WP", "WDT") or who.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb = who.head
    while verb.dep_ in ("aux", "conj", "xcomp", "ccomp") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ != "relcl" or verb.head.i >= who.i:
        return None
    noun = described(verb)
    last = noun.doc[who.i - 1]
    return Span(noun.left_edge.idx, last.idx + len(last))


def _owner(its: "Token") -> Span | None:
    """Whose "by its own admission" is: the subject before it, or else the one behind it."""
    subjects = [t for t in its.sent if t.dep_ in ("nsubj", "nsubjpass")]
    before = [t for t in subjects if t.i < its.i]
    owner = before[-1] if before else next(iter(subjects), None)
    return Span(owner.left_edge.idx, owner.idx + len(owner)) if owner is not None else None


def _past_maker(noun: "Token", verb: "Token") -> "Token":
    """The memo of "a memo, written by an official at the bank, which says": a comma closes who wrote it."""
    made = next((a for a in noun.ancestors if a.tag_ == "VBN" and a.dep_ in ("acl", "advcl")), None)
    which = verb.left_edge
    if made is None or not made.i < noun.i < which.i or which.nbor(-1).text != ",":
        return noun
    before = [t for t in verb.doc[max(verb.sent.start, made.i - PAST_ADVERBS) : made.i] if t.pos_ != "ADV"]
    closed = len(before) > 1 and before[-1].text == "," and before[-2].pos_ in NOUNS
    return before[-2] if closed else noun


def described(verb: "Token") -> "Token":
    """The noun that a relative clause describes: in "a report leaked on Monday, which" nobody reads Monday."""
    who = next((c for c in verb.children if c.lower_ == "who"), None)
    noun, person = verb.head if who is None else _before(who, verb.head), who is not None
    noun = _relative(noun)
    none = (
        ("DATE", "TIME", "GPE", "LOC") if person else ("DATE", "TIME")
    )  # "workers, now in Germany, who told"
    noun = _over_body(noun) if person else _past_maker(noun, verb)
    while (noun.ent_type_ in none or noun.pos_ not in NOUNS) and noun.head.i < noun.i:
        noun = noun.head
    if not person and noun.ent_type_ == "PERSON" and noun.dep_ == "appos":
        over = itertools.takewhile(lambda t: t.pos_ in (*NOUNS, "ADP"), noun.ancestors)
        return [noun, *(t for t in over if t.pos_ in NOUNS)][
            -1
        ]  # "a letter from her lawyers, Ann Stone, which"
    if not person or noun.ent_type_ == "PERSON" or noun.tag_ == "NNS":
        return noun
    outer = itertools.takewhile(lambda t: t.pos_ in NOUNS or t.dep_ in ("prep", "punct"), noun.ancestors)
    # "Luis Arroyo of the exchange, a trade group, who"
    return next((t for t in outer if t.ent_type_ == "PERSON"), noun)


def _over_body(noun: "Token") -> "Token":
    """ "A source in the White House who called it a loss": no house calls it so."""
    over = noun
    while over.ent_type_ in ("ORG", "FAC") and over.dep_ == "pobj" and over.head.head.pos_ in NOUNS:
        over = over.head.head
    # "the inner workings of"
    while over is not noun and over.dep_ == "pobj" and over.tag_ == "NNS" and over.head.head.pos_ == "NOUN":
        over = over.head.head
    return over


def _before(who: "Token", noun: "Token") -> "Token":
    """ "The board closed it over the protests of shopkeepers, who said": not the board, whatever the parser says."""
    near = next((t for t in reversed(who.doc[noun.i + 1 : who.i]) if t.text != ","), None)
    told = any(t.tag_ in ("VBD", "VBZ", "VBP") for t in who.doc[noun.i + 1 : who.i])
    people = near is not None and near.pos_ in ("NOUN", "PROPN") and near.ent_type_ in ("", "PERSON", "NORP")
    several = who.head.tag_ == "VBP" and noun.tag_ == "NN" and near is not None and near.tag_ == "NNS"
    told = told or several  # "a statement to police, who say"
    return near if told and people and near is not None and near.dep_ in ("pobj", "dobj", "appos") else noun


def _possessor(token: "Token") -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    return bool(len(following)) and following[0].tag_ == "POS"


def _is_will(token: "Token") -> bool:
    """The Will of "spokesman Will Stone", which the parser takes for a verb."""
    return token.tag_ == "MD" and token.ent_type_ == "PERSON" and token.text.istitle()


def _counts_on(token: "Token") -> bool:
    """The "than" and the "and" of "more than thirty current and former staff"."""
    return token.dep_ == "quantmod" or (token.dep_ == "cc" and token.head.pos_ == "ADJ")


def _base(tokens: "tuple[Token, ...]", lexicon: Lexicon) -> "tuple[Token, ...]":
    """Up to the first preposition, comma, verb or relative word; "of" inside a name goes on."""
    base: list[Token] = []
    for token in tokens:
        if base and (base[-1].text == "-" or _counts_on(token)):
            base.append(token)  # "a fitness-to-practise committee"
            continue
        if token.text == "-" and base and base[-1].whitespace_ and token.whitespace_:
            break  # "Ann Stone - a nurse"
        if token.text in ",;:()—–" or _ends(token, lexicon):
            if base:
                break
            continue
        if not base and token.tag_ == "RB" and _adds(token):
            continue
        if base and _begins_anew(token, base[-1]):
            break
        counted = bool(base) and base[-1].lower_ in lexicon.quantifiers | lexicon.parts
        if token.tag_ in ("DT", "PRP$") and base and base[-1].tag_ in ("NN", "NNS") and not counted:
            break  # "a man | the Ledger will call Karim", "figures | her office released"
        if token.tag_ == "CC" and base and _parts(token, base[-1]):
            break  # "Okafor and her colleagues": the named one stands for both
        if token.tag_ == "IN" or token.pos_ == "ADP":
            if base and not _in_name(base[-1], token, lexicon):
                break
            if not base:
                continue
        if (
            token.tag_ in ("VBN", "VBG")
            and base
            and base[-1].pos_ in ("NOUN", "PROPN")
            and not _modifies_next(token)
        ):
            break
        base.append(token)
    return tuple(base)


def _adds(adverb: "Token") -> bool:
    """ "Even | the minister", "not even | its owner"."""
    behind = adverb.doc[adverb.i + 1 : adverb.i + 2]
    return len(behind) == 1 and behind[0].tag_ in ("DT", "PRP$", "RB")


def _begins_anew(token: "Token", before: "Token") -> bool:
    """ "A study | he paid for", "the song | “Fox, You Stole It”", "a report | Tuesday | by the auditors"."""
    own = token.dep_ == "nsubj" and token.pos_ == "PRON" and before.pos_ in NOUNS
    title = token.is_quote and not token.whitespace_ and before.whitespace_ and before.tag_ == "NN"
    return own or bool(title) or (token.ent_type_ in ("DATE", "TIME") and token.dep_ == "npadvmod")


def _ends(token: "Token", lexicon: Lexicon) -> bool:
    """A verb, but no will, nor the expert of "chemicals expert Ann Stone", a verb to the parser."""
    somebody = token.lower_ in lexicon.people and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNP"
    return token.tag_ in ENDING and not _is_will(token) and not somebody


def _parts(joint: "Token", first: "Token") -> bool:
    """Does an "and" part two speakers, and not what "US and security | sources" are?"""
    describes = first.dep_ in ("nmod", "compound", "amod") and first.head.i > joint.i
    return not describes and (not _name_follows(joint) or _is_joined(first))


def _is_joined(first: "Token") -> bool:
    """ "Ann Stone | and Tom Reed", "Oslo | and Bergen", not "Devon and Cornwall Police" or "US and security sources"."""
    second = next((c for c in first.rights if c.dep_ == "conj"), None)
    apart = first.ent_type_ in APART and second is not None and second.ent_type_ == first.ent_type_
    apart = apart and not first.nbor(1).ent_type_
    # "Norway and Sweden’s ministers"
    owns = second is not None and any(c.tag_ == "POS" for c in second.rights)
    return apart and not owns and first.dep_ not in ("nmod", "compound", "amod", "poss")


def _in_name(body: "Token", of: "Token", lexicon: Lexicon) -> bool:
    """ "A Department of Health spokesperson": the head comes behind the whole name."""
    if not body.text[:1].isupper() or body.lower_ not in lexicon.organization_words:
        return False
    behind = itertools.dropwhile(lambda t: t.text[:1].isupper() or t.lower_ in JOINING, of.doc[of.i + 1 :])
    head = next(behind, None)
    if head is None or head.i <= of.i + 1 or head.nbor(-1).pos_ != "PROPN":
        return False
    paper = head.pos_ == "NOUN" and head.lower_ in lexicon.nouns[Kind.DOCUMENT]  # "a University of Kent poll"
    return paper or head.lower_ in lexicon.speaking_roles or head.lower_ in lexicon.empty_heads


def _name_follows(token: "Token") -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    return bool(len(following)) and following[0].pos_ == "PROPN"


def _modifies_next(token: "Token") -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    named = ("NOUN", "PROPN") if token.tag_ == "VBN" else ("NOUN",)  # "the lawyer representing Adler"
    return bool(len(following)) and following[0].pos_ in named and token.dep_ != "acl"


def past_describing(rest: "list[Token]", at: int) -> int:
    """The place of the name in ", Democratic state Sen. Lena Ortiz", ", Labour’s Lena Ortiz", ", the film-maker Klaus Otte": behind what describes it."""
    if at + 2 < len(rest) and rest[at].pos_ == "PROPN" and rest[at + 1].lower_ in joints.OWNING:
        return at + 2
    while at < len(rest) - 1:
        small = rest[at].pos_ == "NOUN" and rest[at].text[:1].islower()
        if not (small or rest[at].pos_ in ("ADJ", "DET") or joints.is_hyphen(rest[at])):
            break  # "the film-maker | Klaus Otte"
        at += 1
    return at
