"""Somebody who writes minutes in a browser."""

from tests.browser import DESK
from tests.entering import enter


class Writer:
    """One browser with the page of minutes open."""

    def __init__(self, chromium, server, actor, meeting, screen=DESK):
        self.context = chromium.new_context(base_url=server.url, locale="cs-CZ", **screen)
        self.context.set_default_timeout(15_000)
        cookies = {name: one.value for name, one in enter(actor).cookies.items()}
        self.context.add_cookies([{"name": name, "value": said, "url": server.url} for name, said in cookies.items()])
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.goto(f"/podchod/meetings/{meeting.pk}/minutes/")
        self.page.wait_for_selector("[data-editor]:not([hidden])")

    def add(self, *texts):
        """Write lines below the last one, by keyboard alone but for the first button."""
        self.page.click("[data-add]")
        self.page.keyboard.type(texts[0])
        for text in texts[1:]:
            self.page.keyboard.press("Enter")
            self.page.keyboard.type(text)

    def change(self, text, into):
        self.page.evaluate("document.activeElement.blur()")
        at = self.texts().index(text)
        self.page.locator(".minutes-line:visible textarea").nth(at).fill(into)

    def texts(self):
        shown = self.page.locator(".minutes-line:visible textarea")
        return shown.evaluate_all("all => all.map(one => one.value)")

    def saved(self):
        self.page.wait_for_selector('[data-says="saved"]:visible')

    def sees(self, *texts):
        self.page.evaluate("document.activeElement.blur()")
        self.page.wait_for_function(
            "wanted => { const all = [...document.querySelectorAll('.minutes-line textarea')].map(one => one.value)\n"
            "return wanted.every(text => all.some(one => one.includes(text))) }",
            arg=list(texts),
        )
