"""Pages of watches: every kind is started, changed, paused, stopped and taken back there, by those who may."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from billing.entitlements import end_granted_plan, grant_plan
from billing.models import Membership, Organization, Role, User
from billing.personal_data import personal_data
from billing.tenancy import tenant_scope
from monitoring.models import PlatformRead, Watch
from monitoring.watches import readings
from tests.builders import build_document, build_platform, build_provision, build_version
from tests.people import client_of

pytestmark = pytest.mark.django_db
FORM = {"tells": "same_day", "by_mail": "on"}


@pytest.fixture
def subjects() -> dict[str, dict[str, str]]:
    """What the address of the form says for each kind."""
    document = build_document(build_platform("Nimbus"))
    provision = build_provision(build_version(document))
    return {
        "platform": {"platform": "nimbus"},
        "document": {"document": "nimbus/terms-of-service"},
        "provision": {"provision": f"nimbus/terms-of-service/{provision.slug}"},
        "clause_type": {"type": "ai_training", "on": "nimbus"},
        "sector": {"sector": "Social"},
        "search": {"q": "train models", "direction": "against_user"},
    }


def kept(organization: Organization) -> list[Watch]:
    with tenant_scope(organization):
        return list(Watch.objects.for_org(organization).order_by("pk"))


def start(client: Client, kind: str, subject: dict[str, str], **more: Any) -> Any:
    return client.post(reverse("watch_new"), {"kind": kind, **subject, **FORM, **more}, follow=True)


@pytest.mark.parametrize("kind", Watch.Kind.values)
def test_each_kind_is_started_from_its_form(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]], kind: str
) -> None:
    grant_plan(organization, "professional")
    client = client_of(owner)
    page = client.get(reverse("watch_new"), {"kind": kind, **subjects[kind]}).content.decode()
    assert "Watch it" in page
    page = start(client, kind, subjects[kind]).content.decode()
    watch = kept(organization)[0]
    assert watch.kind == kind
    assert f"You are watching {watch.title}." in page.replace("&quot;", '"')
    start(client, kind, subjects[kind])
    assert len(kept(organization)) == 1


def test_what_is_typed_wrong_stays_on_the_form_with_the_reason(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    grant_plan(organization, "professional")
    answer = start(client_of(owner), "clause_type", subjects["clause_type"], snoozed_until="31.12.2026")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "type a day like 2026-12-24" in page
    assert '<option value="nimbus" selected>' in page
    assert kept(organization) == []


def test_who_watches_it_already_is_led_to_how_it_tells(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    grant_plan(organization, "professional")
    client = client_of(owner)
    start(client, "sector", subjects["sector"])
    answer = start(client, "sector", subjects["sector"], minimum_severity="high")
    assert answer.redirect_chain[-1][0] == reverse("watch", args=[kept(organization)[0].pk])
    assert "already, and it tells as before" in answer.content.decode()
    assert kept(organization)[0].minimum_severity == "low"


def test_a_saved_search_keeps_every_facet_and_leads_back_to_the_list_by_an_address_to_share(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    grant_plan(organization, "professional")
    client = client_of(owner)
    asked = "q=train+models&regulation=gdpr&sector=Social&since=30&sort=newest"
    registry = f"{reverse('provisions')}?{asked}"
    page = client.get(registry).content.decode()
    saving = f"{reverse('watch_new')}?{asked}&kind=search"
    assert saving.replace("&", "&amp;") in page
    assert "Save this search" in page
    page = client.get(saving).content.decode()
    assert "last 30 days, newest wording first" in page
    assert "you are told of every change that fits the rest" in page
    start(client, "search", dict(parse_qsl(asked)))
    watch = kept(organization)[0]
    assert watch.search_address == registry
    for address in (reverse("watches"), reverse("watch", args=[watch.pk])):
        assert registry.replace("&", "&amp;") in client.get(address).content.decode()


def test_time_and_order_alone_are_no_search_to_save(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    grant_plan(organization, "professional")
    page = start(client_of(owner), "search", {"since": "7", "sort": "newest"}).content.decode()
    assert "choose a filter beside time and order" in page
    assert not kept(organization)


@pytest.mark.parametrize("kind", [kind for kind in Watch.Kind.values if kind != "platform"])
def test_what_the_plan_has_not_is_shown_as_locked_and_refused(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]], kind: str
) -> None:
    client = client_of(owner)
    page = client.get(reverse("watch_new"), {"kind": kind, **subjects[kind]}).content.decode()
    assert "This comes with the Professional plan" in page
    assert "Watch it" not in page
    assert start(client, kind, subjects[kind]).status_code == 402
    assert kept(organization) == []


def test_the_choice_of_kinds_says_which_are_locked(organization: Organization, owner: User) -> None:
    client = client_of(owner)
    assert client.get(reverse("watch_new")).content.decode().count("It comes with the Professional plan") == 5
    grant_plan(organization, "professional")
    assert "It comes with" not in client.get(reverse("watch_new")).content.decode()


def test_choosing_among_changes_takes_its_right_and_what_stands_may_stay(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    client = client_of(owner)
    grant_plan(organization, "watcher")
    asked = {"minimum_severity": "high"}
    assert start(client, "platform", subjects["platform"], **asked).status_code == 402
    grant_plan(organization, "professional")
    start(client, "platform", subjects["platform"], **asked, directions=["against_user"])
    end_granted_plan(organization)
    watch = kept(organization)[0]
    assert (watch.minimum_severity, watch.directions) == ("high", ["against_user"])
    address = reverse("watch", args=[watch.pk])
    stays = {**FORM, "minimum_severity": "high", "directions": ["against_user"], "tells": "digest"}
    assert client.post(address, stays).status_code == 302
    assert kept(organization)[0].tells == "digest"
    assert client.post(address, {**stays, "minimum_severity": "critical"}).status_code == 402
    assert client.post(address, {**FORM, "minimum_severity": "low"}).status_code == 302


def test_a_watch_is_paused_resumed_snoozed_and_put_into_the_digest(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    client = client_of(owner)
    start(client, "platform", subjects["platform"])
    address = reverse("watch_tell", args=[kept(organization)[0].pk])
    for wished, told in (("nothing", "paused"), ("same_day", "Pause"), ("digest", "only in the digest")):
        page = client.post(address, {"tells": wished}, follow=True).content.decode()
        assert kept(organization)[0].tells == wished
        assert told in page
    client.post(address, {"tells": "same_day"})
    client.post(address, {"tells": "snooze"})
    assert kept(organization)[0].snoozes(timezone.now() + timedelta(days=6))
    client.post(address, {"tells": "same_day"})
    assert kept(organization)[0].snoozed_until is None


def test_snoozing_until_a_day_lasts_until_it_begins_there(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    Organization.objects.filter(pk=organization.pk).update(time_zone="Pacific/Kiritimati")
    client = client_of(owner)
    day = (timezone.now() + timedelta(days=10)).date()
    start(client, "platform", subjects["platform"], snoozed_until=day.isoformat())
    until = kept(organization)[0].snoozed_until
    assert until is not None
    assert (until + timedelta(hours=14)).date() == day
    assert until.hour == 10
    refused = client.post(
        reverse("watch", args=[kept(organization)[0].pk]), {**FORM, "snoozed_until": "soon"}
    )
    assert refused.status_code == 400
    assert "type a day like" in refused.content.decode()


def test_what_was_stopped_comes_back_as_it_was(
    organization: Organization, owner: User, stranger: User, subjects: dict[str, dict[str, str]]
) -> None:
    grant_plan(organization, "professional")
    client = client_of(owner)
    start(client, "sector", subjects["sector"])
    start(client, "clause_type", subjects["clause_type"], minimum_severity="high", tells="digest", by_mail="")
    before = kept(organization)[1]
    response = client.post(reverse("watch_stop", args=[before.pk]))
    line = response.wsgi_request.GET.get("stopped") or response["Location"].partition("stopped=")[2]
    assert len(kept(organization)) == 1
    assert "Undo" in client.get(response["Location"]).content.decode()
    from urllib.parse import unquote

    elsewhere = client_of(stranger).post(reverse("watch_undo"), {"stopped": unquote(line)}, follow=True)
    assert "another organization" in elsewhere.content.decode()
    client.post(reverse("watch_undo"), {"stopped": unquote(line)})
    after = kept(organization)[-1]
    for name in ("kind", "title", "clause_type", "platforms", "minimum_severity", "tells", "place"):
        assert getattr(after, name) == getattr(before, name), name
    assert "too late" in client.post(reverse("watch_undo"), {"stopped": "x"}, follow=True).content.decode()


def test_a_visitor_signs_up_first_and_comes_back_to_the_wish(client: Client) -> None:
    build_platform("Nimbus")
    address = f"{reverse('watch_new')}?kind=sector&sector=Social"
    assert client.get(address)["Location"].startswith(
        f"{reverse('account_signup')}?next=%2Fapp%2Fwatches%2Fnew"
    )


def test_three_people_owner_member_and_stranger(
    organization: Organization,
    owner: User,
    member: User,
    stranger: User,
    subjects: dict[str, dict[str, str]],
) -> None:
    start(client_of(member), "platform", subjects["platform"])
    watch = kept(organization)[0]
    assert "Nimbus" in client_of(owner).get(reverse("watches")).content.decode()
    theirs = client_of(stranger)
    assert "Nimbus" not in theirs.get(reverse("watches")).content.decode()
    for name in ("watch", "watch_tell", "watch_stop", "put_watch_first"):
        assert theirs.post(reverse(name, args=[watch.pk]), {"tells": "nothing"}).status_code == 404
    clerk = User.objects.create_user("clerk@example.org")
    Membership.objects.create(organization=organization, user=clerk, role=Role.BILLING)
    assert client_of(clerk).get(reverse("watches")).status_code == 403


def test_only_channels_of_ones_own_can_be_chosen(
    organization: Organization, owner: User, subjects: dict[str, dict[str, str]]
) -> None:
    refused = start(
        client_of(owner), "platform", subjects["platform"], every_channel="no", channels=["424242"]
    )
    assert "Channels: choose among those of your organization." in refused.content.decode()
    assert kept(organization) == []


@pytest.mark.parametrize("kind", ["platform", "document", "provision", "clause_type", "sector", "search"])
def test_an_address_that_names_nothing_we_have_is_not_found_or_asks(
    organization: Organization, owner: User, kind: str
) -> None:
    grant_plan(organization, "professional")
    nothing = {"platform": "x", "document": "x/y", "provision": "x/y/z", "type": "x", "sector": "x"}
    answer = client_of(owner).get(reverse("watch_new"), {"kind": kind, **nothing})
    assert answer.status_code == (200 if kind == "search" else 404)
    assert client_of(owner).get(reverse("watch_new"), {"kind": kind}).status_code == 200


def readings_of(organization: Organization) -> list[PlatformRead]:
    with tenant_scope(organization):
        return list(PlatformRead.objects.for_org(organization))


def test_what_is_read_is_suggested_until_it_is_watched(
    organization: Organization, owner: User, stranger: User, subjects: dict[str, dict[str, str]]
) -> None:
    client = client_of(owner)
    for _ in range(3):
        client.get(reverse("platform", args=["nimbus"]))
    assert [(row.platform.slug, row.days) for row in readings_of(organization)] == [("nimbus", 1)]
    assert "What you read about" in client.get(reverse("dashboard")).content.decode()
    assert "What you read about" not in client_of(stranger).get(reverse("dashboard")).content.decode()
    assert any("PlatformRead" in label for label in personal_data(owner))
    start(client, "platform", subjects["platform"])
    assert "What you read about" not in client.get(reverse("dashboard")).content.decode()


def test_only_the_last_readings_are_kept_and_a_visitors_are_not(
    organization: Organization, owner: User, client: Client
) -> None:
    platforms = [build_platform() for _ in range(readings.KEPT + 1)]
    client.get(platforms[0].get_absolute_url())
    assert readings_of(organization) == []
    yesterday = timezone.now() - timedelta(days=1)
    with tenant_scope(organization):
        for platform in platforms[:-1]:
            readings.record_reading(organization, owner, platform, yesterday)
    client_of(owner).get(platforms[-1].get_absolute_url())
    kept = {row.platform for row in readings_of(organization)}
    assert len(kept) == readings.KEPT
    assert platforms[-1] in kept


def test_a_second_day_is_counted_on_the_same_row(organization: Organization, owner: User) -> None:
    platform, now = build_platform(), timezone.now()
    with tenant_scope(organization):
        for days in (2, 1, 1, 0):
            readings.record_reading(organization, owner, platform, now - timedelta(days=days))
        cache.clear()
        readings.record_reading(organization, owner, platform, now)
    assert [(row.days, row.last_on) for row in readings_of(organization)] == [(3, now.date())]
