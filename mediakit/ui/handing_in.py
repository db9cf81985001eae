"""How a student hands in: a nickname, the answer file with its short code, and points where a teacher's notebook asks for them."""

from pathlib import Path

from mediakit import catalogue, codec, codes, handout, packs
from mediakit.handout import Scheme
from mediakit.model import MediakitError, Record
from mediakit.ui import answers


def nickname(name: str) -> str:
    """Choose the nickname or code under which answers are handed in; a real name is never needed."""
    return catalogue.load().strings["nickname_kept"].format(a=answers.set_nickname(name))


def records(folder: Path | None = None) -> dict[Path, Record]:
    """The answer files beside the notebook, those that can be read."""
    found = {}
    for path in sorted(((folder or Path.cwd()) / answers.FOLDER).glob("*--*.json")):
        try:
            found[path] = codec.read_json(Record, codec.read_file(path), path.name)
        except MediakitError:
            continue  # the lesson puts such a file aside and says so
    return found


def hand_in() -> str:
    """What to hand in: each committed article's file, and the code that says the same."""
    strings, lines = catalogue.load().strings, []
    for path, record in records().items():
        if record.committed and ".aside-" not in path.name:
            lines.append(
                strings["hand_in_line"].format(a=f"{answers.FOLDER}/{path.name}", b=codes.write(record))
            )
    return "\n".join(lines) or strings["hand_in_none"]


def points(name: str, **scheme: float) -> float:
    """Points for an exercise by the teacher's scheme, for a gradebook such as nbgrader's; 0.0 before the commit."""
    path = Path.cwd() / answers.FOLDER / f"{name.replace('/', '--')}.json"
    record = records().get(path)
    return handout.points(record, packs.find, Scheme(**scheme)) if record is not None else 0.0
