"""A real Chromium against a real server: `phone(anna).goto("/podchod/")`, `desk(anna)`, `axe(page)`.

A test that asks for them is marked `browser` by itself. It fails on any error in the console, on anything that the
content security policy stopped, on a request to another host and on an answer of 500 or more.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from .entering import enter

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
COME = """() => !document.querySelector('[hx-trigger="load"], .htmx-request, .htmx-swapping, .htmx-settling')"""
CHROMIUMS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]  # the lightest first
# axe runs once on each page: with these its run took 97 ms of the renderer instead of 157
BRIEF = "--js-flags=--no-opt --no-maglev --min-semi-space-size=64 --max-semi-space-size=64"
AXE = Path(__file__).parent / "vendor/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTLED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  await document.fonts.ready
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish() // else colours are mixed
  return document.documentElement.scrollHeight
}"""
UNSEEN = """() => [...document.querySelectorAll("a, button, summary")].filter(one => {
  const { color, backgroundColor } = getComputedStyle(one)
  return one.checkVisibility() && one.innerText.trim() && color === backgroundColor
}).map(one => `unseen: its letters have the colour of its ground: ${one.outerHTML}`)"""  # which axe takes for hidden
REFUSED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")  # a refusal is no fault


def pytest_collection_modifyitems(items):
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Let SQLite live in a file, in memory where we can: each thread of the server has its own connection to it."""
    if "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
        yield
        return
    room = tempfile.mkdtemp(prefix="spojka-test-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    settings.DATABASES["default"]["TEST"]["NAME"] = f"{room}/test.sqlite3"
    yield
    shutil.rmtree(room, ignore_errors=True)


def find_chromium() -> str:
    for name in (os.environ.get("CHROMIUM"), *CHROMIUMS):
        if name and (found := shutil.which(name)):
            return found
    pytest.fail("There is no Chromium here: install it, say in CHROMIUM where it is, or run with -m 'not browser'.")


@pytest.fixture(scope="session")
def chromium():
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's own loop runs in this thread
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", BRIEF])
        yield browser
        browser.close()


class Watch:
    """Remembers what went wrong on the pages of one test. `forgive` holds patterns of what the test provokes."""

    def __init__(self, host: str) -> None:
        self._host = host
        self.faults: list[str] = []
        self.forgive: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", lambda said: self._note(said.text) if said.type == "error" else None)
        context.on("weberror", lambda fault: self._note(str(fault.error)))
        context.on("request", self._request)
        context.on(
            "response", lambda answer: self._note(f"{answer.status} {answer.url}") if answer.status > 499 else None
        )

    def _request(self, request) -> None:
        to = urlsplit(request.url)
        if to.scheme in ("http", "https", "ws", "wss") and to.netloc != self._host:
            self._note(f"asked {request.url}")

    def _note(self, text: str) -> None:
        if not REFUSED.match(text) and not any(re.search(pattern, text) for pattern in self.forgive):
            self.faults.append(text)


@pytest.fixture
def watch(live_server) -> Iterator[Watch]:
    watch = Watch(urlsplit(live_server.url).netloc)
    yield watch
    assert watch.faults == []


@pytest.fixture
def screen(chromium, live_server, watch) -> Iterator[Callable[..., Page]]:
    """Open a page, signed in as an actor or as nobody: `screen(anna, **PHONE, color_scheme="dark")`."""
    opened = []

    def open_(actor=None, **options) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, locale="cs-CZ", timezone_id="Europe/Prague", **options
        )
        context.set_default_timeout(10_000)
        watch.over(context)
        opened.append(context)
        if actor:
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": enter(actor).cookies[name].value, "url": live_server.url}])
        return context.new_page()

    yield open_
    for context in opened:
        context.close()


@pytest.fixture
def phone(screen) -> Callable[..., Page]:
    """Open a page on a phone."""
    return lambda actor=None, **options: screen(actor, **PHONE | options)


@pytest.fixture
def desk(screen) -> Callable[..., Page]:
    """Open a page on a desk's screen."""
    return lambda actor=None, **options: screen(actor, **DESK | options)


class Axe:
    """Asserts that axe finds nothing on a page; `faults` returns what it finds; `turn` makes it another device's."""

    def __init__(self) -> None:
        self._source = AXE.read_text()
        self._sessions: dict[Page, CDPSession] = {}
        self._turned: dict[Page, dict] = {}

    def __call__(self, page: Page) -> None:
        assert self.faults(page) == []

    def turn(self, page: Page, device: dict, look: str) -> None:
        """Show a page on another device, in the light or in the dark, without loading it again."""
        self._turned[page] = device
        page.emulate_media(color_scheme=look)
        self._session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": device.get("has_touch", False)})
        self._resize(page, device["viewport"])

    def faults(self, page: Page) -> list[str]:
        size = self._turned[page]["viewport"] if page in self._turned else page.viewport_size
        tall, over = size["height"], 0
        page.wait_for_function(COME)  # what the page asks for by itself makes it taller than it was measured
        for _ in range(4):  # until no bar hides a control: letters that come late make a page taller
            was, shown = over, tall
            tall = page.evaluate(SETTLED)
            over = tall - shown
            if over <= 0 or over == was:  # as tall as the screen and a bar: such a page grows with it, for ever
                break
            self._resize(page, {"width": size["width"], "height": tall})
        self._load(page)
        found = page.evaluate(
            # preload reads all style sheets into new ones, which the policy stops; no rule of ours needs it
            "rules => axe.run({runOnly: rules, preload: false, resultTypes: ['violations']})"
            ".then(found => found.violations.map("
            "fault => `${fault.id}: ${fault.help}: ${fault.nodes.map(node => node.html).join(' ')}`))",
            RULES,
        )
        found += page.evaluate(UNSEEN)
        self._resize(page, size)
        return found

    def _session(self, page: Page) -> CDPSession:
        if page not in self._sessions:
            self._sessions[page] = page.context.new_cdp_session(page)
        return self._sessions[page]

    def _resize(self, page: Page, size: dict) -> None:
        """Playwright can change the size of a page, not whether it is a phone's: then it is done by the protocol."""
        if page not in self._turned:
            page.set_viewport_size(size)
            return
        device = self._turned[page]
        kind = {"deviceScaleFactor": device.get("device_scale_factor", 1), "mobile": device.get("is_mobile", False)}
        self._session(page).send("Emulation.setDeviceMetricsOverride", size | kind)

    def _load(self, page: Page) -> None:
        """Bring axe into a page by the debugging protocol, which the page's own policy doesn't hinder.

        Not by `page.evaluate`: Playwright would read these 500 kB twice more, to find out that they are no function.
        """
        session = self._session(page)
        if session.send("Runtime.evaluate", {"expression": "'axe' in window"})["result"]["value"]:
            return
        said = session.send("Runtime.evaluate", {"expression": self._source + "; 0"})
        assert "exceptionDetails" not in said, said["exceptionDetails"]


@pytest.fixture
def axe() -> Axe:
    """Look with axe."""
    return Axe()
