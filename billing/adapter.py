"""Where django-allauth meets us: what a sign-up creates, and where the mail's link leads."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.account.signals import user_signed_up
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse

from billing.members import create_personal_organization
from billing.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up and log-in by e-mail."""

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        """The link carries where the person was going, as the mail may be opened in another browser."""
        address: str = super().get_email_confirmation_url(request, emailconfirmation)
        # Who comes in for the first time and was going nowhere is shown the first steps.
        newcomer = emailconfirmation.email_address.user.last_login is None
        going_to = self._going_to(request) or (
            reverse(settings.ACCOUNT_SIGNUP_REDIRECT_URL) if newcomer else ""
        )
        return f"{address}?{urlencode({REDIRECT_FIELD_NAME: going_to})}" if going_to else address

    def send_account_already_exists_mail(self, email: str) -> None:
        """Only the address's owner learns of it: the answer takes as long as making an account does."""
        with transaction.atomic():
            user = User.objects.create_user(f"{uuid4()}@nobody.invalid", uuid4().hex)
            EmailAddress.objects.create(user=user, email=user.email)
            create_personal_organization(user)
            transaction.set_rollback(True)
        super().send_account_already_exists_mail(email)

    def _going_to(self, request: HttpRequest) -> str:
        wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
        return wanted if self.is_safe_url(wanted) else ""


@receiver(user_signed_up)
def start_personal_organization(user: User, **_: Any) -> None:
    """The one receiver there is, because the caller is not ours."""
    create_personal_organization(user)
