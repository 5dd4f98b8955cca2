"""The language of a text, long or short, or none when it can't be told."""

import time

import pytest

from provisions.analysis.gate.languages import language_of

SAMPLES = {
    "en": "We collect the information that you give us when you use our services, and we may share it with "
    "others.",
    "de": "Wir verarbeiten Ihre personenbezogenen Daten nur, soweit dies für die Nutzung unserer Dienste "
    "nötig ist und wenn Sie eingewilligt haben. Sie können die Einwilligung jederzeit mit Wirkung für "
    "die Zukunft widerrufen.",
    "fr": "Nous recueillons les informations que vous nous fournissez lorsque vous utilisez nos services, "
    "et nous pouvons les partager avec des tiers dans le cadre de la présente politique.",
    "es": "Recopilamos la información que usted nos proporciona cuando utiliza nuestros servicios y la "
    "compartimos con terceros para los fines que se describen en esta política.",
    "it": "Raccogliamo le informazioni che ci fornisci quando utilizzi i nostri servizi e possiamo "
    "condividerle con terzi per le finalità descritte in questa informativa sulla privacy. Non "
    "vendiamo i tuoi dati.",
    "pt": "Coletamos as informações que você nos fornece quando usa os nossos serviços e podemos "
    "compartilhá- las com terceiros para os fins descritos nesta política. Não vendemos os seus dados "
    "a ninguém.",
    "nl": "Wij verzamelen de gegevens die u ons geeft wanneer u onze diensten gebruikt en wij kunnen deze "
    "delen met derden voor de doelen die in dit beleid worden beschreven.",
    "sv": "Vi samlar in den information som du ger oss när du använder våra tjänster och vi kan dela den "
    "med andra för de ändamål som beskrivs i denna policy. Det är inte nödvändigt att ange din "
    "adress.",
    "fi": "Keräämme tietoja, joita annat meille, kun käytät palveluitamme, ja voimme jakaa niitä muiden "
    "kanssa. Tämä käytäntö koskee myös tietoja, jotka ovat julkisia. Jos et hyväksy tätä, et voi "
    "käyttää palvelua, ja se on niin.",
    "pl": "Gromadzimy informacje, które podajesz nam podczas korzystania z naszych usług, i możemy je "
    "udostępniać innym podmiotom w celach opisanych w tej polityce. Nie sprzedajemy danych, jeśli nie "
    "jest to konieczne dla usługi.",
    "cs": "Shromažďujeme údaje, které nám poskytnete při používání našich služeb, a můžeme je sdílet se "
    "třetími stranami pro účely, které jsou popsány v těchto zásadách. Pokud nesouhlasíte, není možné "
    "služby používat.",
    "hu": "Az adatkezelő az Ön által megadott adatokat csak a szolgáltatás nyújtásához szükséges mértékben "
    "kezeli, és nem adja át harmadik félnek, ha az nem szükséges. Az adatok törlését bármikor "
    "kérheti, vagy egy levélben is.",
    "ro": "Colectăm informațiile pe care ni le furnizați atunci când utilizați serviciile noastre și le "
    "putem partaja cu terți pentru scopurile care sunt descrise în această politică. Nu este "
    "obligatoriu să vă dați acordul.",
    "tr": "Hizmetlerimizi kullandığınızda bize verdiğiniz bilgileri topluyoruz ve bu bilgileri bu "
    "politikada açıklanan amaçlar için üçüncü taraflarla veya iş ortakları ile paylaşabiliriz. Bu "
    "daha iyi bir hizmet için her zaman gerekli.",
    "id": "Kami mengumpulkan informasi yang Anda berikan kepada kami ketika Anda menggunakan layanan kami "
    "dan dapat membagikannya dengan pihak lain untuk tujuan yang dijelaskan dalam kebijakan ini.",
    "vi": "Chúng tôi thu thập thông tin mà bạn cung cấp cho chúng tôi khi bạn sử dụng dịch vụ và có thể "
    "chia sẻ với các bên thứ ba cho những mục đích được nêu trong chính sách này.",
    "ru": "Мы собираем информацию, которую вы предоставляете нам при использовании наших услуг, и можем "
    "передавать её третьим лицам для целей, описанных в этой политике.",
    "uk": "Ми збираємо інформацію, яку ви надаєте нам під час користування нашими послугами, і можемо "
    "передавати її третім особам для цілей, що описані в цій політиці, якщо це є потрібним або якщо "
    "ви дали згоду.",
    "el": "Συλλέγουμε τις πληροφορίες που μας παρέχετε όταν χρησιμοποιείτε τις υπηρεσίες μας.",
    "ja": "当社は、お客様が当社のサービスを利用する際に提供する情報を収集します。",
    "zh": "当您使用我们的服务时，我们会收集您提供给我们的信息，并可能与第三方共享。",
    "ko": "당사는 귀하가 서비스를 이용할 때 제공하는 정보를 수집합니다.",
    "ar": "نحن نجمع المعلومات التي تقدمها لنا عند استخدام خدماتنا.",
    "he": "אנו אוספים את המידע שאתה מספק לנו בעת השימוש בשירותים שלנו.",
    "hi": "जब आप हमारी सेवाओं का उपयोग करते हैं तो हम आपके द्वारा दी गई जानकारी एकत्र करते हैं।",
    "th": "เราเก็บรวบรวมข้อมูลที่คุณให้แก่เราเมื่อคุณใช้บริการของเรา",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_or_two_are_enough_to_tell_the_language(code: str) -> None:
    found, confidence = language_of(SAMPLES[code])
    assert found == code
    assert 0 < confidence <= 1


@pytest.mark.parametrize("code", SAMPLES)
def test_a_page_of_text_is_told_with_confidence(code: str) -> None:
    found, confidence = language_of((SAMPLES[code] + "\n\n") * 10)
    assert (found, confidence > 0.5) == (code, True)


@pytest.mark.parametrize(
    "text", ["", "OK", "Privacy Policy", "404", "GitHub Inc. San Francisco", "1 2 3 4 5", "€ § %"]
)
def test_a_text_too_short_to_tell_has_no_language(text: str) -> None:
    assert language_of(text) == (None, 0.0)


def test_danish_and_norwegian_are_not_taken_for_swedish() -> None:
    danish = (
        "Vi indsamler de oplysninger, som du giver os, når du bruger vores tjenester, hvis det er nødvendigt."
    )
    assert language_of(danish)[0] in ("da", "no")


def test_a_japanese_policy_with_an_english_company_name_stays_japanese() -> None:
    assert language_of("Example Holdings Corporation Inc. " + SAMPLES["ja"] * 2)[0] == "ja"


def test_an_english_policy_that_names_its_translations_stays_english() -> None:
    names = "English Deutsch Français Español Português Русский 日本語 中文 한국어 العربية "
    assert language_of(names + SAMPLES["en"] * 4)[0] == "en"


def test_telling_the_language_of_a_long_text_reads_only_a_sample() -> None:
    text = (SAMPLES["en"] + " ") * 20_000
    started = time.process_time()
    language_of(text)
    assert time.process_time() - started < 0.1
