"""PDFs: paragraphs come back whole, and what cannot be read says why."""

import io
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from monitoring.errors import Failure, ReadingError
from monitoring.pdf import MOST_PAGES, read_pdf

Line = tuple[float, float, float, str]  # left, height above the foot, size, text


def pdf_of(*pages: list[Line]) -> bytes:
    """A PDF whose pages show these lines in Helvetica."""
    contents = []
    for lines in pages:
        shown = [
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, left, height, escaped(text))
            for left, height, size, text in lines
        ]
        contents.append(b"\n".join(shown))
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * index)
        )
        packed = zlib.compress(content)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
        )
    return assembled(objects)


def escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def assembled(objects: list[bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, item))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


POLICY: list[Line] = [
    (60, 780, 20, "Privacy Policy"),
    (60, 740, 11, "We collect the information that you give us when you open an account, and what"),
    (60, 726, 11, "your device sends while you use our services. We keep it for ninety days."),
    (60, 698, 11, "You may object to this at any time, and we will answer within thirty days of your let-"),
    (60, 684, 11, "ter, in writing and free of charge:"),
    (80, 656, 11, "\u2022 by post to the address that is given at the end of this policy, or in person at"),
    (80, 642, 11, "one of our offices;"),
    (80, 628, 11, "\u2022 by electronic mail."),
]


def refusal(body: bytes, **options: object) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_pdf(body, **options)
    return caught.value


def test_lines_become_paragraphs_headings_and_items() -> None:
    assert read_pdf(pdf_of(POLICY)).split("\n\n") == [
        "Privacy Policy",
        (
            "We collect the information that you give us when you open an account, and what your device sends while"
            " you use our services. We keep it for ninety days."
        ),
        (
            "You may object to this at any time, and we will answer within thirty days of your letter, in writing"
            " and free of charge:"
        ),
        "\u2022 by post to the address that is given at the end of this policy, or in person at one of our offices;",
        "\u2022 by electronic mail.\n",
    ]


def test_a_sentence_goes_on_over_the_page() -> None:
    first = [
        *POLICY[:2],
        (60, 726, 11, "your device sends to us while you are using any of our services on it, which we"),
    ]
    second = [(60, 780, 11, "keep for ninety days."), (60, 752, 11, "The end of this policy.")]
    assert "services on it, which we keep for ninety days.\n\nThe end" in read_pdf(pdf_of(first, second))


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (60, 820, 9, "Example Inc. Terms, edition 4"),
            (60, 780, 11, f"Clause {word} speaks of a matter of its own, and at some length."),
            (60, 752, 11, f"It also has a second paragraph about the {word} matter."),
            (60, 724, 11, f"And a third one, {word} as well."),
            (60, 30, 9, f"Confidential   page {number} of 3"),
            (300, 20, 9, str(number)),
        ]
        for number, word in enumerate(["first", "second", "third"], start=1)
    ]
    text = read_pdf(pdf_of(*pages))
    assert "edition" not in text
    assert "Confidential" not in text
    assert text.startswith("Clause first speaks")
    assert text.endswith("And a third one, third as well.\n")


def test_a_hyphen_stays_where_the_word_is_written_with_one() -> None:
    lines = [
        (
            60.0,
            740.0,
            11.0,
            "A well-known rule of law says that whatever is not forbidden is allowed, and that a well-",
        ),
        (60.0, 726.0, 11.0, "known rule needs no proof."),
    ]
    assert "a well-known rule needs" in read_pdf(pdf_of(lines))


def test_the_same_bytes_give_the_same_text() -> None:
    body = pdf_of(POLICY, POLICY)
    assert read_pdf(body) == read_pdf(body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Not a PDF",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(range(256)) * 40,
        pdf_of(POLICY)[:700],
        pdf_of(POLICY).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    ],
)
def test_a_pdf_that_is_none_is_refused(body: bytes) -> None:
    assert refusal(body).failure is Failure.PDF_UNREADABLE


def test_a_scan_is_refused() -> None:
    error = refusal(pdf_of([], [(60, 30, 9, "Scanned 12/2026")]))
    assert error.failure is Failure.PDF_UNREADABLE
    assert "pictures" in error.detail


def encrypted(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(POLICY))))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_pdf_is_refused_and_one_that_only_forbids_copying_is_read() -> None:
    assert "password" in refusal(encrypted("secret")).detail
    assert read_pdf(encrypted("")).startswith("Privacy Policy")


def test_a_pdf_with_too_many_pages_is_refused() -> None:
    assert refusal(pdf_of(*[POLICY[:1]] * (MOST_PAGES + 1))).failure is Failure.TOO_LARGE


def test_reading_stops_when_it_takes_too_long() -> None:
    ticks = iter(range(1_000_000))
    error = refusal(pdf_of(POLICY * 100), seconds=50.0, clock=lambda: float(next(ticks)))
    assert error.failure is Failure.PDF_UNREADABLE
    assert "too long" in error.detail
    assert next(ticks) < 100
