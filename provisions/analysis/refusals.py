"""Where a sentence on data refuses its own act: "never sold", "no cookies are set", "nobody gets to see", "stays between us"."""

import re

# What people are afraid of, in all forms of the verb: given away, gathered, used, watched, kept, decided.
_ACT = (
    r"(?:sell|sold\b|sale\b|rent(?:ed|ing)?\b|lend|lent\b|leas(?:e[sd]?|ing)\b|trad(?:e[sd]?|ing)\b|shar(?:e[sd]?|ing)\b|disclos|giv(?:e[sn]?|ing)\b|gave\b|pass(?:e[sd]|ing)?\b|hand(?:s|ed|ing)?\b|transfer|transmit|exchang|"
    r"releas|reveal|expos|publish|sen[dt]|receiv|gets?\b|fe(?:e?d|eds)\b|follow(?:s|ed|ing)? you\b|(?:work|partner)(?:s|ing)? with|see(?:s|n|ing)?\b|leav(?:e|ing)|reach(?:es)?\b|upload|access(?:e[sd]|ing)?\b|"
    r"collect|infer|guess|deduc|record(?:s|ed|ing)?\b|gather|captur|log(?:s|ged|ging)?\b|set\b|plac(?:e|ing)|read(?:s|ing)?\b|scan|listen|ask(?:s|ed|ing)? (?:for|about|you)\b|requests? your\b|solicit|requires? you|"
    r"monitor|watch|track|profil|target|serv(?:es?|ed|ing)\b|(?:allow|permit|let|authori[sz]e|enable)(?:s|ed|d|ting|ing)?\b|show(?:s|ing)? (?:you )?(?:\w+ )?(?:ads|advert)|"
    r"us(?:e[sd]?|ing)\b|process|analy[sz]|combin|link(?:s|ed|ing)?\b|match(?:e[sd]|ing)?\b|identif(?:y|ied|ies|ying)\b|train|teach|taught|learn|fine-tun|stor(?:e|ing)|retain|keep|kept|sav(?:e|ing)|archiv|market(?:s|ed|ing)?\b|"
    r"mak(?:e|es|ing) (?:[\w-]+ ){0,4}(?:decision|available|public|visible)|engage in|carry out|discriminat)"
)
# What turns the sentence, between the "not" and a later verb, to something else than a refusal of the act.
_TURNS = (
    r"(?:you|your|our|their|its|for|possible|may|can|will|might|could|other|if|only|just|merely|solely|necessarily|able|responsible|liable|aware|limited|prevent|stop|guarantee|ensure|promise|warrant|represent|know|hesitate|affect|apply|include|mean|"
    r"cover|describe|address|extend|concern|govern|need|want|wish|have|always|rely|endorse|verif\w+|told|informed|notified|respond|reply|react|honou?r|recogni[sz]e|answer|comply|accept|agree|"
    r"object|opt|consent|delete[sd]?|removed?|erased?|protect|control|review|intended|designed|until|without|that|which|who|whether)"
)
_OTHERS = r"(?:if|only|affect|prevent|stop|limit|restrict|responsible|liable|guarantee|warrant|delay|fail\w*|waive\w*|obligation|duty|right|that|which|who|whether)"
_BETWEEN = rf"(?:,? (?!{_TURNS}\b)[\w'-]+){{0,5}}?,?"
_NOT = r"(?:n't| ?not| never| no longer)\b(?: (?:ever|be|been|being|also|then|knowingly|otherwise))*"
_WHOSE = r"\b(?:your (?!account|plan|subscription)|data\b|information\b|details\b|address(?:es)?\b|names?\b|numbers?\b|profiles?\b|location\b|messages?\b|posts?\b|photos?\b|files?\b|answers?\b)"
_REFUSALS = (
    # "is never sold", "does not read or keep", "cannot see"
    rf"(?<!you )\b(?:is|are|was|were|be|been|do|does|did|will|wo|shall|would|ca|can|could|must|may|has|have|had)(?:{_NOT}){_BETWEEN} {_ACT}",
    rf"\bnever(?: \w+ly)? {_ACT}",
    rf"\b(?:is|are) (?:prohibited|forbidden|barred) from (?:\w+ly )?{_ACT}",
    # "your address is not visible to members"
    rf"{_WHOSE}[^.;]{{0,60}}?\b(?:is|are|will|ca|can)(?:{_NOT}) (?:\w+ly )?(?:visible|shown|displayed|available|accessible|public|handed)(?! (?:to|for|in) (?:you|your)\b)",
    # "no cookies are set", "nobody gets to see", "none of it ends up"
    rf"^(?:No|None of|Nobody|No one|Nothing|Not one of|Neither)\b(?! (?:in (?:this|these|our)|matter|later|longer|less|more|fewer|human|person)\b)"
    rf"(?: (?!(?:may|must|{_OTHERS})\b)[\w'-]+){{0,9}}? (?:{_ACT}|made by|ha(?:s|ve) access|ends up|exist|tak(?:e|es|ing) place|happen)",
    # "at no time do we sell"
    rf"^(?:At no (?:time|point|stage)|(?:Under|In) no (?:circumstances?|conditions?|case|way)|On no account|Never)\b[^.;]{{0,60}}? {_ACT}",
    # "share nothing", "collects no data", "for nothing but", "with no one", "no way of seeing"
    rf"\b{_ACT}\w* (?:absolutely )?(?:nothing\b|no (?!longer\b|more\b|less\b|later\b|fewer\b|earlier\b|other\b|matter\b))|\bma(?:ke|kes|de) no use of\b|\bfor nothing (?:but|else|other)\b",
    r"\b(?:with|to) (?:absolutely )?(?:nobody|no (?:one|third part(?:y|ies)|advertisers?|partners?|other compan(?:y|ies)))\b",
    rf"\bno (?:way|means|possibility) (?:of|to) (?:\w+ly )?{_ACT}",
    # "there is no tracking", "free of ads", "does not take place"
    r"\bthere (?:is|are|will be) no (?:\w+ ){0,2}(?:ads|adverts?|advertising|advertisements|tracking|trackers?|cookies|profiling|sharing|sale|training)\b",
    r"\b(?:show|serve|display|carr(?:y|ies)|place|set)s? no (?:\w+ ){0,2}(?:ads|adverts?|advertising|advertisements|trackers?|cookies)\b",
    r"\bfree (?:of|from) (?:\w+ ){0,2}(?:ads|adverts|advertising|advertisements|tracking|trackers|cookies)\b",
    r"\b(?:do|does|did|will)(?:n't| not| never) (?:ever )?(?:take place|happen|occur)\b",
    # "our policy is not to sell", "refuses to share", "is not something we do"
    rf"\b(?:polic|promis|commit|principle|rule|pledg|decide|chose|choose|undertak|agree)\w*(?: is)? (?:never|not) to (?:\w+ly )?{_ACT}",
    rf"(?<!to )\b(?:refuses?|declines?|abstains? from|refrains? from|stops?|ceases?|discontinues?|turns? off) (?:to )?(?:the )?(?:ever )?{_ACT}",
    r"\b(?:is|are) not (?:something|a thing|what)\b|\bnot in the business of\b",
    # "stays between you and us", "stays out of our training data"
    r"\b(?:stays?|remains?|(?:is|are) kept) (?:strictly |only |just )?between you and\b",
    r"\b(?:stays?|remains?|(?:is|are) kept) (?:\w+ ){0,3}?(?:out of|off) (?:our|the|any|all|every) (?:\w+ ){0,2}(?:training|models?|servers?|data ?sets?)\b",
)
_NO = re.compile("|".join(_REFUSALS), re.IGNORECASE)
# A case, a cause or a time before the main clause, in which nothing is said to be so; the same after it.
_PREFACE = re.compile(
    r"^\W*(?:if|when|whenever|where|wherever|once|unless|while|whilst|after|before|until|although|though|even if|even though|as long as|because|since|as soon as|to the extent)\b[^,]*, ?",
    re.IGNORECASE,
)
# What is only said to be said: "please note that we do not".
_FRAME = re.compile(
    r"^(?:(?!not\b|n't|never|cannot|no\b)[^.;]){0,160}?\b(?:note|aware|assured|remember|clarify|clarifies|confirm|promise|pledge|commit|undertake|certify|state|declare|"
    r"(?:we|steps|measures|care|efforts)(?: will)?(?: to)? (?:ensure|make sure)),? that ",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\b(?:if|when|whenever|where|wherever|once|unless|while|whilst|until|although|though|because|as long as|even (?:if|when|though|where)|so that|in order|to (?:make sure|ensure|prevent|avoid)|"
    r"whether|in case|except)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# "the data that we collect is never sold": what tells which data are meant, and nothing of what is done with them.
_WHICH_ONE = re.compile(
    r"(?:^| )(?:that|which|who|what) (?:we|you|they|it|users?|people|members?|customers?)\b(?: (?!(?:is|are|will|may|can|must|shall|never|does|do|has|have)\b)[\w'-]+){1,6}?"
    r"(?= (?:is|are|will|may|can|must|shall|never|does|do|has|have|ends?|stays?|remains?)\b)|"
    r" (?:that|which|who)(?! (?:is|are|was|were|do|does|will|can|may|has|have|and|or|your|our|the|any|all|some|no|this|these|their)\b)(?: (?!and\b|or\b)[\w']+){1,4}?(?= (?:is|are|will|do|does)(?:n't| not| never)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|what|how|why)\b.*", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(
    r"(?<=[.;:!?\u2014\u2013]) +|\n+|(?<!nothing),? but (?:rather )?|, (?=(?:and |nor |so )?(?:we|it|they|you|these|this)\b)|"
    r",? and (?=(?:(?:we|it|they) )?(?:(?:do|does|did|will|are|is|was|can|has|have)(?:n't| not| never| no longer)|never)\b)",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"^\W*(?:(?:also|please|instead|then|however),? )?(?:don't|do not|never) (?!(?:do|will|shall|would|have) )",
    re.IGNORECASE,
)
# "... but may not use it": what others who have it may not do with it takes nothing back.
_OTHERS_BAR = re.compile(r"^\W*(?:may|must|can) ?not\b", re.IGNORECASE)
_BY_READER = re.compile(
    r"^\W*(?:(?:also|please|instead|then|however),? )?(?:you\b|(?:the |an? |each |no )?(?:users?|members?|customers?|developers?|sellers?|hosts?|creators?|visitors|everyone|anyone) "
    r"(?:may|must|shall|will|can(?:not)?|should|are|is|agrees?|do|does|don't)\b)",
    re.IGNORECASE,
)
# Who or what it is that is refused, before the "not": so that "partners may not" is not met as "partners may".
_SUBJECT = re.compile(r"(?:(?!(?:and|or)\b)[\w',-]+ ){1,7}$", re.IGNORECASE)
_SIGNAL = re.compile(
    r"\bDo[ -][Nn]ot[ -]Track\b|\b[Dd]o[ -]not[ -]track\b(?=[\"'\u201d]|[ ,]*(?:signals?|settings?|requests?|headers?|preferences?|features?|mechanisms?)\b)"
)
# The reader as the one to whom it is not done.
_SPARED = re.compile(
    r"\b(?:is|are) (?:turned |switched )?off (?:until|unless|by default)\b|"
    r"\b(?:stays?|remains?) (?:only )?on (?:your|the|their) (?:own )?(?:device|phone|computer|machine)\b(?= ?(?:[.;,]|$|and\b))|\bonly you (?:can|may|will) (?:see|read|view|hear|access)\b|"
    r"\bonly (?:ever )?(?:[\w'-]+ ){0,6}?(?:with your (?:\w+ ){0,2}(?:consent|permission|agreement|approval)|(?:people|those|users|members) who (?:have )?(?:agreed|consented|opted)|(?:if|when|where|after|once) you (?:agree|consent|opt|ask|tell us|allow|permit|give us))\b|"
    r"\byou (?:will|shall|are|do|can)(?: not|n't| never| no longer)(?: ever)? (?:be(?:ing)? )?(?:tracked|profiled|followed|watched|monitored|recorded|identified|targeted|see (?:\w+ )?ads)\b",
    re.IGNORECASE,
)
# "Before we share it, we ask you": what waits for an answer is not done without one.
_ASKS_BEFORE = re.compile(
    r"\bbefore (?:we|sharing|using|collecting|passing|giving)\b[^.;,]*, we (?:will )?(?:always |first )?(?:ask|get|obtain|need|seek)\b",
    re.IGNORECASE,
)
_SAYS_NO = re.compile(
    r"\b(?:not?|never|only|none|nobody|nothing|refus|declin|refrain|abstain|stop|ceas|discontinu|turns? off|cannot|prohibited|forbidden|barred|off|free (?:of|from)|between you|out of|off|on (?:your|the|their))|n't\b",
    re.IGNORECASE,
)


def refusal_in(text: str, about: re.Pattern[str] | None = None) -> int | None:
    """Where a text first spares people what it names, counted in characters; None where it does not.

    A "not" counts where it negates the act itself in a main clause: not that of a case ("if you do not object"), of data
    that are told apart ("data that is not sensitive may be shared"), of a duty that is declined ("we cannot promise
    that"), or of what readers are told to leave. `about` must be found in what is refused.
    """
    plain = _SIGNAL.sub(lambda found: f"{'':x>{len(found[0])}}", text.replace("\u2019", "'"))
    if (asked := _ASKS_BEFORE.search(plain)) and (about is None or about.search(asked[0])):
        return asked.start()
    if not _SAYS_NO.search(plain):
        return None
    start, sentence = 0, 0
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(plain)]
    for stop, following in (*breaks, (len(plain), len(plain))):
        piece = plain[start:stop]
        at = _refused(piece, opens=start == sentence) if _SAYS_NO.search(piece) else None
        leans = start != sentence and _RELATIVE.search(plain, sentence, start)
        if at is not None and not leans and (about is None or about.search(piece)):
            return start + at
        if piece.rstrip().endswith((".", ";", "!", "?", ":")) or "\n" in plain[stop:following]:
            sentence = following
        start = following
    return None


def _refused(piece: str, *, opens: bool) -> int | None:
    """Where a piece with one main clause refuses it; `opens` where it begins its sentence, so that "do not" is a command."""
    for before in (_FRAME, _PREFACE):
        if (found := before.match(piece)) is not None:
            piece = f"{'':{found.end()}}{piece[found.end() :]}"
    if (spared := _SPARED.search(piece)) is not None:
        return spared.start()
    if _BY_READER.match(piece) or (_COMMAND if opens else _OTHERS_BAR).match(piece):
        return None
    piece = _WHICH_ONE.sub(lambda found: f" {'':x>{len(found[0]) - 1}}", piece)
    for rest in (_TAIL, _RELATIVE):
        piece = rest.sub("", piece)
    first = len(piece) - len(piece.lstrip())
    found = _NO.search(piece[first:])
    if found is None:
        return None
    subject = _SUBJECT.search(piece, first, first + found.start())
    return subject.start() if subject is not None else first + found.start()
