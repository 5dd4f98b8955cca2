"""The phrase notation of the lexicon: expands phrases, and finds all of them in one walk over the words."""

import sys
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

# A node is (bits of the phrases that end here, the words that may follow).
Node = tuple[int, dict[str, "Node"]]

_TO_SPACE = ',():"[]{}<>*_|-/\\\n\t'
_TABLE = {ord(mark): " " for mark in _TO_SPACE} | {ord("`"): "'"} | {ord(mark): "." for mark in ";!?"}
# Replaced one after the other: `translate` takes a text with letters beyond ASCII fifty times as long.
_BEYOND_ASCII = dict.fromkeys("“”„«»\u2013—•·…®™©\u00a0\u200b", " ") | dict.fromkeys(
    "\u2019\u2018\u00b4", "'"
)
_VOWELS = frozenset("aeiou")
_NOTHING_FOLLOWS: dict[str, "Node"] = {}


def words_of(text: str) -> list[str]:
    """Lower-case words of a text; a "." stands alone where a sentence ends."""
    low = text.lower()
    if not low.isascii():
        for mark, plain in _BEYOND_ASCII.items():
            low = low.replace(mark, plain)
    flat = low.translate(_TABLE).rstrip(" .")
    return flat.replace(". ", " . ").split()


def forms_of(word: str) -> tuple[str, ...]:
    """The regular forms of a verb or noun: plural or third person, past, -ing."""
    if word.endswith("e"):
        return word, word + "s", word + "d", word[:-1] + "ing"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word, word + "es", word + "ed", word + "ing"
    forms = (word, word + "s", word + "ed", word + "ing")
    if len(word) > 2 and word[-1] not in "aeiouwy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return (*forms, word + word[-1] + "ed", word + word[-1] + "ing")
    return forms


def expand(notation: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of words that a comma-separated list of phrases stands for; "^" is where a sentence begins."""
    for phrase in notation.split(","):
        choices = [_choices(token) for token in phrase.split()]
        for combination in product(*choices):
            yield tuple("." if word == "^" else word for word in combination if word)


def _choices(token: str) -> list[str]:
    optional = token.startswith("?")
    choices = [""] if optional else []
    for word in token.lstrip("?").split("/"):
        choices.extend(forms_of(word[:-1]) if word.endswith("~") else (word,))
    return choices


def build_trie(phrases: Iterable[tuple[Iterable[tuple[str, ...]], int]]) -> dict[str, Node]:
    """A trie of all phrases; each (sequences of words, bit number) marks the ends of its sequences with that bit."""
    root: dict[str, list[Any]] = {}
    for sequences, bit in phrases:
        for words in sequences:
            level, node = root, None
            for word in words:
                node = level.setdefault(word, [0, {}])
                level = node[1]
            if node is not None:
                node[0] |= 1 << bit
    return _freeze(root)


def _freeze(level: dict[str, list[Any]]) -> dict[str, Node]:
    """The level as nodes; equal words and the ends of phrases are shared, which saves some MiB a process."""
    return {
        sys.intern(word): (bits, _freeze(following) if following else _NOTHING_FOLLOWS)
        for word, (bits, following) in level.items()
    }


def find_bits(trie: dict[str, Node], words: list[str]) -> list[int]:
    """One number a sentence: the bits of all phrases found in it. Sentences without any are left out."""
    found: list[int] = []
    bits = 0
    words = [".", *words]  # the first sentence begins like the others, after a "."
    end = len(words)
    for position, word in enumerate(words, 1):
        if word == "." and bits:
            found.append(bits)
            bits = 0
        node = trie.get(word)
        if node is None:
            continue
        bits |= node[0]
        following = node[1]
        ahead = position
        while following and ahead < end:
            node = following.get(words[ahead])
            if node is None:
                break
            bits |= node[0]
            following = node[1]
            ahead += 1
    if bits:
        found.append(bits)
    return found
