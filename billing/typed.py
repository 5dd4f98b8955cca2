"""What was typed into a form and refused: it stands there again when the page of that form is shown next, once."""

from collections.abc import Iterable

from django.http import HttpRequest

_KEPT = "typed"


def keep_typed(request: HttpRequest, form: str, fields: Iterable[str]) -> None:
    """Remember the fields of a refused form; `form` is its name, with the key of what it is about."""
    request.session[_KEPT] = {"form": form, "fields": {name: request.POST.get(name, "") for name in fields}}


def typed_into(request: HttpRequest, form: str) -> dict[str, str]:
    """The fields of that form as they were refused a moment ago; empty where nothing was, and forgotten then."""
    kept = request.session.get(_KEPT, {})
    if kept.get("form") != form:
        return {}
    del request.session[_KEPT]
    fields: dict[str, str] = kept["fields"]
    return fields
