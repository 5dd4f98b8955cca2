"""What people lose by the facts of a reworded clause, and what that weighs."""

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.losses import hours_of, losses_between


@pytest.mark.parametrize(
    ("type", "before", "after", "reason"),
    [
        ("liability_limitation", "It is limited to $500.", "It is limited to $50.", "less is paid for a loss"),
        ("payment_fees", "The price is 5 EUR a month.", "The price is 7 EUR a month.", "a sum to pay is higher"),
        ("policy_changes", "We give 30 days' notice.", "We give 7 days' notice.", "notice is shorter"),
        ("policy_changes", "We give 30 days' notice.", "We may change it.", "advance notice is gone"),
        ("data_retention", "We keep logs for 30 days.", "We keep logs.", "the time for which data is kept is no longer named"),
        ("data_retention", "We keep logs for 30 days.", "We keep logs for 90 days.", "data is kept longer"),
    ],
)  # fmt: skip
def test_a_loss_is_named(type: str, before: str, after: str, reason: str):
    losses = losses_between(attributes_of(before), attributes_of(after), type)
    assert [told for _, told in losses] == [reason]
    assert losses_between(attributes_of(after), attributes_of(before), type) == []


@pytest.mark.parametrize(
    ("type", "before", "after"),
    [
        ("liability_limitation", "It is limited to $500.", "It is limited to 500 EUR."),
        ("liability_limitation", "It is limited to $500 or $900.", "It is limited to $50."),
        ("data_sharing", "We sell it for 5 EUR.", "We sell it for 7 EUR."),
        ("policy_changes", "We give 14 days' notice.", "We give two weeks' notice."),
    ],
)
def test_what_cannot_be_compared_is_no_loss(type: str, before: str, after: str):
    assert losses_between(attributes_of(before), attributes_of(after), type) == []


def test_periods_are_compared_in_hours():
    assert hours_of("2 weeks") == hours_of("14 days") == 336
    assert hours_of("30 business days") == 720
    assert hours_of("no time") == 0
