"""A class as one file: every record, to be put into the store of another computer without loss."""

import io
import json
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from mediakit import codec, session
from mediakit.model import MediakitError
from mediakit.store import Kept, Store

FORMAT = 1
MEMBER = "records.jsonl"
LARGEST = 500_000_000
"""Bytes, unpacked."""


def pack(kept: Iterable[Kept]) -> bytes:
    """Every record as one zip file that `unpack` puts into another store without loss."""
    lines = [json.dumps({"format": FORMAT}), *(json.dumps(codec.plain(k), ensure_ascii=False) for k in kept)]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        entry = zipfile.ZipInfo(MEMBER, (1980, 1, 1, 0, 0, 0))  # the same records give the same file
        file.writestr(entry, "\n".join(lines) + "\n", zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpack(path: Path, store: Store) -> dict[str, int]:
    """Put an archive into a store; how many records came to which state. Raises MediakitError for what is no archive."""
    counts: dict[str, int] = {}
    for number, line in enumerate(_lines(path), 2):
        place = f"{path.name}, line {number}"
        kept = codec.read_json(Kept, line, place)
        try:
            session.check(kept.record)
        except MediakitError as error:
            raise MediakitError(f"{place}: {error}") from None
        state = store.restore(kept)
        counts[state] = counts.get(state, 0) + 1
    return counts


def _lines(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as file:
            info = file.getinfo(MEMBER)
            if info.file_size > LARGEST:
                raise MediakitError(f"{path.name}: larger than {LARGEST // 1_000_000} MB.")
            lines = file.read(info).decode("utf-8").splitlines()
    except MediakitError:
        raise
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, RuntimeError):
        raise MediakitError(
            f"{path.name}: this is no class archive. Give the file that `class export` wrote."
        ) from None
    try:
        number = json.loads(lines[0])["format"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise MediakitError(f"{path.name}: this is no class archive (it has no format number).") from None
    if number != FORMAT:
        raise MediakitError(
            f"{path.name}: format {number!r} is not known here, only {FORMAT}. Install a newer mediakit."
        )
    return lines[1:]
