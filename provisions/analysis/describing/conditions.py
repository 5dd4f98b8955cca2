"""For whom and on what condition a clause holds: read once from its operative sentence, carried to all that is told of it."""

import re
from functools import lru_cache

from provisions.analysis.attributes import AttributeKind, attributes_of
from provisions.analysis.counting import capital
from provisions.analysis.describing.fragments import (
    bare,
    commands,
    lowered,
    without_brackets,
    without_marker,
)
from provisions.analysis.describing.operative import (
    acting_spans,
    facts_told_together,
    goes_on_before,
    telling_spans,
)
from provisions.analysis.describing.paraphrase import operative_sentence
from provisions.analysis.describing.scope import (
    CASES,
    DEPENDING,
    EXCEPTION,
    GENERAL,
    IN_PART,
    OF_GROUP,
    OF_OCCASION,
    PEOPLE,
    Scope,
)
from provisions.analysis.describing.third_person import told_within
from provisions.analysis.describing.verb_words import BASE_VERBS, FINITE
from provisions.analysis.places import PLACES, people_meant, scope_in
from provisions.analysis.turns import only_denies_waiver

_LONGEST = 150  # letters of a condition that is told in its own words
_OPENING = 90  # letters in which a sentence says for whom it holds
_MORE = re.compile(
    r"\W*(?:(?:We|[A-Z]\w+)(?: \w+){0,2} also\b|Additionally|In addition|Furthermore|Moreover|Otherwise)"
)
# A wish that the sentence goes on to meet limits nothing ("if you'd like, you can complain").
_WISH = r" you(?:['\u2019]d| would)? (?:like|wish|want|prefer)(?:,| to (?:exercise|make (?:a|an|any|such) request|submit|know more|learn more|contact|complain|file|lodge)\b)"
# What a sentence says before its main clause of when or for whom it holds; not why, how or as an example of what.
_OPENS = re.compile(
    rf"(?:(?:if|when|whenever|where)(?! \w+ing\b|{_WISH})|unless|depending (?:on|upon)|provided that|subject to|in case|in the event|except|as long as|should you|with your|without your|"
    rf"for {PEOPLE}|in (?:some|certain|limited|rare|exceptional) \w+|in (?:the )?(?-i:(?:[A-Z][\w.]+(?:,? (?:and |or )?(?:the )?)?){{1,6}}),)(?!\w)",
    re.IGNORECASE,
)
_BEFORE_MAIN = re.compile(
    r",['\u2019\u201d\"]? (?=(?:then |please )?(?:(?:we|you|they|it|there|nothing)\b|(?:[A-Z][\w\u2019'.-]+|your|our|the|this|these|any|all|each|no|such|neither)"
    rf"(?: [\w\u2019'-]+){{0,6}}? (?:{'|'.join(map(re.escape, sorted(FINITE)))})\b))"
)
# What is found out, decided or told ("see if", "whether or if") is no condition.
_NO_CONDITION_AFTER = (
    "even", "whether", r"\bas", r"\bor", r"\band", r"\bsee", "check", "know", "determine", "decide", r"\btell", r"\bask", "find out", "understand",
    "confirm", "verify", "what", "regardless of", "including", "limitation", "[Ff]or example", "[Ff]or instance", r"e\.g\.", "such as", "like", "limited to", "however, that",
)  # fmt: skip
_TRAILS = re.compile(
    "[, ]"  # first, as the engine skips to it
    + "".join(f"(?<!{words}[, ])" for words in _NO_CONDITION_AFTER)
    + "".join(f"(?<!{words}, )" for words in ("limitation", "limited to", "for example", "for instance"))
    + r" ?(?:but )?(?:only )?(?P<condition>(?:if(?! (?:applicable|any|available|possible|necessary|needed|appropriate|greater|less|lower|higher|later|earlier|sooner)\b)|unless|provided that(?! (?:we|if|[A-Z]))|as long as|"
    r"except (?:if|when|where|as|to|for|that|with|in)|depending (?:on|upon)|(?:where|when|as|to the extent) (?:otherwise )?(?:legally )?(?:required|prohibited)|"
    r"(?:where|when) (?:we|it is|this is) (?:\w+ )?(?:receive|believe|necessary|needed|required|legally)|(?:where|when) you (?:\w+ )?(?:ask|choose|opt|consent|agree|turn|enable|allow|request|direct|have)|(?<!\) )(?<!; )with your (?:\w+ )?(?:consent|permission))\b(?:[^.;:]|\.(?=\d)|(?<=\b[A-Z])\.)*)"
)
# "Business users only: If you ...".
_LABEL = re.compile(r"^[A-Z][\w ,'\u2019&-]{2,40}: (?=(?:If|Where|When|Unless|In|For)\b)")
_BREAKS_OFF = re.compile(r"\b(?:if|when|where|unless)$")
_GOES_ON = re.compile(r"\b(?:to|that|for|by|of|in|with|would|could|may|might|will|can|is|are)$")
# The same where no item ends it; not "if you ask us to".
_CUT_OFF = re.compile(
    r"(?<!ask)(?<!us)(?<!it)(?<!them)(?<!want)(?<!wish)(?<!choose)(?<!like)(?<!have)(?<!need) (?:to|that|for|by|of|in|with)$"
)
# A comma after which a condition may go on or end: cut there it could say more or less than it does.
_BRANCHES = re.compile(r", (?!(?:and |or )?(?:the )?[A-Z]|such as\b|including\b)")
# What the law of a place lets stand is the note's to say.
_OF_LAW = re.compile(
    r"\b(?:permitted|permissible|allowed|permits|allows|prohibited)\b|^subject to (?:any |the )?(?:applicable |local |mandatory )*laws?$",
    re.IGNORECASE,
)
# "If (i) you break a rule, (ii) ... or (iii) ...".
_SEVERAL = re.compile(
    r"\b(?:if|when|where|unless|in case)\b[^.;]{0,25}\((?:i|a|1)\)[^.]*\((?:ii|b|2)\)", re.IGNORECASE
)
_AS_LAW_ALLOWS = re.compile(r", to the (?:\w+ )?extent (?:permitted|allowed) by (?:\w+ )?law$")
_ANNOUNCES = re.compile(r",? (?:including|such as|for example|as follows)$")
# "If that action is available": what it points to stands beside it, not before our sentence.
_POINTS_BACK = re.compile(
    r"(?:if|when|where) (?:they\b|(?:that|such) (?:action|relief|event)s?\b)", re.IGNORECASE
)
_POINTS_ONLY = re.compile(r"if (?:it|they) \w+$", re.IGNORECASE)  # "small claims, if it qualifies"
_OF_LIST = re.compile(r"\b(?:following|below)\b")
_AGED = re.compile(r"\b(?:older|younger|aged?|under|over|between|at least)\b", re.IGNORECASE)
_RUNS_ON = re.compile(r"\b(?:will|shall)\b")
# "If, for any reason, we believe that ..., we may": what is put in is not where the condition ends.
_PUT_IN = re.compile(r"\w+, [^,]{1,40}, ")
# A condition that is joined by a second one, or that any other reason may take the place of.
_JOINED = re.compile(r"(?<!\bif),? (?:and|but) (?:if|when|where|unless)\b")
_ANY_OTHER = re.compile(r"\bor (?:for |at )?any (?:other )?(?:reason|time)\b", re.IGNORECASE)
# The last of several acts is the one that hangs on what follows it ("guard it and tell us if").
_LAST_ACT = re.compile(
    r"\band (?:you (?:agree|must|need|have|will|should|undertake) (?:to )?)?(?:\w+ly )?(?:notify|inform|tell|contact|let|report)\b[^,;]*$"
)
# A condition within a row of examples is that of one of them ("such as likes, replies, if others mention you, and").
_IN_EXAMPLES = re.compile(r"\b(?:such as|including|like) [^.;:()]*,[^.;:()]*$")
# What an item names next ("when you connect your contacts and update you if they join").
_NEXT_ACT = re.compile(
    rf",? and (?:also )?(?:{'|'.join(sorted(BASE_VERBS))}) (?:you|your|them|our|us|the|any)\b"
)
_LASTS = re.compile(
    r"(?:only )?(?:as long as|until)\b[^,]{0,60}?\b(?:need\w*|necessary|required|requires?|needs)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\b(?:chang|modif|updat|revis|amend)", re.IGNORECASE)
_EXCEPTS = re.compile(r"unless|except", re.IGNORECASE)
_LISTED = (AttributeKind.DATA_KIND, AttributeKind.RECIPIENT, AttributeKind.PURPOSE)
_LISTS_DATA = frozenset(
    ("privacy_rights", "data_collection", "data_usage", "data_sharing", "data_retention", "sensitive_data")
)
_IN_PARTS = _LISTS_DATA | {
    "tracking_advertising",
    "international_transfers",
    "children_age",
    "ai_training",
    "consent",
}
_GIVES = re.compile(r"\byou (?:also )?(?:may|can|have|are entitled|could)\b|\bright to\b", re.IGNORECASE)
_OPENED = re.compile(
    r"(?:If|Where|When|Unless|For|In|As|With|Should|Under|On|Within|Depending|Except|From|Before|After|Once|To)\b"
)
_LOWERED_AFTER = frozenset(
    ("You", "Your", "The", "It", "If", "A", "An", "Disputes", "People", "This", "These", "Any", "To", "In", "When", "Where", "For", "There", "Some", "All")
)  # fmt: skip


def scope_of(type: str, text: str, lead_in: str, trail: tuple[str, ...], platform: str) -> Scope:
    """For whom and when the act of a clause holds, from its operative sentence, its lead-in and the headings above."""
    words, here, people, title, partly = _found(type, text, lead_in, trail)
    condition = _told(words, platform)
    partly = partly and not _EXCEPTS.match(condition)
    vague = partly and type not in _LISTS_DATA and not OF_GROUP.match(condition)
    if vague and OF_OCCASION.match(condition):
        condition = ""
    elif condition and (vague or (not OF_GROUP.match(condition) and _spreads(type, text))):
        condition = EXCEPTION if _EXCEPTS.match(words) else IN_PART if partly else CASES
    if here and condition and len(PLACES.findall(condition.lower())) > here.count(" or ") + 1:
        here = ""  # told in its own words, which name more places
    return Scope(here or people, here or title, condition, partly and bool(condition))


@lru_cache(
    maxsize=64
)  # a clause is asked when it is weighed, and again when it is told with the platform's name
def _found(type: str, text: str, lead_in: str, trail: tuple[str, ...]) -> tuple[str, str, str, str, bool]:
    """The condition in the text's words, places its sentence begins with, those above, also without the title; is it of a part?"""
    sentence = operative_sentence(type, text)
    words = _condition_of(type, text, sentence, lead_in)
    partly = type in _IN_PARTS and bool(words) and words in sentence and _also_acts(type, text)
    if type == "international_transfers":
        return words, "", "", "", partly
    opening = sentence[:_OPENING].lower()
    within = _OPENS.match(opening) or "residents" in opening
    here = scope_in(opening) if within and " not " not in opening.partition(",")[0] else ""
    return words, here, people_meant(lead_in, trail), people_meant(lead_in, trail[1:]), partly


def _also_acts(type: str, text: str) -> bool:
    """Does a sentence besides the operative one carry the act, before it or as something more?"""
    start = telling_spans(type, text)[0][0]
    others = (place for place, _ in acting_spans(type, text) if place != start)
    return any(place < start or _MORE.match(text, place) or _OPENS.match(text, place) for place in others)


def _condition_of(type: str, text: str, sentence: str, lead_in: str) -> str:
    """The side clause on which the act hangs, in the text's words."""
    opening = _first_of_both(sentence) if type in _LISTS_DATA else _opening_of(sentence)
    words = opening or _trailing_of(sentence) or _condition_above(without_brackets(lead_in), text)
    if " " in words and _SEVERAL.search(lead_in if sentence.find(words) < 0 else text):
        words = words.partition(" ")[0]  # the first of several cases, told in general words
    if (
        commands(sentence)
        and (acts := _NEXT_ACT.search(words))
        and not _GOES_ON.search(words[: acts.start()])
    ):
        words = words[: acts.start()]
    if type == "data_retention" and (words == "as" or _LASTS.match(words)):
        return ""  # that is how long it is kept
    if type == "platform_discretion" and only_denies_waiver(sentence):
        return ""
    if type == "policy_changes" and (" " not in words or _CHANGES.search(words)):
        return ""  # "when we change these terms" is what such a clause is about
    if type == "children_age" and (_AGED.search(words) or _EXCEPTS.match(words)):
        return ""  # each sentence speaks of another age
    if type == "privacy_rights" and "authorized agent" in words:
        return ""  # others may ask as well
    if type == "policy_changes" and ("keep using" in words or "continue to use" in words):
        return ""  # on which a change is accepted, and not made or told
    if type == "legal_jurisdiction" and "conflict" in words:
        return ""  # told by a remark of its own
    if type == "arbitration" and "small claims" in words:
        return ""  # told as what is spared
    return words


def _first_of_both(sentence: str) -> str:
    """The condition that opens a sentence; told in general words where an exception stands at its end as well."""
    words = _opening_of(sentence)
    return words.partition(" ")[0] if words and _EXCEPTS.match(_trailing_of(sentence)) else words


def _opening_of(sentence: str) -> str:
    put_in = _PUT_IN.match(sentence)
    main = _BEFORE_MAIN.search(sentence, put_in.end() if put_in else 0) if _OPENS.match(sentence) else None
    words = sentence[: main.start()] if main else ""
    return "" if _OF_LAW.search(words) else words


def _trailing_of(sentence: str) -> str:
    """A condition after the main clause; only what it begins with where it is not plain where it ends."""
    found = _TRAILS.search(sentence)
    if found is None or _OF_LAW.search(found["condition"]):
        return ""
    if _LAST_ACT.search(sentence, 0, found.start()):
        return ""
    if ", and " in found["condition"] and _IN_EXAMPLES.search(sentence, 0, found.start()):
        return ""
    words = _ANNOUNCES.sub("", found["condition"].rstrip(" ,"))
    if _ANY_OTHER.search(words):
        return ""
    main = _BEFORE_MAIN.search(words)
    if main:
        words = words[: main.start()]
        return words.partition(" ")[0] if _JOINED.search(words) else words
    return (
        words.partition(" ")[0]
        if _JOINED.search(words) or _BRANCHES.search(words) or _RUNS_ON.search(words)
        else words
    )


def _left_open(line: str) -> str:
    """The condition of a line whose main clause its items are ("If you break the rules, to the extent permitted by law:")."""
    found = _AS_LAW_ALLOWS.search(line) if _OPENS.match(line) else None
    return line[: found.start()] if found else ""


def _condition_above(lead_in: str, text: str) -> str:
    """The condition of the line above a list; where the list ends it, with the item that does."""
    line = _LABEL.sub("", without_marker(lead_in.rstrip(" :\u2014\u2013-")))
    words = _opening_of(line) or _left_open(line)
    if words:
        return words
    broken = _BREAKS_OFF.search(line)
    words = broken[0] if broken else _trailing_of(line)
    if _OF_LIST.search(words):
        return ""  # "except for the following": the item is the exception
    ends_in_item = broken is not None or (line.endswith(words) and _GOES_ON.search(words) is not None)
    return f"{words} {lowered(bare(text))}" if ends_in_item else words


def _told(words: str, platform: str) -> str:
    """A condition in the third person, as it stands at the head of a sentence; in general words where it is long."""
    if (
        words.count(" ") == 1
        or _POINTS_ONLY.match(words)
        or (words.lower().startswith("except") and _GOES_ON.search(words))
    ):
        return ""  # "if you", "except that a court may"
    if not words:
        return ""
    if _CUT_OFF.search(words):
        return CASES
    if words.lower().startswith("except that "):
        return EXCEPTION  # a sentence of its own, and no side clause
    general = DEPENDING if words[:9].lower() == "depending" else CASES
    general = EXCEPTION if _EXCEPTS.match(words) else general
    plain = (
        " " in words
        and len(words) <= _LONGEST
        and not _POINTS_BACK.match(words)
        and words.count("\u201c") == words.count("\u201d")
    )
    told = told_within(words, platform).rstrip(" ,") if plain else ""
    if told:
        return capital(told)
    return general


def _spreads(type: str, text: str) -> bool:
    """Is something told of the clause that stands in another sentence than its condition?"""
    if type not in _LISTS_DATA or len(acting_spans(type, text)) == 1:
        return False
    if type == "privacy_rights":  # each sentence may have rights of its own
        return sum(_GIVES.search(text, *span) is not None for span in acting_spans(type, text)) > 1
    start, end = telling_spans(type, text)[0]
    told = facts_told_together(type, text, attributes_of(text))
    return any(
        fact.kind in _LISTED and not start <= fact.start < end and not goes_on_before(text, fact.start)
        for fact in told
    )


def _followed(sentences: str, note: str) -> str:
    """The sentences with a note after the first."""
    first, mark, rest = sentences.partition(". ")
    return f"{first.rstrip('.')}. {note}{' ' + rest if mark else ''}"


def under(scope: str, sentence: str, platform: str = "", *, own: bool = False) -> str:
    """A sentence of ours with its scope before it, or after it where it has a side clause at its head.

    `own`: it is the clause's own, of whose first word it is not known whether it is a name.
    """
    if not scope or not sentence or sentence.lower().startswith(scope.lower()):
        return sentence
    if sentence.startswith("This clause is about") and not scope.startswith("For people"):
        return sentence  # on any condition
    if scope in GENERAL and "what the clause " in sentence:
        return sentence
    if scope == IN_PART:
        return _followed(sentence, "Part of this applies only in the cases described.")
    if _OPENED.match(sentence) and not own:
        return _followed(sentence, f"This applies {lowered(scope).replace(': ', ', ', 1)}.")
    first_word = sentence.split(" ", 1)[0]
    named = first_word not in _LOWERED_AFTER if own else bool(platform) and sentence.startswith(platform)
    mark = ":" if scope.startswith("For people") and ": " not in scope else ","
    return f"{scope}{mark} {sentence if named else lowered(sentence)}"
