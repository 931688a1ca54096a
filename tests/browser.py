"""A real browser for tests: how it starts, and what is asked of every page."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import expect, sync_playwright

from tests.signing_in import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

    from verder.network.models import Person

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 30_000
"""Milliseconds in which what a test expects on a page may come: as long as for every other thing that it does there."""
expect.set_options(timeout=PATIENCE)
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
NARROWEST = 320
AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}

# Decorative lines run off the page on purpose and are clipped there, so the width of the page says nothing:
# every element and every line of text is measured instead, apart from what stands in a scroller or a picture.
PROTRUDING = """() => {
  const width = document.documentElement.clientWidth + 1;
  const excused = (element) => element.closest(".verder-scroll, svg, .verder-visually-hidden, .verder-skip, thead");
  const found = [];
  const look = (box, text) => { if (box.width && (box.right > width || box.left < -1)) found.push(text); };
  for (const element of document.body.querySelectorAll("*")) {
    if (excused(element)) continue;
    look(element.getBoundingClientRect(), element.tagName + "." + element.className);
    if (getComputedStyle(element).overflowX === "hidden") continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) look(box, node.textContent.trim());
    }
  }
  if (document.documentElement.scrollWidth > width) found.push("the page itself");
  return found;
}"""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Debian's own Chromium for as long as the block lasts."""
    executable = shutil.which("chromium")
    assert executable, "Tests in a browser need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@contextmanager
def open_page(browser: Browser, *, size: dict[str, int], javascript: bool = True) -> Iterator[Page]:
    """Open an empty page as a new visitor, and hold it against what no page may do when the block ends."""
    # A page that slides while the mouse goes down and up is clicked beside the mark.
    context = browser.new_context(
        viewport=size, locale="nl-NL", java_script_enabled=javascript, reduced_motion="reduce"
    )
    complaints = _listen(context)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert complaints == []


def _listen(context: BrowserContext) -> list[str]:
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    def follow(request: Request) -> None:
        if urlsplit(request.url).hostname not in {"localhost", "127.0.0.1", None}:
            complaints.append(f"asked another host: {request.url}")

    context.on("console", hear)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", follow)
    return complaints


def enter(page: Page, person: Person, address: str) -> None:
    """Let a person in, second step included, as far as the site at `address` is concerned."""
    session = signed_in(person).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}])


def assert_accessible(page: Page) -> None:
    """Hold the page against WCAG 2.2 A and AA and the best practices that axe knows, in light and in dark."""
    page.wait_for_load_state()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options=AXE)
        assert results.violations_count == 0, f"{page.url}, {scheme}:\n{results.generate_report()}"
    page.emulate_media(color_scheme="light")


def assert_no_overflow(page: Page) -> None:
    """Hold the page against the width of small phones, and of a small phone with letters of twice the size."""
    page.wait_for_load_state()
    size = page.viewport_size
    for width in (NARROWEST, PHONE["width"]):
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        assert page.evaluate(PROTRUDING) == [], f"{page.url}, {width} wide"
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.set_viewport_size({"width": 2 * NARROWEST, "height": PHONE["height"]})
    assert page.evaluate(PROTRUDING) == [], f"{page.url}, letters of twice the size"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(size or WIDE)


def look(page: Page, name: str) -> None:
    """Save what the page looks like (wide, phone, dark, paper), when VERDER_SCREENSHOTS names a folder."""
    folder = os.environ.get("VERDER_SCREENSHOTS")
    if not folder:
        return
    page.wait_for_load_state()
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for kind, size, media in (
        ("wide", WIDE, {}),
        ("dark", WIDE, {"color_scheme": "dark"}),
        ("phone", PHONE, {}),
        ("paper", {"width": 794, "height": 1123}, {"media": "print"}),
    ):
        page.set_viewport_size(size)
        page.emulate_media(**media)
        page.screenshot(path=target / f"{name}-{kind}.png", full_page=True)
        page.emulate_media(media="null", color_scheme="null")
    page.set_viewport_size(WIDE)
