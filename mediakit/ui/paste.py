"""The box for one's own article, and below it the reader once there is something to read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets

from mediakit import codec, intake, session
from mediakit.catalogue import Catalogue
from mediakit.model import MediakitError
from mediakit.ui.answers import FOLDER

HERE = Path(__file__).parent
EARLIER = 3


class PasteBox(anywidget.AnyWidget):
    """A text area with a button; `status` says what happens, `earlier` offers articles read here before."""

    _esm = HERE / "paste.js"
    _css = HERE / "reader.css"
    words = traitlets.Dict().tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)
    types: traitlets.List[str] = traitlets.List().tag(sync=True)
    largest = traitlets.Int(0).tag(sync=True)
    earlier: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)


class Paste(ipywidgets.VBox):  # type: ignore[misc] # ipywidgets has no types
    """Paste, read, guess: `open_article` is called with the text and gives the lesson.

    The text is kept in the folder `answers` beside the notebook, so that it is there after a restart; it stands in
    no answer file.
    """

    def __init__(self, open_article: Callable[..., Any], words: Catalogue) -> None:
        self._open_article = open_article
        self._words, self._strings = words, words.strings
        self.box = PasteBox(
            words=self._strings,
            earlier=_earlier(),
            types=[t for t in intake.READERS if t],
            largest=intake.LARGEST,
        )
        self.lesson: Any = None
        super().__init__([self.box])
        self.box.on_msg(self._receive)

    def _receive(self, _widget: object, content: Any, buffers: Any) -> None:
        if not isinstance(content, dict):
            return
        if content.get("do") == "again":
            path = _kept(str(content.get("id", "")))
            if path is not None:
                self.read(codec.read_file(path))
        elif content.get("do") == "paste":
            self.read(str(content.get("text", "")), everything=bool(content.get("everything")))
        elif content.get("do") == "file" and buffers:
            self.read_file(
                str(content.get("name", "")), bytes(buffers[0]), everything=bool(content.get("everything"))
            )

    def read_file(self, name: str, data: bytes, *, everything: bool = False) -> None:
        """Number the claims of an uploaded file; its path plays no part, only its type does."""
        try:
            text = intake.from_bytes(data, Path(name).name).text
        except MediakitError as error:
            self.box.status = self._words.tell(error)
            return
        self.read(text, everything=everything)

    def read(self, text: str, *, everything: bool = False) -> None:
        """Number the claims of a text and show it; what is wrong with it is told in the status line."""
        if not text.strip():
            self.box.status = self._strings["paste_empty"]
            return
        self.box.status = self._strings["paste_wait"]
        try:
            self.lesson = self._open_article(text, everything=everything)
        except MediakitError as error:
            self.box.status = self._words.tell(error)
            return
        _keep(self.lesson.analysis.text)
        self.box.text = text
        self.lesson.reader.page = self.lesson.reader.page | {"focus": True}
        self.children = (self.box, self.lesson.reader)
        self.box.status = ""

    def __repr__(self) -> str:
        return f"Paste({self.lesson!r})" if self.lesson else "Paste()"


def _keep(text: str) -> None:
    path = Path.cwd() / FOLDER / f"pasted-{session.fingerprint(text)}.txt"
    try:
        codec.save(path, text)
    except OSError:  # a read-only folder: the lesson goes on, the answer file tells of it
        return


def _kept(name: str) -> Path | None:
    return next((p for p in (Path.cwd() / FOLDER).glob("pasted-*.txt") if p.stem == name), None)


def _earlier() -> list[dict[str, str]]:
    try:
        paths = sorted((Path.cwd() / FOLDER).glob("pasted-*.txt"), key=lambda p: -p.stat().st_mtime)[:EARLIER]
        return [{"id": p.stem, "title": " ".join(codec.read_file(p).split()[:8])} for p in paths]
    except (OSError, MediakitError):
        return []
