"""How the fake says no: in the words and codes of Stripe's API."""

from typing import Any


class ApiError(Exception):
    """An answer other than 200."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        kind: str = "invalid_request_error",
        code: str = "",
        param: str = "",
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {
            "error": {"type": kind, "message": message, "code": code, "param": param}
        }


def missing(kind: str, name: str) -> ApiError:
    """404 for a thing that is not there."""
    return ApiError(404, f"No such {kind}: '{name}'", code="resource_missing", param="id")
