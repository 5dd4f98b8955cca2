"""Microsoft Teams: the Workflows trigger "when a webhook request is received" takes a message with an Adaptive Card."""

import re

from monitoring.channels.telling import Message, Told, cut, json_message

# A message may be 28 KB in all (learn.microsoft.com, limits of Teams): JSON writes a character in up to 12 bytes.
_TITLE, _SUMMARY, _POINT, _POINTS = 200, 600, 200, 5
# TextBlocks read a little Markdown; what platforms write must not become links or emphasis.
_MARKUP = re.compile(r"([\\`*_\[\]<>#~])")


def teams_message(told: Told) -> Message:
    """A card of version 1.4, which desktop and phone both show."""
    body: list[dict[str, object]] = [
        {
            "type": "TextBlock",
            "size": "Medium",
            "weight": "Bolder",
            "wrap": True,
            "text": _plain(told.title, _TITLE),
        },
        {"type": "TextBlock", "wrap": True, "text": _plain(told.summary, _SUMMARY)},
    ]
    body += [
        {"type": "TextBlock", "wrap": True, "spacing": "Small", "text": "• " + _plain(point, _POINT)}
        for point in told.points[:_POINTS]
    ]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
        "actions": [
            {"type": "Action.OpenUrl", "title": told.call, "url": told.url},
        ],
    }
    attachment = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "contentUrl": None,
        "content": card,
    }
    content = {"type": "message", "attachments": [attachment]}
    return json_message(content)


def _plain(text: str, length: int) -> str:
    return _MARKUP.sub(r"\\\1", cut(text, length))
