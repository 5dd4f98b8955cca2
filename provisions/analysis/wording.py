"""The words of a provision, made from its type, stance and attributes: the same clause always gets the same words.

They describe what the text states, permits or reserves; they never judge whether it holds in law.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from provisions.analysis.arbitration import Move, move_of
from provisions.analysis.belonging_facts import ON_DATA
from provisions.analysis.caps import sets_cap
from provisions.analysis.counting import capital
from provisions.analysis.describing.conditions import under
from provisions.analysis.describing.facts import Facts
from provisions.analysis.describing.fragments import bare, commands, forbids, lowered
from provisions.analysis.describing.operative import acting_spans
from provisions.analysis.describing.paraphrase import GIVES_LICENCE, WANTED, told_by_itself
from provisions.analysis.describing.patterns import (
    WHOLE,
    Told,
    is_foreign_ban,
    names_violation,
    parts_of,
    pattern_of,
    render,
    special_of,
    tells,
)
from provisions.analysis.describing.remarks import SILENT_FOR_USER
from provisions.analysis.describing.scope import GENERAL
from provisions.analysis.describing.third_person import in_third_person
from provisions.analysis.endings import each_may_end, platform_ends
from provisions.analysis.money import keeps_money
from provisions.analysis.places import PLACES
from provisions.analysis.stance import Direction, Stance

_MOST_REMARKS = 2
_MENTIONED = re.compile(r"([^,;.]+) (?:is|are) (?:mentioned|addressed)\.")
_CONDITIONAL = re.compile(
    r"\b(?:if|when(?:ever)?|where|unless|except|provided|subject to|in case|depending|as long as|once|with your|without|should|until|in the cases)\b"
)
_ABOUT_THINGS = frozenset(
    ("account_control", "intellectual_property")
)  # whose sentences say what a clause is about
_TOPICS = frozenset(
    ("topics", "topics_up", "limited", "matters", "safeguards")
)  # what "why it matters" names already
_MANY_REMARKS = frozenset(
    ("policy_changes", "termination", "enforcement_actions", "platform_discretion", "content_moderation", "arbitration", "legal_jurisdiction", "liability_limitation",
     "warranty_disclaimer", "indemnification", "payment_fees", "auto_renewal", "refunds", "consent", "account_control", "ai_automated", "data_security", "children_age",
     "monetization_rules", "developer_api", "intellectual_property", "privacy_rights")
)  # fmt: skip


def says(told: Told) -> str:
    """One plain sentence of what the clause states: its own operative words where they make one."""
    own = "" if names_violation(told) else _own_words(told)
    if told.facts.get("cap") and not sets_cap(own.lower()):
        own = ""  # the most that is paid is what such a clause says
    if told.type == "arbitration" and move_of(told.text) is Move.BINDS and move_of(own) is not Move.BINDS:
        own = ""  # that it binds is what such a clause says
    if not own:
        return under(
            _bounds(told, told.scope.whole),
            _sentence(pattern_of(told, "says"), told.facts),
            told.facts.get("platform"),
        )
    return own if PLACES.search(own.lower()) else under(told.scope.for_people, own, own=True)


def _own_words(told: Told) -> str:
    piece = bare(told.text).strip()
    if not _lead_in(told) and piece[:1].islower() and commands(piece):
        return ""  # a piece of a list whose line above was lost: what it names is not asked for
    licence = told.type == "content_license" and told.stance is Stance.PERMITS
    pattern = GIVES_LICENCE if licence else WANTED.get(told.stance)
    wanted: Callable[[str], object] | None = pattern.search if pattern else None
    both = special_of(told) == "both"
    if both:
        wanted = platform_ends
    if told.type == "refunds" and told.stance is Stance.RESERVES:
        wanted = keeps_money
    own = told_by_itself(told.type, told.text, told.facts.get("platform"), _lead_in(told), wanted)
    return "" if both and not platform_ends(own) else own


def _lead_in(told: Told) -> str:
    """The lead-in, or the heading of a list of bans that has none ("Prohibited uses")."""
    if told.lead_in or told.stance is not Stance.PROHIBITS:
        return told.lead_in
    nearest = told.trail[-1] if told.trail else ""
    return nearest if forbids(nearest) and commands(bare(told.text)) else ""


def why_it_matters(told: Told) -> str:
    """What a compliance reader takes from the clause, with what it leaves open."""
    lead, said = _lead_and_remarks(told, "why")
    matter = "" if said or tells(pattern_of(told, "why"), told) else _matter(told)
    return under(_bounds(told, told.scope.group), _joined([lead, *said, matter]), told.facts.get("platform"))


def means_for_you(told: Told) -> str:
    """What the clause means for a person using the service, with the way out when the text gives one."""
    lead, said = _lead_and_remarks(told, "means")
    # Turns of phrase may stand in another sentence than the condition.
    single = lead or len(acting_spans(told.type, told.text)) == 1
    scope = told.scope.whole if single and not _stands_apart(told) else told.scope.group
    return under(_bounds(told, scope), _joined([lead, *said]), told.facts.get("platform"))


def _stands_apart(told: Told) -> bool:
    """Does the condition of a clause of terms stand in another sentence than the one that it is told by?"""
    condition = told.scope.condition
    own = _own_words(told).lower() if condition and told.type not in ON_DATA else ""
    excepts = condition.startswith(("Unless", "Except", "With the exc"))  # without it more would be told
    if not own or excepts or names_violation(told):
        return False
    words = f"{told.lead_in.lower()} {own}"
    if condition in GENERAL:
        return _CONDITIONAL.search(words) is None
    return condition.split()[0].lower() not in words.replace(",", " ").split()


def _bounds(told: Told, scope: str) -> str:
    """The scope of a sentence of ours; what is excepted from a clause's own words need not be excepted from those."""
    if told.type in _ABOUT_THINGS and scope.startswith("Except"):
        return told.scope.for_people
    special = special_of(told)
    apart = special == "goes" or (special == "both" and not each_may_end(told.text))
    return told.scope.group if apart else scope


def missing_in_words(told: Told) -> frozenset[str]:
    """The facts that the sentences on a clause already say to be missing."""
    patterns = [
        pattern_of(told, part) for part in ("why", "means") if _leads(told, part, _remarks(told, part, 1))
    ]
    return frozenset(unless for pattern in patterns for _, _, unless, _ in parts_of(pattern) if unless)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _lead_and_remarks(told: Told, part: str) -> tuple[str, list[str]]:
    """The sentence of the type, empty where it names no fact and single turns of phrase say more; and what these say."""
    remarks = _remarks(told, part, _MOST_REMARKS + 1)
    lead = _sentence(pattern_of(told, part), told.facts) if _leads(told, part, remarks) else ""
    if not lead:
        return lead, remarks
    return lead, [remark for remark in remarks if not _only_repeats(remark, lead)][:_MOST_REMARKS]


def _only_repeats(remark: str, lead: str) -> bool:
    """Does it only say to be mentioned what the sentence before it names already?"""
    mentioned = _MENTIONED.fullmatch(remark)
    return mentioned is not None and mentioned[1].lower() in lead.lower()


def _leads(told: Told, part: str, remarks: Sequence[str]) -> bool:
    but = _TOPICS if part == "means" and told.type in _MANY_REMARKS else frozenset()
    both = (
        part == "means" and special_of(told) == "both"
    )  # that either side may end it is told, whatever else is
    return not remarks or both or tells(pattern_of(told, part), told, but=but)


def _remarks(told: Told, part: str, limit: int) -> list[str]:
    """What single turns of phrase of the clause mean, the weightiest first."""
    if (
        _is_readers_part(told)
        or names_violation(told)
        or is_foreign_ban(told)
        or special_of(told) in WHOLE
        or (told.direction is Direction.FOR_USER and told.type in SILENT_FOR_USER)
    ):
        return []
    found = [remark.why if part == "why" else remark.means for remark in told.facts.remarks()]
    said = (_sentence(words, told.facts) for words in found if words)
    return list(islice(filter(None, said), limit))


def _is_readers_part(told: Told) -> bool:
    """Is it on what the reader does for safety, or the platform pays: neither is told by turns of phrase on the other?"""
    mine, yours = ("arbitration", Stance.PROMISES), ("data_security", Stance.REQUIRES)
    return (told.type, told.stance) in (mine, yours)


def _matter(told: Told) -> str:
    """What an item of a list is about, where no fact tells it from others."""
    matter = told.facts.get("matter")
    if not matter:
        return ""
    return f"What it covers: {lowered(in_third_person(matter, told.facts.get('platform')) or matter)}."


def _sentence(pattern: str, facts: Facts) -> str:
    return capital(render(pattern, facts))
