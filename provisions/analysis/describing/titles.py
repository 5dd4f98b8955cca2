"""Short, specific titles: made from type and facts, else from the heading or the clause's own words."""

import re
from collections.abc import Iterator

from provisions.analysis.attributes import Attribute, AttributeKind
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.analysis.counting import capital
from provisions.analysis.describing.fragments import commands, forbids, lowered, stands_alone
from provisions.analysis.describing.headings import HEADING_LIMIT, heading_of
from provisions.analysis.describing.paraphrase import leans, operative_sentence
from provisions.analysis.describing.patterns import WHOLE, Told, pattern_of, render, special_of, tells
from provisions.analysis.describing.third_person import in_third_person
from provisions.analysis.places import PLACES

TITLE_LIMIT = 80
_SHORTEST_TITLE = 12
_OPENING_LETTERS = 44
_OF_CONDUCT = frozenset(
    ("acceptable_use", "restricted_content")
)  # whose usual title says only that something is banned
_OWN_TITLE = WHOLE | {"warrants", "users", "both"}  # whose patterns name what such a clause does
_FORBIDDEN_TITLE = "Prohibition"
_STEM = 5  # letters that two forms of a word share
_OF_DATA = frozenset(("data_collection", "data_usage", "data_sharing", "data_retention", "sensitive_data"))
_CUTS = re.compile(r",? (?:and|or|which|that|who|where|when|if|including|such as) |[,;:] ")
_NO_LAST_WORD = frozenset(
    "a an the of to in for and or with by at from on your our their its this that which is are be may will not any as if we you".split()
)
_BREAKS_OFF = frozenset("that to of the and or a an for with by which whether".split())
_CLIP = re.compile(
    r"[,;:]| (?:if|when|unless|except|which|because|provided|including|in accordance|subject to|as described)\b"
)
_HALF = re.compile(
    r"(?:if|when|where|unless|in|for|to|as|by|with|on|at|under|subject|depending|without|while|once|upon|based)\b",
    re.IGNORECASE,
)


# "Fernhollow Pay does not sell ...": who acts is named, and no common word of a sentence's beginning.
_NAMED_ACTOR = re.compile(
    r"(?!(?:You|We|They|It|This|That|These|Those|There|Each|All|Any|No|Nothing|Nobody|Users?|Members?|Neither|Such|Some|Content|Access|Use|Information|Data)\b)"
    r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2} (?:does|is|are|may|will|can|has|shall|must|cannot|reserves|disclaims)\b"
)


def title_of(told: Told) -> str:
    """A short, specific title (at most 80 characters); the caller makes it unique with `title_variants`."""
    return next(title_variants(told))


def title_variants(told: Told) -> Iterator[str]:
    """Titles for one clause, best first, each with other distinguishing facts; all different, at most 80 characters."""
    given: set[str] = set()
    place = told.scope.title.removeprefix("in ")
    for candidate in _titles(told):
        title = _of_people(capital(candidate), place)
        if len(title) <= TITLE_LIMIT and title not in given:
            given.add(title)
            yield title
    if not given:
        yield TYPES_BY_SLUG[told.type].label


def _of_people(title: str, place: str) -> str:
    """The title with the place that the clause is only for, where it has room for it and does not name it."""
    if not place or PLACES.search(title.lower()):
        return title
    scoped = f"{title[:-1]}, {place})" if title.endswith(")") else f"{title} ({place})"
    return scoped if len(scoped) <= TITLE_LIMIT else title


def _titles(told: Told) -> Iterator[str]:
    pattern = pattern_of(told, "title")
    facts, label = told.facts, TYPES_BY_SLUG[told.type].label
    best = render(pattern, facts, 2)
    heading = heading_of(told.text, told.trail, told.type)
    if not tells(pattern, told) and special_of(told) not in _OWN_TITLE:
        yield from _from_words(told, heading)
        if told.type in _OF_CONDUCT or best == _FORBIDDEN_TITLE:
            yield f"{label if told.type in _OF_CONDUCT else best}: {_opening(told)}"
    yield best
    # One of several kinds of data says little: a heading tells such a clause from others rather.
    one_last = told.type in _OF_DATA
    if len(best) > TITLE_LIMIT or not one_last:
        yield render(pattern, facts, 1)
        yield _shortened(best)
    matter = _matter_in_title(told)
    if matter:
        yield f"{best}: {matter}"
        yield f"{label}: {matter}"
    if heading:
        yield f"{best} ({heading})"
        yield _under(label, heading)
    for extra in _distinguishing(told.facts.attributes):
        if extra.lower() not in best.lower():
            yield f"{best}, {extra}"
    if one_last:
        yield render(pattern, facts, 1)
    yield render(pattern, facts, 3)
    for base in (_shortened(best), label):
        yield f"{base}{',' if ':' in base else ':'} {_opening(told)}"


def _under(label: str, heading: str) -> str:
    """The heading with its type before it, unless the heading says that itself."""
    known = {word[:_STEM] for word in re.findall(r"[a-z]+", heading.lower())}
    return (
        heading
        if all(word[:_STEM] in known for word in re.findall(r"[a-z]{3,}", label.lower()))
        else f"{label}: {heading}"
    )


def _shortened(title: str) -> str:
    """A title that is too long, up to the last place at which it can be cut."""
    if len(title) <= TITLE_LIMIT:
        return title
    cuts = [found.start() for found in _CUTS.finditer(title, 0, TITLE_LIMIT + 1)]
    short = title[: cuts[-1]] if cuts and cuts[-1] > _SHORTEST_TITLE * 2 else title
    return short.rpartition(" (")[0] if short.count("(") > short.count(")") else short


def _opening(told: Told) -> str:
    """How the sentence that tells most begins, as a quotation."""
    words = operative_sentence(told.type, told.text).replace("*", "").split()
    while len(" ".join(words)) > _OPENING_LETTERS:
        words.pop()
    while words and words[-1].lower().strip(",") in _NO_LAST_WORD:
        words.pop()
    return f"“{' '.join(words).rstrip(',;:.')}”"


def _from_words(told: Told, heading: str) -> Iterator[str]:
    """Titles where no fact makes one: the matter of an item, the heading, the operative sentence when short."""
    label = TYPES_BY_SLUG[told.type].label
    matter = _matter_in_title(told)
    if matter and forbids(told.lead_in) and commands(matter):
        yield f"You may not {matter}"
    if matter:
        yield f"{label}: {matter}"
    if heading:
        yield _under(label, heading)
    sentence = operative_sentence(told.type, told.text).rstrip(".;,: ")
    clipped = _CLIP.split(sentence, maxsplit=1)[0].rstrip(".;,: ")
    for words in (sentence, clipped):
        if (
            stands_alone(words)
            and not leans(words)
            and not _HALF.match(words)
            and words.rsplit(" ", 1)[-1].lower() not in _BREAKS_OFF
            and _SHORTEST_TITLE <= len(words) <= TITLE_LIMIT - len(label) - 2
        ):
            yield f"{label}: {_told(words, told.facts.get('platform'))}"
            return


def _told(words: str, platform: str) -> str:
    """Words of the clause after a colon, with the platform's name for "we"; as they are where "we" means both sides."""
    spoken = in_third_person(words, platform) or words
    return spoken if spoken.startswith(platform) or _NAMED_ACTOR.match(spoken) else lowered(spoken)


def _matter_in_title(told: Told) -> str:
    """What a list item names, as a title puts it: whose it is goes without saying."""
    matter = re.sub(r"^(?:your|our|the|any|all) ", "", told.facts.get("matter"), flags=re.IGNORECASE)
    matter = re.sub(r"\b(?:our|your) ", "the ", matter)
    return _told(matter, told.facts.get("platform")) if len(matter) <= HEADING_LIMIT else ""


def _distinguishing(facts: tuple[Attribute, ...]) -> list[str]:
    shown = (
        AttributeKind.RETENTION_PERIOD, AttributeKind.NOTICE_PERIOD, AttributeKind.PERIOD, AttributeKind.SUM, AttributeKind.AGE,
        AttributeKind.RECIPIENT, AttributeKind.DATA_KIND, AttributeKind.PURPOSE, AttributeKind.GOVERNING_LAW, AttributeKind.VENUE,
    )  # fmt: skip
    return [fact.value for kind in shown for fact in facts if fact.kind is kind]
