"""A letter is written once for all who get it; what differs from person to person is filled in for each."""

import binascii
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import formatdate
from functools import lru_cache
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.core.mail.message import SafeMIMEMultipart
from django.utils.html import escape

# What a template is given where a letter differs. No platform's text can hold it: it is drawn anew by each process.
_MARK = secrets.token_hex(12)
_PLACE = re.compile(f"{_MARK}_([a-z_]+?)_{_MARK}")


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and both parts, with places for what is each reader's own."""

    subject: str
    text: str
    html: str

    def to(self, address: str, values: Mapping[str, str], headers: Mapping[str, str]) -> "LetterMail":
        """The mail for one reader. `values` fills the places; each has to be among them."""
        message = LetterMail(
            _PLACE.sub(lambda found: values[found[1]], self.subject),
            _PLACE.sub(lambda found: values[found[1]], self.text),
            to=[address],
            headers=dict(headers),
        )
        html = _PLACE.sub(lambda found: escape(values[found[1]]), self.html)
        message.attach_alternative(html, "text/html")
        return message


class LetterMail(EmailMultiAlternatives):
    """A mail put together once however often it is asked for, its parts in characters that every relay passes on.

    Quoted-printable keeps the lines short and the bytes plain, so that no server on the way has to write a part anew
    and break a DKIM signature over it.
    """

    _whole: Message | None = None

    def message(self, *args: Any, **kwargs: Any) -> Any:
        """The mail as the standard library's object."""
        if self._whole is None:
            self._whole = self._put_together()
        return self._whole

    def _put_together(self) -> Message:
        # A boundary of our own: the library would search the whole mail for each one it draws.
        whole = _Whole("alternative", boundary=f"={secrets.token_hex(16)}=", encoding="utf-8")
        # What Django says of itself is said here too; setting a header checks and encodes it.
        whole["Subject"], whole["From"], whole["To"] = str(self.subject), self.from_email, ", ".join(self.to)
        whole["Date"] = formatdate()
        for name, value in self.extra_headers.items():
            whole[name] = value
        whole.attach(_part(str(self.body), "plain"))
        for content, kind in self.alternatives:
            whole.attach(_part(str(content), str(kind).partition("/")[2]))
        return whole


class _Whole(SafeMIMEMultipart):
    """Written out by joining what is plain already: the library's generator takes as long as all else about a mail."""

    def as_bytes(self, unixfrom: bool = False, linesep: str = "\n") -> bytes:  # type: ignore[override]  # as Django's
        """As the library would write it."""
        boundary = self.get_boundary()
        parts = [part for part in self.get_payload() if isinstance(part, Message)]
        bodies = "".join(f"--{boundary}\n{_head(part)}\n{part.get_payload()}\n" for part in parts)
        whole = f"{_head(self)}\n{bodies}--{boundary}--\n"
        return whole.replace("\n", linesep).encode("ascii")


def _head(message: Message) -> str:
    return "".join(_folded(name, str(value)) for name, value in message.items())


@lru_cache(maxsize=256)
def _folded(name: str, value: str) -> str:
    return compat32.fold(name, value)


def place(name: str) -> str:
    """What a template is given instead of a reader's own value of that name."""
    return f"{_MARK}_{name}_{_MARK}"


def _part(words: str, kind: str) -> Message:
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    part = MIMENonMultipart("text", kind, charset="utf-8")
    part["Content-Transfer-Encoding"] = "quoted-printable"
    part.set_payload(binascii.b2a_qp(words.encode(), istext=True).decode("ascii"))
    return part
