"""Invented pages for the quality gate: what may stand where a policy is due, and short or odd policies."""


def _page(title: str, body: str, lang: str = "en", head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


_SHOP = "".join(
    f"<section><h2>{name}</h2><p>{line}</p><a href='#'>Learn more</a></section>"
    for name, line in (
        (
            "Built for teams that ship",
            "Plan, write and launch in one place. Loved by 40,000 makers around the world.",
        ),
        (
            "Beautiful from day one",
            "Pick a theme, drop in your photos and go live before lunch. No code needed.",
        ),
        (
            "Faster than ever",
            "Our new engine opens your biggest boards in under a second, even on the train.",
        ),
        (
            "Hear it from our fans",
            "“I tried everything. This is the first tool my whole team enjoys.” Ana, designer",
        ),
        ("Pricing that scales", "Start free. Upgrade when you grow. Cancel any time with a single click."),
        ("Ready when you are", "Join the live demo every Tuesday and bring your hardest questions along."),
    )
)
_ARTICLE = "".join(
    f"<p>{line}</p>"
    for line in (
        "The river had risen overnight, and by morning the lower fields shone like glass under a pale sun.",
        "Marta walked the dike with her dog, counting the willows that still stood above the water.",
        "In the village the baker had opened late; his cellar was flooded and the first loaves were ruined.",
        "Children in bright boots ran between the puddles while their parents carried chairs upstairs.",
        "Nobody could remember a spring like it, not even old Piet, who claimed to remember everything.",
        "By evening the wind turned, and the geese came back in long lines from the sea.",
    )
)
_STACK = (
    "Traceback (most recent call last): File &quot;/srv/app/views.py&quot;, line 88, in dispatch "
    "response = self.render(request) File &quot;/srv/app/render.py&quot;, line 12, in render KeyError: 'page'"
)
_CONSENT_LONG = (
    "<h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on a device, such as "
    "unique identifiers in cookies, to process personal data. You may accept or manage your choices by clicking "
    "below, including your right to object where legitimate interest is used.</p><p>We and our partners process data "
    "to provide: Use precise geolocation data. Actively scan device characteristics for identification. Store and/or "
    "access information on a device. Personalised advertising and content, advertising and content measurement, "
    "audience research and services development.</p><button>Accept all</button><button>Reject all</button>"
    "<button>Manage options</button>"
)

# name -> (page, the kinds of doubt that are right for it)
FAULTS: dict[str, tuple[str, set[str]]] = {
    "challenge, interstitial with a spinner": (
        _page(
            "Just a moment...",
            "<h1>shop.example</h1><p>Checking if the site connection is secure</p><p>shop.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 8a0cafe0beef</p>",
        ),
        {"challenge"},
    ),
    "challenge, blocked by a firewall": (
        _page(
            "Attention Required!",
            "<h1>Sorry, you have been blocked</h1><h2>You are unable to access shop.example</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up.</p>",
        ),
        {"challenge"},
    ),
    "challenge, press and hold": (
        _page(
            "Access to this page has been denied",
            "<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 7c1d0e20-aaaa-11ee</p>",
        ),
        {"challenge"},
    ),
    "challenge, enable script and cookies": (
        _page(
            "shop.example",
            "<p>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'AHrlqAAAA'}</script>",
        ),
        {"challenge", "shell"},
    ),
    "challenge, pardon our interruption": (
        _page(
            "Pardon Our Interruption",
            "<h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen: You're a power user moving through this website with super-human speed. You've disabled cookies in your web browser. A third-party browser plugin is preventing JavaScript from running.</p><p>To regain access, please make sure that cookies and JavaScript are enabled before reloading the page.</p>",
        ),
        {"challenge"},
    ),
    "challenge, incident number in a frame": (
        _page("", "<p>Request unsuccessful. Incapsula incident ID: 1234000-98765</p>"),
        {"challenge"},
    ),
    "challenge, human verification": (
        _page(
            "Human Verification",
            "<h1>Let's confirm you are human</h1><p>Complete the security check before continuing. This step verifies that you are not a bot, which helps to protect your account and prevent spam.</p><button>Begin</button>",
        ),
        {"challenge"},
    ),
    "challenge, unusual traffic": (
        _page(
            "Sorry...",
            "<h1>We're sorry...</h1><p>... but your computer or network may be sending automated queries. To protect our users, we can't process your request right now. Our systems have detected unusual traffic from your computer network.</p>",
        ),
        {"challenge"},
    ),
    "challenge, letters in a picture": (
        _page(
            "Robot Check",
            "<h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you're not a robot. For best results, please make sure your browser is accepting cookies.</p><form><input name=f><button>Continue shopping</button></form>",
        ),
        {"challenge"},
    ),
    "challenge, German": (
        _page(
            "Sicherheitsüberprüfung",
            "<h1>Sind Sie ein Mensch?</h1><p>Bitte bestätigen Sie, dass Sie kein Roboter sind, um fortzufahren.</p>",
            "de",
        ),
        {"challenge"},
    ),
    "denied at the edge": (
        _page(
            "Access Denied",
            '<h1>Access Denied</h1><p>You don\'t have permission to access "http://shop.example/terms" on this server.</p><p>Reference #18.2d351ab8.1557333295.a4e16ab</p>',
        ),
        {"error_page", "challenge"},
    ),
    "error at the edge with a reference": (
        _page(
            "Error",
            "<h1>Error</h1><p>An error occurred while processing your request.</p><p>Reference #30.dd4a4317.1775601335.4bb3b77b</p>",
        ),
        {"error_page"},
    ),
    "log-in form": (
        _page(
            "Log in | Shop",
            "<main><h1>Log in to continue</h1><form><label>Email<input name=email></label><label>Password<input type=password></label><button>Log in</button></form><p>Forgot your password?</p></main>",
        ),
        {"login_wall"},
    ),
    "single sign-on": (
        _page(
            "Sign in to your account",
            "<h1>Sign in</h1><p>Use your organization's account. No account? Create one! Can't access your account?</p><form><input type=email><button>Next</button></form>",
        ),
        {"login_wall"},
    ),
    "social network asks to join": (
        _page(
            "Social",
            "<h2>Log in or sign up to see what's happening</h2><p>You must log in to continue.</p><button>Log in</button><button>Create new account</button><p>Forgotten password?</p>",
        ),
        {"login_wall"},
    ),
    "session expired": (
        _page("Session expired", "<p>Your session has expired. Please sign in again.</p>"),
        {"login_wall"},
    ),
    "paywall": (
        _page(
            "The Daily",
            "<h1>The fine print</h1><p>Subscribe to continue reading. Unlimited access for 1 euro in the first month.</p><p>Already a subscriber? Sign in</p>",
        ),
        {"login_wall"},
    ),
    "log-in, French": (
        _page(
            "Connexion",
            "<h1>Connectez-vous</h1><form><input type=password><button>Se connecter</button></form><a>Mot de passe oublié ?</a>",
            "fr",
        ),
        {"login_wall"},
    ),
    "consent before a search engine": (
        _page(
            "Before you continue",
            "<h1>Before you continue to Search</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against spam, fraud and abuse, and measure audience engagement and site statistics.</p><p>If you choose to “Accept all”, we will also use cookies and data to develop and improve new services, deliver and measure the effectiveness of ads, show personalized content, depending on your settings, and show personalized ads.</p><p>Non-personalized content is influenced by things like the content you are currently viewing, activity in your active search session, and your location.</p><button>Reject all</button><button>Accept all</button><a>More options</a>",
        ),
        {"consent_wall"},
    ),
    "consent for advertising partners": (_page("Shop", _CONSENT_LONG), {"consent_wall"}),
    "consent under a policy's own title": (_page("We value your privacy", _CONSENT_LONG), {"consent_wall"}),
    "consent, pay or accept, German": (
        _page(
            "Nachrichten",
            "<h1>Mit Werbung und Cookies weiterlesen oder Pur-Abo</h1><p>Wir und unsere Partner schätzen Ihre Privatsphäre. Alle akzeptieren oder für 4,99 im Monat ohne Werbung lesen.</p><button>Alle akzeptieren</button><button>Ablehnen</button>",
            "de",
        ),
        {"consent_wall"},
    ),
    "age gate": (
        _page("Brewery", "<h1>Are you over 18?</h1><button>Yes</button><button>No</button>"),
        {"consent_wall"},
    ),
    "error 500": (
        _page("500: Internal Server Error", "<h1>500</h1><h2>Internal Server Error.</h2>"),
        {"error_page"},
    ),
    "soft 404": (
        _page(
            "Shop",
            "<h1>Oops! We can't find the page you're looking for.</h1><p>The link may be broken or the page may have been removed. Try the search, or go back to the home page.</p><a href=/>Home</a>",
        ),
        {"error_page"},
    ),
    "soft 404 with suggestions": (
        _page(
            "Page not found - Shop",
            "<h1>Page not found</h1><p>Sorry, this page doesn't exist any more. Perhaps one of these is what you need:</p><ul><li>How to set up your first board</li><li>Ten tips for better meetings</li><li>What is new this month</li><li>Inviting your colleagues</li><li>Moving your data from other tools</li></ul><p>Still stuck? Write to our support team and somebody will get back to you within a day. We are happy to help with whatever you were trying to do, and we would love to know which link brought you here so that we may repair it.</p>",
        ),
        {"error_page"},
    ),
    "XML error": (
        _page(
            "",
            "<h3>This page contains the following errors:</h3><p>error on line 1 at column 1: Start tag expected, '&lt;' not found</p><p>Below is a rendering of the page up to the first error.</p>",
        ),
        {"error_page"},
    ),
    "storage answers in XML": (
        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
        {"error_page", "empty"},
    ),
    "JSON error": (
        '{"error":{"code":500,"message":"upstream request timeout","status":"UNAVAILABLE"}}',
        {"error_page"},
    ),
    "stack trace": (_page("KeyError at /terms", f"<h1>KeyError</h1><pre>{_STACK}</pre>"), {"error_page"}),
    "framework overlay": (
        _page(
            "Server Error",
            "<h1>Application error: a client-side exception has occurred (see the browser console for more information).</h1>",
        ),
        {"error_page"},
    ),
    "database down": (
        _page("Database Error", "<h1>Error establishing a database connection</h1>"),
        {"error_page"},
    ),
    "maintenance": (
        _page(
            "We'll be back soon",
            "<h1>We'll be right back</h1><p>Our site is down for scheduled maintenance. Thank you for your patience; we expect to be online again within the hour.</p>",
        ),
        {"error_page"},
    ),
    "offline page of an app": (_page("Match", "<h1>Match - offline page</h1>"), {"error_page"}),
    "rate limited": (
        _page(
            "Slow down",
            "<h1>Too many requests</h1><p>You have exceeded a secondary rate limit. Please wait a few minutes before you try again.</p>",
        ),
        {"error_page"},
    ),
    "geo-block": (
        _page(
            "Shop",
            "<h1>We're sorry</h1><p>This service is not available in your country. Due to local regulations we are unable to offer our products in your region at this time.</p>",
        ),
        {"error_page"},
    ),
    "old browser": (
        _page(
            "Unsupported browser",
            "<h1>We've updated our app</h1><p>Please update your browser to keep using it. We recommend the latest version of one of these browsers.</p>",
        ),
        {"error_page"},
    ),
    "account suspended": (
        _page(
            "Account Suspended",
            "<h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p>",
        ),
        {"error_page"},
    ),
    "error, German": (
        _page(
            "Fehler",
            "<h1>Seite nicht gefunden</h1><p>Die von Ihnen gesuchte Seite gibt es leider nicht mehr.</p>",
            "de",
        ),
        {"error_page"},
    ),
    "error, French": (
        _page(
            "Erreur",
            "<h1>Une erreur est survenue</h1><p>Veuillez réessayer dans quelques instants.</p>",
            "fr",
        ),
        {"error_page"},
    ),
    "maintenance, Spanish": (
        _page("Error", "<h1>Se ha producido un error</h1><p>Inténtelo de nuevo más tarde.</p>", "es"),
        {"error_page"},
    ),
    "parked domain": (
        _page(
            "shop.example",
            "<p>This domain is parked free, courtesy of a registrar.</p><h3>Related searches</h3><ul><li>Privacy Policy</li><li>Insurance</li><li>Credit cards</li></ul>",
        ),
        {"other_document"},
    ),
    "domain for sale": (
        _page(
            "shop.example is for sale",
            "<h1>The domain name shop.example is for sale!</h1><p>Make an offer or buy this domain now. Safe and secure checkout.</p>",
        ),
        {"other_document"},
    ),
    "web server default": (
        _page(
            "Welcome to nginx!",
            "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>",
        ),
        {"other_document"},
    ),
    "directory listing": (
        _page(
            "Index of /legal",
            "<h1>Index of /legal</h1><pre>Parent Directory  terms.html 2024-01-02 14:33 12K  privacy.html 2024-01-02 14:33 9K</pre>",
        ),
        {"other_document"},
    ),
    "coming soon": (
        _page(
            "Shop", "<h1>Coming soon</h1><p>Something great is on its way. Leave your address to be told.</p>"
        ),
        {"other_document"},
    ),
    "home page": (
        _page("Shop | Make more of your day", f"<main><h1>Make more of your day</h1>{_SHOP}</main>"),
        {"other_document"},
    ),
    "an article": (
        _page("High water | The Daily", f"<article><h1>High water</h1>{_ARTICLE}</article>"),
        {"other_document"},
    ),
    "shell of an app": (
        _page(
            "Shop",
            f'<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>{"var a=1;" * 600}</script>',
        ),
        {"shell"},
    ),
    "shell with a spinner": (
        _page("Shop", f'<div id="app"><p>Loading...</p></div><script>{"window.x=2;" * 400}</script>'),
        {"shell"},
    ),
    "shell with its chrome": (
        _page(
            "Privacy Policy",
            f'<header><nav><a>Home</a><a>Products</a><a>Pricing</a></nav></header><main id="content"><h1>Privacy Policy</h1></main><footer><p>© 2026 Shop</p></footer><script>{"load();" * 800}</script>',
        ),
        {"shell", "empty"},
    ),
    "blank": (_page("", '<div id="root"></div><script src="/app.js"></script>'), {"empty", "shell"}),
    "no bytes": ("", {"empty"}),
    "redirect by script": (
        _page("Redirecting", "<p>You should be redirected quickly. If not, <a href=/x>click here</a>.</p>"),
        {"redirect_stub"},
    ),
    "redirect by meta element": (
        _page(
            "Shop",
            "<p>Please follow the link.</p>",
            head='<meta http-equiv="refresh" content="0; url=https://shop.example/new">',
        ),
        {"redirect_stub", "empty"},
    ),
    "moved object": (
        "<html><head><title>Object moved</title></head><body><h2>Object moved to <a href='/login'>here</a>.</h2></body></html>",
        {"redirect_stub"},
    ),
    "damaged characters": (
        _page("x", f"<p>{chr(0xFFFD) * 400} PK stream endobj xref</p>"),
        {"binary", "empty"},
    ),
    "program code": (
        _page("Terms", "<p>" + "function(a){var b=a.c;if(b){return {d:b};}}" * 40 + "</p>"),
        {"binary", "empty"},
    ),
}

_DUTIES = "".join(
    f"<p>{line}</p>"
    for line in (
        "This policy explains what personal information we collect, why we use it and which rights you have.",
        "We collect the e-mail address you give us when you create an account, and the messages you send to us.",
        "We use this information to provide the service, to keep it secure and to answer your requests.",
        "We do not sell personal data. We share it with processors who act for us under a written contract.",
        "We keep your data for as long as you have an account and delete it within 30 days after you close it.",
        "You may ask for access, correction or deletion at any time, and you may lodge a complaint with an authority.",
    )
)
_RULES = "".join(
    f"<li>{line}</li>"
    for line in (
        "Be kind. Attacks on people for who they are will be removed and the account may be suspended.",
        "No spam: don't post the same link again and again, and don't buy or sell votes.",
        "Don't share anybody's private information, such as an address or a phone number, without consent.",
        "Nothing illegal, and no content that sexualises minors; we report it to the authorities.",
        "Moderators may remove content that breaks these rules, and you may appeal their decision once.",
        "Respect copyright: post only what you made yourself or what you are allowed to use.",
    )
)

# name -> (page, type of the document, its language)
LEGITIMATE: dict[str, tuple[str, str, str]] = {
    "short privacy policy": (
        _page("Privacy Policy", f"<h1>Privacy Policy</h1>{_DUTIES}"),
        "Privacy Policy",
        "en",
    ),
    "policy that speaks of logging in": (
        _page(
            "Privacy Policy",
            f"<h1>Privacy Policy</h1>{_DUTIES}<p>When you log in to continue, we verify that you are human with a captcha. If you forgot your password, sign in with your Google account.</p>",
        ),
        "Privacy Policy",
        "en",
    ),
    "policy that speaks of scripts and errors": (
        _page(
            "Privacy Policy",
            f"<h1>Privacy Policy</h1>{_DUTIES}<p>If JavaScript is disabled the page still works. When an error occurred we keep a report of it, such as “page not found” or “internal server error”.</p>",
        ),
        "Privacy Policy",
        "en",
    ),
    "policy that speaks of bots": (
        _page(
            "Terms of Use",
            f"<h1>Terms of Use</h1>{_DUTIES}<p>You must not use automated access or cause unusual traffic. We may ask you to confirm that you are not a robot, and access denied for breach stays denied. Too many requests may be blocked.</p>",
        ),
        "Terms of Service",
        "en",
    ),
    "policy that speaks of moving and being unavailable": (
        _page(
            "Terms of Service",
            f"<h1>Terms of Service</h1>{_DUTIES}<p>The service may be temporarily unavailable during scheduled maintenance, or not available in your country. You will be redirected to our payment partner.</p>",
        ),
        "Terms of Service",
        "en",
    ),
    "cookie policy": (
        _page(
            "Cookie Policy",
            f"<h1>Cookie Policy</h1>{_DUTIES}<p>You may accept all cookies or reject all of them, and change your cookie settings with the button “Manage options”. Some features need JavaScript.</p>",
        ),
        "Trackers Policy",
        "en",
    ),
    "policy under a cookie banner": (
        _page(
            "Privacy Policy",
            f"<div class='cookie-banner'><p>We value your privacy. We use cookies.</p><button>Accept all</button><button>Reject all</button></div><main><h1>Privacy Policy</h1>{_DUTIES}</main>",
        ),
        "Privacy Policy",
        "en",
    ),
    "policy beside a log-in form": (
        _page(
            "Privacy Policy",
            f"<header><form><input name=u><input type=password><button>Log in</button></form></header><main><h1>Privacy Policy</h1>{_DUTIES}</main>",
        ),
        "Privacy Policy",
        "en",
    ),
    "policy of an app with a noscript note": (
        _page(
            "Privacy Policy",
            f"<noscript>You need to enable JavaScript to run this app.</noscript><main><h1>Privacy Policy</h1>{_DUTIES}</main><script>{'var a=1;' * 900}</script>",
        ),
        "Privacy Policy",
        "en",
    ),
    "policy without closing tags": (
        f"<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>{_DUTIES}<p>Example Ltd, 12 High Street, Dublin 2, Ireland",
        "Privacy Policy",
        "en",
    ),
    "policy without a title": (
        f"<html><body>{_DUTIES}{_DUTIES.replace('We ', 'Our company ')}</body></html>",
        "Privacy Policy",
        "en",
    ),
    "community rules": (
        _page(
            "Community Rules",
            f"<h1>House rules</h1><p>These rules apply to everybody who posts here, and to what is sent in private messages as well.</p><ul>{_RULES}</ul>",
        ),
        "Community Guidelines",
        "en",
    ),
    "imprint": (
        _page(
            "Imprint",
            "<h1>Imprint</h1><p>Information according to section 5 of the German Telemedia Act.</p><p>Example Association (registered association), Example Street 1, 10115 Berlin, Germany</p><p>Represented by the board: Ana Example (chair), Ben Sample (treasurer), Carla Model (secretary)</p><p>Register: register of associations, local court of Charlottenburg, number VR 12345 B</p><p>Contact: telephone +49 30 1234567, e-mail hello@example.org</p><p>Responsible for the content under section 18 of the State Media Treaty: Ana Example, address as above</p><p>The European Commission provides a platform for online dispute resolution. We are not obliged and not willing to take part in dispute resolution proceedings before a consumer arbitration board. All content of this site is available under a free licence unless stated otherwise.</p>",
        ),
        "Imprint",
        "en",
    ),
    "German imprint": (
        _page(
            "Impressum",
            "<h1>Impressum</h1><p>Angaben gemäß § 5 DDG: Beispiel GmbH, Beispielstraße 1, 10115 Berlin</p><p>Vertreten durch die Geschäftsführung: Ana Beispiel und Ben Muster</p><p>Eintragung im Handelsregister, Registergericht: Amtsgericht Charlottenburg, Registernummer HRB 12345. Umsatzsteuer-Identifikationsnummer gemäß § 27 a Umsatzsteuergesetz: DE123456789</p><p>Verantwortlich für den Inhalt nach § 18 Absatz 2 MStV ist Ana Beispiel, Anschrift wie oben.</p><p>Wir sind nicht bereit und nicht verpflichtet, an Verfahren zur Streitbeilegung vor einer Verbraucherschlichtungsstelle teilzunehmen. Für die Inhalte externer Links übernehmen wir keine Haftung; für den Inhalt der verlinkten Seiten sind ausschließlich deren Betreiber verantwortlich.</p>",
            "de",
        ),
        "Imprint",
        "de",
    ),
    "refund policy": (
        _page(
            "Refunds",
            "<h1>Refund Policy</h1><p>You may ask for a refund within 14 days of the purchase if you have not used the service. Write to our support with the number of your order; we answer within three days.</p><p>Renewals are refunded if you cancel within 48 hours after the charge. Fees for domains and for work already done are not refunded.</p><p>Refunds go to the card or account you paid with, and may take ten days to show. Your rights under consumer law are not restricted by this policy.</p><p>If we end the service, you get back what you paid for the time that is left.</p>",
        ),
        "General Conditions of Sale",
        "en",
    ),
    "changelog of fees as a table": (
        _page(
            "Fees",
            "<h1>Seller fees</h1><p>These fees apply to everybody who sells on the platform. We may change them with 30 days notice as the terms provide.</p><table>"
            + "".join(
                f"<tr><td>Category {n}</td><td>{n}.5 percent of the sale</td><td>0.30 per payment processed by us under the agreement</td></tr>"
                for n in range(1, 15)
            )
            + "</table>",
        ),
        "Commercial Terms",
        "en",
    ),
    "vulnerability disclosure": (
        _page(
            "Security",
            "<h1>Vulnerability Disclosure Policy</h1><p>If you believe that you found a vulnerability in our services, tell us before you tell anybody else. We will not take legal action against research that follows this policy.</p><p>Access only your own accounts. Do not change or keep the data of other users. Stop and report at once if you come upon personal information.</p><p>In scope are our site and our apps. Reports of rate limits, error pages or stack traces without a security impact are out of scope, as are denial of service and social engineering.</p><p>We answer within five days and tell you when the problem is solved.</p>",
        ),
        "Vulnerability Disclosure Policy",
        "en",
    ),
    "Japanese terms": (
        _page(
            "利用規約",
            "<h1>利用規約</h1>"
            + "<p>本規約は、当社が提供するサービスの利用条件を定めるものです。利用者は、本規約に同意のうえ本サービスを利用するものとします。当社は、必要と判断した場合には、利用者に通知することなく本規約を変更することができます。</p>"
            * 3,
            "ja",
        ),
        "Terms of Service",
        "ja",
    ),
    "French privacy policy": (
        _page(
            "Politique de confidentialité",
            "<h1>Politique de confidentialité</h1><p>La présente politique décrit les données personnelles que nous collectons, les finalités du traitement et les droits dont vous disposez.</p><p>Nous collectons les données que vous nous communiquez lors de la création de votre compte, ainsi que les données relatives à l'utilisation de nos services.</p><p>Nous ne vendons pas vos données. Nous pouvons les partager avec des prestataires qui agissent pour notre compte en vertu d'un contrat.</p><p>Vous pouvez à tout moment demander l'accès à vos données, leur rectification ou leur suppression en nous écrivant.</p>",
            "fr",
        ),
        "Privacy Policy",
        "fr",
    ),
    "terms in capitals": (
        _page(
            "Terms",
            "<h1>TERMS</h1><p>THE SERVICE IS PROVIDED AS IS, WITHOUT WARRANTY OF ANY KIND. TO THE FULLEST EXTENT PERMITTED BY LAW WE ARE NOT LIABLE FOR ANY DAMAGE ARISING FROM THE USE OF THE SERVICE, EVEN IF WE WERE TOLD THAT IT MAY OCCUR.</p><p>BY USING THE SERVICE YOU AGREE TO THESE TERMS. IF YOU DO NOT AGREE, DO NOT USE IT. WE MAY CHANGE THESE TERMS AND WILL POST THE NEW VERSION HERE. THE LAWS OF IRELAND APPLY AND THE COURTS OF DUBLIN HAVE JURISDICTION. WE MAY END YOUR ACCOUNT IF YOU VIOLATE THESE TERMS.</p>",
        ),
        "Terms of Service",
        "en",
    ),
}
