"""Nobody sees or touches another organization's rows: every address, every method, as every kind of person.

The addresses come from the map of the site itself. A new one with arguments needs a line in ARGUMENTS, a new
tenant-owned model a line in `_fill`; without it the test says so.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, include, path, reverse

import conductatlas.urls
from billing.members import create_personal_organization
from billing.models import ApiKey, AuditEntry, Invitation, Membership, Notice, Organization, Role, User
from billing.tenancy import TenantOwned, UnscopedQuery, across_orgs_scope, tenant_scope
from conductatlas.citations import code_of
from monitoring.models import (
    AddedDocument,
    Alert,
    AlertNote,
    AlertReading,
    Channel,
    ChannelDelivery,
    Delivery,
    Digest,
    Export,
    FeedAddress,
    MailPreference,
    Match,
    PastWatch,
    PlatformRead,
    ReadingListEntry,
    Watch,
)
from monitoring.register.models import DocumentSearch, DueAction, Review, ReviewEntry, Vendor
from provisions.models import Change, Provision
from tests.builders import ARBITRATION, build_change, build_document, build_provision, build_version

pytestmark = pytest.mark.django_db
MARK = "quillwort-secret"
METHODS = ("get", "head", "options", "post", "put", "patch", "delete")
PASSWORD = "a rather long pass phrase"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
# Who may not come in where, as a member of the very organization: these answer 403.
FORBIDDEN = {
    Role.MEMBER: {
        "billing",
        "billing_invoices",
        "billing_returned",
        "billing_change",
        "audit_log",
        "audit_export",
        "channels",
        "channel",
        "channel_remove",
        "api_keys",
    },
    Role.BILLING: {
        "add_document",
        "document_search",
        "vendors",
        "vendor",
        "vendors_export",
        "reviews",
        "own_export",
        "audit_report",
        "due_actions",
        "audit_report_file",
        "watches",
        "watch",
        "watch_new",
        "welcome",
        "welcome_when",
        "welcome_done",
        "api_keys",
        "audit_log",
        "audit_export",
        "channels",
        "channel",
        "channel_remove",
        "inbox",
        "alert",
        "alert_acknowledge",
        "digests",
    },
}


@pytest.fixture
def filled(db: None) -> dict[str, Any]:
    """An organization with a row of every tenant-owned kind, each naming MARK, and the arguments of every address."""
    owner = User.objects.create_user(f"ann@{MARK}.example", password=PASSWORD, name=f"Ann {MARK}")
    organization = create_personal_organization(owner)
    Organization.objects.filter(pk=organization.pk).update(name=f"House {MARK}")
    organization.refresh_from_db()
    document = build_document()
    before = build_version(document)
    provision = build_provision(before)
    after = build_version(document, text=before.text.replace(ARBITRATION, "A court decides."))
    change = build_change(before, after)
    with tenant_scope(organization):
        invitation, message, api_key, watch = _fill(organization, owner, document.platform, change)
        own = _own_arguments(organization, document)
    membership = organization.memberships.get()
    people = {role: _with_role(organization, role) for role in (Role.ADMIN, Role.MEMBER, Role.BILLING)}
    stranger = User.objects.create_user("charlie@elsewhere.example", PASSWORD)
    create_personal_organization(stranger)
    return {
        "organization": organization,
        "people": {Role.OWNER: owner, **people},
        "stranger": stranger,
        "arguments": {
            **_arguments(provision, change, membership, invitation, message, api_key, watch),
            **own,
        },
    }


def _with_role(organization: Organization, role: Role) -> User:
    user = User.objects.create_user(f"{role.value}@{MARK}.example", PASSWORD)
    Membership.objects.create(organization=organization, user=user, role=role)
    return user


def _fill(
    organization: Organization, owner: User, platform: Any, change: Change
) -> tuple[Invitation, ChannelDelivery, ApiKey, Watch]:
    watch = Watch.objects.for_org(organization).create(
        platform=platform, title=MARK, started_by=owner, started_at=NOW
    )
    alert = Alert.objects.for_org(organization).create(change=change, means="same_day", created_at=NOW)
    AddedDocument.objects.for_org(organization).create(document=change.document, added_by=owner, added_at=NOW)
    Match.objects.for_org(organization).create(alert=alert, watch=watch, title=MARK)
    PlatformRead.objects.for_org(organization).create(user=owner, platform=platform, last_on=NOW.date())
    ReadingListEntry.objects.for_org(organization).create(
        user=owner, kind="platform", subject=platform.pk, added_at=NOW
    )
    PastWatch.objects.for_org(organization).create(platform=platform, started_at=NOW, ended_at=NOW)
    _fill_register(organization, owner, platform, change)
    AlertReading.objects.for_org(organization).create(alert=alert, user=owner, read_at=NOW)
    AlertNote.objects.for_org(organization).create(alert=alert, written_by=owner, written_at=NOW, text=MARK)
    digest = Digest.objects.for_org(organization).create(since=NOW - timedelta(days=7), until=NOW)
    Delivery.objects.for_org(organization).create(alert=alert, user=owner, due_at=NOW, last_error=MARK)
    MailPreference.objects.for_org(organization).create(user=owner)
    channel = Channel.objects.for_org(organization).create(
        kind="webhook", name=MARK, host="example.org", sealed_address=MARK, added_at=NOW
    )
    message = ChannelDelivery.objects.for_org(organization).create(
        channel=channel, alert=alert, created_at=NOW, due_at=NOW, last_error=MARK
    )
    FeedAddress.objects.for_org(organization).create(token_sha256=MARK, opened_at=NOW)
    Notice.objects.for_org(organization).create(kind="payment_failed", about=MARK, owed_at=NOW, due_at=NOW)
    AuditEntry.objects.for_org(organization).create(action="watch.started", subject=MARK)
    invitation = Invitation.objects.for_org(organization).create(
        email=f"dora@{MARK}.example",
        role=Role.MEMBER,
        token_sha256=MARK,
        invited_by=owner,
        created_at=NOW,
        expires_at=NOW + timedelta(days=4000),
    )
    api_key = ApiKey.objects.for_org(organization).create(
        made_by=owner,
        name=MARK,
        scope="write",
        token_sha256=MARK,
        beginning="ca_",
        made_at=NOW,
        expires_at=NOW,
    )
    Export.objects.for_org(organization).create(
        asked_by=owner, asked_at=NOW, table="platforms", format="csv", question=MARK, rows=1, state="made"
    )
    for model in TenantOwned.__subclasses__():
        rows: Any = model.objects
        assert rows.for_org(organization).exists(), f"Add a row of {model.__name__} to _fill, naming MARK."
    assert digest
    return invitation, message, api_key, watch


def _fill_register(organization: Organization, owner: User, platform: Any, change: Change) -> None:
    DocumentSearch.objects.for_org(organization).create(url=f"https://{MARK}.example/", asked_at=NOW)
    Vendor.objects.for_org(organization).create(platform=platform, owner=owner, notes=MARK, added_at=NOW)
    review = Review.objects.for_org(organization).create(change=change, note=MARK, updated_at=NOW)
    ReviewEntry.objects.for_org(organization).create(review=review, by=owner, at=NOW, words=MARK)
    DueAction.objects.for_org(organization).create(
        provision=change.document.provisions.get(), action="test-export", text=MARK, updated_at=NOW
    )


def _own_arguments(organization: Organization, document: Any) -> dict[str, dict[str, Any]]:
    """The arguments of a compliance team's addresses."""
    platform = {"platform": document.platform.slug}
    return {
        **_each(("vendor", "platform_regulations"), platform),
        "platform_regulations_file": {**platform, "format": "csv"},
        "document_compliance": {**platform, "document": document.slug},
        "document_search": {"pk": organization.document_searches.get().pk},
        "audit_report_file": {"name": "report.pdf"},
        "due_action": {"pk": organization.due_actions.get().provision_id, "action": "test-export"},
    }


def _arguments(
    provision: Provision,
    change: Change,
    membership: Membership,
    invitation: Invitation,
    message: ChannelDelivery,
    api_key: ApiKey,
    watch: Watch,
) -> dict[str, dict[str, Any]]:
    """The arguments of every address that takes some, by its name; the tenant's own where it names a tenant's row."""
    document = provision.document
    platform = {"platform": document.platform.slug}
    of_document = {**platform, "document": document.slug}
    a_and_b = {**of_document, "a": 1, "b": 2}
    key = {"key": "0" * 24}
    with tenant_scope(membership.organization):
        export = membership.organization.exports.get().pk
        kept = membership.organization.reading_list.get().pk
    return {
        **dict.fromkeys(
            (
                "platform",
                "timeline",
                "platform_feed",
                "platform_json_feed",
                "start_watching",
                "stop_watching",
            ),
            platform,
        ),
        **_each(("api:platform", "api:watch"), platform),
        "api:one_watch": {"pk": watch.pk},
        **_each(("api:channel", "api:channel_test"), {"pk": message.channel_id}),
        "api_key_revoke": {"pk": api_key.pk},
        **_each(("watch", "watch_tell", "watch_stop", "put_watch_first"), {"pk": watch.pk}),
        **_each(("document", "versions", "document_feed", "document_json_feed"), of_document),
        **_each(("api:document", "api:versions", "api:document_provisions"), of_document),
        **_each(
            ("version", "version_txt", "version_md", "version_json", "api:version", "api:version_text"),
            {**of_document, "number": 1},
        ),
        **_each(("diff", "api:diff"), a_and_b),
        "provision": {**of_document, "provision": provision.slug},
        "export": {"table": "platforms"},
        "own_export": {"name": "reviews", "format": "csv"},
        "export_download": {"pk": export},
        **_each(("reading_list_mark", "reading_list_remove"), {"pk": kept}),
        **_each(("api:provision", "api:compliance"), {**of_document, "provision": provision.slug}),
        "api:action": {**of_document, "provision": provision.slug, "action": "ask-retention-schedule"},
        **_each(("api:timeline", "api:drift", "api:matrix", "api:vendor"), platform),
        **_each(("api:regulation",), {"regulation": "gdpr"}),
        "api:review": {"pk": change.pk},
        "api:compare": {"type": "arbitration"},
        "change": {**of_document, "day": change.found_at.date(), "pk": change.pk},
        "api:change": {"pk": change.pk},
        "clause_type": {"slug": "arbitration"},
        "compare_type": {"slug": "arbitration"},
        **_each(("type_feed", "type_json_feed"), {"type": "arbitration"}),
        "compare_pair": {"a": document.platform.slug, "b": document.platform.slug},
        "regulation": {"slug": "gdpr"},
        **_each(("report", "report_csv"), {"slug": "arbitration"}),
        "twin": {"address": "platforms"},
        "og": {"address": "platforms"},
        **_each(("version_bundle", "version_pdf"), {**of_document, "number": 1}),
        **_each(("change_bundle", "change_pdf"), {"pk": change.pk}),
        "provision_pdf": {**of_document, "provision": provision.slug},
        "short_link": {"code": code_of("c", change.pk)},
        "citation": {"code": code_of("p", provision.pk), "style": "bib"},
        **_each(("api:log_head", "api:log_root"), {"size": 2}),
        **_each(("api:log_entry", "api:log_proof"), {"index": 1}),
        "api:log_inclusion": {"index": 1, "size": 2},
        "api:log_consistency": {"first": 1, "second": 2},
        "api:log_tile": {"level": 0, "index": 0},
        "sitemap": {"section": "platforms"},
        **_each(("member_role", "member_owner", "member_remove"), {"pk": membership.pk}),
        **_each(("invitation_again", "invitation_revoke"), {"pk": invitation.pk}),
        **_each(
            ("invitation", "unsubscribe", "private_feed", "digest_online", "address_alive"),
            {"token": "guessed"},
        ),
        **_each(
            (
                "channel",
                "channel_secret",
                "channel_rotate",
                "channel_test",
                "channel_switch",
                "channel_remove",
            ),
            {"pk": message.channel_id},
        ),
        "channel_replay": {"pk": message.pk},
        **_each(
            (
                "alert",
                "alert_acknowledge",
                "alert_read",
                "alert_assign",
                "alert_note",
                "alert_resolve",
                "api:alert",
            ),
            {"pk": message.alert_id},
        ),
        "audit_export": {"format": "csv"},
        **_each(("mfa_edit_webauthn", "mfa_remove_webauthn"), {"pk": 1}),
        **_each(("inbox_message", "inbox_message_html", "account_confirm_email"), key),
        "account_reset_password_from_key": {"uidb36": "1", **key},
    }


def _each(names: tuple[str, ...], arguments: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {name: dict(arguments) for name in names}


def _routes(resolver: Any = None, namespace: str = "", prefix: str = "") -> Iterator[tuple[str, str, bool]]:
    """Name, pattern and whether it takes arguments, of every address but the editors' own pages."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            if entry.namespace != "admin":
                inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
                yield from _routes(entry, inner, pattern)
        elif isinstance(entry, URLPattern):
            yield (
                namespace + (entry.name or ""),
                pattern,
                bool(entry.pattern.converters or entry.pattern.regex.groups),
            )


def _addresses(arguments: dict[str, dict[str, Any]]) -> dict[str, str]:
    found = {}
    for name, pattern, takes_some in _routes():
        if name and not name.endswith(":"):
            missing = takes_some and name not in arguments
            assert not missing, f"Add the arguments of “{name}” ({pattern}) to _arguments."
            found[name] = reverse(name, kwargs=arguments.get(name, {}))
        elif not takes_some and "^" not in pattern:
            found[pattern] = f"/{pattern}"
    return found


def _said(response: Any) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace") + str(response.headers)


def _rows_of(organization: Organization) -> list[Any]:
    """What the organization has, table by table, as one statement makes it out: equal where nothing was changed."""
    of_it = [(model._meta.db_table, "organization_id") for model in (*_owned(), Membership)]
    parts = [
        f"SELECT '{table}', md5(coalesce(string_agg(row::text, '|' ORDER BY row::text), '')) "
        f"FROM {table} row WHERE {column} = %s"
        for table, column in (*of_it, (Organization._meta.db_table, "id"))
    ]
    with across_orgs_scope(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [organization.pk] * len(parts))
        return sorted(cursor.fetchall())


def _owned() -> list[type[TenantOwned]]:
    return [model for model in apps.get_models() if issubclass(model, TenantOwned)]


class _TakenBack(Exception):
    pass


@contextmanager
def _asked(client: Client, method: str, address: str) -> Iterator[tuple[Any, str]]:
    """The answer and what it said; at the end, whatever it did is taken back.

    However fast one asks after the other, no limit on how often one may ask answers in the place of the view.
    """
    cache.clear()
    try:
        with transaction.atomic():
            data = {"organization": "1", "role": "owner", "email": "x@example.org", "name": "X"}
            extra = {"data": data} if method == "post" else {}
            response = getattr(client, method)(address, **extra)
            yield response, _said(response)
            raise _TakenBack  # noqa: TRY301 - the only way out of the transaction
    except _TakenBack:
        pass


def _client_of(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client


def _leaks(filled: dict[str, Any], addresses: dict[str, str]) -> list[str]:
    """What a visitor or a stranger saw or changed of the organization, in words; empty where all is well."""
    organization, before = filled["organization"], _rows_of(filled["organization"])
    found = []
    for who, user in (("anonymous", None), ("stranger", filled["stranger"])):
        client = _client_of(user)
        for name, address in addresses.items():
            for method in METHODS:
                with _asked(client, method, address) as (response, said):
                    if MARK in said:
                        found.append(f"{method} {name} shows it to {who}")
                    if response.status_code >= 500:
                        found.append(f"{method} {name} breaks for {who}")
                    if method not in ("get", "head", "options") and _rows_of(organization) != before:
                        found.append(f"{method} {name} is changed by {who}")
    return found


def test_every_address_and_method_keeps_strangers_out(filled: dict[str, Any], capsys: Any) -> None:
    addresses = _addresses(filled["arguments"])
    assert _leaks(filled, addresses) == []
    with capsys.disabled():
        print(f"\nisolation: {len(addresses)} addresses × {len(METHODS)} methods × 2 identities")  # noqa: T201


def test_every_role_gets_its_own_pages_and_no_others(filled: dict[str, Any]) -> None:
    addresses = _addresses(filled["arguments"])
    for role, user in filled["people"].items():
        client = _client_of(user)
        answers = {}
        for name, address in addresses.items():
            with _asked(client, "get", address) as (response, _):
                answers[name] = response.status_code
        assert not [name for name, status in answers.items() if status >= 500], role
        assert {name for name, status in answers.items() if status == 403} == FORBIDDEN.get(role, set()), role


def _named_without_saying_whose(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(list(AuditEntry.objects.all())))


def _past_the_manager(request: HttpRequest) -> HttpResponse:
    with across_orgs_scope():
        return HttpResponse(str(list(AuditEntry._base_manager.values())))


def _raw(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT subject FROM billing_auditentry")
        return HttpResponse(str(cursor.fetchall()))


def _site_with(view: Any) -> ModuleType:
    module = ModuleType("site_with_a_leak")
    module.urlpatterns = [path("leak/", view, name="leak"), path("", include(conductatlas.urls.urlpatterns))]  # type: ignore[attr-defined]
    return module


def test_a_planted_leak_is_caught_by_the_manager(filled: dict[str, Any], settings: Any) -> None:
    settings.ROOT_URLCONF = _site_with(_named_without_saying_whose)
    client = Client()
    client.force_login(filled["stranger"])
    with pytest.raises(UnscopedQuery):
        client.get("/leak/")


def test_a_leak_past_the_manager_is_caught_by_this_test(filled: dict[str, Any], settings: Any) -> None:
    settings.ROOT_URLCONF = _site_with(_past_the_manager)
    addresses = _addresses(filled["arguments"])
    assert "leak" in addresses
    assert "get leak shows it to stranger" in _leaks(filled, {"leak": addresses["leak"]})


def test_a_leak_in_raw_sql_is_caught_by_row_level_security(filled: dict[str, Any], settings: Any) -> None:
    settings.ROOT_URLCONF = _site_with(_raw)
    assert _leaks(filled, {"leak": "/leak/"}) == []
    with _asked(_client_of(filled["people"][Role.OWNER]), "get", "/leak/") as (_, said):
        assert MARK in said, "the same statement shows an owner their own"


def _renames_everybody(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        Organization.objects.update(name="Renamed")
    return HttpResponse("done")


def test_a_write_that_shows_nothing_is_seen_too(filled: dict[str, Any], settings: Any) -> None:
    settings.ROOT_URLCONF = _site_with(_renames_everybody)
    told = _leaks(filled, {"leak": "/leak/"})
    assert told == ["post leak is changed by anonymous", "post leak is changed by stranger"]
