"""Alerts and digests as mails: the same content as text and as HTML, with the headers mailbox providers ask for."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from billing.tenancy import across_orgs_scope
from monitoring.digests import week_of
from monitoring.letters import Letter, LetterMail, place
from monitoring.mail_preferences import MailKind, unsubscribe_url
from monitoring.mail_styles import STYLES
from monitoring.models import Delivery, Digest
from provisions.models import Change, ClauseChange

# More clauses than this make a mail nobody reads; the rest is behind the link.
CLAUSES_SHOWN = 8
# Characters of unchanged text kept on either side of an edit.
_KEPT = 160
_SUBJECT_LENGTH = 70
_LETTERS_KEPT = 64
# What differs between two readers of one letter.
_OF_READER = ("organization", "stop_url")


def mail_of(delivery: Delivery, letters: "Letters | None" = None) -> LetterMail:
    """The mail of an alert or a digest, addressed; the delivery comes with all it names (delivery.py selects it).

    `letters` are those of the deliveries before: what was written for one is not written again for the next.
    """
    letter = (letters or Letters()).of(delivery)
    kind = MailKind.ALERTS if delivery.alert else MailKind.DIGESTS
    stop_url = unsubscribe_url(delivery.organization, delivery.user, kind)
    values = {"organization": str(delivery.organization), "stop_url": stop_url}
    headers = _headers(delivery, kind, stop_url)
    if delivery.alert:
        thread = f"<platform-{delivery.alert.change.document.platform.slug}@{_host()}>"
        headers |= {"References": thread, "In-Reply-To": thread}
    return letter.to(delivery.user.email, values, headers)


class Letters:
    """What was written lately, by what it tells of."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Letter] = {}

    def of(self, delivery: Delivery) -> Letter:
        """The delivery's letter, kept or written."""
        alert, digest = delivery.alert, delivery.digest
        key = ("alert", alert.change_id) if alert else ("digest", digest.pk if digest else 0)
        if key not in self._kept:
            if len(self._kept) >= _LETTERS_KEPT:
                self._kept.clear()
            with across_orgs_scope():
                self._kept[key] = _alert_letter(alert.change) if alert else _digest_letter(digest)
        return self._kept[key]


def _alert_letter(change: Change) -> Letter:
    """A change on a watched platform: the summary, the words, where to read more and how to stop."""
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
    return _letter("alert", context)


def _digest_letter(digest: Digest | None) -> Letter:
    """The week on what is watched; a quiet one says how often we looked."""
    assert digest is not None
    week = week_of(digest)
    context = {
        "digest": digest,
        "week": week,
        "changes": [{"change": change, "url": _full(change.get_absolute_url())} for change in week.changes],
    }
    return _letter("digest", context)


def _letter(name: str, context: dict[str, Any]) -> Letter:
    context |= {
        **{of_reader: place(of_reader) for of_reader in _OF_READER},
        "watches_url": _full(reverse("dashboard")),
        "styles": STYLES,
    }
    subject = " ".join(render_to_string(f"emails/{name}.subject.txt", context).split())
    text = render_to_string(f"emails/{name}.txt", context).strip() + "\n"
    return Letter(subject, text, render_to_string(f"emails/{name}.html", context))


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
    for position, (op, text) in enumerate(edits):
        short = text
        if op == "same" and len(text) > 2 * _KEPT:
            head = "" if position == 0 else text[:_KEPT].rsplit(" ", 1)[0] + " "
            tail = "" if position == len(edits) - 1 else " " + text[-_KEPT:].split(" ", 1)[-1]
            short = f"{head}[…]{tail}"
        shown.append([op, short])
    return shown


def _full(path: str) -> str:
    return settings.SITE_URL + path


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
