"""The structured summary of a change: a line for each clause, the lines on the whole, and one sentence."""

from collections.abc import Sequence
from datetime import date

from provisions.analysis.diffing import ChangeClass, ClauseChangeKind, ClauseEdit, TextDiff
from provisions.analysis.explaining import ReadClause
from provisions.analysis.structure import Kind
from provisions.analysis.wording import summary_of_change

_QUIET = {
    ChangeClass.DATE_ONLY: "Only dates changed; the words are the same.",
    ChangeClass.MARKUP_ONLY: "Only layout or typography changed; the words are the same.",
    ChangeClass.REVERTED: "The text went back to an earlier version.",
}
_SHOWN_IN_SENTENCE = 2


def summary_of_edit(edit: ClauseEdit, old: ReadClause | None, new: ReadClause | None) -> str:
    """What changed in one clause; by its type where it has one, else by where it stands."""
    there = edit.after or edit.before
    if there is None:
        return ""
    if there.kind is Kind.HEADING:
        return f"Heading {edit.kind.value}: “{_short(there.text)}”"
    read = new or old
    if read is None:
        under = f" under “{_short(there.trail[-1])}”" if there.trail else ""
        return f"Passage {edit.kind.value}{under}"
    line = summary_of_change(
        edit.kind.value,
        read.type,
        edit.before.text if edit.before else "",
        edit.after.text if edit.after else "",
        old.attributes if old else (),
        new.attributes if new else (),
    )
    return line[:1].upper() + line[1:]


def points_of(
    lines: Sequence[str],
    *,
    stated_before: date | None,
    stated_after: date | None,
    effective_on: date | None,
    loud: bool,
) -> list[str]:
    """The lines of a change, weightiest first and each once, then what its dates say."""
    points = list(dict.fromkeys(line for line in lines if line))
    if loud and stated_after is not None and stated_after == stated_before:
        points.append(f"The text changed, but its “last updated” date is still {_day(stated_after)}")
    elif not loud and stated_after != stated_before and stated_after is not None:
        points.append(f"The stated date moved to {_day(stated_after)} although the words did not change")
    elif stated_after is not None and stated_after != stated_before:
        points.append(f"The document says it was last updated on {_day(stated_after)}")
    if loud and effective_on is not None:
        points.append(f"The document says it applies from {_day(effective_on)}")
    return points


def sentence_on(change_class: ChangeClass, diff: TextDiff, lines: Sequence[str]) -> str:
    """The whole change in one sentence; `lines` are its clauses' summaries, weightiest first."""
    if change_class in _QUIET:
        return _QUIET[change_class]
    counts = [
        f"{number} {'clause' if number == 1 else 'clauses'} {kind.value}"
        for kind in ClauseChangeKind
        if (number := diff.count(kind))
    ]
    told = [line for line in dict.fromkeys(lines) if line and not line.startswith(("Passage", "Heading"))]
    counted = _listed(counts) or "A heading changed"
    if not told:
        return f"{counted[0].upper()}{counted[1:]}."
    return f"{'; '.join(told[:_SHOWN_IN_SENTENCE])} ({counted})."


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
