"""A system check of the log: a server that others rely on must be able to sign it."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning


@register(Tags.security, deploy=True)
def check_signing_key(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """platforms.W001: without a key, no head of the log is published."""
    if settings.LOG_SIGNING_KEY:
        return []
    return [
        CheckWarning(
            "LOG_SIGNING_KEY is not set: the heads of the log are not signed, so nobody can check it.",
            hint="Set it to 32 random bytes in base64: openssl rand -base64 32",
            id="platforms.W001",
        )
    ]
