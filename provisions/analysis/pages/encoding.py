"""From the bytes of a page to its characters: which encoding it is in, and whether it is text at all."""

import codecs
import re

import webencodings

_UTF8 = webencodings.UTF8
_WINDOWS_1252 = webencodings.lookup("windows-1252")
_UTF16LE = webencodings.lookup("utf-16le")
_UTF16BE = webencodings.lookup("utf-16be")
_BOMS = ((codecs.BOM_UTF8, _UTF8), (codecs.BOM_UTF16_LE, _UTF16LE), (codecs.BOM_UTF16_BE, _UTF16BE))

_TRANSPORT_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';,]+)""", re.IGNORECASE)
_PRESCAN_BYTES = 1024
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([^\s"'>]+)""")
_COMMENT = re.compile(rb"<!--(?:-?>|.*?-->|.*\Z)", re.DOTALL)
_META = re.compile(rb"<meta[\s/]((?:[^>\"']|\"[^\"]*\"|'[^']*')*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([^\s/>"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_CONTENT_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.IGNORECASE)

# https://mimesniff.spec.whatwg.org/#binary-data-byte, in the resource header of 1445 bytes
_BINARY_DATA = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_RESOURCE_HEADER_BYTES = 1445


def decode_page(body: bytes, content_type: str | None) -> str:
    """The characters of a page, found by the HTML standard's rules; never raises, bad bytes become U+FFFD.

    The order is that of https://html.spec.whatwg.org/#encoding-sniffing-algorithm: byte order mark, the
    charset of the Content-Type header, a <meta> or XML declaration in the first 1024 bytes; then UTF-8 if
    the bytes are valid UTF-8, and windows-1252 otherwise. Labels are those of the Encoding standard.

    We leave the standard where a declared charset is plainly wrong, because a garbled archive is worse
    than what a browser of the day shows: bytes that are valid UTF-8 beyond ASCII are read as UTF-8
    whatever is declared (other encodings do not form such sequences by accident), a page declared
    UTF-16 that holds no zero bytes is not UTF-16, and a page declared UTF-8 most of whose non-ASCII bytes
    are invalid is read as its other declaration or as windows-1252.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _decode(body[len(mark) :], encoding)
    if wide := _wide_without_mark(body):
        return _decode(body, wide)
    valid_utf8 = _is_utf8(body)
    if valid_utf8 and (not body.isascii() or b"\x1b" not in body):
        return body.decode("utf-8")  # for plain ASCII every encoding but the escaping ones says the same
    transport = _transport_encoding(content_type)
    declared = transport or _prescan(body) or (_UTF8 if valid_utf8 else _WINDOWS_1252)
    if declared in (_UTF16LE, _UTF16BE) and b"\x00" not in body:
        declared = _UTF8 if valid_utf8 else _WINDOWS_1252
    if declared is _UTF8:
        return _decode_broken_utf8(body)
    return _decode(body, declared)


def looks_binary(body: bytes) -> bool:
    """Whether these bytes are no text: binary data bytes by the MIME sniffing standard, or a PDF.

    UTF-16 text is text, with its byte order mark (as in the standard) or without.
    """
    if body.startswith(b"%PDF-"):
        return True
    if any(body.startswith(mark) for mark, _ in _BOMS) or _wide_without_mark(body):
        return False
    return _BINARY_DATA.search(body, 0, _RESOURCE_HEADER_BYTES) is not None


def _decode(body: bytes, encoding: webencodings.Encoding | None) -> str:
    assert encoding is not None, "webencodings knows every label of the standard"
    text: str = encoding.codec_info.decode(body, "replace")[0]
    return text


def _decode_broken_utf8(body: bytes) -> str:
    """UTF-8 with some bad bytes keeps its good ones; text that only claims to be UTF-8 is read anew."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not character.isascii() for character in text) - bad
    if bad <= good or bad <= 1:
        return text
    other = _prescan(body)
    return _decode(body, _WINDOWS_1252 if other is None or other is _UTF8 else other)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide_without_mark(body: bytes) -> webencodings.Encoding | None:
    """UTF-16 without a byte order mark, known by the zero byte beside the first "<" of the markup."""
    if body[1:2] == b"\x00" and body[3:4] == b"\x00" and body[:1].strip() in (b"<", b""):
        return _UTF16LE if body[2:3] != b"\x00" else None
    if body[:1] == b"\x00" and body[2:3] == b"\x00" and body[1:2].strip() in (b"<", b""):
        return _UTF16BE if body[3:4] not in (b"\x00", b"") else None
    return None


def _transport_encoding(content_type: str | None) -> webencodings.Encoding | None:
    match = _TRANSPORT_CHARSET.search(content_type or "")
    return webencodings.lookup(match[1]) if match else None


def _prescan(body: bytes) -> webencodings.Encoding | None:
    """The encoding the markup declares in its first bytes; UTF-16 there means UTF-8, as in the standard."""
    head = body[:_PRESCAN_BYTES]
    if match := _XML_ENCODING.match(head):
        return _as_declared_in_markup(match[1])
    for meta in _META.finditer(_COMMENT.sub(b"", head)):
        attributes: dict[bytes, bytes] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(meta[1]):
            attributes.setdefault(name.lower(), double or single or bare)
        label = attributes.get(b"charset")
        if label is None and attributes.get(b"http-equiv", b"").strip().lower() == b"content-type":
            content = _CONTENT_CHARSET.search(attributes.get(b"content", b""))
            label = content[1] if content else None
        if label is not None and (encoding := _as_declared_in_markup(label)):
            return encoding
    return None


def _as_declared_in_markup(label: bytes) -> webencodings.Encoding | None:
    encoding = webencodings.lookup(label.decode("latin-1"))
    if encoding is None:
        return None
    if encoding.name in ("utf-16le", "utf-16be"):
        return _UTF8
    return _WINDOWS_1252 if encoding.name == "x-user-defined" else encoding
