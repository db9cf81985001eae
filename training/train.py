"""Fine-tune the tagger: `python -m training.train DATA.jsonl OUT_FOLDER`.

One command, fixed seed; about an hour on two idle cores. Writes `tagger.pt` (averaged weights after the last
epoch, and one file an epoch) and `run.json` (configuration, data hash, loss and held-out F1 of each epoch).
"""

import argparse
import hashlib
import importlib.util
import json
import random
import time
from pathlib import Path

import tomllib
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from benchmarks.gold import read
from training import windows as w
from training.network import Tagger, link_loss


def base_folder(config: dict) -> Path:
    spec = importlib.util.find_spec(config["base"]["package"])
    return Path(spec.submodule_search_locations[0]) / config["base"]["folder"]


def load_tokenizer(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def tensors(batch: list[w.Window]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(window.ids) for window in batch)
    pad = lambda rows, fill: torch.tensor([row + [fill] * (longest - len(row)) for row in rows])
    ids = pad([window.ids for window in batch], 0)
    mask = pad([[1] * len(window.ids) for window in batch], 0)
    return ids, mask, pad([window.tags for window in batch], w.IGNORE)


def link_rows(batch: list[w.Window], role: str) -> list[tuple[int, int, list[int]]]:
    return [
        (number, piece, places)
        for number, window in enumerate(batch)
        for piece, owner in enumerate(window.owner)
        if owner >= 0 and (places := getattr(window, role)[owner]) is not None
    ]


def loss_of(model: Tagger, batch: list[w.Window], link_weight: float) -> Tensor:
    ids, mask, tags = tensors(batch)
    scores, source, cue = model(ids, mask)
    loss = nn.functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=w.IGNORE)
    for links, role in ((source, "sources"), (cue, "cues")):
        loss = loss + link_weight * link_loss(links, link_rows(batch, role))
    return loss


@torch.no_grad()
def evaluate(model: Tagger, held: list[w.Window]) -> dict[str, float]:
    """Piece F1 of each role, and the share of content pieces whose strongest source (cue) link is right."""
    model.eval()
    hits, given, gold = [0] * 5, [0] * 5, [0] * 5
    right, asked = {"sources": 0, "cues": 0}, {"sources": 0, "cues": 0}
    for batch in w.batches(held, 16, random.Random(0)):
        ids, mask, tags = tensors(batch)
        scores, *links = model(ids, mask)
        best = scores.argmax(-1)
        fold = lambda t: torch.where(t == w.BEGIN, w.CONTENT, t)
        best, tags = fold(best), fold(tags)
        for tag in (w.SOURCE, w.CONTENT, w.CUE):
            there = tags != w.IGNORE
            hits[tag] += int(((best == tag) & (tags == tag)).sum())
            given[tag] += int(((best == tag) & there).sum())
            gold[tag] += int((tags == tag).sum())
        for role, table in zip(right, links, strict=True):
            for row, piece, places in link_rows(batch, role):
                right[role] += int(table[row, piece].argmax()) in (places or [0])
                asked[role] += 1
    model.train()
    f1 = {w.TAGS[t]: round(2 * hits[t] / max(given[t] + gold[t], 1), 4) for t in (w.SOURCE, w.CONTENT, w.CUE)}
    return f1 | {f"link_{role}": round(right[role] / max(asked[role], 1), 4) for role in right}


def optimizer_for(model: Tagger, rates: dict) -> torch.optim.Optimizer:
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": rates["encoder_rate"]}, {"params": heads, "lr": rates["head_rate"]}]
    return torch.optim.AdamW(groups, weight_decay=rates["weight_decay"])


def train(config: dict, articles: list[dict], out: Path, run: dict, start: Path | None = None) -> None:
    rates = config["optimizer"]
    random.seed(config["seed"])
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])
    base = base_folder(config)
    tokenizer = load_tokenizer(base)
    percent = config["data"]["held_out_percent"]
    kept = [a for a in articles if not w.held_out(a["id"], percent)]
    quiet = config | {
        "augment": dict.fromkeys(config["augment"], 0.0),
        "windows": config["windows"] | {"short_share": 0.0},
    }
    held = w.epoch([a for a in articles if w.held_out(a["id"], percent)], tokenizer, quiet, random.Random(1))

    model = Tagger(base, len(w.TAGS))
    if start:
        model.load_state_dict(torch.load(start))
    average = {name: value.clone() for name, value in model.state_dict().items()}
    optimizer = optimizer_for(model, rates)
    steps = rates["epochs"] * (len(w.epoch(kept, tokenizer, config, random.Random(2))) // rates["batch"] + 1)
    warm = rates["warm_up"] * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    step = 0
    for number in range(1, rates["epochs"] + 1):
        began, total = time.time(), 0.0
        todo = w.batches(w.epoch(kept, tokenizer, config, rng), rates["batch"], rng)
        for batch in todo:
            loss = loss_of(model, batch, rates["link_weight"])
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), rates["clip"])
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            step += 1
            total += float(loss.detach())
            keep = min(rates["average"], step / (step + 10))
            for name, value in model.state_dict().items():
                average[name] = torch.lerp(value, average[name], keep) if value.is_floating_point() else value
            if step % 20 == 0:
                print(f"step {step}/{steps} loss {float(loss):.3f} {(time.time() - began):.0f}s", flush=True)
        torch.save(average, out / f"epoch-{number}.pt")
        judge = Tagger(base, len(w.TAGS))
        judge.load_state_dict(average)
        report = {"epoch": number, "loss": round(total / len(todo), 4), "seconds": round(time.time() - began)}
        run["epochs"].append(report | evaluate(judge, held))
        print(json.dumps(run["epochs"][-1]), flush=True)
        (out / "run.json").write_text(json.dumps(run, indent=1) + "\n")
    torch.save(average, out / "tagger.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("tagger.toml"))
    parser.add_argument("--seed", type=int, help="instead of the one in the configuration, for one more run")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the base")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    config = tomllib.loads(given.config.read_text())
    config["seed"] = config["seed"] if given.seed is None else given.seed
    data = given.data.read_bytes()
    run = {
        "config": config,
        "data": given.data.name,
        "data_sha256": hashlib.sha256(data).hexdigest(),
        "epochs": [],
    }
    train(config, read(given.data), given.out, run, given.start)


if __name__ == "__main__":
    main()
