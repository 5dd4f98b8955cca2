"""Items of lists are pieces of sentences: told as one with the lead-in they hang on, or by the thing they name."""

import re
from functools import lru_cache

from provisions.analysis.describing.verb_words import BASE_VERBS, FINITE

_MOST_WORDS = 12
_MOST_LETTERS = 84
_LEAD_LETTERS = 190
_JOINED_LETTERS = 300
_VERB_WITHIN = 24  # words
_PLURAL = re.compile(r"(?<=[a-z])\((e?s)\)")  # "identifier(s)"
# Not those that belong to a number: "512(c)".
_BRACKETS = re.compile(r"(?:\s+|(?<!\d))(?:\([^()]*\)|\[[^\[\]]*\])")
_MARKER = re.compile(
    r"^(?:[-•*–]\s+|\(?(?:\d{1,2}(?:\.\d+)*|[a-zA-Z]|[ivx]{1,5})[.)]\s+|\d+(?:\.\d+)+\s+|(?:[A-Za-z]|[ivx]{1,4})(?:\.\d+)+[.)]?\s+)+"
)
_ENDING = re.compile(r"[\s.;,:]*(?:[;,] ?(?:and|or|and/or))?[\s.;,:]*$")
_POINTER = re.compile(r"(?<=[\w)])\. (?:See|Learn|Read|Find out|Click|More)\b[^.]*\.?$")
_OF_FOLLOWING = re.compile(
    r"\b(?:following|below|as follows|these|examples?|here)\b[^:]{0,60}:?$", re.IGNORECASE
)
# A lead-in that ends in one of these goes on in its items without a break.
_GOES_ON = frozenset(
    ("to", "for", "by", "that", "if", "when", "where", "including", "include", "includes", "as", "not", "may", "must", "will", "shall", "can", "of", "with",
     "from", "in", "on", "are", "is", "or", "and", "about", "you", "we", "agree", "because", "through", "via", "than", "who", "which", "whether", "be", "your",
     "against", "cannot", "should", "under", "upon", "between", "contains", "contain", "without", "until", "unless", "only")
)  # fmt: skip
_FORBIDS = re.compile(
    r"\b(?:not(?! (?:limited|obliged|obligated|required)\b| have (?:the|an|any) (?:obligation|duty))|never|cannot|prohibited|forbidden|banned|disallowed|refrain|restrictions|no one|unacceptable)\b|n['’]t\b",
    re.IGNORECASE,
)
# "You agree not to hold us liable for damages from:" forbids nothing that its items name.
_OF_LOSSES = re.compile(r"\b(?:liable|responsible|damages|loss(?:es)?)\b", re.IGNORECASE)
_PLATFORM_REFUSES = re.compile(
    r"\b(?:[Ww]e|(?!You|Users?|Members?|Customers?|Developers?|Sellers?|Advertisers?|Creators?|Partners?|Guests?|Hosts?|They|Who)[A-Z]\w+) "
    r"(?:\w+ly )?(?:(?:do|does|will|shall)(?: not|n['\u2019]t)|never)\b"
)
_FORBIDS_READER = re.compile(
    r"(?:\b(?:you|users?|customers?|developers?|members?|partners?|sellers?|advertisers?|creators?)\b|(?<=don['\u2019]t)|\bdo not\b)(?:(?!\b(?:we|us)\b)[^.;]){0,60}?"
    r"\b(?:may|must|shall|will|can|should|agree|do|are)?(?:n['\u2019]t| ?not|not to|never)\b(?! (?:be |have |need|required|able|obliged))(?:(?!\b(?:we|us)\b)[^.;])*$|\b(?:prohibited|forbidden) (?:from|to)\b[^.;]*$|\b(?:is|are) (?:strictly |expressly )?(?:prohibited|forbidden|not allowed|not permitted)(?:,? including|,? such as)?\W*$",
    re.IGNORECASE,
)
_OPENS_ASIDE = re.compile(
    r"(?:if|when|where|while|whenever|unless|as|to|for|with|by|in|on|at|from|after|before|once|under|upon|because|since|depending|based|subject|through|except|"
    r"although|even|so|without|until|during|including|such|or|and|otherwise|provided|should)\b", re.IGNORECASE,
)  # fmt: skip
_MAIN_AFTER = re.compile(
    r",['’”\"]? (?:then |please |(?:and )?(?:we|you|they|it|your|our|the|this|these|any|all|each|no) |[A-Z][\w’'-]+ )"
)
_DEPENDS = frozenset(
    ("that", "which", "who", "where", "when", "how", "what", "if", "whom", "whose", "as", "because", "while", "whether", "regarding", "concerning")
)  # fmt: skip
_LISTED_NOUN = re.compile(r"(?:such|or|and|otherwise|so|even)\b", re.IGNORECASE)
_BEGINS_WITH_VERB = re.compile(
    r"(?:is|are|was|were|has|have|does|may|will|must|shall|contains?|includes?|involves?|infringes?|violates?)\b",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"\b(?:from|for|of|by|to|about|with|any|that|if|when|where|unless|because)\s*[:\u2014\u2013-]?\s*$",
    re.IGNORECASE,
)
_TO = re.compile(r"^to (?=\w)", re.IGNORECASE)
_EXAMPLES = re.compile(r",? (?:such as|including|e\.g\.|for example)\b|\. This ")
_ASKS = re.compile(r"(?:why|how)\b", re.IGNORECASE)  # a heading
_SPEAKERS = re.compile(r"(?:we|you|our|your)\b")
_PRONOUNS = frozenset(("you", "we", "they", "i"))
_CLIP = re.compile(
    r"\s*(?:[:;–—]| - |,? (?:such as|including|for example|e\.g\.|for instance|like when)\b|, (?:which|who|where|when|if|as|so|and \w+ing)\b|\. ).*",
    re.DOTALL,
)
_FIRST_ACT = re.compile(rf",? and (?:to )?(?:{'|'.join(sorted(BASE_VERBS))})\b.*", re.DOTALL)
_DANGLING = re.compile(
    r"(?:\b(?:in|of|to|and|or|with|for|by|from|on|at|the|a|an|your|our|that|which|is|are|as|any|other|not|about)|,)$",
    re.IGNORECASE,
)


def small_letters(text: str) -> str:
    """The text in small letters, each in its place: patterns search it several times faster than one in letters of both sizes."""
    low = text.lower()
    return low if len(low) == len(text) else text


def without_marker(text: str) -> str:
    """A line without the mark or number it is listed under."""
    return _MARKER.sub("", text)


@lru_cache(maxsize=64)
def without_brackets(text: str) -> str:
    """The text without what stands in brackets."""
    if "(" not in text and "[" not in text:
        return text
    once = _BRACKETS.sub("", _PLURAL.sub(r"\1", text))
    return _BRACKETS.sub("", once) if "(" in once else once


@lru_cache(maxsize=64)  # a clause and its line above are asked about many times while it is explained
def bare(text: str) -> str:
    """An item without its marker, brackets and the "; or" that leads on to the next one."""
    return _ENDING.sub("", _POINTER.sub("", without_marker(without_brackets(" ".join(text.split())))))


@lru_cache(maxsize=512)
def stands_alone(sentence: str) -> bool:
    """Is it a whole sentence: does somebody do something in its main clause?"""
    if (
        not sentence
        or (sentence[0].islower() and not _SPEAKERS.match(sentence))
        or _BEGINS_WITH_VERB.match(sentence)
    ):
        return False
    if opens_aside(sentence):
        found = _MAIN_AFTER.search(sentence)
        return found is not None and _has_verb(sentence[found.start() + 2 :])
    return _has_verb(sentence)


def _has_verb(words: str) -> bool:
    """A finite verb early on, before any word that would make it belong to a side clause."""
    owed, previous = (
        False,
        ",",
    )  # a verb that belongs to "you" or "we" in the midst of a phrase ("the data you give us")
    for place, word in enumerate(words.split()[:_VERB_WITHIN]):
        plain = word.strip(",.;:()”“\"'").lower()
        if place and plain in FINITE:
            if not owed:
                return True
            owed = False
        elif plain in _DEPENDS:
            return False
        elif plain in _PRONOUNS and previous[-1] not in ",;:":
            owed = True
        previous = word
    return False


# "Contact Data: ...", "Order information" name a kind of data with a word that is a verb elsewhere.
_NAMES_DATA = re.compile(r"\w+ (?:Data|Information|Details)\b|\w+ (?:data|information|details)$")


def commands(sentence: str) -> bool:
    """Does it begin with the bare form of a verb, as what follows "to" or "you may not"?"""
    return sentence.split(" ", 1)[0].strip(",").lower() in BASE_VERBS and not _NAMES_DATA.match(sentence)


def without_examples(words: str, most: int) -> str:
    """Words that are too long, up to where they only give examples."""
    return words if len(words) <= most else _EXAMPLES.split(words, maxsplit=1)[0]


def opens_aside(words: str) -> bool:
    """Does it begin as a side clause or a phrase of place, time or purpose ("If you ...", "For ...")?"""
    return bool(_OPENS_ASIDE.match(words))


def leads(lead_in: str) -> bool:
    """Does the line above a list begin the sentence that its items end? Some are only its heading."""
    words = lead_in.rstrip()
    return words.endswith((":", "：", "—", "–", ",")) or words.rsplit(" ", 1)[-1].lower() in _GOES_ON


def hangs(lead_in: str) -> bool:
    """Does a lead-in break off within its sentence, so that its items are none, whatever verbs stand in them?"""
    return _HANGS.search(lead_in) is not None


def forbids(lead_in: str) -> bool:
    """Does the lead-in of a list forbid what its items name? What the platform itself does not do is no ban."""
    own = _PLATFORM_REFUSES.search(lead_in.rpartition(". ")[2])
    return bool(_FORBIDS.search(lead_in)) and not own and not _OF_LOSSES.search(lead_in)


def forbids_reader(lead_in: str) -> bool:
    """Does the lead-in of a list forbid the reader, and not the platform, what its items name ("You may not:")?"""
    return _FORBIDS_READER.search(lead_in) is not None


# "Google Analytics", "Standard Contractual Clauses": of two words with capitals the first is likely one of a name.
_NAMED = re.compile(
    r"(?!(?:Your|Our|The|Any|All|We|You|To|For|If|When|Where|In|On|With|By|From|As|A|An|Other|Certain|Some|This|These|Such|It|Their|Its|No|Use|Using|Disclose|Share|Provide|Access|Comply|Send|Contact)\b)[A-Z][a-z]+ [A-Z][A-Za-z]+"
)


def lowered(words: str) -> str:
    """As it stands within a sentence; abbreviations and names of two capitals keep theirs."""
    if (
        words[1:2].isupper()
        or words[1:2] in "-'’"
        or (_NAMED.match(words) and words.partition(" ")[0].lower() not in BASE_VERBS)
    ):
        return words
    return words[:1].lower() + words[1:]


def joined(lead_in: str, item: str) -> str:
    """ "We use data to:" and "Send you messages;" as "We use data to send you messages"; empty where that is too long."""
    lead = without_marker(without_brackets(" ".join(lead_in.split()))).rstrip(" :—–-")
    piece = bare(item)
    if not leads(lead_in) or not piece or len(lead) > _LEAD_LETTERS or _ASKS.match(lead):
        return ""
    last = lead.rsplit(" ", 1)[-1].lower().strip(",")
    aside = opens_aside(piece) and not _LISTED_NOUN.match(piece)
    if (last in _GOES_ON or aside or piece.lower().startswith("that ")) and not _OF_FOLLOWING.search(lead_in):
        whole = f"{lead.rstrip(',')} {lowered(_TO.sub('', piece) if last == 'to' else piece)}"
    else:
        whole = f"{lead}: {lowered(piece)}"
    return whole if len(whole) <= _JOINED_LETTERS else ""


@lru_cache(maxsize=512)
def matter_of(text: str, lead_in: str) -> str:
    """What an item of a list names, in its own words ("The time, frequency and duration of your activities").

    Cut only where nothing is left hanging; empty for whole sentences, tables and what can't be cut.
    """
    if not leads(lead_in) or "\n" in text or " | " in text:
        return ""
    words = bare(text)
    if stands_alone(words) and not commands(words):
        return ""
    for stretch in (words, _CLIP.sub("", words), _FIRST_ACT.sub("", words) if commands(words) else ""):
        cut = stretch.rstrip(" ,;:.")
        if cut and cut.count(" ") < _MOST_WORDS and len(cut) <= _MOST_LETTERS and not _DANGLING.search(cut):
            return cut
    return ""
