"""Which kinds of document a clause type belongs in: whose silence on it means something."""

from collections.abc import Collection

from provisions.analysis.clause_types import CLAUSE_TYPES

_PRIVACY = frozenset(
    ("Privacy Policy", "Business Privacy Policy", "Data Processor Agreement", "Data Controller Agreement")
)
_COOKIES = frozenset(("Cookie Policy", "User Consent Policy"))
_CONTRACT = frozenset(
    (
        "Terms of Service",
        "Commercial Terms",
        "Developer Terms",
        "Conditions of Sale",
        "Marketplace Sellers Conditions",
        "Conditions of Carriage",
        "AI Terms",
    )
)
_CONDUCT = frozenset(
    (
        "Community Guidelines",
        "Acceptable Use Policy",
        "Live Policy",
        "Review Guidelines",
        "Advertising Content Policy",
        "Editorial Policy",
    )
)
_MONEY = frozenset(("Fee Schedule", "In-App Purchases Policy"))
_EARNING = frozenset(
    ("Content Monetisation Policy", "Marketplace Sellers Conditions", "Platform to Business Notice")
)

_BY_GROUP: dict[str, frozenset[str]] = {
    "Data & privacy": _PRIVACY,
    "AI & automation": _PRIVACY | _CONTRACT,
    "Content & conduct": _CONTRACT | _CONDUCT,
    "Account & enforcement": _CONTRACT,
    "Money": _CONTRACT | _MONEY,
    "Disputes & liability": _CONTRACT,
    "Transparency": _CONTRACT | _CONDUCT | _EARNING,
}
# Where a type belongs elsewhere than its group.
_BY_TYPE: dict[str, frozenset[str]] = {
    "tracking_advertising": _PRIVACY | _COOKIES,
    "consent": _PRIVACY | _COOKIES | _CONTRACT,
    "children_age": _PRIVACY | _CONTRACT,
    "policy_changes": _PRIVACY | _CONTRACT,
    "intellectual_property": _CONTRACT | {"Copyright Claims Policy", "Brand Guidelines"},
    "content_license": _CONTRACT,
    "developer_api": frozenset(("Developer Terms", "Terms of Service", "Commercial Terms")),
    "monetization_rules": _EARNING | {"Terms of Service"},
    "enforcement_actions": _CONTRACT | _CONDUCT,
}
KINDS_OF: dict[str, frozenset[str]] = {
    kind.slug: _BY_TYPE.get(kind.slug, _BY_GROUP[kind.group]) for kind in CLAUSE_TYPES
}


def where_it_belongs(slug: str) -> str:
    """The kinds of document in words, for "the platforms whose … we hold"."""
    kinds = KINDS_OF[slug]
    if "Privacy Policy" in kinds and "Terms of Service" in kinds:
        return "privacy policy or terms"
    return "privacy policy" if "Privacy Policy" in kinds else "terms or rules"


def missing_kind(main: str, held: Collection[str]) -> str:
    """The kind of document that would state what `main` is asked for, where none of `held` is of it; else ""."""
    kinds, words = (_PRIVACY, "privacy policy") if main in _PRIVACY else (_CONTRACT, "terms of service")
    return "" if kinds.intersection(held) else words
