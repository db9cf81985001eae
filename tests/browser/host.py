"""How each front end opens a notebook and runs it, and what every test asks of it."""

import json
from pathlib import Path

LAB, NOTEBOOK, VOILA = "lab", "notebook", "voila"


def open_notebook(page, server: str, front: str, path: str) -> None:
    """Open a notebook and run all its cells."""
    if front == VOILA:
        page.goto(f"{server}/voila/render/{path}", wait_until="domcontentloaded")
        return
    where = f"/doc/tree/{path}?reset" if front == LAB else f"/notebooks/{path}"
    page.goto(
        f"{server}{'/lab' if front == LAB else ''}{where.replace('/doc', '/tree', 1).replace('/tree/tree', '/tree')}"
    )
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
    page.wait_for_timeout(1500)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def reader(page, number: int = 0):
    """The n-th reader of a page, once it is painted."""
    found = page.locator(".mk[data-phase]").nth(number)
    found.locator(".mk-claim").first.wait_for(timeout=120_000)
    return found


def cells(folder: Path, path: str, page, front: str) -> int:
    """How many cells the page shows; a shortcut that leaks would change it."""
    return page.locator(".jp-Notebook .jp-Cell").count() if front != VOILA else 0


def violations(page, selector: str) -> list[str]:
    """What axe-core finds wrong inside a selector, one line each."""
    import axe_core_python

    source = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(source)
    found = page.evaluate("async (s) => (await axe.run(s)).violations", selector)
    return [f"{v['id']}: {v['help']}: {json.dumps([n['html'][:160] for n in v['nodes'][:3]])}" for v in found]
