"""The reasons of a weight hold against the words of the clause."""

import pytest

from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import Direction, Stance


def _weighed(type: str, stance: Stance, text: str) -> tuple[str, ...]:
    return weigh_clause(type, stance, Direction.AGAINST_USER, text).reasons


WITHOUT_AN_END = "kept after people leave, or without an end: +2"


@pytest.mark.parametrize(
    "text",
    [
        "We keep your information for as long as we need it to provide the service.",
        "We hold your data as long as we do what we told you about.",
        "We retain your data for as long as we in good faith believe the law asks for it.",
    ],
)
def test_what_is_kept_while_it_is_needed_has_an_end(text):
    assert WITHOUT_AN_END not in _weighed("data_retention", Stance.PERMITS, text)


@pytest.mark.parametrize(
    "text",
    [
        "We keep your information for as long as we want.",
        "We may keep your data as long as we need it, sometimes even if you\u2019ve stopped using Acme.",
        "We retain your data even after you have closed your account.",
        "We keep these records indefinitely.",
    ],
)
def test_what_is_kept_after_people_leave_weighs_more(text):
    assert WITHOUT_AN_END in _weighed("data_retention", Stance.PERMITS, text)


@pytest.mark.parametrize(
    "text",
    [
        "We may share your information with a buyer in a sale of company assets.",
        "We may share your information if we sell business or assets, and your data goes to the buyer.",
        "We share data with partners. We do not \u201csell\u201d your personal data for money.",
        "We share data with partners. You may ask what personal data we collect, share and sell, (ii) delete your data.",
    ],
)
def test_a_business_that_is_sold_sells_no_information(text):
    assert "information can be sold or rented: +2" not in _weighed("data_sharing", Stance.PERMITS, text)


@pytest.mark.parametrize(
    "text",
    [
        "We may sell your personal information to data brokers.",
        "We share and sell your data to our partners.",
        "The sale of your personal information helps to pay for the service.",
    ],
)
def test_information_that_is_sold_weighs_more(text):
    assert "information can be sold or rented: +2" in _weighed("data_sharing", Stance.PERMITS, text)


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("data_retention", "We keep this data for eighteen months."),
        ("data_sharing", "We may report crimes to the Centre for Missing and Exploited Children."),
        ("data_sharing", "We share information with public agencies, including children\u2019s services."),
    ],
)
def test_a_number_or_an_agency_concerns_no_children(type, text):
    assert "children are concerned: +1" not in _weighed(type, Stance.PERMITS, text)


def test_data_of_teens_concerns_children():
    assert "children are concerned: +1" in _weighed(
        "data_sharing", Stance.PERMITS, "We share what teens post with their schools."
    )


@pytest.mark.parametrize(
    "text",
    [
        "We collect what you type. We will not extract or mine voiceprint information from it.",
        "We collect your general location from your IP address. We do not collect precise geolocation data.",
        "We collect your general location (not precise geolocation).",
        "We tell you what is near you without collecting your precise location.",
    ],
)
def test_sensitive_information_that_is_left_alone_weighs_nothing(text):
    assert "sensitive information is named: +2" not in _weighed("data_collection", Stance.PERMITS, text)


@pytest.mark.parametrize(
    "text",
    [
        "We do not sell your data. We collect your precise location.",
        "If you do not provide health data, we collect it from your doctor.",
        "We do not collect biometric data unless you turn the feature on.",
        "We do not collect precise location from visitors but we collect precise location from drivers.",
    ],
)
def test_sensitive_information_that_is_taken_weighs_beside_what_is_refused(text):
    assert "sensitive information is named: +2" in _weighed("data_collection", Stance.PERMITS, text)


BROADLY = "excludes liability broadly: +1"
CAPPED = "caps what is paid for a loss: +1"


@pytest.mark.parametrize(
    "text",
    [
        "In no event shall the aggregate liability of Acme exceed the fees that you have paid.",
        "Our liability is limited to direct loss and shall in no event exceed 100 USD.",
    ],
)
def test_a_cap_in_every_event_excludes_nothing_broadly(text):
    reasons = _weighed("liability_limitation", Stance.RESERVES, text)
    assert BROADLY not in reasons
    assert CAPPED in reasons


def test_an_exclusion_in_every_event_is_broad_and_counted_once():
    reasons = _weighed(
        "liability_limitation",
        Stance.RESERVES,
        "In no event will Acme be liable for indirect loss, or for more than 100 USD.",
    )
    assert BROADLY in reasons
    assert CAPPED not in reasons


INJURY = "names injury or serious fault: +1"


@pytest.mark.parametrize(
    "text",
    [
        "Except in the case of our wilful breach, in no event shall Acme be liable for indirect loss.",
        "We are not liable for lost profit, unless we have acted with gross negligence.",
        "We pay no more than 100 USD. This limit won\u2019t apply to liability for death or personal injury.",
        "These terms only limit what the law allows. They don\u2019t limit liability for fraud or death.",
    ],
)
def test_injury_that_the_platform_goes_on_answering_for_is_not_excluded(text):
    assert INJURY not in _weighed("liability_limitation", Stance.RESERVES, text)


@pytest.mark.parametrize(
    "text",
    [
        "Except where the law forbids it, we are not liable for death or personal injury.",
        "We are not responsible for any personal injury that comes from the use of the service.",
        "Unless we agree otherwise, in no event will Acme pay for a death, and Acme is not liable for personal injury.",
    ],
)
def test_injury_that_is_excluded_weighs_more(text):
    assert INJURY in _weighed("liability_limitation", Stance.RESERVES, text)


@pytest.mark.parametrize(
    "text",
    [
        "Strictly necessary cookies. Some cookies are strictly necessary to make the service available to you.",
        "Essential cookies are used to keep you signed in to Acme.",
        "These cookies are essential for the service, and you cannot turn them off.",
    ],
)
def test_cookies_that_the_service_needs_track_nobody(text):
    assert _weighed("tracking_advertising", Stance.PERMITS, text) == (
        "uses cookies that the service needs: +1",
    )


@pytest.mark.parametrize(
    "text",
    [
        "We use essential cookies and advertising cookies.",
        "Non-essential cookies are placed when you visit us.",
        "Necessary cookies let us measure how you use the service.",
        "We use cookies to learn what you do on our pages.",
    ],
)
def test_other_cookies_weigh_as_tracking(text):
    reasons = _weighed("tracking_advertising", Stance.PERMITS, text)
    assert "tracks people or shows them targeted advertising: +2" in reasons
