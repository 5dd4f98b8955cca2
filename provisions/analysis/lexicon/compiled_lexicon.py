"""The lexicon made ready for the tagger: every phrase in one trie, every rule and condition as bits of a number."""

from collections.abc import Iterator

from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.lexicon import ACTS, CONCEPTS, CUES, NO_CUES, PLAIN_CUES, PROOFS, PROOFS_BESIDE
from provisions.analysis.lexicon.phrases import build_trie, expand

SLUGS = tuple(kind.slug for kind in CLAUSE_TYPES)
# Met in most sentences: a rule is looked at only when its rarest concept is there, so these are never the anchor
# of a rule that names another. Commonest first.
_COMMON = (
    "YOU",
    "WE",
    "OUR_THING",
    "MAY",
    "TERMS",
    "NOT",
    "DATA_WORD",
    "CONTENT",
    "USE",
    "PDATA",
    "ANY_TIME",
    "ACCOUNT",
)

_Rule = tuple[int, int, int, float]  # bits needed, bits forbidden, type, weight
_Against = tuple[int, int, float]  # bits needed, bits forbidden, weight

_NAMED = {**CONCEPTS, **ACTS}
_CONCEPT_BITS = {name: bit for bit, name in enumerate(_NAMED)}
CONCEPTS_END = len(_CONCEPT_BITS)


def _own_phrases() -> Iterator[tuple[int, float, set[tuple[str, ...]]]]:
    """Type, weight and sequences of words; what the legal tables list for a type is not counted again as plain words."""
    for number, slug in enumerate(SLUGS):
        legal: set[tuple[str, ...]] = set()
        for weight, notation in CUES[slug].phrases.items():
            sequences = set(expand(notation))
            legal |= sequences
            yield number, weight, sequences
        for weight, notation in PLAIN_CUES.get(slug, NO_CUES).phrases.items():
            yield number, weight, set(expand(notation)) - legal


def _legal_places() -> frozenset[int]:
    """Places among `_OWN_PHRASES` of those that the legal tables list."""
    places: set[int] = set()
    place = 0
    for slug in SLUGS:
        legal = len(CUES[slug].phrases)
        places.update(range(place, place + legal))
        place += legal + len(PLAIN_CUES.get(slug, NO_CUES).phrases)
    return frozenset(places)


_OWN_PHRASES = tuple(_own_phrases())
_LEGAL_PLACES = _legal_places()
TRIE = build_trie(
    [(expand(notation), bit) for bit, notation in enumerate(_NAMED.values())]
    + [(sequences, bit) for bit, (_, _, sequences) in enumerate(_OWN_PHRASES, CONCEPTS_END)]
)
OWN = {1 << place: (number, weight) for place, (number, weight, _) in enumerate(_OWN_PHRASES)}


def _anchored_rules() -> tuple[tuple[int, tuple[_Rule, ...]], ...]:
    """What speaks for a type, by the rarest concept of each rule: one test leaves out all of a concept's rules."""
    by_anchor: dict[int, list[_Rule]] = {}
    for number, slug in enumerate(SLUGS):
        for weight, names in _together(slug):
            if weight > 0:
                needed, forbidden = _bits_of(names)
                by_anchor.setdefault(_anchor(names), []).append((needed, forbidden, number, weight))
    return tuple((anchor, tuple(rules)) for anchor, rules in by_anchor.items())


def _together(slug: str) -> tuple[tuple[float, str], ...]:
    return CUES[slug].together + PLAIN_CUES.get(slug, NO_CUES).together


def _rules_against(slug: str) -> tuple[_Against, ...]:
    return tuple((*_bits_of(names), weight) for weight, names in _together(slug) if weight < 0)


def _bits_of(names: str) -> tuple[int, int]:
    needed = forbidden = 0
    for name in names.split():
        if name.startswith("!"):
            forbidden |= 1 << _CONCEPT_BITS[name[1:]]
        else:
            needed |= 1 << _CONCEPT_BITS[name]
    return needed, forbidden


def _anchor(names: str) -> int:
    wanted = [name for name in names.split() if not name.startswith("!")]
    rarest = max(wanted, key=lambda name: _COMMON.index(name) if name in _COMMON else len(_COMMON))
    return 1 << _CONCEPT_BITS[rarest]


_STRONG_WEIGHT = 4.2


def _strong_bits(slug: str) -> int:
    """The bits of the heavy phrases of a type."""
    number = SLUGS.index(slug)
    return sum(
        bit << CONCEPTS_END for bit, (of, weight) in OWN.items() if of == number and weight >= _STRONG_WEIGHT
    )


_Condition = tuple[int, int, int]  # bits all needed, bits forbidden, bits of which one is needed (0: none)


def _conditions(slug: str, listed: tuple[str, ...]) -> tuple[_Condition, ...]:
    strong = _strong_bits(slug)
    compiled = []
    for names in listed:
        bare = names.replace("STRONG", "").strip()
        compiled.append((*_bits_of(bare), strong if bare != names else 0))
    return tuple(compiled)


FOREMOST_PROOF = tuple(_conditions(slug, PROOFS[slug]) for slug in SLUGS)
BESIDE_PROOF = tuple(_conditions(slug, PROOFS_BESIDE.get(slug, PROOFS[slug])) for slug in SLUGS)
# Beside another type these were wrong as often as right when judged by hand; only the nearest heading can prove them there.
FOREMOST_ONLY = frozenset(
    SLUGS.index(slug)
    for slug in (
        "data_collection", "data_usage", "data_sharing", "data_security", "tracking_advertising", "sensitive_data", "ai_automated",
        "acceptable_use", "policy_changes", "account_control", "platform_discretion", "payment_fees", "monetization_rules",
        "developer_api", "disclosure_requirements",
    )
)  # fmt: skip
ASIDE = 1 << _CONCEPT_BITS["INTRO"] | 1 << _CONCEPT_BITS["SURVIVE"]
# Nor does a sentence state anything by itself that points, invites questions or says what a word means.
NO_STATEMENT = ASIDE | sum(1 << _CONCEPT_BITS[name] for name in ("REFERRAL", "CONTACT", "MEANS"))
# The lead-in of a list ("We use information about you to:") says nothing on these; the item itself must.
ITEM_ALONE = frozenset(
    SLUGS.index(slug)
    for slug in (
        "data_security", "policy_changes", "payment_fees", "auto_renewal", "ai_automated", "tracking_advertising", "account_control",
        "intellectual_property", "developer_api", "platform_discretion", "monetization_rules", "disclosure_requirements", "children_age",
    )
)  # fmt: skip
# What the legal tables alone say for a type: (bits needed, bits forbidden, weight) and which of its own phrases they list.
LEGAL_FOR = tuple(
    tuple((*_bits_of(names), weight) for weight, names in CUES[slug].together if weight > 0) for slug in SLUGS
)
LEGAL_OWN = tuple(
    sum(
        1 << place for place, (of, _, _) in enumerate(_OWN_PHRASES) if of == number and place in _LEGAL_PLACES
    )
    for number in range(len(SLUGS))
)
FOR = {anchor: (place, rules) for place, (anchor, rules) in enumerate(_anchored_rules())}
ANCHORS = sum(FOR)
AGAINST = tuple(_rules_against(slug) for slug in SLUGS)
# The same by type, in the same order, where one type alone is asked about.
OWN_OF = tuple(sum(bit for bit, (of, _) in OWN.items() if of == number) for number in range(len(SLUGS)))
FOR_OF = tuple(
    tuple(
        (needed, forbidden, weight)
        for _, rules in FOR.values()
        for needed, forbidden, of, weight in rules
        if of == number
    )
    for number in range(len(SLUGS))
)

HEADINGS = [
    (number, weight, notation)
    for number, slug in enumerate(SLUGS)
    for weight, notation in CUES[slug].headings.items()
]
HEADING_TRIE = build_trie((expand(notation), bit) for bit, (_, _, notation) in enumerate(HEADINGS))
