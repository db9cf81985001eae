"""The reader widget: Python decides what is shown, the scripts paint it. It holds no machine answer before the commit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from mediakit import export
from mediakit.catalogue import problem
from mediakit.model import MediakitError

HERE = Path(__file__).parent
Step = Callable[[dict[str, Any]], None]


class Reader(anywidget.AnyWidget):
    """An article with numbered claims, a panel of questions, and after the commit the other answers beside the guess.

    `page` is what never changes; `guesses` maps a claim to its answers by question; `reveal` stays empty until
    `phase` leaves "guess"; `saves` counts the answers that reached the disk. `steps` are what a page may ask for,
    and `tell` says in its language what is wrong with it.
    """

    _esm = export.script()
    _css = HERE / "reader.css"
    page = traitlets.Dict().tag(sync=True)
    guesses = traitlets.Dict().tag(sync=True)
    phase = traitlets.Unicode("guess").tag(sync=True)
    round = traitlets.Int(1).tag(sync=True)
    reveal = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode("").tag(sync=True)
    saves = traitlets.Int(0).tag(sync=True)

    def __init__(
        self,
        *,
        steps: dict[str, Step] | None = None,
        tell: Callable[[MediakitError], str] = str,
        **state: Any,
    ) -> None:
        super().__init__(**state)
        self._tell = tell
        self._steps = steps or {}
        self.on_msg(self._receive)

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        """A page asked for a step; what is wrong with it is told in the notice."""
        step = self._steps.get(str(content.get("do"))) if isinstance(content, dict) else None
        if step is None or not isinstance(content, dict):
            return
        try:
            step(content)
        except MediakitError as error:
            self.notice = self._tell(error)
        except (KeyError, TypeError, AttributeError):
            self.notice = self._tell(problem("page_odd"))

    def __repr__(self) -> str:
        """The same on every run, so that a saved notebook can be compared with a new one."""
        claims = [c for paragraph in self.page.get("paragraphs", []) for c in paragraph if c["asked"]]
        return f"Reader({self.page.get('title', '')!r}, {len(claims)} claims, {len(self.guesses)} guessed, {self.phase})"
