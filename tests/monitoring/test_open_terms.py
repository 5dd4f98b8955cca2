"""Open Terms Archive's repositories: a small invented one imported, ours written and read back."""

import io
import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from monitoring.models import Check, Schedule
from monitoring.open_terms.declarations import Skipped, read_declarations, slug_of_service
from monitoring.open_terms.git import Blobs, Entry, GitFailed, history_of, is_repository, write_history
from monitoring.reading import read_pages
from platforms.models import SLUG, Document, Platform, Snapshot, Version
from provisions.models import Change
from tests.builders import build_change, build_document, build_platform, build_version

pytestmark = pytest.mark.django_db
FIRST = datetime(2020, 1, 5, 12, tzinfo=UTC)
TERMS = """# Terms of Service

Last updated 5 January 2020

## Your account

You are responsible for your account and for what is done with it. You must be at least 13 years old to use Quillwort.

## Your content

You keep the rights in what you post. You give us a licence to show it to others for as long as it is posted.

## Ending

You may close your account at any time. We may suspend it where you break these terms, and we tell you why.

## Disputes

The law of Ireland applies. You may bring a claim before the courts of the place where you live.
"""
SOLD = TERMS.replace(
    "for as long as it is posted.",
    "for as long as it is posted, and we may sell copies of it to advertisers.",
)


def entry(path: str, text: str, message: str, day: int) -> Entry:
    return Entry(path, text.encode(), message, FIRST + timedelta(days=day))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two services: one with a change and a reading anew, and things that are no texts of ours."""
    folder = tmp_path / "invented-versions"
    write_history(
        folder,
        [
            entry("README.md", "# Versions", "Initial commit", 0),
            entry("Quillwort/Terms of Service.md", TERMS, "First record of Quillwort Terms of Service", 1),
            entry("Zinnia é/Trackers Policy.md", TERMS.replace("Terms of Service", "Cookies"), "First record of Zinnia é Trackers Policy", 2),
            entry("Quillwort/Terms of Service.md", TERMS + "\nCookie banner\n", "Apply technical or declaration upgrade on Quillwort Terms of Service", 3),
            entry("Quillwort/Terms of Service.md", SOLD, "Record new changes of Quillwort Terms of Service", 40),
            entry("Quillwort/Seller Warranty.md", TERMS, "First record of Quillwort Seller Warranty", 41),
        ],
        author="A <a@example.org>",
    )  # fmt: skip
    return folder


def declare(folder: Path) -> Path:
    (folder / "declarations").mkdir(parents=True)
    declared = {
        "name": "Quillwort",
        "terms": {
            "Terms of Service": {
                "fetch": "https://quillwort.example/terms", "select": ["main", ".more"], "remove": [".ad", {"startBefore": "h1"}],
                "executeClientScripts": True,
            },
            "Privacy Policy": {"combine": [{"fetch": "https://quillwort.example/a", "select": "body"}, {"fetch": "https://quillwort.example/b"}]},
            "Whistleblower Policy": {"fetch": "https://quillwort.example/w", "select": "body"},
            "Imprint": {"select": "body"},
        },
    }  # fmt: skip
    (folder / "declarations/Quillwort.json").write_text(json.dumps(declared))
    (folder / "declarations/Quillwort.history.json").write_text("{}")
    (folder / "declarations/Broken.json").write_text("{")
    return folder


def run(command: str, *arguments: object) -> tuple[str, str]:
    out, errors = io.StringIO(), io.StringIO()
    call_command(command, *(str(argument) for argument in arguments), stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def state() -> list[tuple[object, ...]]:
    rows = Version.objects.order_by("document__platform__slug", "document__slug", "number")
    return list(
        rows.values_list("document__platform__slug", "document__slug", "number", "taken_at", "sha256")
    )


def test_a_history_becomes_documents_versions_and_changes(repository: Path) -> None:
    out, errors = run("import_open_terms_archive", repository)
    assert [(row[0], row[1], row[2]) for row in state()] == [
        ("quillwort", "terms-of-service", 1), ("quillwort", "terms-of-service", 2), ("zinnia-e", "cookie-policy", 1),
    ]  # fmt: skip
    change = Change.objects.get()
    assert (change.change_class, change.found_at) == ("substantive", FIRST + timedelta(days=40))
    assert "3 texts" in out
    assert "2 skipped" in out
    assert "read anew by their own rules" in errors
    assert "Seller Warranty.md: is of a type of document that we have no counterpart of" in errors


def test_every_text_says_where_it_comes_from_and_nobody_is_told(repository: Path) -> None:
    run("import_open_terms_archive", repository)
    for snapshot in Snapshot.objects.all():
        assert snapshot.method == "import"
        assert snapshot.source.startswith("invented-versions@")
    assert set(Document.objects.values_list("retired", flat=True)) == {True}


def test_twice_gives_the_same_and_a_longer_history_goes_on(repository: Path, tmp_path: Path) -> None:
    run("import_open_terms_archive", repository)
    before, checks = state(), Check.objects.count()
    run("import_open_terms_archive", repository)
    assert (state(), Check.objects.count()) == (before, checks)
    again = (SOLD.replace("at least 13", "at least 16")).encode()
    (repository / "Quillwort/Terms of Service.md").write_bytes(again)
    moment = (FIRST + timedelta(days=80)).isoformat()
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(
        ["git", "-C", str(repository), *who, "commit", "-aqm", "Record new changes of Quillwort Terms of Service", f"--date={moment}"],
        check=True, env={"GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )  # fmt: skip
    run("import_open_terms_archive", repository)
    assert len(state()) == len(before) + 1
    assert Change.objects.count() == 2


def test_declarations_become_documents_and_what_has_no_counterpart_is_named(
    repository: Path, tmp_path: Path
) -> None:
    declared = declare(tmp_path / "declared")
    out, errors = run("import_open_terms_archive", repository, "--declarations", declared)
    terms = Document.objects.get(platform__slug="quillwort", slug="terms-of-service")
    assert (terms.urls, terms.selector) == (["https://quillwort.example/terms"], "main, .more")
    assert (terms.exclude, terms.needs_browser, terms.retired) == ([".ad"], True, False)
    assert terms.versions.count() == 2
    privacy = Document.objects.get(platform__slug="quillwort", slug="privacy-policy")
    assert privacy.urls == ["https://quillwort.example/a", "https://quillwort.example/b"]
    assert "2 documents declared" in out
    for told in (
        "Broken.json",
        "Whistleblower Policy",
        "Imprint: names no address",
        "from one element to another",
    ):
        assert told in errors, told
    assert not Schedule.objects.filter(document=privacy).exists()


def test_what_an_editor_set_stays(repository: Path, tmp_path: Path) -> None:
    document = build_document(
        build_platform("Quillwort", sector="Social"), urls=["https://ours.example/terms"]
    )
    run("import_open_terms_archive", repository, "--declarations", declare(tmp_path / "declared"))
    document.refresh_from_db()
    assert document.urls == ["https://ours.example/terms"]
    assert document.platform.sector == "Social"
    assert document.versions.count() == 2


def test_one_platform_alone_can_be_asked_for(repository: Path) -> None:
    run("import_open_terms_archive", repository, "--platform", "zinnia-e")
    assert list(Platform.objects.values_list("slug", flat=True)) == ["zinnia-e"]


def test_what_is_no_repository_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Name a clone"):
        run("import_open_terms_archive", tmp_path)


def test_ours_are_written_in_their_form_and_read_back(tmp_path: Path) -> None:
    document = build_document(build_platform("Booking.com"), exclude=[".ad"], needs_browser=True)
    first = build_version(document, TERMS)
    build_change(first, build_version(document, SOLD))
    folder = tmp_path / "out"
    out, _ = run("export_open_terms_archive", folder)
    assert "1 services, 2 versions" in out
    (told,) = read_declarations(folder / "declarations", [])
    assert (told.service, told.urls, told.exclude, told.browser) == (
        "Booking.com",
        tuple(document.urls),
        (".ad",),
        True,
    )
    recorded = list(history_of(folder / "versions"))
    assert [one.at for one in recorded] == [version.taken_at for version in document.versions.all()]
    assert recorded[0].message == "First record of Booking.com Terms of Service"
    with Blobs(folder / "versions") as blobs:
        assert [blobs.read(one.blob).decode() for one in recorded] == [TERMS, SOLD]
        with pytest.raises(GitFailed, match="clone it whole"):
            blobs.read("0" * 40)
    assert (folder / "versions/Booking.com/Terms of Service.md").read_text() == SOLD
    with pytest.raises(CommandError, match="not empty"):
        run("export_open_terms_archive", folder)


def test_what_we_write_is_read_back_as_the_very_text_that_we_have(tmp_path: Path) -> None:
    text = "# Fees\n\nWe write net_of_tax * 2.\n\n| way | fee |\n\n| card | 2 % |\n\n- one\n\n  - two\n\n1. The end\n"
    version = build_version(build_document(build_platform("Booking.com")), text)
    run("export_open_terms_archive", tmp_path / "out")
    (recorded,) = history_of(tmp_path / "out/versions")
    with Blobs(tmp_path / "out/versions") as blobs:
        written = blobs.read(recorded.blob)
    assert b"| way | fee |\n| --- | --- |\n| card | 2 % |" in written
    assert read_pages([(written, "text/markdown")], version.document).text == version.text


def test_names_of_services_become_our_slugs() -> None:
    names = ("booking.com", "Amazon Mechanical Turk", "X", "Zinnia é", "Last.fm", "Meet.Jit.si")
    assert [slug_of_service(name) for name in names] == [
        "booking.com", "amazon-mechanical-turk", "x", "zinnia-e", "last.fm", "meet.jit.si",
    ]  # fmt: skip
    assert str(Skipped("a", "is b")) == "a: is b"
    assert not is_repository(Path("/nowhere"))


def test_names_in_other_scripts_and_very_long_ones_keep_apart() -> None:
    names = ["中文平台", "منصة", "עברית", "中文 App", "App", "Ж" * 200, "long " * 40, "long " * 41]
    slugs = [slug_of_service(name) for name in names]
    assert len(set(slugs)) == len(slugs)
    for slug in slugs:
        SLUG(slug)
        assert len(slug) <= 80
    assert slug_of_service("Žižkov Café") == "zizkov-cafe"
