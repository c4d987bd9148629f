"""Pages on a phone in the light and at a desk in the dark, each loaded once: `looks(phone(hana), addresses) == {}`."""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page

from .browser import DESK, PHONE

DEVICES = {"phone": (PHONE, "light"), "desk": (DESK, "dark")}


@pytest.fixture
def looks(axe) -> Callable[[Page, Iterable[str]], dict[str, list[str]]]:
    """Return what axe finds on pages and what is wrong with their frames, by the address and the device."""

    def look(page: Page, addresses: Iterable[str]) -> dict[str, list[str]]:
        page.set_default_timeout(30_000)
        faults = {}
        for address in addresses:
            page.goto(address)
            for name, (device, light) in DEVICES.items():
                axe.turn(page, device, light)
                if found := axe.faults(page) + shape(page):
                    faults[f"{address} ({name})"] = found
        return faults

    return look


def shape(page: Page) -> list[str]:
    """Return what is wrong with the frame of a page: too wide, no or two main headings, no title, somebody else's.

    A page that says it is another one's sends no form: see ui/whose.js.
    """
    wide, heads, title, is_own = page.evaluate(
        "[document.documentElement.scrollWidth - document.documentElement.clientWidth,"
        " document.querySelectorAll('h1').length, document.title,"
        " !document.body.dataset.who || document.cookie.includes(`whose=${document.body.dataset.who}`)]"
    )
    found = {f"{wide} px too wide": wide > 0, f"{heads} main headings": heads != 1, "no title": len(title) < 3}
    found["page of somebody else"] = not is_own
    return [words for words, is_so in found.items() if is_so]
