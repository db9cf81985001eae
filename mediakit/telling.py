"""Report and ledger in words: what a student reads after the commit, with the counts behind every figure."""

from typing import Any

from mediakit import pictures
from mediakit.catalogue import Catalogue
from mediakit.ledger import Ledger, Source
from mediakit.model import Score
from mediakit.report import PLOT_FROM, Calibration, Discernment, Report, discern, leaning, off

Page = dict[str, Any]


def report(found: Report, words: Catalogue, *, keyed: bool = True) -> Page:
    """The report as lines and tables; without a key only how far student and machine agree."""
    strings = words.strings
    told: Page = {"title": strings["report"], "lines": [], "table": None, "levels": None, "picture": None}
    score = found.score
    if not keyed:
        told["lead"] = strings["report_no_key"].format(a=score.verdicts, b=score.claims)
        return told
    told["lead"] = lead(score, words)
    told["table"] = discernment(found.discernment, words)
    lines = [strings["report_counts"].format(a=score.verdicts, b=score.claims, c=score.kinds)]
    if found.reliance:
        r = found.reliance
        lines.append(strings["report_reliance"].format(a=r.held, b=r.wrong, c=r.moved, d=r.right))
    if found.gained or found.lost:
        lines.append(strings["report_rounds"].format(a=found.gained, b=found.lost))
    if found.calibration:
        lines += _calibration_lines(found.calibration, words)
        told["levels"] = levels(found.calibration, words)
        if found.calibration.answers >= PLOT_FROM:
            told["picture"] = pictures.calibration(
                found.calibration, strings["said_share"], strings["right_share"]
            )
    return told | {"lines": lines}


def lead(score: Score, words: Catalogue) -> str:
    """One plain sentence on the student's lean, with its counts."""
    found = discern(score)
    return words.strings[f"lean_{leaning(found)}"].format(
        a=score.misses, b=score.hits + score.misses, c=score.false_alarms,
        d=score.false_alarms + score.correct_rejections,
    )  # fmt: skip


def discernment(found: Discernment | None, words: Catalogue) -> list[list[str]] | None:
    """Name, value and counts of d′ and c."""
    if found is None:
        return None
    strings = words.strings
    counts = strings["d_counts"].format(a=found.hits, b=found.sourced, c=found.false_alarms, d=found.own)
    return [
        [strings["d_name"], f"{found.d:.2f}", strings["d_about"]],
        [strings["c_name"], f"{found.c:+.2f}", strings["c_about"]],
        [strings["counts_name"], "", counts],
    ]


def levels(found: Calibration, words: Catalogue) -> list[list[str]]:
    """One row a level of confidence: what was said, how many were right, and the interval."""
    return [
        [words.label(str(x.sure)), f"{x.said:.0%}", f"{x.right} / {x.answers}", f"{x.low:.0%} – {x.high:.0%}"]
        for x in found.levels
    ]


def _calibration_lines(found: Calibration, words: Catalogue) -> list[str]:
    strings = words.strings
    lines = []
    if found.answers >= PLOT_FROM:
        lines.append(strings["brier"].format(a=f"{found.brier:.2f}", b=found.answers))
    lines += [
        strings[f"{gap}_confident"].format(
            a=words.label(str(level.sure)), b=level.right, c=level.answers, d=f"{level.said:.0%}"
        )
        for level in found.levels
        if (gap := off(level))
    ]
    return lines


def ledger(found: Ledger, words: Catalogue) -> Page:
    """The ledger as a table and a picture; `only` lets the page tell which claims fall with a source."""
    strings = words.strings
    distinct = len(found.sources)
    reached = sum(s.reach == "full" for s in found.sources)
    names = tuple(s.name or strings["nobody_named"] for s in found.sources)
    lines = []
    if not found.sources:
        return {
            "title": strings["ledger"],
            "lead": words.notes["no_attribution"],
            "lines": [],
            "rows": [],
            "picture": None,
        }
    if found.own:
        lines.append(strings["ledger_own"].format(a=len(found.own), b=_numbers(found.own)))
    return {
        "title": strings["ledger"],
        "lead": strings["ledger_lead"].format(a=found.attributions, b=distinct, c=reached),
        "lines": lines,
        "rows": [_row(source, name, words) for source, name in zip(found.sources, names, strict=True)],
        "picture": pictures.ledger(found, names, strings["writer_row"]),
    }


def _row(source: Source, name: str, words: Catalogue) -> Page:
    return {
        "name": name,
        "kind": words.label(str(source.kind)),
        "icon": source.reach,
        "reach": words.strings[f"reach_{source.reach}"],
        "claims": list(source.claims),
        "numbers": _numbers(source.claims),
        "notes": " ".join(_notes(source, words)),
    }


def _notes(source: Source, words: Catalogue) -> list[str]:
    strings = words.strings
    found = []
    if source.issuer:
        found.append(strings["issued_by"].format(a=source.issuer))
    if source.second_hand:
        found.append(strings["second_hand"])
    if source.times > 1 and source.kind == "document":
        found.append(strings["same_document"].format(a=source.times))
    return found


def _numbers(claims: tuple[str, ...]) -> str:
    return ", ".join(c[1:] for c in claims)
