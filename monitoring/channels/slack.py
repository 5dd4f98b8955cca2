"""Slack: an incoming webhook takes Block Kit (docs.slack.dev/reference/block-kit/blocks gives the lengths)."""

from monitoring.channels.telling import Message, Told, cut, json_message

_HEADER, _SECTION, _TEXT = 150, 3000, 4000


def slack_message(told: Told) -> Message:
    """A header, what changed, and a button that leads to the change."""
    points = "\n".join(f"• {point}" for point in told.points)
    body = _escaped(f"{told.summary}\n{points}".strip())
    blocks: list[dict[str, object]] = [
        {"type": "header", "text": {"type": "plain_text", "text": cut(told.title, _HEADER)}},
        {"type": "section", "text": {"type": "mrkdwn", "text": cut(body, _SECTION)}},
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "text": {"type": "plain_text", "text": told.call},
                    "url": told.url,
                }
            ],
        },
    ]
    content = {"text": cut(_escaped(told.title), _TEXT), "blocks": blocks}
    return json_message(content)


def _escaped(text: str) -> str:
    """Slack reads <…> as links and mentions; these three are all it wants escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
