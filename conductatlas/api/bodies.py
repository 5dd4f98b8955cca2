"""What is sent with a request: read by the schema that the description shows, a member too many or of another kind refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from conductatlas.api.errors import BadParameter
from conductatlas.api.parameters import moment_of
from conductatlas.api.schemas import Schema
from monitoring.register.actions import ActionRefused
from monitoring.register.reviewing import ReviewRefused
from monitoring.register.vendors import VendorRefused

_FORMATS = {"date-time": "a moment like 2026-11-23T08:00:00Z", "date": "a day like 2027-01-31"}
_DAY = len("2027-01-31")
_KINDS: dict[str, tuple[type, str]] = {
    "null": (type(None), "null"),
    "boolean": (bool, "true or false"),
    "integer": (int, "a whole number"),
    "array": (list, "a list"),
    "string": (str, "a text"),
}


def body_of(request: Request, schema: Schema) -> dict[str, Any]:
    """The members sent, each as the schema has it. Raises BadParameter, which names the first that is wrong."""
    return _members(request.data, schema, "body")


@contextmanager
def refusals_told() -> Iterator[None]:
    """What the register refuses is answered with 400, in its own words."""
    try:
        yield
    except (ActionRefused, ReviewRefused, VendorRefused) as refusal:
        raise ValidationError(str(refusal)) from refusal


def _members(sent: Any, schema: Schema, name: str) -> dict[str, Any]:
    if type(sent) is not dict:  # a form's members are lists of texts, whatever they look like
        raise BadParameter(name, "Send a JSON object.")
    known = schema["properties"]
    for member, value in sent.items():
        if member not in known:
            there_are = ", ".join(known)
            raise BadParameter(member[:80], f"There is no {member[:80]!r} here. Send any of: {there_are}.")
        if known[member].get("type") == "object":
            _members(value, known[member], member)
        elif not _fits(value, known[member]):
            raise BadParameter(member, f"{member}: give {_asked_for(known[member])}.")
    for member in schema.get("required", ()):
        if member not in sent:
            raise BadParameter(member, f"{member}: give {_asked_for(known[member])}.")
    return dict(sent)


def _fits(value: Any, schema: Schema) -> bool:
    if "anyOf" in schema:
        return any(_fits(value, each) for each in schema["anyOf"])
    if type(value) is not _KINDS[schema["type"]][0]:
        return False
    if isinstance(value, list):
        return len(value) <= schema.get("maxItems", len(value)) and all(
            _fits(each, schema["items"]) for each in value
        )
    if not isinstance(value, str):
        return True
    if "\0" in value or len(value) > schema.get("maxLength", len(value)):
        return False
    if schema.get("format") in _FORMATS:
        return moment_of(value) is not None and (schema["format"] == "date-time" or len(value) == _DAY)
    return value in schema.get("enum", [value])


def _asked_for(schema: Schema) -> str:
    """In words: a list of any of: customer, usage."""
    if "anyOf" in schema:
        return " or ".join(_asked_for(each) for each in schema["anyOf"])
    if "enum" in schema:
        return f"one of: {', '.join(schema['enum'])}"
    if schema["type"] == "array":
        most = f" of at most {schema['maxItems']}" if "maxItems" in schema else ""
        return f"a list{most}, each {_asked_for(schema['items'])}"
    most = f" of at most {schema['maxLength']} characters" if "maxLength" in schema else ""
    return _FORMATS.get(schema.get("format", ""), _KINDS[schema["type"]][1]) + most
