"""The optional language model: asked to say our draft better, and believed only where the text bears it out."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from provisions.analysis.attributes import AttributeKind, attributes_of

Ask = Callable[[bytes], bytes]  # the body of a request to …/chat/completions → the body of the answer

_LONGEST = 420  # characters of one text
_SHORTEST = 20
_TASK = (
    "You edit one-sentence explanations of a clause of a policy. You get the clause, facts read from it and a draft. "
    "Rewrite each text of the draft so that a person without legal training understands it at once. Use only what the "
    "clause and the draft say: no other fact, number, name, period or legal judgement. Quote only words of the clause. "
    'Answer with one JSON object with exactly the keys "says", "why_it_matters" and "means_for_you", each a text of '
    "one or two sentences."
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|eu|co)\b"
)
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w’'-]+")
_NEGATION = re.compile(r"\b(?:not|never|no|cannot|without|nor|none)\b|n[’']t\b", re.IGNORECASE)
_JUDGEMENT = re.compile(
    r"\b(?:illegal|unlawful|lawful|unenforceable|enforceable|violat\w+|breach(?:es)? (?:of )?(?:the )?law|compliant|comply|complies|void|abusive|unfair)\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fourteen fifteen thirty sixty ninety hundred thousand million".split()
)
_CHECKED_KINDS = frozenset(AttributeKind) - {AttributeKind.OPT_OUT}


@dataclass(frozen=True, slots=True)
class Draft:
    """The three texts of a provision that may be worded better."""

    says: str
    why_it_matters: str
    means_for_you: str


@dataclass(frozen=True, slots=True)
class Ground:
    """All that an answer may rest on."""

    platform: str
    quote: str
    type_label: str
    draft: Draft

    @property
    def words(self) -> str:
        """Everything that was given, as one text."""
        return " ".join((self.platform, self.quote, self.type_label, *_texts(self.draft)))


class AnswerRefused(Exception):
    """The model's answer is no better draft; the message says why, for an editor."""


def improve_draft(ground: Ground, ask: Ask, *, model: str) -> Draft:
    """The model's wording. Raises AnswerRefused; what `ask` raises (the network) passes through."""
    answer = ask(json.dumps(_request(ground, model)).encode())
    better = _draft_in(answer)
    for field in fields(Draft):
        _check(getattr(better, field.name), field.name, ground)
    if bool(_NEGATION.search(better.says)) != bool(_NEGATION.search(ground.draft.says)):
        raise AnswerRefused("says: one of the two texts denies what the other states.")
    return better


def _request(ground: Ground, model: str) -> dict[str, object]:
    given = {
        "platform": ground.platform,
        "clause_type": ground.type_label,
        "clause": ground.quote,
        "facts": [[fact.kind.value, fact.value] for fact in attributes_of(ground.quote)],
        "draft": {field.name: getattr(ground.draft, field.name) for field in fields(Draft)},
    }
    return {
        "model": model,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [
            {"role": "system", "content": _TASK},
            {"role": "user", "content": json.dumps(given, ensure_ascii=False)},
        ],
    }


def _draft_in(answer: bytes) -> Draft:
    """The draft in a chat completion (OpenAI's API reference, "Create chat completion")."""
    try:
        content = json.loads(json.loads(answer)["choices"][0]["message"]["content"])
    except (ValueError, LookupError, TypeError) as error:
        raise AnswerRefused("The answer is not the JSON that was asked for.") from error
    names = {field.name for field in fields(Draft)}
    if not isinstance(content, dict) or set(content) != names:
        raise AnswerRefused("The answer has other keys than those asked for.")
    if not all(isinstance(text, str) for text in content.values()):
        raise AnswerRefused("A text of the answer is not a text.")
    return Draft(**{name: " ".join(text.split()) for name, text in content.items()})


def _check(text: str, name: str, ground: Ground) -> None:
    if not _SHORTEST <= len(text) <= _LONGEST:
        raise AnswerRefused(f"{name}: {len(text)} characters; {_SHORTEST} to {_LONGEST} are wanted.")
    if set(text) & set("<>{}[]|_*#`"):
        raise AnswerRefused(f"{name}: it holds markup.")
    given = ground.words
    low = given.lower()
    _refuse_foreign(name, "the number", _numbers(text) - _numbers(given))
    _refuse_foreign(
        name,
        "the quote",
        (quote for quote in _QUOTED.findall(text) if quote.strip(" .,;…") not in ground.quote),
    )
    _refuse_foreign(name, "the address", (found for found in _ADDRESS.findall(text) if found not in given))
    _refuse_foreign(name, "the name", (found for found in _NAME.findall(text) if found.lower() not in low))
    _refuse_foreign(
        name, "the legal judgement", (found for found in _JUDGEMENT.findall(text) if found.lower() not in low)
    )
    known = {fact.value for fact in attributes_of(given)}
    _refuse_foreign(
        name,
        "the fact",
        (
            fact.value
            for fact in attributes_of(text)
            if fact.kind in _CHECKED_KINDS and fact.value not in known
        ),
    )


def _refuse_foreign(name: str, what: str, found: Iterable[str]) -> None:
    foreign = next(iter(found), None)
    if foreign is not None:
        raise AnswerRefused(f"{name}: {what} “{foreign}” is not in the text.")


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text)) | (set(re.findall(r"[a-z]+", text.lower())) & _NUMBER_WORDS)


def _texts(draft: Draft) -> tuple[str, ...]:
    return draft.says, draft.why_it_matters, draft.means_for_you
