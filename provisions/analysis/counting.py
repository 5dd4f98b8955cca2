"""Numbers and counted nouns in words: pages, mails and summaries count alike."""

_SMALL = "no one two three four five six seven eight nine".split()


def counted(number: int | None, noun: str) -> str:
    """1 change, 1,204 changes. A noun with an irregular plural is given as "policy,policies"."""
    one, _, many = noun.partition(",")
    number = number or 0
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """ "two", "1,204": what has one digit as a word."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
