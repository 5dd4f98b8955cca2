"""The page on which staff sees whether what we owe is told, and how soon."""

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from monitoring.telling_figures import PROMISED, SPAN, oldest_owed, owed_now, promise_kept, rates_by_kind


@never_cache
@require_safe
@staff_member_required(login_url="account_login")
def telling(request: HttpRequest) -> HttpResponse:
    """What is owed now, what fails, and the promise."""
    now = timezone.now()
    waits = oldest_owed(now)
    context = {
        "owed": owed_now(now),
        "oldest_minutes": None if waits is None else int(waits.total_seconds() // 60),
        "promise": promise_kept(now),
        "promised_minutes": int(PROMISED.total_seconds() // 60),
        "days": SPAN.days,
        "rates": rates_by_kind(now),
        "now": now,
    }
    return render(request, "monitoring/telling.html", context)
