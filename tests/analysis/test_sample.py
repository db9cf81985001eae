"""The user's own article, claim by claim: read by two people, and to stay right. Its words are not in the project."""

from collections import Counter

import mediakit
from mediakit.taxonomy import Kind, Verdict

VERDICTS = "uspuusssusssspussssspsuuuussu"
KINDS = ["named_person", "vague", "anonymous", "anonymous", "hidden", "vague", "vague", "vague", "named_person", "document",
         "document", "anonymous", "anonymous", "document", "organization", "organization", "anonymous", "anonymous"]  # fmt: skip
CONTINUED = [4, 8, 13, 16, 18]


def test_the_sample_article_stays_right(shared):
    text = (shared / "articles" / "press-briefing.txt").read_text(encoding="utf-8")
    analysis = mediakit.analyze(text)
    letters = {Verdict.SOURCED: "s", Verdict.PARTLY: "p", Verdict.UNSOURCED: "u"}
    assert [str(a.kind) for a in analysis.attributions] == KINDS
    assert [n for n, a in enumerate(analysis.attributions, 1) if a.continued] == CONTINUED
    assert "".join(letters[c.verdict] for c in analysis.claims) == VERDICTS
    names = Counter(a.name for a in analysis.attributions if a.kind is Kind.NAMED_PERSON)
    assert len(names) == 2
    assert sum(a.second_hand for a in analysis.attributions) == 1
