"""What the law says to a provision: from words, for the right people and documents, the same every time."""

import re

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.stance import direction_of, stance_of
from provisions.regulations.mapping import map_provision, passage_of, regulations_of
from provisions.regulations.rule import Manner, RegulatoryMapping, RiskLevel
from provisions.regulations.rules import rule_book
from provisions.regulations.scope import left_out, reaches, regions_of


def mapped(
    text: str,
    type: str,
    *,
    document_type: str = "",
    document_region: str = "",
    lead_in: str = "",
    sector: str = "",
    trail: tuple[str, ...] = (),
) -> RegulatoryMapping:
    stance = stance_of(text, type)
    passage = passage_of(
        type=type,
        types=[type],
        stance=stance,
        direction=direction_of(type, stance, text),
        quote=text,
        attributes=attributes_of(text),
        sector=sector,
        document_type=document_type,
        document_region=document_region,
        lead_in=lead_in,
        trail=trail,
    )
    found = map_provision(passage)
    assert regulations_of(passage) == found.regulations
    return found


def cited(mapping: RegulatoryMapping) -> set[tuple[str, str]]:
    return {(citation.regulation, citation.article) for citation in mapping.citations}


RETENTION = "We retain your personal information for as long as necessary to fulfil the purposes described."
SALE = "We may sell your personal information to third parties."


def test_the_reason_is_spelled_out_with_the_words_that_triggered_it() -> None:
    found = mapped(RETENTION, "data_retention")
    reason = next(c for c in found.citations if c.regulation == "gdpr")
    assert reason.article == "Article 13(2)(a)"
    assert "“for as long as necessary”" in reason.reason
    trigger = reason.triggers[0]
    assert RETENTION[trigger.start : trigger.end] == trigger.words == "for as long as necessary"


def test_what_a_rule_needs_is_named_also_where_a_clause_tells_of_several() -> None:
    text = (
        "We keep what you post until you delete it or close your account. After you delete a post it disappears at once "
        "and from our backups within 90 days. Log information is kept for 6 months."
    )
    reasons = [citation.reason for citation in mapped(text, "data_retention").citations]
    assert reasons
    assert not [reason for reason in reasons if "()" in reason]


def test_nothing_is_cited_without_a_trigger() -> None:
    for example in rule_book().examples:
        for text in (example.fires, example.silent):
            found = mapped(text, example.type)
            for citation in found.citations:
                assert citation.triggers
                assert all(
                    re.sub(r"\W", "", text[t.start : t.end]).startswith(re.sub(r"[\W…]", "", t.words)[:20])
                    for t in citation.triggers
                )


def test_a_clause_type_alone_says_nothing() -> None:
    found = mapped("More on this in the next section.", "data_retention")
    assert (found.citations, found.risk, found.actions) == ((), None, ())


def test_a_sale_weighs_and_the_promise_not_to_sell_is_a_promise() -> None:
    sale, promise = (
        mapped(SALE, "data_sharing"),
        mapped("We do not sell your personal information.", "data_sharing"),
    )
    assert ("ccpa", "§ 1798.120") in cited(sale)
    assert sale.risk is not None
    assert promise.risk is not None
    assert sale.risk.points > promise.risk.points
    assert {citation.manner for citation in promise.citations} == {Manner.PROMISE}
    assert ("ftc-act", "15 U.S.C. § 45(a)(1)") in cited(promise)


def test_points_add_up_and_a_way_out_takes_one_away() -> None:
    plain = mapped(SALE, "data_sharing").risk
    eased = mapped(SALE + " You can opt out of this.", "data_sharing").risk
    assert plain is not None
    assert eased is not None
    for risk in (plain, eased):
        assert risk.points == sum(int(re.search(r"([+-]?\d+)$", reason)[1]) for reason in risk.reasons)  # type: ignore[index]
    assert eased.points == plain.points - 1
    assert plain.level is RiskLevel.MEDIUM


def test_what_only_answers_the_law_carries_no_risk() -> None:
    found = mapped("You have the right to access the personal data we hold about you.", "privacy_rights")
    assert found.risk is not None
    assert (found.risk.level, found.risk.points) == (RiskLevel.LOW, 0)
    assert {citation.manner for citation in found.citations} == {Manner.ANSWERS}


def test_actions_are_specific_and_stay_the_same() -> None:
    slugs = [action.slug for action in mapped(SALE, "data_sharing").actions]
    assert slugs == ["check-sale-links", "test-sale-opt-out", "list-data-buyers"]


@pytest.mark.parametrize("text", [RETENTION, SALE])
def test_a_passage_for_californians_is_not_read_against_european_law(text: str) -> None:
    type = "data_retention" if text is RETENTION else "data_sharing"
    found = mapped(text, type, trail=("Notice to California residents",))
    assert {citation.regulation for citation in found.citations} == {"ccpa"}


def test_a_passage_for_europeans_is_not_read_against_american_law() -> None:
    found = mapped("If you live in the European Economic Area: " + RETENTION, "data_retention")
    assert {citation.regulation for citation in found.citations} == {"gdpr"}


def test_laws_of_one_country_are_cited_where_the_passage_names_it() -> None:
    text = "You have the right to access your personal data."
    assert "lgpd" not in mapped(text, "privacy_rights").regulations
    assert "lgpd" in mapped("If you reside in Brazil, " + text.lower(), "privacy_rights").regulations


def test_consumer_law_is_not_cited_for_business_terms_nor_contract_law_for_notices() -> None:
    text = "We may change these terms at any time without notice."
    assert "unfair-terms" in mapped(text, "policy_changes", document_type="Terms of Service").regulations
    seller = mapped(text, "policy_changes", document_type="Marketplace Sellers Conditions").regulations
    assert "unfair-terms" not in seller
    assert "p2b" in seller
    assert "p2b" not in mapped(text, "policy_changes", document_type="Terms of Service").regulations
    assert not {"unfair-terms", "acl-unfair-terms"} & set(
        mapped(text, "policy_changes", document_type="Privacy Policy").regulations
    )


def test_a_document_for_one_region_is_read_against_the_law_of_that_region() -> None:
    text = "We may change these terms at any time without notice."
    assert mapped(text, "policy_changes", document_region="EU").regulations == ("unfair-terms",)
    assert "gdpr" not in mapped(RETENTION, "data_retention", document_region="US").regulations
    assert mapped(RETENTION, "data_retention", document_region="GB").regulations == ("uk-gdpr",)


def test_an_item_of_what_users_must_not_do_is_no_practice_of_the_platform() -> None:
    item = "Transferring or sharing user data with advertising platforms."
    assert "ccpa" in mapped(item, "data_sharing").regulations
    assert (
        mapped(item, "data_sharing", lead_in="Developers must not do the following:") == RegulatoryMapping()
    )


def test_the_sentence_above_a_list_says_for_whom_its_items_speak() -> None:
    item = "The right to appeal if we decline your request."
    found = mapped(item, "privacy_rights", lead_in="If you are a Colorado resident, you have these rights:")
    assert found.regulations == ("colorado",)
    elsewhere = mapped(
        "Right of access to your data.", "privacy_rights", trail=("Your Australian privacy rights",)
    )
    assert elsewhere == RegulatoryMapping()


@pytest.mark.parametrize(
    ("text", "trail"),
    [
        (
            "These terms are governed by the laws of the State of California.",
            ("Business use of the service",),
        ),
        ("If you are not a consumer, these terms are governed by the laws of the State of California.", ()),
        (
            "If you use Acme for business purposes, these terms are governed by the laws of the State of Texas.",
            (),
        ),
        ("For federal government entities, these terms are governed by the laws of the State of Texas.", ()),
    ],
)
def test_consumer_law_is_not_cited_for_a_part_that_speaks_to_businesses(
    text: str, trail: tuple[str, ...]
) -> None:
    law = "These terms are governed by the laws of the State of California."
    assert "rome-i" in mapped(law, "legal_jurisdiction", trail=("General",)).regulations
    assert "rome-i" in mapped(law, "legal_jurisdiction", trail=("Non-commercial use only",)).regulations
    assert "rome-i" not in mapped(text, "legal_jurisdiction", trail=trail).regulations


def test_a_row_of_a_table_that_answers_no_is_no_practice() -> None:
    row = "Biometric information: we collect fingerprints, faceprints and voiceprints | %s | No"
    assert "bipa" in mapped(row % "Yes", "sensitive_data").regulations
    assert mapped(row % "No", "sensitive_data") == RegulatoryMapping()


@pytest.mark.parametrize(
    ("text", "type", "above"),
    [
        ("Take reasonable measures to protect the security of your login.", "data_security", "You agree to:"),
        ("If you provide your race or ethnicity information we use it to promote you.", "data_usage", "Where you have given us consent:"),
    ],
)  # fmt: skip
def test_what_stands_above_an_item_can_keep_a_rule_silent(text: str, type: str, above: str) -> None:
    assert mapped(text, type).citations
    assert mapped(text, type, lead_in=above) == RegulatoryMapping()


def test_what_only_points_elsewhere_is_not_read() -> None:
    text = "we share your data with advertising partners."
    assert mapped("As you know, " + text, "data_sharing").citations
    assert mapped("Learn more about how " + text, "data_sharing") == RegulatoryMapping()


def test_a_law_for_certain_sectors_is_left_out_elsewhere() -> None:
    text = "We share nonpublic personal information with nonaffiliated third parties."
    assert "glba" in mapped(text, "data_sharing", sector="Payments").regulations
    assert "glba" not in mapped(text, "data_sharing", sector="Games").regulations


def test_a_refused_practice_is_not_read_as_done() -> None:
    for text in ("We never sell your personal data.", "We will not rent your information to anyone."):
        assert all(c.manner is Manner.PROMISE for c in mapped(text, "data_sharing").citations)


def test_the_same_provision_always_gets_the_same_answer() -> None:
    for example in rule_book().examples:
        assert mapped(example.fires, example.type) == mapped(example.fires, example.type)


def test_the_words_never_call_a_clause_unlawful() -> None:
    for example in rule_book().examples:
        for citation in mapped(example.fires, example.type).citations:
            assert not re.search(
                r"(?:this|the) (?:clause|provision|term) (?:is|violates|breaches)", citation.reason
            )


def test_stance_and_direction_may_come_as_stored_text() -> None:
    passage = passage_of(
        type="data_sharing", types=["data_sharing"], stance="permits", direction="against_user", quote=SALE, attributes=()
    )  # fmt: skip
    assert map_provision(passage) == mapped(SALE, "data_sharing")


@pytest.mark.parametrize(
    ("quote", "regions"),
    [
        ("We keep data for a year.", set()),
        ("If you are a resident of California, you may ask us to delete it.", {"US-CA"}),
        ("California residents have the right to know.", {"US-CA"}),
        ("Individuals in the EEA, UK and Switzerland have these rights.", {"EU", "UK", "CH"}),
        ("US residents and UK users have the right to know.", {"US", "UK"}),
        ("If you live in the eu, you may object.", {"EU"}),
        ("You may reach people outside of us, and residents of California too.", {"US-CA"}),
        ("These terms are governed by the laws of California.", set()),
        ("We may transfer data to countries outside the European Economic Area.", set()),
        ("Please tell us if you want us to stop.", set()),
        ("Under the LGPD you may ask for review.", {"BR"}),
        ("Colorado Privacy Act disclosure: we do not profile.", {"US-CO"}),
        ("If your Store is located in the United States or Canada, these courts decide.", {"US", "CA"}),
        ("If you live outside the EEA, these courts decide.", set()),
    ],
)
def test_for_whom_a_passage_speaks(quote: str, regions: set[str]) -> None:
    assert regions_of(quote) == regions


@pytest.mark.parametrize(
    ("quote", "trail", "regions"),
    [
        ("If you live outside the EEA or the UK, these courts decide.", (), {"EU", "UK"}),
        ("If you are domiciled anywhere other than Europe, these courts decide.", (), {"EU"}),
        ("These courts decide.", ("Terms if you live outside the EEA, United Kingdom, or Switzerland",), {"EU", "UK", "CH"}),
        ("These courts decide.", ("Terms if you live in the United States or outside the EEA",), {"EU"}),
        ("We may transfer data to countries outside the EEA.", ("Transfers outside the EEA",), set()),
        ("If you are located in the US, click here. If you are located outside the US, ask us.", (), set()),
    ],
)  # fmt: skip
def test_for_whom_a_passage_does_not_speak(quote: str, trail: tuple[str, ...], regions: set[str]) -> None:
    assert left_out(quote, trail) == regions


def test_a_heading_that_names_some_of_the_regions_above_it_narrows_them() -> None:
    assert regions_of("You may ask.", ("For the UK, the US and Australia", "Law (US users)")) == {"US"}
    assert regions_of("You may ask.", ("For users in the EEA", "Transfers to Canada")) == {"EU", "CA"}


def test_the_law_of_a_region_left_out_is_not_cited() -> None:
    law = "These terms are governed by the laws of the State of California."
    assert "rome-i" in mapped(law, "legal_jurisdiction").regulations
    outside = mapped(law, "legal_jurisdiction", trail=("If you live outside the European Union",))
    assert "rome-i" not in outside.regulations


def test_a_federal_law_reaches_the_states_and_not_the_other_way_round() -> None:
    assert reaches("US", frozenset({"US-CA"}))
    assert reaches("US-CA", frozenset({"US"}))
    assert not reaches("US-VA", frozenset({"US-CA"}))
    assert reaches("EU", frozenset())
    assert not reaches("EU", frozenset(), frozenset({"EU"}))
    assert not reaches("US-CA", frozenset(), frozenset({"US"}))
