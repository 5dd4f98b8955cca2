"""The reports as data: which questions each asks of which platforms, and into which answers they fall."""

from dataclasses import dataclass

SILENT = "silent"
UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Bucket:
    """One of the answers that are counted together; `tone` says for whom it is: for, against or neither."""

    slug: str
    label: str
    tones: frozenset[str]
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One report. `title` and `finding` are filled with the numbers that were computed; `sector` "" means all."""

    slug: str
    title: str
    about: str
    questions: tuple[str, ...]
    sector: str = ""


def _bucket(slug: str, label: str, tones: str, tone: str = "neutral") -> Bucket:
    return Bucket(slug, label, frozenset(tones.split(" ")), tone)


_SILENT = Bucket(SILENT, "No answer found", frozenset())

BUCKETS: dict[str, tuple[Bucket, ...]] = {
    "ai-training": (
        _bucket("uses", "Trains on people’s information", "yes", "against"),
        _bucket("some", "On some of it", "part public"),
        _bucket("agreed", "Only where people agree", "agreed", "for"),
        _bucket("refuses", "Says it does not", "no", "for"),
        _SILENT,
    ),
    "retention": (
        _bucket("period", "Names a period", "period", "for"),
        _bucket("account", "While the account exists", "account"),
        _bucket("need", "For as long as it finds necessary", "need", "against"),
        _SILENT,
    ),
    "arbitration": (
        _bucket("requires", "Requires arbitration", "yes", "against"),
        _bucket("may", "If one side wants it", "may"),
        _bucket("refuses", "Says it does not require it", "no", "for"),
        _SILENT,
    ),
    "class-actions": (_bucket("rules-out", "Rules out class actions", "", "against"), _SILENT),
    "governing-law": (Bucket("named", "Names a law", frozenset()), _SILENT),
    "liability-cap": (
        _bucket("cap", "Limits it to a sum", "cap", "against"),
        _bucket("excludes", "Excludes losses, names no sum", "", "against"),
        _SILENT,
    ),
    "notice": (
        _bucket("period", "Says how far ahead", "period", "for"),
        _bucket("ahead", "In advance, without a period", "ahead", "for"),
        _bucket("tells", "Tells people, without saying when", "tells"),
        _bucket("posts", "Posts the new text", "posts", "against"),
        _bucket("none", "May change without notice", "none", "against"),
        _SILENT,
    ),
}

REPORTS = (
    ReportKind(
        "ai-platforms",
        "What {n} AI platforms say about training, retention, arbitration and liability",
        "Four questions put to the terms and privacy policies of every AI platform that we read.",
        ("ai-training", "retention", "arbitration", "liability-cap"),
        "AI",
    ),
    ReportKind(
        "arbitration",
        "Arbitration in the terms of {n} platforms",
        "Who sends disputes to arbitration, who rules out class actions, and whose law applies.",
        ("arbitration", "class-actions", "governing-law"),
    ),
    ReportKind(
        "notice-before-changes",
        "Who gives notice before the rules change: {n} platforms",
        "What platforms promise to tell people before their terms change, and how far ahead.",
        ("notice",),
    ),
)
REPORT_OF = {kind.slug: kind for kind in REPORTS}


def bucket_of(question: str, tone: str | None) -> Bucket:
    """The answer that a tone falls into; None is silence. A tone that no bucket names falls into the first."""
    buckets = BUCKETS[question]
    if tone is None:
        return _SILENT
    return next((bucket for bucket in buckets if tone in bucket.tones), buckets[0])
