"""Outlets compared in JupyterLab, by keyboard alone: guess, look, read picture and table."""

import pytest
from host import LAB, open_notebook, violations

pytestmark = pytest.mark.browser


def test_outlets_are_compared_by_keyboard_alone(page, server, folder):
    open_notebook(page, server, LAB, "student/06-compare-outlets.ipynb")
    box = page.locator(".mk[aria-label='Compare outlets']")
    box.wait_for(timeout=120_000)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    assert box.locator("table, svg.mk-pic").count() == 0, "nothing is told before the guess"

    box.get_by_label("Figure").focus()
    page.keyboard.type("Share of claims: Vague")
    page.keyboard.press("Tab")
    page.keyboard.type("opinion")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    box.locator("table").wait_for()
    assert box.get_by_label("Figure").input_value() == "share_vague"
    assert "You said opinion" in box.get_by_role("status").inner_text()
    assert box.locator("tbody tr").count() == box.locator("svg circle").count() == 11
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert violations(page, ".mk") == []
    box.scroll_into_view_if_needed()
