"""What single turns of phrase mean for a compliance reader and for a user, by clause type.

Each remark holds where its words stand in a sentence that speaks for the type and nothing before them refuses them.
"""

import re
from dataclasses import dataclass
from functools import cache

from provisions.analysis.describing.fact_words import Entry
from provisions.analysis.describing.topics import DO_NOT_TRACK, LEFT_TO_COURTS, OTHERS_ACT, PARENTS_AGREE
from provisions.analysis.stance_cues import AT_ONCE, SOME_CHANGES
from provisions.analysis.turns import KEPT_FOREVER


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
     "ai_automated", "class_action_waiver", "warranty_disclaimer", "developer_api")
)  # fmt: skip
_UNHEEDED = r"(?:not|n['’]t)(?: \w+){0,3} (?:respond|recogni[sz]e|honou?r|react)"
_REMARKS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "policy_changes": (
        (r"without (?:any |prior |further |advance )*notice|without (?:telling|informing|notifying|warning) you", "A change can come without notice, so someone has to watch the text itself.", "You may not be told before a change takes effect."),
        (r"continu\w+ (?:to )?(?:use|using|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|continued (?:use|access)[^.]{0,140}(?:accept|agree|consent|constitut|bound|deem)|(?:agree|accept|bound)[^.]{0,100}continu\w+ (?:to )?us", "Continued use counts as acceptance, so there is no record of a fresh agreement.", "If you keep using the service, that counts as agreeing to the new text."),
        (r"(?:periodically|regularly|frequently|from time to time) (?:review|check|visit)|(?:review|check|visit|consult)\w* [^.]{0,60}(?:periodically|regularly|frequently|from time to time|back)", "It is left to the reader to look for changes.", "You are asked to check for changes yourself."),
        (r"(?:do not|don't) (?:agree|accept)[^.]{0,140}(?:stop|discontinue|cease|cancel|close|terminat|delet|leave|must not use|should not use)|(?:stop|discontinue|cease|cancel|close|terminat)[^.]{0,100}(?:do not|don't) (?:agree|accept)", "The only answer to an unwanted change is to leave.", "If you do not agree to a change, you are left with one choice: to stop using the service."),
        (rf"{SOME_CHANGES}[^.;]*?{AT_ONCE}", "Some changes count at once; the clause says which.", "Some changes can apply at once."),
        (rf"(?:^|(?<=[.;] ))(?:(?!{SOME_CHANGES})[^.;])*?{AT_ONCE}", "A new version counts from its posting or from its date.", "A new version can apply from the day it goes online."),
        (r"material(?:ly)? (?:change|modif|amend|revis|update|alter|adverse)", "Much depends on which changes count as material.", "You may only hear of changes that count as material."),
        (r"sole discretion", "{platform} alone decides whether to change the text.", "Nobody has to ask you before a change."),
        (r"(?:archived?|see|view|access|available|compare|find|review|read|link\w*)[^.]{0,60}\b(?:previous|prior|earlier|past) versions?|(?:previous|prior|earlier|past) versions? [^.]{0,60}(?:archive|available|here|viewed|found|accessed)|archived versions?", "Earlier versions are said to be available for comparison.", "You can compare the text with earlier versions."),
    ),
    "termination": (
        (r"without (?:any |prior |further |advance )*(?:notice|warning)", "Access can end without notice, so keep exports and fallbacks ready.", "You may be locked out without warning."),
        (r"(?<!ou )(?<!our )(?:may|right to|can)\b(?! be terminated: \(a\) by)[^.]{0,160}(?:for any(?: or no)? reason(?! other| outside)|for no reason|without (?:cause|reason))|(?:^|(?<=[.;\d] ))(?!(?:if|where|when|in the event)\b[^.]{0,80}\byou(?:r use|r account)? (?:are|have|fail|breach|violat|do not|don))[^.]*?\b(?<!ou )(?:may|right to|can)\b[^.]{0,160}sole discretion(?!,? (?:that )?you\b)", "No reason has to be given for ending it.", "This can happen even if you did nothing wrong."),
        (r"(?:terminat|suspend|suspens|\bend|clos|ceas|disabl|revo[ck])\w*[^.]{0,80}immediate(?:ly)?|immediate(?:ly)?[^.]{0,60}(?:terminat|suspen|\bend|ceas|clos)\w*", "It can take effect immediately.", "There may be no time to save your data."),
        (r"inactiv\w+", "Inactive accounts are at risk.", "Log in now and then if you want to keep the account."),
        (r"surviv\w+", "Some duties continue afterwards.", "The end of the account does not end all of your duties."),
        (r"(?<!you )(?<!or we )(?:delet\w+|los[es]\w*|remov\w+|no longer (?:have )?access)[^.]{0,60}(?:content|data|information|files)|(?:content|data|files)[^.]{0,60}(?:deleted|lost|removed)", "Data can be lost at the end, so do not wait to export it.", "Save what you want to keep before the account ends."),
        (r"(?:no|not)[^.]{0,40}refund|forfeit", "Money paid in advance may be lost.", "Do not expect a refund for the time that is left."),
        (r"breach|violat\w+|fail(?:ure|s)? to comply", "It depends on a breach, so the thing to dispute is whether there was one.", "Following the rules is your main protection."),
    ),
    "enforcement_actions": (
        (r"without (?:any |prior |further |advance )*(?:notice|warning)", "A sanction can come without notice.", "You may not be warned first."),
        (r"sole discretion|own discretion|at (?:our|its) discretion|for any(?: or no)? reason", "{platform} decides what justifies a sanction.", "There is no fixed list of grounds you could point to."),
        (r"repeat\w*", "Repeated violations are mentioned.", "Doing it again is mentioned as a ground."),
        (r"permanent\w*|indefinite\w*", "The measure can be permanent.", "You may not get the account back."),
        (r"(?<!no )(?<!not )appeal\w*", "An appeal is mentioned; ask who decides it and how soon.", "An appeal is mentioned; find out how to use it."),
        (r"legal action", "Legal action is mentioned.", "You may be taken to court."),
        (r"law enforcement|authorities|prosecut\w+", "Cases can be handed to authorities.", "It may go beyond your account: authorities may be told."),
        (r"withh[eo]ld\w*|forfeit\w*|seiz\w+", "Something of value can be held back or forfeited.", "You may lose what is in the account."),
    ),
    "platform_discretion": (
        (r"without (?:any |prior |further |advance )*notice", "It can happen without notice.", "You may not be told in advance."),
        (r"discontinu\w+|shut down|cease|stop (?:providing|offering)", "A product built on the feature needs a fallback.", "A feature you use can disappear."),
        (r"assign\w*|transfer (?:these|our|this|its)", "The other party to the contract can change.", "Your contract may pass to another company."),
        (r"without (?:any )?liability|not be liable", "Losses from it are not compensated.", "You would not be compensated for what you lose."),
        (r"refus\w+|reject\w*|declin\w+", "Service can be refused.", "You may be turned away."),
    ),
    "content_moderation": (
        (r"(?:no obligation|not obligated|not obliged|not required|(?:do|does) not) [^.]{0,20}(?:monitor|screen|review|pre-?screen|police)", "{platform} takes on no duty to check content.", "You may come across content nobody has checked."),
        (r"sole discretion|any reason|own discretion", "{platform} decides what justifies removal.", "A post can be removed even if you broke no listed rule."),
        (r"without (?:any |prior )*notice", "Removal can come without notice.", "You may not be told before a post is removed."),
        (r"(?<!no )(?<!not )appeal\w*", "An appeal is mentioned; ask who decides it and how soon.", "You may be able to have a decision reviewed."),
        (r"\b(?:you|users|anyone|members) (?:can|may|should) (?:\w+ )?(?:report|flag|notify us)\b(?! (?:an? )?appeal)|\breported by|report any", "Reports by users are mentioned.", "You can report what you think breaks the rules."),
        (r"automat\w+|machine|algorithm\w*", "Automated systems play a part, so error rates matter.", "An automated system may be the first to judge your post."),
        (r"demot\w+|reduc\w+ (?:the )?(?:visibility|distribution|reach)|downrank\w*|rank\w*", "Content can lose reach without being removed.", "Fewer people may see your posts without you being told."),
    ),
    "content_license": (
        (r"perpetual\w*|irrevocabl\w+", "The user cannot end it.", "You cannot take the permission back."),
        (r"sub-?licens\w+|transferabl\w+|assignabl\w+", "It can be passed on, so you cannot know who ends up using the content.", "Companies or people you never dealt with may use what you post."),
        (r"without (?:any )?(?:compensation|payment|compensating)|royalty[- ]free|no (?:compensation|payment)", "No payment is owed for the use.", "You are not paid for it."),
        (r"derivative works|modif\w+|adapt\w*", "It covers modified versions.", "What you post may be changed."),
        (r"moral rights", "It touches moral rights, which some countries do not let people give up.", "You may lose a say in how your work is named or changed."),
        (r"(?:delet\w+|remov\w+|terminat\w+|end\w*)[^.]{0,80}licen[sc]e|licen[sc]e[^.]{0,80}\b(?:ends?|terminates?|continues?|survives?|until)\b", "The clause speaks of when it ends; check what happens after a deletion.", "Check what happens to the permission when you delete the post."),
        (r"likeness|your name|profile picture|photo of you", "People’s names and pictures are included.", "Your name or picture may be used."),
        (r"advertis\w+|promot(?:e|ing|ion)\b|marketing", "Advertising is one of the uses.", "What you post may appear in advertising."),
        (r"(?<!sure )(?<!if )(?<!that )(?<!content )(?<!affirm )(?<!represent )(?<!confirm )(?<!warrant )(?:you|users?|customers?) (?:(?!affirm|represent|confirm|warrant|declare|agree)\w+ ){0,2}(?:retain|keep|own)s?\b(?! or\b)", "Ownership stays with the user.", "You stay the owner."),
    ),
    "arbitration": (
        (r"opt(?:ing)?[- ]out|reject (?:this|the) (?:arbitration|agreement)", "Opting out is mentioned; check who may do so and by when.", "Check whether you can opt out, and by when."),
        (r"(?<!non-)(?<!non )(?<!not )binding", "What the arbitrator decides is binding.", "You would be bound by what the arbitrator decides."),
        (r"(?:may|can|retain|right|elect|option|instead|except|exclud\w+|other than|prevent\w*|preclude\w*)\b[^.;]{0,120}small[ -]claims|small[ -]claims[^.;]{0,60}not subject to", "Small claims stay possible in court.", "Small cases can still go to a small-claims court."),
        (r"mass arbitrations?\b(?! (?:supplementary|rules|procedures))|batch\w*|similar (?:claims|demands)|coordinated", "Many similar claims follow special rules.", "If many people bring the same claim, special rules apply to yours."),
        (r"(?:informal|notice of dispute|pre-?(?:arbitration|filing))[^.]{0,120}\b(?:before|prior|days|condition precedent|must|first)\b|\b(?:before|prior to)\b (?:\w+ ){0,6}?(?:arbitrat|filing|commenc|initiat)[^.]{0,120}(?:informal|good faith|notice)|first contact|try to resolve", "A notice or talks must come before a claim.", "Before you can bring a claim, there must be a notice or talks."),
        (r"(?:pay|bear|responsible for|reimburse)[^.]{0,60}(?:fees|costs)|(?:fees|costs)[^.]{0,60}(?:paid|borne|shared|allocated|pay)", "The costs of arbitration are addressed.", "Check what starting a case would cost you."),
        (rf"(?:{LEFT_TO_COURTS})\w*", "Some claims are left to courts.", "Not every kind of claim goes to the arbitrator."),
        (r"(?:not|no|waiv(?:e|es|ed|ing)|only|cannot|n't|without)\b[^.;]{0,80}\b(?:class(?:es)?|representative|consolidat\w+)\b(?![ -]?(?:action|arbitration)?s? waiver)", "Cases may not be joined or brought for a group.", "You could not join with others."),
        (r"jury", "Trial by jury is given up.", "No jury would hear you."),
        (r"federal arbitration act", "It names the US Federal Arbitration Act as its basis.", ""),
    ),
    "class_action_waiver": (
        (r"jury", "Trial by jury is given up.", "No jury would hear your case."),
        (r"consolidat\w+|join\w*", "Cases of several people may not be joined.", "Your case could not be heard together with others."),
        (r"private attorney general", "Actions on behalf of the public are included.", "You could not sue on behalf of the public either."),
        (r"(?:unenforceable|invalid|severed|struck)", "It says what follows if the waiver fails.", "Check what remains if a court strikes it down."),
    ),
    "legal_jurisdiction": (
        (r"within (?:one|1|two|2|six|6|twelve|12)(?: \(\d+\))? (?:years?|months?)|(?:permanently|forever)[- ]barred", "The time to sue is shortened.", "A claim brought too late is lost."),
        (r"(?<!non-)(?<!non )(?<!not )\bexclusive\w*", "Only the courts named may hear a claim.", "You could not choose another court."),
        (r"mandatory (?:\w+ )?(?:law|provision|right|protection)s?|(?:depriv|protect)\w*[^.]{0,80}(?:consumer|mandatory|law)|consumer[^.]{0,160}(?:mandatory|your local courts|courts of your|where you (?:live|reside))", "Consumers may keep the protection of their own law.", "As a consumer you may keep your home country's protection."),
        (r"(?:without|exclud\w*|regardless|exclusion|except|irrespective|notwithstanding|not|other than)\b[^.;]{0,70}(?:conflicts?|choice)[- ]of[- ]laws?|without[^.;]{0,60}conflicts? ", "Rules that could lead to another law are excluded.", ""),
        (r"(?:convention|sale of goods)", "The UN sales convention is mentioned.", ""),
        (r"personal jurisdiction|submit to", "People accept the court in advance.", "You agree in advance that you can be sued there."),
    ),
    "liability_limitation": (
        (r"(?:not|exceed)[^.]{0,80}exceed|greater of|liability[^.]{0,80}(?<!not )limited to (?!the (?:\w+ )?extent|the fullest|foreseeable|damages)|maximum (?:aggregate )?liability", "[!cap: A cap sets the most that can be recovered.]", "[!cap: However large your loss, a cap applies.]"),
        (r"indirect|consequential|incidental|punitive", "Indirect losses are excluded; for a business, these are often the larger ones.", "Knock-on losses, such as lost profit, are not covered."),
        (r"(?:loss|corruption|lost) (?:of |or )*[^.;]{0,30}data|lost data|data loss", "Loss of data is among the excluded losses.", "Keep copies: you are not compensated for lost data."),
        (r"(?:including|whether|even|based (?:on|in))\b[^.]{0,80}negligence", "It covers negligence too.", "Carelessness on their side does not lift the limit."),
        (r"(?:liab|damage|claim|responsib|loss)\w*[^.]{0,160}\b(?:death|personal injur(?:y|ies))|(?:death|personal injur(?:y|ies))\b[^.]{0,60}liab\w+", "Death and injury are mentioned, where many laws allow no limit.", "For injury, the law may give you more than this clause does."),
        (rf"(?:{OTHERS_ACT})\w*", "What others do is addressed.", "{platform} is not liable for what others do."),
        (r"releases? (?:us|we|the|[\w]+)[^.]{0,80}(?:claims?|demands?|liabilit\w+)", "Claims are given up in advance.", "You give up claims before you know of them."),
        (r"beyond (?:our|its|their) (?:reasonable )?control|force majeure|act of god", "Events beyond its control are excluded.", "You bear the risk of events outside its control."),
        (r"(?:does|do|shall|will) not (?:affect|limit|exclude)|nothing in (?:this|these)[^.]{0,80}(?:limit|exclude|affect)\w*|some (?:jurisdictions|states|countries)[^.]{0,40}(?:not (?:allow|permit)|prohibit)|not (?:limit|exclude)(?!ed)[^.]{0,60}(?:liability|rights)|to the (?:fullest |maximum )?extent permitted", "It leaves room for laws that forbid such limits.", "Where you live, the limit may not apply in full."),
    ),
    "warranty_disclaimer": (
        (r"as[- ]is|as available", "The service is provided as it is.", "You take the service as it is."),
        (r"uninterrupt\w+|error[- ]free|free (?:of|from) errors|\bavailability|(?:always|be|is|are) (?:\w+ )?available|downtime", "Uptime is not promised.", "The service may fail when you need it."),
        (r"accura\w+|reliab\w+|complete(?:ness)?\b", "Information is not promised to be correct.", "Check information before you rely on it."),
        (r"merchantab\w+|fitness|non-?infring\w+", "Implied warranties are expressly excluded.", ""),
        (r"own risk|sole risk", "The risk of use is put on the user.", "You use the service at your own risk."),
        (r"(?:medical|legal|financial|professional|investment) advice", "Content is not to be used as professional advice.", "Do not take it as professional advice."),
        (r"virus\w*|malware|harmful components", "There is no promise that it is free of viruses.", "Protect your own devices."),
        (r"third[- ]part\w+", "There is no promise about what others offer.", "{platform} does not stand behind what others offer."),
    ),
    "indemnification": (
        (r"attorney\w*|legal (?:fees|costs|expenses)|lawyers", "Lawyers’ fees are included.", "You could have to pay lawyers’ fees."),
        (r"defend", "There is a duty to defend, which starts before anything is proven.", "You could have to pay for a defence before anything is decided."),
        (r"(?:your|user) content|submi\w+|post\w*", "Content that users post can trigger it.", "Something you post can trigger it."),
        (r"breach\w*|violat\w+", "A breach can trigger it.", "Breaking a rule or violating a right can trigger it."),
        (r"exclusive (?:defense|defence|control)|assume the", "{platform} can take control of the case.", "You may not get to decide how the case is run."),
        (r"infring\w+", "Infringement claims are included.", ""),
    ),
    "payment_fees": (
        (r"(?:chang(?!e fee)|increas|modif|adjust|rais)\w* (?:our |the |its |any |such |those |your )*(?:fees?|prices?|pricing|subscription|charges|rates)|prices? (?:and \w+ )?(?:may|can|are subject to) (?:be )?chang", "Prices can change.", "What you pay can change."),
        (r"non-?refundable", "Payments are not refunded.", "Do not expect your money back."),
        (r"(?:plus|exclusive of|exclud\w+|not includ\w+|additional|add(?:ed|s|ing)?)\b[^.;]{0,90}\btax(?:es)?\b|\btax(?:es)?\b[^.;]{0,50}\b(?:added|extra|additional|exclu\w+|on top|not included)\b", "Taxes come on top of the price.", "Tax may be added to the price."),
        (r"\blate\b|overdue|unpaid|past due|fail\w* to pay|non-?payment", "Late payment has consequences.", "Check what happens if you pay late."),
        (r"(?:authori[sz]e[^.]{0,60}(?:charge|debit)|charge[^.]{0,40}(?:payment method|card))(?=[^.]*\b(?:recurring|automatic\w*|all (?:fees|charges|amounts)|future|periodic\w*|renew\w*|subsequent|ongoing)\b)(?![^.]*\bone-time)", "It gives a standing permission to charge.", "You can be charged without being asked again."),
        (r"currency conver\w+|conver\w+[^.;]{0,40}currenc\w+|exchange rates?|foreign exchange", "Currency conversion is mentioned.", "What you pay can depend on an exchange rate."),
        (r"third[- ]party pay\w*|payment processor\w*|app store", "Another company is involved in the payment.", "Check which company takes the payment."),
        (r"free of charge|no charge|without charge|for free", "Something is said to be free.", "Check what exactly is free."),
    ),
    "auto_renewal": (
        (r"free trial|trial period|trial", "A trial is mentioned; many laws ask for a reminder before it ends.", "Watch when the trial ends."),
        (r"(?:cancel\w*)[^.]{0,100}(?:before|prior|at least)|(?:before|prior to)[^.]{0,60}renew", "Cancellation has to come before the renewal date.", "Cancel before the next period starts."),
        (r"(?:chang|increas)\w*[^.]{0,40}(?:price|fee)|then[- ]current (?:\w+ ){0,2}(?:price|rate|fee)s?", "The price may differ at renewal.", "The next period may cost more."),
        (r"apple|google play|app store|itunes", "Subscriptions bought in an app store are cancelled there.", "If you subscribed in an app store, cancel there."),
        (r"non-?refundable|no refund", "There is no refund once a period has begun.", "Once a period has begun, you get no refund for it."),
        (r"you [^.]{0,40}authori[sz]e", "It gives a standing permission to charge.", "You can be charged again without being asked."),
    ),
    "refunds": (
        (r"non-?refundable|no refunds?|not (?:be )?refund\w*|sales are final|final sale|(?:do not|don['\u2019]t|never) (?:give|issue|offer|provide) (?:\w+ )?refunds", "Payments are kept, as far as the law allows.", "In general, you do not get your money back."),
        (r"(?:right of|right to) withdraw\w*|cooling|withdrawal", "The right of withdrawal is mentioned.", "You may be able to withdraw from the purchase."),
        (r"partial(?:ly)? (?:used|period|month|term|year|subscription|billing)|pro[- ]?rat\w+|unused|remaining", "Unused time is mentioned.", "Check whether unused time is refunded."),
        (r"sole discretion|case[- ]by[- ]case", "The decision is left to {platform}.", "You can ask, but cannot insist."),
        (r"chargeback\w*", "Chargebacks are mentioned.", "Disputing the charge with your bank can have consequences."),
        (r"except (?:as|where|when)[^.]{0,40}law|required by (?:applicable )?law|statutory", "Rights given by law remain.", "You keep the rights the law gives you."),
    ),
    "consent": (
        (r"by (?:using|accessing|visiting|browsing|continuing)", "Mere use counts as agreement, which courts often look at closely.", "Using the service counts as your agreement."),
        (r"by (?:clicking|creating|registering|signing|checking|submitting|providing)", "An action such as a click counts as agreement; keep proof of the screen.", "What you click or fill in counts as your agreement."),
        (r"withdraw\w*|revok\w+", "Withdrawing consent should be as easy as giving it.", "Consent can be withdrawn."),
        (r"(?:do not|don't) agree", "Anyone who does not agree is told not to use the service.", "If you do not agree, you are told not to use the service."),
        (r"electronic(?:ally)? (?:communicat|notice|record|message|deliver)\w*|communications? electronically|by e-?mail", "Electronic messages are covered.", "Notices may only reach you electronically."),
        (r"on behalf of (?:a|an|your|any|another) (?:company|organi[sz]ation|entity|business|employer|legal|person)\w*", "Someone may agree on behalf of a company.", "If you agree on behalf of a company, you bind it."),
    ),
    "account_control": (
        (r"responsible for (?:all|any|everything|every)|liable for (?:all|any)|(?:all|any) (?:activit\w+|use|actions?)[^.]{0,50}(?:account|password)", "Everything done with the account counts as the holder’s act.", "What others do with your log-in counts as yours."),
        (r"(?:secur|confidential|safeguard|protect|secret|guard|shar|disclos|reveal|responsib|private)\w*[^.]{0,100}(?:password|credential|log-?in)|(?:password|credential|log-?in)\w*[^.]{0,100}(?:secur|confidential|safeguard|secret|shar|disclos|private)", "Log-in details must be kept safe.", "Keep your log-in details to yourself."),
        (r"accurate|truthful|up[- ]to[- ]date", "Account details must be true and kept up to date.", "Give true details and keep them up to date."),
        (r"(?:not|never|n't|n’t|prohibit\w*)\b[^.;]{0,80}\b(?:sell|transfer|shar|lend|rent|assign|disclos)\w*[^.;,]{0,30}(?:account|password|username|credentials)|non-?transferable", "Accounts may not be passed on.", "You may not pass the account to someone else."),
        (r"(?:one|multiple)(?: \(\d\))? (?:\w+ )?accounts?", "The number of accounts is addressed.", "Check how many accounts you may have."),
        (r"(?:notify|inform|tell|contact|alert)[^.]{0,60}(?:unauthori[sz]ed|breach|compromis|lost|stolen|suspect)|unauthori[sz]ed[^.]{0,60}(?:notify|inform|contact)", "Misuse must be reported.", "If someone gets into your account, report it at once."),
        (r"on behalf of (?:a|an|your|any|another) (?:company|organi[sz]ation|entity|business|employer|legal|person)\w*", "It covers acting for a company or another person.", "If you sign up for someone else, it concerns them too."),
    ),
    "ai_automated": (
        (r"(?:may|might|can) (?:be |not be |produce |contain |generate |provide |include )*(?:inaccura\w+|incorrect|wrong|errors?|mistakes?|offensive|misleading)|not (?:always )?(?:be )?accurate", "Wrong output is to be expected, so someone has to check it.", "Check what the AI tells you."),
        (r"human (?:review|intervention|oversight|reviewer)", "Human review is mentioned.", "Check when a person reviews it."),
        (r"legal(?:ly)? (?:effects?|or similarly)|similarly significant", "Decisions with legal effect are mentioned; privacy laws single these out.", "An automated decision may affect something that matters to you."),
        (r"profiling", "Profiling is mentioned.", "A profile of you may be made."),
        (r"\b(?:own|owns|ownership|rights?)\b[^.]{0,40}(?:output|generated)|outputs?[^.]{0,60}\b(?:own|owns|ownership|rights)\b", "Ownership of AI output is mentioned.", "Check who owns what the AI makes for you."),
        (r"not be unique|same (?:or similar )?outputs?|similar outputs?", "Output may not be unique.", "Others may get the same output."),
        (r"rely|reliance|professional advice|sole source", "The output is not meant to be relied on.", "Do not rely on it for anything important."),
    ),
    "data_security": (
        (r"(?:can(?:no|')t|can not|not|no)[^.]{0,40}(?:guarantee|ensure|promise|warrant|100|completely secure|impenetrable|perfectly)|no (?:method|system|security|data|transmission)", "It does not promise that the measures will work.", "Complete protection is not promised."),
        (r"encrypt\w+|\bssl\b|\btls\b", "Encryption is mentioned, which can be tested.", "Encryption is used in some places."),
        (r"(?:notif(?:y|ies|ied|ying)|inform(?:s|ed|ing)?|tell(?:s|ing)?) (?!us\b)[^.;]{0,60}(?:breach|incident)|(?:breach|incident)[^.;]{0,80}\bwill (?:\w+ )?(?:notify|inform|tell) (?!us\b)", "Notice of a breach is mentioned[, within {period}].", "You may be told of a breach[ within {period}]."),
        (r"(?:your|user ?(?:names?|ids?) (?:and|or)|strong|unique|complex|secure|account) (?:\w+ ){0,3}(?:passwords?|credentials)|password[- ]?protect\w*", "Passwords are part of the protection.", "Your password is part of the protection."),
        (r"(?:limit|restrict)\w*[^.]{0,30}access|need[- ]to[- ]know|authori[sz]ed (?:personnel|employees|staff)", "Staff access is limited.", "Not everyone at {platform} can see your data."),
        (r"own risk", "Users bear the risk of sending data.", "Sending data is at your own risk."),
    ),
    "international_transfers": (
        (r"standard contractual|model (?:contract(?:ual)? )?clauses", "Ask for a copy of the standard clauses and the assessment behind them.", "Standard contract clauses are meant to protect your data."),
        (r"privacy (?:shield|framework)|safe harbou?r", "Check that the framework is in force and that the company is listed.", "A framework between countries is meant to protect your data."),
        (r"adequacy", "Adequacy decisions cover only some countries.", "Some countries are recognised as protecting data well enough."),
        (r"consent", "Consent is mentioned as a ground; for regular transfers it is a weak one.", "Your consent may be used to justify the transfer."),
        (r"may not (?:be|have|offer|provide|guarantee)[^.]{0,60}(?:same|equivalent|protect|adequate)|different[^.]{0,40}(?:law|protect)|less protect", "It admits that protection abroad may be weaker.", "Protection abroad may be weaker than at home."),
    ),
    "children_age": (
        (rf"(?:{PARENTS_AGREE})\w*", "Keep a record of the parent’s or guardian’s part in it.", "A parent or guardian is involved."),
        (r"\b(?:we|will|steps to|appropriate|promptly|immediately) (?:\w+ ){0,3}?(?:delet|remov|eras)\w+", "Children’s data that comes to light is to be deleted.", ""),
        (r"(?:not|n't) knowingly", "It only speaks of knowing collection, which leaves open how age is found out.", ""),
        (r"verif\w+[^.]{0,60}\bage|\bage[^.]{0,40}verif\w+|proof of age|age (?:check|assurance|gate)\w*", "Age may be checked.", "You may have to prove your age."),
        (r"schools?\b|students?\b", "Schools or students are mentioned.", ""),
    ),
    "monetization_rules": (
        (r"withh[eo]ld\w*|forfeit\w*", "Earnings can be held back.", "Money you earned can be held back."),
        (r"minimum|threshold", "A threshold must be reached before money is paid.", "Small sums are not paid out until a threshold is reached."),
        (r"tax(?:es)?\b", "Tax on earnings is up to the earner.", "Tax is up to you."),
        (r"sole discretion|any reason|at any time", "The terms of earning can change.", "Do not count on earning the same in future."),
        (r"eligib\w+", "Conditions must be met first.", "You only earn while you meet the conditions."),
    ),
    "developer_api": (
        (r"revok\w+|terminat\w+|suspend\w*", "Access can be taken away.", "Your app can be cut off."),
        (r"rate limit\w*|throttl\w+|quota", "Limits on calls apply.", "Your app must stay within limits on calls."),
        (r"(?:train\w*)[^.]{0,60}model|machine learning", "Use for training models is mentioned.", "Read this before you train models on it."),
        (r"(?:delet\w+|remov\w+)", "Data must be deleted in certain cases.", "You may have to delete data you obtained."),
        (r"audit\w*|inspect\w*|monitor\w*", "Use can be audited or monitored.", "Be ready to show what your app does."),
        (r"(?:obtain|get|receive|have|collect)\w*[^.]{0,40}consent|(?:users?|end users)[^.]{0,20}consent", "The developer must get people’s consent.", "You have to ask your own users."),
    ),
    "acceptable_use": (
        (r"without (?:our |the )?(?:prior |express |written |prior written |express written )*(?:consent|permission|approval|authori[sz]ation)", "Permission can lift the ban, so it is worth asking in writing.", "You can ask for permission."),
        (r"attempt\w*", "Attempts count too.", "Just trying is enough to break the rule."),
        (r"(?:encourag\w+|assist\w*|facilitat\w+|induc\w+|caus\w+|permit\w*|allow\w*|enabl\w+|help\w*) (?:or \w+ )?(?:any )?(?:others?|anyone|third part|someone|another|other person)", "Helping others to do it counts too.", "Helping others to do it breaks the rule too."),
    ),
    "intellectual_property": (
        (r"penalty of perjury|perjury", "A false statement has legal consequences.", "Be sure before you sign such a notice."),
        (r"counter[- ]?noti\w+", "The other side can respond with a counter-notice.", "If your post was taken down, you can object."),
        (r"repeat infring\w+", "Repeat infringers can lose their accounts.", "Repeated infringement can cost you the account."),
        (r"(?:limited|revocable|non-?exclusive|personal)[^.]{0,60}licen[sc]e", "The permission is limited.", "What you get is a permission, not ownership."),
        (r"(?:prior )?written (?:consent|permission|approval)", "Anything more needs written permission.", "Ask in writing before you do more."),
    ),
    "privacy_rights": (
        (r"verif\w+|confirm your identity|proof of identity|identify you", "Identity is checked first; that check should ask for no more than needed.", "Be ready to prove who you are."),
        (r"authori[sz]ed agent", "Someone else may make the request on the person’s behalf.", "Someone you trust may ask on your behalf."),
        (r"discriminat\w+|retaliat\w+", "People who use a right must not be treated worse.", "You should not be treated worse for asking."),
        (r"(?:lodge|file|make|submit)[^.]{0,20}complain\w*|supervisory authority|data protection authority", "People can complain to an authority.", "If you are not satisfied, you can turn to an authority."),
        (r"\bfees?\b", "A fee is mentioned.", "Some requests may cost money."),
        (r"(?:delet|erasure|eras)\w*[^.]{0,80}(?:permanent|cannot be (?:recovered|undone)|irreversibl)", "Deletion is final.", "You cannot get deleted data back."),
        (r"(?<!you )(?:may|can|might|right to) (?:refuse|deny|decline|reject)|exceptions? [^.]{0,40}(?:apply|right)|requests?[^.]{0,60}(?:denied|refused|declined|rejected)", "Some requests can be refused.", "Your request can be refused in some cases."),
    ),
    "data_retention": (
        (r"as long as (?:[\w’']+ ){0,5}?(?:necess\w+|needed|need|required|requires|reasonabl\w+|appropriate|relevant|useful|legitimate)\b", "How long depends on need, and {platform} judges that.", "Your data is kept for as long as {platform} sees a need."),
        (r"as long as (?:you (?:have|keep|use|hold|maintain)\b|your (?:\w+ )?account)|(?:life|lifetime|duration) of your account", "It is tied to the life of the account.", "Your data is kept at least as long as you have an account."),
        (r"back-?ups?|archiv\w+", "Copies in backups or archives last longer.", "Copies in backups or archives may stay for a while."),
        (r"legal (?:obligation|requirement|reason|claim|hold)\w*|comply with|required by law", "Legal duties can extend the time.", "Your data can be kept longer for legal reasons."),
        (r"anonymi\w+|aggregat\w+|de-?identif\w+", "Anonymous copies may be kept for good.", "A copy without your name may be kept."),
        (rf"indefinite\w*|perpetual\w*|{KEPT_FOREVER}", "There is no end to the storage.", "Your data may never be deleted."),
        (r"inactiv\w+", "Inactive accounts follow a rule of their own.", "An inactive account is treated differently."),
    ),
    "data_sharing": (
        (r"(?:merg|acqui|bankrupt|reorgani|insolven)\w+|sale of (?:all|assets|our|the business)", "If the company is sold, data goes with it as an asset.", "Your data may pass to another company."),
        (r"subpoenas?|court orders?|legal process|law enforcement|government(?:al)? (?:agenc|authorit|request|entit|bod)\w*", "It covers requests by authorities; ask for the policy on them.", "Authorities may get your data without your being asked."),
        (r"(?:sell|sells|selling|(?<!whom we )(?<!purpose or )sold|sale of) (?:or \w+ )?(?:your |the |any |this |that |such |user |users' )*(?:personal )?(?:data|information)", "Selling is mentioned; some state laws require an opt-out from it.", "Someone may make money from your data."),
        (r"aggregated|aggregate (?:data|information|statistic\w*|form|basis|or|reports?)|de-?identif\w+|anonymi\w+", "Anonymous data is treated separately; ask how it is made anonymous.", "Data without your name is treated more freely."),
        (r"publicly(?! (?:disclose|share|release)[^.;]{0,40}(?:aggregat|non-personal|anonymi|statistic))|made public|public (?:profile|posts?|forums?|areas?|information|content)|visible to (?:anyone|the public|everyone)|(?<!interest of the )general public", "Part of it is public, and anyone can copy it.", "Others can see and copy what is public."),
        (r"with (?:your )?(?:consent|permission)|your (?:consent|direction)|you (?:direct|ask|choose|consent)", "Consent or a choice of the person is a ground here; keep a record of it.", "It depends, at least in part, on your consent or your choice."),
    ),
    "tracking_advertising": (
        (DO_NOT_TRACK, "Browser signals are mentioned; check which ones are honoured.", "Check which signals of your browser are respected."),
        (rf"(?:{_UNHEEDED}|ignores?\b)[^.;]{{0,60}}(?:do not track|\bdnt\b|signals?)|(?:do not track|\bdnt\b)[^.;]{{0,120}}(?:ignores?\b|{_UNHEEDED})", "Browser signals are not honoured.", "Your browser’s signal makes no difference."),
        (r"(?<!all )(?<!links to )(?<!link to )(?<!linked to )(?<!provided by )(?:other|third[- ]party) (?:web)?sites|across (?:the |other |different )(?:web|internet|sites|apps|websites)", "It reaches beyond the service itself.", "Other sites are involved too."),
        (r"(?:not|n't|cannot)[^.]{0,40}(?:function|work)(?: properly| correctly| as)|you (?:may|might|will) (?:not|no longer)[^.]{0,60}(?:use|access)", "Refusing cookies can break features.", "Some features may not work if you refuse."),
        (r"combin\w+|link\w* (?:it|this|your|the information)", "Data from several sources is combined.", "What is known about you from several places is combined."),
        (r"opt[- ]?out|disable|refuse|reject|block", "An opt-out is mentioned; check that it works.", ""),
    ),
    "data_collection": (
        (r"(?<!processed )(?<!handled )(?<!stored )(?<!made )(?:from|by|through|via) (?:\w+ ){0,5}(?:third[- ]part\w+|other sources|partners|data brokers)|from publicly available", "Some of it comes from others, so people may not know about it.", "Some of it does not come from you."),
        (r"(?:collect|receiv|record|gather|obtain|captur|generat)(?:e?s|e?d|ing|ged)? [^.;]{0,30}automatic\w*(?! synchron)|automatic\w* (?:\w+ ){0,2}(?:collect|receiv|record|gather|obtain|captur|generat|logg?|send|sent)(?:e?s|e?d|ing|e)?\b", "It is gathered automatically, so people may not notice.", "It is gathered without your typing anything in."),
        (r"(?:optional|voluntar\w+) |choose (?:not|whether) to|if you (?:choose to |decide to )?(?:provide|give|share|upload|add)\b|you (?:choose|decide) to (?:provide|give|share|upload|add)", "Part of it depends on what people choose to give.", "Some of it you can keep back."),
        (r"infer\w*|deriv\w+|predict\w*", "It includes conclusions drawn about people.", "Conclusions about you may be drawn."),
    ),
    "data_usage": (
        (r"legitimate interests?", "It names legitimate interests as a ground; ask for the balancing test.", "You may be able to object where legitimate interests are the ground."),
        (r"(?:with|on|by|obtain|given|based on) your (?:prior |explicit |express )?consent", "It names consent as a ground; consent has to be recorded.", "Your consent plays a part."),
        (r"combin\w+", "Data from several sources is combined.", "What is known about you from several places is combined."),
        (r"profiling|(?:build|creat|mak|develop|form|assembl)\w* (?:an? |user |interest |your |marketing |personal )*profiles? (?:of|about|on|based)|(?<!be used to )infer\w*|predict(?:s|ing|ed)?|predictions? (?:about|of|on) (?:you|people|users)\w*", "Profiles or predictions are made.", "Guesses may be made about you."),
        (r"legal obligations?|comply with (?:\w+ )?(?:laws?|legal)", "Legal duties are among the purposes.", ""),
        (r"any purpose|other purposes", "The purpose is left open.", "Uses beyond those listed are possible."),
    ),
    "sensitive_data": (
        (r"explicit consent|separate consent|opt[- ]in|your consent|with consent", "Consent is asked for; it has to be recorded.", "You should be asked first."),
        (r"infer\w*|deriv\w+", "It can be inferred, not only given.", "It may be guessed from other data."),
        (r"in the background|background location|when (?:the app|you are not)", "It can be gathered in the background.", "It may be gathered when you are not looking at the app."),
    ),
    "ai_training": (
        (r"(?:shar|disclos|provid|transfer|licens|sell|give)\w*[^.;]{0,80}\b(?:with|to) (?:[\w-]+,? ){0,6}(?:third[- ]part\w+|collaborators|partners)", "Others may train on it too.", "Other companies may train on it too."),
        (r"opt(?:ing)?[- ]?out|turn(?:ing)? (?:it |this )?off|settings?", "", "Find the control and check that it is off."),
        (r"anonymi\w+|de-?identif\w+|aggregated (?:data|information|form|basis)", "Names are said to be removed from the data first; ask how.", "Names are said to be removed first."),
        (r"publicly (?:available|accessible|posted|shared|visible)|public (?:posts|content|profiles?|web)", "Public material is included.", "What is public is included."),
        (r"feedback", "Feedback is mentioned separately.", "Check what giving feedback allows."),
    ),
}  # fmt: skip

_UNLESS = {
    "Browser signals are not honoured.": re.compile(
        r"(?<!not )(?<!n't )(?<!n’t )\b(?:recogni[sz]e|honou?r|respond to|comply with|respect)s? (?:\w+ ){0,3}(?:gpc|global privacy control|opt[- ]out preference)"
    ),
    "Browser signals are mentioned; check which ones are honoured.": re.compile(rf"{_UNHEEDED}|\bignores?\b"),
    "It is left to the reader to look for changes.": re.compile(
        r"\b(?:let you know|notify|notifying|inform you|tell you|e-?mail you|alert you|(?:provide|give|send)\w* (?:you )?(?:with )?(?:\w+ ){0,2}notice|prominent notice|by e-?mail)\b"
    ),
    "The permission is limited.": re.compile(
        r"\b(?:you|creator|user|member|customer)s? (?:hereby )?grants?\b"
    ),
    "The right of withdrawal is mentioned.": re.compile(
        r"\b(?:waiv\w+|los[es]\w*|no right|(?:not|n['\u2019]t) (?:have|benefit|be able)|extinguish\w*|exceptions?) "
    ),
    "Data can be lost at the end, so do not wait to export it.": re.compile(
        r"\b(?:you|they|who) (?:or we )?(?:\w+ )?(?:remove|delete)d?\b|\bnot (?:delete|remove)|licen[cs]es? [^.;]{0,60}\bends?\b"
    ),
    "It depends on a breach, so the thing to dispute is whether there was one.": re.compile(
        r"\bother than[^.;]{0,40}breach|\bany (?:or no )?reason"
    ),
    "Adequacy decisions cover only some countries.": re.compile(
        r"\b(?:without|not|no|lack\w*|absence of)\b(?: [\w-]+){0,6} (?:an? )?(?:positive )?adequa"
    ),
    "There is no end to the storage.": re.compile(r"\bnon-personal\b|anonym|de-?identif|aggregat"),
    "Trial by jury is given up.": re.compile(r"\bexercise your right to a (?:trial by )?jury\b"),
}


@cache
def remarks_on(type: str) -> tuple[Remark, ...]:
    """The remarks of a type, the weightiest first."""
    return tuple(
        Remark(Entry(f"{type} {number}", words), why, means, _UNLESS.get(why))
        for number, (words, why, means) in enumerate(_REMARKS.get(type, ()))
    )
