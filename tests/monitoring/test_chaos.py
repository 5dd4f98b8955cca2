"""Workers killed at random while the other side fails a third of the time: everything arrives, and repeats are explained.

`make bench-chaos` does the same with the scheduler, Valkey and PostgreSQL killed too.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from billing.entitlements import grant_plan
from billing.models import Membership, Organization, Role, User
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.channels.keeping import add_channel
from monitoring.channels.sending import deliver_to_channels
from monitoring.mail.delivery import deliver_owed
from monitoring.models import ChannelDelivery
from tests.monitoring.mail_sink import mail_sink
from tests.monitoring.origin import Origin, serving
from tests.monitoring.telling import change, owed, publish, watch

QUARTER = timedelta(minutes=15)
MESSAGES, CHANNELS, KILLS = 120, 20, 4
# Which message gets which draw is left to the threads: one that is unlucky every time would rightly be given up.
MOST_REFUSALS = 4
_WORKER = """
import django, sys
from datetime import datetime, timedelta
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.ALLOW_PRIVATE_ADDRESSES = True
moment = datetime.fromisoformat(sys.argv[2])
if len(sys.argv) > 3:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", int(sys.argv[3]), False
    from monitoring.mail.delivery import deliver_owed
    deliver_owed(lambda: moment, connections=2)
else:
    from monitoring.channels.sending import deliver_to_channels
    deliver_to_channels(lambda: moment)
"""


@pytest.fixture
def taken() -> list[str]:
    """The ids of the messages that the receiver took, in order."""
    return []


@pytest.fixture
def failing(taken: list[str]) -> Iterator[Origin]:
    """Takes two of three messages; the third gets 500, 503 or 429, by a seeded draw; none gets it for ever."""
    draw, refused = random.Random(7), Counter[str]()
    with serving() as origin:

        def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
            time.sleep(0.01)
            name = headers["webhook-id"]
            if draw.random() < 1 / 3 and refused[name] < MOST_REFUSALS:
                refused[name] += 1
                return draw.choice([503, 429, 500]), {}, b"not now"
            taken.append(name)
            return 200, {}, b"ok"

        origin.pages["/hook"] = answer
        yield origin


def start(moment: Any, *more: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "conductatlas.settings", "PYTHONWARNINGS": "ignore", "LOG_LEVEL": "CRITICAL",
    }  # fmt: skip
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", _WORKER, name, moment.isoformat(), *more]
    return subprocess.Popen(command, env=environment)


def kill_when(workers: list[subprocess.Popen[bytes]], arrived: list[Any], enough: int) -> None:
    """Kill the first of the workers once so much has arrived, or all have ended; wait for the others' end."""
    patience = time.monotonic() + 120
    while len(arrived) < enough and any(one.poll() is None for one in workers):
        assert time.monotonic() < patience, "the workers neither work nor end"
        time.sleep(0.005)
    workers[0].kill()
    for worker in workers:
        worker.wait(300)


def left() -> int:
    with across_orgs_scope():
        return ChannelDelivery.objects.across_orgs().exclude(state="sent").count()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_workers_and_failing_receivers_lose_nothing(
    organization: Organization, owner: User, failing: Origin, taken: list[str], settings: Any, capsys: Any
) -> None:
    settings.ALLOW_PRIVATE_ADDRESSES = True
    grant_plan(organization, "professional")
    now, draw = timezone.now(), random.Random(11)
    channels = [
        add_channel(organization, "webhook", f"W{n}", failing.base + "/hook", by=owner, now=now)
        for n in range(CHANNELS)
    ]
    with tenant_scope(organization):
        ChannelDelivery.objects.for_org(organization).bulk_create(
            ChannelDelivery(channel=channels[n % CHANNELS], created_at=now, due_at=now)
            for n in range(MESSAGES)
        )
    killed, moment = 0, now
    while killed < KILLS and left():
        workers = [start(moment) for _ in range(2)]
        kill_when(workers, failing.asked, len(failing.asked) + draw.randint(3, 15))
        killed += 1
        moment += QUARTER
    for _ in range(200):
        deliver_to_channels(lambda moment=moment: moment)
        moment += QUARTER
    counts = Counter(taken)
    repeats = sum(counts.values()) - len(counts)
    with capsys.disabled():
        print(f"\nchaos: {len(counts)} of {MESSAGES} arrived, {repeats} twice, {killed} workers killed")  # noqa: T201
    assert left() == 0
    assert len(counts) == MESSAGES
    # A killed worker can have had one message in each of its threads taken and not yet marked.
    assert repeats <= killed * 8


MAILS, MAIL_KILLS = 120, 3


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_killed_workers_and_a_mail_server_that_refuses_a_third_lose_no_mail(
    organization: Organization, settings: Any, capsys: Any
) -> None:
    grant_plan(organization, "professional")
    document = publish()
    watch(organization, document)
    people = User.objects.bulk_create(User(email=f"p{number}@example.org") for number in range(MAILS - 1))
    Membership.objects.bulk_create(
        Membership(organization=organization, user=person, role=Role.MEMBER) for person in people
    )
    change(document)
    moment, draw = owed()[0].due_at, random.Random(13)
    with mail_sink() as sink:
        sink.answers = [
            draw.choice(["250 ok", "250 ok", "450 4.2.1 mailbox busy"]) for _ in range(20 * MAILS)
        ]
        sink.most_refusals = MOST_REFUSALS
        for _ in range(MAIL_KILLS):
            workers = [start(moment, str(sink.port)) for _ in range(2)]
            kill_when(workers, sink.taken, len(sink.taken) + draw.randint(5, 15))
            moment += QUARTER
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", sink.port, False
        while left_over := owed(state="owed"):
            moment = max(moment, *(one.due_at for one in left_over)) + QUARTER
            deliver_owed(lambda moment=moment: moment)
        counts = Counter(sink.message_ids)
    repeats = sum(counts.values()) - len(counts)
    with capsys.disabled():
        told = f"{len(counts)} of {MAILS} mails arrived, {repeats} twice, {MAIL_KILLS} workers killed"
        print(f"\nchaos: {told}")  # noqa: T201
    assert {one.state for one in owed()} == {"sent"}
    assert len(counts) == MAILS
    # A killed worker can have had one mail on each of its two connections taken and not yet marked.
    assert repeats <= MAIL_KILLS * 2
