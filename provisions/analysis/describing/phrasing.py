"""The sentences a provision is described with, by type: patterns filled with what its own words state.

`{name}` is a fact; `{name|words}` has words to use without it; `[...]` is left out when a fact in it is missing;
`[!name: ...]` is kept only when the fact is missing, to say what the text leaves open.
"""

from dataclasses import dataclass

_Patterns = dict[str, str]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Patterns of one type, by what the clause does: a stance, "duty" (it binds the reader, not the platform),
    "for" (in the user's favour), "neutral", or "" (the rest). The most particular one that there is serves.
    """  # fmt: skip

    title: _Patterns
    says: _Patterns
    why: _Patterns
    means: _Patterns


_ACT = "[ You can act {by_way}.]"
_OUT = "[ You can say no {by_way}.]"
_NO_CONTROL = "[!control: The clause does not say where to make that choice.]"

PHRASINGS: dict[str, Phrasing] = {
    "data_collection": Phrasing(
        title={
            "": "Collection of {object}",
            "promises": "Limits on collecting {object}",
            "grants": "Choice over the collection of {object}",
            "requires": "Information you have to give[: {data}]",
            "duty": "Your duties when collecting {object}",
        },
        says={
            "": "{platform} collects {your_data}[ {aim}].",
            "promises": "{platform} puts limits on collecting {object}.",
            "requires": "You have to give {platform} certain details[: {data}].",
            "grants": "You have a choice over the collection of {your_data}[, {by_way}].",
            "duty": "This clause binds you when you collect {object} yourself.",
        },
        why={
            "": "[A record of processing should cover {named}.][!stated: A record of processing should say what is collected here.][!named: The clause describes it only in general terms.][ It is collected {aim}.][!purpose: The clause states no purpose for the collection.]",
            "promises": "The limit on collecting {object} can be tested against what the product does.",
            "requires": "[Ask whether all of this is needed: {data}.][!data: Ask whether everything that is asked for is needed.]",
            "grants": "Check that the choice over {object} works as described[: {way}].",
            "duty": "The duty falls on whoever collects {object}; check that your own notices match.",
        },
        means={
            "": "{platform} may hold {your_data}." + _ACT,
            "promises": "You can hold {platform} to its limits on collecting {your_data}.",
            "requires": "You may not get the service without giving {your_data}." + _ACT,
            "grants": "You have a say over {your_data}[, {by_way}]." + _NO_CONTROL,
            "duty": "If you collect {object}, this duty is yours, not {platform}’s.",
        },
    ),
    "data_usage": Phrasing(
        title={
            "": "Use of {object}[ {aim_title}]",
            "promises": "Limits on using {object}[ {aim_title}]",
            "grants": "Choice over the use of {object}[ {aim_title}]",
            "duty": "Your duties when using {object}",
        },
        says={
            "": "[{platform} uses {your_data} {aim}.][!aim: {platform} describes how it uses {your_data}.]",
            "promises": "{platform} puts limits on using {object}[ {aim}].",
            "grants": "You have a say in the use of {your_data}[ {aim}].",
            "duty": "This clause sets rules for your own use of {object}.",
        },
        why={
            "": "[Using {object} {aim} needs its own legal basis.][!aim: Each use of {object} described here needs its own legal basis.][!purpose: The clause states no purpose that could be tested.]",
            "promises": "The limit on using {object}[ {aim}] can be checked against what the product does.",
            "grants": "Check that the choice over using {object}[ {aim}] works as described[: {way}].",
            "duty": "The duty falls on whoever uses {object} obtained here.",
        },
        means={
            "": "{platform} may use {your_data} {aim|as the clause describes}." + _ACT,
            "promises": "You can hold {platform} to its limits on using {your_data}[ {aim}].",
            "grants": "You can decide on the use of {your_data}[ {aim}][, {by_way}]." + _NO_CONTROL,
            "duty": "If you use {object}, this duty is yours, not {platform}’s.",
        },
    ),
    "data_sharing": Phrasing(
        title={
            "": "Sharing of {object}[ with {recipients}][ ({topic})]",
            "promises": "Limits on the {share_noun} of {object}[ {share_to} {recipients}]",
            "grants": "Choice over sharing {object}[ with {recipients}]",
            "duty": "Your duties when sharing {object}",
        },
        says={
            "": "{platform} may share {your_data} with {recipients|others}[ {aim}].",
            "promises": "{platform} puts limits on the {share_noun} of {object}[ {share_to} {recipients}].",
            "grants": "You have a say in the sharing of {your_data}[ with {recipients}][, {by_way}].",
            "duty": "This clause limits how you may pass on {object}.",
        },
        why={
            "": "[Notices and contracts should cover {recipients}, who may receive {object}.][!shown: A privacy notice should say who receives {object}.][!recipients: The clause names none of them, which makes onward use hard to audit.]",
            "promises": "This is a promise on the {share_noun} of {object}[ {share_to} {recipients}]; watch whether it stays.",
            "grants": "Check that the choice over sharing {object}[ with {recipients}] works as described[: {way}].",
            "duty": "Whoever gets {object} through {platform} is bound by this; check your own onward sharing against it.",
        },
        means={
            "": "{your_data_up} may reach {recipients|others}[ {aim}]."
            + _OUT
            + "[!refusal: The clause does not say how you could refuse.]",
            "promises": "You can hold {platform} to its promise on the {share_noun} of {your_data}[ {share_to} {recipients}].",
            "grants": "You have a say in whether {platform} shares {your_data}[ with {recipients}][, {by_way}]." + _NO_CONTROL,
            "duty": "You may pass on {object}[ to {recipients}] only within these limits.",
        },
    ),
    "data_retention": Phrasing(
        title={
            "": "Retention of {object}[ for {retention}][ ({topic})]",
            "promises": "{keep_title} of {object}[ {kept_within}][ ({topic})]",
            "grants": "Choice over how long {object} is kept[ ({topic})]",
            "duty": "Your duties on keeping and deleting {object}",
        },
        says={
            "": "{platform} keeps {your_data}[ for {kept_for}].[!retention: The clause sets no fixed period.]",
            "promises": "[{platform} says it will {keep_verb} {object} {kept_within}.][!kept_within: {platform} says it will {limit_verb} {object}.]",
            "grants": "You can have {your_data} deleted[ within {retention}][ {by_way}].",
            "duty": "You must keep or delete {object} as the clause requires[, within {retention}].",
        },
        why={
            "": "[Check that deletion routines match the stated period for {object}: {kept_for}.][!retention: The clause sets no fixed period for {object}, so a limit on storage is hard to test.]",
            "promises": "The promise on keeping or deleting {object} can be tested[ against the stated {retention}].",
            "grants": "Requests to delete {object} must be carried out[ within {retention}][; the way to ask: {way}].",
            "duty": "It binds whoever holds {object} obtained from {platform}[; the period is {retention}].",
        },
        means={
            "": "{platform} may keep {your_data} {for_retention|for a time it does not put in numbers}." + _ACT,
            "promises": "You can expect limits on how long {platform} keeps {your_data}[: {retention}].",
            "grants": "You can have {your_data} deleted[ {by_way}][; allow {retention}]." + _NO_CONTROL,
            "duty": "Keeping or deleting {object} on time is up to you[: {retention}].",
        },
    ),
    "data_security": Phrasing(
        title={
            "": "Data security[: {topics}]",
            "for": "Protection of {object}[: {topics}]",
            "requires": "Security in your hands[: {topics}]",
        },
        says={
            "": "{platform} describes how it protects {object}[: {safeguards}].",
            "requires": "You have to look after the security of {object}[: {safeguards}].",
            "reserves": "{platform} does not promise to keep {object} safe.",
        },
        why={
            "": "[The clause names {safeguards}; a security review should ask for the rest.][!safeguards: A security review has to ask for the details.]",
            "promises": "An audit can check the safeguards for {object}[: {safeguards}].",
            "requires": "It makes users responsible for part of the security of {object}[: {safeguards}].",
        },
        means={
            "": "Part of the risk to {your_data} stays with you.",
            "promises": "{platform} says how it protects {your_data}[: {safeguards}].",
            "requires": "If you do not do your part[ ({safeguards})], a leak may be put down to you.",
        },
    ),
    "tracking_advertising": Phrasing(
        title={
            "": "[Use of {techniques}][!techniques: {tracking_title}][, with {recipients}]",
            "for": "Limits on[ {techniques}][!techniques: {trackers|tracking}]",
            "grants": "Choice over[ {techniques}][!techniques: {trackers|tracking}]",
            "duty": "Your duties on {topics|tracking and advertising}",
        },
        says={
            "": "This clause is about {topics|tracking}.",
            "promises": "{platform} puts limits on {trackers|tracking}.",
            "grants": "You can refuse or control {trackers|tracking}[, {by_way}].",
            "duty": "This clause binds you when you use {trackers|tracking tools}.",
        },
        why={
            "": "Check that consent and opt-outs cover {trackers|this tracking}[, and what {recipients} receive].",
            "promises": "The limit on {trackers|tracking} can be tested in a browser.",
            "grants": "Check that the control over {trackers|tracking} works in practice[: {way}].",
            "duty": "Advertisers and site owners are responsible here for {trackers|this tracking}.",
        },
        means={
            "": "Expect {trackers|tracking or advertising}[, with {recipients} involved]."
            + _OUT
            + "[!refusal: The clause does not say how to opt out.]",
            "promises": "You can hold {platform} to its limits on {trackers|tracking}.",
            "grants": "You can limit {trackers|tracking}[, {by_way}]." + _NO_CONTROL,
            "duty": "If you use {trackers|tracking} here, you are responsible for it.",
        },
    ),
    "privacy_rights": Phrasing(
        title={
            "": "Terms for privacy rights[: {topics}]",
            "grants": "Right to {rights|make choices about personal information}[ within {period}]",
            "promises": "How privacy requests are answered[: {topics}][ within {period}]",
            "duty": "Your part in privacy requests[: {topics}]",
            "denied": "Limits on privacy choices[: {topics}]",
            "reserves": "Grounds for refusing privacy requests[: {matter}]",
        },
        says={
            "": "This clause sets terms for {topics|privacy choices}.",
            "grants": "You have a right to {rights|make choices about your information}[, via {channel}][, within {period}].",
            "promises": "{platform} says how it answers requests about {topics|privacy choices}[ within {period}].",
            "duty": "This clause tells you what to do about {topics|privacy requests}.",
            "denied": "This clause says what you cannot do[: {topics}].",
            "reserves": "{platform} may refuse a privacy request[ in this case: {item}].",
        },
        why={
            "": "Check that these terms for {topics|privacy requests} do not undercut what the law grants[; the time named is {period}].",
            "grants": "There has to be a process for {topics|these requests}[, with answers within {period}][, via {channel}].[!reach: The clause names no contact.][!period: It sets no deadline.]",
            "promises": "How requests about {topics|privacy choices} are answered can be checked[; the time named is {period}].",
            "duty": "Customers have a part to play in {topics|privacy requests}.",
            "denied": "Check that the law does not grant what this clause denies[: {topics}].",
            "reserves": "Check that the law allows a refusal on this ground[: {item}].",
        },
        means={
            "": "Read this before you use a privacy right[: {topics}]." + "[ You can act via {channel}.]",
            "grants": "You can make use of this[: {topics}][, via {channel}][; allow {period}].[!reach: The clause does not say where to ask.]",
            "promises": "You can expect an answer about {topics|your request}[ within {period}][, via {channel}].",
            "duty": "You have a part to play in {topics|privacy requests}.",
            "denied": "Do not count on this choice here[: {topics}].",
            "reserves": "You can ask and still be refused[: {item}].",
        },
    ),
    "consent": Phrasing(
        title={
            "": "Agreement[: {topics}]",
            "for": "Consent asked for[: {topics}]",
            "grants": "Right to give or withdraw consent[: {topics}]",
        },
        says={
            "": "This clause is about how agreement is given[: {matters}].",
            "promises": "{platform} says it asks for consent[: {matters}].",
            "grants": "You can give or withdraw consent[ via {channel}].",
        },
        why={
            "": "It decides what counts as agreement[: {matters}]; keep proof of what was shown and when.",
            "promises": "Check that consent is asked for and recorded, and can be withdrawn[: {matters}].",
            "grants": "Check that withdrawing consent works in practice[, here via {channel}].",
        },
        means={
            "": "Check what counts as your agreement[: {matters}].",
            "promises": "You should be asked first[: {matters}][; you can act via {channel}].",
            "grants": "The decision is yours[: {matters}][; you can act via {channel}].[!way: The clause does not say how to withdraw consent.]",
        },
    ),
    "international_transfers": Phrasing(
        title={
            "": "Transfer of {object} abroad[: {places}][, under {safeguards}]",
            "for": "Safeguards for transfers of {object} abroad[: {safeguards}][ ({places})]",
            "stays": "Limits on moving {object} abroad",
        },
        says={
            "": "{platform} may move {object} to {places|other countries}[, under {safeguards}].",
            "promises": "{platform} describes safeguards for moving {object} to {places|other countries}[: {safeguards}].",
            "stays": "{platform} puts limits on moving {object} abroad.",
        },
        why={
            "": "[A transfer assessment should cover {places}.][!topics: Check which countries and which safeguards the clause means.][ Safeguards named: {safeguards}.]",
            "stays": "The limit on moving {object} abroad can be tested against where it is kept.",
            "for": "[A transfer assessment can test the safeguards named for {object}: {safeguards}.][!safeguards: A transfer assessment should test what the clause says about protection.]",
        },
        means={
            "": "{your_data_up} may be kept where another country’s law applies[: {places}].",
            "for": "{your_data_up} may leave your country[ for {places}][, under {safeguards}].",
            "stays": "You can hold {platform} to its limits on moving {your_data} abroad.",
        },
    ),
    "children_age": Phrasing(
        title={
            "": "Children and young people[ under {age}][: {topics}]",
            "requires": "Age limit[ of {age}][: {topics}]",
            "prohibits": "No use by people[ under {age}][!age: who are too young][: {topics}]",
            "for": "Protection of children[ under {age}][: {topics}]",
        },
        says={
            "": "This clause is about children or young people[ under {age}].",
            "requires": "[The clause sets an age for using the service: {age}.][!age: The clause says who may use the service, or act for a minor.]",
            "prohibits": "People too young for the service[ (under {age})] may not use it.",
            "promises": "{platform} limits what it does with information about children[ under {age}].",
        },
        why={
            "": "Anything that concerns children needs rules of its own[; the age named is {age}][: {topics}].",
            "requires": "[Sign-up should check for an age of {age}.][!age: No age is stated that a sign-up could check.]",
            "prohibits": "[The service should keep out anyone under {age}.][!age: No age is stated that a sign-up could check.]",
            "for": "It is a commitment on children[ under {age}] that can be checked[: {topics}].",
        },
        means={
            "": "This concerns children[ under {age}] and their parents[: {topics}]." + _ACT,
            "requires": "[If you are under {age}, you may be kept out or need permission.][!age: Check who may use the service, or act for a minor.]",
            "prohibits": "[If you are under {age}, the service is not for you.][!age: Check whether you are old enough.]",
            "for": "Parents can point to this[ for children under {age}][: {topics}][; they can act {by_way}].",
        },
    ),
    "sensitive_data": Phrasing(
        title={
            "": "Sensitive data: {topics|special kinds of information}[ {aim_title}]",
            "for": "Limits on sensitive data: {topics|special kinds of information}",
            "grants": "Choice over sensitive data: {topics|special kinds of information}",
        },
        says={
            "": "{platform} handles sensitive information[: {topics}][, {aim}].",
            "promises": "{platform} puts limits on what it does with {topics|sensitive information}.",
            "grants": "You have a say over {topics|sensitive information}[, {by_way}].",
        },
        why={
            "": "Many laws ask for a separate legal basis for such information[: {topics}][; here the use is {aim}].[!purpose: The clause gives no purpose.]",
            "for": "The limit on {topics|sensitive information} can be tested against what the product does.",
        },
        means={
            "": "This may touch on something sensitive about you[: {topics}]." + _ACT,
            "for": "You can hold {platform} to its limits on {topics|sensitive information}[; you can act {by_way}].",
            "grants": "You have a say over {topics|sensitive information}[, {by_way}]." + _NO_CONTROL,
        },
    ),
    "ai_training": Phrasing(
        title={
            "": "Use of {topics|content and data}[ by {trainers}] to train machine-learning models",
            "for": "Limits on using {topics|content and data} to train models",
            "grants": "Choice over the use of {topics|content and data} for model training",
            "prohibits": "Ban on training models with {topics|content and data}",
            "duty": "Your duties when training models on {topics|content and data}",
        },
        says={
            "": "[{trainers_up} may use {topics|what they receive} to train machine-learning models of their own.]"
            "[!trainers: {platform} may use {topics|content or data} to train or improve machine-learning models.]",
            "promises": "{platform} puts limits on using {topics|content or data} to train models.",
            "grants": "You can keep {topics|your content or data} out of model training[ {by_way}].",
            "duty": "This clause limits your own use of {topics|content or data} to train models.",
        },
        why={
            "": "It lets {topics|content and data} be used for training, which is hard to undo.[!refusal: It names no opt-out.]",
            "for": "The limit on training with {topics|content and data} is a commitment worth recording[: {way}].",
            "grants": "Check that keeping {topics|content and data} out of training works in practice[: {way}].",
            "duty": "Teams that build models must leave {topics|this material} out, or get permission.",
        },
        means={
            "": "{topics_up|Content or data} may become training material."
            + _OUT
            + "[!refusal: The clause does not say how you could refuse.]",
            "for": "You can hold {platform} to its limits on training with {topics|your content or data}.",
            "grants": "You can keep {topics|your content or data} out of training[ {by_way}]." + _NO_CONTROL,
            "duty": "You may not be free to train models on {topics|what you find here}.",
        },
    ),
    "ai_automated": Phrasing(
        title={
            "": "AI and automation[: {topics}]",
            "for": "Safeguards around automation[: {topics}]",
            "requires": "Conditions for AI features[: {topics}]",
        },
        says={
            "": "This clause is about {topics|automated systems}[ {aim}].",
            "requires": "You accept conditions on {topics|AI features}.",
            "promises": "{platform} puts limits on {topics|automated systems}.",
            "grants": "You may ask for a say over {topics|automated decisions}[, {by_way}].",
        },
        why={
            "": "Ask how transparent this is and whether a person reviews it[: {topics}].",
            "promises": "The promise can be tested against what the product does[: {topics}].",
            "for": "Check that this safeguard works in practice[: {topics}][, {by_way}].",
            "requires": "It makes users responsible for part of what AI features do[: {topics}].",
        },
        means={
            "": "Automated systems play a part in what you see or get[: {topics}]." + _ACT,
            "promises": "You can hold {platform} to this[: {topics}].",
            "for": "There is a safeguard you can use[: {topics}][, {by_way}].",
            "requires": "You carry part of the responsibility[: {topics}].",
        },
    ),
    "acceptable_use": Phrasing(
        title={
            "": "Ban on {topics|certain conduct}",
            "requires": "Rules of conduct[ on {topics}]",
            "reserves": "Action against {topics|misuse}",
            "permits": "Rules on {topics|conduct}",
            "for": "What users may do",
        },
        says={
            "": "The rules forbid {topics|the conduct described}.",
            "requires": "You must follow rules[ on {topics}].",
            "reserves": "{platform} may act against {topics|misuse}.",
            "permits": "This clause sets rules[ on {topics}].",
            "for": "You may do what the clause describes.",
        },
        why={
            "": "Check how staff, tools and integrations use the service against this ban[ on {topics}].",
            "requires": "Staff who use the service need to know these rules[ on {topics}].",
            "reserves": "It gives {platform} a ground to act against {topics|misuse}.",
            "permits": "It sets limits without an outright ban[: {topics}].",
            "for": "It says what users remain free to do.",
        },
        means={
            "": "This is against the rules[: {topics}].",
            "requires": "You are expected to follow these rules.",
            "reserves": "If {platform} sees {topics|misuse} in what you do, it can step in.",
            "permits": "Check this before you act[: {topics}].",
            "for": "You are free to do what the clause describes[ {by_way}].",
        },
    ),
    "restricted_content": Phrasing(
        title={
            "": "Rules on {topics|certain content}",
            "prohibits": "Ban on {topics|certain content}",
            "reserves": "Action against {topics|certain content}",
        },
        says={
            "": "This clause sets rules on {topics|certain content}.",
            "prohibits": "You may not post {topics|the content described}.",
            "reserves": "{platform} may act against {topics|the content described}.",
        },
        why={
            "": "Editors and agencies that post here need to know the rule on {topics|such content}.",
            "prohibits": "What may be posted turns on what counts as {topics|such content}.",
        },
        means={
            "": "Before you post, check the rules on {topics|such content}.",
            "prohibits": "[Keep {topics} out of what you post.][!topics: Keep this out of what you post.]",
        },
    ),
    "content_moderation": Phrasing(
        title={"promises": "Promise about moderation[: {topics}]", "requires": "How content is checked[: {topics}]", "": "Moderation of content[: {topics}]", "for": "Your steps in moderation[: {topics}]"},
        says={
            "requires": "This clause is about how content is checked[: {topics}].",
            "": "{platform} may act on content[: {topics}].",
            "promises": "{platform} commits to steps when it moderates content[: {topics}][, within {period}].",
            "grants": "You can take a step in moderation[: {topics}][, {by_way}].",
        },
        why={
            "promises": "It is a promise about moderation that can be checked[: {topics}][, within {period}].", "requires": "It says what is done about content, and what is not[: {topics}].",
            "": "Regulators look for reasons, notice and a way to appeal[; this clause covers {topics}].",
            "for": "Check that users can really take this step[: {topics}][, within {period}][, {by_way}].",
        },
        means={
            "promises": "You can hold {platform} to this[: {topics}][, within {period}].", "requires": "Check what this means for what you see and post[: {topics}].",
            "": "What you post can be affected[: {topics}]." + _ACT,
            "for": "You can take this step[: {topics}][, {by_way}][, within {period}].",
        },
    ),
    "content_license": Phrasing(
        title={"": "Licence to {licensed|your content}[: {traits}]", "warrants": "What you vouch for in what you post", "users": "Licence to other users[: {traits}]", "waives": "Rights you give up in what you post", "for": "You keep {kept|your rights in what you post}"},
        says={
            "": "You give {platform} rights in {licensed|what you post}[; the licence is {traits}].",
            "warrants": "You confirm that you have the rights in what you post.",
            "waives": "You give up rights in what you post.",
            "users": "You give other users rights in {licensed|what you post}[; the licence is {traits}].",
            "grants": "You keep rights in {licensed|what you post}.",
            "promises": "{platform} puts limits on what it does with {licensed|what you post}.",
        },
        why={
            "": "[The licence to {licensed|content} is {traits}.][!traits: It gives a licence to {licensed|content}.]",
            "warrants": "Whoever posts confirms having the rights to do so.",
            "waives": "Rights that are given up cannot be used against {platform} later.",
            "for": "Read the licence together with what users keep: {kept_theirs|rights in what they post}.",
        },
        means={
            "": "{platform} may use {licensed|your content}[ under a licence that is {traits}].",
            "users": "Other users may use {licensed|your content}[ under a licence that is {traits}].",
            "waives": "You may not be able to stop a use of what you post.",
            "warrants": "If you do not have the rights you say you have, you answer for it.",
            "for": "You keep {kept|your rights}, alongside any licence you give.",
        },
    ),
    "intellectual_property": Phrasing(
        title={
            "": "Intellectual property[: {topics}]",
            "complaint": "Complaints about infringement[: {matter}]",
            "gives": "Rights given to the platform[: {licensed}]",
            "others": "Who keeps which rights[: {topics}]",
            "grants": "Permissions and remedies[: {topics}]",
            "requires": "Requirements on intellectual property[: {topics}]",
            "prohibits": "Bans on use of protected material[: {topics}]",
            "reserves": "What {platform} may do about intellectual property[: {topics}]",
        },
        says={
            "": "This clause is about {topics|intellectual property}.",
            "complaint": "[A complaint about infringement should contain this: {item}.][!matter: This clause covers complaints about infringement.]",
            "gives": "{platform} is given rights in {licensed|what the clause names}.",
            "others": "This clause says who keeps which rights[: {topics}].",
            "grants": "{platform} gives you a permission or a remedy[: {topics}].",
            "prohibits": "You may not use protected material freely[: {topics}].",
            "reserves": "{platform} says what it may do about protected material[: {topics}].",
        },
        why={
            "": "Read this before reusing protected material[: {topics}].",
            "complaint": "It governs how complaints about infringement are made or answered.[ Contact: {channel}.]",
            "gives": "{platform} can use what is handed over here.",
            "others": "It settles who holds the rights in what people bring to the service[: {topics}].",
            "reserves": "It is a step that {platform} may take[: {topics}].",
            "grants": "It says what others may do[: {topics}].",
            "requires": "It says what must be done or stated[: {topics}][; contact: {channel}].",
            "prohibits": "Marketing and product teams must keep to this[: {topics}].",
        },
        means={
            "": "Check before you reuse anything[ involving {topics}].",
            "complaint": "This matters if your work is used without permission, or if you are accused of using someone else’s.",
            "gives": "Check what {platform} may do with {licensed|what is yours}.",
            "others": "Check here who holds the rights[: {topics}].",
            "reserves": "{platform} can take this step[: {topics}].",
            "grants": "You may do this within the stated limits[: {topics}][, via {channel}].",
            "requires": "This asks something of you[: {topics}][; contact: {channel}].",
            "prohibits": "You may not do what the clause names[: {topics}].",
        },
    ),
    "developer_api": Phrasing(
        title={
            "promises": "Promise to developers[: {topics}]", "reserves": "What {platform} may do about the API[: {topics}]",
            "": "Developers[: {topics}]",
            "requires": "Duties of developers[: {topics}]",
            "prohibits": "Limits for developers[: {topics}]",
            "for": "What developers may do[: {topics}]",
        },
        says={
            "promises": "{platform} makes developers a promise[ on {topics}].",
            "": "This clause sets terms for developers[ on {topics}].",
            "requires": "Developers must meet terms[ on {topics}].",
            "prohibits": "Developers may not go beyond the terms[ on {topics}].",
            "reserves": "{platform} may decide about {topics|API access}[, with {notice_given}].",
            "grants": "Developers may do what the clause describes[, on {topics}].",
        },
        why={
            "promises": "It is a promise to developers that can be checked[: {topics}][; notice: {notice}].",
            "": "Products built on the API depend on this[: {topics}][; notice: {notice}].",
            "for": "It gives developers something to build on[: {topics}].",
        },
        means={
            "promises": "You can hold {platform} to this[: {topics}].", "reserves": "Your app has to live with this[: {topics}].",
            "": "Your app must follow this[: {topics}].",
            "for": "You may build on this as described[: {topics}].",
        },
    ),
    "disclosure_requirements": Phrasing(
        title={"reserves": "What need not be disclosed[: {topics}]", "": "Duty to disclose[: {topics}]", "for": "What the platform discloses[: {topics}]"},
        says={
            "reserves": "{platform} does not have to disclose {topics|what the clause names}.",
            "": "This clause asks for certain facts to be disclosed[: {topics}].",
            "promises": "{platform} says it discloses {topics|certain facts}[ within {period}].",
        },
        why={
            "reserves": "It leaves something undisclosed[: {topics}].",
            "": "Check that what the clause names is disclosed[: {topics}].",
            "for": "The promised disclosure can be checked[: {topics}].",
        },
        means={
            "reserves": "Do not count on being told[: {topics}].",
            "": "Check what has to be disclosed[: {topics}].",
            "for": "You can expect to learn about this[: {topics}].",
        },
    ),
    "account_control": Phrasing(
        title={
            "promises": "Promise about accounts[: {topics}]",
            "": "Account duties[: {topics}]",
            "advice": "Advice on keeping an account[: {topics}]",
            "for": "Say over your account[: {topics}]",
            "prohibits": "Rules for account holders[: {topics}]",
            "reserves": "The platform's say over accounts[: {topics}]",
        },
        says={
            "promises": "{platform} makes a promise about {topics|accounts}.", "reserves": "{platform} may decide about {topics|accounts}.",
            "": "Account holders have duties[: {topics}].",
            "advice": "{platform} gives account holders advice[: {topics}].",
            "prohibits": "You may not do certain things with an account[: {topics}].",
            "for": "You may decide about {topics|your account}[, {by_way}].",
        },
        why={
            "promises": "It is a promise about accounts that can be checked[: {topics}].", "reserves": "It leaves {platform} a say over accounts[: {topics}].",
            "advice": "It gives account holders advice[: {topics}].",
            "": "It settles who is responsible for an account, which matters for shared or company log-ins[: {topics}].",
            "prohibits": "It limits how accounts are opened, shared and used[: {topics}].",
            "for": "It leaves the account holder a choice[: {topics}].",
        },
        means={
            "promises": "You can hold {platform} to this[: {topics}].", "reserves": "Check what {platform} may decide about {topics|your account}.",
            "advice": "You are advised on keeping the account safe[: {topics}].",
            "": "Looking after the account is up to you[: {topics}][; report problems via {channel}].",
            "prohibits": "Check what the rules for accounts allow[: {topics}].",
            "for": "You can decide this yourself[: {topics}][, {by_way}].",
        },
    ),
    "termination": Phrasing(
        title={
            "promises": "Promise about how it ends[, with {notice_given}]",
            "": "{topics_up|End of the account or the agreement}[, with {notice_given}]",
            "appeal": "Right to appeal against a measure",
            "both": "Ending by either side[: {topics}]",
            "for": "Right to leave[, with {readers_notice_given}]",
        },
        says={
            "promises": "{platform} makes a promise about how the account or the agreement ends[, with {notice_given}].",
            "appeal": "You can have a measure against your account reviewed.",
            "both": "{platform} may end the account or the agreement, and so may you[: {topics}].",
            "": "This clause is about how the agreement, an account or a right ends[, with {notice_given}][: {topics}].",
            "reserves": "{platform} may end the account or the agreement[ with {notice_given}][: {topics}].",
            "for": "You may end the account or the agreement[ with {readers_notice_given}][ {by_way}].",
        },
        why={
            "promises": "It is a promise about the end that can be checked[; the notice is {notice}].",
            "": "Continuity plans depend on how this ends[; the notice is {notice}].[!notice: The clause names no notice period.]",
            "appeal": "An appeal is possible; ask who decides and how soon.",
            "for": "It gives users a way to leave[ with {readers_notice_given}][ {by_way}].",
        },
        means={
            "promises": "You can hold {platform} to this when it ends[, with {notice_given}].",
            "appeal": "You can object to a measure you think is wrong.",
            "both": "You can leave[ {by_way}], and your access can also be ended.",
            "requires": "Check what happens when it ends[: {topics}].",
            "": "Your access can end[ with {notice_given}][: {topics}].",
            "for": "You can leave[ with {readers_notice_given}][ {by_way}].",
        },
    ),
    "enforcement_actions": Phrasing(
        title={"": "Sanctions[: {topics}]", "appeal": "Right to appeal against a measure", "for": "Safeguards against sanctions[: {topics}]"},
        says={
            "appeal": "You can have a measure against your account reviewed.",
            "": "{platform} may act against accounts[: {topics}].",
            "for": "{platform} commits to steps before or after sanctions[: {topics}].",
            "requires": "Breaking the rules has consequences[: {topics}].",
        },
        why={
            "": "Check that sanctions have a stated ground and can be reviewed[; named here: {topics}].[!notice: The clause names no notice period.]",
            "appeal": "An appeal is possible; ask who decides and how soon.",
            "for": "Users can ask for this safeguard[: {topics}].",
        },
        means={
            "": "If {platform} acts against you, this is what you may face[: {topics}]." + _ACT,
            "appeal": "You can object to a measure you think is wrong.",
            "for": "You can point to this if you are sanctioned[: {topics}][, {by_way}].",
        },
    ),
    "platform_discretion": Phrasing(
        title={"mutual": "Limits on both sides[: {topics}]", "": "Platform decides alone[: {topics}]", "waiver": "No waiver by silence", "for": "Limits on the platform's say[: {topics}]"},
        says={
            "mutual": "Both sides are bound here[: {topics}].",
            "waiver": "Not using a right at once does not mean giving it up.",
            "": "{platform} may decide on its own[: {topics}][, with {notice_given}].",
            "for": "{platform} puts limits on its own decisions[: {topics}].",
        },
        why={
            "mutual": "It binds both sides alike[: {topics}].",
            "waiver": "A right that was not enforced before can be enforced later.",
            "": "It leaves the decision to {platform}[: {topics}][, with {notice_given}].[!notice: The clause names no notice period.]",
            "for": "It binds {platform}[: {topics}][, with {notice_given}].",
        },
        means={
            "mutual": "It binds you and {platform} alike[: {topics}].",
            "waiver": "Something that was tolerated before is not allowed for that reason.",
            "": "The decision is {platform}’s[: {topics}][; notice: {notice}].",
            "for": "You can count on this[: {topics}][, with {notice_given}].",
        },
    ),
    "policy_changes": Phrasing(
        title={
            "limits": "Limits on changes to the terms",
            "archive": "Earlier versions of the document", "grants": "Right to leave after a change",
            "": "Changes to the terms[: {topics}][, with {notice_given}]",
            "past": "Changes made to the document",
            "waits": "Promise about changes to the terms",
            "for": "Promise about changes to the terms[: {topics}][, {notice} ahead]",
        },
        says={
            "limits": "Changes to the document are limited by what the clause names.",
            "archive": "Earlier versions of the document can be read.", "grants": "You can leave if you do not accept a change.",
            "past": "This clause records what was changed in the document, or when.",
            "waits": "Changes to the document have to wait for what the clause names.",
            "": "{platform} may change this document[ with {notice_given}].",
            "for": "{platform} says that it tells you about changes[, {notice} ahead].",
            "requires": "Changes to the document bind you[ after {notice}].",
        },
        why={
            "limits": "Check whether changes keep within this limit.",
            "archive": "Earlier versions can be compared with this one.", "grants": "It gives users a way out of a change.",
            "past": "It records changes already made.",
            "waits": "Check whether changes really wait that long.",
            "": "It settles how new versions become binding[, {notice} after notice].[!notice: The clause names no notice period.]",
            "for": "Check whether people are told of each change[ {notice} ahead].[!notice: The clause names no notice period.]",
        },
        means={
            "limits": "Changes cannot go beyond what the clause names.",
            "archive": "You can compare the text with earlier versions.", "grants": "You can leave when the document changes.",
            "past": "Check here what was changed, or when.",
            "waits": "A change cannot take effect straight away.",
            "": "The document can change while you use the service[, {notice} after notice]." + _ACT,
            "for": "You can expect to be told of changes[ {notice} ahead].",
        },
    ),
    "payment_fees": Phrasing(
        title={
            "": "Charges[: {topics}][ ({sum})]",
            "grants": "What is up to you when you pay[: {topics}]",
            "promises": "Promise on payments[: {topics}]",
            "reserves": "What the platform reserves on payments[: {topics}]",
        },
        says={
            "": "This clause is about payments[: {topics}][, {sum}][, {percent}].",
            "reserves": "{platform} reserves a right concerning payments[: {topics}][, with {notice_given}].",
            "grants": "You are given a choice when you pay[: {topics}].",
            "promises": "{platform} makes a promise about payments[: {topics}].",
        },
        why={
            "": "It affects what is paid and when[: {topics}][; amount: {sum}][; rate: {percent}][; notice: {notice}].",
            "grants": "It leaves whoever pays a choice[: {topics}][; amount: {sum}].",
            "for": "It is a commitment on payment that can be checked[: {topics}][; amount: {sum}].",
        },
        means={
            "": "Check this before you pay[: {topics}][, {sum}][, {percent}][; notice: {notice}].",
            "grants": "You have a choice here[: {topics}][, {sum}].",
            "for": "You can hold {platform} to this when you pay[: {topics}][, {sum}].",
        },
    ),
    "auto_renewal": Phrasing(
        title={
            "": "Automatic renewal[: {topics}][ ({period})]",
            "other": "Subscriptions[: {topics}]",
            "promises": "Promise on renewal[: {topics}][ ({period})]",
            "for": "Way out of renewal[: {topics}][ ({period})]",
        },
        says={
            "other": "This clause sets terms for a subscription.",
            "": "A subscription renews by itself[; the time named is {period}].",
            "requires": "You are charged again unless you cancel[; the time named is {period}].",
            "grants": "You can stop the renewal[ {by_way}][; the time named is {period}].",
            "promises": "{platform} commits to a step on renewal[: {topics}][; the time named is {period}].",
        },
        why={
            "other": "It affects how a subscription runs and ends.",
            "": "Rules on renewal ask for clear notice, consent and an easy way to cancel[; the time named here is {period}].",
            "promises": "It is a commitment on renewal that can be checked[: {topics}].",
            "for": "Check that stopping the renewal is as easy as described[: {way}][; the time named is {period}].",
        },
        means={
            "other": "Check what happens to your subscription.",
            "": "You are charged again unless you act[; the time named is {period}]."
            "[ You can stop it {by_way}.][!way: The clause does not say how to cancel.]",
            "promises": "You can hold {platform} to this when your subscription renews[: {topics}].",
            "for": "You can stop the charges[ {by_way}][; the time named is {period}].",
        },
    ),
    "refunds": Phrasing(
        title={
            "": "Refunds[: {topics}]",
            "requires": "What is asked about refunds[: {topics}]",
            "reserves": "Limits on refunds[: {topics}]",
            "for": "Right to a refund[: {topics}]",
        },
        says={
            "": "This clause is about when money comes back[: {topics}][; the time named is {period}].",
            "requires": "You have to do something when money is to come back[: {topics}].",
            "grants": "You can get money back[: {topics}].",
            "reserves": "{platform} limits refunds[: {topics}].",
        },
        why={
            "": "Laws on withdrawal may give people more than this[: {topics}][; the time named is {period}].",
            "requires": "It says what has to be done when money is to come back[: {topics}][; the time named is {period}].",
            "for": "The refund it promises can be claimed[: {topics}][; the time named is {period}].",
        },
        means={
            "": "Expect conditions on getting money back[: {topics}][; the time named is {period}].",
            "requires": "Check what you have to do[: {topics}][; the time named is {period}].",
            "for": "You can ask for your money back[: {topics}][, {by_way}][; the time named is {period}].",
        },
    ),
    "monetization_rules": Phrasing(
        title={"promises": "Promise about earnings[: {topics}][ ({percent})]", "": "Earnings[: {topics}][ ({percent})]", "for": "What you can earn[: {topics}][ ({percent})]"},
        says={
            "promises": "{platform} makes a promise about earnings[: {topics}][, {percent}].",
            "": "This clause sets how you are paid[: {topics}][, {percent}][, {sum}].",
            "reserves": "{platform} may decide on earnings[: {topics}].",
            "for": "You can earn or be paid[: {topics}][, {percent}].",
        },
        why={
            "promises": "It is a promise about earnings that can be checked[: {topics}][, {percent}][ within {period}].",
            "": "Income from the service depends on this[: {topics}][, at {percent}][, from {sum}].",
            "for": "It gives a claim to payment[: {topics}][, {percent}][ within {period}].",
        },
        means={
            "promises": "You can hold {platform} to this when you are paid[: {topics}][, {percent}][ within {period}].",
            "": "What you earn depends on this[: {topics}][, {percent}][, {sum}].",
            "for": "You can count on being paid as described[: {topics}][, {percent}][ within {period}].",
        },
    ),
    "arbitration": Phrasing(
        title={
            "": "Disputes go to arbitration[, except {spared}][: {topics}][ ({body})]",
            "opts_out": "Way out of arbitration[: {topics}][ ({deadline})]",
            "rejects": "Right to reject changes to the arbitration terms[ ({deadline})]",
            "excepts": "Exceptions to arbitration[: {excepted}]",
            "refuses": "No arbitration required[: {topics}]",
            "follows": "What follows from opting out or rejecting a change",
            "chooses": "Choices in an arbitration[: {topics}]",
            "pays": "What {platform} pays in an arbitration[: {topics}]",
            "goes": "How an arbitration goes[: {topics}][ ({body})]",
            "time": "Time limit for claims[: {period}]",
        },
        says={
            "": "Disputes go to an arbitrator[ ({body})][, in {venue}][, except {spared}][; this clause covers {topics}].",
            "opts_out": "You can stay out of arbitration[ within {deadline}][ {by_way_only}].",
            "rejects": "You can reject a change to the arbitration terms[ within {deadline}][ {by_way_only}].",
            "excepts": "Some claims stay out of arbitration.",
            "refuses": "Disputes do not have to go to arbitration.",
            "follows": "This clause says what applies to those who opt out or reject a change.",
            "chooses": "You have a choice in how an arbitration is held[; this clause covers {topics}].",
            "pays": "{platform} pays something towards an arbitration[; this clause covers {topics}].",
            "time": "A claim has to be brought within {period|the time that it names}.",
            "goes": "This clause is about how an arbitration runs[ ({body})][, in {venue}][: {topics}].",
        },
        why={
            "": "Claims leave the courts[ and go to {the_body}][; the opt-out window is {deadline}].[!deadline: The clause names no opt-out window.]",
            "opts_out": "It keeps the way to court open[ for {deadline}][: {topics}].",
            "rejects": "Anyone who rejects the change[ within {deadline}] keeps the earlier arbitration terms.",
            "excepts": "Claims kept out of arbitration can still go to a court or an authority.",
            "refuses": "The courts stay open for disputes.",
            "follows": "It settles how far an opt-out or a rejection reaches.",
            "chooses": "It can make it easier to pursue a claim[: {topics}].",
            "pays": "It shifts the cost of a claim[: {topics}].",
            "time": "A claim brought later may be lost.",
            "goes": "It affects how a claim is handled out of court[, by {the_body}][: {topics}].",
        },
        means={
            "": "You would bring a claim before an arbitrator[ ({body})], not a judge." + _OUT + "[!way: The clause does not say how to opt out.]",
            "opts_out": "You can keep your access to court[ within {deadline}][ {by_way_only}].",
            "rejects": "You can keep the arbitration terms you have[ if you act within {deadline}], but arbitration itself stays.",
            "excepts": "For the claims named here you do not need an arbitrator.",
            "refuses": "You can go to court.",
            "follows": "Check what still applies and what falls away.",
            "chooses": "If you have a case, you can choose here[: {topics}].",
            "pays": "If you have a case, part of its cost is not yours[: {topics}].",
            "time": "If you have a claim, do not wait longer[ than {period}].",
            "goes": "Check this if you have a case[ before an arbitrator ({body})][: {topics}].",
        },
    ),
    "class_action_waiver": Phrasing(
        title={"spares": "Exceptions to the waiver[: {topics}]", "": "Waiver of {topics|class actions}", "fails": "What holds if a class waiver fails", "jury": "Waiver of {topics|jury trials}", "promises": "No waiver of {topics|class actions}", "for": "Way out of the waiver of {topics|class actions}"},
        says={
            "spares": "This clause says whom or what a waiver does not cover.",
            "": "You give up {topics|class actions} in disputes with {platform}.",
            "jury": "You give up a trial by jury in disputes with {platform}.",
            "promises": "{platform} does not ask you to give up {topics|class actions}.",
            "fails": "This clause says what applies if the waiver of group actions does not stand.",
        },
        why={
            "spares": "It leaves some people or cases outside the waiver.",
            "jury": "Disputes with {platform} are decided without a jury.",
            "fails": "It can decide where a case is heard.",
            "": "Each dispute with {platform} is kept separate[; what is given up: {topics}].",
            "promises": "People keep these ways to be heard[: {topics}].",
            "for": "Acting together stays possible[: {topics}][, {by_way}].",
        },
        means={
            "spares": "Check whether the exception covers you.",
            "fails": "Check where a claim would then be heard.",
            "jury": "You would not be heard by a jury." + _OUT + "[!way: The clause does not say how to opt out.]",
            "": "You would be on your own[, without {topics}]." + _OUT + "[!way: The clause does not say how to opt out.]",
            "promises": "You keep {topics|class actions}.",
            "for": "You can keep {topics|class actions}[, {by_way}].",
        },
    ),
    "legal_jurisdiction": Phrasing(
        title={
            "": "{law_title|Law and courts}[: {venue_title}][ ({topic})]",
            "for": "Your own law or courts[ beside the law of {law}]",
            "time": "Time limit for claims[: {period}]",
        },
        says={
            "": "[Disputes fall under {law_words}.][!law: This clause is about where or how disputes are settled.][ Cases go to the courts of {venue}.]",
            "time": "A claim has to be brought within {period|the time that it names}.",
        },
        why={
            "": "[Claims are decided under the law of {law}.][ Claims go to the courts of {venue}.][!law: The clause names no country or state whose law applies.]",
            "for": "It preserves the user’s own law or courts[ alongside the law of {law}].",
            "time": "A claim brought later may be lost.",
        },
        means={
            "": "[You may have to bring a claim {venue_words}.][ Any claim would be decided under the law of {law}.][!settled: Check here where or how a dispute is settled.]",
            "for": "You can rely on your own law or courts[, alongside the law of {law}].",
            "time": "If you have a claim, do not wait longer[ than {period}].",
        },
    ),
    "liability_limitation": Phrasing(
        title={"mutual": "Limited liability of both sides[ for {topics}]", "": "Limited liability[ for {topics}][ ({cap_short})]", "spares": "Limits of your own liability[: {topics}]", "neutral": "Limited liability[ for {topics}], within the law", "for": "Liability that stays[: {topics}]"},
        says={"mutual": "What either side pays the other is limited[: {topics}].", "neutral": "How far {platform} limits what it pays depends on the law where people live.", "spares": "This clause limits what you are liable for.", "for": "{platform} stays liable[ for {topics}], whatever the rest of the document limits.", "": "[{platform} pays at most {cap}.][!cap: {platform} limits or excludes its liability for {losses|users’ losses}.]"},
        why={
            "mutual": "The limit holds for both sides; weigh it against the value at stake[: {topics}].",
            "spares": "It limits what {platform} can claim from its users[: {topics}].",
            "": "[Recovery is limited {stretch}; weigh that against the value at stake.][!bounded: It narrows who is liable for a loss.]",
            "neutral": "It limits liability[ for {topics}], but leaves room for law that forbids that.",
            "for": "It holds back the liability limits elsewhere in the document[: {topics}].",
        },
        means={
            "mutual": "You may have little or no claim against {platform}, and {platform} little or none against you[: {topics}].",
            "spares": "{platform} could not make you pay for more than the clause leaves[: {topics}].",
            "for": "These claims stay open to you[: {topics}].",
            "": "[If something goes wrong, you may get little or nothing {capped}.][If something goes wrong, you may have little or no claim {limited}.][!bounded: You may get little or nothing for a loss covered by this clause.]",
            "neutral": "Which of your claims stay depends on the law where you live.",
        },
    ),
    "warranty_disclaimer": Phrasing(
        title={"for": "Promise about {topics|the service}", "": "No promise about {topics|the service}", "neutral": "No promise about {topics|the service}, within the law"},
        says={"for": "{platform} makes a promise about {topics|the service}.", "": "{platform} makes no promise about {topics|the service}."},
        why={
            "for": "It is a promise that can be checked[: {topics}].",
            "": "A buyer who needs a promise here has to get it in a separate contract[: {topics}].",
            "neutral": "It withholds a promise[ about {topics}], but leaves room for law that gives one.",
        },
        means={
            "for": "You can hold {platform} to this[: {topics}].",
            "": "The risk is yours[: {topics}].",
            "neutral": "Where you live, the law may give you more than this.",
        },
    ),
    "indemnification": Phrasing(
        title={"spares": "No duty to cover losses[: {topics}]", "defence": "Who runs the defence of a claim", "mutual": "Each side covers the other's losses[: {topics}]", "": "You cover the platform's losses[: {topics}]", "bounds": "Bounds of a duty to cover losses", "for": "Indemnity in your favour[: {topics}]"},
        says={"spares": "You do not have to cover {platform}’s losses here.", "defence": "{platform} may run the defence of a claim.", "mutual": "Each side covers the other’s losses[ in connection with {topics}].", "bounds": "This clause says when a duty to cover losses applies and when it does not.", "": "You must cover {platform}’s losses[ in connection with {topics}].", "for": "{platform} covers your losses[ in connection with {topics}]."},
        why={
            "spares": "It spares users the cost of claims[: {topics}].", "defence": "It settles who runs the defence of a claim, not who pays for it.",
            "mutual": "The duty to cover losses runs both ways[: {topics}].",
            "bounds": "It limits what can be asked for.",
            "": "It shifts the cost of claims to the user[: {topics}][, up to {sum}].[!sum: The clause names no cap.]",
            "for": "It shifts the cost of claims to {platform}[: {topics}].",
        },
        means={
            "spares": "You can hold {platform} to this if it asks you to pay[: {topics}].", "defence": "{platform} may take a case out of your hands, and may ask for your help.",
            "mutual": "You could have to pay for {platform}’s losses, and {platform} for yours[: {topics}].",
            "bounds": "Check which losses are covered, and by whom.",
            "": "You could have to pay for {platform}’s losses[: {topics}].",
            "for": "{platform} covers you[: {topics}].",
        },
    ),
}  # fmt: skip
