"""Whatever a person has of an article, as an `Article`; the text is decoded once and never repaired."""

from pathlib import Path

from mediakit.model import Article, MediakitError

LONGEST = 1_000_000
"""Characters; a long magazine piece has 60,000."""
KNOWN = (".txt", ".text", ".md", "")


def from_text(text: str, language: str = "en") -> Article:
    """Pasted text. A byte order mark goes, CRLF and CR become LF, nothing else changes.

    Raises MediakitError for text longer than `LONGEST`.
    """
    if len(text) > LONGEST:
        raise MediakitError(
            f"The pasted text has {len(text):,} characters; {LONGEST:,} is the most. Paste a part."
        )
    return Article.of(text, language)


def from_bytes(data: bytes, name: str, language: str = "en") -> Article:
    """UTF-8 bytes of a text file called `name`. Raises MediakitError naming the first bad byte."""
    if b"\0" in data[:4096]:
        raise MediakitError(
            f"{name}: this is not a text file. Save the article as plain text (.txt), "
            "or copy its text and paste it."
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise MediakitError(
            f"{name}, line {line}, byte {error.start}: not UTF-8 text. "
            "Save the file with the encoding UTF-8, or paste the text."
        ) from None
    return from_text(text, language)


def from_file(path: str | Path, language: str = "en") -> Article:
    """A UTF-8 `.txt` file. Raises MediakitError when it cannot be read as text."""
    path = Path(path)
    if path.is_dir():
        raise MediakitError(f"{path}: this is a folder. Name a text file.")
    if path.suffix.lower() not in KNOWN:
        raise MediakitError(
            f"{path}: files of the type {path.suffix} cannot be opened yet. "
            "Save the article as plain text (.txt), or paste its text."
        )
    try:
        if path.stat().st_size > 4 * LONGEST:
            raise MediakitError(f"{path}: the file is too large. Keep a part of it.")
        return from_bytes(path.read_bytes(), str(path), language)
    except FileNotFoundError:
        raise MediakitError(f"{path}: there is no such file. Check the name.") from None
    except OSError as error:
        raise MediakitError(f"{path}: cannot be read ({error.strerror}).") from None
