"""One clause, read in full: its types, stance, weight and words, or None where nothing can be said with confidence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from provisions.analysis.arbitration import Move, move_of
from provisions.analysis.attributes import Attribute, attributes_of
from provisions.analysis.belonging_facts import ON_DATA, belonging
from provisions.analysis.clauses import Clause
from provisions.analysis.describing.acts import shares_nothing
from provisions.analysis.describing.conditions import scope_of
from provisions.analysis.describing.operative import acting_spans
from provisions.analysis.severity import Severity, weigh_clause
from provisions.analysis.stance import FORBIDDING, Direction, Stance, direction_of, stance_of
from provisions.analysis.stance_cues import POWERS
from provisions.analysis.statements import asks_only, is_headline, lists_contents, only_announces
from provisions.analysis.tagging import PUBLISH_AT, Tag, tag_clause
from provisions.analysis.waivers import names_groups

# The line above a list of what somebody else may do ("They may be able to:"), an administrator or an employer.
_OTHERS_MAY = re.compile(
    r"^\W*(?:they|(?:the|your|an?) (?:\w+ )?(?:administrators?|employers?|schools?|organi[sz]ations?|owners?|parents?)) (?:may|might|can|could|will)\b[^.]*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^(?:\(?\w{1,3}[.)] )?(?:[A-Z][\w/&-]*|and|or|of|the|for)(?: (?:[A-Z][\w/&-]*|and|or|of|the|for)){0,7}[.:] "
)
_OF_REFUNDS = re.compile(
    r"\b(?:refund|return|reimburs|money|withdraw|cancel|cooling|charge ?back|non-?refund|no[nt] refund|final|credit)",
    re.IGNORECASE,
)
_OF_CONSENT = re.compile(
    r"\b(?:agree|accept|consent|acknowledg|bound|confirm|permission|withdraw|opt|yes|approv|authori)",
    re.IGNORECASE,
)
_KEPT = 0.5  # confidence in a type that only the earlier words of a clause spoke for


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause with what it says; `tags` are those above the publishing threshold, foremost first."""

    clause: Clause
    tags: tuple[Tag, ...]
    stance: Stance
    direction: Direction
    attributes: tuple[Attribute, ...]
    severity: Severity

    @property
    def type(self) -> str:
        """The foremost clause type."""
        return self.tags[0].type

    @property
    def types(self) -> list[str]:
        """All clause types, foremost first."""
        return [tag.type for tag in self.tags]


def _borne(tags: Iterable[Tag], clause: Clause) -> tuple[Tag, ...]:
    """The types that the clause itself bears, not only the line above it or a word taken in another sense."""
    text = clause.text
    kept = tuple(
        tag
        for tag in tags
        if not (tag.type == "data_sharing" and shares_nothing(text, clause.lead_in))
        and not (tag.type == "refunds" and not _OF_REFUNDS.search(f"{clause.lead_in} {_HEAD.sub('', text)}"))
        and not (tag.type == "consent" and clause.lead_in and not _OF_CONSENT.search(text))
    )
    only_jury = len(kept) > 1 and kept[0].type == "class_action_waiver" and not names_groups(text)
    if only_jury and move_of(text) in (Move.BINDS, Move.FOLLOWS, Move.EXCEPTS):
        return tuple(sorted(kept, key=lambda tag: tag.type != "arbitration"))
    return kept


@lru_cache(maxsize=128)  # a new clause is read for its provision, and again for the change that it came with
def read_clause(clause: Clause, *, published: tuple[str, ...] = ()) -> ReadClause | None:
    """None where no clause type is certain enough to be published.

    `published` are the types that the clause bore before it was edited: it keeps them where its new words are less
    plain, so that they are explained as they stand now.
    """
    text = clause.text
    if only_announces(text) or lists_contents(clause.lead_in) or is_headline(text) or asks_only(text):
        return None
    found = tag_clause(clause.text, clause.trail, clause.lead_in, doubtful_too=bool(published))
    tags = _borne((tag for tag in found if tag.confidence >= PUBLISH_AT), clause)
    if not tags:
        sure = {tag.type: tag.confidence for tag in found}
        tags = tuple(Tag(type, sure.get(type, _KEPT)) for type in published)
    if not tags or (tags[0].type in POWERS and _OTHERS_MAY.search(clause.lead_in)):
        return None
    foremost = tags[0].type
    stance = stance_of(clause.text, foremost, clause.lead_in)
    direction = direction_of(foremost, stance, clause.text)
    forbidden = stance is Stance.PROHIBITS and foremost not in FORBIDDING
    types = () if forbidden else (tag.type for tag in tags)
    attributes = belonging(attributes_of(clause.text), types, clause.lead_in, text)
    scope = scope_of(foremost, clause.text, clause.lead_in, clause.trail, "the platform")
    severity = weigh_clause(
        foremost,
        stance,
        direction,
        clause.text,
        attributes,
        scope.as_reason if foremost in ON_DATA or len(acting_spans(foremost, text)) == 1 else scope.of_group,
        clause.lead_in,
    )
    return ReadClause(clause, tags, stance, direction, attributes, severity)
