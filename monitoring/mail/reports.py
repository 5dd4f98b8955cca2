"""What mail providers report: signed requests, read by django-anymail, that say which addresses are dead.

An endpoint is there only where the provider's key is set. The signal is anymail's: it is how it hands over a report.
Its views load an HTTP client of their own, so they are imported where they are used: workers only listen to the signal.
"""

from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from monitoring.mail.dead_addresses import record_dead_address
from monitoring.models import DeadAddress

# What comes back for good. A full mailbox, a refusal by policy or a time-out may pass.
_FOR_GOOD = {RejectReason.INVALID, RejectReason.BOUNCED}


# Both are exempt, because a provider posts without a cookie; the signature is the right to do it.
@csrf_exempt
def mailgun_reports(request: HttpRequest) -> HttpResponse:
    """Mailgun's webhooks "permanent failure" and "spam complaints", signed with HMAC."""
    if not settings.ANYMAIL.get("MAILGUN_WEBHOOK_SIGNING_KEY"):
        raise Http404("No reports of Mailgun are taken here.")
    from anymail.webhooks.mailgun import MailgunTrackingWebhookView  # noqa: PLC0415  see above

    return _answer(MailgunTrackingWebhookView, request)


@csrf_exempt
def postmark_reports(request: HttpRequest) -> HttpResponse:
    """Postmark's webhooks "bounce" and "spam complaint", which know a secret that nobody else does."""
    if not settings.POSTMARK_WEBHOOK_SECRET:
        raise Http404("No reports of Postmark are taken here.")
    from anymail.webhooks.postmark import PostmarkTrackingWebhookView  # noqa: PLC0415  see above

    return _answer(PostmarkTrackingWebhookView, request, webhook_secret=settings.POSTMARK_WEBHOOK_SECRET)


def _answer(view: Any, request: HttpRequest, **settled: str) -> HttpResponse:
    # Its class asks for this by name; as_view takes only what stands on the class.
    named = type(view.__name__, (view,), dict.fromkeys(settled))
    response: HttpResponse = named.as_view(**settled)(request)  # type: ignore[attr-defined]
    return response


def record_report(sender: Any, event: AnymailTrackingEvent, **more: Any) -> None:
    """Receives anymail's `tracking`: a hard bounce or a complaint stops alerts and digests to the address."""
    if not event.recipient:
        return
    said = str(event.mta_response or event.description or "")
    if event.event_type == EventType.COMPLAINED:
        record_dead_address(event.recipient, DeadAddress.Why.COMPLAINED, said, timezone.now())
    elif _is_for_good(event):
        record_dead_address(event.recipient, DeadAddress.Why.BOUNCED, said, timezone.now())


def _is_for_good(event: AnymailTrackingEvent) -> bool:
    may_pass = isinstance(event.esp_event, dict) and event.esp_event.get("Type") == "SoftBounce"
    return event.event_type == EventType.BOUNCED and event.reject_reason in _FOR_GOOD and not may_pass
