"""Cues for the types about data and privacy, and about AI."""

from provisions.analysis.lexicon.cues import Cues

CUES: dict[str, Cues] = {
    "data_collection": Cues(
        phrases={
            4.2: "we collect, we may collect, we also collect, we automatically collect, we may also collect, "
            "information collected automatically, we receive information, we may receive, obtain information about you, we gather, information we receive, types of information collected, "
            "collects information, collect information, collect personal, collects personal, collects ?certain data, collect certain, log files",
            2.5: "information we collect, data we collect, information you provide ?to ?us, automatically collect~, automatically receive~, automatically record~, when you register, when you create an account, when you sign up, you provide us, provide us with, ask you to provide, you give us, third party sources, "
            "from third parties, from other sources, publicly available sources, personal information such as, information may include, information such as, information includes, data may include, log data, "
            "referring web~/website/websites/site/page, referrer, device identifiers, pages you visit, browser type, operating system, information like your, your ip address, when you visit, uploaded to our",
        },
        together=(
            (3.0, "COLLECT PDATA"),
            (3.2, "COLLECT DATA_ITEM"),
            (1.6, "COLLECT DATA_WORD"),
            (1.2, "WE COLLECT PDATA"),
            (1.2, "DATA_ITEM PDATA"),
            (0.8, "DATA_ITEM DATA_WORD"),
            (2.0, "DATA_ITEM !BAD_USE"),
            (0.6, "TRACK COLLECT"),
            (-0.8, "SHARE THIRD !COLLECT"),
            (-3.6, "USE_COLLECTED"),
            (-2.0, "MEANS"),
            (-1.6, "SHARE THIRD PDATA"),
            (-2.8, "SECURITY MEASURES"),
            (-2.8, "RIGHT_VERB YOU_CAN"),
            (-1.6, "KEEP HOW_LONG"),
            (-1.0, "TERMS CHANGE"),
            (-2.0, "REFERRAL"),
            (-2.0, "IP"),
            (-1.0, "PAY FEE"),
            (-1.2, "MUST_NOT !WE"),
            (-1.6, "BAD_USE"),
        ),
        headings={
            2.2: "information we collect, data we collect, collection of, what information, information you provide, information collected, data collection, what we collect, personal data we collect, what data, "
            "how we collect, categories of personal, information we receive, log data, information from other, personal information we collect, collect",
        },
    ),
    "data_usage": Cues(
        phrases={
            4.2: "how we use ?your information/data, use ?your ?the ?this ?personal information/data to, use your personal information, use your personal data, use the information, use this information, uses ?of your information/data, use of ?the information/data, "
            "process your personal data, process ?your personal information, processing ?of ?your personal data, "
            "legal basis for, lawful basis, legal bases, legitimate interests, used to provide, use your data, use your information, use it to, use information, may use your, is used to, are used to, used in order, is used in, purposes for which, for the purposes described, "
            "used for the purpose, used to improve, used by us to, use such information, use that information, use personal, uses your",
            2.2: "for the following purposes, purposes for, improve our services, personalize your experience, improve the service~, provide customer support, analyze trends, for internal purposes, statistical purposes, to personalize, respond to your ?requests/inquiries, communicate with you, to contact you, "
            "marketing purposes, send you, aggregate~, combine, quality of our service, provide and improve, maintain and improve, operate and improve, develop new, customize your, enhance ?the ?your, better experience, for research, only use",
        },
        together=(
            (2.6, "USE PURPOSE PDATA"),
            (2.8, "USE PDATA"),
            (1.2, "USE PURPOSE DATA_WORD"),
            (1.0, "USE DATA_ITEM PURPOSE"),
            (0.9, "WE USE PDATA PURPOSE"),
            (1.2, "COLLECT PURPOSE PDATA"),
            (1.6, "PURPOSE MARKETING"),
            (1.2, "COLLECT PURPOSE DATA_WORD"),
            (-1.2, "SECURITY MEASURES"),
            (-1.2, "KEEP HOW_LONG"),
            (-0.9, "SHARE THIRD"),
            (-1.2, "BY_USING BIND"),
            (-2.8, "RIGHT_VERB YOU_CAN"),
            (-1.2, "TERMS CHANGE"),
            (-2.0, "REFERRAL"),
            (-2.0, "IP"),
            (-1.2, "LICENSE EXPLOIT"),
            (-1.6, "BAD_USE"),
            (-1.0, "LIABLE"),
        ),
        headings={
            2.4: "how we use, use of information, use of ?your personal, use of data, purposes, why we process, how your information is used, legal basis, legal bases, lawful basis, use of your, what we do with, uses of, use your, how we process, we use",
        },
    ),
    "data_sharing": Cues(
        phrases={
            4.4: "share your ?personal information/data, share personal, share information, disclose your ?personal information/data, disclose personal, disclose information, disclosure of ?your ?personal information/data, "
            "sell your ?personal information/data, sell personal, not sell ?or, sharing ?of ?your ?personal information/data, shared with third parties, share ?it with ?our third, sold to, with third parties, to third parties, "
            "information shared with, information we share, we may share, we share, we also share, we also disclose, we may disclose, we may also share, may also disclose, disclosed to third, provide your information to, transfer your information to, who we share, rent or sell, sell or rent, sell or market, never sell, not sell, business transfer such, event of a merger, merger sale, information will be shared, exchanging information, "
            "third parties have access, transferred as part of, third parties may have access",
            2.6: "business transfer~, law enforcement, merger or acquisition, merger acquisition, legal process, court order, subpoena, service providers who, on our behalf, our affiliates, our partners, business partners, third party service providers, sale of all or, "
            "personal information to third, trusted third parties, share ?some ?of your, publicly available, made public, visible to other, public profile, substantially all",
        },
        together=(
            (3.2, "SHARE THIRD PDATA"),
            (2.0, "SHARE PDATA"),
            (1.3, "SHARE THIRD DATA_WORD"),
            (1.0, "THIRD PDATA"),
            (1.8, "MERGER PDATA"),
            (2.6, "MERGER !TERMS"),
            (1.4, "MERGER DATA_WORD"),
            (1.2, "SHARE LEGAL_NEED PDATA"),
            (0.8, "PROVIDERS PDATA"),
            (1.4, "PROVIDERS WE !BAD_USE"),
            (0.9, "SELL PDATA"),
            (-1.8, "SECURITY MEASURES !THIRD"),
            (-1.5, "BY_USING BIND"),
            (-1.2, "LICENSE EXPLOIT"),
            (-1.4, "BAD_USE"),
            (-3.0, "CREDENTIAL ACCOUNT"),
            (-2.0, "MUST_NOT SENSITIVE"),
            (-1.0, "TERMS CHANGE"),
            (-1.6, "REFERRAL"),
            (-1.0, "LIABLE"),
            (-1.0, "RIGHT_VERB YOU_CAN !SHARE"),
            (-1.0, "YOU_CAN OPT_OUT !SELL"),
            (-1.4, "COLLECT !SHARE"),
        ),
        headings={
            2.5: "sharing, share, disclosure of, disclose, third parties, who receives, recipients, who has access, business transfers, sale of, sell, information we share, third party, service providers, law enforcement, who we share, legal reasons",
        },
    ),
    "data_retention": Cues(
        phrases={
            4.6: "retention period~, data retention, retain your ?personal information/data, retain personal, retain information, how long we, retain ?the ?this ?such information/data, keep your ?personal information/data, store your ?personal information/data for, as long as necessary, as long as ?it is "
            "necessary, for as long as, as long as you, as long as your account, no longer than ?is necessary, longer than required, no longer necessary, no longer needed, no longer required, retained for, stored for, kept for, "
            "backup copies, archived copies, residual copies, retention of, we retain, we will retain, may retain, may also retain, we keep, deleted within, deleted after, delete it after, deleted automatically",
            2.2: "retain, retained, days after, permanently deleted, stored until, kept until, will be deleted, automatically deleted",
        },
        together=(
            (3.4, "KEEP HOW_LONG PDATA"),
            (1.8, "KEEP HOW_LONG DATA_WORD"),
            (1.6, "DELETE HOW_LONG PDATA"),
            (1.6, "DELETE HOW_LONG DATA_WORD"),
            (1.2, "KEEP DELETE"),
            (1.2, "DELETE HOW_LONG ACCOUNT"),
            (-2.6, "LICENSE"),
            (-1.0, "PAY FEE"),
            (-1.4, "COOKIE !HOW_LONG"),
            (-1.0, "SECURITY MEASURES !HOW_LONG"),
            (-1.6, "OWN IP"),
        ),
        headings={2.8: "retention, how long, storage of, data storage, deletion, keep your, retain, storing"},
    ),
    "data_security": Cues(
        phrases={
            4.6: "security measures, technical and organizational, technical and organisational, security of your, protect your ?personal information/data, reasonable security, appropriate security, safeguard~ your, unauthorized access use or, unauthorized access disclosure, guarantee ?the security, "
            "secure socket, protect ?the security, encrypted using, industry standard encryption, commercially reasonable security, security practices, transmission over the internet, no method of transmission, 100 secure, completely secure, data breach, breach of security, "
            "security breach, security incident, is encrypted, are encrypted, encryption, secure servers, secure server, protect the information, keep your information secure, keep your ?personal data secure, safeguards, technical measures, end to end encrypted, guard personal",
            2.0: "secure, security, protect against, confidentiality, impenetrable, firewalls, ssl, against loss",
        },
        together=(
            (3.2, "SECURITY MEASURES PDATA"),
            (2.0, "SECURITY MEASURES DATA_WORD"),
            (2.2, "BREACH_EVENT NOTICE"),
            (1.4, "SECURITY PDATA"),
            (1.4, "DISCLAIM SECURITY PDATA"),
            (-2.0, "CREDENTIAL ACCOUNT"),
            (-2.0, "BAD_USE MUST_NOT"),
            (-0.8, "SHARE THIRD LEGAL_NEED"),
            (-1.4, "PURPOSE USE"),
            (-1.2, "COOKIE"),
            (-1.2, "DAMAGES LIABLE"),
            (-1.0, "WARRANTY OUR_THING"),
        ),
        headings={
            2.8: "security, how we protect, safeguard~, data protection measures, protecting your, keep your information safe, breach~"
        },
    ),
    "tracking_advertising": Cues(
        phrases={
            4.8: "cookies, a cookie, web beacons, pixel tags, clear gifs, tracking technologies, google analytics, do not track, interest based advertising, targeted advertising, targeted ads, behavioral advertising, ad networks, advertising partners, personalized ads, personalised ads, third party advertisers, advertising id~, "
            "tracking pixels, local storage, retargeting, remarketing, tailored advertising, personalized advertising, relevant advertising, relevant ads, personalised advertising, third party ad, advertising cookies, advertising purposes, cookie, dnt, relevant advertisements, fingerprinting",
            2.2: "analytics, track your, track you, tracking, similar technologies, advertisements, referring url, referrer, referring site, advertisers",
        },
        together=(
            (2.0, "TRACK PDATA"),
            (2.4, "ADS PDATA"),
            (1.6, "TRACK ADS"),
            (1.2, "ADS USE WE"),
            (1.0, "TRACK OPT_OUT"),
            (0.8, "TRACK COLLECT"),
            (-1.5, "BAD_USE MUST_NOT"),
            (-1.5, "EARN"),
            (-1.0, "LIABLE"),
            (-1.2, "PAY FEE"),
        ),
        headings={
            2.5: "cookie~, tracking, advertising, do not track, analytics, ads, interest based, similar technologies, beacons, advertisers"
        },
    ),
    "privacy_rights": Cues(
        phrases={
            4.4: "right to access, right of access, right to erasure, right to be forgotten, right to object, right to rectification, right to data portability, data portability, right to opt out, right to withdraw, right to request, right to delete, right to lodge, lodge a complaint, "
            "access and correct, access correct, request access, request deletion, request that we delete, delete your ?personal information/data, update or correct, correct or update, opt out of, opt out, unsubscribe, access to ?your ?the personal, your privacy rights, california consumer privacy act, ccpa, data subject~, "
            "subject access request, delete your account, copy of your ?personal information/data, download your, supervisory authority, not discriminate against you, review and update, access or correct, access update, review update, request correction, withdraw your consent, "
            "export your, request a copy, deletion of your, delete your content, correct any, shine the light, authorized agent, privacy settings, deactivate your account, edit your, access and update",
            2.0: "right to, your rights, your choices, request that, control over, settings, privacy controls, preferences, restrict, object to, rectify, delete, correct",
        },
        together=(
            (3.0, "RIGHT_VERB YOU_CAN PDATA"),
            (1.6, "RIGHT_VERB YOU_CAN DATA_WORD"),
            (2.4, "OPT_OUT YOU_CAN MARKETING"),
            (1.8, "OPT_OUT YOU_CAN"),
            (1.8, "OPT_OUT MARKETING"),
            (1.4, "OPT_OUT TRACK"),
            (1.2, "OPT_OUT PDATA"),
            (1.2, "YOU_CAN COOKIE"),
            (1.2, "RIGHT_VERB YOU_CAN ACCOUNT DELETE"),
            (-2.6, "ARBITRATE"),
            (-4.0, "WE_RESERVE"),
            (-2.0, "LICENSE_TRAIT"),
            (-2.2, "COURT"),
            (-1.4, "PAY FEE"),
            (-1.2, "TERMS CHANGE !OPT_OUT"),
            (-1.4, "REMOVE CONTENT !YOU_CAN"),
            (-1.2, "KEEP HOW_LONG !YOU_CAN"),
            (-1.5, "LICENSE"),
            (-2.0, "IP"),
            (-1.6, "SUSPEND VIOLATE"),
            (-1.6, "MUST_NOT BAD_USE"),
            (-1.0, "RENEW"),
        ),
        headings={
            2.5: "your rights, your choices, rights, choices, opt out, access and, accessing, how to access, control, controls, your privacy rights, california, ccpa, managing your, data subject, correcting, updating your, delete, deleting your, unsubscribe, complaints, gdpr",
        },
    ),
    "consent": Cues(
        phrases={
            4.4: "you consent to, you are consenting, by using this site you, constitutes your ?acceptance/agreement/consent, constitute your ?acceptance/agreement/consent, you agree to be bound, agree to these terms, agree to this, accept these terms, accepts these terms, bound by these, with your consent, withdraw your consent, your consent, "
            "agree to the terms, signify your, deemed to have accepted, legally binding agreement, consent to the, accepting these terms, consent to our, enter into a legally, agree to the collection, do not agree, does not agree, bound by this, bound by the terms, express consent, prior consent, "
            "agree to comply with, accept the terms, accept this, you agree to the, acceptance of ?these terms, read and understood, explicit consent, your permission, entering into a binding, consent at any time",
            1.6: "consent, permission, opt in, accept all, you accept",
        },
        together=(
            (3.2, "BY_USING BIND"),
            (1.2, "BY_USING BIND TERMS"),
            (2.0, "CONTINUED_USE BIND"),
            (1.4, "CONSENT PDATA"),
            (0.8, "CONSENT COLLECT"),
            (1.2, "AGREE TERMS BY_USING"),
            (-1.8, "ARBITRATE"),
            (-1.5, "COURT"),
            (-1.4, "LIABLE DAMAGES"),
            (-2.0, "INDEMNIFY"),
            (-1.5, "LICENSE EXPLOIT"),
            (-1.6, "MUST_NOT BAD_USE"),
            (-1.4, "WARRANTY DISCLAIM"),
            (-1.2, "OWN IP"),
            (-1.2, "GOVERN"),
            (-0.8, "CREDENTIAL"),
        ),
        headings={
            2.2: "consent, acceptance, accepting, agreement to, your agreement, acceptance of terms, binding"
        },
    ),
    "international_transfers": Cues(
        phrases={
            4.8: "standard contractual clauses, privacy shield, adequacy decision~, binding corporate rules, outside the european economic area, outside the eea, transferred to countries, transfer your ?personal information/data to countries, international transfer~, cross border transfer~, "
            "data privacy framework, model clauses, third countries, outside of the eea, outside your country, outside ?of ?the european union, transferred outside, adequate level of protection, stored and processed in, processed and stored in, countries other than, safe harbor, transferred to the united states, country other than, outside of your country, "
            "country in which we, transfer information to the united, processed in the united states, anywhere in the world, stored in the united states",
            1.8: "united states, other countries, another country, european economic area, servers located, data centers",
        },
        together=(
            (3.4, "TRANSFER COUNTRY PDATA"),
            (1.4, "TRANSFER COUNTRY DATA_WORD"),
            (1.6, "SAFEGUARD_LAW"),
            (-2.0, "PAY FEE"),
            (-2.2, "GOVERN"),
            (-2.0, "COURT"),
            (-1.4, "LIABLE"),
            (-1.2, "BAD_USE MUST_NOT"),
        ),
        headings={
            2.6: "international, transfer~ of, cross border, international transfers, where we store, data transfers, outside the, privacy shield, global operations, location of"
        },
    ),
    "children_age": Cues(
        phrases={
            4.8: "under 13, under the age of, under 16, under 18, children's privacy, children's online privacy, at least 13, at least 16, at least 18, age of majority, parental consent, parent or guardian, parent or legal guardian, coppa, years of age, years old, minimum age, legal guardian, children under, directed to children, "
            "13 years, 18 years, 16 years, information from children, age of 18, age of 13, age of 16, from minors, 13 or older, 18 or older, your child, parental controls, parents and guardians, parental permission, over 18, over 13, minors, not intended for children, 18 or over, age restriction~, age requirement~, a minor, under age",
            1.6: "child, children, minor, parent, teen, age",
        },
        together=(
            (1.6, "CHILD PDATA"),
            (1.0, "CHILD CONSENT"),
            (-2.0, "BAD_CONTENT"),
            (-1.6, "MUST_NOT CONTENT POST"),
        ),
        headings={
            2.6: "children, children's, minors, age, child, kids, eligibility, parents, teens, under 13"
        },
    ),
    "sensitive_data": Cues(
        phrases={
            4.6: "sensitive personal information, sensitive personal data, special categories, special category, biometric data, biometric information, biometric identifiers, racial or ethnic, sexual orientation, political opinions, religious beliefs, precise location, precise geolocation, health data, health information, face geometry, facial recognition, "
            "genetic data, voiceprint~, faceprint~, sensitive data, sensitive information, biometrics, medical information, exact location, protected health information, face recognition, gps location, gps coordinates, precise location information",
            2.0: "your location, geolocation, health, religion, ethnicity, location data, location information, gender identity, face data",
        },
        together=(
            (1.4, "SENSITIVE PDATA"),
            (1.0, "SENSITIVE COLLECT"),
            (-2.6, "BAD_CONTENT MUST_NOT"),
            (-1.5, "LIABLE"),
            (-1.8, "IP"),
            (-2.0, "BAD_USE MUST_NOT"),
        ),
        headings={
            2.2: "sensitive, biometric, biometrics, health data, location information, special categories, location data"
        },
    ),
    "ai_training": Cues(
        phrases={
            5.0: "train our machine learning, train machine learning, train ?our ai, train our models, train artificial intelligence, to train ?our models, training ?of ?our ?machine ?learning models, machine learning or artificial intelligence models, training data, train and improve, ai training, model training, train generative, "
            "train large language, improve our models, training our models, train ?any machine, develop ?or train, train algorithms, training generative, training ai, training machine learning, training artificial intelligence, train ?new models, used for training, to train our, improve ?our machine learning, improving our models, "
            "develop and improve ai, train the models, training of machine learning, help train",
            1.5: "machine learning models, ai models, foundation models",
        },
        together=(
            (3.0, "TRAIN MODEL CONTENT"),
            (3.0, "TRAIN MODEL PDATA"),
            (1.4, "TRAIN MODEL USE"),
            (1.0, "AI TRAIN DATA_WORD"),
            (-1.0, "BAD_CONTENT"),
        ),
        headings={
            2.2: "training, train, model improvement, machine learning, ai training, improve our models"
        },
    ),
    "ai_automated": Cues(
        phrases={
            4.8: "automated decision~, automated decision making, solely automated, automated processing, profiling, ai features, ai powered, generative ai, ai generated, ai output, output may, outputs may, artificial intelligence features, human review, decisions based solely, algorithmic, automated individual, ai systems, ai tools, "
            "ai assistant, chatbot, ai technologies, legal or similarly significant, recommendation system~, recommender system~, recommendation algorithm~, artificial intelligence, ai services, accuracy of output, ai products",
            1.8: "automated systems, algorithms, ai, machine learning, output, recommend, models, automated means",
        },
        together=(
            (1.4, "AI USE"),
            (1.2, "AI OUR_THING"),
            (-1.5, "BAD_USE MUST_NOT"),
            (-3.0, "TRAIN MODEL CONTENT"),
            (-3.0, "TRAIN MODEL PDATA"),
        ),
        headings={
            2.4: "automated, ai features, ai services, ai systems, ai tools, use of ai, artificial intelligence, profiling, generative, algorithms, recommend~, recommender, outputs"
        },
    ),
}
