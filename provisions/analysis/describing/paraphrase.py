"""The operative sentence of a clause, told in the third person: the most faithful words are the text's own."""

import re
from collections.abc import Callable
from functools import lru_cache

from provisions.analysis.counting import capital
from provisions.analysis.describing.fragments import (
    bare,
    commands,
    forbids,
    hangs,
    joined,
    lowered,
    stands_alone,
    without_brackets,
    without_marker,
)
from provisions.analysis.describing.operative import telling_spans
from provisions.analysis.describing.third_person import in_third_person
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.stance import Stance
from provisions.analysis.stance_cues import OF_CASES, POWERS
from provisions.analysis.tagging import weight_of_sentence

_WORDS_TOLD = 48
_CHARACTERS_TOLD = 300
_LEAST_WORDS = 4
_ITEMS_TOLD = 5
_SMALL_WORD = 3  # letters
_TITLE_WORDS = 10
_OPENING = re.compile(
    r"^(?:however|therefore|additionally|furthermore|moreover|also|please note(?: that)?|note that|for example|accordingly|as a result(?! of)|consequently|"
    r"finally|for clarity|for the avoidance of doubt|notwithstanding the (?:foregoing|above)[\w ]{0,30}(?=,)|in addition(?=,)|similarly|likewise|in general|generally|basically|"
    r"for instance|in other words|that said|remember(?: that)?|in particular|specifically|lastly|secondly|first(?! and| or|-)|alternatively|nonetheless|nevertheless|to be clear|but(?! for\b)|(?:and|so|thus|further|instead)(?=,)),? ",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"^[A-Z][\w’',/& -]{2,60}(?:\.|:) (?=[A-Z“\"])")
# What points back to words that are not there.
_LEANS = re.compile(
    r"^(?:(?:this|these|those|such|it|they|he|she|that|his|her|their|its|both|some of|the same|one|most|many|others?)\b|in (?:this|that|such|these|those|either|each|any such|which)\b|"
    r"(?:to (?:do|support|help|achieve|enable) (?:this|so|that|these)\b|(?:when|where|if|before|whenever) (?:we|you|they) do (?:so|this|that)|if so|if not|either|otherwise|then|when this|if (?:this|it|they|that|these|such)|by doing so|for (?:this|that|these|those|such)|"
    r"with this|as such|here|there|doing so|under (?:this|these|those|such)|the (?:foregoing|above|following|latter|former|same)|see|click|learn more|please see|for more)\b)",
    re.IGNORECASE,
)
_LEANS_WITHIN = re.compile(
    r"^[^,;]*\bto do (?:this|so|that)\b|\b(?:under|below|over) (?:that|such|this) age\b", re.IGNORECASE
)
_DEFERS = re.compile(r"\b(?:above|below|the following|as follows|hereunder)\b", re.IGNORECASE)
# The end of a lead-in told without its list: "for the following purposes:" is "for certain purposes".
_ANNOUNCES = re.compile(
    r"(?:(?:one|any|each|all|some|one or more) of )?(?:the|these) following( (?:[a-z-]+ ){0,3}[a-z]{3,}s| information)(?= ?:$)"
)
_CASES = re.compile(
    r"(?:(?:one|any) (?:or more )?of )?\bthe following (reasons|cases|circumstances|situations|events|instances)(?=\W*$)"
)
_LEFT_OVER = re.compile(r"[;,]? (?:and|or|and/or)[.;,]*$")
_UNCLOSED = re.compile(r" ?\((?:collectively|together|each|the)?,? ?[^()]{0,60}$")
# What a cell on legal grounds begins with.
_GROUND = re.compile(r"(?:Your consent|Where|Performance|As necessary|Necessary|To)\b")
_BREAKS_OFF = re.compile(r"[,?\u2013\u2014-]$|(?<!s)(?<!information):$")
# What may be left out without making the rest untrue: examples, never conditions or exceptions.
_EXAMPLES = re.compile(
    r",? (?:such as|including(?: but not limited to|,? without limitation,?)?|for example|for instance|e\.g\.|like when|which (?:may |can )?include)\b"
)
_RESUMES = re.compile(r", (?:be|is|are|will|may|shall|must|has|have|for|from|against|liable) ", re.IGNORECASE)
_NEVER_DROPPED = re.compile(
    r"\b(?:unless|except|if|only|provided|but|however|not|other than|until|subject to|without|whether|to the extent|exclud\w+|as long as|when|where)\b|n['’]t\b",
    re.IGNORECASE,
)
# After a semicolon: what follows belongs to a list, whose first member alone is not what the sentence says.
_LIST_GOES_ON = re.compile(r"(?:^|; )(?:and|or|and/or)\b")
# Plain words for lawyers' ones, with letters that must stand in a sentence before the pattern is tried.
_PLAIN = (
    ("extent p", re.compile(r"\b(?:except )?to the (?:fullest |maximum |full |greatest )*extent (?:permitted|permissible)(?: by| under)? (?:(?:any |the )?applicable |the )?laws?\b", re.IGNORECASE), "as far as the law allows"),
    ("extent a", re.compile(r"\b(?:except )?to the (?:fullest |maximum |full |greatest )*extent allowed(?: by| under)? (?:(?:any |the )?applicable |the )?laws?\b", re.IGNORECASE), "as far as the law allows"),
    ("prior to", re.compile(r"\bprior to\b", re.IGNORECASE), "before"),
    ("the event", re.compile(r"\bin the event that\b", re.IGNORECASE), "in case"),
    ("pursuant", re.compile(r"\bpursuant to\b", re.IGNORECASE), "under"),
    ("and/or", re.compile(r"\band/or\b", re.IGNORECASE), "or"),
    ("hereby", re.compile(r"\bhereby ", re.IGNORECASE), ""),
    ("including", re.compile(r",? including,? (?:but not limited to|without limitation),?", re.IGNORECASE), ", including"),
    ("in order to", re.compile(r"\bin order to\b", re.IGNORECASE), "to"),
)  # fmt: skip
_ABBREVIATION = re.compile(r"\b(?:u\.s\.|aaa|jams|usd|eur|gbp|api|ios|uk|eu)(?=\W|$)")
_PLACES = re.compile(r"\b(?:united states|united kingdom|california|delaware|new york|england|ireland)\b")
# An item that says "do not" itself needs no line above it to forbid.
_BANS_ITSELF = re.compile(r"(?:do not|don['\u2019]t) (?!have\b)", re.IGNORECASE)
# What a lead-in says before the sentence that its items end.
_LEADS_ON = re.compile(
    r"^(?:to do (?:this|so)|as such|for (?:this|these) (?:purposes?|reasons?)|in (?:this|such) case),? (?=\w)",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(
    r" [\u2013\u2014-] ?(?:[Ww]e|[Yy]ou|[Tt]his|[Tt]hese|[Tt]hey) "
)  # "Partners – we share it with them"
_OF_RIGHTS = re.compile(
    r"\b(?:(?:following|certain|several|number of|these|privacy|data) (?:\w+ ){0,3}rights|rights? (?:to|include|are))\b[^.]*$",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|deny|denied|refuse|decline|reject|exceptions?|limited|no)\b|n['\u2019]t\b", re.IGNORECASE
)


# What the sentence should say that speaks for a clause which gives, promises or forbids.
WANTED = {
    Stance.GRANTS: re.compile(
        r"\b(?:you|users?|customers?) (?:can|may|have(?! \w+(?:ed|en)\b)|are|retain|own|keep|will be able)\b|\byour (?:rights?|choices?)\b",
        re.IGNORECASE,
    ),
    Stance.RESERVES: re.compile(
        r"(?<!\byou )(?<!users )(?<!also )\b(?:may|can)\b|\b(?:reserves?|discretion|at any time|disclaims?|no (?:\w+ )?(?:warrant\w+|representation|liability)|not (?:be )?(?:\w+ )?(?:liable|responsible))\b",
        re.IGNORECASE,
    ),
    Stance.PROMISES: re.compile(r"\b(?:will|not|never|protect|encrypt)\b|n['’]t\b", re.IGNORECASE),
    Stance.PROHIBITS: re.compile(r"\b(?:not|never|prohibit\w*|forbid\w*|no)\b|n['’]t\b", re.IGNORECASE),
}


# What a clause that takes a licence should say of it: who gives what, not why it is wanted.
GIVES_LICENCE = re.compile(
    r"\b(?:you|users?|customers?|members?) (?:\w+ ){0,3}(?:grant|give|licen[sc]e|authori[sz]e)s?\b",
    re.IGNORECASE,
)


# What softens a clause that takes something, without being what it does: told in its stead it would hide it.
_SOFTENS = re.compile(
    r"^(?:some|certain) (?:\w+ )?(?:jurisdictions|states|countries|provinces)\b|\bmay not apply to you\b|^(?:although|while) |"
    r"\byou (?:retain|keep|(?:continue to |still )?own) (?:\w+ )*(?:your|ownership|rights?|title)"
)


@lru_cache(maxsize=256)
def operative_sentence(type: str, text: str) -> str:
    """The sentence that speaks most for the type, without brackets, numbering and opening words; may be a fragment."""
    return next(iter(_by_weight(type, text)), "")


@lru_cache(maxsize=256)
def _by_weight(type: str, text: str, platform: str = "") -> tuple[str, ...]:
    """The sentences of the clause that speak for its type, weightiest first."""
    return tuple(_cleaned(text[start:end], platform) for start, end in telling_spans(type, text))


def _cleaned(sentence: str, platform: str = "") -> str:
    sentence = without_brackets(_in_one_line(sentence.replace("**", " "))).strip()
    sentence = without_marker(sentence)
    heading = _RUN_IN.match(sentence)
    if heading and not forbids(heading[0]):  # "don't:" is no heading of what follows
        sentence = without_marker(sentence[heading.end() :])
    bare_sentence = _OPENING.sub("", sentence)
    if bare_sentence != sentence:
        sentence = bare_sentence[:1].upper() + bare_sentence[1:]
    if sentence.isupper() or sum(map(str.isupper, sentence)) > len(sentence) / 2:
        small = _ABBREVIATION.sub(lambda found: found[0].upper(), sentence.lower())
        small = _PLACES.sub(lambda found: found[0].title(), small)
        if platform:
            small = re.sub(rf"\b{re.escape(platform.lower())}\b", lambda _: platform, small)
        sentence = small[:1].upper() + small[1:]
    return sentence


def _in_one_line(text: str) -> str:
    """A lead-in with its short items, one on a line, as one sentence."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1 or " | " in text:
        return " ".join(text.split())
    head = lines[0] if lines[0].endswith(":") else ""
    items = [bare(line) for line in lines[1 if head else 0 :]]
    items = [item if place == 0 and not head else lowered(item) for place, item in enumerate(items)]
    shown = ", ".join(items[:_ITEMS_TOLD]) + (" and more" if len(items) > _ITEMS_TOLD else "")
    return f"{head} {shown}".strip()


@lru_cache(maxsize=256)
def told_by_itself(
    type: str, text: str, platform: str, lead_in: str = "", wanted: Callable[[str], object] | None = None
) -> str:
    """What the clause states as one sentence with the platform's name for "we"; empty where none can be made of it.

    Sentences with the `wanted` words come first; of a clause that takes something, with none wanted, those that soften it
    are told only where there are no others.
    """
    row = " | " in text
    if row:
        text, lead_in = _telling_cell(type, text), ""
    sentences = _by_weight(type, text, platform)
    if wanted is not None:
        sentences = tuple(sorted(sentences, key=lambda sentence: not wanted(sentence)))
    else:
        sentences = (
            tuple(sentence for sentence in sentences if not _SOFTENS.search(sentence.lower())) or sentences
        )
    if row:
        sentences = tuple(sentence for sentence in sentences if _is_whole_in_cell(sentence))
    kept = (sentence for sentence in sentences if not _loses_its_matter(type, sentence))
    in_cases = type in POWERS and OF_CASES.search(lead_in) is not None
    first = _cleaned(_first_of(text), platform) if in_cases or hangs(lead_in) else None
    if first and _RUNS_ON.search(first):
        first = None
    return next(
        (
            told
            for sentence in kept
            if (told := _whole(sentence, platform, lead_in, hanging=sentence == first))
        ),
        "",
    )


def _telling_cell(type: str, text: str) -> str:
    """The cell of a row that speaks most for the type; the others say something else beside it."""
    return max(text.split(" | "), key=lambda cell: weight_of_sentence(type, cell))


def _is_whole_in_cell(sentence: str) -> bool:
    """Is it a sentence, and no list whose marks were lost with its lines?"""
    return (
        stands_alone(sentence)
        and not _GROUND.match(sentence)
        and not any(mark in sentence for mark in (" * ", " - ", " • ", "egitimate interest"))
    )


def _first_of(text: str) -> str:
    start, end = sentence_spans(text)[0]
    return text[start:end]


def _loses_its_matter(type: str, sentence: str) -> bool:
    """Does what is left out of a long sentence hold all that it says for the type?"""
    if _fits(sentence):
        return False
    short = _shortened(sentence)
    return bool(short) and weight_of_sentence(type, short) <= 0 < weight_of_sentence(type, sentence)


def _whole(sentence: str, platform: str, lead_in: str, *, hanging: bool = False) -> str:
    """One sentence of the clause made whole with the lead-in where it needs one, as when it is `hanging` on its last word."""
    whole = stands_alone(sentence) and not hanging and not (lead_in and commands(sentence))
    if lead_in and not whole:
        piece, lead = bare(sentence), _LEADS_ON.sub("", _cleaned(lead_in, platform))
        lead = _CASES.sub(r"these \1, among others", lead[:1].upper() + lead[1:])
        if _BANS_ITSELF.match(piece):
            return _finished(capital(piece), platform)
        if forbids(lead) and commands(piece):
            return _finished(f"You may not {lowered(piece)}", platform)
        if commands(piece) and _OF_RIGHTS.search(lead) and not _DENIES.search(lead):
            return _finished(
                f"You may have the right to {lowered(piece)}"
                if "may" in lead.split()
                else f"You have the right to {lowered(piece)}",
                platform,
            )
        if _LEANS.match(lead) or (
            lead.endswith(("with:", "to:")) and len(sentence_spans(piece)) == 1 and _has_own_act(piece)
        ):
            return ""
        return _finished(joined(lead, piece), platform)
    if (
        _LEANS_WITHIN.search(sentence)
        or _is_title(sentence)
        or _LEANS.match(sentence)
        or _BREAKS_OFF.search(sentence)
        or not (whole or commands(sentence))
    ):
        return ""
    return _finished(sentence, platform)


def _has_own_act(piece: str) -> bool:
    """Does an item that should name somebody say something of its own instead?"""
    return re.search(r"\bcan be (?:found|used)\b|\bwill be\b", piece) is not None


def leans(sentence: str) -> bool:
    """Does it point back to words that are not there?"""
    return _LEANS.match(sentence) is not None


def _is_title(sentence: str) -> bool:
    """Is it a heading that stands within the text ("Process for Receiving a Refund.")?"""
    written = [word for word in sentence.split() if len(word) > _SMALL_WORD]
    return len(written) < _TITLE_WORDS and sum(word[0].isupper() for word in written) > len(written) * 0.7


def _finished(sentence: str, platform: str) -> str:
    """In plain words and the third person, with a full stop; empty where it stays too long or points elsewhere."""
    if sentence.endswith(":"):
        sentence = _ANNOUNCES.sub(r"certain\1", sentence)
    low = sentence.lower()
    for cue, pattern, plain in _PLAIN:
        if cue in low:
            sentence = pattern.sub(plain, sentence)
    sentence = _shortened(sentence.rstrip(" ;,"))
    if sentence.count(" ") < _LEAST_WORDS - 1 or _DEFERS.search(sentence):
        return ""
    spoken = in_third_person(sentence, platform).rstrip(":;,")
    spoken = _LEFT_OVER.sub("", _UNCLOSED.sub("", spoken)).rstrip(",")
    spoken = re.sub(r" ?,\.$", ".", spoken)
    return spoken if not spoken or spoken[-1] in '.!”"' else spoken + "."


def _shortened(sentence: str) -> str:
    """The sentence without its examples where it is too long; empty where that does not help."""
    if _fits(sentence):
        return sentence
    examples = _EXAMPLES.search(sentence)
    if (
        examples
        and not _NEVER_DROPPED.search(sentence, examples.start())
        and not _RESUMES.search(sentence, examples.end())
        and not (":" in sentence[: examples.start()] and ";" in sentence[examples.end() :])
    ):
        short = sentence[: examples.start()].rstrip(" ,;:")
        return short if _fits(short) and stands_alone(short) else ""
    first, _, rest = sentence.partition("; ")
    lists = ":" in first or _LIST_GOES_ON.search(rest) is not None
    whole = rest and not lists and _fits(first) and not _NEVER_DROPPED.search(rest) and stands_alone(first)
    return first if whole else ""


def _fits(sentence: str) -> bool:
    return sentence.count(" ") < _WORDS_TOLD and len(sentence) <= _CHARACTERS_TOLD
