"""The reader alone in a bare page: drawing, themes, narrow cells, and what axe-core says of each."""

import json

import pytest
from host import violations

from mediakit import catalogue, export, packs, painting, scoring, session
from mediakit.model import Article, Exercise, Sheet

pytestmark = pytest.mark.browser
MODEL = """
(state) => {
  const listeners = {};
  return { get: (k) => state[k], set: (k, v) => { state[k] = v; }, save_changes: () => { window.saved = structuredClone(state.guesses); },
    send: (m) => { (window.sent ||= []).push(m); },
    on: (n, f) => { (listeners[n] ||= []).push(f); }, off: () => {},
    change: (k, v) => { state[k] = v; (listeners[`change:${k}`] || []).forEach((f) => f()); } };
}
"""


def state(found: Exercise, asked: tuple[str, ...]) -> dict:
    words, opened = catalogue.load(), session.start(found.slug, found.article, asked)
    return {
        "page": painting.page(found.title, found.machine, opened, words, "A note.") | {"contest": True},
        "guesses": {},
        "phase": "guess",
        "round": 1,
        "reveal": {},
        "notice": "",
        "saves": 0,
    }


def compared(found: Exercise) -> dict:
    asked = tuple(c.id for c in found.machine.claims)
    answers = tuple(a for a in scoring.sheet_of(found.machine).answers)
    done = session.Session(found.slug, "x", asked, Sheet(answers), committed=True)
    return state(found, asked) | {
        "guesses": painting.guesses(done.sheet.answers),
        "phase": "compare",
        "reveal": painting.reveal(done, found.machine, found, catalogue.load()),
    }


def draw(page, values: dict, theme: str = "true") -> float:
    """Paint the reader; the milliseconds that it took."""
    css = export.style()
    page.set_content(
        f'<!doctype html><html lang="en" data-jp-theme-light="{theme}"><head><title>Reader</title><style>{css}</style></head><body><main id="at"></main></body></html>'
    )
    source = json.dumps(export.script())
    return page.evaluate(
        f"""async (state) => {{
          const module = await import(URL.createObjectURL(new Blob([{source}], {{type: "text/javascript"}})));
          window.model = ({MODEL})(state);
          const began = performance.now();
          module.default.render({{ model: window.model, el: document.getElementById("at") }});
          document.body.getBoundingClientRect();
          return performance.now() - began;
        }}""",
        values,
    )


@pytest.fixture
def library() -> Exercise:
    return packs.load("who-says-so/sunday-library")


@pytest.mark.parametrize("phase", ["guess", "compare"])
@pytest.mark.parametrize(
    ("theme", "width", "forced"),
    [
        ("true", 1100, "none"),
        ("false", 1100, "none"),
        ("true", 360, "none"),
        ("false", 360, "none"),
        ("true", 1100, "active"),
    ],
)
def test_axe_finds_nothing_in_any_state(page, library, phase, theme, width, forced):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(forced_colors=forced)
    asked = tuple(c.id for c in library.machine.claims)
    draw(page, compared(library) if phase == "compare" else state(library, asked), theme)
    assert violations(page, ".mk") == []
    page.keyboard.press("Tab")
    page.evaluate("document.querySelector('.mk-claim[tabindex=\"0\"]').focus()")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    assert violations(page, "dialog") == []


def test_a_hundred_claims_are_drawn_in_half_a_second(page, library):
    machine = library.machine
    claim = machine.claims[0]
    text = machine.text[claim.start : claim.end]
    from dataclasses import replace

    many = replace(
        machine,
        text=" ".join([text] * 100),
        claims=tuple(
            replace(claim, id=f"c{i + 1}", start=i * (len(text) + 1), end=i * (len(text) + 1) + len(text))
            for i in range(100)
        ),
    )
    big = replace(library, machine=many, article=Article(many.text))
    took = draw(page, state(big, tuple(c.id for c in many.claims)))
    assert page.locator(".mk-claim").count() == 100
    assert took < 500


def test_the_page_shows_the_text_as_it_is(page, library):
    draw(page, state(library, tuple(c.id for c in library.machine.claims)))
    shown = page.evaluate(
        "[...document.querySelectorAll('.mk-claim')].map((c) => [...c.childNodes].slice(1).map((n) => n.textContent).join(''))"
    )
    assert [library.article.text[c.start : c.end] for c in library.machine.claims] == shown


def test_every_focusable_element_keeps_jupyters_shortcuts_away(page, library):
    for values in (state(library, tuple(c.id for c in library.machine.claims)), compared(library)):
        draw(page, values)
        bare = page.evaluate(
            "[...document.querySelectorAll('.mk :is(button, input, summary, textarea, a, [tabindex])')].filter((e) => !e.dataset.lmSuppressShortcuts).map((e) => e.outerHTML)"
        )
        assert bare == []


def test_an_answer_goes_to_the_kernel_and_a_click_on_commit_names_what_is_open(page, library):
    draw(page, state(library, ("c1", "c2")))
    page.locator(".mk-claim").first.click()
    for key in "1pc":
        page.keyboard.press(key)
    assert page.evaluate("window.saved") == {
        "c1": {"verdict": "sourced", "kind": "named_person", "sure": "certain"}
    }
    page.locator(".mk-btn", has_text="Commit").click()
    assert "2" in page.locator(".mk-msg").inner_text()
    assert page.evaluate("window.sent") is None


def test_single_keys_can_be_switched_off(page, library):
    draw(page, state(library, ("c1", "c2")))
    page.locator(".mk-top .mk-btn").click()
    page.locator(".mk-switch input").uncheck()
    page.locator("dialog .mk-btn").click()
    page.locator(".mk-claim").first.click()
    page.keyboard.press("1")
    assert page.evaluate("window.saved") is None
