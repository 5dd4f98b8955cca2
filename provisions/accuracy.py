"""How right we are, counted while we run: quotes found again in the archive, and what became of the steps between versions."""

from dataclasses import dataclass
from typing import cast

from django.core.cache import cache
from django.db.models import Count, F
from django.db.models.functions import Substr

from provisions.figures import standing
from provisions.models import Change, Provision

_SAMPLE = 200
_KEPT_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Of so many quotes, how many were found byte for byte at their place in the archived text."""

    checked: int
    found: int


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps from one version to the next: told as changes, recorded quietly, and returns to an earlier text."""

    told: int
    quiet: int
    returns: int

    @property
    def all(self) -> int:
        """Every step."""
        return self.told + self.quiet + self.returns


def check_quotes() -> QuoteCheck:
    """Looks up the latest quotes in the archived texts themselves, at most once an hour."""
    return cast("QuoteCheck", cache.get_or_set("quotes-checked", _check, _KEPT_SECONDS))


def _check() -> QuoteCheck:
    latest = list(standing().order_by("-pk").values_list("pk", flat=True)[:_SAMPLE])
    rows = Provision.objects.filter(pk__in=latest)
    found = rows.annotate(there=Substr("version__text", F("start") + 1, F("end") - F("start")))
    return QuoteCheck(len(latest), found.filter(there=F("quote")).count())


def steps_between_versions() -> Steps:
    """What the comparisons made of all steps between versions so far."""
    return cast("Steps", cache.get_or_set("steps-counted", _count_steps, _KEPT_SECONDS))


def _count_steps() -> Steps:
    counted = dict(Change.objects.order_by().values_list("change_class").annotate(n=Count("pk")))
    told = counted.get(Change.Class.SUBSTANTIVE, 0) + counted.get(Change.Class.MINOR, 0)
    quiet = counted.get(Change.Class.DATE_ONLY, 0) + counted.get(Change.Class.MARKUP_ONLY, 0)
    return Steps(told, quiet, counted.get(Change.Class.REVERTED, 0))
