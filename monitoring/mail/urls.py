"""Addresses about mail that need no log-in: stopping it, a digest online, reports of providers, and (in development) what was sent."""

from django.urls import path

from monitoring.digests import views as digest_views
from monitoring.mail import development_inbox, reports, settings_page, unsubscribing

urlpatterns = [
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("digest/<str:token>/", digest_views.digest_online, name="digest_online"),
    path("address/<str:token>/", settings_page.address_alive, name="address_alive"),
    path("mail-reports/mailgun/", reports.mailgun_reports, name="mailgun_reports"),
    path("mail-reports/postmark/", reports.postmark_reports, name="postmark_reports"),
    path("mail/", development_inbox.inbox_mail, name="inbox_mail"),
    path("mail/<str:key>/", development_inbox.inbox_message, name="inbox_message"),
    path("mail/<str:key>/html/", development_inbox.inbox_message_html, name="inbox_message_html"),
]
