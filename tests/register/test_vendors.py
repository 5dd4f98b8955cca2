"""The vendor register: put, changed, imported and exported by members with the plan, and nobody else's."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from billing.entitlements import UpgradeRequired, grant_plan
from billing.models import AuditEntry, Organization, User
from billing.tenancy import tenant_scope
from monitoring.register.vendors import (
    Details,
    VendorRefused,
    change_vendors,
    export_vendors,
    import_vendors,
    put_vendor,
    remove_vendors,
)
from platforms.models import Platform
from tests.builders import build_platform
from tests.people import client_of
from tests.policy_pages import NOON

pytestmark = pytest.mark.django_db
FULL = Details("ann@example.org", "critical", ("payment", "customer"), "2027-01-31", "Contract 17")


@pytest.fixture(autouse=True)
def plan(organization: Organization) -> None:
    grant_plan(organization, "professional")


@pytest.fixture
def platform(db: None) -> Platform:
    return build_platform("Ledgerly")


def rows_of(organization: Organization) -> list[Any]:
    with tenant_scope(organization):
        return list(organization.vendors.select_related("platform", "owner"))


def test_a_vendor_is_put_once_and_changed_after_with_audit_entries(
    organization: Organization, owner: User, platform: Platform
) -> None:
    put_vendor(organization, platform, Details(), by=owner, now=NOON)
    vendor = put_vendor(organization, platform, FULL, by=owner, now=NOON)
    assert [row.pk for row in rows_of(organization)] == [vendor.pk]
    (row,) = rows_of(organization)
    assert (row.owner, row.tier, row.renews_on, row.notes) == (
        owner,
        "critical",
        date(2027, 1, 31),
        "Contract 17",
    )
    assert row.data_in_words == "Payments, Customers' data"
    with tenant_scope(organization):
        actions = AuditEntry.objects.for_org(organization).values_list("action", flat=True)
        assert {"vendor.added", "vendor.changed"} <= set(actions)


@pytest.mark.parametrize(
    ("details", "word"),
    [
        (Details(owner="charlie@example.com"), "Owner"),
        (Details(tier="grave"), "Tier"),
        (Details(data=["shoes"]), "Data"),
        (Details(renews_on="31.1.2027"), "Renewal date"),
        (Details(notes="x" * 4001), "Notes"),
    ],
)
def test_a_wrong_field_is_named(
    details: Details, word: str, organization: Organization, platform: Platform, stranger: User
) -> None:
    with pytest.raises(VendorRefused, match=word):
        put_vendor(organization, platform, details, by=None, now=NOON)
    assert rows_of(organization) == []


def test_many_are_changed_and_removed_together(organization: Organization) -> None:
    keys = [put_vendor(organization, build_platform(), FULL, by=None, now=NOON).pk for _ in range(3)]
    assert change_vendors(organization, keys[:2], by=None, now=NOON, tier="routine", owner="") == 2
    assert sorted(row.tier for row in rows_of(organization)) == ["critical", "routine", "routine"]
    assert all(row.owner for row in rows_of(organization))
    assert remove_vendors(organization, keys[:1], by=None, now=NOON) == 1
    assert len(rows_of(organization)) == 2
    for nothing in ([], keys):
        with pytest.raises(VendorRefused):
            change_vendors(organization, nothing, by=None, now=NOON)


def test_anothers_rows_are_out_of_reach(
    organization: Organization, strangers_organization: Organization
) -> None:
    key = put_vendor(organization, build_platform(), FULL, by=None, now=NOON).pk
    grant_plan(strangers_organization, "professional")
    assert change_vendors(strangers_organization, [key], by=None, now=NOON, tier="routine") == 0
    assert remove_vendors(strangers_organization, [key], by=None, now=NOON) == 0
    assert rows_of(organization)[0].tier == "critical"


def test_what_is_exported_is_imported_again_as_it_was(
    organization: Organization, platform: Platform, strangers_organization: Organization
) -> None:
    put_vendor(
        organization,
        platform,
        Details("", "critical", ("health",), "2027-01-31", '=1+1, "so"\nand on'),
        by=None,
        now=NOON,
    )
    text = "".join(export_vendors(organization))
    assert "'=1+1" in text
    grant_plan(strangers_organization, "professional")
    imported = import_vendors(strangers_organization, text, by=None, now=NOON)
    assert (imported.added, imported.changed, imported.problems) == (1, 0, [])
    assert rows_of(strangers_organization)[0].notes == '=1+1, "so"\nand on'
    assert import_vendors(strangers_organization, text, by=None, now=NOON).changed == 1


def test_an_import_takes_names_and_semicolons_and_names_wrong_lines(
    organization: Organization, platform: Platform
) -> None:
    build_platform("Hushed", listed=False)
    text = "\ufeffPlatform;Tier;Data\r\nLEDGERLY;Important;Payments;\r\nNobody;;\r\nhushed;;\r\nledgerly;grave;\r\n"
    imported = import_vendors(organization, text.replace("Payments;", "payment"), by=None, now=NOON)
    assert imported.added == 1
    assert [problem.partition(":")[0] for problem in imported.problems] == ["Line 3", "Line 4", "Line 5"]
    assert rows_of(organization)[0].data == ["payment"]
    with pytest.raises(VendorRefused, match="first line"):
        import_vendors(organization, "shoes\n1\n", by=None, now=NOON)


def test_without_the_plan_nothing_is_written(
    strangers_organization: Organization, platform: Platform
) -> None:
    for asked in (
        lambda: put_vendor(strangers_organization, platform, FULL, by=None, now=NOON),
        lambda: change_vendors(strangers_organization, [1], by=None, now=NOON, tier="routine"),
        lambda: import_vendors(strangers_organization, "platform\nledgerly", by=None, now=NOON),
    ):
        with pytest.raises(UpgradeRequired):
            asked()


def test_the_pages_of_the_register(organization: Organization, member: User, platform: Platform) -> None:
    client = client_of(member)
    assert "The register is empty" in client.get(reverse("vendors")).content.decode()
    assert "Your register" in client.get(platform.get_absolute_url()).content.decode()
    address = reverse("vendor", args=["ledgerly"])
    wrong = client.post(address, {"tier": "critical", "renews_on": "soon", "notes": "kept"})
    assert wrong.status_code == 400
    assert "kept" in wrong.content.decode()
    client.post(
        address,
        {"tier": "critical", "owner": "ben@example.org", "data": ["payment"], "renews_on": "2026-01-31"},
    )
    shown = client.get(reverse("vendors")).content.decode()
    assert "Ledgerly" in shown
    assert "past" in shown
    assert "No vendor fits" in client.get(f"{reverse('vendors')}?tier=routine").content.decode()
    for query in (
        "?tier=critical&owner=ben@example.org&due=1&q=ledger&sort=renewal",
        "?sort=owner",
        "?sort=tier",
    ):
        assert "Ledgerly" in client.get(reverse("vendors") + query).content.decode()
    key = str(rows_of(organization)[0].pk)
    told = client.post(reverse("vendors"), {"do": "change", "vendor": key, "tier": "routine"}, follow=True)
    assert "1 vendor changed" in told.content.decode()
    file = SimpleUploadedFile("v.csv", b"platform,tier\nledgerly,important\n")
    assert (
        "0 vendors added, 1 changed"
        in client.post(reverse("vendors_import"), {"file": file}, follow=True).content.decode()
    )
    assert (
        "UTF-8"
        in client.post(
            reverse("vendors_import"), {"file": SimpleUploadedFile("v.csv", b"\xff\xfe")}, follow=True
        ).content.decode()
    )
    exported = b"".join(client.get(reverse("vendors_export"))).decode()  # type: ignore[arg-type]
    assert exported.splitlines()[1].startswith("ledgerly,ben@example.org,important")
    client.post(reverse("vendors"), {"do": "remove", "vendor": key})
    assert rows_of(organization) == []


def test_who_has_not_the_plan_reads_what_it_is_and_gets_402(stranger: User, platform: Platform) -> None:
    client = client_of(stranger)
    assert "Professional plan" in client.get(reverse("vendors")).content.decode()
    assert client.post(reverse("vendor", args=["ledgerly"]), {"tier": "routine"}).status_code == 402
    assert client.get(reverse("vendors_export")).status_code == 402
