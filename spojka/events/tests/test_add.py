import pytest

from spojka.base.ids import new_id
from spojka.events.models import Event, Organiser
from spojka.places.models import Place
from tests import make


@pytest.fixture
def add(anna, teren, browse):
    def send(by=None, **typed):
        usual = {
            "id": str(new_id()),
            "name": "Letní tání",
            "starts_on": "2026-07-03",
            "ends_on": "2026-07-05",
            "venue": "Letiště",
            "municipality": "Lipovec",
            "organiser": "Tání, z. s.",
            "service": str(teren.pk),
        }
        return browse(by or anna).post("/podchod/events/new/", usual | typed)

    return send


def test_venue_and_organiser_are_found_by_name_or_made(add):
    add()
    add(name="Zimní tání", contact="produkce")

    assert Event.objects.count() == 2
    assert Place.objects.count() == 1
    assert Organiser.objects.get().contact == "produkce"


def test_an_event_of_one_day_needs_one_date(add):
    add(ends_on="")

    event = Event.objects.get()
    assert event.ends_on == event.starts_on


def test_a_repeated_send_makes_one_event(add):
    id = str(new_id())

    add(id=id)
    add(id=id)

    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"ends_on": "2026-07-01"}, "ends_on"),
        ({"ends_on": "2027-07-05"}, "ends_on"),
        ({"starts_on": "zítra"}, "starts_on"),
        ({"expected": "-5"}, "expected"),
        ({"name": "x" * 121}, "name"),
        ({"name": " "}, "name"),
        ({"service": str(new_id())}, "service"),
    ],
)
def test_bad_input_is_answered_at_its_field(add, typed, field):
    answer = add(**typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Event.objects.exists()
    assert not Place.objects.exists()


def test_a_team_of_another_service_is_answered(add, kontakt, hana):
    team = make.team(kontakt)
    both = make.member(kontakt, make.the_service_of(hana))

    answer = add(by=both, team=str(team.pk))

    assert answer.status_code == 422
    assert answer.context["form"].errors["team"]


def test_change_keeps_the_venue(add, anna, browse):
    add()
    event = Event.objects.get()

    typed = {"name": "Letní tání 2026", "starts_on": "2026-07-03", "ends_on": "2026-07-04"}
    browse(anna).post(f"/podchod/events/{event.pk}/change/", typed)

    changed = Event.objects.get()
    assert (changed.name, str(changed.ends_on), changed.venue) == ("Letní tání 2026", "2026-07-04", event.venue)


def test_strangers_see_and_change_no_event(add, bara, cyril, browse):
    add()
    event = Event.objects.get()

    for actor in (bara, cyril):
        for path in (f"events/{event.pk}/", f"events/{event.pk}/change/"):
            assert browse(actor).get(f"/podchod/{path}").status_code == 404
    assert add(by=cyril).status_code == 404
