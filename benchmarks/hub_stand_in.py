"""The service in a process of its own, with a Hub's answers from a table: `python -m benchmarks.hub_stand_in PORT STORE`.

A token `t-NAME` belongs to NAME; `t-teacher` is of the group of teachers. What a real Hub says is tested in the browser tests.
"""

import sys

import uvicorn

from mediakit.hub.service import create
from mediakit.store import Store


def who(token: str) -> dict | None:
    kind, dash, name = token.partition("-")
    if kind != "t" or not dash or not name:
        return None
    return {
        "kind": "user",
        "name": name,
        "groups": ["instructors"] if name == "teacher" else [],
        "admin": False,
    }


if __name__ == "__main__":
    uvicorn.run(create(Store(sys.argv[2]), who), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
