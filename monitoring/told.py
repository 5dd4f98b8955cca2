"""A change as a mail and the inbox tell it: the weightiest clauses, shortened to what stands beside an edit."""

from typing import Any

from django.urls import reverse

from provisions.analysis.summarizing.what_to_do import what_changed, what_to_do
from provisions.changelog import WEIGHTIEST_FIRST
from provisions.models import Change, ClauseChange

# More clauses than this make a mail nobody reads; the rest is behind the link.
CLAUSES_SHOWN = 8
# Characters of unchanged text kept on either side of an edit.
_KEPT = 160


def told_in_full(change: Change) -> dict[str, Any]:
    """What a template needs to tell of the change; addresses without the site's own."""
    document = change.document
    place = [document.platform.slug, document.slug]
    told = list(change.clause_changes.order_by(*WEIGHTIEST_FIRST)[:CLAUSES_SHOWN])
    return {
        "change": change,
        "document": document,
        "platform": document.platform,
        "points": what_changed(change.points),
        "to_do": what_to_do(change.points),
        "clauses": [_shown(clause) for clause in told],
        "more": change.clause_changes.count() - len(told),
        "change_path": change.get_absolute_url(),
        "diff_path": reverse("diff", args=[*place, change.before.number, change.after.number]),
        "version_path": reverse("version", args=[*place, change.after.number]),
    }


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
