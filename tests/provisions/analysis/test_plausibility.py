"""The quality gate: walls, errors and stubs are refused, policies pass, big changes ask for a second look."""

import json
from pathlib import Path

import pytest

from provisions.analysis.extraction import Reading, read_html, read_plain
from provisions.analysis.pages.encoding import decode_page
from provisions.analysis.plausibility import COLLAPSED, GROWN, REPLACED, Doubt, Verdict, judge
from tests.provisions.analysis.fault_pages import FAULTS, LEGITIMATE

CAPTURES = Path(__file__).parents[3] / "../shared/data/html"
needs_captures = pytest.mark.skipif(not CAPTURES.exists(), reason="the folder of real captures is not here")


def clause(number: int, subject: str = "information") -> str:
    return (
        f"<p>{number}. We may collect {subject} of kind {number} when you use service {number}, keep it for {number} "
        f"months, and share it with partner number {number} as the law of country {number} permits.</p>"
    )


def policy(
    clauses: range, title: str = "Privacy Policy", subject: str = "information", tail: str = "</body></html>"
) -> str:
    body = "".join(clause(number, subject) for number in clauses)
    return (
        f'<html lang="en"><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main>{tail}'
    )


def look(
    markup: str, *, previous: str | None = None, document_type: str = "Privacy Policy", language: str = "en"
) -> Verdict:
    return judge(read_html(markup), document_type=document_type, language=language, previous=previous)


STANDING = read_html(policy(range(1, 41))).text


@pytest.mark.parametrize("name", FAULTS)
def test_what_stands_in_front_of_a_document_is_refused_on_the_first_look(name: str) -> None:
    page, doubts = FAULTS[name]
    verdict = look(page)
    assert verdict.doubt in doubts, verdict
    assert verdict.reason.endswith(".")


@pytest.mark.parametrize("name", FAULTS)
def test_what_stands_in_front_of_a_document_is_refused_when_a_version_stands(name: str) -> None:
    page, doubts = FAULTS[name]
    verdict = look(page, previous=STANDING)
    assert verdict.doubt in doubts, verdict
    assert verdict.surprising is None


@pytest.mark.parametrize("name", LEGITIMATE)
def test_a_short_or_odd_policy_passes(name: str) -> None:
    page, document_type, language = LEGITIMATE[name]
    assert look(page, document_type=document_type, language=language) == Verdict()


@pytest.mark.parametrize("name", LEGITIMATE)
def test_a_short_policy_that_gained_a_clause_passes(name: str) -> None:
    page, document_type, language = LEGITIMATE[name]
    before = read_html(page).text
    after = page.replace("</h1>", "</h1><p>A new first sentence about the terms of use.</p>", 1)
    verdict = look(after, previous=before, document_type=document_type, language=language)
    assert verdict.doubt is None


def test_the_same_text_again_is_no_question() -> None:
    assert look(policy(range(1, 41)), previous=STANDING) == Verdict()


def test_an_ordinary_edit_is_no_question() -> None:
    edited = policy(range(1, 41)).replace("keep it for 7 months", "keep it for 70 years")
    assert look(edited, previous=STANDING) == Verdict()


def test_a_long_rewrite_is_surprising_but_not_refused() -> None:
    words = {
        "collect": "gather",
        "share it with": "pass it on to",
        "keep": "retain",
        "permits": "allows",
        "use": "visit",
    }
    rewritten = policy(range(1, 41))
    for old, new in words.items():
        rewritten = rewritten.replace(old, new)
    rewritten = rewritten.replace("of kind", "from group").replace("months, and", "months. We also")
    verdict = look(rewritten, previous=STANDING)
    assert (verdict.doubt, verdict.surprising) == (None, REPLACED)


def test_a_policy_that_lost_most_of_its_clauses_is_surprising_but_not_refused() -> None:
    verdict = look(policy(range(20, 32)), previous=STANDING)
    assert (verdict.doubt, verdict.surprising) == (None, COLLAPSED)
    assert "words" in verdict.reason


def test_a_policy_that_lost_whole_clauses_at_its_end_is_surprising_but_not_refused() -> None:
    verdict = look(policy(range(1, 31)), previous=STANDING)
    assert (verdict.doubt, verdict.surprising) == (None, COLLAPSED)


def test_a_policy_that_grew_to_many_times_its_length_is_surprising() -> None:
    before = read_html(policy(range(1, 9))).text
    verdict = look(policy(range(1, 41)), previous=before)
    assert (verdict.doubt, verdict.surprising) == (None, GROWN)


def test_markup_cut_in_the_middle_is_a_truncated_text() -> None:
    whole = policy(range(1, 41))
    assert look(whole[: len(whole) // 2], previous=STANDING).doubt is Doubt.TRUNCATED
    assert look(whole[: len(whole) * 9 // 10], previous=STANDING).doubt is Doubt.TRUNCATED


def test_markup_cut_after_a_small_edit_is_still_a_truncated_text() -> None:
    edited = policy(range(1, 41)).replace("kind 3 ", "kinds 3 and 4 ")
    assert look(edited[: len(edited) // 2], previous=STANDING).doubt is Doubt.TRUNCATED


def test_a_text_that_stops_inside_a_block_is_truncated_though_its_tags_are_closed() -> None:
    whole = policy(range(1, 41))
    assert (
        look(whole[: len(whole) // 2] + "</p></main></body></html>", previous=STANDING).doubt
        is Doubt.TRUNCATED
    )


def test_a_text_cut_in_mid_sentence_is_truncated_on_the_first_look_too() -> None:
    cut = (
        policy(range(1, 20)).partition("</main>")[0]
        + "<p>We also keep the records of every payment that you make to"
    )
    assert look(cut).doubt is Doubt.TRUNCATED


def test_a_server_that_never_closes_its_tags_is_believed() -> None:
    open_ended = policy(range(1, 41), tail="")
    assert look(open_ended) == Verdict()
    assert look(open_ended.replace("kind 3 ", "kinds 3 and 4 "), previous=STANDING) == Verdict()


def test_another_language_is_refused() -> None:
    german = (
        "<html lang='de'><title>Datenschutzerklärung</title><h1>Datenschutzerklärung</h1>"
        + "<p>Wir verarbeiten Ihre personenbezogenen Daten nur, soweit dies für die Nutzung unserer Dienste nötig ist "
        "und wenn Sie eingewilligt haben. Sie können die Einwilligung jederzeit widerrufen.</p>"
        * 6
        + "</body></html>"
    )
    assert look(german).doubt is Doubt.WRONG_LANGUAGE
    assert look(german, previous=STANDING).doubt is Doubt.WRONG_LANGUAGE
    assert look(german, language="de-AT").doubt is None


def test_the_language_of_the_version_that_stands_beats_that_of_the_catalogue() -> None:
    verdict = look(policy(range(41, 81), subject="other things"), previous=STANDING, language="de")
    assert verdict.doubt is None


def test_the_cookie_policy_where_the_terms_are_due_is_another_document() -> None:
    cookies = policy(range(100, 140), title="Cookie Policy", subject="cookies set by others")
    terms = read_html(policy(range(1, 41), title="Terms of Service", subject="orders")).text
    assert look(cookies, document_type="Terms of Service").doubt is Doubt.OTHER_DOCUMENT
    assert look(cookies, document_type="Terms of Service", previous=terms).doubt is Doubt.OTHER_DOCUMENT


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 503])
def test_an_error_status_is_believed_whatever_the_page_says(status: int) -> None:
    reading = read_html(policy(range(1, 41)))
    verdict = judge(reading, document_type="Privacy Policy", language="en", previous=STANDING, status=status)
    assert verdict.doubt is Doubt.ERROR_PAGE
    assert str(status) in verdict.reason


def test_a_challenge_with_status_403_is_called_a_challenge() -> None:
    page = "<html><title>Just a moment...</title><p>Verify you are human</p></html>"
    verdict = judge(read_html(page), document_type="Privacy Policy", language="en", previous=None, status=403)
    assert verdict.doubt is Doubt.CHALLENGE


def test_text_out_of_a_pdf_is_judged_as_well() -> None:
    prose = read_html(policy(range(1, 41))).text.replace("# ", "")
    assert judge(read_plain(prose), document_type="Privacy Policy", language="en", previous=None) == Verdict()
    empty = judge(read_plain(""), document_type="Privacy Policy", language="en", previous=None)
    assert empty.doubt is Doubt.EMPTY


def test_a_reason_names_what_was_seen() -> None:
    assert "Log in" in look(FAULTS["log-in form"][0]).reason
    assert (
        "503"
        in judge(
            read_html(""), document_type="Privacy Policy", language="en", previous=None, status=503
        ).reason
    )


def _capture(path: str) -> Reading:
    return read_html(decode_page((CAPTURES / path).read_bytes(), None))


def _triples() -> list[dict[str, object]]:
    index = CAPTURES / "faults.jsonl"
    return [json.loads(line) for line in index.read_text().splitlines()] if index.exists() else []


@needs_captures
@pytest.mark.parametrize("triple", _triples(), ids=lambda row: f"{row['service']} {row['doc_type']}")
def test_real_faults_are_refused_between_two_good_captures(triple: dict[str, list[dict[str, str]]]) -> None:
    before, fault, after = (_capture(capture["path"]) for capture in triple["captures"])
    about = {"document_type": str(triple["doc_type"]), "language": "en"}
    assert judge(before, previous=None, **about).doubt is None
    assert judge(fault, previous=before.text, **about).doubt is not None
    assert judge(fault, previous=None, **about).doubt is not None
    assert judge(after, previous=before.text, **about).doubt is None


def test_a_text_cut_within_a_list_is_truncated_on_the_first_look_too() -> None:
    whole = policy(range(1, 20)).partition("</main>")[0]
    items = "".join(f"<li>the date of order number {number}</li>" for number in range(5))
    assert look(f"{whole}<ul>{items}</ul><p>And:</p><ul>{items}<li>the goods").doubt is Doubt.TRUNCATED


def test_a_list_without_full_stops_at_the_end_of_a_text_is_believed() -> None:
    whole = policy(range(1, 20)).partition("</main>")[0]
    items = "".join(
        f"<li>the date and the hour of your order number {number} as placed</li>" for number in range(5)
    )
    assert look(f"{whole}<ul>{items}</ul></main>") == Verdict()


def test_markup_without_html_and_body_tags_is_complete_when_all_else_is_closed() -> None:
    assert look(f"<title>Privacy Policy</title><h1>Privacy Policy</h1>{paragraphs_of_duties()}") == Verdict()


def paragraphs_of_duties() -> str:
    return (
        "".join(clause(number) for number in range(1, 9))
        + "<p>This text is kept short and is read by all of us"
    )


@pytest.mark.parametrize("title", ["Contact us", "Registration", "Careers"])
def test_a_page_of_another_sort_is_refused_though_it_speaks_of_data(title: str) -> None:
    assert look(policy(range(1, 9), title=title)).doubt is Doubt.OTHER_DOCUMENT


@pytest.mark.parametrize(
    ("title", "document_type", "language"),
    [
        ("How We Treat Each Other", "Community Guidelines", "en"),
        ("What we do with your data", "Privacy Policy", "en"),
    ],
)
def test_a_policy_in_plain_words_is_known_by_its_title(title: str, document_type: str, language: str) -> None:
    plain = (
        "<p>We are three people in a shed who bake bread, and all we ask is that everybody is kind to the dogs. "
        "Do not shout, do not post where somebody lives, and do not sell things here.</p>"
    ) * 4
    markup = f"<html lang='en'><title>{title}</title><body><h1>{title}</h1>{plain}</body></html>"
    assert look(markup, document_type=document_type, language=language) == Verdict()


def test_an_imprint_of_a_few_dozen_words_passes() -> None:
    lines = (
        "Angaben gemäß § 5 DDG",
        "Krämer GmbH, Hauptstraße 1, 10115 Berlin",
        "Vertreten durch die Geschäftsführerin Eva Muster",
        "Telefon 030 123456, E-Mail post@kraemer.test",
        "Registergericht: Amtsgericht Berlin, HRB 12345",
        "Verantwortlich für den Inhalt: Eva Muster, Anschrift wie oben. Alle Rechte an den Texten liegen bei uns.",
    )
    body = "".join(f"<p>{line}</p>" for line in lines)
    markup = f"<html lang='de'><title>Impressum</title><body><h1>Impressum</h1>{body}</body></html>"
    assert look(markup, document_type="Imprint", language="de") == Verdict()
