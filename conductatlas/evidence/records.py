"""The record of a version, a change or a provision as a human reads it: a PDF."""

from datetime import datetime
from typing import TYPE_CHECKING

from conductatlas.citations import Cited, cite_change, cite_provision, cite_version
from platforms.models import LogHead, Snapshot, Version
from provisions.models import Change, Provision

if TYPE_CHECKING:
    from conductatlas.evidence.paper import Paper

_DISCLAIMER = (
    "This describes what the document states, permits or reserves. It is not a legal determination. "
    "ConductAtlas is independent of the platforms it reads."
)
_LONGEST = 2000  # characters of a clause that are compared in full on paper


def version_record(version: Version, provisions: list[Provision], head: LogHead | None) -> bytes:
    """A version: its evidence, what it says, and its text in full."""
    cited = cite_version(version)
    paper = _paper(cited, head, version, version.text, *(_words_of(each) for each in provisions))
    paper.headline(f"{version.document.platform.name}: {version.document.type}")
    paper.text_block(f"Version {version.number}, received {_moment(version.taken_at)}", bold=True)
    paper.text_block(_DISCLAIMER, soft=True)
    _evidence(paper, version, head)
    paper.heading(f"Provisions: {len(provisions)}")
    for provision in provisions:
        _provision(paper, provision)
    paper.heading("The text as read")
    paper.text_block(version.text)
    return paper.whole()


def change_record(change: Change, head: LogHead | None) -> bytes:
    """A change: what became of each clause, and the evidence of both texts. Reads `before` and `after` in full."""
    cited = cite_change(change)
    clauses = list(change.clause_changes.order_by("-severity_points", "order"))
    words = [text for row in clauses for _, text in row.edits]
    paper = _paper(cited, head, change.after, change.summary, *map(str, change.points), *words)
    paper.headline(cited.title)
    paper.text_block(f"{cited.edition}, found {_moment(change.found_at)}", bold=True)
    paper.text_block(change.summary)
    for point in change.points:
        paper.text_block(f"• {point}")
    paper.text_block(_DISCLAIMER, soft=True)
    paper.heading("Clause by clause")
    paper.text_block("Added words are underlined and green, removed ones struck through and red.", soft=True)
    for row in clauses:
        under = f", under “{row.trail[-1]}”" if row.trail else ""
        paper.text_block(
            f"{row.get_kind_display()}{under}. {row.get_severity_display()} severity.", bold=True
        )
        paper.difference([(op, text[:_LONGEST]) for op, text in row.edits])
    for words_for, version in (("before", change.before), ("after", change.after)):
        _evidence(paper, version, head, f"Evidence of the text {words_for}")
    return paper.whole()


def provision_record(provision: Provision, head: LogHead | None) -> bytes:
    """A provision: its exact words, what they say, its history, and the evidence. Reads `version.snapshot`."""
    cited = cite_provision(provision)
    events = list(provision.events.select_related("version").defer("version__text").order_by("at", "pk"))
    paper = _paper(cited, head, provision.version, _words_of(provision), *(event.quote for event in events))
    paper.headline(f"{provision.document.platform.name}: {provision.title}")
    paper.text_block(cited.edition, bold=True)
    paper.text_block(_DISCLAIMER, soft=True)
    _provision(paper, provision, titled=False)
    paper.heading("History")
    for event in events:
        paper.text_block(
            f"{event.get_kind_display()} {event.at:%-d %B %Y}, version {event.version.number}", bold=True
        )
        paper.text_block(f"“{event.quote}”")
    _evidence(paper, provision.version, head)
    return paper.whole()


def _paper(cited: Cited, head: LogHead | None, version: Version, *words: str) -> "Paper":
    """Dated by what it is about, so that the same record is always the same file."""
    from conductatlas.evidence.paper import Paper  # noqa: PLC0415  its libraries take half a second to load

    snapshot = version.snapshot
    known = [cited.author, cited.title, cited.edition, version.document.platform.name, str(snapshot.pages)]
    paper = Paper(
        f"ConductAtlas record {cited.code}: {cited.author}, {cited.title}",
        "".join([*known, version.title, *words]),
        head.at if head else version.taken_at,
    )
    if paper.lacks:
        paper.text_block(
            f"{paper.lacks} different characters of the text are in none of our fonts: a box stands in their place. "
            "The exact characters are in the archive and in the bundle.",
            soft=True,
        )
    return paper


def _provision(paper: "Paper", provision: Provision, *, titled: bool = True) -> None:
    if titled:
        paper.text_block(provision.title, bold=True)
    paper.text_block(f"“{provision.quote}”")
    reasons = "; ".join(map(str, provision.severity_reasons))
    paper.text_block(
        f"{provision.says} {provision.get_severity_display()} severity{f' ({reasons})' if reasons else ''}; "
        f"{provision.get_direction_display().lower()}. Characters {provision.start} to {provision.end} of the text.",
        soft=True,
    )
    if not titled:
        paper.text_block(provision.why_it_matters)
        paper.text_block(provision.means_for_you)


def _words_of(provision: Provision) -> str:
    said = (provision.title, provision.quote, provision.says, provision.why_it_matters)
    return "".join([*said, provision.means_for_you, str(provision.severity_reasons)])


def _evidence(paper: "Paper", version: Version, head: LogHead | None, heading: str = "Evidence") -> None:
    snapshot = version.snapshot
    paper.heading(heading)
    paper.facts(
        [
            ("Text, SHA-256", version.sha256),
            ("Bytes received, SHA-256", snapshot.sha256),
            ("Received", _moment(snapshot.taken_at)),
            ("How", f"{snapshot.method}{f', asking for {snapshot.locale}' if snapshot.locale else ''}"),
            *([("Source", snapshot.source)] if snapshot.source else []),
            *_pages(snapshot),
            ("Read by", ", ".join(f"{name} {value or 'none'}" for name, value in version.recipe.items())),
            *_log(version, head),
        ]
    )


def _pages(snapshot: Snapshot) -> list[tuple[str, str]]:
    rows = []
    for page in snapshot.pages:
        rows += [("Address", page["final_url"] or page["request_url"])]
        rows += [("Answer", f"HTTP {page['status']}, {page['content_type']}, {page['size']:,} bytes")]
        if len(snapshot.pages) > 1:
            rows += [("SHA-256", page["sha256"])]
    return rows


def _log(version: Version, head: LogHead | None) -> list[tuple[str, str]]:
    if head is None or not hasattr(version, "log_entry"):
        return [("Log", "not signed yet")]
    return [
        (
            "Log",
            f"entry {version.log_entry.index}, under the head of {_moment(head.at)} over {head.size:,} entries",
        ),
        ("Root of the log", head.root),
    ]


def _moment(at: datetime) -> str:
    return f"{at:%-d %B %Y, %H:%M} UTC"
