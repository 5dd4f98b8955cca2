"""What a clause of terms does that is one plain sentence, by how its main part begins ("We will never sell your photos")."""

import re

_MOST = 240  # characters: a longer sentence is seldom plain
_MORE = re.compile(r"[.!?;:]\s+\S|\n")
# What takes back a part of what is promised or given.
_TAKES_BACK = re.compile(
    r"\b(?:but|however|although|except|unless(?! the law| it is (?:unlawful|illegal)| we are legally)|only|provided that|subject to|may not)\b",
    re.IGNORECASE,
)
_OPENS = r"\W*(?:[\d.]+ )?(?:(?:if|when|whenever|once|after|before|where|should|until)\b[^.;:]{0,140}?, )?"
_NEVER = r"we (?:(?:will|shall) (?:never|not)|never|won't|do not|don't)(?: ever| knowingly)? "
_TELL = r"we (?:will |shall |always |also |then |first )*(?:tell|notify|inform|warn|remind|e-?mail|let) you\b"
_FREED = r"you (?:do not|don't|need not|never|will not|won't) (?:have|need) to\b|you (?:are not|aren't|will not be|won't be) (?:required|obliged|asked) to\b"
_NO_DUTY = r"we (?:do not|don't) (?:have|need) to\b|we (?:are not|aren't) (?:obliged|obligated|required) to\b|we need not\b"
_MAY = r"we (?:may|can|might|could)(?! (?:only|not)\b)(?:,? \w+ly| also| always)? (?!help\b|assist\b|offer\b|provide\b|be (?:held|required|obliged|liable)\b)"
_NOBODY = r"(?:nobody|no one|no person|nothing|none)\b[^.;]{0,60}\b(?:may|can|shall|is allowed)\b"
_PAID_OUT = r"(?:your )?(?:earnings|payouts|royalties|commissions)\b[^.;]{0,40} (?:are|will be) (?:paid|sent|transferred)\b"

OLDER_VERSIONS = re.compile(r"\b(?:older|earlier|previous|prior|past|archived) versions?\b", re.IGNORECASE)
# Those whom a waiver does not bind.
SPARES_SOME = re.compile(
    r"\W*(?:[\d.]+ )?(?:this|the|our) (?:[\w-]+ ){0,4}waiver (?:does not|doesn['\u2019]t|will not|shall not) (?:apply|cover|affect|bind)\b",
    re.IGNORECASE,
)
# Those who need not cover anything.
SPARES_PAYER = re.compile(
    rf"{_OPENS}(?:{_FREED}|{_NEVER}(?:ask|require|make|expect)\b|there is no (?:duty|obligation) (?:on|for) you\b|you have no (?:duty|obligation) to (?:indemnify|defend|cover|pay)\b|(?:users|customers|consumers|members|buyers) never (?:have|need) to (?:pay|cover|indemnify)\b)",
    re.IGNORECASE,
)
_Rule = tuple[frozenset[str], str, re.Pattern[str]]


def _rule(types: str, stance: str, pattern: str) -> _Rule:
    return frozenset(types.split()), stance, re.compile(f"{_OPENS}(?:{pattern})", re.IGNORECASE)


# Types in which what never happens, what people are free to do and what is done for them is in their favour.
_MOST_TYPES = (
    "termination enforcement_actions content_moderation payment_fees auto_renewal account_control consent children_age platform_discretion "
    "content_license developer_api policy_changes disclosure_requirements intellectual_property"
)
_FREE_TO = (
    r"(?:it is|it's) (?:fine|okay|ok|all right) to\b|you are (?:free|welcome|allowed) to\b|(?!we\b|our\b|us\b|(?-i:[A-Z]\w+) is\b)[^.;,]{1,40} are (?:free|welcome) to\b|"
    r"[^.;,]{1,60} is (?:optional|voluntary)\b|you (?:can|may) always\b|you have (?:got )?(?:at least |up to )?[\w-]+ (?:days|weeks|months) to (?:contest|appeal|object|answer|complain|download|export)\b"
)
_NEVER_DONE = (
    r"(?!you\b|users?\b|members?\b|never\b|please\b|developers?\b|apps?\b|sellers?\b|do\b)(?:(?!\b(?:may|must|can|shall|should|if) never\b|[^\w\s,'-])[\s\S])*?\bnever "
    r"(?:be )?(?!guarantee|warrant|promise|represent|refund|return|paid|pay you|compensat|liable|responsible|give)|"
    r"you (?:are|will be) never (?:charged|billed|signed|banned|asked|forced|enrolled|tracked)\b|you will never be (?:charged|billed|signed|banned|asked|forced|enrolled|tracked)\b"
)
_DONE_FOR_YOU = (
    r"we (?:will |shall |always |also |then |happily )*(?:restore|repair|replace|warn you|tell you|remind you|apologi[sz]e|explain|compensate|reimburse you|defend you|protect you|stand behind|"
    r"send you (?:an? )?(?:reminder|notice|warning)|ask (?:you )?(?:first|before)|give you (?:an? )?(?:reason|warning|chance|notice))\b"
)
_LEAVES_RIGHTS = (
    r"(?:these terms|this(?: choice of law)?|nothing (?:here|in (?:these|this|our) \w+)) (?:do not|does not|don't|doesn't|will not|won't)? ?(?:take away|takes away|affects?|limits?|changes?|touch(?:es)?|removes?|excludes?|restricts?) (?:any )?(?:of )?(?:your|the) (?:[\w-]+ ){0,3}(?:rights|guarantees|protections?|warrant(?:y|ies))\b|"
    r"your (?:[\w-]+ ){0,3}rights\b[^.;]{0,30} (?:are not|aren't) (?:limited|affected|touched|changed)\b"
)
# The first that fits is the clause's stance.
_RULES: tuple[_Rule, ...] = (
    _rule("legal_jurisdiction", "grants", _LEAVES_RIGHTS),
    _rule("liability_limitation warranty_disclaimer", "promises", _LEAVES_RIGHTS),
    _rule(_MOST_TYPES, "promises", _NEVER_DONE),
    _rule(_MOST_TYPES, "promises", r"no(?:body's|thing| [a-z]+)[^.;]{0,40} (?:is|are|will be) (?:ever )?\w+ed\b[^.;]{0,20} (?:without|by a machine|for no reason)\b"),
    _rule("class_action_waiver", "promises", r"you (?:keep|retain) (?:your|the) right to\b"),
    _rule("legal_jurisdiction", "grants", r"(?:consumers|users|customers) (?:may|can) (?:always |also |still )?(?:sue|bring|file|go to court)\b[^.;]*\b(?:live|reside|home|local)\b"),
    _rule("monetization_rules", "promises", r"(?:artists|creators|sellers|authors|partners) (?:will )?(?:always )?(?:get|are) paid\b"),
    _rule("payment_fees", "promises", r"(?:there are )?no (?:\w+ ){0,2}(?:fees|charges|costs)\b(?! (?:will|are|is)\b)|you (?:do not|don't|will not|won't) pay\b"),
    _rule("account_control", "promises", r"you (?:do not|don't|will not|won't) (?:have to )?pay\b"),
    _rule("account_control", "grants", r"(?:two|three|several|up to \w+) people (?:may|can) (?:share|use)\b"),
    _rule("refunds", "reserves", r"whether you get\b[^.;]*\b(?:for|up to) us\b|we (?:may|can) (?:refuse|deny|decline|say no to)\b"),
    _rule("refunds", "promises", r"(?:everyone|everybody|customers|buyers|guests) (?:will )?gets? (?:all )?(?:of )?their money back\b"),
    _rule("developer_api account_control intellectual_property", "prohibits", r"(?:please )?never [a-z]+ "),
    _rule("developer_api intellectual_property", "grants", r"(?:developers|anyone|everyone|fans|teachers) (?:may|can) (?:use|build|access|call|test|publish|create|share|print|copy)\b"),
    _rule("monetization_rules", "reserves", r"(?:your )?(?:payouts?|payments?|earnings) (?:may|can|might) be (?:delayed|held|withheld|paused|reduced|stopped)\b"),
    _rule("class_action_waiver", "promises", r"(?:class actions?|group (?:lawsuits?|claims?|actions?)|collective actions?) (?:is|are) (?:allowed|permitted|possible)\b"),
    _rule(f"{_MOST_TYPES} acceptable_use restricted_content", "grants", _FREE_TO),
    _rule(f"{_MOST_TYPES} warranty_disclaimer", "promises", _DONE_FOR_YOU),
    _rule("indemnification", "promises", r"we (?:will |shall )?(?:defend|protect|indemnify) you\b(?! and you\b)"),
    _rule("liability_limitation", "promises", r"we (?:will |shall )?(?:pay for|compensate|make good)\b"),
    _rule("warranty_disclaimer", "promises", r"(?!no\b|there\b|nobody\b)[^.;,]{1,60} (?:comes?|is sold) with (?:an? |our )?(?:[\w-]+ ){0,3}(?:guarantee|warranty)\b"),
    _rule("content_license intellectual_property developer_api", "promises", r"(?!we\b)[^.;,]{1,60} (?:belongs? to you|(?:is|are|stays?|remains?) yours|(?:stays?|remains?) with you)\b|we (?:do not|don't) own\b|we need (?:your|this|the) (?:permission|licen[cs]e) only\b"),
    _rule("termination platform_discretion enforcement_actions", "reserves", r"(?:we are|(?-i:[A-Z]\w+) is) (?:free|allowed|entitled) to\b"),
    _rule("termination enforcement_actions", "reserves", r"we (?:will |shall )?(?:shut|close|end|delete|ban|block|terminate|suspend)\b (?:your|any|every|accounts?\b)"),
    _rule("termination payment_fees developer_api", "promises", r"[^.;,]{1,60}\b(?:costs? nothing|is free of charge|costs you nothing)\b|you pay nothing\b"),
    _rule("platform_discretion policy_changes", "promises", r"we (?:can't|cannot) [^.;]{1,80} without (?:asking|telling|your)\b"),
    _rule("disclosure_requirements", "promises", r"[^.;,]{1,40} (?:is|are) (?:always |clearly )+(?:label?led|marked|shown)\b"),
    _rule("children_age", "promises", r"(?:ads?|advertising|tracking|[\w ]{1,30} ads) (?:is|are) (?:switched|turned) off for\b"),
    _rule("content_moderation enforcement_actions", "promises", r"every [^.;]{1,30} (?:gets?|comes with) (?:an? )?(?:reason|explanation|notice|warning)\b"),
    _rule("policy_changes", "promises", r"(?:old|earlier|existing|past|running) [\w ]{1,30} (?:stays?|remains?|keeps?)\b"),
    _rule("auto_renewal", "grants", r"(?:switch|turn) off (?:\w+ )?(?:auto-?)?(?:matic )?renewals?\b|cancel (?:any ?time|whenever)\b"),
    _rule("auto_renewal", "promises", r"(?:the |your |each )?(?:pass|plan|subscription|membership|ticket) (?:simply )?(?:ends?|stops?|expires?) (?:on its own|by itself|automatically)\b"),
    _rule("refunds", "reserves", r"(?:money|payments?|fees|amounts?)\b[^.;]{0,30} (?:is|are) (?:not|never) (?:returned|given back|paid back)\b|only [^.;]{1,60} (?:can|may) be (?:returned|refunded|exchanged)\b"),
    _rule("refunds", "promises", r"(?:your |the )?refunds? (?:arrives?|reach(?:es)? you|will be (?:paid|sent))\b"),
    _rule("monetization_rules", "promises", r"(?:artists|creators|sellers|authors|partners) (?:will )?(?:get|receive|earn|keep) (?:half|all|[\w-]+ per ?cent|\d+ ?%)"),
    _rule("monetization_rules", "reserves", r"we (?:will |may )?(?:take|keep|deduct|charge)\b|no (?:payouts?|payments?|earnings)\b|[^.;]{1,60} (?:is|are) not paid\b"),
    _rule("platform_discretion disclosure_requirements content_moderation", "reserves", _NO_DUTY),
    _rule("platform_discretion", "reserves", _MAY),
    _rule("platform_discretion", "promises", _NEVER + r"(?!guarantee|warrant|promise|represent|accept|assume|control|endorse|monitor|screen|review|check|have\b|need\b|allow\b|permit\b|tolerate\b|waive\b)"),
    _rule("account_control developer_api", "reserves", _MAY + r"(?:\w+ (?:or )?){0,2}(?:back|off|away|reclaim|take|change|close|block|refuse|remove|cut|limit|start|stop|charg\w+|build|compete|copy|revoke)\b"),
    _rule("account_control consent acceptable_use", "grants", _FREED),
    _rule("account_control", "promises", r"you (?:are not|aren't|will not be|won't be) (?:held )?(?:responsible|liable) for\b"),
    _rule("account_control", "prohibits", r"(?:user ?)?accounts? (?:can't|cannot|may not|must not) be (?:sold|given|shared|transferred|traded|lent)\b"),
    _rule("developer_api", "prohibits", r"(?:your )?(?:apps?|applications?|developers?) (?:may not|must not|mustn't|can't|cannot)\b"),
    _rule("developer_api enforcement_actions termination content_moderation disclosure_requirements auto_renewal", "promises", _TELL),
    _rule("developer_api", "promises", r"we will (?:always )?(?:announce|give you)\b"),
    _rule("termination", "promises", r"you (?:will )?have (?:at least )?[\w-]+ (?:days?|weeks?|months?) to (?:download|export|retrieve|copy|save|take)\b"),
    _rule("termination", "promises", r"there (?:is|are|will be) no (?:\w+ )?(?:fees?|charges?|costs?) for (?:closing|cancell?ing|ending|leaving|deleting)\b"),
    _rule("termination", "reserves", r"(?:unused |inactive |dormant )?accounts? (?:that|which|with|not)\b[^.;]{0,80}\b(?:may|can|will) be (?:deleted|closed|removed|terminated|suspended)\b"),
    _rule("enforcement_actions", "reserves", r"(?:you|your account) (?:will|may|can|could) (?:also )?be (?:permanently |temporarily )?(?:banned|suspended|blocked|removed|expelled|limited|restricted|locked)\b"),
    _rule("enforcement_actions", "promises", r"you (?:will )?(?:always )?(?:get|receive|be given) (?:a|an|one|at least one) (?:\w+ )?(?:warning|notice|chance)\b"),
    _rule("indemnification", "promises", SPARES_PAYER.pattern),
    _rule("indemnification", "promises", r"we (?:will|shall) (?:cover|pay|reimburse)\b[^.;]{0,30}\byour?\b"),
    _rule("warranty_disclaimer", "promises", r"we (?:guarantee|promise|warrant)(?: you)? (?:that|to)\b|we (?:will|shall) (?:repair|replace|fix)\b"),
    _rule("warranty_disclaimer", "promises", r"your (?:\w+ ){0,2}rights\b[^.;]{0,60} (?:stay as they are|are not affected|remain (?:unaffected|intact))\b"),
    _rule("liability_limitation", "promises", r"we (?:are|remain|stay|will be) (?:fully )?(?:responsible|liable) for\b"),
    _rule("class_action_waiver", "grants", r"you (?:can|may|have the right to) (?:also )?(?:opt out|reject)\b"),
    _rule("class_action_waiver", "promises", rf"{SPARES_SOME.pattern}|nothing (?:here|in (?:these|this|our)\b[^.;]{{0,30}}) (?:stops|prevents|keeps|bars) you from (?:\w+ ){{0,4}}(?:class|group|jury|collective)\b"),
    _rule("legal_jurisdiction", "grants", r"we (?:can|may|will) only sue you (?:in|where)\b|the laws? of your (?:own )?(?:home )?(?:country|state) (?:applies|apply|governs)\b|you keep the (?:protections?|benefits?)\b"),
    _rule("policy_changes", "grants", r"you (?:can|may|will) (?:\w+ )?(?:find|see|read|view|access|compare|review) [^.;]{0,30}versions\b|(?:older|earlier|previous|prior|past|archived) versions\b[^.;]{0,60} (?:are|can be|is) (?:\w+ )?(?:available|found|viewed|here|archived|kept)\b"),
    _rule("policy_changes", "grants", r"you (?:can|may) (?:always )?(?:leave|cancel|close|end|reject)\b"),
    _rule("content_license", "promises", _NEVER + r"(?:sell|use|share|claim|take|publish|licen[cs]e)\b"),
    _rule("content_license", "promises", r"(?:our|this|the|your) licen[cs]e\b[^.;]{0,40}\b(?:ends|expires|stops|terminates|will end)\b"),
    _rule("intellectual_property", "grants", r"you are free to\b|anyone (?:may|can)\b"),
    _rule("acceptable_use restricted_content children_age", "prohibits", _NOBODY),
    _rule("acceptable_use restricted_content", "requires", r"(?:please |always )*(?:be (?:kind|nice|respectful|honest|polite|considerate|civil|careful)|respect|treat|only (?:post|share|use|upload|sell)|(?:post|share|use|upload|sell)\b[^.;]{0,40}\bonly)\b"),
    _rule("restricted_content", "requires", r"(?!you\b|users?\b)[^.;,]{1,60}\bmust (?:carry|bear|show|include|be (?:labell?ed|marked|tagged))\b"),
    _rule("restricted_content", "requires", r"(?!you\b)[^.;,]{1,60}\b(?:may|can) (?:be \w+ only|only be \w+)\b"),
    _rule("acceptable_use restricted_content", "promises", _NEVER + r"(?:forbid|ban|prohibit|restrict)\b"),
    _rule("restricted_content", "grants", r"(?!no\b|nothing\b|none\b|only\b|if\b)[^.;,]{1,60}\b(?:is|are) (?:fine|okay|ok|allowed|permitted|welcome)\b(?! (?:only|to)\b)"),
    _rule("acceptable_use", "grants", r"(?:journalists|researchers|parents|schools|teachers|businesses) (?:may|can)\b"),
    _rule("content_moderation", "promises", r"(?:a human|a person|a (?:\w+ )?moderator|someone|our (?:\w+ )?team) (?:will )?(?:always )?(?:looks?|reviews?|checks?)\b"),
    _rule("content_moderation", "grants", r"(?:anyone|everyone|anybody|all users|users) (?:can|may) (?:report|flag|appeal)\b"),
    _rule("content_moderation", "requires", r"we (?:do not|don't) (?:\w+ly )?(?:check|review|monitor|screen|moderate|read|watch)\b"),
    _rule("payment_fees", "promises", r"(?:the|our|this) (?:basic |standard )?(?:app|service|site|website|plan|version) is (?:completely |entirely |always )?free(?: of charge)?\b(?! (?:trial|for))|you won't be (?:charged|billed)\b"),
    _rule("payment_fees", "requires", r"you pay (?!nothing|no\b|only)|we (?:charge|keep|deduct) (?!no\b|nothing|your? (?:data|information))"),
    _rule("auto_renewal", "promises", r"no (?:renewal|charge|payment)\b[^.;]*\bwithout your\b|(?:the |your |our )?(?:free )?trials? (?:simply )?(?:ends?|stops?|expires?) (?:on (?:its|their) own|by (?:itself|themselves))\b"),
    _rule("refunds", "reserves", r"refunds? (?:is|are) (?:\w+ )?(?:up to us|at our)\b|we (?:will |may )?(?:keep|retain|deduct|withhold)\b|(?:gift cards?|vouchers?|credits?|tickets?|\w+ items) (?:can't|cannot|may not) be (?:exchanged|returned|refunded|redeemed)\b"),
    _rule("refunds", "promises", r"we (?:will |shall |always )*refund (?!policy)(?!.*\bnot\b)|refunds are (?:always )?(?:paid|made|issued|sent) (?:within|in)\b|you (?:will )?get (?:all )?(?:of )?your money back\b"),
    _rule("refunds", "grants", r"you have (?:\w+ )?[\w-]+ days to (?:change your mind|withdraw|return|cancel|send)\b"),
    _rule("monetization_rules", "reserves", r"we (?:may|can|might|will) (?:\w+ ){0,2}?(?:hold|withhold|pause|delay|stop|reduce|deduct|cut|freeze|suspend)\b|you (?:will )?(?:lose|forfeit)\b"),
    _rule("monetization_rules", "requires", r"you (?:must|need)\b"),
    _rule("monetization_rules", "promises", rf"{_PAID_OUT}|you (?:will )?(?:get|receive|earn|keep) (?:\w+ )?(?:\d+ ?%|[\w-]+ per ?cent\b|all\b|everything\b|half\b)"),
    _rule("disclosure_requirements", "promises", r"we (?:will |always |also |clearly |regularly )*(?:label|mark|publish|disclose|report on|explain|tell you)\b(?! (?:your|any) (?:data|information|personal))"),
    _rule("consent", "promises", r"we (?:will |always |do )*ask (?:you |for (?:your )?(?:consent|permission) )?(?:first\b|before\b)"),
    _rule("children_age", "promises", r"(?<=, )we (?:will |shall )?(?:immediately |promptly |then )*(?:delete|remove|erase|close)\b"),
    _rule("children_age", "grants", r"(?:a )?(?:parents?|guardians?|parents (?:and|or) guardians) (?:can|may) (?:also |always )*(?:ask|request|review|delete|withdraw|refuse|contact|access|see|have|close|cancel|end)\b"),
)  # fmt: skip
_GIVING = ("grants", "promises")


def move_in_plain_words(type: str, text: str) -> str:
    """The value of the stance of a clause that is one short sentence; empty where its words do not settle it.

    A power outweighs what is promised in a second sentence, and nothing else is read of two.
    """
    if len(text) > _MOST:
        return ""
    more = _MORE.search(text)
    for _types, stance, pattern in _RULES_OF.get(type, ()):
        if more and stance != "reserves":
            continue
        if pattern.match(text) and not (stance in _GIVING and _TAKES_BACK.search(text)):
            return stance
    return ""


_RULES_OF = {
    type: tuple(rule for rule in _RULES if type in rule[0])
    for type in frozenset().union(*(rule[0] for rule in _RULES))
}
