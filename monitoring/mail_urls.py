"""Addresses about mail that need no log-in: stopping it, a digest online, reports of providers, and (in development) what was sent."""

from django.urls import path

from monitoring import digest_views, mail_pages, mail_reports, mail_settings, unsubscribing

urlpatterns = [
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("digest/<str:token>/", digest_views.digest_online, name="digest_online"),
    path("address/<str:token>/", mail_settings.address_alive, name="address_alive"),
    path("mail-reports/mailgun/", mail_reports.mailgun_reports, name="mailgun_reports"),
    path("mail-reports/postmark/", mail_reports.postmark_reports, name="postmark_reports"),
    path("mail/", mail_pages.inbox_mail, name="inbox_mail"),
    path("mail/<str:key>/", mail_pages.inbox_message, name="inbox_message"),
    path("mail/<str:key>/html/", mail_pages.inbox_message_html, name="inbox_message_html"),
]
