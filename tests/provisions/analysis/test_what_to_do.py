"""Points of a summary that say what one can do and by when, told apart from what changed."""

from provisions.analysis.summarizing.what_to_do import what_changed, what_to_do

CHANGED = "Data retention: 24 months, before 30 days"
WAY = "What you can do about AI training: opting out"
DATE = "The document says it applies from 3 May 2026"


def test_ways_and_dates_stand_apart_from_what_changed() -> None:
    assert what_changed([CHANGED, WAY, DATE]) == [CHANGED]
    assert what_to_do([CHANGED, WAY, DATE]) == [WAY, DATE]


def test_where_the_text_says_neither_that_is_said() -> None:
    way, date = what_to_do([CHANGED])
    assert "no new way to opt out" in way
    assert "does not say when the change takes effect" in date
    assert what_to_do([DATE])[1:] == [DATE]
