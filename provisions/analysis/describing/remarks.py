"""What single turns of phrase mean for a compliance reader and for a user, by clause type.

Each remark holds where its words stand in a sentence that speaks for the type and nothing before them refuses them.
"""

import re
from dataclasses import dataclass
from functools import cache

from provisions.analysis.describing.fact_words import Entry
from provisions.analysis.describing.topics import LEFT_TO_COURTS, OTHERS_ACT, PARENTS_AGREE


@dataclass(frozen=True, slots=True)
class Remark:
    """`why` is for the compliance reader, `means` for the user; either may be empty. Untrue beside the words of `unless`."""

    entry: Entry
    why: str
    means: str
    unless: re.Pattern[str] | None = None


# Types in which "not" before the words takes them back; elsewhere the refusal is what the clause is about.
REFUSABLE = frozenset(
    ("policy_changes", "termination", "enforcement_actions", "platform_discretion", "content_moderation", "payment_fees", "auto_renewal", "consent",
     "data_collection", "data_usage", "data_sharing", "data_retention", "tracking_advertising", "ai_training", "sensitive_data", "content_license",
     "monetization_rules", "privacy_rights", "children_age", "legal_jurisdiction", "ai_automated")
)  # fmt: skip
# Types whose remarks speak of what is done to the user, so they say nothing of a clause in the user's favour.
SILENT_FOR_USER = frozenset(
    ("termination", "enforcement_actions", "platform_discretion", "payment_fees", "data_sharing", "data_retention", "data_usage", "data_collection",
     "tracking_advertising", "monetization_rules", "content_moderation", "account_control", "liability_limitation", "indemnification", "auto_renewal",
     "ai_automated")
)  # fmt: skip
_REMARKS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "policy_changes": (
        (r"without (?:any |prior |further |advance )*notice", "A change can come without notice, so the text itself has to be watched.", "You may not be told before a change."),
        (r"continu\w+ (?:to )?(?:use|using|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|continued (?:use|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|(?:agree|accept|bound)[^.]{0,100}continu\w+ (?:to )?us", "Continued use counts as acceptance, so no fresh assent is on record.", "Going on as before counts as a yes to the new text."),
        (r"(?:periodically|regularly|frequently|from time to time) (?:review|check|visit)|(?:review|check|visit|consult)\w* [^.]{0,60}(?:periodically|regularly|frequently|from time to time|back)", "Looking for changes is left to the reader.", "You are asked to look for changes yourself."),
        (r"(?:do not|don't) (?:agree|accept)[^.]{0,140}(?:stop|discontinue|cease|cancel|close|terminat|delet|leave|must not use|should not use)|(?:stop|discontinue|cease|cancel|close|terminat)[^.]{0,100}(?:do not|don't) (?:agree|accept)", "The only answer to an unwanted change is to leave.", "If you do not agree to a change, what is left is to stop using the service."),
        (r"effective (?:immediately|upon|when (?:they|we|it|the|post)|once post)|take effect (?:immediately|upon|when|as soon)|as soon as (?:we |they are )?post", "The moment from which a new version counts is fixed by its posting or its date.", "A new version can apply from the day it is put online."),
        (r"material(?:ly)? (?:change|modif|amend|revis|update|alter|adverse)", "Much turns on which changes count as material.", "You may hear only of changes that count as material."),
        (r"sole discretion", "The decision to change lies with the platform alone.", "Nobody has to ask you before a change."),
        (r"(?:archived?|see|view|access|available|compare|find|review|read|link\w*)[^.]{0,60}\b(?:previous|prior|earlier|past) versions?|(?:previous|prior|earlier|past) versions? [^.]{0,60}(?:archive|available|here|viewed|found|accessed)|archived versions?", "Earlier versions are said to be on hand for comparison.", "You can compare with earlier versions."),
    ),
    "termination": (
        (r"without (?:any |prior |further |advance )*(?:notice|warning)", "Access can end without notice, so exports and fallbacks have to be ready.", "You may find yourself locked out without warning."),
        (r"(?:may|right to|can)[^.]{0,160}(?:for any(?: or no)? reason|for no reason|without (?:cause|reason)|sole discretion)", "No ground has to be given for ending it.", "You need not have done anything wrong."),
        (r"(?:terminat|suspend|suspens|\bend|clos|ceas|disabl|revo[ck])\w*[^.]{0,80}immediate(?:ly)?|immediate(?:ly)?[^.]{0,60}(?:terminat|suspen|\bend|ceas|clos)\w*", "It can take effect at once.", "There may be no time to save your data."),
        (r"inactiv\w+", "Accounts left idle are at risk.", "Log in now and then if you want to keep the account."),
        (r"surviv\w+", "Some duties go on after the end.", "Ending the account does not end all of your duties."),
        (r"(?<!you )(?<!or we )(?:delet\w+|los[es]\w*|remov\w+|no longer (?:have )?access)[^.]{0,60}(?:content|data|information|files)|(?:content|data|files)[^.]{0,60}(?:deleted|lost|removed)", "Data can be lost at the end; exports should not wait.", "Save what you want to keep before the account ends."),
        (r"(?:no|not)[^.]{0,40}refund|forfeit", "Money paid in advance may be lost.", "Do not expect money back for the time that is left."),
        (r"breach|violat\w+|fail(?:ure|s)? to comply", "It is tied to a breach, so the finding of a breach is what to dispute.", "Keeping to the rules is your main protection."),
    ),
    "enforcement_actions": (
        (r"without (?:any |prior |further |advance )*(?:notice|warning)", "A sanction can come without notice.", "You may not be warned first."),
        (r"sole discretion|own discretion|at (?:our|its) discretion|for any(?: or no)? reason", "The ground for a sanction is left to the platform.", "There is no fixed list you could hold against the decision."),
        (r"repeat\w*", "Repeated violations are named.", "Doing it again is named as a ground."),
        (r"permanent\w*|indefinite\w*", "The measure can last for good.", "You may not get the account back."),
        (r"appeal\w*", "There is talk of an appeal; ask who decides and how soon.", "Look for the appeal it mentions."),
        (r"legal action", "Legal action is named.", "You may be taken to court."),
        (r"law enforcement|authorities|prosecut\w+", "Cases can be handed to authorities.", "It need not end with the account: authorities may be told."),
        (r"withh[eo]ld\w*|forfeit\w*|seiz\w+", "Something of value can be held back or forfeited.", "You may lose what is on the account."),
    ),
    "platform_discretion": (
        (r"without (?:any |prior |further |advance )*notice", "It can happen without notice.", "You may not be told before."),
        (r"discontinu\w+|shut down|cease|stop (?:providing|offering)", "A product built on the feature needs a fallback.", "A feature you use can disappear."),
        (r"assign\w*|transfer (?:these|our|this|its)", "The other side of the contract can change.", "You may find yourself with another company."),
        (r"without (?:any )?liability|not be liable", "Losses from it are not made good.", "You would not be paid for what you lose by it."),
        (r"refus\w+|reject\w*|declin\w+", "Service can be refused.", "You may be turned away."),
    ),
    "content_moderation": (
        (r"(?:no obligation|not obligated|not obliged|not required|(?:do|does) not) [^.]{0,20}(?:monitor|screen|review|pre-?screen|police)", "No duty to check content is taken on.", "You may come across content nobody has checked."),
        (r"sole discretion|any reason|own discretion", "The ground for removal is left to the platform.", "A post can go although you broke no listed rule."),
        (r"without (?:any |prior )*notice", "Removal can come without notice.", "You may not be told before a post goes."),
        (r"appeal\w*", "There is talk of an appeal; ask who decides and how soon.", "You may be able to have a decision looked at again."),
        (r"\b(?:you|users|anyone|members) (?:can|may|should) (?:\w+ )?(?:report|flag|notify us)\b(?! (?:an? )?appeal)|\breported by|report any", "Reports by users are mentioned.", "You can report what you think breaks the rules."),
        (r"automat\w+|machine|algorithm\w*", "Machines take part in it, so error rates matter.", "A machine may be the first to judge your post."),
        (r"demot\w+|reduc\w+ (?:the )?(?:visibility|distribution|reach)|downrank\w*|rank\w*", "Reach can be cut without removal.", "Fewer people may see your posts without you being told."),
    ),
    "content_license": (
        (r"perpetual\w*|irrevocabl\w+", "It has no end that the user could set.", "You cannot take the permission back."),
        (r"sub-?licens\w+|transferabl\w+|assignabl\w+", "It can be passed on, so the final users are unknown.", "Others you never dealt with may use what you post."),
        (r"without (?:any )?(?:compensation|payment|compensating)|royalty[- ]free|no (?:compensation|payment)", "No payment is owed for the use.", "You are not paid for it."),
        (r"derivative works|modif\w+|adapt\w*", "It covers changed versions.", "What you post may be changed."),
        (r"moral rights", "It touches moral rights, which some countries do not let people give up.", "You may lose a say in how your work is named or changed."),
        (r"(?:delet\w+|remov\w+|terminat\w+|end\w*)[^.]{0,80}licen[sc]e|licen[sc]e[^.]{0,80}\b(?:ends?|terminates?|continues?|survives?|until)\b", "When it ends is mentioned, which decides what happens after a deletion.", "Look at what happens to the permission when you delete the post."),
        (r"likeness|your name|profile picture|photo of you", "Names and pictures of people are included.", "Your name or picture may be used."),
        (r"advertis\w+|promot(?:e|ing|ion)\b|marketing", "Advertising is among the uses.", "What you post may turn up in advertising."),
        (r"(?<!sure )(?<!if )(?<!that )(?<!content )(?<!affirm )(?<!represent )(?<!confirm )(?<!warrant )(?:you|users?|customers?) (?:(?!affirm|represent|confirm|warrant|declare|agree)\w+ ){0,2}(?:retain|keep|own)s?\b(?! or\b)", "Ownership stays with the user.", "You stay the owner."),
    ),
    "arbitration": (
        (r"opt(?:ing)?[- ]out|reject (?:this|the) (?:arbitration|agreement)", "Opting out is mentioned; look for who may and by when.", "Look at whether you can opt out, and by when."),
        (r"(?<!non-)(?<!non )(?<!not )binding", "What the arbitrator decides is binding.", "You would be bound by what the arbitrator decides."),
        (r"(?:may|can|retain|right|elect|option|instead|except|exclud\w+|other than|prevent\w*|preclude\w*)\b[^.;]{0,120}small[ -]claims|small[ -]claims[^.;]{0,60}not subject to", "Small claims stay possible in court.", "Small cases can still go to a small-claims court."),
        (r"mass arbitrations?\b(?! (?:supplementary|rules|procedures))|batch\w*|similar (?:claims|demands)|coordinated", "Many like claims are handled by rules of their own.", "If many people claim the same, other rules apply to your case."),
        (r"(?:informal|notice of dispute|pre-?(?:arbitration|filing))[^.]{0,120}\b(?:before|prior|days|condition precedent|must|first)\b|\b(?:before|prior to)\b (?:\w+ ){0,6}?(?:arbitrat|filing|commenc|initiat)[^.]{0,120}(?:informal|good faith|notice)|first contact|try to resolve", "A notice or talks must come first.", "A notice or talks have to come before a claim."),
        (r"(?:pay|bear|responsible for|reimburse)[^.]{0,60}(?:fees|costs)|(?:fees|costs)[^.]{0,60}(?:paid|borne|shared|allocated|pay)", "The costs of an arbitration are dealt with.", "Look at what starting a case would cost you."),
        (rf"(?:{LEFT_TO_COURTS})\w*", "Some claims are left to courts.", "Not every kind of claim goes to the arbitrator."),
        (r"(?:not|no|waiv(?:e|es|ed|ing)|only|cannot|n't|without)\b[^.;]{0,80}\b(?:class(?:es)?|representative|consolidat\w+)\b(?![ -]?(?:action|arbitration)?s? waiver)", "Cases may not be joined or brought for a group.", "You could not join with others."),
        (r"jury", "Trial by jury is given up.", "No jury would hear you."),
        (r"federal arbitration act", "The US Federal Arbitration Act is named as its ground.", ""),
    ),
    "class_action_waiver": (
        (r"jury", "Juries are given up.", "No jury would hear your case."),
        (r"consolidat\w+|join\w*", "Cases of several people may not be joined.", "Your case could not be heard together with others."),
        (r"private attorney general", "Actions on behalf of the public are included.", "You could not sue for the public either."),
        (r"(?:unenforceable|invalid|severed|struck)", "It says what follows if the waiver fails.", "Look at what stays if a court strikes it down."),
    ),
    "legal_jurisdiction": (
        (r"within (?:one|1|two|2|six|6|twelve|12)(?: \(\d+\))? (?:years?|months?)|(?:permanently|forever)[- ]barred", "The time to sue is cut.", "A claim brought too late is lost."),
        (r"(?<!non-)(?<!non )(?<!not )\bexclusive\w*", "Only the courts named may hear a claim.", "You could not choose another court."),
        (r"mandatory (?:\w+ )?(?:law|provision|right|protection)s?|(?:depriv|protect)\w*[^.]{0,80}(?:consumer|mandatory|law)|consumer[^.]{0,160}(?:mandatory|your local courts|courts of your|where you (?:live|reside))", "Consumers may keep the protection of their own law.", "As a consumer you may keep your home country's protection."),
        (r"(?:without|exclud\w*|regardless|exclusion|except|irrespective|notwithstanding|not|other than)\b[^.;]{0,70}(?:conflicts?|choice)[- ]of[- ]laws?|without[^.;]{0,60}conflicts? ", "Rules that would point to another law are shut out.", ""),
        (r"(?:convention|sale of goods)", "The UN sales convention is mentioned.", ""),
        (r"personal jurisdiction|submit to", "People accept the court in advance.", "You agree ahead to be sued there."),
    ),
    "liability_limitation": (
        (r"(?:not|exceed)[^.]{0,80}exceed|greater of|liability[^.]{0,80}(?<!not )limited to (?!the (?:\w+ )?extent|the fullest|foreseeable|damages)|maximum (?:aggregate )?liability", "[!cap: A cap sets the most that can be recovered.]", "[!cap: However large your loss, a cap applies.]"),
        (r"indirect|consequential|incidental|punitive", "Indirect losses are left out, which for a business are often the larger ones.", "Follow-on losses, such as lost profit, are not paid."),
        (r"(?:loss|corruption|lost) (?:of |or )*[^.;]{0,30}data|lost data|data loss", "Loss of data is among the losses left out.", "Keep copies: lost data is not made good."),
        (r"(?:including|whether|even|based (?:on|in))\b[^.]{0,80}negligence", "It covers negligence too.", "Carelessness on their side does not lift the limit."),
        (r"(?:liab|damage|claim|responsib|loss)\w*[^.]{0,160}\b(?:death|personal injur(?:y|ies))|(?:death|personal injur(?:y|ies))\b[^.]{0,60}liab\w+", "Death and injury are mentioned, where many laws allow no limit.", "For injury, the law may give you more than the clause."),
        (rf"(?:{OTHERS_ACT})\w*", "What others do is mentioned.", "The platform does not answer for what others do."),
        (r"releases? (?:us|we|the|[\w]+)[^.]{0,80}(?:claims?|demands?|liabilit\w+)", "Claims are given up in advance.", "You give up claims before you know of them."),
        (r"beyond (?:our|its|their) (?:reasonable )?control|force majeure|act of god", "Events beyond control are left out.", "What happens outside its control is at your risk."),
        (r"(?:does|do|shall|will) not (?:affect|limit|exclude)|nothing in (?:this|these)[^.]{0,80}(?:limit|exclude|affect)\w*|some (?:jurisdictions|states|countries)[^.]{0,40}(?:not (?:allow|permit)|prohibit)|not (?:limit|exclude)(?!ed)[^.]{0,60}(?:liability|rights)|to the (?:fullest |maximum )?extent permitted", "It leaves room for law that forbids such limits.", "Where you live the limit may not apply in full."),
    ),
    "warranty_disclaimer": (
        (r"as[- ]is|as available", "The service is taken as it is found.", "You take it as you find it."),
        (r"uninterrupt\w+|error[- ]free|free (?:of|from) errors|\bavailability|(?:always|be|is|are) (?:\w+ )?available|downtime", "Uptime is not assured.", "It may fail when you need it."),
        (r"accura\w+|reliab\w+|complete(?:ness)?\b", "Correctness of information is not assured.", "Check what you read before you rely on it."),
        (r"merchantab\w+|fitness|non-?infring\w+", "Implied warranties are shut out by name.", ""),
        (r"own risk|sole risk", "The risk of use is put on the user.", "What happens through use is at your risk."),
        (r"(?:medical|legal|financial|professional|investment) advice", "Content is not to be used as professional advice.", "Do not take it as professional advice."),
        (r"virus\w*|malware|harmful components", "Freedom from viruses is not assured.", "Protect your own devices."),
        (r"third[- ]part\w+", "Products of others are not vouched for.", "For what others offer, the platform does not stand."),
    ),
    "indemnification": (
        (r"attorney\w*|legal (?:fees|costs|expenses)|lawyers", "Lawyers' fees are included.", "Lawyers' fees can be part of the bill."),
        (r"defend", "There is a duty to defend, which starts before anything is proven.", "You could have to pay for a defence before anything is decided."),
        (r"(?:your|user) content|submi\w+|post\w*", "Content posted can set it off.", "A post of yours can set it off."),
        (r"breach\w*|violat\w+", "A breach can set it off.", "Breaking a rule or a right can set it off."),
        (r"exclusive (?:defense|defence|control)|assume the", "Control of the case can be taken over.", "You may not decide how the case is run."),
        (r"infring\w+", "Claims of infringement are included.", ""),
    ),
    "payment_fees": (
        (r"(?:chang(?!e fee)|increas|modif|adjust|rais)\w* (?:our |the |its |any |such |those |your )*(?:fees?|prices?|pricing|subscription|charges|rates)|prices? (?:and \w+ )?(?:may|can|are subject to) (?:be )?chang", "Prices can change.", "What you pay can change."),
        (r"non-?refundable", "Payments are not given back.", "Do not expect the money back."),
        (r"(?:plus|exclusive of|exclud\w+|not includ\w+|additional|add(?:ed|s|ing)?)\b[^.;]{0,90}\btax(?:es)?\b|\btax(?:es)?\b[^.;]{0,50}\b(?:added|extra|additional|exclu\w+|on top|not included)\b", "Taxes come on top of the price.", "Tax may be added to the price."),
        (r"\blate\b|overdue|unpaid|past due|fail\w* to pay|non-?payment", "Late payment has consequences.", "Look at what happens if you pay late."),
        (r"(?:authori[sz]e[^.]{0,60}(?:charge|debit)|charge[^.]{0,40}(?:payment method|card))(?=[^.]*\b(?:recurring|automatic\w*|all (?:fees|charges|amounts)|future|periodic\w*|renew\w*|subsequent|ongoing)\b)(?![^.]*\bone-time)", "A standing permission to charge is given.", "Your card can be charged without asking again."),
        (r"currency conver\w+|conver\w+[^.;]{0,40}currenc\w+|exchange rates?|foreign exchange", "Currency conversion is mentioned.", "What you pay can depend on an exchange rate."),
        (r"third[- ]party pay\w*|payment processor\w*|app store", "Another company takes part in the payment.", "Look at which company takes the payment."),
        (r"free of charge|no charge|without charge|for free", "Something is said to be free.", "Look at what is free."),
    ),
    "auto_renewal": (
        (r"free trial|trial period|trial", "A trial is mentioned, where many laws ask for a reminder.", "Watch the end of the trial."),
        (r"(?:cancel\w*)[^.]{0,100}(?:before|prior|at least)|(?:before|prior to)[^.]{0,60}renew", "Cancelling has to come before the renewal date.", "Cancel before the next period starts."),
        (r"(?:chang|increas)\w*[^.]{0,40}(?:price|fee)|then[- ]current (?:\w+ ){0,2}(?:price|rate|fee)s?", "The price may differ at renewal.", "The next period may cost more."),
        (r"apple|google play|app store|itunes", "Subscriptions through an app store are ended there.", "If you subscribed in an app store, cancel there."),
        (r"non-?refundable|no refund", "No money comes back for a period begun.", "A period that has begun is not paid back."),
        (r"you [^.]{0,40}authori[sz]e", "A standing permission to charge is given.", "Your card can be charged again without asking."),
    ),
    "refunds": (
        (r"non-?refundable|no refunds?|not (?:be )?refund\w*|sales are final|final sale", "Payments are kept, as far as the law lets it.", "In general you do not get your money back."),
        (r"(?:right of|right to) withdraw\w*|cooling|withdrawal", "The right of withdrawal is mentioned.", "You may be able to withdraw from the purchase."),
        (r"partial|pro[- ]?rat\w+|unused|remaining", "Time not used is mentioned.", "Check whether time you did not use is paid back."),
        (r"sole discretion|case[- ]by[- ]case", "The decision is left to the platform.", "You can ask, but cannot insist."),
        (r"chargeback\w*", "Chargebacks are mentioned.", "Disputing the charge at your bank can have consequences here."),
        (r"except (?:as|where|when)[^.]{0,40}law|required by (?:applicable )?law|statutory", "Claims given by law stay.", "What the law gives you stays."),
    ),
    "consent": (
        (r"by (?:using|accessing|visiting|browsing|continuing)", "Mere use is taken as assent, which courts often look at closely.", "Using the service is taken as your yes."),
        (r"by (?:clicking|creating|registering|signing|checking|submitting|providing)", "An act at sign-up is taken as assent; keep proof of the screen.", "What you click or fill in is taken as your yes."),
        (r"withdraw\w*|revok\w+", "Taking consent back is mentioned.", "Consent can be taken back."),
        (r"(?:do not|don't) agree", "Whoever does not agree is told to stay away.", "If you do not agree, you are told not to use the service."),
        (r"electronic(?:ally)? (?:communicat|notice|record|message|deliver)\w*|communications? electronically|by e-?mail", "Electronic messages are included.", "Notices may reach you only electronically."),
        (r"on behalf of (?:a|an|your|any|another) (?:company|organi[sz]ation|entity|business|employer|legal|person)\w*", "Somebody may agree for a company.", "If you agree for a company, you bind it."),
    ),
    "account_control": (
        (r"responsible for (?:all|any|everything|every)|liable for (?:all|any)|(?:all|any) (?:activit\w+|use|actions?)[^.]{0,50}(?:account|password)", "Everything done with the account counts as the holder's act.", "What others do with your log-in counts as yours."),
        (r"(?:secur|confidential|safeguard|protect|secret|guard|shar|disclos|reveal|responsib|private)\w*[^.]{0,100}(?:password|credential|log-?in)|(?:password|credential|log-?in)\w*[^.]{0,100}(?:secur|confidential|safeguard|secret|shar|disclos|private)", "Log-ins have to be guarded.", "Keep your log-in to yourself."),
        (r"accurate|truthful|up[- ]to[- ]date", "Details have to be true and kept up to date.", "Give true details, and keep them so."),
        (r"(?:not|never|n't|n’t|prohibit\w*)\b[^.;]{0,80}\b(?:sell|transfer|shar|lend|rent|assign|disclos)\w*[^.;,]{0,30}(?:account|password|username|credentials)|non-?transferable", "Accounts are not to be handed on.", "You may not hand the account to somebody else."),
        (r"(?:one|multiple)(?: \(\d\))? (?:\w+ )?accounts?", "The number of accounts is dealt with.", "Look at how many accounts you may have."),
        (r"(?:notify|inform|tell|contact|alert)[^.]{0,60}(?:unauthori[sz]ed|breach|compromis|lost|stolen|suspect)|unauthori[sz]ed[^.]{0,60}(?:notify|inform|contact)", "Misuse has to be reported.", "If somebody gets in, report it at once."),
        (r"on behalf of (?:a|an|your|any|another) (?:company|organi[sz]ation|entity|business|employer|legal|person)\w*", "Acting for a company or another person is dealt with.", "If you sign up for somebody else, it concerns them too."),
    ),
    "ai_automated": (
        (r"(?:may|might|can) (?:be |not be |produce |contain |generate |provide |include )*(?:inaccura\w+|incorrect|wrong|errors?|mistakes?|offensive|misleading)|not (?:always )?(?:be )?accurate", "Wrong output is expected; somebody has to check it.", "Check what the machine tells you."),
        (r"human (?:review|intervention|oversight|reviewer)", "Review by a person is mentioned.", "Look at when a person checks it."),
        (r"legal(?:ly)? (?:effects?|or similarly)|similarly significant", "Decisions with legal effect are mentioned, which privacy laws single out.", "It may decide something that matters to you."),
        (r"profiling", "Profiling is mentioned.", "A profile of you may be made."),
        (r"\b(?:own|owns|ownership|rights?)\b[^.]{0,40}(?:output|generated)|outputs?[^.]{0,60}\b(?:own|owns|ownership|rights)\b", "Who owns what AI makes is mentioned.", "Look at who owns what the AI makes for you."),
        (r"not be unique|same (?:or similar )?outputs?|similar outputs?", "Output need not be unique.", "Others may get the same output."),
        (r"rely|reliance|professional advice|sole source", "It is not to be relied on.", "Do not rely on it for anything important."),
    ),
    "data_security": (
        (r"(?:can(?:no|')t|can not|not|no)[^.]{0,40}(?:guarantee|ensure|promise|warrant|100|completely secure|impenetrable|perfectly)|no (?:method|system|security|data|transmission)", "It does not promise that the measures hold.", "No protection is complete, and none is promised."),
        (r"encrypt\w+|\bssl\b|\btls\b", "Encryption is named, which can be tested.", "Encryption is used in some places."),
        (r"(?:notif|inform|tell|report)\w*[^.]{0,80}(?:breach|incident)|(?:breach|incident)[^.]{0,80}(?:notif|inform|tell)", "Notice of a breach is mentioned[, within {period}].", "You may be told of a breach[ within {period}]."),
        (r"passwords?|credentials", "Passwords are part of it.", "Your password is part of the protection."),
        (r"(?:limit|restrict)\w*[^.]{0,30}access|need[- ]to[- ]know|authori[sz]ed (?:personnel|employees|staff)", "Access by staff is limited.", "Not everybody who works there can see your data."),
        (r"own risk", "The risk of sending data is put on the user.", "Sending data is at your own risk."),
    ),
    "international_transfers": (
        (r"standard contractual|model (?:contract(?:ual)? )?clauses", "Ask for a copy of the standard clauses and the assessment behind them.", "Contract clauses approved by the EU are meant to protect your data."),
        (r"privacy (?:shield|framework)|safe harbou?r", "Check that the framework is in force and that the company is listed.", "A framework between countries is meant to protect your data."),
        (r"adequacy", "Adequacy decisions cover only some countries.", "Some countries count as giving enough protection."),
        (r"consent", "Consent is mentioned as a ground, which is weak for regular transfers.", "Your consent may be taken for the transfer."),
        (r"may not (?:be|have|offer|provide|guarantee)[^.]{0,60}(?:same|equivalent|protect|adequate)|different[^.]{0,40}(?:law|protect)|less protect", "It admits that protection abroad may be weaker.", "Protection abroad may be weaker than at home."),
    ),
    "children_age": (
        (rf"(?:{PARENTS_AGREE})\w*", "A parent's or guardian's part in it has to be recorded.", "A parent or guardian has a part in it."),
        (r"\b(?:we|will|steps to|appropriate|promptly|immediately) (?:\w+ ){0,3}?(?:delet|remov|eras)\w+", "Children's data that turns up is to be deleted.", ""),
        (r"(?:not|n't) knowingly", "It speaks of knowing collection only, which leaves open how age is found out.", ""),
        (r"verif\w+[^.]{0,60}\bage|\bage[^.]{0,40}verif\w+|proof of age|age (?:check|assurance|gate)\w*", "Age may be checked.", "You may have to prove your age."),
        (r"schools?\b|students?\b", "Schools or students are mentioned.", ""),
    ),
    "monetization_rules": (
        (r"withh[eo]ld\w*|forfeit\w*", "Earnings can be held back.", "Money you earned can be held back."),
        (r"minimum|threshold", "A threshold has to be reached before money is paid.", "Small sums stay unpaid until a threshold is reached."),
        (r"tax(?:es)?\b", "Tax on earnings is the earner's matter.", "Tax is for you to settle."),
        (r"sole discretion|any reason|at any time", "The terms of earning can change.", "Do not count on the same income tomorrow."),
        (r"eligib\w+", "Conditions have to be met first.", "You only earn while you meet the conditions."),
    ),
    "developer_api": (
        (r"revok\w+|terminat\w+|suspend\w*", "Access can be taken away.", "Your app can be cut off."),
        (r"rate limit\w*|throttl\w+|quota", "Limits on calls apply.", "Your app has to live with limits on calls."),
        (r"(?:train\w*)[^.]{0,60}model|machine learning", "Use for training models is mentioned.", "Do not train models on it without looking here."),
        (r"(?:delet\w+|remov\w+)", "Data has to be deleted in certain cases.", "You may have to delete data you took."),
        (r"audit\w*|inspect\w*|monitor\w*", "Use can be checked.", "Be ready to show what your app does."),
        (r"(?:obtain|get|receive|have|collect)\w*[^.]{0,40}consent|(?:users?|end users)[^.]{0,20}consent", "People's consent has to be obtained by the developer.", "You have to ask your own users."),
    ),
    "acceptable_use": (
        (r"without (?:our |the )?(?:prior |express |written |prior written |express written )*(?:consent|permission|approval|authori[sz]ation)", "Permission can lift the ban, so it is worth asking in writing.", "You can ask for permission."),
        (r"attempt\w*", "Attempts are covered as well.", "Trying is enough to break it."),
        (r"(?:encourag\w+|assist\w*|facilitat\w+|induc\w+|caus\w+|permit\w*|allow\w*|enabl\w+|help\w*) (?:or \w+ )?(?:any )?(?:others?|anyone|third part|someone|another|other person)", "Helping others to do it is covered as well.", "You also break it by helping others."),
    ),
    "intellectual_property": (
        (r"penalty of perjury|perjury", "A false statement has legal consequences.", "Be sure before you sign such a notice."),
        (r"counter[- ]?noti\w+", "The other side can answer with a counter-notice.", "If your post was taken down, you can object."),
        (r"repeat infring\w+", "Repeat infringers can lose their accounts.", "Repeated infringement can cost the account."),
        (r"(?:limited|revocable|non-?exclusive|personal)[^.]{0,60}licen[sc]e", "The permission is a limited one.", "What you get is a permission, not ownership."),
        (r"(?:prior )?written (?:consent|permission|approval)", "Written permission is needed for more.", "Ask in writing before you do more."),
    ),
    "privacy_rights": (
        (r"verif\w+|confirm your identity|proof of identity|identify you", "Identity is checked first; ask for no more than needed.", "Be ready to prove who you are."),
        (r"authori[sz]ed agent", "Somebody else may ask for the person.", "Somebody you trust may ask for you."),
        (r"discriminat\w+|retaliat\w+", "People who use a right must not be treated worse.", "You should not be treated worse for asking."),
        (r"(?:lodge|file|make|submit)[^.]{0,20}complain\w*|supervisory authority|data protection authority", "Complaints to an authority are possible.", "If the answer is not enough, you can turn to an authority."),
        (r"\bfees?\b", "A fee is mentioned.", "Some requests may cost money."),
        (r"(?:delet|erasure|eras)\w*[^.]{0,80}(?:permanent|cannot be (?:recovered|undone)|irreversibl)", "Deletion is final.", "You cannot get deleted data back."),
        (r"(?:may|can|might|right to) (?:refuse|deny|decline|reject)|exceptions? [^.]{0,40}(?:apply|right)|requests?[^.]{0,60}(?:denied|refused|declined|rejected)", "There are cases in which a request is refused.", "A request can be refused in some cases."),
    ),
    "data_retention": (
        (r"as long as (?:is |we |it is )?(?:reasonably )?(?:necessary|needed|required|need)|for as long as", "The end depends on need, which the platform judges.", "It is kept for as long as the platform sees a need."),
        (r"back-?ups?|archiv\w+", "Backup copies last longer.", "Copies in backups may stay for a while."),
        (r"legal (?:obligation|requirement|reason|claim|hold)\w*|comply with|required by law", "Legal duties can lengthen it.", "Legal reasons can keep it there longer."),
        (r"anonymi\w+|aggregat\w+|de-?identif\w+", "Anonymous copies may be kept for good.", "A copy without your name may stay."),
        (r"indefinite\w*|perpetual\w*", "It is kept with no end.", "It may never be deleted."),
        (r"inactiv\w+", "Idle accounts are deleted or kept by their own rule.", "An idle account is treated differently."),
    ),
    "data_sharing": (
        (r"(?:merg|acqui|bankrupt|reorgani|insolven)\w+|sale of (?:all|assets|our|the business)", "In a sale of the company, data goes along as an asset.", "Another company may become the holder of your data."),
        (r"subpoenas?|court orders?|legal process|law enforcement|government(?:al)? (?:agenc|authorit|request|entit|bod)\w*", "Requests by authorities are covered; ask for a policy on them.", "Authorities may get your data without you being asked."),
        (r"(?:sell|sells|selling|sold|sale of) (?:or \w+ )?(?:your |the |any |this |that |such |user |users' )*(?:personal )?(?:data|information)", "Selling is mentioned, which some state laws tie to an opt-out.", "Money may be made from your data."),
        (r"aggregat\w+|de-?identif\w+|anonymi\w+", "Anonymous data is treated apart; ask how it is made anonymous.", "Data without your name is treated more freely."),
        (r"publicly|made public|public (?:profile|posts?|forums?|areas?|information|content)|visible to (?:anyone|the public|everyone)|general public", "Part of it is public and can be copied by anyone.", "Others can see and copy what is public."),
        (r"with (?:your )?(?:consent|permission)|your (?:consent|direction)|you (?:direct|ask|choose|consent)", "Consent is the ground here, so it has to be recorded.", "Your yes is asked for first."),
    ),
    "tracking_advertising": (
        (r"do not track|\bdnt\b|global privacy control", "Browser signals are mentioned; check which ones are honoured.", "Your browser's signal may or may not be heeded."),
        (r"(?<!all )(?<!links to )(?<!link to )(?<!linked to )(?<!provided by )(?:other|third[- ]party) (?:web)?sites|across (?:the |other |different )(?:web|internet|sites|apps|websites)", "It reaches beyond the service itself.", "Other sites are part of it too."),
        (r"(?:not|n't|cannot)[^.]{0,40}(?:function|work)(?: properly| correctly| as)|you (?:may|might|will) (?:not|no longer)[^.]{0,60}(?:use|access)", "Refusing cookies can break functions.", "Some functions may fail if you refuse."),
        (r"combin\w+|link\w* (?:it|this|your|the information)", "Data from several sources is put together.", "What is known of you from several places is put together."),
        (r"opt[- ]?out|disable|refuse|reject|block", "An opt-out is mentioned, which has to work.", ""),
    ),
    "data_collection": (
        (r"(?:from|by|through|via) (?:\w+ ){0,5}(?:third[- ]part\w+|other sources|partners|data brokers)|from publicly available", "Part of it comes from others, so people may not know.", "Not all of it comes from you."),
        (r"(?:collect|receiv|record|gather|obtain|captur|generat)(?:e?s|e?d|ing|ged)? [^.;]{0,30}automatic\w*(?! synchron)|automatic\w* (?:\w+ ){0,2}(?:collect|receiv|record|gather|obtain|captur|generat|logg?|send|sent)(?:e?s|e?d|ing|e)?\b", "It is gathered automatically, so people may not notice.", "It is gathered without you typing it in."),
        (r"(?:optional|voluntar\w+) |choose (?:not|whether) to|if you (?:choose to |decide to )?(?:provide|give|share|upload|add)\b|you (?:choose|decide) to (?:provide|give|share|upload|add)", "It depends on what people give.", "You can hold back what you do not want to give."),
        (r"infer\w*|deriv\w+|predict\w*", "Conclusions about people are included.", "Conclusions about you may be drawn."),
    ),
    "data_usage": (
        (r"legitimate interests?", "Legitimate interests are the ground named; ask for the balancing test.", "You may be able to object, as legitimate interests are the ground."),
        (r"(?:with|on|by|obtain|given|based on) your (?:prior |explicit |express )?consent", "Consent is the ground named, which has to be recorded.", "Your consent plays a part."),
        (r"combin\w+", "Data from several sources is put together.", "What is known of you from several places is put together."),
        (r"profil\w+|infer\w*|predict\w*", "Profiles or predictions are made.", "Guesses about you may be made."),
        (r"legal obligations?|comply with (?:\w+ )?(?:laws?|legal)", "Legal duties are among the purposes.", ""),
        (r"any purpose|other purposes", "The purpose is open.", "Uses beyond those listed are possible."),
    ),
    "sensitive_data": (
        (r"explicit consent|separate consent|opt[- ]in|your consent|with consent", "Consent is asked for, which has to be recorded.", "You should be asked first."),
        (r"infer\w*|deriv\w+", "It can be inferred, not only given.", "It may be guessed from other data."),
        (r"in the background|background location|when (?:the app|you are not)", "It can be gathered in the background.", "It may be gathered when you are not looking at the app."),
    ),
    "ai_training": (
        (r"(?:shar|disclos|provid|transfer|licens|sell|give)\w*[^.]{0,80}(?:third[- ]part\w+|collaborators|partners)", "Others may train on it too.", "Other companies may train on it too."),
        (r"opt(?:ing)?[- ]?out|turn(?:ing)? (?:it |this )?off|settings?", "", "Look for the control and check that it is off."),
        (r"anonymi\w+|de-?identif\w+|aggregated (?:data|information|form|basis)", "Data is said to be stripped of names first; ask how.", "Names are said to be taken off first."),
        (r"publicly (?:available|accessible|posted|shared|visible)|public (?:posts|content|profiles?|web)", "Public material is included.", "What stands in public is included."),
        (r"feedback", "Feedback is mentioned apart.", "Look at what giving feedback allows."),
    ),
}  # fmt: skip

_UNLESS = {
    "Looking for changes is left to the reader.": re.compile(
        r"\b(?:let you know|notify|notifying|inform you|tell you|e-?mail you|alert you|(?:provide|give|send)\w* (?:you )?(?:with )?(?:\w+ ){0,2}notice|prominent notice|by e-?mail)\b"
    ),
    "The permission is a limited one.": re.compile(
        r"\b(?:you|creator|user|member|customer)s? (?:hereby )?grants?\b"
    ),
    "The right of withdrawal is mentioned.": re.compile(
        r"\b(?:waiv\w+|los[es]\w*|no right|(?:not|n['\u2019]t) (?:have|benefit|be able)|extinguish\w*|exceptions?) "
    ),
    "Data can be lost at the end; exports should not wait.": re.compile(
        r"\b(?:you|they|who) (?:or we )?(?:\w+ )?(?:remove|delete)d?\b|\bnot (?:delete|remove)|licen[cs]es? [^.;]{0,60}\bends?\b"
    ),
    "It is tied to a breach, so the finding of a breach is what to dispute.": re.compile(
        r"\bother than[^.;]{0,40}breach|\bany (?:or no )?reason"
    ),
    "Trial by jury is given up.": re.compile(r"\bexercise your right to a (?:trial by )?jury\b"),
}


@cache
def remarks_on(type: str) -> tuple[Remark, ...]:
    """The remarks of a type, the weightiest first."""
    return tuple(
        Remark(Entry(f"{type} {number}", words), why, means, _UNLESS.get(why))
        for number, (words, why, means) in enumerate(_REMARKS.get(type, ()))
    )
