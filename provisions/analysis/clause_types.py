"""The clause types: one numbered taxonomy, as data, with what makes each mild or severe."""

from dataclasses import dataclass

# A reclassification is a new number, never a silent change.
TAXONOMY = 1

DATA = "Data & privacy"
AI = "AI & automation"
CONTENT = "Content & conduct"
ACCOUNT = "Account & enforcement"
MONEY = "Money"
DISPUTES = "Disputes & liability"
TRANSPARENCY = "Transparency"

GROUPS = (DATA, AI, CONTENT, ACCOUNT, MONEY, DISPUTES, TRANSPARENCY)


@dataclass(frozen=True, slots=True)
class ClauseType:
    """One kind of clause. `neighbours` are the slugs it is most often mistaken for."""

    slug: str
    label: str
    meaning: str
    group: str
    mild: str
    severe: str
    neighbours: tuple[str, ...]


CLAUSE_TYPES: tuple[ClauseType, ...] = (
    ClauseType(
        "data_collection",
        "Data collection",
        "What information is gathered about people, and from where.",
        DATA,
        "Only what a person types in, or what the service cannot run without.",
        "Information from other companies, from devices and from people who never signed up.",
        ("data_usage", "tracking_advertising", "sensitive_data"),
    ),
    ClauseType(
        "data_usage",
        "Use of data",
        "What the information gathered is used for.",
        DATA,
        "Limited to running and securing the service.",
        "Open-ended purposes, profiling, or purposes unrelated to the service.",
        ("data_collection", "data_sharing", "ai_training"),
    ),
    ClauseType(
        "data_sharing",
        "Data sharing",
        "Who else receives information about people, and on what occasion.",
        DATA,
        "Only to suppliers bound by contract, or when the person asks for it.",
        "Sale, advertising partners, data brokers, or recipients that are not named.",
        ("data_usage", "international_transfers", "tracking_advertising"),
    ),
    ClauseType(
        "data_retention",
        "Data retention",
        "How long information is kept and when it is deleted.",
        DATA,
        "A stated, short period, with deletion at its end.",
        "No period, or kept after the account is gone.",
        ("privacy_rights", "termination", "data_security"),
    ),
    ClauseType(
        "data_security",
        "Data security",
        "How information is protected, and what happens when protection fails.",
        DATA,
        "Named measures and a duty to tell people about a breach.",
        "All risk of loss or disclosure is put on the person.",
        ("account_control", "data_retention", "warranty_disclaimer"),
    ),
    ClauseType(
        "tracking_advertising",
        "Tracking and advertising",
        "Cookies, pixels, device identifiers, analytics and targeted advertising.",
        DATA,
        "Strictly necessary cookies, or tracking that is off until switched on.",
        "Tracking across other sites and apps without a way to refuse.",
        ("data_collection", "data_sharing", "consent"),
    ),
    ClauseType(
        "privacy_rights",
        "Privacy rights and choices",
        "What a person may ask for or switch off: access, correction, deletion, export, objection, opting out.",
        DATA,
        "Open to everyone, with a working way to use it.",
        "Limited to some regions, conditional, or refused.",
        ("consent", "data_retention", "tracking_advertising"),
    ),
    ClauseType(
        "consent",
        "Consent and acceptance",
        "How agreement is given or withdrawn: by using the service, by a choice, or for one purpose.",
        DATA,
        "Asked for separately and withdrawable at any time.",
        "Taken from mere use of the service.",
        ("policy_changes", "privacy_rights", "children_age"),
    ),
    ClauseType(
        "international_transfers",
        "International transfers",
        "Moving information to other countries, and the safeguards for it.",
        DATA,
        "Named safeguards such as standard contractual clauses.",
        "Anywhere in the world, with no safeguard named.",
        ("data_sharing", "legal_jurisdiction"),
    ),
    ClauseType(
        "children_age",
        "Age and children",
        "Minimum age, parental permission, and what happens to children's information.",
        DATA,
        "Children's information is not gathered, or is deleted when found.",
        "Children's information is gathered or used, or a parent answers for everything.",
        ("consent", "account_control"),
    ),
    ClauseType(
        "sensitive_data",
        "Sensitive data",
        "Biometrics, health, precise location, beliefs, origin, sexuality and similar information.",
        DATA,
        "Only with separate consent, or not at all.",
        "Gathered, inferred or shared without separate consent.",
        ("data_collection", "consent"),
    ),
    ClauseType(
        "ai_training",
        "AI training",
        "Whether content or data is used to train or improve machine-learning models.",
        AI,
        "Not used, or only after opting in.",
        "Used by default, or handed to others for training, with no way out.",
        ("data_usage", "content_license", "ai_automated"),
    ),
    ClauseType(
        "ai_automated",
        "AI features and automated decisions",
        "Automated decisions about people, and terms for AI features and their output.",
        AI,
        "A person reviews the decision on request.",
        "Decisions with real consequences and no review.",
        ("ai_training", "content_moderation", "warranty_disclaimer"),
    ),
    ClauseType(
        "acceptable_use",
        "Acceptable use",
        "How the service may and may not be used.",
        CONTENT,
        "Forbids what is harmful or unlawful anyway.",
        "Forbids ordinary conduct such as criticism, research or interoperability.",
        ("restricted_content", "enforcement_actions", "intellectual_property"),
    ),
    ClauseType(
        "restricted_content",
        "Restricted content",
        "What may not be posted, sold or shown.",
        CONTENT,
        "Defined narrowly, with exceptions such as news or art.",
        "Vague terms that could cover lawful speech.",
        ("acceptable_use", "content_moderation"),
    ),
    ClauseType(
        "content_moderation",
        "Content moderation",
        "Reviewing, removing, labelling or limiting the reach of content, and appeals.",
        CONTENT,
        "With reasons, notice and an appeal.",
        "At any time, for any reason, without notice.",
        ("restricted_content", "enforcement_actions", "platform_discretion"),
    ),
    ClauseType(
        "content_license",
        "Licence to your content",
        "What the service may do with what people post or submit, and who owns it.",
        CONTENT,
        "Limited to running the service and ending with deletion.",
        "Perpetual, transferable, sublicensable, or a transfer of ownership.",
        ("intellectual_property", "ai_training"),
    ),
    ClauseType(
        "intellectual_property",
        "Intellectual property",
        "Ownership of the service, trade marks, licences to use it, and copyright complaints.",
        CONTENT,
        "States who owns what and how to complain.",
        "Claims rights in what users make, or forbids uses the law allows.",
        ("content_license", "acceptable_use"),
    ),
    ClauseType(
        "developer_api",
        "Developers and API",
        "Terms for developers: API access, keys, limits, and what may be done with data taken through it.",
        CONTENT,
        "Clear limits with notice before they change.",
        "Access can be cut or priced at will; use of data is heavily restricted.",
        ("acceptable_use", "intellectual_property"),
    ),
    ClauseType(
        "account_control",
        "Account and credentials",
        "Registration, credentials, who may use an account, and who answers for it.",
        ACCOUNT,
        "Ordinary care for a password.",
        "The person answers for everything done by anyone with the account.",
        ("data_security", "termination", "children_age"),
    ),
    ClauseType(
        "termination",
        "Termination",
        "How the agreement or the account ends, by either side, and what follows.",
        ACCOUNT,
        "With notice and a reason, and a chance to take data out.",
        "At any time, for any reason, without notice or refund.",
        ("enforcement_actions", "platform_discretion", "auto_renewal"),
    ),
    ClauseType(
        "enforcement_actions",
        "Enforcement",
        "Suspension, bans, limits, strikes and penalties for breaking the rules.",
        ACCOUNT,
        "Graduated, explained and open to appeal.",
        "Immediate, unexplained, or with money withheld.",
        ("termination", "content_moderation"),
    ),
    ClauseType(
        "platform_discretion",
        "Platform discretion",
        "What the platform may decide alone: changing or ending features, refusing service, assigning the contract.",
        ACCOUNT,
        "Bound by notice or by reasons.",
        "Sole discretion, at any time, with no duty to anyone.",
        ("termination", "policy_changes", "content_moderation"),
    ),
    ClauseType(
        "policy_changes",
        "Changes to the terms",
        "How the document itself may change and how people are told.",
        ACCOUNT,
        "Notice in advance, with a way to leave.",
        "At any time, without notice, binding by continued use.",
        ("platform_discretion", "consent", "payment_fees"),
    ),
    ClauseType(
        "payment_fees",
        "Payments and fees",
        "Prices, fees, taxes, billing, and what happens when payment fails.",
        MONEY,
        "Stated prices, changed only with notice.",
        "Fees that may change at will, or that are added later.",
        ("auto_renewal", "refunds", "monetization_rules"),
    ),
    ClauseType(
        "auto_renewal",
        "Automatic renewal",
        "Subscriptions that renew until cancelled, free trials that turn into paid ones, and how to cancel.",
        MONEY,
        "Reminder before renewal and cancelling in one step.",
        "Renews without reminder, or cancelling takes effect late.",
        ("payment_fees", "refunds", "termination"),
    ),
    ClauseType(
        "refunds",
        "Refunds",
        "When money is given back, and when it is not.",
        MONEY,
        "A stated period and an easy way to ask.",
        "No refunds at all, whatever happens.",
        ("payment_fees", "auto_renewal"),
    ),
    ClauseType(
        "monetization_rules",
        "Earning rules",
        "How creators, sellers and partners are paid: eligibility, shares, payouts and withholding.",
        MONEY,
        "Stated shares and dates of payment.",
        "Earnings may be withheld or the share changed at will.",
        ("payment_fees", "enforcement_actions"),
    ),
    ClauseType(
        "arbitration",
        "Arbitration",
        "Disputes go to an arbitrator, not to a court.",
        DISPUTES,
        "Optional, or with a simple way to opt out.",
        "Mandatory and binding, with no way out.",
        ("class_action_waiver", "legal_jurisdiction"),
    ),
    ClauseType(
        "class_action_waiver",
        "Class-action and jury waiver",
        "People give up joining others in one case, or having a jury.",
        DISPUTES,
        "Limited to some disputes, or with a way to opt out.",
        "Covers every dispute, with no way out.",
        ("arbitration", "legal_jurisdiction"),
    ),
    ClauseType(
        "legal_jurisdiction",
        "Governing law and courts",
        "Which law applies, where a case must be brought, and within what time.",
        DISPUTES,
        "The person's own law and courts.",
        "A distant court only, or a shortened time to sue.",
        ("arbitration", "international_transfers"),
    ),
    ClauseType(
        "liability_limitation",
        "Limits of liability",
        "What the platform will not pay for, and the most it will pay.",
        DISPUTES,
        "A cap that leaves out gross negligence and rights that cannot be waived.",
        "All liability excluded, or a token cap.",
        ("warranty_disclaimer", "indemnification"),
    ),
    ClauseType(
        "warranty_disclaimer",
        "No warranty",
        "The service comes without promises about quality, accuracy or availability.",
        DISPUTES,
        "Promises made elsewhere or required by law remain.",
        "Everything at the person's own risk, including safety and loss of data.",
        ("liability_limitation", "platform_discretion"),
    ),
    ClauseType(
        "indemnification",
        "Indemnification",
        "One side pays the other's losses and legal costs.",
        DISPUTES,
        "Mutual, or limited to proven breaches.",
        "The person pays for any claim connected with use, including lawyers.",
        ("liability_limitation", "account_control"),
    ),
    ClauseType(
        "disclosure_requirements",
        "Disclosure and transparency",
        "What must be disclosed or labelled: paid promotion, AI-made content, legal requests, reports, notices.",
        TRANSPARENCY,
        "Reports and labels that help readers.",
        "Duties that fall on users alone, with penalties.",
        ("data_sharing", "content_moderation", "monetization_rules"),
    ),
)

TYPES_BY_SLUG: dict[str, ClauseType] = {kind.slug: kind for kind in CLAUSE_TYPES}


def clause_type(slug: str) -> ClauseType:
    """The clause type with this slug; KeyError for a slug that is not in the taxonomy."""
    return TYPES_BY_SLUG[slug]
