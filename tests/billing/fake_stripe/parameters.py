"""What a request may say: form fields read into nested values and held against the pinned SDK's typed parameters."""

import re
import sys
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin
from urllib.parse import parse_qsl

import stripe.params as known
import stripe.params.billing_portal as known_portal
import stripe.params.checkout as known_checkout
from stripe import RequestOptions

from tests.billing.fake_stripe.errors import ApiError

_FOLDERS: dict[str, Any] = {"": known, "checkout": known_checkout, "billing_portal": known_portal}
_OPTIONS = set(RequestOptions.__annotations__)
_INTEGER = re.compile(r"-?\d+\Z")


def read_form(encoded: str) -> dict[str, Any]:
    """`items[0][price]=x` as {"items": [{"price": "x"}]}."""
    nested: dict[str, Any] = {}
    for name, value in parse_qsl(encoded, keep_blank_values=True):
        first, *rest = re.findall(r"[^\[\]]+|(?<=\[)(?=\])", name)
        _put(nested, [first, *rest], value)
    return _lists(nested)


def _put(into: dict[str, Any], names: list[str], value: str) -> None:
    for name in names[:-1]:
        into = into.setdefault(name or str(len(into)), {})
    into[names[-1] or str(len(into))] = value


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(name.isdigit() for name in value):
        return [_lists(value[name]) for name in sorted(value, key=int)]
    return {name: _lists(each) for name, each in value.items()}


def typed(name: str, told: dict[str, Any]) -> dict[str, Any]:
    """The fields as the SDK's parameters of that name type them. Raises ApiError for what Stripe would not know.

    Pages of Checkout have no types in the SDK (""): only Stripe's own programs ask for them.
    """
    if not name:
        return told
    folder, _, name = name.rpartition(".")
    return _typed_fields(getattr(_FOLDERS[folder], name), told, "")


def _typed_fields(kind: Any, told: dict[str, Any], prefix: str) -> dict[str, Any]:
    hints = _hints_of(kind)
    taken = {}
    for name, value in told.items():
        path = f"{prefix}[{name}]" if prefix else name
        if name not in hints or (not prefix and name in _OPTIONS):
            raise ApiError(400, f"Received unknown parameter: {path}", code="parameter_unknown", param=path)
        taken[name] = _typed(hints[name], value, path)
    for name in kind.__required_keys__ - set(taken):
        path = f"{prefix}[{name}]" if prefix else name
        raise ApiError(400, f"Missing required param: {path}.", code="parameter_missing", param=path)
    return taken


@cache
def _hints_of(kind: Any) -> dict[str, Any]:
    # A name that the SDK imports for type checkers only stands in its request options.
    names = {**vars(sys.modules[kind.__module__]), "StripeContext": object, "Mapping": Mapping}
    return typing.get_type_hints(kind, names, include_extras=True)


def _typed(hint: Any, value: Any, path: str) -> Any:
    choices = _choices(hint)
    literals = {each for choice in choices if get_origin(choice) is Literal for each in get_args(choice)}
    if isinstance(value, str) and value in literals:
        return value
    # The types leave enumerations open for the future (`| str`); the Stripe of today refuses other words.
    others = [
        each for each in choices if get_origin(each) is not Literal and not (literals - {""} and each is str)
    ]
    for choice in others:
        fits, taken = _fit(choice, value, path)
        if fits:
            return taken
    raise ApiError(400, f"Invalid {path}: {value!r}", code="parameter_invalid", param=path)


def _choices(hint: Any) -> list[Any]:
    origin = get_origin(hint)
    if origin in (typing.NotRequired, typing.Required):
        return _choices(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return [each for part in get_args(hint) for each in _choices(part)]
    return [hint]


def _fit(choice: Any, value: Any, path: str) -> tuple[bool, Any]:
    origin = get_origin(choice)
    if choice is str or choice is Any:
        return isinstance(value, str), value
    if choice is bool:
        return value in ("true", "false"), value == "true"
    if choice is int:
        whole = isinstance(value, str) and bool(_INTEGER.match(value))
        return whole, int(value) if whole else None
    if choice is float or getattr(choice, "__name__", "") == "Decimal":
        return isinstance(value, str), value
    if origin is list:
        if not isinstance(value, list):
            return False, None
        return True, [
            _typed(get_args(choice)[0], each, f"{path}[{number}]") for number, each in enumerate(value)
        ]
    if origin is dict:
        return isinstance(value, dict), value
    if isinstance(value, dict) and hasattr(choice, "__required_keys__"):
        return True, _typed_fields(choice, value, path)
    return False, None
