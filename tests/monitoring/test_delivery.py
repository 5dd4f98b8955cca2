"""The outbox: everything owed goes out once, whatever stops and wherever."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from billing.entitlements import grant_plan
from billing.models import Membership, Organization, Role, User
from billing.retries import GAPS, JITTER
from billing.tenancy import across_orgs_scope
from monitoring.claims import CLAIM, claim_owed
from monitoring.mail.delivery import deliver_owed
from monitoring.models import Alert, Delivery
from monitoring.timing import GATHERING
from tests.monitoring.mail_sink import Sink, mail_sink
from tests.monitoring.telling import NOON, change, owed, publish, watch

MINUTE = timedelta(minutes=1)


class StopsHere(BaseException):
    """What a stopped process does to the code that was running: no `except` of ours sees it."""


class StopsBeforeSending(EmailBackend):
    """The worker is stopped while it talks to the mail server, before the mail was accepted."""

    stops_at = 2

    def send_messages(self, messages: Any) -> int:
        if len(mail.outbox) + 1 == self.stops_at:
            raise StopsHere
        return super().send_messages(messages) or 0


def at(moment: datetime) -> Any:
    return lambda: moment


@pytest.fixture
def four(organization: Organization, owner: User) -> list[User]:
    """Four members of a paying organization, each owed one alert."""
    grant_plan(organization, "watcher")
    people = [owner]
    for number in range(3):
        people.append(User.objects.create_user(f"m{number}@example.org"))
        Membership.objects.create(organization=organization, user=people[-1], role=Role.MEMBER)
    document = publish()
    watch(organization, document)
    change(document, NOON - GATHERING)
    return people


@pytest.fixture
def sink(settings: Any):
    with mail_sink() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", running.port, False
        settings.EMAIL_TIMEOUT = 120
        yield running


def sent_to() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


@pytest.mark.django_db
def test_each_owed_mail_goes_out_once(four: list[User]) -> None:
    assert deliver_owed(at(NOON)) == 4
    assert deliver_owed(at(NOON + CLAIM)) == 0
    assert sent_to() == sorted(user.email for user in four)
    assert {(one.state, one.sent_at, one.attempts) for one in owed()} == {("sent", NOON, 0)}


@pytest.mark.django_db
def test_what_is_not_due_waits(four: list[User]) -> None:
    assert deliver_owed(at(NOON - MINUTE)) == 0


@pytest.mark.django_db
def test_two_workers_never_hold_the_same_delivery(four: list[User]) -> None:
    first, second = claim_owed(Delivery, uuid4(), NOON, 3), claim_owed(Delivery, uuid4(), NOON, 3)
    assert (len(first), len(second)) == (3, 1)
    assert not set(first) & set(second)


@pytest.mark.django_db
def test_a_claim_that_nobody_keeps_lapses(four: list[User]) -> None:
    claim_owed(Delivery, uuid4(), NOON, 50)
    assert deliver_owed(at(NOON + CLAIM - MINUTE)) == 0
    assert deliver_owed(at(NOON + CLAIM)) == 4


@pytest.mark.django_db
def test_stopped_while_sending_the_rest_and_this_one_go_out_once(four: list[User], settings: Any) -> None:
    settings.EMAIL_BACKEND = "tests.monitoring.test_delivery.StopsBeforeSending"
    with pytest.raises(StopsHere):
        deliver_owed(at(NOON))
    assert len(mail.outbox) == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    deliver_owed(at(NOON + CLAIM))
    assert sent_to() == sorted(user.email for user in four)


@pytest.mark.django_db
def test_a_worker_that_fell_behind_sends_nothing_that_another_took_over(
    four: list[User], settings: Any
) -> None:
    moments = iter([NOON, NOON, *[NOON + 2 * CLAIM] * 40])

    def slow() -> datetime:
        moment = next(moments)
        if moment > NOON and not mail.outbox:
            deliver_owed(at(NOON + 2 * CLAIM))
        return moment

    deliver_owed(slow)
    assert sent_to() == sorted(user.email for user in four)


@pytest.mark.django_db
def test_a_soft_refusal_is_tried_again_later_and_later_then_given_up(four: list[User], sink: Sink) -> None:
    now = NOON
    for gap in GAPS:
        sink.answers = ["450 mailbox busy"] * 4
        deliver_owed(at(now))
        assert {one.state for one in owed()} == {"owed"}
        waits = {one.due_at - now for one in owed()}
        assert all(gap * MINUTE <= wait <= gap * MINUTE * (1 + JITTER) for wait in waits)
        assert len(waits) > 1, "what failed together does not come back together"
        now += max(waits)
    sink.answers = ["450 mailbox busy"] * 4
    deliver_owed(at(now))
    assert {(one.state, one.attempts) for one in owed()} == {("given_up", len(GAPS) + 1)}
    assert all("mailbox busy" in one.last_error for one in owed())
    assert sink.taken == []


@pytest.mark.django_db
def test_an_address_that_does_not_exist_is_given_up_at_once_and_holds_up_nobody(
    four: list[User], sink: Sink
) -> None:
    sink.answers = ["550 no such user"]
    assert deliver_owed(at(NOON)) == 3
    assert [one.state for one in owed()] == ["given_up", "sent", "sent", "sent"]


@pytest.mark.django_db
def test_a_mail_server_that_is_down_costs_no_tries(four: list[User], sink: Sink, settings: Any) -> None:
    settings.EMAIL_PORT = 1
    assert deliver_owed(at(NOON)) == 0
    assert {(one.state, one.attempts, one.claim) for one in owed()} == {("owed", 0, None)}
    settings.EMAIL_PORT = sink.port
    assert deliver_owed(at(NOON)) == 4


@pytest.mark.django_db
def test_a_lost_answer_means_the_same_message_id_again(four: list[User], sink: Sink) -> None:
    """The one window that cannot be closed: taken by the server, its answer lost."""
    sink.hang_up_after = 1
    deliver_owed(at(NOON))
    sink.hang_up_after = None
    deliver_owed(at(NOON + 2 * MINUTE))
    assert {one.state for one in owed()} == {"sent"}
    assert len(set(sink.message_ids)) == 4
    assert max(sink.message_ids.count(key) for key in sink.message_ids) <= 2


@pytest.mark.django_db
def test_a_domain_that_asks_for_patience_gets_it_and_no_try_is_spent(four: list[User], sink: Sink) -> None:
    User.objects.filter(pk=four[3].pk).update(email="dora@elsewhere.example")
    sink.answers = ["421 4.7.0 too many messages, slow down"]
    assert deliver_owed(at(NOON)) == 1
    assert [one.state for one in owed()] == ["owed", "owed", "owed", "sent"]
    assert [one.attempts for one in owed()] == [1, 0, 0, 0]
    assert all(one.due_at >= NOON + MINUTE for one in owed(state="owed"))
    assert deliver_owed(at(NOON + 2 * MINUTE)) == 3


@pytest.mark.django_db
def test_mails_go_at_the_pace_that_is_set(four: list[User], sink: Sink, settings: Any) -> None:
    settings.MAIL_PER_SECOND = 20
    started = time.monotonic()
    assert deliver_owed(at(NOON)) == 4
    assert time.monotonic() - started >= 3 / 20


@pytest.mark.django_db(transaction=True)
def test_many_are_sent_over_several_connections_each_once(
    organization: Organization, four: list[User], sink: Sink
) -> None:
    people = User.objects.bulk_create(User(email=f"p{number}@example.org") for number in range(90))
    Membership.objects.bulk_create(
        Membership(organization=organization, user=person, role=Role.MEMBER) for person in people
    )
    with across_orgs_scope():
        alert = Alert.objects.across_orgs().get()
        Delivery.objects.across_orgs().bulk_create(
            Delivery(organization=organization, alert=alert, user=person, due_at=NOON) for person in people
        )
    sink.together = threading.Barrier(2)  # or one might be done with all before another has begun
    assert deliver_owed(at(NOON), connections=3) == 94
    assert len(set(sink.message_ids)) == len(sink.taken) == 94
    assert 1 < sink.connections <= 3


@pytest.mark.django_db
def test_who_left_the_organization_gets_nothing_that_was_owed(
    four: list[User], organization: Organization
) -> None:
    Membership.objects.filter(user=four[1]).delete()
    deliver_owed(at(NOON))
    assert sent_to() == sorted(user.email for user in four if user != four[1])
    assert [one.last_error for one in owed(user=four[1])] == ["The person has left the organization."]


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_send_each_mail_once(four: list[User], sink: Sink) -> None:
    def work() -> None:
        try:
            deliver_owed(at(NOON))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(sink.taken) == len(set(sink.message_ids)) == 4


_WORKER = """
import django, sys
from datetime import datetime
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[2]
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", int(sys.argv[1]), False
from monitoring.mail.delivery import deliver_owed
deliver_owed(lambda: datetime.fromisoformat(sys.argv[3]))
"""


_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
"""


def wait_for_the_locks_of_the_dead() -> None:
    """PostgreSQL holds the locks of a client that was killed until it has noticed; a claim passes over locked rows."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS)
        while cursor.fetchone() != (0,):
            time.sleep(0.01)
            cursor.execute(_OTHERS)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_at_any_moment_loses_nothing(four: list[User], sink: Sink) -> None:
    """kill -9 in the middle; a second worker, when the claim has lapsed, sends what is left."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "conductatlas.settings", "PYTHONWARNINGS": "ignore"}
    name = connection.settings_dict["NAME"]
    command = [sys.executable, "-c", _WORKER, str(sink.port), str(name), NOON.isoformat()]
    worker = subprocess.Popen(command, env=environment)
    deadline = time.monotonic() + 120
    while not sink.taken and worker.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    wait_for_the_locks_of_the_dead()
    deliver_owed(at(NOON + 2 * CLAIM))
    assert {one.state for one in owed()} == {"sent"}
    assert len(set(sink.message_ids)) == 4
    assert len(sink.taken) <= 5  # the one taken at the very moment may come again, under its own Message-ID


@pytest.mark.django_db
def test_a_mail_that_cannot_be_written_holds_up_no_other(four: list[User], settings: Any) -> None:
    with across_orgs_scope():
        Delivery.objects.across_orgs().filter(user=four[0]).update(last_error="")
    User.objects.filter(pk=four[0].pk).update(email="broken\n@example.org")
    assert deliver_owed(at(NOON)) == 3
