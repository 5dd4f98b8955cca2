"""What stands in place of a document: the wordings of walls, errors and stubs, and how to see them."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """Why a page is not believed to be the document."""

    EMPTY = "empty"
    CHALLENGE = "challenge"
    LOGIN_WALL = "login_wall"
    CONSENT_WALL = "consent_wall"
    ERROR_PAGE = "error_page"
    SHELL = "shell"
    REDIRECT_STUB = "redirect_stub"
    WRONG_LANGUAGE = "wrong_language"
    OTHER_DOCUMENT = "other_document"
    BINARY = "binary"
    TRUNCATED = "truncated"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A kind of wall and the words on the page that gave it away."""

    doubt: Doubt
    words: str


# Each entry: phrases that can hardly stand in a policy's title or first lines. Order decides where a page
# shows several (a challenge often mentions JavaScript and cookies, an error page a log-in link).
_PHRASES: tuple[tuple[Doubt, str], ...] = (
    (
        Doubt.CHALLENGE,
        (
            r"just a moment\b|checking (?:if the site connection is secure|your browser)|verif(?:y|ying) (?:that )?you are "
            r"(?:a )?(?:human|not a (?:ro)?bot)|are you (?:a )?(?:human|robot|a bot)|(?:prove|confirm) (?:that )?you(?:['’]re| are) "
            r"(?:a )?(?:human|not a (?:ro)?bot)|i['’]?m not a robot|human verification|press (?:&|and) hold|"
            r"(?:security|bot|browser|robot) (?:check|verification|challenge)\b|(?:complete|solve) the (?:security check|captcha|"
            r"challenge|puzzle)|needs to review the security of your connection|ddos protection|attention required|"
            r"unusual (?:traffic|activity)|automated (?:access|requests|queries|traffic|tool)|suspicious (?:activity|traffic)|"
            r"pardon our interruption|request unsuccessful|incident id|you (?:have been|were|are) blocked|"
            r"you['’]ve been blocked|blocked by (?:network|our) security|one more step|enter the characters you see|"
            r"captcha|access to this page has been denied|please enable js and disable any ad ?blocker|"
            r"performing security verification|ray id|reference id: ?[0-9a-f#-]{8,}|something about your browser|"
            r"sind sie ein mensch|kein roboter|sicherheitsüberprüfung|êtes[- ]vous (?:un )?(?:humain|robot)|"
            r"je ne suis pas un robot|no soy un robot|vérification de sécurité|проверка браузера|не робот|人机验证|安全验证"
        ),
    ),
    (
        Doubt.REDIRECT_STUB,
        (
            r"(?:you )?(?:should|will) be redirected|(?:are|is) being redirected|\bredirecting\b|click here if you are not "
            r"redirected|if you are not (?:automatically )?redirected|(?:document|page|object|resource) (?:has )?moved\b|"
            r"(?:page|site|policy|document)[^.]{0,30} has (?:permanently )?moved to|301 moved|302 found|redirect notice|"
            r"sie werden (?:in kürze |automatisch )?weitergeleitet|vous allez être redirigé|será redirigido|weiterleitung"
        ),
    ),
    (
        Doubt.ERROR_PAGE,
        (
            r"internal server error|bad gateway|service (?:is )?(?:temporarily )?unavailable|gateway time-?out|bad request|"
            r"\b(?:http )?(?:error )?(?:40[0-9]|410|41[0-9]|429|451|50[0-9]|52[0-9])\b[\s:|,.-]{0,4}(?:error|page|not found|forbidden|"
            r"unauthorized|gone|too many|that.s an error|seite|erreur|$)|(?:http |server |status )?error (?:code:? )?[45]\d\d\b|"
            r"(?:page|file|document|resource|site|url|content|link|article)\b[^.\n]{0,40}\b(?:not (?:be )?found|doesn.t exist|"
            r"does not exist|no longer (?:exists|available)|is(?:n['’]t| not) available|couldn['’]t be found|can['’]?t be found|"
            r"can(?:no|['’])t be (?:displayed|reached)|is missing|has been removed|could not be (?:loaded|displayed|found))|"
            r"(?:can['’]?t|cannot|couldn['’]?t|could not|unable to) (?:seem to )?(?:find|locate|load|reach|display) "
            r"(?:the |this |that |your )?(?:page|content|site|document|what|application|resource)|not found\b(?=\s*$)|"
            r"this page contains the following errors|error on line \d|an? (?:unexpected |unknown |server |internal |"
            r"application )?error (?:has )?occurr?ed|application error|(?:something|things?) (?:has |have |just )?went wrong|"
            r"something['’]s gone wrong|oops|we['’]re sorry,? (?:but )?something|unhandled (?:runtime )?(?:error|exception)|"
            r"traceback \(most recent|uncaught (?:\w*error|exception)|fatal error|stack trace|nullpointer|at [\w.$]+\([\w.]+:\d+\)|"
            r"error establishing a database|database error|failed to (?:compile|load|fetch)|minified react error|"
            r"(?:down for|under|scheduled|undergoing|performing) (?:planned |scheduled )?(?:essential |routine )?maintenance|"
            r"maintenance mode|be (?:right )?back (?:soon|shortly|online)|temporarily (?:down|offline|unavailable|out of "
            r"service)|(?:you are|you['’]re|currently|site is|page is|is) offline|offline page|no internet connection|"
            r"too many requests|rate limit(?:ed| exceeded)|slow down|over quota|bandwidth limit|access (?:is )?(?:denied|forbidden|"
            r"restricted)|permission to (?:access|view)|forbidden\b(?=\s*$)|(?:not|un)(?:currently )? ?available in your "
            r"(?:country|region|location|area)|(?:country|region|location) (?:is )?not supported|"
            r"unavailable (?:for legal reasons|in your)|(?:update|upgrade) (?:to a (?:modern|newer)|your) "
            r"(?:web )?browser|browser (?:is )?(?:not|un|no longer) ?supported|outdated browser|unsupported browser|"
            r"update (?:the|our|your) app\b|account (?:has been )?suspended|site (?:has been )?(?:disabled|suspended)|"
            r"(?:dns|connection|ssl|certificate) (?:resolution )?error|this site can.t be reached|no healthy upstream|"
            r"upstream (?:connect|request)|no such (?:key|bucket)|accessdenied|nosuchkey|invalid (?:url|request|host)|"
            r"application (?:is )?not (?:available|found|configured)|deployment (?:not found|has failed)|there isn.t a .{0,20} here|"
            r"ein fehler ist aufgetreten|(?:interner )?serverfehler|fehler \d{3}|seite (?:konnte )?(?:wurde )?nicht gefunden|"
            r"nicht verfügbar|nicht erreichbar|wartungsarbeiten|zugriff verweigert|erreur (?:\d{3}|interne|serveur|est survenue)|"
            r"une erreur|page (?:introuvable|non trouvée)|(?:en cours de |en )maintenance|accès (?:refusé|interdit)|"
            r"página no encontrada|no se (?:ha )?encontr\w+|(?:ha ocurrido|se ha producido) un error|acceso denegado|"
            r"página não encontrada|ocorreu um erro|pagina non trovata|si è verificato un errore|pagina niet gevonden|"
            r"er is (?:een fout|iets misgegaan)|strona nie (?:została|istnieje)|sidan (?:kunde )?(?:hittades )?inte|"
            r"страница не найдена|произошла ошибка|ошибка \d{3}|ページが見つかりません|エラーが発生|页面不存在|找不到|404"
        ),
    ),
    (
        Doubt.LOGIN_WALL,
        (
            r"(?:log|sign)[ -]?(?:in|on) (?:to (?!our|the service)|with (?:your|google|apple|sso|microsoft|email)|required|or "
            r"(?:sign|create|register)|using|below|using your)|(?:please|must|need to|have to) (?:first )?(?:be )?(?:log|sign)"
            r"(?:ged|ned)?[ -]?in\b|single sign[- ]on|forgot(?:ten)? (?:your )?password|enter your (?:password|credentials)|"
            r"keep me (?:signed|logged) in|remember me|create (?:an|your) account|don['’]t have an account|new to \w+\?|"
            r"session (?:has )?(?:expired|timed out)|password protected|authentication required|authenticating|"
            r"subscrib\w+ (?:to|now to) (?:continue|read|keep|unlock)|(?:already|for) (?:a )?subscribers?\b|"
            r"to continue reading|members[- ]only|melden sie sich an|anmelden\b(?=\s*$)|bitte (?:melden|loggen) sie sich|"
            r"passwort vergessen|connectez-vous|mot de passe oublié|inici(?:a|ar|e) sesión|olvid\w+ (?:tu|su|la) contraseña|"
            r"accedi\b(?=\s*$)|(?:log|sign)[ -]?in\b(?=\s*(?:$|[|·–-]))|入力してログイン|ログイン|登录"
        ),
    ),
    (
        Doubt.CONSENT_WALL,
        (
            r"before you continue|we (?:and our (?:\d+ )?partners )?(?:value|respect|care about) your privacy|accept (?:all|and "
            r"(?:continue|close))|(?:agree|consent) and (?:continue|close|proceed)|reject all|(?:manage|more) (?:options|"
            r"preferences|choices|settings)|cookie (?:preferences|settings|consent|choices)|continue without (?:accepting|"
            r"agreeing|consent)|store and/or access information on a device|(?:our )?\d+ (?:tcf )?partners|"
            r"(?:choose|make) your (?:cookie|privacy) choice|pay or (?:consent|accept|okay)|with (?:advertising|ads) and "
            r"(?:cookies|tracking)|legitimate interests? by default|is part of the yahoo family|confirm your age|"
            r"(?:are you|you must be|i am) (?:at least )?(?:over )?(?:18|21)\b|age verification|bevor sie (?:fortfahren|zu .{0,20} "
            r"weitergehen)|alle(?:s)? akzeptieren|(?:alle )?ablehnen|wir (?:und unsere partner )?(?:schätzen|respektieren) ihre "
            r"privatsphäre|tout (?:accepter|refuser)|continuer sans accepter|avant (?:de continuer|d.accéder)|"
            r"(?:respectons|tenons à) votre vie privée|aceptar todo|rechazar todo|antes de continuar|accetta tutt[oi]|"
            r"rifiuta tutt[oi]|prima di continuare|alles (?:accepteren|afwijzen|weigeren)|voordat je verdergaat"
        ),
    ),
    (
        Doubt.SHELL,
        (
            r"(?:enable|activate|turn on|requires?|needs?|without|aktivieren sie|activer|active|habilit\w+) (?:your )?java ?script|"
            r"java ?script (?:is |has been |must be |to be |seems to be |appears to be )?(?:disabled|required|enabled|not "
            r"(?:enabled|supported|available)|turned off|deaktiviert|désactivé)|^\W*(?:now )?(?:loading|please wait|lädt|laden|"
            r"chargement|cargando|carregando|caricamento|загрузка|読み込み中|加载中)\b|doesn['’]t work (?:properly )?without"
        ),
    ),
    (
        Doubt.OTHER_DOCUMENT,
        (
            r"(?:this )?domain (?:name )?(?:is |may be )?(?:for sale|parked|available)|buy (?:this|the) domain|parked (?:free|domain|"
            r"page)|domain has expired|hugedomains|sedo\b|related searches|index of /|parent directory|welcome to nginx|"
            r"it works!|apache2? (?:\w+ )?default page|default web ?site page|iis windows server|"
            r"(?:site|page|website) (?:is )?(?:coming soon|under construction)|coming soon|future home of|"
            r"congratulations! your (?:site|account)|this is the default|diese domain|ce nom de domaine|hello world"
        ),
    ),
)
# Looked for in lower case: matching without regard to case costs several times as much.
_PATTERNS = tuple((doubt, re.compile(pattern, re.MULTILINE)) for doubt, pattern in _PHRASES)
_IN_LOWER_CASE = str.maketrans("İıſ", "iis")  # each by one letter, so that places stay
_JSON = re.compile(r"\s*[\[{]\s*[\[{]?\s*\\?\"[\w$ -]+\\?\"\s*:")
_XML = re.compile(r"\s*<\?xml|\s*<[A-Za-z]+>\s*<[A-Za-z]+>")
_SIGNS_OF_CODE = ("{", "}", ";", "=", "<", ">", "()")
_WORDS_OF_CODE = re.compile(
    r"f(?<!\wf)unction\b|v(?<!\wv)ar\b"
)  # a letter to look for, then whether a word begins


# What an editor is told of each.
IN_WORDS = {
    Doubt.CHALLENGE: "The site asks for proof that the visitor is human",
    Doubt.LOGIN_WALL: "The site asks visitors to log in or subscribe",
    Doubt.CONSENT_WALL: "The site asks for consent before it shows the page",
    Doubt.ERROR_PAGE: "The page is an error message or a notice that the site is not available",
    Doubt.SHELL: "The page is an empty frame that a script is to fill",
    Doubt.REDIRECT_STUB: "The page only sends visitors on to another address",
    Doubt.OTHER_DOCUMENT: "The address now shows something else than the document",
}


def sightings(text: str) -> list[Sighting]:
    """Every kind of wall whose wording stands in the text, the likeliest first."""
    seen = []
    low = _lowered(text)
    for doubt, pattern in _PATTERNS:
        if match := pattern.search(low):
            words = text[match.start() : match.end()]
            seen.append(Sighting(doubt, " ".join(words.split()) or doubt.value))
    return seen


def without_wall_words(text: str) -> str:
    """The text, in lower case, less every wording of a wall: "We value your privacy" is no policy's title."""
    text = _lowered(text)
    for _, pattern in _PATTERNS:
        text = pattern.sub(" ", text)
    return text


def cues_of(doubt: Doubt, text: str) -> int:
    """How many different wordings of one kind of wall the text holds."""
    pattern = next(pattern for kind, pattern in _PATTERNS if kind is doubt)
    return len({match[0].casefold() for match in pattern.finditer(_lowered(text))})


def _lowered(text: str) -> str:
    return text.translate(_IN_LOWER_CASE).lower()


def looks_like_data(text: str) -> bool:
    """Whether the text is an answer for programs: JSON or XML."""
    return bool(_JSON.match(text) or _XML.match(text))


def looks_like_code(text: str) -> bool:
    """Whether the text is program source or markup rather than prose."""
    sample = text[:6000]
    signs = sum(map(sample.count, _SIGNS_OF_CODE)) + len(_WORDS_OF_CODE.findall(sample))
    return signs > 0.02 * len(sample) > 1
