"""A watch that was stopped, kept for a while in a sealed line that its organization can hand back."""

from datetime import datetime, timedelta

from django.core import signing

from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.models import Watch
from monitoring.watches.interests import Interest, Kind
from monitoring.watches.watching import WatchRefused, Wishes, start_watch

_SALT = "monitoring.stopped-watch"
_KEPT = timedelta(hours=1)


def sealed(watch: Watch) -> str:
    """All there is to know of a watch, signed; nobody but its organization can make anything of it."""
    wishes = Wishes.of(watch)
    snoozed = wishes.snoozed_until
    told = {
        "organization": watch.organization_id,
        "kind": watch.kind,
        "title": watch.title,
        "subject": {
            "platform_id": watch.platform_id,
            "document_id": watch.document_id,
            "provision_id": watch.provision_id,
            "clause_type": watch.clause_type,
            "platforms": watch.platforms,
            "sector": watch.sector,
            "search": watch.search,
        },
        "wishes": {
            "minimum_severity": wishes.minimum_severity,
            "directions": wishes.directions,
            "tells": wishes.tells,
            "snoozed_until": snoozed.isoformat() if snoozed else None,
            "by_mail": wishes.by_mail,
            "channels": wishes.channels,
        },
        "place": watch.place,
    }
    return signing.dumps(told, salt=_SALT, compress=True)


def undo_stop(organization: Organization, line: str, *, by: User, now: datetime) -> Watch:
    """The watch as it was, in its old place. Raises WatchRefused where it is too late, UpgradeRequired for the plan."""
    try:
        told = signing.loads(line, salt=_SALT, max_age=_KEPT)
    except signing.BadSignature as error:
        raise WatchRefused("It is too late to undo this. Start the watch again.") from error
    if told["organization"] != organization.pk:
        raise WatchRefused("This watch was stopped in another organization. Switch to it first.")
    wishes = told["wishes"]
    snoozed, channels = wishes["snoozed_until"], wishes["channels"]
    with tenant_scope(organization):
        known = set(organization.channels.values_list("pk", flat=True))
        watch = start_watch(
            organization,
            Interest(Kind(told["kind"]), told["title"], told["subject"]),
            by=by,
            now=now,
            wishes=Wishes(
                minimum_severity=wishes["minimum_severity"],
                directions=tuple(wishes["directions"]),
                tells=wishes["tells"],
                snoozed_until=datetime.fromisoformat(snoozed) if snoozed else None,
                by_mail=wishes["by_mail"],
                channels=None if channels is None else tuple(key for key in channels if key in known),
            ),
        )
        watch.place = told["place"]
        watch.save(update_fields=["place"])
    return watch
