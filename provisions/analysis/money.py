"""What a clause on money does: who pays, who pays back, and whether a subscription goes on by itself."""

import re

from provisions.analysis.stance_cues import NOT_A_GIFT, NOT_CHARGED, NOT_RENEWED, comes_first
from provisions.analysis.stance_words import PROMISES, REQUIRES, RESERVES

_GIVES_BACK = re.compile(
    r"\b(?:we|(?!If|You)[A-Z][\w.]*|processor) (?:will|shall) (?:\w+ )?(?:refund|(?:issue|provide|give)(?: you| the \w+)? an? (?:full |partial |pro[- ]rat(?:a|ed) )?refund)\b"
)
_PAYS_OUT = re.compile(
    r"\b(?:[Ww]e|[A-Z]\w+) (?:will |shall )?pays? (?:you|out|creators|artists|sellers|partners|authors)\b"
)
_CANCELS = re.compile(
    r"\b(?:you|subscribers|members|users|customers) (?:can|may|are free to|have the right to)(?: also| always)? (?:cancel|end|stop|turn off|switch off|pause)",
    re.IGNORECASE,
)
_RENEWS = re.compile(r"\brenew|\bto pay\b|continu|charged|billed|recurring", re.IGNORECASE)
_GETS_BACK = re.compile(
    r"\b(?:(?<!not )(?<!n't )(?<!n\u2019t )(?<!to )(?<![Ii]f you )(?:get|receive)|return\b[^.;]{0,60} for) (?:a |an |your )?(?:full |complete |partial |pro[- ]rat(?:a|ed) )*(?:refund|money back)\b"
)
_NOT_REFUNDED = re.compile(
    r"(?:not|n['\u2019]t)(?: be)? (?:refunded|returned|reimbursed)\b|\ball sales are final\b", re.IGNORECASE
)
# The money stays where it is: "all sales are final", "you will not be entitled to a refund".
_KEEPS_MONEY = re.compile(
    r"\b(?:all )?(?:sales|purchases|payments|charges|fees|transactions)\b[^.;]{0,40} (?:are|is) (?:\w+ and )?final\b|\ball sales final\b|\bwaives? (?:your|its|their|the|any) right of (?:withdrawal|cancellation)\b|"
    r"\bno (?:\w+,? ){1,3}(?:or|and) refunds?\b|"
    r"(?:\bnot|n['\u2019]t) (?:have (?:a|any) right to|be (?:entitled to|eligible for|issued|given)|receive|get|have)(?: a| any| the)? (?:\w+ )?refund|(?:\bnot|n['\u2019]t) (?:get|receive) (?:your |any |the )?money back|"
    r"\b(?:there )?(?:will not|won['\u2019]t) be any refund",
    re.IGNORECASE,
)
_PAID_BACK = re.compile(
    r"\byou(?: will|['\u2019]ll| are| shall)? (?:receive|get|be (?:entitled to|given|issued)|entitled to) an? (?:full |partial |pro[- ]rat(?:a|ed) )*refund|\bwill be refunded\b",
    re.IGNORECASE,
)
# The reader is a seller who has to pay others back, or has to do something before money comes back.
_READER_PAYS_BACK = re.compile(
    r"\b(?:you|sellers?|merchants?|developers?|hosts?) (?:must|shall|have to|need to|(?:will be|are) required to|agree to|will)(?: \w+ly)? "
    r"(?:refund|reimburse|(?:issue|provide|give|offer|publish|have|pay)\b[^.;]{0,30}\brefund)",
    re.IGNORECASE,
)
_CHARGES_ON = re.compile(
    r"\b(?:we|provider|processor|[A-Z]\w+) (?:may|will|shall|can) (?:\w+ly |also |then )?(?:charge|bill|debit)\b|\b(?:will|may|shall) (?:then )?be (?:\w+ly )?(?:re-?)?(?:charged|billed|debited)\b|"
    r"\bauthori[sz](?:e|es|ing) [^.;]{0,80}\bto (?:\w+ly |continue to )?(?:charge|bill|debit|collect|process)|\brequired to pay\b|\b(?:subscriptions?|plans?|memberships?) (?:will )?renews?\b|\bfor a recurring\b|\brenews? (?:\w+ )?automatic|\bautomatic\w* (?:\w+ )?(?:renew|continue)|\bcontinue to renew"
)
_AUTHORISES = re.compile(
    r"\b(?:you|by) (?:are |hereby |also |further )*authori[sz](?:e|ing)\b", re.IGNORECASE
)

_OWES = re.compile(
    r"\bagreeing to pay\b|\b(?i:you|customers?|sellers?|merchants?|users?|buyers?) (?:will|shall|must) (?:also )?(?:be (?:\w+ )?(?:charged|billed)|pay)\b|"
    r"\b(?:fees?|charges?|costs?|amounts?|taxes|price)\b[^.;]{0,60}? (?:will be|is|are|shall be) (?:\w+ )?(?:charged|due|payable|deducted|owed)\b|"
    r"\b(?:we|[A-Z]\w+) (?:will |may |shall |also )*(?:\w+ly )?(?:charges?|bills?|assess(?:es)?) (?:you|your|an?|applicable|the|[^.;]{0,12}\bfees?)\b|\bcontinue (?:to bill|billing|to charge|charging)\b|\b(?:we|[A-Z]\w+) (?:may|will|can) (?:also )?charge\b"
)

_PRICES_MOVE = re.compile(
    r"\b(?:prices?|fees|rates)\b[^.;]{0,30} (?:may|can|might|could) (?:\w+ly )?(?:go up|rise|increase|change|be (?:\w+ly )?(?:changed|increased|raised|adjusted))\b",
    re.IGNORECASE,
)
# Types whose stance is read here.
OF_MONEY = frozenset(("refunds", "auto_renewal", "payment_fees", "monetization_rules"))


def move_on_money(type: str, text: str) -> str:
    """The value of the stance that the clause takes for its type; empty where its words leave that to the usual cues."""
    match type:
        case "refunds":
            return _on_refunds(text)
        case "auto_renewal" if comes_first(_CANCELS, _RENEWS, text):
            return "grants"
        case "auto_renewal" if _CHARGES_ON.search(text) and not NOT_RENEWED.search(text):
            return "requires"
        case "payment_fees" if not RESERVES.search(text) and not REQUIRES.search(text):
            return _on_charges(text)
        case "monetization_rules" if _PAYS_OUT.search(text) and not RESERVES.search(text):
            return "promises"
    return ""


def _on_charges(text: str) -> str:
    """A charge that is due is a duty; a standing permission to charge outweighs what is promised beside it."""
    if _PRICES_MOVE.search(text):
        return "reserves"
    owes = _OWES.search(text) is not None
    if NOT_CHARGED.search(text):
        return "permits" if owes else "promises"
    if owes and not PROMISES.search(text):
        return "requires"
    return "permits" if _AUTHORISES.search(text) else ""


def _on_refunds(text: str) -> str:
    """What is refused first is refused, whatever its exceptions give; what is given first and refused in some cases is even."""
    if _READER_PAYS_BACK.search(text):
        return "requires"
    keeps = _first(text, NOT_A_GIFT, _KEEPS_MONEY, _NOT_REFUNDED)
    pays = _first(text, _GIVES_BACK, _PAID_BACK, _GETS_BACK)
    if keeps < 0 and not _GIVES_BACK.search(text):
        return "grants" if _GETS_BACK.search(text) and not RESERVES.search(text) else ""
    if keeps < 0:
        return "promises"
    return "reserves" if pays < 0 or keeps < pays else "permits"


def keeps_money(sentence: str) -> bool:
    """Does it say that money is not given back?"""
    return _first(sentence, NOT_A_GIFT, _KEEPS_MONEY, _NOT_REFUNDED) >= 0


def _first(text: str, *patterns: re.Pattern[str]) -> int:
    """Where the first of the patterns is met; -1 where none is."""
    return min((found.start() for pattern in patterns if (found := pattern.search(text))), default=-1)
