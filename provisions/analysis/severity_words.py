"""Words that make a clause against the user weigh more, each with its points and its reason."""

import re
from dataclasses import dataclass

from provisions.analysis.turns import KEPT_FOREVER
from provisions.analysis.waivers import CLASS_ACTION_NAMES, CLASS_ACTIONS


@dataclass(frozen=True, slots=True)
class _Aggravation:
    """Words that make a clause of certain types weigh more or less; the pattern is looked for in lower case."""

    types: frozenset[str]
    pattern: re.Pattern[str]
    points: int
    reason: str


def _words(types: str, pattern: str, points: int, reason: str) -> _Aggravation:
    return _Aggravation(frozenset(types.split()), re.compile(pattern), points, reason)


_OF_DATA = (
    "data_collection data_usage data_sharing data_retention tracking_advertising sensitive_data ai_training"
)
_POWERS = "termination enforcement_actions platform_discretion policy_changes content_moderation payment_fees monetization_rules developer_api refunds account_control"

DATA = frozenset(_OF_DATA.split())
_ALL_POWERS = frozenset(_POWERS.split())
SOLD = "information can be sold or rented"
_WORDS: tuple[_Aggravation, ...] = (
    _words("class_action_waiver", rf"\b(?:{CLASS_ACTIONS})", 2, "waives the right to a class action"),
    _words("arbitration", rf"\b(?:{CLASS_ACTION_NAMES})", 2, "waives the right to a class action"),
    _words("class_action_waiver arbitration", r"\bjury", 1, "waives the right to a jury"),
    _words("arbitration", r"(?<!non-)(?<!non )(?<!not )\bbinding(?! on (?:the )?others?\b)|\bmandatory|\bmust be (?:resolved|arbitrated)|\bexclusively", 2, "arbitration is binding"),
    _words(_POWERS, r"(?<!your )\bsole (?:and absolute )?discretion(?!,? (?:are|is)\b)|absolute discretion|(?<!your )own discretion", 1, "at the platform's sole discretion"),
    _words(_POWERS, r"without (?:any |prior |advance )*(?:notice|warning)|(?:may|can|might|will) (?:(?!\bnot\b)[^.;])*without (?:telling|informing|notifying|warning|asking) you(?! (?:why|first))", 2, "without notice"),
    _words(_POWERS, r"(?<!if, )(?<!if )(?<!would )(?<!funds )(?<!terminated )(?<!unavailable )\bfor any(?: or no)? reason(?! other| outside)|(?:with or|time,?|account|service|services|access|notice,?|notice (?:and|or)) without (?:cause|reason)\b|no reason\b", 2, "for any reason"),
    _words(_POWERS, r"(?<!\bif )\bat any time", 1, "at any time"),
    _words(_POWERS, r"without (?:any )?liability|no liability(?! to (?:any|the) (?:buyer|seller|payer|third))", 1, "without liability for the consequences"),
    _words("termination enforcement_actions refunds monetization_rules", r"forfeit|no refund|not (?:be )?(?:entitled to|receive) (?:a |any )?refund|withh[eo]ld", 2, "money can be lost"),
    _words("policy_changes", r"continu\w+ (?:to )?(?:use|using|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|(?:agree|accept|bound|deemed)[^.]{0,100}continu\w+ (?:to )?us|\bby using", 1, "continued use counts as agreement"),
    _words("content_license", r"\bperpetual|\birrevocable", 2, "cannot be ended"),
    _words("ai_training", r"\b(?:perpetual|irrevocable)\b[^.]{0,80}\blicen[cs]e|\blicen[cs]e\b[^.]{0,80}\b(?:perpetual|irrevocable)", 2, "under a licence that cannot be ended"),
    _words("content_license", r"\bsub-?licens\w+|\btransferable|\bassignable", 1, "can be passed on to others"),
    _words("content_license", r"\bany (?:purpose|media|medium|and all)\b|now known or|known now or", 1, "covers any use or medium"),
    _words("content_license", r"derivative works|\b(?:modify|adapt)", 1, "allows changed versions"),
    _words("content_license", r"without (?:any )?(?:compensation|payment|obligation)", 1, "without payment"),
    _words("data_sharing", r"(?<!not )(?<!never )(?<!n['\u2019]t )(?<!or )(?<!, )(?<!not [\u201c\"\u2018'])\b(?:sell|rent)\b(?!, \()(?! (?:any |all |our |the |a |part of )*(?:business|assets|compan))(?=[^.;]{0,60}(?:information|data|lists?))|\bsale of (?!(?:\w+ )?(?:all|our|the|assets|substantially))", 2, SOLD),
    _words("data_sharing", r"\b(?:to|with) (?:anyone|anybody|whoever|whomever)\b(?! (?:you|with whom|to whom))", 1, "anyone may receive it"),
    _words("data_sharing tracking_advertising", r"advertis(?!\w* (?:alliance|industry|initiative|bureau))|data brokers?|marketing partners", 1, "advertising is involved"),
    _words("data_sharing", r"(?<!those of )(?<!interests of )(?<!rights of )third[ -]part(?:y|ies)(?! (?:sources?|cookies?|content|copyright|claims?|allegations?|data|licen|terms|rights?|accounts?|ads?\b|advertising))|collaborators|partners", 1, "third parties are involved"),
    _words("ai_training", r"(?:shar|disclos|provid|transfer|licens|sell|sold|giv)\w*\b[^.;]{0,80}\b(?:with|to) [^.;]{0,60}?(?:third[ -]part(?:y|ies)|collaborators|partners)\b|(?:third[ -]parties|collaborators|partners|recipients)\b(?: [\w-]+){0,6} (?:may|can|will|to) [^.;]{0,80}\b(?:use|train)\b", 1, "third parties are involved"),
    _words("tracking_advertising", r"(?<!all )(?<!links to )(?<!link to )(?<!linked to )(?<!provided by )(?:other|third[ -]party) (?:web)?sites|across (?:the|other|different)|do not (?:respond|honou?r)|ignore", 2, "reaches beyond the service itself"),
    _words("data_retention", rf"indefinite|perpetual|{KEPT_FOREVER}|after (?:you(?:['\u2019]ve| have)? (?:delete|close)|deletion|termination|your account)|even (?:if|when|after) you(?:['\u2019]ve| have)? (?:stop|le(?:ave|ft)|cancel)|as long as we (?:want|wish|like|choose|please|see fit)", 2, "kept after people leave, or without an end"),
    _words("ai_training", r"\b(?:own|independent) (?:\w+ )?purposes?\b|\btheir (?:own )?(?:\w+ ){0,3}models?\b", 1, "others train with it for purposes of their own"),
    _words("ai_training", r"\bby default|automatically (?:opted|enrol)|\b(?:are|is|be) opted[ -]in", 1, "applies by default"),
    _words(_OF_DATA, r"(?<!exploited )\bchildren\b(?!(?:['\u2019]s)? (?:services|agenc))|\bminors\b|\bteen(?:s|age\w*)?\b", 1, "children are concerned"),
    _words(_OF_DATA, r"biometric|\bhealth(?:-related)? (?:data|information|records?|conditions?|status|and fitness)(?! (?:about|of|on) (?:the|your) (?:operating|device|system|app|computer))|\b(?:physical|mental) health|medical|genetic|(?<!non-)(?<!non )(?<!not )\bprecise (?:geo)?location|\bface(?:s|prints?)\b(?! (?:to|the|of|legal))|\b(?:your|a|their) face\b|\bfac(?:e|ial) (?:data|geometry|images?|templates?|recognition|scans?|features|or|groupings?)\b|voiceprint|sexual|religio|ethnic", 2, "sensitive information is named"),
    _words("liability_limitation", r"personal injury|death|gross negligence|wilful|willful", 1, "names injury or serious fault"),
    _words("liability_limitation", r"(?:in no event|under no circumstances)(?!(?:(?!\b(?:liable|responsible)\b)[^.;])*\bexceed)|(?:liable for )?any (?:and all )?(?:loss(?:es)?|damages?|liabilit\w+)(?:(?:,| or| and)+ (?:any )?(?:loss(?:es)?|damages?|liabilit\w+|costs|injury))*\b(?! (?:or \w+ )?(?:resulting|arising|caused|incurred|suffered|from|due|that|relat|related|in connection|attribut|when|if|where|of))", 1, "excludes liability broadly"),
    _words("liability_limitation", r"^(?:(?!(?:in no event|under no circumstances)\b[^.;]*\b(?:liable|responsible)\b).)*(?:in no event|under no circumstances)(?:(?!\b(?:liable|responsible)\b)[^.;])*\bexceed", 1, "caps what is paid for a loss"),
    _words("indemnification", r"attorney|legal (?:fees|costs)|lawyers", 1, "includes legal costs"),
    _words("legal_jurisdiction", r"(?<!non-)(?<!non )\bexclusive", 1, "one court only"),
    _words("legal_jurisdiction", r"within (?:one|1|two|2) ?(?:\(\d\) )?year|permanently barred|forever barred|claims? (?:made|brought|filed|raised|reported) (?:later|more) than\b[^.;]{0,80}\b(?:lost|barred|void|rejected|refused)\b", 3, "shortens the time to sue"),
    _words("auto_renewal refunds", r"non-?refundable|no refunds?|not refund", 1, "payments are not given back"),
    _words("auto_renewal", r"^(?![\s\S]*\b(?:your users|users may)\b)(?=[\s\S]*free[ -]trial)(?=[\s\S]*(?:\bconvert|\bbecomes?\b|\bbegins?\b|\bcharge[ds]?\b|automatically (?:pay|renew|continue)|required to pay))", 1, "a free trial turns into a paid subscription"),
    _words("payment_fees", r"(?:change|increase|modify|adjust)\w* (?:our |the |its |any |subscription )*(?:fees|prices|pric)", 2, "prices can change"),
    _words("account_control", r"(?:all|any) (?:activit|use|action)", 1, "the holder answers for everything done with the account"),
    _words("ai_automated", r"legal or similarly|decision", 1, "decisions about people"),
    _words("consent", r"by (?:using|accessing|visiting|browsing|continuing)", 1, "mere use counts as agreement"),
)  # fmt: skip

_HOW_POWERS_ARE_USED = frozenset(("without notice", "for any reason", "at any time"))
# What is the reader's to do, up to what somebody else may: "you can close your account at any time".
_READERS_OWN = re.compile(
    r"(?:^|[.;:,!?)\]]\W*|\b(?:and|but|or|so|then|where|which case) )(?:you|users?|members?|customers?)(?: \w+ly| also| always)? "
    r"(?:can|may|could|are free to|have the right to)\b(?!['\u2019]t)(?! (?:\w+ly |also |not )*(?:be|have|lose|need|get|find|see|receive|experience)\b)"
    r"(?:(?!\b(?:we|may|can|will|shall|must|reserves?)\b)[^.;])*"
)

# What is not done with data, where the sentence makes no exception: "we do not collect precise location".
_LEFT_ALONE = re.compile(
    r"(?<!\byou )\b(?:do|does|will|shall|may)(?: not|n['\u2019]t) (?:\w+ly |ever )?(?:\w+ or )?(?:collect|gather|track|request|require|seek|extract|mine|share|disclose|sell|rent|use|infer|transfer|process|store)\b"
    r"(?:(?!\b(?:except|unless|other than|apart from|besides|only|without|until|but|however|if|when|where|we)\b)[^.;])*(?=[.;]|$)|"
    r"\bbut (?:never|not(?! limited\b)) [^.;]*|\bwithout (?:collecting|sharing|disclosing|storing)\b[^.,;]*|\beven if you (?:do not|don['\u2019]t)\b[^.,;]*|\(not [^)]*\)"
)
_MAY_LEAVE = re.compile(r"not\b|n['\u2019]t\b|\bnever\b|\bwithout\b")  # looked for first, as they are cheap
# What is kept without anybody's name in it is not kept of people.
_WITHOUT_NAME = re.compile(r"\b(?:anonymi[sz]ed|aggregated|de-?identified|non-personal)\b")
_NAMELESS = re.compile(rf"[^.;]*{_WITHOUT_NAME.pattern}[^.;]*")

# What a limit of liability leaves as it is: "unless we have acted with gross negligence".
_STILL_ANSWERED_FOR = re.compile(
    r"(?:\b(?:except|unless)|(?:\bnot|n['\u2019]t) (?:apply|limit|exclude|affect))\b(?:(?!\b(?:liable|responsible|in no event|under no circumstances)\b)[^.;])*"
)

_NEEDED_COOKIES = re.compile(
    r"(?<!non-)(?<!non )\b(?:essential|required|necessary) cookies\b|\bcookies (?:that |which )?are (?:strictly |absolutely )?(?:necessary|essential|required)\b|"
    r"\bcookies (?:only )?to (?:remember|save|keep|store) (?:[\w']+ ){0,6}?(?:basket|cart|log-?in|session|language|signed in|logged in)\b"
)
_OTHER_COOKIES = re.compile(
    r"advertis|\bads?\b|analy[szt]|interest|third[ -]part|measur|personali[sz]|market|\bperformance|profil|optional|non-?(?: )?essential|not (?:strictly )?(?:necessary|essential|required)|preferences|\btrack|statistic|improve|partners"
)


def only_needs_cookies(text: str) -> bool:
    """Does a clause speak only of the cookies without which the service would not work?"""
    low = _LEFT_ALONE.sub(" ", text.lower())
    return _NEEDED_COOKIES.search(low) is not None and _OTHER_COOKIES.search(low) is None


def aggravations(type: str, text: str) -> list[tuple[int, str]]:
    """What the words of a clause of the type add to its weight, as (points, reason)."""
    low = text.lower()  # matching without regard to case costs several times as much
    theirs = _READERS_OWN.sub(" ", low) if type in _ALL_POWERS else low
    if type in DATA and _MAY_LEAVE.search(low):
        low = _LEFT_ALONE.sub(" ", low)
    if type == "data_retention" and _WITHOUT_NAME.search(low):
        low = _NAMELESS.sub(" ", low)
    low = _STILL_ANSWERED_FOR.sub(" ", low) if type == "liability_limitation" else low
    return [
        (rule.points, rule.reason)
        for rule in _WORDS
        if type in rule.types and rule.pattern.search(theirs if rule.reason in _HOW_POWERS_ARE_USED else low)
    ]
