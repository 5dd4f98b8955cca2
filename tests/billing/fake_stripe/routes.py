"""The fake's map: method and path, the SDK's parameters for it, and what it does."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.billing.fake_stripe import command_line
from tests.billing.fake_stripe.account import Account
from tests.billing.fake_stripe.errors import ApiError


@dataclass(frozen=True)
class Route:
    """`act` is given the account, the names in the path and the parameters; `params` is "" where the SDK has no types."""

    method: str
    path: str
    params: str
    act: Callable[..., dict[str, Any]]


def _found(kind: str) -> Callable[..., dict[str, Any]]:
    return lambda account, name, /, **params: account.find(kind, name)


def _listed(kind: str, *filters: str) -> Callable[..., dict[str, Any]]:
    return lambda account, **params: account.list_of(kind, filters, **params)


ROUTES = [
    Route("POST", "/v1/customers", "CustomerCreateParams", Account.create_customer),
    Route("GET", "/v1/customers/{}", "CustomerRetrieveParams", _found("customer")),
    Route("POST", "/v1/products", "ProductCreateParams", Account.create_product),
    Route("POST", "/v1/customers/{}", "CustomerUpdateParams", command_line.update_customer),
    Route("GET", "/v1/products/{}", "ProductRetrieveParams", _found("product")),
    Route("POST", "/v1/products/{}", "ProductUpdateParams", Account.update_product),
    Route("POST", "/v1/prices", "PriceCreateParams", Account.create_price),
    Route("GET", "/v1/prices", "PriceListParams", Account.list_prices),
    Route("POST", "/v1/prices/{}", "PriceUpdateParams", Account.update_price),
    Route("POST", "/v1/coupons", "CouponCreateParams", Account.create_coupon),
    Route("POST", "/v1/promotion_codes", "PromotionCodeCreateParams", Account.create_promotion_code),
    Route("POST", "/v1/checkout/sessions", "checkout.SessionCreateParams", Account.create_session),
    Route("GET", "/v1/checkout/sessions", "checkout.SessionListParams", _listed("checkout.session", "customer", "status")),
    Route("GET", "/v1/checkout/sessions/{}", "checkout.SessionRetrieveParams", _found("checkout.session")),
    Route("POST", "/v1/checkout/sessions/{}/expire", "checkout.SessionExpireParams", Account.expire_session),
    Route("GET", "/v1/subscriptions", "SubscriptionListParams", Account.list_subscriptions),
    Route("GET", "/v1/subscriptions/{}", "SubscriptionRetrieveParams", _found("subscription")),
    Route("POST", "/v1/subscriptions/{}", "SubscriptionUpdateParams", Account.update_subscription),
    Route("DELETE", "/v1/subscriptions/{}", "SubscriptionCancelParams", Account.cancel_subscription),
    Route("POST", "/v1/subscriptions", "SubscriptionCreateParams", command_line.create_subscription),
    Route("POST", "/v1/payment_methods", "PaymentMethodCreateParams", command_line.create_payment_method),
    Route("POST", "/v1/payment_methods/{}/attach", "PaymentMethodAttachParams", command_line.attach_payment_method),
    Route("GET", "/v1/payment_pages/{}", "", _found("checkout.session")),
    Route("POST", "/v1/payment_pages/{}/confirm", "", command_line.confirm_page),
    Route("GET", "/v1/invoices", "InvoiceListParams", _listed("invoice", "customer", "status")),
    Route("POST", "/v1/invoices/create_preview", "InvoiceCreatePreviewParams", Account.preview_invoice),
    Route("GET", "/v1/invoices/{}", "InvoiceRetrieveParams", _found("invoice")),
    Route("GET", "/v1/invoice_payments", "InvoicePaymentListParams", Account.list_invoice_payments),
    Route("GET", "/v1/charges/{}", "ChargeRetrieveParams", _found("charge")),
    Route("POST", "/v1/refunds", "RefundCreateParams", Account.create_refund),
    Route("GET", "/v1/refunds", "RefundListParams", _listed("refund", "charge")),
    Route("GET", "/v1/refunds/{}", "RefundRetrieveParams", _found("refund")),
    Route("GET", "/v1/disputes", "DisputeListParams", _listed("dispute", "charge")),
    Route("GET", "/v1/disputes/{}", "DisputeRetrieveParams", _found("dispute")),
    Route("GET", "/v1/events", "EventListParams", Account.list_events),
    Route("POST", "/v1/billing_portal/sessions", "billing_portal.SessionCreateParams", Account.create_portal_session),
    Route("GET", "/v1/billing_portal/configurations", "billing_portal.ConfigurationListParams",
          _listed("billing_portal.configuration", "active", "is_default")),
    Route("POST", "/v1/billing_portal/configurations", "billing_portal.ConfigurationCreateParams", Account.create_configuration),
    Route("POST", "/v1/billing_portal/configurations/{}", "billing_portal.ConfigurationUpdateParams", Account.update_configuration),
    Route("GET", "/v1/webhook_endpoints", "WebhookEndpointListParams", _listed("webhook_endpoint")),
    Route("POST", "/v1/webhook_endpoints", "WebhookEndpointCreateParams", Account.create_endpoint),
    Route("POST", "/v1/webhook_endpoints/{}", "WebhookEndpointUpdateParams", Account.update_endpoint),
]  # fmt: skip


def route_of(method: str, path: str) -> tuple[Route, tuple[str, ...]]:
    """The route and the names in the path. Raises ApiError."""
    for route in ROUTES:
        if route.method == method:
            found = re.fullmatch(route.path.replace("{}", "([^/]+)"), path)
            if found:
                return route, found.groups()
    raise ApiError(404, f"Unrecognized request URL ({method}: {path}).")
