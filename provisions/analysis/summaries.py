"""The structured summary of a change: a line for each clause, the lines on the whole, and one sentence."""

import re
from collections.abc import Sequence
from datetime import date

from provisions.analysis.counting import capital, counted
from provisions.analysis.describing.headings import is_document_title
from provisions.analysis.diffing import ChangeClass, ClauseChangeKind, ClauseEdit, TextDiff
from provisions.analysis.explaining import ReadClause
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.announcements import announces
from provisions.analysis.summarizing.date_lines import is_of_dates, only_date
from provisions.analysis.summarizing.differences import in_one_line, object_of, summary_of_change
from provisions.analysis.summarizing.points import DATE_LINE, LIKE_STAYS, listed_words, merged, told_points
from provisions.analysis.summarizing.quoting import said, words_exchanged
from provisions.analysis.summarizing.sides import denied_above
from provisions.analysis.summarizing.turned import NOTHING, Turned, line_on
from provisions.analysis.summarizing.what_to_do import ANNOUNCED_FROM, APPLIES_FROM, APPLIES_SINCE

_QUIET = {
    ChangeClass.DATE_ONLY: "Only dates changed; the words are the same.",
    ChangeClass.MARKUP_ONLY: "Only layout or typography changed; the words are the same.",
    ChangeClass.REVERTED: "The text went back to an earlier version.",
}
SENTENCE_LIMIT = 180
_SHOWN_IN_SENTENCE = 2
_MOST_POINTS = 7
_QUOTED_BESIDE = 70  # letters of a passage quoted after its place
_QUOTED_ALONE = 110
_PLACE = 60  # letters of a heading
_PLACES = re.compile(r" under “.*?”(?=, one of them: )")


def summary_of_edit(
    edit: ClauseEdit,
    old: ReadClause | None,
    new: ReadClause | None,
    turned: Turned = NOTHING,
    *,
    stands: bool = False,
) -> str:
    """What changed in one clause; by its type where it has one, else by what its sentences turn and where it is.

    `stands`: what it gave is given in another passage of the new text too.
    """
    there = edit.after or edit.before
    if there is None:
        return ""
    kind = edit.told_as.value
    if is_of_dates(edit):
        return DATE_LINE
    if all(side is None or side.kind is Kind.HEADING for side in (edit.before, edit.after)):
        return f"Heading {kind}: “{_short(there.text)}”"
    if announces(there.text) and kind in ("added", "removed"):
        return f"Announcement of a next version {kind}: “{_short(there.text, _QUOTED_ALONE)}”"
    read = new or old
    where = _place_of(there.trail)
    if read is None and turned is not NOTHING and (line := line_on(turned, where, there)):
        return line
    if read is None:
        words = words_exchanged(edit) or said(edit, _QUOTED_BESIDE if where else _QUOTED_ALONE)
        return f"Passage {kind}{where}: {words}" if words else f"Passage {kind}{where}"
    line = summary_of_change(
        kind,
        read.type,
        edit.before.text if edit.before else "",
        edit.after.text if edit.after else "",
        old.attributes if old else (),
        new.attributes if new else (),
        refused=denied_above(there),
    ) if kind != "reworded" or (old and new) else ""  # fmt: skip
    if line:
        return line.replace("Clause removed: ", LIKE_STAYS) if stands else line
    if turned.points:
        return line_on(turned, "", there, read.type)
    subject = capital(object_of(read.type))
    words = words_exchanged(edit) or said(edit, _QUOTED_ALONE)
    return f"{subject}: {words}" if words else f"{subject} reworded{where}"


def _place_of(trail: tuple[str, ...]) -> str:
    if not trail or only_date(trail[-1]) or is_document_title(trail[-1]):
        return ""
    return f" under “{_short(trail[-1])}”"


def points_of(
    lines: Sequence[str],
    *,
    stated_before: date | None,
    stated_after: date | None,
    effective_on: date | None,
    loud: bool,
    effective_before: date | None = None,
    seen_before: date | None = None,
    seen_on: date | None = None,
    announced: bool = False,
    advice: Sequence[str] = (),
) -> list[str]:
    """At most seven points: what changed, weightiest first; whom it affects and what one can do; what its dates say.

    `lines` are the clauses' summaries, weightiest first; `advice` comes from `advice_on`. `seen_before` and
    `seen_on` are the days on which the two texts were seen, `announced` that the day from which it applies is that of a next edition, not its own.
    """
    ends = [*advice, *_on_dates(stated_before, stated_after, loud=loud)]
    if loud and effective_on is not None:
        ends += _on_effect(
            effective_before if seen_before is None or effective_on <= seen_before else None,
            effective_on,
            seen_on,
            announced=announced,
            dated=stated_after is not None,
        )
    room = max(1, _MOST_POINTS - len(ends))
    told = told_points(lines)
    quiet = [] if loud and len(told) >= room else merged(lines, other=bool(told))
    body = told + quiet
    if len(body) > room:
        left = len(body) - room + 1
        body = [*body[: room - 1], f"{left} other, smaller changes"]
    return [*body, *ends]


def _on_effect(
    before: date | None, now: date, seen_on: date | None, *, announced: bool, dated: bool
) -> list[str]:
    """From when it applies. A day that had passed and was stated before says nothing of this change, beside that of the update."""
    if announced:
        return [f"{ANNOUNCED_FROM} {_day(now)}"]
    if seen_on is None or now > seen_on:
        return [f"{APPLIES_FROM} {_day(now)}"]
    if now != before:
        return [f"{APPLIES_SINCE} {_day(now)}"]
    return [] if dated else [f"The text changed, but it still says that it has applied since {_day(now)}"]


def _on_dates(stated_before: date | None, stated_after: date | None, *, loud: bool) -> list[str]:
    points = []
    if loud and stated_after is not None and stated_after == stated_before:
        points.append(f"The text changed, but its “last updated” date is still {_day(stated_after)}")
    elif not loud and stated_after != stated_before and stated_after is not None:
        points.append(f"The stated date moved to {_day(stated_after)} although the words did not change")
    elif stated_after is not None and stated_after != stated_before:
        points.append(f"The document says it was last updated on {_day(stated_after)}")
    return points


def sentence_on(change_class: ChangeClass, diff: TextDiff, lines: Sequence[str]) -> str:
    """The whole change in one sentence (at most 180 characters); `lines` are its clauses' summaries, weightiest first."""
    if change_class in _QUIET:
        return _QUIET[change_class]
    told = [*told_points(lines), *merged(lines, other=False)]
    if not told:
        numbers = [
            f"{counted(number, 'clause')} {kind.value}"
            for kind in ClauseChangeKind
            if (number := diff.count(kind))
        ]
        return f"{capital(listed_words(numbers) or 'a heading changed')}."
    for shown in range(min(_SHOWN_IN_SENTENCE, len(told)), 0, -1):
        sentence = in_one_line(told[:shown]) + _rest(len(told) - shown)
        if len(sentence) <= SENTENCE_LIMIT:
            return sentence
    rest = _rest(len(told) - 1)
    return _cut(_PLACES.sub("", told[0]), SENTENCE_LIMIT - len(rest)) + rest


def _cut(line: str, limit: int) -> str:
    """A line in at most so many letters: whole words, and a quote that is cut is closed."""
    if len(line) <= limit:
        return line
    words = line[: limit - len(" …”")].rsplit(" ", 1)[0].rstrip(" ,;:…")
    if words.count("“") == words.count("”"):
        return f"{words} …"
    return f"{words} …”" if not words.endswith("“") else words.rpartition(" ")[0] + " …"


def _rest(number: int) -> str:
    if number <= 0:
        return "."
    return f"; {counted(number, 'more change')}."


def _short(text: str, limit: int = _PLACE) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
