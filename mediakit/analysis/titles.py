"""Forms of headlines: "Dam was unsafe for years – report", "Roth to miners: The pit will close", "‘Nobody told us’: families speak"."""

import itertools
import re
from typing import TYPE_CHECKING

from mediakit.analysis import joints, labels, nlp, verbs
from mediakit.analysis.forms import Pattern
from mediakit.lexicon import Lexicon
from mediakit.model import Span, is_line

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORD = re.compile(r"\w")
FEWEST = 5
"""Words of what somebody says in a headline, where it looks like no title."""
MOST = 25
"""Words of a headline."""
FEW = 6
"""Words that name a speaker in it."""
JOINTS = ("–", "—", "-", ":")
OPENING = ("“", "‘", '"', "'")
NAMING = ("NOUN", "PROPN", "ADJ", "NUM")
OWNING = (*joints.OWNING, "’", "'")
PLACES = ("GPE", "LOC", "DATE", "TIME", "NORP")


def find(doc: "Doc", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """The pattern of a line of its own above others; who speaks stands at its end or at its head."""
    if not heads(nlp.lines(doc), sentence):
        return []
    tokens = nlp.tokens_in(doc, sentence)
    if not 3 < len(tokens) <= MOST:
        return []
    forms = (_quoted, _addressed, _heard, _led, _behind)
    found = next((made for form in forms if (made := form(tokens, lexicon)) is not None), None)
    return [found] if found is not None else []


def heads(text: str, sentence: Span) -> bool:
    """Is a sentence a whole line without a full stop, above another line?"""
    alone = text[sentence.end - 1] not in ".!?" and is_line(text, sentence)
    return alone and WORD.search(text, sentence.end) is not None


def _behind(tokens: "list[Token]", lexicon: Lexicon) -> Pattern | None:
    """ "Dam was unsafe for years | – report": not "Arsenal – Chelsea", where nobody does anything."""
    at = next((k for k in range(len(tokens) - 2, 1, -1) if _parts(tokens[k])), None)
    if at is None:
        return None
    told, who = tokens[:at], tokens[at + 1 :]
    claims = any(t.pos_ in ("VERB", "AUX") or t.tag_ in ("VBN", "VBD") for t in told)
    asks = told[0].tag_ in ("WRB", "WP", "WDT")
    if not claims or asks or not _speaks(who, lexicon):
        return None
    return Pattern(_span(tokens[at : at + 1]), _span(who), (_span(told),), aside=True)


def _heard(tokens: "list[Token]", lexicon: Lexicon) -> Pattern | None:
    """ "Driver was ‘over the limit’, | court told": nobody says who told it."""
    *told, comma, court, hears = tokens
    listens = court.lemma_.lower() in lexicon.hearers and hears.lower_ in ("told", "hears", "heard")
    if comma.text != "," or not listens or len(told) < 2:
        return None
    return Pattern(_span([court, hears]), None, (_span(told),), aside=True)


def _led(tokens: "list[Token]", lexicon: Lexicon) -> Pattern | None:
    """ "Fire chief: | pumps were late", "Study: bees see red"; not "Doctor: a life in pictures", where nothing is claimed.

    A name before a colon may be what the heading is about: "Rovers 2-1 Albion: late goal sinks leaders".
    """
    at = next((k for k, t in enumerate(tokens[: FEW // 2]) if t.text == ":"), 0)
    who, told = tokens[:at], tokens[at + 1 :]
    if not who or who[-1].pos_ == "PROPN" or who[-1].lower_ in lexicon.headings or len(told) < 2:
        return None
    claims = any(verbs.is_finite(t) for t in told) and told[0].tag_ not in ("WRB", "WP", "WDT")
    # "Police: driver was asleep, says judge"
    another = any(t.is_quote or verbs.speaks(t, lexicon) for t in told)
    if not claims or another or not _speaks(who, lexicon):
        return None
    return Pattern(_span(tokens[at : at + 1]), _span(who), (_span(told),), aside=True)


def _addressed(tokens: "list[Token]", lexicon: Lexicon) -> Pattern | None:
    """ "Roth to miners: | The pit will close": she tells it to those who are named before the colon."""
    colon = next((k for k, t in enumerate(tokens) if t.text == ":"), len(tokens))
    to = next((k for k, t in enumerate(tokens[:colon]) if t.lower_ == "to"), 0)
    who, whom, told = tokens[:to], tokens[to + 1 : colon], tokens[colon + 1 :]
    if len(told) < 2 or not _speaks(who, lexicon) or not _speaks(whom, lexicon):
        return None
    return Pattern(_span(tokens[to : colon + 1]), _span(who), (_span(told),), aside=True)


def _quoted(tokens: "list[Token]", lexicon: Lexicon) -> Pattern | None:
    """ "‘Nobody told us’: | families of the drowned speak"."""
    if tokens[0].text not in OPENING:
        return None
    colon = next((k for k, t in enumerate(tokens) if t.text == ":"), 0)
    if not colon or not tokens[colon - 1].is_quote:
        return None
    nouns = itertools.takewhile(
        lambda t: t.pos_ in (*NAMING, "DET", "PART") or t.lower_ in ("of", "at") or joints.is_hyphen(t),
        tokens[colon + 1 :],
    )
    who = list(nouns)
    head = list(itertools.takewhile(lambda t: t.pos_ in (*NAMING, "PART"), who))
    told = tokens[:colon]
    cue, content = _span(tokens[colon : colon + 1]), (_span(told),)
    if not _speaks(head, lexicon):
        return Pattern(cue, None, content, aside=True) if _of_us(told) else None
    whole = who if who[-1].pos_ in NAMING else head
    return Pattern(cue, _span(whole), content, aside=True)


def _of_us(words: "list[Token]") -> bool:
    """ "‘We begged them to stop’: inside the care home", "‘They came in by night’: museum robbed": somebody's words, though nobody is named; no title."""
    told = [t for t in words if t.is_alpha]
    ours = any(labels.FIRST_PERSON.fullmatch(t.text) for t in told)
    # a title would have capitals
    plain = len(told) >= FEWEST and told[0].tag_ == "PRP" and all(t.text.islower() for t in told[1:])
    return (ours or plain) and any(verbs.is_finite(t) for t in told)


def _parts(token: "Token") -> bool:
    """A dash between blanks, or a colon."""
    return token.text in JOINTS and not joints.is_hyphen(token)


def _speaks(words: "list[Token]", lexicon: Lexicon) -> bool:
    """Do these words name somebody, some body or a report?"""
    papers = lexicon.headline_papers
    fits = (t.pos_ in NAMING or t.tag_ == "VBN" or t.lower_ in (*OWNING, "of", *papers) for t in words)
    if not 0 < len(words) <= FEW or not all(fits):
        return False
    head = next((a for a, b in itertools.pairwise(words) if b.lower_ == "of"), words[-1])
    forms = {head.lemma_.lower(), head.lower_, head.lower_.removesuffix("s")}
    if head.ent_type_ in PLACES or forms & lexicon.times:
        return False
    known = (
        lexicon.people,
        lexicon.speaking_roles,
        lexicon.organization_words,
        lexicon.generic_bodies,
        papers,
    )
    if head.lower_ in lexicon.forces or head.lower_ in lexicon.titles or any(forms & w for w in known):
        return True
    return head.pos_ == "PROPN" and head.ent_type_ in ("PERSON", "ORG")


def _span(words: "list[Token]") -> Span:
    """The words with the marks that make a cue of their own."""
    return Span(words[0].idx, words[-1].idx + len(words[-1]))
