"""What the law asks of a provision: of a clause as it is read, and of one that stands in the database."""

from django.db.models import Count, F, Func

from platforms.models import Document
from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.explaining import ReadClause
from provisions.figures import standing
from provisions.models import Provision
from provisions.regulations.mapping import map_provision
from provisions.regulations.rule import RegulatoryMapping


def regulatory_mapping(read: ReadClause, document: Document) -> RegulatoryMapping:
    """Citations, enforcement risk and due-diligence actions of a clause just read."""
    return map_provision(
        type=read.type,
        types=read.types,
        stance=read.stance,
        direction=read.direction,
        quote=read.clause.text,
        attributes=read.attributes,
        lead_in=read.clause.lead_in,
        trail=read.clause.trail,
        sector=document.platform.sector,
        document_type=document.type,
        document_region=document.region,
    )


def mapping_of(provision: Provision) -> RegulatoryMapping:
    """The same of a provision that stands, from what was kept of it."""
    document = provision.document
    return map_provision(
        type=provision.type,
        types=provision.types,
        stance=provision.stance,
        direction=provision.direction,
        quote=provision.quote,
        attributes=[
            Attribute(AttributeKind(fact["kind"]), fact["value"], fact["start"], fact["end"])
            for fact in provision.attributes
        ],
        lead_in=provision.lead_in,
        trail=provision.trail,
        sector=document.platform.sector,
        document_type=document.type,
        document_region=document.region,
    )


def engaged() -> dict[str, int]:
    """For each regulation, by its slug: how many standing provisions engage it. One query."""
    rows = (
        standing()
        .order_by()
        .exclude(regulations=[])
        .annotate(engages=Func(F("regulations"), function="unnest"))
        .values_list("engages")
        .annotate(n=Count("pk"))
    )
    return dict(rows)
