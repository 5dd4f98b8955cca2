"""How each thing of the API looks, as JSON Schema 2020-12: a table, held true by tests that check every answer."""

from typing import Any

from monitoring.figures import HealthState
from monitoring.register.choices import ACTION_STATES, DATA, STATES, TIERS
from monitoring.watches.interests import LONGEST_WORDS, SEARCHED
from platforms.models import LogEntry
from provisions.analysis.clause_types import TYPES_BY_SLUG
from provisions.models import Change, ClauseChange, Direction, ProvisionEvent, Severity, Stance
from provisions.regulations.rule import Manner, RiskLevel

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
YES_NO: Schema = {"type": "boolean"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
DAY: Schema = {"type": "string", "format": "date"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
ANYTHING: Schema = {"type": "object", "additionalProperties": True}


def said(schema: Schema, about: str) -> Schema:
    """The schema with a sentence on what it is."""
    return {**schema, "description": about}


def maybe(schema: Schema) -> Schema:
    """That, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def some(schema: Schema) -> Schema:
    """A list of those."""
    return {"type": "array", "items": schema}


def ref(name: str) -> Schema:
    """The thing of that name in THINGS."""
    return {"$ref": f"#/components/schemas/{name}"}


def whole(**members: Schema) -> Schema:
    """An object with exactly these members, always all of them."""
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def thing(about: str, /, **members: Schema) -> Schema:
    """What an endpoint gives: these members and no others; `fields=` may leave some out."""
    return {"type": "object", "description": about, "properties": members, "additionalProperties": False}


def labelled(values: list[str]) -> Schema:
    """One of the values, with the words for it."""
    return whole(value={"type": "string", "enum": values}, label=TEXT)


def page_of(name: str) -> Schema:
    """A page of a list of those things."""
    return {
        **whole(next=maybe(ADDRESS), previous=maybe(ADDRESS), results=some(ref(name))),
        "description": "Follow `next` until it is null.",
    }


_CLAUSE_TYPE = labelled(list(TYPES_BY_SLUG))
_SEVERITY, _DIRECTION, _STANCE = (labelled(kind.values) for kind in (Severity, Direction, Stance))
_NAME = whole(slug=TEXT, name=TEXT)
_DOCUMENT = whole(slug=TEXT, type=TEXT)
_TRAIL = said(some(TEXT), "The headings it stands under.")
_EDITS = some(whole(op={"type": "string", "enum": ["same", "insert", "delete"]}, text=TEXT))
_PLACE = maybe(whole(start=NUMBER, end=NUMBER))
_END = whole(number=NUMBER, taken_at=MOMENT, sha256=SHA256, url=ADDRESS)
_POINTER = whole(number=NUMBER, url=ADDRESS)

_PLATFORM = {
    "slug": TEXT,
    "name": TEXT,
    "sector": TEXT,
    "description": TEXT,
    "home_url": TEXT,
    "country": said(TEXT, "ISO 3166 code of the seat; empty where it is not known."),
    "invented": said(YES_NO, "Made up for the demo."),
    "documents_watched": NUMBER,
    "url": ADDRESS,
    "page": ADDRESS,
}
_VERSION = {
    "platform": _NAME,
    "document": _DOCUMENT,
    "number": NUMBER,
    "title": TEXT,
    "taken_at": MOMENT,
    "sha256": said(SHA256, "Of the text in UTF-8."),
    "words": NUMBER,
    "language": TEXT,
    "updated_on": said(maybe(DAY), "The last update that the text states."),
    "effective_on": said(maybe(DAY), "The day from which the text says it applies."),
    "recipe": said(ANYTHING, "How the text was read from the pages."),
    "snapshot": whole(
        sha256=SHA256,
        taken_at=MOMENT,
        method=TEXT,
        locale=TEXT,
        source=said(TEXT, "Where an imported capture comes from."),
        pages=some(
            whole(
                request_url=TEXT, final_url=TEXT, status=NUMBER, content_type=TEXT, sha256=SHA256, size=NUMBER
            )
        ),
    ),
    "url": ADDRESS,
    "text_url": ADDRESS,
    "page": ADDRESS,
}
_PROVISION = {
    "platform": _NAME,
    "document": _DOCUMENT,
    "slug": TEXT,
    "title": TEXT,
    "type": said(_CLAUSE_TYPE, "The foremost clause type."),
    "types": some(_CLAUSE_TYPE),
    "severity": _SEVERITY,
    "severity_points": NUMBER,
    "severity_reasons": some(TEXT),
    "direction": _DIRECTION,
    "stance": _STANCE,
    "confidence": SHARE,
    "says": TEXT,
    "why_it_matters": TEXT,
    "means_for_you": TEXT,
    "attributes": said(
        some(ANYTHING), "What it names: kinds of data, periods, sums, ways out, each with its place."
    ),
    "regulations": said(some(TEXT), "The slugs of the regulations that its words engage."),
    "quote": said(TEXT, "Exactly the version's text from `start` to `end`, in characters."),
    "start": NUMBER,
    "end": NUMBER,
    "trail": _TRAIL,
    "version": said(NUMBER, "The last version in which it stood."),
    "version_url": ADDRESS,
    "introduced_at": MOMENT,
    "changed_at": MOMENT,
    "removed_at": maybe(MOMENT),
    "taxonomy": NUMBER,
    "tagger": NUMBER,
    "url": ADDRESS,
    "page": ADDRESS,
}
_PASSAGE = {
    "platform": _NAME,
    "document": _DOCUMENT,
    "slug": TEXT,
    "title": TEXT,
    "severity": _SEVERITY,
    "says": TEXT,
    "quote": TEXT,
    "url": ADDRESS,
    "page": ADDRESS,
}
_CHANGE = {
    "id": NUMBER,
    "platform": _NAME,
    "document": _DOCUMENT,
    "class": labelled(Change.Class.values),
    "alarmed": said(YES_NO, "Whether people are told of it."),
    "severity": _SEVERITY,
    "direction": _DIRECTION,
    "summary": TEXT,
    "points": some(TEXT),
    "words_added": NUMBER,
    "words_removed": NUMBER,
    "found_at": MOMENT,
    "before": _POINTER,
    "after": _POINTER,
    "reverts": said(maybe(ADDRESS), "The change that it takes back."),
    "url": ADDRESS,
    "diff": ADDRESS,
    "page": ADDRESS,
}
_QUOTE = whole(
    quote=TEXT,
    document=_DOCUMENT,
    provision=said(maybe(TEXT), "Its slug; null where the words are published as no provision."),
    page=said(ADDRESS, "The provision's page, or the archived version at the words."),
)
_FACT = whole(slug=TEXT, label=TEXT, type=_CLAUSE_TYPE, words=maybe(TEXT), quotes=some(_QUOTE))
_KIND = labelled(ClauseChange.Kind.values)

_REGULATION = {
    "slug": TEXT,
    "name": TEXT,
    "title": TEXT,
    "jurisdiction": TEXT,
    "region": said(TEXT, "EU, UK, US, US-CA and so on."),
    "since": said(DAY, "From when it applies."),
    "status": said(TEXT, "What else is to be known about its force; empty for nothing."),
    "summary": TEXT,
    "engaged_by": said(NUMBER, "How many standing provisions have words that engage it."),
    "url": ADDRESS,
    "page": ADDRESS,
}
_DECIDED = {
    "state": labelled([value for value, _ in ACTION_STATES]),
    "reason": said(TEXT, "Why it is waived, or what came of it."),
    "assigned_to": said(maybe(TEXT), "A member's e-mail address."),
    "due_on": maybe(DAY),
}
_ENGAGED = some(whole(slug=TEXT, name=TEXT, provisions=NUMBER))
_BALANCE = {"for_user": NUMBER, "against_user": NUMBER, "neutral": NUMBER, "net": NUMBER}
_REVIEW = {
    "id": said(NUMBER, "The change's."),
    "change": ref("Change"),
    "state": labelled([value for value, _ in STATES]),
    "severity": said(_SEVERITY, "Your own where you gave one, else as we read it."),
    "reviewer": said(maybe(TEXT), "A member's e-mail address."),
    "reviewed_at": maybe(MOMENT),
    "url": ADDRESS,
}
# What is sent, read by bodies.py; `maybe` where null stands for nothing.
_MEMBER = said(maybe(TEXT), "A member's e-mail address; null for nobody.")
VENDOR_DETAILS = thing(
    "What the register says of a platform.",
    owner=_MEMBER,
    tier={"type": "string", "enum": [value for value, _ in TIERS]},
    data=some({"type": "string", "enum": [value for value, _ in DATA]}),
    renews_on=said(maybe(DAY), "When the contract renews or ends."),
    notes=TEXT,
)
REVIEW_STEP = thing(
    "What is decided; at least one member beside `reason`.",
    state={"type": "string", "enum": [value for value, _ in STATES]},
    reviewer=_MEMBER,
    severity=said(
        maybe({"type": "string", "enum": Severity.values}), "Your own; null goes back to what we read."
    ),
    reason=said(TEXT, "Why the severity is another."),
    note=TEXT,
)
MOST_REVIEWED = 200
REVIEW_STEPS = thing(
    "One step for many changes: their ids, and what is decided of each.",
    ids=said(some(NUMBER) | {"maxItems": MOST_REVIEWED}, "Ids of changes."),
    **REVIEW_STEP["properties"],
) | {"required": ["ids"]}
DECISION = thing(
    "How an action stands.",
    state={"type": "string", "enum": [value for value, _ in ACTION_STATES]},
    reason=said(TEXT, "Needed to waive it."),
    assigned_to=_MEMBER,
    due_on=maybe(DAY),
)
_LOG_STAMP = whole(
    at=said(MOMENT, "As the authority states it."),
    authority=said(ADDRESS, "Who was asked."),
    token=said(TEXT, "The TimeStampToken over the SHA-256 of the note, in base64."),
)
_LOG_KEY = whole(
    key_id=TEXT,
    name=said(TEXT, "Of the log."),
    public_key=said(TEXT, "Ed25519, in base64."),
    first_used_at=MOMENT,
)
THINGS: dict[str, Schema] = {
    "Platform": thing("Somebody who publishes documents about themselves.", **_PLATFORM),
    "PlatformWhole": thing(
        "A platform with the answers to the first questions, and its documents.",
        **_PLATFORM,
        quick_facts=some(_FACT),
        documents=some(ref("Document")),
    ),
    "Document": thing(
        "One published document of a platform, in one language.",
        platform=_NAME,
        slug=TEXT,
        type=TEXT,
        source_urls=some(TEXT),
        language=TEXT,
        region=TEXT,
        retired=said(YES_NO, "No longer looked at; the archive stays."),
        versions_kept=NUMBER,
        health=whole(
            state=labelled([state.value for state in HealthState]),
            reason=TEXT,
            last_read_at=maybe(MOMENT),
            stale_since=maybe(MOMENT),
            failure=maybe(whole(value=TEXT, label=TEXT)),
        ),
        url=ADDRESS,
        versions=ADDRESS,
        provisions=ADDRESS,
        page=ADDRESS,
    ),
    "Version": thing("The text as read at one moment, without the text.", **_VERSION),
    "VersionWhole": thing(
        "The text as read at one moment, and where the log proves that it was kept.",
        **_VERSION,
        text=TEXT,
        proofs=said(
            whole(version=maybe(ADDRESS), snapshot=maybe(ADDRESS)),
            "Of the text and of what it was read from; null until the log has them, within the hour.",
        ),
    ),
    "Provision": thing("A clause that is followed through the versions of its document.", **_PROVISION),
    "ProvisionWhole": thing(
        "A provision with its history, and how other platforms handle the same.",
        **_PROVISION,
        note=said(TEXT, "Where the text is silent, conditional or vague."),
        lead_in=said(TEXT, "The sentence that the quote completes as an item of a list."),
        rarity=said(
            whole(platforms=NUMBER, of=NUMBER),
            "How many platforms have such a clause, of those that would say.",
        ),
        history=some(
            whole(kind=labelled(ProvisionEvent.Kind.values), at=MOMENT, version=_POINTER, quote=TEXT)
        ),
        elsewhere=some(whole(**_PASSAGE, likeness=SHARE, in_words=TEXT)),
    ),
    "Comparison": thing(
        "Platforms side by side on one clause type.",
        type=_CLAUSE_TYPE,
        difference=said(TEXT, "In one sentence; empty where none can be told."),
        platforms=some(
            whole(
                slug=TEXT,
                name=TEXT,
                total=said(NUMBER, "How many provisions of the type stand there."),
                quick_fact=said(
                    maybe(_FACT), "What answers the question of this type; null where none does."
                ),
                facts=some(whole(label=TEXT, words=TEXT)),
                provisions=said(some(whole(**_PASSAGE)), "The weightiest of them."),
            )
        ),
    ),
    "Change": thing("From one version of a document to the next.", **_CHANGE),
    "ChangeWhole": thing(
        "A change with each of its clauses, word by word.",
        **_CHANGE,
        clauses=some(
            whole(
                kind=_KIND,
                types=some(_CLAUSE_TYPE),
                trail=_TRAIL,
                severity=_SEVERITY,
                severity_points=NUMBER,
                direction=_DIRECTION,
                summary=TEXT,
                before_start=maybe(NUMBER),
                after_start=maybe(NUMBER),
                provision=maybe(ADDRESS),
                edits=_EDITS,
            )
        ),
    ),
    "Difference": thing(
        "What differs between two versions; the class is null where their texts are equal.",
        **{
            "platform": _NAME,
            "document": _DOCUMENT,
            "before": _END,
            "after": _END,
            "class": maybe(labelled(Change.Class.values)),
            "alarmed": YES_NO,
            "words_added": NUMBER,
            "words_removed": NUMBER,
            "unchanged_clauses": NUMBER,
            "clauses": some(
                whole(kind=_KIND, cosmetic=YES_NO, trail=_TRAIL, before=_PLACE, after=_PLACE, edits=_EDITS)
            ),
        },
    ),
    "ClauseTypes": thing(
        "The taxonomy of clauses.",
        taxonomy=said(NUMBER, "Its number; a reclassification is a new one."),
        types=some(
            whole(
                value=TEXT,
                label=TEXT,
                meaning=TEXT,
                group=TEXT,
                mild=TEXT,
                severe=TEXT,
                neighbours=some(_CLAUSE_TYPE),
                page=ADDRESS,
            )
        ),
    ),
    "Regulations": thing("The regulations that provisions are read with.", results=some(ref("Regulation"))),
    "Regulation": thing("A law, a rule or a decision.", **_REGULATION),
    "RegulationWhole": thing(
        "A regulation, article by article.",
        **_REGULATION,
        regulators=some(TEXT),
        penalty=TEXT,
        link=ADDRESS,
        articles=some(whole(number=TEXT, heading=TEXT, asks=said(TEXT, "In our words."))),
    ),
    "Compliance": thing(
        "What the law says to a provision: never a finding that something is lawful or not.",
        platform=_NAME,
        document=_DOCUMENT,
        provision=TEXT,
        citations=some(
            whole(
                regulation=_NAME,
                article=TEXT,
                heading=TEXT,
                manner=labelled(list(Manner)),
                reason=said(TEXT, "Why this article, with the words that gave rise to it."),
            )
        ),
        risk=maybe(
            whole(
                level={"type": "string", "enum": list(RiskLevel)},
                points=NUMBER,
                reasons=said(some(TEXT), "Each ends in its own points."),
            )
        ),
        actions=some(whole(slug=TEXT, text=TEXT, **_DECIDED)),
        page=ADDRESS,
    ),
    "TimelineMoment": thing(
        "A version on the timeline of its platform.",
        document=_DOCUMENT,
        version=_POINTER,
        taken_at=MOMENT,
        words=NUMBER,
        introduced=said(NUMBER, "How many provisions it introduced or brought back."),
        reworded=NUMBER,
        removed=NUMBER,
        change=said(
            maybe(
                whole(
                    **{
                        "id": NUMBER,
                        "class": labelled(Change.Class.values),
                        "alarmed": YES_NO,
                        "severity": _SEVERITY,
                        "direction": _DIRECTION,
                        "summary": TEXT,
                        "url": ADDRESS,
                    }
                )
            ),
            "From the version before; null for the first.",
        ),
    ),
    "Matrix": thing(
        "How many provisions engage each regulation, of all documents of a platform and of each.",
        platform=_NAME,
        regulations=_ENGAGED,
        documents=some(whole(document=_DOCUMENT, regulations=_ENGAGED, page=ADDRESS)),
        page=ADDRESS,
    ),
    "Drift": thing(
        "Clauses that changes of meaning added, removed or reworded; `net` is those for the user less those against.",
        platform=_NAME,
        all=whole(**_BALANCE),
        by_type=some(whole(type=_CLAUSE_TYPE, **_BALANCE)),
        by_year=some(whole(year=NUMBER, **_BALANCE)),
    ),
    "Vendor": thing(
        "A platform in your vendor register.",
        platform=_NAME,
        owner=said(maybe(TEXT), "A member's e-mail address."),
        tier=labelled([value for value, _ in TIERS]),
        data=said(some(labelled([value for value, _ in DATA])), "What it holds of yours."),
        renews_on=maybe(DAY),
        notes=TEXT,
        added_at=MOMENT,
        url=ADDRESS,
        page=ADDRESS,
    ),
    "Review": thing("A change that your organization is asked about.", **_REVIEW),
    "Reviews": thing("How the reviews of the changes named stand.", results=some(ref("Review"))),
    "ReviewWhole": thing(
        "The review of a change, with its history.",
        **_REVIEW,
        severity_reason=said(TEXT, "Why your severity is another than ours; empty where it is ours."),
        note=TEXT,
        history=some(whole(at=MOMENT, by=maybe(TEXT), words=TEXT)),
    ),
    "DueAction": thing(
        "How your organization decided on a due-diligence action.",
        slug=TEXT,
        text=TEXT,
        **_DECIDED,
        provision=ADDRESS,
        url=ADDRESS,
        page=ADDRESS,
    ),
    "Watch": thing(
        "What your organization watches; `awake` where the plan has room for it or the right its kind takes.",
        id=NUMBER,
        kind=TEXT,
        title=said(TEXT, "What is watched, in words."),
        platform=said(maybe(_NAME), "Of the watch on a platform; null for other kinds."),
        document=said(maybe(TEXT), "Of the watch on a document: `platform/document`, by their slugs."),
        provision=said(maybe(TEXT), "Of the watch on a provision: `platform/document/provision`."),
        type=said(maybe(TEXT), "Of the watch on a clause type: its slug."),
        sector=said(maybe(TEXT), "Of the watch on a sector."),
        search=said(maybe(ANYTHING), "Of a saved search: what is asked of `/provisions/`."),
        minimum_severity=TEXT,
        directions=said(some(TEXT), "Those told of; none means all."),
        tells=said(TEXT, "`same_day`, `digest` (only there) or `nothing` (paused)."),
        snoozed_until=said(maybe(MOMENT), "Only in the digest until then."),
        by_mail=YES_NO,
        channels=said(maybe(some(NUMBER)), "The ids of channels it tells; null means all of them."),
        awake=YES_NO,
        started_at=MOMENT,
        url=said(ADDRESS, "Where it is read, changed and ended."),
        page=ADDRESS,
    ),
    "Watches": thing("Your organization's watches, in their order.", results=some(ref("Watch"))),
    "Channel": thing(
        "Another way than mail to be told of alerts. Its address is not shown: it may be a key.",
        id=NUMBER,
        kind=TEXT,
        name=TEXT,
        host=said(TEXT, "Of its address."),
        on=YES_NO,
        why_off=TEXT,
        added_at=MOMENT,
        secret=said(maybe(TEXT), "What a webhook is signed with, in the answer that adds it; else null."),
        url=ADDRESS,
        page=ADDRESS,
    ),
    "Channels": thing("Your organization's channels, by name.", results=some(ref("Channel"))),
    "ChannelTest": thing(
        "A test that is on its way.", id=said(TEXT, "The `webhook-id` it goes out under."), owed_at=MOMENT
    ),
    "Alert": thing(
        "What your organization was told of, and who sees to it.",
        id=NUMBER,
        means=TEXT,
        created_at=MOMENT,
        change=ref("Change"),
        acknowledged_at=maybe(MOMENT),
        acknowledged_by=maybe(TEXT),
        assigned_to=maybe(TEXT),
        resolved_at=maybe(MOMENT),
    ),
    "LogHead": thing(
        "A signed head of the log: what it held at a moment.",
        size=said(NUMBER, "How many entries."),
        root=said(SHA256, "The hash of the whole tree."),
        at=MOMENT,
        key_id=TEXT,
        note=said(TEXT, "The signed note: name, size, root in base64, time; then the signature."),
        stamp=said(maybe(_LOG_STAMP), "A time stamp of RFC 3161 over the note, where an authority gave one."),
        url=ADDRESS,
    ),
    "LogRoot": thing("The hash of a tree.", size=NUMBER, root=SHA256),
    "LogKeys": thing("The keys that heads are signed with, oldest first.", results=some(_LOG_KEY)),
    "LogEntry": thing(
        "An entry of the log.",
        index=NUMBER,
        kind={"type": "string", "enum": LogEntry.Kind.values},
        leaf_hash=SHA256,
        leaf=said(maybe(TEXT), "Canonical JSON; null while what it is about is not public."),
        subject=said(maybe(TEXT), "What it is about, in words; null while that is not public."),
        page=said(maybe(ADDRESS), "Where that is read."),
        logged_at=MOMENT,
        proof=maybe(ADDRESS),
    ),
    "LogProof": thing(
        "An entry with all that is needed to check it offline.",
        index=NUMBER,
        leaf=said(TEXT, "Canonical JSON."),
        note=said(TEXT, "The first signed head over the entry."),
        path=said(some(SHA256), "From the leaf to the root of that head."),
        stamp=said(maybe(_LOG_STAMP), "The time stamp of that head, where it has one."),
        keys=some(_LOG_KEY),
    ),
    "LogPath": thing("A proof of RFC 9162.", path=some(SHA256)),
    "Index": thing(
        "What there is to ask for.",
        about=TEXT,
        rules=TEXT,
        errors=TEXT,
        keys=TEXT,
        openapi=ADDRESS,
        reference=ADDRESS,
        endpoints=some(whole(path=TEXT, about=TEXT)),
    ),
    "Problem": {
        "type": "object",
        "description": "Why there is no answer (RFC 9457). `code` stays the same; `detail` says what to do.",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": NUMBER,
            "code": TEXT,
            "detail": TEXT,
            "parameter": said(TEXT, "The parameter that is wrong."),
            "wanted": said(TEXT, "What the plan lacks."),
            "plan": said(maybe(TEXT), "The least plan that has it."),
            "address": said(TEXT, "Where to get it."),
        },
        "required": ["type", "title", "status", "code", "detail"],
        "additionalProperties": False,
    },
}

_WISHES: dict[str, Schema] = {
    "minimum_severity": {"type": "string", "enum": Severity.values},
    "directions": said(some({"type": "string", "enum": Direction.values}), "Those told of; none means all."),
    "tells": said({"type": "string", "enum": ["same_day", "digest", "nothing"]}, "`nothing` pauses it."),
    "snoozed_until": said(maybe(MOMENT), "Only in the digest until then; null wakes it."),
    "by_mail": YES_NO,
    "channels": said(maybe(some(NUMBER)), "The ids of channels to tell; null means all of them."),
}
WISHES_SENT = thing("How the watch is to tell: what is not named stays.", **_WISHES)
WATCH_SENT = thing(
    "A kind, the member that names its subject, and how it is to tell.",
    kind={"type": "string", "enum": ["platform", "document", "provision", "clause_type", "sector", "search"]},
    platform=said(TEXT, "Its slug."),
    document=said(TEXT, "`platform/document`, by their slugs."),
    provision=said(TEXT, "`platform/document/provision`, by their slugs."),
    type=said(TEXT, "The slug of a clause type."),
    on=said(some(TEXT), "The slugs of platforms on which the clause type is watched; none means everywhere."),
    sector=TEXT,
    search=thing(
        "What is asked of `/provisions/`.",
        **{name: {"type": "string", "maxLength": LONGEST_WORDS} for name in SEARCHED},
    ),
    **_WISHES,
) | {"required": ["kind"]}
CHANNEL_SENT = thing(
    "A channel to add.",
    kind={"type": "string", "enum": ["webhook", "slack", "teams", "discord"]},
    name=said(TEXT, "At most 80 characters."),
    address=said(ADDRESS, "Where messages are posted to."),
) | {"required": ["kind", "name", "address"]}
