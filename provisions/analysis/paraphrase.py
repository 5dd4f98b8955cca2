"""The operative sentence of a clause, told in the third person: the most faithful words are the text's own."""

import re
from functools import lru_cache
from itertools import chain, repeat

from provisions.analysis.sentences import sentence_spans
from provisions.analysis.tagging import weight_of_sentence

_WORDS_TOLD = 34
_WORDS_QUOTED = 14
_CHARACTERS_TOLD = 230
_LEAST_WORDS = 4
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_OPENING = re.compile(
    r"^(?:(?:\(?[\divxa-z]{1,4}[.)]|\d+(?:\.\d+)*\.?|[-•*])\s+)|^(?:however|therefore|in addition|additionally|furthermore|moreover|also|please note(?: that)?|"
    r"note that|for example|accordingly|as a result|consequently|finally|for clarity|for the avoidance of doubt|notwithstanding the foregoing),? ",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"^[A-Z][\w’',/& -]{2,60}(?:\.|:) (?=[A-Z])")
# Someone who does something: without that the words are a piece of a list.
_ACTS = re.compile(
    r"\b(?:we|you|they|it|[A-Z][\w.]+|users?|members?|customers?|information|data|content|services?|account|agreement|terms|part(?:y|ies)|payments?|fees?|"
    r"purchases?|disputes?|claims?|policy|law|laws|arbitrator)\b(?: [\w’'-]+){0,4}? (?:may|must|will|shall|can|cannot|can[’']t|should|is|are|was|were|has|have|do|does|don[’']t|"
    r"agree|agrees|collect|collects|use|uses|share|shares|waive|grant|grants|retain|retains|keep|keeps|process|processes|disclose|discloses|reserve|reserves|"
    r"acknowledge|receive|receives|store|stores|take|takes|give|gives|make|makes|own|owns|apply|applies|provide|provides|work|works|rely|relies|need|needs)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^(?:this|these|those|such|it|they|he|she|in (?:this|that|such|these)|to do (?:this|so)|if so|either|otherwise|then|when this|and|or|but|the (?:foregoing|above))\b",
    re.IGNORECASE,
)
_UNCHANGED = frozenset(
    ("may", "might", "can", "could", "will", "would", "shall", "should", "must", "cannot", "can't", "can’t", "won't", "won’t", "also", "never", "had",
     "only", "did", "didn't", "didn’t", "cant", "always", "each", "both", "and", "or", "may,")
)  # fmt: skip
_IRREGULAR = {
    "are": "is", "were": "was", "have": "has", "do": "does", "don't": "does not", "don’t": "does not", "aren't": "is not", "aren’t": "is not",
    "go": "goes", "haven't": "has not", "haven’t": "has not",
}  # fmt: skip
_CONTRACTED = (
    (re.compile(r"\b([Ww])e['’]ll\b"), r"\1e will"),
    (re.compile(r"\b([Ww])e['’]re\b"), r"\1e are"),
    (re.compile(r"\b([Ww])e['’]ve\b"), r"\1e have"),
    (re.compile(r"\b([Ww])e['’]d\b"), r"\1e would"),
)
_WE = re.compile(
    r"\b(?:and|or) (?:us|we)\b|\bwe(?: are| will| may)? each\b|\b[Yy]ou and [A-Z]\w+ .*\bwe\b|\bwe(?: and|,)|\bus and\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b[Ww]e ((?:(?:also|automatically|never|always|only|further|generally|typically|sometimes|currently|regularly|usually|expressly|hereby|specifically) )?)([\w’']+)"
    r"((?:, [a-z]+(?=,| and| or)){0,5})((?:,? (?:and|or|and/or) (?:may |will )?[a-z]+)?)"
)
_VERBS = frozenset(
    ("collect", "use", "share", "process", "disclose", "store", "retain", "keep", "combine", "receive", "transfer", "provide", "sell", "rent", "analyze",
     "analyse", "display", "show", "remove", "delete", "review", "monitor", "maintain", "access", "obtain", "record", "send", "protect", "improve", "work",
     "take", "make", "require", "reserve", "offer", "gather", "log", "infer", "measure", "aggregate", "preserve", "save", "track", "update", "modify")
)  # fmt: skip


@lru_cache(maxsize=256)
def operative_sentence(type: str, text: str) -> str:
    """The sentence that speaks most for the type, without brackets, numbering and opening words; may be a fragment."""
    spans = sentence_spans(text)
    if not spans:
        return ""
    best = (
        max(spans, key=lambda span: weight_of_sentence(type, text[span[0] : span[1]]))
        if len(spans) > 1
        else spans[0]
    )
    sentence = _BRACKETS.sub("", " ".join(text[best[0] : best[1]].split()))
    sentence = _OPENING.sub("", _RUN_IN.sub("", _OPENING.sub("", sentence)))
    if sentence.isupper() or sum(map(str.isupper, sentence)) > len(sentence) / 2:
        sentence = sentence.lower()
    return sentence[:1].upper() + sentence[1:]


def told_by_itself(type: str, text: str, platform: str) -> str:
    """The operative sentence with the platform's name for "we"; empty where it is too long or no sentence by itself."""
    sentence = operative_sentence(type, text)
    words = sentence.count(" ") + 1
    if (
        not (_LEAST_WORDS < words <= _WORDS_TOLD)
        or len(sentence) > _CHARACTERS_TOLD
        or sentence[-1:] in ":;,?"
    ):
        return ""
    if " | " in sentence or "\n" in sentence or _LEANS.match(sentence) or not _ACTS.search(sentence):
        return ""
    spoken = _in_third_person(sentence, platform)
    return (spoken if spoken[-1:] in ".!" else spoken + ".") if spoken else ""


def core_of(type: str, text: str) -> str:
    """The first words of the operative sentence, to be set in quotation marks; a piece of it, cut at a word."""
    words = operative_sentence(type, text).rstrip(".;,: ").split()
    if len(words) <= _WORDS_QUOTED:
        return " ".join(words)
    return " ".join(words[:_WORDS_QUOTED]).rstrip(",;:") + " …"


def _in_third_person(sentence: str, platform: str) -> str:
    """ "We may share our notes with you" as "Acme may share its notes with you"; empty where "we" means both sides."""
    for pattern, full in _CONTRACTED:
        sentence = pattern.sub(full, sentence)
    if _WE.search(sentence):
        return ""
    names = chain((platform,), repeat("it"))  # named once, then referred to
    sentence = _SUBJECT.sub(lambda match: _agreed(match, next(names)), sentence)
    sentence = re.sub(r"\b[Ww]e\b", lambda _: next(names), sentence)
    sentence = re.sub(r"\b(?:our|ours)\b", "its", sentence)
    sentence = re.sub(r"^Our\b", platform + ("’" if platform.endswith("s") else "’s"), sentence)
    sentence = re.sub(r"\bOur\b", "Its", sentence)
    sentence = re.sub(r"\bus\b", platform, sentence)
    return sentence[:1].upper() + sentence[1:]


def _agreed(match: re.Match[str], platform: str) -> str:
    adverb, verb, listed, last = match.groups()
    if verb.lower() in _UNCHANGED:
        return f"{platform} {adverb}{verb}{listed}{last}"
    listed = re.sub(r"[a-z]+", lambda found: _singular(found[0]) if found[0] in _VERBS else found[0], listed)
    final = last.rsplit(" ", 1)
    if len(final) == 2 and final[1] in _VERBS and "may" not in last and "will" not in last:
        last = f"{final[0]} {_singular(final[1])}"
    return f"{platform} {adverb}{_singular(verb)}{listed}{last}"


def _singular(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith(("ed", "ing", "'s", "’s")) and verb not in ("need", "feed", "embed"):
        return verb
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
