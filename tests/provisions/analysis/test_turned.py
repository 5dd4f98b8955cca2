"""What sentences promise and take weighs in a change though no clause type is certain, and only where it was really turned."""

import pytest

from provisions.analysis.clauses import split_clauses
from provisions.analysis.diffing import diff_texts
from provisions.analysis.severity import Level, Severity
from provisions.analysis.stance import Direction
from provisions.analysis.summaries import summary_of_edit
from provisions.analysis.summarizing.pledges import promised_in, taken_in
from provisions.analysis.summarizing.sides import read_sides
from provisions.analysis.summarizing.turned import NOTHING, Turned, turned_by, weigh_turned

NO_WEIGHT = Severity(Level.LOW, 0, ())


def turned(before: str, after: str, unchanged: str = "") -> Turned:
    """What the one edit between two texts turns."""
    (edit,) = diff_texts(before, after).edits
    return turned_by([read_sides(edit)], split_clauses(unchanged))[0]


def told(before: str, after: str) -> str:
    (edit,) = diff_texts(before, after).edits
    sides = read_sides(edit)
    return summary_of_edit(*sides, turned_by([sides])[0])


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We never give your scores to insurers.", "refused"),
        ("We do not give data to insurers or employers.", "refused"),
        ("Acme does not read your messages.", "refused"),
        ("Only you can see your photos.", "refused"),
        ("Your data stays in the EU.", "refused"),
        ("Nothing you tell us is used to train models on your data.", "refused"),
        ("We ask for your consent before we use your location.", "consent"),
        ("Content in private rooms is not shown to others and is not used for our research.", "refused"),
        ("None of your measurements are stored.", "refused"),
        ("We process them only with your explicit consent.", "consent"),
        ("You will not be charged for the first month.", "costs"),
        ("We will tell you at least 30 days before we raise a price.", "notice"),
        ("We then delete your recordings.", "deletion"),
        ("You may appeal any such decision by writing to us.", "choice"),
        ("We will reimburse you for the rest of the month.", "payment"),
        # Others refuse, the reader is forbidden, or it is no act on what belongs to people.
        ("You will not share your password.", ""),
        ("Don't sell data that you get from us.", ""),
        ("We do not guarantee that the service is free of errors.", ""),
        ("Using the service does not give you any rights in our marks.", ""),
        ("Advertisers who use our service do not get a discount.", ""),
        ("Later Bob turns the feature off, so we do not collect his location any more.", ""),
        ("Learn more about how we do not share your data.", ""),
    ],
)
def test_a_promise_is_known_by_its_words(sentence: str, name: str) -> None:
    pledge = promised_in(sentence)
    assert (pledge.cue.name if pledge else "") == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Our insurance partner receives your weekly score.", "others"),
        ("If you join, your insurer receives your weekly score and your resting pulse.", "others"),
        ("We may share your contact details with advertisers.", "others"),
        ("Your address may be passed on to landlords.", "others"),
        ("We use your messages to train our language models.", "training"),
        ("This may include matching your face against a government ID.", "identity"),
        ("You waive any right to a refund.", "given up"),
        ("You grant us a worldwide licence to show it.", "licence"),
        ("You are only granting us a licence to show it.", "licence"),
        ("All other disputes shall be arbitrated.", "arbitration"),
        ("We may charge you a fee for each transfer.", "money"),
        ("We may close a room at any time without notice.", "power"),
        ("Acme reserves the right to change prices in its sole discretion.", "power"),
        # Refused, done by the reader, of what comes in, or only pointing elsewhere.
        ("We do not share your contact details with advertisers.", ""),
        ("You can share your photos with other companies.", ""),
        ("We receive your address from our partners.", ""),
        ("You can cancel at any time without giving a reason.", ""),
        ("You may use your output to train other models.", ""),
        ("Read more about how we use your content to train our models.", ""),
        ('"Sensitive data" means biometric data used to identify a person.', ""),
        ("We are responsible for your data that is shared with third parties.", ""),
        ("An extra member may leave the plan at any time, and we end their access.", ""),
    ],
)
def test_what_is_taken_is_known_by_its_words(sentence: str, name: str) -> None:
    pledge = taken_in(sentence)
    assert (pledge.cue.name if pledge else "") == name


HEAD = "# Privacy\n\n## What we do not do\n\n"


def test_a_promise_that_is_gone_for_a_partner_who_receives_data_is_high_and_against_the_reader() -> None:
    found = turned(
        f"{HEAD}We do not give data to insurers or employers. Employers see only how many take part.\n",
        f"{HEAD}We do not give data to employers. If you join, your insurer receives your weekly score. Employers see only how many take part.\n",
    )
    assert found.gone
    assert found.gone.became == "We do not give data to employers."
    assert found.taken
    assert found.taken.cue.name == "others"
    weight = weigh_turned(NO_WEIGHT, found)
    assert weight.level is Level.HIGH
    assert weight.points == sum(int(reason.rsplit(": ", 1)[1]) for reason in weight.reasons)


def test_a_lost_promise_is_told_in_its_words_with_its_place_and_its_doubt() -> None:
    assert told(
        f"{HEAD}We are Acme.\n\nBut we never give your scores to insurers.\n", f"{HEAD}We are Acme.\n"
    ) == (
        "Promise removed under “What we do not do” (seems to be about sharing): “But we never give your scores to insurers”"
    )
    assert told(
        f"{HEAD}We are Acme.\n",
        f"{HEAD}We are Acme.\n\nBut our insurance partner receives your weekly score.\n",
    ) == (
        "Now says that others receive data under “What we do not do” (seems to be about sharing): “But our insurance partner receives your weekly score”"
    )


def test_a_promise_that_says_less_is_told_with_both_its_forms() -> None:
    line = told(
        f"{HEAD}Rooms are small. Content in rooms is not shown in public and is not used for research by us.\n",
        f"{HEAD}Rooms are small. Content in rooms is not shown in public.\n",
    )
    assert line.startswith("Promise says less")
    assert "is not used for research" in line


@pytest.mark.parametrize(
    ("before", "after", "unchanged"),
    [
        # The same promise in other words, there or in another passage.
        ("We never read your messages. We are Acme.", "Acme will not read your messages. We are Acme.", ""),
        ("We are Acme. We do not sell your data.", "We are Acme.", "We do not sell your data to anybody.\n"),
        # A word of spelling, or a sentence that only begins anew.
        ("Further, Acme does not share your data with banks.", "Acme does not share your data with banks.", ""),
        ("We are Acme. You may cancel at any time by letter.", "We are Acme. You may cancel at any time on your account page.", ""),
        # Such a thing was said before.
        ("We may share your name with banks. We are small.", "We may share your name with banks and insurers. We are small.", ""),
    ],
)  # fmt: skip
def test_what_is_still_said_is_not_gone(before: str, after: str, unchanged: str) -> None:
    found = turned(f"{HEAD}{before}\n", f"{HEAD}{after}\n", unchanged)
    assert found.points == 0, found


def test_what_a_line_above_refuses_is_not_taken() -> None:
    head = f"{HEAD}We will not do any of the following:\n\n- We are Acme.\n"
    assert turned(head, f"{head}- share your contact details with our advertisers\n") is NOTHING


def test_a_weight_that_is_greater_already_stays() -> None:
    found = turned(f"{HEAD}We are Acme. We never sell your data.\n", f"{HEAD}We are Acme.\n")
    heavy = Severity(Level.HIGH, 6, ("a promise or right is gone: +6",))
    assert weigh_turned(heavy, found) == heavy


def test_a_wording_of_which_no_type_is_certain_is_weighed_against_the_other_as_its_like() -> None:
    """A word exchanged that makes a type certain weighs not as much as a clause that is new."""
    before = (
        "Acme stays liable under the Privacy Shield if its agent handles personal information in another way."
    )
    (edit,) = diff_texts(f"{HEAD}{before}\n", f"{HEAD}{before.replace('information', 'data')}\n").edits
    _, old, new = read_sides(edit)
    assert (old is None) == (new is None)


def test_what_is_only_likely_turns_nothing_round() -> None:
    control = "You can control the extent to which we collect, use and display this information as described in the section “Your choices” below."
    (edit,) = diff_texts(
        f"{HEAD}{control}\n",
        f"{HEAD}We may also collect information from your device, such as your IP address, while the app is running. {control}\n",
    ).edits
    _, old, new = read_sides(edit)
    assert new is not None
    assert new.direction is Direction.AGAINST_USER
    assert old is None or old.direction is Direction.AGAINST_USER
