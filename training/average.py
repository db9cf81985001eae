"""Average the weights of some runs: `python -m training.average RUN RUN... OUT`.

Runs from one start lie in one valley, and their mean errs less than each (Wortsman et al. 2022, "Model soups").
A run is its folder (then its last weights count), the weights of one of its epochs, or a mean that was made here.
"""

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor


def weights_of(run: Path) -> Path:
    return run / "tagger.pt" if run.is_dir() else run


def parts_of(run: Path, report: dict) -> tuple[dict, dict]:
    """Configurations and held-out figures of what a run is made of, by name; a mean has several."""
    if "base" not in report["config"]:
        return report["config"], report["epochs"][-1]
    folder = run if run.is_dir() else run.parent
    number = -1 if run.is_dir() else int(run.stem.removeprefix("epoch-")) - 1
    return {folder.name: report["config"]}, {folder.name: report["epochs"][number]}


def mean_of(weights: list[dict[str, Tensor]], shares: list[float]) -> dict[str, Tensor]:
    """Weighted mean by name; what all have alike, as rounded words, stays to the last bit."""
    mean = {}
    for name, first in weights[0].items():
        alike = all(torch.equal(first, other[name]) for other in weights)
        parts = zip(shares, weights, strict=True)
        mean[name] = first if alike else sum(share * one[name] for share, one in parts)
    return mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--shares", type=float, nargs="+", help="of each run, one in all; equal ones if left out"
    )
    given = parser.parse_args()
    shares = given.shares or [1 / len(given.runs)] * len(given.runs)
    given.out.mkdir(parents=True, exist_ok=True)
    weights = [torch.load(weights_of(run)) for run in given.runs]
    torch.save(mean_of(weights, shares), given.out / "tagger.pt")
    reports = [
        json.loads(((run if run.is_dir() else run.parent) / "run.json").read_text()) for run in given.runs
    ]
    if len({report["data_sha256"] for report in reports}) > 1:
        parser.error("the runs were trained on different data")
    parts = [parts_of(run, report) for run, report in zip(given.runs, reports, strict=True)]
    report = reports[0] | {
        "config": {name: config for configs, _ in parts for name, config in configs.items()},
        "epochs": [{name: figures for _, held in parts for name, figures in held.items()}],
    }
    (given.out / "run.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
