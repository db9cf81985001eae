import pytest

from mediakit import intake
from mediakit.model import MediakitError


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("\ufeffa", "a"),
        ("‘a’ \n\n b", "‘a’ \n\n b"),
        ("a\ud800b", "a?b"),
    ],
)
def test_text_is_decoded_and_not_repaired(given, text):
    assert text == intake.from_text(given).text


def test_a_utf8_file_stays_identical(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("‘Straße’ 🌉\n", encoding="utf-8")
    assert intake.from_file(path).text == "‘Straße’ 🌉\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"one\ntwo \xff", r"line 2, byte 8"),
        ("a.txt", b"PK\0\0", "not a text file"),
        ("a.pdf", b"%PDF", r"type .pdf cannot be opened yet"),
        ("a.txt", b"x" * 4_000_001, "too large"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_repair(tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(MediakitError, match=said):
        intake.from_file(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(MediakitError, match="no such file"):
        intake.from_file(tmp_path / "none.txt")
    with pytest.raises(MediakitError, match="folder"):
        intake.from_file(tmp_path)


def test_a_text_without_end_is_refused():
    with pytest.raises(MediakitError, match="1,000,000"):
        intake.from_text("a" * 1_000_001)
