"""The class store: answer records of many students, in SQLite beside the teacher's notebooks or in PostgreSQL by URL.

One row an attempt, keyed by student, exercise and attempt, so that the same file counts once and a later state of the
same attempt takes the place of an earlier one. Nothing is deleted but by `forget`, which deletes for good.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from mediakit import codec, seals
from mediakit.model import MediakitError, Record

ENV = "MEDIAKIT_STORE"
DEFAULT = "sqlite:///mediakit-class.db"
TRIES = 5
"""How often a write is tried again that met another one."""

tables = sa.MetaData()
MIGRATIONS = sa.Table("migrations", tables, sa.Column("name", sa.String(60), primary_key=True))
RECORDS = sa.Table(
    "records",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("student", sa.String(80), nullable=False, index=True),
    sa.Column("exercise", sa.String(130), nullable=False, index=True),
    sa.Column("attempt", sa.String(80), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("altered", sa.Boolean, nullable=False),
    sa.Column("received", sa.String(32), nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.UniqueConstraint("student", "exercise", "attempt"),
)


def m001_records(connection: sa.Connection) -> None:
    """The first tables."""
    RECORDS.create(connection, checkfirst=True)


STEPS: tuple[Callable[[sa.Connection], None], ...] = (m001_records,)
"""Append only: each runs once in a store, and `migrations` keeps its name."""


class StoreError(MediakitError):
    """The store itself cannot be used just now; what was to be kept may be tried again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it lies in the store. `received` is ISO 8601 in UTC; `altered`: its answers do not fit its seals."""

    student: str
    record: Record
    received: str
    altered: bool = False


class Store:
    """Answer records by URL. Raises MediakitError for a store that cannot be opened or that a newer program made."""

    def __init__(self, url: str | None = None) -> None:
        self.url = url or os.environ.get(ENV) or DEFAULT
        self._engine = _engine(self.url)
        with self._told():
            self._migrate()

    def _migrate(self) -> None:
        with self._engine.begin() as connection:
            if self._engine.dialect.name == "postgresql":  # two programs may open a new store at once
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(20261124)"))
            MIGRATIONS.create(connection, checkfirst=True)
            done = set(connection.scalars(sa.select(MIGRATIONS.c.name)))
            known = [step.__name__ for step in STEPS]
            if newer := sorted(done - set(known)):
                raise MediakitError(
                    f"The class store was made by a newer mediakit ({newer[0]}). Install that version; nothing was changed."
                )
            for step in STEPS:
                if step.__name__ not in done:
                    step(connection)
                    connection.execute(MIGRATIONS.insert().values(name=step.__name__))

    def add(self, student: str, record: Record, received: str) -> str:
        """Keep a record: `new`, `same` (is there already), `later` or `earlier` state of one that is there, or `altered`.

        An altered record (its answers do not fit its seals, or it leaves the line of the one that is there) is kept
        beside the other one and marked.
        """
        for attempt in range(TRIES):
            try:
                with self._told(), self._engine.begin() as connection:
                    return _add(connection, student, record, received)
            except IntegrityError:
                if attempt + 1 == TRIES:
                    raise StoreError("The class store is too busy. Try again; nothing was lost.") from None
        raise AssertionError("unreachable")

    def records(self, student: str | None = None, exercise: str | None = None) -> tuple[Kept, ...]:
        """What is kept, in the order in which it came in; a clock that jumps changes nothing of it."""
        asked = sa.select(RECORDS).order_by(RECORDS.c.id)
        if student is not None:
            asked = asked.where(RECORDS.c.student == student)
        if exercise is not None:
            asked = asked.where(RECORDS.c.exercise == exercise)
        with self._told(), self._engine.connect() as connection:
            return tuple(_kept(row) for row in connection.execute(asked))

    def restore(self, kept: Kept) -> str:
        """Put back a record of an archive as it lay in its store: `new`, or `same` if its place is taken."""
        with self._told(), self._engine.begin() as connection:
            if connection.execute(sa.select(RECORDS.c.id).where(*_key(kept.student, kept.record))).first():
                return "same"
            return _insert(
                connection, kept.student, kept.record, kept.received, altered=kept.altered, state="new"
            )

    def replace(self, kept: Kept) -> None:
        """Write a record anew that is there already, such as one with a ruling."""
        key = _key(kept.student, kept.record)
        with self._told(), self._engine.begin() as connection:
            connection.execute(RECORDS.update().where(*key).values(**_body(kept.record)))

    def forget(self, student: str | None) -> int:
        """Delete the records of one student, or of all with None, for good; how many there were."""
        with self._told(), self._engine.begin() as connection:
            gone = RECORDS.delete()
            count = connection.execute(
                gone if student is None else gone.where(RECORDS.c.student == student)
            ).rowcount
        self._scrub()
        return int(count)

    def _scrub(self) -> None:
        """Overwrite what a deletion left in the files of the store."""
        with (
            self._told(),
            self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection,
        ):
            if self._engine.dialect.name == "sqlite":
                connection.execute(sa.text("VACUUM"))
                connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
            else:
                connection.execute(sa.text("VACUUM FULL records"))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong below, as one line without the address's password."""
        try:
            yield
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            reason = " ".join(str(cause).split()) or type(error).__name__
            raise StoreError(
                f"The class store {self._engine.url.render_as_string(hide_password=True)} cannot be used: {reason[:200]}"
            ) from None

    def close(self) -> None:
        self._engine.dispose()


def store_is_there() -> bool:
    """Is a class store named by the environment, or is its file in this folder?"""
    return bool(os.environ.get(ENV)) or Path(DEFAULT.removeprefix("sqlite:///")).is_file()


def _engine(url: str) -> sa.Engine:
    try:
        found = sa.make_url(url)
        if found.drivername == "postgresql":
            found = found.set(drivername="postgresql+psycopg")
        if found.drivername.startswith("sqlite") and found.database not in (None, "", ":memory:"):
            Path(str(found.database)).parent.mkdir(parents=True, exist_ok=True)
        if found.drivername.startswith("sqlite"):  # a file that was moved away must not be written on
            engine = sa.create_engine(found, poolclass=sa.pool.NullPool)
        else:
            engine = sa.create_engine(found, pool_pre_ping=True)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise MediakitError(
            f"{ENV}: this address of a class store cannot be used ({error}). Use sqlite:///FILE.db, or "
            "postgresql://USER:PASSWORD@HOST/NAME with pip install 'mediakit-literacy[postgresql]'."
        ) from None
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _sqlite_settings)
    return engine


def _sqlite_settings(connection: Any, _: object) -> None:
    """Writers wait for each other, a crash loses nothing, and what is deleted is overwritten."""
    for setting in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")


def attempt_of(record: Record) -> str:
    """What tells two passes of a student apart; records of old formats have no number, then their first answers do."""
    if record.attempt:
        return record.attempt
    return "sha-" + hashlib.sha256(codec.write_json(replace(record, contests=())).encode()).hexdigest()[:16]


def digest(record: Record) -> str:
    return hashlib.sha256(codec.write_json(record).encode()).hexdigest()


def _key(student: str, record: Record) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        RECORDS.c.student == student,
        RECORDS.c.exercise == record.exercise,
        RECORDS.c.attempt == attempt_of(record),
    )


def _body(record: Record) -> dict[str, Any]:
    return {"digest": digest(record), "body": codec.write_json(record)}


def _kept(row: Any) -> Kept:
    record = codec.read_json(Record, row.body, f"the class store, record {row.id}")
    return Kept(row.student, record, row.received, row.altered)


def _add(connection: sa.Connection, student: str, record: Record, received: str) -> str:
    attempt, mark = attempt_of(record), digest(record)
    known = connection.execute(
        sa.select(RECORDS).where(
            RECORDS.c.student == student,
            RECORDS.c.exercise == record.exercise,
            sa.or_(RECORDS.c.attempt == attempt, RECORDS.c.digest == mark),
        )
    ).all()
    if any(row.digest == mark for row in known):
        return "same"
    old = next((row for row in known if row.attempt == attempt), None)
    if not seals.holds(record):
        return _insert(connection, student, _beside(record), received, altered=True)
    if old is None:
        return _insert(connection, student, record, received)
    before = _kept(old).record
    if seals.goes_on(before, record):
        return "earlier"
    if not seals.goes_on(record, before):
        return _insert(connection, student, _beside(record), received, altered=True)
    changed = RECORDS.update().where(*_key(student, record), RECORDS.c.digest == old.digest)
    if connection.execute(changed.values(received=received, **_body(record))).rowcount != 1:
        raise IntegrityError("another program was faster", None, ValueError())
    return "later"


def _beside(record: Record) -> Record:
    """The record under a number of its own, so that it takes nobody's place."""
    return replace(record, attempt=f"{attempt_of(record)[:48]}~{digest(record)[:12]}")


def _insert(
    connection: sa.Connection,
    student: str,
    record: Record,
    received: str,
    *,
    altered: bool = False,
    state: str = "",
) -> str:
    if altered and connection.execute(sa.select(RECORDS.c.id).where(*_key(student, record))).first():
        return "same"
    row = {"student": student, "exercise": record.exercise, "attempt": attempt_of(record)}
    connection.execute(RECORDS.insert().values(altered=altered, received=received, **row, **_body(record)))
    return state or ("altered" if altered else "new")
