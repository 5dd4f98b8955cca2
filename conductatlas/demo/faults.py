"""What a page answers on the days on which it isn't the policy: outages, walls, challenges, half a page."""

from collections.abc import Callable

from conductatlas.demo.layouts import Scene, render_front


def faulty_page(kind: str, page: str, scene: Scene) -> tuple[int, str]:
    """Status and HTML served in place of `page` on a day with that fault."""
    if kind == "truncated":
        return 200, page[: len(page) // 2]
    return 500 if kind == "outage" else 200, FAULTY_PAGES[kind](scene)


def _outage(scene: Scene) -> str:
    return f"""<html><head><title>500</title></head><body><h1>Internal Server Error</h1>
<p>Reference {scene.token(8)}</p></body></html>
"""


def _maintenance(scene: Scene) -> str:
    body = "<p>Something went wrong on our side. We are working on it; please try again in a few minutes.</p>"
    return render_front("Sorry, this page is not available right now", body, scene)


def _challenge(scene: Scene) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head><body>
<div class="challenge"><h1>Checking your browser</h1>
<p>Please wait while we verify that you are a human. This takes a few seconds.</p>
<noscript>Please enable JavaScript and cookies to continue.</noscript>
<p>Request ID: {scene.token(16)}</p></div>
<script>window._chl={{"token":"{scene.token(48)}"}};</script></body></html>
"""


def _login_wall(scene: Scene) -> str:
    form = f"""<p>Please log in to continue to {scene.platform}.</p><form method="post" action="/login">
<label>E-mail <input type="email" name="email"></label>
<label>Password <input type="password" name="password"></label>
<input type="hidden" name="csrf" value="{scene.token(32)}"><button>Log in</button></form>
<p><a href="#forgot">Forgot your password?</a> New here? <a href="#join">Create an account</a></p>"""
    return render_front("Log in", form, scene)


def _cookie_wall(scene: Scene) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>Before you continue</title></head><body>
<div class="consent" role="dialog"><h1>Before you continue to {scene.platform}</h1>
<p>We and our 214 partners store and read information on your device, such as cookies, to deliver and
measure ads and to understand how our pages are used. Choose "Accept all" to continue or "Manage options" to
see your choices.</p><button>Reject all</button> <button>Accept all</button> <a href="#options">Manage
options</a></div></body></html>
"""


def _empty_shell(scene: Scene) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>{scene.platform}</title></head>
<body><div id="__root"></div><noscript>You need to enable JavaScript to run this app.</noscript>
<script src="/assets/app.{scene.token(8)}.js" defer></script></body></html>
"""


FAULTY_PAGES: dict[str, Callable[[Scene], str]] = {
    "outage": _outage,
    "maintenance": _maintenance,
    "challenge": _challenge,
    "login_wall": _login_wall,
    "cookie_wall": _cookie_wall,
    "empty_shell": _empty_shell,
}
