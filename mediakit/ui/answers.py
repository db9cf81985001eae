"""The files beside the notebook: one student's answers to each article, and the progress over all of them.

Written at each step, read again after a restart; a file that cannot be used is put aside, never overwritten.
"""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit import codec, seals, session
from mediakit.catalogue import Catalogue
from mediakit.model import MediakitError, Progress, Record
from mediakit.session import Session

FOLDER = "answers"
PROGRESS = "progress.json"
NICKNAME = "nickname.txt"


def nickname(folder: Path | None = None) -> str:
    """The nickname or code that the student chose on this computer; empty without one."""
    path = (folder or Path.cwd()) / FOLDER / NICKNAME
    try:
        return session.nickname(codec.read_file(path)) if path.is_file() else ""
    except MediakitError:
        return ""  # somebody wrote another thing into the file


def set_nickname(name: str, folder: Path | None = None) -> str:
    """Keep a nickname for all lessons of this folder. Raises MediakitError for one that cannot be shown in a list."""
    chosen = session.nickname(name)
    codec.save((folder or Path.cwd()) / FOLDER / NICKNAME, chosen + "\n")
    return chosen


def put_aside(path: Path) -> Path:
    """Rename a file to a free name beside it. Raises OSError when the folder cannot be written."""
    number = 1
    while (aside := path.with_suffix(f".aside-{number}.json")).exists():
        number += 1
    return path.rename(aside)


@dataclass(slots=True)
class AnswerFile:
    """One student's answers to one article, as JSON; `notice` says what happened to it, for the student."""

    path: Path
    notice: str = ""
    attempt: str = ""
    chain: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, folder: Path | None = None) -> "AnswerFile":
        """The file of an exercise `pack/slug` or of a pasted article, in the folder `answers` beside the notebook."""
        return cls((folder or Path.cwd()) / FOLDER / f"{name.replace('/', '--')}.json")

    def resume(self, fresh: Session, words: Catalogue) -> Session:
        """The session of the file if there is one; a broken or foreign file is put aside and reported."""
        if not self.path.exists():
            return fresh
        try:
            old = codec.read_json(Record, codec.read_file(self.path), self.path.name)
            found = session.resume(fresh, old)
            self.attempt, self.chain = old.attempt, old.chain
        except MediakitError as error:
            self.notice = self._put_aside(str(error), words)
            return fresh
        if found.sheet.answers:
            self.notice = words.strings["came_back"].format(a=len(found.sheet.answers))
        return found

    def _put_aside(self, reason: str, words: Catalogue) -> str:
        try:
            aside = put_aside(self.path)
        except OSError as error:
            self.path = self.path.with_suffix(".new.json")
            return words.strings["save_failed"].format(a=error.strerror)
        return words.strings["put_aside"].format(a=self.path.name, b=reason, c=aside.name)

    def begin_again(self) -> None:
        """Keep the old answers under another name, so that the article can be done anew."""
        if self.path.exists():
            put_aside(self.path)

    def save(self, current: Session, words: Catalogue) -> bool:
        """Write the answers; False, with a notice, when the folder cannot be written.

        What another window wrote meanwhile is put aside first, so that neither loses anything.
        """
        try:
            self._keep_others(words)
            codec.save(self.path, codec.write_json(self.record(current)))
        except OSError as error:
            self.notice = words.strings["save_failed"].format(a=error.strerror or "no reason given")
            return False
        return True

    def _keep_others(self, words: Catalogue) -> None:
        """Put the file aside if it is not the one that was read or written here last."""
        if not self.path.exists():
            return
        try:
            there = codec.read_json(Record, codec.read_file(self.path), self.path.name).chain
        except MediakitError:
            there = ("?",)
        if there != self.chain:
            aside = put_aside(self.path)
            self.notice = words.strings["other_window"].format(a=aside.name)

    def record(self, current: Session) -> Record:
        """The session as it is handed in: with nickname, number of the attempt and one more seal."""
        self.attempt = self.attempt or secrets.token_hex(8)
        named = replace(session.record(current), student=nickname(self.path.parents[1]), attempt=self.attempt)
        sealed = seals.extend(named, self.chain)
        self.chain = sealed.chain
        return sealed


def closed(folder: Path | None = None) -> tuple[Record, ...]:
    """The closed sessions in order; none where there is no progress yet or its file is broken (it is put aside)."""
    path = (folder or Path.cwd()) / FOLDER / PROGRESS
    if not path.exists():
        return ()
    try:
        return codec.read_json(Progress, codec.read_file(path), path.name).sessions
    except MediakitError:
        put_aside(path)
        return ()


def close(current: Session, folder: Path | None = None) -> None:
    """Add a session to the progress, or take the place of itself when something was added to it later."""
    record = session.record(current)

    def same(old: Record) -> bool:
        return (old.exercise, old.fingerprint, old.answers) == (
            record.exercise,
            record.fingerprint,
            record.answers,
        )

    sessions = closed(folder)
    known = any(same(old) for old in sessions)
    after = tuple(record if same(old) else old for old in sessions) if known else (*sessions, record)
    if after != sessions:
        codec.save((folder or Path.cwd()) / FOLDER / PROGRESS, codec.write_json(Progress(after)))
