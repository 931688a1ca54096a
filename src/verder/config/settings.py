"""Django's settings: the same everywhere, apart from what `environment.py` reads."""

from __future__ import annotations

from csp.constants import NONE, SELF

from verder.config.environment import database_settings, read_environment
from verder.config.logs import LOGGING  # noqa: F401 -- a setting

ENVIRONMENT = read_environment()

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.debug
DEMO = ENVIRONMENT.demo
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
BASE_URL = ENVIRONMENT.base_url
SECURITY_CONTACT = ENVIRONMENT.security_contact
MAIL_URL = ENVIRONMENT.mail_url
MAIL_FROM = ENVIRONMENT.mail_from
CONTACT = ENVIRONMENT.contact
CLAMD = ENVIRONMENT.clamd
BOUNCE_IMAP = ENVIRONMENT.bounce_imap
FILE_MOST_BYTES = ENVIRONMENT.file_megabytes * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["verder.web.files.uploads.MemoryOnly"]
SECURE = BASE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "pgtrigger",
    "procrastinate.contrib.django",
    "verder.web",  # before allauth, so that its templates come first
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "template_partials",
    "csp",
    "django_htmx",
    "verder.gate",
    "verder.audit",
    "verder.network",
    "verder.post",
    "verder.files",
    "verder.guidance",
    "verder.distribution",
    "verder.deliberation",
    "verder.workspace",
    "verder.notices",
    "verder.slips",
    "verder.config",
]

MIDDLEWARE = [
    "verder.config.access.log_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "verder.web.leaving_nothing.leave_nothing",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "verder.web.files.uploads.refuse_too_large",
    "verder.web.accounts.second_factor.SecondStepFirst",
    "django_htmx.middleware.HtmxMiddleware",
    "verder.web.methods.explain_not_allowed",
]

ROOT_URLCONF = "verder.config.urls"
WSGI_APPLICATION = "verder.config.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "verder.web.standing.for_templates",
                "verder.web.navigation.for_templates",
                "verder.web.accounts.second_factor.second_step_is_off",
            ],
        },
    },
]

FORM_RENDERER = "verder.web.forms.FormRenderer"

ERASURE_JOURNAL = ENVIRONMENT.data_folder / "erasures.jsonl"
DATABASES = {"default": database_settings(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "network.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "verder.web.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "request_login_code": "verder.web.accounts.forms.AskCodeForm",
    "confirm_login_code": "verder.web.accounts.forms.GiveCodeForm",
}
ACCOUNT_RATE_LIMITS = False  # ours are in the database, for all processes together: verder.web.accounts.entrance
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}
MFA_ADAPTER = "verder.web.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "verder.web.accounts.forms.SecondStepForm",
    "reauthenticate": "verder.web.accounts.forms.ProveAgainForm",
    "activate_totp": "verder.web.accounts.forms.AddAppForm",
    "add_webauthn": "verder.web.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "verder.web.accounts.forms.PasskeyNameForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = False

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]  # a second language is added here, with its catalogue and the locale middleware
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data_folder / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = ["^gezond$"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trusted_proxies else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "verder.web.lost.csrf_failure"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
