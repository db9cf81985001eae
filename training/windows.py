"""PolNeAR articles as windows of word pieces with tags and links."""

import hashlib
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tokenizers import Tokenizer

from training.augment import carried, disturb

OUTSIDE, SOURCE, CONTENT, BEGIN, CUE = range(5)
TAGS = ("outside", "source", "content", "begin-content", "cue")
IGNORE = -1
WIDTH = 64


@dataclass(frozen=True)
class Window:
    """Piece ids with markers; `owner[i]` is the attribution whose content piece i belongs to, or -1.

    `sources[a]` and `cues[a]` hold the positions of attribution a's source and cue pieces in this window;
    None says that it has some, but not here (then the link is not scored), [] that it has none.
    """

    ids: list[int]
    tags: list[int]
    owner: list[int]
    sources: dict[int, list[int] | None]
    cues: dict[int, list[int] | None]
    fold: int = 0


def _number(article_id: str) -> int:
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16)


def held_out(article_id: str, percent: int) -> bool:
    return _number(article_id) % 100 < percent


def fold_of(article_id: str, folds: int) -> int:
    """Which teacher has not seen this article."""
    return _number(article_id) // 100 % folds


def label(
    article: dict, tokenizer: Tokenizer, text: str, move
) -> tuple[list[int], list[int], list[int], list[dict]]:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    role = [OUTSIDE] * (len(text) + 1)
    owner = [-1] * (len(text) + 1)
    begins = set()
    spans = []
    for number, attribution in enumerate(article["attributions"]):
        moved = carried(attribution, move)
        spans.append(moved)
        for name, tag in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
            for start, end in moved[name]:
                for i in range(start, end):
                    role[i] = tag
                    owner[i] = number if tag == CONTENT else -1
        begins |= {start for start, end in moved["content"] if end > start}
    tags, owners = [], []
    for start, end in encoding.offsets:
        tag = role[start]
        if tag == CONTENT and any(i in begins for i in range(start, end)):
            tag = BEGIN
        tags.append(tag)
        owners.append(owner[start])
    positions = []
    for moved in spans:
        place = {}
        for name in ("source", "cue"):
            place[name] = [
                i for i, (s, _) in enumerate(encoding.offsets) if any(a <= s < b for a, b in moved[name])
            ]
        positions.append(place)
    return encoding.ids, tags, owners, positions


def cut(ids, tags, owners, positions, start: int, end: int, marks: tuple[int, int], fold: int) -> Window:
    def inside(places: list[int]) -> list[int] | None:
        here = [p - start + 1 for p in places if start <= p < end]
        return here if here or not places else None

    wanted = {o for o in owners[start:end] if o >= 0}
    return Window(
        ids=[marks[0], *ids[start:end], marks[1]],
        tags=[IGNORE, *tags[start:end], IGNORE],
        owner=[-1, *owners[start:end], -1],
        sources={a: inside(positions[a]["source"]) for a in wanted},
        cues={a: inside(positions[a]["cue"]) for a in wanted},
        fold=fold,
    )


def _length(sizes: dict, rng: random.Random) -> int:
    """Most windows are as wide as those read later; a few are short, as students paste, or wide, which teaches links."""
    chance = rng.random()
    if chance < sizes["short_share"]:
        return rng.randint(12, sizes["short_pieces"])
    return sizes["wide_pieces"] if chance < sizes["short_share"] + sizes["wide_share"] else sizes["pieces"]


def epoch(articles: list[dict], tokenizer: Tokenizer, config: dict, rng: random.Random) -> list[Window]:
    """One pass over the articles: disturbed anew, cut at a new place; windows do not overlap."""
    marks = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    sizes, made = config["windows"], []
    for article in articles:
        fold = fold_of(article["id"], config["data"]["folds"])
        text, move = disturb(article["text"], rng, config["augment"])
        ids, tags, owners, positions = label(article, tokenizer, text, move)
        start = -rng.randint(0, sizes["pieces"] // 2)
        while start < len(ids):
            length = _length(sizes, rng)
            first, last = max(start, 0), min(start + length, len(ids))
            if last - first >= 8:
                made.append(cut(ids, tags, owners, positions, first, last, marks, fold))
            start += length
    return made


def quiet(config: dict) -> dict:
    """The configuration for articles that are only looked at: as they are, in windows of one size."""
    sizes = config["windows"] | {"short_share": 0.0, "wide_share": 0.0}
    return config | {"augment": dict.fromkeys(config["augment"], 0.0), "windows": sizes}


def epochs(articles: list[dict], tokenizer: Tokenizer, config: dict, workers: int) -> Iterator[list[Window]]:
    """All passes of a run, made ahead by other processes; a pass depends on the seed and its number alone."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        todo = [
            pool.submit(epoch, articles, tokenizer, config, random.Random(f"{config['order']}/{number}"))
            for number in range(config["optimizer"]["epochs"])
        ]
        for made in todo:
            yield made.result()


def padded(length: int) -> int:
    """Processors are slow with every shape that they meet for the first time, so there are only a few."""
    return -(-length // WIDTH) * WIDTH


def batches(windows: list[Window], pieces: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length and of one fold together, `pieces` in all with little padding, in random order."""
    grouped: list[list[Window]] = []
    for window in sorted(windows, key=lambda w: (w.fold, len(w.ids), rng.random())):
        last = grouped[-1] if grouped else []
        if last and last[0].fold == window.fold and (len(last) + 1) * padded(len(window.ids)) <= pieces:
            last.append(window)
        else:
            grouped.append([window])
    rng.shuffle(grouped)
    return grouped
