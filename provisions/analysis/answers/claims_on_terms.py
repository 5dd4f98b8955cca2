"""What a sentence says of notice before the terms change and of the age people must have."""

import re

from provisions.analysis.answers.claims import Said, Sentence
from provisions.analysis.counting import genitive

_CHANGES = re.compile(r"\b(?:chang|modif|updat|revis|amend|alter|vary)")
_OF_TERMS = re.compile(
    r"\b(?:terms|agreement|polic(?:y|ies)|notice|statement|conditions|guidelines|contract|changes?|revisions?|modifications?|updates?|amendments?|these|them)\b"
)
_OF_OTHER_THINGS = re.compile(
    r"\b(?:pric(?:e|es|ing)|fees?|rates?|your (?:subscription|account|address|e-?mail|password|information|profile|content|plan)|features?|service levels?|payment|fares?|software|ownership|control|"
    r"firmware|merger|renew\w*|api)\b"
)
_TERMS_NAMED = re.compile(
    r"\b(?:(?:to|of|in|these|this|the|our) (?:terms|agreement|(?:privacy )?(?:policy|statement)|privacy notice|conditions|contract|user agreement))\b"
)
_WAYS_TO_LEAVE = re.compile(
    r"\b(?:reject|object|terminate|close your|cancel|dispute|stop using|arbitrat|refund)"
)
_TELLS = re.compile(
    r"\b(?:notif\w+|inform(?:ing)? (?:you|users)|let (?:you|users) know|tell(?:ing)? you\b(?! (?:who|what|how|why))|alert|e-?mail(?:ing)?|provid\w+ (?:(?:you|users?) )?(?:with )?(?:\w+ ){0,3}notice|giv\w+ (?:you )?(?:\w+ ){0,3}notice|be given (?:\w+ ){0,5}notice|"
    r"notice (?:to you|will be)|send\w* (?:you )?(?:an? )?(?:notice|notification|e-?mail|message)|display\w* (?:a )?(?:prominent )?notice|announce|draw your attention)"
)
_AHEAD = re.compile(r"\b(?:before|prior to|in advance|advance|ahead|beforehand|prior (?:\w+ )?notice)\b")
_PROMISED = re.compile(
    r"\b(?:will|shall|['’]ll|undertake|commit|must)\b|\bwe (?:notify|inform|provide|give|let|tell)\b"
)
_NOT_TOLD = re.compile(
    r"\bwithout (?:any |prior |further |advance |specific |individual )*(?:notice|notification|notifying)|\b(?:no|not) (?:\w+ ){0,4}(?:obligat\w+|required?) to (?:\w+ )?(?:notify|inform|give)"
)
_NEGATED = re.compile(r"\bwithout prejudice|\bnot\b[^.;]{0,30}\bwithout (?:any |prior )?notice")
_NEVER_UNTOLD = re.compile(
    r"\b(?:never|not)\b[^.;]{0,160}\bwithout (?:first )?(?:informing|notifying|telling|giving notice)\b"
)
_ONLY_IMPORTANT = re.compile(
    r"\b(?:material(?:ly)?|significant(?:ly)?|substantial(?:ly)?|important|major|substantive|adverse(?:ly)?|lessen|detriment)\b"
)
_ONLY_MINOR = re.compile(r"\b(?:minor|small|non-material|immaterial)\b")
_WHERE_ASKED = re.compile(
    r"\b(?:where|when|if|as|to the extent) (?:\w+ ){0,2}(?:required|necessary|appropriate)\b"
)
_CHANGES_TERMS = re.compile(
    r"\b(?:chang|modif|updat|revis|amend|alter|vary)\w*\b[^.;]{0,90}\b(?:terms|agreement|polic(?:y|ies)|statement|conditions|guidelines|rules)\b|\b(?:terms|agreement|policy)\b[^.;]{0,60}\b(?:changed|modified|updated|revised|amended)\b"
)
_A_WEEK = re.compile(r"\ba (week|month)\b[^.;]{0,24}\b(?:advance|before|prior)")
_TOLD_BY_POSTING = re.compile(
    r"\b(?:notify|notifying|let you know|inform|notice)\b[^.;]{0,70}?\bby (?:posting|updating|revising|publishing|changing) (?:it|the (?:new|date|revised|updated|[“\"]last)|an? (?:new|updated)|our)"
)
_POSTS = re.compile(
    r"\b(?:post(?:ing|ed|s)?|publish\w*|updat\w+ the (?:date|[“\"]last)|made available on|placing|last updated|revised version)\b"
)
_AFTER = re.compile(
    r"\bof (?:the |its |their |such )?(?:post|publ|sending|notice|notif)|\b(?:after|following|from|since)\b[^.;]{0,40}\b(?:post\w*|publish\w*|publication|notif\w+|notice|sent|sending|announce\w*|receiv\w+|informed)\b"
)


def notice_of_changes(sentence: Sentence) -> Said | None:
    """What people are told before the document changes; prices, features and accounts are other matters."""
    low = sentence.low
    if not _CHANGES.search(low) or not _OF_TERMS.search(low):
        return None
    if "arbitrat" in low or (_OF_OTHER_THINGS.search(low) and not _TERMS_NAMED.search(low)):
        return None
    important = " of important changes" if _ONLY_IMPORTANT.search(low) else " of changes"
    changed = _CHANGES_TERMS.search(low)
    if changed and _NOT_TOLD.search(low) and not _NEGATED.search(low):
        return Said("may change its terms without notice", 4, changed.start(), "none")
    if changed and _NEVER_UNTOLD.search(low):
        return Said(f"tells people{important}, without saying how far ahead", 3, changed.start(), "tells")
    tells, posts = _TELLS.search(low), _POSTS.search(low)
    single = _A_WEEK.search(low)
    period = next(
        iter(sentence.facts("notice_period") + sentence.facts("period")), f"1 {single[1]}" if single else ""
    )
    told = tells or posts
    if period and told and not _WAYS_TO_LEAVE.search(low):
        notice = f"gives {genitive(period)} notice"
        if _ONLY_MINOR.search(low) and important == " of changes":
            return Said(f"{notice} of minor changes", 3, told.start(), "period")
        return Said(f"{notice}{important}", 5, told.start(), "period")
    if tells is None or _TOLD_BY_POSTING.search(low):
        posts = posts or tells
        return Said("announces changes by posting the new text", 1, posts.start(), "posts") if posts else None
    if not _PROMISED.search(low):
        return Said(f"may tell people{important}", 1, tells.start(), "tells") if " may " in low else None
    if _AHEAD.search(low) and not _AFTER.search(low):
        return Said(f"gives notice{important} in advance, without naming a period", 4, tells.start(), "ahead")
    asked = _WHERE_ASKED.search(low)
    if asked and asked.start() < tells.start():
        return Said(f"tells people{important} where the law requires it", 2, tells.start(), "tells")
    return Said(f"tells people{important}, without saying how far ahead", 3, tells.start(), "tells")


_WORD_AGES = {
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty-one": 21,
}
_N = rf"(?P<n>1[2-9]|2[01]|{'|'.join(_WORD_AGES)})"
_YEARS = r"(?: \(\d+\))?(?:[ -]years?)?(?:[ -](?:old|of age))?"
_AT_LEAST = re.compile(
    rf"\b(?:at least|minimum age (?:of|is|to [\w ]{{3,30}} is)|older than|(?:are|be|is|persons?|individuals?|were|am) over|reached|older of:? ?\(?i?\)?)(?: the)?(?: age)?(?: of)? {_N}\b(?! ?(?:days|hours|characters|months|percent|%))|"
    rf"\b{_N.replace('?P<n>', '?P<m>')}{_YEARS}(?: of age)?,? (?:or|and) (?:older|over|above|more)\b"
)
_MUST = re.compile(
    r"\b(?:must|need to|have to|required|confirm\w*|represent\w*|affirm\w*|warrant\w*|certif\w+|only|(?:restricted|limited|open) to|eligible|minimum age|available (?:only )?to|agree|can use|may use|are you|you are|you['’]re|acknowledge|provided only)\b|^(?:either )?be "
)
_UNDER = rf"\b(?:under|younger than|below|not (?:yet )?(?:reached )?(?:the age of )?)(?: the)?(?: age)?(?: of)? {_N}\b"
_BARRED = re.compile(
    rf"{_UNDER}[^.;]{{0,110}}\b(?:may not|must not|cannot|can['’]?t|(?:is|are) (?:not (?:allowed|permitted|eligible)|prohibited)|not use|not allowed|do not (?:use|register|sign up))\b|"
    rf"\b(?:may not|must not|not (?:available|allowed|permitted|offered|for use|for)|no one|nobody|prohibit\w*|(?:do not|don['’]t) (?:allow|permit))\b[^.;]{{0,110}}{_UNDER.replace('?P<n>', '?P<m>')}"
)
# In a list the words that bar stand above ("You cannot register if:").
_BARRED_ABOVE = re.compile(
    rf"\b(?:you|users?|persons?|people|anyone)\b(?: \w+)?(?: not|n['’]t| ?cannot):?\s(?:use|access|regist|join|open|create|sign up)[^.;]{{0,140}}?{_UNDER}"
)
_ABOVE = 160  # characters of what stands above an item
_NOT_MEANT = re.compile(
    rf"\b(?:not|n['’]t|never) (?:\w+ )?(?:directed|intended|designed|meant|aimed|target\w*|geared|marketed|knowingly)\b[^.;]{{0,120}}?(?:{_UNDER}|\bage (?:of )?{_N.replace('?P<n>', '?P<m>')})|"
    rf"{_UNDER.replace('?P<n>', '?P<k>')}[^.;]{{0,20}}please do not (?:provide|send|use)"
)
_NOT_COLLECTED = re.compile(r"\bknowingly\b")
_FOR_A_FEATURE = re.compile(
    r"\bto (?:buy|purchase|sell|stream|go live|access and view|gambl\w+|participate|enter (?:the|a|this)|view (?:such|adult)|moneti[sz]e|drive|host|book|rent|ride|trade|earn|advertise|deliver)\b|"
    r"\b(?:alcohol|contest|sweepstakes|promotion|such areas|adult content|drivers?|hosts?|job|beta|payment|purchas\w+|sellers?|moneti[sz]\w+|livestream\w*|tobacco|age[- ]restricted|placing an order|procure|marketplace|events?)\b"
)
_A_CONDITION = re.compile(r"\bif (?:you(?:['’]re| are)|they are)(?: (?:aged|over|older than))? ?$")
_GRANTED = re.compile(r"\b(?:only|(?:may|can) use)\b")
_AND_ANOTHER = re.compile(rf"\b(?:and|or|but) {_N.replace('?P<n>', '?P<m>')}(?P<n>) (?:years?|if)\b")
_WITH_A_PARENT = re.compile(r"\b(?:parent\w*|guardian|permission|supervision|consent)\b")
_OR_MORE = re.compile(
    r"\b(?:minimum|legal|such (?:greater|other|higher)|greater|older|higher|applicable|required) age\b|\bage of (?:majority|consent|digital consent|legal majority)|older of|whichever is (?:greater|higher|older|later)|legally required"
)


def minimum_age(sentence: Sentence) -> Said | None:
    """The age people must have to use the service; ages for one feature or for doing without a parent are no answer."""
    low = sentence.low
    if _FOR_A_FEATURE.search(low):
        return None
    ages = [
        (_age(found), found.start())
        for found in _AT_LEAST.finditer(low)
        if not _A_CONDITION.search(low[max(0, found.start() - 24) : found.start()])
        or _GRANTED.search(low[: found.start()])
    ]
    if ages and _MUST.search(low):
        ages += [(_age(found), found.start()) for found in _AND_ANOTHER.finditer(low, ages[0][1])]
        youngest, oldest = min(age for age, _ in ages), max(age for age, _ in ages)
        some = f", and {oldest} in some cases" if oldest != youngest else ""
        more = ", or more where the law requires it" if _OR_MORE.search(low) and not some else ""
        return Said(f"requires users to be at least {youngest}{some}{more}", 5, ages[0][1], str(youngest))
    barred = _BARRED.search(low) or _barred_above(sentence)
    if barred and not _WITH_A_PARENT.search(low):
        age = _age(barred)
        return Said(f"does not admit people under {age}", 5, max(0, low.find("under")), str(age))
    meant = _NOT_MEANT.search(low)
    if meant is None:
        return None
    age, collects = _age(meant), _NOT_COLLECTED.search(meant[0])
    if collects:
        return Said(
            f"says it does not knowingly collect data on people under {age}", 1, meant.start(), str(age)
        )
    return Said(f"says it is not meant for people under {age}", 2, meant.start(), str(age))


def _barred_above(sentence: Sentence) -> re.Match[str] | None:
    """An age in an item of a list whose line above says what people of that age cannot do."""
    above = sentence.passage.lead_in or sentence.passage.text[: sentence.start]
    return _BARRED_ABOVE.search(f"{above.lower().strip()[-_ABOVE:]} {sentence.low}")


def _age(found: re.Match[str]) -> int:
    word = next(found[name] for name in ("n", "m", "k") if found.groupdict().get(name))
    return _WORD_AGES.get(word) or int(word)
