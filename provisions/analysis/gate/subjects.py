"""What a legal page is about: the kinds of document, by title and by the vocabulary of the text."""

import re
from functools import lru_cache
from itertools import chain, islice

from provisions.analysis.pages.whitespace import count_split

# A title may name several kinds ("Privacy and Cookie Policy"); each pattern is one kind in the languages
# of the catalogue. What matches none says nothing either way.
_KINDS = {
    "privacy": r"privacy|datenschutz|confidentialit|vie privée|données personnelles|privacidad|protección de datos|"
    r"privacidade|riservatezza|prywatno|persoonsgegevens|integritet|конфиденциальност|プライバシー|隐私|隱私|개인정보|gizlilik|"
    r"personal (?:data|information)|data policy|data protection|(?:your|user|customer) (?:data|information)\b|"
    r"(?:ihren|deinen|euren) daten|vos données|(?:sus|tus) datos|tuoi dati",
    "cookies": r"cookie|tracker|tracking technolog|traceurs|クッキー",
    "terms": r"\bterms\b|conditions|\bagreement|eula|"
    r"nutzungsbedingung|agb|geschäftsbedingung|cgu|cgv|términos|condiciones|termos|condições|termini|condizioni|"
    r"voorwaarden|villkor|regulamin|услови|соглашени|利用規約|服务条款|用户协议|이용약관|koşullar|legal (?:notice|terms)",
    "conduct": r"community|treat(?:ing)? (?:each other|one another)|be(?:ing)? (?:nice|kind|excellent)\b|behaviou?r|etiquette|"
    r"conduct\b|guidelines|standards|acceptable use|code of conduct|rules|usage polic|content polic|"
    r"prohibited|restricted|fair use|safety|richtlinien|règles|normas|regole",
    "copyright": r"copyright|dmca|intellectual property|trademark|takedown|urheberrecht|droit d.auteur",
    "imprint": r"imprint|impressum|legal notice|mentions légales|aviso legal|note legali|about us|company information|"
    r"who we are|credits",
    "commerce": r"refund|\breturn|shipping|cancellation|billing|\bfees?\b|pricing|payment|seller|merchant|\bsales?\b|subscription|"
    r"warranty|service level|sla\b|carriage|widerruf|versand",
    "developers": r"developer|api\b|sdk\b|platform (?:terms|policy)",
    "advertising": r"advertis|\bads?\b|moneti[sz]ation|partner|publisher",
    "processing": r"data process|\bdpa\b|controller|sub-?processors?|auftragsverarbeitung|standard contractual",
    "reporting": r"law enforcement|transparency|report|vulnerabilit|disclosure|human rights|accessib|platform.to.business|\bp2b\b|complaint|ranking|"
    r"systemic risk|digital services act|\bdsa\b",
}
# Searched for in lower case, as matching without regard to case costs five times as much.
_KIND_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}

# Words that a text about rights and duties keeps using and that a shop window, an error page or an article
# does not; stems, so that one entry serves the forms of a word. In lower case, too.
_LEGAL = re.compile(
    r"\b(?:agree(?:ment|s|d)?|terms?|polic(?:y|ies)|privacy|personal (?:data|information)|liab\w+|rights?|consent\w*|"
    r"obligat\w+|applicable|laws?|legal\w*|third[- ]part\w+|disclos\w+|collect\w*|process(?:ing|ed)?|purposes?|"
    r"may (?:not )?(?:be|use|share|collect|terminate|change|also|contact)|shall|must|hereby|pursuant|accordance|"
    r"provi(?:de|sion)\w*|cookies?|licen[sc]e\w*|terminat\w+|warrant\w+|indemn\w+|jurisdiction|dispute\w*|arbitration|"
    r"retain\w*|prohibit\w*|violat\w+|restrict\w+|content|services?|information|data|copyright\w*|infring\w+|gdpr|"
    r"controllers?|rules?|guidelines?|request\w*|allow\w*|permi(?:t|ss)\w*|responsib\w+|registered|vat|accounts?|users?)\b|"
    r"\b(?:daten\w*|personenbezogen\w*|verarbeit\w+|einwillig\w+|haftung\w*|rechte?\w*|vertrag\w*|nutz\w+|gesetz\w*|"
    r"verantwortlich\w*|dienste?\w*|gemäß|widerruf\w*|zweck\w*|registergericht|umsatzsteuer\w*|vertreten|angaben)\b|"
    r"\b(?:données|traitement\w*|personnelles?|droits?|consentement|responsab\w+|services?|conditions?|utilisat\w+|"
    r"finalités?|tiers|contrat\w*|loi|juridi\w+|conformément|siège|siret|hébergeu?r?)\b|"
    r"\b(?:datos|personales|tratamiento|derechos?|consentimiento|servicios?|condiciones|usuarios?|ley|terceros|finalidad\w*|"
    r"dados|pessoais|direitos?|serviços?|usuários?|lei|dati|personali|trattamento|diritt\w+|servizi\w*|utent\w+|legge|"
    r"gegevens|verwerk\w+|toestemming|rechten|diensten|voorwaarden|gebruik\w*)\b"
)
# Pages that speak of accounts and data as policies do, by their titles.
_ELSEWHERE = re.compile(
    r"(?:user |new |account |customer )?(?:register|registration|sign[- ]?up|log[- ]?in|sign[- ]?in)(?: (?:now|here|form|page))?|"
    r"create (?:an |a |your )?(?:new )?account|contact(?: us| form)?|careers?|jobs|shopping (?:cart|bag)|cart|checkout|my account|"
    r"search(?: results)?|home(?: ?page)?|welcome|news(?:room)?|blog|forgot(?:ten)? (?:your )?password|"
    r"registrierung|anmelden|anmeldung|kontakt|warenkorb|karriere|inscription|connexion|contacto|registro|iniciar sesión",
    re.IGNORECASE,
)
_VOCABULARY_LANGUAGES = {"en", "de", "fr", "es", "pt", "it", "nl"}
_SAMPLE = 8000  # characters of the text whose vocabulary is counted


def kinds_in(title: str) -> frozenset[str]:
    """The kinds of document that a title or a type names; empty when it names none we know."""
    low = title.lower()
    return frozenset(kind for kind, pattern in _KIND_PATTERNS.items() if pattern.search(low))


def is_elsewhere(title: str) -> bool:
    """Whether the title is that of a page of another sort, such as "Contact us" or "Create an account"."""
    return _ELSEWHERE.fullmatch(title.strip(" .!?|-")) is not None


def mentions(kind: str, text: str) -> bool:
    """Whether the text speaks of this kind of document at all."""
    return _KIND_PATTERNS[kind].search(text.lower()) is not None


def mentions_again(kinds: frozenset[str], text: str) -> bool:
    """Whether the text speaks of these kinds of document more than once."""
    low = text.lower()
    found = chain.from_iterable(_KIND_PATTERNS[kind].finditer(low) for kind in kinds)
    return len(tuple(islice(found, 2))) > 1


def has_legal_share(text: str, share: float) -> bool:
    """Whether this part of the words, 0 to 1, is the vocabulary of policies; it is 0.1 and more for a real one.

    Stops reading where so much has been found.
    """
    sample = text[:_SAMPLE]
    words = count_split(sample) or 1
    return any(found / words >= share for found, _ in enumerate(_LEGAL.finditer(sample.lower()), start=1))


@lru_cache(maxsize=65_536)
def is_legal_word(word: str) -> bool:
    """Whether one word is of the vocabulary of policies: `has_legal_share` by the word, for many small texts."""
    return len(word) > 2 and _LEGAL.search(word.lower()) is not None


def knows_vocabulary_of(language: str) -> bool:
    """Whether `has_legal_share` says anything on texts of this language (ISO 639-1)."""
    return language in _VOCABULARY_LANGUAGES
