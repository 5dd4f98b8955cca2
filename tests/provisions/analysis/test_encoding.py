"""Which encoding a page is in, by what it says and by what it is."""

import pytest

from provisions.analysis.pages.encoding import decode_page, looks_binary

WORDS = "Datenschutzerklärung – für Sie: “naïve” 50 €"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_beats_every_declaration_and_is_no_text(codec: str) -> None:
    page = f'<meta charset="iso-8859-1"><p>{WORDS}'
    assert decode_page(page.encode(codec), "text/html; charset=windows-1251") == page


def test_the_transport_charset_beats_the_meta_element() -> None:
    page = '<meta charset="shift_jis"><p>Условия'
    assert decode_page(page.encode("windows-1251"), 'text/html; charset="windows-1251"') == page


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<META CHARSET=cp1251>",
        "<meta name=viewport content='a'><meta charset='windows-1251' />",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<meta content='text/html;charset=windows-1251' http-equiv=content-type>",
        '<!-- <meta charset="shift_jis"> --><meta charset="windows-1251">',
        '<meta charset="no-such-thing"><meta charset="windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?><html>',
    ],
)
def test_the_markup_may_declare_the_charset_in_its_first_kilobyte(head: str) -> None:
    page = head + "<p>Политика конфиденциальности"
    assert decode_page(page.encode("windows-1251"), "text/html") == page


def test_a_declaration_behind_the_first_kilobyte_comes_too_late() -> None:
    page = "<!--" + "x" * 1100 + '--><meta charset="windows-1251"><p>é'
    assert decode_page(page.encode("windows-1252"), None) == page


def test_utf8_needs_no_declaration() -> None:
    assert decode_page(WORDS.encode(), None) == WORDS
    assert decode_page(WORDS.encode(), "text/html") == WORDS


def test_what_is_no_utf8_and_says_nothing_is_windows_1252() -> None:
    assert decode_page(WORDS.encode("windows-1252"), None) == WORDS


def test_latin_1_and_ascii_mean_windows_1252_as_in_browsers() -> None:
    for label in ("iso-8859-1", "latin1", "us-ascii"):
        assert decode_page(WORDS.encode("windows-1252"), f"text/html; charset={label}") == WORDS


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "utf-16", "utf-16le", "windows-1251", "gbk"])
def test_plain_utf8_under_a_wrong_label_is_read_as_utf8(label: str) -> None:
    assert decode_page(WORDS.encode(), f"text/html; charset={label}") == WORDS


def test_a_page_declared_utf16_without_zero_bytes_is_not_utf16() -> None:
    assert decode_page(b"<p>plain", "text/html; charset=utf-16") == "<p>plain"
    assert decode_page("<p>größer".encode("windows-1252"), "text/html; charset=utf-16") == "<p>größer"


def test_utf16_in_the_meta_element_means_utf8() -> None:
    page = '<meta charset="utf-16"><p>größer'
    assert decode_page(page.encode(), None) == page


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_zero_bytes(codec: str) -> None:
    page = f"<!doctype html><p>{WORDS}"
    assert decode_page(page.encode(codec), "text/html; charset=utf-8") == page
    assert not looks_binary(page.encode(codec))


def test_windows_1252_that_claims_to_be_utf8_is_read_all_the_same() -> None:
    assert decode_page(WORDS.encode("windows-1252"), "text/html; charset=utf-8") == WORDS


def test_utf8_with_a_few_bad_bytes_keeps_its_good_ones() -> None:
    body = WORDS.encode() + b" \xe9 " + WORDS.encode()
    assert decode_page(body, "text/html; charset=utf-8") == f"{WORDS} \ufffd {WORDS}"


def test_a_character_cut_in_two_by_truncation_costs_only_itself() -> None:
    assert decode_page("plain text é".encode()[:-1], "text/html; charset=utf-8") == "plain text \ufffd"


def test_iso_2022_jp_is_seven_bit_and_still_read_by_its_label() -> None:
    page = "<p>利用規約"
    assert decode_page(page.encode("iso2022_jp"), "text/html; charset=iso-2022-jp") == page


@pytest.mark.parametrize(("label", "codec"), [("shift_jis", "shift_jis"), ("euc-jp", "euc_jp")])
def test_japanese_encodings_are_read_by_their_label(label: str, codec: str) -> None:
    page = "<p>プライバシーポリシー 利用規約"
    assert decode_page(page.encode(codec), f"text/html; charset={label}") == page


@pytest.mark.parametrize(
    "body", [b"", b"\x00", b"\xff", b"\xff\xfe\x00", b"<", b"\x80" * 50, bytes(range(256))]
)
@pytest.mark.parametrize("content_type", [None, "", "text/html; charset=", "charset=utf-16", "charset=utf-8"])
def test_no_bytes_and_no_header_make_it_raise(body: bytes, content_type: str | None) -> None:
    assert isinstance(decode_page(body, content_type), str)


@pytest.mark.parametrize(
    "body",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04abc",
        b"%PDF-1.7\n",
        b"\x1f\x8b\x08\x00",
        b"GIF89a\x01\x00\x01\x00",
        b"ok \x00",
    ],
)
def test_binary_bodies_are_known_by_their_bytes(body: bytes) -> None:
    assert looks_binary(body)


@pytest.mark.parametrize(
    "body",
    [b"", b"<p>text\r\n\t\x0c\x1b$B", WORDS.encode(), WORDS.encode("utf-16"), WORDS.encode("windows-1252")],
)
def test_text_is_not_binary(body: bytes) -> None:
    assert not looks_binary(body)
