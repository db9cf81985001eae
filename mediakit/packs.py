"""Exercise folders as exercises: finds the quoted words of a key in its article and checks everything.

A pack is data. A path from a pack never leaves its folder, and nothing in it is executed.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from mediakit import codec
from mediakit.model import Analysis, Answer, Article, Claim, Exercise, MediakitError, Pack, Sheet, Span
from mediakit.taxonomy import Kind, Need, Quote, Stance, Verdict

FORMAT = 1
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")
CLAIM_KEYS = {"quote", "nth", "verdict", "kind", "need", "source", "quote_type", "stance", "accept", "why"}
ENUMS = {"verdict": Verdict, "kind": Kind, "need": Need, "quote_type": Quote, "stance": Stance}


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
    path = _folder(slug, root) / "pack.toml"
    raw = codec.read_toml(path, f"{slug}/pack.toml")
    if raw.get("format") != FORMAT:
        raise MediakitError(f"{slug}/pack.toml: format must be {FORMAT}, not {raw.get('format')!r}.")
    for key in ("title", "language", "licence", "exercises"):
        if key not in raw:
            raise MediakitError(f"{slug}/pack.toml: the line {key} = ... is missing.")
    slugs = tuple(str(e["slug"]) for e in raw["exercises"])
    return Pack(
        slug, raw["title"], raw["language"], raw["licence"], slugs, raw.get("about", ""),
        raw.get("origin", ""), tuple(raw.get("teaches", ())), raw.get("form", "article"), int(raw.get("order", 99)),
    )  # fmt: skip


def load(name: str, root: Path | None = None) -> Exercise:
    """The exercise `pack/slug`. Raises MediakitError naming file, claim and repair."""
    pack_slug, slash, slug = name.partition("/")
    if not slash:
        known = ", ".join(f"{p.slug}/{e}" for p in list_packs(root) for e in p.exercises)
        raise MediakitError(f"{name!r} is no exercise; name it as pack/exercise. There are: {known}.")
    pack = load_pack(pack_slug, root)
    if slug not in pack.exercises:
        raise MediakitError(
            f"There is no exercise {slug!r} in the pack {pack_slug}; it has: {', '.join(pack.exercises)}."
        )
    folder = _folder(pack_slug, root) / slug
    return load_folder(folder, _entry(pack_slug, slug, root), pack.language, name)


def load_folder(folder: Path, entry: dict[str, Any], language: str, name: str) -> Exercise:
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
        title=str(entry.get("title", name)),
        article=article,
        machine=machine,
        key=read_key(folder / "key.toml", article, machine.claims, f"{name}/key.toml"),
        level=str(entry.get("level", "middle")),
        minutes=int(entry.get("minutes", 15)),
        skills=tuple(entry.get("skills", ())),
        notes=codec.read_file(notes) if notes.is_file() else "",
    )


def read_key(path: Path, article: Article, claims: tuple[Claim, ...], origin: str) -> Sheet:
    """The key of an article; every `[[claim]]` names its claim by words quoted from the text."""
    raw = codec.read_toml(path, origin)
    sheet = Sheet()
    for number, entry in enumerate(raw.get("claim", []), 1):
        place = f"{origin}, claim {number}"
        answer = _answer(entry, article, claims, place)
        if sheet.get(answer.claim) is not None:
            raise MediakitError(f"{place}: the sentence of {entry['quote']!r} has a key already.")
        sheet = sheet.put(answer)
    return sheet


def _answer(entry: dict[str, Any], article: Article, claims: tuple[Claim, ...], place: str) -> Answer:
    unknown = set(entry) - CLAIM_KEYS
    if unknown:
        raise MediakitError(
            f"{place}: unknown key {', '.join(sorted(unknown))}. Known: {', '.join(sorted(CLAIM_KEYS))}."
        )
    for key in ("quote", "verdict"):
        if key not in entry:
            raise MediakitError(f"{place}: the line {key} = ... is missing.")
    span = find_quote(article.text, entry["quote"], entry.get("nth"), place)
    claim = next((c for c in claims if c.start <= span.start < c.end), None)
    if claim is None:
        raise MediakitError(f"{place}: the words {entry['quote']!r} stand in no sentence.")
    values = {key: _one_of(entry[key], kind, place, key) for key, kind in ENUMS.items() if key in entry}
    known = {*Verdict, *Kind, *Need, *Quote, *Stance}
    bad = [a for a in entry.get("accept", []) if a not in known]
    if bad:
        raise MediakitError(f"{place}: accept has {bad[0]!r}. Known: {', '.join(sorted(known))}.")
    return Answer(
        claim.id,
        values["verdict"],
        kind=values.get("kind"),
        need=values.get("need"),
        source=entry.get("source"),
        quote=values.get("quote_type"),
        stance=values.get("stance"),
        accept=tuple(entry.get("accept", [])),
        why=entry.get("why", ""),
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


def _entry(pack_slug: str, slug: str, root: Path | None) -> dict[str, Any]:
    if not SLUG.match(slug):
        raise MediakitError(f"{pack_slug}/pack.toml: {slug!r} is no folder name.")
    raw = codec.read_toml(_folder(pack_slug, root) / "pack.toml", f"{pack_slug}/pack.toml")
    entry: dict[str, Any] = next(e for e in raw["exercises"] if e["slug"] == slug)
    return entry
