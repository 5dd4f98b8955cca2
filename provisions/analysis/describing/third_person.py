"""A platform is spoken of by its name: "We may share our notes" becomes "Acme may share its notes"."""

import re

from provisions.analysis.counting import capital
from provisions.analysis.describing.verb_words import BASE_VERBS

_CONTRACTED = (
    (re.compile(r"\b([Ww])e['’]ll\b"), r"\1e will"),
    (re.compile(r"\b([Ww])e['’]re\b"), r"\1e are"),
    (re.compile(r"\b([Ww])e['’]ve\b"), r"\1e have"),
    (re.compile(r"\b([Ww])e['’]d\b"), r"\1e would"),
    (re.compile(r"\b[Ll]et['’]s\b"), "let us"),
)
_OF_US = re.compile(r"\b(either|neither|each) of us\b|\bboth of us\b", re.IGNORECASE)
_BOTH_SIDES = re.compile(
    r"\b(?:and|or|nor) (?:us|we)\b(?! (?:may|will|can|do|are|have|share|use|collect|process|receive|also))|\b[Ww]e(?: are| will| may)? (?:each|both)\b|\b[Yy]ou and [A-Z]\w+ .*\bwe\b|"
    r"\bwe (?:and|or) (?:you|our|the|any|its)\b|\bwe,|\bus (?:and|or) (?:you|our|the|any|its)\b|\bamong us\b|\bbetween us\b|\b(?:my|mine)\b|\bI (?:am|have|agree|will|do|may)\b"
)
_SUBJECT = re.compile(
    r"\b[Ww]e ((?:(?:also|automatically|never|always|only|further|generally|typically|sometimes|currently|regularly|usually|expressly|hereby|specifically|then|"
    r"just|still|often|therefore|already|either|no longer|(?!apply|rely|supply|reply|comply|imply)[a-z]{3,}ly) )?)([\w’']+)"
    r"((?:, [a-z]+(?=,| and| or)){0,5})((?:,? (?:and|or|and/or) (?:may |will |also )?[a-z]+)?)"
)
_SPEAKS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|OUR|us|ourselves)\b")
_WE = re.compile(r"\b[Ww]e\b")
_OUR = re.compile(r"\b(?:[Oo]urs?|OUR)\b")
_OTHERS = re.compile(
    r"\b(?:part(?:y|ies)|provider|compan(?:y|ies)|partner|advertiser|person|someone|app|site|website|account)\b"
)
_REFERRING = re.compile(
    r"\b(?:that|and|or|as|because|what|which|when|whom|if|how|where|unless|until|while|information|data|so|whether|content|than|once|before|after|services) $"
)
_INVERTED = re.compile(
    r"\b(nor|neither|never|circumstances?|time|point|stage|case|event|way|account) (do|have|are) we\b",
    re.IGNORECASE,
)
# A later verb of the same subject: "Acme encrypts it, reviews its rules and restricts access".
_LATER_VERB = re.compile(
    r"((?:,|,? and|,? but) (?:also |then |never |therefore )?)([a-z]+)(?= (?:it|them|your|you|the|a|an|any|all|this|these|its|our|how|whether)\b)|"
    r"((?:,|,? and|,? but) (?:also |then |never |therefore )?)(?!(?:contact|use|access|share|record|request|control|process|store|review|report|search|display|support|transfer|release|profile)\b)"
    r"([a-z]+)(?= (?:no|not|what|only|on|with|access|personal|information|data|responsib\w+|liab\w+|[A-Z]\w+)\b)"
)
# What may be the subject of that verb instead, or what it may hang on.
_NOT_ITS_SUBJECT = re.compile(
    r"\b(?:you|they|we|that|which|who|whom|when|if|may|can|could|might|will|shall|must|should|let|lets|help|helps|allow|allows|not|never)\b|\bto,|:|\bto (?![A-Z]|the\b|your\b|our\b|its\b|any\b|an?\b|other|third|these\b|this\b|all\b|and\b)|['\u2019]t\b"
)
_PAST = frozenset(
    (
        "sold",
        "told",
        "sent",
        "gave",
        "made",
        "got",
        "kept",
        "took",
        "found",
        "held",
        "built",
        "wrote",
        "began",
        "became",
        "knew",
        "thought",
    )
)
_AUXILIARIES = ("have", "are", "do")
_UNCHANGED = frozenset(
    ("may", "might", "can", "could", "will", "would", "shall", "should", "must", "cannot", "can't", "can’t", "won't", "won’t", "also", "never", "had",
     "only", "did", "didn't", "didn’t", "cant", "always", "each", "both", "and", "or", "may,")
)  # fmt: skip
_IRREGULAR = {
    "are": "is", "were": "was", "have": "has", "do": "does", "don't": "does not", "don’t": "does not", "aren't": "is not", "aren’t": "is not",
    "go": "goes", "haven't": "has not", "haven’t": "has not", "weren't": "was not", "weren’t": "was not",
}  # fmt: skip


def in_third_person(sentence: str, platform: str) -> str:
    """ "We may share our notes with you" as "Acme may share its notes with you".

    Empty where "we" means both sides of the contract, or where somebody else speaks ("I agree").
    """
    if not _SPEAKS.search(sentence):
        return "" if _BOTH_SIDES.search(sentence) else sentence[:1].upper() + sentence[1:]
    sentence = _OF_US.sub(lambda found: f"{found[1]} side" if found[1] else "both sides", sentence)
    if "'" in sentence or "’" in sentence:
        for pattern, full in _CONTRACTED:
            sentence = pattern.sub(full, sentence)
    if _BOTH_SIDES.search(sentence):
        return ""
    sentence = _INVERTED.sub(lambda found: f"{found[1]} {singular(found[2])} {platform}", sentence)
    names = _Names(platform)
    sentence = _SUBJECT.sub(names.subject, sentence)
    sentence = _WE.sub(names.bare, sentence)
    sentence = _possessives(sentence, platform)
    sentence = re.sub(r"\bourselves\b", "itself", sentence)
    sentence = re.sub(r"(?<![.@-])\bus\b", platform, sentence)
    return capital(_with_later_verbs(sentence, platform))


def _with_later_verbs(sentence: str, platform: str) -> str:
    """Verbs that go on with the name as their subject, in its number."""
    subject = re.compile(rf"(?:^|[,:;] ){re.escape(platform)} (?:also |never |only )?(\w+s)\b")

    def agreeing(match: re.Match[str]) -> str:
        joint, verb = match[1] or match[3], match[2] or match[4]
        last = max(subject.finditer(sentence, 0, match.start()), key=re.Match.start, default=None)
        if last is None or not (verb in BASE_VERBS or verb in _AUXILIARIES):
            return match[0]
        between = sentence[last.end() : match.start()]
        if verb in _AUXILIARIES:  # "and have no liability" hangs on no "to" and no "not"
            between = "" if last[1] == "is" else re.sub(r"\b(?:to|not|never)\b", "", between)
        return match[0] if _NOT_ITS_SUBJECT.search(between) else f"{joint}{singular(verb)}"

    return _LATER_VERB.sub(agreeing, sentence)


def told_within(words: str, platform: str) -> str:
    """A piece of a sentence in the third person, as it stands within another."""
    told = in_third_person(words, platform)
    return told[:1].lower() + told[1:]


class _Names:
    """What stands for "we": the name, then "it" where nothing else can be meant."""

    def __init__(self, platform: str) -> None:
        self.platform = platform
        self.named = False

    def subject(self, match: re.Match[str]) -> str:
        """ "we also collect" as "Acme also collects"."""
        adverb, verb, listed, last = match.groups()
        name = self.bare(match)
        if verb.lower() in _UNCHANGED:
            return f"{name} {adverb}{verb}{listed}{last}"
        listed = re.sub(
            r"[a-z]+", lambda found: singular(found[0]) if found[0] in BASE_VERBS else found[0], listed
        )
        final = last.rsplit(" ", 1)
        if len(final) == 2 and final[1] in BASE_VERBS and "may" not in last and "will" not in last:
            last = f"{final[0]} {singular(final[1])}"
        return f"{name} {adverb}{singular(verb)}{listed}{last}"

    def bare(self, match: re.Match[str]) -> str:
        """The name, or "it" after a word that refers back."""
        again, self.named = self.named, True
        return "it" if again and _REFERRING.search(match.string[: match.start()]) else self.platform


def _possessives(sentence: str, platform: str) -> str:
    """ "our" is "its" where the platform was named and nobody else who could be meant; else it is the name's."""
    owner = platform + ("’" if platform.endswith("s") else "’s")

    def owned(match: re.Match[str]) -> str:
        place = sentence.rfind(platform, 0, match.start())
        if place >= 0 and not _OTHERS.search(sentence, place, match.start()):
            return "its"
        return owner

    return _OUR.sub(owned, sentence)


def singular(verb: str) -> str:
    """ "collect" as "collects"; what is no present tense is left."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _PAST or (verb.endswith(("ed", "ing", "'s", "’s")) and verb not in ("need", "feed", "embed")):
        return verb
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
