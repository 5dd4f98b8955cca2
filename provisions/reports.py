"""Reports computed from what stands: each question's answer on each platform, with the words it was read from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.core.cache import cache
from django.db.models import Exists, OuterRef

from platforms.listing import listed_documents, listed_platforms
from provisions.analysis.quick_facts import QUESTIONS, Question
from provisions.belonging import KINDS_OF
from provisions.figures import standing
from provisions.models import ProvisionEvent
from provisions.quick_facts import QuickFact, quick_facts_of_each
from provisions.report_kinds import BUCKETS, REPORTS, UNREAD, Bucket, ReportKind, bucket_of

# A report is long to compute and says when it was: an hour at most, and never older than the latest reading.
_KEPT_SECONDS = 3600
_QUESTION = {question.slug: question for question in QUESTIONS}
_ASKED = frozenset(slug for kind in REPORTS for slug in kind.questions)


@dataclass(frozen=True, slots=True)
class Finding:
    """One platform's answer to one question: the bucket it falls into, its words, and where they stand."""

    question: str
    label: str
    bucket: str
    tone: str
    words: str
    quote: str = ""
    address: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A platform with a finding for each question."""

    slug: str
    name: str
    sector: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """How a question was answered: for each bucket the platforms that fall into it, of those whose documents we read."""

    slug: str
    label: str
    type: str
    bars: tuple[tuple[Bucket, int, int], ...]  # bucket, how many, percent
    asked: int

    @property
    def in_words(self) -> str:
        """ "9 of 17 platforms: requires arbitration" for the commonest answer."""
        bucket, n, _ = max(self.bars, key=lambda bar: bar[1])
        return f"{bucket.label}: {n} of {self.asked}"


@dataclass(frozen=True, slots=True)
class Report:
    """All of a report; `computed_at` is the moment of its figures."""

    kind: ReportKind
    rows: tuple[ReportRow, ...]
    charts: tuple[Chart, ...]
    computed_at: datetime

    @property
    def title(self) -> str:
        """With the number of platforms it covers."""
        title = self.kind.title.format(n=len(self.rows))
        return (
            title
            if len(self.rows) != 1
            else title.replace("platforms say", "platform says").replace("platforms", "platform")
        )

    @property
    def labels(self) -> list[str]:
        """The heads of its columns."""
        return [chart.label for chart in self.charts]


@dataclass(frozen=True, slots=True)
class _Answers:
    """Every platform that was read with its finding on every question of any report, by the question's slug."""

    rows: tuple[tuple[str, str, str, dict[str, Finding]], ...]
    computed_at: datetime


def report_of(kind: ReportKind, now: datetime) -> Report:
    """The report as of the latest reading; what all reports are made from is worked out once and kept for an hour."""
    latest = ProvisionEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
    answers = cast("_Answers", cache.get_or_set(f"reports-{latest}", lambda: _answers(now), _KEPT_SECONDS))
    rows = []
    for slug, name, sector, found in answers.rows:
        findings = tuple(found[question] for question in kind.questions)
        covered = kind.sector in ("", sector)
        if covered and any(finding.bucket != UNREAD for finding in findings):
            rows.append(ReportRow(slug, name, sector, findings))
    charts = tuple(
        _chart(_QUESTION[slug], [row.findings[place] for row in rows])
        for place, slug in enumerate(kind.questions)
    )
    return Report(kind, tuple(rows), charts, answers.computed_at)


def _answers(now: datetime) -> _Answers:
    questions = [question for question in QUESTIONS if question.slug in _ASKED]
    read = _kinds_read()
    platforms = list(listed_platforms().filter(pk__in=read).order_by("name", "pk"))
    facts = quick_facts_of_each(platforms, questions)
    rows = tuple(
        (
            platform.slug,
            platform.name,
            platform.sector,
            {
                fact.slug: _finding(fact, read=bool(read[platform.pk] & KINDS_OF[fact.type.slug]))
                for fact in facts[platform.pk]
            },
        )
        for platform in platforms
    )
    return _Answers(rows, now)


def _kinds_read() -> dict[int, set[str]]:
    """For each platform, the kinds of document of which something stands."""
    documents = listed_documents().filter(Exists(standing().filter(document=OuterRef("pk"))), retired=False)
    read: dict[int, set[str]] = {}
    for platform, type in documents.order_by().values_list("platform", "type"):
        read.setdefault(platform, set()).add(type)
    return read


def _finding(fact: QuickFact, *, read: bool) -> Finding:
    if fact.quoted is None:
        if not read:
            return Finding(fact.slug, fact.label, UNREAD, "neutral", "We hold no document that would say it")
        bucket = bucket_of(fact.slug, None)
        return Finding(fact.slug, fact.label, bucket.slug, bucket.tone, bucket.label)
    assert fact.answer.claim is not None
    bucket = bucket_of(fact.slug, fact.answer.claim.said.tone)
    return Finding(
        fact.slug, fact.label, bucket.slug, bucket.tone, fact.words, fact.quoted.words, fact.quoted.address,
        fact.quoted.document.type,
    )  # fmt: skip


def _chart(question: Question, findings: Iterable[Finding]) -> Chart:
    counted = Counter(finding.bucket for finding in findings if finding.bucket != UNREAD)
    asked = counted.total()
    bars = tuple(
        (bucket, counted[bucket.slug], round(100 * counted[bucket.slug] / asked) if asked else 0)
        for bucket in BUCKETS[question.slug]
    )
    return Chart(question.slug, question.label, question.type, bars, asked)
