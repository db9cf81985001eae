"""From an article and a sheet to an exercise folder that `packs` can read."""

import re
from dataclasses import replace
from pathlib import Path

from mediakit import codec, seals, session
from mediakit.model import Analysis, Answer, Claim, Contest, MediakitError, Record, Sheet
from mediakit.packs import SLUG, Entry, load_folder
from mediakit.taxonomy import Verdict

PACK = """format = 1
title = {title}
language = {language}
licence = {licence}
"""
ENTRY = """
[[exercises]]
slug = {slug}
title = {name}
level = {level}
minutes = 15
skills = []
"""


def key_toml(analysis: Analysis, sheet: Sheet) -> str:
    """The sheet as key.toml: every claim named by its first words that stand nowhere else in the text."""
    blocks = ["# Each claim is named by words of the article; the program finds them and checks the rest.\n"]
    for claim in analysis.claims:
        answer = sheet.get(claim.id)
        if answer is not None:
            blocks.append(_block(analysis.text, claim, answer))
    return "\n".join(blocks)


def _block(text: str, claim: Claim, answer: Answer) -> str:
    quote, nth = _first_words(text, claim)
    lines = ["[[claim]]", f"quote = {codec.toml_string(quote)}"]
    if nth:
        lines.append(f"nth = {nth}")
    lines.append(f'verdict = "{answer.verdict}"')
    own = answer.verdict is Verdict.UNSOURCED
    for name, value in (
        ("kind", None if own else answer.kind),
        ("need", answer.need),
        ("quote_type", answer.quote),
        ("stance", answer.stance),
    ):
        if value:
            lines.append(f'{name} = "{value}"')
    if answer.source and not own:
        lines.append(f"source = {codec.toml_string(answer.source)}")
    if answer.accept:
        lines.append(f"accept = [{', '.join(codec.toml_string(str(a)) for a in answer.accept)}]")
    if answer.why:
        lines.append(f"why = {codec.toml_string(answer.why)}")
    return "\n".join(lines) + "\n"


def _first_words(text: str, claim: Claim) -> tuple[str, int | None]:
    """The shortest beginning of six words or more that is unique, else the whole claim and its number among its like."""
    line = " ".join(text.split())
    words = text[claim.start : claim.end].split()
    for count in range(min(6, len(words)), len(words) + 1):
        quote = " ".join(words[:count])
        if line.count(quote) == 1:
            return quote, None
    whole = " ".join(words)
    return whole, 1 + " ".join(text[: claim.start].split()).count(whole)


def save_exercise(
    analysis: Analysis,
    sheet: Sheet,
    folder: Path,
    title: str,
    *,
    level: str = "middle",
    licence: str = "",
    origin: str = "",
    again: bool = False,
) -> Path:
    """Write `pack/slug`: article, key, machine sheet, and the pack's entry; then load it again as a student would.

    With `again` an exercise over the same article gets the new key. Raises MediakitError for a bad folder name or
    another exercise that is there already; nothing of it is overwritten.
    """
    for part in (folder.name, folder.parent.name):
        if not SLUG.match(part):
            raise MediakitError(
                f"{part!r} is no folder name for an exercise: use small letters, digits and hyphens."
            )
    if folder.exists() and not (again and _is_of(folder, analysis.text)):
        raise MediakitError(f"{folder} is there already. Choose another name; nothing was overwritten.")
    folder.mkdir(parents=True, exist_ok=True)
    codec.save(folder / "article.txt", analysis.text)
    codec.save(folder / "machine.json", codec.write_json(analysis))
    codec.save(folder / "key.toml", key_toml(analysis, sheet))
    _enter(folder, title, analysis.language, level, licence, origin)
    load_folder(folder, Entry(folder.name, title), analysis.language, f"{folder.parent.name}/{folder.name}")
    return folder


def _is_of(folder: Path, text: str) -> bool:
    path = folder / "article.txt"
    return path.is_file() and codec.read_file(path) == text


def _enter(folder: Path, title: str, language: str, level: str, licence: str, origin: str) -> None:
    """The pack's table of contents with this exercise in it; what it says of other exercises stays as it is."""
    path, text = folder.parent / "pack.toml", codec.toml_string
    if path.exists():
        head = codec.read_file(path).rstrip("\n") + "\n"
    else:
        head = PACK.format(
            title=text(folder.parent.name), language=text(language), licence=text(licence or "to be chosen")
        )
        head += f"origin = {text(origin)}\n" if origin else ""
    entry = ENTRY.format(slug=text(folder.name), name=text(title), level=text(level))
    old = re.search(rf"\n\[\[exercises\]\]\nslug = {re.escape(text(folder.name))}\n(?:(?!\[\[).*\n)*", head)
    codec.save(path, head.replace(old.group(), entry) if old else head + entry)


def rule(folder: Path, answers: Path, claim: str, *, upheld: bool) -> Answer:
    """Decide on a student's objection: the ruling goes into the answer file, and if it is upheld the key takes it over.

    `folder` is the exercise's, `answers` the student's file. Returns the key's answer afterwards.
    Raises MediakitError where there is no objection to this claim, or for the answers to another article.
    """
    record = codec.read_json(Record, codec.read_file(answers), answers.name)
    try:
        after = ruled(record, claim, upheld=upheld)
        new = take_over(folder, record, claim) if upheld else _key_of(folder, record).get(claim)
    except MediakitError as error:
        raise MediakitError(f"{answers.name}: {error}") from None
    codec.save(answers, codec.write_json(after))
    return new or Answer(claim, _contest(record, claim).verdict)


def ruled(record: Record, claim: str, *, upheld: bool) -> Record:
    """The record with a ruling on its objection to a claim, sealed anew."""
    decided = replace(_contest(record, claim), ruling="upheld" if upheld else "rejected")
    contests = tuple(decided if c.claim == claim else c for c in record.contests)
    return seals.extend(replace(record, contests=contests), record.chain)


def take_over(folder: Path, record: Record, claim: str) -> Answer:
    """Make an objection the key of the exercise in `folder`; the reason is the student's, with the words named."""
    key, contest = _key_of(folder, record), _contest(record, claim)
    detail = "need" if contest.verdict is Verdict.UNSOURCED else "kind"
    told = session.answer_with(key.get(claim), claim, {"verdict": contest.verdict, detail: contest.detail})
    new = replace(told, why=f"“{contest.words}”: {contest.reason}", accept=())
    machine = codec.read_json(Analysis, codec.read_file(folder / "machine.json"), "machine.json")
    codec.save(folder / "key.toml", key_toml(machine, key.put(new)))
    return new


def _contest(record: Record, claim: str) -> Contest:
    found = next((c for c in record.contests if c.claim == claim), None)
    if found is None:
        raise MediakitError(f"there is no objection to claim {claim!r}.")
    return found


def _key_of(folder: Path, record: Record) -> Sheet:
    name = f"{folder.parent.name}/{folder.name}"
    exercise = load_folder(folder, Entry(folder.name), "en", name)
    if record.fingerprint != session.fingerprint(exercise.article.text):
        raise MediakitError(f"it belongs to another article than {name}.")
    return exercise.key
