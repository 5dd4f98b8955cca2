"""How other platforms put the same thing: passages close enough in their words to be set beside a provision."""

from dataclasses import dataclass
from itertools import islice

from django.db import connection

from provisions.analysis.attributes import AttributeKind
from provisions.analysis.describing.topics import topics_of
from provisions.models import Provision

_LIKENESS = ((0.6, "Nearly the same words"), (0.4, "Very close"), (0.0, "Related"))
# Below it, passages share a type and little else (read on 180 pairs of real policies, three draws).
_LEAST_LIKENESS = 0.32
# Up to it, closeness in words alone misleads (read on 60 pairs of real policies, none above it astray): what the two are
# about must agree as well, the more the less their words do.
_SURE_BY_WORDS = 0.45
_TOPICS_SHARED = ((0.4, 0.1), (0.0, 0.34))  # least share of all their topics, from a likeness on
# What passages of a type are chiefly told apart by: where both name some, one must be the same.
_TOLD_BY = {
    "data_collection": AttributeKind.DATA_KIND,
    "sensitive_data": AttributeKind.DATA_KIND,
    "data_sharing": AttributeKind.RECIPIENT,
    "tracking_advertising": AttributeKind.RECIPIENT,
    "data_usage": AttributeKind.PURPOSE,
}
_COMPARED = 40
_TELLING_WORDS = 5
_TRIED = 3  # candidates a place
# The words of a quote that fewest passages of its type have, by a hundred of them.
_TELLING = """
    SELECT quote_literal(own.lexeme)
    FROM unnest(to_tsvector('english', %s)) AS own
    LEFT JOIN ts_stat(format(
        'SELECT lexemes FROM provisions_provision WHERE type = %%L AND removed_at IS NULL LIMIT 100', %s::text
    )) AS seen ON seen.word = own.lexeme
    ORDER BY coalesce(seen.ndoc, 0), own.lexeme
    LIMIT %s
"""
# Of the passages that have any of these words, those that have most of them, with how alike they are.
_ALIKE = """
    SELECT id, platform_id, similarity(quote, %s) AS likeness
    FROM (
        SELECT other.id, other.quote, document.platform_id
        FROM provisions_provision other JOIN platforms_document document ON document.id = other.document_id
        WHERE other.removed_at IS NULL AND other.type = %s AND document.listed AND document.platform_id <> %s
            AND other.lexemes @@ %s::tsquery
        ORDER BY {shared} DESC, other.id
        LIMIT %s
    ) AS near
    ORDER BY likeness DESC, id
"""
_SHARED = "(other.lexemes @@ %s::tsquery)::int"


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

    Only those that share telling words are compared letter by letter: three queries, whatever the number of passages.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TELLING, [provision.quote, provision.type, _TELLING_WORDS])
        telling = [word for (word,) in cursor.fetchall()]
        if not telling:
            return []
        cursor.execute(
            _ALIKE.format(shared=" + ".join([_SHARED] * len(telling))),
            [
                provision.quote,
                provision.type,
                provision.document.platform_id,
                " | ".join(telling),
                *telling,
                _COMPARED,
            ],
        )
        alike = cursor.fetchall()
    chosen: dict[int, tuple[int, float]] = {}
    for key, platform, likeness in alike:
        if likeness >= _LEAST_LIKENESS:
            chosen.setdefault(platform, (key, likeness))
    near = dict(list(chosen.values())[: count * _TRIED])
    rows = (
        Provision.objects.select_related("document__platform", "version").defer("version__text").in_bulk(near)
    )
    close = (Peer(rows[key], likeness) for key, likeness in near.items())
    return list(islice((peer for peer in close if _on_topic(provision, peer)), count))


def _on_topic(provision: Provision, peer: Peer) -> bool:
    """Are the two about the same, on the same side? Who asks something and who forbids it share little else."""
    if peer.likeness >= _SURE_BY_WORDS:
        return True
    own, other = (set(topics_of(one.type, one.quote)) for one in (provision, peer.provision))
    if not own & other:
        return False
    shared = len(own & other) / len(own | other)
    if provision.stance != peer.provision.stance and shared < 1:
        return False
    told, told_there = _told_apart_by(provision), _told_apart_by(peer.provision)
    if told and told_there and not told & told_there:
        return False
    return shared >= next(least for likeness, least in _TOPICS_SHARED if peer.likeness >= likeness)


def _told_apart_by(provision: Provision) -> set[str]:
    kind = _TOLD_BY.get(provision.type)
    return {fact["value"] for fact in provision.attributes if fact["kind"] == kind}
