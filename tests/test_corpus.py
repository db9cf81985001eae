"""Many articles to one table: resumed after kills, the same by one process, two, and a Dask cluster; outlets compared."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import simulated
from typer.testing import CliRunner

from mediakit import corpus, outlets
from mediakit.cli import app
from mediakit.corpus import Item, Log
from mediakit.model import MediakitError
from mediakit.taxonomy import Kind, Verdict

pytest.importorskip("pyarrow", reason="pyarrow is not installed; pip install 'mediakit-literacy[corpus]'")
SENTENCES = ("The pump is dry, {a} said.", "“We waited,” said {a}.", "It is believed that the road will close.", "Critics say it is late.", "The gate is blue.", "It is the worst plan in years.", "According to a report, {n} bolts were loose.")  # fmt: skip


def texts(count: int) -> list[dict[str, str]]:
    """Short invented articles of two outlets, with three that cannot be read."""
    chance = random.Random(7)
    made = []
    for number in range(count):
        name = chance.choice(("Mira Osei", "Petra Lind", "Lew Parrish"))
        said = " ".join(chance.choice(SENTENCES).format(a=name, n=number) for _ in range(6))
        made.append({"id": f"a{number:03d}", "outlet": "north" if number % 2 else "south", "text": said})
    return made


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "articles.jsonl"
    lines = [json.dumps(t) for t in texts(60)]
    lines[10:10] = [
        "{broken",
        json.dumps({"id": "empty", "text": "  "}),
        json.dumps({"id": "a003", "text": "The same number again."}),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(source: Path, output: Path, *more: str) -> str:
    done = CliRunner().invoke(app, ["corpus", str(source), "-o", str(output), *more])
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.fixture(scope="module")
def undisturbed(source, tmp_path_factory) -> list[dict]:
    output = tmp_path_factory.mktemp("whole") / "table.parquet"
    told = read(source, output)
    assert "line 11: " in told
    assert "empty: " in told
    assert "2 articles could not be read" in told
    return corpus.load(output)


def test_the_figures_of_an_article_are_those_of_its_analysis(undisturbed):
    assert len(undisturbed) == 61
    for row in undisturbed:
        assert row["claims"] >= 1
        assert sum(row[f"share_{v}"] for v in Verdict) == pytest.approx(1, abs=0.001)
        assert all(0 <= row[f"share_{k}"] <= 1 for k in Kind)
        assert row["sources"] <= row["attributions"]
    assert "a003 (line 14)" in {r["id"] for r in undisturbed} or "a003 (line 13)" in {
        r["id"] for r in undisturbed
    }


@pytest.mark.slow
def test_killed_twice_and_resumed_by_two_processes_the_table_is_the_same(source, undisturbed, tmp_path):
    output = tmp_path / "table.parquet"
    log = tmp_path / "table.parquet.log.jsonl"
    command = [sys.executable, "-m", "mediakit", "corpus", str(source), "-o", str(output), "--workers", "2"]
    for least in (5, 25):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        for _ in range(600):
            if log.exists() and log.read_bytes().count(b"\n") >= least:
                break
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert not output.exists()
        with log.open("ab") as file:
            file.write(b'{"id": "a0')  # a line that the kill cut

    subprocess.run(command, check=True, capture_output=True)

    assert corpus.load(output) == undisturbed
    names = [json.loads(line)["id"] for line in log.read_text(encoding="utf-8").splitlines()]
    assert len(names) == len(set(names)) == 63


@pytest.mark.slow
def test_on_a_dask_cluster_one_of_whose_workers_is_killed_the_table_is_the_same(
    source, undisturbed, tmp_path
):
    pytest.importorskip(
        "distributed", reason="Dask is not installed; pip install 'mediakit-literacy[corpus]'"
    )
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        log = tmp_path / "table.parquet.log.jsonl"
        command = [sys.executable, "-m", "mediakit", "corpus", str(source), "-o", str(tmp_path / "table.parquet"), "--scheduler", cluster.scheduler_address]  # fmt: skip
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(600):
            if log.exists() and log.read_bytes().count(b"\n") >= 3:
                break
            time.sleep(0.05)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        _, told = process.communicate(timeout=240)
        assert process.returncode == 0, told.decode()[-2000:]

    assert corpus.load(tmp_path / "table.parquet") == undisturbed


def test_an_article_that_ends_its_process_is_listed_and_stops_nothing():
    todo = [Item(f"a{n}", text="deadly" if n in (3, 20) else "The gate is blue.") for n in range(24)]

    results = list(corpus.here(todo, 2, simulated.deadly))

    assert sorted(name for name, *_ in results) == sorted(item.id for item in todo)
    assert {name: reason for name, _, row, reason in results if row is None} == dict.fromkeys(
        ("a3", "a20"), "reading it ended the process that read it"
    )


def test_a_changed_article_is_read_again_and_the_others_are_not(tmp_path):
    folder = tmp_path / "in" / "north"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text("The gate is blue.", encoding="utf-8")
    (folder / "two.txt").write_text("The road is long, Petra Lind said.", encoding="utf-8")
    (folder / "note.xyz").write_text("no article", encoding="utf-8")
    (folder / "three.pdf").write_bytes(b"%PDF-1.4 broken")
    output = tmp_path / "t.csv"
    asked: list[list[str]] = []

    def results(todo: list[Item]):
        asked.append([i.id for i in todo])
        return map(corpus.work, todo)

    bad = corpus.run(tmp_path / "in", output, results, lambda *_: None)
    (folder / "one.txt").write_text("The gate is blue, Petra Lind said.", encoding="utf-8")
    corpus.run(tmp_path / "in", output, results, lambda *_: None)

    assert asked == [["north/one.txt", "north/three.pdf", "north/two.txt"], ["north/one.txt"]]
    assert [name for name, _ in bad] == ["north/three.pdf"]
    assert [r["share_named_person"] for r in corpus.load(output)] == [1, 1]


@pytest.mark.parametrize(
    ("source_name", "output", "said"),
    [
        ("nothing", "t.csv", "give a folder"),
        ("empty", "t.csv", "no articles"),
        ("full", "t.xlsx", r"\.parquet or a \.csv"),
    ],
)
def test_what_cannot_be_read_or_written_is_told(tmp_path, source_name, output, said):
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("The gate is blue.", encoding="utf-8")

    with pytest.raises(MediakitError, match=said):
        corpus.run(
            tmp_path / source_name, tmp_path / output, lambda todo: map(corpus.work, todo), lambda *_: None
        )


def test_a_log_drops_only_what_was_cut(tmp_path):
    path = tmp_path / "log.jsonl"
    log = Log(path)
    log.add(("a", "1", {"claims": 1}, ""))
    log.add(("b", "2", None, "bad"))
    log.close()
    path.write_bytes(path.read_bytes() + b'{"id": "c", "ma')

    again = Log(path)
    again.add(("c", "3", None, "x"))
    again.close()

    assert list(Log(path).done) == ["a", "b", "c"]


# ---- outlets


def table(**outlet_values: list[float]) -> list[dict]:
    return [
        {"id": f"{o}{n}", "outlet": o, "share_unsourced": v}
        for o, values in outlet_values.items()
        for n, v in enumerate(values)
    ]


def test_outlets_are_compared_with_intervals_and_small_ones_are_flagged():
    chance = random.Random(1)
    rows = table(
        big=[chance.gauss(0.4, 0.1) for _ in range(80)],
        small=[0.1, 0.5, 0.9, 0.3],
        two=[0.2, 0.4],
        even=[0.5] * 30,
    )

    found = {o.name: o for o in outlets.compare(rows, "share_unsourced")}

    assert found["big"].low < found["big"].mean < found["big"].high
    assert 0.03 < found["big"].high - found["big"].low < 0.06
    assert not found["big"].few
    assert found["small"].few
    assert found["small"].high - found["small"].low > 0.3
    assert found["two"].low is None
    assert (found["even"].low, found["even"].high) == pytest.approx((0.45, 0.55))
    assert outlets.compare(table(x=[0.5, 0.5, 0.5 + 1e-9]), "share_unsourced")[0].low == pytest.approx(0.0)
    assert outlets.overlap(found["big"], found["two"])
    assert not outlets.overlap(found["even"], replace(found["even"], low=0.6, high=0.7))
    assert outlets.compare(rows, "share_unsourced") == outlets.compare(rows, "share_unsourced")


def test_an_interval_holds_the_truth_about_as_often_as_it_says():
    chance, held = random.Random(3), 0
    for _ in range(60):
        rows = table(x=[chance.random() for _ in range(40)])
        (found,) = outlets.compare(rows, "share_unsourced")
        held += found.low <= 0.5 <= found.high
    assert held >= 52


def test_a_figure_that_there_is_not_is_told():
    with pytest.raises(MediakitError, match="no figure 'truth'"):
        outlets.compare(table(x=[1.0]), "truth")


def test_articles_for_a_lesson_are_picked_by_level_and_balance(undisturbed):
    found = outlets.pick(undisturbed, "easy", 5) if any(8 <= r["claims"] <= 16 for r in undisturbed) else ()
    assert all(8 <= r["claims"] <= 16 for r in found)
    plain = (
        undisturbed[0]
        | {f"share_{k}": 0.0 for k in Kind}
        | {"notes": "", "share_unsure": 0.0, "share_unsourced": 0.45, "claims": 12}
    )
    several = plain | {"id": "several kinds", "share_vague": 0.2, "share_hidden": 0.1}
    others = [plain | {"id": "one voice"}, plain | {"id": "all sourced", "share_unsourced": 0.0}, several]
    unfit = [
        plain | {"id": "long", "claims": 60},
        plain | {"id": "unsure", "share_unsure": 0.6},
        plain | {"id": "foreign", "notes": "language"},
    ]
    assert [r["id"] for r in outlets.pick([*others, *unfit], "easy", 9)] == [
        "several kinds",
        "one voice",
        "all sourced",
    ]
    assert len(outlets.pick(others, "easy", 2)) == 2
    with pytest.raises(MediakitError, match="no level"):
        outlets.pick(undisturbed, "huge")
