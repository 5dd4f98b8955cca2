"""Provisions and changes as search engines are told of them: schema.org's Article."""

from django.http import HttpRequest

from provisions.models import Change, Provision

_BY = {"@type": "Organization", "name": "ConductAtlas"}


def article_of_provision(request: HttpRequest, provision: Provision) -> dict[str, object]:
    """What stands on a provision's page; its words are those of the document it is based on."""
    document = provision.document
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": provision.title[:110],
        "description": provision.says,
        "datePublished": provision.introduced_at.isoformat(timespec="seconds"),
        "dateModified": provision.changed_at.isoformat(timespec="seconds"),
        "author": _BY,
        "publisher": _BY,
        "inLanguage": "en",
        "mainEntityOfPage": request.build_absolute_uri(provision.get_absolute_url()),
        "about": {"@type": "Organization", "name": document.platform.name},
        "isBasedOn": {
            "@type": "DigitalDocument",
            "name": f"{document.platform.name}: {document.type}",
            "url": document.url,
            "version": str(provision.version.number),
            "inLanguage": document.language,
        },
    }


def article_of_change(request: HttpRequest, change: Change) -> dict[str, object]:
    """What stands on a change's page."""
    document = change.document
    found = change.found_at.isoformat(timespec="seconds")
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": f"{document.platform.name} changed its {document.type}"[:110],
        "description": change.summary,
        "datePublished": found,
        "dateModified": found,
        "author": _BY,
        "publisher": _BY,
        "inLanguage": "en",
        "mainEntityOfPage": request.build_absolute_uri(change.get_absolute_url()),
        "about": {"@type": "Organization", "name": document.platform.name},
    }
