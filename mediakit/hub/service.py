"""The service that a JupyterHub manages: students hand in over HTTP and never hold the keys of the database.

Who somebody is says the Hub, from the token of the request; no field of a record can say otherwise. A student reads
and deletes only what is their own; teachers (a group of the Hub) read the class.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Request
from fastapi.responses import JSONResponse

from mediakit import codec, session
from mediakit.model import MediakitError, Record
from mediakit.store import Store, StoreError

LARGEST = 2_000_000
"""Bytes of one record."""
TEACHERS = "instructors"
"""The group of the Hub whose members see the class."""
Who = Callable[[str], Mapping[str, Any] | None]


def create(store: Store, who: Who, prefix: str = "/", teachers: str = TEACHERS) -> FastAPI:
    """The service. `who` asks the Hub whom a token belongs to: a user model with name, groups and admin, or None."""
    app = FastAPI(title="mediakit", docs_url=None, redoc_url=None, openapi_url=f"{prefix}openapi.json")

    def user(authorization: Annotated[str, Header()] = "") -> Mapping[str, Any]:
        kind, _, token = authorization.partition(" ")
        found = who(token.strip()) if kind.lower() in ("token", "bearer") and token.strip() else None
        if found is None or found.get("kind", "user") != "user":
            raise HTTPException(401, "A token of this Hub is needed.", {"WWW-Authenticate": "token"})
        return found

    def teacher(found: Mapping[str, Any] = Depends(user)) -> Mapping[str, Any]:
        if not (found.get("admin") or teachers in found.get("groups", ())):
            raise HTTPException(403, f"Only members of the group {teachers} see the class.")
        return found

    @app.exception_handler(MediakitError)
    def told(_: Request, error: MediakitError) -> JSONResponse:
        later = isinstance(error, StoreError)  # the record is good, and may be sent again
        return JSONResponse({"detail": str(error)}, 503 if later else 422)

    @app.get(prefix)
    def hello() -> dict[str, Any]:
        return {"service": "mediakit", "format": codec.FORMATS[Record]}

    async def body(request: Request) -> bytes:
        read = bytearray()
        async for part in request.stream():
            read += part
            if len(read) > LARGEST:
                raise HTTPException(413, f"A record is larger than {LARGEST // 1_000_000} MB.")
        return bytes(read)

    @app.post(f"{prefix}records", responses={401: {}, 413: {}, 422: {}, 503: {}}, openapi_extra=describe(app))
    def hand_in(found: Mapping[str, Any] = Depends(user), data: bytes = Depends(body)) -> dict[str, str]:
        """Keep a record of the student whose token this is; answered only once it is on disk."""
        record = read(data)
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        return {"state": store.add(str(found["name"]), record, now)}

    @app.get(f"{prefix}records", responses={401: {}})
    def own(found: Mapping[str, Any] = Depends(user)) -> list[Any]:
        """One's own records."""
        return [codec.plain(kept) for kept in store.records(student=str(found["name"]))]

    @app.delete(f"{prefix}records", responses={401: {}})
    def forget(found: Mapping[str, Any] = Depends(user)) -> dict[str, int]:
        """Delete one's own records for good."""
        return {"deleted": store.forget(str(found["name"]))}

    @app.get(f"{prefix}class", responses={401: {}, 403: {}})
    def everybody(_: Mapping[str, Any] = Depends(teacher)) -> list[Any]:
        """The records of the class, for its teachers."""
        return [codec.plain(kept) for kept in store.records()]

    return app


def describe(app: FastAPI) -> dict[str, Any]:
    """What OpenAPI says of the body of a record, whose parts go among the components of the app's schema."""
    plain = json.dumps(codec.schema(Record)).replace("#/$defs/", "#/components/schemas/")
    schema = json.loads(plain)
    parts, made = schema.pop("$defs", {}), app.openapi

    def openapi() -> dict[str, Any]:
        described = made()
        described.setdefault("components", {}).setdefault("schemas", {}).update(parts)
        return described

    app.openapi = openapi  # type: ignore[method-assign]
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def read(data: bytes) -> Record:
    """A record from a request. Raises MediakitError for anything else."""
    try:
        raw = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise MediakitError("The request holds no JSON.") from None
    record = codec.from_plain(Record, raw, "the record")
    session.check(record)
    return record
