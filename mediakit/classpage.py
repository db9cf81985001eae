"""The class in words and pictures: what the class page and the class notebook show."""

from typing import Any

from mediakit import agreement, painting, pictures
from mediakit.catalogue import Catalogue
from mediakit.classroom import ClaimView, ClassView, ExerciseView, StudentView
from mediakit.report import Report
from mediakit.taxonomy import Kind, Need, Verdict

Page = dict[str, Any]
COLUMNS = (*Kind, *Need)


def page(found: ClassView, words: Catalogue, *, names: bool = False) -> Page:
    """Everything as text, tables and drawings. Without `names` students are numbered, so that the page can be projected."""
    shown = {
        s.student: s.student if names else f"{words.strings['class_student']} {n}"
        for n, s in enumerate(found.students, 1)
    }
    return {
        "lead": words.strings["class_lead"].format(a=len(found.students), b=len(found.exercises)),
        "exercises": [_exercise(view, words) for view in found.exercises],
        "students": [_student(view, shown[view.student], words) for view in found.students],
        "objections": [
            {
                "student": shown[o.student],
                "exercise": o.exercise,
                "claim": o.contest.claim[1:],
                "answer": painting.objection(o.contest, words),
                "words": o.contest.words,
                "reason": o.contest.reason,
                "ruling": words.strings[f"ruling_{o.contest.ruling or 'open'}"],
            }
            for o in sorted(found.objections, key=lambda o: bool(o.contest.ruling))
        ],
        "strange": ", ".join(found.strange),
        "letters": [(v, words.terms[v].mark, words.label(v)) for v in Verdict],
    }  # fmt: skip


def _exercise(view: ExerciseView, words: Catalogue) -> Page:
    strings = words.strings
    first, second, of = view.rounds
    lines = [strings["class_handed"].format(a=view.students, b=view.open)]
    if of:
        lines.append(strings["class_rounds"].format(a=first, b=second, c=of))
    return {
        "name": view.name,
        "title": view.title,
        "lines": lines,
        "alpha": [
            (words.questions[q], strings["class_alpha_none"] if a is None else f"{a:.2f}") for q, a in view.alpha
        ],
        "experts": strings["class_experts"].format(a=f"{agreement.EXPERTS:.2f}"),
        "discuss": [_claim(c, words) | {"ask": strings["class_ask"]} for c in view.to_discuss[:6]],
        "claims": [_claim(c, words) for c in view.claims],
        "confusion": _confusion(view, words),
    }  # fmt: skip


def _claim(view: ClaimView, words: Catalogue) -> Page:
    strings = words.strings
    counts = tuple(sum(n for v, _, n in view.given if v == verdict) for verdict in Verdict)
    labels = tuple(words.label(v) for v in Verdict)
    told = strings["class_right"].format(a=view.right, b=view.answers)
    if view.first:
        told = f"{strings['class_right_first'].format(a=view.right_first, b=view.first)} {told}"
    return {
        "n": view.claim[1:],
        "text": view.text,
        "bar": pictures.svg_text(pictures.split(counts, labels)),
        "counts": [(words.terms[v].mark, n) for v, n in zip(Verdict, counts, strict=True)],
        "given": [(_said(verdict, detail, words), n) for verdict, detail, n in view.given],
        "key": painting.in_words(view.key, words),
        "machine": "" if view.machine_right else painting.in_words(view.machine, words),
        "told": told,
        "change": pictures.svg_text(pictures.change(view.right_first, view.right, view.answers)) if view.first else "",
    }  # fmt: skip


def _said(verdict: str, detail: str, words: Catalogue) -> str:
    return ": ".join(words.label(word) for word in (verdict, detail) if word)


def _confusion(view: ExerciseView, words: Catalogue) -> Page | None:
    """Rows: what the key says; columns: what was answered. Only words that occur."""
    if not view.confusion:
        return None
    counts = {(key, mine): n for key, mine, n in view.confusion}
    there = [str(c) for c in (*COLUMNS, *Verdict) if any(str(c) in pair for pair in counts)]
    keys = [word for word in there if any(key == word for key, _ in counts)]
    rows = []
    for key in keys:
        row = [counts.get((key, mine), 0) for mine in there]
        rows.append((words.label(key), row, there.index(key), f"{row[there.index(key)]} / {sum(row)}"))
    return {"head": [words.label(word) for word in there], "rows": rows}


def _student(view: StudentView, name: str, words: Catalogue) -> Page:
    report = view.report
    return {
        "name": name,
        "closed": len(view.closed),
        "open": len(view.open),
        "altered": view.altered,
        "right": f"{report.score.verdicts} / {report.score.claims}",
        "lead": words.strings[f"class_lean_{report.lean}"],
        "d": _figure(report, "d"),
        "c": _figure(report, "c"),
        "brier": f"{report.calibration.brier:.2f}" if report.calibration else "–",
        "course": [(exercise, f"{r.score.verdicts} / {r.score.claims}", _figure(r, "d"), _figure(r, "c")) for exercise, r in view.course],
    }  # fmt: skip


def _figure(report: Report, name: str) -> str:
    return "–" if report.discernment is None else f"{getattr(report.discernment, name):+.2f}"
