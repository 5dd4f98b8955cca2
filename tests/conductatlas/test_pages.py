"""Every public page, through its address, on real rows: what it shows, what it asks of the database, how it escapes."""

import json
import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from monitoring.figures import count_by_state, health_of, health_of_platforms, in_state, looks_since
from monitoring.pipeline import check_document
from platforms.models import Document
from provisions.analysis.attributes import attributes_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.figures import adoption_of, changes_in_year
from provisions.models import Change, Provision
from provisions.stored_attributes import to_keep
from tests.builders import (
    ARBITRATION,
    TERMS,
    build_change,
    build_check,
    build_document,
    build_platform,
    build_provision,
    build_schedule,
    build_version,
)
from tests.conductatlas.sight import STATIC_PAGES, addresses, addresses_for_machines, page, words_of
from tests.policy_pages import CLAUSES, DAY, NOON, TRAIN, make_document, policy, serve

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
_OF_TRANSACTIONS = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def test_an_empty_site_says_so_on_every_page(client: Client) -> None:
    for name in ("home", "platforms", "changes", "provisions", "search", *STATIC_PAGES):
        page(client, reverse(name))
    assert "No change has been found yet" in page(client, reverse("home"))
    assert "catalogue has not been loaded" in page(client, reverse("platforms"))
    assert "there are no provisions" in page(client, reverse("provisions"))


def test_a_provision_lists_what_its_passage_names(client: Client, document: Document) -> None:
    names = "Write to P.O. Box 12, Dublin or call +353 1 555 0100; the JAMS Streamlined Rules apply."
    quote = f"{names} Liability is limited to what you paid us in the last 12 months."
    version = build_version(document, f"# Terms\n\n{quote}\n")
    found = build_provision(version, quote, type="arbitration", attributes=to_keep(attributes_of(quote)))
    shown = words_of(page(client, found.get_absolute_url()))
    assert "By post P.O. Box 12, Dublin By telephone +353 1 555 0100" in shown
    assert "Arbitration rules JAMS Streamlined Rules" in shown
    assert "At most what you paid us in the last 12 months" in shown


def test_a_document_that_was_never_read_has_honest_pages(client: Client) -> None:
    document = build_document()
    assert "No version has been read yet" in page(client, document.get_absolute_url())
    assert "No version has been read yet" in page(client, document.get_absolute_url() + "versions/")
    assert "waits for its first look" in page(client, document.platform.get_absolute_url())
    assert "in the archive yet" in page(client, reverse("timeline", args=[document.platform.slug]))


def test_no_page_asks_more_than_twelve_questions_of_the_database(client: Client, document: Document) -> None:
    for other in range(4):
        version = build_version(build_document(build_platform(f"Other {other}")))
        build_provision(version)
        build_schedule(version.document)
    for address in [*addresses(document), *addresses_for_machines(document)]:
        with CaptureQueriesContext(connection) as queries:
            page(client, address)
        asked = [query["sql"] for query in queries if not query["sql"].startswith(_OF_TRANSACTIONS)]
        assert len(asked) <= MOST_QUERIES, (address, asked)


def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, document: Document) -> None:
    def asked() -> list[int]:
        counts = []
        cache.clear()
        for address in seen:
            with CaptureQueriesContext(connection) as queries:
                page(client, address)
            counts.append(len(queries))
        return counts

    seen = [*addresses(document), *addresses_for_machines(document)]
    before = asked()
    for other in range(6):
        first = build_version(build_document(document.platform, f"Policy {other}"))
        build_provision(first)
        second = build_version(first.document, TERMS.replace("one arbitrator", "three arbitrators"))
        build_provision(second, "You keep your content.")
        build_change(first, second)
    assert asked() == before


def test_every_page_has_one_h1_a_title_a_canonical_address_and_no_inline_style(
    client: Client, document: Document
) -> None:
    for address in addresses(document):
        html = page(client, address)
        assert html.count("<h1") == 1, address
        assert re.search(r"<title>[^<]{5,}</title>", html), address
        assert '<link rel="canonical"' in html, address
        assert " style=" not in html, address
        assert not re.search(r"<script(?! src=| type=\"application/ld\+json\")", html), address
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), address


def test_no_page_shows_the_name_of_an_enum_or_unknown(client: Client, document: Document) -> None:
    raw = re.compile(
        r"\b(?:for_user|against_user|date_only|markup_only|ai_training|http_not_found|unknown|(?<!If-)None)\b"
    )
    for address in addresses(document):
        # What a program is to type stands as code and is no word for readers.
        prose = re.sub(r"<code>.*?</code>", " ", page(client, address), flags=re.DOTALL)
        assert not raw.search(words_of(prose)), address


def test_breadcrumbs_are_told_to_machines_too(client: Client, document: Document) -> None:
    html = page(client, document.get_absolute_url())
    data = json.loads(re.search(r'<script type="application/ld\+json">(.+?)</script>', html)[1])
    assert [entry["name"] for entry in data["itemListElement"]] == [
        "Platforms",
        "Booking.com",
        "Terms of Service",
    ]


def test_what_a_document_says_is_escaped_everywhere(client: Client) -> None:
    attack = "<script>alert(1)</script> & <img src=x onerror=y>"
    document = build_document(build_platform("Sly", slug="sly", description=attack))
    first = build_version(
        document, f"# {attack}\n\nWe read {attack} today.\n\n- {attack} item\n\n| {attack} | b |\n"
    )
    second = build_version(
        document, f"# {attack}\n\nWe sell {attack} to all.\n\n- {attack} item\n\n| {attack} | b |\n"
    )
    build_provision(second, f"We sell {attack} to all.", title=attack, says=attack, trail=[attack])
    build_change(first, second, summary=attack, points=[attack])
    for address in [*addresses(document), reverse("search") + "?q=%3Cscript%3Ealert%3C/script%3E"]:
        html = page(client, address)
        assert "<script>alert" not in html, address
        assert "<img src=x" not in html, address


def test_search_forgives_a_typing_error(client: Client, document: Document) -> None:
    assert "booking.com" in page(client, reverse("search") + "?q=boking").split("<main")[1]
    assert reverse("provision", args=["booking.com", document.slug, "arbitration"]) in page(
        client, reverse("search") + "?q=arbitrater"
    )
    assert "/platform/booking.com/" in page(client, reverse("platforms") + "?q=bookng")


@pytest.mark.parametrize("typed", ["arbitraton", "abritration", "arbitratoin", "arbitrtion"])
def test_an_error_in_a_long_word_whose_ending_hides_its_root_is_forgiven(
    client: Client, document: Document, typed: str
) -> None:
    arbitration = reverse("provision", args=["booking.com", document.slug, "arbitration"])
    for name in ("search", "provisions"):
        assert arbitration in page(client, f"{reverse(name)}?q={typed}"), name


def test_a_search_for_nothing_there_says_so(client: Client, document: Document) -> None:
    assert "Nothing was found" in page(client, reverse("search") + "?q=zzzzqqqq")
    assert "No provision fits" in page(client, reverse("provisions") + "?q=zzzzqqqq")


def test_facets_narrow_the_registry_and_wrong_values_are_left_out(client: Client, document: Document) -> None:
    arbitration = Provision.objects.get(slug="arbitration").get_absolute_url()
    assert arbitration in page(
        client, reverse("provisions") + "?type=arbitration&severity=high&platform=booking.com"
    )
    assert arbitration not in page(client, reverse("provisions") + "?type=refunds")
    assert arbitration in page(client, reverse("provisions") + "?type=nonsense&severity=%00&page=999")


def test_the_same_number_stands_on_every_page(client: Client, document: Document) -> None:
    now = timezone.now()
    Change.objects.update(found_at=now - timedelta(days=3))
    year = changes_in_year([document], now)[document.pk]
    assert year == 1
    assert "found 1 change of meaning" in words_of(page(client, document.get_absolute_url()))
    provision = Provision.objects.get(slug="arbitration").get_absolute_url()
    assert "has changed this document 1 time in 12 months" in words_of(page(client, provision))
    assert "1 in 12 months" in words_of(page(client, document.platform.get_absolute_url()))


def test_adoption_counts_platforms_not_provisions(document: Document) -> None:
    build_provision(document.versions.get(number=2), "You keep your content.")
    build_provision(build_version(build_document()), ARBITRATION, type="arbitration", types=["arbitration"])
    assert (adoption_of("ai_training").n, adoption_of("ai_training").m) == (1, 2)
    assert adoption_of("ai_training").percent == 50


def test_health_is_said_in_words(client: Client, document: Document) -> None:
    now = timezone.now()
    assert health_of(document, now).label == "Read as planned"
    assert health_of(document, now + timedelta(days=4)).label == "Overdue"
    stale = build_document(document.platform, "Privacy Policy")
    build_schedule(stale, last_read_at=now, stale_since=now, failure="login_wall")
    html = words_of(page(client, reverse("status")))
    assert "The page asks for a log-in." in html
    assert "Stale" in words_of(page(client, stale.get_absolute_url()))
    assert health_of_platforms([document.platform_id], now)[document.platform_id].label == "1 of 2 read"


def test_the_states_that_are_counted_are_those_that_are_shown(document: Document) -> None:
    now = timezone.now()
    long_ago = now - timedelta(days=9)
    imported = build_version(build_document()).document
    build_schedule(build_document(), last_read_at=long_ago)
    build_schedule(build_document(), last_read_at=long_ago, stale_since=long_ago)
    build_schedule(build_document(), stale_since=now)
    build_schedule(imported)
    build_document()
    rows = Document.objects.select_related("schedule").annotate(versions_kept=Count("versions"))
    shown = Counter(health_of(row, now).state for row in rows)
    assert count_by_state(Document.objects.all(), now) == shown
    for state, number in shown.items():
        listed = rows.filter(in_state(state, now))
        assert [health_of(row, now).state for row in listed] == [state] * number


def test_the_numbers_of_the_facets_are_those_of_the_lists_they_lead_to(
    client: Client, document: Document
) -> None:
    build_provision(document.versions.get(number=2), "You keep your content.", types=["content_license", "ai_training"],
                    type="content_license", severity="low")  # fmt: skip
    html = page(client, reverse("provisions"))
    for facet, label in (("type=ai_training", "AI training"), ("severity=low", "Low")):
        number = int(re.search(rf"{label} \((\d+)\)</option>", html)[1])
        assert re.search(
            rf"\b{number} provisions? found", words_of(page(client, f"{reverse('provisions')}?{facet}"))
        )


def test_every_page_of_a_long_list_comes_once(client: Client, document: Document) -> None:
    version = document.versions.get(number=2)
    for number in range(60):
        build_provision(version, slug=f"one-of-many-{number}", severity_points=number % 3)
    seen = [
        slug
        for number in (1, 2, 3)
        for slug in re.findall(
            r'/(one-of-many-\d+)/"', page(client, f"{reverse('provisions')}?page={number}")
        )
    ]
    assert sorted(seen) == sorted(f"one-of-many-{number}" for number in range(60))


def test_looks_are_counted_with_those_that_failed(document: Document) -> None:
    now = timezone.now()
    build_check(document, at=now)
    build_check(document, "failed", at=now, failure="timeout")
    build_check(document, at=now - timedelta(days=9))
    looks = looks_since(now - timedelta(days=7))
    assert (looks.taken, looks.unread) == (2, 1)


def test_every_clause_type_has_a_page(client: Client) -> None:
    for kind in CLAUSE_TYPES:
        assert escape(kind.meaning) in page(client, reverse("clause_type", args=[kind.slug]))
    page(client, "/provisions/nonsense/", status=404)


@pytest.mark.parametrize(
    "address",
    ["/platform/nobody/", "/platform/booking.com/nothing/", "/platform/booking.com/terms-of-service/nothing/",
     "/platform/booking.com/terms-of-service/versions/99/", "/diff/booking.com/terms-of-service/1/99/",
     "/change/2026-99-99-a-b-1/", "/change/2026-01-01-a-b-999/", "/platforms/x/"],
)  # fmt: skip
def test_what_is_not_there_is_a_helpful_404(client: Client, document: Document, address: str) -> None:
    assert "There is no such page" in page(client, address, status=404)


def test_the_colours_chosen_are_remembered(client: Client) -> None:
    response = client.post(reverse("theme"), {"theme": "dark", "next": "/about/"})
    assert response["Location"] == "/about/"
    assert 'data-theme="dark"' in page(client, "/about/")
    assert (
        client.post(reverse("theme"), {"theme": "light", "next": "https://evil.example/"})["Location"] == "/"
    )


def test_robots_and_sitemaps_lead_to_the_pages(client: Client, document: Document) -> None:
    assert "Sitemap: " in page(client, "/robots.txt")
    assert "sitemap-provisions.xml" in page(client, "/sitemap.xml")
    assert "/arbitration/" in page(client, "/sitemap-provisions.xml")
    assert page(client, "/healthz") == "ok\n"


def test_a_provision_says_since_when_as_far_as_the_archive_knows(client: Client, db: None) -> None:
    own = make_document()
    check_document(own, serve(policy()), NOON)
    check_document(own, serve(policy((*CLAUSES, TRAIN))), NOON + DAY)
    new, old = own.provisions.get(type="ai_training"), own.provisions.filter(introduced_at=NOON).first()
    said = {one: client.get(one.get_absolute_url()).content.decode() for one in (new, old)}
    assert "We first found it in version 2; the version before did not have it." in said[new]
    assert "It may have been there before we first read the document." in said[old]


def test_what_scrolls_in_its_own_box_is_reached_by_keyboard_and_has_a_name() -> None:
    boxes = [
        (path.name, box)
        for path in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for box in re.findall(r'<div class="scroll"[^>]*>', path.read_text())
    ]
    assert len(boxes) > 20
    for name, box in boxes:
        assert 'tabindex="0"' in box, name
        assert 'role="region" aria-label="' in box, name
