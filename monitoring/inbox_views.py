"""Pages of the inbox: the list, one alert, and what is done with it. Forms first; htmx replaces a row in place."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from billing.access import demand_right, in_organization
from billing.members import Action
from monitoring import inbox
from monitoring.told import told_in_full
from provisions.analysis.counting import counted

_PER_PAGE = 25
# What can be done with many at once, and how it is said when it is done.
_WISHES = {
    "read": "marked as read",
    "acknowledge": "acknowledged",
    "resolve": "resolved",
    "reopen": "open again",
}
View = Callable[..., HttpResponse]


def _of_inbox(view: View) -> View:
    """A view for members who see alerts; what is refused leads back to the alert with the reason."""

    @never_cache
    @in_organization
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        demand_right(request, Action.SEE_WATCHES, "its alerts")
        try:
            return view(request, *args, **kwargs)
        except inbox.InboxRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("alert", pk=kwargs["pk"]) if "pk" in kwargs else redirect("inbox")

    return guarded  # type: ignore[return-value]


@require_safe
@_of_inbox
def alerts(request: HttpRequest) -> HttpResponse:
    """The organization's alerts, newest first; what is not resolved, unless asked otherwise."""
    asked = request.GET.get("show", "")
    shown = inbox.Shown(asked) if asked in set(inbox.Shown) else inbox.Shown.OPEN
    rows = inbox.alerts_for(request.membership, shown)  # type: ignore[attr-defined]
    context = {
        "page": Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")),
        "shown": shown,
        "choices": list(inbox.Shown),
        "may_act": inbox.may_deal_with_alerts(request.organization, timezone.now()),  # type: ignore[attr-defined]
    }
    return render(request, "monitoring/inbox.html", context)


@require_POST
@_of_inbox
def alerts_together(request: HttpRequest) -> HttpResponse:
    """Do one thing with all the alerts that are marked on the list, and lead back to it."""
    marked = [int(pk) for pk in request.POST.getlist("alert")[:_PER_PAGE] if pk.isdecimal() and len(pk) < 19]
    rows = list(inbox.alerts_for(request.membership).filter(pk__in=marked))  # type: ignore[attr-defined]
    messages.success(request, _done_with(rows, request.POST.get("wish", ""), request.user))
    show = request.POST.get("show", "")
    return redirect(f"{reverse('inbox')}?show={show}" if show in set(inbox.Shown) else "inbox")


def _done_with(rows: list[Any], wish: str, user: Any) -> str:
    """What was done, in words. Raises InboxRefused where nothing can be."""
    now, number = timezone.now(), counted(len(rows), "alert")
    if wish not in _WISHES:
        raise inbox.InboxRefused("Choose what to do with them.")
    if not rows:
        raise inbox.InboxRefused("Mark some alerts first.")
    if wish == "acknowledge":
        first = sum(inbox.acknowledge(row, by=user, now=now) for row in rows)
        return f"You acknowledged {counted(first, 'alert')}." if first else "Nothing was left to acknowledge."
    for row in rows:
        if wish == "read":
            inbox.mark_read(row, by=user, now=now)
        elif wish == "resolve":
            inbox.resolve(row, by=user, now=now)
        else:
            inbox.reopen(row, now=now)
    are = "is" if len(rows) == 1 else "are"
    return f"{number} {are} {_WISHES[wish]}."


@require_safe
@_of_inbox
def alert(request: HttpRequest, pk: int) -> HttpResponse:
    """One alert: what its mail says, and where the team stands with it."""
    found = _found(request, pk)
    context = {
        "alert": found,
        **told_in_full(found.change),
        "notes": list(found.notes.select_related("written_by")),
        "matches": list(found.matches.all()),
        "people": list(inbox.people_of(request.organization)),  # type: ignore[attr-defined]
        "longest_note": inbox.LONGEST_NOTE,
        "may_act": inbox.may_deal_with_alerts(request.organization, timezone.now()),  # type: ignore[attr-defined]
    }
    return render(request, "monitoring/alert.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_of_inbox
def alert_acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """GET is where the mail leads, and asks; POST acknowledges."""
    if request.method != "POST":
        return _ask(request, pk)
    found = _found(request, pk)
    first = inbox.acknowledge(found, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "monitoring/_alert_row.html", {"alert": _found(request, pk), "may_act": True})
    words = "You acknowledged it." if first else "Somebody had acknowledged it before you."
    messages.success(request, words)
    return redirect("alert", pk=pk)


@require_POST
@_of_inbox
def alert_read(request: HttpRequest, pk: int) -> HttpResponse:
    """This member has read it."""
    inbox.mark_read(_found(request, pk), by=request.user, now=timezone.now())  # type: ignore[arg-type]
    return HttpResponse(status=204) if request.htmx else redirect("alert", pk=pk)  # type: ignore[attr-defined]


@require_POST
@_of_inbox
def alert_assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it to a member, or to nobody."""
    wanted = request.POST.get("to", "")
    inbox.assign(_found(request, pk), int(wanted) if wanted.isdecimal() else None, now=timezone.now())
    return redirect("alert", pk=pk)


@require_POST
@_of_inbox
def alert_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a note."""
    text = request.POST.get("text", "")
    inbox.add_note(_found(request, pk), text, by=request.user, now=timezone.now())  # type: ignore[arg-type]
    return redirect("alert", pk=pk)


@require_POST
@_of_inbox
def alert_resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """It is dealt with; with `wish=reopen` it is not after all."""
    found, now = _found(request, pk), timezone.now()
    if request.POST.get("wish") == "reopen":
        inbox.reopen(found, now=now)
    else:
        inbox.resolve(found, by=request.user, now=now)  # type: ignore[arg-type]
    return redirect("alert", pk=pk)


def _ask(request: HttpRequest, pk: int) -> HttpResponse:
    """The question behind the mail's link. The alert may be another of one's organizations': then its switch first."""
    organization = request.organization  # type: ignore[attr-defined]
    owner = inbox.organization_of_alert(request.user, pk)  # type: ignore[arg-type]
    if owner is None:
        raise Http404("There is no such alert.")
    if owner != organization:
        return render(request, "monitoring/alert_elsewhere.html", {"owner": owner})
    return render(request, "monitoring/alert_acknowledge.html", {"alert": _found(request, pk)})


def _found(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(inbox.alerts_for(request.membership), pk=pk)  # type: ignore[attr-defined]
