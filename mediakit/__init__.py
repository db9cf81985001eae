"""mediakit: guess which claims of an article are sourced, then compare with an automatic attribution analysis.

Names are loaded when they are used, so that `import mediakit` needs neither spaCy nor the widgets.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mediakit.analysis import analyze
    from mediakit.model import Analysis, Article, MediakitError
    from mediakit.ui import instructor, lesson, study

__version__ = "0.1.0"
__all__ = ["Analysis", "Article", "MediakitError", "analyze", "instructor", "lesson", "study"]
_HOMES = {
    "Analysis": ("mediakit.model", "Analysis"),
    "Article": ("mediakit.model", "Article"),
    "MediakitError": ("mediakit.model", "MediakitError"),
    "analyze": ("mediakit.analysis", "analyze"),
    "instructor": ("mediakit.ui.instructor", None),
    "lesson": ("mediakit.ui.lesson", None),
    "study": ("mediakit.ui.study", None),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'mediakit' has no attribute {name!r}")
    home, attribute = _HOMES[name]
    module = import_module(home)
    return getattr(module, attribute) if attribute else module


def __dir__() -> list[str]:
    return sorted(__all__)
