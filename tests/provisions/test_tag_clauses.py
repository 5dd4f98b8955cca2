"""manage.py tag_clauses answers every clause in order, names the lines it cannot read, and needs no server."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(lines: list[str | bytes], cwd: Path = ROOT) -> tuple[list[dict], str, int]:
    """Standard output as rows, standard error, exit status; no server's address is in the environment."""
    sent = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    bare = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
    }
    bare["DATA_DIR"] = "/nonexistent"
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", "tag_clauses"],
        input=sent,
        capture_output=True,
        cwd=cwd,
        env=bare,
        check=False,
    )
    return (
        [json.loads(row) for row in done.stdout.decode().splitlines()],
        done.stderr.decode(),
        done.returncode,
    )


@pytest.fixture(scope="module")
def answered() -> tuple[list[dict], str, int]:
    return run(
        [
            '{"id": 7, "text": "We keep deleted posts for thirty (30) days."}',
            '{"id": "b", "text": "Nothing is promised on availability.", "heading": "No warranty"}',
            '{"id": null, "text": "Be kind."}',
            "",
            '{"id": "c", "text": "Wir geben „Daten“ nicht weiter.", "heading": ["Datenschutz", "Weitergabe"]}',
        ]
    )


def test_every_clause_is_answered_in_order(answered) -> None:
    rows, told, status = answered
    assert [row["id"] for row in rows] == [7, "b", None, "c"]
    assert status == 0
    assert "4 clauses tagged, 0 lines refused" in told


def test_an_answer_holds_types_stance_severity_and_attributes_with_spans(answered) -> None:
    row = answered[0][0]
    assert set(row) == {"id", "types", "stance", "direction", "severity", "attributes"}
    assert row["types"][0]["type"] == "data_retention"
    assert 0.8 <= row["types"][0]["confidence"] < 1
    assert (row["stance"], row["direction"], row["severity"]) == ("permits", "against_user", "low")
    period = next(item for item in row["attributes"] if item["kind"] == "retention_period")
    text = "We keep deleted posts for thirty (30) days."
    assert (period["value"], text[period["start"] : period["end"]]) == ("30 days", "thirty (30) days")


def test_the_heading_counts(answered) -> None:
    assert answered[0][1]["types"][0]["type"] == "warranty_disclaimer"


def test_what_fits_no_type_has_no_stance(answered) -> None:
    row = answered[0][2]
    assert (row["types"], row["stance"], row["direction"], row["severity"]) == ([], None, None, None)


def test_a_malformed_line_is_named_with_its_remedy_and_the_rest_goes_on() -> None:
    rows, told, status = run(
        [
            "nonsense",
            '["a list"]',
            '{"text": "no id"}',
            '{"id": 1}',
            '{"id": 2, "text": "Be kind.", "heading": 3}',
            b'{"id": 3, "text": "\xff"}',
            '{"id": 4, "text": "You may not scrape the site."}',
        ]
    )
    assert [row["id"] for row in rows] == [4]
    assert status == 1
    for number in range(1, 7):
        assert f"line {number}:" in told
    assert told.count('{"id": …, "text"') == 6
    assert "1 clauses tagged, 6 lines refused" in told


def test_progress_is_told_on_standard_error_only() -> None:
    rows, told, status = run([f'{{"id": {number}, "text": "Be kind."}}' for number in range(2100)])
    assert (len(rows), status) == (2100, 0)
    assert "1,000 clauses tagged" in told
    assert "2,000 clauses tagged" in told
