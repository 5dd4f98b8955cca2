"""Plain, short sentences of terms, as a small service writes them: who may, must, promises or gives what."""

import pytest

from provisions.analysis.attributes import AttributeKind
from provisions.analysis.severity import weigh_clause
from provisions.analysis.stance import direction_of, stance_of
from provisions.analysis.wording import means_for_you, says
from tests.provisions.analysis.telling import told, values
from tests.provisions.analysis.test_true_words import all_said

# What was once taken for something else, by type, stance and direction.
_MENDED = (
    ("termination", "promises", "for_user", (
        "If we stop the service, we'll tell you thirty days before.",
        "After you leave, you'll have sixty days to download your files.",
        "There is no fee for closing your account.",
        "Leaving is easy and costs nothing.",
        "No account is ever closed by a machine alone.",
        "We'll never cancel your membership without a month's notice.",
    )),
    ("termination", "reserves", "neutral", (
        "Either of us may end this agreement by giving the other thirty days' notice.",
        "This agreement may be terminated by either party with thirty days' written notice.",
        "You or we may end this contract at the end of any month.",
    )),
    ("termination", "reserves", "against_user", (
        "Accounts that aren't used for twelve months may be deleted.",
        "Acme is free to cancel your membership at any moment.",
        "We'll shut your account if you lie about your age.",
    )),
    ("enforcement_actions", "reserves", "against_user", (
        "If you cheat, you'll be banned for good.",
        "Your account may be limited while we look into a report.",
    )),
    ("enforcement_actions", "promises", "for_user", (
        "You will always get a warning before a ban.",
        "First-time mistakes never lead to a ban.",
        "Before we suspend your account, we always send you a warning and a chance to reply.",
        "We always explain why an account was suspended.",
    )),
    ("liability_limitation", "promises", "for_user", (
        "Nothing here limits our liability for death or injury caused by our negligence.",
        "We are responsible for damage we cause by being careless.",
        "We pay for any damage that our drivers cause.",
        "Your rights as a consumer aren't limited by these terms.",
        "If our app damages your device, we'll pay for the repair.",
        "Our liability for death or personal injury is unlimited.",
    )),
    ("liability_limitation", "reserves", "neutral", (
        "Neither of us is liable to the other for lost profits.",
        "Neither you nor we will be liable to each other for indirect damages.",
    )),
    ("warranty_disclaimer", "promises", "for_user", (
        "We promise that the device will work for two years.",
        "Your legal rights about faulty goods stay as they are.",
        "If the product is faulty, we will replace it within thirty days.",
        "We guarantee that your order will arrive undamaged.",
        "Every lamp comes with a three-year guarantee.",
        "We stand behind our products and repair them for free.",
        "This doesn't take away the guarantees that the law gives you.",
        "We warrant that the service will work as described in the manual.",
        "Nothing in these terms excludes the statutory warranty that you have as a consumer.",
        "Your statutory warranty rights aren't affected.",
    )),
    ("indemnification", "requires", "neutral", (
        "Each party shall indemnify the other against claims caused by its own breach.",
        "Both sides agree to hold each other harmless.",
        "You indemnify us and we indemnify you.",
        "You and Acme will indemnify each other for claims caused by a breach.",
    )),
    ("indemnification", "promises", "for_user", (
        "We'll cover your legal costs if someone claims that our software infringes their patent.",
        "You don't have to indemnify us for claims that our own mistakes caused.",
        "We will never ask you to pay our legal bills.",
        "There is no duty on you to indemnify us if you are a consumer.",
        "We defend you against claims that our music infringes copyright.",
        "Consumers never have to pay our legal costs.",
        "You have no obligation to indemnify us.",
        "You won't have to indemnify us for our own mistakes.",
    )),
    ("arbitration", "requires", "against_user", (
        "If you don't opt out in time, you'll be bound by arbitration.",
        "An arbitrator, not a judge, decides all disputes.",
    )),
    ("arbitration", "promises", "for_user", (
        "We never make you go to arbitration.",
        "You're free to refuse arbitration.",
        "You can always go to court instead.",
        "There's no mandatory arbitration.",
        "Nobody is forced into arbitration here.",
        "The fee of the arbitrator is on us.",
        "These terms don't contain an arbitration clause.",
        "Small claims aren't covered by this arbitration agreement.",
        "You aren't required to go to arbitration.",
    )),
    ("class_action_waiver", "promises", "for_user", (
        "Nothing in these terms stops you from joining a class action.",
        "This waiver doesn't apply to consumers in Quebec.",
        "Group lawsuits are allowed.",
        "The class action waiver doesn't bind residents of New Jersey.",
        "You keep your right to take part in class actions.",
    )),
    ("class_action_waiver", "grants", "for_user", (
        "You may opt out of this class action waiver within thirty days.",
        "You can reject this waiver by e-mail.",
    )),
    ("legal_jurisdiction", "grants", "for_user", (
        "You keep the protection of your own country's consumer law.",
        "We can only sue you in the country where you live.",
        "If you're a consumer, the law of your home country applies.",
        "You can go to court in your own town.",
        "These terms don't take away your rights under local law.",
        "This choice of law doesn't take away the protection of the mandatory laws of your country.",
        "Consumers may always sue in the courts of the place where they live.",
    )),
    ("policy_changes", "grants", "for_user", (
        "If you don't like a change, you can leave without paying a fee.",
        "If you disagree with a change to these terms, you may cancel your account before it takes effect.",
    )),
    ("policy_changes", "promises", "for_user", (
        "Changes that hurt you need your consent.",
        "You'll hear about new terms two weeks before they start.",
        "Old orders stay under the old terms.",
        "New terms start only after you've said yes.",
        "Changes to these terms never apply retroactively.",
        "Changes to these terms only take effect if you accept them.",
    )),
    ("platform_discretion", "reserves", "against_user", (
        "We can hand this contract over to another company without asking you.",
        "We don't have to give reasons.",
        "We may run tests that change how the app looks for some people.",
    )),
    ("platform_discretion", "reserves", "neutral", (
        "Neither party may assign this agreement without the other's consent.",
        "Both of us need the other's consent to transfer this contract.",
        "Neither you nor we may assign this agreement without the other's written consent.",
    )),
    ("platform_discretion", "promises", "for_user", (
        "We do not turn anyone away because of their religion.",
        "We can't raise limits or cut features without asking you.",
    )),
    ("content_license", "promises", "for_user", (
        "We'll never sell your photos.",
        "When you delete a post, our licence to it ends.",
        "Your drawings belong to you.",
        "We ask before we use your photos in ads.",
        "The licence you grant us ends when you delete your content.",
        "All rights in your content stay with you.",
    )),
    ("intellectual_property", "grants", "for_user", (
        "You're free to quote our articles if you name us.",
        "Teachers can print our worksheets for class.",
        "Fans may share our posters.",
    )),
    ("intellectual_property", "permits", "neutral", (
        "The law may allow you to copy short passages, and we don't forbid it.",
    )),
    ("acceptable_use", "grants", "for_user", (
        "Journalists may test our security without asking.",
        "It's fine to use the service at work.",
        "Researchers are welcome to study our site.",
    )),
    ("acceptable_use", "requires", "neutral", (
        "Be kind to others.",
    )),
    ("acceptable_use", "promises", "for_user", (
        "We don't forbid criticism.",
    )),
    ("acceptable_use", "prohibits", "neutral", (
        "Nobody may use our service to hurt others.",
        "You mustn't resell tickets.",
        "You mustn't use the service to send spam or malware.",
    )),
    ("restricted_content", "grants", "for_user", (
        "Nudity in art is fine.",
        "News photos showing violence are allowed if they inform the public.",
        "Swearing is okay.",
    )),
    ("restricted_content", "requires", "neutral", (
        "Only post pictures you took yourself.",
        "Adult content must carry a label.",
    )),
    ("restricted_content", "prohibits", "neutral", (
        "Nothing illegal may be uploaded.",
    )),
    ("content_moderation", "promises", "for_user", (
        "If we remove your post, we tell you why.",
        "A human looks at every appeal within twenty-four hours.",
        "Every removal gets a reason.",
        "We restore posts that were removed by mistake.",
        "When we remove your content, we'll explain why and let you appeal.",
        "Nobody's post is removed without a reason.",
    )),
    ("content_moderation", "grants", "for_user", (
        "Anyone can report a post.",
    )),
    ("payment_fees", "promises", "for_user", (
        "The app is free.",
        "You won't be charged for cancelled orders.",
        "Prices never go up during your contract.",
        "You pay nothing for the first month.",
        "We warn you before any extra charge.",
        "No card fees.",
        "You'll never be charged a fee for closing your account.",
        "There are no setup fees or hidden charges.",
    )),
    ("payment_fees", "requires", "against_user", (
        "If you pay late, we charge five dollars.",
        "You pay all taxes.",
        "We keep three percent of each sale.",
    )),
    ("auto_renewal", "promises", "for_user", (
        "We remind you seven days before each renewal.",
        "Free trials end on their own and cost nothing.",
        "No renewal takes place without your consent.",
        "We'll never renew your plan without your okay.",
        "The pass ends by itself after a week.",
        "Your subscription ends automatically and isn't renewed.",
    )),
    ("auto_renewal", "grants", "against_user", (
        "If you cancel, you keep access until the end of the month but get no money back.",
    )),
    ("refunds", "reserves", "against_user", (
        "We don't give refunds.",
        "Refunds are up to us.",
        "We keep ten dollars of each refund as a fee.",
        "Gift cards can't be exchanged for cash.",
        "Money paid is not returned.",
        "You won't get your money back for digital items.",
        "Only unopened boxes can be returned.",
        "We may say no to a refund.",
        "Whether you get a refund is for us to decide.",
    )),
    ("refunds", "promises", "for_user", (
        "We always refund faulty goods.",
        "Refunds are paid within five days.",
        "If we cancel the event, you get all your money back.",
        "We refund you if we can't deliver.",
        "Your refund arrives within a week.",
        "If the show is cancelled, everyone gets their money back.",
    )),
    ("refunds", "grants", "for_user", (
        "You have fourteen days to change your mind.",
    )),
    ("account_control", "promises", "for_user", (
        "You are not responsible for what thieves do with your account.",
        "Support staff will never ask you for your password.",
        "You don't pay for what a hacker does with your account.",
        "You aren't liable for unauthorised use of your account after you report it.",
        "You aren't responsible for what others do with a stolen account.",
    )),
    ("account_control", "grants", "for_user", (
        "You don't need to use your real name.",
        "Two people may share one account.",
    )),
    ("account_control", "reserves", "against_user", (
        "We can take back your username.",
    )),
    ("developer_api", "prohibits", "against_user", (
        "Apps may not make more than one hundred calls a minute.",
        "Never sell data that you got through our API.",
        "Developers mustn't store API data for longer than a day.",
    )),
    ("developer_api", "promises", "for_user", (
        "We'll announce breaking changes to the API ninety days ahead.",
        "We don't charge developers.",
    )),
    ("developer_api", "reserves", "against_user", (
        "We may build products that compete with your app.",
        "We may start charging for the API.",
        "We may copy ideas from your app.",
    )),
    ("monetization_rules", "promises", "for_user", (
        "You get seventy percent of the ad money.",
        "Earnings are paid on the first day of each month.",
        "Artists receive half of all sales.",
        "You keep all your tips.",
        "Creators receive seventy percent of subscription revenue.",
        "Creators always get paid for their views.",
    )),
    ("monetization_rules", "reserves", "against_user", (
        "We may hold back your earnings while we check for fraud.",
        "If your channel is removed, you lose unpaid earnings.",
        "We take twenty percent of your tips.",
        "No payouts are made to banned creators.",
        "Balances under ten dollars are not paid out.",
        "Payouts may be delayed.",
        "We may reduce creators' revenue share.",
    )),
    ("disclosure_requirements", "promises", "for_user", (
        "We label paid posts.",
        "We publish a report on government requests every year.",
        "If the police ask for your data, we tell you unless the law forbids it.",
        "Ads are always labelled.",
        "We tell you who sees your profile.",
        "We label paid promotion so that you can recognise it.",
        "We publish a transparency report twice a year.",
    )),
    ("consent", "promises", "for_user", (
        "We ask before we turn on your camera.",
        "You are never signed up for anything without asking.",
        "We'll never treat silence as consent.",
    )),
    ("consent", "grants", "for_user", (
        "You don't have to agree to marketing e-mails.",
        "Agreeing to cookies is optional.",
    )),
    ("children_age", "promises", "for_user", (
        "If we learn that a child signed up, we delete the account.",
        "We keep no data about children.",
        "Ads are switched off for minors.",
        "We delete accounts of children under thirteen.",
    )),
    ("children_age", "grants", "for_user", (
        "Parents can ask us to delete their child's data.",
        "Parents may close their child's account at any time.",
        "Parents can ask us to delete their child's account.",
    )),
    ("children_age", "prohibits", "neutral", (
        "Nobody under eighteen may buy anything.",
        "Kids can't open an account.",
        "Children under thirteen can't use the service.",
    )),
    ("enforcement_actions", "grants", "for_user", (
        "You've got fourteen days to contest a strike.",
        "If your account was suspended by mistake, you can appeal the suspension.",
    )),
    ("intellectual_property", "promises", "for_user", (
        "We don't own what you create here.",
        "All intellectual property in what you create with our tools belongs to you.",
    )),
    ("auto_renewal", "grants", "for_user", (
        "Switch off renewal in your settings whenever you like.",
    )),
    ("developer_api", "grants", "for_user", (
        "Anyone may build apps on our API.",
        "Developers may use the API free of charge.",
    )),
    ("payment_fees", "reserves", "against_user", (
        "Our prices can go up any day.",
    )),
)  # fmt: skip
# What only looks like it, and stays.
_NEAR = (
    ("termination", "reserves", "against_user", (
        "We may close your account whenever we like.",
    )),
    ("termination", "grants", "for_user", (
        "You can close your account at any time.",
    )),
    ("enforcement_actions", "reserves", "against_user", (
        "We can suspend you without warning.",
    )),
    ("liability_limitation", "reserves", "against_user", (
        "We aren't liable for anything that goes wrong.",
        "We don't pay for lost data.",
    )),
    ("warranty_disclaimer", "reserves", "against_user", (
        "We don't promise that the app will always work.",
    )),
    ("indemnification", "requires", "against_user", (
        "If someone sues us because of what you did, you'll pay our costs.",
        "Our lawyers' fees will be paid by you.",
    )),
    ("arbitration", "requires", "against_user", (
        "Disputes are settled by arbitration, not in court.",
    )),
    ("arbitration", "grants", "for_user", (
        "You can opt out of arbitration within thirty days of signing up.",
    )),
    ("class_action_waiver", "requires", "against_user", (
        "You can't join a class action against us.",
        "By using the app, you waive your right to take part in a class action.",
    )),
    ("legal_jurisdiction", "requires", "against_user", (
        "You must bring any claim within one year.",
        "You agree to go to court only in Nevada.",
    )),
    ("policy_changes", "reserves", "against_user", (
        "We can change these terms whenever we want.",
        "Changes apply as soon as they're posted.",
    )),
    ("platform_discretion", "promises", "for_user", (
        "We won't transfer this contract without your consent.",
    )),
    ("content_license", "permits", "against_user", (
        "You let us use your photos forever and for free.",
    )),
    ("intellectual_property", "grants", "for_user", (
        "You may use the app for private purposes.",
    )),
    ("acceptable_use", "grants", "for_user", (
        "You can use the service for your business.",
    )),
    ("acceptable_use", "prohibits", "neutral", (
        "Bots are not allowed.",
    )),
    ("restricted_content", "prohibits", "neutral", (
        "No nudity.",
    )),
    ("content_moderation", "reserves", "against_user", (
        "We may take down any post at any time.",
    )),
    ("payment_fees", "requires", "against_user", (
        "You must pay within fourteen days.",
    )),
    ("auto_renewal", "requires", "against_user", (
        "Your subscription renews every month until you cancel.",
    )),
    ("auto_renewal", "promises", "for_user", (
        "Your plan doesn't renew by itself.",
    )),
    ("refunds", "grants", "for_user", (
        "You can get your money back within thirty days.",
    )),
    ("refunds", "reserves", "against_user", (
        "All sales are final.",
        "Shipping costs are not refunded.",
    )),
    ("account_control", "requires", "against_user", (
        "You're responsible for everything that happens under your account.",
    )),
    ("account_control", "grants", "for_user", (
        "You may share your account with your family.",
    )),
    ("developer_api", "grants", "for_user", (
        "You can use our API for free.",
    )),
    ("developer_api", "prohibits", "against_user", (
        "Don't share your API key.",
    )),
    ("monetization_rules", "reserves", "against_user", (
        "We can change your share at any time.",
    )),
    ("disclosure_requirements", "requires", "neutral", (
        "You must say when a post is an ad.",
    )),
    ("consent", "requires", "against_user", (
        "By using the app, you agree to these terms.",
    )),
    ("consent", "grants", "for_user", (
        "You can withdraw your consent at any time.",
    )),
    ("children_age", "promises", "for_user", (
        "We never show ads to children.",
    )),
)  # fmt: skip


@pytest.mark.parametrize(
    ("type", "text", "stance", "direction"),
    [(type, text, *moves) for type, *moves, texts in _MENDED + _NEAR for text in texts],
)
def test_a_plain_sentence_is_told_by_what_its_main_part_does(type, text, stance, direction):
    found = stance_of(text, type)
    assert (found.value, direction_of(type, found, text).value) == (stance, direction)


@pytest.mark.parametrize(
    ("type", "text", "wanted", "unwanted"),
    [
        ("termination", "We never close an account without a reason.", "promise about how", "You can leave"),
        ("termination", "If we stop the service, we'll tell you thirty days before.", "30 days’ notice", "You can leave"),
        ("termination", "Either of us may end this agreement by giving the other thirty days' notice.", "and so may you", "Either of Acme"),
        ("enforcement_actions", "There is no appeal against a permanent ban.", "permanent measures", "An appeal is mentioned"),
        ("liability_limitation", "Neither of us is liable to the other for lost profits.", "Neither side is liable", "Neither of Acme"),
        ("warranty_disclaimer", "We guarantee that your order will arrive undamaged.", "makes a promise", "The risk is yours"),
        ("indemnification", "Each party shall indemnify the other against claims caused by its own breach.", "runs both ways", "to the user"),
        ("indemnification", "You don't have to indemnify us for claims that our own mistakes caused.", "spares users", "Acme covers you"),
        ("indemnification", "We may take over the defence of any claim, and you'll have to cooperate.", "not who pays", "You could have to pay"),
        ("arbitration", "We'll pay all arbitration fees for claims under ten thousand dollars.", "What Acme pays", "How an arbitration goes"),
        ("class_action_waiver", "We don't ask you to give up your right to a jury trial.", "No waiver of jury trials", "No jury would"),
        ("class_action_waiver", "This waiver doesn't apply to consumers in Quebec.", "Exceptions to the waiver", "You give up"),
        ("legal_jurisdiction", "Claims made later than six months after the event are lost.", "Time limit for claims: 6 months", "no country or state"),
        ("policy_changes", "We'll let you know a month before any change.", "1 month ahead", "names no notice period"),
        ("policy_changes", "Changes that hurt you need your consent.", "have to wait", "told of changes"),
        ("policy_changes", "No change will apply to things that happened before it.", "Limits on changes", "told of changes"),
        ("policy_changes", "You'll find older versions of these terms in our archive.", "Earlier versions", "may change this document"),
        ("policy_changes", "We may change our prices and these terms without telling you.", "without notice", "no notice period"),
        ("platform_discretion", "Neither party may assign this agreement without the other's consent.", "binds both sides", "may pass to another"),
        ("content_license", "Other users may copy and change what you share.", "Other users may use your content", "You give Acme rights"),
        ("content_moderation", "We never remove a post because of its political opinion.", "Promise about moderation", "take this step"),
        ("refunds", "We don't give refunds.", "you do not get your money back", "You can ask"),
        ("account_control", "We never ask for your password.", "Promise about accounts", "You can decide this"),
        ("developer_api", "We won't copy your app.", "promise to developers", "You may build on this"),
        ("monetization_rules", "We never withhold money you have earned.", "promise about earnings", "You can earn"),
        ("restricted_content", "Ads for alcohol may be shown only to adults.", "regulated goods", "sexual content"),
        ("termination", "This agreement may be terminated by either party with thirty days' written notice.", "and so may you", "Check what happens"),
        ("enforcement_actions", "If your account was suspended by mistake, you can appeal the suspension.", "Right to appeal", "what you may face"),
        ("class_action_waiver", "The class action waiver doesn't bind residents of New Jersey.", "Exceptions to the waiver", "You would be on your own"),
        ("policy_changes", "Changes to these terms only take effect if you accept them.", "wait", "told of changes"),
        ("arbitration", "These terms don't contain an arbitration clause.", "do not have to go", "before an arbitrator"),
        ("class_action_waiver", "You don't waive your right to join a class action.", "No waiver", "You would be on your own"),
        ("policy_changes", "Old orders stay under the old terms.", "Limits on changes", "may change this document"),
        ("auto_renewal", "Your membership goes on each month unless you stop it.", "charged again", "sets terms for a subscription"),
        ("children_age", "Kids can't open an account.", "Kids can't open", "take this step"),
        ("disclosure_requirements", "We don't have to tell you who paid for an ad.", "Do not count on being told", "It is a ban"),
    ],
)  # fmt: skip
def test_a_plain_sentence_is_told_in_words_that_fit_it(type, text, wanted, unwanted):
    said = all_said(told(type, text))
    assert wanted in said
    assert unwanted not in said


@pytest.mark.parametrize(
    ("type", "text", "direction"),
    [
        ("account_control", "Accounts may never be shared.", "against_user"),
        (
            "termination",
            "You may end this agreement if either party is in breach. We may end it at any time.",
            "against_user",
        ),
        ("acceptable_use", "Never use another person's account.", "neutral"),
        ("liability_limitation", "We are never liable for lost data.", "against_user"),
        ("payment_fees", "Fees are never refunded.", "neutral"),
        ("refunds", "We refund faulty goods, but only in the first week.", "neutral"),
        ("content_moderation", "We restore posts, but only if we like them.", "against_user"),
        ("children_age", "You shouldn't use the app without a parent.", "neutral"),
    ],
)
def test_what_is_never_done_by_readers_or_taken_back_is_no_promise(type, text, direction):
    assert direction_of(type, stance_of(text, type), text).value == direction


def test_an_earlier_limit_holds_where_a_second_sentence_softens_it():
    text = "We may pause your payouts if we suspect fraud. You'll get them in full if we were wrong."
    found = stance_of(text, "monetization_rules")
    assert (found.value, direction_of("monetization_rules", found, text).value) == (
        "reserves",
        "against_user",
    )


@pytest.mark.parametrize(
    ("type", "text", "notice"),
    [
        (
            "termination",
            "We may end your account. We'll give you fourteen days' notice.",
            "with 14 days’ notice",
        ),
        (
            "policy_changes",
            "These terms may change. You will get an e-mail fifteen days ahead.",
            "15 days after notice",
        ),
        (
            "policy_changes",
            "We may change these terms. We will notify you of material changes 30 days before.",
            "",
        ),
    ],
)
def test_notice_that_is_promised_beside_a_power_is_told_with_it(type, text, notice):
    said = means_for_you(told(type, text))
    assert notice in said if notice else "notice" not in said


def test_each_side_s_liability_without_limit_is_kept_and_a_limit_on_both_weighs_little():
    text = "Each party shall without limitation be liable for injury."
    assert means_for_you(told("liability_limitation", text)) == "These claims stay open to you."
    both = "Neither party is liable for events beyond its control."
    found = stance_of(both, "liability_limitation")
    assert (
        weigh_clause(
            "liability_limitation", found, direction_of("liability_limitation", found, both), both
        ).points
        == 1
    )
    one = f"{both} Our own liability is limited to ten dollars."
    assert direction_of("liability_limitation", found, one).value == "against_user"


def test_one_side_s_duty_beside_a_shared_one_is_against_the_user():
    text = "Each party shall indemnify the other. You will also indemnify us for your posts."
    found = stance_of(text, "indemnification")
    assert direction_of("indemnification", found, text).value == "against_user"
    alone = "Either party may end this agreement. We may suspend your account at any time."
    assert direction_of("termination", stance_of(alone, "termination"), alone).value == "against_user"


def test_a_promise_that_is_taken_back_in_the_same_sentence_is_none():
    text = "We will refund what you paid, but not for stays that you cancelled."
    assert stance_of(text, "refunds").value != "reserves"
    assert "promise to the user" not in says(
        told("account_control", "You don't have to share your name unless we ask.")
    )
    assert means_for_you(told("developer_api", "We may cut off your API key at any time.")) == (
        "Your app has to live with this: API keys."
    )


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("We'll let you know a month before any change.", AttributeKind.NOTICE_PERIOD, ["1 month"]),
        ("The price may rise once a month.", AttributeKind.PERIOD, []),
        ("We'll announce changes ninety days ahead.", AttributeKind.NOTICE_PERIOD, ["90 days"]),
        ("You get seventy percent of the ad money.", AttributeKind.PERCENT, ["70%"]),
        ("We keep 2.5% of each sale.", AttributeKind.PERCENT, ["2.5%"]),
        ("Hearings are set within one hundred and sixty days.", AttributeKind.PERIOD, []),
    ],
)
def test_numbers_in_words_are_read_whole_or_not_at_all(text, kind, found):
    assert values(text, kind) == found
