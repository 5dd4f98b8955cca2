"""When a provision began: with the version that first says it plainly, or earlier, where its words stood less plainly."""

from collections.abc import Container, Mapping, Sequence

from rapidfuzz.distance import Indel

from platforms.models import Version
from provisions.analysis.clauses import Clause
from provisions.analysis.comparing.words import words_of
from provisions.models import Provision, ProvisionEvent

_SAME_WORDS = 0.9  # share of its words that a clause keeps to be the one that stood before
_AT_ONCE = 20  # versions fetched in looking back
Kind = ProvisionEvent.Kind


def stood_before(
    old: Sequence[Clause], clauses: Sequence[Clause], continued: Mapping[int, int], taken: Container[int]
) -> dict[int, Clause]:
    """The old clauses that new ones repeat nearly word for word, by where the new ones start.

    `continued` leads from the number of an old clause to that of the new one which continues it; those `taken` go on as
    the provisions that they were.
    """
    return {
        clauses[new].start: old[index]
        for index, new in continued.items()
        if new not in taken
        and (
            old[index].text == clauses[new].text
            or Indel.normalized_similarity(words_of(old[index].text), words_of(clauses[new].text))
            >= _SAME_WORDS
        )
    }


def beginning_of(provision: Provision, version: Version, before: Clause | None) -> list[ProvisionEvent]:
    """The first events of a new provision: it came with this version, or with the one that first held the clause `before`."""
    came = _came_with(version, before.text) if before is not None else None
    if before is None or came is None:
        return [event_of(provision, version, Kind.INTRODUCED, provision.quote)]
    provision.introduced_at = came.taken_at
    introduced = event_of(provision, came, Kind.INTRODUCED, before.text)
    if words_of(before.text) == words_of(provision.quote):
        provision.changed_at = came.taken_at
        return [introduced]
    return [introduced, event_of(provision, version, Kind.REWORDED, provision.quote)]


def event_of(provision: Provision, version: Version, kind: ProvisionEvent.Kind, quote: str) -> ProvisionEvent:
    """What happened to a provision in a version, with its words there."""
    return ProvisionEvent(provision=provision, version=version, kind=kind, at=version.taken_at, quote=quote)


def _came_with(version: Version, text: str) -> Version | None:
    """The first of the versions in a row before `version` that hold a text; None where the last of them does not."""
    first = None
    earlier = version.document.versions.filter(number__lt=version.number).order_by("-number")
    for one in earlier.iterator(chunk_size=_AT_ONCE):
        if text not in one.text:
            break
        first = one
    return first
