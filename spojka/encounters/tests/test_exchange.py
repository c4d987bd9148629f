"""What an exchange takes back: it is written, corrected with its trace, and read."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localtime

from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content, Taken, acts_of
from spojka.encounters.forms.record import Record
from spojka.encounters.models import Correction, Encounter, Side, Source
from spojka.encounters.parts import TooMuch
from spojka.encounters.templatetags.encounters import who
from spojka.encounters.views.initial import initial_of
from tests import make

OWN = Taken(code="syringe_1", quantity=18)
BACK = (OWN, Taken(code="syringe_1", quantity=3, source=Source.FOUND, is_estimated=True))


@pytest.fixture
def shift(lists, kontakt):
    return make.shift(kontakt, setting="drop_in")


def content(shift, **said):
    usual = {"side": Side.CODE, "code": "KRA 84", "occurred_at": shift.start + timedelta(hours=1)}
    return Content(**usual | {"materials": {"syringe_1": 10}, "taken": BACK, "others": {"syringe_1": 4}} | said)


def recorded(bara, shift, **said):
    lists = catalogue(shift.service, shift.day)
    at = shift.start + timedelta(hours=1)
    return encounters.record(by=bara, id=new_id(), shift=shift, content=content(shift, **said), catalogue=lists, at=at)


def test_writes_what_came_back_and_for_whom(bara, shift):
    made = recorded(bara, shift)

    assert made.handouts.get().others == 4
    assert [(one.quantity, one.source, one.is_estimated) for one in made.taken.order_by("source")] == [
        (3, "found", True),
        (18, "own", False),
    ]
    assert made.acts.get().code == "VP"


def test_other_material_beside_syringes_is_an_act_of_its_own(shift):
    lists = catalogue(shift.service, shift.day)

    assert set(acts_of(content(shift, materials={"syringe_1": 1, "food": 1}), lists)) == {"VP", "HR"}
    assert set(acts_of(content(shift, materials={"food": 1}, taken=(), others={}), lists)) == {"HR"}


def test_what_was_only_found_is_collecting_and_no_exchange(shift):
    lists = catalogue(shift.service, shift.day)
    only = {"materials": {}, "others": {}, "taken": (Taken(code="syringe_1", quantity=14, source=Source.FOUND),)}

    assert acts_of(content(shift, **only), lists) == {"SB": 14}
    assert acts_of(content(shift, side=Side.TALLY, people=0, **only), lists) == {"SB": 14}
    assert set(acts_of(content(shift), lists)) == {"VP"}  # who brings what they found beside their own exchanges


def test_refuses_more_for_others_than_was_given_out(bara, shift):
    with pytest.raises(TooMuch):
        recorded(bara, shift, others={"syringe_1": 11})

    assert not Encounter.objects.exists()


def test_says_the_same_without_what_came_later(shift):
    """A digest from before exchanges were kept is still that of the same words."""
    plain = content(shift, taken=(), others={}, materials={"water": 1}, code="")

    assert plain.digest == content(shift, taken=(), others={}, materials={"water": 1}, code="").digest
    assert plain.digest != content(shift, materials={"water": 1}, others={}, code="").digest


def test_keeps_what_came_back_in_the_trace(bara, shift):
    made = recorded(bara, shift)
    lists = catalogue(shift.service, shift.day)
    said = {"content": content(shift, taken=(OWN,), others={}), "catalogue": lists, "reason": "přepočteno"}

    encounters.correct(by=bara, encounter=made, version=1, at=made.occurred_at, **said)

    assert made.taken.get().quantity == 18
    before = Correction.objects.get().before
    assert before["taken"] == [["syringe_1", 3, "found", True], ["syringe_1", 18, "own", False]]
    assert before["others"] == {"syringe_1": 4}


def test_a_form_of_correction_starts_from_what_stands(bara, shift):
    made = recorded(bara, shift)
    lists = catalogue(shift.service, shift.day)

    values = initial_of(made, lists)

    assert values["taken"] == {"syringe_1": 18}
    assert values["taken_found"] == {"syringe_1": 3}
    assert values["taken_about"]
    assert "acts" not in values  # they just follow


def test_the_form_asks_only_where_something_is_taken_back(bara, anna, lists, kontakt, teren):
    now = make.NOON

    def form(actor, service):
        return Record(actor=actor, catalogue=catalogue(service, make.SATURDAY), now=now)

    assert "taken" in form(bara, kontakt).fields
    assert "taken" not in form(anna, teren).fields


def test_pages_tell_what_came_back(bara, shift, browse):
    made = recorded(bara, shift)

    page = browse(bara).get(f"/podchod/encounters/{made.pk}/").content.decode()

    assert "18×" in page
    assert "asi 3×" in page


@pytest.fixture
def send(bara, shift, browse):
    """Send a tally from the stand."""
    browser, path = browse(bara), f"/podchod/shifts/{shift.pk}/encounters/new/"
    at = f"{localtime(shift.start + timedelta(hours=1)):%Y-%m-%dT%H:%M}"
    return lambda **typed: browser.post(path, {"id": str(new_id()), "side": "tally", "people": "0", "at": at} | typed)


def test_a_find_counts_nobody(send, shift, bara, browse):
    send(**{"taken_found-syringe_1": "14"})

    find = Encounter.objects.get()
    assert (find.side, find.people, find.is_contact) == (Side.TALLY, 0, False)
    assert find.taken.get().quantity == 14
    assert [(act.code, act.quantity) for act in find.acts.all()] == [("SB", 14)]
    assert who(find) == "nález, bez lidí"
    page = browse(bara).get(f"/podchod/encounters/{find.pk}/").content.decode()
    assert '<dt>Lidí</dt><dd class="num">0</dd>' in page


WITH_PEOPLE = [{"taken-syringe_1": "3"}, {"materials-water": "1"}, {"themes": "law"}, {"taken_others-syringe_1": "2"}]


@pytest.mark.parametrize("typed", [{}, *WITH_PEOPLE])
def test_nobody_gets_brings_or_hears_anything(send, typed):
    answer = send(**({"taken_found-syringe_1": "14"} if typed else {}) | typed)

    assert answer.status_code == 422
    assert "Nikdo (0) jde napsat" in answer.context["form"].errors["people"][0]
    assert not Encounter.objects.exists()


def test_a_contact_without_anybody_is_refused_by_the_database(bara, shift):
    made = recorded(bara, shift)
    with pytest.raises(IntegrityError), transaction.atomic():
        Encounter.objects.filter(pk=made.pk).update(people=0)
