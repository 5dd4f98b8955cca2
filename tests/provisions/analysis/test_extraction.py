"""Reading invented pages: the policy's own text, whole, and nothing of the chrome around it."""

import time

import pytest

from provisions.analysis.extraction import read_html, read_markdown, read_plain
from provisions.analysis.structure import Block, Kind

PROSE = (
    "We collect the name and the address that you give us when you open an account with Fernhollow.",
    "We keep these for thirty days after you close the account, and then we delete them for good.",
    "You may ask us at any time for a copy of what we hold about you, and we answer within a month.",
)
CHROME = """<div id="cookie-banner" class="consent"><p>We use cookies to run this site. Session {n}.</p>
<button>Accept all</button><button>Reject</button></div>
<header><a href="/">Fernhollow</a><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Pricing {n}</a></li></ul></nav>
</header>"""
END = """<aside class="related"><h3>Latest news</h3><ul><li>We are hiring, and quickly, in {n} cities.</li></ul></aside>
<footer><p>Page served {n}. &copy; 2026 Fernhollow. All rights reserved.</p><ul><li>Terms</li></ul></footer>"""


def page(content: str, n: str = "1", title: str = "Privacy Policy | Fernhollow") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title></head><body class="v-{n}">'
        f"{CHROME.format(n=n)}{content}{END.format(n=n)}</body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts or PROSE)


def lines(markup: str) -> list[str]:
    return [line for line in read_html(markup).text.split("\n") if line]


def test_the_policy_is_read_and_the_chrome_is_not() -> None:
    markup = page(f"<main><h1>Privacy Policy</h1><h2>What we collect</h2>{paragraphs()}</main>")
    assert lines(markup) == ["# Privacy Policy", "## What we collect", *PROSE]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div class='c1'><div class='c2'>", "</div></div>"),
        ("<table><tr><td class='side'>&nbsp;</td><td>", "</td></tr></table>"),
        ("<form action='/page.aspx'><section role='main'>", "</section></form>"),
        ("<legal-page><template shadowrootmode='open'>", "</template></legal-page>"),
    ],
)
def test_any_wrapper_will_do(opening: str, closing: str) -> None:
    markup = page(f"{opening}<h1>Privacy Policy</h1>{paragraphs()}{closing}")
    assert lines(markup) == ["# Privacy Policy", *PROSE]


def test_other_chrome_leaves_the_text_as_it_is() -> None:
    def content(n: str) -> str:
        return (
            f'<main class="css-{n}"><p class="last-viewed">Page generated 2026-0{n}-11 10:00:0{n} UTC</p>'
            f"<h1>Privacy Policy</h1>{paragraphs()}"
            f'<div class="share-bar">Was this helpful? {n}23 people found this page helpful</div></main>'
        )

    assert read_html(page(content("1"), "1")).text == read_html(page(content("2"), "2")).text


def test_a_policy_in_several_sections_is_read_whole() -> None:
    sections = "".join(
        f"<section><h2>{number}. Part</h2>{paragraphs(text)}</section>" for number, text in enumerate(PROSE)
    )
    text = read_html(page(f"<div><h1>Privacy Policy</h1>{sections}</div>")).text
    assert all(part in text for part in PROSE)


def test_sections_named_after_what_they_are_about_are_text() -> None:
    sections = "".join(
        f'<section id="{name}"><h2 id="{name}-h">{name}</h2>{paragraphs(text)}</section>'
        for name, text in zip(("cookies", "sharing", "social"), PROSE, strict=True)
    )
    assert lines(page(f"<main><h1>Privacy Policy</h1>{sections}</main>"))[1::2] == [
        "## cookies",
        "## sharing",
        "## social",
    ]


def test_closed_sections_are_text() -> None:
    markup = page(
        f"<main><h1>Privacy Policy</h1><details><summary>Collecting</summary>{paragraphs(PROSE[0])}</details>"
        f'<button class="accordion" aria-expanded="false">Keeping</button><div hidden>{paragraphs(PROSE[1])}</div>'
        f'<div role="tabpanel" aria-hidden="true" style="display: none">{paragraphs(PROSE[2])}</div></main>'
    )
    assert lines(markup) == ["# Privacy Policy", "Collecting", PROSE[0], "Keeping", PROSE[1], PROSE[2]]


def test_a_title_above_the_container_comes_with_its_date() -> None:
    markup = page(
        f"<div class='hero'><h1>Privacy Policy</h1><p>Updated 3 May 2026</p></div><div class='body'>{paragraphs()}</div>"
    )
    assert lines(markup) == ["# Privacy Policy", "Updated 3 May 2026", *PROSE]


def test_a_consent_window_without_a_known_name_is_no_text() -> None:
    window = (
        "<div class='x9'><div><h1>We care about your privacy!</h1><p>Companies may read certain information on your "
        "device in order to show you advertising that is worth your while, and to count who saw it.</p></div>"
        "<div><a href='#'>Customise choices</a></div><div><a href='#'>Accept all</a></div></div>"
    )
    long = paragraphs(*(f"{text} This is paragraph {number}." for number in range(8) for text in PROSE))
    assert "We care" not in read_html(page(f"<div><h1>Privacy Policy</h1>{long}</div>{window}")).text


def test_lists_tables_and_definitions_keep_their_shape() -> None:
    markup = page(
        f"<main><h1>Privacy Policy</h1>{paragraphs()}<ol><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ol>"
        "<table><tr><th>Data</th><th>Why</th></tr><tr><td><p>Name</p></td><td>To <b>greet</b> you</td></tr></table>"
        "<dl><dt>Device</dt><dd>What you hold.</dd></dl><div role='heading' aria-level='3'>Contact</div>"
        "<p><b>Bold alone</b></p></main>"
    )
    assert lines(markup)[4:] == [
        "- One",
        "  - Inner",
        "- Two",
        "| Data | Why |",
        "| Name | To greet you |",
        "Device",
        "What you hold.",
        "### Contact",
        "Bold alone",
    ]


def test_white_space_is_one_space_or_none() -> None:
    odd = "In\u00adfor\u200bmation\u00a0 we<br>keep,<wbr> cafe\u0301 <br> <br>and more of it after a double break, see."
    assert lines(page(f"<main>{paragraphs(*PROSE)}<p>{odd}</p></main>"))[3:] == [
        "Information we keep, café",
        "and more of it after a double break, see.",
    ]


def test_an_entry_that_begins_with_a_letter_in_brackets_is_no_copyright_line() -> None:
    markup = page(
        f"<main>{paragraphs()}<ul><li>(c) Content that shows minors, and the like.</li></ul></main>"
    )
    assert lines(markup)[-1] == "- (c) Content that shows minors, and the like."


def test_an_editor_can_name_the_container_and_what_to_leave_out() -> None:
    markup = page(f"<div id='tos'><p>Short.</p><p class='ad'>Buy!</p></div>{paragraphs()}")
    assert read_html(markup, selector="#tos", exclude=(".ad",)).text == "Short.\n"
    with pytest.raises(ValueError, match="not a CSS selector"):
        read_html(markup, selector="div[")


def test_the_facts_of_the_page_are_given() -> None:
    markup = (
        '<html lang="de"><head><title> Log in </title><link rel="canonical" href="https://x.example/login">'
        '<meta http-equiv="refresh" content="0; url=/next"><script>var a=1</script></head><body>'
        '<noscript>Please enable JavaScript</noscript><form><input type="password"></form><p>Log in now</p>'
    )
    signals = read_html(markup).signals
    assert (signals.head_title, signals.declared_language, signals.canonical_url) == (
        "Log in",
        "de",
        "https://x.example/login",
    )
    assert (signals.visible_words, signals.script_bytes, signals.forms) == (3, 7, 1)
    assert signals.has_password_field
    assert not signals.markup_complete
    assert (signals.meta_refresh, signals.noscript, signals.opening) == (
        "/next",
        "Please enable JavaScript",
        "Log in now",
    )


@pytest.mark.parametrize(
    "markup", ["", "<", "plain words", "<frameset>", "\x00", "<p>", "<svg><title>x</title></svg>"]
)
def test_whatever_comes_is_read_without_an_error(markup: str) -> None:
    assert read_html(markup).text in ("", "<\n", "plain words\n", "\ufffd\n")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "deep",
        "<ul><li>" * 100_000 + "deep",
        "<span>" * 100_000 + "</x>" * 100_000 + "deep",
        "<div " + "".join(f"a{number}=b " for number in range(50_000)) + ">deep",
        "<p>deep" + "\u0301\u0316" * 50_000,
    ],
)
def test_hostile_markup_is_read_in_bounded_time(markup: str) -> None:
    start = time.process_time()
    assert "dee" in read_html(markup).text
    assert time.process_time() - start < 10, (
        "far above what it takes; the square of the length would take minutes"
    )


def test_a_page_and_its_markdown_read_alike() -> None:
    markdown = (
        "Privacy Policy\n==============\n\n1\\. Data\n--------\n\n"
        + "\n\n".join(PROSE)
        + "\n\n*   See [our *terms*](https://x.example/a_b)\n\n| Data | Why |\n| --- | --- |\n| Name | To<br>greet |\n"
    )
    content = (
        f"<h1>Privacy Policy</h1><h2>1. Data</h2>{paragraphs()}<ul><li>See <a href='/t'>our <i>terms</i></a></li></ul>"
        "<table><tr><th>Data</th><th>Why</th></tr><tr><td>Name</td><td>To<br>greet</td></tr></table>"
    )
    assert read_markdown(markdown).text == read_html(page(f"<main>{content}</main>")).text


def test_the_lines_of_a_pdf_become_paragraphs_items_and_headings() -> None:
    text = (
        "Fernhollow Terms\n1. Your account\nYou open an account with your own name and keep its password\n"
        "to yourself at all times.\n\n• Be at least sixteen\n• Be a person\n\nPage 1 of 2\f"
        "Fernhollow Terms\n2. Fees\nFees are due monthly and are\nPage 2 of 2\fFernhollow Terms\nnot given back.\n"
    )
    assert read_plain(text, "Terms").blocks == (
        Block(Kind.HEADING, "1. Your account", 2),
        Block(
            Kind.PARAGRAPH,
            "You open an account with your own name and keep its password to yourself at all times.",
        ),
        Block(Kind.ITEM, "Be at least sixteen", 1),
        Block(Kind.ITEM, "Be a person", 1),
        Block(Kind.HEADING, "2. Fees", 2),
        Block(Kind.PARAGRAPH, "Fees are due monthly and are not given back."),
    )


POLICY = (
    "We collect personal information such as your name and use it to provide the services that you request.",
    "We share personal data with third parties only with your consent or where the applicable law requires it.",
    "You have the right to access your personal data, and we respond to each request within thirty days.",
    "By using the services you agree to these terms, and we may terminate accounts that violate this policy.",
)


def test_a_neighbour_with_prose_of_its_own_is_no_part_of_the_policy() -> None:
    teasers = "".join(
        f"<div><h3><a href='/{n}'>Harvest {n}</a></h3><p>The orchard on the hill gave more apples than in any of the "
        f"{n} years before, and the children of the village picked them all in one long afternoon.</p></div>"
        for n in range(2, 9)
    )
    policy = f"<div class='rte'><h1>Privacy Policy</h1>{paragraphs(*POLICY)}</div>"
    markup = page(f"<div class='row'>{policy}</div><div class='row'>{teasers}</div>")
    assert lines(markup) == ["# Privacy Policy", *POLICY]


def test_a_policy_in_several_sections_is_read_whole() -> None:
    sections = "".join(
        f"<section class='s{n}'><h2>Part {n}</h2>{paragraphs(*POLICY)}</section>" for n in (1, 2, 3)
    )
    markup = page(f"<main><h1>Privacy Policy</h1><div><p>Effective May 2, 2025</p></div>{sections}</main>")
    expected = [line for n in (1, 2, 3) for line in (f"## Part {n}", *POLICY)]
    assert lines(markup) == ["# Privacy Policy", "Effective May 2, 2025", *expected]


def test_a_table_of_one_row_lays_out_the_page() -> None:
    menu = "<a href='/1'>Shop</a><br><a href='/2'>Baskets and hampers</a><br><a href='/3'>Our stores</a>"
    markup = page(
        f"<table><tbody><tr><td>{menu}</td><td><h3>Privacy Policy</h3>{paragraphs()}</td></tr></tbody></table>"
    )
    assert lines(markup)[-4:] == ["### Privacy Policy", *PROSE]


def test_the_title_above_the_container_wins_over_a_section_that_repeats_its_words() -> None:
    markup = page(
        f"<div class='hero'><h1>Privacy Policy</h1><p>Last updated: May 2, 2025</p></div>"
        f"<div class='body'><div class='rte'><h2>This Privacy Policy</h2>{paragraphs(*POLICY)}</div></div>"
    )
    assert lines(markup)[:3] == ["# Privacy Policy", "Last updated: May 2, 2025", "## This Privacy Policy"]


def test_what_stands_above_the_title_in_its_own_container_is_left_out() -> None:
    above = (
        "<h2>Spring sale</h2><p>Every hamper in the shop goes at half its price until the end of April.</p>"
    )
    date = "<p>Effective from May 2, 2025</p>"
    markup = page(f"<main>{above}{date}<h1>Privacy Policy</h1>{paragraphs(*(POLICY * 3))}</main>")
    assert lines(markup) == ["Effective from May 2, 2025", "# Privacy Policy", *(POLICY * 3)]


def test_an_introduction_above_the_title_is_kept() -> None:
    above = f"<p>{POLICY[0]}</p>"
    markup = page(f"<main>{above}<h1>Privacy Policy</h1>{paragraphs(*(POLICY * 3))}</main>")
    assert lines(markup)[0] == POLICY[0]


def test_counters_are_not_read() -> None:
    counters = "<p>Visitor no. 123456</p><p>Page views: 12,345</p><div>1,204 visits since 1999</div><p>Online users: 7</p>"
    markup = page(f"<div><h1>Privacy Policy</h1>{paragraphs()}{counters}</div>")
    assert lines(markup) == ["# Privacy Policy", *PROSE]


def test_a_box_with_a_form_inside_the_policy_is_left_out() -> None:
    box = "<div class='b7'><h3>Letters from the orchard</h3><p>Recipes every Thursday.</p><form><input></form></div>"
    half = paragraphs(*POLICY)
    markup = page(f"<article><h1>Privacy Policy</h1>{half}{box}{half}</article>")
    assert lines(markup) == ["# Privacy Policy", *POLICY, *POLICY]


def test_a_legal_footer_is_known_by_its_copyright_line() -> None:
    fine = (
        "<p>Fernhollow Payments is authorised by the Conduct Authority under the Electronic Money Regulations.</p>"
        "<p>Registered office: 12 Wharf Road. Company number 1234567.</p><p>© 2026 Fernhollow. All rights reserved.</p>"
    )
    footer = f"<div class='z9'><ul><li><a href='/j'>Jobs</a></li></ul><div>{fine}</div></div>"
    markup = page(f"<div class='z1'><h1>Privacy Policy</h1>{paragraphs(*(POLICY * 4))}</div>{footer}")
    assert lines(markup) == ["# Privacy Policy", *(POLICY * 4)]


def test_a_cell_with_sections_of_its_own_is_no_data() -> None:
    cell = f"<h3>Privacy</h3><p>{POLICY[0]}</p><h3>Cookies</h3><p>{POLICY[1]}</p>"
    markup = page(
        f"<table><tr><td><a href='/1'>Our village</a></td><td>{cell}</td></tr><tr><td>&nbsp;</td><td>1</td></tr></table>"
    )
    assert lines(markup)[:4] == ["### Privacy", POLICY[0], "### Cookies", POLICY[1]]


def test_an_item_that_is_one_word_is_text() -> None:
    markup = page(
        f"<main><h1>Privacy Policy</h1>{paragraphs()}<ul><li>Name</li><li>E-mail</li></ul>{paragraphs()}</main>"
    )
    assert lines(markup)[4:6] == ["- Name", "- E-mail"]


def test_the_sign_that_links_to_a_heading_is_no_part_of_it() -> None:
    heading = '<h2 id="a">What we collect <a class="anchor" href="#a">#</a></h2>'
    markup = page(f"<main><h1>Privacy Policy</h1>{heading}{paragraphs()}</main>")
    assert lines(markup)[1] == "## What we collect"
