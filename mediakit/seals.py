"""Notices when an answer file was changed outside the lesson: each saved step seals the one before.

A seal is the beginning of a SHA-256 over the seal before it and the answers (a hash chain, as Haber and Stornetta 1991
use it for time stamps). It finds accidents and idle hands, not a determined forger: whoever has this program can make one.
"""

import hashlib
import json
from dataclasses import replace

from mediakit import codec
from mediakit.model import Record

LENGTH = 16
"""Hexadecimal digits of a seal."""


def seal(before: str, record: Record) -> str:
    """The seal of a record that was saved after the step sealed with `before` (empty for the first)."""
    plain = codec.plain(replace(record, chain=()))
    text = json.dumps(plain, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()[:LENGTH]


def extend(record: Record, chain: tuple[str, ...]) -> Record:
    """The record with one more seal on `chain`; the same chain where nothing was changed since."""
    if chain and chain[-1] == seal(chain[-2] if len(chain) > 1 else "", record):
        return replace(record, chain=chain)
    return replace(record, chain=(*chain, seal(chain[-1] if chain else "", record)))


def holds(record: Record) -> bool:
    """Do the answers fit the last seal? True where there is none: a code or an exported page has no steps."""
    chain = record.chain
    return not chain or chain[-1] == seal(chain[-2] if len(chain) > 1 else "", record)


def goes_on(later: Record, earlier: Record) -> bool:
    """Is `later` the same pass, some steps on?"""
    return len(later.chain) >= len(earlier.chain) > 0 and later.chain[: len(earlier.chain)] == earlier.chain
