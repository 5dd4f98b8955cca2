"""Cues for the types about the account, enforcement, changes and money."""

from provisions.analysis.lexicon.cues import Cues

CUES: dict[str, Cues] = {
    "account_control": Cues(
        phrases={
            4.6: "your password, account credentials, responsible for maintaining, responsible for safeguarding, confidentiality of your, activities that occur under, activity ?that occurs under, all activity on, unauthorized use of your, create an account, accurate and complete, keep your password, share your account, "
            "transfer your account, account information, register for an account, password and, account security, your username, one account, someone else's account, log in credentials, login credentials, under your account, security of your account, activities under, your account is personal, not share your, real name, accurate information, truthful information, pseudonym~, "
            "accurate current, registered user~, registration information, do not need to register, without registering, sign up for, only have one, personal account, account secure, keeping your account, require you to register, "
            "accurate complete and, accurate current and, register accounts",
            2.0: "password, username, usernames, user names, register, your account, registration, credentials, account holder, login, log in, accounts, registering",
        },
        together=(
            (2.2, "CREDENTIAL ACCOUNT"),
            (1.6, "CREDENTIAL LIABLE"),
            (1.0, "ACCOUNT LIABLE YOU"),
            (-1.8, "COLLECT PDATA !CREDENTIAL"),
            (-1.4, "END ACCOUNT"),
            (-1.4, "SUSPEND ACCOUNT"),
            (-1.2, "COOKIE"),
            (-1.2, "DELETE ACCOUNT"),
            (-1.2, "ARBITRATE"),
            (-1.0, "RENEW"),
            (-1.2, "USE PURPOSE PDATA"),
            (-1.0, "RIGHT_VERB YOU_CAN PDATA"),
            (-1.2, "CHILD"),
            (-1.2, "SHARE THIRD PDATA"),
            (-0.8, "KEEP HOW_LONG"),
        ),
        headings={
            2.5: "your account, account, accounts, registration, password, account security, usernames, account registration, creating an account, sign up, user account"
        },
    ),
    "termination": Cues(
        phrases={
            4.6: "terminate your, terminate ?this agreement, terminate these terms, termination of your, may terminate, right to terminate, terminate or suspend, suspend or terminate, terminate the agreement, upon termination, delete your account, close your account, cancel your account, termination of this, survive termination, survive ?any termination, terminate access, terminated, delete ?your accounts, after termination, "
            "effect of termination, discontinue your use, stop using the service~, deactivate your account, terminate for cause, terminate the contract, terminate immediately, delete the account, terminating your, cancel this agreement, account termination, termination of service, closing your account, terminate our, termination, canceled and deleted, delete its account",
            1.8: "terminate, terminates, close, deactivate, inactivity, inactive, survive",
        },
        together=(
            (2.2, "END ACCOUNT"),
            (1.4, "END TERMS"),
            (1.2, "END ANY_TIME"),
            (1.0, "END NOTICE"),
            (0.8, "END VIOLATE"),
            (-1.6, "RENEW !ACCOUNT"),
            (-1.4, "KEEP PDATA"),
            (-1.2, "COLLECT PDATA"),
            (-1.6, "COOKIE"),
            (-1.4, "PAY FEE !ACCOUNT"),
            (-1.0, "RIGHT_VERB YOU_CAN PDATA"),
            (-1.6, "MERGER"),
            (-1.0, "ARBITRATE"),
        ),
        headings={
            2.6: "termination, terminate, term and termination, ending, closing your account, cancellation, suspension, account deletion, terminating, deletion of account, survival"
        },
    ),
    "enforcement_actions": Cues(
        phrases={
            4.6: "suspend your, suspend or terminate, terminate or suspend, suspension or termination, suspend ?access, suspended, ban you, permanently ban, account suspension, suspend or disable, disable your account, disabling or suspending, limit your access, restrict your access, revoke your access, take action against, enforcement action~, take appropriate action, strikes, permanent suspension, "
            "violation of these terms may, violations may result, repeat infringers, locked, temporarily or permanently, blocked from, removal from the, terminate the accounts, penalties, suspending, refuse access, deny access, if you violate, if you breach, if we believe you, range of enforcement, repeated violations, severe violations, enforce our rules, "
            "suspend user~, suspend the account~, may result in, suspend accounts, ban users, removing such people, prohibit you from using, restrict access",
            2.0: "suspend, suspension, ban, banned, violate, violation, violations, enforcement, block",
        },
        together=(
            (2.4, "SUSPEND VIOLATE"),
            (1.6, "SUSPEND ACCOUNT"),
            (1.0, "SUSPEND ANY_TIME"),
            (1.0, "VIOLATE END ACCOUNT"),
            (-1.8, "COOKIE"),
            (-1.8, "PDATA !SUSPEND"),
            (-1.2, "IP NOTICE"),
            (-1.4, "DISCONTINUE OUR_THING !ACCOUNT"),
            (-1.6, "RIGHT_VERB YOU_CAN !VIOLATE"),
            (-1.0, "ARBITRATE"),
            (-1.4, "INDEMNIFY"),
            (-1.4, "SHARE THIRD PDATA"),
            (-1.0, "MUST_NOT BAD_USE !SUSPEND"),
        ),
        headings={
            2.5: "enforcement, suspension, violations, consequences, strikes, penalties, account suspension, what happens if you violate, breach, ban, sanctions, enforcement options, restrictions on accounts"
        },
    ),
    "platform_discretion": Cues(
        phrases={
            4.4: "sole discretion, absolute discretion, right to modify or discontinue, modify or discontinue, discontinue the service~, change or discontinue, no obligation to, right to refuse, we reserve the right, reserves the right, assign ?these ?our rights, without liability to you, stop providing, suspend the service~, refuse service, add or remove, "
            "right to discontinue, discontinue any, may discontinue, may change the service~, modify the service~, we may assign, cease providing, suspend or discontinue, shut down, our discretion, its discretion, failure to enforce, failure to exercise, constitute a waiver, constitute waiver, not be ?considered ?deemed a waiver, change our service~, features at any time, modify suspend, temporarily or permanently, without notice, are evolving, changing our services, upgrades",
            1.8: "discretion, discontinue, for any reason, at any time, reserve the right, assign, refuse",
        },
        together=(
            (2.2, "DISCONTINUE ANY_TIME"),
            (1.4, "DISCONTINUE OUR_THING WE"),
            (1.0, "WE ANY_TIME OUR_THING MAY"),
            (-1.6, "TERMS CHANGE !DISCONTINUE"),
            (-1.6, "PDATA"),
            (-1.4, "ARBITRATE"),
            (-1.6, "REMOVE CONTENT !DISCONTINUE"),
            (-1.4, "END ACCOUNT !DISCONTINUE"),
            (-1.2, "SUSPEND VIOLATE"),
            (-1.6, "OPT_OUT YOU_CAN"),
            (-1.2, "LICENSE EXPLOIT"),
            (-1.0, "LIABLE DAMAGES"),
            (-1.0, "PAY FEE"),
            (-1.0, "DISCLAIM WARRANTY"),
            (-1.4, "RENEW"),
        ),
        headings={
            2.2: "changes to the service~, modifications to the service~, discontinuation, assignment, availability, our rights, reservation of rights, modification of service~, no waiver, waiver, changes to our services, service changes"
        },
    ),
    "policy_changes": Cues(
        phrases={
            4.8: "changes to this ?privacy policy/statement/notice/agreement, changes to these terms, changes to our ?privacy policy, update this ?privacy policy/statement/notice, change these terms, modify these terms, update these terms, revise these terms, amend these terms, modify this agreement, amend this agreement, changes to the terms, change this ?privacy policy, "
            "modify the terms, amend the terms, change the terms, update ?our ?this privacy, revised policy, revised terms, updated terms, material changes, changes to this, change our ?privacy policy, changes will be effective, changes become effective, post the changes, posting the revised, check back, review this ?privacy policy, changes are effective, notify you of ?any changes, "
            "changes in our ?privacy policy, updates to this, revise this, modify this, right to change, right to modify ?or ?amend ?these, amended terms, modified terms, new terms, may be updated, may be changed, subject to change, changes to our terms, may be modified, updated from time to time, updated version, changes take effect, before the changes, review this privacy notice, notify you before, modification to these, changes or modifications, any modification~ to, terms unilaterally, changes and/or additions, changed from time to time, we make changes, updates to these",
            1.6: "from time to time, most current version, latest version, effective date, prior notice, previous versions, advance notice, periodically, updated",
        },
        together=(
            (1.8, "CHANGE TERMS"),
            (1.4, "CHANGE TERMS WE"),
            (1.6, "CHANGE NOTICE ANY_TIME"),
            (1.0, "CHANGE TERMS ANY_TIME"),
            (1.4, "CHANGE TERMS NOTICE"),
            (1.8, "CONTINUED_USE BIND"),
            (1.0, "CONTINUED_USE CHANGE"),
            (4.0, "CHANGE FEE ANY_TIME WE"),
            (-2.6, "COOKIE"),
            (-1.8, "RIGHT_VERB YOU_CAN PDATA !TERMS"),
            (-1.4, "PAY FEE !TERMS !CHANGE"),
            (-2.0, "ARBITRATE"),
            (-2.0, "MERGER"),
            (-1.6, "LICENSE EXPLOIT"),
            (-1.6, "SUSPEND ACCOUNT"),
            (-1.4, "BAD_USE"),
            (-1.6, "COLLECT PDATA"),
            (-1.0, "CREDENTIAL"),
            (-1.4, "WARRANTY DISCLAIM"),
            (-1.2, "SHARE THIRD PDATA"),
            (-1.0, "DATE_LINE !WE"),
            (-1.4, "GOVERN"),
        ),
        headings={
            2.6: "changes to this, changes to these, changes to our, changes to the, modifications, amendments, updates to, policy changes, modification of, changes to terms, changes in, revisions, change of terms, changes, amendment"
        },
    ),
    "payment_fees": Cues(
        phrases={
            4.6: "payment method~, credit card, applicable taxes, you agree to pay, all fees, fees are, subscription fees, service fee~, billing information, pay for, price changes, change our prices, change ?the ?our fees, prices may, prices are, payment processor~, late payment, you will be charged, charge your, fees for, cost of, transaction fees, unpaid, "
            "payment terms, in app purchase~, currency conversion, overdue, taxes, purchase price, billing methods, virtual currency, virtual items, pay us, we charge, exclusive of, pricing, payment information for, payable, invoice, fees and charges, a commission, commission of, commissions, amounts owed, promo code~, free of charge, no charge, paid services, payments are, payment is due, extra charge, additional charge, "
            "sales tax~, internet access charges, usage fees, undisputed amounts, upfront payment~, exchange rate~, delivery fee~/charge~, shipping charges/costs/fee~, amounts you owe, responsible for ?all/any ?applicable fees/taxes/charges/costs, cancellation fee~, price you pay, price you'll pay",
            1.8: "fees, fee, price, prices, payment, billing, charged, pay, purchase, purchases, cost, costs",
        },
        together=(
            (2.0, "PAY FEE YOU"),
            (1.0, "FEE CHANGE"),
            (0.8, "PAY SUBSCRIPTION"),
            (-2.0, "LIABLE DAMAGES"),
            (-1.8, "ARBITRATE"),
            (-2.2, "INDEMNIFY"),
            (-1.8, "COLLECT PDATA"),
            (-1.6, "SHARE THIRD PDATA"),
            (-1.6, "LICENSE EXPLOIT"),
            (-1.4, "USE PURPOSE PDATA"),
            (-1.6, "COOKIE"),
            (-1.2, "SECURITY PDATA"),
            (-1.0, "EARN"),
            (-1.4, "COURT"),
            (-1.4, "CAP LIABLE"),
            (-3.0, "LICENSE_TRAIT"),
            (-1.2, "BAD_USE MUST_NOT"),
            (-1.2, "DATA_ITEM"),
        ),
        headings={
            2.6: "payment~, fees, pricing, prices, billing, taxes, charges, fees and payment, paid services, purchases, price changes, payments and"
        },
    ),
    "auto_renewal": Cues(
        phrases={
            4.8: "automatically renew~, auto renew~, automatic renewal, automatically be renewed, renews automatically, auto renewal, recurring billing, recurring payment~, recurring basis, free trial~, cancel your subscription, before the renewal, until you cancel, until cancelled, until canceled, recurring charge~, cancel before, end of your free trial, subscription will continue, subscription renews, "
            "end of the ?then ?current billing, automatically continue, unless you cancel, unless cancelled, re occurring, renewal date, cancel at any time, renewal term, end of the trial, renewed automatically, cancel your membership, automatically extend~, automatically charged, "
            "continuously subscribe, stops future charges, offer trials, trials of, end of your current",
            1.8: "renewal, renew, recurring, subscription, trial, cancellation",
        },
        together=(
            (2.4, "RENEW SUBSCRIPTION"),
            (1.4, "RENEW PAY"),
            (1.2, "END SUBSCRIPTION"),
            (-1.6, "PDATA"),
            (-2.2, "COLLECT DATA_WORD"),
            (-1.0, "LICENSE"),
            (-1.2, "ARBITRATE"),
            (-1.2, "LIABLE DAMAGES"),
        ),
        headings={
            2.6: "renewal, auto renewal, automatic renewal, recurring, free trial~, subscription~, cancellation, cancel, cancelling, trials"
        },
    ),
    "refunds": Cues(
        phrases={
            2.4: "non refundable, nonrefundable, no refunds, sales are final, not refundable, not refund",
            4.8: "refund~, non refundable, nonrefundable, refundable, money back, no refunds, entitled to a refund, eligible for a refund, refund policy, final and non, all sales are final, sales are final, cooling off, right of withdrawal, return policy, partially used, refunded, reimburse you, withdrawal period, request a refund, right to withdraw from",
            1.5: "reimburse, reimbursement, credits, returns",
        },
        together=((1.0, "REFUND PAY"), (-1.2, "LIABLE DAMAGES"), (-1.4, "INDEMNIFY"), (-1.0, "PDATA")),
        headings={
            2.6: "refund~, refunds, returns, right of withdrawal, cooling off, cancellations and refunds, money back, withdrawal right"
        },
    ),
    "monetization_rules": Cues(
        phrases={
            4.8: "payout~, revenue share, ad revenue, partner program, monetization, monetisation, monetize, eligible to earn, creator fund, your earnings, earnings, affiliate program, seller fees, pay you, royalties, withhold payment, payments to you, paid to you, your revenue, payout threshold, tips, host payout, seller account, disbursement, owed to you, cash out, receive payment~",
            1.5: "eligibility, creators, sellers, hosts, revenue, rewards, commission, drivers",
        },
        together=(
            (1.4, "EARN YOU PAY"),
            (1.0, "EARN ANY_TIME"),
            (-1.6, "PDATA"),
            (-2.2, "LIABLE DAMAGES"),
            (-1.8, "LICENSE_TRAIT"),
            (-1.6, "LICENSE EXPLOIT"),
            (-1.6, "ARBITRATE"),
            (-1.4, "INDEMNIFY"),
            (-1.2, "REFUND"),
        ),
        headings={
            2.6: "monetization, payouts, earnings, partner program, revenue, creator, creators, sellers, royalties, eligibility to earn, rewards"
        },
    ),
}
