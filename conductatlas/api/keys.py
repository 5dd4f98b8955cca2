"""Who asks the API: nobody in particular, or a program with a key of an organization's."""

from typing import Any, cast

from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, PermissionDenied
from rest_framework.request import Request

from billing.keys import Bearer, bearer_of
from billing.models import KeyScope, Membership, User

_PAGE = "/app/api-keys/"


class ByKey(BaseAuthentication):
    """`Authorization: Bearer KEY` (RFC 6750). Without the header a request is anybody's; a wrong key is 401."""

    def authenticate(self, request: Request) -> tuple[User, Bearer] | None:
        """The member a key acts for, and how far; None without the header."""
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != b"bearer":
            return None
        if len(words) != 2:
            raise AuthenticationFailed("Write the header as: Authorization: Bearer KEY")
        found = bearer_of(words[1].decode("latin-1"), timezone.now())
        if found is None:
            raise AuthenticationFailed(f"This key is wrong, expired or revoked. {_PAGE} lists yours.")
        return found.membership.user, found

    def authenticate_header(self, request: Request) -> str:
        """What makes the answer 401, and says how to ask."""
        return 'Bearer realm="ConductAtlas API"'


def membership_for(request: Request, scope: KeyScope) -> Membership:
    """The membership that the key sent acts for.

    Raises NotAuthenticated (401) without a key, PermissionDenied (403) for one that may not do what `scope` says.
    """
    bearer = bearer_of_request(request)
    if bearer is None:
        raise NotAuthenticated(f"This needs an API key. Make one at {_PAGE}.")
    if not bearer.may(scope):
        raise PermissionDenied(f"This key may not do that. Make one that may at {_PAGE}.")
    return bearer.membership


def bearer_of_request(request: Request) -> Bearer | None:
    """What ByKey found; None for nobody in particular."""
    return cast("Bearer | None", cast("Any", request).auth)
