"""Addresses about mail: stopping it, and (in development) reading what was sent."""

from django.urls import path

from monitoring import mail_pages, unsubscribing

urlpatterns = [
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("mail/", mail_pages.inbox_mail, name="inbox_mail"),
    path("mail/<str:key>/", mail_pages.inbox_message, name="inbox_message"),
    path("mail/<str:key>/html/", mail_pages.inbox_message_html, name="inbox_message_html"),
]
