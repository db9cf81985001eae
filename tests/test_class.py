"""A simulated class from end to end: 40 students, 5 exercises, files, codes, archives and ten kinds of broken files.

The figures of the report are compared with a calculation that shares no code with it.
"""

import csv
import io
import json
import math
import re
import zipfile
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from statistics import NormalDist

import pytest
from simulated import passes
from typer.testing import CliRunner

from mediakit import archive, classroom, codec, codes, collecting, export, handout, packs, seals
from mediakit.catalogue import load as load_words
from mediakit.cli import app
from mediakit.collecting import Shelf, hands
from mediakit.model import Contest, MediakitError, Record
from mediakit.store import Store
from mediakit.taxonomy import Verdict

EXERCISES = ("who-says-so/night-ferry", "who-says-so/missing-parrot", "names-and-no-names/lock-keeper", "tangled/derby", "inside-the-marks/moon-cheese")  # fmt: skip
STUDENTS = [f"student {n:02d}" for n in range(40)]
NOON = "2026-11-24T12:00:00+00:00"


def write(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(codec.write_json(record), encoding="utf-8")


def broken(folder: Path, good: Record) -> dict[str, str]:
    """Ten kinds of files that must be refused, and what must be said of each."""
    folder.mkdir(parents=True)
    plain = codec.plain(good)
    text = codec.write_json(good)
    files = {
        "cut.json": (text[: len(text) // 2], r"no valid JSON"),
        "empty.json": ("", r"no valid JSON"),
        "foreign.json": ('{"cells": [], "nbformat": 4}', r"no file of mediakit"),
        "future.json": (json.dumps(plain | {"format": 99}), r"format 99 is newer"),
        "extra.json": (json.dumps(plain | {"points": 10}), r"points"),
        "claim.json": (
            json.dumps(plain | {"claims": [*plain["claims"], "c999"], "committed": False}),
            r"no claim c999",
        ),
        "other-text.json": (json.dumps(plain | {"fingerprint": "0" * 16}), r"another text"),
        "deep.json": ("[" * 100_000, r"too deep|no valid JSON"),
        "nameless.json": (json.dumps(plain | {"student": "a\u202eb"}), r"nickname"),
        "codes.csv": ("nickname,code\nowl,MK2 0000 0000 0000\nfox\n", r"slip|no exercise|nickname, a comma"),
    }
    for name, (content, _) in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "latin.json").write_bytes(text.replace("night", "n\u00fcght").encode("latin-1"))
    (folder / "huge.json").write_bytes(b" " * (collecting.LARGEST + 1))
    (folder / "link.json").symlink_to(folder / "cut.json")
    (folder / "bomb.zip").write_bytes(b"PK\x03\x04 no archive")
    return {name: said for name, (_, said) in files.items()} | {"latin.json": "no UTF-8", "huge.json": "larger than 2 MB", "link.json": "a link"}  # fmt: skip


@pytest.fixture(scope="module")
def handed(tmp_path_factory) -> tuple[Path, dict[tuple[str, str], Record]]:
    """A folder of hand-ins of all sorts, and the record that must count for each student and exercise."""
    top, right = tmp_path_factory.mktemp("class") / "in", {}
    lines = ["nickname;code"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for number, student in enumerate(STUDENTS):
            for place, name in enumerate(EXERCISES):
                rounds = 2 if name == EXERCISES[1] else 1
                states = passes(name, student, 1, rounds=rounds, skill=0.3 + number / 60)
                last, file = states[-1], f"{name.replace('/', '--')}.json"
                right[student, name] = last
                sort = (number + place) % 5
                if sort == 0 and rounds == 1:
                    lines.append(f"{student};{codes.write(last)}")
                elif sort == 1:
                    zipped.writestr(f"{student}/answers/{file}", codec.write_json(last))
                else:
                    write(top / student / "answers" / file, last)
                    if sort == 2:  # the same once more under another name, and an earlier state
                        write(top / "again" / f"{number}-{place}.json", last)
                        write(top / "earlier" / f"{number}-{place}.json", states[0])
    (top / "codes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (top.parent / "handed.zip").write_bytes(packed.getvalue())
    return top, right


@pytest.fixture(scope="module")
def filled(handed) -> tuple[Store, dict[tuple[str, str], Record]]:
    top, right = handed
    store = Store(f"sqlite:///{top.parent / 'class.db'}")
    collecting.add(store, [top, top.parent / "handed.zip"], NOON)
    return store, right


def same(mine: Record, right: Record) -> bool:
    return mine.answers == right.answers and mine.exercise == right.exercise


def test_every_good_record_is_in_and_every_bad_one_named(store, handed, tmp_path):
    top, right = handed
    wanted = broken(tmp_path / "bad", next(iter(right.values())))

    outcomes = collecting.add(
        store, [top, top.parent / "handed.zip", tmp_path / "bad", tmp_path / "bad" / "bomb.zip"], NOON
    )

    kept = {(k.student, k.record.exercise): k.record for k in store.records()}
    assert kept.keys() == right.keys()
    assert len(store.records()) == len(right) == 200
    for key, record in right.items():
        given = sorted(
            codec.plain(a)["claim"] + str(a.verdict) + str(a.detail) + str(a.sure) for a in record.answers
        )
        assert given == sorted(
            codec.plain(a)["claim"] + str(a.verdict) + str(a.detail) + str(a.sure) for a in kept[key].answers
        )
    refused = {Path(o.file.split(",")[0]).name: o.reason for o in outcomes if o.state == "refused"}
    for name, said in wanted.items():
        assert re.search(said, refused[name]), (name, refused[name])
    assert "no zip archive" in refused["bomb.zip"]
    assert len([o for o in outcomes if o.state == "refused"]) == len(wanted) + 2
    assert not [o for o in outcomes if o.state == "altered"]


def test_adding_everything_again_changes_nothing(filled, handed):
    store, _ = filled
    before = store.records()

    again = collecting.add(store, [handed[0], handed[0].parent / "handed.zip"], NOON)

    assert {o.state for o in again} <= {"same", "earlier"}
    assert store.records() == before


# ---- an independent calculation


@lru_cache
def key_of(name: str) -> dict[str, dict]:
    """The key, read from its file's records without the program's own scoring."""
    return {a.claim: {"v": str(a.verdict), "d": str(a.kind or "") if a.verdict != "unsourced" else str(a.need or ""), "accept": set(map(str, a.accept))} for a in packs.load(name).key.answers}  # fmt: skip


def judged(answer, key) -> tuple[bool, bool, bool, bool]:
    """Verdict right, verdict and detail right, called sourced, is sourced."""
    v = str(answer.verdict)
    d = str(answer.kind or "") if v != "unsourced" else str(answer.need or "")
    verdict = v == key["v"] or v in key["accept"]
    if v == "unsourced":
        asked = key["d"] if key["v"] == "unsourced" else ""
    else:
        asked = key["d"] if key["v"] != "unsourced" else ""
    detail = verdict and (not asked or d == asked or d in key["accept"])
    signal = v == "sourced" if verdict else key["v"] == "sourced"
    return verdict, detail, v == "sourced", signal


def test_the_figures_of_the_report_are_those_of_an_independent_calculation(filled):
    store, right = filled

    found = classroom.view(hands(store.records()), Shelf().find)

    assert {e.name for e in found.exercises} == set(EXERCISES)
    z = NormalDist().inv_cdf
    for view in found.exercises:
        key = key_of(view.name)
        records = [r for (_, name), r in right.items() if name == view.name]
        assert (view.students, view.open) == (40, 0)
        for claim in view.claims:
            given = [next(a for a in r.answers if a.claim == claim.claim) for r in records]
            good = sum(judged(a, key[claim.claim])[1] for a in given)
            assert (claim.answers, claim.right) == (40, good)
            assert claim.to_discuss == (0.3 <= good / 40 <= 0.7)
            assert Counter(str(a.verdict) for a in given) == sum((Counter({v: n}) for v, _, n in claim.given), Counter())  # fmt: skip
        if view.name == EXERCISES[1]:
            firsts = sum(judged(a, key[a.claim])[1] for r in records for a in r.first)
            seconds = sum(judged(a, key[a.claim])[1] for r in records for a in r.answers)
            assert view.rounds == (firsts, seconds, sum(len(r.answers) for r in records))
            assert seconds > firsts
        assert dict(view.alpha)["verdict"] == pytest.approx(nominal_alpha(records), abs=1e-9)
    for student in found.students:
        rows = [
            judged(a, key_of(name)[a.claim])
            for (who, name), r in right.items()
            if who == student.student
            for a in r.answers
        ]
        hits = sum(c and s for _, _, c, s in rows)
        alarms = sum(c and not s for _, _, c, s in rows)
        sourced = sum(s for *_, s in rows)
        h, f = (hits + 0.5) / (sourced + 1), (alarms + 0.5) / (len(rows) - sourced + 1)
        assert student.report.score.verdicts == sum(v for v, *_ in rows)
        assert student.report.score.kinds == sum(d for _, d, *_ in rows)
        assert student.report.discernment is not None
        assert student.report.discernment.d == pytest.approx(z(h) - z(f))
        assert student.report.discernment.c == pytest.approx(-(z(h) + z(f)) / 2)
        said = {"guessing": 0.5, "fairly": 0.75, "certain": 0.95}
        pairs = [(said[str(a.sure)], judged(a, key_of(name)[a.claim])[1]) for (who, name), r in right.items() if who == student.student for a in r.answers]  # fmt: skip
        assert student.report.calibration is not None
        assert student.report.calibration.brier == pytest.approx(
            sum((p - g) ** 2 for p, g in pairs) / len(pairs)
        )


def nominal_alpha(records: list[Record]) -> float:
    """Krippendorff's alpha from its coincidence matrix (2011, section D), for complete nominal data."""
    units: dict[str, list[str]] = {}
    for record in records:
        for answer in record.answers:
            units.setdefault(answer.claim, []).append(str(answer.verdict))
    together: Counter[tuple[str, str]] = Counter()
    for words in units.values():
        for i, a in enumerate(words):
            for j, b in enumerate(words):
                if i != j:
                    together[a, b] += 1 / (len(words) - 1)  # type: ignore[assignment]
    whole = Counter()
    for (a, _), n in together.items():
        whole[a] += n
    n = sum(whole.values())
    apart = sum(v for (a, b), v in together.items() if a != b)
    by_chance = sum(whole[a] * whole[b] for a in whole for b in whole if a != b) / (n - 1)
    return 1 - apart / by_chance


@pytest.mark.parametrize(
    ("readings", "alpha"),
    [
        (["0100000010", "1110010000"], 0.095),
        (["aabbdcccedda", "babbbccceddd"], 0.692),
        (["123321412___", "1233224125_3", "_3332342251_", "12332441251_"], 0.743),
    ],
)
def test_alpha_is_that_of_krippendorffs_worked_examples(readings, alpha):
    from mediakit.agreement import alpha as own

    table = {str(n): {str(i): w for i, w in enumerate(words) if w != "_"} for n, words in enumerate(readings)}

    assert own(table) == pytest.approx(alpha, abs=0.0005)


def test_alpha_says_nothing_where_nothing_can_be_said():
    from mediakit.agreement import alpha

    assert alpha({}) is None
    assert alpha({"a": {"1": "x"}}) is None
    assert alpha({"a": {"1": "x"}, "b": {"1": "x"}}) is None


# ---- what is given out


def test_the_class_page_hides_names_runs_no_script_and_escapes_all(store):
    odd = passes(EXERCISES[0], "<script>x", 1)[-1]
    contest = Contest(odd.claims[0], Verdict.PARTLY, "vague", "words", '"><img onerror=alert(1)>')
    odd = seals.extend(replace(odd, contests=(contest,)), odd.chain)
    store.add(odd.student, odd, NOON)
    store.add("Ada", passes(EXERCISES[0], "Ada", 2)[-1], NOON)
    found = classroom.view(hands(store.records()), Shelf().find)

    hidden, shown = (export.class_page(found, load_words(), names=names) for names in (False, True))

    assert "Ada" not in hidden
    assert "Ada" in shown
    for page in (hidden, shown):
        assert "<script" not in page
        assert "<img" not in page
        assert "&lt;img onerror" in page
        assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert found.waiting[0].contest.reason == contest.reason


@pytest.mark.parametrize("sort", handout.GRADEBOOKS)
def test_a_gradebook_has_a_row_a_student_and_points_by_the_scheme(filled, sort):
    store, right = filled
    scheme = handout.Scheme(points=20, taking_part=1, verdict=2, kind=1)

    table = list(
        csv.reader(io.StringIO(handout.gradebook(hands(store.records()), Shelf().find, scheme, sort)))
    )

    rows = [row for row in table[1:] if any(s in row for s in STUDENTS)]
    assert len(rows) == 40
    for row in rows:
        student = next(cell for cell in row if cell in STUDENTS)
        for name in EXERCISES:
            judgements = [judged(a, key_of(name)[a.claim]) for a in right[student, name].answers]
            share = (
                1
                + 2 * sum(v for v, *_ in judgements) / len(judgements)
                + sum(d for _, d, *_ in judgements) / len(judgements)
            ) / 4
            assert float(row[table[0].index(name)]) == pytest.approx(20 * share, abs=0.006)


def test_a_cell_is_never_a_formula(store):
    store.add("=1+1", replace(passes(EXERCISES[0], "x", 1)[-1], student="=1+1", chain=()), NOON)

    table = handout.gradebook(hands(store.records()), Shelf().find, handout.Scheme())

    assert "'=1+1" in table
    assert "\n=1+1" not in table


def test_annotations_point_at_the_claims_they_are_about(filled):
    store, _ = filled
    hand = hands(store.records(exercise=EXERCISES[0]))[0]

    made = handout.annotations(hand, Shelf().find)

    text = packs.load(EXERCISES[0]).article.text
    for item in made["first"]["items"]:
        place, quote = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
    assert made["total"] == len(hand.record.answers)


def test_an_archive_goes_into_another_store_without_loss(filled, tmp_path):
    store, _ = filled
    path = tmp_path / "class.zip"
    path.write_bytes(archive.pack(store.records()))
    other = Store(f"sqlite:///{tmp_path / 'other.db'}")

    assert archive.unpack(path, other) == {"new": 200}
    assert archive.unpack(path, other) == {"same": 200}
    assert other.records() == store.records()
    assert archive.pack(other.records()) == path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK", b"text", None])
def test_what_is_no_archive_is_told(tmp_path, content):
    path = tmp_path / "class.zip"
    if content is None:
        with zipfile.ZipFile(path, "w") as file:
            file.writestr(archive.MEMBER, '{"format": 7}\n')
    else:
        path.write_bytes(content)

    with pytest.raises(MediakitError, match=r"class\.zip"):
        archive.unpack(path, Store(f"sqlite:///{tmp_path / 'x.db'}"))


# ---- the commands


def test_a_class_by_the_command_line_alone(tmp_path, monkeypatch, handed):
    monkeypatch.chdir(tmp_path)
    top, _ = handed
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    run = lambda *words: CliRunner().invoke(app, ["class", *map(str, words)])  # noqa: E731

    added = run("add", top, "bad.json")
    assert added.exit_code == 1
    assert "bad.json: refused" in added.output
    assert " new" in added.output
    assert run("report", "-o", "class.html").exit_code == 0
    assert "student 01" not in (tmp_path / "class.html").read_text(encoding="utf-8")
    for sort, file in (
        ("gradebook", "g.csv"),
        ("answers", "a.csv"),
        ("records", "r.json"),
        ("annotations", "w.json"),
        ("archive", "c.zip"),
    ):
        assert run("export", "--as", sort, "-o", file).exit_code == 0
        assert (tmp_path / file).stat().st_size > 100
    assert run("import", "c.zip", "--store", "sqlite:///second.db").output.endswith("new\n")
    assert "student 07" in run("list").output
    assert "records deleted" in run("forget", "student 07").output
    assert "student 07" not in run("list").output
    assert run("forget").exit_code == 1
    assert run("forget", "--all").exit_code == 0
    assert isinstance(run("report").exception, MediakitError)


def test_a_ruling_reaches_the_store_and_the_key(tmp_path, monkeypatch):
    import shutil

    monkeypatch.chdir(tmp_path)
    name = EXERCISES[0]
    shutil.copytree(packs.home() / "who-says-so", tmp_path / packs.OWN / "who-says-so")
    record = passes(name, "fox", 1)[-1]
    claim = record.claims[1]
    text = next(c for c in packs.load(name).machine.claims if c.id == claim)
    words = packs.load(name).article.text[text.start : text.end].split()[0]
    record = seals.extend(
        replace(record, contests=(Contest(claim, Verdict.UNSOURCED, "opinion", words, "It judges."),)),
        record.chain,
    )
    store = Store()
    store.add("fox", record, NOON)

    done = CliRunner().invoke(app, ["class", "rule", "fox", name, claim, "--upheld"])

    assert done.exit_code == 0, done.output
    assert store.records()[0].record.contests[0].ruling == "upheld"
    assert seals.holds(store.records()[0].record)
    new = packs.find(name).key.get(claim)
    assert new is not None
    assert (new.verdict, str(new.need)) == (Verdict.UNSOURCED, "opinion")
    assert "It judges." in new.why


def test_finite_figures_only(filled):
    store, _ = filled
    for student in classroom.view(hands(store.records()), Shelf().find).students:
        assert all(math.isfinite(x) for x in (student.report.discernment.d, student.report.discernment.c))
