"""The tree's hashes in tiles of 256: growing costs one tile a level, a proof a few tiles however large the tree is."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import connection

from platforms.log.merkle import complete_root
from platforms.models import LogTile

WIDTH = 256
HEIGHT = 8  # levels of the tree in a tile: 2 ** HEIGHT == WIDTH
_HASH = 32
_TILES = "SELECT level, index, hashes FROM platforms_logtile WHERE (level, index) IN %s"

T = TypeVar("T")
Place = tuple[int, int]  # level and index of a tile


def append_hashes(size: int, hashes: Sequence[bytes]) -> None:
    """Add the hashes of the leaves that follow the first `size`. Only the sequencer may, one at a time."""
    level, at, new = 0, size, list(hashes)
    while new:
        index, kept = divmod(at, WIDTH)
        partial = LogTile.objects.get(level=level, index=index) if kept else None
        data = (bytes(partial.hashes) if partial else b"") + b"".join(new)
        pieces = [data[start : start + WIDTH * _HASH] for start in range(0, len(data), WIDTH * _HASH)]
        if partial:
            partial.hashes = pieces[0]
            partial.save(update_fields=["hashes"])
        LogTile.objects.bulk_create(
            LogTile(level=level, index=index + place, hashes=piece)
            for place, piece in enumerate(pieces)
            if place or not partial
        )
        full = [piece for piece in pieces if len(piece) == WIDTH * _HASH]
        level, at, new = level + 1, index, [complete_root(hashes_in(piece)) for piece in full]


def from_tiles(walk: Callable[..., T], *numbers: int) -> T:
    """What `walk(*numbers, node)` gives. It walks twice: first to say which hashes it needs, so that they are read at once."""
    wanted: set[Place] = set()

    def note(level: int, index: int) -> bytes:
        wanted.add(_place_of(level, index)[0])
        return b""

    walk(*numbers, note)
    read = _tiles_at(wanted)

    def node(level: int, index: int) -> bytes:
        place, offset, width = _place_of(level, index)
        return complete_root(hashes_in(read[place][offset * _HASH : (offset + width) * _HASH]))

    return walk(*numbers, node)


def _place_of(level: int, index: int) -> tuple[Place, int, int]:
    """The tile that holds the subtree, and where in it: the first of its hashes, and how many."""
    tile_level, inside = divmod(level, HEIGHT)
    tile_index, offset = divmod(index << inside, WIDTH)
    return (tile_level, tile_index), offset, 1 << inside


def _tiles_at(places: set[Place]) -> dict[Place, bytes]:
    if not places:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_TILES, [tuple(places)])
        return {(level, index): bytes(hashes) for level, index, hashes in cursor.fetchall()}


def hashes_in(tile: bytes) -> list[bytes]:
    """The hashes that a tile holds, in order."""
    return [tile[start : start + _HASH] for start in range(0, len(tile), _HASH)]
