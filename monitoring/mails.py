"""Alerts and digests as mails: the same content as text and as HTML, with the headers mailbox providers ask for."""

from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from monitoring.digests import week_of
from monitoring.models import Delivery
from provisions.models import ClauseChange

# More clauses than this make a mail nobody reads; the rest is behind the link.
CLAUSES_SHOWN = 8
_INLINE_STYLES = {
    "insert": "background:#d7f0df;color:#0d4a25;text-decoration:underline",
    "delete": "background:#fbdcdc;color:#7d1616;text-decoration:line-through",
}


def alert_mail(delivery: Delivery) -> EmailMultiAlternatives:
    """A change on a watched platform: the summary, the words, where to read more and how to stop."""
    assert delivery.alert is not None
    change = delivery.alert.change
    clauses = list(
        change.clause_changes.order_by("-severity_points", "order").select_related("provision")[: CLAUSES_SHOWN + 1]
    )
    context = {
        "change": change,
        "document": change.document,
        "platform": change.document.platform,
        "clauses": [_shown(clause) for clause in clauses[:CLAUSES_SHOWN]],
        "more": max(0, change.clause_changes.count() - CLAUSES_SHOWN),
    }
    thread = f"<platform-{change.document.platform.slug}@{_host()}>"
    return _mail("alert", delivery, context, thread=thread)


def digest_mail(delivery: Delivery) -> EmailMultiAlternatives:
    """The week on what is watched; a quiet one says how often we looked."""
    assert delivery.digest is not None
    context = {"digest": delivery.digest, "week": week_of(delivery.digest)}
    return _mail("digest", delivery, context, thread=None)


def _mail(
    name: str, delivery: Delivery, context: dict[str, Any], *, thread: str | None
) -> EmailMultiAlternatives:
    context |= {
        "site_url": settings.SITE_URL,
        "user": delivery.user,
        "organization": delivery.organization,
        "watches_url": settings.SITE_URL + reverse("dashboard"),
        "styles": _INLINE_STYLES,
    }
    subject = " ".join(render_to_string(f"emails/{name}.subject.txt", context).split())
    headers = {
        "Message-ID": f"<{delivery.key}@{_host()}>",
        "Date": format_datetime(timezone.now()),
        "Auto-Submitted": "auto-generated",
        "List-Id": f"ConductAtlas {name}s <{name}s.{_host()}>",
    }
    if thread:
        headers |= {"References": thread, "In-Reply-To": thread}
    message = EmailMultiAlternatives(
        subject, render_to_string(f"emails/{name}.txt", context), to=[delivery.user.email], headers=headers
    )
    message.attach_alternative(render_to_string(f"emails/{name}.html", context), "text/html")
    return message


def _shown(clause: ClauseChange) -> dict[str, Any]:
    """A clause change with its long unchanged stretches shortened to what stands beside an edit."""
    return {"clause": clause, "edits": _context_only(clause.edits), "trail": " › ".join(clause.trail[-2:])}


def _context_only(edits: list[list[str]], keep: int = 160) -> list[list[str]]:
    shown = []
    for place, (op, text) in enumerate(edits):
        if op == "same" and len(text) > 2 * keep:
            head = "" if place == 0 else text[:keep].rsplit(" ", 1)[0] + " "
            tail = "" if place == len(edits) - 1 else " " + text[-keep:].split(" ", 1)[-1]
            text = f"{head}[…]{tail}"
        shown.append([op, text])
    return shown


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
