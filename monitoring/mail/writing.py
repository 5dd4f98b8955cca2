"""Alerts and digests as mails: the same content as text and as HTML, with the headers mailbox providers ask for."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from billing.tenancy import across_orgs_scope
from monitoring.digests.links import digest_address
from monitoring.digests.weekly import week_of
from monitoring.mail.letters import Letter, LetterMail, place
from monitoring.mail.preferences import MailKind, unsubscribe_url
from monitoring.mail.styles import STYLES
from monitoring.models import Delivery, Digest
from monitoring.told import told_in_full
from provisions.models import Change, Severity

_SUBJECT_LENGTH = 70
_LETTERS_KEPT = 64
_WATCHES_SHOWN = 8
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity.values)}
# What differs between two readers of one letter.
_OF_READER = ("organization", "stop_url", "acknowledge_url", "watches")


def mail_of(
    delivery: Delivery, letters: "Letters | None" = None, *, also: Sequence[Delivery] = ()
) -> LetterMail:
    """The mail of an alert or a digest, addressed; the delivery comes with all it names (delivery.py selects it).

    `letters` are those of the deliveries before: what was written for one is not written again for the next. `also` are
    other alerts on the same platform that go in the same mail.
    """
    letter = (letters or Letters()).of(delivery, also)
    kind = MailKind.ALERTS if delivery.alert else MailKind.DIGESTS
    stop_url = unsubscribe_url(delivery.organization, delivery.user, kind)
    values = {
        "organization": str(delivery.organization),
        "stop_url": stop_url,
        "acknowledge_url": "",
        "watches": "",
    }
    headers = _headers(delivery, kind, stop_url)
    if delivery.alert:
        thread = f"<platform-{delivery.alert.change.document.platform.slug}@{_host()}>"
        headers |= {"References": thread, "In-Reply-To": thread}
        alerts = {row.alert_id for row in (delivery, *also)}
        path = (
            reverse("alert_acknowledge", args=[delivery.alert.pk]) if len(alerts) == 1 else reverse("inbox")
        )
        values["acknowledge_url"] = full_address(path)
        values["watches"] = _listed(_reasons_of((delivery, *also)))
    return letter.to(delivery.user.email, values, headers)


class Letters:
    """What was written lately, by what it tells of."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], Letter] = {}

    def of(self, delivery: Delivery, also: Sequence[Delivery] = ()) -> Letter:
        """The letter of the delivery and what goes with it, kept or written."""
        digest = delivery.digest
        if digest is not None:
            return self._kept_or(("digest", digest.pk), lambda: _digest_letter(digest))
        rows = sorted((delivery, *also), key=lambda row: (row.follow_up, row.alert_id or 0))
        told = [row.alert.change for row in rows if row.alert and not row.follow_up]
        back = [row.alert.change for row in rows if row.alert and row.follow_up]
        key = ("alert", *(change.pk for change in told), "back", *(change.pk for change in back))
        return self._kept_or(key, lambda: _alert_letter(told, back))

    def _kept_or(self, key: tuple[object, ...], write: Callable[[], Letter]) -> Letter:
        if key not in self._kept:
            if len(self._kept) >= _LETTERS_KEPT:
                self._kept.clear()
            with across_orgs_scope():
                self._kept[key] = write()
        return self._kept[key]


def _alert_letter(told: list[Change], back: list[Change]) -> Letter:
    """Changes of one platform, weightiest first: for each its summary, its words, where to read more; and those taken back."""
    told, back = (sorted(each, key=lambda change: -_WEIGHT[change.severity]) for each in (told, back))
    weightiest = max([*told, *back], key=lambda change: _WEIGHT[change.severity])
    context = {
        "platform": weightiest.document.platform,
        "weightiest": weightiest,
        "what": _what_changed(weightiest),
        "told": [_told(change) for change in told],
        "back": [
            {"change": change, "change_url": full_address(change.get_absolute_url())} for change in back
        ],
        "several": len(told) + len(back) > 1,
    }
    return _letter("alert", context)


def _told(change: Change) -> dict[str, Any]:
    told = told_in_full(change)
    return told | {
        f"{name}_url": full_address(told[f"{name}_path"]) for name in ("change", "diff", "version")
    }


def _reasons_of(deliveries: Sequence[Delivery]) -> list[str]:
    """The titles of the watches that the alerts came of, each once; delivery.py reads them along."""
    matches: list[Any] = [match for row in deliveries for match in getattr(row.alert, "named", ())]
    return list(dict.fromkeys(match.title for match in matches))


def _listed(titles: Sequence[str]) -> str:
    """The titles of watches in one line; so many that nobody reads them are counted."""
    shown = list(titles[:_WATCHES_SHOWN])
    if len(titles) > len(shown):
        shown.append(f"{len(titles) - len(shown)} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def _digest_letter(digest: Digest) -> Letter:
    """The week on what is watched; a quiet one says how often we looked."""
    with timezone.override(ZoneInfo(digest.organization.time_zone)):
        context = {"digest": digest, "week": week_of(digest), "online_url": digest_address(digest)}
        return _letter("digest", context | {"site_url": settings.SITE_URL})


def _letter(name: str, context: dict[str, Any]) -> Letter:
    context |= {
        **{of_reader: place(of_reader) for of_reader in _OF_READER},
        "watches_url": full_address(reverse("watches")),
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


def full_address(path: str) -> str:
    """The address of a page for those who are not on our site."""
    return settings.SITE_URL + path


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
