"""What a clause does (permits, reserves, requires, prohibits, promises, grants) and for whom."""

import re
from enum import StrEnum

from provisions.analysis.arbitration import Move, move_of
from provisions.analysis.describing.fragments import (
    bare,
    commands,
    forbids_reader,
    hangs,
    leads,
    stands_alone,
)
from provisions.analysis.describing.topics import training_part
from provisions.analysis.endings import move_on_ending
from provisions.analysis.first_acts import first_act
from provisions.analysis.liability import SPARED_ABOVE, move_on_liability
from provisions.analysis.money import OF_MONEY, move_on_money
from provisions.analysis.mutual import binds_both
from provisions.analysis.plain_moves import move_in_plain_words
from provisions.analysis.refusals import refusal_in
from provisions.analysis.refused_lists import refused_above, spelled_out
from provisions.analysis.stance_cues import (
    ACCEPTS_BY_USE,
    ASKS_BEFORE,
    ASKS_FIRST,
    ASKS_FOR_LABELS,
    BOUNDED,
    COMPLAINT,
    CUSTOMERS_PART,
    DELETES,
    DENIES,
    DISCLAIMS_AI,
    EXCLUDED_TOKEN,
    FORBIDS_YOU,
    GIVES,
    GUARDS,
    HERALDS,
    HOME_COURT,
    HUMAN,
    IGNORES_SIGNALS,
    INSECURE,
    KEEPS_ON,
    KEPT_OUT,
    MAY_REFUSE,
    NO_SALE,
    NOT_A_GIFT,
    OF_CASES,
    OFFERS,
    ON_TRANSFERS,
    ONLY_SO,
    ONLY_TELLS,
    POWERS,
    PROMISED,
    PROMISED_BY,
    REFUSES_REQUESTS,
    SAFEGUARDS,
    SETS_AGE,
    SOLE_COURT,
    SPARES_CHILDREN,
    TAKES_AGREEMENT,
    VOUCHES,
    WE_TELL,
    YOUR_PART,
    comes_first,
    is_set_by_reader,
    spoken,
    withholds,
)
from provisions.analysis.stance_words import GRANTS, PERMITS, PROHIBITS, PROMISES, REQUIRES, RESERVES
from provisions.analysis.turns import move_on_rights, only_lets_appeal, only_warrants


class Stance(StrEnum):
    """What a clause does, seen from the platform: what it may do, keeps for itself, asks, forbids, promises, gives."""

    PERMITS = "permits"
    RESERVES = "reserves"
    REQUIRES = "requires"
    PROHIBITS = "prohibits"
    PROMISES = "promises"
    GRANTS = "grants"


class Direction(StrEnum):
    """Whom a clause favours: the person using the service, the platform, or neither."""

    FOR_USER = "for_user"
    AGAINST_USER = "against_user"
    NEUTRAL = "neutral"


# What each type does when the words leave it open.
_DEFAULT: dict[str, Stance] = {
    "privacy_rights": Stance.GRANTS,
    **dict.fromkeys(("data_security", "international_transfers"), Stance.PROMISES),
    **dict.fromkeys(("acceptable_use", "restricted_content"), Stance.PROHIBITS),
    **dict.fromkeys(
        ("account_control", "consent", "children_age", "auto_renewal", "arbitration", "class_action_waiver",
         "legal_jurisdiction", "indemnification", "developer_api", "disclosure_requirements", "monetization_rules"),
        Stance.REQUIRES,
    ),
    **dict.fromkeys(
        ("termination", "enforcement_actions", "platform_discretion", "policy_changes", "content_moderation",
         "liability_limitation", "warranty_disclaimer"),
        Stance.RESERVES,
    ),
}  # fmt: skip

# Types whose nature outweighs the surface of the sentence.
_ORDER: dict[str, tuple[Stance, ...]] = {
    "international_transfers": (Stance.PROMISES, Stance.PERMITS, Stance.REQUIRES),
    **dict.fromkeys(("privacy_rights", "refunds"), (Stance.GRANTS, Stance.PROMISES, Stance.PERMITS, Stance.REQUIRES)),
    "data_security": (Stance.PROMISES, Stance.RESERVES),
    **dict.fromkeys(
        ("acceptable_use", "restricted_content"),
        (Stance.PROHIBITS, Stance.RESERVES, Stance.REQUIRES, Stance.GRANTS, Stance.PERMITS),
    ),
    "developer_api": (Stance.PROHIBITS, Stance.RESERVES, Stance.REQUIRES, Stance.PROMISES, Stance.GRANTS, Stance.PERMITS),
    **dict.fromkeys(("liability_limitation", "warranty_disclaimer"), ()),
    **dict.fromkeys(("indemnification", "class_action_waiver"), (Stance.REQUIRES,)),
    "legal_jurisdiction": (Stance.REQUIRES,),
    "content_license": (Stance.PERMITS, Stance.GRANTS, Stance.PROMISES, Stance.REQUIRES, Stance.RESERVES),
    "policy_changes": (Stance.RESERVES, Stance.PROMISES, Stance.REQUIRES, Stance.PERMITS),
    "account_control": (Stance.PROHIBITS, Stance.REQUIRES, Stance.RESERVES, Stance.PROMISES, Stance.GRANTS),
    "enforcement_actions": (Stance.RESERVES, Stance.PROMISES, Stance.REQUIRES, Stance.PERMITS),
    "content_moderation": (Stance.RESERVES, Stance.PROMISES, Stance.GRANTS, Stance.PERMITS),
    "payment_fees": (Stance.RESERVES, Stance.REQUIRES, Stance.PROMISES, Stance.GRANTS, Stance.PERMITS),
    "monetization_rules": (Stance.RESERVES, Stance.REQUIRES, Stance.PROMISES, Stance.GRANTS, Stance.PERMITS),
    "consent": (Stance.PROMISES, Stance.GRANTS, Stance.REQUIRES, Stance.PERMITS),
    "children_age": (Stance.PROMISES, Stance.PROHIBITS, Stance.REQUIRES, Stance.PERMITS),
}  # fmt: skip
_USUAL_ORDER = (
    Stance.RESERVES,
    Stance.PROHIBITS,
    Stance.REQUIRES,
    Stance.PROMISES,
    Stance.GRANTS,
    Stance.PERMITS,
)
_PATTERNS = {
    Stance.GRANTS: GRANTS, Stance.PROHIBITS: PROHIBITS, Stance.PROMISES: PROMISES, Stance.RESERVES: RESERVES, Stance.PERMITS: PERMITS, Stance.REQUIRES: REQUIRES,
}  # fmt: skip

# Where the platform's own acts and the person's controls stand side by side, the first one met is the clause's.
_READ_IN_ORDER = frozenset(
    ("data_collection", "data_usage", "data_sharing", "data_retention", "tracking_advertising", "sensitive_data", "ai_training", "ai_automated")
)  # fmt: skip
# The same under "you may not" are not done by the platform; nor do subscriptions renew there.
_TAKEN_FOR_ACTS = _READ_IN_ORDER | {"auto_renewal"}
# Types of which a ban is what they usually are; in any other a ban says nothing of what the type usually does.
FORBIDDING = frozenset(
    ("acceptable_use", "restricted_content", "developer_api", "intellectual_property", "account_control", "children_age", "refunds", "arbitration")
)  # fmt: skip

_AGAINST_WHEN = {
    Stance.PERMITS: frozenset(
        ("data_collection", "data_sharing", "tracking_advertising", "sensitive_data", "ai_training", "content_license",
         "ai_automated", "data_retention", "children_age", "consent", "enforcement_actions", "termination", "content_moderation",
         "auto_renewal", "policy_changes")
    ),
    Stance.RESERVES: frozenset(
        ("termination", "enforcement_actions", "platform_discretion", "policy_changes", "content_moderation", "data_sharing",
         "liability_limitation", "warranty_disclaimer", "payment_fees", "auto_renewal", "refunds", "monetization_rules",
         "account_control", "ai_training", "data_retention", "content_license", "developer_api", "data_usage", "data_security", "privacy_rights")
    ),
    Stance.REQUIRES: frozenset(
        ("arbitration", "class_action_waiver", "indemnification", "legal_jurisdiction", "auto_renewal", "consent",
         "account_control", "payment_fees", "content_license", "liability_limitation", "policy_changes",
         "data_collection", "data_security")
    ),
    Stance.PROHIBITS: frozenset(("refunds", "arbitration", "developer_api")),
}  # fmt: skip


def stance_of(text: str, type: str, lead_in: str = "") -> Stance:
    """What the clause does, read for one of its types: the same sentence may prohibit and reserve.

    `lead_in` is the sentence a list item ends: what "we may refuse a request if:" names is no right.
    """
    text = spoken(spelled_out(text) if type in _READ_IN_ORDER else text)
    if type == "privacy_rights" and lead_in and REFUSES_REQUESTS.search(lead_in):
        return Stance.RESERVES
    if (
        type == "privacy_rights"
        and OFFERS.search(lead_in)
        and (commands(bare(text)) or not stands_alone(bare(text)))
        and not DENIES.search(text)
    ):
        return Stance.GRANTS
    if type in BOUNDED and VOUCHES.search(lead_in):
        return Stance.REQUIRES
    if lead_in and type in POWERS and (hangs(lead_in) or OF_CASES.search(lead_in)):
        text = f"{lead_in} {text}"
    if (
        type in _TAKEN_FOR_ACTS
        and forbids_reader(lead_in)
        and not stands_alone(bare(text).partition(". ")[0])
    ):
        return Stance.PROHIBITS
    if type in SPARED_ABOVE and SPARED_ABOVE[type].search(lead_in) and leads(lead_in):
        return Stance.PROMISES
    if type in _READ_IN_ORDER and is_set_by_reader(text, lead_in):
        return Stance.GRANTS
    if type in _READ_IN_ORDER and refused_above(text, lead_in):
        return Stance.PROMISES
    if (special := _special_stance(text, type)) is not None:
        return special
    for stance in _ORDER.get(type, _USUAL_ORDER):
        given = (GIVES if stance is Stance.GRANTS else PROMISED if stance is Stance.PROMISES else {}).get(
            type
        )
        idle = given is not None and given.search(text) is None  # "how you can use it"
        if not idle and _PATTERNS[stance].search(text):
            return stance
    return _DEFAULT.get(type, Stance.PERMITS)


# One pattern settles these, wherever it stands.
_TOLD_BY: dict[str, tuple[re.Pattern[str], Stance]] = {
    **{type: (pattern, Stance.PROMISES) for type, pattern in PROMISED_BY.items()},
    "ai_automated": (HUMAN, Stance.GRANTS),
    "consent": (TAKES_AGREEMENT, Stance.REQUIRES),
    "intellectual_property": (COMPLAINT, Stance.REQUIRES),
    "legal_jurisdiction": (HOME_COURT, Stance.GRANTS),
}

_BY_MOVE = {
    **dict.fromkeys((Move.OPTS_OUT, Move.REJECTS, Move.CHOOSES), Stance.GRANTS),
    **dict.fromkeys((Move.EXCEPTS, Move.REFUSES, Move.PAYS), Stance.PROMISES),
    **dict.fromkeys((Move.BINDS, Move.GOES), Stance.REQUIRES),
    Move.FOLLOWS: Stance.PERMITS,
}


def _opens_for_children(text: str) -> bool:
    """Does a clause on children begin with what is not done with their data, or with its deletion, and set no age?"""
    first = text.partition(". ")[0]
    spares = refusal_in(first) is not None or DELETES.search(first) is not None
    return spares and not SETS_AGE.search(first)


def _special_stance(text: str, type: str) -> Stance | None:
    """What some types' own words decide before the usual patterns are asked."""
    if move := move_in_plain_words(type, text):
        return Stance(move)
    if type == "liability_limitation" and (move := move_on_liability(text)):
        return Stance(move)
    if type in OF_MONEY and (move := move_on_money(type, text)):
        return Stance(move)
    if (
        type == "policy_changes"
        and HERALDS.search(text)
        and not (RESERVES.search(text) or REQUIRES.search(text))
    ):
        return Stance.PROMISES
    if type in BOUNDED and ONLY_SO.search(text) and not PROHIBITS.search(text):
        return Stance.REQUIRES
    if (
        type == "privacy_rights"
        and DENIES.search(text)
        and not GRANTS.search(DENIES.split(text, maxsplit=1)[0])
    ):
        return Stance.REQUIRES
    if type == "international_transfers" and not SAFEGUARDS.search(text):
        return Stance.PERMITS
    if type == "international_transfers" and ON_TRANSFERS.match(text):
        return Stance.PROMISES
    if type == "arbitration":
        return _BY_MOVE[move_of(text)]
    if type == "tracking_advertising" and IGNORES_SIGNALS.search(text):
        return Stance.PERMITS
    if type == "data_sharing" and NO_SALE.search(text) and not PERMITS.search(NO_SALE.sub("", text)):
        return Stance.PROMISES
    if type == "ai_automated" and DISCLAIMS_AI.search(text):
        return Stance.REQUIRES
    if type == "legal_jurisdiction" and SOLE_COURT.search(text):
        return Stance.REQUIRES
    if type in _TOLD_BY and (told := _TOLD_BY[type])[0].search(text):
        return told[1]
    if type == "privacy_rights" and comes_first(MAY_REFUSE, GRANTS, text):
        return Stance.RESERVES
    if type == "privacy_rights" and comes_first(ASKS_BEFORE, GRANTS, text):
        return Stance.PERMITS
    if type == "data_security" and any(comes_first(INSECURE, other, text) for other in (GUARDS, PROMISES)):
        return Stance.RESERVES
    if type == "children_age" and comes_first(KEPT_OUT, PROMISES, text):
        return Stance.PROHIBITS
    if type == "children_age" and (SPARES_CHILDREN.search(text) or _opens_for_children(text)):
        return Stance.PROMISES
    if type == "data_security" and (
        CUSTOMERS_PART.match(text) or (not PROMISES.search(text) and YOUR_PART.search(text))
    ):
        return Stance.REQUIRES
    if type == "data_retention" and KEEPS_ON.search(text) and not comes_first(DELETES, KEEPS_ON, text):
        return Stance.PERMITS
    if type == "data_retention" and comes_first(DELETES, PERMITS, text):
        return Stance.PROMISES
    if type == "content_license" and only_warrants(text):
        return Stance.REQUIRES
    if type == "intellectual_property" and move_on_rights(text) == "gives":
        return Stance.PERMITS
    if type == "policy_changes" and ACCEPTS_BY_USE.search(text) and not WE_TELL.search(text):
        return Stance.RESERVES if RESERVES.search(text) else Stance.REQUIRES
    if type == "policy_changes" and ONLY_TELLS.match(text) and not RESERVES.search(text):
        return Stance.PROMISES
    if type == "restricted_content" and ASKS_FOR_LABELS.match(text):
        return Stance.REQUIRES
    if type == "ai_training" and comes_first(FORBIDS_YOU, PERMITS, text):
        return Stance.PROHIBITS
    if type in _READ_IN_ORDER:
        return Stance(first_act(type, training_part(text) if type == "ai_training" else text))
    if type in ("termination", "enforcement_actions") and only_lets_appeal(text):
        return Stance.GRANTS
    if type == "termination":
        return Stance(move_on_ending(text))
    return Stance.PROMISES if type == "consent" and ASKS_FIRST.search(text) else None


def direction_of(type: str, stance: Stance, text: str) -> Direction:
    """Whom the clause favours, from its type and stance; refusals ("no refunds") turn a gift round."""
    if stance in (Stance.GRANTS, Stance.PROMISES):
        return Direction.AGAINST_USER if withholds(type, text) else Direction.FOR_USER
    if type in ("liability_limitation", "warranty_disclaimer") and EXCLUDED_TOKEN.search(text):
        return Direction.NEUTRAL
    if binds_both(type, text):
        return Direction.NEUTRAL
    if type == "arbitration" and stance is Stance.REQUIRES and move_of(text) is Move.GOES:
        return Direction.NEUTRAL
    if type == "privacy_rights" and stance is not Stance.PERMITS and NOT_A_GIFT.search(text):
        return Direction.AGAINST_USER
    if type in _AGAINST_WHEN.get(stance, frozenset()):
        return Direction.AGAINST_USER
    return Direction.NEUTRAL
