"""What a walk says: sign in, go, fill, press; and what is looked at on every page it shows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from django.utils import translation
from playwright.sync_api import Browser, Error, Locator, Page, expect

from spojka.ui.words import day
from tests.browser import Axe, Watch

from .ways import Way

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Colours glide. What is folded away never says that it has finished: its state is asked, its promise would hang.
STILL = """() => document.getAnimations().every(
  one => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity
)"""
MAIN = "main, dialog[open]"
PATIENCE = 120_000  # ms: a machine that does other things, too; how fast it is, the benchmarks say
expect.set_options(timeout=PATIENCE)
ENDINGS = {
    "application/pdf": "pdf",
    "text/calendar": "ics",
    "text/csv": "csv",
    "application/json": "json",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}


class Walk:
    """One walk on one way. `page` is the page of whoever signed in last."""

    def __init__(
        self, browser: Browser, address: str, way: Way, name: str, pictures: Path, data: Path | None = None
    ) -> None:
        self.browser, self.address, self.way, self.name, self.data = browser, address, way, name, data
        self.pictures = pictures / way.name
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.watch, self.axe = Watch(urlsplit(address).netloc), Axe()
        self.taken, self.problems = 0, list[str]()
        self.page: Page

    def words(self, msgid: str, **values: object) -> str:
        """Return a message of the screens in the walk's language; `context|message` where it has a context."""
        context, _, message = msgid.rpartition("|")
        with translation.override(self.way.language):
            found = translation.pgettext(context, message) if context else translation.gettext(msgid)
        return found % values if values else found

    def count(self, one: str, many: str, n: int) -> str:
        """Return a message that counts, as `words` does."""
        with translation.override(self.way.language):
            return translation.ngettext(one, many, n) % {"n": n}

    def day(self, one: date) -> str:
        """Return a day as the screens write it."""
        with translation.override(self.way.language):
            return day(one, True)

    # who, where

    def enter(self, who: str) -> Page:
        """Come as one of the invented people, on a browser of their own."""
        page = self.nobody()
        page.goto("/account/login/")
        page.locator(f"form:has([value={who}]) button").first.click()
        page.wait_for_url(re.compile(r"^(?!.*/account/login/)"))
        return page

    def nobody(self) -> Page:
        """Come as somebody without an account."""
        context = self.browser.new_context(
            base_url=self.address,
            locale="cs-CZ",
            timezone_id="Europe/Prague",
            accept_downloads=True,
            **self.way.screen,
        )
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "language", "value": self.way.language, "url": self.address}])
        self.watch.over(context)
        self.page = context.new_page()
        return self.page

    def go(self, path: str) -> None:
        self.page.goto(path)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    # what a hand does

    def link(self, msgid: str, within: str = "body") -> None:
        """Follow the first link one sees whose words hold this message."""
        self._named("a", msgid, within).click()
        self.page.wait_for_load_state()

    def press(self, msgid: str, within: str = MAIN) -> None:
        """Press the first button one sees whose words hold this message."""
        self._named("button", msgid, within).click()
        self.page.wait_for_load_state()

    def open(self, msgid: str, within: str = MAIN) -> None:
        """Unfold what has this heading, if it is folded."""
        folded = self._named("summary", msgid, within)
        if not folded.evaluate("one => one.parentElement.open"):
            folded.click()

    def _named(self, tag: str, msgid: str, within: str) -> Locator:
        words = self.words(msgid)
        found = self.page.locator(within).locator(f"{tag}:visible").filter(has_text=words)
        return found.or_(self.page.locator(within).locator(f'{tag}[aria-label="{words}"]:visible')).first

    def fill(self, name: str, value: str) -> None:
        """Write into the field one sees of this name."""
        self.page.locator(f'[name="{name}"]:visible').first.fill(value)

    def choose(self, name: str, value: str) -> None:
        """Choose of a list, or of choices shown as buttons, by the value."""
        field = self.page.locator(f'select[name="{name}"]:visible')
        if field.count():
            field.first.select_option(value)
        else:
            one = self.page.locator(f'[name="{name}"][value="{value}"]').first
            label = one.locator("xpath=ancestor::label[1]")  # what a finger meets, once it is still and uncovered
            if label.count() and not one.is_checked():
                label.click()
            else:
                one.check(force=True)
            expect(one).to_be_checked()

    # what is seen

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Wait until this stands somewhere where it can be seen. Give `words(…)` for what the screens say."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def sees_not(self, text: str) -> None:
        expect(self.page.get_by_text(text).locator("visible=true")).to_have_count(0)

    def refused(self, name: str, kept: str | None = None) -> None:
        """See the fault at a field, said in words; what was typed is still there."""
        field = self.page.locator(f'[name="{name}"]').first
        expect(self.page.locator('[role="alert"]:visible, [aria-invalid="true"]:visible').first).to_be_visible()
        if kept is not None:
            expect(field).to_have_value(kept)

    def picture(self, name: str) -> None:
        """Look at the page: keep it light and dark, whole; note what axe finds and whether it is too wide."""
        self.taken += 1
        self.page.wait_for_load_state("networkidle")
        if (over := self.page.evaluate(WIDER)) > 0:
            self.problems.append(f"{self.path}: {over} px too wide")
        for look in ("light", "dark"):
            self._look(look)
            self.problems += [f"{self.path} ({look}): {fault}" for fault in self.axe.faults(self.page)]
            self.page.screenshot(path=self.pictures / f"{self.name}-{self.taken:02}-{name}-{look}.png", full_page=True)
        self._look("light")

    def _look(self, look: Literal["light", "dark"]) -> None:
        self.page.emulate_media(color_scheme=look)
        self.page.evaluate("dispatchEvent(new Event('storage'))")  # a page that stands asks for its look anew then
        self.page.wait_for_function(STILL)

    def paper(self, link: Locator) -> Path:
        """Take a file from a link; a PDF is one, and has pages."""
        href = link.get_attribute("href")
        answer = self.page.request.get(f"{self.address}{href}" if href.startswith("/") else href)
        assert answer.ok, (href, answer.status)
        return self._kept(answer.body(), answer.headers["content-type"])

    def _kept(self, content: bytes, kind: str) -> Path:
        self.taken += 1
        ending = ENDINGS.get(kind.partition(";")[0], "bin")
        path = self.pictures / f"{self.name}-{self.taken:02}.{ending}"
        path.write_bytes(content)
        assert ending != "pdf" or content.startswith(b"%PDF"), path
        return path

    # what goes wrong

    @contextmanager
    def lost_answer(self, pattern: str = "**/*") -> Iterator[list[str]]:
        """Let what is sent reach the server, and its answer be lost on the way; yield where that happened."""
        lost = []

        def lose(route):
            if route.request.method == "POST":
                route.fetch()
                lost.append(route.request.url)
                with suppress(Error):  # one that was still on its way when the fault was over goes on by itself
                    route.abort("connectionreset")
            else:
                route.continue_()

        with self._fault():
            self.page.route(pattern, lose)
            try:
                yield lost
            finally:
                self.page.unroute(pattern)

    @contextmanager
    def no_network(self) -> Iterator[None]:
        with self._fault():
            self.page.context.set_offline(True)
            try:
                yield
            finally:
                self.page.context.set_offline(False)

    @contextmanager
    def _fault(self) -> Iterator[None]:
        """Forgive the browser what it says of the network meanwhile, and nothing else."""
        said = ["Failed to load resource", "net::ERR", "Failed to fetch"]
        self.watch.forgive += said
        try:
            yield
        finally:
            for one in said:  # another fault may have begun meanwhile
                self.watch.forgive.remove(one)

    def is_closed_to(self, who: str, *paths: str) -> None:
        """See that each page is for somebody else not there: 404, on asking and on sending."""
        kept, stranger = self.page, self.enter(who)
        token = next(one["value"] for one in stranger.context.cookies() if one["name"].endswith("csrftoken"))
        for path in paths:
            got = stranger.request.get(path).status
            sent = stranger.request.post(path, form={}, headers={"X-CSRFToken": token, "Referer": self.address}).status
            assert got == 404, (who, path, got)
            assert sent in (404, 405), (who, path, sent)
        stranger.context.close()
        self.page = kept
