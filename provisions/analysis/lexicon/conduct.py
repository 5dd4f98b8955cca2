"""Cues for the types about content, conduct, developers and disclosure."""

from provisions.analysis.lexicon.cues import Cues

CUES: dict[str, Cues] = {
    "acceptable_use": Cues(
        phrases={
            4.6: "reverse engineer~, decompile, scrape, scraping, denial of service, gain unauthorized access, circumvent~, illegal purpose~, unlawful purpose~, interfere with ?or ?disrupt, impersonate any, impersonate another, junk mail, chain letters, automated means, any robot, unsolicited messages, "
            "harvest or collect, malicious code, crawl, spider, crawling, acceptable use, comply with all applicable, comply with all laws, non commercial use, noncommercial use, you agree not to, you may not use, use the service~ for any, prohibited activities, prohibited conduct, prohibited uses, "
            "commercial purpose~, personal use only, misuse, responsible for complying, abide by, agree to comply with, lawful purposes, use of our service~ to, illegal activity, illegal activities, your personal use, not be used for, personal and non commercial, to spam, spamming, data mining, robots, spiders, spider, crawlers, scraper, scrapers, mass mailings, exceed your authorization, disrupt interfere, interfere with any, platform manipulation, multiple accounts, "
            "comply with the following rules, agree to not use, not expressly permitted by, in exchange for likes/followers/engagement/reviews, artificially increase/inflate/boost, internal business operations/purpose~/use, pass yourself off, cause a nuisance, our services in the following ways, violate any applicable, timesharing, benchmark tests, sell or lease any, mine cryptocurrency, mining cryptocurrency",
            2.4: "you must not, you shall not, you will not, you may not, spam, malware, viruses, hack, harass, phishing, bots, disrupt, personal use, unauthorized, lawful, illegal, unlawful, not allowed to",
        },
        together=(
            (2.6, "BAD_USE MUST_NOT"),
            (1.4, "YOU COMPLY LAW"),
            (1.2, "YOU MUST_NOT OUR_THING"),
            (-2.6, "ASSIGN"),
            (0.8, "BAD_USE OUR_THING"),
            (-1.6, "LIABLE DAMAGES"),
            (-1.8, "ARBITRATE"),
            (-1.6, "SECURITY PDATA"),
            (-1.2, "BAD_CONTENT POST !BAD_USE"),
            (-1.5, "COLLECT PDATA"),
            (-1.4, "GOVERN"),
            (-1.2, "SHARE LEGAL_NEED"),
            (-1.4, "SHARE THIRD PDATA"),
            (-1.0, "CHILD"),
            (-1.0, "SUSPEND VIOLATE !MUST_NOT"),
            (-1.0, "REMOVE CONTENT !BAD_USE"),
            (-1.0, "DISCLAIM WARRANTY"),
            (-1.0, "REFUND"),
            (-1.5, "LICENSE EXPLOIT"),
            (-1.4, "USE PURPOSE PDATA"),
            (-1.2, "ADS PDATA"),
            (-1.2, "COOKIE"),
        ),
        headings={
            2.6: "acceptable use, prohibited, your conduct, conduct, restrictions, rules of, use of the service~, user conduct, what you can't do, don't, misuse, user obligations, permitted use, your responsibilities, spam, platform manipulation, authenticity, scraping, prohibited uses, abuse"
        },
    ),
    "restricted_content": Cues(
        phrases={
            4.4: "hate speech, pornographic, sexually explicit, child sexual exploitation, graphic violence, obscene, defamatory, hateful content, illegal content, nudity, prohibited content, adult content, self harm, terrorist content, libelous, content that infringes, content that violates, violent content, content that promotes, racially or ethnically, "
            "non consensual, counterfeit, regulated goods, violent extremism, sensitive media, misinformation, harmful content, hateful conduct, post porn, will reject, glorify violence, unlawful harmful, prohibited items, restricted items, content is prohibited, sexual content, harassing content, deceptive content, firearms, abusive content, hateful, private information of others, "
            "don't allow ?any content/posts/images/videos/nudity/ads, not allow ?any posts/images/videos/nudity, allow content that/which, content targeting/attacking/praising/promoting/depicting/glorifying/sexualizing, protected characteristic~, prohibits uploading/posting/sharing, inappropriate content",
            2.0: "offensive, abusive, harassment, threatening, vulgar, sexual, violence, violent, weapons, drugs, suicide, bullying, threats, gore, explicit, terrorism",
        },
        together=(
            (2.6, "BAD_CONTENT MUST_NOT POST"),
            (1.6, "BAD_CONTENT CONTENT"),
            (1.2, "BAD_CONTENT MUST_NOT"),
            (0.8, "MUST_NOT POST CONTENT"),
            (-1.6, "LIABLE"),
            (-1.2, "DISCLAIM"),
            (-1.2, "PDATA COLLECT"),
            (-1.6, "SENSITIVE PDATA"),
            (-1.5, "SHARE LEGAL_NEED PDATA"),
            (-1.5, "ARBITRATE"),
        ),
        headings={
            2.6: "prohibited content, restricted, hate, hateful, violence, violent, nudity, adult, harassment, illegal, content standards, content rules, content policy, community guidelines, self harm, suicide, abuse, bullying, child safety, sexual, terrorism, regulated goods, misinformation, privacy violations, sensitive content"
        },
    ),
    "content_moderation": Cues(
        phrases={
            4.6: "remove ?any content, remove or disable, remove your content, right to remove, content moderation, moderation decisions, take down, removal of content, remove ?any user content, remove content, refuse to post, pre screen, limit the visibility, delete ?any content, remove or refuse, refuse or remove, screen or monitor, moderators, "
            "appeal ?the ?a ?our decision~, removed content, monitor ?the content, review content, remove or edit, removing content, edit or remove, content removed, remove any material, remove posts, remove or block, delete your content, delete content, monitor or review, internal complaint, reporting content, report content, flag content, flagged, "
            "reduce the visibility, content may be removed, remove listings, appeal, remove the content, remove any postings, remove any listing~, remove any or all, block content",
            1.8: "moderation, moderate, report, downrank, labels, removed, trusted flaggers, visibility",
        },
        together=(
            (2.6, "REMOVE CONTENT WE"),
            (1.0, "REMOVE CONTENT ANY_TIME"),
            (1.0, "REMOVE CONTENT VIOLATE"),
            (1.2, "REMOVE CONTENT MAY"),
            (-2.0, "PDATA !CONTENT"),
            (-1.6, "LICENSE EXPLOIT"),
            (-1.2, "RIGHT_VERB YOU_CAN !VIOLATE"),
            (-2.2, "COOKIE"),
            (-1.6, "PAY FEE"),
            (-1.4, "COLLECT PDATA"),
            (-1.6, "MUST_NOT BAD_USE !REMOVE"),
            (-1.2, "RIGHT_VERB YOU_CAN PDATA"),
            (-1.8, "TERMS CHANGE"),
            (-1.6, "SECURITY MEASURES"),
        ),
        headings={
            2.5: "moderation, removal, removing content, content removal, monitoring, review of content, appeals, appeal, reporting, enforcement of content, complaints about content, content review"
        },
    ),
    "content_license": Cues(
        phrases={
            4.8: "license to use your, grant us a, you grant us, you grant to, hereby grant, you retain ownership, retain ?all ?your ?ownership rights, you retain ?any, royalty free, sublicensable, license to use reproduce, license to host, own your content, own the content, ownership of your content, you own, rights in your content, license to your, content license, your content remains, feedback ?or suggestions, "
            "without compensation to you, suggestions you, feedback you, waive ?any moral rights, license to reproduce, right to use your content, you keep ?all ownership, license you grant, rights you grant, remain the owner, irrevocable, now known or, media formats, media channels, derivative works of distribute, create derivative works, moral rights in, use your feedback, submit ?any ideas, your submissions, without any obligation to compensate, "
            "rights necessary to grant, remain the ?sole owner, waive ?any moral, licences/licenses granted by you, retain your ownership, own the outputs",
            1.8: "your content, content you post, content you submit, content you create, user content, feedback, submissions, perpetual, worldwide, user submissions, suggestions, moral rights, your name and likeness",
        },
        together=(
            (2.6, "LICENSE_TRAIT EXPLOIT"),
            (1.6, "LICENSE EXPLOIT CONTENT"),
            (1.6, "OWN CONTENT YOU"),
            (1.2, "YOU LICENSE CONTENT"),
            (1.4, "LICENSE_TRAIT CONTENT"),
            (-2.2, "LIABLE"),
            (-1.6, "PDATA COLLECT"),
            (-1.6, "BAD_USE MUST_NOT"),
            (-1.4, "BAD_CONTENT"),
            (-1.6, "MUST_NOT IP"),
            (-1.6, "REMOVE CONTENT !LICENSE"),
            (-2.0, "MUST_NOT LICENSE_TRAIT"),
            (-1.2, "INDEMNIFY"),
        ),
        headings={
            2.6: "license you grant, your content, rights you grant, user content, content license, feedback, ownership of content, content you, submissions, your license to us, licence to us, user submissions, your rights and grant, user generated content"
        },
    ),
    "intellectual_property": Cues(
        phrases={
            4.6: "intellectual property ?rights, copyright infringement, trademarks, dmca, digital millennium copyright act, our trademarks, protected by copyright, proprietary rights, notice of infringement, counter notice, counter notification, copyright agent, all rights reserved, grants you a, grant you a, limited license, open source, creative commons, exclusive property of, "
            "limited non exclusive, trade marks, copyrighted material, copyrighted work, claims of copyright, copyright owner, trademark, copyrights, service marks, brand assets, owned by us, we own, or its licensors, and its licensors, our licensors, free software, public license, revocable license, copyright notice~, repeat infringer~, copyright complaint~, infringing material, "
            "or our licensors, and our licensors, party licensors, you do/shall/will not acquire any, reserves/reserve/retains all rights/right, and retain all right/rights, licence/license is/be granted, owns all right/rights, affiliates/licensors own, trademarks service marks, marks logos, trademarks or trade dress",
            2.0: "copyright, logo, logos, patent, trade secret~, licensed to you, license to use, infringement, infringes, licensed not sold, our brand",
        },
        together=(
            (1.8, "OWN IP"),
            (1.6, "LICENSE OUR_THING !CONTENT"),
            (1.0, "IP OUR_THING"),
            (0.8, "IP NOTICE"),
            (-1.8, "PDATA"),
            (-1.6, "INDEMNIFY"),
            (-1.4, "LIABLE DAMAGES"),
            (-1.4, "WARRANTY DISCLAIM"),
            (-1.2, "ARBITRATE"),
            (-1.0, "BAD_USE MUST_NOT"),
            (-1.2, "LICENSE_TRAIT EXPLOIT"),
        ),
        headings={
            2.6: "intellectual property, copyright, trademarks, trademark, dmca, proprietary rights, ownership, license to you, our content, infringement, license grant, our rights, brand, limited license, license"
        },
    ),
    "developer_api": Cues(
        phrases={
            4.8: "api key~, our api, our apis, api calls, rate limit~, developer terms, access tokens, developer platform, the api, the apis, the sdk, software development kit, developer account, developer products, your application, third party developers, api terms, developer agreement, apis, sdks, api, developer portal, application programming interface~, plugins, developer policy, rss feed~, embed code",
            1.6: "developer, developers, sdk, integrations, integration, your app",
        },
        together=(
            (1.4, "API MUST_NOT"),
            (1.2, "API OUR_THING"),
            (-2.0, "PDATA COLLECT"),
            (-1.8, "TRACK"),
            (-1.4, "SHARE THIRD PDATA"),
            (-2.0, "LIABLE DAMAGES"),
        ),
        headings={2.6: "api, apis, developer~, sdk, rate limits, developers, api license"},
    ),
    "disclosure_requirements": Cues(
        phrases={
            4.8: "transparency report~, clearly disclose, must disclose, paid partnership~, branded content, paid promotion, material connection, political ads, political advertising, must be labeled, clearly label, endorsement guides, must be clearly, ads transparency, ad library, ai generated content must, average monthly active, "
            "disclose to others, disclose that the content, make clear to, digital services act, required to disclose, disclosure label, transparency center, represent that output, synthetic or manipulated, notify affected users, notify users of requests, notify ?affected ?the users prior, conspicuously disclose, notify users ?before, user notice policy",
            1.8: "transparency, sponsored content, watermark, label, disclosures, imprint, disclose, legal requests",
        },
        together=(
            (2.6, "DISCLOSE_DUTY YOU"),
            (-1.8, "PDATA !NOTICE"),
            (-1.2, "LIABLE DAMAGES"),
            (-1.0, "ARBITRATE"),
            (1.6, "LEGAL_NEED NOTICE SHARE"),
        ),
        headings={
            2.4: "transparency, disclosure requirements, paid promotion, branded content, sponsored, endorsements, labeling, user notice, digital services act"
        },
    ),
}
