"""Reports: computed from what stands, each answer with its words; and what a version is taken along as."""

import csv
import json
from hashlib import sha256

import pytest
from django.test import Client
from django.urls import reverse

from platforms.models import Document, Version
from provisions.report_kinds import BUCKETS, REPORTS, bucket_of
from tests.builders import build_document, build_platform, build_provision, build_version
from tests.conductatlas.sight import page, words_of

pytestmark = pytest.mark.django_db


def test_a_report_counts_who_says_what_and_leads_to_the_words(client: Client, document: Document) -> None:
    silent = build_version(
        build_document(build_platform("Silent Shop")), text="# Terms\n\nYou keep your content.\n"
    )
    build_provision(silent, "You keep your content.", type="content_license", types=["content_license"])
    html = page(client, reverse("report", args=["arbitration"]))
    assert "Arbitration in the terms of 2 platforms" in html
    assert "Requires" in words_of(html)
    assert document.provisions.get(slug="arbitration").get_absolute_url() in html
    assert "No answer found" in words_of(html)
    assert "Silent Shop" not in page(client, reverse("report", args=["ai-platforms"]))


def test_a_report_of_nothing_says_so(client: Client) -> None:
    assert "We have read no document yet" in page(client, reverse("report", args=["arbitration"]))
    assert client.get(reverse("report", args=["no-such"])).status_code == 404


def test_the_table_of_a_report_has_the_quotes_and_no_formulas(client: Client, document: Document) -> None:
    document.platform.name = "=cmd()"
    document.platform.save()
    answer = client.get(reverse("report_csv", args=["arbitration"]))
    rows = list(csv.DictReader(answer.content.decode().splitlines()))
    assert {row["question"] for row in rows} == {"Arbitration", "Class actions", "Governing law"}
    assert {row["platform"] for row in rows} == {"'=cmd()"}
    assert any("arbitra" in row["quote"].lower() for row in rows)


def test_every_question_of_a_report_has_its_answers() -> None:
    for kind in REPORTS:
        for question in kind.questions:
            assert len(BUCKETS[question]) >= 2
            assert bucket_of(question, None).label == "No answer found"


def test_a_version_is_taken_along_byte_for_byte(client: Client, document: Document) -> None:
    version = Version.objects.get(document=document, number=2)
    address = version.get_absolute_url().rstrip("/")
    text = client.get(f"{address}.txt").content
    assert sha256(text).hexdigest() == version.sha256
    markdown = client.get(f"{address}.md").content.decode()
    assert version.sha256 in markdown
    data = json.loads(client.get(f"{address}.json").content)
    assert data["text"].encode() == text
    for passage in data["passages"]:
        assert data["text"][passage["start"] : passage["end"]] == passage["text"]


def test_words_are_found_within_a_version(client: Client, document: Document) -> None:
    version = Version.objects.get(document=document, number=2)
    html = page(client, version.get_absolute_url() + "?q=ARBITRATOR")
    assert "<mark>" in html
    assert "stands in" in words_of(html)
    assert "does not stand in this version" in page(client, version.get_absolute_url() + "?q=quillwort")
