"""What the tagger is pulled towards: the annotators' tags and links, and those of a teacher.

The teacher's part follows Hinton, Vinyals and Dean (2015) with a temperature of one: a teacher that has not seen the
article says how likely each tag is, which tells more than the one tag an annotator chose.
"""

from dataclasses import dataclass, fields

import torch
from torch import Tensor, nn

from training import windows as w

Scores = tuple[Tensor, Tensor, Tensor]
ROLES = ("sources", "cues")


@dataclass(frozen=True)
class Batch:
    """ids, mask, tags (windows, pieces); for every content piece a row of `rows` (window, piece) and, by role,

    `wanted[role]` (rows, pieces), where its source or cue stands, and `asked[role]` (rows), whether that is known here.
    """

    ids: Tensor
    mask: Tensor
    tags: Tensor
    rows: tuple[Tensor, Tensor]
    wanted: dict[str, Tensor]
    asked: dict[str, Tensor]


def _pad(rows: list[list[int]], fill: int) -> Tensor:
    longest = w.padded(max(map(len, rows)))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def stack(windows: list[w.Window]) -> Batch:
    ids = _pad([window.ids for window in windows], 0)
    owner = _pad([window.owner for window in windows], -1)
    rows = (owner >= 0).nonzero(as_tuple=True)
    wanted, asked = {}, {}
    for role in ROLES:
        numbers = {
            (i, a): n
            for n, (i, a) in enumerate((i, a) for i, x in enumerate(windows) for a in getattr(x, role))
        }
        table = torch.zeros(max(len(numbers), 1), ids.shape[1], dtype=torch.bool)
        known = torch.zeros(max(len(numbers), 1), dtype=torch.bool)
        for (i, a), n in numbers.items():
            places = getattr(windows[i], role)[a]
            known[n] = places is not None
            table[n, places or [0]] = True
        owners = zip(rows[0].tolist(), owner[rows].tolist(), strict=True)
        chosen = torch.tensor([numbers[pair] for pair in owners], dtype=torch.long)
        wanted[role], asked[role] = table[chosen], known[chosen]
    mask = _pad([[1] * len(window.ids) for window in windows], 0)
    return Batch(ids, mask, _pad([window.tags for window in windows], w.IGNORE), rows, wanted, asked)


def hide(batch: Batch, mask: int, share: float) -> Tensor:
    """The ids with some pieces hidden, so that the tagger reads structure and does not learn articles by heart."""
    chosen = (torch.rand(batch.ids.shape, device=batch.ids.device) < share) & (batch.tags != w.IGNORE)
    return batch.ids.masked_fill(chosen, mask)


def _links(scores: Tensor, batch: Batch, role: str) -> Tensor:
    """Minus the log of the chance that each content piece gives to the pieces of its source (or cue); mean."""
    asked = batch.asked[role].float()
    log_p = torch.log_softmax(scores[batch.rows].float(), dim=-1)
    loss = -torch.logsumexp(log_p.masked_fill(~batch.wanted[role], -1e4), dim=-1)
    return (loss * asked).sum() / asked.sum().clamp(min=1.0)


def annotated(scores: Scores, batch: Batch) -> tuple[Tensor, Tensor]:
    """How far tags, and links, are from the annotators'."""
    tags = nn.functional.cross_entropy(
        scores[0].float().flatten(0, 1), batch.tags.flatten(), ignore_index=w.IGNORE
    )
    source, cue = (_links(links, batch, role) for links, role in zip(scores[1:], ROLES, strict=True))
    return tags, source + cue


def chances(teacher: Scores) -> Tensor:
    """What a teacher gives to each tag of each piece (windows, pieces, tags)."""
    return torch.softmax(teacher[0].float(), dim=-1).half()


def taught(scores: Scores, theirs: Tensor, batch: Batch) -> Tensor:
    """How far tags are from what a teacher gives to each."""
    there = (batch.tags != w.IGNORE).float()
    by_tag = -(theirs.float() * torch.log_softmax(scores[0].float(), dim=-1)).sum(-1)
    return (by_tag * there).sum() / there.sum()


def to(part, device: str):
    """A Batch or a tensor on another device."""
    if isinstance(part, Tensor):
        return part.to(device)
    if isinstance(part, dict):
        return {name: to(value, device) for name, value in part.items()}
    if isinstance(part, tuple):
        return tuple(to(value, device) for value in part)
    return type(part)(**{field.name: to(getattr(part, field.name), device) for field in fields(part)})
