"""Where the people and the bodies of a text act: "she" is sooner who acts than who is only named."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediakit.analysis import verbs
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, touching

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = 150
"""Characters by which one who is named, but does nothing, must stand nearer."""
EMBEDDED = ("ccomp", "advcl", "relcl", "acl", "csubj", "pcomp")


@dataclass(frozen=True, slots=True)
class Acting:
    """Nobody acts in `quoted` text; whoever acts in what another one says (`told`) comes behind that one."""

    lexicon: Lexicon
    quoted: Spans
    told: Spans

    def place(self, name: "list[Token]") -> int | None:
        """Where somebody acts, if any word of the name does: there, or, within another clause, right before its sentence.

        So "he" behind "Moore said that Adler had lost" is Moore, though Adler was the subject last.
        """
        return next((self._place(token) for token in name if self._acts(token)), None)

    def beside(self, token: "Token") -> int:
        """Where one who is only named counts as acting: behind all who act in that sentence; in a quotation even less."""
        times = 2 if self._is_quoted(token) else 1
        return min(token.idx - times * BESIDE, token.sent.start_char - 2)

    def _place(self, token: "Token") -> int:
        over = token.head if token.dep_ == "appos" else token
        within = over.dep_ in verbs.SUBJECTS and _is_embedded(over.head)
        within = within or self.is_told(token)
        return token.sent.start_char - 1 if within else token.idx

    def _acts(self, token: "Token") -> bool:
        """The subject of a verb, the name beside it ("the captain, Moore, disagreed"), or whom a sentence is about.

        "For Moore, it is late"; "shares in Norvik fell"; but not the agency in "(Wire)".
        """
        if self._is_quoted(token) or verbs.asks(token, self.lexicon) or _is_asked_about(token, self.lexicon):
            return False
        over = token.head.head if token.dep_ == "pobj" else token
        traded = over is not token and over.lemma_.lower() in self.lexicon.traded
        topic = token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.is_sent_start
        apart = token.i > 0 and token.nbor(-1).text == "("
        beside = token.dep_ == "appos" and token.head.dep_ in verbs.SUBJECTS and not apart
        asked = token.dep_ in ("dobj", "dative") and token.head.lemma_ in self.lexicon.asking_verbs
        heard = token.dep_ == "pobj" and verbs.heard_from(token.head)
        acts = token.dep_ in verbs.SUBJECTS or topic or beside or traded or heard
        acts = acts or _is_agent(token, self.lexicon) or _is_there(token)
        return acts or _does(token) or (asked and _asks_writer(token.head))

    def is_told(self, token: "Token") -> bool:
        """Does a word stand in what somebody is made responsible for?"""
        return bool(touching(self.told, Span(token.idx, token.idx + 1)))

    def _is_quoted(self, token: "Token") -> bool:
        return bool(touching(self.quoted, Span(token.idx, token.idx + 1)))


def _is_asked_about(token: "Token", lexicon: Lexicon) -> bool:
    """ "Asked whether Adler would play, he said": he is whom they asked, not whom they asked about."""
    asked = (a for a in token.ancestors if a.tag_ == "VBN" and a.i < token.i and a.dep_ == "advcl")
    return any(a.lemma_.lower() in lexicon.asking_verbs and not verbs.passive(a) for a in asked)


def _asks_writer(verb: "Token") -> bool:
    """ "“What if there is a fire?” I asked Kyle. He hung up": who is asked by the writer answers."""
    who = verbs.subject(verb, "nsubj")
    return who is not None and who.lower_ in ("i", "we")


def _is_agent(token: "Token", lexicon: Lexicon) -> bool:
    """ "The vote was cast by Quill. “I miss him,” she said": who acts on a thing."""
    by = token.head
    thing = verbs.subject(by.head, "nsubjpass") if token.dep_ == "pobj" and by.dep_ == "agent" else None
    return thing is not None and thing.pos_ == "NOUN" and thing.lower_ not in lexicon.people


def _is_there(token: "Token") -> bool:
    """ "The winner came late. Quill again, from thirty yards": who is all that a sentence has, and more than a name."""
    words = token.sent
    described = any(c.pos_ in ("ADV", "ADP") for c in token.rights)
    return token.dep_ == "ROOT" and described and not any(t.pos_ in ("VERB", "AUX") for t in words)


def _does(token: "Token") -> bool:
    """The Quill of "Quill shrugs. “Yes,” she says": the parser takes what somebody does for a noun in the plural."""
    deed = token.head
    return (
        token.is_sent_start is True
        and token.dep_ == "compound"
        and deed.i == token.i + 1
        and deed.tag_ == "NNS"
        and deed.dep_ == "ROOT"
    )


def _is_embedded(verb: "Token") -> bool:
    """Does a verb stand in a clause of another one?"""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in EMBEDDED
