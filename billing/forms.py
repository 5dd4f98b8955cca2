"""What the billing page's forms may say."""

from uuid import uuid4
from zoneinfo import available_timezones

from django import forms
from django.http import HttpRequest

from billing.buying import MOST_SEATS, CannotBuy, Order
from billing.models import Organization
from billing.plans import PAID, Interval, interval_of, plan_of


class OrderForm(forms.Form):
    """A plan, how often it is paid, seats, and the number of the form itself."""

    plan = forms.ChoiceField(choices=[(plan.slug, plan.name) for plan in PAID])
    interval = forms.ChoiceField(choices=[(interval.value, interval.label) for interval in Interval])
    seats = forms.IntegerField(min_value=1, max_value=MOST_SEATS, required=False)
    attempt = forms.UUIDField(required=False)
    # The moment that a previewed proration was reckoned for, in seconds since 1970.
    at = forms.IntegerField(min_value=0, max_value=2**40, required=False)


def order_of(request: HttpRequest) -> tuple[Order, int]:
    """The order in the request, and the moment of its preview (0: none). Raises CannotBuy for what is no order."""
    form = OrderForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        raise CannotBuy("Choose a plan and how often to pay, and at most a thousand seats.")
    told = form.cleaned_data
    order = Order(
        plan=plan_of(told["plan"]),
        interval=interval_of(told["interval"]),
        seats=told["seats"] or 1,
        attempt=str(told["attempt"] or uuid4()),
    )
    return order, told["at"] or 0


_HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


def _quiet_hour(label: str, help_text: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, help_text=help_text, coerce=int, empty_value=None, required=False,
        choices=[("", "No quiet hours"), *_HOURS],
    )  # fmt: skip


class OrganizationForm(forms.ModelForm):
    """Name, time zone, the hour of the digest and the hours without alerts."""

    digest_hour = forms.TypedChoiceField(label="Hour of the digest", coerce=int, choices=_HOURS)
    quiet_from = _quiet_hour("No alerts by mail from")
    quiet_until = _quiet_hour(
        "No alerts by mail until",
        "Quiet hours hold an alert back within its day, never past it: what is found late in the evening goes at once. "
        "Channels are told at once.",
    )

    class Meta:
        model = Organization
        fields: tuple[str, ...] = (
            "name",
            "time_zone",
            "digest_weekday",
            "digest_hour",
            "quiet_from",
            "quiet_until",
        )
        labels = {"time_zone": "Time zone", "digest_weekday": "Day of the digest"}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        zones = sorted(available_timezones())
        self.fields["time_zone"].widget = forms.Select(
            choices=[(zone, zone.replace("_", " ")) for zone in zones]
        )

    def clean(self) -> dict[str, object]:
        """Both ends of the quiet hours or none, and not the same."""
        told: dict[str, object] = super().clean() or {}
        begins, ends = told.get("quiet_from"), told.get("quiet_until")
        if (begins is None) != (ends is None):
            self.add_error("quiet_until", "Choose both ends of the quiet hours, or none.")
        elif begins is not None and begins == ends:
            self.add_error("quiet_until", "Quiet hours must end at another hour than they begin.")
        return told


class TellingForm(OrganizationForm):
    """Only when to be told; the page offers the browser's own time zone."""

    quiet_from = None  # type: ignore[assignment]
    quiet_until = None  # type: ignore[assignment]

    class Meta(OrganizationForm.Meta):
        fields: tuple[str, ...] = ("time_zone", "digest_weekday", "digest_hour")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget.attrs["data-own-zone"] = ""
