"""Licences of everything that an installed mediakit needs: `python -m benchmarks.licences`, with pip-licenses from `.[audit]`.

Writes benchmarks/results/licences.json: licence -> packages, for those that come with the program, not those of the tests.
"""

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement

from benchmarks import store

HOME = "mediakit-literacy"
SPELLINGS = (
    (r"^(the )?mit( license)?$", "MIT"),
    (r"^apache([ -]software)?( license)?,?( version)?[ -]?(2\.0)?$", "Apache-2.0"),
    (r"^(3-clause bsd license|new bsd license|bsd-3-clause|bsd 3-clause.*)$", "BSD-3-Clause"),
    (r"^bsd( license)?$", "BSD"),
    (r"^mozilla public license 2\.0.*$", "MPL-2.0"),
    (r"^isc license.*$", "ISC"),
    (r"^python software foundation license$", "PSF-2.0"),
)
"""The same licence is written in many ways."""


def needed(name: str, seen: set[str]) -> set[str]:
    """A package and everything that it needs on this system, without extras."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return seen
    try:
        lines = requires(name) or []
    except PackageNotFoundError:
        return seen
    seen.add(key)
    for line in lines:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            needed(requirement.name, seen)
    return seen


def plain(licence: str) -> str:
    first = licence.split("\n")[0].strip()
    return next((known for form, known in SPELLINGS if re.match(form, first.lower())), first)


def main() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "piplicenses", "--format=json"], capture_output=True, text=True, check=True
    )
    wanted = needed(HOME, set()) - {HOME}
    table: dict[str, list[str]] = {}
    for row in json.loads(done.stdout):
        if (name := re.sub(r"[-_.]+", "-", row["Name"]).lower()) in wanted:
            table.setdefault(plain(row["License"]), []).append(name)
    result = {"commit": store.commit(), "command": "python -m benchmarks.licences", "packages": sum(map(len, table.values()))}  # fmt: skip
    store.save("licences", result | {"licences": {k: sorted(table[k]) for k in sorted(table)}})
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
