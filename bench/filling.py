"""Fills an empty database with many made-up platforms, texts and provisions: sizes of years, in seconds, by COPY.

The texts are put together from the invented policies of the demo, with other names, numbers and words in each, and are
read by the same code as real ones; every quote is an exact piece of its version's text.
"""

import hashlib
import io
import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.db import connection
from django.db.models import Field, JSONField
from django.utils.text import slugify

from conductatlas.demo.policies import DOCUMENT_TYPES, PLATFORMS, SECTORS
from provisions.analysis.clauses import split_clauses
from provisions.analysis.describing.patterns import to_tell
from provisions.analysis.describing.titles import title_of
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.extraction import read_markdown
from provisions.analysis.wording import means_for_you, says, why_it_matters

NOW = datetime.now(UTC).replace(microsecond=0)
_NAME = "Xyzname"  # stands for the platform's name until it is given one
_PARTS = (3, 4, 5, 6, 6, 16)  # demo documents in a made-up one
_SECOND_NAMES = (
    "Lane Hub Post Mint Works Field Cast Loop Nest Forge Tide Bank Path Ware Line Ridge Craft Port".split()
)
_OTHER_WORDS = {
    "may": ("may", "can", "are entitled to"),
    "use": ("use", "use", "process", "employ"),
    "share": ("share", "disclose", "pass on"),
    "information": ("information", "data", "details"),
    "account": ("account", "account", "profile"),
    "delete": ("delete", "erase", "remove"),
    "service": ("service", "platform", "product"),
    "members": ("members", "users", "customers"),
    "people": ("people", "persons", "users"),
    "tell": ("tell", "inform", "notify"),
}
_VARIED = re.compile(rf"\b(?:{'|'.join(_OTHER_WORDS)})\b|\b\d+(?= (?:days|months|hours|years))|{_NAME}")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a demo document's text, with what it says where it is a clause that says something."""

    text: str
    read: ReadClause | None = None
    words: tuple[str, str, str, str] = ("", "", "", "")  # title, says, why it matters, means for you


def fill(platforms: int, documents: int, versions: int, provisions: int) -> None:
    """Rows of every kind a public page reads, about as many as told, planned and vacuumed for the queries."""
    chance = random.Random(20_26)
    parts = list(_demo_parts())
    names = _platform_rows(platforms, chance)
    tables = _Tables()
    for number in range(1, documents + 1):
        platform = 1 + number % platforms
        _document(
            number, platform, names[platform - 1], parts, tables, chance, (versions, provisions, documents)
        )
    tables.write()
    with connection.cursor() as cursor:
        for table in tables.names:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 1) FROM {table}))"
                if table != "monitoring_schedule" else "SELECT 1"
            )  # fmt: skip
        cursor.execute("VACUUM ANALYZE")


def _demo_parts() -> Iterable[list[Part]]:
    for path in sorted(PLATFORMS.glob("*/*/*.md")):
        name = path.parents[1].name.capitalize()
        text = read_markdown(path.read_text().replace(name, _NAME)).text
        parts, at = [], 0
        for clause in split_clauses(text):
            read = read_clause(clause)
            if read is None or clause.start < at:
                continue
            parts += [Part(text[at : clause.start]), Part(clause.text, read, _words_of(read))]
            at = clause.end
        yield [*parts, Part(text[at:])]


def _words_of(read: ReadClause) -> tuple[str, str, str, str]:
    text = read.clause.text
    told = to_tell(read.type, read.stance, read.direction, text, read.attributes, _NAME, read.clause.trail)
    return title_of(told), says(told), why_it_matters(told), means_for_you(told)


def _platform_rows(count: int, chance: random.Random) -> list[str]:
    stems = sorted(path.name.capitalize() for path in PLATFORMS.iterdir() if path.is_dir())
    syllables = "bra cor dal fen gri hol jun kel lor mar nev ost pel qui ros sel tor vin wex yar".split()
    names: dict[str, None] = {}
    while len(names) < count:
        stem = chance.choice([chance.choice(stems), "".join(chance.sample(syllables, 3)).capitalize()])
        names[f"{stem} {chance.choice(_SECOND_NAMES)}"] = None
    rows = [
        (key, slugify(name), name, chance.choice(SECTORS), f"{name} is made up.", "", "", True, NOW)
        for key, name in enumerate(names, 1)
    ]
    _copy("platforms_platform", "id slug name sector description home_url country invented created_at", rows)
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('platforms_platform', 'id'), %s)", [count])
    return list(names)


class _Tables:
    """Rows gathered by table, in the order in which foreign keys want them."""

    columns = {
        "platforms_document": "id platform_id slug type urls language region needs_browser selector exclude retired"
        " created_at",
        "platforms_snapshot": "id document_id taken_at sha256 method locale pages source",
        "platforms_version": "id document_id snapshot_id number taken_at title text sha256 words language recipe"
        " updated_on effective_on",
        "provisions_provision": "id document_id slug title type types confidence stance direction severity"
        " severity_points severity_reasons says why_it_matters means_for_you attributes taxonomy tagger version_id start"
        " end quote trail introduced_at changed_at removed_at",
        "provisions_provisionevent": "id provision_id version_id kind at quote",
        "provisions_change": "id document_id before_id after_id change_class alarmed severity direction summary points"
        " words_added words_removed found_at reverts_id",
        "provisions_clausechange": "id change_id order kind types provision_id trail edits before_start after_start"
        " severity severity_points direction summary",
        "monitoring_schedule": "document_id host next_look_at claimed_until failures_in_row last_looked_at last_read_at"
        " stale_since failure etag last_modified snapshot_id version_id awaited_sha256",
        "monitoring_check": "id document_id at outcome failure reason status snapshot_id version_id",
    }

    def __init__(self) -> None:
        self.names = list(self.columns)
        self.rows: dict[str, list[Sequence[object]]] = {name: [] for name in self.names}
        self._last = dict.fromkeys(self.names, 0)

    def add(self, table: str, *row: object) -> int:
        """A row without its key; returns the key."""
        self._last[table] += 1
        key = self._last[table]
        self.rows[table].append(row if table == "monitoring_schedule" else (key, *row))
        if table == "platforms_version" and len(self.rows[table]) >= 1000:
            self.write()  # the texts are large: not all of them at once
        return key

    def write(self) -> None:
        """Copies what was gathered into the database."""
        for table, columns in self.columns.items():
            _copy(table, columns, self.rows[table])
            self.rows[table].clear()


def _document(
    number: int, platform: int, name: str, parts: list[list[Part]], tables: _Tables, chance: random.Random,
    wanted: tuple[int, int, int],
) -> None:  # fmt: skip
    versions, provisions, documents = wanted
    kind = DOCUMENT_TYPES[number % len(DOCUMENT_TYPES)]
    slug = f"{slugify(kind)}-{chr(97 + number % 26)}{number}x"
    tables.add(
        "platforms_document",
        platform,
        slug,
        kind,
        "{https://example.org/terms}",
        "en",
        "",
        False,
        "",
        "{}",
        False,
        NOW,
    )
    count = versions // documents
    text, placed = "", []
    while len(placed) < count:  # each earlier version has another of them worded otherwise
        sampled = chance.sample(parts, chance.choice(_PARTS))
        text, placed = _text_of(name, [part for some in sampled for part in some], chance)
    keys, texts = [], []
    for place in range(1, count + 1):
        texts.append(
            text if place == count else text.replace(placed[place][1], f"Earlier words, number {place}.", 1)
        )
        keys.append(
            _version(
                number, place, NOW - timedelta(days=90 * (count - place) + number % 60), texts[-1], tables
            )
        )
    share = max(1, provisions // documents)
    chosen = sorted(chance.sample(placed, min(share, len(placed))), key=lambda one: one[0])
    pks = _provisions(number, keys, chosen, name, NOW - timedelta(days=90 * count), tables, chance)
    for place in range(1, count):
        _change(number, keys[place - 1], keys[place], NOW - timedelta(days=90 * (count - place - 1) + number % 60),
                chosen, pks, tables, chance)  # fmt: skip
    _looks(number, keys[-1], tables, chance)


def _text_of(
    name: str, parts: Sequence[Part], chance: random.Random
) -> tuple[str, list[tuple[int, str, Part]]]:
    """The text with where each clause of a part stands in it."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word == _NAME:
            return name
        return (
            chance.choice(_OTHER_WORDS[word])
            if word in _OTHER_WORDS
            else str(chance.choice((7, 14, 30, 60, 90)))
        )

    pieces, placed, at, seen = [], [], 0, set()
    for part in parts:
        piece = _VARIED.sub(other, part.text)
        if part.read is not None and piece not in seen:
            placed.append((at, piece, part))
            seen.add(piece)
        pieces.append(piece)
        at += len(piece)
    return "".join(pieces), placed


def _version(document: int, number: int, at: datetime, text: str, tables: _Tables) -> int:
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = {
        "request_url": "https://example.org/terms", "final_url": "https://example.org/terms", "status": 200,
        "headers": {"ETag": '"one"'}, "content_type": "text/html", "sha256": digest, "size": len(text),
    }  # fmt: skip
    snapshot = tables.add("platforms_snapshot", document, at, digest, "http", "en", json.dumps([page]), "")
    return tables.add(
        "platforms_version", document, snapshot, number, at, "Terms", text, digest, text.count(" "), "en",
        '{"parser": 1}', at.date(), None,
    )  # fmt: skip


def _provisions(
    document: int, versions: Sequence[int], chosen: Sequence[tuple[int, str, Part]], name: str, first: datetime,
    tables: _Tables, chance: random.Random,
) -> list[int]:  # fmt: skip
    pks = []
    for number, (start, quote, part) in enumerate(chosen):
        read = part.read
        assert read is not None
        title, *said = (words.replace(_NAME, name) for words in part.words)
        changed = NOW - timedelta(days=chance.randrange(700))
        pk = tables.add(
            "provisions_provision", document, f"{slugify(title)[:80]}-{number}", title[:190], read.type,
            "{" + ",".join(read.types) + "}", read.tags[0].confidence, read.stance.value, read.direction.value,
            read.severity.level.value, read.severity.points, json.dumps(list(read.severity.reasons)), *said, "[]", 1, 1,
            versions[-1], start, start + len(quote), quote, json.dumps(read.clause.trail), first, changed,
            NOW if chance.random() < 0.06 else None,
        )  # fmt: skip
        tables.add("provisions_provisionevent", pk, versions[0], "introduced", first, quote)
        if chance.random() < 0.2:
            tables.add("provisions_provisionevent", pk, versions[-1], "reworded", changed, quote)
        pks.append(pk)
    return pks


def _change(
    document: int, before: int, after: int, at: datetime, chosen: Sequence[tuple[int, str, Part]], pks: Sequence[int],
    tables: _Tables, chance: random.Random,
) -> None:  # fmt: skip
    loud = chance.random() < 0.7
    weight = chance.choice(("low", "low", "medium", "high", "critical"))
    change = tables.add(
        "provisions_change", document, before, after, "substantive" if loud else "date_only", loud, weight,
        "against_user", "The words of two clauses changed.", '["Two clauses were reworded."]', 20, 20, at, None,
    )  # fmt: skip
    for order in range(3):
        place = chance.randrange(len(chosen))
        start, quote, part = chosen[place]
        edits = [
            ["same", quote[:40]],
            ["delete", quote[40:80]],
            ["insert", "other words"],
            ["same", quote[80:]],
        ]
        assert part.read is not None
        tables.add(
            "provisions_clausechange", change, order, "reworded", "{" + ",".join(part.read.types) + "}", pks[place], "[]",
            json.dumps(edits), start, start, weight, 3, "against_user", "Other words",
        )  # fmt: skip


def _looks(document: int, version: int, tables: _Tables, chance: random.Random) -> None:
    stale = NOW - timedelta(days=3) if chance.random() < 0.05 else None
    tables.add(
        "monitoring_schedule", document, "example.org", NOW, None, 0, NOW, NOW, stale, "timeout" if stale else "", "", "",
        None, version, "",
    )  # fmt: skip
    for day in range(14):
        outcome = "failed" if stale and day < 3 else "unchanged"
        tables.add("monitoring_check", document, NOW - timedelta(days=day), outcome, "", "", 200, None, None)


def _copy(table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
    names = columns.split()
    others = _defaults(table, names)
    named = ", ".join(f'"{column}"' for column in [*names, *others])
    lines = io.StringIO("".join("\t".join(map(_field, (*row, *others.values()))) + "\n" for row in rows))
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table} ({named}) FROM STDIN", lines)  # type: ignore[attr-defined]  # psycopg2's own


def _defaults(table: str, given: Sequence[str]) -> dict[str, object]:
    """What the model puts into the columns that are not given."""
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    fields = [field for field in model._meta.concrete_fields if not field.generated and not field.primary_key]
    return {field.column: _default(field) for field in fields if field.column not in given and not field.null}


def _default(field: Field) -> object:
    default = field.get_default()
    if isinstance(field, JSONField):
        return json.dumps(default)
    return "{}" if isinstance(default, list) else default


def _field(value: object) -> str:
    if value is None:
        return r"\N"
    return str(value).replace("\\", r"\\").replace("\n", r"\n").replace("\r", r"\r").replace("\t", r"\t")
