"""Pictures of what is written with a client: a section of the entry form, the ecomap."""

from urllib.parse import urljoin

from playwright.sync_api import Page

from .look import enter, take


def forms(page: Page) -> None:
    """The client of the counselling centre who has both."""
    enter(page, "filip")
    page.goto(urljoin(page.url, "clients/"))
    addresses = page.locator("main tbody a").evaluate_all("all => all.map(one => one.href)")
    for address in addresses:
        page.goto(address)
        if page.get_by_role("link", name="Ekomapa").count():
            break
    page.get_by_role("link", name="Ekomapa").click()
    page.mouse.move(0, 0)
    take(page, "ekomapa")
    page.get_by_role("link", name="Vstupní formulář a posouzení").click()
    page.get_by_role("link", name="Rodina a bydlení").click()
    take(page, "oddil-formulare")
