"""The learned tagger: word pieces with the chances of their roles, and where each content piece points.

Windows of 254 pieces overlap by 46 and are averaged with a triangular weight (the usual way to read a long text
with a short model). Only onnxruntime and tokenizers are needed; `training/` makes the model.
"""

import hashlib
import itertools
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mediakit.model import Span

SIZE, STRIDE = 254, 208
THREADS = "MEDIAKIT_THREADS"
"""Environment variable, set where many processes share the cores: how many windows are read side by side."""
MOST = 4
"""Windows side by side without it: each takes memory, and a container may have fewer cores than the machine."""
ONE = 65535
"""A link chance of 1; 16-bit integers take half the room of floats, and making 16-bit floats is slow."""
OUTSIDE, SOURCE, CONTENT, CUE = range(4)
PAUSES = ".!?…:;,—–-"
CLOSING = " \t\u00a0”’»\"')]"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of the text and the link chances of that window, markers included.

    `links[role][i, j]` / ONE: the chance that piece start + i - 1 points to piece start + j - 1; column 0 is "to nothing".
    """

    start: int
    end: int
    links: dict[int, NDArray[np.uint16]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger says of one text of n words (unbroken runs of letters, or single marks).

    offsets (n, 2) in code points; roles (n, 4): chances of outside, source, content, cue; begins (n,): the chance
    that a content begins here; pieces (n, 2): first and last + 1 word piece of each word.
    """

    offsets: NDArray[np.int64]
    roles: Floats
    begins: Floats
    pieces: NDArray[np.int64]
    windows: tuple[Window, ...]


@lru_cache(maxsize=1)
def _load() -> tuple[Any, Any, str]:
    import onnxruntime
    from tokenizers import Tokenizer

    folder = files("mediakit.analysis") / "models"
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # windows go side by side instead: that leaves no core waiting
    data = (folder / "tagger.onnx").read_bytes()
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    return tokenizer, session, hashlib.sha256(data).hexdigest()


def card() -> dict[str, Any]:
    """The model card that the training wrote: data, configuration, metrics, licences, hash."""
    text = (files("mediakit.analysis") / "models" / "tagger.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def engine() -> dict[str, str]:
    """The tagger's hash, for the output."""
    return {"tagger": _load()[2][:12]}


def read(text: str, sentences: Sequence[Span] = ()) -> Reading:
    """Tag a text of any length; an empty one gives an empty reading.

    A sentence that a line break ends, like a heading, is read as if it had a full stop: the tagger does not see lines.
    """
    tokenizer, session, _ = _load()
    encoding = tokenizer.encode(text, add_special_tokens=False)
    marks = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    stops = _stops(text, sentences, encoding.offsets)
    ids = np.insert(np.array(encoding.ids, np.int64), stops, tokenizer.token_to_id("."))
    own = np.insert(np.ones(len(encoding.ids), bool), stops, False)
    count = len(ids)
    chances, weights = np.zeros((count, 5), np.float32), np.zeros((count, 1), np.float32)
    places = [(start, min(start + SIZE, count)) for start in _starts(count)]
    with ThreadPoolExecutor(_cores()) as pool:
        scores = list(pool.map(lambda at: _run(session, [marks[0], *ids[slice(*at)], marks[1]]), places))
    windows = []
    for (start, end), (tags, links) in zip(places, scores, strict=True):
        hill = _hill(end - start)
        chances[start:end] += tags * hill
        weights[start:end] += hill
        windows.append(_window(own, start, end, links))
    chances /= np.maximum(weights, 1e-9)
    return _by_word(encoding, chances[own], tuple(windows))


def _cores() -> int:
    given = os.environ.get(THREADS, "")
    return max(1, int(given)) if given.isdigit() else min(MOST, os.cpu_count() or 1)


def _stops(text: str, sentences: Sequence[Span], offsets: list[tuple[int, int]]) -> NDArray[np.int64]:
    """The pieces before which a full stop is missing, because a line break stands for it."""
    ends = [
        before.end
        for before, after in itertools.pairwise(sentences)
        if "\n" in text[before.end : after.start]
        and text[before.start : before.end].rstrip(CLOSING)[-1:] not in PAUSES
    ]
    return np.searchsorted([start for start, _ in offsets], ends).astype(np.int64)


def _window(own: NDArray[np.bool_], start: int, end: int, links: dict[int, NDArray[np.uint16]]) -> Window:
    """The window without the full stops that were put in."""
    first = int(own[:start].sum())
    kept = np.flatnonzero(np.r_[True, own[start:end]])
    if len(kept) <= end - start:
        links = {role: table[np.ix_(kept, kept)] for role, table in links.items()}
    return Window(first, first + len(kept) - 1, links)


def _starts(count: int) -> list[int]:
    if count == 0:
        return []
    return [0, *range(STRIDE, count - (SIZE - STRIDE), STRIDE)]


def _hill(length: int) -> Floats:
    middle = (length - 1) / 2
    hill = 1.0 - np.abs(np.arange(length) - middle) / (middle + 1)
    column: Floats = hill[:, None].astype(np.float32)
    return column


def _run(session: Any, ids: list[int]) -> tuple[Floats, dict[int, NDArray[np.uint16]]]:
    """Tag and link chances of one window, markers included in `ids`; its numbers do not depend on other windows."""
    row = np.array([ids], np.int64)
    tags, source, cue = session.run(["tags", "source", "cue"], {"ids": row, "mask": np.ones_like(row)})
    end = len(ids) - 1  # the closing marker is never pointed to
    links = {
        SOURCE: (ONE * _softmax(source[0, :end, :end])).astype(np.uint16),
        CUE: (ONE * _softmax(cue[0, :end, :end])).astype(np.uint16),
    }
    return _softmax(tags[0, 1:end]), links


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = raised / raised.sum(-1, keepdims=True)
    return result


def _by_word(encoding: Any, chances: Floats, windows: tuple[Window, ...]) -> Reading:
    """Average the pieces of each word, so that no answer ends inside a word."""
    ids = np.array([w if w is not None else -1 for w in encoding.word_ids], np.int64)
    if not len(ids):
        none = np.zeros((0, 2), np.int64)
        return Reading(none, np.zeros((0, 4), np.float32), np.zeros(0, np.float32), none, ())
    first = np.flatnonzero(np.r_[True, ids[1:] != ids[:-1]])
    last = np.r_[first[1:], len(ids)]
    offsets = np.array(encoding.offsets, np.int64)
    mean = np.add.reduceat(chances, first, axis=0) / (last - first)[:, None]
    roles = np.stack([mean[:, 0], mean[:, 1], mean[:, 2] + mean[:, 3], mean[:, 4]], axis=1)
    begins = chances[first, 3]
    return Reading(
        offsets=np.stack([offsets[first, 0], offsets[last - 1, 1]], axis=1),
        roles=roles.astype(np.float32),
        begins=begins.astype(np.float32),
        pieces=np.stack([first, last], axis=1),
        windows=windows,
    )
