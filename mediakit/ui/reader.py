"""The reader widget: Python decides what is shown, `reader.js` paints it. It holds no machine answer before the commit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent


class Reader(anywidget.AnyWidget):
    """An article with numbered claims, a panel of questions, and after the commit the other answers beside the guess.

    `page` is what never changes; `guesses` maps a claim to {verdict, detail, sure}; `reveal` stays empty until
    `phase` is "compare"; `saves` counts the answers that reached the disk.
    """

    _esm = HERE / "reader.js"
    _css = HERE / "reader.css"
    page = traitlets.Dict().tag(sync=True)
    guesses = traitlets.Dict().tag(sync=True)
    phase = traitlets.Unicode("guess").tag(sync=True)
    reveal = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    saves = traitlets.Int(0).tag(sync=True)

    def __init__(self, *, on_commit: Callable[[], None] | None = None, **state: Any) -> None:
        super().__init__(**state)
        self._on_commit = on_commit
        self.on_msg(self._receive)

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("do") == "commit" and self._on_commit:
            self._on_commit()

    def __repr__(self) -> str:
        """The same on every run, so that a saved notebook can be compared with a new one."""
        claims = [c for paragraph in self.page.get("paragraphs", []) for c in paragraph if c["asked"]]
        return f"Reader({self.page.get('title', '')!r}, {len(claims)} claims, {len(self.guesses)} guessed, {self.phase})"
