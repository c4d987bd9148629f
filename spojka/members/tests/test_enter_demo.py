"""Being somebody else for a while, in the demonstration only."""

import pytest
from django.urls import reverse

from spojka.members.demo_people import PEOPLE
from tests import make

from .test_sign_in import signed_in


@pytest.fixture
def invented(teren):
    actor = make.member(teren, name="Anička Vymyšlená")
    actor.user.email = PEOPLE[0].email
    actor.user.save()
    return actor


def enter(browser, person):
    return browser.post(reverse("demo_enter"), {"person": person})


def test_offers_and_lets_in_invented_people(invented, browse, settings):
    settings.DEMO = True
    browser = browse()

    page = browser.get(reverse("account_login")).content.decode()
    assert "Anička Vymyšlená" in page
    assert "Podchod" in page
    assert enter(browser, PEOPLE[0].local_part).status_code == 302
    assert signed_in(browser)


def test_elsewhere_there_is_no_such_door(invented, browse, settings):
    settings.DEMO = False
    browser = browse()

    assert "Anička Vymyšlená" not in browser.get(reverse("account_login")).content.decode()
    assert enter(browser, PEOPLE[0].local_part).status_code == 404
    assert not signed_in(browser)


@pytest.mark.parametrize("person", ["nikdo", "", "anna@example.org"])
def test_nobody_real_can_be_entered(anna, browse, settings, person):
    settings.DEMO = True
    anna.user.email = "anna@example.org"
    anna.user.save()
    browser = browse()

    assert enter(browser, person).status_code == 404
    assert not signed_in(browser)


def test_reading_the_address_enters_nobody(invented, browse, settings):
    settings.DEMO = True

    assert browse().get(reverse("demo_enter")).status_code == 405


def test_there_are_at_most_twelve():
    assert len(PEOPLE) == len({person.local_part for person in PEOPLE}) <= 12
