"""Notebooks from cells: written with nbformat, run with nbclient so that their outputs can be compared by nbval."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit import codec
from mediakit.model import MediakitError

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
SECONDS = 300
"""The longest that one cell may take."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a notebook: `code` or prose. `points` makes it a cell that nbgrader grades."""

    text: str
    code: bool = False
    points: float = 0.0


def make(cells: list[Cell]) -> Any:
    """A notebook without outputs."""
    import nbformat

    v4: Any = nbformat.v4  # it has no types
    made = v4.new_notebook()
    made.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    for number, cell in enumerate(cells):
        new = v4.new_code_cell if cell.code else v4.new_markdown_cell
        made.cells.append(new(cell.text, id=f"cell-{number}"))
        if cell.points:
            made.cells[-1].metadata["nbgrader"] = {
                "grade": True, "grade_id": f"points-{number}", "locked": True, "points": cell.points,
                "schema_version": 3, "solution": False, "task": False, "cell_type": "code",
            }  # fmt: skip
    return made


def run(made: Any, folder: Path) -> Any:
    """The notebook with the outputs of a run in `folder`, without widget state: that could hold answers.

    Raises MediakitError naming the cell that fails.
    """
    import nbclient
    from nbclient.exceptions import CellExecutionError

    client = nbclient.NotebookClient(made, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}})  # fmt: skip
    try:
        done = client.execute()
    except CellExecutionError as error:
        raise MediakitError(f"The notebook does not run: {error.evalue or error.ename}") from None
    done.metadata.pop("widgets", None)
    done.metadata["language_info"] = {"name": "python"}
    for cell in done.cells:
        cell.metadata.pop("execution", None)
    return done


def save(made: Any, path: Path) -> None:
    """Write it whole or not at all."""
    import nbformat

    text = nbformat.v4.writes(made)  # type: ignore[no-untyped-call]
    codec.save(path, text + "\n")
