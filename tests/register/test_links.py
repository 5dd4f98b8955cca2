"""Which addresses of a site are its documents, by links, sitemap and usual places."""

import pytest

from monitoring.register.links import (
    best_of_each_type,
    leads_in_page,
    leads_in_sitemap,
    name_of_site,
    same_site,
    type_of_page,
    usual_places,
)

HOME = "https://www.vendor.example/"


def links(*pairs: tuple[str, str]) -> str:
    return "".join(f'<a href="{href}"> {words} </a>' for words, href in pairs)


def types_of(markup: str) -> dict[str, str]:
    return {lead.type: lead.url for lead in best_of_each_type(leads_in_page(markup, HOME)[0])}


def test_the_usual_documents_are_found_by_the_words_of_links() -> None:
    found = types_of(
        links(
            ("Privacy", "/p/1"),
            ("Terms & Conditions", "/p/2#top"),
            ("Cookies", "https://legal.vendor.example/cookies"),
            ("Acceptable Use Policy", "/aup"),
            ("DPA", "/files/dpa.pdf"),
            ("Community guidelines", "/rules"),
            ("Pricing", "/pricing"),
        )
    )
    assert found == {
        "Privacy Policy": f"{HOME}p/1",
        "Terms of Service": f"{HOME}p/2",
        "Cookie Policy": "https://legal.vendor.example/cookies",
        "Acceptable Use Policy": f"{HOME}aup",
        "Data Processor Agreement": f"{HOME}files/dpa.pdf",
        "Community Guidelines": f"{HOME}rules",
    }


def test_the_policy_wins_over_settings_and_help_about_it() -> None:
    found = types_of(
        links(
            ("Cookie settings", "/cookies/settings"),
            ("Privacy choices", "/privacy/choices"),
            ("Privacy Policy", "/privacy"),
            ("How we see your privacy today: an essay in seven long parts for all", "/blog/privacy"),
        )
    )
    assert found["Privacy Policy"] == f"{HOME}privacy"


def test_another_companys_policy_is_not_the_vendors() -> None:
    assert (
        types_of(
            links(("Privacy", "https://policies.captcha.example.org/privacy"), ("Terms", "javascript:x()"))
        )
        == {}
    )


def test_pages_that_only_list_documents_are_named() -> None:
    assert leads_in_page(links(("Legal", "/legal"), ("Policies", "/policies")), HOME)[1] == [
        f"{HOME}legal",
        f"{HOME}policies",
    ]


def test_a_sitemap_names_documents_by_their_addresses() -> None:
    sitemap = "".join(
        f"<url><loc>{HOME}{path}</loc></url>"
        for path in ("legal/privacy-policy", "blog/privacy", "terms", "shoes")
    )
    assert {lead.type: lead.url for lead in best_of_each_type(leads_in_sitemap(sitemap, HOME))} == {
        "Privacy Policy": f"{HOME}legal/privacy-policy",
        "Terms of Service": f"{HOME}terms",
    }


def test_the_usual_places_are_on_the_site_itself() -> None:
    assert {lead.url for lead in usual_places(f"{HOME}deep/page", ["Cookie Policy"])} == {
        f"{HOME}cookies",
        f"{HOME}cookie-policy",
    }


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("Privacy Notice | Vendor", HOME, "Privacy Policy"),
        ("Vendor", f"{HOME}legal/tos", "Terms of Service"),
        ("Developer Terms", HOME, "Developer Terms"),
        ("Vendor: shoes for all", HOME, None),
        ("Vendor", f"{HOME}stores", None),
    ],
)
def test_a_page_is_known_by_its_title_or_address(title: str, url: str, kind: str | None) -> None:
    assert type_of_page(title, url) == kind


def test_one_owner_as_far_as_hosts_tell() -> None:
    assert same_site("https://a.shop.co.uk/", "https://legal.shop.co.uk/")
    assert not same_site("https://shop.co.uk/", "https://other.co.uk/")
    assert not same_site("http://127.0.0.1/", "http://10.0.0.1/")


def test_the_site_is_called_as_it_calls_itself() -> None:
    assert name_of_site('<meta property="og:site_name" content="Vendor">', HOME) == "Vendor"
    assert name_of_site("<title>Shoes for everyone everywhere | Vendor</title>", HOME) == "Vendor"
    assert name_of_site("<p>", HOME) == "vendor.example"
