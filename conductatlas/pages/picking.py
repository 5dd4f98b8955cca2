"""Platforms as people name them: by slug, name or nearly so, in one field or several; and the list such a field offers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from platforms.listing import listed_documents, listed_platforms
from platforms.models import Platform
from platforms.renaming import platform_called
from provisions.analysis.counting import listed

FEWEST, MOST = 2, 4
LONGEST = 80  # characters of a name as it is typed
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")
_OFFERED, _NEAR = 12, 3
# PostgreSQL's own 0.6 forgives no missing letter in a word of seven.
_LEAST_LIKENESS = "0.45"


@dataclass(frozen=True, slots=True)
class Picked:
    """The platforms that were asked for, each once, and what was wrong with the rest, in words."""

    platforms: list[Platform]
    faults: list[str]


def pick(asked: Sequence[str]) -> Picked:
    """From slugs or names as people type them; a fault names the field and what to do."""
    wanted = [(place, words) for place, words in enumerate(asked) if words]
    rows = list(listed_platforms().filter(_exactly(words for _, words in wanted))) if wanted else []
    by_word = {row.name.lower(): row for row in rows} | {row.slug: row for row in rows}
    platforms: list[Platform] = []
    faults: list[str] = []
    for place, words in wanted:
        found = by_word.get(words.lower()) or _once_called(words.lower())
        if found is None:
            faults.append(_unknown(place, words))
        elif found not in platforms:
            platforms.append(found)
    if len(platforms) > MOST:
        names = listed([platform.name for platform in platforms], len(platforms))
        faults.append(
            f"Platforms: {len(platforms)} are too many ({names}). Choose at most {MOST}; the first {MOST} are kept below."
        )
    return Picked(platforms, faults)


def platform_named(words: str) -> Platform | None:
    """The listed platform with this slug or name, or with a slug that it had before."""
    found = listed_platforms().filter(_exactly([words])).order_by("pk").first()
    return found or _once_called(words.lower())


def _exactly(names: Iterable[str]) -> Q:
    keys = Q(pk__in=[])
    for words in names:
        keys |= Q(slug=words.lower()) | Q(name__iexact=words)
    return keys


def _once_called(slug: str) -> Platform | None:
    found = platform_called(slug)
    return found if found and found.listed else None


def _unknown(place: int, words: str) -> str:
    near = " or ".join(platform.name for platform in platforms_near(words))
    remedy = f"Did you mean {near}?" if near else "Take a name from the list, or use the search below."
    ordinal = _ORDINALS[min(place, len(_ORDINALS) - 1)]
    return f"{ordinal} platform: we have none called “{words}”. {remedy}"


def platforms_near(words: str) -> list[Platform]:
    """The few that are called nearly so, the closest first."""
    return list(_called_like(words)[:_NEAR])


def names(request: HttpRequest) -> HttpResponse:
    """The options of a field for a platform, for what has been typed into it: whichever parameter that is."""
    words = request.GET.get(next(iter(request.GET), ""), "").replace("\0", "").strip()[:LONGEST]
    rows = _called_like(words) if words else _read().order_by("name")
    return render(request, "pages/_platform_names.html", {"platforms": rows[:_OFFERED]})


def _called_like(words: str) -> QuerySet[Platform]:
    likeness = TrigramWordSimilarity(words, "name")
    return _read().filter(named_like(words)).annotate(likeness=likeness).order_by("-likeness", "name")


def _read() -> QuerySet[Platform]:
    read = listed_documents().filter(platform=OuterRef("pk"), versions__isnull=False)
    return listed_platforms().filter(Exists(read))


def named_like(words: str) -> Q:
    """The condition that a platform is called so, or nearly; typing errors are forgiven from here on."""
    forgive_typing_errors()
    return Q(name__icontains=words) | Q(slug__icontains=words.lower()) | Q(name__trigram_word_similar=words)


def forgive_typing_errors() -> None:
    """Lets the trigram operators (and their indexes) find "privcy" in "privacy", until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [_LEAST_LIKENESS])
