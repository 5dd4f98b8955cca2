"""The worker's part of a long export: the file written in portions, with its progress told, and put where it is fetched."""

import logging
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.core.files import File
from django.http import QueryDict

from conductatlas.exports.tables import TABLES, Row, Table
from conductatlas.exports.writing import FORMATS, write_file
from monitoring.export_jobs import claim_export, export_storage, finish_export, tell_progress
from monitoring.models import Export

_PORTION = 1000
Clock = Callable[[], datetime]
_log = logging.getLogger(__name__)


class _TakenOver(Exception):
    """Another worker makes it now."""


def make_owed_exports(clock: Clock, *, until: datetime | None = None) -> int:
    """Make what is owed, one after another; returns how many files were made."""
    made = 0
    while until is None or clock() < until:
        claim = uuid4()
        export = claim_export(claim, clock())
        if export is None:
            break
        try:
            made += _make(export, claim, clock)
        except _TakenOver:
            _log.info("export %s was taken over", export.pk)
        except Exception:  # noqa: BLE001 - whatever stops one file must not stop the next
            # It is tried again when the claim lapses, and given up after a few times.
            _log.exception("export %s could not be made", export.pk)
    return made


def _make(export: Export, claim: UUID, clock: Clock) -> bool:
    table, kind = TABLES[export.table], FORMATS[export.format]
    counted = _Counted(export, claim, clock)
    with tempfile.TemporaryDirectory(prefix="export-") as folder:
        path = Path(folder) / f"{export.table}.{export.format}"
        write_file(kind, table, counted.rows(table, QueryDict(export.question)), path)
        size = path.stat().st_size
        with path.open("rb") as made:
            name = export_storage().save(f"{export.organization_id}/{claim}.{export.format}", File(made))
    finished = finish_export(
        export, claim, rows=counted.number, file=name, size=size, what=table.title, now=clock()
    )
    if not finished:
        export_storage().delete(name)
    return finished


class _Counted:
    """Rows as they are read, with the progress told after each portion."""

    def __init__(self, export: Export, claim: UUID, clock: Clock) -> None:
        self._export, self._claim, self._clock = export, claim, clock
        self.number = 0

    def rows(self, table: Table, asked: QueryDict) -> Iterator[Row]:
        """Raises _TakenOver where the claim was lost."""
        for row in table.each(asked):
            yield row
            self.number += 1
            if self.number % _PORTION == 0 and not tell_progress(
                self._export, self._claim, self.number, self._clock()
            ):
                raise _TakenOver
