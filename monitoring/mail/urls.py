"""Addresses about mail that need no log-in: stopping it, a digest online, reports of providers, and (in development) what was sent."""

from django.urls import path

from monitoring.digests import views as digest_views
from monitoring.mail import development_inbox as mail_pages
from monitoring.mail import reports as mail_reports
from monitoring.mail import settings_page as mail_settings
from monitoring.mail import unsubscribing

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
