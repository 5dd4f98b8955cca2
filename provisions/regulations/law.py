"""What a regulation is: frozen values, without files."""

from dataclasses import dataclass
from datetime import date

AUDIENCES = ("everyone", "consumers", "businesses")


@dataclass(frozen=True, slots=True)
class Article:
    """One article, section or decision: its number as lawyers cite it, and what it asks in our words."""

    number: str
    heading: str
    asks: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """One law as its file states it; the slug is the name of the file, `region` is EU, UK, US, US-CA, …

    `since` is the day from which it applies, `status` says what else is to be known about its force. A law for
    consumers or for businesses, or for contracts only, is not cited for other documents; one with `only_named` is cited
    only where the clause names its country.
    """

    slug: str
    name: str
    title: str
    jurisdiction: str
    region: str
    regulators: tuple[str, ...]
    since: date
    penalty: str
    link: str
    summary: str
    status: str
    audience: str
    contracts_only: bool
    only_named: bool
    articles: tuple[Article, ...]

    def article(self, number: str) -> Article:
        """The article with this number; KeyError where the file does not hold it."""
        for article in self.articles:
            if article.number == number:
                return article
        raise KeyError(number)
