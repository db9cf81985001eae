"""PolNeAR articles as windows of word pieces with tags and links."""

import hashlib
import random
from dataclasses import dataclass

from tokenizers import Tokenizer

from training.augment import disturb

OUTSIDE, SOURCE, CONTENT, BEGIN, CUE = range(5)
TAGS = ("outside", "source", "content", "begin-content", "cue")
IGNORE = -1


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


def held_out(article_id: str, percent: int) -> bool:
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 100 < percent


def label(
    article: dict, tokenizer: Tokenizer, text: str, move
) -> tuple[list[int], list[int], list[int], list[dict]]:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    role = [OUTSIDE] * (len(text) + 1)
    owner = [-1] * (len(text) + 1)
    begins = set()
    spans = []
    for number, attribution in enumerate(article["attributions"]):
        moved = {
            name: [(move(s), move(e)) for s, e in attribution[name]] for name in ("source", "cue", "content")
        }
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


def cut(ids, tags, owners, positions, start: int, end: int, marks: tuple[int, int]) -> Window:
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
    )


def hide(ids: list[int], mask: int, rng: random.Random, share: float) -> list[int]:
    """Some pieces replaced by the mask, so that the tagger reads structure and does not learn articles by heart."""
    return [mask if rng.random() < share else piece for piece in ids] if share else ids


def epoch(articles: list[dict], tokenizer: Tokenizer, config: dict, rng: random.Random) -> list[Window]:
    """One pass over the articles: disturbed anew, cut at a new place; windows do not overlap."""
    marks = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    size, made = config["windows"]["pieces"], []
    for article in articles:
        text, move = disturb(article["text"], rng, config["augment"])
        ids, tags, owners, positions = label(article, tokenizer, text, move)
        start = -rng.randint(0, size // 2)
        while start < len(ids):
            short = rng.random() < config["windows"]["short_share"]
            length = rng.randint(12, config["windows"]["short_pieces"]) if short else size
            first, last = max(start, 0), min(start + length, len(ids))
            if last - first >= 8:
                seen = hide(
                    ids, tokenizer.token_to_id("[MASK]"), rng, config["augment"].get("hide_pieces", 0.0)
                )
                made.append(cut(seen, tags, owners, positions, first, last, marks))
            start += length
    return made


def batches(windows: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, so that little is padding; the order of the batches is random."""
    windows = sorted(windows, key=lambda w: (len(w.ids), rng.random()))
    grouped = [windows[i : i + size] for i in range(0, len(windows), size)]
    rng.shuffle(grouped)
    return grouped
