"""Citations in every style, and short links that stay."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from conductatlas.citations import Cited, cite_change, cite_provision, cite_version, styles_of
from provisions.models import Change, Provision
from tests.builders import (
    DAY_ONE,
    TERMS,
    build_change,
    build_document,
    build_platform,
    build_provision,
    build_version,
)

TODAY = date(2026, 9, 2)
CITED = Cited("v1a", "Shop & Söhne", "Terms_of {Service}", "Version 3", date(2026, 6, 1), "ab" * 32)


def texts() -> dict[str, str]:
    return {style.slug: style.text for style in styles_of(CITED, TODAY)}


def test_the_words_of_each_style(settings) -> None:
    settings.SITE_URL = "https://conductatlas.example"
    found = texts()
    url = "https://conductatlas.example/r/v1a/"
    assert found["txt"] == (
        "Shop & Söhne, “Terms_of {Service}”. Version 3 of 1 June 2026. Archived by ConductAtlas. "
        f"{url}, read 2 September 2026. SHA-256 of the text: {'ab' * 32}."
    )
    assert (
        found["apa"] == f"Shop & Söhne. (2026, June 1). Terms_of {{Service}} (Version 3). ConductAtlas. {url}"
    )
    assert found["bluebook"] == (
        f"Shop & Söhne, Terms_of {{Service}}, Version 3 (June 1, 2026), {url} (last visited Sept. 2, 2026)."
    )


def test_bibtex_escapes_what_means_something_to_tex() -> None:
    bib = texts()["bib"]
    assert bib.startswith("@misc{conductatlas-v1a,\n")
    assert r"author = {{Shop \& Söhne}}," in bib
    assert r"title = {{Terms\_of \textbraceleft{}Service\textbraceright{}}}," in bib
    assert "month = jun," in bib


def test_bibtex_counts_braces_so_one_alone_does_not_end_the_entry() -> None:
    """BibTeX takes no notice of a backslash before a brace."""
    for title in ("open { alone", "close } alone"):
        bib = next(
            style.text for style in styles_of(replace(CITED, title=title), TODAY) if style.slug == "bib"
        )
        assert bib.count("{") == bib.count("}")
        assert all(line.count("{") == line.count("}") for line in bib.splitlines()[1:-1])


def test_ris_has_a_value_a_line_with_a_type_first_and_an_end() -> None:
    lines = texts()["ris"].split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert "PY  - 2026" in lines
    assert all(line[2:6] == "  - " for line in lines[:-1])


def test_csl_json_is_a_list_of_one_item() -> None:
    (item,) = json.loads(texts()["csl"])
    assert item["issued"] == {"date-parts": [[2026, 6, 1]]}
    assert item["author"] == [{"literal": "Shop & Söhne"}]
    assert item["type"] == "webpage"


@pytest.fixture
def change(db: None) -> Change:
    document = build_document(build_platform("Shop", slug="shop.example"))
    first = build_version(document)
    build_provision(first)
    return build_change(first, build_version(document, TERMS.replace("photos", "films")))


def test_pages_show_how_they_are_cited_and_short_links_lead_back(client: Client, change: Change) -> None:
    provision = Provision.objects.get()
    for page, cited in (
        (change.get_absolute_url(), cite_change(change)),
        (change.after.get_absolute_url(), cite_version(change.after)),
        (provision.get_absolute_url(), cite_provision(provision)),
    ):
        shown = client.get(page).content.decode()
        assert f"/r/{cited.code}/" in shown
        assert "Bluebook" in shown
        answer = client.get(f"/r/{cited.code}/")
        assert (answer.status_code, answer["Location"]) == (302, page)
        bib = client.get(f"/r/{cited.code}/cite/bib")
        assert bib["Content-Type"].startswith("application/x-bibtex")
        assert bib["Content-Disposition"] == f'attachment; filename="conductatlas-{cited.code}.bib"'
        assert cited.url in bib.content.decode()
    assert cite_change(change).published == change.found_at.date() != DAY_ONE.date()


@pytest.mark.parametrize(
    "address",
    ["/r/v/", "/r/x1/", "/r/v0/", "/r/vzzzzzzzzzzzzzz/", "/r/v-1/", "/r/vzzzzzzzzzzzzz/", "/r/c1/cite/doc"],
)
def test_what_no_link_names_is_not_found(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_unlisted_document_is_not_named_by_a_short_link(client: Client, db: None) -> None:
    version = build_version(build_document(build_platform("Hushwell", listed=False), listed=False))
    for address in (f"/r/{cite_version(version).code}/", f"/r/{cite_version(version).code}/cite/txt"):
        assert client.get(address).status_code == 404
