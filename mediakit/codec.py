"""The one border with JSON and TOML: reads, checks and writes the data of `model`.

Unknown keys are refused and every format carries its number, so that an old program says so
when it meets a new file. Nothing read here is ever executed.
"""

import json
import os
import sys
import tempfile
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from mediakit.model import Analysis, MediakitError, Progress, Record

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

T = TypeVar("T")
STRICT = ConfigDict(extra="forbid")
FORMATS = {Analysis: 1, Record: 3, Progress: 1}
"""The newest format of each class of `model`; a class elsewhere has its own FORMAT. Older ones are read, since what was added has a default."""
LARGEST_FILE = 20_000_000
"""Bytes; a record or a machine sheet of a long article stays far under it."""


def shipped(name: str, checkout: str | None = None) -> Path:
    """A folder that comes with the package: inside it when installed, `checkout` (or `name`) beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / (checkout or name)


_made: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a class, made once: making one takes longer than reading a file with it."""
    if kind not in _made:
        if is_dataclass(kind) and not hasattr(kind, "__pydantic_config__"):
            kind.__pydantic_config__ = STRICT  # type: ignore[union-attr]
        _made[kind] = TypeAdapter(kind)
    return _made[kind]


def plain(value: Any) -> Any:
    """A dataclass as lists, dictionaries and strings; spans become [start, end]."""
    return _adapter(type(value)).dump_python(value, mode="json")


def write_json(value: Any) -> str:
    """A dataclass as JSON text, with one line break at the end."""
    return json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n"


def schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON schema of a class of `model`."""
    return _adapter(kind).json_schema()


def read_json(kind: type[T], text: str, origin: str) -> T:
    """JSON text as `kind`; `origin` names the file in errors.

    Raises MediakitError when the text is no JSON, has another format number, or misses or adds keys.
    """
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:  # a number of more than 4,300 digits is a ValueError, too
        known = isinstance(error, json.JSONDecodeError)
        place = f"line {error.lineno}" if known else "too deep or too long"  # type: ignore[union-attr]
        raise MediakitError(
            f"{origin}, {place}: this is no valid JSON. Open an unchanged copy of the file."
        ) from None
    return from_plain(kind, raw, origin)


def from_plain(kind: type[T], raw: object, origin: str) -> T:
    """Lists and dictionaries as `kind`, checked like `read_json`."""
    newest = FORMATS.get(kind, getattr(kind, "FORMAT", None))
    if newest is not None:
        number = raw.get("format") if isinstance(raw, dict) else None
        if not isinstance(number, int) or number < 1:
            raise MediakitError(f"{origin}: this is no file of mediakit (it has no format number).")
        if number > newest:
            raise MediakitError(
                f"{origin}: format {number} is newer than this program, which knows format "
                f"{newest}. Install a newer mediakit."
            )
    try:
        made: T = _adapter(kind).validate_python(raw)
        return made
    except ValidationError as error:
        raise MediakitError(f"{origin}, {_first(error)}") from None


def _first(error: ValidationError) -> str:
    """The first problem in one line: place, what is wrong."""
    problem = error.errors(include_url=False)[0]
    place = " > ".join(str(part) for part in problem["loc"]) or "top"
    return f"{place}: {problem['msg'].lower()}."


def read_file(path: Path) -> str:
    """A UTF-8 text file of bounded size."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise MediakitError(f"{path.name}: larger than {LARGEST_FILE // 1_000_000} MB.")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise MediakitError(f"{path.name}, byte {error.start}: not UTF-8 text.") from None
    except OSError as error:
        raise MediakitError(f"{path.name}: cannot be read ({error.strerror}).") from None


def read_toml(path: Path, origin: str) -> dict[str, Any]:
    """A TOML file as dictionaries. Raises MediakitError with the line that is wrong."""
    text = read_file(path)
    try:
        table: dict[str, Any] = tomllib.loads(text)
        return table
    except (ValueError, RecursionError) as error:  # a number of more than 4,300 digits is a ValueError, too
        raise MediakitError(f"{origin}: {error}. Mend this line and load it again.") from None


def save(path: Path, text: str) -> None:
    """Write a text file whole or not at all, as UTF-8 with LF."""
    save_bytes(path, text.encode())


def save_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: temporary file, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def toml_string(text: str) -> str:
    """A TOML basic string; JSON's escapes are a subset of TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
