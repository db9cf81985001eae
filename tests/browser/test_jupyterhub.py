"""A class on a real JupyterHub: two students each play a lesson, the teacher sees both, and neither sees the other."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import httpx
import pytest
from host import reader
from postgres import free_port

from mediakit import building, catalogue, packs
from mediakit.building import Plan
from mediakit.store import Store

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
EXERCISE = "who-says-so/sunday-library"
PASSWORD = "a password for one test run only"
PROXY = shutil.which("configurable-http-proxy")


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """The address of a Hub made from the example configuration in the docs, and its folder."""
    pytest.importorskip(
        "jupyterhub", reason="JupyterHub is not installed; pip install 'mediakit-literacy[hub]'"
    )
    if PROXY is None:
        pytest.skip("JupyterHub's proxy is not installed: npm install -g configurable-http-proxy")
    folder = tmp_path_factory.mktemp("hub")
    building.build(Plan("Who says so?", (EXERCISE,)), folder / "lessons", run=False)
    port, inner, api, service = free_port(), free_port(), free_port(), free_port()
    environment = os.environ | {
        "MEDIAKIT_HUB_FOLDER": str(folder), "MEDIAKIT_HUB_PASSWORD": PASSWORD, "MEDIAKIT_HUB_TEACHERS": "teacher",
        "MEDIAKIT_HUB_SERVICE": f"http://127.0.0.1:{service}", "MEDIAKIT_STORE": f"sqlite:///{folder / 'class.db'}",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    command = [sys.executable, "-m", "jupyterhub", "-f", str(ROOT / "docs" / "hub" / "jupyterhub_config.py"),
               f"--JupyterHub.bind_url=http://127.0.0.1:{port}", f"--JupyterHub.hub_bind_url=http://127.0.0.1:{inner}",
               f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{api}"]  # fmt: skip
    log = (folder / "hub.log").open("w")
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/hub/api", timeout=2)
            urllib.request.urlopen(f"http://127.0.0.1:{service}/services/mediakit/", timeout=2)
            break
        except OSError:
            time.sleep(0.5)
    else:
        process.kill()
        pytest.fail((folder / "hub.log").read_text()[-3000:])
    yield address, folder, f"http://127.0.0.1:{service}/services/mediakit"
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()


def log_in(page, address: str, name: str) -> None:
    page.goto(f"{address}/hub/login")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def play(page, address: str, name: str) -> None:
    """One student's whole lesson, by keyboard."""
    log_in(page, address, name)
    page.wait_for_url(f"**/user/{name}/**", timeout=120_000)
    page.goto(f"{address}/user/{name}/lab/tree/lesson.ipynb")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=120_000)
    page.wait_for_timeout(1500)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    lesson = reader(page)
    hot = {t.id: t.hot for t in catalogue.load("en").terms.values()}
    lesson.locator(".mk-claim").first.focus()
    page.keyboard.press("Home")
    for _ in packs.load(EXERCISE).machine.claims:
        for key in (hot["sourced"], hot["vague"], "c"):
            page.keyboard.press(key)
        page.keyboard.press("ArrowDown")
    lesson.locator(".mk-prog .mk-btn.main").click()
    lesson.locator(".mk-three").wait_for()


def token(page, address: str, name: str) -> str:
    """A token that the student makes in the Hub's own page, as anybody may."""
    made = page.evaluate(
        "async ([address, name]) => { const xsrf = document.cookie.match(/_xsrf=([^;]+)/)?.[1] || '';"
        " const r = await fetch(`${address}/hub/api/users/${name}/tokens?_xsrf=${xsrf}`, {method: 'POST', headers: {'Content-Type': 'application/json', 'X-XSRFToken': xsrf}, body: '{}'}); return r.json(); }",
        [address, name],
    )
    return made["token"]


def test_two_students_play_and_the_teacher_sees_both(chromium, hub):
    address, folder, service = hub
    tokens = {}
    for name in ("ada", "bo"):
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.set_default_timeout(60_000)
        play(page, address, name)
        page.screenshot(path=ROOT / "tests" / "browser" / "shots" / f"hub-{name}.png")
        page.goto(f"{address}/hub/token")
        tokens[name] = token(page, address, name)
        context.close()
    context = chromium.new_context()
    page = context.new_page()
    log_in(page, address, "teacher")
    page.wait_for_url("**/hub/**", timeout=120_000)
    page.goto(f"{address}/hub/token")
    tokens["teacher"] = token(page, address, "teacher")
    context.close()

    store = Store(f"sqlite:///{folder / 'class.db'}")
    for _ in range(100):
        if len(store.records()) == 2:
            break
        time.sleep(0.2)

    def ask(name, what):
        return httpx.get(f"{service}/{what}", headers={"Authorization": f"token {tokens[name]}"})

    assert {k["student"] for k in ask("teacher", "class").json()} == {"ada", "bo"}
    for name in ("ada", "bo"):
        assert {k["student"] for k in ask(name, "records").json()} == {name}
        assert ask(name, "class").status_code == 403
    assert httpx.get(f"{service}/class").status_code == 401
    assert not [p for p in (folder / "homes").rglob("*") if p.name == "class.db"]
