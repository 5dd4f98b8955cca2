"""The project: settings, addresses, and the pages that join apps."""

from conductatlas.celery import app as celery_app

__all__ = ["celery_app"]
