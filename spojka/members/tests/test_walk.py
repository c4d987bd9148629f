"""From the invitation to the last day, as people click it."""

import re

import pytest
from django.core import mail

from tests import make

pytestmark = pytest.mark.slow
PASSWORD = "tři velbloudi u vody"


@pytest.fixture
def hana(transactional_db):
    service = make.service(organisation=make.organisation(slug="podchod", name="Podchod"), name="Noční život")
    return make.member(service, name="Hana Večerní", role="service_head")


def invite(page):
    page.goto("/podchod/people/")
    page.get_by_role("link", name="Pozvat člověka").click()
    page.get_by_label("E-mail").fill("nina@example.org")
    page.get_by_label("Pracovní jméno").fill("Nina Nová")
    page.get_by_text("terénní pracovník").click()
    page.get_by_text("Noční život", exact=True).last.click()
    page.get_by_role("button", name="Poslat pozvánku").click()
    page.get_by_text("Odkaz v něm platí do").wait_for()
    return re.search(r"http\S+", mail.outbox[0].body)[0]


def test_somebody_is_invited_comes_and_is_let_go(hana, desk, phone, axe):
    head, nina = desk(hana), phone()

    nina.goto(invite(head))
    axe(nina)
    nina.get_by_label("Heslo", exact=True).fill(PASSWORD)
    nina.get_by_label("Heslo ještě jednou").fill(PASSWORD)
    nina.get_by_role("button", name="Přijmout a přihlásit se").click()
    nina.get_by_text("Vítejte.").wait_for()

    head.goto("/podchod/people/")
    head.get_by_role("link", name="Nina Nová").click()
    head.get_by_role("link", name="Ukončit působení").click()
    head.get_by_role("button", name="Ukončit působení").click()
    head.get_by_text("Konec je zapsaný.").wait_for()
    nina.goto("/podchod/people/")
    nina.get_by_role("heading", name="Přihlásit se").wait_for()
