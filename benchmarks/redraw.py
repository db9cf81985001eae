"""How long the reader takes to show an answer, by number of claims: `python -m benchmarks.redraw`, with Debian's Chromium.

A page without Jupyter is opened for each number of claims; from the click on an answer to the second painted frame after
it, the median of `CLICKS`. Writes benchmarks/results/redraw.json.
"""

import json
import shutil
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks import store
from mediakit import catalogue, export, packs, session
from mediakit.model import Article, Exercise, Sheet

COUNTS, CLICKS = (10, 25, 50, 100, 200), 15
ONE = "who-says-so/two-hands"
CLICK = """(number) => new Promise((done) => {
  document.querySelectorAll('.mk-claim')[number].click();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const box = document.querySelector('.mk-q-verdict input[value=' + (number % 2 ? 'partly' : 'sourced') + ']');
    const began = performance.now();
    box.click();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
  }));
})"""


def of_length(claims: int) -> Exercise:
    """One sentence of an exercise, so many times."""
    exercise = packs.load(ONE)
    first, answer = exercise.machine.claims[0], exercise.key.answers[0]
    words = exercise.machine.text[first.start : first.end]
    step = len(words) + 1
    many = [
        replace(first, id=f"c{n + 1}", start=n * step, end=n * step + len(words), attributions=())
        for n in range(claims)
    ]
    text = " ".join([words] * claims)
    machine = replace(exercise.machine, text=text, claims=tuple(many), attributions=())
    key = Sheet(tuple(replace(answer, claim=c.id) for c in many))
    return replace(exercise, machine=machine, article=Article(text), key=key)


def measured(page: Page, folder: Path, claims: int) -> float:
    """Milliseconds from a click to the answer on the screen."""
    file = folder / f"{claims}.html"
    file.write_text(export.page(of_length(claims), catalogue.load("en")), encoding="utf-8")
    page.goto(file.as_uri())
    page.locator(".mk-claim").first.wait_for()
    if page.locator(".mk-claim").count() != claims:
        raise RuntimeError(f"{claims} claims are not all on the page")
    return round(statistics.median(page.evaluate(CLICK, n % claims) for n in range(CLICKS)), 1)


def main() -> None:
    session.select = lambda analysis, _: tuple(
        c.id for c in analysis.claims
    )  # a lesson asks about thirty at most
    path = next((p for name in ("chromium", "google-chrome") if (p := shutil.which(name))), None)
    if path is None:
        sys.exit("no Chromium is installed; on Debian: apt-get install chromium")
    with sync_playwright() as player, tempfile.TemporaryDirectory() as folder:
        browser = player.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page()
        rows = [[count, measured(page, Path(folder), count)] for count in COUNTS]
        browser.close()
    result = {
        "commit": store.commit(),
        "command": "python -m benchmarks.redraw",
        "milliseconds by claims": rows,
    }
    store.save("redraw", result)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
