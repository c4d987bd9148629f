"""All settings, from the environment. Production refuses to start with a default secret."""

import os
import sys
import warnings
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

try:  # the wheel carries a current SQLite; a system's may lose rows under load, see fairsqlite/base.py
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
except ImportError:
    import sqlite3

    if (3, 7, 0) <= sqlite3.sqlite_version_info < (3, 51, 3):
        warnings.warn(
            f"SQLite {sqlite3.sqlite_version} can damage the file when two writers checkpoint at once (fixed in "
            "3.51.3). Install the pysqlite3 wheel, or use PostgreSQL.",
            RuntimeWarning,
            stacklevel=1,
        )

import dj_database_url

from config import mail

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def env_bool(name: str, default: bool = False) -> bool:
    return env(name, str(default)).lower() in {"1", "true", "yes", "on"}


def env_list(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


MODE = env("SPOJKA_MODE", "development")
if MODE not in {"development", "production"}:
    raise ImproperlyConfigured("SPOJKA_MODE is 'development' or 'production'.")
PRODUCTION = MODE == "production"
TESTING = "PYTEST_VERSION" in os.environ
PREPARED_PROVED = TESTING  # each question is put into SQL once more whenever it is asked, and compared
DEBUG = False  # an error page that shows settings or values has no place here, not even in development
DEMO = env_bool("SPOJKA_DEMO", not PRODUCTION)  # offers the invented people at the sign-in page
FENCED = env_bool("SPOJKA_FENCED")  # the database role does not own the tables: tell PostgreSQL who acts
DATA_DIR = Path(env("SPOJKA_DATA", str(BASE_DIR / "var")))

INSECURE_KEY = "development-only-key-of-no-value-whatsoever-0123456789"
SECRET_KEY = env("SPOJKA_SECRET_KEY", "" if PRODUCTION else INSECURE_KEY)
SECRET_KEY_FALLBACKS = env_list("SPOJKA_OLD_SECRET_KEYS")  # while a key is being changed, docs/provoz
ALLOWED_HOSTS = env_list("SPOJKA_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost,testserver")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if PRODUCTION and host != "*"]
if PRODUCTION:
    if len(SECRET_KEY) < 50 or SECRET_KEY == INSECURE_KEY or len(set(SECRET_KEY)) < 10:
        raise ImproperlyConfigured(
            "Set SPOJKA_SECRET_KEY to at least 50 random characters (`spojka secret` makes one)."
        )
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("Set SPOJKA_HOSTS to the names people type, divided by commas.")
    if env_bool("SPOJKA_DEMO"):
        raise ImproperlyConfigured("SPOJKA_DEMO lets anybody in; it can't be used in production.")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "spojka.base",
    "spojka.audit",
    "spojka.ui",
    "spojka.network",
    "spojka.links",
    "spojka.mail",
    "spojka.access",
    "spojka.search",
    "spojka.members",
    "spojka.phones",
    "spojka.codelists",
    "spojka.figures",
    "spojka.places",
    "spojka.events",
    "spojka.clients",
    "spojka.files",
    "spojka.consents",
    "spojka.receipts",
    "spojka.assessments",
    "spojka.inquiries",
    "spojka.partners",
    "spojka.meetings",
    "spojka.referrals",
    "spojka.cases",
    "spojka.caseplans",
    "spojka.statements",
    "spojka.contracts",
    "spojka.conferences",
    "spojka.groups",
    "spojka.recommendations",
    "spojka.directory",
    "spojka.appointments",
    "spojka.walls",
    "spojka.identities",
    "spojka.soundings",
    "spojka.work",
    "spojka.disclosures",
    "spojka.encounters",
    "spojka.looks",
    "spojka.sheets",
    "spojka.tablets",
    "spojka.signals",
    "spojka.themes",
    "spojka.projects",
    "spojka.counter",
    "spojka.emergencies",
    "spojka.stock",
    "spojka.naloxone",
    "spojka.care",
    "spojka.oldminutes",
    "spojka.shifts",
    "spojka.hubs",  # after those whose pages come first in a phone
    "spojka.quality",
    "spojka.demo",
    "spojka.reports",
    "spojka.keeping",
    "spojka.web",
    "allauth",  # after ours, whose templates come before its own
    "allauth.account",
    "allauth.mfa",
    "axes",
]

MIDDLEWARE = [
    "spojka.web.middleware.language.LanguageMiddleware",  # first: what the guard refuses is said in the right words
    "spojka.web.middleware.guard.GuardMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "spojka.web.middleware.signing.DeviceMiddleware",
    "spojka.web.middleware.tablet.TabletMiddleware",
    "spojka.web.middleware.signing.LoginRequiredMiddleware",
    "spojka.web.middleware.whose.WhoseMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "spojka.web.middleware.acting.ActorMiddleware",
    "spojka.web.middleware.reading.ReadingMiddleware",
    "spojka.web.middleware.acting.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "spojka.web.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "spojka.ui.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "spojka.ui.context_processors.base",
                "spojka.web.context_processors.shell",
            ]
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        env("DATABASE_URL", f"sqlite:///{DATA_DIR / 'spojka.sqlite3'}"), conn_max_age=None, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "config.fairsqlite"
else:  # compiling a question to a list takes longer than the answer
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

AUTH_USER_MODEL = "network.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ["UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator"]
]
AUTH_PASSWORD_VALIDATORS[1] = {"NAME": "spojka.members.passwords.LongEnough", "OPTIONS": {"min_length": 10}}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "spojka.members.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are let in by their organisation, nobody signs up alone
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody gets mail because a stranger typed their address
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {"login": "spojka.members.forms.sign_in.SignIn"}
# axes slows guessing by name and address together; a per-address limit would lock a whole centre behind one router;
# login_failed slows guessing of the second step's codes
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/5m/key", "reauthenticate": "10/m/user"}
MFA_ADAPTER = "spojka.members.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # on one's own machine there is no HTTPS
MFA_TOTP_ISSUER = "Spojka"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the organisation that lets somebody in vouches for the address
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "spojka.members.throttle.name_of"
AXES_CLIENT_IP_CALLABLE = "spojka.members.throttle.address_of"
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "spojka.members.throttle.locked"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["login", "password"]
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("SPOJKA_PROXIES", "0"))

LANGUAGE_CODE = "cs"
LANGUAGES = [("cs", _("Czech")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "language"
FORMAT_MODULE_PATH = ["config.formats"]
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Prague"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static" if not TESTING else None  # tests read the files where they lie
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static.HashedStorage" if not TESTING else "config.static.PlainStorage"},
}
WHITENOISE_USE_FINDERS = TESTING
WHITENOISE_AUTOREFRESH = TESTING  # else every test client would look through all static files

SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_AGE = 36 * 60 * 60  # the longest of members/data/lasting.toml, which says when a device is signed out
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # an old page sends the token of now, see ui/token.js
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("SPOJKA_BEHIND_PROXY") else None
CSRF_FAILURE_VIEW = "spojka.web.errors.csrf"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # bytes of a posted form; a note has 2,000 characters
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # never on a disk, unpacked
FILE_UPLOAD_MAX_MEMORY_SIZE = 25_000_000  # more than any view takes (ui.http.takes_files)
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SMTP = env("SPOJKA_SMTP")
globals().update(mail.settings_of(SMTP, DATA_DIR / "mail"))
MAIL_IS_SENT = bool(SMTP) or TESTING  # else nobody is promised a message
DEFAULT_FROM_EMAIL = env("SPOJKA_MAIL_FROM", f"spojka@{(ALLOWED_HOSTS or ['localhost'])[0].lstrip('.')}")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.JsonFormatter"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
        "nowhere": {"class": "logging.NullHandler"},  # with no handler Python writes to stderr, values and all
    },
    "root": {"handlers": ["stderr"], "level": "INFO" if not TESTING else "CRITICAL"},
    "loggers": {
        # Django's own request log names the path and the exception's values; ours names the view and the reference
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
        "axes": {"level": "ERROR"},
    },
}
