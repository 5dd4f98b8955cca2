"""The tree's hashes in tiles of 256: growing costs one tile a level, a proof a few tiles however large the tree is."""

from collections.abc import Sequence

from platforms.log.merkle import Node, complete_root
from platforms.models import LogTile

WIDTH = 256
HEIGHT = 8  # levels of the tree in a tile: 2 ** HEIGHT == WIDTH
_HASH = 32


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


def stored_nodes() -> Node:
    """Reads subtrees' hashes from the tiles, each tile once."""
    read: dict[tuple[int, int], bytes] = {}

    def node(level: int, index: int) -> bytes:
        tile_level, inside = divmod(level, HEIGHT)
        tile_index, offset = divmod(index << inside, WIDTH)
        place = tile_level, tile_index
        if place not in read:
            read[place] = bytes(LogTile.objects.get(level=tile_level, index=tile_index).hashes)
        return complete_root(hashes_in(read[place])[offset : offset + (1 << inside)])

    return node


def hashes_in(tile: bytes) -> list[bytes]:
    """The hashes that a tile holds, in order."""
    return [tile[start : start + _HASH] for start in range(0, len(tile), _HASH)]
