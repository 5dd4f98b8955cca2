"""Asking the optional language model for better words, after the pipeline has committed and never in its way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from monitoring.errors import Failure, FetchError
from monitoring.fetching.answers import Limits
from monitoring.fetching.http import open_client, post
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.annotator import AnswerRefused, Ask, Draft, Ground, improve_draft
from provisions.models import Provision, Wording
from provisions.wordings import quote_sha256, record_refusal, record_wording

# A model that was away for longer than this missed its turn; `manage.py reword` asks for what is older.
_RECENT = timedelta(days=3)
_ANSWER_BYTES = 200_000


def reword_recent(clock: Callable[[], datetime], *, until: datetime) -> int:
    """Ask for provisions introduced or reworded of late; returns how many got better words."""
    now = clock()
    recent = Provision.objects.filter(removed_at=None, changed_at__gte=now - _RECENT, changed_at__lte=now)
    return reword(recent.order_by("-severity_points", "id"), clock, until=until)


def reword(
    provisions: QuerySet[Provision], clock: Callable[[], datetime], *, until: datetime | None = None
) -> int:
    """Ask the model about each provision that it was not asked about in these words; returns how many were reworded.

    A refused answer is recorded and not asked for again. When the model does not answer at all, the drafts stand and
    the rest waits for the next call.
    """
    if not settings.MODEL_URL:
        return 0
    reworded = 0
    with open_model() as ask:
        asked = Prefetch("wordings", Wording.objects.filter(author=Wording.Author.MODEL), to_attr="by_model")
        rows = provisions.select_related("document__platform").prefetch_related(asked)
        for provision in rows.iterator(chunk_size=100):
            if until is not None and clock() >= until:
                break
            if quote_sha256(provision) in {wording.quote_sha256 for wording in provision.by_model}:
                continue
            try:
                better = improve_draft(_ground(provision), ask, model=settings.MODEL_NAME)
            except AnswerRefused as refusal:
                record_refusal(provision, settings.MODEL_NAME, str(refusal), clock())
            except FetchError:
                break
            else:
                texts = {part: getattr(better, part) for part in Draft.__slots__}
                record_wording(provision, texts, Wording.Author.MODEL, settings.MODEL_NAME, clock())
                reworded += 1
    return reworded


@contextmanager
def open_model() -> Iterator[Ask]:
    """The door to the model that settings name; the operator's own address may be a private one."""
    limits = Limits(seconds=settings.MODEL_SECONDS, read=settings.MODEL_SECONDS, body_bytes=_ANSWER_BYTES)
    headers = {"content-type": "application/json"}
    if settings.MODEL_KEY:
        headers["authorization"] = f"Bearer {settings.MODEL_KEY}"
    with open_client(user_agent=settings.USER_AGENT, allow_private=True) as client:

        def ask(request: bytes) -> bytes:
            url = f"{settings.MODEL_URL}/chat/completions"
            answer = post(client, url, request, headers, limits=limits)
            if answer.status != 200:
                raise FetchError(
                    Failure.HTTP_ERROR, f"The model answered {answer.status}.", status=answer.status
                )
            return answer.body

        yield ask


def _ground(provision: Provision) -> Ground:
    draft = Draft(provision.says, provision.why_it_matters, provision.means_for_you)
    label = TYPES_BY_SLUG[provision.type].label
    return Ground(provision.document.platform.name, provision.quote, label, draft)
