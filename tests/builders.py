"""Small rows of every shared kind, built the way the pipeline leaves them: for tests of pages and for a look at them."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from itertools import count

from monitoring.models import Check, Schedule
from platforms.models import Document, Platform, Snapshot, Version
from provisions.analysis.diffing import diff_texts
from provisions.models import Change, ClauseChange, Provision, ProvisionEvent

DAY_ONE = datetime(2026, 3, 1, 9, tzinfo=UTC)
TERMS = """# Terms of Service

Last updated 1 March 2026

## Your content

You keep your content. We may use what you post to train machine-learning models.

- photos

- messages

## Disputes

Any dispute is decided by one arbitrator and not by a court.

| plan | price |

| Basic | 5 EUR |
"""
TRAINING = "We may use what you post to train machine-learning models."
ARBITRATION = "Any dispute is decided by one arbitrator and not by a court."

# As many digits each: by name they come in the order of their making, however many were made before.
_numbers = count(100_001)


def build_platform(name: str = "", **fields: object) -> Platform:
    """A platform with a slug made from its name."""
    name = name or f"Platform {next(_numbers)}"
    defaults = {
        "slug": name.lower().replace(" ", "-"),
        "sector": "Social",
        "home_url": "https://example.org/",
    }
    return Platform.objects.create(name=name, **{**defaults, **fields})


def build_document(
    platform: Platform | None = None, type: str = "Terms of Service", **fields: object
) -> Document:
    """A document at an address of its own."""
    platform = platform or build_platform()
    slug = type.lower().replace(" ", "-")
    defaults = {"slug": slug, "urls": [f"https://example.org/{platform.slug}/{slug}"]}
    return Document.objects.create(platform=platform, type=type, **{**defaults, **fields})


def build_version(
    document: Document, text: str = TERMS, *, at: datetime | None = None, **fields: object
) -> Version:
    """The document's next version, a month after the one before, with the snapshot it was read from."""
    number = document.versions.count() + 1
    at = at or DAY_ONE + timedelta(days=30 * (number - 1))
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = {
        "request_url": document.url,
        "final_url": document.url,
        "status": 200,
        "headers": {"ETag": '"one"'},
        "content_type": "text/html; charset=utf-8",
        "sha256": digest,
        "size": len(text),
    }
    snapshot = Snapshot.objects.create(
        document=document, taken_at=at, sha256=digest, method="http", locale="en", pages=[page]
    )
    defaults = {
        "title": document.type, "language": "en", "recipe": {"parser": 1}, "words": len(text.split()),
        "updated_on": date(2026, 3, 1),
    }  # fmt: skip
    return Version.objects.create(
        document=document, snapshot=snapshot, number=number, taken_at=at, text=text, sha256=digest,
        **{**defaults, **fields},
    )  # fmt: skip


def build_provision(version: Version, quote: str = TRAINING, **fields: object) -> Provision:
    """A provision whose quote is found in the version's text, introduced with it."""
    start = version.text.index(quote)
    number = next(_numbers)
    defaults = {
        "slug": f"training-{number}",
        "title": f"AI training: what you post {number}",
        "type": "ai_training",
        "types": ["ai_training"],
        "confidence": 0.93,
        "stance": "permits",
        "direction": "against_user",
        "severity": "high",
        "severity_points": 7,
        "severity_reasons": ["uses content or data to train models: +4"],
        "says": "Lets the platform train models on what you post.",
        "why_it_matters": "What was published once stays in a model.",
        "means_for_you": "Your posts may be used; the text names no way out.",
        "taxonomy": 1,
        "tagger": 1,
        "trail": ["Terms of Service", "Your content"],
    }
    provision = Provision.objects.create(
        document=version.document, version=version, start=start, end=start + len(quote), quote=quote,
        introduced_at=version.taken_at, changed_at=version.taken_at, **{**defaults, **fields},
    )  # fmt: skip
    build_event(provision, "introduced", version)
    return provision


def build_event(provision: Provision, kind: str, version: Version, quote: str = "") -> ProvisionEvent:
    """Something that happened to the provision in that version."""
    return ProvisionEvent.objects.create(
        provision=provision, version=version, kind=kind, at=version.taken_at, quote=quote or provision.quote
    )


def build_change(before: Version, after: Version, **fields: object) -> Change:
    """The change between two versions with one row a clause, as the comparison finds them."""
    diff = diff_texts(before.text, after.text)
    defaults = {
        "change_class": diff.change_class.value if diff.change_class else "markup_only",
        "alarmed": diff.alarmed,
        "severity": "high",
        "direction": "against_user",
        "summary": "Training on what you post was added.",
        "points": ["Training added"],
        "words_added": diff.words_added,
        "words_removed": diff.words_removed,
        "found_at": after.taken_at,
    }
    change = Change.objects.create(
        document=after.document, before=before, after=after, **{**defaults, **fields}
    )
    ClauseChange.objects.bulk_create(
        ClauseChange(
            change=change,
            order=order,
            kind=edit.kind.value,
            types=["ai_training"],
            trail=list((edit.after or edit.before).trail),
            edits=[[piece.op, piece.text] for piece in edit.edits],
            before_start=edit.before.start if edit.before else None,
            after_start=edit.after.start if edit.after else None,
            severity="high",
            severity_points=7,
            direction="against_user",
            summary="A clause changed",
        )
        for order, edit in enumerate(diff.edits)
        if not edit.cosmetic
    )
    return change


def build_schedule(document: Document, **fields: object) -> Schedule:
    """A document that was read on its first day, unless told otherwise."""
    defaults = {
        "host": "example.org",
        "next_look_at": DAY_ONE,
        "last_looked_at": DAY_ONE,
        "last_read_at": DAY_ONE,
    }
    return Schedule.objects.create(document=document, **{**defaults, **fields})


def build_check(
    document: Document, outcome: str = "unchanged", *, at: datetime = DAY_ONE, failure: str = ""
) -> Check:
    """One look at a document."""
    return Check.objects.create(document=document, at=at, outcome=outcome, failure=failure)
