"""Addresses about mail that need no log-in: stopping it, a digest online, and (in development) what was sent."""

from django.urls import path

from monitoring import digest_views, mail_pages, unsubscribing

urlpatterns = [
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("digest/<str:token>/", digest_views.digest_online, name="digest_online"),
    path("mail/", mail_pages.inbox_mail, name="inbox_mail"),
    path("mail/<str:key>/", mail_pages.inbox_message, name="inbox_message"),
    path("mail/<str:key>/html/", mail_pages.inbox_message_html, name="inbox_message_html"),
]
