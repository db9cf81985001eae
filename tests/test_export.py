"""Pages and sheets as text: what is in them, and what is not."""

import json
import re

import pytest

from mediakit import catalogue, export, packs
from mediakit.cli import app
from mediakit.model import MediakitError

NAMES = [f"{p.slug}/{e}" for p in packs.list_packs() for e in p.exercises]
WORDS = catalogue.load("en")


def data_of(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="mk-data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found.group(1))


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_becomes_a_page_that_loads_nothing(name):
    page = export.page(packs.load(name), WORDS)
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy
    assert len(page) < 1_000_000


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_becomes_a_sheet_with_a_box_for_every_answer(name):
    exercise = packs.load(name)
    sheet = export.sheet(exercise, WORDS)
    asked = data_of(export.page(exercise, WORDS))["record"]["claims"]
    assert sheet.count("<tr>") == 2 * len(asked) + 2
    boxes = sum(len(WORDS.group(q)) for q in ("verdict", "kind", "need", "sure"))
    assert sheet.count('class="bx"') == boxes * len(asked)
    for answer in exercise.key.answers:
        if answer.why and answer.claim in asked:
            assert str(export.jinja2.filters.escape(answer.why)) in sheet


@pytest.mark.parametrize("made", [export.page, export.sheet])
def test_without_a_key_no_reason_and_no_verdict_is_in_it(made):
    exercise = packs.load(NAMES[0])
    text = made(exercise, WORDS, key=False)
    for answer in exercise.key.answers:
        assert not answer.why or str(export.jinja2.filters.escape(answer.why)) not in text
        assert not answer.why or answer.why not in text


def test_text_of_an_exercise_cannot_close_the_script():
    from dataclasses import replace

    exercise = packs.load(NAMES[0])
    odd = replace(exercise, title="</script><script>alert(1)</script>", slug="a/b")
    page = export.page(odd, WORDS)
    assert page.count("<script") == export.page(exercise, WORDS).count("<script")
    assert data_of(page)["page"]["title"] == odd.title
    assert "<script>alert" not in export.sheet(odd, WORDS)


def test_a_sheet_becomes_a_pdf():
    pytest.importorskip("weasyprint", reason="WeasyPrint and Pango are not installed", exc_type=OSError)
    assert export.pdf(export.sheet(packs.load(NAMES[0]), WORDS)).startswith(b"%PDF")


def test_a_pdf_without_its_library_says_how_to_get_it(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MediakitError, match="pip install"):
        export.pdf("<p>")


@pytest.mark.parametrize(
    ("command", "file"), [("html", "page.html"), ("print", "sheet.html"), ("print", "sheet.pdf")]
)
def test_the_command_writes_a_file(command, file, tmp_path):
    from typer.testing import CliRunner

    if file.endswith("pdf"):
        pytest.importorskip("weasyprint", reason="WeasyPrint and Pango are not installed", exc_type=OSError)
    done = CliRunner().invoke(app, ["export", command, NAMES[0], "-o", str(tmp_path / file)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / file).stat().st_size > 10_000


def test_a_language_and_questions_can_be_chosen():
    page = data_of(export.page(packs.load(NAMES[0]), WORDS, questions=("verdict", "stance")))["page"]
    assert [q["id"] for q in page["questions"]] == ["verdict", "stance"]
