"""The auditors' report on paper: A4, the same bytes for the same report."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

from monitoring.lettering import Lettered
from monitoring.register.report import Report

_INK, _SOFT, _RULE, _ACCENT, _HEAD = (
    (29, 27, 23),
    (90, 85, 74),
    (205, 198, 182),
    (11, 82, 96),
    (241, 237, 227),
)
_MARGIN = 18
_SANS = "sans"
_NEXT = {"new_x": XPos.LMARGIN, "new_y": YPos.NEXT, "align": "L"}


class _Paper(Lettered):
    """A page with our name above and its number below."""

    about = ""

    def header(self) -> None:
        """What report this is, on every page."""
        self.set_font(_SANS, size=8)
        self.set_text_color(*_SOFT)
        self.cell(0, 5, self.one_line(self.about), **_NEXT)  # type: ignore[arg-type]
        self.ln(4)

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-14)
        self.set_font(_SANS, size=8)
        self.set_text_color(*_SOFT)
        self.cell(0, 5, "ConductAtlas describes what documents state. It gives no legal opinion.")
        self.set_x(self.l_margin)
        self.cell(0, 5, f"Page {self.page_no()} of {{nb}}", align="R")


def report_as_pdf(report: Report, site: str) -> bytes:
    """The report as a PDF; `site` is put before addresses of pages."""
    period = f"{report.since:%-d %B %Y} to {report.until:%-d %B %Y}"
    pdf = _Paper(repr(report))
    pdf.about = f"Monitoring of policies and terms, {report.organization}, {period}"
    # The only moment in the file is the end of its period, so that it is the same whenever it is made.
    pdf.set_creation_date(datetime.combine(report.until, time.max, tzinfo=UTC).replace(microsecond=0))
    pdf.set_title(pdf.about)
    pdf.set_author("ConductAtlas")
    pdf.set_lang("en")
    pdf.set_margins(_MARGIN, 14, _MARGIN)
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.add_page()
    _front(pdf, report, period)
    _watched(pdf, report)
    _changes(pdf, report, site)
    _failures(pdf, report)
    return pdf.whole()


def _front(pdf: _Paper, report: Report, period: str) -> None:
    pdf.set_text_color(*_INK)
    pdf.set_font(_SANS, "B", 24)
    pdf.lines("Monitoring of policies and terms", 10)
    pdf.set_font(_SANS, size=13)
    pdf.lines(report.organization, 7)
    pdf.lines(f"{period}, days in UTC", 7)
    pdf.ln(4)
    platforms = len({row.platform for row in report.watched})
    numbers = (
        ("Documents watched", f"{report.documents} of {platforms} platforms"),
        ("Looks taken", f"{report.looks:,}, of which {report.unread:,} could not be read"),
        ("Changes of meaning found", f"{len(report.changes):,}"),
        ("Reviewed to an end", f"{report.reviewed:,} of {len(report.changes):,}"),
    )
    for name, value in numbers:
        pdf.set_font(_SANS, "B", 10)
        pdf.cell(60, 6.5, name)
        pdf.set_font(_SANS, size=10)
        pdf.cell(0, 6.5, value, **_NEXT)  # type: ignore[arg-type]
    pdf.ln(3)
    _small(
        pdf,
        "Looks at a document count while it was watched or in the register; one that was watched again after a gap has a "
        "row for each time. So do changes; one that was found before is here where it was told or reviewed. "
        "A look that could not be read is listed at the end with its reason; it is never taken for a change. A change "
        "counts as reviewed to an end when it was acknowledged, or found to need action or none.",
    )


def _watched(pdf: _Paper, report: Report) -> None:
    _heading(pdf, "What was watched, and how often we looked")
    rows = [
        (
            row.platform,
            row.document,
            row.tier,
            row.owner,
            row.watched_since[:10],
            row.watched_until[:10],
            str(row.looks),
            str(row.unread),
            str(row.versions),
        )
        for row in report.watched
    ]
    names = ("Platform", "Document", "Tier", "Owner", "Since", "Until", "Looks", "Unread", "Versions")
    _table(pdf, names, rows, (27, 30, 18, 31, 19, 19, 12, 13, 15), "Nothing was watched in this period.")


def _changes(pdf: _Paper, report: Report, site: str) -> None:
    _heading(pdf, "What changed, and who reviewed it")
    if not report.changes:
        _small(pdf, "No change of meaning was found in this period.")
    for row in report.changes:
        if pdf.will_page_break(34):
            pdf.add_page()
        pdf.set_text_color(*_INK)
        pdf.set_font(_SANS, "B", 10)
        pdf.lines(f"{row.found[:10]}  {row.platform}, {row.document}", 5.5)
        pdf.set_font(_SANS, size=11)
        pdf.lines(row.summary, 5.2)
        own = (
            f", {row.own_severity.lower()} for {report.organization} ({row.why})" if row.own_severity else ""
        )
        who = f", {row.reviewer}" if row.reviewer else ""
        when = f", last step {row.reviewed}" if row.reviewed else ", not reviewed yet"
        _small(pdf, f"Severity: {row.severity.lower()}{own}. Status: {row.status}{who}{when}.")
        if row.note:
            _small(pdf, f"Note: {row.note}")
        if row.history:
            _small(pdf, row.history)
        _link(pdf, f"{site}{row.page}")
        pdf.set_draw_color(*_RULE)
        pdf.line(pdf.l_margin, pdf.get_y() + 1.5, pdf.w - pdf.r_margin, pdf.get_y() + 1.5)
        pdf.ln(4)


def _failures(pdf: _Paper, report: Report) -> None:
    _heading(pdf, "Looks that could not be read")
    rows = [
        (row.platform, row.document, row.failure, str(row.looks), row.first[:10], row.last[:10])
        for row in report.failures
    ]
    names = ("Platform", "Document", "Reason", "Looks", "First", "Last")
    _table(pdf, names, rows, (30, 36, 58, 14, 21, 21), "Every look of this period could be read.")


def _heading(pdf: _Paper, words: str) -> None:
    if pdf.will_page_break(40):
        pdf.add_page()
    pdf.ln(6)
    pdf.set_text_color(*_ACCENT)
    pdf.set_font(_SANS, "B", 15)
    pdf.lines(words, 8)
    pdf.ln(1)


def _table(
    pdf: _Paper,
    names: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    widths: tuple[int, ...],
    nothing: str,
) -> None:
    if not rows:
        _small(pdf, nothing)
        return
    pdf.set_font(_SANS, size=8)
    pdf.set_text_color(*_INK)
    pdf.set_draw_color(*_RULE)
    style = FontFace(emphasis="BOLD", fill_color=_HEAD)
    with pdf.table(
        col_widths=widths,
        headings_style=style,
        borders_layout="HORIZONTAL_LINES",
        text_align="LEFT",
        line_height=4.2,
        padding=0.8,
    ) as table:
        for cells in (names, *rows):
            row = table.row()
            for cell in cells:
                row.cell(pdf.one_line(cell))


def _small(pdf: _Paper, words: str) -> None:
    pdf.set_font(_SANS, size=8.5)
    pdf.set_text_color(*_SOFT)
    pdf.lines(words, 4.4)


def _link(pdf: _Paper, address: str) -> None:
    pdf.set_font(_SANS, size=8)
    pdf.set_text_color(*_ACCENT)
    pdf.lines(address, 4.4, link=address)
