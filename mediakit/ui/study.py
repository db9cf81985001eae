"""Studying alone: what to do next, from the progress file in the answer folder. No account, nothing leaves this computer."""

from mediakit import catalogue, packs, progress, report, telling
from mediakit.model import MediakitError
from mediakit.report import Row
from mediakit.ui import answers, lesson
from mediakit.ui.lesson import Lesson, Summary


def history() -> tuple[list[tuple[Row, ...]], list[str]]:
    """The rows of each session on a keyed exercise, and the help that was given in it."""
    rows, helped = [], []
    for record in answers.closed():
        try:
            exercise = packs.load(record.exercise)
        except MediakitError:
            continue  # a pasted article has no key
        if found := report.rows(record, exercise.machine, exercise):
            rows.append(found)
            helped.append(record.help)
    return rows, helped


def plan(pack: str | None = None) -> progress.Next | None:
    """What comes next, in one pack or in all."""
    found = [p for p in packs.list_packs() if pack == p.slug or (pack is None and p.form == "article")]
    slugs = [f"{p.slug}/{e}" for p in found for e in p.exercises]
    return progress.choose(*history(), (packs.load(slug) for slug in slugs))


def next_step(pack: str | None = None, language: str | None = None) -> Summary:
    """One or two sentences: what to do next, and why."""
    words, found = catalogue.load(language), plan(pack)
    strings = words.strings
    lines = []
    if found is None:
        return Summary(strings["next_done"])
    title = packs.load(found.exercise).title
    if found.because == "start":
        lines.append(strings["next_start"].format(a=title))
    else:
        share = found.right / found.of if found.of else 0
        sort = "harder" if share > progress.HIGH else "easier" if share < progress.LOW else "same"
        lines.append(strings[f"next_{sort}"].format(a=found.right, b=found.of))
        if found.because == "review":
            ago = strings["missed_last"] if found.ago == 1 else strings["missed_ago"].format(a=found.ago)
            lines.append(strings["next_review"].format(a=words.label(found.kind), b=ago))
        lines.append(strings["next_exercise"].format(a=title, b=strings[f"next_help_{found.help}"]))
    return Summary(" ".join(lines))


def go(pack: str | None = None, language: str | None = None) -> Lesson | Summary:
    """Open what comes next; when all is done, say so."""
    found = plan(pack)
    if found is None:
        return next_step(pack, language)
    return lesson.exercise(found.exercise, help=found.help, language=language)


def summary(language: str | None = None) -> Summary:
    """The report over all exercises done so far, as text."""
    rows, helped = history()
    own = [r for found, given in zip(rows, helped, strict=True) if given != "worked" for r in found]
    words = catalogue.load(language)
    if not own:
        return Summary(words.strings["report_empty"])
    told = telling.report(report.summarize(own), words)
    table = [
        " · ".join(cell for cell in row if cell) for row in (told["table"] or []) + (told["levels"] or [])
    ]
    return Summary("\n".join([told["lead"], *told["lines"], *table]))
