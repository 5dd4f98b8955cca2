"""The shape of an error for programs: a problem of RFC 9457, with a `code` that stays the same while words improve."""

from http import HTTPStatus

MEDIA_TYPE = "application/problem+json"


def problem(status: int, code: str, detail: str, **more: str | None) -> dict[str, str | int | None]:
    """The members of the problem. `detail` says what to do; `more` are members that only this kind has."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        **more,
    }
