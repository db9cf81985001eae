"""What the text has told so far, and what is decided about one source."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediakit.analysis import anonymity, coref, famous, nlp
from mediakit.analysis.acting import Acting
from mediakit.analysis.coref import Speaker
from mediakit.analysis.page import Page
from mediakit.analysis.people import Entity
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans, text_of
from mediakit.taxonomy import Kind, Reason

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Ruling:
    """The kind of one source, with the rule and the words that decided."""

    kind: Kind
    rule: str
    words: Spans = ()
    name: str | None = None
    reason: Reason | None = None
    second_hand: bool = False
    issuer: str | None = None
    runner_up: Kind | None = None
    entity: Entity | None = None


@dataclass(slots=True)
class Scene:
    """What the text has told so far; filled from attribution to attribution."""

    page: Page
    entities: list[Entity]
    acting: Acting
    statements: anonymity.Statements
    speakers: list[Speaker] = field(default_factory=list)
    last_person: Entity | None = None
    spoke_at: int = -1
    persons: coref.Named = field(init=False)
    bodies: coref.Named = field(init=False)

    def __post_init__(self) -> None:
        famous.hear_offices(self.doc, self.entities, self.lexicon)
        coref.hear_roles(self.doc, self.entities, self.acting)
        self.persons = coref.Named([e for e in self.entities if e.person])
        self.bodies = coref.Named([e for e in self.entities if not e.person])

    @property
    def doc(self) -> "Doc":
        return self.page.doc

    @property
    def lexicon(self) -> Lexicon:
        return self.page.lexicon

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self.speakers[-1] if self.speakers else None

    @property
    def last_at(self) -> int:
        """Where somebody spoke last; -1 where nobody has spoken yet."""
        return self.speakers[-1].at if self.speakers else -1

    def text(self, span: Span) -> str:
        return text_of(nlp.text(self.doc), (span,))
