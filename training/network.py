"""MiniLM with a tag head and two link heads.

Links follow the biaffine arc scorer of Dozat and Manning (2017), reduced to a dot product: every content
piece points to the pieces of its source and of its cue in the window, or to the first marker when it has none.
"""

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

LINK_SIZE = 96


class Tagger(nn.Module):
    def __init__(self, base: Path, tags: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="sdpa")
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, tags)
        self.query = nn.Linear(width, 2 * LINK_SIZE)
        self.key = nn.Linear(width, 2 * LINK_SIZE)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """ids and mask (batch, pieces) -> tag scores (batch, pieces, tags), source and cue link scores (batch, pieces, pieces)."""
        states = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        query, key = self.query(states), self.key(states)
        blocked = (1.0 - mask.to(states.dtype)).unsqueeze(1) * -1e4
        links = [
            query[..., part] @ key[..., part].transpose(1, 2) / math.sqrt(LINK_SIZE) + blocked
            for part in (slice(0, LINK_SIZE), slice(LINK_SIZE, None))
        ]
        return self.tags(states), links[0], links[1]


def link_loss(scores: Tensor, rows: list[tuple[int, int, list[int]]]) -> Tensor:
    """Mean of -log of the probability mass that each content piece gives to its source (or cue) pieces."""
    if not rows:
        return scores.sum() * 0.0
    batch = torch.tensor([r[0] for r in rows])
    piece = torch.tensor([r[1] for r in rows])
    log_p = torch.log_softmax(scores[batch, piece], dim=-1)
    wanted = torch.full_like(log_p, float("-inf"))
    for i, (_, _, places) in enumerate(rows):
        wanted[i, places or [0]] = 0.0
    return -torch.logsumexp(log_p + wanted, dim=-1).mean()
