"""What the law asks of a provision, and how many provisions engage each law."""

from collections.abc import Iterable

from django.db.models import Count, F, Func

from platforms.models import Document
from provisions.figures import kept, standing, standing_in
from provisions.models import Provision
from provisions.regulations.mapping import map_provision, passage_of, regulations_of
from provisions.regulations.passage import Passage
from provisions.regulations.rule import RegulatoryMapping
from provisions.stored_attributes import as_read


def mapping_of(provision: Provision) -> RegulatoryMapping:
    """Citations, enforcement risk and due-diligence actions, from what a provision holds."""
    return map_provision(_passage_of(provision))


def laws_on(provision: Provision) -> list[str]:
    """The slugs of the laws that the provision's mapping cites, without the mapping."""
    return list(regulations_of(_passage_of(provision)))


def _passage_of(provision: Provision) -> Passage:
    document = provision.document
    return passage_of(
        type=provision.type,
        types=provision.types,
        stance=provision.stance,
        direction=provision.direction,
        quote=provision.quote,
        attributes=as_read(provision.attributes),
        lead_in=provision.lead_in,
        trail=provision.trail,
        sector=document.platform.sector,
        document_type=document.type,
        document_region=document.region,
    )


def engaged_in(documents: Iterable[Document]) -> dict[tuple[int, str], int]:
    """How many standing provisions of each document engage each law, by the document's key and the law's slug."""
    rows = (
        standing_in(documents)
        .order_by()
        .exclude(regulations=[])
        .annotate(engages=Func(F("regulations"), function="unnest"))
        .values_list("document", "engages")
        .annotate(n=Count("pk"))
    )
    return {(document, law): n for document, law, n in rows}


def engaged() -> dict[str, int]:
    """For each regulation, by its slug: how many standing provisions engage it."""
    return kept("regulations", _count_engaged)


def _count_engaged() -> dict[str, int]:
    rows = (
        standing()
        .order_by()
        .exclude(regulations=[])
        .annotate(engages=Func(F("regulations"), function="unnest"))
        .values_list("engages")
        .annotate(n=Count("pk"))
    )
    return dict(rows)
