"""Drawings as plain trees `(tag, attributes, children)`: the page builds them node by node, a file as SVG text.

Every drawing has the same figures in a table beside it; it is hidden from screen readers.
"""

from typing import Any
from xml.etree import ElementTree

from mediakit.ledger import Ledger
from mediakit.report import Calibration

Tree = tuple[str, dict[str, str], list[Any]]
ROW, LEFT, STEP = 26, 230, 24


def tree(tag: str, *children: Any, **attributes: Any) -> Tree:
    """One node; an underscore in a name stands for a hyphen, numbers are rounded to tenths."""
    plain = {
        k.rstrip("_").replace("_", "-"): f"{v:.1f}" if isinstance(v, float) else str(v)
        for k, v in attributes.items()
    }
    return tag, plain, list(children)


def svg_text(drawing: Tree) -> str:
    """The drawing as SVG; text in it is escaped."""

    def build(node: Tree) -> ElementTree.Element:
        made = ElementTree.Element(node[0], node[1])
        for child in node[2]:
            if isinstance(child, str):
                made.text = (made.text or "") + child
            else:
                made.append(build(child))
        return made

    root = build(drawing)
    root.set("xmlns", "http://www.w3.org/2000/svg")
    return ElementTree.tostring(root, encoding="unicode")


def _frame(width: int, height: int, *children: Any) -> Tree:
    return tree(
        "svg",
        *children,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        aria_hidden="true",
        class_="mk-pic",
    )


def calibration(found: Calibration, x_label: str, y_label: str) -> Tree:
    """Stated chance against the share that was right, with 95 % intervals; on the line they are the same."""
    side, edge = 220, 40

    def at(share: float) -> float:
        return edge + side * share

    def up(share: float) -> float:
        return 10 + side * (1 - share)

    parts = [
        tree("rect", x=edge, y=10, width=side, height=side, class_="mk-pic-box"),
        tree("line", x1=at(0.0), y1=up(0.0), x2=at(1.0), y2=up(1.0), class_="mk-pic-even"),
    ]
    for share in (0.0, 0.5, 1.0):
        parts.append(tree("text", f"{share:.0%}", x=at(share), y=up(0.0) + 16, text_anchor="middle"))
        parts.append(tree("text", f"{share:.0%}", x=edge - 6.0, y=up(share) + 4, text_anchor="end"))
    for level in found.levels:
        x, share = at(level.said), level.right / level.answers
        parts.append(tree("line", x1=x, y1=up(level.low), x2=x, y2=up(level.high), class_="mk-pic-line"))
        parts.append(tree("circle", cx=x, cy=up(share), r=5.0, class_="mk-pic-dot"))
    parts.append(tree("text", x_label, x=at(0.5), y=up(0.0) + 34, text_anchor="middle"))
    parts.append(
        tree(
            "text",
            y_label,
            x=14.0,
            y=up(0.5),
            text_anchor="middle",
            transform=f"rotate(-90 14 {up(0.5):.0f})",
        )
    )
    return _frame(edge + side + 24, side + 54, *parts)


def ledger(found: Ledger, labels: tuple[str, ...], own: str) -> Tree:
    """One row for each source, one column for each claim; the box says how far the source can be followed."""
    claims = sorted({c for s in found.sources for c in s.claims} | set(found.own), key=lambda c: int(c[1:]))
    at = {claim: LEFT + place * STEP for place, claim in enumerate(claims)}
    right = LEFT + len(claims) * STEP
    parts = [tree("text", claim[1:], x=x + 8.0, y=14.0, text_anchor="middle") for claim, x in at.items()]
    rows = [(label, s.reach, s.claims) for label, s in zip(labels, found.sources, strict=True)]
    for number, (label, reach, held) in enumerate([*rows, (own, "pen", found.own)]):
        y = 22.0 + number * ROW
        parts.append(tree("line", x1=0, y1=y + ROW, x2=right, y2=y + ROW, class_="mk-pic-rule"))
        parts.append(tree("text", label if len(label) < 34 else f"{label[:32]}…", x=0, y=y + 18))
        for claim in held:
            parts += _box(reach, at[claim], y + 6)
    return _frame(right + 4, 22 + (len(rows) + 1) * ROW + 4, *parts)


def _box(reach: str, x: float, y: float) -> list[Tree]:
    if reach == "pen":
        return [tree("line", x1=x, y1=y + 7, x2=x + 16.0, y2=y + 7, class_="mk-pic-line")]
    box = [tree("rect", x=x, y=y, width=16, height=14, class_=f"mk-pic-{reach}")]
    return (
        [*box, tree("rect", x=x, y=y, width=8, height=14, class_="mk-pic-fill")] if reach == "half" else box
    )


def split(counts: tuple[int, ...], words: tuple[str, ...]) -> Tree:
    """A bar of answers: one part an answer, told apart by pattern as well as by colour; `words` stand in its legend."""
    whole, at, parts = max(sum(counts), 1), 0.0, list[Tree]()
    for number, count in enumerate(counts):
        width = 220.0 * count / whole
        if count:
            parts.append(
                tree(
                    "rect",
                    tree("title", f"{words[number]}: {count}"),
                    x=at,
                    y=0,
                    width=width,
                    height=14,
                    class_=f"mk-part-{number}",
                )
            )
        at += width
    return _frame(220, 14, *parts)


def intervals(rows: list[tuple[str, float, float | None, float | None]]) -> Tree:
    """A line for each row of (name, mean, low, high): its interval, and its mean as a dot, on one scale from 0."""
    top = max([1e-9, *(high if high is not None else mean for _, mean, _, high in rows)])
    width, parts = 300, list[Tree]()
    for number, (label, mean, low, high) in enumerate(rows):
        y = 14.0 + number * ROW

        def at(value: float) -> float:
            return LEFT + 8 + width * value / top

        parts.append(tree("text", label if len(label) < 34 else f"{label[:32]}…", x=0, y=y + 4))
        if low is not None and high is not None:
            parts.append(tree("line", x1=at(low), x2=at(high), y1=y, y2=y, class_="mk-pic-line"))
        parts.append(tree("circle", cx=at(mean), cy=y, r=5.0, class_="mk-pic-dot"))
    foot = 14.0 + len(rows) * ROW
    for share in (0.0, 0.5, 1.0):
        x = LEFT + 8 + width * share
        parts.append(tree("line", x1=x, x2=x, y1=0, y2=foot - 12, class_="mk-pic-rule"))
        parts.append(tree("text", f"{top * share:.2f}", x=x, y=foot + 4, text_anchor="middle"))
    return _frame(LEFT + width + 30, int(foot) + 12, *parts)


def change(first: int, second: int, of: int) -> Tree:
    """How many were right in two rounds: a ring for the first, a disc for the second."""
    left, right = (10 + 120.0 * n / max(of, 1) for n in (first, second))
    return _frame(
        140,
        16,
        tree("line", x1=10, x2=130, y1=8, y2=8, class_="mk-rule"),
        tree("line", x1=left, x2=right, y1=8, y2=8, class_="mk-way"),
        tree("circle", cx=left, cy=8, r=4, class_="mk-ring"),
        tree("circle", cx=right, cy=8, r=4, class_="mk-disc"),
    )
