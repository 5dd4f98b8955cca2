"""Introducing the provisions of first versions: owed with the version, done in a transaction of their own soon after.

A first version alerts nobody, so reading what it says in full need not hold up the looks at other documents. What is
owed stands in the database; the row is locked while its provisions are introduced, so no two workers do the same and
one that is stopped leaves it as it was.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import transaction

from platforms.inserting import insert_rows
from platforms.models import Document, Version
from provisions.identity import follow_provisions
from provisions.models import FirstReading

_AFTER_FAILURE = timedelta(hours=1)


def owe_provisions(versions: Iterable[Version], now: datetime) -> None:
    """Note that the provisions of these first versions of documents are still to be introduced."""
    insert_rows([FirstReading(document_id=version.document_id, due_at=now) for version in versions])


def introduce_owed(document: Document) -> bool:
    """Introduce the provisions of the document's first version where they are owed; waits for who is doing it."""
    with transaction.atomic(savepoint=False):
        owed = FirstReading.objects.select_for_update().filter(document=document).first()
        if owed is None:
            return False
        version = document.versions.get(number=1)
        version.document = document
        follow_provisions(version)
        owed.delete()
    return True


def introduce_all_owed(clock: Callable[[], datetime], *, until: datetime | None = None) -> int:
    """Introduce what is owed, longest owed first, and return for how many documents.

    What fails (a bug) is left for an hour and takes nothing else with it; the exceptions are raised as a group.
    """
    done = 0
    failed: list[Exception] = []
    while until is None or clock() < until:
        with transaction.atomic():
            owed = _claim(clock())
            if owed is None:
                break
            try:
                with transaction.atomic():
                    introduce_owed(owed.document)
                done += 1
            except Exception as error:  # noqa: BLE001  raised when all the others are done
                failed.append(error)
                owed.due_at = clock() + _AFTER_FAILURE
                owed.save()
    if failed:
        raise ExceptionGroup("The provisions of some documents could not be introduced.", failed)
    return done


def _claim(now: datetime) -> FirstReading | None:
    """The longest owed that nobody is at, held to the end of the transaction."""
    free = FirstReading.objects.select_for_update(skip_locked=True, of=("self",)).filter(due_at__lte=now)
    return free.select_related("document__platform").order_by("due_at", "pk").first()
