"""Addresses of money: the billing pages, and the one that Stripe calls."""

from django.urls import path

from billing import pretending, views

urlpatterns = [
    path("app/billing/", views.overview, name="billing"),
    path("app/billing/checkout/", views.checkout, name="billing_checkout"),
    path("app/billing/returned/", views.returned, name="billing_returned"),
    path("app/billing/change/", views.change, name="billing_change"),
    path("app/billing/stop/", views.stop, name="billing_stop"),
    path("app/billing/keep/", views.keep, name="billing_keep"),
    path("app/billing/portal/", views.portal, name="billing_portal"),
    path("app/billing/invoices/", views.invoices, name="billing_invoices"),
    path("app/billing/trial/", views.trial, name="billing_trial"),
    path("app/billing/pretend/", pretending.pretend, name="billing_pretend"),
    path("app/billing/pretend/end/", pretending.end, name="billing_pretend_end"),
    path("stripe/webhook/", views.webhook, name="stripe_webhook"),
]
