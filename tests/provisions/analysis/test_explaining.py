"""A clause is read as a whole, or not at all where nothing in it is certain enough to be published."""

import pytest

from provisions.analysis.clauses import split_clauses
from provisions.analysis.explaining import ReadClause, read_clause
from provisions.analysis.stance import Direction, Stance
from provisions.analysis.tagging import PUBLISH_AT


def read(text: str) -> list[ReadClause | None]:
    return [read_clause(clause) for clause in split_clauses(text)]


def test_a_plain_clause_is_read_with_type_stance_facts_and_weight():
    (found,) = read("We keep your messages for 90 days and then delete them.\n")
    assert found is not None
    assert found.type == "data_retention"
    assert [fact.value for fact in found.attributes if fact.kind == "retention_period"] == ["90 days"]
    assert found.severity.reasons


def test_what_is_published_is_certain_enough():
    (found,) = read("You may not scrape the site or reverse engineer the software.\n")
    assert found is not None
    assert all(tag.confidence >= PUBLISH_AT for tag in found.tags)
    assert (found.stance, found.direction) == (Stance.PROHIBITS, Direction.NEUTRAL)


@pytest.mark.parametrize(
    "text",
    [
        "This section explains who we share information with and what that information may include.",
        "The following table summarizes the personal information that we collect and share with third parties.",
        "Sections 5, 12 (Indemnity), 13 (Limitation of Liability) and 14 (Governing Law) will survive any termination.",
        "B. Information We Collect Automatically When You Use Our Services.",
        "How information is safeguarded as it is transferred to the United States",
        "Fees for baggage and other extras",
    ],
)
def test_announcements_lists_of_sections_and_headings_are_not_published(text):
    assert read(text + "\n") == [None]


def test_a_table_of_contents_is_not_published():
    contents = "- 1. Information We Collect\n\n- 2. How We Use Information\n\n- 3. Sharing Information\n"
    assert not any(read(contents))


def test_a_word_in_passing_is_not_published_beside_the_foremost_type():
    (found,) = read(
        "We share your personal information with advertisers, who use the information we collect.\n"
    )
    assert found is not None
    assert found.types == ["data_sharing"]


def test_the_name_of_a_product_is_no_clause_on_ai():
    (found,) = read(
        "You must provide complete and accurate account information for your Mistral AI account to use the AI products.\n"
    )
    assert found is None or "ai_automated" not in found.types


@pytest.mark.parametrize(
    "text",
    [
        "Websites and apps that build in our buttons and statistics share information with us.",
        "Other members may share information about you when they write comments.",
        "When you share your drawing with us we’ll try to tell you exactly what we’re going to do with it.",
        "Connected partners handle the information you share with them according to their own terms and policies, not ours.",
        "You may sign in through certain third-party services. The third party’s collection, use, and disclosure of your information will be subject to that third-party service’s privacy notice.",
        "To understand how a shop shares your information with third parties, you should review that shop’s privacy policy.",
        "You have the right to know what personal data we collect, disclose and sell, and to opt out of “sharing” your personal data with third parties for advertising.",
    ],
)
def test_what_others_do_and_what_one_may_ask_for_is_no_sharing_by_the_platform(text: str):
    found = read(f"# Privacy Policy\n\n## How we share information with third parties\n\n{text}\n")[-1]
    assert found is None or "data_sharing" not in found.types


@pytest.mark.parametrize(
    "text",
    [
        "Certain features allow you to share information with third parties. What you share is governed by their own terms and privacy policies.",
        "We share your personal data with third parties, who use it under their own privacy policies.",
        "Acme may share your personal information with third parties that share information with us.",
        "You have the right to opt out of the sale of your personal information. We do not “sell” your personal information to third parties.",
    ],
)
def test_where_the_platform_gives_something_itself_it_is_still_a_sharing(text: str):
    found = read(f"# Privacy Policy\n\n## How we share information with third parties\n\n{text}\n")[-1]
    assert found is not None
    assert "data_sharing" in found.types


def recipients(page: str) -> list[str]:
    found = read(f"# Privacy Policy\n\n## Information we collect\n\n{page}\n")[-1]
    assert found is not None
    assert found.type == "data_collection"
    return [fact.value for fact in found.attributes if fact.kind == "recipient"]


@pytest.mark.parametrize(
    "page",
    [
        "Vendors, Partners, and Affiliates: We may receive information about you from third parties, like vendors, partners or affiliates.",
        "Other people or sources such as law enforcement or insurers may provide us information about you.",
        "We collect information from the following third-party sources:\n\n- Data brokers from which we purchase demographic data to add to the personal data we collect.",
        "If you sign in with a third-party service, we may collect personal data from the third-party service, such as your name.",
    ],
)
def test_whom_information_is_collected_from_receives_none(page: str):
    assert recipients(page) == []


@pytest.mark.parametrize(
    "page",
    [
        "We collect payment information from you when you buy. Our payment processors receive and process your payment information.",
        "We collect data from other sources and share it with our affiliates and service providers.",
    ],
)
def test_who_is_handed_what_is_collected_receives_it(page: str):
    found = read(f"# Privacy Policy\n\n## Information we collect\n\n{page}\n")[-1]
    assert found is not None
    assert [fact for fact in found.attributes if fact.kind == "recipient"]
