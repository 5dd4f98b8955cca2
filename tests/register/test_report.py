"""The auditors' report: what it counts, that it is the same every time, and who gets it."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from billing.entitlements import grant_plan
from billing.models import Organization, User
from monitoring.register.report import Report, ReportRefused, period_of, report_as_csv, report_of
from monitoring.register.report_pdf import report_as_pdf
from monitoring.register.reviewing import Step, review_changes
from monitoring.register.vendors import Details, put_vendor, remove_vendors
from monitoring.watches.interests import Interest
from monitoring.watches.watching import start_watch, start_watching, stop_watch
from tests.builders import (
    DAY_ONE,
    TERMS,
    build_change,
    build_check,
    build_document,
    build_platform,
    build_provision,
    build_version,
)
from tests.people import client_of

pytestmark = pytest.mark.django_db
SITE = "https://conductatlas.example"
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 30)


@pytest.fixture
def change(organization: Organization, owner: User) -> Any:
    """A quarter in which a vendor's terms changed once, three looks went well and two did not."""
    grant_plan(organization, "professional")
    document = build_document(build_platform("Ledgerly “Ö” Ж", slug="ledgerly"))
    first = build_version(document)
    found = build_change(first, build_version(document, TERMS.replace("one arbitrator", "two arbitrators")))
    for day, outcome, failure in (
        (0, "first", ""), (1, "unchanged", ""), (2, "failed", "timeout"), (3, "failed", "timeout"), (30, "changed", ""),
        (70, "unchanged", ""),
    ):  # fmt: skip
        build_check(document, outcome, at=DAY_ONE + timedelta(days=day), failure=failure)
    start_watching(organization, document.platform, by=owner, now=DAY_ONE)
    put_vendor(
        organization,
        document.platform,
        Details(owner="ann@example.org", tier="critical"),
        by=owner,
        now=DAY_ONE,
    )
    build_document()
    return found


def test_it_counts_what_was_watched_looked_at_changed_reviewed_and_failed(
    organization: Organization, owner: User, change: Any
) -> None:
    step = Step(state="no_action", reviewer="ann@example.org", severity="low", reason="Not used", note="Seen")
    review_changes(organization, [change.pk], step, by=owner, now=DAY_ONE + timedelta(days=32))
    report = report_of(organization, MARCH, APRIL)
    (watched,) = report.watched
    assert (watched.platform, watched.tier, watched.owner) == (
        "Ledgerly “Ö” Ж",
        "Critical",
        "ann@example.org",
    )
    assert (watched.looks, watched.unread, watched.versions) == (5, 2, 2)
    assert watched.last_look == "2026-03-31 09:00 UTC"
    (told,) = report.changes
    assert (told.status, told.reviewer, told.own_severity, told.why) == (
        "No action needed",
        "ann@example.org",
        "Low",
        "Not used",
    )
    assert told.history.startswith("2026-04-02 09:00 UTC ann@example.org: Status: No action needed")
    (failed,) = report.failures
    assert (failed.looks, failed.first[:10], failed.last[:10]) == (2, "2026-03-03", "2026-03-04")
    assert failed.failure == "The server did not answer in time."
    assert (report.looks, report.unread, report.reviewed) == (5, 2, 1)


def test_another_period_says_nothing_of_it(organization: Organization, change: Any) -> None:
    report = report_of(organization, date(2026, 5, 1), date(2026, 5, 31))
    assert (report.looks, report.changes, report.failures) == (1, (), ())
    assert report_of(organization, date(2025, 1, 1), date(2025, 12, 31)).watched == ()


def test_looks_count_from_when_watching_began(organization: Organization, owner: User, change: Any) -> None:
    """We look at common documents anyway; for this organization only what it watched was watched."""
    later = build_document(build_platform("Later", slug="later"))
    for day, outcome in ((1, "failed"), (9, "first"), (10, "unchanged"), (20, "failed"), (40, "unchanged")):
        build_check(
            later, outcome, at=DAY_ONE + timedelta(days=day), failure="timeout" * (outcome == "failed")
        )
    put_vendor(organization, later.platform, Details(), by=owner, now=DAY_ONE + timedelta(days=30))
    provision = build_provision(build_version(later))
    start_watch(organization, Interest.in_document(later), by=owner, now=DAY_ONE + timedelta(days=20))
    start_watch(organization, Interest.in_provision(provision), by=owner, now=DAY_ONE + timedelta(days=10))
    report = report_of(organization, MARCH, APRIL)
    watched = report.watched[0]
    assert (watched.platform, watched.watched_since) == ("Later", "2026-03-11 09:00 UTC")
    assert (watched.looks, watched.unread, watched.last_look[:10]) == (3, 1, "2026-04-10")
    assert [row.first[:10] for row in report.failures if row.platform == "Later"] == ["2026-03-21"]
    assert report.unread == sum(row.looks for row in report.failures)


def test_what_was_stopped_within_the_period_is_told_with_its_days(
    organization: Organization, owner: User, change: Any
) -> None:
    """Watched, registered, and watched again after a gap: what was found and looked at on those days stays."""
    day = timedelta(days=1)
    terms = build_document(build_platform("Brief", slug="brief"))
    first = build_version(terms, at=DAY_ONE - day)
    then = build_version(terms, TERMS.replace("one", "two"), at=DAY_ONE + 5 * day)
    build_change(first, then)
    build_change(then, build_version(terms, TERMS.replace("one", "three"), at=DAY_ONE + 20 * day))
    for number in range(0, 40, 5):
        build_check(terms, "unchanged", at=DAY_ONE + number * day)
    for begun, ended in ((1, 12), (24, 27)):
        watch = start_watch(organization, Interest.in_document(terms), by=owner, now=DAY_ONE + begun * day)
        stop_watch(watch, by=owner, now=DAY_ONE + ended * day)
    key = put_vendor(organization, terms.platform, Details(), by=owner, now=DAY_ONE + 11 * day).pk
    remove_vendors(organization, [key], by=owner, now=DAY_ONE + 17 * day)
    report = report_of(organization, MARCH, APRIL)
    told = [
        (row.watched_since[:10], row.watched_until[:10], row.looks)
        for row in report.watched
        if row.platform == "Brief"
    ]
    assert told == [("2026-03-02", "2026-03-18", 3), ("2026-03-25", "2026-03-28", 1)]
    assert report.documents == 2
    earlier = report_of(organization, MARCH, date(2026, 3, 10))
    assert [row.watched_until for row in earlier.watched] == ["", ""]
    later = report_of(organization, date(2026, 4, 1), APRIL)
    assert [row.platform for row in later.watched] == ["Ledgerly “Ö” Ж"]
    assert [row.found[:10] for row in report.changes if row.platform == "Brief"] == ["2026-03-06"]


def test_what_is_watched_later_does_not_rewrite_a_period_that_is_over(
    organization: Organization, owner: User, change: Any
) -> None:
    """What was found shortly before is asked about, and in the report once it was reviewed."""
    terms = build_document(build_platform("Later", slug="later"))
    first = build_version(terms, at=DAY_ONE)
    found = build_change(
        first, build_version(terms, TERMS.replace("one", "two"), at=DAY_ONE + timedelta(days=50))
    )
    filed = report_of(organization, MARCH, APRIL)
    then = DAY_ONE + timedelta(days=65)
    put_vendor(organization, terms.platform, Details(), by=owner, now=then)
    start_watching(organization, terms.platform, by=owner, now=then)
    assert report_of(organization, MARCH, APRIL) == filed
    review_changes(organization, [found.pk], Step(state="acknowledged"), by=owner, now=then)
    assert [row.status for row in report_of(organization, MARCH, APRIL).changes] == ["New", "Acknowledged"]


def test_anothers_report_has_nothing_of_it(strangers_organization: Organization, change: Any) -> None:
    assert report_of(strangers_organization, MARCH, APRIL) == Report("Charlie", MARCH, APRIL, (), (), ())


def test_the_pdf_is_the_same_bytes_every_time_and_says_it_all(
    organization: Organization, change: Any
) -> None:
    report = report_of(organization, MARCH, APRIL)
    pdf = report_as_pdf(report, SITE)
    assert pdf == report_as_pdf(report_of(organization, MARCH, APRIL), SITE)
    reader = PdfReader(io.BytesIO(pdf))
    text = "\n".join(page.extract_text() for page in reader.pages)
    for words in (
        "1 March 2026 to 30 April 2026",
        "Ledgerly",
        "5, of which 2",
        "0 of 1",
        "did not answer",
        "Status: New",
    ):
        assert words in text
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == APRIL


def test_an_empty_report_is_a_whole_page(strangers_organization: Organization, change: Any) -> None:
    pdf = report_as_pdf(report_of(strangers_organization, MARCH, APRIL), SITE)
    assert "Nothing was watched" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_each_part_is_a_table(organization: Organization, change: Any) -> None:
    report = report_of(organization, MARCH, APRIL)
    for part, looks in (("watched", "5"), ("failures", "2")):
        (row,) = csv.DictReader(io.StringIO("".join(report_as_csv(report, part))))
        assert row["looks"] == looks
    (row,) = csv.DictReader(io.StringIO("".join(report_as_csv(report, "changes"))))
    assert row["status"] == "New"


def test_a_period_is_the_last_quarter_unless_named_or_all_began_in_this_one() -> None:
    long_ago, today = date(2020, 1, 1), date(2026, 11, 28)
    assert period_of("", "", today, begun=long_ago) == (date(2026, 7, 1), date(2026, 9, 30))
    assert period_of("", "", today, begun=date(2026, 9, 30)) == (date(2026, 7, 1), date(2026, 9, 30))
    assert period_of("", "", today, begun=date(2026, 10, 1)) == (date(2026, 10, 1), today)
    assert period_of("", "", date(2026, 2, 1), begun=long_ago) == (date(2025, 10, 1), date(2025, 12, 31))
    assert period_of("2026-03-01", "2026-03-01", today, begun=today) == (MARCH, MARCH)
    for wrong in (("x", "2026-01-01"), ("2026-02-01", "2026-01-01"), ("2010-01-01", "2026-01-01")):
        with pytest.raises(ReportRefused, match="Period"):
            period_of(*wrong, today, begun=long_ago)


def test_the_page_and_the_files(member: User, stranger: User, change: Any) -> None:
    client, period = client_of(member), "?since=2026-03-01&until=2026-04-30"
    page = client.get(reverse("audit_report") + period).content.decode()
    assert "Could not be read" in page
    assert "<td>Ledgerly “Ö” Ж, Terms of Service</td>" in page
    assert change.get_absolute_url() in page
    assert client.get(reverse("audit_report")).status_code == 200
    assert client.get(reverse("audit_report") + "?since=x").status_code == 400
    pdf = client.get(reverse("audit_report_file", args=["report.pdf"]) + period)
    assert pdf.content.startswith(b"%PDF")
    assert 'filename="report-2026-03-01-2026-04-30.pdf"' in pdf["Content-Disposition"]
    for name in ("watched.csv", "changes.csv", "failures.csv"):
        assert client.get(reverse("audit_report_file", args=[name]) + period).status_code == 200
    for name in ("shoes.csv", "report.exe", "watched.pdf"):
        assert client.get(reverse("audit_report_file", args=[name]) + period).status_code == 404
    assert "Professional plan" in client_of(stranger).get(reverse("audit_report")).content.decode()
    assert client_of(stranger).get(reverse("audit_report_file", args=["report.pdf"])).status_code == 402
