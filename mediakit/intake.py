"""Whatever a person has of an article, as an `Article`: pasted text, .txt, a saved page, .docx, .pdf.

A file is data: nothing in it is run or fetched, and what it may grow to is bounded before it is unpacked.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from mediakit.catalogue import problem
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
        raise problem("text_long", a=f"{len(text):,}", b=f"{LONGEST:,}")
    return Article.of(text, language)


def from_file(path: str | Path, language: str = "en") -> Article:
    """A file of a type in `READERS`. Raises MediakitError naming the file, what is wrong and the repair."""
    path = Path(path)
    if path.is_dir():
        raise problem("is_folder", f=path)
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(path, path.stat().st_size)
        return from_bytes(path.read_bytes(), str(path), language)
    except FileNotFoundError:
        raise problem("not_there", f=path) from None
    except OSError as error:
        raise problem("not_readable", f=path, a=error.strerror) from None


def _too_large(name: str | Path, size: int) -> MediakitError:
    return problem("too_large", f=name, a=round(size / 1e6), b=LARGEST // 1_000_000)


def from_bytes(data: bytes, name: str, language: str = "en") -> Article:
    """The bytes of a file called `name`. Raises MediakitError naming the file, what is wrong and the repair."""
    if len(data) > LARGEST:
        raise _too_large(name, len(data))
    suffix = Path(name).suffix.lower()
    suffix = "" if " " in suffix else suffix  # "Dr. Smith speaks" has no file type
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(s for s in READERS if s)
        raise problem("no_type", f=name, a=suffix, b=known)
    try:
        text = reader(data, name)
    except RecursionError:
        raise problem("too_deep", f=name) from None
    if not text.strip() and reader is not _plain:
        raise problem("no_text", f=name)
    return from_text(text, language)


def _plain(data: bytes, name: str) -> str:
    """UTF-8, else what its byte order mark says, else the likeliest encoding; of Western ones always Windows-1252."""
    for mark, encoding in BYTE_ORDER.items():
        if data.startswith(mark):
            return _decode(data, encoding, name)
    if b"\0" in data[:4096]:
        raise problem("no_text_file", f=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(data, _likeliest(data), name)


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes as guess

    best = guess(data[:200_000]).best()
    western = sum(byte > 127 for byte in data[:200_000]) < FOREIGN * len(data[:200_000])
    if best is None or western:
        return (
            "cp1252"  # short texts are taken for one of its neighbours, whose quotation marks stand elsewhere
        )
    return best.encoding


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise problem("no_encoding", f=name, a=getattr(error, "start", 0)) from None


def _page(data: bytes, name: str) -> str:
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
        raise problem("no_article", f=name)
    title = (getattr(found, "title", None) or "").strip()
    paragraphs = "\n\n".join(line for line in text.split("\n") if line.strip())
    return paragraphs if not title or paragraphs.startswith(title) else f"{title}\n\n{paragraphs}"


def _word(data: bytes, name: str) -> str:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(item.file_size for item in packed.infolist()) > UNPACKED:
                raise problem("unpacks", f=name, a=UNPACKED // 1_000_000)
        found = docx.Document(io.BytesIO(data))
        return "\n\n".join(p.text for p in found.paragraphs if p.text.strip())
    except MediakitError:
        raise
    except Exception:  # noqa: BLE001 - the library lets through whatever its parsers raise on a broken file
        raise problem("no_word", f=name) from None


def _portable(data: bytes, name: str) -> str:
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every oddity, in words for programmers
    try:
        found = pypdf.PdfReader(io.BytesIO(data))
        if found.is_encrypted and not found.decrypt(""):
            raise problem("pdf_locked", f=name)
        if len(found.pages) > PAGES:
            raise problem("pdf_pages", f=name, a=len(found.pages), b=PAGES)
        text = "\n\n".join(page.extract_text() for page in found.pages)
    except MediakitError:
        raise
    except Exception:  # noqa: BLE001 - the library lets through whatever its parsers raise on a broken file
        raise problem("no_pdf", f=name) from None
    if len(text.split()) < FEWEST:
        raise problem("pdf_scan", f=name)
    return text


READERS: dict[str, Callable[[bytes, str], str]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    "": _plain,
    ".html": _page,
    ".htm": _page,
    ".docx": _word,
    ".pdf": _portable,
}
