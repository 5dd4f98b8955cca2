"""A platform or document under another slug: every old address leads to the new one for good, and to nothing else."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from billing.entitlements import grant_plan
from billing.members import create_personal_organization
from billing.models import Organization, User
from platforms.catalogue import DocumentDeclaration, PlatformDeclaration
from platforms.enlisting import enlist
from platforms.models import Document, Platform
from tests.builders import build_document, build_platform
from tests.conductatlas.sight import addresses
from tests.people import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db: None) -> Client:
    user = User.objects.create_superuser("editor@example.org", "x")
    create_personal_organization(user)
    return client_of(user)


def rename(editor: Client, row: Any, slug: str) -> Any:
    """As an editor does it, in the form of the admin, which sends back all that it shows."""
    address = reverse(f"admin:platforms_{row._meta.model_name}_change", args=[row.pk])
    shown = editor.get(address).context
    forms = [shown["adminform"].form]
    for inline in shown["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {form[name].html_name: form[name].value() for form in forms for name in form.fields}
    told = {name: value for name, value in values.items() if value not in (None, False)}
    if "urls" in told:
        told |= {"urls": ",".join(row.urls), "exclude": ""}
    answer = editor.post(address, {**told, "slug": slug})
    row.refresh_from_db()
    return answer


def old_and_new(document: Document) -> list[tuple[str, str]]:
    """Every address under the platform, before and after both slugs are changed."""
    old = [address for address in addresses(document) if "/booking.com/" in address]
    of_document = {"platform": "booking.com", "document": document.slug}
    old += [
        reverse("platform_feed", args=["booking.com"]),
        reverse("document_json_feed", kwargs=of_document),
        reverse("api:platform", args=["booking.com"]),
        reverse("api:document", kwargs=of_document),
        reverse("api:versions", kwargs=of_document),
        "/platform/booking.com.md",
        f"/platform/booking.com/{document.slug}.md",
        f"/platform/booking.com/{document.slug}/arbitration.md",
        f"/og/platform/booking.com/{document.slug}/arbitration.png",
    ]
    return [
        (address, address.replace("booking.com", "booking").replace("terms-of-service", "terms"))
        for address in old
    ]


def test_every_address_under_an_old_slug_leads_to_the_new_one_for_good(
    document: Document, editor: Client, client: Client
) -> None:
    pairs = [pair for pair in old_and_new(document) if client.get(pair[0]).status_code == 200]
    assert len(pairs) > 20
    rename(editor, document.platform, "booking")
    rename(editor, document, "terms")
    for old, new in pairs:
        answer = client.get(old)
        assert (answer.status_code, answer.headers.get("Location")) == (301, new), old
        assert client.get(new).status_code == 200, new
        assert client.head(old).status_code == 301


def test_what_was_asked_and_how_goes_along(document: Document, editor: Client, owner: User) -> None:
    rename(editor, document.platform, "booking")
    asked = "/platform/booking.com/terms-of-service/versions/?page=2&q=a+b"
    assert Client().get(asked)["Location"] == asked.replace("booking.com", "booking")
    answer = client_of(owner).post("/app/watches/booking.com/start/")
    assert (answer.status_code, answer["Location"]) == (308, "/app/watches/booking/start/")


def test_a_question_that_names_an_old_slug_is_understood(
    document: Document, editor: Client, client: Client
) -> None:
    rename(editor, document.platform, "booking")
    build_document(build_platform("Nimbus"))
    answer = client.get("/provisions/?platform=booking.com&severity=high")
    assert (answer.status_code, answer["Location"]) == (301, "/provisions/?platform=booking&severity=high")
    answer = client.get("/compare/arbitration/?p=booking.com,nimbus")
    assert answer["Location"] == "/compare/arbitration/?p=booking,nimbus"
    assert client.get("/api/v1/provisions/?platform=booking.com").json()["results"]


def test_what_a_team_asks_of_an_old_slug_is_understood(
    organization: Organization, document: Document, editor: Client, owner: User
) -> None:
    grant_plan(organization, "professional")
    rename(editor, document.platform, "booking")
    rename(editor, document, "terms")
    member = client_of(owner)

    def taken(table: str, **asked: str) -> int:
        answer = member.get(reverse("export", args=[table]), {"platform": "booking.com", **asked})
        return len(b"".join(answer.streaming_content).splitlines()) - 1  # type: ignore[arg-type]

    assert taken("documents") == 1
    assert taken("provisions") == 2
    assert taken("versions", document="terms-of-service") == 2


def test_slugs_of_provisions_stay(document: Document, editor: Client, client: Client) -> None:
    before = set(document.provisions.values_list("slug", flat=True))
    rename(editor, document, "terms")
    assert set(document.provisions.values_list("slug", flat=True)) == before


def test_twice_renamed_leads_to_the_latest_and_a_way_back_is_no_circle(
    document: Document, editor: Client, client: Client
) -> None:
    platform = document.platform
    for slug in ("booking", "booking-holdings"):
        rename(editor, platform, slug)
    for old in ("booking.com", "booking"):
        assert client.get(f"/platform/{old}/")["Location"] == "/platform/booking-holdings/"
    rename(editor, platform, "booking.com")
    assert client.get("/platform/booking.com/").status_code == 200
    assert client.get("/platform/booking.com/no-such-document/").status_code == 404
    assert client.get("/platform/booking/")["Location"] == "/platform/booking.com/"


def test_an_old_slug_is_never_given_away(document: Document, editor: Client) -> None:
    rename(editor, document.platform, "booking")
    rename(editor, document, "terms")
    other = build_platform("Nimbus")
    said = rename(editor, other, "booking.com").content.decode()
    assert "It leads, or once led, to Booking.com. An address is never given to another." in said
    assert other.slug == "nimbus"
    second = build_document(document.platform, "Privacy Policy")
    assert "once led, to Booking.com" in rename(editor, second, "terms-of-service").content.decode()
    for row, slug in ((other, "booking.com"), (second, "terms-of-service")):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(slug=slug)
    with pytest.raises(IntegrityError), transaction.atomic():
        build_platform("Another", slug="booking.com")
    elsewhere = build_document(other)
    assert elsewhere.slug == "terms-of-service", "in another platform it leads nowhere else"


@pytest.mark.parametrize("slug", ["a-vs-b", "Booking", "timeline"])
def test_a_slug_that_could_not_be_an_address_is_refused(
    document: Document, editor: Client, slug: str
) -> None:
    row = document if slug == "timeline" else document.platform
    before = row.slug
    assert rename(editor, row, slug).status_code == 200
    assert row.slug == before


def test_the_catalogue_finds_what_was_renamed(document: Document, editor: Client, tmp_path: Any) -> None:
    rename(editor, document.platform, "booking")
    rename(editor, document, "terms")
    told = DocumentDeclaration("terms-of-service", "Terms of Service", ("https://example.org/t",), "en")
    declared = PlatformDeclaration(
        "booking.com",
        "Booking.com",
        "Travel & transport",
        "https://example.org/",
        "Books.",
        "",
        (told,),
        tmp_path,
    )
    enlist([declared])
    assert Platform.objects.get().slug == "booking"
    assert Document.objects.get().urls == ["https://example.org/t"]
    assert Document.objects.get().slug == "terms"


def test_what_is_not_public_is_not_given_away_by_its_old_slug(
    document: Document, editor: Client, client: Client
) -> None:
    rename(editor, document.platform, "booking")
    Document.objects.update(listed=False)
    Platform.objects.update(listed=False)
    for old in ("/platform/booking.com/", "/platform/booking.com/terms-of-service/"):
        assert client.get(old).status_code == 404
        assert editor.get(old).status_code == 301


def test_what_never_was_is_not_found(document: Document, client: Client) -> None:
    assert client.get("/platform/nowhere/").status_code == 404
    assert client.get("/nowhere/").status_code == 404
    assert client.get("/platform/booking.com/nothing/").status_code == 404
