"""Objects with every field that the pinned SDK's classes say a thing of that kind has, empty until filled."""

import copy
import inspect
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import stripe

_CLASSES: dict[str, type] = {
    "billing_portal.configuration": stripe.billing_portal.Configuration,
    "billing_portal.session": stripe.billing_portal.Session,
    "charge": stripe.Charge,
    "checkout.session": stripe.checkout.Session,
    "coupon": stripe.Coupon,
    "customer": stripe.Customer,
    "dispute": stripe.Dispute,
    "event": stripe.Event,
    "invoice": stripe.Invoice,
    "invoice_payment": stripe.InvoicePayment,
    "line_item": stripe.InvoiceLineItem,
    "payment_intent": stripe.PaymentIntent,
    "payment_method": stripe.PaymentMethod,
    "price": stripe.Price,
    "product": stripe.Product,
    "promotion_code": stripe.PromotionCode,
    "refund": stripe.Refund,
    "subscription": stripe.Subscription,
    "subscription_item": stripe.SubscriptionItem,
    "webhook_endpoint": stripe.WebhookEndpoint,
}


def blank(kind: str, **fields: Any) -> dict[str, Any]:
    """A thing of that kind with the given fields. Raises KeyError for a field that the SDK does not know."""
    made = copy.deepcopy(_empty(_CLASSES[kind]))
    made["object"] = kind
    for name, value in fields.items():
        if name not in made:
            raise KeyError(f"{kind} has no {name}")
        made[name] = value
    return made


def listing(data: list[dict[str, Any]], url: str, *, has_more: bool = False) -> dict[str, Any]:
    """Stripe's list object."""
    return {"object": "list", "data": data, "has_more": has_more, "url": url}


@cache
def _empty(kind: type) -> dict[str, Any]:
    return {
        name: _nothing(hint) for name, hint in inspect.get_annotations(kind).items() if _is_field(name, hint)
    }


def _is_field(name: str, hint: Any) -> bool:
    # What only appears when asked for, or on what was deleted.
    return not name.startswith("_") and name not in {"deleted", "OBJECT_NAME"} and "ClassVar" not in str(hint)


def _nothing(hint: Any) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Union and type(None) in parts:
        return None
    if origin is Union:
        return _nothing(parts[0])
    if origin is Literal:
        return parts[0]
    if hint in (int, bool, str, float):
        return hint()
    if origin is list:
        return []
    if "ListObject" in str(hint):
        return listing([], "")
    if "UntypedStripeObject" in str(hint) or origin is dict:
        return {}
    if inspect.isclass(hint) and issubclass(hint, stripe.StripeObject):
        return copy.deepcopy(_empty(hint))
    return ""
