"""The monitoring app."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "monitoring"

    def ready(self) -> None:
        """Listen to what mail providers report."""
        from anymail.signals import tracking

        from monitoring.mail.reports import record_report

        tracking.connect(record_report)
