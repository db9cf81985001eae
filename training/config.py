"""Configurations: `tagger.toml` says all that can be chosen, the others what they do otherwise (`like`)."""

from pathlib import Path

import tomllib


def load(path: Path) -> dict:
    """The whole configuration, tables in tables; raises KeyError for what the one that it is like does not have."""
    own = tomllib.loads(path.read_text())
    return _over(load(path.parent / own.pop("like")), own) if "like" in own else own


def _over(like: dict, own: dict) -> dict:
    unknown = own.keys() - like.keys()
    if unknown:
        raise KeyError(f"unknown: {', '.join(sorted(unknown))}")
    tables = {name: _over(like[name], value) for name, value in own.items() if isinstance(value, dict)}
    return like | own | tables
