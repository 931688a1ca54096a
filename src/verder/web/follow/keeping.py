"""The cookie that keeps a dilemma's page open on one browser, for as long as a working day, without a session."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponseBase

COOKIE = "verder_follow"
SALT = "verder.follow"
FOR = timedelta(hours=8)
MOST = 5


def kept(request: HttpRequest) -> tuple[uuid.UUID, ...]:
    """Read the keys of the dilemmas that this browser may open, the last opened first."""
    value = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=FOR)
    return tuple(uuid.UUID(key) for key in json.loads(value)) if value else ()


def keep(response: HttpResponseBase, key: uuid.UUID, *, besides: Sequence[uuid.UUID]) -> None:
    """Let this browser open one more dilemma, besides those that it may open already."""
    keys = list(dict.fromkeys([key, *besides]))[:MOST]
    response.set_signed_cookie(
        COOKIE,
        json.dumps([one.hex for one in keys], separators=(",", ":")),
        salt=SALT,
        max_age=FOR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponseBase) -> None:
    """Close every page that this browser had open."""
    response.delete_cookie(COOKIE, samesite="Lax")
