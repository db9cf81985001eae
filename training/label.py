"""What teachers say of the training articles: `python -m training.label DATA.jsonl TEACHERS OUT_FOLDER --config CONFIG`.

TEACHERS is the folder of the runs `fold-0`, `fold-1` ..., each of which left its fold of the articles out. The
articles are disturbed and cut anew for every pass; `pass-N.pt` holds the batches of one with the teachers' labels.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from benchmarks.gold import read
from training import config as configuration
from training import losses
from training import windows as w
from training.bases import tokenizer_of
from training.network import Tagger
from training.train import DEVICE, half, new_tagger


def load(folder: Path, folds: int, tokenizer: Tokenizer) -> list[Tagger]:
    teachers = []
    for run in (folder / f"fold-{fold}" for fold in range(folds)):
        teacher = new_tagger(json.loads((run / "run.json").read_text())["config"], tokenizer)
        teacher.load_state_dict(torch.load(run / "tagger.pt", map_location="cpu"))
        teachers.append(teacher.to(DEVICE).eval())
    return teachers


@torch.no_grad()
def label(windows: list[w.Window], teacher: Tagger) -> tuple[losses.Batch, Tensor]:
    batch = losses.to(losses.stack(windows), DEVICE)
    chances = losses.chances(half(teacher, batch.ids, batch.mask))
    return losses.to(batch, "cpu"), chances.cpu()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("teachers", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--config", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    config = configuration.load(given.config)
    tokenizer = tokenizer_of(config["base"])
    teachers = load(given.teachers, config["data"]["folds"], tokenizer)
    kept = [a for a in read(given.data) if not w.held_out(a["id"], config["data"]["held_out_percent"])]
    for number in range(config["data"]["passes"]):
        rng, began = random.Random(f"{config['seed']}/{number}"), time.time()
        batches = w.batches(w.epoch(kept, tokenizer, config, rng), config["optimizer"]["batch_pieces"], rng)
        made = [label(windows, teachers[windows[0].fold]) for windows in batches]
        torch.save(made, given.out / f"pass-{number}.pt")
        print(f"pass {number}: {len(made)} batches, {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
