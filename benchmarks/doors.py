"""Every door through which something comes in from outside, with strategies for what may come and what must hold.

The tests try a few inputs over each (tests/test_fuzz.py), `make fuzz` tries them for hours (`benchmarks.fuzz`). A door
takes bytes. Bytes begin from files that are right and are changed in places, since random bytes hardly get behind the
first check. Wherever a check raises anything, a fault is found.
"""

import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import docx
from hypothesis import strategies as st

import mediakit
from benchmarks.service import blank
from mediakit import archive as archives
from mediakit import building, codec, codes, collecting, corpus, drafting, intake, lint, packs, seals, session
from mediakit.building import Plan
from mediakit.collecting import Shelf
from mediakit.model import MediakitError, Progress, Record
from mediakit.store import Kept, Store

ONE = "who-says-so/sunday-library"
Bytes = st.SearchStrategy[bytes]


@dataclass(frozen=True)
class Door:
    """`seed` gives an input that is right, `check` takes any and must return, `inputs` makes them."""

    name: str
    what: str
    seed: Callable[[], bytes]
    check: Callable[[bytes], None]
    inputs: Callable[[], Bytes]


# ---- text like news, with everything that may be wrong with it

NAMES = ("Mira Osei", "Dr. Lind", "O’Hara", "the mayor", "she", "officials", "a source close to the talks", "Halden Water", "Żółć", "李明")  # fmt: skip
CUES = ("said", "claimed", "has denied", "according to", "told reporters", "was quoted as saying", "reportedly", "wrote in a letter")  # fmt: skip
SAID = ("the bridge is safe", "we waited 40 minutes", "don’t ask", "it ‘hummed’", "prices rose 4.5%", "nobody came 🌉", "ترك", "the “miracle” bus")  # fmt: skip
MARKS = ("“{}”", "‘{}’", '"{}"', "'{}'", "«{}»", "„{}“", "“{}", "{}”", "''{}''", "{}", "“‘{}’ again”", "「{}」")  # fmt: skip
FORMS = ("{q}, {n} {c}.", "{n} {c} {q}.", "{q}, {c} {n}, who left.", "It is believed that {q}.", "{n} {c}: {q}", "Q: {q}? A: {q}.", "\nQ: {q}?\nA: {q}.\n", "\n{n}: {q}.\n", "{q}", "• {q}", "By {n}", "The plan was {c} by {n}.")  # fmt: skip
GAPS = (" ", "\n", "\n\n", "", "\t", "\r\n", " \u00a0", "\u2028", " — ", "\u202e", "\x00", "\ufeff")


@st.composite
def news(draw: st.DrawFn) -> bytes:
    parts = []
    for _ in range(draw(st.integers(0, 9))):
        quoted = draw(st.sampled_from(MARKS)).format(draw(st.sampled_from(SAID)))
        form = draw(st.sampled_from(FORMS))
        parts.append(form.format(q=quoted, n=draw(st.sampled_from(NAMES)), c=draw(st.sampled_from(CUES))))
        parts.append(draw(st.sampled_from(GAPS)))
    text = "".join(parts)
    if draw(st.integers(0, 19)) == 0:  # what grows faster than its length shows here
        text *= draw(st.integers(2, 25))
    if draw(st.booleans()):
        text = text[draw(st.integers(0, max(len(text), 1))) :] + draw(st.text(max_size=12))
    return text.encode("utf-8", "surrogatepass")


def analysed(data: bytes) -> None:
    """Every place that the analysis names lies in the text, every id that it points to is there, and JSON gives it back."""
    found = mediakit.analyze(data.decode("utf-8", "replace"))

    size = len(found.text)
    ids = {a.id for a in found.attributions}
    for attribution in found.attributions:
        spans = (*attribution.content, *attribution.cue, *attribution.source, *attribution.why.words)
        assert attribution.content
        assert all(0 <= s.start < s.end <= size for s in spans)
        assert attribution.continued is None or attribution.continued in ids
    last = 0
    for claim in found.claims:
        assert last <= claim.start < claim.end <= size
        assert set(claim.attributions) <= ids
        last = claim.end
    assert codec.read_json(type(found), codec.write_json(found), "x") == found


# ---- right files to begin from


@cache
def text() -> str:
    return packs.load(ONE).article.text


@cache
def record() -> Record:
    return seals.extend(replace(blank(ONE), student="fox", attempt="0123456789abcdef"), ())


def page() -> bytes:
    return f"<html><body><article><h1>T</h1><p>{text()}</p></article></body></html>".encode()


@cache
def word() -> bytes:
    data, document = io.BytesIO(), docx.Document()
    document.add_paragraph(text())
    document.save(data)
    return data.getvalue()


def document() -> bytes:
    with zipfile.ZipFile(io.BytesIO(word())) as file:
        return file.read("word/document.xml")


def portable() -> bytes:
    line = b"BT /F1 9 Tf (The gate is blue, Mira Osei said.) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length " + str(len(line)).encode() + b">>stream\n" + line + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )  # fmt: skip
    body = b"".join(str(n).encode() + b" 0 obj" + o + b"endobj\n" for n, o in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>"


def answers() -> bytes:
    return codec.write_json(record()).encode()


@cache
def archive() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("fox/answers/a.json", answers())
    return data.getvalue()


def class_archive() -> bytes:
    return archives.pack([Kept("fox", record(), "2026-01-01T00:00:00+00:00")])


def class_lines() -> bytes:
    with zipfile.ZipFile(io.BytesIO(class_archive())) as file:
        return file.read(archives.MEMBER)


def code() -> bytes:
    return codes.write(record()).encode()


def lesson() -> bytes:
    return building.to_toml(Plan(title="A", exercises=(ONE,))).encode()


def lines() -> bytes:
    rows = [{"id": "a", "outlet": "x", "text": "The gate is blue."}, {"text": "“No,” she said."}]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def draft() -> bytes:
    exercise = packs.load(ONE)
    made = drafting.Draft(text=exercise.article.text, answers=exercise.key.answers, name=ONE)
    return codec.write_json(made).encode()


def progress() -> bytes:
    return codec.write_json(Progress(sessions=(record(),))).encode()


def file_of(name: str) -> Callable[[], bytes]:
    return lambda: (packs.home() / ONE.partition("/")[0] / name).read_bytes()


# ---- what must hold


def article(ending: str) -> Callable[[bytes], None]:
    """Any bytes give an article, or one error in one line."""

    def check(data: bytes) -> None:
        try:
            assert isinstance(intake.from_bytes(data, f"a{ending}").text, str)
        except MediakitError as error:
            assert str(error)
            assert len(str(error).splitlines()) == 1

    return check


def inside_word(data: bytes) -> None:
    """The text part of a Word file may be anything: the checksum of the archive would stop it in `a.docx`."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            new.writestr(info, data if info.filename == "word/document.xml" else old.read(info))
    article(".docx")(made.getvalue())


@cache
def room() -> Path:
    """A folder of this process."""
    return Path(tempfile.mkdtemp(prefix="mediakit-doors-"))


@cache
def shelf() -> Shelf:
    return Shelf()


def handed_in(ending: str) -> Callable[[bytes], None]:
    """Every hand-in is counted with a record that holds, or refused with a reason."""

    def check(data: bytes) -> None:
        path = room() / f"a{ending}"
        path.write_bytes(data)
        for found in collecting.read(path, shelf()):
            assert found.record is not None or found.reason
            if found.record is not None:
                session.check(found.record)
                assert session.nickname(found.student) == found.student

    return check


@cache
def store() -> Store:
    return Store(f"sqlite:///{room()}/class.db")


def unpacked(member: bool) -> Callable[[bytes], None]:
    """A class archive goes into a store, or is refused with one error; `member` for the lines inside it."""

    def check(data: bytes) -> None:
        path = room() / "class.zip"
        if member:
            with zipfile.ZipFile(path, "w") as file:
                file.writestr(archives.MEMBER, data)
        else:
            path.write_bytes(data)
        try:
            archives.unpack(path, store())
        except MediakitError as error:
            assert "class.zip" in str(error)

    return check


def coded(data: bytes) -> None:
    try:
        session.check(collecting.from_code(data.decode("utf-8", "replace"), shelf()))
    except MediakitError as error:
        assert str(error)


def planned(data: bytes) -> None:
    path = room() / "lesson.toml"
    path.write_bytes(data)
    try:
        building.check(building.read(path))
    except MediakitError as error:
        assert str(error)


def listed(data: bytes) -> None:
    path = room() / "a.jsonl"
    path.write_bytes(data)
    items = list(corpus.items(path))
    assert len({item.id for item in items}) == len(items)
    assert all(item.mark for item in items)


def kept(kind: type) -> Callable[[bytes], None]:
    """A file that a program wrote for itself is read back, or refused with one error."""

    def check(data: bytes) -> None:
        path = room() / "kept.json"
        path.write_bytes(data)
        try:
            assert isinstance(codec.read_json(kind, codec.read_file(path), "a.json"), kind)
        except MediakitError as error:
            assert "a.json" in str(error) or "kept.json" in str(error)

    return check


def packed(name: str) -> Callable[[bytes], None]:
    """A pack with any bytes in one of its files is an exercise or one error, and the linter names what is wrong."""

    def check(data: bytes) -> None:
        pack, exercise = ONE.split("/")
        root = room() / "packs"
        if not root.exists():
            shutil.copytree(packs.home() / pack / exercise, root / pack / exercise)
            head, _, _ = file_of("pack.toml")().decode().partition("[[exercises]]")
            (root / pack / "pack.toml").write_text(
                f'{head}[[exercises]]\nslug = "{exercise}"\ntitle = "A"\nlevel = "easy"\n'
            )
        path = root / pack / name
        right = path.read_bytes()
        path.write_bytes(data)
        try:
            found = lint.lint(root)
            assert all(f.file and f.problem for f in found)
            packs.load(ONE, root)
        except MediakitError as error:
            assert str(error)
        finally:
            path.write_bytes(right)

    return check


# ---- the doors

SPICE = (b"[", b"\xff", b'"', b"{}", b"\x00", b"1e999", b"-1", b"null", b"true", b"[[", b"=", b"\n", b"'", b"9" * 5000, b"[" * 3000, b"../", b"\xe2\x80\xae", b"nan")  # fmt: skip


VALUE = re.compile(rb"[:=]\s*([^,\n\]}]+)")
"""What stands behind the name of a field in JSON and TOML."""
VALUES = (b"1", b"-1", b"[]", b"[1]", b"{}", b'"x"', b'""', b"null", b"true", b"1e999", b"nan", b"9" * 5000, b"[" * 3000, b"0.5", b'"\\u0000"', b'"../../x"')  # fmt: skip


def misvalued(seed: bytes, at: int, value: bytes) -> bytes:
    """One field of a right file with another value, so that it is still JSON or TOML and says something odd."""
    places = [m.span(1) for m in VALUE.finditer(seed)]
    start, end = places[at % len(places)] if places else (0, len(seed))
    return seed[:start] + value + seed[end:]


@st.composite
def changed(draw: st.DrawFn, seed: Callable[[], bytes]) -> bytes:
    """A right file with some places changed, cut out, doubled or filled with anything."""
    data = seed()
    for _ in range(draw(st.integers(0, 2))):
        data = misvalued(data, draw(st.integers(0, 400)), draw(st.sampled_from(VALUES)))
    data = bytearray(data)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        new = st.one_of(st.binary(max_size=12), st.just(bytes(data[start:end]) * 2), st.sampled_from(SPICE))
        data[start:end] = draw(new)
    return bytes(data)


def _door(name: str, what: str, seed: Callable[[], bytes], check: Callable[[bytes], None]) -> Door:
    return Door(name, what, seed, check, lambda: changed(seed) | st.binary(max_size=300))


ANALYSIS = Door("analysis", "text like news", lambda: text().encode(), analysed, news)
READERS = (
    _door("a.txt", "an article as plain text", lambda: text().encode(), article(".txt")),
    _door("a.html", "an article as a web page", page, article(".html")),
    _door("a.docx", "an article from Word", word, article(".docx")),
    _door("document.xml", "the text inside a Word file", document, inside_word),
    _door("a.pdf", "an article as PDF", portable, article(".pdf")),
    _door("a.json", "an answer file", answers, handed_in(".json")),
    _door("a.zip", "an archive of answer files", archive, handed_in(".zip")),
    _door("a.csv", "a list of short codes", lambda: b"fox," + code() + b"\n", handed_in(".csv")),
    _door("class.zip", "a class archive", class_archive, unpacked(False)),
    _door("records.jsonl", "the lines of a class archive", class_lines, unpacked(True)),
    _door("code", "one short code", code, coded),
    _door("lesson.toml", "a lesson of a teacher", lesson, planned),
    _door("pack.toml", "a pack's table of contents", file_of("pack.toml"), packed("pack.toml")),
    _door("key.toml", "a key", file_of("sunday-library/key.toml"), packed("sunday-library/key.toml")),
    _door(
        "machine.json",
        "a frozen analysis",
        file_of("sunday-library/machine.json"),
        packed("sunday-library/machine.json"),
    ),
    _door("a.jsonl", "lines of articles", lines, listed),
    _door("draft.json", "a teacher's draft", draft, kept(drafting.Draft)),
    _door("progress.json", "a learner's progress", progress, kept(Progress)),
)
DOORS = {door.name: door for door in (ANALYSIS, *READERS)}
