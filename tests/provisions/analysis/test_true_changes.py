"""What a summary says of dates, banners, rights that stay and ways out is what the two texts say."""

from datetime import date

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.diffing import diff_texts
from provisions.analysis.summaries import points_of, summary_of_edit
from provisions.analysis.summarizing.announcements import announces, dates_itself, is_announced
from provisions.analysis.summarizing.date_lines import only_date
from provisions.analysis.summarizing.differences import summary_of_change
from provisions.analysis.summarizing.pairing import advice_on
from provisions.analysis.summarizing.points import written_anew
from provisions.analysis.summarizing.sides import read_sides
from provisions.analysis.summarizing.standing import still_said
from provisions.analysis.summarizing.what_to_do import what_to_do

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
BANNER = "We’re updating our Terms of Service. The updates go into effect on 1 June 2026. Read the new terms."


def on_effect(
    before: date | None, now: date, seen_on: date, *, announced: bool = False, updated: date | None = None
) -> list[str]:
    return points_of(
        [], stated_before=updated, stated_after=updated, effective_on=now, loud=True,
        effective_before=before, seen_on=seen_on, announced=announced,
    )  # fmt: skip


def test_a_day_that_has_passed_is_told_as_passed() -> None:
    assert on_effect(MAY, JUNE, MAY) == ["The document says it applies from 1 June 2026"]
    assert on_effect(None, MAY, JUNE) == ["The document says it has applied since 1 May 2026"]


def test_a_day_stated_before_the_change_is_no_day_from_which_the_change_applies() -> None:
    points = on_effect(MAY, MAY, JUNE)
    assert points == ["The text changed, but it still says that it has applied since 1 May 2026"]
    assert what_to_do(points)[-1] == "The document does not say when the change takes effect"
    assert on_effect(MAY, MAY, JUNE, updated=MAY) == [
        "The text changed, but its “last updated” date is still 1 May 2026"
    ]


def test_a_day_that_came_between_the_two_texts_is_told_as_passed() -> None:
    assert points_of(
        [], stated_before=None, stated_after=None, effective_on=MAY, loud=True,
        effective_before=MAY, seen_before=date(2026, 4, 1), seen_on=JUNE,
    ) == ["The document says it has applied since 1 May 2026"]  # fmt: skip


def test_the_day_of_a_next_edition_is_told_as_that() -> None:
    points = on_effect(None, JUNE, MAY, announced=True)
    assert points == ["The document announces a next version that applies from 1 June 2026"]
    assert points[0] in what_to_do(points)


@pytest.mark.parametrize(
    ("text", "banner"),
    [
        (BANNER, True),
        ("We're updating our Acme Privacy Policy, effective 1 June 2026. You can preview it here.", True),
        ("We may update our Terms of Service from time to time.", False),
        ("We have updated our Privacy Policy.", False),
        ("If we're updating our Terms of Service we will tell you 30 days before.", False),
    ],
)
def test_a_banner_announces_and_binds_nobody(text: str, banner: bool) -> None:
    assert announces(text) is banner
    assert is_announced(JUNE, text) is (banner and "June" in text)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (
            "Note: This policy is effective on 1 June 2026 or the day on which you accept it (if earlier).",
            True,
        ),
        ("These terms will be effective as of 1 June 2026.", True),
        ("These changes take effect 30 days after we tell you of them.", False),
        ("This policy is effective as long as you use the service.", False),
    ],
)
def test_a_line_that_dates_the_document_keeps_no_power(text: str, dated: bool) -> None:
    assert dates_itself(text) is dated
    (edit,) = diff_texts("We are Acme.\n", f"We are Acme.\n\n{text}\n").edits
    assert not dated or read_sides(edit)[2] is None


def lines_on(before: str, after: str) -> list[str]:
    return [summary_of_edit(*read_sides(edit)) for edit in diff_texts(before, after).edits]


def test_a_banner_that_comes_is_told_as_an_announcement() -> None:
    assert lines_on("We are Acme.\n", f"{BANNER}\n\nWe are Acme.\n") == [
        f"Announcement of a next version added: “{BANNER}”"
    ]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("Effective May 1, 2025Previous Version\n", "Effective June 1, 2025Previous Version\n", "Only its date changed"),
        (
            "Reviews and cases. a. Cases b. Our programme for sellers c. Your account and our terms\n",
            "Reviews and cases. a. Cases b. Your account and our terms c. Our programme for sellers\n",
            "Passage reworded",
        ),
    ],
)  # fmt: skip
def test_dates_and_letters_of_lists_are_no_words_exchanged(before: str, after: str, line: str) -> None:
    assert lines_on(before, after) == [line]


def test_a_passage_of_which_only_the_heading_stays_is_no_heading_that_was_reworded() -> None:
    (line,) = lines_on(
        "# Policy\n\nRights. You have the right to request that we delete your personal data.\n",
        "# Policy\n\n## Rights\n",
    )[:1]
    assert not line.startswith("Heading reworded")


@pytest.mark.parametrize(
    ("type", "before", "after", "line"),
    [
        # The same is refused in another turn of phrase.
        (
            "data_sharing",
            "We live on subscriptions, not on selling your personal information.",
            "We don't live on selling your personal information.",
            "",
        ),
        (
            "data_sharing",
            "We live on subscriptions.",
            "We do not sell your personal information.",
            "Promise on sharing added: “We do not sell your personal information”",
        ),
        # Whom something comes from, or whom nothing is sold to, is no new recipient, and "third parties" are none beside others.
        (
            "data_sharing",
            "We may share information about you with banks.",
            "We may share information about you with banks. We may receive information about you from affiliates.",
            "",
        ),
        (
            "data_sharing",
            "We share your name with banks. Our business rests on fees.",
            "We share your name with banks. Our business rests on fees rather than on selling your name to advertisers.",
            "",
        ),
        (
            "data_sharing",
            "We share your name with service providers and banks.",
            "We share your name with service providers and those third parties.",
            "No longer names financial institutions as recipients",
        ),
        (
            "data_sharing",
            "We share your name with service providers.",
            "We share your name with service providers and advertisers.",
            "Now shares with advertisers",
        ),
        # A period for signing in is none for which data is kept.
        (
            "enforcement_actions",
            "We keep the name for five years. We may suspend accounts.",
            "We may suspend accounts.",
            "Period named on sanctions: 5 years no longer stated",
        ),
    ],
)
def test_differences_are_told_of_what_they_are_of(type: str, before: str, after: str, line: str) -> None:
    assert (
        summary_of_change("reworded", type, before, after, attributes_of(before), attributes_of(after))
        == line
    )


RIGHT = "You have the right to access, correct and delete your personal information by writing to us."


def test_a_right_that_another_passage_gives_is_not_lost() -> None:
    before = f"# Policy\n\n## Rights\n\n{RIGHT}\n\n## More rights\n\nWhere the law says so, you have the right to access, correct and delete your personal information by writing to us.\n"
    diff = diff_texts(before, f"# Policy\n\n## Rights\n\n{RIGHT}\n")
    seen = [read_sides(edit) for edit in diff.edits]
    (place,) = still_said(seen, [clause for _, clause in diff.unchanged])
    line = summary_of_edit(*seen[place], stands=True)
    assert line.startswith("Clause removed, one like it stays: ")


def test_a_right_that_no_passage_gives_any_more_is_lost() -> None:
    diff = diff_texts(f"# Policy\n\nWe are Acme.\n\n{RIGHT}\n", "# Policy\n\nWe are Acme.\n")
    assert still_said([read_sides(edit) for edit in diff.edits], [one for _, one in diff.unchanged]) == set()


def test_a_clause_of_the_same_title_that_came_makes_the_one_that_went_rewritten() -> None:
    lines = [
        "Clause removed: Right to complain",
        "Clause added: Right to complain",
        "Clause removed: Right to object",
    ]
    assert written_anew(lines) == {0}


def advice(before: str, after: str) -> list[str]:
    return advice_on([read_sides(edit) for edit in diff_texts(before, after).edits])


def test_only_words_on_refusing_are_a_way_to_refuse() -> None:
    head = "# Policy\n\nWe are Acme.\n\n"
    assert advice(
        head, f"{head}We show you personalized advertising. You can turn this off in your privacy settings.\n"
    ) == ["What you can do about tracking and ads: privacy settings"]
    assert (
        advice(
            head,
            f"{head}We show you personalized advertising that fits your language and similar settings.\n",
        )
        == []
    )


def test_whom_a_change_concerns_is_told_by_any_heading_above_it() -> None:
    before = "# Policy\n\nLast updated: 1 May 2026\n\n## For residents of California\n\n### How to reach us\n\nWrite to Acme, Main Street.\n"
    after = before.replace("Main Street", "Side Street").replace("1 May", "1 June")
    assert advice(before, after) == ["Concerns residents of California"]
    whole = "# Subscriber Agreement\n\nWrite to Acme, Main Street.\n"
    assert advice(whole, whole.replace("Main", "Side")) == []
    assert (
        advice(
            before.replace("For residents of California", "Contact"),
            after.replace("For residents of California", "Contact"),
        )
        == []
    )


def test_what_a_line_above_refuses_is_not_named_as_shared() -> None:
    head = "# Policy\n\nWe never share any of your personal information with:\n\n- banks and landlords of any kind in your country\n"
    after = f"{head}- advertisers of any kind in your country or elsewhere\n"
    assert not any("Now shares" in line for line in lines_on(head, after))
    assert not any(
        "Now shares" in line
        for line in lines_on(head, head.replace("landlords", "landlords and advertisers"))
    )


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (
            "On the web, you can opt out of interest-based advertising with the tool of the alliance.",
            "Interest-based advertising on the web: opt-out through the tool of the alliance.",
            True,
        ),
        (
            "You can opt out of interest-based advertising that we show you with the tool of the alliance.",
            "We show interest-based advertising with the tool of the alliance.",
            False,
        ),
        (
            "We will not sell your personal information to anyone.",
            "We may sell your personal information to anyone.",
            False,
        ),
    ],
)
def test_a_choice_that_is_only_told_in_other_words_is_not_lost(before: str, after: str, kept: bool) -> None:
    (edit,) = diff_texts(f"# Policy\n\n{before}\n", f"# Policy\n\n{after}\n").edits
    assert (still_said([read_sides(edit)], []) == {0}) is kept


def test_a_promise_that_another_passage_makes_is_kept() -> None:
    before = "# Policy\n\n## Sharing\n\nWe do not sell your personal information. However, we may share it as follows.\n"
    diff = diff_texts(
        f"{before}\n## Sale\n\nWe do not sell your personal information.\n",
        f"{before.replace('We do not sell your personal information. However, we', 'We')}\n## Sale\n\nWe do not sell your personal information.\n",
    )
    seen = [read_sides(edit) for edit in diff.edits]
    assert still_said(seen, [one for _, one in diff.unchanged]) == {0}
    assert still_said(seen, []) == set()


def test_a_line_that_begins_with_dated_is_nothing_but_a_date():
    assert only_date("Dated 6 May 2025")
    assert not only_date("Dated flowers of 6 May 2025")
