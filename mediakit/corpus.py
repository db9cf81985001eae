"""Many articles to one table: a row an article, resumable, on one machine by processes or on many by Dask.

What is done is kept line by line in a log beside the table, so that a run that was killed goes on where it was: no
article is lost, none is counted twice. An article that cannot be read is listed with its reason and stops nothing.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit import codec, intake, ledger
from mediakit.model import UNSURE, Analysis, MediakitError
from mediakit.taxonomy import Kind, Need, Stance, Verdict

FORMAT = 1
ENDINGS = (".txt", ".html", ".htm", ".docx", ".pdf")
AT_A_TIME = 8
"""Articles that wait for each worker; few, so that a kill loses little."""
Row = dict[str, Any]
Analyze = Callable[[str], Analysis]


@dataclass(frozen=True, slots=True)
class Item:
    """One article to be read: `text`, or a `path` to it. `outlet` groups articles."""

    id: str
    outlet: str = ""
    text: str = ""
    path: str = ""

    @property
    def mark(self) -> str:
        """Changes with the article, so that a changed one is read again."""
        said = (
            self.text or f"{self.path}:{Path(self.path).stat().st_mtime_ns}:{Path(self.path).stat().st_size}"
        )
        return hashlib.sha256(f"{self.id}\n{self.outlet}\n{said}".encode("utf-8", "replace")).hexdigest()[:16]


Result = tuple[str, str, Row | None, str]
"""Id, mark, row, and the reason where there is none."""
Results = Iterable[Result]
Job = Callable[[Item], Result]


def items(source: Path) -> Iterator[Item]:
    """The articles of a folder (the folders in it are outlets), or of JSON lines with `text` and, if there are, `id` and `outlet`.

    Raises MediakitError for a source that is neither; a bad line becomes an article without text, and is listed later.
    """
    if source.is_dir():
        for path in sorted(
            p for p in source.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file() and not p.is_symlink()
        ):
            inside = path.relative_to(source)
            yield Item(inside.as_posix(), inside.parts[0] if len(inside.parts) > 1 else "", path=str(path))
    elif source.suffix == ".jsonl" and source.is_file():
        yield from _lines(source)
    else:
        raise MediakitError(
            f"{source}: give a folder of articles, or a .jsonl file with a text in each line."
        )


def _lines(source: Path) -> Iterator[Item]:
    seen: set[str] = set()
    with source.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                raw = json.loads(line)
                text, name = str(raw["text"]), str(raw.get("id", number))
                outlet = str(raw.get("outlet") or raw.get("publisher") or "")
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                text, name, outlet = "", f"line {number}", ""
            name = name if name not in seen else f"{name} (line {number})"
            seen.add(name)
            yield Item(name, outlet, text)


def row(item: Item, analyze: Analyze) -> Row:
    """The figures of one article. Raises MediakitError for one without text."""
    article = intake.from_file(item.path) if item.path else intake.from_text(item.text)
    found = analyze(article.text)
    if not found.claims:
        raise MediakitError("there is no text in it")
    return {"id": item.id, "outlet": item.outlet} | figures(found)


def figures(found: Analysis) -> Row:
    """Shares over the claims of an analysis, and counts: distinct sources, and attributions by kind and by stance."""
    claims = len(found.claims)
    kinds = {k: [a for a in found.attributions if a.kind is k] for k in Kind}
    touched = {
        k: {c.id for c in found.claims if set(c.attributions) & {a.id for a in kinds[k]}} for k in Kind
    }
    counts = ledger.build(found)
    return {
        "words": len(found.text.split()),
        "claims": claims,
        "attributions": len(found.attributions),
        "sources": len(counts.sources),
        **{f"share_{v}": _share(sum(c.verdict is v for c in found.claims), claims) for v in Verdict},
        **{f"share_{k}": _share(len(touched[k]), claims) for k in Kind},
        **{f"share_need_{n}": _share(sum(c.need is n for c in found.claims), claims) for n in Need},
        **{f"stance_{s}": sum(a.stance is s for a in found.attributions) for s in Stance},
        "share_unsure": _share(sum(c.confidence < UNSURE for c in found.claims), claims),
        "notes": " ".join(found.notes),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def work(item: Item) -> Result:
    """One article in a worker. Never raises: a bad article stops nothing."""
    from mediakit.analysis import analyze  # each worker loads the models once

    try:
        return item.id, item.mark, row(item, analyze), ""
    except MediakitError as error:
        return item.id, item.mark, None, str(error)
    except Exception as error:  # noqa: BLE001 - one odd article must not end a night's run; it is listed with its reason
        return item.id, "", None, f"{type(error).__name__}: {error}"


# ---- the log


class Log:
    """What is done, a line an article, each on disk before the next batch; a line that was cut by a kill is dropped."""

    def __init__(self, path: Path) -> None:
        self.path, self.done = path, dict[str, tuple[str, Row | None, str]]()
        good = 0
        if path.exists():
            with path.open("rb") as file:
                for line in file:
                    try:
                        raw = json.loads(line)
                        self.done[raw["id"]] = (raw["mark"], raw["row"], raw["reason"])
                    except (ValueError, KeyError, TypeError):
                        break
                    good += len(line)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("ab")
        self._file.truncate(good)

    def has(self, item: Item) -> bool:
        return item.id in self.done and self.done[item.id][0] == item.mark

    def add(self, result: Result) -> None:
        name, mark, made, reason = result
        self.done[name] = (mark, made, reason)
        line = json.dumps({"id": name, "mark": mark, "row": made, "reason": reason}, ensure_ascii=False)
        self._file.write(line.encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        self._file.close()


def here(todo: list[Item], workers: int, job: Job = work) -> Results:
    """By processes on this machine. Each takes one core, so that two are twice as fast as one.

    Where a process dies, what was in hand is read again one by one; the article that kills its process is listed as bad.
    """
    from mediakit.analysis.tagger import THREADS

    os.environ[THREADS] = "1"
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    left = dict(enumerate(todo))
    while left:
        yield from _by_processes(left, workers, job)
        for number in list(left)[: workers * AT_A_TIME]:  # what was in hand when a process died
            alone = {number: (item := left.pop(number))}
            yield from _by_processes(alone, 1, job)
            if alone:
                yield item.id, item.mark, None, "reading it ended the process that read it"


def _by_processes(left: dict[int, Item], workers: int, job: Job) -> Results:
    """Take items out of `left` as they are done, until it is empty or a process has died."""
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: dict[Any, int] = {}
        queue = iter(list(left))
        while True:
            try:
                while len(waiting) < workers * AT_A_TIME and (number := next(queue, None)) is not None:
                    waiting[pool.submit(job, left[number])] = number
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    del left[waiting.pop(future)]
                    yield result
            except BrokenProcessPool:
                return


def on_dask(todo: list[Item], address: str) -> Results:
    """By the workers of a Dask scheduler; what a worker that dies had in hand is given to another one."""
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise MediakitError("--scheduler needs Dask: pip install 'mediakit-literacy[corpus]'.") from None
    texts = [
        Item(i.id, i.outlet, i.text or intake.from_file(i.path).text) if _readable(i) else i for i in todo
    ]
    marks = {item.id: item.mark for item in todo}
    with Client(address, timeout="30s") as client:  # type: ignore[no-untyped-call]
        for future in as_completed(client.map(work, texts, pure=False, retries=3)):  # type: ignore[no-untyped-call]
            name, _, made, reason = future.result()
            yield name, marks[name], made, reason


def _readable(item: Item) -> bool:
    """Can the file be read here? Then its text travels, since other machines have not this one's disk."""
    try:
        return bool(item.text or intake.from_file(item.path).text)
    except MediakitError:
        return False


def run(
    source: Path, output: Path, results: Callable[[list[Item]], Results], tell: Callable[[int, int], None]
) -> list[tuple[str, str]]:
    """Read every article and write the table; `tell` is called with how many are done and how many there are.

    Returns the bad articles with their reasons. The log beside the table (`.log.jsonl`) lets a killed run go on.
    """
    everything = list(items(source))
    if not everything:
        raise MediakitError(f"{source}: there are no articles in it ({', '.join(ENDINGS)}).")
    log = Log(output.with_name(f"{output.name}.log.jsonl"))
    try:
        todo = [item for item in everything if not log.has(item)]
        done = len(everything) - len(todo)
        tell(done, len(everything))
        for result in results(todo):
            log.add(result)
            done += 1
            tell(done, len(everything))
    finally:
        log.close()
    rows = [made for item in everything if (made := log.done[item.id][1]) is not None]
    save(rows, output)
    return [(item.id, log.done[item.id][2]) for item in everything if log.done[item.id][1] is None]


# ---- tables


def save(rows: list[Row], output: Path) -> None:
    """A table as .parquet or .csv, whole or not at all. Raises MediakitError for another ending."""
    if output.suffix == ".csv":
        from mediakit.handout import to_csv

        head = list(rows[0]) if rows else ["id"]
        codec.save(output, to_csv([head, *([str(r[h]) for h in head] for r in rows)]))
    elif output.suffix == ".parquet":
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError:
            raise MediakitError(
                "A .parquet table needs pyarrow: pip install 'mediakit-literacy[corpus]'. Or name a .csv file."
            ) from None
        buffer = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(rows), buffer)
        codec.save_bytes(output, buffer.getvalue().to_pybytes())
    else:
        raise MediakitError(f"{output}: a table is a .parquet or a .csv file.")


def load(path: Path) -> list[Row]:
    """A table that `save` wrote. Raises MediakitError for what is none."""
    try:
        if path.suffix == ".parquet":
            import pyarrow.parquet as pq

            rows: list[Row] = pq.read_table(path).to_pylist()
        else:
            import csv

            rows = [
                {k: _number(v) for k, v in r.items()}
                for r in csv.DictReader(codec.read_file(path).splitlines())
            ]
    except (OSError, ValueError, ImportError) as error:
        raise MediakitError(f"{path}: this table cannot be read ({error}).") from None
    if not rows or "claims" not in rows[0]:
        raise MediakitError(f"{path}: this is no table of `mediakit corpus`.")
    return rows


def _number(cell: str) -> Any:
    try:
        return float(cell) if "." in cell else int(cell)
    except ValueError:
        return cell
