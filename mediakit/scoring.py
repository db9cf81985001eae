"""Compares two sheets: any two, since a student, a key and the machine answer the same questions."""

from mediakit.lexicon import Lexicon
from mediakit.model import Analysis, Answer, Article, Attribution, Claim, Feedback, Score, Sheet, text_of
from mediakit.taxonomy import Verdict, describe, is_sourced


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
        stance=main.stance,
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


def same_kind(mine: Answer, against: Answer) -> bool:
    """The same source kind, or for the writer's own claims the same need; true where there is nothing to compare."""
    if Verdict.UNSOURCED in (mine.verdict, against.verdict):
        return (
            mine.need is None
            or against.need is None
            or mine.need is against.need
            or mine.need in against.accept
        )
    return (
        against.kind is None
        or mine.kind is against.kind
        or (mine.kind is not None and mine.kind in against.accept)
    )


def compare(mine: Answer, against: Answer) -> str:
    """`same`, `kind` (same verdict, another kind) or `verdict` (another verdict)."""
    if not same_verdict(mine, against):
        return "verdict"
    return "same" if same_kind(mine, against) else "kind"


def score(sheet: Sheet, against: Sheet) -> Score:
    """Counts over the claims that both sheets answer.

    Signal detection counts follow Stanislaw and Todorov (1999), the signal being "sourced":
    a hit is sourced called sourced, a false alarm is anything else called sourced.
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
    article: Article, mine: Answer, against: Answer, machine: Answer | None, words: Lexicon
) -> Feedback:
    """Why an answer stands or falls: the deciding words and the rule, then what the student's answer would need."""
    agrees = compare(mine, against)
    lines = [against.why or rule_line(article, against, words)]
    if against.why and machine is not None and machine.words and compare(machine, against) == "same":
        lines.append(rule_line(article, machine, words))
    if agrees != "same":
        lines.append(_why_not(mine, against, agrees, words))
    lines.append(words.tips[_topic(against)])
    accepted = agrees == "same" and (
        mine.verdict is not against.verdict or (mine.kind is not against.kind and mine.kind is not None)
    )
    return Feedback(mine.claim, agrees, accepted, tuple(lines))


def rule_line(article: Article, answer: Answer, words: Lexicon) -> str:
    """The rule that decided, in plain words, with the deciding words of the text in it."""
    spoken = text_of(article.text, answer.words[:3]) if answer.words else ""
    line = words.rules.get(answer.rule, words.rules["writer"])
    name = answer.source or ""
    return (
        line.replace("{words}", f"“{spoken}”")
        .replace("{name}", name)
        .replace("{who}", name or words.rules["same_speaker"])
    )


def _topic(answer: Answer) -> str:
    """The id whose tip fits: the kind of a sourced claim, the need of the writer's own."""
    if answer.verdict is Verdict.UNSOURCED or answer.kind is None:
        return answer.need or Verdict.UNSOURCED
    return Verdict.PARTLY if answer.verdict is Verdict.PARTLY else answer.kind


def _why_not(mine: Answer, against: Answer, agrees: str, words: Lexicon) -> str:
    if agrees == "verdict":
        line = words.why_not[f"{mine.verdict}_{against.verdict}"]
        return line.replace("{mine}", describe(mine.verdict).label)
    chosen = mine.need if mine.verdict is Verdict.UNSOURCED else mine.kind
    if chosen is None:
        return words.why_not["none"]
    return words.why_not[chosen].replace("{mine}", describe(chosen).label)
