"""A version's text as Markdown: what others read in it is there, and read back it is the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provisions.analysis.extraction import read_markdown
from provisions.analysis.pages.markdown_writing import markdown_of
from provisions.analysis.structure import Block, Kind, text_of

_WORDS = st.lists(
    st.text("ab1.)#-+*_=~`|\\[]<>!&;:'\"(é社", min_size=1, max_size=8), min_size=1, max_size=6
).map(" ".join)
_CELLS = st.lists(_WORDS.filter(lambda words: "|" not in words.split()), min_size=2, max_size=4).map(
    " | ".join
)


def of_kind(kind: Kind, words: st.SearchStrategy[str], highest: int = 0) -> st.SearchStrategy[Block]:
    return st.builds(Block, st.just(kind), words, st.integers(min(1, highest), highest))


_BLOCKS = st.lists(
    of_kind(Kind.PARAGRAPH, _WORDS)
    | of_kind(Kind.HEADING, _WORDS, 6)
    | of_kind(Kind.ITEM, _WORDS, 4)
    | of_kind(Kind.ROW, _CELLS),
    max_size=8,
)


@given(_BLOCKS)
def test_what_is_written_is_read_back_whatever_the_words(blocks: list[Block]) -> None:
    text = text_of(blocks)
    assert read_markdown(markdown_of(text)).text == text


def test_rows_become_tables_that_others_can_read() -> None:
    text = "# Fees\n\n| way | fee |\n\n| card | 2 % |\n\n| a | b | c |\n\nThat is all.\n"
    assert markdown_of(text) == (
        "# Fees\n\n| way | fee |\n| --- | --- |\n| card | 2 % |\n\n"
        "|  |  |  |\n| --- | --- | --- |\n| a | b | c |\n\nThat is all.\n"
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("We keep snake_case and 2 * 3.", "We keep snake\\_case and 2 \\* 3."),
        ("1. Who we are", "1\\. Who we are"),
        ("\u200b# is a sign", "\\# is a sign"),
        ("Terms & conditions &amp; more", "Terms & conditions \\&amp; more"),
        ("- outer\n\n  - inner", "- outer\n\n  - inner"),
        ("", ""),
    ],
)
def test_what_means_something_in_markdown_is_escaped_and_nothing_else(text: str, markdown: str) -> None:
    assert markdown_of(text).rstrip("\n") == markdown
