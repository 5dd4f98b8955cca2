"""The billing app."""

from django.apps import AppConfig


class BillingConfig(AppConfig):
    """Connects the one receiver there is (allauth's sign-up) and the system checks."""

    name = "billing"

    def ready(self) -> None:
        from billing import adapter, checks  # noqa: F401  (models must be loaded before these are imported)
