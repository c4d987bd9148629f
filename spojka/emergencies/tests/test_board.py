"""The pages of cards and events in a real browser: what runs at others, what somebody typed long."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from spojka.emergencies.models import IntoxicationCard
from tests import make

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture
def shift(anna, lists):
    start = timezone.now() - timedelta(hours=1)
    times = {"planned_start": start, "planned_end": start + timedelta(hours=7), "started_at": start}
    return make.shift(make.the_service_of(anna), day=timezone.localdate(start), **times)


@pytest.fixture
def other(anna):
    return make.member(make.the_service_of(anna))


def test_one_tap_shows_a_colleagues_running_card_instead_of_starting_another(phone, other, shift, card):
    page = phone(other)

    page.goto(f"/podchod/shifts/{shift.pk}/cards/#start")

    expect(page.get_by_role("heading", name="Běžící karty")).to_be_visible()
    assert IntoxicationCard.objects.count() == 1


def test_one_tap_starts_a_card_where_none_runs(phone, anna, shift):
    page = phone(anna)

    page.goto(f"/podchod/shifts/{shift.pk}/cards/#start")

    page.wait_for_url("**/cards/#card=*")
    assert IntoxicationCard.objects.count() == 1


def test_a_long_word_does_not_push_the_buttons_away(phone, anna, shift, card, tap):
    card.change(occurred_at=timezone.now())
    tap(card, "note", text="x" * 200)
    page = phone(anna)

    page.goto(f"/podchod/shifts/{shift.pk}/cards/#card={card.pk}")
    page.get_by_text("x" * 200).last.wait_for()

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_from_an_ended_card_one_goes_on_to_its_paper_and_sees_no_empty_list(phone, anna, shift, card, tap):
    card.change(occurred_at=timezone.now())
    tap(card, "end_ambulance")
    page = phone(anna)

    page.goto(f"/podchod/shifts/{shift.pk}/cards/#card={card.pk}")
    expect(page.get_by_text("Tato karta je ukončená")).to_be_visible()
    expect(page.get_by_role("heading", name="Co je zapsáno")).to_be_hidden()
    page.get_by_role("link", name="Celá karta, předávací list").click()

    expect(page.get_by_role("link", name="Předávací list")).to_be_visible()
