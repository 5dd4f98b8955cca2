"""Concepts: the words that mean the same to the tagger, written once and combined by the cues of each type.

Notation of a phrase: words separated by spaces; `a/b` either word; `?a` the word may be missing; `a~` the word in
all its regular forms (verb or plural). Phrases are separated by commas. Hyphens count as spaces.
"""

CONCEPTS: dict[str, str] = {
    # who
    "WE": "we, us, our, ours, we'll, we're, we've",
    "YOU": "you, your, yours, yourself, user~, member~, customer~, individual~, visitor~, subscriber~, users'",
    # modality
    "MAY": "may, might, can, could, reserve~ the right, are/is entitled to, have/has the right, at ?our ?sole discretion",
    "YOU_WARRANT": "you represent and warrant, you hereby represent, you represent, you warrant",
    "ASSIGN": "assign, assigned, delegate, assignment",
    "WE_RESERVE": "reserve~ the right, reserve~ all rights, our right to, we have the right, right in our, has the right in its, we shall have the right",
    "NOT": "not, never, don't, doesn't, won't, can't, cannot, neither, nor, isn't, aren't, didn't, n't, without",
    "NO": "no, none",
    "AGREE": "agree~, accept~, acknowledge~, consent~, acceptance, agreement to be bound",
    "MUST_NOT": "must not, may not, shall not, will not, cannot, can't, not to, do not, don't, are not allowed, "
    "not permitted, prohibit~, forbid~, forbidden, is/are strictly prohibited, shouldn't, should not, agree not, "
    "not allowed, never, you won't, refrain from, are not authorized, ban~, agree to not",
    # data
    "PDATA": "personal/private ?identifiable/identifying/health information/data/details/info, "
    "personally identifiable/identifying information/data, your ?personal/account/profile/private/device "
    "information/data/details, information about/concerning/relating you/users, pii, user/customer/member/player "
    "information/data, data about you, your phone number, "
    "your email address, your e mail address, your contacts, address book, phonebook, log data, usage data, "
    "information we collect~/obtain~/receive~/have/gather~, data we collect~/hold, users' information/data, "
    "information from you, information of/on our/its users/customers/visitors, the/such/this/that/any/certain/other information, "
    "these/such/this/the data, non ?personally personal/identifiable/identifying information/data, aggregate~ ?and/or "
    "?anonymous/anonymized/de/statistical information/data, anonymized/anonymous/anonymised/deidentified information/data, "
    "demographic information/data, information collected, location information/data, payment/billing/financial/contact "
    "information/details, search terms/queries",
    "DATA_WORD": "information, data, info",
    "DATA_ITEM": "ip address~, e mail address~, email address~, phone number~, telephone number~, first ?and last name, your name, "
    "full name, date of birth, birth date, birthdate, postal address~, mailing address~, physical address, shipping address~, browser type, "
    "device identifier~, device id~, unique identifier~, operating system, mac address, location data, geolocation, "
    "gps, log file~, credit card number~, bank account, referring url~, referring ?web page~/site~, pages you view~/visit~, time zone, "
    "username and, user name, gender, imei, contact information, profile picture, profile photo, "
    "browsing history, search history, purchase history, chat history, watch/viewing/listening history, order history, conversation/message history, call history, social security number, demographic~, internet protocol, "
    "screen resolution, language preference~, serial number, hardware model, user agent, crash report~, voice recording~, "
    "government ?issued id, payment information, billing address, isp, internet service provider, advertising id~, "
    "clickstream, metadata",
    "COLLECT": "collect~, collection, gather~, obtain~, receive~, record~, log~, request information, ask ?you for, "
    "provide us ?with, you provide, you give us, give us, submit to us, automatically, acquire~, capture~, get information, "
    "you supply, solicit~, asked to provide, required to provide, need to provide, you choose to provide, asks you, you share with us, "
    "you to provide, import~, upload your contacts, access information, enter your",
    "USE_COLLECTED": "use ?the/this/that/your/such ?personal information/data ?that ?you ?we collect/obtain/receive/share/collected/provide/gather, uses ?the ?this ?personal information/data, use ?of ?the ?this ?your information/data ?we collect, using ?the ?this information/data, how we use, may use ?the/your/any ?personal information/data",
    "USE": "use~, using, process~, processing, utilize~, utilise~, analyze~, analyse~",
    "PURPOSE": "for the purpose~, for ?the following purposes, purpose~, to provide, to improve, to operate, to maintain, "
    "to personalize, to personalise, to customize, to communicate with you, to contact you, to respond, to analyze, to better "
    "understand, to understand, to fulfill, to deliver, to help us, to send you, to process, to enhance, to develop, to administer, "
    "in order to, to monitor, to protect, to verify, to prevent, to enable, to allow you, to notify you, to detect, to tailor, "
    "to identify, to recommend, to offer you, legitimate interest~, research, for marketing, marketing purpose~, to market, "
    "to inform you, to complete, to perform, to generate",
    "SHARE": "share~, sharing, disclose~, disclosure~, sell, sells, selling, sold, rent~, trade~, transfer~, "
    "transferred, transferring, pass on, pass ?it on, made/make available, provide ?it/them to, give ?it to, release~, reveal~, "
    "passed to, passed on, hand over, accessible to, visible to, lease~, divulge~, exchange~, supplied to, send ?it to, "
    "provided to, available to, distribute, combine ?it with",
    "SELL": "sell, sells, selling, sold, sale of ?your personal, rent~, trade~",
    "THIRD": "third party, third parties, 3rd party, 3rd parties, advertiser~, affiliate~, affiliated companies, partner~, business partner~, service provider~, vendor~, "
    "subsidiaries, subsidiary, contractor~, subcontractor~, other companies, outside parties, other organizations, law enforcement, government agencies, authorities, other users, "
    "other members, public authorities, sponsor~, anyone else, the public, anyone, publicly, supplier~, successor, "
    "processors, agents, partners, trusted parties, group companies, corporate family, parent company, publisher~, others, other people, "
    "government, courts, regulator~, professional advisors, data broker~, family of companies, resellers",
    "PROVIDERS": "service provider~, vendor~, contractor~, processors, supplier~, on our behalf, on behalf of us, subcontractor~",
    "LEGAL_NEED": "required by law, legal process, court order~, subpoena~, law enforcement, legal obligation~, governmental "
    "request~, government request~, legally required, applicable law, comply with ?the/any law~, legal request~, required to do so by law, "
    "legal requirement~, search warrant~, good faith belief, permitted by law, bound by law",
    "MERGER": "merger~, merge~, acquisition~, acquired, bankruptcy, reorganization, sale of ?all assets, sale of ?our business, all or "
    "substantially all, change of control, change in control, sale of all, business transfer~, insolvency, asset sale, successor entity, "
    "dissolution, corporate transaction, sale of our company, purchaser, restructuring, divestiture, transfer of assets, "
    "sold its business, substantial portion of, sale of assets, due diligence",
    "KEEP": "retain~, retained, retention, keep, keeps, kept, keeping, store~, storing, stored, storage, hold your, held for, "
    "hold onto, archive~, preserve~, backup copies, back up, remain in, remain on, remains in our, saved, backup~, maintain your, maintain records",
    "DELETE": "delete~, deletion, erase~, erasure, destroy~, purge~, anonymize~, anonymise~, remove your, removal of your, removed from our, remove ?all personal, discard~",
    "HOW_LONG": "as long as, so long as, no longer, longer than, for a period, period of, retention period~, days, months, years, indefinitely, until, "
    "after you delete, after ?the termination, after your account, limited time, certain period, reasonable period, hours, longer, "
    "permanently, within a reasonable, as soon as, after closing, for the duration, at any time after, once you, weeks, residual copies, "
    "no longer needed, no longer necessary, some time, day, year",
    "SECURITY": "security, secure, securely, safeguard~, encrypt~, encryption, ssl, tls, https, firewall~, protect ?the ?your personal, protect your "
    "information, protect ?the information, access controls, hashed, unauthorized access, unauthorised access, pci, two factor, "
    "security measures, security practices, safeguarding, protect against, password protected, encrypted",
    "MEASURES": "measure~, safeguard~, technical and organizational, physical, administrative, procedures, technologies, industry standard~, "
    "reasonable steps, precaution~, practices, protocol~, mechanism~, guarantee~, warrant~, impenetrable, perfect, encrypt~, encryption, "
    "ssl, firewall~, absolute, 100, protected, steps, efforts, managerial, secured, reasonable care",
    "BREACH_EVENT": "data breach~, security breach~, breach of security, security incident~, unauthorized access to, compromised, stolen, personal data breach, hacked",
    "TRACK": "cookie~, web beacon~, beacon~, pixel~, pixel tag~, clear gif~, local storage, tracking technolog~, tracking technologies, "
    "similar technologies, device fingerprint~, fingerprinting, browser fingerprint~, google analytics, analytics, flash cookies, "
    "local shared objects, web storage, log files, advertising id~, sdks, web bugs, tracking, track, tracks, tags, do not track, dnt, "
    "tracked, etags, usage statistics, referring url, referrer",
    "COOKIE": "cookie~, web beacon~, pixel~, pixel tag~, clear gif~, similar technologies, tracking technologies, web storage, local storage, "
    "fingerprinting, flash cookies, local shared objects, browser storage",
    "ADS": "advertise~, advertisement~, advertising, ads, ad, adverts, advert, ad networks, ad network, targeted, targeting, interest based, remarketing, retargeting, "
    "behavioral, behavioural, sponsored, promotional, personalised ads, personalized ads, ad partners",
    "RIGHT_VERB": "access, correct, correction, rectify, rectification, delete, erase, erasure, deletion, port, portability, update, object, "
    "restrict, restriction, export, download, opt out, withdraw, review, modify, remove, amend, obtain a copy, receive a copy, "
    "copy of, change, unsubscribe, limit, deleted, removed, withdrawing, updating, correcting, updated, view, edit, control, manage, inspect, request, refuse, deactivate, revise",
    "YOU_CAN": "you can, you may, you have the/a right, right to, rights to, your rights, you are entitled, entitled to, you have rights, you may also, choose to, "
    "choose not, request that, ask us to, ask us, you have the ability, allow~ you to, ability to, you wish to, if you want, request to, "
    "would like to, if you wish, option to, your choice~, you prefer, able to, "
    "request~, you could, you have the option, you also have, users can, users may, customers can, enable you to, you would like, "
    "you choose, you want to, you'd like, please contact, please email, the opportunity",
    "OPT_OUT": "opt out, opting out, opted out, unsubscribe~, turn off, turn them off, disable~, withdraw ?your consent, object to, choose not to, unsubscribing, decline~, do not sell, "
    "opt in, refuse~, reject~, deactivate~, switch off, adjust your, change your settings, revoke~",
    "MARKETING": "marketing, promotional, newsletter~, promotions, commercial email~, special offers, direct mail, e newsletters, mailing list~, solicitations",
    "COUNTRY": "other countries, another country, country other than, united states, outside ?of ?the ?european your/country/eea/union/uk, european economic area, eea, usa, international, internationally, "
    "across borders, third countries, countries outside, outside the european economic area, outside the eea, outside your country, located in, worldwide, overseas, "
    "countries, jurisdictions, global, globally, outside of, any country, anywhere, data centers, switzerland, european union, ireland",
    "TRANSFER": "transfer~, transferred, transferring, processed, stored, process, store, cross border, maintained, moved, send",
    "SAFEGUARD_LAW": "standard contractual clauses, model clauses, adequacy decision~, privacy shield, binding corporate rules, adequate level of protection, "
    "data privacy framework, safe harbor, adequate protection, appropriate safeguards, standard data protection clauses, model contract clauses",
    "CHILD": "child, children, children's, minor~, under 13, under the age of, under age, kids, teen~, underage, parent~, guardian~, coppa, years of age, years old, "
    "at least 13, at least 16, at least 18, age of majority, legal age, age of 13, age of 16, age of 18, under 16, under 18, 13 years, 16 years, 18 years, over the age of, "
    "at least 14, minimum age, thirteen, eighteen, sixteen, younger than, aged, 13 or older, 18 or older, over 18, older than, child's, over 13, age limit",
    "SENSITIVE": "biometric~, sensitive ?personal information/data, special categor~, special categories, racial, ethnic origin, ethnicity, sexual orientation, political opinions, "
    "religious beliefs, health data, health information, medical information, genetic, precise location, precise geolocation, face recognition, "
    "facial recognition, faceprint~, voiceprint~, fingerprint data, trade union, philosophical beliefs, health related, face geometry, religion, "
    "precise ?device location, sex life, criminal records, exact location",
    "AI": "artificial intelligence, machine learning, ai, ai models, large language model~, generative, llm~, neural network~, ml, language models, ai systems, foundation models, "
    "gpt, chatgpt, ai powered, chatbot~, grok",
    "TRAIN": "train, trains, trained, training, develop and improve, improve our models, improve model~, fine tune, fine tuning, model improvement, train our models, "
    "teach, improve and develop, improve the models, our models, model training, develop, improve, machine learn",
    "MODEL": "machine learning, artificial intelligence, ai, ai models, language model~, models, model, algorithms, generative ai, neural network~, llm~, ai technologies, ml models",
    # conduct
    "CONTENT": "content, post~, posting~, material~, submission~, contribution~, user content, photo~, video~, image~, comment~, review~, message~, upload~, "
    "listing~, text, information you post, user generated content, your files, media, ugc, works, images, communications, feedback, suggestions, ideas, stuff, profile, inputs, prompts, tracks, songs",
    "POST": "post, posting, upload~, submit~, transmit~, publish~, share, distribute~, display, send, create, store, make available, post or transmit, communicate, stream, link to, "
    "contain~, promote~, disseminate~, list, include~",
    "BAD_CONTENT": "harassing, harassment, defamatory, libelous, libellous, slanderous, obscene, pornographic, pornography, indecent, hateful, hate speech, racist, threatening, threats, "
    "abusive, vulgar, offensive, violent, violence, terrorism, terrorist, graphic, nudity, sexually explicit, sexual content, child sexual, profane, discriminatory, "
    "bullying, inflammatory, illegal content, self harm, suicide, extremist, misinformation, disinformation, misleading content, deceptive content, adult content, explicit, "
    "counterfeit~, weapons, drugs, gore, invasive of privacy, racially, bigotry, objectionable, illegal goods, firearms, hatred, dehumaniz~, incite~, unlawful content, "
    "infringing, sexual, tobacco, alcohol, impersonation, false or misleading, fraudulent, deepfake~, synthetic media, unsafe",
    "BAD_USE": "reverse engineer~, decompile~, disassemble~, scrape~, scraping, crawl~, crawling, spider~, robot~, bots, spam, spamming, virus~, malware, trojan~, worms, "
    "interfere with, disrupt~, hack~, hacking, circumvent~, bypass~, unauthorized access to, gain unauthorized, gain access to, harass~, stalk~, impersonate~, "
    "impersonating, phishing, unsolicited, chain letters, junk mail, overburden, denial of service, harvest~, data mining, illegal purpose~, unlawful purpose~, unlawful activity, "
    "illegal activit~, illegal activities, violate any law~, violate ?the/any applicable law~, probe, scan, automated means, fraud, fraudulent activity, misrepresent~, "
    "infringe~, cheat~, exploits, commercial purpose~, non commercial, noncommercial, resell~, sublicense, frame, mirror, derivative works of, "
    "duplicate, malicious, money laundering, pyramid scheme~, data extraction, tamper~, ddos, manipulate~, misuse~, abuse, collect ?personal information about other, unlawful, "
    "jailbreak~, injure~, burden on, security testing, evade~, multiple accounts, adversely, unlawfully",
    "COMPLY": "comply with, in accordance with, obey, abide by, in compliance with, adhere to, follow, compliance with",
    "LAW": "law, laws, applicable law~, regulation~, legislation, statute~, statutes",
    "REMOVE": "remove~, removal, take down, delete~, refuse~, edit~, block~, disable access, screen, reject~, censor~, moderate~, moderating, moderation, monitor~, review, limit ?the visibility, pre screen, "
    "withhold~, taken down, restrict~, hide, label, filter~, demote~, downrank~, deny, refuse to display, remove or disable, unpublish~",
    "LICENSE": "license~, licence~, sublicense~, sublicensable, permission to use, grant~, royalty free, irrevocable, perpetual, non exclusive, nonexclusive, worldwide, transferable",
    "LICENSE_TRAIT": "royalty free, irrevocable, perpetual, non exclusive, nonexclusive, worldwide, transferable, sublicensable, sub licensable, fully paid, sublicenseable",
    "EXPLOIT": "reproduce, modify, adapt, distribute, publicly display, publicly perform, derivative works, translate, publish, copy, host, create derivative, exploit, perform, sublicense",
    "OWN": "own, owns, owned, ownership, retain ?all rights, retain ownership, property of, belong~ to, proprietary, title, all rights, rights in",
    "IP": "copyright~, copyrighted, trademark~, trade marks, trade mark, patent~, intellectual property, logo~, trade dress, service marks, trade secrets, dmca, infringement, proprietary rights, open source, creative commons, gpl, moral rights",
    "OUR_THING": "service~, site, website, sites, platform, software, app, application, products, our content, the materials, api, features, functionality, game, games, application~, websites",
    "API": "api, apis, sdk, sdks, developer~, api key~, api keys, rate limit~, api calls, developer platform, developer portal, webhooks, access token~, your application, your app, api client",
    # account
    "ACCOUNT": "account~, account's, profile, membership, registration, user account, log in, login, access to the service~, username~, user name",
    "CREDENTIAL": "password~, credentials, username~, login information, user id, account information, log in details, login details, account security, passcode, log in credentials, user name, keys, two factor",
    "END": "terminate~, terminated, terminating, termination, cancel~, cancelled, cancellation, close~, closure, deactivate~, delete~, end, discontinue~, ends, closing, expiration, expire~, leave, rescind, withdraw from, deleting",
    "SUSPEND": "suspend~, suspension~, ban, bans, banned, banning, disable~, block~, blocked, restrict ?your access, revoke~, limit ?your access, terminate, terminated, permanent suspension, "
    "strike~, penalt~, penalties, removal of your account, deny access, lock~, remove ?your account, impose limits, restrict access, expel~, disabling, warnings, warning, "
    "removing such, take action, take appropriate action, prohibit ?you from, lose access, refuse access, suspending, deactivate~, restricting, restrict, limit access",
    "VIOLATE": "violate~, violates, violating, violation~, breach~, breaches, fail to comply, infringer~, repeat infringer~, repeatedly, non compliance, noncompliance, failure to comply, misconduct, abuse, "
    "non payment, suspicious, fails to comply, abusive, in breach, break these, break the",
    "NOTICE": "notice, notify~, notified, notification~, inform you, let you know, informed, email you, announce~, alert you, advise you, communicated, tell you, prior notice, advance notice",
    "ANY_TIME": "at any time, any time, any reason, no reason, from time to time, without notice, without prior notice, sole discretion, own discretion, absolute discretion, our discretion, at its discretion, without cause, "
    "immediately, periodically, without liability, in its discretion, unilaterally, occasionally, as we see fit, at short notice, without warning, temporarily or permanently, our ?sole judgment, discretion, with or without",
    "TERMS": "terms, ?this agreement, policy, policies, these terms, this statement, these conditions, conditions, this notice, privacy notice, guidelines, rules, privacy statement, this document, user agreement, "
    "terms of use, terms of service, privacy policy, eula, contract, this privacy, cookie policy, provisions",
    "CHANGE": "change~, changed, changing, modify~, modified, modification~, amend~, amended, amendment~, update~, updated, revise~, revised, revision~, alter~, replace~, alteration~, supplement~, updating, modifying, evolve~",
    "CONTINUED_USE": "continued use, continue to use, continuing to use, keep using, using the service~ after, use ?of ?the ?service ?following after, continue using, your use after, stop using, cease using, continued access, continues to use, continued participation, further use, cease use",
    "BY_USING": "by using, by accessing, by registering, by clicking, by signing up, by creating, by downloading, by visiting, by installing, by submitting, by continuing, by browsing, by providing, by ?otherwise using, by completing, "
    "by placing, by purchasing, your use of, by joining, by logging, using the services, by checking, by posting, access or use, access and use, by uploading, by voluntarily, if you use, when you use, by subscribing, by opening, by entering, by participating, access to and use",
    "BIND": "agree to, be bound, bound by, agree ?that ?you, you accept, accept these, constitutes ?your acceptance, constitute ?your acceptance, acceptance, legally binding, binding agreement, binding contract, agree with, you consent, consent to, "
    "subject to these, entering into, enter into, deemed to have accepted, signify, indicates your, you acknowledge, are agreeing, accept the, acknowledge and agree, governed by these, have read and, constitutes an agreement",
    "CONSENT": "consent~, consenting, your permission, permission, opt in, opt into, authorization, authorisation, you authorize, explicit, you allow us, express consent, with your consent, agree to the collection, authorize us",
    "DISCONTINUE": "discontinue~, modify ?or the service~, stop providing, suspend ?or the service~, change the service~, cease to provide, withdraw the service, remove features, add or remove, change or discontinue, "
    "shut down, stop offering, terminate the service~, cease offering, modify or discontinue, limit features, stop supporting, stop ?permanently providing, retire, make changes to, impose limits, upgrades, alter the, discontinuance, discontinuing, suspend or",
    # money
    "PAY": "pay, pays, paid, payment~, paying, charge~, charged, billing, bill, billed, fee~, price~, pricing, purchase~, cost~, subscription fee~, invoice~, tax, taxes, credit card~, amounts due, rates, fares, deposit~, surcharge~",
    "FEE": "fee~, price~, pricing, charge~, charges, tax, taxes, subscription fee~, rates, costs, vat, surcharge~, invoice~, commissions, a commission, commission of, fares, billing, payment method~, credit card~, debit card, currency",
    "RENEW": "renew~, renewal~, automatically renew~, auto renew~, auto renewal, automatic renewal, recurring, recurring basis, automatically charged, automatically continue, free trial~, re occurring, continue until, trial period, subscription period, renewal date, renewed, rolling",
    "SUBSCRIPTION": "subscription~, membership~, plan~, free trial~, premium, billing cycle, billing period, paid service~, trial",
    "REFUND": "refund~, refundable, refunded, non refundable, nonrefundable, money back, reimburse~, reimbursement, chargeback~, store credit, cooling off, right of withdrawal, final sale, sales are final, return policy, credits for partially, right to withdraw from",
    "EARN": "earn, earnings, payout~, revenue share, monetize~, monetise~, monetization, monetisation, royalty payment~, royalties, ad revenue, creator fund, partner program, affiliate program, revenue, payable to you, pay you, commission~, seller fees, "
    "cash out, tips, rewards, bounty, paid out, compensation, disburse~, disbursement~, monetized, proceeds, withdraw funds, host payout, seller proceeds",
    # disputes
    "ARBITRATE": "arbitrate~, arbitration~, arbitrator~, arbitral, aaa, jams, american arbitration association, icc, lcia, binding arbitration, arbitrations, arbitrable",
    "CLASS": "class action~, class arbitration~, class wide, classwide, representative action~, collective action~, representative proceeding~, class members, class member, class or representative, class proceeding~, consolidated, purported class, "
    "jury trial, trial by jury, jury, class or collective, private attorney general, mass arbitration, class basis, class representative, class waiver, collective or representative",
    "WAIVE": "waive~, waiver~, waiving, give up, not as a plaintiff, individual basis, only on an individual, individual capacity, giving up, relinquish~, not permitted, own behalf, individually, own right to, not in a",
    "GOVERN": "governed by, governing law, choice of law, construed in accordance, construed under, interpreted in accordance, laws of, conflict of law~, conflicts of law~, applicable law is, subject to the laws, law of the, law applies, law will apply, law shall apply, "
    "interpreted under, apply to these terms, law governs, united nations convention, international sale of goods, laws apply, govern these, law of england, california law",
    "COURT": "court~, courts, jurisdiction, venue, exclusive jurisdiction, forum, courthouse, judicial district, tribunal~, small claims, litigation, jurisdictions, lawsuit~, legal action, legal proceedings, cause of action, sue",
    "EXCLUSIVE": "exclusive, exclusively, submit to, personal jurisdiction, brought in, located in, sole, resolved in, consent to, instituted, solely in, brought exclusively, courts of, heard, competent court~, non exclusive, settled by, courts in, within one, one year, barred",
    "TIME_BAR": "within one year, within 1 year, one 1 year, permanently barred, forever barred, statute of limitations, within twelve months, time limit, limitation period, within two years, within six months, commenced within, must be filed within, claims must be brought, filed within",
    "LIABLE": "liable, liability, liabilities, responsible, responsibility, responsibilities, held responsible, held liable, accountable, answerable",
    "DAMAGES": "damages, loss, losses, damage, injury, lost profits, loss of profits, consequential, incidental, indirect, punitive, exemplary, special, harm, delays, claims, delay",
    "CAP": "exceed~, limited to, greater of, maximum, aggregate liability, total liability, amount paid, amounts paid, in excess of, greater than the amount, cumulative liability, sole remedy, exclusive remedy, cap, capped, sole and exclusive",
    "DISCLAIM": "disclaim~, disclaims, no warranty, no warranties, does not warrant, do not warrant, make no, makes no, without warrant~, without warranties, not guarantee, no guarantee~, no representation~, cannot guarantee, can't guarantee, not warrant, not promise, does not represent, "
    "don't guarantee, don't warrant, don't make any, doesn't guarantee, do not make any, do not endorse, not endorse, can not guarantee, not guaranteed, cannot ensure, cannot promise, no assurance~, not represent",
    "WARRANTY": "warranty, warranties, guarantee~, representation~, accuracy, reliability, merchantability, fitness, completeness, non infringement, uninterrupted, error free, availability, suitability, accurate, reliable, conditions, quality, timely, bug, bugs, defects, errors, interruption~, timeliness, secure, condition, endorse~",
    "INDEMNIFY": "indemnify~, indemnification, indemnity, indemnities, hold harmless, defend and, held harmless, hold us harmless, indemnified, indemnifying, save harmless",
    "DISCLOSE_DUTY": "must disclose, required to disclose, clearly disclose, disclose ?that ?the ?your ?any relationship, paid partnership~, paid promotion~, sponsored content, branded content, label ?your, clearly label~, clearly identify, transparency report~, transparency, "
    "material connection, endorsement guides, ftc, political ads, political advertising, ai generated, synthetic or manipulated, watermark~, disclosure label~, imprint, ad library, must be labeled, must label, publish ?a report~, advertising disclosures, endorsements and testimonials, "
    "you represent it was human, disclosure requirements, digital services act, average monthly active",
    # shape
    "MEANS": "means, mean, refers to, refer to, defined as, definition~, shall mean, collectively, hereinafter, shall have the meaning, as defined in, referred to as, hereafter",
    "REFERRAL": "this privacy policy describes, this policy describes, this policy explains, describes our policies, privacy notice describes, this notice describes, please see, please read, please refer, please review, see our, see the, refer to our, read our, visit our, learn more, more information, click here, is available at, can be found, described in our, described below, set out in, set forth in, following section, additional information, for details, find out more, "
    "for further information, more details, see section, as described in, further information, review their, their privacy policies, their own privacy, privacy policies, does not apply to, this section details",
    "CONTACT": "contact us, email us, e mail us, write to us, questions, question, mailing address, customer support, data protection officer, call us, support team, get in touch, comments or",
    "DATE_LINE": "last updated, effective date, last modified, last revised, effective as of, last update, revised on, updated on, version",
}
