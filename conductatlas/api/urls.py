"""The map of the API; the index and the reference are made from the same table."""

from django.urls import path, re_path

from conductatlas.api import (
    law_views,
    log_views,
    own_views,
    reading_views,
    reference,
    team_views,
    timeline_views,
    views,
    watch_views,
)

app_name = "api"

_DOCUMENT = "platforms/<name:platform>/<name:document>/"
# Route and endpoint; the endpoint's own words say what it gives.
_MAP = (
    ("platforms/", views.platforms, "platforms"),
    ("platforms/<name:platform>/", views.platform, "platform"),
    (_DOCUMENT, views.document, "document"),
    (f"{_DOCUMENT}versions/", views.versions, "versions"),
    (f"{_DOCUMENT}versions/<int:number>/", views.version, "version"),
    (f"{_DOCUMENT}versions/<int:number>/text", views.version_text, "version_text"),
    (f"{_DOCUMENT}provisions/", reading_views.document_provisions, "document_provisions"),
    (f"{_DOCUMENT}provisions/<slug:provision>/", reading_views.provision, "provision"),
    (f"{_DOCUMENT}provisions/<slug:provision>/compliance/", law_views.compliance, "compliance"),
    (f"{_DOCUMENT}provisions/<slug:provision>/actions/<slug:action>/", team_views.action, "action"),
    ("timeline/<name:platform>/", timeline_views.timeline, "timeline"),
    ("drift/<name:platform>/", timeline_views.drift, "drift"),
    ("matrix/<name:platform>/", law_views.matrix, "matrix"),
    ("documents/", views.documents, "documents"),
    ("diff/<name:platform>/<name:document>/<int:a>/<int:b>/", views.diff, "diff"),
    ("provisions/", reading_views.provisions, "provisions"),
    ("changes/", reading_views.changes, "changes"),
    ("changes/<int:pk>/", reading_views.change, "change"),
    ("compare/<slug:type>/", reading_views.compare, "compare"),
    ("clause-types/", reading_views.clause_types, "clause_types"),
    ("regulations/", law_views.regulations, "regulations"),
    ("regulations/<slug:regulation>/", law_views.regulation, "regulation"),
    ("log/heads/", log_views.log_heads, "log_heads"),
    ("log/heads/<int:size>/", log_views.log_head, "log_head"),
    ("log/keys/", log_views.log_keys, "log_keys"),
    ("log/roots/<int:size>/", log_views.log_root, "log_root"),
    ("log/entries/", log_views.log_entries, "log_entries"),
    ("log/entries/<int:index>/", log_views.log_entry, "log_entry"),
    ("log/proof/<int:index>/", log_views.log_proof, "log_proof"),
    ("log/inclusion/<int:index>/<int:size>/", log_views.log_inclusion, "log_inclusion"),
    ("log/consistency/<int:first>/<int:second>/", log_views.log_consistency, "log_consistency"),
    ("log/tiles/<int:level>/<int:index>", log_views.log_tile, "log_tile"),
    ("watches/", watch_views.watches, "watches"),
    ("watches/<name:platform>/", watch_views.watch, "watch"),
    ("watches/by-id/<int:pk>/", watch_views.one_watch, "one_watch"),
    ("channels/", watch_views.channels, "channels"),
    ("channels/<int:pk>/", watch_views.channel, "channel"),
    ("channels/<int:pk>/test/", watch_views.channel_test, "channel_test"),
    ("alerts/", own_views.alerts, "alerts"),
    ("alerts/<int:pk>/", own_views.alert, "alert"),
    ("reviews/", team_views.reviews, "reviews"),
    ("reviews/<int:pk>/", team_views.review, "review"),
    ("vendors/", team_views.vendors, "vendors"),
    ("vendors/<name:platform>/", team_views.vendor, "vendor"),
    ("actions/", team_views.actions, "actions"),
)
_ENDPOINTS = [
    {
        "path": f"/api/v1/{route}".replace("<name:", "<").replace("<int:", "<").replace("<slug:", "<"),
        "about": view.about,
    }
    for route, view, _ in _MAP
]

urlpatterns = [
    path("", views.index, {"endpoints": _ENDPOINTS}, name="index"),
    path("openapi.json", reference.openapi_json, name="openapi"),
    path("docs/", reference.reference, name="reference"),
    *(path(route, view, name=name) for route, view, name in _MAP),
    # With the final slash or as a text: without either, Django first redirects to the address with a slash.
    re_path(r"^[\s\S]*/(?:text)?$", reference.nothing),
    re_path(r"^log/tiles/[\s\S]*$", reference.nothing),
]
