"""Two texts → what became of each clause, with word-level edits, and the class of the change."""

from dataclasses import dataclass

from provisions.analysis.clauses import Clause
from provisions.analysis.comparing.change_class import ChangeClass, weigh_edits
from provisions.analysis.comparing.passages import ClauseChangeKind, ClauseEdit, compare_units
from provisions.analysis.comparing.word_diff import Edit
from provisions.analysis.structure import Kind

__all__ = ["ChangeClass", "ClauseChangeKind", "ClauseEdit", "Edit", "TextDiff", "diff_texts"]


@dataclass(frozen=True, slots=True)
class TextDiff:
    """A change from one text to the next; `change_class` is None only where the texts are equal.

    `edits` stand in the new text's reading order and cover headings too (`Kind.HEADING`); cosmetic ones are
    included, marked. `unchanged` pairs the clauses that kept their exact wording and order; where a paragraph
    was split or merged, the passages of it. The word counts leave out cosmetic edits and mere moves.
    """

    change_class: ChangeClass | None
    edits: tuple[ClauseEdit, ...]
    unchanged: tuple[tuple[Clause, Clause], ...]
    words_added: int = 0
    words_removed: int = 0

    @property
    def alarmed(self) -> bool:
        """Whether anybody is told of this change."""
        return self.change_class in (ChangeClass.SUBSTANTIVE, ChangeClass.MINOR)

    @property
    def changed_words(self) -> int:
        """Words added plus words removed."""
        return self.words_added + self.words_removed

    def count(self, kind: ClauseChangeKind) -> int:
        """How many clauses changed in this way, headings and cosmetic edits left out."""
        return sum(edit.kind is kind and not edit.cosmetic and not _is_heading(edit) for edit in self.edits)


def diff_texts(before: str, after: str) -> TextDiff:
    """Compares two canonical texts. `ChangeClass.REVERTED` is never given: it takes an older text to tell."""
    comparison = compare_units(before, after)
    unchanged = tuple(pair for pair in comparison.unchanged if pair[1].kind is not Kind.HEADING)
    if before == after:
        return TextDiff(None, (), unchanged)
    weight = weigh_edits(comparison.edits)
    return TextDiff(
        weight.change_class, comparison.edits, unchanged, weight.words_added, weight.words_removed
    )


def _is_heading(edit: ClauseEdit) -> bool:
    return all(clause is None or clause.kind is Kind.HEADING for clause in (edit.before, edit.after))
