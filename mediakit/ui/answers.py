"""The answer file beside the notebook: written at each step, read again after a restart, never overwritten when odd."""

from dataclasses import dataclass
from pathlib import Path

from mediakit import codec, session
from mediakit.lexicon import Lexicon
from mediakit.model import MediakitError, Record
from mediakit.session import Session

FOLDER = "answers"


@dataclass(slots=True)
class AnswerFile:
    """One student's answers to one article, as JSON; `notice` says what happened to it, for the student."""

    path: Path
    notice: str = ""

    @classmethod
    def of(cls, name: str, folder: Path | None = None) -> "AnswerFile":
        """The file of an exercise `pack/slug` or of a pasted article, in the folder `answers` beside the notebook."""
        return cls((folder or Path.cwd()) / FOLDER / f"{name.replace('/', '--')}.json")

    def resume(self, fresh: Session, words: Lexicon) -> Session:
        """The session of the file if there is one; a broken or foreign file is put aside and reported."""
        if not self.path.exists():
            return fresh
        try:
            old = codec.read_json(Record, codec.read_file(self.path), self.path.name)
            found = session.resume(fresh, old)
        except MediakitError as error:
            self.notice = self._put_aside(str(error), words)
            return fresh
        if found.sheet.answers:
            self.notice = words.strings["came_back"].format(a=len(found.sheet.answers))
        return found

    def _put_aside(self, reason: str, words: Lexicon) -> str:
        number = 1
        while (aside := self.path.with_suffix(f".aside-{number}.json")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError as error:
            self.path = self.path.with_suffix(f".new-{number}.json")
            return words.strings["save_failed"].format(a=error.strerror)
        return words.strings["put_aside"].format(a=self.path.name, b=reason, c=aside.name)

    def save(self, current: Session, words: Lexicon) -> bool:
        """Write the answers; False, with a notice, when the folder cannot be written."""
        try:
            codec.save(self.path, codec.write_json(session.record(current)))
        except OSError as error:
            self.notice = words.strings["save_failed"].format(a=error.strerror or "no reason given")
            return False
        return True
