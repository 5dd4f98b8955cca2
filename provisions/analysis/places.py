"""Of whom a sentence or a section speaks, by the place where they live."""

import re
from functools import lru_cache

_PLACE = (
    r"united states(?: of america)?|u\.s\.a?\.?|usa\b|(?<=the )us\b|us(?= (?:residents?|users?|consumers?|customers?|citizens?|persons?|states?|only)\b)|canada|european (?:union|economic area|region)|europe\b|eu\b|eea\b|united kingdom|u\.k\.|uk\b|"
    r"switzerland|swiss(?= (?:residents?|users?|customers?|consumers?|individuals)|,? and uk)|california|nevada|texas|virginia|colorado|connecticut|utah|quebec|australia|new zealand|brazil|india\b|indonesia|japan|"
    r"(?:south )?korea|germany|france|ireland|spain|italy|mexico|singapore|china\b|russia|turkey|türkiye|israel|latin america|middle east|africa"
)
PLACES = re.compile(rf"\b(?:{_PLACE})")
_NAMES = {
    "u.s.": "the United States", "u.s": "the United States", "us": "the United States", "usa": "the United States", "u.s.a.": "the United States",
    "united states": "the United States", "united states of america": "the United States", "uk": "the United Kingdom", "u.k.": "the United Kingdom",
    "united kingdom": "the United Kingdom", "swiss": "Switzerland", "eu": "the EU", "european union": "the EU", "eea": "the EEA", "european economic area": "the EEA",
    "european region": "the European Region", "middle east": "the Middle East",
}  # fmt: skip
_SAID_OF_A_PLACE = re.compile(
    rf"\b(?:if|when|where|unless)\b(?:(?!\blaws?\b|\bcourts?\b)[^.;]){{0,60}}?\b(?:liv\w+|resid\w*|located|based|domicil\w+|established|habitual\w*|consumers?|citizens?|"
    rf"accessed|place of business|in)\b(?:(?!\blaws?\b|\bcourts?\b)[^.;]){{0,50}}?\b(?P<place>{_PLACE})"
    rf"|\b(?P<place2>{_PLACE}) (?:residents?|users?|consumers?|customers?|countries|citizens?|only)\b"
    rf"|\b(?:users?|people|consumers?|residents?|customers?|anyone) (?:from|in|of|within) (?:the )?(?P<place3>{_PLACE})"
)
_BUT_NOT = re.compile(r"\b(?:outside|except|other than|not|unless)\b")
_WITH_ARTICLE = re.compile(
    r"Netherlands|United (?:States|Kingdom)|People['’]s|Grand Duchy|Republic|Philippines|.*(?:Association|Cent(?:re|er)|Chamber|Institute)\b"
)
_NUMBERING = re.compile(r"^\W*(?:section )?[\divx]{0,4}(?:\.\d+)*[.):]?\s+")
_HEADING_OF_A_PLACE = re.compile(
    rf"(?:\b(?:in|of|from|for|to|outside(?: of)?) (?:the )?(?P<place>{_PLACE})|^(?:the )?(?P<place2>{_PLACE})\b)"
)


def scope_in(low: str) -> str:
    """Of whom in which places a sentence in small letters speaks ("in California"); empty for everybody."""
    found = _SAID_OF_A_PLACE.search(low) if low else None
    if found is None:
        return ""
    place = found["place"] or found["place2"] or found["place3"]
    more = [match[0] for match in PLACES.finditer(low, found.start(), min(len(low), found.end() + 60))]
    outside = _BUT_NOT.search(found[0])
    return f"{'outside' if outside else 'in'} {_one_of(more or [place])}"


def scope_of_headings(trail: tuple[str, ...]) -> str:
    """The place that the nearest heading names, as `scope_in`."""
    for heading in reversed(trail):
        found = _HEADING_OF_A_PLACE.search(_NUMBERING.sub("", heading.lower()))
        if found is not None:
            where = "outside" if "outside" in found[0] else "in"
            return f"{where} {_named(found['place'] or found['place2'])}"
    return ""


# A heading that says whom its section is for, and not merely where something goes or happens.
_FOR_PEOPLE_OF = re.compile(
    rf"\b(?:residents?|users?|consumers?|people|individuals|customers|those|living|located|reside|notice|policy|provisions?|rights|terms|addendum|disclosures?|supplement|information|if you (?:live|are))"
    rf" (?:\w+ )?(?:in|of|from|for) (?:the )?(?P<place>{_PLACE})|[-\u2013\u2014:(] ?(?P<place2>{_PLACE})\W*$"
    rf"|^(?:the |additional [\w ]{{0,30}}for |[\w ]{{0,20}}(?:notice|information|rights|disclosures?|provisions?|terms) (?:to|for) (?:the )?)?(?P<place3>{_PLACE})\b(?=.*\b(?:residents?|users?|consumers?|privacy|rights|notice|terms|policy|specific|agreement|statement|law|only)\b|\W*$)"
)
_NO_SECTION = re.compile(r"(?:&|\band\b|\bor\b) other\b|\b(?:framework|shield|transfers?|outside)\b")


def with_article(place: str) -> str:
    """The name of a place or a body as a sentence takes it ("the Netherlands")."""
    return f"the {place}" if _WITH_ARTICLE.match(place) else place


@lru_cache(maxsize=64)  # the clauses of a section stand under the same lines
def people_meant(lead_in: str, trail: tuple[str, ...]) -> str:
    """Of whom alone a clause speaks by its lead-in or the headings it stands under ("in California"); empty for everybody."""
    scope = scope_in(lead_in.lower())
    if scope:
        return scope
    for heading in reversed(trail):
        low = _NUMBERING.sub("", heading.lower())
        found = None if _NO_SECTION.search(low) else _FOR_PEOPLE_OF.search(low)
        if found is not None:
            place = found["place"] or found["place2"] or found["place3"]
            return f"in {_one_of([place, *PLACES.findall(low, found.end())])}"
    return ""


def _one_of(places: list[str]) -> str:
    """All the places, each once: "the EEA, the United Kingdom or Switzerland"."""
    *names, last = dict.fromkeys(map(_named, places))
    return f"{', '.join(names)} or {last}" if names else last


def _named(place: str) -> str:
    return _NAMES.get(place) or _NAMES.get(place.rstrip(".")) or place.title()
