"""Scripts that are read from right to left, as they are put on paper."""

import unicodedata

import pytest

from monitoring.right_to_left import joined, runs_right_to_left, turned


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("سلام", ["INITIAL FORM", "LIGATURE LAM WITH ALEF FINAL FORM", "ISOLATED FORM"]),
        ("دار", ["ISOLATED FORM", "ISOLATED FORM", "ISOLATED FORM"]),
        ("بيت", ["INITIAL FORM", "MEDIAL FORM", "FINAL FORM"]),
    ],
)
def test_letters_of_arabic_take_the_form_that_their_neighbours_ask_for(words: str, forms: list[str]) -> None:
    names = [unicodedata.name(each) for each in joined(words)]
    assert len(names) == len(forms)
    assert all(name.endswith(form) for name, form in zip(names, forms, strict=True))
    assert unicodedata.normalize("NFKC", joined(words)) == words


def test_marks_stay_over_their_letters_and_do_not_part_them() -> None:
    assert unicodedata.normalize("NFKC", joined("يومًا")) == unicodedata.normalize("NFKC", "يومًا")
    assert turned("אִב", right_to_left=True) == "באִ"


def test_a_line_is_turned_but_for_its_numbers_and_latin_words() -> None:
    assert turned("abc", right_to_left=False) == "abc"
    assert turned("אב 12 (Inc) גד", right_to_left=True) == "דג (Inc) 12 בא"
    assert turned("a אב b", right_to_left=False) == "a בא b"
    assert runs_right_to_left("12. אב Inc")
    assert not runs_right_to_left("12. Inc אב")
    assert joined("Terms 条款") == "Terms 条款"
