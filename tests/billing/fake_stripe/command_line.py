"""What only Stripe's own command line asks of an account: the steps of its triggers that our code never takes."""

from typing import Any

from tests.billing.fake_stripe.account import Account, Told
from tests.billing.fake_stripe.deeds import pay_checkout
from tests.billing.fake_stripe.errors import ApiError


def update_customer(account: Account, name: str, /, **told: Any) -> Told:
    """Fields of the customer, as given."""
    found = account.find("customer", name)
    told.pop("invoice_settings", None)
    found.update(told)
    account.tell("customer.updated", found)
    return found


def create_subscription(account: Account, *, customer: str, items: list[Told], **told: Any) -> Told:
    """One item; a trial is taken for a first period that costs nothing."""
    account.find("customer", customer)
    (item,) = items
    kept = {name: told[name] for name in ("metadata", "description") if name in told}
    made = account.start_subscription(customer, item["price"], item.get("quantity", 1), **kept)
    if told.get("trial_period_days"):
        made["status"] = "trialing"
    account.tell("customer.subscription.created", made)
    return made


def create_payment_method(account: Account, *, type: str, **_: Any) -> Told:
    """A card of Stripe's tests; what it is does not matter here."""
    return account.add("payment_method", "pm", type=type)


def attach_payment_method(account: Account, name: str, /, *, customer: str) -> Told:
    """One of Stripe's own names for test cards is a card that is made when it is named."""
    account.find("customer", customer)
    cards = account.things.setdefault("payment_method", {})
    found = cards.get(name) or account.add("payment_method", "pm", id=name, type="card")
    found["customer"] = customer
    return found


def confirm_page(account: Account, session: str, /, *, expected_amount: str, **_: Any) -> Told:
    """The page of Checkout is paid; the amount shown must be the amount due."""
    found = account.find("checkout.session", session)
    if found["mode"] == "subscription":
        pay_checkout(account, session)
        return found
    items = account.find("order", session)["items"]
    due = sum(account.find("price", item["price"])["unit_amount"] * item["quantity"] for item in items)
    if int(expected_amount) != due:
        raise ApiError(400, f"The amount due is {due}.", param="expected_amount")
    found.update(status="complete", payment_status="paid", url=None)
    account.tell("checkout.session.completed", found)
    return found
