"""Which watch a change matches: every kind, how grave, which way; and one alert that names all that do."""

from datetime import timedelta
from typing import Any

import pytest

from billing.entitlements import end_granted_plan, grant_plan
from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.alerts import enqueue_alerts
from monitoring.models import Alert, ChannelDelivery, Watch
from monitoring.watches.interests import Interest
from monitoring.watches.watching import Wishes, start_watch, watches_in_order
from platforms.models import Document
from provisions.models import Change, ClauseChange, Provision
from tests.builders import build_change, build_document, build_platform, build_provision, build_version
from tests.monitoring.telling import DAY, NOON, owed

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(organization: Organization) -> Document:
    """A document of Nimbus, in the sector Social, that an organization on the Professional plan can watch."""
    grant_plan(organization, "professional")
    return build_document(build_platform("Nimbus"))


@pytest.fixture
def provision(document: Document) -> Provision:
    """On AI training, which engages the GDPR; it stands in the first version."""
    return build_provision(build_version(document), regulations=["gdpr"])


@pytest.fixture
def change(document: Document, provision: Provision) -> Change:
    """One clause on AI training was reworded against the user, of high severity, and one on fees for the user, of low."""
    found = build_change(document.versions.get(), build_version(document))
    found.clause_changes.all().delete()
    reworded = [
        ["same", "We may "], ["delete", "store"], ["insert", "train machines on"], ["same", " your holiday pictures."],
    ]  # fmt: skip
    build_clause(found, provision=provision, edits=reworded)
    fees = {"types": ["payment_fees"], "severity": "low", "direction": "for_user", "order": 1}
    build_clause(found, edits=[["insert", "Postage is free."]], **fees)
    return found


def build_clause(change: Change, **fields: object) -> ClauseChange:
    defaults = {
        "order": 0,
        "kind": "reworded",
        "types": ["ai_training", "content_license"],
        "severity": "high",
        "severity_points": 7,
        "direction": "against_user",
    }
    return ClauseChange.objects.create(change=change, **{**defaults, **fields})


def begin(organization: Organization, interest: Interest, **wishes: object) -> Watch:
    return start_watch(organization, interest, by=None, now=NOON - DAY, wishes=Wishes(**wishes))  # type: ignore[arg-type]


def matched(organization: Organization, change: Change) -> list[str] | None:
    """The titles of the watches that the alert names; None where there is no alert."""
    enqueue_alerts(change, NOON)
    with tenant_scope(organization):
        alert = Alert.objects.for_org(organization).filter(change=change).first()
        return None if alert is None else [row.title for row in alert.matches.order_by("pk")]


def interest_in(kind: str, document: Document, provision: Provision) -> Interest:
    other = build_platform()
    return {
        "platform": lambda: Interest.in_platform(document.platform),
        "another platform": lambda: Interest.in_platform(other),
        "document": lambda: Interest.in_document(document),
        "another document": lambda: Interest.in_document(build_document(document.platform, "Privacy Policy")),
        "provision": lambda: Interest.in_provision(provision),
        "another provision": lambda: Interest.in_provision(build_provision(provision.version)),
        "type": lambda: Interest.in_clause_type("ai_training", []),
        "second type": lambda: Interest.in_clause_type("content_license", []),
        "another type": lambda: Interest.in_clause_type("arbitration", []),
        "type here": lambda: Interest.in_clause_type("ai_training", [other, document.platform]),
        "type elsewhere": lambda: Interest.in_clause_type("ai_training", [other]),
        "sector": lambda: Interest.in_sector("Social"),
        "another sector": lambda: Interest.in_sector("Banking"),
    }[kind]()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("platform", True),
        ("another platform", False),
        ("document", True),
        ("another document", False),
        ("provision", True),
        ("another provision", False),
        ("type", True),
        ("second type", True),
        ("another type", False),
        ("type here", True),
        ("type elsewhere", False),
        ("sector", True),
        ("another sector", False),
    ],
)
def test_a_watch_of_each_kind_is_told_of_what_touches_it(
    organization: Organization,
    document: Document,
    provision: Provision,
    change: Change,
    kind: str,
    told: bool,
) -> None:
    watch = begin(organization, interest_in(kind, document, provision))
    assert matched(organization, change) == ([watch.title] if told else None)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"q": "holiday"}, True),
        ({"q": "holidays trained"}, True),
        ({"q": "store"}, True),
        ({"q": "holiday postage"}, False),
        ({"q": "ai training"}, True),
        ({"q": "x", "type": "ai_training"}, False),
        ({"type": "ai_training"}, True),
        ({"type": "arbitration"}, False),
        ({"severity": "high"}, True),
        ({"severity": "critical"}, False),
        ({"direction": "for_user"}, True),
        ({"direction": "for_user", "type": "ai_training"}, False),
        ({"platform": "nimbus"}, True),
        ({"platform": "cumulus", "type": "ai_training"}, False),
        ({"sector": "Social", "q": "pictures"}, True),
        ({"sector": "Banking", "q": "pictures"}, False),
        ({"regulation": "gdpr"}, True),
        ({"regulation": "ccpa"}, False),
        ({"regulation": "gdpr", "type": "payment_fees"}, False),
        ({"type": "ai_training", "since": "7", "sort": "newest"}, True),
    ],
)
def test_a_saved_search_is_told_of_clauses_that_it_would_find(
    organization: Organization, change: Change, asked: dict[str, str], told: bool
) -> None:
    begin(organization, Interest.in_search(asked))
    assert (matched(organization, change) is not None) == told


def test_a_saved_search_of_a_platform_goes_on_where_the_platform_has_another_slug(
    organization: Organization, change: Change
) -> None:
    watch = begin(organization, Interest.in_search({"platform": "nimbus"}))
    platform = change.document.platform
    platform.slug = "cumulus"
    platform.save()
    assert matched(organization, change) == [watch.title]


@pytest.mark.parametrize("kind", ["platform", "document", "sector", "provision", "type"])
@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"minimum_severity": "high"}, True),
        ({"minimum_severity": "critical"}, False),
        ({"directions": ("against_user",)}, True),
        ({"directions": ("neutral",)}, False),
        ({"directions": ("neutral", "against_user"), "minimum_severity": "medium"}, True),
    ],
)
def test_how_grave_and_which_way_is_asked_of_the_clauses(
    organization: Organization,
    document: Document,
    provision: Provision,
    change: Change,
    kind: str,
    wishes: dict[str, Any],
    told: bool,
) -> None:
    begin(organization, interest_in(kind, document, provision), **wishes)
    assert (matched(organization, change) is not None) == told


def test_severity_and_direction_must_be_those_of_one_clause(
    organization: Organization, document: Document, change: Change
) -> None:
    begin(
        organization,
        Interest.in_platform(document.platform),
        minimum_severity="high",
        directions=("for_user",),
    )
    assert matched(organization, change) is None


def test_a_clause_that_only_moved_touches_no_watch_of_it(
    organization: Organization, provision: Provision, change: Change
) -> None:
    change.clause_changes.update(kind="moved")
    begin(organization, Interest.in_provision(provision))
    begin(organization, Interest.in_clause_type("ai_training", []))
    assert matched(organization, change) is None


def test_five_watches_that_match_are_one_alert_that_names_them(
    organization: Organization, owner: User, document: Document, provision: Provision, change: Change
) -> None:
    kinds = ["platform", "document", "provision", "type", "sector"]
    titles = [begin(organization, interest_in(kind, document, provision)).title for kind in kinds]
    begin(organization, interest_in("another type", document, provision))
    named = matched(organization, change)
    assert named is not None
    assert sorted(named) == sorted(titles)
    assert matched(organization, change) == named
    assert [one.user for one in owed()] == [owner]


def means(organization: Organization) -> list[str]:
    with tenant_scope(organization):
        return list(Alert.objects.for_org(organization).values_list("means", flat=True))


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({}, ["same_day"]),
        ({"tells": "digest"}, ["digest"]),
        ({"tells": "nothing"}, []),
        ({"snoozed_until": NOON + DAY}, ["digest"]),
        ({"snoozed_until": NOON}, ["same_day"]),
        ({"snoozed_until": NOON + DAY, "tells": "nothing"}, []),
    ],
)
def test_a_watch_may_be_for_the_digest_only_snooze_or_be_silent(
    organization: Organization, document: Document, change: Change, wishes: dict[str, Any], told: list[str]
) -> None:
    begin(organization, Interest.in_platform(document.platform), **wishes)
    enqueue_alerts(change, NOON)
    assert means(organization) == told
    assert bool(owed()) == ("same_day" in told)


def test_one_watch_for_the_same_day_is_enough(
    organization: Organization, document: Document, change: Change
) -> None:
    begin(organization, Interest.in_platform(document.platform), tells="digest")
    begin(organization, Interest.in_document(document))
    enqueue_alerts(change, NOON)
    assert means(organization) == ["same_day"]


def channel_names(organization: Organization) -> list[str]:
    with tenant_scope(organization):
        rows = ChannelDelivery.objects.for_org(organization).order_by("channel__name")
        return list(rows.values_list("channel__name", flat=True))


def test_a_watch_chooses_its_channels_and_whether_mail_is_one(
    organization: Organization, owner: User, document: Document, change: Change, settings: Any
) -> None:
    from monitoring.channels.keeping import add_channel

    settings.ALLOW_PRIVATE_ADDRESSES = True
    one, two, _ = (
        add_channel(organization, "webhook", name, "https://127.0.0.1/hook", by=owner, now=NOON - DAY)
        for name in ("One", "Two", "Three")
    )
    begin(organization, Interest.in_platform(document.platform), by_mail=False, channels=(two.pk,))
    begin(organization, Interest.in_document(document), by_mail=False, channels=(one.pk,))
    begin(organization, Interest.in_sector("Social"), tells="digest")
    enqueue_alerts(change, NOON)
    assert channel_names(organization) == ["One", "Two"]
    assert owed() == []


def test_a_watch_without_a_choice_goes_to_all_channels(
    organization: Organization, owner: User, document: Document, change: Change, settings: Any
) -> None:
    from monitoring.channels.keeping import add_channel

    settings.ALLOW_PRIVATE_ADDRESSES = True
    begin(organization, Interest.in_platform(document.platform))
    for name in ("One", "Two"):
        add_channel(organization, "webhook", name, "https://127.0.0.1/hook", by=owner, now=NOON)
    enqueue_alerts(change, NOON)
    assert channel_names(organization) == ["One", "Two"]
    assert len(owed()) == 1


@pytest.mark.parametrize("kind", ["document", "provision", "type", "sector"])
def test_what_takes_a_right_sleeps_without_it_and_both_questions_agree(
    organization: Organization, document: Document, provision: Provision, change: Change, kind: str
) -> None:
    begin(organization, interest_in(kind, document, provision))
    begin(organization, interest_in("platform", document, provision))
    end_granted_plan(organization)
    organization = Organization.objects.get(pk=organization.pk)
    named = matched(organization, change)
    with tenant_scope(organization):
        awake = [watch.title for watch, awake in watches_in_order(organization, NOON) if awake]
    assert named == awake == ["Nimbus"]


def test_a_lapsed_right_wakes_again_with_the_plan(
    organization: Organization, document: Document, change: Change
) -> None:
    begin(organization, Interest.in_sector("Social"))
    grant_plan(organization, "professional", until=NOON - timedelta(hours=1))
    assert matched(organization, change) is None
    grant_plan(organization, "professional")
    assert matched(organization, change) == ["The sector Social"]


def test_other_kinds_take_no_room_of_platforms(
    organization: Organization, document: Document, provision: Provision, change: Change
) -> None:
    for kind in ("sector", "document", "type", "platform"):
        begin(organization, interest_in(kind, document, provision))
    grant_plan(organization, "watcher")
    assert matched(Organization.objects.get(pk=organization.pk), change) == ["Nimbus"]


def test_a_strangers_watch_is_named_to_the_stranger_only(
    organization: Organization, strangers_organization: Organization, document: Document, change: Change
) -> None:
    grant_plan(strangers_organization, "professional")
    begin(organization, Interest.in_platform(document.platform))
    begin(strangers_organization, Interest.in_sector("Social"))
    assert matched(organization, change) == ["Nimbus"]
    assert matched(strangers_organization, change) == ["The sector Social"]
