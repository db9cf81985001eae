"""The source ledger: an article's attributions as distinct sources, and which claims rest on each."""

from dataclasses import dataclass

from mediakit.model import Analysis, Answer, Attribution, Claim, Sheet, text_of
from mediakit.scoring import main_attribution
from mediakit.taxonomy import REACH, Kind, Verdict


@dataclass(frozen=True, slots=True)
class Source:
    """One source of an article. `claims` rest on it; `only` on it alone. `times` counts its attributions.

    `second_hand` says that somebody else obtained it, `issuer` who made it. An empty name is a source that the text hides.
    """

    name: str
    kind: Kind
    claims: tuple[str, ...]
    only: tuple[str, ...]
    times: int
    second_hand: bool = False
    issuer: str = ""

    @property
    def reach(self) -> str:
        """`full`: you could look it up; `half`: somebody without a name; `none`: nobody to ask."""
        return REACH[self.kind]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sources in order of the text, and the claims that nobody but the writer answers for."""

    sources: tuple[Source, ...]
    own: tuple[str, ...]

    @property
    def attributions(self) -> int:
        return sum(s.times for s in self.sources)

    def fallen(self, *removed: int) -> tuple[str, ...]:
        """The claims that nobody answers for any more once these sources (by place) are taken away."""
        left = {c for i, s in enumerate(self.sources) if i not in removed for c in s.claims}
        gone = {c for i in removed for c in self.sources[i].claims}
        return tuple(sorted(gone - left, key=lambda c: int(c[1:])))


@dataclass(frozen=True, slots=True)
class _Entry:
    claim: str
    name: str
    kind: Kind
    attribution: Attribution | None


def build(analysis: Analysis, key: Sheet | None = None) -> Ledger:
    """The ledger of an article. A key's verdicts and kinds go before the machine's; the names are those of the text.

    A claim with two speakers keeps both. Sources that the text hides are each their own: nobody knows if they are one.
    """
    found = [e for c in analysis.claims for e in _entries(analysis, c, key.get(c.id) if key else None)]
    groups: dict[tuple[str, str], list[_Entry]] = {}
    for number, entry in enumerate(found):
        label = " ".join(entry.name.casefold().split()).removeprefix("the ")
        groups.setdefault((label or f"#{number}", entry.kind if not label else ""), []).append(entry)
    speakers: dict[str, set[tuple[str, str]]] = {}
    for place, entries in groups.items():
        for entry in entries:
            speakers.setdefault(entry.claim, set()).add(place)
    sourced = set(speakers)
    sources = tuple(_source(entries, speakers) for entries in groups.values())
    return Ledger(sources, tuple(c.id for c in analysis.claims if c.id not in sourced))


def _entries(analysis: Analysis, claim: Claim, right: Answer | None) -> list[_Entry]:
    spoken = [analysis.attribution(a) for a in claim.attributions]
    if right is not None:
        if right.verdict is Verdict.UNSOURCED:
            return []
        main = main_attribution(analysis, claim)
        if main is None or main.kind is not right.kind:
            return [_Entry(claim.id, right.source or "", right.kind or Kind.HIDDEN, main)]
    elif claim.verdict is Verdict.UNSOURCED:
        return []
    return [_Entry(claim.id, a.name or text_of(analysis.text, a.source), a.kind, a) for a in spoken]


def _source(entries: list[_Entry], speakers: dict[str, set[tuple[str, str]]]) -> Source:
    kinds = [e.kind for e in entries]
    claims = tuple(dict.fromkeys(e.claim for e in entries))
    known = [e.attribution for e in entries if e.attribution is not None]
    return Source(
        entries[0].name,
        max(kinds, key=kinds.count),
        claims,
        tuple(c for c in claims if len(speakers[c]) == 1),
        len({a.id for a in known}) or len(claims),
        any(a.second_hand for a in known),
        next((a.issuer for a in known if a.issuer), ""),
    )
