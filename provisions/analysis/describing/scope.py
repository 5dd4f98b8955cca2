"""For whom and when the act of a clause holds, as what stands before a sentence, in a title or among reasons."""

import re
from dataclasses import dataclass

from provisions.analysis.describing.fragments import lowered

CASES, EXCEPTION = "In the cases described", "Subject to an exception"
IN_PART, DEPENDING = "In part only in the cases described", "Depending on what is described"
PEOPLE = (
    r"(?:\w+ ){0,3}?(?:users?|customers?|residents?|consumers?|members|subscribers|businesses|business|organi[sz]ations|enterprises?|developers|sellers|hosts|drivers|riders|"
    r"advertisers|merchants|creators|partners|accounts|account holders|plans|subscriptions|purchases|minors|children|teens|schools|students|parents|visitors|guests|people|those|individuals|european)\b"
)
GENERAL = frozenset((CASES, EXCEPTION, IN_PART, DEPENDING))  # conditions that are told in general words
# Who somebody is, and not what they do or what happens.
OF_GROUP = re.compile(
    rf"(?:if you(?:['\u2019]re| are) (?:an?|acting|located|based|under|in|resident|not)\b|if you (?:live|reside)|for {PEOPLE})",
    re.IGNORECASE,
)
OF_OCCASION = re.compile(
    r"When(?! you (?:\w+ )?(?:ask|choose|opt|consent|agree|turn|enable|allow|request|direct))|$"
)
_NOT_ONLY = re.compile(r"(?:Unless|Except|With the|Depending|Provided|Subject|In part)\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """`people` are those in some places alone ("in California"), in `title` where no title of the whole document says so;
    `condition` is a side clause to stand before a sentence ("If you reside in Peru"). Empty where the clause has none.
    `partly`: other sentences that carry the act stand without the condition.
    """

    people: str = ""
    title: str = ""
    condition: str = ""
    partly: bool = False

    @property
    def for_people(self) -> str:
        """What stands before a sentence that holds for some people alone ("For people in California")."""
        return f"For people {self.people}" if self.people else ""

    @property
    def whole(self) -> str:
        """For whom and on what condition, as what stands before a sentence."""
        if self.condition and self.people and not OF_GROUP.match(self.condition):
            return f"{self.for_people}: {lowered(self.condition)}"
        return self.condition or self.for_people

    @property
    def group(self) -> str:
        """As `for_people`, or the condition where it says who somebody is."""
        return self.condition if OF_GROUP.match(self.condition) else self.for_people

    @property
    def as_reason(self) -> str:
        """The scope as a reason of the weight ("applies only for people in California"); empty where there is none but the
        occasion on which it comes to that ("when you visit the site").
        """
        if OF_OCCASION.match(self.condition):
            return self._as_reason(self.for_people)
        return self._as_reason(self.condition or self.for_people, partly=self.partly)

    @property
    def of_group(self) -> str:
        """As `as_reason`, of a clause whose acts may hang on different conditions: only for whom all of it holds."""
        return self._as_reason(self.group)

    @staticmethod
    def _as_reason(narrow: str, *, partly: bool = False) -> str:
        if not narrow:
            return ""
        part = "in part " if partly and narrow != IN_PART else ""
        return f"applies {part}{'' if _NOT_ONLY.match(narrow) else 'only '}{lowered(narrow)}"
