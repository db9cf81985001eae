"""Whatever a person has of an article, as an `Article`: pasted text, .txt, a saved page, .docx, .pdf.

A file is data: nothing in it is run or fetched, and what it may grow to is bounded before it is unpacked.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from mediakit.model import Article, MediakitError

LONGEST = 1_000_000
"""Characters; a long magazine piece has 60,000."""
LARGEST = 20_000_000
"""Bytes of a file; saved pages and documents with pictures stay under it."""
UNPACKED = 100_000_000
"""Bytes that a .docx may hold once unpacked."""
PAGES = 60
FEWEST = 8
"""Words; what is shorter is a menu, or a page that is a picture."""
FOREIGN = 0.25
"""Share of bytes over 127; Western texts have a few accents and marks, others are made of such bytes."""
BYTE_ORDER = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def from_text(text: str, language: str = "en") -> Article:
    """Pasted text. A byte order mark goes, CRLF and CR become LF, nothing else changes.

    Raises MediakitError for text longer than `LONGEST`.
    """
    if len(text) > LONGEST:
        raise MediakitError(
            f"The text has {len(text):,} characters; {LONGEST:,} is the most. Use a part of it."
        )
    return Article.of(text, language)


def from_file(path: str | Path, language: str = "en") -> Article:
    """A file of a type in `READERS`. Raises MediakitError naming the file, what is wrong and the repair."""
    path = Path(path)
    if path.is_dir():
        raise MediakitError(f"{path}: this is a folder. Name a file.")
    try:
        if path.stat().st_size > LARGEST:
            raise MediakitError(f"{path}: {_too_large(path.stat().st_size)}")
        return from_bytes(path.read_bytes(), str(path), language)
    except FileNotFoundError:
        raise MediakitError(f"{path}: there is no such file. Check the name.") from None
    except OSError as error:
        raise MediakitError(f"{path}: cannot be read ({error.strerror}).") from None


def _too_large(size: int) -> str:
    return f"the file has {size / 1e6:.0f} MB; {LARGEST // 1_000_000} MB is the most. Copy the article's text and paste it."


def from_bytes(data: bytes, name: str, language: str = "en") -> Article:
    """The bytes of a file called `name`. Raises MediakitError naming the file, what is wrong and the repair."""
    if len(data) > LARGEST:
        raise MediakitError(f"{name}: {_too_large(len(data))}")
    suffix = Path(name).suffix.lower()
    suffix = "" if " " in suffix else suffix  # "Dr. Smith speaks" has no file type
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(s for s in READERS if s)
        raise MediakitError(
            f"{name}: files of the type {suffix} cannot be opened; these can: {known}. Or paste the text."
        )
    try:
        text = reader(data)
    except MediakitError as error:
        raise MediakitError(f"{name}: {error}") from None
    except RecursionError:
        raise MediakitError(f"{name}: it is nested too deep. {PASTE}") from None
    if not text.strip() and reader is not _plain:
        raise MediakitError(f"{name}: there is no text in it. {PASTE}")
    return from_text(text, language)


PASTE = "Copy the article's text and paste it."


def _plain(data: bytes) -> str:
    """UTF-8, else what its byte order mark says, else the likeliest encoding; of Western ones always Windows-1252."""
    for mark, encoding in BYTE_ORDER.items():
        if data.startswith(mark):
            return _decode(data, encoding)
    if b"\0" in data[:4096]:
        raise MediakitError(
            "this is not a text file. Save the article as plain text (.txt), or paste its text."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(data, _likeliest(data))


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes as guess

    best = guess(data[:200_000]).best()
    western = sum(byte > 127 for byte in data[:200_000]) < FOREIGN * len(data[:200_000])
    if best is None or western:
        return (
            "cp1252"  # short texts are taken for one of its neighbours, whose quotation marks stand elsewhere
        )
    return best.encoding


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        at = getattr(error, "start", 0)
        raise MediakitError(
            f"byte {at}: its encoding is not known. Save it with the encoding UTF-8, or paste the text."
        ) from None


def _page(data: bytes) -> str:
    """The headline and the article of a saved web page, without menus and comments (trafilatura)."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            data, include_comments=False, include_tables=False, with_metadata=True
        )
    except (ValueError, AttributeError, AssertionError):
        found = None
    text = getattr(found, "text", None)
    if not text or len(text.split()) < FEWEST:
        raise MediakitError(f"no article was found in this page. {PASTE}")
    title = (getattr(found, "title", None) or "").strip()
    paragraphs = "\n\n".join(line for line in text.split("\n") if line.strip())
    return paragraphs if not title or paragraphs.startswith(title) else f"{title}\n\n{paragraphs}"


def _word(data: bytes) -> str:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(item.file_size for item in packed.infolist()) > UNPACKED:
                raise MediakitError(f"it unpacks to more than {UNPACKED // 1_000_000} MB. {PASTE}")
        found = docx.Document(io.BytesIO(data))
        return "\n\n".join(p.text for p in found.paragraphs if p.text.strip())
    except MediakitError:
        raise
    except Exception:  # noqa: BLE001 - the library lets through whatever its parsers raise on a broken file
        raise MediakitError(f"this is no Word document that can be read. {PASTE}") from None


def _portable(data: bytes) -> str:
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every oddity, in words for programmers
    try:
        found = pypdf.PdfReader(io.BytesIO(data))
        if found.is_encrypted and not found.decrypt(""):
            raise MediakitError(f"this PDF is locked with a password. {PASTE}")
        if len(found.pages) > PAGES:
            raise MediakitError(f"this PDF has {len(found.pages)} pages; {PAGES} is the most. {PASTE}")
        text = "\n\n".join(page.extract_text() for page in found.pages)
    except MediakitError:
        raise
    except Exception:  # noqa: BLE001 - the library lets through whatever its parsers raise on a broken file
        raise MediakitError(f"this is no PDF that can be read. {PASTE}") from None
    if len(text.split()) < FEWEST:
        raise MediakitError(
            "this PDF holds pictures of pages and no text (a scan). Type the article, or find it as text."
        )
    return text


READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    "": _plain,
    ".html": _page,
    ".htm": _page,
    ".docx": _word,
    ".pdf": _portable,
}
