"""The whole path of a page, from what the network gave to what is recorded, with time as an argument."""

import dataclasses
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from billing.models import Organization, Subscription, User
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.errors import Failure, FetchError
from monitoring.fetching.pages import Page, PageRequest
from monitoring.models import Alert, Check, Delivery, Schedule
from monitoring.pipeline import Look, check_document, record_look, request_for
from monitoring.schedule import start_schedule
from monitoring.watches.watching import start_watching
from platforms.models import Document, Snapshot, Version
from provisions.models import Change, ClauseChange, Provision, ProvisionEvent
from tests.policy_pages import (
    ARBITRATE,
    CHANGES,
    CLAUSES,
    DAY,
    NOON,
    RETAIN,
    SHARE,
    TRAIN,
    TRANSFERS,
    make_document,
    not_modified,
    page,
    policy,
    serve,
)

pytestmark = pytest.mark.django_db
WITH_TRAINING = (*CLAUSES, TRAIN)


def look(document: Document, answer: Page | bytes | FetchError | Failure, day: float = 0) -> Check:
    return check_document(document, serve(answer), NOON + DAY * day)


def alerts() -> int:
    with across_orgs_scope():
        return Alert.objects.across_orgs().count()


def deliveries() -> int:
    with across_orgs_scope():
        return Delivery.objects.across_orgs().count()


@pytest.fixture
def document(db: None) -> Document:
    return make_document()


@pytest.fixture
def watched(document: Document, organization: Organization, owner: User) -> Document:
    with tenant_scope(organization):
        start_watching(organization, document.platform, by=owner, now=NOON)
    return document


def test_the_first_look_makes_a_version_and_its_provisions_but_no_change(watched: Document) -> None:
    check = look(watched, policy())
    version = watched.versions.get()
    assert (check.outcome, check.version, check.snapshot) == (Check.Outcome.FIRST, version, version.snapshot)
    assert version.number == 1
    assert version.taken_at == NOON
    assert version.recipe == {"parser": version.recipe["parser"]}
    assert "We collect the name" in version.text
    assert "Served by" not in version.text
    kinds = set(ProvisionEvent.objects.values_list("kind", flat=True))
    assert kinds == {"introduced"}
    assert Provision.objects.count() >= len(CLAUSES) - 2
    assert not Change.objects.exists()
    assert not alerts()


def test_every_quote_is_an_exact_piece_of_the_archived_version(document: Document) -> None:
    look(document, policy())
    look(document, policy((TRAIN, *reversed(CLAUSES[:-1]))), 1)
    look(document, policy((TRAIN, *reversed(CLAUSES[:-1]))), 1.1)
    provisions = Provision.objects.select_related("version")
    assert len(provisions) > 5
    for provision in provisions:
        assert provision.version.text[provision.start : provision.end] == provision.quote


def test_the_same_bytes_again_leave_only_a_check(document: Document) -> None:
    look(document, policy())
    check = look(document, policy(), 1)
    assert check.outcome == Check.Outcome.UNCHANGED
    assert check.version.number == 1
    assert (Snapshot.objects.count(), Version.objects.count(), Check.objects.count()) == (1, 1, 2)


def test_a_304_is_unchanged_and_keeps_the_validators(document: Document) -> None:
    headers = {"etag": '"one"', "last-modified": "Mon, 02 Mar 2026 08:00:00 GMT"}
    look(document, page(policy(), headers=headers))
    request = request_for(Schedule.objects.get())
    assert (request.etag, request.last_modified) == ('"one"', "Mon, 02 Mar 2026 08:00:00 GMT")
    check = look(document, not_modified(), 1)
    assert (check.outcome, check.status) == (Check.Outcome.UNCHANGED, 304)
    assert request_for(Schedule.objects.get()).etag == '"one"'


def test_other_bytes_with_the_same_text_are_kept_and_are_no_version(document: Document) -> None:
    look(document, policy(chrome="a1"))
    check = look(document, policy(chrome="b2"), 1)
    assert check.outcome == Check.Outcome.UNCHANGED
    assert (Snapshot.objects.count(), Version.objects.count(), Change.objects.count()) == (2, 1, 0)


def test_a_real_change_makes_version_change_provisions_and_alerts(watched: Document) -> None:
    look(watched, policy())
    check = look(watched, policy(WITH_TRAINING), 1)
    change = Change.objects.get()
    assert check.outcome == Check.Outcome.CHANGED
    assert check.version == change.after
    assert (change.before.number, change.after.number, change.alarmed) == (1, 2, True)
    assert change.change_class in {"substantive", "minor"}
    assert change.found_at == NOON + DAY
    added = change.clause_changes.get(kind="added", types__contains=["ai_training"])
    assert added.provision is not None
    assert added.provision.quote == TRAIN
    assert added.edits == [["insert", TRAIN]]
    with across_orgs_scope():
        alert = Alert.objects.across_orgs().get()
    assert (alert.change, alert.means) == (change, Alert.Means.DIGEST)


def test_nothing_of_a_change_stays_when_its_transaction_is_cut_off(watched: Document) -> None:
    look(watched, policy())
    before = rows()
    # The alerts are written last: a database that refuses them stops the whole in its last step.
    with pytest.raises(DatabaseError):
        cut_off_while_alerting(watched)
    assert rows() == before
    assert look(watched, policy(WITH_TRAINING), 1).outcome == Check.Outcome.CHANGED
    assert alerts() == 1


@transaction.atomic
def cut_off_while_alerting(watched: Document) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE monitoring_alert ADD CONSTRAINT none_at_all CHECK (created_at IS NULL)")
    record_look(start_schedule(watched, NOON), Look(page(policy(WITH_TRAINING))), NOON + DAY)


def rows() -> dict[str, int]:
    models = (Snapshot, Version, Change, ClauseChange, Provision, ProvisionEvent, Check)
    return {model.__name__: model.objects.count() for model in models} | {
        "Alert": alerts(),
        "Delivery": deliveries(),
    }


@pytest.mark.parametrize("failure", list(Failure))
def test_every_kind_of_failure_is_a_check_and_never_a_version(failure: Failure, document: Document) -> None:
    look(document, policy())
    check = look(document, FetchError(failure, status=500), 1)
    schedule = Schedule.objects.get()
    assert (check.outcome, check.failure, check.status) == (Check.Outcome.FAILED, failure.value, 500)
    assert check.reason
    assert check.version is not None
    assert (schedule.stale_since, schedule.failures_in_row) == (NOON + DAY, 1)
    assert (document.versions.count(), Change.objects.count()) == (1, 0)


def test_stale_since_names_the_first_failure_and_goes_with_the_next_good_look(document: Document) -> None:
    look(document, policy())
    look(document, Failure.TIMEOUT, 1)
    look(document, Failure.DNS, 2)
    schedule = Schedule.objects.get()
    assert (schedule.stale_since, schedule.failures_in_row, schedule.failure) == (NOON + DAY, 2, "dns")
    assert schedule.last_read_at == NOON
    look(document, policy(), 3)
    schedule.refresh_from_db()
    assert (schedule.stale_since, schedule.failures_in_row, schedule.failure) == (None, 0, "")
    assert schedule.last_read_at == NOON + 3 * DAY


WALLS = {
    "challenge": b"<html><head><title>Just a moment...</title></head><body><p>Verify you are human by completing the "
    b"action below.</p></body></html>",
    "login_wall": b"<html><body><main><h1>Log in to continue</h1><form><input name=email><input type=password></form>"
    b"</main></body></html>",
    "empty": b"<html><body></body></html>",
    "truncated": policy()[: len(policy()) // 2],
}


@pytest.mark.parametrize("kind", WALLS)
def test_a_page_that_is_not_the_document_is_refused_and_its_bytes_are_kept(
    kind: str, watched: Document
) -> None:
    look(watched, policy())
    check = look(watched, WALLS[kind], 1)
    assert (check.outcome, check.failure) == (Check.Outcome.REFUSED, kind)
    assert check.reason
    assert check.snapshot is not None
    assert check.version.number == 1
    assert look(watched, policy(), 2).outcome == Check.Outcome.UNCHANGED
    assert (watched.versions.count(), Change.objects.count(), alerts()) == (1, 0, 0)


def test_bytes_that_cannot_be_read_are_kept_and_reported(document: Document) -> None:
    check = look(document, page(b"%PDF-1.7 this is none", content_type="application/pdf"))
    assert (check.outcome, check.failure) == (Check.Outcome.FAILED, Failure.PDF_UNREADABLE)
    assert check.snapshot is not None
    assert not document.versions.exists()


def test_the_server_asking_for_patience_is_heeded(document: Document) -> None:
    look(document, FetchError(Failure.RATE_LIMITED, retry_after=3 * 86400.0))
    assert Schedule.objects.get().next_look_at == NOON + 3 * DAY


REPLACED = tuple(
    f"In matter number {n} our privacy notice of the {word} service says that personal data about {word} is processed "
    f"by the {word} team for the purposes of {word} and kept while the {word} agreement lasts."
    for n, word in enumerate(
        (
            "billing",
            "delivery",
            "support",
            "research",
            "hosting",
            "training",
            "identity",
            "catering",
            "insurance",
        )
    )
)


def test_a_surprising_page_waits_for_a_second_look_and_counts_only_then(watched: Document) -> None:
    look(watched, policy())
    first = look(watched, policy(REPLACED), 1)
    schedule = Schedule.objects.get()
    assert first.outcome == Check.Outcome.AWAITING
    assert first.reason
    assert schedule.next_look_at == NOON + DAY + settings.SECOND_LOOK_AFTER
    assert (watched.versions.count(), alerts()) == (1, 0)
    second = look(watched, policy(REPLACED), 1.1)
    assert second.outcome == Check.Outcome.CHANGED
    assert (watched.versions.count(), alerts()) == (2, 1)


def test_a_surprise_that_has_gone_by_the_second_look_leaves_nothing(watched: Document) -> None:
    look(watched, policy())
    look(watched, policy(REPLACED), 1)
    assert look(watched, policy(), 1.1).outcome == Check.Outcome.UNCHANGED
    assert look(watched, policy(REPLACED), 2).outcome == Check.Outcome.AWAITING
    assert (watched.versions.count(), alerts()) == (1, 0)


def test_a_return_to_an_earlier_text_is_one_reverted_record_and_no_alert(watched: Document) -> None:
    look(watched, policy())
    look(watched, policy(WITH_TRAINING), 1)
    assert look(watched, policy(), 2).outcome == Check.Outcome.AWAITING
    assert look(watched, policy(), 2.1).outcome == Check.Outcome.CHANGED
    change = Change.objects.order_by("-id")[0]
    assert (change.change_class, change.alarmed) == ("reverted", False)
    assert change.reverts is not None
    assert change.reverts.after.number == 2
    assert alerts() == 1


def test_two_texts_shown_in_turns_alarm_once(watched: Document) -> None:
    look(watched, policy())
    for day in range(1, 9):
        for hour in (0, 0.1):
            look(watched, policy(WITH_TRAINING if day % 2 else CLAUSES), day + hour)
    assert alerts() == 1
    assert Change.objects.filter(alarmed=True).count() == 1


def test_a_return_after_many_other_versions_is_news_again(watched: Document) -> None:
    days = [RETAIN.replace("30", str(30 + n)) for n in range(9)]
    for n, clause in enumerate([*days, days[0]]):
        look(watched, policy((clause, *CLAUSES[3:])), n)
    assert Change.objects.order_by("-id")[0].change_class in {"minor", "substantive"}


def test_a_new_date_alone_is_recorded_and_not_alarmed(watched: Document) -> None:
    look(watched, policy())
    assert look(watched, policy(updated="9 March 2026"), 1).outcome == Check.Outcome.CHANGED
    change = Change.objects.get()
    assert (change.change_class, change.alarmed, alerts()) == ("date_only", False, 0)
    assert not ProvisionEvent.objects.exclude(kind="introduced").exists()


def test_a_new_layout_around_the_same_blocks_is_no_version(watched: Document) -> None:
    look(watched, policy())
    look(watched, policy([clause.replace("We ", "We\n  ") for clause in CLAUSES], markup="div"), 1)
    assert watched.versions.count() == 1


def test_a_new_typography_alone_is_recorded_and_not_alarmed(watched: Document) -> None:
    look(watched, policy())
    look(watched, policy([clause.replace("-", "\u2011") for clause in CLAUSES], markup="li"), 1)
    assert watched.versions.count() == 2
    assert list(Change.objects.values_list("change_class", "alarmed")) == [("markup_only", False)]
    assert not alerts()


def test_another_recipe_is_not_another_policy(watched: Document) -> None:
    look(watched, policy())
    watched.exclude = ["h2"]
    watched.save()
    assert look(watched, policy(), 1).outcome == Check.Outcome.UNCHANGED
    newest = watched.versions.order_by("-number")[0]
    assert newest.recipe["exclude"] == ["h2"]
    assert "What we collect" not in newest.text
    assert (Change.objects.count(), alerts()) == (0, 0)
    assert not ProvisionEvent.objects.exclude(kind="introduced").exists()
    assert request_for(Schedule.objects.get()).url == watched.url


def test_a_change_on_the_day_of_a_new_recipe_is_found_once(watched: Document) -> None:
    look(watched, policy())
    watched.exclude = ["h2"]
    watched.save()
    assert look(watched, policy(WITH_TRAINING), 1).outcome == Check.Outcome.CHANGED
    change = Change.objects.get()
    assert {row.kind for row in change.clause_changes.all()} == {"added"}
    assert look(watched, policy(WITH_TRAINING), 2).outcome == Check.Outcome.UNCHANGED
    assert alerts() == 1


def test_validators_are_not_sent_when_the_recipe_is_another(document: Document) -> None:
    look(document, page(policy(), headers={"etag": '"one"'}))
    document.exclude = ["h2"]
    document.save()
    assert request_for(Schedule.objects.get()).etag == ""


def test_a_document_of_several_pages_is_read_as_one(document: Document) -> None:
    document.urls = [f"https://harbourlight.example/{n}" for n in (1, 2)]
    document.save()
    asked: list[PageRequest] = []

    def fetch(request: PageRequest) -> Page:
        asked.append(request)
        return page(policy(CLAUSES[:5]), policy(CLAUSES[5:]))

    check_document(document, fetch, NOON)
    version = document.versions.get()
    assert asked[0].pages == ("https://harbourlight.example/2",)
    assert version.text.index(CHANGES) < version.text.index(TRANSFERS)
    assert len(version.snapshot.pages) == 2
    look(document, page(policy(CLAUSES[:5]), policy((*CLAUSES[5:], TRAIN))), 1)
    assert (
        Change.objects.get().clause_changes.get(kind="added", provision__isnull=False).provision.quote
        == TRAIN
    )


def test_a_shell_is_asked_for_again_at_once_by_a_browser(document: Document) -> None:
    shell = b"<html><body><div id=root></div><script>" + b"x=1;" * 2000 + b"</script></body></html>"
    assert look(document, shell).failure == Failure.SHELL
    schedule = Schedule.objects.get()
    assert schedule.next_look_at == NOON
    assert request_for(schedule).method == "browser"
    rendered = dataclasses.replace(page(policy()), method="browser")
    assert look(document, rendered).outcome == Check.Outcome.FIRST
    document.refresh_from_db()
    assert document.needs_browser


def test_what_a_check_did_is_told_to_nobody_where_that_is_asked(watched: Document) -> None:
    look(watched, policy())
    check_document(watched, serve(policy(WITH_TRAINING)), NOON + DAY, tell=False)
    assert Change.objects.get().alarmed
    assert not alerts()


def test_a_bug_is_not_mistaken_for_a_failed_look(document: Document) -> None:
    def fetch(request: PageRequest) -> Page:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        check_document(document, fetch, NOON)
    assert not Check.objects.exists()


def test_the_next_look_is_a_day_away_give_or_take(document: Document) -> None:
    look(document, policy())
    ahead = Schedule.objects.get().next_look_at - NOON
    assert abs(ahead - timedelta(days=1)) <= timedelta(hours=1.2)


def test_a_removed_and_added_clause_is_told_with_both_words(watched: Document) -> None:
    look(watched, policy())
    look(watched, policy([SHARE.replace("share", "sell") if one == SHARE else one for one in CLAUSES]), 1)
    edits = Change.objects.get().clause_changes.get(kind="reworded").edits
    assert ["delete", "share"] in [[op, text.strip()] for op, text in edits]
    assert ["insert", "sell"] in [[op, text.strip()] for op, text in edits]


def test_members_are_owed_a_mail_the_same_day_where_the_plan_says_so(
    watched: Document, organization: Organization, member: User
) -> None:
    look(watched, policy())
    look(watched, policy(WITH_TRAINING), 1)
    assert (alerts(), deliveries()) == (1, 0)
    ends = NOON + 30 * DAY
    Subscription.objects.create(
        organization=organization, plan="watcher", status="active", current_period_end=ends
    )
    look(watched, policy((*CLAUSES, TRAIN, ARBITRATE)), 2)
    assert (alerts(), deliveries()) == (2, 2)
