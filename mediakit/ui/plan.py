"""How a lesson asks: the settings that a notebook gives it."""

from dataclasses import dataclass
from typing import Any

from mediakit import session
from mediakit.model import MediakitError
from mediakit.taxonomy import USUAL


@dataclass(frozen=True, slots=True)
class Plan:
    """How a lesson asks. `questions` are words of the taxonomy, parted by blanks; `help` is worked, half or alone."""

    questions: str = " ".join(USUAL)
    rounds: int = 1
    weigh: bool = False
    help: str = "alone"
    everything: bool = False
    language: str | None = None
    again: bool = False
    kept: bool = True


USUALLY = Plan()


def plan_of(given: dict[str, Any]) -> Plan:
    """The plan of a call. Raises MediakitError for a setting that there is not."""
    unknown = set(given) - set(Plan.__dataclass_fields__)
    if unknown:
        known = ", ".join(Plan.__dataclass_fields__)
        raise MediakitError(f"A lesson has no setting {min(unknown)!r}; there are: {known}.")
    plan = Plan(**given)
    if plan.help not in session.HELP:
        raise MediakitError(f"help = {plan.help!r}: it must be one of {', '.join(session.HELP)}.")
    return plan
