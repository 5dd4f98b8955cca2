"""The log for its readers: what it is, what it holds, and how to check it in three commands."""

import base64
import hashlib
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from platforms.log.heads import latest_head
from platforms.log.proofs import entries, subject_of
from platforms.models import LogHead, LogKey

_CHECKER = settings.BASE_DIR / "conductatlas/checker"
_SHOWN = 12


def log(request: HttpRequest) -> HttpResponse:
    """The log in words, its last head, its keys, and what came last."""
    keys = [
        (key, hashlib.sha256(base64.b64decode(key.public_key)).hexdigest()) for key in LogKey.objects.all()
    ]
    context = {
        "head": latest_head(),
        "heads": LogHead.objects.all()[:_SHOWN],
        "keys": keys,
        "entries": [(entry, subject_of(entry)) for entry in entries().order_by("-index")[:_SHOWN]],
        "name": settings.LOG_NAME,
    }
    return render(request, "pages/log.html", context)


def checkpoint(request: HttpRequest) -> HttpResponse:
    """The last signed head alone, a checkpoint as C2SP's tools read it; 404 while there is none."""
    head = latest_head()
    if head is None:
        raise Http404("No head of the log has been signed yet.")
    return HttpResponse(head.note, content_type="text/plain; charset=utf-8")


def verify_program(request: HttpRequest) -> HttpResponse:
    """verify.py, to read and to run."""
    return _program(_CHECKER / "verify.py")


def check_log_program(request: HttpRequest) -> HttpResponse:
    """check_log.py, to read and to run."""
    return _program(_CHECKER / "check_log.py")


def _program(path: Path) -> HttpResponse:
    return HttpResponse(
        path.read_bytes(),
        content_type="text/x-python; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{path.name}"'},
    )
