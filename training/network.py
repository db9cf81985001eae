"""An encoder with a tag head and two link heads: MiniLM, which is shipped with two layers more, or its teacher.

Links follow the biaffine arc scorer of Dozat and Manning (2017), reduced to a dot product: every content
piece points to the pieces of its source and of its cue in the window, or to the first marker when it has none.
"""

import math
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from training.words import Words

LINK_SIZE = 96
MARKERS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


class Tagger(nn.Module):
    """`pieces`, where given, turns ids of MiniLM's vocabulary into those of the base's own.

    A `grown` one has as many layers as that, and its words in few bits (see `grow`): both are for weights to fill.
    """

    def __init__(self, base: Path, tags: int, pieces: Tensor | None = None, grown: int = 0) -> None:
        super().__init__()
        more = {"num_hidden_layers": grown} if grown else {}
        # dropping attention would take two thirds of a step's time on a CPU
        self.encoder = AutoModel.from_pretrained(
            base, add_pooling_layer=False, dtype=torch.float32, attention_probs_dropout_prob=0.0, **more
        )
        width = self.encoder.config.hidden_size
        if grown:
            self.encoder.embeddings.word_embeddings = Words(self.encoder.config.vocab_size, width)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, tags)
        self.query = nn.Linear(width, 2 * LINK_SIZE)
        self.key = nn.Linear(width, 2 * LINK_SIZE)
        self.register_buffer("pieces", pieces, persistent=False)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """ids and mask (batch, pieces) -> tag scores (batch, pieces, tags), source and cue link scores (batch, pieces, pieces)."""
        if self.pieces is not None:
            ids = self.pieces[ids]
        states = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        query, key = self.query(states), self.key(states)
        blocked = (1.0 - mask.to(states.dtype)).unsqueeze(1) * -1e4
        links = [
            query[..., part] @ key[..., part].transpose(1, 2) / math.sqrt(LINK_SIZE) + blocked
            for part in (slice(0, LINK_SIZE), slice(LINK_SIZE, None))
        ]
        return self.tags(states), links[0], links[1]


def translation(tokenizer: Tokenizer, other: Tokenizer) -> Tensor:
    """Ids of `other` for the ids of `tokenizer`: both cut words alike, with other marker names."""
    known = tokenizer.get_vocab()
    unknown = other.token_to_id("[UNK]")
    table = torch.full((max(known.values()) + 1,), unknown)
    for piece, number in known.items():
        there = other.token_to_id(MARKERS.get(piece, piece))
        table[number] = unknown if there is None else there
    return table
