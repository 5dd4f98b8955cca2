"""Words for kinds of data, recipients and purposes: what each is called, the pattern that finds it, and cheap cues."""

import re

_SHORTEST_CUE = 2

DATA_KINDS: dict[str, str] = {
    "e-mail address": r"e-?mail address(?:es)?", "phone number": r"(?:tele)?phone numbers?", "name": r"(?:your|full|first|last) names?", "username": r"user ?names?",
    "IP address": r"IP address(?:es)?|Internet Protocol", "precise location": r"precise (?:geo)?location|GPS", "location": r"(?<!that )(?<!this )(?<!which )(?<!any )(?<!one )(?<!each )(?<!at a )(?<!physical )(?<!office )(?<!primary )(?<!storage )(?:geo)?location(?: data| information)?(?! (?:of (?:our|the (?:server|office|data cent))|where (?:we|our|data)|outside))",
    "device information": r"device (?:information|data|identifiers?|ids?)|operating system|browser type", "payment details": r"payment (?:information|details|data)|credit card(?! process)(?=[^.;]{0,25}\b(?:numbers?|information|details|data)\b|\)|,| or debit)|bank account (?:number|information|details|data)s?|card numbers?|digits of (?:your|the) (?:\w+ )?card",
    "contacts": r"address book|your contacts|phonebook|contact list", "messages": r"(?:direct|private|your) messages", "posts": r"(?:your )?posts(?! (?:on|to|a|an|the) )", "photos": r"photos?(?! (?:\w+ )?apps?\b)",
    "biometric data": r"biometric(?:s| data| information| identifiers?)?|face(?: geometry|prints?)|voiceprints?", "health data": r"(?<!device )health(?:-related)? (?:data|information)(?! (?:about|of|on) (?:the|your) (?:operating|device|system|app|computer))|medical information",
    "postal address": r"(?<!our )(?<!\bthis )(?<!following )(?:postal|mailing|billing|delivery|shipping|home|street|residential) address(?:es)?(?!:| (?:below|above|listed|set out|provided|shown|of (?:our|the)))", "date of birth": r"date of birth|birth ?date", "cookies": r"cookies?", "browsing history": r"browsing (?:history|activity)|pages (?:you )?(?:view|visit)(?:ed)?",
    "search history": r"search (?:history|terms|queries)", "purchase history": r"purchase history|transaction (?:history|data)", "government ID": r"government(?:-issued)? ID|passport|driver'?s licen[cs]e",
    "log data": r"log (?:data|files?)", "usage data": r"usage (?:data|information)|(?<!of your )(?<!\bour )(?<!during your )interactions", "account information": r"account (?:information|data)", "deleted content": r"deleted (?:content|posts|messages)",
    "prompts and outputs": r"(?:inputs?|prompts?) and outputs?|prompts", "voice recordings": r"voice recordings?|audio recordings?", "your content": r"(?:your|user) content",
    "feedback": r"(?<!receive )(?<!receiving )feedback(?! that we)|(?:your|ideas,?|comments,?) suggestions", "advertising identifiers": r"advertising (?:ids?|identifiers?)", "employment details": r"(?:employment|education(?:al)?)(?:,| and| or)* (?:history|background|details|information|status|records?|data|employment|education)|job applications?|work history|place of employment",
    "race or ethnic origin": r"racial or ethnic|ethnic(?:ity| origin)", "beliefs": r"religious|philosophical beliefs|political opinions", "sexual orientation": r"sexual orientation",
    "aggregated data": r"aggregated?(?:,| or| and)? (?:[\w-]+ )?(?:information|data)|de-?identified (?:information|data)", "children's data": r"information (?:from|about) children", "profile": r"(?<!in )(?<!in your )(?<!in the )(?<!through )(?<!through your )(?<!via your )(?<!on your )(?<!from your )(?<!account )(?<!business )(?<!family )(?<!with your )(?<!with )(?:your )?profile(?! settings| page| photo| pic| image| url| link| for you)",
}  # fmt: skip
RECIPIENTS: dict[str, str] = {
    "advertisers": r"advertisers?|advertising (?:partners|networks|companies)|ad (?:partners|networks)", "service providers": r"service providers?|vendors?|(?:sub-?)?contractors|(?:sub-?)?processors|suppliers",
    "affiliates": r"affiliates?|affiliated companies|subsidiar(?:y|ies)|group companies|parent company|corporate (?:family|group)", "law enforcement": r"law enforcement|(?<!to )police\b(?! report| against)",
    "authorities": r"(?:government(?:al)?|public|regulatory|administrative) (?:agenc(?:y|ies)|bod(?:y|ies)|entit(?:y|ies)|officials)|(?<!supervisory )(?<!data protection )authorities|(?:competent|relevant|judicial|tax|local) authority|regulators?", "courts": r"courts?(?! (?:orders?|proceedings?|process|decisions?|cases?|filings?|rul))|tribunals?",
    "business partners": r"(?:business |trusted |our )?partners", "a buyer of the business": r"merg\w+|acqui(?:sition|rer|red(?! compan))|bankruptcy|sale of (?:all|assets|our business)|(?:business|company|assets) (?:is|are) sold|sells? (?:our|its|the|all|part of) (?:\w+ )?(?:business|company|assets)|reorgani[sz]ation|successor",
    "the public": r"(?<!in )(?<!\bor )(?<!threats to )(?<!harm to )(?<!safety of )(?<!longer visible to )(?<!longer available to )(?<!platform available to )(?<!service available to )(?<!services available to )the (?:general )?public(?! (?:interest|authorit|body|bodies|health|sector|domain|record|workforce|cloud|key|api|ip\b|network|safe\b|internet))|publicly (?:visible|viewable|displayed|available to)|(?:visible|available|accessible|seen|viewed|accessed|shown) (?:to|by) anyone|anyone (?:on or off\b|who (?:uses|visits|views|sees|has)\b|with (?:access|the link|an? (?:link|account|\w+ connection))|(?:can|may|could) (?:\w+ly |also |then )?(?:see|view|access|read|find|search|copy|download|watch|listen|interact|follow|use|re-?share|share)\b)|search engines", "other users": r"(?<!longer visible to )(?<!longer available to )other (?:users|people)(?!['’])", "third parties": r"(?<!those of )(?<!interests of )(?<!rights of )(?:third|3rd)[ -]part(?:y|ies)(?! (?:service )?(?:providers?|vendors?|contractors?|processors?|suppliers?|advertis|ad\b|developers?|payment|analytics|(?:web ?)?sites?\b|web properties|content|cookies?|software|links?\b|devices?|products?\b|games?|claims?\b|licen[sc]|terms\b|rights?\b|intellectual|databases?|data rates|code\b|information|materials?\b|sources?\b)|['’]s? (?:\w+ )?(?:interests?|rights?|data|information|privacy|terms|intellectual|consent))|other companies(?! under common)", "data brokers": r"data brokers?",
    "payment processors": r"payment (?:processors?|providers?|services(?! (?:regulations?|directive)|\)))", "professional advisers": r"(?:lawyers|auditors|professional advis[eo]rs|accountants|legal counsel)", "collaborators": r"collaborators",
    "developers": r"(?:third-party )?developers", "analytics providers": r"analytics (?:providers?|partners|services)|google analytics", "employers or schools": r"your (?:employer|school|organi[sz]ation)|(?:account|workspace|team|network|system|school|organi[sz]ation(?:['’]s)?) administrators?",
    "financial institutions": r"banks\b(?! account)|financial (?:institutions|organi[sz]ations|partners)|banking partners", "insurers": r"insurers|insurance (?:companies|providers|partners|carriers)",
    "credit agencies": r"credit (?:reporting |reference )?(?:agenc|bureau)\w+", "researchers": r"researchers|academic",
}  # fmt: skip
PURPOSES: dict[str, str] = {
    "training machine-learning models": r"train(?:ing|s|ed)?\b[^.;]{0,60}\b(?:models?|ai|algorithms?|artificial intelligence|machine learning)|(?:machine learning|artificial intelligence|ai) (?:models? )?training|improv\w+ (?:our |the )?models",
    "advertising": r"(?:targeted |personali[sz]ed |interest-based |relevant |behaviou?ral )?advertis(?:ing|ements?)(?! (?:ids?|identifiers?)\b)|\bads\b", "marketing": r"(?<!in receiving )(?<!about receiving )(?<!for receiving )(?:direct )?marketing|promotional(?! (?:or \w+ )?codes?)|newsletters?(?! you\b)", "security and fraud prevention": r"fraud(?! (?:\w+ )?(?:information|data|alerts?))|(?:safety|security) purposes|safety and security|security and (?:safety|integrity|fraud)|(?:protect|promot|ensur|maintain|improv|enhanc|manag|keep|preserv)\w* (?:\w+,? ){0,9}(?:safety|security)\b|for (?:\w+ )?(?:safety|security)\b|prevent(?:ing)? abuse|abuse prevention",
    "personalisation": r"personali[sz](?:e|ing|ation)|custom(?:i[sz]e|ization)|tailor(?:ed|ing)?|recommend(?:ations?)?", "analytics": r"analy(?:tics|[sz]e|sis)|measure(?:ment)?|statistical|statistics (?:about|on|for)", "research and development": r"research|develop(?:ing)? (?:new|our(?! (?:own|business)\b))|product development",
    "improving the service": r"improv(?:e|ing)(?:, \w+){0,3}(?:,? (?:and|or) \w+)? (?:our|the|your(?= (?:\w+ ){0,2}experience))(?! (?:security|safety|accuracy|marketing|ads?\b|advertis\w+|(?:ai |language |machine[- ]learning )?models?)\b)", "providing the service": r"(?:provid(?:e|ing)|operat(?:e|ing)|maintain(?:ing)?|deliver(?:ing)?)(?:,|,? and)? (?:(?!in\b|with\b|to\b|through\b|via\b|by\b|on\b|for\b)\w+ )?(?:you with\b|(?:our|the|this|these|those|that)(?: (?!to\b|of\b|in\b|with\b|for\b|from\b|via\b|through\b|on\b|at\b|by\b)[\w’'-]+){0,3}? (?:services?|products?|(?:web)?sites?|platforms?|apps?|applications?|features?|functions?|functionalit\w+|software|offerings?|tools?|experiences?)|(?:services|products)\b(?! (?:to|for|on) (?!you\b|users|customers)))",
    "legal duties": r"(?:comply|compliance) with (?:\w+ )?(?:laws?|legal|regulat)|legal (?:obligations?|process|requirements?)", "communication": r"communicat(?:e|ing) with you|contact(?:ing)? you|respond(?:ing)? to (?:you|(?:any |a |an |the )?(?:inquir|enquir|questions?|requests?|comments?|feedback))|send(?:ing)? you|notify you(?! (?:when you receive|and any|(?:of|about|if) [^.;]{0,60}(?:breach|incident)))", "payments": r"process(?:ing)? (?:your )?(?:payments?|transactions?|orders?)|billing(?! (?:information|details|data|address))",
    "identity checks": r"verify(?:ing)? (?:your )?(?:identity|age|account)|authenticat\w+", "profiling": r"profil(?:ing|es? of you)|(?:to|may|we|draw|drawing|make|making) infer(?:ences?)?", "customer support": r"(?:customer|technical) (?:support|service)",
}  # fmt: skip


# The plain letters of which one must stand in a text before a pattern is tried, where they can't be derived from it.
_CUES: dict[str, tuple[str, ...]] = {
    "law enforcement": ("law enforcement", "police"), "authorities": ("authorit", "regulator", "government", "public ", "regulatory ", "administrative "), "courts": ("court", "tribunal"),
    "professional advisers": ("lawyer", "auditor", "professional advi", "accountant", "legal counsel"),
    "security and fraud prevention": ("fraud", "safety ", "security ", "abuse"),
    "providing the service": ("provid", "operat", "maintain", "deliver"),
    "customer support": ("customer s", "technical s"),
    "employers or schools": ("employer", "your school", "your organi", "administrator"),
    "children's data": ("about children", "from children"),
    "communication": ("communicat", "contact you", "contacting you", "respond to", "responding to", "send you", "sending you", "notify you"),
    "legal duties": ("comply with", "compliance with", "legal obligation", "legal process", "legal requirement"),
    "identity checks": ("verify", "authenticat"),
    "improving the service": ("improve ", "improving "),
    "third parties": ("third part", "third-part", "3rd part", "3rd-part", "other companies"),
}  # fmt: skip


class Entry:
    """One line of a lexicon; searched for only in texts that hold one of its cues, compiled when first needed."""

    __slots__ = ("_pattern", "_words", "cues", "value")

    def __init__(self, value: str, words: str, *, whole: bool = True) -> None:
        """`whole`: the last word must end where the pattern does."""
        self.value = value
        self.cues = _CUES.get(value) or _cues(words)
        self._words = rf"\b(?:{words.lower()})" + (r"\b" if whole else "")
        self._pattern: re.Pattern[str] | None = None

    def find(self, low: str, start: int = 0) -> re.Match[str] | None:
        """The first place of the words in a text in lower case, from `start` on."""
        cues = self.cues
        if cues:
            for cue in cues:
                if cue in low:
                    break
            else:
                return None
        if self._pattern is None:
            self._pattern = re.compile(self._words)
        return self._pattern.search(low, start)


def lexicon(entries: dict[str, str]) -> tuple[Entry, ...]:
    """The entries of a table, ready to be searched for."""
    return tuple(Entry(value, words) for value, words in entries.items())


def _cues(words: str) -> tuple[str, ...]:
    """The longest plain run of letters that every alternative of a pattern must hold, or none when there is no such run.

    Alternatives at the outermost level only: what stands in brackets or is optional is not counted on.
    """
    cues = []
    for alternative in _alternatives(words):
        bare = re.sub(
            r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[?*+]?(?:\{[^}]*\})?|\[[^\]]*\](?:\{[^}]*\}|[?*+])?|\\.[?*+]?|\w\?|\.\S?|[?*+|]",
            "\n",
            alternative,
        )
        runs = sorted(bare.split("\n"), key=len)
        if len(runs[-1].strip()) < _SHORTEST_CUE:
            return ()
        cues.append(runs[-1].lower())
    return tuple(cues)


def _alternatives(words: str) -> list[str]:
    """The pattern split at the "|" outside all brackets."""
    parts, depth = [""], 0
    for letter in words:
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


DATA = lexicon(DATA_KINDS)
RECIPIENT = lexicon(RECIPIENTS)
PURPOSE = lexicon(PURPOSES)

# The most somebody answers for, where it is no bare sum: what was paid, or the greater of two.
CAP = re.compile(
    r"\b(?:the )?(?:greater|higher|larger|lesser|lower) of(?:[^;]|;(?= (?:or|and) \([b2i])){5,200}?(?=(?<!U\.S)\.(?:\s|$)|;|$|, whichever)"
    r"|\b(?:(?:two|three|four|five|ten|\d{1,2}) ?(?:\(\d+\) ?)?times )?(?:(?:the )?(?:total |aggregate )?(?:amounts?|fees|sums?|price)(?: \(if any\))?|what|charges)(?: that)? (?:(?:you|customer) (?:have |has )?(?:actually )?(?:paid|pay)|(?:actually )?(?:paid|payable) by (?:you|customer))"
    r"(?:[^.;]{0,120}?(?:months?|years?|days)(?: period)?|(?:[^.;,]|\.(?=\d)|(?<=\bU)\.(?=S\.)|(?<=U\.S)\.){0,60}(?!\w))",
    re.IGNORECASE,
)
# What makes a sum paid a limit, and no price.
CAPPED = re.compile(
    r"\b(?:exceed\w*|limited to|is limited|maximum|cap(?:ped)?|more than|not owe|liable (?:only for|(?:only )?up to|for (?:no more|not more|the (?:greater|lesser|amount)|(?:damages |amounts? )?(?:up to|not exceeding)))|greater than|up to)\b",
    re.IGNORECASE,
)
ARBITRATION_RULES = re.compile(
    r"\b(?!(?:The|These|Those|Such|Any|All|Under|In|Its|Our|When|If)\b)(?:(?:AAA|JAMS|NAM|ICC|LCIA|SIAC|HKIAC|UNCITRAL|ICDR|American Arbitration Association)\s+)?"
    r"(?:(?:[A-Z][\w&-]+|and|of|for|Mass)\s+){0,5}?(?:Arbitration|Procedures?|Streamlined|Expedited|Commercial|Consumer|Comprehensive|UNCITRAL|NAM|AAA|JAMS|ICC|LCIA)\s+(?:(?:[A-Z][\w&-]+|and|for|of)\s+){0,4}?(?:Rules|Procedures)\b"
    r"|\bRules of Arbitration(?: of the [A-Z]\w+(?: (?:of )?[A-Z]\w+)*)?",
)
POSTAL_ADDRESS = re.compile(
    r"(?<![-\u2013])\b(?:P\.?\s?O\.? Box \d+|\d{1,5}[A-Za-z]?,? (?:[A-Z][\w.'\u2019-]*\s?){1,4}?(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Dr\.?|Way|Square|Place|Quay|Court|Parkway|Plaza|Highway))\b"
    r"(?:,? (?:(?:Suite|Ste\.?|Floor|Unit|Attn:?)\s?[#\w-]+|[A-Z][\w.'\u2019-]*|\d{4,5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|#\w+)){0,9}(?<=\w)",
)
PHONE = re.compile(
    r"(?<![\w/.-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{2,4}){1,4}|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])"
)
