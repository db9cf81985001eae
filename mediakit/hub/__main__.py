"""`python -m mediakit.hub`: the service as a JupyterHub starts it; everything comes from the Hub's environment."""

import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlparse

import uvicorn
from jupyterhub.services.auth import HubAuth

from mediakit.hub.service import TEACHERS, create
from mediakit.store import Store


def hub(auth: HubAuth, token: str) -> Mapping[str, Any] | None:
    """Whom the Hub says a token belongs to, if it may use this service."""
    found = auth.user_for_token(token)
    return found if found and auth.check_scopes(auth.access_scopes, found) else None


def main() -> None:
    address = urlparse(os.environ["JUPYTERHUB_SERVICE_URL"])
    auth = HubAuth(cache_max_age=60)
    app = create(
        Store(),
        lambda token: hub(auth, token),
        os.environ["JUPYTERHUB_SERVICE_PREFIX"],
        os.environ.get("MEDIAKIT_TEACHERS", TEACHERS),
    )
    uvicorn.run(app, host=address.hostname or "127.0.0.1", port=address.port or 8000, log_level="warning")


if __name__ == "__main__":
    main()
