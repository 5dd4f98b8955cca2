"""What the API answers when it cannot answer: a problem of RFC 9457, which names the parameter that is wrong."""

from typing import Any

from django.http import Http404
from rest_framework.exceptions import APIException, NotAcceptable, UnsupportedMediaType
from rest_framework.response import Response
from rest_framework.views import exception_handler

from billing.problems import MEDIA_TYPE, problem
from conductatlas.api.limits import tell_limits
from conductatlas.api.negotiation import JSON

_NOTHING_HERE = "There is nothing at this address. /api/v1/ lists what there is."


class BadParameter(APIException):
    """400 for one parameter of the address; `remedy` says what to give instead."""

    status_code = 400
    default_code = "bad_parameter"

    def __init__(self, parameter: str, remedy: str) -> None:
        super().__init__(remedy)
        self.parameter = parameter


class Conflict(APIException):
    """409: what is asked does not fit what there is; the detail says what to do first."""

    status_code = 409
    default_code = "conflict"


def answer_exception(exception: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an expected exception; None lets a bug propagate. Named in settings.REST_FRAMEWORK."""
    response = exception_handler(exception, context)
    if response is None:
        return None
    if isinstance(exception, Http404):
        response.data = problem(response.status_code, "not_found", _NOTHING_HERE)
    elif isinstance(exception, APIException):
        response.data = problem(response.status_code, exception.default_code, _told(exception))
    if isinstance(exception, BadParameter):
        response.data["parameter"] = exception.parameter
    if isinstance(exception, UnsupportedMediaType):
        response.headers["Accept"] = JSON
    response.content_type = MEDIA_TYPE
    tell_limits(context["request"], response)
    return response


def _told(exception: APIException) -> str:
    """What is wrong and what to do; the framework's own words leave out the second."""
    if isinstance(exception, UnsupportedMediaType):
        return f"{exception.detail} Send JSON, and say Content-Type: {JSON}."
    if isinstance(exception, NotAcceptable):
        there_is = " or ".join(each.media_type for each in exception.available_renderers or ())
        return f"What there is here is {there_is}: let Accept name it, or */*, or leave Accept out."
    return str(exception.detail)
