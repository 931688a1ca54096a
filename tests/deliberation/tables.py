"""The whole database as one value, to hold before against after."""

from __future__ import annotations

from django.db import connection

_MARK = "SELECT '{name}', md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM {name} t"


def all_tables() -> dict[str, str]:
    """Return a mark for the content of every table; the marks of two moments differ where anything changed."""
    with connection.cursor() as cursor:
        names = sorted(connection.introspection.table_names(cursor))
        cursor.execute(" UNION ALL ".join(_MARK.format(name=name) for name in names))
        return dict(cursor.fetchall())
