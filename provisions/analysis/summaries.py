"""The structured summary of a change: a line for each clause, the lines on the whole, and one sentence."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from provisions.analysis.counting import capital, counted
from provisions.analysis.dates import find_dates
from provisions.analysis.describing.headings import is_document_title
from provisions.analysis.diffing import ChangeClass, ClauseChangeKind, ClauseEdit, TextDiff
from provisions.analysis.explaining import ReadClause
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.differences import in_one_line, object_of, summary_of_change
from provisions.analysis.summarizing.points import DATE_LINE, listed_words, merged, told_points
from provisions.analysis.summarizing.quoting import said, words_exchanged
from provisions.analysis.summarizing.turned import NOTHING, Turned, line_on
from provisions.analysis.summarizing.what_to_do import APPLIES_FROM

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
_LINE_LIMIT = 150
_FIGURE = re.compile(r"\d")  # in every date
_PLACES = re.compile(r" under “.*?”(?=, one of them: )")
_DATE_WORDS = re.compile(
    r"\b(?:last|updated?|effective|revised|modified|posted|published|version|date|as|of|on|from|since|these|this|is|was|terms|policy)\b|\W+",
    re.IGNORECASE,
)


def summary_of_edit(
    edit: ClauseEdit, old: ReadClause | None, new: ReadClause | None, turned: Turned = NOTHING
) -> str:
    """What changed in one clause; by its type where it has one, else by what its sentences turn and where it stands."""
    there = edit.after or edit.before
    if there is None:
        return ""
    kind = edit.told_as.value
    if _is_of_dates(edit):
        return DATE_LINE
    if there.kind is Kind.HEADING:
        return f"Heading {kind}: “{_short(there.text)}”"
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
    ) if kind != "reworded" or (old and new) else ""  # fmt: skip
    if line:
        return line
    if turned.points:
        return line_on(turned, "", there, read.type)
    subject = capital(object_of(read.type))
    words = words_exchanged(edit) or said(edit, _QUOTED_ALONE)
    return f"{subject}: {words}" if words else f"{subject} reworded{where}"


def _place_of(trail: tuple[str, ...]) -> str:
    if not trail or _only_date(trail[-1]) or is_document_title(trail[-1]):
        return ""
    return f" under “{_short(trail[-1])}”"


def _is_of_dates(edit: ClauseEdit) -> bool:
    """Do the two sides differ in dates alone, or is the passage nothing but the line that states one?"""
    sides = [clause.text for clause in (edit.before, edit.after) if clause is not None]
    if len(sides) == 1:
        return _only_date(sides[0])
    if not all(_FIGURE.search(text) for text in sides):
        return False
    bare = [_without_dates(text) for text in sides]
    return bare[0] == bare[1] and sides[0] != sides[1]


@lru_cache(maxsize=256)  # asked of the same headings for each passage below them
def _only_date(text: str) -> bool:
    return (
        len(text) < _LINE_LIMIT and bool(find_dates(text)) and not _DATE_WORDS.sub("", _without_dates(text))
    )


def _without_dates(text: str) -> str:
    for start, end, _ in reversed(find_dates(text)):
        text = text[:start] + text[end:]
    return " ".join(text.split())


def points_of(
    lines: Sequence[str],
    *,
    stated_before: date | None,
    stated_after: date | None,
    effective_on: date | None,
    loud: bool,
    advice: Sequence[str] = (),
) -> list[str]:
    """At most seven points: what changed, weightiest first; whom it affects and what one can do; what its dates say.

    `lines` are the clauses' summaries, weightiest first; `advice` comes from `advice_on`.
    """
    ends = [*advice, *_on_dates(stated_before, stated_after, effective_on, loud=loud)]
    room = max(1, _MOST_POINTS - len(ends))
    told = told_points(lines)
    quiet = [] if loud and len(told) >= room else merged(lines, other=bool(told))
    body = told + quiet
    if len(body) > room:
        left = len(body) - room + 1
        body = [*body[: room - 1], f"{left} other, smaller changes"]
    return [*body, *ends]


def _on_dates(
    stated_before: date | None, stated_after: date | None, effective_on: date | None, *, loud: bool
) -> list[str]:
    points = []
    if loud and stated_after is not None and stated_after == stated_before:
        points.append(f"The text changed, but its “last updated” date is still {_day(stated_after)}")
    elif not loud and stated_after != stated_before and stated_after is not None:
        points.append(f"The stated date moved to {_day(stated_after)} although the words did not change")
    elif stated_after is not None and stated_after != stated_before:
        points.append(f"The document says it was last updated on {_day(stated_after)}")
    if loud and effective_on is not None:
        points.append(f"{APPLIES_FROM} {_day(effective_on)}")
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


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
