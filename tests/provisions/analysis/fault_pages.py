"""Invented pages for the quality gate: what may stand where a policy is due, and short or odd policies."""

# ruff: noqa: E501 (pages are easier to read as they would be sent)


def _page(title: str, body: str, lang: str = "en", head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


_SHOP = "".join(
    f"<section><h2>{name}</h2><p>{line}</p><a href='#'>Learn more</a></section>"
    for name, line in (
        ("Built for teams that ship", "Plan, write and launch in one place. Loved by 40,000 makers around the world."),
        ("Beautiful from day one", "Pick a theme, drop in your photos and go live before lunch. No code needed."),
        ("Faster than ever", "Our new engine opens your biggest boards in under a second, even on the train."),
        ("Hear it from our fans", "“I tried everything. This is the first tool my whole team enjoys.” Ana, designer"),
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
    "challenge, interstitial with a spinner": (_page("Just a moment...", "<h1>shop.example</h1><p>Checking if the site connection is secure</p><p>shop.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 8a0cafe0beef</p>"), {"challenge"}),
    "challenge, blocked by a firewall": (_page("Attention Required!", "<h1>Sorry, you have been blocked</h1><h2>You are unable to access shop.example</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up.</p>"), {"challenge"}),
    "challenge, press and hold": (_page("Access to this page has been denied", "<h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 7c1d0e20-aaaa-11ee</p>"), {"challenge"}),
    "challenge, enable script and cookies": (_page("shop.example", "<p>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'AHrlqAAAA'}</script>"), {"challenge", "shell"}),
    "challenge, pardon our interruption": (_page("Pardon Our Interruption", "<h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen: You're a power user moving through this website with super-human speed. You've disabled cookies in your web browser. A third-party browser plugin is preventing JavaScript from running.</p><p>To regain access, please make sure that cookies and JavaScript are enabled before reloading the page.</p>"), {"challenge"}),
    "challenge, incident number in a frame": (_page("", "<p>Request unsuccessful. Incapsula incident ID: 1234000-98765</p>"), {"challenge"}),
    "challenge, human verification": (_page("Human Verification", "<h1>Let's confirm you are human</h1><p>Complete the security check before continuing. This step verifies that you are not a bot, which helps to protect your account and prevent spam.</p><button>Begin</button>"), {"challenge"}),
    "challenge, unusual traffic": (_page("Sorry...", "<h1>We're sorry...</h1><p>... but your computer or network may be sending automated queries. To protect our users, we can't process your request right now. Our systems have detected unusual traffic from your computer network.</p>"), {"challenge"}),
    "challenge, letters in a picture": (_page("Robot Check", "<h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you're not a robot. For best results, please make sure your browser is accepting cookies.</p><form><input name=f><button>Continue shopping</button></form>"), {"challenge"}),
    "challenge, German": (_page("Sicherheitsüberprüfung", "<h1>Sind Sie ein Mensch?</h1><p>Bitte bestätigen Sie, dass Sie kein Roboter sind, um fortzufahren.</p>", "de"), {"challenge"}),
    "denied at the edge": (_page("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access \"http://shop.example/terms\" on this server.</p><p>Reference #18.2d351ab8.1557333295.a4e16ab</p>"), {"error_page", "challenge"}),
    "error at the edge with a reference": (_page("Error", "<h1>Error</h1><p>An error occurred while processing your request.</p><p>Reference #30.dd4a4317.1775601335.4bb3b77b</p>"), {"error_page"}),
    "log-in form": (_page("Log in | Shop", "<main><h1>Log in to continue</h1><form><label>Email<input name=email></label><label>Password<input type=password></label><button>Log in</button></form><p>Forgot your password?</p></main>"), {"login_wall"}),
    "single sign-on": (_page("Sign in to your account", "<h1>Sign in</h1><p>Use your organization's account. No account? Create one! Can't access your account?</p><form><input type=email><button>Next</button></form>"), {"login_wall"}),
    "social network asks to join": (_page("Social", "<h2>Log in or sign up to see what's happening</h2><p>You must log in to continue.</p><button>Log in</button><button>Create new account</button><p>Forgotten password?</p>"), {"login_wall"}),
    "session expired": (_page("Session expired", "<p>Your session has expired. Please sign in again.</p>"), {"login_wall"}),
    "paywall": (_page("The Daily", "<h1>The fine print</h1><p>Subscribe to continue reading. Unlimited access for 1 euro in the first month.</p><p>Already a subscriber? Sign in</p>"), {"login_wall"}),
    "log-in, French": (_page("Connexion", "<h1>Connectez-vous</h1><form><input type=password><button>Se connecter</button></form><a>Mot de passe oublié ?</a>", "fr"), {"login_wall"}),
    "consent before a search engine": (_page("Before you continue", "<h1>Before you continue to Search</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against spam, fraud and abuse, and measure audience engagement and site statistics.</p><p>If you choose to “Accept all”, we will also use cookies and data to develop and improve new services, deliver and measure the effectiveness of ads, show personalized content, depending on your settings, and show personalized ads.</p><p>Non-personalized content is influenced by things like the content you are currently viewing, activity in your active search session, and your location.</p><button>Reject all</button><button>Accept all</button><a>More options</a>"), {"consent_wall"}),
    "consent for advertising partners": (_page("Shop", _CONSENT_LONG), {"consent_wall"}),
    "consent under a policy's own title": (_page("We value your privacy", _CONSENT_LONG), {"consent_wall"}),
    "consent, pay or accept, German": (_page("Nachrichten", "<h1>Mit Werbung und Cookies weiterlesen oder Pur-Abo</h1><p>Wir und unsere Partner schätzen Ihre Privatsphäre. Alle akzeptieren oder für 4,99 im Monat ohne Werbung lesen.</p><button>Alle akzeptieren</button><button>Ablehnen</button>", "de"), {"consent_wall"}),
    "age gate": (_page("Brewery", "<h1>Are you over 18?</h1><button>Yes</button><button>No</button>"), {"consent_wall"}),
    "error 500": (_page("500: Internal Server Error", "<h1>500</h1><h2>Internal Server Error.</h2>"), {"error_page"}),
    "soft 404": (_page("Shop", "<h1>Oops! We can't find the page you're looking for.</h1><p>The link may be broken or the page may have been removed. Try the search, or go back to the home page.</p><a href=/>Home</a>"), {"error_page"}),
    "soft 404 with suggestions": (_page("Page not found - Shop", "<h1>Page not found</h1><p>Sorry, this page doesn't exist any more. Perhaps one of these is what you need:</p><ul><li>How to set up your first board</li><li>Ten tips for better meetings</li><li>What is new this month</li><li>Inviting your colleagues</li><li>Moving your data from other tools</li></ul><p>Still stuck? Write to our support team and somebody will get back to you within a day. We are happy to help with whatever you were trying to do, and we would love to know which link brought you here so that we may repair it.</p>"), {"error_page"}),
    "XML error": (_page("", "<h3>This page contains the following errors:</h3><p>error on line 1 at column 1: Start tag expected, '&lt;' not found</p><p>Below is a rendering of the page up to the first error.</p>"), {"error_page"}),
    "storage answers in XML": ("<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>", {"error_page", "empty"}),
    "JSON error": ('{"error":{"code":500,"message":"upstream request timeout","status":"UNAVAILABLE"}}', {"error_page"}),
    "stack trace": (_page("KeyError at /terms", f"<h1>KeyError</h1><pre>{_STACK}</pre>"), {"error_page"}),
    "framework overlay": (_page("Server Error", "<h1>Application error: a client-side exception has occurred (see the browser console for more information).</h1>"), {"error_page"}),
    "database down": (_page("Database Error", "<h1>Error establishing a database connection</h1>"), {"error_page"}),
    "maintenance": (_page("We'll be back soon", "<h1>We'll be right back</h1><p>Our site is down for scheduled maintenance. Thank you for your patience; we expect to be online again within the hour.</p>"), {"error_page"}),
    "offline page of an app": (_page("Match", "<h1>Match - offline page</h1>"), {"error_page"}),
    "rate limited": (_page("Slow down", "<h1>Too many requests</h1><p>You have exceeded a secondary rate limit. Please wait a few minutes before you try again.</p>"), {"error_page"}),
    "geo-block": (_page("Shop", "<h1>We're sorry</h1><p>This service is not available in your country. Due to local regulations we are unable to offer our products in your region at this time.</p>"), {"error_page"}),
    "old browser": (_page("Unsupported browser", "<h1>We've updated our app</h1><p>Please update your browser to keep using it. We recommend the latest version of one of these browsers.</p>"), {"error_page"}),
    "account suspended": (_page("Account Suspended", "<h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p>"), {"error_page"}),
    "error, German": (_page("Fehler", "<h1>Seite nicht gefunden</h1><p>Die von Ihnen gesuchte Seite gibt es leider nicht mehr.</p>", "de"), {"error_page"}),
    "error, French": (_page("Erreur", "<h1>Une erreur est survenue</h1><p>Veuillez réessayer dans quelques instants.</p>", "fr"), {"error_page"}),
    "maintenance, Spanish": (_page("Error", "<h1>Se ha producido un error</h1><p>Inténtelo de nuevo más tarde.</p>", "es"), {"error_page"}),
    "parked domain": (_page("shop.example", "<p>This domain is parked free, courtesy of a registrar.</p><h3>Related searches</h3><ul><li>Privacy Policy</li><li>Insurance</li><li>Credit cards</li></ul>"), {"other_document"}),
    "domain for sale": (_page("shop.example is for sale", "<h1>The domain name shop.example is for sale!</h1><p>Make an offer or buy this domain now. Safe and secure checkout.</p>"), {"other_document"}),
    "web server default": (_page("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>"), {"other_document"}),
    "directory listing": (_page("Index of /legal", "<h1>Index of /legal</h1><pre>Parent Directory  terms.html 2024-01-02 14:33 12K  privacy.html 2024-01-02 14:33 9K</pre>"), {"other_document"}),
    "coming soon": (_page("Shop", "<h1>Coming soon</h1><p>Something great is on its way. Leave your address to be told.</p>"), {"other_document"}),
    "home page": (_page("Shop | Make more of your day", f"<main><h1>Make more of your day</h1>{_SHOP}</main>"), {"other_document"}),
    "an article": (_page("High water | The Daily", f"<article><h1>High water</h1>{_ARTICLE}</article>"), {"other_document"}),
    "shell of an app": (_page("Shop", f'<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>{"var a=1;" * 600}</script>'), {"shell"}),
    "shell with a spinner": (_page("Shop", f'<div id="app"><p>Loading...</p></div><script>{"window.x=2;" * 400}</script>'), {"shell"}),
    "shell with its chrome": (_page("Privacy Policy", f'<header><nav><a>Home</a><a>Products</a><a>Pricing</a></nav></header><main id="content"><h1>Privacy Policy</h1></main><footer><p>© 2026 Shop</p></footer><script>{"load();" * 800}</script>'), {"shell", "empty"}),
    "blank": (_page("", '<div id="root"></div><script src="/app.js"></script>'), {"empty", "shell"}),
    "no bytes": ("", {"empty"}),
    "redirect by script": (_page("Redirecting", "<p>You should be redirected quickly. If not, <a href=/x>click here</a>.</p>"), {"redirect_stub"}),
    "redirect by meta element": (_page("Shop", "<p>Please follow the link.</p>", head='<meta http-equiv="refresh" content="0; url=https://shop.example/new">'), {"redirect_stub", "empty"}),
    "moved object": ("<html><head><title>Object moved</title></head><body><h2>Object moved to <a href='/login'>here</a>.</h2></body></html>", {"redirect_stub"}),
    "damaged characters": (_page("x", f"<p>{chr(0xFFFD) * 400} PK stream endobj xref</p>"), {"binary", "empty"}),
    "program code": (_page("Terms", "<p>" + "function(a){var b=a.c;if(b){return {d:b};}}" * 40 + "</p>"), {"binary", "empty"}),
}
