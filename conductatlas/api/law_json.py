"""How law and time look in JSON: regulations, what they say to a provision, timelines and drift."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from conductatlas.api.representations import (
    Json,
    absolute,
    address,
    document_name,
    labelled,
    name_of,
    type_json,
)
from conductatlas.api.team_json import decision_json
from conductatlas.pages.compliance import Matrix
from platforms.models import Platform, Version
from provisions.drift import Balance, Drift, types_drifting
from provisions.models import Change, Direction, Provision, Severity
from provisions.regulations.knowledge import regulations
from provisions.regulations.law import Regulation
from provisions.regulations.rule import RegulatoryMapping


def regulation_json(law: Regulation, engaged: Mapping[str, int]) -> Json:
    """A regulation without its articles; `engaged` is how many provisions engage each."""
    return {
        "slug": law.slug,
        "name": law.name,
        "title": law.title,
        "jurisdiction": law.jurisdiction,
        "region": law.region,
        "since": law.since,
        "status": law.status,
        "summary": law.summary,
        "engaged_by": engaged.get(law.slug, 0),
        "url": address("regulation", law.slug),
        "page": absolute(reverse("regulation", args=[law.slug])),
    }


def regulation_whole_json(law: Regulation, engaged: Mapping[str, int]) -> Json:
    """A regulation with what each of its articles asks."""
    return {
        **regulation_json(law, engaged),
        "regulators": list(law.regulators),
        "penalty": law.penalty,
        "link": law.link,
        "articles": [
            {"number": article.number, "heading": article.heading, "asks": article.asks}
            for article in law.articles
        ],
    }


def compliance_json(
    provision: Provision, mapping: RegulatoryMapping, decided: Mapping[tuple[int, str], Any]
) -> Json:
    """The full analysis; `decided` is how its actions stand with an organization, those missing are open."""
    laws, document = regulations(), provision.document
    return {
        "platform": name_of(document.platform),
        "document": document_name(document),
        "provision": provision.slug,
        "citations": [
            {
                "regulation": {"slug": each.regulation, "name": laws[each.regulation].name},
                "article": each.article,
                "heading": laws[each.regulation].article(each.article).heading,
                "manner": labelled(each.manner),
                "reason": each.reason,
            }
            for each in mapping.citations
        ],
        "risk": {
            "level": mapping.risk.level.value,
            "points": mapping.risk.points,
            "reasons": list(mapping.risk.reasons),
        }
        if mapping.risk
        else None,
        "actions": [
            {"slug": each.slug, "text": each.text, **decision_json(decided.get((provision.pk, each.slug)))}
            for each in mapping.actions
        ],
        "page": absolute(provision.get_absolute_url()),
    }


def moment_of_timeline_json(version: Version) -> Json:
    """A version on a timeline; reads `document.platform`, `change.before` and the numbers that the list annotates."""
    place = (version.document.platform.slug, version.document.slug)
    change: Change | None = getattr(version, "change", None)
    return {
        "document": document_name(version.document),
        "version": {"number": version.number, "url": address("version", *place, version.number)},
        "taken_at": version.taken_at,
        "words": version.words,
        **{name: getattr(version, name) for name in ("introduced", "reworded", "removed")},
        "change": {
            "id": change.pk,
            "class": labelled(Change.Class(change.change_class)),
            "alarmed": change.alarmed,
            "severity": labelled(Severity(change.severity)),
            "direction": labelled(Direction(change.direction)),
            "summary": change.summary,
            "url": address("change", change.pk),
        }
        if change
        else None,
    }


def matrix_json(platform: Platform, matrix: Matrix) -> Json:
    """The documents of a platform by the regulations that they engage."""
    return {
        "platform": name_of(platform),
        "regulations": [_engaging(law, number) for law, number in matrix.laws],
        "documents": [
            {
                "document": document_name(row.document),
                "regulations": [_engaging(law, number) for law, number in row.cells if number],
                "page": absolute(reverse("document_compliance", args=[platform.slug, row.document.slug])),
            }
            for row in matrix.rows
        ],
        "page": absolute(reverse("platform_regulations", args=[platform.slug])),
    }


def _engaging(law: Regulation, provisions: int) -> Json:
    return {"slug": law.slug, "name": law.name, "provisions": provisions}


def drift_json(platform: Platform, drift: Drift) -> Json:
    """Clauses changed for and against the user, with their sums."""
    return {
        "platform": name_of(platform),
        "all": _balance_json(drift.all),
        "by_type": [
            {"type": type_json(kind.slug), **_balance_json(drift.by_type[kind.slug])}
            for kind in types_drifting([drift])
        ],
        "by_year": [{"year": year, **_balance_json(drift.by_year[year])} for year in sorted(drift.by_year)],
    }


def _balance_json(balance: Balance) -> Json:
    return {
        "for_user": balance.for_user,
        "against_user": balance.against_user,
        "neutral": balance.neutral,
        "net": balance.net,
    }
