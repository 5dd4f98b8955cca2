"""Addresses that a page hides from robots and a script shows to people, as they are shown."""

from selectolax.lexbor import LexborNode

_LONGEST = 1000  # hexadecimal digits


def visible_text(node: LexborNode) -> str:
    """The text of a text node; in place of "[email protected]" the address that is encoded beside it.

    The content network that hides them writes the key as the first byte, then each byte of the address
    combined with the key by exclusive or.
    """
    text = str(node.text_content or "")
    if "protected]" in text and (parent := node.parent) is not None:
        return _decoded(parent.attributes.get("data-cfemail") or "") or text
    return text


def _decoded(code: str) -> str:
    """The address, or nothing where the code is none."""
    if len(code) > _LONGEST:
        return ""
    try:
        key, *rest = bytes.fromhex(code)
        address = bytes(byte ^ key for byte in rest).decode()
    except ValueError:
        return ""
    return address if "@" in address else ""
