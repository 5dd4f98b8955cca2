"""Permanent short links, and citations to take along."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from billing.entitlements import Entitlements, Feature
from conductatlas.citations import Cited, cite_change, cite_provision, cite_version, styles_of
from conductatlas.pages.finding import demand_visible
from platforms.models import Version
from provisions.models import Change, Provision

_LONGEST = 13  # of a key in base 36


def citations_of(cited: Cited, request: HttpRequest) -> dict[str, object]:
    """What a page needs to show how it is cited, and whether whoever asks may take bundles and records along."""
    entitlements: Entitlements = request.entitlements  # type: ignore[attr-defined]
    return {
        "cited": cited,
        "citations": styles_of(cited, timezone.now().date()),
        "takes_bundle": entitlements.allows(Feature.EVIDENCE_BUNDLE),
        "takes_record": entitlements.allows(Feature.PDF_EXPORT),
    }


def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """On to the page of what the code names, wherever that is by now."""
    return redirect(_named(request, code), permanent=False)


def citation(request: HttpRequest, code: str, style: str) -> HttpResponse:
    """The citation in one style, as a file."""
    named = _named(request, code)
    if isinstance(named, Version):
        cited = cite_version(named)
    elif isinstance(named, Change):
        cited = cite_change(named)
    else:
        cited = cite_provision(named)
    styles = {each.slug: each for each in styles_of(cited, timezone.now().date())}
    if style not in styles:
        raise Http404("There is no such style of citation.")
    chosen = styles[style]
    name = f"conductatlas-{code}.{chosen.suffix}"
    return HttpResponse(
        chosen.text,
        content_type=chosen.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _named(request: HttpRequest, code: str) -> Version | Change | Provision:
    """What the code names, seen by whoever asks; or a 404."""
    kind, digits = code[:1], code[1:]
    try:
        key = int(digits, 36) if 0 < len(digits) <= _LONGEST and digits.isalnum() else -1
        found: Version | Change | Provision
        if kind == "v":
            found = Version.objects.select_related("document__platform").defer("text").get(pk=key)
        elif kind == "c":
            found = (
                Change.objects.select_related("document__platform", "before", "after")
                .defer("before__text", "after__text")
                .get(pk=key)
            )
        elif kind == "p":
            found = (
                Provision.objects.select_related("document__platform", "version")
                .defer("version__text")
                .get(pk=key)
            )
        else:
            raise Http404("There is no such link.")
    except (ObjectDoesNotExist, ValueError) as error:
        raise Http404("There is no such link.") from error
    demand_visible(found.document, request)
    return found
