"""Counts for one text; sums of them become scores, and resampled sums their intervals.

A tally is a Counter whose keys are "question.part": `found.hit`, `found.given` and `found.gold` make an F1,
`source.right` and `source.of` a rate. Questions and thresholds are those of the corpus's scorer in the field, so that
figures can be set beside others': a sentence is sourced when half of its letters are content.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from benchmarks import gold as g
from benchmarks import stress
from mediakit import scoring
from mediakit.model import Analysis, Sheet

Tally = Counter[str]
TRIM = "\"“”„‟«»〝〞‘’'` \t\r\n\u00a0,.;:"
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "president",
        "the",
        "senator",
        "judge",
        "mayor",
        "sir",
        "dame",
    ]
)


def of_corpus(article: dict[str, Any], machine: list[g.Piece]) -> Tally:
    """Spans and sources of one annotated article against any program's pieces."""
    text, gold, tally = article["text"], g.annotated(article), Counter[str]()
    covered = {
        side: frozenset[int]().union(*(p.content for p in pieces))
        for side, pieces in (("gold", gold), ("given", machine))
    }
    for start, end in article["sentences"]:
        own = g.letters(text, [(start, end)])
        if own:
            _pair(tally, "sentence", *(2 * len(own & covered[side]) >= len(own) for side in covered))
    for token in re.finditer(r"\S+", text):
        own = frozenset(range(*token.span()))
        _pair(tally, "content", *(2 * len(own & covered[side]) >= len(own) for side in covered))
    tally["exact.hit"] += _exact(text, gold, machine)
    pairs = g.match(gold, machine)
    for question in ("exact", "found", "end to end"):
        tally[f"{question}.gold"] += len(gold)
        tally[f"{question}.given"] += len(machine)
    tally["found.hit"] += len(pairs)
    for i, piece in enumerate(gold):
        kind = g.quote_type(text, piece.spans)
        tally[f"{kind}.of"] += 1
        tally[f"{kind}.right"] += i in pairs
        if i in pairs:
            good = g.same_source(piece, machine[pairs[i]])
            tally["end to end.hit"] += good
            if piece.source:
                tally["source.of"] += 1
                tally["source.right"] += good
                tally["cue.of"] += bool(piece.cue)
                tally["cue.right"] += (
                    bool(piece.cue) and g.overlap(piece.cue, machine[pairs[i]].cue) >= g.HALF
                )
    return tally


def _pair(tally: Tally, question: str, gold: bool, given: bool) -> None:
    tally[f"{question}.gold"] += gold
    tally[f"{question}.given"] += given
    tally[f"{question}.hit"] += gold and given


def _exact(text: str, gold: list[g.Piece], machine: list[g.Piece]) -> int:
    pool = Counter(_borders(text, p) for p in machine)
    return sum((pool & Counter(_borders(text, p) for p in gold)).values())


def _borders(text: str, piece: g.Piece) -> tuple[tuple[int, int], ...]:
    """Spans without marks at their edges; what only marks part is one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(piece.spans):
        while start < end and text[start] in TRIM:
            start += 1
        while end > start and text[end - 1] in TRIM:
            end -= 1
        if start >= end:
            continue
        if joined and not text[joined[-1][1] : start].strip(TRIM):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def of_story(story: dict[str, Any], analysis: Analysis) -> tuple[Tally, Counter[tuple[str, str]]]:
    """Statements, kinds and names of one story annotated with kinds, and who was taken for what."""
    text, tally = story["text"], Counter[str]()
    confusion: Counter[tuple[str, str]] = Counter()
    parts = [
        (a, g.letters(text, a.content), g.letters(text, (*a.cue, *a.source))) for a in analysis.attributions
    ]
    content = frozenset[int]().union(*(c for _, c, _ in parts))
    wide = content.union(*(w for _, _, w in parts))
    annotated = [(s, g.letters(text, s["spans"])) for s in story["statements"]]
    everything = frozenset[int]().union(*(own for _, own in annotated))
    for statement, own in annotated:
        tally["statement.of"] += 1
        tally["statement.right"] += 2 * len(own & wide) >= len(own)
        touching = [(len(own & c), a) for a, c, _ in parts if own & c]
        best = max(touching, key=lambda pair: pair[0])[1] if touching else None
        named = statement["kind"] in ("named_person", "organization") and bool(statement["name"])
        tally["name.of"] += named
        tally["kind.of"] += 1
        if 2 * len(own & wide) >= len(own):
            whole = [(len(own & (c | w)), a) for a, c, w in parts if own & (c | w)]
            nearest = max(whole, key=lambda pair: pair[0])[1]
            tally["kind, cue and source counted.right"] += nearest.kind in _strict(statement["kind"])
            tally["name, cue and source counted.right"] += named and same_name(
                statement["name"], nearest.name
            )
        if best is None or 2 * len(own & content) < len(own):
            confusion[statement["kind"], "not found"] += 1
            continue
        confusion[statement["kind"], best.kind] += 1
        same = best.kind in _strict(statement["kind"])
        fits = best.kind in g.ALSO_FITS.get(statement["kind"], {statement["kind"]})
        for question, good in (
            ("kind", same),
            ("kind of found", same),
            ("kind of found, by the taxonomy", fits),
        ):
            tally[f"{question}.right"] += good
        tally["kind of found.of"] += 1
        tally["kind of found, by the taxonomy.of"] += 1
        tally["name.right"] += named and same_name(statement["name"], best.name)
        tally["name of found.of"] += named
        tally["name of found.right"] += named and same_name(statement["name"], best.name)
    tally["kind, cue and source counted.of"] = tally["kind.of"]
    tally["name, cue and source counted.of"] = tally["name.of"]
    for _, own, _ in parts:
        tally["precision.of"] += 1
        tally["precision.right"] += bool(own) and 2 * len(own & everything) >= len(own)
    return tally, confusion


def _strict(kind: str) -> tuple[str, ...]:
    return {"unnamed_or_vague": ("unnamed", "vague")}.get(kind, (kind,))


def of_stress(item: stress.Text, analysis: Analysis) -> tuple[Tally, Counter[tuple[str, str]]]:
    """One hard text: found, source, kind, name, quote type, and what was found though nobody spoke."""
    tally, confusion = Counter[str](), Counter[tuple[str, str]]()
    gold = [
        g.Piece(
            (str(n),),
            *(g.letters(item.text, spans) for spans in (k.content, k.source, k.cue)),
            k.content,
        )
        for n, k in enumerate(item.keys)
    ]
    machine = g.found(analysis)
    pairs = g.match(gold, machine)
    tally["found.gold"], tally["found.given"], tally["found.hit"] = len(gold), len(machine), len(pairs)
    if not gold:
        tally["writer.of"], tally["writer.right"] = 1, not machine
    for i, key in enumerate(item.keys):
        tally["all right.of"] += 1
        if i not in pairs:
            confusion[key.kind, "not found"] += 1
            continue
        mine = analysis.attribution(machine[pairs[i]].ids[0])
        confusion[key.kind, mine.kind] += 1
        good = {
            "source": g.same_source(gold[i], machine[pairs[i]]),
            "kind": mine.kind is key.kind,
            "quote": mine.quote is key.quote,
        }
        if key.name:
            good["name"] = same_name(key.name, mine.name)
        for question, right in good.items():
            tally[f"{question}.of"] += 1
            tally[f"{question}.right"] += right
        tally["all right.right"] += all(good.values())
    return tally, confusion


ASKED = ("verdict", "kind", "need", "quote", "stance")


def of_key(machine: Sheet, key: Sheet) -> tuple[Tally, Counter[tuple[str, str]]]:
    """The machine against a key: each question where the key answers it and the verdict agrees, and kind against kind."""
    counts, confusion = Counter[str](), Counter[tuple[str, str]]()
    for right in key.answers:
        mine = machine.get(right.claim)
        if mine is None:
            continue
        if right.kind is not None:
            confusion[right.kind, mine.kind or "not found"] += 1
        differs = scoring.differences(mine, right, ASKED)
        for question in ASKED:
            if right.given(question) is not None and (question == "verdict" or "verdict" not in differs):
                counts[f"{question}.of"] += 1
                counts[f"{question}.right"] += question not in differs
    return counts, confusion


def same_name(gold: str, mine: str | None) -> bool:
    """The same last word, or all words of the shorter one, titles and accents aside."""
    a, b = _words(gold), _words(mine or "")
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.split(",")[0]).encode("ascii", "ignore").decode().lower()
    return [w for w in re.findall(r"[a-z0-9]+", re.sub(r"'s\b", "", plain)) if w not in TITLES]


def f1(tally: Tally, question: str) -> float:
    total = tally[f"{question}.given"] + tally[f"{question}.gold"]
    return 2 * tally[f"{question}.hit"] / total if total else 0.0


def rate(tally: Tally, question: str) -> float:
    return tally[f"{question}.right"] / tally[f"{question}.of"] if tally[f"{question}.of"] else 0.0


def score(tally: Tally, question: str) -> float:
    """F1 where there are hits, a rate where there are right ones."""
    return f1(tally, question) if f"{question}.gold" in tally else rate(tally, question)


def with_interval(tallies: list[Tally], question: str, times: int = 1000) -> dict[str, float]:
    """Score, and the middle 95 % of the scores of `times` resamplings of the texts (percentile bootstrap)."""
    keys = sorted({k for t in tallies for k in t if k.rsplit(".", 1)[0] == question})
    table = np.array([[t[k] for k in keys] for t in tallies], float)
    rng = np.random.default_rng(20261124)
    picks = rng.integers(0, len(tallies), (times, len(tallies)))
    scores = [score(Counter(dict(zip(keys, table[p].sum(0), strict=True))), question) for p in picks]
    low, high = np.percentile(scores, [2.5, 97.5])
    whole = score(sum(tallies, Counter()), question)
    return {"value": round(whole, 4), "low": round(float(low), 4), "high": round(float(high), 4)}


def questions(tallies: Iterable[Tally]) -> list[str]:
    """Every question that these tallies can answer, in a fixed order."""
    return sorted({k.rsplit(".", 1)[0] for t in tallies for k in t})


def grouped(tallies: list[Tally], names: list[str], pick: Callable[[Tally], Any]) -> dict[str, Any]:
    """The sum of the tallies of each name, through `pick`."""
    return {
        name: pick(sum((t for t, n in zip(tallies, names, strict=True) if n == name), Counter()))
        for name in sorted(set(names))
    }
