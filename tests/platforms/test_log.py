"""The log: everything once, in order, for good; heads that prove what it held."""

import base64
import hashlib
import json
import random
from datetime import UTC, datetime, timedelta

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from platforms.log.heads import first_head_over, latest_head, publish_head
from platforms.log.leaves import canonical
from platforms.log.merkle import consistency_proof, extends, includes, inclusion_proof, leaf_hash, root_of
from platforms.log.notes import NoSigningKey, note_holds
from platforms.log.sequencer import append_owed, size_of_log
from platforms.log.tiles import append_hashes, from_tiles, hashes_in
from platforms.models import Correction, LogEntry, LogHead, LogKey, LogTile, Snapshot, Unlogged
from tests.builders import build_document, build_version
from tests.platforms.test_merkle import mth

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def build_log(versions: int = 3) -> None:
    document = build_document()
    for number in range(versions):
        build_version(document, text=f"# Terms\n\nText {number}.\n")
    append_owed(NOON)


def test_every_snapshot_and_version_is_a_leaf_once_and_in_order(db: None) -> None:
    build_log(3)
    assert append_owed(NOON) == 0
    entries = list(LogEntry.objects.all())
    assert [entry.index for entry in entries] == list(range(6))
    assert [entry.kind for entry in entries] == ["snapshot", "version"] * 3
    assert not Unlogged.objects.exists()
    for entry in entries:
        assert bytes(entry.leaf_hash) == leaf_hash(entry.leaf.encode())


def test_a_leaf_says_what_was_kept_and_how(db: None) -> None:
    version = build_version(build_document())
    append_owed(NOON)
    leaf = json.loads(version.log_entry.leaf)
    assert leaf["sha256"] == hashlib.sha256(version.text.encode()).hexdigest()
    assert leaf["snapshot_sha256"] == version.snapshot.sha256
    assert leaf["recipe"] == {"parser": 1}
    assert leaf["taken_at"] == "2026-03-01T09:00:00.000000Z"
    received = json.loads(version.snapshot.log_entry.leaf)
    assert received["pages"][0]["request_url"] == version.document.url
    assert received["pages"][0]["headers_sha256"] == hashlib.sha256(b'{"ETag":"\\"one\\""}').hexdigest()
    assert list(leaf) == sorted(leaf)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=12,
    )
)
def test_a_leaf_is_written_in_the_one_way_there_is(content) -> None:
    try:
        expected = rfc8785.dumps(content)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError):
        with pytest.raises((rfc8785.CanonicalizationError, UnicodeEncodeError)):
            canonical(content)
    else:
        assert canonical(content) == expected


def test_two_leaves_that_are_alike_do_not_stop_the_log(db: None) -> None:
    for _ in range(2):
        Correction.objects.create(page="/platform/x/", what="The same.", published_at=NOON)
    assert append_owed(NOON) == 2
    assert len({bytes(entry.leaf_hash) for entry in LogEntry.objects.all()}) == 1


def test_what_is_undone_is_not_owed(db: None) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        build_version(build_document())
        raise RuntimeError
    assert append_owed(NOON) == 0


def test_the_database_refuses_to_rewrite_the_log(db: None) -> None:
    build_log(2)
    publish_head(NOON)
    tile = LogTile.objects.get(level=0)
    refused = [
        lambda: LogEntry.objects.filter(index=1).update(leaf="{}"),
        lambda: LogEntry.objects.filter(index=3).delete(),
        lambda: LogEntry.objects.create(index=9, kind="version", leaf="{}", leaf_hash=b"9", logged_at=NOON),
        lambda: LogEntry.objects.bulk_create(
            LogEntry(index=index, kind="version", leaf="{}", leaf_hash=b"9", logged_at=NOON)
            for index in (4, 6)
        ),
        lambda: LogHead.objects.update(size=1),
        lambda: LogKey.objects.update(name="another"),
        lambda: LogTile.objects.filter(pk=tile.pk).update(hashes=bytes(tile.hashes)[:-32]),
        lambda: LogTile.objects.filter(pk=tile.pk).update(hashes=b"\x00" * len(tile.hashes)),
        lambda: LogTile.objects.filter(pk=tile.pk).update(index=7),
        lambda: LogTile.objects.all().delete(),
    ]
    for attempt in refused:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_tiles_give_the_roots_and_proofs_of_the_whole_tree_however_it_grew(db: None) -> None:
    leaves = [b"%d" % number for number in range(70_000)]
    hashes = [leaf_hash(leaf) for leaf in leaves]
    dice, at = random.Random(1), 0
    steps = [1, 254, 1, 1, 255, 256, 300, 65_000]
    while at < len(hashes):
        step = steps.pop(0) if steps else dice.randint(1, 3000)
        append_hashes(at, hashes[at : at + step])
        at += step
    root = mth(leaves)
    assert from_tiles(root_of, len(leaves)) == root
    for size in (1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 69_999):
        old = from_tiles(root_of, size)
        assert old == mth(leaves[:size])
        proof = from_tiles(consistency_proof, size, len(leaves))
        assert extends(size, old, len(leaves), root, proof)
        index = dice.randrange(size)
        path = from_tiles(inclusion_proof, index, size)
        assert includes(hashes[index], index, size, path, old)
    full = LogTile.objects.filter(level=0).order_by("index").first()
    assert full is not None
    assert hashes_in(bytes(full.hashes)) == hashes[:256]


def test_a_proof_reads_a_few_tiles(db: None, django_assert_max_num_queries) -> None:
    append_hashes(0, [leaf_hash(b"%d" % number) for number in range(66_000)])
    with django_assert_max_num_queries(1):
        from_tiles(inclusion_proof, 12_345, 66_000)
    with django_assert_max_num_queries(1):
        from_tiles(consistency_proof, 12_345, 66_000)


def test_a_head_signs_name_size_root_and_time(db: None, settings) -> None:
    build_log(2)
    head = publish_head(NOON)
    assert head is not None
    assert head == latest_head()
    name, size, root, at, *_ = head.note.splitlines()
    assert (name, size, at) == (settings.LOG_NAME, "4", "2026-03-02T12:00:00.000000Z")
    assert base64.b64decode(root).hex() == head.root
    leaves = [entry.leaf.encode() for entry in LogEntry.objects.all()]
    assert mth(leaves).hex() == head.root
    public = base64.b64decode(head.key.public_key)
    assert note_holds(head.note, name, public)
    assert not note_holds(head.note.replace("\n4\n", "\n5\n"), name, public)
    assert not note_holds(head.note, "another", public)


def test_publishing_logs_what_is_owed_first_and_an_empty_log_has_no_head(db: None) -> None:
    assert publish_head(NOON) is None
    build_version(build_document())
    head = publish_head(NOON)
    assert head is not None
    assert head.size == size_of_log() == 2


def test_a_leaf_is_proved_by_the_first_head_over_it_for_good(db: None) -> None:
    build_log(1)
    first = publish_head(NOON)
    build_log(1)
    assert first_head_over(2) is None
    second = publish_head(NOON + timedelta(hours=1))
    publish_head(NOON + timedelta(hours=2))
    assert first_head_over(1) == first
    assert first_head_over(2) == second


def test_a_new_key_signs_what_comes_and_the_old_one_stays_published(db: None, settings) -> None:
    build_log(1)
    old = publish_head(NOON)
    settings.LOG_SIGNING_KEY = base64.b64encode(bytes(range(32))).decode()
    new = publish_head(NOON + timedelta(hours=1))
    assert old is not None
    assert new is not None
    assert LogKey.objects.count() == 2
    own = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key().public_bytes_raw()
    assert base64.b64decode(new.key.public_key) == own
    for head in (old, new):
        assert note_holds(head.note, settings.LOG_NAME, base64.b64decode(head.key.public_key))


def test_without_a_key_a_server_says_so(db: None, settings) -> None:
    build_log(1)
    settings.LOG_SIGNING_KEY_FILE = None
    with pytest.raises(NoSigningKey, match="LOG_SIGNING_KEY"):
        publish_head(NOON)


@pytest.mark.django_db(transaction=True)
def test_a_second_sequencer_leaves_at_once_and_a_late_transaction_is_not_passed_over() -> None:
    document = build_document()
    late = connection.copy()
    try:
        with late.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute(
                "INSERT INTO platforms_snapshot (document_id, taken_at, sha256, method, locale, pages, source)"
                " VALUES (%s, %s, 'late', 'http', '', '[]', '')",
                [document.pk, NOON],
            )
            build_version(document)
            assert append_owed(NOON) == 2
            cursor.execute("COMMIT")
            assert append_owed(NOON) == 1
            cursor.execute("BEGIN")
            cursor.execute("SELECT pg_advisory_xact_lock(9162)")
            build_version(document)
            assert append_owed(NOON) == 0
            cursor.execute("ROLLBACK")
        assert append_owed(NOON) == 2
    finally:
        late.close()
    assert LogEntry.objects.get(index=2).snapshot == Snapshot.objects.get(sha256="late")
