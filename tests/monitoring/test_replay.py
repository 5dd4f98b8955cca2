"""Replaying stored captures: the report's lines, imports marked as such, and a bad line that stops nothing."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from billing.models import Organization, User
from billing.tenancy import across_orgs_scope, tenant_scope
from monitoring.figures import health_of, health_of_platforms
from monitoring.models import Alert, Check
from monitoring.pipeline import BeingLookedAt, check_document
from monitoring.replay import read_index, replay_captures
from monitoring.schedule import claim_due_documents, start_schedule
from monitoring.watches.watching import start_watching
from platforms.log.sequencer import append_owed
from platforms.models import Document, Snapshot, Version
from provisions.models import Change
from tests.policy_pages import CLAUSES, NOON, RETAIN, SHARE, TRAIN, TRANSFERS, make_document, policy, serve

pytestmark = pytest.mark.django_db
WALL = b"<html><title>Just a moment...</title><body><p>Verify you are human.</p></body></html>"


def row(path: str, day: int, **more: Any) -> dict[str, Any]:
    return {
        "service": "Harbour Light", "doc_type": "Privacy Policy", "path": path,
        "datetime": f"2026-03-{day:02}T06:00:00Z", "url": "https://harbourlight.example/privacy", **more,
    }  # fmt: skip


def fill(
    folder: Path, captures: dict[str, bytes], lines: list[str | dict[str, Any]], name: str = "index.jsonl"
) -> None:
    for path, body in captures.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    (folder / name).write_text(
        "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines) + "\n"
    )


def replay(folder: Path, *options: str) -> tuple[list[dict[str, Any]], str]:
    report, errors = folder / "report.jsonl", StringIO()
    try:
        call_command(
            "replay", folder, report=report, texts=folder / "texts", stdout=StringIO(), stderr=errors,
            **({"platform": list(options)} if options else {}),
        )  # fmt: skip
    except CommandError as error:
        errors.write(str(error))
    return [json.loads(line) for line in report.read_text().splitlines()], errors.getvalue()


def test_the_report_has_a_line_for_each_capture_in_order_of_time(tmp_path: Path) -> None:
    pages = {"4": WALL, "1": policy(), "2": policy(chrome="zz"), "3": policy((*CLAUSES, TRAIN))}
    fill(tmp_path, pages, [row("4", 4), row("1", 1), row("2", 2), row("3", 3)])
    lines, errors = replay(tmp_path)
    assert not errors
    assert [line["path"] for line in lines] == ["1", "2", "3", "4"]
    assert [line["outcome"] for line in lines] == ["first", "unchanged", "changed", "refused"]
    assert [bool(line["change_class"]) for line in lines] == [False, False, True, False]
    assert set(lines[0]) == {"path", "outcome", "reason", "change_class", "version_sha256", "words"}
    assert lines[3]["reason"]
    assert lines[3]["version_sha256"] == lines[2]["version_sha256"]


def test_the_text_of_every_version_is_left_under_its_hash(tmp_path: Path) -> None:
    fill(tmp_path, {"1": policy()}, [row("1", 1)])
    lines, _ = replay(tmp_path)
    version = Version.objects.get()
    assert (tmp_path / "texts" / f"{lines[0]['version_sha256']}.txt").read_text() == version.text
    assert lines[0]["words"] == version.words


def test_captures_are_looked_at_at_their_own_time(tmp_path: Path) -> None:
    fill(tmp_path, {"1": policy()}, [row("1", 1)])
    replay(tmp_path)
    moment = Version.objects.get().taken_at
    assert f"{moment:%Y-%m-%dT%H:%MZ}" == "2026-03-01T06:00Z"
    assert Check.objects.get().at == moment


def test_a_second_look_sees_the_same_page_again_at_once(tmp_path: Path) -> None:
    other = policy([f"This notice number {n} tells of the personal data we share with insurers and banks in the city "
                    f"of Port {n}, and how {n} different offices keep such personal data." for n in range(20, 34)])  # fmt: skip
    fill(tmp_path, {"1": policy(), "2": other}, [row("1", 1), row("2", 2)])
    lines, _ = replay(tmp_path)
    assert [line["outcome"] for line in lines] == ["first", "changed"]
    assert list(Check.objects.order_by("id").values_list("outcome", flat=True)) == [
        "first",
        "awaiting",
        "changed",
    ]
    assert Snapshot.objects.count() == 2
    assert append_owed(timezone.now()) == 4  # one of each capture, one of each version


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{not json", "not JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"service": "A", "doc_type": "T", "path": "x"}', "datetime"),
        ('{"service": "A", "doc_type": "T", "path": "x", "datetime": "yesterday"}', "yesterday"),
        (
            '{"service": "A", "doc_type": "T", "path": "../secret", "datetime": "2026-03-01T06:00:00Z"}',
            "leads out",
        ),
        (
            '{"service": "A", "doc_type": "T", "path": "/etc/passwd", "datetime": "2026-03-01T06:00:00Z"}',
            "leads out",
        ),
        ('{"service": "", "doc_type": "", "path": "1", "datetime": "2026-03-01T06:00:00Z"}', "service"),
        ('{"service": "A", "doc_type": "T", "path": "gone", "datetime": "2026-03-01T06:00:00Z"}', "gone"),
        ('{"service": "A", "doc_type": "T", "path": "x", "datetime": "2026-03-01T06:00:00"}', "time zone"),
        ('{"service": "A", "doc_type": "T", "path": 5, "datetime": 7}', "datetime"),
        (json.dumps(row("1", 1, datetime="0001-01-01T00:00:00+14:00")), "datetime: '0001-01-01"),
        (json.dumps(row("1", 1, datetime="9999-12-31T23:00:00Z")), "datetime: '9999-12-31"),
        (json.dumps(row("1", 1, service="Harbour\x00")), "service: "),
        (json.dumps(row("1", 1, doc_type="\ud800 Policy")), "doc_type: "),
        (json.dumps(row("1", 1, service="H" * 121, service_slug="h")), "service: "),
        (json.dumps(row("1", 1, service="\u6e2f")), "service_slug: "),
        (json.dumps(row("1", 1, service_slug="Harbour Light")), "service_slug: "),
        (json.dumps(row("1", 1, doc_type="T" * 61)), "doc_type: "),
        (json.dumps(row("1", 1, language="a tag that no language has")), "language: "),
        (json.dumps(row("1", 1, url="https://harbourlight.example/" + "p" * 2000)), "url: "),
        ('{"captures": 5, "service": "A", "doc_type": "T"}', "captures"),
        ('{"captures": ["x"], "service": "A", "doc_type": "T"}', "captures"),
    ],
)
def test_a_malformed_line_is_named_and_the_rest_is_replayed(tmp_path: Path, line: str, told: str) -> None:
    fill(tmp_path, {"1": policy(), "2": policy((*CLAUSES, TRAIN))}, [row("1", 1), line, row("2", 2)])
    lines, errors = replay(tmp_path)
    assert [one["outcome"] for one in lines] == ["first", "changed"]
    assert f"{tmp_path / 'index.jsonl'}:2: " in errors
    assert told in errors
    assert "could not be replayed" in errors


def test_a_bad_line_ends_the_command_with_an_error(tmp_path: Path) -> None:
    fill(tmp_path, {"1": policy()}, [row("1", 1), "nonsense"])
    with pytest.raises(CommandError):
        call_command("replay", tmp_path, stdout=StringIO(), stderr=StringIO())


def test_a_folder_without_an_index_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="has no index"):
        call_command("replay", tmp_path)


def test_a_text_of_an_imported_history_is_marked_with_its_source(tmp_path: Path) -> None:
    markdown = "# Privacy Policy\n\n" + "\n\n".join(CLAUSES)
    source = {"source_repo": "example/versions", "commit": "abc123"}
    fill(tmp_path, {"1.md": markdown.encode()}, [row("1.md", 1, **source)])
    lines, _ = replay(tmp_path)
    snapshot = Snapshot.objects.get()
    assert lines[0]["outcome"] == "first"
    assert (snapshot.method, snapshot.source) == ("import", "example/versions@abc123")


def test_fault_triples_are_replayed_beside_the_index_on_documents_of_their_own(tmp_path: Path) -> None:
    captures = [
        {"role": role, "path": f"f/{role}", "datetime": f"2026-03-0{day}T06:00:00Z"}
        for day, role in enumerate(("good_before", "fault", "good_after"), start=1)
    ]
    fill(tmp_path, {"f/good_before": policy(), "f/fault": WALL, "f/good_after": policy(chrome="b")}, [])
    fill(
        tmp_path,
        {},
        [{"service": "Harbour Light", "doc_type": "Privacy Policy", "captures": captures}],
        "faults.jsonl",
    )
    lines, _ = replay(tmp_path)
    assert [line["outcome"] for line in lines] == ["first", "refused", "unchanged"]
    assert Document.objects.get().slug.startswith("privacy-policy-fault-")


def test_only_the_platforms_asked_for_are_replayed(tmp_path: Path) -> None:
    fill(tmp_path, {"1": policy()}, [row("1", 1), row("1", 1, service="Other")])
    lines, _ = replay(tmp_path, "other")
    assert len(lines) == 1
    assert Document.objects.get().platform.slug == "other"


def test_a_replay_owes_nobody_an_alert(tmp_path: Path, organization: Organization, owner: User) -> None:
    platform = make_document("other", platform="harbour-light").platform
    with tenant_scope(organization):
        start_watching(organization, platform, by=owner, now=NOON)
    fill(tmp_path, {"1": policy(), "2": policy((*CLAUSES, TRAIN))}, [row("1", 1), row("2", 2)])
    replay(tmp_path)
    assert Change.objects.get().alarmed
    with across_orgs_scope():
        assert not Alert.objects.across_orgs().exists()


def test_the_same_folder_again_gives_the_same_report_and_adds_no_version(tmp_path: Path) -> None:
    texts = [CLAUSES, (*CLAUSES, TRAIN), (RETAIN, SHARE, TRANSFERS, *CLAUSES, TRAIN)]
    fill(
        tmp_path,
        {str(n): policy(text) for n, text in enumerate(texts)},
        [row(str(n), n + 1) for n in range(3)],
    )
    first, _ = replay(tmp_path)
    again, errors = replay(tmp_path)
    assert not errors
    assert again == first
    assert Version.objects.count() == 3


def test_two_captures_of_one_moment_are_told_again_as_each_was(tmp_path: Path) -> None:
    texts = {"a": policy(CLAUSES), "b": policy((*CLAUSES, TRAIN))}
    fill(tmp_path, texts, [row("a", 1), row("b", 1)])
    first, _ = replay(tmp_path)
    assert [line["outcome"] for line in first] == ["first", "changed"]
    assert replay(tmp_path)[0] == first


def test_a_capture_older_than_the_last_look_is_named_and_left_out(tmp_path: Path) -> None:
    fill(tmp_path, {"1": policy(), "2": policy(chrome="b")}, [row("2", 2)])
    replay(tmp_path)
    fill(tmp_path, {}, [row("1", 1), row("2", 2)])
    lines, errors = replay(tmp_path)
    assert [line["path"] for line in lines] == ["2"]
    assert "index.jsonl:1: datetime: older than the last look" in errors


def test_no_live_look_comes_between_the_captures_of_a_replay(tmp_path: Path) -> None:
    fill(tmp_path, {"1": policy(), "2": policy((*CLAUSES, TRAIN))}, [row("1", 1), row("2", 2)])
    captures, problems = read_index(tmp_path, only=set(), language="en")
    outcomes = []
    for replayed in replay_captures(captures, problems):
        outcomes.append(replayed.outcome)
        assert not claim_due_documents(timezone.now(), hosts=10)
        document = Document.objects.get()
        with pytest.raises(BeingLookedAt):
            check_document(document, serve(policy()), timezone.now())
    assert outcomes == ["first", "changed"]
    assert [one.document for one in claim_due_documents(timezone.now(), hosts=10)] == [document]


def test_a_replay_waits_for_a_live_look_that_is_under_way(tmp_path: Path) -> None:
    document = make_document(platform="harbour-light")
    start_schedule(document, timezone.now())
    (claimed,) = claim_due_documents(timezone.now(), hosts=1)
    claimed.claimed_until = timezone.now() + timedelta(seconds=1)
    claimed.save()
    fill(tmp_path, {"1": policy()}, [row("1", 1)])
    captures, problems = read_index(tmp_path, only=set(), language="en")
    for replayed in replay_captures(captures, problems):
        assert replayed.outcome == "first"
        assert timezone.now() > claimed.claimed_until


def test_a_history_without_an_address_is_never_looked_at(tmp_path: Path, client: Client) -> None:
    line = {key: value for key, value in row("1", 1).items() if key != "url"}
    fill(tmp_path, {"1": policy()}, [line])
    replay(tmp_path)
    document = Document.objects.get()
    assert not claim_due_documents(timezone.now(), hosts=10)
    assert health_of(document, timezone.now()).label == "Imported history"
    assert (
        health_of_platforms([document.platform_id], timezone.now())[document.platform_id].label
        == "Imported history"
    )
    shown = client.get(document.get_absolute_url()).content.decode()
    assert "Imported history" in shown
    assert "archive.invalid" not in shown
    with pytest.raises(CommandError, match="has an address to look at"):
        call_command("check_now", document.platform.slug)
