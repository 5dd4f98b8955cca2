"""Reports made of live figures: their list, each with charts, a matrix and its method, and the same as CSV."""

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from conductatlas.pages.finding import page_of, words_in
from provisions.report_kinds import REPORT_OF, REPORTS, UNREAD, ReportKind
from provisions.reports import Chart, Finding, Report, report_of

_PER_PAGE = 60
# A unit chart: one square a platform, so many in a line.
_LINE, _STEP = 25, 12


def index(request: HttpRequest) -> HttpResponse:
    """Every report with its first answer."""
    now = timezone.now()
    reports = [report_of(kind, now) for kind in REPORTS]
    return render(request, "pages/reports.html", {"reports": reports, "crumbs": [("Reports", "")]})


def report(request: HttpRequest, slug: str) -> HttpResponse:
    """One report: what was found, who says what, and how it was made."""
    found = report_of(_kind_or_404(slug), timezone.now())
    words = words_in(request, "q", 80)
    rows = [row for row in found.rows if words.lower() in row.name.lower()] if words else list(found.rows)
    context = {
        "report": found,
        "charts": [(chart, _squares_of(chart)) for chart in found.charts],
        "words": words,
        "page": page_of(request, rows, _PER_PAGE),
        "unread": UNREAD,
        "data": _as_dataset(request, found),
        "crumbs": [("Reports", reverse("reports")), (found.title, "")],
    }
    return render(request, "pages/report.html", context)


def report_as_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """One line a platform and question, with the exact words and their address."""
    found = report_of(_kind_or_404(slug), timezone.now())
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{found.computed_at:%Y-%m-%d}.csv"'
    table = csv.writer(response)
    table.writerow(["platform", "sector", "question", "answer", "in_words", "quote", "document", "address"])
    for row in found.rows:
        for chart, finding in zip(found.charts, row.findings, strict=True):
            address = request.build_absolute_uri(finding.address) if finding.address else ""
            table.writerow(
                _plain(value)
                for value in (
                    row.name, row.sector, chart.label, _label(chart, finding), finding.words, finding.quote,
                    finding.document, address,
                )
            )  # fmt: skip
    return response


def _plain(value: str) -> str:
    """A cell that a spreadsheet takes for a formula is given as text."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _label(chart: Chart, finding: Finding) -> str:
    labels = {bucket.slug: bucket.label for bucket, _, _ in chart.bars}
    return labels.get(finding.bucket, "No document held")


def _kind_or_404(slug: str) -> ReportKind:
    if slug not in REPORT_OF:
        raise Http404("There is no such report.")
    return REPORT_OF[slug]


def _squares_of(chart: Chart) -> list[tuple[object, int, int, list[tuple[int, int]], int]]:
    """For each bar: bucket, number, percent, the places of its squares, and the height of the drawing."""
    return [
        (
            bucket, n, percent, [(at % _LINE * _STEP, at // _LINE * _STEP) for at in range(n)],
            max(1, -(-n // _LINE)) * _STEP,
        )
        for bucket, n, percent in chart.bars
    ]  # fmt: skip


def _as_dataset(request: HttpRequest, found: Report) -> dict[str, object]:
    """For search engines: schema.org's Dataset."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": found.title,
        "description": found.kind.about,
        "dateModified": found.computed_at.isoformat(timespec="seconds"),
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "ConductAtlas"},
        "variableMeasured": [chart.label for chart in found.charts],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "text/csv",
                "contentUrl": request.build_absolute_uri(reverse("report_csv", args=[found.kind.slug])),
            }
        ],
    }
