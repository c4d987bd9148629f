"""Pictures of case work: what goes on in a case, and who sees what of whom."""

from playwright.sync_api import Page

from .look import enter, take


def cases(page: Page) -> None:
    """The family's case as a guest finds it, and the people of one's own."""
    enter(page, "filip")
    page.get_by_role("link", name="Případy").first.click()
    listed = page.url
    page.get_by_role("link", name="Rodina Janíkova").click()
    take(page, "pripad")
    page.locator("nav.tabs").get_by_role("link", name="Vyjádření").click()
    page.get_by_role("link", name="Upřesněné vyjádření").click()
    take(page, "vyjadreni")
    page.goto(listed)
    page.get_by_role("link", name="Mirka").click()
    page.get_by_role("link", name="Lidé a sdílení").click()
    take(page, "pripad-lide")
    page.locator("nav.tabs").get_by_role("link", name="Vyjádření").click()
    page.get_by_role("link", name="Otevřít dohodu").click()
    take(page, "dohoda-tymu")
