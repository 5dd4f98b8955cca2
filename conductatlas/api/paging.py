"""Long lists by cursor: the next page stays right while rows are added, and costs the same however far it is."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response

from conductatlas.api.errors import BadParameter
from conductatlas.api.parameters import MOST_ROWS

Row = TypeVar("Row", bound=Model)


class _Cursor(CursorPagination):
    def __init__(self, *ordering: str) -> None:
        self.ordering = ordering

    def get_page_size(self, request: Request) -> int:
        given = request.query_params.get("limit")
        if given is None:
            return self.page_size or MOST_ROWS
        if not (
            given.isascii()
            and given.isdigit()
            and len(given) <= len(str(MOST_ROWS))
            and 1 <= int(given) <= MOST_ROWS
        ):
            raise BadParameter("limit", f"Give a whole number from 1 to {MOST_ROWS}.")
        return int(given)


def page_of(
    request: Request, rows: QuerySet[Row], represent: Callable[[Row], dict[str, Any]], *ordering: str
) -> Response:
    """One page of the rows, in that order, as {"next", "previous", "results"}."""
    paging = _Cursor(*ordering)
    try:
        page = paging.paginate_queryset(rows, request)
    except (NotFound, ValidationError, ValueError) as error:
        raise BadParameter(
            "cursor", "Follow the `next` address of a page, or leave the cursor out."
        ) from error
    return paging.get_paginated_response([represent(row) for row in page or []])
