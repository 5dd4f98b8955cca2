"""What a passage says now and no longer says, in its own words: the few words exchanged, else the sentence that tells most."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from provisions.analysis.comparing.change_class import turns
from provisions.analysis.comparing.word_diff import Edit, diff_words
from provisions.analysis.comparing.words import words_of
from provisions.analysis.diffing import ClauseEdit
from provisions.analysis.sentences import sentence_spans

_EXCHANGED_WORDS = 7
_EXCHANGED_PIECES = 2
_LETTERS_OF_SPELLING = 1
_LEAST_TOLD = 3  # words
_KEPT = 60.0  # of 100: a sentence that shares as much with one of the other text is that sentence, edited
_MOSTLY_NEW = 0.5  # share of a sentence's words from which it is quoted whole
_LONG = 25  # words from which a sentence tells no more by being longer
_TURNING = 15  # words that a negation, a modal verb or a number weighs
_SECTION_NUMBER = re.compile(r"\d+(?:\.\d+)+|[ivx]+|\([a-z]\)")
_TELLING_WORD = re.compile(r"\w{5}|\d")
_WORD = re.compile(r"\S+")
_HOLDS_WORD = re.compile(r"\w")
_NAME = re.compile(r"[A-Z]")
_NEIGHBOURS = 4  # words
_BARE_WORDS = 3
_WORD_AND_SPACE, _SPACE_AND_WORD = re.compile(r"\S+\s*"), re.compile(r"\s*\S+")
_ADDRESS = re.compile(r"[#/\[\]\\%]\S")
_BESIDE = 3  # words shown on either side of so few
_ENDED = re.compile(r"[.,;:!?|](?=\s|$)|\n")
_SIDE = 60  # letters quoted of each sentence where two are
_LIST_MARK = re.compile(r"^(?:[-*•]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_HIDDEN = (
    "[email protected]"  # what stands in a page in the place of an address that Cloudflare hides from robots
)
_LINK_END = re.compile(r"\]\([^)]*\)?")  # of a link in Markdown, as imported texts have them
_ENDS = " .,;:\n"
_NEXT_MARK = re.compile(r"\s[b-hj-z]$")  # the letter of the next item of a list that runs on


def words_exchanged(edit: ClauseEdit) -> str:
    """The words themselves, where few were exchanged ("“30 partners” is now “45 partners”"); empty where many were."""
    changed = _changed(edit)
    if (
        edit.told_as.value != "reworded"
        or not 1 <= len(changed) <= _EXCHANGED_PIECES
        or any(len(edit.edits[place].text.split()) > _EXCHANGED_WORDS for place in changed)
    ):
        return ""
    if [edit.edits[place].op for place in changed] == ["delete", "insert"] and _side_by_side(
        edit.edits, *changed
    ):
        return _exchange(edit.edits, *changed)
    if len({_trimmed(edit.edits[place].text) for place in changed}) < len(changed):
        return ""
    return ", ".join(filter(None, (_come_or_gone(edit.edits, place) for place in changed)))


def _changed(edit: ClauseEdit) -> list[int]:
    """The places of the edits that hold words which only one of the two texts has."""
    return [
        place
        for place, piece in enumerate(edit.edits)
        if piece.op != "same" and _HOLDS_WORD.search(piece.text)
    ]


def _side_by_side(edits: Sequence[Edit], lost: int, come: int) -> bool:
    """Whether the one stands in the place of the other: else nothing became something else."""
    return not any(edit.op == "same" and edit.text.strip() for edit in edits[lost:come])


def _exchange(edits: Sequence[Edit], lost: int, come: int) -> str:
    before, after = _trimmed(edits[lost].text), _trimmed(edits[come].text)
    if _same_spelt_otherwise(before, after):
        return ""
    if _HIDDEN in (before, after) and "@" in before + after:
        return f"an e-mail address is {'hidden from robots' if after == _HIDDEN else 'shown in the text'} now"
    if _bare(before) and _bare(after) and (turns(before) or turns(after)):
        before, after = (_in_place(edits, place) for place in (lost, come))
        return f"“{before}” is now “{after}”"
    name = _name_before(edits, lost) if _NAME.match(before) and _NAME.match(after) else ""
    if name:
        before, after = f"{name} {before}", f"{name} {after}"
    elif not (_tells(before) or _tells(after)):
        return ""
    return f"“{before}” is now “{after}”"


def _come_or_gone(edits: Sequence[Edit], place: int) -> str:
    words, gone = _trimmed(edits[place].text), edits[place].op == "delete"
    if _bare(words) and (turns(words) or _tells(words)):
        shown = _in_place(edits, place)
        if shown != words:
            return f"{'no longer' if gone else 'now'} says “{shown}”"
    return f"“{words}” {'removed' if gone else 'added'}" if _tells(words) else ""


def _bare(words: str) -> bool:
    """Too few words to be understood by themselves, as a number without what it counts; no address of a page."""
    return len(words.split()) <= _BARE_WORDS and not _ADDRESS.search(words)


def _in_place(edits: Sequence[Edit], place: int) -> str:
    """A piece between the words that stand beside it in its own text, as far as these are of the same part of a sentence."""
    words, texts = edits[place].text, ("same", edits[place].op)
    before = "".join(edit.text for edit in edits[:place] if edit.op in texts)
    after = "".join(edit.text for edit in edits[place + 1 :] if edit.op in texts)
    left = "".join(_WORD_AND_SPACE.findall(_ENDED.split(before)[-1])[-_BESIDE:])
    right = "".join(_SPACE_AND_WORD.findall(_ENDED.split(after, maxsplit=1)[0])[:_BESIDE])
    return _trimmed(words if _ADDRESS.search(left + right) else f"{left}{words}{right}")


def _tells(words: str) -> bool:
    return bool(_TELLING_WORD.search(words)) and not _SECTION_NUMBER.fullmatch(words)


def _name_before(edits: Sequence[Edit], place: int) -> str:
    """The capitalized word that stands right before a piece ("Fernhollow" before "Inc."); empty where none does."""
    words = edits[place - 1].text.split() if place and edits[place - 1].op == "same" else []
    return words[-1] if words and _NAME.match(words[-1]) and words[-1][-1].isalnum() else ""


def _same_spelt_otherwise(lost: str, come: str) -> bool:
    """ "labeled" and "labelled": a difference of spelling, not of meaning."""
    lost, come = (
        re.sub(r"n['’]t\b", " not", words).replace("’", "'").replace("ca not", "cannot")
        for words in (lost, come)
    )
    if lost.lower() == come.lower():
        return True
    if any(mark.isdigit() for mark in lost + come) or {"not", "no"} & {
        *lost.lower().split(),
        *come.lower().split(),
    }:
        return False
    return bool(Levenshtein.distance(lost.lower(), come.lower()) <= _LETTERS_OF_SPELLING)


def said(edit: ClauseEdit, limit: int) -> str:
    """A passage that came or went, from its beginning; of one that was reworded, what it says now and no longer says.

    `limit`: the most letters quoted. Empty where only small words differ.
    """
    before, after = edit.before, edit.after
    if before is None or after is None:
        there = after or before
        return f"“{clipped(there.text, limit)}”" if there else ""
    changed = [edit.edits[place] for place in _changed(edit)]
    if len(changed) == 1 and len(changed[0].text.split()) > _EXCHANGED_WORDS:
        told = max((_trimmed(one) for one in _sentences(changed[0].text)), key=_weight)
        return f"{'no longer' if changed[0].op == 'delete' else 'now'} says “{clipped(told, limit)}”"
    gone, come = changed_sentences(before.text, after.text)
    own_gone, own_come = sentences_not_in(after.text, gone), sentences_not_in(before.text, come)
    fresh, lost = _weightiest(own_come, gone), _weightiest(own_gone, come)
    if fresh and lost and _weight(lost) >= _weight(fresh) and turns(lost):
        lost, fresh = from_where_they_differ(lost, fresh)
        return f"no longer says “{clipped(lost, _SIDE)}”, now says “{clipped(fresh, _SIDE)}”"
    if fresh:
        return f"now says “{clipped(fresh, limit)}”"
    if lost:
        return f"no longer says “{clipped(lost, limit)}”"
    return _new_words("now says", own_come, gone, limit) or _new_words(
        "no longer says", own_gone, come, limit
    )


@lru_cache(maxsize=64)  # what is turned in all edits of a change is looked for before any of them is told
def changed_sentences(before: str, after: str) -> tuple[list[str], list[str]]:
    """The sentences that only the old and only the new passage has."""
    old, new = list(_sentences(before)), list(_sentences(after))
    in_old, in_new = ({_plain(sentence) for sentence in sentences} for sentences in (old, new))
    return [one for one in old if _plain(one) not in in_new], [
        one for one in new if _plain(one) not in in_old
    ]


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        item = _LIST_MARK.sub("", line.strip())
        yield from (item[start:end] for start, end in sentence_spans(item))


@lru_cache(maxsize=512)  # each is compared with many
def _plain(sentence: str) -> str:
    return " ".join(words_of(sentence))


def sentences_not_in(text: str, sentences: Sequence[str]) -> list[str]:
    """The sentences whose words stand nowhere in a text, wherever its own sentences end."""
    words = f" {_plain(text)} "
    return [one for one in sentences if f" {_plain(one)} " not in words]


def _weightiest(own: Sequence[str], others: Sequence[str]) -> str:
    """The sentence without a counterpart among the others that tells most; empty for none."""
    alone = [one for one in own if len(one.split()) >= _LEAST_TOLD and not _counterpart(one, others)]
    return max(alone, key=_weight, default="")


def _counterpart(sentence: str, others: Sequence[str]) -> str:
    plain = _plain(sentence)
    rated = [(fuzz.ratio(plain, _plain(other)), other) for other in others]
    score, other = max(rated, key=lambda pair: pair[0], default=(0.0, ""))
    return other if score >= _KEPT else ""


def _weight(sentence: str) -> int:
    return min(_LONG, len(sentence.split())) + (_TURNING if turns(sentence) else 0)


def from_where_they_differ(lost: str, fresh: str) -> tuple[str, str]:
    """Two sentences without the words that both begin with, but for the last few, where they fill what can be quoted."""
    old, new = lost.split(), fresh.split()
    same = next(
        (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    if len(" ".join(new[:same])) < _SIDE // 2:
        return lost, fresh
    start = same - _NEIGHBOURS
    return f"… {' '.join(old[start:])}", f"… {' '.join(new[start:])}"


def _new_words(verb: str, own: Sequence[str], others: Sequence[str], limit: int) -> str:
    """The longest piece that edited sentences have and the others lack, with the words around it where it is short."""
    found = max(
        (piece for sentence in own for piece in _pieces(sentence, _counterpart(sentence, others))),
        key=lambda piece: len(piece.own),
        default=None,
    )
    if found is None or found.own.count(" ") < _LEAST_TOLD - 1:
        return ""
    return f"{verb} “{clipped(found.shown, limit)}”"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that only one of two forms of a sentence has, and as they are shown."""

    own: str
    shown: str


def _pieces(sentence: str, other: str) -> list[_Piece]:
    """What `sentence` has and `other`, its counterpart, has not; all of it is shown where half of it is new."""
    spans, at = [], 0
    for edit in diff_words(other, sentence):
        if edit.op == "insert":
            spans.append((at, at + len(edit.text)))
        if edit.op != "delete":
            at += len(edit.text)
    whole = sum(end - start for start, end in spans) >= _MOSTLY_NEW * len(sentence)
    return [
        _Piece(_trimmed(sentence[start:end]), sentence if whole else _with_neighbours(sentence, start, end))
        for start, end in spans
    ]


def _with_neighbours(sentence: str, start: int, end: int) -> str:
    """A short piece with the few words before and after it, a longer one by itself."""
    if len(sentence[start:end].split()) > _EXCHANGED_WORDS:
        return _trimmed(sentence[start:end])
    before = [word.start() for word in _WORD.finditer(sentence[:start])]
    after = [word.end() for word in _WORD.finditer(sentence, end)]
    first, last = before[-_NEIGHBOURS:], after[:_NEIGHBOURS]
    shown = sentence[first[0] if first else start : last[-1] if last else end]
    return ("… " if len(before) > len(first) else "") + shown + (" …" if len(after) > len(last) else "")


def _trimmed(words: str) -> str:
    """Words in one line without the marks at their ends, links' addresses and half a pair of brackets."""
    words = " ".join(_LINK_END.sub("", words).split()).strip(_ENDS)
    words = _NEXT_MARK.sub("", _LIST_MARK.sub("", words.removesuffix(" -")))
    if words.count("(") > words.count(")"):
        return words[1:] if words.startswith("(") else words + ")"
    return words.removesuffix(")") if words.count(")") > words.count("(") else words


def clipped(text: str, limit: int) -> str:
    """The first words of a text, as many as there is room for."""
    words = " ".join(text.split()).rstrip(_ENDS)
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
