"""The vendor register: put, changed and removed by members, many at once, from a table and as one."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from billing.audit import record_audit_entry
from billing.entitlements import Feature, entitlements_of
from billing.members import locked
from billing.models import Organization, User
from billing.spreadsheets import safe_cell
from billing.tenancy import tenant_scope
from monitoring.added_documents import visible_platforms
from monitoring.models import PastWatch
from monitoring.register.models import Vendor
from platforms.models import Platform

COLUMNS = ("platform", "owner", "tier", "data", "renews_on", "notes")
MOST_ROWS = 2000
_LONGEST_NOTES = 4000


class VendorRefused(Exception):
    """Nothing was written; str() names the field and what to do."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the register says of a platform. `owner` is the e-mail address of a member, "" for nobody."""

    owner: str = ""
    tier: str = Vendor.Tier.ROUTINE
    data: Sequence[str] = ()
    renews_on: str = ""
    notes: str = ""


@dataclass(slots=True)
class Imported:
    """How many rows of a table were added and changed, and what was wrong with the others, by line."""

    added: int = 0
    changed: int = 0
    problems: list[str] = field(default_factory=list)


def put_vendor(
    organization: Organization, platform: Platform, details: Details, *, by: User | None, now: datetime
) -> Vendor:
    """The platform's row with these details, made if there is none. Raises VendorRefused and UpgradeRequired."""
    entitlements_of(organization, now).demand(Feature.VENDOR_REGISTER)
    with tenant_scope(organization):
        values = _values(organization, details)
        rows = Vendor.objects.for_org(locked(organization))
        vendor, made = rows.update_or_create(
            platform=platform, defaults=values, create_defaults={**values, "added_at": now}
        )
        action = "vendor.added" if made else "vendor.changed"
        record_audit_entry(
            organization, actor=by, action=action, subject=platform.name, details=_told(details)
        )
    return vendor


def change_vendors(
    organization: Organization, keys: Iterable[int], *, by: User | None, now: datetime, **fields: str
) -> int:
    """Set owner, tier or renewal date of many rows; what is "" is left as it is. Returns how many were changed."""
    entitlements_of(organization, now).demand(Feature.VENDOR_REGISTER)
    chosen = _chosen(keys)
    asked = {name: value for name, value in fields.items() if value}
    if not asked:
        raise VendorRefused("Change: choose an owner, a tier or a date.")
    with tenant_scope(organization):
        values = _values(organization, Details(**asked))
        rows = Vendor.objects.for_org(organization).filter(pk__in=chosen).select_related("platform")
        names = [vendor.platform.name for vendor in rows]
        rows.update(**{name: values[name] for name in asked})
        if names:
            record_audit_entry(
                organization, actor=by, action="vendor.changed", subject=", ".join(names), details=asked
            )
    return len(names)


def remove_vendors(organization: Organization, keys: Iterable[int], *, by: User | None, now: datetime) -> int:
    """Take rows out of the register at `now` (aware); the platforms, watches and reviews stay, and what reports tell of
    earlier days."""
    chosen = _chosen(keys)
    with tenant_scope(organization):
        rows = Vendor.objects.for_org(organization).filter(pk__in=chosen).select_related("platform")
        names = [vendor.platform.name for vendor in rows]
        past = PastWatch.objects.for_org(organization)
        for vendor in rows:
            past.create(platform=vendor.platform, started_at=vendor.added_at, ended_at=now)
        rows.delete()
        if names:
            record_audit_entry(organization, actor=by, action="vendor.removed", subject=", ".join(names))
    return len(names)


def vendors_of(organization: Organization) -> QuerySet[Vendor, Any]:
    """The register, with what its pages show. Inside a scope that covers the organization."""
    return Vendor.objects.for_org(organization).select_related("platform", "owner")


def import_vendors(organization: Organization, text: str, *, by: User | None, now: datetime) -> Imported:
    """Rows of a CSV with a header line; each good one is put, each wrong one named by its line.

    Raises VendorRefused for what is no such table.
    """
    entitlements_of(organization, now).demand(Feature.VENDOR_REGISTER)
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), dialect=_dialect_of(text))
    header = [_plain(name) for name in reader.fieldnames or []]
    if "platform" not in header:
        raise VendorRefused(
            f"File: its first line must name the columns {', '.join(COLUMNS)}; only platform is needed."
        )
    reader.fieldnames = header
    imported = Imported()
    known = _platforms_by_word(organization)
    for line, row in enumerate(reader, start=2):
        if line > MOST_ROWS + 1:
            imported.problems.append(
                f"Line {line}: a file holds {MOST_ROWS} rows at most. Import the rest by itself."
            )
            break
        cells = {name: (row.get(name) or "").strip().removeprefix("'") for name in COLUMNS if name in header}
        platform = known.get(cells["platform"].lower())
        if platform is None:
            imported.problems.append(
                f"Line {line}: we have no platform “{cells['platform'][:60]}”. Add its documents first."
            )
            continue
        try:
            _put_row(organization, platform, cells, imported, by=by, now=now)
        except VendorRefused as refusal:
            imported.problems.append(f"Line {line}: {refusal}")
    return imported


def _put_row(
    organization: Organization,
    platform: Platform,
    cells: dict[str, str],
    imported: Imported,
    *,
    by: User | None,
    now: datetime,
) -> None:
    """What the table has no column for stays as it is."""
    with tenant_scope(organization):
        before = vendors_of(organization).filter(platform=platform).first()
    asked: dict[str, Any] = {name: cells[name] for name in ("owner", "renews_on", "notes") if name in cells}
    if "tier" in cells:
        asked["tier"] = _plain(cells["tier"]) or Vendor.Tier.ROUTINE
    if "data" in cells:
        asked["data"] = [_datum(each) for each in cells["data"].split(";") if each.strip()]
    put_vendor(organization, platform, replace(details_of(before), **asked), by=by, now=now)
    imported.changed += before is not None
    imported.added += before is None


def details_of(vendor: Vendor | None) -> Details:
    """What the register says of a platform; nothing of one that is not in it."""
    if vendor is None:
        return Details()
    renews = vendor.renews_on.isoformat() if vendor.renews_on else ""
    return Details(vendor.owner.email if vendor.owner else "", vendor.tier, vendor.data, renews, vendor.notes)


def export_vendors(organization: Organization) -> Iterator[str]:
    """The register as CSV, line by line, in the columns that an import takes."""
    with tenant_scope(organization):
        yield ",".join(COLUMNS) + "\r\n"
        for vendor in vendors_of(organization).order_by("platform__slug"):
            cells = (
                vendor.platform.slug,
                vendor.owner.email if vendor.owner else "",
                vendor.tier,
                ";".join(vendor.data),
                vendor.renews_on or "",
                vendor.notes,
            )
            line = io.StringIO()
            csv.writer(line).writerow([safe_cell(cell) for cell in cells])
            yield line.getvalue()


def _values(organization: Organization, details: Details) -> dict[str, Any]:
    if details.tier not in Vendor.Tier.values:
        raise VendorRefused(f"Tier: choose one of {', '.join(Vendor.Tier.values)}.")
    if unknown := [each for each in details.data if each not in Vendor.Data.values]:
        raise VendorRefused(
            f"Data: we have no category “{unknown[0][:40]}”. Use {', '.join(Vendor.Data.values)}."
        )
    if len(details.notes) > _LONGEST_NOTES:
        raise VendorRefused(f"Notes: shorten them to {_LONGEST_NOTES} characters.")
    return {
        "owner": _member(organization, details.owner),
        "tier": details.tier,
        "data": list(dict.fromkeys(details.data)),
        "renews_on": _day(details.renews_on),
        "notes": details.notes.strip(),
    }


def _chosen(keys: Iterable[int]) -> list[int]:
    chosen = list(keys)
    if not chosen:
        raise VendorRefused("Vendors: nothing is chosen. Tick the rows first.")
    return chosen


def _member(organization: Organization, email: str) -> User | None:
    if not email:
        return None
    membership = organization.memberships.select_related("user").filter(user__email__iexact=email).first()
    if membership is None:
        raise VendorRefused(f"Owner: {email[:80]} is no member of this organization.")
    return membership.user


def _day(value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise VendorRefused("Renewal date: write it as 2027-01-31.") from None


def _told(details: Details) -> dict[str, Any]:
    return {"owner": details.owner, "tier": str(details.tier), "renews_on": details.renews_on}


def _platforms_by_word(organization: Organization) -> dict[str, Platform]:
    with tenant_scope(organization):
        rows = list(visible_platforms(organization).order_by("-pk"))
    return {row.name.lower(): row for row in rows} | {row.slug: row for row in rows}


def _dialect_of(text: str) -> type[csv.Dialect] | str:
    first = text.partition("\n")[0]
    return _Semicolons if first.count(";") > first.count(",") else "excel"


class _Semicolons(csv.excel):
    """As spreadsheets of half of Europe write it."""

    delimiter = ";"


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "_")


def _datum(word: str) -> str:
    """The category by its slug or its label."""
    by_label = {str(label).lower(): value for value, label in Vendor.Data.choices}
    return by_label.get(word.strip().lower(), word.strip().lower())
