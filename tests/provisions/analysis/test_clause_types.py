"""The taxonomy is complete, and every type is described and has cues and phrasings."""

from provisions.analysis.clause_types import CLAUSE_TYPES, GROUPS, TYPES_BY_SLUG, clause_type
from provisions.analysis.describing.phrasing import PHRASINGS
from provisions.analysis.lexicon import CUES

SLUGS = [
    "data_collection",
    "data_usage",
    "data_sharing",
    "data_retention",
    "data_security",
    "tracking_advertising",
    "privacy_rights",
    "consent",
    "international_transfers",
    "children_age",
    "sensitive_data",
    "ai_training",
    "ai_automated",
    "acceptable_use",
    "restricted_content",
    "content_moderation",
    "content_license",
    "intellectual_property",
    "developer_api",
    "account_control",
    "termination",
    "enforcement_actions",
    "platform_discretion",
    "policy_changes",
    "payment_fees",
    "auto_renewal",
    "refunds",
    "monetization_rules",
    "arbitration",
    "class_action_waiver",
    "legal_jurisdiction",
    "liability_limitation",
    "warranty_disclaimer",
    "indemnification",
    "disclosure_requirements",
]


def test_the_taxonomy_has_exactly_the_types_of_the_product():
    assert {kind.slug for kind in CLAUSE_TYPES} == set(SLUGS)
    assert len(CLAUSE_TYPES) == len(SLUGS)


def test_every_type_is_described_in_full():
    for kind in CLAUSE_TYPES:
        assert kind.group in GROUPS
        assert all((kind.label, kind.meaning, kind.mild, kind.severe, kind.neighbours)), kind.slug


def test_neighbours_are_other_types():
    for kind in CLAUSE_TYPES:
        assert set(kind.neighbours) <= set(TYPES_BY_SLUG) - {kind.slug}


def test_labels_never_show_the_slug():
    assert all("_" not in kind.label and kind.label != kind.slug for kind in CLAUSE_TYPES)


def test_every_type_has_cues_and_phrasings():
    assert set(CUES) == set(PHRASINGS) == set(SLUGS)


def test_a_type_is_found_by_its_slug():
    assert clause_type("ai_training").label == "AI training"
