"""What is done, asked, forbidden, promised or given, in words that most types share: one pattern a stance."""

import re

GRANTS = re.compile(
    r"\b(?:(?<!confirm that )(?<!warrant that )(?<!agree that )(?<!represent that )(?<!acknowledge that )you (?:can|may(?! (?:not|also be|be|need|have to|find|lose|see|receive|experience|encounter)\b)|have the (?:right|option|ability)|have a right|are entitled|retain|keep|own|remain|"
    r"could|will (?:still )?be able)(?! not)\b(?! (?:[\w-]+ ){0,4}?only\b)|your (?:rights?|choices) (?:to|include)|(?:allows?|enables?|lets?) you|"
    r"right to (?:access|object|erasure|request|withdraw|lodge|opt|delete|correct|data portability)|opt(?:ing)?[ -]out (?:of|by|from|at)|"
    r"(?:grants?|give) you (?:a|the)\b|users? (?:can|may(?! not)|retain|have the right)|(?:people|residents|consumers|individuals|anyone|everyone|parents|guardians|patients) (?:in [\w ]{2,20} )?(?:can|may) (?:ask|request|object|opt|have|see|delete|correct)|to opt[ -]out|you(?:'ll| will) have)",
    re.IGNORECASE,
)
# What befalls somebody who "will not" have or get it is no act that is forbidden.
_NO_ACT = r"(?! (?:be (?:\w+ly )?(?:able|liable|entitled|eligible|sent|told|given|shown|paid|(?!allowed|permitted|used)\w+ed)|receive|get|have|lose|see|need|owe|incur|understand|know|notice|reali[sz]e|expect)\b)"
PROHIBITS = re.compile(
    rf"\b(?:you (?:may|must|shall|should|agree)(?: agree)? ?not\b(?! be (?:able|entitled|eligible)\b)|you (?:will|can) ?not\b{_NO_ACT}|you can(?:no|')t{_NO_ACT}|you won't{_NO_ACT}|you (?:must|may)n't{_NO_ACT}|(?<!we )(?<!they )don't|do not (?:use|post|share|attempt|"
    r"upload|impersonate|harass|create|send|try|submit|engage|violate)|(?:is|are) (?:strictly )?(?:prohibited|forbidden|not (?:allowed|permitted))|"
    r"prohibit(?:s|ed)? (?:you|users|the|any|from)|not (?:allowed|permitted|authorized) to|no (?:one|person|user) may|agree not to|"
    rf"(?:users?|customers?|members?|developers?|sellers?|hosts?|creators?|guests?|visitors?) (?:may|must|shall|cannot|can) ?not{_NO_ACT}|(?:may|must|shall) not be (?:used|sold|resold|posted|uploaded|copied|reproduced)|refrain from|we (?:do not allow|don't allow|prohibit|do not permit|do not tolerate))",
    re.IGNORECASE,
)
_NOT_READER = r"(?!(?:You|Users?|Customers?|Members?|Developers?|Sellers?|Merchants?|Subscribers?)\b)"
PROMISES = re.compile(
    rf"\b(?:(?:we|us|{_NOT_READER}[A-Z][\w.]+) (?:do|does|will|did|shall)(?: not|n't) (?:\w+ly |and will not |and does not |nor |otherwise |use or |ever )*"
    r"(?:sell|rent|share|disclose|use|train|collect|trade|give|store|retain|keep|knowingly|transfer|require|charge|track|read|"
    r"provide|respond|discriminate|lease|release|ask|process|intend|allow|claim|access|make|solicit|seek|target|serve|log|save|"
    r"permit|pass|exchange|spam|send|monitor|distribute|identify|combine)\b|"
    r"[Ww]e (?:never|don't|won't) (?!guarantee|warrant|promise|accept|represent|endorse|assume|control|respond)|"
    rf"(?:we|{_NOT_READER}[A-Z]\w+) will (?:always |promptly |also |first |then |only |immediately )*(?:notify|inform|give|provide you|delete|remove your|tell|let you|"
    r"ask|seek|obtain|comply|respond|protect|honou?r|refund|anonymi|email|send you|make (?:sure|reasonable|every)|use reasonable|"
    r"endeavou?r|take (?:reasonable|steps|appropriate)|post|retain|keep)|we (?:take|use|employ|implement|maintain) (?:\w+,? (?:and )?){0,6}"
    r"(?:measures|steps|safeguards|precautions|encryption|care)|is never (?:sold|shared)|not be (?:sold|shared|rented|disclosed)|"
    r"[Ww]e (?:give|provide) (?:you )?(?:at least|a minimum of|no less than|\d+ days) [^.;]{0,30}\bnotice\b|"
    r"\b(?:claim|acquire|obtain|take)s? no (?:\w+ ){0,2}(?:rights?|ownership|title)\b|\b(?:stays?|remains?) yours\b|"
    r"we (?:are committed|commit|promise|guarantee|undertake)|(?:is|are) encrypted)",
)
# What readers may do at any time is no power of the platform.
_NOT_READERS = "".join(
    f"(?<!{words} )"
    for words in (
        "ou",
        "ou also",
        "sers",
        "ser",
        "ustomers",
        "embers",
        "ubscribers",
        "ou have the",
        "our",
        "[Yy]ou have a",
    )
)
RESERVES = re.compile(
    r"\b(?:reserves? the (?:sole |absolute )?right|(?<!your )(?<!your sole )(?:sole|absolute|own|exclusive) discretion|at (?:our|its) discretion|"
    rf"{_NOT_READERS}(?:may|can|right to) (?:\w+[,]? (?:or )?){{0,5}}(?:at any time|without (?:prior )?notice|for any(?: or no)? reason)|"
    r"at any time(?:,? (?:and )?(?:for any reason|without notice|in our))|no obligation to|without (?:any )?liability to you|"
    r"(?:we|(?!You\b|Users?\b|Customers?\b|Members?\b)[A-Z]\w+) (?:may|can) (?:\w+ly |(?:decide|choose|need) to |also ){0,2}(?:take (?:\w+ )?(?:action|measures) (?:against|with respect to|on)|terminate|suspend|modify|change|amend|update|revise|discontinue|remove|refuse|"
    r"disable|restrict|limit|withhold|assign|delete|block|close|cancel|edit|add|stop|ban|end|lock|freeze|deactivate|shut|revoke|deny|hide|demote|demoneti[sz]e|expel|revise|decline|reject|make (?:\w+ )?changes)|right to (?:remove|terminate|suspend|modify|"
    r"change|refuse|discontinue)|may, (?:from time to time|in the future|at our discretion), (?:change|update|amend|modify|revise)|"
    r"[Tt]h(?:is|ese) (?:\w+ ){0,2}(?:[Pp]olicy|[Ss]tatement|[Nn]otice|[Aa]greement|[Tt]erms) may (?:be (?:changed|updated|amended|modified|revised)|change)|"
    r"(?<!When )(?<!If )(?<!when )(?<!if )[Ww]e (?:(?:periodically|occasionally|regularly|sometimes) (?:update|revise|amend|change) th(?:is|ese) |"
    r"(?:update|revise|amend|change) th(?:is|ese) (?:\w+ ){1,3}(?:from time to time|sometimes|at times|periodically|occasionally)))",
)
PERMITS = re.compile(
    r"\b(?:(?:we|us|[A-Z][\w.]+|(?:third|other) part(?:y|ies)|partners|providers|advertisers) (?:may|might|can|could)\b|[Yy]ou (?:(?:also|hereby|automatically) )?(?:grant|give|authori[sz]e|allow)|[Yy]ou are (?:also )?granting|"
    r"hereby grant|you consent|[Ww]e (?:also )?(?:collect|use|share|disclose|process|receive|transfer|store|keep|retain|track|combine|record|analy[sz]e)|[Ww]e will (?:also )?(?:collect|share|disclose|track|combine|record)\b(?! (?:\w+ ){1,6}only\b)|"
    r"(?<!where )(?<!when )(?<!which )(?<!that )(?<!how )(?<!if )(?!(?:It|Everyone|Nobody|Who|That|This)\b)[A-Z]\w+ (?:also )?(?:uses|collects|shares|discloses|processes) (?:[\w-]+ ){0,2}(?:data|information)\b|"
    r"\b(?:[Ww]e|[A-Z]\w+) (?:also )?uses? (?:[\w-]+ ){0,3}(?:cookies|pixels|web beacons|trackers|similar technologies)\b|"
    r"[Ww]e (?:also )?provide (?:our |third[ -]party )?(?:ad|advertising|marketing) (?:companies|partners|networks) with\b|"
    r"(?:is|are|be) (?:collected|shared|used|transferred|disclosed|(?:stored|processed)(?! (?:only |locally |entirely )*on (?:your|the) (?:device|phone))|sold)|may be|entitled to)",
)
REQUIRES = re.compile(
    r"\b(?:you (?:must|shall|agree|are (?:solely |fully |also )?(?:responsible|required|liable)|need to|have to|will (?:be(?! (?:\w+ly )?(?:notified|informed|told|given|shown|able|entitled|refunded|credited|provided|offered|reimbursed|compensated|paid)\b)|indemnify|pay|comply|defend|keep|provide)|"
    r"should|acknowledge|understand|represent|warrant|waive|hereby|accept|consent|and we agree|release|undertake|are subject)|"
    r"users? (?:must|shall|agree|are (?:solely )?responsible)|(?:is|are) required to|must (?:be|not be|have|comply|include|provide)|"
    r"your (?:sole )?responsibility|by (?:using|accessing|clicking|creating|registering|continuing))",
    re.IGNORECASE,
)
