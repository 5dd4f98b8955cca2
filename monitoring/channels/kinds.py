"""The kinds of channel in words: what each is called, and where its address comes from."""

from dataclasses import dataclass

from monitoring.models import Channel


@dataclass(frozen=True, slots=True)
class Kind:
    """A choice on the page where channels are added."""

    value: str
    label: str
    where: str


_WHERE = {
    Channel.Kind.WEBHOOK: "any server of yours; each message is signed as Standard Webhooks has it",
    Channel.Kind.SLACK: "your app, Incoming Webhooks, Add New Webhook",
    Channel.Kind.TEAMS: "the channel, Workflows, “Send webhook alerts to a channel”",
    Channel.Kind.DISCORD: "channel settings, Integrations, Webhooks, Copy Webhook URL",
}
KINDS = tuple(Kind(kind.value, str(kind.label), where) for kind, where in _WHERE.items())
