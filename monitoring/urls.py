"""Addresses behind a log-in."""

from django.urls import path

from monitoring import channel_views, inbox_views, reading_list_views, views
from monitoring.digests import views as digest_views
from monitoring.mail import settings_page
from monitoring.watches import views as watch_views

urlpatterns = [
    path("channels/", channel_views.channels, name="channels"),
    path("channels/<int:pk>/", channel_views.channel, name="channel"),
    path("channels/<int:pk>/secret/", channel_views.channel_secret, name="channel_secret"),
    path("channels/<int:pk>/rotate/", channel_views.channel_rotate, name="channel_rotate"),
    path("channels/<int:pk>/test/", channel_views.channel_test, name="channel_test"),
    path("channels/<int:pk>/switch/", channel_views.channel_switch, name="channel_switch"),
    path("channels/<int:pk>/remove/", channel_views.channel_remove, name="channel_remove"),
    path("channels/messages/<int:pk>/replay/", channel_views.channel_replay, name="channel_replay"),
    path("", views.dashboard, name="dashboard"),
    path("inbox/", inbox_views.alerts, name="inbox"),
    path("inbox/together/", inbox_views.alerts_together, name="alerts_together"),
    path("inbox/<int:pk>/", inbox_views.alert, name="alert"),
    path("inbox/<int:pk>/acknowledge/", inbox_views.alert_acknowledge, name="alert_acknowledge"),
    path("inbox/<int:pk>/read/", inbox_views.alert_read, name="alert_read"),
    path("inbox/<int:pk>/assign/", inbox_views.alert_assign, name="alert_assign"),
    path("inbox/<int:pk>/note/", inbox_views.alert_note, name="alert_note"),
    path("inbox/<int:pk>/resolve/", inbox_views.alert_resolve, name="alert_resolve"),
    path("reading-list/", reading_list_views.entries, name="reading_list"),
    path("reading-list/keep/", reading_list_views.keep, name="reading_list_keep"),
    path("reading-list/undo/", reading_list_views.undo, name="reading_list_undo"),
    path("reading-list/<int:pk>/read/", reading_list_views.mark, name="reading_list_mark"),
    path("reading-list/<int:pk>/remove/", reading_list_views.remove, name="reading_list_remove"),
    path("mail/", settings_page.mail_settings, name="mail_settings"),
    path("mail/prove/", settings_page.prove_address, name="prove_address"),
    path("digests/", digest_views.digests, name="digests"),
    path("feed/open/", views.open_feed, name="open_private_feed"),
    path("feed/close/", views.close_feed, name="close_private_feed"),
    path("watches/<name:platform>/start/", views.start, name="start_watching"),
    path("watches/", watch_views.watches, name="watches"),
    path("watches/new/", watch_views.watch_new, name="watch_new"),
    path("watches/undo/", watch_views.watch_undo, name="watch_undo"),
    path("watch/<int:pk>/", watch_views.watch, name="watch"),
    path("watch/<int:pk>/tell/", watch_views.watch_tell, name="watch_tell"),
    path("watch/<int:pk>/first/", watch_views.watch_first, name="put_watch_first"),
    path("watch/<int:pk>/stop/", watch_views.watch_stop, name="watch_stop"),
    path("watches/<name:platform>/stop/", views.stop, name="stop_watching"),
]
