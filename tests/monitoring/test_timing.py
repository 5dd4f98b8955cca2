"""When an alert is due: on its day by every calendar, outside quiet hours where the day allows it, an hour apart."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.timing import APART, GATHERING, LAST_CALL, Calendar, due_time

ZONES = (
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "America/Asuncion",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)
# Around the clock changes of these zones, and the day that Samoa left out.
EVENTFUL = (
    date(2011, 12, 29),
    date(2024, 3, 10),
    date(2024, 3, 31),
    date(2024, 4, 7),
    date(2024, 4, 26),
    date(2024, 10, 6),
    date(2024, 10, 27),
    date(2024, 11, 3),
)
moments = st.one_of(
    st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1)),
    st.builds(
        lambda day, minutes: datetime(day.year, day.month, day.day) + timedelta(minutes=minutes),
        st.sampled_from(EVENTFUL),
        st.integers(-1800, 1800),
    ),
).map(lambda moment: moment.replace(tzinfo=UTC))
hours = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda pair: pair[0] != pair[1]),
)
calendars = st.builds(lambda zone, pair: Calendar(zone, *pair), st.sampled_from(ZONES), hours)


def quiet(moment: datetime, calendar: Calendar) -> bool:
    begins, ends = calendar.quiet_from, calendar.quiet_until
    hour = moment.astimezone(ZoneInfo(calendar.time_zone)).hour
    if begins is None or ends is None:
        return False
    return begins <= hour < ends if begins < ends else hour >= begins or hour < ends


@given(found=moments, calendar=calendars, since=st.one_of(st.none(), st.integers(0, 200)))
def test_it_is_due_on_the_calendar_day_of_its_change_and_not_before_it(
    found: datetime, calendar: Calendar, since: int | None
) -> None:
    after = None if since is None else found - timedelta(minutes=since)
    due = due_time(found, calendar, after=after)
    zone = ZoneInfo(calendar.time_zone)
    assert due >= found
    assert due.astimezone(zone).date() == found.astimezone(zone).date()


@given(found=moments, calendar=calendars)
def test_it_waits_for_others_and_no_longer_unless_the_hours_are_quiet_or_the_day_ends(
    found: datetime, calendar: Calendar
) -> None:
    due = due_time(found, calendar)
    if due > found + GATHERING:
        assert quiet(found + GATHERING, calendar)
        assert not quiet(due, calendar)
    elif due < found + GATHERING:
        zone = ZoneInfo(calendar.time_zone)
        assert (found + GATHERING + LAST_CALL).astimezone(zone).date() > found.astimezone(zone).date()


@given(found=moments, calendar=calendars)
def test_what_is_due_in_quiet_hours_could_not_have_waited_for_their_end(
    found: datetime, calendar: Calendar
) -> None:
    due = due_time(found, calendar)
    if not quiet(due, calendar):
        return
    zone = ZoneInfo(calendar.time_zone)
    later = due
    while quiet(later, calendar):
        later += timedelta(minutes=15)
    assert (later + LAST_CALL).astimezone(zone).date() > found.astimezone(zone).date()


@given(found=moments, zone=st.sampled_from(ZONES), since=st.integers(0, 59))
def test_mails_on_one_platform_are_an_hour_apart_unless_the_day_ends(
    found: datetime, zone: str, since: int
) -> None:
    last = found - timedelta(minutes=since)
    due = due_time(found, Calendar(zone), after=last)
    local = ZoneInfo(zone)
    if due < last + APART:
        assert (last + APART + LAST_CALL).astimezone(local).date() > found.astimezone(local).date()


def local(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))  # type: ignore[arg-type,misc]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_found_at_ten_to_midnight_it_goes_at_once_also_at_the_ends_of_the_world(zone: str) -> None:
    found = local(zone, 2026, 3, 4, 23, 50)
    assert due_time(found, Calendar(zone, 22, 7)) == found


def test_found_at_night_it_waits_for_the_morning_of_that_day() -> None:
    found = local("Europe/Berlin", 2026, 3, 4, 2, 30)
    assert due_time(found, Calendar("Europe/Berlin", 22, 7)) == local("Europe/Berlin", 2026, 3, 4, 7)


def test_found_in_an_evening_that_is_quiet_until_the_morning_it_goes_the_same_evening() -> None:
    found = local("Europe/Berlin", 2026, 3, 4, 22, 15)
    assert due_time(found, Calendar("Europe/Berlin", 22, 7)) == found + GATHERING


def test_an_hour_that_the_clocks_skip_ends_when_they_do() -> None:
    found = local("Europe/Berlin", 2026, 3, 29, 1, 30)
    due = due_time(found, Calendar("Europe/Berlin", 0, 2))
    assert due == datetime(2026, 3, 29, 1, tzinfo=UTC)
