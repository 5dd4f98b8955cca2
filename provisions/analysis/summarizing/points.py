"""The lines on a change's clauses, gathered: each once, of one head together, mere rewordings and the unread as one."""

import re
from collections.abc import Iterable, Sequence

from provisions.analysis.counting import capital

DATE_LINE = "Only its date changed"
LIKE_STAYS = "Clause removed, one like it stays: "
_GATHERED_FROM = 3  # lines of one head and verb that become one
_NAMED = 3
_LONGEST_PART = 60  # characters
_TITLED = re.compile(r"Clause (?P<verb>added|removed): (?P<title>.+)$", re.DOTALL)
# How titles begin that name many things of one sort, and what such clauses are called together.
_SORTS = {
    "Right to ": "Privacy rights", "Collection of ": "Data collection", "Use of ": "Use of data", "Sharing of ": "Data sharing", "Retention of ": "Data retention",
    "Deletion of ": "Deletion of data", "Limited liability for ": "Limits of liability", "Ban on ": "Bans", "No promise about ": "Warranties", "Limits on ": "Limits",
    "Choice over ": "Choices", "You may not ": "Bans",
}  # fmt: skip
# "Use of posts to train …" is no use of data among others.
_TRAINS = re.compile(r"\btrain(?:ing)?\b.* models\b|\bmodel training\b")
# "Use of cookies" is no use of data either.
_TRACKS = re.compile(
    r"Use of (?=analytics|targeted advertising|pixels|device fing|third-party adv|necessary cookies|cookies|tracking|browser storage)"
)
_UNTYPED = re.compile(
    r"(?P<what>Passage|Heading) (?P<verb>added|removed|reworded|moved)(?: under “(?P<place>[^”]*)”)?(?:: (?P<words>.*))?$",
    re.DOTALL,
)
_TOLD_ONE_BY_ONE = 3  # passages that are all there is to tell
_REWORDED = re.compile(r"(?P<subject>.+?) reworded(?: under “(?P<place>.*)”)?$", re.DOTALL)
_SMALL = re.compile(
    r".+: (?:“.*” (?:is now “.*”|added|removed)|(?:now|no longer) says “.*”|an e-mail address is .* now)$",
    re.DOTALL,
)
_REWRITTEN = re.compile(rf" rewritten$|^Clause rewritten: |^{LIKE_STAYS}")
_REMOVED = "Clause removed: "
_VERB = re.compile(r"(?<=^Clause )(?:added|removed)(?=: )|(?<= )(?:added|removed)$")
_OTHER = {"added": "removed", "removed": "added"}


def told_points(lines: Iterable[str]) -> list[str]:
    """The lines that say something of a clause, each once: facts first, then small exchanges, then mere rewordings as one."""
    facts, small, rewordings = [], [], []
    for line in _each_once(lines):
        if _SMALL.match(line) or _REWRITTEN.search(line):
            small.append(line)
        elif found := _REWORDED.match(line):
            rewordings.append((found["subject"], found["place"] or ""))
        else:
            facts.append(line)
    return [*_gathered(facts), *small, *_as_one(rewordings)]


def written_anew(lines: Sequence[str]) -> set[int]:
    """The places of the lines that say a clause was removed while one of the same title was added."""
    every = set(lines)
    return {
        place for place, line in enumerate(lines) if line.startswith(_REMOVED) and _counterpart(line) in every
    }


def _each_once(lines: Iterable[str]) -> list[str]:
    """Lines on clauses with a type; the same title gone here and new there was written anew, nothing was lost."""
    lines = list(lines)
    every = set(lines)
    kept: dict[str, None] = {}
    for line in lines:
        if not line or line == DATE_LINE or _UNTYPED.match(line):
            continue
        counterpart = _counterpart(line)
        kept[_VERB.sub("rewritten", line, count=1) if counterpart in every else line] = None
    return list(kept)


def _counterpart(line: str) -> str:
    """What the line would be if what it says is added were removed, or the reverse; empty where it says neither."""
    verb = _VERB.search(line)
    return f"{line[: verb.start()]}{_OTHER[verb[0]]}{line[verb.end() :]}" if verb else ""


def _gathered(lines: Sequence[str]) -> list[str]:
    """Many lines of one head ("Clause added: Disputes go to arbitration: ...") as one, where the first of them stood."""
    groups: dict[tuple[str, str], list[str]] = {}
    heads: dict[str, tuple[str, str]] = {}
    for line in lines:
        found = _TITLED.match(line)
        if found:
            head, rest = _head_of(found["title"])
            heads[line] = (head, found["verb"])
            groups.setdefault(heads[line], []).append(re.sub(r" \([^()]*\)$", "", rest))
    gathered: dict[str, None] = {}
    for line in lines:
        key = heads.get(line)
        if key is None or len(groups[key]) < _GATHERED_FROM:
            gathered[line] = None
        else:
            gathered[_group(*key, groups[key])] = None
    return list(gathered)


def _head_of(title: str) -> tuple[str, str]:
    """What a title has in common with others of its sort, and what it names itself."""
    if _TRAINS.search(title):
        return "AI training", title
    if tracks := _TRACKS.match(title):
        return "Tracking", title[tracks.end() :]
    for start, sort in _SORTS.items():
        if title.startswith(start):
            return sort, title.removeprefix(start)
    head, _, rest = title.partition(": ")
    return head, rest


def _group(head: str, verb: str, parts: Sequence[str]) -> str:
    named = [part for part in dict.fromkeys(parts) if part and len(part) <= _LONGEST_PART]
    shown = (", " if not any(" and " in part for part in named[:_NAMED]) else "; ").join(named[:_NAMED])
    rest = len(parts) - len(named[:_NAMED])
    more = f" and {rest} more" if rest else ""
    return f"{head}: {len(parts)} clauses {verb}" + (f" ({shown}{more})" if shown else "")


def _as_one(rewordings: Sequence[tuple[str, str]]) -> list[str]:
    """Clauses that only read otherwise, in one line; with their places where they are few."""
    if not rewordings:
        return []
    if len(rewordings) == 1:
        subject, place = rewordings[0]
        return [f"{subject} reworded" + (f" under “{place}”" if place else "")]
    subjects = list(
        dict.fromkeys(
            subject[:1].lower() + subject[1:] if not subject[1:2].isupper() else subject
            for subject, _ in rewordings
        )
    )
    shown = subjects[: _NAMED + 1]
    more = len(subjects) - len(shown)
    on = ", ".join(shown) + f" and {more} more" if more else listed_words(shown)
    return [f"{len(rewordings)} clauses reworded, on {on}"]


def merged(lines: Sequence[str], *, other: bool) -> list[str]:
    """One line for all passages of a kind that bear no type: how many, and under which headings."""
    groups: dict[tuple[str, str], list[str]] = {}
    words: dict[tuple[str, str], list[str]] = {}
    whole: dict[tuple[str, str], list[str]] = {}
    for line in dict.fromkeys(lines):
        match = _UNTYPED.match(line)
        if match is not None:
            key, said = (match["what"], match["verb"]), match["words"] or ""
            heading = match["what"] == "Heading"
            groups.setdefault(key, []).append(said.strip("“”") if heading else match["place"] or "")
            whole.setdefault(key, []).append(line)
            if said and not heading:
                words.setdefault(key, []).append(said)
    found = []
    alone = not other and sum(map(len, whole.values())) <= _TOLD_ONE_BY_ONE
    for (what, kind), places in sorted(groups.items(), reverse=True):
        said_so = words.get((what, kind), [])
        if what == "Passage" and (alone or len(places) == 1) and len(set(said_so)) == len(places):
            found += [
                f"Other {line[:1].lower()}{line[1:]}" if other else line for line in whole[(what, kind)]
            ]
            continue
        named = [f"“{place}”" for place in dict.fromkeys(places) if place]
        count = len(places)
        noun = f"{'other ' if other else ''}{what.lower()}{'' if count == 1 else 's'}"
        head = capital(f"{noun} {kind}" if count == 1 else f"{count} {noun} {kind}")
        joint = ": " if what == "Heading" else " under "
        rest = "" if len(named) <= _NAMED else " and elsewhere" if what == "Passage" else " and others"
        shown = named[:_NAMED]
        found.append(
            head
            + (joint + (", ".join(shown) + rest if rest else listed_words(shown)) if named else "")
            + _said_of(said_so, count)
        )
    return found


def _said_of(words: Sequence[str], passages: int) -> str:
    """What all of the passages say, where they say one thing, else the longest that one of them says."""
    if not words:
        return ""
    if len(words) == passages and len(set(words)) == 1:
        return f", each time {words[0]}"
    return f", one of them: {max(words, key=len)}"


def listed_words(parts: Sequence[str]) -> str:
    """ "a, b and c"; empty for nothing."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
