"""Fine-tune a tagger: `python -m training.train DATA.jsonl OUT_FOLDER --config CONFIG`.

One command, fixed seed, with a GPU where there is one. Writes `tagger.pt` (averaged weights after the last epoch)
and `run.json` (configuration, data hash, loss and held-out F1 of each epoch).
"""

import argparse
import copy
import hashlib
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR

from benchmarks.gold import read
from training import config as configuration
from training import losses
from training import windows as w
from training.bases import base_folder, load_tokenizer, tokenizer_of
from training.network import Tagger, translation

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
HALF = DEVICE == "cuda" or torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def new_tagger(config: dict, tokenizer: Tokenizer) -> Tagger:
    base = base_folder(config["base"])
    own = load_tokenizer(base)
    pieces = None if own.get_vocab() == tokenizer.get_vocab() else translation(tokenizer, own)
    return Tagger(base, len(w.TAGS), pieces, len(config["base"]["layers"]))


def half(model: Tagger, ids: torch.Tensor, mask: torch.Tensor) -> losses.Scores:
    """The scores, in half precision where the machine multiplies so: several times as fast."""
    with torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=HALF):
        return model(ids, mask)


@torch.no_grad()
def evaluate(model: Tagger, held: list[w.Window]) -> dict[str, float]:
    """Piece F1 of each role, and the share of content pieces whose strongest source (cue) link is right."""
    model.eval()
    hits, given, gold = [0] * 5, [0] * 5, [0] * 5
    right, asked = dict.fromkeys(losses.ROLES, 0), dict.fromkeys(losses.ROLES, 0)
    for windows in w.batches(held, 8192, random.Random(0)):
        batch = losses.to(losses.stack(windows), DEVICE)
        scores, *links = half(model, batch.ids, batch.mask)
        fold = lambda t: torch.where(t == w.BEGIN, w.CONTENT, t)
        best, tags = fold(scores.argmax(-1)), fold(batch.tags)
        there = tags != w.IGNORE
        for tag in (w.SOURCE, w.CONTENT, w.CUE):
            hits[tag] += int(((best == tag) & (tags == tag)).sum())
            given[tag] += int(((best == tag) & there).sum())
            gold[tag] += int((tags == tag).sum())
        for role, table in zip(losses.ROLES, links, strict=True):
            strongest = table[batch.rows].argmax(-1, keepdim=True)
            right[role] += int((batch.wanted[role].gather(1, strongest)[:, 0] & batch.asked[role]).sum())
            asked[role] += int(batch.asked[role].sum())
    model.train()
    f1 = {w.TAGS[t]: round(2 * hits[t] / max(given[t] + gold[t], 1), 4) for t in (w.SOURCE, w.CONTENT, w.CUE)}
    return f1 | {f"link_{role}": round(right[role] / max(asked[role], 1), 4) for role in right}


def optimizer_for(model: Tagger, rates: dict) -> torch.optim.Optimizer:
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": rates["encoder_rate"]}, {"params": heads, "lr": rates["head_rate"]}]
    return torch.optim.AdamW(groups, weight_decay=rates["weight_decay"], fused=True)


def rise_and_fall(optimizer: torch.optim.Optimizer, steps: int, warm_up: float) -> LambdaLR:
    warm = warm_up * steps
    return LambdaLR(optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm))))


class Mean:
    """Exponential moving average of the weights: what is kept of a run."""

    def __init__(self, model: Tagger, keep: float) -> None:
        self.model, self.keep, self.steps = copy.deepcopy(model), keep, 0

    @torch.no_grad()
    def add(self, model: Tagger) -> None:
        self.steps += 1
        keep = min(self.keep, self.steps / (self.steps + 10))
        torch._foreach_lerp_(list(self.model.parameters()), list(model.parameters()), 1 - keep)


Labelled = tuple[losses.Batch, Tensor | None, float]
"""A batch, what a teacher gives to its tags, and how much that counts against the annotators' tags."""


def taught_passes(folder: Path, share: float) -> list[list[Labelled]]:
    """The passes that a teacher labelled, each a list of batches."""
    passes = [torch.load(path, weights_only=False) for path in sorted(folder.glob("pass-*.pt"))]
    return [[(batch, chances, share) for batch, chances in one] for one in passes]


def passes(
    articles: list[dict], tokenizer: Tokenizer, config: dict, given: argparse.Namespace
) -> Iterator[list[Labelled]]:
    """The batches of each epoch: made anew, or those that a teacher labelled, again and again in another order."""
    rng = random.Random(config["order"])
    if given.labels:
        own = taught_passes(given.labels, config["optimizer"]["teacher"])
        news = taught_passes(given.news, 1.0) if given.news else [[]]
        for number in range(config["optimizer"]["epochs"]):
            todo = own[number % len(own)] + news[number % len(news)]
            yield rng.sample(todo, len(todo))
    else:
        for windows in w.epochs(articles, tokenizer, config, given.workers):
            yield [
                (losses.stack(b), None, 0.0)
                for b in w.batches(windows, config["optimizer"]["batch_pieces"], rng)
            ]


def loss_of(model: Tagger, labelled: Labelled, hidden: int, config: dict) -> Tensor:
    batch, theirs, share = losses.to(labelled[0], DEVICE), *labelled[1:]
    scores = half(model, losses.hide(batch, hidden, config["augment"]["hide_pieces"]), batch.mask)
    tags, links = losses.annotated(scores, batch)
    if theirs is not None:
        tags = torch.lerp(tags, losses.taught(scores, theirs.to(DEVICE), batch), share)
    return tags + config["optimizer"]["link_weight"] * links


def train(config: dict, articles: list[dict], out: Path, run: dict, given: argparse.Namespace) -> None:
    rates, percent = config["optimizer"], config["data"]["held_out_percent"]
    torch.manual_seed(config["seed"])
    tokenizer = tokenizer_of(config["base"])
    hidden = tokenizer.token_to_id("[MASK]")
    kept = [a for a in articles if not w.held_out(a["id"], percent)]
    if given.fold is not None:
        kept = [a for a in kept if w.fold_of(a["id"], config["data"]["folds"]) != given.fold]
    held = [a for a in articles if w.held_out(a["id"], percent)]
    held = w.epoch(held, tokenizer, w.quiet(config), random.Random(1))
    model = new_tagger(config, tokenizer).to(DEVICE)
    if given.start:
        model.load_state_dict(torch.load(given.start, map_location="cpu"))
    torch.manual_seed(config["order"])
    mean, optimizer, schedule = Mean(model, rates["average"]), optimizer_for(model, rates), None
    for number, todo in enumerate(passes(kept, tokenizer, config, given), 1):
        began, total = time.time(), 0.0
        schedule = schedule or rise_and_fall(optimizer, rates["epochs"] * len(todo), rates["warm_up"])
        for labelled in todo:
            loss = loss_of(model, labelled, hidden, config)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), rates["clip"])
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            mean.add(model)
            total = total + loss.detach()
            if mean.steps % 50 == 0:
                print(
                    f"step {mean.steps} of {rates['epochs'] * len(todo)}, {time.time() - began:.0f} s",
                    flush=True,
                )
        report = {
            "epoch": number,
            "loss": round(float(total) / len(todo), 4),
            "seconds": round(time.time() - began),
        }
        run["epochs"].append(report | evaluate(mean.model, held))
        print(out.name, json.dumps(run["epochs"][-1]), flush=True)
        (out / "run.json").write_text(json.dumps(run, indent=1) + "\n")
        torch.save(mean.model.state_dict(), out / f"epoch-{number}.pt")
    torch.save(mean.model.state_dict(), out / "tagger.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--order", type=int, help="another order of the same articles, for one more run")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the base")
    parser.add_argument("--fold", type=int, help="the fold of articles that this run does not see")
    parser.add_argument(
        "--labels", type=Path, help="folder that training.label wrote: learn from a teacher too"
    )
    parser.add_argument("--news", type=Path, help="another: of articles that only the teacher labelled")
    parser.add_argument("--workers", type=int, default=1, help="processes that prepare the articles")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    config = configuration.load(given.config)
    config["order"] = config["seed"] if given.order is None else given.order
    data = given.data.read_bytes()
    run = {
        "config": config,
        "data": given.data.name,
        "data_sha256": hashlib.sha256(data).hexdigest(),
        "epochs": [],
    }
    train(config, read(given.data), given.out, run, given)


if __name__ == "__main__":
    main()
