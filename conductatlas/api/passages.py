"""Provisions beside others in JSON: with their history and peers, and platforms compared on a clause type."""

from collections.abc import Sequence

from conductatlas.api.representations import (
    Json,
    absolute,
    address,
    document_name,
    labelled,
    name_of,
    provision_json,
    quick_fact_json,
    type_json,
)
from conductatlas.pages.comparing import Column
from provisions.analysis.clause_types import ClauseType
from provisions.figures import Share
from provisions.models import Provision, ProvisionEvent, Severity
from provisions.peers import Peer


def provision_whole_json(
    provision: Provision, events: Sequence[ProvisionEvent], peers: Sequence[Peer], rarity: Share
) -> Json:
    """With its history, newest first, and what other platforms say; each event reads its `version`."""
    place = (provision.document.platform.slug, provision.document.slug)
    return {
        **provision_json(provision),
        "note": provision.note,
        "lead_in": provision.lead_in,
        "rarity": {"platforms": rarity.n, "of": rarity.m},
        "history": [
            {
                "kind": labelled(ProvisionEvent.Kind(event.kind)),
                "at": event.at,
                "version": {
                    "number": event.version.number,
                    "url": address("version", *place, event.version.number),
                },
                "quote": event.quote,
            }
            for event in events
        ],
        "elsewhere": [
            {**passage_json(peer.provision), "likeness": round(peer.likeness, 3), "in_words": peer.in_words}
            for peer in peers
        ],
    }


def comparison_json(kind: ClauseType, columns: Sequence[Column], difference: str) -> Json:
    """A column a platform; `difference` is one sentence, empty where none can be told."""
    return {
        "type": type_json(kind.slug),
        "difference": difference,
        "platforms": [
            {
                **name_of(column.platform),
                "total": column.total,
                "quick_fact": quick_fact_json(column.quick) if column.quick else None,
                "facts": [{"label": label, "words": words} for label, words in column.facts],
                "provisions": [passage_json(row) for row in column.provisions],
            }
            for column in columns
        ],
    }


def passage_json(provision: Provision) -> Json:
    """A provision beside others: what it says and its exact words."""
    document = provision.document
    return {
        "platform": name_of(document.platform),
        "document": document_name(document),
        "slug": provision.slug,
        "title": provision.title,
        "severity": labelled(Severity(provision.severity)),
        "says": provision.says,
        "quote": provision.quote,
        "url": address("provision", document.platform.slug, document.slug, provision.slug),
        "page": absolute(provision.get_absolute_url()),
    }
