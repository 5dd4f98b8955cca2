"""Texts that break off: against the version that stands, or by their own last words."""

import re

from provisions.analysis.extraction import Reading
from provisions.analysis.gate.likeness import breaks_off
from provisions.analysis.structure import Kind

_SENTENCE_ENDS = re.compile(r"[.!?:;\u2026\u3002\uff01\uff1f)\]\"\u201d\u00bb\u2019'|*]\s*$")


def cut_from(reading: Reading, previous: str) -> str:
    """Why the text is the earlier one without its end, as a sentence for an editor; empty if it is not."""
    text = reading.text
    if not reading.blocks or not breaks_off(previous, text, markup_complete=reading.signals.markup_complete):
        return ""
    lost = round(100 * (1 - len(text) / len(previous)))
    return f'The text breaks off at "{reading.blocks[-1].text[-60:]}": the last {lost} percent are missing.'


def cut_short(reading: Reading) -> str:
    """Why a text that nothing is known of seems to be cut, as a sentence for an editor; empty if it does not."""
    if reading.signals.markup_complete or not reading.blocks or not _stops_mid_sentence(reading):
        return ""
    return f'The markup is not complete: the text stops at "{reading.blocks[-1].text[-60:]}".'


def _stops_mid_sentence(reading: Reading) -> bool:
    last = reading.blocks[-1]
    if _SENTENCE_ENDS.search(last.text):
        return False
    if reading.signals.open_at_end:
        return True
    # Items of lists end without a full stop as a rule.
    if last.kind is not Kind.PARAGRAPH or len(last.text.split()) < 8:
        return False
    # Addresses and signatures do too, but on a capital or a number.
    goes_on = last.text.isupper() or last.text.split()[-1][0].islower()
    return goes_on and "@" not in last.text[-40:]
