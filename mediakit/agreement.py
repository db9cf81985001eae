"""How far several readers agree, beyond chance: Krippendorff's alpha for names (nominal), by NLTK.

1 is full agreement, 0 what chance would give. Krippendorff (2004) takes 0.8 as good and 0.667 as the least for
tentative conclusions.
"""

from collections.abc import Mapping

EXPERTS = 0.754
"""Trained annotators of PolNeAR on who says what, token by token (Newell, Margolin and Ruths 2018)."""


def alpha(readings: Mapping[str, Mapping[str, str]]) -> float | None:
    """Alpha over answers by reader, then by item; an answer may be missing.

    None where fewer than two readers answered any item, or all answers are the same word, which says nothing.
    """
    from nltk.metrics.agreement import AnnotationTask  # slow to import, and only needed here

    items: dict[str, int] = {}
    for answers in readings.values():
        for item in answers:
            items[item] = items.get(item, 0) + 1
    rows = [
        (reader, item, word)
        for reader, answers in readings.items()
        for item, word in answers.items()
        if items[item] > 1
    ]
    if len({word for _, _, word in rows}) < 2:
        return None
    return float(AnnotationTask(rows).alpha())
