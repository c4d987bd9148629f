"""The own look tells whom the service asked about the client, and what came of it; not what was written."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client as Browser
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.consents.actions import openings
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import give, jinde, override
from spojka.inquiries import actions as inquiries
from spojka.inquiries.content import Question
from spojka.looks.asked import asked_about
from spojka.looks.ledger import ledger
from spojka.soundings import actions as soundings
from spojka.soundings.tests.conftest import agreed, ask, filip, klara, poradna, there
from tests import make

__all__ = ["filip", "give", "jinde", "klara", "override", "poradna", "there"]


@pytest.fixture
def shown(issued):
    """Return the page with whom one shares, as the client reads it: shown("uk")."""
    letters = issued()

    def shown_(tongue="cs"):
        browser = Browser()
        browser.post("/my/", {"secret": letters})
        return browser.get(f"/my/sharing/?lang={tongue}").content.decode().replace("\N{NO-BREAK SPACE}", " ")

    return shown_


def inquire(by, client, ground):
    said = {"wants": "information", "what": "OTÁZKA?", "why": "DŮVOD", "due_on": timezone.localdate()}
    about = {"client": client, "ground": ground, "question": Question(**said, kinds=Kind.COURSE)}
    return inquiries.ask(by=by, id=new_id(), **about, at=timezone.now())


def test_an_inquiry_is_told_without_its_words(anna, cyril, jinde, rada, give, shown):
    agreed(rada)
    assert "Koho jsme se na vás ptali" not in shown()
    row = give(anna, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE).recipients.get()
    inquire(anna, rada, row)

    page = shown()
    assert "dotazem se dozvěděli: průběh služby" in page
    assert "Zatím neodpověděli" in page
    assert "OTÁZKA" not in page
    assert "DŮVOD" not in page
    assert "Кого ми питали про вас" in shown("uk")
    assert "Whom we asked about you" in shown("en")


@pytest.mark.parametrize(("told", "is_told"), [("before", True), ("not_told", False)])
def test_what_the_client_may_not_know_is_not_told(anna, hana, jinde, rada, shown, told, is_told):
    now = timezone.now()
    said = {"basis": "duty", "ground": "§ 10", "reason": "x", "kinds": Kind.COURSE, "ends_on": timezone.localdate(now)}
    said |= (
        {"told": told, "told_on": timezone.localdate(now), "told_how": "x"}
        if is_told
        else {"told": told, "untold_why": "Matku."}
    )
    telling = Telling(**said, whom=Whom(institution="Tajný úřad", house=jinde))
    row = openings.record(by=anna, id=new_id(), client=rada, telling=telling, at=now)
    if not is_told:
        row = openings.approve(by=hana, opening=row, words="", at=now)
    inquire(anna, rada, row)

    assert ("Tajný úřad" in shown()) == is_told


def test_a_question_about_a_client_in_common_is_told(klara, filip, teren, poradna, rada, there, shown):
    agreed(rada)
    ask(klara, rada, poradna)
    page = shown()
    assert "Podkroví, Poradna" in page
    assert "jméno jsme neřekli" in page
    assert "Nic nevíme" in page

    soundings.confirm(by=filip, sounding=ask(filip, there, teren), at=timezone.now())
    assert "Obě služby o sobě vědí od" in shown()


def test_it_stands_on_the_paper_and_nobody_else_reads_it(anna, cyril, klara, poradna, rada):
    agreed(rada)
    ask(klara, rada, poradna)

    assert ledger(rada, anna, timezone.now(), [])[:4] == b"%PDF"
    assert [one.whom for one in asked_about(rada, anna)] == ["Podkroví, Poradna"]
    with pytest.raises(PermissionDenied):
        asked_about(rada, cyril)
    assert asked_about(make.client(make.the_service_of(anna)), anna) == []
