"""The page without Jupyter: opened from a file, with the network off, by mouse, by keyboard and by touch on a phone."""

import json
import random
from dataclasses import replace

import pytest
from host import violations

from mediakit import catalogue, codec, codes, collecting, export, packs, painting, session
from mediakit.collecting import Shelf
from mediakit.model import Record
from mediakit.session import Session

pytestmark = pytest.mark.browser
EXERCISE = packs.load("who-says-so/two-hands")
EVERYTHING = ("verdict", "kind", "need", "quote", "stance", "sure")
WORDS = catalogue.load("en")


@pytest.fixture
def opened() -> Session:
    asked = session.select(EXERCISE.machine, EXERCISE.key)
    return session.start(EXERCISE.slug, EXERCISE.article, asked)


def some_answers(blank: Session, seed: int) -> Session:
    """A student who answers everything, by chance."""
    rng, after = random.Random(seed), blank
    full = [
        c
        for c in codes.combinations(blank.questions)
        if c and blank.is_complete(session.answer_with(None, "", c))
    ]
    for claim in blank.claims:
        after = session.guess(after, claim, **rng.choice(full))
    return after


@pytest.fixture
def visit(chromium, tmp_path):
    """Open a page of the exercise in a browser without a network; errors of the page fail the test."""
    contexts = []

    def go(width: int = 1100, *, touch: bool = False, **options):
        file = tmp_path / "page.html"
        if not file.exists():
            file.write_text(export.page(EXERCISE, WORDS, **options), encoding="utf-8")
        context = chromium.new_context(
            offline=True, viewport={"width": width, "height": 800}, has_touch=touch
        )
        contexts.append(context)
        page = context.new_page()
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.goto(file.as_uri())
        page.locator(".mk-claim").first.wait_for()
        page.troubles = troubles
        return page

    yield go
    for context in contexts:
        context.close()


def by_mouse(page, done: Session, click: str = "click") -> None:
    for number, claim in enumerate(done.claims):
        getattr(page.locator(".mk-claim .mk-chip").nth(number), click)()
        for word in painting.plain(done.sheet.get(claim)).values():
            getattr(page.locator(f".mk-q:not([hidden]) label:has(input[value={word}])"), click)()
    getattr(page.locator(".mk-prog .mk-btn", has_text="Commit"), click)()


def by_keyboard(page, done: Session) -> None:
    page.locator(".mk-claim").first.focus()
    for claim in done.claims:
        for word in painting.plain(done.sheet.get(claim)).values():
            page.keyboard.press(WORDS.terms[word].hot)
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    while page.evaluate("!document.activeElement.matches('.mk-prog .mk-btn.main')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def check(page, done: Session) -> None:
    """What the page says is what Python says of the same answers."""
    page.locator(".mk-three").wait_for()
    told = painting.reveal(session.commit(done), EXERCISE.machine, EXERCISE, WORDS)
    assert page.locator(".mk-sum").first.inner_text() == told["summary"]
    for number, claim in enumerate(done.claims):
        page.locator(".mk-claim .mk-chip").nth(number).click()
        shown = told["claims"][claim]
        assert page.locator(".mk-lead").inner_text() == shown["head"]
        assert page.locator(".mk-why-not").all_inner_texts() == shown["why_not"]
        said = page.locator(".mk-fb").inner_text()
        assert all(
            line in said for line in (*shown["lines"], shown["tip"], shown["style"], shown["machine_note"])
        )
    page.locator(".mk-btn", has_text="My report").click()
    report = page.locator(".mk-report")
    assert report.locator(".mk-lead").inner_text() == told["report"]["lead"]
    for row in (told["report"]["table"] or []) + told["report"]["levels"]:
        for cell in row:
            assert cell in report.inner_text()
    assert codes.write(session.record(done)) in report.inner_text()
    assert page.troubles == []


@pytest.mark.parametrize("seed", [1, 2])
def test_by_mouse(visit, opened, seed):
    page, done = visit(), some_answers(opened, seed)
    by_mouse(page, done)
    check(page, done)


def test_by_keyboard(visit, opened):
    page, done = visit(), some_answers(opened, 3)
    by_keyboard(page, done)
    check(page, done)


def test_by_touch_on_a_phone(visit, opened):
    page, done = visit(360, touch=True), some_answers(opened, 4)
    for number, claim in enumerate(done.claims):
        page.locator(".mk-claim .mk-chip").nth(number).tap()
        for word in painting.plain(done.sheet.get(claim)).values():
            page.locator(f".mk-q.now label:has(input[value={word}])").tap()
    page.locator(".mk-prog .mk-btn", has_text="Commit").tap()
    check(page, done)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "the page scrolls sideways"


def test_every_question_gets_the_feedback_that_python_gives(visit):
    asked = session.select(EXERCISE.machine, EXERCISE.key)
    blank = session.start(EXERCISE.slug, EXERCISE.article, asked, questions=EVERYTHING)
    page, done = visit(questions=EVERYTHING), some_answers(blank, 5)
    by_mouse(page, done)
    check(page, done)


@pytest.mark.parametrize(
    ("width", "media"),
    [
        (1100, {"color_scheme": "light"}),
        (1100, {"color_scheme": "dark"}),
        (1100, {"forced_colors": "active"}),
        (360, {"color_scheme": "light"}),
        (550, {"color_scheme": "light"}),
    ],
)
def test_axe_finds_nothing_in_any_state(visit, opened, width, media):
    """550 px is what is left of a window of 1100 px at 200 % zoom."""
    page = visit(width)
    page.emulate_media(**media)
    assert violations(page, "html") == []
    by_keyboard(page, some_answers(opened, 6))
    page.locator(".mk-three").wait_for()
    assert violations(page, "html") == []
    page.locator(".mk-btn", has_text="My report").click()
    assert violations(page, "html") == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_answers_stay_over_a_reload_before_and_after_the_commit(visit, opened):
    page, done = visit(), some_answers(opened, 7)
    page.locator(".mk-claim").first.click()
    page.keyboard.press("1")
    page.reload()
    page.locator(".mk-claim[data-mark=S]").wait_for()
    by_mouse(page, done)
    page.locator(".mk-three").wait_for()
    page.reload()
    check(page, done)


def test_what_is_stored_is_never_trusted(visit, opened):
    page = visit()
    place = f"mediakit:{EXERCISE.slug}:{opened.fingerprint}"
    odd = {
        "guesses": {"c1": {"verdict": "<img src=x onerror=alert(1)>"}, "c2": 7, "__proto__": {}},
        "committed": True,
    }
    page.evaluate("([place, odd]) => localStorage.setItem(place, odd)", [place, json.dumps(odd)])
    page.reload()
    page.locator(".mk-claim").first.wait_for()
    assert page.locator(".mk[data-phase=guess]").count() == 1
    assert page.troubles == []


def test_the_answer_file_is_a_record(visit, opened, tmp_path):
    page, done = visit(), some_answers(opened, 8)
    by_mouse(page, done)
    page.locator(".mk-btn", has_text="My report").click()
    page.get_by_label("Nickname or code").fill("  blue   fox")
    saved = []
    for number in range(2):
        with page.expect_download() as waiting:
            page.locator(".mk-btn", has_text="Save my answers").click()
        waiting.value.save_as(tmp_path / f"{number}.json")
        saved.append((tmp_path / f"{number}.json").read_text(encoding="utf-8"))
    record = codec.read_json(Record, saved[0], "answers.json")
    assert saved[0] == saved[1]
    assert len(record.attempt) == 16
    assert record == replace(session.record(session.commit(done)), student="blue fox", attempt=record.attempt)
    assert [f.student for f in collecting.read(tmp_path / "0.json", Shelf())] == ["blue fox"]


def test_without_a_key_nothing_of_an_answer_is_in_the_page(visit, opened):
    page, done = visit(key=False), some_answers(opened, 9)
    source = page.content()
    for answer in EXERCISE.key.answers:
        assert not answer.why or answer.why not in source
    assert '"answers": null' in source
    assert "machine" not in json.loads(page.locator("#mk-data").inner_text())["page"]
    by_mouse(page, done)
    page.locator(".mk-code").wait_for()
    assert page.locator(".mk-three").count() == 0
    assert codes.write(session.record(done)) in page.locator(".mk-code").inner_text()
    assert violations(page, "html") == []
