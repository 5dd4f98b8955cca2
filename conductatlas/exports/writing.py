"""Rows as files: CSV that no spreadsheet runs, JSON Lines, and XLSX written row by row."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from billing.spreadsheets import safe_cell
from conductatlas.exports.tables import Row, Value

# What a sheet holds; what is more goes on to another.
_ROWS_A_SHEET = 1_000_000
# What a cell holds.
_LONGEST_CELL = 32_767


class Sheet(Protocol):
    """What a file needs to know beside its rows."""

    @property
    def title(self) -> str:
        """What a workbook calls it: at most 31 characters."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Their names, no two the same."""


def csv_lines(table: Sheet, rows: Iterable[Row]) -> Iterator[str]:
    """A head and a line a row, as RFC 4180 has it; nothing in it is run as a formula."""
    yield _csv_line(table.columns)
    for row in rows:
        yield _csv_line([safe_cell(_as_text(value)) for value in row])


def json_lines(table: Sheet, rows: Iterable[Row]) -> Iterator[str]:
    """An object a row."""
    for row in rows:
        values = (_as_text(value) if isinstance(value, date) else value for value in row)
        yield json.dumps(dict(zip(table.columns, values, strict=True)), ensure_ascii=False) + "\n"


def write_xlsx(table: Sheet, rows: Iterable[Row], path: Path) -> None:
    """A workbook in constant memory: text stays text, numbers and moments are what they are."""
    import xlsxwriter  # noqa: PLC0415  workers that make no workbook are the smaller for it

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd hh:mm",
        "tmpdir": str(path.parent),
    }
    with xlsxwriter.Workbook(path, options) as book:
        bold = book.add_format({"bold": True})
        sheet, place, sheets = None, 0, 0
        for row in rows:
            if sheet is None or place > _ROWS_A_SHEET:
                sheets += 1
                name = table.title if sheets == 1 else f"{table.title} {sheets}"
                sheet, place = book.add_worksheet(name), 1
                sheet.write_row(0, 0, table.columns, bold)
                sheet.freeze_panes(1, 0)
            for column, value in enumerate(row):
                sheet.write(place, column, _as_cell(value))
            place += 1
        if sheet is None:
            book.add_worksheet(table.title).write_row(0, 0, table.columns, bold)


def _csv_line(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()


def _as_text(value: Value) -> str | int | float | None:
    return value.isoformat() if isinstance(value, date) else value


def _as_cell(value: Value) -> Value:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None)
    if isinstance(value, date):
        return value.isoformat()
    return value[:_LONGEST_CELL] if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; `lines` is None for one that is written whole."""

    slug: str
    label: str
    media_type: str
    lines: Callable[[Sheet, Iterable[Row]], Iterator[str]] | None


FORMATS = {
    kind.slug: kind
    for kind in (
        Format("csv", "CSV", "text/csv; charset=utf-8", csv_lines),
        Format("jsonl", "JSON Lines", "application/jsonl", json_lines),
        Format("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", None),
    )
}


def write_file(kind: Format, table: Sheet, rows: Iterable[Row], path: Path) -> None:
    """The whole file at the path."""
    if kind.lines is None:
        write_xlsx(table, rows, path)
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(kind.lines(table, rows))
