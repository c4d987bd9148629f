"""Take a shared tablet over by name and PIN."""

import pytest
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.encounters.models import CrewMember, Encounter
from spojka.members import lasting, pins
from spojka.members.models import Pin
from spojka.tablets import holding
from spojka.tablets.models import Tablet, Turn
from tests import make

from .conftest import PIN, membership


def test_each_record_names_its_worker(tablet, anna, hana):
    assert tablet.take(anna).url == tablet.stand
    assert tablet.write().status_code == 302
    tablet.post("/podchod/tablet/lock/")
    tablet.take(hana)
    tablet.write()

    assert list(Encounter.objects.order_by("pk").values_list("recorded_by", flat=True)) == [anna.id, hana.id]


def test_the_audit_names_the_worker_and_the_tablet(tablet, anna, hana, browse):
    tablet.take(anna)
    tablet.write()

    deed = Entry.objects.get(verb="encounter.record")
    assert (deed.actor_id, deed.tablet_id) == (anna.id, Tablet.objects.get().pk)
    assert "u společného tabletu" in browse(hana).get("/podchod/audit/").content.decode()


def test_without_a_worker_nothing_is_written(tablet):
    assert tablet.write().url == "/podchod/tablet/"
    assert tablet.post(tablet.stand, headers={"HX-Request": "true"}).status_code == 401
    assert not Encounter.objects.exists()


PATHS = ["", "shifts/", "clients/", "clients/find/", "encounters/", "audit/", "reports/contacts/", "people/", "lists/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_worker_at_a_tablet_comes_to_the_stand_only(path, tablet, hana):
    tablet.take(hana)

    answer = tablet.get(f"/podchod/{path}")

    assert answer.status_code == 404 or answer.url == "/podchod/tablet/"


def test_another_shift_is_not_written_at_this_tablet(tablet, hana, teren):
    tablet.take(hana)
    other = make.shift(teren)

    assert tablet.get(f"/podchod/shifts/{other.pk}/encounters/new/").status_code == 404
    assert tablet.get(tablet.stand).status_code == 200


def test_a_wrong_pin_is_told(tablet, anna):
    answer = tablet.take(anna, "1357")

    assert answer.status_code == 422
    assert "PIN nesouhlasí" in answer.content.decode()
    assert tablet.get(tablet.stand).status_code == 302


def test_ten_wrong_pins_end_the_tablet_and_the_pin(tablet, anna, hana):
    told = [tablet.take(anna, "1357") for _ in range(10)]

    assert "Zbývá 1 pokus," in told[8].content.decode()
    assert told[9].status_code == 302
    assert "Desetkrát" in tablet.get("/podchod/tablet/").content.decode()
    assert not Pin.objects.filter(user=anna.user).exists()
    assert Pin.objects.filter(user=hana.user).exists()
    assert tablet.take(hana).status_code == 302
    assert Turn.objects.count() == 10


def test_a_right_pin_lets_the_count_begin_anew(tablet, anna):
    for _ in range(9):
        tablet.take(anna, "1357")
    tablet.take(anna)

    assert holding.tries_left(Tablet.objects.get(), membership(anna)) == 10


def test_another_tablet_gives_no_further_tries(tablet, anna, hana, shift, browse):
    for _ in range(9):
        tablet.take(anna, "1357")
    second = browse(hana)
    second.post(f"/podchod/shifts/{shift.pk}/tablets/")

    second.post("/podchod/tablet/take/", {"who": anna.id, "pin": "1357"})

    assert not Pin.objects.filter(user=anna.user).exists()
    assert list(Tablet.objects.order_by("recorded_at").values_list("ended_why", flat=True)) == ["", "guessed"]


def test_a_new_pin_begins_with_all_its_tries(tablet, anna, hana, shift, browse):
    for _ in range(10):
        tablet.take(anna, "1357")
    pins.set_pin(anna.user, PIN, timezone.now())
    second = browse(hana)
    second.post(f"/podchod/shifts/{shift.pk}/tablets/")

    second.post("/podchod/tablet/take/", {"who": anna.id, "pin": "1357"})

    assert Pin.objects.filter(user=anna.user).exists()
    assert holding.tries_left(Tablet.objects.get(ended_why=""), membership(anna)) == 9


def test_a_copied_cookie_does_not_become_the_next_worker(tablet, anna, hana, client):
    tablet.take(anna)
    client.cookies["session"] = tablet.cookies["session"].value

    assert client.get(tablet.stand).status_code == 200
    tablet.post("/podchod/tablet/lock/")
    tablet.take(hana)

    assert tablet.get(tablet.stand).status_code == 200
    assert client.get(tablet.stand).status_code == 302
    assert client.post("/podchod/tablet/take/", {"who": hana.id, "pin": PIN}).status_code == 302


def test_a_contact_of_another_shift_is_not_taken_back_at_this_tablet(tablet, anna, teren):
    other = make.encounter(make.shift(teren))
    tablet.take(anna)

    assert tablet.post(f"/podchod/encounters/{other.pk}/undo/").status_code == 404
    other.refresh_from_db()
    assert other.voided_at is None


def test_who_is_not_of_the_crew_can_not_take_it(tablet, teren, cyril):
    other = make.member(teren)
    for actor in (other, cyril):
        pins.set_pin(actor.user, PIN, timezone.now())
        assert tablet.take(actor).status_code == 404


def test_who_left_the_crew_loses_the_tablet(tablet, anna):
    tablet.take(anna)
    CrewMember.objects.filter(membership_id=anna.id).delete()

    assert tablet.write().url == "/podchod/tablet/"


def test_it_locks_itself_when_nobody_touches_it(tablet, anna, monkeypatch):
    tablet.take(anna)
    later = timezone.now() + lasting.tablet().lock
    monkeypatch.setattr("spojka.web.middleware.tablet.timezone.now", lambda: later)

    assert tablet.post("/podchod/tablet/awake/").status_code == 401
    assert tablet.write().url == "/podchod/tablet/"


def test_a_first_pin_is_chosen_by_the_password(tablet, anna):
    pins.forget(anna.user)
    page = tablet.get(f"/podchod/tablet/?who={anna.id}").content.decode()
    typed = {"who": anna.id, "pin": "4826"}

    assert 'name="password"' in page
    assert tablet.post("/podchod/tablet/pin/", typed | {"password": "spatne"}).status_code == 422
    for weak in ("1111", "4567", "1987"):
        said = typed | {"password": "heslo-pro-testy", "pin": weak}
        assert tablet.post("/podchod/tablet/pin/", said).status_code == 422
    assert tablet.post("/podchod/tablet/pin/", typed | {"password": "heslo-pro-testy"}).url == tablet.stand
    assert pins.matches(anna.user, "4826")


def test_signing_in_at_the_tablet_makes_it_ones_own(tablet, anna):
    tablet.take(anna)
    tablet.post("/account/login/", {"login": anna.user.email, "password": "heslo-pro-testy"})

    assert tablet.get("/podchod/shifts/").status_code == 200
    tablet.post("/account/logout/")
    assert tablet.get("/podchod/tablet/").status_code == 302


@pytest.mark.parametrize("role", ["volunteer_on_duty", "auditor"])
def test_a_tablet_gives_nobody_more_than_their_role(role, tablet, teren, shift):
    actor = make.member(teren, role=role)
    CrewMember(**shift.ownership, shift=shift, membership_id=actor.id).add()
    pins.set_pin(actor.user, PIN, timezone.now())
    tablet.take(actor)

    assert tablet.get(tablet.stand).status_code == (200 if role == "volunteer_on_duty" else 404)


def test_a_worker_writes_under_a_code_and_takes_it_back(tablet, anna):
    tablet.take(anna)

    tablet.write(side="code", code="MOL 91 T")
    encounter = Encounter.objects.get(client__code__startswith="MOL")
    assert tablet.post(f"/podchod/encounters/{encounter.pk}/undo/").url == tablet.stand

    encounter.refresh_from_db()
    assert encounter.voided_at
    assert tablet.get(f"/podchod/clients/{encounter.client_id}/").status_code == 404


def test_a_page_of_the_one_before_saves_nothing_under_the_next_name(tablet, anna, hana):
    """It lay open in another tab when the tablet was handed over."""
    tablet.take(hana)

    assert tablet.write(page_of=str(anna.user.pk)).status_code == 409
    assert not Encounter.objects.exists()
    assert tablet.write(page_of=str(hana.user.pk)).status_code != 409
