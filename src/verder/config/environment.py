"""The environment, parsed once: what differs between one installation and the next."""

from __future__ import annotations

import os
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

SHORTEST_SECRET = 50


class MissingSetting(Exception):
    """A setting that this mode cannot do without is not given."""


NOBODYS_CONTACT = "verder@localhost"
"""Where a vulnerability is reported as long as nobody said where; fine for a demo alone."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What an installation may set; every name here is an environment variable `VERDER_…`."""

    demo: bool
    debug: bool
    secret_key: str
    database_url: str
    hosts: tuple[str, ...]
    base_url: str
    data_folder: Path
    mail_url: str
    mail_from: str
    contact: str
    """The mail address at which anyone reaches the secretariat; the sender of letters when nothing is given."""
    security_contact: str
    trusted_proxies: int
    second_factor: bool
    clamd: str
    """The virus scanner: a path of its socket, or `host:port`; empty for none."""
    bounce_imap: str
    """The mailbox that undeliverable letters come back to: `imaps://user:password@host`; empty for none."""
    file_megabytes: int
    """The largest file that may be added."""


def is_yes(name: str) -> bool:
    """Tell whether an environment variable says yes."""
    return os.environ.get(name, "").lower() in {"1", "yes", "true", "on"}


def _secret_key(*, demo: bool) -> str:
    key = os.environ.get("VERDER_SECRET_KEY", "")
    if len(key) < SHORTEST_SECRET and not demo:
        message = "Set VERDER_SECRET_KEY to at least 50 random characters, or VERDER_DEMO=yes to try Verder out."
        raise MissingSetting(message)
    return key or "demo-only-key-that-production-refuses-to-start-with-0123456789"


def _base_url(*, demo: bool) -> str:
    base_url = os.environ.get("VERDER_BASE_URL", "http://127.0.0.1:8000" if demo else "")
    is_at_home = urlsplit(base_url).hostname in {"127.0.0.1", "localhost"}
    if not base_url:
        message = "Set VERDER_BASE_URL to the public address of this installation, for example https://verder.example."
        raise MissingSetting(message)
    if not base_url.startswith("https://") and not demo and not is_at_home:
        message = (
            "VERDER_BASE_URL must begin with https://, since people log in there and write in confidence. Let a proxy "
            "in front of Verder speak https, and set VERDER_TRUSTED_PROXIES=1."
        )
        raise MissingSetting(message)
    return base_url.rstrip("/")


def _bounce_imap() -> str:
    url = os.environ.get("VERDER_BOUNCE_IMAP", "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"imaps", "imap+starttls"} or not parts.hostname):
        message = "VERDER_BOUNCE_IMAP must be imaps://user:password@host or imap+starttls://user:password@host."
        raise MissingSetting(message)
    return url


def read_environment() -> Environment:
    """Read and check the environment; raise MissingSetting with what to do when it falls short."""
    demo = is_yes("VERDER_DEMO")
    base_url = _base_url(demo=demo)
    mail_from = os.environ.get("VERDER_MAIL_FROM", "Verder <verder@localhost>")
    return Environment(
        demo=demo,
        debug=demo and is_yes("VERDER_DEBUG"),
        secret_key=_secret_key(demo=demo),
        database_url=os.environ.get("DATABASE_URL", ""),
        hosts=(urlsplit(base_url).hostname or "127.0.0.1", *(("localhost", "127.0.0.1") if demo else ())),
        base_url=base_url,
        data_folder=Path(os.environ.get("VERDER_DATA", "data")).resolve(),
        mail_url=os.environ.get("VERDER_MAIL_URL", "mailbox:" if demo else "smtp://127.0.0.1:25"),
        mail_from=mail_from,
        contact=os.environ.get("VERDER_CONTACT") or parseaddr(mail_from)[1],
        security_contact=os.environ.get("VERDER_SECURITY_CONTACT", NOBODYS_CONTACT).removeprefix("mailto:"),
        trusted_proxies=int(os.environ.get("VERDER_TRUSTED_PROXIES", "0")),
        second_factor=not demo or is_yes("VERDER_SECOND_FACTOR"),
        clamd=os.environ.get("VERDER_CLAMD", ""),
        bounce_imap=_bounce_imap(),
        file_megabytes=int(os.environ.get("VERDER_FILE_MB", "10")),
    )


def database_settings(url: str) -> dict[str, object]:
    """Turn `postgres://user:password@host:port/name` into Django's database settings."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # A pool hands out connections from before the database was restarted, unless each is looked at.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }
