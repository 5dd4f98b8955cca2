"""What a list of a team is asked for in its address."""

from collections.abc import Iterable

from django.http import HttpRequest

_LONGEST = 120


def asked_in(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    """The named parameters of the address, cut where they are too long for any name and without what a database refuses; "" for none."""
    return {name: request.GET.get(name, "").replace("\0", "")[:_LONGEST] for name in names}
