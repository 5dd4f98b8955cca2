"""The platforms app."""

from django.apps import AppConfig


class PlatformsConfig(AppConfig):
    """Connects the system check of the log."""

    name = "platforms"

    def ready(self) -> None:
        from platforms import checks  # noqa: F401  (registers itself)
