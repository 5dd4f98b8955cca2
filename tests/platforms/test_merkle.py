"""The tree and its proofs, held against the recursive definitions of RFC 9162 written down as they stand there."""

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from platforms.log.merkle import (
    EMPTY_ROOT,
    Node,
    complete_root,
    consistency_proof,
    extends,
    includes,
    inclusion_proof,
    leaf_hash,
    root_of,
)

# The reference: section 2.1, word for word, over the list of all leaves.


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def split_of(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def mth(leaves: list[bytes]) -> bytes:
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0])
    k = split_of(len(leaves))
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:]))


def path(m: int, leaves: list[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    k = split_of(len(leaves))
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def proof(m: int, leaves: list[bytes]) -> list[bytes]:
    return subproof(m, leaves, whole=True)


def subproof(m: int, leaves: list[bytes], *, whole: bool) -> list[bytes]:
    n = len(leaves)
    if m == n:
        return [] if whole else [mth(leaves)]
    k = split_of(n)
    if m <= k:
        return [*subproof(m, leaves[:k], whole=whole), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], whole=False), mth(leaves[:k])]


# What is tested.

LEAVES = [b"leaf %d" % number for number in range(300)]


def node_over(leaves: list[bytes]) -> Node:
    hashes = [leaf_hash(leaf) for leaf in leaves]

    def node(level: int, index: int) -> bytes:
        part = hashes[index << level : (index + 1) << level]
        assert len(part) == 1 << level, "only complete subtrees are asked for"
        return complete_root(part)

    return node


NODE = node_over(LEAVES)
UNHURRIED = settings(deadline=None)
sizes = st.integers(min_value=1, max_value=len(LEAVES))


def flipped(value: bytes, bit: int) -> bytes:
    changed = bytearray(value)
    changed[bit // 8 % len(value)] ^= 1 << bit % 8
    return bytes(changed)


def test_the_empty_tree_and_the_first_leaf_have_the_hashes_of_the_rfc() -> None:
    assert root_of(0, NODE) == EMPTY_ROOT == mth([])
    assert root_of(1, NODE) == mth(LEAVES[:1])


@UNHURRIED
@given(st.lists(st.binary(max_size=40), min_size=1, max_size=70))
def test_the_root_is_that_of_the_reference(leaves: list[bytes]) -> None:
    assert root_of(len(leaves), node_over(leaves)) == mth(leaves)


@UNHURRIED
@given(st.data())
def test_inclusion_proofs_are_those_of_the_reference_and_hold(data: st.DataObject) -> None:
    size = data.draw(sizes)
    index = data.draw(st.integers(0, size - 1))
    found = inclusion_proof(index, size, NODE)
    assert found == path(index, LEAVES[:size])
    assert includes(leaf_hash(LEAVES[index]), index, size, found, mth(LEAVES[:size]))


@UNHURRIED
@given(st.data())
def test_consistency_proofs_are_those_of_the_reference_and_hold(data: st.DataObject) -> None:
    second = data.draw(sizes)
    first = data.draw(st.integers(1, second))
    found = consistency_proof(first, second, NODE)
    assert found == proof(first, LEAVES[:second])
    assert extends(first, mth(LEAVES[:first]), second, mth(LEAVES[:second]), found)


@UNHURRIED
@given(st.data())
def test_no_other_leaf_place_size_or_hash_passes_as_included(data: st.DataObject) -> None:
    size = data.draw(sizes)
    index = data.draw(st.integers(0, size - 1))
    found, root = inclusion_proof(index, size, NODE), mth(LEAVES[:size])
    leaf = leaf_hash(LEAVES[index])
    assert not includes(flipped(leaf, data.draw(st.integers(0, 255))), index, size, found, root)
    assert not includes(leaf, index, size, found, flipped(root, 7))
    other = data.draw(st.integers(-1, size + 1).filter(lambda place: place != index))
    assert not includes(leaf, other, size, found, root)
    assert not includes(leaf, index, size, [*found, root], root)
    if found:
        place = data.draw(st.integers(0, len(found) - 1))
        bad = [flipped(each, 3) if at == place else each for at, each in enumerate(found)]
        assert not includes(leaf, index, size, bad, root)
        assert not includes(leaf, index, size, found[:-1], root)


@UNHURRIED
@given(st.data())
def test_a_forked_tree_is_never_consistent(data: st.DataObject) -> None:
    second = data.draw(st.integers(2, 120))
    first = data.draw(st.integers(1, second))
    changed = data.draw(st.integers(0, first - 1))
    forked = [b"another" if at == changed else leaf for at, leaf in enumerate(LEAVES[:second])]
    honest = mth(LEAVES[:first])
    assert not extends(first, honest, second, mth(forked), proof(first, forked))
    assert not extends(first, honest, second, mth(forked), proof(first, LEAVES[:second]))


@UNHURRIED
@given(st.data())
def test_a_damaged_consistency_proof_fails(data: st.DataObject) -> None:
    second = data.draw(st.integers(2, len(LEAVES)))
    first = data.draw(st.integers(1, second - 1))
    found = consistency_proof(first, second, NODE)
    roots = mth(LEAVES[:first]), mth(LEAVES[:second])
    place = data.draw(st.integers(0, len(found) - 1))
    bad = [flipped(each, 9) if at == place else each for at, each in enumerate(found)]
    assert not extends(first, roots[0], second, roots[1], bad)
    assert not extends(first, roots[0], second, roots[1], found[:-1])
    assert not extends(first, roots[0], second, roots[1], [*found, roots[0]])
    assert not extends(second, roots[1], first, roots[0], found)


def test_the_size_of_proofs_and_the_hashes_read_for_them_grow_with_the_logarithm() -> None:
    asked: list[tuple[int, int]] = []

    def node(level: int, index: int) -> bytes:
        asked.append((level, index))
        return b"\x00" * 32

    assert len(inclusion_proof(12_345_678, 100_000_001, node)) <= 27
    assert len(asked) <= 2 * 27


@pytest.mark.parametrize(
    "asked",
    [
        lambda: inclusion_proof(5, 5, NODE),
        lambda: inclusion_proof(-1, 5, NODE),
        lambda: consistency_proof(0, 5, NODE),
        lambda: consistency_proof(6, 5, NODE),
    ],
)
def test_what_cannot_be_proved_is_refused(asked: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="tree"):
        asked()
