"""Addresses of the customer: organization, members, account, audit log, billing, and the one that Stripe calls."""

from django.urls import path

from billing import account_views, audit_views, key_views, organization_views, pretending, views

urlpatterns = [
    path("app/organization/", organization_views.settings, name="organization"),
    path("app/organization/new/", organization_views.create, name="organization_new"),
    path("app/organization/switch/", organization_views.switch, name="organization_switch"),
    path("app/members/", organization_views.members, name="members"),
    path("app/members/invite/", organization_views.invite, name="member_invite"),
    path("app/members/<int:pk>/role/", organization_views.role, name="member_role"),
    path("app/members/<int:pk>/owner/", organization_views.owner, name="member_owner"),
    path("app/members/<int:pk>/remove/", organization_views.remove, name="member_remove"),
    path("app/invitations/<int:pk>/again/", organization_views.invitation_again, name="invitation_again"),
    path("app/invitations/<int:pk>/revoke/", organization_views.invitation_revoke, name="invitation_revoke"),
    path("invitation/<str:token>/", organization_views.invitation, name="invitation"),
    path("app/audit-log/", audit_views.audit_log, name="audit_log"),
    path("app/audit-log.<str:format>", audit_views.audit_export, name="audit_export"),
    path("app/api-keys/", key_views.api_keys, name="api_keys"),
    path("app/api-keys/<int:pk>/revoke/", key_views.revoke, name="api_key_revoke"),
    path("app/security/", account_views.security, name="security"),
    path("app/account/export/", account_views.export, name="account_export"),
    path("app/account/delete/", account_views.delete, name="account_delete"),
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
