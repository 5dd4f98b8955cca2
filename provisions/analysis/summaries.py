"""The structured summary of a change: a line for each clause, the lines on the whole, and one sentence."""

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import Levenshtein

from provisions.analysis.counting import capital, counted
from provisions.analysis.dates import find_dates
from provisions.analysis.describing.headings import is_document_title
from provisions.analysis.diffing import ChangeClass, ClauseChangeKind, ClauseEdit, TextDiff
from provisions.analysis.explaining import ReadClause
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.differences import object_of, summary_of_change
from provisions.analysis.summarizing.points import DATE_LINE, listed_words, merged, told_points
from provisions.analysis.summarizing.what_to_do import APPLIES_FROM

_QUIET = {
    ChangeClass.DATE_ONLY: "Only dates changed; the words are the same.",
    ChangeClass.MARKUP_ONLY: "Only layout or typography changed; the words are the same.",
    ChangeClass.REVERTED: "The text went back to an earlier version.",
}
SENTENCE_LIMIT = 180
_SHOWN_IN_SENTENCE = 2
_MOST_POINTS = 7
_QUOTED_WORDS = 7
_LETTERS_OF_SPELLING = 1
_QUOTED_PLACES = 2
_QUOTED_BESIDE = 70  # letters of a passage quoted after its place
_QUOTED_ALONE = 110
_LEAST_TOLD = 3  # words
_LINE_LIMIT = 150
_SECTION_NUMBER = re.compile(r"\d+(?:\.\d+)+|[ivx]+|\([a-z]\)")
_TELLING_WORD = re.compile(r"\w{5}|\d")
_DATE_WORDS = re.compile(
    r"\b(?:last|updated?|effective|revised|modified|posted|published|version|date|as|of|on|from|since|these|this|is|was|terms|policy)\b|\W+",
    re.IGNORECASE,
)


def summary_of_edit(edit: ClauseEdit, old: ReadClause | None, new: ReadClause | None) -> str:
    """What changed in one clause; by its type where it has one, else by where it stands."""
    there = edit.after or edit.before
    if there is None:
        return ""
    if _is_of_dates(edit):
        return DATE_LINE
    if there.kind is Kind.HEADING:
        return f"Heading {edit.kind.value}: “{_short(there.text)}”"
    read = new or old
    where = _place_of(there.trail)
    if read is None:
        words = _exchanged(edit) or _said(edit, _QUOTED_BESIDE if where else _QUOTED_ALONE)
        return f"Passage {edit.kind.value}{where}: {words}" if words else f"Passage {edit.kind.value}{where}"
    line = summary_of_change(
        edit.kind.value,
        read.type,
        edit.before.text if edit.before else "",
        edit.after.text if edit.after else "",
        old.attributes if old else (),
        new.attributes if new else (),
    ) if edit.kind.value != "reworded" or (old and new) else ""  # fmt: skip
    if line:
        return line
    subject = capital(object_of(read.type))
    words = _exchanged(edit) or _said(edit, _QUOTED_ALONE)
    return f"{subject}: {words}" if words else f"{subject} reworded{where}"


def _place_of(trail: tuple[str, ...]) -> str:
    if not trail or _only_date(trail[-1]) or is_document_title(trail[-1]):
        return ""
    return f" under “{_short(trail[-1])}”"


def _said(edit: ClauseEdit, limit: int) -> str:
    """What a passage says now or said before, in its own words: all of one that came or went, else the longest new piece."""
    if edit.kind.value in ("added", "removed"):
        there = edit.after or edit.before
        return f"“{_clipped(there.text, limit)}”" if there else ""
    for op, verb in (("insert", "now says"), ("delete", "no longer says")):
        pieces = [piece.text.strip(" .,;:()\n") for piece in edit.edits if piece.op == op]
        longest = max(pieces, key=len, default="")
        if longest.count(" ") >= _LEAST_TOLD - 1:
            return f"{verb} “{_clipped(longest, limit)}”"
    return ""


def _clipped(text: str, limit: int) -> str:
    """The first words of a text, as many as there is room for."""
    words = " ".join(text.split())
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _is_of_dates(edit: ClauseEdit) -> bool:
    """Do the two sides differ in dates alone, or is the passage nothing but the line that states one?"""
    sides = [clause.text for clause in (edit.before, edit.after) if clause is not None]
    if len(sides) == 1:
        return _only_date(sides[0])
    bare = [_without_dates(text) for text in sides]
    return bare[0] == bare[1] and sides[0] != sides[1]


def _only_date(text: str) -> bool:
    return (
        len(text) < _LINE_LIMIT and bool(find_dates(text)) and not _DATE_WORDS.sub("", _without_dates(text))
    )


def _without_dates(text: str) -> str:
    for start, end, _ in reversed(find_dates(text)):
        text = text[:start] + text[end:]
    return " ".join(text.split())


def _exchanged(edit: ClauseEdit) -> str:
    """The words themselves, where few were exchanged ("“30 partners” is now “45 partners”"); empty where many were."""
    changed = [piece for piece in edit.edits if piece.op != "same" and re.search(r"\w", piece.text)]
    if (
        edit.kind.value != "reworded"
        or not 1 <= len(changed) <= _QUOTED_PLACES
        or any(len(piece.text.split()) > _QUOTED_WORDS for piece in changed)
    ):
        return ""
    lost, come = (
        [piece.text.strip(" .,;:()\n") for piece in changed if piece.op == op] for op in ("delete", "insert")
    )
    if not any(_TELLING_WORD.search(words) for words in lost + come) or all(
        _SECTION_NUMBER.fullmatch(words) for words in lost + come
    ):
        return ""
    if len(lost) == 1 and len(come) == 1 and _same_spelt_otherwise(lost[0], come[0]):
        return ""
    if len(lost) == 1 and len(come) == 1:
        return f"“{lost[0]}” is now “{come[0]}”"
    if len(changed) == 1:
        return f"“{(lost or come)[0]}” {'removed' if lost else 'added'}"
    return ""


def _same_spelt_otherwise(lost: str, come: str) -> bool:
    """ "labeled" and "labelled": a difference of spelling, not of meaning."""
    lost, come = (
        re.sub(r"n['’]t\b", " not", words).replace("’", "'").replace("ca not", "cannot")
        for words in (lost, come)
    )
    if lost.lower() == come.lower():
        return True
    if any(mark.isdigit() for mark in lost + come) or {"not", "no"} & {
        *lost.lower().split(),
        *come.lower().split(),
    }:
        return False
    return bool(Levenshtein.distance(lost.lower(), come.lower()) <= _LETTERS_OF_SPELLING)


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
        body = [*body[: room - 1], f"{left} smaller changes beside these"]
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
        sentence = "; ".join(told[:shown]) + _rest(len(told) - shown)
        if len(sentence) <= SENTENCE_LIMIT:
            return sentence
    rest = _rest(len(told) - 1)
    return told[0][: SENTENCE_LIMIT - len(rest) - 1].rstrip(" ,;") + "…" + rest


def _rest(number: int) -> str:
    if number <= 0:
        return "."
    return f"; {counted(number, 'more point')}."


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
