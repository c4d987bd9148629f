"""Territory: the shipped list, what is typed, and places that follow from it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from spojka.base.ids import new_id
from spojka.places import actions, territory
from spojka.places.models import Place, PlaceKind
from tests import make


def codes(place):
    return (place.municipality, place.district_code, place.municipality_code, place.orp_code, place.region_code)


def test_regions_and_orps_are_all_there():
    levels = [unit.level for unit in territory.units().values()]

    assert (levels.count("region"), levels.count("orp")) == (14, 206)
    assert all(territory.up(unit) for unit in territory.units().values() if unit.level != "region")


def test_what_is_offered_needs_no_diacritics():
    assert [unit.name for unit in territory.matches("usti nad o")] == ["Ústí nad Orlicí"] * 2  # the town and its ORP
    assert territory.matches("  ") == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("brno", "582786"),
        ("Ostrava-Jih", "546135"),
        ("Kravaře", None),
        ("Kravaře (ORP Kravaře)", "507580"),
        ("x", None),
    ],
)
def test_a_shared_name_alone_is_not_guessed(typed, code):
    unit = territory.typed(typed)

    assert (unit.code if unit else None) == code


def test_a_municipality_brings_its_orp_and_region(anna, teren):
    add = {"by": anna, "service": teren, "kind": PlaceKind.VENUE}
    jih = actions.add(**add, id=new_id(), name="Klub", municipality="Ostrava-Jih (Ostrava)")
    unknown = actions.add(**add, id=new_id(), name="Louka", municipality="Lipovec", orp="6201")

    assert codes(jih) == ("Ostrava", "546135", "554821", "8119", "CZ080")
    assert codes(unknown) == ("Lipovec", "", "", "6201", "CZ064")


def test_only_a_head_changes_a_place(anna, hana, bara, teren):
    place = make.place(teren)
    said = {"place": place, "name": "Park", "kind": PlaceKind.LOCALITY, "municipality": "Brno", "orp": ""}

    for by in (anna, bara):
        with pytest.raises(PermissionDenied):
            actions.change(by=by, **said)
    assert codes(actions.change(by=hana, **said)) == ("Brno", "", "582786", "6203", "CZ064")


def test_two_places_of_one_municipality_differ_in_name(hana, teren):
    make.place(teren, name="Park", municipality="Brno")

    said = {"name": "Park", "kind": PlaceKind.LOCALITY, "municipality": "Brno", "orp": ""}
    other = make.place(teren)

    with pytest.raises(actions.NameTaken):
        actions.change(by=hana, place=other, **said)


def test_pages_list_offer_and_mend(hana, anna, teren, browse):
    place = make.place(teren)
    assert "Ukázat je" in browse(anna).get("/podchod/places/").content.decode()
    assert "Brno (ORP Brno)" in browse(anna).get("/podchod/places/offer/?municipality=brn").content.decode()

    browse(hana).post(
        f"/podchod/places/{place.pk}/change/", {"name": "Klub", "kind": "venue", "municipality": "Brno (ORP Brno)"}
    )

    assert Place.objects.get().region_code == "CZ064"
    assert "Jihomoravský kraj" in browse(hana).get("/podchod/places/").content.decode()


@pytest.mark.parametrize(
    ("kind", "municipality", "is_told"), [("venue", "Xyzov", True), ("venue", "Brno", False), ("online", "", False)]
)
def test_saving_says_when_figures_will_leave_a_place_out(hana, teren, browse, kind, municipality, is_told):
    said = {"id": new_id(), "service": teren.pk, "name": "Klub", "kind": kind, "municipality": municipality}

    page = browse(hana).post("/podchod/places/new/", said, follow=True).content.decode()

    assert "Místo je zapsané" in page
    assert ("Jeho obec neznáme" in page) is is_told


def test_a_doubtful_name_comes_back_with_a_question(hana, teren, browse):
    place = make.place(teren)
    said = {"name": "Klub", "kind": "venue", "municipality": "Kravaře"}

    assert browse(hana).post(f"/podchod/places/{place.pk}/change/", said).status_code == 422


def test_the_migration_matches_names_of_their_own_alone(teren):
    clear, shared, unknown = (make.place(teren, municipality=name) for name in ("ostrava", "Kravaře", "Lipovec"))

    import_module("spojka.places.migrations.0005_match_territory").match(apps, None)

    found = [Place.objects.get(pk=one.pk).region_code for one in (clear, shared, unknown)]
    assert found == ["CZ080", "", ""]


@pytest.mark.parametrize("name", ["Lhotka", "Nová Ves", "Královice", "kralovice"])
def test_a_village_is_not_taken_for_a_district_or_a_town(name):
    assert territory.typed(name) is None


def test_the_migration_knows_cities_as_the_list_does():
    cities = import_module("spojka.places.migrations.0005_match_territory").CITIES

    found = {name: territory.columns(territory.typed(name)) for name in cities}
    assert {
        name: tuple(found[name][f"{level}_code"] for level in ("municipality", "orp", "region")) for name in cities
    } == cities


@pytest.mark.parametrize(("role", "status"), [("city_coordinator", 200), ("field_worker", 200), ("auditor", 404)])
def test_whoever_writes_where_is_offered_municipalities(teren, browse, role, status):
    assert browse(make.member(teren, role=role)).get("/podchod/places/offer/?area=brn").status_code == status
