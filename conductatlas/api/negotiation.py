"""What an answer and what is sent with a request are made of: JSON but for a few addresses; anything else is refused.

RFC 9110 leaves it open whether a type that nobody accepts is sent all the same. A program that asked for XML and got JSON
would fail in its own reading, far from the cause; so it is told, as is one that sends a form.
"""

from collections.abc import Iterable

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

JSON = "application/json"


class AsDescribed(DefaultContentNegotiation):
    """The framework's own, with nothing in the answer that the client only wished for. Named in settings.REST_FRAMEWORK."""

    def get_accept_list(self, request: Request) -> list[str]:
        """An empty header asks for nothing in particular, as none does."""
        return super().get_accept_list(request) or ["*/*"]

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        renderer, _ = super().select_renderer(request, renderers, format_suffix)
        return renderer, renderer.media_type


def renderers_for(media_type: str) -> list[type[BaseRenderer]]:
    """What an address that gives this type is negotiated by. It renders the problems alone: the rest comes rendered."""
    return [type("Renderer", (JSONRenderer,), {"media_type": media_type})]
