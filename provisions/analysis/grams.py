"""Words and pairs of words of a clause in one spelling, as the learned weights know them."""

from itertools import pairwise

_IS_IZ = (
    "personal author unauthor recogn organ anonym pseudonym minim custom optim monet demonet categor summar final util synchron priorit apolog "
    "harmon legal local maxim memor memorial normal special standard token visual general sexual dehuman"
)
_OUR_OR = "behavi fav hon col neighb lab rum endeav hum"
_OTHERS = {
    "analyse": "analyze", "analyses": "analyzes", "analysed": "analyzed", "analysing": "analyzing", "licence": "license", "licences": "licenses",
    "defence": "defense", "offence": "offense", "offences": "offenses", "programme": "program", "programmes": "programs", "cheque": "check",
    "centre": "center", "centres": "centers", "catalogue": "catalog", "cancelled": "canceled", "cancelling": "canceling", "labelled": "labeled",
    "labelling": "labeling", "travelling": "traveling", "travellers": "travelers", "fulfil": "fulfill", "enrol": "enroll", "whilst": "while",
    "enquiry": "inquiry", "enquiries": "inquiries", "learnt": "learned", "judgement": "judgment", "adverts": "ads", "advert": "ad",
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "won't": "will not", "can't": "cannot", "isn't": "is not", "aren't": "are not",
    "wouldn't": "would not", "shouldn't": "should not", "haven't": "have not", "hasn't": "has not", "couldn't": "could not", "mustn't": "must not",
    "you're": "you are", "we're": "we are", "they're": "they are", "it's": "it is", "that's": "that is", "you've": "you have", "we've": "we have",
    "you'll": "you will", "we'll": "we will", "they'll": "they will", "you'd": "you would", "we'd": "we would", "there's": "there is",
}  # fmt: skip
_WRITTEN_TOGETHER = {
    ("e", "mail"): "email", ("e", "mails"): "emails", ("trade", "mark"): "trademark", ("trade", "marks"): "trademarks", ("user", "name"): "username",
    ("user", "names"): "usernames", ("web", "site"): "website", ("web", "sites"): "websites", ("log", "in"): "login", ("can", "not"): "cannot",
    ("sub", "processors"): "subprocessors", ("re", "sell"): "resell",
}  # fmt: skip
_FIRST_HALVES = frozenset(first for first, _ in _WRITTEN_TOGETHER)


def _spellings() -> dict[str, tuple[str, ...]]:
    table = {word: tuple(other.split()) for word, other in _OTHERS.items()}
    for stem in _IS_IZ.split():
        for end in ("e", "es", "ed", "ing", "ation", "ations", "er"):
            table[f"{stem}is{end}"] = (f"{stem}iz{end}",)
    for stem in _OUR_OR.split():
        for end in ("", "s", "ed", "ing", "ite", "able"):
            table[f"{stem}our{end}"] = (f"{stem}or{end}",)
    return table


_SPELLINGS = _spellings()


def grams_of(words: list[str]) -> frozenset[str]:
    """The words and the pairs of words that follow each other; "." is where a sentence begins."""
    spelled = _spelled(words)
    return frozenset([*spelled, *map(" ".join, pairwise(spelled))]) - {"."}


def _spelled(words: list[str]) -> list[str]:
    """American, contractions resolved, and written together what is written both ways."""
    spelled = ["."]
    for word in words:
        if spelled[-1] in _FIRST_HALVES and (whole := _WRITTEN_TOGETHER.get((spelled[-1], word))):
            spelled[-1] = whole
        elif word in _SPELLINGS:
            spelled.extend(_SPELLINGS[word])
        else:
            spelled.append(word)
    return spelled
