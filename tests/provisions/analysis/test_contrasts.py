"""How platforms differ, in sentences: from facts, from silence, from what is given or taken, and from nothing else."""

from provisions.analysis.attributes import attributes_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.contrasts import SILENT, Side, difference_between, told_by
from provisions.analysis.stance import Stance


def test_facts_are_set_against_each_other() -> None:
    sides = [
        Side("X", Stance.PERMITS, "keeps data as long as the account exists"),
        Side("Y", Stance.PERMITS, "keeps data for 30 days"),
    ]
    assert difference_between("data_retention", sides) == (
        "X keeps data as long as the account exists; Y keeps data for 30 days."
    )


def test_silence_is_said() -> None:
    sides = [Side("X", Stance.REQUIRES, "requires arbitration"), Side("Y")]
    assert difference_between("arbitration", sides) == f"X requires arbitration; Y {SILENT}."
    assert difference_between("data_security", [Side("X", Stance.PROMISES), Side("Y")]) == (
        f"X has a clause on data security; Y {SILENT}."
    )


def test_those_who_say_the_same_are_named_together() -> None:
    same = "rules out class actions"
    sides = [Side("X", Stance.REQUIRES, same), Side("Y"), Side("Z", Stance.REQUIRES, same)]
    assert difference_between("class_action_waiver", sides) == (
        f"X rules out class actions, and so does Z; Y {SILENT}."
    )


def test_nothing_is_said_where_nothing_differs() -> None:
    assert difference_between("arbitration", [Side("X"), Side("Y")]) == ""
    same = [Side(name, Stance.REQUIRES, "requires arbitration") for name in "XY"]
    assert difference_between("arbitration", same) == ""
    shades = [Side("X", Stance.PERMITS), Side("Y", Stance.RESERVES)]
    assert difference_between("data_usage", shades) == ""


def test_a_gift_and_a_power_tell_apart_without_facts() -> None:
    sides = [Side("X", Stance.GRANTS), Side("Y", Stance.RESERVES)]
    assert difference_between("refunds", sides) == (
        "X gives people a right or a choice on refunds; Y keeps the say on refunds to itself."
    )


def test_the_telling_fact_is_the_one_of_the_type() -> None:
    text = "We share your email address with advertisers and affiliates for 30 days."
    assert told_by("data_sharing", attributes_of(text)) == "names advertisers and affiliates as recipients"
    assert told_by("data_sharing", ()) == ""
    assert all(isinstance(told_by(kind.slug, attributes_of(text)), str) for kind in CLAUSE_TYPES)
