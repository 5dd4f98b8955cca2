"""Search over platforms, documents and provisions at once, typing errors forgiven."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from conductatlas.pages.facets import LISTED
from conductatlas.pages.finding import in_order_of, words_in
from conductatlas.pages.picking import named_like
from platforms.listing import listed_documents, listed_platforms
from platforms.models import Document, Platform
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.models import Provision
from provisions.searching import closest

_PLATFORMS, _DOCUMENTS, _PROVISIONS = 6, 6, 15


def search(request: HttpRequest) -> HttpResponse:
    """The best few of each kind; the registry has the rest."""
    words = words_in(request, "q", 120)
    context: dict[str, object] = {"words": words, "types": CLAUSE_TYPES}
    if words:
        context |= {
            "platforms": _platforms(words),
            "documents": _documents(words),
            "provisions": _provisions(words),
            "types": [
                kind for kind in CLAUSE_TYPES if words.lower() in f"{kind.label} {kind.meaning}".lower()
            ][:6],
        }
        context["found"] = any(context[kind] for kind in ("platforms", "documents", "provisions", "types"))
    return render(request, "pages/search.html", context)


def _platforms(words: str) -> list[Platform]:
    rows = (
        listed_platforms().filter(named_like(words)).annotate(likeness=TrigramWordSimilarity(words, "name"))
    )
    return list(rows.order_by("-likeness", "name")[:_PLATFORMS])


def _documents(words: str) -> list[Document]:
    """Every word is in the document's type or in its platform's name."""
    every = Q()
    for word in words.split()[:8]:
        typed = Document.objects.filter(type__trigram_word_similar=word).order_by()
        named = Platform.objects.filter(name__trigram_word_similar=word).order_by()
        every &= Q(pk__in=typed.values("pk")) | Q(platform__in=named.values("pk"))
    rows = listed_documents().filter(every, retired=False).select_related("platform")
    likeness = TrigramWordSimilarity(words, "type") + TrigramWordSimilarity(words, "platform__name")
    return list(rows.annotate(likeness=likeness).order_by("-likeness", "platform__name", "type")[:_DOCUMENTS])


def _provisions(words: str) -> list[Provision]:
    return in_order_of(closest(words, _PROVISIONS), LISTED)
