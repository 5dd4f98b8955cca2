"""Numbers, counted nouns and lists in words: pages, mails and summaries put them alike."""

_TITLE_ITEMS = 2
_SMALL = "no one two three four five six seven eight nine".split()


def counted(number: int | None, noun: str) -> str:
    """1 change, 1,204 changes. A noun with an irregular plural is given as "policy,policies"."""
    one, _, many = noun.partition(",")
    number = number or 0
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """ "two", "1,204": what has one digit as a word."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def listed(values: list[str], limit: int = 4) -> str:
    """The items joined with "and"; beyond the limit, "and more" (in titles, with a limit of two, just the first)."""
    shown = values[:limit]
    if len(values) > limit > _TITLE_ITEMS:
        return ", ".join(shown) + " and more"
    if len(shown) < _TITLE_ITEMS:
        return "".join(shown)
    comma = "," if any(" and " in value for value in shown) else ""
    return ", ".join(shown[:-1]) + f"{comma} and {shown[-1]}"


def genitive(words: str) -> str:
    """ "30 days" as in "30 days’ notice"."""
    return f"{words}’" if words.endswith("s") else f"{words}’s"


def capital(words: str) -> str:
    """The words with a capital where they begin; the rest as it is, and so a name with a small initial ("eBay")."""
    return words if words[1:2].isupper() else words[:1].upper() + words[1:]
