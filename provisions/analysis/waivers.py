"""Waivers of class actions and of juries: the words for them, and what gives them up, denies that, or holds if they fail."""

import re
from collections.abc import Iterator

_I = re.IGNORECASE
# Acting together with others before a court or an arbitrator: what it is called, and how a list of its kinds begins.
CLASS_ACTION_NAMES = r"class[ -](?:actions?|arbitrations?)|class[ -]?wide|class members?|group lawsuit|(?:representative|collective) (?:action|proceeding)"
CLASS_ACTIONS = rf"{CLASS_ACTION_NAMES}|class,? (?:(?:or|and/or) )?(?:collective|consolidated|representative|group|coordinated|mass|multiple|other)|class or\b"
JURY = r"trial by jury|jury trial|right to a jury|by a jury"
_CLASS_ACTIONS = re.compile(rf"\b(?:{CLASS_ACTIONS})\w*", _I)
_JURY = re.compile(rf"\b(?:{JURY})\b", _I)
_GROUPS = re.compile(r"\b(?:class|representative|collective|consolidat\w*|join\w*|group|others)\b", _I)
_NO = r"(?:not|no|nor|neither|never|without|cannot|can['\u2019]?t)"
_GIVE_UP = r"waiv(?:e|es|ing)\b|giv(?:e|es|ing) up|forgo"
_ALONE = r"individual (?:basis|capacity)"
# In the clause that waives, and what holds where the waiver does not.
_WAIVES = re.compile(
    rf"\b(?:{_GIVE_UP})|\b{_NO}\b[^.;]{{0,120}}\b(?:class|representative|collective|consolidat\w+|join\w*)|\b{_ALONE}|"
    r"\bonly (?:in|on) (?:an|your|their|its) individual",
    _I,
)
_FAILS = re.compile(r"\b(?:unenforceable|invalid|void|severed|severab\w+)\b", _I)
# "We do not ask you to waive your right to a jury."
NOT_WAIVED = re.compile(
    r"(?:\bnot|n['\u2019]t|\bnever) (?:\w+ ){0,3}?(?:requir|ask|forc|oblig)\w*(?: (?:you|users|anyone|anybody))?(?: to)? (?:\w+ ){0,2}?(?:waive|give up)|"
    r"(?<!if )\byou (?:do not|don['\u2019]t|need not|never) (?:\w+ ){0,2}?(?:waive|give up)|\bno (?:class[- ]?(?:action )?|jury(?: trial)? )waivers?\b",
    _I,
)
# The words before or after one that is only named: the title of another paragraph, what is left to do, or supposed.
_SPEAKS_OF_WAIVING = re.compile(
    rf"\bwaiv\w+|{_GIVE_UP}|not (?:as|be|bring|participate|join|permitted|allowed)|{_ALONE}|prohibit", _I
)
_NOT_ASKED = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:\w+ ){0,3}?(?:requir|ask|forc|oblig)\w*[^.;]{0,90}\Z|\bno \Z|\bexercise (?:your|their|a|the) [^.;]{0,20}\Z",
    _I,
)
_SUPPOSED = re.compile(r"\b(?:if|should|in the event)\b[^.]{0,160}\Z", _I)
_DOES_NOT_HOLD = re.compile(r"[^.]{0,160}\b(?:unenforceable|invalid|void|unlawful|severed)\b", _I)
# In one sentence: acting together is ruled out; what follows if that fails is no such sentence.
_RULED_OUT = re.compile(
    rf"\b(?:waiv\w+|giv\w+ up|forgo)\b[^.;]{{0,200}}?(?:{CLASS_ACTIONS}|class,)|(?:{CLASS_ACTIONS}|class,)[^.;]{{0,60}}\b(?:waive[rd]s?|not (?:allowed|permitted)|prohibited)|"
    rf"\b{_NO}\b[^.;]{{0,160}}?(?:{CLASS_ACTIONS}|class,)|\bindividual (?:basis|capacity|arbitration)\b[^.;]{{0,160}}?(?:{CLASS_ACTIONS}|class,)"
)
_NOT_RULED_OUT = re.compile(
    r"unenforceable|not enforceable|invalid|illegal|severed|(?:waiver|provision|section|paragraph)s?\b[^.;]{0,50}\b(?:does|do|will|shall) not apply|\bif (?:this|the|any|a court)\b[^.;]{0,60}waiver|"
    r"\bwaiver (?:does|shall|will) not|\bnot waiv|opt(?:ing|ed)?[ -]?out"
)


def names_groups(text: str) -> bool:
    """Is there talk of acting together with others, and not of juries alone?"""
    return _GROUPS.search(text) is not None


def only_if_it_fails(text: str) -> bool:
    """Does it only say what holds where a waiver does not stand?"""
    return _FAILS.search(text) is not None and _WAIVES.search(text) is None


def ruled_out(low: str) -> re.Match[str] | None:
    """Where a sentence, in small letters, rules out acting together with others."""
    found = _RULED_OUT.search(low)
    return None if found and (_NOT_RULED_OUT.search(low) or NOT_WAIVED.search(low)) else found


def waived_class_actions(text: str) -> Iterator[tuple[int, int]]:
    """The place of the words for the class actions that the clause gives up; none where it gives up none."""
    return _waived(_CLASS_ACTIONS, text)


def waived_jury(text: str) -> Iterator[tuple[int, int]]:
    """As `waived_class_actions`, of a trial by jury."""
    return _waived(_JURY, text)


def _waived(named: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    if _SPEAKS_OF_WAIVING.search(text):
        places = (found.span() for found in named.finditer(text) if not _only_named(text, *found.span()))
        yield from list(places)[:1]


def _only_named(text: str, start: int, end: int) -> bool:
    """Is it the title of another paragraph, what follows if a waiver does not hold, or one that nobody is asked for?"""
    quoted = text.rfind("\u201c", 0, start) > text.rfind("\u201d", 0, start) or text.count('"', 0, start) % 2
    if quoted or _NOT_ASKED.search(text, 0, start):
        return True
    return bool(_SUPPOSED.search(text, 0, start) and _DOES_NOT_HOLD.match(text, end))
