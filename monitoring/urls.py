"""Addresses behind a log-in."""

from django.urls import path

from monitoring import views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("feed/open/", views.open_feed, name="open_private_feed"),
    path("feed/close/", views.close_feed, name="close_private_feed"),
    path("watches/<name:platform>/start/", views.start, name="start_watching"),
    path("watches/<name:platform>/first/", views.first, name="put_watch_first"),
    path("watches/<name:platform>/stop/", views.stop, name="stop_watching"),
]
