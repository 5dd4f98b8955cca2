#!/usr/bin/env python3
"""Time every kind of public page at full size, in process: median and p95 of the server's time, queries and bytes.

usage: bench/pages.py [--provisions N] [--requests N] [--only NAME] [--plans]

Throw-away servers are filled with 500 platforms, 2,000 documents, 20,000 versions and 100,000 provisions. Each kind of page
is then asked for different objects, after a few requests that only warm it. Numbers over the limits of the product (50 ms
at the median, 12 queries, a provision page of 60 kB) are marked. CPU time is the median of this
process, which a busy machine does not stretch as it does the clock; the database's is not in it. Bytes are those of the
page, and as they are sent (gzip).

Last, how many requests a second one process answers on the main pages, through its WSGI door, beside a bare page: the same
framework with no middleware, no template and no database.
"""

import argparse
import gzip
import itertools
import pathlib
import random
import statistics
import sys
import time
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.throw_away import throw_away_site  # noqa: E402  (the checkout is not installed)

MOST_MILLISECONDS, MOST_QUERIES = 50.0, 12
MOST_BYTES = {"provision": 60_000}
MAIN_PAGES = ("home", "platform", "provision", "change", "registry", "search, words")
SECONDS = 5.0  # of requests to each of them
WARM_UP = 3
WORDS = ("train models", "arbitration", "sell your data", "delete account", "refund", "fees", "data", "notice days",
         "location", "children", "advertising partners", "court", "cookies", "licence content", "retention")  # fmt: skip
COMMON, RARE = ("data", "use", "account", "pay"), ("clawback", "subpoena", "biometric", "sublicensable")
ERRORS = ("arbitraton", "privcy", "refnds", "advertisng", "acount", "cookeis", "lisence", "retenton")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--provisions", type=int, default=100_000, help="about so many (default: %(default)s)"
    )
    parser.add_argument("--requests", type=int, default=15, help="of each kind (default: %(default)s)")
    parser.add_argument("--only", default="", help="kinds of page whose name has this in it")
    parser.add_argument(
        "--plans", action="store_true", help="print the slowest queries of what is over the limit"
    )
    arguments = parser.parse_args()
    with throw_away_site():
        run(arguments)


def run(arguments: argparse.Namespace) -> None:
    """Fill, warm, time, print."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from bench.filling import fill

    began = time.monotonic()
    fill(platforms=500, documents=2_000, versions=20_000, provisions=arguments.provisions)
    print(f"Filled in {time.monotonic() - began:.0f} s: {', '.join(sizes())}.\n")
    print(f"{'page':32} {'queries':>8} {'median ms':>9} {'p95 ms':>8} {'CPU ms':>7} {'bytes':>9} {'sent':>9}")
    pages = {name: address for name, address in addresses().items() if arguments.only in name}
    over = [name for name, address in pages.items() if not within_limits(name, address, arguments)]
    print(
        f"\nOver {MOST_MILLISECONDS:.0f} ms, {MOST_QUERIES} queries or their size: {', '.join(over) or 'none'}"
    )
    tell_rates({name: pages[name] for name in MAIN_PAGES if name in pages})


def sizes() -> list[str]:
    from platforms.models import Document, Platform, Version
    from provisions.models import Change, Provision

    models = (Platform, Document, Version, Provision, Change)
    return [f"{model.objects.count():,} {model._meta.verbose_name_plural}" for model in models]


def within_limits(name: str, address: Callable[[], str], arguments: argparse.Namespace) -> bool:
    """Times one kind of page and prints its line."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="conductatlas.example", headers={"host": "conductatlas.example"})
    callers = itertools.count(1)

    def somebody() -> dict[str, str]:  # the API counts how often one asks
        return {"x-forwarded-for": f"10.{hash(name) % 250}.0.{next(callers)}"}

    took, worked, queries, slow, size, sent = [], [], 0, [], 0, 0
    for number in range(WARM_UP + arguments.requests):
        there = address()
        began, cpu = time.perf_counter(), time.process_time()
        response = client.get(there, secure=True, headers=somebody())
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
        assert response.status_code == 200, (there, response.status_code)
        if number >= WARM_UP:
            took.append(seconds * 1000)
            worked.append(cpu * 1000)
            size = max(size, len(response.content))
            sent = max(sent, len(gzip.compress(response.content, 6)))
    for _ in range(3):  # apart, because counting queries slows them
        with CaptureQueriesContext(connection) as captured:
            client.get(address(), secure=True, headers=somebody())
        asked = [
            query
            for query in captured
            if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
        ]
        queries = max(queries, len(asked))
        slow += asked
    median, p95 = statistics.median(took), sorted(took)[int(0.95 * (len(took) - 1))]
    good = median <= MOST_MILLISECONDS and queries <= MOST_QUERIES and size < MOST_BYTES.get(name, size + 1)
    print(
        f"{name:32} {queries:8} {median:9.1f} {p95:8.1f} {statistics.median(worked):7.1f} {size:9,} {sent:9,}{'' if good else '  over'}",
        flush=True,
    )
    if arguments.plans and not good:
        for query in sorted(slow, key=lambda one: -float(one["time"]))[:4]:
            print(f"    {float(query['time']) * 1000:.0f} ms {query['sql'][:600]}")
    return good


def tell_rates(pages: dict[str, Callable[[], str]]) -> None:
    """Prints how many requests a second one process answers on each page, beside a bare one."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.http import HttpResponse
    from django.test import override_settings
    from django.urls import path

    bare_site = (path("bare/", lambda _: HttpResponse("A bare page.")),)
    with override_settings(ROOT_URLCONF=bare_site, MIDDLEWARE=[]):
        bare = requests_a_second(WSGIHandler(), lambda: "/bare/")
    print(f"\n{'requests a second':32} {bare:8.0f}  of the bare page")
    handler = WSGIHandler()
    for name, address in pages.items():
        rate = requests_a_second(handler, address)
        print(f"{name:32} {rate:8.0f}  one for {bare / rate:.0f} of the bare", flush=True)


def requests_a_second(handler: Callable, address: Callable[[], str]) -> float:
    """Of one after the other, each through the door that a server uses."""
    from django.test import RequestFactory

    asked = RequestFactory(headers={"host": "conductatlas.example"})
    answered, began = 0, time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        response = handler(asked.get(address(), secure=True).environ, begin_response)
        assert response.status_code == 200, response.status_code
        b"".join(response)
        response.close()
        answered += 1
    return answered / (time.perf_counter() - began)


def begin_response(status: str, headers: list) -> None:
    """Where a server would write the head of the answer."""


def addresses() -> dict[str, Callable[[], str]]:
    """For each kind of page, a function that gives the address of another one each time."""
    from django.urls import reverse

    from platforms.models import Document, Platform
    from provisions.analysis.clause_types import CLAUSE_TYPES
    from provisions.models import Change, Provision

    chance = random.Random(7)

    def some(rows, count: int = 60) -> list:
        keys = list(rows.values_list("pk", flat=True))
        return list(rows.filter(pk__in=chance.sample(keys, min(count, len(keys)))))

    platforms = some(Platform.objects.all())
    documents = some(Document.objects.select_related("platform"))
    provisions = some(Provision.objects.select_related("document__platform"))
    changes = some(Change.objects.select_related("document__platform"))

    def of(rows: list) -> Callable[[], str]:
        return lambda: chance.choice(rows).get_absolute_url()

    def in_document(name: str, *rest: int) -> Callable[[], str]:
        def address() -> str:
            document = chance.choice(documents)
            return reverse(name, args=[document.platform.slug, document.slug, *rest])

        return address

    def asking(name: str, *queries: str) -> Callable[[], str]:
        return lambda: reverse(name) + chance.choice(queries).replace(" ", "+")

    def several(count: int) -> list[str]:
        return sorted(platform.slug for platform in chance.sample(platforms, count))

    types = [kind.slug for kind in CLAUSE_TYPES]
    found = {
        "home": asking("home", ""),
        "platforms": asking("platforms", "", "?page=3", "?letter=B"),
        "platforms, searched": asking("platforms", "?q=letterbrn", "?q=mint", "?q=quennet"),
        "platform": of(platforms),
        "timeline": lambda: reverse("timeline", args=[chance.choice(platforms).slug]),
        "document": of(documents),
        "versions": in_document("versions"),
        "version, latest": in_document("version", 4),
        "version, older": in_document("version", 2),
        "diff": in_document("diff", 2, 3),
        "diff, everything": lambda: in_document("diff", 2, 3)() + "?show=all",
        "provision": of(provisions),
        "clause type": lambda: reverse("clause_type", args=[chance.choice(types)]),
        "compare, picker": asking("compare", "", "?q=mint&type=refunds", "?sector=AI"),
        "compare, type": lambda: reverse("compare_type", args=[chance.choice(types)]) + "?p=" + ",".join(several(4)),
        "compare, pair": lambda: reverse("compare_pair", args=several(2)),
        "registry": asking("provisions", "", "?page=2", "?page=40"),
        "registry, last pages": asking("provisions", "?page=3000", "?page=9999"),
        "registry, by type": lambda: reverse("provisions") + f"?type={chance.choice(types)}",
        "registry, by facets": asking("provisions", "?severity=high&direction=against_user", "?sector=AI&severity=high",
                                      "?severity=low", "?sector=Games", "?direction=neutral"),
        "registry, by platform": lambda: reverse("provisions") + f"?platform={chance.choice(platforms).slug}",
        "registry, far inside": asking("provisions", "?page=1800", "?page=1200"),
        "registry, by all facets": lambda: reverse("provisions")
        + f"?type={chance.choice(types)}&severity=high&direction=against_user&sector=Social",
        "registry, facet, last page": asking("provisions", "?severity=medium&page=9999", "?sector=AI&page=9999"),
        "registry, words": asking("provisions", *(f"?q={words}" for words in WORDS)),
        "registry, common word": asking("provisions", *(f"?q={words}" for words in COMMON)),
        "registry, words, last page": asking("provisions", *(f"?page=9999&q={words}" for words in WORDS)),
        "registry, words and facets": asking("provisions", *(f"?severity=high&q={words}" for words in WORDS)),
        "registry, typing error": asking("provisions", *(f"?q={words}" for words in ERRORS)),
        "search, words": asking("search", *(f"?q={words}" for words in WORDS)),
        "search, common word": asking("search", *(f"?q={words}" for words in COMMON)),
        "search, rare word": asking("search", *(f"?q={words}" for words in RARE)),
        "search, platform": lambda: reverse("search") + f"?q={chance.choice(platforms).name.replace(' ', '+')}",
        "search, typing error": asking("search", *(f"?q={words}" for words in ERRORS)),
        "changes": asking("changes", "", "?page=9", "?cosmetic=1"),
        "changes, filtered": asking("changes", "?type=ai_training", "?sector=AI", "?severity=high&type=refunds"),
        "change": of(changes),
        "status": asking("status", "", "?page=9", "?state=stale"),
        "feed": asking("feed", ""),
        "feed of a platform": lambda: reverse("platform_feed", args=[chance.choice(platforms).slug]),
        "feed of a document": in_document("document_feed"),
        "feed of a clause type": lambda: reverse("type_feed", args=[chance.choice(types)]),
        "sitemaps": asking("sitemaps", ""),
        "sitemap": lambda: chance.choice(("/sitemap-provisions.xml?p=90", "/sitemap-changes.xml", "/sitemap-documents.xml")),
        "API, platforms": asking("api:platforms", "", "?sector=AI"),
        "API, platform": lambda: reverse("api:platform", args=[chance.choice(platforms).slug]),
        "API, document": in_document("api:document"),
        "API, versions": in_document("api:versions"),
        "API, version": in_document("api:version", 3),
        "API, diff": in_document("api:diff", 2, 3),
        "API, provisions": asking("api:provisions", ""),
        "API, provisions by facets": lambda: reverse("api:provisions") + f"?type={chance.choice(types)}&severity=high",
        "API, provisions of one": lambda: reverse("api:provisions") + f"?platform={chance.choice(platforms).slug}",
        "API, a document's provisions": in_document("api:document_provisions"),
        "API, changes": asking("api:changes", "", "?class=date_only", "?cosmetic=1"),
        "API, change": lambda: reverse("api:change", args=[chance.choice(changes).pk]),
    }  # fmt: skip
    for name in ("methodology", "pricing", "about", "faq", "corrections", "robots", "healthz"):
        found[name] = asking(name, "")
    return found


if __name__ == "__main__":
    main()
