"""How other platforms put the same thing: passages close enough in their words to be set beside a provision."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db import connection
from django.db.models import Case, Value, When

from provisions.figures import standing
from provisions.models import Provision

_LIKENESS = ((0.6, "Nearly the same words"), (0.4, "Very close"), (0.3, "Closely related"), (0.0, "Related"))
# Below it, passages share a type and little else: read on 80 pairs of the demo, about 0.25 divides the two kinds.
_LEAST_LIKENESS = 0.26
_COMPARED = 40
# The words of a quote that fewest passages of its type have, by a hundred of them.
_TELLING = """
    SELECT own.lexeme
    FROM unnest(to_tsvector('english', %s)) AS own
    LEFT JOIN ts_stat(format(
        'SELECT lexemes FROM provisions_provision WHERE type = %%L AND removed_at IS NULL LIMIT 100', %s::text
    )) AS seen ON seen.word = own.lexeme
    ORDER BY coalesce(seen.ndoc, 0), own.lexeme
    LIMIT %s
"""
_TELLING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Peer:
    """A passage of another platform on the same subject, with how alike the wordings are (0 to 1)."""

    provision: Provision
    likeness: float

    @property
    def in_words(self) -> str:
        """The likeness as a reader is told it."""
        return next(words for least, words in _LIKENESS if self.likeness >= least)


def peers_of(provision: Provision, count: int = 3) -> list[Peer]:
    """Passages of other platforms of the same foremost type, most alike first, one a platform; [] where none is close.

    Only those that share telling words are compared letter by letter: two queries, whatever the number of passages.
    """
    telling = _telling_words(provision)
    if not telling:
        return []
    words = [SearchQuery(word, search_type="raw", config="simple") for word in telling]
    shared = sum((Case(When(lexemes=word, then=1), default=0) for word in words), start=Value(0))
    candidates = (
        standing()
        .filter(type=provision.type, lexemes=reduce(or_, words))
        .exclude(document__platform=provision.document.platform_id)
        .order_by(shared.desc(), "pk")
        .values("pk")[:_COMPARED]
    )
    alike = (
        Provision.objects.filter(pk__in=candidates)
        .annotate(likeness=TrigramSimilarity("quote", provision.quote))
        .filter(likeness__gte=_LEAST_LIKENESS)
        .select_related("document__platform", "version")
        .defer("version__text")
        .order_by("-likeness", "pk")
    )
    chosen: dict[int, Peer] = {}
    for peer in alike:
        chosen.setdefault(peer.document.platform_id, Peer(peer, peer.likeness))
    return list(chosen.values())[:count]


def _telling_words(provision: Provision) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TELLING, [provision.quote, provision.type, _TELLING_WORDS])
        return [f"'{lexeme.replace(chr(39), '').replace(chr(92), '')}'" for (lexeme,) in cursor.fetchall()]
