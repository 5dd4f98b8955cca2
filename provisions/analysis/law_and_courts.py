"""The law that governs and the courts that decide: places named in a clause, where the words beside them prove it."""

import re
from collections.abc import Iterator

Place = tuple[str, int, int]  # its name, and where it begins and ends

# A full stop ends a place unless it abbreviates ("St. Louis", "U.S.").
_WORD = r"(?:(?:[A-Z]\.)+|St\.|[A-Z][\w'\u2019-]*|of\b|the\b|and\b|&)"
_OPENS_SENTENCE = r"(?:We|You|If|The|This|These|Any|Unless|When|Where|However|Such|In)\b"
_PLACE = rf"(?P<place>{_WORD}(?:,? (?!{_OPENS_SENTENCE}){_WORD})*)"
_LAW = re.compile(
    r"(?:(?i:laws? of|law of|governed by|under|in accordance with)) (?i:the )?(?i:(?:substantive |internal )?laws? of )?"
    r"(?i:the )?(?i:(?:state|commonwealth|province|republic|country|district) of )?"
    + _PLACE
    + r"(?P<law> laws?\b)?"
)
_ITS_LAW = re.compile(
    rf"(?P<place>(?!{_OPENS_SENTENCE})[A-Z][\w-]+(?: (?!(?:State|Applicable)\b)[A-Z][\w-]+){{0,2}}) laws? (?:will |shall |exclusively )*(?:govern|appl(?:y|ies)\b)"
)
_VENUE = re.compile(
    r"(?i:courts? (?:located |sitting |situated )?(?:in|of|for|within)|venue (?:in|shall be|will be)|located in|litigated (?:exclusively |only )?in|arbitration in|take place in) (?i:the )?"
    r"(?i:(?:state|county|city|province|district|city and county) of )?" + _PLACE
)
_OTHERS_TOO = re.compile(r",? (?:and|or) (?:other|foreign|international)\b")
_GOVERNS = re.compile(
    r"\bgovern(?:s|ed|ing)?\b|\bconstru|\binterpret|\benforced\b|\bconflicts? of laws?\b|\bchoice of laws?\b|\blaws? (?:of [^.;]{1,60} )?(?:will |shall )?appl(?:y|ies)\b"
    r"|\bappl(?:y|ies) the laws?\b|\bdisputes?\b"
)
# "barred under the laws of the United States", "the data protection laws of Brazil": laws, but not those of the terms.
_OTHER_LAW = re.compile(
    r"\b(?:protection|privacy|securities|export|sanctions|tax|copyright|consumer|bankruptcy|employment|mandatory) (?:laws? of|regulations? under)\b"
)
_DECIDES = re.compile(
    r"\bcourts?\b|\btribunals?\b|\bvenue\b|\barbitra|\bhearings?\b|\blitigat|\bproceedings?\b|\bjurisdiction\b"
)
_END = re.compile(
    r"(?<![A-Z])\.$|(?:,? (?:of|the|and|&))+$|,? the Part(?:y|ies)$|, (?:the Company|Inc|Ltd)$|\s+[Ll]aws?$"
)
_OF_SOMEBODY = re.compile(r"['\u2019]s?$")
_NEXT_LAW = re.compile(r",? and [A-Z]\w+$")
COUNTRIES = {
    "American": "the United States", "Australian": "Australia", "Austrian": "Austria", "Belgian": "Belgium", "Brazilian": "Brazil",
    "Californian": "California", "Canadian": "Canada", "Cypriot": "Cyprus", "Danish": "Denmark", "Dutch": "the Netherlands",
    "English": "England", "Estonian": "Estonia", "Finnish": "Finland", "French": "France", "German": "Germany", "Indian": "India",
    "Irish": "Ireland", "Israeli": "Israel", "Italian": "Italy", "Japanese": "Japan", "Korean": "Korea", "Lithuanian": "Lithuania",
    "Norwegian": "Norway", "Polish": "Poland", "Portuguese": "Portugal", "Scottish": "Scotland", "Singaporean": "Singapore",
    "Spanish": "Spain", "Swedish": "Sweden", "Swiss": "Switzerland",
}  # fmt: skip
_MOST_WORDS = 8
_NO_FIRST_WORD = frozenset(
    "the these this terms any such applicable section agreement our your all services privacy of and rules arbitration user we policy if you service aaa "
    "jams gdpr article ccpa federal act data dispute disputes commercial consumer party parties each country regulation notice competent county state city "
    "proper favor favour".split()
)
_NO_WORD = frozenset(
    "protection control sanctions trade consumer arbitration shine fatca general eea".split()
)


def governing_laws(text: str, low: str) -> Iterator[Place]:
    """Whose law governs, with its offsets in `text`; `low` is the text in small letters."""
    for match in _LAW.finditer(text):
        before, sentence = _around(low, match.start(), match.end())
        if "law" in match[0].lower() and _GOVERNS.search(sentence) and not _OTHER_LAW.search(before):
            yield from _named(match, low)
    for match in _ITS_LAW.finditer(text):  # "Fernland law will govern", not "where Fernland law applies"
        if not low[: match.start()].endswith(("where ", "if ", "when ")):
            yield from _named(match, low)


def venues(text: str, low: str) -> Iterator[Place]:
    """Where disputes are heard, with its offsets in `text`; `low` is the text in small letters."""
    for match in _VENUE.finditer(text):
        before, _ = _around(low, match.start(), match.end())
        if _DECIDES.search(before):
            yield from _named(match, low)


def _around(low: str, start: int, end: int) -> tuple[str, str]:
    """The sentence up to the place, and the whole sentence."""
    first = max(low.rfind(mark, 0, start) for mark in (". ", "; ", "\n")) + 1
    last = min((at for mark in (". ", "; ", "\n") if (at := low.find(mark, end)) >= 0), default=len(low))
    return low[first:end], low[first:last]


def _named(match: re.Match[str], low: str) -> Iterator[Place]:
    start, place = match.start("place"), match["place"]
    while (shorter := _END.sub("", place).rstrip(" ,")) != place:
        place = shorter
    after = low[start + len(place) :]
    if after.startswith(" law"):
        place = _NEXT_LAW.sub("", place)  # "a court in Ireland and Irish law will apply"
    # "the laws of the United States and other countries" chooses none.
    if _is_place(place) and not _OTHERS_TOO.match(after):
        yield COUNTRIES.get(place, place), start, start + len(place)


def _is_place(place: str) -> bool:
    words = place.lower().replace(",", "").split()
    return (
        bool(words)
        and words != ["new"]
        and place[0].isupper()
        and words[0] not in _NO_FIRST_WORD
        and not _NO_WORD.intersection(words)
        and not _OF_SOMEBODY.search(place)
        and len(words) <= _MOST_WORDS
    )
