"""Requests made from the service's own description, right ones and wrong ones: none breaks it, every answer is as described."""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

pytest.importorskip("fastapi", reason="FastAPI is not installed; pip install 'mediakit-literacy[hub]'")
pytest.importorskip("schemathesis", reason="schemathesis is not installed; pip install schemathesis")
import schemathesis
from schemathesis import checks

from benchmarks.hub_stand_in import who
from mediakit.hub.service import create
from mediakit.store import Store

HELD = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
)
"""What is asked of every answer. Not asked: that every record of the described form is taken, since its parts must also fit
each other; and the list of methods that Starlette gives with a 405."""
INPUTS = int(os.environ.get("FUZZ_REQUESTS", "25"))
"""How many requests each operation gets."""


checks.load_all_checks()
store = Store(f"sqlite:///{tempfile.mkdtemp(prefix='mediakit-hub-')}/class.db")
schema = schemathesis.openapi.from_asgi("/openapi.json", create(store, who))


@schema.parametrize()
@settings(
    max_examples=INPUTS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
)
def test_no_request_breaks_the_service_and_every_answer_is_as_described(case):
    name = "teacher" if case.path == "/class" else "fox"
    case.call_and_validate(
        headers={"Authorization": f"token t-{name}"}, checks=checks.CHECKS.get_by_names(HELD)
    )
