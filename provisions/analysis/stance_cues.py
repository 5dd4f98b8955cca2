"""Patterns that settle the stance of single types: who deletes, refuses, covers, pays out, and what is not promised."""

import re
from functools import lru_cache

from provisions.analysis.stance_words import GRANTS
from provisions.analysis.waivers import NOT_WAIVED

DELETES = re.compile(
    r"\b(?:procedures?|steps|measures) to (?:\w+, )*(?:delete|erase|destroy|anonymi[sz]e)|\b(?:[Ww]e|[A-Z]\w+) (?:will )?(?:\w+ly |then |also )*(?:delete|erase|purge|destroy|overwrite|wipe|anonymi[sz]e|de-?identify|de-?identifie)s?\b|"
    r"\b(?:is|are) gone (?:after|within)\b|\b(?:is|are|be) (?:\w+ly |then )*(?:deleted|erased|purged|destroyed|overwritten|wiped|anonymi[sz]ed|removed from (?:our|its|all) (?:systems?|servers?|records?))\b"
)
# A deletion as the time from which something is still kept, and a keeping to which no end is set.
KEEPS_ON = re.compile(
    r"\b(?:[Aa]fter|[Ww]hen|[Ii]f|[Oo]nce)\b[^,.;:]{0,60}? (?:[Ww]e delete|(?:is|are) deleted)\b[^.;]{0,40}?,? (?:we|[A-Z]\w+) (?:may |will |can |still |also ){0,3}(?:keep|retain|store)|"
    r"\b[Rr]etained until [^,.;:]{1,50} (?:is|are) deleted\b|"
    r"^(?!.*(?:\b(?:only|not|never|no longer|up to|at most|maximum|within|until|as long as|necessary|needed|promptly|for the (?:period|duration|life\w*|term)|\w+[ -](?:hour|day|week|month|year)s?)\b|n['\u2019]t\b|\b(?:delet|eras|anonymi|destr|remov|purg)))"
    r".*\b(?:[Ww]e|[A-Z]\w+) will (?:\w+ )?(?:keep|retain)\b",
    re.DOTALL,
)
INSECURE = re.compile(
    r"(?:not|n['\u2019]t|no) (?:\w+ ){0,3}(?:guarantee|ensure|warrant|promise)|own risk|no (?:\w+ ){1,8}(?:is|are|can be) (?:\w+ly |100% )?(?:secure|safe)|not (?:be )?responsible", re.IGNORECASE
)  # fmt: skip
EXCLUDED_TOKEN = re.compile(
    r"not (?:limit(?!ed)|exclude(?!d)|be (?:limited|excluded) (?!to\b))|nothing in (?:these|this)|without limiting your (?:statutory|legal)|"
    r"^[\W\d]*(?:some|certain) (?:[\w,]+ ){0,4}(?:jurisdictions|states|countries|provinces|laws)\b[^.]{0,20} (?:do not|don['’]t) (?:allow|permit)",
    re.IGNORECASE,
)
# "eBay" and "xAI" are names as good as others.
_SMALL_INITIAL = re.compile(r"\b[a-z](?=[A-Z])")
_CONTRACTED = re.compile(r"(?<=\w)'(ll|re|ve)\b|(?<=\b[Tt]here)'(s)\b")
_FULL = {"ll": " will", "re": " are", "ve": " have", "s": " is"}
# A sentence in capitals says what it would say in small letters.
_SHOUTED = re.compile(r"\b[A-Z]{2,}(?:[ ,;\u2019'-]+[A-Z]+\b){5,}")
YOUR_PART = re.compile(
    r"\b(?:you|users?|customers?) (?:must|shall|should|will|need to|have to|agree to|undertake|are (?:solely |fully |also )?(?:responsible|required|liable))\b|\byour (?:sole )?responsib|"
    r"(?:is|are) required to|must (?:be|not be|have|comply|keep)",
    re.IGNORECASE,
)
# In terms between businesses the customer goes by such a name.
CUSTOMERS_PART = re.compile(
    r"^\W*(?:[\d.]+ )?(?:You|Your (?:company|organi[sz]ation)|Customers?|Company|Client|Business(?:es)?|Merchants?|Developers?|Partners?|Users?|Licensees?|Subscribers?|Advertisers?|Publishers?|Sellers?) "
    r"(?:will|shall|must|agrees? to|(?:is|are) (?:\w+ )?(?:responsible|required))\b(?! receive)"
)
GUARDS = re.compile(
    r"measures|safeguard|encrypt|protect|precaution|\bsecur(?:e|ing) (?:your|the|our)\b|firewall",
    re.IGNORECASE,
)
HONOURS = re.compile(
    r"(?<!not )(?<!n't )\b(?:honou?rs?|respects?|recogni[sz]es?|respond to|comply with) (?:[\w-]+ ){0,5}(?:signals?|GPC|Global Privacy Control)", re.IGNORECASE
)  # fmt: skip
MAY_REFUSE = re.compile(
    r"\b(?:we|(?!You\b|Users?\b|Customers?\b|Members?\b)[A-Z]\w+) (?:may|can|reserve the right to)(?: \w+ly| also)* (?:refuse|decline|deny|reject|limit)"
)
# What is asked of somebody before a request is answered.
ASKS_BEFORE = re.compile(
    r"\b(?:we|(?!You\b|Users?\b|Customers?\b|Members?\b)[A-Z]\w+) (?:may|can|will|must|need to|are required to|reserve the right to)(?: \w+ly| also| first| need to)* (?:ask|require|request|charge|verify|confirm|keep|retain)|"
    r"\b[Ww]e (?:charge|ask for) (?:you )?(?:an? )?(?:\w+ )?(?:fee|payment)\b"
)
KEPT_OUT = re.compile(
    r"\b(?:children|minors|persons?|anyone|individuals?|people|kids|users|those)\b[^.]{0,60}? (?:(?:may|must|can|are|is) ?not|can['\u2019]t|cannot) (?:be )?(?:allowed|permitted|use|register|create|access|open|enter|sign|join|buy|play)|"
    r"\bno (?:one|person|child)\b[^.]{0,40} (?:may|can)\b", re.IGNORECASE
)  # fmt: skip
# What is not done with children's data, or shown to them.
SPARES_CHILDREN = re.compile(
    r"\b(?:[Ww]e|[A-Z]\w+) (?:do|does|will|shall)(?: not|n['\u2019]t) (?:\w+ly )?[\"\u201c\u2018']?(?:sell|share|disclose|collect|use|process|target|deliver|show|display|serve|direct|track|market|profile)\b"
)
SETS_AGE = re.compile(
    r"\b(?:intended|directed|designed|meant|eligible|must be|may (?:not )?use|can(?:not)? use|allowed|permitted|at least|not use|not for use|you are)\b",
    re.IGNORECASE,
)
# Data that does not go abroad.
STAYS_HERE = re.compile(
    r"\b(?:not|never|n['\u2019]t)(?: be| is| are)? (?:\w+ ){0,3}?(?:transferr?(?:ed)?|moved?|sent|send|export(?:ed)?|stored?) (?:(?!\b(?:unless|except|without|only|if|other than)\b)[^.;]){0,60}\b(?:outside|abroad|elsewhere|third countr\w+)\b"
    r"(?![^.;]*\b(?:unless|except|without|only|if|other than)\b)|\b(?:never|not) leaves?\b(?! [^.;]*\b(?:unless|except)\b)",
    re.IGNORECASE,
)
HUMAN = re.compile(
    r"right (?:not )?to\b|(?:ask|request)\w* (?:for )?(?:a |that a )?(?:human|person|manual)|object to",
    re.IGNORECASE,
)
# What a machine's words are not for; no promise, whatever "not" stands in it.
DISCLAIMS_AI = re.compile(
    r"\bnot (?:\w+, )*(?:designed|intended|meant|a substitute|substitutes?)\b|\bnot (?:be )?(?:relied|rely)|\bprofessional advice",
    re.IGNORECASE,
)
# One court only, and not the reader's own.
SOLE_COURT = re.compile(
    r"\bexclusive(?:ly)?\b[^.;]{0,80}\b(?:courts?|venue)\b[^.;]{0,40}\b(?:in|of) (?!the (?:country|place|state|jurisdiction|same)\b|your\b|any\b)",
    re.IGNORECASE,
)
# "You will not be charged": a charge that is spared.
NOT_CHARGED = re.compile(
    r"^(?![\s\S]*\bmay (?:\w+ )?charge\b)[\s\S]*?(?<!if )\b(?:you|customers?|members?|users?) (?:will|shall|do|are|must|need)(?: not|n['\u2019]t) (?:\w+ ){0,2}?(?:charged|billed|pay|owe)\b|\bwe (?:will|do|shall) not (?:charge|bill)\b|\bno (?:hidden|extra|additional) (?:fees|costs|charges)\b",
    re.IGNORECASE,
)
# "We will never suspend your account without telling you why": what is done only so is promised.
_NOT_WITHOUT = (
    r"\b(?:[Ww]e|(?!You|Users?|Members?|If)[A-Z]\w+) (?:(?:will|shall|do|does|can)(?: ?not|n['\u2019]t| never)|won['\u2019]t|never)(?: \w+){0,2}? "
    r"(?:change|amend|modif|updat|terminat|suspend|close|end|delet|remov|block|restrict|disabl|ban)\w*\b[^.;]{0,80}\bwithout\b"
)
WILL_NOT_END = re.compile(
    rf"(?i:\b(?:will not|shall not|won['\u2019]t) (?:\w+ ){{0,2}}(?:(?:terminate|suspend|delete|end)(?:ed)?|closed?)\b)|{_NOT_WITHOUT}"
)
NOT_RENEWED = re.compile(r"\b(?:do|does|will)(?: not|n['\u2019]t)(?: \w+){0,1} renew\b", re.IGNORECASE)
WE_COVER = re.compile(
    r"\b(?:[Ww]e|(?!You\b|Users?\b|Customers?\b|Developers?\b|Sellers?\b|Merchants?\b|Members?\b)[A-Z]\w+) (?:will|shall|agrees? to)(?: (?!not\b)\w+,?){0,4}? (?:indemnify|defend|hold|protect)[^.]{0,40}? "
    r"(?:you\b|[Cc]ustomer)"
)
HOME_COURT = re.compile(
    r"\byou (?:may|can) (?:also |still |always |instead )?(?:bring|sue|file|start|take|rely|resolve [^.;]{0,160}(?:country|courts?) (?:of|in|where) (?:your|which you|you)\b)|(?:nothing|not|n['\u2019]t) [^.]{0,60}?(?:affects?|limits?|restricts?|waives?|deprives?|takes? away)[^.]{0,30}? (?:you\b|your\b|consumers?\b)|"
    r"\bonly (?:sue you|bring [^.;]{0,40} against you)\b[^.;]{0,60}\b(?:where|in which) you (?:live|reside)|benefit from (?:any |the )?mandatory|laws? of the (?:state|province|country)[^.;]{0,50}? where you (?:live|reside)|"
    r"^(?!.*\b(?:we|our|us) (?:may|can|sole|own|absolute)\b)[\s\S]*\bcourts? (?:of|in) (?:your (?:home |own )?(?:country|place|state|city|district|town)\b|the (?:country|place|state|city|district) (?:of your (?:residence|domicile)|(?:where|in which) you (?:live|reside)))", re.IGNORECASE
)  # fmt: skip
FORBIDS_YOU = re.compile(
    r"\b(?:you|users?|developers?|no one|nobody) (?:may|must|shall|will|can|agree)(?: agree)?(?: ?not| to not)?\b(?<=not)",
    re.IGNORECASE,
)
# Above a list of what people confirm.
VOUCHES = re.compile(r"\b(?:represent|warrant|confirm|certify)\b[^.]{0,30} that\W*$", re.IGNORECASE)
# "You may use the site only for lawful purposes" sets bounds and gives nothing.
ONLY_SO = re.compile(
    r"\b(?:you|users?|customers?|members?) (?:may|can) (?:[\w-]+ ){0,4}?only\b", re.IGNORECASE
)
BOUNDED = frozenset(("acceptable_use", "restricted_content", "account_control", "developer_api"))
# What readers must leave is no act of the platform.
BARS_READER = re.compile(
    r"\b(?:[Yy]ou|[Uu]sers?|[Dd]evelopers?|[Cc]ustomers?|[Yy]our apps?|[Aa]pps) (?:may|must|shall|agree to|agree)(?: ?not| never)(?: to)? (?!be\b|have\b|see\b|receive\b|access\b|opt\b|want\b|like\b|wish\b|need\b|choose\b|know\b)|"
    r"(?:^|[.;!] )(?:Please )?(?:Do not|Don['\u2019]t|Never) (?!(?:do|will|shall|would|have) )",
)
# Above a list of the cases in which a request is refused.
REFUSES_REQUESTS = re.compile(
    r"\b(?:(?:may|can|might|reserve the right to|will|could)(?: \w+ly)? (?:deny|refuse|decline|reject|not (?:be able to )?(?:comply|delete|respond|honou?r))|"
    r"(?:not|n['\u2019]t) (?:required|obligated|obliged|able) to (?:comply|delete|respond|honou?r)|(?:following|these) exceptions|right\w* (?:does|do) not apply)\b", re.IGNORECASE,
)  # fmt: skip
# The parts of a notice of infringement, which somebody else has to write.
COMPLAINT = re.compile(
    r"(?:identif\w+|description) (?:of )?(?:the |each )?(?:\w+ )?(?:copyrighted|infring)|good[- ]faith belief|penalt(?:y|ies) of perjury|counter[- ]?noti|"
    r"physical or electronic signature|notice of (?:alleged |claimed )?infring|copyright owner['\u2019]s rights",
    re.IGNORECASE,
)
# Content that must carry a label is not banned.
ASKS_FOR_LABELS = re.compile(
    r"^(?![\s\S]*\b(?:not|never|no|cannot|nor|remov\w+|prohibit\w*|ban(?:s|ned)?|forbid\w*|forbidden|violat\w+|unacceptable|disallow\w*|restrict\w*|zero)\b)(?![\s\S]*n['\u2019]t\b)"
    r"[\s\S]*\b(?:label(?:l?ing|l?ed|s)?|tag(?:ging|ged)?|mark(?:ing)?) (?:\w+ ){0,4}(?:content|posts?|media|images?|videos?|material|communit\w+|as)\b",
    re.IGNORECASE,
)
# Training that is named only to leave it out.
LEAVES_OUT = re.compile(
    r"\b(?:excluding|except(?: for)?|other than|but not(?: for)?) (?:\w+ ){0,2}training\b", re.IGNORECASE
)
NO_SALE = re.compile(
    r"\b(?:[Ww]e|[A-Z]\w+) (?:do|does|have|has|will)(?: not|n['\u2019]t) (?:\w+ ){0,2}(?:sell|sold)\b"
)
# Above a list of what people may set or refuse themselves.
YOURS_TO_SET = re.compile(r"\byou (?:can|may)(?: also)?\W*$", re.IGNORECASE)
_SETS = re.compile(
    r"\W*(?:control|manage|opt|turn|disable|refuse|limit|delete|adjust|choose|change|reject|block|unsubscribe|object|stop|withdraw|remove|clear)\b",
    re.IGNORECASE,
)
IGNORES_SIGNALS = re.compile(
    r"(?:not|n['\u2019]t)(?: \w+){0,3} (?:respond|recogni[sz]e|honou?r|react|take action)|(?:not|n['\u2019]t)(?: \w+){0,4} (?:that|which|to) (?:recogni[sz]|detect|respond|honou?r)|\bignores?\b",
    re.IGNORECASE,
)
# What is said of a right only to refuse it ("you will not be able to opt out").
DENIES = re.compile(
    r"\byou (?:will not|won['\u2019]t|cannot|can['\u2019]t|may not|are not able to|are unable to|do not have)(?: be able to| the (?:right|ability|option) to| \w+ly)* ?"
    r"(?:opt|unsubscribe|object|delete|access|withdraw|limit|refuse|stop)",
    re.IGNORECASE,
)
ASKS_FIRST = re.compile(
    r"\bwe (?:first |always )?(?:need|require|ask for) your (?:\w+ ){0,2}(?:consent|permission)|\b(?:with|based on|subject to|obtain|ask for|seek|request|without) your (?:prior |explicit |express |informed )*(?:consent|permission)|"
    r"\b(?:base|rely|based|relies) [^.;]{0,60}\bon your consent|(?:if|when|where) (?:we have your (?:\w+ )?consent|you (?:have )?(?:\w+ )?consented)|(?:if|when|where) you (?:consent|give us (?:your )?(?:consent|permission)|opt[ -]in)", re.IGNORECASE,
)  # fmt: skip
_CHOOSES = re.compile(
    r"\b(?:withdraw|revok|refus|declin|choos|choice|opt(?:ing)?[ -](?:out|in)|change your mind|turn|consent)\w*",
    re.IGNORECASE,
)
TRAINING = re.compile(r"\btrain|\bmodels?\b|machine learning", re.IGNORECASE)
NOT_A_GIFT = re.compile(
    r"(?:not|n['\u2019]t|never) (?:offer|give|provide|issue|grant|make)(?: any| you)? (?:\w+ )?(?:refunds?|returns?)|no (?:refunds?|money back|right|appeal|obligation)|non-?refundable|not (?:entitled|refund|eligible)|(?:can|may|do|does) ?not (?:opt|cancel|delete|respond to)|not be able to (?:opt|cancel|delete|object)",
    re.IGNORECASE,
)
CONTROLS = re.compile(
    r"\b(?:you|users?) (?:can|may|are able to|have the (?:right|option|ability|choice) to)(?: also| always)? (?:choose|opt|control|disable|turn|switch|refuse|tell us not|instruct us|"
    r"decline|manage|adjust|modify|request|ask|delete|object|withdraw|change|limit|reject|restrict|remove|block|unsubscribe|deactivate|edit|"
    r"access|review|correct|stop)\b|(?:^|[.,;] )(?:switch|turn) (?:them|it|this|these|that) off\b|"
    r"(?:^|[.;] )to (?:stop|opt|turn off|refuse|disable|object|unsubscribe|limit|avoid)\b[^.;]{0,80}, (?:please )?(?:go|visit|use|click|contact|write|open|e-?mail|change|see|select)\b|\byou (?:decide|choose|determine) (?:yourself )?(?:who|what|which|whether|how|if)\b|\byou (?:will )?have (?:an?|several|many|the|various|some|certain)? ?(?:variety of |number of |range of )?(?:tools|controls|choices|options|opportunity) (?:to|about|over|regarding)\b|\boffers? (?:you )?(?:\w+ )?(?:tools|controls|choices|options) (?:to|about|over|regarding)\b|\b(?<!if you )(?<!when you )(?<!once you )(?<!after you )(?<!have )opt(?:ing)?[ -]out of|your (?:right|choice)s? to (?:object|opt|refuse|restrict|choose)",
    re.IGNORECASE,
)
# What people need not give.
LEFT_TO_YOU = re.compile(
    r"\byou (?:(?:do not|don['\u2019]t) (?:have|need) to|need not|never have to|are (?:not|n['\u2019]t) (?:required|obliged|obligated) to) (?:give|provide|tell|share|enter|submit|send|upload)\b|"
    r"\b(?:giving|providing|sharing|uploading|adding) (?:us )?[^.;,]{0,50} (?:is|are) (?:\w+ )?(?:optional|voluntary|up to you)\b",
    re.IGNORECASE,
)
ASKS_FOR = re.compile(
    r"\byou (?:must|need to|have to|are required to|will (?:need|have) to)\b(?! (?:change|be |use|contact|visit|go|follow|opt|turn|delete|log))",
    re.IGNORECASE,
)
# A line above a list that offers what its items name ("You may have the right to:").
OFFERS = re.compile(
    r"\b(?:rights? to|entitled to|able to|(?:you|users|individuals|consumers|residents) (?:can|may|could)(?: also)?|(?:enables?|allows?|permits?|lets?) (?:you|users) to|(?:request|ask)(?: that)? (?:that )?(?:we|us)(?: to)?)\W*$|"
    r"^(?:(?!\b(?:must|verif\w+|unless|refuse|decline|deny|limit\w*|not)\b)[^.;])*\b(?:(?:following|several|certain|these|number of)(?: \w+){0,3} (?:rights|choices|controls)|you (?:can|may|have the right to) (?:ask|request|access|choose))\b(?:(?!\b(?:must|verif\w+|unless|refuse|decline|deny|limit\w*|not)\b)[^.;])*:\W*$",
    re.IGNORECASE,
)
# Agreement taken from what people do anyway, with no word of how to take it back.
TAKES_AGREEMENT = re.compile(
    r"^(?!.*\b(?:withdraw|revok|unsubscrib)).*?\b(?:by (?:\w+ly )?(?:using|accessing|creating|purchasing|clicking|continuing|registering|consenting|visiting|subscribing)\b[^.]*?\byou (?:\w+ly )?(?:agree|are agreeing|consent|accept|confirm|acknowledge)\b|"
    r"\bdeemed to have (?:\w+ )?(?:agreed|accepted|acknowledged|consented)|\bconstitutes? (?:your )?(?:acceptance|agreement|consent)\b|\byou (?:hereby )?consent to receiving\b)",
    re.IGNORECASE | re.DOTALL,
)
# Going on as before that counts as a yes, and word of a change that is promised.
ACCEPTS_BY_USE = re.compile(
    r"\bcontinu\w+ (?:to )?(?:use|using|access)[^.]{0,200}?(?:accept|agree|consent|constitut|bound|deem)",
    re.IGNORECASE,
)
_TELLER = r"\b(?:[Ww]e|(?!You|Users?|If|Changes|Terms)[A-Z]\w+)"
WE_TELL = re.compile(
    rf"{_TELLER} (?:will|shall|may) (?:\w+ ){{0,4}}?(?:notify|inform|tell|let you know|announce|post|publish|e-?mail|alert|provide (?:you )?(?:with )?(?:\w+ ){{0,4}}notice|give (?:you )?(?:\w+ ){{0,5}}notice|send)\b(?! us\b)"
)
# Word of changes and nothing else: no change is kept possible there.
ONLY_TELLS = re.compile(
    rf"^(?![\s\S]*(?<!ou )\b(?:may|can|might|need to|reserves?|from time to time)\b[^.;]{{0,60}}\b(?:chang|updat|modif|amend|revis)|[\s\S]*\b(?:updat|chang|revis)\w*\b[^.;]{{0,60}}\bfrom time to time\b)[\s\S]*?"
    rf"(?<!fter )(?<!hen )(?<!nce )(?<!ntil )(?:{_TELLER} (?:will|shall) (?!not\b)(?:\w+ ){{0,2}}?(?:notify|inform|tell|let you know|provide (?:\w+ ){{0,4}}notice)\b|\b[Ww]e (?:notify|inform|tell) you\b)"
)
# A change that is held back, not one that is kept possible.
WAITS = re.compile(
    r"(?i:\b(?:changes?|amendments?|updates?|modifications?)\b[^.]{0,60}\b(?:will|shall) not be (?:made|effective|applied)\b[^.]{0,30}\b(?:until|before|without)\b|\b(?:changes?|new (?:terms|versions?|rules))\b[^.;]{0,40}\bonly (?:[\w']+ ){0,3}?(?:after|once|if|when) you(?:['\u2019]ve| have)? (?:agreed?|accept(?:ed)?|consent(?:ed)?|said|say)\b|^\W*(?:any )?changes? [^.;]{0,60}\b(?:needs?|requires?) your (?:\w+ )?(?:consent|agreement|approval)\b)|"
    + _NOT_WITHOUT
)
# What is told before a change, or how long a change is held back.
HERALDS = re.compile(
    r"\b(?:changes?|amendments?|updates?|modifications?)\b[^.;]{0,40} (?:will|shall) be (?:\w+ly )?(?:announced|notified|communicated|e-?mailed)\b|"
    r"\byou will (?:hear from us|(?:hear|learn) about|be (?:told|notified|informed)\b|receive (?:a |an )?(?:notice|e-?mail))|^No (?:changes?|amendments?)\b[^.;]* (?:appl|affect|take)|"
    r"\btakes? effect no (?:sooner|earlier) than\b",
    re.IGNORECASE,
)
# When a change counts, and the changes that are told apart from the rest; parts of other patterns.
AT_ONCE = r"(?:effective (?:immediately|upon|when (?:they|we|it|the|post)|once post)|take effect (?:immediately|upon|when|as soon)|as soon as (?:we |they are )?post)"
SOME_CHANGES = r"\b(?:legal (?:reasons|requirements)|features?|other changes)\b"
# What settles that a clause of the type is a promise, wherever it stands.
PROMISED_BY = {
    "tracking_advertising": HONOURS,
    "ai_training": LEAVES_OUT,
    "class_action_waiver": NOT_WAIVED,
    "enforcement_actions": WILL_NOT_END,
    "termination": WILL_NOT_END,
    "policy_changes": WAITS,
    "international_transfers": STAYS_HERE,
    "indemnification": WE_COVER,
    "auto_renewal": NOT_RENEWED,
    "payment_fees": NOT_CHARGED,
}
SAFEGUARDS = re.compile(
    r"\bsafeguard|contractual|\badequa|framework|protect|\bclauses?\b|\bcompl(?:y|ies|iance)|\bmeasures?\b|\bensure|\bsecur|\bnot\b|n['\u2019]t\b|\bnever\b",
    re.IGNORECASE,
)
# A clause on transfers that first says what they rest on, or whom to ask or tell of them, and moves nothing itself.
_RESTS = r"we (?:also |may |will |primarily |then |have )*(?:rely|use (?=[^.]{0,60}(?:mechanism|contract|clause|safeguard|framework|measures))|implement|put in place|take steps|enter(?:ed)? into)"
ON_TRANSFERS = re.compile(
    rf"\W*(?:\w\)\s)?(?:(?:When|Where|If|For|In) (?:[^.,]|\d,\d){{0,110}}, |In addition,? )?(?i:{_RESTS}\b|you (?:may|can|have the right to) (?:also )?(?:request|obtain|ask for)\b|please (?:contact|consult|reach out)|you may (?:submit|also be able)\b)",
)
# What the platform may do in the cases that a list names is said above it.
POWERS = frozenset(("termination", "enforcement_actions", "platform_discretion", "content_moderation"))
# A lead-in whose items are the cases in which something is done.
OF_CASES = re.compile(
    r"\b(?:reasons?|cases|circumstances|situations|events|instances|if)\W*$|\bif (?:any|one|one or more) of (?:these|the following)\b[^.]{0,30}$",
    re.IGNORECASE,
)
# What must be named where "you may" is to give something by a clause of the type.
GIVES = {
    "refunds": re.compile(
        r"\byou(?:r|['\u2019]ll)?\b[^.;]{0,140}\b(?:refund|reimburs|money|withdraw|return|credit|cancel)\w*",
        re.IGNORECASE,
    ),
    "consent": _CHOOSES,
    "payment_fees": re.compile(
        r"\byou (?:can|may|are free to|have the (?:right|option)(?: to)?)(?: also| always)? (?:choose|pay|cancel|opt|change|select|pause|decide|use|update|ask|request|contest|dispute)\b",
        re.IGNORECASE,
    ),
    # A licence that is not withheld in the same sentence ("nothing here gives you a right to").
    "intellectual_property": re.compile(
        r"(?:^|[.;:!?)\d] )(?:(?!\b(?:not|nothing|no|neither|nor)\b)[^.;]){0,400}?(?:\b(?:licen[cs]e[ds]?\b|permission to|grant(?:s|ed)?\b|gives? you)|"
        r"\b(?:you|users?|customers?|developers?) (?:may|can|are (?:free|welcome|allowed|permitted) to)(?: \w+ly| also| only| choose to)* (?:access|use|copy|download|reproduce|print|share|display|install|view|quote|link|modify|store|distribute|publish|make)\b|"
        r"\byou (?:\w+ )?(?:retain|keep|own|remain)\b)",
        re.IGNORECASE,
    ),
    "content_license": re.compile(
        r"\b(?:retain|keep|own|remain|delet|remov|stop|withdraw|end)\w*", re.IGNORECASE
    ),
}


# What must be named where "we will" or "we do not" is to promise something by a clause of the type.
PROMISED = {
    "payment_fees": re.compile(
        r"\b(?:notif|inform|tell|told|let you know|e-?mail|remind|advance|provide you|refund|credit|charg|bill\b|billed|fee|price|pay\b)\w*",
        re.IGNORECASE,
    ),
    "intellectual_property": re.compile(
        r"\bclaims? (?:any |no )?(?:\w+ )?(?:ownership|rights?|title)|\b(?:respond|remove|notify|forward|restore|review|investigate|take (?:appropriate )?action)\b",
        re.IGNORECASE,
    ),
}


def is_set_by_reader(text: str, lead_in: str) -> bool:
    """Is it an item of what people can set or refuse?"""
    return YOURS_TO_SET.search(lead_in) is not None and _SETS.match(text) is not None


@lru_cache(maxsize=64)  # the stance of a clause is asked for more than once
def spoken(text: str) -> str:
    """The text in small letters where it shouts, with "will", "are" and "have" written out."""
    plain = text.replace("\u2019", "'")
    if "'" in plain:
        plain = _CONTRACTED.sub(lambda found: _FULL[found[1] or found[2]], plain)
    plain = _SMALL_INITIAL.sub(lambda found: found[0].upper(), plain)
    return _SHOUTED.sub(lambda found: found[0].capitalize(), plain)


def comes_first(pattern: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    """Is the pattern met before anything that the other finds?"""
    found, rival = pattern.search(text), other.search(text)
    return found is not None and (rival is None or found.start() <= rival.start())


def withholds(type: str, text: str) -> bool:
    """Does a clause that speaks of something given say that it is not? A right is not withheld by what does not fall under it."""
    given_first = type == "privacy_rights" and not comes_first(NOT_A_GIFT, GRANTS, text)
    if type in ("ai_training", "indemnification") or (given_first and not IGNORES_SIGNALS.search(text)):
        return False
    return NOT_A_GIFT.search(text) is not None
