"""Pictures of contracts and of agreements between organisations."""

from playwright.sync_api import Page

from .look import at_office, enter, take


def contracts(page: Page) -> None:
    """A contract of the drop-in centre as its manager sees it."""
    enter(page, "gita")
    at_office(page, "Smlouvy a pravidla")
    page.locator("main .matters a").last.click()
    page.get_by_text("Smlouva ve znění dodatku").wait_for()
    take(page, "smlouva")


def agreements(page: Page) -> None:
    """The agreement of the counselling centre with a ward, as its worker sees it."""
    enter(page, "filip")
    at_office(page, "Dohody mezi organizacemi")
    page.get_by_role("link", name="detoxifikační").click()
    page.get_by_text("Co strany řekly").wait_for()
    take(page, "dohoda")
