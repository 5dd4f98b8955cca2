"""How often one may ask, and what is left of it, told with every answer.

The fields are those of the IETF draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers, since its
eighth revision): `RateLimit-Policy: "key";q=1200;w=60` and `RateLimit: "key";r=1187;t=42`, beside RFC 9110's Retry-After.
"""

import math
from typing import TYPE_CHECKING, Any

from django.http import HttpResponseBase
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle

from billing.entitlements import entitlements_of
from billing.plans import FREE
from conductatlas.api.keys import bearer_of_request

if TYPE_CHECKING:
    from rest_framework.views import APIView

_MINUTE = 60


class _Counted(SimpleRateThrottle):
    """One of the framework's own, which leaves on the request what it counted."""

    num_requests: int

    def get_rate(self) -> str:
        return f"{FREE.api_requests_a_minute}/min"

    def allow_request(self, request: Request, view: "APIView") -> bool:
        allowed = super().allow_request(request, view)
        if getattr(self, "key", None) is not None:
            # DRF keeps Django's own request under this name; it lives as long as the answer takes.
            request._request.counted = self  # type: ignore[attr-defined]  # noqa: SLF001
        return allowed

    def fields(self) -> dict[str, str]:
        """The header fields, after this request was counted."""
        most, left = self.num_requests, self.num_requests - len(self.history)
        until = _MINUTE - (self.now - self.history[-1]) if self.history else _MINUTE
        return {
            "RateLimit-Policy": f'"{self.scope}";q={most};w={_MINUTE}',
            "RateLimit": f'"{self.scope}";r={max(left, 0)};t={max(math.ceil(until), 0)}',
        }


class PerAddress(_Counted, AnonRateThrottle):
    """Who sends no key is counted by address."""


class PerOrganization(_Counted):
    """So many requests a minute of all keys of an organization together, as its plan says."""

    scope = "key"

    def allow_request(self, request: Request, view: "APIView") -> bool:
        bearer = bearer_of_request(request)
        if bearer is not None:
            plan = entitlements_of(bearer.membership.organization, timezone.now()).plan
            self.num_requests = plan.api_requests_a_minute
        return super().allow_request(request, view)

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        """Who is counted; None for nobody."""
        bearer = bearer_of_request(request)
        if bearer is None:
            return None
        return self.cache_format % {"scope": self.scope, "ident": bearer.membership.organization_id}


def tell_limits(request: Any, response: HttpResponseBase) -> None:
    """Adds the header fields; nothing where the request was not counted, as with a wrong key."""
    counted: _Counted | None = getattr(request._request, "counted", None)  # noqa: SLF001
    for name, value in (counted.fields() if counted else {}).items():
        response.headers[name] = value
