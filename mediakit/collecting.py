"""Reads what a class hands in: answer files, folders of them, zip archives, and lists of short codes.

Whoever made a file may have changed it. Nothing in it is executed, its size is bounded, and a bad one is named with
its reason while the others go in.
"""

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from mediakit import codec, codes, packs, session
from mediakit.classroom import Hand
from mediakit.model import Exercise, MediakitError, Record
from mediakit.store import Kept, Store
from mediakit.taxonomy import USUAL

LARGEST = 2_000_000
"""Bytes of one answer file; the longest article that a lesson takes stays under a tenth of it."""
MOST_FILES = 5_000
ARCHIVE = 200_000_000
"""Bytes that an archive may hold in all, unpacked."""
LISTS = (".csv", ".txt")
UNREADABLE = (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, IndexError)
"""What Python raises over an archive that is broken, or whose names are no text or empty."""
OWN_FILES = ("progress.json", "nickname.txt")
"""What lies beside the answers and is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """One hand-in: its file, the student it is counted for, and its record, or why there is none."""

    file: str
    student: str = ""
    record: Record | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one hand-in: `new`, `same`, `later`, `earlier`, `altered` (all of `Store.add`), or `refused` with a reason."""

    file: str
    state: str
    student: str = ""
    exercise: str = ""
    reason: str = ""


class Shelf:
    """The exercises that are here, each loaded once; `questions` are those that short codes answer."""

    def __init__(self, questions: tuple[str, ...] = USUAL) -> None:
        self.questions = questions
        self._loaded: dict[str, Exercise | None] = {}
        self._marks: dict[str, str] | None = None

    def find(self, name: str) -> Exercise | None:
        """An exercise by name, of the teacher's own packs or of the shipped ones; None if it is not here."""
        if name not in self._loaded:
            try:
                self._loaded[name] = packs.find(name)
            except MediakitError:
                self._loaded[name] = None
        return self._loaded[name]

    def by_mark(self, mark: str) -> Exercise | None:
        """The exercise whose article has this mark in its codes."""
        if self._marks is None:
            here = [e for name in packs.names() if (e := self.find(name)) is not None]
            self._marks = {codes.mark(session.fingerprint(e.article.text)): e.slug for e in here}
        name = self._marks.get(mark)
        return self.find(name) if name else None


def hands(kept: tuple[Kept, ...]) -> list[Hand]:
    """The records of a store in the order in which they came in."""
    return [Hand(k.student, k.record, k.altered) for k in kept]


def add(
    store: Store, paths: Iterable[Path], received: str, questions: tuple[str, ...] = USUAL
) -> tuple[Outcome, ...]:
    """Put everything that `paths` hold into the store. `received` is a time in UTC, ISO 8601; `questions` are those of the codes."""
    shelf = Shelf(questions)
    return tuple(_put(store, found, received) for path in paths for found in read(path, shelf))


def _put(store: Store, found: Found, received: str) -> Outcome:
    if found.record is None:
        return Outcome(found.file, "refused", found.student, reason=found.reason)
    state = store.add(found.student, found.record, received)
    return Outcome(found.file, state, found.student, found.record.exercise)


def read(path: Path, shelf: Shelf) -> Iterator[Found]:
    """Every hand-in of a file, a folder or a zip archive, in order of their names."""
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if _is_hand_in(PurePosixPath(p.as_posix())))
        for file in files[:MOST_FILES]:
            folder = file.parent.name if file.parent != path and file.parent.name != "answers" else ""
            yield from _read_file(file, folder or _above(file, path), shelf)
        if len(files) > MOST_FILES:
            yield Found(
                str(path), reason=f"more than {MOST_FILES:,} files; give a smaller folder for the rest"
            )
    elif path.suffix.lower() == ".zip":
        yield from _read_zip(path, shelf)
    else:
        yield from _read_file(path, "", shelf)


def _above(file: Path, top: Path) -> str:
    """The folder over `answers`, where a student's whole folder was handed in."""
    over = file.parent.parent
    return over.name if file.parent.name == "answers" and file.parent != top and over != top else ""


def _is_hand_in(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part not in (".", ".."))
    return path.suffix.lower() in (".json", *LISTS) and path.name not in OWN_FILES and not hidden


def _read_file(path: Path, folder: str, shelf: Shelf) -> Iterator[Found]:
    name = f"{folder}/{path.name}" if folder else path.name
    try:
        if path.is_symlink():
            raise MediakitError("a link, which may lead anywhere; copy the file itself")
        if not path.is_file():
            raise MediakitError("this is no file" if path.exists() else "there is no such file")
        if path.stat().st_size > LARGEST:
            raise MediakitError(f"larger than {LARGEST // 1_000_000} MB; an answer file is far smaller")
        data = path.read_bytes()
    except MediakitError as error:
        yield Found(name, folder, reason=str(error))
    except OSError as error:
        yield Found(name, folder, reason=f"cannot be read ({error.strerror})")
    else:
        yield from _read_data(data, name, folder, shelf)


def _read_zip(path: Path, shelf: Shelf) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [
                i for i in archive.infolist() if not i.is_dir() and _is_hand_in(PurePosixPath(i.filename))
            ]
            if len(infos) > MOST_FILES or sum(i.file_size for i in infos) > ARCHIVE:
                raise MediakitError("holds more than a class can hand in; unpack it and give the folder")
            for info in sorted(infos, key=lambda i: i.filename):
                inside = PurePosixPath(info.filename)
                folder = next((p for p in reversed(inside.parent.parts) if p != "answers"), "")
                yield from _read_member(archive, info, f"{path.name}: {inside}", folder, shelf)
    except MediakitError as error:
        yield Found(path.name, reason=str(error))
    except UNREADABLE:
        yield Found(path.name, reason="this is no zip archive that can be read")


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, folder: str, shelf: Shelf
) -> Iterator[Found]:
    try:
        with archive.open(info) as file:
            data = file.read(LARGEST + 1)
    except (RuntimeError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError):
        yield Found(name, folder, reason="damaged or locked with a password")
        return
    if len(data) > LARGEST:
        yield Found(
            name, folder, reason=f"larger than {LARGEST // 1_000_000} MB; an answer file is far smaller"
        )
    else:
        yield from _read_data(data, name, folder, shelf)


def _read_data(data: bytes, name: str, folder: str, shelf: Shelf) -> Iterator[Found]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Found(name, folder, reason=f"byte {error.start}: this is no UTF-8 text")
        return
    if PurePosixPath(name).suffix.lower() in LISTS:
        yield from _read_list(text, name, shelf)
        return
    try:
        record = codec.read_json(Record, text, "the file")
        session.check(record)
        _fits(record, shelf)
        student = session.nickname(record.student or folder or PurePosixPath(name).stem)
        yield Found(name, student, record)
    except MediakitError as error:
        yield Found(name, folder, reason=str(error))


def _fits(record: Record, shelf: Shelf) -> None:
    """An exercise that is here must be the one that was answered."""
    exercise = shelf.find(record.exercise)
    if exercise is None:
        return
    if session.fingerprint(exercise.article.text) != record.fingerprint:
        raise MediakitError(f"{record.exercise}: it was answered over another text than the one that is here")
    if unknown := set(record.claims) - {c.id for c in exercise.machine.claims}:
        raise MediakitError(f"{record.exercise}: there is no claim {min(unknown)}")


# ---- short codes


def _read_list(text: str, name: str, shelf: Shelf) -> Iterator[Found]:
    """A line a student: nickname and code, parted by a comma, a semicolon or a tab."""
    rows = csv.reader(io.StringIO(text.replace(";", ",").replace("\t", ",")))
    try:
        for number, row in enumerate(rows, 1):
            cells = [cell.strip() for cell in row if cell.strip()]
            if cells and not (number == 1 and codes.HEAD not in "".join(cells).upper()):
                yield _read_code(cells, f"{name}, line {number}", shelf)
    except csv.Error:
        yield Found(name, reason="this is no list of lines with a name and a code")


def _read_code(cells: list[str], place: str, shelf: Shelf) -> Found:
    if len(cells) != 2:
        return Found(place, reason="a line must hold a nickname, a comma and a code")
    try:
        student = session.nickname(cells[0])
        return Found(place, student, from_code(cells[1], shelf))
    except MediakitError as error:
        return Found(place, cells[0][: session.LONGEST_NAME], reason=str(error))


def from_code(code: str, shelf: Shelf) -> Record:
    """The record of a short code; the exercise is found by the mark in the code. Raises MediakitError."""
    digits = codes.digits_of(code)
    exercise = shelf.by_mark(digits[: codes.MARK])
    if exercise is None:
        raise MediakitError(
            "The code belongs to no exercise that is here. Copy its pack into the folder my-exercises."
        )
    asked = session.select(exercise.machine, exercise.key)
    opened = session.start(exercise.slug, exercise.article, asked, questions=shelf.questions)
    number = hashlib.sha256(digits.encode()).hexdigest()[:16]
    return replace(codes.read(code, session.record(opened)), attempt=f"code-{number}")
