"""A lone worker's timer, on the server's side."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember
from spojka.shifts.doors import trouble
from spojka.shifts.models import Briefing, HelpCall, Watch, WatchSign
from tests import make


@pytest.fixture
def watch(send):
    def start(**typed):
        id = str(new_id())
        send("alone", id=id, **{"every": "30", "minutes": 60} | typed)
        return Watch.objects.get(pk=id)

    return start


def test_the_timer_offers_what_the_shift_set(anna, browse, shift):
    Briefing(**shift.ownership, shift=shift, every=45, set_by=anna.id).add()

    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/alone/")

    assert page.context["start"]["every"].value() == 45


def test_a_timer_starts_once(anna, send, shift):
    id = str(new_id())

    for _ in range(2):
        assert send("alone", id=id, every="30", where="Nábřeží").url.endswith(f"#watch={id}/30")

    found = Watch.objects.get()
    assert (found.where, found.recorded_by) == ("Nábřeží", anna.id)
    assert found.due_at - found.occurred_at == timedelta(minutes=30)


def test_a_sign_turns_the_timer_back_and_an_old_one_does_not(send, watch):
    found = watch()

    send("alone/well", watch=str(found.pk), minutes=100)
    send("alone/well", watch=str(found.pk), minutes=80)

    found.refresh_from_db()
    assert found.due_at == found.shift.start + timedelta(minutes=130)
    assert WatchSign.objects.count() == 2


def test_a_phone_whose_clock_is_ahead_does_not_silence_the_timer(anna, send, watch):
    found = watch()

    send("alone/well", watch=str(found.pk), minutes=60 * 24 * 3650)

    assert WatchSign.objects.get().occurred_at <= timezone.now()


def test_one_worker_has_one_timer(watch):
    first, second = watch(), watch(minutes=90)

    first.refresh_from_db()
    assert first.ended_at == second.occurred_at


def test_who_is_back_is_not_missed(anna, send, watch):
    found = watch()

    send("alone/back", watch=str(found.pk), minutes=70)

    assert not Watch.objects.all().overdue(found.due_at + timedelta(hours=9)).exists()
    assert trouble(anna, timezone.now() + timedelta(days=900))["alone"] == []


def test_heads_the_crew_and_the_named_contact_see_who_does_not_answer(anna, hana, teren, shift, watch):
    contact, colleague = make.member(teren, name="Eva Telefonová"), make.member(teren, name="Vít Cizí")
    Briefing(**shift.ownership, shift=shift, contact_id=contact.id, set_by=hana.id).add()
    found = watch()
    late = found.due_at + timedelta(minutes=1)

    for actor in (anna, hana, contact):
        assert [one.who for one in trouble(actor, late)["alone"]] == ["Anna Poledne"]
    assert trouble(colleague, late)["alone"] == []
    assert trouble(hana, found.due_at)["alone"] == []


def test_today_tells_since_when(hana, browse, watch):
    watch()

    page = browse(hana).get("/podchod/").content.decode()

    assert "Anna Poledne: bez ozvání od" in page


def test_a_colleague_who_knows_ends_it_and_says_how(anna, hana, browse, watch):
    found = watch()

    assert browse(hana).post(f"/podchod/watches/{found.pk}/end/", {"note": ""}).status_code == 422
    assert browse(hana).post(f"/podchod/watches/{found.pk}/end/", {"note": "Volala mi."}).status_code == 302

    found.refresh_from_db()
    assert found.ended_at
    assert found.end_note == "Volala mi."


def test_nobody_says_for_another_that_they_are_well(hana, send, watch):
    found = watch()

    assert send("alone/well", by=hana, watch=str(found.pk)).status_code == 404
    assert not WatchSign.objects.exists()


def test_a_sign_of_no_timer_of_this_shift_is_taken_by_none(anna, send, watch):
    found = watch()
    other = make.shift(found.service)

    assert send("alone/well", watch=str(new_id())).status_code == 404
    assert send("alone/well", of=other, watch=str(found.pk)).status_code == 404


def test_a_call_for_help_stands_on_today_until_somebody_knows(anna, hana, browse, lists):
    now = timezone.now()
    times = {"planned_start": now, "planned_end": now + timedelta(hours=5), "started_at": now}
    shift = make.shift(make.the_service_of(anna), day=timezone.localdate(now), **times)
    CrewMember(**shift.ownership, shift=shift, membership_id=anna.id).add()
    id = str(new_id())

    for _ in range(2):
        browse(anna).post(f"/podchod/shifts/{shift.pk}/help/", {"id": id, "called": "155"})
    before = browse(hana).get("/podchod/").content.decode()
    browse(hana).post(f"/podchod/calls/{HelpCall.objects.get().pk}/known/")

    assert "Anna Poledne: volání o pomoc" in before
    assert "volání o pomoc" not in browse(hana).get("/podchod/").content.decode()
    assert HelpCall.objects.get().known_by == hana.id


@pytest.mark.parametrize("typed", [{"every": "1"}, {"every": ""}, {"every": "30", "where": "x" * 121}])
def test_a_timer_that_makes_no_sense_comes_back(send, typed):
    assert send("alone", **typed).status_code == 422
    assert not Watch.objects.exists()


def test_strangers_start_and_end_nothing(bara, cyril, browse, send, watch):
    found = watch()
    for actor in (bara, cyril):
        assert send("alone", by=actor, every="30").status_code == 404
        assert send("help", by=actor, called="155").status_code == 404
        assert browse(actor).post(f"/podchod/watches/{found.pk}/end/", {"note": "x"}).status_code == 404
        assert trouble(actor, found.due_at + timedelta(hours=1))["alone"] == []
    assert Watch.objects.count() == 1
