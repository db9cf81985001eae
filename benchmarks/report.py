"""Tables for README and docs/accuracy.md, from the stored results alone."""

from typing import Any

from benchmarks.store import load as load
from mediakit import catalogue

QUESTIONS = (
    ("sentence", "A sentence is sourced or not, F1", "0.72", "0.91"),
    ("content", "Words of the content, F1", "0.73", "0.91"),
    ("found", "Attribution found, F1", "0.59", "0.79"),
    ("source", "Right source, of those found", "0.89", "0.93"),
    ("end to end", "Found with the right source, F1", "0.51", "0.73"),
    ("exact", "Content with exact borders, F1", "–", "0.69"),
    ("direct", "Direct quotes found", "0.80", "0.98"),
    ("partial", "Partial quotes found", "0.65", "0.94"),
    ("indirect", "Indirect speech found", "0.41", "0.75"),
)
"""Question, words, best earlier program (Citron retrained), two annotators (Newell, Margolin and Ruths 2018, and ours)."""
STORIES = (
    ("statement", "Statement found, with cue and source"),
    ("precision", "Attributions that lie in a statement"),
    ("kind", "Kind right, of all statements"),
    ("kind, cue and source counted", "the same, where cue and source count as found, too"),
    ("kind of found", "Kind right, of those found"),
    (
        "kind of found, by the taxonomy",
        "the same, where unstated anonymity and officials follow the taxonomy",
    ),
    ("name", "Name right, of all named"),
    ("name, cue and source counted", "the same, where cue and source count as found, too"),
    ("name of found", "Name right, of those found"),
)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _interval(value: dict[str, float]) -> str:
    return f"{value['value']:.2f} ({value['low']:.2f} to {value['high']:.2f})"


def summary(result: dict[str, Any]) -> str:
    """For the README: the main questions."""
    spans = result["spans"]
    rows = [
        [words, f"{spans['scores'][q]['value']:.2f}", best, people] for q, words, best, people in QUESTIONS if q != "exact"
    ]  # fmt: skip
    return _table(["question", "mediakit", "best earlier program", "two people"], rows)


def spans(result: dict[str, Any]) -> str:
    """All questions with their intervals, beside the peer of the same run."""
    mine, peer = result["spans"]["scores"], result["spans"].get("textacy", {})
    rows = [
        [words, _interval(mine[q]), f"{peer[q]['value']:.2f}" if q in peer else "–", best, people]
        for q, words, best, people in QUESTIONS
    ]
    return _table(["question", "mediakit", "textacy, same run", "best earlier program", "two people"], rows)


def publishers(result: dict[str, Any]) -> str:
    asked = ("sentence", "found", "source", "end to end", "direct", "partial", "indirect")
    rows = [
        [name, *(f"{scores[q]:.2f}" for q in asked)] for name, scores in result["spans"]["publishers"].items()
    ]
    return _table(["publisher", *asked], rows)


def genres(result: dict[str, Any]) -> str:
    asked = ("found", "source", "kind", "name", "quote", "writer", "all right")
    table = result["hard"]["genres"] | {"all": {q: v["value"] for q, v in result["hard"]["scores"].items()}}
    rows = [
        [name.replace("-", " "), *(f"{scores[q]:.2f}" if q in scores else "–" for q in asked)]
        for name, scores in table.items()
    ]
    return _table(["genre", *asked], rows)


def stories(result: dict[str, Any]) -> str:
    return _table(
        ["question", "mediakit"],
        [[words, _interval(result["kinds"]["scores"][q])] for q, words in STORIES],
    )


def confusion(pairs: list[list[Any]]) -> str:
    """Rows are the key's kinds, columns the machine's."""
    kinds = [k for k in ("named_person", "organization", "document", "anonymous", "unnamed", "vague", "hidden", "not found") if any(k in p[:2] for p in pairs)]  # fmt: skip
    keys = [*kinds[:-1], *(["unnamed_or_vague"] if any(p[0] == "unnamed_or_vague" for p in pairs) else [])]
    counts = {(a, b): n for a, b, n in pairs}
    label = lambda k: k if k in ("not found", "unnamed_or_vague") else catalogue.load("en").label(k)  # noqa: E731
    rows = [
        [label(a), *(str(counts.get((a, b), "·")) for b in kinds)]
        for a in keys
        if any(p[0] == a for p in pairs)
    ]
    return _table(["key \\ machine", *(label(k) for k in kinds)], rows)


def honesty(result: dict[str, Any]) -> str:
    """How sure the machine says it is, and how often it is right then."""
    parts = {
        "attribution": result["spans"]["confidence"]["attribution"],
        "claim": result["spans"]["confidence"]["claim"],
        "kind": result["kinds"]["confidence"],
    }
    rows = [
        [name, f"{p['error']:.3f}", f"{p['right when sure']:.2f}", f"{p['right when unsure'] or 0:.2f}", f"{p['unsure']} of {p['answers']}"]
        for name, p in parts.items()
    ]  # fmt: skip
    return _table(
        ["answer", "expected calibration error", "right when sure", "right when unsure", "unsure"], rows
    )


def bins(part: dict[str, Any]) -> str:
    rows = [[f"{said:.2f}", f"{was:.2f}", str(n)] for said, was, n in part["bins"]]
    return _table(["says", "is right", "answers"], rows)


def ablation(result: dict[str, Any]) -> str:
    asked = (
        "sentence",
        "found",
        "source",
        "end to end",
        "direct",
        "partial",
        "indirect",
        "hard: all right",
        "hard: writer",
    )
    rows = [
        [r["rule"], *(f"{r[q]:+.1f}" if abs(r[q]) >= 0.05 else "·" for q in asked), str(r["rows"] or "·")]
        for r in result["rules"]
    ]
    return _table(["without this rule", *asked, "rows"], rows)


def exercises(result: dict[str, Any]) -> str:
    """One sentence about the project's own keys."""
    own = result["exercises"]
    return (
        f"On the {own['claims']} claims of the {own['articles']} exercises that come with it, all keyed before the machine was looked at, "
        f"it gives the key's verdict on {own['verdicts']}, and verdict and kind on {own['kinds']}."
    )


def questions(result: dict[str, Any]) -> str:
    """The own keys question by question."""
    words = catalogue.load("en").questions
    return _table(
        ["question", "machine as the key"],
        [[words[q], _interval(score)] for q, score in result["exercises"]["scores"].items()],
    )


def readers(result: dict[str, Any]) -> str:
    """Two independent readings, question by question."""
    words = catalogue.load("en")
    found = result["readers"]
    rows = [
        [
            words.questions[q],
            "–" if s["alpha"] is None else f"{s['alpha']:.2f}",
            f"{s['alike']} of {s['claims']}",
        ]
        for q, s in found["scores"].items()
    ]
    head = f"{found['articles']} articles with {found['claims']} claims, keyed twice.\n\n"
    return head + _table(["question", "alpha", "the same answer"], rows)


def planted(result: dict[str, Any]) -> str:
    """Where the machine is wrong in lessons that let students weigh it."""
    words = catalogue.load("en")
    say = lambda ids: ": ".join(words.label(word) for word in ids.split())  # noqa: E731
    rows = [
        [
            row["exercise"],
            row["claim"],
            row["words"].replace("|", "\\|"),
            say(row["key"]),
            say(row["machine"]),
        ]
        for row in result["planted"]
    ]
    return _table(["exercise", "claim", "words", "key", "machine"], rows)


def service(result: dict[str, Any]) -> str:
    """One run of the class service under load, as a sentence."""
    return (
        f"`{result['command']}` on two cores, at commit {result['commit']}, {result['store']}: {result['acknowledged']:,} records "
        f"acknowledged while the service was killed and started again in the middle; {result['lost']} lost, {result['double']} double; "
        f"half of the answers within {result['p50 milliseconds']} ms, 95 in 100 within {result['p95 milliseconds']} ms. "
        "Each student sends the next record as soon as one is acknowledged, which no class does."
    )


def speed(result: dict[str, Any]) -> str:
    """Time and memory of an analysis."""
    peers = [n for n in result if n.endswith(" times spaCy") and n not in SPEED]
    rows = [[name, str(result[name])] for name in (*SPEED, *peers) if result.get(name) is not None]
    lengths = [[f"{n:,}", f"{s:g}"] for n, s in result.get("processor seconds by words", [])]
    return (
        _table(["what", "value"], rows) + "\n\n" + _table(["words of one text", "processor seconds"], lengths)
    )


NOT_YET = "Not measured yet."


def many(result: dict[str, Any]) -> str:
    """A corpus run that was disturbed, as a sentence."""
    if not result:
        return NOT_YET
    same = all(result["equal"].values())
    kills = " and ".join(f"{n:,}" for n in result["killed at"])
    return (
        f"`{result['command']}`, at commit {result['commit']}: {result['articles']:,} articles, {result['rows']:,} rows. Killed with "
        f"SIGKILL after {kills} articles and resumed; on a Dask cluster of two workers, one of them killed after "
        f"{result['Dask worker killed at']:,}: {'the tables are equal' if same else 'THE TABLES DIFFER'} to that of an undisturbed run. "
        f"Two worker processes are {result['one worker over two']} times as fast as one."
    )


def guards(result: dict[str, Any]) -> str:
    """How many tests notice that their guard is gone, as a sentence."""
    if not result:
        return NOT_YET
    held = result["held"]
    missed = [fault for fault, holds in held.items() if not holds]
    told = f" Not noticed: {', '.join(missed)}." if missed else ""
    return f"`{result['command']}`, at commit {result['commit']}: {sum(held.values())} of {len(held)} tests fail without their guard.{told}"


def fuzz(result: dict[str, Any]) -> str:
    """Inputs over each door."""
    rows = [
        [f"`{name}`: {d['what']}", d["engine"], f"{d['minutes']:.0f}", f"{d['inputs']:,}", str(d["faults"]), f"{d['slowest']:g}", d["commit"]]
        for name, d in result["doors"].items()
    ]  # fmt: skip
    return _table(
        ["door", "engine", "minutes", "inputs", "at fault", "slowest, times the usual", "commit"], rows
    )


def licences(result: dict[str, Any]) -> str:
    """Licence by licence."""
    rows = [[name, str(len(names)), ", ".join(names)] for name, names in result["licences"].items()]
    return _table(["licence", "packages", "which"], rows)


def redraw(result: dict[str, Any]) -> str:
    """The time until an answer is on the screen, by number of claims."""
    return _table(
        ["claims", "milliseconds"], [[str(n), f"{ms:g}"] for n, ms in result["milliseconds by claims"]]
    )


SPEED = (
    "times spaCy",
    "tagger times spaCy",
    "rules over both models",
    "exponent",
    "seconds for 1,000 words",
    "seconds from nothing to a first answer",
    "resident megabytes",
    "package megabytes",
)
