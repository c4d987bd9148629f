from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.actions import shifts
from spojka.encounters.models import CrewMember, Encounter, ServiceRefusal, Shift
from spojka.network.models import Membership
from spojka.places.models import Place
from tests import make

from .conftest import wall


@pytest.fixture
def plan(anna, browse, lists):
    """Anna fills in the form of a new shift."""
    start = timezone.now().replace(second=0, microsecond=0)

    def send(**typed):
        usual = {
            "id": str(new_id()),
            "setting": "event_zone",
            "new_place": "Náměstí",
            "planned_start": wall(start),
            "planned_end": wall(start + timedelta(hours=7)),
            "crew": [anna.id],
        }
        return browse(anna).post("/podchod/shifts/new/", usual | typed)

    send.start = start
    return send


def test_a_shift_starts_at_once_and_leads_to_the_stand(plan, anna):
    answer = plan()

    shift = Shift.objects.get()
    assert answer.url == f"/podchod/shifts/{shift.pk}/encounters/new/"
    assert shift.is_running
    assert shift.place == Place.objects.get(name="Náměstí")
    assert [str(member.membership_id) for member in CrewMember.objects.all()] == [anna.id]


def test_a_shift_is_only_planned(plan):
    plan(later="1")

    assert Shift.objects.get().started_at is None


def test_an_event_gives_its_venue(plan, teren):
    event = make.event(teren, starts_on=timezone.localdate(), ends_on=timezone.localdate())

    plan(event=str(event.pk), new_place="")

    assert Shift.objects.get().place == event.venue


def test_a_repeated_send_makes_one_shift(plan):
    id = str(new_id())

    plan(id=id)
    plan(id=id)

    assert Shift.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"planned_end": "2020-01-01T10:00"}, "planned_end"),
        ({"planned_end": "2099-01-01T10:00"}, "planned_end"),
        ({"planned_start": "včera"}, "planned_start"),
        ({"new_place": ""}, "place"),
        ({"setting": "moon"}, "setting"),
        ({"crew": [str(new_id())]}, "crew"),
    ],
)
def test_bad_input_is_answered_at_its_field(plan, typed, field):
    answer = plan(**typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Shift.objects.exists()


def test_foreign_events_and_places_are_not_offered(plan, cyril):
    theirs = make.the_service_of(cyril)

    for typed in ({"event": str(make.event(theirs).pk)}, {"place": str(make.place(theirs).pk)}):
        assert plan(**typed).status_code == 422
    assert not Shift.objects.exists()


@pytest.fixture
def close(stand, anna, browse):
    def send(by=None, **typed):
        usual = {"ended_at": wall(stand.shift.planned_end), "note": "Klid."}
        return browse(by or anna).post(f"/podchod/shifts/{stand.shift.pk}/close/", usual | typed)

    return send


def test_closing_keeps_the_real_end_and_shows_the_summary(stand, close, anna, browse):
    stand(**{"materials-water": "2"})
    stand(side="tally", people="37", **{"materials-earplugs": "37"})

    assert close().status_code == 302

    stand.shift.refresh_from_db()
    assert stand.shift.is_closed
    assert stand.shift.closed_by == anna.id
    page = browse(anna).get(f"/podchod/shifts/{stand.shift.pk}/")
    summary = page.context["summary"]
    assert (summary.counts.contacts, summary.counts.tallied) == (1, 37)
    assert summary.materials == [("earplugs", 37), ("water", 2)]


def test_closing_erases_descriptions_when_the_event_is_over(stand, close, anna, browse):
    refusal = {"id": str(new_id()), "ground": "aggression", "description": "vysoký v červené bundě"}
    refusal["at"] = wall(stand.shift.start + timedelta(hours=1))
    browse(anna).post(f"/podchod/shifts/{stand.shift.pk}/refusals/new/", refusal)
    assert ServiceRefusal.objects.get().description

    close()

    assert ServiceRefusal.objects.get().description == ""


def test_a_shift_begun_by_mistake_is_closed_in_the_same_minute(close, stand):
    begun = timezone.now() - timedelta(seconds=1)
    stand.shift.change(started_at=begun)

    assert close(ended_at=wall(begun)).status_code == 302

    stand.shift.refresh_from_db()
    assert begun < stand.shift.ended_at <= timezone.now()


@pytest.mark.parametrize("ended_at", ["2026-07-04T10:00", "2030-01-01T10:00", "9999-01-01T10:00", "ráno"])
def test_an_end_that_can_not_be_true_is_answered(close, stand, ended_at):
    answer = close(ended_at=ended_at)

    assert answer.status_code == 422
    assert answer.context["form"].errors["ended_at"]
    stand.shift.refresh_from_db()
    assert not stand.shift.is_closed


def test_a_closed_shift_is_closed_once(close):
    close()

    assert close().status_code == 422


def test_only_a_head_opens_it_again(close, stand, anna, hana, browse):
    close()

    assert browse(anna).post(f"/podchod/shifts/{stand.shift.pk}/reopen/").status_code == 404
    assert browse(hana).post(f"/podchod/shifts/{stand.shift.pk}/reopen/").status_code == 302
    stand.shift.refresh_from_db()
    assert stand.shift.is_running


def test_one_joins_the_crew_once(stand, anna, browse):
    for _ in range(2):
        browse(anna).post(f"/podchod/shifts/{stand.shift.pk}/join/")

    assert CrewMember.objects.count() == 1


def test_a_planned_shift_is_started(teren, anna, browse, lists):
    shift = make.shift(teren, started_at=None)

    browse(anna).post(f"/podchod/shifts/{shift.pk}/start/")

    shift.refresh_from_db()
    assert shift.is_running


def test_strangers_touch_no_shift(stand, cyril, bara, browse):
    for verb in ("start", "join", "note", "close", "reopen"):
        for actor in (cyril, bara):
            assert browse(actor).post(f"/podchod/shifts/{stand.shift.pk}/{verb}/").status_code == 404
    assert not Encounter.objects.exists()


def test_the_end_can_not_come_before_the_last_contact(stand, close):
    stand(at=wall(stand.shift.start + timedelta(hours=6)))

    answer = close(ended_at=wall(stand.shift.start + timedelta(hours=2)))

    assert answer.status_code == 422
    assert answer.context["form"].errors["ended_at"]


def test_closing_the_last_day_erases_descriptions_of_all_days(teren, anna, browse, lists):
    event = make.event(teren)
    first = make.shift(teren, event=event)
    second = make.shift(teren, event=event, **{name: getattr(first, name) + timedelta(days=1) for name in TIMES})
    for shift in (first, second):
        refusal = {"id": str(new_id()), "ground": "aggression", "description": "červená čepice"}
        refusal["at"] = wall(shift.start + timedelta(hours=1))
        browse(anna).post(f"/podchod/shifts/{shift.pk}/refusals/new/", refusal)

    browse(anna).post(f"/podchod/shifts/{first.pk}/close/", {"ended_at": wall(first.planned_end)})
    assert (
        ServiceRefusal.objects.exclude(description="").count() == 2 - (first.planned_end.date() >= event.ends_on) * 2
    )
    browse(anna).post(f"/podchod/shifts/{second.pk}/close/", {"ended_at": wall(second.planned_end)})

    assert not ServiceRefusal.objects.exclude(description="").exists()


TIMES = ("planned_start", "planned_end", "started_at")


def test_two_who_write_the_note_lose_nothing(stand, anna, browse):
    at = f"/podchod/shifts/{stand.shift.pk}/note/"
    browse(anna).post(at, {"was": "", "note": "Brána je zavřená."})

    answer = browse(anna).post(at, {"was": "", "note": "Dovezli vodu."})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Brána je zavřená." in page
    assert ">\nDovezli vodu.</textarea>" in page  # just as it was typed
    both = {"was": answer.context["form"]["was"].value(), "note": "Brána je zavřená. Dovezli vodu."}
    assert browse(anna).post(at, both).status_code == 302
    stand.shift.refresh_from_db()
    assert stand.shift.note == "Brána je zavřená. Dovezli vodu."


def test_a_planned_shift_that_did_not_take_place_is_cancelled(teren, anna, browse, lists):
    shift = make.shift(teren, started_at=None)

    browse(anna).post(f"/podchod/shifts/{shift.pk}/cancel/")

    shift.refresh_from_db()
    assert shift.is_cancelled
    assert browse(anna).get("/podchod/").context["forgotten"] == []


def test_a_running_shift_can_not_be_cancelled(stand, anna, browse):
    assert browse(anna).post(f"/podchod/shifts/{stand.shift.pk}/cancel/").status_code == 422


def test_start_now_means_now(plan):
    answer = plan(planned_start="2026-07-04T20:00", planned_end="2026-07-05T03:00")

    assert answer.status_code == 422
    assert answer.context["form"].errors["planned_start"]


def test_a_refused_shift_leaves_no_place_behind(plan):
    plan(planned_end="2020-01-01T10:00", new_place="Překlep")

    assert not Place.objects.filter(name="Překlep").exists()


@pytest.mark.parametrize("what", ["event", "place", "team", "crew"])
def test_the_action_itself_takes_nothing_of_another_service(anna, teren, kontakt, cyril, what):
    strange = {
        "event": make.event(kontakt),
        "place": make.place(kontakt),
        "team": make.team(kontakt),
        "crew": [Membership.objects.get(pk=cyril.id)],
    }
    usual = {"event": None, "place": make.place(teren), "team": None, "crew": [], "setting": "event_zone"}
    times = {"planned_start": make.NOON, "planned_end": make.NOON + timedelta(hours=7)}

    with pytest.raises(PermissionDenied):
        shifts.plan(by=anna, id=new_id(), service=teren, **times, **usual | {what: strange[what]})


def test_a_volunteer_sees_no_numbers_and_no_buttons_that_lead_nowhere(teren, stand, browse):
    stand(**{"materials-water": "1"})
    volunteer = browse(make.member(teren, role="volunteer_on_duty"))

    page = volunteer.get(f"/podchod/shifts/{stand.shift.pk}/").content.decode()
    stand_page = volunteer.get(stand.url)

    for address in ("close/", "note/", "join/"):
        assert f"/podchod/shifts/{stand.shift.pk}/{address}" not in page
    assert stand_page.context["counts"].contacts == 0
    assert "code" not in dict(stand_page.context["form"].fields["side"].choices)
