"""Compares two sheets: any two, since a student, a key and the machine answer the same questions."""

from mediakit.catalogue import Catalogue
from mediakit.model import Analysis, Answer, Article, Attribution, Claim, Feedback, Score, Sheet, text_of
from mediakit.taxonomy import Verdict, asked_of, is_sourced


def sheet_of(analysis: Analysis) -> Sheet:
    """The machine's answers. A claim with several attributions takes the one with most words in it."""
    return Sheet(tuple(_answer(analysis, claim) for claim in analysis.claims))


def _answer(analysis: Analysis, claim: Claim) -> Answer:
    main = main_attribution(analysis, claim)
    if main is None or claim.verdict is Verdict.UNSOURCED:
        why = claim.why
        return Answer(
            claim.id,
            claim.verdict,
            need=claim.need,
            rule=why.rule if why else "writer",
            words=why.words if why else (),
            runner_up=why.runner_up if why else None,
            confidence=claim.confidence,
        )
    return Answer(
        claim.id,
        claim.verdict,
        kind=main.kind,
        need=claim.need,
        source=main.name or text_of(analysis.text, main.source) or None,
        quote=main.quote,
        stance=None if main.contested else main.stance,
        rule=main.why.rule,
        words=main.why.words,
        runner_up=main.why.runner_up,
        confidence=claim.confidence,
        kind_confidence=main.kind_confidence,
        accept=_others(analysis, claim, main),
    )


def _others(analysis: Analysis, claim: Claim, main: Attribution) -> tuple[str, ...]:
    """A claim with two speakers of different kinds has two right answers."""
    kinds = {analysis.attribution(a).kind for a in claim.attributions} - {main.kind}
    return tuple(sorted(kinds))


def main_attribution(analysis: Analysis, claim: Claim) -> Attribution | None:
    """The attribution whose content has most characters in the claim; a tie goes to the first one."""

    def size(attribution: Attribution) -> int:
        return sum(max(0, min(s.end, claim.end) - max(s.start, claim.start)) for s in attribution.content)

    found = [analysis.attribution(a) for a in claim.attributions]
    return max(found, key=size, default=None)


def same_verdict(mine: Answer, against: Answer) -> bool:
    return mine.verdict is against.verdict or mine.verdict in against.accept


DETAILS = ("kind", "need")


def differences(mine: Answer, against: Answer, questions: tuple[str, ...] = DETAILS) -> tuple[str, ...]:
    """The questions whose answers differ. Another verdict is the only difference, since the rest hangs on it.

    A question that the other side leaves open, such as the stance of a cue on which style books disagree, counts for nothing.
    """
    if not same_verdict(mine, against):
        return ("verdict",)
    return tuple(
        q
        for q in questions
        if q not in ("verdict", "sure")
        and (right := against.given(q)) is not None
        and asked_of(q, mine.verdict)
        and mine.given(q) != right
        and mine.given(q) not in against.accept
    )


def compare(mine: Answer, against: Answer, questions: tuple[str, ...] = DETAILS) -> str:
    """`same`, or the first question whose answer differs."""
    return next(iter(differences(mine, against, questions)), "same")


def score(sheet: Sheet, against: Sheet) -> Score:
    """Counts over the claims that both sheets answer.

    Signal detection counts follow Stanislaw and Todorov (1999), the signal being "sourced":
    a hit is sourced called sourced, a false alarm is anything else called sourced. Where the other sheet accepts
    the verdict that was given, that verdict is taken for the signal.
    """
    pairs = [(mine, other) for mine in sheet.answers if (other := against.get(mine.claim)) is not None]
    called = [
        (is_sourced(m.verdict), is_sourced(m.verdict) if same_verdict(m, o) else is_sourced(o.verdict))
        for m, o in pairs
    ]
    return Score(
        claims=len(pairs),
        verdicts=sum(same_verdict(m, o) for m, o in pairs),
        kinds=sum(compare(m, o) == "same" for m, o in pairs),
        hits=called.count((True, True)),
        misses=called.count((False, True)),
        false_alarms=called.count((True, False)),
        correct_rejections=called.count((False, False)),
    )


def explain(
    article: Article,
    mine: Answer,
    against: Answer,
    machine: Answer | None,
    words: Catalogue,
    questions: tuple[str, ...] = DETAILS,
) -> Feedback:
    """Why an answer stands or falls: the deciding words and the rule, then what the student's answer would need."""
    differs = differences(mine, against, questions)
    accepted = not differs and any(
        mine.given(q) is not None and mine.given(q) != against.given(q) and against.given(q) is not None
        for q in ("verdict", *questions)
        if q != "sure"
    )
    return Feedback(
        mine.claim,
        next(iter(differs), "same"),
        accepted,
        reasons(article, against, machine, words),
        differs,
        tuple(why_not(q, mine, against, words) for q in differs),
    )


def reasons(article: Article, against: Answer, machine: Answer | None, words: Catalogue) -> tuple[str, ...]:
    """Why the right answer is right: the author's words, and the machine's where it agrees; then one thing to try."""
    lines = [against.why or rule_line(article, against, words)]
    if against.why and machine is not None and machine.words and compare(machine, against) == "same":
        lines.append(rule_line(article, machine, words))
    lines.append(words.tips[_topic(against)])
    return tuple(lines)


def rule_line(article: Article, answer: Answer, words: Catalogue) -> str:
    """The rule that decided, in plain words, with the deciding words of the text in it."""
    spoken = "”, “".join(text_of(article.text, (span,)) for span in answer.words[:3])
    name = answer.source or ""
    line = words.rules.get(_worded(answer.rule, name, spoken, words), words.rules["writer"])
    return (
        line.replace("{words}", f"“{spoken}”")
        .replace("{name}", name)
        .replace("{who}", name or words.rules["same_speaker"])
    )


def _worded(rule: str, name: str, spoken: str, words: Catalogue) -> str:
    """The rule, or how it is worded where its words do not hold the name ("The Department"), or nobody tells one ("the hotel")."""
    if name.lower() not in spoken.lower():
        return f"{rule}_meant" if f"{rule}_meant" in words.rules else rule
    small = name[1:] == name[1:].lower() and (" " in name or name == name.lower())
    return f"{rule}_plain" if small and f"{rule}_plain" in words.rules else rule


def _topic(answer: Answer) -> str:
    """The id whose tip fits: the kind of a sourced claim, the need of the writer's own."""
    if answer.verdict is Verdict.UNSOURCED or answer.kind is None:
        return answer.need or Verdict.UNSOURCED
    return Verdict.PARTLY if answer.verdict is Verdict.PARTLY else answer.kind


def style_line(answer: Answer, words: Catalogue) -> str:
    """What a news agency's style book asks for where it fits the answer, with its origin; else nothing."""
    found = [words.style[t] for t in (answer.stance, answer.detail) if t is not None and t in words.style]
    return found[0] if found else ""


def why_not(question: str, mine: Answer, against: Answer, words: Catalogue) -> str:
    """What the student's answer to one question would have needed."""
    chosen = mine.given(question)
    if chosen is None:
        return words.why_not["none"]
    line = words.why_not[f"{chosen}_{against.verdict}" if question == "verdict" else chosen]
    return line.replace("{mine}", words.label(chosen))
