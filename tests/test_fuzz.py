"""Anything over every door: the analysis of news-like text, and each reader of files. `make fuzz` tries far more of it.

Bytes begin from files that are right and are changed in places, since random bytes hardly get behind the first check.
"""

import contextlib
import io
import os
import zipfile
from functools import lru_cache
from pathlib import Path

import docx
import pytest
import tomllib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from simulated import passes

import mediakit
from mediakit import building, codec, codes, collecting, intake, packs, session
from mediakit.building import Plan
from mediakit.collecting import Shelf
from mediakit.model import MediakitError, Record

INPUTS = int(os.environ.get("FUZZ_INPUTS", "40"))
"""How many inputs each property tries."""
fuzz = settings(max_examples=INPUTS, deadline=None, suppress_health_check=list(HealthCheck), derandomize="FUZZ_INPUTS" not in os.environ, database=None)  # fmt: skip
ONE = "who-says-so/sunday-library"
SHELF = Shelf()

# ---- text like news, with everything that may be wrong with it

NAMES = (
    "Mira Osei",
    "Dr. Lind",
    "O’Hara",
    "the mayor",
    "she",
    "officials",
    "a source close to the talks",
    "Halden Water",
    "Żółć",
    "李明",
)
CUES = (
    "said",
    "claimed",
    "has denied",
    "according to",
    "told reporters",
    "was quoted as saying",
    "reportedly",
    "wrote in a letter",
)
SAID = (
    "the bridge is safe",
    "we waited 40 minutes",
    "don’t ask",
    "it ‘hummed’",
    "prices rose 4.5%",
    "nobody came 🌉",
    "ترك",
    "the “miracle” bus",
)
MARKS = (
    "“{}”",
    "‘{}’",
    '"{}"',
    "'{}'",
    "«{}»",
    "„{}“",
    "“{}",
    "{}”",
    "''{}''",
    "{}",
    "“‘{}’ again”",
    "「{}」",
)
FORMS = ("{q}, {n} {c}.", "{n} {c} {q}.", "{q}, {c} {n}, who left.", "It is believed that {q}.", "{n} {c}: {q}", "Q: {q}? A: {q}.", "{q}", "• {q}", "By {n}", "The plan was {c} by {n}.")  # fmt: skip
GAPS = (" ", "\n", "\n\n", "", "\t", "\r\n", " \u00a0", "\u2028", " — ", "\u202e", "\x00", "\ufeff")


@st.composite
def news(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 9))):
        quoted = draw(st.sampled_from(MARKS)).format(draw(st.sampled_from(SAID)))
        form = draw(st.sampled_from(FORMS))
        parts.append(form.format(q=quoted, n=draw(st.sampled_from(NAMES)), c=draw(st.sampled_from(CUES))))
        parts.append(draw(st.sampled_from(GAPS)))
    text = "".join(parts)
    cut = draw(st.integers(0, max(len(text), 1)))
    return text[cut:] + draw(st.text(max_size=12)) if draw(st.booleans()) else text


@given(text=news())
@example(text="“‘”’")
@example(text="\x00")
@fuzz
def test_news_of_any_sort_is_analysed_with_valid_places(text):
    found = mediakit.analyze(text)

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


# ---- files


@lru_cache
def files() -> dict[str, bytes]:
    """A file of each sort that is right."""
    text = packs.load(ONE).article.text
    word, archive = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(word)
    record = codec.write_json(passes(ONE, "fox", 1)[-1])
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("fox/answers/a.json", record)
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>"
    return {
        "a.txt": text.encode(), "a.html": f"<html><body><article><h1>T</h1><p>{text}</p></article></body></html>".encode(),
        "a.docx": word.getvalue(), "a.pdf": pdf, "a.json": record.encode(), "a.zip": archive.getvalue(),
        "a.csv": f"fox,{codes.write(passes(ONE, 'fox', 1)[-1])}\n".encode(),
    }  # fmt: skip


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """A right file with some places changed, cut out, doubled or filled with anything."""
    data = bytearray(files()[name])
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        data[start:end] = draw(st.one_of(st.binary(max_size=12), st.just(bytes(data[start:end]) * 2), st.sampled_from([b"[", b"\xff", b'"', b"{}", b"\x00", b"1e999", b"-1"])))  # fmt: skip
    return bytes(data)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf"])
def test_any_bytes_give_an_article_or_one_error(name):
    @given(data=changed(name))
    @fuzz
    def check(data):
        try:
            assert isinstance(intake.from_bytes(data, name).text, str)
        except MediakitError as error:
            assert str(error)
            assert len(str(error).splitlines()) == 1

    check()


@pytest.mark.parametrize("name", ["a.json", "a.zip", "a.csv"])
def test_any_bytes_are_counted_or_refused(name, tmp_path):
    path = tmp_path / name

    @given(data=changed(name))
    @fuzz
    def check(data):
        path.write_bytes(data)
        for found in collecting.read(path, SHELF):
            assert found.record is not None or found.reason
            if found.record is not None:
                session.check(found.record)
                assert session.nickname(found.student) == found.student

    check()


@given(raw=st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["format", "exercise", "claims", "answers", "title", "x"]), inner, max_size=5), max_leaves=12))  # fmt: skip
@fuzz
def test_any_json_is_a_record_or_one_error(raw):
    for kind in (Record, Plan):
        try:
            codec.from_plain(kind, raw, "x")
        except MediakitError as error:
            assert "Traceback" not in str(error)


@given(text=st.text(max_size=200) | st.sampled_from(["format = 1", 'title = "x"', "exercises = []", "[scheme]", "points = nan"]).flatmap(lambda a: st.text(max_size=20).map(lambda b: f"{a}\n{b}")))  # fmt: skip
@fuzz
def test_any_toml_is_a_lesson_or_one_error(text, tmp_path_factory):
    path = tmp_path_factory.mktemp("toml") / "lesson.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        building.read(path)
    except MediakitError as error:
        assert "lesson.toml" in str(error)
    except tomllib.TOMLDecodeError:
        pytest.fail("a parser's error reached the outside")


@given(
    name=st.text(max_size=30)
    | st.sampled_from(["../x/y", "/etc/passwd", "a/../../b", "a/b/c", "a//b", "con/nul", "a/.."])
)
@fuzz
def test_a_name_never_leads_out_of_its_folder(name):
    root = Path("/nowhere/packs")
    with contextlib.suppress(MediakitError):
        assert packs.place(name, root).parents[1] == root
    with contextlib.suppress(MediakitError):
        packs.find(name)


@given(code=st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ mk-2ILO", max_size=60) | st.text(max_size=40))
@fuzz
def test_any_code_is_a_record_or_one_error(code):
    try:
        session.check(collecting.from_code(code, SHELF))
    except MediakitError as error:
        assert str(error)
