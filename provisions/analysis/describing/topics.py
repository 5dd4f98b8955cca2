"""Topics: what a clause of a type is about in particular, as short noun phrases found by their words."""

import re
from functools import cache

from provisions.analysis.describing.fact_words import Entry
from provisions.analysis.severity_words import only_needs_cookies

# Words that a remark asks for too.
PARENTS_AGREE = (
    r"(?<!without )(?:parent|guardian)\w*[^.;]{0,80}(?:consent|permission|(?<!not )permit|agree|authori|approv|accept|supervis|involve)|"
    r"(?:consent|permission|permit|involvement|approval|supervision|authori[sz]ation)\w* (?:of|from|by) [^.;]{0,60}(?:parent|guardian)|ask (?:your|a) parent|(?<!without )parental"
)
# A browser's signal, and no tracking that is left undone ("we do not track you").
DO_NOT_TRACK = r"do not track(?! (?:you|your|users|people|any|the|what|where|how|which|individual|visitors|across|this|these|children)\b)|\bdnt\b|global privacy control"
LEFT_TO_COURTS = (
    r"(?:seek|obtain|bring|apply for|pursue|request)\w*[^.;]{0,80}(?:injuncti|equitable|intellectual property)[^.;]*\bcourt|"
    r"in (?:(?:a|any|the|state|federal) )?(?:\w+ ){0,4}courts?\b[^.;]{0,200}(?:infring|misappropriat|injuncti|equitable)|"
    r"(?:except|other than|excluding|exempt)\w*[^.;]{0,90}(?:injuncti|intellectual property)"
)
OTHERS_ACT = (
    r"third[- ]part(?:y|ies)(?:['\u2019]s?)? (?:\w+ ){0,2}(?:service|site|website|content|app|product|provider|link|act|conduct|software|material|resource|user|seller|payment)|"
    r"(?:acts?|actions?|conduct|omissions?|content|services|products|goods|information|caused|provided|offered|made|posted)\b[^.;]{0,60} (?:of|by|from) (?:\w+(?:,)? ){0,4}third[- ]part|"
    r"other users|(?:linked|links to|linking) "
)

_TOPICS: dict[str, tuple[tuple[str, str], ...]] = {
    "data_collection": (
        (r"cookies?|pixels?|beacons?", "cookies and similar technologies"),
        (r"third part(?:y|ies)|other (?:sources|companies)|partners|publicly available", "information from other sources"),
        (r"creat\w+ an account|register|sign up", "account registration"),
        (r"automatically|log (?:data|files?)|when you (?:use|visit)", "automatic logging"),
        (r"contacts|address book", "address books"),
        (r"purchase|payment|transaction", "payments and purchases"),
        (r"contact us|customer support|support request", "support requests"),
        (r"surveys?|contests?|promotions?", "surveys and promotions"),
        (r"children|minors", "children's information"),
    ),
    "data_usage": (
        (r"aggregat|de-?identif|anonymi", "aggregated information"),
        (r"legitimate interest|legal bas[ie]s|lawful", "the legal grounds for processing"),
        (r"combin", "combining information"),
        (r"profil|infer", "profiling"),
    ),
    "data_sharing": (
        (r"merger|acqui(?:sition|red)|bankruptcy|reorgani|sale of (?:all|assets|our|the business)", "mergers and sales of the business"),
        (r"subpoena|court order|legal (?:process|request|obligation)|law enforcement|required by law", "legal requests"),
        (r"\b(?:sell|rent)(?:s|ing)?\b(?=[^.;]{0,60}(?:information|data|lists?))|\bsale of (?:your )?personal", "sale"),
        (r"service providers?|vendors|on our behalf|processors", "service providers"),
        (r"affiliat|subsidiar|group compan|corporate family", "affiliated companies"),
        (r"\bpublicly\b(?! (?:traded|owned))|(?:made|make|makes|making|become|becomes|is|are|be|remains?) public\b|public (?:profiles?|posts?|forums?|areas?|information|content|chats?|channels?|by default)|visible to (?:\w+ ){0,2}(?:anyone|everyone|the public)|general public", "public visibility"),
        (r"aggregat|de-?identif|anonymi", "aggregated information"),
        (r"your (?:consent|permission|direction)|you (?:direct|ask|choose)", "sharing at your request"),
        (r"fraud|protect\w* (?:\w+,? ){0,6}(?:rights|safety|property)\b|safety of|(?:public|user|personal|physical|your) safety|prevent\w* (?:\w+ ){0,3}(?:harm|injury)", "safety and fraud"),
        (r"payment", "payment processing"),
    ),
    "data_retention": (
        (r"backup|archived?|residual", "backup copies"),
        (r"\blogs?\b(?! (?:in|out|on|off)\b)", "logs"),
        (r"delet\w+ (?:your )?account|account (?:deletion|is (?:closed|deleted))|clos\w+ your account|deactivat", "closed accounts"),
        (r"deleted (?:content|posts|messages|files)", "deleted content"),
        (r"legal (?:obligation|reason|requirement)|comply with", "legal duties"),
        (r"inactiv", "inactive accounts"),
        (r"messages", "messages"),
        (r"search", "search records"),
    ),
    "data_security": (
        (r"(?:notif|inform|tell|report|alert)\w*[^.]{0,80}(?:breach|incident)|(?:breach|incident|stolen|leak\w*|compromised)[^.]{0,60}(?:notif|inform|tell|report|alert)", "notice of security breaches"),
        (r"encrypt|ssl|tls|https", "encryption"),
        (r"(?:can(?:no|')t|can not|not) (?:guarantee|promise|ensure)|100|no (?:method|system|security)|own risk|impenetrable", "no guarantee of security"),
        (r"employees|access to (?:your )?(?:personal )?information|access controls", "staff access"),
        (r"firewall|servers|physical", "technical and physical safeguards"),
    ),
    "tracking_advertising": (
        (DO_NOT_TRACK, "Do Not Track signals"),
        (r"google analytics|analytics", "analytics"),
        (r"targeted|interest-based|personali[sz]ed ad|relevant ad|behaviou?ral|tailored ad", "targeted advertising"),
        (r"pixel|beacon|clear gif", "pixels and web beacons"),
        (r"fingerprint", "device fingerprinting"),
        (r"third[ -]party (?:advertis|ads?\b|ad )|advertisers|ad networks", "third-party advertisers"),
        (r"(?<!non-)(?<!non )essential cookies|strictly necessary|(?<!un)necessary cookies", "necessary cookies"),
        (r"(?<!links )(?<!link )(?<!linked )\b(?:on|to|of|from|across|and|with|between|visit\w*) (?:(?!links?\b|linked\b)\w+ ){0,2}(?<!all )other (?:web)?sites|\b(?:on|across|visit\w*|from|of) (?:\w+ ){0,2}third[- ]party (?:web)?sites|\bacross (?:the |other |different |multiple |various |unaffiliated |non-\w+ )*(?:web|internet|sites|apps|applications|websites|platforms|online)", "tracking across other sites"),
        (r"local storage|web storage", "browser storage"),
        (r"cookie", "cookies"),
    ),
    "privacy_rights": (
        (r"(?:right|request|able|can|may|how|and|or|of|easily) (?:to )?access|^\W*access|, access|: access|access (?:to )?(?:and|or|your|the (?:personal )?(?:data|information)|personal|it|rights?)|access,(?= (?:correct|delet|updat|rectif|eras|chang|modif|port|edit|restrict|review|and))|right of access|copy of", "access"),
        (r"(?<!want us to )(?:delet|erase|erasure|forgotten)", "deletion"),
        (r"restrict\w*[^.;]{0,40}process|restriction of|(?:restrict|limit)(?:ing)? (?:the |our |how we )?(?:processing|use)(?! of (?:\w+ )?cookies)|right to restrict", "restriction"),
        (r"correct(?:ed|ion|ing|s)?\b(?! (?:functioning|operation))|rectif(?!\w+ (?:an|any|the) (?:error|problem|mistake))|updat(?:e|ed|ing)\b(?! (?:to|of) (?:this|our))|edit\b", "correction"),
        (r"portab|export|download your", "data export"),
        (r"\bobject\b", "objection"),
        (r"opt(?:ing)?[ -]?out|unsubscrib", "opting out"),
        (r"(?:marketing|promotional|advertising) (?:\w+ )?(?:messages?|communications?|e-?mails?|texts?|sms|calls?|materials?|mailings?|notifications?|information|content)|newsletters?|(?:direct )?marketing purposes|direct marketing", "stopping marketing messages"),
        (r"(?:withdraw(?:ing|al of)?|revok(?:e|ing)) (?:your |any |that |the |this |such |prior )*consents?\b|consent (?:may|can) be withdrawn", "withdrawing consent"),
        (r"complain|supervisory authority", "complaints to an authority"),
        (r"discriminat", "equal treatment"),
        (r"right to appeal|(?:may|can) (?:also )?appeal|appeal (?:our|the|a|that|its|any) (?:decision|denial|refusal)", "appeals"),
        (r"cookies?", "cookie choices"),
        (r"authori[sz]ed agent", "authorised agents"),
        (r"categories of (?:\w+ )?(?:personal|third|sources|recipients|information|data)|inform you (?:about|of)|right to (?:know|be informed)|what (?:personal )?(?:information|data) (?:we|is)|(?:public and private )?entities with which|whom we (?:share|disclose)", "questions about what is held and shared"),
        (r"decisions? (?:\w+ )?(?:based )?solely|automated (?:individual )?(?:decision|processing)|human intervention", "automated decisions"),
    ),
    "consent": (
        (r"continu\w+ (?:to )?(?:us|access)\w*(?:(?!\bnot\b|n['\u2019]t\b)[^.;]){0,140}(?:accept|agree|consent|constitut|bound|acknowledg)|(?:accept|agree|consent)\w*[^.]{0,60}\bby continuing", "continued use"),
        (r"by (?:using|accessing|visiting|browsing)", "use of the service"),
        (r"by (?:clicking|creating|registering|signing)|click", "signing up"),
        (r"withdraw", "withdrawing consent"),
        (r"(?:collection|processing|transfer)(?:,? (?:and|or) \w+)* of (?:your|personal|the|such)|data processing|process (?:your|personal)", "data processing"),
        (r"privacy (?:policy|notice|statement)", "the privacy policy"),
        (r"electronic(?:ally)?\b(?= \w*(?:communicat|notice|record|message|deliver|contract))|(?:communicat|notice|invoice|contract|notif)\w*[^.;]{0,40}(?:electronically|e-?mail|\bsms\b|text)", "electronic messages"),
        (r"cookies", "cookies"),
        (r"do(?:es)? not agree", "those who do not agree"),
        (r"parent", "parental consent"),
    ),
    "international_transfers": (
        (r"standard contractual|model (?:contract )?clauses", "standard contractual clauses"),
        (r"privacy (?:shield|framework)|safe harbou?r", "privacy frameworks"),
        (r"adequacy", "adequacy decisions"),
        (r"binding corporate rules|\bbcrs?\b", "binding corporate rules"),
        (r"united states|\bu\.s\.|\busa\b|\bthe us\b|\b(?:eu|uk|swiss)[-\u2013]us\b", "the United States"),
        (r"worldwide|any country|anywhere|around the world|global", "countries worldwide"),
        (r"singapore", "Singapore"),
        (r"china", "China"),
        (r"ireland", "Ireland"),
    ),
    "children_age": (
        (r"(?:delete|remove)\w* (?:such|that|the|this|any)", "deletion of children's information"),
        (PARENTS_AGREE, "parental permission"),
        (r"not (?:knowingly|intentionally)", "no knowing collection"),
        (r"(?:not|n['\u2019]t) (?:\w+ )?(?:intended|directed|designed|aimed|meant)", "a service not meant for them"),
        (r"teen", "teenagers"),
        (r"school|student", "schools"),
    ),
    "sensitive_data": (
        (r"biometric|face|voiceprint|fingerprint", "biometric data"),
        (r"(?<!device )health(?! data about (?:the|your) (?:operating|device|system|app))|medical", "health data"),
        (r"precise (?:geo)?location|precise geographic|\bgps\b|geolocation|latitude", "precise location"),
        (r"genetic", "genetic data"),
        (r"racial|ethnic", "racial or ethnic origin"),
        (r"sexual", "sexual orientation"),
        (r"religio|belief|political", "beliefs"),
        (r"social security|government", "government identifiers"),
    ),
    "ai_training": (
        (r"information (?:that )?we collect and publicly available", "collected and public information"),
        (r"\bposts?\b", "posts"),
        (r"interactions?", "interactions"),
        (r"prompts?|inputs?", "prompts"),
        (r"outputs?", "outputs"),
        (r"conversations?|chats?", "conversations"),
        (r"photos?|images?", "images"),
        (r"voice|audio", "voice recordings"),
        (r"(?<!collect and )public(?:ly)?[ -]available|public (?:posts|information)", "public information"),
        (r"information (?:that )?we (?:collect|have|receive)(?! and publicly)", "collected information"),
        (r"feedback", "feedback"),
        (r"(?:your|user|customer|submitted|such|any) content|\bcontent\b", "content"),
        (r"(?<!not )(?<!no )(?<!non-)(?<!contain )personal (?:data|information)", "personal information"),
        (r"customer data|usage data|your data", "customer data"),
        (r"messages", "messages"),
        (r"code", "code"),
    ),
    "ai_automated": (
        (r"automated (?:individual )?decision|solely automated|similarly significant", "automated decisions"),
        (r"profil", "profiling"),
        (r"recommend", "recommendations"),
        (r"accura|inaccura|incorrect|\berrors?\b|mistakes?", "accuracy of AI output"),
        (r"unique|same (?:or similar )?output|similar output", "output that others may get too"),
        (r"\boutputs?\b", "AI output"),
        (r"human review|human intervention", "human review"),
        (r"moderat|detect", "automated detection"),
        (r"chatbot|assistant", "AI assistants"),
        (r"generat", "generated content"),
    ),
    "acceptable_use": (
        (r"scrap|crawl|spider|data mining|harvest", "scraping and harvesting"),
        (r"reverse[ -]engineer|decompil|disassembl", "reverse engineering"),
        (r"(?<!anti-)spam|unsolicited|junk mail|chain letter", "spam"),
        (r"harass|stalk|threaten|\babus(?:e|ing|ive)\b(?! (?:of|or fraud|our|the|any|its)\b)|bully", "harassment"),
        (r"impersonat|misrepresent", "impersonation"),
        (r"virus|malware|malicious (?:code|software|program|file|script)|trojan", "malicious code"),
        (r"unauthori[sz]ed access|hack|(?:circumvent|bypass)(?!\w* (?:these|the|our|any|its) (?:\w+ )?(?:rules|terms|polic|fees|guidelines))|probe", "getting round security"),
        (r"interfer|disrupt|overburden|denial", "disrupting the service"),
        (r"illegal|unlawful|(?:violat|break|breach|infring|contrar|contraven|comply|compliance|accordance)\w*[^.;]{0,60}\blaws?\b", "unlawful use"),
        (r"(?<!non-)\bcommercial(?:ly)? (?:use|us|purpose|activit|gain|exploit|benefit|advantage|basis|behaviou?r|solicit|advert)|for commercial\b|commerciali[sz]", "commercial use"),
        (r"fraud|phish|scam", "fraud"),
        (r"manipulat|fake|inauthentic|multiple accounts", "manipulation and fake accounts"),
        (r"resell|(?<!non-)\bsublicens|\brent(?:al|ing)?\b", "reselling access"),
        (r"infring(?!\w* (?:up)?(?:on )?(?:the |your |others' )?privacy)|misappropriat|violat\w*[^.;]{0,60}intellectual property(?! laws)", "infringement"),
        (r"competiti(?:ve|or)|competing|benchmark", "competing products"),
        (r"personal(?:,| and|,? or)? non-?commercial|non-?personal use|personal use", "use beyond personal needs"),
        (r"automated|bots?\b|robot", "automated access"),
    ),
    "restricted_content": (
        (r"hate|hateful|racis|bigot|discriminat", "hateful content"),
        (r"porn|sexual(?! orientation| violence)|nud|obscen|adult(?!s\b)", "sexual content"),
        (r"child(?:ren)?|minor", "content harming children"),
        (r"violen|gore|graphic", "violent content"),
        (r"terroris|extremis", "terrorist content"),
        (r"harass|bully|threat|abusive", "harassment and threats"),
        (r"defam|libel|slander", "defamation"),
        (r"self-harm|suicide", "self-harm"),
        (r"mis(?:information|leading)|false|deepfake|synthetic|manipulated", "misleading content"),
        (r"infring|copyright|counterfeit", "infringing content"),
        (r"weapon|firearm|drug|tobacco|alcohol|regulated", "regulated goods"),
        (r"private information|privacy", "private information of others"),
        (r"illegal|unlawful", "unlawful content"),
    ),
    "content_moderation": (
        (r"(?<!no )appeal|complain|contest", "appeals"),
        (r"report|flag", "reports by users"),
        (r"no obligation|not obligated|do(?:es)? not (?:monitor|screen|review)", "no duty to monitor"),
        (r"listing", "listings"),
        (r"visibility|rank|demot|reach", "reduced visibility"),
        (r"label|warning", "labels and warnings"),
        (r"remov|delet|take down|taken down|disable", "removal of content"),
        (r"screen|review|monitor", "review of content"),
        (r"automated|machine|ai\b", "automated review"),
        (r"repeat|copyright|infring", "infringing content"),
    ),
    "content_license": (
        (r"feedback|suggestions?|ideas", "feedback and suggestions"),
        (r"(?:retain|keep)s? (?:all |any |your )?(?:of your )?(?:ownership|rights|title)|you own|remain\w* (?:the )?(?:owner|yours)", "ownership of what you post"),
        (r"moral rights", "moral rights"),
        (r"(?<!product )(?<!domain )(?<!file )\bname\b|likeness|profile picture", "use of name and likeness"),
        (r"advertis|promot|market", "promotion"),
        (r"delete|terminat|end of|expire", "the time after deletion"),
        (r"photos?|video|music|audio|recording", "photos, video and audio"),
        (r"\bpost|submit|upload|user content|your content", "content you post"),
    ),
    "intellectual_property": (
        (r"dmca|notice of (?:alleged |claimed )?infring|good[- ]faith belief|perjury|(?:identif\w+|description) (?:of )?(?:the |each )?(?:\w+ )?(?:copyrighted|infring)|copyright owner|electronic signature|counter[ -]noti|copyright agent|infringing material|claims? of", "copyright complaints"),
        (r"trade ?marks?|logos?|brand", "trademarks and logos"),
        (r"open source|gpl|creative commons|public license|free software", "open-source licences"),
        (r"limited (?:license|licence|right)|license (?:to|you)|licen[cs]e to use|revocable", "licences"),
        (r"patent", "patents"),
        (r"repeat infring", "repeat infringers"),
        (r"we own|owned by|ownership|property of (?!others)|proprietary|belongs? to us|reserve all rights", "ownership"),
        (r"copyright", "copyright"),
    ),
    "developer_api": (
        (r"rate limit|throttl|quota|calls", "rate limits"),
        (r"api keys?|access tokens?|credentials", "API keys"),
        (r"train|machine learning|model", "use of API data for models"),
        (r"terminat|revoke|suspend", "loss of API access"),
        (r"\bdata\b", "data"),
        (r"sdk|software development", "software kits"),
        (r"rss|feed|embed", "feeds and embeds"),
        (r"(?:change|modif|deprecat|updat)\w* (?:\w+ ){0,3}(?:api|apis|sdks?|platform)\b", "changes to the API"),
    ),
    "disclosure_requirements": (
        (r"paid partnership|sponsored|branded|endorse|paid promotion|material connection", "paid promotion"),
        (r"ai[ -]generated|synthetic|output|machine", "AI-made content"),
        (r"political", "political advertising"),
        (r"transparency report", "transparency reports"),
        (r"law enforcement|legal request|government|notify (?:affected )?users?", "notice of legal requests"),
        (r"digital services act|monthly active", "Digital Services Act figures"),
        (r"seller|trader", "trader information"),
    ),
    "account_control": (
        (r"password|credential|secure|security", "passwords and security"),
        (r"responsible for (?:all|any)|activit", "answering for all activity"),
        (r"accurate|truthful|complete(?:,)? (?:and |or )?(?:true|current|correct)|(?:true|current|correct)(?:,)? (?:and |or )?complete", "accurate details"),
        (r"(?:transfer|sell|lend|rent|assign|share|sharing) (?:\w+ ){0,3}account|someone else|non-?transferable", "sharing or transfer of accounts"),
        (r"username|user name", "usernames"),
        (r"(?:one|multiple|more than one)(?: \(\d\))? (?:\w+ )?accounts?", "the number of accounts"),
        (r"regist|create an account|sign up", "registration"),
        (r"on behalf of (?:a|an|your|any|another)\b", "accounts for others"),
        (r"unauthori[sz]ed", "unauthorised access"),
    ),
    "termination": (
        (r"inactiv", "inactive accounts"),
        (r"surviv", "clauses that survive"),
        (r"(?:you (?:may|can)|your right to) (?:\w+ )?(?:terminate|cancel|delete|close|stop|deactivate)|(?<!decide )(?<!right )(?<!need )(?<!have )to (?:delete|close|deactivate|cancel) your account,? ", "leaving the service"),
        (r"upon termination|after termination|effect of", "effects of termination"),
        (r"at any time(?=.{0,80}without (?:prior )?notice)|without (?:prior )?notice(?=.{0,80}at any time)", "termination at any time without notice"),
        (r"(?<!at any time )without (?:prior )?notice(?!.{0,80}at any time)", "termination without notice"),
        (r"(?<!if )\bat any time", "termination at any time"),
        (r"sole discretion", "termination at the platform's discretion"),
        (r"any (?:or no )?reason(?! other| outside)", "termination for any reason"),
        (r"breach|violat|fail", "termination for breach"),
        (r"(?:^|(?<=[.;] ))(?:(?!\b(?:try|attempt|efforts?|without|not)\b)[^.;])*?\b(?<!prior )(?:advance|written|days['\u2019]?|give you|provide) (?:\w+ )?notice", "termination with notice"),
        (r"refund|fees", "money on termination"),
        (r"(?:delet|retain|los[es]|access|remov|export|keep|retriev)\w*[^.;]{0,60}\b(?:data|content|materials|files)\b|\b(?:data|content|files)\b[^.;]{0,60}(?:delet|retain|lost|remov|access|retriev)", "data on termination"),
    ),
    "enforcement_actions": (
        (r"repeat", "repeated violations"),
        (r"suspen", "suspension"),
        (r"permanent", "permanent measures"),
        (r"\bban(?:s|ned|ning)?\b", "bans"),
        (r"strike", "strikes"),
        (r"(?<!no )appeal", "appeals"),
        (r"law enforcement|legal action", "referral to authorities"),
        (r"withh[eo]ld|forfeit|\bfine[sd]?\b|(?<!without )penalt", "penalties"),
        (r"new account|another account|circumvent|evad", "new accounts after a ban"),
        (r"(?:limit|restrict|block)\w* (?:\w+,? ){0,5}?(?:access|accounts?|use|features?|functions?|functionalit|users?)\b", "restricted access"),
        (r"terminat", "account termination"),
        (r"non-?payment|unpaid", "unpaid charges"),
    ),
    "platform_discretion": (
        (r"discontinu|shut down|stop (?:providing|offering)|cease", "ending features or the service"),
        (r"assign|transfer (?:these|our|this)", "assignment of the contract"),
        (r"fail\w*[^.;]{0,60}enforce|waiver", "no waiver by silence"),
        (r"refuse|reject|decline", "refusal of service"),
        (r"no obligation|not obligated", "no duty to act"),
        (r"modif|chang|updat|alter", "changes to the service"),
        (r"(?<!not )(?<!without )\b(?:limit|restrict)(?!ation|ion)\w*", "limits on use"),
    ),
    "policy_changes": (
        (r"continu\w+ (?:to )?(?:use|using|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|continued (?:use|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|(?:agree|accept|bound|deemed)[^.]{0,100}continu\w+ (?:to )?us", "continued use as acceptance"),
        (r"without (?:prior )?notice|at any time|sole discretion", "changes at any time"),
        (r"e-?mail(?:ing|ed)? you|\bnotif(?:y|ie[sd]|ying|ication)|\binform(?:s|ed|ing)? (?:you|users|customers)|(?:give|provide|with|prior|advance|written|reasonable|send|such|by|upon|our|without|further) (?:you )?(?:with )?(?:\w+ )?notice\b|let you know|tell you", "notice of changes"),
        (r"material", "material changes"),
        (r"post(?:ing|ed)? (?:the|any|a|an|on|new|changes|updates|it|them|these|such|revised)\b|publish|(?:on|to) (?:our|the|this) (?:\w+ )?(?:web)?(?:site|page)", "changes posted online"),
        (r"fees?|prices?", "fees"),
        (r"arbitration", "the arbitration agreement"),
        (r"(?:previous|prior|earlier|past) versions? (?:of [^.]{0,40})?(?:are |is |can )?(?:available|be found|archive|here)|archive|(?:see|view|find|review|read) (?:the |all |our )?(?:previous|prior|earlier|past) version", "earlier versions"),
        (r"do(?:es)? not agree|terminate|close|stop using", "leaving when terms change"),
    ),
    "payment_fees": (
        (r"price (?:change|increase)|change (?:our|the|its)? ?(?:fees|prices|pric)|prices may|increase", "price changes"),
        (r"\btax", "taxes"),
        (r"\blate\b|overdue|unpaid|past due|delinquent|non-?payment|fail\w* to pay|(?:payment|charge|card)s?\b[^.;]{0,40}(?:fail|declin|reject)", "late or failed payment"),
        (r"currency conver|conver\w*[^.;]{0,40}currenc|exchange rate|foreign exchange", "currency conversion"),
        (r"\bcurrenc", "the currency of payment"),
        (r"virtual|\bcoins?\b|\btokens?\b", "virtual currency and items"),
        (r"payment processor|third[ -]party pay|app store", "payment processors"),
        (r"payment method|credit card", "payment methods"),
        (r"service fee|commission|booking fee|transaction fee", "service fees"),
        (r"in-app|purchase", "purchases"),
        (r"subscription", "subscription fees"),
        (r"free of charge|no charge|without charge|for free", "what is free"),
    ),
    "auto_renewal": (
        (r"free trial|trial", "free trials"),
        (r"cancel", "cancelling"),
        (r"price", "the price"),
        (r"(?:remind|notice|notif)\w*(?! of non)[^.;]{0,80}(?<!non-)\brenew|(?<!non-)\brenew[^.;]{0,80}(?:remind|\bnotice|notif)", "notice of renewal"),
        (r"apple|google play|app store", "app-store subscriptions"),
        (r"renew|recurring", "renewal of subscriptions"),
    ),
    "refunds": (
        (r"non-?refundable|no refunds?|not (?:be )?refund|sales are final|not (?:provide|offer|eligible)|(?:do not|don['\u2019]t|never) (?:give|issue|offer|provide) (?:\w+ )?refunds", "no refunds"),
        (r"withdrawal|(?:right to|you (?:may|can)|able to) withdraw|withdraw from|cooling|14[ -]days?|fourteen", "right of withdrawal"),
        (r"partial(?:ly)? (?:used|period|month|term|year|subscription|billing)|unused|prorat|pro rata|remaining", "unused time"),
        (r"chargeback", "chargebacks"),
        (r"virtual|\bcoins\b", "virtual items"),
        (r"cancel", "cancellations"),
    ),
    "monetization_rules": (
        (r"withhold|withheld|forfeit", "withheld earnings"),
        (r"payouts?|disburs", "payouts"),
        (r"eligib", "eligibility"),
        (r"revenue|share|commission", "revenue shares"),
        (r"affiliate", "affiliate programmes"),
        (r"royalt", "royalties"),
        (r"\btax", "taxes"),
        (r"rewards?|points", "rewards"),
        (r"seller", "seller fees"),
    ),
    "arbitration": (
        (r"opt(?:ing)?[ -]out|reject th", "opting out"),
        (r"(?<![\w-])(?:fees|costs)\b(?! (?:&|and) forms)(?!-)", "the costs of arbitration"),
        (r"mass arbitrations?\b(?! (?:supplementary|rules|procedures))|batch|similar (?:claims|demands)", "many similar claims"),
        (r"small claims", "small-claims cases"),
        (r"notice of dispute|informal|before (?:filing|starting|initiating)|\bfirst so (?:that )?we can|try to resolve", "a notice or talks first"),
        (r"(?<!pre-)\bhearings?\b|(?:by|via|through|over) (?:the )?(?:tele)?phone|video", "hearings"),
        (r"federal arbitration act", "the Federal Arbitration Act"),
        (LEFT_TO_COURTS, "claims left to courts"),
        (r"(?<!with the )(?<!with an )(?<!with any )arbitrator (?:may|shall|will|can|has (?:the|exclusive|no|full|sole|power|authority))(?! not| be\b)", "the arbitrator's powers"),
        (r"\bawards?\b", "the arbitrator's award"),
        (r"rules", "the rules of the arbitration"),
    ),
    "class_action_waiver": (
        (r"jury", "jury trials"),
        (r"mass arbitration|consolidat", "joined cases"),
        (r"private attorney general", "actions for the public"),
        (r"class", "class actions"),
    ),
    "legal_jurisdiction": (
        (r"within (?:one|1|two|six|twelve)|(?:permanently|forever)[ -]barred|limitations? period|statutes? of limitation", "time limit to sue"),
        (r"consumer|mandatory", "consumers"),
        (r"resident|country (?:where|in which) you|your (?:local|country)", "the place where you live"),
        (r"small claims", "small-claims courts"),
        (r"sale of goods|convention", "exclusion of the UN sales convention"),
        (r"governed|governing|law of|laws of", "governing law"),
        (r"exclusive|courts?|venue", "where cases are heard"),
    ),
    "liability_limitation": (
        (r"exceed|greater of|(?<!not )limited to (?!the (?:\w+ )?extent|the fullest|the maximum extent|foreseeable|damages)|maximum (?:aggregate |total )?(?:liabilit|amount)|aggregate|capped at", "all losses above a cap"),
        (OTHERS_ACT, "what third parties do"),
        (r"indirect|consequential|incidental|punitive|lost profits|loss of profits", "indirect losses"),
        (r"user content|(?:users?['\u2019]?|your|members?['\u2019]?) (?:\w+ )?content|content (?:that )?(?:\w+ ){0,2}(?:posted|provided|submitted|uploaded|created|shared|of other users)|(?:back up|loss of) content", "users' content"),
        (r"loss of data|data loss|lost data", "loss of data"),
        (r"beyond (?:our|its|their) (?:\w+ )?control|force majeure|weather|strikes|acts? of god", "events beyond control"),
        (r"unauthori[sz]ed (?:access|use|person|part)|\bhack|security (?:breach|incident)|breach of security", "unauthorised access"),
        (r"virus|malware|malicious code", "viruses"),
        (r"release", "release of claims"),
        (r"(?<!including )(?<!including, without limitation, )negligence", "negligence"),
        (r"personal injury|death", "injury"),
        (r"fraud", "fraud"),
        (r"(?:between|among) (?:\w+ ){0,2}(?:user|host|driver|seller|buyer|member)|(?:user|host|driver|rider|seller|buyer|member)s?['’]? (?:and|or) (?:\w+ )?(?:host|driver|rider|seller|buyer|guest)|other (?:users|members)\b", "what other users do"),
        (r"luggage|goods|item", "goods and items"),
    ),
    "warranty_disclaimer": (
        (r"accura|complete(?!ly)|reliab|up[- ]to[- ]date|\bcorrect", "accuracy"),
        (r"uninterrupt|\bavailability|(?:be|always|is|are) (?:\w+ )?available|\berrors?\b|\bbugs?\b|downtime|\btimely", "availability and errors"),
        (r"third[ -]part|endorse|links", "third parties"),
        (r"merchantab|fitness|implied|non-?infring", "implied warranties"),
        (r"own risk|sole risk", "use at own risk"),
        (r"\badvice\b|\b(?:medical|legal|financial|professional) (?:information|opinion)", "advice"),
        (r"virus|secur", "security"),
        (r"output|ai\b", "AI output"),
        (r"as[ -]is|as available", "the service as it is"),
        (r"content", "content"),
    ),
    "indemnification": (
        (r"third[ -]part(?:y|ies)['\u2019]?s? (?:\w+(?:,)? ){0,4}(?:claim|demand|action|suit|proceeding|legal|lawsuit)|(?:claim|demand|action|proceeding|payable|suit)s?\b[^.;]{0,90}(?:by|from|of|to) (?:\w+ ){0,2}third[ -]part", "third-party claims"),
        (r"attorney|legal fees|legal costs", "legal costs"),
        (r"infring|intellectual", "infringement claims"),
        (r"content|submi", "content"),
        (r"breach|violat", "breaches"),
        (r"your (?:\w+ ){0,2}use\b|\buse of (?:the|our|its|\w+['\u2019]s)\b", "use of the service"),
    ),
}  # fmt: skip

# What one has a right to, by the topic that names it.
RIGHTS = {
    "access": "access", "deletion": "delete", "correction": "correct", "data export": "export", "restriction": "restrict processing", "objection": "object",
    "opting out": "opt out", "withdrawing consent": "withdraw consent", "questions about what is held and shared": "know what is held and shared", "equal treatment": "be treated equally", "appeals": "appeal a refusal", "authorised agents": "act through an agent", "automated decisions": "question automated decisions", "complaints to an authority": "complain",
}  # fmt: skip

PLACES_NAMED = frozenset(("the United States", "countries worldwide", "Singapore", "China", "Ireland"))
# What a clause may speak of that neither guards data, tracks anybody nor is agreed to.
NO_MATTERS = PLACES_NAMED | {"no guarantee of security", "Do Not Track signals", "withdrawing consent", "those who do not agree"}  # fmt: skip
# Topics that say of a clause on sharing what its recipients say already.
SAID_BY_RECIPIENTS = frozenset(
    ("service providers", "affiliated companies", "mergers and sales of the business", "public visibility", "payment processing", "legal requests")
)  # fmt: skip


@cache
def _entries(type: str) -> tuple[Entry, ...]:
    return tuple(Entry(topic, words, whole=False) for words, topic in _TOPICS.get(type, ()))


# A paragraph on many uses names its training in one sentence; what the others are about is not trained on.
_TRAINS = re.compile(r"\btrain|\bmodels?\b|machine learning|artificial intelligence|\bai\b", re.IGNORECASE)


# Of a right, an example of when it is given is none of its own.
_CASES = re.compile(r",? such as (?:while|when|where|if|during)\b[^.;]*")


# Sensitive data that are kept out of what a clause goes on to do.
_LEFT_ALONE = re.compile(
    r"\bwithout (?:collecting|using|sharing|your sharing)\b[^.,;]*|\beven if you (?:do not|don['\u2019]t)\b[^.,;]*|\b(?:[Ww]e|[A-Z]\w+) (?:do|does|will)(?: not|n['\u2019]t) (?:\w+ly )?(?:collect|use|share|store|process)\b[^.;]*"
)
_ONLY_REFUSES = re.compile(
    r"^(?!.*\b(?:we|[A-Z]\w+) (?:may |also |can )?(?:collect|use|infer|process)s?\b)", re.DOTALL
)


def training_part(text: str) -> str:
    """The sentences of a clause that are about models; the whole clause when none is."""
    return ". ".join(part for part in text.split(". ") if _TRAINS.search(part)) or text


_NECESSARY = "necessary cookies"
# Topics that say nothing beside a narrower one.
_SAID_BY = {
    "AI output": "accuracy of AI output",
    "copyright": "copyright complaints",
    "licences": "open-source licences",
    "the currency of payment": "currency conversion",
    "bans": "permanent measures",
    "termination at any time": "termination at any time without notice",
    "termination without notice": "termination at any time without notice",
}


def topics_of(type: str, text: str) -> tuple[str, ...]:
    """What the clause is about within its type, in the order of the table; empty when nothing in particular."""
    if type == "ai_training":
        text = training_part(text)
    elif type == "privacy_rights":
        text = _CASES.sub("", text)
    elif type == "sensitive_data" and not _ONLY_REFUSES.search(text):
        text = _LEFT_ALONE.sub("", text)
    low = text.lower()
    found = [entry.value for entry in _entries(type) if entry.find(low)]
    if _NECESSARY in found:  # beside others they are cookies like these
        found.remove("cookies" if only_needs_cookies(text) else _NECESSARY)
    return tuple(topic for topic in found if _SAID_BY.get(topic) not in found)
