"""The swap bench: one sentence of an article changed, and what the analysis says of it before and after."""

from dataclasses import dataclass

from mediakit.catalogue import problem
from mediakit.model import Analysis, Answer, Span
from mediakit.scoring import sheet_of

LONGEST = 2000
"""Characters of one changed sentence."""
COMPARED = ("verdict", "kind", "need", "quote", "stance")


@dataclass(frozen=True, slots=True)
class Swap:
    """What changed: by question the two answers (None where it is not asked), and the two sources."""

    before: Answer
    after: Answer

    @property
    def changed(self) -> tuple[str, ...]:
        found = [q for q in COMPARED if self.before.given(q) != self.after.given(q)]
        return (*found, "source") if self.before.source != self.after.source else tuple(found)


def rewrite(analysis: Analysis, claim_id: str, sentence: str) -> tuple[str, Span]:
    """The article with one claim replaced, and where the new one stands.

    Raises MediakitError for a claim that there is not, and for a sentence that is empty or too long.
    """
    claim = next((c for c in analysis.claims if c.id == claim_id), None)
    if claim is None:
        raise problem("swap_claim", c=claim_id, a=len(analysis.claims))
    new = " ".join(sentence.split())
    if not new or len(new) > LONGEST:
        raise problem("swap_long", a=LONGEST)
    text = analysis.text[: claim.start] + new + analysis.text[claim.end :]
    return text, Span(claim.start, claim.start + len(new))


def compare(before: Analysis, claim_id: str, after: Analysis, place: Span) -> Swap:
    """The two answers; where the new sentence was read as several claims, the first of them counts."""
    old = sheet_of(before).get(claim_id)
    found = next((c for c in after.claims if c.start < place.end and place.start < c.end), None)
    new = sheet_of(after).get(found.id) if found else None
    if old is None or new is None:
        raise problem("swap_none")
    return Swap(old, new)
