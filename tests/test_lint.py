"""The linter on the shipped packs, and on packs that were broken on purpose."""

import json
import re
import shutil
import subprocess
import sys

import pytest

import mediakit
from mediakit import codec, lint, packs

PACK = "who-says-so"
ONE, TWO = f"{PACK}/sunday-library", f"{PACK}/night-ferry"


def test_nothing_is_wrong_with_the_shipped_packs():
    found = lint.lint(packs.home(), "", mediakit.analyze, codec.shipped("notebooks"))
    assert [str(f) for f in found] == []


@pytest.fixture
def root(tmp_path):
    """Two exercises of one pack, to be broken."""
    shutil.copytree(packs.home() / PACK, tmp_path / PACK)
    path = tmp_path / PACK / "pack.toml"
    text = path.read_text(encoding="utf-8")
    kept = [
        e
        for e in text.split("\n[[exercises]]")
        if "slug" not in e or re.search("sunday-library|night-ferry", e)
    ]
    path.write_text("\n[[exercises]]".join(kept), encoding="utf-8")
    for folder in (tmp_path / PACK).iterdir():
        if folder.is_dir() and f"{PACK}/{folder.name}" not in (ONE, TWO):
            shutil.rmtree(folder)
    return tmp_path


def change(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def edit(file: str, old: str, new: str):
    return lambda root: change(root / file, old, new)


def drop_claim(root):
    path = root / ONE / "key.toml"
    blocks = path.read_text(encoding="utf-8").split("[[claim]]")
    path.write_text("[[claim]]".join([blocks[0], *blocks[2:]]), encoding="utf-8")


def drop_reasons(root):
    path = root / ONE / "key.toml"
    path.write_text(re.sub(r"(?m)^why = .*$\n?", "", path.read_text(encoding="utf-8")), encoding="utf-8")


def suspicious(root):
    for name in (ONE, TWO):
        path = root / name / "key.toml"
        text = re.sub(r'(?m)^kind = ".*"$', 'kind = "vague"', path.read_text(encoding="utf-8"))
        text = re.sub(r'(?m)^need = "common"$', 'need = "opinion"', text)
        path.write_text(re.sub(r"(?m)^accept = .*$\n?", "", text), encoding="utf-8")


def shorten(root):
    for file in ("article.txt", "machine.json", "key.toml"):
        path = root / ONE / file
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    text = "“It is dry,” said Lena Ortiz."
    (root / ONE / "article.txt").write_text(text, encoding="utf-8")
    (root / ONE / "machine.json").write_text(codec.write_json(mediakit.analyze(text)), encoding="utf-8")
    (root / ONE / "key.toml").write_text(
        '[[claim]]\nquote = "It is dry"\nverdict = "sourced"\nkind = "named_person"\nsource = "Lena Ortiz"\nwhy = "A name."\n',
        encoding="utf-8",
    )


def twin(root):
    for file in ("article.txt", "key.toml", "machine.json"):
        shutil.copy(root / ONE / file, root / TWO / file)


def second_reader(root):
    (root / ONE / "second.toml").write_text(
        '[[claim]]\nquote = "Critics say"\nverdict = "sourced"\nkind = "organization"\nsource = "critics"\n',
        encoding="utf-8",
    )


def leak(root):
    folder = root / "notebooks"
    folder.mkdir()
    why = next(a.why for a in packs.load(ONE, root).key.answers if a.why)
    cells = [
        {"cell_type": "code", "outputs": [{"output_type": "stream", "text": [f"{why}\n"]}], "source": []}
    ]
    (folder / "lesson.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")


def stray(root):
    (root / PACK / "forgotten").mkdir()


def stale(root):
    path = root / ONE / "machine.json"
    machine = json.loads(path.read_text(encoding="utf-8"))
    for claim in machine["claims"][:4]:
        claim |= {"verdict": "unsourced", "attributions": [], "need": "opinion"}
    path.write_text(json.dumps(machine), encoding="utf-8")


def longwinded(root):
    path = root / TWO / "article.txt"
    text = path.read_text(encoding="utf-8")
    text += "\n" + "Notwithstanding incontrovertible administrative representations, " * 40 + "it stands.\n"
    path.write_text(text, encoding="utf-8")
    (root / TWO / "machine.json").write_text(codec.write_json(mediakit.analyze(text)), encoding="utf-8")


BROKEN = [
    (edit(f"{PACK}/pack.toml", "format = 1", "format = 9"), r"pack.toml: format 9 is newer"),
    (edit(f"{PACK}/pack.toml", 'licence = "CC-BY-4.0"', 'licence = "to be chosen"'), r"licence is not chosen"),
    (edit(f"{PACK}/pack.toml", "origin =", "# origin ="), r"where the texts come from"),
    (edit(f"{PACK}/pack.toml", "about =", "colour ="), r"the key 'colour' is not known"),
    (edit(f"{PACK}/pack.toml", 'level = "easy"', 'level = "eazy"'), r"sunday-library: level = 'eazy'"),
    (edit(f"{PACK}/pack.toml", '"vague"', '"gossip"'), r"'gossip' is no word of the taxonomy"),
    (edit(f"{PACK}/pack.toml", '"vague"', '"loaded", "act", "endorsing"'), r"no claim is 'endorsing', which the pack teaches"),
    (edit(f"{ONE}/key.toml", 'quote = "The first open', 'quote = "The first shut'), r"claim 2.*quote not found in article.txt"),
    (edit(f"{ONE}/key.toml", 'verdict = "sourced"', 'verdict = "true"'), r"verdict = 'true'.*must be one of"),
    (edit(f"{ONE}/key.toml", 'kind = "organization"\n', ""), r"key.toml, c1 .*: the kind is missing"),
    (edit(f"{ONE}/key.toml", 'need = "checkable"', ""), r"key.toml, c2 .*: the need is missing"),
    (edit(f"{ONE}/key.toml", 'accept = ["common"]', 'accept = ["checkable"]'), r"accept repeats the answer itself"),
    (drop_claim, r"key.toml, c1: there is no key for 'The library"),
    (drop_reasons, r"only 0 claims have a why"),
    (suspicious, r"claims are rightly told.*40%"),
    (shorten, r"article.txt: it has 6 words"),
    (longwinded, r"its reading grade is \d+"),
    (twin, r"it is \d+ % like|speaks in"),
    (second_reader, r"a second reader answered sourced, organization; nothing of it is accepted"),
    (leak, r"lesson.ipynb: a saved output holds an answer of who-says-so/sunday-library"),
    (stray, r"who-says-so/forgotten: this folder is in no list"),
    (stale, r"machine.json: it is not what the analysis says today.*exercises freeze"),
]  # fmt: skip


def test_what_will_be_broken_is_whole(root):
    assert [str(f) for f in lint.lint(root, "", mediakit.analyze)] == []


@pytest.mark.parametrize(("breaks", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_a_broken_pack_is_told_with_file_place_and_repair(root, breaks, said):
    breaks(root)
    found = [str(f) for f in lint.lint(root, "", mediakit.analyze, root / "notebooks")]
    assert any(re.search(said, line) for line in found), found
    assert all(line.startswith((PACK, "lesson.ipynb")) for line in found)


def test_the_command_ends_with_one_when_there_is_something_to_mend(root):
    stray(root)
    command = [sys.executable, "-m", "mediakit", "exercises", "lint", "--folder", str(root)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "forgotten" in done.stdout


def test_a_folder_without_packs_is_told(tmp_path):
    assert "no pack" in str(lint.lint(tmp_path)[0])
