"""The swap bench on the screen: choose a claim, change its words, read the analysis again."""

import textwrap
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from mediakit import catalogue, intake, swap
from mediakit.catalogue import Catalogue
from mediakit.model import Analysis, Answer, MediakitError, text_of
from mediakit.ui.lesson import Summary

HERE = Path(__file__).parent


class Bench(anywidget.AnyWidget):
    """`claims` to choose from; `rows` hold question, answer before and after; `status` tells what happened."""

    _esm = f"{(HERE / 'parts.js').read_text(encoding='utf-8')}\n{(HERE / 'bench.js').read_text(encoding='utf-8')}"
    _css = HERE / "reader.css"
    words = traitlets.Dict().tag(sync=True)
    claims: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    rows: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)

    def __init__(self, analysis: Analysis, words: Catalogue) -> None:
        self._analysis, self._words = analysis, words
        texts = {c.id: text_of(analysis.text, (c.span,)) for c in analysis.claims}
        claims = [
            {"id": i, "text": t, "label": f"{i[1:]}: {textwrap.shorten(t, 70, placeholder='…')}"}
            for i, t in texts.items()
        ]
        super().__init__(words=words.strings, claims=claims)
        self.on_msg(self._receive)

    def _receive(self, _widget: object, content: Any, _buffers: object) -> None:
        if not isinstance(content, dict) or content.get("do") != "swap":
            return
        try:
            self.swap(str(content.get("claim")), str(content.get("text")))
        except MediakitError as error:
            self.status, self.rows = self._words.tell(error), []

    def swap(self, claim: str, sentence: str) -> Summary:
        """Read the article again with one sentence changed. Raises MediakitError for a claim there is not."""
        import mediakit

        text, place = swap.rewrite(self._analysis, claim, sentence)
        found = swap.compare(self._analysis, claim, mediakit.analyze(text), place)
        strings = self._words.strings
        names = {q: strings[f"name_{q}"] for q in swap.COMPARED}
        self.rows = [
            [names[q], self._label(found.before, q), self._label(found.after, q)] for q in swap.COMPARED
        ] + [[strings["bench_source"], found.before.source or "–", found.after.source or "–"]]
        changed = ", ".join(names.get(q, strings["bench_source"]) for q in found.changed)
        self.status = strings["bench_changed"].format(a=changed) if changed else strings["bench_same"]
        lines = [f"{name}: {old} → {new}" for name, old, new in self.rows if old != new]
        return Summary("\n".join([self.status, *lines]))

    def _label(self, answer: Answer, question: str) -> str:
        word = answer.given(question)
        return self._words.label(word) if word else "–"

    def __repr__(self) -> str:
        return f"Bench({len(self.claims)} claims)"


def bench(text: str, language: str | None = None) -> Bench:
    """A bench for any text; the text is analysed once, and again at each swap."""
    import mediakit

    found = mediakit.analyze(intake.from_text(text))
    if not found.claims:
        raise MediakitError(catalogue.load(language).strings["paste_empty"])
    return Bench(found, catalogue.load(language))
