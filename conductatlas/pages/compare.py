"""Platforms side by side: the picker, one clause type for two to four of them, and two over all types."""

from collections.abc import Sequence
from itertools import combinations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from conductatlas.pages.comparing import (
    address_of_pair,
    address_of_type,
    columns_of,
    rows_of,
)
from conductatlas.pages.finding import chosen, words_in
from conductatlas.pages.picking import FEWEST, LONGEST, MOST, Picked, named_like, pick
from platforms.listing import listed_platforms
from platforms.models import Platform
from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TYPES_BY_SLUG
from provisions.analysis.contrasts import difference_between
from provisions.figures import adoption_of, sectors, well_read_pairs

_FOUND_MOST = 24
_PAIRS_SHOWN = 12
_FIELDS = ("a", "b", "c", "d")


def picker(request: HttpRequest) -> HttpResponse:
    """Choose a clause type, or all of them, and the platforms; a complete choice leads to its comparison."""
    asked = [words_in(request, field, LONGEST) for field in _FIELDS]
    listed = _listed_in(request)
    type = chosen(request, "type", TYPES_BY_SLUG)
    picked = pick([*asked, *listed] if any(asked) else listed)
    if request.GET.get("go") and not picked.faults and len(picked.platforms) >= FEWEST:
        if type:
            return redirect(address_of_type(type, picked.platforms))
        if len(picked.platforms) == FEWEST:
            return redirect(address_of_pair(*(platform.slug for platform in picked.platforms)))
    return _picker(request, type, picked, asked_to_go=bool(request.GET.get("go")))


def _listed_in(request: HttpRequest) -> list[str]:
    """The slugs of `?p=a,b`; of very many the first."""
    return [slug for slug in request.GET.get("p", "").replace("\0", "").split(",") if slug][:20]


def _picker(
    request: HttpRequest, type: str, picked: Picked, *, asked_to_go: bool, status: int = 200
) -> HttpResponse:
    faults = list(picked.faults)
    if asked_to_go and not faults:
        faults += _shortfall(type, picked.platforms)
    words = words_in(request, "q", LONGEST)
    known = sectors()
    sector = chosen(request, "sector", [name for name, _ in known])
    typed = [words_in(request, field, LONGEST) for field in _FIELDS]
    named = [platform.name for platform in picked.platforms[:MOST]]
    slots = typed if any(typed) else [*named, *[""] * (MOST - len(named))]
    context = {
        "type": type,
        "groups": [(group, [kind for kind in CLAUSE_TYPES if kind.group == group]) for group in GROUPS],
        "slots": list(zip(_FIELDS, slots, strict=True)),
        "picked": picked.platforms[:MOST],
        "picked_slugs": ",".join(platform.slug for platform in picked.platforms[:MOST]),
        "faults": faults,
        "words": words,
        "sectors": known,
        "sector": sector,
        "found": _found(words, sector, picked.platforms, type) if words or sector else None,
        "pairs": well_read_pairs()[:_PAIRS_SHOWN],
        "crumbs": [("Compare", "")],
    }
    return render(request, "pages/compare.html", context, status=status)


def _shortfall(type: str, platforms: Sequence[Platform]) -> list[str]:
    """What is still missing for a comparison, with what to do."""
    if len(platforms) < FEWEST:
        missing = "Second platform" if platforms else "First and second platform"
        return [
            f"{missing}: nothing is chosen. Type a name and take one from the list, or use the search below."
        ]
    if not type and len(platforms) > FEWEST:
        return [
            "Clause type: nothing is chosen. All types are compared for two platforms only: choose a type, or empty the third and fourth platform."
        ]
    return []


def _found(words: str, sector: str, picked: Sequence[Platform], type: str) -> list[tuple[Platform, str]]:
    """Platforms that fit, each with the address of the picker that has it too."""
    rows = listed_platforms().exclude(pk__in=[platform.pk for platform in picked])
    rows = rows.filter(documents__versions__isnull=False).distinct()
    if sector:
        rows = rows.filter(sector=sector)
    if words:
        rows = rows.filter(named_like(words))
    slugs = [platform.slug for platform in picked]
    return [
        (
            platform,
            f"{reverse('compare')}?{urlencode({'type': type, 'p': ','.join([*slugs, platform.slug])})}",
        )
        for platform in rows.order_by("name", "pk")[:_FOUND_MOST]
    ]


def of_type(request: HttpRequest, slug: str) -> HttpResponse:
    """One clause type for two to four platforms, in the order of their slugs; fewer or wrong ones give the picker."""
    kind = TYPES_BY_SLUG.get(slug)
    if kind is None:
        raise Http404("There is no such clause type.")
    asked = _listed_in(request)
    picked = pick(asked)
    if picked.faults or len(picked.platforms) < FEWEST:
        return _picker(request, slug, picked, asked_to_go=bool(asked))
    canonical = address_of_type(slug, picked.platforms)
    if request.get_full_path() != canonical:
        return redirect(canonical)
    platforms = sorted(picked.platforms, key=lambda platform: platform.slug)
    columns = columns_of(kind, platforms)
    context = {
        "type": kind,
        "columns": columns,
        "names": _names(platforms),
        "difference": difference_between(slug, [column.side for column in columns]),
        "others": any(column.others for column in columns),
        "silent": all(column.side.silent for column in columns),
        "adoption": adoption_of(slug),
        "pairs": [(a, b, address_of_pair(a.slug, b.slug)) for a, b in combinations(platforms, FEWEST)],
        "canonical": canonical,
        "change": f"{reverse('compare')}?{urlencode({'type': slug, 'p': ','.join(p.slug for p in platforms)})}",
        "types": [
            (other, address_of_type(other.slug, platforms))
            for other in CLAUSE_TYPES
            if other.group == kind.group and other != kind
        ],
        "crumbs": [("Compare", reverse("compare")), (kind.label, "")],
    }
    return render(request, "pages/compare_type.html", context)


def of_pair(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """Two platforms over all clause types; the other way round leads to the one address."""
    if a == b:
        raise Http404("A platform does not differ from itself.")
    found = {platform.slug: platform for platform in listed_platforms().filter(slug__in=[a, b])}
    if len(found) < FEWEST:
        raise Http404("There is no such platform.")
    if a > b:
        return redirect(address_of_pair(a, b), permanent=True)
    pair = (found[a], found[b])
    rows = rows_of(pair)
    context = {
        "a": pair[0],
        "b": pair[1],
        "rows": rows,
        "differences": [row for row in rows if row.difference],
        "quiet": [row.kind for row in rows if row.silent],
        "change": f"{reverse('compare')}?{urlencode({'p': f'{a},{b}'})}",
        "crumbs": [("Compare", reverse("compare")), (f"{pair[0].name} and {pair[1].name}", "")],
    }
    return render(request, "pages/compare_pair.html", context)


def _names(platforms: Sequence[Platform]) -> str:
    names = [platform.name for platform in platforms]
    return f"{', '.join(names[:-1])} and {names[-1]}"
