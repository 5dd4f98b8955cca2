"""What machines get of public pages: 304 where nothing changed, Markdown, pictures, and what a page is about."""

import io
import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve, reverse
from PIL import Image

from billing.models import User
from conductatlas.markdown import markdown_of
from conductatlas.pages.twins import TWINNED
from platforms.models import Document
from provisions.models import Change, Provision
from tests.builders import build_document
from tests.conductatlas.sight import addresses, page

pytestmark = pytest.mark.django_db


def _about(html: str) -> list[Any]:
    return [
        json.loads(data) for data in re.findall(r'<script type="application/ld\+json">(.+?)</script>', html)
    ]


def test_a_page_that_did_not_change_is_not_sent_again(client: Client, document: Document) -> None:
    for address in (reverse("home"), document.get_absolute_url(), reverse("methodology")):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        since = client.get(address, headers={"If-Modified-Since": first["Last-Modified"]})
        assert since.status_code == 304
    document.type = "Terms of Use"
    document.save()
    address = document.get_absolute_url()
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_pages_with_a_form_and_pages_of_members_stay_with_their_browser(
    client: Client, document: Document, owner: User
) -> None:
    assert "public" in client.get(reverse("methodology"))["Cache-Control"]
    assert "private" in client.get(document.get_absolute_url())["Cache-Control"]
    client.force_login(owner)
    answer = client.get(reverse("methodology"))
    assert "private" in answer["Cache-Control"]
    assert "ETag" not in answer
    assert "Cookie" in answer["Vary"]


def test_every_public_page_has_its_twin_in_markdown(client: Client, document: Document) -> None:
    for address in addresses(document):
        path, _, query = address.partition("?")
        if resolve(path).view_name not in TWINNED:
            continue
        twin = f"{path.rstrip('/') or '/index'}.md" + (f"?{query}" if query else "")
        answer = client.get(twin)
        assert answer.status_code == 200, twin
        assert answer["Content-Type"].startswith("text/markdown")
        text = answer.content.decode()
        assert re.search(r"^# \S", text, re.MULTILINE), twin
        assert not re.search(r"</?(?:div|span|svg|form|button)", text), twin


def test_a_twin_shows_what_a_visitor_sees_and_nothing_else(
    client: Client, document: Document, owner: User
) -> None:
    client.force_login(owner)
    assert client.get("/app.md").status_code == 404
    assert client.get("/accounts/login.md").status_code == 404
    assert owner.email not in client.get("/index.md").content.decode()
    hidden = build_document(document.platform, "Hidden Terms", listed=False)
    assert client.get(f"{hidden.get_absolute_url().rstrip('/')}.md").status_code == 404


def test_markdown_keeps_links_tables_and_changes() -> None:
    html = (
        '<main><h1>T</h1><p>See <a href="/x/">the <b>x</b></a>, <ins>new</ins>.</p><nav>no</nav>'
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>3</td></tr></table>"
        "<ul><li>one</li><li>two</li></ul></main>"
    )
    assert markdown_of(html, "https://e.example/") == (
        "# T\n\nSee [the **x**](https://e.example/x/), <ins>new</ins>.\n\n"
        "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |\n\n- one\n- two\n"
    )


def test_a_page_has_a_picture_of_its_own(client: Client, document: Document) -> None:
    pages = [
        "/", document.get_absolute_url(), document.platform.get_absolute_url(),
        Provision.objects.first().get_absolute_url(), Change.objects.get().get_absolute_url(),
        reverse("clause_type", args=["arbitration"]), reverse("report", args=["arbitration"]),
    ]  # fmt: skip
    seen = set()
    for address in pages:
        image = re.search(r'property="og:image"\s+content="https?://[^/]+([^"]+)"', page(client, address))[1]
        answer = client.get(image)
        assert answer["Content-Type"] == "image/png", image
        assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
        seen.add(answer.content)
    assert len(seen) == len(pages)
    assert client.get("/og/no/such/page.png").status_code == 404


def test_a_provision_tells_what_it_is_about(client: Client, document: Document) -> None:
    found = {
        data["@type"]: data for data in _about(page(client, Provision.objects.first().get_absolute_url()))
    }
    assert set(found) == {"Article", "BreadcrumbList", "FAQPage"}
    assert found["Article"]["isBasedOn"]["url"] == document.url
    answers = found["FAQPage"]["mainEntity"]
    assert len(answers) >= 5
    assert "not affiliated with" in answers[-1]["acceptedAnswer"]["text"]
    kinds = [data["@type"] for data in _about(page(client, reverse("report", args=["arbitration"])))]
    assert "Dataset" in kinds
    assert [data["@type"] for data in _about(page(client, reverse("faq")))] == ["FAQPage"]


def test_programs_are_told_where_to_begin(client: Client) -> None:
    text = client.get("/llms.txt").content.decode()
    for address in re.findall(r"\(https?://[^/]+(/[^)]*)\)", text):
        assert client.get(address).status_code == 200, address


def test_pieces_beside_each_other_stay_apart_and_brackets_close_up() -> None:
    html = '<main><ul><li><a href="/a/">Arbitration</a><span>28</span></li><li>Read (<a href="/b/">more</a>)</li></ul></main>'
    said = markdown_of(html, "https://x.example")
    assert said == "- [Arbitration](https://x.example/a/) 28\n- Read ([more](https://x.example/b/))\n"
