"""Where the sentences of one block of legal prose begin and end."""

import re
from functools import lru_cache


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# An end mark with its closing quotes, a space, and something a sentence may begin with. The marks of both kinds of script
# stand first, together: so the engine skips to them.
_END = re.compile(
    r"[.!?…。！？；](?:(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]?(?:[^\W\d_a-zà-öø-ÿ]|\d))|(?<=[。！？；])[。！？；]*[」』”）]*(?=.))",
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+\Z")
_OPENERS = _words(
    "we you if the this these those our your for when in it they to by all any please however such as "
    "he she its their there no not unless upon where while with each subject notwithstanding"
)
# After these a full stop never ends a sentence: a number, a name or an example follows.
_NEVER_LAST = _words(
    "e.g i.e eg ie art arts sec secs no nos nr abs cf vs v mr mrs ms dr prof st para paras ch pp p fig "
    "approx incl resp civ fed evid proc cap reg regs ex al lit bzw z.b d.h vgl ca tel dept attn"
)
# After these only a word that usually opens a sentence makes a new one ("Meta Platforms, Inc. We may").
_SELDOM_LAST = _words(
    "inc ltd co corp sent llc plc gmbh etc jr sr bros u.s u.k e.u u.s.a d.c s.a b.v a.m p.m l.l.c n.v a.g"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)  # whatever is read of a clause and said of it begins with its sentences
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences of `text`, without the white space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, start, match):
            spans.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    word = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    if word is None:
        return True
    last = word[0].casefold()
    if last in _NEVER_LAST or (word.start() == start and _is_list_number(last)):
        return False
    if last in _SELDOM_LAST or "." in last or (len(last) == 1 and word[0].isupper()):
        following = _FIRST_WORD.search(text, match.end(), match.end() + 30)
        return following is not None and following[0].casefold() in _OPENERS
    return True


def _is_list_number(word: str) -> bool:
    """Whether a full stop after this first word makes it the number of the paragraph ("1.", "a.", "iv.")."""
    return len(word) <= 3 and (word.isdigit() or len(word) == 1 or not word.strip("ivx"))
