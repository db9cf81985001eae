"""A teacher makes an exercise and a lesson in JupyterLab: paste, correct, undo, save, preview, build."""

import json

import pytest
from host import LAB, open_notebook, violations

pytestmark = pytest.mark.browser
NOTEBOOK = "instructor/02-make-an-exercise.ipynb"
ARTICLE = """The ferry to Skarholm will stop at nine, the harbour office said on Friday.

“Nobody asked the night nurses,” said Runa Falk, who crosses every evening. It is believed that the crew is too small. Critics call the plan <b>careless</b>.

The last boat leaves from pier four. It is the worst timetable in years.
"""


@pytest.fixture
def editor(page, server, folder):
    open_notebook(page, server, LAB, NOTEBOOK)
    found = page.locator(".mk-edit").first
    found.wait_for(timeout=120_000)
    return found


def start(editor) -> None:
    editor.locator("textarea").first.fill(ARTICLE)
    editor.get_by_role("button", name="Propose a key").click()
    editor.locator(".mk-claim").first.wait_for(timeout=60_000)


def count(editor) -> str:
    return editor.locator(".mk-sum").first.inner_text()


def test_from_a_fresh_article_to_a_built_lesson(page, editor, folder):
    start(editor)
    assert editor.locator(".mk-claim").count() == 6
    assert editor.locator("b", has_text="careless").count() == 0

    editor.get_by_role("button", name="Right as it is").click()
    page.wait_for_function(
        "() => document.querySelector('.mk-edit .mk-sum').textContent.startsWith('1 of 6')"
    )
    editor.locator(".mk-claim").nth(2).click()
    editor.get_by_role("radio", name="Partly").check()
    page.wait_for_function("() => document.querySelectorAll('.mk-edit .mk-claim')[2].dataset.mark === 'P'")
    editor.get_by_role("button", name="Undo").click()
    page.wait_for_function("() => document.querySelectorAll('.mk-edit .mk-claim')[2].dataset.mark === 'S'")
    editor.get_by_label("Why (your students read this)").fill("“It is believed”: nobody is named.")
    editor.get_by_label("Why (your students read this)").blur()
    page.wait_for_function(
        "() => document.querySelector('.mk-edit .mk-sum').textContent.startsWith('2 of 6')"
    )
    editor.screenshot(path="tests/browser/shots/editor.png")
    assert violations(page, ".mk-edit") == []

    editor.get_by_role("button", name="Save the exercise").click()
    editor.get_by_text("Give the exercise a title").wait_for()
    editor.get_by_label("Title").fill("The last ferry")
    editor.get_by_label("Folder, as pack/exercise").fill("harbour/last-ferry")
    editor.get_by_label("Licence of the text").fill("CC-BY-4.0")
    editor.get_by_label("Where the text comes from").fill("Written for this class")
    editor.get_by_label("Where the text comes from").blur()
    page.wait_for_timeout(500)
    editor.get_by_role("button", name="Save the exercise").click()
    editor.get_by_text("Saved in my-exercises/harbour/last-ferry").wait_for(timeout=60_000)
    key = (folder / "instructor" / "my-exercises" / "harbour" / "last-ferry" / "key.toml").read_text(
        encoding="utf-8"
    )
    assert "nobody is named" in key

    editor.get_by_role("button", name="See it as a student").click()
    frame = page.frame_locator(".mk-frame")
    frame.locator(".mk-claim").first.wait_for(timeout=60_000)
    assert frame.get_by_text("The last ferry").count() >= 1
    editor.get_by_role("button", name="Close the preview").click()

    editor.get_by_label("Two rounds").check()
    editor.get_by_role("button", name="Build the lesson").click()
    editor.get_by_text("The lesson is there").wait_for(timeout=120_000)
    made = folder / "instructor" / "my-lessons" / "last-ferry"
    assert {p.name for p in made.iterdir()} >= {
        "last-ferry.ipynb",
        "last-ferry-notes.ipynb",
        "last-ferry-last-ferry.html",
        "last-ferry-last-ferry-sheet.html",
    }
    assert "rounds=2" in json.dumps(json.loads((made / "last-ferry.ipynb").read_text(encoding="utf-8")))
    editor.screenshot(path="tests/browser/shots/editor-built.png")


def test_a_draft_is_taken_up_again_after_a_kernel_restart(page, editor, server, folder):
    start(editor)
    editor.locator(".mk-claim").nth(5).click()
    editor.get_by_role("radio", name="Not sourced").check()
    editor.get_by_label("Why (your students read this)").fill("The writer judges.")
    editor.get_by_label("Why (your students read this)").blur()
    page.wait_for_timeout(800)

    page.goto("about:blank")
    for kernel in page.request.get(f"{server}/api/kernels").json():
        page.request.delete(f"{server}/api/kernels/{kernel['id']}")
    open_notebook(page, server, LAB, NOTEBOOK)
    again = page.locator(".mk-edit").first
    again.locator("textarea").first.wait_for(timeout=120_000)
    start(again)

    again.get_by_text("Your draft of this article was found").wait_for()
    again.locator(".mk-claim").nth(5).click()
    assert again.get_by_label("Why (your students read this)").input_value() == "The writer judges."


def test_by_keyboard_alone(page, editor):
    start(editor)
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    editor.locator(".mk-claim[tabindex='0']").focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("2")
    page.wait_for_function("() => document.querySelectorAll('.mk-edit .mk-claim')[1].dataset.mark === 'P'")
    page.keyboard.press("Control+z")
    page.wait_for_function("() => document.querySelectorAll('.mk-edit .mk-claim')[1].dataset.mark === 'S'")
    for key in ("x", "b", "d", "d", "m"):
        page.keyboard.press(key)

    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert page.evaluate(
        "document.activeElement.getRootNode().activeElement?.className || document.activeElement.className"
    ).startswith("mk-claim")
