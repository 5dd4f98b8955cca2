"""Alerts and digests as mails: the same content as text and as HTML, with the headers mailbox providers ask for."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from monitoring.digests import week_of
from monitoring.mail_preferences import MailKind, unsubscribe_url
from monitoring.mail_styles import STYLES
from monitoring.models import Delivery
from provisions.models import Change, ClauseChange

# More clauses than this make a mail nobody reads; the rest is behind the link.
CLAUSES_SHOWN = 8
# Characters of unchanged text kept on either side of an edit.
_KEPT = 160
_SUBJECT_LENGTH = 70


def alert_mail(delivery: Delivery) -> EmailMultiAlternatives:
    """A change on a watched platform: the summary, the words, where to read more and how to stop."""
    assert delivery.alert is not None
    change = delivery.alert.change
    document = change.document
    told = list(change.clause_changes.order_by("-severity_points", "order")[:CLAUSES_SHOWN])
    context = {
        "change": change,
        "document": document,
        "platform": document.platform,
        "what": _what_changed(change),
        "clauses": [_shown(clause) for clause in told],
        "more": change.clause_changes.count() - len(told),
        "change_url": _full(change.get_absolute_url()),
        "diff_url": _full(
            reverse(
                "diff",
                args=[document.platform.slug, document.slug, change.before.number, change.after.number],
            )
        ),
        "version_url": _full(
            reverse("version", args=[document.platform.slug, document.slug, change.after.number])
        ),
    }
    thread = f"<platform-{document.platform.slug}@{_host()}>"
    return _mail("alert", MailKind.ALERTS, delivery, context, {"References": thread, "In-Reply-To": thread})


def digest_mail(delivery: Delivery) -> EmailMultiAlternatives:
    """The week on what is watched; a quiet one says how often we looked."""
    assert delivery.digest is not None
    week = week_of(delivery.digest)
    context = {
        "digest": delivery.digest,
        "week": week,
        "changes": [{"change": change, "url": _full(change.get_absolute_url())} for change in week.changes],
    }
    return _mail("digest", MailKind.DIGESTS, delivery, context, {})


def _mail(
    name: str, kind: MailKind, delivery: Delivery, context: dict[str, Any], headers: dict[str, str]
) -> EmailMultiAlternatives:
    stop_url = unsubscribe_url(delivery.organization, delivery.user, kind)
    context |= {
        "user": delivery.user,
        "organization": delivery.organization,
        "watches_url": _full(reverse("dashboard")),
        "stop_url": stop_url,
        "styles": STYLES,
    }
    subject = " ".join(render_to_string(f"emails/{name}.subject.txt", context).split())
    message = EmailMultiAlternatives(
        subject,
        render_to_string(f"emails/{name}.txt", context).strip() + "\n",
        to=[delivery.user.email],
        headers=headers | _headers(delivery, kind, stop_url),
    )
    message.attach_alternative(render_to_string(f"emails/{name}.html", context), "text/html")
    return message


def _headers(delivery: Delivery, kind: MailKind, stop_url: str) -> dict[str, str]:
    return {
        # The same for every try, so that a mail sent twice shows once.
        "Message-ID": f"<{delivery.key}@{_host()}>",
        # RFC 3834: no answering machine answers.
        "Auto-Submitted": "auto-generated",
        # RFC 2919.
        "List-Id": f"ConductAtlas {kind.in_words} <{kind.value}.{_host()}>",
        # RFC 8058: one click, by POST.
        "List-Unsubscribe": f"<{stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _what_changed(change: Change) -> str:
    """The weightiest point, short enough for a subject."""
    line = (change.points[0] if change.points else change.summary).strip().rstrip(".")
    return line if len(line) <= _SUBJECT_LENGTH else line[: _SUBJECT_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _shown(clause: ClauseChange) -> dict[str, Any]:
    return {"clause": clause, "edits": _context_only(clause.edits), "trail": " › ".join(clause.trail[-2:])}


def _context_only(edits: list[list[str]]) -> list[list[str]]:
    """The edits with long unchanged stretches shortened to what stands beside an edit."""
    shown = []
    for place, (op, text) in enumerate(edits):
        short = text
        if op == "same" and len(text) > 2 * _KEPT:
            head = "" if place == 0 else text[:_KEPT].rsplit(" ", 1)[0] + " "
            tail = "" if place == len(edits) - 1 else " " + text[-_KEPT:].split(" ", 1)[-1]
            short = f"{head}[…]{tail}"
        shown.append([op, short])
    return shown


def _full(path: str) -> str:
    return settings.SITE_URL + path


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
