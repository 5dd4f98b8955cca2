"""The nine questions people ask first of a platform, and their answers chosen from its provisions.

An answer is a predicate ("says it does not sell personal data") with the exact sentence it was read from.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from provisions.analysis.answers.claims import (
    PRIVACY,
    TERMS,
    Claim,
    Passage,
    Reader,
    Readings,
    claims_in,
    strongest,
    with_more,
)
from provisions.analysis.answers.claims_on_data import (
    ai_training,
    ai_training_way_out,
    retention,
    sale_of_data,
)
from provisions.analysis.answers.claims_on_disputes import (
    arbitration,
    arbitration_way_out,
    class_waiver,
    governing_law,
    liability_cap,
)
from provisions.analysis.answers.claims_on_terms import minimum_age, notice_of_changes
from provisions.analysis.answers.strictly import STRICTLY, Strict


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `type` is the clause type it stands for, `types` all it is looked for in, `main` where it is best read."""

    slug: str
    label: str
    type: str
    types: frozenset[str]
    main: str
    cue: str
    read: Reader
    silence: str
    settle: Callable[[list[Claim], str], Claim | None] = strongest
    way_out: Reader | None = None

    @property
    def strict(self) -> Strict:
        """How it is put to a clause of which no type is known."""
        return STRICTLY[self.slug]


def _says_both(claims: list[Claim], main: str) -> Claim | None:
    """Of sale: a refusal beside words that some sharing may count as a sale is told with both."""
    best = strongest(claims, main)
    if best is None or best.said.tone != "no":
        return best
    counts = any(claim.said.tone == "counts" for claim in claims)
    more = ", but that some of what it shares may legally count as a sale"
    return with_more(best, more) if counts else best


def _trains_on_some(claims: list[Claim], main: str) -> Claim | None:
    """Of training: a general refusal beside a use is told as the use of some information."""
    tones = {claim.said.tone for claim in claims}
    if "no" in tones and "yes" in tones:
        used = strongest([claim for claim in claims if claim.said.tone == "yes"], main)
        return used and with_more(used, ", and says it leaves other information out")
    return strongest(claims, main)


def _kept_each_its_time(claims: list[Claim], main: str) -> Claim | None:
    """Of keeping: one period among several different ones holds for some of the data, whatever its sentence calls it."""
    best = strongest(claims, main)
    if best is None or best.said.tone != "period":
        return best
    several = len({claim.said.words for claim in claims if claim.said.tone == "period"}) > 1
    words = best.said.words.replace("keeps data for", "keeps some data for") if several else best.said.words
    return replace(best, said=replace(best.said, words=words))


def _by_place(claims: list[Claim], main: str) -> Claim | None:
    """Of the governing law: the best placed, with word that others are named as directly."""
    best = strongest(claims, main)
    if best is None:
        return None
    others = {claim.said.tone for claim in claims if claim.said.strength >= best.said.strength} - {
        best.said.tone
    }
    return with_more(best, "; another law is named too") if others else best


_DISPUTES = frozenset(("arbitration", "class_action_waiver", "legal_jurisdiction"))
_DATA = frozenset(
    ("data_sharing", "data_usage", "privacy_rights", "tracking_advertising", "data_collection", "consent")
)
QUESTIONS = (
    Question("arbitration", "Arbitration", "arbitration", _DISPUTES, TERMS, "arbitra", arbitration, "does not mention it", way_out=arbitration_way_out),
    Question("class-actions", "Class actions", "class_action_waiver", _DISPUTES, TERMS, "class|group lawsuit|representative", class_waiver, "does not mention them", way_out=arbitration_way_out),
    Question("ai-training", "AI training", "ai_training", frozenset(("ai_training", "ai_automated", "data_usage", "content_license")), PRIVACY, "train|models", ai_training,
             "does not mention it", _trains_on_some, ai_training_way_out),
    Question("retention", "How long data is kept", "data_retention", frozenset(("data_retention",)), PRIVACY, "retain|keep|kept|stor|hold|held|delet|eras|remov|purge|anonymi", retention, "does not say how long", _kept_each_its_time),
    Question("sale-of-data", "Sale of data", "data_sharing", _DATA, PRIVACY, "sell|sold|sale", sale_of_data, "does not mention it", _says_both),
    Question("notice", "Notice before changes", "policy_changes", frozenset(("policy_changes",)), TERMS, "chang|modif|updat|revis|amend|alter|vary", notice_of_changes, "does not mention it"),
    Question("minimum-age", "Minimum age", "children_age", frozenset(("children_age", "account_control", "consent", "legal_jurisdiction")), TERMS,
             "age|old|under|over|1", minimum_age, "names no age"),
    Question("governing-law", "Governing law", "legal_jurisdiction", frozenset(("legal_jurisdiction", "arbitration", "policy_changes")), TERMS, " law", governing_law, "does not name it", _by_place),
    Question("liability-cap", "Liability cap", "liability_limitation", frozenset(("liability_limitation", "warranty_disclaimer")), TERMS, "liab|damages|responsib", liability_cap, "does not mention it"),
)  # fmt: skip
# The attributes that answers are made from; all others of a passage may be left out.
KINDS_ASKED = frozenset(("governing_law", "notice_period", "period", "retention_period", "sum"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the provisions say to a question; `claim` is None where they say nothing. `way_out` is its own claim."""

    question: Question
    claim: Claim | None
    way_out: Claim | None = None

    @property
    def predicate(self) -> str:
        """ "requires binding arbitration; you can opt out within 30 days"; what it leaves open where nothing is said."""
        if self.claim is None:
            return self.question.silence
        words = self.claim.words
        return f"{words}; {self.way_out.said.words}" if self.way_out else words

    @property
    def words(self) -> str:
        """The predicate as it stands alone."""
        return self.predicate[:1].upper() + self.predicate[1:]


def answers_from(
    passages: Iterable[Passage], questions: Sequence[Question] = QUESTIONS, elsewhere: Iterable[Passage] = ()
) -> list[Answer]:
    """The answer to each question, the same for the same passages in whatever order they come.

    `elsewhere` are clauses published as nothing that is asked, with the slugs of the questions that they answer as
    types: they are heard where no passage answers.
    """
    given = Readings(sorted(passages, key=lambda passage: passage.key))
    others = Readings(sorted(elsewhere, key=lambda passage: passage.key))
    return [_answer(question, given, others) for question in questions]


def strict_claims(question: Question, elsewhere: Readings) -> list[Claim]:
    """What clauses claim of which no type is known: their types are the slugs of the questions put to them."""
    return list(claims_in(elsewhere, frozenset((question.slug,)), question.cue, question.strict.read))


def _answer(question: Question, passages: Readings, elsewhere: Readings) -> Answer:
    claims = list(claims_in(passages, question.types, question.cue, question.read))
    claims = claims or strict_claims(question, elsewhere)
    claim = question.settle(claims, question.main)
    refused = claim is None or claim.said.tone in ("no", "agreed", "part", "public")
    if question.way_out is None or refused:
        return Answer(question, claim)
    ways = claims_in(
        passages, question.types, "opt|reject|decline|want|whether|turn|disabl|object", question.way_out
    )
    way = strongest((way for way in ways if not way.special), question.main)
    return Answer(question, claim, way)
