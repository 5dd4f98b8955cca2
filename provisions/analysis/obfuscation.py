"""Addresses that a page hides from robots and a script shows to people, as they are shown."""

from selectolax.lexbor import LexborNode

_LONGEST = 1000  # hexadecimal digits


def shown_text(node: LexborNode, text: str) -> str:
    """What people see of a text node that reads "[email protected]": the address that is encoded beside it.

    The content network that hides them writes the key as the first byte, then each byte of the address
    combined with the key by exclusive or.
    """
    parent = node.parent
    return (_decoded(parent.attributes.get("data-cfemail") or "") if parent is not None else "") or text


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
