"""Which addresses the guarded door may go to: rules for URLs and for IP addresses. Pure; no network."""

import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import urlsplit

from monitoring.errors import Failure, FetchError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST_URL = 2000

_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")  # all that IANA hands out for the public internet
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_METADATA = ipaddress.ip_network("169.254.0.0/16")

# Ports of other services that a crawler could be made to talk to ("bad ports" of the Fetch standard, above
# 1023, and the databases a cloud host usually has beside it).
_BAD_PORTS = frozenset(
    {1719, 1720, 1723, 2049, 2375, 2379, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566}
    | {6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017}
)
_NUMERIC_LABEL = re.compile(r"(?:\d+|0x[0-9a-f]*)\Z", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")


def host_of(url: str) -> str:
    """The host name of a URL in lower case ("" when it has none); documents are claimed and spaced by it."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=1024)
def check_url(url: str) -> None:
    """Raise FetchError(BAD_URL) unless this is a plain http(s) URL without credentials.

    A host written as a number (decimal, octal, hex, short forms) is read as the inet_aton of a browser reads
    it, and refused: no policy lives at such an address, and two readers of it may disagree.
    """
    if len(url) > LONGEST_URL:
        raise FetchError(Failure.BAD_URL, f"It is longer than {LONGEST_URL} characters.")
    if _CONTROL.search(url):
        raise FetchError(Failure.BAD_URL, "It contains spaces, backslashes or control characters.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(Failure.BAD_URL, f"It is malformed: {error}.") from error
    if parts.scheme not in ("http", "https"):
        found = (
            f"Only http and https are fetched, not {parts.scheme!r}."
            if parts.scheme
            else "It has no https://."
        )
        raise FetchError(Failure.BAD_URL, found)
    if "@" in parts.netloc:
        raise FetchError(Failure.BAD_URL, "It contains a user name or password.")
    if not host:
        raise FetchError(Failure.BAD_URL, "It names no host.")
    if "%" in host:
        raise FetchError(Failure.BAD_URL, "The host contains a zone or an escape.")
    if port is not None and port not in (80, 443) and (port < 1024 or port in _BAD_PORTS):
        raise FetchError(Failure.BAD_URL, f"Port {port} is not used for web pages.")
    _check_number(host)


def _check_number(host: str) -> None:
    last = host.rstrip(".").rpartition(".")[2]
    if ":" in host or not _NUMERIC_LABEL.match(last):
        return
    try:
        packed = socket.inet_aton(host.rstrip("."))
    except OSError as error:
        raise FetchError(Failure.BAD_URL, "The host is a number, but no address.") from error
    address = ipaddress.IPv4Address(packed)
    if str(address) != host:
        failure = Failure.BAD_URL if is_public(address) else Failure.PRIVATE_ADDRESS
        raise FetchError(failure, f"{host} is another spelling of {address}.")


def is_public(address: IPAddress) -> bool:
    """Whether the address belongs to the public internet, also when IPv4 is wrapped in IPv6.

    `is_private` would let 100.64.0.0/10 (carrier-grade NAT) through; multicast counts as global in
    `is_global`.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = _wrapped_ipv4(address)
        if inner is not None:
            return is_public(inner)
        if address.scope_id or address not in _GLOBAL_UNICAST:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_refused(address: IPAddress, *, allow_private: bool) -> bool:
    """Whether the door stays shut. `allow_private` opens loopback and private networks, never link-local or
    metadata."""
    if is_public(address):
        return False
    if not allow_private:
        return True
    inner = _wrapped_ipv4(address) if isinstance(address, ipaddress.IPv6Address) else None
    plain = inner or address
    return plain.is_multicast or plain.is_unspecified or plain.is_link_local or plain in _METADATA


def _wrapped_ipv4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.sixtofour is not None:
        return address.sixtofour
    return None
