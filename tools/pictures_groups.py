"""Pictures of groups: a cell with what it owes, its minutes, what it asked of the town and what came of it."""

from playwright.sync_api import Page

from .look import enter, take


def groups(page: Page) -> None:
    """A police cell as its officer has it, its next meeting with what came back, and minutes that are open."""
    enter(page, "josef")
    page.get_by_role("link", name="Skupiny").first.click()
    page.get_by_role("link", name="Policejní buňka Lipovec-střed").click()
    take(page, "skupina")
    page.locator(".matters a.main").first.click()
    take(page, "program-bunky")


def asked(page: Page) -> None:
    """A measure from its proposal on, and what the public reads of it."""
    enter(page, "klara")
    page.goto("/mesto-lipovec/recommendations/")
    page.get_by_role("link", name="Herny jen mimo okolí škol a nádraží").click()
    take(page, "doporuceni")
    page.goto("/public/mesto-lipovec/groups/")
    page.get_by_role("link", name="Komise prevence kriminality").click()
    take(page, "co-jsme-zadali")
