"""Quotes: found character for character, or through their typography, never made up."""

from hypothesis import given
from hypothesis import strategies as st

from provisions.analysis.quoting import find_quote, locate_quote

_TEXT = "# Terms\n\nYou can’t “sue” us — ever.\n\nWe share with:\n\n- banks;\n\n- courts.\n\nWe share with:\n"


def test_a_quote_is_found_exactly_where_it_stands() -> None:
    start, end = find_quote(_TEXT, "“sue” us") or (0, 0)
    assert _TEXT[start:end] == "“sue” us"


def test_of_several_places_the_nearest_is_taken() -> None:
    first, second = _TEXT.find("We share"), _TEXT.rfind("We share")
    assert find_quote(_TEXT, "We share with:") == (first, first + 14)
    assert find_quote(_TEXT, "We share with:", near=second - 3) == (second, second + 14)
    assert find_quote(_TEXT, "We share with:", near=first + 2) == (first, first + 14)


def test_what_is_not_there_is_not_found() -> None:
    assert find_quote(_TEXT, "We sell") is None
    assert find_quote(_TEXT, "") is None
    assert locate_quote(_TEXT, "you can sue us") is None
    assert locate_quote(_TEXT, " — ") is not None
    assert locate_quote(_TEXT, "***") is None


def test_a_retyped_quote_is_located_as_the_text_has_it() -> None:
    start, end = locate_quote(_TEXT, 'you can\'t "sue"  us - ever.') or (0, 0)
    assert _TEXT[start:end] == "You can’t “sue” us — ever."


def test_a_quote_copied_from_a_list_is_located_over_its_markers() -> None:
    start, end = locate_quote(_TEXT, "We share with: banks; courts.") or (0, 0)
    assert _TEXT[start:end] == "We share with:\n\n- banks;\n\n- courts."


@given(st.text(min_size=1), st.integers(0, 60), st.integers(1, 20), st.integers(-5, 80))
def test_every_piece_of_a_text_is_found_again(text: str, start: int, length: int, near: int) -> None:
    quote = text[start % len(text) :][:length]
    found = find_quote(text, quote, near)
    assert found is not None
    assert text[found[0] : found[1]] == quote
    places = [place for place in range(len(text)) if text.startswith(quote, place)]
    assert abs(found[0] - near) == min(abs(place - near) for place in places)
