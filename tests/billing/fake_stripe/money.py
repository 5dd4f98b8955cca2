"""What things cost at the fake: tiers, discounts, proration by the second."""

from typing import Any

MONTH = 30 * 86_400
YEAR = 365 * 86_400


def length_of(price: dict[str, Any]) -> int:
    """Seconds that one payment lasts."""
    return YEAR if price["recurring"]["interval"] == "year" else MONTH


def amount_of(price: dict[str, Any], quantity: int) -> int:
    """Cents for one period; graduated tiers as https://docs.stripe.com/billing/subscriptions/tiers has them."""
    if price["billing_scheme"] == "per_unit":
        return price["unit_amount"] * quantity
    total, below = 0, 0
    for tier in price["tiers"]:
        upper = tier["up_to"] if tier["up_to"] is not None else quantity
        within = max(min(quantity, upper) - below, 0)
        if within:
            total += (tier["flat_amount"] or 0) + within * (tier["unit_amount"] or 0)
        below = upper
    return total


def prorated(item: dict[str, Any], price: dict[str, Any], quantity: int, at: int) -> list[tuple[str, int]]:
    """Lines of the invoice for a change at that second: unused time back, the rest of the period (or a new one) charged."""
    start, end = item["current_period_start"], item["current_period_end"]
    left = max(end - at, 0) / (end - start)
    back = -round(amount_of(item["price"], item["quantity"]) * left)
    same = price["recurring"]["interval"] == item["price"]["recurring"]["interval"]
    charge = amount_of(price, quantity)
    return [("Unused time", back), ("Remaining time", round(charge * left) if same else charge)]
