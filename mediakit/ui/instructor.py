"""For teachers: look inside an analysis, correct it, and make it the key of an exercise."""

from dataclasses import replace
from datetime import datetime, timezone
from html import escape
from pathlib import Path
from typing import Any

from mediakit import (
    authoring,
    building,
    catalogue,
    classroom,
    collecting,
    drafting,
    export,
    packs,
    painting,
    scoring,
)
from mediakit.collecting import Shelf, hands
from mediakit.model import Analysis, Answer, Article, MediakitError, text_of
from mediakit.store import Store, store_is_there
from mediakit.taxonomy import Verdict
from mediakit.ui.editor import Editor, editor
from mediakit.ui.lesson import Summary


class Draft:
    """An article's claims with the machine's answers, to be corrected into a key."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sheet = scoring.sheet_of(analysis)
        self.corrected: set[str] = set()

    def correct(
        self,
        claim: str,
        verdict: str | None = None,
        detail: str | None = None,
        why: str = "",
        accept: tuple[str, ...] = (),
    ) -> Summary:
        """Set verdict, kind (or need) and the reason for one claim. Raises MediakitError naming what is no answer."""
        draft = drafting.Draft(self.analysis.text, self.sheet.answers)
        old = self.sheet.get(claim)
        own = (verdict or (old.verdict if old else "")) == Verdict.UNSOURCED
        given = {"verdict": verdict, "need" if own else "kind": detail}
        new = drafting.change(
            draft, claim, {q: w for q, w in given.items() if w} | {"accept": accept}
        ).sheet.get(claim)
        assert new is not None
        assert old is not None
        same = (new.verdict, new.kind, new.need) == (old.verdict, old.kind, old.need)
        new = replace(
            new, why=why or (old.why if same else ""), accept=new.accept or (old.accept if same else ())
        )
        self.sheet = self.sheet.put(new)
        self.corrected.add(claim)
        return Summary(f"{claim}: {_answer_words(new)}")

    def save(self, name: str, title: str, folder: str = "my-exercises") -> Summary:
        """Write the exercise `pack/slug` into a folder beside the notebook."""
        authoring.save_exercise(self.analysis, self.sheet, packs.place(name, Path(folder)), title)
        return Summary(
            f"Saved {name} with {len(self.sheet.answers)} claims, {len(self.corrected)} of them corrected, in the folder {folder}."
        )

    def _repr_html_(self) -> str:
        """The claims as a table that needs no widget; text from the article is escaped."""
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in self._rows()
        )
        head = "".join(f'<th scope="col">{h}</th>' for h in ("Claim", "Text", "Answer", "Source", "Why"))
        return f"<table><caption>What the machine found, and what was corrected</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _rows(self) -> list[tuple[str, ...]]:
        words = catalogue.load()
        article = Article(self.analysis.text, self.analysis.language)
        rows: list[tuple[str, ...]] = []
        for claim in self.analysis.claims:
            answer = self.sheet.get(claim.id)
            assert answer is not None
            mark = f"{claim.id} (corrected)" if claim.id in self.corrected else claim.id
            why = answer.why or (
                "" if claim.id in self.corrected else scoring.rule_line(article, answer, words)
            )
            rows.append(
                (
                    mark,
                    text_of(self.analysis.text, (claim.span,)),
                    _answer_words(answer),
                    answer.source or "",
                    why,
                )
            )
        return rows

    def __repr__(self) -> str:
        return f"Draft({len(self.analysis.claims)} claims, {len(self.analysis.attributions)} attributions, {len(self.corrected)} corrected)"


def _answer_words(answer: Answer) -> str:
    return painting.in_words(answer, catalogue.load())


_current: list[Draft] = []


def edit(name: str | None = None, language: str | None = None) -> Editor:
    """The editor: an empty box for an article, or an exercise `pack/slug` of your own packs."""
    return editor(name, language)


def look(text: str) -> Draft:
    """Analyse an article and show every claim with the machine's answer and its reason."""
    import mediakit

    _current[:] = [Draft(mediakit.analyze(text))]
    return _current[0]


def correct(
    claim: str,
    verdict: str | None = None,
    detail: str | None = None,
    why: str = "",
    accept: tuple[str, ...] = (),
) -> Summary:
    """Correct one claim of the article that was looked at last; see `Draft.correct`."""
    return _last().correct(claim, verdict, detail, why, accept)


def save(name: str, title: str, folder: str = "my-exercises") -> Summary:
    """Make the article that was looked at last an exercise; see `Draft.save`."""
    return _last().save(name, title, folder)


def rule(name: str, answers: str, claim: str, *, upheld: bool, folder: str = "my-exercises") -> Summary:
    """Decide on a student's objection to the machine; if upheld, the key of `pack/slug` in `folder` takes it over."""
    new = authoring.rule(Path(folder) / name, Path(answers), claim, upheld=upheld)
    return Summary(f"{claim}: the key says {_answer_words(new)}.")


def build(*exercises: str, folder: str = "my-lessons/lesson", title: str = "", **plan: Any) -> Summary:
    """Build a lesson from exercises: notebooks, pages and sheets in `folder`.

    `plan` may hold `questions` (words parted by blanks), `rounds`, `weigh`, `help`, `minutes`, `aim`, `language` and
    `nbgrader`; see `building.Plan`. Raises MediakitError naming what cannot be.
    """
    allowed = {"questions", "rounds", "weigh", "help", "minutes", "aim", "language", "nbgrader"}
    if unknown := sorted(set(plan) - allowed):
        raise MediakitError(
            f"A lesson has no setting {unknown[0]!r}; there are: {', '.join(sorted(allowed))}."
        )
    if "questions" in plan:
        plan["questions"] = tuple(plan["questions"].split())
    if not exercises:
        raise MediakitError('Name one exercise or more: instructor.build("who-says-so/night-ferry").')
    made = building.Plan(title or packs.find(exercises[0]).title, exercises, **plan)
    written = building.build(made, Path(folder))
    return Summary("\n".join(path.as_posix() for path in written))


def collect(*paths: str) -> Summary:
    """Put files, folders, zip archives or lists of codes into the class store; what is wrong with one is told."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    found = collecting.add(Store(), [Path(path) for path in paths], now)
    lines = [f"{o.file}: {o.reason or o.state}" for o in found if o.state in ("refused", "altered")]
    good = sum(o.state in ("new", "later") for o in found)
    return Summary("\n".join([*lines, f"{good} new, {len(found)} read."]))


class ClassPage:
    """The class as a page that a notebook shows in a frame of its own; it runs no script."""

    def __init__(self, html: str, students: int) -> None:
        self.html, self.students = html, students

    def _repr_html_(self) -> str:
        return f'<iframe title="The class" sandbox="" srcdoc="{escape(self.html)}" style="width:100%;height:50rem;border:0"></iframe>'

    def __repr__(self) -> str:
        return f"ClassPage({self.students} students)"


def see(*, names: bool = False, language: str | None = None) -> ClassPage | Summary:
    """The class from the store: what to discuss first, every claim, what is taken for what, rounds, students."""
    if not store_is_there():
        return Summary('The class store is empty. Put answers in first: instructor.collect("FOLDER").')
    found = classroom.view(hands(Store().records()), Shelf().find)
    return ClassPage(export.class_page(found, catalogue.load(language), names=names), len(found.students))


def _last() -> Draft:
    if not _current:
        raise MediakitError("No article is open. Open one first: instructor.look(text).")
    return _current[0]
