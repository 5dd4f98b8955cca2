"""The heading a clause stands under, as words for a title: without number, capitals and what its type says already."""

import re

from provisions.analysis.clause_types import TYPES_BY_SLUG

HEADING_LIMIT = 48  # characters
_SMALL_WORD = 3  # letters
_DOCUMENT_TITLE = re.compile(
    r"\b(?:terms of (?:use|service|sale)|terms and conditions|(?:privacy|cookie) (?:policy|notice|statement)|user agreement|guidelines|agreement)$|\blast (?:updated|modified|revised)|\beffective\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# The outermost of several headings, where it names a kind of document.
_OF_DOCUMENT = re.compile(
    r"\b(?:terms|polic(?:y|ies)|notice|cent(?:er|re)|statement|agreement|guidelines|rules|conditions|license|licence)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"((?:[A-Z][\w\u2019'/&-]*|of|and|the|to|for|or|in|on|you|your|/)(?: (?:[A-Z][\w\u2019'/&-]*|of|and|the|to|for|or|in|on|you|your|/)){0,5})(?:\.|:| [\u2013—-]) (?=[A-Z])"
)
_SMALL_CHANGE = frozenset(
    ["how", "we", "you", "your", "our", "us", "information", "data", "personal", "the", "of", "use", "uses", "using", "collect", "collecting", "collection", "share", "shares", "sharing", "what", "why", "when", "and", "to", "is", "it", "for", "terms", "policy", "privacy", "section", "general", "about", "other", "do", "with", "content", "service", "services", "additional"]
)  # fmt: skip

# What stands over a passage without saying what it is on.
_SAYS_NOTHING = re.compile(
    r"(?:which means|in short|in brief|in other words|summary|overview|introduction|note|notes|important|please note|details|example|examples|for example|more|more information|read more|"
    r"additional information|other information|miscellaneous|general|highlights|key points|basics|learn more|what this means(?: for you)?|(?:what|which) (?:are )?(?:my|your|our)? ?rights(?: (?:do )?(?:i|you) have)?|"
    r"your rights|my rights|definitions?|scope|purposes?(?: of processing)?|(?:our )?legal bas[ei]s\b.*|table|appendix|annex)\W*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:(?:section|article|part)\s+)?(?:(?:\d+(?:\.\d+)*[a-z]?|[ivxlc]{1,4}|[a-z])[.):]|\d+(?:\.\d+)*|(?:[a-z]|[ivx]{1,4})(?:\.\d+)+)\s+(?=\S)",
    re.IGNORECASE,
)
_SUM = re.compile(r"\b\d+[.,]\d\d\b")
# The name of a place to link to, left in by the markup ("Upgrades {upgrades}").
_ANCHOR = re.compile(r"\s*\{[#.\w-]+\}")


def is_document_title(heading: str) -> bool:
    """Is the heading the name of the whole document, which says nothing of where in it a passage stands?"""
    return _DOCUMENT_TITLE.search(heading.strip(" .:?*#")) is not None


def heading_of(text: str, trail: tuple[str, ...], type: str) -> str:
    """The clause's own run-in heading, else the nearest heading that says more than its type, as words for a title."""
    run_in = _RUN_IN.match(text)
    candidates = [run_in[1]] if run_in else []
    candidates += list(reversed(trail))
    for candidate in candidates:
        if len(trail) > 1 and candidate == trail[0] and _OF_DOCUMENT.search(candidate):
            continue
        words = _NUMBERING.sub("", _ANCHOR.sub("", candidate)).strip(" .:?*#")
        if words.isupper():
            words = _in_title_case(words)
        if (
            3 <= len(words) <= HEADING_LIMIT
            and not _DOCUMENT_TITLE.search(words)
            and not _SAYS_NOTHING.fullmatch(words)
            and not _SUM.search(words)
            and not _only_says_type(words, type)
        ):
            return words
    return ""


def _in_title_case(words: str) -> str:
    """A heading in capitals as one in title case."""
    return " ".join(
        word.capitalize() if place == 0 or len(word) > _SMALL_WORD else word.lower()
        for place, word in enumerate(words.split())
    )


def _only_says_type(heading: str, type: str) -> bool:
    """Do the words of a heading all belong to the type's own name and the small change of headings?"""
    known = set(re.findall(r"[a-z]+", TYPES_BY_SLUG[type].label.lower())) | _SMALL_CHANGE
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", heading.lower())} <= {
        word.rstrip("s") for word in known
    }
