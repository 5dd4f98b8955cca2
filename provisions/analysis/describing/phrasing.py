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


_ACT = "[ You can act through {way}.]"
_OUT = "[ The way out: {way}.]"
_NO_CONTROL = "[!control: The clause does not name the control.]"

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
            "promises": "{platform} limits what it collects[ of {data}].",
            "requires": "You have to give {platform} {data|certain information}.",
            "grants": "You can choose what {platform} collects[ of {data}][ through {way}].",
            "duty": "The clause binds you when you collect {object} yourself.",
        },
        why={
            "": "[A record of processing has to list {named}.][!stated: A record of processing has to list what is collected.][!named: The clause names it in general words only.][ It is collected {aim}.][!purpose: The clause does not tie the collection to a purpose.]",
            "promises": "It is a limit on {object} that the product can be tested against.",
            "requires": "What must be given ({data|not listed here}) has to be necessary for the service.",
            "grants": "The choice over {object} has to work as described[: {way}].",
            "duty": "It puts a duty on whoever collects {object}; a customer's own notices have to match.",
        },
        means={
            "": "{platform} can hold {your_data}." + _ACT,
            "promises": "{platform} ties its own hands over {your_data}.",
            "requires": "Without giving {your_data} you may not get the service." + _ACT,
            "grants": "You have a say over {your_data}[ through {way}]." + _NO_CONTROL,
            "duty": "If you collect {object}, the duty is yours, not {platform}’s.",
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
            "": "[{platform} uses {your_data} {aim}.][!aim: {platform} says how it uses {your_data}.]",
            "promises": "{platform} limits its use of {object}[ {aim}].",
            "grants": "You have a say in how {object} is used[ {aim}].",
            "duty": "The clause binds you when you use {object} about others.",
        },
        why={
            "": "[Using {object} {aim} needs a legal ground of its own.][!aim: Each use of {object} that is described needs a legal ground of its own.][!purpose: The clause names no purpose for {object} that could be tested.]",
            "promises": "The limit on using {object}[ {aim}] can be held against what the product does.",
            "grants": "The choice over using {object}[ {aim}] has to work as described[: {way}].",
            "duty": "It puts a duty on whoever uses {object} obtained here.",
        },
        means={
            "": "{platform} may use {your_data} {aim|as the clause describes}." + _ACT,
            "promises": "{platform} says how far it goes with {your_data}[, used {aim}].",
            "grants": "You can decide on the use of {your_data}[ {aim}][ through {way}]." + _NO_CONTROL,
            "duty": "When you use {object} about others, the duty is yours, not {platform}’s.",
        },
    ),
    "data_sharing": Phrasing(
        title={
            "": "Sharing of {object}[ with {recipients}][ ({topic})]",
            "promises": "Limits on the {share_noun} of {object}[ to {recipients}]",
            "grants": "Choice over sharing {object}[ with {recipients}]",
            "duty": "Your duties when sharing {object}",
        },
        says={
            "": "{platform} may share {your_data} with {recipients|others}[ {aim}].",
            "promises": "{platform} limits the {share_noun} of {object}[ to {recipients}].",
            "grants": "You can decide whether {object} goes to {recipients|others}[ through {way}].",
            "duty": "The clause limits how you may pass on {object}.",
        },
        why={
            "": "[Contracts and notices have to cover {recipients} as recipients of {object}.][!shown: A notice has to say who receives {object}.][!recipients: None is named, which makes onward use hard to audit.]",
            "promises": "It is a commitment on the {share_noun} of {object}[ to {recipients}]; its removal would be news.",
            "grants": "Whether {object} goes to {recipients|others} depends on a choice[ ({way})] that has to work.",
            "duty": "Whoever gets {object} through {platform} is bound by it; check it against your own onward sharing.",
        },
        means={
            "": "{your_data_up} can reach {recipients|others}[ {aim}]."
            + _OUT
            + "[!refusal: The clause names no way to refuse.]",
            "promises": "You can hold {platform} to its words on the {share_noun} of {your_data}[ to {recipients}].",
            "grants": "You can decide whether {your_data} goes to {recipients|others}[, through {way}]." + _NO_CONTROL,
            "duty": "You are the one who is limited in passing on {object}[ to {recipients}].",
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
            "": "{platform} keeps {your_data}[ for {kept_for}].[!retention: The clause names no fixed period.]",
            "promises": "{platform} says it will {keep_verb} {object}[ {kept_within}].",
            "grants": "You can have {object} deleted[ within {retention}][ through {way}].",
            "duty": "You have to keep or delete {object} as the clause says[, within {retention}].",
        },
        why={
            "": "[The period named for {object} is {kept_for}; a deletion routine has to match it.][!retention: No period is fixed for {object}, which is hard to test against a duty to limit storage.]",
            "promises": "What is promised about {object} can be tested[, with {retention} as the period].",
            "grants": "Requests to delete {object} have to be carried out[ within {retention}][: {way}].",
            "duty": "It binds whoever holds {object} obtained from {platform}[, with {retention} as the period].",
        },
        means={
            "": "{platform} may hold {your_data} {for_retention|for a time that is not put in numbers}." + _ACT,
            "promises": "You can expect limits on how long {platform} keeps {your_data}[: {retention}].",
            "grants": "You can have {your_data} deleted[ through {way}][; reckon with {retention}]." + _NO_CONTROL,
            "duty": "Keeping or deleting {object} in time is your duty here[: {retention}].",
        },
    ),
    "data_security": Phrasing(
        title={
            "": "Data security[: {topics}]",
            "for": "Protection of {object}[: {topics}]",
            "requires": "Security in your hands[: {topics}]",
        },
        says={
            "": "{platform} describes how {object} is protected[: {topics}].",
            "requires": "You have to look after the security of {object}[: {topics}].",
            "reserves": "{platform} does not promise that {object} is safe.",
        },
        why={
            "": "The safeguards named are {topics|general ones}; a review has to ask for the rest.",
            "promises": "The safeguards for {object} ({topics|named only in general terms}) can be checked in an audit.",
            "requires": "It moves part of the security of {object} to the user[: {topics}].",
        },
        means={
            "": "The risk that {platform} loses {your_data} stays with you in part[ ({topics})].",
            "promises": "{platform} describes a guard for {your_data}[: {topics}].",
            "requires": "If you do not do your part, a leak can be laid at your door[: {topics}].",
        },
    ),
    "tracking_advertising": Phrasing(
        title={
            "": "{topics_up|Tracking and advertising}[, with {recipients}]",
            "for": "Limits on {topics|tracking}",
            "grants": "Choice over {topics|tracking}",
            "duty": "Your duties on {topics|tracking and advertising}",
        },
        says={
            "": "The clause deals with {topics|tracking}.",
            "promises": "{platform} limits {topics|tracking}.",
            "grants": "You can refuse or control {topics|tracking}[ through {way}].",
            "duty": "The clause binds you when you use {topics|tracking techniques}.",
        },
        why={
            "": "Consent and opt-out signals have to cover {topics|this tracking}[, and what {recipients} receive].",
            "promises": "The limit on {topics|tracking} can be tested in a browser.",
            "grants": "The control over {topics|tracking} has to work in practice[: {way}].",
            "duty": "Advertisers and site owners answer for {topics|this tracking} under it.",
        },
        means={
            "": "Reckon with {topics|tracking or advertising}[; {recipients} take part]."
            + _OUT
            + "[!refusal: The clause names no way to refuse.]",
            "promises": "{platform} says how far it goes with {topics|tracking}.",
            "grants": "You can limit {topics|tracking}[ through {way}]." + _NO_CONTROL,
            "duty": "If you use {topics|tracking} here, you answer for it.",
        },
    ),
    "privacy_rights": Phrasing(
        title={
            "": "Terms for privacy rights[: {topics}]",
            "grants": "Right to {rights|make choices about personal information}[ within {period}]",
            "promises": "How privacy requests are answered[: {topics}][ within {period}]",
            "duty": "Your part in privacy requests[: {topics}]",
            "reserves": "Grounds for refusing privacy requests[: {matter}]",
        },
        says={
            "": "The clause sets terms for {topics|privacy choices}.",
            "grants": "You have a right to {rights|make choices about your information}[ through {channel}][, within {period}].",
            "promises": "{platform} says how it answers requests for {topics|choices}[ within {period}].",
            "duty": "The clause tells you what to do about {topics|privacy requests}.",
            "reserves": "{platform} may refuse a privacy request[ in this case: {matter}].",
        },
        why={
            "": "What it sets for {topics|privacy requests} must not undercut what the law grants[; the time named is {period}].",
            "grants": "Requests ({topics|of this kind}) have to be answered[ within {period}][, by way of {channel}].[!reach: No channel is named.][!period: No time is set.]",
            "promises": "How requests about {topics|choices} are answered can be checked[; the time named is {period}].",
            "duty": "A customer has to play its part in {topics|privacy requests}.",
            "reserves": "A refusal on this ground has to be one that the law knows[: {matter}].",
        },
        means={
            "": "Look here before you make use of a privacy right[: {topics}]." + "[ You can act through {channel}.]",
            "grants": "This is yours to ask for[: {topics}][, through {channel}][; reckon with {period}].[!reach: The clause does not say where to ask.]",
            "promises": "You can expect an answer about {topics|your request}[ within {period}][ through {channel}].",
            "duty": "Your part in {topics|privacy requests} is described here.",
            "reserves": "You can ask and still be refused[: {matter}].",
        },
    ),
    "consent": Phrasing(
        title={
            "": "Agreement[: {topics}]",
            "for": "Consent asked for[: {topics}]",
            "grants": "Right to give or withdraw consent[: {topics}]",
        },
        says={
            "": "The clause deals with how agreement is given[: {topics}].",
            "promises": "{platform} says it asks for consent[ on {topics}].",
            "grants": "You can give or withdraw consent[ on {topics}][ through {way}].",
        },
        why={
            "": "It decides what counts as assent[: {topics}]; keep proof of what was shown and when.",
            "promises": "Consent has to be asked for, recorded and reversible[: {topics}].",
            "grants": "Withdrawing has to be as easy as agreeing[: {topics}][, here through {way}].",
        },
        means={
            "": "Look at what counts as your yes[: {topics}].",
            "promises": "You are to be asked first[: {topics}][, and can act through {way}].",
            "grants": "The decision is yours[: {topics}][, through {way}].[!way: The clause does not say how to take consent back.]",
        },
    ),
    "international_transfers": Phrasing(
        title={
            "": "Transfer of {object} abroad[: {places}][, under {safeguards}]",
            "for": "Safeguards for transfers of {object} abroad[: {safeguards}][ ({places})]",
        },
        says={
            "": "{platform} may move {object} to {places|other countries}[, under {safeguards}].",
            "promises": "{platform} describes safeguards for moving {object} to {places|other countries}[: {safeguards}].",
        },
        why={
            "": "[A transfer assessment has to cover {places}.][!topics: Look in the clause for the countries and the safeguards that are meant.][ The safeguards named are {safeguards}.]",
            "for": "[A transfer assessment can test what is named for {object}: {safeguards}.][!safeguards: What the clause says of protection has to be held against a transfer assessment.]",
        },
        means={
            "": "{platform} can keep {your_data} where another country's law applies[: {places}].",
            "for": "{platform} may move {your_data} out of your country[, to {places}][; what is to protect it there: {safeguards}].",
        },
    ),
    "children_age": Phrasing(
        title={
            "": "Children and young people[ under {age}][: {topics}]",
            "requires": "Age limit[ of {age}][: {topics}]",
            "prohibits": "No use by people[ under {age}][: {topics}]",
            "for": "Protection of children[ under {age}][: {topics}]",
        },
        says={
            "": "The clause concerns children or young people[ under {age}].",
            "requires": "[It sets an age for the use of the service: {age}.][!age: It says who may use the service, or act for a minor.]",
            "prohibits": "People too young for the service[ (under {age})] may not use it.",
            "promises": "{platform} limits what it does with children's information[ under {age}].",
        },
        why={
            "": "What concerns children needs rules of its own[; the age named is {age}][: {topics}].",
            "requires": "[Sign-up has to check for {age}.][!age: No age is stated that a sign-up could check.]",
            "prohibits": "[The service has to keep out those under {age}.][!age: No age is stated that a sign-up could check.]",
            "for": "It is a commitment on children[ under {age}] that can be checked[: {topics}].",
        },
        means={
            "": "It applies to children[ under {age}] and their parents[: {topics}]." + _ACT,
            "requires": "[Under {age} you may be shut out or need permission.][!age: Check who may use the service, or act for a minor.]",
            "prohibits": "[Under {age} the service is not for you.][!age: Check whether you are old enough.]",
            "for": "Parents can point to this[ for children under {age}][: {topics}][; they can act through {way}].",
        },
    ),
    "sensitive_data": Phrasing(
        title={
            "": "Sensitive data: {topics|special kinds of information}[ {aim_title}]",
            "for": "Limits on sensitive data: {topics|special kinds of information}",
            "grants": "Choice over sensitive data: {topics|special kinds of information}",
        },
        says={
            "": "{platform} deals with {topics|sensitive information}[ {aim}].",
            "promises": "{platform} limits what it does with {topics|sensitive information}.",
            "grants": "You can decide about {topics|sensitive information}[ through {way}].",
        },
        why={
            "": "{topics_up|Sensitive information} needs a ground of its own in many laws[; the use is {aim}].[!aim: The clause gives no purpose.]",
            "for": "The limit on {topics|sensitive information} can be tested against what the product does.",
        },
        means={
            "": "It may concern you in a field that is sensitive[: {topics}]." + _ACT,
            "for": "{platform} holds back with {topics|sensitive information}[; you can act through {way}].",
            "grants": "You can decide about {topics|sensitive information}[ through {way}]." + _NO_CONTROL,
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
            "promises": "{platform} limits the use of {topics|content or data} for training models.",
            "grants": "You can keep {topics|your content or data} out of model training[ through {way}].",
            "duty": "The clause limits your own use of {topics|content or data} for training models.",
        },
        why={
            "": "It puts {topics|content and data} into training, which is hard to undo.[!refusal: No opt-out is named.]",
            "for": "The limit on training with {topics|content and data} is a commitment to record[: {way}].",
            "grants": "The choice to keep {topics|content and data} out of training has to work[: {way}].",
            "duty": "Teams that build models have to leave {topics|this material} out, or get permission.",
        },
        means={
            "": "{topics_up|Content or data} may become training material."
            + _OUT
            + "[!refusal: The clause names no way out.]",
            "for": "{platform} says how far it leaves {topics|your content or data} out of training.",
            "grants": "You can keep {topics|your content or data} out of training[ through {way}]." + _NO_CONTROL,
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
            "": "The clause deals with {topics|automated systems}[ {aim}].",
            "requires": "You accept conditions on {topics|AI features}.",
            "promises": "{platform} limits {topics|automated systems}.",
            "grants": "You may ask for a say over {topics|automated decisions}[ through {way}].",
        },
        why={
            "": "Transparency and human review are the questions to ask[: {topics}].",
            "promises": "The promise can be tested against what the product does[: {topics}].",
            "for": "The safeguard has to work in practice[: {topics}][, through {way}].",
            "requires": "It puts part of the answer for AI on the user[: {topics}].",
        },
        means={
            "": "Machines take part in what you see or get[: {topics}]." + _ACT,
            "promises": "{platform} binds itself here[: {topics}].",
            "for": "There is a safeguard you can use[: {topics}][, through {way}].",
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
            "": "The clause forbids {topics|the conduct it describes}.",
            "requires": "You must keep to rules[ on {topics}].",
            "reserves": "{platform} may act against {topics|misuse}.",
            "permits": "The clause sets rules[ on {topics}].",
            "for": "The clause leaves you something to do[ about {topics}].",
        },
        why={
            "": "Automation, integrations and staff accounts should be checked against this ban on {topics|the conduct named}.",
            "requires": "Staff who use the service have to know these rules[ on {topics}].",
            "reserves": "It is a ground on which {platform} can act against {topics|misuse}.",
            "permits": "It draws the line without a plain ban[: {topics}].",
            "for": "It says what stays open to users.",
        },
        means={
            "": "Doing this breaks the rules[: {topics}].",
            "requires": "You are expected to keep to it.",
            "reserves": "If {platform} sees {topics|misuse} in what you do, it can step in.",
            "permits": "Look here before you act[: {topics}].",
            "for": "You are free to do what it names[, through {way}].",
        },
    ),
    "restricted_content": Phrasing(
        title={
            "": "Rules on {topics|certain content}",
            "prohibits": "Ban on {topics|certain content}",
            "reserves": "Action against {topics|certain content}",
        },
        says={
            "": "The clause sets rules on {topics|certain content}.",
            "prohibits": "You may not post {topics|the content described}.",
            "reserves": "{platform} may act against {topics|the content described}.",
        },
        why={
            "": "Editors and agencies that post here need to know the rule on {topics|such content}.",
            "prohibits": "What counts as {topics|such content} decides what may be posted.",
        },
        means={
            "": "Before you post, look at what is said on {topics|such content}.",
            "prohibits": "Keep it out of what you post[: {topics}].",
        },
    ),
    "content_moderation": Phrasing(
        title={"": "Moderation of content[: {topics}]", "for": "Your steps in moderation[: {topics}]"},
        says={
            "": "{platform} may act on content[: {topics}].",
            "promises": "{platform} commits to steps in moderation[: {topics}][, within {period}].",
            "grants": "You can take a step in moderation[: {topics}][ through {way}].",
        },
        why={
            "": "Regulators look for reasons, notice and appeal[; here it is about {topics}].",
            "for": "The step has to be open to users[: {topics}][, within {period}][, through {way}].",
        },
        means={
            "": "What you post can be affected[: {topics}]." + _ACT,
            "for": "You can use this step[: {topics}][ through {way}][, within {period}].",
        },
    ),
    "content_license": Phrasing(
        title={"": "Licence to {licensed|your content}[: {traits}]", "warrants": "What you vouch for in what you post", "users": "Licence to other users[: {traits}]", "for": "You keep {kept|your rights in what you post}"},
        says={
            "": "You give {platform} rights in {licensed|what you post}[; the licence is {traits}].",
            "warrants": "You vouch for your rights in what you post.",
            "users": "You give other users rights in {licensed|what you post}[; the licence is {traits}].",
            "grants": "You keep rights in {licensed|what you post}.",
            "promises": "{platform} limits what it does with {licensed|what you post}.",
        },
        why={
            "": "[The licence to {licensed|content} is {traits}.][!traits: It gives a licence to {licensed|content}.]",
            "warrants": "Whoever posts vouches for the rights in it.",
            "for": "What stays with the user ({kept|rights in what is posted}) frames the licence beside it.",
        },
        means={
            "": "{platform} may use {licensed|your content}[ under a licence that is {traits}].",
            "users": "Other users may use {licensed|your content}[ under a licence that is {traits}].",
            "warrants": "You answer for having the rights that you say you have.",
            "for": "You keep {kept|your rights}, beside any licence you give.",
        },
    ),
    "intellectual_property": Phrasing(
        title={
            "": "Intellectual property[: {topics}]",
            "complaint": "Complaints about infringement[: {matter}]",
            "gives": "Rights given to the platform[: {licensed}]",
            "others": "Whose rights stay with whom[: {topics}]",
            "grants": "Permissions and remedies[: {topics}]",
            "requires": "What is asked about intellectual property[: {topics}]",
            "prohibits": "Bans on use of protected material[: {topics}]",
            "reserves": "What {platform} may do about intellectual property[: {topics}]",
        },
        says={
            "": "The clause deals with {topics|intellectual property}.",
            "complaint": "[A complaint about infringement is to hold this: {matter}.][!matter: It is on complaints about infringement.]",
            "gives": "{platform} is given rights in {licensed|what the clause names}.",
            "others": "The clause says whose rights stay with whom[: {topics}].",
            "grants": "{platform} gives you a permission or remedy[: {topics}].",
            "prohibits": "You may not use protected material freely[: {topics}].",
            "reserves": "{platform} says what it may do[: {topics}].",
        },
        why={
            "": "Read it before anything protected is reused[: {topics}].",
            "complaint": "It sets how complaints about infringement are made or answered.[ The contact: {channel}.]",
            "gives": "What is given here can be used by {platform}.",
            "others": "It settles who holds rights in what is brought to the service[: {topics}].",
            "reserves": "It is a step that {platform} may take[: {topics}].",
            "grants": "It says what is open to others[: {topics}].",
            "requires": "It says what has to be done or stated[: {topics}][; contact: {channel}].",
            "prohibits": "Marketing and product teams have to keep to it[: {topics}].",
        },
        means={
            "": "Check before you reuse anything[ that has to do with {topics}].",
            "complaint": "It concerns whoever’s work is used without leave, and whoever is said to use it.",
            "gives": "Look at what {platform} may do with {licensed|what is yours}.",
            "others": "Look here for whose the rights are[: {topics}].",
            "reserves": "{platform} can take this step[: {topics}].",
            "grants": "This is open to you within the limits named[: {topics}][, through {channel}].",
            "requires": "Something is asked of you here[: {topics}][; the contact is {channel}].",
            "prohibits": "You are not to do what it names[: {topics}].",
        },
    ),
    "developer_api": Phrasing(
        title={
            "": "Developers[: {topics}]",
            "requires": "Duties of developers[: {topics}]",
            "prohibits": "Limits for developers[: {topics}]",
            "for": "What developers may do[: {topics}]",
        },
        says={
            "": "The clause sets terms for developers[ on {topics}].",
            "requires": "Developers have to meet terms[ on {topics}].",
            "prohibits": "Developers may not go beyond the terms[ on {topics}].",
            "reserves": "{platform} may decide about {topics|API access}[, with {notice} of notice].",
            "grants": "Developers may use what the clause gives[ on {topics}].",
        },
        why={
            "": "Products built on the API depend on it[: {topics}][; notice: {notice}].",
            "for": "It gives developers something to build on[: {topics}].",
        },
        means={
            "": "Your app has to keep to this[: {topics}].",
            "for": "You may build on this as described[: {topics}].",
        },
    ),
    "disclosure_requirements": Phrasing(
        title={"": "Duty to disclose[: {topics}]", "for": "What the platform discloses[: {topics}]"},
        says={
            "": "The clause asks for certain facts to be made known[: {topics}].",
            "promises": "{platform} says it discloses {topics|certain facts}[ within {period}].",
        },
        why={
            "": "What it names has to be made known[: {topics}].",
            "for": "The openness it promises can be checked[: {topics}].",
        },
        means={
            "": "Look at what has to be made known[: {topics}].",
            "for": "You can expect to learn about it[: {topics}].",
        },
    ),
    "account_control": Phrasing(
        title={
            "": "Account duties[: {topics}]",
            "advice": "Advice on keeping an account[: {topics}]",
            "for": "Say over your account[: {topics}]",
            "prohibits": "What account holders may not do[: {topics}]",
            "reserves": "The platform's say over accounts[: {topics}]",
        },
        says={
            "": "The clause sets duties for account holders[: {topics}].",
            "advice": "The clause gives advice to account holders[: {topics}].",
            "prohibits": "You may not do certain things with an account[: {topics}].",
            "for": "You may decide about {topics|your account}[ through {way}].",
        },
        why={
            "advice": "It advises account holders[: {topics}].",
            "": "It settles who answers for an account; shared or company log-ins are affected[: {topics}].",
            "prohibits": "It limits how accounts are opened, shared and used[: {topics}].",
            "for": "It leaves a choice about the account to its holder[: {topics}].",
        },
        means={
            "advice": "You are advised how to keep the account safe[: {topics}].",
            "": "The account is yours to look after[: {topics}][; report trouble through {channel}].",
            "prohibits": "Doing this breaks the rules for accounts[: {topics}].",
            "for": "You can decide this yourself[: {topics}][ through {way}].",
        },
    ),
    "termination": Phrasing(
        title={
            "": "{topics_up|End of the account or the agreement}[, with {notice} notice]",
            "appeal": "Right to appeal against a measure",
            "for": "Right to leave[, with {readers_notice} notice]",
        },
        says={
            "appeal": "You can have a measure against your account looked at again.",
            "": "The clause deals with an end of the agreement, an account or a right[, with {notice} of notice][: {topics}].",
            "reserves": "{platform} may end the account or agreement[ with {notice} of notice][: {topics}].",
            "for": "You may end the account or agreement[ with {readers_notice} of notice][ through {way}].",
        },
        why={
            "": "Continuity plans depend on how this ends[; the notice is {notice}].[!notice: No notice period is named.]",
            "appeal": "An appeal is possible; ask who decides and how soon.",
            "for": "It gives an exit[ with {readers_notice} of notice][ through {way}].",
        },
        means={
            "appeal": "You can object to a measure that you think is wrong.",
            "requires": "Look here for what happens at the end[: {topics}].",
            "": "Your access can end[ with {notice} of notice][: {topics}].",
            "for": "You can leave[ with {readers_notice} of notice][ through {way}].",
        },
    ),
    "enforcement_actions": Phrasing(
        title={"": "Sanctions[: {topics}]", "appeal": "Right to appeal against a measure", "for": "Safeguards against sanctions[: {topics}]"},
        says={
            "appeal": "You can have a measure against your account looked at again.",
            "": "{platform} may act against accounts[: {topics}].",
            "for": "{platform} commits to steps before or after sanctions[: {topics}].",
            "requires": "Breaking the rules has consequences[: {topics}].",
        },
        why={
            "": "Sanctions need a stated ground and a review[; named here: {topics}].[!notice: No notice period is named.]",
            "appeal": "An appeal is possible; ask who decides and how soon.",
            "for": "The safeguard can be asked for[: {topics}].",
        },
        means={
            "": "If {platform} acts against you, you may face this[: {topics}]." + _ACT,
            "appeal": "You can object to a measure that you think is wrong.",
            "for": "You can point to this if you are sanctioned[: {topics}][, through {way}].",
        },
    ),
    "platform_discretion": Phrasing(
        title={"": "Platform decides alone[: {topics}]", "waiver": "No waiver by silence", "for": "Limits on the platform's say[: {topics}]"},
        says={
            "waiver": "A right that is not used at once is not given up.",
            "": "{platform} may decide alone about {topics|the service}[, with {notice} of notice].",
            "for": "{platform} limits its own decisions on {topics|the service}.",
        },
        why={
            "waiver": "A right that was not enforced can be enforced later.",
            "": "It leaves the matter to {platform}[: {topics}][, with {notice} of notice].[!notice: No notice period is named.]",
            "for": "It binds {platform}[ on {topics}][, with {notice} of notice].",
        },
        means={
            "waiver": "That something was tolerated before does not make it allowed.",
            "": "{platform} has the say here[: {topics}][; notice: {notice}].",
            "for": "You can count on this[: {topics}][, with {notice} of notice].",
        },
    ),
    "policy_changes": Phrasing(
        title={
            "": "Changes to the terms[: {topics}][, with {notice} notice]",
            "past": "Changes made to the document",
            "waits": "Promise about changes to the terms",
            "for": "Promise about changes to the terms[: {topics}][, {notice} ahead]",
        },
        says={
            "past": "It says what was changed in the document, or when.",
            "waits": "Changes to the document are held back by what it names.",
            "": "{platform} may change this document[ with {notice} of notice].",
            "for": "{platform} says how it tells you about changes[, {notice} ahead].",
            "requires": "Changes to the document bind you[ after {notice}].",
        },
        why={
            "past": "It records changes already made.",
            "waits": "Whether a change was held back so long can be checked.",
            "": "It settles how later versions come to bind[, {notice} after notice].[!notice: No notice period is named.]",
            "for": "Whether people were told[ {notice} ahead] can be checked.[!notice: No notice period is named.]",
        },
        means={
            "past": "Look here for what was changed, or when.",
            "waits": "A change cannot come at once.",
            "": "The document can change while you use the service[, {notice} after notice]." + _ACT,
            "for": "You can expect to be told of changes[ {notice} ahead].",
        },
    ),
    "payment_fees": Phrasing(
        title={
            "": "Charges[: {topics}][ ({sum})]",
            "for": "What is free or up to you[: {topics}]",
            "reserves": "The platform's say over charges[: {topics}]",
        },
        says={
            "": "The clause deals with payments[: {topics}][, {sum}][, {percent}].",
            "reserves": "{platform} may decide on {topics|charges}[, with {notice} of notice].",
            "for": "The clause spares a charge or leaves a choice[: {topics}].",
        },
        why={
            "": "It bears on what is paid and when[: {topics}][; amount: {sum}][; rate: {percent}][; notice: {notice}].",
            "grants": "It leaves a choice to whoever pays[: {topics}][; amount: {sum}].",
            "for": "It is a commitment on payment that can be checked[: {topics}][; amount: {sum}].",
        },
        means={
            "": "Look here when money changes hands[: {topics}][, {sum}][, {percent}][; notice: {notice}].",
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
            "other": "The clause sets terms for a subscription.",
            "": "A subscription goes on by itself[; the time named is {period}].",
            "requires": "You are charged again unless you cancel[; the time named is {period}].",
            "grants": "You can stop the renewal[ through {way}][; the time named is {period}].",
            "promises": "{platform} commits to a step on renewal[: {topics}][, {period}].",
        },
        why={
            "other": "It bears on how a subscription runs and ends.",
            "": "Renewal rules ask for clear notice, consent and an easy exit[; the time named here is {period}].",
            "promises": "It is a commitment on renewal that can be checked[: {topics}].",
            "for": "The exit from renewal has to be as easy as described[: {way}][, {period}].",
        },
        means={
            "other": "Look at what becomes of your subscription here.",
            "": "You are charged again unless you act[; the time named is {period}]."
            + _OUT
            + "[!way: The clause does not say how to cancel.]",
            "promises": "You can hold {platform} to this when it renews[: {topics}].",
            "for": "You can stop the charges[ through {way}][; the time named is {period}].",
        },
    ),
    "refunds": Phrasing(
        title={
            "": "Refunds[: {topics}][ ({period})]",
            "reserves": "Limits on refunds[: {topics}][ ({period})]",
            "for": "Right to a refund[: {topics}][ ({period})]",
        },
        says={
            "": "The clause says when money comes back[: {topics}][, {period}].",
            "grants": "You can get money back[ within {period}][: {topics}].",
            "reserves": "{platform} limits refunds[: {topics}][, {period}].",
        },
        why={
            "": "Withdrawal laws may give more than this[: {topics}][, {period}].",
            "for": "The money it promises back can be claimed[: {topics}][ within {period}].",
        },
        means={
            "": "Expect conditions on getting money back[: {topics}][, {period}].",
            "for": "You can ask for your money[: {topics}][ within {period}][ through {way}].",
        },
    ),
    "monetization_rules": Phrasing(
        title={"": "Earnings[: {topics}][ ({percent})]", "for": "What you can earn[: {topics}][ ({percent})]"},
        says={
            "": "The clause sets how you are paid[: {topics}][, {percent}][, {sum}].",
            "reserves": "{platform} may decide on earnings[: {topics}].",
            "for": "You can earn or be paid[: {topics}][, {percent}].",
        },
        why={
            "": "Income from the service depends on it[: {topics}][, at {percent}][, from {sum}].",
            "for": "It gives a claim to payment[: {topics}][, {percent}][ within {period}].",
        },
        means={
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
            "": "Disputes go to an arbitrator[ ({body})][, in {venue}][, except {spared}][; this clause is on {topics}].",
            "opts_out": "You can stay out of arbitration[ within {deadline}][ through {way_only}].",
            "rejects": "You can reject a change to the arbitration terms[ within {deadline}][ through {way_only}].",
            "excepts": "Some claims stay out of arbitration.",
            "refuses": "Disputes do not have to go to arbitration.",
            "follows": "It says what holds for those who opt out or reject a change.",
            "chooses": "You have a choice in how an arbitration is held[; this clause is on {topics}].",
            "pays": "{platform} bears something of an arbitration[; this clause is on {topics}].",
            "time": "A claim has to be brought within {period|the time that it names}.",
            "goes": "It deals with arbitration[ ({body})][, in {venue}][; this clause is on {topics}].",
        },
        why={
            "": "Claims leave the courts[ and go to {body}][; the opt-out window is {deadline}].[!deadline: No opt-out window is named.]",
            "opts_out": "It keeps a door to the courts open[ for {deadline}][: {topics}].",
            "rejects": "The earlier arbitration terms stay for whoever rejects the change[ within {deadline}].",
            "excepts": "What it takes out of arbitration can still go to a court or an authority.",
            "refuses": "The courts stay open for disputes.",
            "follows": "It sets how far an opt-out or a rejection reaches.",
            "chooses": "It eases what a claim asks of a person[: {topics}].",
            "pays": "It shifts the cost of a claim[: {topics}].",
            "time": "A claim brought later may be lost.",
            "goes": "It bears on how a claim is handled outside of the courts[, by {body}][: {topics}].",
        },
        means={
            "": "You would bring a claim before an arbitrator[ ({body})], not a judge." + _OUT + "[!way: The clause names no way out.]",
            "opts_out": "You can keep your access to court[ within {deadline}][ through {way_only}].",
            "rejects": "You can keep the arbitration terms you have; arbitration itself stays[, if you act within {deadline}].",
            "excepts": "For the claims named here you need no arbitrator.",
            "refuses": "You can go to court.",
            "follows": "This is what stays and what falls away.",
            "chooses": "If you have a case, you can choose here[: {topics}].",
            "pays": "If you have a case, part of its cost is not yours[: {topics}].",
            "time": "If you have a claim, do not wait longer[ than {period}].",
            "goes": "Look here if you have a case[ before an arbitrator ({body})][: {topics}].",
        },
    ),
    "class_action_waiver": Phrasing(
        title={"": "Waiver of {topics|class actions}", "fails": "What holds if a class waiver fails", "jury": "Waiver of {topics|jury trials}", "promises": "No waiver of {topics|class actions}", "for": "Way out of the waiver of {topics|class actions}"},
        says={
            "": "You give up {topics|class actions} in disputes with {platform}.",
            "jury": "You give up a trial by jury in disputes with {platform}.",
            "promises": "{platform} does not ask you to give up {topics|class actions}.",
            "fails": "It says what holds if the waiver of group actions does not stand.",
        },
        why={
            "jury": "Disputes with {platform} are decided without a jury.",
            "fails": "Where a case is heard can turn on it.",
            "": "Disputes with {platform} are kept apart[: {topics}].",
            "promises": "People keep these ways to be heard[: {topics}].",
            "for": "Acting together stays open[: {topics}][, through {way}].",
        },
        means={
            "fails": "Look at where a claim would be heard then.",
            "jury": "You would not be heard by a jury." + _OUT + "[!way: The clause names no way out.]",
            "": "You would be on your own[: no {topics}]." + _OUT + "[!way: The clause names no way out.]",
            "promises": "You keep {topics|class actions}.",
            "for": "You can keep {topics|class actions}[ through {way}].",
        },
    ),
    "legal_jurisdiction": Phrasing(
        title={
            "": "{law_title|Law and courts}[: {venue_title}][ ({topic})]",
            "for": "Your own law or courts[ beside the law of {law}]",
        },
        says={"": "[Disputes fall under {law_words}.][!law: The clause says where or how disputes are settled.][ Cases go before the courts of {venue}.]"},
        why={
            "": "[Claims are judged by the law of {law}.][ The courts are those of {venue}.][!law: No country or state is named as the source of the law.]",
            "for": "It keeps the user's own law or courts[ beside the law of {law}].",
        },
        means={
            "": "[A claim may have to be brought {venue_words}.][ The law of {law} decides it.][!settled: Look here for where or how a dispute is settled.]",
            "for": "You can rely on your own law or courts[, beside the law of {law}].",
        },
    ),
    "liability_limitation": Phrasing(
        title={"": "Limited liability[ for {topics}][ ({cap_short})]", "spares": "What you are not liable for[: {topics}]", "neutral": "Limited liability[ for {topics}], within the law", "for": "Liability that stays[: {topics}]"},
        says={"neutral": "How far {platform} limits what it pays depends on the law where people live.", "spares": "You do not answer for what the clause names.", "for": "{platform} stays liable[ for {topics}], whatever the rest of the document limits.", "": "[{platform} pays at most {cap}.][!cap: {platform} limits or excludes what it pays for: {losses|losses of its users}.]"},
        why={
            "spares": "It limits what {platform} can claim from its users[: {topics}].",
            "": "[Weigh it against the value at stake: recovery is limited {stretch}.][!bounded: It narrows who answers for a loss.]",
            "neutral": "It limits liability[ for {topics}], but leaves room for law that forbids that.",
            "for": "It sets bounds to the limits elsewhere in the document[: {topics}].",
        },
        means={
            "spares": "{platform} could not make you pay for what it names[: {topics}].",
            "for": "These claims stay open to you[: {topics}].",
            "": "[If something goes wrong, you may get little or nothing {capped}.][If something goes wrong, you may get little or nothing {limited}.][!bounded: You may get little or nothing for a loss that falls under it.]",
            "neutral": "Which of your claims stay depends on the law where you live.",
        },
    ),
    "warranty_disclaimer": Phrasing(
        title={"": "No promise about {topics|the service}", "neutral": "No promise about {topics|the service}, within the law"},
        says={"": "{platform} makes no promise about {topics|the service}."},
        why={
            "": "Procurement cannot rely on {platform} here without a contract of its own[: {topics}].",
            "neutral": "It withholds a promise[ about {topics}], but leaves room for law that gives one.",
        },
        means={
            "": "You bear the risk[ as regards {topics}].",
            "neutral": "Where you live, the law may give you more than this.",
        },
    ),
    "indemnification": Phrasing(
        title={"": "You cover the platform's losses[: {topics}]", "bounds": "Bounds of a duty to cover losses", "for": "Indemnity in your favour[: {topics}]"},
        says={"bounds": "It says when a duty to cover losses holds, and when not.", "": "You must cover {platform}’s losses[ in connection with {topics}].", "for": "{platform} covers your losses[ in connection with {topics}]."},
        why={
            "bounds": "It bounds what can be asked for.",
            "": "The cost of claims moves to the user[: {topics}][, up to {sum}].[!sum: No cap is named.]",
            "for": "The cost of claims moves to {platform}[: {topics}].",
        },
        means={
            "bounds": "Look here for when you would have to pay.",
            "": "You could be asked to pay what {platform} loses[: {topics}].",
            "for": "{platform} covers you[: {topics}].",
        },
    ),
}  # fmt: skip
