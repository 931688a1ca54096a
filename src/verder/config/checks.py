"""What production refuses to start with: what only the demo may have, and a database that is not ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.checks import Warning as Caution
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.urls import Resolver404, resolve

from verder.config.environment import NOBODYS_CONTACT
from verder.network.queries import demo_accounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.checks import CheckMessage

MAILBOX = "/postvak"
# What the server's settings may be so that no statement, parameter or failing row reaches its log; best first.
SILENT = {
    "log_statement": ("none", "ddl"),
    "log_min_error_statement": ("panic", "fatal"),
    "log_min_duration_statement": ("-1",),
    "log_parameter_max_length": ("0",),
}


@register(Tags.security, deploy=True)
def check_mailbox_is_closed(app_configs: object, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 -- Django's signature
    """Refuse a production in which anybody may read everyone's mail."""
    if settings.DEMO:
        return []
    problems: list[CheckMessage] = []
    if settings.MAIL_URL.startswith("mailbox:"):
        hint = "Set VERDER_MAIL_URL to your mail server, for example smtp://mail.example:587."
        problems.append(Error("Mail goes to the demo mailbox.", hint=hint, id="verder.E001"))
    if _resolves(MAILBOX):
        problems.append(Error(f"The demo mailbox {MAILBOX} is open.", hint="Set VERDER_DEMO=no.", id="verder.E002"))
    return problems


@register(Tags.security, deploy=True)
def check_reports_reach_somebody(app_configs: object, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 -- Django's signature
    """Warn when nobody would read what is reported about a weakness."""
    if settings.DEMO or settings.SECURITY_CONTACT != NOBODYS_CONTACT:
        return []
    hint = "Set VERDER_SECURITY_CONTACT to a mail address that somebody reads."
    return [Caution("Reports of vulnerabilities go nowhere.", hint=hint, id="verder.W002")]


def _resolves(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@register(Tags.database, deploy=True)
def check_no_demo_accounts(
    app_configs: object,  # noqa: ARG001 -- Django's signature
    databases: Sequence[str] | None = None,
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    """Refuse a production in which demo accounts may log in."""
    if settings.DEMO or not databases or not _demo_accounts_exist():
        return []
    hint = "Start production with a database of its own: the demo's is for trying out."
    return [Error("The database holds demo accounts.", hint=hint, id="verder.E003")]


@register(Tags.database, deploy=True)
def check_database_is_prepared(
    app_configs: object,  # noqa: ARG001 -- Django's signature
    databases: Sequence[str] | None = None,
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    """Refuse a production whose database was not prepared for this version: every page would fail."""
    if settings.DEMO or not databases or not _has_migrations_to_do():
        return []
    hint = "Run `verder prepare` with the DATABASE_URL of the database's owner."
    return [Error("The database is not prepared for this version.", hint=hint, id="verder.E004")]


def _has_migrations_to_do() -> bool:
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _demo_accounts_exist() -> bool:
    try:
        return bool(demo_accounts())
    except DatabaseError:  # before the first migration there is no table
        return False


@register(Tags.database, deploy=True)
def check_database_is_silent(
    app_configs: object,  # noqa: ARG001 -- Django's signature
    databases: Sequence[str] | None = None,
    **kwargs: Any,  # noqa: ARG001
) -> list[CheckMessage]:
    """Warn when the database would write what people typed into its log."""
    problems: list[CheckMessage] = []
    for name, allowed in SILENT.items() if databases else ():
        with connections["default"].cursor() as cursor:
            cursor.execute("select current_setting(%s)", [name])
            value = cursor.fetchone()[0]
        if value not in allowed:
            hint = f"As a superuser: alter role … set {name} = '{allowed[0]}';"
            problems.append(Caution(f"The database has {name} = {value}.", hint=hint, id="verder.W001"))
    return problems
