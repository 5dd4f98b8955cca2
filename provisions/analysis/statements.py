"""Whether a text states anything: headings, lines of a table of contents, questions and definitions do not."""

import re

from provisions.analysis.sentences import sentence_spans

_NUMBER = re.compile(r"^[-\s]*(?:[a-z]?\d+(?:\.\d+)*[.)]?\s+)?")
_LAST_RESORT_WORDS = 3  # shorter clauses are labels unless a lead-in makes sentences of them
_HEADING_WORDS = 9
_LEAD_WORDS = 6
_ANNOUNCES = re.compile(
    r"(?:[\dIVXivx]{1,4}[.)]\s*|\(?[a-zA-Z][.)]\s*)?(?:how|what|why|who|when|where|which|(?:personal )?(?:information|data)(?: that)? (?:we|you|they|others)\b|"
    r"your (?:rights|choices|consent|privacy)|changes (?:to|in)|(?:marketing )?communications? (?:from|with)|questions|disclosures? (?:of|to)|"
    r"(?:our )?use of|(?:our )?collection of|sharing of|links to|contact|about|other )\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:please )?(?:also )?(?:see|read|visit|refer to|consult|check out)\b|(?:to learn more|to find out more|for (?:more|further|additional|a list|a description|details|information))\b|"
    r"(?:you (?:can|may) )?(?:find|learn|read) more\b|you (?:can|may) visit\b",
    re.IGNORECASE,
)
_TELLS_OF = re.compile(
    r"^\W*(?:it|here|below|(?:this|the|our) (?:\w+ ){0,3}(?:policy|notice|statement|page|section|document|terms|agreement))(?: (?:also|will))? (?:tells?|explains?|describes?|covers?|sets? out|informs?)\b[^.]*:$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:We|You|How|Our)\b")
# "As between us, you own Your Content.": who acts comes first or after a comma, which in a title it does not ("Content you Own.").
_SUBJECT_ACTS = re.compile(
    r"(?:^[-\s\d.)]*|, )(?:[Yy]ou|[Ww]e) (?!(?:and|or|to|of|in|for|with|from|by|on|at|as|under|through|when|about|via)\b)[a-z]+.*\.$",
    re.DOTALL,
)
_FIGURE = re.compile(r"\d")
_FRAGMENT_WORDS = 14
_QUESTION_WORDS = 18
_DEFINITION_HEAD = 12
_SMALL_WORD = 3  # "of", "and", "the" are not capitalised in headings
_MEANS_OF = frozenset(
    ("by", "any", "automated", "other", "electronic", "no", "this", "that", "which", "the", "technical")
)
# What follows "means" where nothing is defined: "means to protect", "means that you waive", and "means you agree".
_MEANS_THEN = frozenset(("of", "to", "that", "permitted", "is", "you'll", "we'll"))
_MEANS_WHOM = frozenset(("you", "we"))
_MEANS_WHOM_AND = frozenset(("and", "as", "or", "the", "collectively"))
_ASKS = frozenset(("how", "what", "why", "when", "where", "who", "which", "about"))
# A line without an end mark states something only if it has a verb that says who does what.
_VERBS = frozenset(
    (
        "may", "must", "will", "shall", "can", "cannot", "can't", "should", "is", "are", "was", "were", "be", "has", "have", "do", "does",
        "don't", "collect", "collects", "use", "uses", "share", "shares", "agree", "agrees", "provide", "provides", "keep", "keeps", "waive",
        "retain", "retains", "reserve", "reserves", "not", "never", "grant", "grants", "disclose", "sell",
    )
)  # fmt: skip
# What states something even without a verb: "NO REFUNDS", "All sales final".
_SAYS = _VERBS | {
    "no",
    "only",
    "all",
    "any",
    "without",
    "never",
    "prohibited",
    "you",
    "we",
    "as",
    "final",
    "non-refundable",
}
_SECTION = re.compile(r"(?:section |article |§ ?)?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s", re.IGNORECASE)
_ENDS = '.;,!:)"”’'


def is_label(text: str, words: list[str]) -> bool:
    """Is it a heading, a line of a table of contents or a question, and no statement?"""
    count = len(words)
    if count < _LAST_RESORT_WORDS:
        return True
    last = text.rstrip()[-1:]
    if last == "?":
        return count <= _QUESTION_WORDS
    if last == ":" and count <= _LEAD_WORDS:
        return True
    if count > _HEADING_WORDS or last in ";,":
        return False
    silent = not _SAYS.intersection(words)
    if silent and (text.isupper() or _SECTION.match(text)) and (last == "." or last.isalnum()):
        return True
    if last == ".":
        return not _VERBS.intersection(words) and not text.isupper() and _is_titled(text)
    if _ANNOUNCES.match(text) and last.isalnum():
        return True
    written = [word for word in text.split() if len(word) > _SMALL_WORD and not word[0].isdigit()]
    return sum(word[0].isupper() for word in written) > len(written) * 0.7


def only_announces(text: str) -> bool:
    """Is it no more than the line above a list ("We share it with:")? Its items say it, each with this line before it."""
    line = text.rstrip()
    if not line.endswith((":", "：")) or "\n" in line:
        return False
    *before, _ = sentence_spans(line)
    return all(
        line.count(" ", start, end) < _LEAD_WORDS and not _VERBS.intersection(line[start:end].lower().split())
        for start, end in before
    )


def asks_only(text: str) -> bool:
    """Is it a row of columns' names, most of them questions ("What do we collect? | Why?")?"""
    cells = text.split(" | ")
    return len(cells) > 1 and sum(cell.rstrip().endswith("?") for cell in cells) * 2 > len(cells)


def is_headline(text: str) -> bool:
    """Is it a heading set as an item of a list ("Personal Data We Collect from Others")?"""
    if not text[-1:].isalnum() or "\n" in text or text.isupper() or not _is_capitalised(text):
        return False
    long = (
        text.count(" ") > _FRAGMENT_WORDS and " | " not in text
    )  # shorter ones are items of what stands above
    return _SPOKEN.search(text) is not None or (long and not _SAYS.intersection(text.lower().split()))


def lists_contents(lead_in: str) -> bool:
    """Does the line above a list say what a text is about, so that its items state nothing ("This policy tells you:")?"""
    return _TELLS_OF.search(lead_in) is not None


def points_elsewhere(text: str) -> bool:
    """Does it only send the reader to another place, or only name the columns of a table?"""
    cells = text.split(" | ")
    if len(cells) > 1 and text[-1].isalpha() and not _FIGURE.search(text) and all(map(_is_column, cells)):
        return True
    return _POINTS.match(text) is not None and len(sentence_spans(text)) == 1


def _is_column(cell: str) -> bool:
    words = [word for word in cell.split() if len(word) > _SMALL_WORD]
    return len(words) <= _HEADING_WORDS and sum(word[0].isupper() for word in words) >= len(words) * 0.7


def is_fragment(text: str) -> bool:
    """Are all its lines short, without an end mark, and silent on who does what: likely headings or (rests of) links?"""
    return "](" in text or all(_is_fragment(line) for line in text.split("\n") if line)


def _is_fragment(line: str) -> bool:
    if line.count(" ") > _FRAGMENT_WORDS:
        return False
    words = _NUMBER.sub("", line.lower()).split()
    if line[-1] in _ENDS:
        numbered = line[0].isdigit() and not _VERBS.intersection(words)
        return numbered or (not line.isupper() and _is_titled(line))
    return not words or words[0] in _ASKS or _is_capitalised(line) or not _VERBS.intersection(words)


def _is_titled(line: str) -> bool:
    """Is it written as a title is, and no sentence with many capitals ("As between us, you own Your Content.")?"""
    return _is_capitalised(line) and not _SUBJECT_ACTS.search(line)


def _is_capitalised(line: str) -> bool:
    written = [word for word in line.split() if len(word) > _SMALL_WORD]
    return len(written) > 1 and sum(word[0].isupper() for word in written) > len(written) * 0.7


def is_definition(words: list[str]) -> bool:
    """Does it say what a word means in this document?"""
    head = words[:_DEFINITION_HEAD]
    if "means" in head:
        place = head.index("means")
        return place > 0 and head[place - 1] not in _MEANS_OF and not _goes_on(words[place + 1 : place + 3])
    return "mean" in head and head[head.index("mean") - 1] in ("shall", "will", "we")


def _goes_on(words: list[str]) -> bool:
    """Do the two words after "means" state something, rather than say what a word stands for?"""
    first, second = (*words, "", "")[:2]
    return first in _MEANS_THEN or (first in _MEANS_WHOM and second not in _MEANS_WHOM_AND)
