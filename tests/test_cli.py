"""The command line as people call it: a process of its own."""

import json
import subprocess
import sys

import pytest

TEXT = "“The pump is dry,” said Mara Quill. It is [bold]hot[/bold].\n"


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "mediakit", *arguments], input=given, capture_output=True, timeout=120
    )


def test_analyze_prints_the_public_format(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run("analyze", str(path), "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert {"format", "text", "language", "engine", "notes", "claims", "attributions"} == set(found)
    assert found["text"] == TEXT
    claim = {"id", "start", "end", "verdict", "need", "attributions", "confidence"}
    assert claim <= set(found["claims"][0])
    attribution = {
        "id",
        "content",
        "cue",
        "source",
        "kind",
        "name",
        "quote",
        "stance",
        "continued",
        "reason",
        "second_hand",
        "why",
        "confidence",
    }
    assert attribution <= set(found["attributions"][0])
    assert {"rule", "words", "runner_up"} == set(found["attributions"][0]["why"])
    assert found["attributions"][0]["name"] == "Mara Quill"


def test_analyze_reads_standard_input_and_prints_a_report():
    done = run("analyze", "-", given=TEXT.encode())
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "Mara Quill" in out
    assert "[bold]" in out, "text of an article is never markup"


def test_an_empty_text_is_a_note_and_no_error():
    done = run("analyze", "-", "--json")
    assert (done.returncode, json.loads(done.stdout)["notes"]) == (0, ["empty"])


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("analyze", "none.txt"), b"", "none.txt: there is no such file"),
        (("analyze", "-"), b"caf\0", "standard input: this is not a text file"),
        (("exercises", "check", "who-says-so/none"), b"", "no exercise 'none'"),
        (("analyze",), b"", "analyze"),
        (("nonsense",), b"", "nonsense"),
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_code_2(arguments, given, said):
    done = run(*arguments, given=given)
    error = done.stderr.decode()
    assert done.returncode == 2
    assert said in error
    assert "Traceback" not in error


def test_the_exercises_are_listed():
    done = run("exercises", "list")
    assert done.returncode == 0
    assert b"who-says-so/sunday-library" in done.stdout


def test_open_copies_the_lessons_and_keeps_what_is_there(tmp_path):
    from mediakit.cli import copy_notebooks

    first = copy_notebooks(tmp_path)
    first.write_text("mine")
    assert copy_notebooks(tmp_path).read_text() == "mine"
    assert first.name == "00-start-here.ipynb"
