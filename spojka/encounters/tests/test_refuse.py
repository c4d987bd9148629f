from datetime import timedelta

import pytest

from spojka.base.ids import new_id
from spojka.encounters.models import ServiceRefusal

from .conftest import wall


@pytest.fixture
def refuse(stand, anna, browse):
    def send(by=None, **typed):
        usual = {"id": str(new_id()), "ground": "over_limit", "at": wall(stand.shift.start + timedelta(hours=1))}
        return browse(by or anna).post(f"/podchod/shifts/{stand.shift.pk}/refusals/new/", usual | typed)

    return send


def test_a_refusal_says_why_and_what_instead(refuse):
    refuse(wanted="water", offered="Voda z kohoutku u toalet.")

    refusal = ServiceRefusal.objects.get()
    assert (refusal.ground, refusal.wanted, refusal.offered) == ("over_limit", "water", "Voda z kohoutku u toalet.")


def test_what_they_wanted_may_be_help_and_what_was_offered_is_chosen(refuse):
    refuse(wanted_act="HSC", instead="later")

    refusal = ServiceRefusal.objects.get()
    assert (refusal.wanted, refusal.wanted_act, refusal.instead) == ("", "HSC", "later")


def test_what_people_ask_for_is_offered_first(stand, anna, browse):
    form = browse(anna).get(f"/podchod/shifts/{stand.shift.pk}/refusals/new/").context["form"]

    codes = [code for code, name in form.fields["wanted_act"].choices]
    assert codes.index("PO") < codes.index("OD") < codes.index("KP")
    assert not {"N_CE", "N_AD"} & set(codes)  # nobody comes for our travel


def test_a_repeated_send_makes_one_row(refuse):
    id = str(new_id())

    refuse(id=id)
    refuse(id=id)

    assert ServiceRefusal.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"ground": ""}, "ground"),
        ({"ground": "mood"}, "ground"),
        ({"wanted": "gold"}, "wanted"),
        ({"wanted_act": "GOLD"}, "wanted_act"),
        ({"instead": "gold"}, "instead"),
        ({"ends_service": "on"}, "agreed_by"),
        ({"offered": "x" * 201}, "offered"),
        ({"at": "2020-01-01T10:00"}, "at"),
    ],
)
def test_bad_input_is_answered_at_its_field(refuse, typed, field):
    answer = refuse(**typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not ServiceRefusal.objects.exists()


def test_a_refusal_is_voided(refuse, anna, browse):
    refuse(description="modrá čepice", ends_service="on", agreed_by="Anna, Hana")
    refusal = ServiceRefusal.objects.get()

    browse(anna).post(f"/podchod/refusals/{refusal.pk}/void/")

    refusal.refresh_from_db()
    assert refusal.voided_at
    assert refusal.description == ""


def test_only_the_crew_reads_a_description(refuse, stand, anna, hana, browse):
    refuse(description="modrá čepice")
    browse(anna).post(f"/podchod/shifts/{stand.shift.pk}/join/")

    assert "modrá čepice" in browse(anna).get(f"/podchod/shifts/{stand.shift.pk}/").content.decode()
    assert "modrá čepice" not in browse(hana).get(f"/podchod/shifts/{stand.shift.pk}/").content.decode()


def test_strangers_write_and_void_nothing(refuse, bara, cyril, browse):
    refuse()
    refusal = ServiceRefusal.objects.get()

    for actor in (bara, cyril):
        assert refuse(by=actor).status_code == 404
        assert browse(actor).post(f"/podchod/refusals/{refusal.pk}/void/").status_code == 404
    assert ServiceRefusal.objects.get().voided_at is None
