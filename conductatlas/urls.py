"""The map of the site."""

from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from conductatlas import converters
from conductatlas.exports import own
from conductatlas.exports import views as exports
from conductatlas.pages import (
    changes,
    citing,
    compare,
    compliance,
    corrections,
    documents,
    downloads,
    drifting,
    evidence,
    health,
    home,
    log,
    own_policies,
    picking,
    pictures,
    platforms,
    provisions,
    regulations,
    reports,
    search,
    static_pages,
    styleguide,
    twins,
    welcome,
)
from conductatlas.sitemaps import SITEMAPS, robots
from monitoring import staff_pages
from platforms import slugs

slugs.register()
converters.register()

_OF_DOCUMENT = "platform/<name:platform>/<name:document>"


@csrf_exempt
def _agents(request: HttpRequest) -> HttpResponse:
    """The protocol's SDK takes a second to load: only who speaks it waits."""
    from conductatlas.api.agents import agents  # noqa: PLC0415

    return agents(request)


urlpatterns = [
    path("", home.home, name="home"),
    # What is published.
    path("platforms/", platforms.directory, name="platforms"),
    path("platforms/names/", picking.names, name="platform_names"),
    path("platform/<name:platform>/", platforms.platform, name="platform"),
    path("platform/<name:platform>/regulations/", compliance.matrix, name="platform_regulations"),
    path(
        "platform/<name:platform>/regulations.<slug:format>",
        exports.regulations,
        name="platform_regulations_file",
    ),
    path("platform/<name:platform>/timeline/", platforms.timeline, name="timeline"),
    path(f"{_OF_DOCUMENT}/", documents.document, name="document"),
    path(f"{_OF_DOCUMENT}/versions/", documents.versions, name="versions"),
    path(f"{_OF_DOCUMENT}/versions/<int:number>/", documents.version, name="version"),
    *(
        path(f"{_OF_DOCUMENT}/versions/<int:number>.{ending}", view, name=f"version_{ending}")
        for ending, view in (
            ("txt", downloads.version_as_text),
            ("md", downloads.version_as_markdown),
            ("json", downloads.version_as_json),
        )
    ),
    path("diff/<name:platform>/<name:document>/<int:a>/<int:b>/", documents.diff, name="diff"),
    # What it says, and what changed.
    path(f"{_OF_DOCUMENT}/compliance/", compliance.document_compliance, name="document_compliance"),
    path(f"{_OF_DOCUMENT}/<slug:provision>/", provisions.provision, name="provision"),
    path("provisions/", provisions.registry, name="provisions"),
    path("provisions/<slug:slug>/", provisions.clause_type, name="clause_type"),
    path("compare/", compare.picker, name="compare"),
    path("compare/entities/<name:a>-vs-<name:b>/", compare.of_pair, name="compare_pair"),
    path("compare/timelines/", drifting.timelines, name="compare_timelines"),
    path("compare/drift.csv", drifting.drift_as_csv, name="drift_csv"),
    path("compare/<slug:slug>/", compare.of_type, name="compare_type"),
    path("regulations/", regulations.index, name="regulations"),
    path("regulations/<slug:slug>/", regulations.regulation, name="regulation"),
    path("reports/", reports.index, name="reports"),
    path("reports/<slug:slug>/", reports.report, name="report"),
    path("reports/<slug:slug>.csv", reports.report_as_csv, name="report_csv"),
    path("changes/", changes.changes, name="changes"),
    path("change/<day:day>-<name:platform>-<name:document>-<int:pk>/", changes.change, name="change"),
    path("search/", search.search, name="search"),
    # Evidence to take along.
    path(f"{_OF_DOCUMENT}/versions/<int:number>/bundle.zip", evidence.version_bundle, name="version_bundle"),
    path(f"{_OF_DOCUMENT}/versions/<int:number>/record.pdf", evidence.version_pdf, name="version_pdf"),
    path(f"{_OF_DOCUMENT}/<slug:provision>/record.pdf", evidence.provision_pdf, name="provision_pdf"),
    path("change/<int:pk>/bundle.zip", evidence.change_bundle, name="change_bundle"),
    path("change/<int:pk>/record.pdf", evidence.change_pdf, name="change_pdf"),
    # For good: a letter and a number name what is cited.
    path("r/<slug:code>/", citing.short_link, name="short_link"),
    path("r/<slug:code>/cite/<slug:style>", citing.citation, name="citation"),
    # About us.
    path("methodology/", static_pages.methodology, name="methodology"),
    path("pricing/", static_pages.pricing, name="pricing"),
    path("about/", static_pages.about, name="about"),
    path("faq/", static_pages.faq, name="faq"),
    path("developers/", static_pages.developers, name="developers"),
    path("terms/", own_policies.terms, name="terms"),
    path("privacy/", own_policies.privacy, name="privacy"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/report/", corrections.report, name="report_error"),
    path("log/", log.log, name="log"),
    path("log/checkpoint", log.checkpoint, name="log_checkpoint"),
    path("log/verify.py", log.verify_program, name="verify_program"),
    path("log/check_log.py", log.check_log_program, name="check_log_program"),
    path("status/", health.status, name="status"),
    path("healthz", health.healthz, name="healthz"),
    path("theme/", static_pages.theme, name="theme"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", twins.llms, name="llms"),
    path("og/<path:address>.png", pictures.picture, name="og"),
    path(
        "sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}, name="sitemaps"
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    # For programs and feed readers.
    path("api/v1/", include("conductatlas.api.urls")),
    path("mcp", _agents, name="mcp"),
    path("feeds/", include("conductatlas.feeds")),
    # Behind a log-in.
    path("app/export/<slug:table>/", exports.export, name="export"),
    path("app/export/<slug:name>.<slug:format>", own.own_export, name="own_export"),
    path("app/exports/", exports.exports, name="exports"),
    path("app/exports/<int:pk>/download/", exports.export_download, name="export_download"),
    path("", include("billing.urls")),
    path("app/welcome/", welcome.welcome, name="welcome"),
    path("app/welcome/when/", welcome.when, name="welcome_when"),
    path("app/welcome/done/", welcome.done, name="welcome_done"),
    path("app/styleguide/", styleguide.styleguide, name="styleguide"),
    path("app/", include("monitoring.urls")),
    path("app/", include("monitoring.register.urls")),
    path("", include("monitoring.mail.urls")),
    path("accounts/", include("allauth.urls")),
    path("staff/telling/", staff_pages.telling, name="staff_telling"),
    path("staff/", admin.site.urls),
    # Any public page as Markdown: what no address above has taken.
    path("<path:address>.md", twins.markdown, name="twin"),
]
