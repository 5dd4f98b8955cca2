"""Every setting, read top to bottom. Values come from the environment; a wrong one stops the start with a remedy."""

import base64
import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str = "") -> str:
    """The variable, or the content of the file that NAME_FILE names (for mounted secrets)."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text().strip()
    return os.environ.get(name, default)


def env_flag(name: str, *, default: bool) -> bool:
    """True or False; anything else is refused."""
    value = env(name, str(default)).lower()
    if value not in {"true", "false", "1", "0"}:
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to True or False.")
    return value in {"true", "1"}


def env_int(name: str, default: int) -> int:
    """A whole number; anything else is refused."""
    value = env(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to a whole number.")
    return int(value)


def env_list(name: str, default: str = "") -> list[str]:
    """Values separated by commas."""
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


def database(url: str) -> dict[str, object]:
    """A postgresql:// address as Django's settings; a socket folder may stand in ?host=."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            "DATABASE_URL must name a PostgreSQL server: postgresql://user:password@host:5432/name."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


# A machine of one's own: embedded servers, demo, known passwords, mail to read on a page. Django's DEBUG stays off, so
# that errors look as they do in production; their tracebacks are in the console.
DEVELOPMENT = env_flag("DEVELOPMENT", default=True)
DEVELOPMENT_KEY = "for-development-only-never-for-a-server-that-others-reach"
SECRET_KEY = env("SECRET_KEY", DEVELOPMENT_KEY if DEVELOPMENT else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. Set it to at least 50 random characters.")
SITE_URL = env("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
if urlsplit(SITE_URL).scheme not in {"http", "https"} or not urlsplit(SITE_URL).hostname:
    raise ImproperlyConfigured(
        f"SITE_URL is {SITE_URL!r}. Set it to the site's address, like https://example.org."
    )
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", f"{urlsplit(SITE_URL).hostname},127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Apps: a line of imports that goes only downward, see tests/test_architecture.py.
INSTALLED_APPS = [
    "conductatlas",
    "monitoring",
    "provisions",
    "platforms",
    "billing",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "billing.middleware.OrganizationMiddleware",
    "conductatlas.conditional.ConditionalPages",
    "conductatlas.renamed.RenamedAddresses",
]
ROOT_URLCONF = "conductatlas.urls"
WSGI_APPLICATION = "conductatlas.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "conductatlas.context.site",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Servers: conductatlas/servers.py sets both addresses to embedded ones where they are not given.
if not env("DATABASE_URL") or not env("REDIS_URL"):
    raise ImproperlyConfigured(
        "DATABASE_URL and REDIS_URL are not set. Start through manage.py, or set both."
    )
DATABASES = {"default": database(env("DATABASE_URL"))}
REDIS_URL = env("REDIS_URL")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

# The archive's bytes: a local folder, or any S3-compatible store.
DATA_DIR = Path(env("DATA_DIR", str(BASE_DIR / ".data")))
SNAPSHOT_BUCKET = env("SNAPSHOT_BUCKET")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "files"},
    },
    "snapshots": {
        "BACKEND": "platforms.whole_files.WholeFiles",
        "OPTIONS": {"location": DATA_DIR / "snapshots"},
    },
    "exports": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "exports"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if SNAPSHOT_BUCKET:
    _bucket = {
        "bucket_name": SNAPSHOT_BUCKET,
        "endpoint_url": env("SNAPSHOT_ENDPOINT") or None,
        "file_overwrite": False,
    }
    STORAGES["snapshots"] = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": _bucket}
    STORAGES["exports"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**_bucket, "location": "exports"},
    }
# The transparency log. Its name stands in every head it signs: it is never changed once others rely on it. The key is
# 32 random bytes in base64; a new one may replace it at any time, the public half of the old one stays published.
LOG_NAME = env("LOG_NAME", f"{urlsplit(SITE_URL).hostname}/log")
LOG_SIGNING_KEY = env("LOG_SIGNING_KEY")
try:
    _log_key = base64.b64decode(LOG_SIGNING_KEY, validate=True)
except ValueError:
    _log_key = b"of no use"
if len(_log_key) not in {0, 32}:
    raise ImproperlyConfigured(
        "LOG_SIGNING_KEY is no key. Set it to 32 random bytes in base64: openssl rand -base64 32"
    )
# Where none is set, a development server keeps one of its own here.
LOG_SIGNING_KEY_FILE = DATA_DIR / "log-signing-key" if DEVELOPMENT else None
# An authority of RFC 3161 that stamps its heads, and the certificates (PEM) that its answers must lead back to.
LOG_STAMP_AUTHORITY = env("LOG_STAMP_AUTHORITY")
LOG_STAMP_ROOTS = Path(env("LOG_STAMP_ROOTS"))
if LOG_STAMP_AUTHORITY and not LOG_STAMP_ROOTS.is_file():
    raise ImproperlyConfigured(
        "LOG_STAMP_ROOTS names no file. Set it to the PEM file with the root certificates of LOG_STAMP_AUTHORITY."
    )
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env("STATIC_ROOT", str(DATA_DIR / "static")))
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEVELOPMENT

# Who comes in.
LOGIN_PAGES: list[str] = []  # of other companies, where a form of ours may lead
AUTH_USER_MODEL = "billing.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
ACCOUNT_ADAPTER = "billing.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Who asks, for the limits on every door: the address that our own proxy adds last, never one that the client wrote.
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if DEVELOPMENT else 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "ConductAtlas"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEVELOPMENT
# Log-in with another company's account: offered where both of its keys are set. An account is never joined to
# an existing one by address alone, and their tokens are not kept.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {}
_LOGINS = (
    ("google", env("GOOGLE_CLIENT_ID"), env("GOOGLE_CLIENT_SECRET"), "https://accounts.google.com"),
    ("github", env("GITHUB_CLIENT_ID"), env("GITHUB_CLIENT_SECRET"), "https://github.com"),
)
for _provider, _client, _secret, _page in _LOGINS:
    if bool(_client) != bool(_secret):
        raise ImproperlyConfigured(
            f"{_provider.upper()}_CLIENT_ID and its secret go together. Set both or none."
        )
    if _client:
        INSTALLED_APPS.append(f"allauth.socialaccount.providers.{_provider}")
        SOCIALACCOUNT_PROVIDERS[_provider] = {"APPS": [{"client_id": _client, "secret": _secret}]}
        LOGIN_PAGES.append(_page)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "dashboard"
ACCOUNT_SIGNUP_REDIRECT_URL = "welcome"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"

# Mail: SMTP where a host is named; otherwise files that the page /mail/ shows.
EMAIL_HOST = env("EMAIL_HOST")
EMAIL_PORT = env_int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env_flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
# Two providers may report dead addresses, each with its key or secret ("user:password"), and may send instead of SMTP.
POSTMARK_WEBHOOK_SECRET = env("POSTMARK_WEBHOOK_SECRET")
_PROVIDER_KEYS = {
    "MAILGUN_WEBHOOK_SIGNING_KEY": env("MAILGUN_WEBHOOK_SIGNING_KEY"),
    "MAILGUN_API_KEY": env("MAILGUN_API_KEY"),
    "MAILGUN_SENDER_DOMAIN": env("MAILGUN_SENDER_DOMAIN"),
    "POSTMARK_SERVER_TOKEN": env("POSTMARK_SERVER_TOKEN"),
}
ANYMAIL = {_name: _key for _name, _key in _PROVIDER_KEYS.items() if _key}
MAIL_PROVIDER = env("MAIL_PROVIDER")
if MAIL_PROVIDER not in {"", "mailgun", "postmark"}:
    raise ImproperlyConfigured(f"MAIL_PROVIDER is {MAIL_PROVIDER!r}. Set it to mailgun, postmark or nothing.")
if MAIL_PROVIDER:
    EMAIL_BACKEND = f"anymail.backends.{MAIL_PROVIDER}.EmailBackend"
# A worker sends over so many connections at once, and at most so many mails a second (0: as many as the server takes).
MAIL_CONNECTIONS = env_int("MAIL_CONNECTIONS", 4)
MAIL_PER_SECOND = env_int("MAIL_PER_SECOND", 0)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "ConductAtlas <alerts@conductatlas.localhost>")

# Looking at documents. USER_AGENT follows RFC 9110, section 10.1.5: who we are and where to complain.
USER_AGENT = f"ConductAtlas/0.1 (+{SITE_URL}/about/#crawler)"
LOOK_EVERY = timedelta(hours=env_int("LOOK_EVERY_HOURS", 24))
SECOND_LOOK_AFTER = timedelta(minutes=env_int("SECOND_LOOK_AFTER_MINUTES", 120))
HOST_GAP_SECONDS = env_int("HOST_GAP_SECONDS", 2)
FETCH_THREADS = env_int("FETCH_THREADS", 8)
# The demo's own pages are the one private address that may be fetched without the flag below.
DEMO_ORIGIN = env("DEMO_ORIGIN", "http://127.0.0.1:8765" if DEVELOPMENT else "").rstrip("/")
ALLOW_PRIVATE_ADDRESSES = env_flag("ALLOW_PRIVATE_ADDRESSES", default=False)

# The WebSub hub that is told of changes in our feeds; without one, readers of feeds ask by themselves.
WEBSUB_HUB = env("WEBSUB_HUB")

# Money. Without a key nothing is sold, and the pages say so; the keys come from Stripe's dashboard.
STRIPE_SECRET_KEY = env("STRIPE_SECRET_KEY")
STRIPE_WEBHOOK_SECRET = env("STRIPE_WEBHOOK_SECRET")
STRIPE_API_BASE = env("STRIPE_API_BASE", "https://api.stripe.com").rstrip("/")
STRIPE_TAX = env_flag("STRIPE_TAX", default=False)
# Where a form of ours may lead to: Stripe's Checkout and portal.
STRIPE_PAGES = env_list("STRIPE_PAGES", "https://checkout.stripe.com,https://billing.stripe.com")

# A language model that may word our drafts better, where one is named: any server with OpenAI's chat completions.
MODEL_URL = env("MODEL_URL").rstrip("/")
MODEL_NAME = env("MODEL_NAME", "default")
MODEL_KEY = env("MODEL_KEY")
MODEL_SECONDS = env_int("MODEL_SECONDS", 30)

# Work in the background. Redis only wakes the workers; what is owed stands in the database.
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "look-at-due-documents": {
        "task": "monitoring.tasks.look_at_due_documents",
        "schedule": timedelta(seconds=15),
    },
    "introduce-owed-provisions": {
        "task": "monitoring.tasks.introduce_owed_provisions",
        "schedule": timedelta(seconds=15),
    },
    "deliver-owed-alerts": {
        "task": "monitoring.tasks.deliver_owed_alerts",
        "schedule": timedelta(seconds=20),
    },
    "deliver-owed-to-channels": {
        "task": "monitoring.tasks.deliver_owed_to_channels",
        "schedule": timedelta(seconds=20),
    },
    "search-for-documents": {
        "task": "monitoring.tasks.search_for_documents",
        "schedule": timedelta(seconds=5),
    },
    "ping-hub": {"task": "monitoring.tasks.ping_websub_hub", "schedule": timedelta(seconds=60)},
    "enqueue-weekly-digests": {
        "task": "monitoring.tasks.enqueue_weekly_digests",
        "schedule": crontab(minute=0),
    },
    "append-to-log": {"task": "platforms.tasks.append_to_log", "schedule": timedelta(seconds=20)},
    "publish-tree-head": {"task": "platforms.tasks.publish_tree_head", "schedule": crontab(minute=0)},
    "stamp-tree-heads": {
        "task": "monitoring.tasks.stamp_tree_heads",
        "schedule": timedelta(minutes=5),
    },
    "reword-by-model": {
        "task": "monitoring.tasks.reword_by_model",
        "schedule": timedelta(minutes=5),
    },
    "make-owed-exports": {
        "task": "conductatlas.tasks.make_owed_exports",
        "schedule": timedelta(seconds=15),
    },
    "expire-exports": {"task": "conductatlas.tasks.expire_exports", "schedule": crontab(minute=40)},
    "reconcile-with-stripe": {
        "task": "billing.tasks.reconcile_subscriptions",
        "schedule": crontab(hour=4, minute=20),
    },
    "remind-and-close-trials": {
        "task": "billing.tasks.remind_and_close_trials",
        "schedule": crontab(minute=10),
    },
    "send-owed-notices": {"task": "billing.tasks.send_owed_notices", "schedule": timedelta(seconds=60)},
}

# The web.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEVELOPMENT:
    SECURE_SSL_REDIRECT = env_flag("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF, *LOGIN_PAGES],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["conductatlas.api.keys.ByKey"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.CursorPagination",
    "PAGE_SIZE": 50,
    # How often stands with the plans, in billing/plans.py.
    "DEFAULT_THROTTLE_CLASSES": [
        "conductatlas.api.limits.PerAddress",
        "conductatlas.api.limits.PerOrganization",
    ],
    # Who asks: the address that our own proxy adds last, never one that the client wrote.
    "NUM_PROXIES": 0 if DEVELOPMENT else 1,
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "conductatlas.api.negotiation.AsDescribed",
    "EXCEPTION_HANDLER": "conductatlas.api.errors.answer_exception",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "SCHEMA_COERCE_PATH_PK": False,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "ConductAtlas API",
    "DESCRIPTION": "Everything ConductAtlas publishes, to read without an account; and what is yours, with a key.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVERS": [{"url": SITE_URL}],
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["conductatlas.api.describing.add_components"],
}

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
}
