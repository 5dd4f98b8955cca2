"""The three people of every test: an owner, a member of the same organization, and a stranger with one of their own.

Import the fixtures into a conftest.py: `from tests.people import *  # noqa: F403`.
"""

import pytest
from django.test import Client

from billing.members import create_personal_organization
from billing.models import Membership, Organization, Role, User

__all__ = ["client_of", "member", "organization", "owner", "stranger", "strangers_organization"]


@pytest.fixture
def owner(db: None) -> User:
    """Ann, who signed up and so has an organization."""
    return _signed_up("ann@example.org", "Ann")


@pytest.fixture
def organization(owner: User) -> Organization:
    """Ann's organization, on the Free plan."""
    return owner.organizations.get()


@pytest.fixture
def member(organization: Organization) -> User:
    """Ben, who works in Ann's organization and owns nothing."""
    user = User.objects.create_user("ben@example.org", name="Ben")
    Membership.objects.create(organization=organization, user=user, role=Role.MEMBER)
    return user


@pytest.fixture
def stranger(db: None) -> User:
    """Charlie, who has an account and must see nothing of Ann's."""
    return _signed_up("charlie@example.com", "Charlie")


@pytest.fixture
def strangers_organization(stranger: User) -> Organization:
    """Charlie's organization, on the Free plan."""
    return stranger.organizations.get()


def client_of(user: User) -> Client:
    """A browser in which the person is logged in."""
    client = Client()
    client.force_login(user)
    return client


def _signed_up(email: str, name: str) -> User:
    user = User.objects.create_user(email, name=name)
    create_personal_organization(user)
    return user
