"""Reports of mail providers: signed ones stop alerts and digests to dead addresses, and there is a way back."""

import base64
import hashlib
import hmac
import re
import time
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from billing.entitlements import grant_plan
from billing.models import Notice, Organization, User
from billing.notices import owe_notice, send_owed_notices
from billing.tenancy import tenant_scope
from monitoring.mail.delivery import deliver_owed
from monitoring.models import DeadAddress
from tests.monitoring.telling import NOON, change, owed, publish, watch
from tests.people import client_of

pytestmark = pytest.mark.django_db
KEY, SECRET = "a-signing-key", "hook:a-secret"


def mailgun(event: dict[str, Any], *, key: str = KEY) -> dict[str, Any]:
    stamp, token = str(int(time.time())), "t" * 50
    signed = hmac.new(key.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    signature = {"timestamp": stamp, "token": token, "signature": signed}
    data = {"recipient": "Ann@example.org", "timestamp": time.time(), "id": "x", "message": {"headers": {}}}
    return {"signature": signature, "event-data": data | event}


BOUNCE = {
    "event": "failed",
    "severity": "permanent",
    "reason": "bounce",
    "delivery-status": {"code": 550, "message": "5.1.1 no such user", "description": ""},
}


@pytest.fixture
def keyed(settings: Any) -> None:
    """Both providers may report."""
    settings.ANYMAIL = {"MAILGUN_WEBHOOK_SIGNING_KEY": KEY}
    settings.POSTMARK_WEBHOOK_SECRET = SECRET


def report(event: dict[str, Any], **more: Any) -> int:
    answer = Client().post("/mail-reports/mailgun/", mailgun(event, **more), content_type="application/json")
    return answer.status_code


def test_without_a_key_there_is_no_endpoint(client: Client) -> None:
    assert report(BOUNCE) == 404
    assert client.post("/mail-reports/postmark/", [], content_type="application/json").status_code == 404


def test_a_hard_bounce_stops_alerts_and_never_mail_about_money(
    keyed: Any, organization: Organization, owner: User
) -> None:
    grant_plan(organization, "watcher")
    document = publish()
    watch(organization, document)
    change(document)
    assert report(BOUNCE) == 200
    assert report(BOUNCE) == 200
    assert deliver_owed(lambda: owed()[0].due_at) == 0
    assert [(one.state, one.last_error) for one in owed()] == [
        ("given_up", "Mail to this address came back or was unwanted.")
    ]
    with tenant_scope(organization):
        details = {"amount": "9.00 USD"}
        owe_notice(organization, Notice.Kind.DISPUTE_OPENED, about="x", details=details, now=NOON)
    assert send_owed_notices(lambda: NOON) == 1


@pytest.mark.parametrize(
    "event",
    [
        {"event": "failed", "severity": "temporary", "reason": "generic", "delivery-status": {"code": 452}},
        {"event": "delivered", "delivery-status": {"code": 250}},
        {"event": "opened"},
    ],
    ids=["a full mailbox", "taken", "opened"],
)
def test_what_may_pass_stops_nothing(keyed: Any, event: dict[str, Any]) -> None:
    assert report(event) == 200
    assert not DeadAddress.objects.exists()


def test_a_report_that_nobody_signed_is_refused(keyed: Any) -> None:
    assert report(BOUNCE, key="guessed") == 400
    assert not DeadAddress.objects.exists()


def test_a_complaint_stays_one_though_mail_also_came_back(keyed: Any) -> None:
    report({"event": "complained"})
    report(BOUNCE)
    assert [(one.address, one.why) for one in DeadAddress.objects.all()] == [
        ("ann@example.org", "complained")
    ]


def test_postmarks_reports_are_taken_from_who_knows_the_secret(keyed: None, client: Client) -> None:
    def send(secret: str, **event: Any) -> int:
        told = {"RecordType": "Bounce", "Type": "HardBounce", "Email": "ann@example.org", "ID": 1} | event
        headers = {"Authorization": "Basic " + base64.b64encode(secret.encode()).decode()}
        address = "/mail-reports/postmark/"
        answer = client.post(address, told, content_type="application/json", headers=headers)
        return answer.status_code

    assert send("hook:guessed") == 400
    assert send(SECRET, Type="SoftBounce") == 200
    assert not DeadAddress.objects.exists()
    assert send(SECRET) == 200
    assert DeadAddress.objects.get().address == "ann@example.org"


def test_the_page_says_why_and_a_mailed_link_turns_it_on_again(
    keyed: Any, owner: User, member: User, client: Client
) -> None:
    report(BOUNCE)
    browser = client_of(owner)
    said = browser.get("/app/mail/").content.decode()
    assert "Mail to it came back for good." in said
    assert "5.1.1 no such user" in said
    assert "came back" not in client_of(member).get("/app/mail/").content.decode()
    browser.post("/app/mail/prove/")
    link = re.search(r"http://127\.0\.0\.1:8000(/address/\S+)", mail.outbox[-1].body)[1]
    assert "Turn alerts and digests on again?" in client.get(link).content.decode()
    assert DeadAddress.objects.exists(), "looking by GET changes nothing"
    assert "are on again" in client.post(link).content.decode()
    assert not DeadAddress.objects.exists()
    assert "no longer works" in client.post("/address/guessed/").content.decode()


def test_a_member_chooses_their_mail_on_the_page(organization: Organization, owner: User) -> None:
    grant_plan(organization, "watcher")
    browser = client_of(owner)
    assert browser.post("/app/mail/", {"digests": "on"}).status_code == 302
    said = browser.get("/app/mail/").content.decode()
    assert 'name="digests" checked' in said
    assert 'name="alerts">' in said
    document = publish()
    watch(organization, document)
    change(document)
    assert owed() == []
