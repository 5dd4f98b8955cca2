"""Which language a text is in, by its script and its function words."""

import re
from collections import Counter

# The small words no sentence does without; chosen to tell these languages apart on policies and notices.
_FUNCTION_WORDS = {
    "en": "the of and to in is that for you your we our or by with on as are this be not may have will any "
    "from if it an at which can when other these use such about their they has been do does",
    "de": "der die das und ist nicht sie wir ihre ihr ihrer ihnen von zu mit den dem des ein eine einer für "
    "auf im wird werden oder auch sich bei nach wenn aus dass durch sind kann können über zur zum "
    "unsere unserer als haben",
    "fr": "le la les des du de et est vous nous votre vos notre nos une un pour dans sur par avec que qui "
    "pas ne ou aux au ce cette ces être sont peut plus si en vos leur lorsque ainsi sans",
    "es": "el la los las de del y en que es por para con su sus una un no se lo como más al usted nuestro "
    "nuestra nuestros si o puede este esta sobre cuando son ser sin estos también",
    "it": "il lo la gli le di del della dei delle e che è per con non un una si da dal dalla nel nella in "
    "sono o come più anche questo questa i al alla nostro nostri suoi tuo tuoi ai può essere sul",
    "pt": "o os as a de do da dos das e em que é para com não uma um por se no na nos nas ao como mais sua "
    "seu seus você nós nosso nossa nossos ou pode pelo pela são ser também este esta",
    "nl": "de het een en van in is dat op te voor met niet wij we u uw onze zijn aan door die of bij kan "
    "kunnen als om ook deze worden wordt naar over heeft hebben je jouw ons dit",
    "sv": "och att det som en på är av för med den till inte i du vi dina din ett om har kan eller från vid "
    "när våra vår denna dessa detta ska så användas oss man också",
    "da": "og at det som en på er af for med den til ikke i du vi dine din et om har kan eller fra ved når "
    "vores denne disse dette skal så hvis os også jer bliver blive kun hvordan",
    "no": "og at det som en på er av for med den til ikke i du vi dine din et om har kan eller fra ved når "
    "vår våre denne disse dette skal så hvis oss også deg noen bare hvordan være blir dersom",
    "fi": "ja on ei se että ovat voi tai joka jotka mukaan kun sekä myös niin mutta jos hän olla tämä tämän "
    "nämä voimme voit sinun tietoja käyttää kuin meidän emme sinä sitä tietojen kanssa",
    "pl": "i w na z do się nie jest o że to jak dla od lub oraz są przez może który która które po za przy "
    "ich jego czy ten te tego tym tych aby jeśli być nas nasze twoje państwa ze także",
    "cs": "a v na se je že to s z do o pro jsou nebo jako které který která od po při ve za být může aby "
    "tak jeho pokud není podle našich vaše vašich vám také nám jsme tyto ze bude",
    "sk": "a v na sa je že to s z do o pre sú alebo ako ktoré ktorý ktorá od po pri vo za byť môže aby tak "
    "jeho ak nie podľa našich vaše vašich vám tiež nám sme tieto zo bude",
    "hu": "a az és hogy nem is egy ez vagy meg de van csak azt mint ha el által vonatkozó szerint valamint "
    "illetve ön önnek kell lehet során ezek nem amely amelyek adatok való után",
    "ro": "și de la în cu pe din nu este care sau pentru că să se un o mai prin sunt ale al dumneavoastră "
    "noastre noi fi poate această acest aceste dacă lor către iar fost vă ne",
    "tr": "ve bir bu için ile da de olarak veya olan daha gibi kadar en çok ne ancak her şekilde sizin "
    "bizim tarafından hakkında üzerinde değil ise size kişisel olup sonra göre nasıl diğer",
    "id": "dan yang di untuk dengan anda kami dari ini atau tidak pada dalam ke akan dapat kepada oleh jika "
    "adalah tersebut lain setiap telah sebagai bahwa secara kita seperti karena juga itu",
    "vi": "và của là các có được cho trong không với này một những để khi chúng tôi bạn hoặc từ đến về theo "
    "tại người thể đã sẽ nếu như việc thông bất kỳ",
    "hr": "i u na se je da za od s ili koji koje koja su ne kao do o te biti može ako sve vaše naše nas vam "
    "ove ovo prema mogu kako bi će već putem samo nije",
    "ca": "el la els les de del i en que és per amb una un no es o aquest aquesta aquests més com pot seva "
    "seves vostè nostre nostra als pel són si ser sobre també",
    "ru": "и в не на что с по для или от вы мы вас как это при их о из к может если ваши наши которые также "
    "чтобы за вашей мы быть только все нас другие",
    "uk": "і та в не на що з для або від ви ми як це при їх про із до може якщо ваші наші які також щоб за "
    "вашої бути лише всі нас інші вас є чи цей",
    "bg": "и в не на че с за или от вие ние как това при тях до може ако вашите нашите които също да се са "
    "ви ще като всички сме този тази които по към",
}
_LANGUAGES_OF_WORD: dict[str, tuple[str, ...]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES_OF_WORD[_word] = (*_LANGUAGES_OF_WORD.get(_word, ()), _code)

# Share of a text's letters that settles the script; Japanese mixes kana into Chinese characters.
_SCRIPTS = {
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
_PERSIAN = re.compile(r"[پچژگ]")
_BEYOND_LATIN = re.compile(r"[\u0370-\u1cff\u1f00-\u1fff\u3040-\ud7a3]")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = ("ru", "uk", "bg")
_LEAST_CONFIDENCE = 0.2
_SAMPLE = 3000  # characters read at most
_FEWEST_HITS = 5  # function words below which a text is too short to tell
_USUAL_SHARE = 0.3  # of the words of running text are in the lists above


_SURE_OF_LANGUAGE = 0.5
_NEAR_LANGUAGES = (
    {"da", "no", "sv"},
    {"cs", "sk"},
    {"hr", "sr", "bs", "sl"},
    {"es", "ca", "gl", "pt"},
    {"id", "ms"},
)
_SAME_LANGUAGE = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "cmn": "zh"}


def language_of(text: str) -> tuple[str | None, float]:
    """The ISO 639-1 code of the text's language and a confidence from 0 to 1; (None, 0.0) when unsure.

    Reads a sample of about 3,000 characters from the start and the middle, so that neither a long
    contents list nor a translated notice at the top decides alone.
    """
    sample = text if len(text) <= _SAMPLE else f"{text[:2000]} {text[len(text) // 2 :][:1000]}"
    script, share = _script_of(sample)
    if script not in (None, "ru"):
        return script, share
    return _by_function_words(sample, cyrillic=script == "ru")


def _script_of(sample: str) -> tuple[str | None, float]:
    foreign = len(_BEYOND_LATIN.findall(sample))
    if foreign < _FEWEST_HITS:
        return None, 0.0
    letters = sum(map(len, _WORD.findall(sample))) or 1
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS.items()}
    if counts["ja"] > 0.1 * counts["zh"]:
        counts["ja"] += counts.pop("zh")
    code, count = max(counts.items(), key=lambda item: item[1])
    # An English brand name weighs many letters beside a few Chinese characters.
    needed = 0.25 if code in ("ja", "zh", "ko") else 0.5
    if count < needed * letters:
        return None, 0.0
    if code == "ar" and len(_PERSIAN.findall(sample)) > 0.02 * count:
        code = "fa"
    return code, min(1.0, count / letters / needed)


def _by_function_words(sample: str, *, cyrillic: bool) -> tuple[str | None, float]:
    words = Counter(_WORD.findall(sample.lower()))
    hits = dict.fromkeys(_FUNCTION_WORDS, 0)
    telling = dict.fromkeys(_FUNCTION_WORDS, 0.0)
    for word in words.keys() & _LANGUAGES_OF_WORD.keys():
        times, codes = words[word], _LANGUAGES_OF_WORD[word]
        for code in codes:
            hits[code] += times
            telling[code] += times / len(codes)  # a word of one language alone says most
    runner_up, score = sorted(telling.values())[-2:]
    best = max(telling, key=lambda code: telling[code])
    share = hits[best] / (words.total() or 1)
    if hits[best] < _FEWEST_HITS or share < _USUAL_SHARE / 3 or cyrillic != (best in _CYRILLIC):
        return None, 0.0
    margin = (score - runner_up) / score
    confidence = min(1.0, share / _USUAL_SHARE) * min(1.0, 2 * margin) * min(1.0, hits[best] / 20)
    return (best, confidence) if confidence >= _LEAST_CONFIDENCE else (None, 0.0)


def other_language(text: str, wanted: str, previous: str | None) -> str | None:
    """The language of the text, if it is surely another than the wanted one (ISO 639-1) and was not so before."""
    found, confidence = language_of(text)
    if found is None or confidence < _SURE_OF_LANGUAGE or _same_language(found, wanted):
        return None
    if previous is not None:
        before, sure = language_of(previous)
        if before == found and sure >= _SURE_OF_LANGUAGE:
            return None  # the catalogue is wrong about the language, not the page
    return found


def _same_language(found: str, wanted: str) -> bool:
    wanted = _SAME_LANGUAGE.get(wanted, wanted)
    return found == wanted or any(found in near and wanted in near for near in _NEAR_LANGUAGES)
