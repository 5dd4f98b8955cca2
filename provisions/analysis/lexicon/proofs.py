"""What must stand in one sentence before a type may be published: the act itself, not only its subject.

`ACTS` are concepts (notation of concepts.py) that name acts and asides; `PROOFS` are conditions on one sentence, any
of which will do. `STRONG` stands for a heavy phrase of the type itself, `!A` for the absence of A.
"""

ACTS: dict[str, str] = {
    # sentences that announce, refer or list and so state nothing themselves
    "INTRO": "here are/is some/a/the, here's/here is/are what, this/these section/policy/statement/notice/page/document/article/guide ?also explains/describes/details/covers/tells/outlines/summarizes/summarises/provides/sets/contains, "
    "this/the/our/we privacy policy/statement/notice ?also explains/describes/details/covers/tells/outlines/summarizes/sets/provides/applies/contains, we explain/describe, we've explained, "
    "privacy notice explains/describes, is designed to help you understand, is intended to help you understand, to learn more about/how, learn more about/how, read more about, find out more about, "
    "explains how/what/who/why, describes how/what/the, please read, described below, summary of, overview of, for more information ?about/on, for more details, please refer to, see our, can be found in, the following table/chart/section, table below, chart below, following chart, summarizes, more information about/on, information about how, "
    "is available at, see the section, the section titled, section below, these terms describe, as described in, questions about, does not apply to/if/when, in the event of a conflict, supplements the",
    "SURVIVE": "survive, survives, will survive, shall survive",
    "APPEAL": "appeal, appeals, in error",
    "AUTOMATION": "automated decision~, solely automated, automated processing, profiling, human review, ai generated, output, outputs, algorithmic, algorithms, recommender system~, recommendation system~, decisions based solely, ai features, generative ai, legal or similarly significant, automated means, chatbot~",
    "EARNS": "payout~, your earnings, earn, earning, earned, eligible to earn, paid to you, payments to you, withhold payment~, creator fund, partner program, seller fees, cash out, disburse~, monetize~, monetise~, rewards, your revenue, revenue share to, we ?will ?may pay you, proceeds, owed to you",
    "IP_ACTS": "own, owned, owns, ownership, property of, license~, licence~, licensed, licensors, protected by, infringe~, infringing, infringement, copyright notice~, dmca, rights reserved, belong~ to, retain~, copyright agent, notice of, take down, remove, proprietary rights",
    "LEGAL_BASIS": "legal basis, legal bases, lawful basis, lawful bases, legitimate interest~, rely on",
    # data
    "COLLECTS": "we ?may/will/can/might ?also ?automatically collect/receive/gather/obtain/record/log/access/capture, may/will/can/might/also ?automatically collect/receive/obtain/gather/record, collects, gathers, "
    "automatically collect~/record~/receive~/log~, is/are/be ?automatically collected/logged/recorded, information collected, data collected, you ?may ?choose ?to provide ?to us, you give us, you submit, asks/ask/asked you for/to, will ask you, required to provide, "
    "asked to provide, need to provide, must provide, requires you to provide, we ?may request, collecting, collection of, do/does/not/never not ?knowingly ?intentionally collect, don't collect, to receive some information, you upload, receives, obtains, we ?may ?also get, infer",
    "COLLECTED_NOUN": "information/data/details ?that ?which we/you ?may ?have ?have ?also collect/collected/receive/received/gather/gathered/obtain/obtained/provide/provided/share/shared, information/data collected, what/how/why/when/where we collect, "
    "information/data ?that ?which it/they/he collects/receives/obtains/collect, was/were collected, we collected, we collect it, we have collected, collected ?by ?it for, collected from you, data collection, purpose/purposes of/for collecting/collection, collect ?and/or use/share/process/disclose",
    "USES": "we ?may ?will ?also use/process/combine/analyze/analyse/aggregate, uses, processes, may/will/also/can ?also use/process, is/are/be used/processed, used for, used to, use it/them/this/that/such/your/the/certain/information/personal/data, using your/the/this/personal/information/data, "
    "process/processing ?of your/personal/the/this/data/information, legitimate interest~, legal basis, legal bases, lawful basis, personalize, personalise, to provide/improve/send/contact/communicate/develop/respond/verify/help/personalize/show/promote/detect/protect",
    "SHARES": "share, shares, sharing, shared, disclose, discloses, disclosing, disclosed, disclosure, disclosures, sell, sells, selling, sold, rent, rented, trade, transfer your/personal/information/data/it/the/this, transferred to/as, provide/provides/give/send/pass/make your/personal/information/data/it/this, "
    "provided to, made available to, passed ?on to, release, have access to, access to your, access your, can see, visible to, receive your/information/data, handed over",
    "RIGHTS": "you ?may/can ?also have ?the/a ?following right/rights/option/choice/ability, right to, rights to, right of, your rights, you/users can/may/could ?also access/delete/update/correct/edit/download/opt/request/object/withdraw/choose/change/control/review/manage/unsubscribe/disable/turn/restrict/export/remove/limit/adjust/deactivate/refuse/set/decide/contact/ask/exercise/ask/stop/view/reject/block/clear, "
    "opt out, opting out, opted out, unsubscribe, ask us to, request that we, to exercise, exercise your/these/any/their, lodge a complaint, authorized agent, not discriminate, wish to/not, able to access/delete/control/manage/opt, allow/allows/let/lets you ?to, your choices, withdraw, request deletion, request access, request a copy, choose not to, choose whether, respond to ?your ?all ?such request~, entitled to",
    "TO_US": "with us, to us, received by us, information with us, share with us",
    "CONSENTS": "your ?prior/express/explicit/informed consent/permission, you consent/agree to/that, withdraw ?your ?this consent, ask/asks/obtain/get/seek/request/require ?for ?your ?prior/explicit consent/permission, consent to, you give/grant us ?your consent/permission, prior consent, express consent, explicit consent",
    # conduct and account
    "PROHIBIT": "you/users/members/customers may/must/shall/will/can/should ?also ?only not, you agree ?that ?you ?will not, and may/must/shall not, cannot, can't, you agree ?also not to, agree not to, agree to not, do not, don't, is/are ?strictly ?expressly prohibited/forbidden, not permitted/allowed/authorized, strictly prohibited, "
    "prohibits, we prohibit, never, for your ?own personal, personal use only, personal and non commercial, personal non commercial, non commercial use, solely for, only for, acceptable use, comply with all/applicable/any/the ?applicable laws/law/local, lawful purposes, not be used, must comply, refrain from, must not, may not, shall not, should not, not to use, illegal to",
    "MODERATES": "may/can/will/could/to/or/and/we ?also remove/delete/block/reject/restrict/screen/edit/refuse/limit/disable/label/moderate/monitor/review/hide/withhold/demote/filter, removed, removal, take/taken down, deleted, moderation, moderators, moderating, appeal, appeals, report ?the/any/such/this content/abuse/violations, flagged, reports of, removing, monitoring, reviewing",
    "ACCOUNTS": "responsible/responsibility for maintaining/safeguarding/keeping/protecting/all/any/activity/activities/the ?security/activities/activity/confidentiality, keep your password/account/credentials/login, keeping your password/account/credentials, under your account, through your account, share/sharing/transfer/sell/assign your account/password/credentials/login, "
    "create/register/open/creating/registering/have/maintain/control a/an/your/more/multiple/one/only ?than ?one ?user account/accounts, register for an account, to register, must register, unauthorized use/access of/to your account, accurate and/complete/information/current/truthful/up, truthful, two factor, log in credentials, login credentials, account credentials, "
    "secure your account, account secure, security of your account, username~, user name, real name, someone else's account, account holder, your password, your credentials, sign up, password",
    "TERMINATES": "terminate, terminates, terminating, terminated, termination, delete/deletes/close/cancel/deactivate/closing/deleting/cancelling/canceling/deactivating/end/ending your/the/an/this/their ?user account/accounts/agreement/contract/membership, stop using ?the ?our service~/products/site/platform, ends when, will end, we may close, survive, survives",
    "ENFORCES": "suspend ?or/and your/access/any/the/or/accounts/users/you/a/an, suspending, suspended, suspension, ban, bans, banned, banning, permanently ban, disable your/the/any/accounts, disabling, limit/restrict/revoke/deny/remove/block your/access/the/any/their ?access/account, take action against, strike/strikes, repeat infringers, "
    "blocked from, penalties, penalty, permanent ban, legal action, permanent suspension, may/can/will ?also result/lead in/to, restrictions on your, terminate ?or/and ?suspend your/the/accounts/access/any, terminated, lose access, be removed from, withhold, refuse access, restricted, take enforcement, enforcement action~, prohibit you from",
    "DISCRETION": "sole discretion, absolute discretion, our ?own/sole discretion, its ?own/sole discretion, right to modify/discontinue/refuse/change/limit/cancel/add/remove/suspend/restrict/update/alter/withdraw/reject, modify or discontinue, may/can ?also discontinue/change/modify/suspend/add/limit/stop/assign/update/alter/cancel/refuse/withdraw, reserve~ the right, "
    "no obligation to, not obligated to, stop providing, failure to enforce/exercise, waiver, refuse service, shut down, discontinue, freely assign, assign ?or/and ?transfer our/this/these/any/its",
    # money
    "PAYS": "you ?agree/must/will/shall/may ?be ?to pay/charged/billed/incur/owe, pay the/for/all/any/us/a/an/your/applicable/by, responsible for paying/all/any/payment/taxes, fee/fees/price/prices/charges are/is/may/will/for/apply/applicable/do/include/payable/charged, "
    "change/increase/adjust/modify the/our/its/any ?subscription price/prices/fees/pricing/fee, charge your/you/a/an/any/for/the, may/will ?also charge, be charged, payable, payment/payments is/are/will/must/due/may, due and, applicable taxes, taxes, exclusive of tax~, invoice, invoices, overdue, late payment, unpaid, no fee~/charge, free of charge, "
    "purchase price, billed, billing, cash out, payment method~, authorize us to charge, paid services, paid subscription~, virtual items, cost of, additional cost~/charge~/fee~, in app purchase~",
    "REFUNDS": "refund you/the/any/your/what/a/of/for/if/will/is, a/full/no/any/partial/your/get/receive/the/or/of/for/provide/issue/give refund/refunds, not refund, will/we'll/may/shall refund, non refundable, nonrefundable, not refundable, refundable, are final, right of withdrawal, cooling off, withdrawal period, right to withdraw from, "
    "reimburse you, reimbursed, be refunded, refunds, money back, right to cancel",
}

PROOFS: dict[str, tuple[str, ...]] = {
    "data_collection": (
        "COLLECTS PDATA !COLLECTED_NOUN !RIGHTS",
        "COLLECTS DATA_ITEM !COLLECTED_NOUN",
        "COLLECTS DATA_WORD !COLLECTED_NOUN !RIGHTS",
        "COLLECTED_NOUN DATA_ITEM !SHARES !RIGHTS !USES",
    ),
    "data_usage": (
        "USES PDATA !SHARES !RIGHTS !TERMINATES !COOKIE",
        "USES DATA_WORD PURPOSE !SHARES !RIGHTS !TERMINATES !COOKIE",
        "LEGAL_BASIS PDATA !RIGHTS",
    ),
    "data_sharing": (
        "SHARES THIRD DATA_WORD !RIGHTS !TO_US",
        "SHARES THIRD DATA_ITEM !RIGHTS !TO_US",
        "SHARES LEGAL_NEED DATA_WORD !RIGHTS",
        "SHARES MERGER DATA_WORD",
        "SELL PDATA",
        "STRONG SHARES THIRD !TO_US",
    ),
    "data_retention": (
        "KEEP HOW_LONG PDATA",
        "KEEP HOW_LONG DATA_WORD",
        "KEEP HOW_LONG DATA_ITEM",
        "DELETE HOW_LONG DATA_ITEM !RIGHTS",
        "DELETE HOW_LONG DATA_WORD !RIGHTS",
        "STRONG KEEP DATA_WORD",
        "DELETE HOW_LONG CONTENT !RIGHTS !TERMINATES",
        "KEEP HOW_LONG CONTENT !MODERATES !LICENSE",
    ),
    "data_security": (
        "STRONG MEASURES DATA_WORD !RIGHTS !ACCOUNTS",
        "SECURITY MEASURES PDATA !RIGHTS !ACCOUNTS !SHARES",
        "BREACH_EVENT NOTICE DATA_WORD !ACCOUNTS !CREDENTIAL",
        "STRONG MEASURES !ACCOUNTS !USES !SHARES !BAD_USE",
    ),
    "tracking_advertising": (
        "STRONG COOKIE !BAD_USE",
        "STRONG ADS !BAD_USE !PAYS",
        "STRONG TRACK !BAD_USE !PAYS !SHARES",
        "ADS PDATA USES !PAYS",
        "ADS TRACK !BAD_USE",
    ),
    "privacy_rights": (
        "RIGHTS PDATA !ARBITRATE !ENFORCES !LICENSE",
        "RIGHTS DATA_WORD !ARBITRATE !ENFORCES !LICENSE !PAYS",
        "RIGHTS MARKETING",
        "RIGHTS OPT_OUT TRACK",
        "RIGHTS OPT_OUT ADS",
        "STRONG RIGHTS CONSENT !ARBITRATE",
    ),
    "consent": (
        "BY_USING BIND TERMS !ARBITRATE !DAMAGES",
        "CONSENTS DATA_WORD !LEGAL_BASIS !SHARES !RIGHTS !CHILD",
        "CONTINUED_USE BIND !CHANGE",
        "STRONG BIND TERMS !CHANGE !ARBITRATE !PAYS",
        "STRONG TERMS MUST_NOT BIND",
        "STRONG CONSENTS OPT_OUT",
    ),
    "international_transfers": (
        "TRANSFER COUNTRY PDATA STRONG",
        "TRANSFER COUNTRY PDATA !RIGHTS !USES !THIRD",
        "SAFEGUARD_LAW DATA_WORD",
        "SAFEGUARD_LAW TRANSFER",
        "STRONG TRANSFER DATA_WORD",
    ),
    "children_age": (
        "STRONG MUST_NOT !BAD_CONTENT",
        "STRONG COLLECTS",
        "STRONG YOU !BAD_CONTENT !SHARES !PAY",
        "STRONG CHILD CONSENT",
        "CHILD PDATA COLLECTS",
        "STRONG WE !BAD_CONTENT !SHARES",
    ),
    "sensitive_data": (
        "SENSITIVE COLLECTS !RIGHTS !COLLECTED_NOUN !BAD_USE",
        "SENSITIVE USES !RIGHTS !BAD_USE",
        "SENSITIVE CONSENT",
        "STRONG COLLECTS !RIGHTS !COLLECTED_NOUN !BAD_USE",
        "SENSITIVE WE KEEP !RIGHTS",
        "STRONG USES !RIGHTS !BAD_USE",
    ),
    "ai_training": ("STRONG TRAIN MODEL", "STRONG USES", "STRONG CONTENT USE", "TRAIN MODEL AI CONTENT", "TRAIN MODEL AI PDATA"),
    "ai_automated": ("STRONG AUTOMATION !SHARES", "STRONG RIGHTS AUTOMATION", "AI WARRANTY AUTOMATION"),
    "acceptable_use": (
        "PROHIBIT BAD_USE !WE_RESERVE !DISCLAIM !LIABLE !INDEMNIFY !CREDENTIAL",
        "PROHIBIT BAD_CONTENT !DISCLAIM !LIABLE !WE_RESERVE",
        "STRONG PROHIBIT !DISCLAIM !LIABLE !COLLECTS !INDEMNIFY !IP !ARBITRATE",
        "STRONG BAD_USE PROHIBIT !DISCLAIM !LIABLE",
    ),
    "restricted_content": (
        "BAD_CONTENT PROHIBIT !LIABLE !DISCLAIM !RIGHTS",
        "BAD_CONTENT MUST_NOT POST !LIABLE !DISCLAIM",
        "STRONG MODERATES CONTENT !LIABLE !RIGHTS !ENFORCES",
    ),
    "content_moderation": (
        "MODERATES CONTENT WE !COOKIE !RIGHTS !PDATA !LICENSE",
        "MODERATES CONTENT MAY !COOKIE !RIGHTS !PDATA !LICENSE !YOU_CAN",
        "STRONG MODERATES CONTENT !RIGHTS !PDATA",
    ),
    "content_license": ("STRONG CONTENT !PROHIBIT", "LICENSE_TRAIT EXPLOIT CONTENT !PROHIBIT", "STRONG LICENSE YOU !PROHIBIT"),
    "intellectual_property": (
        "STRONG IP IP_ACTS !INDEMNIFY !LIABLE !BAD_CONTENT !BAD_USE !MEANS",
        "STRONG IP PROHIBIT !INDEMNIFY !LIABLE !BAD_CONTENT !BAD_USE !MEANS",
        "STRONG LICENSE OUR_THING !LIABLE !CONTENT",
        "STRONG OWN !PDATA !LIABLE",
        "STRONG LICENSE !EXPLOIT !PDATA",
        "STRONG IP NOTICE",
    ),
    "developer_api": ("STRONG API MUST_NOT", "STRONG API LICENSE", "STRONG API DISCRETION", "STRONG API COMPLY"),
    "account_control": (
        "ACCOUNTS LIABLE !DAMAGES !INDEMNIFY",
        "STRONG ACCOUNTS !COLLECTS !SHARES !RIGHTS !TERMINATES !ENFORCES !PDATA !CHILD",
        "CREDENTIAL ACCOUNTS !COLLECTS !RIGHTS !USES",
    ),
    "termination": (
        "TERMINATES ACCOUNT !COLLECTS !KEEP !REFUNDS !RENEW !DATA_WORD !APPEAL",
        "TERMINATES TERMS !KEEP !ARBITRATE !RENEW",
        "STRONG TERMINATES NOTICE !ARBITRATE",
        "STRONG TERMINATES ANY_TIME !ARBITRATE !RENEW",
        "STRONG TERMINATES OUR_THING !ARBITRATE !KEEP !COLLECTS !RENEW !DATA_WORD",
        "STRONG TERMINATES LICENSE",
    ),
    "enforcement_actions": (
        "ENFORCES VIOLATE !INDEMNIFY !ARBITRATE !COURT",
        "ENFORCES ACCOUNT !CREDENTIAL !COURT !PDATA !END",
        "ENFORCES ANY_TIME ACCOUNT",
        "STRONG ENFORCES ACCOUNT",
    ),
    "platform_discretion": (
        "DISCRETION DISCONTINUE OUR_THING !PDATA !TERMS",
        "STRONG DISCRETION WE !PDATA !PROHIBIT !ARBITRATE !CREDENTIAL !TERMS",
        "STRONG DISCRETION OUR_THING !PDATA !ARBITRATE !CREDENTIAL !MODERATES",
        "STRONG DISCRETION ASSIGN",
        "STRONG DISCRETION TERMS NOT !CHANGE",
    ),
    "policy_changes": ("STRONG TERMS !COOKIE", "STRONG NOTICE !PAYS !FEE", "CHANGE TERMS ANY_TIME WE", "CHANGE TERMS NOTICE WE", "CHANGE CONTINUED_USE TERMS", "CHANGE TERMS MAY WE"),
    "payment_fees": (
        "PAYS FEE YOU !PDATA !LIABLE !COLLECTS !ADS !SHARES !REFUNDS",
        "STRONG PAYS !PDATA !LIABLE !COLLECTS !ADS !SHARES !INDEMNIFY !ARBITRATE !REFUNDS",
        "PAYS FEE CHANGE !PDATA",
    ),
    "auto_renewal": ("STRONG SUBSCRIPTION !PDATA", "STRONG RENEW !PDATA"),
    "refunds": ("REFUNDS !INDEMNIFY !LIABLE !ARBITRATE !PDATA",),
    "monetization_rules": ("STRONG EARNS !LIABLE !PDATA !REFUNDS !INDEMNIFY !LICENSE !ARBITRATE",),
    "arbitration": ("STRONG",),
    "class_action_waiver": ("STRONG WAIVE", "CLASS WAIVE", "STRONG MUST_NOT", "CLASS ARBITRATE"),
    "legal_jurisdiction": ("GOVERN TERMS LAW !ARBITRATE", "STRONG COURT EXCLUSIVE", "STRONG GOVERN", "TIME_BAR", "STRONG GOVERN COURT"),
    "liability_limitation": (
        "NOT LIABLE WE !CREDENTIAL !INDEMNIFY",
        "NOT LIABLE DAMAGES !INDEMNIFY",
        "NO LIABLE !CREDENTIAL",
        "CAP LIABLE",
        "STRONG NOT LIABLE",
        "STRONG DAMAGES !INDEMNIFY",
        "STRONG DISCLAIM",
    ),
    "warranty_disclaimer": ("STRONG DISCLAIM", "STRONG WARRANTY !YOU_WARRANT", "STRONG OUR_THING !YOU_WARRANT !PROHIBIT"),
    "indemnification": ("STRONG",),
    "disclosure_requirements": ("STRONG DISCLOSE_DUTY !PDATA", "STRONG NOTICE !RIGHTS", "DISCLOSE_DUTY YOU PROHIBIT"),
}  # fmt: skip

# Beside another type a type needs more: these conditions replace those above.
PROOFS_BESIDE: dict[str, tuple[str, ...]] = {
    "data_collection": (
        "COLLECTS PDATA !COLLECTED_NOUN !RIGHTS !SHARES !SECURITY !CONSENTS !CHILD",
        "COLLECTS DATA_ITEM !COLLECTED_NOUN !SHARES !RIGHTS",
    ),
    "data_usage": ("USES PDATA PURPOSE !SHARES !RIGHTS !SECURITY !KEEP !COOKIE !CONSENTS !CHILD !MODERATES !PROHIBIT",),
    "data_sharing": ("SHARES THIRD PDATA !RIGHTS !CONSENTS", "SHARES THIRD DATA_ITEM !RIGHTS !CONSENTS", "SELL PDATA !RIGHTS", "SHARES MERGER DATA_WORD"),
    "data_security": ("STRONG MEASURES DATA_WORD !RIGHTS !ACCOUNTS !SHARES !PURPOSE",),
    "privacy_rights": ("STRONG RIGHTS PDATA !ARBITRATE !LICENSE", "RIGHTS OPT_OUT MARKETING", "RIGHTS OPT_OUT ADS"),
    "consent": ("BY_USING BIND TERMS !ARBITRATE !DAMAGES", "STRONG CONSENTS OPT_OUT"),
    "tracking_advertising": ("STRONG COOKIE USES !BAD_USE", "STRONG COOKIE COLLECTS", "STRONG ADS USES !BAD_USE !PAYS"),
    "children_age": ("STRONG MUST_NOT CHILD !BAD_CONTENT", "STRONG CHILD CONSENT"),
    "intellectual_property": ("STRONG IP IP_ACTS !INDEMNIFY !LIABLE !BAD_CONTENT !BAD_USE !PROHIBIT !REFERRAL !MEANS",),
    "payment_fees": ("PAYS FEE YOU STRONG !PDATA !LIABLE !COLLECTS !ADS !SHARES !REFUNDS !INDEMNIFY !ARBITRATE",),
    "platform_discretion": ("DISCRETION DISCONTINUE OUR_THING !PDATA !TERMS !TERMINATES !ENFORCES",),
    "acceptable_use": ("PROHIBIT BAD_USE MUST_NOT YOU !WE_RESERVE !DISCLAIM !LIABLE !INDEMNIFY !CREDENTIAL !IP !SHARES",),
    "restricted_content": ("BAD_CONTENT PROHIBIT POST !LIABLE !DISCLAIM !RIGHTS !ENFORCES",),
    "account_control": ("CREDENTIAL ACCOUNTS LIABLE !COLLECTS",),
    "ai_automated": ("STRONG AUTOMATION AI !SHARES !PDATA", "STRONG RIGHTS AUTOMATION"),
    "developer_api": ("STRONG API MUST_NOT !PDATA",),
    "legal_jurisdiction": ("GOVERN TERMS LAW !ARBITRATE", "STRONG COURT EXCLUSIVE !ARBITRATE", "GOVERN COURT STRONG"),
    "enforcement_actions": ("ENFORCES VIOLATE ACCOUNT !INDEMNIFY", "ENFORCES VIOLATE SUSPEND !INDEMNIFY !COURT"),
    "arbitration": ("STRONG ARBITRATE AGREE", "STRONG ARBITRATE CLASS"),
    "disclosure_requirements": ("DISCLOSE_DUTY YOU STRONG !PDATA",),
    "warranty_disclaimer": ("STRONG DISCLAIM !RIGHTS",),
    "international_transfers": ("TRANSFER COUNTRY PDATA STRONG", "SAFEGUARD_LAW TRANSFER"),
    "monetization_rules": ("STRONG EARNS YOU PAY !LIABLE !PDATA !REFUNDS !LICENSE !ARBITRATE",),
}  # fmt: skip
