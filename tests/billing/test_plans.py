"""The price list is what product.md says, and makes sense as a list."""

from itertools import pairwise

import pytest

from billing.plans import FREE, PLANS, PROFESSIONAL, TRIAL_DAYS, WATCHER, Feature, Limit, Plan, plan_of


def test_the_prices() -> None:
    prices = {plan.name: (plan.monthly_usd, plan.yearly_usd) for plan in PLANS}
    assert prices == {"Free": (0, 0), "Watcher": (9, 90), "Professional": (79, 790)}
    assert TRIAL_DAYS == 14


def test_the_limits() -> None:
    assert [plan.limits[Limit.PLATFORMS] for plan in PLANS] == [1, 10, None]
    assert [plan.limits[Limit.SEATS] for plan in PLANS] == [1, 1, 10]


def test_what_each_plan_adds() -> None:
    assert FREE.features == {Feature.WEEKLY_DIGEST, Feature.EMAIL_CHANNEL}
    assert WATCHER.features - FREE.features == {
        Feature.SAME_DAY_ALERTS,
        Feature.CHANGE_SUMMARY,
        Feature.FEED_CHANNEL,
    }
    assert PROFESSIONAL.features == set(Feature)


@pytest.mark.parametrize(("less", "more"), list(pairwise(PLANS)), ids=lambda plan: plan.slug)
def test_a_dearer_plan_never_takes_anything_away(less: Plan, more: Plan) -> None:
    assert less.features < more.features
    assert less.monthly_usd < more.monthly_usd
    for limit in Limit:
        assert more.limits[limit] is None or (less.limits[limit] or 0) <= (more.limits[limit] or 0)


def test_features_and_limits_have_words_for_customers() -> None:
    for each in [*Feature, *Limit]:
        assert each.label[0].isupper()
        assert "_" not in each.label


def test_limits_count_in_words() -> None:
    assert Limit.PLATFORMS.counted(1) == "1 platform"
    assert Limit.SEATS.counted(10) == "10 members"


def test_a_plan_that_is_not_on_the_list_is_an_error() -> None:
    assert plan_of("watcher") is WATCHER
    with pytest.raises(KeyError):
        plan_of("enterprise")
