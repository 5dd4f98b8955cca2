"""What the sentences of an edit turn round by their words alone, whether or not a clause type is certain: promises gone and new, things taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from provisions.analysis.clauses import Clause
from provisions.analysis.comparing.change_class import turns
from provisions.analysis.counting import capital
from provisions.analysis.diffing import ClauseChangeKind, ClauseEdit
from provisions.analysis.explaining import ReadClause
from provisions.analysis.sentences import sentence_spans
from provisions.analysis.severity import Severity, severity_of
from provisions.analysis.structure import Kind
from provisions.analysis.summarizing.differences import object_of
from provisions.analysis.summarizing.pledges import Pledge, covers, may_be, narrowed, promised_in, taken_in
from provisions.analysis.summarizing.quoting import (
    changed_sentences,
    clipped,
    from_where_they_differ,
    sentences_not_in,
)
from provisions.analysis.summarizing.sides import Seen, denied_above
from provisions.analysis.tagging import tag_clause

_STANDS = 70.0  # of 100: words in common from which a sentence of the kind elsewhere says the same
_RELATED = 45.0  # from which one that refuses the same acts does
_PROBABLE = 0.5  # confidence from which a passage is told to be on a type, as what it seems
_QUOTED = 110  # letters of one sentence
_QUOTED_EACH = 70  # of two
# What clauses of a type take anyway: their other wording takes it as well.
_SAME = {
    "data_sharing": "others", "tracking_advertising": "others", "ai_training": "training", "content_license": "licence", "arbitration": "arbitration", "class_action_waiver": "arbitration",
}  # fmt: skip
_FEW = 3  # words; so few turn something only where they deny, allow or count
_AFTER, _BEFORE = 6, 3  # words of a quote after and before those it is known by


@dataclass(frozen=True, slots=True)
class Turned:
    """What one edit turns: the weightiest promise that is gone or new, and the weightiest thing taken from people."""

    gone: Pledge | None = None
    new: Pledge | None = None
    taken: Pledge | None = None

    @property
    def points(self) -> int:
        """What people lose by it, in points of the rubric."""
        return sum(pledge.cue.points for pledge in (self.gone, self.taken) if pledge)


NOTHING = Turned()


def turned_by(seen: Sequence[Seen], unchanged: Sequence[Clause] = ()) -> list[Turned]:
    """What each edit turns, in order. What is said elsewhere in the other text too, changed or `unchanged`, was not turned."""
    found = [_of_edit(*sides) for sides in seen]
    return [
        Turned(
            _unless_said(turned.gone, place, seen, unchanged, now=True),
            _unless_said(turned.new, place, seen, unchanged, now=False),
            _unless_said(turned.taken, place, seen, unchanged, now=False),
        )
        if turned is not NOTHING
        else NOTHING
        for place, turned in enumerate(found)
    ]


def _of_edit(edit: ClauseEdit, old: ReadClause | None, new: ReadClause | None) -> Turned:
    there = edit.after or edit.before
    reworded = edit.told_as is ClauseChangeKind.REWORDED
    if there is None or there.kind is Kind.HEADING or edit.told_as is ClauseChangeKind.MOVED:
        return NOTHING
    if (old or new) and not reworded:
        return NOTHING
    before, after = (clause.text if clause else "" for clause in (edit.before, edit.after))
    gone, come = _gone_and_come(edit, before, after)
    lost = list(_no_longer(_not_said(after, _promises(gone)), after))
    won = [] if old or new else list(_no_longer(_not_said(before, _promises(come)), before))
    taken = [] if denied_above(there) else _not_said(before, _takings(come))
    if taken:
        took = {one.cue.name for one in _takings(gone)} | {
            _SAME.get(type, "") for type in (old.types if old else ())
        }
        taken = [one for one in taken if one.cue.name not in took]
    if not (lost or won or taken):
        return NOTHING
    return Turned(_weightiest(lost), _weightiest(won), _weightiest(taken))


def _gone_and_come(edit: ClauseEdit, before: str, after: str) -> tuple[Sequence[str], Sequence[str]]:
    """The sentences that only the old and only the new wording has."""
    if not (before and after):
        return list(sentences_of(before)), list(sentences_of(after))
    changed = " ".join(piece.text for piece in edit.edits if piece.op != "same")
    if changed.count(" ") < _FEW and not turns(changed):
        return (), ()
    return changed_sentences(before, after)


def _not_said(text: str, pledges: Iterable[Pledge]) -> list[Pledge]:
    """Those whose words do not stand in a text, wherever its sentences end."""
    found = list(pledges)
    new = set(sentences_not_in(text, [one.sentence for one in found])) if found and text else None
    return found if new is None else [one for one in found if one.sentence in new]


def _promises(sentences: Iterable[str]) -> Iterator[Pledge]:
    return (pledge for sentence in sentences if (pledge := promised_in(sentence)))


def _takings(sentences: Iterable[str]) -> Iterator[Pledge]:
    return (pledge for sentence in sentences if (pledge := taken_in(sentence)))


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text."""
    return (text[start:end] for start, end in sentence_spans(text))


def _no_longer(pledges: Iterable[Pledge], other_text: str) -> Iterator[Pledge]:
    """The promises that the other wording does not hold, or only a lesser one of the sort."""
    others = list(_promises(sentences_of(other_text))) if pledges else []
    for pledge in pledges:
        rivals = [other for other in others if other.cue.name == pledge.cue.name]
        nearest = max(rivals, key=lambda other: fuzz.ratio(pledge.sentence, other.sentence), default=None)
        if nearest is None:
            yield pledge
        elif narrowed(pledge, nearest):
            yield replace(pledge, became=nearest.sentence)


def _weightiest(pledges: Sequence[Pledge]) -> Pledge | None:
    return max(pledges, key=lambda pledge: pledge.cue.points, default=None)


def _unless_said(
    pledge: Pledge | None, place: int, seen: Sequence[Seen], unchanged: Sequence[Clause], *, now: bool
) -> Pledge | None:
    """The pledge, unless another passage of the new (`now`) or the old text makes it as well."""
    if pledge is None:
        return None
    sides = (
        edit.after if now else edit.before for number, (edit, _, _) in enumerate(seen) if number != place
    )
    for clause in (*unchanged, *(side for side in sides if side)):
        if may_be(pledge.cue.name, clause.text) and any(
            says_same(pledge, sentence) for sentence in sentences_of(clause.text)
        ):
            return None
    return pledge


def says_same(pledge: Pledge, sentence: str) -> bool:
    """Does another sentence promise or take the same, and no less?"""
    alike = fuzz.token_set_ratio(pledge.sentence, sentence, score_cutoff=_RELATED)
    if not alike:
        return False
    others = [
        one for one in (promised_in(sentence), taken_in(sentence)) if one and one.cue.name == pledge.cue.name
    ]
    return any(
        (alike >= _STANDS and not narrowed(pledge, other)) or covers(other, pledge) for other in others
    )


def weigh_turned(weight: Severity, turned: Turned) -> Severity:
    """The weight of an edit with what it turns; what was weighed otherwise already is not weighed twice."""
    if turned.points <= weight.points:
        return weight
    reasons = [(pledge.cue.points, f"{said}: {pledge.cue.reason}") for pledge, said in (
        (turned.gone, "no longer promised"), (turned.taken, "newly said"),
    ) if pledge]  # fmt: skip
    return severity_of(reasons)


def line_on(turned: Turned, where: str, clause: Clause, type: str = "") -> str:
    """What an edit turns, in its own words; a type that is only probable is told with its doubt. Empty for nothing."""
    subject = object_of(type) if type else ""
    on, ends = (f" on {subject}", ": ") if subject else ("", f"{where}{_seems(clause)}: ")
    gone, taken, pledge = turned.gone, turned.taken, turned.gone or turned.new
    if taken and (gone is None or gone.became):
        said = f"{capital(subject)}: {taken.cue.said}" if subject else capital(taken.cue.said)
        return f"{said}{ends}“{_quoted(taken, _QUOTED)}”"
    if taken and gone:
        lost, come = (_quoted(one, _QUOTED_EACH) for one in (gone, taken))
        return f"{gone.cue.noun}{on} removed{ends}“{lost}”; {taken.cue.said}: “{come}”"
    if gone and gone.became:
        old, now = (clipped(one, _QUOTED_EACH) for one in from_where_they_differ(gone.sentence, gone.became))
        return f"{gone.cue.noun}{on} says less{ends}“{old}” is now “{now}”"
    if pledge is None:
        return ""
    return f"{pledge.cue.noun}{on} {'removed' if gone else 'added'}{ends}“{_quoted(pledge, _QUOTED)}”"


def _quoted(pledge: Pledge, limit: int) -> str:
    """The sentence, from its beginning or, where what it turns stands too far behind, from shortly before that."""
    words = pledge.sentence.split()
    if len(" ".join(words[: pledge.start + _AFTER])) <= limit:
        return clipped(pledge.sentence, limit)
    return f"… {clipped(' '.join(words[max(0, pledge.start - _BEFORE) :]), limit)}"


def _seems(clause: Clause) -> str:
    """What a passage without a certain type is probably on, as what it seems."""
    tag = next(iter(tag_clause(clause.text, clause.trail, clause.lead_in)), None)
    return f" (seems to be about {object_of(tag.type)})" if tag and tag.confidence >= _PROBABLE else ""
