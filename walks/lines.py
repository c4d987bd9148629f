"""Lines of minutes as a hand writes them in a walk, and days as fields take them."""

from datetime import date, timedelta

from playwright.sync_api import Page


def editor(page: Page, path: str = "") -> None:
    if path:
        page.goto(path)
    page.locator("[data-editor]:not([hidden])").wait_for()


def write(page: Page, *lines: str) -> None:
    """Write lines below the last one, by keyboard alone."""
    page.locator("[data-add]").focus()
    for number, line in enumerate(lines):
        page.keyboard.press("Enter")
        if number == 0:
            page.wait_for_function("document.activeElement.matches('.minutes-line textarea')")
        page.keyboard.type(line)


def saved(page: Page) -> None:
    page.locator('[data-says="saved"]:visible').wait_for()


def lines(page: Page) -> list[str]:
    return page.locator(".minutes-line:visible textarea").evaluate_all("all => all.map(one => one.value)")


def day(ahead: int) -> str:
    """Return a day so many days from today."""
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011 a day as people live it
