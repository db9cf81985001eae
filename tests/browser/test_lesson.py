"""A whole lesson in JupyterLab, Notebook 7 and Voilà: by mouse, by keyboard alone, and after a kernel restart."""

import json

import pytest
from host import LAB, NOTEBOOK, VOILA, open_notebook, reader, violations

from mediakit import catalogue, packs

pytestmark = pytest.mark.browser
EXERCISE = "who-says-so/sunday-library"
PATH = "student/02-who-says-so.ipynb"
FRONTS = [LAB, NOTEBOOK, VOILA]


@pytest.fixture(autouse=True)
def fresh_answers(folder):
    for path in (folder / "student").glob("answers/*"):
        path.unlink()


def saved(folder) -> dict:
    path = folder / "student" / "answers" / f"{EXERCISE.replace('/', '--')}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def answers() -> list[tuple[str, str]]:
    """The key's own verdicts and kinds or needs, in the order of the claims."""
    found = packs.load(EXERCISE)
    key = {a.claim: a for a in found.key.answers}
    return [(key[c.id].verdict, key[c.id].kind or key[c.id].need) for c in found.machine.claims]


@pytest.mark.parametrize("front", FRONTS)
def test_a_lesson_by_mouse_ends_with_three_columns(page, server, folder, front):
    open_notebook(page, server, front, PATH)
    lesson = reader(page, 1)
    assert lesson.locator(".mk-three").count() == 0
    for number, (verdict, detail) in enumerate(answers()):
        lesson.locator(".mk-claim").nth(number).click()
        lesson.locator(f".mk-q-verdict input[value={verdict}]").click()
        lesson.locator(f".mk-q:not([hidden]) input[value={detail}]").click()
        lesson.locator(".mk-q-sure input[value=certain]").click()
    panel, shown = lesson.locator(".mk-panel").bounding_box(), page.viewport_size["height"]
    assert 0 <= panel["y"] < shown - 200, "the questions stay beside the last claim"
    lesson.locator(".mk-prog .mk-btn.main").click()

    lesson.locator(".mk-three").wait_for()
    assert lesson.get_attribute("data-phase") == "compare"
    assert saved(folder)["committed"] is True
    assert violations(page, ".mk") == []

    lesson.locator(".mk-btn", has_text="My report").click()
    lesson.locator(".mk-report h2").wait_for()
    lesson.locator(".mk-table .mk-btn").first.click()
    assert "nobody answers for claims" in lesson.locator(".mk-falls").inner_text()
    assert violations(page, ".mk") == []


@pytest.mark.parametrize("front", FRONTS)
def test_a_lesson_by_keyboard_alone_changes_no_cell(page, server, folder, front):
    open_notebook(page, server, front, PATH)
    lesson = reader(page, 1)
    page.wait_for_timeout(1500)
    before = page.locator(".jp-Notebook .jp-Cell").count()
    hot = {t.id: t.hot for t in catalogue.load("en").terms.values()}
    lesson.locator(".mk-claim").first.focus()
    page.keyboard.press("Home")
    for verdict, detail in answers():
        for key in (hot[verdict], hot[detail], "c"):
            page.keyboard.press(key)
        page.keyboard.press("ArrowDown")
    for key in ("x", "b", "d", "d", "m", "ArrowUp", "ArrowDown", "z"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    while page.evaluate("!document.activeElement.matches('.mk-prog .mk-btn.main')"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.mk') !== null"), (
            "Tab left the reader before its main button"
        )
    page.keyboard.press("Enter")

    lesson.locator(".mk-three").wait_for()
    assert before == page.locator(".jp-Notebook .jp-Cell").count()
    stored = {a["claim"]: a for a in saved(folder)["answers"]}
    expected = [(v, d) for v, d in answers()]
    assert expected == [
        (a["verdict"], a["need"] or a["kind"]) for _, a in sorted(stored.items(), key=lambda i: int(i[0][1:]))
    ]


@pytest.mark.parametrize("front", FRONTS)
def test_a_lesson_by_touch_on_a_narrow_screen(phone, server, folder, front):
    """360 px wide; in JupyterLab the file list must be put away first, as on any phone."""
    open_notebook(phone, server, front, PATH)
    if front == LAB:
        phone.keyboard.press("Control+b")
    lesson = reader(phone, 1)
    for number, (verdict, detail) in enumerate(answers()):
        lesson.locator(".mk-claim .mk-chip").nth(number).tap()
        for word in (verdict, detail, "certain"):
            lesson.locator(f".mk-q.now label:has(input[value={word}])").tap()
    lesson.locator(".mk-prog .mk-btn.main").tap()
    lesson.locator(".mk-three").wait_for()
    assert saved(folder)["committed"] is True
    assert violations(phone, ".mk") == []
    assert lesson.evaluate("e => e.scrollWidth <= e.clientWidth"), "the reader scrolls sideways"


def test_guesses_come_back_after_a_kernel_restart(page, server, folder):
    open_notebook(page, server, LAB, PATH)
    lesson = reader(page, 1)
    lesson.locator(".mk-claim").nth(2).click()
    lesson.locator(".mk-q-verdict input[value=sourced]").click()
    page.wait_for_timeout(1000)
    assert "c3" in [a["claim"] for a in saved(folder)["answers"]]

    open_notebook(page, server, LAB, PATH)
    page.get_by_text("Welcome back").first.wait_for(timeout=120_000)
    assert (
        page.locator(".mk[data-phase=guess]").first.locator(".mk-claim").nth(2).get_attribute("data-mark")
        == "S"
    )


def test_a_pasted_article_is_numbered_and_no_answer_is_in_the_page_before_the_commit(page, server, folder):
    open_notebook(page, server, LAB, "student/01-paste-your-own.ipynb")
    box = page.locator(".mk-paste textarea")
    box.wait_for(timeout=120_000)
    box.fill(
        "‘The new roof is dry,’ said Lena Ortiz, the mayor.\n\nCritics say it cost <b>too</b> much. Thefts doubled last year."
    )
    page.locator(".mk-paste .mk-btn.main").click()
    lesson = reader(page)
    assert lesson.locator(".mk-claim").count() == 3
    assert "<b>too</b>" in lesson.locator(".mk-claim").nth(1).inner_text()
    content = lesson.inner_html()
    assert "mk-three" not in content
    assert "mk-r-" not in content
    assert "Vague crowd" not in lesson.locator(".mk-text").inner_text()
    for number in range(3):
        lesson.locator(".mk-claim").nth(number).click()
        lesson.locator(".mk-q-verdict input[value=sourced]").click()
    commit = lesson.locator(".mk-prog .mk-btn", has_text="Commit")
    commit.click()
    assert "1, 2, 3" in lesson.locator(".mk-msg").inner_text()
    commit.click()
    lesson.locator(".mk-three").wait_for()
    assert violations(page, ".mk") == []
