"""The page behind "stop these mails": works without a log-in, and by a mailbox provider's one click (RFC 8058)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from monitoring.mail.preferences import BadSignature, membership_of_token, resume_mail, stop_mail, wants


# Exempt, because a provider posts from elsewhere without a cookie; the signed address is the right to do it.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST stops the mails, and POST with `wish=resume` sends them again."""
    try:
        membership, kind = membership_of_token(token)
    except BadSignature as error:
        raise Http404("This link was not made by us, or part of it is missing.") from error
    if membership and request.method == "POST":
        (resume_mail if request.POST.get("wish") == "resume" else stop_mail)(membership, kind)
    context = {
        "membership": membership,
        "kind": kind,
        "wanted": membership is not None and wants(membership, kind),
        "done": request.method == "POST",
    }
    return render(request, "monitoring/unsubscribe.html", context)
