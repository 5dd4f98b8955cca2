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


class OrganizationForm(forms.ModelForm):
    """Name, time zone and the hour of the digest."""

    digest_hour = forms.TypedChoiceField(
        label="Hour of the digest", coerce=int, choices=[(hour, f"{hour:02}:00") for hour in range(24)]
    )

    class Meta:
        model = Organization
        fields: tuple[str, ...] = ("name", "time_zone", "digest_weekday", "digest_hour")
        labels = {"time_zone": "Time zone", "digest_weekday": "Day of the digest"}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        zones = sorted(available_timezones())
        self.fields["time_zone"].widget = forms.Select(
            choices=[(zone, zone.replace("_", " ")) for zone in zones]
        )


class TellingForm(OrganizationForm):
    """Only when to be told; the page offers the browser's own time zone."""

    class Meta(OrganizationForm.Meta):
        fields: tuple[str, ...] = ("time_zone", "digest_weekday", "digest_hour")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget.attrs["data-own-zone"] = ""
