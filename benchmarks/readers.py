"""How far two people who read the exercises independently agree, and where the machine is wrong in lessons that weigh it.

A second reading is `second.toml` beside the key, made from the article alone before the key was opened. Their first
answers are compared; what a key accepts besides was partly added after a talk over the differences, and counts for nothing here.
"""

from typing import Any

from mediakit import agreement, courses, packs, scoring
from mediakit.codec import shipped
from mediakit.model import Answer, Exercise, text_of

ASKED = ("verdict", "kind", "need", "quote", "stance")


def agree() -> dict[str, Any]:
    """Krippendorff's alpha, claims that both answered and that both answered alike, by question."""
    first: dict[str, dict[str, str]] = {q: {} for q in ASKED}
    second: dict[str, dict[str, str]] = {q: {} for q in ASKED}
    articles = claims = 0
    for exercise, other in _twice():
        articles += 1
        for answer in other:
            right = exercise.key.get(answer.claim)
            if right is None:
                continue
            claims += 1
            for table, reading in ((first, right), (second, answer)):
                for question in ASKED:
                    if (word := reading.given(question)) is not None:
                        table[question][f"{exercise.slug} {answer.claim}"] = word
    scores = {}
    for question in ASKED:
        both = first[question].keys() & second[question].keys()
        found = agreement.alpha({"first": first[question], "second": second[question]})
        alike = sum(first[question][c] == second[question][c] for c in both)
        scores[question] = {
            "alpha": None if found is None else round(found, 3),
            "claims": len(both),
            "alike": alike,
        }
    return {"articles": articles, "claims": claims, "scores": scores}


def _twice() -> list[tuple[Exercise, tuple[Answer, ...]]]:
    found = []
    for pack in packs.list_packs():
        for slug in pack.exercises:
            path = packs.home() / pack.slug / slug / "second.toml"
            if path.is_file():
                exercise = packs.load(f"{pack.slug}/{slug}")
                other = packs.read_key(path, exercise.article, exercise.machine.claims, str(path.name))
                found.append((exercise, other.answers))
    return found


def planted() -> list[dict[str, str]]:
    """The claims that the machine gets wrong in exercises of the courses that weigh it."""
    names = {
        lesson["read"]
        for course in courses.load(shipped("notebooks")).values()
        for lesson in course
        if "weigh" in lesson["plan"]
    }
    rows = []
    for name in sorted(names):
        exercise = packs.load(name)
        machine = scoring.sheet_of(exercise.machine)
        for claim in exercise.machine.claims:
            mine, right = machine.get(claim.id), exercise.key.get(claim.id)
            if mine and right and scoring.compare(mine, right) != "same":
                words = text_of(exercise.article.text, (claim.span,))
                rows.append({"exercise": name, "claim": claim.id[1:], "words": words} | _sides(right, mine))
    return rows


def _sides(right: Answer, mine: Answer) -> dict[str, str]:
    return {
        side: " ".join(str(w) for w in (a.verdict, a.detail) if w)
        for side, a in (("key", right), ("machine", mine))
    }
