"""What a service offers on a day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from spojka.codelists import actions, shipped
from spojka.codelists.catalogue import catalogue, catalogues, choices, names
from spojka.codelists.fields import CodeField, CodesField
from spojka.codelists.models import Entry
from tests import make

from .conftest import DAY

KINDS = [row["code"] for row in shipped.rows(shipped.files()) if row["list"] == "service_kind"]


@pytest.fixture
def hana(lists, hana):
    return hana


def codes(items):
    return [item.code for item in items]


def test_offers_a_nightlife_team_what_its_stand_needs(lists, teren):
    found = catalogue(teren, DAY)

    assert codes(found.items("material"))[:6] == ["earplugs", "water", "condom", "filters", "vitamins", "leaflet"]
    assert {"AL", "AI", "IZA", "IS", "N_CE"} <= set(codes(found.items("act")))
    assert "VP" not in codes(found.items("act"))
    assert len(found.items("theme")) == 10
    assert [item.short for item in found.items("sex")] == ["Žena", "Muž", "Jinak"]


def test_offers_a_drop_in_centre_its_exchange_and_no_training_of_bar_staff(lists, kontakt):
    found = catalogue(kontakt, DAY)

    assert {"VP", "HSC", "KP"} <= set(codes(found.items("act")))
    assert "SC" not in codes(found.items("act"))
    assert "syringe_1" in codes(found.items("material"))


def test_offers_everything_to_a_kind_of_service_nobody_knows(lists):
    found = catalogue(make.service(kind="unheard"), DAY)

    assert len(found.items("act")) == Entry.objects.filter(list="act").count()


def test_keeps_an_items_minutes_limit_and_extra_words(lists, teren):
    found = catalogue(teren, DAY)

    assert found.find("act", "AI").minutes == 60
    assert found.find("material", "earplugs").limit == 2
    assert found.find("material", "earplugs").extra["unit"] == "pair"
    assert found.find("material", "earplugs").short == "Špunty"
    with translation.override("en"):
        assert found.find("material", "earplugs").name == "Ear plugs"


def test_needs_two_queries_for_all_lists(lists, teren, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = catalogue(teren, DAY)
        assert found.items("act")
        assert found.items("material")
        assert found.pairs("theme")


def test_needs_two_queries_for_several_services_too(lists, teren, kontakt, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert set(catalogues([teren, kontakt], DAY)) == {teren.pk, kontakt.pk}


def test_an_item_counts_on_the_first_and_the_last_day_of_its_validity(lists, teren):
    Entry.objects.filter(code="hearing", list="theme").update(valid_from=DAY, valid_to=DAY + timedelta(days=1))

    days = [DAY + timedelta(days=n) for n in (-1, 0, 1, 2)]

    assert [bool(catalogue(teren, day).find("theme", "hearing")) for day in days] == [False, True, True, False]


def test_a_setting_counts_from_its_day_and_the_last_one_wins(hana, teren, values):
    actions.edit(by=hana, **values(teren, limit=4))
    actions.edit(by=hana, **values(teren, limit=6, valid_from=DAY + timedelta(days=10)))
    actions.edit(by=hana, **values(teren, limit=5, short="Uši"))

    def item(day):
        return catalogue(teren, day).find("material", "earplugs")

    assert item(DAY - timedelta(days=1)).limit == 2
    assert (item(DAY).limit, item(DAY).short) == (5, "Uši")
    assert (item(DAY + timedelta(days=10)).limit, item(DAY + timedelta(days=10)).short) == (6, "Špunty")
    assert "limit" in item(DAY).own


def test_what_one_service_sets_touches_no_other(hana, teren, kontakt, cyril, values):
    elsewhere = make.the_service_of(cyril)
    before = [catalogue(one, DAY).everything for one in (kontakt, elsewhere)]

    actions.edit(by=hana, **values(teren, is_on=False))
    actions.edit(by=hana, **values(teren, code="water", limit=1, short="Vodička"))

    assert [catalogue(one, DAY).everything for one in (kontakt, elsewhere)] == before
    assert "earplugs" not in codes(choices("material", teren, DAY))
    assert "earplugs" in codes(choices("material", kontakt, DAY))


def test_a_service_may_switch_on_what_suits_others(hana, teren, values):
    actions.edit(by=hana, **values(teren, code="syringe_1", is_on=True, position=1))

    assert codes(choices("material", teren, DAY))[0] == "syringe_1"


def test_a_setting_brings_nothing_back_that_has_ended(hana, teren, values):
    actions.edit(by=hana, **values(teren, limit=4))
    Entry.objects.filter(list="material", code="earplugs").update(valid_to=DAY)

    assert catalogue(teren, DAY + timedelta(days=1)).find("material", "earplugs") is None


def test_check_accepts_what_is_off_and_refuses_what_is_unknown_or_ended(hana, teren, values):
    actions.edit(by=hana, **values(teren, is_on=False))
    found = catalogue(teren, DAY)

    found.check("material", ["earplugs", "water"])  # the phone was offline when it was switched off
    for strange in ("earplug", "", "AL"):
        with pytest.raises(ValidationError):
            found.check("material", [strange])
    with pytest.raises(ValidationError):
        catalogue(teren, date(1990, 1, 1)).check("material", ["water"])


def test_fields_offer_what_is_on_and_answer_with_a_sentence(lists, teren):
    class Form(forms.Form):
        theme = CodesField("theme", catalogue(teren, DAY), required=False)
        sex = CodeField("sex", catalogue(teren, DAY), required=False)

    good, bad = Form({"theme": ["hearing", "law"], "sex": ""}), Form({"theme": ["hearing", "moon"], "sex": "x"})

    assert good.is_valid()
    assert good.cleaned_data == {"theme": ["hearing", "law"], "sex": ""}
    assert not bad.is_valid()
    assert "moon" in str(bad.errors["theme"])
    assert '<option value="woman">' in str(good["sex"])


def test_a_required_field_says_so(lists, teren):
    field = CodeField("sex", catalogue(teren, DAY))

    with pytest.raises(ValidationError):
        field.clean("")


def test_names_know_codes_of_every_time_and_house(hana, teren, cyril, values):
    Entry.objects.filter(list="theme", code="law").update(valid_to=date(2023, 1, 1))
    added = {"list": "theme", "name_cs": "Počasí", "name_en": "", "short": "Počasí", "valid_from": DAY, "extra": {}}
    row = actions.add(by=hana, id=values(teren)["id"], service=teren, **added)

    mine, theirs = names("theme", organisation=hana.organisation), names("theme", organisation=cyril.organisation)

    assert mine["law"] == theirs["law"] == "Právo: látky a řízení"
    assert mine[row.code] == "Počasí"
    assert row.code not in theirs
    with translation.override("en"):
        assert names("theme", organisation=hana.organisation)[row.code] == "Počasí"


def test_a_change_of_a_shipped_row_is_seen_at_once(lists, teren):
    before = catalogue(teren, DAY).find("theme", "law")
    Entry.objects.filter(list="theme", code="law").update(name_cs="Paragrafy", extra={"groups": ["office"]})

    after = catalogue(teren, DAY).find("theme", "law")

    assert (before.name, before.is_on) == ("Právo: látky a řízení", True)
    assert (after.name, after.is_on) == ("Paragrafy", False)


def test_what_was_read_can_not_be_changed(lists, teren):
    with pytest.raises(TypeError):
        catalogue(teren, DAY).find("act", "AL").extra["unit"] = "mile"


@pytest.mark.parametrize("kind", KINDS)
def test_one_act_follows_from_each_part_of_a_quick_contact_and_always_one_from_a_plain_contact(lists, kind):
    acts = catalogue(make.service(kind=kind), DAY).items("act")
    implied = Counter(act.extra["implied_by"] for act in acts if "implied_by" in act.extra)

    assert implied["contact"] == 1
    assert set(implied.values()) == {1}


def test_in_addiction_services_and_nightlife_an_act_follows_from_every_part(lists, teren, kontakt):
    every = {None, "breath", "contact", "material", "pressure", "theme"}
    for service, also in ((teren, set()), (kontakt, {"exchange", "found"})):  # syringes are no matter of nightlife
        acts = catalogue(service, DAY).items("act")
        assert {act.extra.get("implied_by") for act in acts} == every | also
