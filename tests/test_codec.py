import json

import pytest

from mediakit import codec
from mediakit.model import Analysis, Answer, MediakitError, Record, Span
from mediakit.taxonomy import Verdict

EMPTY = {
    "format": 1,
    "text": "",
    "language": "en",
    "engine": {},
    "notes": [],
    "claims": [],
    "attributions": [],
}


def test_a_record_comes_back_as_it_was_written():
    record = Record("a/b", "f", ("c1",), (Answer("c1", Verdict.SOURCED, words=(Span(1, 2),)),), True)
    assert record == codec.read_json(Record, codec.write_json(record), "x.json")


def test_spans_are_written_as_pairs():
    written = json.loads(codec.write_json(Answer("c1", Verdict.PARTLY, words=(Span(3, 5),))))
    assert written["words"] == [[3, 5]]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("{", "x.json, line 1"),
        ("[" * 100_000, "x.json"),
        ("[]", "no file of mediakit"),
        ('{"format": 2}', "newer"),
        ('{"format": "1"}', "no file of mediakit"),
        (json.dumps(EMPTY | {"extra": 1}), "extra"),
        (json.dumps(EMPTY | {"claims": [{"id": 1}]}), "claims > 0"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_place(raw, said):
    with pytest.raises(MediakitError, match=said):
        codec.read_json(Analysis, raw, "x.json")


def test_save_leaves_the_old_file_when_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    codec.save(path, "old")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        codec.save(path, "new")
    assert path.read_text() == "old"
    assert [path] == list(tmp_path.iterdir())


def test_a_file_that_is_no_utf8_is_named(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(MediakitError, match=r"a.txt, byte 3"):
        codec.read_file(path)


def test_the_schema_names_the_public_keys():
    assert {"format", "text", "language", "engine", "notes", "claims", "attributions"} == set(
        codec.schema(Analysis)["properties"]
    )


def test_a_toml_file_that_is_no_text_or_not_there_is_told_as_such(tmp_path):
    path = tmp_path / "lesson.toml"
    with pytest.raises(MediakitError, match=r"^lesson.toml: cannot be read"):
        codec.read_toml(path, "lesson.toml")
    path.write_bytes(b"title = \xff")
    with pytest.raises(MediakitError, match=r"^lesson.toml, byte 8: not UTF-8 text\.$"):
        codec.read_toml(path, "lesson.toml")
