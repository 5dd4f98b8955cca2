"""How platforms differ, in sentences: from facts, from silence, from what is given or taken, and from nothing else."""

from provisions.analysis.attributes import attributes_of
from provisions.analysis.clause_types import CLAUSE_TYPES
from provisions.analysis.contrasts import SILENT, Side, difference_between
from provisions.analysis.stance import Stance


def test_facts_are_set_against_each_other() -> None:
    sides = [
        Side("X", Stance.PERMITS, "keeps data for as long as the account exists"),
        Side("Y", Stance.PERMITS, "keeps data for 30 days"),
    ]
    assert difference_between("data_retention", sides) == (
        "X keeps data for as long as the account exists; Y keeps data for 30 days."
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
        f"X, like Z, rules out class actions; Y {SILENT}."
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
        "X gives people a right or a choice on refunds; Y reserves rights on refunds."
    )


def test_without_answers_sides_are_told_by_facts_of_one_kind() -> None:
    ads = attributes_of("We share your email address with advertisers and affiliates.")
    vendors = attributes_of("We share data with service providers to prevent fraud.")
    sides = [Side("X", Stance.PERMITS, facts=ads), Side("Y", Stance.PERMITS, facts=vendors)]
    assert difference_between("data_sharing", sides) == (
        "X names advertisers and affiliates as recipients; Y names service providers as recipients."
    )
    sides[1] = Side("Y", Stance.PROMISES)
    assert difference_between("data_sharing", sides).endswith("; Y has a clause on data sharing.")


def test_caps_and_rules_of_arbitration_are_set_against_each_other() -> None:
    sum_ = attributes_of("Our liability shall not exceed 100 USD.")
    paid = attributes_of("Our liability shall not exceed the amount you paid us in the last 12 months.")
    sides = [Side("X", Stance.RESERVES, facts=paid), Side("Y", Stance.RESERVES, facts=paid[:0])]
    assert "X limits it to the amount you paid us in the last 12 months" in difference_between(
        "liability_limitation", sides
    )
    sides = [Side("X", Stance.RESERVES, facts=sum_), Side("Y", Stance.RESERVES)]
    assert "X names 100 USD as a limit" in difference_between("liability_limitation", sides)
    rules = attributes_of("The Consumer Arbitration Rules govern the proceedings.")
    sides = [Side("X", Stance.REQUIRES, facts=rules), Side("Y", Stance.REQUIRES)]
    assert "X names the Consumer Arbitration Rules" in difference_between("arbitration", sides)


def test_an_answer_to_part_of_a_type_is_compared_only_with_answers() -> None:
    facts = attributes_of("We share your email address with advertisers.")
    seller, sharer = (
        Side("X", Stance.PERMITS, "says it may sell personal data", facts),
        Side("Y", Stance.PERMITS, "", ()),
    )
    assert difference_between("data_sharing", [seller, sharer]) == (
        "X names advertisers as recipients; Y has a clause on data sharing."
    )
    keeper = Side("Y", Stance.PROMISES, "says it does not sell personal data")
    assert difference_between("data_sharing", [seller, keeper]) == (
        "X says it may sell personal data; Y says it does not sell personal data."
    )


def test_every_type_can_be_told() -> None:
    text = "We keep your email address for 30 days, tell advertisers and give 14 days notice of 10 USD fees."
    for kind in CLAUSE_TYPES:
        sides = [Side("X", Stance.PERMITS, facts=attributes_of(text)), Side("Y")]
        assert difference_between(kind.slug, sides).endswith(f"; Y {SILENT}.")


def test_those_that_data_is_kept_from_are_no_recipients() -> None:
    kept = attributes_of("We never share your data with advertisers.")
    given = attributes_of("We share data with service providers to prevent fraud.")
    sides = [Side("X", Stance.PROMISES, facts=kept), Side("Y", Stance.PERMITS, facts=given)]
    assert difference_between("data_sharing", sides) == (
        "X has a clause on data sharing; Y names service providers as recipients."
    )


def test_what_an_answer_adds_stands_in_brackets_and_one_full_stop_ends_it() -> None:
    sides = [
        Side("X", Stance.REQUIRES, "applies the law of Ireland (in Europe); another law is named too"),
        Side("Y", Stance.REQUIRES, "applies the law of Texas, U.S.A."),
    ]
    assert difference_between("legal_jurisdiction", sides) == (
        "X applies the law of Ireland (in Europe; another law is named too); Y applies the law of Texas, U.S.A."
    )


def test_those_who_are_alike_in_silence_are_named_together() -> None:
    sides = [Side("X", Stance.REQUIRES, "requires arbitration"), Side("Y"), Side("Z")]
    assert difference_between("arbitration", sides) == f"X requires arbitration; Y, like Z, {SILENT}."
