"""Identity: a clause stays itself through rewording, moving, splitting and merging."""

from hypothesis import given
from hypothesis import strategies as st

from provisions.analysis.clauses import split_clauses
from provisions.analysis.diffing import diff_texts
from provisions.analysis.matching import Fate, Match, continue_clauses

_KEEP = (
    "We keep the records of your purchases for as long as tax law asks us to keep them, which is ten years."
)
_SHARE = (
    "We share your contact details with the carriers that bring your parcel, and with nobody else at all."
)
_ADS = "Advertisers learn how many people saw a message, never who they were or what else they looked at."
_RIGHTS = "You can ask for a copy of everything we hold about you and we answer within thirty days of that."


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def _matches(before: str, after: str) -> list[Match]:
    return continue_clauses(split_clauses(before), split_clauses(after), diff_texts(before, after))


def test_untouched_clauses_are_the_same() -> None:
    assert _matches(_text(_KEEP, _ADS), _text(_KEEP, _ADS)) == [
        Match(0, 0, Fate.SAME),
        Match(1, 1, Fate.SAME),
    ]


def test_a_reworded_clause_keeps_its_identity_among_new_neighbours() -> None:
    reworded = _KEEP.replace("ten years", "seven years")
    matches = _matches(_text(_KEEP, _ADS), _text(_SHARE, reworded, _ADS))
    assert matches == [Match(None, 0, Fate.ADDED), Match(0, 1, Fate.REWORDED), Match(1, 2, Fate.SAME)]


def test_a_moved_clause_keeps_its_identity_even_when_edited() -> None:
    edited = _KEEP.replace("ten years", "seven years")
    matches = _matches(_text(_KEEP, _SHARE, _ADS, _RIGHTS), _text(_SHARE, _ADS, _RIGHTS, edited))
    assert Match(0, 3, Fate.MOVED) in matches
    assert sum(match.how is Fate.SAME for match in matches) == 3


def test_a_split_clause_lives_on_in_its_larger_part() -> None:
    matches = _matches(_text(f"{_KEEP} {_SHARE} {_ADS}"), _text(f"{_KEEP} {_SHARE}", _ADS))
    assert matches == [Match(0, 0, Fate.SPLIT), Match(0, 1, Fate.SPLIT, primary=False)]


def test_a_merged_clause_continues_the_larger_of_its_sources() -> None:
    matches = _matches(_text(f"{_KEEP} {_SHARE}", _ADS), _text(f"{_KEEP} {_SHARE} {_ADS}"))
    assert matches == [Match(0, 0, Fate.MERGED), Match(1, 0, Fate.MERGED, primary=False)]


def test_a_clause_that_is_gone_is_removed_and_not_turned_into_another() -> None:
    matches = _matches(_text(_KEEP, _SHARE), _text(_KEEP, _ADS))
    assert matches == [Match(0, 0, Fate.SAME), Match(None, 1, Fate.ADDED), Match(1, None, Fate.REMOVED)]


_paragraphs = st.lists(
    st.sampled_from([_KEEP, _SHARE, _ADS, _RIGHTS, f"{_KEEP} {_ADS}", _KEEP[:40], "## Fees"])
)


@given(_paragraphs, _paragraphs)
def test_every_clause_is_accounted_for_and_none_has_two_identities(old: list[str], new: list[str]) -> None:
    before, after = _text(*old), _text(*new)
    matches = _matches(before, after)
    assert matches == _matches(before, after)
    olds = [match.old_index for match in matches if match.old_index is not None]
    news = [match.new_index for match in matches if match.new_index is not None]
    assert set(olds) == set(range(len(split_clauses(before))))
    assert set(news) == set(range(len(split_clauses(after))))
    primary = [match for match in matches if match.primary]
    for places in ([m.old_index for m in primary], [m.new_index for m in primary]):
        given_places = [place for place in places if place is not None]
        assert len(given_places) == len(set(given_places))
