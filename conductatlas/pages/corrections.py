"""Corrections in public, and the form by which anybody reports an error from any page."""

from django import forms
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from billing.middleware import address_of
from conductatlas.pages.finding import page_of
from platforms.corrections import published_corrections, report_error
from platforms.models import ErrorReport

_PER_PAGE = 25
_REPORTS_PER_HOUR = 10
_HOUR = 3600


class ReportForm(forms.Form):
    """What is wrong, where; only the page is needed."""

    page = forms.CharField(max_length=500, widget=forms.HiddenInput)
    about = forms.ChoiceField(
        label="What is wrong?",
        choices=ErrorReport.About,
        initial=ErrorReport.About.EXPLANATION,
        widget=forms.RadioSelect,
    )
    quote = forms.CharField(
        label="The passage you mean, if there is one",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    message = forms.CharField(
        label="In your words, if you like",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    email = forms.EmailField(
        label="Your e-mail address, if you want an answer",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_page(self) -> str:
        """A page of ours, by its path."""
        page: str = self.cleaned_data["page"]
        if not page.startswith("/") or not url_has_allowed_host_and_scheme(page, allowed_hosts=None):
            raise forms.ValidationError("This is no page of ours. Go to the page and follow its link again.")
        return page


def corrections(request: HttpRequest) -> HttpResponse:
    """Everything we corrected, newest first, each with its entry in the log."""
    return render(
        request, "pages/corrections.html", {"page": page_of(request, published_corrections(), _PER_PAGE)}
    )


def report(request: HttpRequest) -> HttpResponse:
    """The second of two clicks: the page and the passage are filled in. Nobody needs an account."""
    if request.method != "POST":
        page = request.GET.get("page", "/")[:500]
        form = ReportForm(initial={"page": page, "quote": request.GET.get("quote", "")[:2000]})
        return render(request, "pages/report_error.html", {"form": form, "page": page})
    form = ReportForm(request.POST)
    if not form.is_valid():
        page = request.POST.get("page", "")[:500]
        return render(request, "pages/report_error.html", {"form": form, "page": page}, status=400)
    if _too_many(request):
        return render(request, "pages/report_too_often.html", status=429)
    told = form.cleaned_data
    report_error(**told, now=timezone.now())
    messages.success(request, "Thank you. An editor will read what you sent.")
    return redirect(told["page"])


def _too_many(request: HttpRequest) -> bool:
    """Whether this address has reported as much as one may in an hour; counts this one."""
    key = f"reports:{address_of(request)}"
    if cache.add(key, 1, _HOUR):
        return False
    try:
        return int(cache.incr(key)) > _REPORTS_PER_HOUR
    except ValueError:  # its hour was over in between
        return False
