"""What happens at Stripe without us: customers pay, cards fail, time passes, banks take money back, staff intervene."""

from typing import Any

from tests.billing.fake_stripe.account import Account, Told
from tests.billing.fake_stripe.money import amount_of, length_of


def pay_checkout(account: Account, session: str, *, promotion_code: str = "") -> Told | None:
    """The customer fills in Checkout's page. A declined card leaves the page open and gives None."""
    found, order = account.find("checkout.session", session), account.find("order", session)
    if found["status"] != "open" or account.card == "declined":
        return None
    (item,) = order["items"]
    metadata = order["data"].get("metadata", {})
    off = _percent_off(account, promotion_code) if promotion_code and found["allow_promotion_codes"] else 0
    # What the bank asks at Checkout ("asks") is answered there and then.
    card, account.card = account.card, "good"
    subscription = account.start_subscription(
        found["customer"], item["price"], item["quantity"], metadata=metadata
    )
    full = account.amount_of_item(subscription)
    lines = [("First period", full), *([("Promotion", -round(full * off / 100))] if off else [])]
    invoice = account.make_invoice(subscription, lines, "subscription_create")
    account.card = card
    found.update(status="complete", payment_status="paid", url=None, subscription=subscription["id"],
                 invoice=invoice["id"])  # fmt: skip
    account.tell("customer.subscription.created", subscription)
    account.tell("checkout.session.completed", found)
    return subscription


def _percent_off(account: Account, code: str) -> float:
    found = next(each for each in account.all("promotion_code") if each["code"] == code and each["active"])
    return float(account.find("coupon", found["promotion"]["coupon"])["percent_off"])


def pass_period(account: Account, subscription: str) -> Told:
    """Time passes to just after the end of the paid period: it renews, falls overdue, or ends as was asked."""
    found = account.find("subscription", subscription)
    if found["status"] in ("canceled", "incomplete_expired"):
        return found
    account.now = max(account.now, account.period_end(found)) + 1
    if found["cancel_at"] is not None and found["cancel_at"] <= account.now:
        account.cancel_subscription(subscription)
        return found
    (item,) = found["items"]["data"]
    item["current_period_start"], item["current_period_end"] = (
        account.now,
        account.now + length_of(item["price"]),
    )
    # Stripe gives up on an update that nobody paid for.
    found["pending_update"] = None
    amount = amount_of(item["price"], item["quantity"])
    invoice = account.make_invoice(found, [("Next period", amount)], "subscription_cycle")
    if found["status"] in ("active", "trialing", "past_due"):
        found["status"] = "active" if invoice["status"] == "paid" else "past_due"
    account.tell("customer.subscription.updated", found)
    return found


def retry_payment(account: Account, subscription: str, *, last: str = "") -> Told:
    """Stripe tries the overdue invoice again; after the `last` try the subscription is "unpaid" or "canceled"."""
    found = account.find("subscription", subscription)
    if found["status"] not in ("past_due", "unpaid"):
        return found
    invoice = account.find("invoice", found["latest_invoice"])
    if invoice["status"] == "paid" or account.try_payment(invoice):
        found["status"] = "active"
        account.tell("customer.subscription.updated", found)
    elif last == "unpaid":
        found["status"] = "unpaid"
        account.tell("customer.subscription.updated", found)
    elif last == "canceled":
        account.cancel_subscription(subscription)
    return found


def confirm_payment(account: Account, subscription: str) -> Told:
    """The customer pays the open invoice on its page, so a pending change takes effect."""
    found = account.find("subscription", subscription)
    invoice = account.find("invoice", found["latest_invoice"])
    card, account.card = account.card, "good"
    account.try_payment(invoice)
    account.card = card
    if found["pending_update"]:
        (item,) = found["pending_update"]["subscription_items"]
        account.apply_change(found, account.find("price", item["price"]), item["quantity"])
        account.tell("customer.subscription.pending_update_applied", found)
    return found


def cancel_in_portal(account: Account, subscription: str) -> Told:
    """As the portal cancels under flexible billing: a date, and not the flag."""
    found = account.find("subscription", subscription)
    if found["status"] != "canceled":
        found["cancel_at"], found["cancel_at_period_end"] = account.period_end(found), False
        account.tell("customer.subscription.updated", found)
    return found


def last_charge(account: Account, customer: str) -> Told | None:
    """The customer's latest payment."""
    return next((each for each in account.all("charge") if each["customer"] == customer), None)


def open_dispute(account: Account, charge: str) -> Told:
    """The customer's bank takes the payment back for the time being."""
    paid = account.find("charge", charge)
    paid["disputed"] = True
    dispute = account.add("dispute", "dp", charge=charge, amount=paid["amount"], currency="usd",
                          payment_intent=paid["payment_intent"], status="needs_response", reason="general")  # fmt: skip
    account.tell("charge.dispute.created", dispute)
    return dispute


def close_dispute(account: Account, dispute: str, status: str) -> Told:
    """The bank has decided: "won" or "lost"."""
    found = account.find("dispute", dispute)
    if found["status"] not in ("won", "lost"):
        found["status"] = status
        account.tell("charge.dispute.closed", found)
    return found


def delete_customer(account: Account, customer: str) -> None:
    """Staff delete the customer in the dashboard; what it pays for ends."""
    for subscription in account.all("subscription"):
        if subscription["customer"] == customer and subscription["status"] != "canceled":
            account.cancel_subscription(subscription["id"])
    found: dict[str, Any] = account.find("customer", customer)
    account.tell("customer.deleted", found)
    account.things["customer"][customer] = {"id": customer, "object": "customer", "deleted": True}
