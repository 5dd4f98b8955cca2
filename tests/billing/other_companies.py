"""Google and GitHub as their log-ins answer a site: a transport under the real client, with the person to be known."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


@dataclass
class Person:
    """Who presses "allow" at the other company."""

    email: str = "dora@example.org"
    verified: bool = True
    number: str = "4711"
    asked: list[str] = field(default_factory=list)

    def answer(self, url: str) -> dict[str, Any] | list[dict[str, Any]]:
        """What the company says, address by address; an unknown address is the test's mistake."""
        self.asked.append(url)
        address = {"email": self.email, "verified": self.verified, "primary": True}
        return {
            "https://github.com/login/oauth/access_token": {"access_token": "t", "token_type": "bearer"},
            "https://api.github.com/user": {"id": int(self.number), "login": "dora", "name": "Dora"},
            "https://api.github.com/user/emails": [address],
            "https://oauth2.googleapis.com/token": {"access_token": "t", "id_token": self._id_token()},
        }[url]

    def _id_token(self) -> str:
        told = {
            "iss": "https://accounts.google.com", "aud": "the-tests-at-google", "sub": self.number,
            "email": self.email, "email_verified": self.verified, "name": "Dora",
            "exp": datetime.now(UTC) + timedelta(minutes=5),
        }  # fmt: skip
        return jwt.encode(told, "any key: read over TLS from the company itself, it is not checked", "HS256")


class _Wire(requests.adapters.BaseAdapter):
    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        response = requests.Response()
        response.status_code, response.request, response.url = 200, request, str(request.url)
        response.headers["content-type"] = "application/json"
        response._content = json.dumps(person.answer(str(request.url).partition("?")[0])).encode()
        return response

    def close(self) -> None:
        """Nothing is open."""


class Adapter(DefaultSocialAccountAdapter):
    """The library's own, whose requests end at the person above."""

    def get_requests_session(self) -> requests.Session:
        session = requests.Session()
        session.mount("https://", _Wire())
        return session


person = Person()


def come_in_with(company: str, client: Client, who: Person) -> HttpResponse:
    """Press the button, allow it at the company, and come back."""
    global person  # noqa: PLW0603  the adapter is made by the library, without arguments
    person = who
    away = client.post(reverse(f"{company}_login"))
    asked = parse_qs(urlsplit(away.headers["Location"]).query)
    assert asked["client_id"] == [f"the-tests-at-{company}"]
    return client.get(reverse(f"{company}_callback"), {"code": "c", "state": asked["state"][0]})
