"""Somebody with a browser, and what anyone can do with it: go, follow, press, write, choose and read.

What they read is asserted in Dutch, as it stands on the page: `submitter.reads("U bent aan zet")`.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from django.utils import timezone
from playwright.sync_api import TimeoutError  # noqa: A004 -- named so by its makers

from tests.browser import assert_accessible, assert_no_overflow, look
from tests.journeys.stage import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator, Page

    from tests.journeys.stage import Stage

    Words = Mapping[str, str]
    """Words by the label of the field in which they are written."""

NOTHING: Words = {}
LOOKS = 40
"""How often somebody looks whether the page is there, before it counts as missing."""


def in_days(days: int) -> str:
    """Return a day from today on, as a date box wants it."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


class Visitor:
    """Somebody with a browser."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page: Page = stage.new_page()

    def goes_to(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(self.stage.address + path)

    def follows(self, link: str) -> None:
        """Follow a link."""
        self._one("link", link).click()

    def presses(self, button: str) -> None:
        """Press a button."""
        self._one("button", button).click()

    def double_clicks(self, button: str) -> None:
        """Press a button twice, as quickly as people do."""
        self._one("button", button).dblclick()

    def goes_back(self) -> None:
        """Go back to the page before."""
        self.page.go_back()

    def has_written(self, label: str) -> str:
        """Return what stands in a field."""
        return self._field(label).input_value()

    def _one(self, role: Literal["link", "button"], name: str) -> Locator:
        spoken = re.escape(name).replace(":", r"\s?:")  # words that are hidden to the eye stand apart from the others
        return self._first(self.page.get_by_role(role, name=re.compile(f"^{spoken}$")), f"{role} ‘{name}’")

    def _field(self, label: str) -> Locator:
        found = self.page.get_by_label(label).and_(self.page.locator("input, textarea, select"))
        return self._first(found, f"field ‘{label}’")

    def _first(self, found: Locator, what: str) -> Locator:
        with suppress(TimeoutError):
            found.first.wait_for(state="attached")
        assert found.count(), f"No {what} on {self.page.url}:\n{self.shown()}"
        return found.first

    def shown(self) -> str:
        """Return all words on the page."""
        return " ".join(self.page.locator("body").inner_text().split())

    def writes(self, label: str, text: str) -> None:
        """Write in the field with this label."""
        self._field(label).fill(text)

    def chooses(self, label: str) -> None:
        """Choose what stands beside a radio button or a box."""
        self._field(label).check()

    def reads(self, *texts: str) -> None:
        """Read these words on the page, in this order, as soon as it is there."""
        for _look in range(LOOKS):
            if not self._missing(texts):
                return
            self.page.wait_for_timeout(PATIENCE / LOOKS)
        assert not self._missing(texts), f"‘{self._missing(texts)}’ does not stand on {self.page.url}:\n{self.shown()}"

    def _missing(self, texts: tuple[str, ...]) -> str:
        """Return the first of the words that is not there after those before it, if any."""
        shown, start = self.shown(), 0
        for text in texts:
            found = shown.find(text, start)
            if found < 0:
                return text
            start = found + len(text)
        return ""

    def does_not_read(self, *texts: str) -> None:
        """Look for words that must not be there."""
        shown = self.shown()
        assert not [text for text in texts if text in shown], shown

    def title(self) -> str:
        """Return the first heading of the page."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def fits(self) -> None:
        """Find the page fit for everyone, on every width."""
        if self.stage.javascript:
            assert_accessible(self.page)
            assert_no_overflow(self.page)

    def looks(self, name: str) -> None:
        """Save what the page looks like, when somebody asked for it."""
        if self.stage.javascript and os.environ.get("VERDER_SCREENSHOTS"):
            look(self.page, f"{self.stage.name}{name}")

    def picks(self, label: str, option: str) -> None:
        """Pick an option in a list that folds out."""
        self._field(label).select_option(label=option)
