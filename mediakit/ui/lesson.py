"""What notebooks call: `lesson.exercise("pack/slug")`, `lesson.paste()`, and the same steps by code.

A click in the reader and a call such as `lesson.guess("c3", "unsourced")` go through the same door.
"""

from pathlib import Path
from typing import Any

from mediakit import catalogue, intake, packs, painting, scoring, session
from mediakit.model import Analysis, Contest, Exercise, MediakitError, Sheet
from mediakit.session import Session
from mediakit.ui import handing_in, outbox
from mediakit.ui.answers import AnswerFile, close
from mediakit.ui.plan import USUALLY, Plan, plan_of
from mediakit.ui.reader import Reader

MOST = 10_000
"""Words of an article in a lesson; the command line takes more."""


class Summary(str):
    """A line of text that a notebook shows without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class Lesson:
    """One article on the screen: the reader, the session behind it, and its answer file."""

    def __init__(
        self, name: str, title: str, analysis: Analysis, exercise: Exercise | None, plan: Plan = USUALLY
    ) -> None:
        self.analysis, self.exercise, self.plan = analysis, exercise, plan
        self.words = catalogue.load(plan.language)
        self.file = AnswerFile.of(name)
        fresh = self._fresh(name)
        if plan.again and plan.kept:
            self.file.begin_again()
        self.session = self.file.resume(fresh, self.words) if plan.kept else fresh
        self._painting = False
        hints = self.session.claims if plan.help == "half" else ()
        page = painting.page(title, analysis, self.session, self.words, self._about(), hints)
        self.reader = Reader(
            page=page | {"weigh": self.session.weigh, "contest": True, "worked": plan.help == "worked"},
            guesses=painting.guesses(self.session.sheet.answers),
            round=self.session.round,
            notice=self._notice(),
            tell=self.words.tell,
            steps={
                "commit": self._asked_to_commit,
                "move": lambda asked: self._step(
                    session.move(self.session, asked["claim"], asked["over"] is True)
                ),
                "finish": lambda _: self._step(session.finish(self.session)),
                "contest": self._contested,
                "read": lambda _: self._was_read(),
            },
        )
        self.reader.observe(self._clicked, "guesses")
        self._show()
        if plan.help == "worked" and not self.session.committed:
            self._work()

    def _fresh(self, name: str) -> Session:
        sheet = self.exercise.key if self.exercise else scoring.sheet_of(self.analysis)
        asked = session.select(self.analysis, sheet, everything=self.plan.everything)
        article = self.exercise.article if self.exercise else intake.from_text(self.analysis.text)
        questions, worked = tuple(self.plan.questions.split()), self.plan.help == "worked"
        return session.start(
            name, article, asked, questions=questions, rounds=1 if worked else self.plan.rounds,
            weigh=self.plan.weigh and not worked, support=self.plan.help,
        )  # fmt: skip

    def _work(self) -> None:
        """A worked example: the right answers are filled in, so that the feedback can be read. It counts once it was read."""
        right = painting.Reveal(self.analysis, self.exercise, self.words, self.session.questions)
        for claim in self.session.claims:
            given = painting.plain(right.right(claim))
            self.session = session.guess(self.session, claim, **{q: w for q, w in given.items() if q in self.session.questions}, sure="certain")  # fmt: skip
        self.session = session.commit(self.session)
        self._paint()

    def read(self) -> Summary:
        """Say that a worked example has been read; it then counts as a session."""
        self._was_read()
        return Summary(self.reader.notice)

    def _was_read(self) -> None:
        if self.plan.help == "worked" and self.plan.kept:
            self._step(self.session)
        self.reader.notice = self.words.strings["worked_kept"]

    def _about(self) -> str:
        strings, text = self.words.strings, self.analysis.text
        about = strings["words_count"].format(a=len(self.analysis.claims), b=len(text.split()))
        if len(self.session.claims) < len(self.analysis.claims):
            about = f"{about}. {strings['selection'].format(a=len(self.session.claims), b=len(self.analysis.claims))}"
        return about

    def _notice(self) -> str:
        found = [self.words.notes[n] for n in self.analysis.notes if n != "no_attribution"]
        if self.plan.help == "worked":
            found.append(self.words.strings["worked_about"])
        if self.session.first and not self.session.committed:
            found.append(self.words.strings["guess_again"])
        return " ".join([*([self.file.notice] if self.file.notice else []), *found])

    def guess(
        self,
        claim: str,
        verdict: str | None = None,
        kind: str | None = None,
        sure: str | None = None,
        *,
        need: str | None = None,
        quote: str | None = None,
        stance: str | None = None,
    ) -> Summary:
        """Guess one claim, as a click does: verdict, then source kind (or need), then how sure.

        Raises MediakitError for a claim or a word that there is not, and after the commit.
        """
        self._step(session.guess(self.session, claim, verdict=verdict, kind=kind, need=need, quote=quote, stance=stance, sure=sure))  # fmt: skip
        strings = self.words.strings
        done = len(self.session.claims) - len(self.session.missing())
        return Summary(strings["count"].format(a=done, b=len(self.session.claims)))

    def commit(self) -> Summary:
        """Close the guesses and show the machine's answers, the key and the feedback; of two rounds, close the first.

        Raises MediakitError naming the claims that have no guess yet.
        """
        self._commit()
        if not self.session.committed:
            return Summary(self.words.strings["guess_again"])
        return Summary(self.reader.reveal["summary"])

    def show_key(self) -> Summary:
        """End the weighing of the machine's answers, and show the key."""
        self._step(session.finish(self.session))
        return Summary(self.reader.reveal["summary"])

    def move(self, claim: str, *, over: bool = True) -> Summary:
        """While weighing: take over the machine's answer to a claim."""
        self._step(session.move(self.session, claim, over))
        return Summary(self.words.strings["weigh_take" if over else "weigh_keep"])

    def contest(self, claim: str, verdict: str, detail: str, words: str, reason: str) -> Summary:
        """Object to the machine's answer: another one, the words that decide, copied from the claim, and a reason."""
        self._contested(
            {"claim": claim, "verdict": verdict, "detail": detail, "words": words, "reason": reason}
        )
        return Summary(self.words.strings["contest_saved"])

    def feedback(self, claim: str) -> Summary:
        """The feedback on one claim as text. Raises MediakitError before the commit."""
        if self.session.phase != "compare":
            raise MediakitError("The answers stay closed until you commit: lesson.commit().")
        told = self.reader.reveal["claims"].get(claim)
        if told is None:
            raise MediakitError(f"Claim {claim!r} was not asked. Claims: {', '.join(self.session.claims)}.")
        lines = [told["head"], *told["lines"], *told["why_not"], told["tip"], told["style"], told["machine_note"], *told["machine_lines"]]  # fmt: skip
        return Summary("\n".join(line for line in lines if line))

    def report(self) -> Summary:
        """What your answers say of your reading, as text. Raises MediakitError before the commit."""
        if self.session.phase != "compare":
            raise MediakitError("The report is there once you have committed: lesson.commit().")
        told, ledger = self.reader.reveal["report"], self.reader.reveal["ledger"]
        rows = [" · ".join(cell for cell in row if cell) for row in (told["table"] or [])]
        return Summary("\n".join([told["lead"], *told["lines"], *rows, ledger["lead"]]))

    @property
    def sheet(self) -> Sheet:
        """The student's answers so far."""
        return self.session.sheet

    def _asked_to_commit(self, asked: dict[str, Any]) -> None:
        """The page sends its sheet along: the guesses that it sent as state may still be on their way."""
        after = self._taken(asked.get("guesses", {}))
        if after != self.session:
            self._step(after)
        self._commit()

    def _commit(self) -> None:
        if not self.session.committed:
            self._step(session.commit(self.session))

    def _contested(self, asked: dict[str, Any]) -> None:
        claim = next((c for c in self.analysis.claims if c.id == asked["claim"]), None)
        if claim is None:
            raise MediakitError(f"There is no claim {asked['claim']!r}.")
        verdict = session.answer_with(None, claim.id, {"verdict": str(asked["verdict"])}).verdict
        made = Contest(
            claim.id, verdict, str(asked["detail"]), str(asked["words"])[:300], str(asked["reason"])[:600]
        )
        article = intake.from_text(self.analysis.text)
        self._step(session.contest(self.session, article, claim, made))

    def _step(self, after: Session) -> None:
        self.session = after
        if not self.plan.kept or self._saved(after):
            self.reader.saves += 1
        self._paint()

    def _paint(self) -> None:
        """Bring the page to the session without taking that for a click."""
        self._painting = True
        self.reader.guesses = painting.guesses(self.session.sheet.answers)
        self._painting = False
        self._show()

    def _saved(self, after: Session) -> bool:
        """Write the answers, and into the progress what is closed; a notice tells when it fails."""
        if not self.file.save(after, self.words):
            return False
        try:
            if after.phase == "compare":
                close(after)
            if after.first or after.committed:
                outbox.post(self.file.record(after), self.file.path.parents[1])
        except OSError as error:
            self.file.notice = self.words.strings["save_failed"].format(a=error.strerror or "?")
            return False
        return True

    def _show(self) -> None:
        """Bring the reader to where the session is; what may not be seen yet is not sent."""
        self.reader.notice = self._notice()
        self.reader.round = self.session.round
        if self.session.committed:
            self.reader.reveal = painting.reveal(self.session, self.analysis, self.exercise, self.words)
            self.reader.phase = self.session.phase

    def _clicked(self, change: dict[str, Any]) -> None:
        """The page sent its sheet: take over what differs; what is no answer is dropped and the page repainted."""
        if not self._painting:
            self._step(self._taken(change["new"]))

    def _taken(self, guesses: dict[str, Any]) -> Session:
        after = self.session
        for claim, given in guesses.items():
            try:
                after = _take(after, claim, given)
            except (MediakitError, AttributeError, TypeError):
                continue
        return after

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.reader._repr_mimebundle_(**kwargs)

    def __repr__(self) -> str:
        return repr(self.reader)


def _take(after: Session, claim: str, given: dict[str, str]) -> Session:
    """One claim of the page's sheet."""
    old = after.sheet.get(claim)
    if old is not None and painting.plain(old) == given:
        return after
    return session.guess(after, claim, **{str(q): w for q, w in given.items()})


_current: Lesson | None = None
_bench: Any = None


def nickname(name: str) -> Summary:
    """Choose the nickname or code under which answers are handed in; a real name is never needed."""
    return Summary(handing_in.nickname(name))


def hand_in() -> Summary:
    """Say what to hand in: the answer files of what is committed, and their short codes."""
    return Summary(handing_in.hand_in())


points = handing_in.points


def exercise(name: str, **plan: Any) -> Lesson:
    """Show an exercise of a pack; it needs neither network nor the language model.

    `plan` may hold `questions` (such as "verdict kind quote stance"), `rounds` (1 or 2), `weigh`, `help`
    ("worked", "half" or "alone"), `everything` and `language`; see `Plan`.
    """
    found = packs.find(name)
    return _open(Lesson(name, found.title, found.machine, found, plan_of(plan)))


def article(text: str, **plan: Any) -> Lesson:
    """Show any article given as text; `plan` as for `exercise`."""
    return _open(_read(intake.from_text(text).text, plan_of(plan)))


def _read(text: str, plan: Plan) -> Lesson:
    import mediakit

    if len(words := text.split()) > MOST:
        raise catalogue.problem("text_many", a=f"{len(words):,}", b=f"{MOST:,}")
    analysis = mediakit.analyze(intake.from_text(text))
    name = f"pasted-{session.fingerprint(analysis.text)}"
    lesson = Lesson(name, "", analysis, None, plan)
    if not lesson.session.claims:
        raise MediakitError(lesson.words.strings["paste_empty"])
    return lesson


def example(text: str) -> Lesson:
    """Show a worked example: like `article`, but nothing is saved, so that it begins anew on every run."""
    return _open(_read(text, Plan(everything=True, kept=False)))


def bench(text: str | None = None, language: str | None = None) -> Any:
    """A bench on which one sentence can be changed: of `text`, or of the article that was opened last."""
    global _bench
    from mediakit.ui.bench import bench

    _bench = bench(_last().analysis.text if text is None else text, language)
    return _bench


def swap(claim: str, sentence: str) -> Summary:
    """Change one sentence on the bench that was opened last, as its button does."""
    if _bench is None:
        raise MediakitError("No bench is open. Open one first: lesson.bench(text).")
    found: Summary = _bench.swap(claim, sentence)
    return found


def outlets(table: str | Path, language: str | None = None) -> Any:
    """Compare the outlets of a table that `mediakit corpus` wrote: guess first, then look."""
    from mediakit.ui.outlets import compare

    return compare(table, language)


def open_file(path: str | Path, **plan: Any) -> Lesson:
    """Show an article from a file: .txt, .html, .docx or .pdf; `plan` as for `exercise`."""
    return _open(_read(intake.from_file(path).text, plan_of(plan)))


def paste(text: str | None = None, **plan: Any) -> Any:
    """Show a box to paste an article into or to open a file, and then the article; with `text` the article at once."""
    if text is not None:
        return article(text, **plan)
    from mediakit.ui.paste import Paste

    return Paste(lambda found, **more: article(found, **(plan | more)), catalogue.load(plan.get("language")))


def guess(
    claim: str,
    verdict: str | None = None,
    kind: str | None = None,
    sure: str | None = None,
    **more: str | None,
) -> Summary:
    """Guess one claim of the article that was opened last; see `Lesson.guess`."""
    return _last().guess(claim, verdict, kind, sure, **more)


def commit() -> Summary:
    """Commit the guesses of the article that was opened last; see `Lesson.commit`."""
    return _last().commit()


def feedback(claim: str) -> Summary:
    """The feedback on one claim of the article that was opened last; see `Lesson.feedback`."""
    return _last().feedback(claim)


def report() -> Summary:
    """The report on the article that was opened last; see `Lesson.report`."""
    return _last().report()


def _open(lesson: Lesson) -> Lesson:
    global _current
    _current = lesson
    return lesson


def _last() -> Lesson:
    if _current is None:
        raise MediakitError(
            'No article is open. Open one first: lesson.exercise("pack/slug") or lesson.paste().'
        )
    return _current
