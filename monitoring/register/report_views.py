"""The report for auditors: choose a period, see it in short, take it away as PDF or CSV."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from billing.access import demand_right, in_organization
from billing.entitlements import Feature
from billing.members import Action
from monitoring.register.report import PARTS, Report, ReportRefused, period_of, report_as_csv, report_of

_WORDS = "its reports"


@require_safe
@in_organization
def audit_report(request: HttpRequest) -> HttpResponse:
    """The period and what the report of it says in numbers; a wrong period names what to do."""
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    allowed = request.entitlements.allows(Feature.VENDOR_REGISTER)  # type: ignore[attr-defined]
    report, refusal = None, ""
    try:
        report = _report(request) if allowed else None
    except ReportRefused as error:
        refusal = str(error)
    since = report.since.isoformat() if report else request.GET.get("since", "")[:10]
    until = report.until.isoformat() if report else request.GET.get("until", "")[:10]
    context = {
        "allowed": allowed,
        "report": report,
        "refusal": refusal,
        "since": since,
        "until": until,
        "period": urlencode({"since": since, "until": until}),
        "running": report is not None and report.until >= timezone.now().date(),
        "parts": list(PARTS),
    }
    return render(request, "register/report.html", context, status=400 if refusal else 200)


@require_safe
@in_organization
def audit_report_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """The report as "report.pdf", or one of its parts as "watched.csv", "changes.csv" and "failures.csv"."""
    demand_right(request, Action.CHANGE_WATCHES, _WORDS)
    part, _, ending = name.partition(".")
    if name != "report.pdf" and (ending != "csv" or part not in PARTS):
        raise Http404("There is no such file.")
    request.entitlements.demand(Feature.VENDOR_REGISTER)  # type: ignore[attr-defined]
    try:
        report = _report(request)
    except ReportRefused as error:
        raise Http404(str(error)) from error
    file = f"{part}-{report.since}-{report.until}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    if ending == "pdf":
        from monitoring.register.report_pdf import report_as_pdf  # noqa: PLC0415  takes half a second to load

        return HttpResponse(
            report_as_pdf(report, settings.SITE_URL), content_type="application/pdf", headers=headers
        )
    rows = report_as_csv(report, part)
    return StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8", headers=headers)


def _report(request: HttpRequest) -> Report:
    asked, organization = request.GET, request.organization  # type: ignore[attr-defined]
    since, until = period_of(
        asked.get("since", ""),
        asked.get("until", ""),
        timezone.now().date(),
        begun=organization.created_at.date(),
    )
    return report_of(organization, since, until)
