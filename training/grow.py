"""A tagger with more layers that says nearly what it said before: `python -m training.grow RUN OUT --config CONFIG`.

A new layer is a copy of the one before it whose two results are not heard yet, as in Wu et al. (2024, "LLaMA Pro:
Progressive LLaMA with Block Expansion"). There a silent layer changes nothing; in BERT each half of a layer still
normalises what it passes on, so the two norms are fitted to undo that, by least squares over the held-out articles.
The room for new layers comes from the words, whose embeddings are rounded to four bits (see `words`).
"""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from benchmarks.gold import read
from training import config as configuration
from training import losses
from training import windows as w
from training.bases import tokenizer_of
from training.network import Tagger
from training.train import new_tagger
from training.words import rounded


@torch.no_grad()
def states(model: Tagger, windows: list[w.Window]) -> list[Tensor]:
    """What goes into the first layer and comes out of each, over all pieces of the windows: (pieces, width) each."""
    made = []
    for batch in map(losses.stack, w.batches(windows, 8192, random.Random(0))):
        out = model.encoder(input_ids=batch.ids, attention_mask=batch.mask, output_hidden_states=True)
        made.append([state[batch.mask.bool()] for state in out.hidden_states])
    return [torch.cat(parts) for parts in zip(*made, strict=True)]


def undo(norm: nn.LayerNorm, state: Tensor) -> Tensor:
    """Fit gain and bias so that the norm gives back what it is given, as nearly as it can; what it gives."""
    plain = nn.functional.layer_norm(state, state.shape[-1:], eps=norm.eps)
    gain = ((plain - plain.mean(0)) * (state - state.mean(0))).mean(0) / plain.var(0, unbiased=False)
    norm.weight.copy_(gain)
    norm.bias.copy_(state.mean(0) - gain * plain.mean(0))
    return norm(state)


@torch.no_grad()
def grow(old: Tagger, new: Tagger, order: list[int], windows: list[w.Window]) -> None:
    """Fill `new`, whose layers are those of `old` in `order`; a layer that comes again is a silent copy."""
    inside, embeddings = "encoder.encoder.layer.", old.encoder.embeddings
    embeddings.word_embeddings = rounded(embeddings.word_embeddings.weight)
    kept = {name: value for name, value in old.state_dict().items() if not name.startswith(inside)}
    new.load_state_dict(kept, strict=False)
    between, seen = states(old, windows), set()
    for layer, number in zip(new.encoder.encoder.layer, order, strict=True):
        layer.load_state_dict(old.encoder.encoder.layer[number].state_dict())
        if number in seen:
            for half in (layer.attention.output, layer.output):
                half.dense.weight.zero_()
                half.dense.bias.zero_()
            undo(layer.output.LayerNorm, undo(layer.attention.output.LayerNorm, between[number + 1]))
        seen.add(number)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path, help="the folder of the run to grow from")
    parser.add_argument("out", type=Path)
    parser.add_argument("--config", type=Path, required=True, help="of the run that is to go on from it")
    given = parser.parse_args()
    config = configuration.load(given.config)
    base = config["base"]
    tokenizer = tokenizer_of(base)
    held = [a for a in read(given.data) if w.held_out(a["id"], config["data"]["held_out_percent"])]
    if not held:
        parser.error(f"{given.data} has no held-out article: the norms of new layers are fitted over those")
    windows = w.epoch(held, tokenizer, w.quiet(config), random.Random(1))
    old = new_tagger({"base": base | {"layers": []}}, tokenizer).eval()
    old.load_state_dict(torch.load(given.run / "tagger.pt"))
    new = new_tagger(config, tokenizer).eval()
    grow(old, new, base["layers"], windows)
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(new.state_dict(), given.out / "tagger.pt")
    (given.out / "run.json").write_text((given.run / "run.json").read_text())


if __name__ == "__main__":
    main()
