"""The development inbox at /mail/: what was sent, newest first. Not there where mail goes to a real server."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp, csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin

from monitoring.mail.files import WrittenMail, written_mail, written_mails

_SHOWN = 100


def _in_development(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if settings.EMAIL_HOST or not settings.DEVELOPMENT:
            raise Http404("Mail is shown here in development only.")
        return view(request, *args, **kwargs)

    return guarded


@_in_development
def inbox_mail(request: HttpRequest) -> HttpResponse:
    """The mails sent, newest first."""
    mails = written_mails(Path(settings.EMAIL_FILE_PATH), _SHOWN)
    return render(request, "monitoring/mail.html", {"mails": mails, "shown": _SHOWN})


@csp_update({"frame-src": [SELF]})
@_in_development
def inbox_message(request: HttpRequest, key: str) -> HttpResponse:
    """One mail: headers, text, and the HTML part in a frame of its own."""
    return render(request, "monitoring/mail_message.html", {"mail": _find(key)})


# The mail brings styles and text of other people's pages: it may show itself and do nothing else.
@csp({"sandbox": [True], "default-src": [NONE], "style-src": [UNSAFE_INLINE], "frame-ancestors": [SELF]})
@xframe_options_sameorigin
@_in_development
def inbox_message_html(request: HttpRequest, key: str) -> HttpResponse:
    """The HTML part alone, for the frame."""
    html = _find(key).html
    if not html:
        raise Http404("This mail has no HTML part.")
    return HttpResponse(html)


def _find(key: str) -> WrittenMail:
    mail = written_mail(Path(settings.EMAIL_FILE_PATH), key)
    if mail is None:
        raise Http404("There is no such mail.")
    return mail
