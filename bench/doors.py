#!/usr/bin/env python3
"""Can one tell from the time of an answer whether an address has an account? Asks each door for both kinds in turn.

usage: bench/doors.py [--tries N]

Printed for each door: medians of the thread's CPU time in milliseconds for addresses with and without an account, and how
often a single answer would betray it: 0.50 is a coin's toss, 1.00 is certainty (the probability that an answer about a
known address took longer than one about an unknown address; Mann and Whitney's U over its greatest value). CPU time is
the worst case: over a network, what a mail server and the way add only blurs it. Limits on attempts are off here.
"""

import argparse
import pathlib
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.throw_away import throw_away_site  # noqa: E402  (the checkout is not installed)

DOORS = ("account_login", "account_request_login_code", "account_reset_password", "account_signup")
PASSWORD = "a rather long pass phrase"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--tries", type=int, default=60, help="of each kind at each door (default: %(default)s)"
    )
    arguments = parser.parse_args()
    with throw_away_site():
        run(arguments.tries)


def run(tries: int) -> None:
    """Make the accounts, knock in turn, print."""
    import django
    from django.core.management import call_command
    from django.test.utils import override_settings

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    memory = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(ACCOUNT_RATE_LIMITS=False, EMAIL_BACKEND=memory, ALLOWED_HOSTS=["testserver"]):
        for number in range(tries):
            _make_account(f"known{number}@example.org")
        print(f"{'door':32}{'known ms':>10}{'unknown ms':>12}{'betrayed':>10}")
        for door in DOORS:
            known, unknown = _knock(door, tries)
            row = (statistics.median(known), statistics.median(unknown), _betrayed(known, unknown))
            print(f"{door:32}{row[0]:10.1f}{row[1]:12.1f}{row[2]:10.2f}")


def _make_account(email: str) -> None:
    from allauth.account.models import EmailAddress

    from billing.members import create_personal_organization
    from billing.models import User

    user = User.objects.create_user(email, PASSWORD)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    create_personal_organization(user)


def _knock(door: str, tries: int) -> tuple[list[float], list[float]]:
    known, unknown = [], []
    for number in range(-3, tries):  # the first only warm the way
        pair = (
            _milliseconds(door, f"known{max(number, 0)}@example.org"),
            _milliseconds(door, f"{door}{number + 3}@example.org"),
        )
        if number >= 0:
            known.append(pair[0])
            unknown.append(pair[1])
    return known, unknown


def _milliseconds(door: str, email: str) -> float:
    from django.test import Client
    from django.urls import reverse

    address, client = reverse(door), Client()
    form = {"email": email, "login": email, "password": "a wrong password", "password1": PASSWORD}
    began = time.thread_time()
    answer = client.post(address, form, secure=True)
    spent = (time.thread_time() - began) * 1000
    assert answer.status_code in {200, 302}, answer
    assert "https:" not in answer.headers.get("Location", ""), answer
    return spent


def _betrayed(known: list[float], unknown: list[float]) -> float:
    longer = sum((a > b) + (a == b) / 2 for a in known for b in unknown) / (len(known) * len(unknown))
    return max(longer, 1 - longer)


if __name__ == "__main__":
    main()
