"""Average the weights of some runs: `python -m training.average RUN RUN... OUT`.

Runs from one start lie in one valley, and their mean errs less than each (Wortsman et al. 2022, "Model soups").
"""

import argparse
import json
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    weights = [torch.load(run / "tagger.pt") for run in given.runs]
    mean = {
        k: sum(w[k] for w in weights) / len(weights) if v.is_floating_point() else v
        for k, v in weights[0].items()
    }
    torch.save(mean, given.out / "tagger.pt")
    reports = [json.loads((run / "run.json").read_text()) for run in given.runs]
    if len({report["data_sha256"] for report in reports}) > 1:
        parser.error("the runs were trained on different data")
    report = reports[0] | {
        "config": {run.name: r["config"] for run, r in zip(given.runs, reports, strict=True)}
    }
    report["epochs"] = [{run.name: r["epochs"][-1] for run, r in zip(given.runs, reports, strict=True)}]
    (given.out / "run.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
