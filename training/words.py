"""Word embeddings in four bits: half of a small tagger are its words, and they bear rounding.

32 values of a word share a scale, and each becomes one of 16 steps around zero, two steps to a byte (block-wise
quantisation, as in Dettmers et al. 2022). Of a few scales the one is taken that errs least, squared.
"""

import torch
from torch import Tensor, nn

GROUP = 32
STEPS = 16
MIDDLE = (STEPS - 1) / 2
SHARES = [0.6 + 0.05 * n for n in range(9)]
"""Which part of a group's largest value lies on the last step."""


class Words(nn.Module):
    """In place of an Embedding: ids of any shape -> vectors (..., width). Not trained."""

    def __init__(self, words: int, width: int) -> None:
        super().__init__()
        groups = width // GROUP
        self.register_buffer("pairs", torch.zeros(words, groups, GROUP // 2, dtype=torch.uint8))
        self.register_buffer("scales", torch.zeros(words, groups, 1, dtype=torch.float16))

    def forward(self, ids: Tensor) -> Tensor:
        pairs = self.pairs[ids].float()
        above = torch.floor(pairs / STEPS)
        steps = torch.cat([pairs - STEPS * above, above], -1)
        return ((steps - MIDDLE) * self.scales[ids].float()).flatten(-2)


def _steps(values: Tensor, scales: Tensor) -> Tensor:
    return (values / scales.float() + MIDDLE).round().clamp(0, STEPS - 1)


def rounded(embeddings: Tensor) -> Words:
    """The nearest words to embeddings (words, width)."""
    words = Words(*embeddings.shape)
    values = embeddings.unflatten(1, (-1, GROUP))
    largest = values.abs().amax(-1, keepdim=True) / MIDDLE
    tried = torch.stack([(largest * share).half().clamp(min=1e-6) for share in SHARES])
    wrong = torch.stack(
        [
            ((_steps(values, scales) - MIDDLE) * scales.float() - values).square().sum(-1, keepdim=True)
            for scales in tried
        ]
    )
    words.scales = tried.take_along_dim(wrong.argmin(0, keepdim=True), 0)[0]
    below, above = _steps(values, words.scales).to(torch.uint8).chunk(2, -1)
    words.pairs = below + STEPS * above
    return words
