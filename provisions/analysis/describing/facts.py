"""The facts a description may name, in words: lists, periods, places, ways out, made from a clause and its attributes."""

import re
from collections.abc import Iterable

from provisions.analysis.arbitration import spares_small_claims
from provisions.analysis.attributes import Attribute
from provisions.analysis.counting import capital, listed
from provisions.analysis.describing.about import plain_name, subject_of
from provisions.analysis.describing.acts import (
    binds_reader,
    kept_in,
    licensed_in,
    reaches_others,
    receives,
    remarks_in,
    trainers_in,
    traits_of,
    verbs_of,
)
from provisions.analysis.describing.fragments import bare, lowered, matter_of, without_examples
from provisions.analysis.describing.hints import HINTED, hint_of
from provisions.analysis.describing.items import AS_AIM, aim_in, aim_of, thing_of
from provisions.analysis.describing.kinds import goes_on, is_one_example, kinds_listed, kinds_of_all
from provisions.analysis.describing.limits import LOSSES_FROM, limiting_part, losses_named
from provisions.analysis.describing.measures import (
    BARS_USE,
    LIMITS_AGE,
    LISTED,
    PERIODS,
    SINGLE,
    age_of,
    cap_of,
    kept_for,
    period_of,
    places_known,
    readers_notice,
    single_of,
    with_preposition,
)
from provisions.analysis.describing.mentions import refused
from provisions.analysis.describing.operative import (
    acting_part,
    facts_told_together,
    of_refusals,
    refusing_part,
)
from provisions.analysis.describing.paraphrase import operative_sentence
from provisions.analysis.describing.remarks import Remark
from provisions.analysis.describing.third_person import told_within
from provisions.analysis.describing.topics import (
    NO_MATTERS,
    PLACES_NAMED,
    RIGHTS,
    SAID_BY_RECIPIENTS,
    topics_of,
)
from provisions.analysis.describing.ways_out import by_way, channel_in, values_of, way_out
from provisions.analysis.places import with_article

_OURS = re.compile(r"\b(?:our|your) ")
_SECOND_PERSON = re.compile(r"\byour\b", re.IGNORECASE)
_EXCEPTED = re.compile(r",? \b(?:except|other than|excluding|save|unless)\b[^.;]*", re.IGNORECASE)
_SAID_BY_PLACES = frozenset(("governing law", "where cases are heard"))
_ACT_LIMIT = 250
_PURPOSES_IN_OWN_WORDS = 2
_TITLE_ITEMS = 2
_STOPGAPS = frozenset(
    "platform control keep_title keep_verb limit_verb share_to licensed purpose reach refusal".split()
)
_MAY_BE_NAMED = frozenset(("recipients", "named", "law", "notice"))
_SAID_BY_FACT = {
    "cap": ("all losses above a cap",),
    "notice": ("termination with notice", "notice of changes"),
}
_SMALL_CLAIMS = "small-claims cases"
_EXCEPTED_CLAIMS = (_SMALL_CLAIMS, "claims left to courts")
_LISTS = frozenset(
    (*LISTED, "topics", "rights", "traits", "places", "safeguards", "trackers", "techniques", "matters")
)
# What an item of such a clause names is a safeguard or a place, no data.
_NO_THINGS = frozenset(("data_security", "international_transfers"))
# The types whose sentences name such a list, so that a topic need not name the same.
_TOLD_OF = {
    "data": "data_collection data_usage data_sharing data_retention data_security international_transfers".split(),
    "recipients": ["data_sharing", "tracking_advertising"],
}


class Facts:
    """Everything a pattern may name of one clause, in words; each is worked out when it is first asked for."""

    __slots__ = ("_every", "_heading", "_known", "_lead_in", "_lists", "_promising", "_refusing", "_remarks", "_text", "_type", "attributes")  # fmt: skip

    def __init__(
        self,
        type: str,
        text: str,
        attributes: Iterable[Attribute],
        platform: str,
        lead_in: str = "",
        heading: str = "",
        *,
        refusing: bool = True,
        promising: bool = False,
    ) -> None:
        self._type, self._text, self._lead_in, self._heading = type, text, lead_in, heading
        self._every = tuple(attributes)
        self._refusing, self._promising = refusing, promising
        # Those that may be told together, see operative.py.
        self.attributes = facts_told_together(type, text, self._every, refusing=refusing)
        if promising:
            self.attributes = of_refusals(type, text, self.attributes, self._every)
        self._known = {"platform": platform}
        self._lists: dict[str, list[str]] = {}
        self._remarks: tuple[Remark, ...] | None = None

    def get(self, name: str, limit: int = 4) -> str:
        """The fact of that name, empty where the clause has none; a list shows at most `limit` items."""
        if name in _LISTS:
            return (
                self._things(limit)
                if name == "data" and self._list(name)
                else listed(self._list(name), limit)
            )
        if name.endswith("_up"):
            return capital(self.get(name.removesuffix("_up"), limit))
        if name == "object":
            return self._things(limit, of_all=True) or self.get("subject")
        if name == "your_data":
            return self._things(limit, own=True) or self.get("subject_yours")
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._work_out(name)
        return known

    def _things(self, limit: int, *, own: bool = False, of_all: bool = False) -> str:
        """The kinds of data, or the thing that an item of a list names, as the reader's own where wanted."""
        data, thing = self._list("data"), self.get("thing")
        if thing and is_one_example(self._text, self.attributes):
            data = []
        room = limit >= len(data) and limit > _TITLE_ITEMS
        more = bool(data) and room and goes_on(self._text, self.attributes)
        named = kinds_of_all(data) if of_all else data
        return kinds_listed(named or [thing], limit, own=own, more=more)

    def tells(self, name: str) -> bool:
        """Is the fact one that tells this clause from others of its type, and no stopgap?"""
        base = name.removesuffix("_up")
        if base in ("object", "your_data"):
            return bool(self._list("data") or self.get("thing") or self._subject())
        if base == "share_noun":
            return self.get(base) != "sharing"
        return base not in _STOPGAPS and bool(self.get(base))

    def names(self, name: str) -> bool:
        """Does the clause name such a fact anywhere, be it beside what is told of it?"""
        kinds = PERIODS if name == "period" else (SINGLE.get(name) or LISTED.get(name),)
        if name == "way" and self._type == "auto_renewal" and hint_of("cancelling", self._text):
            return True
        if bool(self.get(name)) or any(item.kind in kinds for item in self._every):
            return True
        return name in _MAY_BE_NAMED and bool(hint_of(name, f"{self._lead_in} {self._text}"))

    def remarks(self) -> tuple[Remark, ...]:
        """What single turns of phrase in the clause mean, the weightiest first."""
        if self._remarks is None:
            self._remarks = tuple(remarks_in(self._type, self._text, self._known["platform"]))
        return self._remarks

    def _list(self, name: str) -> list[str]:
        values = self._lists.get(name)
        if values is None:
            values = self._lists[name] = self._values(name)
        return values

    def _values(self, name: str) -> list[str]:
        match name:
            case "topics":
                return self._topics()
            case "places":
                return [topic for topic in self._list("topics") if topic in PLACES_NAMED]
            case "safeguards" | "trackers" | "matters":
                return [topic for topic in self._list("topics") if topic not in NO_MATTERS]
            case "techniques":  # cookies alone say too little for a title
                return [] if self._list("trackers") == ["cookies"] else self._list("trackers")
            case "rights":
                return [RIGHTS[topic] for topic in self._list("topics") if topic in RIGHTS]
            case "traits":
                return traits_of(self._text) if self._type == "content_license" else []
        facts = self.attributes
        if name == "data":
            facts = tuple(item for item in facts if item.start < self._before_aim())
            if self._type == "data_usage" and aim_of(self.get("matter"), self._lead_in):
                return []  # an aim in a list names what it is about, not what is used for it
        if name == "recipients" and (
            receives(self._text) or (self._type == "tracking_advertising" and not reaches_others(self._text))
        ):
            return []
        values = values_of(facts, LISTED[name])
        hidden = {"cookies"} if name == "data" and self._type != "tracking_advertising" else set()
        if "precise location" in values:
            hidden.add("location")
        return [value for value in values if value not in hidden]

    def _topics(self) -> list[str]:
        topics = topics_of(
            self._type, self._without_exceptions().replace(self._known["platform"] or "\0", "we")
        )
        said: set[str] = {_SMALL_CLAIMS} if self.get("spared") else set()
        said.update(*(topics for fact, topics in _SAID_BY_FACT.items() if self.get(fact)))
        if places_known(self.attributes):
            said |= _SAID_BY_PLACES
        lists = (name for name, types in _TOLD_OF.items() if self._type in types)
        named = " ".join(value for name in lists for value in self._list(name))
        if self._type == "data_sharing" and self._list("recipients"):
            said |= SAID_BY_RECIPIENTS
        return [topic for topic in topics if topic not in said and topic.rstrip("s") not in named]

    def _without_exceptions(self) -> str:
        """What carries the act of the clause; where it limits liability, without what it takes out of the limit."""
        if self._type != "liability_limitation":
            return acting_part(self._type, self._text)
        return _EXCEPTED.sub("", acting_part(self._type, limiting_part(self._text)))

    def _work_out(self, name: str) -> str:
        if name in SINGLE:
            value = single_of(name, self._type, self.attributes, self._every, self._text)
            return with_article(value) if name in ("law", "venue") else value
        match name:
            case "cap" | "cap_short":
                cap = cap_of(self._every, self._text) if self._type == "liability_limitation" else None
                self._known |= {"cap": cap.words if cap else "", "cap_short": cap.short if cap else ""}
                return self._known[name]
            case "trainers":
                return trainers_in(self._text) if self._type == "ai_training" else ""
            case "purpose" | "reach" | "refusal" | "control":
                return self.get(HINTED[name]) or hint_of(name, f"{self._lead_in} {self._text}")
            case "losses":
                return losses_named(self._text, self._lead_in, self._known["platform"]) or self.get("topics")
            case "kept_for":
                return kept_for(self.attributes, self._text)
            case "named" | "stated":
                return self.get("object") if self.tells("object") else ""
            case "period":
                return period_of(self.attributes, self._text)
            case "settled":
                return self.get("venue") or self.get("law")
            case "readers_notice":
                return readers_notice(self.attributes, self._text)
            case "topic":
                return next(iter(self._list("topics")), "")
            case "way":
                return way_out(self._type, self.attributes, self._text)
            case "channel":
                return channel_in(self.attributes, self._text)
            case "age":
                return age_of((*self.attributes, *self._every), self._text)
            case "ages":
                return "limit" if LIMITS_AGE.search(self._text) else ""
            case "barred":
                return "yes" if BARS_USE.search(self._text) else ""
            case "subject":
                own = self._subject()
                return _SECOND_PERSON.sub("people’s", own) if own else plain_name(self._type, self._text)
            case "subject_yours":
                return self._subject() or f"your {plain_name(self._type, self._text)}"
            case "spared":
                spared = self._type == "arbitration" and spares_small_claims(self._text)
                return _SMALL_CLAIMS if spared else ""
            case "excepted":
                return listed([topic for topic in self._list("topics") if topic in _EXCEPTED_CLAIMS])
            case "violation":
                act = without_examples(bare(self._text), _ACT_LIMIT)
                return lowered(told_within(act, self._known["platform"])) if len(act) <= _ACT_LIMIT else ""
            case "capped" | "limited":
                topics, most = self.get("topics") or self._losses_from(), self.get("cap")
                if most:
                    return f"beyond {most}" if name == "capped" else ""
                return f"for {topics}" if topics and name == "limited" else ""
            case "stretch":
                return f"to {self.get('cap')}" if self.get("cap") else self.get("limited")
            case "kept_within":
                period, deletes = self.get("retention"), self.get("keep_verb") == "delete"
                return f"{'within' if deletes else 'for at most'} {period}" if period else ""
            case "keep_title":
                return "Deletion" if self.get("keep_verb") == "delete" else "Limited retention"
            case "bounded":
                return self.get("capped") or self.get("limited")
            case "matter":
                return matter_of(self._text, self._lead_in)
            case "item":
                return lowered(told_within(self.get("matter"), self._known["platform"]))
            case "thing":
                return "" if self._type in _NO_THINGS else thing_of(self.get("matter"), self._lead_in)
            case "aim" | "aim_title":
                return self._aim(in_title=name == "aim_title")
            case "duty":
                return "yes" if binds_reader(self._type, self._text) else ""
            case "kept":
                return kept_in(self._text)
            case "tracking_title":
                return "Use of cookies" if self.get("trackers") else "Tracking and advertising"
            case "kept_theirs":
                return self.get("kept").replace("your rights", "rights").replace("you post", "they post")
            case "by_way" | "by_way_only":
                way = self.get("way") if name == "by_way" else self.get("way").partition(" within ")[0]
                return by_way(way, self.get("channel"))
            case "licensed":
                return licensed_in(self._type, self._text)
            case "share_noun" | "share_to" | "keep_verb" | "limit_verb":
                told = refusing_part(self._type, self._text) if self._promising else ""
                self._known |= verbs_of(told or operative_sentence(self._type, self._text))
                return self._known[name]
        return with_preposition(name, self.get)

    def _losses_from(self) -> str:
        """What the losses come from that an item of a list names."""
        losses = losses_named(self._text, self._lead_in, self._known["platform"])
        return losses if losses.startswith(LOSSES_FROM) else ""

    def _subject(self) -> str:
        words = subject_of(acting_part(self._type, self._text[: self._before_aim()]))
        place = self._text.find(words) if words and not self._refusing else -1
        return "" if place >= 0 and refused(self._text.lower(), place) else words

    def _own_aim(self) -> str:
        return aim_in(operative_sentence(self._type, self._text)) if self._type == "data_usage" else ""

    def _before_aim(self) -> int:
        """Where the words on what is used give way to those on what for; the end of the clause where they do not."""
        aim = self._own_aim()
        place = self._text.find(aim) if aim else -1
        return place if place >= 0 else len(self._text)

    def _aim(self, *, in_title: bool) -> str:
        """The purpose as "to ..." or "for ...": the words of the item itself, else the purposes found."""
        matter = self.get("matter") or (self._heading if AS_AIM.match(self._heading) else "")
        own = aim_of(matter, self._lead_in)
        if not own and " | " not in self._text and len(self._list("purposes")) <= _PURPOSES_IN_OWN_WORDS:
            own = self._own_aim()
        own = own.rstrip(" -–—")
        if own:
            # A title leaves out whose service it is.
            return _OURS.sub("", own) if in_title else told_within(own, self._known["platform"])
        purposes = self.get("purposes", 2 if in_title else 4)
        return f"for {purposes}" if purposes else ""
