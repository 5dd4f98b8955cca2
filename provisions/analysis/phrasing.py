"""The sentences a provision is described with, by type: patterns filled with what its own words state.

`{name}` is a fact; `{name|words}` has words to use without it; `[...]` is left out when a fact in it is missing;
`[!name: ...]` is kept only when the fact is missing, to say what the text leaves open.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Patterns of one type. `_for` ones serve clauses in the user's favour, `_choice` ones what grants a choice.

    `says` is keyed by stance, "" for the rest.
    """

    title: str
    says: dict[str, str]
    why: str
    means: str
    title_for: str = ""
    why_for: str = ""
    means_for: str = ""
    title_choice: str = ""
    why_choice: str = ""
    means_choice: str = ""


PHRASINGS: dict[str, Phrasing] = {
    "data_collection": Phrasing(
        title="Collection of {object}[ ({topic})]",
        title_for="Limits on collecting {object}[ ({topic})]",
        says={
            "": "{platform} collects {object}[, including through {topics}][, for {purposes}].",
            "promises": "{platform} {verb} collect {data|certain information}[, in connection with {topics}].",
            "requires": "People have to provide {data|information} to {platform}[, in connection with {topics}].",
            "grants": "People can choose what {data|information} {platform} collects[, in connection with {topics}].",
        },
        why="A record of processing has to list {object}[ and the purpose: {purposes}].[!purposes: The clause ties the collection to no purpose.][ Sources and occasions: {topics}.]",
        means="{platform} can hold {object}[, also from {topics}].[!data: The clause lists no kinds of data one by one.][ You can act through {way}.]",
        why_for="It narrows what {platform} may gather[, here about {topics}], and can be held against it.",
        means_for="{platform} says it leaves {data|this information} alone[, {exception}].",
        title_choice="Choice over the collection of {object}",
        why_choice="It gives people a control over gathering {object}[, here about {topics}][, by way of {way}].",
        means_choice="You can limit what {platform} gathers[ about {topics}][ through {way}].[!way: The clause does not say by which control.]",
    ),
    "data_usage": Phrasing(
        title="Use of {object} for {purposes|stated purposes}",
        title_for="Limits on using {data|information}[ for {purposes}]",
        says={
            "": "{platform} uses {object} for {purposes|purposes named in the clause}[, touching on {topics}].",
            "promises": "{platform} {verb} use {data|information} [for {purposes}].",
            "grants": "People have a say in how {data|information} is used[ for {purposes}].",
        },
        why="[Using {object} for {purposes} needs a legal ground of its own.] [!purposes: No purpose is spelled out here.][ The clause speaks of {topics}.]",
        means="Your {data|information} may serve {purposes|purposes this clause does not name one by one}.[ You can act through {way}.]",
        why_for="It ties the use of {data|information} to {purposes|what the clause names}.",
        means_for="{platform} commits to a limit on using your {data|information}[ for {purposes}].",
        title_choice="Choice over the use of {data|information}[ for {purposes}]",
        why_choice="It gives people a control over the use of {data|information}[ for {purposes}][, by way of {way}].",
        means_choice="You can decide on the use of {data|your information}[ for {purposes}][ through {way}].[!way: The clause does not say by which control.]",
    ),
    "data_sharing": Phrasing(
        title="Sharing of {object} with {recipients|others}[ ({topic})]",
        title_for="Limits on the {share_noun} of {object}[ to {recipients}]",
        says={
            "": "{platform} may share {object} with {recipients|others}[ for {purposes}][, in cases of {topics}].",
            "promises": "{platform} {verb} {share_verb} {object}[, as regards {recipients}][, for {purposes}][, {exception}].",
            "grants": "People can decide whether {data|information} goes to {recipients|others}[ for {purposes}].",
            "requires": "{data|Information} goes to {recipients|others}[ for {purposes}].",
        },
        why="The recipients are {recipients|not named}[, the occasion {topics}]; contracts and notices have to match.[!recipients: Without named recipients, onward use is hard to audit.]",
        means="Your {data|information} can reach {recipients|recipients the clause does not name}[ for {purposes}].[ The way out: {way}.][!way: This clause gives no way to refuse.]",
        why_for="It is a commitment on the {share_noun} of {object}[ as regards {recipients}]; watch for its removal.[!exception: It states no exception here.]",
        means_for="You can hold {platform} to its words on the {share_noun} of {object}[, as regards {recipients}][, {exception}].",
        title_choice="Choice over sharing {data|information} with {recipients|others}",
        why_choice="It gives people a control over what reaches {recipients|others}[, here {data}][, by way of {way}].",
        means_choice="You can decide whether {data|information} goes to {recipients|others}[, through {way}].[!way: The clause does not say by which control.]",
    ),
    "data_retention": Phrasing(
        title="Retention of {data|information}[ for {retention}][ ({topic})]",
        title_for="Deletion of {data|information}[ after {retention}][ ({topic})]",
        says={
            "": "{platform} keeps {data|information}[ for {retention}][, with regard to {topics}].[!retention: The clause names no fixed period.]",
            "promises": "{platform} {verb} {keep_verb} {data|information}[: {retention}][, with regard to {topics}].",
            "grants": "People can have {data|information} deleted[, within {retention}][, with regard to {topics}].",
        },
        why="The storage period is {retention|open}[; the clause singles out {topics}].[!retention: An open period is hard to test against a storage-limitation duty.]",
        means="Your {data|information} may stay with {platform} {for_retention|without a stated end}[, also as {topics}].[ You can act through {way}.]",
        why_for="It commits {platform} to deleting or limiting {data|information}[ within {retention}][ for {topics}].",
        means_for="You can expect {data|your information} to be gone {after_retention|when the clause's condition is met}[ ({topics})].",
        title_choice="Choice over how long {data|information} is kept[ ({topic})]",
        why_choice="It gives people a control over the keeping of {data|information}[, here {topics}][, by way of {way}].",
        means_choice="You can have {data|your information} deleted or kept[ through {way}][, with {retention} to reckon with].[!way: The clause does not say by which control.]",
    ),
    "data_security": Phrasing(
        title="Data security[: {topics}]",
        title_for="Protection of {data|information}[: {topics}]",
        says={
            "": "{platform} describes the protection of {data|information}[: {topics}].",
            "promises": "{platform} says it protects {data|information}[ by means of {topics}].",
            "requires": "People have to take care of the security of {data|their information}[: {topics}].",
            "reserves": "{platform} does not promise that {data|information} is safe[: {topics}].",
        },
        why="The measures named are {topics|only general}; a review has to ask for the rest.",
        means="The risk that {data|information} leaks is described as yours to some extent[ ({topics})].",
        why_for="The measures named ({topics|only in general terms}) can be checked in an audit[, and the period is {period}].",
        means_for="{platform} describes how it guards {data|your information}[: {topics}].",
    ),
    "tracking_advertising": Phrasing(
        title="{topics_up|Tracking and advertising}[, with {recipients}]",
        title_for="Limits on {topics|tracking}",
        says={
            "": "{platform} or its partners use {topics|tracking techniques}[ to handle {data}][, together with {recipients}].",
            "promises": "{platform} states a limit on {topics|tracking}[, concerning {data}].",
            "grants": "People can refuse or control {topics|tracking}[ through {way}].",
        },
        why="It concerns {topics|tracking}[ shared with {recipients}]; consent and opt-out signals have to fit that.",
        means="What you do can be followed by means of {topics|tracking techniques}[, also by {recipients}].[ The way out: {way}.][!way: This clause names no way to refuse.]",
        why_for="It gives a control over {topics|tracking} that has to work in practice[ ({way})].",
        means_for="You can limit {topics|tracking}[ through {way}].[!way: The clause does not say by which control.]",
    ),
    "privacy_rights": Phrasing(
        title="Right to {rights|make choices about personal information}[ within {period}]",
        title_for="Right to {rights|make choices about personal information}[ within {period}]",
        says={
            "": "The clause deals with people's choices: {topics|personal information}[, within {period}].",
            "grants": "People may ask {platform} for {topics|choices about their information}[ through {way}][, with a period of {period}].",
            "promises": "{platform} says it responds to requests for {topics|choices about information}[ within {period}].",
        },
        why="Requests for {topics|choices} must be answered as the clause promises[, within {period}][, by way of {way}].",
        means="The right to {topics|a choice} is limited here[, {exception}].[ You can act through {way}.]",
        why_for="Requests for {topics|a choice} have to be met in practice[, within {period}][, by way of {way}].",
        means_for="You can ask for {topics|a choice over your information}[ through {way}][, with {period} to reckon with].[!way: The clause does not say where to ask.]",
    ),
    "consent": Phrasing(
        title="Agreement[: {topics}]",
        title_for="Consent asked for: {topics|a separate choice}",
        says={
            "": "Agreement is taken from {topics|what people do}.",
            "requires": "People are taken to agree through {topics|what they do}.",
            "promises": "{platform} says it asks for consent[ on {topics}][, concerning {data}].",
            "grants": "People can give or withdraw consent[ on {topics}][ through {way}].",
        },
        why="Whether agreement rests on {topics|conduct} decides what proof of assent exists[; {exception}].",
        means="You may be bound through {topics|conduct}, without signing anything[; {exception}].",
        why_for="Consent on {topics|the matter} has to be asked, recorded and reversible[ ({way})].",
        means_for="You decide on {topics|the matter}[ for {data}], and can act through {way|the control the clause mentions}.",
    ),
    "international_transfers": Phrasing(
        title="Transfer of {data|information} abroad[: {topics}]",
        says={
            "": "{platform} may move {data|information} to other countries[: {topics}].",
            "promises": "{platform} says how it moves {data|information} to other countries[: {topics}].",
        },
        why="Places or safeguards named: {topics|none}; a transfer assessment has to cover them.",
        means="Your {data|information} can be kept under the law of another country[ ({topics})].",
        title_for="Safeguards for transfers of {data|information} abroad[: {topics}]",
        why_for="The safeguard or place named is {topics|none in particular}, which a transfer assessment can test.",
        means_for="Your {data|information} can leave your country, with {topics|safeguards not named here}.",
    ),
    "children_age": Phrasing(
        title="Age limit[ of {age}][: {topics}]",
        title_for="Children's information[ under {age}][: {topics}]",
        says={
            "": "The clause sets rules on age[: {age}][, with {topics}].",
            "requires": "The clause sets conditions on age[: {age}][, with {topics}].",
            "promises": "{platform} limits what it does with children's information[ (age {age})][: {topics}].",
            "permits": "{platform} may deal with younger people's information[ (age {age})][: {topics}].",
        },
        why="[The age named is {age}; sign-up has to check it.] [!age: No age is stated here.][ It concerns {topics}.]",
        means="[Below {age} you may be shut out or need permission.] [!age: Check who may use the service or act for a minor.][ It concerns {topics}.]",
        why_for="It commits {platform} on children[ under {age}][: {topics}].",
        means_for="Parents can rely on {topics|the limit described}[ for those under {age}][; they can act through {way}].",
    ),
    "sensitive_data": Phrasing(
        title="Sensitive data: {topics|special kinds of information}[ for {purposes}]",
        title_for="Limits on sensitive data: {topics|special kinds of information}",
        says={
            "": "{platform} deals with {topics|sensitive information}[ for {purposes}][, and may pass it to {recipients}].",
            "promises": "{platform} limits what it does with {topics|sensitive information}.",
            "grants": "People can decide about {topics|sensitive information}[ through {way}].",
        },
        why="{topics_up|Sensitive information} needs a ground of its own in many laws[; the purpose given is {purposes}].[!purposes: The clause gives no purpose.]",
        means="{topics_up|Sensitive information} about you can be involved[, for {purposes}].[ You can act through {way}.]",
        why_for="It limits {topics|sensitive information} and can be tested against what the product does.",
        means_for="{platform} commits to care or restraint with {topics|sensitive information}[ ({way})].",
        title_choice="Choice over {topics|sensitive information}",
        why_choice="It gives people a control over {topics|sensitive information}[, by way of {way}].",
        means_choice="You can decide about {topics|sensitive information}[ through {way}].[!way: The clause does not say by which control.]",
    ),
    "ai_training": Phrasing(
        title="Use of {topics|content and data} to train machine-learning models",
        title_for="Limits on using {topics|content and data} to train models",
        says={
            "": "{platform} may use {topics|content or data} to train or improve machine-learning models[, also together with {recipients}].",
            "promises": "{platform} {verb} use {topics|content or data} to train models[, {exception}].",
            "grants": "People can keep {topics|their content or data} out of model training[ through {way}].",
        },
        why="It puts {topics|content and data} into training, which is hard to undo[; others involved: {recipients}].[!way: No opt-out is named in this clause.]",
        means="Your {topics|content or data} may become training material[, also for {recipients}].[ The way out: {way}.][!way: This clause names no way out.]",
        why_for="It is a commitment to leave {topics|content or data} out of training, or to let people choose[ ({way})].",
        means_for="{platform} says it leaves {topics|your content or data} out of training as described[; the control is {way}].",
        title_choice="Choice over the use of {topics|content and data} for model training",
        why_choice="It gives people a control over training with {topics|content and data}[, by way of {way}].",
        means_choice="You can keep {topics|your content or data} out of model training[ through {way}].[!way: The clause does not say by which control.]",
    ),
    "ai_automated": Phrasing(
        title="AI and automation[: {topics}]",
        title_for="Safeguards around automation[: {topics}]",
        says={
            "": "{platform} uses or offers {topics|automated systems}[ for {purposes}].",
            "requires": "People using AI features must accept conditions on {topics|automated systems}.",
            "promises": "{platform} limits {topics|automated systems}[ for {purposes}].",
            "grants": "People may ask for a say over {topics|automated systems}[ through {way}].",
        },
        why="It concerns {topics|automated systems}; transparency and human review are the questions to ask.",
        means="Machines are involved[: {topics}][, for {purposes}].[ You can act through {way}.]",
        why_for="It names a safeguard on {topics|automated systems}[: {way}].",
        means_for="You can rely on the safeguard about {topics|automated systems}[ through {way}].",
    ),
    "acceptable_use": Phrasing(
        title="Ban on {topics|certain conduct}",
        says={
            "": "The clause sets rules about {topics|conduct on the service}.",
            "prohibits": "The clause forbids {topics|the conduct described}.",
            "requires": "People must keep to rules on {topics|conduct on the service}.",
            "grants": "People may use the service within rules on {topics|conduct}.",
        },
        why="Tools and teams that come near {topics|the conduct named} need a check[; {exception}].",
        means="You can lose access over {topics|the conduct described}[; {exception}].",
        why_for="It states what is allowed about {topics|use}.",
        means_for="You may do what the clause allows about {topics|use}[; {exception}].",
    ),
    "restricted_content": Phrasing(
        title="Ban on {topics|certain content}",
        says={
            "": "The clause deals with {topics|content that is not wanted}.",
            "prohibits": "People may not post {topics|the content described}.",
            "requires": "People must keep to rules about {topics|content}.",
            "reserves": "{platform} may act against {topics|the content described}.",
        },
        why="What counts as {topics|the content named} decides what gets removed[; {exception}].",
        means="Posts with {topics|such content} can be taken down[; {exception}].",
        why_for="It allows something about {topics|content}.",
        means_for="You may post within the clause's terms on {topics|content}.",
    ),
    "content_moderation": Phrasing(
        title="Moderation of content[: {topics}]",
        says={
            "": "{platform} may act on content: {topics|review and removal}[, with a period of {period}].",
            "promises": "{platform} commits to steps in moderation: {topics|decisions about content}[, within {period}].",
            "grants": "People can take steps about moderation: {topics|decisions about content}[ through {way}].",
        },
        why="It covers {topics|decisions about content}; reasons, notice and appeal are what regulators look for.[!notice: No notice period is named.]",
        means="What you post can be affected: {topics|removal}.[ You can act through {way}.]",
        why_for="It gives people a step against a decision: {topics|review}.",
        means_for="You can use the step described: {topics|review}[ through {way}][, within {period}].",
    ),
    "content_license": Phrasing(
        title="Licence to {licensed|your content}[: {traits}]",
        title_for="You keep {topics|what you post}",
        says={
            "": "People give {platform} rights in {licensed|what they post}[, described as {traits}][, touching on {topics}].",
            "grants": "People keep rights in {licensed|what they post}[, in terms of {topics}].",
            "promises": "{platform} limits what it does with {licensed|what people post}[, in terms of {topics}].",
        },
        why="The licence is {traits|of unstated length and reach}[ and covers {topics}]; it outlives a posting when nothing ends it.",
        means="{platform} may use {licensed|your content}[ on a footing that is {traits}][, including {topics}].",
        why_for="It leaves {topics|ownership} with the person, which frames the licence beside it.",
        means_for="You keep {topics|what you post}, beside any licence you give.",
    ),
    "intellectual_property": Phrasing(
        title="Intellectual property[: {topics}]",
        says={
            "": "The clause deals with {topics|rights in the service}.",
            "grants": "{platform} gives people rights concerning {topics|the service}.",
            "prohibits": "People may not make certain uses of {topics|protected material}.",
            "reserves": "{platform} keeps its rights concerning {topics|the service}.",
        },
        why="Brand, copyright and licence questions ({topics|the service}) are settled here[; contact: {way}].",
        means="Check before reusing protected material; the clause turns on {topics|rights in the service}.[ Contact: {way}.]",
        why_for="It gives a licence or remedy about {topics|the service}.",
        means_for="You may use or claim what the clause gives about {topics|the service}[ through {way}].",
    ),
    "developer_api": Phrasing(
        title="Developers[: {topics}]",
        says={
            "": "The clause sets terms for developers on {topics|API access}.",
            "prohibits": "Developers may not go beyond the terms on {topics|API access}.",
            "reserves": "{platform} may decide about {topics|API access}[, with {notice} of notice].",
            "grants": "Developers may use what the clause gives on {topics|API access}.",
        },
        why="Products built on the API depend on {topics|this access}[; notice: {notice}].[!notice: No notice period is named.]",
        means="An app that breaks the terms on {topics|API access} can lose its connection.",
        why_for="It gives developers {topics|access} on stated terms.",
        means_for="You may build on {topics|the API} as described[, with {notice} of notice].",
    ),
    "disclosure_requirements": Phrasing(
        title="Duty to disclose[: {topics}]",
        says={
            "": "The clause deals with making known {topics|certain facts}.",
            "requires": "People must disclose {topics|certain facts}.",
            "promises": "{platform} says it discloses {topics|certain facts}[, within {period}].",
        },
        why="Who must disclose {topics|what} matters for advertising and transparency duties.",
        means="Leaving out {topics|the disclosure} can count as a breach.",
        why_for="It commits {platform} to openness about {topics|certain facts}.",
        means_for="You can expect to learn about {topics|certain facts}[; {exception}].",
    ),
    "account_control": Phrasing(
        title="Account duties: {topics|what the holder must do}",
        says={
            "": "The clause sets terms for accounts: {topics|duties of the account holder}.",
            "requires": "Account holders must see to {topics|their account}.",
            "prohibits": "The clause forbids account holders certain things: {topics|as described}.",
            "grants": "People may decide about {topics|their account}[ through {way}].",
        },
        why="It decides who answers for an account[: {topics}]; shared or company log-ins are affected.",
        means="Your account comes with duties[: {topics}][; report trouble through {way}].",
        why_for="It gives account holders room on {topics|the account}.",
        means_for="You can decide about {topics|your account}[ through {way}].",
    ),
    "termination": Phrasing(
        title="{topics_up|End of the account or the agreement}[, with {notice} notice]",
        title_for="Right to leave[: {topics}][, with {notice} notice]",
        says={
            "": "The agreement or account can end: {topics|conditions in the clause}[, with {notice} of notice].",
            "reserves": "{platform} may end the account or agreement: {topics|conditions in the clause}[, with {notice} of notice].",
            "grants": "People may end the account or agreement: {topics|conditions in the clause}[ through {way}].",
        },
        why="Continuity depends on it: {topics|the conditions of ending}[, {notice} of notice].[!notice: No notice period is named.]",
        means="Your access can end: {topics|on the clause's conditions}[, with {notice} of notice].",
        why_for="It gives an exit: {topics|leaving the service}[, with {notice} of notice].",
        means_for="You can leave: {topics|on the clause's conditions}[ through {way}].",
    ),
    "enforcement_actions": Phrasing(
        title="Sanctions: {topics|measures against accounts}",
        says={
            "": "{platform} may act against people who break rules: {topics|measures against accounts}.",
            "promises": "{platform} commits to steps in enforcement: {topics|measures against accounts}.",
            "grants": "People can act on enforcement: {topics|measures against accounts}[ through {way}].",
            "requires": "Breaking the rules leads to {topics|measures against accounts}.",
        },
        why="The measures are {topics|open-ended}[, with {notice} of notice].[!notice: The clause names no notice period.]",
        means="A breach, as {platform} sees it, can lead to {topics|measures against your account}.[ You can act through {way}.]",
        why_for="It puts a limit or a step of review on {topics|measures}.",
        means_for="You can use what the clause gives on {topics|measures}[ through {way}].",
    ),
    "platform_discretion": Phrasing(
        title="Platform decides alone: {topics|what it does}",
        says={
            "": "{platform} may decide alone about {topics|the service}[, with {notice} of notice].",
            "promises": "{platform} limits its own decisions on {topics|the service}[, with {notice} of notice].",
            "grants": "People get a say on {topics|the service}.",
        },
        why="It leaves {topics|the matter} to {platform}[, with {notice} of notice].[!notice: No notice period is named.]",
        means="You cannot count on {topics|the service staying as it is}[; notice: {notice}].",
        why_for="It binds {platform} on {topics|the service}[ with {notice} of notice].",
        means_for="You can count on what is said about {topics|the service}[, with {notice} of notice].",
    ),
    "policy_changes": Phrasing(
        title="Changes to the terms[: {topics}][, with {notice} notice]",
        title_for="Promise about changes to the terms[: {topics}][, {notice} ahead]",
        says={
            "": "{platform} may change the document: {topics|how is left open}[, with {notice} of notice].",
            "promises": "{platform} says it tells people about changes: {topics|how is left open}[, {notice} ahead].",
            "requires": "Changes bind people through {topics|the conditions in the clause}[, after {notice}].",
        },
        why="It governs how later terms bind: {topics|without detail}[, after {notice}].[!notice: No notice period is named.]",
        means="The terms can change under you: {topics|no detail is given}[, {notice} after notice].[ You can act through {way}.]",
        why_for="It commits {platform} to {topics|telling people}[, {notice} ahead].",
        means_for="You can expect {topics|to be told}[, {notice} ahead].[!notice: How long ahead is not said.]",
    ),
    "payment_fees": Phrasing(
        title="Charges[: {topics}][ ({sum})]",
        says={
            "": "The clause deals with paying {platform}: {topics|what is charged}[, {sum}][, {percent}].",
            "requires": "People must pay for {topics|what is charged}[, {sum}][, {percent}].",
            "reserves": "{platform} may decide on {topics|what is charged}[, with {notice} of notice].",
            "grants": "People may decide on {topics|how they pay}.",
        },
        why="Costs depend on {topics|the terms here}[; amount: {sum}][; rate: {percent}][; notice: {notice}].",
        means="You may owe money because of {topics|the charges described}[: {sum}][, {percent}][; notice: {notice}].",
        why_for="It limits what is charged for {topics|the service}.",
        means_for="You can rely on what is said about {topics|charges}[, {sum}].",
    ),
    "auto_renewal": Phrasing(
        title="Automatic renewal[: {topics}][ ({period})]",
        says={
            "": "A subscription goes on by itself: {topics|until cancelled}[, period {period}].",
            "requires": "People are charged again unless they cancel: {topics|until cancelled}[, {period}].",
            "grants": "People can stop renewal: {topics|by cancelling}[ through {way}][, {period}].",
            "promises": "{platform} commits on renewal: {topics|notice or cancelling}[, {period}].",
        },
        why="Renewal rules look at notice, consent and an easy exit: here {topics|without detail}[, {period}].",
        means="You are charged again unless you act: {topics|cancel in time}[, {period}].[ The way out: {way}.][!way: This clause does not say how to cancel.]",
        why_for="It gives an exit from renewal: {topics|cancelling}[, {period}].",
        means_for="You can stop the charges: {topics|by cancelling}[ through {way}][, {period}].",
    ),
    "refunds": Phrasing(
        title="Refunds[: {topics}][ ({period})]",
        says={
            "": "The clause says when money comes back: {topics|conditions in the clause}[, {period}].",
            "grants": "People can get money back: {topics|on the clause's conditions}[, within {period}].",
            "reserves": "{platform} keeps payments: {topics|as described}[, {period}].",
        },
        why="The refund position is {topics|conditional}[, with a period of {period}]; withdrawal laws may add to it.",
        means="Expect limits on getting money back: {topics|as described}[, {period}][; {exception}].",
        why_for="It gives money back: {topics|on conditions}[, within {period}].",
        means_for="You can ask for money back: {topics|on the clause's conditions}[, within {period}][, through {way}].",
    ),
    "monetization_rules": Phrasing(
        title="Earnings[: {topics}][ ({percent})]",
        says={
            "": "The clause sets how people earn: {topics|terms of payment}[, {percent}][, {sum}].",
            "requires": "To be paid, people must meet terms on {topics|payment}[, {percent}][, {sum}].",
            "reserves": "{platform} may decide on earnings: {topics|terms of payment}.",
            "grants": "People can earn or be paid: {topics|terms of payment}[, {percent}].",
        },
        why="Income depends on {topics|these terms}[, at {percent}][, from {sum}].",
        means="Money you earned depends on {topics|these terms}[, {percent}][, {sum}].",
        why_for="It gives a claim to payment: {topics|terms}[, {percent}].",
        means_for="You can count on {topics|payment}[, {percent}][, within {period}].",
    ),
    "arbitration": Phrasing(
        title="Disputes go to arbitration[: {topics}][ ({body})]",
        title_for="Way out of arbitration: {topics|choice of court}[ ({deadline})]",
        says={
            "": "Disputes go to an arbitrator[ of {body}][: {topics}][, in {venue}].",
            "grants": "People can stay out of arbitration[: {topics}][ within {deadline}][ through {way_only}].",
        },
        why="Claims leave the courts[ for {body}][; the clause covers {topics}][; opt-out window: {deadline}].[!deadline: No opt-out window is named here.]",
        means="You would bring a claim before an arbitrator[ of {body}], not a judge[; points: {topics}].[ The way out: {way}.][!way: This clause names no way out.]",
        why_for="It keeps a door to the courts open[: {topics}][, within {deadline}].",
        means_for="You can keep your access to court[ within {deadline}][ through {way_only}][: {topics}].",
    ),
    "class_action_waiver": Phrasing(
        title="Waiver of {topics|class actions}",
        title_for="Way out of the waiver of {topics|class actions}",
        says={"": "People give up {topics|class actions} in disputes with {platform}[, {exception}]."},
        why="It takes {topics|class actions} out of disputes with {platform}[; {exception}].",
        means="You would be on your own: no {topics|class actions}.[ The way out: {way}.][!way: This clause names no way out.]",
        why_for="It leaves {topics|class actions} open.",
        means_for="You can keep {topics|class actions}[ through {way}].",
    ),
    "legal_jurisdiction": Phrasing(
        title="{law_title|Law and courts}[: {venue_title}][ ({topic})]",
        says={
            "": "Disputes fall under {law_words|the law named in the clause}[, before the courts of {venue}][; it deals with {topics}].",
        },
        why="The law is that of {law|a place not named here}[ and the courts are those of {venue}][; it deals with {topics}].",
        means="A claim may have to be brought {venue_words|where the clause says}[, under the law of {law}][; it deals with {topics}].",
        why_for="It keeps the person's own law or courts[: {law}][, {venue}].",
        means_for="You can rely on {topics|your own law or courts}[: {law}].",
    ),
    "liability_limitation": Phrasing(
        title="Limited liability[ for {topics}][ ({sum})]",
        says={
            "": "{platform} limits or excludes what it pays for: {topics|losses described in the clause}[, up to {sum}].",
        },
        why="Recovery is limited for {topics|the losses described}[ to {sum}][, {exception}].",
        means="If something goes wrong, you may get little or nothing for {topics|the losses described}[ beyond {sum}][, {exception}].",
        why_for="It keeps liability in place for {topics|some losses}.",
        means_for="You keep claims for {topics|some losses}[ ({exception})].",
    ),
    "warranty_disclaimer": Phrasing(
        title="No promise about {topics|the service}",
        says={"": "{platform} makes no promise about {topics|the service}[, {exception}]."},
        why="No assurance is given on {topics|the service}; procurement cannot rely on one[, {exception}].",
        means="You bear the risk as regards {topics|the service}[, {exception}].",
        why_for="It gives an assurance on {topics|the service}.",
        means_for="You can rely on what is said about {topics|the service}.",
    ),
    "indemnification": Phrasing(
        title="You cover the platform's losses[: {topics}]",
        says={
            "": "People must cover {platform}'s losses in connection with {topics|their use}[, {exception}].",
        },
        why="It moves the cost of {topics|claims} to the user, without a stated cap unless the text gives one[ ({sum})].",
        means="You could be asked to pay {platform}'s costs over {topics|claims}[, {exception}].",
        title_for="Indemnity in the user's favour: {topics|claims}",
        why_for="It moves the cost of {topics|claims} to {platform}.",
        means_for="{platform} covers you for {topics|claims}[, {exception}].",
    ),
}
