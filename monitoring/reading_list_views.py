"""Pages of the reading list: the list, and keeping, marking and removing. Forms first; htmx replaces a button in place."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from billing.access import in_organization
from monitoring import reading_list
from monitoring.reading_list import ListRefused, Thing

_PER_PAGE = 25
_SHOWN = (("unread", "To read"), ("read", "Read"), ("all", "All"))


@require_safe
@never_cache
@in_organization
def entries(request: HttpRequest) -> HttpResponse:
    """What the member keeps, newest first; what is not read yet, unless asked otherwise."""
    asked = request.GET.get("show", "")
    shown = asked if asked in dict(_SHOWN) else "unread"
    membership = request.membership  # type: ignore[attr-defined]
    rows = reading_list.entries_of(membership)
    if shown != "all":
        rows = rows.filter(read_at__isnull=shown == "unread")
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": reading_list.with_things(membership, page),
        "shown": shown,
        "choices": _SHOWN,
        "removed": request.GET.get("removed", ""),
    }
    return render(request, "monitoring/reading_list.html", context)


@require_POST
@in_organization
def keep(request: HttpRequest) -> HttpResponse:
    """Put the page on the list, or take it off with `wish=remove`; then back to it."""
    membership = request.membership  # type: ignore[attr-defined]
    thing = _asked_for(request)
    try:
        if request.POST.get("wish") == "remove":
            entry = reading_list.entry_for(membership, thing)
            said = "It is off your reading list."
            if entry:
                reading_list.remove(entry)
        else:
            reading_list.keep(membership, thing, timezone.now())
            said = "It is on your reading list."
    except ListRefused as refusal:
        messages.error(request, str(refusal))
        return _to_list(request)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "_read_later.html", reading_list_button(request, thing))
    messages.success(request, said)
    return redirect(thing)


@require_POST
@in_organization
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """The member has read it; with `wish=unread` not after all."""
    unread = request.POST.get("wish") == "unread"
    reading_list.mark(_own(request, pk), read_at=None if unread else timezone.now())
    return _to_list(request, show="read" if unread else "unread")


@require_POST
@in_organization
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it off the list; the list then offers to put it back."""
    line = reading_list.remove(_own(request, pk))
    messages.success(request, "It is off your reading list.")
    return _to_list(request, show=request.POST.get("show", "unread"), removed=line)


@require_POST
@in_organization
def undo(request: HttpRequest) -> HttpResponse:
    """Put back what was removed just now."""
    try:
        entry = reading_list.undo_removal(request.membership, request.POST.get("removed", ""))  # type: ignore[attr-defined]
    except ListRefused as refusal:
        messages.error(request, str(refusal))
        return _to_list(request)
    messages.success(request, "It is on your reading list again, as before.")
    return _to_list(request, show="read" if entry.read_at else "unread")


def reading_list_button(request: HttpRequest, thing: Thing) -> dict[str, Any]:
    """What the button of a page needs."""
    membership = request.membership  # type: ignore[attr-defined]
    entry = reading_list.entry_for(membership, thing)
    return {"request": request, "kind": reading_list.kind_of(thing), "thing": thing, "entry": entry}


def _asked_for(request: HttpRequest) -> Thing:
    kind, key = request.POST.get("kind", ""), request.POST.get("key", "")
    thing = None
    if key.isdecimal() and len(key) < 19:
        thing = reading_list.find_thing(request.membership, kind, int(key))  # type: ignore[attr-defined]
    if thing is None:
        raise Http404("There is no such page to keep.")
    return thing


def _own(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(reading_list.entries_of(request.membership), pk=pk)  # type: ignore[attr-defined]


def _to_list(request: HttpRequest, **asked: str) -> HttpResponse:
    address = reverse("reading_list")
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(f"{address}?{urlencode(asked)}" if asked else address)
