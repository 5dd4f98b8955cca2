"""The fake's state: what exists at Stripe, and what each request does to it."""

import copy
import time
from itertools import count
from typing import Any

from tests.billing.fake_stripe.errors import ApiError, missing
from tests.billing.fake_stripe.money import amount_of, length_of, prorated
from tests.billing.fake_stripe.shapes import blank, listing

API_VERSION = "2026-10-28.endive"
Told = dict[str, Any]


class Account:
    """One Stripe account. `now` is its clock; `card` says how the customers' cards behave: good, declined or asks."""

    def __init__(self) -> None:
        self.now = int(time.time())
        self.card = "good"
        self.things: dict[str, dict[str, Told]] = {}
        self.events: list[Told] = []
        self._numbers = count(1)

    # What is there.

    def find(self, kind: str, name: str) -> Told:
        try:
            return self.things[kind][name]
        except KeyError:
            raise missing(kind, name) from None

    def all(self, kind: str) -> list[Told]:
        """The newest first, as Stripe lists."""
        return list(reversed(self.things.get(kind, {}).values()))

    def add(self, kind: str, prefix: str, **fields: Any) -> Told:
        name = fields.pop("id", f"{prefix}_{next(self._numbers):06d}")
        if name in self.things.get(kind, {}):
            raise ApiError(400, f"{kind} already exists.", code="resource_already_exists")
        shape = {"livemode": False, "created": self.now}
        made = blank(kind, id=name, **fields)
        made.update({field: value for field, value in shape.items() if field in made and field not in fields})
        return self.things.setdefault(kind, {}).setdefault(name, made)

    def tell(self, type: str, about: Told) -> Told:
        event = blank(
            "event",
            id=f"evt_{next(self._numbers):06d}",
            type=type,
            created=self.now,
            api_version=API_VERSION,
            data={"object": copy.deepcopy(about)},
        )
        self.events.append(event)
        return event

    def list_of(self, kind: str, filters: tuple[str, ...], **params: Any) -> Told:
        found = [
            each
            for each in self.all(kind)
            if all(name not in params or each.get(name) == params[name] for name in filters)
        ]
        return self.page(found, params)

    def page(self, found: list[Told], params: Told) -> Told:
        names = [each["id"] for each in found]
        start = names.index(params["starting_after"]) + 1 if "starting_after" in params else 0
        limit = params.get("limit", 10)
        if not 1 <= limit <= 100:
            raise ApiError(400, "Invalid limit", param="limit")
        return listing(found[start : start + limit], "/v1/", has_more=len(found) > start + limit)

    def list_events(self, *, types: list[str] | None = None, created: Any = None, **params: Any) -> Told:
        since = (created or {}).get("gte", 0)
        found = [
            event
            for event in reversed(self.events)
            if (types is None or event["type"] in types) and event["created"] >= since
        ]
        return self.page(found, params)

    # Customers and the price list.

    def create_customer(self, *, payment_method: str = "", **told: Any) -> Told:
        # A card comes with the customer at Stripe; here all cards are `card`.
        told.pop("invoice_settings", None)
        return self.add("customer", "cus", **told)

    def create_product(self, **told: Any) -> Told:
        return self.add("product", "prod", active=True, **told)

    def update_product(self, name: str, /, **told: Any) -> Told:
        found = self.find("product", name)
        found.update(told)
        return found

    def create_price(
        self, *, product: str, recurring: Told | None = None, transfer_lookup_key: bool = False, **told: Any
    ) -> Told:
        self.find("product", product)
        key = told.get("lookup_key")
        holder = next((each for each in self.all("price") if key and each["lookup_key"] == key), None)
        if holder and not transfer_lookup_key:
            raise ApiError(400, f"A price already uses that lookup key: {key}", code="invalid_request")
        if holder:
            holder["lookup_key"] = None
        tiers = [
            {
                "up_to": None if tier["up_to"] == "inf" else tier["up_to"],
                "flat_amount": tier.get("flat_amount"),
                "unit_amount": tier.get("unit_amount"),
            }
            for tier in told.pop("tiers", [])
        ]
        scheme = told.pop("billing_scheme", "per_unit")
        if scheme == "tiered" and not ("tiers_mode" in told and tiers and tiers[-1]["up_to"] is None):
            raise ApiError(400, "Tiered prices need tiers_mode and a last tier up to inf.")
        if scheme == "per_unit" and "unit_amount" not in told:
            raise ApiError(400, "Missing required param: unit_amount.")
        price = self.add(
            "price", "price", active=True, product=product, billing_scheme=scheme,
            type="recurring" if recurring else "one_time", **told,
        )  # fmt: skip
        price["recurring"] = recurring and {
            "interval_count": 1, "usage_type": "licensed", "meter": None, **recurring,
        }  # fmt: skip
        price["tiers"] = tiers or None
        return price

    def list_prices(self, *, lookup_keys: list[str] | None = None, active: bool | None = None,
                    expand: list[str] | None = None, **params: Any) -> Told:  # fmt: skip
        found = [
            each if "data.tiers" in (expand or []) else {name: each[name] for name in each if name != "tiers"}
            for each in self.all("price")
            if (lookup_keys is None or each["lookup_key"] in lookup_keys) and active in (None, each["active"])
        ]
        return self.page(found, params)

    def update_price(self, name: str, /, **told: Any) -> Told:
        found = self.find("price", name)
        found.update(told)
        return found

    def create_coupon(self, **told: Any) -> Told:
        return self.add("coupon", "coupon", valid=True, **told)

    def create_promotion_code(self, *, promotion: Told, **told: Any) -> Told:
        self.find("coupon", promotion["coupon"])
        return self.add("promotion_code", "promo", active=True, promotion=promotion, **told)

    # Checkout and portal.

    def create_session(self, **told: Any) -> Told:
        self._refuse_session(told)
        items = told.pop("line_items")
        data = told.pop("subscription_data", {})
        told.pop("tax_id_collection", None)
        told.pop("customer_update", None)
        told.pop("payment_intent_data", None)
        tax = told.pop("automatic_tax", {"enabled": False})
        name = f"cs_test_{next(self._numbers):06d}"
        session = self.add(
            "checkout.session",
            "cs_test",
            id=name,
            status="open",
            payment_status="unpaid",
            url=f"https://checkout.stripe.com/c/pay/{name}",
            expires_at=self.now + 86_400,
            **told,
        )
        session["automatic_tax"]["enabled"] = tax["enabled"]
        # Not part of the object at Stripe either: what its page will do when it is paid.
        self.things.setdefault("order", {})[name] = {"items": items, "data": data, "discount": None}
        return session

    def _refuse_session(self, told: Told) -> None:
        if told.get("mode") not in ("subscription", "payment"):
            raise ApiError(400, "The fake sells once or by subscription.", param="mode")
        if "customer" in told:
            self.find("customer", told["customer"])
        for name in ("success_url", "cancel_url"):
            if not told.get(name, "").startswith(("http://", "https://")):
                raise ApiError(400, f"Not a valid URL: {name}", code="url_invalid", param=name)
        for item in told["line_items"]:
            if not self.find("price", item["price"])["active"]:
                raise ApiError(400, "The price specified is inactive.", param="line_items")
        update = told.get("customer_update", {})
        if told.get("automatic_tax", {}).get("enabled") and update.get("address") != "auto":
            raise ApiError(400, "Automatic tax needs a valid address or customer_update[address]=auto.")
        if told.get("tax_id_collection", {}).get("enabled") and update.get("name") != "auto":
            raise ApiError(400, "Tax ID collection requires customer_update[name]=auto.")

    def expire_session(self, name: str, /, **_: Any) -> Told:
        session = self.find("checkout.session", name)
        if session["status"] != "open":
            raise ApiError(
                400, f"Only Checkout Sessions with a status in [open] can be expired: {session['status']}"
            )
        session["status"], session["url"] = "expired", None
        self.tell("checkout.session.expired", session)
        return session

    def create_portal_session(
        self, *, customer: str, return_url: str, configuration: str = "", **_: Any
    ) -> Told:
        self.find("customer", customer)
        if configuration:
            self.find("billing_portal.configuration", configuration)
        elif not any(each["is_default"] for each in self.all("billing_portal.configuration")):
            raise ApiError(
                400, "No configuration provided and your default configuration has not been created."
            )
        session = self.add("billing_portal.session", "bps", customer=customer, return_url=return_url)
        session["configuration"] = configuration
        session["url"] = f"https://billing.stripe.com/p/session/{session['id']}"
        return session

    def create_configuration(self, *, features: Told, **told: Any) -> Told:
        made = self.add("billing_portal.configuration", "bpc", active=True, is_default=False, **told)
        made["features"] = _merged(made["features"], features)
        return made

    def update_configuration(self, name: str, /, **told: Any) -> Told:
        found = self.find("billing_portal.configuration", name)
        found.update(_merged(found, told))
        return found

    def create_endpoint(self, **told: Any) -> Told:
        made = self.add("webhook_endpoint", "we", status="enabled", **told)
        return {**made, "secret": f"whsec_{made['id']}"}

    def update_endpoint(self, name: str, /, *, disabled: bool | None = None, **told: Any) -> Told:
        found = self.find("webhook_endpoint", name)
        found.update(told)
        if disabled is not None:
            found["status"] = "disabled" if disabled else "enabled"
        return found

    # Subscriptions.

    def list_subscriptions(self, *, customer: str = "", status: str = "", **params: Any) -> Told:
        if customer and self.find("customer", customer).get("deleted"):
            raise missing("customer", customer)
        found = [
            each
            for each in self.all("subscription")
            if customer in ("", each["customer"])
            and (status == "all" or each["status"] == status or (not status and each["status"] != "canceled"))
        ]
        return self.page(found, params)

    def start_subscription(self, customer: str, price: str, quantity: int, **told: Any) -> Told:
        found = self.find("price", price)
        subscription = self.add(
            "subscription", "sub", customer=customer, status="active", currency="usd", **told
        )
        item = blank(
            "subscription_item", id=f"si_{next(self._numbers):06d}", created=self.now, quantity=quantity,
            subscription=subscription["id"], price={name: found[name] for name in found},
            current_period_start=self.now, current_period_end=self.now + length_of(found),
        )  # fmt: skip
        subscription["items"] = listing([item], "/v1/subscription_items")
        subscription["start_date"] = subscription["billing_cycle_anchor"] = self.now
        subscription["billing_mode"]["type"] = "flexible"
        return subscription

    def update_subscription(self, name: str, /, **told: Any) -> Told:
        subscription = self.find("subscription", name)
        if subscription["status"] in ("canceled", "incomplete_expired"):
            raise ApiError(
                400, "A canceled subscription can only update its cancellation_details and metadata."
            )
        if "cancel_at" in told and "cancel_at_period_end" in told:
            raise ApiError(
                400, "You may only specify one of these parameters: cancel_at, cancel_at_period_end."
            )
        if told.get("payment_behavior") == "pending_if_incomplete" and {
            "metadata",
            "cancel_at_period_end",
        } & set(told):
            raise ApiError(400, "pending_if_incomplete does not support this parameter.")
        if "cancel_at_period_end" in told:
            subscription["cancel_at_period_end"] = told["cancel_at_period_end"]
            subscription["cancel_at"] = (
                self.period_end(subscription) if told["cancel_at_period_end"] else None
            )
        if "cancel_at" in told:
            subscription["cancel_at"] = told["cancel_at"] or None
            subscription["cancel_at_period_end"] = False
        if "items" in told:
            self._change_item(subscription, told)
        self.tell("customer.subscription.updated", subscription)
        return subscription

    def _change_item(self, subscription: Told, told: Told) -> None:
        (wanted,) = told["items"]
        item, price, quantity = self._wanted(subscription, wanted)
        lines = prorated(item, price, quantity, told.get("proration_date", self.now))
        invoice = self.make_invoice(subscription, lines, "subscription_update")
        if invoice["status"] == "paid":
            self.apply_change(subscription, price, quantity)
        elif told.get("payment_behavior") == "pending_if_incomplete":
            subscription["pending_update"] = {
                "expires_at": self.now + 82_800, "subscription_items": [{"price": price["id"], "quantity": quantity}],
            }  # fmt: skip
        else:
            raise ApiError(400, "The fake only knows pending_if_incomplete.", param="payment_behavior")

    def apply_change(self, subscription: Told, price: Told, quantity: int) -> None:
        (item,) = subscription["items"]["data"]
        if price["recurring"]["interval"] != item["price"]["recurring"]["interval"]:
            item["current_period_start"], item["current_period_end"] = self.now, self.now + length_of(price)
        item["price"], item["quantity"] = dict(price), quantity
        subscription["pending_update"] = None

    def _wanted(self, subscription: Told, wanted: Told) -> tuple[Told, Told, int]:
        (item,) = subscription["items"]["data"]
        if wanted.get("id") != item["id"]:
            raise ApiError(400, "Without its id, this would be a second item.", param="items")
        price = self.find("price", wanted.get("price", item["price"]["id"]))
        return item, price, wanted.get("quantity", item["quantity"])

    def preview_invoice(
        self, *, subscription: str, subscription_details: Told, customer: str = "", **_: Any
    ) -> Told:
        found = self.find("subscription", subscription)
        if customer and customer != found["customer"]:
            raise ApiError(400, "The customer does not have this subscription.")
        (wanted,) = subscription_details["items"]
        item, price, quantity = self._wanted(found, wanted)
        lines = prorated(item, price, quantity, subscription_details.get("proration_date", self.now))
        total = sum(amount for _, amount in lines)
        return blank(
            "invoice", id="upcoming_in_1", customer=found["customer"], currency="usd", status="draft", total=total,
            amount_due=max(total, 0), created=self.now,
        )  # fmt: skip

    def cancel_subscription(self, name: str, /, **_: Any) -> Told:
        subscription = self.find("subscription", name)
        if subscription["status"] == "canceled":
            raise missing("subscription", name)
        subscription["status"] = "canceled"
        subscription["canceled_at"] = subscription["ended_at"] = self.now
        self.tell("customer.subscription.deleted", subscription)
        return subscription

    @staticmethod
    def period_end(subscription: Told) -> int:
        end: int = subscription["items"]["data"][0]["current_period_end"]
        return end

    # Money.

    def make_invoice(self, subscription: Told, lines: list[tuple[str, int]], reason: str) -> Told:
        """A finalized invoice, paid at once if the card is good or nothing is due."""
        total = sum(amount for _, amount in lines)
        number = next(self._numbers)
        invoice = self.add(
            "invoice", "in", customer=subscription["customer"], currency="usd", status="open", total=total,
            amount_due=max(total, 0), amount_remaining=max(total, 0), number=f"ATLAS-{number:04d}",
            billing_reason=reason, hosted_invoice_url=f"https://invoice.stripe.com/i/{number}",
            invoice_pdf=f"https://pay.stripe.com/invoice/{number}/pdf",
        )  # fmt: skip
        invoice["parent"] = {
            "type": "subscription_details", "subscription_details": {"subscription": subscription["id"]},
        }  # fmt: skip
        subscription["latest_invoice"] = invoice["id"]
        self.try_payment(invoice)
        return invoice

    def try_payment(self, invoice: Told) -> bool:
        invoice["attempted"], invoice["attempt_count"] = True, invoice["attempt_count"] + 1
        due = invoice["amount_due"]
        if due and self.card != "good":
            failed = (
                "invoice.payment_failed" if self.card == "declined" else "invoice.payment_action_required"
            )
            self.tell(failed, invoice)
            return False
        if due:
            self._charge(invoice, due)
        invoice.update(status="paid", amount_paid=due, amount_remaining=0)
        self.tell("invoice.paid", invoice)
        return True

    def _charge(self, invoice: Told, amount: int) -> None:
        intent = self.add("payment_intent", "pi", amount=amount, currency="usd", status="succeeded",
                          customer=invoice["customer"])  # fmt: skip
        charge = self.add("charge", "ch", amount=amount, amount_captured=amount, currency="usd", paid=True,
                          captured=True, status="succeeded", customer=invoice["customer"],
                          payment_intent=intent["id"])  # fmt: skip
        intent["latest_charge"] = charge["id"]
        payment = self.add("invoice_payment", "inpay", invoice=invoice["id"], amount_paid=amount, status="paid",
                           amount_requested=amount, currency="usd", is_default=True)  # fmt: skip
        payment["payment"] = {"type": "payment_intent", "payment_intent": intent["id"]}

    def list_invoice_payments(self, *, payment: Told | None = None, invoice: str = "", **params: Any) -> Told:
        intent = (payment or {}).get("payment_intent")
        found = [
            each
            for each in self.all("invoice_payment")
            if invoice in ("", each["invoice"]) and intent in (None, each["payment"]["payment_intent"])
        ]
        return self.page(found, params)

    def create_refund(self, *, charge: str, amount: int | None = None, **told: Any) -> Told:
        paid = self.find("charge", charge)
        left = paid["amount"] - paid["amount_refunded"]
        amount = left if amount is None else amount
        if not 0 < amount <= left:
            raise ApiError(400, "Charge has already been refunded.", code="charge_already_refunded")
        refund = self.add("refund", "re", charge=charge, amount=amount, currency="usd", status="succeeded",
                          payment_intent=paid["payment_intent"], **told)  # fmt: skip
        paid["amount_refunded"] += amount
        paid["refunded"] = paid["amount_refunded"] == paid["amount"]
        self.tell("refund.created", refund)
        self.tell("charge.refunded", paid)
        return refund

    def amount_of_item(self, subscription: Told) -> int:
        (item,) = subscription["items"]["data"]
        return amount_of(item["price"], item["quantity"])


def _merged(into: Any, told: Any) -> Any:
    if isinstance(into, dict) and isinstance(told, dict):
        return {**into, **{name: _merged(into.get(name), value) for name, value in told.items()}}
    return told
