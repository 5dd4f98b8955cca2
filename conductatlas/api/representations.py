"""How each thing looks in JSON. Moments are UTC; a value that has a label comes with it; addresses are absolute."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from monitoring.errors import Failure
from monitoring.figures import health_of
from platforms.models import Document, Platform, Version
from provisions.analysis.clause_types import TYPES_BY_SLUG, ClauseType
from provisions.analysis.clauses import Clause
from provisions.analysis.diffing import ClauseEdit, TextDiff
from provisions.models import Change, ClauseChange, Direction, Provision, ProvisionEvent, Severity, Stance
from provisions.quick_facts import QuickFact
from provisions.regulations.rule import Manner

Json = dict[str, Any]

# Raised when what a version looks like here changes: old copies in caches are then asked for anew.
FORM = 2


def absolute(path: str) -> str:
    """The path at the site's own address."""
    return f"{settings.SITE_URL}{path}"


def address(name: str, *args: object) -> str:
    """The absolute address of something in the API."""
    return absolute(reverse(f"api:{name}", args=args))


def platform_json(platform: Platform) -> Json:
    """Reads `platform.documents_watched`, which the list annotates."""
    return {
        **name_of(platform),
        "sector": platform.sector,
        "description": platform.description,
        "home_url": platform.home_url,
        "country": platform.country,
        "invented": platform.invented,
        "documents_watched": platform.documents_watched,  # type: ignore[attr-defined]
        "url": address("platform", platform.slug),
        "page": absolute(platform.get_absolute_url()),
    }


def document_json(document: Document, now: datetime) -> Json:
    """With its health; reads `schedule` and the annotation `versions_kept`."""
    place = (document.platform.slug, document.slug)
    return {
        "platform": name_of(document.platform),
        **document_name(document),
        "source_urls": document.urls,
        "language": document.language,
        "region": document.region,
        "retired": document.retired,
        "versions_kept": document.versions_kept or 0,  # type: ignore[attr-defined]
        "health": _health_json(document, now),
        "url": address("document", *place),
        "versions": address("versions", *place),
        "provisions": address("document_provisions", *place),
        "page": absolute(document.get_absolute_url()),
    }


def version_json(version: Version) -> Json:
    """Without the text; reads `document.platform` and `snapshot`."""
    place = (version.document.platform.slug, version.document.slug, version.number)
    return {
        "platform": name_of(version.document.platform),
        "document": document_name(version.document),
        "number": version.number,
        "title": version.title,
        "taken_at": version.taken_at,
        "sha256": version.sha256,
        "words": version.words,
        "language": version.language,
        "updated_on": version.updated_on,
        "effective_on": version.effective_on,
        "recipe": version.recipe,
        "snapshot": {
            "sha256": version.snapshot.sha256,
            "taken_at": version.snapshot.taken_at,
            "method": version.snapshot.method,
            "locale": version.snapshot.locale,
            "source": version.snapshot.source,
            "pages": [_received_page(page) for page in version.snapshot.pages],
        },
        "url": address("version", *place),
        "text_url": address("version_text", *place),
        "page": absolute(version.get_absolute_url()),
    }


def provision_json(provision: Provision) -> Json:
    """Reads `document.platform` and `version`; `quote` is the version's text from `start` to `end`."""
    document = provision.document
    return {
        "platform": name_of(document.platform),
        "document": document_name(document),
        "slug": provision.slug,
        "title": provision.title,
        "type": type_json(provision.type),
        "types": [type_json(slug) for slug in provision.types],
        "severity": labelled(Severity(provision.severity)),
        "severity_points": provision.severity_points,
        "severity_reasons": provision.severity_reasons,
        "direction": labelled(Direction(provision.direction)),
        "stance": labelled(Stance(provision.stance)),
        "confidence": provision.confidence,
        "says": provision.says,
        "why_it_matters": provision.why_it_matters,
        "means_for_you": provision.means_for_you,
        "attributes": provision.attributes,
        "regulations": provision.regulations,
        "quote": provision.quote,
        "start": provision.start,
        "end": provision.end,
        "trail": provision.trail,
        "version": provision.version.number,
        "version_url": address("version", document.platform.slug, document.slug, provision.version.number),
        "introduced_at": provision.introduced_at,
        "changed_at": provision.changed_at,
        "removed_at": provision.removed_at,
        "taxonomy": provision.taxonomy,
        "tagger": provision.tagger,
        "url": address("provision", document.platform.slug, document.slug, provision.slug),
        "page": absolute(provision.get_absolute_url()),
    }


def quick_fact_json(fact: QuickFact) -> Json:
    """`words` is null where nothing answers; `quotes` are exact words, the way out last.

    `provision` is null where their clause is published as none: `page` is then the archived version at them.
    """
    quoted = [quote for quote in (fact.quoted, fact.way_out) if quote]
    return {
        "slug": fact.slug,
        "label": fact.label,
        "type": type_json(fact.type.slug),
        "words": fact.words if fact.quoted else None,
        "quotes": [
            {
                "quote": quote.words,
                "document": document_name(quote.document),
                "provision": quote.provision.slug if quote.provision else None,
                "page": absolute(quote.address),
            }
            for quote in quoted
        ],
    }


def change_json(change: Change) -> Json:
    """Without its clauses; reads `document.platform`, `before` and `after`."""
    place = (change.document.platform.slug, change.document.slug)
    return {
        "id": change.pk,
        "platform": name_of(change.document.platform),
        "document": document_name(change.document),
        "class": labelled(Change.Class(change.change_class)),
        "alarmed": change.alarmed,
        "severity": labelled(Severity(change.severity)),
        "direction": labelled(Direction(change.direction)),
        "summary": change.summary,
        "points": change.points,
        "words_added": change.words_added,
        "words_removed": change.words_removed,
        "found_at": change.found_at,
        "before": {"number": change.before.number, "url": address("version", *place, change.before.number)},
        "after": {"number": change.after.number, "url": address("version", *place, change.after.number)},
        "reverts": address("change", change.reverts_id) if change.reverts_id else None,
        "url": address("change", change.pk),
        "diff": address("diff", *place, change.before.number, change.after.number),
        "page": absolute(change.get_absolute_url()),
    }


def watch_json(watch: Any, *, awake: bool) -> Json:
    """A watch of any kind; `awake` where the plan has room for it or its right, so that it tells of changes."""
    platform: Platform | None = watch.platform
    return {
        "id": watch.pk,
        "kind": watch.kind,
        "title": watch.title,
        "platform": name_of(platform) if platform else None,
        "document": _document_address(watch.document) if watch.document else None,
        "provision": (
            f"{_document_address(watch.provision.document)}/{watch.provision.slug}"
            if watch.provision
            else None
        ),
        "type": watch.clause_type or None,
        "sector": watch.sector or None,
        "search": watch.search or None,
        "minimum_severity": watch.minimum_severity,
        "directions": watch.directions,
        "tells": watch.tells,
        "snoozed_until": watch.snoozed_until,
        "by_mail": watch.by_mail,
        "channels": watch.channels,
        "awake": awake,
        "started_at": watch.started_at,
        "url": address("one_watch", watch.pk),
        "page": absolute(platform.get_absolute_url() if platform else reverse("watch", args=[watch.pk])),
    }


def _document_address(document: Document) -> str:
    return f"{document.platform.slug}/{document.slug}"


def channel_json(channel: Any, *, secret: str | None = None) -> Json:
    """A channel without its address, which may be a key; `secret` only where it was just made."""
    return {
        "id": channel.pk,
        "kind": channel.kind,
        "name": channel.name,
        "host": channel.host,
        "on": channel.off_since is None,
        "why_off": channel.why_off,
        "added_at": channel.added_at,
        "secret": secret,
        "url": address("channel", channel.pk),
        "page": absolute(reverse("channel", args=[channel.pk])),
    }


def clause_change_json(row: ClauseChange) -> Json:
    """One clause of a change, word by word; reads `provision`, whose document is the change's."""
    return {
        "kind": labelled(ClauseChange.Kind(row.kind)),
        "types": [type_json(slug) for slug in row.types],
        "trail": row.trail,
        "severity": labelled(Severity(row.severity)),
        "severity_points": row.severity_points,
        "direction": labelled(Direction(row.direction)),
        "summary": row.summary,
        "before_start": row.before_start,
        "after_start": row.after_start,
        "provision": absolute(row.provision.get_absolute_url()) if row.provision else None,
        "edits": [{"op": op, "text": text} for op, text in row.edits],
    }


def diff_json(before: Version, after: Version, difference: TextDiff) -> Json:
    """Every passage that differs, cosmetic ones marked; the class is null where the texts are equal."""
    found = difference.change_class
    return {
        "platform": name_of(after.document.platform),
        "document": document_name(after.document),
        "before": _end_of(before),
        "after": _end_of(after),
        "class": labelled(Change.Class(found.value)) if found else None,
        "alarmed": difference.alarmed,
        "words_added": difference.words_added,
        "words_removed": difference.words_removed,
        "unchanged_clauses": len(difference.unchanged),
        "clauses": [_edit_json(edit) for edit in difference.edits],
    }


def clause_type_json(kind: ClauseType) -> Json:
    """One row of the taxonomy, with what makes it mild or severe."""
    return {
        **type_json(kind.slug),
        "meaning": kind.meaning,
        "group": kind.group,
        "mild": kind.mild,
        "severe": kind.severe,
        "neighbours": [type_json(slug) for slug in kind.neighbours],
        "page": absolute(reverse("clause_type", args=[kind.slug])),
    }


def _health_json(document: Document, now: datetime) -> Json:
    health = health_of(document, now)
    code = document.schedule.failure if health.stale_since and hasattr(document, "schedule") else ""
    failure = {"value": code, "label": Failure(code).in_words} if code in set(Failure) else None
    return {
        "state": {"value": health.state.value, "label": health.label},
        "reason": health.reason,
        "last_read_at": health.last_read_at,
        "stale_since": health.stale_since,
        "failure": failure,
    }


def _received_page(page: Json) -> Json:
    # The headers stay in the evidence record: servers put other people's cookies into them.
    return {
        name: page[name] for name in ("request_url", "final_url", "status", "content_type", "sha256", "size")
    }


def _edit_json(edit: ClauseEdit) -> Json:
    there = edit.after or edit.before
    return {
        "kind": labelled(ClauseChange.Kind(edit.kind.value)),
        "cosmetic": edit.cosmetic,
        "trail": there.trail if there else (),
        "before": _place_of(edit.before),
        "after": _place_of(edit.after),
        "edits": [{"op": piece.op, "text": piece.text} for piece in edit.edits],
    }


def _place_of(clause: Clause | None) -> Json | None:
    return {"start": clause.start, "end": clause.end} if clause else None


def _end_of(version: Version) -> Json:
    place = (version.document.platform.slug, version.document.slug, version.number)
    return {
        "number": version.number,
        "taken_at": version.taken_at,
        "sha256": version.sha256,
        "url": address("version", *place),
    }


def name_of(platform: Platform) -> Json:
    """A platform where it is only named."""
    return {"slug": platform.slug, "name": platform.name}


def document_name(document: Document) -> Json:
    """A document where it is only named."""
    return {"slug": document.slug, "type": document.type}


def type_json(slug: str) -> Json:
    """A clause type with its label."""
    return {"value": slug, "label": TYPES_BY_SLUG[slug].label}


def labelled(
    member: Severity | Direction | Stance | Change.Class | ClauseChange.Kind | ProvisionEvent.Kind | Manner,
) -> Json:
    """A value with the words for it."""
    return {"value": member.value, "label": member.label}
