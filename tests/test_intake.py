import io
import zipfile

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
        ("a.exe", b"MZ", r"files of the type .exe cannot be opened; these can: .txt"),
        ("a.txt", b"PK\0\0", "not a text file"),
        ("a.pdf", b"%PDF", r"no PDF that can be read"),
        ("a.txt", b"x" * 4_000_001, "4,000,001 characters; 1,000,000 is the most"),
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


ARTICLE = (
    "“The roof is dry,” said Lena Ortiz – the mayor’s office paid £40,000. Critics say it cost too much."
)
PAGE = f"""<html><head><title>Roof is dry</title></head><body><nav><a href="/">Home</a><a href="/s">Sport</a></nav>
<article><h1>Roof is dry</h1><p>{ARTICLE}</p><p>{"The square was empty at noon. " * 5}</p></article>
<script>alert(1)</script><footer>(c) The Post</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_files_of_other_encodings_are_read(encoding):
    assert intake.from_bytes(ARTICLE.encode(encoding), "a.txt").text == ARTICLE


def test_a_text_in_another_script_is_not_taken_for_western():
    text = "Мэр сказал, что крыша сухая и дорогая. Критики не согласны с этим решением."
    assert text == intake.from_bytes(text.encode("cp1251"), "a.txt").text


def test_of_a_saved_page_only_headline_and_article_are_kept():
    found = intake.from_bytes(PAGE.encode(), "a.html").text
    assert found.startswith("Roof is dry\n\n“The roof is dry,” said")
    for rest in ("Home", "alert", "(c)"):
        assert rest not in found


def word_file(*paragraphs: str) -> bytes:
    import docx

    made, file = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(file)
    return file.getvalue()


def test_a_word_document_keeps_its_paragraphs():
    assert f"One.\n\n{ARTICLE}" == intake.from_bytes(word_file("One.", "", ARTICLE), "a.docx").text


def test_a_pdf_gives_its_text():
    weasyprint = pytest.importorskip("weasyprint", reason="WeasyPrint makes the PDF of this test")
    found = intake.from_bytes(weasyprint.HTML(string=PAGE).write_pdf(), "a.pdf").text
    assert "said Lena Ortiz" in found
    scan = weasyprint.HTML(string="<p></p>").write_pdf()
    with pytest.raises(MediakitError, match="a scan"):
        intake.from_bytes(scan, "a.pdf")


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 101_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK\3\4junk", "no Word document"),
        ("a.docx", bomb(), "unpacks to more than 100 MB"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "no article was found"),
        ("a.html", b"", "no article was found"),
        ("a.html", b"<div>" * 50_000 + b"x", "no article was found"),
        ("a.pdf", b"", "no PDF"),
        ("a.txt", b"x" * 20_000_001, "20 MB is the most"),
        ("a.txt", b"\xff\xfea\0b", "encoding"),
    ],
)
def test_files_that_hold_no_article_get_one_clear_sentence(name, data, said):
    with pytest.raises(MediakitError, match=said) as told:
        intake.from_bytes(data, name)
    assert str(told.value).startswith(name)
    assert "\n" not in str(told.value)


def test_a_name_with_a_full_stop_is_no_file_type():
    assert intake.from_bytes(b"A text.", "Dr. Smith speaks").text == "A text."
