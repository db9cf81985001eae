"""Hands answers in to the class service of a JupyterHub, where there is one; what cannot be sent waits beside the notebook.

The address is MEDIAKIT_SERVICE, the token the one that the Hub gave to this server. Nothing is sent anywhere else.
"""

import os
import threading
from pathlib import Path

from mediakit import codec
from mediakit.model import Record
from mediakit.ui.answers import FOLDER

SERVICE, TOKEN = "MEDIAKIT_SERVICE", "JUPYTERHUB_API_TOKEN"
QUEUE = "outbox"
SECONDS = 10.0
REFUSED = (413, 422)
"""Answers of a service that will not change its mind about a record."""
_one_at_a_time = threading.Lock()


def is_there() -> bool:
    """Does a class service take answers here?"""
    return bool(os.environ.get(SERVICE) and os.environ.get(TOKEN))


def post(record: Record, folder: Path | None = None) -> threading.Thread | None:
    """Queue a record and send the queue in the background, so that no page waits for a network."""
    if not is_there():
        return None
    place = (folder or Path.cwd()) / FOLDER / QUEUE
    codec.save(place / f"{record.attempt}.json", codec.write_json(record))
    sender = threading.Thread(target=send, args=(place,), daemon=True)
    sender.start()
    return sender


def send(place: Path) -> int:
    """Send what waits; how many were taken. What the service refuses for good is put aside, the rest waits on."""
    taken = 0
    with _one_at_a_time:
        for stuck in place.glob("*.sending"):
            _back(stuck)
        for path in sorted(place.glob("*.json")):
            going = path.with_suffix(".sending")  # a later state may be queued under the old name meanwhile
            path.replace(going)
            status = _send(going.read_bytes())
            if 200 <= status < 300:
                taken += 1
                going.unlink()
            elif status in REFUSED:
                going.replace(path.with_suffix(".refused"))
            else:
                _back(going)
                break
    return taken


def _send(data: bytes) -> int:
    """The answer's status; 0 where the service cannot be reached."""
    import httpx  # only where there is a service

    headers = {"Authorization": f"token {os.environ[TOKEN]}", "Content-Type": "application/json"}
    try:
        address = f"{os.environ[SERVICE].rstrip('/')}/records"
        return httpx.post(address, content=data, headers=headers, timeout=SECONDS).status_code
    except (httpx.HTTPError, httpx.InvalidURL):
        return 0


def _back(going: Path) -> None:
    """Into the queue again, unless a later state of the same attempt waits there."""
    waiting = going.with_suffix(".json")
    if waiting.exists():
        going.unlink()
    else:
        going.replace(waiting)
