"""A clause removed here and one of its type added there are often one clause in other words: told as one difference."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from provisions.analysis.attributes import AttributeKind
from provisions.analysis.clauses import Clause
from provisions.analysis.counting import capital, listed
from provisions.analysis.describing.headings import is_document_title
from provisions.analysis.describing.ways_out import PLACES_TO_GO, values_of, way_out
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.stance import Direction
from provisions.analysis.summarizing.date_lines import only_date
from provisions.analysis.summarizing.differences import object_of, summary_of_change
from provisions.analysis.summarizing.sides import Seen
from provisions.analysis.summarizing.what_to_do import OPT_OUT_IN_TIME, WAY_OUT

_ALIKE = 55.0  # of 100, by the words in common
_MOST_ADVICE = 2
_AUDIENCES = (
    ("people in the EEA, the UK or Switzerland", r"european economic area|\beea\b|european union|\bgdpr\b|united kingdom|switzerland"),
    ("residents of California", r"california|ccpa|cpra"),
    ("residents of single US states", r"colorado|connecticut|virginia|\butah\b|\btexas\b|\boregon\b"),
    ("children and their parents", r"\bchild(?:ren)?\b|\bteens?\b|\bparents?\b|under (?:the age of )?1[368]"),
    ("developers", r"\bdevelopers?\b|\bapi\b"),
    ("sellers", r"\bsellers?\b|\bmerchants?\b"),
    ("creators", r"\bcreators?\b|\bmonetiz"),
    ("subscribers", r"\bsubscri(?:ption|ber)s?\b"),
)  # fmt: skip
_COME_OR_GONE = re.compile(r"(?:waiver|^Way to opt out\b.*|; way to opt out\b.*) (?:added|removed)\b")
_WAIVES_OR_CHOOSES = re.compile(r"\b(?:class|jury|opt(?:ing)?[- ]?out|object)\b", re.IGNORECASE)
_AUDIENCE_PATTERNS = tuple((words, re.compile(pattern, re.IGNORECASE)) for words, pattern in _AUDIENCES)
_WAYS = frozenset((*PLACES_TO_GO, AttributeKind.OPT_OUT))
_REFUSING = re.compile(
    r"\bopt(?:s|ed|ing)?[- ]?out|\bobject\b|unsubscrib|disabl|\bturn|withdraw|reject|\bcancel(?!lation|ed|led)|\bchoos|\bchoice|\bcontrol|\bmanage|\badjust|"
    r"\brefus|\bblock|\bdelet|\bchange\b|\bstop\b|\blimit\b",
    re.IGNORECASE,
)
_OPT_OUTABLE = frozenset(
    ("ai_training", "arbitration", "class_action_waiver", "tracking_advertising", "data_sharing", "data_usage", "auto_renewal")
)  # fmt: skip


def paired(seen: Sequence[Seen], lines: Sequence[str], unchanged: Sequence[Clause] = ()) -> list[str]:
    """The edits' own `lines`, in order; of two edits that are one clause written anew one line tells both, the other is empty.

    What an `unchanged` clause says has neither come nor gone.
    """
    lines = list(lines)
    for gone, come, old, new in _pairs(seen):
        line = summary_of_change(
            "reworded", old.type, old.clause.text, new.clause.text, old.attributes, new.attributes
        )
        if line:
            lines[come], lines[gone] = line, ""
    standing = (
        [
            read
            for clause in unchanged
            if _WAIVES_OR_CHOOSES.search(clause.text) and (read := read_clause(clause))
        ]
        if any(_COME_OR_GONE.search(line) for line in lines)
        else []
    )
    moved = _kept_elsewhere(seen, standing)
    return [moved.get(line) or _without(line, moved) for line in lines] if moved else lines


def _kept_elsewhere(seen: Sequence[Seen], standing: Sequence[ReadClause]) -> dict[str, str]:
    """Facts that one clause seems to lose or gain while another clause of the same change has them on the other side, or an
    unchanged one on both: what is said instead, by what would be said."""
    old_sides = [*standing, *(old for _, old, _ in seen if old is not None)]
    new_sides = [*standing, *(new for _, _, new in seen if new is not None)]
    kept: dict[str, str] = {}
    for name, kind in (
        ("Class-action waiver", AttributeKind.CLASS_WAIVER),
        ("Jury waiver", AttributeKind.JURY_WAIVER),
    ):
        if all(any(values_of(side.attributes, kind) for side in sides) for sides in (old_sides, new_sides)):
            stands = any(values_of(side.attributes, kind) for side in standing)
            kept |= {
                f"{name} {verb}": f"Another {name.lower()} {verb}" if stands else f"{name} rewritten"
                for verb in ("added", "removed")
            }
    for type in _OPT_OUTABLE:
        if all(any(_has_way(side, type) for side in sides) for sides in (old_sides, new_sides)):
            kept |= {f"Way to opt out of {object_of(type)} {verb}": "" for verb in ("added", "removed")}
    return kept


def _has_way(side: ReadClause, type: str) -> bool:
    return side.type == type and bool(way_out(type, side.attributes, side.clause.text))


def _without(line: str, kept: dict[str, str]) -> str:
    """A line of one or two facts with those that another clause keeps told as such, or left out."""
    facts = [fact for fact in line.split("; ") if fact]
    told = [kept.get(capital(fact), fact) for fact in facts]
    return line if told == facts else capital("; ".join(fact for fact in told if fact))


def _pairs(seen: Sequence[Seen]) -> Iterator[tuple[int, int, ReadClause, ReadClause]]:
    """A removed and an added clause of one type that share most of their words, by index and as read; the likest first."""
    removed = [(place, old) for place, (edit, old, _) in enumerate(seen) if edit.kind == "removed" and old]
    added = [(place, new) for place, (edit, _, new) in enumerate(seen) if edit.kind == "added" and new]
    likely = []
    for gone, old in removed:
        for come, new in added:
            if old.type == new.type:
                score = fuzz.token_set_ratio(old.clause.text, new.clause.text, score_cutoff=_ALIKE)
                if score:
                    likely.append((-score, gone, come, old, new))
    taken: set[int] = set()
    for _, gone, come, old, new in sorted(likely, key=lambda pair: pair[:3]):
        if not taken & {gone, come}:
            taken |= {gone, come}
            yield gone, come, old, new


def advice_on(seen: Sequence[Seen]) -> list[str]:
    """Whom the change affects, where all of it speaks of the same people, and what the new text lets one do by when."""
    return [point for point in (_affected(seen), _to_do(seen)) if point][:_MOST_ADVICE]


def _affected(seen: Sequence[Seen]) -> str:
    sides = [edit.after or edit.before for edit, _, _ in seen]
    places = [
        " ".join(heading for heading in side.trail if not is_document_title(heading))
        for side in sides
        if side and not only_date(side.text)
    ]
    named = [words for words, pattern in _AUDIENCE_PATTERNS if places and all(map(pattern.search, places))]
    return f"Concerns {named[0]}" if named else ""


def _to_do(seen: Sequence[Seen]) -> str:
    """The first deadline or way to refuse that an added or reworded clause gives."""
    best = ""
    for edit, old, new in seen:
        if new is None or edit.told_as == "moved" or new.type not in _OPT_OUTABLE:
            continue
        deadlines = values_of(new.attributes, AttributeKind.OPT_OUT_DEADLINE)
        if deadlines and (
            old is None or values_of(old.attributes, AttributeKind.OPT_OUT_DEADLINE) != deadlines
        ):
            return f"{OPT_OUT_IN_TIME} {object_of(new.type)} within {listed(deadlines, 1)}"
        way = (
            way_out(new.type, new.attributes, new.clause.text)
            if new.direction is not Direction.NEUTRAL
            else ""
        )
        if (
            way
            and not best
            and _is_to_refuse(new)
            and (old is None or way_out(old.type, old.attributes, old.clause.text) != way)
        ):
            best = f"{WAY_OUT} {object_of(new.type)}: {way}"
    return best


def _is_to_refuse(new: ReadClause) -> bool:
    """Do the words on the way stand in a sentence on refusing, and not in one that only names settings or an address?"""
    ways = [fact.start for fact in new.attributes if fact.kind in _WAYS]
    return any(
        _REFUSING.search(new.clause.text, start, end)
        for start, end in sentence_spans(new.clause.text)
        if any(start <= way < end for way in ways)
    )
