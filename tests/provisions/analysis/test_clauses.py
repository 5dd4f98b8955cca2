"""Cutting a text into clauses: what a reader would quote, and exactly where it stands."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provisions.analysis.clauses import split_clauses, split_units
from provisions.analysis.comparing.words import words_of
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.structure import Block, Kind, text_of


def _heading(text: str, level: int = 2) -> Block:
    return Block(Kind.HEADING, text, level)


def _paragraph(text: str) -> Block:
    return Block(Kind.PARAGRAPH, text)


def _item(text: str, depth: int = 1) -> Block:
    return Block(Kind.ITEM, text, depth)


_LONG_ITEM = "companies that help us to run the service, such as hosting and payment providers;"


def test_a_paragraph_is_a_clause_under_the_headings_above_it() -> None:
    text = text_of(
        [_heading("Privacy", 1), _heading("Sharing"), _paragraph("We never sell what you give us.")]
    )
    (clause,) = split_clauses(text)
    assert clause.text == "We never sell what you give us."
    assert clause.trail == ("Privacy", "Sharing")


def test_a_heading_of_the_same_level_ends_the_section_before_it() -> None:
    text = text_of([_heading("A"), _heading("B", 3), _paragraph("One."), _heading("C"), _paragraph("Two.")])
    assert [clause.trail for clause in split_clauses(text)] == [("A", "B"), ("C",)]


def test_a_long_item_is_a_clause_with_the_sentence_its_list_hangs_on() -> None:
    text = text_of([_paragraph("Thank you. We may share your data with:"), _item(_LONG_ITEM)])
    lead, item = split_clauses(text)
    assert lead.text.endswith("with:")
    assert (item.text, item.lead_in, item.kind) == (_LONG_ITEM, "We may share your data with:", Kind.ITEM)


def test_a_list_that_follows_a_finished_sentence_hangs_on_nothing() -> None:
    text = text_of([_paragraph("We care about you."), _item(_LONG_ITEM)])
    assert split_clauses(text)[1].lead_in == ""


def test_an_item_of_an_inner_list_hangs_on_the_item_above_it() -> None:
    outer = "partners who help us to measure how well our advertising works, namely:"
    text = text_of([_paragraph("We share with:"), _item(outer), _item(_LONG_ITEM, 2), _item(_LONG_ITEM)])
    assert [clause.lead_in for clause in split_clauses(text)] == [
        "",
        "We share with:",
        outer,
        "We share with:",
    ]


def test_short_items_are_one_clause_with_their_lead_in() -> None:
    text = text_of(
        [_paragraph("We collect:"), _item("Name;"), _item("e-mail address."), _paragraph("That is all.")]
    )
    first, second = split_clauses(text)
    assert first.text == "We collect:\n\n- Name;\n\n- e-mail address."
    assert second.text == "That is all."


def test_short_items_after_a_long_one_are_a_clause_of_their_own() -> None:
    text = text_of([_paragraph("We share with:"), _item(_LONG_ITEM), _item("banks;"), _item("courts.")])
    assert [clause.text for clause in split_clauses(text)][2] == "banks;\n\n- courts."


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = (
        "We keep the records of your purchases for as long as the law of your country asks us to keep them."
    )
    text = text_of([_paragraph(" ".join([sentence] * 12))])
    clauses = split_clauses(text)
    assert len(clauses) > 1
    assert all(
        clause.text.endswith("keep them.") and 40 <= len(clause.text.split()) <= 140 for clause in clauses
    )


def test_a_sentence_that_leans_on_the_one_before_it_stays_with_it() -> None:
    filler = (
        "We keep the records of your purchases for as long as the law of your country asks us to keep them. "
    )
    text = text_of([_paragraph(filler * 3 + "However, you may object to that at any time. " + filler * 4)])
    assert "However" in split_clauses(text)[0].text


@pytest.mark.parametrize(
    "sentences",
    [
        [
            "We, Example, Inc. and its affiliates, act under Art. 6(1)(b) GDPR and Sec. 4.2.",
            "You may object.",
        ],
        ["Courts in the U.S. District of Utah decide, e.g. Salt Lake City.", "We agree."],
        ["1. Definitions apply.", "J. R. Smith wrote them at https://example.com/a.b?c=d. Then he left."],
        ["“We sell nothing.”", "(This holds for all.)", "Does it?", "Yes!"],
        ["This is Example Ltd.", "We operate the service."],
        ["データを収集します。", "共有しません。"],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(sentences: list[str]) -> None:
    text = (" " if sentences[0].isascii() or "“" in sentences[0] else "").join(sentences)
    found = [text[start:end] for start, end in sentence_spans(text)]
    assert found[: len(sentences) - 1] == sentences[:-1]


_TERMS = "we may share your data. Inc. with: 30 days; partners — “all” É。"
_words = st.lists(st.sampled_from(_TERMS.split()), min_size=1)
_text = _words.map(" ".join)
_blocks = st.lists(
    st.one_of(
        st.builds(Block, st.just(Kind.HEADING), _text, st.integers(1, 6)),
        st.builds(Block, st.just(Kind.PARAGRAPH), _text | _words.map(lambda words: " ".join(words * 12))),
        st.builds(Block, st.just(Kind.ITEM), _text, st.integers(1, 3)),
        st.builds(Block, st.just(Kind.ROW), _text),
    ),
    max_size=14,
)


@given(_blocks)
def test_every_clause_is_an_exact_piece_and_no_word_is_left_out(blocks: list[Block]) -> None:
    text = text_of(blocks)
    units = split_units(text)
    assert all(unit.text == text[unit.start : unit.end] for unit in units)
    assert all(left.end <= right.start for left, right in itertools.pairwise(units))
    whole = "".join("".join(words_of(block.text)) for block in blocks)
    assert sum(len("".join(unit.text.split())) for unit in units) >= len(whole)
    outside = text
    for unit in reversed(units):
        outside = outside[: unit.start] + outside[unit.end :]
    assert not any(character.isalnum() for character in outside)
    assert [unit for unit in units if unit.kind is not Kind.HEADING] == split_clauses(text)


@pytest.mark.parametrize("title", ["1.2. Fees and taxes", "B. Refunds", "Section 4: Fees", "ARBITRATION"])
def test_a_title_set_as_a_paragraph_is_a_heading(title: str) -> None:
    text = text_of([_heading("Terms", 1), _paragraph(title), _paragraph("You pay what we ask for.")])
    (clause,) = split_clauses(text)
    assert clause.trail == ("Terms", title)


@pytest.mark.parametrize(
    "line", ["1 High Street, London", "1. You pay us.", "We may.", "Research", "D04 X2K5"]
)
def test_a_short_line_of_another_kind_is_no_heading(line: str) -> None:
    assert [clause.text for clause in split_clauses(text_of([_paragraph(line)]))] == [line]
