"""The stage of a journey: everyone on it has a browser of their own, and the post is delivered when a test says so."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from unittest import mock
from urllib.parse import urlsplit

from django.utils import timezone

from tests.browser import WIDE, open_page
from verder.deliberation.operations import asking, reminders
from verder.post.models import LocalLetter
from verder.post.sending import send_what_is_owed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PATIENCE = 8000
"""Milliseconds in which a page answers, also where many tests run at once."""


@dataclass
class Stage:
    """A running site with its visitors."""

    address: str
    browser: Browser
    javascript: bool
    pages: ExitStack
    name: str = ""
    looks: int = field(default=0)

    def new_page(self) -> Page:
        """Open a page in a browser that nobody used before."""
        page = self.pages.enter_context(open_page(self.browser, size=WIDE, javascript=self.javascript))
        page.set_default_timeout(PATIENCE)
        return page

    def lets_pass(self, days: int) -> None:
        """Let days go by for everyone on the stage, and let the worker remind and warn on the last of them."""
        now, passed = timezone.now, timedelta(days=days)
        self.pages.enter_context(mock.patch.object(timezone, "now", side_effect=lambda: now() + passed))
        reminders.remind(at=timezone.now())
        asking.ask_and_warn(at=timezone.now())


@contextmanager
def open_stage(address: str, browser: Browser, *, javascript: bool) -> Iterator[Stage]:
    """Open a stage; every browser on it is closed, and held against what no page may do, when the block ends."""
    with ExitStack() as pages:
        yield Stage(address, browser, javascript, pages)


def deliver_post() -> None:
    """Send every letter that is owed, as the worker would."""
    send_what_is_owed(clock=timezone.now)


def letters_to(recipient: str) -> list[LocalLetter]:
    """Return what somebody received, oldest first."""
    deliver_post()
    return list(LocalLetter.objects.filter(recipient=recipient).order_by("pk"))


def path_in(letter: LocalLetter, *, whole: bool = False) -> str:
    """Return the path of the one link in a letter, and as a whole also what it asks."""
    (link,) = re.findall(r"https?://\S+", letter.body)
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if whole else parts.path
