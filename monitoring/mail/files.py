"""Mails that Django's file backend wrote, read back for the development inbox."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

# What the file backend writes after each mail.
_END = b"\n" + b"-" * 79 + b"\n"
_KEY = re.compile(r"(?P<file>[0-9]{8}-[0-9]{6}-[0-9]+)\.(?P<place>[0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class WrittenMail:
    """A mail of the inbox; `key` names it: its file and its place in it."""

    key: str
    written_at: datetime
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["Subject"] or "(no subject)")

    @property
    def to(self) -> str:
        return str(self.message["To"] or "")

    @property
    def headers(self) -> list[tuple[str, str]]:
        """Every header, decoded, in the order sent."""
        return [(name, str(value)) for name, value in self.message.items()]

    @property
    def text(self) -> str:
        """The plain-text part; "" where there is none."""
        return self._part("plain")

    @property
    def html(self) -> str:
        """The HTML part; "" where there is none."""
        return self._part("html")

    def _part(self, kind: str) -> str:
        part = self.message.get_body(preferencelist=(kind,))
        return str(part.get_content()) if part else ""


def written_mails(folder: Path, limit: int) -> list[WrittenMail]:
    """The last `limit` mails, newest first; [] where none was ever written."""
    mails: list[WrittenMail] = []
    for file in sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True):
        mails += reversed(_mails_in(file))
        if len(mails) >= limit:
            break
    return mails[:limit]


def written_mail(folder: Path, key: str) -> WrittenMail | None:
    """The mail with this key. A key can name nothing outside of the folder."""
    match = _KEY.match(key)
    file = folder / f"{match['file']}.log" if match else None
    if match is None or file is None or not file.is_file():
        return None
    return next((mail for mail in _mails_in(file) if mail.key == key), None)


def _mails_in(file: Path) -> list[WrittenMail]:
    written_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    pieces = [piece for piece in file.read_bytes().split(_END) if piece.strip()]
    return [
        WrittenMail(f"{file.stem}.{place}", written_at, message_from_bytes(piece, policy=policy.default))
        for place, piece in enumerate(pieces)
    ]
