"""Clauses of a sentence or two as people speak: what was learned of such sentences proves a type where no phrase does.

"Your boss can see your results." has none of the words that prove a sharing of data, and says it all the same.
"""

import re

from provisions.analysis.lexicon.compiled_lexicon import NO_STATEMENT, SLUGS
from provisions.analysis.lexicon.second_opinion import on_plain_sentences

# Begun anew, with an end mark; no item of a list, label, table or rest of a sentence.
_SENTENCES = re.compile(r"(?!(?:For example|And|Or|But|Like|However|Also)\b)[A-Z][^|:\n–—•]*\.")
_WORDS = 36
_FEW_WORDS = 16
# How sure, in logits, of a type that the phrases name too, in few words and in more; where they name none it must be surer.
_SHARED = (1.5, 2.5)
_ALONE = 2.5
# And where they name another, surer of it than of the other by this much, in few words.
_BY_FAR = 3.0
# Where the weights of all clauses are this far from any type, plain words hardly ever make up for it.
_HOPELESS = -2.0


def is_plain(text: str, words: list[str], sentences: list[int]) -> bool:
    """Is it a sentence or two that state something by themselves, in few words? `sentences` are the bits of each."""
    return (
        len(words) <= _WORDS
        and text[-1] == "."
        and _SENTENCES.fullmatch(text) is not None
        and not any(bits & NO_STATEMENT for bits in sentences)
    )


def type_spoken_of(words: list[str], grams: set[str], opinion: list[float], named: str) -> str:
    """The type that plain words bear by what was learned of such words; "" where that is not sure enough.

    `grams` are its words and pairs of words, `opinion` holds the logits of all types, `named` the type that phrases speak for, though they do not prove it.
    """
    if max(opinion) < _HOPELESS:
        return ""
    spoken = on_plain_sentences(grams, opinion)
    logit = max(spoken)
    slug = SLUGS[spoken.index(logit)]
    few = len(words) <= _FEW_WORDS
    if named == slug:
        sure = logit >= _SHARED[not few]
    elif named:
        sure = few and logit >= _ALONE and logit - spoken[SLUGS.index(named)] >= _BY_FAR
    else:
        sure = logit >= _ALONE
    return slug if sure else ""
