"""Plain words for the types of terms and rules: content, conduct, account, money and disputes (see plain.py)."""

from provisions.analysis.lexicon.cues import Cues

CUES: dict[str, Cues] = {
    "acceptable_use": Cues(
        phrases={
            3.6: "only for legal, legal authorized and, legal authorised and, personal or internal business, treat others with respect, help others break, another user's account, other users from using, any other user from using, respect all applicable, inconsistent with applicable law, inconsistent with any applicable, work around ?any ?the ?our security/technical/platform, circumvent geographic, using a vpn, don't break, do harm to, break into our, get around security, impersonating ?other, behave respectfully, use the platform only, gain access to another, attempt~ to gain, automate access, web crawler, crawler~, smoking, follow the instructions, following the laws, obey the law, comply with the law~, comply with applicable, comply with local, copyright notices, framing, benchmark, competing product, competitive product, buy likes, sell your followers, fake accounts, disturbs others, disturb other~, "
            "unreasonable ?or ?disproportionately ?large ?burden load, excessive load, large load, not copy, lawful use, for lawful, unlawful manner, any illegal, solely for your ?own personal, private use, commercial use, commercially exploit, for commercial, sublet, resell, use our tools, commit fraud, fraudulent purpose~, abusive behaviour, abusive behavior, is not tolerated, not tolerate, load on, interferes with, "
            "other users' enjoyment, third party software in, unauthori~ software, exploit~ bugs, collect personal data of other, data of other users, damage the, misuse of, "
            "^ violate any, agree not to use, not use our/the service~/site/platform/product~/software/app to/for, false or misleading reviews, to make money, distribute ?any viruses/malware/worms, unreasonable/excessive number of requests, polite and respectful, be polite/respectful/kind/courteous, pretend~ to be, assum~ the identity, false identity, undermine the purpose~/integrity of, subject to export controls, trade sanctions, economic sanctions, nuclear facilities, life support, comply with any technical, compromise the ?security/integrity/operation/safety, damages the services, activity/activities that violates/violate, activity/activities that is/are harmful, any nuisance, behave inappropriately, inappropriate manner, disguise~ your/its/the location/identity/origin, ip proxying, inauthentic means/activity/behavior/behaviour, barred from using, restricted goods, disrespectful, violates the privacy of, violate the privacy of, defrauding, scamming, noncommercial manner, invalid clicks/impressions/traffic, prohibited from using/installing/accessing, programmatically extract~, rent lease, lease lend, safety of others, harm's way",
            1.8: "prohibited, forbidden, not permitted, not allowed, must not, may not, do not, you agree not, instructions, fraud",
        },
        together=((2.0, "PROHIBIT BAD_USE"), (-2.0, "MUST_NOT BAD_CONTENT !BAD_USE"), (-2.4, "PAY !BAD_USE"), (-2.0, "CHILD"), (-2.0, "LIABLE !BAD_USE"), (-2.4, "COOKIE"), (-2.0, "WE_GET DATUM !BAD_USE"), (-2.4, "OWN_USE DATUM !BAD_USE"), (-2.0, "AI TRAIN"), (-2.4, "REFUND"), (-2.0, "RENEW")),
    ),
    "restricted_content": Cues(
        phrases={
            3.6: "^ content that ?also promotes/encourages/facilitates/attempts/attacks/sexualizes/sexualises/exploits/threatens/harasses/supports/praises/celebrates, not a place to support/praise, imagery of, imagery depicting, not allow content, sexualised, sexualized, child abuse, other people's private, private information of, false information, insults, racism, good morals, avoid posting, avoid contributing, liable in criminal, criminal or civil, graphic content, encourages illegal, encourage~ illegal, promote~ illegal, depicts, depictions of, depiction of, must not be posted, may not be posted, not be uploaded, submit libel~, defame, libel, slander, ridicule, hatefully, racially, ethnically, objectionable, eating disorders, "
            "stolen goods, dangerous goods, prohibited goods, illegal goods, banned items, content you post must, must not contain, may not contain, glorif~, incit~, dehumani~, content that is illegal, illegal acts, videos which, content involving, unlawful material, offensive material, "
            "sexualize~, sexualise~, sexualization, gruesome, torture, dead bodies, derogatory, slurs, nude, prostitution, escort services, human trafficking, hazardous goods/materials, sex toys, endangered species, live animals, calling for violence, calls for violence, contains private information, that harms minors, exploits harms, hate groups, promote/promotes/promoting violence, mocking, hate crimes, wounded, sex work, sextortion, organized crime, dismemberment",
            1.8: "insulting, racist",
        },
        together=((2.0, "BAD_CONTENT PROHIBIT"), (1.4, "BAD_CONTENT POST"), (-2.0, "DATUM WE_GET"), (-1.6, "SENSITIVE DATUM")),
    ),
    "content_moderation": Cues(
        phrases={
            3.6: "uphold the decision, uphold our decision, report illegal content, report suspected, report content, unblock or, restore or unblock, breaks the rules report, report it to us, report posts, report abuse, content may be blocked, blocked in some, check content, check posts, checked by moderators, not check content, monitor user content, review user content, contributions may be deleted, contributions may be removed, may be deleted if, may be removed if, delete or edit, edit or delete, remove your material, label will be, labels to, taken offline, taken down, "
            "screen uploads, scan uploads, moderation team, remove songs, remove films, modify or remove, remove certain, remove or modify, remove titles, disable access to, hide your, lower its rank, reduce the reach, restore it, restore your, refuse your contribution, refuse to publish, shorten or, appeal if, your post has been, delete posts, delete comments, delete messages, delete videos, reject videos, reject submissions, reject content, illegal content within, notices of illegal, posts found, canceled and deleted, "
            "reinstate the, against our community guidelines/standards, otherwise violate, content was disabled/removed",
            1.6: "moderators, removed, taken down, blocked, deleted, posts, listings, contributions",
        },
        together=((2.0, "MODERATES CONTENT"), (-2.4, "DATUM KEEP"), (-2.0, "PDATA"), (-2.4, "DATUM WE_GET"), (-1.8, "TRAIN MODEL"), (-2.0, "LICENSE !REMOVE"), (-2.0, "COOKIE")),
    ),
    "content_license": Cues(
        phrases={
            3.6: "own your content, own your user content, keep all rights in, keep the rights, keep ownership, rights in the content, rights in your, you allow us to copy, allow us to use your content, permission to use what, licence ends when, license ends when, licence is perpetual, ideas and suggestions, without paying you, becomes our property, become our property, deemed to be our property, be our property, our sole property, not claim ownership, claim any ownership, claim no ownership, no ownership of your, use your content, "
            "use of your content, choose the licence, choose the license, licence under which, license under which, licence you select, license that you select, creative commons, name and picture in, adapt and translate, your material for, files belong to you, content belongs to you, belong to you, remain yours, remains yours, stays with you, stay with you, need a licence from you, need a license from you, having the rights needed, rights necessary to post, rights needed to post, own the content you, "
            "responsible for the content, responsible for your content, content that you post, revoke the permission, made public under, your contributions are, grant us, grant other users, licence to your, you own the, own rights to, all rights and interest in such, providing feedback, feedback is, feedback that you, submissions feedback, creative suggestions, sublicense your, distribute your content, publish your content, transmit your content, create derivative, publicly perform, publicly display, "
            "permissions you give, edit or translate your, format changes to your, show it to people, use and publish the, use and disclose your feedback, responsible for everything you, responsible for ?all content that you, responsible for archiving/backing, licence/license continues, licences/licenses continue, licence/license granted by you, rights granted by you, your content may be viewed/seen/copied, submitted content, rights to use your content, all rights necessary, hold all of the rights, hold all rights, necessary rights and, necessary rights to such/post/grant/provide, necessary legal rights, rights and licenses necessary, have the right to share, the right to share, use your creation~, legal permissions to use, back up ?copies ?of your content, licences/licenses will terminate/end, rights to the content",
            1.8: "your content, ownership, feedback, suggestions, licence, contributions",
        },
        together=((2.0, "LICENSE CONTENT YOU"), (-1.8, "BAD_CONTENT"), (-2.0, "DATUM !CONTENT"), (-1.6, "PROHIBIT !LICENSE")),
    ),
    "intellectual_property": Cues(
        phrases={
            3.6: "all other rights, such rights are reserved, or its third party licensors, and its third party licensors, claim is infringing, claim~ to be infringing, claimed to be infringing, allegedly infringed, allegedly infringing, physical or electronic signature, penalty of perjury, copyright ?has ?been infringed, infringe~ copyright, infringement claims, part of this site may be, copied without our, not expressly granted, rights not expressly, print one copy, ownership of virtual, licence to use them, license to use them, third party software included, own licence, designated agent, brand features, bear the mark, embed our player, link to our, frame our, patents, patent, rights reserved, "
            "belong~ to us, our property, our trade~, registered trade~, without our written, written permission, copyright law~, licensed not sold, source code, personal revocable licen~, limited personal, limited licen~, revocable licen~, non transferable licen~, nontransferable, infring~ ?the ?intellectual rights, trade dress, digital millennium, improvements to the service, "
            "no right title, rights to use the marks/logo~/trademark~, licence/license doesn't/covers/cover, licence/license that we give, licence/license we give/grant, imply ?any affiliation/sponsorship, state or imply, our branding, takedown notice, personal and noncommercial, personal non commercial, owns or licenses, receive no rights, goodwill, digital rights management, written permission of, prior permission of, express permission, maintain/maintains all rights, transferring any ownership",
            1.8: "copyright, trademark~, licence, license, patents, logo~, rights reserved",
        },
        together=((1.6, "IP OUR_THING"), (-1.8, "DATUM WE_GET"), (-2.0, "INDEMNIFY"), (-1.6, "DAMAGES LIABLE"), (-1.6, "BAD_CONTENT !IP")),
    ),
    "developer_api": Cues(
        phrases={
            3.6: "number of requests, requests per, developers may, developers must, developer is responsible, the developer, interfaces, old versions are supported, apps must, your app must, your application must, the public interface, programs that work with, sandbox, test accounts, by developers, api documentation, through the api, access to the api, use of the api, client id, oauth",
            1.6: "developers, api, interface~, application",
        },
        together=((-2.0, "DATUM WE_GET"), (-2.0, "COOKIE")),
    ),
    "account_control": Cues(
        phrases={
            3.6: "unauthorized use of their account~, contact information up to date, need an account, have an account, set up an account, own account, using your account, use your account, somebody else is using, someone else is using, information in your account, your account must, user names must, username~ must, log out, log off, sign out, purchases made with, purchases made through, account holder, for their account, administrator for, confirm your phone, verify your account, before you can use the account, more than one account, accounts are personal, "
            "real name~, not require registration, no registration, without an account, login details, lost or stolen, through your account, permit others to use, reclaim a username, devices may be connected, answers for what, on behalf of a company, on behalf of an organi~, bind the company, protect your password, choose a password, "
            "true identity, valid email address, valid e mail address, lose your account, forget your password, registers the account, requires an account, require an account, registered member~, party may be using, suspect~ any unauthori~, suspect that any, monitor your account, authority to bind, signup process, sign up process, sign in details, share accounts, multiple accounts",
            1.6: "account, password, username, login, registration",
        },
        together=((-1.8, "DATUM WE_GET"), (-2.0, "ADS"), (-1.8, "KEEP HOW_LONG"), (-1.8, "RENEW"), (-2.0, "DELETE"), (-2.0, "REMOVE CONTENT"), (-2.0, "END ACCOUNT")),
    ),
    "termination": Cues(
        phrases={
            3.6: "may end its relationship, may end our relationship, granted to you under these terms will, cancel your membership, end this agreement, end the agreement, end the contract, end your ?use/access/account/subscription, accounts that have not been used, not been used for, cancel the contract, cancel this contract, account is closed, lose access to everything, end the service for, right to use ?the ?our ?app ?service ?site ends, withdraw from the contract, withdraw from this agreement, terminates automatically, terminate automatically, automatically terminate~, cancellation of the account, want to leave, wish to leave, "
            "leave the service, indefinite period, stop offering the, refuse to continue, give up the, for good cause, important cause, upon expiry, expiry of, term of this agreement, months' notice, month's notice, days' notice, any rights granted to you, cease all use, cease using, delete ?your account, close ?your account, accounts will be closed, account may be deleted, accounts may be deleted, account has been inactive, long term inactive, terminate ?the contract, terminate ?your, "
            "activity associated with your, in breach of the law, legal or regulatory risk~, reserve the right to terminate, cancellation requests, surviv~, shall survive, "
            "stop using ?the ?our service~ at any time, stop accessing, terminate this licence/license, not log in, remain in effect after",
            1.8: "terminate, termination, cancel, cancellation, closed, ends, notice period, expire",
        },
        together=((1.4, "END TERMS YOU"), (-2.0, "RENEW SUBSCRIPTION"), (-2.2, "ARBITRATE"), (-2.0, "DAMAGES LIABLE"), (-2.0, "COOKIE"), (-1.8, "FEE !ACCOUNT"), (-2.2, "DATUM KEEP")),
    ),
    "enforcement_actions": Cues(
        phrases={
            3.6: "cancel your upcoming, points forfeited, points are forfeited, account restriction~, restrictions on your account, limit your account, repeated offences, repeated offenses, may terminate your, terminate your access, cancel your account if, will be excluded, be excluded, block your access, issue a warning, issue warnings, close your account depending, strike remains, criminal acts, against the suspension, lock your account, unusual activity, hold back your, removed from the vehicle, be removed from, result in suspension, impose a fine, fine of, penalty fare, contractual penalty, privileges may be, withdrawn if you, breaks the law, break the law, restrict your, deny you access, "
            "denied access, access for good, will be taken away, taken away, confiscat~, invalidate, reasons for the suspension, suspend~, suspension, ban~ from, permanent banned, violation may, violations may, violations of, if you break, breach any of, fail to follow, fails to follow, failure to pay, legal steps, further proceedings, report you to, reported to the police, reported to law, limit what you can, revoke, sanctions, repeat offend~, in breach of, "
            "hold cancel or reverse, reverse any transaction, refuse to process, withhold for investigation, gets/get a copyright strike, strike has been, loss of access to",
            1.8: "ban, penalty, restrict, breach",
        },
        together=((1.6, "SUSPEND YOU WE"), (-2.2, "ARBITRATE"), (-2.2, "DISCLAIM"), (-2.0, "COOKIE"), (-2.2, "DATUM SECURITY"), (-2.0, "INDEMNIFY"), (-2.4, "LIABLE DAMAGES"), (-2.0, "PROHIBIT BAD_USE !SUSPEND")),
    ),
    "platform_discretion": Cues(
        phrases={
            3.6: "may stop providing, stop permanently or temporarily, limit the speed, reduce the speed, change any feature, may remove some of, permanently or temporarily stop, change or stop any, stop any part, transfer our rights, transfer its rights, transfer our obligations, assign this contract, not assign this, not assign these, interrupted for maintenance, maintenance work, for maintenance, set limits on, limits on storage, may be altered, without prior announcement, alter the functions, functions of the service, replace the vehicle, change the route, update the timetable, slow down your, throttl~, continuing waiver, waiver of any, no waiver, claim to the continued, "
            "whenever we choose, limit the availability, restrict the availability, availability to, refuse transport, refuse to provide, decide at our, decide alone, determined by us, determine in our, own discretion, correct errors, accept an order, reject an order, refuse an order, cancel an order, beta features, remove features, no longer offer, not obliged to provide, under no obligation, no obligation to provide, as we see fit, at any time change the, "
            "change the functions, modify the functions, enforce a right, right to disclose, levy a charge, grant or deny",
            1.8: "discretion, discontinue, maintenance",
        },
        together=((-1.6, "TERMS CHANGE"), (-1.4, "DATUM"), (-1.4, "SUSPEND YOU"), (-1.6, "END ACCOUNT"), (-1.2, "REMOVE CONTENT")),
    ),
    "policy_changes": Cues(
        phrases={
            3.6: "previous changes, changes were published, way we handle your personal, previous version of this, previous terms, important changes, changes by email, check this page, check our website, page regularly, version in force, current version, most recent changes, recent changes, latest version, not accept the amendments, accept the changes, accept the amendments, agree to the changes, do not agree to the changes, consent to the change, amendments will, notice of change~, change is deemed, no change is valid, previous versions, prior versions, unilaterally adapt, adapt the contract, adapt these, revision~, "
            "an updated notice, updated notice, takes effect on the day, take effect on, will take effect, become effective, new version, any amendment~, amended from time, as amended, may change from time, may be amended, may be revised, changes to these, changes to our, change this, change these, amend this, amend these, revise these, updated from time, notify you of any, archive of, publish the changes, post the revised, posted here, effective immediately upon posting",
            1.6: "amendments, changes, revised, amend, modify",
        },
        together=((1.8, "CHANGE TERMS NOTICE"), (1.4, "CHANGE TERMS MAY"), (-2.2, "DATUM WE_GET !TERMS"), (-2.0, "RENEW")),
    ),
    "payment_fees": Cues(
        phrases={
            3.6: "may be charged for, fees associated with, prices include, prices exclude, value added tax, raise our prices, raise prices, increase prices, version is free, is free of charge, are free of charge, payment fails, charge interest, payment service, cash value, valid payment details, euros a piece, per person, by card or, bank transfer, charge for features, charge for, deposit has to, pay a deposit, impose a fine, mobile operator, data traffic, data charges, carrier charges, cancellation fee~, fee for late, late fee~, you must pay, pay the price, agree to pay, "
            "has to be paid, be paid by, amount due, amounts due, due in advance, fees are due, currency, levy a charge, additional costs, extra charges, charge fees, purchases made, billed, invoice~, price~ shown, fare~, ticket price, costs of, subscription price, charged to your, credit card will be, debit, "
            "no fee is charged, fee is charged, fee only applies, fees ?may/will apply, charges ?may/will apply, rates ?may/will apply, data rates, usage charges, access charges, repair charges, in cash, handling charges/fee~, booking fee~, price list, promotional rate~/price~, payment date~, fees may vary, withholding tax~, mobile fees/charges, telephone charges, charges made by your, responsible for paying, amount you owe, deduct amounts/any/the, gift cards cannot/may, rounded up, no cost to, international rates, usage prices, transaction fee~, domestic rate~, payment may ?also be made, paid for by",
            1.6: "price~, fee~, payment, pay, charge, euros, dollars",
        },
        together=((1.4, "PAY FEE WE"), (-2.4, "DATUM !PAY_ITEM"), (-2.4, "LIABLE"), (-2.4, "INDEMNIFY"), (-2.0, "ARBITRATE"), (-2.4, "COURT"), (-2.0, "LICENSE_TRAIT"), (-2.0, "ADS"), (-2.0, "AI"), (-2.0, "LICENSE"), (-2.0, "TRANSFER COUNTRY")),
    ),
    "auto_renewal": Cues(
        phrases={
            3.6: "plan is renewed, before your plan, period you have paid, end of the period, until the end of the billing, before the trial ends, trial is over, trial period, starting a trial, extended automatically, extended by, recurring, renewals are, renewal~, renew~, next billing, gives notice before, billed every, charged every, continuous subscription~, subscriptions are continuous, turns into a paid, converts to a paid, "
            "cancel your billing, billing date, cancel your plan/trial/participation/subscription~, next renewal, monthly plan, yearly plan, subscriptions renew, future charges",
            1.6: "trial, cancel, automatically",
        },
        together=((1.4, "RENEW WE"), (-2.0, "IP"), (-2.0, "DATUM WE_GET")),
    ),
    "refunds": Cues(
        phrases={
            3.6: "entitled to a refund, won't be refunded, not be reimbursed, be reimbursed, will be reimbursed, not reimbursed, lose the right to withdraw, right to withdraw once, exchanged for cash, redeemed for cash, cancellation up to, full price is due, not repaid, be repaid, are repaid, paid back, pay back, price will be, not entitled to compensation, compensation for unused, unused credits, unused part, get your money, return the goods, return the product, cancellation fee~, no compensation, within fourteen days, right of revocation, "
            "entitled to any refund, to any refund, prorated refund, pro rata refund, partial refund, full refund, able to refund, refund any, will not be restored, voucher cannot, returned amount, cost/costs of return shipping, return shipping costs/fees, returned item~, return your/the equipment/item~/product~/device, cancel an order, cancel your order, cancelled order~, statutory withdrawal, returned within, require return of, sole remedy is to return",
            1.6: "cancellation, return, unused",
        },
        together=((-1.8, "DAMAGES LIABLE"), (-2.0, "DATUM")),
    ),
    "monetization_rules": Cues(
        phrases={
            3.6: "advertising revenue, earn money, to earn, earn a, earn advertising fees, commission on, commission for, withhold earnings, are paid 24, paid after, receive half, share of purchases, affiliates earn, rewards and points, points expire, points balances, partner programme, get the fare, our service fee, referral bonus~, bonuses are, creators receive, sellers receive, sellers pay, hosts are, drivers get, tips go, affiliate program~, redeem~ points, "
            "earned points, points are, earn points/credit~/rewards, earn and redeem, redeemed for rewards, redeem~ credit~, rewards are, cashed out, transfer points, not eligible to earn/monetize, monetisation/monetization tool~, taxes from payouts, withdraw your money/balance, seller proceeds, commission rate~, credit must be redeemed, credits must be redeemed, points cannot, points have no, redeem your points, points required, redeem no more than, your points",
            1.6: "earnings, revenue, points, creators",
        },
        together=((-2.0, "DATUM"), (-2.0, "COOKIE"), (-1.8, "LIABLE")),
    ),
    "arbitration": Cues(
        phrases={
            3.6: "amicable settlement, settle any dispute, arbitrat~, arbitral, dispute settlement, dispute resolution platform, online dispute resolution, dispute resolution, consumer board, alternative dispute, mediation, mediator, hearings may, resolve disputes informally, informal resolution, informally resolve, settle the matter informally",
        },
    ),
    "class_action_waiver": Cues(
        phrases={
            3.6: "only on an individual, on an individual basis, individual capacity, join the claims, claims of several, class waiver, consolidate claims, consolidate the claims, collective proceedings, group action, collective redress, waive a jury, "
            "group lawsuit, representative capacity",
        },
    ),
    "legal_jurisdiction": Cues(
        phrases={
            3.6: "consumer dispute body, any lawsuit filed, courts will/shall have, courts have jurisdiction, home courts, state or federal court, federal or state court, court located in, resolve it exclusively, resolved exclusively in, sue in, applicable law is, law of new york, english law, swiss law, german law, french law, irish law, california law, dutch law, swedish law, law applies, laws apply, consumer protection law~ of, mandatory consumer, remains unaffected, remain unaffected, lawsuits, be filed in, brought in the courts, time barred, become barred, claims expire, objection to the venue, interpreted under, construed under, subject to the jurisdiction, complaints must be made, claims must be made, "
            "made in writing within, within two months after, laws of the country, laws of, governed under the laws/law, courts in, court in, local courts, registered office of the company, small claims, legal action lies, any claim must, must be brought, be brought within",
            1.6: "jurisdiction, courts, law, venue, claims",
        },
        together=((1.2, "GOVERN TERMS LAW"), (-2.4, "GOVERN !LAW !COURT"), (1.4, "COURT EXCLUSIVE"), (-1.6, "COMPLY LAW !COURT"), (-1.6, "DISCLAIM !COURT"), (-2.0, "CHILD"), (-2.0, "SITES !COURT")),
    ),
    "liability_limitation": Cues(
        phrases={
            3.6: "your own acts and omissions, acts and omissions of anyone, assume all risk~, assumes all risk~, assume the risk~, assumption of risk, cannot claim damages, excludes all liability, exclude all liability, compensation is limited, limited to a maximum, maximum amount, compensation of any, allow these limits, not allow these, not allow the exclusion, not allow the limitation, only remedy, sole remedy, exclusive remedy, not to blame, answer for them, not answer for, own risk, alone are responsible, alone is responsible, responsible for the content, consequences of posting, release us, you release, owe no compensation, no compensation, claims can be made, claims against us, bear the risk, risk of loss, "
            "limits liability, limit liability, death or personal injury, gross negligence, not responsible, cannot be held, liability is, our liability, accept no, responsibility of the user, assume~ no, lies with, force majeure, not endorse, any loss, any damage~, lost luggage, claims arising from, bear the risk, "
            "not compensate you, no expectation of compensation, disclaims any responsibility, disclaim any responsibility, most that we, not reasonably foreseeable, such damages, disclaims all responsibility, disclaim all responsibility, regardless of the form of action",
            1.6: "liability, responsible, compensation, losses",
        },
        together=((1.8, "NOT LIABLE"), (1.4, "CAP DAMAGES"), (-2.4, "ACCOUNTS !NOT"), (-2.4, "DATUM !LIABLE"), (-2.0, "CHILD"), (-2.4, "BAD_USE !LIABLE"), (-2.0, "COMPLY LAW !DAMAGES"), (-2.4, "INDEMNIFY"), (-2.0, "ARBITRATE")),
    ),
    "warranty_disclaimer": Cues(
        phrases={
            3.6: "own discretion and risk, substitute for professional, substitute for advice, a substitute for medical/legal/financial, not make any representation~, creates any warranty, create any warranty, should not rely on, must not rely on, incorrect biased or incomplete, without any guarantee, not promise that, always be available, free of errors, free from errors, information is correct, correct or complete, complete or accurate, defects will be, not professional advice, not legal advice, investment advice, medical advice, legal advice, informational purposes, suitability of, implied warrant~, guarantee that a, vouch for, up to date but, views of our, opinions expressed, opinions in comments, those of their authors, may contain mistakes, may contain errors, "
            "may be inaccurate, not be accurate, may not be accurate, who they claim, no assurance, free of viruses, statutory rights, not promised, not warrant, not guarantee~, not binding, are estimates, guaranteed by the manufacturer, reliability, timeliness, accuracy of, "
            "financial legal or, legal or compliance advice, tax advice, other warranties, not make any specific, specific promises, may include inaccuracies, inaccuracies or, independently verify~, independently confirm~, not required to verify, health care advice, healthcare advice, no claims or promises, defects in the operation",
            1.6: "guarantee, available, errors, endorse, promise",
        },
        together=((2.0, "DISCLAIM OUR_THING"), (-2.0, "LIABLE DAMAGES !DISCLAIM"), (-2.6, "DATUM SECURITY"), (-2.0, "COLLECT PDATA"), (-2.0, "ARBITRATE"), (-2.4, "YOU_WARRANT"), (-2.0, "FEE"), (-2.0, "CHILD")),
    ),
    "indemnification": Cues(
        phrases={
            3.8: "compensate us, compensate the, reimburse us, reimburse our, our lawyers' fees, losses and legal costs, legal costs caused, sues us, sue us because, you pay for it, defends us, defend us, free from any third, keep us free, liable to us, damage you cause, damage to the vehicle must, paid for by the passenger, harmless, third party claims arising, claims of third parties based",
        },
    ),
    "disclosure_requirements": Cues(
        phrases={
            3.6: "post is sponsored, clearly when a, have to be labelled, must be labelled, be marked as, be labelled as, be labeled as, have to disclose, must reveal, reveal who paid, must state clearly, state clearly, disclose gifts, payments they have received, name and address as, identify themselves, monthly active users, must say so, say so, affiliate links, receive a commission, automated accounts, talk to a bot, tell you if a government, if a government asks, inform you before we disclose, notify you before we disclose, "
            "resist requests, challenge requests, invalid requests, legal requests for, government requests, requests from authorities, law enforcement requests, sponsored",
            1.6: "disclose, sponsored, requests",
        },
        together=((-2.4, "DATUM SHARE !NOTICE !TOLD_LAW"), (-2.0, "CONSENT"), (-1.8, "COOKIE")),
    ),
}  # fmt: skip
