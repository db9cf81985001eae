"""What the reader is given to paint: the cut text, the words and terms, and after the commit the answers."""

from typing import Any

from mediakit import accuracy, markup, scoring
from mediakit.lexicon import Lexicon
from mediakit.model import UNSURE, Analysis, Answer, Article, Exercise, Sheet, Span
from mediakit.session import Session, is_prose
from mediakit.taxonomy import KINDS, NEEDS, QUESTIONS, SURE, VERDICTS, Term, Verdict, describe


def page(title: str, analysis: Analysis, asked: tuple[str, ...], words: Lexicon, note: str) -> dict[str, Any]:
    """The part of the reader that never changes; nothing of any answer is in it."""
    claims = {Span(c.start, c.end): c for c in analysis.claims}
    paragraphs = [
        [_claim(analysis, claims[span].id, span, asked) for span in group]
        for group in markup.paragraphs(analysis.text, tuple(claims))
    ]
    return {
        "title": title,
        "about": note,
        "paragraphs": paragraphs,
        "terms": _terms(),
        "questions": QUESTIONS,
        "words": words.strings,
    }


def _claim(analysis: Analysis, claim_id: str, span: Span, asked: tuple[str, ...]) -> dict[str, Any]:
    text = analysis.text[span.start : span.end]
    return {
        "id": claim_id,
        "n": int(claim_id[1:]),
        "text": text,
        "asked": claim_id in asked,
        "heading": not is_prose(text),
    }


def _terms() -> list[dict[str, Any]]:
    groups = {"verdict": VERDICTS, "kind": KINDS, "need": NEEDS, "sure": SURE}
    return [_term(group, term) for group, terms in groups.items() for term in terms]


def _term(group: str, term: Term) -> dict[str, Any]:
    return {
        "group": group, "id": str(term.id), "label": term.label, "definition": term.definition, "example": term.example,
        "hot": term.hot, "mark": term.mark, "icon": term.icon, "own": term.id == Verdict.UNSOURCED,
    }  # fmt: skip


def guesses(session: Session) -> dict[str, dict[str, str]]:
    """The student's sheet as the reader keeps it."""
    return {a.claim: _plain(a) | ({"sure": str(a.sure)} if a.sure else {}) for a in session.sheet.answers}


def _plain(answer: Answer) -> dict[str, str]:
    detail = answer.need if answer.verdict is Verdict.UNSOURCED else answer.kind
    return {"verdict": str(answer.verdict)} | ({"detail": str(detail)} if detail else {})


def reveal(session: Session, analysis: Analysis, exercise: Exercise | None, words: Lexicon) -> dict[str, Any]:
    """Everything that was held back: for each asked claim the machine, the key and the feedback."""
    machine = scoring.sheet_of(analysis)
    against = exercise.key if exercise else machine
    told = {c: _told(session, analysis, c, machine, exercise, words) for c in session.claims}
    mine = Sheet(tuple(a for a in session.sheet.answers if against.get(a.claim)))
    score, other = scoring.score(mine, against), scoring.score(machine, against)
    line = words.strings["summary_key" if exercise else "summary_machine"]
    values = {"a": score.verdicts, "b": score.claims, "c": score.kinds, "d": other.verdicts, "e": other.kinds}
    return {"claims": told, "summary": line.format(**values), "measured": _measured(words)}


def _measured(words: Lexicon) -> str:
    """How often the machine is right, from the benchmark's own file; nothing where it is not at hand."""
    known = accuracy.rates()
    if known is None:
        return ""
    return words.strings["measured"].format(
        n=known.articles, a=known.claims, b=known.unsure, c=known.direct, d=known.indirect
    )


def _told(
    session: Session,
    analysis: Analysis,
    claim: str,
    machine: Sheet,
    exercise: Exercise | None,
    words: Lexicon,
) -> dict[str, Any]:
    article = Article(analysis.text, analysis.language)
    mine, guess = session.sheet.get(claim), machine.get(claim)
    key = exercise.key.get(claim) if exercise else None
    assert mine is not None and guess is not None
    right = key or guess
    feedback = scoring.explain(article, mine, right, guess, words)
    lines = list(feedback.lines)
    tip = lines.pop()
    why_not = lines.pop() if feedback.agrees != "same" else ""
    side = "key" if key else "machine"
    strings = words.strings
    head = strings[f"{feedback.agrees}_{side}"].format(a=_words(right))
    if feedback.accepted:
        head = f"{head} {strings['accepted']}"
    return {
        "agrees": feedback.agrees,
        "head": head,
        "right": _plain(right),
        "machine": _machine(guess, words),
        "key": _plain(key) if key else None,
        "runs": _runs(analysis, claim, guess),
        "lines": lines,
        "why_not": why_not,
        "tip": tip,
        "machine_note": _machine_note(article, mine, guess, key, words),
    }


def _words(answer: Answer) -> str:
    detail = answer.need if answer.verdict is Verdict.UNSOURCED else answer.kind
    return ": ".join(describe(t).label for t in (answer.verdict, detail) if t)


def _machine(guess: Answer, words: Lexicon) -> dict[str, str]:
    if guess.confidence is not None and guess.confidence < UNSURE:
        return {"note": words.strings["unsure"], **_plain(guess)}
    tenths = max(1, min(9, round(10 * (guess.confidence or 0))))
    note = words.strings["confidence"].format(a=tenths)
    if guess.kind_confidence is not None and guess.kind_confidence < UNSURE:
        note = f"{note}; {words.strings['unsure_kind']}"
    return _plain(guess) | {"note": note}


def _machine_note(article: Article, mine: Answer, guess: Answer, key: Answer | None, words: Lexicon) -> str:
    strings = words.strings
    notes = []
    if key is not None and scoring.compare(guess, key) != "same":
        reason = scoring.rule_line(article, guess, words)
        same = scoring.compare(mine, guess) == "same"
        notes.append(
            strings["machine_wrong_too"]
            if same
            else strings["machine_wrong"].format(a=_words(guess), b=reason)
        )
    if guess.runner_up:
        notes.append(strings["runner_up"].format(a=describe(guess.runner_up).label))
    notes.append(strings["machine_honest"])
    return " ".join(notes)


def _runs(analysis: Analysis, claim_id: str, guess: Answer) -> list[list[str]]:
    """The claim cut by the machine's cue, source, deciding words and content."""
    claim = next(c for c in analysis.claims if c.id == claim_id)
    marks: list[tuple[Span, str]] = []
    parts = [analysis.attribution(a) for a in claim.attributions]
    for attribution in parts:
        marks += [(s, "cue") for s in attribution.cue] + [(s, "source") for s in attribution.source]
    if guess.rule != "continued":
        marks += [(s, "words") for s in guess.words]
    marks += [(s, "content") for a in parts for s in a.content]
    return [[text, role] for text, role in markup.runs(analysis.text, claim.span, marks)]
