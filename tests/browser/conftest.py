"""A Jupyter server on a copy of the notebooks, and Debian's Chromium; skips with a reason where there is none."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import free_port

ROOT = Path(__file__).parents[2]
SHOTS = Path(__file__).parent / "shots"
CHROMIUM = next(
    (p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("lessons")
    shutil.copytree(
        ROOT / "notebooks",
        target,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("answers", "my-exercises", ".*"),
    )
    return target


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    """The address of a running server; JupyterLab, Notebook 7 and Voilà answer under it."""
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--allow-root",
               "--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={folder}",
               "--ServerApp.disable_check_xsrf=True"]  # fmt: skip
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(folder / ".config"),
        "JUPYTER_CONFIG_PATH": str(ROOT / "mediakit" / "lab"),  # as `mediakit open` sets it
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    log = (folder / "server.log").open("w")
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/api/status", timeout=2)
            break
        except OSError:
            time.sleep(0.5)
    else:
        process.kill()
        pytest.fail(f"The server did not start: {(folder / 'server.log').read_text()[-2000:]}")
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed; on Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium, request) -> Iterator[object]:
    """A page 360 px wide that is touched."""
    SHOTS.mkdir(exist_ok=True)
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    page.screenshot(path=SHOTS / f"{request.node.name}-end.png")
    context.close()


@pytest.fixture
def page(chromium, request) -> Iterator[object]:
    SHOTS.mkdir(exist_ok=True)
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    page.screenshot(path=SHOTS / f"{request.node.name}-end.png")
    context.close()
