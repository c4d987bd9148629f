"""Pictures of sharing: a consent with its scan and receipt, the receipt checked, the client's own look."""

import re
from io import BytesIO
from urllib.parse import urljoin

from playwright.sync_api import Page
from pypdf import PdfReader

from .look import TO_TOP, enter, take


def shared(page: Page) -> None:
    """A consent: the signed paper and the receipt."""
    enter(page, "bara")
    _consent(page)
    page.get_by_role("heading", name="Podepsaný papír").evaluate(TO_TOP)
    take(page, "souhlas-papir")


def checked(page: Page) -> None:
    """What the square of a receipt says, and who looked, on the client's phone."""
    enter(page, "bara")
    _consent(page)
    file = page.get_by_role("link", name="Soubor pro stroje").get_attribute("href")
    token = page.request.get(file).json()["token"]
    page.locator(".over a").first.click()
    page.get_by_role("link", name=re.compile("přístupový list|bez přístupového listu", re.I)).first.click()
    letters = _letters(page)
    page.goto(f"/receipt/#{token}")
    page.get_by_text("nikdo ho nezměnil").wait_for()
    take(page, "doklad-telefon")
    page.goto("/my/")
    page.locator("[name=secret]").fill(letters)
    page.get_by_role("button", name="Otevřít").click()
    page.get_by_role("link", name="Kdo se díval").click()
    page.get_by_role("heading", name="Kdo se díval").wait_for()
    take(page, "kdo-se-dival-telefon")


def _consent(page: Page) -> None:
    """Go to the consent that holds with most recipients, through the clients of the service."""
    page.goto(urljoin(page.url, "clients/"))
    every = [urljoin(page.url, one.get_attribute("href")) for one in page.locator("tbody th a").all()]
    for client in every:
        page.goto(f"{client}consents/")
        card = page.locator("main section:has-text('Nemocnice Lipovec'):has-text('matka')")
        if card.count():
            card.get_by_role("link", name="Otevřít").click()
            return
    raise LookupError("no consent with a hospital and a mother")


def _letters(page: Page) -> str:
    """Make an access sheet and read the letters off the paper."""
    form = page.locator("form[target=_blank]")
    said = {name: form.locator(f"[name={name}]").get_attribute("value") for name in ("csrfmiddlewaretoken", "id")}
    paper = page.request.post(form.get_attribute("action"), form=said, headers={"Referer": page.url})
    text = PdfReader(BytesIO(paper.body())).pages[0].extract_text()
    return "".join(re.findall(r"\b[A-X]{4}\b", text))
