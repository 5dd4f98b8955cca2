"""What a sentence says of training AI, of selling data and of how long it is kept."""

import re

from provisions.analysis.answers.claims import Said, Sentence

_NOT = r"\b(?:not|never|neither|nor|no longer|cannot)\b|n['’]t\b"

# An item of what is not done has no verb: "No reading of your letters to train models."
_NO_ACT = re.compile(
    r"^\W*no (?:\w+ ){0,2}?(?:us(?:e|age|ing)|reading|scanning|training|teaching|processing|collect(?:ion|ing)|sharing|sales?|selling)\b"
)
_TRAINS = re.compile(
    r"\btrain(?:ing|ed|s)?\b[^.;]{0,140}?\b(?P<what>models?|a\.?i\.?\b|artificial intelligence|machine[- ]learning|llms?|algorithms?\b)|"
    r"\b(?:models?|ai|machine[- ]learning|artificial intelligence)\b[^.;]{0,40}\btraining\b|\bimprov\w+ (?:our |the |its )?(?:ai |language |machine[- ]learning )?models?\b"
)
_FORBIDS_PEOPLE = re.compile(
    r"\byou (?:may|must|shall|will|agree|can|should|do)\b[^.;]{0,60}\b(?:not|n['’]t|never)\b(?! want)|\byou can['’]?t\b|\bprohibit|scrap|crawl|reverse[- ]engineer|compet|"
    r"\bwithout (?:our|its|the|prior|express)|\bnon-commercial use\b|disassembl"
)
_FORBIDDEN_UNDER = re.compile(
    r"\b(?:prohibit|permission|what you can|things you|restrict|may not|must not|acceptable use|agree not|not to\b|don['’]t)"
)
_FORBIDDING_TYPES = frozenset(
    ("acceptable_use", "restricted_content", "intellectual_property", "developer_api")
)
_ABOUT_TRAINING = re.compile(
    r"\b(?:more details|process of training|learn more|exclud\w+ (?:\w+ )?(?:model )?training|training methods|how we train)"
)
_BY_OTHERS = re.compile(
    r"\b(?:they|recipients?|providers?|partners|collaborators|vendors|third[- ]part(?:y|ies))\b[^.;]{0,90}\b(?:may|can|will|do|use)\b[^.;]{0,90}\btrain"
)
_AGREED = re.compile(
    r"\bunless you(?:['’]ve| have)?\b(?![^.;]{0,20}opt[- ]?out)|\b(?:only )?(?:with|after|based on) your (?:\w+ )?(?:consent|permission)|\bif you (?:\w+ )?(?:agree|consent|opt[- ]?in|choose to|allow|give us)|\bopt(?:ed|ing)?[- ]in\b"
)
_CHOICE = re.compile(
    r"\bopt(?:ing|ed)?[- ]?out|\b(?:do not|don['’]t) want|\b(?:select|choose|electing|elect|decide) whether|\bturn(?:ing)? (?:it |this )?off|\bdisabl|\bcontrol whether|\bobject to"
)
_NARROW = re.compile(
    r"\b(?:third[- ]party content|e-?mails?\b|gmail|google (?:apps|workspace|user data|photos)|teams?\b|enterprise|business|api\b|children|under 1\d|customer content|paid version|meetings?|calls?|workspace|private messages)"
)
_PUBLIC = re.compile(r"\bpublic(?:ly)?\b|open internet|internet|web\b")
_OWN = re.compile(
    r"\byour\b|\byou (?:post|provide|give|share|submit)|\busers?['’]|\b(?:user|customer) (?:content|data)|\binformation we (?:have|collect)|\b(?:posts|inputs?|prompts?|conversations?)\b"
)
_NEW_STATEMENT = re.compile(
    r"[;:]|, but\b|\bhowever\b|, and (?:we|it|may)\b|\bnot (?:be )?(?:limited to|only)\b"
)


def ai_training(sentence: Sentence) -> Said | None:
    """Whether the platform trains models on people's information. Bans on what people may train are no answer."""
    low = sentence.low
    found = _TRAINS.search(low)
    if not found or _ABOUT_TRAINING.search(low) or _of_people(sentence) or _BY_OTHERS.search(low):
        return None
    around = low[max(0, found.start() - 200) : found.end() + 120]
    what = "algorithms" if found.groupdict().get("what", "") in ("algorithm", "algorithms") else "AI"
    if sentence.refused_at(found.start()):
        return Said(f"says it does not train {what} on your information", 3, found.start(), "no")
    if _AGREED.search(around):
        return Said(f"trains {what} on your information only if you agree", 3, found.start(), "agreed")
    if _CHOICE.search(low):
        return Said(
            f"may use your information to train {what}", 2 + bool(_OWN.search(around)), found.start(), "yes"
        )
    before = _NEW_STATEMENT.split(low[: found.start()])[-1]
    if (
        re.search(_NOT, before)
        or _NO_ACT.search(low[: found.end()])
        or re.search(r"\b(?:never|not) (?:be )?used\b", low)
    ):
        if _NARROW.search(low):
            return Said(f"says it does not train {what} on certain information", 1, found.start(), "part")
        return Said(f"says it does not train {what} on your information", 3, found.start(), "no")
    if _PUBLIC.search(around) and not _OWN.search(around):
        return Said(f"trains {what} on publicly available information", 1, found.start(), "public")
    return Said(
        f"may use your information to train {what}", 2 + bool(_OWN.search(around)), found.start(), "yes"
    )


def _of_people(sentence: Sentence) -> bool:
    """Is it people's training that the sentence speaks of?"""
    passage = sentence.passage
    around = f"{passage.lead_in} {' '.join(passage.trail[-1:])}".lower()
    return (
        passage.types[0] in _FORBIDDING_TYPES
        or bool(_FORBIDS_PEOPLE.search(sentence.low))
        or bool(_FORBIDDEN_UNDER.search(around))
    )


def ai_training_way_out(sentence: Sentence) -> Said | None:
    """The way to refuse training, where a sentence offers it."""
    low = sentence.low
    found = _CHOICE.search(low)
    if not found or "train" not in low or _of_people(sentence):
        return None
    plain = bool(re.search(r"\byou (?:can|may|have)\b|\bsettings\b|\bunless you opt", low))
    return Said("you can opt out", 2 + plain, found.start())


_SELL = r"\b(?:sell(?:s|ing)?|sold|sales?)\b"
_DATA = r"\b(?:information|data|details)\b"
_REFUSES_SALE = re.compile(
    rf"(?P<subject>[\w’'.]+(?: [\w’'.]+)?) (?:(?:do|does|will|would|have|has|did|are|is)(?: not|n['’]t)|never)\b(?: and (?:will|do|does) not)?[^.;]{{0,60}}?[“\"]?{_SELL}|"
    rf"^(?:\W*\w+\W+){{0,3}}(?:don['’]t|do not|never|not) [^.;]{{0,30}}{_SELL}|{_DATA}[^.;]{{0,40}}\b(?:is|are|will)(?: not|n['’]t| never)[^.;]{{0,30}}\bsold\b|"
    rf"\bnot (?:based on|in the business of) selling\b|^\W*no (?:sales?|selling|resale)\b"
)
_NOT_THE_PLATFORM = re.compile(
    r"\b(?:you|users?|developers?|they|partners|providers?|third[- ]part(?:y|ies)|recipients?|vendors|sdk|websites)\b['’]?(?:ll|re)? (?:may|must|can|shall|will|do|agree|should|are)?\s*(?:not|n['’]t|never|cannot)\b[^.;]{0,60}\bsell|\byou can['’]?t\b|"
    r"\byou (?:must|agree)|permit (?:our|any|such)|\bnotify websites|\bto not sell|do not sell (?:or share )?my|\bif we (?:sold|sell)|\blaw which prohibits|\bsell you\b"
)
_CHOICE_ON_SALE = re.compile(r"\bright to|\bopt[- ]?(?:ing |ed )?out of|\brequest (?:that|to)")
_OF_CHILDREN = re.compile(r"\b(?:children|minors|under (?:the age of )?1\d|under sixteen)\b")
_OTHERS_AND_CHILDREN = re.compile(r"\bincluding\b[^.;]{0,60}$")
_MONEY = re.compile(
    r"\bfor (?:money|monetary|payment|cash)|\bmonetary (?:consideration|compensation|value)|\bin exchange for money"
)
_USUAL_SENSE = re.compile(
    r"\b(?:traditional|conventional|usual|ordinary) (?:sense|meaning)|\bthe way (?:that )?most people"
)
_FOR_PURPOSES = re.compile(r"\bsell\b[^.;]{0,60}\bfor the purposes? of\b")
_SOME_DATA = re.compile(
    r"\b(?:sell|sold|rent|share)\s(?:\w+\s){0,3}?(?:student|sensitive|health|biometric|customer content|children|mobile)\b"
)
_ORDER = re.compile(r"\b(?:must|you|developers?|apps?|sdk)\b")
_DEFINED = re.compile(
    r"\bas (?:that |those |the |such )?(?:terms?|word|“sale”)?[^.;]{0,30}\bdefined|as defined|as per (?:the )?definitions?|within the meaning|[“\"]sell"
)
_BUT = re.compile(
    r"\b(?:except|unless|other than|without your (?:\w+ )?(?:consent|permission)|without (?:explicit|prior|express))\b"
)
_SECOND_PROMISE = re.compile(
    r"\b(?:and|or|nor) (?:we |it )?(?:do not|don['’]t|will not|won['’]t|does not|do we|never)\b"
)
_OF_BUSINESS = re.compile(
    r"\bmerg\w+|\bacqui\w+|bankrupt|reorgani|\bsale of (?:all|assets|the|our|some|a|any|substantially|business|stock)|\bsell (?:all|the|our|some|or transfer|business|any part)|\bassets\b|"
    r"business transfer|corporate|transaction|insolven|successor|divest|joint venture"
)
_COUNTS_AS_SALE = re.compile(
    r"\b(?:may|might|could|can|would|is|are|be)\b[^.;]{0,40}\b(?:considered|deemed|constitute|qualif\w+|regarded|treated|fall within|interpreted|classified|construed|defined)\b[^.;]{0,70}[“\"‘']?\b(?:sales?|selling|sell|sold)\b"
)
_ADMITS = re.compile(
    r"(?P<subject>\bwe\b|\b(?!you|they|users?|partners)[a-z][\w.]+)(?: (?:may|might|can|also|do|will|have|has))*,? (?:also )?(?:sell|sold|(?:share|disclose|rent|license)[sd]?,? (?:or|and|and/or) (?:sell|sold))(?: or (?:share[d]?|disclose[d]?))? (?:[\w’']+ ){0,7}?(?:information|data)\b"
)
_POWER_TO_SELL = re.compile(
    r"\bto (?:use|copy)[^.;]{0,60}\bsell\b|goods|products?\b.{0,20}\bsold|sell(?:ing)? (?:goods|items|products|digital)"
)


def sale_of_data(sentence: Sentence) -> Said | None:
    """Whether data is sold, by the platform's own words: a refusal, a power, or that something may count as a sale."""
    low = sentence.low
    if not re.search(_DATA, low) or _NOT_THE_PLATFORM.search(low):
        return None
    counts = _COUNTS_AS_SALE.search(low)
    if counts and not re.search(_NOT, low[max(0, counts.start() - 12) : counts.end()]):
        return Said("says some of what it shares may count as a sale of data", 3, counts.start(), "counts")
    refuses = _REFUSES_SALE.search(low) or _refused_sale(sentence)
    if _CHOICE_ON_SALE.search(low[: refuses.start()] if refuses else low):
        return None
    if refuses and low.startswith("not ") and _ORDER.search(sentence.passage.lead_in.lower() or "must"):
        return None
    if refuses and not _far_from_data(low, refuses.start()):
        children = _OF_CHILDREN.search(low)
        only_theirs = children and not _OTHERS_AND_CHILDREN.search(low[: children.start()])
        if only_theirs or _SOME_DATA.search(low):
            return Said("says it does not sell certain personal data", 1, refuses.start(), "part")
        if "in the business of selling" in low:
            return Said("says it is not in the business of selling personal data", 4, refuses.start(), "no")
        return Said(
            f"says it does not sell personal data{_limits(low, refuses.end())}", 4, refuses.start(), "no"
        )
    if (
        refuses
        or _OF_BUSINESS.search(low)
        or _POWER_TO_SELL.search(low)
        or _OF_CHILDREN.search(low)
        or re.search(_NOT, low)
    ):
        return None
    admits = _ADMITS.search(low)
    return Said("says it may sell personal data", 3, admits.start(), "yes") if admits else None


def _refused_sale(sentence: Sentence) -> re.Match[str] | None:
    """A sale that is an item of a list whose line above refuses it."""
    sale = re.search(_SELL, sentence.low)
    return sale if sale and sentence.refused_at(sale.start()) else None


def _far_from_data(low: str, start: int) -> bool:
    return not re.search(_DATA, low[max(0, start - 60) : start + 200])


def _limits(low: str, after: int) -> str:
    if _MONEY.search(low):
        return " for money"
    if _USUAL_SENSE.search(low):
        return " in the usual sense of the word"
    if _FOR_PURPOSES.search(low):
        return " for certain purposes"
    if _DEFINED.search(low):
        return " as the law defines selling"
    rest = _SECOND_PROMISE.split(low[after:], maxsplit=1)[0]
    return ", with exceptions" if _BUT.search(rest) else ""


_KEEP = re.compile(
    r"\b(?:retain(?:s|ed)?|keep(?:s|ing)?|kept|stor(?:e|es|ed)|hold|held|delet(?:e|es|ed)|eras(?:e|ed)|remov(?:e|ed)|anonymi[sz]e[ds]?|purge[ds]?)\b"
)
_ABOUT_DATA = re.compile(
    r"\b(?:personal (?:\w+ )?(?:information|data)|(?:your|user|users['’]|the|this|that|such|account|any|all) (?:information|data)|information (?:about|we)|data (?:we|about))\b|\b(?:information|data)\b"
)
_NARROW_DATA = re.compile(
    r"\b(?:logs?|cookies?|messages?|usage (?:data|information)|[\w-]+-tuning data|views?|interactions?|for (?:this|that|these|such) purposes?|payment|card|location|backups?|deleted|recordings?|search|precise|ip address|chats?|biometric|photos?|voice|transactions?|crash|prompts?|inputs?|"
    r"quer(?:y|ies)|applicants?|kyc|donation|support|tickets?|broadcasts?|token|periscope|face|identity documents?|government|advertis\w+|certain|some|conversations?|violation|ban(?:ned)?|suspend\w*|dispute|"
    r"complaint|litigation|aggregat\w+|contacts?|phone|email|purchase|usernames?)\b"
)
_OTHER_KEEPING = re.compile(
    r"\b(?:retain|keep|hold)s?\b[^.;]{0,30}\b(?:all|ownership|rights?|title|copyright|control)\b|\b(?:keep|store|hold|held|kept)\b[^.;]{0,60}\b(?:secure|safe|private|confidential|accurate|up[- ]to[- ]date|informed|track)\b|"
    r"licen[cs]e|\bliable\b|\byou (?:may|can|must|should|agree)[^.;]{0,20}\b(?:keep|store|retain)|held responsible|\bhow (?:long )?we (?:keep|store|retain)|\bon (?:your|the) device"
)
_ACCOUNT_LASTS = re.compile(
    r"\b(?:as|so) long as (?:you (?:have|maintain|keep|hold) (?:an?|your|the) (?:\w+ ){0,3}(?:account|membership|subscription|profile)|you (?:use|continue|are (?:a |an |our )?(?:\w+ )?(?:user|member|customer))|your (?:\w+ )?account|the account|(?:we|you) (?:have|maintain) (?:a |an ongoing )?relationship|you['’]re (?:a |an )?(?:user|member|using))|\buntil (?:you (?:delete|close|deactivate|terminate)|your account|the (?:deletion|closure) of)|"
    r"\b(?:while|during|for the (?:duration|life|lifetime) of)[^.;]{0,30}\b(?:account|membership|relationship)\b(?! (?:creation|registration|opening|set))"
)
_NEED_LASTS = re.compile(
    r"\b(?:as|so) long as[^.;]{0,40}\b(?:need\w*|necess\w+|requir\w+|relevant)|\bno(?:t)? longer than|\b(?:for|to) the (?:period|time|extent|duration)[^.;]{0,30}\b(?:necess\w+|need\w*|requir\w+)|\bany longer than|\bas long as (?:we|it)\b(?! (?:have|maintain))|\buntil\b[^.;]{0,40}\b(?:no longer|not) (?:needed|necessary|required)|\bongoing legitimate business need"
)
_AND_THEN = re.compile(
    r"\bplus\b|\+|\band for (?:a|an|up|\d+|[a-z]+ (?:\(\d+\) )?(?:days|months|years))\b|\band (?:\w+ )?\d+ (?:days|months|years) (?:after|there)|\bfollowed by\b|\band then\b"
)
_BROAD_DATA = re.compile(
    r"\b(?:your|any|all|user|users['’]|the|this|that|such|of) (?:personal )?(?:information|data)\b|\bpersonal(?:ly identifiable)? (?:information|data)\b|\b(?:information|data) (?:about you|we|you|that we)\b|\baccount (?:information|data|details)\b|"
    r"^(?:\w+[ ,]+){0,4}(?:retain|keep|store|hold)s? (?:information|data)\b"
)
_HOW_LONG = re.compile(
    r"\b(?:for|within|after|up to|maximum(?: period)? of|period of|than|least|in|take|of)\s(?:\w+ ){0,4}?\(?\d|\bfor [a-z]+ (?:\(\d+\) )?(?:days|months|years)"
)


def retention(sentence: Sentence) -> Said | None:
    """How long information about people is kept: by the account, by need, or in figures."""
    low = sentence.low
    keeps = _KEEP.search(low)
    if not keeps or not _ABOUT_DATA.search(low) or _OTHER_KEEPING.search(low):
        return None
    lasts, need = _ACCOUNT_LASTS.search(low, keeps.start()), _NEED_LASTS.search(low, keeps.start())
    until = (lasts or need).start() if lasts or need else len(low)  # type: ignore[union-attr]
    narrow = bool(_NARROW_DATA.search(low, 0, until)) or not _BROAD_DATA.search(low)
    what = "some data" if narrow else "data"
    periods = sentence.facts("retention_period")
    if lasts:
        more = ", or longer where it finds that necessary" if need else ""
        after = _AND_THEN.search(low, lasts.start())
        more = f", plus {periods[0]}" if after and periods else more
        return Said(
            f"keeps {what} for as long as the account exists{more}", 4 - 3 * narrow, lasts.start(), "account"
        )
    if need:
        return Said(f"keeps {what} for as long as it finds necessary", 3 - 2 * narrow, need.start(), "need")
    if not periods or not _HOW_LONG.search(low):
        return None
    deletes = re.match(r"delet|eras|remov|purge|anonymi", keeps[0]) is not None
    whole = "" if not narrow else "some of the "
    if deletes and re.search(r"\baccount", low):
        return Said(
            f"deletes {whole}data within {periods[0]} of the account's end",
            3 - 2 * narrow,
            keeps.start(),
            "period",
        )
    return Said(f"keeps {what} for {_up_to(low)}{periods[0]}", 3 - 2 * narrow, keeps.start(), "period")


def _up_to(low: str) -> str:
    return "up to " if re.search(r"\bup to\b|\bno (?:longer|more) than|\bmaximum|\bwithin\b", low) else ""
