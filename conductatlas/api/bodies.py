"""What is sent with a request: read by the schema that the description shows, a member too many or of another kind refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from conductatlas.api.schemas import Schema
from monitoring.register.actions import ActionRefused
from monitoring.register.reviewing import ReviewRefused
from monitoring.register.vendors import VendorRefused


def body_of(request: Request, schema: Schema) -> dict[str, Any]:
    """The members sent, each as the schema has it. Raises ValidationError, which names the first that is wrong."""
    sent, known = request.data, schema["properties"]
    if not isinstance(sent, dict):
        raise ValidationError("Send a JSON object.")
    for name, value in sent.items():
        if name not in known:
            raise ValidationError(f"There is no {name[:80]!r} here. Send any of: {', '.join(known)}.")
        if not _fits(value, known[name]):
            raise ValidationError(f"{name}: it is not of the kind that the description of this address says.")
    return dict(sent)


@contextmanager
def refusals_told() -> Iterator[None]:
    """What the register refuses is answered with 400, in its own words."""
    try:
        yield
    except (ActionRefused, ReviewRefused, VendorRefused) as refusal:
        raise ValidationError(str(refusal)) from refusal


def _fits(value: Any, schema: Schema) -> bool:
    if "anyOf" in schema:
        return any(_fits(value, each) for each in schema["anyOf"])
    if schema["type"] == "null":
        return value is None
    if schema["type"] == "array":
        return isinstance(value, list) and all(_fits(each, schema["items"]) for each in value)
    return isinstance(value, str) and "\0" not in value and value in schema.get("enum", [value])
