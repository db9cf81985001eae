"""Articles with some words exchanged for others of their class, so that a teacher cannot know them by heart.

After TinyBERT's augmentation (Jiao et al. 2020), with words of the corpus in place of a language model's. The words
of speaking stay, and so the annotations hold: who is said to speak, and where what they say begins and ends.
"""

import random
from collections import defaultdict
from collections.abc import Iterator

from mediakit import lexicon
from mediakit.analysis import nlp
from training.augment import Edit, apply, carried

CLASSES = frozenset(["NN", "NNS", "JJ", "JJR", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RB", "NNP", "NNPS"])
KEPT = frozenset(
    [
        "be",
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "have",
        "been",
        "do",
        "did",
        "does",
        "not",
        "n",
        "n't",
        "who",
        "said",
        "says",
        "told",
    ]
)
Word = tuple[int, str, str]


def tagged(articles: list[dict]) -> list[list[Word]]:
    """For every article its words as (place, word, part-of-speech tag)."""
    pipeline = nlp.pipeline(lexicon.load("en").models)
    with pipeline.select_pipes(disable=[n for n in pipeline.pipe_names if n not in ("tok2vec", "tagger")]):
        docs = pipeline.pipe((article["text"] for article in articles), batch_size=8)
        return [[(t.idx, t.text, t.tag_) for t in doc if t.is_alpha] for doc in docs]


def swapped(
    articles: list[dict], words: list[list[Word]], share: float, rng: random.Random
) -> Iterator[dict]:
    """The articles with this share of their words exchanged, annotations carried along."""
    pool: defaultdict[str, list[str]] = defaultdict(list)
    for _, word, tag in (w for article in words for w in article):
        if tag in CLASSES:
            pool[tag].append(word)
    for article, its in zip(articles, words, strict=True):
        cue = {i for a in article["attributions"] for start, end in a["cue"] for i in range(start, end)}
        edits: list[Edit] = []
        for place, word, tag in its:
            free = tag in CLASSES and place not in cue and word.lower() not in KEPT
            if free and rng.random() < share:
                edits.append((place, place + len(word), _like(rng.choice(pool[tag]), word, tag)))
        text, move = apply(article["text"], edits)
        yield {
            "id": article["id"],
            "text": text,
            "attributions": [carried(a, move) for a in article["attributions"]],
        }


def _like(new: str, old: str, tag: str) -> str:
    if tag.startswith("NNP"):
        return new
    return new[0].upper() + new[1:] if old[0].isupper() else new.lower()
