"""How well and how fast clauses are tagged: precision, recall and F1 on labelled samples, and clauses a second.

Usage: python bench/tagging.py [--labels DIR] [--half all|read|unread] [--misses SAMPLE] [--confidence 0.5]
The mapping from other people's labels to our types, and what the two halves are, is said in docs/tagging.md.
"""

import argparse
import hashlib
import json
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from provisions.analysis.tagging import tag_clause  # noqa: E402 - the checkout is not an installed package

POLICYIE = {
    "data-collection-usage": "data_collection data_usage tracking_advertising sensitive_data ai_training",
    "data-sharing-disclosure": "data_sharing",
    "data-storage-retention-deletion": "data_retention",
    "data-security-protection": "data_security",
}
# Says whose data, not what is done with them; where another type says that, it is the one compared.
POLICYIE_WHOSE = {"children_age"}
UNFAIR = {
    "Arbitration": "arbitration class_action_waiver",
    "Unilateral change": "policy_changes platform_discretion",
    "Content removal": "content_moderation",
    "Jurisdiction": "legal_jurisdiction",
    "Choice of law": "legal_jurisdiction",
    "Limitation of liability": "liability_limitation warranty_disclaimer",
    "Unilateral termination": "termination enforcement_actions account_control",
    "Contract by using": "consent policy_changes",
    "Privacy included": "consent data_collection data_usage data_sharing",
}
# Fall on ordinary sentences too; they are not what the sample's labels are about.
NOT_IN_QUESTION = {"data_collection", "data_usage", "data_sharing", "account_control"}
HALVES = {
    "read": "The half read while words were added",
    "unread": "The half only scored since",
    "all": "Both halves",
}
# Words of a ToS;DR case -> types that match it; the first line that fits counts. No types: outside our taxonomy.
TOSDR: tuple[tuple[str, str], ...] = (
    ((r"last update|easy to read|translated|help desk|archives of their terms|external documents|unfindable|very broad|"
     r"other applicable rules|invalidity|separate policies|^only for your|99%|website maintenance|privacy policy does not apply|"
     r"risk of publishing"), ""),
    (r"class action", "class_action_waiver"),
    (r"arbitration", "arbitration"),
    (r"indemnif|hold harmless", "indemnification"),
    (r"court of law|reduced time period|law of the service's country|service's country", "legal_jurisdiction acceptable_use"),
    (r"terms may be changed|change its terms|change.* terms|revisit the terms|changes? .*notif|notified .* advance", "policy_changes"),
    (r"as is|warranty|guarantee|accuracy|errors will be corrected", "warranty_disclaimer liability_limitation"),
    (r"over a certain age", "children_age"),
    (r"notify you if your personal information gets stolen|security practices|encrypted|cannot decrypt|unauthorized access to your", "data_security liability_limitation warranty_disclaimer"),
    (r"bankruptcy|merger", "data_sharing"),
    (r"do not track|dnt|cookies?|pixel|track|referred you|targeted|advertising|browser history", "tracking_advertising data_collection data_usage data_sharing privacy_rights consent"),
    (r"opt out|limit how your information|request access|access and deletion|retrieve an archive|export your", "privacy_rights tracking_advertising data_sharing data_usage"),
    (r"delete your content from|holds onto content|logs are deleted|retention|keep personal data|user logs|store data on you", "data_retention privacy_rights content_license data_collection"),
    (r"(?:does not|not) sell|given to third|share your personal|shares? user information|disclose your|third parties|government requests|legal requests|sell or", "data_sharing privacy_rights data_collection disclosure_requirements"),
    (r"stored anywhere|processed and stored", "international_transfers"),
    (r"biometric|location", "sensitive_data data_collection data_sharing"),
    (r"kinds of personal|collects many|how they collect|extra data|gathers information|ip address|read your private|aggregated|combined across", "data_collection data_usage data_sharing"),
    (r"intend to use your|limited purposes|many different purposes|marketing purposes|promotional|use your personal", "data_usage data_sharing privacy_rights"),
    (r"\bage\b", "children_age"),
    (r"responsible for maintaining|pseudonym|alternative accounts|no need to register|usernames", "account_control acceptable_use platform_discretion"),
    (r"delete your account|suspend|suspension|leave this service|user suspension", "termination enforcement_actions privacy_rights account_control"),
    (r"delete (?:specific|your) content", "content_moderation"),
    (r"copyright claim", "intellectual_property"),
    (r"license|ownership|your content|your ideas|suggestions|distribute your|approval or compensation", "content_license intellectual_property"),
    ((r"liabil|responsible for|risks, damages|solely responsible|does not condone|assumes no|claims made against|"
     r"potential consequences"), "liability_limitation warranty_disclaimer indemnification"),
    (r"stop providing|failure to enforce|throttles", "platform_discretion"),
    (r"refund", "refunds"),
    (r"charge a credit", "payment_fees auto_renewal"),
    (r"illegal content|pornograph|libelous|negative opinions|private messages", "restricted_content acceptable_use"),
    (r"illegal purposes|spam|spider|scrape|unauthorized access|individually|enjoyment|comply", "acceptable_use account_control intellectual_property"),
    (r"free software|free license|type of copyright", "intellectual_property content_license"),
)  # fmt: skip


def read_rows(path: Path, half: str) -> list[dict]:
    """The rows of a JSON-lines file that belong to a half: "read" while the lexicon was written, "unread", or "all"."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    UNREAD.update(row["text"] for row in rows if half_of(row) == "unread")
    return [row for row in rows if half in ("all", half_of(row))]


def half_of(row: dict) -> str:
    """By document or service, so that no half knows the other's; by segment where the sample names neither."""
    key = row.get("doc") or row.get("service") or row["id"]
    return "unread" if hashlib.sha1(key.encode(), usedforsecurity=False).digest()[0] % 2 else "read"


def types_of(text: str, confidence: float) -> set[str]:
    """The types of a text that stands alone, at or above a confidence."""
    return {tag.type for tag in tag_clause(text) if tag.confidence >= confidence}


def scores(hit: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision = hit / (hit + wrong) if hit + wrong else 0.0
    recall = hit / (hit + missed) if hit + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


UNREAD: set[str] = set()
Truths = list[tuple[str, set[str], set[str]]]  # text, labels it bears, labels our types read as


def score_policyie(rows: list[dict], confidence: float, show: bool) -> None:
    """Segments of privacy policies: each of the four intents found or not; "Other" when none is."""
    for name, most in (("best type", 1), ("every type", None)):
        read: Truths = []
        for row in rows:
            named = [tag.type for tag in tag_clause(row["text"]) if tag.confidence >= confidence]
            types = set(([type for type in named if type not in POLICYIE_WHOSE] or named)[:most])
            found = {label for label, ours in POLICYIE.items() if types & set(ours.split())} or {"Other"}
            read.append((row["text"], set(row["labels"]), found))
        print_table(f"PolicyIE segments, {name}", read, examples=most == 1)
        four = [(text, truth - {"Other"}, found - {"Other"}) for text, truth, found in read]
        print_table(f"PolicyIE segments, {name}, the four intents only", four, examples=False)
        if show and most == 1:
            for text, truth, found in read:
                if found != truth:
                    print(f"  {sorted(truth)} read as {sorted(found)}: {text[:200]}")


def print_table(title: str, read: Truths, *, examples: bool) -> None:
    """One line a label, then micro and macro averages, and the ten worst confusions with an example of each."""
    counts: dict[str, Counter] = defaultdict(Counter)
    confusions: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text, truth, found in read:
        for label in found | truth:
            counts[label]["hit" if label in found & truth else "wrong" if label in found else "missed"] += 1
        for missed in truth - found:
            for wrong in found - truth or {"nothing"}:
                confusions[missed, wrong].append(text)
        for wrong in found - truth if found > truth else ():
            confusions["/".join(sorted(truth)) or "nothing", f"{wrong} too"].append(text)
    print(f"\n{title}")
    every: Counter = Counter()
    singles = []
    for label, count in sorted(counts.items()):
        every.update(count)
        singles.append(scores(count["hit"], count["wrong"], count["missed"]))
        print(
            "  {:34} P {:.2f}  R {:.2f}  F1 {:.2f}".format(label, *singles[-1]),
            f" ({count['hit'] + count['missed']})",
        )
    micro = scores(every["hit"], every["wrong"], every["missed"])
    macro = [sum(column) / len(singles) for column in zip(*singles, strict=True)]
    print(
        "  micro P {:.3f} R {:.3f} F1 {:.3f}".format(*micro),
        "  macro P {:.3f} R {:.3f} F1 {:.3f}".format(*macro),
    )
    if examples:
        print_confusions(confusions)


def print_confusions(confusions: dict[tuple[str, str], list[str]]) -> None:
    """The ten most frequent, each with the first text of the read half it happened to: the other half stays unread."""
    for (truth, read), texts in sorted(confusions.items(), key=lambda item: -len(item[1]))[:10]:
        seen = [text for text in texts if text not in UNREAD]
        print(f"    {len(texts):3} x {truth} read as {read}" + (f": “{seen[0][:110]}”" if seen else ""))


def score_unfair(rows: list[dict], confidence: float, show: bool) -> None:
    """Sentences of terms: the share of labelled ones with a matching type, and how widely the types fall."""
    watched = {ours for names in UNFAIR.values() for ours in names.split()} - NOT_IN_QUESTION
    matched, labelled, flagged = Counter(), Counter(), Counter()
    read: Truths = []
    for row in rows:
        types = types_of(row["text"], confidence)
        flagged["any"] += bool(types & watched)
        flagged.update(types & watched)
        for label in row["labels"]:
            labelled[label] += 1
            matched[label] += bool(types & set(UNFAIR[label].split()))
        named = {label for label, ours in UNFAIR.items() if types & set(ours.split()) & watched}
        read.append((row["text"], set(row["labels"]), named))
    print_table(
        "Unfair terms, sentences (most of our findings there are fair ones: see docs/tagging.md)",
        read,
        examples=True,
    )
    for label, number in labelled.most_common():
        print(f"  {label:26} {matched[label]}/{number}")
    print(
        f"  matching type {sum(matched.values()) / sum(labelled.values()):.3f}   types in question on {flagged['any'] / len(rows):.3f} of all sentences"
    )
    print("   ", ", ".join(f"{name} {number}" for name, number in flagged.most_common()))
    if show:
        for text, truth, found in read:
            if truth - found or (found and not truth):
                print(f"  {sorted(truth)} read as {sorted(found)}: {text[:200]}")


def score_tosdr(rows: list[dict], confidence: float, show: bool) -> None:
    """ToS;DR points: the share whose quote bears a type that matches the case."""
    patterns = [(re.compile(words, re.IGNORECASE), set(ours.split())) for words, ours in TOSDR]
    matched = scored = bare = given = 0
    per_type: dict[str, Counter] = defaultdict(Counter)
    missed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        case = row["labels"][0]
        wanted = next((ours for pattern, ours in patterns if pattern.search(case)), None)
        if not wanted:
            if show and wanted is None:
                print("  UNMAPPED", case)
            continue
        types = types_of(row["text"], confidence)
        scored += 1
        bare += not types
        given += len(types)
        matched += bool(types & wanted)
        for type in types:
            per_type[type]["hit" if type in wanted else "wrong"] += 1
        if not types & wanted:
            missed[case, ", ".join(sorted(types)) or "nothing"].append(row["text"])
            if show:
                print(f"  MISS [{case}] {sorted(types)}: {row['text'][:300]}")
    print("\nToS;DR points: how often a type given is one that the case asks for")
    for type, count in sorted(per_type.items()):
        total = count["hit"] + count["wrong"]
        print(f"  {type:26} P {count['hit'] / total:.2f}  ({total})")
    print(
        f"  matching type {matched / scored:.3f} of {scored} mapped points; without any type {bare}; {given / scored:.2f} types a point"
    )
    print_confusions(missed)


def time_tagging(texts: list[str]) -> None:
    """Clauses a second of processor time, best of three."""
    best = min(_seconds(texts) for _ in range(3))
    words = sum(len(text.split()) for text in texts)
    print(
        f"\nSpeed: {len(texts) / best:,.0f} clauses/s, {words / best:,.0f} words/s ({words / len(texts):.0f} words a clause)"
    )


def _seconds(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        tag_clause(text)
    return time.process_time() - start


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, default=ROOT.parent / "shared/data/labels")
    parser.add_argument("--confidence", type=float, default=0.5)
    parser.add_argument("--half", choices=("all", "read", "unread"), default="")
    parser.add_argument("--misses", choices=("policyie", "unfair", "tosdr"), default="")
    options = parser.parse_args()
    for half in [options.half] if options.half else ["read", "unread", "all"]:
        print(f"\n=== {HALVES[half]} ===")
        policyie = read_rows(options.labels / "policyie_intent.jsonl", half)
        unfair = read_rows(options.labels / "unfair_tos_multilingual_en.jsonl", half)
        tosdr = read_rows(options.labels / "tosdr_points.jsonl", half)
        score_policyie(policyie, options.confidence, options.misses == "policyie")
        score_unfair(unfair, options.confidence, options.misses == "unfair")
        score_tosdr(tosdr, options.confidence, options.misses == "tosdr")
    time_tagging([row["text"] for row in policyie + unfair + tosdr])


if __name__ == "__main__":
    main()
