"""Which provision a clause of the new version is: each keeps its address through edits, moves, splits and merges."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.db import connection

from platforms.archive import text_sha256
from platforms.inserting import insert_rows
from platforms.models import Version
from provisions.analysis.clause_types import TAXONOMY
from provisions.analysis.clauses import Clause, split_clauses
from provisions.analysis.describing.patterns import Told
from provisions.analysis.diffing import TextDiff
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.matching import continue_clauses
from provisions.analysis.quoting import find_quote
from provisions.analysis.tagging import TAGGER
from provisions.answering import keep_answering
from provisions.beginnings import beginning_of, event_of, stood_before
from provisions.explanations import Names, explain, named_in_title, told_of
from provisions.models import Provision, ProvisionEvent

_WORD = re.compile(r"\w+")
Kind = ProvisionEvent.Kind
_Read = tuple[str, tuple[str, ...], str]  # all of a clause that `read_clause` looks at: text, trail, lead-in


@dataclass(slots=True)
class Followed:
    """What became of a document's provisions in one version."""

    by_start: dict[int, Provision] = field(default_factory=dict)
    removed: dict[int, Provision] = field(default_factory=dict)
    events: list[ProvisionEvent] = field(default_factory=list)
    rewritten: set[int] = field(default_factory=set)  # keys of those whose quotes have other letters now
    explained: set[int] = field(default_factory=set)  # keys of those explained anew

    def provision_at(self, before: Clause | None, after: Clause | None) -> Provision | None:
        """The provision that a clause change is about, by where the clause stands in either text."""
        if after is not None and after.start in self.by_start:
            return self.by_start[after.start]
        return self.removed.get(before.start) if before is not None else None


def follow_provisions(
    version: Version, *, before_text: str | None = None, diff: TextDiff | None = None, ours: bool = False
) -> Followed:
    """Carry the document's provisions into `version` and record what happened to each.

    `before_text` is today's reading of what stood before and `diff` leads from it to the version's text; both are
    None for a first version. `ours`: the text differs only by our own reading of it, so nothing happened and no
    event is recorded.
    """
    clauses = split_clauses(version.text)
    followed = Followed()
    names = Names(version.document)
    taken: set[int] = set()
    silent: set[_Read] = set()
    stood: dict[int, Clause] = {}
    if before_text is not None and diff is not None:
        standing = list(version.document.provisions.filter(removed_at=None).defer("lexemes"))
        old = split_clauses(before_text)
        silent = set() if ours else _silent(version, before_text, old, standing)
        continued = {
            match.old_index: match.new_index
            for match in continue_clauses(old, clauses, diff)
            if match.primary and match.old_index is not None and match.new_index is not None
        }
        taken = _carry(version, clauses, before_text, old, standing, diff, continued, followed, names)
        stood = {} if ours else stood_before(old, clauses, continued, taken)
    fresh = [
        clause
        for index, clause in enumerate(clauses)
        if index not in taken and _read_of(clause) not in silent
    ]
    _introduce(version, fresh, stood, followed, names)
    _check_quotes(version, followed)
    keep_answering(version, clauses, followed.by_start)
    if not ours:
        insert_rows(followed.events)
    return followed


def _check_quotes(version: Version, followed: Followed) -> None:
    """Nothing is published that is not in the text, letter by letter: better no version than a wrong quote."""
    for provision in followed.by_start.values():
        if version.text[provision.start : provision.end] != provision.quote:
            raise ValueError(f"{provision.slug}: the quote is not the text of version {version.number}.")


def _read_of(clause: Clause) -> _Read:
    return clause.text, clause.trail, clause.lead_in


def _silent(
    version: Version, before_text: str, old: Sequence[Clause], standing: Sequence[Provision]
) -> set[_Read]:
    """What was read for the version before, as it is read today, and said nothing: most of a text, which is not read again."""
    if not standing or any((one.tagger, one.taxonomy) != (TAGGER, TAXONOMY) for one in standing):
        return set()
    before = version.document.versions.filter(number=version.number - 1, sha256=text_sha256(before_text))
    if not before.exists():  # our parser reads it otherwise now
        return set()
    quotes = {provision.quote for provision in standing}
    told = {_words(quote) for quote in quotes}
    others = (clause for clause in old if clause.text not in quotes)
    return {_read_of(clause) for clause in others if _words(clause.text) not in told}


def _carry(
    version: Version,
    clauses: Sequence[Clause],
    before_text: str,
    old: Sequence[Clause],
    standing: Sequence[Provision],
    diff: TextDiff,
    continued: Mapping[int, int],
    followed: Followed,
    names: Names,
) -> set[int]:
    """Moves standing provisions onto the new clauses that continue theirs; the rest are removed."""
    moved = {edit.after.start for edit in diff.edits if edit.kind == "moved" and edit.after}
    taken: set[int] = set()
    lost: list[tuple[int, Provision]] = []
    for provision in standing:
        place = _place_in(before_text, provision)
        index = clause_at(old, place)
        new = continued.get(index) if index is not None else None
        if new is None or new in taken:
            lost.append((place if place is not None else provision.start, provision))
            continue
        taken.add(new)
        _continue(version, provision, clauses[new], followed, names, moved=clauses[new].start in moved)
    gone = _without_twins(version, lost, clauses, taken, followed, names)
    _remove(version, gone, followed)
    _keep_places(version, followed)
    return taken


def _without_twins(
    version: Version,
    lost: Sequence[tuple[int, Provision]],
    clauses: Sequence[Clause],
    taken: set[int],
    followed: Followed,
    names: Names,
) -> list[Provision]:
    """The lost provisions that are really gone: one whose words also stood elsewhere goes on in that place."""
    if not lost:
        return []
    twins = {_words(clause.text): index for index, clause in enumerate(clauses) if index not in taken}
    gone = []
    for place, provision in lost:
        index = twins.pop(_words(provision.quote), None)
        if index is None:
            gone.append(provision)
            followed.removed[place] = provision
        else:
            taken.add(index)
            _continue(version, provision, clauses[index], followed, names)
    return gone


def _keep_places(version: Version, followed: Followed) -> None:
    """Where the carried provisions stand now, in one statement; those with new words are saved whole.

    A quote that stays as it was is not written: the database would take its words apart again for the search.
    """
    whole = followed.rewritten | followed.explained
    moved = [provision for provision in followed.by_start.values() if provision.pk not in whole]
    for provision in followed.by_start.values():
        if provision.pk in followed.explained:
            provision.save()
        elif provision.pk in followed.rewritten:
            provision.save(update_fields=_PLACED)
    if moved:
        with connection.cursor() as cursor:
            cursor.execute(
                _PLACES,
                [
                    version.pk,
                    [provision.pk for provision in moved],
                    [provision.start for provision in moved],
                    [provision.end for provision in moved],
                    [json.dumps(provision.trail) for provision in moved],
                ],
            )


_PLACED = ("version", "start", "end", "quote", "trail")
_PLACES = """
    UPDATE provisions_provision AS provision
    SET version_id = %s, start = place.start, "end" = place.finish, trail = place.trail::jsonb
    FROM unnest(%s::bigint[], %s::int[], %s::int[], %s::text[]) AS place (id, start, finish, trail)
    WHERE provision.id = place.id
"""


def _place_in(text: str, provision: Provision) -> int | None:
    """Where the provision's quote stands in a text; usually where it always stood."""
    if text[provision.start : provision.end] == provision.quote:
        return provision.start
    found = find_quote(text, provision.quote, near=provision.start)
    return found[0] if found else None


def clause_at(clauses: Sequence[Clause], place: int | None) -> int | None:
    """The number of the clause that stands at a character of the text."""
    if place is None:
        return None
    index = bisect_right(clauses, place, key=lambda clause: clause.start) - 1
    return index if index >= 0 and place < clauses[index].end else None


def _continue(
    version: Version,
    provision: Provision,
    clause: Clause,
    followed: Followed,
    names: Names,
    *,
    moved: bool = False,
) -> None:
    rewritten = provision.quote != clause.text
    reworded = rewritten and _words(provision.quote) != _words(clause.text)
    # What an item says hangs on the line above it: "We share it with:" may have become "We never share it with:".
    hangs_otherwise = _words(provision.lead_in) != _words(clause.lead_in)
    if rewritten:
        followed.rewritten.add(provision.pk)
    _place(provision, version, clause)
    if reworded or hangs_otherwise:
        _explain_anew(version, provision, clause, names)
        followed.explained.add(provision.pk)
    if reworded:
        provision.changed_at = version.taken_at
        followed.events.append(event_of(provision, version, Kind.REWORDED, clause.text))
    elif moved:
        followed.events.append(event_of(provision, version, Kind.MOVED, clause.text))
    followed.by_start[clause.start] = provision


def _explain_anew(version: Version, provision: Provision, clause: Clause, names: Names) -> None:
    """What is said of the new words; the title stays, unless it names what they no longer state."""
    read = read_clause(clause) or read_clause(clause, published=tuple(provision.types))
    if read is None:
        return
    named, told = named_in_title(provision), told_of(read, version.document)
    explain(provision, read, told)
    standing = {fact["value"] for fact in provision.attributes}
    low = clause.text.lower()
    if any(value not in standing and value.lower() not in low for value in named):
        names.renew(provision, told)


def _remove(version: Version, gone: Iterable[Provision], followed: Followed) -> None:
    gone = list(gone)
    for provision in gone:
        provision.removed_at = provision.changed_at = version.taken_at
        followed.events.append(event_of(provision, version, Kind.REMOVED, provision.quote))
    if gone:
        keys = [provision.pk for provision in gone]
        Provision.objects.filter(pk__in=keys).update(removed_at=version.taken_at, changed_at=version.taken_at)


def _introduce(
    version: Version,
    clauses: Sequence[Clause],
    stood: Mapping[int, Clause],
    followed: Followed,
    names: Names,
) -> None:
    """New provisions for clauses that say something with confidence; the same clause twice is one provision.

    A clause that `stood` before and only now says it plainly enough was introduced when its words came.
    """
    seen = {_words(provision.quote) for provision in followed.by_start.values()}
    earlier: Mapping[str, int] | None = None if version.number > 1 else {}
    fresh = []
    for clause in clauses:
        words = _words(clause.text)
        read = read_clause(clause) if words not in seen else None
        if read is None:
            continue
        seen.add(words)
        if earlier is None:
            earlier = _removed_before(version)
        if words in earlier:
            provision = version.document.provisions.get(pk=earlier[words])
            _restore(provision, version, read)
            followed.events.append(event_of(provision, version, Kind.RESTORED, clause.text))
        else:
            told = told_of(read, version.document)
            provision = names.give(_new(version, read, told), told)
            fresh.append(provision)
            followed.events += beginning_of(provision, version, stood.get(clause.start))
        followed.by_start[clause.start] = provision
    insert_rows(fresh)


def _removed_before(version: Version) -> dict[str, int]:
    """The keys of provisions that an earlier version lost, by their words."""
    removed = version.document.provisions.exclude(removed_at=None)
    return {_words(quote): key for quote, key in removed.values_list("quote", "pk")}


def _new(version: Version, read: ReadClause, told: Told) -> Provision:
    provision = Provision(
        document=version.document, introduced_at=version.taken_at, changed_at=version.taken_at
    )
    _place(provision, version, read.clause)
    explain(provision, read, told)
    return provision


def _restore(provision: Provision, version: Version, read: ReadClause) -> None:
    provision.removed_at, provision.changed_at = None, version.taken_at
    _place(provision, version, read.clause)
    explain(provision, read, told_of(read, version.document))
    provision.save()


def _place(provision: Provision, version: Version, clause: Clause) -> None:
    provision.version, provision.start, provision.end = version, clause.start, clause.end
    provision.quote, provision.trail, provision.lead_in = clause.text, list(clause.trail), clause.lead_in


@lru_cache(maxsize=1024)  # most clauses stand in either text, and are asked about in turn by each step
def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
