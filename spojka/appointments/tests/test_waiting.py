"""The waiting list, offers with terms, and housing that tells what is free."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.appointments import reading, reminding
from spojka.appointments.actions import homes
from spojka.appointments.actions import waiting as actions
from spojka.appointments.models import WaitingOffer
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.directory.models import Capacity
from tests import make

from .conftest import entry_of

DAY = timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def wait(anna, teren, today):
    def of(ago, by=None, **said):
        usual = {"purpose": "bydlení", "client": None, "who": f"čeká {ago}", "precedence": "", "note": ""}
        known = {"since": today - ago * DAY, "today": today}
        return actions.add(by=by or anna, id=new_id(), service=teren, **usual | said, **known)

    return of


def test_they_wait_by_day_but_for_those_with_a_reason(anna, teren, wait, today):
    wait(10)
    wait(30)
    wait(1, precedence="malé děti")

    assert [one.who for one in reading.waiting(teren, anna)] == ["čeká 1", "čeká 30", "čeká 10"]
    assert reading.lengths(teren, anna, today) == reading.Lengths(3, 30, None)


def test_who_accepts_got_a_place_and_counts_how_long_it_took(anna, teren, wait, today):
    for ago in (10, 20, 60):
        said = {"id": new_id(), "waiting": wait(ago), "what": "byt", "answer_by": today, "today": today}
        actions.answer(by=anna, offer=actions.offer(by=anna, **said), answer="accepted", today=today)

    assert reading.lengths(teren, anna, today) == reading.Lengths(0, None, 20)


def test_the_usual_wait_is_a_number_of_days_in_words(anna, teren, wait, today, browse):
    for ago in (4, 7):
        said = {"id": new_id(), "waiting": wait(ago), "what": "byt", "answer_by": today, "today": today}
        actions.answer(by=anna, offer=actions.offer(by=anna, **said), answer="accepted", today=today)

    page = browse(anna).get(f"/podchod/waiting/?service={teren.pk}").content.decode()
    assert '<dd class="num">7 dní</dd>' in page.replace("\N{NO-BREAK SPACE}", " ")


def test_each_purpose_has_its_own_order(anna, teren, wait, browse):
    wait(6)
    wait(20, purpose="substituce")

    page = browse(anna).get(f"/podchod/waiting/?service={teren.pk}").content.decode()

    assert [who in page for who in ("1. čeká 6", "1. čeká 20", "2. čeká 20")] == [True, True, False]


def test_an_offer_past_its_term_waits_on_today(anna, bara, wait, today):
    said = {"waiting": wait(5), "what": "byt", "answer_by": today - DAY, "today": today - 3 * DAY}
    offer = actions.offer(by=anna, id=new_id(), **said)

    assert [one.ring for one in reminding.waiting(anna, timezone.now(), today)] == ["late"]
    assert reminding.waiting(bara, timezone.now(), today) == []
    actions.answer(by=anna, offer=offer, answer="silent", today=today)
    assert reminding.waiting(anna, timezone.now(), today) == []


def test_there_is_one_open_offer_and_ending_closes_it(anna, wait, today):
    one = wait(5)
    said = {"waiting": one, "what": "byt", "answer_by": today, "today": today}
    actions.offer(by=anna, id=new_id(), **said)

    with pytest.raises(Refusal):
        actions.offer(by=anna, id=new_id(), **said)
    actions.end(by=anna, waiting=one, why="gave_up", today=today)
    assert WaitingOffer.objects.get().answer == "silent"
    with pytest.raises(Refusal):
        actions.end(by=anna, waiting=one, why="other", today=today)


def test_a_client_waits_for_one_thing_once(teren, wait):
    client = make.client(teren)
    wait(2, client=client, who="")

    with pytest.raises(Refusal):
        wait(1, client=client, who="")


def test_a_stranger_writes_nobody_down(bara, wait, today):
    with pytest.raises(PermissionDenied):
        wait(1, by=bara)
    with pytest.raises(PermissionDenied):
        actions.end(by=bara, waiting=wait(1), why="other", today=today)


def test_free_homes_are_told_in_the_directory(hana, anna, teren, lists, today):
    entry_of(hana, teren).change(ways=["residential"])
    flats = [homes.add(by=hana, id=new_id(), service=teren, name=f"Byt {n}", today=today) for n in (1, 2)]
    said = {"id": new_id(), "home": flats[0], "client": None, "who": "Rodina", "since": today - DAY, "today": today}

    stay = homes.begin(by=anna, **said)

    with pytest.raises(Refusal):
        homes.begin(by=anna, **said | {"id": new_id()})
    with pytest.raises(Refusal):
        homes.close(by=hana, home=flats[0], today=today)
    homes.end(by=anna, stay=stay, until=today, today=today)
    told = Capacity.objects.order_by("recorded_at", "pk").values_list("free", "in_care")
    assert list(told) == [(1, 0), (2, 0), (1, 1), (2, 0)]


def test_a_worker_adds_no_home_and_a_stranger_no_stay(anna, bara, hana, teren, today):
    with pytest.raises(PermissionDenied):
        homes.add(by=anna, id=new_id(), service=teren, name="Byt", today=today)
    home = homes.add(by=hana, id=new_id(), service=teren, name="Byt", today=today)
    with pytest.raises(PermissionDenied):
        homes.begin(by=bara, id=new_id(), home=home, client=None, who="x", since=today, today=today)


def test_places_are_counted_for_each_thing_that_is_waited_for(anna, wait, browse):
    for ago, purpose in ((9, "bydlení"), (8, "bydlení"), (7, "terapie")):
        wait(ago, purpose=purpose)

    page = browse(anna).get("/podchod/waiting/").content.decode()
    assert [words in page for words in ("1. čeká 9", "2. čeká 8", "1. čeká 7")] == [True] * 3
