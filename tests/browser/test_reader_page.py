"""The reader alone in a bare page: drawing, themes, narrow cells, and what axe-core says of each."""

import json

import pytest
from host import violations

from mediakit import catalogue, export, packs, painting, scoring, session
from mediakit.model import Article, Exercise, Sheet
from mediakit.taxonomy import QUESTIONS

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
    page.locator(".mk-claim").nth(1).click()
    for key in "1pc":
        page.keyboard.press(key)
    page.locator(".mk-btn", has_text="Commit").click()
    given = {"verdict": "sourced", "kind": "named_person", "sure": "certain"}
    assert page.evaluate("window.sent") == [{"do": "commit", "guesses": {"c1": given, "c2": given}}]


def test_single_keys_can_be_switched_off(page, library):
    draw(page, state(library, ("c1", "c2")))
    page.locator(".mk-top .mk-btn").click()
    page.locator(".mk-switch input").uncheck()
    page.locator("dialog .mk-btn").click()
    page.locator(".mk-claim").first.click()
    page.keyboard.press("1")
    assert page.evaluate("window.saved") is None


def kinds_of(found: Exercise) -> tuple[str, ...]:
    return tuple(c.id for c in found.machine.claims)


def test_the_report_opens_closes_and_takes_sources_away(page, library):
    draw(page, compared(library))
    page.locator(".mk-btn", has_text="My report").click()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    away = page.locator(".mk-table .mk-btn").nth(1)
    away.focus()
    page.keyboard.press("Enter")
    assert away.get_attribute("aria-pressed") == "true"
    assert "Nadia Ferris" in page.locator(".mk-falls").inner_text()
    assert violations(page, ".mk") == []
    page.keyboard.press("Escape")
    assert page.locator(".mk-panel").is_visible()
    assert not page.locator(".mk-report").is_visible()


def weighed(found: Exercise) -> dict:
    asked = kinds_of(found)
    opened = session.start(found.slug, found.article, asked, weigh=True)
    for claim in asked:
        opened = session.guess(opened, claim, verdict="unsourced", need="common", sure="fairly")
    done = session.commit(opened)
    return state(found, asked) | {
        "guesses": painting.guesses(done.sheet.answers),
        "phase": "weigh",
        "reveal": painting.reveal(done, found.machine, found, catalogue.load()),
    }


def test_while_the_machine_is_weighed_the_key_is_nowhere(page, library):
    values = weighed(library)
    shown = json.dumps(values["reveal"])
    assert '"key"' not in shown
    for answer in library.key.answers:
        assert not answer.why or answer.why not in shown
    values["page"]["weigh"] = True
    draw(page, values)
    assert violations(page, ".mk") == []
    page.locator("label", has_text="Take the machine's").click()
    page.locator(".mk-btn", has_text="Show the key").click()
    assert page.evaluate("window.sent") == [{"do": "move", "claim": "c1", "over": True}, {"do": "finish"}]


def test_the_machine_can_be_contested_by_keyboard(page, library):
    draw(page, compared(library))
    page.locator(".mk-contest summary").focus()
    page.keyboard.press("Enter")
    page.locator(".mk-contest select").select_option(index=2)
    page.keyboard.press("Tab")
    page.locator(".mk-contest input").fill("said")
    page.locator(".mk-contest textarea").fill("x 1 ? because")
    assert violations(page, ".mk") == []
    page.locator(".mk-contest .mk-btn").click()
    assert page.evaluate("window.sent") == [
        {
            "do": "contest",
            "claim": "c1",
            "verdict": "sourced",
            "detail": "document",
            "words": "said",
            "reason": "x 1 ? because",
        }
    ]


def test_all_questions_are_answered_by_keys_in_their_order(page, library):
    opened = session.start(library.slug, library.article, kinds_of(library), questions=tuple(QUESTIONS))
    values = state(library, kinds_of(library))
    values["page"] = painting.page(library.title, library.machine, opened, catalogue.load(), "")
    draw(page, values)
    page.locator(".mk-claim").first.click()
    for key in "1ddnc":
        page.keyboard.press(key)
    assert page.evaluate("window.saved.c1") == {
        "verdict": "sourced", "kind": "document", "quote": "direct", "stance": "neutral", "sure": "certain",
    }  # fmt: skip
    page.keyboard.press("3")
    assert page.evaluate("window.saved.c1") == {"verdict": "unsourced", "sure": "certain"}
    assert violations(page, ".mk") == []


def test_a_second_round_begins_with_the_first_ones_guesses(page, library):
    values = state(library, ("c1", "c2")) | {
        "guesses": {"c1": {"verdict": "sourced"}, "c2": {"verdict": "partly"}}
    }
    values["page"]["rounds"] = 2
    draw(page, values)
    assert "round 1" in page.locator(".mk-prog .mk-btn", has_text="Commit").inner_text()
    page.evaluate("window.model.change('round', 2)")
    assert "Round 2 of 2" in page.locator(".mk-prog").inner_text()
    assert page.locator(".mk-claim").first.get_attribute("data-mark") == "S"


def test_text_from_an_article_is_never_markup(page, library):
    from dataclasses import replace

    import mediakit

    odd = '<script>window.hit=1</script> “It is <img src=x onerror=window.hit=1>,” said Lena "><b>Ortiz</b>. Critics say \u202eno\u202c. 🌉'
    found = mediakit.analyze(odd)
    exercise = replace(library, article=Article(odd), machine=found, key=scoring.sheet_of(found), title=odd)
    draw(page, compared(exercise))
    for number in range(page.locator(".mk-claim").count()):
        page.locator(".mk-claim").nth(number).click()
    page.locator(".mk-btn", has_text="My report").click()
    assert page.evaluate("window.hit") is None
    assert page.locator(".mk script, .mk img, .mk b b").count() == 0
