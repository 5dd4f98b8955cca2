"""The Celery app; its timetable stands in settings."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
# The system checks load every page of the site, a third of a worker's memory; `manage.py up`, migrate and `make check` run them.
os.environ.setdefault("CELERY_SKIP_CHECKS", "1")

app = Celery("conductatlas")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
