"""The closed vocabularies: what the analysis answers, what students are asked, and in which words.

Every id, label and definition of the product stands here once; widgets, reports, exercises and the
glossary read them from here. All questions are about the words of a text, never about truth.
"""

import sys
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary, as people meet it.

    `hot` is its key in the reader, `mark` the letter of a verdict, `icon` the sign of a kind's group.
    """

    id: str
    label: str
    definition: str
    example: str = ""
    hot: str = ""
    mark: str = ""
    icon: str = ""


VERDICTS = (
    Term(
        Verdict.SOURCED,
        "Sourced",
        "Somebody or something else: at least half of the claim.",
        "The bridge is safe, Mayor Lena Ortiz said.",
        hot="1",
        mark="S",
    ),
    Term(
        Verdict.PARTLY,
        "Partly sourced",
        "Somebody else, for less than half of it. The rest is the writer's.",
        "After a night of storms that tore roofs from three streets, Ortiz called it “bad luck”.",
        hot="2",
        mark="P",
    ),
    Term(
        Verdict.UNSOURCED,
        "Not sourced",
        "Only the writer. That can be quite right.",
        "The square was empty at noon.",
        hot="3",
        mark="N",
    ),
)

KINDS = (
    Term(
        Kind.NAMED_PERSON,
        "Named person",
        "A human you could look up: a name, or a pronoun or title that clearly points to a name "
        "in this text.",
        "Mayor Lena Ortiz said the bridge is safe. She added that tests took two days.",
        hot="p",
        icon="full",
    ),
    Term(
        Kind.ORGANIZATION,
        "Organisation",
        "A named institution speaks, or its unnamed spokesperson, account or statement.",
        "Halden Water said supplies were normal. A spokesperson for Halden Water rejected that.",
        hot="o",
        icon="full",
    ),
    Term(
        Kind.DOCUMENT,
        "Document or data",
        "Something you could read or see: a report, filing, poll, study, letter or video.",
        "According to the court filing, the fee was never paid.",
        hot="d",
        icon="full",
    ),
    Term(
        Kind.ANONYMOUS,
        "Anonymity stated",
        "No name, and the text says that anonymity was asked or given.",
        "said two officials, speaking on condition of anonymity.",
        hot="a",
        icon="half",
    ),
    Term(
        Kind.UNNAMED,
        "Unnamed, with a role",
        "No name and no promise of anonymity, but a role and a place, employer or event make the "
        "group small. The door test: would this lead you to one door?",
        "A nurse at Ward 3 said beds ran out.",
        hot="u",
        icon="half",
    ),
    Term(
        Kind.VAGUE,
        "Vague crowd",
        "No name and nothing that narrows it: sources, insiders, critics, experts, many.",
        "Experts say the plan will fail.",
        hot="v",
        icon="none",
    ),
    Term(
        Kind.HIDDEN,
        "Hidden",
        "Someone clearly said, thought or judged it, but the sentence and its neighbours removed them.",
        "It is believed the fire began upstairs. The plan was widely described as a disaster.",
        hot="h",
        icon="none",
    ),
)

NEEDS = (
    Term(
        Need.CHECKABLE,
        "Needs a source",
        "A fact that somebody must have counted, found or told.",
        "Thefts doubled last year.",
        hot="s",
        icon="pen",
    ),
    Term(
        Need.COMMON,
        "Seen or common knowledge",
        "The writer could see it, or everybody can know it.",
        "The square was empty at noon.",
        hot="n",
        icon="pen",
    ),
    Term(
        Need.OPINION,
        "Opinion or prediction",
        "A judgement, an interpretation or a prediction of the writer's.",
        "This is a turning point.",
        hot="o",
        icon="pen",
    ),
)

QUOTES = (
    Term(
        Quote.DIRECT,
        "Direct quote",
        "All of the content stands in quotation marks.",
        "“It held,” said Ortiz.",
    ),
    Term(
        Quote.PARTIAL,
        "Partial quote",
        "Some of it stands in quotation marks.",
        "Ortiz called the delay “our mistake”.",
    ),
    Term(
        Quote.INDIRECT,
        "Indirect speech",
        "A word of speaking or thinking, and no quotation marks.",
        "Ortiz said the bridge had held.",
    ),
)

STANCES = (
    Term(
        Stance.NEUTRAL,
        "Neutral",
        "Only tells that it was said: say, tell, add, write, according to.",
        "Ortiz said the bridge was safe.",
    ),
    Term(
        Stance.ACT,
        "Act",
        "Names what was done with the words: deny, promise, urge, warn, ask.",
        "Ortiz promised a new bridge.",
    ),
    Term(
        Stance.ENDORSING,
        "Endorsing",
        "Makes you believe the claim more: confirm, reveal, show, point out.",
        "Ortiz confirmed that the bridge was safe.",
    ),
    Term(
        Stance.DOUBTING,
        "Doubting",
        "Makes you believe it less, or the writer steps back: claim, allege, suggest, reportedly.",
        "Ortiz claimed that the bridge was safe.",
    ),
    Term(
        Stance.LOADED,
        "Loaded",
        "Makes you think differently of the speaker: admit, boast, slam, concede.",
        "Ortiz admitted that the bridge had cracks.",
    ),
)

SURE = (
    Term(Sure.GUESSING, "Guessing", "You would not bet on it.", hot="g"),
    Term(Sure.FAIRLY, "Fairly sure", "You would be right about three times in four.", hot="f"),
    Term(Sure.CERTAIN, "Certain", "You can put your finger on the deciding words.", hot="c"),
)

QUESTIONS = {
    "verdict": "Who is responsible for these words?",
    "kind": "Who does the text say this comes from?",
    "need": "Does it need a source?",
    "sure": "How sure are you?",
}

SURE_AS_PROBABILITY = {Sure.GUESSING: 0.5, Sure.FAIRLY: 0.75, Sure.CERTAIN: 0.95}
"""What each level is worth when confidence is compared with success."""

GROUPS = (VERDICTS, KINDS, NEEDS, QUOTES, STANCES, SURE)
_TERMS = {term.id: term for group in GROUPS for term in group}


def describe(term_id: str) -> Term:
    """The term of an id; all ids of all vocabularies differ."""
    return _TERMS[term_id]


def is_sourced(verdict: Verdict) -> bool:
    """The two-way reading of a verdict: *partly* counts as not sourced."""
    return verdict is Verdict.SOURCED
