"""Shared data: the exercises, and the development corpora where a checkout has them beside it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "data").is_dir():
        pytest.skip("the development corpora are not beside this checkout (../shared)")
    return SHARED
