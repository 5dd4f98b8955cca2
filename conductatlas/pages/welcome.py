"""The first three steps of a new customer: choose platforms, say when to be told, done."""

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from billing.access import demand_right, in_organization
from billing.entitlements import Feature, Limit
from billing.forms import TellingForm
from billing.members import Action, can
from billing.organization_settings import change_organization
from conductatlas.pages.finding import platform_or_404, words_in
from conductatlas.pages.picking import named_like
from monitoring.added_documents import visible_platforms
from monitoring.digests.weekly import next_digest
from monitoring.mail.preferences import MailKind, resume_mail, stop_mail, wants
from monitoring.watches.watching import start_watching, stop_watching, watches_in_order
from platforms.models import Platform
from provisions.figures import loud_changes

_OFFERED = 12


@require_http_methods(["GET", "POST"])
@in_organization
def welcome(request: HttpRequest) -> HttpResponse:
    """Step one: each press of a button starts or stops a watch, as far as the plan has room."""
    demand_right(request, Action.SEE_WATCHES, "its watches")
    organization, now = request.organization, timezone.now()  # type: ignore[attr-defined]
    words = words_in(request, "q", 80)
    if request.method == "POST":
        demand_right(request, Action.CHANGE_WATCHES, "changing its watches")
        _press(request)
        return redirect(request.get_full_path())
    watched = [watch.platform for watch, _ in watches_in_order(organization, now) if watch.platform]
    room = request.entitlements.limit(Limit.PLATFORMS)  # type: ignore[attr-defined]
    context = {
        "step": 1,
        "words": words,
        "watched": watched,
        "room": room,
        "full": room is not None and len(watched) >= room,
        "offered": _offered(visible_platforms(organization), words).exclude(
            pk__in=[platform.pk for platform in watched]
        )[:_OFFERED],
    }
    return render(request, "pages/welcome.html", context)


def _press(request: HttpRequest) -> None:
    organization, stopping = request.organization, "stop" in request.POST  # type: ignore[attr-defined]
    platform = platform_or_404(request.POST.get("stop" if stopping else "watch", ""), request)
    press = stop_watching if stopping else start_watching
    press(organization, platform, by=request.user, now=timezone.now())  # type: ignore[arg-type]


def _offered(platforms: QuerySet[Platform], words: str) -> QuerySet[Platform]:
    """Those with such a name; without a name, those that have changed most often."""
    if words:
        return platforms.filter(named_like(words)).order_by("name", "pk")
    often = loud_changes().order_by().values("document__platform").annotate(times=Count("pk"))
    most = [row["document__platform"] for row in often.order_by("-times", "document__platform")[:_OFFERED]]
    # With nothing changed yet, any platform is as good as another.
    return platforms.filter(Q(pk__in=most) if most else Q()).order_by("name", "pk")


@require_http_methods(["GET", "POST"])
@in_organization
def when(request: HttpRequest) -> HttpResponse:
    """Step two: time zone, the digest's day and hour, and which mails the person wants."""
    demand_right(request, Action.SEE_WATCHES, "its watches")
    organization, membership = request.organization, request.membership  # type: ignore[attr-defined]
    may_change = can(membership, Action.CHANGE_ORGANIZATION)
    form = TellingForm(request.POST or None, instance=organization) if may_change else None
    if request.method == "POST" and (form is None or form.is_valid()):
        if form is not None:
            change_organization(form, by=request.user)  # type: ignore[arg-type]
        for kind in MailKind:
            (resume_mail if kind.value in request.POST else stop_mail)(membership, kind)
        return redirect("welcome_done")
    context = {
        "step": 2,
        "same_day": _told_the_same_day(request),
        "form": form,
        "kinds": [(kind, wants(membership, kind)) for kind in MailKind],
    }
    return render(request, "pages/welcome_when.html", context)


@require_GET
@in_organization
def done(request: HttpRequest) -> HttpResponse:
    """Step three: what is watched, and when the next mail can be expected."""
    demand_right(request, Action.SEE_WATCHES, "its watches")
    organization, now = request.organization, timezone.now()  # type: ignore[attr-defined]
    watched = [watch for watch, awake in watches_in_order(organization, now) if awake]
    if not watched:
        messages.info(request, "Choose a platform first; without one there is nothing to tell.")
        return redirect("welcome")
    context = {
        "step": 3,
        "same_day": _told_the_same_day(request),
        "watched": watched,
        "next_digest": next_digest(organization, now),
        "wanted": {kind.value: wants(request.membership, kind) for kind in MailKind},  # type: ignore[attr-defined]
    }
    return render(request, "pages/welcome_done.html", context)


def _told_the_same_day(request: HttpRequest) -> bool:
    allowed: bool = request.entitlements.allows(Feature.SAME_DAY_ALERTS)  # type: ignore[attr-defined]
    return allowed
