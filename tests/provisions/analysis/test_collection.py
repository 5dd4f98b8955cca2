"""A page that holds several documents: the one asked for is read, with all that belongs to it."""

from provisions.analysis.extraction import read_html

SENTENCE = "We keep what you give us when you open an account for thirty days after you close it. "


def document(title: str, mark: str, *, dated: bool = True, extra: str = "") -> str:
    date = "<p>Last updated: July 19, 2022</p>" if dated else ""
    return f"<h2>{title}</h2>{date}<h5>1. Scope of {mark}</h5><p>{(mark + ' ' + SENTENCE) * 20}</p>{extra}"


def collection(*documents: str) -> str:
    body = "".join(documents)
    return f"<html><body><main><div><h1>Terms, Privacy & Copyright</h1>{body}</div></main></body></html>"


def test_one_of_several_documents_of_a_page_is_read_alone() -> None:
    markup = collection(
        document("Terms of Service", "alpha"),
        document("Privacy Policy", "beta"),
        document("Copyright Policy", "gamma"),
    )
    text = read_html(markup, document_type="Privacy Policy").text
    assert "beta" in text
    assert "alpha" not in text
    assert "gamma" not in text


def test_what_follows_under_another_heading_belongs_to_the_document() -> None:
    extra = f"<h2>Notice to California residents</h2><p>delta {SENTENCE * 5}</p>"
    markup = collection(document("Privacy Policy", "beta", extra=extra), document("API Terms", "gamma"))
    text = read_html(markup, document_type="Privacy Policy").text
    assert "delta" in text
    assert "gamma" not in text


def test_a_section_named_like_a_document_does_not_cut_the_terms_short() -> None:
    section = f"<h2>Privacy Policy</h2><p>Our Privacy Policy is part of these terms. {SENTENCE}</p>"
    markup = collection(
        document("Terms of Service", "alpha"), section, f"<h2>Liability</h2><p>omega {SENTENCE * 9}</p>"
    )
    text = read_html(markup, document_type="Terms of Service").text
    assert "alpha" in text
    assert "omega" in text


def test_without_a_type_the_whole_page_is_read() -> None:
    markup = collection(document("Terms of Service", "alpha"), document("Privacy Policy", "beta"))
    text = read_html(markup).text
    assert "alpha" in text
    assert "beta" in text
