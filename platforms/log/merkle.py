"""The Merkle tree of RFC 9162, section 2.1, pure: its hashes, its proofs and how both are checked.

A complete subtree is named by its level (0: leaves) and its index among those of that level. Whoever keeps the hashes
gives a `Node`, a function from that name to the subtree's hash; proofs then ask for as many as they need, which is in
proportion to the logarithm of the tree's size.
"""

import hashlib
from collections.abc import Callable, Sequence

Node = Callable[[int, int], bytes]

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of a leaf: its content behind a zero byte, so that no leaf can pass for a node."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def complete_root(hashes: Sequence[bytes]) -> bytes:
    """The root over so many hashes of one level; their number is a power of two."""
    row = list(hashes)
    while len(row) > 1:
        row = [node_hash(left, right) for left, right in zip(row[::2], row[1::2], strict=True)]
    return row[0]


def root_of(size: int, node: Node) -> bytes:
    """The root of the tree of the first `size` leaves."""
    return _range_root(0, size, node) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """The hashes that lead from a leaf to the root of the first `size` leaves. Raises ValueError where it is none of them."""
    if not 0 <= index < size:
        raise ValueError(f"Leaf {index} is not in a tree of {size}.")
    return _path(index, 0, size, node)


def consistency_proof(first: int, second: int, node: Node) -> list[bytes]:
    """The hashes that show the tree of `first` leaves to be the beginning of that of `second`. Raises ValueError."""
    if not 0 < first <= second:
        raise ValueError(f"A tree of {first} is not the beginning of one of {second}.")
    proof: list[bytes] = []
    start, end, whole = 0, second, True
    while first - start < end - start:
        split = start + _half(end - start)
        if first <= split:
            proof.append(_range_root(split, end, node))
            end = split
        else:
            proof.append(_range_root(start, split, node))
            start, whole = split, False
    if not whole:
        proof.append(_range_root(start, end, node))
    return proof[::-1]


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows the leaf with this hash at this place in the tree (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def extends(first: int, first_root: bytes, second: int, second_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows the second tree to begin with the first (RFC 9162, section 2.1.4.2)."""
    if first == second:
        return not proof and first_root == second_root
    if not 0 < first < second or not proof:
        return False
    path = list(proof)
    if not first & (first - 1):
        path.insert(0, first_root)
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


def _half(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def _range_root(start: int, end: int, node: Node) -> bytes:
    """The root over a stretch of leaves that is a subtree: its complete parts, joined from the right."""
    parts = []
    while start < end:
        width = 1 << (end - start).bit_length() - 1
        level = width.bit_length() - 1
        parts.append(node(level, start >> level))
        start += width
    root = parts.pop()
    while parts:
        root = node_hash(parts.pop(), root)
    return root


def _path(index: int, start: int, end: int, node: Node) -> list[bytes]:
    proof: list[bytes] = []
    while end - start > 1:
        split = start + _half(end - start)
        if index < split:
            proof.append(_range_root(split, end, node))
            end = split
        else:
            proof.append(_range_root(start, split, node))
            start = split
    return proof[::-1]
