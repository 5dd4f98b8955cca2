"""Whether a recipient, a purpose or a kind of data is what a sentence says, or a word that it only mentions."""

import re
from collections.abc import Callable

_BEFORE = 180  # characters of its own sentence that are looked at
_SENTENCE_ENDS = re.compile(r"[.!?;] |\n| \| ")
# The word that says what somebody is in the sentence: whom it goes to, or whom it comes from or what it is about.
_ROLE = re.compile(r"\b(?:to|with|by|(?<!from )us|(?P<no>from|about|regarding|concerning|than|like))\b")
_ASKED_BY = re.compile(
    r"\b(?:requests?|orders?|inquir\w+|demands?|subpoenas?|pressure|benefit|independent|separate\w*|apart) from\b"
)
# Who is dealt with, whose rights are guarded, or what the words belong to is no recipient.
_DEALT_WITH = re.compile(
    r"\b(?:(?:interact\w*|created|communicat\w*|engag\w*|deal(?:s|ings?)?|transact\w*|messag\w+|chat\w*|play\w*|relationships?|affiliated|accordance|compl\w+|conflicts?|contracts?|agreements?|accounts?) (?:with|to)|"
    r"(?:reviews?|liability|privacy|claims?|content|servic\w+|websites?|sites|polic(?:y|ies)|practices|terms|information|data|errors?|acts?|actions|lives|products|behavio\w+|interests?|those) of|"
    r"(?:(?:web)?sites?|apps?|services?|products?|content|platforms?)(?: (?:that|which) (?:is|are))? (?:owned|operated|run|offered|provided|developed|made|controlled) by|"
    r"(?:information|data|details)(?: (?!to\b|with\b)[\w-]+){0,3} (?:shared|provided|supplied|given|sent|reported)(?: (?:to|with) us)? by|(?:actions taken|promoted|sponsored|paid for) by|(?:benefits?|risks?|harm|damage|threats?) to|"
    r"(?:protect\w*|benefit\w*|harm\w*|educat\w*|inform|defend\w*|members? of|find|follow\w*|invit\w+|find|mention|contact\w*|tag|against|on behalf of|relat\w+ to|related to|directed to|links? to|linked to|identify|become|becom\w+|internet|on))"
    r"(?: (?:the|our|your|any|other|such|all|these|those|a|an|and|or|rights|interests|safety|users?|customers|us|[\w'’]+,)){0,8} $"
)
# "vendors may provide us with ..." : it is they who give.
_GIVES_US = re.compile(
    r"(?:\[\d+\])?(?: (?:and|or) other \w+)?(?:,? (?:such as|like|including) [^.;:]{0,60}?)?(?:,? (?:who|which|that))?(?: (?:may|can|will|also|sometimes|might)){0,3} (?:share|provide|give|send|furnish|supply|report|disclose|transfer|pass|tell)s? (?:us\b|(?:[^.;]{0,100}? )?(?:with|to) us\b)|[^.:;]{0,40}: [^.;]{0,60}\b(?:share|provide|give|send)s? [^.;]{0,60}\b(?:with|to) us\b"
)
# "the rights, property and safety of Acme, our users, the public and third parties"
_GUARDED = re.compile(
    r"\b(?:rights?|interests?|safety|property|security|integrity) of (?:(?!with\b)[\w'’-]+,? ){0,16}$"
)
# In a whole sentence somebody receives only where something is given, or where they take, see or work with it.
_HANDS = re.compile(
    r"\b(?:shar|disclos|provid|transfer|sell|sold|pass|send|sent|giv|releas|hand|mak|made|reveal|expos|report|return|display|show|licens|lend|rent|trad|relay|transmi|communicat|supplement|"
    r"us(?:e|es|ed|ing)\b|employ|engag|work|partner|collaborat|contract|rel(?:y|ies)|appoint|allow|permit|enabl|let\b|visible|available|accessible|access|viewed|seen|collected|combin|process|store|host|receiv|set\b|placed|together|through|via\b|by\b)\w*"
)
_TAKES = re.compile(
    r"[^.;]{0,90}?\b(?:receiv|access|see\b|view|learn|collect|us(?:e|es|ed|ing)\b|process|place|set\b|read|track|combin|serve|help|perform|assist|store|get\b|know|find|show|deliver|measure|analy[sz]e|contact|obtain)\w*"
)
# What somebody wants, asks or pays is nothing that they get.
_WANTS = re.compile(r" (?:may |might |can |also )?(?:want|wish|hope|tell|pay|ask)s?\b")
# Other members stand in many sentences that only speak of them: they get what goes to them, or what they can see.
_GOES_TO_MEMBERS = re.compile(
    r"^\W*$|\b(?:with|to|by)(?: (?:our|the|any|all|some|certain|many|your|its|and|or|public|including|users?|people|friends|contacts|businesses|members|anyone|you|yourself|them|,))*,? $"
)
_MEMBERS_SEE = re.compile(
    r"(?:(?! (?:have|has|had)\b)[^.;]){0,60}?\b(?:receiv|access|see\b|view|know|find|read|copy|shar|screenshot|interact)\w*"
)
_OWNED = re.compile(r"['’]s?(?=\W)")
_NO_PEOPLE = re.compile(
    r"[ -](?:marketing|links?|program(?:me)?s?|platforms?|apps?|applications?|accounts?|tools?|technolog\w+|tracking|features|integrations?|social|log-?ins?|sign-in|products?|features?|content|cookies?|"
    r"resources?|sources?|pages?|pixels?|plug-?ins|identifiers?|id|ids|data)\b"
)
_ACTS_ANYWAY = frozenset(("a buyer of the business", "law enforcement"))
# Authorities and courts stand in many sentences in which nothing is handed to them.
_OF_STATE = frozenset(("authorities", "courts"))
_HANDED = re.compile(
    r"(?:\b(?:shar|disclos|provid|transfer|releas|report|hand|pass|giv|submit|send|suppl)\w*\b(?!.*\b(?:by|complain\w*|lodg\w+|contact\w*|before|if|under) )|^\W*(?:[a-z0-9.]{1,4}[.)] )?(?:with|to) )[^.;]*$|"
    r"\b(?:requests?|orders?|demands?|inquir\w+) (?:\w+ ){0,3}(?:from|by|of) [^.;]{0,60}$"
)
_PASSED_ON = re.compile(
    r"\b(?:shar|disclos|provid|send|sent|transfer|pass|sell|sold|giv)\w*\b.* (?:with|to)(?: (?:the|an?|other|any|such|these|certain|our|your))* $"
)
_REFUSED = re.compile(
    r"(?:\b(?:not|never|cannot|without)\b|n['’]t\b)(?! limitation)(?!(?: be)? (?:only|limited|just|solely|necessarily))(?:(?!\b(?:but|except|unless|other than|instead|however|until|so that|in order)\b)[^,]|, (?:or|nor|and|(?:such as|including|like)(?! to\b))\b|,(?= \w+(?: \w+)?,)){0,150}$"
)
_MARKS_AIM = re.compile(
    r"\b(?:for|to|by|purposes?|order|helps?|so|because|us(?:e|ed|ing)|(?P<no>(?:about|regarding)(?!.*, )|including(?! \w+ing\b)(?! (?:without|but|for|to)\b)|"
    r"(?:on|(?<!you )(?<!comply )(?<!complying )(?<!compliance )with|from|see|view\w*|interact\w*|click\w*)(?!.*, )|(?:when|if) you|receive|contacting|concerning))\b"
)
# Purposes as words for things, not for aims: "our marketing communications", "a request for customer support".
_THING = re.compile(
    r" (?:communications|messages|e-?mails|materials?|campaigns?|revenue|team|content|cookies|purposes? other)\b"
)
# Who is called by a purpose, and data called by one ("marketing partners", "customer support data").
_CALLED_BY_IT = re.compile(
    r" (?:(?:and|or) \w+ )?(?:partners?|providers?|compan(?:y|ies)|agenc\w+|networks?|industry|alliances?)\b|(?:, (?:and )?\w+| and \w+){0,3} data\b(?! \w+ing\b)|(?: and \w+)? contact (?:information|details)\b| requests?\b(?! (?:to|for)\b)"
)
_BROWSER_DOES = re.compile(r"\bbrowsers?\b[^.;]*$|\b(?:stop|cease)(?:ping)? $")
# A whole sentence whose words mark no aim names a purpose only where the platform does just that ("we personalise").
_SPEAKS = re.compile(
    r"\b(?:we|is|are|was|may|can|will|does|has|have|includes?|collects?|records?|contains?)\b"
)
_DOES_IT = re.compile(
    r"\b(?:we|our partners|providers)(?: (?:also|may|will|can|then|automatically|help|to))* $"
)
_SIGNS_UP = re.compile(r"\b(?:subscrib\w+|sign\w* up|register\w*) (?:to|for) (?:our |the |an? |\w+ )?$")
_DONE_BY_READERS = frozenset(("providing the service", "research and development", "customer support"))
_READERS = re.compile(r"\b(?:you|your own)(?: (?:may|can|choose to|also|must|should))* $")
_NAMES_THINGS = frozenset(("marketing", "advertising", "customer support"))
_REQUEST = re.compile(
    r"\b(?:requests?|inquir\w+|questions?|contact(?:ing)?|when(?:ever)? you|if you|you (?:may )?(?:use|contact|request)\b)[^.;]{0,40}$"
)
# A card as what somebody pays with, and no number that is kept.
_PAID_WITH = re.compile(
    r"\b(?:(?:with|using|use|by) (?:an? )?(?:valid )?|stolen |(?:purchase|pay) (?:with|by) \w+ )$"
)
# A profile is data where its contents are named, or where it stands among data or is what others get or see.
_PROFILE_DATA = re.compile(
    r" (?:information|data|details|content|name)\b| (?:and|or) (?:(?:other|contact|payment|account) )?information\b| \((?:including|such as|like|e\.g)|"
    r" (?:and \w+ )?(?:(?:(?:may|will|can|could) (?:also )?be|is|are|made) )?(?:no longer )?(?:publicly )?(?:visible|available|public|shown|displayed|accessible|viewable)\b|, (?:your |and )?(?:\w+ )?(?:name|photos?|content|posts|e-?mail|username|activity|contacts|comments)\b"
)
_AMONG_DATA = re.compile(
    r"\b(?:such as|like|including|includes?|e\.g\.,?|name,|username,|photos?,|e-?mail(?: address)?,|(?:shar|see|view|display|show|disclos|receiv|collect|publish|access|stor|retain|delet|updat|correct)(?:e|es|ed|ing|s|ings)?)"
    r"(?: (?:your|the|a|an|any|public|user|and|or|personal|name|photo|certain|information|from|in|on|content|limited|basic|full|entire|their|other users['’]?|people['’]s))* $|"
    r"\b(?:such as|like|including) [^.;]{0,80}, and (?:your |public |user )*$|\b(?:name|username|address|number|photos?|content|id)(?:,| and|,? or|, and)(?: (?:your|public|user))* $"
)


_DEPENDS_ON_IT = re.compile(
    r"\b(?:depend(?:ing|s|ent)? (?:up)?on|(?:regardless|irrespective) of|(?:var(?:y|ies)|differs?) (?:by|depending on|based on))(?: both)?(?: the location of [^,.;]{1,30},)* (?:(?:your|the|a user['\u2019]s)(?: (?!settings)\w+(?:,| and| or)){0,2} )?(?:your |the )?(?:geographic(?:al)? |physical |current )?$"
)


def _sentence_before(low: str, start: int) -> str:
    """What stands before a place in its own sentence, or cell of a row."""
    before = low[max(0, start - _BEFORE) : start]
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(before)]
    return before[ends[-1] :] if ends else before


def refused(low: str, start: int) -> bool:
    """Does the sentence say "not" of what is named there?"""
    return _REFUSED.search(_sentence_before(low, start)) is not None


def is_recipient(value: str, low: str, start: int, end: int) -> bool:
    """Does somebody named there get something, and not give it, own what is named, or only stand beside it?"""
    if value in _ACTS_ANYWAY:
        return True
    if _OWNED.match(low, end) or _GIVES_US.match(low, end) or _WANTS.match(low, end):
        return False
    before = _sentence_before(low, start)
    if value in _OF_STATE:
        return _HANDED.search(before) is not None
    if value == "other users" and not (_GOES_TO_MEMBERS.search(before) or _MEMBERS_SEE.match(low, end)):
        return False
    if _DEALT_WITH.search(before) or _GUARDED.search(before):
        return False
    if value != "service providers" and _NO_PEOPLE.match(low, end) and not _PASSED_ON.search(before):
        return False
    if _SPEAKS.search(before) and not (_HANDS.search(before) or _TAKES.match(low, end)):
        return False
    roles = list(_ROLE.finditer(before))
    return (
        not roles
        or roles[-1]["no"] is None
        or _ASKED_BY.search(before, max(0, roles[-1].start() - 16)) is not None
    )


def is_purpose(value: str, low: str, start: int, end: int) -> bool:
    """Is a purpose named there one that something is done for, and not refused, asked about or a name of a thing?"""
    before = _sentence_before(low, start)
    marks = [mark["no"] for mark in _MARKS_AIM.finditer(before)]
    if marks and marks[-1] is not None:
        return False
    if value in _NAMES_THINGS and not marks and _THING.match(low, end):
        return False
    if not marks and _SPEAKS.search(before) and not _DOES_IT.search(before):
        return False
    called = value in _NAMES_THINGS or value == "research and development"
    if _SIGNS_UP.search(before) or (called and _CALLED_BY_IT.match(low, end)):
        return False
    if value == "communication" and _BROWSER_DOES.search(before):
        return False
    if value in _DONE_BY_READERS and _READERS.search(before):
        return False
    return _REFUSED.search(before) is None and not (value == "customer support" and _REQUEST.search(before))


def is_data_kind(value: str, low: str, start: int, end: int) -> bool:
    """Is a kind of data named there for itself, and not as what something else depends on, is paid with or done to?"""
    if low.startswith("credit card", start) and _PAID_WITH.search(low, max(0, start - 40), start):
        return False
    if value == "profile" and not (
        _PROFILE_DATA.match(low, end) or _AMONG_DATA.search(_sentence_before(low, start))
    ):
        return False
    return _DEPENDS_ON_IT.search(low, max(0, start - 80), start) is None


TOLD_THERE: dict[str, Callable[[str, str, int, int], bool]] = {
    "recipient": is_recipient,
    "purpose": is_purpose,
    "data_kind": is_data_kind,
}
