"""For whom a clause speaks: a passage for residents of one place is not read against the law of another."""

import re
from collections.abc import Sequence
from functools import lru_cache

_STATES = {
    "california": "US-CA", "virginia": "US-VA", "colorado": "US-CO", "connecticut": "US-CT", "utah": "US-UT",
    "texas": "US-TX", "oregon": "US-OR", "montana": "US-MT", "delaware": "US-DE", "iowa": "US-IA",
    "nebraska": "US-NE", "new hampshire": "US-NH", "new jersey": "US-NJ", "minnesota": "US-MN",
    "kentucky": "US-KY", "indiana": "US-IN", "washington": "US-WA", "illinois": "US-IL", "nevada": "US-NV",
    "vermont": "US-VT", "new york": "US-NY", "maryland": "US-MD", "tennessee": "US-TN", "florida": "US-FL",
    "rhode island": "US-RI",
}  # fmt: skip
_COUNTRIES = {
    "european economic area": "EU", "european union": "EU", "eea": "EU", "eu": "EU", "europe": "EU",
    "european region": "EU", "germany": "EU", "france": "EU", "italy": "EU", "spain": "EU", "ireland": "EU",
    "united kingdom": "UK", "uk": "UK", "u.k.": "UK", "switzerland": "CH", "united states": "US", "us": "US", "u.s.": "US",
    "usa": "US", "brazil": "BR", "canada": "CA", "quebec": "CA", "australia": "AU", "new zealand": "NZ",
    "japan": "JP", "south korea": "KR", "korea": "KR", "india": "IN", "singapore": "SG", "asia pacific": "APAC", "asia-pacific": "APAC", "australian": "AU", "brazilian": "BR", "canadian": "CA", "swiss": "CH",
    "european": "EU", "californian": "US-CA", "mexico": "MX",
    "argentina": "AR", "costa rica": "CR", "chile": "CL", "peru": "PE", "indonesia": "ID", "malaysia": "MY", "philippines": "PH",
    "vietnam": "VN", "united arab emirates": "AE", "saudi arabia": "SA", "taiwan": "TW", "hong kong": "HK", "russia": "RU",
    "ukraine": "UA", "nigeria": "NG", "kenya": "KE", "republic of korea": "KR", "south africa": "ZA", "china": "CN", "thailand": "TH", "turkey": "TR", "israel": "IL",
}  # fmt: skip
_REGIONS = _STATES | _COUNTRIES
_NAME = "|".join(re.escape(name) for name in sorted(_REGIONS, key=len, reverse=True))
# Most clauses name no region, and looking for one by these takes a hundredth of the time of the pattern of whom they are for.
_LONG_NAMES = tuple(name for name in _REGIONS if len(name) > 3)
_SHORT_NAMES = re.compile(r"\b(?!us\b|Us\b)(?i:usa?|eea|eu|uk)\b|\boutside(?: of)? us\b")
_NAMED = re.compile(rf"(?<![\w.])(?:{_NAME})(?![\w])", re.IGNORECASE)
_PEOPLE = (
    r"(?:residents?|consumers?|users|customers|individuals|citizens|data subjects|people|persons|members)"
)
_FOR = re.compile(
    rf"(?:\b(?:residents? (?:of|in)|resid(?:e|es|ing) in|liv(?:e|es|ing) in|{_PEOPLE} (?:in|of|from|located in|based in|within)|"
    rf"you(?:['\u2019]re| are) (?:located |based |a (?:resident|citizen|consumer) |accessing [^.;]{{0,30}}|using [^.;]{{0,30}})?(?:in|of|from|within|a)|your (?:store|business|account|organi[sz]ation) is (?:located|based|registered) in|(?P<not>outside(?: of)?|anywhere (?:other than|but)(?: in)?))"
    rf"(?P<after> (?:(?:one of )?the |any |a )?(?:states? of |following states:? |country in the |member state of the )?(?:{_NAME})"
    rf"(?:(?:,? (?:and|or)(?:/or)?|,|/) (?:the |in the )?(?:{_NAME}))*)"
    rf"|(?P<before>\b(?:{_NAME})(?:(?:,? (?:and|or)|,|/) (?:the )?(?:{_NAME}))*)[- ](?:based )?{_PEOPLE}\b)",
    re.IGNORECASE,
)
# Before a word such as "outside": the passage is for those who live elsewhere, where a transfer goes it is not.
_LIVING = re.compile(
    r"\b(?:resid\w+|liv\w+|domiciled|you(?:['\u2019]re| are)(?: located| based)?|users|if you) $",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:liv(?:e|es|ing)|resid(?:e|es|ing)|residents|users|consumers|customers|members|people|based|located|domiciled)"
    rf"(?: in [\w ]{{2,24}} (?:or|and))? outside(?: of)? (?P<after>(?:(?:the|and|or)\b|EFTA States|{_NAME}|[ ,])+)",
    re.IGNORECASE,
)
_LAWS = re.compile(r"\b(?:CCPA|CPRA|LGPD|PIPEDA|(?:Colorado|Oregon) (?:Consumer )?Privacy Act)\b")
_LAW_REGIONS = {"CCPA": "US-CA", "CPRA": "US-CA", "LGPD": "BR", "PIPEDA": "CA"}


def regions_of(quote: str, trail: Sequence[str] = ()) -> frozenset[str]:
    """The regions the clause is limited to, by its own words or the headings above; empty when for everyone."""
    found: set[str] = set()
    for match in _FOR.finditer(quote) if _names_one(quote) else ():
        if match["not"]:
            if _LIVING.search(quote[: match.start()]):
                return frozenset()  # for everyone elsewhere: see `left_out`
            continue
        found |= _named(match["after"] or match["before"])
    for match in _LAWS.finditer(quote):
        found |= {_LAW_REGIONS.get(match[0]) or _STATES[match[0].split()[0].lower()]}
    return frozenset(found) | _of_headings(tuple(trail))


def left_out(quote: str, trail: Sequence[str] = ()) -> frozenset[str]:
    """The regions for whose people the clause says that it is not: "if you live outside the EEA"."""
    found: set[str] = set()
    spoken_to: set[str] = set()  # one passage may tell both what holds inside and outside a region
    if "outside" in quote.lower() or "anywhere" in quote.lower():
        for match in _FOR.finditer(quote):
            named = _named(match["after"] or match["before"])
            if not match["not"]:
                spoken_to |= named
            elif _LIVING.search(quote[: match.start()]):
                found |= named
    found -= spoken_to
    for heading in trail:
        if (elsewhere := _ELSEWHERE.search(heading)) is not None:
            found |= _named(elsewhere["after"])
    return frozenset(found)


@lru_cache(maxsize=64)  # the same headings stand above many clauses
def _of_headings(trail: tuple[str, ...]) -> frozenset[str]:
    """The regions that headings name; one that names some of those above it narrows them."""
    found: frozenset[str] = frozenset()
    for heading in trail:
        if len(heading) < 90 and _ELSEWHERE.search(heading) is None:
            named = _named(heading)
            found = named if named and named < found else found | named
    return found


def _names_one(quote: str) -> bool:
    return any(map(quote.lower().__contains__, _LONG_NAMES)) or _SHORT_NAMES.search(quote) is not None


@lru_cache(maxsize=64)  # a heading stands above many clauses
def _named(words: str) -> frozenset[str]:
    return frozenset(
        _REGIONS[match[0].lower()] for match in _NAMED.finditer(words) if match[0] not in ("us", "Us")
    )


def reaches(region: str, regions: frozenset[str], left_out: frozenset[str] = frozenset()) -> bool:
    """Can the law of a region apply to a clause limited to `regions`? A federal law reaches every state."""
    if region in left_out or ("US" in left_out and region.startswith("US-")):
        return False
    if not regions or region in regions:
        return True
    if region == "US":
        return any(each.startswith("US-") for each in regions)
    if region.startswith("US-"):
        return "US" in regions
    return False
