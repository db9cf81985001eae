"""Shared data: the exercises, and the development corpora where a checkout has them beside it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import postgres
import pytest

from mediakit.store import Store

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "data").is_dir():
        pytest.skip("the development corpora are not beside this checkout (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server that is started for this run."""
    if postgres.programs() is None:
        pytest.skip("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    # in /tmp itself: pytest's own folders are closed to the user that PostgreSQL must run as
    with tempfile.TemporaryDirectory(prefix="mediakit-postgres-") as folder:
        Path(folder).chmod(0o755)
        with postgres.server(Path(folder) / "server") as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty class store, once in SQLite and once in PostgreSQL."""
    url = f"sqlite:///{tmp_path / 'class.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
    made = Store(url)
    made.forget(None)
    yield made
    made.close()
