"""What single clauses do instead of what clauses of their type usually do: deny a waiver, record, advise, let appeal."""

import re

from provisions.analysis.stance_cues import COMPLAINT, YOUR_PART
from provisions.analysis.stance_words import RESERVES

# What has no end, in a clause on keeping data.
KEPT_FOREVER = r"\b(?:kept|keep|stored?|retain(?:ed)?|stays?|remains?) (?:\w+ ){0,3}forever\b"
_NO_WAIVER = re.compile(
    r"\bfail\w*[^.;]{0,80}\b(?:enforce|exercise|insist|act)|\b(?:no|not|nor)\b[^.;]{0,80}\bwaive(?:r|d|s)?\b|\bwaiver of any (?:provision|term|right|breach)",
    re.IGNORECASE,
)
_APPEALS = re.compile(
    r"\b(?:you|users?|members?) (?:can|may|have the right to|are entitled to) (?:\w+ )?(?:appeal|contest|(?:file|submit|make|lodge) an? appeal|request a review)\b",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"\b(?:we|[A-Z]\w+) (?:\(?strongly\)? |also )?(?:encourages?|recommends?|advises?|suggests?) (?:that )?you\b|\bto protect your(?: user)? account, we encourage",
    re.IGNORECASE,
)
_WARRANTS = re.compile(
    r"\b(?:represent|warrant|affirm|guarantee|confirm|promise|ensure|make sure|certify)(?:s|ing)?\b",
    re.IGNORECASE,
)
_GRANTS_LICENCE = re.compile(
    r"\b(?:you|users?) (?:(?:also|hereby|automatically|agree to|are) )*(?:grant|giv|licen[sc])(?:e?s?|ing)\b|\b(?:we|(?!You)[A-Z]\w+) (?:may|can) (?:also )?use\b|\bhereby grant",
    re.IGNORECASE,
)
# What bounds a duty to cover losses.
_BOUNDS_DUTY = re.compile(
    r"\bonly (?:applies|apply) (?:if|to|where|when)\b|\bdoes not apply\b", re.IGNORECASE
)
TO_USERS = re.compile(
    r"^\W*(?:other|all) users (?:may|can) |\bgrants? (?:to )?(?:each|every|all|other|any) (?:other )?(?:users?|members?|part(?:y|ies))\b",
    re.IGNORECASE,
)
_RENEWS_ITSELF = re.compile(
    r"\brenew|\brecurring|\b(?:goes|runs) on\b|\b(?:charge|bill)(?:d|ed|s)?\b|\bcontinue|\bautomatic(?!\w* (?:be )?(?:cancel|end|terminat))|\buntil (?:you |it is )?cancel|\bdebit",
    re.IGNORECASE,
)


def only_denies_waiver(text: str) -> bool:
    """Does it only say that a right not used is not given up? No decision is kept then, and nothing changes."""
    return _NO_WAIVER.search(text) is not None and RESERVES.search(text) is None


_RECORDS = re.compile(
    r"\b(?:were|was|have been|has been) (?:\w+ )?(?:made|changed|updated|revised|modified|amended)\b|\b(?:last|most recent|latest) (?:updated?|modified|revis\w+|changes?)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:may|might|can|could|will|shall|must|should|reserves?|right to|from time to time|continu\w+|please|check|if|when|periodically|regularly)\b|['\u2019]ll\b",
    re.IGNORECASE,
)


def only_records(text: str) -> bool:
    """Does it only say what was changed, and nothing of changes to come?"""
    return _RECORDS.search(text) is not None and _AHEAD.search(text) is None


def only_advises(text: str, lead_in: str = "") -> bool:
    """Is it friendly advice to the reader, and no duty?"""
    return _ADVISES.search(lead_in) is not None or (
        _ADVISES.search(text) is not None and YOUR_PART.search(text) is None
    )


_MEASURES = re.compile(
    r"\b(?:may|can|might|could|reserves? the right to)\b(?! (?:\w+ )?(?:appeal|contest)\b)[^.]{0,60}\b(?:result|lead to|suspen|terminat|remov|restrict|limit|disabl|ban\b|clos)",
    re.IGNORECASE,
)


def only_lets_appeal(text: str) -> bool:
    """Does it only say that a measure can be looked at again, and announce none?"""
    return _APPEALS.search(text) is not None and _MEASURES.search(text) is None


_AFTER_CANCELLING = re.compile(
    r"\b(?:if|once|when|after) you (?:have )?cancel|\b(?:upon|after|following) cancell", re.IGNORECASE
)
_CHARGES_AGAIN = re.compile(
    r"\b(?<!not )(?<!not be )renew|\brecurring|\bcharge|\bbill|\bautomatic", re.IGNORECASE
)


def renews_itself(text: str) -> bool:
    """Does a subscription go on by itself there, and not only end after it was cancelled?"""
    ends = _AFTER_CANCELLING.search(text) is not None and _CHARGES_AGAIN.search(text) is None
    return not ends and _RENEWS_ITSELF.search(text) is not None


_TAKES_DUTY = re.compile(r"\b(?:indemnify|hold|defend|release|reimburse)\b", re.IGNORECASE)


# "We shall not indemnify the customer for:" leaves losses where they fall and shifts none.
_DECLINES_DUTY = re.compile(
    r"\b(?:shall|will|does|do)(?: not|n['\u2019]t) (?:(?:be (?:obliged|required|obligated)|have (?:any|an|the) (?:duty|obligation)) to )?(?:indemnify|defend)\b",
    re.IGNORECASE,
)


def only_bounds_duty(text: str, lead_in: str = "") -> bool:
    """Does it only say how far a duty to cover losses reaches, or that there is none?"""
    if _DECLINES_DUTY.search(lead_in):
        return True
    text, declined = _DECLINES_DUTY.subn("", text)
    return (declined > 0 or _BOUNDS_DUTY.search(text) is not None) and _TAKES_DUTY.search(text) is None


_KEEPS_OWN = re.compile(r"\byou (?:\w+ )?(?:retain|keep)\b", re.IGNORECASE)


def only_warrants(text: str) -> bool:
    """Does it make people vouch for their rights, and give none itself?"""
    others = (_GRANTS_LICENCE, _KEEPS_OWN)
    return _WARRANTS.search(text) is not None and not any(pattern.search(text) for pattern in others)


# Running the defence of a claim is no duty to pay for it.
_TAKES_DEFENCE = re.compile(
    r"\b(?:[Ww]e|[A-Z]\w+) (?:may|can|reserves? the right to?)\b[^.;]{0,60}\b(?:assume|take(?: over)?|control|run|conduct)\b[^.;]{0,60}\b(?:defen[cs]e|control|settlement)\b"
)
_PAYS_LOSSES = re.compile(
    r"\byou (?:will|shall|must|agree to|are (?:liable|responsible))\b(?! (?:cooperate|co-operate|assist|help))[^.;]{0,40}\b(?:indemnify|hold|pay|reimburse|cover|defend)\b|\bhold\b[^.;]{0,40}\bharmless|\bat your (?:own |sole )?(?:expense|cost)",
    re.IGNORECASE,
)


def only_takes_defence(text: str) -> bool:
    """Does it only say that the platform may run the defence of a claim?"""
    return _TAKES_DEFENCE.search(text) is not None and _PAYS_LOSSES.search(text) is None


# "You waive your right to enforce ... against us."
_LICENCE = re.compile(r"\blicen[sc](?:e|ing)", re.IGNORECASE)
_WAIVES_RIGHTS = re.compile(r"\bwaives?\b[^.;]{0,80}\b(?:rights?|claims?)\b", re.IGNORECASE)


def gives_up_rights(text: str) -> bool:
    """Does it make people give up rights in what they post, and give no licence?"""
    return _WAIVES_RIGHTS.search(text) is not None and _LICENCE.search(text) is None


_ON_COMPLAINTS = re.compile(
    r"\bdmca\b|\bcopyright agent\b|\b(?:claims?|notices?|allegations?|notifications?) (?:of|concerning|alleging|about) [^.;]{0,40}\binfring|\brepeat infring|\bcopyright complaint|\binfring\w*[^.;]{0,120}\b(?:notify us|report|request removal|contact us|let us know)",
    re.IGNORECASE,
)
# Not "a device that you own".
_PEOPLE = r"(?<!that )(?<!which )(?<!device )(?<!devices )\b(?:you|creators?|users?|customers?|members?|sellers?|developers?|designers?|partners?)"
_GIVES_RIGHTS = re.compile(
    rf"{_PEOPLE} (?:hereby |also |automatically |each )*(?:grants?|licen[sc]es?|assigns?)\b(?! by)|\b(?:becomes?|will be|shall be) the (?:sole |exclusive |and )*property of (?:us|the company|our)\b",
    re.IGNORECASE,
)
_KEEPS_RIGHTS = re.compile(
    rf"{_PEOPLE} (?:\w+ )?(?:retains?|owns?|keeps?)\b|{_PEOPLE} (?:remain|are) (?:the )?(?:sole |exclusive |full )*owners?\b|\b(?:remains?|are|is) (?:the )?(?:property of (?:the|its|their) (?:respective )?(?:owners?|designers?|creators?|users?|licensors?))",
    re.IGNORECASE,
)
_OUR_RIGHTS = re.compile(
    r"\b(?:[Ww]e|[Oo]ur (?:\w+ )?licensors|(?!The\b|You\b|Your\b|Each\b|Any\b|Every\b|All\b|As\b|Users?\b|Creators?\b|Customers?\b|Members?\b|Sellers?\b|Developers?\b|Designers?\b)[A-Z][\w.]+) (?:\w+ )?(?:owns?|retains?|reserves?|holds?|keeps?)\b|\bowned by (?:us|or licensed)|\b[Aa]ll rights (?:are )?reserved"
)


def move_on_rights(text: str, lead_in: str = "") -> str:
    """Is a clause on protected things on complaints, does it give the platform rights ("gives"), or say that others keep theirs?"""
    if any(pattern.search(words) for pattern in (COMPLAINT, _ON_COMPLAINTS) for words in (text, lead_in)):
        return "complaint"
    if _GIVES_RIGHTS.search(text):
        return "gives"
    kept, ours = _KEEPS_RIGHTS.search(text), _OUR_RIGHTS.search(text)
    return "others" if kept and not ours else ""
