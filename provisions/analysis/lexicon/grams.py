"""Words and pairs of words of a clause, each cut to its stem in one spelling, as the learned weights know them."""

from itertools import pairwise

# Of each word its first letters count: "personalise" and "personalized", "deletes" and "deletion" are one.
_STEM = 6
_SPELLINGS = {
    "analyse": "analyze", "analyses": "analyzes", "analysed": "analyzed", "analysing": "analyzing", "licence": "license", "licences": "licenses",
    "defence": "defense", "offence": "offense", "offences": "offenses", "cheque": "check", "centre": "center", "centres": "centers",
    "labelled": "labeled", "labelling": "labeling", "whilst": "while", "enquiry": "inquiry", "enquiries": "inquiries", "learnt": "learned",
    "judgement": "judgment", "adverts": "ads", "advert": "ad", "colour": "color", "colours": "colors", "honour": "honor", "favour": "favor",
    "utilise": "utilize", "utilised": "utilized", "utilises": "utilizes", "utilising": "utilizing",
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "won't": "will not", "can't": "cannot", "isn't": "is not", "aren't": "are not",
    "wouldn't": "would not", "shouldn't": "should not", "haven't": "have not", "hasn't": "has not", "couldn't": "could not", "mustn't": "must not",
    "you're": "you are", "we're": "we are", "they're": "they are", "it's": "it is", "that's": "that is", "you've": "you have", "we've": "we have",
    "you'll": "you will", "we'll": "we will", "they'll": "they will", "you'd": "you would", "we'd": "we would", "there's": "there is",
}  # fmt: skip
_STEMS = {word: tuple(other[:_STEM] for other in others.split()) for word, others in _SPELLINGS.items()}
_WRITTEN_TOGETHER = {
    ("e", "mail"): "email", ("e", "mails"): "emails", ("trade", "mark"): "trademark", ("trade", "marks"): "trademarks", ("user", "name"): "username",
    ("user", "names"): "usernames", ("web", "site"): "website", ("web", "sites"): "websites", ("log", "in"): "login", ("can", "not"): "cannot",
    ("sub", "processors"): "subprocessors", ("re", "sell"): "resell",
}  # fmt: skip
_FIRST_HALVES = frozenset(first for first, _ in _WRITTEN_TOGETHER)


def grams_of(words: list[str]) -> set[str]:
    """The words and the pairs of words that follow each other; "." is where a sentence begins."""
    stems = _stems(words)
    grams = set(stems)
    grams.update(map(" ".join, pairwise(stems)))
    grams.discard(".")
    return grams


def _stems(words: list[str]) -> list[str]:
    """American, contractions resolved, and written together what is written both ways."""
    stems = ["."]
    for word in words:
        if stems[-1] in _FIRST_HALVES and (whole := _WRITTEN_TOGETHER.get((stems[-1], word))):
            stems[-1] = whole[:_STEM]
        elif word in _STEMS:
            stems += _STEMS[word]
        else:
            stems.append(word[:_STEM])
    return stems
