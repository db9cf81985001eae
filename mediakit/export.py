"""Exercises as files that need no Jupyter: one self-contained page, and a sheet for paper with a key apart from it."""

import base64
import hashlib
import itertools
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from mediakit import classpage, codec, codes, ledger, painting, report, scoring, session, telling
from mediakit.catalogue import Catalogue
from mediakit.classroom import ClassView
from mediakit.model import Answer, Article, Exercise, MediakitError, Score, Sheet
from mediakit.session import Session
from mediakit.taxonomy import QUESTIONS, SURE_AS_PROBABILITY, USUAL

HERE = Path(__file__).parent
SCRIPTS = ("parts.js", "panels.js", "views.js", "reader.js")
STANDALONE = "standalone.js"


@lru_cache(maxsize=1)
def script() -> str:
    """The reader's scripts as one module: they are small, and nothing has to bundle them."""
    return "\n".join((HERE / "ui" / name).read_text(encoding="utf-8") for name in SCRIPTS)


def style() -> str:
    return (HERE / "ui" / "reader.css").read_text(encoding="utf-8")


def _template(name: str, **values: Any) -> str:
    """Our own templates only; every value is escaped."""
    loader = jinja2.FileSystemLoader(HERE / "templates")
    made = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    return made.get_template(name).render(values)


def _opened(exercise: Exercise, questions: tuple[str, ...]) -> Session:
    asked = session.select(exercise.machine, exercise.key)
    return session.start(exercise.slug, exercise.article, asked, questions=questions)


# ---- the page


def page(
    exercise: Exercise, words: Catalogue, *, key: bool = True, questions: tuple[str, ...] = USUAL
) -> str:
    """One HTML file: no network, no server, a policy that lets only its own script and style run.

    With `key` the feedback on every possible answer is in it, and so is the key, for whoever reads the source.
    """
    opened = _opened(exercise, questions)
    strings = words.strings
    about = strings["words_count"].format(
        a=len(exercise.machine.claims), b=len(exercise.article.text.split())
    )
    data = {
        "page": painting.page(exercise.title, exercise.machine, opened, words, about) | {"hand_in": True, "weigh": False, "contest": False},
        "record": codec.plain(session.record(opened)) | {"committed": True},
        "code": {
            "head": codes.HEAD, "digits": codes.DIGITS, "mark": codes.mark(opened.fingerprint), "prime": codes.PRIME,
            "width": codes.width(opened.questions), "table": codes.combinations(opened.questions),
        },
        "answers": _answers(exercise, words, opened) if key else None,
    }  # fmt: skip
    code = f"{script()}\n{(HERE / 'ui' / STANDALONE).read_text(encoding='utf-8')}"
    rules = f"default-src 'none'; script-src {_hash(code)}; style-src {_hash(style())}; base-uri 'none'; form-action 'none'"
    return _template(
        "page.html", title=exercise.title, language=words.code, policy=rules,
        code=Markup(code), style=Markup(style()),  # noqa: S704 - our own files
        data=Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704 - no "<" is left in it
        teacher=strings["page_key" if key else "page_no_key"], noscript=strings["page_noscript"], heading=strings["reader"],
    )  # fmt: skip


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _answers(exercise: Exercise, words: Catalogue, opened: Session) -> dict[str, Any]:
    """Feedback for every answer that can be given, and the report for every count that can come of it."""
    shown = painting.Reveal(exercise.machine, exercise, words, opened.questions)
    machine = scoring.score(scoring.sheet_of(exercise.machine).only(opened.claims), exercise.key)
    return {
        "claims": {c: _told(shown, exercise, c, opened.questions) for c in opened.claims},
        "measured": shown.measured(),
        "machine": [machine.verdicts, machine.kinds],
        "ledger": telling.ledger(ledger.build(exercise.machine, exercise.key), words),
        "lean": _leans(len(opened.claims)),
        "range": _ranges(len(opened.claims)),
        "levels": [[str(s), words.label(str(s)), f"{p:.0%}"] for s, p in SURE_AS_PROBABILITY.items()],
    }


def _told(
    shown: painting.Reveal, exercise: Exercise, claim: str, questions: tuple[str, ...]
) -> dict[str, Any]:
    """Feedback on verdict and detail in every combination; on quote type and stance, which hang on nothing, one by one."""
    right = shown.right(claim)
    usual = tuple(q for q in questions if q in ("verdict", *scoring.DETAILS))
    first = painting.Reveal(exercise.machine, exercise, shown.words, usual)
    told: dict[str, Any] = {"fixed": shown.of_claim(claim), "by": {}, "cell": {}, "more": {}}
    for given in codes.combinations(usual):
        if given:
            mine = session.answer_with(None, claim, given)
            told["by"]["|".join([given["verdict"], str(mine.detail or "")])] = first.of_answer(mine)
            told["cell"][given["verdict"]] = _cell(scoring.score(Sheet((mine,)), Sheet((right,))))
    for question in codes.LONG:
        if question in questions and (wanted := right.given(question)):
            told["more"][question] = {
                str(word): scoring.why_not(
                    question, _with(claim, right, question, str(word)), right, shown.words
                )
                for word in QUESTIONS[question]
                if word != wanted and word not in right.accept
            }
    return told


def _with(claim: str, right: Answer, question: str, word: str) -> Answer:
    return session.answer_with(None, claim, {"verdict": right.verdict, question: word})


def _cell(counted: Score) -> str:
    names = ("hits", "misses", "false_alarms", "correct_rejections")
    return next(n for n in names if getattr(counted, n))


def _leans(most: int) -> dict[str, list[str]]:
    """d', c and the lean, by "hits,misses,false alarms,correct rejections"."""
    table = {}
    for sourced in range(report.FEWEST, most + 1 - report.FEWEST):
        own = most - sourced
        for hits, alarms in itertools.product(range(sourced + 1), range(own + 1)):
            found = report.discern(Score(most, 0, 0, hits, sourced - hits, alarms, own - alarms))
            if found is not None:
                table[f"{hits},{sourced - hits},{alarms},{own - alarms}"] = [
                    f"{found.d:.2f}", f"{found.c:+.2f}", report.leaning(found),
                ]  # fmt: skip
    return table


def _ranges(most: int) -> dict[str, str]:
    """What luck allows, by "right,answers"."""
    table = {}
    for of in range(1, most + 1):
        for right in range(of + 1):
            low, high = report.wilson(right, of)
            table[f"{right},{of}"] = f"{low:.0%} – {high:.0%}"
    return table


# ---- the class


def class_page(found: ClassView, words: Catalogue, *, names: bool = False) -> str:
    """The class as one HTML file without a script, to be projected or printed; with `names` only for the teacher."""
    style = _own("class.css")
    return _template(
        "class.html", page=classpage.page(found, words, names=names), words=words, w=words.strings, style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'",
        note=words.strings["class_note_names" if names else "class_note"], language="en",
    )  # fmt: skip


def _own(name: str) -> str:
    return (HERE / "templates" / name).read_text(encoding="utf-8")


# ---- paper


def sheet(
    exercise: Exercise, words: Catalogue, *, key: bool = True, questions: tuple[str, ...] = USUAL
) -> str:
    """An HTML sheet for A4: the article with numbered claims, a grid of boxes, and with `key` the key on a page of its own."""
    opened = _opened(exercise, questions)
    data = painting.page(exercise.title, exercise.machine, opened, words, "")
    claims = [c for paragraph in data["paragraphs"] for c in paragraph if c["asked"]]
    return _template(
        "sheet.html", page=data, claims=claims, words=words, w=words.strings, style=Markup(_own("sheet.css")),  # noqa: S704 - our own file
        questions=[(q, words.group(q)) for q in opened.questions], groups=_groups(words, opened.questions), rows=_key_rows(exercise, words, opened) if key else [],
        licence=exercise.slug,
    )  # fmt: skip


def _groups(words: Catalogue, questions: tuple[str, ...]) -> list[dict[str, Any]]:
    """The columns of the grid: verdict, everything that hangs on it, confidence."""
    more = [q for q in questions if q not in ("verdict", "sure")]
    columns = [("verdict", ["verdict"]), ("more", more), ("sure", ["sure"] if "sure" in questions else [])]
    return [
        {
            "name": name,
            "title": " / ".join(words.questions[q] for q in asked),
            "rows": [words.group(q) for q in asked],
        }
        for name, asked in columns
        if asked
    ]


def _key_rows(exercise: Exercise, words: Catalogue, opened: Session) -> list[dict[str, str]]:
    shown = painting.Reveal(exercise.machine, exercise, words, opened.questions)
    rows = []
    for claim in opened.claims:
        right = shown.right(claim)
        guess = shown.machine.get(claim)
        assert guess is not None
        agree = scoring.compare(guess, right) == "same"
        rows.append(
            {
                "n": claim[1:],
                "mark": words.terms[right.verdict].mark,
                "verdict": words.label(right.verdict),
                "detail": ", ".join(words.label(w) for q in ("kind", "need", "quote", "stance") if q in opened.questions and (w := right.given(q))),
                "accept": ", ".join(words.label(a) for a in right.accept),
                "why": scoring.reasons(Article(exercise.article.text), right, guess, words)[0],
                "machine": "" if agree else painting.in_words(guess, words),
            }
        )  # fmt: skip
    return rows


def pdf(html: str) -> bytes:
    """A sheet as PDF, by WeasyPrint. Raises MediakitError that says how to get it where it is missing."""
    try:
        import weasyprint
    except (ImportError, OSError):
        raise MediakitError(
            "A PDF needs WeasyPrint and Pango: pip install 'mediakit-literacy[pdf]', and on Debian apt install "
            "libpango-1.0-0 libpangoft2-1.0-0. Or write the sheet as .html and print it from the browser."
        ) from None
    made: bytes = weasyprint.HTML(string=html, url_fetcher=_no_network).write_pdf()
    return made


def _no_network(url: str, *_: object, **__: object) -> dict[str, Any]:
    raise ValueError(f"a sheet loads nothing: {url}")


# ---- files


def write(path: Path, data: bytes) -> None:
    """Write a file that a person asked for, whole or not at all. Raises MediakitError where it cannot be written."""
    try:
        codec.save_bytes(path, data)
    except OSError as error:
        raise MediakitError(
            f"{path}: cannot be written ({error.strerror}). Name another file or folder."
        ) from None
