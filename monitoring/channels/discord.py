"""Discord: a webhook takes embeds (discord.com/developers/docs/resources/message gives the lengths)."""

import re

from monitoring.channels.telling import Message, Told, cut, json_message

_TITLE, _DESCRIPTION, _ALL = 256, 4096, 6000
_COLOURS = {"critical": 0xA3161B, "high": 0xC2410C, "medium": 0x9A6700, "low": 0x4B5563}
_MARKUP = re.compile(r"([\\`*_\[\]<>#~|])")


def discord_message(told: Told) -> Message:
    """One embed that links to the change; nobody is mentioned, whatever the words say."""
    title = cut(told.title, _TITLE)
    points = "\n".join(f"- {_plain(point)}" for point in told.points)
    description = f"{_plain(told.summary)}\n{points}".strip()
    embed = {
        "title": title,
        "url": told.url,
        "description": cut(description, min(_DESCRIPTION, _ALL - len(title))),
        "color": _COLOURS.get(told.severity, _COLOURS["low"]),
        "timestamp": told.found_at.isoformat(),
    }
    content = {"username": "ConductAtlas", "embeds": [embed], "allowed_mentions": {"parse": []}}
    return json_message(content)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
