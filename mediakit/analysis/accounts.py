"""Whose account, view or way of putting it a sentence gives: "by her own account", "in Feld’s view", "as one skipper put it"."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import nlp
from mediakit.analysis.forms import MARKS, Pattern, around, trim
from mediakit.lexicon import Lexicon
from mediakit.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

QUOTED = re.compile(r"""[“‘"'][^“‘"]*[”’"']\Z""")


def find(doc: "Doc", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """The patterns of one sentence."""
    text = nlp.text(doc)
    forms = (_put_it, _accounts, _views)
    return [found for form in forms for found in form(text, sentence, lexicon)]


def _put_it(text: str, sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "“You do not exist,” as one skipper put it to me, “at sea”": who put it so is neither of the two pieces."""
    words = text[sentence.start : sentence.end]
    parted = (rf"(?:\A|[,{MARKS}])\s*(?i:{form})\b[^,{MARKS}]*(?:,|[.!?]*\Z)\s*" for form in lexicon.put_it)
    match = next(filter(None, (re.search(form, words) for form in parted)), None)
    if match is None:
        return []
    source, cue = (Span(sentence.start + match.start(g), sentence.start + match.end(g)) for g in (1, 2))
    before = Span(sentence.start, sentence.start + match.start() + 1)
    phrase = QUOTED.search(words[: match.start()].rstrip(" ,"))
    after = Span(sentence.start + match.end(), sentence.end)
    quoted = words[match.end() : match.end() + 1] in tuple(MARKS) and words[match.start()] == ","
    begins = words[0].isalpha() and match.start() == 0  # "As one angler put it, nothing bites"
    # "In Alder, as one angler put it, “nothing bites”"
    pieces = (after,) if quoted or begins else (before, after)
    if phrase is not None and phrase.start() and words[match.start()] == "," and not quoted:
        pieces = (Span(sentence.start + phrase.start(), sentence.start + phrase.end()),)
    told = tuple(t for p in pieces if (t := trim(text, p)).length)
    return [Pattern(cue, source, told, aside=True)] if told else []


def _accounts(text: str, sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "He was, by all accounts, a dreadful driver"; "by her own account": whose it is."""
    words = text[sentence.start : sentence.end]
    everybodys = (
        rf"(by)\s+((?:{'|'.join(lexicon.whose_accounts)})\s+(?:{lexicon.accounts})(?:,\s+\w+\s+by\s+[^,]+)?)"
    )
    own = rf"by\s+({lexicon.own_accounts})\s+({lexicon.accounts})"
    match = re.search(rf"\b(?:{everybodys}|{own})\b,?\s*", words, re.IGNORECASE)
    if match is None:
        return []
    cue, source = (
        Span(sentence.start + match.start(g), sentence.start + match.end(g))
        for g in ((1, 2) if match[1] else (4, 3))
    )
    told = around(text, sentence, Span(sentence.start + match.start(), sentence.start + match.end()))
    # "has debts and, by its own admission, little else"
    joined = words[: match.start()].rstrip(" ,").endswith(" and")
    return [Pattern(cue, source, told[1:] if joined else told)]


def _views(text: str, sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "In Feld’s view, nobody read it", and "Nobody, in Feld’s view, read it": the view is the cue."""
    words = text[sentence.start : sentence.end]
    match = re.search(
        rf"\b(in)\s+((?:his|her|their)(?=\s)|[^,“‘\"]{{1,60}}?(?=[’']))(?:[’']s?)?\s+({'|'.join(sorted(lexicon.views))})\b,?\s*",
        words,
        re.IGNORECASE,
    )
    if match is None or (match.start() and words[: match.start()].rstrip()[-1:] != ","):
        return []
    source = Span(sentence.start + match.start(2), sentence.start + match.end(2))
    cue = Span(sentence.start + match.start(3), sentence.start + match.end(3))
    whole = Span(sentence.start + match.start(), sentence.start + match.end())
    return [Pattern(cue, source, around(text, sentence, whole))]
