"""Documents, versions, differences, changes and provisions, as a reader sees them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from billing.entitlements import grant_plan
from billing.models import Organization, User
from platforms.models import Document
from provisions.models import Change, Provision
from provisions.peers import peers_of
from tests.builders import (
    ARBITRATION,
    DAY_ONE,
    TERMS,
    build_change,
    build_document,
    build_event,
    build_platform,
    build_provision,
    build_version,
)
from tests.conductatlas.sight import page, words_of
from tests.people import *

pytestmark = pytest.mark.django_db


def test_the_words_of_a_diff_are_marked_word_by_word(client: Client, document: Document) -> None:
    second = document.versions.get(number=2)
    third = build_version(document, second.text.replace("one arbitrator", "three arbitrators"))
    change = build_change(second, third)
    for address in (
        reverse("diff", args=[document.platform.slug, document.slug, 2, 3]),
        change.get_absolute_url(),
    ):
        html = page(client, address)
        assert "<del>one arbitrator</del><ins>three arbitrators</ins>" in html


def test_a_diff_shows_changed_passages_first_and_all_of_it_on_demand(
    client: Client, document: Document
) -> None:
    filler = "".join(f"\n\nParagraph number {n} stays as it was written." for n in range(9))
    before = build_version(document, TERMS.rstrip() + filler + "\n")
    after = build_version(
        document, TERMS.replace("one arbitrator", "two arbitrators").rstrip() + filler + "\n"
    )
    address = reverse("diff", args=[document.platform.slug, document.slug, before.number, after.number])
    assert "Paragraph number 8" not in page(client, address)
    assert "unchanged passages" in page(client, address)
    assert "Paragraph number 8" in page(client, address + "?show=all")


def test_a_diff_says_of_a_clause_that_it_stands_elsewhere_too(client: Client, document: Document) -> None:
    before = build_version(document, TERMS)
    after = build_version(document, f"{TERMS.rstrip()}\n\n{TERMS}")
    address = reverse("diff", args=[document.platform.slug, document.slug, before.number, after.number])
    assert "stands elsewhere too" in page(client, address)


def test_a_diff_the_wrong_way_round_is_turned(client: Client, document: Document) -> None:
    response = client.get(reverse("diff", args=[document.platform.slug, document.slug, 2, 1]))
    assert response["Location"] == reverse("diff", args=[document.platform.slug, document.slug, 1, 2])
    page(client, reverse("diff", args=[document.platform.slug, document.slug, 1, 1]), status=404)


def test_the_versions_page_sends_two_chosen_versions_to_their_diff(
    client: Client, document: Document
) -> None:
    response = client.get(reverse("versions", args=[document.platform.slug, document.slug]) + "?a=1&b=2")
    assert response["Location"] == reverse("diff", args=[document.platform.slug, document.slug, 1, 2])


def test_a_version_has_an_address_for_each_passage_and_its_provisions_beside_it(
    client: Client, document: Document
) -> None:
    version = document.versions.get(number=2)
    provision = Provision.objects.get(slug="ai-training-what-you-post")
    html = page(client, version.get_absolute_url())
    assert f'id="c{provision.start}"' in html
    assert provision.get_absolute_url() in html
    assert version.sha256 in html
    assert "HTTP 200" in html
    assert f"{version.get_absolute_url()}#c{provision.start}" in page(client, provision.get_absolute_url())


def test_an_older_version_shows_the_provisions_that_stood_in_it(client: Client, document: Document) -> None:
    provision = Provision.objects.get(slug="arbitration")
    build_version(document, TERMS.replace("Basic", "Simple"))
    third = document.versions.get(number=3)
    Provision.objects.update(version=third)
    assert provision.get_absolute_url() in page(
        client, reverse("version", args=["booking.com", document.slug, 2])
    )


def test_a_provision_page_keeps_the_order_of_its_parts(client: Client, document: Document) -> None:
    html = page(client, Provision.objects.get(slug="ai-training-what-you-post").get_absolute_url())
    parts = ["why", "you", "quote", "peers", "history", "watch", "questions", "cite", "evidence"]
    places = [html.index(f'id="{part}"') for part in parts]
    assert places == sorted(places)
    assert "not affiliated with, endorsed by, or sponsored by Booking.com" in html
    assert "No close match" in html
    assert "not a legal determination" in html


def test_peers_are_of_other_platforms_of_the_same_type_and_scored(client: Client, document: Document) -> None:
    other = build_version(build_document(build_platform("Elsewhere")))
    alike = build_provision(other)
    build_provision(other, "You keep your content.", type="content_license", types=["content_license"])
    found = peers_of(Provision.objects.get(slug="ai-training-what-you-post"))
    assert [(peer.provision, peer.in_words) for peer in found] == [(alike, "Nearly the same words")]
    html = page(client, Provision.objects.get(slug="ai-training-what-you-post").get_absolute_url())
    assert "Nearly the same words (1.00)" in html


def test_passages_alike_in_words_alone_are_no_peers() -> None:
    here = "All of our readers have rights in this house, not just those who live in select towns."
    served = "We hand your notes to our service providers, who print them for the house."
    there = "We guard the rights and the property of our guests, and of readers who live near."
    carried = "We hand your letters to our service providers, who carry them to other towns."
    ours, theirs = (
        [build_provision(version, quote, type="data_sharing", types=["data_sharing"]) for quote in quotes]
        for version, quotes in (
            (build_version(build_document(build_platform(name)), "\n\n".join(quotes)), quotes)
            for name, quotes in (("Here", (here, served)), ("There", (there, carried)))
        )
    )
    assert peers_of(ours[0]) == []
    assert [peer.provision for peer in peers_of(ours[1])] == [theirs[1]]


@pytest.mark.parametrize(
    "apart",
    [
        {"attributes": [{"kind": "recipient", "value": "the public", "start": 0, "end": 1}]},
        {"stance": "prohibits"},
    ],
    ids=["another recipient", "another stance and only some of the topics"],
)
def test_a_shared_topic_is_not_enough_for_passages_somewhat_alike(apart: dict[str, object]) -> None:
    quotes = {
        "Here": "We hand your notes to our service providers, who print them for the house.",
        "There": "We hand letters of guests to service providers and affiliates, who carry them to other towns by boat.",
    }
    told = [{"kind": "recipient", "value": "service providers", "start": 0, "end": 1}]
    ours, theirs = (
        build_provision(
            build_version(build_document(build_platform(name)), quote),
            quote,
            type="data_sharing",
            types=["data_sharing"],
            attributes=told,
        )
        for name, quote in quotes.items()
    )
    assert [peer.provision for peer in peers_of(ours)] == [theirs]
    Provision.objects.filter(pk=theirs.pk).update(**apart)
    assert peers_of(ours) == []


def test_the_history_of_a_provision_shows_each_rewording(client: Client, document: Document) -> None:
    provision = Provision.objects.get(slug="arbitration")
    third = build_version(document, TERMS.replace("one arbitrator", "three arbitrators"))
    build_event(provision, "reworded", third, ARBITRATION.replace("one arbitrator", "three arbitrators"))
    assert "<ins>three arbitrators</ins>" in page(client, provision.get_absolute_url())


def test_a_removed_provision_keeps_its_page_and_leaves_the_lists(client: Client, document: Document) -> None:
    provision = Provision.objects.get(slug="arbitration")
    Provision.objects.filter(pk=provision.pk).update(removed_at=timezone.now())
    assert "Removed" in page(client, provision.get_absolute_url())
    assert provision.get_absolute_url() not in page(client, reverse("provisions"))
    assert provision.get_absolute_url() not in page(client, document.get_absolute_url())


def test_a_change_is_found_by_its_number_and_led_to_its_one_address(
    client: Client, document: Document
) -> None:
    change = Change.objects.get()
    wrong = change.get_absolute_url().replace("booking.com", "elsewhere")
    response = client.get(wrong)
    assert (response.status_code, response["Location"]) == (301, change.get_absolute_url())


def test_a_change_says_whether_the_stated_date_moved(client: Client, document: Document) -> None:
    assert "but the date of the last update that it states did not" in page(
        client, Change.objects.get().get_absolute_url()
    )


def test_a_change_says_what_one_can_do_and_by_when(client: Client, document: Document) -> None:
    second = document.versions.get(number=2)
    third = build_version(document, TERMS.replace("5 EUR", "6 EUR"))
    loud = build_change(second, third, points=["Fee raised", "You can opt out of arbitration within 30 days"])
    before, _, after = words_of(page(client, loud.get_absolute_url())).partition(
        "What you can do, and by when"
    )
    assert "Fee raised" in before
    assert "You can opt out of arbitration within 30 days" in after
    assert "does not say when the change takes effect" in after
    quiet = build_change(
        third, build_version(document, TERMS.replace("1 March 2026", "2 March 2026")), alarmed=False
    )
    assert "What you can do" not in page(client, quiet.get_absolute_url())


def test_only_loud_changes_are_listed_unless_the_others_are_asked_for(
    client: Client, document: Document
) -> None:
    second = document.versions.get(number=2)
    third = build_version(document, TERMS.replace("1 March 2026", "2 March 2026"))
    quiet = build_change(second, third)
    assert not quiet.alarmed
    assert quiet.get_absolute_url() not in page(client, reverse("changes"))
    assert quiet.get_absolute_url() in page(client, reverse("changes") + "?cosmetic=1")


def test_the_timeline_beyond_ninety_days_is_locked_with_the_true_number(
    client: Client, document: Document
) -> None:
    build_version(document, TERMS.replace("5 EUR", "6 EUR"), at=timezone.now() - timedelta(days=2))
    html = words_of(page(client, reverse("timeline", args=["booking.com"])))
    assert "2 earlier versions with 1 change of meaning, from 1 March 2026 on" in html


def test_the_timeline_draws_what_became_of_provisions_and_zooms_by_year(
    client: Client, document: Document, owner: User, organization: Organization
) -> None:
    grant_plan(organization, "professional")
    client.force_login(owner)
    second = document.versions.get(number=2)
    third = build_version(document, TERMS.replace("5 EUR", "6 EUR"), at=DAY_ONE.replace(year=2025))
    change = build_change(second, third)
    removed = Provision.objects.get(slug="arbitration")
    build_event(removed, "removed", third)
    address = reverse("timeline", args=["booking.com"])
    told = "high severity, against the user; provisions: 1 removed"
    html = page(client, address)
    assert told in html
    assert f'<a href="{change.get_absolute_url()}"' in html
    assert 'class="bar-removed"' in html.split("<figcaption", maxsplit=1)[0]
    assert "2 introduced" in html
    assert told not in page(client, address + f"?year={second.taken_at.year}")
    assert told in page(client, address + "?year=2025")
    assert told in page(client, address + "?year=1066")


def test_the_timeline_of_a_visitor_has_no_years_to_zoom_to(client: Client, document: Document) -> None:
    html = page(client, reverse("timeline", args=["booking.com"]) + f"?year={DAY_ONE.year}")
    assert 'aria-label="Years"' not in html
    assert "2 introduced" not in html
    assert "with 1 change of meaning" in words_of(html)


def test_versions_of_a_document_is_never_taken_for_a_provision(client: Client, document: Document) -> None:
    assert "Choose two to compare" in page(client, "/platform/booking.com/terms-of-service/versions/")


def test_a_sector_that_nothing_is_in_is_seen_among_the_filters(client: Client, document: Document) -> None:
    html = page(client, reverse("provisions") + "?sector=Space+%26+rockets")
    assert '<option value="Space &amp; rockets" selected>' in html
    assert "No provision fits" in html
