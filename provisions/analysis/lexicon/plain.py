"""Plain words: concepts and cues for clauses written as people speak and for bare items of a list, beside the legal phrases.

Their weights are such that one alone is a guess (just above one half) and never a publication. `^` is where a sentence begins.
"""

from provisions.analysis.lexicon.cues import Cues

CONCEPTS: dict[str, str] = {
    "DATUM": "information, data, details, info, email address~, e mail address~, phone number~, telephone number~, ip address~, protocol address~, your name, their name~, names, your address~, user name, user id, "
    "profile, identifier~, records, statistics, contacts, photo~, picture~, your messages, preferences, interests, activity, activities, your location, account number~, insurance number~, customer list~, list of friends, friends list, steps, workouts, scores, "
    "content you view, pages you visit, your questions, demographics, your device, usage, correspondence, calls, proof of age, voice, camera, microphone, your purchases, what you buy, websites you visit, queries",
    "WE_GET": "we/it/they/app/site/servers/website/browser ?may/can/might/will/could ?also ?automatically collect/collects/gather/gathers/record/records/receive/receives/obtain/obtains/log/logs/capture/captures/import/imports/acquire/acquires/request/requests/determine/access/detect/infer/infers/learn/get/hold/see, "
    "ask/asks/asked/request/requests you ?to ?for, may ask for, will ask for, ask for your, sends/send/sent/tell/tells/told/give/gives/gave/provide/provides/provided/supply/supplies us, pass/passes on to us, to our servers, is/are/be ?automatically recorded/captured/gathered/logged/collected/obtained, "
    "server logs, share/shares/shared with us, obtained/collected/received/gathered from, provided by you, you ?may/choose/voluntarily ?to provide/enter/submit/type/supply/share, when you enter, fill in, fill out, filling in, filling out, you give, you tell us, you type, upload your, we process comprises/includes, "
    "keep ?a/the record, we need your, need your, may be told, information we hold, data we hold, monitor and record, use server logs",
    "NAME_ITEM": "?your/full/first/last name, names, date of birth, birth date, birthday, gender, nationality, passport, driving licence, driver's license, age group, age range, occupation, employer, education, resume, marital status, username, user name, profile picture, profile photo, employment history, interests, title",
    "CONTACT_ITEM": "email, e mail, email address~, e mail address~, phone number~, telephone number~, postal address~, mailing address~, home address, street address, delivery address, shipping address, billing address, contact details, contact information, phone, zip code, postcode",
    "TECH_ITEM": "ip address~, protocol address~, browser type, browser version, type of browser, web browser, operating system, device type, type of device, device model, device identifier~, unique device, mac address, screen size, screen resolution, plug ins, time zone, crash reports, crash data, log data, mobile network, internet service provider, language settings, hardware model, device information, user agent",
    "PAY_ITEM": "card number~, credit card ?number/details/information, bank account, bank details, payment details, payment information, expiry date, expiration date, billing information, purchase history, transaction history, tax number, tax identification, iban, payment data",
    "USE_ITEM": "pages you visit/view/viewed/visited, pages visited/viewed/requested, pages of our site, links you click/follow, features you use, time ?and ?date of access/visit/your/the, date and time, time spent, duration of, frequency, search terms, search queries, searches, clicks, referring url/page/website/site, exit pages, browsing history, content you view, referral url, clickstream, number of visits, country you visit, pages you request, pages accessed",
    "ID_ITEM": "government issued, identity document, official document, national insurance, social security, identification number, passport number, photo identification, copy of your",
    "OWN_USE": "we ?may/will/also/can ?also/only use/process/analyse/analyze/combine/aggregate/utilise/utilize, we ?use, is/are/be ?only/also used/processed/combined/handled/analysed/analyzed/aggregated, use it/them/this/these/your/the, uses your/the/this, using your/this/the, processing ?of, helps/help/lets/enables/allows us, used by us, used internally",
    "TO_DO": "to answer, to call you, to deal with, to help, to show you, to suggest, to recommend, to notify, to contact, to tell you, to inform you, to fulfil, to fulfill, to ship, to deliver, to process your, to collect the amount, to fix, to improve, to better, to make it better, to make our, to run, to operate, to find out, to keep you informed, to verify, "
    "to detect, to prevent, to serve you, to adapt, to send, to offer, to plan, to manage, to customise, to customize, to tailor, for internal, for statistics, for statistical, for research, for planning, for marketing, for advertising, for billing, for support, for security, in order to, for the purpose~, only for, for any other purpose, for other purposes, for no other, "
    "to carry out, to administer, to perform, to respond, to promote, to create, to develop, to provide, to maintain, to protect, to enhance, to personalise, to personalize, so that we can, as described, our own advertising, purposes",
    "HANDS": "share/shares/shared/sharing, disclose/discloses/disclosed/disclosing, give/gives/given/giving, pass/passes/passed/passing, transmit/transmits/transmitted, transfer/transfers/transferred/transferring, send/sends/sent, release/releases/released, hand/hands/handed over/to, forward/forwarded, provide/provides/provided to, sell/sells/sold/selling, exchange/exchanges, rent/rented, "
    "lend, reported to, report to, make ?user/your/it ?data/information available, made available, visible, access to, have/has access, can/may ?also see/access/view/read/obtain, receives/receive your/the/this/a, publish/published, learns, combine with, accessible",
    "HANDS_TO": "third part~, 3rd part~, other compan~, companies that/who/which, another company, company that, compan~, compan/companies, partner~, supplier~, subcontractor~, contractor~, bank~, courier~, insurer~, lawyer~, auditor~, advertiser~, authorities, police, court, government ?body/agency/agencies, parent company, group, affiliate~, subsidiaries, service provider~, payment provider~, "
    "payment processor~, debt collector~, collection agency, credit reference, credit bureau~, organiser~, organizer~, seller~, sponsor~, employer, administrator~, developer~, other users/people/members/players, your friends, everybody, anyone, anybody, everyone, the public, search engines, researchers, the press, social network~, advertising network~, new owner, the media, vendor~, hosting, recipients, "
    "outside our company, nobody, insurers, publicly, doctor, host, merchants, carriers, rescue services, outside parties, friends, regulators, law enforcement",
    "TOLD_LAW": "the law requires, required by ?the law, law obliges, valid order, legal request~, court order~, subpoena~, warrant~, legal process, police, government ?body/agency, authorities, legal claims, legal position, protect ?the ?our rights",
    "OFFICE": "supervisory authority, data protection authority, authorities, information commissioner, ombudsman",
    "SITES": "other ?web sites, other websites, third party ?web sites/websites/site/website, those websites, these websites, those sites, linked sites/websites, other site, other companies' sites, external sites/links/websites, links to, their own privacy, their privacy, own privacy policies, another company's site, privacy policies of, privacy policy of, privacy notice of, privacy statements of, not apply to, no longer applies, no control over, not control, governed by the privacy, governed by their, subject to their, own rules, policies and not ours, third party privacy, encourage you to review/read, should review/consult/read, recommend that you read/review, that system, their websites, privacy choices you, operated by third parties, operated by others",
    "BE_CAREFUL": "be careful, exercise caution, please think, be aware that any, think before, take care when, unsolicited messages, be cautious, at your own risk, please be advised, be advised that, again be advised, be discussed with, discretion when, at your discretion",
    "ASK_US": "please contact, please email, please e mail, please write, questions about, question about, have a query, any queries, query in regards, concerns about, concerned about, contact our, send an email to, write to our, any questions, comments about, inquiries about, following address, reach us, address below",
}  # fmt: skip

CUES: dict[str, Cues] = {
    "data_collection": Cues(
        phrases={
            3.5: "wi fi hotspots, collect additional information, audio captured, no longer anonymous to, data about your device, data about the device, information from and about, device signals, sensor data from, bluetooth signals, cell towers, wi fi access point~, list of your installed, server log~, referring website, referring page, referred you to, is/are recorded automatically, recorded automatically, your browser sends, we know about you, sources of ?personal information/data, categories of ?personal information/data we collect/hold, access to your camera, access to your contacts, access your contacts, "
            "access the contacts, your address book, providing your ?tele ?phone ?number/address/information is, providing this information is, free not to provide, not required to provide, optional to provide, voluntarily provide, provided voluntarily, voluntarily provide, required fields, fields marked, asterisk, from other sources, from third party sources, publicly available sources, public databases, "
            "public registers, data brokers, credit bureaus, data suppliers, log in through, log in using, sign in using, linked your ?social account, social media account, nothing is recorded, "
            "record ?telephone/phone calls, record calls, calls may be recorded, telephone call we have, keep a record of ?that ?your ?the correspondence, automatically sent, we ask for your, will ask you for, browse ?our this website/site anonymously, use our website anonymously, without telling us who you are",
            1.6: "you provide, when you contact us, when you use, if you contact us, if you write to us, if you upload, you send us",
        },
        together=(
            (3.4, "WE_GET DATUM !SITES"),
            (3.3, "NAME_ITEM CONTACT_ITEM !SHARE !BAD_USE !SITES"),
            (3.3, "TECH_ITEM USE_ITEM !SHARE"),
            (3.0, "NAME_ITEM PAY_ITEM !SHARE"),
            (3.0, "CONTACT_ITEM PAY_ITEM !SHARE"),
            (2.6, "CONTACT_ITEM TECH_ITEM !SHARE"),
            (2.6, "TECH_ITEM DATUM !SHARE"),
            (2.0, "USE_ITEM DATUM !SHARE"),
            (3.3, "ID_ITEM WE !SHARE"),
            (-3.4, "SITES"),
            (-4.6, "ASK_US"),
            (-2.6, "BE_CAREFUL"),
            (-2.0, "CONTINUED_USE"),
            (-2.4, "CONTACT !COLLECT !WE_GET"),
        ),
    ),
    "data_usage": Cues(
        phrases={
            3.5: "contractual obligations to you, understand whether you may, ^ to keep the/our, ^ to help improve/prevent/protect, ^ to show you, analytics and research, prevent a crime, helps us improve, find and fix, fix errors, troubleshoot technical, relevant suggestions, ^ to troubleshoot, promote the safety, promote safety, ^ to provide/improve/operate/maintain/personalise/personalize/customise/customize/communicate/respond/answer/send/process/verify/detect/prevent/comply/enforce/analyse/analyze/understand/develop/administer/deliver/fulfil/fulfill/manage/conduct/contact/notify/inform/carry/perform/measure/market/monitor/diagnose/enhance/tailor/investigate/enable/facilitate/honour/honor, "
            "^ providing/improving/operating/maintaining/personalising/personalizing/communicating/responding/sending/processing/verifying/detecting/preventing/enforcing/analysing/analyzing/developing/administering/delivering/managing/measuring/conducting/marketing, "
            "^ personalise/personalize/administer/improve/respond/communicate/analyse/analyze/customise/customize/send/deliver/enhance, ^ provide you, ^ marketing advertising, necessary for the performance, necessary to perform, performance of a contract, performance of the contract, legal ground~, legal basis, legitimate interest~, "
            "for which purposes, for what purposes, internal purposes, uses of information, how we use, how your ?personal data/information is used, may send you, we will send you, we may contact you, we may call you, may also send you, by post phone, contact you about, contact you by, statistics about how, aggregated figures, "
            "understand which parts, understand how, find out which, how people use, how visitors use, how users use, profiles of your, profile of your, profile your, track of your preferences, suggest people, research and development, any other purpose than, for that purpose only, only for the purpose~, internal reports, service messages, service announcements, in line with this policy, in accordance with this ?privacy policy/notice/statement, "
            "handled fairly, fairly and lawfully, our legitimate business, audit~ data analysis, honour our, honor our, contractual commitments, fulfil our contract, personalised experience, special requests",
            1.6: "customer support, customer service, customer care, newsletter, promotions, trends, statistics, for internal, recommend, suggest, optimise, optimize, tailor, personalise, personalize",
        },
        together=(
            (3.4, "OWN_USE DATUM TO_DO !SITES !BIND"),
            (2.4, "OWN_USE DATUM !SITES !SHARE"),
            (2.6, "WE_GET DATUM TO_DO !SHARE"),
            (3.4, "LEGAL_BASIS"),
            (-3.4, "SITES"),
            (-4.6, "ASK_US"),
            (-3.0, "LICENSE_TRAIT"),
            (-1.4, "MEASURES SECURITY"),
            (-2.0, "BE_CAREFUL"),
            (-1.6, "COURT"),
        ),
    ),
    "data_sharing": Cues(
        phrases={
            3.6: "^ with ?our affiliates/authorities/third/other/service/partners/law/your/vendors/advertisers/business, hand over data, law requires it, bought by another, customer lists, among the assets, assets transferred, are visible to, is visible to, be visible to, visible to others, can be read by, seen by other, seen by others, able to see your, can see your, see your profile, available to the public, publicly visible, publicly viewable, "
            "publicly available information about you, see your activity, read by everybody, viewed by other, recipients are, recipients of, sees this information, access to your information in order, as necessary to perform their, only as necessary to, to carry out their tasks, to perform services for us, on our behalf, act on our, bound by contract, work for us, companies that work, obligated not to disclose, "
            "under a contract, contracts with such, keep it confidential, keep the data confidential, authorised to use your, authorized to use your, protect the rights property, rights property or safety, rights property and safety, property or safety of, defend ourselves, life is in danger, danger of death, physical injury, to enforce our agreements, new owner, successor, buyer of, "
            "disclosed in response, response to a subpoena, debt collection, debt collector, collection agency, credit reference agencies, without telling you, transmit your, forward your, we let other companies, allow third parties, permit third parties, allow other companies, allow selected companies, allow advertisers, reported to the police, report to the police, with your permission we share, share it with, share them with, "
            "aggregate~ ?information/data ?about ?our ?users with, release information about, released information, published on our, many third parties, number of third parties, not sold, not rent, third party ?payment processor~/processing, processed by a third, processed by our payment, payments through a third, payment provider, payments are processed, your organisation can, your employer, your administrator, organiser of",
            1.8: "third parties, third party, partners, service providers, recipients, sell, disclosed, shared with, authorities, police, visible, public",
        },
        together=(
            (3.4, "HANDS DATUM HANDS_TO !SITES !BE_CAREFUL"),
            (2.6, "HANDS DATUM TOLD_LAW"),
            (1.6, "HANDS HANDS_TO WE"),
            (-3.4, "SITES"),
            (-2.4, "ASK_US"),
            (-3.0, "BE_CAREFUL"),
            (-1.6, "PAY FEE !DATUM"),
            (-2.4, "ASSIGN !DATUM"),
            (-2.0, "LICENSE_TRAIT"),
            (-1.6, "CONTACT !HANDS"),
            (-2.4, "OFFICE RIGHTS"),
        ),
    ),
    "data_retention": Cues(
        phrases={
            3.6: "how long we keep, how long we store, how long your, are erased, is erased, be erased, are erased, is erased, be erased, are deleted after, is deleted after, deleted after, held for, saved for, kept only, keep it for, store it for, as soon as ?they ?it ?is ?are no longer, longer than necessary, without any limit, as long as we need, as long as needed, only as long as, "
            "destroyed or, deleted or anonymised, deleted or anonymized, may remain in, remain in our, copies may remain, cached or archived, storage period, statutory retention, retention schedule, obliges us to store, oblige us to keep, store invoices, keep some information, keep certain data, keep certain information, keep a record of your request, removed automatically, "
            "until you delete, until you tell us, until you ask, after you leave, after you close your, kept indefinitely, for ten years, after which it, not store, do not keep, not be kept, not retained, may continue to store, continue to retain, in archived form, some time to disappear, removed from all our systems, shall hold your, within a reasonable ?period time",
            1.8: "erased, deleted, destroyed, archived, stored, kept, keep, anonymised, anonymized",
        },
        together=((2.4, "KEEP HOW_LONG DATUM"), (1.8, "DELETE HOW_LONG DATUM"), (-1.6, "BE_CAREFUL"), (-1.6, "SITES")),
    ),
    "data_security": Cues(
        phrases={
            3.6: "keeping your personal, keeping your data/information safe/secure, protecting our users' data, technical and organi~, encrypted connection, hashed form, completely safe, perfectly secure, no transmission, guarantee the safety, guarantee absolute security, safety of your information, safety of your data, against unauthori~, prevent unauthori~, hackers will, data centres are, iso 27001, pci dss, bound to secrecy, need it for their work, "
            "need to know basis, need to know that, limited to employees, trained in data protection, test our systems, intrusion detection, industry standards to protect, secure environment, intercepted, security of your personal, important to us to protect, protecting your information, protect your privacy, protect what you, end to end encrypt~, nobody else can read, data is stolen, data in danger, incident that, ssl technology, ssl encryption, "
            "tls, maintain safeguards, two step verification, report a vulnerability, security team, security of the service~ and your, keep your records accurate and secure, data security, take the security, take security, password protected, against loss misuse, loss misuse, physical electronic and, round the clock, every access is logged, guard your",
            1.8: "encrypted, security, secure, safeguards, protected, secrecy, hackers",
        },
        together=((2.0, "SECURITY MEASURES DATUM"), (1.6, "SECURITY DATUM !BAD_USE"), (-1.6, "SITES"), (-1.6, "TRANSFER COUNTRY")),
    ),
    "tracking_advertising": Cues(
        phrases={
            3.6: "cookie~, web beacon~, clear gif~, show you ads, show ads, see ads, ads you see, ads that match, advertisements you see, our advertisements, advertising that, display advertising, sponsored posts, serve ads, ad servers, advertising networks, global privacy control, pixels, pixel tag~, usage statistics, analytics tool~, analytics service~, web analysis, web matomo, hotjar, "
            "across other websites, across other sites, on other websites, websites you visit after, follow your activity, track your activity, tracks your, recognise your browser, recognize your browser, browsing activity, activities on other, activities off, visits to this and other, retarget~, remarket~, lookalike, custom audience~, open the message, opened the email, email was opened, social buttons, social plug ins, like button, "
            "social widgets, fingerprint, tags and pixels, profile your interests, profiles of your interests, build profiles, for advertising, own advertising, advertising identifier~, affiliate links, marketing partners, advertising companies, third party vendors including, tracking",
            1.6: "advertising, ads, analytics, tracking, interests, websites you visit",
        },
        together=((1.6, "ADS WE"), (1.4, "ADS DATUM"), (-1.4, "DISCLOSE_DUTY")),
    ),
    "privacy_rights": Cues(
        phrases={
            3.6: "respond to such requests, respond to all ?standard ?legitimate requests, rights can be exercised, control of your data, what kinds of emails, privacy request may be, requests submitted by, stop using your personal, stop processing your personal, privacy dashboard, clear some of your data, how to turn it off, right to receive, right to require, require us to, right to stop, stop processing, right to enforce, enforce your, allows you to control, control the way, ^ choose, choose how, right to restrict, right to complain, rights under the gdpr, rights under, rectification erasure, access rectification, ^ object to, ^ object, ^ update or correct, ^ update ?your, ^ correct, ^ request ?the ?erasure/deletion/access/restriction, to stop receiving, stop receiving, click on the link at the bottom, unsubscribe link, "
            "withdraw it at any time, withdraw ?your ?this consent, withdraw your permission, complain to, make a complaint, protection authority, exercise any of these, exercise these rights, exercise your, exercise this right, authorised agent, answer your request, respond to your request, before we can answer, verify your identity before, request is clearly, manifestly unfounded, tell us if your, ask us to stop, ask us not, "
            "ask for your ?personal data/information, ask us to delete, ask us to correct, ask us to remove, would like us to delete, would like us to remove, like to correct, wish it corrected, machine readable format, download your data, download all your, as an archive, archive of your, retrieve your, choices about, privacy controls, who sees your, who can see your, choose not to, up to you, you decide, change your mind, "
            "switch off, turn off, treat you worse, not discriminate, you are not obliged to, california residents, californian residents, residents of california, residents of nevada, not to sell, do not sell, opting out, move your data, delete ?any ?all ?of ?your posts/comments/photos/messages/account/data/content, see the information we have about, use this form, adjust your settings, change your settings, in your settings, account settings, notifications you",
            1.6: "request, rights, settings, withdraw, erasure, rectification, complaint, choices",
        },
        together=(
            (2.0, "RIGHTS DATUM"),
            (1.4, "RIGHT_VERB YOU_CAN DATUM"),
            (-2.4, "SITES"),
            (-2.0, "WE_RESERVE"),
            (-2.0, "REFUND"),
            (-1.6, "RENEW"),
            (-2.4, "WAIVE"),
        ),
    ),
    "consent": Cues(
        phrases={
            3.5: "accept the contract, means that you accept, binding contract, binding agreement, legally binding, counts as acceptance, acceptance of this, subject to your agreement, you bind that, agree to receive, ask you to agree, asked to accept, read understood and, understood and accepted, deemed accepted, please do not use, if you do not agree, if you don't agree, not agree with, not agree to, "
            "object to any of these, keep using our, you accept the new, accept the new, accept that your, rely on consent, rely on your consent, your express permission, your explicit consent, without your permission, without your consent, with your permission, give your consent, given your consent, you have agreed, by starting, by playing, by placing, by ticking, tick the box, by opening, by ordering, by accepting, conditions set out here, agree to be bound, agree to these, constitutes agreement, condition for using, agree that we may, you agree to us",
            1.5: "consent, agree, accept, acceptance, permission",
        },
        together=((1.6, "BY_USING AGREE"), (-1.6, "ARBITRATE"), (-1.6, "INDEMNIFY"), (-2.0, "BAD_USE !BY_USING"), (-1.6, "PAY FEE !BY_USING"), (-1.4, "MUST_NOT BAD_CONTENT")),
    ),
    "international_transfers": Cues(
        phrases={
            3.6: "located in the united states, servers are located, servers located, data centres in, data centers in, offices worldwide, stored abroad, processed abroad, leaves the uk, leave the country, leaves the country, within the european union, within the eu, within the eea, inside the eea, outside canada, outside the uk, outside the eu, outside europe, across borders, adequate protection, adequate level, european commission, other jurisdictions, sent to canada, "
            "laws of those countries, laws in those countries, data protection laws of, may not be as protective, not provide the same, transfers abroad, accessed from several countries, operates globally, similar protection, eu us, swiss us, mainland china, stored in china, hosted in, transfer to the united states",
            1.6: "countries, abroad, worldwide, european union, eea, usa, canada",
        },
        together=((2.4, "TRANSFER COUNTRY DATUM"), (-2.0, "FEE"), (-2.0, "COURT"), (-2.0, "GOVERN"), (-2.0, "LICENSE_TRAIT"), (-1.6, "ARBITRATE")),
    ),
    "children_age": Cues(
        phrases={
            3.6: "13 and older, 16 and older, 18 and older, legal age, only adults, too young, note to parents, parents are responsible, aged 18, aged 16, aged 13, 18 and over, 16 and over, eighteen years, thirteen years, sixteen years, age limit~, age verification, proof of age, verify your age, teenagers, between 13 and, between 13, full age, underage, not directed at children, not meant for children, not intended for, children's information, their child, "
            "legal representative, legal representatives, parental, under thirteen, under sixteen, under eighteen, younger than, students under, age of consent, years or older, years and older, old enough, of age",
            1.6: "adults, parents, age, young, teens, teenagers, children",
        },
        together=((-2.0, "PAY FEE !CONSENT"),),
    ),
    "sensitive_data": Cues(
        phrases={
            3.6: "exact position, by gps, your location, location access, location data, location based, geolocation, face will be scanned, your face, face print~, face scan, fingerprints, pregnan~, political views, criminal record~, criminal convictions, trade union, sex life, dietary, religion, religious, heart rate, medical record~, medical conditions, health conditions, hipaa, racial, ethnic origin, disability, "
            "sensitive personal, wi fi points, cell towers, nearby wireless, biometric~, your position",
            1.6: "location, medical, gps, disabilities",
        },
        together=((-2.0, "BAD_CONTENT"), (-2.0, "MUST_NOT POST"), (-1.6, "LIABLE"), (-1.6, "COURT"), (-1.4, "ARBITRATE")),
    ),
    "ai_training": Cues(
        phrases={
            3.8: "train ?our ?their ?its ?an ?the ?new ?ai model~/algorithm~/system~/assistant~/generator/ai, to train, for training ?in ?the, training set, make our model, make our ai, models better, fine tune, teach the, teach our, developing ai, improve our ai, improve the ai, model better, train an ai, generative ai training, machine learning systems, analysed with machine learning, analyzed with machine learning, used to train",
        },
        together=((2.4, "TRAIN MODEL DATUM"), (-1.6, "BAD_USE !TRAIN")),
    ),
    "ai_automated": Cues(
        phrases={
            3.6: "algorithms machine learning, automatic means, automated means, purely automated, by automated, based only on automated, person to review, person review, human intervention, human reviewer, algorithm recommends, recommends, recommendation~, recommender, rank posts, ranked by, automatically rank, sorted by software, calculated by an algorithm, by an algorithm, an algorithm, our algorithms, rely on the ai, talk to a bot, automated systems, automated tools, "
            "generative features, ai output, generated by ai, scoring, models of third parties, score is calculated, assistant may, "
            "similar or identical to another, automate content",
            1.5: "automated, automatically, algorithm~, ai, output",
        },
        together=((-2.4, "BAD_USE"), (-2.6, "RENEW"), (-2.0, "COLLECT DATUM !AI"), (-2.0, "COOKIE"), (-2.4, "TRAIN MODEL"), (-2.0, "API"), (-2.0, "END !AI")),
    ),
}  # fmt: skip
