"""The teacher's editor: paste or open an article, correct the machine claim by claim, save, preview, build the lesson."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from mediakit import (
    authoring,
    building,
    catalogue,
    codec,
    drafting,
    export,
    intake,
    lint,
    markup,
    packs,
    painting,
    scoring,
    session,
)
from mediakit.catalogue import Catalogue
from mediakit.drafting import Draft, History
from mediakit.model import Analysis, Article, Exercise, MediakitError, Span
from mediakit.store import Kept, Store, store_is_there
from mediakit.taxonomy import QUESTIONS, USUAL

HERE = Path(__file__).parent
DRAFTS = "drafts"
LESSONS = "my-lessons"
Step = Callable[["Editor", dict[str, Any]], None]


class Editor(anywidget.AnyWidget):
    """A key in the making. `page` never changes for one article; `sheet` is the key so far by claim; `about` names the exercise.

    `findings` are what the linter says of the saved exercise, `preview` is the student's page, `notice` tells what happened.
    """

    _esm = f"{(HERE / 'parts.js').read_text(encoding='utf-8')}\n{(HERE / 'editor.js').read_text(encoding='utf-8')}"
    _css = HERE / "reader.css"
    words = traitlets.Dict().tag(sync=True)
    page = traitlets.Dict().tag(sync=True)
    sheet = traitlets.Dict().tag(sync=True)
    looked: traitlets.List[str] = traitlets.List().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    steps = traitlets.Dict().tag(sync=True)
    findings: traitlets.List[str] = traitlets.List().tag(sync=True)
    preview = traitlets.Unicode("").tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    objections: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)

    def __init__(self, words: Catalogue) -> None:
        super().__init__(words=words.strings)
        self._words = words
        self.analysis: Analysis | None = None
        self.history: History | None = None
        self.on_msg(self._receive)

    def _receive(self, _widget: object, content: object, buffers: Any) -> None:
        """A page asked for a step; what is wrong with it is told in the notice, and nothing is lost."""
        step = STEPS.get(str(content.get("do"))) if isinstance(content, dict) else None
        if step is None or not isinstance(content, dict):
            return
        try:
            step(self, content | {"data": bytes(buffers[0]) if buffers else b""})
        except MediakitError as error:
            self.notice = self._words.tell(error)
        except (KeyError, TypeError, AttributeError, ValueError):
            self.notice = self._words.tell(catalogue.problem("page_odd"))
        except OSError as error:
            self.notice = self._words.strings["edit_not_kept"].format(a=error.strerror or "?")

    # ---- an article

    def read(self, text: str) -> None:
        """Analyse an article, and take up the draft that was kept of it."""
        import mediakit

        article = intake.from_text(text)
        analysis = mediakit.analyze(article)
        if not analysis.claims:
            raise catalogue.problem("no_text", f="")
        fresh = Draft(analysis.text, tuple(replace(a, words=()) for a in scoring.sheet_of(analysis).answers))
        self._begin(analysis, self._kept(fresh))

    def edit(self, exercise: Exercise, about: dict[str, str]) -> None:
        """An exercise that is there already."""
        text = exercise.article.text
        fresh = Draft(text, exercise.key.answers, tuple(a.claim for a in exercise.key.answers))
        self._begin(
            exercise.machine, drafting.describe(fresh, title=exercise.title, name=exercise.slug, **about)
        )

    def _begin(self, analysis: Analysis, draft: Draft) -> None:
        self.analysis, self.history = analysis, History(draft)
        self.page = self._page(analysis)
        self.findings, self.preview = [], ""
        self._show()
        self._contested()

    def _page(self, analysis: Analysis) -> dict[str, Any]:
        article, machine = Article(analysis.text, analysis.language), scoring.sheet_of(analysis)
        claims = {Span(c.start, c.end): c.id for c in analysis.claims}
        texts = {i: analysis.text[s.start : s.end] for s, i in claims.items()}
        strings = self._words.strings
        told = {
            a.claim: strings["edit_machine"].format(a=painting.in_words(a, self._words), b=scoring.rule_line(article, a, self._words))
            for a in machine.answers
        }  # fmt: skip
        return {
            "paragraphs": [
                [{"id": claims[s], "n": int(claims[s][1:]), "text": texts[claims[s]], "machine": told[claims[s]]} for s in group]
                for group in markup.paragraphs(analysis.text, tuple(claims))
            ],
            "terms": painting.terms(self._words),
            "questions": [{"id": q, "text": self._words.questions[q], "own": q == "need"} for q in drafting.CHOICES],
            "asked": [{"id": q, "text": self._words.questions[q], "usual": q in USUAL} for q in QUESTIONS],
            "longest": drafting.TEXTS,
            "text_language": analysis.language,
        }  # fmt: skip

    @property
    def draft(self) -> Draft:
        if self.history is None:
            raise MediakitError(self._words.strings["edit_paste"])
        return self.history.now

    # ---- the draft

    def step(self, after: Draft) -> None:
        """Go on to another draft; it can be undone."""
        _ = self.draft
        assert self.history is not None
        self.history.step(after)
        self._show()
        self._keep()

    def again(self, back: bool) -> None:
        """Undo a step, or do it once more."""
        _ = self.draft
        assert self.history is not None
        (self.history.undo if back else self.history.redo)()
        self._show()
        self._keep()

    def _show(self) -> None:
        draft, history = self.draft, self.history
        assert history is not None
        self.sheet = {
            a.claim: painting.plain(a) | {"source": a.source or "", "why": a.why, "accept": list(a.accept)}
            for a in draft.answers
        }
        self.looked = list(draft.looked)
        self.about = {name: getattr(draft, name) for name in drafting.ABOUT}
        self.steps = {"undo": len(history.before), "redo": len(history.undone)}

    def _file(self, text: str) -> Path:
        return Path.cwd() / DRAFTS / f"{session.fingerprint(text)}.json"

    def _keep(self) -> None:
        """After every step, so that nothing is lost with the kernel."""
        codec.save(self._file(self.draft.text), codec.write_json(self.draft))

    def _kept(self, fresh: Draft) -> Draft:
        path = self._file(fresh.text)
        if not path.is_file():
            return fresh
        try:
            old = codec.read_json(Draft, codec.read_file(path), path.name)
        except MediakitError as error:
            self.notice = str(error)
            return fresh
        if old.text != fresh.text or [a.claim for a in old.answers] != [a.claim for a in fresh.answers]:
            return fresh
        self.notice = self._words.strings["edit_back"]
        return old

    # ---- the exercise and the lesson

    def save(self) -> None:
        """Write the exercise folder and say what the linter finds."""
        import mediakit

        draft, analysis = self.draft, self.analysis
        if not (draft.name and draft.title):
            raise MediakitError(self._words.strings["edit_unnamed"])
        assert analysis is not None
        top = Path.cwd() / packs.OWN
        folder = authoring.save_exercise(
            analysis, draft.sheet, packs.place(draft.name, top), draft.title, level=draft.level, licence=draft.licence, origin=draft.origin, again=True
        )  # fmt: skip
        found = lint.lint(top, folder.parent.name, mediakit.analyze, None)
        self.findings = [str(f) for f in found if draft.name in str(f) or "pack.toml" in str(f)]
        said = "edit_saved_but" if self.findings else "edit_saved"
        self.notice = self._words.strings[said].format(a=folder.relative_to(Path.cwd()).as_posix())

    def show_preview(self) -> None:
        """The exercise as the page that a student gets, with the key so far."""
        draft, analysis = self.draft, self.analysis
        assert analysis is not None
        made = Exercise(draft.name or "draft/draft", draft.title, Article(draft.text), analysis, draft.sheet)
        self.preview = export.page(made, self._words)

    def build(self, questions: tuple[str, ...], rounds: int, weigh: bool) -> None:
        """Save, then build the lesson beside the notebook."""
        self.save()
        draft = self.draft
        slug = draft.name.partition("/")[2]
        self.notice = self._words.strings["edit_building"]
        plan = building.Plan(
            draft.title, (draft.name,), questions or USUAL, rounds, weigh, language=self._words.code
        )
        written = building.build(plan, Path.cwd() / LESSONS / slug, slug)
        self.notice = self._words.strings["edit_built"].format(
            a=", ".join(f"{LESSONS}/{slug}/{p.name}" for p in written)
        )

    # ---- objections in the class store

    def _store(self) -> Store | None:
        """The class store, where there is one; the editor makes none."""
        return Store() if store_is_there() else None

    def _contested(self) -> None:
        store, name = self._store(), self.draft.name
        waiting = store.records(exercise=name) if store and name else ()
        self.objections = [
            {
                "id": f"{number}|{c.claim}",
                "claim": c.claim,
                "text": self._words.strings["edit_objection"].format(a=kept.student, b=painting.objection(c, self._words), c=c.words, d=c.reason),
            }
            for number, kept in enumerate(waiting)
            for c in kept.record.contests
            if not c.ruling
        ]  # fmt: skip
        self._waiting = waiting

    def rule(self, which: str, upheld: bool) -> None:
        """Decide on an objection; an upheld one goes into the draft with its reason."""
        if which not in {o["id"] for o in self.objections}:
            raise KeyError(which)
        number, _, claim = which.partition("|")
        store = self._store()
        assert store is not None
        kept = self._waiting[int(number)]
        contest = next(c for c in kept.record.contests if c.claim == claim)
        store.replace(
            Kept(
                kept.student, authoring.ruled(kept.record, claim, upheld=upheld), kept.received, kept.altered
            )
        )
        if upheld:
            detail = "need" if contest.verdict == "unsourced" else "kind"
            reason = f"“{contest.words}”: {contest.reason}"
            self.step(
                drafting.change(
                    self.draft,
                    claim,
                    {"verdict": contest.verdict, detail: contest.detail, "why": reason, "accept": []},
                )
            )
        self._contested()
        self.notice = self._words.strings["edit_ruled"]

    def __repr__(self) -> str:
        """The same on every run, so that a saved notebook can be compared with a new one."""
        return f"Editor({len(self.sheet)} claims, {len(self.looked)} decided)"


STEPS: dict[str, Step] = {
    "open": lambda e, asked: e.read(str(asked["text"])),
    "file": lambda e, asked: e.read(intake.from_bytes(asked["data"], Path(str(asked["name"])).name).text),
    "change": lambda e, asked: e.step(drafting.change(e.draft, str(asked["claim"]), dict(asked["given"]))),
    "about": lambda e, asked: e.step(drafting.describe(e.draft, **{str(k): str(v) for k, v in dict(asked["given"]).items()})),
    "undo": lambda e, _: e.again(True),
    "redo": lambda e, _: e.again(False),
    "save": lambda e, _: e.save(),
    "preview": lambda e, _: e.show_preview(),
    "close": lambda e, _: setattr(e, "preview", ""),
    "build": lambda e, asked: e.build(tuple(map(str, asked["questions"])), 2 if asked["rounds"] is True else 1, asked["weigh"] is True),
    "rule": lambda e, asked: e.rule(str(asked["id"]), asked["upheld"] is True),
}  # fmt: skip
"""What a page may ask for."""


def editor(name: str | None = None, language: str | None = None) -> Editor:
    """An editor with an empty box, or with the exercise `pack/slug` of one's own packs."""
    made = Editor(catalogue.load(language))
    if name is not None:
        exercise, pack = packs.find(name), packs.find_pack(name.partition("/")[0])
        made.edit(exercise, {"level": exercise.level, "licence": pack.licence, "origin": pack.origin})
    return made
