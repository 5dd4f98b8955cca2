"""What the demo's compliance team has done so far: its vendor register, reviews and due diligence, by the verbs of the pages."""

from dataclasses import replace
from datetime import datetime, timedelta

from billing.models import Organization, User
from billing.tenancy import tenant_scope
from monitoring.register.actions import Decision, decide_on_action
from monitoring.register.reviewing import Step, changes_to_review, review_changes
from monitoring.register.vendors import Details, put_vendor
from platforms.models import Platform
from provisions.figures import standing
from provisions.regulating import mapping_of

# Slug, tier, data, days until the contract renews, notes.
_VENDORS: tuple[tuple[str, str, tuple[str, ...], int, str], ...] = (
    ("plankwise", "critical", ("content", "customer", "employee"), 41, "Our project board. Contract through IT."),
    ("letterbarn", "critical", ("contact", "account", "content"), 118, "Mail and files of the whole company."),
    ("brackenmind", "important", ("content", "secret"), 203, "Drafting and summaries; no customers’ data allowed."),
    ("coppervole", "important", ("payment", "customer"), 77, ""),
    ("loftenby", "routine", ("contact", "payment"), 0, "Rooms for visitors, booked by the office."),
)  # fmt: skip
# What was decided on the newest changes, newest first: the very newest stay new.
_STEPS = (
    None,
    None,
    Step(state="in_review", note="Asked legal whether our contract overrides this."),
    Step(state="action", note="Opt out before it takes effect; IT has the ticket."),
    Step(state="acknowledged"),
    Step(state="no_action", severity="low", reason="We do not use the feature that this is about"),
    Step(state="no_action"),
)
_DECISIONS = (
    Decision(state="done", reason="Answered by the vendor; the answer is filed with the contract."),
    Decision(state="open"),
    Decision(state="waived", reason="Not used by us."),
)


def sample_team(organization: Organization, by: User, now: datetime) -> None:
    """A register with owners and dates, and reviews in every state."""
    for slug, tier, data, days, notes in _VENDORS:
        platform = Platform.objects.filter(slug=slug).first()
        if platform is not None:
            renews = (now.date() + timedelta(days=days)).isoformat() if days else ""
            put_vendor(organization, platform, Details(by.email, tier, data, renews, notes), by=by, now=now)
    with tenant_scope(organization):
        newest = changes_to_review(organization).order_by("-found_at", "-pk")
        changes = list(newest.values_list("pk", flat=True)[: len(_STEPS)])
    for pk, step in zip(changes, _STEPS, strict=False):
        if step is not None:
            review_changes(organization, [pk], replace(step, reviewer=by.email), by=by, now=now)
    _decide(organization, by, now)


def _decide(organization: Organization, by: User, now: datetime) -> None:
    """On the first actions of a weighty provision of the first vendor."""
    rows = standing().filter(document__platform__slug=_VENDORS[0][0]).exclude(regulations=[])
    for provision in rows.select_related("document__platform").order_by("-severity_points", "pk"):
        due = mapping_of(provision).actions
        if len(due) < len(_DECISIONS):
            continue
        for action, decision in zip(due, _DECISIONS, strict=False):
            due_on = "" if decision.reason else (now + timedelta(days=21)).date().isoformat()
            stands = replace(decision, assigned_to=by.email, due_on=due_on)
            decide_on_action(organization, provision, action.slug, stands, by=by, now=now)
        return
