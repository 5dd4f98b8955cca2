"""Pages of the vendor register: the list with its filters, one vendor, many at once, a table in and out."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.members import Action
from monitoring.added_documents import visible_platforms
from monitoring.register.asked import asked_in
from monitoring.register.choices import DATA, TIERS
from monitoring.register.vendors import (
    COLUMNS,
    Details,
    VendorRefused,
    change_vendors,
    details_of,
    export_vendors,
    import_vendors,
    put_vendor,
    remove_vendors,
    vendors_of,
)

_WORDS = "its vendor register"
_LARGEST = 2_000_000
_SOON = timedelta(days=90)
_RANK = Case(*(When(tier=value, then=Value(place)) for place, (value, _) in enumerate(TIERS)))
_SORTS = {
    "name": ("Name", ("platform__name",)),
    "tier": ("Tier", (_RANK, "platform__name")),
    "renewal": ("Renewal date", ("renews_on", "platform__name")),
    "owner": ("Owner", ("owner__email", "platform__name")),
}


@require_http_methods(["GET", "HEAD", "POST"])
@in_organization
def register(request: HttpRequest) -> HttpResponse:
    """The organization's vendors, filtered and sorted; POST changes or removes those ticked."""
    organization = request.organization  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    if request.method == "POST":
        _change(request, organization)
        return redirect(f"{reverse('vendors')}?{request.GET.urlencode()}".rstrip("?"))
    asked = asked_in(request, ("q", "tier", "owner", "due", "sort"))
    rows = vendors_of(organization)
    context = {
        **_choices(organization),
        "allowed": request.entitlements.allows(Feature.VENDOR_REGISTER),  # type: ignore[attr-defined]
        "vendors": list(_narrowed(rows, asked).order_by(*_SORTS.get(asked["sort"], _SORTS["name"])[1])),
        "total": rows.count(),
        "asked": asked,
        "filtered": any(asked[name] for name in ("q", "tier", "owner", "due")),
        "sorts": [(name, label) for name, (label, _) in _SORTS.items()],
        "today": _today(),
        "soon": _today() + _SOON,
        "columns": ", ".join(COLUMNS),
    }
    return render(request, "register/vendors.html", context)


def _narrowed(rows: QuerySet[Any], asked: dict[str, str]) -> QuerySet[Any]:
    if asked["q"]:
        rows = rows.filter(platform__name__icontains=asked["q"])
    if asked["tier"]:
        rows = rows.filter(tier=asked["tier"])
    if asked["owner"]:
        rows = (
            rows.filter(owner=None)
            if asked["owner"] == "nobody"
            else rows.filter(owner__email=asked["owner"])
        )
    if asked["due"]:
        rows = rows.filter(renews_on__lte=_today() + _SOON)
    return rows


def _change(request: HttpRequest, organization: Any) -> None:
    keys = [int(value) for value in request.POST.getlist("vendor") if value.isdecimal()]
    try:
        if request.POST.get("do") == "remove":
            number = remove_vendors(organization, keys, by=request.user, now=timezone.now())  # type: ignore[arg-type]
            messages.success(request, f"{_vendors(number)} removed from the register.")
            return
        fields = {name: request.POST.get(name, "") for name in ("owner", "tier", "renews_on")}
        number = change_vendors(organization, keys, by=request.user, now=timezone.now(), **fields)  # type: ignore[arg-type]
    except VendorRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{_vendors(number)} changed.")


@require_http_methods(["GET", "HEAD", "POST"])
@in_organization
def vendor(request: HttpRequest, platform: str) -> HttpResponse:
    """One platform's row of the register, to be filled in or changed."""
    organization = request.organization  # type: ignore[attr-defined]
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    found = get_object_or_404(visible_platforms(organization), slug=platform)
    row = vendors_of(organization).filter(platform=found).first()
    typed, refusal = _details(request) if request.method == "POST" else details_of(row), ""
    if request.method == "POST":
        try:
            put_vendor(organization, found, typed, by=request.user, now=timezone.now())  # type: ignore[arg-type]
        except VendorRefused as error:
            refusal = str(error)
        else:
            messages.success(request, f"{found.name} stands in the register.")
            return redirect("vendors")
    context = {
        **_choices(organization),
        "allowed": request.entitlements.allows(Feature.VENDOR_REGISTER),  # type: ignore[attr-defined]
        "platform_row": found,
        "vendor": row,
        "typed": typed,
        "refusal": refusal,
    }
    return render(request, "register/vendor.html", context, status=400 if refusal else 200)


@require_POST
@in_organization
def import_register(request: HttpRequest) -> HttpResponse:
    """A CSV of vendors; what was wrong is named line by line, the rest is in."""
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    try:
        text = _text_of(request)
        imported = import_vendors(request.organization, text, by=request.user, now=timezone.now())  # type: ignore[attr-defined,arg-type]
    except VendorRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{_vendors(imported.added)} added, {imported.changed} changed.")
        for problem in imported.problems[:20]:
            messages.error(request, problem)
    return redirect("vendors")


def _text_of(request: HttpRequest) -> str:
    given = request.FILES.get("file")
    if given is None or (given.size or 0) > _LARGEST:
        raise VendorRefused("File: choose a CSV of at most 2 MB.")
    try:
        return given.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise VendorRefused("File: it is not in UTF-8. Save it as “CSV UTF-8” and try again.") from None


@require_safe
@in_organization
def export_register(request: HttpRequest) -> HttpResponseBase:
    """The register as CSV."""
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    request.entitlements.demand(Feature.VENDOR_REGISTER)  # type: ignore[attr-defined]
    headers = {"Content-Disposition": 'attachment; filename="vendor-register.csv"'}
    rows = export_vendors(request.organization)  # type: ignore[attr-defined]
    return StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8", headers=headers)


def _choices(organization: Any) -> dict[str, Any]:
    members = organization.memberships.filter(user__is_active=True).order_by("user__email")
    return {"tiers": TIERS, "data": DATA, "members": list(members.values_list("user__email", flat=True))}


def _details(request: HttpRequest) -> Details:
    asked = request.POST
    return Details(
        asked.get("owner", ""),
        asked.get("tier", ""),
        asked.getlist("data"),
        asked.get("renews_on", ""),
        asked.get("notes", ""),
    )


def _vendors(number: int) -> str:
    return "1 vendor" if number == 1 else f"{number} vendors"


def _today() -> date:
    return timezone.now().date()
