"""What single sentences promise people or take from them, by their words alone."""

import re
from dataclasses import dataclass

from provisions.analysis.refusals import refusal_in
from provisions.analysis.stance_cues import spoken


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence does for people or takes from them: what that is, and what it weighs when it goes or comes, in points."""

    name: str
    points: int
    pattern: re.Pattern[str]

    @property
    def reason(self) -> str:
        """What weighs there."""
        return _REASONS[self.name]

    @property
    def noun(self) -> str:
        """What is removed or added where it is a promise."""
        return "Choice" if self.name == "choice" else "Promise"

    @property
    def said(self) -> str:
        """What a sentence that takes says, before its words."""
        return f"now says {_SAID[self.name]}"


@dataclass(frozen=True, slots=True)
class Pledge:
    """A sentence that promises or takes, with what it was known by."""

    cue: Cue
    sentence: str
    start: int = 0  # of the words it was known by, counted in words
    became: str = ""  # the sentence that now promises less


_REASONS = {
    "refused": "something is not done with data or content",
    "consent": "the reader is asked first",
    "costs": "nothing is charged",
    "notice": "notice in advance",
    "deletion": "data is deleted",
    "choice": "the reader has a choice or a remedy",
    "payment": "money is paid back",
    "others": "others receive data",
    "training": "models are trained",
    "identity": "face, voice or identity is examined",
    "given up": "something is given up or lost",
    "licence": "rights in content are given",
    "arbitration": "disputes go to arbitration",
    "money": "something is charged",
    "power": "the platform decides alone or without notice",
}
_SAID = {
    "others": "that others receive data",
    "training": "that models are trained",
    "identity": "that face, voice or identity is examined",
    "given up": "what is given up or lost",
    "licence": "what rights people give",
    "arbitration": "that disputes are arbitrated",
    "money": "what is charged",
    "power": "what the platform decides alone or without notice",
}


def _cue(name: str, points: int, pattern: str) -> Cue:
    return Cue(name, points, re.compile(pattern))


_NOT = r"(?:(?:do|does|did|will|shall|would|can|is|are)(?: not|n['’]t)|cannot|never|no longer)"
_NAMED = r"\b(?!(?:You|Your|Users?|They|Members?|Customers?|Partners?|Developers?|Sellers?|If|It|This|That|These|Others|Do|Don|Please|Cookies?|Who|Which|Nothing)\b)[A-Z][\w.]+"
_SPEAKER = (
    rf"(?:\b[Ww]e|\b[Oo]ur (?:\w+ )?(?:partners?|staff|team|employees|apps?|systems?|software)|{_NAMED})"
)
_LY = r"(?:(?:\w+ly|ever|also|otherwise|then|in any way) )*"
_DO = (
    r"(?:sell|rent|trade|share|give(?! you\b| rise\b| any\b)|disclose|release|transfer|pass|reveal|publish|use|process|analy[sz]e|collect|gather|record|store|keep|retain|log|read|access|view|scan|monitor|"
    r"listen to|track|profile|personali[sz]e|combine|link|train|work with)"
)
_DONE = (
    r"(?:sold|rented|traded|shared|given|disclosed|released|transferred|passed|revealed|published|used|processed|analy[sz]ed|collected|gathered|recorded|stored|kept|retained|logged|read|"
    r"accessed|viewed|scanned|monitored|tracked|profiled|combined|linked|shown|displayed|made (?:available|public|visible))"
)
_DATA = (
    r"(?:data|information|details|scores?|histor(?:y|ies)|profiles?|messages?|chats|conversations?|photos?|pictures?|images?|videos?|recordings?|audio|voice|face|location|position|whereabouts|"
    r"address(?:es)?|phone numbers?|contacts?|prompts?|inputs?|outputs?|content|code|posts?|files?|documents?|measurements?|results?|records?|pulse|activit(?:y|ies)|behaviou?r|habits|"
    r"interests|identifiers?|identity|names?|e-?mails?)\b"
)
_YOURS = rf"(?:\b(?:[Yy]our|[Pp]ersonal|[Uu]sers?['’]?s?|[Cc]ustomers?['’]?s?|[Mm]embers?['’]?s?|[Aa]ccount|[Hh]ealth|[Ll]ocation) (?:[\w-]+ ){{0,3}}?{_DATA}|\b(?:data|information) about you\b)"
_OTHERS = (
    r"(?:third[ -]part(?:y|ies)|(?:[\w'’-]+ ){0,2}(?:partners?|insurers?|advertisers?|brokers?|employers?|affiliates?|subsidiaries|vendors?|suppliers?|providers?|processors?|"
    r"authorit(?:y|ies)|agenc(?:y|ies)|governments?|police|banks?|researchers?|universit(?:y|ies)|schools?|landlords?|doctors?|lenders?|retailers?|merchants?|sellers?|publishers?|"
    r"sponsors?|investors?|buyers?|compan(?:y|ies)|businesses|organi[sz]ations?|networks?|law enforcement|contractors?))\b"
)
_GIVE = r"(?:share|disclose|give|provide|pass(?: on)?|send|sell|rent|transfer|release|forward|supply|report|reveal|hand(?: over)?)s?"
_GIVEN = r"(?:shared|disclosed|given|provided|passed(?: on)?|sent|sold|rented|transferred|released|forwarded|supplied|reported|revealed|handed(?: over)?|made (?:available|visible))"
_MAY = r"(?:(?:may|might|can|could|will|shall|also|sometimes|then|now|and|or|\w+ly|use|collect|process|store|sell),? ){0,5}"
_ACT = r"(?:terminat|suspend|remov|delet|chang|modif|amend|discontinu|refus|reject|clos|disabl|limit|restrict|withh|cancel|increas|block|ban|end|stop|revoke|downgrad|interrupt)\w*"
_PERIOD = r"(?:\d+|one|two|three|four|five|six|seven|ten|fourteen|fifteen|thirty|sixty|ninety)(?: \(\d+\))?[ -](?:calendar |business |working )?(?:hour|day|week|month|year)s?"

PROMISES = (
    _cue("refused", 4, rf"{_SPEAKER}(?: and \w+)? {_LY}{_NOT} {_LY}(?:\w+(?:,| or| and|, or) )?{_DO}\b(?=[^.;]*\b(?:[Yy]our?|[Pp]ersonal|[Uu]sers?|[Cc]ustomers?|[Mm]embers?|[Pp]eople|[Dd]ata|[Ii]nformation|it|them)\b)"),
    _cue("refused", 4, rf"(?:{_YOURS}|\b(?:they|(?:[Tt]hese|[Tt]his|[Ss]uch) (?:\w+ )?{_DATA}|(?:[Cc]ontent|[Dd]ata|[Ii]nformation|[Cc]ode|[Pp]rompts|[Mm]essages)\b))[^.;]{{0,70}} (?:is|are|will|shall)(?: be)?(?: not|n['’]t| never| no longer)(?: be)? {_LY}{_DONE}\b"),
    _cue("refused", 4, rf"\b(?:[Nn]one of {_YOURS}|[Nn]o (?:one|third party|other company)) {_LY}(?:is|are|will be|can|sees?|receives?|gets?|reads?)\b|\b[Ww]ithout (?:collecting|sharing|storing|selling) {_YOURS}"),
    _cue("refused", 4, rf"{_YOURS}[^.;]{{0,30}} (?:stays?|remains?|(?:is|are) only (?:stored|kept|processed)) (?:only )?(?:in|within|inside|on) (?:the |your )?(?:[A-Z]|country|device|phone|computer)"),
    _cue("consent", 4, rf"(?:\b[Ww]e|{_DATA}) [^.;]{{0,90}}\b(?:only|not|never|without|unless)\b[^.;]{{0,40}}\b(?<!deemed )your (?:\w+ ){{0,3}}(?:consent|permission)\b|(?<!where )(?<!when )(?<!if )\b[Ww]e (?:(?:will|also|always|first) )*(?:ask|obtain|get|seek|need|request)(?: for)? your (?:\w+ ){{0,2}}(?:consent|permission)\b"),
    _cue("costs", 3, r"\b(?:[Yy]ou (?:will|are|shall)(?: not|n['’]t| never) be (?:charged|billed)|[Ww]e (?:do|will|shall)(?: not|n['’]t) (?:charge|bill) you)\b"),
    _cue("notice", 3, rf"\b[Ww]e (?:will|shall) (?:\w+ )?(?:notify|inform|tell|e-?mail|warn) you\b[^.;]{{0,80}}\b(?:before|in advance|prior to|at least|beforehand|{_PERIOD})\b"),
    _cue("deletion", 3, rf"(?<!request that )(?<!ask that )\b[Ww]e (?:(?:will|then|also|shall) )*{_LY}(?:delete|erase|destroy|anonymi[sz]e) {_YOURS}"),
    _cue("choice", 3, r"\b[Yy]ou (?:can|may|could|have (?:the|a) right to|are entitled to|are free to) (?:(?!only\b)\w+ly |also |always )*(?:opt[ -]?out of|object to|withdraw (?:your )?consent|appeal|cancel|refuse|decline|get (?:a |your )?(?:full )?(?:refund|money))\b"),
    _cue("payment", 3, r"\b[Ww]e (?:will|shall) (?:\w+ )?(?:refund|reimburse|compensate|pay|credit) (?:\w+ )?you\b"),
)  # fmt: skip
TAKINGS = (
    _cue("others", 3, rf"{_SPEAKER} {_MAY}{_GIVE} (?:[^.;]{{0,60}}{_YOURS}[^.;]{{0,60}}\b(?:to|with|available to) {_OTHERS}|{_OTHERS} (?:with )?{_YOURS})"),
    _cue("others", 3, rf"(?<!by )(?<!from )\b[Oo]?u?r? ?{_OTHERS} (?:(?:may|might|can|could|will|also) )*(?:receives?|gets?|obtains?|sees?|(?:has|have) access to)\b[^.;]{{0,30}}{_YOURS}"),
    _cue("others", 3, rf"{_YOURS}[^.;]{{0,30}} (?:is|are|be|being) (?:\w+ )?{_GIVEN} (?:[^.;]{{0,90}} )?(?:to|with) {_OTHERS}"),
    _cue("training", 4, r"\b(?:us(?:e|es|ed|ing)|includ\w+)\b[^.;]{0,140}\b(?:train|training)\b[^.;]{0,60}\b(?:models?|artificial intelligence|AI|algorithms?|machine learning)\b|^\W*(?:[Tt]o )?(?:[\w&-]+ ){0,3}?[Tt]rain(?:ing)? (?:[\w&-]+ ){0,4}(?:models?|artificial intelligence|AI|algorithms?)\b"),
    _cue("identity", 3, r"\b(?:biometric|face (?:geometry|scan|print)|facial (?:recognition|age|template)|fingerprints?|voice ?prints?|government(?:-issued)? ID\b|photo ID\b|selfies?)\b[^.;]{0,80}\b(?:estimat|verif|confirm|match|check|scan|identif)\w*|\b(?:estimat|verif|confirm|match|check|scan|identif|collect|requir)\w*[^.;]{0,80}\b(?:biometric|face (?:geometry|scan|print)|facial (?:recognition|age|template)|fingerprints?|voice ?prints?|government(?:-issued)? ID\b|photo ID\b|selfies?)"),
    _cue("given up", 3, r"\b[Yy]ou (?:\w+ly |also |agree to |hereby |will |shall |may )*(?:waive|release|give up|forfeit|relinquish|forgo|indemnify|compensate us|hold (?:\w+ ){1,3}harmless|lose (?:all |any |your )+(?:\w+ )?(?:rights?|balance|credits?|points?|money|purchases|deposit))\b|\b[Nn]on-?refundable\b|\bforfeit"),
    _cue("licence", 4, r"\b[Yy]ou (?:\w+ly |also |hereby |agree to )*(?:are (?:only )?)?(?:grant|giv)(?:e|ing)? (?:to )?(?:us|[A-Z]\w+|the \w+)\b[^.;]{0,120}\b(?:licen[sc]e|rights?)\b"),
    _cue("arbitration", 4, r"\b(?:shall|will|must|agree to) (?:\w+ )?(?:be )?(?:\w+ly )?(?:arbitrate|arbitrated|(?:resolved?|settled?|decided?|determined) (?:\w+ly )?(?:by|through) (?:\w+ )?(?:\w+ )?arbitration)\b"),
    _cue("money", 3, r"\b(?:[Ww]e|[Yy]ou|[Yy]our (?:card|account|payment method)) (?:(?:may|will|can|shall|must|also|reserves? the right to|agree to|be|automatically|then) )+(?:charged?(?! a commission)|billed?|deducted?|debited?|pay (?:an? |the )?(?:additional|extra|higher|per)|withhold)\b|\b(?:fees?|charges?|commissions?|surcharges?|penalt(?:y|ies)|interest) of [\d$€£]"),
    _cue("power", 3, rf"{_SPEAKER} (?:also |hereby |\w+ly )?(?:(?:may|can|will|could|shall|reserves? the right to|has the right to|have the right to)\b)[^.;]{{0,40}}\b{_ACT}\b(?:(?!\b[Yy]ou (?:may|can|must|will|cease|are)\b)[^.;]){{0,90}}(?:without (?:any |prior |further )*(?:notice|warning)|for any (?:or no )?reason|(?:sole|own|absolute) discretion|at any time)"),
    _cue("power", 3, rf"{_SPEAKER} (?:also |hereby |\w+ly )?(?:(?:may|can|will|could|shall|reserves? the right,?),? )(?:(?:in|at) \w+ (?:sole|own|absolute)(?: and \w+)? discretion|at any time|without (?:prior )?notice)[^.;]{{0,60}}\b{_ACT}\b"),
)  # fmt: skip
# Where somebody else than the platform is the one who does not, or who gives.
_OTHERS_REFUSE = re.compile(
    r"\b(?:[Yy]ou|[Tt]hey|[Uu]sers?|[Mm]embers?|[Cc]ustomers?) (?:do|will|shall|may|must|can|are)(?: not|n['’]t|not)\b(?! be (?:charged|billed)\b)|^\W*(?:\w+: )?(?:Do not|Don['’]t|Never|Avoid)\b|\b(?:[Hh]is|[Hh]er)\b|\bso long as\b|\bbelow\W*$"
)
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|without|none|cannot|unless|except|liable|responsible|attempts?)\b|n['’]t\b"
)
# What only points elsewhere, defines a word or names what people may not do takes nothing.
_ASIDE = re.compile(
    r"^\W*(?:Note: )?(?:Learn|Read|See|Please (?:see|read|refer|review)|For more|For information|To learn)\b|\bmore about\b|\bhow you can\b|^(?:\W*\w{1,4}[.)] )?\W*[“\"][^”\"]+[”\"] (?:is|are|means?|has)\b|\bengag(?:e|ing) in\b|\bmeans any\b"
)
_DATA_OF_PEOPLE = re.compile(_YOURS)
_MAY_PROMISE = re.compile(
    r"\bnot?\b|n['’]t\b|\b(?:never|none|nothing|nobody|neither|cannot|without|only|unless|will|shall|delete|erase|destroy|anonymi[sz]e|can|may|could|right to|entitled|free to|consent|permission|stays?|remains?)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(rf"\b(?:{_DO}|{_DONE})\b")
_REFUSED_ACTS = re.compile(rf"\b{_NOT} (?:be )?{_LY}((?:\w+(?:,| or| and|, or) ){{0,3}}(?:{_DO}|{_DONE}))\b")
_MATTERS = re.compile(
    rf"\b(?:{_DO}|{_DONE}|third[ -]part(?:y|ies)|partners?|insurers?|advertisers?|brokers?|employers?|affiliates?|authorities|governments?|banks?|researchers?)\b",
    re.IGNORECASE,
)
_REFUSALS = re.compile(rf"\b{_NOT}\b|\b[Nn]o(?:ne)?\b|\b[Ww]ithout\b")
_READERS_ACT = re.compile(
    r"\b[Yy]ou (?:can |may |choose to |to )?(?:share|send|give|provide|disclose|post|apply|use)\b|\b(?:allow|let|enable)s? you to\b"
)


def may_be(name: str, text: str) -> bool:
    """Whether some sentence of a text can be of a sort, before its sentences are looked at one by one."""
    if name == "refused":
        return _REFUSALS.search(text) is not None
    return any(cue.pattern.search(text) for cue in (*PROMISES, *TAKINGS) if cue.name == name)


def promised_in(sentence: str) -> Pledge | None:
    """What the platform promises there."""
    if not _MAY_PROMISE.search(sentence):
        return None
    text = spoken(sentence)
    if _OTHERS_REFUSE.search(text) or _ASIDE.search(text):
        return None
    for cue in PROMISES:
        if match := cue.pattern.search(text):
            return Pledge(cue, sentence, text.count(" ", 0, match.start()))
    refused = refusal_in(text) if _DATA_OF_PEOPLE.search(text) else None
    return None if refused is None else Pledge(PROMISES[0], sentence, text.count(" ", 0, refused))


def taken_in(sentence: str) -> Pledge | None:
    """What the sentence takes from people or lets the platform do, without a word of denial before it; the weightiest."""
    text = spoken(sentence)
    best: Pledge | None = None
    if _ASIDE.search(text):
        return None
    for cue in TAKINGS:
        match = cue.pattern.search(text)
        if match is None or (best and best.cue.points >= cue.points):
            continue
        before = text[: match.start()] if cue.name == "power" else text[: match.end()]
        if _DENIED.search(before) or (cue.name in ("others", "training") and _READERS_ACT.search(before)):
            continue
        best = Pledge(cue, sentence, text.count(" ", 0, match.start()))
    return best


def narrowed(promise: Pledge, other: Pledge) -> bool:
    """Does the other form of a refusal refuse less: fewer acts, fewer of those that data is kept from?"""
    if promise.cue.name != "refused":
        return False
    lost, come = (_matters(pledge.sentence) for pledge in (promise, other))
    refusals = [len(_REFUSALS.findall(spoken(pledge.sentence))) for pledge in (promise, other)]
    return (lost > come) or refusals[0] > refusals[1]


def covers(other: Pledge, promise: Pledge) -> bool:
    """Does another sentence refuse all that the promise refuses?"""
    acts, others = (
        {act for acts in _REFUSED_ACTS.findall(spoken(one.sentence)) for act in _ACTS.findall(acts)}
        for one in (promise, other)
    )
    return bool(acts) and acts <= others


def _matters(sentence: str) -> set[str]:
    return {word.lower() for word in _MATTERS.findall(sentence)}
