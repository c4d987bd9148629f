"""The screens: what every worker reads, what a head changes, and what strangers don't see."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from spojka.base.ids import new_id
from spojka.codelists import actions
from spojka.codelists.catalogue import catalogue
from spojka.codelists.models import OwnEntry
from spojka.codelists.schema import LISTS
from tests import make

from .conftest import DAY


def at(name, **where):
    return reverse(f"codelists:{name}", kwargs={"organisation": "podchod"} | where)


def edit_of(service, code="earplugs", list="material"):
    return at("edit", list=list, code=code, id=service.pk)


def posted(**changes):
    usual = {"id": new_id(), "is_on": "", "short": "", "limit": "", "position": "", "valid_from": DAY.isoformat()}
    return usual | changes


def words(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_the_overview_counts_what_is_offered(lists, anna, browse):
    page = words(browse(anna).get(at("overview")))

    assert "Témata" in page
    assert "10 z 10" in page
    assert "náš návrh" in page
    assert "z metodik" in page


def test_a_list_tells_names_numbers_and_how_sure_they_are(lists, anna, browse):
    page = words(browse(anna).get(at("one", list="material")))

    assert "Špunty do uší" in page
    assert "nejvýš 2 na osobu za směnu (náš návrh)" in page
    assert "Upravit" not in page


def test_every_list_can_be_read_in_both_languages(lists, anna, browse):
    reader = browse(anna)
    for language, word in [("cs", "Číselníky"), ("en", "Code lists")]:
        reader.cookies["language"] = language
        assert word in words(reader.get(at("overview")))
        for list_code in ("act", "theme", "setting", "substance", "breath_unit", "service_kind", "age_band"):
            answer = reader.get(at("one", list=list_code))
            assert answer.status_code == (404 if list_code == "service_kind" else 200), list_code


def test_a_list_is_shown_as_it_is_on_another_day_and_in_another_service(lists, hana, teren, kontakt, browse, values):
    both = make.member(teren, kontakt, role="organisation_manager")
    actions.edit(by=hana, **values(teren, short="Ucpávky", valid_from=DAY + timedelta(days=5)))
    page = at("one", list="material")

    later = words(browse(both).get(page, {"service": teren.pk, "on": "2026-07-20"}))
    earlier = words(browse(both).get(page, {"service": teren.pk, "on": "2026-07-05"}))
    other = words(browse(both).get(page, {"service": kontakt.pk, "on": "2026-07-20"}))

    assert ["Ucpávky" in one for one in (later, earlier, other)] == [True, False, False]
    assert "Kontaktní centrum, Noční život" in later


def test_a_day_before_all_lists_says_so(lists, anna, browse):
    answer = browse(anna).get(at("overview"), {"on": "1990-01-01"})
    assert answer.status_code == 200
    assert browse(anna).get(at("one", list="theme"), {"on": "nonsense"}).status_code == 200


@pytest.mark.parametrize("list_code", ["unheard", "service_kind"])
def test_a_list_that_is_not_there_is_404(lists, anna, browse, list_code):
    assert browse(anna).get(at("one", list=list_code)).status_code == 404


def test_strangers_see_nothing(lists, teren, cyril, browse):
    for page in (at("overview"), at("one", list="theme"), edit_of(teren), at("add", list="theme", id=teren.pk)):
        assert browse().get(page).status_code == 302
        assert browse(cyril).get(page).status_code == 404
        assert browse(cyril).post(page, posted()).status_code in (404, 405)


def test_the_service_of_a_stranger_in_the_address_is_404(lists, anna, cyril, kontakt, browse):
    for service in (kontakt, make.the_service_of(cyril)):
        assert browse(anna).get(at("overview"), {"service": service.pk}).status_code == 404


def test_a_worker_may_not_edit(lists, anna, teren, browse):
    assert browse(anna).get(edit_of(teren)).status_code == 404
    assert browse(anna).post(edit_of(teren), posted(limit=3)).status_code == 404
    assert not OwnEntry.objects.exists()


def test_a_head_sets_a_limit(lists, hana, teren, browse):
    head = browse(hana)

    assert "Uložit změnu" in words(head.get(edit_of(teren)))
    answer = head.post(edit_of(teren), posted(limit=3, is_on="on", short="Uši"))

    assert answer.status_code == 302
    assert answer.url == f"{at('one', list='material')}?service={teren.pk}"
    assert (catalogue(teren, DAY).find("material", "earplugs").limit, OwnEntry.objects.get().is_on) == (3, True)
    assert "nejvýš 3 na osobu za směnu (vaše)" in words(head.get(answer.url, {"on": DAY.isoformat()}))


def test_a_head_says_what_a_limit_does(lists, hana, teren, browse):
    head = browse(hana)
    assert "na víc se jen upozorní" in words(head.get(edit_of(teren)))  # as shipped

    head.post(edit_of(teren), posted(strength="reason"))

    assert catalogue(teren, DAY).find("material", "earplugs").strength == "reason"
    page = words(head.get(edit_of(teren)))
    assert "víc jen s důvodem" in page
    assert 'value="reason" selected' in page
    assert head.post(edit_of(teren), posted(strength="wall")).status_code == 422


def test_the_form_shows_what_was_set_and_since_when(lists, hana, teren, browse, values):
    actions.edit(by=hana, **values(teren, is_unlimited=True, is_on=False, short="Uši"))

    page = words(browse(hana).get(edit_of(teren)))

    assert "od 4. 7. 2026" in page
    assert 'value="Uši"' in page
    assert "bez omezení na osobu" in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"limit": "0"}, "Nejméně 1"),
        ({"limit": "-5"}, "Nejméně 1"),
        ({"limit": "99999"}, "Nejvýš 9999"),
        ({"limit": "pár"}, "celé číslo"),
        ({"short": "Velmi dlouhý název"}, "12 znaků"),
        ({"position": "-1"}, "Pořadí je 0 až 9999"),
        ({"valid_from": "1990-01-01"}, "mezi 2000 a 2100"),
        ({"valid_from": "2999-01-01"}, "mezi 2000 a 2100"),
        ({"valid_from": "2050-01-01"}, "mezi rokem 2000"),
        ({"valid_from": "2001-01-01"}, "v ten den není"),
        ({"limit": "5", "is_unlimited": "on"}, "Ne obojí"),
        ({"id": ""}, "Změna pro tuto službu"),
    ],
)
def test_a_wrong_value_comes_back_with_a_sentence_and_nothing_is_written(lists, hana, teren, browse, change, sentence):
    answer = browse(hana).post(edit_of(teren), posted(short="Uši") | change)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "short" in change or 'value="Uši"' in words(answer)
    assert not OwnEntry.objects.exists()


@pytest.mark.parametrize(
    ("minutes", "sentence"), [("0", "nemohou být nula"), ("-10", "záporné"), ("1441", "1440"), ("1,5", "celé minuty")]
)
def test_wrong_minutes_come_back_with_a_sentence(lists, hana, teren, browse, minutes, sentence):
    answer = browse(hana).post(edit_of(teren, "AL", "act"), posted(minutes=minutes))

    assert answer.status_code == 422
    assert sentence in words(answer)


def test_a_list_that_is_the_same_for_all_has_no_form(lists, hana, teren, browse):
    assert browse(hana).get(edit_of(teren, "woman", "sex")).status_code == 404
    assert browse(hana).get(at("add", list="sex", id=teren.pk)).status_code == 404
    assert browse(hana).get(edit_of(teren, "unheard")).status_code == 404


def test_a_head_adds_an_item(lists, hana, teren, browse):
    head, page = browse(hana), at("add", list="material", id=teren.pk)
    item = {"id": new_id(), "name_cs": "Lízátko", "name_en": "", "short": "Lízátko", "valid_from": DAY.isoformat()}
    item |= {"unit": "piece", "category": "food", "direction": ["out"], "limit": "2"}

    assert "Název česky" in words(head.get(page))
    again = head.post(page, item | {"short": "", "direction": ["up"]})
    answer = head.post(page, item)

    assert again.status_code == 422
    assert 'value="Lízátko"' in words(again)
    assert answer.status_code == 302
    assert "přidáno vámi" in words(head.get(answer.url, {"on": DAY.isoformat()}))
    assert "tento název už" in words(head.post(page, item | {"id": new_id()})).lower()


@pytest.mark.parametrize("list_code", ["act", "theme", "setting", "substance", "refusal_ground", "user_kind"])
def test_every_list_that_takes_items_has_a_form_that_works(lists, hana, teren, browse, list_code):
    item = {"id": new_id(), "name_cs": "Něco nového", "short": "Nové", "valid_from": DAY.isoformat()}
    item |= {
        "unit": "act",
        "modes": ["I", "A"],
        "category": "contact",
        "needs": "place",
        "tdi": "9",
        "kind": "service",
    }

    answer = browse(hana).post(at("add", list=list_code, id=teren.pk), item)

    assert answer.status_code == 302, words(answer)
    assert catalogue(teren, DAY).items(list_code)[-1].name == "Něco nového"


def test_the_number_of_queries_does_not_grow_with_the_lists(lists, anna, browse, django_assert_max_num_queries):
    reader = browse(anna)
    reader.get(at("overview"))  # the first page writes down which device it is
    most = 14 + 3 * (connection.vendor == "postgresql")  # a transaction begins, says that it only reads, and ends
    for page in (at("overview"), at("one", list="act")):
        with django_assert_max_num_queries(most):
            assert reader.get(page).status_code == 200


def test_every_list_that_can_be_added_to_asks_for_what_its_items_carry(lists, hana, teren, browse):
    for name, spec in LISTS.items():
        if spec.is_addable:
            assert browse(hana).get(at("add", list=name, id=teren.pk)).status_code == 200, name


def test_a_kind_of_group_may_be_sensitive(lists, hana, teren, browse):
    said = {"id": new_id(), "name_cs": "Noční rada", "short": "Rada", "valid_from": DAY.isoformat()}
    said |= {"rhythm": "month", "leads": "peers", "gives": ["plan"], "sensitive": "on"}

    assert browse(hana).post(at("add", list="group_kind", id=teren.pk), said).status_code == 302

    extra = OwnEntry.objects.get(list="group_kind").extra
    assert (extra["sensitive"], extra["clients"], extra["gives"]) == (True, False, ["plan"])
