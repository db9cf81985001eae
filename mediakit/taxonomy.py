"""The closed vocabularies: what the analysis answers and what students are asked.

Every id of the product stands here once; its label and definition stand in `lang/<code>.toml`, see `catalogue`.
All questions are about the words of a text, never about truth.
"""

import sys
from enum import Enum

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:

    class StrEnum(str, Enum):
        """The part of Python 3.11's StrEnum that is used here."""

        __str__ = str.__str__


class Verdict(StrEnum):
    """How much of a claim the text attributes to somebody."""

    SOURCED = "sourced"
    PARTLY = "partly"
    UNSOURCED = "unsourced"


class Kind(StrEnum):
    """Who the text says that a claim comes from."""

    NAMED_PERSON = "named_person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    UNNAMED = "unnamed"
    VAGUE = "vague"
    HIDDEN = "hidden"


class Need(StrEnum):
    """Whether a claim in the writer's own voice needs a source."""

    COMMON = "common"
    CHECKABLE = "checkable"
    OPINION = "opinion"


class Quote(StrEnum):
    """How much of an attribution's content stands in quotation marks."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What changes when *said* takes the cue's place; the first yes wins."""

    ACT = "act"
    ENDORSING = "endorsing"
    DOUBTING = "doubting"
    LOADED = "loaded"
    NEUTRAL = "neutral"


class Reason(StrEnum):
    """The reason that the text gives for anonymity."""

    GIVEN = "given"
    STOCK = "stock"
    NONE = "none"


class Sure(StrEnum):
    """How sure a student is of a guess."""

    GUESSING = "guessing"
    FAIRLY = "fairly"
    CERTAIN = "certain"


QUESTIONS: dict[str, type[StrEnum]] = {
    "verdict": Verdict,
    "kind": Kind,
    "need": Need,
    "quote": Quote,
    "stance": Stance,
    "sure": Sure,
}
"""What can be asked of a claim, in this order, and the vocabulary of its answers."""

USUAL = ("verdict", "kind", "need", "sure")
"""What a lesson asks unless it says otherwise."""

OWN = ("need",)
"""Asked only of claims in the writer's own voice; the other details only of claims that somebody else speaks in."""

REACH = {
    Kind.NAMED_PERSON: "full",
    Kind.ORGANIZATION: "full",
    Kind.DOCUMENT: "full",
    Kind.ANONYMOUS: "half",
    Kind.UNNAMED: "half",
    Kind.VAGUE: "none",
    Kind.HIDDEN: "none",
}
"""Could you follow it? full: you could look it up; half: there is somebody, without a name; none: nobody to ask."""

SURE_AS_PROBABILITY = {Sure.GUESSING: 0.5, Sure.FAIRLY: 0.75, Sure.CERTAIN: 0.95}
"""What each level is worth when confidence is compared with success."""


def sign(term_id: str) -> str:
    """The sign that stands beside a kind or a need: how far it can be followed, or a pen for the writer."""
    if term_id in set(Need):
        return "pen"
    return REACH.get(Kind(term_id), "") if term_id in set(Kind) else ""


def asked_of(question: str, verdict: Verdict) -> bool:
    """Is a question asked of a claim with this verdict?"""
    if question in ("verdict", "sure"):
        return True
    return (question in OWN) == (verdict is Verdict.UNSOURCED)


def is_sourced(verdict: Verdict) -> bool:
    """The two-way reading of a verdict: *partly* counts as not sourced."""
    return verdict is Verdict.SOURCED
