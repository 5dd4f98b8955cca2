"""The map of the API; the index page is made from the same table."""

from django.urls import path, re_path

from conductatlas.api import own_views, views

app_name = "api"

_DOCUMENT = "platforms/<name:platform>/<name:document>/"
_PAGES = "cursor= and limit= page through it"
_MAP = (
    ("platforms/", views.platforms, "platforms", f"Platforms by slug. sector= and q= narrow it; {_PAGES}."),
    (
        "platforms/<name:platform>/",
        views.platform,
        "platform",
        "A platform with its quick facts, its documents and their health.",
    ),
    (_DOCUMENT, views.document, "document", "One document, where it is published, and its health."),
    (
        f"{_DOCUMENT}versions/",
        views.versions,
        "versions",
        f"Its versions, newest first, without texts; {_PAGES}.",
    ),
    (
        f"{_DOCUMENT}versions/<int:number>/",
        views.version,
        "version",
        "One version: text, hashes, recipe and snapshot.",
    ),
    (
        f"{_DOCUMENT}versions/<int:number>/text",
        views.version_text,
        "version_text",
        "The text alone, as text/plain.",
    ),
    (
        f"{_DOCUMENT}provisions/",
        views.document_provisions,
        "document_provisions",
        f"What the document says, in reading order. removed=1 adds what it no longer says; {_PAGES}.",
    ),
    (
        "provisions/",
        views.provisions,
        "provisions",
        f"Provisions of all documents. type=, severity= and platform= narrow it; removed=1 adds removed ones; {_PAGES}.",
    ),
    (
        "changes/",
        views.changes,
        "changes",
        f"Changes, newest first. since=, platform= and class= narrow it; cosmetic=1 adds quiet ones; {_PAGES}.",
    ),
    ("changes/<int:pk>/", views.change, "change", "One change with each of its clauses, word by word."),
    (
        "diff/<name:platform>/<name:document>/<int:a>/<int:b>/",
        views.diff,
        "diff",
        "The difference between any two versions of a document, clause by clause.",
    ),
    ("clause-types/", views.clause_types, "clause_types", "The taxonomy of clauses, with its number."),
    ("watches/", own_views.watches, "watches", "With a key: your organization's watches, in their order."),
    (
        "watches/<name:platform>/",
        own_views.watch,
        "watch",
        "With a key that may write: PUT watches the platform, DELETE stops.",
    ),
    ("alerts/", own_views.alerts, "alerts", f"With a key: what your organization was told of; {_PAGES}."),
)
_ENDPOINTS = [
    {"path": f"/api/v1/{route}".replace("<name:", "<").replace("<int:", "<"), "about": about}
    for route, _, _, about in _MAP
]

urlpatterns = [
    path("", views.index, {"endpoints": _ENDPOINTS}, name="index"),
    *(path(route, view, name=name) for route, view, name, _ in _MAP),
    # With the final slash only: without it, Django first redirects to the address with one.
    re_path(r"^.*/$", views.nothing),
]
