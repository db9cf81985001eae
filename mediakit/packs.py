"""Exercise folders as exercises: finds the quoted words of a key in its article and checks everything.

A pack is data. A path from a pack never leaves its folder, and nothing in it is executed.
"""

import re
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from mediakit import codec
from mediakit.model import Analysis, Answer, Article, Claim, Exercise, MediakitError, Pack, Sheet, Span
from mediakit.taxonomy import Kind, Need, Quote, Stance, Verdict

FORMAT = 1
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")
ENUMS = {"verdict": Verdict, "kind": Kind, "need": Need, "quote_type": Quote, "stance": Stance}


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise as it stands in its pack's table of contents."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "ignore"}  # the linter names what is unknown
    slug: str
    title: str = ""
    level: str = "middle"
    minutes: int = 15
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A pack's table of contents as it stands in `pack.toml`."""

    FORMAT: ClassVar[int] = FORMAT
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "ignore"}
    title: str
    language: str
    licence: str
    exercises: tuple[Entry, ...]
    about: str = ""
    origin: str = ""
    teaches: tuple[str, ...] = ()
    form: str = "article"
    order: int = 99


@dataclass(frozen=True, slots=True)
class Line:
    """One `[[claim]]` of a key as it stands in the file."""

    quote: str
    verdict: str
    nth: int | None = None
    kind: str | None = None
    need: str | None = None
    source: str | None = None
    quote_type: str | None = None
    stance: str | None = None
    accept: tuple[str, ...] = ()
    why: str = ""


@lru_cache(maxsize=1)
def home() -> Path:
    """Where the exercises are: beside the package in a checkout, inside it when installed."""
    return codec.shipped("exercises")


OWN = "my-exercises"
"""The folder of a teacher's own packs, beside the notebook; a pack in it goes before a shipped one of that name."""


def find(name: str) -> Exercise:
    """The exercise `pack/slug` of the own packs, else of the shipped ones. Raises MediakitError as `load` does."""
    own = Path.cwd() / OWN
    return load(name, own if (own / name.partition("/")[0] / "pack.toml").is_file() else None)


def place(name: str, root: Path) -> Path:
    """The folder of `pack/slug` under `root`, for writing. Raises MediakitError for a name that could lead elsewhere."""
    parts = name.split("/")
    if len(parts) != 2:
        raise MediakitError(f"{name!r}: name the exercise as pack/exercise, such as my-pack/bridge.")
    if bad := next((part for part in parts if not SLUG.match(part)), None):
        raise MediakitError(
            f"{bad!r} is no folder name for an exercise: use small letters, digits and hyphens."
        )
    return root / parts[0] / parts[1]


def find_pack(slug: str) -> Pack:
    """A pack of one's own, else a shipped one. Raises MediakitError as `load_pack` does."""
    own = Path.cwd() / OWN
    return load_pack(slug, own if (own / slug / "pack.toml").is_file() else None)


def names() -> tuple[str, ...]:
    """Every `pack/slug` that `find` finds, own packs first; a pack of one's own that cannot be read is left out."""
    own = Path.cwd() / OWN
    found: dict[str, Pack] = {}
    for path in sorted(own.glob("*/pack.toml")):
        try:
            found[path.parent.name] = load_pack(path.parent.name, own)
        except MediakitError:
            continue  # the linter tells what is wrong with it
    packs = {pack.slug: pack for pack in list_packs()} | found
    return tuple(f"{pack.slug}/{slug}" for pack in packs.values() for slug in pack.exercises)


def list_packs(root: Path | None = None) -> tuple[Pack, ...]:
    """All packs in their order."""
    folder = root or home()
    found = [load_pack(p.parent.name, folder) for p in folder.glob("*/pack.toml")]
    return tuple(sorted(found, key=lambda pack: (pack.order, pack.slug)))


def load_pack(slug: str, root: Path | None = None) -> Pack:
    """One pack's table of contents. Raises MediakitError naming the file and the key that is wrong."""
    table = _table(slug, root)
    slugs = tuple(entry.slug for entry in table.exercises)
    return Pack(
        slug, table.title, table.language, table.licence, slugs, table.about,
        table.origin, table.teaches, table.form, table.order,
    )  # fmt: skip


def _table(slug: str, root: Path | None) -> Table:
    origin = f"{slug}/pack.toml"
    raw = codec.read_toml(_folder(slug, root) / "pack.toml", origin)
    for field in fields(Table):
        if field.default is MISSING and field.name not in raw:
            raise MediakitError(f"{origin}: the line {field.name} = ... is missing.")
    return codec.from_plain(Table, raw, origin)


def load(name: str, root: Path | None = None) -> Exercise:
    """The exercise `pack/slug`. Raises MediakitError naming file, claim and repair."""
    pack_slug, slash, slug = name.partition("/")
    if not slash:
        known = ", ".join(f"{p.slug}/{e}" for p in list_packs(root) for e in p.exercises)
        raise MediakitError(f"{name!r} is no exercise; name it as pack/exercise. There are: {known}.")
    table = _table(pack_slug, root)
    entry = next((e for e in table.exercises if e.slug == slug), None)
    if entry is None or not SLUG.match(slug):
        known = ", ".join(e.slug for e in table.exercises)
        raise MediakitError(f"There is no exercise {slug!r} in the pack {pack_slug}; it has: {known}.")
    return load_folder(_folder(pack_slug, root) / slug, entry, table.language, name)


def load_folder(folder: Path, entry: Entry, language: str, name: str) -> Exercise:
    """An exercise from its folder: article.txt, key.toml, machine.json and, if there are any, notes.md."""
    article = Article(codec.read_file(folder / "article.txt"), language)
    machine = codec.read_json(Analysis, codec.read_file(folder / "machine.json"), f"{name}/machine.json")
    if machine.text != article.text:
        raise MediakitError(
            f"{name}/machine.json: it belongs to another text. Renew it: mediakit exercises freeze {name}"
        )
    notes = folder / "notes.md"
    return Exercise(
        slug=name,
        title=entry.title or name,
        article=article,
        machine=machine,
        key=read_key(folder / "key.toml", article, machine.claims, f"{name}/key.toml"),
        level=entry.level,
        minutes=entry.minutes,
        skills=entry.skills,
        notes=codec.read_file(notes) if notes.is_file() else "",
    )


def read_key(path: Path, article: Article, claims: tuple[Claim, ...], origin: str) -> Sheet:
    """The key of an article; every `[[claim]]` names its claim by words quoted from the text."""
    raw = codec.read_toml(path, origin).get("claim", [])
    if not isinstance(raw, list):
        raise MediakitError(f"{origin}: begin each claim with a line [[claim]], in double brackets.")
    sheet = Sheet()
    for number, entry in enumerate(raw, 1):
        place = f"{origin}, claim {number}"
        line = _read_line(entry, place)
        answer = _answer(line, article, claims, place)
        if sheet.get(answer.claim) is not None:
            raise MediakitError(f"{place}: the sentence of {line.quote!r} has a key already.")
        sheet = sheet.put(answer)
    return sheet


def _read_line(entry: object, place: str) -> Line:
    known = {field.name: field.default for field in fields(Line)}
    if not isinstance(entry, dict):
        raise MediakitError(f"{place}: begin each claim with a line [[claim]], in double brackets.")
    if unknown := sorted(set(entry) - set(known)):
        raise MediakitError(f"{place}: unknown key {', '.join(unknown)}. Known: {', '.join(sorted(known))}.")
    for key, default in known.items():
        if default is MISSING and key not in entry:
            raise MediakitError(f"{place}: the line {key} = ... is missing.")
    return codec.from_plain(Line, entry, place)


def _answer(line: Line, article: Article, claims: tuple[Claim, ...], place: str) -> Answer:
    span = find_quote(article.text, line.quote, line.nth, place)
    claim = next((c for c in claims if c.start <= span.start < c.end), None)
    if claim is None:
        raise MediakitError(f"{place}: the words {line.quote!r} stand in no sentence.")
    given = {key: getattr(line, key) for key in ENUMS}
    values = {key: _one_of(word, ENUMS[key], place, key) for key, word in given.items() if word is not None}
    known = {*Verdict, *Kind, *Need, *Quote, *Stance}
    if bad := next((word for word in line.accept if word not in known), None):
        raise MediakitError(f"{place}: accept has {bad!r}. Known: {', '.join(sorted(known))}.")
    return Answer(
        claim.id,
        values["verdict"],
        kind=values.get("kind"),
        need=values.get("need"),
        source=line.source,
        quote=values.get("quote_type"),
        stance=values.get("stance"),
        accept=line.accept,
        why=line.why,
    )


def _one_of(value: Any, kind: Any, place: str, key: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise MediakitError(f"{place}: {key} = {value!r}. It must be one of: {', '.join(kind)}.") from None


def find_quote(text: str, quote: str, nth: int | None, place: str) -> Span:
    """Where quoted words stand; blanks and line breaks count as one blank.

    Raises MediakitError when they stand nowhere, or more than once without `nth`.
    """
    words = str(quote).split()
    if not words:
        raise MediakitError(f"{place}: the quote is empty.")
    found = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    if not found:
        raise MediakitError(
            f"{place}: quote not found in article.txt: {quote!r}. Copy it from the article letter by letter."
        )
    if nth is None and len(found) > 1:
        raise MediakitError(
            f"{place}: {quote!r} stands {len(found)} times in the article. Quote more words, or add nth = 1."
        )
    if nth is not None and not 1 <= nth <= len(found):
        raise MediakitError(f"{place}: nth = {nth}, but {quote!r} stands {len(found)} times.")
    return Span(*found[(nth or 1) - 1])


def _folder(slug: str, root: Path | None) -> Path:
    folder = root or home()
    if not SLUG.match(slug) or not (folder / slug / "pack.toml").is_file():
        known = ", ".join(sorted(p.parent.name for p in folder.glob("*/pack.toml")))
        raise MediakitError(f"There is no pack {slug!r}; there are: {known}.")
    return folder / slug
