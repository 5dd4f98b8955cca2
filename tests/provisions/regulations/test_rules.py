"""The rules: each fires on its example and not on its near miss; wrong rule files are named with line and remedy."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from provisions.analysis.attributes import attributes_of
from provisions.analysis.stance import direction_of, stance_of
from provisions.regulations.engine import indexed, map_passage
from provisions.regulations.knowledge import regulations
from provisions.regulations.passage import Passage
from provisions.regulations.rule import RegulatoryMapping, Rule
from provisions.regulations.rules import HERE, Example, read_rule_book, rule_book
from provisions.regulations.toml_reading import KnowledgeError

EXAMPLES = rule_book().examples
VERDICTS = re.compile(
    r"\b(?:is|are|be) (?:illegal|unlawful|invalid|void)\b|violat(?:es|ion)|breaches the|non-?complian",
    re.IGNORECASE,
)


def read(rule: Rule, type: str, text: str) -> RegulatoryMapping:
    """The text read as a clause of the type, by this rule alone, in a document and sector that it is for."""
    stance = stance_of(text, type)
    passage = Passage(
        type=type,
        types=(type,),
        stance=stance,
        direction=direction_of(type, stance, text),
        quote=text,
        attributes=attributes_of(text),
        sector=min(rule.sectors, default=""),
        document_type=min(rule.documents, default=""),
    )
    return map_passage(passage, indexed([rule]), regulations(), rule_book().actions)


def slug_of(example: Example) -> str:
    return example.rule.slug


@pytest.mark.parametrize("example", EXAMPLES, ids=slug_of)
def test_a_rule_fires_on_its_example(example: Example) -> None:
    found = read(example.rule, example.type, example.fires)
    assert found.citations
    for citation in found.citations:
        assert citation.triggers
        for trigger in citation.triggers:
            assert example.fires[trigger.start : trigger.end]
            assert "{" not in citation.reason


@pytest.mark.parametrize("example", EXAMPLES, ids=slug_of)
def test_a_rule_is_silent_on_its_near_miss(example: Example) -> None:
    assert read(example.rule, example.type, example.silent) == RegulatoryMapping()


@pytest.mark.parametrize("example", EXAMPLES, ids=slug_of)
def test_a_rule_asks_for_words_and_not_for_a_type_alone(example: Example) -> None:
    assert example.rule.words.search("") is None
    assert read(example.rule, example.type, "The weather is fine today.") == RegulatoryMapping()


def test_every_rule_has_a_slug_of_its_own_and_at_least_one_action() -> None:
    slugs = Counter(rule.slug for rule in rule_book().rules)
    assert [slug for slug, times in slugs.items() if times > 1] == []
    assert all(rule.actions and rule.reasons for rule in rule_book().rules)


def test_every_action_is_used_and_every_law_is_cited() -> None:
    used = {action for rule in rule_book().rules for action in rule.actions}
    cited = {reason.regulation for rule in rule_book().rules for reason in rule.reasons}
    assert set(rule_book().actions) - used == set()
    assert set(regulations()) - cited == set()


def test_no_rule_passes_a_verdict() -> None:
    for rule in rule_book().rules:
        for text in [rule.because, *(reason.template for reason in rule.reasons)]:
            assert "void" in text or not VERDICTS.search(text), text


def test_adverse_points_have_a_reason_and_promises_are_not_read_as_breaches() -> None:
    for rule in rule_book().rules:
        assert 0 <= rule.points <= 4
        assert bool(rule.points) <= bool(rule.because)
        assert rule.manner != "answers" or rule.points == 0


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the shipped phrases and actions and one rule."""
    (tmp_path / "rules").mkdir()
    for name in ("phrases.toml", "actions.toml"):
        shutil.copy(HERE / name, tmp_path / name)
    (tmp_path / "rules" / "one.toml").write_text(ONE)
    return tmp_path


ONE = """\
[[rule]]
slug = "kept-forever"
types = ["data_retention"]
cues = ["forever"]
words = '''forever'''
points = 1
because = "No end"
citations = [
  { law = "gdpr", article = "Article 5(1)(e)", reason = "It keeps data “{trigger}”." },
]
actions = ["ask-retention-schedule"]
example = "We keep your data forever."
near_miss = "We keep your data."
"""


def test_a_sound_rule_is_read(copied: Path) -> None:
    assert [rule.slug for rule in read_rule_book(copied, regulations()).rules] == ["kept-forever"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('law = "gdpr"', 'law = "gdrp"', ':8: citations: There is no law "gdrp".'),
        ("Article 5(1)(e)", "Article 5(9)", 'GDPR has no "Article 5(9)" in gdpr.toml.'),
        ("{trigger}", "{sum}", 'The place "{sum}" may be empty. Write {sum|other words}'),
        ("{trigger}", "{colour}", 'There is no place "{colour}".'),
        ("ask-retention-schedule", "ask-nothing", ':11: actions: There is no action "ask-nothing".'),
        ("'''forever'''", "'''%FOREVER%'''", ":5: words: There is no phrase 'FOREVER'."),
        ("'''forever'''", "'''(forever'''", ":5: words: The pattern is wrong"),
        ("data_retention", "data_retentoin", 'Did you mean "data_retention"?'),
        ('because = "No end"\n', "", "points: The points have no reason."),
        ("cues = ", "cue = ", 'Did you mean "cues"?'),
        ("points = 1", 'points = "1"', ":6: points: This must be a whole number."),
        ('slug = "kept-forever"', 'slug = "Kept Forever"', ":2: slug: This is no slug."),
        (", reason = ", ", why = ", "A citation has a law, an article and a reason."),
    ],
)
def test_a_wrong_rule_is_named_with_its_line_and_remedy(copied: Path, old: str, new: str, said: str) -> None:
    (copied / "rules" / "one.toml").write_text(ONE.replace(old, new))
    with pytest.raises(KnowledgeError) as caught:
        read_rule_book(copied, regulations())
    assert said in str(caught.value)


def test_a_slug_twice_is_a_mistake(copied: Path) -> None:
    (copied / "rules" / "two.toml").write_text(ONE)
    with pytest.raises(KnowledgeError, match="is the slug of another rule"):
        read_rule_book(copied, regulations())


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("no-sale-promise", "Don't sell user data for advertising."),
        ("data-as-asset", "We share information in emergencies."),
        ("data-as-asset", "After a merger your information remains subject to this policy when it is transferred."),
        ("fee-for-requests", "For further copies of your data we may charge a reasonable fee."),
        ("training-on-data", "To conduct research (excluding model training) we use your content."),
        ("training-on-data", "You can object to the use of your inputs for model training."),
        ("right-of-access", "We reserve the right to access and disclose any information."),
        ("delegation", "The small claims court, and not any arbitrator, shall have exclusive authority to decide jurisdiction."),
        ("class-waiver", "This does not prevent anyone from joining a class-wide settlement of claims."),
        ("binding-arbitration", "While a batch is being arbitrated, the arbitration provider holds the others."),
        ("injury-excluded", "Liability for negligence resulting in personal injury shall remain unaffected, and no claims are limited."),
        ("service-changed-at-will", "We may suspend your access to the services at any time."),
        ("termination-at-will", "If your account is terminated by us for any reason, save your content first."),
        ("terms-changed-without-notice", "This agreement may at any time be mutually amended by your explicit consent."),
        ("sale-of-data", "| Category | We Collect | We Sell | Categories of recipients |"),
        ("law-chosen", "Harbour Limited is registered under the laws of Ireland."),
        ("withdrawal-given-up", "Send your notice of the right of withdrawal before the period has expired."),
        ("minimum-age", "You must be at least 13, but sometimes 18, depending on your country."),
        ("trackers-on-device", "We do not use cookies for advertising or analytics."),
        ("strictly-necessary-cookies", "We only place non-essential cookies after you agree."),
        # what others do, ask for or are told
        ("combined-across-services", "These partners may collect information about you on their sites and combine it with data from other sources."),
        ("no-sale-promise", "Third parties do not sell personal information they got from us."),
        ("no-sale-promise", "Use the \u201cDo Not Sell or Share My Personal Information\u201d link."),
        ("sharing-for-behavioural-ads", "Creators may direct us to share information with advertisers."),
        ("data-as-asset", "We share personal data with acquirers, banks and other payment institutions."),
        ("right-of-access", "Your agent needs written permission, and we may request a copy of this permission."),
        ("processor-breach-notice", "Customer must notify us of any security breach."),
        ("people-without-account", "We receive information about you when others sync their contacts."),
        ("security-promise", "The act prohibits the circumvention of technical measures."),
        ("breach-notice", "You can set up alerts on what the Security Incident Response team does."),
        ("no-training-promise", "Models do not have access to the data once the models have been trained."),
        ("preference-signal-honoured", "Our browser has Global Privacy Control to automatically notify websites of your opt-out."),
        # what is pointed to, supposed or excepted
        ("automated-decisions", "For more information on how we make automated decisions, write to us."),
        ("retention-by-criteria", "Retention: more detail on retention criteria can be found above."),
        ("sale-of-data", "If we sold your personal information, we must tell you to whom."),
        ("kept-without-end", "We want friendships to last forever, but we keep your data only as long as we need it."),
        ("kept-after-deletion", "We will retain anonymised data after your account has been closed."),
        ("precise-location", "We tell you what is near without collecting your precise location."),
        ("precise-location", "We obtain your consent prior to collecting precise location."),
        ("adequacy-decision", "We rely on standard clauses for transfers to countries without an adequacy decision."),
        ("marketing-messages", "We will only send you marketing emails if you've agreed to this."),
        ("children-data-collected", "We collect information about children, and when you set up your child's profile you consent to it."),
        ("open-ended-purpose", "We use your personal information for other purposes stated in the agreement."),
        ("unnamed-third-parties", "We share information with other third parties in response to legal requests."),
        ("unnamed-third-parties", "We share personal data with other business partners. These include:"),
        ("data-as-asset", "We share your information with later owners if you acquire an item and trade it."),
        ("trackers-on-device", "When you visit a third-party website from the app, such third party may use cookies."),
        ("right-to-object", "We may not be able to accommodate certain requests to object to the use of your data."),
        ("right-to-delete", "We cannot grant every request, for example if you ask us to delete a transaction."),
        ("right-to-delete", "If you are unable to access or delete your data, write to us."),
        ("class-waiver", "If you do not notify us, you are bound by the class action waiver."),
        ("parental-consent", "Nobody under 13 is let in. If you are 13 to 18, you need the permission of your parent."),
        ("not-for-children", "Don't knowingly share with us what you collected from children under 13."),
        ("auto-renewal", "You may need to go to the store and turn off auto-renew there."),
        ("precise-location", "If you have given us permission to collect your precise location, we tag your photos."),
        ("marketing-messages", "We use it for sending service and other non-marketing communications by email."),
        ("liability-excluded", "We are not liable for losses arising from your use of third-party services."),
        ("liability-excluded", "We will not be liable for outages caused by authorities or events beyond our control."),
        ("public-injunction", "The arbitrator may award injunctive relief only in favor of the individual party, except that you may seek public injunctive relief."),
        # what is said of something narrower than the article
        ("termination-at-will", "We may terminate these terms if you fail to comply with them or for any reason outside of our control."),
        ("termination-at-will", "We may suspend your access at any time without notice based on your breach of these terms."),
        ("terms-changed-without-notice", "We may change these terms at any time, but if we do, we will send you an email."),
        ("terms-changed-without-notice", "We update our terms from time to time and will either post them or send other word to let you know."),
        ("liability-excluded", "Force majeure. We shall not be liable for any delay or failure to perform."),
        ("public-injunction", "If the waiver is unenforceable for a remedy such as public injunctive relief, only that remedy goes to court."),
        ("binding-arbitration", "Absent agreement of the parties, the provider shall decide which rules apply to the arbitration."),
        ("change-notice-given", "We may change our prices upon giving you 30 days' notice."),
        ("restriction-without-reasons", "We may remove any posts without prior notice."),
        ("termination-at-will", "We may terminate this agreement immediately and without prior notice if you materially breach it."),
        ("service-changed-at-will", "We may change the services at any time, including if the law or our suppliers no longer permit them."),
        ("terms-changed-without-notice", "We may change these terms at any time, and we\u2019ll tell you when we do."),
        ("terms-changed-without-notice", "We may update these terms from time to time. Some reasons why are changes to the law and security."),
        ("privacy-policy-changed", "We will update this privacy policy from time to time after giving proper notice."),
        ("agreement-by-use", "We will email you 30 days before; by continuing to use the service you agree to the changed terms."),
        ("price-changed-at-will", "We may change the price at any time, but changes will not apply to existing orders."),
        ("price-changed-at-will", "We may change the prices displayed on the site at any time."),
        ("free-trial-converts", "You will not be charged for the duration of the free trial."),
        ("auto-renewal", "You get a full refund if you ask within 30 days of the automatic renewal."),
        ("no-refunds", "A renewed plan cannot be refunded under the money-back guarantee."),
        ("free-assignment", "We may assign our rights to any of our affiliates."),
        ("injury-excluded", "We are not liable for personal injury arising from such third party\u2019s acts or any third party's conduct."),
        ("liability-excluded", "We assume no liability for any content that another user posts."),
        ("content-of-others", "We are not liable to you as a result of your meetings with other users."),
        ("delegation", "The arbitrator rules on all issues except that a court has exclusive authority to decide arbitrability."),
        ("binding-arbitration", "Individuals have the possibility to invoke binding arbitration for DPF complaints."),
        ("class-waiver", "This may in no way be interpreted as authorizing a class action."),
        ("class-waiver-in-arbitration", "You waive the right to take part in a class action in court."),
        ("jury-waiver-in-court", "You are waiving your right to pursue claims in a court of law and to have a jury trial."),
        ("own-law-kept", "The courts of England decide, unless this is prohibited by the laws of the country where you live."),
        ("no-automated-decisions", "You may not be subject to automated decisions of this kind."),
        ("no-automated-decisions", "If you are not approved under the automated decisions described here, you have no access."),
        ("data-privacy-framework", "We adhere to the Swiss-U.S. Data Privacy Framework principles."),
        ("consent-to-cookies-asked", "Set your browser to accept cookies only with your consent."),
        ("commercial-email-opt-out", "You can opt out of marketing text messages by replying STOP."),
        ("copyright-agent-named", "Send us a DMCA takedown notice."),
        ("licence-without-end", "The licence survives termination solely to the extent that we need it to perform our duties."),
        ("licence-without-end", "Acme grants the customer a perpetual, royalty-free licence to display the reports."),
        ("privacy-policy-changed", "We will update our policy repository, which you can check for changes."),
        ("law-chosen", "These terms are governed by the laws of the United Kingdom."),
        ("court-chosen", "Governing law; Exclusive Jurisdiction. English law governs these terms."),
        ("retention-without-period", "Our third-party identity verification providers retain it for as long as necessary."),
        ("liability-excluded", "Under no circumstances is Acme liable in any way for your content."),
        ("trackers-on-device", "Where we use cookies to identify your interests for advertising, we\u2019ll get your consent."),
        ("cookies-by-use", "By using Acme, you agree to these terms and to our Cookies Policy."),
        ("no-sale-promise", "Click the Do Not Sell/Share My Personal Information link."),
        ("liability-excluded", "In no event will our total aggregate liability exceed 100 euros."),
        ("liability-excluded", "A party shall not be liable for the other party's indirect losses."),
        ("liability-excluded", "Some content is furnished by news agencies, which will not be liable for any errors in it."),
        ("liability-capped", "We pay your fees if your claim for damages does not exceed $75,000."),
        ("as-is", "Translations are powered by Google. Google disclaims all warranties related to them."),
        ("people-without-account", "We collect your location when you share your location with your contacts."),
        ("restriction-without-reasons", "If your account is blocked or otherwise terminated for any reason, your posts stay public."),
        ("termination-at-will", "If your account is blocked or otherwise terminated for any reason, your posts stay public."),
        ("termination-at-will", "We may terminate your license to use the Acme Marks for any reason."),
        ("children-data-collected", "If your website collects personal information from children, you must comply with the law."),
        ("right-to-delete", "These rights may be limited, for example if you ask us to delete what we must keep."),
        ("right-to-delete", "We keep your list of friends until you ask us to delete them."),
        ("free-trial-converts", "The amount charged at the end of the trial is hard to read."),
        ("retention-without-period", "We store your data only as long as needed. You will find the main retention periods below."),
        ("training-on-data", "We use content that does not contain personal data to train our models."),
        ("marketing-messages", "We share data with those who help with email distribution and managing marketing."),
        ("adequacy-decision", "We rely on the adequacy decision of the Argentine Data Protection Authority."),
        ("parental-consent", "If your app is for children, you must: (a) provide all notices and obtain verifiable parental consent."),
        ("agreement-by-use", "By using the Service, you consent to receiving electronic communications under our Policy."),
        ("terms-changed-without-notice", "These terms may be updated and presented again to the customer from time to time."),
        ("copyright-notice", "Acme Inc., Attn: Copyright Agent, 1 Main Street"),
        ("as-is", "Some states do not allow the disclaimer of implied warranties, so it may not apply to our services."),
        ("as-is", "Acme disclaims all else and makes no representations and warranties as to any linked sites."),
        ("termination-at-will", "If we believe you are abusing our services, we may, in our sole discretion, suspend your account."),
        ("termination-at-will", "After termination of your access to the service for any reason, your content may be deleted."),
        ("training-on-data", "This policy is about personal data collected through interfaces that host, use and train AI models."),
    ],
)  # fmt: skip
def test_wordings_that_once_misled_a_rule_stay_without_it(slug: str, text: str) -> None:
    rule = next(rule for rule in rule_book().rules if rule.slug == slug)
    for type in sorted(rule.types):
        assert read(rule, type, text) == RegulatoryMapping()


@pytest.mark.parametrize(
    ("slug", "type", "texts"),
    [
        ("automated-decisions", "ai_automated", ["We use automated systems to decide whether to approve or reject you, without human involvement.", "Decisions about your eligibility are made solely by automated means.", "Our systems may suspend your account based solely on automated processing."]),
        ("kept-without-end", "data_retention", ["We retain your personal information indefinitely.", "Acme may keep your data in perpetuity.", "Your data is stored for an unlimited period of time."]),
        ("children-data-collected", "data_collection", ["We collect the names and voice recordings of children who use the app.", "Information about users under 13 is shared with partners.", "Acme uses data collected from children to improve its games."]),
        ("biometrics-collected", "sensitive_data", ["We create a template of your face from your photos.", "Acme collects voiceprints to verify who you are.", "We store your biometric template on our servers."]),
        ("sale-of-data", "data_sharing", ["We may sell your personal information to brokers.", "Acme sells browsing data about its users.", "Your information may be sold to marketing companies."]),
        ("price-changed-at-will", "payment_fees", ["We may change our prices at any time without notice.", "Acme may increase fees from time to time in its sole discretion.", "Fees are subject to change without notice."]),
        ("auto-renewal", "auto_renewal", ["Your subscription renews automatically each year.", "Memberships will continue and be billed each month until you cancel.", "We will automatically charge you for the next period unless you cancel."]),
        ("terms-changed-without-notice", "policy_changes", ["Acme may modify these terms at any time without notice.", "We may, at our sole discretion, change these terms, effective upon posting.", "These terms can be changed by us at any time."]),
        ("injury-excluded", "liability_limitation", ["Acme is not liable for death or personal injury.", "In no event will we be responsible for bodily injury caused by the device.", "You release Acme from all claims for personal injury."]),
        ("court-chosen", "legal_jurisdiction", ["Any dispute is brought exclusively in the courts of Austin, Texas.", "You submit to the exclusive jurisdiction of the courts of Delaware.", "All claims must be litigated only in the courts located in Austin, Texas."]),
        ("class-waiver", "class_action_waiver", ["You waive any right to take part in a class action.", "Claims may be brought only in an individual capacity and not as a class member.", "Neither you nor Acme will participate in a representative action."]),
        ("licence-without-end", "content_license", ["You grant us a perpetual licence to your content.", "The licence to your posts lasts forever, even after you leave.", "You grant us a right to use anything you upload in perpetuity."]),
        ("reasons-promised", "content_moderation", ["If we remove your post, we will send you a statement of reasons.", "We will explain why we took down your content.", "When Acme suspends an account it gives the user the reasons for the decision."]),
        ("copyright-notice", "intellectual_property", ["Send a DMCA notice to us.", "We act on a takedown request under the Digital Millennium Copyright Act.", "Our copyright agent can be reached by post."]),
        ("training-on-data", "ai_training", ["We use your conversations to train our models unless you opt out.", "We use your content to develop and improve our machine learning models; you can turn this off.", "Your public posts are used for training generative AI unless you object."]),
    ],
)  # fmt: skip
def test_a_shape_of_clause_is_found_in_three_wordings(slug: str, type: str, texts: list[str]) -> None:
    rule = next(rule for rule in rule_book().rules if rule.slug == slug)
    assert [text for text in texts if not read(rule, type, text).citations] == []
