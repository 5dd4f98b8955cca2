"""From words a reader typed to the provisions that have them: full text first, typing errors forgiven where it finds none."""

import re
from typing import cast

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.cache import cache
from django.db import connection
from django.db.models import F, Q, QuerySet
from rapidfuzz import process
from rapidfuzz.distance import OSA

from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.figures import standing
from provisions.models import Provision

LANGUAGE = "english"
# So many provisions at most are put in order of closeness; of more, the weightiest are what a reader is after.
MOST_RANKED = 200
# Within how many days the words came or changed; and in which order answers stand, where it is not the usual one.
SINCE = (("7", "Last 7 days"), ("30", "Last 30 days"), ("90", "Last 90 days"), ("365", "Last 12 months"))
SORTS = (("weight", "Weightiest first"), ("newest", "Newest wording first"))
_MOST_WORDS = 8
_WORD = re.compile(r"\w+")
_SHORTEST_NAME, _SHORTEST_BEGINNING = 4, 3
# The basic form of a word with an error often keeps an ending ("arbitraton"): of so long a word its beginning is looked at.
_LEAST_BEGINNING, _LONGEST_ENDING = 5, 5
# Tried on errors of one or two letters in words of the taxonomy: below it, the nearest word is another word.
_LEAST_LIKENESS = 0.66
_KEPT_SECONDS = 600
_VOCABULARY = """
    SELECT word FROM ts_stat(
        'SELECT lexemes FROM provisions_provision WHERE removed_at IS NULL ORDER BY id DESC LIMIT 5000'
    ) ORDER BY ndoc DESC, word
"""


def query_of(words: str) -> SearchQuery:
    """What to look for in the provisions: every one of the words, in any form; mended where nothing has them all.

    One query to see whether anything has them; where nothing does, two more for the vocabulary and the basic forms.
    """
    _count_on_memory()
    terms = [term.lower() for term in _WORD.findall(words)[:_MOST_WORDS]]
    query = SearchQuery(" & ".join(terms), search_type="raw", config=LANGUAGE)
    if not terms or standing().filter(lexemes=query).exists():
        return query
    vocabulary = cast("list[str]", cache.get_or_set("vocabulary", _vocabulary, _KEPT_SECONDS))
    mended = " & ".join(_mended(term, stem, vocabulary) for term, stem in _stems(terms).items())
    return SearchQuery(mended, search_type="raw", config="simple")


def _count_on_memory() -> None:
    """Until the transaction ends: the words' index is worth its while even for frequent ones, as nothing is read from a disk."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('random_page_cost', '1.1', true)")


def _stems(terms: list[str]) -> dict[str, str]:
    """The basic form of each term; words that every text has, such as "the", are left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT term, ts_lexize('english_stem', term) FROM unnest(%s) AS term", [terms])
        return {term: stems[0] for term, stems in cursor.fetchall() if stems}


def _vocabulary() -> list[str]:
    """The words of the latest provisions in their basic form, the most frequent first."""
    with connection.cursor() as cursor:
        cursor.execute(_VOCABULARY)
        return [word for (word,) in cursor.fetchall()]


def _mended(term: str, stem: str, vocabulary: list[str]) -> str:
    """The stem where texts have it, the beginning of words where it is one, or the word most like it."""
    if stem in vocabulary:
        return f"'{stem}'"
    if len(term) >= _SHORTEST_BEGINNING and any(word.startswith(term) for word in vocabulary):
        return f"{term}:*"
    alike = [
        word for word in vocabulary if word[0] == stem[0]
    ]  # the first letter is hardly ever the wrong one
    found = process.extractOne(stem, alike, scorer=_likeness, score_cutoff=_LEAST_LIKENESS)
    return f"'{found[0].replace(chr(39), '')}'" if found else f"'{stem}'"


def _likeness(stem: str, word: str, **_: object) -> float:
    whole = OSA.normalized_similarity(stem, word)
    if len(word) < _LEAST_BEGINNING or not 0 < len(stem) - len(word) <= _LONGEST_ENDING:
        return whole
    return max(whole, 0.95 * OSA.normalized_similarity(stem[: len(word)], word))


def fitting(query: SearchQuery, words: str) -> Q:
    """The condition on a provision: it has what is looked for, or its foremost type is called so."""
    return Q(lexemes=query) | Q(type__in=types_named(words))


def types_named(words: str) -> list[str]:
    """Slugs of the clause types whose label has these words, or is among them."""
    asked = words.lower()
    if len(asked) < _SHORTEST_NAME:
        return []
    return [kind.slug for kind in CLAUSE_TYPES if asked in kind.label.lower() or kind.label.lower() in asked]


def by_closeness(rows: QuerySet[Provision], query: SearchQuery) -> QuerySet[Provision]:
    """Words in the title weigh more than in the quote; among equals the weightiest first."""
    return rows.order_by(SearchRank(F("lexemes"), query).desc(), *WEIGHTIEST)


def by_weight(rows: QuerySet[Provision]) -> QuerySet[Provision]:
    """The weightiest first, of these the latest."""
    return rows.order_by(*WEIGHTIEST)


def closest(words: str, count: int) -> list[int]:
    """Keys of the standing provisions closest to the words; of very many that fit, among the weightiest."""
    query = query_of(words)
    heaviest = by_weight(standing().filter(fitting(query, words))).values("pk")[:MOST_RANKED]
    return list(
        by_closeness(Provision.objects.filter(pk__in=heaviest), query).values_list("pk", flat=True)[:count]
    )


WEIGHTIEST = ("-severity_points", "-changed_at", "pk")
