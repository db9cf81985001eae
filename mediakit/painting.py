"""What the reader is given to paint: the cut text, the words and terms, and after the commit the answers.

The same data goes into the widget and into the page that needs no Jupyter. Nothing of an answer is in `page`.
"""

from typing import Any

from mediakit import accuracy, codes, ledger, markup, report, scoring, telling
from mediakit.catalogue import Catalogue, Term
from mediakit.model import UNSURE, Analysis, Answer, Article, Contest, Exercise, Sheet, Span
from mediakit.session import Session, answer_with, is_prose, record
from mediakit.taxonomy import OWN, QUESTIONS, Verdict, asked_of

Page = dict[str, Any]


def page(
    title: str, analysis: Analysis, session: Session, words: Catalogue, note: str, hints: tuple[str, ...] = ()
) -> Page:
    """The part of the reader that never changes. `hints` are claims whose cue is marked from the start."""
    claims = {Span(c.start, c.end): c for c in analysis.claims}
    paragraphs = [
        [_claim(analysis, claims[span].id, span, session.claims, hints) for span in group]
        for group in markup.paragraphs(analysis.text, tuple(claims))
    ]
    return {
        "title": title,
        "about": note,
        "paragraphs": paragraphs,
        "terms": terms(words),
        "questions": [
            {"id": q, "text": words.questions[q], "own": q in OWN, "always": q in ("verdict", "sure")}
            for q in session.questions
        ],
        "rounds": session.rounds,
        "words": words.strings,
        "language": words.code,
        "text_language": analysis.language,
    }


def _claim(
    analysis: Analysis, claim_id: str, span: Span, asked: tuple[str, ...], hints: tuple[str, ...]
) -> Page:
    text = analysis.text[span.start : span.end]
    made = {
        "id": claim_id,
        "n": int(claim_id[1:]),
        "text": text,
        "asked": claim_id in asked,
        "heading": not is_prose(text),
    }
    return made | ({"hint": _hint(analysis, claim_id)} if claim_id in hints else {})


def _hint(analysis: Analysis, claim_id: str) -> list[list[str]]:
    """Half a worked example: the cue is marked, the rest is left to the student."""
    claim = next(c for c in analysis.claims if c.id == claim_id)
    cues = [(s, "cue") for a in claim.attributions for s in analysis.attribution(a).cue]
    return [[text, role] for text, role in markup.runs(analysis.text, claim.span, cues)]


def terms(words: Catalogue) -> list[Page]:
    """Every word of every question, as the pages know it."""
    return [_term(question, term) for question in QUESTIONS for term in words.group(question)]


def _term(question: str, term: Term) -> Page:
    return {
        "group": question, "id": str(term.id), "label": term.label, "definition": term.definition, "example": term.example,
        "hot": term.hot, "mark": term.mark, "icon": term.icon, "own": term.id == Verdict.UNSOURCED,
    }  # fmt: skip


def guesses(answers: tuple[Answer, ...]) -> dict[str, dict[str, str]]:
    """A student's answers as the reader keeps them: by claim, then by question."""
    return {a.claim: plain(a) for a in answers}


def plain(answer: Answer) -> dict[str, str]:
    return {q: word for q in QUESTIONS if (word := answer.given(q)) is not None}


def in_words(answer: Answer, words: Catalogue) -> str:
    """Verdict and detail as a person reads them."""
    return ": ".join(words.label(str(t)) for t in (answer.verdict, answer.detail) if t)


class Reveal:
    """What is shown of one article once guesses are committed."""

    def __init__(
        self, analysis: Analysis, exercise: Exercise | None, words: Catalogue, questions: tuple[str, ...]
    ) -> None:
        self.analysis, self.exercise, self.words = analysis, exercise, words
        self.article = Article(analysis.text, analysis.language)
        self.machine = scoring.sheet_of(analysis)
        self.key = exercise.key if exercise else None
        self.questions = tuple(q for q in questions if q not in ("verdict", "sure"))
        self.rates = accuracy.rates()

    def right(self, claim: str) -> Answer:
        """The key's answer; the machine's where there is no key."""
        found = (self.key.get(claim) if self.key else None) or self.machine.get(claim)
        assert found is not None
        return found

    def of_machine(self, claim: str) -> Page:
        """The machine's column alone: what is shown while a student weighs it."""
        guess = self.machine.get(claim)
        assert guess is not None
        return {
            "machine": self._machine(guess),
            "runs": self._runs(claim, guess),
            "machine_lines": [scoring.rule_line(self.article, guess, self.words), *self._doubts(guess)],
        }

    def of_claim(self, claim: str) -> Page:
        """What is the same whatever the student answered."""
        guess, right = self.machine.get(claim), self.right(claim)
        key = self.key.get(claim) if self.key else None
        *lines, tip = scoring.reasons(self.article, right, guess, self.words)
        told = self.of_machine(claim)
        return told | {
            "machine_lines": [line for line in told["machine_lines"] if line not in lines],
            "right": plain(right),
            "key": plain(key) if key else None,
            "lines": [*lines, *self._details(right)],
            "tip": tip,
            "style": scoring.style_line(right, self.words),
        }

    def of_answer(self, mine: Answer) -> Page:
        """What hangs on the student's answer: does it agree, why not, and what the machine did beside it."""
        guess, right = self.machine.get(mine.claim), self.right(mine.claim)
        assert guess is not None
        told = scoring.explain(self.article, mine, right, guess, self.words, self.questions)
        strings = self.words.strings
        side = "key" if self.key and self.key.get(mine.claim) else "machine"
        sort = told.agrees if told.agrees in ("same", "verdict") else "detail"
        head = strings[f"{sort}_{side}"].format(a=in_words(right, self.words), b=self._asked(told.differs))
        if told.accepted:
            head = f"{head} {strings['accepted']}"
        return {
            "agrees": told.agrees,
            "head": head,
            "why_not": list(told.why_not),
            "machine_note": self._beside(mine, guess, right) if side == "key" else "",
        }

    def _asked(self, questions: tuple[str, ...]) -> str:
        return " ".join(self.words.questions[q] for q in questions)

    def _details(self, right: Answer) -> list[str]:
        """Quote type and stance, where they are asked: the term and what it means."""
        found: list[tuple[str, str | None]] = [(q, right.given(q)) for q in self.questions if q in codes.LONG]
        if "stance" in self.questions and asked_of("stance", right.verdict) and right.stance is None:
            return [*self._defined([f for f in found if f[1]]), self.words.strings["stance_open"]]
        return self._defined(found)

    def _defined(self, found: list[tuple[str, str | None]]) -> list[str]:
        terms = [(self.words.questions[q], self.words.terms[word]) for q, word in found if word]
        return [f"{question} {term.label}. {term.definition}" for question, term in terms]

    def _machine(self, guess: Answer) -> Page:
        strings = self.words.strings
        if guess.confidence is not None and guess.confidence < UNSURE:
            return plain(guess) | {
                "unknown": True,
                "note": strings["best_guess"].format(a=in_words(guess, self.words)),
            }
        tenths = max(1, min(9, round(10 * (guess.confidence or 0))))
        note = strings["confidence"].format(a=tenths)
        if guess.kind_confidence is not None and guess.kind_confidence < UNSURE:
            note = f"{note}; {strings['unsure_kind']}"
        return plain(guess) | {"note": note}

    def _doubts(self, guess: Answer) -> list[str]:
        """How often the machine is right with this answer, and what came second."""
        strings, lines = self.words.strings, []
        known = self.rates.kinds.get(str(guess.kind)) if self.rates else None
        if known:
            lines.append(
                strings["rate_kind"].format(a=self.words.label(str(guess.kind)), b=known[0], c=known[1])
            )
        if guess.runner_up:
            lines.append(strings["runner_up"].format(a=self.words.label(guess.runner_up)))
        return [*lines, strings["machine_honest"]]

    def _beside(self, mine: Answer, guess: Answer, right: Answer) -> str:
        if scoring.compare(guess, right) == "same":
            return ""
        strings = self.words.strings
        if scoring.compare(mine, guess) == "same":
            return strings["machine_wrong_too"]
        reason = scoring.rule_line(self.article, guess, self.words)
        return strings["machine_wrong"].format(a=in_words(guess, self.words), b=reason)

    def _runs(self, claim_id: str, guess: Answer) -> list[list[str]]:
        """The claim cut by the machine's cue, source, deciding words and content."""
        claim = next(c for c in self.analysis.claims if c.id == claim_id)
        marks: list[tuple[Span, str]] = []
        parts = [self.analysis.attribution(a) for a in claim.attributions]
        for attribution in parts:
            marks += [(s, "cue") for s in attribution.cue] + [(s, "source") for s in attribution.source]
        if guess.rule != "continued":
            marks += [(s, "words") for s in guess.words]
        marks += [(s, "content") for a in parts for s in a.content]
        return [[text, role] for text, role in markup.runs(self.analysis.text, claim.span, marks)]

    def summary(self, mine: Sheet) -> str:
        """One line of counts."""
        against = self.key or self.machine
        asked = tuple(answer.claim for answer in mine.answers)
        score, other = scoring.score(mine, against), scoring.score(self.machine.only(asked), against)
        line = self.words.strings["summary_key" if self.key else "summary_machine"]
        return line.format(a=score.verdicts, b=score.claims, c=score.kinds, d=other.verdicts, e=other.kinds)

    def measured(self) -> str:
        """How often the machine is right, from the benchmark's own file; nothing where it is not at hand."""
        known = self.rates
        if known is None:
            return ""
        return self.words.strings["measured"].format(
            n=known.articles, a=known.claims, b=known.unsure, c=known.direct, d=known.indirect
        )


def reveal(session: Session, analysis: Analysis, exercise: Exercise | None, words: Catalogue) -> Page:
    """Everything that was held back and may be shown in this phase: for each asked claim the machine, the key, the feedback."""
    shown = Reveal(analysis, exercise, words, session.questions)
    base = {"measured": shown.measured(), "moved": list(session.moved)}
    if session.phase == "weigh":
        return base | {
            "claims": {c: shown.of_machine(c) for c in session.claims},
            "summary": words.strings["weigh_about"],
        }
    claims = {a.claim: shown.of_claim(a.claim) | shown.of_answer(a) for a in session.sheet.answers}
    for contested in session.contests:
        claims[contested.claim]["contest"] = {
            "answer": objection(contested, words),
            "words": contested.words, "reason": contested.reason,
            "ruling": words.strings[f"ruling_{contested.ruling or 'open'}"],
        }  # fmt: skip
    found = report.summarize(report.rows(record(session), analysis, exercise))
    return base | {
        "claims": claims,
        "summary": shown.summary(session.sheet),
        "report": telling.report(found, words, keyed=exercise is not None),
        "ledger": telling.ledger(ledger.build(analysis, exercise.key if exercise else None), words),
    }


def objection(contest: Contest, words: Catalogue) -> str:
    """The answer that a student puts in place of the machine's."""
    question = "need" if contest.verdict is Verdict.UNSOURCED else "kind"
    answer = answer_with(None, contest.claim, {"verdict": contest.verdict, question: contest.detail})
    return in_words(answer, words)
