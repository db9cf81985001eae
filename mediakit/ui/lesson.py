"""What notebooks call: `lesson.exercise("pack/slug")`, `lesson.paste()`, and the same steps by code.

A click in the reader and a call such as `lesson.guess("c3", "unsourced")` go through the same door.
"""

from typing import Any

from mediakit import intake, lexicon, packs, scoring, session
from mediakit.model import Analysis, Exercise, MediakitError, Sheet
from mediakit.session import Session
from mediakit.ui import painting
from mediakit.ui.answers import AnswerFile
from mediakit.ui.reader import Reader


class Summary(str):
    """A line of text that a notebook shows without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class Lesson:
    """One article on the screen: the reader, the session behind it, and its answer file."""

    def __init__(
        self,
        name: str,
        title: str,
        analysis: Analysis,
        exercise: Exercise | None,
        *,
        everything: bool = False,
        kept: bool = True,
    ) -> None:
        self.analysis, self.exercise, self.kept = analysis, exercise, kept
        self.words = lexicon.load(analysis.language)
        sheet = exercise.key if exercise else scoring.sheet_of(analysis)
        asked = session.select(analysis, sheet, everything=everything)
        fresh = session.Session(name, session.fingerprint(analysis.text), asked)
        self.file = AnswerFile.of(name)
        self.session = self.file.resume(fresh, self.words) if kept else fresh
        self._painting = False
        self.reader = Reader(
            page=painting.page(title, analysis, self.session.claims, self.words, self._about()),
            guesses=painting.guesses(self.session),
            notice=self._notice(),
            on_commit=self._clicked_commit,
        )
        self.reader.observe(self._clicked, "guesses")
        if self.session.committed:
            self._show_answers()

    def _about(self) -> str:
        strings, text = self.words.strings, self.analysis.text
        about = strings["words_count"].format(a=len(self.analysis.claims), b=len(text.split()))
        if len(self.session.claims) < len(self.analysis.claims):
            about = f"{about}. {strings['selection'].format(a=len(self.session.claims), b=len(self.analysis.claims))}"
        return about

    def _notice(self) -> str:
        found = [self.words.notes[n] for n in self.analysis.notes if n != "no_attribution"]
        return " ".join([*([self.file.notice] if self.file.notice else []), *found])

    def guess(
        self,
        claim: str,
        verdict: str | None = None,
        kind: str | None = None,
        sure: str | None = None,
        *,
        need: str | None = None,
    ) -> Summary:
        """Guess one claim, as a click does: verdict, then source kind (or need), then how sure.

        Raises MediakitError for a claim or a word that there is not, and after the commit.
        """
        self._step(session.guess(self.session, claim, verdict, kind, need, sure))
        strings = self.words.strings
        done = len(self.session.claims) - len(self.session.missing())
        return Summary(strings["count"].format(a=done, b=len(self.session.claims)))

    def commit(self) -> Summary:
        """Close the guesses and show the machine's answers, the key and the feedback.

        Raises MediakitError naming the claims that have no guess yet.
        """
        if not self.session.committed:
            self._step(session.commit(self.session))
        self._show_answers()
        return Summary(self.reader.reveal["summary"])

    def feedback(self, claim: str) -> Summary:
        """The feedback on one claim as text. Raises MediakitError before the commit."""
        if not self.session.committed:
            raise MediakitError("The answers stay closed until you commit: lesson.commit().")
        if claim not in self.reader.reveal["claims"]:
            raise MediakitError(f"Claim {claim!r} was not asked. Claims: {', '.join(self.session.claims)}.")
        told = self.reader.reveal["claims"][claim]
        lines = [told["head"], *told["lines"], told["why_not"], told["tip"], told["machine_note"]]
        return Summary("\n".join(line for line in lines if line))

    @property
    def sheet(self) -> Sheet:
        """The student's answers so far."""
        return self.session.sheet

    def _step(self, after: Session) -> None:
        self.session = after
        if not self.kept or self.file.save(after, self.words):
            self.reader.saves += 1
        self.reader.notice = self._notice()
        self._painting = True
        self.reader.guesses = painting.guesses(after)
        self._painting = False

    def _show_answers(self) -> None:
        self.reader.reveal = painting.reveal(self.session, self.analysis, self.exercise, self.words)
        self.reader.phase = "compare"

    def _clicked(self, change: dict[str, Any]) -> None:
        """The page sent its sheet: take over what differs; what is no answer is dropped and the page repainted."""
        if self._painting:
            return
        after = self.session
        for claim, given in dict(change["new"]).items():
            try:
                after = _take(after, claim, given)
            except (MediakitError, AttributeError, TypeError):
                continue
        self._step(after)

    def _clicked_commit(self) -> None:
        try:
            self.commit()
        except MediakitError as error:
            self.reader.notice = str(error)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.reader._repr_mimebundle_(**kwargs)

    def __repr__(self) -> str:
        return repr(self.reader)


def _take(after: Session, claim: str, given: dict[str, str]) -> Session:
    """One claim of the page's sheet."""
    old = after.sheet.get(claim)
    if old is not None and painting.guesses(after).get(claim) == given:
        return after
    own = given.get("verdict") == "unsourced"
    detail = given.get("detail")
    return session.guess(
        after,
        claim,
        given.get("verdict"),
        None if own else detail,
        detail if own else None,
        given.get("sure"),
    )


_current: Lesson | None = None


def exercise(name: str, *, everything: bool = False) -> Lesson:
    """Show an exercise of a pack; it needs neither network nor the language model."""
    found = packs.load(name)
    return _open(Lesson(name, found.title, found.machine, found, everything=everything))


def article(text: str, *, everything: bool = False) -> Lesson:
    """Show any article given as text."""
    return _open(_read(text, everything=everything, kept=True))


def _read(text: str, *, everything: bool, kept: bool) -> Lesson:
    import mediakit

    found = intake.from_text(text)
    analysis = mediakit.analyze(found)
    name = f"pasted-{session.fingerprint(analysis.text)}"
    lesson = Lesson(name, "", analysis, None, everything=everything, kept=kept)
    if not lesson.session.claims:
        raise MediakitError(lesson.words.strings["paste_empty"])
    return lesson


def example(text: str) -> Lesson:
    """Show a worked example: like `article`, but nothing is saved, so that it begins anew on every run."""
    return _open(_read(text, everything=True, kept=False))


def paste(text: str | None = None, *, everything: bool = False) -> Any:
    """Show a box to paste an article into, and then the article; with `text` the article at once."""
    if text is not None:
        return article(text, everything=everything)
    from mediakit.ui.paste import Paste

    return Paste(article)


def guess(
    claim: str,
    verdict: str | None = None,
    kind: str | None = None,
    sure: str | None = None,
    *,
    need: str | None = None,
) -> Summary:
    """Guess one claim of the article that was opened last; see `Lesson.guess`."""
    return _last().guess(claim, verdict, kind, sure, need=need)


def commit() -> Summary:
    """Commit the guesses of the article that was opened last; see `Lesson.commit`."""
    return _last().commit()


def feedback(claim: str) -> Summary:
    """The feedback on one claim of the article that was opened last; see `Lesson.feedback`."""
    return _last().feedback(claim)


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
