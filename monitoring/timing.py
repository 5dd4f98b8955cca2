"""When an alert by mail is due: soon, together with its neighbours, not at night, and never on another day.

All by the organization's own calendar. The rules, from the strongest: it goes on the calendar day on which the change was
found; quiet hours hold it back within that day; several changes of one platform are one mail, so the first waits a little
for others, and what comes after a mail waits until an hour from it is over.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# So long the first waits for others; the rest of the fifteen minutes that are promised is for sending.
GATHERING = timedelta(minutes=5)
# At most one mail an hour about one platform.
APART = timedelta(hours=1)
# What would be due later than this before midnight is due then, so that it still goes out on its day.
LAST_CALL = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Calendar:
    """By whose clock days and quiet hours are counted. Without quiet hours both ends are None."""

    time_zone: str
    quiet_from: int | None = None
    quiet_until: int | None = None


def due_time(found: datetime, calendar: Calendar, *, after: datetime | None = None) -> datetime:
    """The moment (UTC) at which a mail about a change found then is due; `after` is the last mail on its platform.

    Never before it was found and never on another calendar day.
    """
    # Two moments of one zone would be compared and counted by its clock, which jumps.
    found = found.astimezone(UTC)
    zone = ZoneInfo(calendar.time_zone)
    today = found.astimezone(zone).date()
    due = found + GATHERING
    if after is not None:
        due = max(due, after.astimezone(UTC) + APART)
    awake = _waking(due, calendar, zone)
    last = _at(today + timedelta(days=1), 0, zone) - LAST_CALL
    # Quiet hours that reach into the next day hold nothing back.
    chosen = awake if awake <= last else due
    return max(found, min(chosen, last))


def _waking(moment: datetime, calendar: Calendar, zone: ZoneInfo) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into."""
    begins, ends = calendar.quiet_from, calendar.quiet_until
    if begins is None or ends is None:
        return moment
    local = moment.astimezone(zone)
    day = local.date()
    if begins < ends:
        quiet = begins <= local.hour < ends
    else:
        quiet = local.hour >= begins or local.hour < ends
        day += timedelta(days=1 if local.hour >= begins else 0)
    return max(moment, _at(day, ends, zone)) if quiet else moment


def _at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """The hour of the day; where the clocks skip it, the moment they do, and where it comes twice, the first time."""
    return datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC)
