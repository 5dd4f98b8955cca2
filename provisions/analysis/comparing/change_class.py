"""How much a change means: whether anything but layout, typography and dates became different."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from provisions.analysis.comparing.passages import ClauseChangeKind, ClauseEdit
from provisions.analysis.comparing.words import Lexicon, same_words, words_of
from provisions.analysis.dates import find_dates

_MINOR = 30  # changed words up to which a change may be minor
_WHOLE_CLAUSE = 12  # words; a clause of that length that comes or goes is never minor


class ChangeClass(StrEnum):
    """What a change amounts to; only the first two are alarmed."""

    SUBSTANTIVE = "substantive"
    MINOR = "minor"
    DATE_ONLY = "date_only"
    MARKUP_ONLY = "markup_only"
    REVERTED = "reverted"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NEGATIONS = _words(
    "not no never neither nor none nothing without cannot can't don't won't isn't aren't doesn't shouldn't "
    "mustn't except unless only nicht kein keine keinen nie ohne pas jamais aucun aucune sans nunca ningún "
    "ninguna sin non mai nessun senza não nunca sem"
)
_MODALS = _words(
    "may might must shall will would should can could required require requires permitted prohibited allowed "
    "entitled obliged mandatory optional darf dürfen muss müssen kann können soll sollen peut peuvent pouvez "
    "doit doivent devez puede pueden debe deben può possono deve devono pode podem devem"
)
_QUANTITIES = _words(
    "hour hours day days week weeks month months year years one two three four five six seven eight nine ten "
    "twelve thirteen fourteen fifteen sixteen eighteen twenty thirty forty sixty ninety hundred thousand "
    "million percent per % $ € £ ¥ ₹ usd eur gbp tag tage tagen monat monate jahr jahre jours mois ans días "
    "meses años giorni mesi anni"
)
_TURNING = _NEGATIONS | _MODALS | _QUANTITIES | frozenset("✓✔✗✘✕☐☑☒✅❌")
_CUES = _words(
    "last latest updated update effective date dated as of on modified revised revision amended version v "
    "posted published from since the this policy was is copyright zuletzt aktualisiert stand vom am fassung "
    "dernière mise à jour le última actualización de del ultimo aggiornamento"
)
_PART_OF = _words(
    "section sections article articles clause clauses paragraph paragraphs part parts annex schedule exhibit "
    "appendix step figure chapter abschnitt artikel ziffer nr no nº § art sec number"
)
_PART_REACH = 4  # words between such a word and the number, as in "Sections D.4 to D.7"
_DATE, _CONTACT = "\ue000", "\ue001"  # first characters of the words that stand for a date or a contact
# Addresses, telephone numbers and post codes: they change without anybody's rights changing. With a path behind it any name
# with a point is an address; else only those that end as addresses do, for "policy.In" lacks a space.
_CONTACT_TEXT = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:(?:com|org|net|io|ai|eu|de|fr)\b|[a-z]{2,}(?=/))(?:/\S*)?|"
    r"(?:\+|\b00)\d[\d\s().-]{6,}\d|\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b",
    re.IGNORECASE,
)
# A figure, or an "@", a "://" or a point within a word: without any there is no date, version or contact.
_MAY_BE_MARKED = re.compile(r"[\d@]|://|\.\S")
_VERSION = re.compile(
    r"\b(?:version|ver\.?|v)\s*(?=\d)[\d.]+\b|(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?(?:19|20)\d\d"
    r"(?:\s*[-–]\s*(?:19|20)?\d\d)?",
    re.IGNORECASE,
)
GLUED_YEAR = re.compile(r"\b((?:19|20)\d\d)(?=[A-Z][a-z])")  # "October 8, 2025Previous version"
_POSTAL = re.compile(
    r"@|\b(?:street|avenue|ave|suite|boulevard|blvd|road|floor|p\.?\s?o\.?\s?box|tel|telephone|phone|fax|"
    r"attn|registered (?:office|address)|stra(?:ß|ss)e|rue|calle|via|zip|postcode)\b",
    re.IGNORECASE,
)
# A sentence of prose in which a date is that of the document; in any other it belongs to what the clause says.
_OF_DOCUMENT = re.compile(
    r"\b(?:updat|effective|revis|amend|modif|version|(?:was|were|last|first|originally) (?:posted|published)|dated|copyright|in force|last chang|replac|supersed|"
    r"aktualisiert|stand\b|fassung|gültig|vigueur|mise à jour|actualiza|vigente|aggiorna|bijgewerkt)|\bas of\b|©|"
    r"\b(?:policy|terms|agreement|notice|statement|conditions|guidelines|rules)\b[^.;]{0,40}\b(?:appl(?:y|ies)|(?:in|into|takes?) effect)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_])")
_DATE_LINE = 15  # words; in so short a passage the words beside a date only introduce it


@dataclass(frozen=True, slots=True)
class Weight:
    """How many words came and went, and the class that follows from them (None where nothing differs)."""

    change_class: ChangeClass | None
    words_added: int
    words_removed: int


@dataclass(frozen=True, slots=True)
class _Finding:
    """The words that differ in one edit."""

    removed: list[str]
    added: list[str]
    dates_only: bool
    meaning: bool


def weigh_edits(edits: Sequence[ClauseEdit]) -> Weight:
    """Class and size of a change from its edits; nothing but cosmetic edits is `markup_only`."""
    real = [edit for edit in edits if not edit.cosmetic]
    findings = [_read_edit(edit) for edit in real]
    added = sum(len(finding.added) for finding in findings)
    removed = sum(len(finding.removed) for finding in findings)
    return Weight(_class_of(real, findings, added + removed), added, removed)


def _class_of(real: Sequence[ClauseEdit], findings: Sequence[_Finding], changed: int) -> ChangeClass:
    if not real:
        return ChangeClass.MARKUP_ONLY
    if all(finding.dates_only for finding in findings):
        return ChangeClass.DATE_ONLY
    if _only_moved(findings):
        return ChangeClass.MINOR
    if changed > _MINOR or any(finding.meaning for finding in findings):
        return ChangeClass.SUBSTANTIVE
    return ChangeClass.MINOR


def _only_moved(findings: Iterable[_Finding]) -> bool:
    balance: Counter[str] = Counter()
    for finding in findings:
        balance.update(finding.added)
        balance.subtract(finding.removed)
    return not any(balance.values())


def _read_edit(edit: ClauseEdit) -> _Finding:
    before = _read(edit.before.text) if edit.before else []
    after = _read(edit.after.text) if edit.after else []
    gone, come = _changed_places(before, after)
    removed, added = [before[i] for i in gone], [after[j] for j in come]
    if edit.kind in (ClauseChangeKind.ADDED, ClauseChangeKind.REMOVED):
        whole = sum(word[0] != _CONTACT for word in removed + added) >= _WHOLE_CLAUSE
    else:
        whole = False
    figures = any(word[0].isdigit() for word in removed + added)
    contact = figures and any(_POSTAL.search(clause.text) for clause in (edit.before, edit.after) if clause)
    balance = Counter(_meaningful(after, come, contact=contact))
    balance.subtract(_meaningful(before, gone, contact=contact))
    dates = _is_dates(before, after, removed + added) and _dates_document(edit, removed + added)
    return _Finding(removed, added, dates, whole or any(balance.values()))


def _read(text: str) -> list[str]:
    """The words of `text`, each date, version and contact being one word of its own sort."""
    if not _MAY_BE_MARKED.search(text):
        return words_of(text)
    text = GLUED_YEAR.sub(r"\1 ", text)
    marks = [(start, end, _DATE) for start, end, _ in find_dates(text)]
    marks += [(match.start(), match.end(), _DATE) for match in _VERSION.finditer(text)]
    marks += [(match.start(), match.end(), _CONTACT) for match in _CONTACT_TEXT.finditer(text)]
    words: list[str] = []
    done = 0
    for start, end, sort in sorted(marks):
        if start >= done:
            words += words_of(text[done:start])
            words.append(sort + text[start:end].casefold())
            done = end
    return words + words_of(text[done:])


def _changed_places(before: list[str], after: list[str]) -> tuple[list[int], list[int]]:
    if not (before and after):
        return list(range(len(before))), list(range(len(after)))
    lexicon = Lexicon()
    gone: list[int] = []
    come: list[int] = []
    i = j = 0
    for block in Indel.editops(lexicon.encode(before), lexicon.encode(after)).as_matching_blocks():
        if not same_words(before[i : block.a], after[j : block.b]):
            gone += range(i, block.a)
            come += range(j, block.b)
        i, j = block.a + block.size, block.b + block.size
    return gone, come


def _is_dates(before: list[str], after: list[str], changed: list[str]) -> bool:
    if not changed or not any(word[0] == _DATE for word in changed):
        return False
    line = max(len(before), len(after)) <= _DATE_LINE
    return all(word[0] == _DATE or (line and word in _CUES) for word in changed)


def _dates_document(edit: ClauseEdit, changed: list[str]) -> bool:
    """Whether the dates that changed are the document's own, and not what a clause says, as "joined before 1 May"."""
    for clause in (edit.before, edit.after):
        words = clause.text.split() if clause else []
        if clause is None or len(words) <= _DATE_LINE:
            continue
        for sentence in _SENTENCES.split(clause.text):
            dated = any(word[0] == _DATE and word[1:] in sentence.casefold() for word in changed)
            if dated and not _OF_DOCUMENT.search(sentence):
                return False
    return True


def _meaningful(words: list[str], places: list[int], *, contact: bool) -> Iterable[str]:
    """The changed words that can turn a rule round: negations, modals, numbers, periods and sums."""
    for place in places:
        word = words[place]
        if word[0].isdigit():
            if _is_measured(words, place) or not (contact or _is_numbering(words, place)):
                yield word
        elif word in _TURNING:
            yield word


def turns(sentence: str) -> bool:
    """Does a sentence hold a word that can turn a rule round (a negation, a modal verb, a number, a sum)?"""
    return any(word[0].isdigit() or word in _TURNING for word in words_of(sentence))


def _is_measured(words: list[str], place: int) -> bool:
    """Whether a unit or a currency stands beside the number."""
    return not _QUANTITIES.isdisjoint(words[max(0, place - 1) : place + 2])


def _is_numbering(words: list[str], place: int) -> bool:
    """Whether the number counts the document's own parts ("Section 4.2", "4. Fees")."""
    return place == 0 or any(word in _PART_OF for word in words[max(0, place - _PART_REACH) : place])
